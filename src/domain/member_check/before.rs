//! What is asked before a letter goes: whether it is still wanted, whether they are alive, whether the address is safe, that somebody rang
//! first where it had become too much, and that a second pair of eyes looked for what somebody could be recognised by. Values only.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;

use crate::domain::lenient;
use crate::domain::stands::Stands;
use crate::words::say;

/// What is asked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BeforeItem {
    /// Whether they still want it.
    Wanted,
    /// Whether they are alive, as far as that can be known.
    Alive,
    /// Whether nobody else opens what comes to that address.
    Address,
    /// Whether they were rung first, because it had become too much in the interview.
    CalledFirst,
    /// Whether somebody else read it for what they could be recognised by.
    SecondReader,
    /// Something that only a newer hearback asks.
    #[default]
    #[serde(other)]
    Newer,
}

impl BeforeItem {
    /// Those that are known here, in the order in which they are asked.
    pub const ALL: [Self; 5] = [Self::Wanted, Self::Alive, Self::Address, Self::CalledFirst, Self::SecondReader];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Wanted => "wanted",
            Self::Alive => "alive",
            Self::Address => "address",
            Self::CalledFirst => "called-first",
            Self::SecondReader => "second-reader",
            Self::Newer => "newer",
        }
    }

    /// It as a question.
    pub fn words(self) -> String {
        say!("before-item", item = self.word())
    }

    /// It in a word or two.
    pub fn short(self) -> String {
        say!("before-short", item = self.word())
    }

    /// Whether a letter does not go after a no to it.
    pub(crate) const fn bars(self) -> bool {
        match self {
            Self::Wanted | Self::Alive | Self::Address | Self::Newer => true,
            Self::CalledFirst | Self::SecondReader => false,
        }
    }
}

/// What came of asking. What cannot be read is a no.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BeforeAnswer {
    /// It is so.
    Yes,
    /// It is not.
    #[default]
    No,
}

impl BeforeAnswer {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
        }
    }

    /// It in words.
    pub fn words(self) -> String {
        say!("before-answer", answer = self.word())
    }
}

/// Something was asked before a letter goes, or that was taken back.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct LetterChecked {
    /// What was asked.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub is: BeforeItem,
    /// What came of it.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub answer: BeforeAnswer,
    /// The day, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
    /// By whom, as a code; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// What there is to say about it.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Whether that holds; taken back, it was not asked.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Stands::holds")]
    pub stands: Stands,
}

impl Serialize for LetterChecked {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for LetterChecked {
    /// A yes of which nobody can read whether it stands is none; a no stands.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (mut checked, stands) = lenient::with_stands(deserializer, Self::deserialize)?;
        if checked.answer == BeforeAnswer::Yes {
            checked.stands = stands;
        }
        Ok(checked)
    }
}
