//! What text from elsewhere may do on a screen or a page: be read, and nothing else.
//!
//! Guides, device names, file names and pasted notes can hold characters that command a terminal (control characters) or turn the
//! reading order round (bidirectional overrides: U+202A to U+202E, U+2066 to U+2069 and the marks of UAX #9). [`shown`] replaces each
//! by a visible sign at the boundary. Joiners and variation selectors stay: scripts and emoji need them.

use std::borrow::Cow;

use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

/// What stands where a character was that may not be shown.
pub(crate) const REPLACEMENT: char = '\u{fffd}';

/// `text` with every character that commands rather than shows replaced; line breaks and tabs become spaces.
pub fn shown(text: &str) -> Cow<'_, str> {
    if text.chars().any(|c| sign(c) != c) { Cow::Owned(text.chars().map(sign).collect()) } else { Cow::Borrowed(text) }
}

/// How many cells `text` takes on a screen: each piece that is read as one character for itself, as it is drawn. (The width of a whole text
/// is another: lam and alef count for one there, because paper joins them.)
pub(crate) fn cells(text: &str) -> usize {
    // The marks of half-width katakana are drawn with a cell more (ratatui's `CellWidth`).
    let marks = text.chars().filter(|c| matches!(c, '\u{ff9e}' | '\u{ff9f}')).count();
    text.graphemes(true).map(UnicodeWidthStr::width).sum::<usize>() + marks
}

fn sign(c: char) -> char {
    match c {
        '\n' | '\r' | '\t' => ' ',
        c if c.is_control() => REPLACEMENT,
        '\u{061c}' | '\u{200e}' | '\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' => REPLACEMENT,
        c => c,
    }
}

/// `text` without the quotation marks that stand around all of it: who shows it as somebody's words sets its own.
pub fn without_marks(text: &str) -> &str {
    const PAIRS: [(char, &str); 6] = [('"', "\""), ('“', "”"), ('„', "”“"), ('”', "”"), ('«', "»"), ('»', "«")];
    let text = text.trim();
    let inner = PAIRS.iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(|c| close.contains(c))?;
        // Marks further in begin or end something else: “one” and “two”.
        (!inner.contains(|c| c == *open || close.contains(c))).then(|| inner.trim())
    });
    inner.filter(|inner| !inner.is_empty()).unwrap_or(text)
}

/// Whether `code` stands in `text`, by itself or joined to other words by a sign, however it is written: `P7` in `p7-mother`, and not in `P70`.
pub(crate) fn names(text: &str, code: &str) -> bool {
    let (text, code) = (text.to_lowercase(), code.to_lowercase());
    let is_alone = |at: usize| {
        let (before, after) = (text[..at].chars().next_back(), text[at + code.len()..].chars().next());
        ![before, after].into_iter().flatten().any(char::is_alphanumeric)
    };
    // One sign further each time: what begins within a word may end another.
    !code.is_empty() && text.char_indices().any(|(at, _)| text[at..].starts_with(&code) && is_alone(at))
}

/// Whether `code` is one that nothing else is called by: a number, or a single sign, stands in many a line that is not about anybody.
pub(crate) fn is_told_apart(code: &str) -> bool {
    code.chars().count() > 1 && code.chars().any(char::is_alphabetic)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_named_by_itself_and_by_no_other_that_begins_so() {
        for text in ["P7", "of p7, mostly", "# called P7-mother", "2026-11-22-P7-1", "x_P7_y", "{code: P7}", "P70 and P7", "é P7é P7"] {
            assert!(names(text, "P7") && names(text, "p7"), "{text}");
        }
        for text in ["", "P70", "XP7", "P 7", "éP7"] {
            assert!(!names(text, "P7"), "{text}");
        }
        assert!(!names("anything", "") && names("İ and A-1", "a-1"));
        assert!(is_told_apart("P7") && !is_told_apart("12") && !is_told_apart("A"));
    }

    #[test]
    fn a_text_is_as_wide_as_its_pieces() {
        for (text, wide) in
            [("", 0), ("één", 3), ("漢字", 4), ("سلام لا", 7), ("क्षि", 3), ("👩\u{200d}👩\u{200d}👧🇳🇱", 4), ("e\u{301}", 1), ("ｱﾞ", 3)]
        {
            assert_eq!(cells(text), wide, "{text}");
        }
    }

    #[test]
    fn marks_around_all_of_it_are_taken_away_and_no_others() {
        for whole in ["\"I rest\"", "“I rest”", "„I rest”", "„I rest“", "”I rest”", "«I rest»", "« I rest »", "»I rest«", " I rest "]
        {
            assert_eq!(without_marks(whole), "I rest", "{whole}");
        }
        for part in ["“I” and “rest”", "she said “rest”", "“I rest", "I rest”", "\"", "“”", "\"a\" or \"b\""] {
            assert_eq!(without_marks(part), part, "{part}");
        }
    }

    #[test]
    fn commands_become_signs_and_words_stay() {
        assert_eq!(shown("a\u{1b}]52;c;x\u{7}b\u{202e}c"), "a\u{fffd}]52;c;x\u{fffd}b\u{fffd}c");
        assert_eq!(shown("one\r\ntwo"), "one  two");
        for kept in ["mañana e\u{301}", "👩‍👩‍👧", "שלום", "क्षि", "❤\u{fe0f}"] {
            assert!(matches!(shown(kept), Cow::Borrowed(_)), "{kept}");
        }
    }
}
