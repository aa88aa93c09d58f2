//! The letter as the participant will read it, in rows: with what is being written in it already, and beside the statement one is at.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Text;
use crate::tui::model::Model;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::statements::told::Preview;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::sections;
use crate::words::say;

/// The widest that what somebody reads is set.
const MEASURE: u16 = 72;

/// How long a line to be written on by hand is within one of words.
const BY_HAND: usize = 16;

/// One row of the letter.
struct Row {
    text: String,
    style: Style,
    /// The number of the statement that begins here.
    begins: Option<usize>,
}

/// Draws the letter of the session that is open, as it would be if what is being written were kept.
pub(crate) fn draw(model: &Model, screen: &StatementsScreen, look: Look, area: Rect, buffer: &mut Buffer) {
    let Some(Preview { letter, follows }) = Preview::of(&model.shared, screen) else { return };
    let width = usize::from(area.width.saturating_sub(2).min(MEASURE));
    let mut rows = Vec::new();
    match letter {
        Ok(document) => lines(&document, width, look, &mut rows),
        Err(why) => put(&why, "", look.text(), width, &mut rows),
    }
    let title = say!("check-letter");
    let height = usize::from(area.height.saturating_sub(1));
    // The statement one is at stands in the upper third, with what comes before it in sight.
    let begins = rows.iter().position(|row| row.begins.is_some() && row.begins == follows).unwrap_or(0);
    let step = i32::try_from((height / 2).max(1)).unwrap_or(1);
    let first = i32::try_from(begins.saturating_sub(height / 3)).unwrap_or(0) + screen.scrolled().saturating_mul(step);
    let most = rows.len().saturating_sub(height);
    let first = usize::try_from(first.max(0)).unwrap_or(0).min(most);
    let below = rows.len().saturating_sub(first + height);
    let title = sections::titled(&title, first, below, look, usize::from(area.width));
    let inside = parts::section(&look.plainly(&title), area, look, buffer);
    for (y, row) in rows.iter().skip(first).take(height).enumerate() {
        let at = inside.y + u16::try_from(y).unwrap_or(0);
        let is_followed = follows.is_some() && row.begins == follows;
        let style = if is_followed { look.strong() } else { row.style };
        buffer.set_stringn(inside.x, at, look.plainly(&row.text), usize::from(inside.width), style);
    }
}

fn put(text: &str, lead: &str, style: Style, width: usize, rows: &mut Vec<Row>) {
    let room = width.saturating_sub(parts::cells(lead)).max(8);
    rows.extend(parts::folded(lead, text, room).into_iter().map(|text| Row { text, style, begins: None }));
}

fn blank(rows: &mut Vec<Row>) {
    if rows.last().is_some_and(|row| !row.text.is_empty()) {
        rows.push(Row { text: String::new(), style: Style::new(), begins: None });
    }
}

fn lines(document: &Document, width: usize, look: Look, rows: &mut Vec<Row>) {
    for block in &document.blocks {
        blank(rows);
        put_block(block, "", width, look, rows);
    }
}

fn put_block(block: &Block, lead: &str, width: usize, look: Look, rows: &mut Vec<Row>) {
    let bare = " ".repeat(parts::cells(lead));
    match block {
        Block::Heading(Level::Title | Level::Section, text) => put(&text.as_str().to_uppercase(), lead, look.strong(), width, rows),
        Block::Heading(Level::Topic, text) => put(text.as_str(), lead, look.strong(), width, rows),
        Block::Paragraph(text) => put(text.as_str(), lead, look.text(), width, rows),
        Block::FillIn(pieces) => {
            let line = "_".repeat(BY_HAND);
            let text = pieces.iter().map(Text::as_str).collect::<Vec<_>>().join(&format!(" {line}"));
            put(&text, lead, look.text(), width, rows);
        }
        Block::List(items) => put_each(items, &format!("{lead}{} ", look.either("•", "-")), width, look, rows),
        Block::Quote(text) => put(text.as_str(), &format!("{bare}  "), look.text(), width, rows),
        Block::Reply(reply) => {
            put_each(&reply.choices, &format!("{bare}{} ", look.either("☐", "[ ]")), width, look, rows);
            if !reply.ask.is_empty() {
                put(reply.ask.as_str(), &bare, look.text(), width, rows);
            }
            let line = "_".repeat(width.saturating_sub(parts::cells(&bare)));
            (0..reply.lines).for_each(|_| rows.push(Row { text: format!("{bare}{line}"), style: look.quiet(), begins: None }));
        }
        Block::Statement { number, text, below } => {
            let begins = rows.len();
            let lead = format!("{bare}{number}. ");
            put(text.as_str(), &lead, look.text(), width, rows);
            for row in rows.iter_mut().skip(begins) {
                row.begins = Some(*number);
            }
            let indent = " ".repeat(parts::cells(&lead));
            for block in below {
                put_block(block, &indent, width, look, rows);
            }
        }
    }
}

fn put_each(items: &[Text], lead: &str, width: usize, look: Look, rows: &mut Vec<Row>) {
    for item in items {
        put(item.as_str(), lead, look.text(), width, rows);
    }
}
