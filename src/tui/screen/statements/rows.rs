//! The lines of the member check: under each topic its statements, each above the notes it rests on, and what no statement rests on.

use std::collections::BTreeSet;

use crate::domain::guide::Topic;
use crate::domain::note::NoteId;
use crate::domain::note::Shareable;
use crate::domain::session::Session;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::tui::place::SummaryRow;

/// The statement that a line belongs to: it is one, or a note below one.
pub(crate) fn statement_at(row: SummaryRow) -> Option<StatementId> {
    match row {
        SummaryRow::Statement(id) | SummaryRow::Source(id, _) => Some(id),
        SummaryRow::Topic(_) | SummaryRow::Note(_) => None,
    }
}

/// The note that a line is.
pub(crate) fn note_at(row: SummaryRow) -> Option<NoteId> {
    match row {
        SummaryRow::Note(id) | SummaryRow::Source(_, id) => Some(id),
        SummaryRow::Topic(_) | SummaryRow::Statement(_) => None,
    }
}

/// The number of the topic under which a line stands.
pub(crate) fn topic_at(session: &Session, row: SummaryRow) -> Option<usize> {
    let number = |statement: &Statement| session.guide().topics.iter().position(|topic| topic.id == statement.topic);
    match row {
        SummaryRow::Topic(at) => Some(at),
        SummaryRow::Note(id) => session.shared_note(id).map(|note| topic_of(session, note)),
        SummaryRow::Statement(id) | SummaryRow::Source(id, _) => session.statement(id).and_then(number),
    }
}

/// The lines of the screen, from top to bottom. A topic that has neither a statement nor a note to share is none of them.
pub(crate) fn rows(session: &Session) -> Vec<SummaryRow> {
    let used: BTreeSet<NoteId> = session.statements().flat_map(|statement| statement.sources.iter().copied()).collect();
    let notes = shareable(session);
    let mut rows = Vec::new();
    for (t, topic) in session.guide().topics.iter().enumerate() {
        let mut below = Vec::new();
        for statement in session.statements().filter(|s| s.topic == topic.id) {
            below.push(SummaryRow::Statement(statement.id));
            below.extend(statement.sources.iter().map(|note| SummaryRow::Source(statement.id, *note)));
        }
        let unused = notes.iter().filter(|note| !used.contains(&note.id()) && topic_of(session, **note) == t);
        below.extend(unused.map(|note| SummaryRow::Note(note.id())));
        if !below.is_empty() {
            rows.push(SummaryRow::Topic(t));
            rows.append(&mut below);
        }
    }
    rows
}

/// The lines while the notes of a statement are chosen: all that may be shared, under their topics.
pub(crate) fn rows_to_choose(session: &Session) -> Vec<SummaryRow> {
    let notes = shareable(session);
    let mut rows = Vec::new();
    for t in 0..session.guide().topics.len() {
        let mut here = notes.iter().filter(|note| topic_of(session, **note) == t).map(|note| SummaryRow::Note(note.id())).peekable();
        if here.peek().is_some() {
            rows.push(SummaryRow::Topic(t));
            rows.extend(here);
        }
    }
    rows
}

/// The topics that have neither a statement nor a note to share.
pub(crate) fn bare_topics(session: &Session) -> Vec<&str> {
    let there: BTreeSet<usize> =
        rows(session).into_iter().filter_map(|row| if let SummaryRow::Topic(at) = row { Some(at) } else { None }).collect();
    let topics = session.guide().topics.iter().enumerate();
    topics.filter(|(at, _)| !there.contains(at)).map(|(_, topic)| Topic::heading(topic)).collect()
}

/// The notes that may be shared, in the order of the timeline.
fn shareable(session: &Session) -> Vec<Shareable<'_>> {
    session.notes_by_position().into_iter().filter_map(|note| note.shareable()).collect()
}

/// What was said before the first question stands under the first topic.
fn topic_of(session: &Session, note: Shareable<'_>) -> usize {
    note.question().and_then(|question| session.guide().question(question)).map_or(0, |(at, _)| at)
}
