//! The transcript beside the notes, or in their place: what is said now, and what is said around it.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::transcript::Spoken;
use crate::domain::transcript::Trust;
use crate::tui::in_words;
use crate::tui::model::Model;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::listen::transcript::Place;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// From how many columns on it stands beside the notes.
const WIDE: u16 = 100;

/// Draws it; the room that is left for the notes, or nothing where it has their place.
pub(super) fn beside(
    model: &Model,
    session: &Session,
    listen: &ListeningBack,
    at: Position,
    look: Look,
    area: Rect,
    buffer: &mut Buffer,
) -> Option<Rect> {
    let Some(sitting) = model.shared.sitting.as_ref().filter(|sitting| !sitting.in_words.is_empty()) else { return Some(area) };
    let (left, room) = match listen.transcript_stands() {
        Place::Instead => (None, area),
        Place::Beside if area.width < WIDE => return Some(area),
        Place::Beside => {
            let width = area.width * 2 / 5;
            (Some(Rect { width: area.width - width, ..area }), Rect { x: area.x + area.width - width, width, ..area })
        }
    };
    let inside = parts::section(&say!("panel-transcript"), room, look, buffer);
    let width = usize::from(inside.width).max(1);
    let mut y = inside.y;
    let mut row = |text: String, style| {
        if y < inside.bottom() {
            Line::styled(format!("{text:<width$}"), style).render(Rect { y, height: 1, ..inside }, buffer);
            y += 1;
        }
    };
    for why in sitting.in_words.unusable.iter().flat_map(|why| parts::wrap(&format!("! {why}"), width)) {
        row(why, look.strong());
    }
    let passages = sitting.in_words.places();
    let Some(current) = in_words::current(passages, at) else {
        if sitting.in_words.is_awaited() {
            row(parts::cut(&say!("transcript-awaited"), width, look), look.quiet());
        } else if sitting.in_words.unusable.is_empty() {
            row(parts::cut(&say!("transcript-nothing-to-show"), width, look), look.quiet());
        }
        return left;
    };
    let rows = |n: usize| sitting.in_words.passage(session, n).map_or_else(Vec::new, |passage| lines(&passage, width, look));
    let room = usize::from(inside.height).saturating_sub(sitting.in_words.unusable.len());
    for n in in_words::around(passages.len(), current, room, |n| rows(n).len()) {
        let style = match (n == current, passages[n].trust) {
            (true, _) => look.selected(),
            (false, Trust::Suspect) => look.quiet(),
            (false, Trust::Sounds | Trust::Heard) => look.text(),
        };
        for text in rows(n) {
            row(text, style);
        }
    }
    left
}

/// A passage in rows: when, who, whether it can be believed, and the words.
fn lines(passage: &Spoken<'_>, width: usize, look: Look) -> Vec<String> {
    let mark = if passage.trust == Trust::Suspect { "? " } else { "" };
    let speaker = parts::cut(passage.speaker, 12, look);
    let speaker = if speaker.is_empty() { speaker } else { format!("{speaker}: ") };
    parts::wrap(&format!("{:>7} {mark}{speaker}{}", passage.from.to_string(), passage.words), width)
}
