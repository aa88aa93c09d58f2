//! The terminal: raw mode in, raw mode out on every way, and what comes from it as [`Input`]s.
//!
//! crossterm is named here and below only: it sets modes, knows sizes and draws. Bytes are read by [`tty`] where there is a tty, because
//! crossterm's own reader takes answers for keys and cannot be joined afterwards; elsewhere (`console.rs`) it reads keys as well. [`Terminal`]
//! is a guard: dropping it gives the terminal back, and a panic does the same before anything is printed, so that what is left is a shell one
//! can type in. `Terminal::clear` of ratatui is never called: it asks the terminal where its cursor is and waits two seconds for an answer
//! that may not come (ratatui#2640).

pub(crate) mod asked;
mod lines;
mod placed;
pub(crate) mod reader;
mod sequence;

#[cfg(any(not(unix), test))]
mod record;

#[cfg(not(unix))]
mod console;
#[cfg(unix)]
mod tty;

use std::io;
use std::io::Write;
use std::sync::atomic::AtomicU8;
use std::sync::atomic::Ordering;
use std::time::Duration;

use crossterm::cursor::SetCursorStyle;
use crossterm::cursor::Show;
use crossterm::event::DisableBracketedPaste;
use crossterm::event::EnableBracketedPaste;
use crossterm::execute;
use crossterm::queue;
use crossterm::terminal;
use crossterm::terminal::BeginSynchronizedUpdate;
use crossterm::terminal::EndSynchronizedUpdate;
use crossterm::terminal::EnterAlternateScreen;
use crossterm::terminal::LeaveAlternateScreen;
use ratatui::backend::CrosstermBackend;

use crate::shell::live::bell::Bell;
use crate::shell::live::bell::Hearer;
use crate::shell::live::hush::Hushed;
use crate::shell::live::hush::hush;
use crate::shell::live::terminal::asked::JobControl;
use crate::shell::live::terminal::lines::Lines;
use crate::shell::live::terminal::placed::Placed;
use crate::shell::live::terminal::reader::Input;
use crate::tui::listener::Manner;
use crate::tui::model::Model;
use crate::tui::plain::Teller;
use crate::tui::plain::prompt;
use crate::tui::view;
use crate::tui::view::look::Look;

#[cfg(not(unix))]
use console as keyboard;
#[cfg(not(unix))]
use console::Console as Keys;
#[cfg(unix)]
use tty as keyboard;
#[cfg(unix)]
use tty::Tty as Keys;

/// The screen that is drawn on.
type Canvas = ratatui::Terminal<Placed<io::BufWriter<io::Stdout>>>;

/// Has keys sent as they are read here: arrows and keypad under their names (DECCKM, DECKPNM), whatever a program left that fell over.
const KEYS_AS_READ: &[u8] = b"\x1b[?1l\x1b>";

/// Has Alt sent as Esc with the key, where xterm by itself makes an accented letter of it (its modes 1036 and 1039), and keeps what that was.
const ALT_AS_ESC: &[u8] = b"\x1b[?1036;1039s\x1b[?1036;1039h";

/// Has Alt be what it was.
const ALT_AS_BEFORE: &[u8] = b"\x1b[?1036;1039r";

/// Whether this is xterm itself, which says so to what it starts: others need not be asked, and some take what brings the modes back for
/// the margins of the screen.
fn is_xterm() -> bool {
    let is_set = |name: &str, begins: &str| std::env::var(name).is_ok_and(|value| value.starts_with(begins));
    is_set("XTERM_VERSION", "XTerm") && is_set("TERM", "xterm")
}

/// Has keys sent so.
fn ask_for_keys(out: &mut impl Write) -> io::Result<()> {
    out.write_all(KEYS_AS_READ)?;
    if is_xterm() { out.write_all(ALT_AS_ESC) } else { Ok(()) }
}

/// What the model is shown on.
#[derive(Debug)]
enum Surface {
    /// A screen of our own.
    Drawn(Canvas),
    /// Lines, below what stands there already.
    Told(Lines, Teller),
}

/// The terminal while it is ours.
#[derive(Debug)]
pub(crate) struct Terminal {
    surface: Surface,
    keys: Keys,
    hushed: Option<Hushed>,
}

impl Terminal {
    /// Takes the terminal, to show things in this manner. Waiting for it ends when `bell` is rung, which `ear` hears.
    pub(crate) fn open(manner: Manner, bell: &Bell, ear: Option<Hearer>) -> io::Result<Self> {
        terminal::enable_raw_mode()?;
        ours_for(manner);
        // What waits there was meant for whoever had the terminal before; it is looked at before there is anything to answer.
        let keys = Keys::open(bell, ear)?;
        // Before anything stands there that it could be written over.
        let hushed = hush();
        let surface = match manner {
            Manner::Drawn => Surface::Drawn(take_screen()?),
            Manner::Told => Surface::Told(take_lines(), Teller::default()),
        };
        Ok(Self { surface, keys, hushed })
    }

    /// Shows `model`: as one picture where the terminal knows how (DEC private mode 2026), others ignore what asks for it; or in what is new
    /// to tell.
    pub(crate) fn show(&mut self, model: &Model, look: Look) -> io::Result<()> {
        match &mut self.surface {
            Surface::Drawn(screen) => {
                queue!(screen.backend_mut(), BeginSynchronizedUpdate)?;
                let drawn = screen.draw(|frame| {
                    view::draw(model, look, frame);
                    placed::mark(frame.buffer_mut());
                });
                let drawn = drawn.map(drop);
                execute!(screen.backend_mut(), EndSynchronizedUpdate)?;
                drawn
            }
            Surface::Told(lines, teller) => {
                let columns = size().map_or(80, |(columns, _)| columns);
                let written = lines.put(&teller.tell(model), &prompt(model), columns);
                let mut out = out();
                if written.is_empty() { Ok(()) } else { out.write_all(written.as_bytes()).and_then(|()| out.flush()) }
            }
        }
    }

    /// Waits at most `patience` for something from the terminal, or for the bell; `now` is read when it is over. Nothing if there was nothing
    /// to read. Only who holds the terminal may read from it.
    pub(crate) fn wait(&mut self, patience: Duration, now: impl Fn() -> Duration) -> io::Result<Option<Vec<Input>>> {
        self.keys.wait(patience, now)
    }
}

/// What is done while somebody else has the terminal, and after.
impl Terminal {
    /// What the system asks of us.
    pub(crate) fn asked(&self) -> JobControl {
        self.keys.asked()
    }

    /// Gives the terminal to whoever wants it, with a sentence of ours for who looks at it.
    #[expect(clippy::unused_self, reason = "the guard is the permission")]
    pub(crate) fn set_aside(&mut self, sentence: &str) {
        give_back();
        let mut out = out();
        out.write_all(sentence.as_bytes()).and_then(|()| out.flush()).ok();
    }

    /// Stops the whole process, until somebody has it go on.
    #[expect(clippy::unused_self, reason = "the guard is the permission")]
    pub(crate) fn stop(&mut self) {
        keyboard::stop();
    }

    /// Whether the terminal is there for us to take.
    #[expect(clippy::unused_self, reason = "the guard is the permission")]
    pub(crate) fn is_in_front(&self) -> bool {
        keyboard::is_in_front()
    }

    /// Waits at most `patience` for a line that somebody enters; says whether one came.
    pub(crate) fn wait_for_a_line(&self, patience: Duration) -> io::Result<bool> {
        self.keys.wait_for_a_line(patience)
    }

    /// Takes the terminal again, in whatever state it was left; the next picture is a whole one. (crossterm believes that it is in raw mode
    /// while it has not left it itself, and would do nothing.)
    pub(crate) fn take_again(&mut self) -> io::Result<()> {
        terminal::disable_raw_mode()?;
        terminal::enable_raw_mode()?;
        match &mut self.surface {
            Surface::Drawn(screen) => {
                ours_for(Manner::Drawn);
                *screen = take_screen()?;
            }
            Surface::Told(lines, teller) => {
                ours_for(Manner::Told);
                *lines = take_lines();
                teller.was_away();
            }
        }
        Ok(())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        drop(self.hushed.take());
        give_back();
    }
}

/// Where the screen is drawn, and nothing else here is written.
#[expect(clippy::disallowed_methods, reason = "a picture is no answer: whether it arrives is seen by whoever sits there")]
fn out() -> io::Stdout {
    io::stdout()
}

/// A screen of our own, empty.
fn take_screen() -> io::Result<Canvas> {
    let mut out = io::BufWriter::with_capacity(16 * 1024, self::out());
    // A terminal that has no second screen shows what stood there, and only what differs from an empty picture is drawn over it. Nothing
    // blinks in the room.
    execute!(out, EnterAlternateScreen, terminal::Clear(terminal::ClearType::All), SetCursorStyle::SteadyBar)?;
    ask_for_keys(&mut out)?;
    // A console that cannot tell a paste from keys (the old one of Windows) is used without.
    execute!(out, EnableBracketedPaste).ok();
    ratatui::Terminal::new(Placed::over(CrosstermBackend::new(out)))
}

/// The terminal as it is, from the line on which its cursor stands.
fn take_lines() -> Lines {
    execute!(out(), EnableBracketedPaste).ok();
    ask_for_keys(&mut out()).ok();
    Lines::default()
}

/// The terminal's width and height in cells.
pub(crate) fn size() -> Option<(u16, u16)> {
    terminal::size().ok()
}

/// How many pixels high a row is, where the terminal says it (the size in pixels of `TIOCGWINSZ`, which is 0 where it does not).
pub(crate) fn row_pixels() -> Option<u16> {
    let size = terminal::window_size().ok()?;
    size.height.checked_div(size.rows).filter(|pixels| *pixels > 0)
}

/// Whether the terminal is ours at the moment, and for what.
static OURS: AtomicU8 = AtomicU8::new(NOT_OURS);
const NOT_OURS: u8 = 0;
const DRAWN: u8 = 1;
const TOLD: u8 = 2;

/// The terminal is ours, to show things in this manner.
fn ours_for(manner: Manner) {
    let what = match manner {
        Manner::Drawn => DRAWN,
        Manner::Told => TOLD,
    };
    OURS.store(what, Ordering::Release);
}

/// Gives the terminal back, if it is ours. Nothing more can be done about a terminal that is gone.
pub(crate) fn give_back() {
    let was = OURS.swap(NOT_OURS, Ordering::AcqRel);
    if was == NOT_OURS {
        return;
    }
    let mut out = out();
    // Each for itself: what one of them cannot be done for must not keep the others from being done.
    execute!(out, DisableBracketedPaste).ok();
    if is_xterm() {
        out.write_all(ALT_AS_BEFORE).ok();
    }
    if was == TOLD {
        out.write_all(Lines::gone().as_bytes()).ok();
    } else {
        execute!(out, SetCursorStyle::DefaultUserShape).ok();
        execute!(out, LeaveAlternateScreen, Show).ok();
    }
    out.flush().ok();
    terminal::disable_raw_mode().ok();
}
