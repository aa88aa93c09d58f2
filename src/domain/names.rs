//! Where a name was said: a position and what was named, for whoever transcribes and has to leave it out. The name itself is kept nowhere.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::note::NoteStamp;
use crate::words::say;

/// What was named.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum NameOf {
    /// A person.
    Person,
    /// A place.
    Place,
    /// An organisation, or whatever else tells who somebody is. Also what only a newer hearback has a word for.
    #[serde(other)]
    Other,
}

impl NameOf {
    /// Each, in the order of the row.
    pub const ALL: [Self; 3] = [Self::Person, Self::Place, Self::Other];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Place => "place",
            Self::Other => "other",
        }
    }

    /// The words that people have for it.
    pub fn words(self) -> String {
        say!("name-of", of = self.word())
    }
}

/// That a name was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NameSaid {
    /// When the hand moved.
    pub stamp: NoteStamp,
    /// What was named.
    pub of: NameOf,
}
