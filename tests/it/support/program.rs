//! The program itself, as these tests call it.

use std::process::Command;

/// The program, speaking English whatever this machine does.
pub(crate) fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearback"));
    command.env("LC_ALL", "C.UTF-8");
    command
}
