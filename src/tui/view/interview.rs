//! The interview screen: a page that is read at arm's length, in a glance, by somebody who is listening.
//!
//! No frames: a rule or a blank row separates. From the top: what is recorded and how long it may still take ([`head`]); the topic; what is
//! to be said, loudest; under a rule the last notes, under a rule that says its kind the line that is being written ([`notes`]). Each of
//! these has its rows by the height of the window alone, so that nothing moves when something else appears. A wide window has the whole
//! guide at its left ([`map`]); in a narrow one a key shows it.

pub(crate) mod cards;
pub(crate) mod head;
mod map;
pub(crate) mod notes;
pub(crate) mod state;

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::domain::last_time::LastTime;
use crate::domain::session::Session;
use crate::tui::keymap::action::Interview as I;
use crate::tui::model::Model;
use crate::tui::screen::interview::Card;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::card::AtTable;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::question::Said;
use crate::tui::view::question::screenful;
use crate::tui::view::question::spoken;
use crate::words::say;

/// From so many columns on the whole guide stands beside the page.
const WIDE: u16 = 110;

/// From so many columns on what the interview before this one left stands at its right, in so many.
const WIDEST: u16 = 160;
const BESIDE: u16 = 38;

/// In a group the seats stand there, in so many at most: twelve, and a title.
const SEATS: u16 = 60;

/// Columns of the guide beside the page, and between the two.
const MAP: u16 = 34;
const GAP: u16 = 2;

/// The rows of the page below its first one, from the top.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rows {
    /// What is to be said.
    said: u16,
    /// Notes, with the rule above them.
    notes: u16,
    /// The line being written, with the rule above it.
    line: u16,
}

impl Rows {
    /// The rows of a page of `height` rows, as it is while no notice takes any.
    fn of(height: u16) -> Self {
        let line = match height {
            ..=8 => 2,
            9..=17 => 3,
            _ => 4,
        };
        let notes = match height {
            ..=11 => 0,
            12..=14 => 2,
            15..=17 => 3,
            18..=20 => 4,
            21..=28 => 5,
            _ => 7,
        };
        Self { said: height.saturating_sub(line + notes), notes, line }
    }
}

/// Draws the page. A notice takes its last `taken` rows: the line that is written gives them, and what is above it stays where it is.
pub(crate) fn draw(model: &Model, room: &Room, look: Look, head: Rect, body: Rect, taken: u16, buffer: &mut Buffer) -> Option<Cell> {
    let session = model.session()?;
    head::state(model, session, room, look, head, buffer);
    let mut page = body;
    let at_the_guide = !is_over(room.card());
    if body.width >= WIDE && at_the_guide {
        map::draw(model, session, room, look, Rect { width: MAP, ..body }, buffer);
        page = Rect { x: body.x + MAP + GAP, width: body.width - MAP - GAP, ..body };
    }
    if session.table().is_some() && body.width >= WIDEST && at_the_guide {
        let at_most = page.width.saturating_sub(GAP + MEASURE / 2).min(SEATS);
        let beside = Rect { x: page.right() - at_most, width: at_most, ..page };
        page.width -= at_most + GAP;
        let Said { title, lines, .. } = cards::seats(&model.shared, session, AtTable::default(), look, beside);
        let heading = Line::styled(title, look.strong());
        show(
            [heading, Line::default()].into_iter().chain(lines).collect(),
            beside,
            &say!("what-comes-next", key = model.shared.key(I::Seats)),
            look,
            buffer,
        );
    } else if let Some(left) = last_time(model).filter(|_| body.width >= WIDEST && at_the_guide) {
        let beside = Rect { x: page.right() - BESIDE, width: BESIDE, ..page };
        page.width -= BESIDE + GAP;
        let Said { title, lines, .. } = cards::last_time(left, look, beside);
        let heading = Line::styled(title, look.strong());
        show(
            [heading, Line::default()].into_iter().chain(lines).collect(),
            beside,
            &say!("what-comes-next", key = model.shared.key(I::LastTime)),
            look,
            buffer,
        );
    }
    let mut rows = Rows::of(body.height + taken);
    // In distress nobody needs old notes, and the protocol needs the room.
    if !at_the_guide {
        rows = Rows { said: rows.said + rows.notes, notes: 0, line: rows.line };
    }
    // Of a group the first row of the notes says who was heard.
    if rows.notes > 0 && session.table().is_some() {
        rows = Rows { said: rows.said - 1, notes: rows.notes + 1, ..rows };
    }
    // A long note grows upward over older ones, and over nothing else.
    let given = taken.min(rows.line.saturating_sub(2));
    let (line, lacking) = (rows.line - given, taken - given);
    let wanted = notes::rows_of_line(room, page.width) + 1;
    let grown = (wanted.saturating_sub(line) + lacking).min(rows.notes.saturating_sub(u16::from(session.table().is_some()) * 2));
    let line_rows = line + grown - lacking.min(grown);
    let said = Rect { height: rows.said - (lacking - lacking.min(grown)), ..page };
    let notes = Rect { y: said.bottom(), height: rows.notes - grown, ..page };
    let line = Rect { y: notes.bottom(), height: line_rows, ..page };
    what_is_said(model, session, room, look, said, buffer);
    notes::draw(model, session, room, look, notes, buffer);
    Some(notes::line(model, room, look, line, buffer))
}

/// What the interview before this one left, once it may be seen.
fn last_time(model: &Model) -> Option<&LastTime> {
    let sitting = model.shared.sitting.as_ref()?;
    sitting.last_time.as_ref().filter(|_| LastTime::may_be_seen_in(&sitting.session))
}

/// What is to be said now, under the row that says where in the guide that is; or, in a frame over it, what is to be done instead.
fn what_is_said(model: &Model, session: &Session, room: &Room, look: Look, area: Rect, buffer: &mut Buffer) {
    let keys = &model.shared.keys;
    let inside =
        if is_over(room.card()) { within(area) } else { measure(Rect { y: area.y + 1, height: area.height.saturating_sub(1), ..area }) };
    let Said { title, lines, now } = match room.card() {
        Card::Protocol(step) => cards::protocol(session, keys, step, look, inside),
        Card::LeaveOut(at) => cards::leave_out(model, session, at, look, inside),
        Card::Withdrawal => cards::withdrawal(keys, model.shared.keeping, look, inside),
        Card::Marks(_) => cards::marks(session, room.part(), keys, look, inside),
        Card::Reports(..) => cards::reports(&model.shared, look, inside),
        Card::Notes(chosen) => cards::look_back(session, room, chosen, keys, look, inside),
        Card::Points(chosen) => cards::points(session, chosen, keys, look, inside),
        Card::Seats(at) => cards::seats(&model.shared, session, at, look, inside),
        Card::LastTime => {
            last_time(model).map_or_else(|| Said::whole(String::new(), Vec::new()), |left| cards::last_time(left, look, inside))
        }
        Card::Away if session.paused_for().is_some() => cards::paused(session, keys, look, inside),
        Card::Away | Card::Answers(_) | Card::States => spoken(session, room, keys, look, inside),
    };
    if is_over(room.card()) {
        parts::panel(&title, area, look, buffer);
    } else {
        head::topic(model, session, room, &title, look, Rect { height: 1, ..area }, buffer);
    }
    let height = usize::from(inside.height);
    let lines = match room.card() {
        Card::Away | Card::LastTime => screenful(lines, now, room.screenful(), height, &keys.name(I::ShowRest), look),
        Card::Protocol(_)
        | Card::LeaveOut(_)
        | Card::Withdrawal
        | Card::Answers(_)
        | Card::States
        | Card::Marks(_)
        | Card::Reports(..)
        | Card::Notes(_)
        | Card::Points(_)
        | Card::Seats(_) => lines,
    };
    // Where something is asked no key goes on to the rest of it: that takes a larger window.
    let rest = match room.card() {
        Card::Reports(..) | Card::LeaveOut(_) | Card::Withdrawal => say!("rest-in-a-larger-window"),
        _ => say!("what-comes-next", key = keys.name(I::NextQuestion)),
    };
    show(lines, inside, &rest, look, buffer);
}

/// Whether this lies over the page, and is no part of the guide.
const fn is_over(card: Card) -> bool {
    matches!(
        card,
        Card::Protocol(_) | Card::Reports(..) | Card::LeaveOut(_) | Card::Withdrawal | Card::Notes(_) | Card::Points(_) | Card::Seats(_)
    )
}

/// The room inside a frame, with a blank at either side.
fn within(area: Rect) -> Rect {
    Rect { x: area.x + 2, y: area.y + 1, width: area.width.saturating_sub(4).min(MEASURE), height: area.height.saturating_sub(2) }
}

/// The widest that a text which is read aloud is set.
const MEASURE: u16 = 72;

/// The room for what is to be said: air around it where there is any, and no row longer than an eye finds its way back from.
fn measure(area: Rect) -> Rect {
    let air = if area.width >= 70 { 3 } else { 2 };
    let above = u16::from(area.height >= 8);
    let width = area.width.saturating_sub(2 * air - 1).min(MEASURE);
    Rect { x: area.x + air, y: area.y + above, width, height: area.height.saturating_sub(above) }
}

/// Draws `lines`; where there are more than fit, a row says how one gets to the `rest`.
fn show(mut lines: Vec<Line<'_>>, area: Rect, rest: &str, look: Look, buffer: &mut Buffer) {
    let height = usize::from(area.height);
    if lines.len() > height {
        lines.truncate(height.saturating_sub(1));
        lines.push(Line::styled(format!("{} {}", look.either("…", "..."), rest), look.text()));
    }
    for (y, line) in lines.into_iter().take(height).enumerate() {
        line.render(Rect { y: area.y + u16::try_from(y).unwrap_or(0), height: 1, ..area }, buffer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_height_has_room_for_what_is_said_and_for_the_line() {
        for height in 7..200 {
            let rows = Rows::of(height);
            assert_eq!(rows.said + rows.notes + rows.line, height);
            assert!(rows.said >= 5 && rows.line >= 2, "{height}: {rows:?}");
        }
    }
}
