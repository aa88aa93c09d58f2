//! Why a file cannot be played in the place of a microphone, before anything is read as sound: each with its own remedy, because what is not
//! there cannot be converted. Values only.

use std::path::Path;

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
    pub fn words(self) -> &'static str {
        match self {
            Self::Missing => "there is no such file",
            Self::Folder => "it is a folder",
            Self::NotPlain => "it is no plain file",
            Self::Empty => "it is empty",
            Self::NotWav => "it is not a WAV file",
            Self::NoSound => "it holds no sound",
        }
    }

    /// The same of the file at `path`, and what to do.
    pub(super) fn said(self, path: &Path) -> String {
        let todo = match self {
            Self::Missing => "check its name and the folder it lies in",
            Self::Folder => "name a WAV file, one that lies in it perhaps",
            Self::NotPlain => "name a WAV file",
            Self::Empty => "copy it again from where it comes from, or choose another file",
            Self::NotWav => "convert it to WAV (16-bit PCM), or choose another file",
            Self::NoSound => "record it again, or choose another file",
        };
        format!("{} cannot be played: {}. To mend that, {todo}.", path.display(), self.words())
    }
}
