//! A list in sections, drawn: headings, lines of as many rows as they need, and at its end how many lines are above and below.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::tui::screen::sections::Section;
use crate::tui::screen::sections::Told;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// A row of the list.
pub(super) struct Row {
    text: String,
    beside: String,
    style: Style,
    /// Whether a line of the list begins here.
    begins: bool,
    /// The line it belongs to, counted from 0 over all sections; a heading belongs to none.
    line: Option<usize>,
}

impl Row {
    /// One with nothing in it.
    pub(super) fn empty(look: Look) -> Self {
        Self { text: String::new(), beside: String::new(), style: look.text(), begins: false, line: None }
    }

    /// A row of line number `line`.
    pub(super) fn of(text: String, style: Style, line: usize, begins: bool) -> Self {
        Self { text, beside: String::new(), style, begins, line: Some(line) }
    }
}

/// What is read aloud is no wider.
const MEASURE: usize = 72;

/// And so many cells of the row that names a part of a page are its line.
const LINE: usize = 8;

/// The title of a part of a page that is so wide, with how much of it is above and below what is seen. That comes last, and stays.
pub(super) fn titled(title: &str, above: usize, below: usize, look: Look, width: usize) -> String {
    if above + below == 0 {
        return title.to_owned();
    }
    let on = format!(" · {}", say!("list-goes-on", above = above, below = below));
    parts::cut(title, width.saturating_sub(parts::cells(&on) + LINE), look) + &on
}

/// The rows of `sections`.
pub(super) fn rows<R>(sections: &[Section<R>], look: Look, width: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut line = 0;
    for (n, section) in sections.iter().enumerate() {
        if n > 0 {
            rows.push(Row::empty(look));
        }
        rows.push(Row { text: section.title.clone(), beside: section.beside.clone(), style: look.strong(), begins: false, line: None });
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
    let number = told.mark.clone().unwrap_or_else(|| format!("{:>2}", line + 1));
    // What has a mark of its own may be read aloud.
    let room = if told.mark.is_some() { room.min(MEASURE) } else { room };
    let words = parts::wrap(&told.words, room.max(10));
    let row = |(n, words): (usize, String)| Row {
        text: if n == 0 { format!("{number}  {words}") } else { format!("    {words}") },
        beside: if n == 0 { beside.clone() } else { String::new() },
        style,
        begins: n == 0,
        line: Some(line),
    };
    words.into_iter().enumerate().map(row).collect()
}

/// The rows around the line that is chosen; where there are more than fit, the last says how many lines are above and below.
pub(super) fn draw(rows: &[Row], chosen: usize, look: Look, area: Rect, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    let room = if rows.len() > height { height.saturating_sub(1) } else { height };
    let last = rows.iter().rposition(|row| row.line == Some(chosen)).unwrap_or(0);
    let begins = rows.iter().position(|row| row.line == Some(chosen)).unwrap_or(0);
    // The heading above the first line of a section is seen with it.
    let top = begins.saturating_sub(usize::from(begins > 0 && rows[begins - 1].line.is_none()));
    from((last + 1).saturating_sub(room).min(top), rows, chosen, look, area, buffer);
}

/// The same, with row number `heading` at the top for as long as the line that is chosen is in sight below it.
pub(super) fn draw_under(rows: &[Row], chosen: usize, heading: usize, look: Look, area: Rect, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    let room = if rows.len() > height { height.saturating_sub(1) } else { height };
    let last = rows.iter().rposition(|row| row.line == Some(chosen)).unwrap_or(0);
    let first = (last + 1).saturating_sub(room).max(heading).min(rows.len().saturating_sub(room));
    from(first, rows, chosen, look, area, buffer);
}

/// The rows from number `first` on.
fn from(first: usize, rows: &[Row], chosen: usize, look: Look, area: Rect, buffer: &mut Buffer) {
    let (width, height) = (usize::from(area.width), usize::from(area.height));
    let goes_on = rows.len() > height;
    let room = if goes_on { height.saturating_sub(1) } else { height };
    for (row, y) in rows.iter().skip(first).take(room).zip(area.y..) {
        let is_chosen = row.line == Some(chosen);
        let is_first = is_chosen && row.begins;
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
