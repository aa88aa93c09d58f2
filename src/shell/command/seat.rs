//! Whether somebody sits at the terminal, and what they answer.

use std::io::IsTerminal;

use crate::manual::layout;
use crate::shell::command::answer;
use crate::shell::command::answer::put;
use crate::shell::failure::Failure;
use crate::shell::live::terminal;
use crate::words::Words;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// Whether somebody sits at both ends.
pub(super) fn at_a_terminal() -> bool {
    std::io::stdin().is_terminal() && answer::is_seen()
}

/// Asks `question` on the command line; anything but a yes is a no.
pub(super) fn agreed(question: &str) -> bool {
    let width = terminal::size().map_or(80, |(width, _)| usize::from(width).min(100));
    layout::wrapped(&say!("ask-yes-or-no", question = question), width, "", "").into_iter().for_each(put);
    let mut answer = String::new();
    std::io::stdin().read_line(&mut answer).is_ok() && is_a_yes(&answer)
}

/// Whether this is a yes in the language that is spoken, or in one of those that are built in.
fn is_a_yes(answer: &str) -> bool {
    let answer = answer.trim().to_lowercase();
    Words::built_in().chain([spoken()]).any(|words| words.say(message!("ask-yes")).split_whitespace().any(|yes| yes == answer))
}

/// The screen needs somebody in front of it.
pub(super) fn need_terminal() -> Result<(), Failure> {
    if at_a_terminal() { Ok(()) } else { Err(Failure::mendable(say!("terminal-needed"))) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::speaking;

    #[test]
    fn a_yes_is_one_in_every_language_and_anything_else_is_a_no() {
        for words in Words::built_in() {
            speaking(words, || {
                assert!(["y", "Y\n", "yes", "j", "Ja\r\n", " J "].into_iter().all(is_a_yes), "{words:?}");
                assert!(!["", "\n", "n", "no", "nee", "y es", "yesterday", "jammer"].into_iter().any(is_a_yes), "{words:?}");
            });
        }
    }
}
