//! What becomes of the statements of a session's summary.

use std::collections::BTreeSet;

use crate::domain::event::Event;
use crate::domain::lineage::Lineage;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::session::Strike;
use crate::domain::stands::Stands;
use crate::domain::statement::Statement;
use crate::domain::statement::StatementId;
use crate::domain::withheld::What;

impl Session {
    /// Every statement that stands, in the order of the letter within its topic; those that are set aside among them.
    pub fn statements(&self) -> impl DoubleEndedIterator<Item = &Statement> {
        self.statements.in_order().filter(|s| !s.struck && !self.is_bereft(s))
    }

    /// Every statement that there ever was, in the order of the letter; those that were taken back among them, and those of which nothing is
    /// to be used.
    pub(crate) fn all_statements(&self) -> impl DoubleEndedIterator<Item = &Statement> {
        self.statements.in_order()
    }

    /// The statement with this number, struck or not.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.get(id)
    }

    /// The number of the next statement.
    pub fn next_statement(&self) -> StatementId {
        self.statements.next(self.last_named().1, |id| self.withholding.names(What::Statement(id)))
    }

    /// The statement behind this one, under whichever topic, struck or not.
    pub(crate) fn statement_behind(&self, id: StatementId) -> Option<StatementId> {
        self.statements.behind(id)
    }

    /// Lets `event` have happened, if it is one of these.
    pub(super) fn hear_of_statements(&mut self, event: &Event) {
        if let Some((id, rested)) = self.rested_before(event)
            && let Some(statement) = self.statements.get_mut(id)
        {
            statement.rests_anew(rested);
        }
        if let Some((from, into)) = went(event) {
            self.statements.lineage.goes(from, into);
        }
        self.set_statements(event);
    }

    /// What was done to a statement is taken back, if `event` does that: it rested on what it rested on before, as if nothing had been done.
    pub(super) fn unstate(&mut self, event: &Event) {
        let id = self.rested_before(event).map(|(id, _)| id);
        self.set_statements(event);
        if let Some(statement) = id.and_then(|id| self.statements.get_mut(id)) {
            statement.rests_as_before();
        }
        // What takes this back is the other of the two.
        if let Some((into, from)) = went(event) {
            self.statements.lineage.comes_back(from, into);
        }
    }

    /// The statements that hold words which were in this one when so many had gone over into others; it is among them.
    pub(crate) fn heirs(&self, id: StatementId, since: usize) -> BTreeSet<StatementId> {
        self.statements.lineage.heirs(id, since)
    }

    /// Which statements were joined into which, and which were split off which.
    pub(crate) fn lineage(&self) -> &Lineage<StatementId> {
        &self.statements.lineage
    }

    /// How often words of a statement went over into another.
    pub(crate) fn words_went(&self) -> usize {
        self.statements.lineage.now()
    }

    /// Whether words that were in this statement then are in one that they do not want used.
    pub(crate) fn is_taken_back(&self, id: StatementId, since: usize) -> bool {
        self.heirs(id, since).into_iter().any(|heir| self.withholding.holds_statement(heir))
    }

    /// Of an event that changes what a statement rests on, which that is and on what it rested until then.
    fn rested_before(&self, event: &Event) -> Option<(StatementId, Vec<NoteId>)> {
        let (Event::StatementRests { statement, .. }
        | Event::StatementSplit { statement, .. }
        | Event::StatementsJoined { statement, .. }
        | Event::StatementsParted { statement, .. }) = event
        else {
            return None;
        };
        let mut rested = self.statement(*statement)?.sources.clone();
        if let Event::StatementsJoined { with, .. } = event {
            rested.extend(self.statement(*with).into_iter().flat_map(Statement::rests_on));
        }
        Some((*statement, rested))
    }

    fn set_statements(&mut self, event: &Event) {
        for id in worded(event).into_iter().flatten() {
            self.member_check.worded(*id);
        }
        match event {
            Event::StatementWritten { statement: id, topic, text, sources, quotes } => {
                let (topic, text, sources, quotes) = (topic.clone(), text.clone(), sources.clone(), quotes.clone());
                self.statements.put(Statement::written(*id, topic, text, sources, quotes), None);
            }
            Event::StatementRevised { statement, text, quotes } => self.set_statement(*statement, Some(text), None, Some(quotes)),
            Event::StatementStruck { statement } => self.strike_statement(*statement, Strike::Struck),
            Event::StatementRestored { statement } => self.strike_statement(*statement, Strike::Restored),
            Event::StatementRests { statement, sources, quotes } => self.set_statement(*statement, None, Some(sources), Some(quotes)),
            Event::StatementMoved { statement, topic, before } => {
                if let Some(moved) = self.statements.get_mut(*statement) {
                    moved.topic = topic.clone();
                }
                self.statements.set_before(*statement, *before);
            }
            Event::StatementsJoined { statement, with, text, sources, quotes } => {
                let both = [statement, with].map(|id| self.statement(*id).is_some_and(|one| one.meant));
                self.strike_statement(*with, Strike::Struck);
                self.set_statement(*statement, Some(text), Some(sources), Some(quotes));
                if both == [true, true] {
                    self.mean(*statement);
                }
            }
            Event::StatementsParted { statement, with, text, sources, quotes } => {
                self.strike_statement(*with, Strike::Restored);
                self.set_statement(*statement, Some(text), Some(sources), Some(quotes));
            }
            Event::StatementSplit { statement, text, into, rest } => {
                let Some(whole) = self.statement(*statement).cloned() else { return };
                let whole_is_meant = whole.meant;
                // Their own words stay with the first of the two: in the letter they stand once.
                let part = Statement { id: *into, text: rest.clone(), quotes: Vec::new(), ..whole };
                self.statements.put(part, Some(*statement));
                self.set_statement(*statement, Some(text), None, None);
                self.set_statement(*into, None, None, None);
                if whole_is_meant {
                    // The words are those that were meant.
                    self.mean(*statement);
                    self.mean(*into);
                }
            }
            Event::StatementSetAside { statement, stands } => {
                if let Some(statement) = self.statements.get_mut(*statement) {
                    statement.aside = *stands == Stands::Stands;
                }
            }
            Event::StatementMeant { statement, stands } => {
                if let Some(statement) = self.statements.get_mut(*statement) {
                    statement.mean(*stands);
                }
            }
            _ => {}
        }
    }

    fn set_statement(&mut self, id: StatementId, text: Option<&String>, sources: Option<&Vec<NoteId>>, quotes: Option<&Vec<NoteId>>) {
        let Some(statement) = self.statements.get_mut(id) else { return };
        if let Some(text) = text {
            statement.text.clone_from(text);
        }
        if let Some(sources) = sources {
            statement.sources.clone_from(sources);
        }
        if let Some(quotes) = quotes {
            statement.quotes.clone_from(quotes);
        }
        statement.heed_words();
    }

    fn mean(&mut self, id: StatementId) {
        if let Some(statement) = self.statements.get_mut(id) {
            statement.mean(Stands::Stands);
        }
    }

    fn strike_statement(&mut self, id: StatementId, strike: Strike) {
        if let Some(statement) = self.statements.get_mut(id) {
            statement.struck = strike == Strike::Struck;
        }
    }
}

/// From which statement into which words go by `event`.
fn went(event: &Event) -> Option<(StatementId, StatementId)> {
    match event {
        Event::StatementsJoined { statement, with, .. } => Some((*with, *statement)),
        Event::StatementSplit { statement, into: with, .. } | Event::StatementsParted { statement, with, .. } => Some((*statement, *with)),
        _ => None,
    }
}

/// The statements that have other words by `event`.
fn worded(event: &Event) -> [Option<&StatementId>; 2] {
    match event {
        Event::StatementWritten { statement, .. }
        | Event::StatementRevised { statement, .. }
        | Event::StatementsJoined { statement, .. }
        | Event::StatementsParted { statement, .. } => [Some(statement), None],
        Event::StatementSplit { statement, into, .. } => [Some(statement), Some(into)],
        _ => [None, None],
    }
}
