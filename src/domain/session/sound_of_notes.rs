//! Which stretch of the sound a note is about: one rule for what is heard of it, and for what nobody is given where it is not to be used.
//!
//! A quote of a passage has an extent, and is about exactly that. Any other note has a moment: what it is about begins a little before it,
//! because people write late, and goes on to the next note, at most for half a minute. How little before it is listened to, the study may
//! say; of what is not to be used, that is never less than usual. Off the record nothing was recorded.

use std::time::Duration;

use crate::domain::hearing::LEAD_IN;
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
        let (from, to) = self.sound_at(note, note.position, lead_in);
        // What was joined to it is heard with it.
        let ends = self.joined_to(note).filter_map(|other| other.until);
        (from, ends.fold(to, Position::max))
    }

    fn sound_at(&self, note: &Note, at: Position, lead_in: Duration) -> (Position, Position) {
        if let Some(until) = note.until {
            return (at, at.forward(until.since(note.position)));
        }
        let next = self.notes().map(|other| other.position).filter(|other| *other > at.forward(LEAST)).min();
        let latest = at.forward(LONGEST).min(self.timeline.end().max(at));
        (at.back(lead_in), next.map_or(latest, |next| next.min(latest)))
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

    fn sound_now_and_then(&self, note: &Note) -> [(Position, Position); 2] {
        let (from, to) = self.sound_at(note, note.stamp.position(), LEAD_IN);
        [self.sound_of(note, LEAD_IN), (from, to.max(note.stamp.raw))]
    }

    /// The stretch of sound that something withheld is about: of a note, from where it is heard or was put first to where it ends last.
    /// Nothing where it may be anything.
    pub fn sound_of_withheld(&self, one: &Withheld) -> Option<(Position, Position)> {
        match one.what? {
            What::Stretch(from, to) => Some((from, to)),
            What::Note(id) => self.note(id).map(|note| {
                let [(from, to), (also_from, also_to)] = self.sound_now_and_then(note);
                (from.min(also_from), to.max(also_to))
            }),
        }
    }
}
