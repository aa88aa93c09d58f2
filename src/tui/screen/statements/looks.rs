//! Looking at the statements, from the member check: how plain they are, or what one rests on.

use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::screen::looking;
use crate::tui::screen::looking::Looking;
use crate::tui::screen::statements::Over;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::statements::SummaryRow;
use crate::tui::screen::statements::rows::statement_at;
use crate::tui::shared::Shared;
use crate::words::say;

impl StatementsScreen {
    /// Looks at the words of all statements, or at what that at `row` rests on; or says that there is none.
    pub(super) fn look(&mut self, action: action::Statements, row: Option<SummaryRow>, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        self.looking = match action {
            action::Statements::Words => Some(Looking::at_words(session, shared)),
            _ => row.and_then(statement_at).and_then(|id| Looking::at_trail(session, id)),
        };
        if self.looking.is_none() {
            let key = shared.key(action::Statements::New);
            shared.say(Weight::News, say!("check-not-a-statement", key = key));
        }
    }

    /// Does `action` to what is looked at, if anything is and it is one of its own; whatever else is done puts that away.
    pub(super) fn looks(&mut self, action: action::Statements, shared: &mut Shared) -> bool {
        let Some(looking) = &mut self.looking else { return false };
        if !looking::is_of_it(action) {
            self.looking = None;
            return false;
        }
        match looking.act(action, shared) {
            looking::After::Stays => return true,
            looking::After::Closes => {}
            looking::After::GoesTo(id) => {
                self.over = Over::Nothing;
                self.choose(Some(SummaryRow::Statement(id)));
            }
        }
        self.looking = None;
        true
    }
}
