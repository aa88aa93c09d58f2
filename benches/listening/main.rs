//! Listening back: what it costs beside the tools that do a part of it, in one run, as ratios; and how a long session stands to a short one.
//!
//! Each figure is a function of the [`Place`]; another is added to [`FIGURES`]. `HEARBACK_FIGURES=stretch,peaks` chooses. The long session is of
//! three hours unless `HEARBACK_BENCH_MINUTES` says otherwise. Speed is printed, never asserted.

#![expect(clippy::disallowed_methods, reason = "a bench stands outside: it owns its clock, its processes and its files")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints")]

#[path = "../figures.rs"]
mod figures;
mod peaks;
mod replay;
#[path = "../screen.rs"]
#[expect(dead_code, reason = "what the bench of an interview needs besides")]
mod screen;
#[path = "../sound_server.rs"]
mod sound_server;
mod stretch;
#[path = "../study.rs"]
#[expect(dead_code, reason = "what the benches of many sessions need besides")]
mod study;

use std::cell::OnceCell;
use std::error::Error;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;
use std::time::Duration;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Sound;
use hearback::shell::script::Script;

/// What could not be measured, and why.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// Measures something and prints it.
type Figure = fn(&Place) -> Outcome<()>;

/// The figures, by name.
const FIGURES: [(&str, Figure); 4] =
    [("stretch", stretch::figure), ("peaks", peaks::figure), ("opening", replay::opening), ("memory", replay::memory)];

/// How long anything may take before the bench gives up on it.
const PATIENCE: Duration = Duration::from_secs(60);

/// Notes in the long session and in the short one.
const NOTES: (usize, usize) = (200, 5);

/// Where everything happens.
struct Place {
    dir: tempfile::TempDir,
    long: OnceCell<PathBuf>,
}

impl Place {
    fn file(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    /// The folder of the long session, the only one of its study.
    fn long(&self) -> Outcome<&Path> {
        if self.long.get().is_none() {
            let minutes = u32::try_from(study::number("HEARBACK_BENCH_MINUTES", 180))?;
            let made = self.session("long", Duration::from_secs(60) * minutes, NOTES.0)?;
            self.long.set(made).ok();
        }
        Ok(self.long.get().ok_or("no long session")?)
    }

    /// A session of this length with so many notes, the only one of its study; its folder.
    fn session(&self, name: &str, long: Duration, notes: usize) -> Outcome<PathBuf> {
        let study = self.file(name);
        Script::make_study(&study).map_err(|why| why.text)?;
        let sound = Sound::open(&conversation(), Again::Looped)?;
        let texts: Vec<String> = (0..notes).map(|n| format!("what was said at this moment, the {n}th")).collect();
        study::interview(&study, sound, 0, &texts, long / u32::try_from(notes)?)
    }
}

/// The voices of the demonstration.
fn conversation() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src/shell/demo/conversation.wav")
}

fn main() -> ExitCode {
    // So that it costs a process of its own, as what stands beside it.
    let args: Vec<PathBuf> = std::env::args_os().map(PathBuf::from).collect();
    let asked = |name: &str| args.iter().position(|arg| arg.as_os_str() == name).map(|at| &args[at + 1..]);
    let outcome = match ["--stretch", "--peaks", "--keep", "--read"].map(asked) {
        [Some([from, to, ..]), _, _, _] => stretch::stretch_file(from, to),
        [_, Some([take, ..]), _, _] => peaks::draw(take),
        [_, _, Some([take, ..]), _] => peaks::keep(take),
        [_, _, _, Some([file, ..])] => peaks::read(file),
        _ => measured(),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

/// This program, asked for one thing.
fn ours(what: &str) -> Command {
    let mut ours = Command::new(std::env::current_exe().unwrap_or_default());
    ours.arg(what);
    ours
}

fn measured() -> Outcome<()> {
    let place = Place { dir: tempfile::tempdir_in(env!("CARGO_TARGET_TMPDIR"))?, long: OnceCell::new() };
    let chosen = std::env::var("HEARBACK_FIGURES").unwrap_or_default();
    FIGURES.iter().filter(|(name, _)| chosen.is_empty() || chosen.split(',').any(|c| c == *name)).try_for_each(|(_, of)| of(&place))
}

/// Runs `command` to its end; whether there is such a program.
fn ran(mut command: Command) -> Outcome<bool> {
    let ended = match command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status() {
        Err(why) if why.kind() == std::io::ErrorKind::NotFound => return Ok(false),
        ended => ended?,
    };
    if ended.success() { Ok(true) } else { Err(format!("{command:?} failed").into()) }
}
