//! A private sound server with one room in it, in which somebody talks all the time.
//!
//! The room is a null sink of a `PulseAudio` that nobody else can hear; a recording is played into it over and over, and its monitor is
//! the microphone. Nothing of the machine's own sound is touched.

use std::ffi::OsString;
use std::os::unix::net::UnixStream;
use std::path::PathBuf;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc;
use std::sync::mpsc::Sender;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use crate::Outcome;
use crate::PATIENCE;

/// The server and the talking. Dropping it ends both.
pub(crate) struct SoundServer {
    home: tempfile::TempDir,
    server: Child,
    quiet: Option<Sender<()>>,
    talking: Option<JoinHandle<()>>,
}

impl SoundServer {
    /// Starts it, with `wav`, if there is one, heard in the room.
    pub(crate) fn start(wav: Option<PathBuf>) -> Outcome<Self> {
        // A socket's path must be short: not below the build folder.
        let home = tempfile::Builder::new().prefix("hearback-bench-").tempdir()?;
        let socket = home.path().join("native");
        let server = Command::new("pulseaudio")
            .args(["-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--log-level=error"])
            .arg("-L")
            .arg(format!("module-native-protocol-unix socket={} auth-anonymous=1", socket.display()))
            .args(["-L", "module-null-sink sink_name=room"])
            .env_clear()
            .envs(environment(&home))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()?;
        let mut started = Self { home, server, quiet: None, talking: None };
        let end = Instant::now() + PATIENCE;
        while UnixStream::connect(&socket).is_err() {
            if Instant::now() > end || started.server.try_wait()?.is_some() {
                return Err("the private sound server did not start".into());
            }
            thread::sleep(Duration::from_millis(10));
        }
        let Some(wav) = wav else { return Ok(started) };
        let (quiet, told) = mpsc::channel::<()>();
        let around = started.environment();
        started.talking = Some(thread::spawn(move || {
            // Until there is nobody left to tell us otherwise.
            while told.try_recv() == Err(mpsc::TryRecvError::Empty) {
                let mut play = Command::new("paplay");
                play.arg("--device=room").arg(&wav).env_clear().envs(around.clone());
                let Ok(mut player) = play.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).spawn() else { return };
                while let Ok(None) = player.try_wait() {
                    if told.recv_timeout(Duration::from_millis(100)) == Err(mpsc::RecvTimeoutError::Disconnected) {
                        player.kill().ok();
                    }
                }
            }
        }));
        started.quiet = Some(quiet);
        Ok(started)
    }

    /// What a program needs to hear this room and no other.
    pub(crate) fn environment(&self) -> Vec<(OsString, OsString)> {
        environment(&self.home)
    }
}

fn environment(home: &tempfile::TempDir) -> Vec<(OsString, OsString)> {
    let path = home.path().as_os_str();
    let mut server = OsString::from("unix:");
    server.push(home.path().join("native"));
    vec![
        ("HOME".into(), path.into()),
        ("XDG_RUNTIME_DIR".into(), path.into()),
        ("PULSE_SERVER".into(), server),
        ("PATH".into(), std::env::var_os("PATH").unwrap_or_default()),
        ("TERM".into(), "xterm-256color".into()),
        ("LANG".into(), "C.UTF-8".into()),
    ]
}

impl Drop for SoundServer {
    fn drop(&mut self) {
        drop(self.quiet.take());
        if let Some(talking) = self.talking.take() {
            talking.join().ok();
        }
        self.server.kill().ok();
        self.server.wait().ok();
    }
}
