//! A passage, by what it is looked at, and what is to be said of it.

use std::ops::Range;

use crate::domain::study::checking::Jargon;
use crate::words::say;

/// Something that is read: a statement, a quote, a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Passage<'t> {
    /// Its words.
    pub text: &'t str,
    /// Whose words these are.
    pub whose: Whose,
}

/// Whose words something is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whose {
    /// Ours, to the participant: a statement.
    Ours,
    /// Theirs: a quote.
    Theirs,
    /// The letter's around both: only its figure is of interest.
    TheLetters,
}

impl<'t> Passage<'t> {
    /// A statement.
    pub fn ours(text: &'t str) -> Self {
        Self { text, whose: Whose::Ours }
    }

    /// A quote.
    pub fn theirs(text: &'t str) -> Self {
        Self { text, whose: Whose::Theirs }
    }

    /// Anything else that a letter says.
    pub fn of_the_letter(text: &'t str) -> Self {
        Self { text, whose: Whose::TheLetters }
    }
}

/// By what a text is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Yardstick<'a> {
    /// Its language, a BCP 47 tag.
    pub language: &'a str,
    /// The study's list of words that participants do not know.
    pub jargon: &'a [Jargon],
    /// What names nobody though it has a capital: the participant's code, the study's name.
    pub known: &'a [&'a str],
}

/// One thing to think about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Remark {
    /// Which passage, counted from 0.
    pub passage: usize,
    /// The words, in bytes of that passage; always whole characters.
    pub at: Range<usize>,
    /// What they are.
    pub cause: Cause,
}

/// What makes a text hard to read, or tells whose it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// So many words in a sentence. It could end before the word at `end`, where one is found.
    LongSentence {
        /// How many.
        words: usize,
        /// Where another could begin.
        end: Option<Range<usize>>,
    },
    /// A word of so many syllables.
    LongWord {
        /// How many.
        syllables: usize,
    },
    /// Nobody does it: it is done.
    Passive,
    /// A noun where a verb would do.
    NounForVerb,
    /// Two noes in one clause.
    TwiceNo,
    /// A word on a list, the study's or ours; with what could stand in its place.
    Word {
        /// Whose list.
        list: List,
        /// The plain word.
        plain: Option<String>,
    },
    /// What may tell others whose it is.
    Identifies(Identity),
    /// It does not speak to whoever reads it.
    NotYou(Person),
}

/// A list of words to avoid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum List {
    /// The study's own.
    Study,
    /// Words of the clinic that patients do not use.
    Clinic,
    /// Words of letters from an office.
    Office,
}

/// By what somebody may be known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Identity {
    /// A name: of a person, or of what has a capital for another reason.
    Name,
    /// A hospital, a school, an employer.
    Organisation,
    /// A town or a country.
    Place,
    /// A day or a year.
    Date,
    /// An age.
    Age,
    /// A telephone number, or another long one.
    Number,
    /// An address of e-mail.
    Mail,
    /// A postcode.
    Postcode,
    /// A street with a number.
    Street,
}

/// Whom a statement is about, where that is not the reader in the second person.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Person {
    /// She, he, they.
    Third,
    /// The participant, the patient.
    Participant,
    /// I.
    First,
    /// Nobody is named: "thought her back was broken".
    Nobody,
    /// In Dutch, `je`, where the letter says `u`.
    Informal,
}

impl Cause {
    /// How much it matters: what tells whose it is the most, then whom it speaks to, then what makes it hard.
    pub(super) fn weight(&self) -> u32 {
        let counted = |n: usize, most: u32| u32::try_from(n).unwrap_or(most).min(most);
        match self {
            Self::Identifies(Identity::Name | Identity::Number | Identity::Mail) => 1000,
            Self::Identifies(Identity::Postcode | Identity::Street | Identity::Organisation) => 950,
            Self::Identifies(Identity::Date | Identity::Place | Identity::Age) => 900,
            Self::NotYou(Person::Participant | Person::Nobody) => 820,
            Self::NotYou(_) => 800,
            Self::LongSentence { words, .. } => 400 + counted(*words, 100),
            Self::Word { list: List::Study, .. } => 420,
            Self::TwiceNo => 419,
            Self::Word { list: List::Clinic, .. } => 418,
            Self::Word { list: List::Office, .. } => 360,
            Self::Passive => 350,
            Self::NounForVerb => 340,
            Self::LongWord { syllables } => 300 + counted(*syllables, 30),
        }
    }

    /// The word that programs have for it.
    pub fn word(&self) -> &'static str {
        match self {
            Self::LongSentence { .. } => "long-sentence",
            Self::LongWord { .. } => "long-word",
            Self::Passive => "passive",
            Self::NounForVerb => "noun-for-verb",
            Self::TwiceNo => "double-negation",
            Self::Word { list: List::Study, .. } => "study-word",
            Self::Word { list: List::Clinic, .. } => "clinical-word",
            Self::Word { list: List::Office, .. } => "formal-word",
            Self::Identifies(Identity::Name) => "name",
            Self::Identifies(Identity::Organisation) => "organisation",
            Self::Identifies(Identity::Place) => "place",
            Self::Identifies(Identity::Date) => "date",
            Self::Identifies(Identity::Age) => "age",
            Self::Identifies(Identity::Number) => "number",
            Self::Identifies(Identity::Mail) => "mail",
            Self::Identifies(Identity::Postcode) => "postcode",
            Self::Identifies(Identity::Street) => "street",
            Self::NotYou(Person::Third) => "third-person",
            Self::NotYou(Person::Participant) => "participant",
            Self::NotYou(Person::First) => "first-person",
            Self::NotYou(Person::Nobody) => "no-person",
            Self::NotYou(Person::Informal) => "informal",
        }
    }
}

impl Remark {
    /// What the words are, to people.
    pub fn what(&self) -> String {
        let count = match self.cause {
            Cause::LongSentence { words, .. } => words,
            Cause::LongWord { syllables } => syllables,
            _ => 0,
        };
        say!("hint-what", cause = self.cause.word(), count = count)
    }

    /// What to try, of which `text` is the passage.
    pub fn advice(&self, text: &str) -> String {
        match &self.cause {
            Cause::LongSentence { end: Some(end), .. } => {
                say!("hint-try-end", words = text.get(end.start..self.at.end).map_or("", first_words))
            }
            Cause::Word { plain: Some(plain), .. } => say!("hint-try-word", plain = plain),
            other => say!("hint-try", cause = other.word()),
        }
    }

    /// The words themselves.
    pub fn words<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.at.clone()).unwrap_or_default()
    }
}

/// As many words of `text` as it takes to find them.
fn first_words(text: &str) -> &str {
    let end = text.char_indices().filter(|(_, c)| c.is_whitespace()).nth(2).map_or(text.len(), |(at, _)| at);
    text[..end].trim_end_matches(|c: char| !c.is_alphanumeric())
}
