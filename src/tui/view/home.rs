//! The home screen: the sessions of the study.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::domain::recording::State;
use crate::domain::session::Recorded;
use crate::domain::standing::Standing;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::counted;
use crate::domain::text::shown;
use crate::domain::time::clock;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Home as H;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::screen::home;
use crate::tui::screen::home::Home;
use crate::tui::screen::home::Kept;
use crate::tui::view::look::Look;
use crate::tui::view::parts;

pub(crate) fn draw(model: &Model, home: &Home, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    if let Some(kept) = home.kept() {
        covered(kept, model.shared.keeping, look, head, body, buffer);
        return None;
    }
    let title = Span::styled(format!(" hearback  {}", shown(&model.shared.offer.title)), look.strong());
    let count = format!("{} ", counted(model.shared.offer.sessions.len() as u64, "session"));
    parts::two_ends(vec![(0, title)], vec![(1, Span::styled(count, look.faint()))], head, buffer);
    let inside = parts::panel("Sessions", body, look, buffer);
    let lines = home::listed(&model.shared.offer);
    if lines.is_empty() {
        let new = format!("{} sets up the first one.", model.shared.key(H::New));
        let words = ["No interview yet.", "", new.as_str(), "`hearback guide new` makes a guide of your own."];
        for (y, text) in words.iter().enumerate() {
            buffer.set_stringn(inside.x + 1, inside.y + 1 + u16::try_from(y).unwrap_or(0), text, usize::from(inside.width), look.text());
        }
        return None;
    }
    let height = usize::from(inside.height);
    let cursor = home.cursor(&model.shared.offer);
    let first = (cursor + 1).saturating_sub(height);
    for (n, line) in lines.iter().enumerate().skip(first).take(height) {
        let area = Rect { y: inside.y + u16::try_from(n - first).unwrap_or(0), height: 1, ..inside };
        let style = if n == cursor { look.chosen() } else { look.text() };
        let mark = if n == cursor { look.either("▶", ">") } else { " " };
        let text = format!("{mark}{}", session_row(line, &model.shared.keys, usize::from(inside.width).saturating_sub(1), look));
        Line::styled(format!("{text:<width$}", width = usize::from(inside.width)), style).render(area, buffer);
    }
    None
}

/// What stands on the screen when an interview has just ended: nothing that is about anybody.
fn covered(kept: &Kept, keeping: Keeping, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) {
    Line::styled(" hearback", look.strong()).render(head, buffer);
    let (h, m, s) = (kept.seconds / 3600, kept.seconds / 60 % 60, kept.seconds % 60);
    let kept_or_not = match (keeping, kept.unsaved) {
        (Keeping::Nothing, _) => "The rehearsal has ended; nothing of it is kept.".to_owned(),
        (Keeping::ForShow, _) => "The demonstration has ended.".to_owned(),
        (Keeping::Kept, 0) => "The interview is kept.".to_owned(),
        (Keeping::Kept, n) => format!(
            "The interview has ended, and {} not in its journal.",
            if n == 1 { "a change is".into() } else { format!("{n} changes are") }
        ),
    };
    let sound = if kept.recorded == Recorded::Nothing { " without sound" } else { "" };
    let words = format!("{kept_or_not} {h}:{m:02}:{s:02}{sound}, {}.", counted(kept.notes as u64, "note"));
    let wish = kept.wish.filter(|_| keeping != Keeping::Nothing).map(|wish| (format!("! {}", wish.words()), look.strong()));
    let distress = kept.distress.iter().map(|moment| format!("Distress at {}: {}.", moment.at, moment.words()));
    let width = usize::from(body.width.saturating_sub(2));
    let loose = distress.flat_map(|words| parts::wrap(&words, width)).map(|row| (row, look.text()));
    let lines = [(words, look.strong())].into_iter().chain(wish).chain(loose).chain([("Any key goes on.".to_owned(), look.text())]);
    for (y, (text, style)) in (body.y + 1..body.bottom()).zip(lines) {
        buffer.set_stringn(body.x + 1, y, text, usize::from(body.width.saturating_sub(1)), style);
    }
}

fn session_row(line: &SessionLine, keys: &Keys, width: usize, look: Look) -> String {
    let Ok(standing) = &line.standing else {
        return parts::cut(&format!("{}  cannot be read: {} says why", line.name, keys.name(H::Open)), width, look);
    };
    let (settled, of) = line.settled;
    // A narrow window has room for the day, not for the year, and for where it stands before which guide it was.
    let date = if width < 70 { line.date.get(5..).unwrap_or_default() } else { &line.date };
    let fixed = format!(
        "{date} {:<6} {:<9} {:>7}  {:>5}  ",
        parts::cut(&line.participant, 6, look),
        line.round.word(),
        clock(line.length.as_secs()),
        format!("{settled}/{of}"),
    );
    let rest = width.saturating_sub(parts::cells(&fixed));
    let guide = if rest < 24 { String::new() } else { format!(" {}", line.guide) };
    // What was promised to a participant stands before where the work is.
    let changed = line.changed.iter().find(|take| take.state != State::Destroyed).or(line.changed.first());
    let standing = match (line.wish, changed.map(|take| take.state)) {
        (Some(_), _) => "! destroy sound".to_owned(),
        (None, Some(State::Destroyed)) => "sound destroyed".to_owned(),
        (None, Some(_)) if *standing == Standing::Interrupted => format!("! {}", standing.words()),
        (None, Some(state)) => format!("! {state} sound"),
        (None, None) => standing.words().to_owned(),
    };
    parts::cut(&format!("{fixed}{standing:<15}{guide}"), width, look)
}
