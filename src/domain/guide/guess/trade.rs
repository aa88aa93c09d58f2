//! The trade's own words in guides that others typed: what headings and labels are called, in the languages that are known here.

/// What a heading is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Read aloud at the beginning.
    Introduction,
    /// What is asked for before the interview.
    Consent,
    /// Read aloud at the end.
    Closing,
    /// What the interview is to find out.
    Aim,
    /// For the interviewer.
    Notes,
    /// Something to talk about.
    Topic,
}

const CONSENT: [&str; 9] = [
    "consent",
    "informed consent",
    "permission",
    "toestemming",
    "geïnformeerde toestemming",
    "informed",
    "einwilligung",
    "toestemmingsverklaring",
    "akkoord",
];
const INTRODUCTION: [&str; 15] = [
    "introduction",
    "intro",
    "welcome",
    "opening statement",
    "opening script",
    "opening remarks",
    "preamble",
    "before we begin",
    "inleiding",
    "introductie",
    "welkom",
    "openingstekst",
    "vooraf",
    "einleitung",
    "begrüßung",
];
const CLOSING: [&str; 25] = [
    "closing",
    "close",
    "closure",
    "conclusion",
    "concluding",
    "wrap-up",
    "wrap up",
    "wrapping up",
    "ending",
    "end of interview",
    "end of the interview",
    "final remarks",
    "debriefing",
    "debrief",
    "thank you",
    "thanks",
    "afsluiting",
    "afsluitend",
    "afronding",
    "tot slot",
    "slot",
    "slotwoord",
    "ter afsluiting",
    "bedanken",
    "abschluss",
];
const AIM: [&str; 14] = [
    "aim",
    "aims",
    "aim of the interview",
    "goal",
    "goals",
    "objective",
    "objectives",
    "purpose",
    "research question",
    "research questions",
    "doel",
    "doelstelling",
    "onderzoeksvraag",
    "vraagstelling",
];
const NOTES: [&str; 20] = [
    "instructions",
    "instruction",
    "notes",
    "note",
    "interviewer instructions",
    "instructions for the interviewer",
    "notes for the interviewer",
    "interviewer notes",
    "materials",
    "preparation",
    "before the interview",
    "distress protocol",
    "instructie",
    "instructies",
    "voorbereiding",
    "benodigdheden",
    "aandachtspunten",
    "voor de interviewer",
    "opmerkingen",
    "instructies voor de interviewer",
];

/// A heading as it is compared: small, without numbers and signs around it.
fn bare(heading: &str) -> String {
    heading.to_lowercase().trim_matches(|c: char| !c.is_alphabetic()).to_owned()
}

/// Whether `text` is one of `names`, or begins with it and goes on for a few words.
fn begins(text: &str, names: &[&str]) -> bool {
    names.iter().any(|name| {
        let rest = text.strip_prefix(name);
        rest.is_some_and(|rest| rest.is_empty() || !rest.starts_with(char::is_alphanumeric) && rest.split_whitespace().count() <= 5)
    })
}

/// What a heading of these words is for.
pub(super) fn part(heading: &str) -> Part {
    let text = bare(heading);
    let whole = |names: &[&str]| names.contains(&text.as_str());
    match () {
        // Who speaks of consent in a heading means it, whatever else the heading says.
        () if begins(&text, &CONSENT) || text.contains("informed consent") || text.contains("toestemming") => Part::Consent,
        () if begins(&text, &INTRODUCTION) => Part::Introduction,
        () if begins(&text, &CLOSING) => Part::Closing,
        () if whole(&AIM) => Part::Aim,
        () if whole(&NOTES) => Part::Notes,
        () => Part::Topic,
    }
}

/// What a label before a colon says of the words behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Label {
    /// Probes follow.
    Probes,
    /// A question follows.
    Question,
    /// What it is for follows.
    Aim,
    /// A bridge follows.
    Bridge,
    /// Something for the interviewer follows.
    Interviewer,
    /// What is handed over follows: a card, or a story.
    Card,
}

const LABELS: [(Label, &[&str]); 6] = [
    (
        Label::Probes,
        &[
            "probe",
            "probes",
            "possible probes",
            "probing questions",
            "prompt",
            "prompts",
            "possible prompts",
            "follow-up",
            "follow-ups",
            "follow up",
            "follow-up question",
            "follow-up questions",
            "follow up questions",
            "sub-questions",
            "subquestions",
            "doorvraag",
            "doorvragen",
            "mogelijke doorvragen",
            "doorvragen op",
            "vervolgvraag",
            "vervolgvragen",
            "deelvragen",
            "subvragen",
            "hulpvragen",
            "nachfragen",
        ],
    ),
    (
        Label::Question,
        &["question", "main question", "opening question", "closing question", "vraag", "hoofdvraag", "openingsvraag", "slotvraag"],
    ),
    (
        Label::Aim,
        &[
            "aim",
            "aims",
            "aim of this question",
            "goal",
            "goals",
            "objective",
            "purpose",
            "purpose of question",
            "purpose of the question",
            "purpose of this question",
            "rationale",
            "research question",
            "doel",
            "doel vraag",
            "doel van de vraag",
            "doel van deze vraag",
            "doelstelling",
            "onderzoeksvraag",
        ],
    ),
    (Label::Card, &["vignette", "scenario", "case vignette", "casus", "casusbeschrijving", "card", "showcard", "kaart", "toonkaart"]),
    (Label::Bridge, &["bridge", "transition", "brug", "overgang"]),
    (
        Label::Interviewer,
        &[
            "note",
            "notes",
            "nb",
            "n.b.",
            "instruction",
            "instructions",
            "interviewer",
            "interviewer note",
            "note to interviewer",
            "note for interviewer",
            "for the interviewer",
            "moderator note",
            "let op",
            "instructie",
            "instructies",
            "voor de interviewer",
            "opmerking",
            "notitie",
            "interviewernoot",
        ],
    ),
];

/// The label that `text` begins with or is, and how many bytes it takes with its colon.
pub(super) fn label(text: &str) -> Option<(Label, usize)> {
    let (head, length) = match text.split_once(':') {
        Some((head, _)) => (head, head.len() + 1),
        None => (text, text.len()),
    };
    let head = head.trim().to_lowercase();
    let found = LABELS.iter().find(|(_, names)| names.contains(&head.as_str()));
    match found {
        Some((label, _)) => Some((*label, length)),
        None => numbered_card(text, &head).map(|length| (Label::Card, length)),
    }
}

/// How many bytes of a text say that it is a card with a number or a letter: what tells cards apart goes on standing there.
fn numbered_card(text: &str, head: &str) -> Option<usize> {
    let (name, number) = head.rsplit_once(' ')?;
    let is_number = number.len() <= 2 && number.chars().all(|c| c.is_ascii_digit() || number.len() == 1 && c.is_ascii_alphabetic());
    let (verb, name) =
        ["show ", "hand over ", "toon ", "geef "].iter().find_map(|verb| Some((*verb, name.strip_prefix(verb)?))).unwrap_or(("", name));
    let names = LABELS.iter().find(|(label, _)| *label == Label::Card)?.1;
    let is_story = !name.contains("card") && !name.contains("kaart");
    match text.find(':') {
        _ if !is_number || !names.contains(&name) => None,
        Some(colon) if is_story => Some(colon + 1),
        Some(_) => Some(verb.len()),
        None => is_story.then_some(text.len()),
    }
}

/// Words with which an instruction in brackets begins.
const ORDERS: [&str; 56] = [
    "pause",
    "wait",
    "show",
    "hand",
    "give",
    "if",
    "probe",
    "repeat",
    "note",
    "point",
    "stop",
    "check",
    "allow",
    "let",
    "refer",
    "read",
    "skip",
    "start",
    "turn",
    "use",
    "mention",
    "explain",
    "ask",
    "listen",
    "only",
    "interviewer",
    "optional",
    "prompt",
    "pauzeer",
    "pauze",
    "wacht",
    "toon",
    "geef",
    "laat",
    "als",
    "indien",
    "vraag",
    "doorvragen",
    "herhaal",
    "let",
    "lees",
    "sla",
    "zet",
    "gebruik",
    "noem",
    "leg",
    "luister",
    "alleen",
    "optioneel",
    "bij",
    "controleer",
    "verwijs",
    "overhandig",
    "benoem",
    "evt",
    "eventueel",
];

/// Whether what stands in brackets tells somebody to do something.
pub(super) fn orders(inside: &str) -> bool {
    let first: String = inside.trim_start().chars().take_while(|c| c.is_alphabetic()).collect();
    ORDERS.contains(&first.to_lowercase().as_str())
}

/// Whether a text is about consent or the recording.
pub(super) fn is_of_consent(text: &str) -> bool {
    let text = text.to_lowercase();
    ["consent", "toestemming", "may i record", "to record", "recorded", "recording", "permission", "opnemen", "opname", "opgenomen"]
        .iter()
        .any(|word| text.contains(word))
}

/// Whether a statement takes leave.
pub(super) fn takes_leave(text: &str) -> bool {
    let text = text.to_lowercase();
    [
        "thank you",
        "thanks",
        "many thanks",
        "this was",
        "that was",
        "these were",
        "those were",
        "bedankt",
        "dank u",
        "dank je",
        "hartelijk dank",
        "dit was",
        "dit waren",
        "dat was",
        "dat waren",
    ]
    .iter()
    .any(|words| text.starts_with(words))
}

/// What the first row of a table calls a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Topics.
    Topic,
    /// Questions.
    Question,
    /// Probes.
    Probes,
    /// Minutes.
    Minutes,
    /// Why it is asked.
    Purpose,
    /// For the interviewer.
    Instruction,
    /// The number of the row.
    Number,
}

const COLUMNS: [(Column, &[&str]); 7] = [
    (Column::Number, &["nr", "no", "number", "nummer", "vraagnummer", "question number"]),
    (
        Column::Topic,
        &["topic", "topics", "theme", "themes", "subject", "domain", "onderwerp", "onderwerpen", "thema", "thema's", "topics/thema's"],
    ),
    (
        Column::Question,
        &[
            "question",
            "questions",
            "main question",
            "main questions",
            "interview question",
            "interview questions",
            "vraag",
            "vragen",
            "hoofdvraag",
            "hoofdvragen",
            "interviewvragen",
        ],
    ),
    (
        Column::Probes,
        &[
            "probe",
            "probes",
            "prompt",
            "prompts",
            "follow-up",
            "follow-up questions",
            "follow up questions",
            "further questions",
            "doorvraag",
            "doorvragen",
            "vervolgvragen",
            "subvragen",
            "further probes",
        ],
    ),
    (Column::Minutes, &["time", "minutes", "min", "min.", "duration", "tijd", "minuten", "duur"]),
    (Column::Purpose, &["purpose", "aim", "aims", "goal", "rationale", "doel", "waarom"]),
    (
        Column::Instruction,
        &[
            "notes",
            "note",
            "instruction",
            "instructions",
            "interviewer notes",
            "remarks",
            "opmerkingen",
            "instructie",
            "instructies",
            "aandachtspunten",
        ],
    ),
];

/// What a column of this name holds.
pub(super) fn column(name: &str) -> Option<Column> {
    let name = bare(name);
    COLUMNS.iter().find(|(_, names)| names.contains(&name.as_str())).map(|(column, _)| *column)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_say_what_they_are_for() {
        for (heading, expected) in [
            ("Introduction", Part::Introduction),
            ("1. INLEIDING", Part::Introduction),
            ("Welcome and introduction", Part::Introduction),
            ("Informed consent", Part::Consent),
            ("Inleiding en toestemming", Part::Consent),
            ("Tot slot", Part::Closing),
            ("Wrap-up:", Part::Closing),
            ("Doel", Part::Aim),
            ("Instructions for the interviewer", Part::Notes),
            ("Opening", Part::Topic),
            ("Closeness to others", Part::Topic),
            ("Slotgracht", Part::Topic),
            ("Purpose in life", Part::Topic),
        ] {
            assert_eq!(part(heading), expected, "{heading}");
        }
    }

    #[test]
    fn a_label_is_a_word_of_the_trade_before_a_colon() {
        assert_eq!(label("Probes: how often?"), Some((Label::Probes, 7)));
        assert_eq!(label("Doorvragen"), Some((Label::Probes, 10)));
        assert_eq!(label("Let op: kaart tonen"), Some((Label::Interviewer, 7)));
        assert_eq!(label("Vignette 2: Mrs Jones"), Some((Label::Card, 11)));
        assert_eq!(label("Show card A: faces"), Some((Label::Card, 5)));
        assert_eq!(label("Kaart 3: gezichten"), Some((Label::Card, 0)));
        assert_eq!(label("Show card A"), None);
        assert_eq!(label("Work: what do you do?"), None);
        assert_eq!(label("Probes are fine"), None);
    }
}
