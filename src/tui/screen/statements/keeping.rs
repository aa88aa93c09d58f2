//! A statement from its first letter until it is kept, put aside or split.

use std::collections::BTreeSet;

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::session::Session;
use crate::domain::statement::Composing;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::place::SummaryRow;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::statements::Writing;
use crate::tui::shared::Shared;
use crate::words::say;

impl StatementsScreen {
    /// Begins what `fresh` is, or goes on with it where it was put aside.
    pub(super) fn begin(&mut self, fresh: Option<Writing>) {
        let again = fresh.as_ref().and_then(|fresh| self.aside.take(|w| w.is_same(fresh)));
        self.writing = again.or(fresh);
    }

    pub(super) fn put_aside(&mut self, shared: &mut Shared) {
        if let Some(writing) = self.writing.take().filter(Writing::is_worth_keeping) {
            self.aside.put(writing, shared.journal_lines());
            let key = shared.key(action::Statements::Undo);
            shared.say(Weight::News, say!("check-aside", key = key));
        }
    }

    pub(super) fn keep(&mut self, writing: Writing, shared: &mut Shared) {
        let Some(command) = shared.session().and_then(|s| writing.command(s)) else { return };
        let next = shared.session().map(Session::next_statement);
        if !shared.ask(command) {
            self.writing = Some(writing);
            return;
        }
        if writing.statement.is_some() {
            return;
        }
        self.gathered.clear();
        let key = shared.key(action::Statements::Mean);
        let bare = writing.sources.is_empty();
        let title = shared.session().and_then(|s| s.guide().topics.get(writing.topic)).map(|topic| topic.heading().to_owned());
        if bare {
            shared.say(Weight::News, say!("check-kept-bare", key = key));
        } else if let Some(title) = title {
            let at = shared.session().map(|session| writing.rests_at(session)).unwrap_or_default();
            let words = say!("check-kept", number = writing.topic + 1, topic = title, count = writing.sources.len(), at = at);
            shared.say(Weight::News, words);
        }
        self.choose(next.map(SummaryRow::Statement));
    }

    /// What stands behind the cursor becomes a statement of its own.
    pub(super) fn split(&mut self, shared: &mut Shared) {
        let Some(writing) = &self.writing else { return };
        let (text, rest) = halves(writing.line.text(), writing.line.cursor());
        if text.trim().is_empty() || rest.trim().is_empty() {
            return shared.say(Weight::News, Refusal::NothingToPart.to_string());
        }
        // A new one is written first, and split then: two steps, and each is taken back by itself.
        let id = match writing.statement {
            Some(id) => Some(id),
            None => {
                let next = shared.session().map(Session::next_statement);
                let command = shared.session().and_then(|session| writing.command(session));
                command.is_some_and(|command| shared.ask(command)).then_some(next).flatten()
            }
        };
        let Some(statement) = id else { return };
        let into = shared.session().map(Session::next_statement);
        if shared.ask(Command::Compose(Composing::Split { statement, text, rest })) {
            (self.writing, self.gathered) = (None, BTreeSet::new());
            let key = shared.key(action::Statements::Undo);
            shared.say(Weight::News, say!("check-split", key = key));
            self.choose(into.map(SummaryRow::Statement));
        }
    }

    /// The words of the notes go into the line.
    pub(super) fn take_words(&mut self, shared: &mut Shared) {
        let (Some(writing), Some(session)) = (&mut self.writing, shared.session()) else { return };
        let words = writing.words_of_its_notes(session);
        if words.is_empty() {
            return shared.say(Weight::News, say!("check-no-words"));
        }
        writing.line.paste(&words);
        shared.say(Weight::News, say!("check-words-taken"));
    }
}

/// The two halves of `text`, so many characters from its beginning.
fn halves(text: &str, cursor: usize) -> (String, String) {
    let at = text.char_indices().nth(cursor).map_or(text.len(), |(at, _)| at);
    let (one, other) = text.split_at(at);
    (one.to_owned(), other.to_owned())
}
