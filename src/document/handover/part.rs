//! A session as one file of sound sees it, and what more than one form says of a note.

use crate::document::handover::signs;
use crate::document::package::Content;
use crate::document::package::PackedSound;
use crate::domain::handover::Asked;
use crate::domain::handover::HandedOver;
use crate::domain::handover::NoSound;
use crate::domain::handover::Noted;
use crate::domain::handover::Sound;
use crate::domain::handover::Spoken;
use crate::domain::time::Position;

/// The largest file that a `.qdpx` may hold, in bytes.
pub const LARGEST_IN_QDPX: u64 = 2_147_483_647;

/// A session as one file of sound sees it: all of it in the milliseconds of that file, and what lies outside of it left out.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Part<'h> {
    pub(crate) of: &'h HandedOver,
    pub(crate) sound: Option<&'h Sound>,
}

impl<'h> Part<'h> {
    /// The parts of a session: one a take, or one of the whole.
    pub(crate) fn all(of: &'h HandedOver) -> Vec<Self> {
        match of.takes() {
            [] => vec![Self { of, sound: None }],
            takes => takes.iter().map(|sound| Self { of, sound: Some(sound) }).collect(),
        }
    }

    /// A stretch in the milliseconds of its sound.
    pub(crate) fn stretch(&self, from: Position, to: Position) -> Option<(u64, u64)> {
        match self.sound {
            Some(sound) => sound.part(from, to),
            None => Some((from.millis(), to.millis().max(from.millis() + 1))),
        }
    }

    /// Its notes. Each belongs to the take that it lies in and to no other; one that lies in none, because nothing was recorded then or it was
    /// written when the sound was over, to the nearest moment of sound before it, or else to the first.
    pub(crate) fn notes(&self) -> impl Iterator<Item = (u64, u64, &'h Noted)> {
        let part = *self;
        part.of.notes.iter().filter_map(move |note| {
            let (from, to) = match part.sound {
                None => (note.from, note.to),
                Some(sound) if part.of.take_of(note.from) != Some(sound) => return None,
                Some(sound) if note.from >= sound.to => (sound.to.back(LEAST), sound.to),
                Some(sound) if note.from < sound.from => (sound.from, sound.from.forward(LEAST)),
                Some(_) => (note.from, note.to),
            };
            part.stretch(from, to).map(|(from, to)| (from, to, note))
        })
    }

    /// Its passages.
    pub(crate) fn passages(&self) -> impl Iterator<Item = (u64, u64, &'h Spoken)> {
        let part = *self;
        part.of.passages.iter().filter_map(move |said| part.stretch(said.from, said.to).map(|(from, to)| (from, to, said)))
    }

    /// Whether there are any.
    pub(crate) fn has_passages(&self) -> bool {
        self.passages().next().is_some()
    }

    /// Which question was open when.
    pub(crate) fn topics(&self) -> impl Iterator<Item = (u64, u64, &'h Asked)> {
        let part = *self;
        part.of.topics.iter().filter_map(move |asked| part.stretch(asked.from, asked.to).map(|(from, to)| (from, to, asked)))
    }

    /// Where nothing is to be heard, and why. What takes no time on the clock is a millisecond long.
    pub(crate) fn gaps(&self) -> impl Iterator<Item = (u64, u64, NoSound)> {
        let part = *self;
        part.of.gaps.iter().filter_map(move |gap| part.stretch(gap.from, gap.to).map(|(from, to)| (from, to, gap.why)))
    }

    /// What its files are called, without an ending.
    pub(crate) fn stem(&self) -> String {
        match self.sound {
            Some(sound) => self.of.sound_file(sound).trim_end_matches(".wav").to_owned(),
            None => self.of.file_stem(),
        }
    }

    /// How long it is, in milliseconds.
    pub(crate) fn long(&self) -> u64 {
        self.sound.map_or(self.of.end.millis(), |sound| sound.to.millis() - sound.from.millis())
    }
}

/// The last millisecond of a take.
const LEAST: std::time::Duration = std::time::Duration::from_millis(1);

/// The sound of a take, with these chunks behind it.
pub(crate) fn sound(session: usize, sound: &Sound, after: Vec<u8>) -> Content {
    Content::Sound(PackedSound { session, take: sound.take, after })
}

/// What a note is called beside others: whose words it is, where that is known, in one line; or that it is a moment.
pub(crate) fn title(note: &Noted) -> String {
    let what = if note.is_moment() { "moment" } else { note.kind.word() };
    let words = signs::in_a_line(&said(note));
    if words.is_empty() { what.to_owned() } else { format!("{what}: {words}") }
}

/// Who is heard in a note, by code; nobody where that is not known.
pub(crate) fn heard(note: &Noted) -> String {
    note.people.iter().map(|code| signs::in_a_line(code)).collect::<Vec<_>>().join(", ")
}

/// The words of a note behind whose they are, for those who have no other place for that.
pub(crate) fn said(note: &Noted) -> String {
    let (who, words) = (heard(note), note.text.trim());
    match (who.is_empty(), words.is_empty()) {
        (true, _) => words.to_owned(),
        (false, true) => who,
        (false, false) => format!("{who}: {words}"),
    }
}
