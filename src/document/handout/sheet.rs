//! What stands on the paper, in the order in which it is used, before it is written in any form.

use crate::domain::agenda::paragraphs;
use crate::domain::agenda::planned_in;
use crate::domain::coverage::state::Coverage;
use crate::domain::distress::said_first;
use crate::domain::guide::Audience;
use crate::domain::guide::ConsentItem;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Priority;
use crate::domain::guide::Probe;
use crate::domain::guide::Question;
use crate::domain::guide::Round;
use crate::domain::guide::Topic;
use crate::domain::guide::When;
use crate::domain::guide::Wording;
use crate::domain::guide::care::Distress;
use crate::domain::letter::tree::Text;
use crate::words::Words;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::speaking;

/// A guide as it lies on the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// The language of the guide, a BCP 47 tag.
    pub(super) language: Text,
    /// Which guide, in which version: it stands on every page.
    pub(super) foot: Text,
    pub(super) title: Text,
    /// Version, round and length.
    pub(super) about: Text,
    /// What is filled in by hand, as labels before a line.
    pub(super) blanks: Vec<Text>,
    pub(super) introduction: Section,
    pub(super) consent: Consents,
    /// The heads of the questions, and of the boxes of each.
    pub(super) conversation: Text,
    pub(super) marks: Vec<Text>,
    pub(super) topics: Vec<TopicOnPaper>,
    pub(super) closing: Section,
    pub(super) distress: Option<DistressOnPaper>,
    pub(super) cards: Vec<Card>,
}

/// A heading and what stands below it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Section {
    pub(super) heading: Text,
    pub(super) paragraphs: Vec<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Consents {
    pub(super) heading: Text,
    pub(super) yes: Text,
    pub(super) no: Text,
    pub(super) items: Vec<ItemOnPaper>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ItemOnPaper {
    pub(super) say: Text,
    /// For the interviewer.
    pub(super) aside: Vec<Text>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct TopicOnPaper {
    pub(super) number: usize,
    pub(super) title: Text,
    pub(super) minutes: Text,
    /// Read aloud on the way there.
    pub(super) say: Vec<Text>,
    pub(super) aside: Vec<Text>,
    pub(super) questions: Vec<QuestionOnPaper>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct QuestionOnPaper {
    /// Said before it.
    pub(super) say: Vec<Text>,
    /// Its number among all questions.
    pub(super) number: usize,
    pub(super) ask: Text,
    /// Whether it may be left out, in a word or two.
    pub(super) weight: Option<Text>,
    /// When it is asked, which card goes with it, and what else is for the interviewer.
    pub(super) aside: Vec<Text>,
    pub(super) choices: Vec<Text>,
    pub(super) probes: Vec<ProbeOnPaper>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct ProbeOnPaper {
    pub(super) ask: Text,
    pub(super) aside: Vec<Text>,
}

/// The card that lies ready for when it becomes too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct DistressOnPaper {
    pub(super) heading: Text,
    pub(super) recording: Text,
    pub(super) signs: Section,
    pub(super) steps: Section,
    pub(super) support: Section,
}

/// What the participant is handed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Card {
    pub(super) name: Text,
    pub(super) paragraphs: Vec<Text>,
}

impl Sheet {
    /// The handout of `guide`, with the questions of `round` or of all its rounds, its own words in `words`.
    pub fn of(guide: &Guide, round: Option<Round>, words: Words) -> Self {
        let round = round.or(if let [only] = guide.rounds.as_slice() { Some(*only) } else { None });
        let paper = Paper { guide, round, words };
        let mut cards = Vec::new();
        let topics = paper.topics(&mut cards);
        let say = |message: Message| Text::new(&words.say(message));
        Self {
            language: Text::new(&guide.language),
            foot: Text::new(&guide.name_and_version()),
            title: Text::new(&guide.title),
            about: paper.about(),
            blanks: paper.blanks(),
            introduction: paper.script(message!("part-introduction"), &guide.introduction),
            consent: Consents {
                heading: say(message!("guide-consent")),
                yes: say(message!("paper-yes")),
                no: say(message!("paper-no")),
                items: guide.consent.iter().map(|item| paper.item(item)).collect(),
            },
            conversation: say(message!("paper-questions")),
            // No box ticked is what nothing has happened to.
            marks: Coverage::ALL.into_iter().filter(|state| *state != Coverage::NotYet).map(|state| paper.state(state)).collect(),
            topics,
            closing: paper.script(message!("part-closing"), &guide.closing),
            distress: guide.distress.as_ref().map(|distress| paper.distress(distress)),
            cards,
        }
    }
}

/// What a handout is made of.
struct Paper<'g> {
    guide: &'g Guide,
    round: Option<Round>,
    words: Words,
}

impl<'g> Paper<'g> {
    fn say(&self, message: Message) -> Text {
        Text::new(&self.words.say(message))
    }

    fn state(&self, state: Coverage) -> Text {
        Text::new(&speaking(self.words, || state.words()))
    }

    fn about(&self) -> Text {
        let all = self.round.map_or_else(|| self.guide.rounds.clone(), |round| vec![round]);
        let rounds: Vec<Message> = all.iter().map(|round| message!("paper-round", round = round.word())).collect();
        let rounds = self.words.list(&rounds);
        self.say(message!(
            "paper-about",
            guide = self.guide.id.as_str(),
            version = &self.guide.version,
            rounds = rounds,
            minutes = planned_in(self.guide, &all)
        ))
    }

    fn blanks(&self) -> Vec<Text> {
        let whose = match self.guide.audience {
            Audience::Individual => message!("paper-code"),
            Audience::Pair | Audience::Group => message!("paper-codes"),
        };
        let rest = [
            message!("paper-date"),
            message!("paper-place"),
            message!("paper-interviewers"),
            message!("paper-begun"),
            message!("paper-ended"),
        ];
        std::iter::once(whose).chain(rest).map(|message| self.say(message)).collect()
    }

    fn script(&self, heading: Message, text: &str) -> Section {
        Section { heading: self.say(heading), paragraphs: texts(text) }
    }

    fn item(&self, item: &ConsentItem) -> ItemOnPaper {
        ItemOnPaper { say: Text::new(&item.say), aside: self.aside(&When::default(), item.instruct.as_deref()) }
    }

    /// The topics that have a question in this interview, each with its number, and their questions.
    fn asked(&self) -> Vec<(usize, &'g Topic, Vec<&'g Question>)> {
        let asked =
            |topic: &'g Topic| -> Vec<&'g Question> { topic.questions.iter().filter(|question| self.may_be(&question.when)).collect() };
        let topics = self.guide.topics.iter().enumerate().filter(|(_, topic)| self.may_be(&topic.when));
        topics.map(|(t, topic)| (t + 1, topic, asked(topic))).filter(|(.., questions)| !questions.is_empty()).collect()
    }

    /// The topics on paper, and on the way the `cards` that are handed over.
    fn topics(&self, cards: &mut Vec<Card>) -> Vec<TopicOnPaper> {
        let (mut topics, mut number) = (Vec::new(), 0);
        for (t, topic, questions) in self.asked() {
            let mut on_paper = self.topic(t, topic, cards);
            for question in questions {
                number += 1;
                on_paper.questions.push(self.question(number, question, cards));
            }
            topics.push(on_paper);
        }
        topics
    }

    fn topic(&self, number: usize, topic: &Topic, cards: &mut Vec<Card>) -> TopicOnPaper {
        let card = self.card(topic.show.as_deref(), cards);
        TopicOnPaper {
            number,
            title: Text::new(&topic.title),
            minutes: self.say(message!("minutes", count = topic.minutes)),
            say: topic.say.as_deref().map(texts).unwrap_or_default(),
            aside: self.aside(&topic.when, topic.instruct.as_deref()).into_iter().chain(card).collect(),
            questions: Vec::new(),
        }
    }

    fn question(&self, number: usize, question: &Question, cards: &mut Vec<Card>) -> QuestionOnPaper {
        let card = self.card(question.show.as_deref(), cards);
        let weight = match question.priority {
            Priority::Plain => None,
            Priority::Key => Some(message!("guide-key-question")),
            Priority::Optional(number) => Some(message!("guide-optional-question", number = number)),
        };
        let probe = |probe: &Probe| ProbeOnPaper {
            ask: self.asked_as(probe.wording, &probe.ask),
            aside: self.aside(&probe.when, probe.instruct.as_deref()),
        };
        QuestionOnPaper {
            say: question.say.as_deref().map(texts).unwrap_or_default(),
            number,
            ask: self.asked_as(question.wording, &question.ask),
            weight: weight.map(|weight| self.say(weight)),
            aside: self.aside(&question.when, question.instruct.as_deref()).into_iter().chain(card).collect(),
            choices: question.choices.iter().map(|choice| Text::new(&format!("{} {}", choice.code, choice.say))).collect(),
            probes: question.probes.iter().filter(|of| self.may_be(&of.when)).map(probe).collect(),
        }
    }

    /// What is asked, or what it is about, in the words of the guide's language.
    fn asked_as(&self, wording: Wording, words: &str) -> Text {
        Text::new(&speaking(self.words, || wording.of(words)))
    }

    /// What is handed over here goes onto a page of its own; what is left is to hand it over.
    fn card(&self, show: Option<&str>, cards: &mut Vec<Card>) -> Option<Text> {
        let paragraphs = texts(show?);
        let number = cards.len() + 1;
        cards.push(Card { name: self.say(message!("paper-card", number = number)), paragraphs });
        Some(self.say(message!("paper-hand-over", number = number)))
    }

    /// Whether what stands under this condition can come up in what is printed.
    fn may_be(&self, when: &When) -> bool {
        when.audience.is_none_or(|audience| audience == self.guide.audience)
            && self.round.is_none_or(|round| when.round.is_none_or(|r| r == round))
    }

    /// What is for the interviewer: when it is asked, as far as that is not always so in what is printed, and what to do.
    fn aside(&self, when: &When, instruct: Option<&str>) -> Vec<Text> {
        let mut when = When { audience: None, round: when.round.filter(|_| self.round.is_none()), ..when.clone() };
        if let Some(after) = &mut when.after {
            // On paper a question is known by its number.
            let numbered = self.asked().into_iter().flat_map(|(.., questions)| questions).zip(1_usize..);
            let number = numbered.filter(|(question, _)| question.id == after.question).map(|(_, number)| number).next();
            after.question =
                number.map_or_else(|| after.question.clone(), |n| Id::new(self.words.say(message!("paper-question", number = n))));
        }
        let words = speaking(self.words, || when.words(self.guide));
        words.iter().map(|words| Text::new(words)).chain(instruct.map(texts).unwrap_or_default()).collect()
    }

    fn distress(&self, distress: &Distress) -> DistressOnPaper {
        let first = speaking(self.words, || said_first(distress));
        let calls: Vec<String> = distress.call.iter().map(ToString::to_string).collect();
        let section = |heading: Message, lines: &mut dyn Iterator<Item = &String>| Section {
            heading: self.say(heading),
            paragraphs: lines.map(|line| Text::new(line)).filter(|line| !line.is_empty()).collect(),
        };
        DistressOnPaper {
            heading: self.say(message!("guide-distress")),
            recording: self.say(message!("paper-distress-sound", does = distress.recording.word())),
            signs: section(message!("guide-distress-signs"), &mut distress.signs.iter()),
            steps: section(message!("guide-distress-steps"), &mut first.iter().chain(&distress.steps)),
            support: section(message!("guide-distress-support"), &mut calls.iter().chain(&distress.support)),
        }
    }
}

/// The paragraphs of `text`, those with something to read.
fn texts(text: &str) -> Vec<Text> {
    paragraphs(text).map(Text::new).filter(|text| !text.is_empty()).collect()
}
