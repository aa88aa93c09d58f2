//! What the member check tells: the topics, the notes that may be shared and the statements, under their numbers.

use crate::domain::guide::Topic;
use crate::domain::letter::tree::Block;
use crate::domain::note::NoteId;
use crate::domain::plain::Whose;
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
use crate::tui::screen::looking::Looked;
use crate::tui::screen::looking::Looking;
use crate::tui::screen::statements::Over;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::statements::SummaryRow;
use crate::tui::screen::statements::rows::bare_topics;
use crate::tui::screen::statements::told;
use crate::tui::screen::statements::told::Preview;
use crate::words::say;

pub(super) fn prompt(screen: &StatementsScreen) -> Prompt {
    match screen.writing() {
        Some(writing) => Prompt::of(say!("plain-statement"), &writing.line),
        None => Prompt::bare(say!("plain-check-prompt")),
    }
}

pub(super) fn page(model: &Model, screen: &StatementsScreen) -> Page {
    let Some(session) = model.session() else { return Page::default() };
    let (opened, summary) = (session.opened(), Summary::of(session));
    let count = told::count(session);
    let stands = told::where_the_letter_stands(session);
    let out = told::left_out(session, &summary).unwrap_or_default();
    let head = vec![
        Fact::once("check", say!("check-title", participant = &opened.participant, round = opened.round.words())).here(),
        Fact::comes("count", format!("{count} {out} {stands}"), say!("plain-check-count", count = &count, out = &out, letter = &stands))
            .here(),
    ];
    let mut body = about_the_sound(model);
    if model.shared.playback.is_playing() {
        body.push(playback(model));
    }
    if let Some(looking) = screen.looking() {
        body.extend(looked_at(model, looking));
        return Page { head, body };
    }
    if screen.over() == Over::Letter {
        body.extend(letter(model, screen));
        return Page { head, body };
    }
    if let Over::Notes(id) = screen.over() {
        let text = session.statement(id).map_or("", |statement| statement.text.as_str());
        let [take, done] = [M::TakeNote, M::NotesDone].map(|action| model.shared.key(action));
        body.push(Fact::once("choosing", say!("check-choosing", take = take, done = done, text = text)));
    }
    let rows = screen.lines(session);
    let words = |n: usize| rows.get(n).map_or_else(String::new, |row| numbered(n, model, session, screen, &summary, *row));
    for (n, row) in rows.iter().enumerate() {
        // A number changes when something comes above it: that alone is no news.
        let (name, is) = (format!("row {row:?}"), said(model, session, screen, &summary, *row));
        body.push(if n < MOST { Fact::stands(name, is, words(n)) } else { Fact::comes(name, is, words(n)) });
    }
    if rows.len() > MOST {
        body.push(Fact::once("more", say!("plain-more", count = rows.len() - MOST, key = model.shared.key(M::Down))));
    }
    let bare = bare_topics(session);
    if !bare.is_empty() && screen.over() == Over::Nothing {
        let topics = bare.join(", ");
        body.push(Fact::stands("bare", topics.clone(), say!("check-bare-topics", topics = topics)));
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

/// What is looked at: each thing under its number, of the one that is chosen what to try, and what stands below.
fn looked_at(model: &Model, looking: &Looking) -> Vec<Fact> {
    let name = model.shared.sitting.as_ref().map_or("", |sitting| sitting.name());
    let rows: Vec<(String, Option<String>)> = match looking.looked() {
        Looked::Words(checked) => checked
            .remarks()
            .map(|(place, remark)| {
                let whence = match place.whose {
                    Whose::Theirs => say!("hint-check-quote", number = place.number),
                    Whose::Ours | Whose::TheLetters => say!("hint-check-statement", number = place.number),
                };
                let what = say!("look-remark", what = remark.what(), words = remark.words(&place.text));
                (format!("{whence}: {what}"), Some(say!("hint-check-try", advice = remark.advice(&place.text))))
            })
            .collect(),
        Looked::Trail(trail) => trail
            .sources
            .iter()
            .map(|source| {
                let (at, kind) = (source.position.to_string(), source.kind.words());
                (say!("trail-note", at = at, kind = kind, note = source.note.0, words = &source.text), None)
            })
            .collect(),
    };
    let numbered = |n: usize| rows.get(n).map(|(words, _)| say!("plain-row", number = n + 1, words = words));
    let mut facts = vec![Fact::once("title", looking.title()).here()];
    let [choose, hear, close] = [M::LookChoose, M::LookHear, M::LookClose].map(|action| model.shared.key(action));
    let keys = if let Looked::Words(_) = looking.looked() {
        say!("plain-look-words", choose = choose, close = close)
    } else {
        say!("plain-look-trail", hear = hear, close = close)
    };
    facts.push(Fact::once("keys", keys));
    facts.extend((0..rows.len().min(MOST)).filter_map(numbered).enumerate().map(|(n, words)| Fact::once(format!("look {n}"), words)));
    facts.extend(looking.foot(name).into_iter().enumerate().map(|(n, words)| Fact::once(format!("foot {n}"), words)));
    if let Some((words, advice)) = rows.get(looking.cursor()) {
        let words = std::iter::once(words.clone()).chain(advice.clone()).collect::<Vec<_>>().join(". ");
        facts.push(Fact::comes("looked", looking.cursor().to_string(), words).here());
    }
    facts
}

/// The letter, paragraph by paragraph.
fn letter(model: &Model, screen: &StatementsScreen) -> Vec<Fact> {
    let hide = model.shared.key(M::HideLetter);
    let head = Fact::once("letter", say!("plain-letter", hide = hide));
    let mut rows = Vec::new();
    match Preview::of(&model.shared, screen).map(|preview| preview.letter) {
        Some(Ok(document)) => document.blocks.iter().for_each(|block| put(block, &mut rows)),
        Some(Err(why)) => rows.push(why),
        None => {}
    }
    let told = rows.into_iter().enumerate().map(|(n, row)| Fact::stands(format!("letter {n}"), row.clone(), row));
    std::iter::once(head).chain(told).collect()
}

/// What a part of the letter says.
fn put(block: &Block, rows: &mut Vec<String>) {
    match block {
        Block::Heading(_, text) | Block::Paragraph(text) => rows.push(text.as_str().to_owned()),
        Block::Quote(text) => rows.push(text.as_str().to_owned()),
        Block::FillIn(pieces) => rows.push(pieces.iter().map(|piece| piece.as_str()).collect::<Vec<_>>().join(" … ")),
        Block::List(items) => rows.extend(items.iter().map(|item| item.as_str().to_owned())),
        // Lines to write on are paper.
        Block::Reply(reply) => rows.extend(reply.choices.iter().chain([&reply.ask]).map(|item| item.as_str().to_owned())),
        Block::Statement { number, text, below } => {
            rows.push(format!("{number}. {}", text.as_str()));
            for block in below {
                put(block, rows);
            }
        }
    }
}

/// A row under its number.
fn numbered(n: usize, model: &Model, session: &Session, screen: &StatementsScreen, summary: &Summary<'_>, row: SummaryRow) -> String {
    say!("plain-row", number = n + 1, words = said(model, session, screen, summary, row))
}

/// What a row says: a heading, a note with its moment, a statement with its place in the letter, or why it has none.
fn said(model: &Model, session: &Session, screen: &StatementsScreen, summary: &Summary<'_>, row: SummaryRow) -> String {
    match row {
        SummaryRow::Topic(t) => {
            let topic = session.guide().topics.get(t).map_or("", Topic::heading);
            say!("plain-row-topic", topic = topic)
        }
        SummaryRow::Note(id) => {
            let words = note(session, id);
            match screen.over() {
                Over::Notes(statement) if session.statement(statement).is_some_and(|s| s.sources.contains(&id)) => {
                    say!("plain-row-taken", note = words)
                }
                Over::Notes(_) => words,
                _ if screen.gathered().contains(&id) => say!("plain-row-gathered", note = words),
                _ => say!("plain-row-unused", note = words),
            }
        }
        SummaryRow::Source(statement, id) => {
            let printed = session.statement(statement).is_some_and(|s| s.quotes.contains(&id)) && session.may_quote();
            let words = note(session, id);
            let is_quote = session.quote_note(id).is_some();
            say!("plain-row-source", note = if printed && is_quote { say!("check-printed", words = words) } else { words })
        }
        SummaryRow::Statement(id) => {
            let Some(statement) = session.statement(id) else { return String::new() };
            let words = match summary.number_of(id) {
                Some(number) => say!("plain-row-statement", number = number, words = &statement.text),
                None => say!("plain-row-no-statement", words = &statement.text),
            };
            let why = told::state(&model.shared, summary, statement);
            std::iter::once(words).chain(why).collect::<Vec<_>>().join(" ")
        }
    }
}

fn note(session: &Session, id: NoteId) -> String {
    let Some(note) = session.note(id) else { return String::new() };
    let words = match note.shareable() {
        _ if !note.stands() => say!("check-note-struck"),
        None => say!("check-note-private"),
        Some(shareable) => shareable.text().into_owned(),
    };
    say!("plain-row-note", at = note.position.to_string(), kind = note.kind.words(), words = words)
}
