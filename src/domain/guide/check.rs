//! What is wrong with a guide: every problem at once, each with its [`FilePlace`] in the file; which line that is, only the reader of the file
//! knows.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::guide::Covers;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Question;
use crate::domain::guide::Topic;
use crate::domain::guide::walk::Element;
pub use crate::domain::guide::walk::FilePlace;
pub use crate::domain::guide::walk::FileStep;
pub(crate) use crate::domain::guide::walk::below;
use crate::domain::nearest::nearest;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// Something wrong with a guide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Complaint {
    /// Where.
    pub place: FilePlace,
    /// What is wrong, in one sentence.
    pub what: String,
    /// What to do about it.
    pub hint: String,
    /// A second place the first contradicts, such as the earlier use of an id.
    pub other: Option<FilePlace>,
}

impl Guide {
    /// Every problem of this guide at once, in the order of the file.
    pub fn check(&self) -> Vec<Complaint> {
        let mut found = Vec::new();
        self.check_ids(&mut found);
        self.check_consent(&mut found);
        self.check_minutes(&mut found);
        self.check_conditions(&mut found);
        self.check_choices(&mut found);
        self.check_texts(&mut found);
        self.check_changes(&mut found);
        found.sort_by(|a, b| a.place.cmp(&b.place));
        found
    }

    /// Whether it is asked, once each, what an interview and its recording cannot be without.
    fn check_consent(&self, found: &mut Vec<Complaint>) {
        use FileStep::Item;
        use FileStep::Key;
        for (covers, word) in [(Covers::TakingPart, "taking-part"), (Covers::Recording, "recording")] {
            let mut asked = self.consent.iter().enumerate().filter(|(_, item)| item.covers == covers).map(|(c, _)| c);
            let place = |c| vec![Key("consent"), Item(c), Key("covers")];
            match (asked.next(), asked.next()) {
                (None, _) => {
                    let named = self.consent.iter().position(|item| item.id.as_str().contains(word));
                    let hint = match named {
                        Some(_) => say!("guide-consent-named", word = word),
                        None => say!("guide-consent-add", word = word),
                    };
                    let what = say!("guide-consent-missing", word = word);
                    found.push(Complaint { place: named.map_or_else(|| vec![Key("consent")], place), what, hint, other: None });
                }
                (Some(first), Some(second)) => {
                    let what = say!("guide-consent-twice", word = word);
                    let hint = say!("guide-consent-once");
                    found.push(Complaint { place: place(second), what, hint, other: Some(place(first)) });
                }
                (Some(_), None) => {}
            }
        }
    }

    fn check_ids(&self, found: &mut Vec<Complaint>) {
        let mut seen: BTreeMap<&Id, FilePlace> = BTreeMap::new();
        for (place, id) in self.walk().map(|(at, element)| (below(&at, &[FileStep::Key("id")]), element.id())) {
            if !id.is_well_formed() || id.as_str().is_empty() {
                let hint = say!("guide-id-write", id = Id::from_words(id.as_str()).as_str());
                let what = say!("guide-id-unusable", id = id.as_str());
                found.push(Complaint { place: place.clone(), what, hint, other: None });
            }
            if let Some(first) = seen.get(id) {
                let (what, hint) = (say!("guide-id-twice", id = id.as_str()), say!("guide-id-once"));
                found.push(Complaint { place, what, hint, other: Some(first.clone()) });
            } else {
                seen.insert(id, place);
            }
        }
    }

    /// Whether what a condition looks back on is an earlier question, and one that can be answered so.
    fn check_conditions(&self, found: &mut Vec<Complaint>) {
        let asked: Vec<(FilePlace, &Question)> = self.questions().collect();
        let conditions = self.walk().filter_map(|(at, element)| Some((below(&at, &[FileStep::Key("when")]), element.when()?)));
        for (place, after) in conditions.filter_map(|(place, when)| Some((place, when.after.as_ref()?))) {
            let (name, mut complain) = (after.question.as_str(), |key, what, hint, other| {
                found.push(Complaint { place: below(&place, &[FileStep::Key(key)]), what, hint, other });
            });
            let Some((at, question)) = asked.iter().find(|(_, question)| question.id == after.question) else {
                let topic = self.topics.iter().find(|topic| topic.id == after.question).and_then(|topic| topic.questions.first());
                let probed = asked.iter().find(|(_, question)| question.probes.iter().any(|probe| probe.id == after.question));
                let near = || nearest(name, asked.iter().map(|(_, question)| question.id.as_str()));
                let hint = match (topic, probed) {
                    (Some(first), _) => say!("guide-after-topic", question = first.id.as_str()),
                    (None, Some((_, question))) => say!("guide-after-probe", question = question.id.as_str()),
                    (None, None) if self.consent.iter().any(|item| item.id == after.question) => say!("guide-after-consent"),
                    (None, None) => near().map_or_else(|| say!("guide-question-id"), |id| say!("did-you-mean", meant = id)),
                };
                complain("after", say!("guide-after-unknown", question = name), hint, None);
                continue;
            };
            // A probe comes after the words of its own question; everything else comes after questions before it.
            let own = place.starts_with(at);
            if (own && !place.contains(&FileStep::Key("probes"))) || (!own && *at >= place) {
                complain("after", say!("guide-after-later", question = name), say!("guide-after-earlier"), Some(at.clone()));
            }
            let codes = || {
                let answers = question.choices.iter().filter(|choice| !choice.code.is_empty());
                answers.map(|choice| format!("`{}` ({})", choice.code, choice.say.trim())).collect::<Vec<_>>().join(", ")
            };
            for code in after.chose.iter().filter(|code| question.choices.iter().all(|choice| choice.code != **code)) {
                let hint = if question.choices.is_empty() { say!("guide-chose-open") } else { say!("form-one-of", words = codes()) };
                complain("chose", say!("guide-chose-unknown", question = name, code = code), hint, Some(at.clone()));
            }
        }
    }

    /// Whether each closed question has answers to choose from, with a code each.
    fn check_choices(&self, found: &mut Vec<Complaint>) {
        for (at, question) in self.questions() {
            let at = below(&at, &[FileStep::Key("choices")]);
            if question.choices.len() == 1 {
                let (what, hint) = (say!("guide-one-choice"), say!("guide-more-choices"));
                found.push(Complaint { place: at.clone(), what, hint, other: None });
            }
            for (n, choice) in question.choices.iter().enumerate() {
                let place = || below(&at, &[FileStep::Item(n)]);
                let first = question.choices.iter().position(|other| other.code == choice.code).filter(|first| *first < n);
                if let Some(first) = first.filter(|_| !choice.code.is_empty()) {
                    let what = say!("guide-code-twice", code = &choice.code);
                    let other = Some(below(&at, &[FileStep::Item(first)]));
                    found.push(Complaint { place: place(), what, hint: say!("guide-code-once"), other });
                }
                if choice.code.chars().count() > CODE_LENGTH || choice.code.contains(char::is_whitespace) {
                    let (what, hint) = (say!("guide-code-unusable", code = &choice.code), say!("guide-code-write"));
                    found.push(Complaint { place: place(), what, hint, other: None });
                }
            }
        }
    }

    /// Its questions, each with its place.
    fn questions(&self) -> impl Iterator<Item = (FilePlace, &Question)> {
        self.walk().filter_map(|(at, element)| if let Element::Question(_, question) = element { Some((at, question)) } else { None })
    }

    fn check_minutes(&self, found: &mut Vec<Complaint>) {
        let sum = |topics: &mut dyn Iterator<Item = &Topic>| topics.map(|t| u64::from(t.minutes)).sum::<u64>();
        let all = sum(&mut self.topics.iter());
        // Of topics that stand in for one another not all are gone into.
        let least = sum(&mut self.topics.iter().filter(|topic| topic.when.is_always()));
        if !(least..=all).contains(&u64::from(self.minutes)) {
            let (what, hint) = if least == all {
                (say!("guide-minutes-differ", sum = all, said = self.minutes), say!("guide-minutes-change", sum = all))
            } else {
                (say!("guide-minutes-outside", least = least, most = all, said = self.minutes), say!("guide-minutes-between"))
            };
            found.push(Complaint { place: vec![FileStep::Key("minutes")], what, hint, other: None });
        }
    }

    fn check_texts(&self, found: &mut Vec<Complaint>) {
        use FileStep::Item;
        use FileStep::Key;
        let mut need = |place: FilePlace, text: &str, what: Message, hint: Message| {
            if text.trim().is_empty() {
                found.push(Complaint { place, what: spoken().say(what), hint: spoken().say(hint), other: None });
            }
        };
        need(vec![Key("title")], &self.title, message!("guide-empty-title"), message!("guide-write-title"));
        need(vec![Key("version")], &self.version, message!("guide-empty-version"), message!("guide-write-version"));
        need(vec![Key("introduction")], &self.introduction, message!("guide-empty-introduction"), message!("guide-write-introduction"));
        need(vec![Key("closing")], &self.closing, message!("guide-empty-closing"), message!("guide-write-closing"));
        for (at, element) in self.walk() {
            let (key, text, what, hint) = match element {
                Element::Consent(item) => (Some("say"), &item.say, message!("guide-empty-item"), message!("guide-write-item")),
                Element::Topic(topic) => (Some("title"), &topic.title, message!("guide-empty-topic"), message!("guide-write-topic")),
                Element::Question(_, question) => {
                    (Some("ask"), &question.ask, message!("guide-empty-question"), message!("guide-write-question"))
                }
                Element::Probe(probe) => (None, &probe.ask, message!("guide-empty-probe"), message!("guide-write-probe")),
            };
            need(key.map_or_else(|| at.clone(), |key| below(&at, &[Key(key)])), text, what, hint);
        }
        let mut lack = |place: FilePlace, what: Message, hint: Message| {
            found.push(Complaint { place, what: spoken().say(what), hint: spoken().say(hint), other: None });
        };
        if self.topics.is_empty() {
            lack(vec![Key("topics")], message!("guide-no-topics"), message!("guide-add-topic"));
        }
        if self.rounds.is_empty() {
            lack(vec![Key("rounds")], message!("guide-no-rounds"), message!("guide-add-round"));
        }
        for (t, topic) in self.topics.iter().enumerate().filter(|(_, topic)| topic.questions.is_empty()) {
            let what = message!("guide-no-questions", topic = topic.id.as_str());
            lack(vec![Key("topics"), Item(t)], what, message!("guide-add-question"));
        }
    }

    fn check_changes(&self, found: &mut Vec<Complaint>) {
        let Some(newest) = self.changes.first() else { return };
        if newest.version != self.version {
            let what = say!("guide-change-old", newest = &newest.version, version = &self.version);
            let hint = say!("guide-change-add");
            found.push(Complaint {
                place: vec![FileStep::Key("version")],
                what,
                hint,
                other: Some(vec![FileStep::Key("changes"), FileStep::Item(0)]),
            });
        }
        let mut seen = BTreeSet::new();
        for (c, change) in self.changes.iter().enumerate() {
            // Looking a version through, or trying it out, makes no new one.
            let is_of_another = change.by.is_some() || change.after.is_some() || change.pilot;
            if !is_of_another && !seen.insert(&change.version) {
                let place = vec![FileStep::Key("changes"), FileStep::Item(c), FileStep::Key("version")];
                let what = say!("guide-change-twice", version = &change.version);
                found.push(Complaint { place, what, hint: say!("guide-change-once"), other: None });
            }
        }
    }
}

/// The most characters of the code of an answer.
const CODE_LENGTH: usize = 8;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::Change;
    use crate::domain::guide::tests::small;

    #[test]
    fn a_sound_guide_has_no_complaints() {
        assert_eq!(small().check(), vec![]);
    }

    #[test]
    fn every_problem_is_told_at_once_and_in_order() {
        let mut guide = small();
        guide.minutes = 45;
        guide.topics[1].questions[1].id = Id::new("day");
        guide.topics[0].questions[0].ask = "  ".into();
        guide.topics[0].id = Id::new("Öpening topic");
        guide.changes = vec![Change {
            version: "0.9".into(),
            date: "2026-09-01".into(),
            what: "x".into(),
            why: None,
            by: None,
            after: None,
            pilot: false,
        }];
        let told: Vec<String> = guide.check().iter().map(|c| format!("{} -> {}", c.what, c.hint)).collect();
        insta::assert_debug_snapshot!(told);
    }
}
