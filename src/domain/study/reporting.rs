//! The report on how a study was done: a checklist, each item answered from the records that can answer it, with where that comes from.
//!
//! What nobody recorded is said to be *not recorded*, with where it could be kept next time; what no record can ever say is the writer's, and
//! stands there in their words once `study.yaml` has them. Nothing is guessed from what is not there. Figures are those of the study, so what was
//! withdrawn, withheld or destroyed is in none; interviewers are codes, and nobody has a name.

pub mod checklist;
pub mod facts;
pub mod page;
pub mod records;
mod sources;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use crate::domain::study::figures::told;
use crate::domain::study::reporting::checklist::Checklist;
use crate::domain::study::reporting::checklist::ChecklistItem;
use crate::domain::study::reporting::checklist::Source;
use crate::domain::study::reporting::facts::Facts;

/// How an item stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Records, or the study itself, say something of it.
    Filled,
    /// No record ever says it, and the study has not yet.
    Yours,
    /// A record could say it, and none does.
    NotRecorded,
}

/// What one record says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecordSays {
    /// The record.
    pub source: Source,
    /// Which files and commands that is, by their word: of codes it depends on where somebody coded.
    pub record: &'static str,
    /// What it says, a sentence each.
    pub words: Vec<String>,
}

/// An item, and what there is to say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answered {
    /// What is asked.
    pub item: ChecklistItem,
    /// What records say.
    pub said: Vec<RecordSays>,
    /// The records that could say something and do not.
    pub silent: Vec<Source>,
    /// What the study says of it in its own words.
    pub own: Option<String>,
}

impl Answered {
    /// How it stands.
    pub fn state(&self) -> State {
        match (self.said.is_empty() && self.own.is_none(), self.item.from.is_empty()) {
            (false, _) => State::Filled,
            (true, true) => State::Yours,
            (true, false) => State::NotRecorded,
        }
    }

    /// Whether there is something that only a person can add, and nobody has.
    pub fn wants_you(&self) -> bool {
        self.own.is_none() && (self.item.is_yours_too || self.item.from.is_empty())
    }
}

/// How many items stand how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Filled.
    pub filled: usize,
    /// Of these, how many want something from whoever writes besides.
    pub want_more: usize,
    /// To be written.
    pub yours: usize,
    /// Not recorded.
    pub not_recorded: usize,
}

/// The report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The study's title.
    pub study: String,
    /// The day, `yyyy-mm-dd`.
    pub on: String,
    /// The version of the program.
    pub version: String,
    /// The checklist.
    pub checklist: Checklist,
    /// Which sessions count, and which do not.
    pub counted: Vec<String>,
    /// Each item.
    pub items: Vec<Answered>,
}

impl Report {
    /// That of `checklist`, from these facts.
    pub fn of(checklist: &Checklist, facts: &Facts<'_>) -> Self {
        let own = facts.settings.reporting.get(&checklist.name);
        let answer = |item: &ChecklistItem| {
            let (mut said, mut silent) = (Vec::new(), Vec::new());
            for source in item.from.iter().copied() {
                let mut words = source.says(facts);
                if words.is_empty() {
                    silent.push(source);
                    continue;
                }
                // What another source of the item said is not said twice.
                words.retain(|line| !said.iter().any(|one: &RecordSays| one.words.contains(line)));
                if !words.is_empty() {
                    said.push(RecordSays { source, record: source.record(facts), words });
                }
            }
            Answered { item: item.clone(), said, silent, own: own.and_then(|own| own.get(&key(&item.item)).cloned()) }
        };
        let opening = told::tables(facts.figures).into_iter().next();
        Self {
            study: facts.figures.title.clone(),
            on: facts.on.to_owned(),
            version: facts.version.to_owned(),
            checklist: checklist.clone(),
            counted: opening.map(|table| table.said).unwrap_or_default(),
            items: checklist.items.iter().map(answer).collect(),
        }
    }

    /// How many items stand how.
    pub fn counts(&self) -> Counts {
        let mut counts = Counts::default();
        for one in &self.items {
            match one.state() {
                State::Filled => {
                    counts.filled += 1;
                    counts.want_more += usize::from(one.wants_you());
                }
                State::Yours => counts.yours += 1,
                State::NotRecorded => counts.not_recorded += 1,
            }
        }
        counts
    }
}

/// By which an item is found however its number is written.
pub fn key(item: &str) -> String {
    item.trim().to_lowercase()
}

/// The items that a study answers and `checklist` does not have.
pub fn strangers<'a>(checklist: &Checklist, answers: &'a BTreeMap<String, BTreeMap<String, String>>) -> Vec<&'a str> {
    let known: Vec<String> = checklist.items.iter().map(|item| key(&item.item)).collect();
    let answered = answers.get(&checklist.name).into_iter().flat_map(BTreeMap::keys);
    answered.filter(|item| !known.contains(item)).map(String::as_str).collect()
}
