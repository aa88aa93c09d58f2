//! How loud a recording is from moment to moment, in as many columns as there is room for.
//!
//! An [`Envelope`] is one take's: a level for each few milliseconds, and coarser tiers above them, so that three hours are put into eighty
//! columns as quickly as one second. A [`Waveform`] lays those of a session onto its timeline. What may be seen of it is not decided here.

use std::collections::BTreeMap;

use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::domain::timeline::Timeline;

/// How loud a stretch is, of full scale 32,768.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Level {
    /// The sample that lies farthest from zero.
    pub peak: u16,
    /// The root of the mean square.
    pub rms: u16,
}

/// The whole root of a mean of squares of 16-bit samples. By the processor's own, which is exact there: of three hours there are two million.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` holds it at the edge")]
pub fn root(mean: u64) -> u16 {
    (mean as f64).sqrt() as u16
}

/// A session that never gets louder than this is a room in which nobody speaks, and is not drawn as if somebody did: 30 dB below full scale.
const QUIET: u16 = 1_036;

impl Level {
    /// Several as one, each of the same length; nothing of none.
    pub(crate) fn together(levels: &[Self]) -> Option<Self> {
        let peak = levels.iter().map(|level| level.peak).max()?;
        let squares: u64 = levels.iter().map(|level| u64::from(level.rms) * u64::from(level.rms)).sum();
        Some(Self { peak, rms: root(squares / levels.len() as u64) })
    }

    /// [`Level::together`] of as many as make one of the tier above. Of three hours there are three hundred thousand, and that their number is
    /// known lets the compiler put them together at once.
    fn step(levels: &[Self; STEP]) -> Self {
        let peak = levels.iter().fold(0, |peak, level| level.peak.max(peak));
        let squares: u64 = levels.iter().map(|level| u64::from(u32::from(level.rms) * u32::from(level.rms))).sum();
        Self { peak, rms: root(squares / STEP as u64) }
    }

    /// How high the peak and the mean stand of `steps`, where the loudest sample of all is `loudest`. What sounds at all stands at 1 at least.
    ///
    /// The scale is between amplitude, on which speech is a flat line with spikes, and decibels, on which a pause looks like speech: the root
    /// of the amplitude.
    pub fn heights(self, steps: u16, loudest: u16) -> (u16, u16) {
        let height = |amplitude: u16| {
            let part = (f64::from(amplitude) / f64::from(loudest.max(QUIET))).min(1.0).sqrt();
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and steps")]
            let high = (part * f64::from(steps)).round() as u16;
            high.max(u16::from(amplitude > 0))
        };
        (height(self.peak), height(self.rms))
    }
}

/// How many levels of a tier make one of the tier above it.
const STEP: usize = 8;

/// How many levels a column is made of at least, so that what lies beside it does not show in it.
const FINE: u64 = 16;

/// How loud one take is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Envelope {
    rate: SampleRate,
    frames: Frames,
    /// Frames that one level of the finest tier stands for.
    block: u64,
    /// The finest first.
    tiers: Vec<Vec<Level>>,
}

impl Envelope {
    /// Of a take of so many frames, with a level for each `block` of them.
    pub fn new(rate: SampleRate, frames: Frames, block: u32, levels: Vec<Level>) -> Self {
        let mut tiers = vec![levels];
        while let Some(below) = tiers.last().filter(|tier| tier.len() > STEP) {
            let (whole, rest) = below.as_chunks::<STEP>();
            let mut above = Vec::with_capacity(whole.len() + 1);
            above.extend(whole.iter().map(Level::step));
            above.extend(Level::together(rest));
            tiers.push(above);
        }
        Self { rate, frames, block: u64::from(block).max(1), tiers }
    }

    /// How loud it is between two frames; nothing where it has none.
    fn between(&self, from: u64, to: u64) -> Option<Level> {
        let to = to.min(self.frames.0);
        if from >= to {
            return None;
        }
        let mut block = self.block;
        let mut tier = 0;
        while tier + 1 < self.tiers.len() && block * STEP as u64 * FINE <= to - from {
            (block, tier) = (block * STEP as u64, tier + 1);
        }
        let levels = &self.tiers[tier];
        let at = |frame: u64| usize::try_from(frame / block).unwrap_or(usize::MAX).min(levels.len());
        Level::together(levels.get(at(from)..at(to - 1).saturating_add(1).min(levels.len()))?)
    }
}

/// How loud a session is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Waveform {
    takes: BTreeMap<TakeNumber, Envelope>,
}

impl Waveform {
    /// The sample of all takes that lies farthest from zero.
    pub fn loudest(&self) -> u16 {
        self.takes.values().filter_map(|envelope| envelope.between(0, envelope.frames.0)).map(|level| level.peak).max().unwrap_or(0)
    }

    /// With the waveform of a take.
    #[must_use]
    pub fn with(mut self, take: TakeNumber, envelope: Envelope) -> Self {
        self.takes.insert(take, envelope);
        self
    }

    /// How loud `timeline` is in `count` equal columns from `from` up to `to`; nothing where there is no sound.
    pub fn columns(&self, timeline: &Timeline, from: Position, to: Position, count: usize) -> Vec<Option<Level>> {
        let long = u128::from(to.millis().saturating_sub(from.millis())) * 1_000;
        // In microseconds: a column may be finer than a millisecond.
        let edge = |i: usize| u128::from(from.millis()) * 1_000 + long * i as u128 / count.max(1) as u128;
        (0..count).map(|i| self.between(timeline, edge(i), edge(i + 1))).collect()
    }

    /// How loud it is between two moments, in microseconds.
    fn between(&self, timeline: &Timeline, from: u128, to: u128) -> Option<Level> {
        let parts = timeline.spans().iter().filter_map(|span| {
            let Span::Recorded { from: begins, take, rate, .. } = span else { return None };
            let envelope = self.takes.get(take).filter(|envelope| envelope.rate == *rate)?;
            let begins = u128::from(begins.millis()) * 1_000;
            let frame =
                |at: u128| u64::try_from((at.saturating_sub(begins) * u128::from(rate.hertz())).div_ceil(1_000_000)).unwrap_or(u64::MAX);
            (to > begins).then(|| envelope.between(frame(from), frame(to).max(frame(from) + 1)))?
        });
        parts.reduce(|one, other| Level { peak: one.peak.max(other.peak), rms: one.rms.max(other.rms) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Two seconds in which only the sixteenth of a second from 1.5 s on is loud.
    fn session() -> (Waveform, Timeline) {
        let rate = SampleRate::STUDIO;
        let loud = |i: usize| if (281..293).contains(&i) { Level { peak: 20_000, rms: 5_000 } } else { Level { peak: 40, rms: 20 } };
        let envelope = Envelope::new(rate, Frames(96_000), 256, (0..375).map(loud).collect());
        let mut line = Timeline::default();
        line.begin_take(TakeNumber::FIRST, Position::from_secs(10), rate);
        line.grow_take(TakeNumber::FIRST, Frames(96_000));
        (Waveform::default().with(TakeNumber::FIRST, envelope), line)
    }

    #[test]
    fn the_root_is_the_whole_one() {
        for root_of in (0..=u64::from(u16::MAX)).flat_map(|n| [n * n, (n * n).saturating_sub(1), n * n + 2 * n]) {
            assert_eq!(u64::from(root(root_of)), root_of.isqrt(), "{root_of}");
        }
        assert_eq!(root(u64::MAX), u16::MAX);
    }

    #[test]
    fn each_column_is_as_loud_as_its_own_part() {
        let (waveform, line) = session();
        let (from, to) = (Position::from_secs(10), Position::from_secs(12));
        for count in [8, 80, 375] {
            let loud: Vec<usize> = waveform
                .columns(&line, from, to, count)
                .iter()
                .enumerate()
                .filter(|(_, level)| level.is_some_and(|level| level.peak == 20_000))
                .map(|(i, _)| i)
                .collect();
            // 281 to 292 of 375 blocks.
            assert_eq!((loud.first(), loud.last()), (Some(&(281 * count / 375)), Some(&((293 * count - 1) / 375))), "{count}");
        }
    }

    #[test]
    fn where_there_is_no_take_there_is_nothing() {
        let (waveform, line) = session();
        let columns = waveform.columns(&line, Position::START, Position::from_secs(20), 20);
        let seen: Vec<bool> = columns.iter().map(Option::is_some).collect();
        assert_eq!(seen.iter().filter(|seen| **seen).count(), 2);
        assert!(seen[10] && seen[11]);
        assert_eq!(Waveform::default().columns(&line, Position::START, Position::from_secs(20), 2), [None, None]);
    }

    #[test]
    fn a_column_finer_than_a_level_has_the_one_it_lies_in() {
        let (waveform, line) = session();
        let from = Position::from_millis(11_520);
        let columns = waveform.columns(&line, from, Position::from_millis(11_521), 40);
        assert!(columns.iter().all(|level| level.is_some_and(|level| level.peak == 20_000)), "{columns:?}");
    }

    #[test]
    fn a_pause_does_not_look_like_speech_and_a_quiet_room_not_like_an_interview() {
        let of = |peak, rms, loudest| Level { peak, rms }.heights(16, loudest);
        assert_eq!(of(8_000, 1_000, 8_000), (16, 6), "speech");
        assert_eq!(of(100, 50, 8_000), (2, 1), "between two sentences");
        assert_eq!(of(0, 0, 8_000), (0, 0));
        assert_eq!(of(1, 1, 8_000), (1, 1), "what sounds is seen");
        assert_eq!(of(60, 30, 60), (4, 3), "a room in which nobody speaks");
    }
}
