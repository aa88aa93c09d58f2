//! What every screen may touch, and all that it may: the session that is open, what the study offers, what there is to say, the moment
//! and the gauges, and what is asked of the world.
//!
//! Values only. A screen is given itself and this; which screen lies on top is nobody's business but `update`'s.

use std::collections::BTreeMap;
use std::collections::VecDeque;

use crate::domain::command::Command;
use crate::domain::command::Refusal;
use crate::domain::event::Event;
use crate::domain::event::about::About;
use crate::domain::hearing::Hearing;
use crate::domain::incident::Incident;
use crate::domain::member_check::acts;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::prepared::RoomCheck;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::undo::Beyond;
use crate::domain::undo::UndoWay;
use crate::domain::undo::named;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::hand::Again;
use crate::tui::hand::Asked;
use crate::tui::hand::Hand;
use crate::tui::heard_along::HeardAlong;
use crate::tui::keymap::Action;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action;
use crate::tui::listener::Listener;
use crate::tui::listener::Manner;
use crate::tui::msg::Now;
use crate::tui::msg::OpenSession;
use crate::tui::msg::Telemetry;
use crate::tui::notice::Notices;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::offer::Offer;
use crate::tui::place::Place;
use crate::tui::playback::Playback;
use crate::tui::ring::Ring;
use crate::tui::sitting::Sitting;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

mod playing;

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

/// Where the key works that opens a reviewed session for changes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Reopening {
    /// On this screen.
    Here,
    /// On another.
    #[default]
    Elsewhere,
}

/// Bars in the level meter, one for each of the last turns.
pub const METER_BARS: usize = 8;

/// A voice at the far side of a room still peaks above this, in dBFS; one that does not is hard to understand afterwards.
pub(crate) const VOICE_DB: f32 = -45.0;

/// What the gauges showed last.
#[derive(Clone, Debug, Default)]
pub struct Gauges {
    /// At the last turn.
    pub last: Telemetry,
    /// When that was.
    pub(crate) read_ms: u64,
    /// The last levels in dBFS, oldest first.
    pub meter: VecDeque<f32>,
    /// When the sound was too loud for the last time.
    pub clipped_ms: Option<u64>,
    /// When somebody was heard for the last time.
    pub heard_ms: Option<u64>,
}

impl Gauges {
    /// Takes what the gauges say at a turn.
    pub(crate) fn read(&mut self, told: Telemetry, now_ms: u64) {
        if told.clipped > self.last.clipped {
            self.clipped_ms = Some(now_ms);
        }
        (self.last, self.read_ms) = (told, now_ms);
        let Some(db) = told.peak_db else {
            (self.heard_ms, self.meter) = (None, VecDeque::new());
            return;
        };
        if db > VOICE_DB {
            self.heard_ms = Some(now_ms);
        }
        self.meter.push_back(db);
        while self.meter.len() > METER_BARS {
            self.meter.pop_front();
        }
    }
}

/// How much is told of a step that is taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Telling {
    /// All of it.
    Openly,
    /// The participant may glance at this screen: of what is the team's only, no more than the screen shows.
    #[default]
    Veiled,
    /// The participant may read this screen: of no note more than its kind and length.
    Covered,
}

/// What every screen may touch.
#[derive(Debug)]
pub struct Shared {
    /// The session that is open.
    pub sitting: Option<Sitting>,
    /// What the study offers.
    pub offer: Offer,
    /// What there is to say.
    pub notices: Notices,
    /// The moment of the last message.
    pub now: Now,
    /// What the gauges said last.
    pub gauges: Gauges,
    /// How bright.
    pub theme: Theme,
    /// Where one goes when an interview ends.
    pub after: After,
    /// What becomes of what is done here.
    pub keeping: Keeping,
    /// The session that was chosen or opened last, by its folder's name: the one that the list is come back to.
    pub(crate) latest: Option<String>,
    /// Where somebody was in each session, by its folder's name.
    pub(crate) places: BTreeMap<String, Place>,
    /// Where the key works that opens a reviewed session.
    pub(crate) reopening: Reopening,
    /// Seconds of the recording that memory holds because no disk takes them, as they were told last.
    pub(crate) held_seconds: u32,
    /// The number to ring if the line drops, while an interview by video is open.
    pub(crate) ring: Ring,
    /// What the check of the room found, until an interview begins: its journal keeps it.
    pub(crate) room_checked: Option<RoomCheck>,
    /// Where playing is, or would begin.
    pub playback: Playback,
    /// Which notes were listened to.
    pub(crate) heard_along: HeardAlong,
    /// How it is heard, for as long as the program runs.
    pub hearing: Hearing,
    /// The keys as they are here.
    pub keys: Keys,
    /// What is known of the keys before.
    pub(crate) hand: Hand,
    /// Whoever hears the screens.
    pub(crate) listener: Listener,
    /// What is asked of the world, in order; `update` gives it back.
    pub(crate) effects: Vec<Effect>,
}

impl Shared {
    /// Over what a study offers, with nothing open.
    pub(crate) fn new(offer: Offer) -> Self {
        Self {
            sitting: None,
            offer,
            notices: Notices::default(),
            now: Now { position: Position::START, wall: Stamp::new(0, 0), mono_ms: 0 },
            gauges: Gauges::default(),
            theme: Theme::default(),
            after: After::Home,
            keeping: Keeping::default(),
            latest: None,
            places: BTreeMap::new(),
            reopening: Reopening::default(),
            held_seconds: 0,
            ring: Ring::default(),
            room_checked: None,
            playback: Playback::default(),
            heard_along: HeardAlong::default(),
            hearing: Hearing::default(),
            keys: Keys::default(),
            hand: Hand::default(),
            listener: Listener::default(),
            effects: Vec::new(),
        }
    }

    /// From now on the screens are shown so.
    pub(crate) fn shows(&mut self, manner: Manner) {
        self.listener = Listener::of(manner);
        self.hand.waits_for(manner);
    }

    /// The session that is open.
    pub(crate) fn session(&self) -> Option<&Session> {
        self.sitting.as_ref().map(|s| &s.session)
    }

    /// Where the session that is open stands.
    pub(crate) fn phase(&self) -> Option<Phase> {
        self.session().map(Session::phase)
    }

    /// Whether an interview is under way.
    pub(crate) fn is_under_way(&self) -> bool {
        matches!(self.phase(), Some(Phase::Recording | Phase::OffRecord))
    }

    /// Asks `effect` of the world.
    pub(crate) fn want(&mut self, effect: Effect) {
        self.effects.push(effect);
    }

    /// Asks the session for `command` and says whether it was done; a refusal becomes a notice.
    pub(crate) fn ask(&mut self, command: Command) -> bool {
        let Some(sitting) = &mut self.sitting else { return false };
        match sitting.session.decide(command) {
            Ok(event) => {
                let event = event.begun_on(self.now.wall);
                // Another statement, another letter: where the one before lies is no news any more.
                if event.about() == About::Statements {
                    self.notices.over(Subject::Letter);
                }
                self.happened(event);
                true
            }
            Err(refusal) => {
                self.refuse(&refusal);
                false
            }
        }
    }

    /// Asks for all of these, one after the other; where one is refused, none is done.
    pub(crate) fn ask_all(&mut self, commands: Vec<Command>) -> bool {
        let Some(session) = self.session() else { return false };
        match acts::decided(session, commands) {
            Ok(events) => {
                for event in events {
                    self.happened(event);
                }
                true
            }
            Err(refusal) => {
                self.refuse(&refusal);
                false
            }
        }
    }

    /// Says why something is not done, and by which key it could be.
    pub(crate) fn refuse(&mut self, refusal: &Refusal) {
        let text = match refusal {
            Refusal::IsReviewed => {
                let key = self.key(action::Listen::Reopen);
                match self.reopening {
                    Reopening::Here => format!("{refusal} ({key})"),
                    Reopening::Elsewhere => say!("reopened-elsewhere", refusal = refusal.to_string(), key = key),
                }
            }
            other => other.to_string(),
        };
        self.say(Weight::News, text);
    }

    /// Lets something have happened: what was decided, or what the recorder reports.
    pub(crate) fn happened(&mut self, event: Event) {
        if let Some(sitting) = &mut self.sitting {
            self.effects.extend(sitting.record(event));
        }
    }

    /// Journals something that went wrong while an interview is under way.
    pub(crate) fn journal(&mut self, incident: Incident) {
        if self.is_under_way() {
            self.happened(Event::Incident { at: self.now.position, incident: incident.into() });
        }
    }

    /// Takes the last step of this screen back, or does once more what was taken back last, and says by name what that was. The event
    /// that did it, so that the screen can go to what it is about. What was taken back is done once more by `redo`.
    pub(crate) fn step(&mut self, way: UndoWay, telling: Telling, redo: impl Into<Action>) -> Option<Event> {
        if way == UndoWay::Back
            && let Some(beyond) = self.sitting.as_mut()?.passes_beyond()
        {
            let words = match beyond {
                Beyond::Consent => say!("undo-beyond-consent"),
                Beyond::Distress => say!("undo-beyond-distress", key = self.key(action::Interview::Distress)),
            };
            self.say(Weight::News, words);
            return None;
        }
        let sitting = self.sitting.as_ref()?;
        let Some(step) = sitting.step(way).cloned() else {
            if sitting.session.phase() == Phase::Reviewed {
                self.refuse(&Refusal::IsReviewed);
            } else {
                self.say(Weight::News, if way == UndoWay::Back { say!("nothing-to-undo") } else { say!("nothing-to-redo") });
            }
            return None;
        };
        let name = match telling {
            Telling::Veiled => counted(&sitting.session, &step.by, |note| !note.kind.is_shareable()),
            Telling::Covered => counted(&sitting.session, &step.by, |_| true),
            Telling::Openly => None,
        };
        let name = name.unwrap_or_else(|| named(&sitting.session, &step.by, way));
        let by = step.by.clone();
        if !self.ask(Command::Undo(step)) {
            return None;
        }
        let words = match way {
            UndoWay::Back => say!("taken-back", what = name, key = self.key(redo)),
            UndoWay::Again => say!("there-again", what = name),
        };
        self.say(Weight::News, words);
        Some(by)
    }

    /// A line is being written, and what is not saved is not touched by what was saved before it.
    pub(crate) fn says_a_line_is_written(&mut self, save: impl Into<Action>, put_aside: impl Into<Action>) {
        let (save, aside) = (self.key(save), self.key(put_aside));
        self.say(Weight::News, say!("line-is-written", save = save, aside = aside));
    }

    /// The key that does `action`, as a sentence names it.
    pub(crate) fn key(&self, action: impl Into<Action>) -> String {
        self.keys.name(action)
    }

    /// Says what a key did, or why it did nothing.
    pub(crate) fn say(&mut self, weight: Weight, text: impl Into<String>) {
        self.tell(Subject::Act, weight, text);
    }

    /// Says `text` about `subject`.
    pub(crate) fn tell(&mut self, subject: Subject, weight: Weight, text: impl Into<String>) {
        self.notices.say(subject, weight, text, self.now.mono_ms);
    }

    /// A turn of the loop: the moment and the gauges. Old news goes.
    pub(crate) fn turn(&mut self, now: Now, told: Telemetry) {
        self.now = now;
        self.gauges.read(told, now.mono_ms);
        self.notices.turn(now.mono_ms);
        self.hand.turn(&mut self.notices, now.mono_ms);
    }

    /// Whether the key that is being looked at was the only one; if not, says that it has to be pressed again.
    pub(crate) fn came_alone(&mut self) -> bool {
        self.hand.came_alone(&mut self.notices, self.now.mono_ms)
    }

    /// Whether the last key meant `action` as well, so that this one means it; if not, says in `words` what the same key would do. The
    /// words are given how to say which key has to come again.
    pub(crate) fn means_it(&mut self, action: impl Into<Action>, words: impl FnOnce(&Message) -> String) -> bool {
        let action = action.into();
        let again = match self.hand.asked() {
            Asked::ByKey => message!("key-again", key = self.keys.names(action)),
            Asked::ByName => message!("key-by-name", key = self.keys.names(action)),
        };
        self.hand.means_it(action, || words(&again), &mut self.notices, self.now.mono_ms)
    }

    /// Whether it was asked if `action` is meant, and the same key would say so.
    pub(crate) fn is_asked(&self, action: Action) -> bool {
        self.hand.question().is_some_and(|question| question.is_about(action))
    }

    /// A key is over, before which `question` stood.
    pub(crate) fn took(&mut self, chord: Chord, question: Option<Again>) {
        self.hand.took(chord, question, &mut self.notices, self.now.mono_ms);
    }

    /// The question is over: something was done that does not answer it.
    pub(crate) fn withdraw_question(&mut self) {
        self.hand.withdraw(&mut self.notices);
    }

    /// Takes the session that was opened.
    pub(crate) fn sit(&mut self, open: OpenSession) {
        self.latest = Some(open.name.clone());
        self.sitting = Some(Sitting::new(open.name, open.session, open.events, open.changed).after(open.last_time));
        self.left_so(open.left);
        if let Some(mended) = open.mended {
            self.tell(Subject::Study, Weight::Warning, mended);
        }
    }

    /// How many lines the journal has.
    pub(crate) fn journal_lines(&self) -> u64 {
        self.sitting.as_ref().map_or(0, Sitting::journal_lines)
    }

    /// The line of the journal that would be taken back next; 0 if there is none.
    pub(crate) fn last_step(&self) -> u64 {
        self.sitting.as_ref().map_or(0, Sitting::last_step)
    }

    /// The note that was saved last since the session was opened.
    pub(crate) fn last_note(&self) -> Option<&Note> {
        self.sitting.as_ref().and_then(Sitting::last_note)
    }

    /// Whether the latest of `note` is on disk.
    pub(crate) fn is_saved(&self, note: NoteId) -> bool {
        self.sitting.as_ref().is_none_or(|s| s.is_saved(note))
    }

    /// Where somebody was in the session that is open.
    pub(crate) fn place(&self) -> Place {
        self.sitting.as_ref().and_then(|s| self.places.get(s.name())).cloned().unwrap_or_default()
    }

    /// Takes note of where somebody is in the session that is open.
    pub(crate) fn keep_place(&mut self, change: impl FnOnce(&mut Place)) {
        if let Some(sitting) = &self.sitting {
            change(self.places.entry(sitting.name().to_owned()).or_default());
        }
    }

    /// Whether the sound was too loud within the last seconds: long enough to be seen by somebody who looks up now and then.
    pub(crate) fn clips(&self) -> bool {
        const SHOWN_MS: u64 = 3_000;
        self.gauges.clipped_ms.is_some_and(|at| self.now.mono_ms.saturating_sub(at) < SHOWN_MS)
    }

    /// Whether somebody was heard a moment ago: people draw breath, and think.
    pub(crate) fn hears(&self) -> bool {
        const SHOWN_MS: u64 = 10_000;
        self.gauges.heard_ms.is_some_and(|at| self.now.mono_ms.saturating_sub(at) < SHOWN_MS)
    }

    /// Minutes of recording the disk still takes.
    pub(crate) fn minutes_left(&self) -> Option<u64> {
        self.gauges.last.free.map(|free| free / self.offer.byte_rate.max(1) / 60)
    }

    /// What is wrong with the disk before an interview: what it refused when it was tried, or that there is no room for a recording.
    pub(crate) fn disk_trouble(&self) -> Option<String> {
        let full = || self.minutes_left().filter(|minutes| *minutes == 0).map(|_| say!("no-room-to-record"));
        self.offer.disk_refuses.clone().or_else(full)
    }

    /// Hours of recording the disk still takes.
    pub(crate) fn hours_left(&self) -> Option<u64> {
        self.minutes_left().map(|minutes| minutes / 60)
    }
}

/// What a step is about, by its kind and length, where it is a note whose words are `hidden`.
fn counted(session: &Session, by: &Event, hidden: impl Fn(&Note) -> bool) -> Option<String> {
    let (Event::NoteStruck { note } | Event::NoteRestored { note } | Event::NoteRevised { note, .. }) = by else { return None };
    let note = session.note(*note).filter(|note| hidden(note) && !note.is_moment())?;
    Some(note.kind.counted(&note.text))
}
