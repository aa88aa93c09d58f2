//! Where somebody was in a session: what they find when they come back to it, from another screen or from the list.

use std::time::Duration;

use crate::domain::evening::LooseEnd;
use crate::domain::evening::PageLine;
use crate::domain::found::Hit;
use crate::domain::hearing::Hearing;
use crate::domain::member_check::before::BeforeItem;
use crate::domain::member_check::reply::RemarkId;
use crate::domain::note::NoteId;
use crate::domain::statement::StatementId;
use crate::domain::time::Position;
use crate::domain::transcript::PassageName;

/// Something that was found, as far as it is needed to go there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spot {
    /// The session it stands in.
    pub session: String,
    /// The note.
    pub note: Option<NoteId>,
    /// The statement.
    pub statement: Option<StatementId>,
    /// The passage of a transcript.
    pub passage: Option<PassageName>,
    /// The moment it is about.
    pub at: Option<Position>,
}

impl Spot {
    /// From where on it is listened to: a little before it; a passage has a beginning of its own.
    pub(crate) fn heard_from(&self, lead_in: Duration) -> Option<Position> {
        self.at.map(|at| if self.passage.is_some() { at } else { at.back(lead_in) })
    }
}

impl From<&Hit> for Spot {
    fn from(Hit { session, what, .. }: &Hit) -> Self {
        Self { session: session.clone(), note: what.note(), statement: what.statement(), passage: what.passage(), at: what.at }
    }
}

/// One line of the member-check screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SummaryRow {
    /// The heading of topic number `.0`.
    Topic(usize),
    /// A note that may be shared and on which no statement rests.
    Note(NoteId),
    /// A statement.
    Statement(StatementId),
    /// A note on which this statement rests.
    Source(StatementId, NoteId),
}

/// A line of the end screen, by what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum EndRow {
    /// A loose end.
    End(LooseEnd),
    /// A line of the interviewer's own page.
    Page(PageLine),
    /// What is made of the guide.
    Guide,
}

/// A line of the register of letters, by what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LetterRow {
    /// What is asked before a letter goes.
    Before(BeforeItem),
    /// A version of the letter.
    Version(u32),
    /// A statement, as it went.
    Statement(StatementId),
    /// Something that came back.
    Remark(RemarkId),
    /// What was asked before the letter went, as one line.
    List,
}

/// Where somebody was.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The note that was chosen while listening back.
    pub note: Option<NoteId>,
    /// Where the playhead stood.
    pub head: Position,
    /// How it was heard, if that was chosen.
    pub hearing: Option<Hearing>,
    /// What was chosen while writing the summary.
    pub row: Option<SummaryRow>,
    /// What was chosen on the end screen.
    pub end: Option<EndRow>,
    /// What was chosen in the register of letters.
    pub letter: Option<LetterRow>,
    /// Whether one listens to what is to be seen to: then the way back leads there.
    pub is_heard_for_end: bool,
    /// The passage that was found in a transcript, until one is there.
    pub passage: Option<PassageName>,
}

impl Place {
    /// Goes to `spot`: playing begins by `lead_in` before it.
    pub(crate) fn go_to(&mut self, spot: &Spot, lead_in: Duration) {
        self.note = spot.note.or(self.note);
        self.head = spot.heard_from(lead_in).unwrap_or(self.head);
        self.row = spot.statement.map(SummaryRow::Statement).or(self.row);
        self.is_heard_for_end = false;
        self.passage = spot.passage;
    }
}
