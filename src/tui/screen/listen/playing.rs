//! The sound while listening back: by seconds, by note, by question, by who speaks; round and round a note; and the choice that follows it.

use std::time::Duration;

use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::keymap::action::Listen;
use crate::tui::keymap::action::Playing;
use crate::tui::notice::Weight;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::listen::Over;
use crate::tui::screen::listen::following::Following;
use crate::tui::screen::listen::following::heard_at;
use crate::tui::screen::playing;
use crate::tui::screen::playing::Way;
use crate::tui::shared::Shared;
use crate::words::say;

/// How far one step of the arrows goes.
const STEP: Duration = Duration::from_secs(5);

/// How long a note is gone round at most, and at least where the next comes at once, counted from its moment.
const LONGEST_ROUND: Duration = Duration::from_secs(15);
const SHORTEST_ROUND: Duration = Duration::from_secs(2);

/// Between two turns no more than this is heard, at any speed; what is further is a jump.
const A_TURN: Duration = Duration::from_secs(4);

impl ListeningBack {
    /// Does `action`, which is the same wherever something can be heard.
    pub(super) fn plays(&mut self, action: Playing, shared: &mut Shared) {
        let was_playing = shared.playback.is_playing();
        if let Some(to) = playing::act(action, shared) {
            self.jumped(to, shared);
        }
        keep_head_of(was_playing, shared);
    }

    /// Does `action` of this screen.
    pub(super) fn plays_here(&mut self, action: Listen, shared: &mut Shared) {
        match action {
            Listen::PlayOrPause => self.plays(Playing::PlayOrPause, shared),
            Listen::Back5 => self.jumped(playing::jump(Way::Back, STEP, shared), shared),
            Listen::Forward5 => self.jumped(playing::jump(Way::On, STEP, shared), shared),
            Listen::Loop if shared.playback.around().is_some() => shared.go_round(None),
            Listen::Loop => {
                let round = self.note(shared).and_then(|note| Some(round(note, shared.session()?, shared.lead_in())));
                shared.go_round(round);
                if let Some((from, _)) = round {
                    shared.play(from);
                }
            }
            _ => {}
        }
    }

    /// Goes to the first note of another question, or to the next of whoever is heard in the one that is chosen.
    pub(super) fn goes_by_note(&mut self, action: Listen, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        let notes = session.notes_by_position();
        let at = notes.iter().position(|note| Some(note.id) == self.chosen).unwrap_or(0);
        let to = match action {
            Listen::NextQuestion => notes.iter().skip(at).find(|note| note.question != notes[at].question).map(|note| note.id),
            Listen::PreviousQuestion => question_before(&notes, at),
            Listen::NextTurn => notes.iter().skip(at + 1).find(|note| is_by_same(note, notes[at])).map(|note| note.id),
            Listen::PreviousTurn => notes.iter().take(at).rev().find(|note| is_by_same(note, notes[at])).map(|note| note.id),
            _ => None,
        };
        let nobodys = notes.get(at).is_none_or(|note| note.voice.seats.is_empty());
        match to {
            Some(note) => {
                self.chosen = Some(note);
                self.go_to_chosen(shared);
            }
            None if matches!(action, Listen::NextQuestion | Listen::PreviousQuestion) => {
                shared.say(Weight::News, say!("listen-no-question"));
            }
            None if nobodys => shared.say(Weight::News, say!("listen-nobody")),
            None => shared.say(Weight::News, say!("listen-no-turn")),
        }
    }

    /// To a little before the note that is chosen.
    pub(super) fn go_to_chosen(&mut self, shared: &mut Shared) {
        let unwanted = shared.session().is_some_and(|session| session.open_wish().is_some());
        let Some((note, session)) = self.note(shared).zip(shared.session()) else { return };
        let (at, from) = (note.position, note.heard_from(shared.lead_in()));
        self.following = Following { heard: None, from: Some(at) };
        // Who goes round a note and goes to another goes round that.
        if shared.playback.around().is_some() {
            let round = self.note(shared).map(|note| round(note, session, shared.lead_in()));
            shared.go_round(round);
        }
        // What they want destroyed is not heard by going through the notes, but by whoever asks for it.
        if unwanted {
            shared.seek(from);
        } else {
            let end = shared.session().map_or(Position::START, |s| s.timeline().end());
            shared.play(if from >= end { Position::START } else { from });
        }
    }

    /// Somebody jumped to `to`: what is heard there is what is chosen, if it is heard.
    fn jumped(&mut self, to: Position, shared: &Shared) {
        self.following = Following::default();
        if shared.playback.is_playing() && shared.playback.around().is_none() && self.editing.is_none() {
            self.chosen = shared.session().and_then(|session| heard_at(session, to)).or(self.chosen);
        }
    }

    /// A turn went by: the note that is heard is chosen. While something is written, and while one goes round, the choice stays.
    pub(super) fn follow(&mut self, shared: &Shared) {
        let stays = self.editing.is_some() || !matches!(self.over, Over::Nothing) || shared.playback.around().is_some();
        let Some(head) = shared.gauges.last.playing.filter(|_| shared.playback.is_playing() && !stays) else {
            self.following.heard = None;
            return;
        };
        let before = self.following.heard.replace(head);
        let Some(before) = before.filter(|before| *before <= head && head.since(*before) < A_TURN) else { return };
        let past = self.following.from.map_or(before, |from| before.max(from));
        let notes = shared.session().map(Session::notes_by_position).unwrap_or_default();
        if let Some(note) = notes.iter().rfind(|note| note.position > past && note.position <= head) {
            (self.chosen, self.untouched) = (Some(note.id), false);
        }
    }
}

/// What was played is paused: up to there it was listened to, and that is remembered.
fn keep_head_of(was_playing: bool, shared: &mut Shared) {
    if was_playing && !shared.playback.is_playing() {
        let head = shared.head();
        shared.keep_left(Some(head));
    }
}

/// The stretch that is gone round for `note`: what it is a quote of; else from its lead-in to the next note, or as long as a round may be.
fn round(note: &Note, session: &Session, lead_in: Duration) -> (Position, Position) {
    let at = note.position;
    if let Some(until) = note.until {
        return (at, until.min(session.timeline().end()).max(at.forward(SHORTEST_ROUND)));
    }
    let next = session.notes_by_position().into_iter().map(|other| other.position).find(|other| *other > at);
    let longest = at.forward(LONGEST_ROUND);
    let to = next.unwrap_or(longest).clamp(at.forward(SHORTEST_ROUND), longest);
    (at.back(lead_in), to.min(session.timeline().end()))
}

/// The first note of this question, or, from there, of the one before.
fn question_before(notes: &[&Note], at: usize) -> Option<NoteId> {
    let first_of = |at: usize| (0..=at).rev().take_while(|n| notes[*n].question == notes[at].question).last();
    let first = first_of(at)?;
    let to = if first < at { first } else { first_of(at.checked_sub(1)?)? };
    notes.get(to).map(|note| note.id)
}

/// Whether somebody is heard in both.
fn is_by_same(one: &Note, other: &Note) -> bool {
    one.voice.seats.iter().any(|seat| other.voice.seats.contains(seat))
}
