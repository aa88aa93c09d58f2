//! The first rows of the interview: what happens to what is said, as a shape and a word before it is a colour; and where in the guide one is.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Span;

use crate::domain::agenda;
use crate::domain::agenda::Minutes;
use crate::domain::agenda::Part;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::time::Position;
use crate::tui::model::Model;
use crate::tui::screen::interview::Card;
use crate::tui::screen::interview::Room;
use crate::tui::view::interview::state::State;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// How a state is dressed, so that somebody two metres away tells it from the others.
enum Dress {
    /// A solid block before its word.
    Block,
    /// Brackets around it.
    Brackets,
    /// The whole row reversed.
    Row(Style),
}

fn dress(state: State, look: Look) -> Dress {
    match state {
        State::Recording => Dress::Block,
        State::OffRecord => Dress::Row(look.off_record()),
        State::NoAudio => Dress::Row(look.danger()),
        State::Rehearsal | State::Starting | State::NotesOnly | State::NotBegun | State::CutShort | State::Ended => Dress::Brackets,
    }
}

/// The first row: the state, how long, whether the microphone hears, what stands in the way; and how long there is still.
pub(super) fn state(model: &Model, session: &Session, room: &Room, look: Look, area: Rect, buffer: &mut Buffer) {
    let (shared, state) = (&model.shared, State::of(model, session));
    let dress = dress(state, look);
    let (words, style) = match dress {
        Dress::Block => (format!("{} {}", look.either("███", "###"), state.words()), look.recording()),
        Dress::Brackets => (format!("[{}]", state.words()), look.strong()),
        Dress::Row(style) => (state.words(), style),
    };
    let plain = if let Dress::Row(style) = dress { style } else { look.text() };
    let mut left = vec![(0, Span::styled(format!(" {words}"), style)), (1, Span::styled(so_far(shared.now.position), plain))];
    // What stands is said here as long as it does, whatever the line of notices says meanwhile.
    let marks = shared.notices.marks();
    if !marks.is_empty() {
        left.push((1, Span::styled(format!(" ! {} ", marks.join(", ")), look.warning())));
    }
    if state.is_live() {
        let (heard, style) = match (shared.clips(), shared.hears()) {
            (true, _) => (say!("mic-too-loud"), look.warning()),
            (false, true) => (say!("mic-hears"), plain),
            (false, false) => (say!("mic-quiet"), plain),
        };
        left.push((4, Span::styled(heard, style)));
    }
    let right = time_left(model, session, room, look, area.width).map(|words| (3, Span::styled(format!("{words} "), plain)));
    let right = right.into_iter().collect();
    parts::two_ends(left, right, area, buffer);
    if let Dress::Row(style) = dress {
        buffer.set_style(area, style);
    }
}

/// How long it is so far. In the first minute the seconds show that it runs; after that a clock that ticks would only draw the eye.
pub(crate) fn so_far(at: Position) -> String {
    match at.secs() {
        seconds @ ..60 => say!("seconds-so-far", seconds = seconds),
        seconds => say!("minutes-so-far", minutes = seconds / 60),
    }
}

/// Columns from which on the promised end stands beside the minutes to it.
const NAMES_THE_END: u16 = 56;

/// The promised end and the minutes to it; nothing unless an interview is under way.
pub(crate) fn time_left(model: &Model, session: &Session, room: &Room, look: Look, width: u16) -> Option<String> {
    if !matches!(session.phase(), Phase::Recording | Phase::OffRecord) {
        return None;
    }
    let (now, planned) = (model.shared.now, session.guide().minutes);
    let Some(end) = room.promised_end(planned) else {
        // After a crash nobody knows what was promised: what the plan has left is said.
        let Minutes { used, planned } = Minutes::of_interview(session, now.position);
        return Some(left_or_over(i64::try_from(planned).unwrap_or(0) - i64::try_from(used).unwrap_or(0)));
    };
    let (left, minute) = (end.utc_ms.saturating_sub(now.wall.utc_ms), 60_000);
    // A minute that has begun is left, and one that is over is not over by one.
    let left = left_or_over(left.div_euclid(minute) + i64::from(left.rem_euclid(minute) > 0));
    if width < NAMES_THE_END {
        return Some(left);
    }
    Some(format!("{} {} {left}", say!("promised-end", time = end.time_of_day()), look.either("·", "-")))
}

fn left_or_over(minutes: i64) -> String {
    if minutes < 0 {
        say!("minutes-over-end", minutes = minutes.unsigned_abs())
    } else {
        say!("minutes-left", minutes = minutes.unsigned_abs())
    }
}

/// The row above what is to be said: which topic of how many, and its minutes.
pub(super) fn topic(model: &Model, session: &Session, room: &Room, title: &str, look: Look, area: Rect, buffer: &mut Buffer) {
    let at = match (room.card(), room.part()) {
        (Card::Away | Card::Answers(_) | Card::States, Part::Question(topic, _)) => Some(topic),
        _ => None,
    };
    let right = at.map(|topic| {
        let Minutes { used, planned } = Minutes::of_topic(session, topic, model.shared.now.position);
        say!("minutes-here", used = used, planned = planned)
    });
    let nth = at.map(|topic| nth_topic(session, topic)).map(|(at, of)| format!("{}  ", say!("topic-of", at = at, of = of)));
    let words = format!(" {}{title}", nth.unwrap_or_default());
    // What the topic is called comes before how long it takes.
    let fits = |right: &String| parts::cells(&words) + parts::cells(right) + 3 <= usize::from(area.width);
    let right = right.filter(fits).unwrap_or_default();
    let room = usize::from(area.width).saturating_sub(parts::cells(&right) + 1);
    buffer.set_stringn(area.x, area.y, parts::cut(&words, room, look), room, look.text());
    let x = area.right().saturating_sub(u16::try_from(parts::cells(&right)).unwrap_or(0) + 1);
    buffer.set_stringn(x, area.y, &right, usize::from(area.width), look.quiet());
}

/// Which topic of those that belong in this interview number `topic` is, and how many there are.
pub(crate) fn nth_topic(session: &Session, topic: usize) -> (usize, usize) {
    let mut topics: Vec<usize> =
        agenda::parts(session).into_iter().filter_map(|part| if let Part::Question(t, _) = part { Some(t) } else { None }).collect();
    topics.dedup();
    (topics.iter().position(|t| *t == topic).map_or(1, |at| at + 1), topics.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seconds_count_in_the_first_minute_and_minutes_are_left_until_the_end_and_over_after_it() {
        assert_eq!([0, 59, 60, 1450].map(|seconds| so_far(Position::from_secs(seconds))), ["0 s", "59 s", "1 min", "24 min"]);
        assert_eq!([2, 0, -1].map(left_or_over), ["2 min left", "0 min left", "1 min over"]);
    }
}
