//! Pictures: the model in, cells out.
//!
//! [`draw`] is a function of the model and a [`Look`]; it changes nothing and is the only place that names ratatui. Every screen keeps the
//! same frame: what is recorded on the first row, a row for notices, the keys on the last. Nothing blinks, nothing moves but the meter.

mod home;
mod interview;
mod listen;
pub mod look;
mod overlay;
mod parts;
mod reading;
mod setup;
mod statements;

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::view::look::Look;

/// The smallest terminal in which an interview can be led.
const SMALLEST: (u16, u16) = (40, 10);

/// Draws `model`.
pub(crate) fn draw(model: &Model, look: Look, frame: &mut Frame<'_>) {
    let look = Look { theme: model.shared.theme, ..look };
    let area = frame.area();
    if let Some(cursor) = draw_in(model, look, area, frame.buffer_mut()) {
        frame.set_cursor_position(cursor);
    }
}

/// Draws `model` into `buffer` and gives back where the cursor stands.
pub(crate) fn draw_in(model: &Model, look: Look, area: Rect, buffer: &mut Buffer) -> Option<Cell> {
    if area.width < SMALLEST.0 || area.height < SMALLEST.1 {
        too_small(model, area, buffer);
        return None;
    }
    let rows = |y: u16, height: u16| Rect { y: area.y + y, height, ..area };
    let said = notice(model, look, area);
    // A notice of two rows lies over the last row of the screen, which is a frame; a longer one moves it up, so that it can be read whole
    // and covers nothing that is being written.
    let more = u16::try_from(said.len()).unwrap_or(0).saturating_sub(2);
    let (head, body) = (rows(0, 1), rows(1, area.height - 3 - more));
    let foot = rows(area.height - 1, 1);
    let cursor = match &model.screen {
        Screen::Home(screen) => home::draw(model, screen, look, head, body, buffer),
        Screen::Setup(screen) => setup::draw(model, screen, look, head, body, buffer),
        Screen::Interview(screen) => interview::draw(model, screen, look, head, body, buffer),
        Screen::Listen(screen) => listen::draw(model, screen, look, head, body, buffer),
        Screen::Statements(screen) => statements::draw(model, screen, look, head, body, buffer),
    };
    let over = model.overlay.as_ref().map(|over| overlay::draw(model, over, look, body, buffer));
    let above = u16::try_from(said.len()).unwrap_or(0) + 1;
    for (y, line) in (area.bottom().saturating_sub(above)..).zip(said) {
        let row = Rect { y, height: 1, ..area };
        Clear.render(row, buffer);
        line.render(row, buffer);
    }
    parts::footer(model, foot, look, buffer);
    over.or(cursor)
}

/// The notice in rows: as many as it needs, as long as the smallest screen is left above it.
fn notice(model: &Model, look: Look, area: Rect) -> Vec<Line<'static>> {
    let Some(shown) = model.shared.notices.shown() else { return Vec::new() };
    let (text, width) = (format!("{}{}", Look::notice_mark(shown.weight), shown.text), usize::from(area.width));
    let most = usize::from(area.height - SMALLEST.1) + 2;
    let mut rows = parts::wrap(&text, width);
    if rows.len() > most {
        // Of one that is longer than that, the last row says so.
        let last = format!("{}{}", rows[most - 1], look.either("…", "..."));
        rows.truncate(most - 1);
        rows.push(if parts::cells(&last) > width { parts::cut(&last, width, look) } else { last });
    }
    rows.into_iter().map(|row| Line::styled(row, look.notice(shown.weight))).collect()
}

/// What is shown when nothing else fits: whether it is recording, and what to do.
fn too_small(model: &Model, area: Rect, buffer: &mut Buffer) {
    let state = model.session().map_or("hearback", |s| interview::state_words(model, s));
    let words = format!("{state} {}. Make the window larger: {}x{} or more.", model.shared.now.position, SMALLEST.0, SMALLEST.1);
    for (y, row) in parts::wrap(&words, usize::from(area.width)).into_iter().take(usize::from(area.height)).enumerate() {
        buffer.set_stringn(area.x, area.y + u16::try_from(y).unwrap_or(0), row, usize::from(area.width), Style::new());
    }
}
