//! Whom a sentence of a guide is meant for: the participant, who is asked or told something, or the interviewer, who is to do something.
//!
//! English and Dutch, by the words with which people begin such sentences. Where both are possible, it is the participant's: what is read
//! aloud by mistake is noticed, and what was never asked is not.

use std::ops::Range;

/// Sentences that begin so ask without a question mark.
const REQUESTS: [&str; 42] = [
    "tell me",
    "tell us",
    "describe",
    "can you",
    "could you",
    "would you",
    "will you tell",
    "walk me through",
    "walk us through",
    "take me through",
    "talk me through",
    "take us through",
    "share with",
    "share your",
    "explain how",
    "explain what",
    "explain why",
    "give me",
    "give an example",
    "i would like you to tell",
    "i would like you to describe",
    "i'd like you to tell",
    "i'd like you to describe",
    "vertel",
    "vertelt u",
    "kunt u",
    "kun je",
    "kan je",
    "kunnen jullie",
    "wilt u",
    "wil je",
    "willen jullie",
    "zou u",
    "zou je",
    "zouden jullie",
    "beschrijf",
    "beschrijft u",
    "omschrijf",
    "omschrijft u",
    "schets",
    "neem me mee",
    "neem mij mee",
];

/// The same behind `please`.
const PLEASE: [&str; 8] = ["tell", "describe", "explain", "share", "give", "talk", "walk", "list"];

/// What looks like a request and is an offer.
const NO_REQUESTS: [&str; 5] = ["tell me if", "tell me when", "tell us if", "tell us when", "vertel het"];

/// The participant, spoken to.
const SECOND: [&str; 14] =
    ["you", "your", "yours", "yourself", "you'd", "you'll", "you've", "you're", "u", "uw", "je", "jij", "jouw", "jullie"];

/// Who speaks to the participant.
const FIRST: [&str; 16] = ["i", "i'd", "i'll", "i'm", "me", "we", "we'll", "we'd", "us", "our", "let's", "ik", "wij", "ons", "onze", "mij"];

/// The participant, spoken of.
const THIRD: [&str; 21] = [
    "participant",
    "participants",
    "participant's",
    "patient",
    "patients",
    "respondent",
    "respondents",
    "interviewee",
    "interviewees",
    "informant",
    "them",
    "everyone",
    "deelnemer",
    "deelnemers",
    "patiënt",
    "patiënten",
    "respondenten",
    "geïnterviewde",
    "geïnterviewden",
    "iedereen",
    "moderator",
];

/// What interviewers have at hand.
const THINGS: [&str; 24] = [
    "consent",
    "form",
    "forms",
    "recorder",
    "recorders",
    "recording",
    "audio",
    "microphone",
    "voucher",
    "vouchers",
    "receipt",
    "questionnaire",
    "toestemmingsformulier",
    "toestemmingsformulieren",
    "formulier",
    "formulieren",
    "opname",
    "opnames",
    "opnameapparaat",
    "microfoon",
    "waardebon",
    "cadeaubon",
    "vragenlijst",
    "reiskosten",
];

/// With these words interviewers are told to do something; `…` stands for words between two.
const CHORES: [&str; 40] = [
    "thank",
    "sign",
    "complete",
    "hand",
    "collect",
    "switch",
    "turn",
    "start",
    "stop",
    "check",
    "distribute",
    "obtain",
    "remind",
    "inform",
    "fill",
    "verify",
    "prepare",
    "welcome",
    "introduce",
    "provide",
    "ensure",
    "make sure",
    "bedank",
    "deel … uit",
    "vul … in",
    "onderteken",
    "zet … aan",
    "zet … uit",
    "zet … klaar",
    "controleer",
    "verzamel",
    "haal … op",
    "overhandig",
    "verwelkom",
    "herinner",
    "informeer",
    "noteer",
    "zorg dat",
    "zorg ervoor",
    "leg … klaar",
];

/// What follows a chore; without it, the word may be the name of something ("sign language", "check-ups").
const BEHIND_CHORE: [&str; 29] = [
    "the", "a", "an", "all", "each", "any", "every", "out", "on", "off", "in", "over", "that", "whether", "if", "sure", "and", "for", "de",
    "het", "een", "alle", "elke", "ieder", "dat", "of", "uit", "aan", "voor",
];

/// Further words with which a line begins that is for the interviewer, where it stands by itself.
const ORDERS: [&str; 56] = [
    "show",
    "give",
    "pause",
    "wait",
    "probe",
    "repeat",
    "allow",
    "refer",
    "read",
    "skip",
    "mention",
    "explain",
    "ask",
    "listen",
    "prompt",
    "bring",
    "write",
    "encourage",
    "keep",
    "put",
    "observe",
    "invite",
    "confirm",
    "clarify",
    "emphasise",
    "emphasize",
    "summarise",
    "summarize",
    "let",
    "don't",
    "avoid",
    "toon",
    "geef",
    "laat",
    "wacht",
    "pauzeer",
    "herhaal",
    "lees",
    "sla",
    "zet",
    "gebruik",
    "benoem",
    "leg",
    "luister",
    "verwijs",
    "deel",
    "vul",
    "haal",
    "wijs",
    "vraag",
    "bied",
    "schrijf",
    "bespreek",
    "moedig",
    "nodig",
    "vat",
];

/// What is asked of others is no chore, whoever is spoken of.
const ASKING: [&str; 4] = ["ask", "probe", "vraag", "let"];

/// Words with which a condition begins.
const CONDITIONS: [&str; 18] = [
    "if ",
    "ask only ",
    "ask if ",
    "ask this only ",
    "only ask ",
    "only if ",
    "only for ",
    "only when ",
    "for those ",
    "in case ",
    "indien ",
    "als ",
    "alleen ",
    "zo ja",
    "zo nee",
    "bij ja",
    "bij nee",
    "uitsluitend ",
];

/// Conditions that are said aloud with the question.
const SAID: [&str; 18] = [
    "if any",
    "if at all",
    "if so",
    "if something",
    "als er ",
    "als dat",
    "indien dat",
    "als eerste",
    "als tweede",
    "als derde",
    "als laatste",
    "als afsluiting",
    "als slot",
    "als inleiding",
    "als voorbeeld",
    "als opwarmer",
    "als vervolg",
    "als het ware",
];

/// Words that send the interviewer to another place of the guide.
const JUMPS: [&str; 16] = [
    "skip to",
    "skip question",
    "skip this",
    "skip the",
    "go to question",
    "go to section",
    "go to q",
    "go to part",
    "go to the next",
    "move to question",
    "proceed to",
    "ga naar vraag",
    "door naar",
    "verder met vraag",
    "sla deze vraag over",
    "sla vraag",
];

/// Whether `text` asks something: with its sign, or as people ask for a story.
pub(super) fn asks(text: &str) -> bool {
    has_sign(text) || sentences(text).any(|range| is_request(&text[range]))
}

/// Whether a sign says that something is asked.
pub(super) fn has_sign(text: &str) -> bool {
    text.contains(['?', '？', '؟'])
}

/// Whether `text` as a whole begins by asking for a story.
pub(super) fn is_request(text: &str) -> bool {
    let text = small(text);
    let is_one = text.strip_prefix("please ").map_or_else(|| begins_with(&text, &REQUESTS), |rest| begins_with(rest, &PLEASE));
    is_one && !begins_with(&text, &NO_REQUESTS) && !has(&text, &THIRD)
}

/// Whether the participant is spoken to.
pub(super) fn is_addressed(text: &str) -> bool {
    let text = small(text);
    (has(&text, &SECOND) || has(&text, &FIRST)) && !is_order(&text)
}

/// Whether somebody speaks of himself or of both at the beginning.
pub(super) fn begins_to_speak(text: &str) -> bool {
    let first = words(&small(text)).next().unwrap_or_default().to_owned();
    FIRST.contains(&&*first) || ["now", "next", "nu", "dan", "please"].contains(&&*first)
}

/// Whether a line that stands by itself tells the interviewer to do something.
pub(super) fn is_order(text: &str) -> bool {
    let text = small(text);
    let first = words(&text).next().unwrap_or_default().to_owned();
    let is_one = ORDERS.contains(&&*first) && !has_sign(&text) && (!has(&text, &SECOND) || has(&text, &THIRD));
    is_chore(&text) || is_one && !text.starts_with("let us ")
}

/// Whether it does so beyond doubt, also among what is asked.
pub(super) fn is_chore(text: &str) -> bool {
    let text = small(text);
    let all: Vec<String> = words(&text).map(str::to_owned).collect();
    let Some(first) = all.first() else { return false };
    if has_sign(&text) || ASKING.contains(&&**first) {
        return false;
    }
    let is_chore = CHORES.iter().any(|chore| match chore.split_once(" … ") {
        Some((verb, behind)) => first == verb && all.iter().any(|word| word == behind),
        None => words(chore).eq(all.iter().map(String::as_str).take(words(chore).count())),
    });
    let speaks_of = has(&text, &THIRD) || has(&text, &THINGS);
    let goes_on = all.get(1).is_some_and(|word| BEHIND_CHORE.contains(&&**word));
    let is_two = CHORES.iter().any(|chore| chore.contains(' ') && text.starts_with(chore));
    let is_sure = is_two || speaks_of || goes_on || is_chore && CHORES.iter().any(|chore| chore.starts_with(&format!("{first} … ")));
    // "Check that you have the form" is said to the interviewer all the same.
    let is_to_participant = has(&text, &SECOND) && !is_two && !matches!(&**first, "check" | "ensure" | "controleer");
    (is_chore && is_sure || ORDERS.contains(&&**first) && speaks_of) && !is_to_participant
}

/// Whether `text` says when something is asked.
pub(super) fn is_condition(text: &str) -> bool {
    let text = small(text);
    let count = words(&text).count();
    CONDITIONS.iter().any(|begin| text.starts_with(begin))
        && (2..=10).contains(&count)
        && !SAID.iter().any(|begin| text.starts_with(begin))
        && !has_sign(&text)
        && !has(&text, &SECOND)
}

/// Whether `text` sends the interviewer elsewhere in the guide.
pub(super) fn is_jump(text: &str) -> bool {
    let text = small(text);
    !has_sign(&text) && JUMPS.iter().any(|jump| text.contains(jump))
}

/// The sentences of `text`, each with the blanks behind it.
pub(super) fn sentences(text: &str) -> impl Iterator<Item = Range<usize>> {
    let ends = text.char_indices().filter(|(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        matches!(c, '.' | '?' | '!' | '…' | ':') && rest.starts_with(char::is_whitespace)
    });
    let mut cuts: Vec<usize> = ends.map(|(at, c)| text.len() - text[at + c.len_utf8()..].trim_start().len()).collect();
    cuts.push(text.len());
    let mut begin = 0;
    cuts.into_iter().map(move |end| std::mem::replace(&mut begin, end)..end).filter(|range| !range.is_empty())
}

/// A text as it is compared: small, from its first letter on, with plain apostrophes.
fn small(text: &str) -> String {
    text.trim_start_matches(|c: char| !c.is_alphabetic()).to_lowercase().replace('’', "'")
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty())
}

fn has(text: &str, list: &[&str]) -> bool {
    words(text).any(|word| list.contains(&word))
}

fn begins_with(text: &str, list: &[&str]) -> bool {
    list.iter().any(|begin| text.strip_prefix(begin).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_asks_and_an_offer_does_not() {
        for text in ["Tell me about it.", "We begin. Please describe a day.", "Vertel eens over thuis", "Kunt u vertellen hoe dat ging."] {
            assert!(asks(text), "{text}");
        }
        for text in [
            "Tell me if you want to stop.",
            "I would like to hear how it was for you.",
            "Please note that we record.",
            "Describe the study to the participant.",
            "Vertel de deelnemer hoe lang het duurt.",
            "Please read this card.",
            "Think of the last time.",
        ] {
            assert!(!asks(text), "{text}");
        }
    }

    #[test]
    fn chores_are_known_from_names_of_things_and_from_what_is_asked() {
        for text in [
            "Thank the patients for their participation",
            "Complete/sign the consent form",
            "Deel de waardebon uit",
            "Zet de recorder aan.",
            "Check that you have the form",
            "Vul het formulier in",
            "Give the participant time",
            "Start recorder",
        ] {
            assert!(is_chore(text), "{text}");
        }
        for text in [
            "Thank you for coming.",
            "Sign language",
            "Zorg thuis",
            "Deel 1",
            "Check-ups",
            "Hand function",
            "Ask the participant about pain",
            "Describe the home",
            "Complete your story",
            "Start of the day?",
        ] {
            assert!(!is_chore(text), "{text}");
        }
    }

    #[test]
    fn who_is_spoken_to_is_known_by_the_words() {
        for text in
            ["Now we come to work.", "Nu wil ik het over uw werk hebben.", "Let us talk about your home.", "I will read you a story."]
        {
            assert!(is_addressed(text), "{text}");
        }
        for text in ["Leave time.", "Give the participant their card, and explain that you will wait.", "Many find this hard."] {
            assert!(!is_addressed(text), "{text}");
        }
    }

    #[test]
    fn a_condition_is_one_in_words_that_nobody_says_aloud() {
        for text in ["if applicable", "indien bezocht", "ASK ONLY IF EMPLOYED", "Zo ja", "alleen bij partners", "If no"] {
            assert!(is_condition(text), "{text}");
        }
        for text in ["if anything", "if you like", "als u dat wilt", "als er iets hielp", "If", "ifs and buts", "if any?"] {
            assert!(!is_condition(text), "{text}");
        }
        assert!(is_jump("If no, skip to question 8.") && is_jump("Ga door naar vraag 3") && !is_jump("Did you skip to the end?"));
    }
}
