//! The tape, stepped by hand, on disks that fail when told.

#![expect(clippy::disallowed_methods, reason = "an epoch to count from")]

use std::io::ErrorKind;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;

use super::*;
use crate::audio::capture;
use crate::audio::capture::CaptureTap;
use crate::audio::capture::Heard;
use crate::audio::doubles::Platter;
use crate::domain::incident::Fault;
use crate::domain::time::SampleRate;

mod digests;

const RATE: u32 = 8_000;
const BEAT: Duration = Duration::from_millis(20);

/// A tape on a disk in memory, with a tap into it and a clock.
struct TapeByHand {
    platter: Platter,
    tape: Tape,
    tap: Option<CaptureTap>,
    gauge: Arc<Gauge>,
    inbox: Receiver<CaptureReport>,
    told: Vec<CaptureReport>,
    now: Instant,
    sent: u32,
}

fn format() -> StreamFormat {
    StreamFormat { rate: SampleRate::new(RATE).unwrap(), channels: 1 }
}

/// A signal in which every frame says where it belongs; never 0, so that silence shows.
fn counter(at: u32) -> i16 {
    i16::try_from(at % 32_000).unwrap() + 1
}

impl TapeByHand {
    fn new(ring_seconds: u32) -> Self {
        Self::on(Platter::default(), ring_seconds)
    }

    fn with_takes_of(bytes: u64) -> Self {
        let platter = Platter::default();
        platter.plan(|p| p.full = Some(bytes));
        Self::on(platter, 10)
    }

    fn on(platter: Platter, ring_seconds: u32) -> Self {
        Self::of(format(), platter, ring_seconds)
    }

    fn of(format: StreamFormat, platter: Platter, ring_seconds: u32) -> Self {
        let now = Instant::now();
        let gauge = Arc::new(Gauge::new(now));
        let (reports, inbox) = mpsc::channel();
        let tape = Tape::create(platter.disk(), "/room".into(), TakeNumber::FIRST, format, Arc::clone(&gauge), reports, now);
        let mut tape = tape.with_takes_of(platter.full());
        let (tap, end) = capture::line(format, &gauge, Frames(0), ring_seconds);
        tape.attach(end);
        Self { platter, tape, tap: Some(tap), gauge, inbox, told: Vec::new(), now, sent: 0 }
    }

    /// Lets 20 ms be heard.
    fn hear(&mut self) {
        self.hear_frames(RATE / 50);
        self.now += BEAT;
    }

    fn hear_frames(&mut self, frames: u32) {
        let width = self.tape.format().width();
        let block: Vec<i16> = (self.sent..self.sent + frames).flat_map(|at| std::iter::repeat_n(counter(at), width)).collect();
        self.sent += frames;
        self.tap.as_mut().unwrap().push(&block, Heard { at: self.now, latency: Duration::ZERO });
    }

    fn beats(&mut self, count: usize) {
        for _ in 0..count {
            self.hear();
            self.step();
        }
    }

    /// The room goes on for `count` times 20 ms, and the driver loses it without a word.
    fn miss(&mut self, count: u32) {
        self.sent += count * (RATE / 50);
        self.now += BEAT * count;
    }

    fn step(&mut self) {
        while self.tape.step(self.now) {}
        self.told.extend(self.inbox.try_iter());
    }

    fn stop(mut self) -> (Platter, Vec<CaptureReport>, u32) {
        self.tap = None;
        self.tape.detach();
        assert!(self.tape.settle(self.now) || self.tape.settle(self.now), "all is safe");
        let Finished { ended, lost } = self.tape.finish();
        self.told.extend(self.inbox.try_iter());
        self.told.push(CaptureReport::Closed { ended, lost });
        (self.platter, self.told, self.sent)
    }

    /// Stops and asserts that every frame sent is there once, in order, over however many takes.
    fn stop_whole(self) -> Vec<CaptureReport> {
        let (platter, told, sent) = self.stop();
        let all = platter.recording(&told, 1);
        let first_wrong = all.iter().zip(0..).find(|(s, i)| **s != counter(*i));
        assert_eq!((all.len(), first_wrong), (sent as usize, None), "{told:?}");
        told
    }
}

#[test]
fn what_is_heard_is_what_hound_reads() {
    let mut room = TapeByHand::new(10);
    room.beats(333);
    let (platter, told, sent) = room.stop();
    assert_eq!(platter.heard(1), (0..sent).map(counter).collect::<Vec<_>>());
    let checkpoints = told.iter().filter(|r| matches!(r, CaptureReport::Checkpoint { .. })).count();
    assert_eq!(checkpoints, 6 + 1, "one a second, and the last");
}

#[test]
fn killed_at_any_beat_nothing_stepped_is_lost() {
    let folder = tempfile::tempdir().unwrap();
    for beats in [0, 1, 49, 50, 51, 173] {
        let mut room = TapeByHand::new(10);
        room.beats(beats);
        // The process dies here: nobody closes anything.
        let path = folder.path().join(format!("{beats}.wav"));
        std::fs::write(&path, room.platter.bytes(1)).unwrap();
        let repair = crate::audio::take::repair(&path).unwrap();
        assert_eq!(repair.frames, Frames(u64::from(room.sent)));
        let read: Vec<i16> = hound::WavReader::open(&path).unwrap().into_samples().map(Result::unwrap).collect();
        assert_eq!(read, (0..room.sent).map(counter).collect::<Vec<_>>());
    }
}

#[test]
fn at_every_checkpoint_the_file_is_a_whole_wav() {
    let mut room = TapeByHand::new(10);
    for _ in 0..5 {
        room.beats(51);
        let frames =
            room.told.iter().rev().find_map(|r| if let CaptureReport::Checkpoint { frames, .. } = r { Some(frames.0) } else { None });
        let heard = hound::WavReader::new(std::io::Cursor::new(room.platter.bytes(1))).unwrap();
        assert_eq!(Some(u64::from(heard.duration())), frames);
    }
}

#[test]
fn one_error_at_any_call_costs_nothing() {
    for kind in [ErrorKind::Other, ErrorKind::StorageFull, ErrorKind::InvalidInput] {
        for call in 3..40 {
            let mut room = TapeByHand::new(10);
            room.platter.plan(|p| p.fail_writes = Some((call, 1, kind)));
            room.beats(120);
            let platter = room.platter.clone();
            let told = room.stop_whole();
            let failed = told.iter().filter(|r| matches!(r, CaptureReport::WriteFailed { .. })).count();
            assert_eq!(failed, 1, "write {call}");
            for (take, frames) in platter.promised() {
                assert_eq!(frames.0, frames.1, "write {call}: the header of take {take} says how much there is");
            }
        }
        for call in 2..6 {
            let mut room = TapeByHand::new(10);
            room.platter.plan(|p| p.fail_syncs = Some((call, 1, kind)));
            room.beats(120);
            let told = room.stop_whole();
            assert!(
                told.iter()
                    .any(|r| matches!(r, CaptureReport::Rolled { take: TakeNumber(2), from: EndedTake { take: TakeNumber(1), .. }, .. })),
                "sync {call}"
            );
        }
    }
}

#[test]
fn a_disk_that_fails_for_a_while_is_waited_for() {
    let mut room = TapeByHand::new(10);
    room.beats(100);
    room.platter.plan(|p| p.fail_writes = Some((0, usize::MAX, ErrorKind::Other)));
    room.beats(1_000);
    assert!(room.told.iter().any(|r| matches!(r, CaptureReport::Held { seconds: 15, .. })));
    assert!(room.platter.names().len() < 10, "no flood of empty takes: {:?}", room.platter.names());
    room.platter.plan(|p| p.fail_writes = None);
    room.beats(2_000);
    room.stop_whole();
}

#[test]
fn the_last_of_a_disk_is_kept_for_the_end() {
    let platter = Platter::default();
    platter.plan(|p| p.free = Some(40 << 20));
    let mut room = TapeByHand::on(platter, 10);
    room.beats(200);
    // Others fill the disk: a quarter of what was free is still there when the recording leaves it alone.
    room.platter.plan(|p| p.free = Some(9 << 20));
    room.beats(500);
    let why = room.told.iter().find_map(|r| if let CaptureReport::WriteFailed { why, .. } = r { Some(why.fault()) } else { None });
    assert!(matches!(why, Some(Fault::File { doing: Doing::Written, .. })), "the journal says so: {:?}", room.told);
    assert!(room.told.iter().any(|r| matches!(r, CaptureReport::Held { seconds: 5.., .. })), "{:?}", room.told);
    assert_eq!(room.platter.names(), ["take-001.peaks", "take-001.wav"][1..], "and no take is begun");
    // Until the end, which may use it.
    room.tape.spend_reserve(room.now);
    let told = room.stop_whole();
    assert!(told.iter().any(|r| matches!(r, CaptureReport::Rolled { take: TakeNumber(2), .. })), "{told:?}");
}

#[test]
fn a_full_disk_means_memory_and_no_empty_takes() {
    let mut room = TapeByHand::new(10);
    room.beats(100);
    room.platter.plan(|p| (p.free, p.fail_writes) = (Some(100_000), Some((0, usize::MAX, ErrorKind::StorageFull))));
    room.beats(50 * 300);
    assert_eq!(room.platter.names(), ["take-001.wav"]);
    assert!(room.told.iter().any(|r| matches!(r, CaptureReport::Held { seconds: 299, of: 600 })));
    assert_eq!(room.gauge.lost(), Frames(0));
    room.platter.plan(|p| (p.free, p.fail_writes) = (Some(1 << 40), None));
    room.beats(100);
    assert_eq!(room.stop_whole().iter().filter(|r| matches!(r, CaptureReport::Rolled { .. })).count(), 1);
}

#[test]
fn beyond_ten_minutes_what_cannot_be_held_is_counted_silence() {
    let mut room = TapeByHand::new(10);
    room.beats(50);
    room.platter.plan(|p| (p.free, p.fail_writes) = (Some(0), Some((0, usize::MAX, ErrorKind::StorageFull))));
    room.beats(50 * 660);
    let lost = room.gauge.lost();
    assert!(lost.0 > u64::from(RATE) * 55 && lost.0 < u64::from(RATE) * 65, "{lost:?}");
    room.platter.plan(|p| (p.free, p.fail_writes) = (None, None));
    room.beats(500);
    let lost = room.gauge.lost().0;
    let (platter, told, sent) = room.stop();
    let all = platter.recording(&told, 1);
    assert_eq!(all.len(), sent as usize, "frame numbers keep matching the room's clock");
    let silent: Vec<usize> = (0..all.len()).filter(|i| all[*i] == 0).collect();
    assert!(silent.len() as u64 == lost && (0..sent).all(|i| all[i as usize] == 0 || all[i as usize] == counter(i)));
    let gap = |r: &CaptureReport| match r {
        CaptureReport::Gap { take: TakeNumber(2), at, frames, why: GapCause::NotTaken } => Some((at.0, frames.0)),
        _ => None,
    };
    let gap = told.iter().find_map(gap);
    let first = told.iter().find_map(|r| if let CaptureReport::Rolled { first, .. } = r { Some(first.0) } else { None }).unwrap();
    assert_eq!(gap.map(|(at, frames)| (at + first, frames)), Some((silent[0] as u64, lost)));
}

#[test]
fn a_stalled_tape_owes_silence_and_says_where() {
    let mut room = TapeByHand::new(2);
    room.beats(10);
    for _ in 0..150 {
        room.hear(); // 3 s into a ring of 2 s, while a sync hangs
    }
    room.beats(60);
    let (platter, told, sent) = room.stop();
    let all = platter.heard(1);
    assert_eq!(all.len(), sent as usize);
    let gaps: Vec<_> =
        told.iter().filter_map(|r| if let CaptureReport::Gap { at, frames, .. } = r { Some((at.0, frames.0)) } else { None }).collect();
    assert_eq!(gaps, [(1_600 + 16_000, 8_160)], "until the tape made room");
    assert!((0..sent).all(|i| if (17_600..25_760).contains(&i) { all[i as usize] == 0 } else { all[i as usize] == counter(i) }));
}

#[test]
fn a_stretch_that_ends_in_debt_is_paid_in_full() {
    let mut room = TapeByHand::new(1);
    for _ in 0..100 {
        room.hear();
    }
    let (platter, told, sent) = room.stop();
    assert_eq!(platter.heard(1).len(), sent as usize);
    assert!(told.iter().any(|r| matches!(r, CaptureReport::Gap { at: Frames(8_000), frames: Frames(8_000), .. })));
}

#[test]
fn a_disk_that_refuses_the_first_take_is_waited_for_like_any_other() {
    for kind in [ErrorKind::Other, ErrorKind::PermissionDenied, ErrorKind::StorageFull] {
        let platter = Platter::default();
        platter.plan(|p| p.fail_writes = Some((0, usize::MAX, kind)));
        let mut room = TapeByHand::on(platter, 10);
        room.beats(500);
        let unmade = EndedTake::unmade(TakeNumber::FIRST, format().rate, format().channels);
        assert!(matches!(room.told.first(), Some(CaptureReport::WriteFailed { ended, .. }) if *ended == unmade), "{:?}", room.told);
        let failures = room.told.iter().filter(|r| matches!(r, CaptureReport::WriteFailed { .. })).count();
        assert_eq!(failures, 1, "said once");
        assert!(room.told.iter().any(|r| matches!(r, CaptureReport::Held { seconds: 9, .. })), "{:?}", room.told);
        room.platter.plan(|p| p.fail_writes = None);
        room.beats(2_000);
        room.stop_whole();
    }
}

#[test]
fn a_first_take_that_is_made_at_last_has_the_number_it_was_promised() {
    let platter = Platter::default();
    platter.plan(|p| p.free = Some(1_000));
    let mut room = TapeByHand::on(platter, 10);
    room.beats(100);
    assert_eq!((room.tape.number(), room.platter.names()), (TakeNumber::FIRST, vec![]));
    room.platter.plan(|p| p.free = None);
    room.beats(100);
    let told = room.stop_whole();
    assert!(!told.iter().any(|r| matches!(r, CaptureReport::Rolled { .. } | CaptureReport::WriteFailed { .. })), "{told:?}");
}

#[test]
fn files_that_may_not_grow_become_more_files() {
    // Less than half a second of sound, and not a whole number of frames.
    for limit in [46, 47, 1_045, 7_001, 40_001] {
        let platter = Platter::default();
        platter.plan(|p| p.limit = Some(limit));
        let mut room = TapeByHand::on(platter, 10);
        room.beats(120);
        let platter = room.platter.clone();
        let told = room.stop_whole();
        assert!(!told.iter().any(|r| matches!(r, CaptureReport::WriteFailed { .. })), "{limit}: {told:?}");
        assert!(platter.promised().iter().all(|(_, (promised, there))| promised == there), "{limit}: {:?}", platter.promised());
    }
}

#[test]
fn a_panic_costs_a_take_and_no_sound() {
    for call in 3..30 {
        let mut room = TapeByHand::new(10);
        room.platter.plan(|p| p.panic_at = Some(call));
        for _ in 0..120 {
            room.hear();
            let (tape, now) = (&mut room.tape, room.now);
            let stepped = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| while tape.step(now) {}));
            if stepped.is_err() {
                room.tape.recover(room.now, "as planned");
            }
            room.told.extend(room.inbox.try_iter());
        }
        room.stop_whole();
    }
}

#[test]
fn a_full_take_is_followed_by_the_next_without_a_break() {
    let mut room = TapeByHand::with_takes_of(100_000);
    room.beats(1_000);
    let (platter, told, sent) = room.stop();
    assert_eq!(platter.names().len(), 4);
    let heard: Vec<i16> = (1..=4).flat_map(|take| platter.heard(take)).collect();
    assert_eq!(heard, (0..sent).map(counter).collect::<Vec<_>>());
    let rolled = |r: &CaptureReport| if let CaptureReport::Rolled { take, first, .. } = r { Some((take.0, first.0)) } else { None };
    let rolled: Vec<_> = told.iter().filter_map(rolled).collect();
    assert_eq!(rolled, [(2, 50_080), (3, 100_160), (4, 150_240)]);
}

/// Where the gaps that were told lie in the first take.
fn gaps(told: &[CaptureReport]) -> Vec<(u64, u64)> {
    told.iter()
        .filter_map(|r| {
            if let CaptureReport::Gap { take: TakeNumber(1), at, frames, why: GapCause::Late } = r { Some((at.0, frames.0)) } else { None }
        })
        .collect()
}

#[test]
fn what_a_driver_lost_is_silence_exactly_where_it_was_lost() {
    // Before the first checkpoint, just before and after one, and long before the next; shorter than what came since, and longer.
    for (before, missed) in [(20, 6), (49, 10), (51, 25), (99, 25), (60, 500), (20, 1_500)] {
        let mut room = TapeByHand::new(60);
        room.beats(before);
        let at = u64::from(room.sent);
        room.miss(missed);
        room.beats(200);
        let missed = u64::from(missed * (RATE / 50));
        let (platter, told, sent) = room.stop();
        let (all, span) = (platter.heard(1), at..at + missed);
        assert_eq!(all.len(), sent as usize, "frame numbers keep matching the room's clock");
        let wrong = (0..sent).find(|i| all[*i as usize] != if span.contains(&u64::from(*i)) { 0 } else { counter(*i) });
        assert_eq!((wrong, gaps(&told)), (None, vec![(at, missed)]), "{before} beats, then {missed} frames missing");
    }
}

#[test]
fn a_disk_that_fails_while_silence_goes_in_costs_nothing() {
    for (call, writes) in (60..90).flat_map(|call| [(call, true), (call / 20, false)]) {
        let mut room = TapeByHand::new(60);
        room.platter.plan(|p| {
            let plan = Some((call, 1, ErrorKind::Other));
            if writes { p.fail_writes = plan } else { p.fail_syncs = plan }
        });
        room.beats(60);
        let at = u64::from(room.sent);
        room.miss(25);
        room.beats(100);
        let (platter, told, sent) = room.stop();
        let all = platter.recording(&told, 1);
        let wrong = (0..sent).find(|i| all[*i as usize] != if (at..at + 4_000).contains(&u64::from(*i)) { 0 } else { counter(*i) });
        assert_eq!((all.len(), wrong), (sent as usize, None), "{call}: {told:?}");
    }
}

#[test]
fn killed_while_silence_goes_in_every_frame_is_there() {
    let mut died = 0;
    for call in 60..90 {
        let mut room = TapeByHand::new(60);
        room.platter.plan(|p| p.panic_at = Some(call));
        let alive = std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| {
            room.beats(60);
            room.miss(25);
            room.beats(30);
        }));
        died += usize::from(alive.is_err());
        let bytes = room.platter.bytes(1);
        let there: std::collections::BTreeSet<i16> = bytes[44..].chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])).collect();
        // All but the block that was being handed over.
        let missed = 60 * 160..60 * 160 + 4_000;
        let lost = (0..room.sent - 160).find(|i| !missed.contains(i) && !there.contains(&counter(*i)));
        assert_eq!(lost, None, "killed at write {call}");
    }
    assert!(died > 20, "{died}");
}

#[test]
fn at_the_end_what_fits_on_a_full_disk_is_kept_and_the_rest_is_told() {
    let platter = Platter::default();
    platter.plan(|p| p.free = Some(600_000));
    let mut room = TapeByHand::on(platter, 60);
    room.beats(500);
    assert!(room.platter.names().is_empty(), "too little room to begin a take with");
    // The end: 160,000 bytes are held, and there is room for half of them.
    room.platter.plan(|p| p.room = Some(80_044));
    room.tap = None;
    room.tape.detach();
    room.tape.spend_reserve(room.now);
    assert!(!room.tape.settle(room.now) && !room.tape.settle(room.now));
    let Finished { ended, lost } = room.tape.finish();
    assert_eq!((ended.take, ended.frames, lost), (TakeNumber::FIRST, Frames(40_000), Frames(40_000)));
    assert_eq!(room.platter.heard(1), (0..40_000).map(counter).collect::<Vec<_>>());
    assert_eq!(room.platter.names(), ["take-001.wav"], "and no flood of empty takes");
}

#[test]
fn what_is_not_on_disk_is_never_called_safe() {
    let platter = Platter::default();
    platter.plan(|p| p.free = Some(1_000));
    let mut room = TapeByHand::on(platter, 60);
    room.beats(50 * 100);
    // A hundred seconds are held. There is room again at the end, and the first try fails all the same.
    let next = room.platter.calls().0 + 1;
    room.platter.plan(|p| (p.free, p.fail_writes) = (None, Some((next, 1, ErrorKind::Other))));
    room.tap = None;
    room.tape.detach();
    room.tape.spend_reserve(room.now);
    while !room.tape.settle(room.now) {}
    let Finished { ended, lost } = room.tape.finish();
    assert_eq!((ended.frames, lost), (Frames(u64::from(room.sent)), Frames(0)), "take {}", ended.take);
}

#[test]
fn what_is_still_held_after_a_checkpoint_is_said_again() {
    let platter = Platter::default();
    platter.plan(|p| p.free = Some(600_000));
    let mut room = TapeByHand::on(platter, 60);
    room.beats(50 * 20);
    room.platter.plan(|p| p.room = Some(80_044));
    room.tape.spend_reserve(room.now);
    room.told.clear();
    room.tape.settle(room.now);
    room.step();
    let last = room.told.iter().rfind(|r| matches!(r, CaptureReport::Checkpoint { .. } | CaptureReport::Held { .. }));
    assert!(matches!(last, Some(CaptureReport::Held { .. })), "{:?}", room.told);
}

#[test]
fn a_gap_that_waits_to_be_told_moves_with_what_moves() {
    let mut room = TapeByHand::new(2);
    room.beats(30);
    let missed = u64::from(room.sent);
    room.miss(25);
    room.beats(3);
    // Before it is known that something was missed, the tape hangs, and the ring is full for a while.
    for _ in 0..150 {
        room.hear();
    }
    room.beats(100);
    let (platter, told, sent) = room.stop();
    let all = platter.heard(1);
    assert_eq!(all.len(), sent as usize);
    let silent: Vec<u64> = (0..u64::from(sent)).filter(|i| all[usize::try_from(*i).unwrap()] == 0).collect();
    let told: Vec<u64> = gaps(&told).into_iter().flat_map(|(at, frames)| at..at + frames).collect();
    assert!(silent.contains(&missed) && told == silent, "{} frames are silent, {} were told", silent.len(), told.len());
}
