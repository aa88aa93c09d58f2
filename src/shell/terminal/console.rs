//! Keys where there is no tty: crossterm reads the console's own records, which are keys and no bytes.

use std::io;
use std::time::Duration;

use crossterm::event;
use crossterm::event::Event;
use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;

use crate::shell::bell::Bell;
use crate::shell::bell::Ear;
use crate::shell::terminal::Asked;
use crate::shell::terminal::reader::Input;
use crate::tui::chord::Chord;
use crate::tui::chord::Company;
use crate::tui::chord::Key;
use crate::tui::chord::Press;

/// The keyboard's side of the console.
#[derive(Debug)]
pub(super) struct Console;

impl Console {
    /// Listens to it.
    #[expect(clippy::unnecessary_wraps, reason = "as where there is a tty")]
    pub(super) fn open(_: &Bell, _: Option<Ear>) -> io::Result<Self> {
        Ok(Self)
    }

    /// See [`super::Terminal::wait`].
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
    pub(super) fn asked(&self) -> Asked {
        Asked::Nothing
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

/// A key press as a chord; nothing for releases and for keys we do not name.
fn chord(event: KeyEvent) -> Option<Chord> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let (ctrl, alt) = (event.modifiers.contains(KeyModifiers::CONTROL), event.modifiers.contains(KeyModifiers::ALT));
    let key = match event.code {
        KeyCode::Char('h' | 'H') if ctrl => return Some(Chord::plain(Key::Backspace)),
        KeyCode::Char(c) if ctrl || alt => Key::Char(c.to_ascii_lowercase()),
        KeyCode::Char(c) => Key::Char(c),
        KeyCode::F(n) => Key::F(n),
        KeyCode::Enter => Key::Enter,
        KeyCode::Tab => Key::Tab,
        KeyCode::BackTab => Key::BackTab,
        KeyCode::Esc => Key::Esc,
        KeyCode::Backspace => Key::Backspace,
        KeyCode::Delete => Key::Delete,
        KeyCode::Insert => Key::Insert,
        KeyCode::Up => Key::Up,
        KeyCode::Down => Key::Down,
        KeyCode::Left => Key::Left,
        KeyCode::Right => Key::Right,
        KeyCode::Home => Key::Home,
        KeyCode::End => Key::End,
        KeyCode::PageUp => Key::PageUp,
        KeyCode::PageDown => Key::PageDown,
        _ => return None,
    };
    Some(Chord { key, ctrl, alt })
}
