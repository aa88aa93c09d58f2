//! The figures of a study: every number that the methods section and the tables of a paper ask for, from the records and nothing else.
//!
//! Counted are sessions that were held to their end. What was only planned, is under way, was cut short, cannot be read or is to be
//! destroyed is named apart and in no number. What is not recorded is counted as that and never as anything else. Nobody's words of an
//! interview are here, and nothing that links two people.

pub mod codes;
pub mod counted;
pub mod fields;
pub mod guides;
pub mod lengths;
pub mod sample;
pub mod table;
pub mod told;

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::guide::Guide;
use crate::domain::study::analysis::Analysis;
use crate::domain::study::coding::Coding;
use crate::domain::study::fieldwork::Noted;
use crate::domain::study::figures::codes::Rationale;
use crate::domain::study::figures::codes::Saturation;
use crate::domain::study::figures::counted::Counted;
use crate::domain::study::figures::counted::NotCounted;
use crate::domain::study::figures::fields::Consented;
use crate::domain::study::figures::fields::Interviewer;
use crate::domain::study::figures::fields::MemberChecks;
use crate::domain::study::figures::fields::Moments;
use crate::domain::study::figures::fields::Place;
use crate::domain::study::figures::fields::WentWrong;
use crate::domain::study::figures::guides::QuestionCovered;
use crate::domain::study::figures::guides::TopicTime;
use crate::domain::study::figures::guides::VersionsOf;
use crate::domain::study::figures::lengths::KindOfInterview;
use crate::domain::study::figures::sample::People;
use crate::domain::study::figures::sample::Sample;
use crate::domain::study::recruitment::Recruited;
use crate::domain::study::register::Register;
use crate::domain::study::sample::GroupSample;
use crate::domain::study::sample::PartsTaken;
use crate::domain::study::session_line::SessionLine;

/// What figures are made of.
#[derive(Clone, Copy, Debug)]
pub struct Basis<'a> {
    /// The study's title.
    pub title: &'a str,
    /// How it analyses, if it says so.
    pub analysis: Option<Analysis>,
    /// Its coding, where that came back from the program in which it is done.
    pub coding: Option<&'a Coding>,
    /// Its sessions, in the order in which they were held.
    pub sessions: &'a [SessionLine],
    /// The guides that sessions keep, by the digest of their text.
    pub kept: &'a BTreeMap<String, Guide>,
    /// The study's own guides, as they are today.
    pub own: &'a [&'a Guide],
    /// Who may be interviewed, and what is known of them.
    pub register: &'a Register,
}

/// How many sessions there are, and which are in no number.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sessions {
    /// Those that were held to their end: every number below is of these.
    pub counted: usize,
    /// The others, each with why.
    pub not_counted: Vec<NotCounted>,
    /// Those of the first whose notes are destroyed: they are in no number of what stood there.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub notes_destroyed: Vec<String>,
}

/// All of it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Figures {
    /// The study's title.
    pub title: String,
    /// How many sessions, and which are not counted.
    pub sessions: Sessions,
    /// How many and how long, by guide and round.
    pub by_guide: Vec<KindOfInterview>,
    /// How many people they were with.
    pub people: People,
    /// Who they were.
    pub sample: Vec<Sample>,
    /// How they were found: counts, and nothing of who refused.
    pub recruitment: Vec<Recruited>,
    /// How many take no part any more, each once, by what they wanted: of everybody, whether what they told counts or not.
    pub dropped_out: BTreeMap<&'static str, usize>,
    /// Whom the study wanted to hear, and who is missing.
    pub sampling_plan: Vec<GroupSample>,
    /// What became of each question: for revising the guide.
    pub coverage: Vec<QuestionCovered>,
    /// How long each topic took: for revising the guide.
    pub topics: Vec<TopicTime>,
    /// The versions of each guide, and why there is another.
    pub guide_versions: Vec<VersionsOf>,
    /// Who asked.
    pub interviewers: Vec<Interviewer>,
    /// Where, through what, and who else was there.
    pub places: Vec<Place>,
    /// What went wrong and was outlived.
    pub incidents: Vec<WentWrong>,
    /// How often it became too much, and how often it was off the record.
    pub moments: Moments,
    /// What was agreed to and refused.
    pub consent: Vec<Consented>,
    /// What was checked with participants.
    pub member_checks: MemberChecks,
    /// After how many interviews no new code came up, where the analysis counts codes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub saturation: Option<Saturation>,
    /// What to write instead, where it does not.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rationale: Option<Rationale>,
}

impl Figures {
    /// Those of this material.
    pub fn of(material: Basis<'_>) -> Self {
        let (held, not_counted) = counted::counted(material.sessions, material.kept);
        let held: &[Counted<'_>] = &held;
        // Whose notes are destroyed was asked something all the same.
        let (noted, without): (Vec<Counted<'_>>, Vec<Counted<'_>>) = held.iter().partition(|one| one.work.noted == Noted::Here);
        let notes_destroyed = without.iter().map(|one| one.line.name.clone()).collect();
        let saturation =
            material.analysis.filter(|analysis| analysis.counts_codes()).map(|stance| Saturation::of(&noted, stance, material.coding));
        let rationale = if saturation.is_none() { Some(Rationale::of(material.analysis)) } else { None };
        Self {
            title: material.title.to_owned(),
            sessions: Sessions { counted: held.len(), not_counted, notes_destroyed },
            by_guide: lengths::by_guide(held),
            people: People::of(held),
            sample: sample::samples(held, material.register),
            recruitment: material.register.recruited_of(material.sessions),
            dropped_out: PartsTaken::of(material.sessions).all_stopped(),
            sampling_plan: material.register.samples(material.sessions),
            coverage: guides::coverage(&noted),
            topics: guides::topics(&noted),
            guide_versions: guides::versions(held, material.own),
            interviewers: fields::interviewers(held),
            places: fields::places(held, material.register),
            incidents: fields::incidents(held),
            moments: Moments::of(held),
            consent: fields::consent(held),
            member_checks: MemberChecks::of(&noted),
            saturation,
            rationale,
        }
    }
}
