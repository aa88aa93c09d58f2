//! The sound card. The only file that names cpal.
//!
//! Opens streams, converts their errors into sentences, and hands every block to a tap. It refuses to convert sound: the taps do.
//! Streams are opened and dropped when the tape or the playback thread asks, never on the screen's. A sound server that hangs makes
//! every call to it hang, so each runs on a short-lived thread of its own and is waited for only so long: the tape must be able to
//! close its file whatever the sound system does. libasound writes to standard error; the shell redirects that while the screen runs.
//!
//! Which host: a sound server (`PulseAudio`, `PipeWire`) when one lets us in ([`crate::audio::pulse`]), else the system's own. Through a server
//! nobody is locked out, and its protocol costs a tenth of what ALSA's plugin for it does. A server that is there and is passed over is
//! said, with the reason: whoever falls back to ALSA in silence records another microphone than the one that was meant.

#![expect(clippy::disallowed_methods, reason = "the callbacks say when a block was heard")]

use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use cpal::BufferSize;
use cpal::ErrorKind;
use cpal::SampleFormat;
use cpal::StreamConfig;
use cpal::SupportedBufferSize;
use cpal::SupportedStreamConfigRange;
use cpal::traits::DeviceTrait;
use cpal::traits::HostTrait;
use cpal::traits::StreamTrait;

use crate::audio::detail::Detail;
use crate::domain::time::SampleRate;

use crate::audio::AudioError;
use crate::audio::AudioInput;
use crate::audio::AudioOutput;
use crate::audio::Device;
use crate::audio::Direction;
use crate::audio::InputWish;
use crate::audio::LostFn;
use crate::audio::OutputWish;
use crate::audio::ReadyInput;
use crate::audio::ReadyOutput;
use crate::audio::Route;
use crate::audio::Running;
use crate::audio::StreamFormat;
use crate::audio::Wake;
use crate::audio::capture::CaptureTap;
use crate::audio::capture::Heard;
use crate::audio::capture::Sample;
use crate::audio::playback::OutSample;
use crate::audio::playback::PlaybackTap;
#[cfg(target_os = "linux")]
use crate::audio::pulse;
use crate::words::message::message;
use crate::words::say;
use crate::words::speaking;
use crate::words::spoken;

/// Frames a callback should bring or take: 85 ms from the microphone, 21 ms to the ear, for a seek. Left to itself, `PulseAudio` brings
/// the first data after 3 s, in chunks of 2 s; asked for 85 ms it brings less twice as often. `PipeWire` brings just as much as it is asked
/// for, and holds back twice as much again, so it is asked for a quarter. Stamps do not depend on it; what a killed program loses does, and
/// what an interview costs.
fn block(way: Direction, system: &SoundSystem) -> u32 {
    match way {
        Direction::In if system.name.contains("PipeWire") => 1024,
        Direction::In => 4096,
        Direction::Out => 1024,
    }
}

/// How long the sound system may take to answer, or to open a stream: longer than a server's door is knocked at.
const PATIENCE: Duration = Duration::from_secs(9);

/// How long it may take to close one. What it still delivers then is dropped by the tap.
const FAREWELL: Duration = Duration::from_millis(500);

/// The system's microphones.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemInput;

/// The system's loudspeakers.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemOutput;

/// A device of cpal's beside our name for it.
struct Candidate {
    device: Device,
    handle: cpal::Device,
}

/// The sound system that is used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SoundSystem {
    /// What it calls itself.
    pub name: String,
    /// Whether it is a server, through which nobody is locked out of a device.
    pub is_server: bool,
    /// Why a server that seemed to be there is not used.
    pub passed_over: Option<String>,
}

/// A sound system and its devices.
struct Reached {
    system: SoundSystem,
    host: cpal::Host,
}

/// The sound server, if there is one that lets us in; else what the system has of its own.
fn reach() -> Result<Reached, AudioError> {
    #[cfg(target_os = "linux")]
    let passed_over = match pulse::Server::reach() {
        Ok(server) => {
            let system = SoundSystem { name: server.name().to_owned(), is_server: true, passed_over: None };
            return Ok(Reached { system, host: cpal::platform::CustomHost::from_host(server).into() });
        }
        Err(pulse::Unreached::NoServer) => None,
        Err(why) => Some(why.to_string()),
    };
    #[cfg(not(target_os = "linux"))]
    let passed_over = None;
    // cpal lists hosts in its own order of preference, and only those that could answer.
    for id in cpal::available_hosts() {
        if let Ok(host) = cpal::host_from_id(id) {
            let name = id.name().to_owned();
            return Ok(Reached { system: SoundSystem { name, is_server: false, passed_over }, host });
        }
    }
    Err(AudioError::NoDevice)
}

/// The sound system that is used, and why no other is.
pub(crate) fn sound_system() -> Result<SoundSystem, AudioError> {
    within(PATIENCE, || Ok(reach()?.system))
}

/// The microphones there are, and what there is to say about where they are looked for.
pub fn microphones() -> Result<(Vec<Device>, Option<String>), AudioError> {
    let (found, system) = match within(PATIENCE, || found(Direction::In)) {
        Ok((found, system)) => (found, Some(system)),
        Err(AudioError::NoDevice) => (Vec::new(), None),
        Err(why) => return Err(why),
    };
    let remark = system.and_then(|system| Some(say!("sound-used-instead", why = system.passed_over?, system = system.name)));
    Ok((found.into_iter().map(|f| f.device).collect(), remark))
}

/// A device's id as it is kept: cpal calls our own host's devices otherwise than the server's own were called before.
fn id_of(handle: &cpal::Device) -> Option<String> {
    let id = handle.id().ok()?.to_string();
    #[cfg(target_os = "linux")]
    if let Some(own) = id.strip_prefix("custom:") {
        return Some(format!("{}{own}", pulse::PREFIX));
    }
    Some(id)
}

fn found(way: Direction) -> Result<(Vec<Candidate>, SoundSystem), AudioError> {
    let Reached { system, host } = reach()?;
    let default = match way {
        Direction::In => host.default_input_device(),
        Direction::Out => host.default_output_device(),
    };
    let default_id = default.as_ref().and_then(id_of);
    let fits = |d: &cpal::Device| match way {
        Direction::In => d.supports_input(),
        Direction::Out => d.supports_output(),
    };
    let named = |handle: cpal::Device| {
        let id = id_of(&handle)?;
        if is_converter(&id) {
            return None;
        }
        let name = handle.description().map_or_else(|_| id.clone(), |d| d.name().to_owned());
        let is_default = default_id.as_ref() == Some(&id);
        Some(Candidate { device: Device { id, name, is_default }, handle })
    };
    let mut all: Vec<Candidate> = host.devices().map_err(said)?.filter(fits).filter_map(named).collect();
    if !all.iter().any(|f| f.device.is_default) {
        all.extend(default.map(|handle| {
            let id = default_id.clone().unwrap_or_else(|| "default".into());
            let name = handle.description().map_or_else(|_| id.clone(), |d| d.name().to_owned());
            Candidate { device: Device { id, name, is_default: true }, handle }
        }));
    }
    Ok((all, system))
}

/// Whether ALSA lists under this id one of its converters, which hears nothing by itself: nobody's microphone, and one line more to
/// read past in a hurry.
fn is_converter(id: &str) -> bool {
    const CONVERTERS: [&str; 9] = ["null", "lavrate", "samplerate", "speexrate", "speex", "upmix", "vdownmix", "jack", "oss"];
    id.strip_prefix("alsa:").is_some_and(|name| CONVERTERS.contains(&name))
}

/// The device wished for and the supported configuration nearest to the format wished for.
fn negotiate(way: Direction, wish: Option<&str>, format: StreamFormat) -> Result<Ready, AudioError> {
    let (all, system) = within(PATIENCE, move || found(way))?;
    let known: Vec<Device> = all.iter().map(|f| f.device.clone()).collect();
    let chosen = crate::audio::pick(wish, &known)?.clone();
    let handle = all.into_iter().find(|f| f.device.id == chosen.id).map(|f| f.handle).ok_or(AudioError::NoDevice)?;
    let ranges: Vec<_> = match way {
        Direction::In => handle.supported_input_configs().map_err(said)?.collect(),
        Direction::Out => handle.supported_output_configs().map_err(said)?.collect(),
    };
    let best = ranges.iter().filter(|r| taste(r.sample_format(), way).is_some()).min_by_key(|r| distance(r, format, way));
    let best = best.ok_or_else(|| AudioError::Unsupported { detail: message!("sound-no-format", device = &chosen.name).into() })?;
    let hertz = format.rate.hertz().clamp(best.min_sample_rate(), best.max_sample_rate());
    let rate = SampleRate::new(hertz).unwrap_or(SampleRate::STUDIO);
    let buffer_size = match *best.buffer_size() {
        SupportedBufferSize::Range { min, max } if min <= max => BufferSize::Fixed(block(way, &system).clamp(min, max)),
        _ => BufferSize::Fixed(block(way, &system)),
    };
    Ok(Ready {
        config: StreamConfig { channels: best.channels(), sample_rate: hertz, buffer_size },
        sample: best.sample_format(),
        format: StreamFormat { rate, channels: best.channels() },
        device: chosen,
        #[cfg(target_os = "linux")]
        choice: if wish.is_some() { ChosenBy::Somebody } else { ChosenBy::System },
        handle,
    })
}

/// How far a configuration is from the wish: rate first (resampling is not undone), then channels, then the kind of sample.
fn distance(range: &SupportedStreamConfigRange, wish: StreamFormat, way: Direction) -> (u32, u32, u32) {
    let hertz = wish.rate.hertz();
    let rate = hertz.abs_diff(hertz.clamp(range.min_sample_rate(), range.max_sample_rate()));
    let (have, want) = (u32::from(range.channels()), u32::from(wish.channels));
    // Too few channels lose something, too many only cost space.
    let channels = if have < want { 100 * (want - have) } else { have - want };
    (rate, channels, taste(range.sample_format(), way).unwrap_or(u32::MAX))
}

/// Which kinds of sample are taken, best first.
fn taste(format: SampleFormat, way: Direction) -> Option<u32> {
    let order: &[SampleFormat] = match way {
        Direction::In => &[
            SampleFormat::I16,
            SampleFormat::F32,
            SampleFormat::I32,
            SampleFormat::I24,
            SampleFormat::F64,
            SampleFormat::U16,
            SampleFormat::U8,
            SampleFormat::I8,
        ],
        Direction::Out => &[SampleFormat::F32, SampleFormat::I16, SampleFormat::I32, SampleFormat::U8],
    };
    order.iter().position(|f| *f == format).and_then(|i| u32::try_from(i).ok())
}

/// Whose choice a device is: a server that moves streams must know.
#[cfg(target_os = "linux")]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum ChosenBy {
    /// The system's, which may think better of it.
    System,
    /// Somebody's: it is this one or none.
    Somebody,
}

/// A device whose configuration is settled.
struct Ready {
    handle: cpal::Device,
    device: Device,
    #[cfg(target_os = "linux")]
    choice: ChosenBy,
    config: StreamConfig,
    sample: SampleFormat,
    format: StreamFormat,
}

/// An open stream. Dropping it stops it and releases the device.
struct OpenDevice {
    stream: Option<cpal::Stream>,
    /// Where the sound comes from by now, from a server that says so.
    route: Option<Receiver<Route>>,
}

impl Running for OpenDevice {
    fn moved(&self) -> Option<Route> {
        self.route.as_ref()?.try_iter().last()
    }

    fn wakes(&self) -> bool {
        self.route.is_some()
    }
}

impl Drop for OpenDevice {
    fn drop(&mut self) {
        let stream = self.stream.take();
        let closed = within(FAREWELL, move || {
            drop(stream);
            Ok(())
        });
        // Late is late: the thread goes on closing, and the tap takes nothing any more.
        closed.ok();
    }
}

/// Does `work` on a thread of its own and waits for it no longer than `most`. What comes later is dropped there.
fn within<T: Send + 'static>(most: Duration, work: impl FnOnce() -> Result<T, AudioError> + Send + 'static) -> Result<T, AudioError> {
    let (answer, answered) = mpsc::channel();
    let words = spoken();
    let spawned = thread::Builder::new().name("sound-system".into()).spawn(move || {
        answer.send(speaking(words, work)).ok();
    });
    spawned.map_err(|e| AudioError::Other { detail: message!("sound-no-thread-ask", why = e.to_string()).into() })?;
    let late = |_| AudioError::Lost { detail: message!("sound-no-answer", seconds = most.as_secs_f32().to_string()).into() };
    answered.recv_timeout(most).map_err(late)?
}

impl AudioInput for SystemInput {
    fn list(&self) -> Result<Vec<Device>, AudioError> {
        microphones().map(|(devices, _)| devices)
    }

    fn negotiate(&self, wish: &InputWish) -> Result<Box<dyn ReadyInput>, AudioError> {
        Ok(Box::new(negotiate(Direction::In, wish.device.as_deref(), wish.format)?))
    }
}

impl AudioOutput for SystemOutput {
    fn list(&self) -> Result<Vec<Device>, AudioError> {
        match within(PATIENCE, || found(Direction::Out)) {
            Ok((all, _)) => Ok(all.into_iter().map(|f| f.device).collect()),
            Err(AudioError::NoDevice) => Ok(Vec::new()),
            Err(why) => Err(why),
        }
    }

    fn negotiate(&self, wish: &OutputWish) -> Result<Box<dyn ReadyOutput>, AudioError> {
        Ok(Box::new(negotiate(Direction::Out, wish.device.as_deref(), wish.format)?))
    }
}

impl Sample for cpal::I24 {
    #[expect(clippy::cast_possible_truncation, reason = "after rounding, the upper 16 of 24 bits are what is left")]
    fn to_i16(self) -> i16 {
        ((self.inner() + (1 << 7)) >> 8).min(i32::from(i16::MAX)) as i16
    }
}

impl ReadyInput for Ready {
    fn format(&self) -> StreamFormat {
        self.format
    }

    fn device(&self) -> Device {
        self.device.clone()
    }

    fn start(self: Box<Self>, tap: CaptureTap, lost: LostFn, wake: &Wake) -> Result<Box<dyn Running>, AudioError> {
        match self.sample {
            SampleFormat::I16 => self.capture::<i16>(tap, lost, wake),
            SampleFormat::F32 => self.capture::<f32>(tap, lost, wake),
            SampleFormat::I32 => self.capture::<i32>(tap, lost, wake),
            SampleFormat::I24 => self.capture::<cpal::I24>(tap, lost, wake),
            SampleFormat::F64 => self.capture::<f64>(tap, lost, wake),
            SampleFormat::U16 => self.capture::<u16>(tap, lost, wake),
            SampleFormat::U8 => self.capture::<u8>(tap, lost, wake),
            SampleFormat::I8 => self.capture::<i8>(tap, lost, wake),
            other => Err(AudioError::Unsupported { detail: message!("sound-odd-samples", kind = other.to_string()).into() }),
        }
    }
}

impl ReadyOutput for Ready {
    fn format(&self) -> StreamFormat {
        self.format
    }

    fn device(&self) -> Device {
        self.device.clone()
    }

    fn start(self: Box<Self>, tap: PlaybackTap, lost: LostFn) -> Result<Box<dyn Running>, AudioError> {
        match self.sample {
            SampleFormat::F32 => self.sound::<f32>(tap, lost),
            SampleFormat::I16 => self.sound::<i16>(tap, lost),
            SampleFormat::I32 => self.sound::<i32>(tap, lost),
            SampleFormat::U8 => self.sound::<u8>(tap, lost),
            other => Err(AudioError::Unsupported { detail: message!("sound-odd-samples", kind = other.to_string()).into() }),
        }
    }
}

impl Ready {
    fn capture<S: Sample + cpal::SizedSample>(
        self,
        mut tap: CaptureTap,
        lost: LostFn,
        wake: &Wake,
    ) -> Result<Box<dyn Running>, AudioError> {
        let data = move |block: &[S], info: &cpal::InputCallbackInfo| {
            let stamp = info.timestamp();
            let latency = stamp.callback.saturating_duration_since(stamp.capture);
            tap.push(block, Heard { at: Instant::now(), latency });
        };
        let (handle, route) = self.watched(Direction::In, wake);
        let stream = started(move || handle.build_input_stream(self.config, data, pass_on(lost), None))?;
        Ok(Box::new(OpenDevice { stream: Some(stream), route }))
    }

    /// The device as a stream is built on it, and where a server that can says what becomes of it.
    #[cfg(target_os = "linux")]
    fn watched(&self, direction: Direction, wake: &Wake) -> (cpal::Device, Option<Receiver<Route>>) {
        let Some(id) = self.device.id.strip_prefix(pulse::PREFIX) else { return (self.handle.clone(), None) };
        let (route, told) = mpsc::channel();
        let way = pulse::WayBack { route, wake: wake.clone() };
        let manner = match self.choice {
            ChosenBy::System => pulse::Manner::Systems(way),
            ChosenBy::Somebody => pulse::Manner::Pinned(way),
        };
        let end = pulse::Endpoint::called(direction, id, manner);
        (cpal::platform::CustomDevice::from_device(end).into(), Some(told))
    }

    #[cfg(not(target_os = "linux"))]
    fn watched(&self, _: Direction, _: &Wake) -> (cpal::Device, Option<Receiver<Route>>) {
        (self.handle.clone(), None)
    }

    fn sound<S: OutSample + cpal::SizedSample>(self, mut tap: PlaybackTap, lost: LostFn) -> Result<Box<dyn Running>, AudioError> {
        let data = move |block: &mut [S], info: &cpal::OutputCallbackInfo| {
            let stamp = info.timestamp();
            tap.fill(block, Instant::now() + stamp.playback.saturating_duration_since(stamp.callback));
        };
        // Who plays looks by itself.
        let (handle, route) = self.watched(Direction::Out, &Wake::new().0);
        let stream = started(move || handle.build_output_stream(self.config, data, pass_on(lost), None))?;
        Ok(Box::new(OpenDevice { stream: Some(stream), route }))
    }
}

/// Streams do not start by themselves, and starting one waits for the server.
fn started(build: impl FnOnce() -> Result<cpal::Stream, cpal::Error> + Send + 'static) -> Result<cpal::Stream, AudioError> {
    within(PATIENCE, move || {
        let stream = build().map_err(said)?;
        stream.play().map_err(said)?;
        Ok(stream)
    })
}

/// Only what ends or moves a stream is passed on; an overrun shows as missing frames, and a refused priority is not heard.
fn pass_on(mut lost: LostFn) -> impl FnMut(cpal::Error) + Send {
    move |error| match error.kind() {
        ErrorKind::Xrun | ErrorKind::RealtimeDenied => {}
        ErrorKind::DeviceChanged => lost(AudioError::Moved { detail: detail(&error) }),
        ErrorKind::PermissionDenied => lost(AudioError::Denied { detail: detail(&error) }),
        _ => lost(AudioError::Lost { detail: detail(&error) }),
    }
}

/// What cpal says beyond the kind of an error.
fn detail(error: &cpal::Error) -> Detail {
    let text = error.to_string();
    #[cfg(target_os = "linux")]
    if let Some(ours) = pulse::Own::of(&text) {
        return ours.words().into();
    }
    text.into()
}

/// What cpal says while opening, in our words.
#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn said(error: cpal::Error) -> AudioError {
    let detail = detail(&error);
    match error.kind() {
        ErrorKind::DeviceBusy => AudioError::Busy { detail },
        ErrorKind::PermissionDenied => AudioError::Denied { detail },
        // ALSA lists a default device on a machine that has none; only opening it tells.
        ErrorKind::HostUnavailable | ErrorKind::DeviceNotAvailable => AudioError::NoDevice,
        ErrorKind::StreamInvalidated => AudioError::Lost { detail },
        ErrorKind::UnsupportedConfig | ErrorKind::UnsupportedOperation | ErrorKind::InvalidInput => AudioError::Unsupported { detail },
        _ => AudioError::Other { detail },
    }
}
