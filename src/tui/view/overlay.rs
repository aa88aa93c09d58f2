//! The help and the palette.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::tui::model::Model;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::overlay::What;
use crate::tui::view::look::Look;
use crate::tui::view::parts;

pub(in crate::tui::view) fn draw(model: &Model, overlay: &Overlay, look: Look, body: Rect, buffer: &mut Buffer) -> Cell {
    let height = match overlay.what() {
        What::Help => body.height,
        What::Palette => body.height.min(12),
    };
    let area = Rect { y: body.bottom() - height, height, ..body };
    Clear.render(area, buffer);
    let title = match overlay.what() {
        What::Help => "Keys: type to narrow, Esc closes",
        What::Palette => "Commands: type to narrow, Enter does it, Esc closes",
    };
    let inside = parts::panel(title, area, look, buffer);
    let search = Rect { height: 1, ..inside };
    buffer.set_string(search.x, search.y, "/ ", look.strong());
    let cursor = parts::writing(overlay.line(), Rect { x: search.x + 2, width: search.width.saturating_sub(2), ..search }, look, buffer);
    let commands = overlay.commands(model.context());
    let height = usize::from(inside.height.saturating_sub(1));
    let first = (overlay.cursor() + 1).saturating_sub(height);
    for (n, bind) in commands.iter().enumerate().skip(first).take(height) {
        let y = inside.y + 1 + u16::try_from(n - first).unwrap_or(0);
        let mark = if n == overlay.cursor() { look.either("▶", ">") } else { " " };
        let text = parts::cut(
            &format!("{mark}{:<11} {:<16} {}", bind.label, bind.keys_in(model.context()), bind.help),
            usize::from(inside.width),
            look,
        );
        let style = if n == overlay.cursor() { look.chosen() } else { look.text() };
        Line::styled(format!("{text:<w$}", w = usize::from(inside.width)), style).render(Rect { y, height: 1, ..inside }, buffer);
    }
    cursor
}
