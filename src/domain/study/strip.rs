//! What the wall shows of one session: which topic was open when, what was noted when, and where nothing is to be heard.
//!
//! It is small, because a study remembers it of each of a thousand sessions, and it holds no word of any note. What is not to be used, was
//! taken back or was said off the record is not in it: it is made of the session's own iterators.

use std::time::Duration;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::agenda;
use crate::domain::loss::Why;
use crate::domain::loss::soundless;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::session::Session;
use crate::domain::time::Position;

/// A session on the wall.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Strip {
    /// How long it is, in milliseconds on its own timeline.
    end: u64,
    /// Its topics, in the order in which they were turned to.
    pub topics: Vec<TopicBand>,
    /// Where nothing is to be heard.
    pub silent: Vec<Silent>,
    /// Its marks, as [`Mark::written`] has them: read only where they are looked at.
    marks: String,
}

/// A stretch in which a topic was open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TopicBand {
    /// Its number on the map, and its title, in the words of the guide that the session keeps.
    pub topic: String,
    from: u64,
    to: u64,
}

impl TopicBand {
    /// From where.
    pub const fn from(&self) -> Position {
        Position::from_millis(self.from)
    }

    /// To where.
    pub const fn to(&self) -> Position {
        Position::from_millis(self.to)
    }
}

/// A stretch in which nothing is to be heard.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Silent {
    from: u64,
    to: u64,
    /// Whether it is not to be used; else nothing was recorded, or nothing of it is left.
    pub is_withheld: bool,
}

impl Silent {
    /// From where.
    pub const fn from(&self) -> Position {
        Position::from_millis(self.from)
    }

    /// To where.
    pub const fn to(&self) -> Position {
        Position::from_millis(self.to)
    }
}

/// What stands at a moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkIs {
    /// A note of this kind.
    Note(NoteKind),
    /// A stamp without words.
    Moment,
    /// It became too much.
    Distress,
    /// It was off the record.
    OffRecord,
}

impl MarkIs {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Note(kind) => kind.word(),
            Self::Moment => "moment",
            Self::Distress => "distress",
            Self::OffRecord => "off-record",
        }
    }

    /// What is written of it.
    const fn letter(self) -> char {
        match self {
            Self::Note(NoteKind::Paraphrase) => 'p',
            Self::Note(NoteKind::Quote) => 'q',
            Self::Note(NoteKind::Observation) => 'o',
            Self::Note(NoteKind::FollowUp) => 'f',
            Self::Note(NoteKind::Memo) => 'm',
            Self::Moment => 's',
            Self::Distress => 'd',
            Self::OffRecord => 'r',
        }
    }

    fn of_letter(letter: char) -> Option<Self> {
        let notes = NoteKind::ALL.map(Self::Note);
        notes.into_iter().chain([Self::Moment, Self::Distress, Self::OffRecord]).find(|is| is.letter() == letter)
    }
}

/// A mark on the strip.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// When.
    pub at: Position,
    /// What.
    pub is: MarkIs,
    /// The note.
    pub note: Option<NoteId>,
    /// The codes that are on it, by their places among [`Fieldwork::codes`](super::fieldwork::Fieldwork::codes).
    pub codes: Vec<usize>,
}

impl Mark {
    /// `61500q12:0,3`: when in milliseconds, what, which note, and its codes.
    fn written(&self) -> String {
        let note = self.note.map_or_else(String::new, |note| note.0.to_string());
        let codes: Vec<String> = self.codes.iter().map(usize::to_string).collect();
        let codes = if codes.is_empty() { String::new() } else { format!(":{}", codes.join(",")) };
        format!("{}{}{note}{codes}", self.at.millis(), self.is.letter())
    }

    fn read(text: &str) -> Option<Self> {
        let at = text.find(|c: char| !c.is_ascii_digit())?;
        let is = MarkIs::of_letter(text[at..].chars().next()?)?;
        let (note, codes) = text[at + 1..].split_once(':').unwrap_or((&text[at + 1..], ""));
        Some(Self {
            at: Position::from_millis(text[..at].parse().ok()?),
            is,
            note: note.parse().ok().map(NoteId),
            codes: codes.split(',').filter_map(|code| code.parse().ok()).collect(),
        })
    }
}

impl Strip {
    /// That of `session`, whose notes carry `codes`. Of whoever wants all of it destroyed there is none.
    pub fn of(session: &Session, codes: &[&str]) -> Self {
        let place = |code: &String| codes.iter().position(|known| known == code);
        let notes = session.notes_by_position().into_iter().filter(|note| !note.off_record);
        let notes = notes.map(|note| Mark {
            at: note.position,
            is: if note.is_moment() { MarkIs::Moment } else { MarkIs::Note(note.kind) },
            note: Some(note.id),
            codes: session.listened().codes_of(note.id).iter().filter_map(place).collect(),
        });
        let bare = |at: Position, is: MarkIs| Mark { at, is, note: None, codes: Vec::new() };
        let unshared = session.unshared();
        let is_shared = |at: Position| !unshared.iter().any(|(from, to)| (*from..=*to).contains(&at));
        let distress = session.distress().iter().filter(|moment| is_shared(moment.at)).map(|moment| bare(moment.at, MarkIs::Distress));
        let pauses = session.timeline().pauses().iter().map(|pause| bare(pause.at, MarkIs::OffRecord));
        let mut marks: Vec<Mark> = notes.chain(distress).chain(pauses).collect();
        marks.sort_by_key(|mark| mark.at);
        let silent = soundless(session, &[]).into_iter().map(|stretch| Silent {
            from: stretch.from.millis(),
            to: stretch.to.millis(),
            is_withheld: stretch.why == Why::Withheld,
        });
        let guide = session.guide();
        let band = |band: agenda::Band| TopicBand { topic: band.words(guide), from: band.from.millis(), to: band.to.millis() };
        Self {
            end: session.timeline().end().millis(),
            topics: agenda::bands(session).into_iter().map(band).collect(),
            silent: silent.collect(),
            marks: marks.iter().map(Mark::written).collect::<Vec<_>>().join(";"),
        }
    }

    /// Where it ends.
    pub const fn end(&self) -> Position {
        Position::from_millis(self.end)
    }

    /// How long it is.
    pub const fn length(&self) -> Duration {
        Duration::from_millis(self.end)
    }

    /// Its marks, in the order of the timeline.
    pub fn marks(&self) -> impl Iterator<Item = Mark> {
        self.marks.split(';').filter_map(Mark::read)
    }

    /// The topic that was open at a moment.
    pub fn topic_at(&self, at: Position) -> Option<&TopicBand> {
        self.topics.iter().rfind(|band| band.from() <= at && at <= band.to())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_is_read_as_it_was_written() {
        let all = NoteKind::ALL.map(MarkIs::Note).into_iter().chain([MarkIs::Moment, MarkIs::Distress, MarkIs::OffRecord]);
        for is in all {
            for (note, codes) in [(None, vec![]), (Some(NoteId(12)), vec![]), (Some(NoteId(7)), vec![0, 13])] {
                let mark = Mark { at: Position::from_millis(61_500), is, note, codes };
                assert_eq!(Mark::read(&mark.written()), Some(mark.clone()), "{}", mark.written());
            }
        }
        for bad in ["", "12", "x", "12z3", "é"] {
            assert_eq!(Mark::read(bad), None, "{bad}");
        }
    }
}
