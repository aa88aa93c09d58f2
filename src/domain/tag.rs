//! Tags: `#word` in the text of a note. What tags a note has is read off its text and kept nowhere else, so that no list of them can ever
//! say something else than the note does. They are the team's: what goes to a participant is [`untagged`].

use std::borrow::Cow;

/// The tags in `text` without their sign, in their order, each once however it is spelled. A tag has a letter, so that `#3` is a number; what
/// stands behind a letter or a digit is a part of that word (`C#`), and what stands alone is a sign.
pub fn tags(text: &str) -> Vec<&str> {
    let mut found: Vec<&str> = Vec::new();
    for tag in places(text).into_iter().map(|(from, to)| &text[from + 1..to]) {
        if !found.iter().any(|before| is_same(before, tag)) {
            found.push(tag);
        }
    }
    found
}

/// `text` without its tags and the blanks that led to them.
pub fn untagged(text: &str) -> Cow<'_, str> {
    let places = places(text);
    if places.is_empty() {
        return Cow::Borrowed(text.trim());
    }
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    for (from, to) in places {
        // The blanks before a tag were there for it.
        let kept = &text[at..from];
        out.push_str(if kept.trim().is_empty() { "" } else { kept.trim_end() });
        at = to;
    }
    out.push_str(&text[at..]);
    // With one tag taken away, what stood around its sign may look like another.
    let rest = untagged(&out).into_owned();
    Cow::Owned(rest)
}

/// The tags of several texts and in how many of them each stands, the commonest first.
pub(crate) fn counted<'t>(texts: impl IntoIterator<Item = &'t str>) -> Vec<(&'t str, usize)> {
    let mut found: Vec<(&str, usize)> = Vec::new();
    for tag in texts.into_iter().flat_map(tags) {
        match found.iter_mut().find(|(before, _)| is_same(before, tag)) {
            Some((_, count)) => *count += 1,
            None => found.push((tag, 1)),
        }
    }
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found
}

fn is_same(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// Where tags stand in `text`, in bytes, their signs included.
fn places(text: &str) -> Vec<(usize, usize)> {
    let (mut found, mut before) = (Vec::new(), None);
    for (from, c) in text.char_indices() {
        let begins = c == '#' && !before.is_some_and(|b| belongs(b) || b == '#');
        before = Some(c);
        if !begins {
            continue;
        }
        let rest = &text[from + 1..];
        let word = rest.find(|c| !belongs(c)).map_or(rest, |end| &rest[..end]).trim_end_matches(['-', '_']);
        // `##` and `#-` are nobody's word.
        if word.starts_with(|c: char| c.is_alphanumeric()) && word.contains(char::is_alphabetic) {
            found.push((from, from + 1 + word.len()));
        }
    }
    found
}

/// Whether `c` may stand in a tag: letters and digits of every script, what stands above or below them, and two signs that join words.
fn belongs(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '\u{300}'..='\u{36f}' | '\u{200c}' | '\u{200d}')
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_tag_is_a_word_behind_its_sign_and_nothing_else_is() {
        for (text, expected) in [
            ("rust #bodem en #pijn-links", vec!["bodem", "pijn-links"]),
            ("#begin van de dag", vec!["begin"]),
            ("(#één), #naïef_2!", vec!["één", "naïef_2"]),
            ("#work #Work #WORK", vec!["work"]),
            ("#cafe\u{301}", vec!["cafe\u{301}"]),
            ("learns C#, #1 of # 3, ## or #- or #", vec![]),
            ("#end- #-", vec!["end"]),
            ("page.html#part ##twice", vec![]),
            ("#2much", vec!["2much"]),
        ] {
            assert_eq!(tags(text), expected, "{text}");
        }
    }

    #[test]
    fn without_its_tags_a_note_reads_as_a_sentence() {
        for (text, expected) in [
            ("I rest before it hurts #pacing #pain", "I rest before it hurts"),
            ("#pacing I rest", "I rest"),
            ("it (#x) is", "it () is"),
            ("I rest #pacing, mostly", "I rest, mostly"),
            (" C# it is ", "C# it is"),
            ("#only", ""),
        ] {
            assert_eq!(untagged(text), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn every_tag_stands_in_its_text_and_none_in_what_is_left(text in "[#a-cé3 ,_-]{0,24}") {
            for tag in tags(&text) {
                let written = format!("#{tag}");
                prop_assert!(text.contains(&written));
                prop_assert!(tag.chars().all(belongs) && tag.chars().any(char::is_alphabetic));
            }
            prop_assert!(tags(&untagged(&text)).is_empty(), "{:?}", untagged(&text));
        }

        #[test]
        fn a_text_without_the_sign_is_left_as_it_is(text in "[^#]{0,40}") {
            prop_assert!(tags(&text).is_empty());
            prop_assert_eq!(untagged(&text), text.trim());
        }

        #[test]
        fn what_stands_between_blanks_is_read_as_it_was_written(words in prop::collection::vec("[a-zéß][a-zéß0-9]{0,6}", 0..6)) {
            let text = words.iter().map(|word| format!("said #{word}")).collect::<Vec<_>>().join(" ");
            let mut once: Vec<&str> = Vec::new();
            for word in &words {
                if !once.iter().any(|before| is_same(before, word)) {
                    once.push(word);
                }
            }
            prop_assert_eq!(tags(&text), once);
        }
    }
}
