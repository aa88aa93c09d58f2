//! The home screen: the sessions of the study.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::style::Style;
use ratatui::text::Line;
use ratatui::text::Span;
use ratatui::widgets::Widget;

use crate::domain::guide::Round;
use crate::domain::recording::TakeState;
use crate::domain::standing::Standing;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::shown;
use crate::domain::time::Stamp;
use crate::domain::time::clock;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Home as H;
use crate::tui::model::Model;
use crate::tui::screen::home;
use crate::tui::screen::home::Kept;
use crate::tui::screen::home::Loud;
use crate::tui::screen::home::SessionList;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

pub(crate) fn draw(model: &Model, home: &SessionList, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    if let Some(kept) = home.kept() {
        covered(kept, model, look, head, body, buffer);
        return None;
    }
    let title = Span::styled(format!(" hearback  {}", shown(&model.shared.offer.title)), look.strong());
    let count = format!("{} ", say!("n-sessions", count = model.shared.offer.sessions.len()));
    parts::two_ends(vec![(0, title)], vec![(1, Span::styled(count, look.quiet()))], head, buffer);
    let inside = parts::section(&say!("home-panel"), body, look, buffer);
    let lines = home::listed(&model.shared.offer);
    if lines.is_empty() {
        let new = model.shared.key(H::New);
        let words = match &model.shared.offer.vanished {
            None => vec![say!("home-none"), String::new(), say!("home-first", key = new), say!("home-own-guide")],
            Some(gone) => {
                let told = parts::wrap(&format!("! {gone}"), usize::from(inside.width.saturating_sub(2)));
                told.into_iter().chain([String::new(), say!("home-all-the-same", key = new)]).collect()
            }
        };
        for (y, text) in (inside.y + 1..inside.bottom()).zip(words) {
            buffer.set_stringn(inside.x + 1, y, text, usize::from(inside.width.saturating_sub(1)), look.text());
        }
        return None;
    }
    // What cannot wait stands above everything until it is done: nobody has to look for it.
    let inside = pressing(&lines, model, look, inside, buffer);
    let cursor = home.cursor(&model.shared.offer);
    let about = lines.get(cursor).map_or_else(Vec::new, |line| detail(line, &model.shared.keys, model.shared.now.wall, look, inside));
    let rows = u16::try_from(about.len()).unwrap_or(0);
    let (inside, below) = (Rect { height: inside.height - rows, ..inside }, Rect { y: inside.bottom() - rows, height: rows, ..inside });
    for (y, row) in (below.y..below.bottom()).zip(about) {
        row.render(Rect { y, height: 1, ..below }, buffer);
    }
    let height = usize::from(inside.height);
    let first = (cursor + 1).saturating_sub(height);
    for (n, line) in lines.iter().enumerate().skip(first).take(height) {
        let area = Rect { y: inside.y + u16::try_from(n - first).unwrap_or(0), height: 1, ..inside };
        let style = if n == cursor { look.selected() } else { look.text() };
        let mark = if n == cursor { look.either("▶", ">") } else { " " };
        let text = format!(
            "{mark}{}",
            session_row(line, &model.shared.keys, model.shared.now.wall, usize::from(inside.width).saturating_sub(1), look)
        );
        Line::styled(format!("{text:<width$}", width = usize::from(inside.width)), style).render(area, buffer);
    }
    None
}

/// Says what must be reported and followed up, in at most a third of `area`, with a rule below it. What is left of the area.
fn pressing(lines: &[&SessionLine], model: &Model, look: Look, area: Rect, buffer: &mut Buffer) -> Rect {
    let width = usize::from(area.width.saturating_sub(2));
    // In front of each stands a sign.
    let told: Vec<String> = home::pressing(lines, model.shared.now.wall, width.saturating_sub(2));
    let each: Vec<Vec<String>> = told.iter().map(|words| parts::wrap(&format!("! {words}"), width)).collect();
    let mut rows = each.concat();
    if rows.is_empty() {
        return area;
    }
    let most = usize::from(area.height / 3).max(1);
    if rows.len() > most {
        // None of them is broken off, unless there is no room for the first.
        let whole = each.iter().scan(0, |sum, one| {
            *sum += one.len();
            Some(*sum)
        });
        let whole = whole.take_while(|sum| *sum < most).last().unwrap_or(most - 1);
        rows.truncate(whole);
        rows.push(format!("! {}", say!("home-more-pressing", count = told.len())));
    }
    for (y, row) in (area.y..).zip(&rows) {
        buffer.set_stringn(area.x + 1, y, parts::cut(row, width, look), width, look.strong());
    }
    let taken = u16::try_from(rows.len()).unwrap_or(0);
    let rule = look.either("─", "-").repeat(usize::from(area.width));
    buffer.set_stringn(area.x, area.y + taken, rule, usize::from(area.width), look.quiet());
    Rect { y: area.y + taken + 1, height: area.height.saturating_sub(taken + 1), ..area }
}

/// What stands on the screen when an interview has just ended: nothing that is about anybody.
fn covered(kept: &Kept, model: &Model, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) {
    Line::styled(" hearback", look.strong()).render(head, buffer);
    let width = usize::from(body.width.saturating_sub(2));
    let said = kept.words(model.shared.keeping, &model.shared.keys).into_iter().map(|(words, loud)| match loud {
        Loud::Said => (words, look.text()),
        Loud::First => (words, look.strong()),
        Loud::Wrong => (format!("! {words}"), look.strong()),
    });
    let mut rows: Vec<(String, Style)> =
        said.flat_map(|(words, style)| parts::wrap(&words, width).into_iter().map(move |row| (row, style))).collect();
    // The way on is always there.
    let most = usize::from(body.height.saturating_sub(2));
    if rows.len() > most {
        rows.truncate(most.saturating_sub(1));
        rows.push((format!("{} {}", look.either("…", "..."), say!("home-rest")), look.text()));
    }
    rows.push((say!("home-any-key"), look.text()));
    for (y, (text, style)) in (body.y + 1..body.bottom()).zip(rows) {
        buffer.set_stringn(body.x + 1, y, text, usize::from(body.width.saturating_sub(1)), style);
    }
}

/// What there is to know of the chosen session and has no room in its row: its day and guide in full, what is still to be done, what of
/// its sound is not what was recorded and what to do about that, and what was lost.
fn detail(line: &SessionLine, keys: &Keys, now: Stamp, look: Look, area: Rect) -> Vec<Line<'static>> {
    let width = usize::from(area.width.saturating_sub(2));
    let about = match &line.standing {
        Ok(_) => {
            let check = line.check.words(now).join(", ");
            let check = (!check.is_empty()).then_some(check);
            [format!("{}  {}", line.date, line.guide)]
                .into_iter()
                .chain(check)
                .chain(line.stopped_words())
                .chain(line.open_words())
                .collect::<Vec<_>>()
                .join("  ")
        }
        Err(why) => say!("home-unread-more", why = why, key = keys.name(H::Open)),
    };
    let wrong = line.remarks().into_iter().flat_map(|what| parts::wrap(&format!("! {what}"), width)).map(|row| (row, look.strong()));
    let about = parts::wrap(&about, width).into_iter().map(|row| (row, look.text()));
    let mut rows: Vec<(String, Style)> = about.chain(wrong).collect();
    let most = usize::from(area.height / 2).max(1);
    if rows.len() > most {
        rows.truncate(most - 1);
        rows.push((format!("{} {}", look.either("…", "..."), say!("home-rest-of", session = &line.name)), look.text()));
    }
    let rule = Line::styled(look.either("─", "-").repeat(usize::from(area.width)), look.quiet());
    std::iter::once(rule)
        .chain(rows.into_iter().map(|(row, style)| Line::styled(format!(" {}", parts::cut(&row, width, look)), style)))
        .collect()
}

fn session_row(line: &SessionLine, keys: &Keys, now: Stamp, width: usize, look: Look) -> String {
    let Ok(standing) = &line.standing else {
        return parts::cut(&say!("home-unread", session = &line.name, key = keys.name(H::Open)), width, look);
    };
    let (settled, of) = line.settled;
    // A narrow window has room for the day, not for the year, and for where it stands before which guide it was.
    let date = if width < 70 { line.date.get(5..).unwrap_or_default() } else { &line.date };
    // Where it stands is always said; that something about it is not as it should be is a sign, and its words are below the list.
    let sound = line.changed.iter().any(|take| take.state != TakeState::Destroyed);
    let presses = line.due.iter().any(|due| due.is_pressing(now));
    let mark = if presses || line.wish.is_some() || sound || !line.losses.is_empty() { '!' } else { ' ' };
    let fixed = format!(
        "{date} {} {} {:>7} {:>5} {mark}",
        parts::padded(&parts::cut(&line.participant, 6, look), 6),
        parts::padded(&line.round.words(), rounds_cells()),
        clock(line.length.as_secs()),
        format!("{settled}/{of}"),
    );
    let rest = width.saturating_sub(parts::cells(&fixed));
    let standing = match line.changed.first().map(|take| take.state) {
        Some(TakeState::Destroyed) if mark == ' ' => say!("home-sound-destroyed"),
        _ if line.is_stopped() => say!("home-stopped"),
        _ if line.check.is_of_letters() => line.check.short(now),
        _ => standing.words(),
    };
    let wide = standings_cells();
    // How a letter stands may take more than its column: then the guide begins later, and is left out where too little of it would be read.
    let taken = parts::cells(&standing).max(wide) + 1;
    if rest < wide + 1 + LEAST_OF_GUIDE || rest < taken + LEAST_OF_GUIDE {
        return parts::cut(&format!("{fixed}{standing}"), width, look);
    }
    format!("{fixed}{} {}", parts::padded(&standing, wide), guide(&line.guide, rest - taken, look))
}

/// Cells that the name of a guide is worth: in fewer it is left out.
const LEAST_OF_GUIDE: usize = 8;

/// Cells for which interview with somebody it is.
fn rounds_cells() -> usize {
    parts::widest(Round::ALL.map(Round::words))
}

/// Cells for where a session stands.
fn standings_cells() -> usize {
    parts::widest(Standing::ALL.map(Standing::words).into_iter().chain([say!("home-sound-destroyed")]))
}

/// A guide's name and version in `width` cells: its version before the end of its name. A part of a version reads as another, so it is whole
/// or, where it would leave nothing of the name, cut as the name is.
fn guide(named: &str, width: usize, look: Look) -> String {
    /// Of a name that is cut at least this is left, its sign that it goes on included.
    const LEAST_OF_NAME: usize = 3;
    match named.rsplit_once(' ') {
        Some((name, version)) if parts::cells(named) > width && parts::cells(version) + 1 + LEAST_OF_NAME <= width => {
            format!("{} {version}", parts::cut(name, width - parts::cells(version) - 1, look))
        }
        _ => parts::cut(named, width, look),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::member_check::line::Stage;
    use crate::words::Words;
    use crate::words::speaking;

    fn row(standing: Standing, round: Round, width: usize) -> String {
        let (date, guide) = ("2026-11-24".into(), "patient-first v1.2".into());
        let line = SessionLine { round, date, guide, standing: Ok(standing), ..SessionLine::unread("P07".into(), String::new()) };
        session_row(&line, &Keys::default(), Stamp::new(0, 0), width, Look::default())
    }

    #[test]
    fn a_version_is_whole_or_not_there() {
        let look = Look::default();
        for (width, said) in [(18, "patient-first v2.1"), (17, "patient-fir… v2.1"), (8, "pa… v2.1"), (7, "patien…")] {
            assert_eq!(guide("patient-first v2.1", width, look), said);
        }
    }

    #[test]
    fn how_a_letter_stands_cuts_no_version() {
        let told = || {
            let mut line = SessionLine {
                standing: Ok(Standing::ListenedBack),
                guide: "patient-first v2.1".into(),
                ..SessionLine::unread("P07".into(), String::new())
            };
            line.date = "2026-11-24".into();
            (line.check.written, line.check.stage) = (1, Stage::NotSent);
            [57, 77, 117].map(|width| (width, session_row(&line, &Keys::default(), Stamp::new(0, 0), width, Look::default())))
        };
        for words in Words::built_in() {
            for (width, row) in speaking(words, told) {
                assert!(parts::cells(&row) <= width, "{row}");
                assert!(!row.contains("v2") || row.ends_with(" v2.1"), "{row}");
            }
        }
    }

    #[test]
    fn where_each_session_stands_is_said_in_full_and_in_one_column() {
        for (words, width) in Words::built_in().flat_map(|words| [57, 77, 117].map(|width| (words, width))) {
            let column = |text: &str, what: &str| text.find(what).map(|at| parts::cells(&text[..at]));
            let told = |standing: Standing, round| {
                let row = row(standing, round, width);
                assert!(parts::cells(&row) <= width, "{row}");
                (column(&row, &standing.words()), column(&row, "patient"))
            };
            let all = || Standing::ALL.into_iter().flat_map(|standing| Round::ALL.map(|round| told(standing, round))).collect::<Vec<_>>();
            let places = speaking(words, all);
            assert!(places[0].0.is_some() && places.iter().all(|place| *place == places[0]), "{words:?} at {width}: {places:?}");
            assert_eq!(places[0].1.is_some(), width > 60, "the guide is left out where there is no room for it");
        }
    }
}
