//! Of which actions more is asked than a key: that whoever presses it sees what it is done to, or that a person answered so.

use crate::tui::keymap::action::Action;
use crate::tui::keymap::action::Ends;
use crate::tui::keymap::action::Interview;
use crate::tui::keymap::action::Letters;
use crate::tui::keymap::action::Listen;
use crate::tui::keymap::action::Setup;
use crate::tui::keymap::action::Statements;

impl Action {
    /// Whether whoever presses its key must see what it is done to: what begins a recording, and what takes something away.
    pub(crate) const fn is_done_in_sight(self) -> bool {
        match self {
            Self::Letters(action) => matches!(action, Letters::NotUsed | Letters::Withdrawn | Letters::TakesNoPart),
            _ => matches!(
                self,
                Self::Setup(Setup::Begin) | Self::Listen(Listen::Strike | Listen::LeaveOut) | Self::Statements(Statements::Strike)
            ),
        }
    }

    /// Whether it says what a person answered who is asked something. Only a key of its own does that, never a name in a list.
    pub(crate) const fn is_an_answer(self) -> bool {
        use Interview as I;
        match self {
            Self::Setup(action) => match action {
                Setup::Yes | Setup::No | Setup::AllYes | Setup::How => true,
                Setup::NextField | Setup::Up | Setup::Down | Setup::Left | Setup::Right | Setup::Begin | Setup::RoomCheck => false,
            },
            Self::Interview(action) => matches!(
                action,
                I::TheyGoOn
                    | I::TheyLeaveIt
                    | I::TheyTakeABreak
                    | I::TheyStop
                    | I::WantItKept
                    | I::WantItDestroyed
                    | I::WantNotesOnly
                    | I::WantAllDestroyed
                    | I::WantNoQuotes
                    | I::WantNoContact
                    | I::LeaveOutAnswer
                    | I::LeaveOutNote
                    | I::LeaveOutShort
                    | I::LeaveOutLong
                    | I::LeaveNothingOut
                    | I::WantNothing
                    | I::PointRight
                    | I::PointCorrected
                    | I::PointAdded
                    | I::TakeAnswer
            ),
            Self::Ends(action) => matches!(action, Ends::TheyAgree | Ends::TheyDecline),
            Self::Letters(action) => {
                use Letters as B;
                matches!(
                    action,
                    B::Yes
                        | B::No
                        | B::Fits
                        | B::Partly
                        | B::DoesNotFit
                        | B::RatherNot
                        | B::MayQuote
                        | B::MayQuoteIfSeen
                        | B::MayNotQuote
                        | B::TakesNoPart
                )
            }
            // On the other screens nobody is asked.
            _ => false,
        }
    }
}
