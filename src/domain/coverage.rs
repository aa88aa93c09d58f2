//! What happened to each question, and how long each was open.
//!
//! The guide is a map, not a rail: opening a question says nothing about it, only the interviewer's mark does. Time is counted per
//! question between one opening and the next, on the session's timeline, so that pauses do not count.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::time::Duration;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Round;
use crate::domain::time::Position;
use crate::words::say;

/// What happened to a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Coverage {
    /// Nothing so far.
    #[default]
    NotYet,
    /// Asked and answered.
    Asked,
    /// They raised it themselves.
    Volunteered,
    /// Some of it.
    Partly,
    /// It came up; come back to it.
    ComeBack,
    /// Left out on purpose.
    Skipped,
}

impl Coverage {
    /// Every state, in the order in which the cover key goes through them.
    pub const ALL: [Self; 6] = [Self::NotYet, Self::Asked, Self::Partly, Self::Volunteered, Self::ComeBack, Self::Skipped];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Asked => "asked",
            Self::Volunteered => "volunteered",
            Self::Partly => "partly",
            Self::ComeBack => "come back",
            Self::Skipped => "skipped",
        }
    }

    /// The word that people have for it.
    pub fn words(self) -> String {
        match self {
            Self::NotYet => say!("coverage-not-yet"),
            Self::Asked => say!("coverage-asked"),
            Self::Volunteered => say!("coverage-volunteered"),
            Self::Partly => say!("coverage-partly"),
            Self::ComeBack => say!("coverage-come-back"),
            Self::Skipped => say!("coverage-skipped"),
        }
    }

    /// The state after this one, and after the last the first.
    #[must_use]
    pub fn next(self) -> Self {
        let at = Self::ALL.iter().position(|c| *c == self).unwrap_or(0);
        Self::ALL[(at + 1) % Self::ALL.len()]
    }

    /// Whether nothing more is expected of the question.
    pub(crate) const fn is_settled(self) -> bool {
        match self {
            Self::Asked | Self::Volunteered | Self::Skipped => true,
            Self::NotYet | Self::Partly | Self::ComeBack => false,
        }
    }
}

/// A mark on a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// What happened.
    pub coverage: Coverage,
    /// Why, for a question that was skipped.
    pub reason: Option<String>,
}

/// The coverage of one interview.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CoverageMap {
    marks: BTreeMap<Id, Mark>,
    probes: BTreeSet<Id>,
    open: Option<(Id, Position)>,
    spent: BTreeMap<Id, Duration>,
}

impl CoverageMap {
    /// What happened to `question`.
    pub fn mark(&self, question: &Id) -> Mark {
        self.marks.get(question).cloned().unwrap_or_default()
    }

    /// What happened to `question`, as one word.
    pub fn of(&self, question: &Id) -> Coverage {
        self.marks.get(question).map_or(Coverage::NotYet, |m| m.coverage)
    }

    /// Whether `probe` was used.
    pub fn used(&self, probe: &Id) -> bool {
        self.probes.contains(probe)
    }

    /// The open question.
    pub fn open(&self) -> Option<&Id> {
        self.open.as_ref().map(|(id, _)| id)
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

    /// How many of the questions of `round` are settled, and how many there are.
    pub fn settled(&self, guide: &Guide, round: Round) -> (usize, usize) {
        let all = guide.asked_in(round);
        all.fold((0, 0), |(done, n), (_, q)| (done + usize::from(self.of(&q.id).is_settled()), n + 1))
    }

    /// Opens `question` at `at`, which closes the one before.
    pub(crate) fn open_at(&mut self, question: Id, at: Position) {
        self.close_at(at);
        self.open = Some((question, at));
    }

    /// Stops the count at `at`.
    pub(crate) fn close_at(&mut self, at: Position) {
        if let Some((id, since)) = self.open.take() {
            *self.spent.entry(id).or_default() += at.since(since);
        }
    }

    /// Marks `question`.
    pub(crate) fn set(&mut self, question: Id, mark: Mark) {
        self.marks.insert(question, mark);
    }

    /// Marks `probe` as used or not.
    pub(crate) fn set_probe(&mut self, probe: Id, used: ProbeUse) {
        match used {
            ProbeUse::Used => self.probes.insert(probe),
            ProbeUse::Unused => self.probes.remove(&probe),
        };
    }
}

/// Whether a probe was used.
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

    #[test]
    fn opening_a_question_does_not_cover_it() {
        let (guide, mut map) = (small(), CoverageMap::default());
        map.open_at(Id::new("day"), Position::START);
        assert_eq!((map.of(&Id::new("day")), map.settled(&guide, Round::First)), (Coverage::NotYet, (0, 3)));
        map.set(Id::new("day"), Mark { coverage: Coverage::Volunteered, reason: None });
        assert_eq!(map.settled(&guide, Round::First), (1, 3));
    }
}
