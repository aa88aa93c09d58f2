//! Where a stream's sound comes from, or goes, by now: a server may move it, mute it, take its device away. What it says of that is heeded here
//! and asked about, and what is new is told, whichever way the sound goes.

use std::ffi::CStr;
use std::io::Cursor;
use std::os::unix::net::UnixStream;

use pulseaudio::protocol;
use pulseaudio::protocol::Command;
use pulseaudio::protocol::GetSinkInfo;
use pulseaudio::protocol::GetSourceInfo;
use pulseaudio::protocol::ProtocolError;
use pulseaudio::protocol::SinkInfo;
use pulseaudio::protocol::SinkInputInfo;
use pulseaudio::protocol::SourceInfo;
use pulseaudio::protocol::SourceOutputInfo;
use pulseaudio::protocol::SubscriptionEventFacility;
use pulseaudio::protocol::SubscriptionMask;

use crate::audio::Device;
use crate::audio::Direction;
use crate::audio::Mute;
use crate::audio::Route;
use crate::audio::pulse::connection::words;
use crate::audio::pulse::end::Endpoint;
use crate::audio::pulse::end::PREFIX;
use crate::audio::pulse::flow::send;

/// The numbers of the questions that are asked here: no stream uses them for others.
const DEVICE: u32 = 2_001;
const STREAM: u32 = 2_002;
const SUBSCRIBE: u32 = 2_003;

/// Where questions go, and in which version of the protocol.
pub(super) type Line<'a> = (&'a UnixStream, u16);

/// Whether a message was about a move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heeded {
    /// The stream is on another device by now.
    Moved,
    /// It was not, as far as this message says.
    Stays,
}

/// Where a stream is on the server.
#[derive(Debug)]
pub(super) struct Routing {
    end: Endpoint,
    channel: u32,
    stream: u32,
    /// The server's number of the device.
    device: u32,
    /// Whether the device is muted, and whether our stream is.
    muted: (bool, bool),
    at: Option<Device>,
    told: Option<Route>,
}

impl Routing {
    /// Of a stream that was made for `end` on `channel`, called `stream` by the server, on this device.
    pub(super) fn new(end: &Endpoint, channel: u32, stream: u32, device: u32) -> Self {
        Self { end: end.clone(), channel, stream, device, muted: (false, false), at: None, told: None }
    }

    /// Wants to be told of changes, and asks how it is now.
    pub(super) fn begin(&self, line: Line<'_>) -> Result<(), ProtocolError> {
        let mask = match self.end.way {
            Direction::In => SubscriptionMask::SOURCE | SubscriptionMask::SOURCE_OUTPUT,
            Direction::Out => SubscriptionMask::SINK | SubscriptionMask::SINK_INPUT,
        };
        put(line, SUBSCRIBE, &Command::Subscribe(mask))?;
        self.ask_where(line)
    }

    /// Our stream first: by the answer to the second, both are known.
    fn ask_where(&self, line: Line<'_>) -> Result<(), ProtocolError> {
        self.ask_of_the_stream(line)?;
        let (index, name) = (Some(self.device), None);
        let question = match self.end.way {
            Direction::In => Command::GetSourceInfo(GetSourceInfo { index, name }),
            Direction::Out => Command::GetSinkInfo(GetSinkInfo { index, name }),
        };
        put(line, DEVICE, &question)
    }

    /// Asks on which device the stream is. A server may tell of a change before it has made it, and not again afterwards (PipeWire was seen to).
    pub(super) fn ask_of_the_stream(&self, line: Line<'_>) -> Result<(), ProtocolError> {
        let question = match self.end.way {
            Direction::In => Command::GetSourceOutputInfo(self.stream),
            Direction::Out => Command::GetSinkInputInfo(self.stream),
        };
        put(line, STREAM, &question)
    }

    /// Heeds what the server says by itself.
    pub(super) fn heed(&mut self, command: &Command, line: Line<'_>) -> Result<Heeded, ProtocolError> {
        let is_ours = |stream: u32| stream == self.channel || stream == self.stream;
        match command {
            Command::RecordStreamMoved(to) if is_ours(to.stream_index) => self.moved(to.device_index, line),
            Command::PlaybackStreamMoved(to) if is_ours(to.stream_index) => self.moved(to.device_index, line),
            Command::SubscribeEvent(event) => {
                use SubscriptionEventFacility as Of;
                let ours = match (event.event_facility, self.end.way) {
                    (Of::Source, Direction::In) | (Of::Sink, Direction::Out) => self.device,
                    (Of::SourceOutput, Direction::In) | (Of::SinkInput, Direction::Out) => self.stream,
                    _ => return Ok(Heeded::Stays),
                };
                if event.index == Some(ours) {
                    self.ask_where(line)?;
                }
                Ok(Heeded::Stays)
            }
            _ => Ok(Heeded::Stays),
        }
    }

    /// It is on this device by now. What people call that is asked, and nothing is told before it is known.
    fn moved(&mut self, device: u32, line: Line<'_>) -> Result<Heeded, ProtocolError> {
        (self.device, self.at) = (device, None);
        self.ask_where(line)?;
        Ok(Heeded::Moved)
    }

    /// Heeds the answer to question `number`, if it was asked here.
    pub(super) fn answered(&mut self, number: u32, message: &[u8], line: Line<'_>) -> Result<(), ProtocolError> {
        let mut message = Cursor::new(message);
        match (number, self.end.way) {
            (STREAM, Direction::In) => {
                let (_, told) = protocol::read_reply_message::<SourceOutputInfo>(&mut message, line.1)?;
                self.stream_is(told.source_index, told.muted, line)
            }
            (STREAM, Direction::Out) => {
                let (_, told) = protocol::read_reply_message::<SinkInputInfo>(&mut message, line.1)?;
                self.stream_is(told.sink_index, told.muted, line)
            }
            (DEVICE, Direction::In) => {
                let (_, told) = protocol::read_reply_message::<SourceInfo>(&mut message, line.1)?;
                self.device_is(told.index, &told.name, told.description.as_deref(), told.muted);
                Ok(())
            }
            (DEVICE, Direction::Out) => {
                let (_, told) = protocol::read_reply_message::<SinkInfo>(&mut message, line.1)?;
                self.device_is(told.index, &told.name, told.description.as_deref(), told.muted);
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn stream_is(&mut self, device: u32, muted: bool, line: Line<'_>) -> Result<(), ProtocolError> {
        self.muted.1 = muted;
        if device != self.device {
            (self.device, self.at) = (device, None);
            return self.ask_where(line);
        }
        self.tell();
        Ok(())
    }

    fn device_is(&mut self, device: u32, id: &CStr, name: Option<&CStr>, muted: bool) {
        if device == self.device {
            let id = words(id);
            let name = name.map_or_else(|| id.clone(), words);
            self.at = Some(Device { id: format!("{PREFIX}{id}"), name, is_default: false });
            self.muted.0 = muted;
            self.tell();
        }
    }

    /// Says where it is, if that is new.
    fn tell(&mut self) {
        let Some(device) = self.at.clone() else { return };
        let route = Route { device, muted: if self.muted.0 || self.muted.1 { Mute::On } else { Mute::Off } };
        if self.told.as_ref() != Some(&route) {
            self.end.tell(route.clone());
            self.told = Some(route);
        }
    }
}

fn put((writer, version): Line<'_>, number: u32, command: &Command) -> Result<(), ProtocolError> {
    send(writer, number, command, version)
}
