//! What belongs to the note that is chosen, at the right where there is room: its question in full, what else was noted there, the statements
//! that rest on it, and what it was before.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

use crate::domain::code::Code;
use crate::domain::note::Note;
use crate::domain::note::Revision;
use crate::domain::session::Session;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// From so many cells on there is room for it.
pub(super) const FROM: u16 = 100;

/// The most of it, and how much of the width it takes.
pub(super) fn width(all: u16) -> u16 {
    (all * 2 / 5).min(60)
}

/// Draws what belongs to `note`; the rows that takes. Where there are fewer, a sign says that it goes on.
pub(super) fn draw(session: &Session, note: &Note, codes: &[Code], look: Look, area: Rect, buffer: &mut Buffer) -> u16 {
    let width = usize::from(area.width);
    let mut rows: Vec<(String, Style)> = Vec::new();
    let mut part = |title: String, lines: Vec<String>| {
        if lines.is_empty() {
            return;
        }
        if !rows.is_empty() {
            rows.push((String::new(), look.text()));
        }
        rows.push((title, look.strong()));
        rows.extend(lines.iter().flat_map(|line| parts::wrap(line, width)).map(|row| (row, look.text())));
    };
    let meant = |name: &String| {
        let known = codes.iter().find(|code| code.is_called(name)).filter(|code| !code.description.is_empty());
        known.map_or_else(|| name.clone(), |code| format!("{name}: {}", code.description))
    };
    part(say!("aside-codes"), session.listened().codes_of(note.id).iter().map(meant).collect());
    let question = note.question.as_ref().and_then(|id| session.guide().question(id));
    part(say!("aside-question"), question.map(|(_, question)| question.ask.trim().to_owned()).into_iter().collect());
    let others = session.notes_by_position().into_iter().filter(|other| other.id != note.id && note.question.is_some());
    let others = others.filter(|other| other.question == note.question);
    let line = |other: &Note| format!("{} {} {}", other.position, look.note(other), parts::words_and_voice(other));
    part(say!("aside-others"), others.map(line).collect());
    let resting = session.statements().filter(|s| !s.struck && !session.is_bereft(s) && s.sources.contains(&note.id));
    part(say!("aside-statements"), resting.map(|s| s.text.clone()).collect());
    // The latest first: it is what somebody looks for.
    let revisions = note.revisions();
    let sign = |was: &Revision| if was.text.is_empty() { look.moment() } else { look.kind(was.kind) };
    let earlier = revisions.iter().rev().map(|was| format!("{} {} {}", was.position, sign(was), was.text));
    part(say!("aside-earlier"), earlier.collect());
    let room = usize::from(area.height);
    if rows.len() > room && room > 0 {
        rows.truncate(room - 1);
        // No heading without a line of what it is of.
        while rows.last().is_some_and(|(text, style)| text.is_empty() || *style == look.strong()) {
            rows.pop();
        }
        rows.push((look.either("…", "...").to_owned(), look.quiet()));
    }
    let taken = u16::try_from(rows.len()).unwrap_or(area.height);
    for (y, (row, style)) in (area.y..area.bottom()).zip(rows) {
        buffer.set_stringn(area.x, y, row, width, style);
    }
    taken
}
