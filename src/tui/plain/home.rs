//! What the list of sessions tells, and what is told of an interview that was just held.

use crate::domain::study::session_line::SessionLine;
use crate::domain::time::Stamp;
use crate::domain::time::clock;
use crate::tui::keymap::action::Home as H;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::MOST;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::screen::home::SessionList;
use crate::tui::screen::home::listed;
use crate::tui::screen::home::pressing;
use crate::words::say;

pub(super) fn prompt(home: &SessionList) -> Prompt {
    Prompt::bare(if home.kept().is_some() { say!("plain-covered-prompt") } else { say!("plain-home-prompt") })
}

pub(super) fn page(model: &Model, home: &SessionList) -> Page {
    let (shared, offer) = (&model.shared, &model.shared.offer);
    if let Some(kept) = home.kept() {
        let said = kept.words(shared.keeping, &shared.keys).into_iter().map(|(words, _)| words).chain([say!("home-any-key")]);
        let head = said.enumerate().map(|(n, words)| Fact::stands(format!("kept {n}"), words.clone(), words).here());
        return Page { head: head.collect(), body: Vec::new() };
    }
    let count = say!("n-sessions", count = offer.sessions.len());
    let head = vec![Fact::once("home", say!("plain-home", title = &offer.title, count = count)).here()];
    let lines = listed(offer);
    if lines.is_empty() {
        let new = shared.key(H::New);
        let words = match &offer.vanished {
            None => vec![say!("home-none"), say!("home-first", key = new), say!("home-own-guide")],
            Some(gone) => vec![gone.clone(), say!("home-all-the-same", key = new)],
        };
        let body = words.into_iter().map(|words| Fact::stands(format!("none {words}"), "", words));
        return Page { head, body: body.collect() };
    }
    let cursor = home.cursor(offer);
    let row = |(n, line): (usize, &SessionLine)| {
        let words = session(n, line, shared.now.wall);
        let name = format!("session {}", line.name);
        if n < MOST { Fact::stands(name, words.clone(), words) } else { Fact::comes(name, words.clone(), words) }
    };
    let pressing = pressing(&lines, shared.now.wall, usize::MAX).into_iter();
    let pressing = pressing.enumerate().map(|(n, words)| Fact::stands(format!("pressing {n}"), words.clone(), words).here());
    let mut body: Vec<Fact> = pressing.chain(lines.iter().copied().enumerate().map(row)).collect();
    if lines.len() > MOST {
        let key = shared.key(H::Down);
        body.push(Fact::once("more", say!("plain-more", count = lines.len() - MOST, key = key)));
    }
    if let Some(line) = lines.get(cursor) {
        // Whoever arrives has just heard the list: which of it is chosen is enough.
        let [open, listen, check, new] = [H::Open, H::Listen, H::Statements, H::New].map(|action| shared.key(action));
        let keys = say!("plain-home-keys", number = cursor + 1, open = open, listen = listen, check = check, new = new);
        body.push(Fact::once("keys", keys));
        let chosen = std::iter::once(session(cursor, line, shared.now.wall)).chain(remarks(line));
        body.push(Fact::comes("chosen", &line.name, chosen.collect::<Vec<_>>().join(". ")).here());
    }
    Page { head, body }
}

/// A session under its number.
fn session(n: usize, line: &SessionLine, now: Stamp) -> String {
    let standing = match &line.standing {
        Ok(_) if line.is_stopped() => say!("home-stopped"),
        Ok(_) if line.check.is_of_letters() => line.check.words(now).join(", "),
        Ok(standing) => standing.words(),
        Err(why) => return say!("plain-session-unread", number = n + 1, session = &line.name, why = why),
    };
    let (settled, of) = line.settled;
    say!(
        "plain-session",
        number = n + 1,
        participant = &line.participant,
        round = line.round.words(),
        date = &line.date,
        length = clock(line.length.as_secs()),
        settled = settled,
        of = of,
        standing = standing,
        guide = &line.guide
    )
}

/// What is not as it should be, or still to be done.
fn remarks(line: &SessionLine) -> Vec<String> {
    if line.standing.is_ok() {
        line.open_words().into_iter().chain(line.stopped_words()).chain(line.remarks()).collect()
    } else {
        Vec::new()
    }
}
