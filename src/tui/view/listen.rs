//! Listening back: the notes, and where the sound is among them.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::domain::agenda;
use crate::domain::loss::Soundless;
use crate::domain::loss::soundless;
use crate::domain::note::Note;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::keymap::action::Listen as L;
use crate::tui::model::Model;
use crate::tui::screen::listen::Editing;
use crate::tui::screen::listen::ListeningBack;
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
    let who = format!("{} {} {} {} ", opened.participant, opened.round.words(), opened.at.date(), session.standing().words());
    let how = Span::styled(playback.words(model.shared.hearing), look.text());
    parts::two_ends(vec![(0, state), (1, how)], vec![(2, Span::styled(who, look.quiet()))], head, buffer);
    let bar = Rect { height: 2, ..body };
    timeline(session, &soundless, at, end, look, bar, buffer);
    let edit_rows = listen.editing().map_or(0, |e| parts::rows_of(&e.line, usize::from(body.width.saturating_sub(14))).min(4) + 1);
    let below = Rect { y: body.y + 2, height: body.height.saturating_sub(2 + edit_rows), ..body };
    let list = parts::about_the_sound(model, look, below, buffer);
    notes(model, session, listen, at, look, list, buffer);
    listen.editing().map(|e| edit(model, e, look, Rect { y: list.bottom(), height: edit_rows, ..body }, buffer))
}

/// The session as one row: where there is audio, where the notes are, where playing is.
fn timeline(session: &Session, soundless: &[Soundless], at: Position, end: Position, look: Look, area: Rect, buffer: &mut Buffer) {
    let width = usize::from(area.width.saturating_sub(2)).max(1);
    let cell = |p: Position| usize::try_from(p.millis() * (width as u64 - 1) / end.millis().max(1)).unwrap_or(0).min(width - 1);
    let mut row = vec![look.either('─', '-'); width];
    for stretch in soundless {
        row[cell(stretch.from)..=cell(stretch.to)].fill(look.either('░', ' '));
    }
    for note in session.notes() {
        row[cell(note.position.min(end))] = look.kind(note.kind);
    }
    for given in agenda::answers(session) {
        row[cell(given.at.min(end))] = ANSWER;
    }
    for moment in session.distress() {
        row[cell(moment.at.min(end))] = DISTRESS;
    }
    for pause in session.timeline().pauses() {
        row[cell(pause.at.min(end))] = look.either('┊', ':');
    }
    buffer.set_stringn(area.x + 1, area.y, row.iter().collect::<String>(), width, look.text());
    let x = area.x + 1 + u16::try_from(cell(at.min(end))).unwrap_or(0);
    buffer.set_string(x, area.y + 1, look.either("▲", "^"), look.strong());
}

fn notes(model: &Model, session: &Session, listen: &ListeningBack, at: Position, look: Look, area: Rect, buffer: &mut Buffer) {
    let tags = session.tags().map(|tags| format!("  {tags}")).unwrap_or_default();
    let title = parts::cut(&format!("{}{tags}", say!("panel-notes")), usize::from(area.width).saturating_sub(6), look);
    let inside = parts::section(&title, area, look, buffer);
    let all = session.notes_by_position();
    if all.is_empty() {
        buffer.set_stringn(
            inside.x + 1,
            inside.y,
            say!("no-notes", key = model.shared.key(L::NewNote)),
            usize::from(inside.width),
            look.quiet(),
        );
    }
    let heard = all.iter().rfind(|n| n.position <= at).map(|n| n.id);
    let width = usize::from(inside.width).saturating_sub(14);
    // Each note takes as many rows as its text needs; the chosen one stays in sight.
    let mut blocks: Vec<Block<'_>> = all.iter().map(|n| Block::of(n, width)).collect();
    for given in agenda::answers(session) {
        let after = blocks.iter().position(|b| b.at > given.at).unwrap_or(blocks.len());
        blocks.insert(after, Block { at: given.at, rows: parts::wrap(&given.words(), width), is: Stands::Alone(ANSWER) });
    }
    for moment in session.distress() {
        let after = blocks.iter().position(|b| b.at > moment.at).unwrap_or(blocks.len());
        let rows = parts::wrap(&say!("distress-at", words = moment.words()), width);
        blocks.insert(after, Block { at: moment.at, rows, is: Stands::Alone(DISTRESS) });
    }
    let is_chosen = |b: &Block<'_>| matches!(b.is, Stands::For(note) if Some(note.id) == listen.chosen());
    let chosen = blocks.iter().position(is_chosen).unwrap_or(0);
    let height = usize::from(inside.height);
    let mut first = 0;
    while first < chosen && blocks[first..=chosen].iter().map(|b| b.rows.len()).sum::<usize>() > height {
        first += 1;
    }
    let mut y = inside.y;
    for block in blocks.iter().skip(first) {
        let style = if is_chosen(block) { look.selected() } else { look.text() };
        for (i, text) in block.rows.iter().enumerate() {
            if y >= inside.bottom() {
                return;
            }
            let lead = match block.is {
                Stands::For(note) if i == 0 => {
                    let chosen = if is_chosen(block) { look.either('▶', '>') } else { ' ' };
                    let sounds = if heard == Some(note.id) { '*' } else { ' ' };
                    format!("{chosen}{sounds}{}", lead(model, note, look))
                }
                Stands::Alone(sign) if i == 0 => format!("  {:>7} {sign}  ", block.at.to_string()),
                _ => " ".repeat(13),
            };
            let row = format!("{lead}{text}");
            Line::styled(format!("{row:<w$}", w = usize::from(inside.width)), style).render(Rect { y, height: 1, ..inside }, buffer);
            y += 1;
        }
    }
}

/// The sign of a moment at which it became too much.
const DISTRESS: char = 'd';

/// The sign of the coded answer to a closed question.
const ANSWER: char = 'a';

/// What a place in the list is taken by.
#[derive(Clone, Copy)]
enum Stands<'s> {
    /// A note.
    For(&'s Note),
    /// Something under a sign of its own.
    Alone(char),
}

/// What stands at one moment of the list: a note, an answer that was chosen, or that it became too much then.
struct Block<'s> {
    at: Position,
    rows: Vec<String>,
    is: Stands<'s>,
}

impl<'s> Block<'s> {
    fn of(note: &'s Note, width: usize) -> Self {
        Self { at: note.position, rows: parts::wrap(&parts::words_of(note), width), is: Stands::For(note) }
    }
}

/// What stands before the words of a note: when it was, its kind, and a sign while it is not saved.
fn lead(model: &Model, note: &Note, look: Look) -> String {
    let saved = model.shared.is_saved(note.id);
    let unsaved = if saved { ' ' } else { '.' };
    format!("{:>7} {}{unsaved} ", note.position.to_string(), look.kind(note.kind))
}

fn edit(model: &Model, editing: &Editing, look: Look, area: Rect, buffer: &mut Buffer) -> Cell {
    let title = say!("note-at", kind = editing.kind.words(), at = editing.position.to_string());
    let [keep, aside, kind] = [L::Keep, L::PutAside, L::NextKindOfEdit].map(|action| model.shared.key(action));
    let inside = parts::section(&say!("note-edit-keys", title = title, keep = keep, aside = aside, kind = kind), area, look, buffer);
    parts::writing(&editing.line, inside, look, buffer)
}
