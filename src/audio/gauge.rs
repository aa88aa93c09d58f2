//! What anybody may read about a running microphone, at any time, without waiting: level, counters, and the recording's clock.
//!
//! One [`Gauge`] belongs to one recorder and outlives every stream. The capture thread and the tape thread write it, everyone reads
//! it. It is atomics all through: it refuses to lock, to allocate and to read a clock.
//!
//! # The anchor
//!
//! Position comes from frames, never from a stopwatch, but a key is pressed *between* two blocks, and the block holding what was heard
//! at that moment arrives some tens of milliseconds later. So the gauge keeps one number: the moment at which frame 0 was captured, on
//! the process's monotonic clock. Each callback offers an estimate (now, minus the latency the system reports, minus the frames
//! before); [`Follower`] smooths them. [`Gauge::frames_at`] turns a moment into the frame the microphone was hearing then.
//!
//! # The cut
//!
//! Off the record is a moment too, and the last words before it are still on their way then. Whoever asks for it cuts the gauge
//! ([`Gauge::cut_at`]) without waiting for anybody: from there on the tap takes what was *heard* before that moment and nothing that
//! was heard after it, however long the tape thread is held up by a disk. The cut holds until whoever was told of it has carried it out
//! ([`Gauge::was_cut`]); a wish to go on that comes in between does not lift it.

use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicI64;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;

use crate::domain::time::Frames;
use crate::domain::time::SampleRate;

/// How far past the last delivered frame a moment may be placed. Beyond it the callbacks have stopped, and so does the clock.
const EXTRAPOLATION: Duration = Duration::from_millis(250);

/// How long two clocks must run beside each other before one is told from the other, in nanoseconds: a minute, which a jitter of a
/// millisecond in its mean makes 17 parts per million; in an hour it makes a third of one.
const LONG_ENOUGH: i64 = 60_000_000_000;

/// "Never", for moments kept as nanoseconds.
const NEVER: i64 = i64::MIN;

/// The shared atomics of one recorder.
#[derive(Debug)]
pub struct Gauge {
    epoch: Instant,
    peak: AtomicU32,
    clips: AtomicU64,
    frames: AtomicU64,
    lost: AtomicU64,
    backlog: AtomicU64,
    heard_at: AtomicI64,
    anchor: AtomicI64,
    floor: AtomicU64,
    rate: AtomicU32,
    /// How much faster the microphone's clock runs, in parts per billion, and over how many nanoseconds that was seen.
    clock: AtomicI64,
    clock_over: AtomicI64,
    open: AtomicBool,
    /// Cuts that were asked for and not carried out yet, and the moment of the first of them.
    cuts: AtomicU32,
    cut: AtomicI64,
    /// Whether the tap has come to it.
    cut_reached: AtomicBool,
}

impl Gauge {
    /// A gauge at rest. `epoch` is the zero of its clock: any moment not later than the first recording.
    pub fn new(epoch: Instant) -> Self {
        Self {
            epoch,
            peak: AtomicU32::new(0),
            clips: AtomicU64::new(0),
            frames: AtomicU64::new(0),
            lost: AtomicU64::new(0),
            backlog: AtomicU64::new(0),
            heard_at: AtomicI64::new(NEVER),
            anchor: AtomicI64::new(NEVER),
            floor: AtomicU64::new(0),
            rate: AtomicU32::new(SampleRate::STUDIO.hertz()),
            clock: AtomicI64::new(0),
            clock_over: AtomicI64::new(0),
            open: AtomicBool::new(false),
            cuts: AtomicU32::new(0),
            cut: AtomicI64::new(NEVER),
            cut_reached: AtomicBool::new(false),
        }
    }

    /// The highest level since the last call, 0 to 1: how far the sound swings, whatever it swings around. For one reader: the meter.
    pub(crate) fn take_peak(&self) -> f32 {
        f32::from_bits(self.peak.swap(0, Ordering::Relaxed))
    }

    /// Samples at full scale since the recording began.
    pub(crate) fn clips(&self) -> u64 {
        self.clips.load(Ordering::Relaxed)
    }

    /// Frames the recording is long, owed silence included.
    pub fn frames(&self) -> Frames {
        Frames(self.frames.load(Ordering::Acquire))
    }

    /// Frames that were lost and are silence on the tape.
    pub fn lost(&self) -> Frames {
        Frames(self.lost.load(Ordering::Relaxed))
    }

    /// Frames captured that are not safely on disk yet.
    pub(crate) fn backlog(&self) -> Frames {
        Frames(self.backlog.load(Ordering::Relaxed))
    }

    /// Frames per second of the recording.
    pub fn rate(&self) -> SampleRate {
        SampleRate::new(self.rate.load(Ordering::Relaxed)).unwrap_or(SampleRate::STUDIO)
    }

    /// How much faster (or, below zero, slower) the microphone's clock runs than the computer's, in parts per billion, as the longest
    /// stretch of the recording showed it; nothing if none was longer than a minute.
    pub fn clock(&self) -> Option<i64> {
        let over = self.clock_over.load(Ordering::Acquire);
        (over >= LONG_ENOUGH).then(|| self.clock.load(Ordering::Relaxed))
    }

    /// Whether a stream is feeding this gauge and what is heard now is kept.
    pub fn is_open(&self) -> bool {
        self.has_stream() && self.cut().is_none()
    }

    /// Off the record from `moment` on: nothing heard after it is kept, whatever the tape thread is doing. For whoever gives the order,
    /// before giving it.
    pub(crate) fn cut_at(&self, moment: Instant) {
        // Where an earlier cut waits, its moment holds: off the record twice is off the record since the first time.
        if self.cut().is_none() {
            self.cut.store(self.nanos(moment), Ordering::Release);
        }
        self.cuts.fetch_add(1, Ordering::AcqRel);
    }

    /// A cut was carried out.
    pub(crate) fn was_cut(&self) {
        self.cuts.fetch_update(Ordering::AcqRel, Ordering::Acquire, |cuts| cuts.checked_sub(1)).ok();
    }

    /// Whether all that was heard before the cut has arrived (or nothing is cut).
    pub(crate) fn has_all_before_cut(&self) -> bool {
        self.cut_reached.load(Ordering::Acquire)
            || self.frames_before_cut(self.anchor.load(Ordering::Relaxed)).is_none_or(|most| self.frames() >= most)
    }

    /// From the capture thread: a block was heard after the cut, if only in part.
    pub(crate) fn reached_cut(&self) {
        self.cut_reached.store(true, Ordering::Release);
    }

    /// Frames of the recording that were heard before the cut, with frame 0 heard at `anchor`; nothing if it is not cut.
    pub(crate) fn frames_before_cut(&self, anchor: i64) -> Option<Frames> {
        let cut = self.cut()?;
        if anchor == NEVER {
            return Some(self.frames());
        }
        let heard = Duration::from_nanos(u64::try_from(cut.saturating_sub(anchor)).unwrap_or(0));
        Some(Frames::in_duration(heard, self.rate()))
    }

    fn cut(&self) -> Option<i64> {
        (self.cuts.load(Ordering::Acquire) > 0).then(|| self.cut.load(Ordering::Acquire))
    }

    /// Whether a stream is feeding this gauge.
    pub(crate) fn has_stream(&self) -> bool {
        self.open.load(Ordering::Acquire)
    }

    /// How long ago, at `now`, the device last delivered; nothing before its first block.
    pub(crate) fn silent_for(&self, now: Instant) -> Option<Duration> {
        let at = self.heard_at.load(Ordering::Relaxed);
        (at != NEVER).then(|| Duration::from_nanos(u64::try_from(self.nanos(now) - at).unwrap_or(0)))
    }

    /// When frame 0 of the recording was (or, after a pause, would have been) captured.
    pub(crate) fn anchor(&self) -> Option<Instant> {
        let anchor = self.anchor.load(Ordering::Relaxed);
        if anchor == NEVER {
            return None;
        }
        let distance = Duration::from_nanos(anchor.unsigned_abs());
        if anchor < 0 { self.epoch.checked_sub(distance) } else { self.epoch.checked_add(distance) }
    }

    /// The frame of the recording that the microphone was hearing at `now`.
    ///
    /// Never before the running stretch began, and at most 250 ms past the last frame delivered: when callbacks stop, the clock
    /// stands still. While no stream runs (off the record) it stands at the end.
    pub fn frames_at(&self, now: Instant) -> Frames {
        let delivered = self.frames();
        let anchor = self.anchor.load(Ordering::Relaxed);
        if !self.has_stream() || anchor == NEVER {
            return delivered;
        }
        let rate = self.rate();
        let now = self.nanos(now).min(self.cut().unwrap_or(i64::MAX));
        let since = Duration::from_nanos(u64::try_from(now.saturating_sub(anchor)).unwrap_or(0));
        let ceiling = delivered + Frames::in_duration(EXTRAPOLATION, rate);
        let floor = Frames(self.floor.load(Ordering::Relaxed)).min(ceiling);
        Frames::in_duration(since, rate).clamp(floor, ceiling)
    }

    /// A new recording: everything from zero.
    pub(crate) fn reset(&self, rate: SampleRate) {
        self.open.store(false, Ordering::Release);
        for counter in [&self.clips, &self.frames, &self.lost, &self.backlog, &self.floor] {
            counter.store(0, Ordering::Release);
        }
        self.peak.store(0, Ordering::Relaxed);
        self.clock_over.store(0, Ordering::Relaxed);
        self.rate.store(rate.hertz(), Ordering::Relaxed);
        self.anchor.store(NEVER, Ordering::Relaxed);
        self.heard_at.store(NEVER, Ordering::Relaxed);
    }

    /// A stretch begins after `first` frames of the recording: the anchor is found anew, since a pause lies between.
    pub(crate) fn open(&self, first: Frames, rate: SampleRate) {
        self.rate.store(rate.hertz(), Ordering::Relaxed);
        self.frames.store(first.0, Ordering::Release);
        self.floor.store(first.0, Ordering::Relaxed);
        self.anchor.store(NEVER, Ordering::Relaxed);
        self.heard_at.store(NEVER, Ordering::Relaxed);
        self.cut_reached.store(false, Ordering::Release);
        self.open.store(true, Ordering::Release);
    }

    /// Off the record: from here on the tap drops what it is given, whatever the device still sends.
    pub(crate) fn close(&self) {
        self.open.store(false, Ordering::Release);
        self.peak.store(0, Ordering::Relaxed);
    }

    /// How the tape corrects the length when a stretch ended with frames that never reached it.
    pub(crate) fn set_frames(&self, frames: Frames) {
        self.frames.store(frames.0, Ordering::Release);
    }

    pub(crate) fn set_backlog(&self, frames: Frames) {
        self.backlog.store(frames.0, Ordering::Relaxed);
    }

    /// From the capture thread: how far the sound swings from its middle, at most 32768.
    pub(crate) fn level(&self, swing: u16) {
        let peak = f32::from(swing) / FULL_SCALE;
        // Positive floats sort like their bits, so one atomic maximum is enough.
        self.peak.fetch_max(peak.to_bits(), Ordering::Relaxed);
    }

    /// From the capture thread: so many samples at full scale.
    pub(crate) fn count_clipped(&self, clipped: u64) {
        self.clips.fetch_add(clipped, Ordering::Relaxed);
    }

    pub(crate) fn count_lost(&self, frames: u64) {
        self.lost.fetch_add(frames, Ordering::Relaxed);
    }

    /// From the capture thread: the recording is now `frames` long, seen at `at`, with frame 0 captured at `anchor`.
    pub(crate) fn delivered(&self, frames: u64, at: i64, anchor: i64) {
        self.anchor.store(anchor, Ordering::Relaxed);
        self.heard_at.store(at, Ordering::Relaxed);
        self.frames.store(frames, Ordering::Release);
    }

    /// From the capture thread: how much faster the microphone's clock runs, and over how long that was seen.
    pub(crate) fn compared(&self, Compared { ppb, over }: Compared) {
        if over >= self.clock_over.load(Ordering::Relaxed) {
            self.clock.store(ppb, Ordering::Relaxed);
            self.clock_over.store(over, Ordering::Release);
        }
    }

    /// Another microphone: nothing is known of its clock.
    pub(crate) fn forget_clock(&self) {
        self.clock_over.store(0, Ordering::Release);
    }

    /// `at` as nanoseconds of this gauge's clock.
    pub(crate) fn nanos(&self, at: Instant) -> i64 {
        let whole = |d: Duration| i64::try_from(d.as_nanos()).unwrap_or(i64::MAX);
        match at.checked_duration_since(self.epoch) {
            Some(after) => whole(after),
            None => -whole(self.epoch.duration_since(at)),
        }
    }
}

/// Smooths the estimates of the anchor. Lives in the tap; plain arithmetic.
///
/// Callbacks jitter by some milliseconds, and a delayed one is followed by others that catch up, so a single estimate means little:
/// the mean of the last seconds is followed. But when audio is lost before it reaches us, every later estimate is off by the
/// same amount; once that has lasted for some blocks *and* some time it is believed. (A process that was stopped gets what waited for it
/// all at once: those estimates are late, too, but each less than the one before, and all within a moment.) A loss that can be heard
/// becomes silence in its place, before the first block that was off, so the anchor stays where it was; a small shift (a system that thought better of its latency) moves the anchor.
#[derive(Debug, Default)]
pub(crate) struct Follower {
    settled: i64,
    seen: i64,
    /// Blocks that were off by the same amount, the first of them, when it came, and with which frame of the recording it began.
    astray: u32,
    strayed_to: i64,
    strayed_at: i64,
    strayed_from: Frames,
    /// When the mean was first worth something and what it said then, less what it was moved by since.
    began: Option<(i64, i64)>,
}

/// How a microphone's clock runs beside the computer's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Compared {
    /// How much faster, in parts per billion.
    pub(crate) ppb: i64,
    /// Over how many nanoseconds.
    pub(crate) over: i64,
}

/// What a block says about the recording's clock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Followed {
    /// The anchor to publish.
    pub(crate) anchor: i64,
    /// Sound that never came: before which frame of the recording, and for how long. Its silence is owed before the next estimate.
    pub(crate) missing: Option<(Frames, Duration)>,
}

impl Follower {
    /// Blocks the mean looks back over: about 3 s, as they come from a sound server asked for 4096 frames at 48 kHz.
    const MEMORY: i64 = 64;
    /// Larger than callback jitter, smaller than a stamp's trust of some tens of milliseconds: 30 ms in nanoseconds.
    const ASTRAY: u64 = 30_000_000;
    /// Blocks in a row that must be astray by the same amount before they are believed, and for how long: 300 ms in nanoseconds.
    const PATIENCE: u32 = 8;
    const LASTING: i64 = 300_000_000;
    /// What is missing from here on is missing for the ear: 100 ms in nanoseconds.
    const MISSING: i64 = 100_000_000;

    /// The anchor as it stands; nothing before the first block.
    pub(crate) fn settled(&self) -> Option<i64> {
        (self.seen > 0).then_some(self.settled)
    }

    /// How the microphone's clock has run beside the computer's up to `at`: one that is slow brings its frames later and later, as if the
    /// first of them had been heard later.
    pub(crate) fn compared(&self, at: i64) -> Option<Compared> {
        let (began, anchor) = self.began?;
        let over = at.saturating_sub(began);
        let later = i128::from(self.settled.saturating_sub(anchor));
        let ppb = i64::try_from(-later * 1_000_000_000 / i128::from(over.max(1))).ok()?;
        Some(Compared { ppb, over })
    }

    /// Takes the estimate of a block that came at `at` and begins with frame `first` of the recording.
    pub(crate) fn follow(&mut self, estimate: i64, at: i64, first: Frames) -> Followed {
        let off = estimate.saturating_sub(self.settled);
        if self.seen > 0 && off.unsigned_abs() > Self::ASTRAY {
            if self.astray == 0 || estimate.abs_diff(self.strayed_to) > Self::ASTRAY {
                (self.astray, self.strayed_to, self.strayed_at, self.strayed_from) = (0, estimate, at, first);
            }
            self.astray += 1;
            if self.astray < Self::PATIENCE || at.saturating_sub(self.strayed_at) < Self::LASTING {
                return Followed { anchor: self.settled, missing: None };
            }
            if off >= Self::MISSING {
                self.astray = 0;
                let missing = Some((self.strayed_from, Duration::from_nanos(off.unsigned_abs())));
                return Followed { anchor: self.settled, missing };
            }
            self.seen = 0;
            self.began = self.began.map(|(at, anchor)| (at, anchor + off));
        }
        self.astray = 0;
        self.seen = (self.seen + 1).min(Self::MEMORY);
        self.settled = if self.seen == 1 { estimate } else { self.settled + off / self.seen };
        if self.seen == Self::MEMORY {
            self.began.get_or_insert((at, self.settled));
        }
        Followed { anchor: self.settled, missing: None }
    }
}

/// The largest distance from zero a 16-bit sample can have.
const FULL_SCALE: f32 = 32_768.0;

/// What a meter shows for a level of nothing: below the step of a 16-bit sample (-90.3 dBFS).
pub(crate) const SILENCE_DBFS: f32 = -96.0;

/// A sample level (0 to 1 of full scale) in dBFS: 20 times its decimal logarithm, 0 being full scale (IEC 61606-3, AES17).
pub(crate) fn dbfs(level: f32) -> f32 {
    if level > 0.0 { (20.0 * level.log10()).max(SILENCE_DBFS) } else { SILENCE_DBFS }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::disallowed_methods, reason = "an epoch to count from")]

    use super::*;

    const MS: i64 = 1_000_000;

    #[test]
    fn levels_read_as_decibels() {
        assert!((dbfs(1.0)).abs() < f32::EPSILON);
        assert!((dbfs(0.5) + 6.02).abs() < 0.01);
        assert!((dbfs(0.0) - SILENCE_DBFS).abs() < f32::EPSILON);
    }

    #[test]
    fn the_highest_level_waits_for_its_reader() {
        let gauge = Gauge::new(Instant::now());
        for highest in [100, 16_384, 3] {
            gauge.level(highest);
        }
        assert!((gauge.take_peak() - 0.5).abs() < f32::EPSILON);
        assert!(gauge.take_peak().abs() < f32::EPSILON);
    }

    #[test]
    fn a_moment_maps_to_the_frame_heard_then() {
        let epoch = Instant::now();
        let gauge = Gauge::new(epoch);
        let at = |ms| epoch + Duration::from_millis(ms);
        gauge.open(Frames(0), gauge.rate());
        assert_eq!(gauge.frames_at(at(500)), Frames(0), "nothing was delivered yet");
        // Frame 0 at 100 ms; 200 ms later 150 ms of it have been delivered.
        gauge.delivered(7_200, 300 * MS, 100 * MS);
        assert_eq!(gauge.frames_at(at(50)), Frames(0));
        assert_eq!(gauge.frames_at(at(200)), Frames(4_800));
        assert_eq!(gauge.frames_at(at(300)), Frames(9_600));
        assert_eq!(gauge.frames_at(at(5_000)), Frames(7_200 + 12_000), "the clock stands still");
        assert_eq!(gauge.silent_for(at(2_300)), Some(Duration::from_secs(2)));
        gauge.close();
        assert_eq!(gauge.frames_at(at(5_000)), Frames(7_200), "off the record");
        gauge.open(Frames(7_200), gauge.rate());
        assert_eq!(gauge.frames_at(at(9_000)), Frames(7_200));
        // Resumed at 10 s: frame 7200 then, so frame 0 would have been at 9.85 s.
        gauge.delivered(12_000, 10_100 * MS, 9_850 * MS);
        assert_eq!(gauge.frames_at(at(9_900)), Frames(7_200), "never into the pause");
        assert_eq!(gauge.frames_at(at(10_050)), Frames(9_600));
    }

    #[test]
    fn jitter_is_smoothed_and_a_lasting_shift_believed() {
        let mut follower = Follower::default();
        let mut at = 0;
        let mut first = 0;
        let mut follow = |estimate: i64, after: i64| {
            at += after * MS;
            first += 2_064;
            let Followed { anchor, missing } = follower.follow(estimate * MS, at, Frames(first));
            (anchor, missing)
        };
        for i in 0..200_i64 {
            let (anchor, missing) = follow(1_000 + [0, 4, -3, 5, -6][usize::try_from(i % 5).unwrap()], 43);
            assert!(i < 10 || (anchor - 1_000 * MS).abs() < 2 * MS, "wobbles by {} ns", anchor - 1_000 * MS);
            assert_eq!(missing, None);
        }
        let settled = follow(1_000, 43).0;
        // One late block changes nothing, and neither do ten seconds of them at once.
        assert_eq!(follow(1_300, 343), (settled, None));
        for late in (1..233).rev() {
            assert_eq!(follow(1_000 + late * 43, if late == 232 { 10_000 } else { 0 }), (settled, None));
        }
        assert_eq!(follow(1_000, 43).1, None);
        // A shift that cannot be heard is followed after a third of a second.
        assert_eq!((0..10).map(|_| follow(1_060, 43)).last(), Some((1_060 * MS, None)));
        // Half a second lost for good is owed once, and the anchor stays.
        let told: Vec<_> = (0..8).map(|_| follow(1_560, 43)).collect();
        assert_eq!(told[..7], [(1_060 * MS, None); 7]);
        let first_off = Frames((200 + 1 + 1 + 232 + 1 + 10 + 1) * 2_064);
        assert_eq!(told[7], (1_060 * MS, Some((first_off, Duration::from_millis(500)))));
        assert_eq!(follow(1_060, 43), (1_060 * MS, None), "once it is paid, all is as before");
    }
}
