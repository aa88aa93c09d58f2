//! What comes of listening back beside the notes themselves: which were heard, the codes on them, and how one had asked.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::code;
use crate::domain::code::Code;
use crate::domain::lenient;
use crate::domain::note::NoteId;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::words::say;

/// How a question was asked that one would ask otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phrasing {
    /// It had the answer in it.
    Leading,
    /// It could be answered with yes or no. Also what only a newer hearback has a word for.
    #[default]
    Closed,
    /// It was two questions at once.
    Double,
}

impl Phrasing {
    /// Each, in the order of the row.
    pub const ALL: [Self; 3] = [Self::Leading, Self::Closed, Self::Double];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Leading => "leading",
            Self::Closed => "closed",
            Self::Double => "double",
        }
    }

    /// The words that people have for it.
    pub fn words(self) -> String {
        say!("own-question", is = self.word())
    }
}

/// A question of the interviewer's own, as they hear it afterwards. Nobody else's business: it is in nothing but the journal and on the
/// screen of whoever listens.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnQuestion {
    /// Where it is heard.
    pub at: Position,
    /// How it was asked.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub is: Phrasing,
    /// Whether the mark stands.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Stands::holds")]
    pub stands: Stands,
}

/// Something that is done with notes while listening back, beside writing and changing them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listening {
    /// The moments of these notes were played.
    Heard(Vec<NoteId>),
    /// This is a code of the study.
    Define(Code),
    /// Put this code on a note, or take it off.
    Code {
        /// The note.
        note: NoteId,
        /// The code, by its name.
        code: String,
        /// Whether it is on it.
        stands: Stands,
    },
    /// One asked so.
    Asked(OwnQuestion),
    /// Make one note of two.
    Join {
        /// The one that stays.
        note: NoteId,
        /// The one whose words it takes.
        with: NoteId,
    },
    /// Make two notes of one.
    Split {
        /// The note.
        note: NoteId,
        /// What stays in it.
        text: String,
        /// What becomes a note of its own.
        rest: String,
    },
    /// Bring back a note that was taken back.
    BringBack(NoteId),
}

/// What came of listening back to a session.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Listened {
    heard: BTreeSet<NoteId>,
    codes: Vec<Code>,
    coded: BTreeMap<NoteId, Vec<String>>,
    own: Vec<(Position, Phrasing)>,
}

impl Listened {
    /// Whether the moment of this note was listened to.
    pub fn is_heard(&self, note: NoteId) -> bool {
        self.heard.contains(&note)
    }

    /// The codes that were defined here.
    pub fn codes(&self) -> &[Code] {
        &self.codes
    }

    /// The codes on this note, in the order in which they were put there.
    pub fn codes_of(&self, note: NoteId) -> &[String] {
        self.coded.get(&note).map_or(&[], Vec::as_slice)
    }

    /// One's own questions, as they come on the recording.
    pub(crate) fn own_questions(&self) -> &[(Position, Phrasing)] {
        &self.own
    }

    pub(crate) fn hear(&mut self, notes: &[NoteId]) {
        self.heard.extend(notes);
    }

    pub(crate) fn define(&mut self, code: &Code) {
        code::put(code.clone(), &mut self.codes);
    }

    pub(crate) fn code(&mut self, note: NoteId, code: &str, stands: Stands) {
        let on_it = self.coded.entry(note).or_default();
        on_it.retain(|one| !code::same(one, code));
        if stands == Stands::Stands {
            on_it.push(code.to_owned());
        }
    }

    pub(crate) fn ask(&mut self, question: OwnQuestion) {
        question.stands.keep((question.at, question.is), &mut self.own);
        self.own.sort_by_key(|(at, _)| *at);
    }
}
