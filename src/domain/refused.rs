//! What a disk refuses a recording, as kinds: what is said while it lasts, what is said afterwards, and what to do about it.
//!
//! The words for every other file are the disk's own; these stand in journals, and what is read the next day is over. Values only.

use serde::Deserialize;
use serde::Serialize;

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
        self.said("is")
    }

    /// What was wrong.
    pub fn then(self) -> String {
        self.said("was")
    }

    fn said(self, is: &str) -> String {
        match self {
            Self::Full => format!("the disk {is} full"),
            Self::Quota => format!("your share of the disk {is} used up"),
            Self::TooLarge => format!("no file {is} allowed to become that large on the disk"),
            Self::ReadOnly => format!("the disk {is} locked against writing"),
            Self::NotAllowed => format!("writing {is} not allowed in the session's folder"),
            Self::NoFolder => format!("the session's folder {is} not in its place"),
            Self::Failing => format!("the disk {is} failing"),
            Self::Gone => format!("the disk {is} gone"),
            Self::Unsaid => format!("the disk {is} not taking the recording"),
        }
    }

    /// What to do about it.
    pub fn todo(self) -> &'static str {
        match self {
            Self::Full => "Free some space",
            Self::Quota => "Delete something of yours there, or ask for a larger share",
            Self::TooLarge => "Keep the study on another disk, or lift the limit on files (ulimit -f)",
            Self::ReadOnly => "Make the disk writable (a card may have a switch for it), or use another disk",
            Self::NotAllowed => "Change the permissions of the folder, or keep the study in a folder of your own",
            Self::NoFolder => "Put the session's folder back where it was",
            Self::Failing => "Check the plug and the cable of the disk, copy what lies on it, and use another disk",
            Self::Gone => "Plug the disk in, or mount it again",
            Self::Unsaid => "Look at the disk and its cable",
        }
    }
}
