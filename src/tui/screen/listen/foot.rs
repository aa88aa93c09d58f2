//! What the footer has while listening back: the keys that mean something at this moment, the most wanted first.

use crate::domain::standing::Phase;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action::Listen as A;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::listen::Over;
use crate::tui::screen::listen::transcript;
use crate::tui::shared::Shared;

impl ListeningBack {
    /// How far to the left in the footer `bind` stands; 9 is not there.
    pub(super) fn rank_now(&self, bind: &Bind, shared: &Shared) -> u8 {
        // While a digit is waited for, the digits are what there is; the others work all the same.
        if matches!(self.over, Over::Asked(_)) && bind.within != Context::AskedSo {
            return 9;
        }
        let is_at_taken_back = self.is_at_taken_back(shared);
        let action = match bind.does {
            Action::Listen(action) => action,
            // The keys of the screen do the same while nothing is written.
            Action::Playing(_) if self.editing.is_none() => return 9,
            _ => return bind.rank,
        };
        let is_reviewed = shared.phase() == Some(Phase::Reviewed);
        let has_notes = shared.session().is_some_and(|s| s.notes().next().is_some());
        match action {
            // What was reviewed is not changed before it is open again.
            A::Edit | A::NewNote | A::NextKind if is_reviewed => 9,
            A::Edit | A::NextKind if is_at_taken_back => 9,
            A::Strike if is_at_taken_back && !is_reviewed => 5,
            A::Reopen if is_reviewed => 5,
            // What nobody has kept yet is no note that could be two.
            A::Split if self.editing.as_ref().is_some_and(|editing| editing.note.is_none()) => 9,
            A::NextCode if matches!(&self.over, Over::Codes(coding) if coding.asks_about_a_code()) => 9,
            A::Down | A::Edit | A::NextKind if !has_notes => 9,
            A::Transcript | A::QuotePassage if self.words.place == transcript::Place::Instead => 2,
            A::Down | A::Edit | A::NextKind if self.words.place == transcript::Place::Instead => 9,
            A::Transcript if shared.sitting.as_ref().is_some_and(|sitting| !sitting.in_words.is_empty()) => 7,
            A::NextTurn if shared.session().is_none_or(|session| session.table().is_none()) => 9,
            _ => bind.rank,
        }
    }
}
