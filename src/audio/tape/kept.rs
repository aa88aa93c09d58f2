//! What the tape holds in memory: every sample that is not yet safe on a disk, the last few seconds of those that are, and of all before
//! those in the open take their digest.
//!
//! A sample may move until it leaves those few seconds: silence may yet go in before it. Then it is what it will be, and only then it goes
//! into the digest; so that costs as much as there was to be made safe, at most what memory holds, and at the end a few seconds are left.
//!
//! It knows which frame of the recording each sample is, how much of it the open take was given, and what there was no memory for. It
//! refuses to know of disks: a checkpoint that went well, or a take that was given up, is told to it. On the tape thread.

use std::collections::VecDeque;

use crate::domain::digest::Digest;
use crate::domain::time::Frames;

use crate::audio::StreamFormat;
use crate::audio::capture::Gap;
use crate::audio::take::Digesting;

/// What is kept in memory while no disk takes it: ten minutes, 58 MB of 48 kHz mono; time to free space without a hurry.
pub(crate) const HELD_SECONDS: u32 = 600;

/// Seconds of safe sound that stay in memory: longer than it takes to find out that something before them never came.
const RECENT_SECONDS: u32 = 4;

/// See the module.
pub(super) struct Stock {
    format: StreamFormat,
    /// The frame of the recording that `samples` begins with; all before are safe on some disk.
    safe: u64,
    /// Every sample that is not known to be safe.
    samples: VecDeque<i16>,
    /// How many of them the open take has been given.
    given: usize,
    /// The last samples before those, for silence that belongs among them; all of the open take.
    recent: VecDeque<i16>,
    /// Of what the open take holds before those.
    sum: Digesting,
    /// Frames after `samples` for which there was no memory. While there are any, all that follow join them.
    unheld: u64,
    /// Where those began, and how many there were in all.
    hole: Option<Gap>,
}

/// What a take must do so that silence stands where nothing came.
pub(super) struct Opening {
    /// Before which frame of the recording.
    pub(super) at: Frames,
    /// What the take was given of the frames from there on, in its new place already here. Nothing if it was given none.
    pub(super) moved: Vec<i16>,
}

impl Stock {
    /// Nothing yet.
    pub(super) fn new(format: StreamFormat) -> Self {
        let (samples, recent) = (VecDeque::new(), VecDeque::new());
        Self { format, safe: 0, samples, given: 0, recent, sum: Digesting::default(), unheld: 0, hole: None }
    }

    /// The recording begins with this frame.
    pub(super) fn begin_at(&mut self, first: Frames) {
        self.safe = first.0;
    }

    /// Frames of the recording that are safe on some disk.
    pub(super) fn safe(&self) -> Frames {
        Frames(self.safe)
    }

    /// Frames of the recording so far.
    pub(super) fn end(&self) -> Frames {
        Frames(self.safe) + self.backlog()
    }

    /// Frames that are not safe.
    pub(super) fn backlog(&self) -> Frames {
        self.held() + Frames(self.unheld)
    }

    /// Frames in memory.
    pub(super) fn held(&self) -> Frames {
        Frames((self.samples.len() / self.format.width()) as u64)
    }

    /// Seconds in memory, those that have begun counted whole.
    pub(super) fn held_seconds(&self) -> u32 {
        u32::try_from(self.samples.len().div_ceil(self.format.samples_in(1).max(1))).unwrap_or(u32::MAX)
    }

    /// Bytes that what is in memory takes on a disk.
    pub(super) fn bytes(&self) -> u64 {
        2 * self.samples.len() as u64
    }

    /// Whether there is something that the take was not given.
    pub(super) fn has_more(&self) -> bool {
        self.given < self.samples.len() || self.unheld > 0
    }

    /// Whether the take was given all there is in memory, and more is owed.
    pub(super) fn owes(&self) -> bool {
        self.unheld > 0 && self.given == self.samples.len()
    }

    /// Whether there is memory for so many samples more.
    pub(super) fn has_room_for(&self, count: usize) -> bool {
        self.unheld == 0 && self.fits(count)
    }

    fn fits(&self, count: usize) -> bool {
        self.samples.len().saturating_add(count) <= self.format.samples_in(HELD_SECONDS)
    }

    /// The next samples, whole frames. There must be room for them.
    pub(super) fn push(&mut self, samples: &[i16]) {
        self.samples.extend(samples);
    }

    /// Silence, for frames that will never come.
    pub(super) fn push_silence(&mut self, frames: Frames) {
        self.samples.extend(std::iter::repeat_n(0, self.count(frames.0)));
    }

    /// Frames for which there is no memory.
    pub(super) fn lose(&mut self, frames: Frames) {
        let at = self.safe() + self.held();
        self.hole.get_or_insert(Gap { at, frames: Frames(0) }).frames += frames;
        self.unheld += frames.0;
    }

    /// The disk is back and has all that was held: silence goes in for what was not, some minutes at a time, and only then sound. The gap,
    /// once all of it is in.
    pub(super) fn repay(&mut self) -> Option<Gap> {
        if self.unheld == 0 || !self.samples.is_empty() {
            return None;
        }
        let paid = self.unheld.min(u64::from(self.format.rate.hertz()) * u64::from(HELD_SECONDS) / 2);
        self.unheld -= paid;
        self.push_silence(Frames(paid));
        self.hole.take_if(|_| self.unheld == 0)
    }

    /// At most so many samples that the take was not given yet, in two parts.
    pub(super) fn next(&self, most: usize) -> [&[i16]; 2] {
        let end = self.samples.len().min(self.given.saturating_add(most));
        let (a, b) = self.samples.as_slices();
        [&a[self.given.min(a.len())..end.min(a.len())], &b[self.given.saturating_sub(a.len())..end.saturating_sub(a.len())]]
    }

    /// The take was given so many more.
    pub(super) fn give(&mut self, samples: usize) {
        self.given += samples;
    }

    /// There is another take, which was given nothing yet.
    pub(super) fn give_again(&mut self) {
        self.given = 0;
    }

    /// All that the take was given is safe.
    pub(super) fn is_safe(&mut self) {
        self.safe += (self.given / self.format.width()) as u64;
        self.recent.extend(self.samples.drain(..self.given));
        self.given = 0;
        self.grow_old(self.recent.len().saturating_sub(self.format.samples_in(RECENT_SECONDS)));
    }

    /// The open take ends with what is safe. The digest of what it holds; nothing in it can move any more.
    pub(super) fn end_take(&mut self) -> Digest {
        self.grow_old(self.recent.len());
        std::mem::take(&mut self.sum).finish()
    }

    /// So many of the recent samples are where they will stay.
    fn grow_old(&mut self, count: usize) {
        let (a, b) = self.recent.as_slices();
        self.sum.feed(&a[..count.min(a.len())]);
        self.sum.feed(&b[..count.saturating_sub(a.len())]);
        self.recent.drain(..count);
    }

    /// Silence goes in before frame `gap.at`, and all from there on moves back. What is too old for that, before frame `first` or not in
    /// memory any more, stays where it is: then the silence comes as early as it can.
    pub(super) fn open_up(&mut self, gap: Gap, first: Frames) -> Option<Opening> {
        let (width, silence) = (self.format.width(), self.count(gap.frames.0));
        if !self.has_room_for(silence) {
            self.lose(gap.frames);
            return None;
        }
        let remembered = self.safe.saturating_sub((self.recent.len() / width) as u64);
        let at = gap.at.0.max(first.0).max(remembered);
        // Safe frames that will be elsewhere are not safe.
        let back = self.count(self.safe.saturating_sub(at));
        for sample in self.recent.drain(self.recent.len() - back..).rev() {
            self.samples.push_front(sample);
        }
        self.safe -= (back / width) as u64;
        self.given += back;
        let index = self.count(at - self.safe).min(self.samples.len());
        let tail = self.samples.split_off(index);
        self.samples.extend(std::iter::repeat_n(0, silence));
        self.samples.extend(&tail);
        let moved = tail.range(..self.given.saturating_sub(index)).copied().collect();
        if self.given > index {
            self.given += silence;
        }
        Some(Opening { at: Frames(at), moved })
    }

    fn count(&self, frames: u64) -> usize {
        usize::try_from(frames).unwrap_or(usize::MAX).saturating_mul(self.format.width())
    }
}
