//! The transcript beside the notes, or in their place: what is said now, and what is said around it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::transcript::Spoken;
use crate::domain::transcript::Trust;
use crate::tui::in_words as words;
use crate::tui::in_words::InWords;
use crate::tui::model::Model;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// The cells before the words of a passage: when it begins.
const TIME: usize = 8;

/// The transcripts of the session that is open, if there is anything to show or to say of them.
pub(super) fn of(model: &Model) -> Option<&InWords> {
    model.shared.sitting.as_ref().map(|sitting| &sitting.in_words).filter(|in_words| !in_words.is_empty())
}

/// Draws them around what is said at `at`.
pub(super) fn draw(in_words: &InWords, session: &Session, at: Position, look: Look, area: Rect, buffer: &mut Buffer) {
    let inside = parts::section(&say!("panel-transcript"), area, look, buffer);
    let width = usize::from(inside.width).max(1);
    let mut y = inside.y;
    let mut row = |text: String, style| {
        if y < inside.bottom() {
            Line::styled(format!("{text:<width$}"), style).render(Rect { y, height: 1, ..inside }, buffer);
            y += 1;
        }
    };
    for why in in_words.unusable.iter().flat_map(|why| parts::wrap(&format!("! {why}"), width)) {
        row(why, look.strong());
    }
    let passages = in_words.places();
    let Some(current) = words::current(passages, at) else {
        if in_words.is_awaited() {
            row(parts::cut(&say!("transcript-awaited"), width, look), look.quiet());
        } else if in_words.unusable.is_empty() {
            row(parts::cut(&say!("transcript-nothing-to-show"), width, look), look.quiet());
        }
        return;
    };
    let rows = |n: usize| in_words.passage(session, n).map_or_else(Vec::new, |passage| lines(&passage, width, look));
    let room = usize::from(inside.height).saturating_sub(in_words.unusable.len());
    for n in words::around(passages.len(), current, room, |n| rows(n).len()) {
        let style = match (n == current, passages[n].trust) {
            (true, _) => look.selected(),
            (false, Trust::Suspect) => look.quiet(),
            (false, Trust::Sounds | Trust::Heard) => look.text(),
        };
        for text in rows(n) {
            row(text, style);
        }
    }
}

/// A passage in rows: when, and beside that who, whether it can be believed, and the words.
fn lines(passage: &Spoken<'_>, width: usize, look: Look) -> Vec<String> {
    let mark = if passage.trust == Trust::Suspect { "? " } else { "" };
    let speaker = parts::cut(passage.speaker, 12, look);
    let speaker = if speaker.is_empty() { speaker } else { format!("{speaker}: ") };
    let rows = parts::wrap(&format!("{mark}{speaker}{}", passage.words), width.saturating_sub(TIME).max(1));
    let lead = |n: usize| if n == 0 { format!("{:>7} ", passage.from.to_string()) } else { " ".repeat(TIME) };
    rows.into_iter().enumerate().map(|(n, row)| format!("{}{row}", lead(n))).collect()
}
