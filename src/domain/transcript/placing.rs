//! Where the times of a file lie on the session's timeline.
//!
//! A transcript counts in recorded time: second 0 is the first of the sound it was made of. Of one take that is the take's own; of several it is
//! the takes laid end to end, in their order and without what lies between them (which is how `hearback transcript pack` numbers them too, where
//! somebody joins them). Pauses take no room there, because nothing was recorded in them. What lies beyond the sound is cut or left out, and
//! counted.

use std::time::Duration;

use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::domain::timeline::Timeline;
use crate::domain::transcript::Passage;

/// The stretches of sound that a transcript was made of, in their order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sounded {
    /// Each with where it begins on the timeline and how many milliseconds it has.
    stretches: Vec<(TakeNumber, Position, u64)>,
}

/// Where the times of a passage lie.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Placed {
    /// From here to there.
    Within(Position, Position),
    /// Before the beginning of the sound.
    Before,
    /// Beyond its end.
    Beyond,
}

impl Sounded {
    /// All takes of `timeline`, or one.
    pub fn of(timeline: &Timeline, take: Option<TakeNumber>) -> Self {
        let stretch = |span: &Span| match span {
            Span::Recorded { frames: Frames(0), .. } | Span::Unrecorded { .. } => None,
            Span::Recorded { from, take, .. } => {
                let long = u64::try_from(span.to().since(*from).as_millis()).unwrap_or(u64::MAX);
                Some((*take, *from, long))
            }
        };
        let wanted = |(number, _, _): &(TakeNumber, Position, u64)| take.is_none_or(|take| take == *number);
        Self { stretches: timeline.spans().iter().filter_map(stretch).filter(wanted).collect() }
    }

    /// The takes.
    pub fn takes(&self) -> impl Iterator<Item = TakeNumber> {
        self.stretches.iter().map(|(take, _, _)| *take)
    }

    /// Where they lie on the timeline.
    pub fn covers(&self) -> Vec<(Position, Position)> {
        self.stretches.iter().map(|(_, from, long)| (*from, Position::from_millis(from.millis().saturating_add(*long)))).collect()
    }

    /// The part of it that `passages` are of: from the first of them to where the last ends. What is left of the sound before and after that is
    /// theirs as well, unless it is longer than a while: then there was more to be said than they have. Without passages, where it begins.
    pub fn covers_of(&self, passages: &[Passage]) -> Vec<(Position, Position)> {
        const A_WHILE: Duration = Duration::from_secs(60);
        const A_MOMENT: Duration = Duration::from_millis(1);
        let all = self.covers();
        if passages.is_empty() {
            return all.first().map(|(begin, _)| (*begin, *begin)).into_iter().collect();
        }
        let first = passages.iter().map(|one| one.from).min().unwrap_or_default();
        let last = passages.iter().map(|one| one.to.max(one.from.forward(A_MOMENT))).max().unwrap_or_default();
        // What is left is sound: what lies between takes does not count.
        let sound =
            |from: Position, to: Position| -> Duration { all.iter().map(|(begins, ends)| to.min(*ends).since(from.max(*begins))).sum() };
        let (begin, end) = (Position::START, all.last().map_or(Position::START, |(_, end)| *end));
        let from = if sound(begin, first) > A_WHILE { first } else { begin };
        let to = if sound(last, end) > A_WHILE { last } else { end };
        let cut = all.iter().map(|(begins, ends)| (from.max(*begins), to.min(*ends)));
        cut.filter(|(begins, ends)| begins < ends).collect()
    }

    /// How much sound there is, in milliseconds.
    pub fn long(&self) -> u64 {
        self.stretches.iter().map(|(_, _, long)| long).sum()
    }

    /// Where what the file puts at `from` to `to` lies, moved by `offset` milliseconds; without an end, it goes on to `next`, or to the end.
    pub fn place(&self, from: u64, to: Option<u64>, next: Option<u64>, offset: i64) -> Placed {
        let moved = |ms: u64| i64::try_from(ms).unwrap_or(i64::MAX).saturating_add(offset);
        let end = i64::try_from(self.long()).unwrap_or(i64::MAX);
        let (from, to) = (moved(from), to.or(next).map_or(end, moved));
        if to < 0 || from < 0 && to <= 0 {
            return Placed::Before;
        }
        if from >= end {
            return Placed::Beyond;
        }
        let (from, to) = (from.max(0), to.max(from).min(end));
        let [begins, ends] = [(from, Edge::Begins), (to, Edge::Ends)].map(|(ms, edge)| self.position(u64::try_from(ms).unwrap_or(0), edge));
        Placed::Within(begins, ends.max(begins))
    }

    /// Where so many milliseconds of sound have gone by: what ends where a take ends, ends in that one.
    fn position(&self, ms: u64, edge: Edge) -> Position {
        let mut left = ms;
        let mut last = Position::START;
        for (_, from, long) in &self.stretches {
            if left < *long || left == *long && edge == Edge::Ends {
                return Position::from_millis(from.millis().saturating_add(left));
            }
            (left, last) = (left - long, Position::from_millis(from.millis().saturating_add(*long)));
        }
        last
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Edge {
    Begins,
    Ends,
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::audio_end::AudioEnd;
    use crate::domain::time::SampleRate;

    /// Ten seconds, a hole of four, five seconds.
    fn line() -> Timeline {
        let (mut line, rate) = (Timeline::default(), SampleRate::STUDIO);
        line.begin_take(TakeNumber(1), Position::START, rate);
        line.grow_take(TakeNumber(1), Frames(480_000));
        line.begin_unrecorded(Position::from_secs(10), AudioEnd::NotesOnly);
        line.begin_take(TakeNumber(2), Position::from_secs(14), rate);
        line.grow_take(TakeNumber(2), Frames(240_000));
        line
    }

    fn within(from: u64, to: u64) -> Placed {
        Placed::Within(Position::from_millis(from), Position::from_millis(to))
    }

    #[test]
    fn several_takes_lie_end_to_end() {
        let all = Sounded::of(&line(), None);
        assert_eq!(all.place(1_000, Some(2_000), None, 0), within(1_000, 2_000));
        assert_eq!(all.place(9_000, Some(10_000), None, 0), within(9_000, 10_000), "it ends where the take does");
        assert_eq!(all.place(10_000, Some(11_000), None, 0), within(14_000, 15_000));
        assert_eq!(all.place(9_000, Some(12_000), None, 0), within(9_000, 16_000), "over the hole");
        assert_eq!(all.place(14_000, Some(99_000), None, 0), within(18_000, 19_000), "cut at the end");
        assert_eq!((all.place(15_000, None, None, 0), all.place(15_001, Some(16_000), None, 0)), (Placed::Beyond, Placed::Beyond));
        assert_eq!(all.place(13_000, None, None, 0), within(17_000, 19_000), "without an end it goes on");
        assert_eq!(all.place(1_000, None, Some(3_000), 0), within(1_000, 3_000));
        assert_eq!(all.long(), 15_000);
    }

    #[test]
    fn one_take_has_its_own_clock_and_an_offset_moves_all() {
        let second = Sounded::of(&line(), Some(TakeNumber(2)));
        assert_eq!(second.place(0, Some(1_000), None, 0), within(14_000, 15_000));
        assert_eq!(second.place(2_000, Some(3_000), None, -1_500), within(14_500, 15_500));
        assert_eq!(second.place(1_000, Some(2_000), None, -1_500), within(14_000, 14_500), "cut at the beginning");
        assert_eq!(second.place(0, Some(1_000), None, -2_000), Placed::Before);
        assert_eq!(second.covers(), [(Position::from_secs(14), Position::from_secs(19))]);
        assert_eq!(Sounded::of(&line(), Some(TakeNumber(9))).long(), 0);
    }

    #[test]
    fn passages_that_end_early_are_of_no_more_than_they_reach() {
        let (mut line, rate) = (Timeline::default(), SampleRate::STUDIO);
        line.begin_take(TakeNumber(1), Position::START, rate);
        line.grow_take(TakeNumber(1), Frames(48_000 * 600));
        line.begin_unrecorded(Position::from_secs(600), AudioEnd::NotesOnly);
        line.begin_take(TakeNumber(2), Position::from_secs(700), rate);
        line.grow_take(TakeNumber(2), Frames(48_000 * 600));
        let sounded = Sounded::of(&line, None);
        let covers = |from: u64, to: u64| {
            let passage = Passage { from: Position::from_secs(from), to: Position::from_secs(to), ..Passage::default() };
            sounded.covers_of(&[passage]).into_iter().map(|(from, to)| (from.secs(), to.secs())).collect::<Vec<_>>()
        };
        assert_eq!(covers(2, 1_290), [(0, 600), (700, 1_300)], "all of it, but for a moment");
        assert_eq!(covers(2, 720), [(0, 600), (700, 720)]);
        assert_eq!(covers(2, 560), [(0, 560)], "there is more in the second take");
        assert_eq!(covers(300, 1_290), [(300, 600), (700, 1_300)]);
        assert_eq!(covers(590, 705), [(590, 600), (700, 705)]);
        assert_eq!(covers(300, 300), [(300, 300)], "a moment, and not everything");
        assert_eq!(sounded.covers_of(&[]), [(Position::START, Position::START)]);
    }

    proptest! {
        #[test]
        fn whatever_a_file_says_lies_within_the_sound(from: u64, to: Option<u64>, next: Option<u64>, offset: i64) {
            if let Placed::Within(begins, ends) = Sounded::of(&line(), None).place(from, to, next, offset) {
                prop_assert!(begins <= ends && ends <= Position::from_secs(19));
            }
        }
    }
}
