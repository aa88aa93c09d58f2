//! What people type at the beginning of a line and at the end of a heading: numbers, letters, dots; minutes.

use std::ops::Range;

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

/// Minutes in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Minutes {
    /// The bytes that say them, brackets included.
    pub(crate) range: Range<usize>,
    /// How many.
    pub(crate) count: u32,
    /// Whether they stand in brackets.
    pub(crate) bracketed: bool,
}

/// The longest that minutes are taken for the plan of something: a day.
const LONGEST: u32 = 1440;

/// Words that stand before minutes and belong to them.
const BEFORE_MINUTES: [&str; 22] = [
    "ca.",
    "ca",
    "circa",
    "c.",
    "approx.",
    "approximately",
    "about",
    "around",
    "ongeveer",
    "±",
    "~",
    "max.",
    "max",
    "maximaal",
    "time:",
    "tijd:",
    "duration:",
    "duur:",
    "total:",
    "totaal:",
    "timing:",
    "tijdsduur:",
];

/// Words that stand behind minutes and belong to them.
const BEHIND_MINUTES: [&str; 6] = ["total", "in total", "totaal", "in totaal", "max", "each"];

/// The minutes that `text` says.
pub(crate) fn minutes(text: &str) -> Vec<Minutes> {
    let mut found: Vec<Minutes> = Vec::new();
    let mut at = 0;
    while let Some(begin) = text[at..].find(|c: char| c.is_ascii_digit()).map(|n| at + n) {
        let number = digits(&text[begin..]);
        at = begin + number.max(1);
        let joined = text[..begin].ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == ',');
        let Some((count, end)) = timed(text, begin).filter(|(count, _)| !joined && (1..=LONGEST).contains(count)) else { continue };
        at = end;
        let (range, bracketed) = surrounded(text, widened(text, begin, end));
        if found.last().is_none_or(|last| last.range.end <= range.start) {
            found.push(Minutes { range, count, bracketed });
        }
    }
    found
}

fn digits(text: &str) -> usize {
    text.chars().take_while(char::is_ascii_digit).count()
}

/// The minutes that the number at `begin` says, the larger of two, and where that ends.
fn timed(text: &str, begin: usize) -> Option<(u32, usize)> {
    let first = digits(&text[begin..]);
    let mut count: u32 = text[begin..begin + first].parse().ok()?;
    let mut end = begin + first;
    let rest = text[end..].trim_start();
    for to in ["-", "–", "—", "to ", "tot ", "à ", "bis "] {
        let Some(other) = rest.strip_prefix(to).map(str::trim_start) else { continue };
        let second = digits(other);
        if second > 0 {
            end = text.len() - other.len() + second;
            count = other[..second].parse().ok()?;
        }
        break;
    }
    // Half an hour, as a decimal.
    let tenths = text[end..].strip_prefix(['.', ',']).and_then(|rest| rest.chars().next()?.to_digit(10));
    let after = end + if tenths.is_some() { 2 } else { 0 };
    let gap = text[after..].len() - text[after..].trim_start_matches([' ', '-']).len();
    let unit: String = text[after + gap..].chars().take_while(|c| c.is_alphabetic()).collect();
    let ends = after + gap + unit.len();
    match unit.to_lowercase().as_str() {
        "min" | "mins" | "minute" | "minutes" | "minuut" | "minuten" | "minuutjes" if tenths.is_none() => {
            Some((count, ends + usize::from(unit.len() <= 4 && text[ends..].starts_with('.'))))
        }
        "hour" | "hours" | "uur" | "hr" | "hrs" => Some((count.checked_mul(60)?.checked_add(tenths.unwrap_or_default() * 6)?, ends)),
        "" if tenths.is_none() => {
            let sign = text[after..].chars().next().filter(|c| matches!(c, '\'' | '’' | '′' | '´'))?;
            let end = after + sign.len_utf8();
            // Two of them are seconds or a quotation.
            (!text[end..].starts_with(['\'', '’', '′', '"'])).then_some((count, end))
        }
        _ => None,
    }
}

/// The range with the words that belong to the minutes.
fn widened(text: &str, mut begin: usize, mut end: usize) -> Range<usize> {
    let starts_word = |at: usize| !text[..at].ends_with(char::is_alphanumeric);
    let mut again = true;
    while again {
        let before = text[..begin].trim_end();
        let word = BEFORE_MINUTES.iter().find_map(|word| {
            let at = before.len().checked_sub(word.len())?;
            let is_word = before.get(at..).is_some_and(|tail| tail.eq_ignore_ascii_case(word));
            (is_word && starts_word(at)).then_some(at)
        });
        again = word.is_some();
        begin = word.unwrap_or(begin);
    }
    let rest = text[end..].trim_start();
    if let Some(word) = BEHIND_MINUTES.iter().find(|word| rest.get(..word.len()).is_some_and(|head| head.eq_ignore_ascii_case(word))) {
        let at = text.len() - rest.len() + word.len();
        if !text[at..].starts_with(char::is_alphanumeric) {
            end = at;
        }
    }
    begin..end
}

/// The range with the brackets around it, where it fills them.
fn surrounded(text: &str, range: Range<usize>) -> (Range<usize>, bool) {
    let (before, after) = (text[..range.start].trim_end(), text[range.end..].trim_start());
    let closes = match before.chars().next_back() {
        Some('(') => ')',
        Some('[') => ']',
        _ => return (range, false),
    };
    if !after.starts_with(closes) {
        return (range, false);
    }
    (before.len() - 1..text.len() - after.len() + 1, true)
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

    #[test]
    fn minutes_are_found_as_people_write_them() {
        for (text, count, piece, bracketed) in [
            ("Opening (10 min)", 10, "(10 min)", true),
            ("Opening [5-10 minutes]", 10, "[5-10 minutes]", true),
            ("Opening – 10 minuten", 10, "10 minuten", false),
            ("Opening (ca. 15 min.)", 15, "(ca. 15 min.)", true),
            ("Opening 10'", 10, "10'", false),
            ("Opening (± 5 à 7 minuten)", 7, "(± 5 à 7 minuten)", true),
            ("Time: 20 minutes", 20, "Time: 20 minutes", false),
            ("Duur: 1,5 uur", 90, "Duur: 1,5 uur", false),
            ("2 hours", 120, "2 hours", false),
            ("(10 minutes total)", 10, "(10 minutes total)", true),
            ("a 45-minute interview", 45, "45-minute", false),
        ] {
            let found = minutes(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!((found[0].count, &text[found[0].range.clone()], found[0].bracketed), (count, piece, bracketed), "{text}");
        }
        for text in ["10 people", "the '90s", "5000 minutes", "A4 min", "he said '10''", "3.10 min", "1"] {
            assert_eq!(minutes(text), vec![], "{text}");
        }
    }
}
