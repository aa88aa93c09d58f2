//! The sound server as one of cpal's hosts: its microphones and loudspeakers as devices, its streams as streams.

#![expect(clippy::disallowed_methods, reason = "it asks how long it has waited")]

use std::ffi::CString;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use cpal::BufferSize;
use cpal::Data;
use cpal::DeviceDescription;
use cpal::DeviceDescriptionBuilder;
use cpal::DeviceDirection;
use cpal::DeviceId;
use cpal::Error;
use cpal::ErrorKind;
use cpal::FrameCount;
use cpal::HostId;
use cpal::InputCallbackInfo;
use cpal::OutputCallbackInfo;
use cpal::SampleFormat;
use cpal::StreamConfig;
use cpal::StreamInstant;
use cpal::SupportedBufferSize;
use cpal::SupportedStreamConfig;
use cpal::SupportedStreamConfigRange;
use cpal::traits::DeviceTrait;
use cpal::traits::HostTrait;
use cpal::traits::StreamTrait;
use pulseaudio::protocol;
use pulseaudio::protocol::Command;
use pulseaudio::protocol::ServerInfo;
use pulseaudio::protocol::SinkInfoList;
use pulseaudio::protocol::SourceInfoList;

use crate::audio::Direction;
use crate::audio::StreamFormat;
use crate::audio::pulse::connection::Connection;
use crate::audio::pulse::connection::DOOR;
use crate::audio::pulse::connection::KNOCK;
use crate::audio::pulse::connection::Unreached;
use crate::audio::pulse::connection::words;
use crate::audio::pulse::end::Endpoint;
use crate::audio::pulse::end::Manner;
use crate::audio::pulse::flow::Flow;
use crate::audio::pulse::flow::instant;
use crate::audio::pulse::own::Own;
use crate::audio::pulse::play::Playing;
use crate::audio::pulse::record::Recording;
use crate::domain::time::SampleRate;

/// A server and what it has.
#[derive(Clone, Debug)]
pub(crate) struct Server {
    name: String,
    ends: Vec<Endpoint>,
}

impl Server {
    /// The server there is, if it lets us in, and what it has at this moment.
    pub(crate) fn reach() -> Result<Self, Unreached> {
        let began = Instant::now();
        let (info, ends) = Connection::asked(|line| {
            loop {
                let (info, ends) = told(line)?;
                // A server answers before it has found its devices, and has at least one that is none once it has looked.
                if !ends.is_empty() || began.elapsed() >= DOOR {
                    return Ok((info, ends));
                }
                thread::park_timeout(KNOCK);
            }
        })?;
        let name = info.server_name.as_deref().map_or_else(|| "PulseAudio".to_owned(), words);
        // "pulseaudio" calls itself so; PipeWire says "PulseAudio (on PipeWire 0.3.65)".
        Ok(Self { name: if name == "pulseaudio" { "PulseAudio".into() } else { name }, ends })
    }

    /// What it calls itself.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }
}

/// What a server says of itself, and of what it has.
fn told(line: &mut Connection) -> Result<(ServerInfo, Vec<Endpoint>), protocol::ProtocolError> {
    let info: ServerInfo = line.ask(&Command::GetServerInfo)?;
    let sources: SourceInfoList = line.ask(&Command::GetSourceInfoList)?;
    let sinks: SinkInfoList = line.ask(&Command::GetSinkInfoList)?;
    let end = |way, id: &CString, description: Option<&CString>, default: &Option<CString>| Endpoint {
        way,
        id: words(id),
        description: description.map_or_else(|| words(id), |text| words(text)),
        is_default: default.as_ref() == Some(id),
        manner: Manner::Listed,
    };
    let ins = sources.iter().map(|s| end(Direction::In, &s.name, s.description.as_ref(), &info.default_source_name));
    let outs = sinks.iter().map(|s| end(Direction::Out, &s.name, s.description.as_ref(), &info.default_sink_name));
    let ends = ins.chain(outs).collect();
    Ok((info, ends))
}

impl HostTrait for Server {
    type Devices = std::vec::IntoIter<Endpoint>;
    type Device = Endpoint;

    fn is_available() -> bool {
        true
    }

    fn devices(&self) -> Result<Self::Devices, Error> {
        Ok(self.ends.clone().into_iter())
    }

    fn default_input_device(&self) -> Option<Endpoint> {
        self.ends.iter().find(|end| end.way == Direction::In && end.is_default).cloned()
    }

    fn default_output_device(&self) -> Option<Endpoint> {
        self.ends.iter().find(|end| end.way == Direction::Out && end.is_default).cloned()
    }
}

/// What a server makes of any device: 16 bits, any rate, up to eight channels, in blocks as one likes.
fn ranges() -> Vec<SupportedStreamConfigRange> {
    let (low, high) = (4_000, 192_000);
    let buffer = SupportedBufferSize::Range { min: 64, max: 1 << 16 };
    (1..=8).map(|channels| SupportedStreamConfigRange::new(channels, low, high, buffer, SampleFormat::I16)).collect()
}

fn not_this_way() -> Error {
    Own::OtherWay.error(ErrorKind::UnsupportedOperation)
}

impl DeviceTrait for Endpoint {
    type SupportedInputConfigs = std::vec::IntoIter<SupportedStreamConfigRange>;
    type SupportedOutputConfigs = std::vec::IntoIter<SupportedStreamConfigRange>;
    type Stream = Stream;

    fn description(&self) -> Result<DeviceDescription, Error> {
        let direction = if self.way == Direction::In { DeviceDirection::Input } else { DeviceDirection::Output };
        Ok(DeviceDescriptionBuilder::new(self.description.clone()).direction(direction).build())
    }

    fn id(&self) -> Result<DeviceId, Error> {
        Ok(DeviceId::new(HostId::Custom, &self.id))
    }

    fn supported_input_configs(&self) -> Result<Self::SupportedInputConfigs, Error> {
        Ok(if self.way == Direction::In { ranges() } else { Vec::new() }.into_iter())
    }

    fn supported_output_configs(&self) -> Result<Self::SupportedOutputConfigs, Error> {
        Ok(if self.way == Direction::Out { ranges() } else { Vec::new() }.into_iter())
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
        let (format, block) = settled(self.way, Direction::In, config, sample_format)?;
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
        let (format, block) = settled(self.way, Direction::Out, config, sample_format)?;
        Playing::new(self, format, block, data_callback, error_callback).map(|stream| Stream(Either::Out(stream)))
    }
}

/// What a stream is to be like, if it can be.
fn settled(
    way: Direction,
    wanted: Direction,
    config: StreamConfig,
    sample_format: SampleFormat,
) -> Result<(StreamFormat, FrameCount), Error> {
    let rate = SampleRate::new(config.sample_rate).filter(|_| sample_format == SampleFormat::I16 && (1..=8).contains(&config.channels));
    let rate = rate.ok_or_else(|| Own::OtherFormat.error(ErrorKind::UnsupportedConfig))?;
    if way != wanted {
        return Err(not_this_way());
    }
    let block = if let BufferSize::Fixed(frames) = config.buffer_size { frames } else { 2_048 };
    Ok((StreamFormat { rate, channels: config.channels }, block))
}

/// A stream of either way.
pub(crate) struct Stream(Either);

enum Either {
    In(Recording),
    Out(Playing),
}

impl Stream {
    fn flow(&self) -> &Flow {
        match &self.0 {
            Either::In(stream) => stream.flow(),
            Either::Out(stream) => stream.flow(),
        }
    }
}

impl StreamTrait for Stream {
    fn play(&self) -> Result<(), Error> {
        match &self.0 {
            Either::In(stream) => stream.start(),
            Either::Out(stream) => stream.start(),
        }
    }

    fn pause(&self) -> Result<(), Error> {
        match &self.0 {
            Either::In(stream) => stream.hold(),
            Either::Out(stream) => stream.hold(),
        }
    }

    fn now(&self) -> StreamInstant {
        instant(self.flow().age())
    }

    fn buffer_size(&self) -> Result<FrameCount, Error> {
        Ok(self.flow().block())
    }
}
