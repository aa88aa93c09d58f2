//! A connection to the sound server: the door, and questions with their answers.
//!
//! With the first bytes go this process's credentials, as libpulse sends them: a server lets in whoever runs as its own user, also where the
//! key that is found is not its key (another `PULSE_COOKIE`, sudo, a container). Without them it would see them only if it happened to ask
//! early enough. A server whose socket is there is tried again for five seconds: it may be starting.

#![expect(clippy::disallowed_methods, reason = "it asks how long it has waited, and reads the key")]

use std::ffi::CStr;
use std::io;
use std::io::BufReader;
use std::io::IoSlice;
use std::mem::MaybeUninit;
use std::os::unix::net::UnixStream;
use std::path::Path;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use pulseaudio::protocol;
use pulseaudio::protocol::AuthParams;
use pulseaudio::protocol::AuthReply;
use pulseaudio::protocol::Command;
use pulseaudio::protocol::CommandReply;
use pulseaudio::protocol::Prop;
use pulseaudio::protocol::Props;
use pulseaudio::protocol::ProtocolError;
use pulseaudio::protocol::PulseError;
use pulseaudio::protocol::SetClientNameReply;
use pulseaudio::protocol::TagStructRead;
use rustix::net::SendAncillaryBuffer;
use rustix::net::SendAncillaryMessage;
use rustix::net::SendFlags;
use rustix::net::UCred;

use crate::audio::pulse::address::Address;
use crate::audio::pulse::address::Surroundings;
use crate::words::say;

/// How long an answer may take.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long a server whose socket is there is tried again, and how long between two tries.
pub(super) const DOOR: Duration = Duration::from_secs(5);
pub(super) const KNOCK: Duration = Duration::from_millis(200);

/// What is read at once at most.
const BUFFER: usize = 16 << 10;

/// Why there is no connection.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum Unreached {
    /// There is no server, as far as can be seen.
    #[error("{}", say!("pulse-none"))]
    NoServer,
    /// One is named that is not asked.
    #[error("{}", say!("pulse-elsewhere", place = .0))]
    Elsewhere(String),
    /// It does not let this user in.
    #[error("{}", say!("pulse-not-let-in", place = .0.display().to_string()))]
    NotLetIn(PathBuf),
    /// It does not answer, or not as one of its kind.
    #[error("{}", say!("pulse-silent", place = .socket.display().to_string(), why = .why))]
    Silent {
        /// Its socket.
        socket: PathBuf,
        /// What the system says.
        why: String,
    },
}

/// A connection.
#[derive(Debug)]
pub(super) struct Connection {
    socket: BufReader<UnixStream>,
    version: u16,
    asked: u32,
}

impl Connection {
    /// To the server there is, after five seconds at most.
    pub(super) fn open() -> Result<Self, Unreached> {
        Self::asked_within(DOOR, place, |_| Ok(())).map(|(line, ())| line)
    }

    /// The same, and what it answers to `questions`. One that hangs up between two of them is starting anew, and is asked again.
    pub(super) fn asked<T>(questions: impl FnMut(&mut Self) -> Result<T, ProtocolError>) -> Result<T, Unreached> {
        Self::asked_within(DOOR, place, questions).map(|(_, answers)| answers)
    }

    fn asked_within<T>(
        most: Duration,
        place: impl Fn() -> Address,
        mut questions: impl FnMut(&mut Self) -> Result<T, ProtocolError>,
    ) -> Result<(Self, T), Unreached> {
        let began = Instant::now();
        let mut refusal = None;
        loop {
            refusal = match (place(), refusal) {
                // Where one was a moment ago, one that starts anew has taken its socket away and not made the next.
                (Address::Nowhere, Some(before)) => Some(before),
                (Address::Nowhere, None) => return Err(Unreached::NoServer),
                (Address::Elsewhere(named), _) => return Err(Unreached::Elsewhere(named)),
                (Address::Socket(socket), _) => match Self::through(&socket, key()).and_then(|mut line| {
                    let answers = questions(&mut line)?;
                    Ok((line, answers))
                }) {
                    Ok(answered) => return Ok(answered),
                    Err(ProtocolError::ServerError(PulseError::AccessDenied | PulseError::AuthKey)) => Some(Unreached::NotLetIn(socket)),
                    Err(why) => Some(Unreached::Silent { socket, why: why.to_string() }),
                },
            };
            if began.elapsed() >= most {
                return Err(refusal.unwrap_or(Unreached::NoServer));
            }
            thread::park_timeout(KNOCK);
        }
    }

    /// Through this socket, with this key.
    fn through(socket: &Path, key: Vec<u8>) -> Result<Self, ProtocolError> {
        let socket = UnixStream::connect(socket)?;
        socket.set_read_timeout(Some(PATIENCE))?;
        socket.set_write_timeout(Some(PATIENCE))?;
        let version = protocol::MAX_VERSION;
        let mut line = Self { socket: BufReader::with_capacity(BUFFER, socket), version, asked: 0 };
        let auth = AuthParams { version, supports_shm: false, supports_memfd: false, cookie: key };
        let mut first = Vec::new();
        let length = protocol::encode_command_message(&mut first, line.next(), &Command::Auth(auth), version)?;
        send_with_credentials(line.socket.get_ref(), &first[..length])?;
        let reply: AuthReply = line.read()?;
        line.version = version.min(reply.version);
        let mut props = Props::new();
        props.set(Prop::ApplicationName, c"hearback");
        let pid = std::ffi::CString::new(std::process::id().to_string()).unwrap_or_default();
        props.set(Prop::ApplicationProcessId, pid);
        let _named: SetClientNameReply = line.ask(&Command::SetClientName(props))?;
        Ok(line)
    }

    fn next(&mut self) -> u32 {
        self.asked += 1;
        self.asked
    }

    fn read<R: CommandReply + TagStructRead>(&mut self) -> Result<R, ProtocolError> {
        protocol::read_reply_message(&mut self.socket, self.version).map(|(_, reply)| reply)
    }

    /// Asks, and waits for the answer. Only while nothing else comes on this line.
    pub(super) fn ask<R: CommandReply + TagStructRead>(&mut self, question: &Command) -> Result<R, ProtocolError> {
        let number = self.next();
        protocol::write_command_message(self.socket.get_mut(), number, question, self.version)?;
        self.read()
    }

    /// The line as it is from now on: something comes whenever it likes, and is waited for as long as it takes.
    pub(super) fn into_parts(self) -> io::Result<(BufReader<UnixStream>, UnixStream, u16)> {
        self.socket.get_ref().set_read_timeout(None)?;
        let writer = self.socket.get_ref().try_clone()?;
        Ok((self.socket, writer, self.version))
    }
}

fn surroundings<T>(look: impl FnOnce(&Surroundings<'_>) -> T) -> T {
    let machine = std::fs::read_to_string("/etc/machine-id").ok().map(|id| id.trim().to_owned());
    look(&Surroundings { variable: &|name| std::env::var_os(name), home: std::env::home_dir(), machine })
}

fn place() -> Address {
    surroundings(|around| around.server(|path| path.exists()))
}

fn key() -> Vec<u8> {
    surroundings(|around| around.key(|path| std::fs::read(path).ok()))
}

/// Sends `bytes`, and with the first of them who this process is.
fn send_with_credentials(socket: &UnixStream, bytes: &[u8]) -> io::Result<()> {
    let who = UCred { pid: rustix::process::getpid(), uid: rustix::process::getuid(), gid: rustix::process::getgid() };
    let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmCredentials(1))];
    let mut beside = SendAncillaryBuffer::new(&mut space);
    beside.push(SendAncillaryMessage::ScmCredentials(who));
    let sent = rustix::net::sendmsg(socket, &[IoSlice::new(bytes)], &mut beside, SendFlags::NOSIGNAL)?;
    // Who we are has gone with the first of them; the rest follows as it is.
    io::Write::write_all(&mut &*socket, &bytes[sent..])
}

/// A name of the server's as text.
pub(super) fn words(text: &CStr) -> String {
    text.to_string_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use std::io::Read;
    use std::os::unix::net::UnixListener;

    use rustix::net::RecvAncillaryBuffer;
    use rustix::net::RecvAncillaryMessage;
    use rustix::net::RecvFlags;

    use super::*;

    /// A server that says the same to everybody; what came with the first bytes.
    fn doorkeeper(answer: &'static [u8]) -> (tempfile::TempDir, PathBuf, thread::JoinHandle<Option<UCred>>) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("native");
        let listener = UnixListener::bind(&path).unwrap();
        let thread = thread::Builder::new().spawn(move || {
            let (mut guest, _) = listener.accept().unwrap();
            rustix::net::sockopt::set_socket_passcred(&guest, true).unwrap();
            let mut bytes = [0; 64];
            let mut space = [MaybeUninit::uninit(); rustix::cmsg_space!(ScmCredentials(1))];
            let mut beside = RecvAncillaryBuffer::new(&mut space);
            rustix::net::recvmsg(&guest, &mut [io::IoSliceMut::new(&mut bytes)], &mut beside, RecvFlags::empty()).unwrap();
            let came = beside.drain().find_map(|message| match message {
                RecvAncillaryMessage::ScmCredentials(who) => Some(who),
                _ => None,
            });
            io::Write::write_all(&mut guest, answer).unwrap();
            let mut rest = Vec::new();
            guest.set_read_timeout(Some(Duration::from_millis(500))).unwrap();
            guest.read_to_end(&mut rest).ok();
            came
        });
        (dir, path, thread.unwrap())
    }

    #[test]
    fn credentials_go_with_the_first_bytes() {
        // "Access denied": an error of three tagged numbers, the second the question's.
        const DENIED: &[u8] =
            &[0, 0, 0, 15, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, b'L', 0, 0, 0, 0, b'L', 0, 0, 0, 1, b'L', 0, 0, 0, 1];
        let (_dir, path, server) = doorkeeper(DENIED);
        let refused = Connection::through(&path, vec![0; crate::audio::pulse::address::KEY]).unwrap_err();
        assert!(matches!(refused, ProtocolError::ServerError(PulseError::AccessDenied)), "{refused}");
        let who = server.join().unwrap().expect("they came");
        assert_eq!((who.pid, who.uid), (rustix::process::getpid(), rustix::process::getuid()));
    }

    #[test]
    fn a_door_that_was_there_is_knocked_at_until_its_time_is_over() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("native");
        drop(UnixListener::bind(&path).unwrap());
        // The socket of a server that is gone; then none, while the next one starts.
        let looks = std::cell::Cell::new(0);
        let place = || {
            looks.set(looks.get() + 1);
            if looks.get() == 1 { Address::Socket(path.clone()) } else { Address::Nowhere }
        };
        let refused = Connection::asked_within(2 * KNOCK, place, |_| Ok(())).unwrap_err();
        assert!(matches!(refused, Unreached::Silent { ref socket, .. } if *socket == path), "{refused}");
        assert!(looks.get() > 1, "it was looked for again");
        // Where none ever was, nobody waits.
        looks.set(1);
        assert_eq!(Connection::asked_within(DOOR, place, |_| Ok(())).unwrap_err(), Unreached::NoServer);
        assert_eq!(looks.get(), 2);
        let named = || Address::Elsewhere("tcp:192.168.1.7".into());
        assert_eq!(Connection::asked_within(DOOR, named, |_| Ok(())).unwrap_err(), Unreached::Elsewhere("tcp:192.168.1.7".into()));
    }

    /// Reads one message: its length stands at its beginning, after which come sixteen bytes that are not counted.
    fn question(guest: &mut UnixStream) -> io::Result<()> {
        let mut head = [0; 20];
        guest.read_exact(&mut head)?;
        let [a, b, c, d, ..] = head;
        guest.read_exact(&mut vec![0; u32::from_be_bytes([a, b, c, d]) as usize])
    }

    #[test]
    fn a_server_that_hangs_up_between_two_questions_is_asked_again_and_then_named() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("native");
        let listener = UnixListener::bind(&path).unwrap();
        let server = thread::Builder::new().spawn(move || {
            // An answer: its number and, to the first question, the version of the protocol. Then it hangs up, and takes no more guests.
            for _ in 0..2 {
                let (mut guest, _) = listener.accept().unwrap();
                for rest in [&[b'L', 0, 0, 0, 32] as &[u8], &[b'L', 0, 0, 0, 7]] {
                    question(&mut guest).unwrap();
                    let number = u8::from(rest[4] == 7) + 1;
                    let body = [&[b'L', 0, 0, 0, 2, b'L', 0, 0, 0, number], rest].concat();
                    let head = [&u32::to_be_bytes(15) as &[u8], &[255; 4], &[0; 12]].concat();
                    io::Write::write_all(&mut guest, &[head, body].concat()).unwrap();
                }
            }
        });
        let tries = std::cell::Cell::new(0);
        let questions = |line: &mut Connection| {
            tries.set(tries.get() + 1);
            line.ask::<SetClientNameReply>(&Command::SetClientName(Props::new()))
        };
        let place = || if tries.get() < 2 { Address::Socket(path.clone()) } else { Address::Nowhere };
        let refused = Connection::asked_within(2 * KNOCK, place, questions).unwrap_err();
        assert!(matches!(refused, Unreached::Silent { ref socket, .. } if *socket == path), "{refused}");
        assert_eq!(tries.get(), 2);
        server.unwrap().join().unwrap();
    }

    #[test]
    fn what_is_no_sound_server_is_said_to_be_none() {
        let (_dir, path, server) = doorkeeper(b"HTTP/1.1 400 Bad Request\r\n\r\n");
        Connection::through(&path, vec![0; crate::audio::pulse::address::KEY]).unwrap_err();
        server.join().unwrap();
    }
}
