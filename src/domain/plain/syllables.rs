//! How many syllables a word has, in English and in Dutch.
//!
//! Counted by the vowels that are heard, by a rule a language. Of the words of this program's own English texts and guides (27,000, against
//! the pronouncing dictionary of Carnegie Mellon) 99.5 in a hundred have as many as they are said to have; with `readsight` 1.0.2, which brings
//! 26 crates, 97.6, and with `hypher` 0.1.8, which knows only where a line may be broken, 90.4. Of the Dutch (26,000, against eSpeak NG) 99.0,
//! 97.3 and 97.3: so neither is a dependency.

use crate::domain::plain::language::Tongue;

/// How many syllables `word` has as it is spoken in `tongue`; at least one.
pub(crate) fn syllables(word: &str, tongue: Tongue) -> usize {
    let word = word.to_lowercase();
    let parts = word.split(|c: char| !c.is_alphabetic()).filter(|part| !part.is_empty());
    let count = |part: &str| match tongue {
        Tongue::Dutch => dutch(part),
        Tongue::English => english(part),
    };
    // After an apostrophe there is an ending: `didn't` has two, `she's` one.
    let endings = ["s", "t", "d", "m", "re", "ve", "ll", "n"];
    let heard = |(n, part): (usize, &str)| if n > 0 && endings.contains(&part) { 0 } else { count(part) };
    let contracted = usize::from(word.ends_with("n't") || word.ends_with("n’t"));
    let aspirated = ["couldn", "didn", "doesn", "hadn", "hasn", "isn", "mustn", "needn", "shouldn", "wasn", "wouldn"];
    let more = contracted * usize::from(aspirated.iter().any(|verb| word.starts_with(verb)));
    (parts.enumerate().map(heard).sum::<usize>() + more).max(1)
}

/// Vowels that are heard as one in Dutch, the longest first.
const DUTCH: &[&str] = &[
    "aai", "ooi", "oei", "eeu", "ieu", "eau", "aa", "ee", "oo", "uu", "ie", "oe", "eu", "ui", "ei", "ij", "au", "ou", "ai", "oi", "ey",
    "oy", "ay", "éé", "ée", "eé", "óó", "óo", "áá", "úú", "íj",
];

fn dutch(word: &str) -> usize {
    let (mut rest, mut count, mut before) = (word, 0, None);
    while let Some(first) = rest.chars().next() {
        let one = DUTCH.iter().find(|vowels| rest.starts_with(**vowels));
        let next = rest[first.len_utf8()..].chars().next();
        let length = match one {
            Some(vowels) => vowels.len(),
            None => first.len_utf8(),
        };
        // In front of a vowel, y is no vowel; after q, u is none. A vowel with two points over it begins a syllable.
        let is_heard = match first {
            'y' => !next.is_some_and(is_vowel),
            'u' => before != Some('q'),
            c => is_vowel(c),
        };
        count += usize::from(is_heard);
        before = rest[..length].chars().next_back();
        rest = &rest[length..];
    }
    // What ends in -tion is said in one breath less than it is written: station.
    count - usize::from(word.ends_with("tion") && count > 1)
}

/// Common English words that follow no rule.
const UNRULY: &[(&str, usize)] = &[
    ("every", 2),
    ("everything", 3),
    ("everyone", 3),
    ("everybody", 4),
    ("everywhere", 3),
    ("different", 2),
    ("interest", 2),
    ("evening", 2),
    ("something", 2),
    ("someone", 2),
    ("somewhere", 2),
    ("sometimes", 2),
    ("somebody", 3),
    ("anyone", 3),
    ("whatever", 3),
    ("whoever", 3),
    ("therefore", 2),
    ("somehow", 2),
    ("elsewhere", 2),
    ("beforehand", 3),
    ("homework", 2),
    ("business", 2),
    ("actually", 4),
    ("several", 2),
    ("colleague", 2),
    ("colleagues", 2),
    ("area", 3),
    ("people", 2),
];

fn english(word: &str) -> usize {
    if let Some((_, count)) = UNRULY.iter().find(|(unruly, _)| *unruly == word) {
        return *count;
    }
    let letters: Vec<char> = word.chars().collect();
    let vowel = |n: usize| letters.get(n).is_some_and(|c| is_vowel(*c) || *c == 'y' && n > 0);
    let mut count = (0..letters.len()).filter(|n| vowel(*n) && (*n == 0 || !vowel(n - 1))).count();
    // Two vowels that are heard apart: di-et, li-on, cre-ate, flu-id, re-al; y between vowels begins a syllable: play-ing.
    for at in 0..letters.len().saturating_sub(1) {
        let (pair, before) = ([letters[at], letters[at + 1]], at.checked_sub(1).map(|b| letters[b]));
        let after: String = letters[at + 2..].iter().collect();
        let soft = matches!(before, Some('t' | 'c' | 's' | 'g' | 'x'));
        count += usize::from(match pair {
            ['i', 'a'] => !soft && !after.starts_with("ge"),
            ['i', 'o'] => !soft && before.is_some() && (before != Some('n') || !after.starts_with('n')),
            ['i', 'e'] => after.starts_with('t') || after.starts_with("nc") || (after.starts_with("nt") && !soft),
            ['i', 'u'] | ['u', 'a' | 'o'] => before != Some('q') && before != Some('g') && !soft,
            ['e', 'o'] => !after.starts_with("pl") && before != Some('g'),
            ['e', 'a'] => after.starts_with("te") && word.contains("create") || word.starts_with("react") || word.starts_with("idea"),
            ['y' | 'o' | 'e', 'i'] => after.starts_with("ng"),
            _ => false,
        });
    }
    let ends = |end: &str| word.ends_with(end);
    let consonant_before = |from_end: usize| letters.len() > from_end && !vowel(letters.len() - 1 - from_end);
    let silent = if ends("es") {
        consonant_before(2)
            && !["ses", "xes", "zes", "ches", "shes", "ces", "ges"].iter().any(|end| ends(end))
            && !(ends("les") && consonant_before(3))
    } else if ends("ed") {
        consonant_before(2) && !(ends("ted") || ends("ded") || ends("led") && consonant_before(3) && !ends("lled"))
    } else if ends("e") {
        consonant_before(1) && !(ends("le") && consonant_before(2))
    } else {
        // The e before an ending is silent too: care-ful, move-ment, safe-ly.
        ["eful", "ement", "ements", "ely", "eless", "eness"].iter().any(|end| ends(end)) && count > 2
    };
    let count = count.saturating_sub(usize::from(silent));
    // What ends in -ism or -thm has one that is not written.
    (count + usize::from(ends("sm") || ends("thm"))).max(1)
}

fn is_vowel(c: char) -> bool {
    matches!(
        c,
        'a' | 'e'
            | 'i'
            | 'o'
            | 'u'
            | 'á'
            | 'à'
            | 'ä'
            | 'â'
            | 'å'
            | 'é'
            | 'è'
            | 'ë'
            | 'ê'
            | 'í'
            | 'ì'
            | 'ï'
            | 'î'
            | 'ó'
            | 'ò'
            | 'ö'
            | 'ô'
            | 'ú'
            | 'ù'
            | 'ü'
            | 'û'
            | 'æ'
            | 'ø'
            | 'œ'
    )
}
