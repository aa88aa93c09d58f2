//! The end screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::tui::model::Model;
use crate::tui::screen::end;
use crate::tui::screen::end::EndRow;
use crate::tui::screen::end::EndScreen;
use crate::tui::screen::end::Section;
use crate::tui::screen::end::Told;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// A row of the list.
struct Row {
    text: String,
    beside: String,
    style: Style,
    /// The line it belongs to, counted from 0 over all sections; a heading belongs to none.
    line: Option<usize>,
}

pub(crate) fn draw(model: &Model, screen: &EndScreen, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let session = model.session()?;
    let on_disk = model.shared.sitting.as_ref().and_then(|sitting| sitting.on_disk.as_ref());
    let opened = session.opened();
    let title = Span::styled(format!(" {}", end::kept(session, on_disk)), look.strong());
    let whose = format!("{} ", say!("end-whose", participant = &opened.participant, round = opened.round.words()));
    parts::two_ends(vec![(0, title)], vec![(1, Span::styled(whose, look.text()))], head, buffer);
    let width = usize::from(body.width);
    let mut y = body.y;
    for row in parts::wrap(&end::sums(session, on_disk), width.saturating_sub(2)).into_iter().take(usize::from(body.height / 4).max(2)) {
        buffer.set_stringn(body.x + 1, y, row, width.saturating_sub(1), look.text());
        y += 1;
    }
    // Air below the head, where there is room for it.
    y += u16::from(body.height >= 18);
    let write_rows = screen.writing().map_or(0, |w| parts::rows_of(&w.line, width.saturating_sub(2)).min(5) + 1);
    let list = Rect { y, height: body.bottom().saturating_sub(y + write_rows), ..body };
    let sections = end::sections(session, &model.shared.offer.leaving, model.shared.now.wall);
    let rows = rows(&sections, look, width);
    let all: Vec<EndRow> = end::rows(session, &model.shared.offer.leaving);
    draw_rows(&rows, screen.cursor(&all), look, list, buffer);
    let writing = screen.writing()?;
    let about = sections.iter().flat_map(|s| &s.lines).find(|(row, _)| *row == writing.row).map(|(row, _)| heading(row));
    let title = about.unwrap_or_default();
    let area = Rect { y: list.bottom(), height: write_rows, ..body };
    let inside = parts::section(&title, area, look, buffer);
    Some(parts::writing(&writing.line, inside, look, buffer))
}

/// What is written there, in a word or two.
fn heading(row: &EndRow) -> String {
    match row {
        EndRow::End(end) => crate::domain::named::Worded::words(end),
        EndRow::Page(line) => line.words(),
        EndRow::Guide => say!("page-guide-what"),
    }
}

fn rows(sections: &[Section], look: Look, width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut line = 0;
    for (n, section) in sections.iter().enumerate() {
        if n > 0 {
            rows.push(Row { text: String::new(), beside: String::new(), style: look.text(), line: None });
        }
        rows.push(Row { text: section.title.clone(), beside: section.beside.clone(), style: look.strong(), line: None });
        for (_, told) in &section.lines {
            rows.extend(block(told, line, look, width));
            line += 1;
        }
    }
    rows
}

/// A line in its rows: its number, its words, and beside the first what it is about.
fn block(told: &Told, line: usize, look: Look, width: usize) -> Vec<Row> {
    const LEAD: usize = 5;
    let beside = parts::cut(&told.beside, width / 3, look);
    let room = width.saturating_sub(LEAD + if beside.is_empty() { 1 } else { parts::cells(&beside) + 3 });
    let style = if told.is_done { look.quiet() } else { look.text() };
    let number = format!("{:>2}", line + 1);
    let words = parts::wrap(&told.words, room.max(10));
    let row = |(n, words): (usize, String)| Row {
        text: if n == 0 { format!("{number}  {words}") } else { format!("    {words}") },
        beside: if n == 0 { beside.clone() } else { String::new() },
        style,
        line: Some(line),
    };
    words.into_iter().enumerate().map(row).collect()
}

/// The rows around the line that is chosen; where there are more than fit, the last says how many lines are above and below.
fn draw_rows(rows: &[Row], chosen: usize, look: Look, area: Rect, buffer: &mut Buffer) {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let goes_on = rows.len() > height;
    let room = if goes_on { height.saturating_sub(1) } else { height };
    let last = rows.iter().rposition(|row| row.line == Some(chosen)).unwrap_or(0);
    let begins = rows.iter().position(|row| row.line == Some(chosen)).unwrap_or(0);
    // The heading above the first line of a section is seen with it.
    let top = begins.saturating_sub(usize::from(begins > 0 && rows[begins - 1].line.is_none()));
    let first = (last + 1).saturating_sub(room).min(top);
    for (row, y) in rows.iter().skip(first).take(room).zip(area.y..) {
        let is_chosen = row.line == Some(chosen);
        let is_first = is_chosen && !row.text.starts_with("    ");
        let mark = if is_first { look.either("▶", ">") } else { " " };
        let style = if is_chosen { look.selected() } else { row.style };
        let beside = if row.beside.is_empty() { String::new() } else { format!("{} ", row.beside) };
        let text = parts::cut(&row.text, width.saturating_sub(2 + parts::cells(&beside)), look);
        let gap = width.saturating_sub(1 + parts::cells(&text) + parts::cells(&beside));
        Line::styled(format!("{mark}{text}{}{beside}", " ".repeat(gap)), style).render(Rect { y, height: 1, ..area }, buffer);
    }
    if goes_on {
        let seen: Vec<usize> = rows.iter().skip(first).take(room).filter_map(|row| row.line).collect();
        let all = rows.iter().filter_map(|row| row.line).max().map_or(0, |last| last + 1);
        let (above, below) = (seen.first().copied().unwrap_or(0), all.saturating_sub(seen.last().map_or(0, |last| last + 1)));
        let words = say!("list-goes-on", above = above, below = below);
        let y = area.bottom().saturating_sub(1);
        buffer.set_stringn(area.x, y, format!(" {} {words}", look.either("…", "...")), width, look.text());
    }
}
