//! What became of each question, how long each topic took, and which versions there were of each guide: for whoever revises it, and for the
//! sentence in a paper that says how it came about.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::coverage::Coverage;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Topic;
use crate::domain::guide::history::GuideVersion;
use crate::domain::guide::history::HeldWith;
use crate::domain::guide::history::history;
use crate::domain::study::figures::counted::Counted;
use crate::domain::study::figures::counted::Together;
use crate::domain::study::figures::counted::kinds;
use crate::domain::study::figures::lengths::mean_minutes;

/// What became of a question in the interviews of one kind.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct QuestionCovered {
    /// The guide.
    pub guide: String,
    /// Which interview with them.
    pub round: &'static str,
    /// The question's id.
    pub question: String,
    /// Its label.
    pub label: String,
    /// In how many interviews it belonged.
    pub n: usize,
    /// It was asked.
    pub asked: usize,
    /// They raised it themselves.
    pub volunteered: usize,
    /// It was gone into in part.
    pub partly: usize,
    /// It was to be come back to, and nobody did.
    pub come_back: usize,
    /// It was left out on purpose.
    pub skipped: usize,
    /// Nobody marked it.
    pub not_yet: usize,
}

/// How long a topic took in the interviews of one kind: for as long as one of its questions was open.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TopicTime {
    /// The guide.
    pub guide: String,
    /// Which interview with them.
    pub round: &'static str,
    /// The topic's id.
    pub topic: String,
    /// Its title.
    pub title: String,
    /// How long it was planned to be, in minutes, by the latest version.
    pub planned_min: u32,
    /// In how many interviews it was gone into.
    pub n: usize,
    /// How long it took in these, in whole minutes.
    pub mean_min: u64,
    /// The shortest.
    pub min_min: u64,
    /// The longest.
    pub max_min: u64,
}

/// A guide over the study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VersionsOf {
    /// Its id.
    pub guide: String,
    /// Its title.
    pub title: String,
    /// Its versions, the newest first.
    pub versions: Vec<GuideVersion>,
}

/// The guides of a kind of interview, each text once, the latest first.
fn texts<'a>(kind: &Together<'a>) -> Vec<&'a Guide> {
    let mut all: Vec<&Guide> = Vec::new();
    for guide in kind.held.iter().rev().map(|one| one.guide) {
        if !all.iter().any(|known| std::ptr::eq(*known, guide)) {
            all.push(guide);
        }
    }
    all
}

/// What became of each question, in the order of the latest guide; questions that only earlier versions have come last.
pub fn coverage(held: &[Counted<'_>]) -> Vec<QuestionCovered> {
    kinds(held).iter().flat_map(coverage_of).collect()
}

fn coverage_of(kind: &Together<'_>) -> Vec<QuestionCovered> {
    let mut rows: Vec<(Id, QuestionCovered)> = Vec::new();
    for question in texts(kind).iter().flat_map(|guide| &guide.topics).flat_map(|topic| &topic.questions) {
        if !rows.iter().any(|(id, _)| *id == question.id) {
            let row = QuestionCovered {
                guide: kind.guide.to_string(),
                round: kind.round.word(),
                question: question.id.to_string(),
                label: question.label().to_owned(),
                ..QuestionCovered::default()
            };
            rows.push((question.id.clone(), row));
        }
    }
    for asked in kind.held.iter().flat_map(|one| &one.work.questions) {
        let Some((_, row)) = rows.iter_mut().find(|(id, _)| *id == asked.0) else { continue };
        row.n += 1;
        *match asked.1 {
            Coverage::Asked => &mut row.asked,
            Coverage::Volunteered => &mut row.volunteered,
            Coverage::Partly => &mut row.partly,
            Coverage::ComeBack => &mut row.come_back,
            Coverage::Skipped => &mut row.skipped,
            Coverage::NotYet => &mut row.not_yet,
        } += 1;
    }
    rows.into_iter().map(|(_, row)| row).filter(|row| row.n > 0).collect()
}

/// How long each topic took.
pub fn topics(held: &[Counted<'_>]) -> Vec<TopicTime> {
    kinds(held).iter().flat_map(topics_of).collect()
}

fn topics_of(kind: &Together<'_>) -> Vec<TopicTime> {
    let mut topics: Vec<&Topic> = Vec::new();
    for topic in texts(kind).iter().flat_map(|guide| &guide.topics) {
        if !topics.iter().any(|known| known.id == topic.id) {
            topics.push(topic);
        }
    }
    let time = |topic: &Topic| {
        let spent = kind.held.iter().map(|one| {
            let there = one.guide.topic(&topic.id).into_iter().flat_map(|topic| &topic.questions);
            let ids: Vec<&Id> = there.map(|question| &question.id).collect();
            one.work.questions.iter().filter(|asked| ids.contains(&&asked.0)).map(|asked| u128::from(asked.2)).sum::<u128>()
        });
        let spent: Vec<u128> = spent.filter(|spent| *spent > 0).collect();
        let minutes = |one: Option<&u128>| mean_minutes(one.copied().unwrap_or_default(), 1);
        TopicTime {
            guide: kind.guide.to_string(),
            round: kind.round.word(),
            topic: topic.id.to_string(),
            title: topic.title.clone(),
            planned_min: topic.minutes,
            n: spent.len(),
            mean_min: mean_minutes(spent.iter().sum(), spent.len()),
            min_min: minutes(spent.iter().min()),
            max_min: minutes(spent.iter().max()),
        }
    };
    topics.into_iter().map(time).collect()
}

/// The versions of each guide with which an interview was held.
pub fn versions(held: &[Counted<'_>], own: &[&Guide]) -> Vec<VersionsOf> {
    let mut by_guide: BTreeMap<&Id, Vec<&Counted<'_>>> = BTreeMap::new();
    let mut order: Vec<&Id> = Vec::new();
    for one in held {
        if !order.contains(&&one.guide.id) {
            order.push(&one.guide.id);
        }
        by_guide.entry(&one.guide.id).or_default().push(one);
    }
    let versions = order.into_iter().filter_map(|id| {
        let sessions = by_guide.get(id)?;
        // The study's own guide is the one that goes on; what only sessions keep is as the latest of them has it.
        let guide = own.iter().copied().find(|guide| guide.id == *id).or_else(|| sessions.last().map(|one| one.guide))?;
        let with = |one: &&Counted<'_>| HeldWith {
            session: one.line.name.clone(),
            participant: one.line.participant.clone(),
            date: one.line.date.clone(),
            version: one.guide.version.clone(),
            text: one.work.text.clone(),
        };
        let with: Vec<HeldWith> = sessions.iter().map(with).collect();
        Some(VersionsOf { guide: id.to_string(), title: guide.title.clone(), versions: history(guide, &with) })
    });
    versions.collect()
}
