//! The terminal: raw mode in, raw mode out on every way, and keys as [`Chord`]s.
//!
//! The only file that names crossterm. [`Terminal`] is a guard: dropping it gives the terminal back, and a panic does the same before
//! anything is printed, so that what is left is a shell one can type in. `Terminal::clear` of ratatui is never called: it
//! asks the terminal where its cursor is and waits two seconds for an answer that may not come (ratatui#2640).

use std::io;
use std::io::Write;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::time::Duration;

use crossterm::cursor::SetCursorStyle;
use crossterm::cursor::Show;
use crossterm::event;
use crossterm::event::DisableBracketedPaste;
use crossterm::event::EnableBracketedPaste;
use crossterm::event::Event;
use crossterm::event::KeyCode;
use crossterm::event::KeyEvent;
use crossterm::event::KeyEventKind;
use crossterm::event::KeyModifiers;
use crossterm::execute;
use crossterm::terminal;
use crossterm::terminal::EnterAlternateScreen;
use crossterm::terminal::LeaveAlternateScreen;
use ratatui::backend::CrosstermBackend;

use crate::shell::hush::Hushed;
use crate::shell::hush::hush;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::model::Model;
use crate::tui::view;
use crate::tui::view::look::Look;

/// What came from the terminal.
#[derive(Debug)]
pub(in crate::shell) enum Input {
    /// A key.
    Key(Chord),
    /// A paste.
    Paste(String),
    /// The window has another size; everything is drawn again.
    Resized,
}

/// The terminal while it is ours.
#[derive(Debug)]
pub(in crate::shell) struct Terminal {
    screen: ratatui::Terminal<CrosstermBackend<io::BufWriter<io::Stdout>>>,
    hushed: Option<Hushed>,
}

impl Terminal {
    /// Takes the terminal.
    pub(in crate::shell) fn open() -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        OURS.store(true, Ordering::Release);
        let mut out = io::BufWriter::with_capacity(16 * 1024, io::stdout());
        execute!(out, EnterAlternateScreen, EnableBracketedPaste, SetCursorStyle::SteadyBar)?; // nothing blinks in the room
        let screen = ratatui::Terminal::new(CrosstermBackend::new(out))?;
        Ok(Self { screen, hushed: hush() })
    }

    /// Draws `model`.
    pub(in crate::shell) fn draw(&mut self, model: &Model, look: Look) -> io::Result<()> {
        self.screen.draw(|frame| view::draw(model, look, frame)).map(drop)
    }

    /// Waits at most `patience` for something from the terminal. Only who holds it may read from it.
    #[expect(clippy::unused_self, reason = "the guard is the permission")]
    pub(in crate::shell) fn wait(&mut self, patience: Duration) -> io::Result<Option<Input>> {
        // crossterm reads a terminal that has hung up again and again, for ever, so it is not asked before we have looked ourselves. It
        // may hold keys that it has read already; they come before any wait.
        listen_to_terminal(Duration::ZERO)?;
        if !event::poll(Duration::ZERO)? {
            let heard = listen_to_terminal(patience)?;
            if !event::poll(LEFT_TO_CROSSTERM.unwrap_or(patience))? {
                if heard == Heard::Keys {
                    say_again();
                }
                if heard == Heard::Nothing || !event::poll(Duration::ZERO)? {
                    return Ok(None);
                }
            }
        }
        Ok(match event::read()? {
            Event::Key(key) => chord(key).map(Input::Key),
            Event::Paste(text) => Some(Input::Paste(text)),
            Event::Resize(..) => Some(Input::Resized),
            Event::FocusGained | Event::FocusLost | Event::Mouse(_) => None,
        })
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        drop(self.hushed.take());
        give_back();
    }
}

/// How long crossterm itself may wait: not at all where we have waited before it.
const LEFT_TO_CROSSTERM: Option<Duration> = if cfg!(target_os = "linux") { Some(Duration::ZERO) } else { None };

/// What the terminal has for us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Heard {
    /// Something to read.
    #[cfg_attr(not(target_os = "linux"), expect(dead_code, reason = "found out on Linux only"))]
    Keys,
    /// Nothing that we know of.
    Nothing,
}

/// Waits until the terminal has something to read, but no longer than `patience`; an error says that it is gone.
#[cfg(target_os = "linux")]
fn listen_to_terminal(patience: Duration) -> io::Result<Heard> {
    use rustix::event::PollFd;
    use rustix::event::PollFlags;
    let stdin = io::stdin();
    let mut terminal = [PollFd::new(&stdin, PollFlags::IN)];
    match rustix::event::poll(&mut terminal, rustix::event::Timespec::try_from(patience).ok().as_ref()) {
        // Interrupted: a window was resized, perhaps; crossterm knows.
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(why) => return Err(why.into()),
    }
    let said = terminal[0].revents();
    if said.intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL) {
        return Err(io::Error::new(io::ErrorKind::BrokenPipe, "it was closed"));
    }
    Ok(if said.contains(PollFlags::IN) { Heard::Keys } else { Heard::Nothing })
}

/// Elsewhere a terminal cannot always be polled; the signal that its window was closed has to do.
#[cfg(not(target_os = "linux"))]
fn listen_to_terminal(_: Duration) -> io::Result<Heard> {
    Ok(Heard::Nothing)
}

/// Has the system say once more that there is something to read. crossterm is told of it once, reads 1024 bytes, and leaves the rest until
/// the next key is pressed: half a paste. Setting the terminal to what it is set to wakes whoever waits for it.
fn say_again() {
    #[cfg(target_os = "linux")]
    {
        use rustix::termios::OptionalActions;
        let stdin = io::stdin();
        // If it cannot be done, the next key brings the rest.
        rustix::termios::tcgetattr(&stdin).and_then(|as_it_is| rustix::termios::tcsetattr(&stdin, OptionalActions::Now, &as_it_is)).ok();
    }
}

/// The terminal's width and height in cells.
pub(in crate::shell) fn size() -> Option<(u16, u16)> {
    terminal::size().ok()
}

/// Whether the terminal is ours at the moment.
static OURS: AtomicBool = AtomicBool::new(false);

/// Gives the terminal back, if it is ours. Nothing more can be done about a terminal that is gone.
pub(in crate::shell) fn give_back() {
    if !OURS.swap(false, Ordering::AcqRel) {
        return;
    }
    let mut out = io::stdout();
    execute!(out, SetCursorStyle::DefaultUserShape, DisableBracketedPaste, LeaveAlternateScreen, Show).ok();
    out.flush().ok();
    terminal::disable_raw_mode().ok();
}

/// A key press as a chord; nothing for releases and for keys we do not name.
fn chord(event: KeyEvent) -> Option<Chord> {
    if event.kind == KeyEventKind::Release {
        return None;
    }
    let (ctrl, alt) = (event.modifiers.contains(KeyModifiers::CONTROL), event.modifiers.contains(KeyModifiers::ALT));
    let key = match event.code {
        // Ctrl-H is what Backspace sends on many terminals.
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_become_chords() {
        let press = |code, modifiers| chord(KeyEvent::new(code, modifiers)).map(|c| c.to_string());
        assert_eq!(press(KeyCode::Char('T'), KeyModifiers::CONTROL | KeyModifiers::SHIFT).as_deref(), Some("Ctrl-T"));
        assert_eq!(press(KeyCode::Char('h'), KeyModifiers::CONTROL).as_deref(), Some("Backspace"));
        assert_eq!(press(KeyCode::Char('É'), KeyModifiers::SHIFT).as_deref(), Some("É"));
        assert_eq!(press(KeyCode::CapsLock, KeyModifiers::NONE), None);
    }
}
