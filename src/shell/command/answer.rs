//! What a command prints: standard output, and whether all of it arrived.
//!
//! Scripts go on with what is printed, so what could not be written is a failure of the command and not dropped. The work goes on all the same
//! (a disk that is full here is no reason to leave a session unmended there), and [`arrived`] says at the end how it went. After the first
//! failure nothing is written any more: an answer with a hole in it looks whole. A reader that wants no more, as `head` does, and a terminal
//! that hung up are no failure.

#![expect(clippy::disallowed_methods, reason = "this is the home of standard output")]

use std::fmt::Display;
use std::io;
use std::io::IsTerminal;
use std::io::Write;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::disk::trouble;
use crate::disk::trouble::Trouble;
use crate::domain::text;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::words::message::Value;
use crate::words::say;

/// How the writing of an answer goes.
#[derive(Debug)]
enum Fate {
    /// All of it has arrived so far.
    Whole,
    /// Nobody is there any more to read it.
    Unwanted,
    /// It could not be written.
    Cut(io::Error),
}

/// For whom an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum For {
    /// Whoever reads the screen.
    People,
    /// Scripts, in JSON.
    Programs,
}

/// How wide a page of tables is: what is wider is broken into lines, whatever the window is.
pub(super) const PAGE: usize = 80;

static FATE: Mutex<Fate> = Mutex::new(Fate::Whole);

impl Fate {
    /// Does one piece of the writing, unless an earlier one has failed.
    fn after(&mut self, work: impl FnOnce() -> io::Result<()>) {
        if !matches!(self, Self::Whole) {
            return;
        }
        match work() {
            Ok(()) => {}
            Err(why) if is_of_a_reader_gone(&why) => *self = Self::Unwanted,
            Err(why) => *self = Self::Cut(why),
        }
    }

    /// What is to be said about it.
    fn told(self) -> Result<(), Failure> {
        match self {
            Self::Whole | Self::Unwanted => Ok(()),
            Self::Cut(why) => {
                let todo = match Trouble::of(&why) {
                    Trouble::Full | Trouble::Quota | Trouble::TooLarge => say!("answer-make-room"),
                    _ => say!("answer-elsewhere"),
                };
                Err(Failure::new(Kind::Storage, say!("answer-cut", why = trouble::what(&why), todo = todo)))
            }
        }
    }
}

/// A pipe whose reader left, or a terminal that hung up; a disk that fails says EIO too, and that is none.
fn is_of_a_reader_gone(why: &io::Error) -> bool {
    why.kind() == io::ErrorKind::BrokenPipe || is_of_a_terminal_gone(why)
}

#[cfg(unix)]
fn is_of_a_terminal_gone(why: &io::Error) -> bool {
    // One that hung up is no terminal any more when it is asked, but still what terminals are: a device of characters.
    why.raw_os_error() == Some(rustix::io::Errno::IO.raw_os_error())
        && rustix::fs::fstat(io::stdout())
            .is_ok_and(|out| rustix::fs::FileType::from_raw_mode(out.st_mode) == rustix::fs::FileType::CharacterDevice)
}

#[cfg(not(unix))]
fn is_of_a_terminal_gone(_: &io::Error) -> bool {
    false
}

fn write(work: impl FnOnce(&mut io::StdoutLock<'_>) -> io::Result<()>) {
    FATE.lock().unwrap_or_else(PoisonError::into_inner).after(|| work(&mut io::stdout().lock()));
}

/// Prints one line.
pub(super) fn put(line: impl Display) {
    write(|out| writeln!(out, "{line}"));
}

/// Prints one line after the other, all at once: of a thousand, each on its own takes longer than finding out what it says.
pub(super) fn put_all(lines: impl IntoIterator<Item = impl Display>) {
    let all = lines.into_iter().fold(String::new(), |all, line| all + &line.to_string() + "\n");
    put_as_it_stands(all.as_bytes());
}

/// Prints what has its own line ends.
pub(super) fn put_as_it_stands(bytes: &[u8]) {
    write(|out| out.write_all(bytes));
}

/// Prints a value for programs.
pub(super) fn put_json(value: &impl serde::Serialize) -> Result<(), Failure> {
    let text = serde_json::to_string_pretty(value).map_err(|e| Failure::new(Kind::Bug, say!("answer-no-json", why = e.to_string())))?;
    put(text);
    Ok(())
}

/// Writes what was still held back, and says whether all that was said has arrived.
pub(super) fn arrived() -> Result<(), Failure> {
    // What stands after the last line feed is held back until now; at the end of the process nobody would be told that it failed.
    write(|out| out.flush());
    std::mem::replace(&mut *FATE.lock().unwrap_or_else(PoisonError::into_inner), Fate::Whole).told()
}

/// Says something beside the answer, on standard error. Where that is not read, the answer is no worse for it.
pub(super) fn remark(line: impl Display) {
    writeln!(io::stderr(), "{line}").ok();
}

/// Says how far something is, over what it said of that before; to nobody who does not watch.
pub(super) fn tell_how_far(line: &str) {
    let mut err = io::stderr();
    if err.is_terminal() {
        write!(err, "\r{line}\x1b[K").and_then(|()| err.flush()).ok();
    }
}

/// Something worth knowing, as it is said beside an answer.
pub(super) fn noted(what: impl Into<Value>) -> String {
    say!("answer-note", what = what)
}

/// How many cells the widest of `texts` takes: how wide a column of them is depends on the language.
pub(super) fn widest<'a>(texts: impl IntoIterator<Item = &'a str>) -> usize {
    texts.into_iter().map(text::cells).max().unwrap_or_default()
}

/// `text` in a column of so many cells.
pub(super) fn padded(text: &str, cells: usize) -> String {
    format!("{text}{}", " ".repeat(cells.saturating_sub(text::cells(text))))
}

/// Whether somebody sees what is printed.
pub(super) fn is_seen() -> bool {
    io::stdout().is_terminal()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_as_wide_as_its_widest_word_in_cells() {
        let column = ["één", "話す", "x"];
        assert_eq!(widest(column), 4);
        assert_eq!(column.map(|text| padded(text, 4)), ["één ", "話す", "x   "]);
        assert_eq!((widest([]), padded("xx", 1)), (0, "xx".to_owned()));
    }

    fn fails(kind: io::ErrorKind) -> impl FnOnce() -> io::Result<()> {
        move || Err(kind.into())
    }

    #[test]
    fn after_the_first_failure_nothing_is_written() {
        let mut fate = Fate::Whole;
        fate.after(|| Ok(()));
        fate.after(fails(io::ErrorKind::StorageFull));
        fate.after(|| panic!("written after a hole"));
        let failure = fate.told().unwrap_err();
        assert_eq!(failure.kind, Kind::Storage);
        assert!(failure.text.contains("not all of it"), "{failure}");
    }

    #[test]
    fn who_wants_no_more_is_no_failure() {
        let mut fate = Fate::Whole;
        fate.after(fails(io::ErrorKind::BrokenPipe));
        fate.after(|| panic!("written to nobody"));
        assert_eq!(fate.told(), Ok(()));
    }
}
