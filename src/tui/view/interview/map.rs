//! The whole guide beside the page: topics with their minutes, the questions of the one that is open with what happened to them in a word,
//! and below it what is to be come back to.

use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::widgets::Widget;

use crate::domain::agenda;
use crate::domain::agenda::Minutes;
use crate::domain::agenda::Part;
use crate::domain::coverage::Coverage;
use crate::domain::note::Note;
use crate::domain::note::NoteKind;
use crate::domain::session::Session;
use crate::tui::model::Model;
use crate::tui::screen::interview::Room;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::question::weight_sign;
use crate::words::say;

/// One row of the guide.
struct GuideRow {
    text: String,
    right: String,
    style: Style,
    here: bool,
}

/// The most notes that are named to be come back to; the others are counted.
const BACKS: usize = 4;

pub(super) fn draw(model: &Model, session: &Session, room: &Room, look: Look, area: Rect, buffer: &mut Buffer) {
    let backs = to_come_back_to(session, look, usize::from(area.width));
    let below = u16::try_from(backs.len()).unwrap_or(0).min(area.height / 3);
    let above = Rect { height: area.height - below, ..area };
    let rows = guide_rows(model, session, room, look);
    let here = rows.iter().rposition(|row| row.here).unwrap_or(0);
    let height = usize::from(above.height);
    let first = (here + height / 2 + 1).saturating_sub(height).min(rows.len().saturating_sub(height));
    for (y, row) in rows.iter().skip(first).take(height).enumerate() {
        let at = Rect { y: above.y + u16::try_from(y).unwrap_or(0), height: 1, ..above };
        let room = usize::from(above.width).saturating_sub(parts::cells(&row.right) + 1);
        Line::styled(parts::padded(&parts::cut(&row.text, room, look), room), row.style).render(at, buffer);
        let right = Line::styled(row.right.clone(), look.quiet());
        let wide = u16::try_from(right.width()).unwrap_or(0).min(at.width);
        right.render(Rect { x: at.right() - wide, width: wide, ..at }, buffer);
    }
    for (y, row) in (above.bottom()..area.bottom()).zip(backs) {
        buffer.set_stringn(area.x, y, row, usize::from(area.width), look.text());
    }
}

/// What was noted to be come back to, the latest first, under a heading of its own; nothing where there is nothing.
fn to_come_back_to(session: &Session, look: Look, width: usize) -> Vec<String> {
    let notes: Vec<&Note> = session.notes().rev().filter(|note| note.kind == NoteKind::FollowUp && !note.is_moment()).collect();
    if notes.is_empty() {
        return Vec::new();
    }
    let more = notes.len().saturating_sub(BACKS);
    let row = |note: &&Note| parts::cut(&format!("{:>4}  {}", note.position.secs() / 60, note.text), width, look);
    let rest = (more > 0).then(|| format!("      {}", say!("and-more", count = more)));
    let heading = format!(" {}", say!("to-come-back-to"));
    [String::new(), heading].into_iter().chain(notes.iter().take(BACKS).map(row)).chain(rest).collect()
}

fn guide_rows(model: &Model, session: &Session, room: &Room, look: Look) -> Vec<GuideRow> {
    let (guide, coverage) = (session.guide(), session.coverage());
    let parts = agenda::parts(session);
    let arrow = look.either('▶', '>');
    let bookend = |text: &str, is_here: fn(&Part) -> bool| {
        let here = is_here(&room.part());
        let (sign, style) = if here { (arrow, look.strong()) } else { (' ', look.text()) };
        GuideRow { text: format!("{sign} {text}"), right: String::new(), style, here }
    };
    let mut rows = vec![bookend(&say!("part-introduction"), |part| matches!(part, Part::Introduction(_)))];
    let mut nth = 0;
    for (t, topic) in guide.topics.iter().enumerate() {
        let questions: Vec<_> =
            parts.iter().filter_map(|p| if let Part::Question(pt, q) = p { (*pt == t).then_some(*q) } else { None }).collect();
        // What does not belong in this interview is no part of its map.
        if questions.is_empty() {
            continue;
        }
        nth += 1;
        let current = matches!(room.part(), Part::Question(at, _) if at == t);
        let settled = questions.iter().filter(|q| coverage.of(&topic.questions[**q].id).is_settled()).count();
        let Minutes { used, planned } = Minutes::of_topic(session, t, model.shared.now.position);
        let done = if settled == questions.len() { format!("{}  ", say!("topic-done")) } else { String::new() };
        let minutes = if used > 0 { format!("{used}/{planned}m") } else { format!("{planned}m") };
        let (sign, style) = if current { (arrow, look.strong()) } else { (' ', look.text()) };
        rows.push(GuideRow { text: format!("{sign} {nth} {}", topic.title), right: format!("{done}{minutes}"), style, here: current });
        for q in questions {
            let question = &topic.questions[q];
            let state = coverage.of(&question.id);
            // Elsewhere only what waits to be come back to is worth a row.
            if !current && state != Coverage::ComeBack {
                continue;
            }
            let here = room.part() == Part::Question(t, q);
            let style = if here { look.selected() } else { look.text() };
            let mark = if here { look.either("›", ">") } else { " " };
            let right = if state == Coverage::NotYet { weight_sign(question, look) } else { state.words() };
            rows.push(GuideRow { text: format!("   {mark} {}", question.label()), right, style, here });
        }
    }
    rows.push(bookend(&say!("part-closing"), |part| matches!(part, Part::Closing(_))));
    rows
}
