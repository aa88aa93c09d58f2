//! What is done with the notes while listening back beside writing and changing them: joined, split, put where the sound is, brought back,
//! coded, put on the shelf; and how one had asked.

use crate::domain::agenda;
use crate::domain::agenda::Part;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::listened::Listening;
use crate::domain::listened::OwnQuestion;
use crate::domain::listened::Phrasing;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::Revision;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::domain::undo::UndoWay;
use crate::domain::withheld::What;
use crate::tui::keymap::action::Listen as A;
use crate::tui::notice::Weight;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::listen::Over;
use crate::tui::screen::listen::Shows;
use crate::tui::screen::listen::coding::Stays;
use crate::tui::screen::listen::editing::Editing;
use crate::tui::screen::listen::editing::command;
use crate::tui::screen::listen::editing::stands;
use crate::tui::screen::listen::shelf;
use crate::tui::screen::listen::transcript;
use crate::tui::screen::listen::transcript::Place;
use crate::tui::screen::listen::transcript::Quotable;
use crate::tui::screen::listen::zoom::Zoom;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::tui::shared::Telling;
use crate::words::say;

/// The ways of asking, each with the key that says so, in the order of the row.
pub(crate) const WAYS: [(A, Phrasing); 3] =
    [(A::AskedLeading, Phrasing::Leading), (A::AskedClosed, Phrasing::Closed), (A::AskedDouble, Phrasing::Double)];

/// How near two moments are one: the same question is marked once, wherever within it the key was pressed.
const NEAR_MS: u64 = 1_500;

impl ListeningBack {
    /// Whether the key is for a note and there is none it could be for, which is said.
    pub(super) fn lacks_a_note(&self, action: A, shared: &mut Shared) -> bool {
        let of_a_note = action == A::Shelve && self.words.place == Place::Beside;
        let by_note = of_a_note || matches!(action, A::NextQuestion | A::PreviousQuestion | A::NextTurn | A::PreviousTurn | A::Loop);
        let needs_note = by_note
            || matches!(
                action,
                A::Edit
                    | A::NextKind
                    | A::Earlier
                    | A::Later
                    | A::Strike
                    | A::LeaveOut
                    | A::Up
                    | A::Down
                    | A::Codes
                    | A::Join
                    | A::PutHere
                    | A::Clip
            );
        let has_none = self.note(shared).is_none() && shared.session().is_some_and(|s| s.notes().next().is_none());
        if needs_note && has_none {
            let key = shared.key(A::NewNote);
            shared.say(Weight::News, say!("no-note-yet", key = key));
            return true;
        }
        let is_meant = matches!(action, A::Up | A::Down | A::Strike) || action == A::Loop && shared.playback.around().is_some();
        if needs_note && !is_meant && self.is_at_taken_back(shared) {
            let key = shared.key(A::Strike);
            shared.say(Weight::News, say!("is-taken-back", key = key));
            return true;
        }
        false
    }

    pub(super) fn strike(&mut self, shared: &mut Shared) {
        if self.bring_back(shared) {
            return;
        }
        let Some(note) = self.note(shared).map(|n| n.id) else { return };
        let before = self.listed(shared);
        if shared.ask(Command::StrikeNote { note }) {
            self.stay(&before, shared);
            let key = shared.key(A::Undo);
            shared.say(Weight::News, say!("taken-back-key", key = key));
        }
    }

    /// They do not want this note to be used, once the key says so twice: after this sitting only they lift it.
    pub(super) fn leave_out(&mut self, shared: &mut Shared) {
        let here = |note: &Note| (note.id, note.position.to_string());
        let Some((note, at)) = self.note(shared).map(here) else { return };
        if !shared.means_it(A::LeaveOut, |again| say!("leave-out-note-again", at = &*at, again = again.clone())) {
            self.asked_about = Some(note);
            return;
        }
        // The one that was asked about: the choice may have gone on with the sound since.
        let asked = self.asked_about.take().and_then(|asked| shared.session()?.note(asked).filter(|note| note.stands()).map(here));
        let (note, at) = asked.unwrap_or((note, at));
        let before = self.listed(shared);
        if shared.ask(Command::Withhold { what: What::Note(note), reason: String::new() }) {
            shared.go_round(None);
            self.stay(&before, shared);
            let key = shared.key(A::Undo);
            let left = shared.session().and_then(|s| s.withholding().now().last().map(|one| s.left_before_it(one).len())).unwrap_or(0);
            let left = if left > 0 { say!("left-out-left-before", count = left) } else { String::new() };
            shared.say(Weight::News, format!("{}{left}", say!("left-out-note", at = at, key = key)));
        }
    }

    /// Begins to put what is chosen on the shelf; what lies there is taken off.
    pub(super) fn shelve(&mut self, shared: &mut Shared) {
        let instead = self.words.place == Place::Instead;
        let chosen = if instead { transcript::quotable(shared) } else { self.note(shared).map(|note| Quotable::Note(note.id)) };
        let (note, fresh) = match chosen {
            Some(Quotable::Note(note)) => (note, None),
            Some(Quotable::Fresh(draft)) => (shared.session().map_or(NoteId(0), Session::next_note), Some(draft)),
            None => return,
        };
        if fresh.is_none() {
            self.chosen = Some(note);
        }
        if let Some(of) = shelf::begun(note, fresh, shared) {
            self.over = Over::Shelf(Box::new(of));
        }
    }

    /// What is written lies on the shelf from now on; where it is refused, the line stays.
    pub(super) fn keep_quote(&mut self, shared: &mut Shared) {
        let Over::Shelf(of) = &self.over else { return };
        if let Some(note) = shelf::kept(of, shared) {
            (self.over, self.chosen) = (Over::Nothing, Some(note));
        }
    }

    pub(super) fn put_aside(&mut self, shared: &mut Shared) {
        if let Some(editing) = self.editing.take().filter(Editing::is_worth_keeping) {
            self.aside.put(editing, shared.journal_lines());
            let key = shared.key(A::Undo);
            shared.say(Weight::News, say!("edit-aside", key = key));
        }
    }

    pub(super) fn keep(&mut self, editing: Editing, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        let (fresh, command) = (session.next_note(), command(session, &editing));
        if shared.ask(command) {
            self.chosen = editing.note.or(Some(fresh));
        } else {
            self.editing = Some(editing);
        }
    }
    /// A note that is being written is kept as Enter would keep it, because words on the screen look kept. What was put aside is written
    /// and taken back at once: the journal has it, nobody else.
    pub(super) fn keep_edits(&mut self, shared: &mut Shared) {
        let (note, head) = (self.chosen, shared.head());
        let (editing, aside) = (self.editing.take(), self.aside.drain());
        shared.keep_place(|place| (place.note, place.head) = (note, head));
        shared.keep_left(Some(head));
        for editing in aside {
            let Some(session) = shared.session().filter(|s| stands(s, &editing)) else { continue };
            let back = match editing.note.and_then(|id| session.note(id)) {
                None => Command::StrikeNote { note: session.next_note() },
                // As it was, and what was put aside is a version of it.
                Some(note) => Command::ReviseNote { note: note.id, into: note.version() },
            };
            let command = command(session, &editing);
            if shared.ask(command) {
                shared.ask(back);
            }
        }
        if let Some(editing) = editing.filter(Editing::is_worth_keeping) {
            self.keep(editing, shared);
        }
    }

    /// Shows so much of the session from now on, and says how much; where that is what is shown already, `end` says so.
    pub(super) fn zoomed(&mut self, zoom: Zoom, end: String, shared: &mut Shared) {
        let is_same = zoom == self.zoom;
        self.zoom = zoom;
        let (from, to) = self.window(shared.head(), shared.session().map_or(Position::START, |session| session.timeline().end()));
        let shows = || say!("zoom-shows", from = from.to_string(), to = to.to_string());
        shared.say(Weight::News, if is_same { end } else { shows() });
    }

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

    /// Takes a step back or does it once more, and goes to the note it is about.
    pub(super) fn go_to_what_came(&mut self, way: UndoWay, shared: &mut Shared) {
        let before = self.listed(shared);
        let by = shared.step(way, Telling::Openly, A::Redo);
        self.stay(&before, shared);
        let left_out = |id| {
            shared.session()?.withholding().get(id).and_then(|one| if let Some(What::Note(note)) = one.what { Some(note) } else { None })
        };
        let about = match by {
            Some(Event::NoteStruck { note } | Event::NoteRestored { note } | Event::NoteRevised { note, .. }) => Some(note),
            Some(Event::QuoteShelved(shelved)) => Some(shelved.note),
            Some(Event::WithheldLifted(lifted)) => left_out(lifted.id),
            _ => None,
        };
        if let Some(note) = about
            && shared.session().and_then(|s| s.note(note)).is_some_and(|n| n.stands())
        {
            self.chosen = Some(note);
        }
    }

    /// Splits the note that is edited where the cursor stands: what comes after it is a note of its own, and is chosen.
    pub(super) fn split(&mut self, shared: &mut Shared) {
        let Some(editing) = &self.editing else { return };
        // Of another kind it is another note before it is two.
        let kind = editing.note.and_then(|id| shared.session()?.note(id)).map(|note| note.kind);
        let Some(note) = editing.note.filter(|_| kind == Some(editing.kind)) else {
            return shared.say(Weight::News, say!("split-kept-first"));
        };
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

    /// Puts the chosen note under the question at `part`.
    pub(super) fn put_under(&mut self, part: Part, shared: &mut Shared) {
        let Some(note) = self.note(shared) else {
            let key = shared.key(A::NewNote);
            return shared.say(Weight::News, say!("no-note-yet", key = key));
        };
        let there = shared.session().and_then(|session| agenda::question(session, part));
        let Some((id, label)) = there.map(|question| (question.id.clone(), question.label().trim().to_owned())) else { return };
        let (id, stands) = (Some(id), note.question.as_ref());
        let command = (stands != id.as_ref())
            .then(|| Command::ReviseNote { note: note.id, into: Revision { question: id.clone(), ..note.version() } });
        if command.is_none_or(|command| shared.ask(command)) {
            shared.say(Weight::News, say!("note-belongs", question = label));
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
        // The key that brings back finds one: that which is nearest.
        if self.shows == Shows::All
            && !self.is_at_taken_back(shared)
            && let Some(session) = shared.session()
        {
            let here = self.note(shared).map_or(shared.head(), |note| note.position).millis();
            let nearest = session.taken_back().into_iter().min_by_key(|note| note.position.millis().abs_diff(here)).map(|note| note.id);
            self.chosen = nearest.or(self.chosen);
        }
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
            _ if coding.asks_about_a_code() => {
                coding.says_no_more(shared);
                Stays::Here
            }
            _ => Stays::Done,
        };
        if stays == Stays::Done {
            self.over = Over::Nothing;
        }
    }
}
