//! One interview or focus group: its state, what may be done in it, and what each happening changes.
//!
//! [`Session::decide`] looks at the phase and a [`Command`] and answers with the [`Event`] that follows or with a [`Refusal`], the
//! sentence the person reads; it changes nothing. [`Session::apply`] is the only way a session changes. So replaying the journal gives
//! the same session as having lived it, and the footer can ask `decide` beforehand what would be refused. Nothing here reads a clock:
//! positions come in with the commands.

use std::collections::BTreeMap;

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::command::is_recording_refused;
use crate::domain::consent::Consents;
use crate::domain::coverage::CoverageMap;
use crate::domain::event::AudioEnd;
use crate::domain::event::Event;
use crate::domain::event::Opened;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::Revision;
use crate::domain::summary::Statement;
use crate::domain::summary::StatementId;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::timeline::TakeNumber;
use crate::domain::timeline::Timeline;

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Set up, not begun.
    Draft,
    /// Under way, on the record.
    Recording,
    /// Under way, off the record.
    OffRecord,
    /// Cut short: what loading finds when a journal ends under way and nobody holds the lock. Never written.
    Interrupted,
    /// Over.
    Ended,
    /// Over and listened back.
    Reviewed,
}

/// Where a session stands in the work of a study: what the list of sessions shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Set up, not begun.
    Planned,
    /// Under way in another window.
    UnderWay,
    /// Cut short.
    Interrupted,
    /// Held.
    Recorded,
    /// Held and listened back.
    ListenedBack,
    /// Statements of its summary are written.
    Drafted,
    /// A letter is written.
    Written,
}

impl Standing {
    /// The words for it.
    pub const fn words(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under way",
            Self::Interrupted => "interrupted",
            Self::Recorded => "recorded",
            Self::ListenedBack => "listened back",
            Self::Drafted => "summary drafted",
            Self::Written => "letter written",
        }
    }
}

/// Where the audio stands: a second axis, because the interview goes on without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audio {
    /// Nothing yet.
    None,
    /// This take is being written.
    Live(TakeNumber),
    /// Notes only, by choice.
    Declined,
    /// Gone, and this is what was said of it.
    Lost(String),
}

/// Something that went wrong and was outlived.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Incident {
    /// Where on the timeline.
    pub at: Position,
    /// What happened.
    pub what: String,
}

/// One interview or focus group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    guide: Guide,
    opened: Opened,
    pub(in crate::domain) phase: Phase,
    audio: Audio,
    consents: Consents,
    coverage: CoverageMap,
    timeline: Timeline,
    clocks: BTreeMap<TakeNumber, i64>,
    notes: BTreeMap<NoteId, Note>,
    statements: BTreeMap<StatementId, Statement>,
    incidents: Vec<Incident>,
    letters: u32,
    /// The opposites of what can be undone, latest last.
    pub(in crate::domain) undo: Vec<Event>,
}

impl Session {
    /// A session that was just set up.
    pub fn new(guide: Guide, opened: Opened) -> Self {
        Self {
            guide,
            opened,
            phase: Phase::Draft,
            audio: Audio::None,
            consents: Consents::default(),
            coverage: CoverageMap::default(),
            timeline: Timeline::default(),
            clocks: BTreeMap::new(),
            notes: BTreeMap::new(),
            statements: BTreeMap::new(),
            incidents: Vec::new(),
            letters: 0,
            undo: Vec::new(),
        }
    }

    /// The session that `events` tell of; nothing if they do not begin with its set-up.
    pub fn replay<'e>(guide: Guide, events: impl IntoIterator<Item = &'e Event>) -> Option<Self> {
        let mut events = events.into_iter();
        let Some(Event::Opened(opened)) = events.next() else { return None };
        let mut session = Self::new(guide, opened.clone());
        for event in events {
            session.apply(event);
        }
        Some(session)
    }

    /// Says that nobody holds this session: if it was under way, it was cut short.
    pub fn found_unattended(&mut self) {
        if matches!(self.phase, Phase::Recording | Phase::OffRecord) {
            self.phase = Phase::Interrupted;
        }
    }

    /// The guide as it was that day.
    pub fn guide(&self) -> &Guide {
        &self.guide
    }

    /// How it was set up.
    pub fn opened(&self) -> &Opened {
        &self.opened
    }

    /// Where it stands.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// Where its audio stands.
    pub fn audio(&self) -> &Audio {
        &self.audio
    }

    /// Whether the clock counts now, in the place of a recording.
    pub fn is_on_the_clock(&self) -> bool {
        self.phase == Phase::Recording && matches!(self.audio, Audio::Declined | Audio::Lost(_))
    }

    /// Whether what is said now is off the record, also when a crash came in the middle of a pause.
    pub fn is_off_record(&self) -> bool {
        let under_way = matches!(self.phase, Phase::Recording | Phase::OffRecord | Phase::Interrupted);
        under_way && self.timeline.pauses().last().is_some_and(|pause| !pause.over)
    }

    /// The answers to the consent items.
    pub fn consents(&self) -> &Consents {
        &self.consents
    }

    /// What happened to each question.
    pub fn coverage(&self) -> &CoverageMap {
        &self.coverage
    }

    /// The open question.
    pub fn open_question(&self) -> Option<&Id> {
        self.coverage.open()
    }

    /// Its timeline.
    pub fn timeline(&self) -> &Timeline {
        &self.timeline
    }

    /// How much faster the clock of this take's microphone ran than the computer's, in parts per billion, if that is known.
    pub fn clock_of(&self, take: TakeNumber) -> Option<i64> {
        self.clocks.get(&take).copied()
    }

    /// The note with this number, struck or not.
    pub fn note(&self, id: NoteId) -> Option<&Note> {
        self.notes.get(&id)
    }

    /// Every note that stands, in the order they were written.
    pub fn notes(&self) -> impl DoubleEndedIterator<Item = &Note> {
        self.notes.values().filter(|n| !n.struck)
    }

    /// Every note that stands, in the order of the timeline.
    pub fn notes_by_position(&self) -> Vec<&Note> {
        let mut notes: Vec<&Note> = self.notes().collect();
        notes.sort_by_key(|n| (n.position, n.id));
        notes
    }

    /// The number of the next note.
    pub fn next_note(&self) -> NoteId {
        NoteId(self.notes.last_key_value().map_or(1, |(id, _)| id.0 + 1))
    }

    /// Every statement that stands, in the order they were written.
    pub fn statements(&self) -> impl DoubleEndedIterator<Item = &Statement> {
        self.statements.values().filter(|s| !s.struck)
    }

    /// The statement with this number, struck or not.
    pub fn statement(&self, id: StatementId) -> Option<&Statement> {
        self.statements.get(&id)
    }

    /// The number of the next statement.
    pub fn next_statement(&self) -> StatementId {
        StatementId(self.statements.last_key_value().map_or(1, |(id, _)| id.0 + 1))
    }

    /// What went wrong and was outlived.
    pub fn incidents(&self) -> &[Incident] {
        &self.incidents
    }

    /// How many versions of the letter there are.
    pub fn letters(&self) -> u32 {
        self.letters
    }

    /// Where it stands in the work of the study.
    pub fn standing(&self) -> Standing {
        let has_statements = self.statements().next().is_some();
        match self.phase {
            Phase::Draft => Standing::Planned,
            Phase::Recording | Phase::OffRecord => Standing::UnderWay,
            Phase::Interrupted => Standing::Interrupted,
            Phase::Ended | Phase::Reviewed if self.letters > 0 => Standing::Written,
            Phase::Ended | Phase::Reviewed if has_statements => Standing::Drafted,
            Phase::Ended => Standing::Recorded,
            Phase::Reviewed => Standing::ListenedBack,
        }
    }

    /// What would follow from `command`, or why it is refused. Changes nothing.
    pub fn decide(&self, command: Command) -> Result<Event, Refusal> {
        crate::domain::command::decide(self, command)
    }

    /// Lets `event` have happened.
    pub fn apply(&mut self, event: &Event) {
        if let Some(opposite) = self.opposite(event) {
            self.undo.push(opposite);
        }
        self.change(event);
    }

    /// Without a wildcard: a new event does not compile until it is said here what it changes.
    fn change(&mut self, event: &Event) {
        match event {
            Event::Opened(opened) => self.opened = opened.clone(),
            Event::ConsentAnswered(consent) => {
                self.consents.add(consent.clone());
                self.heed_withdrawal();
            }
            Event::Began => self.phase = Phase::Recording,
            Event::Distress { .. } => {}
            Event::Incident { at, what } => self.incidents.push(Incident { at: *at, what: what.clone() }),
            Event::TakeStarted { take, at, rate, .. } => {
                self.timeline.begin_take(*take, *at, *rate);
                self.audio = Audio::Live(*take);
                self.goes_on();
                self.heed_withdrawal();
            }
            Event::Checkpoint { take, frames } => self.timeline.grow_take(*take, *frames),
            Event::TakeClosed { take, frames } => self.close_take(*take, *frames),
            Event::ClockCompared { take, ppb } => drop(self.clocks.insert(*take, *ppb)),
            Event::Gap { take, at_frame, frames, why } => {
                let at = self.timeline.position_of(*take, *at_frame).unwrap_or_default();
                self.incidents.push(Incident { at, what: format!("{} frames replaced by silence: {why}", frames.0) });
            }
            Event::AudioStopped { at, why } => self.stop_audio(*at, why),
            Event::TimePassed { at } => self.timeline.end_unrecorded(*at),
            Event::Recovered { take, frames, missing_ms } => self.recover(*take, *frames, *missing_ms),
            Event::WentOffRecord { at, reason } => {
                self.timeline.pause(*at, reason.clone());
                self.phase = Phase::OffRecord;
            }
            Event::WentOnRecord { .. } => {
                self.timeline.resume();
                self.phase = Phase::Recording;
            }
            Event::Ended { at } => self.end(*at),
            Event::QuestionOpened { question, at } => self.coverage.open_at(question.clone(), *at),
            Event::CoverageMarked { question, mark, .. } => self.coverage.set(question.clone(), mark.clone()),
            Event::ProbeMarked { probe, used, .. } => self.coverage.set_probe(probe.clone(), *used),
            Event::NoteAdded { note: id, note_kind: kind, text, stamp, question, off_record, late } => {
                let (text, question, position) = (text.clone(), question.clone(), stamp.position());
                let (off_record, late, stamp, kind) = (*off_record, *late, *stamp, *kind);
                let note = Note { id: *id, kind, text, stamp, position, question, off_record, late, struck: false, revisions: vec![] };
                self.notes.insert(*id, note);
            }
            Event::NoteRevised { note, note_kind, text, position } => {
                if let Some(note) = self.notes.get_mut(note) {
                    let before = Revision { kind: note.kind, text: std::mem::take(&mut note.text), position: note.position };
                    note.revisions.push(before);
                    (note.kind, note.text, note.position) = (*note_kind, text.clone(), *position);
                }
            }
            Event::NoteStruck { note } => self.strike_note(*note, true),
            Event::NoteRestored { note } => self.strike_note(*note, false),
            Event::StatementWritten { statement: id, topic, text, sources, quotes } => {
                let (topic, text, sources, quotes) = (topic.clone(), text.clone(), sources.clone(), quotes.clone());
                self.statements.insert(*id, Statement { id: *id, topic, text, sources, quotes, struck: false });
            }
            Event::StatementRevised { statement, text, quotes } => {
                if let Some(statement) = self.statements.get_mut(statement) {
                    (statement.text, statement.quotes) = (text.clone(), quotes.clone());
                }
            }
            Event::StatementStruck { statement } => self.strike_statement(*statement, true),
            Event::StatementRestored { statement } => self.strike_statement(*statement, false),
            Event::Reviewed => self.phase = Phase::Reviewed,
            Event::Reopened => self.phase = Phase::Ended,
            Event::LetterWritten { version, .. } => self.letters = self.letters.max(*version),
            Event::Undone { by } => {
                self.undo.pop();
                self.change(by);
            }
        }
    }

    fn close_take(&mut self, take: TakeNumber, frames: Frames) {
        self.timeline.grow_take(take, frames);
        if self.audio == Audio::Live(take) {
            self.audio = Audio::None;
        }
    }

    fn stop_audio(&mut self, at: Position, why: &AudioEnd) {
        let (audio, words) = match why {
            AudioEnd::Declined => (Audio::Declined, "notes only".to_owned()),
            AudioEnd::Lost { what } => (Audio::Lost(what.clone()), what.clone()),
        };
        if let AudioEnd::Lost { what } = why {
            self.incidents.push(Incident { at, what: what.clone() });
        }
        self.timeline.begin_unrecorded(at, words);
        self.audio = audio;
        self.goes_on();
    }

    /// Whoever takes back the consent to record, or to take part, in the middle of an interview is not recorded from there on.
    fn heed_withdrawal(&mut self) {
        let under_way = matches!(self.phase, Phase::Recording | Phase::OffRecord | Phase::Interrupted);
        if under_way && self.audio != Audio::Declined && is_recording_refused(self) {
            self.timeline.begin_unrecorded(self.timeline.end(), "notes only".to_owned());
            self.audio = Audio::Declined;
        }
    }

    fn recover(&mut self, take: Option<TakeNumber>, frames: Frames, missing_ms: u64) {
        if let Some(take) = take {
            self.timeline.grow_take(take, frames);
        }
        let what = format!("recovered after a crash; at most {:.1} s is missing here", missing_ms as f64 / 1000.0);
        self.incidents.push(Incident { at: self.timeline.end(), what });
        // Whoever had chosen notes only has not chosen anything else since.
        if matches!(self.audio, Audio::Live(_)) {
            self.audio = Audio::None;
        }
        self.found_unattended();
    }

    fn end(&mut self, at: Position) {
        self.timeline.end_unrecorded(at);
        self.timeline.resume();
        self.coverage.close_at(at);
        self.phase = Phase::Ended;
        self.undo.clear();
    }

    /// What the recorder reports brings nobody back on the record: only a person does.
    fn goes_on(&mut self) {
        match self.phase {
            Phase::Draft | Phase::Recording | Phase::Interrupted => self.phase = Phase::Recording,
            Phase::OffRecord | Phase::Ended | Phase::Reviewed => {}
        }
    }

    fn strike_note(&mut self, id: NoteId, struck: bool) {
        if let Some(note) = self.notes.get_mut(&id) {
            note.struck = struck;
        }
    }

    fn strike_statement(&mut self, id: StatementId, struck: bool) {
        if let Some(statement) = self.statements.get_mut(&id) {
            statement.struck = struck;
        }
    }

    /// The event that would take `event` back, as the session stands before it; nothing for what cannot be undone.
    fn opposite(&self, event: &Event) -> Option<Event> {
        match event {
            Event::NoteAdded { note, .. } | Event::NoteRestored { note } => Some(Event::NoteStruck { note: *note }),
            Event::NoteStruck { note } => Some(Event::NoteRestored { note: *note }),
            Event::NoteRevised { note, .. } => {
                self.note(*note).map(|n| Event::NoteRevised { note: n.id, note_kind: n.kind, text: n.text.clone(), position: n.position })
            }
            Event::CoverageMarked { question, at, .. } => {
                Some(Event::CoverageMarked { question: question.clone(), mark: self.coverage.mark(question), at: *at })
            }
            Event::ProbeMarked { probe, at, .. } => {
                use crate::domain::coverage::ProbeUse::{Unused, Used};
                let used = if self.coverage.used(probe) { Used } else { Unused };
                Some(Event::ProbeMarked { probe: probe.clone(), used, at: *at })
            }
            Event::StatementWritten { statement, .. } | Event::StatementRestored { statement } => {
                Some(Event::StatementStruck { statement: *statement })
            }
            Event::StatementStruck { statement } => Some(Event::StatementRestored { statement: *statement }),
            Event::StatementRevised { statement, .. } => self.statement(*statement).map(|s| Event::StatementRevised {
                statement: s.id,
                text: s.text.clone(),
                quotes: s.quotes.clone(),
            }),
            // What the recorder says, what was agreed and what was reached stays: it is not taken back by a key.
            Event::Opened(_)
            | Event::ConsentAnswered(_)
            | Event::Began
            | Event::TakeStarted { .. }
            | Event::Checkpoint { .. }
            | Event::Gap { .. }
            | Event::TakeClosed { .. }
            | Event::ClockCompared { .. }
            | Event::AudioStopped { .. }
            | Event::TimePassed { .. }
            | Event::Incident { .. }
            | Event::WentOffRecord { .. }
            | Event::WentOnRecord { .. }
            | Event::QuestionOpened { .. }
            | Event::Distress { .. }
            | Event::Ended { .. }
            | Event::Reviewed
            | Event::Reopened
            | Event::LetterWritten { .. }
            | Event::Recovered { .. }
            | Event::Undone { .. } => None,
        }
    }
}
