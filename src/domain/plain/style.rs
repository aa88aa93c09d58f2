//! What makes a sentence hard: its length, what is done by nobody, nouns for verbs, two noes, long words.

use std::ops::Range;

use crate::domain::plain::language::Tongue;
use crate::domain::plain::passive;
use crate::domain::plain::remark::Cause;
use crate::domain::plain::sentences::Sentence;
use crate::domain::plain::sentences::Word;
use crate::domain::plain::syllables::syllables;

/// Words of a sentence that is long, and of one that is long where it has three clauses or more.
const LONG: usize = 15;
const LONG_IN_CLAUSES: usize = 12;

/// What is hard in `sentences`.
pub(super) fn causes(sentences: &[Sentence<'_>], tongue: Option<Tongue>) -> Vec<(Range<usize>, Cause)> {
    let mut found = Vec::new();
    for one in sentences {
        let words = one.words.len();
        if words > LONG || words > LONG_IN_CLAUSES && one.clauses() >= 3 {
            found.push((one.at(), Cause::LongSentence { words, end: tongue.and_then(|tongue| end(one, tongue)) }));
        }
        let Some(tongue) = tongue else { continue };
        found.extend(passive::passives(one, tongue).into_iter().map(|at| (at, Cause::Passive)));
        found.extend(twice_no(one, tongue).into_iter().map(|at| (at, Cause::TwiceNo)));
        found.extend(nouns(one, tongue).into_iter().map(|at| (at, Cause::NounForVerb)));
        found.extend(one.words.iter().filter_map(|word| {
            let syllables = long(word, tongue)?;
            Some((word.at.clone(), Cause::LongWord { syllables }))
        }));
    }
    found
}

/// Where another sentence could begin: at a word that binds two clauses of which each can stand alone, as near to the middle as there is one,
/// with enough on either side.
fn end(one: &Sentence<'_>, tongue: Tongue) -> Option<Range<usize>> {
    let (joins, subjects): (&[&str], &[&str]) = match tongue {
        Tongue::English => {
            (&["and", "but", "so", "because"], &["you", "he", "she", "it", "they", "there", "that", "this", "then", "nobody"])
        }
        Tongue::Dutch => {
            (&["en", "maar", "want", "dus"], &["u", "hij", "zij", "ze", "het", "er", "dat", "dit", "toen", "daarna", "niemand"])
        }
    };
    let middle = one.words.len() / 2;
    let could = one.words.windows(2).enumerate().filter(|(n, two)| {
        let far = (4..one.words.len().saturating_sub(3)).contains(n);
        far && two[0].is_any(joins) && two[1].is_any(subjects)
    });
    could.min_by_key(|(n, _)| n.abs_diff(middle)).map(|(_, two)| two[0].at.clone())
}

/// Two noes in one clause: from the first to the second.
fn twice_no(one: &Sentence<'_>, tongue: Tongue) -> Vec<Range<usize>> {
    let (noes, apart): (&[&str], &[&str]) = match tongue {
        Tongue::English => (
            &["not", "never", "no", "nothing", "nobody", "none", "nowhere", "without", "cannot", "hardly"],
            &["only", "or", "nor", "and", "just", "to", "but", "even"],
        ),
        Tongue::Dutch => (
            &["niet", "geen", "nooit", "niets", "niks", "niemand", "nergens", "zonder", "nauwelijks"],
            &["alleen", "en", "of", "noch", "maar", "om", "meer", "eens", "te"],
        ),
    };
    let is_no = |word: &Word<'_>| word.is_any(noes) || tongue == Tongue::English && word.small.ends_with("n't");
    let mut found = Vec::new();
    for (n, word) in one.words.iter().enumerate().filter(|(_, word)| is_no(word)) {
        let next = one.words[n + 1..].iter().take_while(|next| next.clause == word.clause && !next.is_any(apart));
        // `not unhappy`, `niet onbelangrijk`: the second no is a part of the word.
        let hidden = |at: usize, next: &Word<'_>| at < 2 && !word.is_any(&["no", "geen"]) && is_undone(&next.small, tongue);
        let second = next.take(6).enumerate().find(|(at, next)| is_no(next) || hidden(*at, next));
        found.extend(second.map(|(_, second)| word.at.start..second.at.end));
    }
    found
}

/// Whether `small` says no by its first letters.
fn is_undone(small: &str, tongue: Tongue) -> bool {
    match tongue {
        Tongue::English => [
            "unable",
            "unaware",
            "uncommon",
            "unclear",
            "unfriendly",
            "unhappy",
            "unimportant",
            "unkind",
            "unlike",
            "unlikely",
            "unnecessary",
            "unpleasant",
            "unreasonable",
            "unusual",
            "unwell",
            "impossible",
            "insignificant",
            "dissatisfied",
            "unsure",
            "uncomfortable",
        ]
        .contains(&small),
        Tongue::Dutch => {
            let ends = [
                "baar", "lijk", "lijke", "rijk", "rijke", "ig", "ige", "aardig", "prettig", "gewoon", "bekend", "zeker", "tevreden",
                "gezond", "juist", "handig",
            ];
            let is_other = ["onder", "ons", "ont", "ongeveer", "onlangs", "onverschillig", "ontzettend", "onmiddellijk"];
            small.starts_with("on")
                && small.len() > 6
                && !is_other.iter().any(|other| small.starts_with(other))
                && ends.iter().any(|end| small.ends_with(end))
        }
    }
}

/// Nouns that are made of verbs, with what they are of: `the reduction of`, `het uitvoeren van`.
fn nouns(one: &Sentence<'_>, tongue: Tongue) -> Vec<Range<usize>> {
    let here = one.words.windows(3).filter(|here| here[1].clause == here[2].clause && here[0].clause == here[1].clause);
    let is_one = |here: &&[Word<'_>]| match tongue {
        Tongue::English => {
            let ends = ["tion", "sion", "ment", "ance", "ence"];
            let made = here[1].small.len() > 7 && ends.iter().any(|end| here[1].small.ends_with(end));
            here[2].small == "of" && here[0].is_any(&["the", "a", "an", "your", "our"]) && made && !here[1].is_any(NOUNS_EN)
        }
        Tongue::Dutch => {
            let small = here[1].small.as_str();
            let verb = here[0].small == "het" && small.ends_with("en") && small.len() > 5 && !NOUNS_NL.contains(&small);
            let ends = ["ing", "atie", "eling"];
            let made = here[0].is_any(&["de", "een", "uw"])
                && small.len() > 8
                && ends.iter().any(|end| small.ends_with(end))
                && !NOUNS_NL.contains(&small);
            here[2].small == "van" && (verb || made)
        }
    };
    here.filter(is_one).map(|here| here[0].at.start..here[2].at.end).collect()
}

/// Nouns that are what they are called.
const NOUNS_EN: &[&str] = &[
    "absence",
    "apartment",
    "appointment",
    "audience",
    "balance",
    "basement",
    "beginning",
    "condition",
    "department",
    "direction",
    "distance",
    "document",
    "entrance",
    "evidence",
    "experience",
    "impression",
    "intention",
    "judgement",
    "location",
    "moment",
    "position",
    "presence",
    "question",
    "section",
    "sentence",
    "situation",
];

/// The same in Dutch.
const NOUNS_NL: &[&str] = &[
    "aandoening",
    "afdeling",
    "bedoeling",
    "behandeling",
    "beweging",
    "combinatie",
    "ervaring",
    "gemeenten",
    "herinnering",
    "informatie",
    "inleiding",
    "instelling",
    "leven",
    "mening",
    "omgeving",
    "operatie",
    "oefening",
    "opleiding",
    "organisatie",
    "regering",
    "relatie",
    "rekening",
    "richting",
    "samenleving",
    "situatie",
    "spanning",
    "stichting",
    "teken",
    "training",
    "uitnodiging",
    "vereniging",
    "vergadering",
    "verzekering",
    "woning",
];

/// The syllables of a word that is long: rarer than its length are few words that everybody knows.
fn long(word: &Word<'_>, tongue: Tongue) -> Option<usize> {
    let (letters, count) = (word.small.chars().filter(|c| c.is_alphabetic()).count(), syllables(&word.small, tongue));
    let is_long = match tongue {
        Tongue::English => count >= 5 || count == 4 && letters >= 11,
        Tongue::Dutch => count >= 6 || letters >= 16 || count == 5 && letters >= 13,
    };
    let known: &[&str] = match tongue {
        Tongue::English => KNOWN_EN,
        Tongue::Dutch => KNOWN_NL,
    };
    let is_compound = word.small.contains('-');
    (is_long && !is_compound && !known.iter().any(|known| word.small.starts_with(known))).then_some(count)
}

/// Long words that everybody knows.
const KNOWN_EN: &[&str] = &[
    "appointment",
    "appreciat",
    "comfortabl",
    "communicat",
    "conversation",
    "everybody",
    "examination",
    "experienc",
    "immediately",
    "information",
    "opportunit",
    "particularly",
    "physiotherap",
    "psychologist",
    "situation",
    "temperature",
    "uncomfortabl",
    "understanding",
];

/// The same in Dutch.
const KNOWN_NL: &[&str] = &[
    "boodschappen",
    "buitengewoon",
    "fysiotherap",
    "gezondheidscentr",
    "huisartsenpost",
    "kleinkinderen",
    "levensverhaal",
    "onderzoekers",
    "oefentherap",
    "psycholo",
    "slaapkamer",
    "verpleegkundig",
    "verjaardag",
    "werkgever",
    "ziekenhuis",
    "zorgverzekering",
];
