//! Whether there may be speech in a stretch of a take, by its peaks.
//!
//! A recogniser that is given silence writes sentences that nobody said. Where the waveform stays near the take's own floor there was no speech, so
//! what is written there is suspect. The figures:
//!
//! * A take is looked at in pieces of 50 ms, each by its highest sample, whichever its sign.
//! * Its floor is the tenth percentile of those that hold any sound at all: what was lost and muted is digital silence, and no floor.
//! * Speech is at least 12 dB (four times) above the floor, and at least 16 of 32768 (-66 dBFS).
//! * Where a tenth of a take or more is digital silence, something may have closed a gate whenever nobody spoke, and what sounds is speech from its
//!   quietest on: then 12 dB below the loudest (its 95th percentile) is enough, if that is less.
//! * A stretch may hold speech if the pieces above that come to 150 ms and to a twentieth of it, within 200 ms around it, because times are seldom
//!   that exact; of a stretch shorter than that, one piece is enough.
//!
//! So a cough of 100 ms makes no sentence of ten seconds believable, and a word of 200 ms in a second is believed. Whoever whispers below four
//! times the floor is suspected wrongly, and is listened to.

use crate::audio::peaks::Peaks;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use std::time::Duration;

/// How long a piece is.
const PIECE: Duration = Duration::from_millis(50);

/// How many times above the floor speech is: 12 dB.
const ABOVE: u16 = 4;

/// One piece of digital silence in so many is a gate, perhaps.
const GATED: usize = 10;

/// The least that is taken for speech.
const LEAST: u16 = 16;

/// What a stretch needs of speech, in pieces.
const NEEDED: usize = 3;

/// And at least one piece in so many.
const ONE_IN: usize = 20;

/// How far around a stretch is looked, in pieces.
const AROUND: usize = 4;

/// The pieces of a take, and from what on they are speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speech {
    pieces: Vec<u16>,
    /// How loud it is where nobody speaks.
    pub floor: u16,
    /// What lies above this may be speech.
    pub threshold: u16,
}

impl Speech {
    /// Of a take, by its waveform.
    pub fn of(peaks: &Peaks) -> Self {
        let count = pieces(peaks.frames, peaks.rate);
        let (each, all) = (Frames::in_duration(PIECE, peaks.rate).0.max(1), peaks.frames);
        let loudest = |n: usize| {
            let from = (n as u64).saturating_mul(each);
            let peak = peaks.columns(Frames(from), Frames((from + each).min(all.0)), 1).into_iter().flatten().next();
            peak.map_or(0, |peak| peak.low.unsigned_abs().max(peak.high.unsigned_abs()))
        };
        Self::over((0..count).map(loudest).collect())
    }

    fn over(pieces: Vec<u16>) -> Self {
        let mut sounding: Vec<u16> = pieces.iter().copied().filter(|level| *level > 0).collect();
        sounding.sort_unstable();
        let nth = |part: usize| sounding.get((sounding.len() * part / 100).min(sounding.len().saturating_sub(1))).copied().unwrap_or(0);
        let (floor, loudest) = (nth(10), nth(95));
        let is_gated = (pieces.len() - sounding.len()) * GATED >= pieces.len();
        let above = floor.saturating_mul(ABOVE);
        let threshold = if is_gated { above.min(loudest / ABOVE) } else { above };
        Self { pieces, floor, threshold: threshold.max(LEAST) }
    }

    /// Whether there may be speech from `from` to `to` of the take's own time.
    pub fn is_in(&self, from: Duration, to: Duration) -> bool {
        let at = |time: Duration| usize::try_from(time.as_millis() / PIECE.as_millis()).unwrap_or(usize::MAX);
        let (first, last) = (at(from), at(to.max(from)));
        let long = last.saturating_sub(first) + 1;
        let around = first.saturating_sub(AROUND)..last.saturating_add(AROUND + 1).min(self.pieces.len());
        let loud = self.pieces.get(around).map_or(0, |pieces| pieces.iter().filter(|level| **level > self.threshold).count());
        loud >= NEEDED.max(long / ONE_IN).min(long)
    }
}

/// How many pieces a take has.
fn pieces(frames: Frames, rate: SampleRate) -> usize {
    let each = Frames::in_duration(PIECE, rate).0.max(1);
    usize::try_from(frames.0.div_ceil(each)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Ten seconds of a room, and a second of speech from the fifth on.
    fn room(floor: u16, speech: u16) -> Speech {
        Speech::over((0..200).map(|n| if (100..120).contains(&n) { speech } else { floor + n % 3 }).collect())
    }

    fn ms(ms: u64) -> Duration {
        Duration::from_millis(ms)
    }

    #[test]
    fn speech_is_what_rises_above_the_takes_own_floor() {
        for (floor, speech) in [(1, 400), (60, 2_000), (900, 9_000)] {
            let take = room(floor, speech);
            assert!(take.is_in(ms(5_000), ms(6_000)) && take.is_in(ms(5_100), ms(5_200)), "{floor}");
            assert!(take.is_in(ms(4_850), ms(4_900)), "times are not that exact");
            assert!(!take.is_in(ms(1_000), ms(3_000)) && !take.is_in(ms(7_000), ms(9_900)), "{floor}");
        }
        assert!(!room(300, 900).is_in(ms(5_000), ms(6_000)), "three times the floor is none");
    }

    #[test]
    fn a_cough_makes_no_long_sentence_believable() {
        let mut take = room(30, 30);
        take.pieces[150] = 4_000;
        take.pieces[151] = 4_000;
        assert!(!take.is_in(ms(6_500), ms(9_500)));
        assert!(take.is_in(ms(7_500), ms(7_550)), "but a short one is");
        assert!(!room(30, 4_000).is_in(ms(60_000), ms(90_000)), "beyond the end");
    }

    #[test]
    fn what_was_lost_is_no_floor_and_silence_no_speech() {
        let mut take = Speech::over([vec![0; 400], vec![50; 90], vec![3_000; 20]].concat());
        assert_eq!((take.floor, take.threshold), (50, 200));
        // Behind a gate there is nothing but speech.
        take = Speech::over([vec![0; 100], vec![2_000; 10], vec![9_000; 90]].concat());
        assert_eq!((take.floor, take.threshold), (9_000, 2_250));
        assert!(take.is_in(ms(6_000), ms(8_000)) && !take.is_in(ms(1_000), ms(4_000)));
        take = Speech::over(vec![0; 100]);
        assert!(!take.is_in(ms(0), ms(4_000)) && take.threshold == 16);
        assert!(!Speech::over(Vec::new()).is_in(ms(0), ms(10)));
    }
}
