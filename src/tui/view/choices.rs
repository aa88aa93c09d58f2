//! What there is to choose from in a list, with the marks in it of what was looked for.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Modifier;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// A row of a list, and what in it is marked: from and to, in bytes.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Row {
    pub(crate) text: String,
    pub(crate) marks: Vec<(usize, usize)>,
}

impl From<String> for Row {
    fn from(text: String) -> Self {
        Self { text, marks: Vec::new() }
    }
}

impl Row {
    /// In pieces, each marked or not. A mark is a line below and thicker letters, so that it is seen without colours.
    fn pieces(&self, style: Style) -> Vec<Span<'_>> {
        let (mut pieces, mut from) = (Vec::new(), 0);
        for (start, end) in &self.marks {
            let (Some(before), Some(marked)) = (self.text.get(from..*start), self.text.get(*start..*end)) else { continue };
            pieces.push(Span::styled(before, style));
            pieces.push(Span::styled(marked, style.add_modifier(Modifier::UNDERLINED | Modifier::BOLD)));
            from = *end;
        }
        pieces.push(Span::styled(&self.text[from..], style));
        pieces
    }
}

/// The `blocks` around the one that is chosen, each of its own rows; where there are more of them than fit, the last row says how many
/// there are above and below.
pub(crate) fn draw(blocks: &[Vec<Row>], cursor: usize, look: Look, rows: Rect, buffer: &mut Buffer) {
    /// Below so many rows, all of them are for what can be chosen.
    const FEW: usize = 4;
    let (width, height) = (usize::from(rows.width), usize::from(rows.height));
    let goes_on = height >= FEW && blocks.iter().map(Vec::len).sum::<usize>() > height;
    let height = if goes_on { height - 1 } else { height };
    // None has less than a row.
    let mut first = cursor.saturating_sub(height).min(blocks.len());
    while first < cursor && blocks[first..=cursor].iter().map(Vec::len).sum::<usize>() > height {
        first += 1;
    }
    let shown = blocks.iter().enumerate().skip(first).flat_map(|(n, block)| block.iter().enumerate().map(move |(nth, row)| (n, nth, row)));
    let (mut last, end) = (first, rows.y + u16::try_from(height).unwrap_or(rows.height));
    for ((n, nth, row), y) in shown.zip(rows.y..end) {
        let chosen = n == cursor;
        let mark = if chosen && nth == 0 { look.either("▶", ">") } else { " " };
        let style = if chosen { look.selected() } else { look.text() };
        let rest = " ".repeat(width.saturating_sub(1 + parts::cells(&row.text)));
        let pieces = std::iter::once(Span::styled(mark, style)).chain(row.pieces(style)).chain([Span::styled(rest, style)]);
        pieces.collect::<Line<'_>>().render(Rect { y, height: 1, ..rows }, buffer);
        last = n;
    }
    if goes_on {
        let words = say!("list-goes-on", above = first, below = blocks.len().saturating_sub(last + 1));
        buffer.set_stringn(rows.x, end, format!(" {} {words}", look.either("…", "...")), width, look.text());
    }
}
