//! A study of a thousand interviews: how long until its sessions are listed, and until the first picture.
//!
//! Asked of the real binary, the first time (nothing is remembered) and each time after that. Another build of the program can be measured
//! beside it, in turns: `HEARBACK_BESIDE=/path/to/hearback`. `HEARBACK_BENCH_SESSIONS` and `HEARBACK_BENCH_NOTES` are 1,000 and 200
//! unless set. Speed is printed, never asserted.

#![expect(clippy::disallowed_methods, reason = "a bench stands outside: it owns its clock, its processes and its files")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints")]

#[expect(dead_code, reason = "what the bench of an interview needs besides")]
mod figures;
#[expect(dead_code, reason = "what the bench of an interview needs besides")]
mod screen;

use std::error::Error;
use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::domain::time::Stamp;
use hearback::shell::script::Script;

use crate::figures::Series;
use crate::figures::judged;
use crate::screen::Terminal;

/// What could not be measured, and why.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// The program.
const HEARBACK: &str = env!("CARGO_BIN_EXE_hearback");

/// How long anything may take before the bench gives up on it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Starts of each kind.
const STARTS: usize = 10;

/// What is wanted of every start but the first, in milliseconds.
const WANTED: f64 = 100.0;

/// A file that was changed just now is not remembered yet.
const UNTIL_SETTLED: Duration = Duration::from_secs(4);

fn main() -> ExitCode {
    match measured() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn number(name: &str, unless: usize) -> usize {
    std::env::var(name).ok().and_then(|n| n.parse().ok()).unwrap_or(unless)
}

fn measured() -> Outcome<()> {
    let (sessions, notes) = (number("HEARBACK_BENCH_SESSIONS", 1_000), number("HEARBACK_BENCH_NOTES", 200));
    let dir = tempfile::tempdir()?;
    let study = dir.path().join("study");
    make(&study, sessions, notes)?;
    thread::sleep(UNTIL_SETTLED);
    let beside = std::env::var_os("HEARBACK_BESIDE").map(PathBuf::from);
    println!("A study of {sessions} sessions of {notes} notes, in ms (n={STARTS} each, in turns)");
    println!("                                        median      min      max");
    let programs: Vec<(&str, PathBuf)> =
        [("", Some(HEARBACK.into())), ("beside: ", beside)].into_iter().filter_map(|(name, path)| Some((name, path?))).collect();
    for (what, ask) in [("sessions", listed as fn(&Place) -> Outcome<Duration>), ("first picture", drawn)] {
        let mut told: Vec<(String, Series, Option<f64>)> = Vec::new();
        for (name, _) in &programs {
            told.push((format!("{name}{what}, the first time"), Series::default(), None));
            told.push((format!("{name}{what}, after that"), Series::default(), Some(WANTED)));
        }
        for _ in 0..STARTS {
            for (n, (_, program)) in programs.iter().enumerate() {
                let caches = dir.path().join("caches");
                fs::remove_dir_all(&caches).ok();
                let place = Place { program, study: &study, dir: dir.path() };
                told[2 * n].1.push(ask(&place)?);
                told[2 * n + 1].1.push(ask(&place)?);
            }
        }
        for (name, series, target) in told {
            let figures = [series.median(), series.at(0.0), series.at(1.0)].map(|ms| format!("{ms:>8.1}"));
            println!("   {name:<36} {}{}", figures.join(" "), judged(series.median(), target));
        }
    }
    Ok(())
}

/// One interview with so many notes, as often as there are to be sessions.
fn make(study: &Path, sessions: usize, notes: usize) -> Outcome<()> {
    Script::make_study(study).map_err(|why| why.text)?;
    let tone = Piece::Tone { hertz: 220.0, level: 0.3, lasts: Duration::from_secs(1) };
    let mut script =
        Script::over(study, Sound::script(&[tone], Again::Looped), Stamp::new(1_795_341_600_000, 60)).map_err(|why| why.text)?;
    script.keys("n<down><down><down><down><down><down><down><down>a").hear(Duration::from_millis(500)).keys("<enter><pagedown>");
    for n in 0..notes {
        script.hear(Duration::from_millis(100)).keys(&format!("what was said at this moment, the {n}th<enter>"));
    }
    script.keys("<f10><f10>");
    script.leave();
    let all = study.join("sessions");
    let made = fs::read_dir(&all)?.next().ok_or("no session was made")??.path();
    for n in 1..sessions {
        let folder = all.join(format!("2026-11-22-P{n:04}-first"));
        fs::create_dir(&folder)?;
        for file in ["guide.yaml", "journal.jsonl", "lock"] {
            fs::copy(made.join(file), folder.join(file))?;
        }
        fs::hard_link(made.join("take-001.wav"), folder.join("take-001.wav"))?;
    }
    Ok(())
}

/// A program over a study.
struct Place<'a> {
    program: &'a Path,
    study: &'a Path,
    dir: &'a Path,
}

impl Place<'_> {
    /// What surrounds the program: nothing of this machine.
    fn around(&self) -> Vec<(OsString, OsString)> {
        let mut all: Vec<(OsString, OsString)> =
            [("TERM", "xterm-256color"), ("LANG", "C.UTF-8"), ("PULSE_SERVER", "/nowhere")].map(|(n, v)| (n.into(), v.into())).into();
        all.push(("HEARBACK_STUDY".into(), self.study.into()));
        for (name, folder) in [("HOME", "."), ("HEARBACK_CONFIG", "config"), ("XDG_CACHE_HOME", "caches")] {
            all.push((name.into(), self.dir.join(folder).into()));
        }
        all
    }
}

/// How long `hearback sessions` takes.
fn listed(place: &Place) -> Outcome<Duration> {
    let begun = Instant::now();
    let mut command = Command::new(place.program);
    let status = command.arg("sessions").env_clear().envs(place.around()).stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    let took = begun.elapsed();
    if status.success() { Ok(took) } else { Err("the sessions were not listed".into()) }
}

/// How long until the home screen stands.
fn drawn(place: &Place) -> Outcome<Duration> {
    let begun = Instant::now();
    let program = place.program.to_str().ok_or("the program's name is no text")?;
    let mut screen = Terminal::run(program, &[], &place.around())?;
    let took = screen.until("the first whole screen", PATIENCE, |s| screen::footer(s).contains("open"))? - begun;
    screen.hang_up()?;
    Ok(took)
}
