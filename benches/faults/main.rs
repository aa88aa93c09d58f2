//! `make faults`: a laboratory in which everything that can happen to an interview happens on purpose, and is counted.
//!
//! The real binary runs in a real pseudo-terminal, with a microphone in which every sample says which one it is or with a real (private)
//! sound server, and is killed, starved of disk, lied to by the kernel, left without its sound server, resized, pasted at and hung up
//! on. Each room of the laboratory is a file: it brings about one family of failures, so many times, and answers with rows: what was
//! done, how often, the worst figure, the gate, and whether it was reached. Where it makes sense, `arecord`, `sox` and `ffmpeg` go
//! through the same in the same room. A gate that was not reached is said and not hidden; then, and only then, the laboratory fails.
//!
//! Names of rooms as arguments choose some of them (`make faults ROWS=kill,disk`). `HEARBACK_FAULTS` is `short` or `full`: full for
//! `make faults`, short for `make test`, which goes through the kills only. `HEARBACK_KILLS` is how many of those there are,
//! and `HEARBACK_SOAK_MINUTES` how long the long interview is.
//! `target/faults.md` holds all rows, those of earlier runs included, each room with the commit it was measured at.

#![cfg(target_os = "linux")]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "an experiment that cannot go on says so")]
#![allow(clippy::disallowed_methods, reason = "a laboratory stands outside: it owns its clock, its processes and its files")]
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "a laboratory says what it finds")]

mod disk;
#[path = "../figures.rs"]
#[allow(dead_code, reason = "shared with the bench of an interview, which asks for other figures")]
mod figures;
mod files;
mod hostile;
mod interview;
mod kills;
mod microphone;
mod peers;
mod report;
mod soak;
#[path = "../../tests/room/support/mod.rs"]
#[allow(dead_code, reason = "shared with the tests with real parts, which use other pieces of it")]
mod support;
mod terminal;
mod trace;
mod trial;

use std::env;
use std::process::ExitCode;
use std::time::Instant;

use crate::report::Findings;
use crate::report::Report;

/// How thorough the laboratory is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Form {
    /// A few minutes: what every change goes through.
    Short,
    /// What a release goes through.
    Full,
}

impl Form {
    /// One of two, by how thorough it is.
    pub(crate) fn pick<T>(self, short: T, full: T) -> T {
        match self {
            Self::Short => short,
            Self::Full => full,
        }
    }
}

/// A room of the laboratory: how it is asked for, and what is done there.
type Room = (&'static str, fn(Form) -> Findings);

/// In the order of the report.
const ROOMS: [Room; 9] = [
    ("kill", kills::room),
    ("trace", trace::room),
    ("disk", disk::room),
    ("sound", microphone::room),
    ("files", files::room),
    ("terminal", terminal::room),
    ("hostile", hostile::room),
    ("soak", soak::room),
    ("peers", peers::room),
];

/// What is gone through when nobody says what.
const SHORT: [&str; 1] = ["kill"];

fn main() -> ExitCode {
    // Cargo says `--bench` to a bench, and to a test nothing.
    let bench = env::args().any(|arg| arg == "--bench");
    let form = match env::var("HEARBACK_FAULTS").as_deref() {
        Ok("short") => Form::Short,
        Ok("full") => Form::Full,
        Ok(other) => {
            eprintln!("HEARBACK_FAULTS is short or full, not {other}");
            return ExitCode::FAILURE;
        }
        Err(_) if bench => Form::Full,
        Err(_) => Form::Short,
    };
    let asked: Vec<String> = env::args().skip(1).filter(|arg| !arg.starts_with('-')).collect();
    let asked: Vec<&str> = asked.iter().flat_map(|arg| arg.split(',')).filter(|name| !name.is_empty()).collect();
    let chosen = |name: &str| match asked.as_slice() {
        [] => bench || SHORT.contains(&name),
        some => some.contains(&name),
    };
    if bench && let Some(unknown) = asked.iter().find(|name| ROOMS.iter().all(|(room, _)| room != *name)) {
        eprintln!("there is no room {unknown}; there are {}", ROOMS.map(|(name, _)| name).join(", "));
        return ExitCode::FAILURE;
    }
    trial::keep_what_fails();
    let mut report = Report::open(form);
    for (name, work) in ROOMS.iter().filter(|(name, _)| chosen(name)) {
        let began = Instant::now();
        println!("\n{name} ...");
        let findings = trial::attempt(|| work(form)).unwrap_or_else(|why| Findings::impossible(name, &why));
        report.add(name, &findings, began.elapsed());
    }
    report.close(&ROOMS.map(|(name, _)| name))
}
