//! What may be done with the statements of a summary.

use std::collections::BTreeSet;

use crate::domain::command::Refusal;
use crate::domain::command::readable;
use crate::domain::event::Event;
use crate::domain::guide::Id;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::statement::Composing;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::domain::tag::untagged;

impl Session {
    /// The statement, if it can be changed.
    pub(super) fn standing_statement(&self, id: StatementId) -> Result<&Statement, Refusal> {
        self.begun()?;
        self.statement(id).filter(|s| !s.struck && !self.is_bereft(s)).ok_or(Refusal::NoSuchStatement)
    }

    pub(super) fn statement_written(&self, topic: Id, text: String, sources: Vec<NoteId>, quotes: Vec<NoteId>) -> Result<Event, Refusal> {
        self.begun()?;
        worded(&text)?;
        readable(self, &sources)?;
        readable(self, &quotes)?;
        self.known_topic(&topic)?;
        let quotes = self.theirs(quotes, &sources);
        Ok(Event::StatementWritten { statement: self.next_statement(), topic, text, sources, quotes })
    }

    pub(super) fn statement_revised(&self, statement: StatementId, text: String, quotes: Vec<NoteId>) -> Result<Event, Refusal> {
        let now = self.standing_statement(statement)?;
        worded(&text)?;
        readable(self, &quotes)?;
        let quotes = self.theirs(quotes, &now.sources);
        Ok(Event::StatementRevised { statement, text, quotes })
    }

    pub(super) fn composed(&self, what: Composing) -> Result<Event, Refusal> {
        match what {
            Composing::Rest { statement, sources, quotes } => {
                let now = self.standing_statement(statement)?;
                // What it rests on already may be left where it is: nobody reads it before all of it may be read.
                let new: Vec<NoteId> = sources.iter().filter(|id| !now.sources.contains(id)).copied().collect();
                readable(self, &new)?;
                let sources = each_once(sources);
                let quotes = self.theirs(quotes, &sources);
                Ok(Event::StatementRests { statement, sources, quotes })
            }
            Composing::Move { statement, topic, before } => {
                self.standing_statement(statement)?;
                self.known_topic(&topic)?;
                if before.is_some_and(|before| before == statement || self.statement(before).is_none()) {
                    return Err(Refusal::NoSuchStatement);
                }
                Ok(Event::StatementMoved { statement, topic, before })
            }
            Composing::Join { statement, with } => self.statements_joined(statement, with),
            Composing::Split { statement, text, rest } => {
                self.standing_statement(statement)?;
                let (text, rest) = (text.trim().to_owned(), rest.trim().to_owned());
                if untagged(&text).is_empty() || untagged(&rest).is_empty() {
                    return Err(Refusal::NothingToPart);
                }
                Ok(Event::StatementSplit { statement, text, into: self.next_statement(), rest })
            }
            Composing::SetAside { statement, stands } => {
                self.standing_statement(statement).map(|_| Event::StatementSetAside { statement, stands })
            }
            Composing::Mean { statement, stands } => {
                if self.standing_statement(statement)?.sources.is_empty() {
                    Ok(Event::StatementMeant { statement, stands })
                } else {
                    Err(Refusal::RestsOnNotes)
                }
            }
        }
    }

    /// Two statements become one that rests on all that they rested on; not one that is set aside and one that is not.
    fn statements_joined(&self, statement: StatementId, with: StatementId) -> Result<Event, Refusal> {
        let (one, other) = (self.standing_statement(statement)?, self.standing_statement(with)?);
        if statement == with || one.aside != other.aside {
            return Err(Refusal::UnlikeStatements);
        }
        let text = format!("{} {}", one.text.trim(), other.text.trim());
        let both = |one: &[NoteId], other: &[NoteId]| each_once(one.iter().chain(other).copied().collect());
        let sources = both(&one.sources, &other.sources);
        let quotes = self.theirs(both(&one.quotes, &other.quotes), &sources);
        Ok(Event::StatementsJoined { statement, with, text, sources, quotes })
    }

    fn known_topic(&self, topic: &Id) -> Result<(), Refusal> {
        if self.guide().topic(topic).is_none() { Err(Refusal::NoSuchPart(topic.clone())) } else { Ok(()) }
    }

    /// Of `quotes` those that are their own words and belong to what it rests on. A paraphrase is in ours, and passes for theirs nowhere.
    fn theirs(&self, quotes: Vec<NoteId>, sources: &[NoteId]) -> Vec<NoteId> {
        each_once(quotes.into_iter().filter(|id| sources.contains(id) && self.quote_note(*id).is_some()).collect())
    }
}

/// `notes`, each of them once.
fn each_once(notes: Vec<NoteId>) -> Vec<NoteId> {
    let mut seen = BTreeSet::new();
    notes.into_iter().filter(|id| seen.insert(*id)).collect()
}

fn worded(text: &str) -> Result<(), Refusal> {
    if untagged(text).is_empty() { Err(Refusal::EmptyStatement) } else { Ok(()) }
}
