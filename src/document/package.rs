//! What is handed over: paths, and what each file holds.
//!
//! What is small is here as bytes. A recording is not: it takes gigabytes and lies on the disk already, so a package only says which take
//! belongs where, and whoever writes it lets that go over in pieces.

use crate::domain::timeline::TakeNumber;

/// Files to be handed over, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Package {
    parts: Vec<PackedFile>,
}

/// One of its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedFile {
    /// Its path within what is handed over.
    pub path: String,
    /// What it holds.
    pub content: Content,
}

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// These bytes.
    Bytes(Vec<u8>),
    /// The sound of a take.
    Sound(PackedSound),
}

/// The sound of a take, in which what is not to be used is silence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PackedSound {
    /// Whose it is: the place of its session among those that are handed over.
    pub session: usize,
    /// The take.
    pub take: TakeNumber,
    /// The chunks of a WAV file that follow it.
    pub after: Vec<u8>,
}

impl Package {
    /// Adds a file.
    pub fn add(&mut self, path: impl Into<String>, content: Content) {
        self.parts.push(PackedFile { path: path.into(), content });
    }

    /// Its files.
    pub fn parts(&self) -> &[PackedFile] {
        &self.parts
    }
}
