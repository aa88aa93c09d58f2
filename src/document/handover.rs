//! What is handed over, in each form that others read: values in, files out.
//!
//! A file a form. Each makes of a [`Handover`] a [`Package`]: small files as bytes, sound as the name of a take that whoever writes it streams.
//! Nothing here decides what leaves; that was done when the value was made. Text is made legal for its reader by the file that writes the form
//! ([`signs`]), once. The forms that hold no timeline of their own (subtitles, labels, ELAN) are about a file of sound: their times are those of
//! that file, a file a take; where a session leaves no sound they are the session's own.

pub mod bagit;
pub mod part;
pub mod signs;

pub(crate) mod csv;
mod elan;
pub(crate) mod guid;
mod jsonl;
mod labels;
mod qdpx;
mod subtitles;
mod wav;

use crate::document::handover::part::Part;
use crate::document::package::Content;
use crate::document::package::Package;
use crate::domain::handover::Handover;

/// What is handed over can be written as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Form {
    /// REFI-QDA, for MAXQDA, NVivo, ATLAS.ti and QualCoder.
    Qdpx,
    /// ELAN.
    Elan,
    /// A label track of Audacity.
    Audacity,
    /// Sound, with its notes as markers.
    Wav,
    /// WebVTT.
    Vtt,
    /// SubRip.
    Srt,
    /// A table.
    Csv,
    /// JSON Lines.
    Jsonl,
    /// A bag for the archive.
    Bagit,
}

/// What becomes of a package on the disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One file, where it has one part; else a folder.
    FileOrFolder,
    /// A folder.
    Folder,
    /// One file in which all parts are packed.
    Packed,
    /// A bag: a folder with digests.
    Bag,
}

impl Form {
    /// Each.
    pub const ALL: [Self; 9] =
        [Self::Qdpx, Self::Elan, Self::Audacity, Self::Wav, Self::Vtt, Self::Srt, Self::Csv, Self::Jsonl, Self::Bagit];

    /// The word for it on the command line.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Qdpx => "qdpx",
            Self::Elan => "elan",
            Self::Audacity => "audacity",
            Self::Wav => "wav",
            Self::Vtt => "vtt",
            Self::Srt => "srt",
            Self::Csv => "csv",
            Self::Jsonl => "jsonl",
            Self::Bagit => "bagit",
        }
    }

    /// Whether it holds sound.
    pub const fn has_sound(self) -> bool {
        match self {
            Self::Qdpx | Self::Elan | Self::Wav | Self::Bagit => true,
            Self::Audacity | Self::Vtt | Self::Srt | Self::Csv | Self::Jsonl => false,
        }
    }

    /// Whether its notes stand at moments of sound alone, and not at times of the interview.
    pub const fn counts_on_sound(self) -> bool {
        match self {
            Self::Qdpx | Self::Elan | Self::Audacity | Self::Wav | Self::Vtt | Self::Srt => true,
            Self::Bagit | Self::Csv | Self::Jsonl => false,
        }
    }

    /// What becomes of it on the disk.
    pub const fn shape(self) -> Shape {
        match self {
            Self::Audacity | Self::Vtt | Self::Srt | Self::Csv | Self::Jsonl => Shape::FileOrFolder,
            Self::Elan | Self::Wav => Shape::Folder,
            Self::Qdpx => Shape::Packed,
            Self::Bagit => Shape::Bag,
        }
    }

    /// `all` in this form; the same value always gives the same files. Nothing where it cannot be written, which would be a fault of ours.
    pub fn package(self, all: &Handover) -> Option<Package> {
        match self {
            Self::Qdpx => qdpx::package(all),
            Self::Elan => elan::package(all),
            Self::Audacity => Some(a_file_a_take(all, "txt", |part| labels::audacity(part).into_bytes())),
            Self::Wav => Some(wav::package(all)),
            Self::Vtt => Some(a_file_a_take(all, "vtt", |part| subtitles::vtt(part).into_bytes())),
            Self::Srt => Some(a_file_a_take(all, "srt", |part| subtitles::srt(part).into_bytes())),
            Self::Csv => Some(one("export.csv", csv::table(all).into_bytes())),
            Self::Jsonl => jsonl::lines(all).map(|lines| one("export.jsonl", lines.into_bytes())),
            Self::Bagit => bagit::package(all),
        }
    }
}

fn one(path: &str, bytes: Vec<u8>) -> Package {
    let mut package = Package::default();
    package.add(path, Content::Bytes(bytes));
    package
}

/// A file a take, in the order of the sessions.
fn a_file_a_take(all: &Handover, ending: &str, write: impl Fn(&Part<'_>) -> Vec<u8>) -> Package {
    let mut package = Package::default();
    for part in all.sessions.iter().flat_map(Part::all) {
        package.add(format!("{}.{ending}", part.stem()), Content::Bytes(write(&part)));
    }
    package
}

#[cfg(test)]
pub(crate) mod tests;
