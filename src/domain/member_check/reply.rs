//! What came back on a letter, remark by remark in their own words, and what was done about each. Values only.
//!
//! A remark is about one statement, or about none: what they added, what they do not want to be used. A later reply adds remarks and changes
//! none; the same number again mends what was written down in the same reply.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde::Serializer;

use crate::domain::lenient;
use crate::domain::stands::Stands;
use crate::domain::statement::StatementId;
use crate::domain::study::checking::CheckKind;
use crate::domain::time::weekday;
use crate::words::say;

/// The number of a remark in its session, counted from 1 and never used again.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RemarkId(pub u32);

/// What they say of a statement.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Says {
    /// It is right.
    Fits,
    /// It is partly right.
    Partly,
    /// It is not right.
    DoesNotFit,
    /// They would rather not say.
    RatherNot,
    /// Something that only a newer hearback knows; it is no yes.
    #[default]
    #[serde(other)]
    Newer,
}

impl Says {
    /// Those that are known here, in the order of their keys.
    pub const ALL: [Self; 4] = [Self::Fits, Self::Partly, Self::DoesNotFit, Self::RatherNot];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Fits => "fits",
            Self::Partly => "partly",
            Self::DoesNotFit => "does-not-fit",
            Self::RatherNot => "rather-not",
            Self::Newer => "newer",
        }
    }

    /// It in words, as the boxes of a letter that was called so have it.
    pub fn words(self, called: CheckKind) -> String {
        match called {
            CheckKind::Check => say!("reply-says", says = self.word()),
            CheckKind::Reflection => say!("reply-says-reflection", says = self.word()),
        }
    }

    /// Whether no words need to be asked for: they say yes, or would rather say nothing.
    pub(crate) const fn is_a_plain_answer(self) -> bool {
        matches!(self, Self::Fits | Self::RatherNot)
    }

    /// Whether they say that it is not right as it stands, or something that nobody here can read.
    pub(crate) const fn is_objection(self) -> bool {
        matches!(self, Self::Partly | Self::DoesNotFit | Self::Newer)
    }
}

/// How it came back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RepliedBy {
    /// On paper.
    Paper,
    /// By telephone.
    Telephone,
    /// In person.
    InPerson,
    /// In a way that only a newer hearback knows.
    #[default]
    #[serde(other)]
    Newer,
}

impl RepliedBy {
    /// Those that are known here.
    pub const ALL: [Self; 3] = [Self::Paper, Self::Telephone, Self::InPerson];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Paper => "paper",
            Self::Telephone => "telephone",
            Self::InPerson => "in-person",
            Self::Newer => "newer",
        }
    }

    /// It in words: by telephone.
    pub fn words(self) -> String {
        say!("replied-by", how = self.word())
    }
}

/// What a remark is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum RemarkKind {
    /// What they say of a statement.
    Answer,
    /// What they add.
    Added,
    /// What they do not want to be used.
    NotUsed,
    /// They would rather not answer the letter at all.
    Declines,
    /// They take no part any more.
    Withdraws,
    /// Whether their own words may be used.
    Quotes,
    /// Something that only a newer hearback knows.
    #[default]
    #[serde(other)]
    Newer,
}

impl RemarkKind {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Answer => "answer",
            Self::Added => "added",
            Self::NotUsed => "not-used",
            Self::Declines => "declines",
            Self::Withdraws => "withdraws",
            Self::Quotes => "quotes",
            Self::Newer => "newer",
        }
    }

    /// It in words.
    pub fn words(self) -> String {
        say!("remark-kind", kind = self.word())
    }

    /// Whether nothing more goes to them, whatever is done about it: only taking it back lifts that.
    pub(crate) const fn bars(self) -> bool {
        matches!(self, Self::Withdraws | Self::Newer)
    }

    /// Whether a hearback that does not know remarks must let nothing of the session leave: after what bars, and where something is not to be
    /// used, because it cannot know what that is and whether it is left out by now.
    pub(crate) const fn binds(self) -> bool {
        self.bars() || matches!(self, Self::NotUsed)
    }
}

/// What they say of their own words: whether these may be used, as the letter asks it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum OwnWords {
    /// They may.
    Yes,
    /// Only if they see them first; until then that is no yes.
    Ask,
    /// They may not. What cannot be read is a no.
    #[default]
    #[serde(other)]
    No,
}

impl OwnWords {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::No => "no",
            Self::Ask => "ask",
        }
    }

    /// It in words.
    pub fn words(self) -> String {
        say!("own-words", answer = self.word())
    }
}

/// Something that came back, or did not after all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(remote = "Self")]
pub struct Remark {
    /// Its number.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub remark: RemarkId,
    /// The version of the letter on which it came.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub version: u32,
    /// What it is.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub is: RemarkKind,
    /// The statement it is about, if it is about one.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub statement: Option<StatementId>,
    /// What they say of that.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub says: Option<Says>,
    /// What they say of their own words, where it is about these.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub quotes: Option<OwnWords>,
    /// Their words.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// The day, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
    /// How it came.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub how: RepliedBy,
    /// Who took it, as a code; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Whether it did.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Stands::holds")]
    pub stands: Stands,
}

impl Remark {
    /// It without what they said: what of it binds is kept when notes and letters are destroyed.
    #[must_use]
    pub(crate) fn without_words(&self) -> Self {
        Self { words: String::new(), quotes: None, ..self.clone() }
    }
}

impl Serialize for Remark {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Self::serialize(self, serializer)
    }
}

impl<'de> Deserialize<'de> for Remark {
    /// A yes of which nobody can read whether it stands is none; anything else stands.
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let (mut remark, stands) = lenient::with_stands(deserializer, Self::deserialize)?;
        if remark.is_yes() {
            remark.stands = stands;
        }
        Ok(remark)
    }
}

impl Remark {
    /// Whether it is a yes: to a statement, or to the use of their own words.
    pub(crate) fn is_yes(&self) -> bool {
        self.says == Some(Says::Fits) || self.quotes == Some(OwnWords::Yes)
    }

    /// Whether it is the same remark as `other`, whatever each says: about the same, and to the same letter.
    pub(crate) fn is_the_same(&self, other: &Self) -> bool {
        (self.version, self.is, self.statement) == (other.version, other.is, other.statement)
    }

    /// Whether they object to a statement; what cannot be read may be just that.
    pub(crate) fn is_objection(&self) -> bool {
        self.is == RemarkKind::Answer && self.says.unwrap_or_default().is_objection()
    }

    /// When it came, as far as its order goes: by its day, and of one day by its number. Of which nobody can read the day, a yes is older than
    /// all else, and anything else is newer.
    pub(crate) fn came(&self) -> (bool, &str, RemarkId) {
        let is_newer = !self.is_yes() && weekday(&self.on).is_none();
        (is_newer, &self.on, self.remark)
    }

    /// Whether something is to be done about it: a yes, and a wish to say nothing, want no more than to be read.
    pub fn wants_an_answer(&self) -> bool {
        match self.is {
            RemarkKind::Answer => self.is_objection(),
            RemarkKind::Added | RemarkKind::NotUsed | RemarkKind::Newer => true,
            // What is done about that is `hearback withdraw`.
            RemarkKind::Withdraws | RemarkKind::Declines | RemarkKind::Quotes => false,
        }
    }
}

/// What was done about a remark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Disposed {
    /// The statement was changed.
    Changed,
    /// It was kept as it was, for a reason.
    Kept,
    /// It is not used any more.
    Withdrawn,
    /// Something that only a newer hearback knows.
    #[default]
    #[serde(other)]
    Newer,
}

impl Disposed {
    /// Those that are known here.
    pub const ALL: [Self; 3] = [Self::Changed, Self::Kept, Self::Withdrawn];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Kept => "kept",
            Self::Withdrawn => "withdrawn",
            Self::Newer => "newer",
        }
    }
}

/// Something was done about a remark, or was not after all.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Disposition {
    /// About which.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub remark: RemarkId,
    /// What.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub is: Disposed,
    /// Of a statement that was changed, which wording of it answers the remark, the first being 1.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub wording: Option<u32>,
    /// Why.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The day, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
    /// By whom, as a code; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// Whether that holds; where nobody can read it, the remark is still to be seen to.
    #[serde(default, deserialize_with = "Stands::only_if_said", skip_serializing_if = "Stands::holds")]
    pub stands: Stands,
}

impl Disposition {
    /// It in words.
    pub fn words(&self) -> String {
        let what = say!("disposition", what = self.is.word(), wording = self.wording.unwrap_or(0));
        if self.reason.is_empty() { what } else { say!("disposition-because", what = what, reason = &self.reason) }
    }
}
