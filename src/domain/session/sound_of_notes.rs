//! Which stretch of the sound a note is about: one rule for what is heard of it, and for what nobody is given where it is not to be used.
//!
//! A quote of a passage has an extent, and is about exactly that. Any other note has a moment: what it is about begins a little before it,
//! because people write late, and goes on to the next note, at most for half a minute. How far before it is listened to, the study may say.
//! Of what is not to be used, that is what the study says and never less than usual, and it goes on for half a minute whatever else is noted
//! there: what is written, moved or withheld later makes none of it sound again. Off the record nothing was recorded.

use std::time::Duration;

use crate::domain::note::Note;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::withheld::What;
use crate::domain::withheld::Withheld;

/// How long after a note that ends which it is about, at most.
const LONGEST: Duration = Duration::from_secs(30);

/// And at least: two notes in one breath are about one sentence.
const LEAST: Duration = Duration::from_secs(5);

impl Session {
    /// The stretch of sound that `note` is about, from `lead_in` before it on where it has no beginning of its own.
    pub fn sound_of(&self, note: &Note, lead_in: Duration) -> (Position, Position) {
        let at = note.position;
        let next = self.notes().map(|other| other.position).filter(|other| *other > at.forward(LEAST)).min();
        let (from, latest) = self.sound_at(note, at, lead_in);
        let to = next.filter(|_| note.until.is_none()).map_or(latest, |next| next.min(latest));
        (from, self.with_joined(note, to))
    }

    /// Up to where it is, with what was joined to it, where it goes on to `to` by itself.
    fn with_joined(&self, note: &Note, to: Position) -> Position {
        // What was joined to it is heard with it.
        let ends = self.joined_to(note).filter_map(|other| other.until);
        ends.fold(to, Position::max)
    }

    /// The longest that it may be about, where it is `at`.
    fn sound_at(&self, note: &Note, at: Position, lead_in: Duration) -> (Position, Position) {
        if let Some(until) = note.until {
            return (at, at.forward(until.since(note.position)));
        }
        (at.back(lead_in), at.forward(LONGEST).min(self.timeline.end().max(at)))
    }

    /// The notes that are withheld by their numbers, and those whose words are in them, of which there is sound.
    pub(crate) fn notes_by_number(&self) -> impl Iterator<Item = &Note> {
        let named = self.withholding.now().filter_map(|one| if let Some(What::Note(id)) = one.what { self.note(id) } else { None });
        named.flat_map(|note| std::iter::once(note).chain(self.joined_to(note))).filter(|note| !note.off_record)
    }

    /// The stretches of sound that they are about: where each is now, and where the hand had put it.
    pub(super) fn sound_by_number(&self) -> impl Iterator<Item = (Position, Position)> {
        self.notes_by_number().flat_map(|note| self.sound_now_and_then(note))
    }

    /// The stretch of sound that `note` is about where it is now, if that is not to be used.
    pub(crate) fn sound_not_used(&self, note: &Note) -> (Position, Position) {
        let (from, to) = self.sound_at(note, note.position, self.withholding.before_a_note());
        (from, self.with_joined(note, to))
    }

    fn sound_now_and_then(&self, note: &Note) -> [(Position, Position); 2] {
        let (from, to) = self.sound_at(note, note.stamp.position(), self.withholding.before_a_note());
        [self.sound_not_used(note), (from, to.max(note.stamp.raw))]
    }

    /// The study listens so far before a note: what is not to be used is known to begin there.
    pub(crate) fn is_heard_from(&mut self, lead_in: Duration) {
        self.withholding.begins_before_a_note(lead_in);
    }

    /// The stretch of sound that something withheld is about: of a note, from where it is heard or was put first to where it ends last.
    /// Nothing where it may be anything.
    pub fn sound_of_withheld(&self, one: &Withheld) -> Option<(Position, Position)> {
        match one.what? {
            What::Stretch(from, to) => Some((from, to)),
            // No sound is of a statement: it is of the notes that it rests on.
            What::Statement(_) => None,
            What::Note(id) => self.note(id).map(|note| {
                let [(from, to), (also_from, also_to)] = self.sound_now_and_then(note);
                (from.min(also_from), to.max(also_to))
            }),
        }
    }
}
