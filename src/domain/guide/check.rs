//! What is wrong with a guide: every problem at once, each with its [`FilePlace`] in the file; which line that is, only the reader of the file
//! knows.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::guide::Covers;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::text::counted;

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
        self.check_texts(&mut found);
        self.check_changes(&mut found);
        found.sort_by(|a, b| a.place.cmp(&b.place));
        found
    }

    /// Whether it is asked, once each, what an interview and its recording cannot be without.
    fn check_consent(&self, found: &mut Vec<Complaint>) {
        use FileStep::Item;
        use FileStep::Key;
        for (covers, word, what) in [(Covers::TakingPart, "taking-part", "taking part"), (Covers::Recording, "recording", "being recorded")]
        {
            let mut asked = self.consent.iter().enumerate().filter(|(_, item)| item.covers == covers).map(|(c, _)| c);
            let place = |c| vec![Key("consent"), Item(c), Key("covers")];
            match (asked.next(), asked.next()) {
                (None, _) => {
                    let named = self.consent.iter().position(|item| item.id.as_str().contains(word));
                    let hint = match named {
                        Some(_) => format!("if this is that item, write `covers: {word}`: the name of an item decides nothing"),
                        None => format!("add an item with `covers: {word}` and the words read aloud under `say:`"),
                    };
                    let what = format!("no consent item is about {what}");
                    found.push(Complaint { place: named.map_or_else(|| vec![Key("consent")], place), what, hint, other: None });
                }
                (Some(first), Some(second)) => {
                    let what = format!("two consent items are about {what}");
                    let hint = "ask for it once: put both into one item, or write `covers: other` for what else is asked".into();
                    found.push(Complaint { place: place(second), what, hint, other: Some(place(first)) });
                }
                (Some(_), None) => {}
            }
        }
    }

    fn check_ids(&self, found: &mut Vec<Complaint>) {
        let mut seen: BTreeMap<&Id, FilePlace> = BTreeMap::new();
        for (place, id) in self.ids() {
            if !id.is_well_formed() || id.as_str().is_empty() {
                let hint = format!("write it as `{}`: a-z, 0-9 and hyphens, at most 40", Id::from_words(id.as_str()));
                found.push(Complaint { place: place.clone(), what: format!("the id `{id}` is not usable"), hint, other: None });
            }
            if let Some(first) = seen.get(id) {
                let hint = "every id may stand once in a guide: rename one of the two".into();
                found.push(Complaint { place, what: format!("the id `{id}` is used twice"), hint, other: Some(first.clone()) });
            } else {
                seen.insert(id, place);
            }
        }
    }

    /// Every id below the guide itself, with its place.
    fn ids(&self) -> Vec<(FilePlace, &Id)> {
        use FileStep::Item;
        use FileStep::Key;
        let mut ids = Vec::new();
        for (c, item) in self.consent.iter().enumerate() {
            ids.push((vec![Key("consent"), Item(c), Key("id")], &item.id));
        }
        for (t, topic) in self.topics.iter().enumerate() {
            let at = vec![Key("topics"), Item(t)];
            ids.push((join(&at, &[Key("id")]), &topic.id));
            for (q, question) in topic.questions.iter().enumerate() {
                let at = join(&at, &[Key("questions"), Item(q)]);
                ids.push((join(&at, &[Key("id")]), &question.id));
                for (p, probe) in question.probes.iter().enumerate() {
                    ids.push((join(&at, &[Key("probes"), Item(p), Key("id")]), &probe.id));
                }
            }
        }
        ids
    }

    fn check_minutes(&self, found: &mut Vec<Complaint>) {
        let sum: u64 = self.topics.iter().map(|t| u64::from(t.minutes)).sum();
        if sum != u64::from(self.minutes) {
            let what = format!("the topics add up to {}, the guide says {}", counted(sum, "minute"), self.minutes);
            let hint = format!("change `minutes` to {sum}, or the minutes of a topic");
            found.push(Complaint { place: vec![FileStep::Key("minutes")], what, hint, other: None });
        }
    }

    fn check_texts(&self, found: &mut Vec<Complaint>) {
        use FileStep::Item;
        use FileStep::Key;
        let mut need = |place: FilePlace, text: &str, noun: &str, hint: &str| {
            if text.trim().is_empty() {
                found.push(Complaint { place, what: format!("{noun} has no text"), hint: hint.into(), other: None });
            }
        };
        need(vec![Key("title")], &self.title, "the title", "say in a few words what the interview is about");
        need(vec![Key("version")], &self.version, "the version", "write one, such as \"1.0\"");
        need(vec![Key("introduction")], &self.introduction, "the introduction", "write what is read aloud at the beginning");
        need(vec![Key("closing")], &self.closing, "the closing", "write what is read aloud at the end");
        for (c, item) in self.consent.iter().enumerate() {
            need(vec![Key("consent"), Item(c), Key("say")], &item.say, "this consent item", "write the words read aloud");
        }
        for (t, topic) in self.topics.iter().enumerate() {
            let at = vec![Key("topics"), Item(t)];
            need(join(&at, &[Key("title")]), &topic.title, "the title of this topic", "give it a heading; participants read it too");
            for (q, question) in topic.questions.iter().enumerate() {
                let at = join(&at, &[Key("questions"), Item(q)]);
                need(join(&at, &[Key("ask")]), &question.ask, "this question", "write the question as it is asked");
                for (p, probe) in question.probes.iter().enumerate() {
                    need(join(&at, &[Key("probes"), Item(p)]), &probe.ask, "this probe", "write it as it is asked, or take it out");
                }
            }
        }
        let mut lack = |place: FilePlace, what: &str, hint: &str| {
            found.push(Complaint { place, what: what.into(), hint: hint.into(), other: None });
        };
        if self.topics.is_empty() {
            lack(vec![Key("topics")], "the guide has no topics", "add at least one topic with one question");
        }
        if self.rounds.is_empty() {
            lack(vec![Key("rounds")], "the guide is for no round", "write `rounds: [first]`, or `[first, follow-up]`");
        }
        for (t, topic) in self.topics.iter().enumerate().filter(|(_, topic)| topic.questions.is_empty()) {
            let what = format!("the topic `{}` has no questions", topic.id);
            lack(vec![Key("topics"), Item(t)], &what, "add a question under `questions:`, or take the topic out");
        }
    }

    fn check_changes(&self, found: &mut Vec<Complaint>) {
        let Some(newest) = self.changes.first() else { return };
        if newest.version != self.version {
            let what = format!("the newest change is for version {}, the guide is version {}", newest.version, self.version);
            let hint = "add an entry for this version at the top of `changes`, with what changed and why".into();
            found.push(Complaint {
                place: vec![FileStep::Key("version")],
                what,
                hint,
                other: Some(vec![FileStep::Key("changes"), FileStep::Item(0)]),
            });
        }
        let mut seen = BTreeSet::new();
        for (c, change) in self.changes.iter().enumerate() {
            if !seen.insert(&change.version) {
                let place = vec![FileStep::Key("changes"), FileStep::Item(c), FileStep::Key("version")];
                let what = format!("version {} stands twice in the change log", change.version);
                found.push(Complaint { place, what, hint: "give every change a version of its own".into(), other: None });
            }
        }
    }
}

/// `at`, and then `further`.
fn join(at: &[FileStep], further: &[FileStep]) -> FilePlace {
    [at, further].concat()
}

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
        guide.changes = vec![Change { version: "0.9".into(), date: "2026-09-01".into(), what: "x".into(), why: None }];
        let told: Vec<String> = guide.check().iter().map(|c| format!("{} -> {}", c.what, c.hint)).collect();
        insta::assert_debug_snapshot!(told);
    }
}
