//! A study of a thousand interviews: how long until its sessions are listed, its figures told, its wall told, and
//! until the first picture.
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
mod study;

use std::error::Error;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crate::figures::Series;
use crate::figures::judged;
use crate::screen::Terminal;
use crate::study::UNTIL_SETTLED;
use crate::study::around;
use crate::study::number;

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

/// What is wanted of the wall.
const WANTED_OF_WALL: f64 = 200.0;

/// What is measured: its name, how, and what is wanted of it in milliseconds.
type Asked = (&'static str, fn(&Place) -> Outcome<Duration>, f64);

fn main() -> ExitCode {
    match measured() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn measured() -> Outcome<()> {
    let (sessions, notes) = (number("HEARBACK_BENCH_SESSIONS", 1_000), number("HEARBACK_BENCH_NOTES", 200));
    let dir = tempfile::tempdir()?;
    let study = dir.path().join("study");
    study::of_many(&study, sessions, notes)?;
    thread::sleep(UNTIL_SETTLED);
    let beside = std::env::var_os("HEARBACK_BESIDE").map(PathBuf::from);
    println!("A study of {sessions} sessions of {notes} notes, in ms (n={STARTS} each, in turns)");
    println!("                                        median      min      max");
    let programs: Vec<(&str, PathBuf)> =
        [("", Some(HEARBACK.into())), ("beside: ", beside)].into_iter().filter_map(|(name, path)| Some((name, path?))).collect();
    let asked: [Asked; 4] = [
        ("sessions", listed, WANTED),
        ("figures", counted, WANTED),
        ("first picture", drawn, WANTED),
        ("wall in words", hung, WANTED_OF_WALL),
    ];
    for (what, ask, wanted) in asked {
        let mut told: Vec<(String, Series, Option<f64>)> = Vec::new();
        for (name, _) in &programs {
            told.push((format!("{name}{what}, the first time"), Series::default(), None));
            told.push((format!("{name}{what}, after that"), Series::default(), Some(wanted)));
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

/// A program over a study.
struct Place<'a> {
    program: &'a Path,
    study: &'a Path,
    dir: &'a Path,
}

/// How long `hearback sessions` takes.
fn listed(place: &Place) -> Outcome<Duration> {
    answered(place, &["sessions"])
}

/// How long `hearback study` takes.
fn counted(place: &Place) -> Outcome<Duration> {
    answered(place, &["study"])
}

/// How long `hearback study wall` takes: every strip, in sentences.
fn hung(place: &Place) -> Outcome<Duration> {
    answered(place, &["study", "wall"])
}

/// How long a command takes to its end.
fn answered(place: &Place, what: &[&str]) -> Outcome<Duration> {
    let begun = Instant::now();
    let mut command = Command::new(place.program);
    let status = command.args(what).env_clear().envs(around(place.study, place.dir)).stdin(Stdio::null()).stdout(Stdio::null()).status()?;
    let took = begun.elapsed();
    if status.success() { Ok(took) } else { Err(format!("`{}` failed", what.join(" ")).into()) }
}

/// How long until the home screen stands.
fn drawn(place: &Place) -> Outcome<Duration> {
    let begun = Instant::now();
    let program = place.program.to_str().ok_or("the program's name is no text")?;
    let mut screen = Terminal::run(program, &[], &around(place.study, place.dir))?;
    let took = screen.until("the first whole screen", PATIENCE, |s| screen::footer(s).contains("open"))? - begun;
    screen.hang_up()?;
    Ok(took)
}
