//! The sound server as one of cpal's hosts: its microphones and loudspeakers as devices, its streams as streams.

#![expect(clippy::disallowed_methods, reason = "it asks how long it has waited")]

use std::ffi::CString;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::sync::mpsc::Sender;
use std::thread;
use std::time::{Duration, Instant};

use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use cpal::{
    BufferSize, Data, DeviceDescription, DeviceDescriptionBuilder, DeviceDirection, DeviceId, Error, ErrorKind, FrameCount, HostId,
    InputCallbackInfo, OutputCallbackInfo, SampleFormat, StreamConfig, StreamInstant, SupportedBufferSize, SupportedStreamConfig,
    SupportedStreamConfigRange,
};
use pulseaudio::protocol::{self, ChannelMap, ChannelPosition, Command, ServerInfo, SinkInfoList, SourceInfoList};

use crate::audio::pulse::line::{DOOR, KNOCK, Line, Refusal, words};
use crate::audio::pulse::play::Playing;
use crate::audio::pulse::record::{Recording, instant, name};
use crate::audio::{Route, StreamFormat, Wake};
use crate::domain::time::SampleRate;

/// Which way the sound goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Way {
    /// From a microphone.
    In,
    /// To a loudspeaker.
    Out,
}

/// A server and what it has.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    name: String,
    ends: Vec<End>,
}

/// How a stream on an [`End`] is to be, which cpal has no words for.
#[derive(Clone, Debug, Default)]
pub(crate) enum Manner {
    /// It is only listed.
    #[default]
    Listed,
    /// The system chose it: it goes where the system's choice goes.
    Systems(Word),
    /// Somebody chose it: it stays, or it ends.
    Pinned(Word),
}

/// The way back from a stream's thread.
#[derive(Clone, Debug)]
pub(crate) struct Word {
    /// Where the sound comes from by now.
    pub(crate) route: Sender<Route>,
    /// That some has come.
    pub(crate) wake: Wake,
}

/// A microphone or a loudspeaker of the server's.
#[derive(Clone, Debug)]
pub(crate) struct End {
    way: Way,
    id: String,
    description: String,
    is_default: bool,
    manner: Manner,
}

impl Server {
    /// The server there is, if it lets us in, and what it has at this moment.
    pub(crate) fn reach() -> Result<Self, Refusal> {
        let began = Instant::now();
        let mut line = Line::open()?;
        let lost = |why: protocol::ProtocolError| Refusal::Silent { socket: "its socket".into(), why: why.to_string() };
        let (info, ends) = loop {
            let info: ServerInfo = line.ask(&Command::GetServerInfo).map_err(lost)?;
            let sources: SourceInfoList = line.ask(&Command::GetSourceInfoList).map_err(lost)?;
            let sinks: SinkInfoList = line.ask(&Command::GetSinkInfoList).map_err(lost)?;
            let end = |way, id: &CString, description: Option<&CString>, default: &Option<CString>| End {
                way,
                id: words(id),
                description: description.map_or_else(|| words(id), |text| words(text)),
                is_default: default.as_ref() == Some(id),
                manner: Manner::Listed,
            };
            let ins = sources.iter().map(|s| end(Way::In, &s.name, s.description.as_ref(), &info.default_source_name));
            let outs = sinks.iter().map(|s| end(Way::Out, &s.name, s.description.as_ref(), &info.default_sink_name));
            let ends: Vec<End> = ins.chain(outs).collect();
            // A server answers before it has found its devices, and has at least one that is none once it has looked.
            if !ends.is_empty() || began.elapsed() >= DOOR {
                break (info, ends);
            }
            thread::park_timeout(KNOCK);
        };
        let name = info.server_name.as_deref().map_or_else(|| "PulseAudio".to_owned(), words);
        // "pulseaudio" calls itself so; PipeWire says "PulseAudio (on PipeWire 0.3.65)".
        Ok(Self { name: if name == "pulseaudio" { "PulseAudio".into() } else { name }, ends })
    }

    /// What it calls itself.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

impl End {
    /// This end, for a stream in this manner.
    pub(crate) fn called(way: Way, id: &str, manner: Manner) -> Self {
        Self { way, id: id.to_owned(), description: id.to_owned(), is_default: false, manner }
    }

    /// What the server is asked for.
    pub(super) fn asked_for(&self) -> CString {
        match (&self.manner, self.way) {
            // By its own name a server would take it for somebody's choice, and remember it as that.
            (Manner::Systems(_), Way::In) => protocol::DEFAULT_SOURCE.to_owned(),
            (Manner::Systems(_), Way::Out) => protocol::DEFAULT_SINK.to_owned(),
            (Manner::Pinned(_) | Manner::Listed, _) => name(&self.id),
        }
    }

    pub(super) fn is_pinned(&self) -> bool {
        matches!(self.manner, Manner::Pinned(_))
    }

    pub(super) fn wake(&self) {
        if let Manner::Systems(word) | Manner::Pinned(word) = &self.manner {
            word.wake.ring();
        }
    }

    pub(super) fn tell(&self, route: Route) {
        if let Manner::Systems(word) | Manner::Pinned(word) = &self.manner {
            word.route.send(route).ok();
            word.wake.ring();
        }
    }
}

/// An end is known by which way it goes and what the server calls it.
impl PartialEq for End {
    fn eq(&self, other: &Self) -> bool {
        (self.way, &self.id) == (other.way, &other.id)
    }
}

impl Eq for End {}

impl Hash for End {
    fn hash<H: Hasher>(&self, state: &mut H) {
        (self.way, &self.id).hash(state);
    }
}

impl HostTrait for Server {
    type Devices = std::vec::IntoIter<End>;
    type Device = End;

    fn is_available() -> bool {
        true
    }

    fn devices(&self) -> Result<Self::Devices, Error> {
        Ok(self.ends.clone().into_iter())
    }

    fn default_input_device(&self) -> Option<End> {
        self.ends.iter().find(|end| end.way == Way::In && end.is_default).cloned()
    }

    fn default_output_device(&self) -> Option<End> {
        self.ends.iter().find(|end| end.way == Way::Out && end.is_default).cloned()
    }
}

/// What a server makes of any device: 16 bits, any rate, up to eight channels, in blocks as one likes.
fn ranges() -> Vec<SupportedStreamConfigRange> {
    let (low, high) = (4_000, 192_000);
    let buffer = SupportedBufferSize::Range { min: 64, max: 1 << 16 };
    (1..=8).map(|channels| SupportedStreamConfigRange::new(channels, low, high, buffer, SampleFormat::I16)).collect()
}

fn not_this_way() -> Error {
    Error::with_message(ErrorKind::UnsupportedOperation, "sound goes the other way there")
}

impl DeviceTrait for End {
    type SupportedInputConfigs = std::vec::IntoIter<SupportedStreamConfigRange>;
    type SupportedOutputConfigs = std::vec::IntoIter<SupportedStreamConfigRange>;
    type Stream = Stream;

    fn description(&self) -> Result<DeviceDescription, Error> {
        let direction = if self.way == Way::In { DeviceDirection::Input } else { DeviceDirection::Output };
        Ok(DeviceDescriptionBuilder::new(self.description.clone()).direction(direction).build())
    }

    fn id(&self) -> Result<DeviceId, Error> {
        Ok(DeviceId::new(HostId::Custom, &self.id))
    }

    fn supported_input_configs(&self) -> Result<Self::SupportedInputConfigs, Error> {
        Ok(if self.way == Way::In { ranges() } else { Vec::new() }.into_iter())
    }

    fn supported_output_configs(&self) -> Result<Self::SupportedOutputConfigs, Error> {
        Ok(if self.way == Way::Out { ranges() } else { Vec::new() }.into_iter())
    }

    fn default_input_config(&self) -> Result<SupportedStreamConfig, Error> {
        self.supported_input_configs()?.next().map(|range| range.with_sample_rate(SampleRate::STUDIO.hertz())).ok_or_else(not_this_way)
    }

    fn default_output_config(&self) -> Result<SupportedStreamConfig, Error> {
        self.supported_output_configs()?.nth(1).map(|range| range.with_sample_rate(SampleRate::STUDIO.hertz())).ok_or_else(not_this_way)
    }

    fn build_input_stream_raw<D, E>(
        &self,
        config: StreamConfig,
        sample_format: SampleFormat,
        data_callback: D,
        error_callback: E,
        _timeout: Option<Duration>,
    ) -> Result<Stream, Error>
    where
        D: FnMut(&Data, &InputCallbackInfo) + Send + 'static,
        E: FnMut(Error) + Send + 'static,
    {
        let (format, block) = settled(self.way == Way::In, config, sample_format)?;
        Recording::new(self, format, block, data_callback, error_callback).map(|stream| Stream(Either::In(stream)))
    }

    fn build_output_stream_raw<D, E>(
        &self,
        config: StreamConfig,
        sample_format: SampleFormat,
        data_callback: D,
        error_callback: E,
        _timeout: Option<Duration>,
    ) -> Result<Stream, Error>
    where
        D: FnMut(&mut Data, &OutputCallbackInfo) + Send + 'static,
        E: FnMut(Error) + Send + 'static,
    {
        let (format, block) = settled(self.way == Way::Out, config, sample_format)?;
        Playing::new(self, format, block, data_callback, error_callback).map(|stream| Stream(Either::Out(stream)))
    }
}

/// What a stream is to be like, if it can be.
fn settled(is_this_way: bool, config: StreamConfig, sample_format: SampleFormat) -> Result<(StreamFormat, FrameCount), Error> {
    let rate = SampleRate::new(config.sample_rate).filter(|_| sample_format == SampleFormat::I16 && (1..=8).contains(&config.channels));
    let rate = rate.ok_or_else(|| Error::with_message(ErrorKind::UnsupportedConfig, "not a format of this program's"))?;
    if !is_this_way {
        return Err(not_this_way());
    }
    let block = if let BufferSize::Fixed(frames) = config.buffer_size { frames } else { 2_048 };
    Ok((StreamFormat { rate, channels: config.channels }, block))
}

/// One or two channels are left and right; more are told apart by number, because nobody knows where a microphone stands.
pub(super) fn channel_map(channels: u16) -> ChannelMap {
    use ChannelPosition::{Aux0, Aux1, Aux2, Aux3, Aux4, Aux5, Aux6, Aux7, FrontLeft, FrontRight, Mono};
    match channels {
        0 | 1 => ChannelMap::new([Mono]),
        2 => ChannelMap::new([FrontLeft, FrontRight]),
        n => ChannelMap::new([Aux0, Aux1, Aux2, Aux3, Aux4, Aux5, Aux6, Aux7].into_iter().take(usize::from(n))),
    }
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.description)
    }
}

/// A stream of either way.
pub(crate) struct Stream(Either);

enum Either {
    In(Recording),
    Out(Playing),
}

impl StreamTrait for Stream {
    fn play(&self) -> Result<(), Error> {
        match &self.0 {
            Either::In(stream) => stream.cork(false),
            Either::Out(stream) => stream.cork(false),
        }
    }

    fn pause(&self) -> Result<(), Error> {
        match &self.0 {
            Either::In(stream) => stream.cork(true),
            Either::Out(stream) => stream.cork(true),
        }
    }

    fn now(&self) -> StreamInstant {
        instant(match &self.0 {
            Either::In(stream) => stream.age(),
            Either::Out(stream) => stream.age(),
        })
    }

    fn buffer_size(&self) -> Result<FrameCount, Error> {
        Ok(match &self.0 {
            Either::In(stream) => stream.block(),
            Either::Out(stream) => stream.block(),
        })
    }
}
