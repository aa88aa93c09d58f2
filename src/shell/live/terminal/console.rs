//! Keys where there is no tty: crossterm reads the console's own records, which are keys and no bytes.

use std::io;
use std::time::Duration;

use crossterm::event;
use crossterm::event::Event;

use crate::shell::live::bell::Bell;
use crate::shell::live::bell::Hearer;
use crate::shell::live::terminal::asked::JobControl;
use crate::shell::live::terminal::reader::Input;
use crate::shell::live::terminal::record::chord;
use crate::tui::chord::Company;
use crate::tui::chord::Press;

/// The keyboard's side of the console.
#[derive(Debug)]
pub(super) struct Console;

impl Console {
    /// Listens to it.
    #[expect(clippy::unnecessary_wraps, reason = "as where there is a tty")]
    pub(super) fn open(_: &Bell, _: Option<Hearer>) -> io::Result<Self> {
        Ok(Self)
    }

    /// See [`crate::shell::live::terminal::Terminal::wait`].
    #[expect(clippy::unused_self, reason = "the guard is the permission")]
    pub(super) fn wait(&mut self, patience: Duration, _: impl Fn() -> Duration) -> io::Result<Option<Vec<Input>>> {
        if !event::poll(patience)? {
            return Ok(None);
        }
        let input = match event::read()? {
            Event::Key(key) => chord(key).map(|chord| Input::Key(Press { company: Company::Among, ..Press::from(chord) })),
            Event::Paste(text) => Some(Input::Paste(text)),
            Event::Resize(..) => Some(Input::Resized),
            Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
        };
        Ok(Some(input.into_iter().collect()))
    }

    /// Nobody asks for anything here.
    #[expect(clippy::unused_self, reason = "as where there is a tty")]
    pub(super) fn asked(&self) -> JobControl {
        JobControl::Nothing
    }

    /// Nobody waits for a line here.
    #[expect(clippy::unused_self, clippy::unnecessary_wraps, reason = "as where there is a tty")]
    pub(super) fn wait_for_a_line(&self, _: Duration) -> io::Result<bool> {
        Ok(true)
    }
}

/// There is no background.
pub(super) fn is_in_front() -> bool {
    true
}

/// A console's program is not stopped.
pub(super) fn stop() {}
