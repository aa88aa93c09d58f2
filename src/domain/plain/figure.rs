//! How hard a text is to read, in a figure: for English Flesch's, for Dutch what Douma made of it, and for every language with letters LIX.
//!
//! Flesch 1948: 206.835 - 1.015 words a sentence - 84.6 syllables a word. Douma 1960: 206.84 - 0.93 - 77. Björnsson 1968 (LIX): words a
//! sentence + the hundredth part of words of more than six letters. They predict little, of short texts nearly nothing: a hint, never a gate.

use crate::domain::plain::language::Tongue;
use crate::domain::plain::sentences::Sentence;
use crate::domain::plain::syllables::syllables;
use crate::words::say;

/// By which formula.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Formula {
    /// Flesch reading ease, for English.
    Flesch,
    /// Flesch-Douma, for Dutch.
    FleschDouma,
    /// Läsbarhetsindex, for every language.
    Lix,
}

/// How hard it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Hardness {
    /// Easy to read.
    Easy,
    /// Plain.
    Plain,
    /// Hard.
    Hard,
    /// Very hard.
    VeryHard,
}

/// How hard a text is by one formula.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// By which.
    pub formula: Formula,
    /// How much.
    pub value: f64,
}

/// How much there is of a text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Extent {
    /// Sentences.
    pub sentences: usize,
    /// Words.
    pub words: usize,
    /// Words of more than six letters.
    pub long: usize,
    /// Syllables; 0 in a language of which the rules are not known.
    pub syllables: usize,
}

/// How far figures of a text mean something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Worth {
    /// As far as they ever do.
    Something,
    /// The text is short: they mean little.
    Little,
    /// The text is so short that there is none.
    Nothing,
}

/// Fewer words than these, or fewer sentences, are no text that a formula was made for.
const FEWEST: (usize, usize) = (30, 3);

/// The formulas were made for pieces of a hundred words.
const ENOUGH: (usize, usize) = (100, 5);

impl Extent {
    pub(super) fn of(sentences: &[Sentence<'_>], tongue: Option<Tongue>) -> Self {
        let words = || sentences.iter().flat_map(|one| &one.words);
        let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
        Self {
            sentences: sentences.len(),
            words: words().count(),
            long: words().filter(|word| letters(word.text) > 6).count(),
            syllables: tongue.map_or(0, |tongue| words().map(|word| syllables(word.text, tongue)).sum()),
        }
    }

    pub(super) fn and(self, more: Self) -> Self {
        Self {
            sentences: self.sentences + more.sentences,
            words: self.words + more.words,
            long: self.long + more.long,
            syllables: self.syllables + more.syllables,
        }
    }

    /// How far a figure of it means something.
    pub fn worth(&self) -> Worth {
        let reaches = |(words, sentences)| self.words >= words && self.sentences >= sentences;
        match (reaches(FEWEST), reaches(ENOUGH)) {
            (false, _) => Worth::Nothing,
            (true, false) => Worth::Little,
            (true, true) => Worth::Something,
        }
    }

    /// Its figures, that of the language first; none where it is too short, and none but LIX for a language of which no rules are known.
    pub(super) fn figures(&self, tongue: Option<Tongue>) -> Vec<Figure> {
        if self.worth() == Worth::Nothing {
            return Vec::new();
        }
        let per = |part: usize, whole: usize| part as f64 / whole.max(1) as f64;
        let (length, syllables) = (per(self.words, self.sentences), per(self.syllables, self.words));
        let own = tongue.map(|tongue| match tongue {
            Tongue::English => Figure { formula: Formula::Flesch, value: 206.835 - 1.015 * length - 84.6 * syllables },
            Tongue::Dutch => Figure { formula: Formula::FleschDouma, value: 206.84 - 0.93 * length - 77.0 * syllables },
        });
        let lix = Figure { formula: Formula::Lix, value: length + 100.0 * per(self.long, self.words) };
        own.into_iter().chain([lix]).collect()
    }
}

impl Formula {
    /// What it is called.
    pub fn name(self) -> &'static str {
        match self {
            Self::Flesch => "Flesch",
            Self::FleschDouma => "Flesch-Douma",
            Self::Lix => "LIX",
        }
    }

    /// The word that programs have for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Flesch => "flesch",
            Self::FleschDouma => "flesch-douma",
            Self::Lix => "lix",
        }
    }
}

impl Figure {
    /// How hard that is.
    pub fn hardness(&self) -> Hardness {
        let step = |steps: [bool; 3]| match steps {
            [true, ..] => Hardness::Easy,
            [_, true, _] => Hardness::Plain,
            [.., true] => Hardness::Hard,
            [false, false, false] => Hardness::VeryHard,
        };
        match self.formula {
            Formula::Flesch | Formula::FleschDouma => step([70.0, 60.0, 45.0].map(|least| self.value >= least)),
            Formula::Lix => step([30.0, 40.0, 50.0].map(|most| self.value < most)),
        }
    }

    /// The figure and what it means, to people.
    pub fn words(&self) -> String {
        say!("hint-figure", formula = self.formula.name(), value = self.rounded(), hardness = self.hardness().word())
    }

    /// The same, rounded as people read it.
    pub fn rounded(&self) -> String {
        format!("{:.0}", self.value.clamp(-999.0, 999.0) + 0.0)
    }
}

impl Hardness {
    /// The word that programs have for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Easy => "easy",
            Self::Plain => "plain",
            Self::Hard => "hard",
            Self::VeryHard => "very-hard",
        }
    }
}

impl Worth {
    /// The word that programs have for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Something => "something",
            Self::Little => "little",
            Self::Nothing => "nothing",
        }
    }
}
