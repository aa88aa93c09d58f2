//! `make bench`: what an interview costs, and how long the interviewer waits.
//!
//! Four questions, asked of the real binary in a real pseudo-terminal, recording from a real (private) sound server:
//!
//! 1. What does a whole interview cost in processor time and memory, beside `ffmpeg` and `parecord` recording the same sound in the same
//!    minute?
//! 2. How long from the start of the process to the first whole screen?
//! 3. How long from a key to the screen that shows it?
//! 4. How long from Enter to "saved", which is said only after the bytes were synced?
//!
//! The machine is never quiet, so nothing is compared with a figure from another run: what is compared runs at the same time, or in turns
//! (A B A B), and ratios are taken pair by pair. The harness measures itself the same way (a shell, `cat`, a bare sync), because it is part
//! of every figure. Speed is printed, never asserted: the bench fails only when something could not be measured.
//!
//! `HEARBACK_BENCH_SECONDS` is the length of the interview in (1), 60 unless set. The answer also goes into `target/bench.txt`.

#![expect(clippy::disallowed_methods, reason = "a bench stands outside: it owns its clock, its processes and its files")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints")]

mod figures;
mod process;
mod screen;
mod sound_server;

use std::error::Error;
use std::fmt::Write as _;
use std::fs;
use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitCode;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crate::figures::Dice;
use crate::figures::Series;
use crate::figures::judged;
use crate::process::Bystander;
use crate::process::Watch;
use crate::screen::Terminal;
use crate::sound_server::SoundServer;

/// What could not be measured, and why.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// The program.
const HEARBACK: &str = env!("CARGO_BIN_EXE_hearback");

/// How long anything may take before the bench gives up on it.
const PATIENCE: Duration = Duration::from_secs(20);

/// Starts of each kind.
const STARTS: usize = 20;

/// Sessions on the home screen: a study like the published one.
const SESSIONS: usize = 62;

/// Notes written while keys are timed, and keys of each that are.
const NOTES: usize = 52;

/// What stands in the footer once a screen is whole.
const ON_HOME: &str = "open";
const ON_SETUP: &str = "begin";
const IN_INTERVIEW: &str = "moment";

fn main() -> ExitCode {
    if let Err(what) = missing_tools() {
        eprintln!("{what}");
        return ExitCode::FAILURE;
    }
    let mut report = String::new();
    let outcome = measure(&mut report);
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap_or(Path::new("."));
    if let Err(why) = fs::write(target.join("bench.txt"), &report) {
        eprintln!("target/bench.txt could not be written: {why}");
    }
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("could not be measured: {why}");
            ExitCode::FAILURE
        }
    }
}

/// The tools the bench needs beside a shell, or the line that installs them.
fn missing_tools() -> Result<(), String> {
    let tools = [("ffmpeg", "ffmpeg"), ("pulseaudio", "pulseaudio"), ("parecord", "pulseaudio-utils"), ("paplay", "pulseaudio-utils")];
    let path = std::env::var_os("PATH").unwrap_or_default();
    let there = |tool: &str| std::env::split_paths(&path).any(|dir| dir.join(tool).is_file());
    let mut packages: Vec<&str> = tools.into_iter().filter(|(tool, _)| !there(tool)).map(|(_, package)| package).collect();
    packages.dedup();
    if packages.is_empty() {
        return Ok(());
    }
    Err(format!("the bench needs tools that are not here. Install them with:\n  apt-get install -y {}", packages.join(" ")))
}

/// Where everything happens: a folder on the disk of the build, and the private sound server.
struct Bench {
    dir: tempfile::TempDir,
    server: SoundServer,
    length: Duration,
    report: String,
}

fn measure(report: &mut String) -> Outcome<()> {
    let seconds = std::env::var("HEARBACK_BENCH_SECONDS").map_or(Ok(60), |s| s.parse())?;
    let dir = tempfile::Builder::new().prefix("bench-").tempdir_in(env!("CARGO_TARGET_TMPDIR"))?;
    let demo = dir.path().join("demo");
    done(Command::new(HEARBACK).arg("demo").arg("--auto").arg("--out").arg(&demo))?;
    let session = session_in(&demo)?;
    let server = SoundServer::start(Some(session.join("take-001.wav")))?;
    let mut bench = Bench { dir, server, length: Duration::from_secs(seconds), report: String::new() };
    bench.say(format!("hearback {}, release profile, {}", env!("CARGO_PKG_VERSION"), machine()));
    let outcome = bench.interview().and_then(|()| bench.starts(&session)).and_then(|()| bench.keys());
    bench.say(String::new());
    report.push_str(&bench.report);
    outcome
}

/// The processor and what else it was doing.
fn machine() -> String {
    let cpus = thread::available_parallelism().map_or(0, |n| n.get());
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let info = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let model = info.lines().find_map(|l| l.strip_prefix("model name")?.split(':').nth(1)).unwrap_or("unknown processor");
    format!("{cpus} cores ({}), load before {}", model.trim(), load.split(' ').next().unwrap_or("?"))
}

fn done(command: &mut Command) -> Outcome<()> {
    let output = command.output()?;
    if output.status.success() {
        return Ok(());
    }
    Err(format!("{command:?} failed: {}", String::from_utf8_lossy(&output.stderr)).into())
}

/// The only session of the study in `dir`.
fn session_in(dir: &Path) -> Outcome<PathBuf> {
    Ok(fs::read_dir(dir.join("sessions"))?.next().ok_or("the study has no session")??.path())
}

/// Seconds of sound in a WAV, by what is in the file.
fn seconds_of(wav: &Path) -> Outcome<f64> {
    // 44 bytes of header (ffmpeg's holds some more), then 16-bit samples at 48 kHz.
    Ok(fs::metadata(wav)?.len().saturating_sub(44) as f64 / 96_000.0)
}

impl Bench {
    fn say(&mut self, line: impl AsRef<str>) {
        println!("{}", line.as_ref());
        self.report.push_str(line.as_ref());
        self.report.push('\n');
    }

    fn hearback(&self, arguments: &[&str]) -> Outcome<Terminal> {
        let mut environment = self.server.environment();
        environment.push(("TMPDIR".into(), self.dir.path().into()));
        Terminal::run(HEARBACK, arguments, &environment)
    }

    /// A new study called `name`.
    fn study(&self, name: &str) -> Outcome<String> {
        let dir = self.dir.path().join(name);
        done(Command::new(HEARBACK).arg("init").arg(&dir))?;
        Ok(dir.display().to_string())
    }

    /// Fills the form in and waits until the interview is recorded.
    fn begin(&self, study: &str) -> Outcome<Terminal> {
        let mut room = self.hearback(&["--study", study, "conduct", "--guide", "patient-first", "--participant", "P01"])?;
        room.until("the form", PATIENCE, |s| screen::footer(s).contains(ON_SETUP))?;
        room.type_keys("a")?;
        room.until("a microphone that is heard", PATIENCE, |s| s.contents().contains("dB  heard "))?;
        room.type_keys("\r")?;
        room.until("a recording that runs", PATIENCE, |s| s.contents().contains(" REC ") && screen::footer(s).contains(IN_INTERVIEW))?;
        Ok(room)
    }

    /// (1) Cost: hearback, ffmpeg and parecord record the same minute.
    fn interview(&mut self) -> Outcome<()> {
        let study = self.study("cost")?;
        let mut room = self.begin(&study)?;
        let (by_ffmpeg, by_parecord) = (self.dir.path().join("ffmpeg.wav"), self.dir.path().join("parecord.wav"));
        let ffmpeg = ["-hide_banner", "-loglevel", "error", "-f", "pulse", "-i", "room.monitor", "-ac", "1", "-ar", "48000"];
        let ffmpeg = Bystander::start(Command::new("ffmpeg").args(ffmpeg).arg(&by_ffmpeg), &self.server)?;
        let parecord = ["--device=room.monitor", "--channels=1", "--rate=48000", "--format=s16le"];
        let parecord = Bystander::start(Command::new("parecord").args(parecord).arg(&by_parecord), &self.server)?;
        let begun = Instant::now();
        let watch = Watch::over([room.pid()?, ffmpeg.pid(), parecord.pid()], self.length / 7);

        let mut notes = 0;
        let mut dice = Dice::new(1);
        while let Some(left) = self.length.checked_sub(begun.elapsed()) {
            let next = Duration::from_secs(10 * notes + 4);
            if next + Duration::from_secs(5) > self.length {
                thread::sleep(left);
                break;
            }
            thread::sleep(next.saturating_sub(begun.elapsed()));
            let note = format!("note {notes}: rest before pain");
            for key in note.chars() {
                room.type_keys(&key.to_string())?;
                thread::sleep(dice.between(60, 140));
            }
            room.type_keys("\r")?;
            room.until("a note that is saved", PATIENCE, |s| screen::row_with(s, &note).is_some_and(|r| r.contains("saved")))?;
            // The next topic: from the introduction on through the guide, as an interview goes.
            room.type_keys(screen::PAGE_DOWN)?;
            notes += 1;
        }
        ffmpeg.interrupt()?;
        parecord.interrupt()?;
        room.type_keys(screen::F10)?;
        room.type_keys(screen::F10)?;
        room.type_keys("\r")?;
        let used = watch.end()?;
        room.wait()?;
        drop((ffmpeg, parecord));

        let recorded = [session_in(Path::new(&study))?.join("take-001.wav"), by_ffmpeg, by_parecord];
        self.say(format!(
            "\n1. A whole interview: {} s, {notes} notes typed, the screen at 80x24; all three at the same time",
            self.length.as_secs()
        ));
        self.say("                CPU s   of a core   peak MB   PSS MB   recorded s");
        for ((name, used), wav) in ["hearback", "ffmpeg", "parecord"].into_iter().zip(&used).zip(&recorded) {
            let (cpu, share) = (used.cpu.as_secs_f64(), used.cpu.as_secs_f64() / self.length.as_secs_f64() * 100.0);
            let (peak, pss) = (used.peak_kib as f64 / 1024.0, used.pss_kib as f64 / 1024.0);
            self.say(format!("   {name:<10} {cpu:>8.2} {share:>9.2} %  {peak:>8.1} {pss:>8.1}   {:>10.2}", seconds_of(wav)?));
        }
        let [ours, ffmpeg, parecord] = &used;
        for (name, other, targets) in [("ffmpeg", ffmpeg, [Some(1.0), Some(0.5)]), ("parecord", parecord, [None, None])] {
            let pairs = ours.windows.iter().zip(&other.windows).map(|(a, b)| a.as_secs_f64() / b.as_secs_f64()).collect::<Series>();
            let cpu = ours.cpu.as_secs_f64() / other.cpu.as_secs_f64();
            self.say(format!(
                "   CPU    hearback / {name:<8} {cpu:.2} in all; window by window (n={}) median {:.2}, {:.2} to {:.2}{}",
                pairs.len(),
                pairs.median(),
                pairs.at(0.0),
                pairs.at(1.0),
                judged(cpu, targets[0])
            ));
            let peak = ours.peak_kib as f64 / other.peak_kib as f64;
            self.say(format!("   memory hearback / {name:<8} {peak:.2} of the peak{}", judged(peak, targets[1])));
        }
        let mut threads = String::from("   hearback's threads, in ms of CPU:");
        for (name, cpu) in &ours.threads {
            write!(threads, "  {name} {}", cpu.as_millis())?;
        }
        self.say(threads);
        Ok(())
    }

    /// (2) From the start of the process to the first whole screen.
    fn starts(&mut self, session: &Path) -> Outcome<()> {
        let study = self.study("many")?;
        for n in 0..SESSIONS {
            let folder = Path::new(&study).join("sessions").join(format!("2026-11-22-P{n:02}-first"));
            fs::create_dir_all(&folder)?;
            for file in ["guide.yaml", "journal.jsonl", "take-001.peaks"] {
                fs::copy(session.join(file), folder.join(file))?;
            }
            fs::hard_link(session.join("take-001.wav"), folder.join("take-001.wav"))?;
        }
        let (mut demo, mut home, mut bare) = (Series::default(), Series::default(), Series::default());
        for _ in 0..STARTS {
            demo.push(self.start(&["demo"], IN_INTERVIEW)?);
            home.push(self.start(&["--study", &study], ON_HOME)?);
            let begun = Instant::now();
            let mut shell = Terminal::run("sh", &["-c", "echo whole; read x"], &self.server.environment())?;
            bare.push(shell.until("a word of the shell", PATIENCE, |s| s.contents().contains("whole"))? - begun);
            shell.type_keys("\r")?;
            shell.wait()?;
        }
        self.say(format!("\n2. Process start to the first whole screen, in ms (n={STARTS} each, in turns)"));
        self.say("                                        median      p95      max");
        for (name, series, target) in [
            ("hearback demo", &demo, Some(50.0)),
            ("hearback, a study of 62 sessions", &home, Some(50.0)),
            ("sh -c echo: what the harness takes", &bare, None),
        ] {
            let figures = [series.median(), series.at(0.95), series.at(1.0)].map(|ms| format!("{ms:>8.1}"));
            self.say(format!("   {name:<36} {}{}", figures.join(" "), judged(series.median(), target)));
        }
        Ok(())
    }

    /// One start of `hearback`, until its footer shows `word`.
    fn start(&self, arguments: &[&str], word: &str) -> Outcome<Duration> {
        let begun = Instant::now();
        let mut screen = self.hearback(arguments)?;
        let took = screen.until("the first whole screen", PATIENCE, |s| screen::footer(s).contains(word))? - begun;
        // An interview under way asks for a second time. A key that comes with the first picture is nobody's: what a terminal says by itself
        // comes then.
        thread::sleep(Duration::from_millis(600));
        screen.type_keys("\x03")?;
        if word == IN_INTERVIEW {
            screen.until("the question", PATIENCE, |s| s.contents().contains("same key again"))?;
            screen.type_keys("\x03")?;
        }
        screen.wait()?;
        Ok(took)
    }

    /// (3) and (4): keys and notes while an interview is recorded.
    fn keys(&mut self) -> Outcome<()> {
        let study = self.study("keys")?;
        let mut room = self.begin(&study)?;
        let mut cat = Terminal::run("sh", &["-c", "stty raw -echo; echo ready; exec cat"], &self.server.environment())?;
        cat.until("cat", PATIENCE, |s| s.contents().contains("ready"))?;
        let mut plain = File::create(self.dir.path().join("plain.jsonl"))?;
        let [mut shown, mut echoed, mut saved, mut synced] = std::array::from_fn(|_| Series::default());
        let mut dice = Dice::new(2);
        // The first note warms up: its page faults are no habit.
        for n in 0..=NOTES {
            let note = format!("n{n:02}-abc");
            for typed in 1..=note.len() {
                // At any phase of the meter's beat.
                thread::sleep(dice.between(20, 150));
                let took = room.key(&note[..typed])?;
                let echo = cat.key(&note[..typed])?;
                if n > 0 {
                    shown.push(took);
                    echoed.push(echo);
                }
            }
            cat.type_keys("\r")?;
            thread::sleep(dice.between(20, 150));
            let begun = Instant::now();
            room.type_keys("\r")?;
            let seen = room.until("a note that is saved", PATIENCE, |s| screen::row_with(s, &note).is_some_and(|r| r.contains("saved")))?;
            let sync = Instant::now();
            plain.write_all(&[b'x'; 300])?;
            plain.sync_data()?;
            if n > 0 {
                saved.push(seen - begun);
                synced.push(sync.elapsed());
            }
        }
        room.type_keys(screen::F10)?;
        room.type_keys(screen::F10)?;
        room.type_keys("\r")?;
        room.wait()?;
        cat.hang_up()?;

        self.say(
            "\n3. Key to screen, and 4. Enter to \"saved\", while recording, in ms (in turns with what the harness and the disk take)",
        );
        self.say("                                           n       p50      p99      max");
        for (name, series, target) in [
            ("a key, until the screen shows it", &shown, Some(20.0)),
            ("the same key through `cat`", &echoed, None),
            ("Enter, until \"saved\" shows", &saved, Some(50.0)),
            ("300 bytes and a bare sync", &synced, None),
        ] {
            let figures = [series.median(), series.at(0.99), series.at(1.0)].map(|ms| format!("{ms:>8.1}"));
            self.say(format!("   {name:<36} {:>5}  {}{}", series.len(), figures.join(" "), judged(series.at(0.99), target)));
        }
        Ok(())
    }
}
