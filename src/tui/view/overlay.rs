//! The help and the palette.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Line as Row;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::tui::keymap::Bind;
use crate::tui::keymap::Line;
use crate::tui::keymap::action::Overlay as O;
use crate::tui::model::Model;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::overlay::What;
use crate::tui::view::look::Look;
use crate::tui::view::parts;

pub(crate) fn draw(model: &Model, overlay: &Overlay, look: Look, body: Rect, buffer: &mut Buffer) -> Cell {
    let height = match overlay.what() {
        What::Help => body.height,
        What::Palette => body.height.min(12),
    };
    let area = Rect { y: body.bottom() - height, height, ..body };
    Clear.render(area, buffer);
    let key = |action: O| model.shared.key(action);
    let title = match overlay.what() {
        What::Help => format!("Keys: {} and {} go through, type to narrow, {} closes", key(O::Up), key(O::Down), key(O::Close)),
        What::Palette => format!("Commands: type to narrow, {} does it, {} closes", key(O::Choose), key(O::Close)),
    };
    let inside = parts::panel(&title, area, look, buffer);
    let search = Rect { height: 1, ..inside };
    buffer.set_string(search.x, search.y, "/ ", look.strong());
    let cursor = parts::writing(overlay.line(), Rect { x: search.x + 2, width: search.width.saturating_sub(2), ..search }, look, buffer);
    let below = model.below();
    let commands = overlay.commands(&model.shared.keys, &below);
    let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    let (width, height) = (usize::from(rows.width), usize::from(rows.height));
    // Every sentence of the help is there to be read; in the palette, which is short, that of the chosen command.
    let block = |(n, line): (usize, &&Line)| {
        let keys = model.shared.keys.shown_in(line, &below);
        entry(&keys, line.bind, overlay.what() == What::Help || n == overlay.cursor(), width, look)
    };
    let blocks: Vec<Vec<String>> = commands.iter().enumerate().map(block).collect();
    let mut first = 0;
    while first < overlay.cursor() && blocks[first..=overlay.cursor()].iter().map(Vec::len).sum::<usize>() > height {
        first += 1;
    }
    let shown =
        blocks.iter().enumerate().skip(first).flat_map(|(n, block)| block.iter().enumerate().map(move |(row, text)| (n, row, text)));
    for ((n, row, text), y) in shown.zip(rows.y..rows.bottom()) {
        let chosen = n == overlay.cursor();
        let mark = if chosen && row == 0 { look.either("▶", ">") } else { " " };
        let style = if chosen { look.chosen() } else { look.text() };
        Row::styled(format!("{mark}{text:<w$}", w = width.saturating_sub(1)), style).render(Rect { y, height: 1, ..rows }, buffer);
    }
    cursor
}

/// What stands about a command: its label, its keys, its sentence, folded under itself or cut at the end of the row.
fn entry(keys: &str, bind: &Bind, folded: bool, width: usize, look: Look) -> Vec<String> {
    let lead = format!("{:<11} {keys:<15} ", bind.label);
    let room = width.saturating_sub(parts::cells(&lead) + 1);
    if !folded {
        return vec![format!("{lead}{}", parts::cut(bind.help, room, look))];
    }
    let blank = " ".repeat(parts::cells(&lead));
    let sentence = parts::wrap(bind.help, room).into_iter().enumerate();
    sentence.map(|(n, row)| format!("{}{row}", if n == 0 { &lead } else { &blank })).collect()
}
