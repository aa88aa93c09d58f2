//! Playback, stepped by hand: what is heard, and when.

#![expect(clippy::disallowed_methods, reason = "an epoch to count from")]

use std::path::Path;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::time::Duration;
use std::time::Instant;

use super::*;
use crate::audio::AudioError;
use crate::audio::OutputWish;
use crate::audio::StreamFormat;
use crate::audio::simulated::Ear;
use crate::audio::simulated::SimulatedOutput;
use crate::audio::take::Take;
use crate::disk::real::RealDisk;
use crate::domain::timeline::TakeNumber;

/// A stage whose loudspeaker and clock move by hand.
struct StageByHand {
    stage: Stage,
    ear: Ear,
    head: Arc<Playhead>,
    inbox: Receiver<PlaybackReport>,
    now: Instant,
    /// The first take.
    path: PathBuf,
    _folder: tempfile::TempDir,
}

/// A take at 8 kHz whose sample at frame i says `base + i / 8`: the milliseconds.
fn take(folder: &Path, number: u32, base: i16, milliseconds: i16) -> PathBuf {
    let format = StreamFormat { rate: SampleRate::new(8_000).unwrap(), channels: 1 };
    let mut take = Take::create(&RealDisk, folder, TakeNumber(number), format).unwrap();
    let samples: Vec<i16> = (0..milliseconds).flat_map(|ms| [base + ms; 8]).collect();
    take.write(&samples).unwrap();
    take.settle().unwrap();
    take.path().to_owned()
}

fn clip(path: PathBuf, from: u64, skip: u64, frames: u64) -> Clip {
    Clip { path, from: Position::from_millis(from), skip: Frames(skip), frames: Frames(frames), rate: SampleRate::new(8_000).unwrap() }
}

impl StageByHand {
    /// 1 s of take 1, then 3 s without audio, then 1 s of take 2 from its middle.
    fn new(rate: u32, channels: u16) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let clips =
            vec![clip(take(folder.path(), 1, 1_000, 1_000), 0, 0, 8_000), clip(take(folder.path(), 2, 3_500, 1_500), 4_000, 4_000, 8_000)];
        Self::over(folder, clips, rate, channels)
    }

    fn over(folder: tempfile::TempDir, clips: Vec<Clip>, rate: u32, channels: u16) -> Self {
        let (output, ear) = SimulatedOutput::by_hand();
        ear.insist(StreamFormat { rate: SampleRate::new(rate).unwrap(), channels });
        let now = Instant::now();
        let path = clips.first().map_or_else(PathBuf::new, |clip| clip.path.clone());
        let head = Arc::new(Playhead::new(now));
        let (reports, inbox) = mpsc::channel();
        let stage = Stage::new(Box::new(output), OutputWish::default(), clips, Arc::clone(&head), reports);
        Self { stage, ear, head, inbox, now, path, _folder: folder }
    }

    fn play(&mut self, ms: u64, generation: u32) {
        self.stage.obey(PlayOrder::Play { at: Position::from_millis(ms), generation }, self.now);
    }

    /// Hears 10 ms at 8 kHz mono; the sample values heard.
    fn hear(&mut self) -> Vec<i32> {
        self.stage.step(self.now);
        let heard = self.ear.pull(80, self.now);
        self.now += Duration::from_millis(10);
        #[expect(clippy::cast_possible_truncation, reason = "a 16-bit value")]
        heard.iter().map(|s| (s * 32_768.0).round() as i32).collect()
    }

    fn ms(&self) -> u64 {
        self.head.position(self.now).millis()
    }
}

#[test]
fn a_take_that_was_exported_at_another_rate_is_heard_at_the_right_seconds() {
    let folder = tempfile::tempdir().unwrap();
    let format = StreamFormat { rate: SampleRate::new(16_000).unwrap(), channels: 2 };
    let mut take = Take::create(&RealDisk, folder.path(), TakeNumber::FIRST, format).unwrap();
    let samples: Vec<i16> = (0..1_000).flat_map(|ms| [ms; 32]).collect(); // a millisecond has 16 frames of two samples
    take.write(&samples).unwrap();
    take.settle().unwrap();
    let path = take.path().to_owned();
    // 8 kHz mono it was, and the stretch begins 100 ms into it.
    let mut room = StageByHand::over(folder, vec![clip(path, 0, 800, 7_200)], 8_000, 1);
    room.play(250, 1);
    assert_eq!(room.hear().first(), Some(&350));
    room.play(800, 2);
    assert_eq!(room.hear().last(), Some(&909));
}

#[test]
fn the_position_is_that_of_what_is_heard() {
    let mut room = StageByHand::new(8_000, 1);
    room.play(250, 1);
    for i in 0..50 {
        assert_eq!(room.ms(), 250 + 10 * i);
        let heard = room.hear();
        let first = 1_250 + 10 * i32::try_from(i).unwrap();
        assert_eq!((heard[0], heard[79]), (first, first + 9));
    }
    // The device stops pulling: the position stands at the end of what was heard.
    room.now += Duration::from_secs(3);
    assert_eq!(room.ms(), 750);
}

#[test]
fn stretches_without_audio_are_skipped_and_the_end_is_told() {
    let mut room = StageByHand::new(8_000, 1);
    room.play(900, 7);
    let heard: Vec<i32> = (0..111).flat_map(|_| room.hear()).collect();
    let expected: Vec<i32> = (1_900..2_000).chain(4_000..5_000).flat_map(|v| [v; 8]).collect();
    assert_eq!(heard[..8_800], expected);
    assert!(heard[8_800..].iter().all(|s| *s == 0));
    room.stage.step(room.now);
    assert_eq!(room.ms(), 5_000);
    let told: Vec<_> = room.inbox.try_iter().collect();
    assert!(matches!(told[..], [PlaybackReport::Started { generation: 7, .. }, PlaybackReport::Ended { generation: 7 }]), "{told:?}");
    assert!(!room.head.is_playing());
    room.now += Duration::from_secs(4);
    room.stage.step(room.now);
    assert!(room.stage.is_idle(), "the loudspeaker is let go");
}

#[test]
fn a_seek_is_heard_at_once() {
    let mut room = StageByHand::new(8_000, 1);
    room.play(0, 1);
    room.hear();
    room.stage.obey(PlayOrder::Play { at: Position::from_millis(4_500), generation: 2 }, room.now);
    assert_eq!(room.ms(), 4_500);
    let heard = room.hear();
    // The ring was full of the old place when the new order came.
    assert!(heard.iter().all(|s| *s == 0 || *s >= 4_500), "{heard:?}");
    assert_eq!(room.hear()[0], heard.last().map(|s| if *s == 0 { 4_500 } else { s + 1 }).unwrap());
    // Into the stretch without audio: from the next recorded one on.
    room.stage.obey(PlayOrder::Play { at: Position::from_millis(2_000), generation: 3 }, room.now);
    assert_eq!((0..3).flat_map(|_| room.hear()).find(|s| *s != 0), Some(4_000));
}

#[test]
fn an_order_that_is_not_begun_with_is_not_where_the_one_before_had_come() {
    let mut room = StageByHand::new(8_000, 1);
    room.play(100, 1);
    room.hear();
    assert_eq!(room.head.heard(1, room.now), Some(Position::from_millis(110)));
    // The person pressed on; the player has not read it yet.
    assert_eq!(room.head.heard(2, room.now), None);
    room.play(4_500, 2);
    room.hear();
    assert_eq!((room.head.heard(1, room.now), room.head.heard(2, room.now)), (None, Some(Position::from_millis(4_510))));
}

#[test]
fn halted_it_rests_where_it_was_heard_and_seeks_silently() {
    let mut room = StageByHand::new(8_000, 1);
    room.play(100, 1);
    for _ in 0..5 {
        room.hear();
    }
    room.stage.obey(PlayOrder::Halt, room.now);
    assert!(room.hear().iter().all(|s| *s == 0));
    room.now += Duration::from_secs(1);
    assert_eq!(room.ms(), 150);
    assert!(room.hear().iter().all(|s| *s == 0));
    room.play(4_200, 3);
    assert_eq!((0..3).flat_map(|_| room.hear()).find(|s| *s != 0), Some(4_200));
}

#[test]
fn any_output_format_hears_the_same_at_the_same_pace() {
    let mut room = StageByHand::new(48_000, 2);
    room.play(0, 1);
    let mut heard = Vec::new();
    for _ in 0..100 {
        room.stage.step(room.now);
        heard.extend(room.ear.pull(480, room.now));
        room.now += Duration::from_millis(10);
    }
    assert_eq!(heard.len(), 48_000 * 2);
    for (ms, frame) in heard.chunks(96).enumerate().map(|(ms, chunk)| (ms, &chunk[..2])) {
        let expected = (1_000 + ms) as f32 / 32_768.0;
        assert!((frame[0] - expected).abs() < 1e-6 && (frame[1] - expected).abs() < 1e-6, "{ms} ms: {frame:?}");
    }
}

#[test]
fn without_a_loudspeaker_it_says_so_and_takes_the_next_order() {
    let mut room = StageByHand::new(8_000, 1);
    room.ear.refuse(AudioError::NoDevice);
    room.play(0, 1);
    assert!(room.stage.is_idle() && !room.head.is_playing());
    room.play(0, 2);
    room.hear();
    let told: Vec<_> = room.inbox.try_iter().collect();
    let [PlaybackReport::Failed { generation: 1, .. }, PlaybackReport::Started { generation: 2, .. }] = told[..] else {
        panic!("{told:?}")
    };
}

#[test]
fn a_loudspeaker_that_goes_is_waited_for_and_it_plays_on_where_it_was() {
    let mut room = StageByHand::new(8_000, 1);
    room.play(0, 1);
    for _ in 0..30 {
        room.hear();
    }
    room.ear.take_away(AudioError::Lost { detail: "unplugged".into() });
    room.stage.step(room.now);
    assert!((room.ms(), room.head.is_playing()) == (300, false) && !room.stage.is_idle());
    for _ in 0..20 {
        room.now += Duration::from_secs(1);
        room.stage.step(room.now);
    }
    assert_eq!(room.ms(), 300, "it waits");
    room.ear.bring_back();
    let heard: Vec<i32> = (0..130).flat_map(|_| room.hear()).skip_while(|s| *s == 0).collect();
    assert_eq!(heard[0], 1_300, "it goes on where it was");
    let told: Vec<_> = room.inbox.try_iter().collect();
    let [PlaybackReport::Started { .. }, PlaybackReport::Waiting { generation: 1, .. }, PlaybackReport::Again { generation: 1, .. }] =
        told[..]
    else {
        panic!("{told:?}")
    };
}

#[test]
fn after_a_minute_it_is_waited_for_no_longer_and_whoever_stops_it_waits_for_nothing() {
    for stopped in [None, Some(PlayOrder::Halt)] {
        let mut room = StageByHand::new(8_000, 1);
        room.play(0, 1);
        room.hear();
        room.ear.take_away(AudioError::Lost { detail: "unplugged".into() });
        room.stage.step(room.now);
        let is_stopped = stopped.is_some();
        if let Some(order) = stopped {
            room.stage.obey(order, room.now);
        }
        for _ in 0..62 {
            room.now += Duration::from_secs(1);
            room.stage.step(room.now);
        }
        let failed = room.inbox.try_iter().filter(|report| matches!(report, PlaybackReport::Failed { generation: 1, .. })).count();
        assert_eq!((failed, room.stage.is_idle()), (usize::from(!is_stopped), true));
        room.ear.bring_back();
        assert!(room.hear().is_empty(), "nothing begins by itself then");
    }
}

#[test]
fn a_jump_while_it_is_waited_for_is_where_it_goes_on() {
    let mut room = StageByHand::new(8_000, 1);
    room.play(0, 1);
    room.hear();
    room.ear.take_away(AudioError::Lost { detail: "unplugged".into() });
    room.stage.step(room.now);
    room.play(600, 2);
    room.stage.obey(PlayOrder::Pace { speed: Speed::of_tenths(20), generation: 3 }, room.now);
    room.ear.bring_back();
    room.now += Duration::from_secs(2);
    room.hear();
    assert!(room.inbox.try_iter().any(|report| matches!(report, PlaybackReport::Again { generation: 3, .. })));
    assert_eq!(room.ms(), 620, "twice as fast, from where it was to be");
}

/// At every speed, across the stretch without audio: the position, and what is heard at it.
#[test]
fn the_position_is_that_of_what_is_heard_at_every_speed() {
    for tenths in 5..=30 {
        let mut room = StageByHand::new(8_000, 1);
        room.stage.obey(PlayOrder::Pace { speed: Speed::of_tenths(tenths), generation: 1 }, room.now);
        room.play(0, 2);
        let mut passed = 0;
        while room.head.is_playing() {
            let at = room.ms();
            let exact = passed * u64::from(tenths) / 10;
            let wanted = if exact <= 1_000 { exact } else { exact + 3_000 };
            assert!(at.abs_diff(wanted.min(5_000)) <= 2, "{tenths}: {at} for {wanted}");
            let heard = room.hear();
            let value = heard[0];
            if value != 0 && !(940..=1_000).contains(&exact) && exact < 1_940 {
                let said = u64::try_from(if value < 3_500 { value - 1_000 } else { value }).unwrap();
                assert!(said.abs_diff(at) <= 50, "{tenths}: what was said at {said} is heard at {at}");
            }
            passed += 10;
            assert!(passed < 5_000, "{tenths}: it ends");
        }
        let lasts = 2_000 * 10 / u64::from(tenths);
        assert!(passed.abs_diff(lasts) <= 25, "{tenths}: {passed} for {lasts}");
    }
}

/// A loudspeaker sounds later than it is given sound: what is heard now is what was given then, on whichever side of a jump.
#[test]
fn what_is_on_its_way_to_the_ear_is_not_heard_yet() {
    let mut room = StageByHand::new(8_000, 1);
    let late = Duration::from_millis(80);
    room.play(800, 1);
    let mut told = Vec::new();
    for _ in 0..60 {
        room.stage.step(room.now);
        room.ear.pull(80, room.now + late);
        told.push(room.ms());
        room.now += Duration::from_millis(10);
    }
    assert!(told[..9].iter().all(|ms| *ms == 800), "nothing is heard yet: {told:?}");
    assert_eq!((told[9], told[27]), (810, 990));
    assert!(told.iter().all(|ms| *ms <= 1_000 || *ms >= 4_000), "nowhere between: {told:?}");
    assert_eq!((told[28], told[29], told[40]), (4_000, 4_010, 4_120));
    // Another speed follows what is on its way.
    room.stage.obey(PlayOrder::Pace { speed: Speed::of_tenths(20), generation: 2 }, room.now);
    let mut told = vec![room.ms()];
    for _ in 0..20 {
        room.stage.step(room.now);
        room.ear.pull(80, room.now + late);
        room.now += Duration::from_millis(10);
        told.push(room.ms());
    }
    assert!(told.windows(2).all(|pair| matches!(pair[1] - pair[0], 9..=21)), "without a jump and without a gap: {told:?}");
    assert_eq!(told[20] - told[19], 20);
}

#[test]
fn a_speed_is_changed_in_mid_play_without_a_jump_and_without_what_is_stale() {
    let mut room = StageByHand::new(8_000, 1);
    room.play(0, 1);
    for _ in 0..30 {
        room.hear();
    }
    let before = room.ms();
    room.stage.obey(PlayOrder::Pace { speed: Speed::of_tenths(20), generation: 2 }, room.now);
    assert_eq!((before, room.ms()), (300, 300));
    let heard = room.hear();
    assert!(heard.iter().all(|s| *s != 0), "no gap");
    assert!((1_295..=1_330).contains(&heard[0]), "{}", heard[0]);
    for _ in 0..19 {
        room.hear();
    }
    assert_eq!(room.ms(), 700, "400 ms in 200");
    room.stage.obey(PlayOrder::Pace { speed: Speed::NORMAL, generation: 3 }, room.now);
    let heard = room.hear();
    assert_eq!((heard[0], heard[79]), (1_700, 1_709), "at the speed at which it was said samples pass untouched");
    assert_eq!(room.head.heard(3, room.now), Some(Position::from_millis(710)));
}

#[test]
fn it_goes_round_where_it_is_to_and_out_of_there_when_it_is_not() {
    let mut room = StageByHand::new(8_000, 1);
    let around = |from, to| Some((Position::from_millis(from), Position::from_millis(to)));
    room.stage.obey(PlayOrder::Around { around: around(700, 800), generation: 1 }, room.now);
    room.play(700, 2);
    let heard: Vec<i32> = (0..35).flat_map(|_| room.hear()).collect();
    let once: Vec<i32> = (1_700..1_800).flat_map(|v| [v; 8]).collect();
    assert!(heard[..800] == once && heard[800..1_600] == once && heard[1_600..2_400] == once, "three times");
    assert_eq!(room.ms(), 750);
    room.stage.obey(PlayOrder::Around { around: None, generation: 3 }, room.now);
    let heard: Vec<i32> = (0..20).flat_map(|_| room.hear()).collect();
    assert_eq!((heard[0], heard[400], heard[799]), (1_750, 1_800, 1_849), "and on");
    // Across the stretch without audio, at another speed, and from behind the end of it.
    room.stage.obey(PlayOrder::Pace { speed: Speed::of_tenths(20), generation: 4 }, room.now);
    room.stage.obey(PlayOrder::Around { around: around(900, 4_100), generation: 5 }, room.now);
    room.play(4_500, 6);
    room.hear();
    let told: Vec<u64> = (0..40)
        .map(|_| {
            room.hear();
            room.ms()
        })
        .collect();
    assert!(told.iter().all(|ms| (900..=1_000).contains(ms) || (4_000..=4_100).contains(ms)), "{told:?}");
    assert!(told.iter().filter(|ms| **ms >= 4_000).count() > 15 && room.head.is_playing());
    // Where nothing was recorded there is nothing to hear.
    room.stage.obey(PlayOrder::Around { around: around(2_000, 3_000), generation: 7 }, room.now);
    room.play(2_000, 8);
    for _ in 0..5 {
        room.hear();
    }
    assert!(room.inbox.try_iter().any(|report| matches!(report, PlaybackReport::Ended { generation: 8 })));
}

#[test]
fn what_is_not_to_be_heard_any_more_is_silent_at_once() {
    let mut room = StageByHand::new(8_000, 1);
    room.play(0, 1);
    for _ in 0..20 {
        room.hear();
    }
    let take = room.path.clone();
    let clips = vec![clip(take.clone(), 0, 0, 1_600), clip(take, 600, 4_800, 3_200)];
    room.stage.obey(PlayOrder::Clips { clips, generation: 2 }, room.now);
    let heard: Vec<i32> = (0..10).flat_map(|_| room.hear()).collect();
    assert_eq!((heard[0], heard[799]), (1_600, 1_699), "it goes on after it");
    room.stage.obey(PlayOrder::Clips { clips: Vec::new(), generation: 3 }, room.now);
    assert!(room.hear().iter().all(|s| *s == 0));
    room.stage.step(room.now);
    assert!(room.inbox.try_iter().any(|report| matches!(report, PlaybackReport::Ended { generation: 3 })));
}

/// Nobody waits for an answer of what does not play.
#[test]
fn what_does_not_play_ends_at_once() {
    let mut room = StageByHand::new(8_000, 1);
    room.stage.obey(PlayOrder::Pace { speed: Speed::of_tenths(12), generation: 5 }, room.now);
    assert!(matches!(room.inbox.try_iter().last(), Some(PlaybackReport::Ended { generation: 5 })));
}

#[test]
fn a_missing_take_is_told() {
    let nowhere = clip("/nowhere/take-001.wav".into(), 0, 0, 8_000);
    let mut room = StageByHand::over(tempfile::tempdir().unwrap(), vec![nowhere], 8_000, 1);
    room.play(0, 1);
    room.hear();
    let told = room.inbox.try_iter().last().unwrap();
    let PlaybackReport::Failed { why, .. } = told else { panic!("{told:?}") };
    assert!(why.to_string().starts_with("take-001.wav could not be opened"));
    assert!(!room.head.is_playing());
}

#[test]
fn nothing_to_play_ends_at_once() {
    let mut room = StageByHand::over(tempfile::tempdir().unwrap(), Vec::new(), 8_000, 1);
    room.play(0, 1);
    room.hear();
    room.hear();
    assert!(matches!(room.inbox.try_iter().last(), Some(PlaybackReport::Ended { generation: 1 })));
}
