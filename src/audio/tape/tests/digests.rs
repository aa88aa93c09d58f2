//! What is told of a take that has ended is what lies on the disk: its digest, or that there is none.

use proptest::prelude::*;

use super::*;

/// The takes that ended, each as it was told.
fn ended(told: &[CaptureReport]) -> Vec<EndedTake> {
    let of = |report: &CaptureReport| match report {
        CaptureReport::Rolled { from, .. } => Some(*from),
        CaptureReport::Closed { ended, .. } => Some(*ended),
        _ => None,
    };
    told.iter().filter_map(of).collect()
}

/// Stops, and gives by take whether a digest was told of it: see [`checked`].
fn stop(room: TapeByHand) -> Vec<(u32, bool)> {
    let (platter, told, _) = room.stop();
    checked(&platter, &told)
}

/// Asserts of every take that ended: a digest was told where its file holds just the frames that count, and it is that of the file; and
/// none where it holds anything else. Gives, by take, whether there was one.
fn checked(platter: &Platter, told: &[CaptureReport]) -> Vec<(u32, bool)> {
    let takes = ended(told);
    // One that could not be made may have left a header behind.
    for take in takes.iter().filter(|take| **take != EndedTake::unmade(take.take, take.rate, take.channels)) {
        let counted = usize::try_from(take.frames.0).unwrap() * usize::from(take.channels) * 2;
        let expected = platter.sum(take.take.0).filter(|(bytes, _)| *bytes == counted).map(|(_, sum)| sum);
        assert_eq!(take.sha256, expected, "{take:?} holds {:?}", platter.sum(take.take.0));
    }
    for report in told {
        // What is said of a take when it fails is what is said of it later.
        if let CaptureReport::WriteFailed { ended, .. } = report {
            assert!(takes.iter().all(|later| later.take != ended.take || later == ended || ended.frames == Frames(0)), "{told:?}");
        }
    }
    takes.iter().map(|take| (take.take.0, take.sha256.is_some())).collect()
}

#[test]
fn a_take_in_good_order_is_told_with_its_digest_however_long_it_is() {
    for channels in [1, 2, 3] {
        // None at all, less than stays in memory, just that, a beat more, and a lot more.
        for beats in [0, 1, 49, 199, 200, 201, 251, 1_000] {
            let mut room = TapeByHand::of(StreamFormat { channels, ..format() }, Platter::default(), 10);
            room.beats(beats);
            assert_eq!(stop(room), [(1, true)], "{channels} channels, {beats} beats");
        }
    }
}

#[test]
fn an_empty_take_has_the_digest_of_nothing() {
    let (_, told, _) = TapeByHand::new(10).stop();
    let sum = ended(&told)[0].sha256.unwrap().to_string();
    assert_eq!(sum, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

/// Off the record and on again.
fn pause(room: &mut TapeByHand) -> bool {
    room.tap = None;
    room.tape.detach();
    let settled = room.tape.settle(room.now);
    let (tap, end) = capture::line(room.tape.format(), &room.gauge, room.tape.received(), 10);
    room.tape.attach(end);
    room.tap = Some(tap);
    settled
}

#[test]
fn a_pause_ends_no_digest() {
    let mut room = TapeByHand::new(10);
    for _ in 0..4 {
        room.beats(130);
        assert!(pause(&mut room));
    }
    assert_eq!(stop(room), [(1, true)]);
}

#[test]
fn what_was_heard_before_the_take_is_in_its_digest() {
    for (first, beats) in [(1, 0), (7_000, 10), (90_000, 500)] {
        let mut room = TapeByHand::with_takes_of(100_000);
        let heard: Vec<i16> = (0..20_000).map(counter).collect();
        room.tap = None;
        room.tape.line = None;
        room.tape.begin_with(Frames(first), [&heard[..4_321], &heard[4_321..]]);
        room.gauge.set_frames(room.tape.received());
        assert!(pause(&mut room));
        room.beats(beats);
        let (platter, told, _) = room.stop();
        assert!(checked(&platter, &told).iter().all(|(_, known)| *known), "from frame {first} on");
        assert_eq!(platter.recording(&told, 1)[..20_000], heard);
    }
}

#[test]
fn a_take_that_is_full_ends_with_what_might_still_have_moved_in_it() {
    // Takes of a beat, of less than a second, of just what stays in memory and a beat less and more, and longer ones.
    for bytes in [320, 5_000, 63_680, 64_000, 64_320, 200_000] {
        for missed in [0, 3, 25, 300] {
            let mut room = TapeByHand::with_takes_of(bytes);
            room.beats(230);
            room.miss(missed);
            room.beats(620);
            let takes = stop(room);
            assert!(takes.len() > 1 && takes.iter().all(|(_, known)| *known), "takes of {bytes} bytes, {missed} beats missed: {takes:?}");
        }
    }
}

#[test]
fn silence_that_goes_in_goes_into_the_digest() {
    for channels in [1, 2] {
        for (before, missed) in [(20, 6), (49, 10), (51, 25), (99, 25), (199, 10), (203, 10), (260, 25), (60, 500), (20, 1_500)] {
            let mut room = TapeByHand::of(StreamFormat { channels, ..format() }, Platter::default(), 60);
            room.beats(before);
            room.miss(missed);
            room.beats(400);
            room.miss(missed);
            room.beats(200);
            let silent = u64::from(missed * 2 * (RATE / 50) * u32::from(channels));
            let (platter, told, sent) = room.stop();
            assert_eq!(checked(&platter, &told), [(1, true)], "{before} beats, then {missed} missed, {channels} channels");
            let zeros = platter.heard(1).iter().filter(|sample| **sample == 0).count() as u64;
            assert_eq!((zeros, ended(&told)[0].frames.0), (silent, u64::from(sent)), "{before} beats, then {missed} missed");
        }
    }
}

#[test]
fn of_a_take_that_holds_more_than_counts_no_digest_is_told() {
    let mut given_up = 0;
    for (call, writes) in (1..90).map(|call| (call, true)).chain((1..12).map(|call| (call, false))) {
        let platter = Platter::default();
        platter.plan(|p| {
            let plan = Some((call, 1, ErrorKind::Other));
            if writes { p.fail_writes = plan } else { p.fail_syncs = plan }
        });
        let mut room = TapeByHand::on(platter, 60);
        room.beats(60);
        room.miss(25);
        room.beats(300);
        let takes = stop(room);
        assert_eq!(takes.last().map(|(_, known)| *known), Some(true), "{call}: the one that went well");
        given_up += takes.iter().filter(|(_, known)| !known).count();
    }
    assert!(given_up > 80, "between two checkpoints there is more in a file than counts: {given_up}");
}

#[test]
fn a_take_that_ends_to_spare_the_disk_ends_in_good_order() {
    let platter = Platter::default();
    platter.plan(|p| p.free = Some(40 << 20));
    let mut room = TapeByHand::on(platter, 10);
    room.beats(400);
    room.platter.plan(|p| p.free = Some(9 << 20));
    room.beats(100);
    room.tape.spend_reserve(room.now);
    assert_eq!(stop(room), [(1, true), (2, true)]);
}

#[test]
fn a_file_that_ends_within_a_frame_has_no_digest_of_its_frames() {
    for (limit, whole) in [(444, true), (445, false), (1_044, true), (1_045, false), (40_000, true)] {
        let platter = Platter::default();
        platter.plan(|p| p.limit = Some(limit));
        let mut room = TapeByHand::on(platter, 10);
        room.beats(160);
        let takes = stop(room);
        let (_, before) = takes.split_last().unwrap();
        assert!(!before.is_empty() && before.iter().all(|(_, known)| *known == whole), "{limit}: {takes:?}");
    }
}

#[test]
fn what_there_was_no_memory_for_is_silence_in_the_digest_too() {
    let mut room = TapeByHand::new(10);
    room.beats(50);
    room.platter.plan(|p| (p.free, p.fail_writes) = (Some(0), Some((0, usize::MAX, ErrorKind::StorageFull))));
    room.beats(50 * 620);
    assert!(room.gauge.lost() > Frames(0));
    room.platter.plan(|p| (p.free, p.fail_writes) = (None, None));
    room.beats(500);
    let takes = stop(room);
    assert_eq!(takes.last(), Some(&(2, true)), "{takes:?}");
}

/// Everything ends, whether or not the disk takes it.
fn end(mut room: TapeByHand) -> (Platter, Finished) {
    room.tap = None;
    room.tape.detach();
    assert!(!room.tape.settle(room.now) && !room.tape.settle(room.now));
    (room.platter, room.tape.finish())
}

#[test]
fn a_take_that_was_never_made_has_none() {
    let platter = Platter::default();
    platter.plan(|p| p.fail_writes = Some((0, usize::MAX, ErrorKind::PermissionDenied)));
    let mut room = TapeByHand::on(platter, 10);
    room.beats(50);
    let (_, Finished { ended, lost }) = end(room);
    assert_eq!((ended, lost), (EndedTake::unmade(TakeNumber::FIRST, format().rate, format().channels), Frames(8_000)));
}

#[test]
fn a_take_after_which_no_other_could_be_made_keeps_its_digest() {
    let mut room = TapeByHand::with_takes_of(64_000);
    room.beats(199);
    // Nothing may be made from now on: the take that is open becomes full, and is the last.
    room.platter.plan(|p| p.free = Some(0));
    room.tape.reserve = 0;
    room.beats(100);
    let (platter, Finished { ended, lost }) = end(room);
    assert_eq!((ended.take, lost), (TakeNumber::FIRST, Frames(299 * 160) - ended.frames));
    assert!(lost > Frames(0));
    assert_eq!(ended.sha256, platter.sum(1).map(|(_, sum)| sum));
}

#[test]
fn after_a_stumble_the_digest_is_that_of_what_counts() {
    for call in 3..30 {
        let mut room = TapeByHand::new(10);
        room.platter.plan(|p| p.panic_at = Some(call));
        for _ in 0..320 {
            room.hear();
            let (tape, now) = (&mut room.tape, room.now);
            if std::panic::catch_unwind(std::panic::AssertUnwindSafe(|| while tape.step(now) {})).is_err() {
                room.tape.recover(room.now, "as planned");
            }
            room.told.extend(room.inbox.try_iter());
        }
        assert_eq!(stop(room).last().map(|(_, known)| *known), Some(true), "write {call}");
    }
}

/// Something that happens to a recording.
#[derive(Clone, Debug)]
enum Turn {
    /// So many beats are heard.
    Heard(usize),
    /// So many are missed without a word.
    Missed(u32),
    /// So many are heard while the tape hangs.
    Hung(u32),
    /// From so many writes later on, this many fail.
    Writes(usize, usize),
    /// The same with syncs.
    Syncs(usize, usize),
    /// Off the record and on again.
    Paused,
}

fn turn() -> impl Strategy<Value = Turn> {
    prop_oneof![
        5 => (1_usize..260).prop_map(Turn::Heard),
        3 => (1_u32..120).prop_map(Turn::Missed),
        1 => (1_u32..160).prop_map(Turn::Hung),
        1 => (1_usize..60, 1_usize..4).prop_map(|(after, many)| Turn::Writes(after, many)),
        1 => (1_usize..5, 1_usize..3).prop_map(|(after, many)| Turn::Syncs(after, many)),
        1 => Just(Turn::Paused),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn whatever_happens_to_a_recording_its_digests_are_those_of_its_files(
        turns in proptest::collection::vec(turn(), 1..14),
        full in prop_oneof![Just(1 << 30), 1_000_u64..200_000],
        channels in 1_u16..4,
    ) {
        let platter = Platter::default();
        platter.plan(|p| p.full = Some(full));
        let mut room = TapeByHand::of(StreamFormat { channels, ..format() }, platter, 2);
        for turn in turns {
            let (writes, syncs) = room.platter.calls();
            match turn {
                Turn::Heard(beats) => room.beats(beats),
                Turn::Missed(beats) => room.miss(beats),
                Turn::Hung(beats) => (0..beats).for_each(|_| room.hear()),
                Turn::Writes(after, many) => room.platter.plan(|p| p.fail_writes = Some((writes + after, many, ErrorKind::Other))),
                Turn::Syncs(after, many) => room.platter.plan(|p| p.fail_syncs = Some((syncs + after, many, ErrorKind::Other))),
                Turn::Paused => drop(pause(&mut room)),
            }
        }
        room.platter.plan(|p| (p.fail_writes, p.fail_syncs) = (None, None));
        let takes = stop(room);
        prop_assert_eq!(takes.last().map(|(_, known)| *known), Some(true));
    }
}
