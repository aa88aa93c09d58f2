//! A guide gone through part by part, in the order of its file, and the way to each: whoever says something of every part walks here, so that
//! none is left out by one of them.

use crate::domain::guide::ConsentItem;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Probe;
use crate::domain::guide::Question;
use crate::domain::guide::Topic;
use crate::domain::guide::When;

/// One step on the way to a part of a file that a person writes, such as a guide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum FileStep {
    /// Into the value under this key.
    Key(&'static str),
    /// Into this item of a list, counted from 0.
    Item(usize),
}

/// The way from the top of such a file to one of its parts.
pub type FilePlace = Vec<FileStep>;

/// `at`, and then `further`.
pub(crate) fn below(at: &[FileStep], further: &[FileStep]) -> FilePlace {
    [at, further].concat()
}

/// A part of a guide that has an id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Element<'g> {
    /// What is asked before the interview.
    Consent(&'g ConsentItem),
    /// A topic.
    Topic(&'g Topic),
    /// A question, and the topic it belongs to.
    Question(&'g Topic, &'g Question),
    /// A planned follow-up.
    Probe(&'g Probe),
}

impl<'g> Element<'g> {
    pub(crate) fn id(self) -> &'g Id {
        match self {
            Self::Consent(item) => &item.id,
            Self::Topic(topic) => &topic.id,
            Self::Question(_, question) => &question.id,
            Self::Probe(probe) => &probe.id,
        }
    }

    /// When it comes up, where it may not.
    pub(crate) fn when(self) -> Option<&'g When> {
        match self {
            Self::Consent(_) => None,
            Self::Topic(topic) => Some(&topic.when),
            Self::Question(_, question) => Some(&question.when),
            Self::Probe(probe) => Some(&probe.when),
        }
    }

    /// All that is said, shown or done there, each with the way to it from the part; a probe's words may be all there is of it in the file.
    pub(crate) fn texts(self) -> impl Iterator<Item = (Option<FileStep>, &'g str)> {
        let texts = match self {
            Self::Consent(item) => vec![("say", Some(&item.say)), ("instruct", item.instruct.as_ref())],
            Self::Topic(topic) => {
                let Topic { heading, say, show, instruct, .. } = topic;
                vec![("heading", heading.as_ref()), ("say", say.as_ref()), ("show", show.as_ref()), ("instruct", instruct.as_ref())]
            }
            Self::Question(_, question) => {
                let Question { say, ask, show, instruct, .. } = question;
                vec![("say", say.as_ref()), ("ask", Some(ask)), ("show", show.as_ref()), ("instruct", instruct.as_ref())]
            }
            Self::Probe(probe) => vec![("", Some(&probe.ask)), ("instruct", probe.instruct.as_ref())],
        };
        let step = |key: &'static str| (!key.is_empty()).then_some(FileStep::Key(key));
        texts.into_iter().filter_map(move |(key, text)| Some((step(key), text?.as_str())))
    }
}

impl Guide {
    /// Every part that has an id, in the order of the file.
    pub(crate) fn walk(&self) -> impl Iterator<Item = (FilePlace, Element<'_>)> {
        use FileStep::Item;
        use FileStep::Key;
        let consent = self.consent.iter().enumerate().map(|(c, item)| (vec![Key("consent"), Item(c)], Element::Consent(item)));
        let topics = self.topics.iter().enumerate().flat_map(|(t, topic)| {
            let at = vec![Key("topics"), Item(t)];
            let here = at.clone();
            let questions = topic.questions.iter().enumerate().flat_map(move |(q, question)| {
                let at = below(&here, &[Key("questions"), Item(q)]);
                let here = at.clone();
                let probe = move |(p, probe)| (below(&here, &[Key("probes"), Item(p)]), Element::Probe(probe));
                std::iter::once((at, Element::Question(topic, question))).chain(question.probes.iter().enumerate().map(probe))
            });
            std::iter::once((at, Element::Topic(topic))).chain(questions)
        });
        consent.chain(topics)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::tests::small;

    #[test]
    fn every_part_comes_once_and_in_the_order_of_the_file() {
        use FileStep::Item;
        use FileStep::Key;
        let guide = small();
        let all: Vec<(FilePlace, &str)> = guide.walk().map(|(place, element)| (place, element.id().as_str())).collect();
        let ids: Vec<&str> = all.iter().map(|(_, id)| *id).collect();
        assert_eq!(ids, ["c-part", "c-record", "opening", "day", "day-ex", "body", "tension", "t-1", "t-2", "home"]);
        assert!(all.is_sorted_by(|a, b| a.0 < b.0), "{all:?}");
        assert_eq!(all[8].0, [Key("topics"), Item(1), Key("questions"), Item(0), Key("probes"), Item(1)]);
    }
}
