//! Where the sound of a running stream really comes from, as the sound server tells it.
//!
//! A sound server may move a stream to another microphone (the one plugged in last, the one somebody clicked on) and mute the one it
//! hears, and tells the stream nothing. So once a second a connection of its own asks the server which source our stream is on, and
//! whether that is muted; what changed goes through a channel to whoever holds the stream. It asks with a time limit on a thread of its
//! own, because servers hang; a server that cannot be asked is no news. The only file that names pulseaudio, whose protocol PipeWire
//! speaks too; where there is neither (ALSA alone, macOS, Windows), nothing is known and nothing is claimed.

use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;

use super::Device;

/// What a stream hears.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    /// The device, by the id it is listed with.
    pub device: Device,
    /// Whether the sound system holds it muted.
    pub muted: Mute,
}

/// Whether a microphone is muted in the sound system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mute {
    /// It is heard.
    Off,
    /// It is not.
    On,
}

/// A stream that is watched. Dropping it ends the watch.
#[derive(Debug)]
pub(super) struct Watch {
    changes: Receiver<Route>,
    /// Never used, only dropped: that ends the watch.
    _stay: Sender<()>,
}

impl Watch {
    /// The latest route, if it changed since it was asked for the last time (the first one counts as a change).
    pub(super) fn change(&self) -> Option<Route> {
        self.changes.try_iter().last()
    }
}

#[cfg(target_os = "linux")]
pub(super) use server::watch;

/// Where there is no server to ask.
#[cfg(not(target_os = "linux"))]
pub(super) fn watch(_id: &str) -> Option<Watch> {
    None
}

#[cfg(target_os = "linux")]
mod server {
    #![expect(clippy::disallowed_methods, reason = "a thread that asks a server, and reads the cookie that opens its door")]

    use std::ffi::CStr;
    use std::io::BufReader;
    use std::os::unix::net::UnixStream;
    use std::sync::mpsc;
    use std::sync::mpsc::RecvTimeoutError;
    use std::thread;
    use std::time::Duration;

    use pulseaudio::protocol;
    use pulseaudio::protocol::Command;
    use pulseaudio::protocol::CommandReply;
    use pulseaudio::protocol::Prop;
    use pulseaudio::protocol::ProtocolError;
    use pulseaudio::protocol::TagStructRead;

    use super::Mute;
    use super::Route;
    use super::Watch;
    use crate::audio::Device;

    /// How cpal's ids of this server's sources begin.
    const OURS: &str = "pulseaudio:";

    /// How often the server is asked: a wrong microphone is known within two of these.
    const EVERY: Duration = Duration::from_secs(1);

    /// How long an answer may take.
    const PATIENCE: Duration = Duration::from_secs(2);

    /// Watches the stream this process has on the source with this id, if it is a sound server's.
    pub(in crate::audio) fn watch(id: &str) -> Option<Watch> {
        id.strip_prefix(OURS)?;
        let (tell, changes) = mpsc::channel::<Route>();
        let (stay, gone) = mpsc::channel::<()>();
        let work = move || {
            let (mut line, mut told) = (None, None);
            loop {
                if line.is_none() {
                    line = Line::open().ok();
                }
                match line.as_mut().map(Line::ask) {
                    Some(Ok(Some(route))) if told.as_ref() != Some(&route) => {
                        told = Some(route.clone());
                        if tell.send(route).is_err() {
                            break;
                        }
                    }
                    Some(Ok(_)) | None => {}
                    Some(Err(_)) => line = None,
                }
                // Nobody ever sends here: waiting for it is how this thread sleeps.
                if gone.recv_timeout(EVERY) == Err(RecvTimeoutError::Disconnected) {
                    break;
                }
            }
        };
        thread::Builder::new().name("route".into()).spawn(work).ok()?;
        Some(Watch { changes, _stay: stay })
    }

    /// A connection to the server.
    struct Line {
        socket: BufReader<UnixStream>,
        version: u16,
        asked: u32,
    }

    impl Line {
        fn open() -> Result<Self, ProtocolError> {
            let path = pulseaudio::socket_path_from_env().ok_or(std::io::ErrorKind::NotFound).map_err(std::io::Error::from)?;
            let socket = UnixStream::connect(path)?;
            socket.set_read_timeout(Some(PATIENCE))?;
            socket.set_write_timeout(Some(PATIENCE))?;
            let cookie = pulseaudio::cookie_path_from_env().and_then(|path| std::fs::read(path).ok()).unwrap_or_default();
            let version = protocol::MAX_VERSION;
            let mut line = Self { socket: BufReader::new(socket), version, asked: 0 };
            let auth = protocol::AuthParams { version, supports_shm: false, supports_memfd: false, cookie };
            let reply: protocol::AuthReply = line.answer(&Command::Auth(auth))?;
            line.version = version.min(reply.version);
            let mut props = protocol::Props::new();
            props.set(Prop::ApplicationName, c"hearback, looking where its microphone is");
            let _named: protocol::SetClientNameReply = line.answer(&Command::SetClientName(props))?;
            Ok(line)
        }

        fn answer<R: CommandReply + TagStructRead>(&mut self, question: &Command) -> Result<R, ProtocolError> {
            self.asked += 1;
            protocol::write_command_message(self.socket.get_mut(), self.asked, question, self.version)?;
            protocol::read_reply_message(&mut self.socket, self.version).map(|(_, reply)| reply)
        }

        /// Where the stream of this process is; nothing while it has none.
        fn ask(&mut self) -> Result<Option<Route>, ProtocolError> {
            let streams: protocol::SourceOutputInfoList = self.answer(&Command::GetSourceOutputInfoList)?;
            let us = std::process::id().to_string();
            let is_ours = |stream: &&protocol::SourceOutputInfo| {
                stream.props.get(Prop::ApplicationProcessId).is_some_and(|id| id.strip_suffix(b"\0").unwrap_or(id) == us.as_bytes())
            };
            let Some(stream) = streams.iter().rfind(is_ours) else { return Ok(None) };
            let sources: protocol::SourceInfoList = self.answer(&Command::GetSourceInfoList)?;
            let Some(source) = sources.iter().find(|s| s.index == stream.source_index) else { return Ok(None) };
            let words = |text: &CStr| text.to_string_lossy().into_owned();
            let id = words(&source.name);
            let device = Device {
                name: source.description.as_deref().map_or_else(|| id.clone(), words),
                id: format!("{OURS}{id}"),
                is_default: false,
            };
            let muted = if source.muted || stream.muted { Mute::On } else { Mute::Off };
            Ok(Some(Route { device, muted }))
        }
    }
}
