//! The topic guide: what an interview sets out to ask, and in which words.
//!
//! A [`Guide`] has topics, a topic has questions, a question has probes (planned follow-ups); around them stand the bookends: the
//! introduction, the consent items and the closing. Every part that an event may point to carries an id that is unique in the guide
//! and stable across versions. What is wrong with one, [`Guide::check`] says. A prepared question is never an answer: nothing here can
//! become part of a letter except the words of a topic's title.

pub mod check;

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

use crate::words::say;

/// The name of a topic, question, probe or consent item: unique in its guide, stable across versions.
///
/// Lower-case letters, digits and hyphens, at most 40 of them, so that it is safe in file names, exports and journals alike.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
    /// A focus group.
    Group,
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

/// One thing asked and answered aloud before the interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentItem {
    /// Its id.
    pub id: Id,
    /// What the answer decides.
    pub covers: Covers,
    /// The words read aloud.
    pub say: String,
}

/// When a question is asked; both conditions must hold.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct When {
    /// Only in this round.
    pub round: Option<Round>,
    /// Only with this audience.
    pub audience: Option<Audience>,
}

impl When {
    /// Whether a question under this condition belongs in an interview of this round and audience.
    pub fn holds(self, round: Round, audience: Audience) -> bool {
        self.round.is_none_or(|r| r == round) && self.audience.is_none_or(|a| a == audience)
    }
}

/// A planned follow-up to a question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Probe {
    /// Its id.
    pub id: Id,
    /// The words.
    pub ask: String,
}

/// One open question.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Its id.
    pub id: Id,
    /// The words.
    pub ask: String,
    /// A label for narrow columns.
    pub short: Option<String>,
    /// Why it is asked; for the interviewer only.
    pub purpose: Option<String>,
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
}

/// A part of the conversation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Topic {
    /// Its id.
    pub id: Id,
    /// Its heading, also in the letter to the participant.
    pub title: String,
    /// Planned length in minutes.
    pub minutes: u32,
    /// A bridge read aloud.
    pub say: Option<String>,
    /// Its questions, in order.
    pub questions: Vec<Question>,
}

/// What happens to the recording when the distress key is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DistressRecording {
    /// The interviewer decides there and then.
    #[default]
    Ask,
    /// Recording stops at once.
    Stop,
    /// Recording goes on.
    Continue,
}

/// What to do when the conversation becomes too much.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distress {
    /// What happens to the recording.
    pub recording: DistressRecording,
    /// Signs to look for.
    pub signs: Vec<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// Where help can be had.
    pub support: Vec<String>,
}

/// One entry of the change log: which version, and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The version this entry made.
    pub version: String,
    /// The day, `yyyy-mm-dd`.
    pub date: String,
    /// What changed.
    pub what: String,
    /// Why it changed.
    pub why: Option<String>,
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
    /// The change log, newest first.
    pub changes: Vec<Change>,
}

impl Guide {
    /// How it is named in lists.
    pub(crate) fn name_and_version(&self) -> String {
        format!("{} v{}", self.id, self.version)
    }

    /// The questions asked in an interview of `round`, each with the index of its topic, in order.
    pub(crate) fn asked_in(&self, round: Round) -> impl Iterator<Item = (usize, &Question)> {
        let topics = self.topics.iter().enumerate();
        topics.flat_map(|(at, topic)| topic.questions.iter().map(move |q| (at, q))).filter(move |(_, q)| q.when.holds(round, self.audience))
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
        let probe = |id: &str, ask: &str| Probe { id: Id::new(id), ask: ask.into() };
        let question = |id: &str, ask: &str, probes| Question {
            id: Id::new(id),
            ask: ask.into(),
            short: None,
            purpose: None,
            when: When::default(),
            probes,
        };
        let topic =
            |id: &str, title: &str, minutes, questions| Topic { id: Id::new(id), title: title.into(), minutes, say: None, questions };
        Guide {
            id: Id::new("small"),
            title: "A small guide".into(),
            version: "1.0".into(),
            language: "en".into(),
            audience: Audience::Individual,
            rounds: vec![Round::First],
            minutes: 10,
            aim: None,
            introduction: "Thank you for being here.".into(),
            consent: vec![
                ConsentItem { id: Id::new("c-part"), covers: Covers::TakingPart, say: "Are you willing to take part?".into() },
                ConsentItem { id: Id::new("c-record"), covers: Covers::Recording, say: "May I record?".into() },
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
            changes: vec![],
        }
    }

    #[test]
    fn conditions_choose_the_questions_of_a_round() {
        let mut guide = small();
        guide.topics[1].questions[1].when.round = Some(Round::FollowUp);
        let ids = |round| guide.asked_in(round).map(|(_, q)| q.id.as_str().to_owned()).collect::<Vec<_>>();
        assert_eq!(ids(Round::First), ["day", "tension"]);
        assert_eq!(ids(Round::FollowUp), ["day", "tension", "home"]);
    }

    #[test]
    fn ids_made_from_words_are_well_formed() {
        assert_eq!(Id::from_words("Can you give an example?").as_str(), "can-you-give-an-example");
        assert!(Id::from_words(&"word ".repeat(40)).is_well_formed());
        assert_eq!(Id::from_words("«…»").as_str(), "");
    }
}
