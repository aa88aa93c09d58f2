//! How long something takes, as people write it: `(10 min)`, `10'`, `half an hour`, `een kwartier`.

use std::ops::Range;

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
const BEFORE_MINUTES: [&str; 25] = [
    "total time:",
    "total duration:",
    "totale duur:",
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

/// Lengths of time that people write in words, the longer before what they begin with.
const IN_WORDS: [(&str, u32); 27] = [
    ("three quarters of an hour", 45),
    ("a quarter of an hour", 15),
    ("quarter of an hour", 15),
    ("half an hour", 30),
    ("a half hour", 30),
    ("half hour", 30),
    ("an hour and a half", 90),
    ("one and a half hours", 90),
    ("one and a half hour", 90),
    ("an hour", 60),
    ("drie kwartier", 45),
    ("een kwartiertje", 15),
    ("een kwartier", 15),
    ("kwartier", 15),
    ("een half uurtje", 30),
    ("een half uur", 30),
    ("een halfuur", 30),
    ("half uur", 30),
    ("halfuur", 30),
    ("anderhalf uur", 90),
    ("anderhalve uur", 90),
    ("een uurtje", 60),
    ("één uur", 60),
    ("een uur", 60),
    ("eén uur", 60),
    ("an half hour", 30),
    ("a quarter hour", 15),
];

/// Numbers in words.
const NUMBERS: [(&str, u32); 35] = [
    ("one", 1),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("six", 6),
    ("seven", 7),
    ("eight", 8),
    ("ten", 10),
    ("twelve", 12),
    ("fifteen", 15),
    ("twenty", 20),
    ("twenty-five", 25),
    ("thirty", 30),
    ("forty", 40),
    ("forty-five", 45),
    ("fifty", 50),
    ("sixty", 60),
    ("ninety", 90),
    ("twee", 2),
    ("drie", 3),
    ("vier", 4),
    ("vijf", 5),
    ("zes", 6),
    ("zeven", 7),
    ("acht", 8),
    ("tien", 10),
    ("twaalf", 12),
    ("vijftien", 15),
    ("twintig", 20),
    ("vijfentwintig", 25),
    ("dertig", 30),
    ("veertig", 40),
    ("vijfenveertig", 45),
    ("zestig", 60),
];

/// The minutes that `text` says.
pub(crate) fn minutes(text: &str) -> Vec<Minutes> {
    let mut found: Vec<Minutes> = Vec::new();
    let mut at = 0;
    while let Some((begin, c)) = text[at..].char_indices().find(|(_, c)| c.is_alphanumeric()).map(|(n, c)| (at + n, c)) {
        let joined = text[..begin].ends_with(|c: char| c.is_alphanumeric() || c == '.' || c == ',');
        let length = if c.is_ascii_digit() { digits(&text[begin..]) } else { word(&text[begin..]).len().max(c.len_utf8()) };
        at = begin + length;
        let said = if c.is_ascii_digit() { timed(text, begin) } else { in_words(text, begin) };
        let Some((count, end)) = said.filter(|(count, _)| !joined && (1..=LONGEST).contains(count)) else { continue };
        at = end;
        let (range, bracketed) = surrounded(text, widened(text, begin, end));
        if found.last().is_none_or(|last| last.range.end <= range.start) {
            found.push(Minutes { range, count, bracketed });
        }
    }
    found
}

/// The word that `text` begins with.
fn word(text: &str) -> &str {
    text.split(|c: char| !c.is_alphabetic() && c != '-').next().unwrap_or_default()
}

/// The minutes that the words at `begin` say, and where that ends.
fn in_words(text: &str, begin: usize) -> Option<(u32, usize)> {
    let rest = &text[begin..];
    let begins = |words: &str| {
        rest.get(..words.len()).is_some_and(|head| head.to_lowercase() == words) && !rest[words.len()..].starts_with(char::is_alphanumeric)
    };
    if let Some((words, count)) = IN_WORDS.iter().find(|(words, _)| begins(words)) {
        return Some((*count, begin + words.len()));
    }
    let number = |text: &str| NUMBERS.iter().find(|(name, _)| word(text).to_lowercase() == *name).map(|(name, count)| (*count, name.len()));
    let (mut count, length) = number(rest)?;
    let mut after = rest[length..].trim_start_matches([' ', '-']);
    // "Five to ten": the larger of two.
    if let Some(other) = ["to ", "tot ", "or ", "of ", "à "].iter().find_map(|to| after.strip_prefix(to)) {
        let (larger, length) = number(other)?;
        count = larger;
        after = other[length..].trim_start_matches([' ', '-']);
    }
    let unit = word(after);
    let times = match unit.to_lowercase().as_str() {
        "min" | "minute" | "minutes" | "minuut" | "minuten" => 1,
        "hour" | "hours" | "uur" => 60,
        _ => return None,
    };
    Some((count * times, text.len() - after.len() + unit.len()))
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
            ("Opening (quarter of an hour)", 15, "(quarter of an hour)", true),
            ("Opening: three quarters of an hour", 45, "three quarters of an hour", false),
            ("Half an hour", 30, "Half an hour", false),
            ("about an hour", 60, "about an hour", false),
            ("(anderhalf uur)", 90, "(anderhalf uur)", true),
            ("Duur: ongeveer een kwartier", 15, "Duur: ongeveer een kwartier", false),
            ("drie kwartier", 45, "drie kwartier", false),
            ("een half uur", 30, "een half uur", false),
            ("half uur", 30, "half uur", false),
            ("een uur", 60, "een uur", false),
            ("(five to ten minutes)", 10, "(five to ten minutes)", true),
            ("Tien minuten", 10, "Tien minuten", false),
        ] {
            let found = minutes(text);
            assert_eq!(found.len(), 1, "{text}: {found:?}");
            assert_eq!((found[0].count, &text[found[0].range.clone()], found[0].bracketed), (count, piece, bracketed), "{text}");
        }
        for text in [
            "10 people",
            "the '90s",
            "5000 minutes",
            "A4 min",
            "he said '10''",
            "3.10 min",
            "1",
            "hourly",
            "ten people",
            "een uurwerk",
            "one of ten",
        ] {
            assert_eq!(minutes(text), vec![], "{text}");
        }
    }
}
