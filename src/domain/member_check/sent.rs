//! A letter as it was written and as it went: which statements it has, in which order and in which words, and when and how it went.
//! Values only.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::lenient;
use crate::domain::note::NoteId;
use crate::domain::stands::Stands;
use crate::domain::statement::StatementId;
use crate::words::say;

/// The participant's own words below a statement, as a letter has them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct QuotedAs {
    /// The note in which they are.
    pub note: NoteId,
    /// The words.
    pub text: String,
}

/// A statement as a letter has it. Its number there is its place in the list, counted from 1.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct AsWritten {
    /// Which.
    pub statement: StatementId,
    /// Its words.
    pub text: String,
    /// Their own words below it.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<QuotedAs>,
    /// The notes it rested on; nothing where an earlier hearback wrote it, and did not say.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub sources: Option<Vec<NoteId>>,
}

impl AsWritten {
    /// Whether the two are the same to whoever reads the letter.
    pub(crate) fn reads_as(&self, other: &Self) -> bool {
        (self.statement, &self.text, &self.quotes) == (other.statement, &other.text, &other.quotes)
    }
}

/// How a letter came to them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum SentBy {
    /// By post.
    Post,
    /// By electronic mail.
    Mail,
    /// From hand to hand.
    Hand,
    /// It was read to them.
    ReadAloud,
    /// In a way that only a newer hearback knows.
    #[default]
    #[serde(other)]
    Newer,
}

impl SentBy {
    /// Those that are known here.
    pub const ALL: [Self; 4] = [Self::Post, Self::Mail, Self::Hand, Self::ReadAloud];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Post => "post",
            Self::Mail => "mail",
            Self::Hand => "hand",
            Self::ReadAloud => "read-aloud",
            Self::Newer => "newer",
        }
    }

    /// It in words: by post.
    pub fn words(self) -> String {
        say!("sent-by", way = self.word())
    }
}

/// What went.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Sending {
    /// The letter. Also what only a newer hearback knows: it went.
    #[default]
    Letter,
    /// A reminder of it.
    Reminder,
}

/// A version of the letter went to them, or a reminder of it; or it did not after all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct LetterSent {
    /// Which version.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub version: u32,
    /// What went.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub is: Sending,
    /// The day, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
    /// How.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub way: SentBy,
    /// By whom, as a code; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Whether it did.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Stands::holds")]
    pub stands: Stands,
}

/// Nothing came back, and nothing is waited for any more; or it is, after all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoReply {
    /// To which version.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub version: u32,
    /// The day on which that was written down, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
    /// By whom, as a code; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Whether that holds; where nobody can read it, it was not written down.
    #[serde(default, deserialize_with = "Stands::only_if_said", skip_serializing_if = "Stands::holds")]
    pub stands: Stands,
}
