//! Listening back: notes and audio together.
//!
//! Going to a note plays from a few seconds before it, because people write late. Notes can be edited, moved, given another kind, taken
//! back, and added at the moment that is playing; every version stays in the journal.

use std::time::Duration;

use crate::domain::agenda::Part;
use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::guide::Id;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::note::Revision;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::time::Position;
use crate::domain::undo::UndoWay;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::place::Spot;
use crate::tui::playback::Playback;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::face::CameFrom;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::listen::coding::Coding;
use crate::tui::screen::listen::editing::Editing;
use crate::tui::screen::listen::editing::stands;
use crate::tui::screen::listen::following::Following;
use crate::tui::screen::listen::following::heard_at;
use crate::tui::screen::listen::shelf::ForShelf;
use crate::tui::screen::listen::zoom::Zoom;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Reopening;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

pub(crate) mod coding;
pub(crate) mod editing;
mod following;
mod foot;
pub(crate) mod notes;
mod playing;
pub(crate) mod shelf;
pub(crate) mod transcript;
mod zoom;

/// How far one step moves a note.
const NUDGE: Duration = Duration::from_millis(500);

/// Where one came from to listen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum From {
    /// The list, or wherever.
    #[default]
    Elsewhere,
    /// The end screen.
    Ends,
    /// The member check.
    MemberCheck,
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
    /// How much of the session the strip shows.
    zoom: Zoom,
    /// Whether notes that were taken back are listed, too.
    shows: Shows,
    /// What lies over the list.
    over: Over,
    words: transcript::Words,
    /// What of the sound the choice follows.
    following: Following,
    /// The note of which it was asked whether it is to be left out.
    asked_about: Option<NoteId>,
}

/// Which notes are listed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Shows {
    /// Those that stand.
    #[default]
    Standing,
    /// Those that were taken back as well.
    All,
}

/// What lies over the list of notes.
#[derive(Debug, Default)]
pub(crate) enum Over {
    /// Nothing.
    #[default]
    Nothing,
    /// The codes of a note.
    Codes(Box<Coding>),
    /// What of a note is to lie on the shelf.
    Shelf(Box<ForShelf>),
    /// The row that says how one had asked what is heard here.
    Asked(Position),
}

impl ListeningBack {
    /// The screen on the session that is open, where it was left.
    pub(crate) fn enter(came: CameFrom, shared: &mut Shared) -> Self {
        let Some(session) = shared.session() else { return Self::default() };
        let (place, notes) = (shared.place(), order(session, Shows::Standing));
        let untouched = place.note.is_none() && place.head == Position::START;
        // On another day one goes on from the note that was heard last.
        let there = place.note.or_else(|| heard_at(session, place.head));
        let chosen = there.filter(|note| notes.contains(note)).or(notes.first().copied());
        shared.playback = Playback::paused(place.head.min(session.timeline().end()));
        shared.reopening = Reopening::Here;
        if shared.sitting.as_ref().is_some_and(|sitting| sitting.waveform.is_none()) {
            shared.want(Effect::DrawWaveform);
        }
        let from = match came {
            _ if place.is_heard_for_end => From::Ends,
            CameFrom::MemberCheck => From::MemberCheck,
            CameFrom::Listening | CameFrom::Elsewhere => From::Elsewhere,
        };
        let words = transcript::Words::enter(place.passage, shared);
        shared.keep_place(|place| (place.is_heard_for_end, place.passage) = (false, None));
        Self { chosen, untouched, from, words, ..Self::default() }
    }

    /// From where one goes to the member check: whoever came from there only goes back.
    pub(crate) fn checks_from(&self) -> CameFrom {
        if self.from == From::MemberCheck { CameFrom::Elsewhere } else { CameFrom::Listening }
    }

    /// The chosen note.
    pub fn chosen(&self) -> Option<NoteId> {
        self.chosen
    }

    /// Which notes are listed.
    pub(crate) fn shows(&self) -> Shows {
        self.shows
    }

    /// What lies over the list.
    pub(crate) fn over(&self) -> &Over {
        &self.over
    }

    fn listed(&self, shared: &Shared) -> Vec<NoteId> {
        shared.session().map(|session| order(session, self.shows)).unwrap_or_default()
    }

    /// Where the transcript stands.
    pub(crate) fn transcript_stands(&self) -> transcript::Place {
        self.words.place
    }

    /// The note being edited.
    pub(crate) fn editing(&self) -> Option<&Editing> {
        self.editing.as_ref()
    }

    /// The part of a session that ends at `end` which the strip shows, with the playhead at `at`.
    pub(crate) fn window(&self, at: Position, end: Position) -> (Position, Position) {
        self.zoom.window(at.min(end), end)
    }

    /// The chosen note as it is now.
    fn note<'s>(&self, shared: &'s Shared) -> Option<&'s Note> {
        shared.session()?.note(self.chosen?).filter(|n| n.stands())
    }

    /// The notes were `before` and are others now: the same one stays chosen, or its neighbour is.
    fn stay(&mut self, before: &[NoteId], shared: &Shared) {
        if let Some(session) = shared.session() {
            self.chosen = selection::after(before, self.chosen.as_ref(), &order(session, self.shows));
        }
    }

    fn choose(&mut self, step: Step, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        self.chosen = selection::step(&order(session, self.shows), self.chosen.as_ref(), step);
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

    fn finish(&mut self, shared: &mut Shared) {
        // Once it is reviewed, nothing that was put aside could be written any more.
        if shared.session().is_some_and(|s| s.decide(Command::FinishReview).is_ok()) {
            self.keep_edits(shared);
        }
        if shared.ask(Command::FinishReview) {
            shared.say(Weight::News, say!("listened-back"));
        }
    }

    fn revise(&self, change: impl FnOnce(&Note) -> (NoteKind, Position), shared: &mut Shared) {
        let Some(note) = self.note(shared) else { return };
        let (kind, position) = change(note);
        let command = Command::ReviseNote { note: note.id, into: Revision { kind, position, ..note.version() } };
        shared.ask(command);
    }
}

impl Face for ListeningBack {
    fn contexts(&self) -> Vec<Context> {
        match self.over {
            Over::Codes(_) => return vec![Context::Coding, Context::Listen],
            Over::Shelf(_) => return vec![Context::Shelving, Context::Listen],
            Over::Asked(_) => return vec![Context::AskedSo, Context::Listen],
            Over::Nothing => {}
        }
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
        if self.lacks_a_note(action, shared) {
            return Go::Nowhere;
        }
        let head = shared.head();
        let untouched = self.untouched;
        self.untouched &= matches!(action, A::PlayOrPause | A::Back5 | A::Forward5 | A::FinishReview | A::Reopen | A::ZoomIn | A::ZoomOut);
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
            A::ZoomIn => {
                let nearer = self.zoom.nearer(shared.session().map_or(Position::START, |s| s.timeline().end()));
                self.zoomed(nearer, say!("zoom-nearest"), shared);
            }
            A::ZoomOut => self.zoomed(self.zoom.wider(), say!("zoom-whole"), shared),
            A::Codes => self.over = self.note(shared).map_or(Over::Nothing, |note| Over::Codes(Box::new(Coding::of(note.id)))),
            A::Join => self.join(shared),
            A::PutHere => self.put_at(head, shared),
            A::ShowTakenBack => self.show_taken_back(shared),
            A::AskedSo => self.over = Over::Asked(head),
            A::AskedLeading | A::AskedClosed | A::AskedDouble | A::NotAskedSo => self.asked_so(action, shared),
            A::NextCode | A::PreviousCode | A::TakeCode | A::NoCode => self.code(action, shared),
            A::Split => self.split(shared),
            A::Strike => self.strike(shared),
            A::LeaveOut => self.leave_out(shared),
            A::Clip => self.note(shared).map(|note| note.id).into_iter().for_each(|note| shared.want(Effect::MakeClip(note))),
            A::Undo => self.undo(shared),
            A::Redo => self.redo(shared),
            A::FinishReview => self.finish(shared),
            A::Reopen => {
                if shared.ask(Command::Reopen) {
                    shared.say(Weight::News, say!("reopened"));
                }
            }
            A::Statements => return Go::Statements,
            A::Transcript => self.words.turn_over(shared),
            A::QuotePassage => self.chosen = transcript::quote(shared).or(self.chosen),
            A::Shelve => self.shelve(shared),
            A::KeepQuote => self.keep_quote(shared),
            A::NoQuote => self.over = Over::Nothing,
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

    /// The note is chosen, and playing begins a little before it; a statement stands on its own screen.
    fn found(&mut self, spot: &Spot, shared: &mut Shared) -> Go {
        if spot.note.is_some() {
            (self.chosen, self.untouched) = (spot.note, false);
        }
        if spot.passage.is_some() {
            self.words = transcript::Words::at(spot.passage);
        }
        if let Some(at) = spot.at {
            shared.go_round(None);
            self.following = Following { heard: None, from: Some(at) };
            shared.seek(spot.heard_from(shared.lead_in()).unwrap_or(at));
        }
        if spot.statement.is_some() {
            let lead_in = shared.lead_in();
            shared.keep_place(|place| place.go_to(spot, lead_in));
            return Go::Statements;
        }
        Go::Nowhere
    }

    fn belongs(&mut self, part: Part, shared: &mut Shared) {
        self.put_under(part, shared);
    }

    fn write(&mut self, chord: Chord, _: &mut Shared) -> Go {
        match (&mut self.over, &mut self.editing) {
            (Over::Codes(coding), _) => {
                coding.line.edit(chord);
                coding.typed();
            }
            (Over::Shelf(of), _) => drop(of.line.edit(chord)),
            (Over::Nothing | Over::Asked(_), Some(editing)) => drop(editing.line.edit(chord)),
            (Over::Nothing | Over::Asked(_), None) => {}
        }
        Go::Nowhere
    }

    fn paste(&mut self, text: &str, _: &mut Shared) -> Option<String> {
        if let Over::Codes(coding) = &mut self.over {
            coding.typed();
            return coding.line.paste(text);
        }
        if let Over::Shelf(of) = &mut self.over {
            return of.line.paste(text);
        }
        self.editing.as_mut()?.line.paste(text)
    }

    fn choices(&self, shared: &Shared) -> usize {
        shared.session().map_or(0, |session| session.notes().count())
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        (self.chosen, self.untouched) = (order(session, self.shows).get(nth).copied(), false);
        self.go_to_chosen(shared);
    }

    fn back(&mut self, _: &mut Shared) -> Go {
        match self.from {
            From::Elsewhere => Go::Home,
            From::Ends => Go::Ends,
            From::MemberCheck => Go::Statements,
        }
    }

    fn esc(&self) -> Esc {
        let leads = self.editing.is_none() && matches!(self.over, Over::Nothing);
        if leads { Esc::Leads } else { Esc::PutsAway }
    }

    fn turn(&mut self, shared: &mut Shared) {
        transcript::Words::listen(shared);
        self.follow(shared);
    }

    /// Where the chosen note belongs.
    fn question<'s>(&self, shared: &'s Shared) -> Option<&'s Id> {
        self.note(shared)?.question.as_ref()
    }

    fn moves(&self, shared: &Shared) -> bool {
        shared.playback.is_playing()
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        self.rank_now(bind, shared)
    }

    fn label(&self, action: Action, shared: &Shared) -> Option<Message> {
        let plays = [action::Listen::PlayOrPause.into(), action::Playing::PlayOrPause.into()].contains(&action);
        if action == action::Listen::Strike.into() && self.is_at_taken_back(shared) {
            return Some(message!("label-bring-back"));
        }
        if action == action::Listen::TakeCode.into()
            && let Over::Codes(coding) = &self.over
            && coding.asks_about_a_code()
        {
            return Some(message!("key-editing-keep"));
        }
        (plays && shared.playback.is_playing()).then(|| message!("label-pause"))
    }

    fn leave(&mut self, _: Leaving, shared: &mut Shared) {
        shared.reopening = Reopening::Elsewhere;
        shared.go_round(None);
        self.keep_edits(shared);
    }
}

/// The notes as they are listed.
pub(crate) fn listed(session: &Session, shows: Shows) -> Vec<&Note> {
    let mut notes = session.notes_by_position();
    if shows == Shows::All {
        notes.extend(session.taken_back());
        notes.sort_by_key(|note| note.position);
    }
    notes
}

fn order(session: &Session, shows: Shows) -> Vec<NoteId> {
    listed(session, shows).into_iter().map(|note| note.id).collect()
}
