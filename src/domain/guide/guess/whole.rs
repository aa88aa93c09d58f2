//! What a file as a whole says: its language, who sits at the table, how long all of it takes.

/// Whether a file says that it is for a focus group.
pub(super) fn is_of_group(text: &str) -> bool {
    let text = text.to_lowercase();
    ["focus group", "focus-group", "focusgroup", "focusgroep", "focus groep", "groepsgesprek", "group discussion", "fokusgruppe"]
        .iter()
        .any(|word| text.contains(word))
}

/// Whether a file says that it is for two people together.
pub(super) fn is_of_pair(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "dyad",
        "couple interview",
        "couples interview",
        "joint interview",
        "patient and caregiver together",
        "patient and carer together",
        "patient and partner together",
        "patiënt en naaste",
        "patiënten en naasten",
        "patiënt en partner",
        "patiënt en mantelzorger",
        "duo-interview",
        "duo interview",
        "duogesprek",
        "partnerinterview",
        "koppelinterview",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// Whether the few words beside minutes say no more than that it is how long the whole takes.
pub(super) fn is_duration(words: &str) -> bool {
    let words = words.to_lowercase();
    let names = ["duration", "length", "time", "total", "duur", "tijd", "tijdsduur", "lengte", "totaal", "totale", "timing"];
    words.split(|c: char| !c.is_alphabetic()).any(|word| names.contains(&word)) && words.split_whitespace().count() <= 6
}

const COMMON: [(&str, &[&str]); 5] = [
    (
        "en",
        &[
            "the", "and", "you", "your", "of", "to", "what", "how", "did", "was", "that", "with", "have", "about", "this", "would", "can",
            "do",
        ],
    ),
    ("nl", &["de", "het", "een", "en", "u", "uw", "je", "hoe", "wat", "van", "bij", "dat", "voor", "heeft", "kunt", "zijn", "er", "niet"]),
    (
        "de",
        &["der", "die", "das", "und", "sie", "ihr", "ihre", "wie", "ist", "nicht", "ein", "eine", "zu", "haben", "mit", "für", "von", "es"],
    ),
    (
        "fr",
        &[
            "le", "la", "les", "des", "et", "vous", "votre", "comment", "que", "est", "une", "dans", "pour", "avez", "avec", "qui", "du",
            "sur",
        ],
    ),
    ("es", &["el", "la", "los", "las", "y", "usted", "su", "cómo", "qué", "que", "es", "una", "para", "con", "por", "del", "ha", "se"]),
];

/// The language whose commonest words stand here most often; nothing where there are too few.
pub(super) fn language(text: &str) -> Option<&'static str> {
    let text = text.to_lowercase();
    let words: Vec<&str> = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty()).collect();
    let count = |common: &[&str]| words.iter().filter(|word| common.contains(*word)).count();
    let best = COMMON.iter().rev().map(|(tag, common)| (count(common), *tag)).max_by_key(|(count, _)| *count)?;
    (best.0 >= 3).then_some(best.1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_language_is_known_by_its_commonest_words() {
        assert_eq!(language("How did you come to have this therapy? What was that like?"), Some("en"));
        assert_eq!(language("Hoe bent u bij deze therapie terechtgekomen? Wat was dat voor u?"), Some("nl"));
        assert_eq!(language("Pain. Sleep. Work."), None);
    }
}
