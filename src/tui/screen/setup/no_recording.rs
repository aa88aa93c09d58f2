//! What is done where somebody of a group does not want to be recorded. A value only: the form asks it.

use crate::words::say;

/// What is done where somebody of a group does not want to be recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoRecording {
    /// Nobody is.
    NotesOnly,
    /// They sit it out.
    SitsOut,
}

impl NoRecording {
    /// It in words.
    pub(crate) fn words(self) -> String {
        match self {
            Self::NotesOnly => say!("no-recording-notes-only"),
            Self::SitsOut => say!("no-recording-sits-out"),
        }
    }
}
