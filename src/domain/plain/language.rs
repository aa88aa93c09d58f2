//! Which languages have rules here, and in which scripts words can be told from their letters.

/// A language of which the rules are known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    /// English.
    English,
    /// Dutch.
    Dutch,
}

impl Tongue {
    /// The one that the BCP 47 tag `language` names, if its rules are known.
    pub(crate) fn of(language: &str) -> Option<Self> {
        match primary(language).as_str() {
            "en" => Some(Self::English),
            "nl" => Some(Self::Dutch),
            _ => None,
        }
    }
}

/// The language of a BCP 47 tag, without where it is spoken.
fn primary(language: &str) -> String {
    language.split(['-', '_']).next().unwrap_or_default().to_lowercase()
}

/// Whether names alone have a capital inside a sentence: in German every noun has one.
pub(crate) fn capitals_tell(language: &str) -> bool {
    !matches!(primary(language).as_str(), "de" | "lb" | "gsw" | "nds")
}

/// Whether `text` is written in letters by which long words can be counted: Latin, Greek or Cyrillic, with blanks between the words.
pub(crate) fn is_alphabetic(text: &str) -> bool {
    let is_counted = |c: char| matches!(c, 'a'..='z' | 'A'..='Z' | '\u{c0}'..='\u{24f}' | '\u{370}'..='\u{52f}' | '\u{1e00}'..='\u{1fff}');
    let letters = text.chars().filter(|c| c.is_alphabetic());
    let (all, counted) = letters.fold((0_usize, 0_usize), |(all, counted), c| (all + 1, counted + usize::from(is_counted(c))));
    all > 0 && counted * 10 >= all * 9
}
