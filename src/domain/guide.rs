//! The topic guide: what an interview sets out to ask, and in which words.
//!
//! A [`Guide`] has topics, a topic has questions, a question has probes (planned follow-ups); around them stand the bookends: the
//! introduction, the consent items and the closing. Every part that an event may point to carries an id that is unique in the guide
//! and stable across versions. What is wrong with one, [`Guide::check`] says. A prepared question is never an answer: nothing here can
//! become part of a letter except the words of a topic's title.

pub mod care;
pub mod check;
pub mod differences;
pub mod draft;
pub mod guess;
pub mod history;
pub(crate) mod open_places;
pub mod remarks;
pub mod said;
pub mod translation;
pub mod typed;
pub mod walk;
pub mod when;
pub mod word_by_word;

use std::collections::BTreeMap;
use std::fmt;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::coverage::state::Coverage;
use crate::domain::guide::care::Distress;
use crate::domain::guide::care::ReportKind;
use crate::words::say;

/// The name of a topic, question, probe or consent item: unique in its guide, stable across versions.
///
/// Lower-case letters, digits and hyphens, at most 40 of them, so that it is safe in file names, exports and journals alike.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Id(String);

impl Id {
    /// The id `text`, whether or not it is well formed (see [`Id::is_well_formed`]).
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether the id keeps to `a-z`, `0-9` and hyphens, starts with a letter or digit and has at most 40 characters.
    pub(crate) fn is_well_formed(&self) -> bool {
        let ok = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        self.0.len() <= 40 && self.0.chars().all(ok) && self.0.starts_with(|c: char| c != '-')
    }

    /// A well-formed id made from running text: its first words, hyphenated. Empty where the text has no letter or digit we can use.
    pub(crate) fn from_words(text: &str) -> Self {
        let lower = text.to_lowercase();
        let words = lower.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty());
        let mut id = String::new();
        for word in words {
            let dash = usize::from(!id.is_empty());
            if id.len() + dash + word.len() > 40 {
                break;
            }
            if dash == 1 {
                id.push('-');
            }
            id.push_str(word);
        }
        Self(id)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// Who sits at the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Audience {
    /// One participant.
    Individual,
    /// Two people together, such as a patient and a partner.
    Pair,
    /// A focus group.
    Group,
}

impl Audience {
    /// The word that guides and programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Individual => "individual",
            Self::Pair => "pair",
            Self::Group => "group",
        }
    }
}

/// As what people take part: what an answer could change for them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Participants {
    /// They are or were treated: their care.
    #[default]
    Patients,
    /// It is about what they do for a living: their work.
    Professionals,
    /// Neither.
    Others,
}

impl Participants {
    /// The word that guides and programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Patients => "patients",
            Self::Professionals => "professionals",
            Self::Others => "others",
        }
    }
}

/// Which time this participant is interviewed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Round {
    /// The first interview with this participant.
    First,
    /// A later one.
    FollowUp,
}

impl Round {
    /// Every round, in order.
    pub const ALL: [Self; 2] = [Self::First, Self::FollowUp];

    /// The word that guides, folders and programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::First => "first",
            Self::FollowUp => "follow-up",
        }
    }

    /// The word that people have for it.
    pub fn words(self) -> String {
        say!("round", round = self.word())
    }
}

impl fmt::Display for Round {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

/// What a consent item covers, so that the answer has its consequence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Covers {
    /// Taking part at all; without it there is no interview.
    TakingPart,
    /// The audio recording; without it the interview is held with notes only.
    Recording,
    /// Using the participant's own words in reports.
    Quotes,
    /// Putting their own words into their own letter; where it is not asked, the answer about quotes counts.
    OwnWords,
    /// Receiving the summary for a member check.
    Summary,
    /// Anything else the study asks.
    Other,
}

impl Covers {
    /// The word that files and programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::TakingPart => "taking-part",
            Self::Recording => "recording",
            Self::Quotes => "quotes",
            Self::OwnWords => "own-words",
            Self::Summary => "summary",
            Self::Other => "other",
        }
    }

    /// The words for it, of an item that is called `id`: for what only the study asks there is nothing but its own word.
    pub fn words(self, id: &str) -> String {
        if self == Self::Other { id.to_owned() } else { say!("covers", covers = self.word()) }
    }
}

/// One thing asked and answered aloud before the interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentItem {
    /// Its id.
    pub id: Id,
    /// What the answer decides.
    pub covers: Covers,
    /// The words read aloud.
    pub say: String,
    /// What the interviewer does; never read aloud.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruct: Option<String>,
}

/// When a part of the guide is asked: all of it must hold, and nothing stands in another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// Only in this round.
    pub round: Option<Round>,
    /// Only with this audience.
    pub audience: Option<Audience>,
    /// Only with participants who have one of these values, by the name of the attribute.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub attribute: BTreeMap<String, Vec<String>>,
    /// Only after something was said before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<After>,
}

/// What became of an earlier question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct After {
    /// The earlier question.
    pub question: Id,
    /// It is in one of these states; where there are none, it was asked, or they said it themselves, at least in part.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub was: Vec<Coverage>,
    /// One of these of its coded answers was chosen.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub chose: Vec<String>,
}

/// How the words of a question or a probe are meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Wording {
    /// They are said as they are written.
    #[default]
    AsWritten,
    /// They say what it is about; the interviewer finds the words.
    Own,
}

/// A planned follow-up to a question.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// Its id.
    pub id: Id,
    /// The words, or what it is about.
    pub ask: String,
    /// Which of the two.
    #[serde(default)]
    pub wording: Wording,
    /// What the interviewer does; never read aloud.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruct: Option<String>,
    /// When it is asked.
    #[serde(default, skip_serializing_if = "When::is_always")]
    pub when: When,
}

/// One of the coded answers to a closed question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// What is noted for it, such as `1`.
    pub code: String,
    /// The words read aloud or shown.
    pub say: String,
}

/// Where a question comes from.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// The part of a framework it belongs to, such as `mechanisms`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<String>,
    /// The publication it is taken from or leans on.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub literature: Option<String>,
}

/// What becomes of a question when time is short.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Priority {
    /// The interviewer decides.
    #[default]
    Plain,
    /// It may not be left out.
    Key,
    /// It may be left out; those of the lowest number go first.
    Optional(u32),
}

impl Priority {
    /// What stands under `key` in a file.
    pub(crate) fn key(self) -> Option<String> {
        (self == Self::Key).then(|| "true".to_owned())
    }

    /// What stands under `optional` in a file.
    pub(crate) fn optional(self) -> Option<String> {
        if let Self::Optional(number) = self { Some(number.to_string()) } else { None }
    }
}

/// One question: open, or closed where it has coded answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id.
    pub id: Id,
    /// Said before it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub say: Option<String>,
    /// The words, or what it is about.
    pub ask: String,
    /// Which of the two.
    #[serde(default)]
    pub wording: Wording,
    /// A label for narrow columns.
    pub short: Option<String>,
    /// Why it is asked; for the interviewer only.
    pub purpose: Option<String>,
    /// What the interviewer does; never read aloud.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruct: Option<String>,
    /// A card or a vignette that is handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
    /// Its coded answers, if it is a closed question.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub choices: Vec<Choice>,
    /// What becomes of it when time is short.
    #[serde(default)]
    pub priority: Priority,
    /// Where it comes from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<Source>,
    /// When it is asked.
    pub when: When,
    /// Its probes, in order.
    pub probes: Vec<Probe>,
}

impl Question {
    /// What stands in the guide column: the short label, or the question itself.
    pub fn label(&self) -> &str {
        self.short.as_deref().unwrap_or(&self.ask)
    }

    /// Its place among those that may be left out, the lowest first; nothing if it may not.
    pub(crate) const fn optional(&self) -> Option<u32> {
        match self.priority {
            Priority::Optional(number) => Some(number),
            Priority::Plain | Priority::Key => None,
        }
    }

    /// The coded answer with this code.
    pub fn choice(&self, code: &str) -> Option<&Choice> {
        self.choices.iter().find(|choice| choice.code == code)
    }
}

/// A part of the conversation.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: Id,
    /// Its title on the screen.
    pub title: String,
    /// Its title for the participant, where that is another one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heading: Option<String>,
    /// Planned length in minutes.
    pub minutes: u32,
    /// A bridge read aloud.
    pub say: Option<String>,
    /// What the interviewer does; never read aloud.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub instruct: Option<String>,
    /// A card or a vignette that is handed over.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub show: Option<String>,
    /// When it is gone into.
    #[serde(default, skip_serializing_if = "When::is_always")]
    pub when: When,
    /// Its questions, in order.
    pub questions: Vec<Question>,
}

impl Topic {
    /// Its title in what a participant reads.
    pub fn heading(&self) -> &str {
        self.heading.as_deref().unwrap_or(&self.title)
    }
}

/// One entry of the change log: which version, and why.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The version this entry made.
    pub version: String,
    /// The day, `yyyy-mm-dd`.
    pub date: String,
    /// What changed.
    pub what: String,
    /// Why it changed.
    pub why: Option<String>,
    /// Who reviewed it, as roles or codes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// After the interview with whom it was looked at again, as a code.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub after: Option<String>,
    /// Whether that was a pilot.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub pilot: bool,
}

/// A topic guide.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Guide {
    /// Its id.
    pub id: Id,
    /// Its title.
    pub title: String,
    /// Its version.
    pub version: String,
    /// The guide that it is a translation of.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub translation_of: Option<Id>,
    /// The language it is written in, as a BCP 47 tag such as `en` or `nl`.
    pub language: String,
    /// Who sits at the table.
    pub audience: Audience,
    /// The rounds it is meant for.
    pub rounds: Vec<Round>,
    /// Planned length in minutes.
    pub minutes: u32,
    /// What the interview is to find out.
    pub aim: Option<String>,
    /// What it is about, as participants would say it: `your therapy`. Their letter says it so.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub about: Option<String>,
    /// As what people take part, where the guide says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub participants: Option<Participants>,
    /// Read aloud at the beginning.
    pub introduction: String,
    /// Asked and answered aloud.
    pub consent: Vec<ConsentItem>,
    /// The conversation.
    pub topics: Vec<Topic>,
    /// Read aloud at the end.
    pub closing: String,
    /// What to do when it becomes too much.
    pub distress: Option<Distress>,
    /// What must be reported, to whom and by when; where there is none, the study's.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reports: Vec<ReportKind>,
    /// The change log, newest first.
    pub changes: Vec<Change>,
}

impl Guide {
    /// How it is named in lists.
    pub(crate) fn name_and_version(&self) -> String {
        format!("{} v{}", self.id, self.version)
    }

    /// The question with this id, and the index of its topic.
    pub fn question(&self, id: &Id) -> Option<(usize, &Question)> {
        let topics = self.topics.iter().enumerate();
        topics.flat_map(|(at, topic)| topic.questions.iter().map(move |q| (at, q))).find(|(_, q)| q.id == *id)
    }

    /// The topic with this id.
    pub fn topic(&self, id: &Id) -> Option<&Topic> {
        self.topics.iter().find(|t| t.id == *id)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// A small guide of two topics and three questions, without problems.
    pub(crate) fn small() -> Guide {
        let probe = |id: &str, ask: &str| Probe { id: Id::new(id), ask: ask.into(), ..Probe::default() };
        let question = |id: &str, ask: &str, probes| Question { id: Id::new(id), ask: ask.into(), probes, ..Question::default() };
        let topic = |id: &str, title: &str, minutes, questions| Topic {
            id: Id::new(id),
            title: title.into(),
            minutes,
            questions,
            ..Topic::default()
        };
        Guide {
            id: Id::new("small"),
            title: "A small guide".into(),
            version: "1.0".into(),
            translation_of: None,
            language: "en".into(),
            audience: Audience::Individual,
            rounds: vec![Round::First],
            minutes: 10,
            aim: None,
            about: None,
            participants: None,
            introduction: "Thank you for being here.".into(),
            consent: vec![
                ConsentItem {
                    id: Id::new("c-part"),
                    covers: Covers::TakingPart,
                    say: "Are you willing to take part?".into(),
                    instruct: None,
                },
                ConsentItem { id: Id::new("c-record"), covers: Covers::Recording, say: "May I record?".into(), instruct: None },
            ],
            topics: vec![
                topic("opening", "Opening", 4, vec![question("day", "What does a day look like?", vec![probe("day-ex", "An example?")])]),
                topic(
                    "body",
                    "Body and mind",
                    6,
                    vec![
                        question("tension", "What have you noticed about tension?", vec![probe("t-1", "And then?"), probe("t-2", "When?")]),
                        question("home", "What do you do at home?", vec![]),
                    ],
                ),
            ],
            closing: "Is there anything to add?".into(),
            distress: None,
            reports: Vec::new(),
            changes: vec![],
        }
    }

    #[test]
    fn ids_made_from_words_are_well_formed() {
        assert_eq!(Id::from_words("Can you give an example?").as_str(), "can-you-give-an-example");
        assert!(Id::from_words(&"word ".repeat(40)).is_well_formed());
        assert_eq!(Id::from_words("«…»").as_str(), "");
    }
}
