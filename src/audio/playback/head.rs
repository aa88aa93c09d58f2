//! What is being heard, for anybody to read without waiting.
//!
//! The output thread writes where what it gives away lies on the timeline, when that reaches the ear and how fast it goes there: a stretch for
//! each run without a jump, so that around a gap, a loop or a change of speed both sides are known until the ear is past it. The playback thread
//! writes where it rests and which order holds. A reader takes the stretch that is heard at its moment.

use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicI64;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::sync::atomic::fence;
use std::time::Instant;

use crate::domain::hearing::Gain;
use crate::domain::hearing::Speed;
use crate::domain::hearing::Volume;
use crate::domain::time::Position;

/// Stretches that are known at a time: what is on its way to the ear, and jumps in it.
const KNOWN: usize = 8;

/// How often a reader looks again at what is being written: the writer is done within a microsecond.
const PATIENCE: usize = 1_000;

/// So little is no jump: what frames make of nanoseconds.
const JUMP: u64 = 100_000;

/// What is being heard.
#[derive(Debug)]
pub struct Playhead {
    epoch: Instant,
    playing: AtomicBool,
    wanted: AtomicU32,
    /// The first order of which what is on its way to the ear still counts.
    since: AtomicU32,
    ended: AtomicU32,
    /// Where it rests, in nanoseconds on the timeline, and begins if nothing of what is wanted was heard yet.
    rest: AtomicU64,
    /// Raised before and after each change of the track: odd while it is written.
    version: AtomicU32,
    track: [Slot; KNOWN],
    gain: AtomicU32,
    volume: AtomicU32,
    /// Whether the sound system is being asked for a loudspeaker.
    opening: AtomicBool,
    /// Whether nobody wants to hear anything any more.
    left: AtomicBool,
}

/// A stretch as atomics.
#[derive(Debug, Default)]
struct Slot {
    generation: AtomicU32,
    tenths: AtomicU32,
    from: AtomicU64,
    to: AtomicU64,
    at: AtomicI64,
}

/// What is heard without a jump: from `from` to `to` on the timeline, from the moment `at` of our clock on; all in nanoseconds.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Heard {
    pub(super) generation: u32,
    /// The speed; 0 for none.
    pub(super) tenths: u8,
    pub(super) from: u64,
    pub(super) to: u64,
    pub(super) at: i64,
}

impl Heard {
    fn speed(self) -> Speed {
        Speed::of_tenths(self.tenths)
    }

    fn nanos_at(self, now: i64) -> u64 {
        let passed = u64::try_from(now.saturating_sub(self.at)).unwrap_or(0);
        self.from.saturating_add(self.speed().heard_in(passed)).min(self.to)
    }
}

impl Playhead {
    /// At rest at the start.
    pub fn new(epoch: Instant) -> Self {
        Self {
            epoch,
            playing: AtomicBool::new(false),
            wanted: AtomicU32::new(0),
            since: AtomicU32::new(0),
            ended: AtomicU32::new(0),
            rest: AtomicU64::new(0),
            version: AtomicU32::new(0),
            track: Default::default(),
            gain: AtomicU32::new(1.0_f32.to_bits()),
            volume: AtomicU32::new(1.0_f32.to_bits()),
            opening: AtomicBool::new(false),
            left: AtomicBool::new(false),
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

    /// From now on it is so loud, for whatever plays.
    pub fn set_loudness(&self, volume: Volume, gain: Gain) {
        self.gain.store(gain.factor().to_bits(), Ordering::Relaxed);
        self.volume.store(volume.factor().to_bits(), Ordering::Relaxed);
    }

    /// What samples are multiplied by before they are held below full scale, and after.
    pub(super) fn loudness(&self) -> (f32, f32) {
        let factor = |bits: &AtomicU32| f32::from_bits(bits.load(Ordering::Relaxed));
        (factor(&self.gain), factor(&self.volume))
    }

    pub(super) fn set_opening(&self, opening: bool) {
        self.opening.store(opening, Ordering::SeqCst);
    }

    pub(super) fn is_opening(&self) -> bool {
        self.opening.load(Ordering::SeqCst)
    }

    /// Nobody wants to hear anything any more.
    pub(super) fn leave(&self) {
        self.left.store(true, Ordering::SeqCst);
    }

    pub(super) fn was_left(&self) -> bool {
        self.left.load(Ordering::SeqCst)
    }

    pub(super) fn clock(&self, at: Instant) -> i64 {
        i64::try_from(at.saturating_duration_since(self.epoch).as_nanos()).unwrap_or(i64::MAX)
    }

    /// What of order `generation` there was has all been given away. From the output thread.
    pub(super) fn has_ended(&self, generation: u32) {
        self.ended.store(generation, Ordering::Release);
    }

    /// Whether all of what is wanted has been given away.
    pub(super) fn is_at_its_end(&self) -> bool {
        self.ended.load(Ordering::Acquire) == self.generation()
    }

    /// Order `generation` holds from now on and begins at `nanos`. What is on its way to the ear counts no more.
    pub(super) fn begin(&self, nanos: u64, generation: u32) {
        self.rest.store(nanos, Ordering::Release);
        self.since.store(generation, Ordering::Release);
        self.go_on(generation);
    }

    /// Order `generation` holds from now on, and goes on behind what is on its way to the ear.
    pub(super) fn go_on(&self, generation: u32) {
        self.ended.store(generation.wrapping_sub(1), Ordering::Release);
        self.wanted.store(generation, Ordering::Release);
        self.playing.store(true, Ordering::Release);
    }

    /// Rests at `nanos`.
    pub(super) fn stop(&self, nanos: u64) {
        self.rest.store(nanos, Ordering::Release);
        self.playing.store(false, Ordering::Release);
    }

    /// What was given away will not be heard: its device is gone. Nothing writes the track then.
    pub(super) fn forget(&self) {
        self.write(|| self.track.iter().for_each(|slot| slot.tenths.store(0, Ordering::Relaxed)));
    }

    /// How far on the timeline sound was given away; where it begins if none was.
    pub(super) fn given(&self) -> u64 {
        let last = self.known().into_iter().max_by_key(|heard| heard.at);
        last.filter(|_| self.is_playing()).map_or_else(|| self.rest.load(Ordering::Acquire), |heard| heard.to)
    }

    pub(super) fn nanos_at(&self, now: Instant) -> u64 {
        let (rest, now) = (self.rest.load(Ordering::Acquire), self.clock(now));
        if !self.is_playing() {
            return rest;
        }
        let known = self.known();
        let heard = known.iter().filter(|heard| heard.at <= now).max_by_key(|heard| heard.at);
        let heard = heard.or_else(|| known.iter().min_by_key(|heard| heard.at));
        heard.map_or(rest, |heard| heard.nanos_at(now))
    }

    /// The stretches that count.
    fn known(&self) -> Vec<Heard> {
        let (since, wanted) = (self.since.load(Ordering::Acquire), self.generation());
        let counts = |heard: &Heard| heard.tenths > 0 && heard.generation.wrapping_sub(since) <= wanted.wrapping_sub(since);
        self.track().into_iter().filter(counts).collect()
    }

    fn track(&self) -> [Heard; KNOWN] {
        let mut track = [Heard::default(); KNOWN];
        for _ in 0..PATIENCE {
            let before = self.version.load(Ordering::Acquire);
            for (heard, slot) in track.iter_mut().zip(&self.track) {
                *heard = Heard {
                    generation: slot.generation.load(Ordering::Relaxed),
                    tenths: u8::try_from(slot.tenths.load(Ordering::Relaxed)).unwrap_or(0),
                    from: slot.from.load(Ordering::Relaxed),
                    to: slot.to.load(Ordering::Relaxed),
                    at: slot.at.load(Ordering::Relaxed),
                };
            }
            fence(Ordering::Acquire);
            if before.is_multiple_of(2) && self.version.load(Ordering::Relaxed) == before {
                break;
            }
            std::hint::spin_loop();
        }
        track
    }

    fn write(&self, change: impl FnOnce()) {
        let version = self.version.load(Ordering::Relaxed);
        self.version.store(version.wrapping_add(1), Ordering::Relaxed);
        fence(Ordering::Release);
        change();
        self.version.store(version.wrapping_add(2), Ordering::Release);
    }
}

/// The output thread's hand on the track.
#[derive(Debug, Default)]
pub(super) struct Tracker {
    slot: usize,
    last: Heard,
}

impl Tracker {
    /// This is heard next. What follows on what was heard before belongs to its stretch, the clock of which is set anew.
    pub(super) fn hears(&mut self, next: Heard, head: &Playhead) {
        let last = self.last;
        let is_same = (last.generation, last.tenths) == (next.generation, next.tenths) && last.to.abs_diff(next.from) < JUMP;
        if is_same {
            let before = i64::try_from(last.speed().lasts(next.from.saturating_sub(last.from))).unwrap_or(0);
            self.last = Heard { to: next.to, at: next.at.saturating_sub(before), ..last };
        } else {
            (self.slot, self.last) = ((self.slot + 1) % KNOWN, next);
        }
        let (slot, now) = (&head.track[self.slot], self.last);
        head.write(|| {
            slot.generation.store(now.generation, Ordering::Relaxed);
            slot.tenths.store(u32::from(now.tenths), Ordering::Relaxed);
            slot.from.store(now.from, Ordering::Relaxed);
            slot.to.store(now.to, Ordering::Relaxed);
            slot.at.store(now.at, Ordering::Relaxed);
        });
    }
}
