//! Why a transcript cannot be read: where, what, and what to do.

use std::fmt;

use crate::words::say;

/// A transcript that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unreadable {
    /// Where.
    pub place: Place,
    /// Why.
    pub why: Why,
}

/// Where in a file something is wrong, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// All of it.
    All,
    /// A line.
    Line(usize),
    /// A passage, in a form that has no lines to speak of.
    Passage(usize),
}

/// Why a file, or a line of it, cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "each variant is its sentence")]
pub enum Why {
    TooLarge(u64),
    TooMany(usize),
    LongPassage(usize),
    LongSpeaker(usize),
    Empty,
    NotText,
    NotUtf8,
    NoJson,
    Json(usize),
    JsonOther,
    NoVtt,
    NoPassage,
    NoStamps,
    NotNoscribe,
    Time(String),
    NoTime,
}

impl Unreadable {
    pub(super) fn of(why: Why) -> Self {
        Self { place: Place::All, why }
    }

    pub(super) fn at(line: usize, why: Why) -> Self {
        Self { place: Place::Line(line), why }
    }
}

/// How much of a line is shown.
const SHOWN: usize = 40;

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.place {
            Place::All => {}
            Place::Line(line) => f.write_str(&say!("transcript-line", line = line.to_string()))?,
            Place::Passage(passage) => f.write_str(&say!("transcript-passage", passage = passage.to_string()))?,
        }
        let cut = |text: &str| text.trim().chars().filter(|c| !c.is_control()).take(SHOWN).collect::<String>();
        f.write_str(&match &self.why {
            Why::TooLarge(most) => say!("transcript-too-large", most = *most),
            Why::TooMany(most) => say!("transcript-too-many", most = *most),
            Why::LongPassage(most) => say!("transcript-long-passage", most = *most),
            Why::LongSpeaker(most) => say!("transcript-long-speaker", most = *most),
            Why::Empty => say!("transcript-empty"),
            Why::NotText => say!("transcript-not-text"),
            Why::NotUtf8 => say!("transcript-not-utf8"),
            Why::NoJson => say!("transcript-no-json"),
            Why::Json(column) => say!("transcript-broken-json", column = *column),
            Why::JsonOther => say!("transcript-other-json"),
            Why::NoVtt => say!("transcript-no-vtt"),
            Why::NoPassage => say!("transcript-no-passage"),
            Why::NoStamps => say!("transcript-no-stamps"),
            Why::NotNoscribe => say!("transcript-not-noscribe"),
            Why::Time(text) => say!("transcript-bad-time", text = cut(text)),
            Why::NoTime => say!("transcript-no-time"),
        })
    }
}
