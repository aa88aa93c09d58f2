//! What the interface knows.
//!
//! The [`Model`] is values only: the session that is open, which screen lies on top, what was said, what the gauges showed last. No
//! handle, no clock, no terminal. `update` changes it, `view` draws it.

use std::collections::BTreeMap;
use std::collections::VecDeque;

use crate::domain::command::Command;
use crate::domain::event::About;
use crate::domain::event::Event;
use crate::domain::guide::Guide;
use crate::domain::note::NoteId;
use crate::domain::recording::TakeCheck;
use crate::domain::session::Audio;
use crate::domain::session::Session;
use crate::domain::study::ParticipantCode;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::counted;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::undo::Steps;
use crate::domain::undo::UndoWay;
use crate::domain::undo::named;
use crate::tui::effect::Effect;
use crate::tui::hand::Hand;
use crate::tui::keymap::Context;
use crate::tui::msg::Now;
use crate::tui::msg::Open;
use crate::tui::msg::Telemetry;
use crate::tui::notice::Notices;
use crate::tui::notice::Subject as Notable;
use crate::tui::notice::Weight;
use crate::tui::screen::home::Home;
use crate::tui::screen::interview::Room;
use crate::tui::screen::listen::Listen;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::setup::Setup;
use crate::tui::screen::statements::Row;
use crate::tui::screen::statements::Statements;

/// What the study offers: what home and set-up choose from.
#[derive(Clone, Debug)]
pub struct Study {
    /// Its title.
    pub title: String,
    /// Its guides that can be used.
    pub guides: Vec<Guide>,
    /// The microphones; the first is the one to be chosen unless somebody chooses.
    pub microphones: Vec<Microphone>,
    /// Whether these are all, or are still being looked for.
    pub known: Known,
    /// Its sessions, newest last.
    pub sessions: Vec<SessionLine>,
    /// The reaction offset, in milliseconds.
    pub reaction_ms: u32,
    /// Bytes a second of recording takes.
    pub byte_rate: u64,
    /// How many seconds before the beginning are kept, from consent to record on.
    pub lead_in: u32,
    /// The interviewer's code, if it is known.
    pub interviewer: Option<ParticipantCode>,
    /// The version of the information letter.
    pub information_letter: Option<String>,
}

/// A microphone that can be chosen. It is known by its id: two may have one name.
#[derive(Clone, Debug)]
pub struct Microphone {
    /// What the sound system knows it by.
    pub id: String,
    /// What it is called here: no other in the list is called so.
    pub name: String,
    /// Whose choice it is.
    pub pick: Pick,
}

/// Whose choice a microphone is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pick {
    /// The system's: where that goes, the recording goes, and it is said.
    Systems,
    /// Somebody's: it is this one, or none until another is tried.
    Somebodys,
}

impl Microphone {
    /// The same, as somebody's choice.
    #[must_use]
    pub fn picked(self) -> Self {
        Self { pick: Pick::Somebodys, ..self }
    }
}

impl PartialEq for Microphone {
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

impl Eq for Microphone {}

/// Whether the microphones are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Known {
    /// They are being looked for; the screen does not wait for that.
    NotYet,
    /// These are all.
    All,
}

/// A session that is open, and which of its events are safe.
#[derive(Debug)]
pub struct Sitting {
    /// The name of its folder.
    name: String,
    /// The session.
    pub session: Session,
    /// Its takes that were not the recordings that were made, when it was opened.
    pub changed: Vec<TakeCheck>,
    events: u64,
    saved: u64,
    touched: BTreeMap<NoteId, u64>,
    /// What was done since it was opened and can be taken back.
    steps: Steps,
}

impl Sitting {
    /// A session as it was opened: all of it on disk.
    pub fn new(name: String, open: Session, events: u64, changed: Vec<TakeCheck>) -> Self {
        Self { name, session: open, changed, events, saved: events, touched: BTreeMap::new(), steps: Steps::default() }
    }

    /// Lets `event` have happened, and asks for it to be written.
    fn record(&mut self, event: Event, effects: &mut Vec<Effect>) {
        self.events += 1;
        let touched = match &event {
            Event::Undone { by, .. } => by.as_ref(),
            other => other,
        };
        if let Event::NoteAdded { note, .. } | Event::NoteRevised { note, .. } | Event::NoteRestored { note } = touched {
            self.touched.insert(*note, self.events);
        }
        let by_choice = |session: &Session| matches!(session.audio(), Audio::NotesOnly(_));
        let was_declined = by_choice(&self.session);
        self.steps.happens(&self.session, self.events, &event);
        self.session.apply(&event);
        // Consent that is withdrawn ends the recording at once, whatever the recorder was told before.
        if event.about() == About::SetUp && !was_declined && by_choice(&self.session) {
            effects.push(Effect::CloseTake);
        }
        effects.push(Effect::Append(self.events, event));
    }

    /// Every event up to number `n` is on disk.
    pub(crate) fn saved(&mut self, n: u64) {
        self.saved = self.saved.max(n);
        let saved = self.saved;
        self.touched.retain(|_, at| *at > saved);
    }

    /// Whether the latest of `note` is on disk.
    pub fn is_saved(&self, note: NoteId) -> bool {
        !self.touched.contains_key(&note)
    }

    /// How many events its journal has, or will have.
    pub fn events(&self) -> u64 {
        self.events
    }

    /// The line of the journal that would be taken back next; 0 if there is none.
    pub(crate) fn last_step(&self) -> u64 {
        self.steps.last().map_or(0, |step| step.of)
    }

    /// How many lines its journal has.
    pub(crate) fn lines(&self) -> u64 {
        self.events
    }

    /// Another screen lies on top: what was done on the one before is not taken back from here.
    pub(crate) fn forget_steps(&mut self) {
        self.steps = Steps::default();
    }

    /// How many events are not on disk yet.
    pub fn unsaved(&self) -> u64 {
        self.events - self.saved
    }
}

/// Where somebody was in a session: what they find when they come back to it, from another screen or from the list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The note that was chosen while listening back.
    pub note: Option<NoteId>,
    /// Where the playhead stood.
    pub head: Position,
    /// What was chosen while writing the summary.
    pub row: Option<Row>,
}

/// The screen on top.
#[derive(Debug)]
pub enum Screen {
    /// The sessions of the study.
    Home(Home),
    /// The form before an interview.
    Setup(Box<Setup>),
    /// The interview.
    Interview(Box<Room>),
    /// Listening back.
    Listen(Listen),
    /// The member-check summary.
    Statements(Statements),
}

/// How bright the screen is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// The terminal's own colours.
    #[default]
    Normal,
    /// Everything dim: for a dark room and a laptop that must not be noticed.
    Dim,
}

/// Where one goes when an interview ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum After {
    /// To the list of sessions.
    Home,
    /// Out of the program.
    Leave,
}

/// What becomes of what is done here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Keeping {
    /// It is kept in the study.
    #[default]
    Kept,
    /// Nothing of it is: a rehearsal.
    Nothing,
    /// It lies in a study to be thrown away: a demonstration.
    ForShow,
}

/// Bars in the level meter, one for each of the last turns.
pub const METER_BARS: usize = 8;

/// All the interface knows.
#[derive(Debug)]
pub struct Model {
    /// The screen on top.
    pub screen: Screen,
    /// What lies over it.
    pub overlay: Option<Overlay>,
    /// The session that is open.
    pub sitting: Option<Sitting>,
    /// What the study offers.
    pub study: Study,
    /// What there is to say.
    pub notices: Notices,
    /// The moment of the last message.
    pub now: Now,
    /// What the gauges said last.
    pub telemetry: Telemetry,
    /// The last levels in dBFS, oldest first.
    pub meter: VecDeque<f32>,
    /// When the sound was too loud for the last time.
    pub clipped_ms: Option<u64>,
    /// How bright.
    pub theme: Theme,
    /// Where one goes when an interview ends.
    pub after: After,
    /// What becomes of what is done here.
    pub keeping: Keeping,
    /// The session that was chosen or opened last, by its folder's name: the one that the list is come back to.
    pub(crate) latest: Option<String>,
    /// Where somebody was in each session, by its folder's name.
    places: BTreeMap<String, Place>,
    /// What is known of the keys before.
    pub(crate) hand: Hand,
    /// How many characters of a paste were left out, and when the last of them came.
    pub(crate) left_out: Option<(u64, u64)>,
    /// Whether the program is on its way out.
    pub leaving: bool,
}

impl Model {
    /// The interface at its start, on the home screen.
    pub fn new(study: Study) -> Self {
        Self {
            screen: Screen::Home(Home::default()),
            overlay: None,
            sitting: None,
            study,
            notices: Notices::default(),
            now: Now { position: Position::START, wall: Stamp::new(0, 0), mono_ms: 0 },
            telemetry: Telemetry::default(),
            meter: VecDeque::new(),
            clipped_ms: None,
            theme: Theme::default(),
            after: After::Home,
            keeping: Keeping::default(),
            latest: None,
            places: BTreeMap::new(),
            hand: Hand::default(),
            left_out: None,
            leaving: false,
        }
    }

    /// Where keys are looked up.
    pub fn context(&self) -> Context {
        match &self.screen {
            Screen::Home(_) => Context::Home,
            Screen::Setup(_) => Context::Setup,
            Screen::Interview(_) => Context::Interview,
            Screen::Listen(_) => Context::Listen,
            Screen::Statements(_) => Context::Statements,
        }
    }

    /// The session that is open.
    pub fn session(&self) -> Option<&Session> {
        self.sitting.as_ref().map(|s| &s.session)
    }

    /// Asks the session for `command` and says whether it was done; a refusal becomes a notice.
    pub(crate) fn ask(&mut self, command: Command, effects: &mut Vec<Effect>) -> bool {
        let Some(sitting) = &mut self.sitting else { return false };
        match sitting.session.decide(command) {
            Ok(event) => {
                // Another statement, another letter: where the one before lies is no news any more.
                if event.about() == About::Statements {
                    self.notices.over(Notable::Letter);
                }
                sitting.record(event, effects);
                true
            }
            Err(refusal) => {
                self.say(Weight::News, refusal.to_string());
                false
            }
        }
    }

    /// Takes the last step of this screen back, or does once more what was taken back last, and says by name what that was. The event
    /// that did it, so that the screen can go to what it is about.
    pub(crate) fn step(&mut self, way: UndoWay, effects: &mut Vec<Effect>) -> Option<Event> {
        let sitting = self.sitting.as_ref()?;
        let next = match way {
            UndoWay::Back => sitting.steps.last(),
            UndoWay::Again => sitting.steps.next(),
        };
        let Some(step) = next.cloned() else {
            self.say(Weight::News, if way == UndoWay::Back { "nothing to undo" } else { "nothing was taken back" });
            return None;
        };
        let name = match &self.screen {
            // The participant may glance at this screen: of what is the team's only, it says no more than it shows.
            Screen::Interview(_) => veiled(&sitting.session, &step.by),
            Screen::Home(_) | Screen::Setup(_) | Screen::Listen(_) | Screen::Statements(_) => None,
        };
        let name = name.unwrap_or_else(|| named(&sitting.session, &step.by, way));
        let by = step.by.clone();
        if !self.ask(Command::Undo(step), effects) {
            return None;
        }
        self.say(
            Weight::News,
            match way {
                UndoWay::Back => format!("taken back: {name}. Ctrl-Y brings it back"),
                UndoWay::Again => format!("there again: {name}"),
            },
        );
        Some(by)
    }

    /// A line is being written, and what is not saved is not touched by what was saved before it.
    pub(crate) fn says_a_line_is_written(&mut self) {
        self.say(Weight::News, "a line is being written: Enter saves it, Esc puts it aside; then undo");
    }

    /// Lets something have happened that nobody decided: what the recorder reports.
    pub(crate) fn happened(&mut self, event: Event, effects: &mut Vec<Effect>) {
        if let Some(sitting) = &mut self.sitting {
            sitting.record(event, effects);
        }
    }

    /// Says what a key did, or why it did nothing.
    pub(crate) fn say(&mut self, weight: Weight, text: impl Into<String>) {
        self.tell(Notable::Act, weight, text);
    }

    /// Says `text` about `subject`.
    pub(crate) fn tell(&mut self, subject: Notable, weight: Weight, text: impl Into<String>) {
        self.notices.say(subject, weight, text, self.now.mono_ms);
    }

    /// Takes the session that was opened.
    pub(crate) fn sit(&mut self, open: Open) {
        self.latest = Some(open.name.clone());
        self.sitting = Some(Sitting::new(open.name, open.session, open.events, open.changed));
        if let Some(mended) = open.mended {
            self.tell(Notable::Study, Weight::Warning, mended);
        }
    }

    /// Where somebody was in the session that is open.
    pub(crate) fn place(&self) -> Place {
        self.sitting.as_ref().and_then(|s| self.places.get(&s.name)).copied().unwrap_or_default()
    }

    /// Takes note of where somebody is in the session that is open.
    pub(crate) fn keep_place(&mut self, change: impl FnOnce(&mut Place)) {
        if let Some(sitting) = &self.sitting {
            change(self.places.entry(sitting.name.clone()).or_default());
        }
    }

    /// Whether the sound was too loud within the last seconds: long enough to be seen by somebody who looks up now and then.
    pub fn clips(&self) -> bool {
        const SHOWN_MS: u64 = 3_000;
        self.clipped_ms.is_some_and(|at| self.now.mono_ms.saturating_sub(at) < SHOWN_MS)
    }

    /// Minutes of recording the disk still takes.
    pub fn minutes_left(&self) -> Option<u64> {
        self.telemetry.free.map(|free| free / self.study.byte_rate.max(1) / 60)
    }

    /// Hours of recording the disk still takes.
    pub fn hours_left(&self) -> Option<u64> {
        self.minutes_left().map(|minutes| minutes / 60)
    }
}

/// What a step is about, by its kind and length, where it is a note that only the team may read.
fn veiled(session: &Session, by: &Event) -> Option<String> {
    let (Event::NoteStruck { note } | Event::NoteRestored { note } | Event::NoteRevised { note, .. }) = by else { return None };
    let note = session.note(*note).filter(|note| !note.kind.is_shareable() && !note.is_moment())?;
    Some(format!("{} of {}", note.kind.word(), counted(note.text.split_whitespace().count() as u64, "word")))
}
