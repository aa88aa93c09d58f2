//! "Please do not use that": what a participant said and does not want to be used. A note, a stretch of the timeline, or a statement of their
//! summary.
//!
//! What is withheld is in no letter, list, search, study or export, and on no screen: a session's notes and statements are marked by
//! `apply`, and its iterators pass over those that are. It is in the journal, and in the sound, until somebody destroys them; that is said
//! wherever something is withheld. A slip of the hand is undone within the sitting; after that only the participant lifts it, and it is
//! known how they said so, to whom and when.

use std::collections::BTreeMap;
use std::time::Duration;

use serde::Deserialize;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::domain::consent::Said;
use crate::domain::hearing::LEAD_IN;
use crate::domain::lenient;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteStamp;
use crate::domain::outside::ByThen;
use crate::domain::statement::StatementId;
use crate::domain::time::Position;
use crate::words::say;

/// The number of something withheld in its session, counted from 1 and never used again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WithheldId(pub u32);

/// Something withheld.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(from = "Written", into = "Written")]
pub struct Withheld {
    /// Its number.
    pub id: WithheldId,
    /// A note, or a stretch; nothing where that cannot be read.
    pub what: Option<What>,
    /// Why, in a word or two; never what was said.
    pub reason: String,
}

/// The same as a journal has it: a note or a statement by its number, or a stretch from here to there in milliseconds.
#[derive(Serialize, Deserialize)]
struct Written {
    id: WithheldId,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    note: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    statement: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<Value>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<Value>,
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    reason: String,
}

impl From<Written> for Withheld {
    /// Whatever is there and cannot be read, or does not go together, may be anything.
    fn from(Written { id, note, statement, from, to, reason }: Written) -> Self {
        fn read<T: DeserializeOwned>(value: Value) -> Option<T> {
            serde_json::from_value(value).ok()
        }
        let what = match (note, statement, from, to) {
            (Some(note), None, None, None) => read(note).map(What::Note),
            (None, Some(statement), None, None) => read(statement).map(What::Statement),
            (None, None, Some(from), Some(to)) => {
                read(from).zip(read(to)).map(|(from, to): (Position, Position)| What::Stretch(from, to).in_order())
            }
            _ => None,
        };
        Self { id, what, reason }
    }
}

impl From<Withheld> for Written {
    fn from(Withheld { id, what, reason }: Withheld) -> Self {
        let (note, statement, stretch) = match what {
            Some(What::Note(note)) => (Some(note), None, None),
            Some(What::Statement(statement)) => (None, Some(statement), None),
            Some(What::Stretch(from, to)) => (None, None, Some((from, to))),
            None => (None, None, None),
        };
        let (from, to) = stretch.unzip();
        let [from, to] = [from, to].map(|at| at.map(|at| at.millis().into()));
        Self { id, note: note.map(|note| note.0.into()), statement: statement.map(|statement| statement.0.into()), from, to, reason }
    }
}

/// What is withheld no longer: how the participant said so, to whom, and on which day; none of it where a slip was undone.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WithheldLifted {
    /// Which.
    pub id: WithheldId,
    /// How they said so.
    #[serde(flatten)]
    pub said: Said,
}

/// What is withheld, as it is given.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// A note.
    Note(NoteId),
    /// A stretch, both ends included.
    Stretch(Position, Position),
    /// A statement of the summary: what they said when they had read it. The notes it rests on are withheld by themselves.
    Statement(StatementId),
}

impl What {
    /// The same, from the earlier to the later.
    fn in_order(self) -> Self {
        match self {
            Self::Stretch(from, to) => Self::Stretch(from.min(to), from.max(to)),
            Self::Note(_) | Self::Statement(_) => self,
        }
    }
}

impl Withheld {
    /// `what`, under this number.
    pub(crate) fn of(id: WithheldId, what: What, reason: String) -> Self {
        Self { id, what: Some(what.in_order()), reason }
    }

    /// Where it is, in words that say nothing of what was said.
    pub fn place(&self) -> String {
        match self.what {
            Some(What::Stretch(from, to)) => say!("withheld-stretch", from = from.to_string(), to = to.to_string()),
            Some(What::Note(note)) => say!("withheld-note", note = note.0),
            Some(What::Statement(statement)) => say!("withheld-statement", statement = statement.0),
            None => say!("withheld-unread"),
        }
    }
}

/// How much of a session is withheld.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Extent {
    /// What was named.
    #[default]
    Some,
    /// And what those said who take no part any more: that is known by its voices, and goes on in what was made of it.
    Voices,
    /// All of it: they want it destroyed.
    All,
}

/// All that is withheld of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withholding {
    /// Each with the number that the next note had when it was said.
    all: Vec<(Withheld, NoteId)>,
    lifted: BTreeMap<WithheldId, WithheldLifted>,
    /// How much had left the session before each was withheld: it may hold that.
    before: BTreeMap<WithheldId, ByThen>,
    /// How much had before somebody took their part in it back.
    outdated: ByThen,
    extent: Extent,
    /// The stretches that are withheld now, as they lie; none within another.
    stretches: Vec<(Position, Position)>,
    /// How far before a note its study listens, where that is known.
    heard_from: Option<Duration>,
}

impl Withholding {
    /// How far before a note begins what is withheld with it: as far as its study listens, and no less than is usual.
    pub(crate) fn before_a_note(&self) -> Duration {
        self.heard_from.unwrap_or(LEAD_IN)
    }

    /// Its study listens so far before a note.
    pub(crate) fn begins_before_a_note(&mut self, heard_from: Duration) {
        self.heard_from = Some(heard_from).filter(|longer| *longer > LEAD_IN);
    }

    /// What is withheld now, in the order in which that was said.
    pub fn now(&self) -> impl Iterator<Item = &Withheld> {
        self.standing().map(|(one, _)| one)
    }

    /// The same, without the first so many that ever were.
    pub(crate) fn since(&self, before: usize) -> impl Iterator<Item = &Withheld> {
        self.all.iter().skip(before).map(|(one, _)| one).filter(|one| !self.lifted.contains_key(&one.id))
    }

    fn standing(&self) -> impl Iterator<Item = &(Withheld, NoteId)> {
        self.all.iter().filter(|(one, _)| !self.lifted.contains_key(&one.id))
    }

    /// Everything that ever was, each with how it was lifted, if it was.
    pub fn ever(&self) -> impl Iterator<Item = (&Withheld, Option<&WithheldLifted>)> {
        self.all.iter().map(|(one, _)| (one, self.lifted.get(&one.id)))
    }

    /// What has this number, lifted or not.
    pub fn get(&self, id: WithheldId) -> Option<&Withheld> {
        self.all.iter().rev().map(|(one, _)| one).find(|one| one.id == id)
    }

    /// Whether this ever was, whether or not it is here.
    pub(crate) fn names(&self, what: What) -> bool {
        self.all.iter().any(|(one, _)| one.what == Some(what))
    }

    /// The number of the next.
    pub(crate) fn next(&self) -> WithheldId {
        let last = self.all.iter().map(|(one, _)| one.id.0).max();
        WithheldId(lenient::next_number(last, |n| self.get(WithheldId(n)).is_none()))
    }

    /// Whether what was said at `at` is withheld.
    pub fn covers(&self, at: Position) -> bool {
        self.extent == Extent::All || self.stretches.iter().any(|(from, to)| (*from..=*to).contains(&at))
    }

    /// The stretches that are withheld, as they lie; none lies within another.
    pub fn stretches(&self) -> &[(Position, Position)] {
        &self.stretches
    }

    /// Whether the hand moved within such a stretch. What was begun when it was over, in the moment after they had said so or in a pause in
    /// which the clock stands there, was begun after it, whatever is taken off for the time it takes to react.
    pub fn covers_hand(&self, stamp: NoteStamp) -> bool {
        self.extent == Extent::All || self.stretches.iter().any(|(from, to)| (*from..*to).contains(&stamp.raw))
    }

    /// Whether any of what lasts from here to there is withheld, with its edges.
    pub(crate) fn touches(&self, (from, to): (Position, Position)) -> bool {
        self.extent == Extent::All || self.stretches.iter().any(|(begins, ends)| from <= *ends && *begins <= to)
    }

    /// Whether `note` is: by its number, or because it lies in such a stretch, where it is now or where the hand had put it; of a quote of a
    /// passage, which has an extent, because any of that does. Of a note that was written after they had said so only what the hand was doing
    /// before counts: the time it takes to react, a pause in which the clock stands, and a clock that a crash has put back would else swallow
    /// what was said since.
    fn holds(&self, note: &Note) -> bool {
        let named = || self.standing().any(|(one, _)| one.what == Some(What::Note(note.id)));
        let lasts_into = |from, to| note.extents().into_iter().flatten().any(|(begins, ends)| begins <= to && from <= ends);
        let within = |(one, next): &(Withheld, NoteId)| match one.what {
            Some(What::Stretch(from, to)) if note.id < *next => {
                lasts_into(from, to)
                    || [note.position, note.stamp.position(), note.stamp.raw].into_iter().any(|at| (from..=to).contains(&at))
            }
            Some(What::Stretch(from, to)) => lasts_into(from, to) || (from..to).contains(&note.stamp.raw),
            Some(What::Note(_) | What::Statement(_)) | None => false,
        };
        self.extent == Extent::All || named() || self.standing().any(within)
    }

    /// Whether this statement is, by its number.
    pub fn holds_statement(&self, statement: StatementId) -> bool {
        self.now().any(|one| one.what == Some(What::Statement(statement)))
    }

    /// How much had left before this was withheld.
    pub(crate) fn before(&self, id: WithheldId) -> ByThen {
        self.before.get(&id).copied().unwrap_or_default()
    }

    /// How much had left before somebody took their part back.
    pub(crate) fn outdated(&self) -> ByThen {
        self.outdated
    }

    /// Somebody takes no part any more, after so much has left.
    pub(crate) fn outdates(&mut self, left: ByThen) {
        self.outdated = self.outdated.max(left);
    }

    /// This is withheld, after so much has left, and before the note that has this number.
    pub(crate) fn add(&mut self, one: Withheld, left: ByThen, next: NoteId) {
        self.lifted.remove(&one.id);
        let before = self.before.entry(one.id).or_default();
        *before = (*before).max(left);
        // What is done once more is what it was.
        if !self.all.iter().any(|(other, _)| *other == one) {
            self.all.push((one, next));
        }
        self.lay();
    }

    /// Whether it is known what was lifted: where two things have one number in a damaged journal, neither is.
    pub(crate) fn lift(&mut self, lifted: WithheldLifted) -> bool {
        let is_one = self.all.iter().filter(|(one, _)| one.id == lifted.id).count() < 2;
        if is_one {
            self.lifted.insert(lifted.id, lifted);
            self.lay();
        }
        is_one
    }

    /// Lays the stretches beside each other.
    fn lay(&mut self) {
        let stretch = |one: &Withheld| if let Some(What::Stretch(from, to)) = one.what { Some((from, to)) } else { None };
        let mut all: Vec<(Position, Position)> = self.now().filter_map(stretch).collect();
        all.sort_unstable();
        self.stretches = all.into_iter().fold(Vec::new(), |mut merged: Vec<(Position, Position)>, (from, to)| {
            match merged.last_mut() {
                Some((_, end)) if *end >= from => *end = (*end).max(to),
                _ => merged.push((from, to)),
            }
            merged
        });
    }

    /// From now on so much is withheld. Whether anything has to be marked.
    pub(crate) fn extends_to(&mut self, extent: Extent) -> bool {
        let before = std::mem::replace(&mut self.extent, extent);
        !self.all.is_empty() || [extent, before].iter().any(|extent| *extent != Extent::Some)
    }

    /// Marks what is withheld among `notes`.
    pub(crate) fn mark<'n>(&self, notes: impl Iterator<Item = &'n mut Note>) {
        for note in notes {
            note.withheld = self.holds(note);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stretch(id: u32, from: u64, to: u64) -> Withheld {
        Withheld::of(WithheldId(id), What::Stretch(Position::from_secs(from), Position::from_secs(to)), String::new())
    }

    #[test]
    fn stretches_are_joined_and_what_is_lifted_is_none() {
        let at = Position::from_secs;
        let mut all = Withholding::default();
        for one in [stretch(1, 20, 30), stretch(2, 25, 40), stretch(3, 60, 50)] {
            all.add(one, ByThen::default(), NoteId(1));
        }
        assert_eq!(all.stretches(), [(at(20), at(40)), (at(50), at(60))]);
        assert!(all.covers(at(20)) && all.covers(at(40)) && !all.covers(at(45)) && all.next() == WithheldId(4));
        assert!(all.lift(WithheldLifted { id: WithheldId(2), ..WithheldLifted::default() }));
        assert_eq!(all.stretches(), [(at(20), at(30)), (at(50), at(60))]);
        assert_eq!(all.ever().filter(|(_, lifted)| lifted.is_some()).count(), 1);
        all.add(stretch(2, 25, 40), ByThen::default(), NoteId(1));
        assert_eq!(all.stretches()[0], (at(20), at(40)), "done once more");
    }

    #[test]
    fn what_cannot_be_read_or_does_not_go_together_is_said_to_be_that() {
        for strange in [
            r#""from":"noon","to":9"#,
            r#""note":{"id":3},"from":1,"to":9"#,
            r#""note":3,"from":1,"to":9"#,
            r#""note":3,"from":1"#,
            r#""from":1"#,
        ] {
            let one: Withheld = serde_json::from_str(&format!("{{\"id\":4,{strange}}}")).unwrap();
            assert_eq!((one.id, one.what), (WithheldId(4), None), "{strange}");
        }
        for read in [r#"{"id":4,"note":3}"#, r#"{"id":4,"from":20,"to":900,"reason":"they said so"}"#] {
            let one: Withheld = serde_json::from_str(read).unwrap();
            assert!(one.what.is_some());
            assert_eq!(serde_json::to_string(&one).unwrap(), read, "and it is written as it was read");
        }
    }

    #[test]
    fn of_one_number_everything_counts_and_there_is_always_a_next() {
        let mut all = Withholding::default();
        all.add(stretch(u32::MAX, 20, 30), ByThen::default(), NoteId(1));
        all.add(stretch(u32::MAX, 50, 60), ByThen::default(), NoteId(1));
        assert_eq!((all.stretches().len(), all.next()), (2, WithheldId(1)));
        assert!(!all.lift(WithheldLifted { id: WithheldId(u32::MAX), ..WithheldLifted::default() }), "which of the two is not known");
        assert_eq!(all.stretches().len(), 2);
    }
}
