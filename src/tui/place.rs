//! Where somebody was in a session: what they find when they come back to it, from another screen or from the list.

use crate::domain::note::NoteId;
use crate::domain::statement::StatementId;
use crate::domain::time::Position;

/// One line of the member-check screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryRow {
    /// The heading of topic number `.0`.
    Topic(usize),
    /// A note that may be shared.
    Note(NoteId),
    /// A statement.
    Statement(StatementId),
}

/// Where somebody was.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The note that was chosen while listening back.
    pub note: Option<NoteId>,
    /// Where the playhead stood.
    pub head: Position,
    /// What was chosen while writing the summary.
    pub row: Option<SummaryRow>,
}
