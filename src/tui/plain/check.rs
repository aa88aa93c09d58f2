//! What the member check tells: the topics, the notes that may be shared and the statements, under their numbers.

use crate::domain::guide::Topic;
use crate::domain::session::Session;
use crate::domain::summary::Summary;
use crate::tui::keymap::action::Statements as M;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::MOST;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::plain::listen::about_the_sound;
use crate::tui::plain::listen::playback;
use crate::tui::screen::statements;
use crate::tui::screen::statements::MemberCheck;
use crate::tui::screen::statements::SummaryRow;
use crate::words::message::message;
use crate::words::say;

pub(super) fn prompt(screen: &MemberCheck) -> Prompt {
    match screen.writing() {
        Some(writing) => Prompt::of(say!("plain-statement"), &writing.line),
        None => Prompt::bare(say!("plain-check-prompt")),
    }
}

pub(super) fn page(model: &Model, screen: &MemberCheck) -> Page {
    let Some(session) = model.session() else { return Page::default() };
    let (opened, summary) = (session.opened(), Summary::of(session));
    let (count, withheld) = (message!("n-statements", count = summary.len()), summary.withheld().len());
    let head = vec![
        Fact::once("check", say!("check-title", participant = &opened.participant, round = opened.round.words())).here(),
        Fact::comes(
            "count",
            format!("{} {withheld} {}", summary.len(), session.letters()),
            say!("check-count", statements = count, withheld = withheld, version = session.letters()),
        )
        .here(),
    ];
    let mut body = about_the_sound(model);
    if model.shared.playback.is_playing() {
        body.push(playback(model));
    }
    let rows = statements::rows(session);
    let words = |n: usize| rows.get(n).map_or_else(String::new, |row| numbered(n, session, screen, &summary, *row));
    for (n, row) in rows.iter().enumerate() {
        // A number changes when something comes above it: that alone is no news.
        let (name, is) = (format!("row {row:?}"), said(session, screen, &summary, *row));
        body.push(if n < MOST { Fact::stands(name, is, words(n)) } else { Fact::comes(name, is, words(n)) });
    }
    if rows.len() > MOST {
        body.push(Fact::once("more", say!("plain-more", count = rows.len() - MOST, key = model.shared.key(M::Down))));
    }
    let cursor = screen.cursor(&rows);
    if let Some(row) = rows.get(cursor) {
        body.push(Fact::once(
            "keys",
            say!("plain-check-keys", number = cursor + 1, write = model.shared.key(M::Edit), gather = model.shared.key(M::Gather)),
        ));
        body.push(Fact::comes("chosen", format!("{row:?}"), words(cursor)).here());
    }
    if let Some(writing) = screen.writing() {
        let topic = session.guide().topics.get(writing.topic).map_or("", Topic::heading);
        let [keep, aside] = [M::Keep, M::PutAside].map(|action| model.shared.key(action));
        body.push(Fact::once("writing", say!("check-writing", keep = keep, aside = aside, topic = topic)));
    }
    Page { head, body }
}

/// A row under its number.
fn numbered(n: usize, session: &Session, screen: &MemberCheck, summary: &Summary<'_>, row: SummaryRow) -> String {
    say!("plain-row", number = n + 1, words = said(session, screen, summary, row))
}

/// What a row says: a heading, a note with its moment, a statement with the quotes below it.
fn said(session: &Session, screen: &MemberCheck, summary: &Summary<'_>, row: SummaryRow) -> String {
    match row {
        SummaryRow::Topic(t) => {
            let topic = session.guide().topics.get(t).map_or("", Topic::heading);
            say!("plain-row-topic", topic = topic)
        }
        SummaryRow::Note(id) => {
            let Some(note) = session.note(id) else { return String::new() };
            let words = say!("plain-row-note", at = note.position.to_string(), kind = note.kind.words(), words = &note.text);
            let is_used = session.statements().any(|s| s.sources.contains(&id));
            match (screen.gathered().contains(&id), is_used) {
                (true, _) => say!("plain-row-gathered", note = words),
                (false, true) => say!("plain-row-used", note = words),
                (false, false) => words,
            }
        }
        SummaryRow::Statement(id) => {
            let Some(statement) = session.statement(id) else { return String::new() };
            let withheld = if summary.withheld().contains(&id) { format!("{} ", say!("check-withheld")) } else { String::new() };
            let quotes = statement.quotes.iter().filter_map(|id| session.note(*id)?.shareable());
            let quotes = quotes.map(|quote| say!("plain-row-quote", words = &*quote.text())).collect::<Vec<_>>();
            let words = format!("{withheld}{}", statement.text);
            std::iter::once(say!("plain-row-statement", words = words)).chain(quotes).collect::<Vec<_>>().join(" ")
        }
    }
}
