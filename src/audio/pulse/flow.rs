//! What a stream is whichever way its sound goes: a socket on which the server has made it, and a thread that sits there until it is dropped.

use std::io;
use std::io::BufReader;
use std::io::Write;
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use cpal::Error;
use cpal::ErrorKind;
use cpal::StreamInstant;
use pulseaudio::protocol;
use pulseaudio::protocol::ChannelMap;
use pulseaudio::protocol::ChannelPosition;
use pulseaudio::protocol::Command;
use pulseaudio::protocol::CommandReply;
use pulseaudio::protocol::CorkStreamParams;
use pulseaudio::protocol::ProtocolError;
use pulseaudio::protocol::SampleFormat;
use pulseaudio::protocol::SampleSpec;
use pulseaudio::protocol::TagStructRead;

use crate::audio::StreamFormat;
use crate::audio::pulse::connection::Connection;
use crate::audio::pulse::own::Own;

/// A stream that the server has made.
pub(super) struct Made<R> {
    /// What the server says of it.
    pub(super) reply: R,
    pub(super) reader: BufReader<UnixStream>,
    pub(super) writer: UnixStream,
    pub(super) version: u16,
}

impl<R: CommandReply + TagStructRead> Made<R> {
    /// Has the server make what `wish` says, on a connection of its own.
    pub(super) fn of(wish: &Command) -> Result<Self, Error> {
        let mut line = Connection::open().map_err(|why| Error::with_message(ErrorKind::HostUnavailable, why.to_string()))?;
        let reply = line.ask(wish).map_err(said)?;
        let (reader, writer, version) = line.into_parts().map_err(|why| said(why.into()))?;
        Ok(Self { reply, reader, writer, version })
    }
}

/// A stream at work. Dropping it ends it, on the server too.
pub(super) struct Flow {
    writer: UnixStream,
    version: u16,
    block: u32,
    started: Instant,
    over: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Flow {
    /// Lets a thread called `name` do `work`, which is all there is to do on `socket` (which speaks this version), until it ends; `error` is
    /// told why it did, unless that was wanted. A block has so many frames, and `started` is what moments count from.
    pub(super) fn begin<W, E>(
        name: &str,
        socket: (UnixStream, u16),
        block: u32,
        started: Instant,
        work: W,
        mut error: E,
    ) -> Result<Self, Error>
    where
        W: FnOnce() -> Error + Send + 'static,
        E: FnMut(Error) + Send + 'static,
    {
        let (writer, version) = socket;
        let over = Arc::new(AtomicBool::new(false));
        let ended = Arc::clone(&over);
        let until_it_ends = move || {
            let why = work();
            if !ended.load(Ordering::Acquire) {
                error(why);
            }
        };
        let thread = thread::Builder::new().name(name.into()).spawn(until_it_ends).map_err(|why| said(why.into()))?;
        Ok(Self { writer, version, block, started, over, thread: Some(thread) })
    }

    /// Sends a command that belongs to the stream.
    pub(super) fn send(&self, number: u32, command: &Command) -> Result<(), Error> {
        send(&self.writer, number, command, self.version).map_err(said)
    }

    /// Frames in a block.
    pub(super) fn block(&self) -> u32 {
        self.block
    }

    /// How long it has been there: what its callbacks' moments count from.
    pub(super) fn age(&self) -> Duration {
        self.started.elapsed()
    }
}

impl Drop for Flow {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Release);
        // The thread wakes up from its waiting, and the server lets go of the device.
        self.writer.shutdown(Shutdown::Both).ok();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// What holds the stream on `channel`.
pub(super) const fn corked(channel: u32) -> CorkStreamParams {
    CorkStreamParams { channel, cork: true }
}

/// What lets it go.
pub(super) const fn uncorked(channel: u32) -> CorkStreamParams {
    CorkStreamParams { channel, cork: false }
}

/// How samples of `format` are told the server.
pub(super) fn sample_spec(format: StreamFormat) -> SampleSpec {
    // A stream has one to eight channels (see `settled` in host.rs).
    let channels = u8::try_from(format.channels).unwrap_or(1);
    SampleSpec { format: SampleFormat::S16Le, channels, sample_rate: format.rate.hertz() }
}

/// One or two channels are left and right; more are told apart by number, because nobody knows where a microphone stands.
pub(super) fn channel_map(channels: u16) -> ChannelMap {
    use ChannelPosition::Aux0;
    use ChannelPosition::Aux1;
    use ChannelPosition::Aux2;
    use ChannelPosition::Aux3;
    use ChannelPosition::Aux4;
    use ChannelPosition::Aux5;
    use ChannelPosition::Aux6;
    use ChannelPosition::Aux7;
    use ChannelPosition::FrontLeft;
    use ChannelPosition::FrontRight;
    use ChannelPosition::Mono;
    match channels {
        0 | 1 => ChannelMap::new([Mono]),
        2 => ChannelMap::new([FrontLeft, FrontRight]),
        n => ChannelMap::new([Aux0, Aux1, Aux2, Aux3, Aux4, Aux5, Aux6, Aux7].into_iter().take(usize::from(n))),
    }
}

/// Sends a small command without allocating for its bytes.
pub(super) fn send(mut writer: &UnixStream, number: u32, command: &Command, version: u16) -> Result<(), ProtocolError> {
    let mut bytes = [0; 256];
    let length = protocol::encode_command_message(bytes.as_mut_slice(), number, command, version)?;
    Ok(writer.write_all(&bytes[..length])?)
}

pub(super) fn nanos(long: Duration) -> i64 {
    i64::try_from(long.as_nanos()).unwrap_or(i64::MAX)
}

pub(super) fn instant(since: Duration) -> StreamInstant {
    StreamInstant::new(since.as_secs(), since.subsec_nanos())
}

/// What the server, or the socket, says, in cpal's words.
pub(super) fn said(error: ProtocolError) -> Error {
    use pulseaudio::protocol::PulseError;
    let kind = match &error {
        ProtocolError::ServerError(PulseError::NoEntity) => ErrorKind::DeviceNotAvailable,
        ProtocolError::ServerError(PulseError::AccessDenied | PulseError::AuthKey) => ErrorKind::PermissionDenied,
        ProtocolError::ServerError(PulseError::Busy) => ErrorKind::DeviceBusy,
        ProtocolError::ServerError(PulseError::Invalid | PulseError::NotSupported) => ErrorKind::UnsupportedConfig,
        _ => ErrorKind::StreamInvalidated,
    };
    let words = match error {
        ProtocolError::Io(why) if is_hung_up(why.kind()) => Own::HungUp.english(),
        ProtocolError::Io(why) if Own::of(&why.to_string()).is_some() => why.to_string(),
        other => other.to_string(),
    };
    Error::with_message(kind, words)
}

/// Whether the server is not there any more: one that is killed ends what it says, or, where something was still under way to it, has it reset.
const fn is_hung_up(kind: io::ErrorKind) -> bool {
    use io::ErrorKind as K;
    matches!(kind, K::UnexpectedEof | K::ConnectionReset | K::ConnectionAborted | K::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_server_that_is_killed_hung_up_however_its_socket_ends() {
        for kind in [io::ErrorKind::UnexpectedEof, io::ErrorKind::ConnectionReset, io::ErrorKind::BrokenPipe] {
            assert_eq!(said(ProtocolError::Io(io::Error::from(kind))).to_string(), Own::HungUp.english());
        }
        assert_ne!(said(ProtocolError::Io(io::ErrorKind::PermissionDenied.into())).to_string(), Own::HungUp.english());
    }
}
