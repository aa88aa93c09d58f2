//! What people type at the beginning of a line: numbers, letters, dots.

use crate::domain::guide::typed::List;

/// What a line begins with where somebody typed a list by hand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// What kind it is.
    pub list: List,
    /// How deep it says that it is: 1 for `1.1`.
    pub depth: u8,
    /// How many bytes it takes, with the blanks behind it.
    pub length: usize,
}

/// Words that people put before the number of a question.
const BEFORE_NUMBER: [&str; 7] = ["question ", "vraag ", "frage ", "q.", "q", "vr.", "v"];

/// The mark that `line` begins with.
pub fn mark(line: &str) -> Option<Mark> {
    let indent = line.len() - line.trim_start().len();
    let text = &line[indent..];
    let found = bullet(text).or_else(|| numbered(text)).or_else(|| lettered(text))?;
    let rest = &text[found.length..];
    // A sign alone marks nothing.
    if rest.trim().is_empty() {
        return None;
    }
    let blanks = rest.len() - rest.trim_start().len();
    Some(Mark { length: indent + found.length + blanks, ..found })
}

fn bullet(text: &str) -> Option<Mark> {
    let sign = text.chars().next()?;
    let is_bullet = "•·◦▪▫○●■□◆◇►▶➢➤→☐✓\u{f0b7}\u{f0a7}".contains(sign);
    let length = sign.len_utf8();
    let blank = text[length..].starts_with(char::is_whitespace);
    let is_dash = matches!(sign, '-' | '–' | '—' | '*' | '+' | 'o' | '§') && blank;
    (is_bullet || is_dash).then_some(Mark { list: List::Bullet, depth: 0, length })
}

fn numbered(text: &str) -> Option<Mark> {
    let lower = text.to_lowercase();
    let word = BEFORE_NUMBER.iter().find(|word| {
        lower.strip_prefix(**word).is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit())) && text.is_char_boundary(word.len())
    });
    let begin = word.map_or(0, |word| word.len());
    let open = usize::from(begin == 0 && text.starts_with('('));
    let (mut at, mut parts) = (begin + open, 0_u8);
    loop {
        let digits = text[at..].chars().take_while(char::is_ascii_digit).count();
        if !(1..=3).contains(&digits) {
            break;
        }
        at += digits;
        parts += 1;
        let goes_on = text[at..].starts_with('.') && text[at + 1..].starts_with(|c: char| c.is_ascii_digit());
        if !goes_on || parts > 4 {
            break;
        }
        at += 1;
    }
    if parts == 0 {
        return roman(text);
    }
    let rest = &text[at..];
    let sign = rest.len() - rest.trim_start_matches(['.', ')', ':']).len();
    let blank = rest[sign..].starts_with(char::is_whitespace);
    // "10 minutes" is no item, "1.1 What …" and "Q1 What …" are.
    let is_mark = sign > 0 && (blank || rest.starts_with(')')) || blank && (parts > 1 || word.is_some() || rest.starts_with('\t'));
    // "2.5 hours" is a number that goes on with a word that is not the beginning of a sentence.
    let begins_small = rest[sign..].trim_start().starts_with(char::is_lowercase);
    (is_mark && sign <= 2 && !(parts > 1 && sign == 0 && begins_small)).then_some(Mark {
        list: List::Number,
        depth: parts - 1,
        length: at + sign,
    })
}

/// Large Roman numbers, as parts of a guide have them.
fn roman(text: &str) -> Option<Mark> {
    let digits = text.chars().take_while(|c| matches!(c, 'I' | 'V' | 'X')).count();
    let is_mark = text[digits..].starts_with(['.', ')']) && text[digits + 1..].starts_with(char::is_whitespace);
    ((1..=5).contains(&digits) && is_mark).then_some(Mark { list: List::Number, depth: 0, length: digits + 1 })
}

fn lettered(text: &str) -> Option<Mark> {
    let open = usize::from(text.starts_with('('));
    let word: String = text[open..].chars().take_while(char::is_ascii_alphabetic).collect();
    let is_small_roman = word.len() <= 4 && word.chars().all(|c| matches!(c, 'i' | 'v' | 'x'));
    let rest = &text[open + word.len()..];
    let is_closed = rest.starts_with(')') || open == 0 && rest.starts_with('.');
    let is_mark = (word.len() == 1 || is_small_roman && !word.is_empty()) && is_closed && rest[1..].starts_with(char::is_whitespace);
    is_mark.then_some(Mark { list: List::Letter, depth: 0, length: open + word.len() + 1 })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(line: &str) -> Option<(List, u8, &str)> {
        mark(line).map(|mark| (mark.list, mark.depth, &line[mark.length..]))
    }

    #[test]
    fn what_begins_an_item_is_known_from_what_begins_a_text() {
        for (line, expected) in [
            ("1. What?", (List::Number, 0)),
            ("12) What?", (List::Number, 0)),
            ("(3) What?", (List::Number, 0)),
            ("1.2 What?", (List::Number, 1)),
            ("2.1.3. What?", (List::Number, 2)),
            ("Q4. What?", (List::Number, 0)),
            ("Vraag 5: What?", (List::Number, 0)),
            ("7\tWhat?", (List::Number, 0)),
            ("II. What?", (List::Number, 0)),
            ("a. What?", (List::Letter, 0)),
            ("b) What?", (List::Letter, 0)),
            ("(c) What?", (List::Letter, 0)),
            ("iii. What?", (List::Letter, 0)),
            ("• What?", (List::Bullet, 0)),
            ("•What?", (List::Bullet, 0)),
            ("  - What?", (List::Bullet, 0)),
            ("– What?", (List::Bullet, 0)),
            ("o\tWhat?", (List::Bullet, 0)),
        ] {
            assert_eq!(parts(line), Some((expected.0, expected.1, "What?")), "{line}");
        }
        for line in [
            "What?",
            "10 minutes",
            "2022 was hard",
            "2.5 hours",
            "-5",
            "1.",
            "•",
            "",
            "(see 3)",
            "e.g. this",
            "1234. x",
            "Ik. x",
            "I was",
            "vraag",
        ] {
            assert_eq!(mark(line), None, "{line}");
        }
    }
}
