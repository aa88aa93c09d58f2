//! "Please do not use that": what a participant said and does not want to be used. A note, or a stretch of the timeline.
//!
//! What is withheld is in no letter, list, search, study or export, and on no screen: a session's notes and statements are marked by
//! `apply`, and its iterators pass over those that are. It is in the journal, and in the sound, until somebody destroys them; that is said
//! wherever something is withheld. A slip of the hand is undone within the sitting; after that only the participant lifts it, and it is
//! known how they said so, to whom and when.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::consent::Said;
use crate::domain::lenient;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteStamp;
use crate::domain::time::Position;
use crate::words::say;

/// The number of something withheld in its session, counted from 1 and never used again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct WithheldId(pub u32);

/// Something withheld: a note, or a stretch from here to there.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Withheld {
    /// Its number.
    pub id: WithheldId,
    /// The note.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub note: Option<NoteId>,
    /// Where the stretch begins.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub from: Option<Position>,
    /// Where it ends.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub to: Option<Position>,
    /// Why, in a word or two; never what was said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub reason: String,
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
}

impl Withheld {
    /// `what`, under this number.
    pub(crate) fn of(id: WithheldId, what: What, reason: String) -> Self {
        match what {
            What::Note(note) => Self { id, note: Some(note), reason, ..Self::default() },
            What::Stretch(from, to) => Self { id, from: Some(from), to: Some(to), reason, ..Self::default() },
        }
    }

    /// What it is; nothing where that cannot be read.
    pub fn what(&self) -> Option<What> {
        match (self.note, self.from, self.to) {
            (Some(note), ..) => Some(What::Note(note)),
            (None, Some(from), Some(to)) => Some(What::Stretch(from.min(to), from.max(to))),
            (None, ..) => None,
        }
    }

    /// Where it is, in words that say nothing of what was said.
    pub fn place(&self) -> String {
        match self.what() {
            Some(What::Stretch(from, to)) => say!("withheld-stretch", from = from.to_string(), to = to.to_string()),
            Some(What::Note(note)) => say!("withheld-note", note = note.0),
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
    /// All of it: they want it destroyed.
    All,
}

/// All that is withheld of a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Withholding {
    all: BTreeMap<WithheldId, Withheld>,
    lifted: BTreeMap<WithheldId, WithheldLifted>,
    /// The last version of the letter that was written before something was withheld: it may hold that.
    letter: u32,
    extent: Extent,
}

impl Withholding {
    /// What is withheld now, in the order in which that was said.
    pub fn now(&self) -> impl Iterator<Item = &Withheld> {
        self.all.values().filter(|one| !self.lifted.contains_key(&one.id))
    }

    /// Everything that ever was, each with how it was lifted, if it was.
    pub fn ever(&self) -> impl Iterator<Item = (&Withheld, Option<&WithheldLifted>)> {
        self.all.values().map(|one| (one, self.lifted.get(&one.id)))
    }

    /// What has this number, lifted or not.
    pub fn get(&self, id: WithheldId) -> Option<&Withheld> {
        self.all.get(&id)
    }

    /// The number of the next.
    pub(crate) fn next(&self) -> WithheldId {
        WithheldId(self.all.last_key_value().map_or(1, |(id, _)| id.0 + 1))
    }

    /// Whether what was said at `at` is withheld.
    pub fn covers(&self, at: Position) -> bool {
        self.extent == Extent::All || self.stretches().iter().any(|(from, to)| (*from..=*to).contains(&at))
    }

    /// The stretches that are withheld, as they lie; none lies within another.
    pub fn stretches(&self) -> Vec<(Position, Position)> {
        let stretch = |one: &Withheld| if let Some(What::Stretch(from, to)) = one.what() { Some((from, to)) } else { None };
        let mut all: Vec<(Position, Position)> = self.now().filter_map(stretch).collect();
        all.sort_unstable();
        all.into_iter().fold(Vec::new(), |mut merged: Vec<(Position, Position)>, (from, to)| {
            match merged.last_mut() {
                Some((_, end)) if *end >= from => *end = (*end).max(to),
                _ => merged.push((from, to)),
            }
            merged
        })
    }

    /// Whether what was begun with this stamp is withheld: because the hand moved in such a stretch, or had put it there. What is taken off for
    /// the time it takes to react may lead out of the stretch in which the words were said.
    pub fn covers_hand(&self, stamp: NoteStamp) -> bool {
        [stamp.position(), stamp.raw].into_iter().any(|at| self.covers(at))
    }

    /// Whether `note` is: by its number, or because it lies in such a stretch, where it is now or where the hand had put it.
    fn holds(&self, note: &Note) -> bool {
        let named = self.now().any(|one| one.note == Some(note.id));
        named || self.covers(note.position) || self.covers_hand(note.stamp)
    }

    /// The last version of the letter that may hold what is withheld now, if a later one was not written since.
    pub(crate) fn stale_letter(&self, latest: u32) -> Option<u32> {
        (self.letter > 0 && self.letter == latest && self.now().next().is_some()).then_some(self.letter)
    }

    pub(crate) fn add(&mut self, one: Withheld, letters: u32) {
        self.lifted.remove(&one.id);
        self.letter = self.letter.max(letters);
        self.all.insert(one.id, one);
    }

    pub(crate) fn lift(&mut self, lifted: WithheldLifted) {
        self.lifted.insert(lifted.id, lifted);
    }

    /// From now on so much is withheld. Whether anything has to be marked.
    pub(crate) fn extends_to(&mut self, extent: Extent) -> bool {
        let before = std::mem::replace(&mut self.extent, extent);
        !self.all.is_empty() || extent == Extent::All || before == Extent::All
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
            all.add(one, 0);
        }
        assert_eq!(all.stretches(), [(at(20), at(40)), (at(50), at(60))]);
        assert!(all.covers(at(20)) && all.covers(at(40)) && !all.covers(at(45)) && all.next() == WithheldId(4));
        all.lift(WithheldLifted { id: WithheldId(2), ..WithheldLifted::default() });
        assert_eq!(all.stretches(), [(at(20), at(30)), (at(50), at(60))]);
        assert_eq!(all.ever().filter(|(_, lifted)| lifted.is_some()).count(), 1);
        all.add(stretch(2, 25, 40), 0);
        assert_eq!(all.stretches()[0], (at(20), at(40)), "done once more");
    }

    #[test]
    fn what_cannot_be_read_is_said_to_be_that() {
        let one: Withheld = serde_json::from_str(r#"{"id":4,"from":"noon","to":9}"#).unwrap();
        assert_eq!((one.id, one.what()), (WithheldId(4), None));
    }
}
