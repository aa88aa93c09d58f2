//! Who speaks, where a form has no place for it: `S00: …`, `[SPEAKER_01]: …`, or whisper.cpp's `(speaker 0) …` before the words.

use crate::store::transcript::said::Said;

/// The longest label, in characters.
const LONGEST: usize = 30;

/// Of so many passages one at least begins with a label, if they are labels and no words.
const ONE_IN: usize = 4;

/// Takes the labels that stand before the words of `said` for who speaks, if enough of them do.
pub(super) fn find(said: &mut [Said]) {
    for one in said.iter_mut().filter(|one| !one.speaker.is_empty()) {
        // Where it is said twice, once is enough.
        if let Some(rest) = label(&one.words).filter(|(label, _)| *label == one.speaker).map(|(_, rest)| rest.to_owned()) {
            one.words = rest;
        }
    }
    let without = said.iter().filter(|one| one.speaker.is_empty());
    let (all, labelled) = without.fold((0, 0), |(all, labelled), one| (all + 1, labelled + usize::from(label(&one.words).is_some())));
    if labelled == 0 || labelled * ONE_IN < all {
        return;
    }
    for one in said.iter_mut().filter(|one| one.speaker.is_empty()) {
        if let Some((label, rest)) = label(&one.words).map(|(label, rest)| (label.to_owned(), rest.to_owned())) {
            (one.speaker, one.words) = (label, rest);
        }
    }
    let mut before = String::new();
    for one in said {
        if one.goes_on && one.speaker.is_empty() {
            one.speaker.clone_from(&before);
        }
        before.clone_from(&one.speaker);
    }
}

/// The label that `words` begin with, and what is said.
pub(super) fn label(words: &str) -> Option<(&str, &str)> {
    if let Some((inside, rest)) = words.strip_prefix('[').and_then(|words| words.split_once("]:")) {
        return is_label(inside).then(|| (inside.trim(), rest.trim_start()));
    }
    if let Some((inside, rest)) = words.strip_prefix('(').and_then(|words| words.split_once(") ")).filter(|(inside, _)| is_numbered(inside))
    {
        return Some((inside, rest.trim_start()));
    }
    let (before, rest) = words.split_once(':')?;
    // `12:30` is a time.
    let ends = rest.is_empty() || rest.starts_with(char::is_whitespace);
    (ends && is_label(before)).then(|| (before.trim(), rest.trim_start()))
}

fn is_label(text: &str) -> bool {
    let of_label = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '_' | '-' | '.' | '\'' | '’' | '(' | ')');
    let words = text.split_whitespace().count();
    (1..=3).contains(&words) && text.chars().count() <= LONGEST && text.chars().all(of_label) && !is_long_number(text)
}

/// Whether it is a speaker's number as whisper.cpp writes it; it does not know which where it writes a question mark.
fn is_numbered(text: &str) -> bool {
    text.strip_prefix("speaker ").is_some_and(|n| n == "?" || n.len() <= 2 && !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()))
}

/// A seat has two digits at most.
fn is_long_number(text: &str) -> bool {
    text.len() > 2 && text.chars().all(|c| c.is_ascii_digit())
}
