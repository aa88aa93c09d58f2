//! The interview screen: the guide as a map, and a line that is always ready for a note.
//!
//! Every printable key goes to the note; the first one stamps it. Nothing here stops the conversation: no box, no question that must
//! be answered. What needs a second press (ending) says so in the notice line and goes on recording.

pub(crate) mod distress;
mod microphone;
mod sound;
mod watch;
pub(crate) mod withdrawal;

use crate::domain::agenda::Part;
use crate::domain::agenda::parts;
use crate::domain::agenda::question;
use crate::domain::agenda::topic_of;
use crate::domain::command::Command;
use crate::domain::command::HeldAs;
use crate::domain::coverage::Coverage;
use crate::domain::coverage::Mark;
use crate::domain::coverage::ProbeUse;
use crate::domain::incident::EndCause;
use crate::domain::note::Draft;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::session::Phase;
use crate::domain::session::Session;
use crate::domain::undo::UndoWay;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::effect::NewSession;
use crate::tui::hand;
use crate::tui::keymap::Action;
use crate::tui::line::Line;
use crate::tui::model::Microphone;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::put_aside::PutAside;
use crate::tui::screen::interview::microphone::Asked;
use crate::tui::screen::interview::microphone::Away;
use crate::tui::shared::Telling;
use crate::tui::sitting::Sitting;
use crate::tui::update;

use watch::Noticed;
pub(crate) use watch::turn;

/// What lies over the guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Card {
    /// Nothing.
    #[default]
    Away,
    /// The distress protocol, and this step of it is the one to be read, counted from 0.
    Protocol(usize),
    /// What it means to take consent back.
    Withdrawal,
}

/// The interview screen's own state.
#[derive(Debug, Default)]
pub struct Room {
    part: Part,
    line: Line,
    kind: NoteKind,
    /// When the note on the line was begun, and where.
    begun: Option<Draft>,
    /// Whether what stands on the line was written before anybody sat here, and only the team may read it.
    veiled: bool,
    /// Lines that were put aside, the last one on top.
    put_aside: PutAside<Draft>,
    kept_ms: u64,
    kept: Option<Draft>,
    /// When the form began it.
    began_ms: Option<u64>,
    paused_ms: Option<u64>,
    noticed: Noticed,
    card: Card,
    /// Which screenful of what is to be said is shown, counted from 0 and round again.
    screenful: usize,
    /// The one that was chosen, and the one agreed on in case it is lost.
    microphone: Option<Microphone>,
    fallback: Option<Microphone>,
    /// What the recorder was asked for and has not answered.
    asked: Asked,
    /// The one that the key tried last.
    tried: Option<Microphone>,
    away: Option<Away>,
}

impl Room {
    /// Where in the guide the interviewer is.
    pub fn part(&self) -> Part {
        self.part
    }

    /// The note being written.
    pub fn line(&self) -> &Line {
        &self.line
    }

    /// What the next note is, or the one being written.
    pub fn kind(&self) -> NoteKind {
        self.kind
    }

    /// When the note being written was begun.
    pub fn begun(&self) -> Option<&NoteStamp> {
        self.begun.as_ref().map(|d| &d.stamp)
    }

    /// Whether the words on the line are not for this screen until somebody goes on writing them.
    pub fn is_veiled(&self) -> bool {
        self.veiled && !self.line.is_empty()
    }

    /// When the form began this interview.
    pub(crate) fn began_ms(&self) -> Option<u64> {
        self.began_ms
    }

    /// What lies over the guide.
    pub fn card(&self) -> Card {
        self.card
    }

    /// Which screenful of what is to be said is shown. It is counted on and on: only the screen knows how many there are.
    pub fn screenful(&self) -> usize {
        self.screenful
    }

    /// Whether the microphone is being taken again after a pause.
    pub fn is_resuming(&self) -> bool {
        self.asked.resume.is_some()
    }

    /// What a note is unless it is said otherwise: while it is too much, what is seen.
    fn usual_kind(&self) -> NoteKind {
        match self.card {
            Card::Protocol(_) => NoteKind::Observation,
            Card::Away | Card::Withdrawal => NoteKind::default(),
        }
    }

    /// Lays `card` over the guide. A line on which nothing stands yet is from then on for what is usual there.
    fn lay(&mut self, card: Card) {
        let before = self.usual_kind();
        self.card = card;
        if self.line.is_empty() && self.kind == before {
            self.kind = self.usual_kind();
        }
    }

    /// The unfinished note as it would be saved now.
    fn draft(&self) -> Option<Draft> {
        let begun = self.begun.as_ref()?;
        Some(Draft { kind: self.kind, text: self.line.text().to_owned(), ..begun.clone() })
    }

    /// Puts `draft` on the line, its stamp with it.
    fn take_up(&mut self, draft: Draft) {
        self.line = Line::holding(draft.text.clone());
        self.kind = draft.kind;
        self.begun = Some(draft);
    }
}

/// Goes into the room: begins a new interview, or goes on with one that was cut short.
pub(crate) fn enter(model: &mut Model, draft: Option<Draft>, form: Option<NewSession>, mended: Option<String>) {
    let known = model.shared.offer.microphones.first().cloned();
    let (microphone, fallback, consents) = match form {
        Some(form) => (form.microphone, form.fallback, form.consents),
        None => (known, None, Vec::new()),
    };
    let (phase, open) = model.session().map_or((Phase::Draft, None), |s| (s.phase(), s.open_question().cloned()));
    let began_ms = Some(model.shared.now.mono_ms).filter(|_| phase == Phase::Draft);
    let mut room = Room { began_ms, microphone, fallback, ..Room::default() };
    if let (Some(id), Some(session)) = (open, model.session()) {
        let at = |part: &Part| question(session, *part).is_some_and(|q| q.id == id);
        room.part = parts(session).into_iter().find(at).unwrap_or_default();
    }
    if let Some(draft) = draft.filter(|d| !d.text.is_empty()) {
        room.veiled = !draft.kind.is_shareable();
        room.take_up(draft);
    }
    let microphone = room.microphone.clone();
    model.screen = Screen::Interview(Box::new(room));
    model.shared.want(Effect::StayAwake);
    for consent in consents {
        // The form has no other answers than the guide has items; a refusal would be said on the screen.
        if !model.shared.ask(Command::AnswerConsent(consent)) {
            return;
        }
    }
    let begun = match phase {
        Phase::Draft => model.shared.ask(Command::Begin(if microphone.is_some() { HeldAs::Recorded } else { HeldAs::NotesOnly })),
        // Nothing is recorded before a person says so: F9 goes on, F10 ends.
        Phase::Interrupted => return model.shared.tell(Subject::Study, Weight::Warning, cut_short(mended)),
        Phase::Recording | Phase::OffRecord | Phase::Ended | Phase::Reviewed => true,
    };
    if !begun {
        return;
    }
    match microphone {
        Some(name) => microphone::start_take(model, name),
        None => sound::stop_audio(model, sound::why_not(model)),
    }
}

pub(crate) use microphone::Begun;
pub(crate) use microphone::lost;
pub(crate) use microphone::microphones_came;
pub(crate) use microphone::moved;
pub(crate) use microphone::muted;
pub(crate) use microphone::refused;
pub(crate) use microphone::resumed;
pub(crate) use microphone::started;
pub(crate) use microphone::unmuted;

pub(crate) fn act(model: &mut Model, action: Action) {
    // While the protocol lies over the guide, the keys that go through the guide go through it.
    if let Some(Card::Protocol(step)) = room(model).map(Room::card) {
        match action {
            Action::NextQuestion | Action::NextTopic => return distress::go_to_step(model, step + 1),
            Action::PreviousQuestion | Action::PreviousTopic => return distress::go_to_step(model, step.saturating_sub(1)),
            _ => {}
        }
    }
    match action {
        Action::Save => save(model),
        Action::Moment => moment(model),
        Action::NextKind => with_room(model, |room| room.kind = room.kind.next()),
        Action::NextQuestion => go(model, |parts, at| Some(parts.get(at + 1).copied().unwrap_or(parts[at]))),
        Action::PreviousQuestion => go(model, |parts, at| Some(parts[at.saturating_sub(1)])),
        Action::NextTopic => go(model, |parts, at| parts[at..].iter().copied().find(|p| topic_of(*p) > topic_of(parts[at]))),
        Action::PreviousTopic => go(model, |parts, at| {
            let before = parts[..at].iter().rev().copied().find(|p| topic_of(*p) < topic_of(parts[at]))?;
            parts.iter().copied().find(|p| topic_of(*p) == topic_of(before))
        }),
        Action::Covered => mark(model, None),
        Action::ComeBack => mark(model, Some(Coverage::ComeBack)),
        Action::Volunteered => mark(model, Some(Coverage::Volunteered)),
        Action::Partly => mark(model, Some(Coverage::Partly)),
        Action::Skip => mark(model, Some(Coverage::Skipped)),
        Action::Probe => probe(model),
        Action::OffRecord => sound::off_record(model),
        Action::Distress => distress::open(model),
        Action::ShowRest => with_room(model, |room| room.screenful = room.screenful.wrapping_add(1)),
        Action::Withdraw => withdrawal::ask(model),
        Action::Undo => undo(model),
        Action::Redo => redo(model),
        // Nothing is put aside where nothing goes on: what was left unfinished stays as it was found.
        Action::PutAside if !update::under_way(model) => update::act(model, Action::Leave),
        Action::PutAside => put_aside(model),
        Action::NotesOnly => sound::notes_only(model),
        Action::TryMicrophone => microphone::try_microphone(model),
        Action::EndInterview => ask_to_end(model),
        _ => {}
    }
}

fn with_room(model: &mut Model, change: impl FnOnce(&mut Room)) {
    if let Screen::Interview(room) = &mut model.screen {
        change(room);
    }
}

fn room(model: &Model) -> Option<&Room> {
    match &model.screen {
        Screen::Interview(room) => Some(room),
        _ => None,
    }
}

/// A key for the note. The first one stamps it.
pub(crate) fn write(model: &mut Model, chord: Chord) {
    let fresh = fresh_draft(model);
    with_room(model, |room| {
        if !room.line.edit(chord) {
            return;
        }
        settle(room, fresh);
    });
}

/// Text pasted into the note; gives back what was too long.
pub(crate) fn paste(model: &mut Model, text: &str) -> Option<String> {
    let fresh = fresh_draft(model);
    let mut rest = None;
    with_room(model, |room| {
        rest = room.line.paste(text);
        settle(room, fresh);
    });
    rest
}

/// After an edit: a line that holds text has a stamp, an empty one has none.
fn settle(room: &mut Room, fresh: Option<Draft>) {
    room.veiled = false;
    if room.line.is_empty() {
        room.begun = None;
    } else if room.begun.is_none() {
        room.begun = fresh;
    }
}

/// A note begun at this moment.
fn fresh_draft(model: &Model) -> Option<Draft> {
    let session = model.session()?;
    let stamp = NoteStamp { raw: model.shared.now.position, reaction_ms: session.opened().reaction_ms };
    let off_record = session.is_off_record();
    Some(Draft { kind: NoteKind::default(), text: String::new(), stamp, question: session.open_question().cloned(), off_record })
}

/// Saves what stands on the line. On an empty one there is nothing to save: Enter is pressed twice by habit.
fn save(model: &mut Model) {
    let Some(draft) = room(model).and_then(Room::draft).filter(|d| !d.text.trim().is_empty()) else { return };
    let draft = Draft { text: draft.text.trim().to_owned(), ..draft };
    if model.shared.ask(Command::AddNote(draft)) {
        with_room(model, |room| {
            drop(room.line.take());
            (room.begun, room.kind, room.kept) = (None, room.usual_kind(), None);
        });
        model.shared.want(Effect::KeepDraft(None));
    }
}

/// Marks this moment: a note without words, of the kind that was chosen for it. A line that is being written stays as it is.
fn moment(model: &mut Model) {
    let (Some(room), Some(fresh)) = (room(model), fresh_draft(model)) else { return };
    let chosen = if room.line.is_empty() { room.kind } else { NoteKind::default() };
    if model.shared.ask(Command::AddNote(Draft { kind: chosen, ..fresh })) {
        with_room(model, |room| {
            if room.line.is_empty() {
                room.kind = room.usual_kind();
            }
        });
    }
}

/// Saves what stands on the line as a note, before the session ends under it. Lines that were put aside are kept as notes that were taken
/// back: the journal has them, nobody else.
pub(crate) fn keep_line(model: &mut Model) {
    if room(model).and_then(Room::draft).is_some_and(|d| !d.text.trim().is_empty()) {
        save(model);
    }
    let mut aside = Vec::new();
    with_room(model, |room| aside = room.put_aside.drain());
    for draft in aside {
        let note = model.session().map(Session::next_note);
        if let (true, Some(note)) = (model.shared.ask(Command::AddNote(draft)), note) {
            model.shared.ask(Command::StrikeNote { note });
        }
    }
}

fn put_aside(model: &mut Model) {
    let (mut put, after) = (false, model.shared.sitting.as_ref().map_or(0, Sitting::lines));
    with_room(model, |room| {
        if let Some(draft) = room.draft() {
            drop(room.line.take());
            room.put_aside.put(draft, after);
            (room.begun, room.kept) = (None, None);
            put = true;
        }
        room.lay(Card::Away);
    });
    if put {
        model.shared.want(Effect::KeepDraft(None));
        model.shared.say(Weight::News, "put aside; Ctrl-Z brings it back");
    }
}

/// Takes back what was done last on this screen: a step, or putting a line aside.
fn undo(model: &mut Model) {
    if room(model).is_some_and(|room| !room.line.is_empty()) {
        return model.shared.says_a_line_is_written();
    }
    let last = model.shared.sitting.as_ref().map_or(0, Sitting::last_step);
    let mut back = false;
    with_room(model, |room| {
        if let Some(draft) = room.put_aside.take_since(last, |_| true) {
            room.veiled = false;
            room.take_up(draft);
            back = true;
        }
    });
    if !back {
        model.shared.step(UndoWay::Back, Telling::Veiled);
    }
}

fn redo(model: &mut Model) {
    if room(model).is_some_and(|room| !room.line.is_empty()) {
        return model.shared.says_a_line_is_written();
    }
    model.shared.step(UndoWay::Again, Telling::Veiled);
}

/// Goes to another part; a question is opened by going to it.
fn go(model: &mut Model, pick: impl FnOnce(&[Part], usize) -> Option<Part>) {
    let (Some(room), Some(session)) = (room(model), model.session()) else { return };
    let parts = parts(session);
    let at = parts.iter().position(|p| *p == room.part).unwrap_or(0);
    let Some(part) = pick(&parts, at).filter(|p| *p != room.part) else {
        return model.shared.say(Weight::News, "the guide goes no further this way");
    };
    let opened = question(session, part).map(|q| q.id.clone());
    with_room(model, |room| (room.part, room.screenful) = (part, 0));
    if let Some(question) = opened
        && model.session().and_then(Session::open_question) != Some(&question)
    {
        let at = model.shared.now.position;
        // Refused only when the interview is over, and then the notice says so.
        model.shared.ask(Command::OpenQuestion { question, at });
    }
}

/// Marks the question the cursor is on: with `coverage`, or with the state after the one it has.
fn mark(model: &mut Model, coverage: Option<Coverage>) {
    let (Some(room), Some(session)) = (room(model), model.session()) else { return };
    let Some(question) = question(session, room.part) else {
        return model.shared.say(Weight::News, "this is not a question: there is nothing to mark");
    };
    let before = session.coverage().of(&question.id);
    // Only who says "skip" says why with it: F4 comes past skipping on its way round, and what stands on the line is a note.
    let gives_reason = coverage == Some(Coverage::Skipped);
    let coverage = coverage.map_or_else(|| before.next(), |wanted| if wanted == before { Coverage::NotYet } else { wanted });
    let reason = (gives_reason && coverage == Coverage::Skipped && !room.line.is_empty()).then(|| room.line.text().trim().to_owned());
    let takes_line = reason.is_some();
    let (question, at, label) = (question.id.clone(), model.shared.now.position, question.label().to_owned());
    if model.shared.ask(Command::MarkCoverage { question, mark: Mark { coverage, reason }, at }) {
        if takes_line {
            with_room(model, |room| {
                drop(room.line.take());
                (room.begun, room.kept) = (None, None);
            });
            model.shared.want(Effect::KeepDraft(None));
        }
        model.shared.say(Weight::News, format!("{label}: {}", coverage.word()));
    }
}

/// Marks the next unused probe of the open question.
fn probe(model: &mut Model) {
    let (Some(room), Some(session)) = (room(model), model.session()) else { return };
    let Some(question) = question(session, room.part).filter(|q| !q.probes.is_empty()) else {
        return model.shared.say(Weight::News, "there is no probe here");
    };
    let unused = question.probes.iter().find(|p| !session.coverage().used(&p.id)).map(|p| p.id.clone());
    let Some(probe) = unused else {
        return model.shared.say(Weight::News, "every probe here is used; Ctrl-Z takes back what was done last");
    };
    let at = model.shared.now.position;
    // Refused only before the interview or after it, and then the notice says so.
    model.shared.ask(Command::MarkProbe { probe, used: ProbeUse::Used, at });
}

/// What is said on coming back to an interview that was cut short, after what was mended.
fn cut_short(mended: Option<String>) -> String {
    let keys = "F9 goes on with the interview, F10 twice ends it";
    mended.map_or_else(|| keys.to_owned(), |mended| format!("{mended} {keys}"))
}

fn ask_to_end(model: &mut Model) {
    if model.session().is_some_and(|s| s.phase() == Phase::Ended) {
        // It has ended, and what stood in the way of leaving was said.
        return update::close_held(model);
    }
    if !hand::means_it(model, Action::EndInterview, |again| format!("{again} ends the interview; anything else goes on")) {
        return;
    }
    end(model, EndCause::Finished);
    update::close_held(model);
}

/// Ends the interview: what stands on the line becomes a note, the take is finished.
pub(crate) fn end(model: &mut Model, why: EndCause) {
    keep_line(model);
    let at = model.shared.now.position;
    model.shared.want(Effect::CloseTake);
    let cut_short = model.session().is_some_and(|s| s.phase() == Phase::Interrupted);
    let why = if cut_short { EndCause::CutShort } else { why };
    // Refused only when it is over already.
    model.shared.ask(Command::End { at, why });
}
