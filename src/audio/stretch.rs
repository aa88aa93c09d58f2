//! Sound at another speed and its own pitch.
//!
//! Waveform similarity overlap-add (Verhelst and Roelands, 1993): pieces of 30 ms are laid over each other at half their length, taken from
//! the recording further apart, or closer together, than they are laid down. Each is looked for within 12 ms of where it should be, where it
//! goes on best from the one before, so that a voice keeps its periods. With this geometry a recogniser read speech as well as through
//! `ffmpeg atempo` and `sonic`, up to twice the speed.
//!
//! It is written here rather than taken from the crate `wsola`, which has the same geometry, because of what the search costs: that compares
//! every place at full rate, and takes nine times the CPU of `sox tempo`; here places are compared at 8 kHz first, where the pitch of a voice
//! is as plain, and at full rate only around the best of them (`benches/listening/`). No file, no thread, no clock; the playback thread runs it.

use std::ops::Range;

use crate::domain::hearing::Speed;
use crate::domain::time::SampleRate;

/// How many pieces begin in a second of what is heard: every 15 ms.
const PIECES_PER_SECOND: u32 = 67;

/// A piece is looked for this far from where it should be, as a part of a second: 12 ms, a period of the deepest voice.
const SEARCH_PART: u32 = 83;

/// At this rate places are compared first.
const COARSE_HERTZ: u32 = 8_000;

/// What is used up is let go of in lumps of so many frames, so that it is not moved at every piece.
const LUMP: usize = 1 << 14;

/// One run of sound, from a place on, at one speed.
#[derive(Debug)]
pub(crate) struct Stretch {
    speed: Speed,
    /// Frames between the beginnings of two pieces as they are laid down: half a piece.
    hop: usize,
    search: usize,
    /// Frames in one of the coarse samples.
    lump: usize,
    /// How a piece rises; it falls as what is left.
    rise: Vec<f32>,
    /// What was given and may be needed still, from frame `origin` of the run on, which is a multiple of `lump`.
    input: Vec<[f32; 2]>,
    origin: usize,
    /// The same in one channel, and the same at the coarse rate.
    middle: Vec<f32>,
    coarse: Vec<f32>,
    /// Where the piece before was taken from, and its second half, falling.
    last: usize,
    tail: Vec<[f32; 2]>,
    /// Pieces laid down.
    pieces: usize,
}

impl Stretch {
    pub(crate) fn new(rate: SampleRate, speed: Speed) -> Self {
        let frames = |per_second: u32| usize::try_from(rate.hertz() / per_second).unwrap_or(1).max(1);
        let (lump, hop) = (frames(COARSE_HERTZ), frames(PIECES_PER_SECOND));
        let angle = |i: usize| std::f32::consts::PI * i as f32 / hop as f32;
        Self {
            speed,
            hop,
            search: frames(SEARCH_PART),
            lump,
            rise: (0..hop).map(|i| 0.5 - 0.5 * angle(i).cos()).collect(),
            input: Vec::new(),
            origin: 0,
            middle: Vec::new(),
            coarse: Vec::new(),
            last: 0,
            tail: Vec::new(),
            pieces: 0,
        }
    }

    /// Where the next piece should be taken from: so that its middle is heard when that moment is due.
    fn due(&self) -> usize {
        if self.pieces == 0 {
            return 0;
        }
        (self.pieces + 1) * self.hop * usize::from(self.speed.tenths()) / 10 - self.hop
    }

    /// How many frames are still to be given before the next piece can be laid down.
    pub(crate) fn wants(&self) -> usize {
        let end = (self.due() + self.search + self.lump).max(self.last + self.hop) + 2 * self.hop;
        end.saturating_sub(self.origin + self.input.len())
    }

    /// Gives what comes next of the recording.
    pub(crate) fn push(&mut self, frames: &[[f32; 2]]) {
        self.input.extend_from_slice(frames);
        self.middle.extend(frames.iter().map(|[left, right]| f32::midpoint(*left, *right)));
        let whole = self.middle.len() / self.lump;
        let (known, part) = (self.coarse.len(), 1.0 / self.lump as f32);
        let lumps = self.middle[known * self.lump..whole * self.lump].chunks_exact(self.lump);
        self.coarse.extend(lumps.map(|lump| lump.iter().sum::<f32>() * part));
    }

    /// Lays the next piece down: adds half its length to `out`. As much as it [wants](Self::wants) must have been given.
    pub(crate) fn lay(&mut self, out: &mut impl Extend<[f32; 2]>) {
        if self.wants() > 0 {
            return;
        }
        let hop = self.hop;
        let from = if self.pieces == 0 { 0 } else { self.best(self.due()) };
        let piece = &self.input[from - self.origin..][..2 * hop];
        if self.pieces == 0 {
            // What one goes to begins at once.
            out.extend(piece[..hop].iter().copied());
        } else {
            let over = self.tail.iter().zip(&piece[..hop]).zip(&self.rise);
            out.extend(over.map(|((tail, new), rise)| [tail[0] + new[0] * rise, tail[1] + new[1] * rise]));
        }
        self.tail.clear();
        self.tail.extend(piece[hop..].iter().zip(&self.rise).map(|(old, rise)| [old[0] * (1.0 - rise), old[1] * (1.0 - rise)]));
        (self.last, self.pieces) = (from, self.pieces + 1);
        self.let_go();
    }

    /// Where, around `due`, the recording goes on best from the piece before.
    fn best(&self, due: usize) -> usize {
        // Counted from what is there still.
        let target = self.last + self.hop - self.origin;
        let due = due - self.origin;
        let places = due.saturating_sub(self.search)..due + self.search + 1;
        let (lump, long) = (self.lump, self.hop / self.lump);
        let coarse = places.start.div_ceil(lump)..places.end.div_ceil(lump);
        let near = alike(&self.coarse, target / lump, long, coarse).map_or(due, |at| at * lump + target % lump);
        let fine = near.saturating_sub(lump).max(places.start)..(near + lump + 1).min(places.end);
        self.origin + alike(&self.middle, target, self.hop, fine).unwrap_or(due)
    }

    /// Lets go of what no piece can be taken from any more.
    fn let_go(&mut self) {
        let needed = self.last.min(self.due().saturating_sub(self.search)) - self.origin;
        let gone = needed / self.lump * self.lump;
        if gone > LUMP {
            self.input.drain(..gone);
            self.middle.drain(..gone);
            self.coarse.drain(..gone / self.lump);
            self.origin += gone;
        }
    }
}

/// The one of `places` from which `samples` goes on for `long` most like it does from `target`, whatever the loudness of either; nothing where
/// there is none.
fn alike(samples: &[f32], target: usize, long: usize, places: Range<usize>) -> Option<usize> {
    let wanted = samples.get(target..target + long)?;
    let mut best = None;
    let mut most = f32::NEG_INFINITY;
    for at in places {
        let Some(there) = samples.get(at..at + long) else { break };
        let (product, energy) = (dot(wanted, there), dot(there, there));
        let score = product / (energy.sqrt() + 1e-6);
        if score > most {
            (most, best) = (score, Some(at));
        }
    }
    best
}

/// In eight sums beside each other, which a processor adds at once.
fn dot(a: &[f32], b: &[f32]) -> f32 {
    let mut sums = [0.0_f32; 8];
    let (a, b) = (a.chunks_exact(8), b.chunks_exact(8));
    let rest: f32 = a.remainder().iter().zip(b.remainder()).map(|(x, y)| x * y).sum();
    for (a, b) in a.zip(b) {
        for (sum, (x, y)) in sums.iter_mut().zip(a.iter().zip(b)) {
            *sum += x * y;
        }
    }
    sums.iter().sum::<f32>() + rest
}

/// All of `sound` at `speed`: what the playback thread does piece by piece, at once.
pub fn stretched(sound: &[[f32; 2]], rate: SampleRate, speed: Speed) -> Vec<[f32; 2]> {
    let long = usize::try_from(speed.lasts(sound.len() as u64)).unwrap_or(0);
    let (mut stretch, mut out, mut given) = (Stretch::new(rate, speed), Vec::with_capacity(long + 1_024), 0);
    while out.len() < long {
        let wants = stretch.wants();
        let there = &sound[given..(given + wants).min(sound.len())];
        stretch.push(there);
        stretch.push(&vec![[0.0; 2]; wants - there.len()]);
        given += there.len();
        stretch.lay(&mut out);
    }
    out.truncate(long);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    const RATE: u32 = 48_000;

    fn sound(seconds: f32, of: impl Fn(f32) -> f32) -> Vec<[f32; 2]> {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "some seconds of sound")]
        let frames = (seconds * RATE as f32) as usize;
        (0..frames).map(|i| [of(i as f32 / RATE as f32); 2]).collect()
    }

    fn sine(hertz: f32) -> impl Fn(f32) -> f32 {
        move |t| 0.4 * (std::f32::consts::TAU * hertz * t).sin()
    }

    /// An "ah" of a voice at `hertz`: pulses through three resonances.
    fn vowel(hertz: f32, seconds: f32) -> Vec<[f32; 2]> {
        let mut voice = sound(seconds, |t| if (t * hertz).fract() < hertz / RATE as f32 { 1.0 } else { 0.0 });
        for (centre, width) in [(700.0_f32, 90.0_f32), (1_220.0, 110.0), (2_600.0, 170.0)] {
            let radius = (-std::f32::consts::PI * width / RATE as f32).exp();
            let turn = 2.0 * radius * (std::f32::consts::TAU * centre / RATE as f32).cos();
            let (mut one, mut two) = (0.0, 0.0);
            for frame in &mut voice {
                let now = frame[0] + turn * one - radius * radius * two;
                (two, one) = (one, now);
                *frame = [now; 2];
            }
        }
        let loudest = voice.iter().map(|f| f[0].abs()).fold(0.0, f32::max);
        for frame in &mut voice {
            *frame = frame.map(|s| 0.5 * s / loudest);
        }
        voice
    }

    /// The pitch in the middle of `sound`, near `hertz`, from where it is most like itself.
    fn pitch(sound: &[[f32; 2]], hertz: f32) -> f32 {
        let middle: Vec<f32> = sound[sound.len() / 4..sound.len() * 3 / 4].iter().map(|f| f[0]).collect();
        // Over many periods, so that a part of a sample counts little.
        let periods = 8.0;
        let near = periods * RATE as f32 / hertz;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a lag in samples")]
        let lags = (near * 0.97) as usize..=(near * 1.03) as usize;
        let long = middle.len() - lags.end() - 1;
        let score = |lag: usize| dot(&middle[..long], &middle[lag..lag + long]);
        let best = lags.max_by(|a, b| score(*a).total_cmp(&score(*b))).unwrap();
        periods * RATE as f32 / best as f32
    }

    fn cents(a: f32, b: f32) -> f32 {
        (1_200.0 * (a / b).log2()).abs()
    }

    #[test]
    fn every_speed_keeps_the_pitch_and_lasts_as_long_as_it_should() {
        let rate = SampleRate::new(RATE).unwrap();
        for tenths in [5, 8, 13, 15, 20, 25, 30] {
            let speed = Speed::of_tenths(tenths);
            for (hertz, said) in [(440.0, sound(1.2, sine(440.0))), (110.0, vowel(110.0, 1.2))] {
                let heard = stretched(&said, rate, speed);
                let wanted = said.len() as f32 * 10.0 / f32::from(tenths);
                assert!((heard.len() as f32 / wanted - 1.0).abs() < 0.01, "{tenths}: {}", heard.len());
                let off = cents(pitch(&heard, hertz), pitch(&said, hertz));
                assert!(off <= 10.0, "{hertz} Hz at {tenths} tenths: {off} cents");
                let loud = |s: &[[f32; 2]]| (s.iter().map(|f| f[0] * f[0]).sum::<f32>() / s.len() as f32).sqrt();
                assert!((loud(&heard) / loud(&said) - 1.0).abs() < 0.15, "{hertz} Hz at {tenths}: as loud as it was");
            }
        }
    }

    /// Clicks at known moments are heard where those moments are due.
    #[test]
    fn what_happens_is_heard_when_it_is_due() {
        let rate = SampleRate::new(RATE).unwrap();
        for tenths in [5, 8, 15, 20, 30] {
            let speed = Speed::of_tenths(tenths);
            let said = sound(4.0, |t| if t % 0.5 < 0.05 { 0.5 * (t * 6_000.0).sin() } else { 0.0 });
            let heard = stretched(&said, rate, speed);
            let onsets: Vec<usize> = (1..heard.len())
                .filter(|i| heard[*i][0].abs() > 0.05 && heard[i.saturating_sub(2_400)..*i].iter().all(|f| f[0].abs() <= 0.05))
                .collect();
            assert_eq!(onsets.len(), 8, "{tenths}: {onsets:?}");
            for (n, onset) in onsets.iter().enumerate() {
                let due = n as f32 * 0.5;
                let at = *onset as f32 / RATE as f32 * f32::from(tenths) / 10.0;
                assert!((at - due).abs() < 0.05, "{tenths}: {at} for {due}");
            }
        }
    }

    #[test]
    fn nothing_and_silence_and_very_little_pass() {
        let rate = SampleRate::new(8_000).unwrap();
        for long in [0_usize, 1, 7, 100] {
            let out = stretched(&vec![[0.25; 2]; long], rate, Speed::of_tenths(5));
            assert_eq!(out.len(), long * 2);
        }
        assert!(stretched(&vec![[0.0; 2]; 8_000], rate, Speed::of_tenths(30)).iter().flatten().all(|s| *s == 0.0));
    }
}
