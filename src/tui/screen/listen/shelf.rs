//! The shelf of quotes for a paper while one listens back: one key puts the words of a note, or of the passage that is heard, there, and takes
//! them off it again.
//!
//! Whether they may be printed, and whether what is written are their words, is asked of the session by the same commands as on the command
//! line. Nothing happens before the line is kept: a passage becomes a note and a quote at once, or neither.

use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::member_check::acts;
use crate::domain::note::Draft;
use crate::domain::note::NoteId;
use crate::domain::shelf::QuoteId;
use crate::domain::shelf::Shelving;
use crate::tui::keymap::action::Listen as A;
use crate::tui::line::Line;
use crate::tui::notice::Weight;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::listen::Over;
use crate::tui::screen::listen::transcript;
use crate::tui::screen::listen::transcript::Place;
use crate::tui::screen::listen::transcript::Quotable;
use crate::tui::shared::Shared;
use crate::words::say;

/// What is to lie on the shelf, while its words are written.
#[derive(Debug)]
pub(crate) struct ForShelf {
    note: NoteId,
    /// The note, where it is none yet but a passage.
    fresh: Option<Box<Draft>>,
    /// What of it is printed.
    pub(crate) line: Line,
}

impl ForShelf {
    /// What puts `words` of it there; all of it where there are none.
    fn commands(&self, words: Option<String>) -> Vec<Command> {
        let note = self.fresh.as_ref().map(|draft| Command::AddNote(draft.as_ref().clone()));
        note.into_iter().chain([Command::Shelve(Shelving::Put { quote: None, note: self.note, words })]).collect()
    }
}

impl ListeningBack {
    /// Begins to put what is chosen on the shelf; what lies there is taken off.
    pub(super) fn shelve(&mut self, shared: &mut Shared) {
        let (note, fresh) = if self.words.place == Place::Instead {
            match transcript::quotable(shared) {
                Some(Quotable::Note(note)) => (note, None),
                Some(Quotable::Fresh(draft)) => (shared.session().map_or(NoteId(0), |session| session.next_note()), Some(draft)),
                None => return,
            }
        } else {
            let Some(note) = self.note(shared).map(|note| note.id) else { return };
            (note, None)
        };
        if fresh.is_none() {
            self.chosen = Some(note);
        }
        if let Some(quote) = lying(note, shared) {
            return take_off(quote, shared);
        }
        let Some(session) = shared.session() else { return };
        let mut of = ForShelf { note, fresh, line: Line::default() };
        match acts::decided(session, of.commands(None)).map(|events| events.last().and_then(words)) {
            Ok(words) => {
                of.line = Line::holding(words.unwrap_or_default());
                self.over = Over::Shelf(Box::new(of));
            }
            Err(refusal) => shared.refuse(&refusal),
        }
    }

    /// What is written lies on the shelf from now on; where it is refused, the line stays.
    pub(super) fn keep_quote(&mut self, shared: &mut Shared) {
        let Over::Shelf(of) = &self.over else { return };
        let (note, text) = (of.note, of.line.text().trim().to_owned());
        if !shared.ask_all(of.commands(Some(text))) {
            return;
        }
        (self.over, self.chosen) = (Over::Nothing, Some(note));
        let [key, undo] = [A::Shelve, A::Undo].map(|action| shared.key(action));
        if let Some(quote) = lying(note, shared) {
            shared.say(Weight::News, say!("shelf-lies", quote = quote.0, key = key, undo = undo));
        }
    }
}

/// The quote of `note` that was put on the shelf last, if one lies there: also one that may not be printed any more.
fn lying(note: NoteId, shared: &Shared) -> Option<QuoteId> {
    shared.session()?.shelf().all().filter(|quote| quote.note == note).map(|quote| quote.quote).max()
}

fn take_off(quote: QuoteId, shared: &mut Shared) {
    if shared.ask(Command::Shelve(Shelving::TakeOff(quote))) {
        let undo = shared.key(A::Undo);
        shared.say(Weight::News, say!("shelf-taken-off", quote = quote.0, key = undo));
    }
}

/// The words that `event` puts on the shelf.
fn words(event: &Event) -> Option<String> {
    if let Event::QuoteShelved(shelved) = event { Some(shelved.words.clone()) } else { None }
}
