//! The transcript beside the notes: whether it stands in their place, a passage that becomes a quote, and what was listened to.
//!
//! A suspect passage is listened to when it was played from its beginning to its end without a leap; that is journaled, and is no step that a
//! key takes back.

use std::time::Duration;

use crate::domain::command::Command;
use crate::domain::note::Draft;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::seats;
use crate::domain::seats::Voice;
use crate::domain::stands::Stands;
use crate::domain::transcript::PassageHeard;
use crate::domain::transcript::PassageName;
use crate::domain::transcript::Spoken;
use crate::domain::transcript::Trust;
use crate::tui::effect::Effect;
use crate::tui::heard_along::NEAR;
use crate::tui::keymap::action;
use crate::tui::notice::Weight;
use crate::tui::screen::listen::editing;
use crate::tui::shared::Shared;
use crate::tui::sitting::Sitting;
use crate::words::say;

/// A longer passage is no quote, but a page: in characters.
const LONGEST_QUOTE: usize = 4_000;

/// So long after its end a passage is still the one that somebody means who presses a key.
const LATE: Duration = Duration::from_secs(4);

/// What stands in the list's place.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Place {
    /// The notes; the transcript beside them where there is room.
    #[default]
    Beside,
    /// The transcript.
    Instead,
}

/// What is known of the transcript while one listens.
#[derive(Debug, Default)]
pub(super) struct Words {
    pub(super) place: Place,
}

impl Words {
    /// They are read when somebody listens for the first time.
    pub(super) fn enter(found: Option<PassageName>, shared: &mut Shared) -> Self {
        if shared.sitting.as_mut().is_some_and(|Sitting { session, in_words, .. }| in_words.asks_to_be_read(session)) {
            shared.want(Effect::ReadTranscripts);
        }
        Self::at(found)
    }

    /// What was found in it is read there.
    pub(super) fn at(found: Option<PassageName>) -> Self {
        Self { place: if found.is_some() { Place::Instead } else { Place::default() } }
    }

    /// The transcript in place of the notes, or the notes again.
    pub(super) fn turn_over(&mut self, shared: &mut Shared) {
        if shared.sitting.as_ref().is_none_or(|sitting| sitting.in_words.is_empty()) {
            let session = shared.sitting.as_ref().map_or(String::new(), |sitting| sitting.name().to_owned());
            return shared.say(Weight::News, say!("transcript-none", session = session));
        }
        self.place = if self.place == Place::Beside { Place::Instead } else { Place::Beside };
    }

    /// The sound has gone on: suspect passages that were played whole are listened to.
    pub(super) fn listen(shared: &mut Shared) {
        let Some(((from, head), sitting)) = shared.heard_along.run().zip(shared.sitting.as_ref()) else { return };
        if sitting.in_words.is_empty() {
            return;
        }
        let is_whole = |one: &Spoken| from <= one.from.forward(NEAR) && one.to.back(NEAR) <= head;
        let suspect = (0..).zip(sitting.in_words.places()).filter(|(_, one)| one.trust == Trust::Suspect).map(|(n, _)| n);
        let played = suspect.filter_map(|n| sitting.in_words.passage(&sitting.session, n)).filter(is_whole);
        let whole: Vec<PassageHeard> =
            played.map(|one| PassageHeard { transcript: one.transcript, passage: one.number, stands: Stands::Stands }).collect();
        for one in whole {
            shared.ask(Command::HearPassage(one));
        }
    }
}

/// What the passage that is spoken now is as a quote.
pub(super) enum Quotable {
    /// It is this note already.
    Note(NoteId),
    /// It would be this one.
    Fresh(Box<Draft>),
}

/// The passage that is spoken now becomes a note with its time; which.
pub(super) fn quote(shared: &mut Shared) -> Option<NoteId> {
    let draft = match quotable(shared)? {
        Quotable::Note(note) => {
            shared.say(Weight::News, say!("transcript-quoted-already"));
            return Some(note);
        }
        Quotable::Fresh(draft) => draft,
    };
    let (fresh, at) = (shared.session()?.next_note(), draft.stamp.raw.to_string());
    if !shared.ask(Command::AddNote(*draft)) {
        return None;
    }
    let key = shared.key(action::Listen::Undo);
    shared.say(Weight::News, say!("transcript-quoted", at = at, key = key));
    Some(fresh)
}

/// What the passage that is spoken now is as a quote; nothing, and why is said, where it can be none.
pub(super) fn quotable(shared: &mut Shared) -> Option<Quotable> {
    let sitting = shared.sitting.as_ref()?;
    let session = &sitting.session;
    if sitting.in_words.is_awaited() {
        shared.say(Weight::News, say!("transcript-awaited"));
        return None;
    }
    if sitting.in_words.is_empty() {
        let name = sitting.name().to_owned();
        shared.say(Weight::News, say!("transcript-none", session = name));
        return None;
    }
    let head = shared.head();
    let current = sitting.in_words.spoken_at(session, head);
    // Where one is left out, the one before it is not what somebody means.
    let is_left_out = |passage: &Spoken| head > passage.to && sitting.in_words.is_left_out(session, head);
    let Some(passage) = current.filter(|passage| !is_left_out(passage)) else {
        let words =
            if sitting.in_words.is_left_out(session, head) { say!("transcript-not-shown") } else { say!("transcript-nobody-speaks") };
        shared.say(Weight::News, words);
        return None;
    };
    if session.is_interviewer(passage.speaker) {
        let words = say!("transcript-interviewer", speaker = passage.speaker);
        shared.say(Weight::News, words);
        return None;
    }
    if let Err(refusal) = session.may_quote_passage(passage.trust) {
        shared.refuse(&refusal);
        return None;
    }
    if shared.head() > passage.to.forward(LATE) {
        shared.say(Weight::News, say!("transcript-nobody-speaks"));
        return None;
    }
    let is_it = |at, kind, text: &str| at == passage.from && kind == NoteKind::Quote && text.trim() == passage.words.trim();
    let is_of_it = |note: &Note| is_it(note.position, note.kind, &note.text);
    // What was joined to another, or to which another was, is in that.
    let was_it = |note: &Note| !note.joined.is_empty() && note.revisions().iter().any(|was| is_it(was.position, was.kind, &was.text));
    let has_it = |note: &&Note| is_of_it(note) || was_it(note) || session.joined_to(note).any(is_of_it);
    let quoted = session.notes().find(has_it).map(|note| note.id);
    if let Some(note) = quoted {
        return Some(Quotable::Note(note));
    }
    if passage.words.chars().count() > LONGEST_QUOTE {
        let key = shared.key(action::Listen::NewNote);
        shared.say(Weight::News, say!("transcript-long-quote", key = key));
        return None;
    }
    let voice = Voice { seats: session.seat_of_speaker(passage.speaker).into_iter().collect(), ..Voice::default() };
    let text = seats::line(&voice, passage.words, session.table());
    let question = editing::question_at(session, passage.from);
    // Nothing was heard live, so nothing is taken off for reacting.
    let stamp = NoteStamp { raw: passage.from, reaction_ms: 0 };
    let draft = Draft { kind: NoteKind::Quote, text, stamp, question, off_record: false, revises: None, until: Some(passage.to) };
    Some(Quotable::Fresh(Box::new(draft)))
}
