//! The figures of the study: the tables in the width of the window, what is chosen in sight under its heading, and what there is beside them
//! where there is room.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::domain::study::figures::table::Table;
use crate::tui::model::Model;
use crate::tui::screen::figures::FiguresScreen;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::sections;
use crate::tui::view::sections::Row;
use crate::words::say;

/// From so many cells on the list of contents stands beside the tables.
const WIDE: u16 = 100;

/// So many cells it takes.
const CONTENTS: u16 = 32;

pub(crate) fn draw(model: &Model, screen: &FiguresScreen, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let (tables, chosen) = (screen.tables(), screen.chosen());
    let place =
        if tables.is_empty() { String::new() } else { format!("{} ", say!("figures-table", n = chosen.table + 1, all = tables.len())) };
    let title = format!(" {}", say!("figures-title", study = &model.shared.offer.title));
    let right = vec![(1, Span::styled(place, look.text()))];
    parts::two_ends(vec![(0, Span::styled(title, look.strong()))], right, head, buffer);
    if let Some(words) = screen.instead() {
        for (y, row) in (body.y..body.bottom()).zip(parts::wrap(&words, usize::from(body.width.saturating_sub(2)))) {
            buffer.set_stringn(body.x + 1, y, row, usize::from(body.width.saturating_sub(1)), look.text());
        }
        return None;
    }
    let (beside, list) = if body.width >= WIDE {
        (Some(Rect { width: CONTENTS, ..body }), Rect { x: body.x + CONTENTS + 1, width: body.width - CONTENTS - 1, ..body })
    } else {
        (None, body)
    };
    match (screen.contents(), beside) {
        (_, Some(beside)) => {
            contents(tables, chosen.table, look, beside, buffer);
            let rule = look.either("│", "|");
            for y in body.y..body.bottom() {
                buffer.set_stringn(beside.right(), y, rule, 1, look.quiet());
            }
        }
        (Some(_), None) => {
            contents(tables, chosen.table, look, list, buffer);
            return None;
        }
        (None, None) => {}
    }
    pieces(screen, look, list, buffer);
    None
}

/// What there is, a line a table.
fn contents(tables: &[Table], chosen: usize, look: Look, area: Rect, buffer: &mut Buffer) {
    let inside = parts::section(&say!("figures-contents"), area, look, buffer);
    let width = usize::from(inside.width).saturating_sub(6);
    let row = |(n, table): (usize, &Table)| {
        let words = parts::wrap(&look.plainly(&table.heading), width).into_iter().enumerate();
        let lead = move |piece: usize| if piece == 0 { format!("{:>2}  ", n + 1) } else { "    ".to_owned() };
        words.map(move |(piece, words)| Row::of(format!("{}{words}", lead(piece)), look.text(), n, piece == 0))
    };
    let rows: Vec<Row> = tables.iter().enumerate().flat_map(row).collect();
    sections::draw(&rows, chosen, look, inside, buffer);
}

/// The tables, with air between two of them.
fn pieces(screen: &FiguresScreen, look: Look, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width).saturating_sub(2);
    let (mut rows, mut heading, mut chosen, mut n) = (Vec::new(), 0, 0, 0);
    for (table, one) in screen.tables().iter().enumerate() {
        if table > 0 {
            rows.push(Row::empty(look));
        }
        if table == screen.chosen().table {
            heading = rows.len();
        }
        for (piece, lines) in one.pieces(width).into_iter().enumerate() {
            if (table, piece) == (screen.chosen().table, screen.chosen().piece) {
                chosen = n;
            }
            let style = if piece == 0 { look.strong() } else { look.text() };
            rows.extend(lines.into_iter().enumerate().map(|(line, text)| Row::of(look.plainly(&text).into_owned(), style, n, line == 0)));
            n += 1;
        }
    }
    sections::draw_under(&rows, chosen, heading, look, area, buffer);
}
