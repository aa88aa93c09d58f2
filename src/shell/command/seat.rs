//! Whether somebody sits at the terminal, and what they answer.

use std::io::IsTerminal;

use crate::manual::layout;
use crate::shell::command::answer;
use crate::shell::command::answer::put;
use crate::shell::failure::Failure;
use crate::shell::live::terminal;

/// Whether somebody sits at both ends.
pub(super) fn at_a_terminal() -> bool {
    std::io::stdin().is_terminal() && answer::is_seen()
}

/// Asks `question` on the command line; anything but a yes is a no.
pub(super) fn agreed(question: &str) -> bool {
    let width = terminal::size().map_or(80, |(width, _)| usize::from(width).min(100));
    layout::wrapped(&format!("{question} (y/n)"), width, "", "").into_iter().for_each(put);
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).is_ok() && matches!(answer.trim(), "y" | "Y" | "yes" | "j" | "ja")
}

/// The screen needs somebody in front of it.
pub(super) fn need_terminal() -> Result<(), Failure> {
    if at_a_terminal() {
        Ok(())
    } else {
        Err(Failure::mendable("this needs a terminal: run it in one, or see `hearback --help` for what works without"))
    }
}
