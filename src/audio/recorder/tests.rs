//! The recorder without its thread: orders, trouble, and what is on disk after each.

use std::io::ErrorKind;

use super::*;
use crate::audio::doubles::Platter;
use crate::audio::simulated::Again;
use crate::audio::simulated::MicrophoneHand;
use crate::audio::simulated::Piece;
use crate::audio::simulated::SimulatedInput;
use crate::audio::simulated::Sound;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;

/// A deck whose microphone, disk and clock move by hand.
struct DeckByHand {
    deck: Deck,
    hand: MicrophoneHand,
    platter: Platter,
    gauge: Arc<Gauge>,
    inbox: Receiver<CaptureReport>,
    now: Instant,
}

impl DeckByHand {
    fn new() -> Self {
        let tone = Piece::Tone { hertz: 100.0, level: 0.5, lasts: Duration::from_secs(60) };
        let (input, hand) = SimulatedInput::by_hand(Sound::script(&[tone], Again::Looped));
        let (platter, now) = (Platter::default(), Instant::now());
        let gauge = Arc::new(Gauge::new(now));
        let (reports, inbox) = mpsc::channel();
        let deck = Deck::new(Box::new(input), platter.disk(), Arc::clone(&gauge), reports);
        Self { deck, hand, platter, gauge, inbox, now }
    }

    fn order(&mut self, order: Order) {
        self.deck.obey(order, self.now);
    }

    fn start(&mut self, take: u32) {
        self.order(Order::Start { folder: "/room".into(), wish: InputWish::default(), take: TakeNumber(take), ticket: take });
    }

    /// `count` times 20 ms of sound and a beat.
    fn beats(&mut self, count: u32) {
        for _ in 0..count {
            self.now += BEAT;
            self.hand.push(960, self.now);
            self.deck.step(self.now);
        }
    }

    /// Time in which the device is silent.
    fn silence(&mut self, lasts: Duration) {
        self.now += lasts;
        self.deck.step(self.now);
    }

    fn told(&self) -> Vec<String> {
        let brief = |r: CaptureReport| match r {
            CaptureReport::Started { take, format, device, lead_in: Frames(0), .. } => format!("started {take} {format} {}", device.name),
            CaptureReport::Started { take, first, lead_in, .. } => format!("started {take} at {} with {}", first.0, lead_in.0),
            CaptureReport::Paused { take, frames } => format!("paused {take} {}", frames.0),
            CaptureReport::Resumed { take, .. } => format!("resumed {take}"),
            CaptureReport::Lost { take, frames, why } => format!("lost {take} {} {why}", frames.0),
            CaptureReport::Closed { ended, lost: Frames(0) } => format!("closed {} {}", ended.take, ended.frames.0),
            CaptureReport::Closed { ended, lost } => format!("closed {} {}, {} lost", ended.take, ended.frames.0, lost.0),
            CaptureReport::Refused { why, .. } => format!("refused {why}"),
            CaptureReport::Listening { format, .. } => format!("listening {format}"),
            CaptureReport::Rolled { take, first, from } => format!("rolled {} {} {take} {}", from.take, from.frames.0, first.0),
            CaptureReport::WriteFailed { ended, .. } => format!("failed {} {}", ended.take, ended.frames.0),
            CaptureReport::Moved { to } => format!("moved to {}", to.map_or_else(|| "another".into(), |d| d.name)),
            CaptureReport::Muted(mute) => format!("muted {mute:?}").to_lowercase(),
            CaptureReport::Checkpoint { .. } | CaptureReport::Held { .. } | CaptureReport::ClockCompared { .. } => String::new(),
            CaptureReport::Gap { take, at, frames, .. } => format!("gap {take} {} {}", at.0, frames.0),
        };
        self.inbox.try_iter().map(brief).filter(|line| !line.is_empty()).collect()
    }
}

#[test]
fn off_the_record_releases_the_device_and_keeps_the_take() {
    let mut room = DeckByHand::new();
    room.start(1);
    room.beats(100);
    room.order(Order::Pause);
    assert!(!room.hand.is_listening(), "the device is released");
    let before = room.platter.heard(1);
    assert_eq!(before.len(), 96_000, "what came before is on disk, header and all");
    room.beats(100);
    assert_eq!(room.gauge.frames_at(room.now), Frames(96_000), "the clock stands still");
    assert!(room.gauge.take_peak().abs() < f32::EPSILON);
    room.order(Order::Resume(9));
    room.beats(50);
    room.order(Order::Close);
    let heard = room.platter.heard(1);
    assert_eq!(heard.len(), 96_000 + 48_000);
    assert_eq!(heard[..96_000], before);
    assert_eq!(room.told(), ["started 1 48 kHz mono Simulated microphone", "paused 1 96000", "resumed 1", "closed 1 144000"]);
    assert!(room.deck.is_idle());
}

#[test]
fn nothing_said_after_the_order_is_kept_however_late_it_is_carried_out() {
    let mut room = DeckByHand::new();
    room.hand.set_latency(Duration::from_millis(40));
    room.start(1);
    room.beats(100);
    // Ordered now; what was said in the last 40 ms is on its way, and the tape thread hangs in a disk for a second.
    Order::Pause.foretell(&room.gauge, room.now);
    assert!(!room.gauge.is_open());
    for _ in 0..50 {
        room.now += BEAT;
        room.hand.push(960, room.now);
    }
    room.order(Order::Pause);
    assert_eq!(room.platter.heard(1).len(), 96_000 + 1_920, "to the order and no further");
    assert_eq!(room.gauge.frames_at(room.now), Frames(96_000 + 1_920));
    room.order(Order::Resume(9));
    room.beats(50);
    // Off and on again before the first was carried out: what runs is still what was ordered off.
    Order::Pause.foretell(&room.gauge, room.now);
    Order::Resume(9).foretell(&room.gauge, room.now);
    room.beats(50);
    room.order(Order::Pause);
    room.order(Order::Resume(9));
    room.beats(50);
    Order::Close.foretell(&room.gauge, room.now);
    room.order(Order::Close);
    assert_eq!(room.platter.heard(1).len(), 2 * 1_920 + 96_000 + 2 * 48_000);
}

#[test]
fn a_key_pressed_after_a_pause_points_at_the_sound_of_that_moment() {
    let mut room = DeckByHand::new();
    room.hand.set_latency(Duration::from_millis(30));
    room.start(1);
    room.beats(100);
    room.order(Order::Pause);
    room.silence(Duration::from_mins(5));
    room.order(Order::Resume(9));
    room.beats(10);
    // The last frame delivered was at the microphone 30 ms ago; the key is pressed now.
    assert_eq!(room.gauge.frames_at(room.now), Frames(96_000 + 9_600 + 1_440));
}

#[test]
fn a_silent_device_is_lost_within_two_seconds_and_another_may_follow() {
    let mut room = DeckByHand::new();
    room.start(1);
    room.beats(100);
    room.silence(Duration::from_millis(1_400));
    assert_eq!(room.told().len(), 1);
    room.silence(Duration::from_millis(100));
    let lost = "The sound device stopped (it has delivered nothing for 1.5 s): check the plug and the sound server, then try again.";
    assert_eq!(room.told(), [format!("lost 1 96000 {lost}"), "closed 1 96000".into()]);
    assert!(!room.hand.is_listening() && room.deck.is_idle());
    assert_eq!(room.platter.heard(1).len(), 96_000);
    room.start(2);
    room.beats(50);
    room.order(Order::Close);
    assert_eq!(room.platter.heard(2).len(), 48_000);
}

#[test]
fn a_device_that_says_it_is_gone_is_believed_at_once() {
    let mut room = DeckByHand::new();
    room.start(1);
    room.beats(3);
    room.hand.trouble(AudioError::Moved { detail: "to the headset".into() });
    room.beats(3);
    room.hand.trouble(AudioError::Lost { detail: "unplugged".into() });
    room.beats(1);
    let told = room.told();
    assert!(told[1].starts_with("moved") && told[2].starts_with("lost 1 6720") && told[3] == "closed 1 6720", "{told:?}");
}

#[test]
fn a_microphone_that_never_speaks_up_is_lost_too() {
    let mut room = DeckByHand::new();
    room.start(1);
    room.silence(Duration::from_millis(4_900));
    room.silence(Duration::from_millis(200));
    assert!(room.told()[1].starts_with("lost 1 0"));
}

#[test]
fn what_cannot_be_done_is_refused_and_what_is_done_already_is_not() {
    let mut room = DeckByHand::new();
    room.order(Order::Pause);
    room.order(Order::Resume(9));
    room.order(Order::Close);
    room.hand.refuse(AudioError::Busy { detail: "arecord".into() });
    room.start(1);
    room.start(1);
    room.start(2);
    room.beats(1);
    room.order(Order::Pause);
    room.hand.refuse(AudioError::NoDevice);
    room.order(Order::Resume(9));
    room.order(Order::Resume(9));
    room.beats(1);
    room.order(Order::Quit);
    let told: Vec<String> = room.told().iter().map(|line| line.split(' ').next().unwrap_or_default().to_owned()).collect();
    let expected = "refused refused started closed started paused refused resumed closed";
    assert_eq!(told.join(" "), expected);
    assert_eq!((room.platter.heard(1).len(), room.platter.heard(2).len()), (0, 1_920), "the second start ended the first take");
}

#[test]
fn listening_moves_the_meter_and_keeps_nothing() {
    let mut room = DeckByHand::new();
    room.order(Order::Listen(InputWish::default()));
    room.beats(5_000);
    assert!((room.gauge.take_peak() - 0.5).abs() < 0.01);
    assert!(room.platter.names().is_empty());
    room.start(1);
    room.beats(1);
    room.order(Order::Close);
    assert_eq!(room.told(), ["listening 48 kHz mono", "started 1 48 kHz mono Simulated microphone", "closed 1 960"]);
}

/// A deck that hears so many seconds of a sound in which each sample says which one it is.
fn counting(seconds: u32) -> DeckByHand {
    let mut room = DeckByHand::new();
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("ramp.wav");
    let spec = hound::WavSpec { channels: 1, sample_rate: 48_000, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut wav = hound::WavWriter::create(&path, spec).unwrap();
    (0..48_000 * seconds).for_each(|frame| wav.write_sample(ramp(frame)).unwrap());
    wav.finalize().unwrap();
    let sound = Sound::from_wav(std::fs::File::open(&path).unwrap(), &path, Again::Once).unwrap();
    let (input, hand) = SimulatedInput::by_hand(sound);
    let names = ["one".to_owned(), "another".to_owned()];
    (room.deck.input, room.hand) = (Box::new(input.with_devices(&names)), hand);
    room
}

fn ramp(frame: u32) -> i16 {
    i16::try_from(frame % 31_013).unwrap() + 1
}

#[test]
fn what_was_heard_from_consent_on_is_the_beginning_of_the_recording() {
    let mut room = counting(65);
    room.order(Order::Listen(InputWish::default()));
    room.beats(500);
    room.order(Order::Remember(30));
    let consent = 500 * 960;
    // Less than is kept, and more: the seconds that are too old are forgotten.
    room.beats(250);
    assert!(room.platter.names().is_empty(), "not on a disk");
    room.beats(2_250);
    room.start(1);
    assert!(room.hand.is_listening());
    room.beats(100);
    let key = room.gauge.frames_at(room.now);
    room.order(Order::Pause);
    room.beats(50);
    room.order(Order::Resume(9));
    room.beats(50);
    room.order(Order::Close);
    let first = consent + 2_500 * 960 - 30 * 48_000;
    assert_eq!(key.0 - u64::from(first), 32 * 48_000, "a key finds its moment");
    let expected: Vec<i16> = (first..first + 32 * 48_000).chain(consent + 2_650 * 960..consent + 2_700 * 960).map(ramp).collect();
    assert!(room.platter.heard(1) == expected, "not a sample more or less");
    let told = room.told();
    assert_eq!(told[1..3], [format!("started 1 at {first} with 1440000"), format!("paused 1 {}", 32 * 48_000)]);
    assert_eq!(told.last().unwrap(), &format!("closed 1 {}", 33 * 48_000));
}

#[test]
fn a_lead_in_is_as_long_as_it_can_be() {
    let mut room = counting(5);
    room.order(Order::Listen(InputWish::default()));
    room.order(Order::Remember(30));
    room.beats(100);
    room.start(1);
    room.order(Order::Close);
    assert!(room.platter.heard(1) == (0..96_000).map(ramp).collect::<Vec<_>>(), "not a sample more or less");
}

#[test]
fn nothing_is_remembered_that_nobody_agreed_to() {
    type Change = fn(&mut DeckByHand);
    let changes: [(&str, Change); 5] = [
        ("nobody asked", |_| {}),
        ("taken back", |room| {
            room.order(Order::Remember(30));
            room.beats(100);
            room.order(Order::Remember(0));
        }),
        ("another microphone was listened to", |room| {
            room.order(Order::Remember(30));
            room.beats(100);
            room.order(Order::Listen(InputWish { device: Some("another".into()), ..InputWish::default() }));
            room.order(Order::Listen(InputWish::default()));
        }),
        ("the form was left", |room| {
            room.order(Order::Remember(30));
            room.beats(100);
            room.order(Order::Close);
        }),
        ("the microphone that records is another", |room| {
            room.order(Order::Listen(InputWish { device: Some("another".into()), ..InputWish::default() }));
            room.order(Order::Remember(30));
            room.beats(100);
        }),
    ];
    for (what, change) in changes {
        let mut room = counting(10);
        room.order(Order::Listen(InputWish::default()));
        room.beats(100);
        change(&mut room);
        let before = room.told().len();
        room.start(1);
        room.beats(50);
        room.order(Order::Close);
        assert_eq!(room.told(), ["started 1 48 kHz mono one", "closed 1 48000"], "{what}, after {before} reports");
    }
}

#[test]
fn a_device_that_comes_back_different_gets_a_take_of_its_own() {
    let mut room = DeckByHand::new();
    room.start(1);
    room.beats(10);
    room.order(Order::Pause);
    room.hand.insist(StreamFormat { rate: SampleRate::new(16_000).unwrap(), channels: 1 });
    room.order(Order::Resume(9));
    room.beats(10);
    room.order(Order::Close);
    assert_eq!(room.told()[2..], ["closed 1 9600", "started 2 16 kHz mono Simulated microphone", "closed 2 9600"]);
}

#[test]
fn closing_on_a_failing_disk_goes_on_until_all_is_safe() {
    let mut room = DeckByHand::new();
    room.start(1);
    room.beats(60);
    room.platter.plan(|p| (p.free, p.fail_writes) = (Some(0), Some((0, usize::MAX, ErrorKind::StorageFull))));
    room.beats(60);
    room.order(Order::Close);
    assert!(!room.hand.is_listening(), "the microphone is off all the same");
    room.silence(Duration::from_mins(1));
    assert!(!room.deck.is_idle());
    room.platter.plan(|p| (p.free, p.fail_writes) = (None, None));
    room.silence(Duration::from_secs(1));
    assert!(room.deck.is_idle());
    assert_eq!(room.told()[1..], ["failed 1 48000", "rolled 1 48000 2 48000", "closed 2 67200"]);
}

#[test]
fn a_panic_while_recording_is_survived() {
    let mut room = DeckByHand::new();
    room.start(1);
    room.platter.plan(|p| p.panic_at = Some(70));
    room.beats(120);
    room.order(Order::Close);
    assert_eq!(room.told()[1..], ["failed 1 48000", "rolled 1 48000 2 48000", "closed 2 67200"]);
}

#[test]
fn the_thread_finishes_the_file_when_everybody_is_gone() {
    let folder = tempfile::tempdir().unwrap();
    let input = SimulatedInput::paced(Sound::silence());
    let (reports, inbox) = mpsc::channel();
    let recorder = Recorder::spawn(Box::new(input), reports).unwrap();
    recorder.order(Order::Start { folder: folder.path().to_owned(), wish: InputWish::default(), take: TakeNumber::FIRST, ticket: 1 });
    let started = inbox.recv_timeout(Duration::from_secs(5)).unwrap();
    assert!(matches!(started, CaptureReport::Started { take: TakeNumber::FIRST, .. }));
    drop(recorder);
    let closed = inbox.try_iter().last().unwrap();
    let CaptureReport::Closed { ended: EndedTake { take: TakeNumber::FIRST, frames, rate, channels, sha256 }, .. } = closed else {
        panic!("{closed:?}")
    };
    let path = folder.path().join("take-001.wav");
    assert_eq!(u64::from(hound::WavReader::open(&path).unwrap().duration()), frames.0);
    let measured = crate::audio::take::measure(&path).unwrap();
    assert_eq!((measured.frames, measured.format, Some(measured.sha256)), (frames, StreamFormat { rate, channels }, sha256));
}

#[test]
fn a_start_that_fails_leaves_nothing_behind() {
    let mut room = DeckByHand::new();
    room.hand.refuse_to_start(AudioError::Lost { detail: "connection refused".into() });
    room.start(1);
    assert!(room.told()[0].starts_with("refused"));
    assert!(room.platter.names().is_empty() && room.deck.is_idle() && !room.gauge.is_open());
}

#[test]
fn a_disk_that_refuses_is_no_reason_not_to_listen() {
    let mut room = DeckByHand::new();
    room.platter.plan(|p| p.fail_writes = Some((0, usize::MAX, ErrorKind::PermissionDenied)));
    room.start(1);
    room.beats(50);
    assert_eq!(room.told(), ["failed 1 0", "started 1 48 kHz mono Simulated microphone"]);
    room.platter.plan(|p| p.fail_writes = None);
    room.beats(50);
    room.order(Order::Close);
    assert_eq!(room.platter.names().last().map(String::as_str), Some("take-003.wav"), "two were begun in vain");
    assert_eq!(room.platter.heard(3).len(), 96_000);
}

#[test]
fn what_no_disk_takes_to_the_end_is_told_as_lost() {
    let mut room = DeckByHand::new();
    room.platter.plan(|p| (p.free, p.fail_writes) = (Some(0), Some((0, usize::MAX, ErrorKind::StorageFull))));
    room.start(1);
    room.beats(100);
    room.order(Order::Quit);
    assert_eq!(room.told(), ["started 1 48 kHz mono Simulated microphone", "closed 1 0, 96000 lost"]);
    assert!(room.deck.is_idle() && room.platter.names().is_empty());
}

#[test]
fn a_take_that_cannot_be_finished_is_tried_again_without_haste() {
    let mut room = DeckByHand::new();
    room.start(1);
    room.beats(60);
    room.platter.plan(|p| p.fail_writes = Some((0, usize::MAX, ErrorKind::Other)));
    room.beats(10);
    room.order(Order::Close);
    for _ in 0..500 {
        room.silence(BEAT);
    }
    assert!(room.platter.names().len() < 30, "ten seconds of tries: {:?}", room.platter.names());
    room.platter.plan(|p| p.fail_writes = None);
    room.silence(AGAIN);
    assert!(room.deck.is_idle());
    assert!(room.told().last().unwrap().starts_with("closed"));
}

#[test]
fn nothing_that_was_on_its_way_when_somebody_agreed_is_remembered() {
    let mut room = counting(5);
    room.hand.set_latency(Duration::from_millis(200));
    room.order(Order::Listen(InputWish::default()));
    room.beats(100);
    room.order(Order::Remember(30));
    room.beats(100);
    room.start(1);
    room.beats(50);
    room.order(Order::Close);
    // What is heard at the moment of the yes arrives 200 ms later.
    let first = 100 * 960 + 200 * 48;
    assert!(room.platter.heard(1) == (first..250 * 960).map(ramp).collect::<Vec<_>>(), "not a sample more or less");
}

#[test]
fn what_was_said_of_the_microphone_in_the_form_is_said_again_of_the_recording() {
    let mut room = counting(5);
    room.order(Order::Listen(InputWish::default()));
    room.order(Order::Remember(30));
    room.hand.reroute("another", Mute::On);
    room.beats(10);
    assert_eq!(room.told()[1..], ["moved to another", "muted on"]);
    room.start(1);
    let told = room.told();
    assert!(told[0].starts_with("started 1 at 0") && told[1..] == ["muted on", "moved to another"], "{told:?}");
}

#[test]
fn a_name_that_is_taken_is_passed_over_in_a_recording_that_was_listened_to_before() {
    let mut room = counting(5);
    room.start(1);
    room.beats(10);
    room.order(Order::Close);
    room.order(Order::Listen(InputWish::default()));
    room.order(Order::Remember(30));
    room.beats(10);
    room.told();
    room.start(1);
    room.beats(10);
    room.order(Order::Close);
    let told = room.told();
    assert_eq!(told[1..], ["rolled 1 0 2 0", "closed 2 19200"], "{told:?}");
    assert_eq!(room.platter.heard(2).len(), 19_200);
}
