//! The last notes, and the line that is being written: under rules, with the minute in front and the kind as a word.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;

use crate::domain::agenda::Part;
use crate::domain::heard;
use crate::domain::note::Note;
use crate::domain::note::NoteKind;
use crate::domain::seats;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::keymap::action::Interview as I;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::screen::interview::Room;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// The most notes that stay in sight: they may be read from the other side of the table.
const MOST: usize = 3;

/// Cells of the minute and the blanks around it.
pub(super) const MINUTE: usize = 7;

/// Cells of the word that says whether a note is on the disk.
const SAVED: usize = 6;

/// Rows that the line takes which is being written.
pub(super) fn rows_of_line(room: &Room, width: u16) -> u16 {
    if room.is_veiled() { 1 } else { parts::rows_of(room.line(), room_for_line(width)) }
}

fn room_for_line(width: u16) -> usize {
    usize::from(width).saturating_sub(MINUTE + 1)
}

pub(super) fn minute(at: Position) -> String {
    format!("{:>4}   ", at.secs() / 60)
}

/// The latest notes, the last at the bottom, under a rule; each in as many rows as it needs while there are any.
pub(super) fn draw(model: &Model, session: &Session, room: &Room, look: Look, area: Rect, buffer: &mut Buffer) {
    if area.height == 0 {
        return;
    }
    parts::rule("", look, area, buffer);
    let area = match heard_here(session, room.part(), area.width) {
        Some(words) if area.height > 1 => {
            buffer.set_stringn(area.x, area.y + 1, format!("   {words}"), usize::from(area.width), look.text());
            Rect { y: area.y + 1, height: area.height - 1, ..area }
        }
        _ => area,
    };
    if area.height <= 1 {
        return;
    }
    if room.is_covered() {
        let words = format!("{}{}", " ".repeat(MINUTE), say!("notes-covered", count = session.notes().count()));
        buffer.set_stringn(area.x, area.bottom() - 1, words, usize::from(area.width), look.text());
        return;
    }
    let kinds = parts::widest(NoteKind::ALL.map(NoteKind::words).into_iter().chain(session.notes().rev().take(MOST).map(word)));
    let width = usize::from(area.width).saturating_sub(MINUTE + kinds + 2 + SAVED + 1);
    let mut bottom = area.bottom();
    for note in session.notes().rev().take(MOST) {
        let room = usize::from(bottom.saturating_sub(area.y + 1));
        if room == 0 {
            break;
        }
        let mut rows = parts::wrap(&in_the_room(note), width);
        if rows.len() > room {
            let rest = rows.split_off(room - 1).join(" ");
            rows.push(parts::cut(&rest, width, look));
        }
        let lead = format!("{}{}  ", minute(note.position), parts::padded(&word(note), kinds));
        let blank = " ".repeat(parts::cells(&lead));
        let top = bottom - u16::try_from(rows.len()).unwrap_or(0);
        for (n, (y, row)) in (top..bottom).zip(&rows).enumerate() {
            let text = format!("{}{row}", if n == 0 { &lead } else { &blank });
            buffer.set_stringn(area.x, y, text, usize::from(area.width), if note.is_moment() { look.quiet() } else { look.text() });
        }
        let x = area.right().saturating_sub(u16::try_from(SAVED).unwrap_or(0));
        buffer.set_stringn(x, top, saved(model, note), SAVED - 1, look.quiet());
        bottom = top;
    }
}

/// From so many columns on it is said, too, who was heard.
const NAMES_BOTH: u16 = 70;

/// Who of a group was heard on the topic that is open, and who was not; in the name round, who has not said who they are. Never how often.
pub(crate) fn heard_here(session: &Session, part: Part, width: u16) -> Option<String> {
    session.table()?;
    if heard::is_name_round(session) {
        return Some(say!("heard-name-round", seats = seats::in_a_row(&heard::not_introduced(session))));
    }
    let Part::Question(topic, _) = part else { return Some(String::new()) };
    let (marked, open) = heard::marked(session, topic);
    let [marked, open] = [marked, open].map(|seats| if seats.is_empty() { "-".to_owned() } else { seats::in_a_row(&seats) });
    Some(if width < NAMES_BOTH { say!("heard-not-yet", seats = open) } else { say!("heard-here", marked = marked, open = open) })
}

/// What a note is, in a word; in a group, who is heard in it.
pub(super) fn word(note: &Note) -> String {
    if !note.voice.is_nobodys() {
        return note.voice.who();
    }
    if note.is_moment() && note.kind == NoteKind::default() { String::new() } else { note.kind.words() }
}

/// Whether a note is on the disk.
fn saved(model: &Model, note: &Note) -> String {
    match (model.shared.keeping, model.shared.is_saved(note.id)) {
        (Keeping::Nothing, true) => String::new(),
        (Keeping::Kept | Keeping::ForShow, true) => say!("is-saved"),
        (_, false) => "...".to_owned(),
    }
}

/// The line that is being written, under a rule that says its kind. Where the cursor stands.
pub(super) fn line(model: &Model, room: &Room, look: Look, area: Rect, buffer: &mut Buffer) -> Cell {
    let kind = room.kind();
    let is_closed = model.session().is_some_and(|session| room.is_closed(session));
    let word = if is_closed { say!("line-off-record") } else { kind.words() };
    let voice = model.session().filter(|_| !is_closed && !room.is_veiled()).map(|session| session.heard_in(room.line().text()).0);
    let word = match voice.filter(|voice| !voice.is_nobodys()) {
        Some(voice) if kind == NoteKind::default() => voice.told(),
        Some(voice) => format!("{}, {word}", voice.told()),
        None => word,
    };
    parts::rule(&word.to_uppercase(), look, area, buffer);
    let below = Rect { y: area.y + 1, height: area.height.saturating_sub(1).max(1), ..area };
    let at = room.begun().map_or(model.shared.now.position, |stamp| stamp.position());
    buffer.set_stringn(below.x, below.y, minute(at), MINUTE, if room.begun().is_some() { look.strong() } else { look.quiet() });
    let width = room_for_line(area.width);
    let x = below.x + u16::try_from(MINUTE).unwrap_or(0);
    let line = Rect { x, width: u16::try_from(width).unwrap_or(1), ..below };
    if room.line().is_empty() {
        let hint = if is_closed {
            say!("line-closed-hint", key = model.shared.key(I::OpenLine))
        } else if kind == NoteKind::default() && model.session().is_some_and(|session| session.table().is_some()) {
            say!("type-a-note-of-seat")
        } else if kind == NoteKind::default() {
            say!("type-a-note")
        } else {
            say!("type-a-kind", kind = kind.word(), key = model.shared.key(I::NextKind))
        };
        buffer.set_stringn(line.x, line.y, hint, width, look.quiet());
    }
    if room.is_veiled() {
        let words = say!("unfinished", what = kind.counted(room.line().text()));
        buffer.set_stringn(line.x, line.y, words, width, look.quiet());
        return Cell { x: line.x, y: line.y };
    }
    parts::writing(room.line(), line, look, buffer)
}

/// What a note shows on a screen that the participant may glance at: once it is written, what was thought or seen is only counted. A
/// follow-up is a question still to be asked in this room, so it stays readable, for the team only though it is.
pub(crate) fn in_the_room(note: &Note) -> String {
    match note.kind {
        NoteKind::Observation | NoteKind::Memo if !note.is_moment() => note.kind.counted(&note.text),
        NoteKind::Paraphrase | NoteKind::Quote | NoteKind::Observation | NoteKind::FollowUp | NoteKind::Memo => parts::words_of(note),
    }
}
