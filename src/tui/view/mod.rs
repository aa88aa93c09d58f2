//! Pictures: the model in, cells out.
//!
//! [`draw`] is a function of the model and a [`Look`]; it changes nothing and is the only place that names ratatui. Every screen keeps the
//! same frame: what is recorded on the first row, a row for notices, the keys on the last. Nothing blinks, nothing moves but the meter.

mod choices;
mod end;
pub(crate) mod equipment;
mod figures;
mod home;
pub(crate) mod interview;
mod letter;
mod letters;
mod listen;
pub mod look;
mod looking;
mod overlay;
pub(crate) mod parts;
pub(crate) mod question;
mod reading;
mod register;
pub(crate) mod room_check;
mod sections;
pub(crate) mod setup;
mod statements;
pub(crate) mod table;
mod wall;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::tui::keymap::action::Everywhere;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::screen::overlay::What;
use crate::tui::view::look::Look;
use crate::tui::view::look::Signs;
use crate::words::say;

/// The smallest terminal in which an interview can be led.
const SMALLEST: (u16, u16) = (40, 10);

/// The rows of help that are left below a first row while a long notice is read.
const LEAST_HELP: u16 = 4;

/// Draws `model`.
pub(crate) fn draw(model: &Model, look: Look, frame: &mut Frame<'_>) {
    let look = Look { theme: model.shared.theme, ..look };
    let area = frame.area();
    if let Some(cursor) = draw_in(model, look, area, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws `model` into `buffer` and gives back where the cursor stands.
pub fn draw_in(model: &Model, look: Look, area: Rect, buffer: &mut Buffer) -> Option<Cell> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(model, area, buffer);
        return None;
    }
    let rows = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    let said = notice(model, look, area);
    // A notice of more than one row takes them from the screen, so that it covers nothing that stands there or is being written.
    let more = u16::try_from(said.len()).unwrap_or(0).saturating_sub(1);
    let (head, body) = (rows(0, 1), rows(1, area.height - 3 - more));
    let foot = rows(area.height - 1, 1);
    let cursor = match &model.screen {
        Screen::Home(screen) => home::draw(model, screen, look, head, body, buffer),
        Screen::Setup(screen) => setup::draw(model, screen, look, head, body, buffer),
        Screen::Interview(screen) => interview::draw(model, screen, look, head, body, more, buffer),
        Screen::Listen(screen) => listen::draw(model, screen, look, head, body, buffer),
        Screen::Statements(screen) => statements::draw(model, screen, look, head, body, buffer),
        Screen::End(screen) => end::draw(model, screen, look, head, body, buffer),
        Screen::Letters(screen) => letters::draw(model, screen, look, head, body, buffer),
        Screen::Register(screen) => register::draw(model, screen, look, head, body, buffer),
        Screen::Wall(screen) => wall::draw(model, screen, look, head, body, buffer),
        Screen::Figures(screen) => figures::draw(model, screen, look, head, body, buffer),
    };
    let over = model.overlay.as_ref().map(|over| overlay::draw(model, over, look, body, buffer));
    let above = u16::try_from(said.len()).unwrap_or(0) + 1;
    for (y, line) in (area.bottom().saturating_sub(above)..).zip(said) {
        let row = Rect { y, height: 1, ..area };
        Clear.render(row, buffer);
        line.render(row, buffer);
    }
    parts::footer(model, foot, look, buffer);
    if look.signs == Signs::Plain {
        quotation_marks_plain(area, buffer);
    }
    over.or(cursor)
}

/// Quotation marks and apostrophes as they are printed, wherever a sentence has them, are typed ones where only ASCII may be drawn.
fn quotation_marks_plain(area: Rect, buffer: &mut Buffer) {
    for at in area.positions() {
        let plain = match buffer[at].symbol() {
            "‘" | "’" => "'",
            "“" | "”" | "„" => "\"",
            "×" => "x",
            _ => continue,
        };
        buffer[at].set_symbol(plain);
    }
}

/// The notice in rows: as many as it needs, as long as the smallest screen is left above it, and the conversation in an interview. Of one that is longer, the last row names the
/// key that shows all of it: over the help it has the room it needs.
fn notice(model: &Model, look: Look, area: Rect) -> Vec<Line<'static>> {
    let Some(shown) = model.shared.notices.shown() else { return Vec::new() };
    let sign = Look::notice_mark(shown.weight);
    let (text, width) = (format!("{sign}{}", shown.text), usize::from(area.width));
    let is_in_help = model.overlay.as_ref().is_some_and(|over| over.what() == What::Help);
    let most = match &model.screen {
        _ if is_in_help => area.height.saturating_sub(LEAST_HELP + 2),
        Screen::Interview(_) => longest_in_the_room(area.height).min(area.height - SMALLEST.1 + 2),
        Screen::Home(_)
        | Screen::Setup(_)
        | Screen::Listen(_)
        | Screen::Statements(_)
        | Screen::End(_)
        | Screen::Letters(_)
        | Screen::Register(_)
        | Screen::Wall(_)
        | Screen::Figures(_) => area.height - SMALLEST.1 + 2,
    };
    let most = usize::from(most).max(1);
    let mut rows = parts::wrap(&text, width);
    if rows.len() > most {
        let dots = look.either("…", "...");
        let how = if is_in_help {
            format!("{dots} {}", say!("larger-window-shows"))
        } else {
            format!("{dots} {}", say!("key-shows-the-rest", key = model.shared.key(Everywhere::Help)))
        };
        rows.truncate(most);
        let last = rows.pop().unwrap_or_default();
        rows.push(format!("{}{how}", parts::cut(&last, width.saturating_sub(parts::cells(&how)), look).trim_end_matches(dots)));
    }
    let dressed = |(n, row): (usize, String)| match row.strip_prefix(sign.trim_end()).filter(|_| n == 0) {
        Some(words) => Line::from(vec![
            Span::styled(sign.trim_end().to_owned(), look.notice_sign(shown.weight)),
            Span::styled(words.to_owned(), look.notice(shown.weight)),
        ]),
        None => Line::styled(row, look.notice(shown.weight)),
    };
    rows.into_iter().enumerate().map(dressed).collect()
}

/// The rows that a notice takes of an interview in so many rows at most: the page is for the conversation.
const fn longest_in_the_room(height: u16) -> u16 {
    match height {
        ..20 => 2,
        20..30 => 3,
        _ => 6,
    }
}

/// What is shown when nothing else fits: whether it is recording, and what to do.
fn too_small(model: &Model, area: Rect, buffer: &mut Buffer) {
    let state = model.session().map_or_else(|| "hearback".to_owned(), |s| interview::state::State::of(model, s).words());
    let at = model.shared.now.position.to_string();
    let words = say!("window-too-small", state = state, at = at, columns = u32::from(SMALLEST.0), rows = u32::from(SMALLEST.1));
    for (y, row) in parts::wrap(&words, usize::from(area.width)).into_iter().take(usize::from(area.height)).enumerate() {
        buffer.set_stringn(area.x, area.y + u16::try_from(y).unwrap_or(0), row, usize::from(area.width), Style::new());
    }
}
