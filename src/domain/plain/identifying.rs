//! What may tell others whose words these are: names, days, ages, numbers, addresses.
//!
//! A name is known by its capital inside a sentence, by a title before it, or because it is a common one. Nothing is sure here: a warning is
//! cheap, and a person decides.

use std::ops::Range;

use crate::domain::plain::language;
use crate::domain::plain::remark::Cause;
use crate::domain::plain::remark::Identity;
use crate::domain::plain::remark::Yardstick;
use crate::domain::plain::sentences::Sentence;
use crate::domain::plain::sentences::Word;

mod lists;

type Found = (Range<usize>, Identity);

/// What tells whose `text` is, which has these sentences.
pub(super) fn identities(text: &str, sentences: &[Sentence<'_>], by: &Yardstick<'_>) -> Vec<(Range<usize>, Cause)> {
    let words: Vec<&Word<'_>> = sentences.iter().flat_map(|one| &one.words).collect();
    let mut found: Vec<Found> = mails(text);
    found.extend(dates(text, &words));
    found.extend(postcodes(&words));
    found.extend(streets(&words));
    found.extend(ages(&words));
    found.extend(numbers(text));
    found.extend(names(sentences, by));
    found.retain(|(at, _)| text.get(at.clone()).is_some_and(|words| !words.is_empty()));
    found.into_iter().map(|(at, what)| (at, Cause::Identifies(what))).collect()
}

fn mails(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    let mut from = 0;
    for chunk in text.split_inclusive(char::is_whitespace) {
        let inner = chunk.trim_matches(|c: char| !c.is_alphanumeric());
        let is_mail = inner.split_once('@').is_some_and(|(who, whence)| !who.is_empty() && whence.trim_matches('.').contains('.'));
        if let Some(at) = chunk.find(inner).filter(|_| is_mail) {
            found.push((from + at..from + at + inner.len(), Identity::Mail));
        }
        from += chunk.len();
    }
    found
}

/// Days, months of a year, and years.
fn dates(text: &str, words: &[&Word<'_>]) -> Vec<Found> {
    let mut found = Vec::new();
    for (n, word) in words.iter().enumerate() {
        let (before, after) = (n.checked_sub(1).and_then(|n| words.get(n)), words.get(n + 1));
        let is_day = |other: &&&Word<'_>| day(&other.small).is_some_and(|day| (1..=31).contains(&day));
        if word.is_any(lists::MONTHS) {
            let day_before = before.filter(is_day).or_else(|| {
                let of = before.filter(|of| of.small == "of")?;
                words.get(n.checked_sub(2)?).filter(is_day).filter(|_| of.gap == " ")
            });
            let behind = after.filter(|other| is_day(other) || year(&other.small).is_some());
            if day_before.is_some() || behind.is_some() {
                let from = day_before.map_or(word.at.start, |day| day.at.start);
                let until = behind.map_or(word.at.end, |behind| behind.at.end);
                let year = words.get(n + 2).filter(|other| behind.is_some() && year(&other.small).is_some() && other.at.start < until + 3);
                found.push((from..year.map_or(until, |year| year.at.end), Identity::Date));
            }
        }
    }
    found.extend(in_figures(text));
    let years = words.iter().filter(|word| year(&word.small).is_some());
    found.extend(years.map(|word| (word.at.clone(), Identity::Date)));
    found
}

/// A number with or without its ending: `3`, `3rd`, `3e`.
fn day(small: &str) -> Option<u32> {
    ["st", "nd", "rd", "th", "ste", "de", "e", ""].iter().find_map(|end| small.strip_suffix(end)?.parse().ok())
}

fn year(small: &str) -> Option<u32> {
    small.parse().ok().filter(|year| small.len() == 4 && (1900..2100).contains(year))
}

/// Days as `12-03-2026`, `12/3/26`, `2026-03-12`.
fn in_figures(text: &str) -> Vec<Found> {
    let runs = runs(text, |c| c.is_ascii_digit() || matches!(c, '-' | '/' | '.'));
    let is_date = |run: &str| {
        let parts: Vec<&str> = run.split(['-', '/', '.']).collect();
        let fits = |part: &str, most: u32| part.parse().is_ok_and(|n: u32| (1..=most).contains(&n)) && part.len() <= 2;
        match parts[..] {
            [a, b, c] => {
                let last = fits(a, 31) && fits(b, 31) && matches!(c.len(), 2 | 4);
                last || year(a).is_some() && fits(b, 12) && fits(c, 31)
            }
            _ => false,
        }
    };
    runs.into_iter().filter(|at| is_date(&text[at.clone()])).map(|at| (at, Identity::Date)).collect()
}

/// Where characters stand together that `belongs`, without what is no digit at the ends.
fn runs(text: &str, belongs: impl Fn(char) -> bool) -> Vec<Range<usize>> {
    let mut all: Vec<Range<usize>> = Vec::new();
    let mut open: Option<usize> = None;
    for (at, c) in text.char_indices().chain([(text.len(), '\n')]) {
        match (open, belongs(c)) {
            (None, true) => open = Some(at),
            (Some(from), false) => {
                let run = &text[from..at];
                let (left, right) = (
                    run.trim_start_matches(|c: char| !c.is_ascii_digit() && c != '+'),
                    run.trim_end_matches(|c: char| !c.is_ascii_digit()),
                );
                let (begins, ends) = (from + run.len() - left.len(), from + right.len());
                if begins < ends {
                    all.push(begins..ends);
                }
                open = None;
            }
            _ => {}
        }
    }
    all
}

/// Telephone numbers, and whatever else has as many digits.
fn numbers(text: &str) -> Vec<Found> {
    let belongs = |c: char| c.is_ascii_digit() || matches!(c, '+' | '-' | ' ' | '(' | ')' | '.' | '/' | '\u{a0}');
    let digits = |at: &Range<usize>| text[at.clone()].chars().filter(char::is_ascii_digit).count();
    runs(text, belongs).into_iter().filter(|at| (7..=16).contains(&digits(at))).map(|at| (at, Identity::Number)).collect()
}

fn postcodes(words: &[&Word<'_>]) -> Vec<Found> {
    let is_letters = |text: &str| text.len() == 2 && text.chars().all(|c| c.is_ascii_uppercase());
    let four = |text: &str| text.len() == 4 && text.starts_with(|c: char| c != '0') && text.chars().all(|c| c.is_ascii_digit());
    let one = |word: &&&Word<'_>| word.text.len() == 6 && word.text.is_ascii() && four(&word.text[..4]) && is_letters(&word.text[4..]);
    let dutch = words.iter().filter(one).map(|word| (word.at.clone(), Identity::Postcode));
    let two = words.windows(2).filter(|two| two[1].gap.trim().is_empty()).filter(|two| {
        let dutch = four(two[0].text) && is_letters(two[1].text) && year(two[0].text).is_none();
        dutch || is_outward(two[0].text) && is_inward(two[1].text)
    });
    dutch.chain(two.map(|two| (two[0].at.start..two[1].at.end, Identity::Postcode))).collect()
}

/// The first half of a British postcode: `SW1A`, `B12`.
fn is_outward(text: &str) -> bool {
    let letters = text.chars().take_while(char::is_ascii_uppercase).count();
    let rest = text.get(letters..).unwrap_or_default();
    (1..=2).contains(&letters) && rest.starts_with(|c: char| c.is_ascii_digit()) && rest.len() <= 2 && rest.is_ascii()
}

/// The second half: `1AA`.
fn is_inward(text: &str) -> bool {
    let mut letters = text.chars();
    let digit = letters.next().is_some_and(|c| c.is_ascii_digit());
    digit && text.len() == 3 && letters.all(|c| c.is_ascii_uppercase())
}

/// Streets with a number, before it or behind.
fn streets(words: &[&Word<'_>]) -> Vec<Found> {
    let dutch = words.windows(2).filter(|two| {
        let is_street = lists::STREETS_NL.iter().any(|end| two[0].small.ends_with(end)) && two[0].is_capital();
        is_street && two[1].text.starts_with(|c: char| c.is_ascii_digit())
    });
    let english = words.windows(3).filter(|three| three[0].is_number() && three[1].is_capital() && three[2].is_any(lists::STREETS_EN));
    let dutch = dutch.map(|two| (two[0].at.start..two[1].at.end, Identity::Street));
    dutch.chain(english.map(|three| (three[0].at.start..three[2].at.end, Identity::Street))).collect()
}

fn ages(words: &[&Word<'_>]) -> Vec<Found> {
    let mut found = Vec::new();
    for (n, word) in words.iter().enumerate() {
        let before = |back: usize| n.checked_sub(back).and_then(|n| words.get(n)).copied();
        let after = words.get(n + 1).copied();
        let age = match word.small.as_str() {
            "old" => {
                before(1).filter(|years| years.is_any(&["years", "year"])).and_then(|_| before(2)).map(|from| from.at.start..word.at.end)
            }
            "oud" => before(1).filter(|years| years.small == "jaar").and_then(|_| before(2)).map(|from| from.at.start..word.at.end),
            "aged" => after.filter(|next| next.is_number()).map(|next| word.at.start..next.at.end),
            small if small.ends_with("-year-old") || small.ends_with("-year-olds") => Some(word.at.clone()),
            small if small.ends_with("-jarige") || small.ends_with("jarige") && small.starts_with(|c: char| c.is_ascii_digit()) => {
                Some(word.at.clone())
            }
            "age" | "leeftijd" => {
                let of = after.filter(|of| of.is_any(&["of", "van"]));
                of.and_then(|_| words.get(n + 2)).filter(|next| next.is_number()).map(|next| word.at.start..next.at.end)
            }
            _ => None,
        };
        found.extend(age.map(|at| (at, Identity::Age)));
    }
    found
}

/// Names: what has a capital inside a sentence, with the title before it; common names, towns and hospitals also at its beginning.
fn names(sentences: &[Sentence<'_>], by: &Yardstick<'_>) -> Vec<Found> {
    let tells = language::capitals_tell(by.language);
    let mut found = Vec::new();
    for one in sentences {
        let is_shouted = one.words.iter().filter(|word| word.text.chars().all(char::is_uppercase)).count() * 2 > one.words.len();
        let is_name = |n: usize, word: &Word<'_>| {
            let is_first = n == 0 || word.gap.contains(['“', '"', '„', '«', '‘', ':', '•']);
            let titled = n > 0 && one.words[n - 1].is_any(lists::TITLES);
            let common = lists::NAMES.contains(&word.text) || lists::PLACES.contains(&word.text) || is_organisation(word);
            word.is_capital() && !is_known(word, by) && (titled || common || tells && !is_first && !is_shouted && !is_letters(word))
        };
        let mut n = 0;
        while n < one.words.len() {
            let word = &one.words[n];
            if !is_name(n, word) {
                n += 1;
                continue;
            }
            // A name of several words goes on over what stands between them: Jan van der Berg.
            let (from, mut last) = (n, n);
            for (at, next) in one.words.iter().enumerate().skip(n + 1) {
                let joins = next.gap.trim_matches(['.', ' ']).is_empty();
                if joins && next.is_capital() && !is_known(next, by) && !next.text.contains(|c: char| c.is_ascii_digit()) {
                    last = at;
                } else if !(joins && next.is_any(&["van", "de", "der", "den", "het", "ten", "ter", "von", "'t"])) {
                    break;
                }
            }
            let title = from.checked_sub(1).filter(|before| one.words[*before].is_any(lists::TITLES));
            let all = &one.words[from..=last];
            let what = match all {
                _ if title.is_some() => Identity::Name,
                _ if all.iter().any(is_organisation) => Identity::Organisation,
                [only] if lists::PLACES.contains(&only.text) => Identity::Place,
                _ => Identity::Name,
            };
            found.push((one.words[title.unwrap_or(from)].at.start..one.words[last].at.end, what));
            n = last + 1;
        }
    }
    found
}

/// A few capitals are an abbreviation, and what holds a digit a code.
fn is_letters(word: &Word<'_>) -> bool {
    let capitals = word.text.chars().all(|c| c.is_uppercase() || !c.is_alphabetic()) && word.text.chars().count() <= 5;
    capitals || word.text.contains(|c: char| c.is_ascii_digit())
}

fn is_organisation(word: &Word<'_>) -> bool {
    let ends = ["ziekenhuis", "kliniek", "hospital", "gasthuis"];
    lists::ORGANISATIONS.contains(&word.text) || word.is_capital() && ends.iter().any(|end| word.small.ends_with(end) && word.small != *end)
}

/// What has a capital and names nobody.
fn is_known(word: &Word<'_>, by: &Yardstick<'_>) -> bool {
    let stem = word.small.split(['\'', '’']).next().unwrap_or_default();
    let is_theirs = || by.known.iter().any(|known| known.split(|c: char| !c.is_alphanumeric()).any(|part| part == word.text));
    let is_one = |word: &str| lists::CAPITALS.contains(&word) || lists::MONTHS.contains(&word);
    lists::PRONOUNS.contains(&stem) || is_one(stem) || is_one(word.small.as_str()) || is_theirs()
}
