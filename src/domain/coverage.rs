//! What happened to each question, and how long each was open.
//!
//! The guide is a map, not a rail: opening a question says nothing about it, only the interviewer's mark does. Time is counted per
//! question between one opening and the next, on the session's timeline, so that pauses do not count.

pub mod state;

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::time::Duration;

use serde::Deserialize;
use serde::Serialize;

pub use crate::domain::coverage::state::Coverage;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::words::say;

/// A mark on a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What happened.
    pub coverage: Coverage,
    /// Why, for a question that was skipped.
    pub reason: Option<String>,
}

/// A coded answer to a closed question, and when it was chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chosen {
    /// Its code.
    pub code: String,
    /// When.
    pub at: Position,
}

/// A probe that the guide does not have.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnProbe {
    /// It asked whether something had been understood.
    Clarifying,
    /// It was made up on the spot. Also what only a newer hearback has a word for.
    #[serde(other)]
    Improvised,
}

impl OwnProbe {
    /// Each, in the order of the row.
    pub const ALL: [Self; 2] = [Self::Improvised, Self::Clarifying];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Improvised => "improvised",
            Self::Clarifying => "clarifying",
        }
    }

    /// The words that people have for so many of it.
    pub(crate) fn counted(self, count: usize) -> String {
        say!("own-probes", kind = self.word(), count = count)
    }
}

/// A probe of the interviewer's own: which, and when it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AskedProbe {
    /// What it was.
    pub own: OwnProbe,
    /// When.
    pub at: Position,
}

/// The coverage of one interview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverageMap {
    /// Each with when it was made.
    marks: BTreeMap<Id, (Mark, Position)>,
    probes: BTreeSet<Id>,
    choices: BTreeMap<Id, Chosen>,
    own: BTreeMap<Id, Vec<AskedProbe>>,
    open: Option<(Id, Position)>,
    /// Since when the question was that was open before it.
    before: Option<Position>,
    spent: BTreeMap<Id, Duration>,
    /// Which question was opened when, in order.
    opened: Vec<(Id, Position)>,
    /// The questions of which the reason is not to be used, and those of which the coded answer is not.
    withheld: [BTreeSet<Id>; 2],
}

impl CoverageMap {
    /// What happened to `question`. One that has a coded answer was asked, whether or not somebody marked it as well.
    pub fn mark(&self, question: &Id) -> Mark {
        let coverage = if self.choices.contains_key(question) { Coverage::Asked } else { Coverage::NotYet };
        let mark = self.marks.get(question).map_or(Mark { coverage, reason: None }, |(mark, _)| mark.clone());
        let reason = mark.reason.filter(|_| !self.has_reason_withheld(question));
        Mark { reason, ..mark }
    }

    /// How somebody marked `question` and when, apart from what follows from its answer, and with a reason that is not to be used: for whoever
    /// takes a later mark back.
    pub(crate) fn marked(&self, question: &Id) -> Option<&(Mark, Position)> {
        self.marks.get(question)
    }

    /// Whether the reason of `question` is not to be used.
    pub(crate) fn has_reason_withheld(&self, question: &Id) -> bool {
        self.withheld[0].contains(question)
    }

    /// What happened to `question`, as one word.
    pub fn of(&self, question: &Id) -> Coverage {
        self.mark(question).coverage
    }

    /// Whether `question` was ever opened, marked, answered or probed.
    pub(crate) fn is_touched(&self, question: &Id) -> bool {
        let is_marked = self.of(question) != Coverage::NotYet || !self.own_probes(question).is_empty();
        is_marked || self.open() == Some(question) || self.spent.contains_key(question)
    }

    /// The probes that were asked at `question` and that the guide does not have, in their order.
    pub fn own_probes(&self, question: &Id) -> &[AskedProbe] {
        self.own.get(question).map_or(&[], Vec::as_slice)
    }

    /// How many of them there were of each kind, in words; nothing where there were none.
    pub(crate) fn own_probes_counted(&self, question: &Id) -> Option<String> {
        let asked = self.own_probes(question);
        let of = |own: OwnProbe| asked.iter().filter(|one| one.own == own).count();
        let words: Vec<String> = OwnProbe::ALL.into_iter().filter(|p| of(*p) > 0).map(|own| own.counted(of(own))).collect();
        (!words.is_empty()).then(|| words.join(", "))
    }

    /// Whether `probe` was used.
    pub fn used(&self, probe: &Id) -> bool {
        self.probes.contains(probe)
    }

    /// The open question.
    pub fn open(&self) -> Option<&Id> {
        self.open.as_ref().map(|(id, _)| id)
    }

    /// Since when the open question is.
    pub fn open_since(&self) -> Option<Position> {
        self.open.as_ref().map(|(_, since)| *since)
    }

    /// Since when the question was that was open before it.
    pub fn open_before(&self) -> Option<Position> {
        self.before
    }

    /// Which question was opened when, in order: each was open until the next was.
    pub fn opened(&self) -> &[(Id, Position)] {
        &self.opened
    }

    /// The question that was open at `at`.
    pub fn at(&self, at: Position) -> Option<&Id> {
        self.opened.iter().rev().find(|(_, since)| *since <= at).map(|(question, _)| question)
    }

    /// When each question that has a mark was marked.
    pub(crate) fn marks(&self) -> impl Iterator<Item = Position> {
        self.marks.values().map(|(_, at)| *at)
    }

    /// How long `question` has been open, up to `now`.
    pub fn spent(&self, question: &Id, now: Position) -> Duration {
        let before = self.spent.get(question).copied().unwrap_or_default();
        match &self.open {
            Some((id, since)) if id == question => before + now.since(*since),
            _ => before,
        }
    }

    /// How long the questions of topic number `topic` have been open, up to `now`.
    pub(crate) fn spent_on_topic(&self, guide: &Guide, topic: usize, now: Position) -> Duration {
        guide.topics.get(topic).map_or(Duration::ZERO, |t| t.questions.iter().map(|q| self.spent(&q.id, now)).sum())
    }

    /// The coded answer that was chosen to `question`, by its code.
    pub fn choice(&self, question: &Id) -> Option<&str> {
        self.chosen(question).map(|chosen| chosen.code.as_str())
    }

    /// The coded answer that was chosen to `question`, and when; nothing where it is not to be used.
    pub fn chosen(&self, question: &Id) -> Option<&Chosen> {
        self.answered(question).filter(|_| !self.withheld[1].contains(question))
    }

    /// The same where it is not to be used, too: for what follows from it, and for whoever takes a later one back.
    pub(crate) fn answered(&self, question: &Id) -> Option<&Chosen> {
        self.choices.get(question)
    }

    /// What was said at a moment that `covers` is not to be used: the reason of a mark that was made then, a coded answer that was chosen then.
    pub(crate) fn withhold(&mut self, covers: impl Fn(Position) -> bool) {
        let reasons = self.marks.iter().filter(|(_, (_, at))| covers(*at)).map(|(id, _)| id.clone()).collect();
        let choices = self.choices.iter().filter(|(_, chosen)| covers(chosen.at)).map(|(id, _)| id.clone()).collect();
        self.withheld = [reasons, choices];
    }

    /// Opens `question` at `at`, which closes the one before.
    pub(crate) fn open_at(&mut self, question: Id, at: Position) {
        self.before = self.open_since();
        self.close_at(at);
        self.opened.push((question.clone(), at));
        self.open = Some((question, at));
    }

    /// Stops the count at `at`.
    pub(crate) fn close_at(&mut self, at: Position) {
        if let Some((id, since)) = self.open.take() {
            *self.spent.entry(id).or_default() += at.since(since);
        }
    }

    /// Marks `question` at `at`; with "not yet" it has no mark.
    pub(crate) fn set(&mut self, question: Id, mark: Mark, at: Position) {
        if mark.coverage == Coverage::NotYet {
            self.marks.remove(&question);
        } else {
            self.marks.insert(question, (mark, at));
        }
    }

    /// Notes which coded answer was chosen to `question`, if any.
    pub(crate) fn set_choice(&mut self, question: Id, chosen: Option<Chosen>) {
        match chosen {
            Some(chosen) => drop(self.choices.insert(question, chosen)),
            None => drop(self.choices.remove(&question)),
        }
    }

    /// Notes that a probe was asked at `question` that the guide does not have, or that this was taken back.
    pub(crate) fn set_own_probe(&mut self, question: Id, asked: AskedProbe, stands: Stands) {
        stands.keep(asked, self.own.entry(question).or_default());
    }

    /// Marks `probe` as used or not.
    pub(crate) fn set_probe(&mut self, probe: Id, used: ProbeUse) {
        match used {
            ProbeUse::Used => self.probes.insert(probe),
            ProbeUse::Unused => self.probes.remove(&probe),
        };
    }
}

/// Whether a probe of the guide was used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProbeUse {
    /// It was.
    Used,
    /// It was not, or the mark was taken back.
    Unused,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::tests::small;

    #[test]
    fn time_is_counted_between_openings() {
        let (guide, mut map) = (small(), CoverageMap::default());
        let secs = Position::from_secs;
        map.open_at(Id::new("day"), secs(0));
        map.open_at(Id::new("tension"), secs(60));
        map.open_at(Id::new("day"), secs(100));
        assert_eq!(map.spent(&Id::new("day"), secs(130)), Duration::from_secs(90));
        assert_eq!(map.spent_on_topic(&guide, 1, secs(130)), Duration::from_secs(40));
        map.close_at(secs(130));
        assert_eq!(map.spent(&Id::new("day"), secs(500)), Duration::from_secs(90));
    }
}
