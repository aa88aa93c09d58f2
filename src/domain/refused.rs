//! What a disk refuses a recording, as kinds: what is said while it lasts, what is said afterwards, and what to do about it.
//!
//! The words for every other file are the disk's own; these stand in journals, and what is read the next day is over. Values only.

use serde::Deserialize;
use serde::Serialize;

use crate::words::say;

/// Why a disk did not take a recording.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Refused {
    /// No space.
    Full,
    /// No space for this user.
    Quota,
    /// No space in this file.
    TooLarge,
    /// Nothing can be written on the whole disk.
    ReadOnly,
    /// This user may not.
    NotAllowed,
    /// The session's folder is not there, or is none.
    NoFolder,
    /// The disk fails.
    Failing,
    /// The disk is not there any more.
    Gone,
    /// Nobody said, as in journals of earlier versions, or only a newer hearback knows.
    #[default]
    #[serde(other)]
    Unsaid,
}

impl Refused {
    /// What is wrong, while it lasts.
    pub fn now(self) -> String {
        self.said("now")
    }

    /// What was wrong.
    pub fn then(self) -> String {
        self.said("then")
    }

    fn said(self, time: &str) -> String {
        match self {
            Self::Full => say!("refused-full", time = time),
            Self::Quota => say!("refused-quota", time = time),
            Self::TooLarge => say!("refused-too-large", time = time),
            Self::ReadOnly => say!("refused-read-only", time = time),
            Self::NotAllowed => say!("refused-not-allowed", time = time),
            Self::NoFolder => say!("refused-no-folder", time = time),
            Self::Failing => say!("refused-failing", time = time),
            Self::Gone => say!("refused-gone", time = time),
            Self::Unsaid => say!("refused-unsaid", time = time),
        }
    }

    /// What to do about it.
    pub fn todo(self) -> String {
        match self {
            Self::Full => say!("refused-full-todo"),
            Self::Quota => say!("refused-quota-todo"),
            Self::TooLarge => say!("refused-too-large-todo"),
            Self::ReadOnly => say!("refused-read-only-todo"),
            Self::NotAllowed => say!("refused-not-allowed-todo"),
            Self::NoFolder => say!("refused-no-folder-todo"),
            Self::Failing => say!("refused-failing-todo"),
            Self::Gone => say!("refused-gone-todo"),
            Self::Unsaid => say!("refused-unsaid-todo"),
        }
    }
}
