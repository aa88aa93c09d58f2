//! What reads takes and fills the ring, at the output's rate and the listener's speed. On the playback thread.

use std::collections::VecDeque;
use std::sync::Arc;
use std::time::Duration;

use rtrb::Producer;

use crate::domain::hearing::Speed;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;

use crate::audio::AudioError;
use crate::audio::StreamFormat;
use crate::audio::playback::Clip;
use crate::audio::playback::READY;
use crate::audio::playback::SECOND;
use crate::audio::playback::tap::BLOCK;
use crate::audio::playback::tap::Block;
use crate::audio::stretch::Stretch;
use crate::audio::take::TakeReader;

/// Reads takes and fills the ring.
#[derive(Debug)]
pub struct Feeder {
    clips: Arc<[Clip]>,
    ring: Producer<Block>,
    rate: SampleRate,
    speed: Speed,
    /// Where it goes round, if it does.
    around: Option<(Position, Position)>,
    run: Option<Run>,
    /// How many blocks of the last order may still lie behind what is stale.
    fresh: usize,
    reader: Option<(usize, TakeReader)>,
    samples: Vec<i16>,
    stereo: Vec<[f32; 2]>,
}

/// What comes next: a stretch of one clip without a jump. Frames are of the output's rate, and of the recording.
#[derive(Debug)]
struct Run {
    generation: u32,
    clip: usize,
    /// Since the clip's beginning.
    from: u64,
    to: u64,
    /// Frames of it that were heard, or are on their way; of the listener's time.
    given: u64,
    stretch: Option<Stretching>,
}

/// A run at another speed than that at which it was said.
#[derive(Debug)]
struct Stretching {
    stretch: Stretch,
    /// Where in the clip is read next.
    read: u64,
    ready: VecDeque<[f32; 2]>,
}

impl Feeder {
    pub(super) fn new(clips: Arc<[Clip]>, ring: Producer<Block>, rate: SampleRate, speed: Speed) -> Self {
        Self { clips, ring, rate, speed, around: None, run: None, fresh: 0, reader: None, samples: Vec::new(), stereo: Vec::new() }
    }

    /// From the next seek on it is so fast.
    pub(crate) fn set_speed(&mut self, speed: Speed) {
        self.speed = speed;
    }

    /// From the next seek on it goes round there.
    pub(crate) fn set_around(&mut self, around: Option<(Position, Position)>) {
        self.around = around;
    }

    /// From the next seek on these are the stretches.
    pub(crate) fn set_clips(&mut self, clips: &Arc<[Clip]>) {
        if !Arc::ptr_eq(&self.clips, clips) {
            (self.clips, self.reader, self.run) = (Arc::clone(clips), None, None);
        }
    }

    /// Goes on from `nanos` on the timeline, or from the next recorded stretch after it. What is in the ring is of an older generation by then.
    pub(crate) fn seek(&mut self, nanos: u64, generation: u32) {
        self.run = Some(self.run_from(nanos, generation));
        self.fresh = READY;
    }

    fn run_from(&self, nanos: u64, generation: u32) -> Run {
        let at = Position::from_millis(nanos / 1_000_000);
        let end = |clip: &Clip| clip.from.millis() * 1_000_000 + self.length(clip) * SECOND / u64::from(self.rate.hertz());
        // A rounded nanosecond is no frame: what lies at the edge begins with the next.
        let index = self.clips.iter().position(|clip| clip.end() > at && end(clip) > nanos).unwrap_or(self.clips.len());
        let into = |clip: &Clip| nanos.saturating_sub(clip.from.millis() * 1_000_000);
        let from = self.clips.get(index).map_or(0, |clip| Frames::in_duration(Duration::from_nanos(into(clip)), self.rate).0);
        self.run_of(index, from, generation)
    }

    /// A run from a frame of a clip on.
    fn run_of(&self, clip: usize, from: u64, generation: u32) -> Run {
        let to = self.clips.get(clip).map_or(0, |clip| self.length(clip).min(self.turns_in(clip).unwrap_or(u64::MAX)));
        let stretching = || Stretching { stretch: Stretch::new(self.rate, self.speed), read: from, ready: VecDeque::new() };
        let stretch = (self.speed != Speed::NORMAL).then(stretching);
        Run { generation, clip, from, to, given: 0, stretch }
    }

    /// Its frames at the output's rate.
    fn length(&self, clip: &Clip) -> u64 {
        scale(clip.frames.0, u64::from(self.rate.hertz()), u64::from(clip.rate.hertz()))
    }

    /// At which frame of `clip` it goes back, if it goes round; the first where that lies before it.
    fn turns_in(&self, clip: &Clip) -> Option<u64> {
        let (_, to) = self.around?;
        Some(Frames::in_duration(to.since(clip.from), self.rate).0)
    }

    /// Nothing more until the next seek.
    pub fn stop(&mut self) {
        self.run = None;
    }

    /// Fills the ring as far as it goes: at most a third of a second of sound. Of a new order that much goes in behind what is stale.
    pub fn step(&mut self) -> Result<(), AudioError> {
        while (self.ring.slots() > READY || (self.fresh > 0 && !self.ring.is_full()))
            && let Some(run) = self.run.take()
        {
            let block = self.block(run)?;
            self.fresh = self.fresh.saturating_sub(1);
            // There was room a line ago, and nobody else fills this ring.
            self.ring.push(block).ok();
        }
        Ok(())
    }

    /// The next block of `run`; what follows it is the run from then on.
    fn block(&mut self, mut run: Run) -> Result<Block, AudioError> {
        let clips = Arc::clone(&self.clips);
        let Some(clip) = clips.get(run.clip) else {
            let end = clips.last().map_or(0, |clip| clip.end().millis() * 1_000_000);
            return Ok(Block { last: true, ..Block::empty(run.generation, end, self.speed) });
        };
        let (speed, hertz) = (self.speed, u64::from(self.rate.hertz()));
        let whole = lasts(run.to.saturating_sub(run.from), speed);
        let frames = usize::try_from(whole.saturating_sub(run.given)).unwrap_or(BLOCK).min(BLOCK);
        let begins = clip.from.millis() * 1_000_000 + scale(run.from, SECOND, hertz);
        let at = begins + speed.heard_in(scale(run.given, SECOND, hertz));
        let mut block = Block { frames, ..Block::empty(run.generation, at, speed) };
        if frames > 0 {
            self.sound(&mut run, clip, &mut block.stereo[..frames])?;
        }
        run.given += frames as u64;
        self.run = if run.given < whole { Some(run) } else { self.after(&run) };
        block.last = self.run.is_none();
        Ok(block)
    }

    /// What follows a run that is over: the next clip, or the beginning of what it goes round in; nothing at the end.
    fn after(&self, run: &Run) -> Option<Run> {
        let next = self.run_of(run.clip + 1, 0, run.generation);
        let Some((begin, _)) = self.around else { return (next.clip < self.clips.len()).then_some(next) };
        let sounds = |run: &Run| run.clip < self.clips.len() && run.from < run.to;
        // Where all that it goes round in is silent there is nothing to hear.
        Some(next).filter(sounds).or_else(|| Some(self.run_from(begin.millis() * 1_000_000, run.generation)).filter(sounds))
    }

    /// The next frames that are heard of `run`.
    fn sound(&mut self, run: &mut Run, clip: &Clip, out: &mut [[f32; 2]]) -> Result<(), AudioError> {
        let Some(stretching) = &mut run.stretch else {
            self.read(run.clip, clip, run.from + run.given, out.len())?;
            out.copy_from_slice(&self.stereo);
            return Ok(());
        };
        while stretching.ready.len() < out.len() {
            let wants = stretching.stretch.wants();
            self.read(run.clip, clip, stretching.read, wants)?;
            stretching.read += wants as u64;
            stretching.stretch.push(&self.stereo);
            stretching.stretch.lay(&mut stretching.ready);
        }
        let count = out.len();
        for (frame, ready) in out.iter_mut().zip(stretching.ready.drain(..count)) {
            *frame = ready;
        }
        Ok(())
    }

    /// Reads `count` frames of a clip from `from` on into `stereo`, at the output's rate; silence past its end.
    fn read(&mut self, index: usize, clip: &Clip, from: u64, count: usize) -> Result<(), AudioError> {
        let (ours, was) = (u64::from(self.rate.hertz()), u64::from(clip.rate.hertz()));
        let there = usize::try_from(self.length(clip).saturating_sub(from)).unwrap_or(count).min(count);
        self.stereo.clear();
        if there > 0 {
            // A file may have been exported again at another rate since: a second of it is a second all the same.
            let StreamFormat { rate, .. } = self.open(index, clip)?.format();
            let theirs = u64::from(rate.hertz());
            let first = scale(from, theirs, ours);
            let last = scale(from + there as u64 - 1, theirs, ours);
            let needed = usize::try_from(last - first).unwrap_or(0) + 2; // one more, to lean towards
            let width = self.samples_of(index, clip, Frames(scale(clip.skip.0, theirs, was) + first), needed)?;
            let samples = &self.samples;
            self.stereo.extend((0..there as u64).map(|i| {
                let place = u128::from(from + i) * u128::from(theirs);
                let whole = usize::try_from(place / u128::from(ours) - u128::from(first)).unwrap_or(0);
                #[expect(clippy::cast_possible_truncation, reason = "the fraction of a frame needs no more than f32")]
                let fraction = ((place % u128::from(ours)) as f64 / ours as f64) as f32;
                between(frame(samples, whole, width), frame(samples, whole + 1, width), fraction)
            }));
        }
        self.stereo.resize(count, [0.0; 2]);
        Ok(())
    }

    /// Reads frames of a clip's take into `samples`; its channels.
    fn samples_of(&mut self, index: usize, clip: &Clip, at: Frames, count: usize) -> Result<usize, AudioError> {
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

/// How many frames `frames` of the recording are heard for: a part of one is one.
fn lasts(frames: u64, speed: Speed) -> u64 {
    (frames * 10).div_ceil(u64::from(speed.tenths()))
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
