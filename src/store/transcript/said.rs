//! What is gathered of a transcript while it is read, within its bounds.

use crate::domain::text::shown;
use crate::store::transcript::unreadable::Place;
use crate::store::transcript::unreadable::Unreadable;
use crate::store::transcript::unreadable::Why;

/// The most passages: ten hours with one every second are 36,000.
pub const MOST: usize = 100_000;

/// The longest passage, in bytes: an hour of talk without a stamp has some 50,000.
pub const LONGEST: usize = 200_000;

/// The longest that somebody who speaks may be called, in characters: what is longer is no label.
pub(super) const LONGEST_SPEAKER: usize = 200;

/// What whisper.cpp writes where it hears nothing: nobody says it.
const SILENCE: &str = "[BLANK_AUDIO]";

/// The form of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// WebVTT.
    Vtt,
    /// SubRip.
    Srt,
    /// JSON as OpenAI's Whisper writes it, and as many do that were made after it.
    Whisper,
    /// JSON as whisper.cpp writes it (`-oj`, `-ojf`).
    WhisperCpp,
    /// What noScribe writes.
    Noscribe,
    /// What aTrain writes.
    Atrain,
    /// Plain text with stamps.
    Text,
}

impl Form {
    /// All of them.
    pub const ALL: [Self; 7] = [Self::Vtt, Self::Srt, Self::Whisper, Self::WhisperCpp, Self::Noscribe, Self::Atrain, Self::Text];

    /// The form that is called so.
    pub fn of_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.word() == word)
    }

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Vtt => "vtt",
            Self::Srt => "srt",
            Self::Whisper => "whisper",
            Self::WhisperCpp => "whisper-cpp",
            Self::Noscribe => "noscribe",
            Self::Atrain => "atrain",
            Self::Text => "text",
        }
    }
}

/// Something that was said, with the times of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    /// Where it stands: a line, or in JSON which passage.
    pub line: usize,
    /// When it begins, in milliseconds.
    pub from: u64,
    /// When it ends; nothing where the file does not say.
    pub to: Option<u64>,
    /// What the speaker is called; empty where it does not say.
    pub speaker: String,
    /// The words.
    pub words: String,
    /// Whether it goes on with what stands before it in the same line, and so with who speaks.
    pub goes_on: bool,
}

/// What [`Said::line`] counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Counted {
    #[default]
    Lines,
    Passages,
}

/// What was gathered of a file so far, within its bounds.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) said: Vec<Said>,
    pub(super) counted: Counted,
    pub(super) before: usize,
    pub(super) model: String,
    pub(super) language: String,
}

impl Gathered {
    /// That something is wrong with the line or passage of this number.
    pub(super) fn wrong(&self, at: usize, why: Why) -> Unreadable {
        let place = match self.counted {
            Counted::Lines => Place::Line(at),
            Counted::Passages => Place::Passage(at),
        };
        Unreadable { place, why }
    }

    /// One more; without words it is none.
    pub(super) fn add(&mut self, mut said: Said) -> Result<(), Unreadable> {
        if said.words.len() > LONGEST {
            return Err(self.wrong(said.line, Why::LongPassage(LONGEST / 1000)));
        }
        (said.words, said.speaker) = (clean(&said.words), clean(&said.speaker));
        if said.words.is_empty() || said.words == SILENCE {
            return Ok(());
        }
        if said.speaker.chars().nth(LONGEST_SPEAKER).is_some() {
            return Err(self.wrong(said.line, Why::LongSpeaker(LONGEST_SPEAKER)));
        }
        if self.said.len() == MOST {
            return Err(self.wrong(said.line, Why::TooMany(MOST)));
        }
        self.said.push(said);
        Ok(())
    }
}

/// Words on one line, without what commands rather than shows.
pub(super) fn clean(words: &str) -> String {
    let kept: String = words.chars().filter(|c| !c.is_control() || c.is_whitespace()).collect();
    shown(&kept.split_whitespace().collect::<Vec<_>>().join(" ")).trim_matches('\u{fffd}').trim().to_owned()
}
