//! Listening back: the strip of the session, the notes below it, and what belongs to the one that is chosen.

mod aside;
pub(crate) mod list;
mod over;
mod strip;
mod transcript;

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::domain::listened::Phrasing;
use crate::domain::loss::soundless;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::keymap::action::Listen as L;
use crate::tui::model::Model;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::listen::Over;
use crate::tui::screen::listen::coding;
use crate::tui::screen::listen::editing::Editing;
use crate::tui::screen::listen::transcript::Place;
use crate::tui::view::listen::list::List;
use crate::tui::view::listen::list::Rows;
use crate::tui::view::listen::strip::Strip;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::message::message;
use crate::words::say;

pub(crate) fn draw(model: &Model, listen: &ListeningBack, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let session = model.session()?;
    let (at, end) = (model.shared.head(), session.timeline().end());
    let changed = model.shared.sitting.as_ref().map_or(&[][..], |sitting| &sitting.changed);
    let soundless = soundless(session, changed);
    let is_silent = soundless.iter().any(|stretch| (stretch.from..stretch.to).contains(&at));
    let playback = model.shared.playback;
    let sign = match (playback.is_playing(), is_silent) {
        _ if playback.waits() => message!("plays-waits"),
        (true, true) => message!("plays-no-sound"),
        (true, false) => message!("plays"),
        (false, true) => message!("paused-no-sound"),
        (false, false) => message!("paused"),
    };
    let mark = if model.shared.playback.is_playing() { look.either('▶', '>') } else { look.either('‖', '=') };
    let place = say!("playhead", state = sign, at = at.to_string(), end = end.to_string());
    let state = Span::styled(format!(" {mark} {place}"), look.strong());
    let opened = session.opened();
    let who = format!("{} {}", opened.participant, opened.round.words());
    let stands = format!("{} {} ", session.held_on().date(), session.standing().words());
    let (of_them, all) = session.heard_of_notes();
    let listened = say!("listen-heard", heard = of_them, all = all);
    let manner = Span::styled(playback.words(model.shared.hearing), look.text());
    // Where there is no room for both, whose it is and how much was heard are said in the fewest words.
    let wide = [&who, &listened].into_iter().map(|words| parts::cells(words) + parts::GAP).sum::<usize>()
        + state.width()
        + parts::GAP
        + manner.width();
    let (who, listened) = if wide > usize::from(head.width) {
        (opened.participant.clone(), say!("listen-heard-short", heard = of_them, all = all))
    } else {
        (who, listened)
    };
    let right = [(2, who), (3, listened), (4, stands)].map(|(rank, words)| (rank, Span::styled(words, look.quiet()))).to_vec();
    parts::two_ends(vec![(0, state), (1, manner)], right, head, buffer);
    let strip = Strip {
        session,
        soundless: &soundless,
        waveform: model.shared.sitting.as_ref().and_then(|sitting| sitting.waveform.as_ref()),
        at: at.min(end),
        window: listen.window(at, end),
        chosen: listen.chosen(),
        look,
    };
    strip.draw(body, buffer);
    let rows_of = |e: &Editing| parts::rows_of(&e.line, usize::from(body.width.saturating_sub(14))).min(4) + 1 + earlier_rows(e, session);
    let edit_rows = match listen.over() {
        Over::Codes(_) => body.height / 2,
        Over::Shelf(of) => parts::rows_of(&of.line, usize::from(body.width.saturating_sub(14))).min(4) + 1,
        Over::Asked(_) => 2,
        Over::Nothing => listen.editing().map_or(0, rows_of),
    };
    let above = strip::height(body.height, session);
    let below = Rect { y: body.y + above, height: body.height.saturating_sub(above + edit_rows), ..body };
    let list = parts::about_the_sound(model, look, below, buffer);
    match transcript::of(model).filter(|_| listen.transcript_stands() == Place::Instead) {
        Some(in_words) => transcript::draw(in_words, session, at, look, list, buffer),
        None => notes(model, session, listen, at, look, list, buffer),
    }
    let below = Rect { y: list.bottom(), height: edit_rows, ..body };
    match listen.over() {
        Over::Codes(coding) => Some(over::codes(model, coding, look, below, buffer)),
        Over::Shelf(of) => Some(over::shelf(model, of, look, below, buffer)),
        Over::Asked(at) => {
            over::asked(model, *at, look, below, buffer);
            None
        }
        Over::Nothing => listen.editing().map(|e| edit(model, e, look, below, buffer)),
    }
}

/// The rows for what a note was before, while it is edited: the last two versions.
fn earlier_rows(editing: &Editing, session: &Session) -> u16 {
    u16::try_from(editing.earlier(session).len().min(2)).unwrap_or(0)
}

/// The notes, and beside them, where there is room, what belongs to the one that is chosen and what is said.
fn notes(model: &Model, session: &Session, listen: &ListeningBack, at: Position, look: Look, area: Rect, buffer: &mut Buffer) {
    let chosen = listen.chosen().and_then(|id| session.note(id)).filter(|note| note.stands());
    let in_words = transcript::of(model);
    let is_wide = area.width >= aside::FROM && (chosen.is_some() || in_words.is_some());
    let wide = if is_wide { aside::width(area.width) } else { 0 };
    let left = Rect { width: area.width - wide, ..area };
    let list = List { model, session, at, chosen: listen.chosen(), shows: listen.shows(), look };
    let rows = list.rows(left.width.saturating_sub(2));
    let title = title(session, &rows, usize::from(left.height.saturating_sub(1)), usize::from(left.width).saturating_sub(6), look);
    // The rule goes on over what stands beside them.
    let inside = Rect { width: left.width.saturating_sub(2), ..parts::section(&title, area, look, buffer) };
    if session.notes().next().is_none() {
        let words = say!("no-notes", key = model.shared.key(L::NewNote));
        buffer.set_stringn(inside.x + 1, inside.y, words, usize::from(inside.width), look.quiet());
    }
    rows.draw(look, inside, buffer);
    if !is_wide {
        return;
    }
    let mut right = Rect { x: left.right() + 1, width: wide.saturating_sub(2), ..inside };
    if let Some(note) = chosen {
        let most = if in_words.is_some() { right.height / 2 } else { right.height };
        let taken = aside::draw(session, note, &coding::known(&model.shared), look, Rect { height: most, ..right }, buffer);
        (right.y, right.height) = (right.y + taken, right.height - taken);
    }
    if let Some(in_words) = in_words {
        transcript::draw(in_words, session, at, look, Rect { x: right.x - 1, width: wide, ..right }, buffer);
    }
}

/// What stands above the notes, each as a whole as far as there is room: how many are above and below what is in sight, what one had asked
/// otherwise than one would, and the tags, of which what does not fit is cut.
fn title(session: &Session, rows: &Rows, height: usize, width: usize, look: Look) -> String {
    let (above, below) = rows.out_of_sight(height);
    let goes_on = (above + below > 0).then(|| say!("list-goes-on", above = above, below = below));
    let mut title = say!("panel-notes");
    for part in goes_on.into_iter().chain(own_questions(session)) {
        if parts::cells(&title) + 2 + parts::cells(&part) <= width {
            title = format!("{title}  {part}");
        }
    }
    let tags = session.tags().map(|tags| format!("  {tags}")).unwrap_or_default();
    parts::cut(&format!("{title}{tags}"), width, look)
}

fn edit(model: &Model, editing: &Editing, look: Look, area: Rect, buffer: &mut Buffer) -> Cell {
    let title = say!("note-at", kind = editing.kind.words(), at = editing.position.to_string());
    let [keep, aside, kind] = [L::Keep, L::PutAside, L::NextKindOfEdit].map(|action| model.shared.key(action));
    let mut inside = parts::section(&say!("note-edit-keys", title = title, keep = keep, aside = aside, kind = kind), area, look, buffer);
    // What it was before stands below what it is to be.
    for was in model.session().map_or_else(Vec::new, |session| editing.earlier(session)).iter().take(2).rev() {
        inside.height = inside.height.saturating_sub(1);
        let words = parts::cut(&say!("note-was", words = was.as_str()), usize::from(inside.width), look);
        buffer.set_stringn(inside.x, inside.bottom(), words, usize::from(inside.width), look.quiet());
    }
    parts::writing(&editing.line, inside, look, buffer)
}

/// How often one asked otherwise than one would, of each kind; nothing where nothing is marked.
pub(crate) fn own_questions(session: &Session) -> Option<String> {
    let of = |is: Phrasing| session.own_questions().filter(|(_, one)| *one == is).count();
    let counted = Phrasing::ALL.into_iter().map(|is| (is, of(is))).filter(|(_, count)| *count > 0);
    let counts = counted.map(|(is, count)| say!("own-questions-of", count = count, what = is.words())).collect::<Vec<_>>().join(", ");
    (!counts.is_empty()).then(|| say!("own-questions", counts = counts))
}
