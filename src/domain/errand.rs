//! What an interview leaves to be done outside it, as a journal says it: something that was told and must be reported, and what the guide
//! has done after it became too much. Values only; what is open, and by when, is [`crate::domain::due`]'s to say.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;

use crate::domain::guide::care::ReportKind;
use crate::domain::guide::care::Within;
use crate::domain::lenient;
use crate::domain::stands::Stands;
use crate::domain::time::Position;
use crate::domain::time::Stamp;

/// The number of a mark that something must be reported, from 1 on in its session.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct ReportId(pub u32);

/// Something was told that must be reported, or that mark was taken back. To whom and by when is as it was said that day; where a guide or
/// a study had a word for it, that word stands beside its name.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MustBeReported {
    /// Its number.
    pub report: ReportId,
    /// Its kind, by name: `harm`.
    pub is: String,
    /// When it was told.
    pub at: Position,
    /// The same on the room's clock.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub on: Option<Stamp>,
    /// What it is in the words of the guide or the study; empty where they have none.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// To whom; empty where neither says, and then it is the head of the study.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// Within how many hours.
    #[serde(default = "a_day", deserialize_with = "hours")]
    pub within_h: Within,
    /// Whether the mark stands.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub stands: Stands,
}

impl MustBeReported {
    /// Something of this kind was told at `at`, `on` the room's clock.
    pub(crate) fn marked(report: ReportId, kind: ReportKind, at: Position, on: Stamp) -> Self {
        let ReportKind { is, what, to, within } = kind;
        Self { report, is, at, on: Some(on), what, to, within_h: within, stands: Stands::Stands }
    }
}

/// It was reported, or that was taken back and it is open again.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reported {
    /// Its number.
    pub report: ReportId,
    /// The day, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
    /// By whom, as a code; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// To whom, as a role or code; empty where it was who it was to be.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub to: String,
    /// What there is to say about it.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Whether that still holds.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Stands::holds")]
    pub stands: Stands,
}

/// What became of something that the guide has done after a moment of distress.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowedUp {
    /// Which moment, counted from 1.
    pub moment: u32,
    /// Which of the guide's, counted from 1.
    pub nth: u32,
    /// What became of it.
    pub is: Became,
    /// The day, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default")]
    pub on: String,
    /// Who did it or was told, as a code; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// What there is to say about it.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub words: String,
}

/// What became of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Became {
    /// They said yes; it is still to be done.
    Agreed,
    /// They would rather not: it is not done.
    Declined,
    /// It was done.
    Done,
    /// Nothing yet: what was said of it before was taken back, or only words were written.
    Open,
    /// Something that only a newer hearback knows: it is still open here.
    #[serde(other)]
    Newer,
}

const fn a_day() -> Within {
    Within::A_DAY
}

/// A number of hours; a day where none can be read, so that it is open too soon and not too late.
fn hours<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Within, D::Error> {
    let hours: Option<u32> = lenient::or_default(deserializer)?;
    Ok(hours.map_or(Within::A_DAY, Within))
}
