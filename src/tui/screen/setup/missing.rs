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

/// What stands in the way of beginning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Missing {
    /// Of which part of the form, as a message knows it.
    what: &'static str,
    /// In a sentence, with what to do.
    pub(crate) words: String,
}

impl Missing {
    const fn of(what: &'static str, words: String) -> Self {
        Self { what, words }
    }

    /// In a word or two, for where the sentence has no room.
    pub(crate) fn in_short(&self) -> String {
        say!("not-ready", what = self.what)
    }
}

impl SetupForm {
    /// What stands in the way of beginning, the first in the order of the form.
    pub(crate) fn missing(&self, study: &Offer, keys: &Keys) -> Option<Missing> {
        let Some(guide) = self.guide(study) else { return Some(Missing::of("guide", say!("missing-guide"))) };
        if ParticipantCode::new(self.participant.text()).is_err() {
            return Some(Missing::of("code", say!("missing-code")));
        }
        let is_no_code = |field| !self.here.text(field).is_empty() && self.here.code(field).is_none();
        if is_no_code(Said::Leads) {
            return Some(Missing::of("leads", say!("missing-leads")));
        }
        if is_no_code(Said::Types) {
            return Some(Missing::of("own-code", say!("missing-own-code")));
        }
        if !guide.rounds.contains(&self.round()) {
            return Some(Missing::of("round", say!("missing-round", round = self.round().word())));
        }
        if self.is_group() && !self.has_a_table() {
            return Some(Missing::of("seats", say!("missing-seats")));
        }
        for (n, answer) in self.answers.iter().enumerate() {
            let Some((item, person)) = self.asked(n, study) else { continue };
            match (answer, item.covers) {
                (None, _) => {
                    let [yes, no, all] = [S::Yes, S::No, S::AllYes].map(|action| keys.name(action));
                    return Some(Missing::of("consent", say!("missing-answer", yes = yes, no = no, all = all)));
                }
                (Some(Answer::Refused), Covers::TakingPart) if person.is_none() => {
                    return Some(Missing::of("taking-part", say!("missing-taking-part")));
                }
                (Some(_), _) => {}
            }
        }
        if self.is_group() && self.no_recording.is_none() && !self.unrecorded(study).is_empty() {
            return Some(Missing::of("recording", say!("missing-no-recording")));
        }
        if self.is_group() && (0..self.seated.len()).all(|person| !self.sits(person, study).is_here()) {
            return Some(Missing::of("anybody", say!("missing-anybody")));
        }
        None
    }
}
