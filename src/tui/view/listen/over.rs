//! What lies over the list of notes: the codes of one, what of it goes on the shelf, and the row that says how one had asked.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;

use crate::domain::time::Position;
use crate::tui::keymap::action::Listen as L;
use crate::tui::model::Model;
use crate::tui::screen::listen::coding;
use crate::tui::screen::listen::coding::Choice;
use crate::tui::screen::listen::coding::Coding;
use crate::tui::screen::listen::notes::WAYS;
use crate::tui::screen::listen::shelf::ForShelf;
use crate::tui::view::choices;
use crate::tui::view::choices::Row;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// The codes of the study, those on the note marked, and the line that looks for one; the cell of its cursor.
pub(super) fn codes(model: &Model, coding: &Coding, look: Look, area: Rect, buffer: &mut Buffer) -> Cell {
    let inside = parts::section(&coding.title(), area, look, buffer);
    if coding.asks_about_a_code() {
        return parts::writing(&coding.line, inside, look, buffer);
    }
    let cell = parts::search(&coding.line, look, inside, buffer);
    let all_choices = coding.choices(&model.shared);
    let all = coding::known(&model.shared);
    let (cursor, room) = (coding.cursor(&all_choices), usize::from(inside.width).saturating_sub(1));
    // Of the one that is chosen all is read, of the others as much as there is room for in a row.
    let block = |(n, choice): (usize, &Choice)| {
        let (words, is_on) = (coding.said(choice, &all), coding.is_on(choice, &model.shared));
        let lead = format!("{} ", if is_on { look.taken() } else { ' ' });
        if n == cursor {
            parts::folded(&lead, &words, room.saturating_sub(2))
        } else {
            vec![parts::cut(&format!("{lead}{words}"), room, look)]
        }
    };
    let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1), ..inside };
    // What is longer than there is room for says so, and leaves a row to say how many more there are.
    let whole = |mut lines: Vec<String>| {
        let most = usize::from(rows.height).saturating_sub(1).max(1);
        if lines.len() > most {
            lines.truncate(most);
            lines.iter_mut().last().into_iter().for_each(|line| *line = parts::cut(&format!("{line}{}", " ".repeat(room)), room, look));
        }
        lines
    };
    let blocks: Vec<Vec<Row>> = all_choices.iter().enumerate().map(|one| whole(block(one)).into_iter().map(Row::from).collect()).collect();
    choices::draw(&blocks, cursor, look, rows, buffer);
    cell
}

/// What of a note is to lie on the shelf; the cell of the cursor.
pub(super) fn shelf(model: &Model, of: &ForShelf, look: Look, area: Rect, buffer: &mut Buffer) -> Cell {
    let [keep, leave] = [L::KeepQuote, L::NoQuote].map(|action| model.shared.key(action));
    let inside = parts::section(&look.plainly(&say!("shelf-line", keep = keep, leave = leave)), area, look, buffer);
    parts::writing(&of.line, inside, look, buffer)
}

/// How the question that is heard at `at` was asked: a digit says so.
pub(super) fn asked(model: &Model, at: Position, look: Look, area: Rect, buffer: &mut Buffer) {
    let title = format!("{at} {}", say!("asked-so-row"));
    let inside = parts::section(&title, area, look, buffer);
    let row = WAYS.into_iter().map(|(action, is)| format!("{} {}", model.shared.key(action), is.words())).collect::<Vec<_>>().join("  ");
    buffer.set_stringn(inside.x, inside.y, parts::cut(&row, usize::from(inside.width), look), usize::from(inside.width), look.text());
}
