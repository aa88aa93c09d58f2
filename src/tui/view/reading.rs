//! The manual over a screen: its topics and what is found in them, or a page.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::manual::layout::LineKind;
use crate::tui::keymap::action::Manual as M;
use crate::tui::model::Model;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::reading::Page;
use crate::tui::view::choices;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// What is found of the words that were typed.
pub(crate) fn contents(model: &Model, over: &Overlay, look: Look, body: Rect, buffer: &mut Buffer) -> Cell {
    Clear.render(body, buffer);
    let title = say!("over-manual", read = model.shared.key(M::Read), close = model.shared.key(M::Close));
    let inside = parts::panel(&title, body, look, buffer);
    let cursor = parts::search(over.line(), look, inside, buffer);
    let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let room = usize::from(rows.width).saturating_sub(1);
    let places = over.found();
    if let Some(nothing) = over.nothing(&model.below(), &model.shared).filter(|_| places.is_empty()) {
        for (text, y) in parts::wrap(&nothing, room).into_iter().zip(rows.y..rows.bottom()) {
            Line::styled(format!(" {text}"), look.text()).render(Rect { y, height: 1, ..rows }, buffer);
        }
    }
    let row = |text: &str| vec![choices::Row::from(parts::cut(&look.plainly(text), room, look))];
    let entries = places.iter().map(|place| row(&format!("{:<11} {}", place.name(), place.text)));
    choices::draw(&entries.collect::<Vec<_>>(), over.cursor(), look, rows, buffer);
    cursor
}

/// A page, and a mark beside what was looked for.
pub(crate) fn page(model: &Model, over: &Overlay, page: Page, look: Look, body: Rect, buffer: &mut Buffer) -> Cell {
    Clear.render(body, buffer);
    let (back, close) = (model.shared.key(M::Back), model.shared.key(M::Close));
    let (name, line, all) = (page.name(), page.top + 1, over.pages().rows(page).len());
    let title = say!("over-page", name = name, line = line, all = all, back = back, close = close);
    let inside = parts::panel(&title, body, look, buffer);
    let found = over.pages().marked(page, over.line().text());
    let text = Rect { x: inside.x + 1, width: inside.width.saturating_sub(1), ..inside };
    let rows = over.pages().rows(page).iter().enumerate().skip(page.top);
    // In a window that is narrower than a page its lines are broken once more.
    let rows = rows.flat_map(|(n, row)| {
        let pieces = parts::wrap(&look.plainly(&row.text), usize::from(text.width));
        let pieces = if pieces.is_empty() { vec![String::new()] } else { pieces };
        pieces.into_iter().enumerate().map(move |(piece, text)| (n, piece, row.kind, text))
    });
    for ((n, piece, kind, words), y) in rows.zip(text.y..text.bottom()) {
        let is_found = found.contains(&n);
        if is_found && piece == 0 {
            buffer.set_string(inside.x, y, look.either("▶", ">"), look.strong());
        }
        let style = if is_found || kind == LineKind::Heading { look.strong() } else { look.text() };
        Line::styled(words, style).render(Rect { y, height: 1, ..text }, buffer);
    }
    Cell { x: inside.x, y: inside.y }
}
