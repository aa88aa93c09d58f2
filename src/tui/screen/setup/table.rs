//! The seats of a focus group in the form: who sits where, each one's answers by themselves, and what follows from a no to recording.
//!
//! What one person answers is asked before the others come in; of those who are not asked now it is only said how much is open.

use crate::domain::consent::Agreement;
use crate::domain::consent::Consent;
use crate::domain::consent::Consents;
use crate::domain::consent::How;
use crate::domain::consent::Person;
use crate::domain::guide::ConsentItem;
use crate::domain::guide::Covers;
use crate::domain::seats::FEWEST;
use crate::domain::seats::MOST;
use crate::domain::seats::Seated;
use crate::domain::seats::Sits;
use crate::domain::seats::Table;
use crate::domain::session::Session;
use crate::domain::study::ParticipantCode;
use crate::tui::offer::Offer;
use crate::tui::screen::setup::Field;
use crate::tui::screen::setup::Said;
use crate::tui::screen::setup::SetupForm;
use crate::tui::screen::setup::no_recording::NoRecording;

impl SetupForm {
    /// What is done about those who do not want to be recorded, as far as it was said.
    pub(crate) fn no_recording(&self) -> Option<NoRecording> {
        self.no_recording
    }

    /// Whether the guide is for a group.
    pub(crate) fn is_group(&self) -> bool {
        self.here.is_group()
    }

    /// How many answers there are to give.
    pub(crate) fn answers_count(&self) -> usize {
        self.answers.len()
    }

    /// Who sits there, as far as it was said, in the order of the seats.
    pub(crate) fn people(&self) -> &[String] {
        &self.seated
    }

    /// How many items each of them is asked.
    fn items(&self, study: &Offer) -> usize {
        self.guide(study).map_or(0, |guide| guide.consent.len())
    }

    /// The item that the answer of this number is to, and whose of the group it is.
    pub(crate) fn asked<'s>(&'s self, n: usize, study: &'s Offer) -> Option<(&'s ConsentItem, Option<usize>)> {
        let guide = self.guide(study)?;
        let items = guide.consent.len().max(1);
        Some((guide.consent.get(n % items)?, self.is_group().then_some(n / items)))
    }

    /// The numbers of the answers of one of them.
    pub(crate) fn answers_of(&self, person: usize, study: &Offer) -> std::ops::Range<usize> {
        let items = self.items(study);
        person * items..(person + 1) * items
    }

    /// How many items this one has not answered.
    pub(crate) fn open_of(&self, person: usize, study: &Offer) -> usize {
        self.answers_of(person, study).filter(|n| self.answer(*n).is_none()).count()
    }

    /// Whose answers are asked where the cursor is, or next.
    pub(super) fn whose_turn(&self, study: &Offer) -> usize {
        let items = self.items(study).max(1);
        match self.field() {
            Field::Consent(n) => n / items,
            _ => self.answers.iter().position(Option::is_none).map_or(0, |n| n / items),
        }
    }

    /// Those who were seated before keep their answers, wherever they sit now.
    pub(super) fn see_to_seats(&mut self, study: &Offer) {
        let people = if self.is_group() { people_in(self.here.text(Said::Seats)) } else { Vec::new() };
        if !self.is_group() || people == self.seated {
            return;
        }
        let (here, items) = (self.field(), self.items(study));
        let kept = |person: &String| match self.seated.iter().position(|before| before == person) {
            Some(at) => self.answers[at * items..(at + 1) * items].to_vec(),
            None => vec![None; items],
        };
        self.answers = people.iter().flat_map(kept).collect();
        self.seated = people;
        self.go_to(here);
    }

    /// All answers that were given so far.
    fn consents(&self, study: &Offer) -> Consents {
        let mut consents = Consents::default();
        for n in 0..self.answers.len() {
            let asked = self.asked(n, study).and_then(|(item, person)| Some((item.id.clone(), self.seated.get(person?)?.clone())));
            if let (Some((item, person)), Some(answer)) = (asked, self.answer(n)) {
                consents.add(Consent { person: Some(Person(person)), ..Consent::new(item, answer, How::NotStated) });
            }
        }
        consents
    }

    /// Where one of them stands with what covers this.
    fn agreed(&self, person: usize, covers: Covers, study: &Offer) -> Agreement {
        let asked = self.guide(study).zip(self.seated.get(person));
        asked.map_or(Agreement::NotAsked, |(guide, code)| self.consents(study).about_of(guide, covers, &Person(code.clone())))
    }

    /// Those who take part, and do not want to be recorded.
    pub(crate) fn unrecorded(&self, study: &Offer) -> Vec<usize> {
        let refuses = |person: usize, covers| self.agreed(person, covers, study) == Agreement::Refused;
        (0..self.seated.len()).filter(|person| !refuses(*person, Covers::TakingPart) && refuses(*person, Covers::Recording)).collect()
    }

    /// Whether one of them will sit there.
    pub(crate) fn sits(&self, person: usize, study: &Offer) -> Sits {
        let takes_no_part = self.agreed(person, Covers::TakingPart, study) == Agreement::Refused;
        let goes = self.no_recording == Some(NoRecording::SitsOut) && self.unrecorded(study).contains(&person);
        if takes_no_part || goes { Sits::Out } else { Sits::Here }
    }

    /// Whether the group is not to be recorded, as far as the form says.
    pub(super) fn is_group_unrecorded(&self, study: &Offer) -> bool {
        self.no_recording == Some(NoRecording::NotesOnly) && !self.unrecorded(study).is_empty()
    }

    /// Whether everybody who will sit there agreed to be recorded, and somebody will.
    pub(super) fn may_record_group(&self, study: &Offer) -> bool {
        let mut here = (0..self.seated.len()).filter(|person| self.sits(*person, study).is_here()).peekable();
        let given = |person: usize| {
            [Covers::TakingPart, Covers::Recording].into_iter().all(|covers| self.agreed(person, covers, study) == Agreement::Given)
        };
        here.peek().is_some() && here.all(given)
    }

    /// Whether the seats are such that one can begin: so many, each somebody's own, each a code.
    pub(super) fn has_a_table(&self) -> bool {
        let is_code = |person: &String| ParticipantCode::new(person).is_ok();
        (FEWEST..=MOST).contains(&self.seated.len()) && self.seated.iter().all(is_code) && Table::of(self.seated.iter().cloned()).is_whole()
    }

    /// The table, as the form says it.
    pub(crate) fn table(&self, study: &Offer) -> Option<Table> {
        let seat = |(at, (seat, person)): (usize, (u8, &String))| Seated {
            seat: crate::domain::seats::Seat(seat),
            person: Person(person.clone()),
            sits: self.sits(at, study),
        };
        let observers = self.here.text(Said::Observers).split([' ', ',']).filter(|code| !code.is_empty()).map(str::to_owned);
        let moderator = [Said::Leads, Said::Types].map(|field| self.here.text(field)).into_iter().find(|code| !code.is_empty());
        (self.is_group() && !self.seated.is_empty()).then(|| Table {
            seats: (1..=u8::MAX).zip(&self.seated).enumerate().map(seat).collect(),
            moderator: moderator.unwrap_or_default().to_owned(),
            observers: observers.collect(),
            at: None,
        })
    }

    /// As a session was set up whose seats are known.
    pub(super) fn seat_as_planned(&mut self, session: &Session, study: &Offer) {
        let Some(table) = session.table() else { return };
        let people: Vec<&str> = table.seats.iter().map(|one| one.person.0.as_str()).collect();
        self.here.say(Said::Seats, people.join(" "));
        self.here.say(Said::Observers, table.observers.join(" "));
        self.see_to_seats(study);
        let items = &session.guide().consent;
        let all = table.seats.iter().flat_map(|one| items.iter().map(|item| session.consents().answer_of(&item.id, &one.person)));
        self.answers = all.collect();
    }

    /// The other of what can be done about those who do not want to be recorded.
    pub(super) fn choose_no_recording(&mut self) {
        self.no_recording = Some(match self.no_recording {
            Some(NoRecording::SitsOut) => NoRecording::NotesOnly,
            Some(NoRecording::NotesOnly) | None => NoRecording::SitsOut,
        });
    }
}

/// Who is named in a line: codes in the order of the seats, or how many, who get theirs from their seats.
fn people_in(line: &str) -> Vec<String> {
    let people: Vec<String> = line.split([' ', ',', ';']).filter(|code| !code.is_empty()).map(str::to_owned).collect();
    match people.as_slice() {
        [count] => match count.parse::<usize>() {
            Ok(count @ FEWEST..=MOST) => (1..=count).map(|n| format!("S{n}")).collect(),
            Ok(_) | Err(_) => people,
        },
        _ => people,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seats_are_codes_in_a_row_or_a_number() {
        assert_eq!(people_in("T01, T02 T03"), ["T01", "T02", "T03"]);
        assert_eq!(people_in("3"), ["S1", "S2", "S3"]);
        assert_eq!(people_in("13"), ["13"], "so many do not sit at one table");
        assert!(people_in(" ").is_empty());
    }
}
