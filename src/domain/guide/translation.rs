//! Whether a guide is the same as the one it is a translation of, but for its words: ids and their order, minutes, rounds, conditions, what may be
//! left out, codes of answers, the number of probes, and what is agreed to. Interviews in two languages can only be laid together where this
//! holds. Each difference has its place in the translation, because that is what is mended.

use std::collections::BTreeMap;

use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Question;
use crate::domain::guide::check::Complaint;
use crate::domain::guide::check::FilePlace;
use crate::domain::guide::check::FileStep;
use crate::domain::guide::check::below;
use crate::domain::guide::differences::word_of;
use crate::domain::guide::word_by_word;
use crate::domain::nearest::nearest;
use crate::words::message::message;
use crate::words::say;

impl Guide {
    /// Everything in which this translation is not as its `original`, but for the words.
    pub fn check_translation(&self, original: &Self) -> Vec<Complaint> {
        let mut found = Found { original: original.id.to_string(), complaints: Vec::new() };
        found.particulars(self, original);
        found.consent(self, original);
        found.topics(self, original);
        found.questions(self, original);
        found.complaints
    }
}

struct Found {
    /// What the original is called.
    original: String,
    complaints: Vec<Complaint>,
}

/// A row of parts with ids, in both guides.
struct Row<'a> {
    /// What they are.
    part: &'static str,
    here: Vec<&'a Id>,
    there: Vec<&'a Id>,
}

impl Found {
    fn tell(&mut self, place: FilePlace, what: String) {
        self.tell_with(place, what, say!("guide-translation-hint", original = &self.original));
    }

    fn tell_with(&mut self, place: FilePlace, what: String, hint: String) {
        self.complaints.push(Complaint { place, what, hint, other: None });
    }

    /// A value that has to be the same in both; `place` is where it stands, or would.
    fn value(&mut self, place: FilePlace, key: &str, here: Option<String>, there: Option<String>) {
        if here != there {
            let value = |value: Option<String>| {
                value.map_or_else(|| message!("guide-translation-nothing"), |value| message!("guide-translation-is", value = value))
            };
            let what = say!("guide-translation-value", key = key, here = value(here), there = value(there), original = &self.original);
            self.tell(place, what);
        }
    }

    /// What is missing in a row, what is too much, and what stands elsewhere in it.
    fn row(&mut self, row: &Row<'_>, list: &FilePlace, place: impl Fn(usize) -> FilePlace) {
        let part = || message!("guide-translation-part", part = row.part);
        let missing: Vec<&Id> = row.there.iter().copied().filter(|id| !row.here.contains(id)).collect();
        let mut meant: Vec<&str> = Vec::new();
        for (n, id) in row.here.iter().enumerate().filter(|(_, id)| !row.there.contains(id)) {
            let near = nearest(id.as_str(), missing.iter().map(|id| id.as_str()));
            meant.extend(near);
            let hint =
                near.map_or_else(|| say!("guide-translation-hint", original = &self.original), |id| say!("did-you-mean", meant = id));
            self.tell_with(place(n), say!("guide-translation-extra", part = part(), id = id.as_str(), original = &self.original), hint);
        }
        // What was only spelt otherwise is told once.
        for id in missing.iter().filter(|id| !meant.contains(&id.as_str())) {
            self.tell(list.clone(), say!("guide-translation-lacks", part = part(), id = id.as_str(), original = &self.original));
        }
        let places: BTreeMap<&Id, usize> = row.there.iter().enumerate().map(|(n, id)| (*id, n)).collect();
        let both: Vec<(usize, usize)> = row.here.iter().enumerate().filter_map(|(n, id)| Some((n, *places.get(id)?))).collect();
        let order: Vec<usize> = both.iter().map(|(_, there)| *there).collect();
        for (n, _) in word_by_word::out_of_order(&order).into_iter().map(|at| both[at]) {
            let id = row.here[n].as_str();
            self.tell(place(n), say!("guide-translation-order", part = part(), id = id, original = &self.original));
        }
    }

    fn particulars(&mut self, here: &Guide, there: &Guide) {
        let rounds = |guide: &Guide| Some(guide.rounds.iter().map(|round| round.word()).collect::<Vec<_>>().join(", "));
        let word = |guide: &Guide| Some(guide.audience.word().to_owned());
        self.value(vec![FileStep::Key("audience")], "audience", word(here), word(there));
        let standing = |guide: &Guide| guide.participants.map(|standing| standing.word().to_owned());
        self.value(vec![FileStep::Key("participants")], "participants", standing(here), standing(there));
        self.value(vec![FileStep::Key("rounds")], "rounds", rounds(here), rounds(there));
        self.value(vec![FileStep::Key("minutes")], "minutes", Some(here.minutes.to_string()), Some(there.minutes.to_string()));
    }

    fn consent(&mut self, here: &Guide, there: &Guide) {
        let at = |n: usize| vec![FileStep::Key("consent"), FileStep::Item(n)];
        let ids = |guide: &'_ Guide| guide.consent.iter().map(|item| item.id.clone()).collect::<Vec<_>>();
        let (own, others) = (ids(here), ids(there));
        let row = Row { part: "consent", here: own.iter().collect(), there: others.iter().collect() };
        self.row(&row, &vec![FileStep::Key("consent")], |n| below(&at(n), &[FileStep::Key("id")]));
        for (n, item) in here.consent.iter().enumerate() {
            if let Some(other) = there.consent.iter().find(|other| other.id == item.id) {
                self.value(below(&at(n), &[FileStep::Key("covers")]), "covers", word_of(&item.covers), word_of(&other.covers));
            }
        }
    }

    fn topics(&mut self, here: &Guide, there: &Guide) {
        let at = |n: usize| vec![FileStep::Key("topics"), FileStep::Item(n)];
        let row = Row {
            part: "topic",
            here: here.topics.iter().map(|topic| &topic.id).collect(),
            there: there.topics.iter().map(|topic| &topic.id).collect(),
        };
        self.row(&row, &vec![FileStep::Key("topics")], |n| below(&at(n), &[FileStep::Key("id")]));
        for (n, topic) in here.topics.iter().enumerate() {
            if let Some(other) = there.topic(&topic.id) {
                self.value(
                    below(&at(n), &[FileStep::Key("minutes")]),
                    "minutes",
                    Some(topic.minutes.to_string()),
                    Some(other.minutes.to_string()),
                );
                self.value(below(&at(n), &[FileStep::Key("when")]), "when", topic.when.as_written(), other.when.as_written());
                let list = below(&at(n), &[FileStep::Key("questions")]);
                let row = Row {
                    part: "question",
                    here: topic.questions.iter().map(|question| &question.id).collect(),
                    there: other.questions.iter().map(|question| &question.id).collect(),
                };
                self.row(&row, &list, |q| [&list[..], &[FileStep::Item(q), FileStep::Key("id")]].concat());
            }
        }
    }

    fn questions(&mut self, here: &Guide, there: &Guide) {
        for (t, topic) in here.topics.iter().enumerate() {
            for (q, question) in topic.questions.iter().enumerate() {
                if let Some((_, other)) = there.question(&question.id) {
                    let at = [FileStep::Key("topics"), FileStep::Item(t), FileStep::Key("questions"), FileStep::Item(q)];
                    self.question(&at, question, other);
                }
            }
        }
    }

    fn question(&mut self, at: &[FileStep], here: &Question, there: &Question) {
        let codes = |question: &Question| {
            let codes: Vec<&str> = question.choices.iter().map(|choice| choice.code.as_str()).collect();
            (!codes.is_empty()).then(|| codes.join(", "))
        };
        self.value(below(at, &[FileStep::Key("when")]), "when", here.when.as_written(), there.when.as_written());
        self.value(below(at, &[FileStep::Key("choices")]), "choices", codes(here), codes(there));
        self.value(below(at, &[FileStep::Key("key")]), "key", here.priority.key(), there.priority.key());
        self.value(below(at, &[FileStep::Key("optional")]), "optional", here.priority.optional(), there.priority.optional());
        let (own, others) = (here.probes.len(), there.probes.len());
        if own == others {
            for (n, (probe, other)) in here.probes.iter().zip(&there.probes).enumerate() {
                let at = [at, &[FileStep::Key("probes"), FileStep::Item(n), FileStep::Key("when")]].concat();
                self.value(at, "when", probe.when.as_written(), other.when.as_written());
            }
        } else {
            let what = say!("guide-translation-probes", here = own, there = others, original = &self.original);
            self.tell(below(at, &[FileStep::Key("probes")]), what);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::Covers;
    use crate::domain::guide::Priority;
    use crate::domain::guide::Round;
    use crate::domain::guide::tests::small;

    fn told(here: &Guide, there: &Guide) -> Vec<String> {
        let step = |step: &FileStep| match step {
            FileStep::Key(key) => (*key).to_owned(),
            FileStep::Item(n) => n.to_string(),
        };
        let place = |place: &FilePlace| place.iter().map(step).collect::<Vec<_>>().join(".");
        here.check_translation(there).iter().map(|c| format!("{}: {} -> {}", place(&c.place), c.what, c.hint)).collect()
    }

    #[test]
    fn other_words_are_no_difference() {
        let mut here = small();
        here.id = Id::new("klein");
        here.language = "nl".into();
        here.topics[0].questions[0].ask = "Hoe ziet een dag eruit?".into();
        here.consent[0].say = "Wilt u meedoen?".into();
        assert_eq!(told(&here, &small()), Vec::<String>::new());
    }

    #[test]
    fn whatever_else_differs_is_told_in_its_place() {
        let mut here = small();
        here.minutes = 12;
        here.rounds = vec![Round::FollowUp];
        here.consent[1].covers = Covers::Quotes;
        here.topics.swap(0, 1);
        here.topics[0].minutes = 8;
        here.topics[0].questions[0].probes.pop();
        here.topics[0].questions[0].priority = Priority::Key;
        here.topics[0].questions[0].when.round = Some(Round::First);
        here.topics[0].questions[1].id = Id::new("hom");
        here.topics[1].questions.clear();
        insta::assert_debug_snapshot!(told(&here, &small()));
    }
}
