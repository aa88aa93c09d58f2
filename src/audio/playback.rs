//! Takes made audible: the playback thread reads, the output thread plays, and anybody may ask what is being heard.
//!
//! [`Player`] is a thread around [`Stage`], which opens the loudspeaker when it is first needed and lets go of it some seconds after it
//! fell silent. [`Feeder::step`] reads takes and fills a ring with small blocks, each carrying the generation of the order it belongs
//! to and its place on the session's timeline; [`PlaybackTap::fill`] drops blocks of older generations and plays the rest, so a seek
//! is heard at once. Stretches without audio are skipped. Nothing here writes a file; without a loudspeaker it says so and waits for
//! the next order. (Speed will sit in the feeder, between reading and the ring.)

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicI64;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

use rtrb::Consumer;
use rtrb::Producer;
use rtrb::RingBuffer;

use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;

use crate::audio::AudioError;
use crate::audio::StreamFormat;
use crate::audio::take::TakeReader;

pub use self::player::PlayOrder;
pub use self::player::PlaybackReport;
pub use self::player::Player;
pub use self::player::Stage;

mod player;

/// Frames in a block: 5 ms at 48 kHz, so that a seek need not split one.
const BLOCK: usize = 256;

/// Blocks in the ring: about a third of a second, what a busy machine may keep the playback thread waiting.
const RING: usize = 64;

const SECOND: u64 = 1_000_000_000;

/// A recorded stretch on the session's timeline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// The take.
    pub path: PathBuf,
    /// Where on the timeline the stretch begins.
    pub from: Position,
    /// Where in the take it begins.
    pub skip: Frames,
    /// How long it is.
    pub frames: Frames,
    /// Frames per second of the take as it was recorded: what `skip` and `frames` count in.
    pub rate: SampleRate,
}

impl Clip {
    /// Where on the timeline it ends.
    pub fn end(&self) -> Position {
        self.from.forward(self.frames.duration(self.rate))
    }
}

/// What is being heard, for anybody to read. Written by the output thread and, between plays, by the playback thread.
#[derive(Debug)]
pub struct Playhead {
    epoch: Instant,
    playing: AtomicBool,
    wanted: AtomicU32,
    ended: AtomicU32,
    /// Moment at which position 0 would have been heard, in nanoseconds of our clock.
    anchor: AtomicI64,
    /// Nanoseconds on the timeline between which the position must lie.
    low: AtomicU64,
    high: AtomicU64,
}

impl Playhead {
    /// At rest at the start.
    pub fn new(epoch: Instant) -> Self {
        Self {
            epoch,
            playing: AtomicBool::new(false),
            wanted: AtomicU32::new(0),
            ended: AtomicU32::new(0),
            anchor: AtomicI64::new(0),
            low: AtomicU64::new(0),
            high: AtomicU64::new(0),
        }
    }

    /// Whether sound is on its way to the ear.
    pub(crate) fn is_playing(&self) -> bool {
        self.playing.load(Ordering::Acquire)
    }

    /// The order that is being carried out.
    pub fn generation(&self) -> u32 {
        self.wanted.load(Ordering::Acquire)
    }

    /// The place on the timeline that is heard at `now`; at rest, where it rests.
    pub fn position(&self, now: Instant) -> Position {
        Position::from_millis(self.nanos_at(now) / 1_000_000)
    }

    /// Where what order `generation` asked for is heard at `now`. Nothing before it plays: where an older order had come says nothing
    /// about this one, however long the player takes to begin with it.
    pub(crate) fn heard(&self, generation: u32, now: Instant) -> Option<Position> {
        (self.generation() == generation && self.is_playing()).then(|| self.position(now))
    }

    fn nanos_at(&self, now: Instant) -> u64 {
        let (low, high) = (self.low.load(Ordering::Acquire), self.high.load(Ordering::Acquire));
        let passed = self.clock(now).saturating_sub(self.anchor.load(Ordering::Acquire));
        u64::try_from(passed).unwrap_or(0).clamp(low.min(high), high)
    }

    fn clock(&self, at: Instant) -> i64 {
        i64::try_from(at.saturating_duration_since(self.epoch).as_nanos()).unwrap_or(i64::MAX)
    }

    /// Rests at `nanos` until something of `generation` is heard.
    fn rest(&self, nanos: u64, generation: u32) {
        self.low.store(nanos, Ordering::Release);
        self.high.store(nanos, Ordering::Release);
        self.wanted.store(generation, Ordering::Release);
    }

    /// From the output thread: `from` to `to` of the timeline are heard from the moment `at` on, and are the first of what is wanted.
    fn begins(&self, from: u64, to: u64, at: i64) {
        self.anchor(from, at);
        self.low.store(from, Ordering::Release);
        self.high.store(to, Ordering::Release);
    }

    /// The same of what follows on what was heard.
    fn goes_on(&self, from: u64, to: u64, at: i64) {
        self.anchor(from, at);
        self.high.store(to, Ordering::Release);
    }

    fn anchor(&self, from: u64, at: i64) {
        self.anchor.store(at.saturating_sub(i64::try_from(from).unwrap_or(i64::MAX)), Ordering::Release);
    }
}

/// A few milliseconds of sound and where they belong.
#[derive(Clone, Copy, Debug)]
struct Block {
    generation: u32,
    /// Nanoseconds on the timeline.
    at: u64,
    frames: usize,
    /// Whether nothing follows.
    last: bool,
    stereo: [[f32; 2]; BLOCK],
}

impl Block {
    const fn empty(generation: u32, at: u64) -> Self {
        Self { generation, at, frames: 0, last: false, stereo: [[0.0; 2]; BLOCK] }
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
    /// The generation last heard: the first block of a new one sets the position's lower bound.
    heard: Option<u32>,
}

impl PlaybackTap {
    /// Fills `out` with what is to be heard from `heard_at` on. On the output thread.
    pub fn fill<T: OutSample>(&mut self, out: &mut [T], heard_at: Instant) {
        let wanted = self.head.generation();
        let at = self.head.clock(heard_at);
        let mut done = 0;
        let frames = out.len() / self.channels;
        while done < frames && self.head.is_playing() && self.next_block(wanted) {
            let count = (self.block.frames - self.used).min(frames - done);
            let sound = &self.block.stereo[self.used..self.used + count];
            for (frame, stereo) in out[done * self.channels..].chunks_exact_mut(self.channels).zip(sound) {
                spread(*stereo, frame);
            }
            let from = self.block.at + nanos(self.used, self.rate);
            let to = self.block.at + nanos(self.used + count, self.rate);
            let moment = at.saturating_add(i64::try_from(nanos(done, self.rate)).unwrap_or(0));
            if self.heard == Some(wanted) {
                self.head.goes_on(from, to, moment);
            } else {
                self.head.begins(from, to, moment);
            }
            self.heard = Some(wanted);
            self.used += count;
            done += count;
            if self.block.last && self.used == self.block.frames {
                self.head.ended.store(wanted, Ordering::Release);
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
                self.head.ended.store(wanted, Ordering::Release);
            }
        }
        true
    }
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

fn nanos(frames: usize, rate: SampleRate) -> u64 {
    frames as u64 * SECOND / u64::from(rate.hertz())
}

/// Reads takes and fills the ring, at the output's rate. On the playback thread.
#[derive(Debug)]
pub struct Feeder {
    clips: Arc<[Clip]>,
    ring: Producer<Block>,
    rate: SampleRate,
    cue: Option<Cue>,
    reader: Option<(usize, TakeReader)>,
    samples: Vec<i16>,
}

/// What comes next.
#[derive(Clone, Copy, Debug)]
struct Cue {
    generation: u32,
    clip: usize,
    /// Frames of the output's rate since the clip's beginning.
    frame: u64,
}

/// A feeder for `clips` and the tap it feeds, for an output of this rate and so many channels.
pub fn line(clips: Arc<[Clip]>, rate: SampleRate, channels: u16, head: &Arc<Playhead>) -> (Feeder, PlaybackTap) {
    let (producer, consumer) = RingBuffer::new(RING);
    let feeder = Feeder { clips, ring: producer, rate, cue: None, reader: None, samples: Vec::new() };
    let (head, channels) = (Arc::clone(head), usize::from(channels.max(1)));
    let block = Block::empty(0, 0);
    (feeder, PlaybackTap { ring: consumer, head, rate, channels, block, used: 0, heard: None })
}

impl Feeder {
    /// Goes on from `at`, or from the next recorded stretch after it. What is in the ring is of an older generation by then.
    pub(crate) fn seek(&mut self, at: Position, generation: u32) {
        let clip = self.clips.iter().position(|clip| clip.end() > at).unwrap_or(self.clips.len());
        let into = self.clips.get(clip).map_or(Duration::ZERO, |clip| at.since(clip.from));
        self.cue = Some(Cue { generation, clip, frame: Frames::in_duration(into, self.rate).0 });
    }

    /// Nothing more until the next seek.
    pub fn stop(&mut self) {
        self.cue = None;
    }

    /// Fills the ring as far as it goes: at most a third of a second of sound.
    pub fn step(&mut self) -> Result<(), AudioError> {
        while let Some(cue) = self.cue
            && !self.ring.is_full()
        {
            let (block, next) = self.block(cue)?;
            self.cue = next;
            // There was room a line ago, and nobody else fills this ring.
            self.ring.push(block).ok();
        }
        Ok(())
    }

    /// The block at `cue`, and where to go on.
    fn block(&mut self, cue: Cue) -> Result<(Block, Option<Cue>), AudioError> {
        let clips = Arc::clone(&self.clips);
        let Some(clip) = clips.get(cue.clip) else {
            let end = clips.last().map_or(0, |clip| clip.end().millis() * 1_000_000);
            return Ok((Block { last: true, ..Block::empty(cue.generation, end) }, None));
        };
        let (ours, was) = (u64::from(self.rate.hertz()), u64::from(clip.rate.hertz()));
        let length = scale(clip.frames.0, ours, was);
        let frames = usize::try_from(length.saturating_sub(cue.frame)).unwrap_or(BLOCK).min(BLOCK);
        let at = clip.from.millis() * 1_000_000 + scale(cue.frame, SECOND, ours);
        let mut block = Block { frames, ..Block::empty(cue.generation, at) };
        if frames > 0 {
            // A file may have been exported again at another rate since: a second of it is a second all the same.
            let StreamFormat { rate, .. } = self.open(cue.clip, clip)?.format();
            let theirs = u64::from(rate.hertz());
            let first = scale(cue.frame, theirs, ours);
            let last = scale(cue.frame + frames as u64 - 1, theirs, ours);
            let count = usize::try_from(last - first).unwrap_or(0) + 2; // one more, to lean towards
            let width = self.read(cue.clip, clip, Frames(scale(clip.skip.0, theirs, was) + first), count)?;
            for (i, stereo) in block.stereo.iter_mut().take(frames).enumerate() {
                let there = u128::from(cue.frame + i as u64) * u128::from(theirs);
                let whole = usize::try_from(there / u128::from(ours) - u128::from(first)).unwrap_or(0);
                #[expect(clippy::cast_possible_truncation, reason = "the fraction of a frame needs no more than f32")]
                let fraction = ((there % u128::from(ours)) as f64 / ours as f64) as f32;
                *stereo = between(frame(&self.samples, whole, width), frame(&self.samples, whole + 1, width), fraction);
            }
        }
        let on = cue.frame + frames as u64;
        let next = if on < length { Cue { frame: on, ..cue } } else { Cue { clip: cue.clip + 1, frame: 0, ..cue } };
        block.last = next.clip == clips.len();
        Ok((block, (!block.last).then_some(next)))
    }

    /// Reads frames of a clip's take into `samples`; its channels.
    fn read(&mut self, index: usize, clip: &Clip, at: Frames, count: usize) -> Result<usize, AudioError> {
        let mut samples = std::mem::take(&mut self.samples);
        let reader = self.open(index, clip)?;
        let (read, width) = (reader.read(at, count, &mut samples), reader.format().width());
        self.samples = samples;
        read.map(|()| width)
    }

    /// The reader of a clip's take.
    fn open(&mut self, index: usize, clip: &Clip) -> Result<&mut TakeReader, AudioError> {
        let at_hand = self.reader.take().filter(|(open, _)| *open == index);
        let at_hand = at_hand.map_or_else(|| Ok((index, TakeReader::open(&clip.path)?)), Ok::<_, AudioError>)?;
        Ok(&mut self.reader.insert(at_hand).1)
    }
}

fn scale(frames: u64, to: u64, from: u64) -> u64 {
    u64::try_from(u128::from(frames) * u128::from(to) / u128::from(from)).unwrap_or(u64::MAX)
}

/// The first two channels of a frame; silence past the end.
fn frame(samples: &[i16], index: usize, width: usize) -> [f32; 2] {
    let at = |i: usize| samples.get(i).map_or(0.0, |s| f32::from(*s) / 32_768.0);
    [at(index * width), at(index * width + usize::from(width > 1))]
}

fn between(a: [f32; 2], b: [f32; 2], fraction: f32) -> [f32; 2] {
    if fraction > 0.0 { [a[0] + (b[0] - a[0]) * fraction, a[1] + (b[1] - a[1]) * fraction] } else { a }
}

#[cfg(test)]
mod tests;
