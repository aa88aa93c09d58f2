//! A microphone's stream: opened with a ring of its own, watched for what it does not say, and let go of in the right order. On the tape
//! thread.

use std::sync::Arc;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::time::Duration;
use std::time::Instant;

use crate::audio::AudioError;
use crate::audio::CaptureReport;
use crate::audio::Device;
use crate::audio::LostFn;
use crate::audio::Mute;
use crate::audio::ReadyInput;
use crate::audio::Route;
use crate::audio::Running;
use crate::audio::Wake;
use crate::audio::capture;
use crate::audio::capture::CaptureEnd;
use crate::audio::capture::RING_SECONDS;
use crate::audio::gauge::Gauge;
use crate::audio::tape::Tape;
use crate::words::message::Value;
use crate::words::message::message;

/// How long a microphone may deliver nothing before it counts as gone: so that it is said within two seconds, and many times what a busy
/// machine keeps a block waiting. The error callback is no health signal: a killed sound server was seen to end the callbacks without a word.
const GONE: Duration = Duration::from_millis(1_500);

/// How long the first block may take: Bluetooth headsets change their profile first.
const FIRST: Duration = Duration::from_secs(5);

/// How long the last words before going off the record may be on their way: two blocks and what a sound server adds.
const LAST_WORDS: Duration = Duration::from_millis(250);

/// How often they are looked for.
const GLANCE: Duration = Duration::from_millis(5);

/// How long a device may take to let go of its tap once its stream was dropped.
const FAREWELL: Duration = Duration::from_millis(500);

/// A stream at work and what it may say by itself.
pub(super) struct OpenStream {
    /// Dropping it releases the device.
    running: Box<dyn Running>,
    /// The id of what it was opened on, and what it hears by now.
    pub(super) opened_on: String,
    pub(super) device: Device,
    pub(super) muted: Mute,
    trouble: Receiver<AudioError>,
    since: Instant,
}

/// Opens the stream with a ring of its own.
pub(super) fn open(
    ready: Box<dyn ReadyInput>,
    gauge: &Arc<Gauge>,
    wake: &Wake,
    now: Instant,
) -> Result<(OpenStream, CaptureEnd), AudioError> {
    let (tap, end) = capture::line(ready.format(), gauge, gauge.frames(), RING_SECONDS);
    let device = ready.device();
    let (tell, trouble) = mpsc::channel();
    let lost: LostFn = Box::new(move |why| {
        tell.send(why).ok();
    });
    let running = ready.start(tap, lost, wake).inspect_err(|_| gauge.close())?;
    Ok((OpenStream { running, opened_on: device.id.clone(), device, muted: Mute::Off, trouble, since: now }, end))
}

impl OpenStream {
    /// Whether it says when sound has come.
    pub(super) fn wakes(&self) -> bool {
        self.running.wakes()
    }
}

/// Off the record, in this order: the last words arrive, the tap stops taking, the device is released, the tap is waited for, the rest
/// is drained.
pub(super) fn release(stream: OpenStream, gauge: &Gauge, tape: &mut Tape) {
    let mut patience = LAST_WORDS;
    while !gauge.has_all_before_cut() && !patience.is_zero() && tape.is_fed_within(GLANCE) {
        patience = patience.saturating_sub(GLANCE);
    }
    gauge.close();
    drop(stream.running);
    tape.wait_for_tap(FAREWELL);
    tape.detach();
}

/// Whether the microphone is gone, and why. Passes on what is no reason to stop.
pub(super) fn gone(stream: &mut OpenStream, gauge: &Gauge, reports: &Sender<CaptureReport>, now: Instant) -> Option<AudioError> {
    for why in stream.trouble.try_iter() {
        if !matches!(why, AudioError::Moved { .. }) {
            return Some(why);
        }
        reports.send(CaptureReport::Moved { to: None }).ok();
    }
    if let Some(Route { device, muted }) = stream.running.moved() {
        if device.id != stream.device.id {
            stream.device = device.clone();
            reports.send(CaptureReport::Moved { to: Some(device) }).ok();
        }
        if muted != stream.muted {
            stream.muted = muted;
            reports.send(CaptureReport::Muted(muted)).ok();
        }
    }
    let (silence, limit) = match gauge.silent_for(now) {
        Some(silence) => (silence, GONE),
        None => (now.saturating_duration_since(stream.since), FIRST),
    };
    let detail = || message!("sound-nothing-came", seconds = Value::Decimal(silence.as_secs_f64(), 1));
    (silence >= limit).then(|| AudioError::Lost { detail: detail().into() })
}
