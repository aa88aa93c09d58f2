//! Why a file cannot be played in the place of a microphone, before anything is read as sound: each with its own remedy, because what is not
//! there cannot be converted. Values only.

use std::path::Path;

use crate::words::say;

/// Why a file is none that could be played.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unplayable {
    /// There is none.
    Missing,
    /// It is a folder.
    Folder,
    /// It is a pipe, a device, or another thing that is no plain file.
    NotPlain,
    /// It has no bytes.
    Empty,
    /// It does not begin as a WAV file does.
    NotWav,
    /// It is a WAV file in which nothing can be heard.
    NoSound,
}

impl Unplayable {
    /// What is wrong with it.
    pub fn words(self) -> String {
        match self {
            Self::Missing => say!("unplayable-missing"),
            Self::Folder => say!("unplayable-folder"),
            Self::NotPlain => say!("unplayable-not-plain"),
            Self::Empty => say!("unplayable-empty"),
            Self::NotWav => say!("unplayable-not-wav"),
            Self::NoSound => say!("unplayable-no-sound"),
        }
    }

    /// The same of the file at `path`, and what to do.
    pub(super) fn said(self, path: &Path) -> String {
        let todo = match self {
            Self::Missing => say!("unplayable-missing-todo"),
            Self::Folder => say!("unplayable-folder-todo"),
            Self::NotPlain => say!("unplayable-not-plain-todo"),
            Self::Empty => say!("unplayable-empty-todo"),
            Self::NotWav => say!("unplayable-not-wav-todo"),
            Self::NoSound => say!("unplayable-no-sound-todo"),
        };
        say!("unplayable", file = path.display().to_string(), why = self.words(), todo = todo)
    }
}
