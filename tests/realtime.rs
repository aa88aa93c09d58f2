//! The audio callbacks under an allocator that objects: invariant 3 of the house, that they neither allocate nor free.
//!
//! A binary of its own, because it replaces the allocator. One test, because the objections are counted for the whole process.

#![expect(clippy::disallowed_methods, reason = "an epoch to count from, and a take to read")]
#![expect(clippy::unwrap_used, reason = "a test: what cannot be done fails it")]

use std::path::Path;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::mpsc;
use std::time::Duration;
use std::time::Instant;

use assert_no_alloc::AllocDisabler;
use assert_no_alloc::assert_no_alloc;
use assert_no_alloc::reset_violation_count;
use assert_no_alloc::violation_count;
use hearback::audio::AudioError;
use hearback::audio::AudioOutput;
use hearback::audio::Device;
use hearback::audio::LostFn;
use hearback::audio::OutputWish;
use hearback::audio::ReadyOutput;
use hearback::audio::Running;
use hearback::audio::StreamFormat;
use hearback::audio::capture;
use hearback::audio::capture::Heard;
use hearback::audio::capture::Sample;
use hearback::audio::gauge::Gauge;
use hearback::audio::playback::Clip;
use hearback::audio::playback::PlayOrder;
use hearback::audio::playback::PlaybackTap;
use hearback::audio::playback::Playhead;
use hearback::audio::playback::Stage;
use hearback::audio::take::Take;
use hearback::disk::real::RealDisk;
use hearback::domain::hearing::Gain;
use hearback::domain::hearing::Speed;
use hearback::domain::hearing::Volume;
use hearback::domain::time::Frames;
use hearback::domain::time::Position;
use hearback::domain::time::SampleRate;
use hearback::domain::timeline::TakeNumber;

#[global_allocator]
static OBJECTS: AllocDisabler = AllocDisabler;

/// Callbacks of each kind; `HEARBACK_CALLBACKS` asks for more, as `make faults` does.
const CALLBACKS: usize = 60_000;

fn callbacks() -> usize {
    std::env::var("HEARBACK_CALLBACKS").map_or(CALLBACKS, |n| n.parse().unwrap())
}

/// How long callbacks took, in nanoseconds. Room for all of them is made before the first.
struct Times(Vec<u64>);

impl Times {
    fn of_some() -> Self {
        Self(Vec::with_capacity(callbacks()))
    }

    fn measure(&mut self, callback: impl FnOnce()) {
        let begun = Instant::now();
        assert_no_alloc(callback);
        self.0.push(u64::try_from(begun.elapsed().as_nanos()).unwrap());
    }
}

/// Block sizes as devices bring them, odd ones and none at all included; always the same row.
fn sizes() -> impl Iterator<Item = usize> {
    let mut state = 0x9E37_79B9_u32;
    std::iter::repeat_with(move || {
        state ^= state << 13;
        state ^= state >> 17;
        state ^= state << 5;
        match state % 7 {
            0 => 0,
            1 => usize::try_from(state >> 8).unwrap() % 4_097,
            2 => 1_024,
            3 => 480,
            4 => 1,
            _ => usize::try_from(state >> 8).unwrap() % 700,
        }
    })
}

#[test]
fn callbacks_neither_allocate_nor_free() {
    reset_violation_count();
    let times = [
        capture_callbacks(&vec![0.3_f32; 8_192], 1),
        capture_callbacks(&vec![-7_i16; 8_192], 2),
        capture_callbacks(&vec![i32::MAX; 8_192], 3),
        #[cfg(target_os = "linux")]
        server_blocks(),
        playback_callbacks(1),
        playback_callbacks(2),
        playback_callbacks(6),
    ];
    let mut all: Vec<u64> = times.into_iter().flat_map(|times| times.0).collect();
    let calls = all.len();
    assert!(calls >= 100_000, "{calls}");
    assert_eq!(violation_count(), 0, "in {calls} callbacks");
    // How long they took is printed and not judged: the machine has other things to do.
    all.sort_unstable();
    let at = |share: usize| all[(calls - 1) * share / 1_000] / 1_000;
    println!(
        "{calls} callbacks, 0 allocations; half took at most {} us, 99.9 % at most {} us, the slowest {} us",
        at(500),
        at(999),
        at(1_000)
    );
    assert_no_alloc(|| drop(std::hint::black_box(Box::new(1))));
    assert!(violation_count() > 0, "the allocator does object");
}

/// Into a ring of one second, drained now and then only: it overflows, owes, pays, and is closed and reopened.
fn capture_callbacks<S: Sample>(sound: &[S], channels: u16) -> Times {
    let mut times = Times::of_some();
    let epoch = Instant::now();
    let gauge = Arc::new(Gauge::new(epoch));
    let format = StreamFormat { rate: SampleRate::STUDIO, channels };
    let (mut tap, mut end) = capture::line(format, &gauge, Frames(0), 1);
    let (mut at, mut overflows) = (epoch, 0);
    for (call, size) in sizes().take(callbacks()).enumerate() {
        at += Duration::from_micros(20_833);
        let heard = Heard { at, latency: Duration::from_millis(17) };
        times.measure(|| tap.push(&sound[..size], heard));
        if call % 500 < 250 {
            let waiting = end.ring.slots();
            end.ring.read_chunk(waiting).unwrap().commit_all();
            while end.gaps.pop().is_ok() {
                overflows += 1;
            }
        }
        if call % 10_000 == 9_999 {
            // The device is lost and replaced; the old tap goes away off its thread, and the new one starts where the old one was.
            (tap, end) = capture::line(format, &gauge, gauge.frames(), 1);
        }
    }
    assert!(overflows > 50 && gauge.lost().0 > 0, "the ring was overfull {overflows} times");
    times
}

/// All that a sound server's stream goes through on our own thread: blocks and answers taken apart, the clock asked, the sound passed on and
/// the tape's thread woken.
#[cfg(target_os = "linux")]
fn server_blocks() -> Times {
    use std::io::Cursor;
    use std::time::SystemTime;

    use hearback::audio::Wake;
    use hearback::audio::pulse::ear::Came;
    use hearback::audio::pulse::ear::Hearing;
    use hearback::audio::pulse::ear::ServerClock;
    use pulseaudio::protocol;
    use pulseaudio::protocol::RecordLatency;

    const CHANNEL: u32 = 3;
    let format = StreamFormat::INTERVIEW;
    let mut sent = Vec::new();
    for (n, size) in sizes().take(500).enumerate() {
        protocol::write_memblock(&mut sent, CHANNEL, &vec![7; 2 * size], 0).unwrap();
        if n % 10 == 0 {
            let told = RecordLatency {
                sink_usec: 0,
                source_usec: 9_000,
                playing: true,
                local_time: SystemTime::UNIX_EPOCH,
                remote_time: SystemTime::UNIX_EPOCH,
                write_offset: 4_096,
                read_offset: 0,
            };
            protocol::write_reply_message(&mut sent, 1_001, &told, protocol::MAX_VERSION).unwrap();
        }
    }
    let mut times = Times::of_some();
    let epoch = Instant::now();
    let gauge = Arc::new(Gauge::new(epoch));
    let (mut tap, mut end) = capture::line(format, &gauge, Frames(0), 1);
    let (wake, rung) = Wake::new();
    let (mut ear, mut clock) = (Hearing::new(CHANNEL, format), ServerClock::default());
    let mut from = Cursor::new(sent.as_slice());
    let (mut at, mut answers) = (epoch, 0);
    for call in 0..callbacks() {
        at += Duration::from_micros(42_667);
        if usize::try_from(from.position()).unwrap() == sent.len() {
            from.set_position(0);
        }
        times.measure(|| {
            let now = i64::try_from((at - epoch).as_nanos()).unwrap();
            let came = ear.hear(&mut from, |samples, first| {
                let heard = clock.heard(first, samples.len(), format, now);
                let latency = Duration::from_nanos(u64::try_from(now - heard).unwrap_or(0));
                tap.push(&*samples, Heard { at, latency });
            });
            if came.unwrap() == Came::Sound {
                wake.ring();
            } else if ear.answers().is_some() {
                let (_, told) =
                    protocol::read_reply_message::<RecordLatency>(&mut Cursor::new(ear.message()), protocol::MAX_VERSION).unwrap();
                clock.set(&told, format, now - 1_000_000, now);
                answers += 1;
            }
        });
        if call % 50 < 25 {
            let waiting = end.ring.slots();
            end.ring.read_chunk(waiting).unwrap().commit_all();
            while end.gaps.pop().is_ok() || end.missing.pop().is_ok() {}
        }
        if call % 1_000 == 0 {
            assert!(rung.try_recv().is_ok() || call == 0, "the tape's thread is woken");
        }
    }
    assert!(answers > callbacks() / 20 && gauge.frames() > Frames(0), "{answers}");
    times
}

/// Playing, seeking, halting and running dry.
fn playback_callbacks(channels: u16) -> Times {
    let mut times = Times::of_some();
    let folder = tempfile::tempdir().unwrap();
    let path = record(folder.path());
    let clip = |from| Clip {
        path: path.clone(),
        from: Position::from_secs(from),
        skip: Frames(100),
        frames: Frames(40_000),
        rate: SampleRate::STUDIO,
    };
    let epoch = Instant::now();
    let head = Arc::new(Playhead::new(epoch));
    let (tap, (reports, _inbox)) = (Arc::new(Mutex::new(None)), mpsc::channel());
    let output = Thief { channels, tap: Arc::clone(&tap) };
    let mut stage = Stage::new(Box::new(output), OutputWish::default(), vec![clip(0), clip(3)], Arc::clone(&head), reports);
    stage.obey(PlayOrder::Play { at: Position::START, generation: 1 }, epoch);
    let mut tap: PlaybackTap = tap.lock().unwrap().take().unwrap();
    let mut out = vec![0.0_f32; 4_100 * usize::from(channels)];
    let (mut at, mut audible) = (epoch, 0);
    for (call, size) in sizes().take(callbacks()).enumerate() {
        at += Duration::from_micros(500);
        times.measure(|| tap.fill(&mut out[..size], at));
        audible += usize::from(out[..size].iter().any(|s| *s != 0.0));
        let generation = u32::try_from(call).unwrap() + 2;
        match call % 400 {
            399 => stage.obey(PlayOrder::Halt, at),
            0 => stage.obey(PlayOrder::Play { at: Position::START, generation }, at),
            50 => stage.obey(PlayOrder::Pace { speed: Speed::of_tenths(17), generation }, at),
            100 => stage.obey(PlayOrder::Play { at: Position::from_millis(3_200), generation }, at),
            120 => head.set_loudness(Volume::FULL.softer(), Gain::default().next().next()),
            150 => stage.obey(PlayOrder::Pace { speed: Speed::NORMAL, generation }, at),
            160 => head.set_loudness(Volume::FULL, Gain::default()),
            _ => {}
        }
        if call % 50 < 40 {
            stage.step(at);
        }
    }
    assert!(audible > 1_000, "{audible}");
    times
}

fn record(folder: &Path) -> std::path::PathBuf {
    let mut take = Take::create(&RealDisk, folder, TakeNumber::FIRST, StreamFormat::INTERVIEW).unwrap();
    take.write(&vec![5_000; 48_000]).unwrap();
    take.settle().unwrap();
    take.path().to_owned()
}

/// A loudspeaker that hands its tap over.
struct Thief {
    channels: u16,
    tap: Arc<Mutex<Option<PlaybackTap>>>,
}

struct Silent;

impl Running for Silent {}

fn nowhere() -> Device {
    Device { id: "thief".into(), name: "Thief".into(), is_default: true }
}

impl AudioOutput for Thief {
    fn list(&self) -> Result<Vec<Device>, AudioError> {
        Ok(vec![nowhere()])
    }

    fn negotiate(&self, _wish: &OutputWish) -> Result<Box<dyn ReadyOutput>, AudioError> {
        Ok(Box::new(Thief { channels: self.channels, tap: Arc::clone(&self.tap) }))
    }
}

impl ReadyOutput for Thief {
    fn format(&self) -> StreamFormat {
        StreamFormat { rate: SampleRate::new(44_100).unwrap(), channels: self.channels }
    }

    fn device(&self) -> Device {
        nowhere()
    }

    fn start(self: Box<Self>, tap: PlaybackTap, _lost: LostFn) -> Result<Box<dyn Running>, AudioError> {
        *self.tap.lock().unwrap() = Some(tap);
        Ok(Box::new(Silent))
    }
}
