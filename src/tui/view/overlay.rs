//! The help, the palette and the manual.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::tui::keymap::Bound;
use crate::tui::keymap::action::Commands;
use crate::tui::model::Model;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::overlay::What;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::reading;

pub(crate) fn draw(model: &Model, overlay: &Overlay, look: Look, body: Rect, buffer: &mut Buffer) -> Cell {
    let key = |action: Commands| model.shared.key(action);
    let (height, title) = match overlay.what() {
        What::Contents => return reading::contents(model, overlay, look, body, buffer),
        What::Page(page) => return reading::page(model, overlay, page, look, body, buffer),
        What::Help => {
            let title = format!("Keys: type to narrow, {} opens the manual, {} closes", key(Commands::Manual), key(Commands::Close));
            (body.height, title)
        }
        What::Palette => {
            let title = format!("Commands: type to narrow, {} does it, {} closes", key(Commands::Choose), key(Commands::Close));
            (body.height.min(12), title)
        }
    };
    let area = Rect { y: body.bottom() - height, height, ..body };
    Clear.render(area, buffer);
    let inside = parts::panel(&title, area, look, buffer);
    let cursor = parts::search(overlay.line(), look, inside, buffer);
    let below = model.below();
    let commands = overlay.commands(&model.shared.keys, &below);
    let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    // Every sentence of the help is there to be read; in the palette, which is short, that of the chosen command.
    let block = |(n, line): (usize, &&Bound)| {
        let keys = model.shared.keys.shown_in(line, &below);
        let lead = format!("{:<11} {keys:<15} ", line.bind.label());
        let room = usize::from(rows.width).saturating_sub(parts::cells(&lead) + 1);
        if overlay.what() == What::Help || n == overlay.cursor() {
            folded(&lead, &line.bind.help(), room)
        } else {
            vec![format!("{lead}{}", parts::cut(&line.bind.help(), room, look))]
        }
    };
    let blocks: Vec<Vec<String>> = commands.iter().enumerate().map(block).collect();
    parts::choices(&blocks, overlay.cursor(), look, rows, buffer);
    cursor
}

/// A sentence behind its `lead`, folded under itself in `room` cells.
fn folded(lead: &str, sentence: &str, room: usize) -> Vec<String> {
    let blank = " ".repeat(parts::cells(lead));
    let rows = parts::wrap(sentence, room).into_iter().enumerate();
    rows.map(|(n, row)| format!("{}{row}", if n == 0 { lead } else { &blank })).collect()
}
