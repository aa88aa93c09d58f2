//! The session's timeline: which stretches were recorded, and where in which take a position lies.
//!
//! The timeline is made of [`Span`]s that follow each other without a gap. A recorded span belongs to one take and grows with its
//! frames; an unrecorded span is what the clock counted while there was no microphone. Off the record takes no room on the timeline:
//! it is a mark at one position, because nothing was captured and the clock stood still.

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::audio_end::AudioEnd;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;

/// The number of a take in its session, counted from 1: `take-001.wav`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TakeNumber(pub u32);

impl TakeNumber {
    /// The first take.
    pub const FIRST: Self = Self(1);

    /// The one after it.
    #[must_use]
    pub const fn next(self) -> Self {
        Self(self.0 + 1)
    }

    /// The name of its file.
    pub fn file_name(self) -> String {
        format!("take-{:03}.wav", self.0)
    }

    /// The take whose file is called so, if it is one's.
    pub fn of_file(name: &str) -> Option<Self> {
        let number = name.strip_prefix("take-")?.strip_suffix(".wav")?;
        Some(Self(number.parse().ok()?))
    }
}

impl fmt::Display for TakeNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A stretch of the timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// Audio: frame 0 of `take` lies at `from`.
    Recorded {
        /// Where it begins.
        from: Position,
        /// The take that holds it.
        take: TakeNumber,
        /// Frames known to be in it.
        frames: Frames,
        /// Their rate.
        rate: SampleRate,
    },
    /// No audio; the clock counted.
    Unrecorded {
        /// Where it begins.
        from: Position,
        /// Where it ends, as far as is known.
        to: Position,
        /// Why there is no audio.
        why: AudioEnd,
    },
}

impl Span {
    /// Where it begins.
    pub fn from(&self) -> Position {
        match self {
            Self::Recorded { from, .. } | Self::Unrecorded { from, .. } => *from,
        }
    }

    /// Where it ends, as far as is known.
    pub fn to(&self) -> Position {
        match self {
            Self::Recorded { from, frames, rate, .. } => from.forward(frames.duration(*rate)),
            Self::Unrecorded { to, .. } => *to,
        }
    }
}

/// A pause in which nothing was captured.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OffRecord {
    /// Where on the timeline it lies.
    pub at: Position,
    /// Why, if somebody said.
    pub reason: Option<String>,
    /// Whether it is over.
    pub over: bool,
}

/// The timeline of one session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timeline {
    spans: Vec<Span>,
    pauses: Vec<OffRecord>,
}

impl Timeline {
    /// Its spans, in order.
    pub fn spans(&self) -> &[Span] {
        &self.spans
    }

    /// Its pauses, in order.
    pub fn pauses(&self) -> &[OffRecord] {
        &self.pauses
    }

    /// Where it ends, as far as is known.
    pub fn end(&self) -> Position {
        self.spans.last().map_or(Position::START, Span::to)
    }

    /// How long was recorded, and how long was not.
    pub fn lengths(&self) -> (std::time::Duration, std::time::Duration) {
        let mut sums = (std::time::Duration::ZERO, std::time::Duration::ZERO);
        for span in &self.spans {
            let long = span.to().since(span.from());
            match span {
                Span::Recorded { .. } => sums.0 += long,
                Span::Unrecorded { .. } => sums.1 += long,
            }
        }
        sums
    }

    /// The take and frame at `position`; nothing where nothing was recorded.
    pub fn locate(&self, position: Position) -> Option<(TakeNumber, Frames)> {
        let span = self.spans.iter().rev().find(|s| s.from() <= position)?;
        match span {
            Span::Recorded { from, take, frames, rate } => {
                let frame = Frames::in_duration(position.since(*from), *rate);
                (frame < *frames).then_some((*take, frame))
            }
            Span::Unrecorded { .. } => None,
        }
    }

    /// The position of `frame` in `take`.
    pub(crate) fn position_of(&self, take: TakeNumber, frame: Frames) -> Option<Position> {
        self.spans.iter().find_map(|span| match span {
            Span::Recorded { from, take: t, rate, .. } if *t == take => Some(from.forward(frame.duration(*rate))),
            Span::Recorded { .. } | Span::Unrecorded { .. } => None,
        })
    }

    /// How many frames of `take` are known; nothing for a take that is not of this session.
    pub fn frames_of(&self, take: TakeNumber) -> Option<Frames> {
        self.spans.iter().find_map(|span| match span {
            Span::Recorded { take: t, frames, .. } if *t == take => Some(*frames),
            Span::Recorded { .. } | Span::Unrecorded { .. } => None,
        })
    }

    /// The next take number.
    pub fn next_take(&self) -> TakeNumber {
        let takes = self.spans.iter().filter_map(|s| match s {
            Span::Recorded { take, .. } => Some(take.0),
            Span::Unrecorded { .. } => None,
        });
        TakeNumber(takes.max().unwrap_or(0) + 1)
    }

    /// A take begins at `at`, which ends an unrecorded span there.
    pub(crate) fn begin_take(&mut self, take: TakeNumber, at: Position, rate: SampleRate) {
        self.end_unrecorded(at);
        let from = at.max(self.end());
        self.spans.push(Span::Recorded { from, take, frames: Frames(0), rate });
    }

    /// `take` is known to hold `frames`. What was said last counts, also where it is less: after a power cut a file may hold fewer than a
    /// checkpoint had said.
    pub(crate) fn grow_take(&mut self, take: TakeNumber, frames: Frames) {
        for span in &mut self.spans {
            if let Span::Recorded { take: t, frames: known, .. } = span
                && *t == take
            {
                *known = frames;
            }
        }
    }

    /// From `at` on nothing is recorded.
    pub(crate) fn begin_unrecorded(&mut self, at: Position, why: AudioEnd) {
        let from = at.max(self.end());
        self.spans.push(Span::Unrecorded { from, to: from, why });
    }

    /// Time went on to `at`; only an unrecorded span at the end grows by it.
    pub(crate) fn end_unrecorded(&mut self, at: Position) {
        if let Some(Span::Unrecorded { to, .. }) = self.spans.last_mut() {
            *to = at.max(*to);
        }
    }

    /// Off the record at `at`.
    pub(crate) fn pause(&mut self, at: Position, reason: Option<String>) {
        self.end_unrecorded(at);
        self.pauses.push(OffRecord { at, reason, over: false });
    }

    /// Back on the record.
    pub(crate) fn resume(&mut self) {
        if let Some(pause) = self.pauses.last_mut() {
            pause.over = true;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_unrecorded_stretch_lies_between_two_takes() {
        let mut line = Timeline::default();
        line.begin_take(TakeNumber(1), Position::START, SampleRate::STUDIO);
        line.grow_take(TakeNumber(1), Frames(48_000 * 10));
        line.begin_unrecorded(Position::from_secs(10), AudioEnd::NotesOnly);
        line.begin_take(TakeNumber(2), Position::from_secs(14), SampleRate::STUDIO);
        line.grow_take(TakeNumber(2), Frames(48_000 * 5));
        assert_eq!(line.locate(Position::from_secs(9)), Some((TakeNumber(1), Frames(48_000 * 9))));
        assert_eq!(line.locate(Position::from_secs(12)), None);
        assert_eq!(line.locate(Position::from_secs(15)), Some((TakeNumber(2), Frames(48_000))));
        assert_eq!((line.end(), line.next_take()), (Position::from_secs(19), TakeNumber(3)));
        assert_eq!(line.lengths(), (std::time::Duration::from_secs(15), std::time::Duration::from_secs(4)));
    }

    #[test]
    fn what_a_file_turned_out_to_hold_counts_though_a_checkpoint_said_more() {
        let mut line = Timeline::default();
        line.begin_take(TakeNumber(1), Position::START, SampleRate::STUDIO);
        line.grow_take(TakeNumber(1), Frames(48_000 * 10));
        line.grow_take(TakeNumber(1), Frames(48_000 * 9));
        assert_eq!((line.frames_of(TakeNumber(1)), line.end()), (Some(Frames(48_000 * 9)), Position::from_secs(9)));
    }

    proptest! {
        /// A position goes to a frame and comes back within a millisecond, whatever lies before it.
        #[test]
        fn there_and_back(parts in prop::collection::vec((any::<bool>(), 1u64..100_000, 8_000u32..192_000), 1..12), pick in 0u64..1000) {
            let mut line = Timeline::default();
            for (n, (recorded, ms, hertz)) in parts.into_iter().enumerate() {
                let long = std::time::Duration::from_millis(ms);
                if recorded {
                    let (take, rate) = (TakeNumber(u32::try_from(n).unwrap() + 1), SampleRate::new(hertz).unwrap());
                    line.begin_take(take, line.end(), rate);
                    line.grow_take(take, Frames::in_duration(long, rate));
                } else {
                    line.begin_unrecorded(line.end(), AudioEnd::NotesOnly);
                    line.end_unrecorded(line.end().forward(long));
                }
            }
            let position = Position::from_millis(line.end().millis() * pick / 1000);
            if let Some((take, frame)) = line.locate(position) {
                let back = line.position_of(take, frame).unwrap();
                prop_assert!(back.millis().abs_diff(position.millis()) <= 1, "{position:?} came back as {back:?}");
            }
            for pair in line.spans().windows(2) {
                prop_assert!(pair[1].from() >= pair[0].to());
            }
        }
    }
}
