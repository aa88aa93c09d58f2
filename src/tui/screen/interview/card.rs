//! What may lie over the guide in the room, one at a time: below it the recording goes on, and above the line one can always write.

use crate::domain::note::NoteKind;
use crate::tui::screen::interview::answers::AnswerRow;

/// What lies over the guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Card {
    /// Nothing.
    #[default]
    Away,
    /// The distress protocol, and this step of it is the one to be read, counted from 0.
    Protocol(usize),
    /// What it means to take consent back.
    Withdrawal,
    /// The coded answers to the question, of which one is chosen.
    Answers(AnswerRow),
    /// What the interview before this one left.
    LastTime,
}

impl Card {
    /// What a note is unless it is said otherwise: while it is too much, what is seen.
    pub(super) fn usual_kind(self) -> NoteKind {
        match self {
            Self::Protocol(_) => NoteKind::Observation,
            Self::Away | Self::Withdrawal | Self::Answers(_) | Self::LastTime => NoteKind::default(),
        }
    }
}
