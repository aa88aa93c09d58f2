//! How a study checks with its participants what it understood: what it calls that, when it does it, and in whose words.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

/// What `study.yaml` says under `member_check`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct MemberCheckSettings {
    /// What it is to the study.
    pub called: CheckKind,
    /// When participants hear of it.
    pub timing: CheckTiming,
    /// What the interview was about, as the participant would say it: `your therapy`. Nothing where nobody said.
    pub about: Option<String>,
    /// The names by which participants know the interviewers, by the researchers' codes.
    pub interviewers: BTreeMap<String, String>,
    /// The study's own letter, a file in the study's folder; the usual one where none is named.
    pub template: Option<String>,
    /// Words of the trade that participants may not know.
    pub jargon: Vec<Jargon>,
}

/// What checking with participants is to the study.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckKind {
    /// Whether it was understood as it was meant.
    #[default]
    Check,
    /// What the participant thinks of it now: more data, and no verdict on what is there.
    Reflection,
}

impl CheckKind {
    /// Whether it is what most studies do.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    pub(crate) fn is_usual(&self) -> bool {
        *self == Self::Check
    }
}

/// When participants hear what was understood.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CheckTiming {
    /// A summary of their own conversation, soon after it.
    #[default]
    Summary,
    /// What came of all conversations together, later.
    Findings,
}

/// A word of the trade.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Jargon {
    /// The word.
    pub word: String,
    /// What to write in its place, if the study says so.
    pub plain: Option<String>,
}
