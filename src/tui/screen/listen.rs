//! Listening back: notes and audio together.
//!
//! Going to a note plays from a few seconds before it, because people write late. Notes can be edited, moved, given another kind, taken
//! back, and added at the moment that is playing; every version stays in the journal.

use std::time::Duration;

use crate::domain::agenda;
use crate::domain::agenda::Part;
use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::event::Event;
use crate::domain::guide::Id;
use crate::domain::note::Draft;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::note::Revision;
use crate::domain::seats::Table;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::time::Position;
use crate::domain::undo::UndoWay;
use crate::domain::withheld::What;
use crate::domain::withheld::Withheld;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::line::Line;
use crate::tui::notice::Weight;
use crate::tui::playback::Playback;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::listen::following::Following;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Reopening;
use crate::tui::shared::Shared;
use crate::tui::shared::Telling;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

mod following;
mod playing;

/// How far one step moves a note.
const NUDGE: Duration = Duration::from_millis(500);

/// A note that is being edited, or written anew.
#[derive(Debug)]
pub struct Editing {
    /// Which note; nothing for a new one.
    pub note: Option<NoteId>,
    /// Its text.
    pub line: Line,
    /// Its kind.
    pub kind: NoteKind,
    /// Its position.
    pub position: Position,
    /// Its text and kind before.
    was: (String, NoteKind),
}

impl Editing {
    /// Of a group, the line says in front of the words whose they are.
    fn of(note: &Note, table: Option<&Table>) -> Self {
        let line = note.line(table);
        let was = (line.clone(), note.kind);
        Self { note: Some(note.id), line: Line::holding(line), kind: note.kind, position: note.position, was }
    }

    fn anew(position: Position) -> Self {
        Self { note: None, line: Line::default(), kind: NoteKind::default(), position, was: (String::new(), NoteKind::default()) }
    }

    /// Whether there is something to lose. A line without words is nothing, of whatever kind it was to be.
    fn is_worth_keeping(&self) -> bool {
        let text = self.line.text().trim();
        !text.is_empty() && (text, self.kind) != (self.was.0.trim(), self.was.1)
    }
}

/// Where one came from to listen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum From {
    /// The list, or wherever.
    #[default]
    Elsewhere,
    /// The end screen.
    Ends,
}

/// The listening screen's own state.
#[derive(Debug, Default)]
pub struct ListeningBack {
    chosen: Option<NoteId>,
    /// Whether nobody has gone to a note yet: then the way down begins with the first.
    untouched: bool,
    editing: Option<Editing>,
    /// Where one came from, and goes back to.
    from: From,
    /// Edits that were put aside, the last one on top.
    aside: PutAside<Editing>,
    /// What of the sound the choice follows.
    following: Following,
}

impl ListeningBack {
    /// The screen on the session that is open, where it was left.
    pub(crate) fn enter(shared: &mut Shared) -> Self {
        let Some(session) = shared.session() else { return Self::default() };
        let (place, notes) = (shared.place(), order(session));
        let untouched = place.note.is_none();
        let chosen = place.note.filter(|note| notes.contains(note)).or(notes.first().copied());
        shared.playback = Playback::paused(place.head.min(session.timeline().end()));
        shared.reopening = Reopening::Here;
        let from = if place.is_heard_for_end { From::Ends } else { From::Elsewhere };
        shared.keep_place(|place| place.is_heard_for_end = false);
        Self { chosen, untouched, from, ..Self::default() }
    }

    /// The chosen note.
    pub fn chosen(&self) -> Option<NoteId> {
        self.chosen
    }

    /// The note being edited.
    pub(crate) fn editing(&self) -> Option<&Editing> {
        self.editing.as_ref()
    }

    /// The chosen note as it is now.
    fn note<'s>(&self, shared: &'s Shared) -> Option<&'s Note> {
        shared.session()?.note(self.chosen?).filter(|n| n.stands())
    }

    /// The notes were `before` and are others now: the same one stays chosen, or its neighbour is.
    fn stay(&mut self, before: &[NoteId], shared: &Shared) {
        if let Some(session) = shared.session() {
            self.chosen = selection::after(before, self.chosen.as_ref(), &order(session));
        }
    }

    fn choose(&mut self, step: Step, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        self.chosen = selection::step(&order(session), self.chosen.as_ref(), step);
        self.go_to_chosen(shared);
    }

    /// Opens `editing`, or what was put aside of the same note.
    fn edit(&mut self, editing: Editing, shared: &mut Shared) {
        if shared.phase() == Some(Phase::Reviewed) {
            return shared.refuse(&Refusal::IsReviewed);
        }
        let again = self.aside.take(|e| e.note.is_some() && e.note == editing.note);
        self.chosen = editing.note.or(self.chosen);
        self.editing = Some(again.unwrap_or(editing));
    }

    /// Takes back what was done last on this screen: a step, or putting an edit aside.
    fn undo(&mut self, shared: &mut Shared) {
        let Some(sitting) = &shared.sitting else { return };
        if self.editing.is_some() {
            return shared.says_a_line_is_written(action::Listen::Keep, action::Listen::PutAside);
        }
        match self.aside.take_since(sitting.last_step(), |e| stands(&sitting.session, e)) {
            Some(editing) => self.edit(editing, shared),
            None => self.go_to_what_came(UndoWay::Back, shared),
        }
    }

    fn redo(&mut self, shared: &mut Shared) {
        if self.editing.is_some() {
            return shared.says_a_line_is_written(action::Listen::Keep, action::Listen::PutAside);
        }
        self.go_to_what_came(UndoWay::Again, shared);
    }

    /// Takes a step back or does it once more, and goes to the note it is about.
    fn go_to_what_came(&mut self, way: UndoWay, shared: &mut Shared) {
        let before = shared.session().map(order).unwrap_or_default();
        let by = shared.step(way, Telling::Openly, action::Listen::Redo);
        self.stay(&before, shared);
        if let Some(Event::NoteStruck { note } | Event::NoteRestored { note } | Event::NoteRevised { note, .. }) = by
            && shared.session().and_then(|s| s.note(note)).is_some_and(|n| n.stands())
        {
            self.chosen = Some(note);
        }
    }

    fn finish(&mut self, shared: &mut Shared) {
        // Once it is reviewed, nothing that was put aside could be written any more.
        if shared.session().is_some_and(|s| s.decide(Command::FinishReview).is_ok()) {
            self.keep_edits(shared);
        }
        if shared.ask(Command::FinishReview) {
            shared.say(Weight::News, say!("listened-back"));
        }
    }

    /// A note that is being written is kept as Enter would keep it, because words on the screen look kept. What was put aside is written
    /// and taken back at once: the journal has it, nobody else.
    fn keep_edits(&mut self, shared: &mut Shared) {
        let (note, head) = (self.chosen, shared.head());
        let (editing, aside) = (self.editing.take(), self.aside.drain());
        shared.keep_place(|place| (place.note, place.head) = (note, head));
        shared.want(Effect::KeepHead(head));
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

    fn revise(&self, change: impl FnOnce(&Note) -> (NoteKind, Position), shared: &mut Shared) {
        let Some(note) = self.note(shared) else { return };
        let (kind, position) = change(note);
        let command = Command::ReviseNote { note: note.id, into: Revision { kind, position, ..note.version() } };
        shared.ask(command);
    }

    fn strike(&mut self, shared: &mut Shared) {
        let Some(note) = self.note(shared).map(|n| n.id) else { return };
        let before = shared.session().map(order).unwrap_or_default();
        if shared.ask(Command::StrikeNote { note }) {
            self.stay(&before, shared);
            let key = shared.key(action::Listen::Undo);
            shared.say(Weight::News, say!("taken-back-key", key = key));
        }
    }

    /// They do not want this note to be used.
    fn leave_out(&mut self, shared: &mut Shared) {
        let Some(note) = self.note(shared).map(|n| n.id) else { return };
        let before = shared.session().map(order).unwrap_or_default();
        if shared.ask(Command::Withhold { what: What::Note(note), reason: String::new() }) {
            self.stay(&before, shared);
            let place = shared.session().and_then(|s| s.withholding().now().last().map(Withheld::place)).unwrap_or_default();
            let key = shared.key(action::Listen::Undo);
            shared.say(Weight::News, say!("left-out", place = place, notes = 1_usize, key = key));
        }
    }

    fn put_aside(&mut self, shared: &mut Shared) {
        if let Some(editing) = self.editing.take().filter(Editing::is_worth_keeping) {
            self.aside.put(editing, shared.journal_lines());
            let key = shared.key(action::Listen::Undo);
            shared.say(Weight::News, say!("edit-aside", key = key));
        }
    }

    fn keep(&mut self, editing: Editing, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        let (fresh, command) = (session.next_note(), command(session, &editing));
        if shared.ask(command) {
            self.chosen = editing.note.or(Some(fresh));
        } else {
            self.editing = Some(editing);
        }
    }
}

impl Face for ListeningBack {
    fn contexts(&self) -> Vec<Context> {
        if self.editing.is_some() { vec![Context::Editing, Context::Listen] } else { vec![Context::Listen] }
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        use action::Listen as A;
        let action = match action {
            Action::Listen(action) => action,
            Action::Playing(action) => {
                self.plays(action, shared);
                return Go::Nowhere;
            }
            _ => return Go::Nowhere,
        };
        let by_note = matches!(action, A::NextQuestion | A::PreviousQuestion | A::NextTurn | A::PreviousTurn | A::Loop);
        let needs_note =
            by_note || matches!(action, A::Edit | A::NextKind | A::Earlier | A::Later | A::Strike | A::LeaveOut | A::Up | A::Down);
        let has_none = self.note(shared).is_none() && shared.session().is_some_and(|s| s.notes().next().is_none());
        if needs_note && has_none {
            let key = shared.key(A::NewNote);
            shared.say(Weight::News, say!("no-note-yet", key = key));
            return Go::Nowhere;
        }
        let head = shared.head();
        let untouched = self.untouched;
        self.untouched &= matches!(action, A::PlayOrPause | A::Back5 | A::Forward5 | A::FinishReview | A::Reopen);
        match action {
            A::PlayOrPause | A::Back5 | A::Forward5 | A::Loop => self.plays_here(action, shared),
            A::NextQuestion | A::PreviousQuestion | A::NextTurn | A::PreviousTurn => self.goes_by_note(action, shared),
            // Nobody has gone anywhere yet: the first that is gone to is the one that is lit.
            A::Down if untouched => self.go_to_chosen(shared),
            A::Down => self.choose(Step::Next, shared),
            A::Up => self.choose(Step::Previous, shared),
            A::Edit => {
                if let Some(note) = self.note(shared).map(|note| Editing::of(note, shared.session().and_then(Session::table))) {
                    self.edit(note, shared);
                }
            }
            A::NewNote => self.edit(Editing::anew(head), shared),
            A::NextKind => self.revise(|note| (note.kind.next(), note.position), shared),
            A::Earlier => self.revise(|note| (note.kind, note.position.back(NUDGE)), shared),
            A::Later => self.revise(|note| (note.kind, note.position.forward(NUDGE)), shared),
            // It lies over the screen, and whoever lays things there sees to it.
            A::Guide => {}
            A::Strike => self.strike(shared),
            A::LeaveOut => self.leave_out(shared),
            A::Undo => self.undo(shared),
            A::Redo => self.redo(shared),
            A::FinishReview => self.finish(shared),
            A::Reopen => {
                if shared.ask(Command::Reopen) {
                    shared.say(Weight::News, say!("reopened"));
                }
            }
            A::Statements => return Go::Statements,
            A::Keep => {
                if let Some(editing) = self.editing.take() {
                    self.keep(editing, shared);
                }
            }
            A::NextKindOfEdit => {
                if let Some(editing) = &mut self.editing {
                    editing.kind = editing.kind.next();
                }
            }
            A::PutAside => self.put_aside(shared),
        }
        Go::Nowhere
    }

    /// Here a question is chosen only to say that the note belongs there.
    fn go_to(&mut self, part: Part, shared: &mut Shared) {
        self.belongs(part, shared);
    }

    fn belongs(&mut self, part: Part, shared: &mut Shared) {
        let Some(note) = self.note(shared) else {
            let key = shared.key(action::Listen::NewNote);
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

    fn write(&mut self, chord: Chord, _: &mut Shared) -> Go {
        if let Some(editing) = &mut self.editing {
            editing.line.edit(chord);
        }
        Go::Nowhere
    }

    fn paste(&mut self, text: &str, _: &mut Shared) -> Option<String> {
        self.editing.as_mut()?.line.paste(text)
    }

    fn choices(&self, shared: &Shared) -> usize {
        shared.session().map_or(0, |session| session.notes().count())
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        (self.chosen, self.untouched) = (order(session).get(nth).copied(), false);
        self.go_to_chosen(shared);
    }

    fn back(&mut self, _: &mut Shared) -> Go {
        match self.from {
            From::Elsewhere => Go::Home,
            From::Ends => Go::Ends,
        }
    }

    fn esc(&self) -> Esc {
        if self.editing.is_some() { Esc::PutsAway } else { Esc::Leads }
    }

    fn moves(&self, shared: &Shared) -> bool {
        shared.playback.is_playing()
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        use action::Listen as A;
        let action = match bind.does {
            Action::Listen(action) => action,
            // The keys of the screen do the same while nothing is written.
            Action::Playing(_) if self.editing.is_none() => return 9,
            _ => return bind.rank,
        };
        let is_reviewed = shared.phase() == Some(Phase::Reviewed);
        let has_notes = shared.session().is_some_and(|s| s.notes().next().is_some());
        match action {
            // What was reviewed is not changed before it is open again.
            A::Edit | A::NewNote | A::NextKind if is_reviewed => 9,
            A::Reopen if is_reviewed => 5,
            A::Down | A::Edit | A::NextKind if !has_notes => 9,
            A::NextTurn if shared.session().is_none_or(|session| session.table().is_none()) => 9,
            _ => bind.rank,
        }
    }

    fn label(&self, action: Action, shared: &Shared) -> Option<Message> {
        let plays = [action::Listen::PlayOrPause.into(), action::Playing::PlayOrPause.into()].contains(&action);
        (plays && shared.playback.is_playing()).then(|| message!("label-pause"))
    }

    fn turn(&mut self, shared: &mut Shared) {
        self.follow(shared);
    }

    fn leave(&mut self, _: Leaving, shared: &mut Shared) {
        shared.reopening = Reopening::Elsewhere;
        shared.go_round(None);
        self.keep_edits(shared);
    }
}

/// The notes as they are listed.
fn order(session: &Session) -> Vec<NoteId> {
    session.notes_by_position().into_iter().map(|n| n.id).collect()
}

/// Whether the note of `editing` is still there to be edited.
fn stands(session: &Session, editing: &Editing) -> bool {
    editing.note.is_none_or(|id| session.note(id).is_some_and(Note::stands))
}

/// What keeps `editing`.
fn command(session: &Session, editing: &Editing) -> Command {
    let text = editing.line.text().trim().to_owned();
    let (kind, position) = (editing.kind, editing.position);
    match editing.note {
        Some(note) => {
            let question = session.note(note).and_then(|note| note.question.clone());
            Command::ReviseNote { note, into: Revision { kind, text, position, question } }
        }
        None => {
            // Stamped where the playhead was: nothing was heard live, so nothing is taken off for reacting.
            let stamp = NoteStamp { raw: editing.position, reaction_ms: 0 };
            let question = question_at(session.notes_by_position(), editing.position);
            Command::AddNote(Draft { kind: editing.kind, text, stamp, question, off_record: false, revises: None })
        }
    }
}

/// The question a late note belongs to: that of the note before it.
fn question_at(notes: Vec<&Note>, at: Position) -> Option<Id> {
    notes.into_iter().rev().find(|n| n.position <= at).and_then(|n| n.question.clone())
}
