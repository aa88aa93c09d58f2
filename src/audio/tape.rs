//! From the ring to the disk: the tape thread is a loop around [`Tape::step`].
//!
//! The tape keeps in memory every sample that is not yet *synced*, in order. That one rule carries all the rest: a write or sync that
//! fails gives the take up as of its last good checkpoint and writes what is kept into a new take, without a break; a full disk means
//! that more is kept, up to ten minutes; a panic loses nothing that was not on its way out anyway. It refuses to open devices, and
//! to remove anything. Time comes from outside with each step, so tests own it.

use std::collections::VecDeque;
use std::io;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::time::Duration;
use std::time::Instant;

use crate::audio::AudioError;
use crate::audio::CaptureReport;
use crate::audio::StreamFormat;
use crate::audio::capture::CaptureEnd;
use crate::audio::capture::Gap;
use crate::audio::detail::Detail;
use crate::audio::gauge::Gauge;
use crate::audio::peaks::PeaksWriter;
use crate::audio::take;
use crate::audio::take::FULL;
use crate::audio::take::Take;
use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::domain::incident::Doing;
use crate::domain::incident::GapCause;
use crate::domain::recording::EndedTake;
use crate::domain::time::Frames;
use crate::domain::timeline::TakeNumber;

mod kept;

pub(crate) use kept::HELD_SECONDS;
use kept::Stock;

/// How much audio may lie only in the system's cache: what a power cut can cost.
const CHECKPOINT: Duration = Duration::from_secs(1);

/// The longest wait between tries on a failing disk.
const PATIENCE: Duration = Duration::from_secs(30);

/// Free space below which a new take is not even begun: a full disk must not fill up with empty takes.
const RESERVE: u64 = 1 << 20;

/// What a recording leaves free for the end of the interview: room for what memory holds by then, and for notes until then. No more than a
/// quarter of what was free in the beginning: on a disk that is small to begin with, sound on it is safer than sound in memory.
const FOR_THE_END: u64 = 64 << 20;

/// Seconds of audio moved in one step at most, from the ring and to the disk each, so that a step stays short.
const STEP_SECONDS: u32 = 20;

/// What is left for the end where so many bytes are free.
fn left_for_the_end(free: u64) -> u64 {
    FOR_THE_END.min(free / 4)
}

/// What a recording uses of so many free bytes before it begins to spare the rest for its end.
pub(crate) fn usable(free: u64) -> u64 {
    free - left_for_the_end(free)
}

/// The same when the end has come: a block, so that no file is made that can hold nothing.
const LAST_RESERVE: u64 = 4 << 10;

/// How a recording came to its end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Finished {
    /// The last take.
    pub ended: EndedTake,
    /// How much no disk took.
    pub lost: Frames,
}

/// One recording on its way to disk.
pub struct Tape {
    disk: Arc<dyn Disk>,
    folder: PathBuf,
    format: StreamFormat,
    gauge: Arc<Gauge>,
    reports: Sender<CaptureReport>,
    line: Option<CaptureEnd>,
    take: Option<OpenTake>,
    /// The last take given up or rolled from.
    before: Option<EndedTake>,
    next: TakeNumber,
    kept: Stock,
    gaps: VecDeque<(Gap, GapCause)>,
    /// Bytes of sound after which the next take begins.
    full: u64,
    /// Bytes that are left free; none when the end has come.
    reserve: u64,
    /// Free bytes without which no take is begun.
    least: u64,
    checked: Instant,
    retry: Retry,
    /// Whether a new take was refused the last time one was wanted.
    refused: bool,
    held_told: u32,
    /// Takes that a failing disk left with a header that may promise more than there is.
    given_up: Vec<PathBuf>,
}

/// The take being written and where in the recording it begins.
struct OpenTake {
    take: Take,
    peaks: PeaksWriter,
    first: Frames,
}

/// When to try the disk again.
struct Retry {
    at: Instant,
    wait: Duration,
}

impl Tape {
    /// Creates the first take (`number`, or the next free one) in `folder`. A disk that refuses it is no reason not to listen: what is
    /// heard is held in memory from the first frame on, and the take is tried again like any other.
    pub fn create(
        disk: Arc<dyn Disk>,
        folder: PathBuf,
        number: TakeNumber,
        format: StreamFormat,
        gauge: Arc<Gauge>,
        reports: Sender<CaptureReport>,
        now: Instant,
    ) -> Self {
        let reserve = disk.free(&folder).map_or(0, left_for_the_end);
        let mut tape = Self {
            disk,
            folder,
            format,
            gauge,
            reports,
            line: None,
            take: None,
            before: None,
            next: number,
            kept: Stock::new(format),
            gaps: VecDeque::new(),
            full: FULL,
            reserve,
            least: RESERVE,
            checked: now,
            retry: Retry { at: now, wait: Duration::ZERO },
            refused: false,
            held_told: 0,
            given_up: Vec::new(),
        };
        if !tape.reopen(now) {
            tape.before = Some(EndedTake::unmade(number, format.rate, format.channels));
        }
        tape
    }

    /// The same, whose takes end at so many bytes of sound. Before anything else.
    #[must_use]
    pub fn with_takes_of(mut self, full: u64) -> Self {
        self.full = full;
        self.take = self.take.map(|open| OpenTake { take: open.take.ending_at(full), ..open });
        self
    }

    /// What the takes hold.
    pub fn format(&self) -> StreamFormat {
        self.format
    }

    /// The number of the take being written, or of the one that will be.
    pub fn number(&self) -> TakeNumber {
        self.take.as_ref().map_or(self.next, |open| open.take.number())
    }

    /// Frames of the recording that reached the tape, silence included.
    pub fn received(&self) -> Frames {
        self.kept.end()
    }

    /// Frames in the take being written, counting what is on its way into it.
    pub(crate) fn frames_in_take(&self) -> Frames {
        self.received() - self.take.as_ref().map_or(self.kept.safe(), |open| open.first)
    }

    /// Begins with what was heard before there was a tape: frame `first` of all that is heard is the recording's first.
    pub fn begin_with(&mut self, first: Frames, heard: [&[i16]; 2]) {
        debug_assert!(self.received() == Frames(0), "before anything else");
        self.kept.begin_at(first);
        if let Some(open) = &mut self.take {
            open.first = first;
        }
        for samples in heard {
            self.kept.push(samples);
        }
    }

    /// Takes up a new stretch: what comes through `line` is appended.
    pub fn attach(&mut self, line: CaptureEnd) {
        debug_assert_eq!(line.format, self.format, "a take has one format");
        self.line = Some(line);
    }

    /// Waits until the tap of the running stretch is gone: then the ring holds all that will ever come. No longer than `most`.
    pub(crate) fn wait_for_tap(&self, most: Duration) {
        if let Some(line) = &self.line {
            line.alive.recv_timeout(most).ok();
        }
    }

    /// Waits for `most` and says whether the tap still lives then; at once if it does not.
    pub(crate) fn is_fed_within(&self, most: Duration) -> bool {
        self.line.as_ref().is_some_and(|line| line.alive.recv_timeout(most) == Err(RecvTimeoutError::Timeout))
    }

    /// Ends the stretch once its tap is gone (or has been waited for long enough): takes what is left, and pays in silence what is
    /// still owed, so that the recording is as long as the gauge said.
    pub fn detach(&mut self) {
        while self.pull() {}
        if self.line.take().is_none() {
            return;
        }
        let (at, promised) = (self.received(), self.gauge.frames());
        if promised > at {
            self.kept.push_silence(promised - at);
            self.gaps.push_back((Gap { at, frames: promised - at }, GapCause::Late));
        }
        self.gauge.set_frames(self.received());
    }

    /// Moves what there is, a bounded amount; call it every 20 ms. Returns whether there is more to do at once.
    pub fn step(&mut self, now: Instant) -> bool {
        let more = self.pull();
        let done = self.reopen(now) && self.write_out(now) && self.checkpoint_if_due(now);
        self.gauge.set_backlog(self.kept.backlog());
        self.tell_held();
        more || done && self.kept.has_more()
    }

    /// Writes all there is and makes it safe, header included. Off the record, and before closing.
    pub fn settle(&mut self, now: Instant) -> bool {
        self.retry.at = now;
        while self.step(now) {}
        let safe = self.reopen(now) && self.write_out(now) && self.checkpoint(now, Take::settle) && !self.kept.has_more();
        self.gauge.set_backlog(self.kept.backlog());
        safe
    }

    /// The end has come: what was left free on the disk may be written full.
    pub(crate) fn spend_reserve(&mut self, now: Instant) {
        if self.least > LAST_RESERVE {
            (self.reserve, self.least, self.retry.at) = (0, LAST_RESERVE, now);
        }
    }

    /// Ends the recording. Settle first; what is still kept is gone with this.
    pub fn finish(mut self) -> Finished {
        // A player that believes headers shall find them right. Through a new descriptor: the one that failed is never asked again. What
        // still fails is left as it is; our own reader goes by the length, and `recover` mends it.
        for path in std::mem::take(&mut self.given_up) {
            if let Ok(mut file) = self.disk.open(&path, Access::Write, Links::Refused) {
                take::repair_over(&path, file.as_mut()).ok();
            }
        }
        let ended = match self.take.take() {
            Some(open) => {
                let ended = self.end(&open);
                open.peaks.finish(self.disk.as_ref(), open.take.path());
                ended
            }
            None => self.before.unwrap_or(EndedTake::unmade(self.next, self.format.rate, self.format.channels)),
        };
        Finished { ended, lost: self.kept.backlog() }
    }

    /// What is known of a take that ends with what is safe. Of one whose file holds more than counts, as a disk that failed leaves it,
    /// no digest is told: it would not be that of the file.
    fn end(&mut self, open: &OpenTake) -> EndedTake {
        let (take, frames) = (open.take.number(), self.kept.safe() - open.first);
        let (sha256, StreamFormat { rate, channels }) = (self.kept.end_take(), self.format);
        EndedTake { take, frames, rate, channels, sha256: open.take.holds_only(frames).then_some(sha256) }
    }

    /// After a panic in a step: gives the open take up as of its last checkpoint and goes on in a new one.
    pub fn recover(&mut self, now: Instant, what: impl Into<Detail>) {
        self.give_up(now, AudioError::Other { detail: what.into() });
    }

    fn report(&self, report: CaptureReport) {
        // Nobody listening is no reason to stop recording.
        self.reports.send(report).ok();
    }

    /// From the ring into memory; whether there is more.
    fn pull(&mut self) -> bool {
        let Some(line) = &mut self.line else { return false };
        while let Ok(gap) = line.gaps.pop() {
            self.gaps.push_back((gap, GapCause::Late));
        }
        let Ok(missing) = line.missing.pop() else { return self.read(self.format.samples_in(STEP_SECONDS)) };
        // All that came before it is in the ring.
        let before = usize::try_from(missing.at.0.saturating_sub(self.received().0)).unwrap_or(usize::MAX);
        self.read(before.saturating_mul(self.format.width()));
        self.open_up(missing);
        true
    }

    /// At most so many samples from the ring into memory; whether there are more.
    fn read(&mut self, most: usize) -> bool {
        let Some(line) = &mut self.line else { return false };
        let width = self.format.width();
        let waiting = line.ring.slots() / width * width;
        let count = waiting.min(most);
        let Ok(chunk) = line.ring.read_chunk(count) else { return false };
        let (a, b) = chunk.as_slices();
        if self.kept.has_room_for(count) {
            self.kept.push(a);
            self.kept.push(b);
        } else {
            // Rather the last of the disk than nothing.
            self.reserve = 0;
            self.kept.lose(Frames((count / width) as u64));
            self.gauge.count_lost((count / width) as u64);
        }
        chunk.commit_all();
        waiting > count
    }

    /// Silence goes in where nothing came, and what came after that moves back, on the disk too.
    fn open_up(&mut self, gap: Gap) {
        let first = self.take.as_ref().map_or(self.kept.safe(), |open| open.first);
        let Some(opened) = self.kept.open_up(gap, first) else { return };
        for (later, _) in self.gaps.iter_mut().filter(|(later, _)| later.at >= opened.at) {
            later.at += gap.frames;
        }
        self.gaps.push_back((Gap { at: opened.at, frames: gap.frames }, GapCause::Late));
        let Some(open) = self.take.as_mut().filter(|_| !opened.moved.is_empty()) else { return };
        open.peaks.abandon();
        if let Err(why) = open.take.open_up(opened.at - open.first, gap.frames, &opened.moved) {
            // Not later than now: the next step may try at once.
            self.give_up(self.retry.at, why);
        }
    }

    /// Makes sure a take is open; whether one is.
    fn reopen(&mut self, now: Instant) -> bool {
        if self.take.is_some() {
            return true;
        }
        // At the end even a part of it is better than nothing.
        let needed = if self.least == LAST_RESERVE { self.least } else { self.reserve + self.least + self.kept.bytes() };
        self.refused = true;
        if now < self.retry.at || self.disk.free(&self.folder).is_some_and(|free| free < needed) {
            return false;
        }
        match Take::create(self.disk.as_ref(), &self.folder, self.next, self.format) {
            Ok(take) => {
                let take = take.ending_at(self.full);
                let number = take.number();
                self.next = number.next();
                let peaks = PeaksWriter::create(self.disk.as_ref(), take.path(), self.format);
                self.take = Some(OpenTake { take, peaks, first: self.kept.safe() });
                self.kept.give_again();
                (self.checked, self.refused) = (now, false);
                // One that was promised and could not be made until now is no other take.
                if let Some(from) = self.before.filter(|from| from.take != number) {
                    self.report(CaptureReport::Rolled { take: number, first: self.kept.safe(), from });
                }
                true
            }
            Err(why) => {
                self.give_up(now, why);
                false
            }
        }
    }

    /// From memory into the take; whether that went well.
    fn write_out(&mut self, now: Instant) -> bool {
        self.gaps.extend(self.kept.repay().map(|gap| (gap, GapCause::NotTaken)));
        let Some(open) = &mut self.take else { return false };
        let mut given = 0;
        let parts = self.kept.next(self.format.samples_in(STEP_SECONDS));
        let written = parts.into_iter().filter(|part| !part.is_empty()).try_for_each(|part| {
            let taken = &part[..open.take.write(part)?];
            open.peaks.feed(taken);
            given += taken.len();
            Ok(())
        });
        self.kept.give(given);
        match written {
            Ok(()) => true,
            Err(why) => {
                self.give_up(now, why);
                false
            }
        }
    }

    fn checkpoint_if_due(&mut self, now: Instant) -> bool {
        let full = self.take.as_ref().is_some_and(|open| open.take.is_full());
        if full {
            return self.roll(now);
        }
        let due = self.kept.owes() || now.saturating_duration_since(self.checked) >= CHECKPOINT;
        if !due {
            return true;
        }
        if self.disk.free(&self.folder).is_none_or(|free| free >= self.reserve) {
            return self.checkpoint(now, Take::checkpoint);
        }
        // The take ends in good order while there is room for that; the rest waits in memory for space or for the end.
        if self.checkpoint(now, Take::settle)
            && let Some(open) = &self.take
        {
            let full = io::Error::new(io::ErrorKind::StorageFull, "the last of it is kept for the end of the interview");
            let why = AudioError::io(open.take.path(), Doing::Written, full);
            self.give_up(now, why);
        }
        false
    }

    /// Makes the take safe and forgets what it was given.
    fn checkpoint(&mut self, now: Instant, how: fn(&mut Take) -> Result<Frames, AudioError>) -> bool {
        let Some(open) = &mut self.take else { return false };
        let frames = match how(&mut open.take) {
            Ok(frames) => frames,
            Err(why) => {
                self.give_up(now, why);
                return false;
            }
        };
        open.peaks.flush();
        let (take, first) = (open.take.number(), open.first);
        self.kept.is_safe();
        self.checked = now;
        self.retry.wait = Duration::ZERO;
        self.report(CaptureReport::Checkpoint { take, frames });
        // Whoever hears that takes it for the end of what was held: what still is must be said again.
        self.held_told = 0;
        while let Some((gap, why)) = self.gaps.front().copied().filter(|(gap, _)| gap.at + gap.frames <= self.kept.safe()) {
            self.gaps.pop_front();
            self.report(CaptureReport::Gap { take, at: gap.at - first, frames: gap.frames, why });
        }
        true
    }

    /// The take is as long as takes get.
    fn roll(&mut self, now: Instant) -> bool {
        if !self.checkpoint(now, Take::settle) {
            return false;
        }
        if let Some(mut open) = self.take.take() {
            let ended = self.end(&open);
            self.before = Some(ended);
            open.peaks.finish(self.disk.as_ref(), open.take.path());
            if let Some(why) = open.take.no_room() {
                self.report(CaptureReport::WriteFailed { ended, why });
            }
        }
        self.retry.at = now;
        self.reopen(now)
    }

    /// Never again on this descriptor: what is kept goes into a new take, at once the first time, then with growing patience.
    fn give_up(&mut self, now: Instant, why: AudioError) {
        let full = matches!(&why, AudioError::Io { source, .. } if take::is_full(source.kind()));
        if let Some(open) = self.take.take() {
            // Our own count, not the file's: what is kept begins there, whatever of it also got into this file.
            let ended = self.end(&open);
            self.given_up.push(open.take.path().to_owned());
            self.before = Some(ended);
            self.report(CaptureReport::WriteFailed { ended, why });
        } else if self.before.is_none() {
            // The very first take could not be made; that it still cannot is told by what is held.
            self.report(CaptureReport::WriteFailed { ended: EndedTake::unmade(self.next, self.format.rate, self.format.channels), why });
        }
        self.kept.give_again();
        self.retry.at = now + self.retry.wait;
        let least = Duration::from_secs(if full { 5 } else { 1 });
        self.retry.wait = (self.retry.wait * 2).clamp(least, PATIENCE);
    }

    /// Says what is held, begun seconds counted whole, so that it is said at once: but not of a take that the next step makes anew.
    fn tell_held(&mut self) {
        let waits = self.take.is_none() && self.refused;
        let seconds = if waits { self.kept.held_seconds() } else { 0 };
        if seconds != self.held_told {
            self.held_told = seconds;
            if seconds > 0 {
                self.report(CaptureReport::Held { seconds, of: HELD_SECONDS });
            }
        }
    }
}

#[cfg(test)]
mod tests;
