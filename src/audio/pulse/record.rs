//! The thread on a recording stream's socket: sound goes to cpal's callback as it comes, and what the server says of the stream to whoever
//! wants to know.
//!
//! A microphone that somebody chose is not moved: if its device goes, the server ends the stream, and that is an error. The system's own
//! choice may move, and where it is by now is told at once, and whether it is muted there.

#![expect(clippy::disallowed_methods, reason = "it says when sound came")]

use std::ffi::CString;
use std::io;
use std::io::BufReader;
use std::io::Cursor;
use std::os::unix::net::UnixStream;
use std::sync::Mutex;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::time::Duration;
use std::time::Instant;
use std::time::SystemTime;

use crate::audio::pulse::flow::corked;
use crate::audio::pulse::flow::uncorked;
use cpal::Data;
use cpal::Error;
use cpal::ErrorKind;
use cpal::InputCallbackInfo;
use cpal::InputStreamTimestamp;
use pulseaudio::protocol;
use pulseaudio::protocol::Command;
use pulseaudio::protocol::CreateRecordStreamReply;
use pulseaudio::protocol::LatencyParams;
use pulseaudio::protocol::ProtocolError;
use pulseaudio::protocol::RecordLatency;
use pulseaudio::protocol::RecordStreamParams;
use pulseaudio::protocol::stream::BufferAttr;
use pulseaudio::protocol::stream::StreamFlags;

use crate::audio::StreamFormat;
use crate::audio::pulse::data::as_data;
use crate::audio::pulse::ear::Came;
use crate::audio::pulse::ear::Hearing;
use crate::audio::pulse::ear::ServerClock;
use crate::audio::pulse::ear::Verdict;
use crate::audio::pulse::end::Endpoint;
use crate::audio::pulse::flow::Flow;
use crate::audio::pulse::flow::Made;
use crate::audio::pulse::flow::channel_map;
use crate::audio::pulse::flow::instant;
use crate::audio::pulse::flow::nanos;
use crate::audio::pulse::flow::said;
use crate::audio::pulse::flow::sample_spec;
use crate::audio::pulse::flow::send;
use crate::audio::pulse::own::Own;
use crate::audio::pulse::routing::Heeded;
use crate::audio::pulse::routing::Routing;
use crate::words::say;

/// How often the server is asked how far the stream is. What lies between is steady: it only has to follow two clocks apart.
const ASK_EVERY: Duration = Duration::from_secs(1);

/// How long starting waits for the first sound.
const FIRST: Duration = Duration::from_secs(2);

/// The numbers of the questions that are asked while sound comes.
mod question {
    pub(super) const LATENCY: u32 = 1_001;
    pub(super) const CORK: u32 = 1_002;
}

/// A stream that was made, and is silent until it is started.
pub(super) struct Recording {
    flow: Flow,
    channel: u32,
    /// Sound has come for the first time.
    first: Mutex<Receiver<()>>,
}

impl Recording {
    /// Makes a stream of blocks of so many frames on `end`.
    pub(super) fn new<D, E>(end: &Endpoint, format: StreamFormat, block: u32, data: D, error: E) -> Result<Self, Error>
    where
        D: FnMut(&Data, &InputCallbackInfo) + Send + 'static,
        E: FnMut(Error) + Send + 'static,
    {
        let made: Made<CreateRecordStreamReply> = Made::of(&Command::CreateRecordStream(wish(end, format, block)))?;
        let Made { reply, reader, writer, version } = made;
        let (came_first, first) = mpsc::channel();
        let (started, socket) = (Instant::now(), writer.try_clone().map_err(|why| said(why.into()))?);
        let mut watch = Watch {
            ear: Hearing::new(reply.channel, format),
            reader,
            writer,
            version,
            format,
            channel: reply.channel,
            routing: Routing::new(end, reply.channel, reply.stream_index, reply.sink_index),
            clock: ServerClock::default(),
            asked: None,
            answered: None,
            started,
            end: end.clone(),
            first: Some(came_first),
        };
        let block = reply.buffer_attr.fragment_size / (2 * u32::from(format.channels.max(1)));
        let flow = Flow::begin("pulse in", (socket, version), block, started, move || watch.run(data), error)?;
        Ok(Self { flow, channel: reply.channel, first: Mutex::new(first) })
    }

    /// What it has in common with one that plays.
    pub(super) fn flow(&self) -> &Flow {
        &self.flow
    }

    /// Lets sound come and waits for the first of it; not for long: a microphone that is silent is found out otherwise.
    pub(super) fn start(&self) -> Result<(), Error> {
        self.flow.send(question::CORK, &Command::CorkRecordStream(uncorked(self.channel)))?;
        if let Ok(first) = self.first.lock() {
            first.recv_timeout(FIRST).ok();
        }
        Ok(())
    }

    /// Holds it.
    pub(super) fn hold(&self) -> Result<(), Error> {
        self.flow.send(question::CORK, &Command::CorkRecordStream(corked(self.channel)))
    }
}

fn wish(end: &Endpoint, format: StreamFormat, block: u32) -> RecordStreamParams {
    let bytes = block.saturating_mul(2 * u32::from(format.channels.max(1)));
    let mut props = protocol::Props::new();
    props.set(protocol::Prop::MediaName, CString::new(say!("pulse-records")).unwrap_or_default());
    RecordStreamParams {
        sample_spec: sample_spec(format),
        channel_map: channel_map(format.channels),
        source_name: Some(end.asked_for()),
        buffer_attr: BufferAttr { fragment_size: bytes, ..BufferAttr::default() },
        flags: StreamFlags { start_corked: true, adjust_latency: true, no_move: end.is_pinned(), ..StreamFlags::default() },
        props,
        ..RecordStreamParams::default()
    }
}

/// All that the thread has.
struct Watch {
    ear: Hearing,
    reader: BufReader<UnixStream>,
    writer: UnixStream,
    version: u16,
    format: StreamFormat,
    channel: u32,
    routing: Routing,
    clock: ServerClock,
    /// When the server was asked how far the stream is, and when it answered last.
    asked: Option<i64>,
    answered: Option<i64>,
    started: Instant,
    end: Endpoint,
    /// Whom the first sound is told.
    first: Option<Sender<()>>,
}

impl Watch {
    /// Passes on what comes until there is nothing more; why.
    fn run(&mut self, mut data: impl FnMut(&Data, &InputCallbackInfo)) -> Error {
        let first = self.ask_about_everything();
        if let Err(why) = first {
            return said(why);
        }
        loop {
            match self.step(&mut data) {
                Ok(None) => {}
                Ok(Some(over)) => return over,
                Err(why) => return said(why.into()),
            }
        }
    }

    fn ask_about_everything(&mut self) -> Result<(), ProtocolError> {
        self.routing.begin((&self.writer, self.version))?;
        self.ask_how_far(self.now())
    }

    fn step(&mut self, data: &mut impl FnMut(&Data, &InputCallbackInfo)) -> io::Result<Option<Error>> {
        let Self { ear, reader, clock, format, started, .. } = self;
        let came = ear.hear(reader, |samples, first| {
            let now = started.elapsed();
            let heard = clock.heard(first, samples.len() / format.width(), *format, nanos(now));
            let heard = Duration::from_nanos(u64::try_from(heard).unwrap_or(0));
            let timestamp = InputStreamTimestamp { callback: instant(now), capture: instant(heard.min(now)) };
            as_data(samples, |samples| data(samples, &InputCallbackInfo::new(timestamp)));
        })?;
        match came {
            Came::Sound => {
                self.end.wake();
                if let Some(first) = self.first.take() {
                    first.send(()).ok();
                }
                let now = self.now();
                let due = self.answered.is_none_or(|at| now - at >= nanos(ASK_EVERY)) && self.asked.is_none();
                if due && let Err(why) = self.ask_how_far(now) {
                    return Ok(Some(said(why)));
                }
                Ok(None)
            }
            Came::Message => match self.heed() {
                Ok(over) => Ok(over),
                // What this crate cannot read yet is nothing that concerns a recording.
                Err(ProtocolError::Io(why)) if why.kind() != io::ErrorKind::UnexpectedEof => Err(why),
                Err(_) => Ok(None),
            },
        }
    }

    fn now(&self) -> i64 {
        nanos(self.started.elapsed())
    }

    /// Heeds the message that came; an error if the stream is over.
    fn heed(&mut self) -> Result<Option<Error>, ProtocolError> {
        if let Some((number, verdict)) = self.ear.answers() {
            return self.answered(number, verdict).map(|()| None);
        }
        let command = protocol::read_command_message(&mut Cursor::new(self.ear.message()), self.version)?.1;
        if matches!(command, Command::RecordStreamKilled(channel) if channel == self.channel) {
            return Ok(Some(Own::MicrophoneGone.error(ErrorKind::DeviceNotAvailable)));
        }
        if self.routing.heed(&command, (&self.writer, self.version))? == Heeded::Moved {
            self.ask_how_far(self.now())?;
        }
        Ok(None)
    }

    fn answered(&mut self, number: u32, verdict: Verdict) -> Result<(), ProtocolError> {
        let message = self.ear.message();
        match (number, verdict) {
            (question::LATENCY, Verdict::Reply) => {
                let (_, told) = protocol::read_reply_message::<RecordLatency>(&mut Cursor::new(message), self.version)?;
                let now = self.now();
                if let Some(asked) = self.asked.take() {
                    self.clock.set(&told, self.format, asked, now);
                }
                self.answered = Some(now);
                self.routing.ask_of_the_stream((&self.writer, self.version))?;
            }
            // It does not say; then sound is as old as it is long.
            (question::LATENCY, Verdict::Error) => (self.asked, self.answered) = (None, Some(self.now())),
            (_, Verdict::Reply) => self.routing.answered(number, message, (&self.writer, self.version))?,
            (_, Verdict::Error) => {}
        }
        Ok(())
    }

    fn ask_how_far(&mut self, now: i64) -> Result<(), ProtocolError> {
        // Only echoed; our own clock measures the way there and back.
        let params = LatencyParams { channel: self.channel, now: SystemTime::UNIX_EPOCH };
        self.asked = Some(now);
        send(&self.writer, question::LATENCY, &Command::GetRecordLatency(params), self.version)
    }
}
