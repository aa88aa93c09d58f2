//! A statement as it is being written, and what keeps it.

use std::collections::BTreeSet;

use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::statement::StatementId;
use crate::tui::line::Line;
use crate::tui::place::SummaryRow;
use crate::tui::screen::statements::rows::topic_at;

/// A statement being written.
#[derive(Debug)]
pub struct Writing {
    /// Which statement; nothing for a new one.
    pub statement: Option<StatementId>,
    /// The number of its topic.
    pub topic: usize,
    /// Its words.
    pub line: Line,
    /// The notes it rests on.
    pub(super) sources: Vec<NoteId>,
    /// Those of them that are quoted below it.
    pub(super) quotes: Vec<NoteId>,
    /// Its words before.
    was: String,
}

impl Writing {
    /// The statement `id`, to be changed.
    pub(super) fn of(session: &Session, id: StatementId) -> Option<Self> {
        let statement = session.statement(id)?;
        let topic = topic_at(session, SummaryRow::Statement(id))?;
        let (sources, quotes, was) = (statement.sources.clone(), statement.quotes.clone(), statement.text.clone());
        Some(Self { statement: Some(id), topic, line: Line::holding(was.clone()), sources, quotes, was })
    }

    /// A new one under the topic of `row` that rests on these notes. It is empty: it is told to the participant, and a note is not.
    pub(super) fn anew(session: &Session, notes: &BTreeSet<NoteId>, row: Option<SummaryRow>) -> Option<Self> {
        let topic = row.map_or(Some(0), |row| topic_at(session, row))?;
        let sources: Vec<NoteId> = notes.iter().copied().collect();
        let quotes = sources.iter().copied().filter(|id| session.may_quote() && session.quote_note(*id).is_some()).collect();
        Some(Self { statement: None, topic, line: Line::default(), sources, quotes, was: String::new() })
    }

    /// Whether there is something to lose: words that somebody typed.
    pub(super) fn is_worth_keeping(&self) -> bool {
        let text = self.line.text().trim();
        !text.is_empty() && text != self.was.trim()
    }

    /// Whether both are the same piece of work: a change of the same statement, or a new one from the same notes.
    pub(super) fn is_same(&self, other: &Self) -> bool {
        (self.statement, self.topic) == (other.statement, other.topic) && (self.statement.is_some() || self.sources == other.sources)
    }

    /// The moments of the notes it rests on, in a row.
    pub(super) fn rests_at(&self, session: &Session) -> String {
        let notes = self.sources.iter().filter_map(|id| session.note(*id));
        notes.map(|note| note.position.to_string()).collect::<Vec<_>>().join(", ")
    }

    /// The words of the notes it rests on, where somebody wants to begin with them.
    pub(super) fn words_of_its_notes(&self, session: &Session) -> String {
        let notes = self.sources.iter().filter_map(|id| session.shared_note(*id));
        notes.map(|note| note.words()).collect::<Vec<_>>().join(" ")
    }

    /// What keeps it; nothing for a topic the guide does not have.
    pub(super) fn command(&self, session: &Session) -> Option<Command> {
        let text = self.line.text().trim().to_owned();
        match self.statement {
            Some(statement) => Some(Command::ReviseStatement { statement, text, quotes: self.quotes.clone() }),
            None => {
                let topic = session.guide().topics.get(self.topic)?.id.clone();
                Some(Command::WriteStatement { topic, text, sources: self.sources.clone(), quotes: self.quotes.clone() })
            }
        }
    }

    /// `session` as it would be if this were kept as it stands; nothing where it could not be.
    pub(crate) fn as_if_kept(&self, session: &Session) -> Option<(Session, Event)> {
        let event = session.decide(self.command(session)?).ok()?;
        let mut session = session.clone();
        session.apply(&event);
        Some((session, event))
    }

    /// Whether the statement is still there to be changed.
    pub(super) fn stands(&self, session: &Session) -> bool {
        self.statement.is_none_or(|id| session.statement(id).is_some_and(|s| !s.struck))
    }

    /// A note may have become private since: what rested on it is kept without it.
    pub(super) fn without_private(mut self, session: &Session) -> Self {
        let readable = |id: &NoteId| session.shared_note(*id).is_some();
        self.sources.retain(readable);
        self.quotes.retain(readable);
        self
    }
}
