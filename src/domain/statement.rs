//! A statement of the summary: what we heard, in one sentence or two, and the notes it rests on.
//!
//! It belongs to a topic and was written by the interviewer. What of it may be sent is for [`crate::domain::summary`] to say. The statements
//! of a session have an order, which is that of the letter. One that is set aside is kept and in no letter; one that rests on no note is in
//! none either, until somebody says that they mean it all the same: those words, and while it rests on none. A statement remembers the notes
//! it rested on once: words of them may stand in it still.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::guide::Id;
use crate::domain::lenient;
use crate::domain::lineage::Lineage;
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
    /// Meant as it stands, although it rests on no note.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub meant: bool,
    /// The notes it rested on before each change of them.
    #[serde(skip)]
    pub(crate) once: Vec<Vec<NoteId>>,
    /// The words that somebody meant although it rested on no note, since it last did.
    #[serde(skip)]
    pub(crate) meant_as: BTreeSet<String>,
    /// The same before each change of its notes, as [`Self::once`] has those.
    #[serde(skip)]
    pub(crate) meant_once: Vec<BTreeSet<String>>,
}

impl Statement {
    /// A new one.
    pub(crate) fn written(id: StatementId, topic: Id, text: String, sources: Vec<NoteId>, quotes: Vec<NoteId>) -> Self {
        let (struck, aside, meant, once) = (false, false, false, Vec::new());
        Self { id, topic, text, sources, quotes, struck, aside, meant, once, meant_as: BTreeSet::new(), meant_once: Vec::new() }
    }

    /// What it rests on is about to change: until now it rested on `rested`.
    pub(crate) fn rests_anew(&mut self, rested: Vec<NoteId>) {
        self.once.push(rested);
        self.meant_once.push(self.meant_as.clone());
    }

    /// That change was taken back.
    pub(crate) fn rests_as_before(&mut self) {
        self.once.pop();
        self.meant_as = self.meant_once.pop().unwrap_or_default();
        self.heed_words();
    }

    /// It is meant as it stands, or is not.
    pub(crate) fn mean(&mut self, stands: Stands) {
        match stands {
            Stands::Stands => drop(self.meant_as.insert(self.text.clone())),
            Stands::TakenBack => drop(self.meant_as.remove(&self.text)),
        }
        self.heed_words();
    }

    /// What follows from its words and its notes: nobody has meant others, and what rests on notes need not be meant.
    pub(crate) fn heed_words(&mut self) {
        if !self.sources.is_empty() {
            self.meant_as.clear();
        }
        self.meant = self.meant_as.contains(&self.text);
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
    /// Which were joined into which, and which were split off which.
    pub(crate) lineage: Lineage<StatementId>,
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

    /// The number of the next one, where `other` is the last that is known of but not here, and `is_named` knows those.
    pub(crate) fn next(&self, other: Option<u32>, is_named: impl Fn(StatementId) -> bool) -> StatementId {
        let last = self.all.last_key_value().map(|(last, _)| last.0);
        let is_free = |id: StatementId| !self.all.contains_key(&id) && !is_named(id);
        StatementId(lenient::next_number(last.max(other), |n| is_free(StatementId(n))))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::session::Session;
    use crate::domain::session::tests::set_up;

    const ONE: StatementId = StatementId(1);

    /// A session with one statement that rests on nothing and is meant.
    fn meant() -> Session {
        let mut session = set_up();
        let topic = session.guide().topics[0].id.clone();
        let text = "You rest. You walk.".to_owned();
        session.apply(&Event::StatementWritten { statement: ONE, topic, text, sources: Vec::new(), quotes: Vec::new() });
        session.apply(&Event::StatementMeant { statement: ONE, stands: Stands::Stands });
        session
    }

    fn is_meant(session: &Session, id: u32) -> bool {
        session.statement(StatementId(id)).unwrap().is_for_the_letter()
    }

    fn said(text: &str) -> Event {
        Event::StatementRevised { statement: ONE, text: text.into(), quotes: Vec::new() }
    }

    fn rests(sources: &[u32]) -> Event {
        let sources = sources.iter().copied().map(NoteId).collect();
        Event::StatementRests { statement: ONE, sources, quotes: Vec::new() }
    }

    #[test]
    fn what_was_meant_are_these_words_and_no_others() {
        let mut session = meant();
        session.apply(&said("You never rest."));
        assert!(!is_meant(&session, 1), "nobody has meant that");
        session.apply(&said("You rest. You walk."));
        assert!(is_meant(&session, 1));
    }

    #[test]
    fn nothing_is_meant_any_more_once_it_has_rested_on_notes() {
        let mut session = meant();
        session.apply(&rests(&[1]));
        session.apply(&rests(&[]));
        assert!(!is_meant(&session, 1));
        // Taken back, it is as if it never had.
        let mut session = meant();
        let line = session.lines();
        session.apply(&rests(&[1]));
        session.apply(&Event::Undone { by: Box::new(rests(&[])), of: Some(line) });
        assert!(is_meant(&session, 1));
        assert_eq!(session.statement(ONE), meant().statement(ONE));
    }

    #[test]
    fn what_is_split_or_joined_is_meant_where_all_of_it_was() {
        let mut session = meant();
        let split = Event::StatementSplit { statement: ONE, text: "You rest.".into(), into: StatementId(2), rest: "You walk.".into() };
        session.apply(&split);
        assert!(is_meant(&session, 1) && is_meant(&session, 2));
        let joined = |text: &str| {
            let (text, sources, quotes) = (text.to_owned(), Vec::new(), Vec::new());
            Event::StatementsJoined { statement: ONE, with: StatementId(2), text, sources, quotes }
        };
        let mut both = session.clone();
        both.apply(&joined("You rest. You walk."));
        assert!(is_meant(&both, 1));
        session.apply(&Event::StatementMeant { statement: StatementId(2), stands: Stands::TakenBack });
        session.apply(&joined("You rest. You walk!"));
        assert!(!is_meant(&session, 1), "half of it nobody meant");
    }

    #[test]
    fn a_number_that_a_damaged_journal_gave_leaves_room_for_others() {
        let mut session = set_up();
        let topic = session.guide().topics[0].id.clone();
        let last = StatementId(u32::MAX);
        session.apply(&Event::StatementWritten {
            statement: last,
            topic,
            text: "You rest.".into(),
            sources: Vec::new(),
            quotes: Vec::new(),
        });
        assert_eq!(session.next_statement(), ONE);
    }
}
