//! What left a session, in the order in which it did: letters, clips, packs for a transcriber, exports, and the sound that one was given.
//!
//! Whoever no longer wants something used is told nothing by what is made from then on; but what was made before may hold it, and lies
//! where nobody here can take it away. So each is remembered with its place in that order, and [`crate::domain::session::Session::left_before`]
//! names those that may hold what is not to be used.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::digest::Digest;
use crate::domain::lenient;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::domain::transcript::handed::Handed;
use crate::domain::transcript::handed::Step;

/// What a copy of the sound is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CopyKind {
    /// A stretch, as a file of its own.
    Clip,
    /// All of it, in a folder for a transcriber.
    Pack,
    /// Its words, and its sound with them, as they were exported.
    Export,
    /// Its words alone, as they were exported.
    Words,
    /// Something that only a newer hearback makes.
    #[default]
    #[serde(other)]
    Newer,
}

/// A copy of the sound that was made to leave the session.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SoundCopy {
    /// What it is.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub copy: CopyKind,
    /// From where it is.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub from: Position,
    /// Up to where; where that cannot be read, to the end.
    #[serde(default = "at_the_end")]
    pub to: Position,
    /// The name of its file, or of its folder, without where that lies.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub file: String,
    /// The day.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
    /// The SHA-256 of the file of a clip, or of an export; of one that is a folder, of the lines of its manifest.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Digest>,
    /// Whether it was made: what could not be written after all was not.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Stands::holds")]
    pub stands: Stands,
}

impl SoundCopy {
    /// Whether it is the file of this name that holds this: by what it holds, or by its name where either is not known.
    pub fn is_file(&self, name: &str, holds: Option<&Digest>) -> bool {
        match (&self.sha256, holds) {
            (Some(sum), Some(holds)) => sum == holds,
            (None, _) | (_, None) => self.file == name,
        }
    }

    /// Whether it is what `begun` was when that was being written, and its digest was not known.
    fn is_now(&self, begun: &Self) -> bool {
        matches!(self.copy, CopyKind::Clip | CopyKind::Export | CopyKind::Words)
            && self.sha256.is_some()
            && *begun == Self { sha256: None, ..self.clone() }
    }
}

fn at_the_end() -> Position {
    Position::from_millis(u64::MAX)
}

/// So much had left by then.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct ByThen(usize);

/// Something that left.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Left {
    /// This version of the letter.
    Letter(u32),
    /// A copy of the sound.
    Copy(SoundCopy),
    /// Sound that a transcriber was given; where it was deleted since, or never given after all, it is [`Left::Nothing`].
    Given(Handed),
    /// It did not leave, or is nowhere any more.
    Nothing,
}

/// What left, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outside {
    all: Vec<Left>,
    /// What of the sound that was given is deleted there: where it stood, what it was, and what was written down then, which may be taken
    /// back.
    deleted: Vec<(usize, Handed, Handed)>,
}

impl Outside {
    /// How much has left by now.
    pub(crate) fn by_now(&self) -> ByThen {
        ByThen(self.all.len())
    }

    /// The last version of the letter, of those that had left by then; 0 where none had.
    pub(crate) fn last_letter(&self, by: ByThen) -> u32 {
        self.all.iter().take(by.0).map(|left| if let Left::Letter(version) = left { *version } else { 0 }).max().unwrap_or(0)
    }

    /// What there is, with how much had left before each. Sound that was given is as old as what was packed last by then; where that is not
    /// known, as old as anything.
    pub(crate) fn all(&self) -> impl Iterator<Item = (&Left, ByThen)> {
        let packed = |before: usize| {
            let is_pack = |left: &Left| matches!(left, Left::Copy(copy) if matches!(copy.copy, CopyKind::Pack | CopyKind::Newer));
            self.all.iter().take(before).rposition(is_pack).unwrap_or(0)
        };
        self.all.iter().enumerate().map(move |(n, left)| (left, ByThen(if matches!(left, Left::Given(_)) { packed(n) } else { n })))
    }

    /// This version of the letter was written.
    pub(crate) fn letter(&mut self, version: u32) {
        self.all.push(Left::Letter(version));
    }

    /// A copy was made, or was not after all.
    pub(crate) fn copy(&mut self, copy: &SoundCopy) {
        let is_it =
            |left: &&mut Left| matches!(left, Left::Copy(one) if (one.copy, &one.file, &one.on) == (copy.copy, &copy.file, &copy.on));
        match copy.stands {
            Stands::Stands => match self.all.iter_mut().rev().find(|left| matches!(left, Left::Copy(one) if copy.is_now(one))) {
                Some(begun) => *begun = Left::Copy(copy.clone()),
                None => self.all.push(Left::Copy(copy.clone())),
            },
            Stands::TakenBack => self.all.iter_mut().rev().find(is_it).into_iter().for_each(|left| *left = Left::Nothing),
        }
    }

    /// Something became of what a transcriber was given.
    pub(crate) fn hand(&mut self, handed: &Handed) {
        let theirs = |left: &Left| matches!(left, Left::Given(given) if handed.is_of(given));
        match (handed.step, handed.stands) {
            (Step::Given, Stands::Stands) => self.all.push(Left::Given(handed.clone())),
            (Step::Given, Stands::TakenBack) => {
                let is_it = |left: &&mut Left| matches!(left, Left::Given(one) if (&one.whom, &one.on) == (&handed.whom, &handed.on));
                self.all.iter_mut().rev().find(is_it).into_iter().for_each(|left| *left = Left::Nothing);
            }
            (Step::DeletedThere, Stands::Stands) => {
                if let Some(n) = self.all.iter().rposition(theirs)
                    && let Left::Given(one) = std::mem::replace(&mut self.all[n], Left::Nothing)
                {
                    self.deleted.push((n, one, handed.clone()));
                }
            }
            (Step::DeletedThere, Stands::TakenBack) => {
                let is_it = |(_, _, said): &(usize, Handed, Handed)| (&said.whom, &said.on) == (&handed.whom, &handed.on);
                if let Some(at) = self.deleted.iter().rposition(is_it) {
                    let (n, one, _) = self.deleted.remove(at);
                    self.all[n] = Left::Given(one);
                }
            }
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn copy(copy: CopyKind, file: &str) -> SoundCopy {
        SoundCopy { copy, file: file.into(), on: "2026-11-24".into(), ..SoundCopy::default() }
    }

    fn handed(step: Step, stands: Stands) -> Handed {
        Handed { step, whom: "T1".into(), on: "2026-11-25".into(), share: None, stands }
    }

    #[test]
    fn what_was_not_made_or_is_deleted_is_nowhere() {
        let mut outside = Outside::default();
        outside.letter(2);
        for stands in [Stands::Stands, Stands::TakenBack] {
            outside.copy(&SoundCopy { stands, ..copy(CopyKind::Clip, "a.wav") });
        }
        outside.copy(&copy(CopyKind::Pack, "for-t1"));
        outside.hand(&handed(Step::Given, Stands::Stands));
        let kinds = |outside: &Outside| outside.all().filter(|(left, _)| **left != Left::Nothing).map(|(_, by)| by.0).collect::<Vec<_>>();
        assert_eq!(kinds(&outside), [0, 2, 2], "what was given is as old as what was packed");
        outside.hand(&handed(Step::DeletedThere, Stands::Stands));
        assert_eq!(kinds(&outside), [0, 2]);
        outside.hand(&handed(Step::DeletedThere, Stands::TakenBack));
        assert_eq!(kinds(&outside), [0, 2, 2]);
        outside.hand(&handed(Step::Given, Stands::TakenBack));
        assert_eq!((kinds(&outside), outside.last_letter(outside.by_now()), outside.last_letter(ByThen(0))), (vec![0, 2], 2, 0));
    }

    #[test]
    fn who_deleted_what_they_had_is_the_one_who_is_named() {
        let to = |whom: &str, step, stands| Handed { whom: whom.into(), ..handed(step, stands) };
        let mut outside = Outside::default();
        for whom in ["T1", "T2", "T3"] {
            outside.hand(&to(whom, Step::Given, Stands::Stands));
        }
        let mut is_out = |whom: &str, step, stands| {
            outside.hand(&to(whom, step, stands));
            let whom = |(left, _): (&Left, ByThen)| if let Left::Given(one) = left { Some(one.whom.clone()) } else { None };
            outside.all().filter_map(whom).collect::<Vec<_>>().join(" ")
        };
        assert_eq!(is_out("T1", Step::DeletedThere, Stands::Stands), "T2 T3");
        assert_eq!(is_out("T4", Step::DeletedThere, Stands::Stands), "T2 T3");
        assert_eq!(is_out("", Step::DeletedThere, Stands::Stands), "T2", "as before anybody was named: who was given it last");
        assert_eq!(is_out("T1", Step::DeletedThere, Stands::TakenBack), "T1 T2");
        assert_eq!(is_out("", Step::DeletedThere, Stands::TakenBack), "T1 T2 T3");
    }

    #[test]
    fn a_copy_of_which_little_can_be_read_may_be_of_anything() {
        let read: SoundCopy = serde_json::from_str(r#"{"copy":"cast","from":"noon","file":7}"#).unwrap();
        assert_eq!((read.copy, read.from, read.to, read.stands), (CopyKind::Newer, Position::START, at_the_end(), Stands::Stands));
        let whole = r#"{"copy":"clip","from":2000,"to":5000,"file":"a.wav","on":"2026-11-24"}"#;
        let read: SoundCopy = serde_json::from_str(whole).unwrap();
        assert_eq!(serde_json::to_string(&read).unwrap(), whole);
    }
}
