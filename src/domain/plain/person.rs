//! Whether a statement speaks to whoever reads it: `you`, in Dutch `u`.

use std::ops::Range;

use crate::domain::plain::language::Tongue;
use crate::domain::plain::remark::Cause;
use crate::domain::plain::remark::Person;
use crate::domain::plain::sentences::Sentence;
use crate::domain::plain::sentences::Word;

/// What does not speak to the reader in `sentences`, which are one statement.
pub(super) fn persons(sentences: &[Sentence<'_>], code: &[&str], tongue: Option<Tongue>) -> Vec<(Range<usize>, Cause)> {
    let Some(tongue) = tongue else { return Vec::new() };
    let words = || sentences.iter().flat_map(|one| &one.words);
    let is_spoken_to = words().any(|word| word.is_any(you(tongue)));
    let mut found: Vec<(Range<usize>, Cause)> = Vec::new();
    let (mut others, mut before): (bool, Option<&Word<'_>>) = (false, None);
    for word in words() {
        // Of a participant one says which; a patient may be patient.
        let is_this_one =
            before.is_none_or(|before| word.gap.contains('.') || before.is_any(&["the", "this", "that", "de", "deze", "die"]));
        let person = match word {
            _ if word.is_any(participant(tongue)) && is_this_one => Some(Person::Participant),
            _ if code.contains(&word.text) && !is_spoken_to => Some(Person::Participant),
            _ if word.is_any(first(tongue)) => Some(Person::First),
            // It may be somebody else who was named before.
            _ if word.is_any(third(tongue)) && !others => Some(Person::Third),
            _ if tongue == Tongue::Dutch && word.is_any(&["je", "jij", "jou", "jouw", "jezelf"]) => Some(Person::Informal),
            _ => None,
        };
        others |= word.is_any(somebody(tongue));
        before = Some(word);
        // Once said is enough.
        let is_said = |person: &Person| found.iter().any(|(_, cause)| *cause == Cause::NotYou(*person));
        let said = person.filter(|person| !is_said(person)).map(|person| (word.at.clone(), Cause::NotYou(person)));
        found.extend(said);
    }
    // A sentence that speaks to nobody does not by the one behind it.
    let first = sentences.first().filter(|one| !one.words.iter().any(|word| word.is_any(you(tongue))));
    let begins = first.and_then(|one| one.words.first());
    if let Some(verb) = begins.filter(|word| word.is_any(verbs(tongue))) {
        found.push((verb.at.clone(), Cause::NotYou(Person::Nobody)));
    }
    found
}

fn you(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &["you", "your", "yours", "yourself", "yourselves", "you're", "you've", "you'd", "you'll"],
        Tongue::Dutch => &["u", "uw", "uzelf", "je", "jij", "jou", "jouw", "jullie"],
    }
}

fn first(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &["i", "i'm", "i've", "i'd", "i'll", "my", "mine", "myself", "me"],
        Tongue::Dutch => &["ik", "mij", "mijn", "m'n", "mezelf", "ikzelf"],
    }
}

/// Pronouns that mean one person and nothing else. In Dutch `ze` may be many, `zijn` a verb and `haar` grows on heads.
fn third(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &["she", "he", "her", "his", "him", "hers", "herself", "himself", "she's", "he's"],
        Tongue::Dutch => &["zij", "hij", "hijzelf", "zijzelf", "haar", "hem"],
    }
}

fn participant(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => {
            &["participant", "participant's", "patient", "patient's", "interviewee", "respondent", "client", "client's", "pt"]
        }
        Tongue::Dutch => &[
            "deelnemer",
            "deelneemster",
            "patiënt",
            "patiënte",
            "patient",
            "patiente",
            "respondent",
            "cliënt",
            "cliënte",
            "mw",
            "dhr",
            "pt",
        ],
    }
}

/// Verbs with which a note begins that names nobody.
fn verbs(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &[
            "believed", "couldn't", "did", "didn't", "expected", "feels", "felt", "found", "had", "hoped", "knew", "learned", "learnt",
            "liked", "needed", "said", "says", "thinks", "thought", "told", "tried", "wanted", "wants", "was", "went", "wished", "worried",
        ],
        Tongue::Dutch => &[
            "dacht",
            "deed",
            "denkt",
            "durfde",
            "ging",
            "had",
            "heeft",
            "hoopte",
            "kon",
            "kreeg",
            "leerde",
            "merkte",
            "probeerde",
            "vertelde",
            "verwachtte",
            "vindt",
            "voelde",
            "voelt",
            "vond",
            "was",
            "wil",
            "wilde",
            "wist",
            "zegt",
            "zei",
        ],
    }
}

/// Others of whom somebody speaks.
fn somebody(tongue: Tongue) -> &'static [&'static str] {
    match tongue {
        Tongue::English => &[
            "boss",
            "brother",
            "carer",
            "child",
            "children",
            "colleague",
            "colleagues",
            "consultant",
            "dad",
            "daughter",
            "doctor",
            "employer",
            "family",
            "father",
            "friend",
            "friends",
            "gp",
            "husband",
            "man",
            "manager",
            "mother",
            "mum",
            "neighbour",
            "nurse",
            "partner",
            "person",
            "physio",
            "physiotherapist",
            "psychologist",
            "sister",
            "somebody",
            "someone",
            "son",
            "specialist",
            "surgeon",
            "therapist",
            "therapists",
            "wife",
            "woman",
        ],
        Tongue::Dutch => &[
            "arts",
            "artsen",
            "baas",
            "begeleider",
            "behandelaar",
            "broer",
            "buurman",
            "buurvrouw",
            "chef",
            "chirurg",
            "collega",
            "collega's",
            "dochter",
            "dokter",
            "echtgenoot",
            "echtgenote",
            "familie",
            "fysio",
            "fysiotherapeut",
            "huisarts",
            "iemand",
            "kind",
            "kinderen",
            "leidinggevende",
            "man",
            "meneer",
            "mensen",
            "mevrouw",
            "moeder",
            "partner",
            "psycholoog",
            "specialist",
            "therapeut",
            "therapeute",
            "therapeuten",
            "vader",
            "verpleegkundige",
            "vriend",
            "vrienden",
            "vriendin",
            "vrouw",
            "werkgever",
            "zoon",
            "zus",
            "zuster",
        ],
    }
}
