//! A topic guide that somebody typed elsewhere, read into paragraphs: Word's `.docx`, Markdown, plain text; and what was coded in a program for
//! analysis ([`project`]).
//!
//! What is read is what a person sees: words, how they look, lists, headings, tables. What stands beside the text that runs (text boxes,
//! footnotes, remarks in the margin) comes along as that, so that nothing is dropped without a word. A file comes from anywhere: how much
//! is read, unpacked and nested is bounded before it is done, and what cannot be read says what to do. Nothing is written. Any thread.

mod docx;
mod lines;
mod look;
mod markdown;
mod package;
pub mod project;
pub mod unreadable;

use std::path::Path;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::read_up_to;
use crate::disk::real::RealDisk;
use crate::domain::guide::typed::Paragraph;
use crate::store::error::StoreError;
use crate::store::import::unreadable::Unreadable;
use crate::store::legible;
use crate::store::repair::cleaned;
use crate::words::message::message;

/// The largest file that is read. A guide with pictures has some hundred kB.
const LARGEST: u64 = 20 * 1024 * 1024;

/// The most paragraphs; the longest guide of the reference study has some 200.
const MOST_PARAGRAPHS: usize = 5_000;

/// A file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// What stands in it.
    pub paragraphs: Vec<Paragraph>,
    /// What [`Paragraph::at`] counts.
    pub counted: Counted,
}

/// What a file is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Counted {
    /// Lines.
    Lines,
    /// Paragraphs.
    Paragraphs,
}

/// The bytes of a file, and no more of them than are read.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, StoreError> {
    let read = RealDisk.open(path, Access::Read, Links::Followed).and_then(|file| read_up_to(file.as_ref(), LARGEST + 1));
    read.map_err(|e| StoreError::io(path, message!("could-not-read"), e))
}

/// Reads what a file of this name holds.
pub fn read(name: &Path, bytes: &[u8]) -> Result<Typed, Unreadable> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::TooLarge);
    }
    let ending = name.extension().unwrap_or_default().to_string_lossy().to_lowercase();
    let shown = name.display().to_string();
    let (paragraphs, counted) = match ending.as_str() {
        "docx" | "docm" | "dotx" => (docx::read(bytes)?, Counted::Paragraphs),
        "md" | "markdown" => (markdown::read(text(&shown, bytes)?), Counted::Lines),
        "txt" | "text" | "" => (lines::read(text(&shown, bytes)?), Counted::Lines),
        "doc" => return Err(Unreadable::OldWord),
        other => return Err(Unreadable::Format(other.to_owned())),
    };
    if paragraphs.len() > MOST_PARAGRAPHS {
        return Err(Unreadable::TooLong(MOST_PARAGRAPHS));
    }
    let paragraphs: Vec<Paragraph> = paragraphs.into_iter().map(clean).collect();
    if !paragraphs.iter().any(|p| p.text().contains(char::is_alphanumeric)) {
        return Err(Unreadable::Empty);
    }
    Ok(Typed { paragraphs, counted })
}

fn text<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, Unreadable> {
    legible::text(name, bytes).map_err(Unreadable::NoText)
}

/// A paragraph without what cannot be seen.
fn clean(mut paragraph: Paragraph) -> Paragraph {
    for run in &mut paragraph.runs {
        run.text = cleaned(&run.text);
    }
    paragraph
}

#[cfg(test)]
mod tests;
