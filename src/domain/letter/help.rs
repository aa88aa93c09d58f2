//! Where help can be had, in the order in which somebody needs it who cannot read on.
//!
//! A guide may name the emergency number last, because in the room that is the last step. On paper it stands first, and what can wait stands
//! at the end of the letter.

use std::ops::RangeInclusive;

use crate::domain::letter::tree::Text;

/// How many places a letter names where its reader stops; beside them stands how to reach whoever wrote it.
pub(super) const AT_ONCE: usize = 3;

/// How many digits an emergency number or a helpline has: `112`, `1813`, `116 123`.
const SHORT: RangeInclusive<usize> = 3..=6;

/// What is said of help that is sought at once, also where a study has not filled in its number yet: parts of words, in English and Dutch.
const URGENT: [&str; 9] = ["danger", "emergency", "helpline", "suicid", "your life", "gevaar", "alarmnummer", "hulplijn", "zelfmoord"];

/// `lines` with those first that are rung at once; otherwise in the order of the guide.
pub(super) fn most_urgent_first(mut lines: Vec<Text>) -> Vec<Text> {
    lines.sort_by_key(|line| {
        let told = line.as_str().to_lowercase();
        !(names_a_short_number(&told) || URGENT.iter().any(|word| told.contains(word)))
    });
    lines
}

/// Whether a number of [`SHORT`] stands there that is no part of a longer one.
fn names_a_short_number(line: &str) -> bool {
    let (mut digits, mut after) = (0, 0);
    for c in line.chars().chain(['.', '.']) {
        match c {
            '0'..='9' => (digits, after) = (digits + 1, 0),
            // One sign may part the groups of a number; two end it.
            ' ' | '-' | '\u{a0}' if digits > 0 && after == 0 => after = 1,
            _ if SHORT.contains(&digits) => return true,
            _ => (digits, after) = (0, 0),
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_can_be_rung_at_once_stands_first_and_the_rest_as_the_guide_has_it() {
        let lines = ["your own GP", "the doctor on 010 123 45 67", "they listen on 116 123", "someone you trust", "In acute danger"];
        let sorted = most_urgent_first(lines.map(Text::new).to_vec());
        let sorted: Vec<&str> = sorted.iter().map(Text::as_str).collect();
        assert_eq!(
            sorted,
            ["they listen on 116 123", "In acute danger", "your own GP", "the doctor on 010 123 45 67", "someone you trust"]
        );
    }

    #[test]
    fn a_short_number_is_no_part_of_a_longer_one_and_no_count_of_hours() {
        for short in ["113", "113, dag en nacht", "999 (UK) or 911", "bel 1813.", "call 988 now", "112"] {
            assert!(names_a_short_number(short), "{short}");
        }
        for other in ["", "010-123 45 67", "0800 0113 22", "day and night, 24 hours, 7 days", "24/7", "two of us"] {
            assert!(!names_a_short_number(other), "{other}");
        }
    }
}
