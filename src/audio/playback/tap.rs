//! What runs on the output thread: blocks of sound out of the ring, as loud as they are wanted, into whatever the device takes.

use std::sync::Arc;
use std::time::Instant;

use rtrb::Consumer;

use crate::domain::hearing::Speed;
use crate::domain::time::SampleRate;

use crate::audio::playback::head::Heard;
use crate::audio::playback::head::Playhead;
use crate::audio::playback::head::Tracker;
use crate::audio::playback::nanos;

/// Frames in a block: 5 ms at 48 kHz, so that a seek need not split one.
pub(super) const BLOCK: usize = 256;

/// A few milliseconds of sound and where they belong.
#[derive(Clone, Copy, Debug)]
pub(super) struct Block {
    pub(super) generation: u32,
    /// Nanoseconds on the timeline.
    pub(super) at: u64,
    /// How fast it goes there.
    pub(super) speed: Speed,
    pub(super) frames: usize,
    /// Whether nothing follows.
    pub(super) last: bool,
    pub(super) stereo: [[f32; 2]; BLOCK],
}

impl Block {
    pub(super) const fn empty(generation: u32, at: u64, speed: Speed) -> Self {
        Self { generation, at, speed, frames: 0, last: false, stereo: [[0.0; 2]; BLOCK] }
    }
}

/// A sample as some device wants it.
pub trait OutSample: Copy {
    /// From full scale 1; what lies outside is held at the edge.
    fn from_f32(value: f32) -> Self;
}

impl OutSample for f32 {
    fn from_f32(value: f32) -> Self {
        value
    }
}

impl OutSample for i16 {
    #[expect(clippy::cast_possible_truncation, reason = "`as` holds floats at the edge")]
    fn from_f32(value: f32) -> Self {
        (value * 32_768.0).round() as Self
    }
}

impl OutSample for i32 {
    #[expect(clippy::cast_possible_truncation, reason = "`as` holds floats at the edge")]
    fn from_f32(value: f32) -> Self {
        (f64::from(value) * 2_147_483_648.0).round() as Self
    }
}

impl OutSample for u8 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "`as` holds floats at the edge")]
    fn from_f32(value: f32) -> Self {
        (value * 128.0 + 128.0).round() as Self
    }
}

/// All that runs on the output thread. Like the capture tap it refuses to allocate, free, lock, log, wait or touch a file.
#[derive(Debug)]
pub struct PlaybackTap {
    ring: Consumer<Block>,
    head: Arc<Playhead>,
    rate: SampleRate,
    channels: usize,
    block: Block,
    used: usize,
    tracker: Tracker,
    loudness: Loudness,
}

impl PlaybackTap {
    pub(super) fn new(ring: Consumer<Block>, rate: SampleRate, channels: u16, head: Arc<Playhead>) -> Self {
        let loudness = Loudness::new(head.loudness(), rate);
        let block = Block::empty(0, 0, Speed::NORMAL);
        Self { ring, head, rate, channels: usize::from(channels.max(1)), block, used: 0, tracker: Tracker::default(), loudness }
    }

    /// Fills `out` with what is to be heard from `heard_at` on. On the output thread.
    pub fn fill<T: OutSample>(&mut self, out: &mut [T], heard_at: Instant) {
        let wanted = self.head.generation();
        let at = self.head.clock(heard_at);
        self.loudness.wants(self.head.loudness());
        let mut done = 0;
        let frames = out.len() / self.channels;
        while done < frames && self.head.is_playing() && self.next_block(wanted) {
            let count = (self.block.frames - self.used).min(frames - done);
            let sound = &self.block.stereo[self.used..self.used + count];
            for (frame, stereo) in out[done * self.channels..].chunks_exact_mut(self.channels).zip(sound) {
                spread(self.loudness.of(*stereo), frame);
            }
            let place = |frames: usize| self.block.at + self.block.speed.heard_in(nanos(frames, self.rate));
            let heard = Heard {
                generation: wanted,
                tenths: self.block.speed.tenths(),
                from: place(self.used),
                to: place(self.used + count),
                at: at.saturating_add(i64::try_from(nanos(done, self.rate)).unwrap_or(0)),
            };
            self.tracker.hears(heard, &self.head);
            self.used += count;
            done += count;
            if self.block.last && self.used == self.block.frames {
                self.head.has_ended(wanted);
            }
        }
        out[done * self.channels..].fill(T::from_f32(0.0));
    }

    /// Makes sure the block at hand is of the wanted generation and not used up; whether there is one.
    fn next_block(&mut self, wanted: u32) -> bool {
        while self.block.generation != wanted || self.used == self.block.frames {
            let Ok(block) = self.ring.pop() else { return false };
            (self.block, self.used) = (block, 0);
            if block.generation == wanted && block.last && block.frames == 0 {
                self.head.has_ended(wanted);
            }
        }
        true
    }
}

/// Full scale, less what rounding may add: 0.1 dB.
const CEILING: f32 = 0.988;

/// How much of the way to another loudness is gone in a frame, so that a step is no click: most of it within 10 ms.
const GLIDE: f32 = 0.005;

/// How long a peak holds the rest down, in seconds: a syllable.
const RELEASE: f32 = 0.2;

/// As loud as it is wanted, and never above full scale: what is made louder for a quiet room is held down where it is loud, at once, and let go
/// of within a syllable. At full volume and without gain samples pass untouched.
#[derive(Debug)]
struct Loudness {
    wanted: (f32, f32),
    now: (f32, f32),
    /// The loudest of what was made louder, sinking.
    peak: f32,
    sinks: f32,
}

impl Loudness {
    fn new(wanted: (f32, f32), rate: SampleRate) -> Self {
        Self { wanted, now: wanted, peak: 0.0, sinks: (-1.0 / (RELEASE * rate.hertz() as f32)).exp() }
    }

    fn wants(&mut self, wanted: (f32, f32)) {
        self.wanted = wanted;
    }

    fn of(&mut self, stereo: [f32; 2]) -> [f32; 2] {
        self.now = (glided(self.now.0, self.wanted.0), glided(self.now.1, self.wanted.1));
        let (gain, volume) = self.now;
        if gain <= 1.0 {
            self.peak = 0.0;
            return if volume < 1.0 { stereo.map(|s| s * volume) } else { stereo };
        }
        let louder = stereo.map(|s| s * gain);
        self.peak = louder.iter().fold(self.peak * self.sinks, |peak, s| peak.max(s.abs()));
        let held = if self.peak > CEILING { CEILING / self.peak } else { 1.0 };
        louder.map(|s| s * held * volume)
    }
}

fn glided(now: f32, wanted: f32) -> f32 {
    let near = now + (wanted - now) * GLIDE;
    if (wanted - near).abs() < 1e-3 { wanted } else { near }
}

/// Two channels onto however many the device has: mixed for one, the rest silent for more.
fn spread<T: OutSample>([left, right]: [f32; 2], frame: &mut [T]) {
    match frame {
        [mono] => *mono = T::from_f32(f32::midpoint(left, right)),
        [l, r, rest @ ..] => {
            (*l, *r) = (T::from_f32(left), T::from_f32(right));
            rest.fill(T::from_f32(0.0));
        }
        [] => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_made_louder_never_clips_and_what_is_not_passes_untouched() {
        let rate = SampleRate::STUDIO;
        let mut untouched = Loudness::new((1.0, 1.0), rate);
        assert_eq!(untouched.of([0.123_456_7, -1.0]).map(f32::to_bits), [0.123_456_7_f32, -1.0].map(f32::to_bits));
        let mut loud = Loudness::new((15.85, 1.0), rate);
        let sound = |i: u16| 0.9 * (f32::from(i) * 0.05).sin() * if i % 6_000 < 3_000 { 1.0 } else { 0.01 };
        let heard: Vec<f32> = (0..24_000).map(|i| loud.of([sound(i); 2])[0]).collect();
        assert!(heard.iter().all(|s| s.abs() <= CEILING + 1e-5), "{:?}", heard.iter().copied().fold(0.0, f32::max));
        let peak = |from: usize, to: usize| heard[from..to].iter().map(|s| s.abs()).fold(0.0, f32::max);
        assert!(peak(0, 3_000) > 0.95, "the loud is as loud as can be");
        assert!(peak(5_800, 6_000) > 0.012, "and the quiet comes up again: {}", peak(5_800, 6_000));
    }

    #[test]
    fn a_step_of_the_volume_is_no_click() {
        let mut loudness = Loudness::new((1.0, 1.0), SampleRate::STUDIO);
        loudness.wants((1.0, 0.0));
        let heard: Vec<f32> = (0..4_800).map(|_| loudness.of([0.5; 2])[0]).collect();
        assert!(heard.windows(2).all(|pair| pair[0] - pair[1] < 0.005) && heard[4_799] == 0.0, "{}", heard[4_799]);
    }
}
