//! What stands in the way of beginning, in words.

use crate::domain::consent::Answer;
use crate::domain::guide::Covers;
use crate::domain::study::ParticipantCode;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Setup as S;
use crate::tui::offer::Offer;
use crate::tui::screen::setup::Said;
use crate::tui::screen::setup::SetupForm;
use crate::words::say;

impl SetupForm {
    /// What stands in the way of beginning, in the order of the form.
    pub(crate) fn missing(&self, study: &Offer, keys: &Keys) -> Option<String> {
        let Some(guide) = self.guide(study) else { return Some(say!("missing-guide")) };
        if ParticipantCode::new(self.participant.text()).is_err() {
            return Some(say!("missing-code"));
        }
        let is_no_code = |field| !self.here.text(field).is_empty() && self.here.code(field).is_none();
        if is_no_code(Said::Leads) {
            return Some(say!("missing-leads"));
        }
        if is_no_code(Said::Types) {
            return Some(say!("missing-own-code"));
        }
        if !guide.rounds.contains(&self.round()) {
            return Some(say!("missing-round", round = self.round().word()));
        }
        if self.is_group() && !self.has_a_table() {
            return Some(say!("missing-seats"));
        }
        for (n, answer) in self.answers.iter().enumerate() {
            let Some((item, person)) = self.asked(n, study) else { continue };
            match (answer, item.covers) {
                (None, _) => {
                    let [yes, no, all] = [S::Yes, S::No, S::AllYes].map(|action| keys.name(action));
                    return Some(say!("missing-answer", yes = yes, no = no, all = all));
                }
                (Some(Answer::Refused), Covers::TakingPart) if person.is_none() => {
                    return Some(say!("missing-taking-part"));
                }
                (Some(_), _) => {}
            }
        }
        if self.is_group() && self.no_recording.is_none() && !self.unrecorded(study).is_empty() {
            return Some(say!("missing-no-recording"));
        }
        if self.is_group() && (0..self.seated.len()).all(|person| !self.sits(person, study).is_here()) {
            return Some(say!("missing-anybody"));
        }
        None
    }
}
