//! The thread on a playback stream's socket: the server asks for sound, cpal's callback gives it, in blocks that stay small so that a seek is
//! heard at once. Where the server moves it to is told.

#![expect(clippy::disallowed_methods, reason = "it says when sound will be heard")]

use std::ffi::CString;
use std::io;
use std::io::BufReader;
use std::io::Cursor;
use std::os::unix::net::UnixStream;
use std::time::Duration;
use std::time::Instant;
use std::time::SystemTime;

use crate::audio::pulse::flow::corked;
use crate::audio::pulse::flow::uncorked;
use cpal::Data;
use cpal::Error;
use cpal::ErrorKind;
use cpal::OutputCallbackInfo;
use cpal::OutputStreamTimestamp;
use pulseaudio::protocol;
use pulseaudio::protocol::Command;
use pulseaudio::protocol::CreatePlaybackStreamReply;
use pulseaudio::protocol::LatencyParams;
use pulseaudio::protocol::PlaybackLatency;
use pulseaudio::protocol::PlaybackStreamParams;
use pulseaudio::protocol::ProtocolError;
use pulseaudio::protocol::stream::BufferAttr;
use pulseaudio::protocol::stream::StreamFlags;

use crate::audio::StreamFormat;
use crate::audio::pulse::data::as_data;
use crate::audio::pulse::ear::Came;
use crate::audio::pulse::ear::Hearing;
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
use crate::domain::time::Frames;
use crate::words::say;

/// How often the server is asked how far it has played.
const ASK_EVERY: Duration = Duration::from_millis(250);

/// How often it is asked where that is heard.
const LOOK_EVERY: Duration = Duration::from_secs(1);

const LATENCY: u32 = 1_001;
const CORK: u32 = 1_002;

/// A stream that was made, and is silent until it is started.
pub(super) struct Playing {
    flow: Flow,
    channel: u32,
}

impl Playing {
    /// Makes a stream that is asked for blocks of so many frames, on `end`.
    pub(super) fn new<D, E>(end: &Endpoint, format: StreamFormat, block: u32, data: D, error: E) -> Result<Self, Error>
    where
        D: FnMut(&mut Data, &OutputCallbackInfo) + Send + 'static,
        E: FnMut(Error) + Send + 'static,
    {
        let made: Made<CreatePlaybackStreamReply> = Made::of(&Command::CreatePlaybackStream(wish(end, format, block)))?;
        let Made { reply, reader, writer, version } = made;
        let (started, socket) = (Instant::now(), writer.try_clone().map_err(|why| said(why.into()))?);
        let samples = usize::try_from(block).unwrap_or(0).max(1) * format.width();
        let mut mouth = Mouth {
            reader,
            writer,
            version,
            format,
            channel: reply.channel,
            routing: Routing::new(end, reply.channel, reply.stream_index, reply.sink_index),
            looked: None,
            // Nothing but messages comes on a stream that plays.
            ear: Hearing::new(u32::MAX - 1, format),
            samples: vec![0; samples],
            bytes: Vec::with_capacity(samples * 2),
            written: 0,
            zero: None,
            asked: None,
            answered: None,
            started,
        };
        let (first, mut data) = (reply.requested_bytes, data);
        let flow = Flow::begin("pulse out", (socket, version), block, started, move || mouth.run(first, &mut data), error)?;
        Ok(Self { flow, channel: reply.channel })
    }

    /// What it has in common with one that records.
    pub(super) fn flow(&self) -> &Flow {
        &self.flow
    }

    /// Lets sound go.
    pub(super) fn start(&self) -> Result<(), Error> {
        self.flow.send(CORK, &Command::CorkPlaybackStream(uncorked(self.channel)))
    }

    /// Holds it.
    pub(super) fn hold(&self) -> Result<(), Error> {
        self.flow.send(CORK, &Command::CorkPlaybackStream(corked(self.channel)))
    }
}

fn wish(end: &Endpoint, format: StreamFormat, block: u32) -> PlaybackStreamParams {
    let bytes = block.saturating_mul(2 * u32::from(format.channels.max(1)));
    let mut props = protocol::Props::new();
    props.set(protocol::Prop::MediaName, CString::new(say!("pulse-plays")).unwrap_or_default());
    PlaybackStreamParams {
        sample_spec: sample_spec(format),
        channel_map: channel_map(format.channels),
        sink_name: Some(end.asked_for()),
        // Two blocks at the server, asked for one at a time.
        buffer_attr: BufferAttr {
            max_length: bytes.saturating_mul(2),
            target_length: bytes.saturating_mul(2),
            minimum_request_length: bytes,
            ..BufferAttr::default()
        },
        flags: StreamFlags { start_corked: true, adjust_latency: true, ..StreamFlags::default() },
        props,
        ..PlaybackStreamParams::default()
    }
}

/// All that the thread has.
struct Mouth {
    reader: BufReader<UnixStream>,
    writer: UnixStream,
    version: u16,
    format: StreamFormat,
    channel: u32,
    routing: Routing,
    /// When it was asked last where it is heard.
    looked: Option<i64>,
    ear: Hearing,
    samples: Vec<i16>,
    bytes: Vec<u8>,
    /// Frames given so far.
    written: u64,
    /// When frame 0 is, or would have been, heard.
    zero: Option<i64>,
    asked: Option<i64>,
    answered: Option<i64>,
    started: Instant,
}

impl Mouth {
    fn run(&mut self, first: u32, data: &mut impl FnMut(&mut Data, &OutputCallbackInfo)) -> Error {
        let mut wanted = first;
        if let Err(why) = self.routing.begin((&self.writer, self.version)) {
            return said(why);
        }
        loop {
            if let Err(why) = self.give(wanted, data) {
                return said(why);
            }
            wanted = match self.next() {
                Ok(Next::Wants(bytes)) => bytes,
                Ok(Next::Nothing) => 0,
                Ok(Next::Over) => {
                    return Own::LoudspeakerGone.error(ErrorKind::DeviceNotAvailable);
                }
                Err(why) => return said(why),
            };
        }
    }

    /// Gives so many bytes of sound.
    fn give(&mut self, bytes: u32, data: &mut impl FnMut(&mut Data, &OutputCallbackInfo)) -> Result<(), ProtocolError> {
        let width = self.format.width();
        let mut frames = usize::try_from(bytes).unwrap_or(0) / (2 * width);
        while frames > 0 {
            let count = frames.min(self.samples.len() / width);
            let now = nanos(self.started.elapsed());
            let rate = self.format.rate;
            let heard = self.zero.map_or(now, |zero| zero + nanos(Frames(self.written).duration(rate))).max(now);
            let moment = |at: i64| instant(Duration::from_nanos(u64::try_from(at).unwrap_or(0)));
            let timestamp = OutputStreamTimestamp { callback: moment(now), playback: moment(heard) };
            let samples = &mut self.samples[..count * width];
            samples.fill(0);
            as_data(samples, |samples| data(samples, &OutputCallbackInfo::new(timestamp)));
            self.bytes.clear();
            self.bytes.extend(samples.iter().flat_map(|sample| sample.to_le_bytes()));
            protocol::write_memblock(&mut self.writer, self.channel, &self.bytes, 0)?;
            self.written += count as u64;
            frames -= count;
        }
        let now = nanos(self.started.elapsed());
        if self.asked.is_none() && self.answered.is_none_or(|at| now - at >= nanos(ASK_EVERY)) {
            self.ask_how_far(now)?;
        }
        if self.looked.is_none_or(|at| now - at >= nanos(LOOK_EVERY)) {
            self.looked = Some(now);
            self.routing.ask_of_the_stream((&self.writer, self.version))?;
        }
        Ok(())
    }

    fn ask_how_far(&mut self, now: i64) -> Result<(), ProtocolError> {
        self.asked = Some(now);
        let params = LatencyParams { channel: self.channel, now: SystemTime::UNIX_EPOCH };
        send(&self.writer, LATENCY, &Command::GetPlaybackLatency(params), self.version)
    }

    fn next(&mut self) -> Result<Next, ProtocolError> {
        if self.ear.hear(&mut self.reader, |_, _| {})? == Came::Sound {
            return Ok(Next::Nothing);
        }
        match self.heed() {
            // What this crate cannot read yet is nothing that concerns the sound.
            Err(ProtocolError::Io(why)) if why.kind() != io::ErrorKind::UnexpectedEof => Err(why.into()),
            Err(_) => Ok(Next::Nothing),
            heeded => heeded,
        }
    }

    /// Heeds the message that came.
    fn heed(&mut self) -> Result<Next, ProtocolError> {
        let message = self.ear.message();
        match self.ear.answers() {
            Some((LATENCY, verdict)) => {
                let (now, asked) = (nanos(self.started.elapsed()), self.asked.take());
                self.answered = Some(now);
                if let (Verdict::Reply, Some(asked)) = (verdict, asked) {
                    let (_, told) = protocol::read_reply_message::<PlaybackLatency>(&mut Cursor::new(message), self.version)?;
                    self.set(&told, asked, now);
                }
            }
            Some((number, Verdict::Reply)) => self.routing.answered(number, message, (&self.writer, self.version))?,
            Some((_, Verdict::Error)) => {}
            None => match protocol::read_command_message(&mut Cursor::new(message), self.version)?.1 {
                Command::Request(wanted) if wanted.channel == self.channel => return Ok(Next::Wants(wanted.length)),
                Command::PlaybackStreamKilled(channel) if channel == self.channel => return Ok(Next::Over),
                other => {
                    if self.routing.heed(&other, (&self.writer, self.version))? == Heeded::Moved {
                        self.ask_how_far(nanos(self.started.elapsed()))?;
                    }
                }
            },
        }
        Ok(Next::Nothing)
    }

    /// What the server has read goes to the loudspeaker, and is heard after its latency.
    fn set(&mut self, told: &PlaybackLatency, asked: i64, answered: i64) {
        if !told.playing {
            self.zero = None;
            return;
        }
        let frame = 2 * self.format.width() as u64;
        let read = Frames(u64::try_from(told.read_offset).unwrap_or(0) / frame).duration(self.format.rate);
        let until = i64::try_from(told.sink_usec).unwrap_or(0).saturating_mul(1_000);
        self.zero = Some(asked + (answered - asked) / 2 + until - nanos(read));
    }
}

/// What the server wants next.
enum Next {
    /// So many bytes of sound.
    Wants(u32),
    /// Nothing of us.
    Nothing,
    /// Nothing any more.
    Over,
}
