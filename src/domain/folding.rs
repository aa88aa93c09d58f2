//! Words as they are looked for: without large letters and accents, and without what stands between them.
//!
//! [`folded`] takes letters apart and leaves out what stands above, below or within them, in every alphabet; what cannot be taken apart and is a
//! variant all the same (ø, ł, ß) is spelled out. [`spaced`] makes a text of that in which every word stands between two blanks, so that a
//! whole word, the beginning of one and a row of them are found alike: by looking for letters. Languages that write no blanks between words
//! have one around every character. [`Places`] leads back to the text as it was written. Values only.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text with each letter and its accents as one sign, where there is one: what is typed here and what a Mac wrote are the same then.
pub(crate) fn composed(text: &str) -> String {
    text.nfc().collect()
}

/// Whether a sign belongs to a word: a letter, a digit, `_`, or an accent on one of them.
pub(crate) fn is_of_a_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '_' || is_combining_mark(sign)
}

/// `text` in small letters without accents.
pub(crate) fn folded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    text.chars().for_each(|c| fold(c, &mut out));
    out
}

/// The words of `text`, folded, with a blank before and after each; one blank where there are none.
pub fn spaced(text: &str) -> String {
    let mut out = Spaced::with_capacity(text.len() + text.len() / 8 + 2);
    text.chars().for_each(|c| out.take(c));
    out.done()
}

/// `c` in small letters without accents, behind `out`.
fn fold(c: char, out: &mut String) {
    if c.is_ascii() {
        return out.push(c.to_ascii_lowercase());
    }
    for c in c.nfkd().flat_map(char::to_lowercase) {
        match c {
            'ø' => out.push('o'),
            'ł' => out.push('l'),
            'đ' | 'ð' => out.push('d'),
            'ħ' => out.push('h'),
            'ŧ' => out.push('t'),
            'ı' => out.push('i'),
            'ς' => out.push('σ'),
            'æ' => out.push_str("ae"),
            'œ' => out.push_str("oe"),
            'ß' => out.push_str("ss"),
            'þ' => out.push_str("th"),
            '’' | '‘' | 'ʼ' => out.push('\''),
            c if is_left_out(c) => {}
            // What is taken from a letter in small letters may be taken apart once more (İ).
            c => out.push(c),
        }
    }
}

/// Accents, the vowels of Hebrew and Arabic, which are written by some and left out by most, and signs that only shape or join.
fn is_left_out(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{483}'..='\u{487}' | '\u{591}'..='\u{5bd}' | '\u{5bf}' | '\u{5c1}'..='\u{5c7}'
        | '\u{610}'..='\u{61a}' | '\u{640}' | '\u{64b}'..='\u{65f}' | '\u{670}' | '\u{6d6}'..='\u{6ed}' | '\u{ad}'
        | '\u{1ab0}'..='\u{1aff}' | '\u{1dc0}'..='\u{1dff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{20d0}'..='\u{20ff}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}')
}

/// Whether `c`, which was folded, is a word by itself: between these nobody writes blanks, or (Hangul) words grow together.
fn stands_alone(c: char) -> bool {
    matches!(c, '\u{e00}'..='\u{eff}' | '\u{1000}'..='\u{11ff}' | '\u{1780}'..='\u{17ff}' | '\u{3005}'..='\u{3007}'
        | '\u{3041}'..='\u{30ff}' | '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'
        | '\u{20000}'..='\u{3ffff}')
}

/// A text in the making, in which every word stands between two blanks.
struct Spaced {
    out: String,
    /// What the next character folds to.
    folds: String,
}

impl Spaced {
    fn with_capacity(bytes: usize) -> Self {
        let mut out = String::with_capacity(bytes);
        out.push(' ');
        Self { out, folds: String::new() }
    }

    fn take(&mut self, c: char) {
        let mut folds = std::mem::take(&mut self.folds);
        folds.clear();
        fold(c, &mut folds);
        folds.chars().for_each(|c| self.add(c));
        self.folds = folds;
    }

    /// Adds `c`, which was folded.
    fn add(&mut self, c: char) {
        if is_combining_mark(c) {
            // It belongs to what it stands on.
            let stands_on = self.out.trim_end_matches(' ').chars().next_back();
            let behind_a_blank =
                self.out.ends_with(' ') && stands_on.is_some_and(|before| stands_alone(before) || is_combining_mark(before));
            if behind_a_blank {
                self.out.pop();
            }
            self.out.push(c);
            if behind_a_blank {
                self.out.push(' ');
            }
        } else if stands_alone(c) {
            self.blank();
            self.out.push(c);
            self.out.push(' ');
        } else if c.is_alphanumeric() {
            self.out.push(c);
        } else {
            self.blank();
        }
    }

    fn blank(&mut self) {
        if !self.out.ends_with(' ') {
            self.out.push(' ');
        }
    }

    fn done(mut self) -> String {
        self.blank();
        self.out
    }
}

/// A text, its words as they are looked for, and where each of them came from.
pub(crate) struct Places {
    spaced: String,
    /// For each character of the text where it begins in `spaced` and in the text.
    of: Vec<(usize, usize)>,
    /// How long the text is.
    end: usize,
}

impl Places {
    /// Those of `text`.
    pub(crate) fn of(text: &str) -> Self {
        let (mut made, mut of) = (Spaced::with_capacity(text.len() + 2), Vec::with_capacity(text.len()));
        for (at, c) in text.char_indices() {
            let before = made.out.len();
            made.take(c);
            // What only belongs to the character before stands with it.
            if made.out.len() > before || !c.is_alphanumeric() && !is_combining_mark(c) {
                of.push((before, at));
            }
        }
        Self { spaced: made.done(), of, end: text.len() }
    }

    /// Where in the text `needle` stands, which begins and may end with a blank: from and to, in bytes.
    pub(crate) fn find(&self, needle: &str) -> Vec<(usize, usize)> {
        let (mut found, mut from) = (Vec::new(), 0);
        while let Some(at) = self.spaced.get(from..).and_then(|rest| rest.find(needle)) {
            let start = from + at + 1;
            let end = start + needle.trim().len();
            // The blank behind one word is the blank before the next.
            from = end.max(start);
            found.extend(self.place(start, end));
        }
        found
    }

    /// The text that became what lies between `start` and `end`.
    fn place(&self, start: usize, end: usize) -> Option<(usize, usize)> {
        let first = self.of.partition_point(|(at, _)| *at <= start).checked_sub(1)?;
        let last = self.of.partition_point(|(at, _)| *at < end);
        let from = self.of.get(first)?.1;
        let to = self.of.get(last).map_or(self.end, |(_, at)| *at);
        (from < to).then_some((from, to))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn accents_and_large_letters_make_no_difference() {
        for (one, other) in [
            ("Één", "een"),
            ("café", "CAFE\u{301}"),
            ("hoe’s", "hoe's"),
            ("Straße", "STRASSE"),
            ("naïef", "naief"),
            ("Łódź", "lodz"),
            ("İstanbul", "istanbul"),
            ("người", "nguoi"),
            ("ΔΌΞΑΣ", "δοξας"),
            ("ёлка", "Елка"),
            ("שָׁלוֹם", "שלום"),
            ("مُحَمَّد", "محمد"),
            ("ﬁne", "fine"),
            ("ﾃｽﾄ", "テスト"),
        ] {
            assert_eq!(folded(one), folded(other), "{one}");
        }
        assert_ne!(folded("a"), folded("b"));
    }

    #[test]
    fn words_stand_between_blanks_whatever_stood_there() {
        for (text, words) in [
            ("", " "),
            ("  !? ", " "),
            ("I rest, before-pain.", " i rest before pain "),
            ("l’homme #tired", " l homme tired "),
            ("one\tTWO\r\n\0three\u{1b}[31m", " one two three 31m "),
            ("患者は3x", " 患 者 は 3x "),
            ("iPhoneを", " iphone を "),
            ("น้ำ", &spaced("น้ำ")),
            ("क्षि", " क्षि "),
            ("\u{202e}evil", " evil "),
        ] {
            assert_eq!(spaced(text), words, "{text}");
        }
        assert!(spaced("ฉันปวดหลัง").contains(spaced("ปวด").trim_end()), "no blanks are written there");
        assert!(spaced("환자는").contains(spaced("환자").trim_end()));
    }

    #[test]
    fn what_was_found_leads_back_to_the_text() {
        let found = |text: &str, needle: &str| {
            let places = Places::of(text);
            places.find(needle).into_iter().map(|(from, to)| text[from..to].to_owned()).collect::<Vec<_>>()
        };
        assert_eq!(found("Één dag, één nacht", " een "), ["Één", "één"]);
        assert_eq!(found("the the the", " the "), ["the", "the", "the"]);
        assert_eq!(found("rest, before pain", " rest before "), ["rest, before"]);
        assert_eq!(found("resting", " rest"), ["rest"]);
        assert_eq!(found("cafe\u{301} au lait", " cafe "), ["cafe\u{301}"]);
        assert_eq!(found("患者は痛い", " 痛 い "), ["痛い"]);
        assert_eq!(found("die Straße.", " strasse "), ["Straße"]);
        assert_eq!(found("", " a "), Vec::<String>::new());
    }
}
