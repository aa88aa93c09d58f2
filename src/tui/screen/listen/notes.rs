//! What is done with the notes while listening back beside writing and changing them: joined, split, put where the sound is, brought back,
//! coded; and how one had asked.

use crate::domain::command::Command;
use crate::domain::command::listening::Listening;
use crate::domain::listened::OwnQuestion;
use crate::domain::listened::Phrasing;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::tui::keymap::action::Listen as A;
use crate::tui::notice::Weight;
use crate::tui::screen::listen::Editing;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::listen::Over;
use crate::tui::screen::listen::Shows;
use crate::tui::screen::listen::coding::Stays;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::words::say;

/// The ways of asking, each with the key that says so, in the order of the row.
pub(crate) const WAYS: [(A, Phrasing); 3] =
    [(A::AskedLeading, Phrasing::Leading), (A::AskedClosed, Phrasing::Closed), (A::AskedDouble, Phrasing::Double)];

/// How near two moments are one: the same question is marked once, wherever within it the key was pressed.
const NEAR_MS: u64 = 1_500;

impl ListeningBack {
    /// Makes one note of the chosen one and the one below it.
    pub(super) fn join(&mut self, shared: &mut Shared) {
        let Some(note) = self.note(shared).map(|note| note.id) else { return };
        let notes: Vec<NoteId> = shared.session().map_or_else(Vec::new, |s| s.notes_by_position().iter().map(|n| n.id).collect());
        let below = notes.iter().position(|id| *id == note).and_then(|at| notes.get(at + 1));
        let Some(with) = below.copied() else { return shared.say(Weight::News, say!("no-note-below")) };
        if shared.ask(Command::Listening(Listening::Join { note, with })) {
            let key = shared.key(A::Undo);
            shared.say(Weight::News, say!("notes-joined", key = key));
        }
    }

    /// Splits the note that is edited where the cursor stands: what comes after it is a note of its own, and is chosen.
    pub(super) fn split(&mut self, shared: &mut Shared) {
        let Some(editing) = &self.editing else { return };
        let Some(note) = editing.note else { return shared.say(Weight::News, say!("split-kept-first")) };
        let at = editing.line.text().char_indices().nth(editing.line.cursor()).map_or(editing.line.text().len(), |(at, _)| at);
        let (first, rest) = editing.line.text().split_at(at);
        let (_, text) = shared.session().map_or_else(Default::default, |session| session.heard_in(first));
        let (text, rest) = (text.to_owned(), rest.to_owned());
        let fresh = shared.session().map(Session::next_note);
        if shared.ask(Command::Listening(Listening::Split { note, text, rest })) {
            (self.editing, self.chosen) = (None, fresh);
            let key = shared.key(A::Undo);
            shared.say(Weight::News, say!("note-split", key = key));
        }
    }

    /// The chosen note lies where the playhead is.
    pub(super) fn put_at(&mut self, head: Position, shared: &mut Shared) {
        self.revise(|note| (note.kind, head), shared);
    }

    /// Lists notes that were taken back as well, or no more.
    pub(super) fn show_taken_back(&mut self, shared: &mut Shared) {
        let before = self.listed(shared);
        let count = shared.session().map_or(0, |session| session.taken_back().len());
        self.shows = match self.shows {
            Shows::Standing if count > 0 => Shows::All,
            Shows::Standing | Shows::All => Shows::Standing,
        };
        let text = match self.shows {
            Shows::All => say!("taken-back-listed", count = count, key = shared.key(A::Strike)),
            Shows::Standing if count > 0 => say!("taken-back-unlisted"),
            Shows::Standing => say!("nothing-taken-back"),
        };
        shared.say(Weight::News, text);
        self.stay(&before, shared);
    }

    /// Whether the chosen note was taken back.
    pub(super) fn is_at_taken_back(&self, shared: &Shared) -> bool {
        shared.session().is_some_and(|session| session.taken_back().iter().any(|note| Some(note.id) == self.chosen))
    }

    /// Brings the chosen note back, if it was taken back; whether it was.
    pub(super) fn bring_back(&mut self, shared: &mut Shared) -> bool {
        let Some(note) = self.chosen.filter(|_| self.is_at_taken_back(shared)) else { return false };
        if shared.ask(Command::Listening(Listening::BringBack(note))) {
            shared.say(Weight::News, say!("brought-back"));
        }
        true
    }

    /// Says how one had asked what is heard there; the same once more takes it back.
    pub(super) fn asked_so(&mut self, action: A, shared: &mut Shared) {
        let Over::Asked(at) = std::mem::take(&mut self.over) else { return };
        let Some((_, is)) = WAYS.into_iter().find(|(key, _)| *key == action) else { return };
        let near = |(there, was): &(Position, Phrasing)| *was == is && there.millis().abs_diff(at.millis()) <= NEAR_MS;
        let before = shared.session().and_then(|session| session.own_questions().find(near));
        let (at, stands) = before.map_or((at, Stands::Stands), |(there, _)| (there, Stands::TakenBack));
        if shared.ask(Command::Listening(Listening::Asked(OwnQuestion { at, is, stands }))) {
            let count = shared.session().map_or(0, |session| session.own_questions().filter(|(_, one)| *one == is).count());
            let what = is.words();
            let text = match stands {
                Stands::Stands => say!("asked-so-marked", what = what, at = at.to_string(), count = count),
                Stands::TakenBack => say!("asked-so-unmarked", what = what, at = at.to_string()),
            };
            shared.say(Weight::News, text);
        }
    }

    /// At the codes of a note.
    pub(super) fn code(&mut self, action: A, shared: &mut Shared) {
        let Over::Codes(coding) = &mut self.over else { return };
        let stays = match action {
            A::NextCode | A::PreviousCode => {
                coding.step(if action == A::NextCode { Step::Next } else { Step::Previous }, shared);
                Stays::Here
            }
            A::TakeCode => coding.take(shared),
            _ => Stays::Done,
        };
        if stays == Stays::Done {
            self.over = Over::Nothing;
        }
    }
}

impl Editing {
    /// Its earlier versions, the latest first, where there are any.
    pub(crate) fn earlier(&self, session: &Session) -> Vec<String> {
        let note = self.note.and_then(|id| session.note(id));
        note.map_or_else(Vec::new, |note| note.revisions.iter().rev().map(|was| was.text.clone()).collect())
    }
}
