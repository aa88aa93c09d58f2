//! A transcript that was made elsewhere, read into passages: WebVTT, SRT, the JSON of Whisper and of whisper.cpp, noScribe's pages, aTrain's
//! files, and plain text with stamps.
//!
//! A file comes from anywhere. How much of it is read, how many passages it may have and how long one may be is bounded before anything is
//! kept, and so is memory: what stands in a file of JSON beside the passages (tokens, probabilities, each word once more) is passed over while
//! it is read. What commands a terminal is taken out of the words. Times are those of the file; where they lie in the session is for others to
//! say. Nothing is written. Any thread.

mod clock;
mod cues;
mod html;
mod json;
mod markup;
mod said;
mod speakers;
mod text;
mod tsv;
pub mod unreadable;

use std::path::Path;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::read_up_to;
use crate::disk::real::RealDisk;
use crate::store::error::StoreError;
use crate::store::transcript::said::Gathered;
use crate::store::transcript::text::decoded;
use crate::store::transcript::unreadable::Unreadable;
use crate::store::transcript::unreadable::Why;
use crate::words::message::message;

pub use crate::store::transcript::said::Form;
pub use crate::store::transcript::said::LONGEST;
pub use crate::store::transcript::said::MOST;
pub use crate::store::transcript::said::Said;

/// The largest file that is read: ten hours in Whisper's most talkative form have some 50 MB.
pub const LARGEST: u64 = 64 << 20;

/// A file, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Typed {
    /// Its form.
    pub form: Form,
    /// What was said, in the order of their times.
    pub said: Vec<Said>,
    /// How many passages end before they begin: they are taken for moments.
    pub reversed: usize,
    /// How many lines stand before the first stamp: a title, mostly.
    pub before: usize,
    /// The model that the file names; empty where it names none.
    pub model: String,
    /// The language it was taken for.
    pub language: String,
}

impl Typed {
    /// A file in which no words are.
    pub fn without_words(form: Option<Form>) -> Self {
        let (model, language) = (String::new(), String::new());
        Self { form: form.unwrap_or(Form::Text), said: Vec::new(), reversed: 0, before: 0, model, language }
    }
}

/// The bytes of a file, and no more of them than are read.
pub fn bytes_of(path: &Path) -> Result<Vec<u8>, StoreError> {
    let file = RealDisk.open(path, Access::Read, Links::Followed);
    file.and_then(|file| read_up_to(file.as_ref(), LARGEST + 1)).map_err(|e| StoreError::io(path, message!("could-not-read"), e))
}

/// Reads a transcript; of which form it is is found out unless it is said.
pub fn read(bytes: &[u8], form: Option<Form>) -> Result<Typed, Unreadable> {
    if bytes.len() as u64 > LARGEST {
        return Err(Unreadable::of(Why::TooLarge(LARGEST >> 20)));
    }
    let text = decoded(bytes)?;
    if text.trim().is_empty() {
        return Err(Unreadable::of(Why::Empty));
    }
    let shape = Shape::of(&text);
    let form = form.unwrap_or_else(|| shape.form(&text));
    let mut gathered = Gathered::default();
    let form = match (form, shape) {
        (Form::Whisper | Form::WhisperCpp | Form::Atrain, Shape::Json) => {
            let found = json::read(&text, &mut gathered)?;
            if form == Form::Atrain { form } else { found }
        }
        (Form::Whisper, Shape::Tsv) => tsv::read(&text, &mut gathered).map(|()| form)?,
        (Form::Whisper | Form::WhisperCpp, _) => return Err(Unreadable::of(Why::NoJson)),
        (Form::Noscribe, Shape::Html) => html::read(&text, &mut gathered).map(|()| form)?,
        (Form::Vtt, _) | (Form::Noscribe, Shape::Vtt) => cues::vtt(&text, &mut gathered).map(|()| form)?,
        (Form::Srt, _) | (Form::Atrain | Form::Noscribe, Shape::Srt) => cues::srt(&text, &mut gathered).map(|()| form)?,
        (Form::Atrain | Form::Noscribe | Form::Text, _) => text::read(&text, &mut gathered).map(|()| form)?,
    };
    let Gathered { mut said, before, model, language, .. } = gathered;
    if said.is_empty() {
        return Err(Unreadable::of(Why::NoPassage));
    }
    speakers::find(&mut said);
    said.retain(|one| !one.words.is_empty());
    let mut reversed = 0;
    for one in &mut said {
        if one.to.is_some_and(|to| to < one.from) {
            (one.to, reversed) = (Some(one.from), reversed + 1);
        }
    }
    // What is said at one time stays in its order.
    said.sort_by_key(|one| one.from);
    Ok(Typed { form, said, reversed, before, model, language })
}

/// What a file looks like at its beginning.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    Json,
    Html,
    Vtt,
    Srt,
    Tsv,
    Lines,
}

impl Shape {
    fn of(text: &str) -> Self {
        let start = text.trim_start();
        let first = start.lines().next().unwrap_or_default().trim_end();
        if cues::is_vtt(first) {
            Self::Vtt
        } else if tsv::begins(first) {
            Self::Tsv
        } else if json::begins(start) {
            Self::Json
        } else if start.starts_with('<') {
            Self::Html
        } else if start.lines().take(20).any(cues::is_timing) {
            Self::Srt
        } else {
            Self::Lines
        }
    }

    fn form(self, text: &str) -> Form {
        match self {
            Self::Json | Self::Tsv => Form::Whisper,
            Self::Html => Form::Noscribe,
            Self::Vtt => Form::Vtt,
            Self::Srt => Form::Srt,
            Self::Lines if text.trim_start().starts_with("Transcription for ") => Form::Atrain,
            Self::Lines => Form::Text,
        }
    }
}

#[cfg(test)]
mod tests;
