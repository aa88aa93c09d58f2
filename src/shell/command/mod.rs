//! What each command does: one file a subject.
//!
//! A command prints what it has to say on standard output and returns; what went wrong is a [`Failure`], printed on standard error with
//! its exit code. Where a program would read the answer there is `--json`.

#![expect(clippy::print_stderr, reason = "commands print")]

mod consent;
mod demo;
mod guide;
mod interview;
mod keys;
mod letter;
mod machine;
mod sessions;
mod verify;

use std::fmt::Display;
use std::io::IsTerminal;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::domain::study::looks_like_a_name;
use crate::shell::cli::Cli;
use crate::shell::cli::Command;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::locale;
use crate::shell::stumble;
use crate::shell::workers;
use crate::tui::view::look::Look;
use crate::tui::view::look::Palette;
use crate::tui::view::look::Signs;

/// Does what the command line asks and gives back the exit code.
pub fn run() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(why) => {
            // Help and version go to standard output and are no failure; clap knows which.
            why.print().ok();
            return if why.use_stderr() { ExitCode::from(Kind::Usage.code()) } else { ExitCode::SUCCESS };
        }
    };
    stumble::leave_no_core();
    workers::outlive_file_limits();
    match stumble::caught(|| dispatch(cli)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            // The terminal may be what is gone; that is no reason to panic over it.
            writeln!(std::io::stderr(), "{failure}").ok();
            failure.exit()
        }
    }
}

fn dispatch(cli: Cli) -> Result<(), Failure> {
    let (study, look) = (cli.study.as_deref(), look(cli.plain));
    if let Some(code) = cli.interviewer.as_ref().filter(|code| looks_like_a_name(code.as_str())) {
        remark(format!("note: {code} looks like a name: use a code such as I1"));
    }
    let identity = || Identity::of_this_machine(cli.interviewer.clone());
    match cli.command {
        None => interview::home(study, identity(), look),
        Some(Command::Init { dir, title }) => sessions::init(dir, title),
        Some(Command::Demo { auto, out }) => demo::demo(auto, out, look),
        Some(Command::Conduct(how)) => interview::conduct(study, &how, identity(), look),
        Some(Command::Rehearse { guide }) => interview::rehearse(study, &guide, identity(), look),
        Some(Command::Replay { session }) => interview::replay(study, &session, identity(), look),
        Some(Command::Letter { session, format, language, out }) => letter::letter(study, &session, format, language.as_deref(), out),
        Some(Command::Sessions { json }) => sessions::list(study, json),
        Some(Command::Show { session, json }) => sessions::show(study, &session, json),
        Some(Command::Consent { session, change, json }) => consent::consent(study, &session, change, json, identity()),
        Some(Command::Recover { session }) => sessions::recover(study, session.as_deref(), identity()),
        Some(Command::Verify { session, json }) => verify::verify(study, session.as_deref(), json),
        Some(Command::Guide(what)) => guide::guide(study, what),
        Some(Command::Mics { json }) => machine::mics(json),
        Some(Command::Doctor) => machine::doctor(study),
        Some(Command::Keys { json, markdown }) => keys::keys(json, markdown),
    }
}

/// How things look, from the command line and the environment (see no-color.org).
fn look(plain: bool) -> Look {
    let no_color = std::env::var_os("NO_COLOR").is_some_and(|v| !v.is_empty());
    Look {
        palette: if no_color { Palette::None } else { Palette::Colours },
        signs: if plain || locale::strange().is_some() { Signs::Plain } else { Signs::Drawn },
        ..Look::default()
    }
}

/// Prints one line. A reader that went away is no failure of ours.
fn say(line: impl Display) {
    writeln!(std::io::stdout(), "{line}").ok();
}

/// Says something beside the answer, on standard error.
fn remark(line: impl Display) {
    eprintln!("{line}");
}

/// Prints a value for programs.
fn say_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text =
        serde_json::to_string_pretty(value).map_err(|e| Failure::new(Kind::Bug, format!("the answer cannot be put into JSON: {e}")))?;
    say(text);
    Ok(())
}

/// A folder for what is thrown away, under a name nobody can guess, that only its owner can enter.
fn temporary(prefix: &str) -> std::io::Result<tempfile::TempDir> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(prefix);
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
    builder.tempdir()
}

/// Whether somebody sits at both ends.
fn at_a_terminal() -> bool {
    std::io::stdin().is_terminal() && std::io::stdout().is_terminal()
}

/// The screen needs somebody in front of it.
fn need_terminal() -> Result<(), Failure> {
    if at_a_terminal() {
        Ok(())
    } else {
        Err(Failure::mendable("this needs a terminal: run it in one, or see `hearback --help` for what works without"))
    }
}
