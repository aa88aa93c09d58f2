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

/// Begins to put `note` on the shelf, a `fresh` one where it is none yet; what lies there is taken off. What is to be written, if it may lie there.
pub(super) fn begun(note: NoteId, fresh: Option<Box<Draft>>, shared: &mut Shared) -> Option<ForShelf> {
    if let Some(quote) = lying(note, shared) {
        take_off(quote, shared);
        return None;
    }
    let mut of = ForShelf { note, fresh, line: Line::default() };
    match acts::decided(shared.session()?, of.commands(None)).map(|events| events.last().and_then(words)) {
        Ok(words) => {
            of.line = Line::holding(words.unwrap_or_default());
            Some(of)
        }
        Err(refusal) => {
            shared.refuse(&refusal);
            None
        }
    }
}

/// What is written lies on the shelf from now on, and the note is named; none where it is refused.
pub(super) fn kept(of: &ForShelf, shared: &mut Shared) -> Option<NoteId> {
    if !shared.ask_all(of.commands(Some(of.line.text().trim().to_owned()))) {
        return None;
    }
    let [key, undo] = [A::Shelve, A::Undo].map(|action| shared.key(action));
    if let Some(quote) = lying(of.note, shared) {
        shared.say(Weight::News, say!("shelf-lies", quote = quote.0, key = key, undo = undo));
    }
    Some(of.note)
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
