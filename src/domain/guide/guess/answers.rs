//! Answers to choose from, as people type them: with strokes between them, behind boxes, or with a number and `=`.
//!
//! Only where it is clear: what could as well be keywords to probe for is no answer. An answer without a code of its own gets its number.

use crate::domain::guide::Choice;
use crate::domain::guide::guess::speech;

/// Signs for a box to tick.
pub(super) const BOXES: [&str; 8] = ["□", "☐", "◻", "❏", "❑", "[ ]", "[]", "( )"];

/// The most words of an answer.
const LONGEST: usize = 8;

/// The most codes between two that are named.
const WIDEST: u32 = 10;

/// Pairs that are answers although they are only two.
const PAIRS: [(&str, &str); 10] = [
    ("yes", "no"),
    ("ja", "nee"),
    ("agree", "disagree"),
    ("disagree", "agree"),
    ("eens", "oneens"),
    ("oneens", "eens"),
    ("true", "false"),
    ("waar", "onwaar"),
    ("no", "yes"),
    ("nee", "ja"),
];

/// What answers say, without what makes more or less of it.
const ANSWERS: [&str; 68] = [
    "yes",
    "no",
    "maybe",
    "unsure",
    "don't know",
    "do not know",
    "not applicable",
    "n/a",
    "agree",
    "disagree",
    "neutral",
    "undecided",
    "neither agree nor disagree",
    "satisfied",
    "dissatisfied",
    "never",
    "rarely",
    "seldom",
    "sometimes",
    "often",
    "usually",
    "always",
    "at all",
    "a little",
    "a bit",
    "a lot",
    "much",
    "good",
    "fair",
    "poor",
    "bad",
    "excellent",
    "important",
    "unimportant",
    "likely",
    "unlikely",
    "true",
    "false",
    "male",
    "female",
    "ja",
    "nee",
    "misschien",
    "weet niet",
    "weet ik niet",
    "geen mening",
    "niet van toepassing",
    "eens",
    "oneens",
    "neutraal",
    "noch eens noch oneens",
    "tevreden",
    "ontevreden",
    "nooit",
    "zelden",
    "soms",
    "vaak",
    "meestal",
    "altijd",
    "goed",
    "matig",
    "redelijk",
    "slecht",
    "uitstekend",
    "belangrijk",
    "onbelangrijk",
    "man",
    "vrouw",
];

/// What makes more or less of an answer.
const MORE: [&str; 26] = [
    "very",
    "strongly",
    "totally",
    "completely",
    "fully",
    "quite",
    "rather",
    "somewhat",
    "slightly",
    "extremely",
    "moderately",
    "almost",
    "not",
    "helemaal",
    "zeer",
    "erg",
    "heel",
    "enigszins",
    "tamelijk",
    "beetje",
    "een",
    "mee",
    "niet",
    "bijna",
    "volledig",
    "sterk",
];

/// The answers that `text` offers, where it does nothing else.
pub(super) fn offered(text: &str) -> Option<Vec<Choice>> {
    let text = text.trim().trim_end_matches(['.', ';']);
    let inner = [('(', ')'), ('[', ']')].iter().find_map(|(open, close)| {
        let inner = text.strip_prefix(*open)?.strip_suffix(*close)?;
        (!inner.contains([*open, *close])).then_some(inner)
    });
    let text = inner.unwrap_or(text).trim();
    if speech::has_sign(text) {
        return None;
    }
    coded(text).or_else(|| boxed(text)).or_else(|| parted(text))
}

/// Answers that have their codes: `1 = never … 5 = always`.
fn coded(text: &str) -> Option<Vec<Choice>> {
    let found = pairs(text)?;
    let (first, last) = (found.first()?, found.last()?);
    if found.len() < 2 {
        return None;
    }
    let only_ends = found.len() == 2 && last.0.checked_sub(first.0).is_some_and(|between| (2..=WIDEST).contains(&between));
    if !only_ends {
        return Some(found.into_iter().map(|(code, say)| choice(&code.to_string(), &say)).collect());
    }
    // Only its ends are named: what lies between them is said as its number.
    Some(
        (first.0..=last.0)
            .map(|code| {
                let named = found.iter().find(|(own, _)| *own == code).map(|(_, say)| say.clone());
                choice(&code.to_string(), &named.unwrap_or_else(|| code.to_string()))
            })
            .collect(),
    )
}

/// Numbers with the words behind their `=`; nothing where anything else stands there, or a number twice.
pub(super) fn pairs(text: &str) -> Option<Vec<(u32, String)>> {
    let starts: Vec<(usize, usize, u32)> = text
        .match_indices('=')
        .filter_map(|(sign, _)| {
            let before = text[..sign].trim_end();
            let digits = before.len() - before.trim_end_matches(|c: char| c.is_ascii_digit()).len();
            let begin = before.len() - digits;
            let is_own = !before[..begin].ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ','));
            ((1..=2).contains(&digits) && is_own).then_some(())?;
            Some((begin, sign + 1, before[begin..].parse().ok()?))
        })
        .collect();
    let mut found: Vec<(u32, String)> = Vec::new();
    for (n, (begin, after, code)) in starts.iter().enumerate() {
        let end = starts.get(n + 1).map_or(text.len(), |next| next.0);
        let parting = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | '/' | '…' | '.' | '-' | '–' | '—' | '|');
        let say = text.get(*after..end)?.trim_matches(parting);
        let say = say.strip_suffix(" to").or_else(|| say.strip_suffix(" tot")).unwrap_or(say).trim();
        let is_first = n > 0 || text[..*begin].trim().is_empty();
        if !is_first || !is_short(say) || say.contains('=') || found.iter().any(|(own, _)| own == code) {
            return None;
        }
        found.push((*code, say.to_owned()));
    }
    (!found.is_empty()).then_some(found)
}

/// Answers behind boxes in one line.
fn boxed(text: &str) -> Option<Vec<Choice>> {
    let begins = BOXES.iter().any(|sign| text.starts_with(sign));
    let plain = BOXES.iter().fold(text.to_owned(), |text, sign| text.replace(sign, "□"));
    let parts: Vec<&str> = plain.split('□').skip(1).map(|part| part.trim().trim_end_matches([',', ';', '/'])).collect();
    let all = parts.len() >= 2 && parts.iter().all(|part| is_short(part));
    (begins && all).then(|| numbered(&parts))
}

/// Answers with strokes between them.
fn parted(text: &str) -> Option<Vec<Choice>> {
    let parts: Vec<&str> = text.split(['/', '|']).map(str::trim).collect();
    let known = parts.iter().filter(|part| is_answer(part)).count();
    let pair = |a: &str, b: &str| PAIRS.contains(&(a.to_lowercase().as_str(), b.to_lowercase().as_str()));
    let is_clear = match parts[..] {
        [] | [_] => false,
        [first, second] => pair(first, second),
        _ => known >= 2 && known * 2 > parts.len(),
    };
    (is_clear && parts.iter().all(|part| is_short(part))).then(|| numbered(&parts))
}

pub(super) fn is_short(words: &str) -> bool {
    (1..=LONGEST).contains(&words.split_whitespace().count()) && words.contains(char::is_alphanumeric)
}

/// Whether these words are an answer and nothing else.
pub(super) fn is_answer(words: &str) -> bool {
    let words = words.to_lowercase().replace('’', "'");
    let mut rest = words.trim_matches(|c: char| !c.is_alphanumeric());
    loop {
        if ANSWERS.contains(&rest) {
            return true;
        }
        let Some((first, more)) = rest.split_once(' ') else { return false };
        if !MORE.contains(&first) {
            return false;
        }
        rest = more.trim_start();
    }
}

/// Whether these words are the last of several answers: what is none of the others.
pub(super) fn is_other(words: &str) -> bool {
    let first: String = words.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    matches!(first.to_lowercase().as_str(), "other" | "anders" | "overig" | "none" | "geen") && is_short(words)
}

fn numbered(parts: &[&str]) -> Vec<Choice> {
    (1..).zip(parts).map(|(n, say): (usize, _)| choice(&n.to_string(), say)).collect()
}

pub(super) fn choice(code: &str, say: &str) -> Choice {
    Choice { code: code.to_owned(), say: say.trim().to_owned() }
}
