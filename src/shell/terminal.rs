//! The terminal: raw mode in, raw mode out on every way, and keys as [`Chord`]s.
//!
//! The only file that names crossterm. [`Terminal`] is a guard: dropping it gives the terminal back, and the panic hook does the same
//! before the message is printed, so that what is left is a shell one can type in. `Terminal::clear` of ratatui is never called: it
//! asks the terminal where its cursor is and waits two seconds for an answer that may not come (ratatui#2640).

use std::io;
use std::io::Write;
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
    #[cfg(unix)]
    hushed: Option<hush::Hushed>,
}

impl Terminal {
    /// Takes the terminal.
    pub(in crate::shell) fn open() -> io::Result<Self> {
        give_back_on_panic();
        terminal::enable_raw_mode()?;
        let mut out = io::BufWriter::with_capacity(16 * 1024, io::stdout());
        execute!(out, EnterAlternateScreen, EnableBracketedPaste, SetCursorStyle::SteadyBar)?; // nothing blinks in the room
        let screen = ratatui::Terminal::new(CrosstermBackend::new(out))?;
        Ok(Self {
            screen,
            #[cfg(unix)]
            hushed: hush::Hushed::new(),
        })
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
            listen_to_terminal(patience)?;
            if !event::poll(LEFT_TO_CROSSTERM.unwrap_or(patience))? {
                return Ok(None);
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
        #[cfg(unix)]
        drop(self.hushed.take());
        give_back();
    }
}

/// How long crossterm itself may wait: not at all where we have waited before it.
const LEFT_TO_CROSSTERM: Option<Duration> = if cfg!(target_os = "linux") { Some(Duration::ZERO) } else { None };

/// Waits until the terminal has something to read, but no longer than `patience`; an error says that it is gone.
#[cfg(target_os = "linux")]
fn listen_to_terminal(patience: Duration) -> io::Result<()> {
    use rustix::event::PollFd;
    use rustix::event::PollFlags;
    let stdin = io::stdin();
    let mut terminal = [PollFd::new(&stdin, PollFlags::IN)];
    match rustix::event::poll(&mut terminal, rustix::event::Timespec::try_from(patience).ok().as_ref()) {
        // Interrupted: a window was resized, perhaps; crossterm knows.
        Ok(_) | Err(rustix::io::Errno::INTR) => {}
        Err(why) => return Err(why.into()),
    }
    let gone = terminal[0].revents().intersects(PollFlags::HUP | PollFlags::ERR | PollFlags::NVAL);
    if gone { Err(io::Error::new(io::ErrorKind::BrokenPipe, "it was closed")) } else { Ok(()) }
}

/// Elsewhere a terminal cannot always be polled; the signal that its window was closed has to do.
#[cfg(not(target_os = "linux"))]
fn listen_to_terminal(_: Duration) -> io::Result<()> {
    Ok(())
}

/// The terminal's width and height in cells.
pub(in crate::shell) fn size() -> Option<(u16, u16)> {
    terminal::size().ok()
}

/// Gives the terminal back. Nothing more can be done about a terminal that is gone.
pub(in crate::shell) fn give_back() {
    let mut out = io::stdout();
    execute!(out, SetCursorStyle::DefaultUserShape, DisableBracketedPaste, LeaveAlternateScreen, Show).ok();
    out.flush().ok();
    terminal::disable_raw_mode().ok();
}

fn give_back_on_panic() {
    static ONCE: std::sync::Once = std::sync::Once::new();
    ONCE.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |info| {
            // A panic on a worker is caught there and reported; the screen stays.
            if std::thread::current().name() == Some("main") {
                give_back();
                before(info);
            }
        }));
    });
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

/// libasound writes what it thinks to standard error, which would land in the middle of the screen.
#[cfg(unix)]
mod hush {
    use std::io;
    use std::io::IsTerminal;
    use std::os::fd::OwnedFd;

    /// Standard error put aside while the screen is up; dropping it brings it back.
    #[derive(Debug)]
    pub(super) struct Hushed {
        before: OwnedFd,
    }

    impl Hushed {
        /// Puts standard error aside if it is the terminal; if it goes to a file it does no harm there.
        pub(super) fn new() -> Option<Self> {
            if !io::stderr().is_terminal() {
                return None;
            }
            let before = rustix::io::dup(io::stderr()).ok()?;
            let nowhere = rustix::fs::open("/dev/null", rustix::fs::OFlags::WRONLY, rustix::fs::Mode::empty()).ok()?;
            rustix::stdio::dup2_stderr(&nowhere).ok()?;
            Some(Self { before })
        }
    }

    impl Drop for Hushed {
        fn drop(&mut self) {
            rustix::stdio::dup2_stderr(&self.before).ok();
        }
    }
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
