//! The room: a sound server of our own whose loudspeaker is a null sink and whose microphone is that sink's monitor.
//!
//! It runs in a temporary folder with its own socket and touches nothing of the user's: PulseAudio, or PipeWire with what answers to
//! PulseAudio's protocol for it, where that is installed. The [`Listener`] is the second pair of ears:
//! it records the same monitor independently, says at once when a burst begins, and keeps the source awake (an idle null sink
//! delivers its first data only after a second or two).

use std::io::Read;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use tempfile::TempDir;

use super::PATIENCE;
use super::sound::Finder;
use super::sound::RATE;
use super::until;
use super::within;

/// What to type where a part is missing.
const INSTALL: &str = "sudo apt-get update && sudo apt-get install -y --no-install-recommends pulseaudio pulseaudio-utils";

/// The name of the null sink's monitor.
pub(crate) const MICROPHONE: &str = "room.monitor";

/// Which sound server makes the room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Maker {
    PulseAudio,
    PipeWire,
}

impl Maker {
    /// Those that are here: PulseAudio always, PipeWire where all of it is installed; where it is not, that is said.
    pub(crate) fn all() -> Vec<Self> {
        const NEEDED: [&str; 4] = ["dbus-run-session", "pipewire", "wireplumber", "pipewire-pulse"];
        let path = std::env::var_os("PATH").unwrap_or_default();
        let missing: Vec<&str> =
            NEEDED.into_iter().filter(|name| !std::env::split_paths(&path).any(|dir| dir.join(name).is_file())).collect();
        if missing.is_empty() {
            return vec![Self::PulseAudio, Self::PipeWire];
        }
        println!("not tried with PipeWire: {} is not here", missing.join(", "));
        vec![Self::PulseAudio]
    }

    /// The one that `HEARBACK_ROOM` names, `pipewire`; PulseAudio unless it does.
    pub(crate) fn chosen() -> Self {
        if std::env::var("HEARBACK_ROOM").is_ok_and(|name| name == "pipewire") { Self::PipeWire } else { Self::PulseAudio }
    }
}

/// The room.
pub(crate) struct Room {
    server: Child,
    place: TempDir,
    maker: Maker,
}

impl Room {
    /// Opens a room: starts the server and waits until it answers.
    pub(crate) fn open() -> Self {
        Self::with("auth-anonymous=1")
    }

    /// One that lets in only who has its key, which lies where this room's surroundings say.
    pub(crate) fn behind_a_key() -> Self {
        Self::with("auth-cookie-enabled=1")
    }

    /// One that this server makes.
    pub(crate) fn made_by(maker: Maker) -> Self {
        match maker {
            Maker::PulseAudio => Self::open(),
            Maker::PipeWire => {
                // Its parts are started beside each other, and on a busy machine may miss each other for good: then all of them once more.
                let made = || {
                    let place = tempfile::tempdir().unwrap();
                    Self { server: pipewire(place.path()), place, maker }
                };
                let room = (0..3).map(|_| made()).find(|room| room.stands_within(PATIENCE / 2));
                room.expect("PipeWire to stand at one of three tries")
            }
        }
    }

    fn with(access: &str) -> Self {
        let place = tempfile::tempdir().unwrap();
        let server = server(place.path(), access);
        let room = Self { server, place, maker: Maker::PulseAudio };
        room.wait_for_the_server();
        room
    }

    fn wait_for_the_server(&self) {
        assert!(self.stands_within(PATIENCE), "the sound server does not answer, or has no microphone");
    }

    /// Whether the server answers and has the room's microphone as its choice, each before so long.
    fn stands_within(&self, most: Duration) -> bool {
        let [module, what] = loudspeaker("room");
        let add: Vec<&str> = ["load-module", &module].into_iter().chain(what.split(' ')).collect();
        let made = || (self.maker == Maker::PulseAudio).then(String::new).or_else(|| self.asked(&add));
        // A server's session manager may come a moment after the server.
        within(most, || self.asked(&["info"])).is_some()
            && within(most, made).is_some()
            && within(most, || self.asked(&["list", "short", "sources"]).filter(|known| known.contains(MICROPHONE))).is_some()
            && within(most, || self.asked(&["set-default-source", MICROPHONE])).is_some()
    }

    /// Puts another loudspeaker into the room, whose monitor is another microphone; its number.
    pub(crate) fn add(&self, name: &str) -> String {
        let [module, what] = loudspeaker(name);
        let args: Vec<&str> = ["load-module", &module].into_iter().chain(what.split(' ')).collect();
        self.control(&args).trim().to_owned()
    }

    /// What the server knows our recording by.
    pub(crate) fn recording(&self) -> Option<String> {
        let all = self.control(&["list", "short", "source-outputs"]);
        all.lines().next().and_then(|line| line.split_whitespace().next()).map(str::to_owned)
    }

    /// Moves our recording to the microphone `to`.
    pub(crate) fn move_recording(&self, to: &str) {
        self.move_stream("source", &|| self.recording(), to);
    }

    /// Moves what plays to the loudspeaker `to`.
    pub(crate) fn move_sound(&self, to: &str) {
        let plays = || self.control(&["list", "short", "sink-inputs"]).split_whitespace().next().map(str::to_owned);
        self.move_stream("sink", &plays, to);
    }

    /// Moves a stream to the `what` that is called `to`, as often as it takes until the server has it there: PipeWire takes the order, and on a
    /// busy machine may not come to carry it out.
    fn move_stream(&self, what: &str, stream: &dyn Fn() -> Option<String>, to: &str) {
        let streams = if what == "source" { "source-outputs" } else { "sink-inputs" };
        let devices = self.control(&["list", "short", &format!("{what}s")]);
        let columns = |line: &str| line.split_whitespace().map(str::to_owned).collect::<Vec<_>>();
        let there = devices.lines().map(columns).find(|device| device.get(1).is_some_and(|name| name == to));
        let there = there.unwrap_or_else(|| panic!("no {to} in {devices}")).swap_remove(0);
        until("the server to have moved the stream", || {
            let ours = stream()?;
            self.control(&[&format!("move-{}", &streams[..streams.len() - 1]), &ours, to]);
            let all = self.control(&["list", "short", streams]);
            all.lines().map(columns).any(|one| one.first() == Some(&ours) && one.get(1) == Some(&there)).then_some(())
        });
    }

    /// The sound server dies of it, and says goodbye to nobody. When that was.
    pub(crate) fn kill_the_server(&mut self) -> Instant {
        let now = Instant::now();
        self.server.kill().unwrap();
        self.server.wait().unwrap();
        now
    }

    /// Another sound server in its place. When it answered.
    pub(crate) fn restart_the_server(&mut self) -> Instant {
        self.server = server(self.place.path(), "auth-anonymous=1");
        self.wait_for_the_server();
        Instant::now()
    }

    /// The sound server's process.
    pub(crate) fn server(&self) -> u32 {
        self.server.id()
    }

    /// What surrounds a program in this room.
    pub(crate) fn surroundings(&self) -> Vec<(String, String)> {
        surroundings(self.place.path())
    }

    /// Another program in this room.
    pub(crate) fn command(&self, name: &str) -> Command {
        let mut command = Command::new(name);
        command.envs(self.surroundings()).stdin(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// What the server answers, if it does.
    fn asked(&self, args: &[&str]) -> Option<String> {
        let output = self.command("pactl").args(args).output();
        let output = output.unwrap_or_else(|why| panic!("the room needs pactl ({why}). Type:\n  {INSTALL}"));
        output.status.success().then(|| String::from_utf8_lossy(&output.stdout).into_owned())
    }

    /// Asks the server something that it must answer.
    pub(crate) fn control(&self, args: &[&str]) -> String {
        self.asked(args).unwrap_or_else(|| panic!("pactl {args:?} failed"))
    }

    /// How many programs record in this room.
    pub(crate) fn ears(&self) -> usize {
        self.control(&["list", "short", "source-outputs"]).lines().count()
    }

    /// A file of the room's own.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.place.path().join(name)
    }

    /// Plays `wav` into the room; waits for nothing.
    pub(crate) fn play(&self, wav: &Path) -> Playing {
        self.play_on("room", wav)
    }

    /// The same, on another loudspeaker.
    pub(crate) fn play_on(&self, loudspeaker: &str, wav: &Path) -> Playing {
        let mut command = self.command("paplay");
        command.arg(format!("--device={loudspeaker}")).arg(wav).stdout(Stdio::null());
        Playing(command.spawn().unwrap_or_else(|why| panic!("the room needs paplay ({why}). Type:\n  {INSTALL}")))
    }
}

/// What makes the room's loudspeaker, whose monitor is the microphone. People call it otherwise than the server does.
pub(crate) fn loudspeaker(name: &str) -> [String; 2] {
    [
        "module-null-sink".into(),
        format!("sink_name={name} format=s16le rate={RATE} channels=1 sink_properties=device.description=The-{name}"),
    ]
}

fn server(place: &Path, access: &str) -> Child {
    let socket = place.join("socket");
    let mut server = Command::new("pulseaudio");
    server.args(["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--disable-shm=yes"]);
    server.args(["--high-priority=no", "--realtime=no", "--log-target=stderr", "--log-level=error"]);
    server.arg("-L").arg(format!("module-native-protocol-unix socket={} {access}", socket.display()));
    server.arg("-L").arg(loudspeaker("room").join(" "));
    server.envs(surroundings(place));
    server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    server.spawn().unwrap_or_else(|why| panic!("the room needs pulseaudio ({why}). Type:\n  {INSTALL}"))
}

/// PipeWire, its session's manager and its answer to PulseAudio, in one group so that they end together.
fn pipewire(place: &Path) -> Child {
    std::fs::create_dir_all(place.join("pulse")).unwrap();
    let mut server = Command::new("dbus-run-session");
    server.args(["--", "sh", "-c", "pipewire & wireplumber & pipewire-pulse & wait"]);
    server.envs(surroundings(place)).env_remove("PULSE_SERVER").env_remove("PULSE_RUNTIME_PATH").env_remove("DISPLAY");
    std::os::unix::process::CommandExt::process_group(&mut server, 0);
    server.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    let child = server.spawn().unwrap();
    // What every room calls its socket.
    std::os::unix::fs::symlink(place.join("pulse/native"), place.join("socket")).unwrap();
    child
}

/// What keeps a program that lives in `place` away from the user's own things. The client library that the program uses looks
/// for the server's cookie in HOME/.config only, so XDG_CONFIG_HOME must not lead elsewhere.
pub(crate) fn surroundings(place: &Path) -> Vec<(String, String)> {
    let own = place.display().to_string();
    let folders = ["HOME", "XDG_RUNTIME_DIR", "PULSE_RUNTIME_PATH", "PULSE_STATE_PATH"];
    let mut all: Vec<_> = folders.map(|name| (name.to_owned(), own.clone())).into();
    all.push(("XDG_CONFIG_HOME".into(), format!("{own}/.config")));
    all.push(("LC_ALL".into(), "C.UTF-8".into()));
    all.push(("PULSE_SERVER".into(), format!("unix:{}", place.join("socket").display())));
    all
}

impl Drop for Room {
    fn drop(&mut self) {
        if self.maker == Maker::PipeWire
            && let Some(group) = i32::try_from(self.server.id()).ok().and_then(rustix::process::Pid::from_raw)
        {
            rustix::process::kill_process_group(group, rustix::process::Signal::KILL).ok();
        }
        self.server.kill().ok();
        self.server.wait().ok();
    }
}

/// Something that sounds in the room; stops when dropped.
pub(crate) struct Playing(Child);

impl Playing {
    /// Waits until it is over.
    pub(crate) fn wait(mut self) {
        let status = until("the sound to be over", || self.0.try_wait().unwrap());
        assert!(status.success(), "paplay failed");
    }
}

impl Drop for Playing {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// What the listener has heard so far.
#[derive(Default)]
struct Heard {
    samples: Vec<i16>,
    /// When the first sample would have been in the room, if the quickest piece of all had taken no time to reach us.
    zero: Option<Instant>,
    /// The same by each piece alone, and with which sample that ended.
    pieces: Vec<(usize, Instant)>,
}

/// The second pair of ears.
pub(crate) struct Listener {
    process: Child,
    thread: Option<JoinHandle<()>>,
    heard: Arc<Mutex<Heard>>,
    onsets: Receiver<usize>,
}

impl Listener {
    /// Begins to listen, and waits until the room can be heard.
    pub(crate) fn new(room: &Room) -> Self {
        let mut command = room.command("parec");
        command.args(["--device", MICROPHONE, "--raw", "--format=s16le", "--channels=1", "--latency-msec=20"]);
        command.arg(format!("--rate={RATE}")).stdout(Stdio::piped());
        let mut process = command.spawn().unwrap_or_else(|why| panic!("the room needs parec ({why}). Type:\n  {INSTALL}"));
        let mut source = process.stdout.take().unwrap();
        let heard = Arc::new(Mutex::new(Heard::default()));
        let (tell, onsets) = mpsc::channel();
        let shared = Arc::clone(&heard);
        let thread = thread::spawn(move || {
            let (mut finder, mut bytes, mut odd) = (Finder::default(), [0; 8_192], Vec::new());
            while let Ok(count @ 1..) = source.read(&mut bytes) {
                let now = Instant::now();
                odd.extend_from_slice(&bytes[..count]);
                let whole = odd.len() / 2 * 2;
                let piece: Vec<i16> = odd.drain(..whole).as_slice().chunks_exact(2).map(|b| i16::from_le_bytes([b[0], b[1]])).collect();
                let onset = finder.hear(&piece);
                let mut heard = shared.lock().unwrap();
                heard.samples.extend(piece);
                let zero = now.checked_sub(duration(heard.samples.len())).unwrap();
                heard.zero = Some(heard.zero.map_or(zero, |before| before.min(zero)));
                let end = heard.samples.len();
                heard.pieces.push((end, zero));
                drop(heard);
                if let Some(onset) = onset {
                    tell.send(onset).ok();
                }
            }
        });
        let listener = Self { process, thread: Some(thread), heard, onsets };
        until("sound from the room", || (!listener.heard.lock().unwrap().samples.is_empty()).then_some(()));
        listener
    }

    /// Waits for the next burst: the sample it begins with.
    pub(crate) fn next_burst(&self) -> usize {
        self.onsets.recv_timeout(super::PATIENCE).expect("a burst in the room")
    }

    /// How much later than at its best it was in the second after this sample: what it had lost by then, of which its samples know nothing,
    /// or was made to wait for.
    pub(crate) fn late(&self, sample: usize) -> Duration {
        let heard = self.heard.lock().unwrap();
        let after = heard.pieces.iter().filter(|(end, _)| (sample..sample + RATE as usize).contains(end));
        let best = after.map(|(_, zero)| *zero).min();
        best.map_or(Duration::MAX, |best| best.saturating_duration_since(heard.zero.unwrap()))
    }

    /// Everything heard so far, and when the first sample of it was in the room.
    pub(crate) fn recording(&self) -> (Vec<i16>, Instant) {
        let heard = self.heard.lock().unwrap();
        (heard.samples.clone(), heard.zero.unwrap())
    }
}

/// How long `samples` last.
pub(crate) fn duration(samples: usize) -> Duration {
    Duration::from_secs_f64(samples as f64 / f64::from(RATE))
}

impl Drop for Listener {
    fn drop(&mut self) {
        self.process.kill().ok();
        self.process.wait().ok();
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}
