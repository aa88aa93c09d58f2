//! The session that is open: what of it is on disk, and what can be taken back.

use std::collections::BTreeMap;

use crate::domain::event::Event;
use crate::domain::event::about::About;
use crate::domain::last_time::LastTime;
use crate::domain::letter::LetterSettings;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::left;
use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::time::Stamp;
use crate::domain::undo::Beyond;
use crate::domain::undo::Steps;
use crate::domain::undo::UndoStep;
use crate::domain::undo::UndoWay;
use crate::tui::effect::Effect;
use crate::tui::in_words::InWords;
use crate::tui::msg::Drawn;

/// What was found when the takes were read back.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OnDisk {
    /// When that was done.
    pub at: Stamp,
    /// Each take.
    pub takes: Vec<TakeCheck>,
}

impl OnDisk {
    /// What there is to say of takes that are not what was recorded.
    pub(crate) fn wrong(&self) -> impl Iterator<Item = String> {
        self.takes.iter().filter(|take| !take.state.is_as_recorded()).filter_map(TakeCheck::words)
    }
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
    /// What an earlier interview with the same participant left.
    pub last_time: Option<LastTime>,
    /// Its transcripts, once they were read.
    pub in_words: InWords,
    /// What was found when its takes were read back; nothing before they were.
    pub on_disk: Option<OnDisk>,
    /// Its waveform, or how far it is got; nothing before anybody asked for it.
    pub waveform: Option<Drawn>,
    /// What a letter says beside its statements, or why there would be none; nothing before anybody asked for it.
    pub letter: Option<Result<LetterSettings, String>>,
    events: u64,
    saved: u64,
    touched: BTreeMap<NoteId, u64>,
    /// The first note that was written since it was opened, if there is one.
    first: NoteId,
    /// What was done since it was opened and can be taken back.
    steps: Steps,
}

impl Sitting {
    /// A session as it was opened: all of it on disk.
    pub(crate) fn new(name: String, open: Session, events: u64, changed: Vec<TakeCheck>) -> Self {
        let (first, touched, steps) = (open.next_note(), BTreeMap::new(), Steps::default());
        Self {
            name,
            session: open,
            changed,
            last_time: None,
            in_words: InWords::default(),
            on_disk: None,
            waveform: None,
            letter: None,
            events,
            saved: events,
            touched,
            first,
            steps,
        }
    }

    /// The same session, after an earlier interview that left this.
    pub(crate) fn after(self, last_time: Option<LastTime>) -> Self {
        Self { last_time, ..self }
    }

    /// Its transcripts were read.
    pub(crate) fn read(&mut self, in_words: InWords) {
        self.in_words = in_words;
        self.in_words.see(&self.session);
    }

    /// What the participant wants of its sound that is not done, and how it is.
    pub(crate) fn wish(&self) -> Option<String> {
        let left = left(self.session.takes().keys().copied(), &self.changed);
        Some(self.session.open_wish()?.what_to_do(left, Some(&self.name)))
    }

    /// Lets `event` have happened, and says what that asks of the world.
    pub(crate) fn record(&mut self, event: Event) -> Vec<Effect> {
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
        self.in_words.happened(&self.session, &event);
        // Consent that is withdrawn ends the recording at once, whatever the recorder was told before.
        let ends = event.about() == About::SetUp && !was_declined && by_choice(&self.session);
        ends.then_some(Effect::CloseTake).into_iter().chain([Effect::Append(self.events, Box::new(event))]).collect()
    }

    /// Every event up to number `n` is on disk.
    pub(crate) fn saved(&mut self, n: u64) {
        self.saved = self.saved.max(n);
        let saved = self.saved;
        self.touched.retain(|_, at| *at > saved);
    }

    /// The note that was written last since it was opened, of those that stand.
    pub(crate) fn last_note(&self) -> Option<&Note> {
        self.session.notes().next_back().filter(|note| note.id >= self.first)
    }

    /// Whether the latest of `note` is on disk.
    pub(crate) fn is_saved(&self, note: NoteId) -> bool {
        !self.touched.contains_key(&note)
    }

    /// The name of its folder.
    pub(crate) fn name(&self) -> &str {
        &self.name
    }

    /// What was done since the last step and no key takes back; asked once, it stands in the way no more.
    pub(crate) fn passes_beyond(&mut self) -> Option<Beyond> {
        self.steps.passes_beyond()
    }

    /// What would be taken back next, or done once more.
    pub(crate) fn step(&self, way: UndoWay) -> Option<&UndoStep> {
        match way {
            UndoWay::Back => self.steps.last(),
            UndoWay::Again => self.steps.next(),
        }
    }

    /// The line of the journal that would be taken back next; 0 if there is none.
    pub(crate) fn last_step(&self) -> u64 {
        self.steps.last().map_or(0, |step| step.of)
    }

    /// How many lines its journal has, or will have.
    pub fn journal_lines(&self) -> u64 {
        self.events
    }

    /// Another screen lies on top: what was done on the one before is not taken back from here.
    pub(crate) fn forget_steps(&mut self) {
        self.steps = Steps::default();
    }

    /// How many notes are not on disk as they stand.
    pub fn unsaved_notes(&self) -> u64 {
        self.touched.len() as u64
    }

    /// How many events are not on disk yet.
    pub fn unsaved(&self) -> u64 {
        self.events - self.saved
    }
}
