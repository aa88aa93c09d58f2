//! The session that a form makes.

use crate::domain::consent::Consent;
use crate::domain::consent::Person;
use crate::domain::guide::Guide;
use crate::tui::effect::NewSession;
use crate::tui::screen::setup::Said;
use crate::tui::screen::setup::SetupForm;
use crate::tui::shared::Shared;

impl SetupForm {
    /// The session this form makes.
    pub(super) fn new_session(&self, guide: &Guide, shared: &Shared) -> NewSession {
        let study = &shared.offer;
        let answered = self.answers.iter().enumerate().filter_map(|(n, answer)| Some((self.asked(n, study)?, answer)));
        let [leads, interviewer] = [Said::Leads, Said::Types].map(|field| self.here.code(field));
        // Whoever leads the conversation asks for consent.
        let taken_by = leads.as_ref().or(interviewer.as_ref()).map(ToString::to_string);
        let consents = answered.filter_map(|((item, person), answer)| {
            let person = person.and_then(|at| self.people().get(at)).cloned().map(Person);
            let (letter, taken_by) = (study.information_letter.as_ref(), taken_by.clone());
            let letter_date = letter.and_then(|letter| letter.date.clone());
            let letter = letter.map(|letter| letter.version.clone());
            answer.map(|answer| Consent { person, letter, letter_date, taken_by, ..Consent::new(item.id.clone(), answer, self.how) })
        });
        NewSession {
            guide: guide.id.clone(),
            participant: self.participant.text().to_owned(),
            round: self.round(),
            setting: self.here.text(Said::Setting).to_owned(),
            present: self.here.text(Said::Present).to_owned(),
            video: self.here.video(),
            leads,
            consents: consents.collect(),
            table: self.table(study),
            prepared: self.prepared(shared),
            interviewer,
            microphone: self.microphone().cloned(),
            fallback: self.fallback().cloned(),
        }
    }
}
