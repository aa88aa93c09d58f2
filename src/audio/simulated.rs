//! A microphone that plays a WAV or a script, and a loudspeaker into the void: rehearsal, demonstration and tests take the same path
//! as an interview, through the same taps.
//!
//! The room goes on while nobody listens: what sounds during a pause is not heard later. Paced devices run a small thread of their
//! own at the speed of real time; devices [by hand](SimulatedInput::by_hand) move only when told. They refuse nothing a real device
//! would deliver, and can be told to fail as one does.

#![expect(clippy::disallowed_methods, reason = "a simulated device has a clock, as real ones do")]

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::MutexGuard;
use std::sync::PoisonError;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use crate::domain::time::Frames;

use crate::audio::AudioError;
use crate::audio::AudioInput;
use crate::audio::AudioOutput;
use crate::audio::Device;
use crate::audio::InputWish;
use crate::audio::LostFn;
use crate::audio::Mute;
use crate::audio::OutputWish;
use crate::audio::ReadyInput;
use crate::audio::ReadyOutput;
use crate::audio::Route;
use crate::audio::Running;
use crate::audio::StreamFormat;
use crate::audio::Wake;
use crate::audio::capture::CaptureTap;
use crate::audio::capture::Heard;
use crate::audio::pick;
use crate::audio::playback::PlaybackTap;
use crate::words::message::message;

mod sound;
mod wav;

pub use sound::Again;
pub use sound::Piece;
pub use sound::Sound;

/// Frames a paced device moves at a time, as sound cards are asked to: 21 ms at 48 kHz.
const BLOCK: u64 = 1024;

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A microphone in the simulated room.
#[derive(Debug)]
pub struct SimulatedInput {
    room: SimulatedRoom,
    devices: Vec<Device>,
}

#[derive(Clone, Debug)]
enum SimulatedRoom {
    Paced { sound: Sound, began: Arc<Mutex<Option<Instant>>> },
    ByHand(Arc<Mutex<Bench>>),
}

/// The hand-moved room, and the stream that listens to it now.
struct Bench {
    sound: Sound,
    frames: u64,
    latency: Duration,
    refusal: Option<AudioError>,
    stubborn: Option<AudioError>,
    format: Option<StreamFormat>,
    listening: Option<(CaptureTap, LostFn, StreamFormat)>,
    route: Option<Route>,
    /// Which device is listened to, and which are away.
    listened: String,
    unplugged: Vec<String>,
}

impl std::fmt::Debug for Bench {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Bench").field("frames", &self.frames).field("listening", &self.listening.is_some()).finish_non_exhaustive()
    }
}

impl SimulatedInput {
    /// Plays `sound` at the speed of real time, from the first start on.
    pub fn paced(sound: Sound) -> Self {
        Self { room: SimulatedRoom::Paced { sound, began: Arc::default() }, devices: vec![simulated_device("Simulated microphone")] }
    }

    /// Moves only by the [`MicrophoneHand`].
    pub(crate) fn by_hand(sound: Sound) -> (Self, MicrophoneHand) {
        let bench = Bench {
            sound,
            frames: 0,
            latency: Duration::ZERO,
            refusal: None,
            stubborn: None,
            format: None,
            listening: None,
            route: None,
            listened: String::new(),
            unplugged: Vec::new(),
        };
        let bench = Arc::new(Mutex::new(bench));
        let input = Self { room: SimulatedRoom::ByHand(Arc::clone(&bench)), devices: vec![simulated_device("Simulated microphone")] };
        (input, MicrophoneHand(bench))
    }

    /// The same room with these microphones, by name, which is their id as well; the first is the system's choice.
    #[must_use]
    pub(crate) fn with_devices(mut self, names: &[String]) -> Self {
        let device = |(n, name): (usize, &String)| Device { id: name.clone(), name: name.clone(), is_default: n == 0 };
        self.devices = names.iter().enumerate().map(device).collect();
        self
    }
}

fn simulated_device(name: &str) -> Device {
    Device { id: "simulated".into(), name: name.into(), is_default: true }
}

/// Moves a hand-stepped microphone.
#[derive(Clone, Debug)]
pub struct MicrophoneHand(Arc<Mutex<Bench>>);

impl MicrophoneHand {
    /// Lets the next `frames` of the room (at the stream's rate, or 48 kHz) be heard in one block that ends at `now`. Whether anybody
    /// listened.
    pub fn push(&self, frames: u64, now: Instant) -> bool {
        let bench = &mut *lock(&self.0);
        let from = bench.frames;
        bench.frames += frames;
        let Some((tap, _, format)) = &mut bench.listening else { return false };
        let mut block = Vec::new();
        bench.sound.block(from, frames, *format, &mut block);
        tap.push(&block, Heard { at: now, latency: bench.latency + Frames(frames).duration(format.rate) });
        true
    }

    /// Adds to the time sound takes from the microphone to the callback.
    pub fn set_latency(&self, latency: Duration) {
        lock(&self.0).latency = latency;
    }

    /// Lets the device report `why` by itself.
    pub fn trouble(&self, why: AudioError) {
        if let Some((_, lost, _)) = &mut lock(&self.0).listening {
            lost(why);
        }
    }

    /// Lets the system move the stream to a device of this name, or mute it.
    pub fn reroute(&self, name: &str, muted: Mute) {
        lock(&self.0).route = Some(Route { device: Device { id: name.into(), ..simulated_device(name) }, muted });
    }

    /// Takes the microphone that is listened to away until [`MicrophoneHand::plug_in`]; its stream reports `why`.
    pub(crate) fn unplug(&self, why: AudioError) {
        self.trouble(why);
        let bench = &mut *lock(&self.0);
        bench.unplugged.push(bench.listened.clone());
    }

    /// Brings it back.
    pub(crate) fn plug_in(&self) {
        lock(&self.0).unplugged.clear();
    }

    /// Lets the next negotiation fail.
    pub fn refuse(&self, why: AudioError) {
        lock(&self.0).refusal = Some(why);
    }

    /// Lets the next start fail, after a negotiation that went well.
    pub fn refuse_to_start(&self, why: AudioError) {
        lock(&self.0).stubborn = Some(why);
    }

    /// From the next negotiation on the device delivers this, whatever is wished.
    pub fn insist(&self, format: StreamFormat) {
        lock(&self.0).format = Some(format);
    }

    /// Whether a stream is open: the device is in use.
    pub fn is_listening(&self) -> bool {
        lock(&self.0).listening.is_some()
    }
}

impl AudioInput for SimulatedInput {
    fn list(&self) -> Result<Vec<Device>, AudioError> {
        Ok(self.devices.clone())
    }

    fn negotiate(&self, wish: &InputWish) -> Result<Box<dyn ReadyInput>, AudioError> {
        let device = pick(wish.device.as_deref(), &self.devices)?.clone();
        let mut format = wish.format;
        if let SimulatedRoom::ByHand(bench) = &self.room {
            let bench = &mut *lock(bench);
            if let Some(why) = bench.refusal.take() {
                return Err(why);
            }
            if bench.unplugged.contains(&device.id) {
                return Err(AudioError::NoDevice);
            }
            bench.listened.clone_from(&device.id);
            format = bench.format.unwrap_or(format);
        }
        Ok(Box::new(Ready { room: self.room.clone(), device, format }))
    }
}

struct Ready<R> {
    room: R,
    device: Device,
    format: StreamFormat,
}

impl ReadyInput for Ready<SimulatedRoom> {
    fn format(&self) -> StreamFormat {
        self.format
    }

    fn device(&self) -> Device {
        self.device.clone()
    }

    fn start(self: Box<Self>, tap: CaptureTap, lost: LostFn, _wake: &Wake) -> Result<Box<dyn Running>, AudioError> {
        let format = self.format;
        match self.room {
            SimulatedRoom::ByHand(bench) => {
                if let Some(why) = lock(&bench).stubborn.take() {
                    return Err(why);
                }
                lock(&bench).listening = Some((tap, lost, format));
                Ok(Box::new(Listening(bench)))
            }
            SimulatedRoom::Paced { sound, began } => {
                let began = *lock(&began).get_or_insert_with(Instant::now);
                Ok(Box::new(Paced::spawn("simulated-mic", move |stop| play_into(&sound, format, began, tap, stop))?))
            }
        }
    }
}

/// A hand-stepped stream; gone when dropped.
struct Listening(Arc<Mutex<Bench>>);

impl Running for Listening {
    fn moved(&self) -> Option<Route> {
        lock(&self.0).route.take()
    }
}

impl Drop for Listening {
    fn drop(&mut self) {
        lock(&self.0).listening = None;
    }
}

/// A thread at the speed of real time; told to stop and waited for when dropped.
struct Paced {
    stop: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Paced {
    fn spawn(name: &str, work: impl FnOnce(&Receiver<()>) + Send + 'static) -> Result<Self, AudioError> {
        let (stop, told) = mpsc::channel();
        let thread = thread::Builder::new().name(name.into()).spawn(move || work(&told));
        let thread = thread.map_err(|e| AudioError::Other { detail: message!("sound-no-thread-simulated", why = e.to_string()).into() })?;
        Ok(Self { stop: Some(stop), thread: Some(thread) })
    }
}

impl Running for Paced {}

impl Drop for Paced {
    fn drop(&mut self) {
        drop(self.stop.take());
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// Waits until `at`; whether to go on.
fn wait(stop: &Receiver<()>, at: Instant) -> bool {
    stop.recv_timeout(at.saturating_duration_since(Instant::now())) == Err(RecvTimeoutError::Timeout)
}

fn play_into(sound: &Sound, format: StreamFormat, began: Instant, mut tap: CaptureTap, stop: &Receiver<()>) {
    let mut block = Vec::new();
    // The room has gone on since it began; listening starts with the next whole block.
    let mut at = Frames::in_duration(Instant::now().saturating_duration_since(began), format.rate).0;
    while wait(stop, began + Frames(at + BLOCK).duration(format.rate)) {
        sound.block(at, BLOCK, format, &mut block);
        let now = Instant::now();
        tap.push(&block, Heard { at: now, latency: now.saturating_duration_since(began + Frames(at).duration(format.rate)) });
        at += BLOCK;
    }
}

/// A loudspeaker that nobody hears.
#[derive(Debug)]
pub struct SimulatedOutput {
    ear: Option<Ear>,
    device: Device,
}

/// Pulls from a hand-stepped loudspeaker what would be heard.
#[derive(Clone, Debug, Default)]
pub struct Ear(Arc<Mutex<Listener>>);

#[derive(Default)]
struct Listener {
    sounding: Option<(PlaybackTap, LostFn, StreamFormat)>,
    refusal: Option<AudioError>,
    format: Option<StreamFormat>,
    /// Whether there is no loudspeaker.
    is_away: bool,
    route: Option<Route>,
}

impl std::fmt::Debug for Listener {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Listener").field("sounding", &self.sounding.is_some()).finish_non_exhaustive()
    }
}

impl Ear {
    /// The next `frames` that would be heard from `now` on, interleaved; nothing if no stream is open.
    pub fn pull(&self, frames: usize, now: Instant) -> Vec<f32> {
        let listener = &mut *lock(&self.0);
        let Some((tap, _, format)) = &mut listener.sounding else { return Vec::new() };
        let mut out = vec![0.0; frames * format.width()];
        tap.fill(&mut out, now);
        out
    }

    /// Lets the next negotiation fail.
    pub fn refuse(&self, why: AudioError) {
        lock(&self.0).refusal = Some(why);
    }

    /// From the next negotiation on the device wants this, whatever is wished.
    pub fn insist(&self, format: StreamFormat) {
        lock(&self.0).format = Some(format);
    }

    /// Lets the device report `why` by itself.
    pub fn trouble(&self, why: AudioError) {
        if let Some((_, lost, _)) = &mut lock(&self.0).sounding {
            lost(why);
        }
    }

    /// Lets the system move the stream to a device of this name.
    pub fn reroute(&self, name: &str) {
        lock(&self.0).route = Some(Route { device: Device { id: name.into(), ..simulated_device(name) }, muted: Mute::Off });
    }

    /// Takes the loudspeaker away until [`Ear::bring_back`]; its stream reports `why`.
    pub(crate) fn take_away(&self, why: AudioError) {
        self.trouble(why);
        lock(&self.0).is_away = true;
    }

    /// Brings it back.
    pub(crate) fn bring_back(&self) {
        lock(&self.0).is_away = false;
    }
}

impl SimulatedOutput {
    /// Takes sound at the speed of real time.
    pub fn paced() -> Self {
        Self { ear: None, device: simulated_device("Simulated loudspeaker") }
    }

    /// Takes sound only by the [`Ear`].
    pub(crate) fn by_hand() -> (Self, Ear) {
        let ear = Ear::default();
        (Self { ear: Some(ear.clone()), device: simulated_device("Simulated loudspeaker") }, ear)
    }
}

impl AudioOutput for SimulatedOutput {
    fn list(&self) -> Result<Vec<Device>, AudioError> {
        Ok(vec![self.device.clone()])
    }

    fn negotiate(&self, wish: &OutputWish) -> Result<Box<dyn ReadyOutput>, AudioError> {
        let device = pick(wish.device.as_deref(), std::slice::from_ref(&self.device))?.clone();
        let mut format = wish.format;
        if let Some(Ear(listener)) = &self.ear {
            let listener = &mut *lock(listener);
            if let Some(why) = listener.refusal.take() {
                return Err(why);
            }
            if listener.is_away {
                return Err(AudioError::NoDevice);
            }
            format = listener.format.unwrap_or(format);
        }
        Ok(Box::new(Ready { room: self.ear.clone(), device, format }))
    }
}

impl ReadyOutput for Ready<Option<Ear>> {
    fn format(&self) -> StreamFormat {
        self.format
    }

    fn device(&self) -> Device {
        self.device.clone()
    }

    fn start(self: Box<Self>, mut tap: PlaybackTap, lost: LostFn) -> Result<Box<dyn Running>, AudioError> {
        let format = self.format;
        if let Some(ear) = self.room {
            lock(&ear.0).sounding = Some((tap, lost, format));
            return Ok(Box::new(Sounding(ear)));
        }
        let work = move |stop: &Receiver<()>| {
            let (began, mut at) = (Instant::now(), 0);
            let mut out = vec![0.0_f32; usize::try_from(BLOCK).unwrap_or(0) * format.width()];
            while wait(stop, began + Frames(at).duration(format.rate)) {
                tap.fill(&mut out, began + Frames(at).duration(format.rate));
                at += BLOCK;
            }
        };
        Ok(Box::new(Paced::spawn("simulated-out", work)?))
    }
}

/// A hand-stepped stream to the ear; gone when dropped.
struct Sounding(Ear);

impl Running for Sounding {
    fn moved(&self) -> Option<Route> {
        lock(&self.0.0).route.take()
    }
}

impl Drop for Sounding {
    fn drop(&mut self) {
        lock(&self.0.0).sounding = None;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use crate::audio::capture;
    use crate::audio::gauge::Gauge;
    use std::path::Path;

    use super::*;

    #[test]
    fn every_kind_of_wav_sounds_the_same() {
        for (bits, kind) in [(8, hound::SampleFormat::Int), (16, hound::SampleFormat::Int), (24, hound::SampleFormat::Int)]
            .into_iter()
            .chain([(32, hound::SampleFormat::Int), (32, hound::SampleFormat::Float)])
        {
            let spec = hound::WavSpec { channels: 2, sample_rate: 22_050, bits_per_sample: bits, sample_format: kind };
            let mut bytes = Cursor::new(Vec::new());
            let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
            for _ in 0..2 * 100 {
                match kind {
                    hound::SampleFormat::Float => writer.write_sample(0.25_f32).unwrap(),
                    hound::SampleFormat::Int => writer.write_sample(1_i32 << (bits - 3)).unwrap(),
                }
            }
            writer.finalize().unwrap();
            bytes.set_position(0);
            let sound = Sound::from_wav(bytes, Path::new("room.wav"), Again::Once).unwrap();
            assert_eq!(sound.frames(), Frames(100));
            let mut block = Vec::new();
            sound.block(0, 400, StreamFormat::INTERVIEW, &mut block);
            // 100 frames at 22.05 kHz last 217 frames at 48 kHz.
            assert!(block[..215].iter().all(|s| (s - 0.25).abs() < 1e-6) && block[219..].iter().all(|s| *s == 0.0), "{bits} bits");
        }
        let broken = Sound::from_wav(Cursor::new(b"nothing"), Path::new("room.wav"), Again::Once);
        assert!(matches!(broken, Err(AudioError::NotWav { .. })));
    }

    #[test]
    fn the_room_goes_on_while_nobody_listens() {
        let ramp: Arc<[f32]> = (0..1_000_u16).map(|i| f32::from(i) / 32_768.0).collect();
        let sound = Sound { samples: ramp, format: StreamFormat::INTERVIEW, again: Again::Looped };
        let (input, hand) = SimulatedInput::by_hand(sound);
        let now = Instant::now();
        assert!(!hand.push(300, now));
        let gauge = Arc::new(Gauge::new(now));
        let (tap, mut end) = capture::line(StreamFormat::INTERVIEW, &gauge, Frames(0), 1);
        let running = input.negotiate(&InputWish::default()).unwrap().start(tap, Box::new(|_| {}), &Wake::new().0).unwrap();
        assert!(hand.push(800, now));
        let heard: Vec<i16> = std::iter::from_fn(|| end.ring.pop().ok()).collect();
        assert_eq!(heard, (300..1_000).chain(0..100).collect::<Vec<_>>(), "and begins again");
        drop(running);
        assert!(!hand.is_listening());
    }
}
