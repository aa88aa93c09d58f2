//! A statement of the summary: what we heard, in one sentence or two, and the notes it rests on.
//!
//! It belongs to a topic and was written by the interviewer. What of it may be sent is for [`crate::domain::summary`] to say.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::guide::Id;
use crate::domain::note::NoteId;

/// The number of a statement in its session, counted from 1 and never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StatementId(pub u32);

/// One sentence (or two) of the summary, in the participant's terms.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// Its number.
    pub id: StatementId,
    /// The topic it stands under.
    pub topic: Id,
    /// The words.
    pub text: String,
    /// The notes it rests on.
    pub sources: Vec<NoteId>,
    /// Those of its notes whose words are quoted below it.
    pub quotes: Vec<NoteId>,
    /// Taken back.
    pub struck: bool,
}
