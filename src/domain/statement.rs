//! A statement of the summary: what we heard, in one sentence or two, and the notes it rests on.
//!
//! It belongs to a topic and was written by the interviewer. What of it may be sent is for [`crate::domain::summary`] to say. The statements
//! of a session have an order, which is that of the letter. One that is set aside is kept and in no letter; one that rests on no note is in
//! none either, until somebody says that they mean it all the same. A statement remembers the notes it rested on once: words of them may
//! stand in it still.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::guide::Id;
use crate::domain::note::NoteId;
use crate::domain::stands::Stands;

/// The number of a statement in its session, counted from 1 and never used again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StatementId(pub u32);

/// One sentence (or two) of the summary, in the participant's terms.
#[allow(clippy::struct_excessive_bools, reason = "each is a fact by itself, and a journal says each by itself")]
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
    /// Set aside: kept, and in no letter.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub aside: bool,
    /// Meant, although it rests on no note.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub meant: bool,
    /// The notes it rested on before each change of them.
    #[serde(skip)]
    pub(crate) once: Vec<Vec<NoteId>>,
}

impl Statement {
    /// A new one.
    pub(crate) fn written(id: StatementId, topic: Id, text: String, sources: Vec<NoteId>, quotes: Vec<NoteId>) -> Self {
        Self { id, topic, text, sources, quotes, struck: false, aside: false, meant: false, once: Vec::new() }
    }

    /// Every note of which words may stand in it: those it rests on or quotes, and those it rested on once.
    pub(crate) fn rests_on(&self) -> impl Iterator<Item = &NoteId> {
        self.sources.iter().chain(&self.quotes).chain(self.once.iter().flatten())
    }

    /// Whether a letter may have it, as far as that is for whoever writes it to say.
    pub(crate) fn is_for_the_letter(&self) -> bool {
        !self.struck && !self.aside && (!self.sources.is_empty() || self.meant)
    }
}

/// Something that is done with statements beside writing, changing and taking them back.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "fields are named after the event each leads to")]
pub enum Composing {
    /// It rests on these notes, of which some are quoted.
    Rest { statement: StatementId, sources: Vec<NoteId>, quotes: Vec<NoteId> },
    /// It stands under this topic, before that statement, or after all others.
    Move { statement: StatementId, topic: Id, before: Option<StatementId> },
    /// The words of `with` go over into it.
    Join { statement: StatementId, with: StatementId },
    /// It becomes two.
    Split { statement: StatementId, text: String, rest: String },
    /// It is set aside, or is brought back.
    SetAside { statement: StatementId, stands: Stands },
    /// It is meant although it rests on no note, or is not after all.
    Mean { statement: StatementId, stands: Stands },
}

/// The statements of a session, in their order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Statements {
    all: BTreeMap<StatementId, Statement>,
    order: Vec<StatementId>,
}

impl Statements {
    /// All of them, in their order, those that were taken back among them.
    pub(crate) fn in_order(&self) -> impl DoubleEndedIterator<Item = &Statement> {
        self.order.iter().filter_map(|id| self.all.get(id))
    }

    /// The one with this number.
    pub(crate) fn get(&self, id: StatementId) -> Option<&Statement> {
        self.all.get(&id)
    }

    /// The same, to be changed.
    pub(crate) fn get_mut(&mut self, id: StatementId) -> Option<&mut Statement> {
        self.all.get_mut(&id)
    }

    /// The number of the next one.
    pub(crate) fn next(&self) -> StatementId {
        StatementId(self.all.last_key_value().map_or(1, |(id, _)| id.0 + 1))
    }

    /// The one behind `id`, under whichever topic.
    pub(crate) fn behind(&self, id: StatementId) -> Option<StatementId> {
        let at = self.order.iter().position(|one| *one == id)?;
        self.order.get(at + 1).copied()
    }

    /// Puts one in, behind `after`, or behind all others.
    pub(crate) fn put(&mut self, statement: Statement, after: Option<StatementId>) {
        let id = statement.id;
        if self.all.insert(id, statement).is_none() {
            let at = after.and_then(|after| self.order.iter().position(|one| *one == after));
            self.order.insert(at.map_or(self.order.len(), |at| at + 1), id);
        }
    }

    /// Puts `id` before `before`, or behind all others.
    pub(crate) fn set_before(&mut self, id: StatementId, before: Option<StatementId>) {
        if !self.all.contains_key(&id) || before == Some(id) {
            return;
        }
        self.order.retain(|one| *one != id);
        let at = before.and_then(|before| self.order.iter().position(|one| *one == before));
        self.order.insert(at.unwrap_or(self.order.len()), id);
    }
}
