//! The sound card. The only file that names cpal.
//!
//! Opens streams, converts their errors into sentences, and hands every block to a tap. It refuses to convert sound: the taps do.
//! Streams are opened and dropped when the tape or the playback thread asks, never on the screen's. A sound server that hangs makes
//! every call to it hang, so each runs on a short-lived thread of its own and is waited for only so long: the tape must be able to
//! close its file whatever the sound system does. libasound writes to standard error; the shell redirects that while the screen runs.
//!
//! Which host: a sound server (`PipeWire`, `PulseAudio`) when one answers, else the system's own. Through a server nobody is locked
//! out, and its protocol costs a tenth of what ALSA's plugin for it does.

#![expect(clippy::disallowed_methods, reason = "the callbacks say when a block was heard")]

use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};

use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{BufferSize, ErrorKind, SampleFormat, StreamConfig, SupportedBufferSize, SupportedStreamConfigRange};

use crate::domain::time::SampleRate;

use super::capture::{CaptureTap, Heard, Sample};
use super::playback::{OutSample, PlaybackTap};
use super::route::{self, Route};
use super::{AudioError, AudioInput, AudioOutput, Device, InputWish, LostFn, OutputWish, ReadyInput, ReadyOutput, Running, StreamFormat};

/// Frames a callback should bring or take: 85 ms from the microphone, 21 ms to the ear, for a seek. Left to itself, `PulseAudio` brings
/// the first data after 3 s, in chunks of 2 s; asked for 85 ms it brings half as much twice as often. Stamps do not depend on it, and
/// each wake-up costs: the client behind cpal (pulseaudio 0.3.2) clears a megabyte every time it reads its socket, which is more than
/// half of what an interview costs.
fn block(way: Way) -> u32 {
    match way {
        Way::In => 4096,
        Way::Out => 1024,
    }
}

/// How long the sound system may take to answer, or to open a stream.
const PATIENCE: Duration = Duration::from_secs(5);

/// How long it may take to close one. What it still delivers then is dropped by the tap.
const FAREWELL: Duration = Duration::from_millis(500);

/// The system's microphones.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemInput;

/// The system's loudspeakers.
#[derive(Clone, Copy, Debug, Default)]
pub struct SystemOutput;

/// Which way the sound goes.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Way {
    In,
    Out,
}

/// A device of cpal's beside our name for it.
struct Found {
    device: Device,
    handle: cpal::Device,
}

fn host() -> Result<cpal::Host, AudioError> {
    // cpal lists hosts in its own order of preference, sound servers first, and only those that answer.
    let hosts = cpal::available_hosts();
    let host = hosts.into_iter().find_map(|id| cpal::host_from_id(id).ok());
    host.ok_or(AudioError::NoDevice)
}

/// The name of the sound system that answers: a sound server's, or the machine's own.
pub fn sound_system() -> Result<&'static str, AudioError> {
    within(PATIENCE, || Ok(host()?.id().name()))
}

fn found(way: Way) -> Result<Vec<Found>, AudioError> {
    let host = host()?;
    let default = match way {
        Way::In => host.default_input_device(),
        Way::Out => host.default_output_device(),
    };
    let default_id = default.as_ref().and_then(|d| d.id().ok()).map(|id| id.to_string());
    let fits = |d: &cpal::Device| match way {
        Way::In => d.supports_input(),
        Way::Out => d.supports_output(),
    };
    let named = |handle: cpal::Device| {
        let id = handle.id().ok()?.to_string();
        if is_converter(&id) {
            return None;
        }
        let name = handle.description().map_or_else(|_| id.clone(), |d| d.name().to_owned());
        let is_default = default_id.as_ref() == Some(&id);
        Some(Found { device: Device { id, name, is_default }, handle })
    };
    let mut all: Vec<Found> = host.devices().map_err(said)?.filter(fits).filter_map(named).collect();
    if !all.iter().any(|f| f.device.is_default) {
        all.extend(default.map(|handle| {
            let id = default_id.clone().unwrap_or_else(|| "default".into());
            let name = handle.description().map_or_else(|_| id.clone(), |d| d.name().to_owned());
            Found { device: Device { id, name, is_default: true }, handle }
        }));
    }
    Ok(all)
}

/// Whether ALSA lists under this id one of its converters, which hears nothing by itself: nobody's microphone, and one line more to
/// read past in a hurry.
fn is_converter(id: &str) -> bool {
    const CONVERTERS: [&str; 9] = ["null", "lavrate", "samplerate", "speexrate", "speex", "upmix", "vdownmix", "jack", "oss"];
    id.strip_prefix("alsa:").is_some_and(|name| CONVERTERS.contains(&name))
}

fn list(way: Way) -> Result<Vec<Device>, AudioError> {
    match within(PATIENCE, move || found(way)) {
        Ok(all) => Ok(all.into_iter().map(|f| f.device).collect()),
        Err(AudioError::NoDevice) => Ok(Vec::new()),
        Err(why) => Err(why),
    }
}

/// The device wished for and the supported configuration nearest to the format wished for.
fn negotiate(way: Way, wish: Option<&str>, format: StreamFormat) -> Result<Ready, AudioError> {
    let all = within(PATIENCE, move || found(way))?;
    let known: Vec<Device> = all.iter().map(|f| f.device.clone()).collect();
    let chosen = super::pick(wish, &known)?.clone();
    let handle = all.into_iter().find(|f| f.device.id == chosen.id).map(|f| f.handle).ok_or(AudioError::NoDevice)?;
    let ranges: Vec<_> = match way {
        Way::In => handle.supported_input_configs().map_err(said)?.collect(),
        Way::Out => handle.supported_output_configs().map_err(said)?.collect(),
    };
    let best = ranges.iter().filter(|r| taste(r.sample_format(), way).is_some()).min_by_key(|r| distance(r, format, way));
    let best = best.ok_or_else(|| AudioError::Unsupported { detail: format!("{} has no usable format", chosen.name) })?;
    let hertz = format.rate.hertz().clamp(best.min_sample_rate(), best.max_sample_rate());
    let rate = SampleRate::new(hertz).unwrap_or(SampleRate::STUDIO);
    let buffer_size = match *best.buffer_size() {
        SupportedBufferSize::Range { min, max } if min <= max => BufferSize::Fixed(block(way).clamp(min, max)),
        _ => BufferSize::Fixed(block(way)),
    };
    Ok(Ready {
        config: StreamConfig { channels: best.channels(), sample_rate: hertz, buffer_size },
        sample: best.sample_format(),
        format: StreamFormat { rate, channels: best.channels() },
        device: chosen,
        handle,
    })
}

/// How far a configuration is from the wish: rate first (resampling is not undone), then channels, then the kind of sample.
fn distance(range: &SupportedStreamConfigRange, wish: StreamFormat, way: Way) -> (u32, u32, u32) {
    let hertz = wish.rate.hertz();
    let rate = hertz.abs_diff(hertz.clamp(range.min_sample_rate(), range.max_sample_rate()));
    let (have, want) = (u32::from(range.channels()), u32::from(wish.channels));
    // Too few channels lose something, too many only cost space.
    let channels = if have < want { 100 * (want - have) } else { have - want };
    (rate, channels, taste(range.sample_format(), way).unwrap_or(u32::MAX))
}

/// Which kinds of sample are taken, best first.
fn taste(format: SampleFormat, way: Way) -> Option<u32> {
    let order: &[SampleFormat] = match way {
        Way::In => &[
            SampleFormat::I16,
            SampleFormat::F32,
            SampleFormat::I32,
            SampleFormat::I24,
            SampleFormat::F64,
            SampleFormat::U16,
            SampleFormat::U8,
            SampleFormat::I8,
        ],
        Way::Out => &[SampleFormat::F32, SampleFormat::I16, SampleFormat::I32, SampleFormat::U8],
    };
    order.iter().position(|f| *f == format).and_then(|i| u32::try_from(i).ok())
}

/// A device whose configuration is settled.
struct Ready {
    handle: cpal::Device,
    device: Device,
    config: StreamConfig,
    sample: SampleFormat,
    format: StreamFormat,
}

/// An open stream. Dropping it stops it and releases the device.
struct Open {
    stream: Option<cpal::Stream>,
    watch: Option<route::Watch>,
}

impl Running for Open {
    fn moved(&self) -> Option<Route> {
        self.watch.as_ref().and_then(route::Watch::change)
    }
}

impl Drop for Open {
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
    let spawned = thread::Builder::new().name("sound-system".into()).spawn(move || {
        answer.send(work()).ok();
    });
    spawned.map_err(|e| AudioError::Other { detail: format!("no thread to ask it on: {e}") })?;
    let late = |_| AudioError::Lost { detail: format!("the sound system did not answer within {} s", most.as_secs_f32()) };
    answered.recv_timeout(most).map_err(late)?
}

impl AudioInput for SystemInput {
    fn list(&self) -> Result<Vec<Device>, AudioError> {
        list(Way::In)
    }

    fn negotiate(&self, wish: &InputWish) -> Result<Box<dyn ReadyInput>, AudioError> {
        Ok(Box::new(negotiate(Way::In, wish.device.as_deref(), wish.format)?))
    }
}

impl AudioOutput for SystemOutput {
    fn list(&self) -> Result<Vec<Device>, AudioError> {
        list(Way::Out)
    }

    fn negotiate(&self, wish: &OutputWish) -> Result<Box<dyn ReadyOutput>, AudioError> {
        Ok(Box::new(negotiate(Way::Out, wish.device.as_deref(), wish.format)?))
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

    fn start(self: Box<Self>, tap: CaptureTap, lost: LostFn) -> Result<Box<dyn Running>, AudioError> {
        match self.sample {
            SampleFormat::I16 => self.capture::<i16>(tap, lost),
            SampleFormat::F32 => self.capture::<f32>(tap, lost),
            SampleFormat::I32 => self.capture::<i32>(tap, lost),
            SampleFormat::I24 => self.capture::<cpal::I24>(tap, lost),
            SampleFormat::F64 => self.capture::<f64>(tap, lost),
            SampleFormat::U16 => self.capture::<u16>(tap, lost),
            SampleFormat::U8 => self.capture::<u8>(tap, lost),
            SampleFormat::I8 => self.capture::<i8>(tap, lost),
            other => Err(AudioError::Unsupported { detail: format!("samples of kind {other}") }),
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
            other => Err(AudioError::Unsupported { detail: format!("samples of kind {other}") }),
        }
    }
}

impl Ready {
    fn capture<S: Sample + cpal::SizedSample>(self, mut tap: CaptureTap, lost: LostFn) -> Result<Box<dyn Running>, AudioError> {
        let data = move |block: &[S], info: &cpal::InputCallbackInfo| {
            let stamp = info.timestamp();
            let latency = stamp.callback.saturating_duration_since(stamp.capture);
            tap.push(block, Heard { at: Instant::now(), latency });
        };
        let stream = started(move || self.handle.build_input_stream(self.config, data, pass_on(lost), None))?;
        Ok(Box::new(Open { stream: Some(stream), watch: route::watch(&self.device.id) }))
    }

    fn sound<S: OutSample + cpal::SizedSample>(self, mut tap: PlaybackTap, lost: LostFn) -> Result<Box<dyn Running>, AudioError> {
        let data = move |block: &mut [S], info: &cpal::OutputCallbackInfo| {
            let stamp = info.timestamp();
            tap.fill(block, Instant::now() + stamp.playback.saturating_duration_since(stamp.callback));
        };
        let stream = started(move || self.handle.build_output_stream(self.config, data, pass_on(lost), None))?;
        Ok(Box::new(Open { stream: Some(stream), watch: None }))
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
        ErrorKind::DeviceChanged => lost(AudioError::Moved { detail: error.to_string() }),
        ErrorKind::PermissionDenied => lost(AudioError::Denied { detail: error.to_string() }),
        _ => lost(AudioError::Lost { detail: error.to_string() }),
    }
}

/// What cpal says while opening, in our words.
#[expect(clippy::needless_pass_by_value, reason = "it is given to `map_err`")]
fn said(error: cpal::Error) -> AudioError {
    let detail = error.to_string();
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
