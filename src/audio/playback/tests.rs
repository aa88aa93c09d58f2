//! Playback, stepped by hand: what is heard, and when.

#![expect(clippy::disallowed_methods, reason = "an epoch to count from")]

use std::path::Path;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;

use super::*;
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
        let head = Arc::new(Playhead::new(now));
        let (reports, inbox) = mpsc::channel();
        let stage = Stage::new(Box::new(output), OutputWish::default(), clips, Arc::clone(&head), reports);
        Self { stage, ear, head, inbox, now, _folder: folder }
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
    room.ear.trouble(AudioError::Lost { detail: "unplugged".into() });
    room.stage.step(room.now);
    let told: Vec<_> = room.inbox.try_iter().collect();
    let [PlaybackReport::Failed { generation: 1, .. }, PlaybackReport::Started { .. }, PlaybackReport::Failed { generation: 2, .. }] =
        told[..]
    else {
        panic!("{told:?}")
    };
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
