//! Listening back: notes and audio together.
//!
//! Going to a note plays from a few seconds before it, because people write late. Notes can be edited, moved, given another kind, taken
//! back, and added at the moment that is playing; every version stays in the journal.

use std::time::Duration;

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::event::Event;
use crate::domain::note::Draft;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::session::Phase;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::undo::UndoWay;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::line::Line;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::screen::statements;
use crate::tui::shared::Shared;
use crate::tui::shared::Telling;
use crate::tui::sitting::Sitting;

/// How far before a note playing starts.
pub const LEAD_IN: Duration = Duration::from_secs(4);

/// How far one step of the arrows goes.
const STEP: Duration = Duration::from_secs(5);

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
    fn of(note: &Note) -> Self {
        let was = (note.text.clone(), note.kind);
        Self { note: Some(note.id), line: Line::holding(note.text.clone()), kind: note.kind, position: note.position, was }
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

/// The listening screen's own state.
#[derive(Debug, Default)]
pub struct Listen {
    chosen: Option<NoteId>,
    editing: Option<Editing>,
    /// Edits that were put aside, the last one on top.
    aside: PutAside<Editing>,
    playing: bool,
    at: Position,
}

impl Listen {
    /// The chosen note.
    pub fn chosen(&self) -> Option<NoteId> {
        self.chosen
    }

    /// The note being edited.
    pub fn editing(&self) -> Option<&Editing> {
        self.editing.as_ref()
    }

    /// Whether something plays.
    pub fn is_playing(&self) -> bool {
        self.playing
    }

    /// Where playing would start, or where it is according to `playing`.
    pub fn head(&self, playing: Option<Position>) -> Position {
        if self.playing { playing.unwrap_or(self.at) } else { self.at }
    }

    pub(crate) fn is_writing(&self) -> bool {
        self.editing.is_some()
    }

    pub(crate) fn paste(&mut self, text: &str) -> Option<String> {
        self.editing.as_mut()?.line.paste(text)
    }
}

/// Opens the screen on the session that is open.
pub fn enter(model: &mut Model) {
    let Some(session) = model.session() else { return };
    let (place, notes) = (model.shared.place(), order(session));
    let chosen = place.note.filter(|note| notes.contains(note)).or(notes.first().copied());
    let at = place.head.min(session.timeline().end());
    model.screen = Screen::Listen(Listen { chosen, at, ..Listen::default() });
}

/// The notes as they are listed.
fn order(session: &Session) -> Vec<NoteId> {
    session.notes_by_position().into_iter().map(|n| n.id).collect()
}

/// The notes were `before` and are others now: the same one stays chosen, or its neighbour is.
fn stay(model: &mut Model, before: &[NoteId]) {
    if let Model { screen: Screen::Listen(listen), shared: Shared { sitting: Some(sitting), .. }, .. } = model {
        listen.chosen = selection::after(before, listen.chosen.as_ref(), &order(&sitting.session));
    }
}

pub(crate) fn act(model: &mut Model, action: Action) {
    let playing = model.shared.gauges.last.playing;
    let needs_note =
        matches!(action, Action::Edit | Action::NextKind | Action::Earlier | Action::Later | Action::Strike | Action::Up | Action::Down);
    if needs_note && chosen(model).is_none() && model.session().is_some_and(|s| s.notes().next().is_none()) {
        return model.shared.say(Weight::News, "there is no note yet: n writes one");
    }
    let Screen::Listen(listen) = &mut model.screen else { return };
    let head = listen.head(playing);
    match action {
        Action::PlayOrPause if listen.playing => {
            (listen.at, listen.playing) = (head, false);
            model.shared.want(Effect::Halt);
        }
        Action::PlayOrPause => play(model, head),
        Action::Back5 => seek(model, head.back(STEP)),
        Action::Forward5 => seek(model, head.forward(STEP)),
        Action::Down => choose(model, Step::Next),
        Action::Up => choose(model, Step::Previous),
        Action::Edit => {
            let Some(note) = chosen(model).map(Editing::of) else { return };
            edit(model, note);
        }
        Action::NewNote => edit(model, Editing::anew(head)),
        Action::NextKind => revise(model, |note| (note.kind.next(), note.position)),
        Action::Earlier => revise(model, |note| (note.kind, note.position.back(NUDGE))),
        Action::Later => revise(model, |note| (note.kind, note.position.forward(NUDGE))),
        Action::Strike => strike(model),
        Action::Undo => undo(model),
        Action::Redo => redo(model),
        Action::FinishReview => finish(model),
        Action::Reopen if model.shared.ask(Command::Reopen) => model.shared.say(Weight::News, "open for changes again"),
        Action::Statements => {
            keep_edits(model);
            model.shared.notices.elsewhere();
            model.shared.want(Effect::Halt);
            statements::enter(model);
        }
        _ => {}
    }
}

/// Playing stopped by itself.
pub(crate) fn played(model: &mut Model, how: Result<(), String>) {
    let playing = model.shared.gauges.last.playing;
    match &mut model.screen {
        Screen::Listen(listen) => {
            listen.at = listen.head(playing);
            listen.playing = false;
        }
        Screen::Statements(statements) => statements.stopped(),
        Screen::Home(_) | Screen::Setup(_) | Screen::Interview(_) => {}
    }
    if let Err(why) = how {
        model.shared.tell(Subject::Playback, Weight::Warning, why);
    }
}

fn chosen(model: &Model) -> Option<&Note> {
    match &model.screen {
        Screen::Listen(listen) => model.session()?.note(listen.chosen?).filter(|n| !n.struck),
        _ => None,
    }
}

fn play(model: &mut Model, at: Position) {
    model.shared.notices.over(Subject::Playback);
    let end = model.session().map_or(Position::START, |s| s.timeline().end());
    let Screen::Listen(listen) = &mut model.screen else { return };
    let at = if at >= end { Position::START } else { at };
    (listen.at, listen.playing) = (at, true);
    model.shared.want(Effect::Play(at));
}

/// Moves the playhead, and plays on from there if something plays.
fn seek(model: &mut Model, to: Position) {
    let end = model.session().map_or(Position::START, |s| s.timeline().end());
    let Screen::Listen(listen) = &mut model.screen else { return };
    listen.at = to.min(end);
    if listen.playing {
        model.shared.want(Effect::Play(listen.at));
    }
}

fn choose(model: &mut Model, step: Step) {
    let Some(session) = model.session() else { return };
    let notes = order(session);
    let Screen::Listen(listen) = &mut model.screen else { return };
    listen.chosen = selection::step(&notes, listen.chosen.as_ref(), step);
    let Some(position) = chosen(model).map(|note| note.position) else { return };
    play(model, position.back(LEAD_IN));
}

/// Opens `editing`, or what was put aside of the same note.
fn edit(model: &mut Model, editing: Editing) {
    if model.session().is_some_and(|s| s.phase() == Phase::Reviewed) {
        return model.shared.say(Weight::News, Refusal::IsReviewed.to_string());
    }
    if let Screen::Listen(listen) = &mut model.screen {
        let again = listen.aside.take(|e| e.note.is_some() && e.note == editing.note);
        listen.chosen = editing.note.or(listen.chosen);
        listen.editing = Some(again.unwrap_or(editing));
    }
}

/// Whether the note of `editing` is still there to be edited.
fn stands(session: &Session, editing: &Editing) -> bool {
    editing.note.is_none_or(|id| session.note(id).is_some_and(|n| !n.struck))
}

/// Takes back what was done last on this screen: a step, or putting an edit aside.
fn undo(model: &mut Model) {
    let Model { screen: Screen::Listen(listen), shared: Shared { sitting: Some(sitting), .. }, .. } = model else { return };
    if listen.editing.is_some() {
        return model.shared.says_a_line_is_written();
    }
    match listen.aside.take_since(sitting.last_step(), |e| stands(&sitting.session, e)) {
        Some(editing) => edit(model, editing),
        None => go_to_what_came(model, UndoWay::Back),
    }
}

fn redo(model: &mut Model) {
    if matches!(&model.screen, Screen::Listen(listen) if listen.editing.is_some()) {
        return model.shared.says_a_line_is_written();
    }
    go_to_what_came(model, UndoWay::Again);
}

/// Takes a step back or does it once more, and goes to the note it is about.
fn go_to_what_came(model: &mut Model, way: UndoWay) {
    let before = model.session().map(order).unwrap_or_default();
    let by = model.shared.step(way, Telling::Openly);
    stay(model, &before);
    if let Some(Event::NoteStruck { note } | Event::NoteRestored { note } | Event::NoteRevised { note, .. }) = by
        && let Model { screen: Screen::Listen(listen), shared: Shared { sitting: Some(sitting), .. }, .. } = model
        && sitting.session.note(note).is_some_and(|n| !n.struck)
    {
        listen.chosen = Some(note);
    }
}

fn finish(model: &mut Model) {
    // Once it is reviewed, nothing that was put aside could be written any more.
    if model.session().is_some_and(|s| s.decide(Command::FinishReview).is_ok()) {
        keep_edits(model);
    }
    if model.shared.ask(Command::FinishReview) {
        model.shared.say(Weight::News, "marked as listened back");
    }
}

/// Before this screen is left, or closed from outside: a note that is being written is kept as Enter would keep it, because words on
/// the screen look kept. What was put aside is written and taken back at once: the journal has it, nobody else.
pub(crate) fn keep_edits(model: &mut Model) {
    let playing = model.shared.gauges.last.playing;
    let Screen::Listen(listen) = &mut model.screen else { return };
    let (note, head) = (listen.chosen, listen.head(playing));
    let (editing, aside) = (listen.editing.take(), listen.aside.drain());
    model.shared.keep_place(|place| (place.note, place.head) = (note, head));
    for editing in aside {
        let Some(session) = model.session().filter(|s| stands(s, &editing)) else { continue };
        let back = match editing.note.and_then(|id| session.note(id)) {
            None => Command::StrikeNote { note: session.next_note() },
            // As it was, and what was put aside is a version of it.
            Some(note) => Command::ReviseNote { note: note.id, kind: note.kind, text: note.text.clone(), position: note.position },
        };
        if model.shared.ask(command(model, &editing)) {
            model.shared.ask(back);
        }
    }
    if let Some(editing) = editing.filter(Editing::is_worth_keeping) {
        keep(model, editing);
    }
}

fn revise(model: &mut Model, change: impl FnOnce(&Note) -> (NoteKind, Position)) {
    let Some(note) = chosen(model) else { return };
    let (kind, position) = change(note);
    let command = Command::ReviseNote { note: note.id, kind, text: note.text.clone(), position };
    model.shared.ask(command);
}

fn strike(model: &mut Model) {
    let Some(note) = chosen(model).map(|n| n.id) else { return };
    let before = model.session().map(order).unwrap_or_default();
    if model.shared.ask(Command::StrikeNote { note }) {
        stay(model, &before);
        model.shared.say(Weight::News, "taken back; Ctrl-Z brings it back");
    }
}

/// A key for the note that is being edited.
pub(crate) fn write(model: &mut Model, chord: Chord) {
    let after = model.shared.sitting.as_ref().map_or(0, Sitting::lines);
    let Screen::Listen(listen) = &mut model.screen else { return };
    let Some(editing) = &mut listen.editing else { return };
    match chord.key {
        Key::Esc => {
            if let Some(editing) = listen.editing.take().filter(Editing::is_worth_keeping) {
                listen.aside.put(editing, after);
                model.shared.say(Weight::News, "the edit is put aside; Ctrl-Z brings it back");
            }
        }
        Key::Tab => editing.kind = editing.kind.next(),
        Key::Enter => {
            if let Some(editing) = listen.editing.take() {
                keep(model, editing);
            }
        }
        _ => {
            editing.line.edit(chord);
        }
    }
}

fn command(model: &Model, editing: &Editing) -> Command {
    let text = editing.line.text().trim().to_owned();
    match editing.note {
        Some(note) => Command::ReviseNote { note, kind: editing.kind, text, position: editing.position },
        None => {
            // Stamped where the playhead was: nothing was heard live, so nothing is taken off for reacting.
            let stamp = NoteStamp { raw: editing.position, reaction_ms: 0 };
            let question = model.session().and_then(|s| question_at(s.notes_by_position(), editing.position));
            Command::AddNote(Draft { kind: editing.kind, text, stamp, question, off_record: false })
        }
    }
}

fn keep(model: &mut Model, editing: Editing) {
    let fresh = model.session().map(Session::next_note);
    let kept = model.shared.ask(command(model, &editing));
    if let Screen::Listen(listen) = &mut model.screen {
        if kept {
            listen.chosen = editing.note.or(fresh);
        } else {
            listen.editing = Some(editing);
        }
    }
}

/// The question a late note belongs to: that of the note before it.
fn question_at(notes: Vec<&Note>, at: Position) -> Option<crate::domain::guide::Id> {
    notes.into_iter().rev().find(|n| n.position <= at).and_then(|n| n.question.clone())
}
