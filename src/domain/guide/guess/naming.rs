//! Ids for the parts of a guide that had none: from their first words that say something, and no two the same.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::guide::Id;

/// The most characters of a made id; so its probes have room for theirs.
const LONGEST: usize = 28;

/// How many words make an id.
const WORDS: usize = 3;

/// Ids that the consent items will have.
const KEPT: [&str; 5] = ["taking-part", "recording", "quotes", "own-words", "summary"];

/// Words that tell guides apart as little as none.
const OF_GUIDES: [&str; 14] = [
    "topic",
    "guide",
    "interview",
    "interviewguide",
    "schedule",
    "questions",
    "list",
    "topiclijst",
    "topic",
    "lijst",
    "interviewleidraad",
    "leidraad",
    "vragenlijst",
    "vragen",
];

/// Words that tell questions apart as little as none.
const COMMON: [&str; 105] = [
    "a", "about", "and", "any", "anything", "are", "as", "at", "be", "been", "can", "could", "describe", "did", "do", "does", "for",
    "from", "had", "has", "have", "how", "i", "if", "in", "is", "it", "its", "like", "me", "more", "my", "of", "on", "or", "please", "so",
    "some", "tell", "that", "the", "their", "them", "there", "these", "they", "think", "this", "to", "was", "we", "were", "what", "when",
    "which", "who", "why", "will", "with", "would", "you", "your", "aan", "bij", "bent", "dat", "de", "deze", "die", "dit", "door", "een",
    "eens", "en", "er", "heb", "hebben", "heeft", "het", "hoe", "iets", "ik", "in", "is", "je", "kan", "kunt", "met", "mij", "mijn",
    "naar", "of", "om", "op", "over", "te", "u", "uw", "van", "voor", "waren", "was", "wat", "wilt", "zijn",
];

/// The ids that are taken.
#[derive(Debug)]
pub(super) struct Names {
    taken: BTreeSet<String>,
    /// The last number behind words that came before.
    last: BTreeMap<String, usize>,
}

impl Names {
    pub(super) fn new() -> Self {
        Self { taken: KEPT.map(str::to_owned).into(), last: BTreeMap::new() }
    }

    /// An id for a part of these words, which nobody else has; `kind` and its number where the words make none.
    pub(super) fn id(&mut self, words: &str, kind: &str) -> Id {
        let base = base(words).unwrap_or_else(|| kind.to_owned());
        let numbered = |n: usize| if n == 1 { base.clone() } else { format!("{base}-{n}") };
        let first = self.last.get(&base).map_or(1, |last| last + 1);
        let free = (first..=usize::MAX).map(|n| (n, numbered(n))).find(|(_, id)| !self.taken.contains(id)).unwrap_or_default();
        self.taken.insert(free.1.clone());
        self.last.insert(base, free.0);
        Id::new(free.1)
    }
}

/// The id of a guide with this title; nothing where its words make none.
pub(super) fn of_guide(title: &str) -> Option<Id> {
    let telling = |word: &&str| !OF_GUIDES.contains(&word.to_lowercase().trim_matches(|c: char| !c.is_alphanumeric()));
    let words = title.split_whitespace().filter(telling).collect::<Vec<_>>().join(" ");
    base(&words).or_else(|| base(title)).map(Id::new)
}

/// The words of an id; nothing where there are none that it may have.
fn base(words: &str) -> Option<String> {
    let plain: String = words.to_lowercase().chars().map(folded).collect();
    let all: Vec<&str> = plain.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let telling: Vec<&str> = all.iter().copied().filter(|word| !COMMON.contains(word)).collect();
    let words = if telling.is_empty() { all } else { telling };
    let mut id = String::new();
    for word in words.into_iter().take(WORDS) {
        let word = word.get(..LONGEST).unwrap_or(word);
        if !id.is_empty() && id.len() + 1 + word.len() > LONGEST {
            break;
        }
        if !id.is_empty() {
            id.push('-');
        }
        id.push_str(word);
    }
    // This is how the ids of probes end.
    let is_of_probe = id.rsplit_once("-p").is_some_and(|(_, n)| !n.is_empty() && n.chars().all(|c| c.is_ascii_digit()));
    if is_of_probe {
        id.push('q');
    }
    (!id.is_empty()).then_some(id)
}

/// A letter without what is above or below it.
fn folded(c: char) -> char {
    match c {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' | 'ø' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ç' => 'c',
        'ñ' => 'n',
        c => c,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_guide_is_called_after_what_it_is_about() {
        let id = |title: &str| of_guide(title).map(|id| id.to_string());
        assert_eq!(id("Topic guide: going back to work").as_deref(), Some("going-back-work"));
        assert_eq!(id("Interview guide").as_deref(), Some("interview-guide"));
        assert_eq!(id("…"), None);
    }

    #[test]
    fn ids_come_from_the_words_that_say_something_and_are_no_two_the_same() {
        let mut names = Names::new();
        let mut id = |words: &str| names.id(words, "question").to_string();
        assert_eq!(id("What does an ordinary day look like for you?"), "an-ordinary-day");
        assert_eq!(id("Hoe was één dag voor u?"), "dag");
        assert_eq!(id("Hoe was de dag?"), "dag-2");
        assert_eq!(id("話す"), "question");
        assert_eq!(id("What is it?"), "what-is-it");
        assert_eq!(id("Recording"), "recording-2");
        assert_eq!(id("Vitamin p1"), "vitamin-p1q");
        assert!(Id::new(id(&"verylongword".repeat(9))).is_well_formed());
    }
}
