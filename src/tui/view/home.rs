//! The home screen: the sessions of the study.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::domain::recording::TakeState;
use crate::domain::standing::Recorded;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::counted;
use crate::domain::text::shown;
use crate::domain::time::clock;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Home as H;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::screen::home;
use crate::tui::screen::home::Kept;
use crate::tui::screen::home::SessionList;
use crate::tui::view::look::Look;
use crate::tui::view::parts;

pub(crate) fn draw(model: &Model, home: &SessionList, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
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
        let new = model.shared.key(H::New);
        let words = match &model.shared.offer.vanished {
            None => vec![
                "No interview yet.".to_owned(),
                String::new(),
                format!("{new} sets up the first one."),
                "`hearback guide new` makes a guide of your own.".to_owned(),
            ],
            Some(gone) => {
                let told = parts::wrap(&format!("! {gone}"), usize::from(inside.width.saturating_sub(2)));
                told.into_iter().chain([String::new(), format!("{new} sets up an interview all the same.")]).collect()
            }
        };
        for (y, text) in (inside.y + 1..inside.bottom()).zip(words) {
            buffer.set_stringn(inside.x + 1, y, text, usize::from(inside.width.saturating_sub(1)), look.text());
        }
        return None;
    }
    let cursor = home.cursor(&model.shared.offer);
    let about = lines.get(cursor).map_or_else(Vec::new, |line| detail(line, &model.shared.keys, look, inside));
    let rows = u16::try_from(about.len()).unwrap_or(0);
    let (inside, below) = (Rect { height: inside.height - rows, ..inside }, Rect { y: inside.bottom() - rows, height: rows, ..inside });
    for (y, row) in (below.y..below.bottom()).zip(about) {
        row.render(Rect { y, height: 1, ..below }, buffer);
    }
    let height = usize::from(inside.height);
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
    let lost = kept.losses.iter().filter(|_| keeping != Keeping::Nothing).map(|loss| (format!("! {loss}"), look.strong()));
    let loose = distress.map(|words| (words, look.text()));
    let said = [(words, look.strong())].into_iter().chain(wish).chain(lost).chain(loose);
    let mut rows: Vec<(String, Style)> =
        said.flat_map(|(words, style)| parts::wrap(&words, width).into_iter().map(move |row| (row, style))).collect();
    // The way on is always there.
    let most = usize::from(body.height.saturating_sub(2));
    if rows.len() > most {
        rows.truncate(most.saturating_sub(1));
        rows.push((format!("{} the rest: hearback show", look.either("…", "...")), look.text()));
    }
    rows.push(("Any key goes on.".to_owned(), look.text()));
    for (y, (text, style)) in (body.y + 1..body.bottom()).zip(rows) {
        buffer.set_stringn(body.x + 1, y, text, usize::from(body.width.saturating_sub(1)), style);
    }
}

/// What there is to know of the chosen session and has no room in its row: its day and guide in full, what is still to be done, what of
/// its sound is not what was recorded and what to do about that, and what was lost.
fn detail(line: &SessionLine, keys: &Keys, look: Look, area: Rect) -> Vec<Line<'static>> {
    let width = usize::from(area.width.saturating_sub(2));
    let about = match &line.standing {
        Ok(_) => format!("{}  {}", line.date, line.guide),
        Err(why) => format!("{why}. {} tells more", keys.name(H::Open)),
    };
    let wrong = line.remarks().into_iter().flat_map(|what| parts::wrap(&format!("! {what}"), width)).map(|row| (row, look.strong()));
    let about = parts::wrap(&about, width).into_iter().map(|row| (row, look.text()));
    let mut rows: Vec<(String, Style)> = about.chain(wrong).collect();
    let most = usize::from(area.height / 2).max(1);
    if rows.len() > most {
        rows.truncate(most - 1);
        rows.push((format!("{} the rest: hearback show {}", look.either("…", "..."), line.name), look.text()));
    }
    let rule = Line::styled(look.either("─", "-").repeat(usize::from(area.width)), look.faint());
    std::iter::once(rule)
        .chain(rows.into_iter().map(|(row, style)| Line::styled(format!(" {}", parts::cut(&row, width, look)), style)))
        .collect()
}

fn session_row(line: &SessionLine, keys: &Keys, width: usize, look: Look) -> String {
    let Ok(standing) = &line.standing else {
        return parts::cut(&format!("{}  cannot be read: {} says why", line.name, keys.name(H::Open)), width, look);
    };
    let (settled, of) = line.settled;
    // A narrow window has room for the day, not for the year, and for where it stands before which guide it was.
    let date = if width < 70 { line.date.get(5..).unwrap_or_default() } else { &line.date };
    // Where it stands is always said; that something about it is not as it should be is a sign, and its words are below the list.
    let sound = line.changed.iter().any(|take| take.state != TakeState::Destroyed);
    let mark = if line.wish.is_some() || sound || !line.losses.is_empty() { '!' } else { ' ' };
    let fixed = format!(
        "{date} {:<6} {:<9} {:>7} {:>5} {mark}",
        parts::cut(&line.participant, 6, look),
        line.round.words(),
        clock(line.length.as_secs()),
        format!("{settled}/{of}"),
    );
    let rest = width.saturating_sub(parts::cells(&fixed));
    let standing = match line.changed.first().map(|take| take.state) {
        Some(TakeState::Destroyed) if mark == ' ' => "sound destroyed".to_owned(),
        _ => standing.words(),
    };
    if rest < 24 {
        return parts::cut(&format!("{fixed}{standing}"), width, look);
    }
    format!("{fixed}{standing:<15} {}", guide(&line.guide, rest - 16, look))
}

/// A guide's name and version in `width` cells: its version before the end of its name.
fn guide(named: &str, width: usize, look: Look) -> String {
    match named.rsplit_once(' ') {
        Some((name, version)) if parts::cells(named) > width => {
            format!("{} {version}", parts::cut(name, width.saturating_sub(parts::cells(version) + 1), look))
        }
        _ => parts::cut(named, width, look),
    }
}
