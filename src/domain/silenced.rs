//! What was made silent in a take: which frames, for the sake of what that is withheld, and what the take was before and is since.
//!
//! The journal says it twice: when all is ready and proven ([`crate::domain::event::Event::SilencingBegun`]), and when the take with the
//! words in it is gone. In between both are the recording, because a crash may have left either.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::digest::Digest;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::timeline::TakeNumber;
use crate::domain::withheld::WithheldId;

/// Frames of a take, the last one not included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cut {
    /// The first.
    pub from: Frames,
    /// The one after the last.
    pub to: Frames,
}

impl Cut {
    /// The frames of a take, whose first lies at `begins`, that lie within a stretch. Its last millisecond is part of it, and so is the frame
    /// in which that one ends: nothing is left of what is meant. All that is silent anywhere is by this rule.
    pub fn of((from, to): (Position, Position), begins: Position, rate: SampleRate) -> Self {
        let past = Position::from_millis(to.millis().saturating_add(1));
        let end = if past <= begins { Frames(0) } else { Frames(Frames::in_duration(past.since(begins), rate).0.saturating_add(1)) };
        Self { from: Frames::in_duration(from.since(begins), rate), to: end }
    }

    /// As much of it as lies in a take of so many frames; nothing if none of it does.
    pub fn in_take(self, frames: Frames) -> Option<Self> {
        let Self { from, to } = self;
        Some(Self { from: from.min(frames), to: to.min(frames) }).filter(|cut| cut.from < cut.to)
    }

    /// How many there are.
    pub fn frames(self) -> Frames {
        self.to - self.from
    }

    /// Whether all of them lie within `other`.
    pub fn is_within(self, other: Self) -> bool {
        other.from <= self.from && self.to <= other.to
    }
}

/// Cuts as they lie, none within or touching another.
pub fn joined(mut cuts: Vec<Cut>) -> Vec<Cut> {
    cuts.retain(|cut| cut.from < cut.to);
    cuts.sort_unstable();
    cuts.into_iter().fold(Vec::new(), |mut joined: Vec<Cut>, cut| {
        match joined.last_mut() {
            Some(last) if last.to >= cut.from => last.to = last.to.max(cut.to),
            _ => joined.push(cut),
        }
        joined
    })
}

/// What is, or was, made silent in a take.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silence {
    /// The numbers of what is withheld there.
    pub ids: Vec<WithheldId>,
    /// The take.
    pub take: TakeNumber,
    /// The day.
    pub on: String,
    /// Which frames are silence.
    pub cuts: Vec<Cut>,
    /// How many frames its file has, before and since.
    pub frames: Frames,
    /// The SHA-256 of its data before.
    pub was: Digest,
    /// And since.
    pub sha256: Digest,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cuts_that_touch_are_one_and_empty_ones_none() {
        let cut = |from, to| Cut { from: Frames(from), to: Frames(to) };
        assert_eq!(joined(vec![cut(50, 60), cut(10, 20), cut(20, 25), cut(12, 14), cut(70, 70)]), [cut(10, 25), cut(50, 60)]);
        assert!(cut(12, 14).is_within(cut(10, 25)) && !cut(12, 26).is_within(cut(10, 25)));
    }
}
