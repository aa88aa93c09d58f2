//! After how many interviews no new code came up; and what to write instead where an analysis does not count codes.
//!
//! Interviews stand in the order in which they were *coded*, because a code is new when somebody first sees it and not when it was said;
//! the order in which they were held stands beside it. Kinds of interview stand apart. An interview without any code is *not coded*, which is
//! not the same as one that brought nothing new. What is counted is the study's coding, where it came back from the program in which it was
//! done ([`Coding`]); else *codes in notes*. Either says which it is ([`CodeSource`]), and they are never counted together: a session that has
//! codes in notes and none in the study's coding is not coded. A code without a date in that coding is counted behind all that have one.

use std::collections::BTreeMap;

use serde::Serialize;
use serde::Serializer;

use crate::domain::study::analysis::Analysis;
use crate::domain::study::coding::Coding;
use crate::domain::study::coding::Export;
use crate::domain::study::figures::counted::Counted;
use crate::domain::study::figures::counted::Together;
use crate::domain::study::figures::counted::kinds;
use crate::domain::time::Stamp;

/// Where codes come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CodeSource {
    /// Notes, while somebody listened back.
    CodesInNotes,
    /// A program for analysis, whose export was imported.
    QdaExport(Export),
}

impl Serialize for CodeSource {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Exported<'e> {
            from: &'static str,
            #[serde(flatten)]
            export: &'e Export,
        }
        match self {
            Self::CodesInNotes => to.serialize_str("codes-in-notes"),
            Self::QdaExport(export) => Exported { from: "qda-export", export }.serialize(to),
        }
    }
}

/// New codes per interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Saturation {
    /// How the study analyses.
    pub stance: Analysis,
    /// What is counted.
    pub source: CodeSource,
    /// How many codes of the study's coding have no date on some session.
    #[serde(skip_serializing_if = "is_none_at_all")]
    pub undated: usize,
    /// Each kind of interview for itself.
    pub kinds: Vec<CodedKind>,
}

/// The interviews of one kind.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodedKind {
    /// The guide.
    pub guide: String,
    /// Which interview with them.
    pub round: &'static str,
    /// How many were held.
    pub held: usize,
    /// How many have any code.
    pub coded: usize,
    /// The sessions that have none: nobody knows whether they would bring something new.
    pub not_coded: Vec<String>,
    /// How many codes there are in all of them.
    pub codes: usize,
    /// How many at the end of the row brought nothing new.
    pub run_without_new: usize,
    /// Those that have codes, in the order in which they were coded.
    pub interviews: Vec<CodedInterview>,
}

/// One interview that has codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CodedInterview {
    /// Its place in the order of coding, from 1.
    pub coded: usize,
    /// Its place in the order in which those of its kind were held, from 1.
    pub held: usize,
    /// The session.
    pub session: String,
    /// The participant's code.
    pub participant: String,
    /// The day on which it was first coded; nothing where no line says so.
    pub coded_on: Option<String>,
    /// How many codes are in it.
    pub codes: usize,
    /// How many of them were first seen in it, among interviews of its kind.
    pub new: usize,
    /// How many of them were first seen in it, among all of the study.
    pub new_in_study: usize,
    /// How many there are by then.
    pub total: usize,
}

/// A count that is told where there is something to be counted.
#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks it")]
const fn is_none_at_all(count: &usize) -> bool {
    *count == 0
}

/// When a code was first put on a session: by the clock, then in the order in which sessions were held.
type Seen = (i64, usize);

/// Behind all that is dated.
const LAST: i64 = i64::MAX;

/// A session that counts, with its codes: each as it is one however it is spelled, and when it was first put there.
#[derive(Clone, Copy)]
struct Coded<'a> {
    one: &'a Counted<'a>,
    codes: &'a [(String, Option<Stamp>)],
}

/// When a session was first coded; what no line dates comes behind all that one does.
fn first(one: &Coded<'_>) -> Option<Stamp> {
    one.codes.iter().filter_map(|(_, at)| *at).min_by_key(|at| at.utc_ms)
}

/// The codes of each of these sessions, from the study's coding where there is one.
fn codes(held: &[Counted<'_>], coding: Option<&Coding>) -> Vec<Vec<(String, Option<Stamp>)>> {
    let in_notes = |one: &Counted<'_>| {
        // A code of which no line says when it was put there was there when the session was first coded.
        let first = one.work.codes.iter().filter_map(|code| code.at).min_by_key(|at| at.utc_ms);
        one.work.codes.iter().map(|code| (code.code.to_lowercase(), code.at.or(first))).collect()
    };
    let of = |one: &Counted<'_>| match coding {
        Some(coding) => coding.on(&one.line.name).iter().map(|code| (code.key(), code.first)).collect(),
        None => in_notes(one),
    };
    held.iter().map(of).collect()
}

/// Where each code was first seen among `held`.
fn seen<'a>(held: impl Iterator<Item = (usize, Coded<'a>)>) -> BTreeMap<&'a str, Seen> {
    let mut all: BTreeMap<&str, Seen> = BTreeMap::new();
    for (n, one) in held {
        for (code, at) in one.codes {
            let at = (at.map_or(LAST, |at| at.utc_ms), n);
            all.entry(code).and_modify(|known| *known = at.min(*known)).or_insert(at);
        }
    }
    all
}

impl Saturation {
    /// That of these sessions, from the study's coding where there is one.
    pub fn of(held: &[Counted<'_>], stance: Analysis, coding: Option<&Coding>) -> Self {
        let codes = codes(held, coding);
        let all: Vec<Coded<'_>> = held.iter().zip(&codes).map(|(one, codes)| Coded { one, codes }).collect();
        let in_study = seen(all.iter().copied().enumerate());
        let places: BTreeMap<&str, usize> = all.iter().enumerate().map(|(n, coded)| (coded.one.line.name.as_str(), n)).collect();
        let of_kind = |kind: &Together<'_>| {
            let here = kind.held.iter().filter_map(|one| places.get(one.line.name.as_str()).copied());
            let here: Vec<(usize, Coded<'_>)> = here.filter_map(|n| all.get(n).map(|coded| (n, *coded))).collect();
            of_kind(kind, &here, &in_study)
        };
        let kinds = kinds(held).iter().map(of_kind).collect();
        let source = coding.map_or(CodeSource::CodesInNotes, |coding| CodeSource::QdaExport(coding.export.clone()));
        let undated = if coding.is_some() { all.iter().flat_map(|one| one.codes).filter(|(_, at)| at.is_none()).count() } else { 0 };
        Self { stance, source, undated, kinds }
    }
}

/// That of one kind, of whose sessions these are the codes, each with its place in the study.
fn of_kind(kind: &Together<'_>, here: &[(usize, Coded<'_>)], in_study: &BTreeMap<&str, Seen>) -> CodedKind {
    let in_kind = seen(here.iter().map(|(_, coded)| *coded).enumerate());
    let mut coded: Vec<(usize, &(usize, Coded<'_>))> = here.iter().enumerate().filter(|(_, (_, one))| !one.codes.is_empty()).collect();
    coded.sort_by_key(|(n, (_, one))| (first(one).map_or(LAST, |at| at.utc_ms), *n));
    let mut total = 0;
    let interview = |(at, (n, (place, coded))): (usize, &(usize, &(usize, Coded<'_>)))| {
        let count = |among: &BTreeMap<&str, Seen>, here: usize| {
            coded.codes.iter().filter(|(code, _)| among.get(code.as_str()).is_some_and(|(_, first)| *first == here)).count()
        };
        let new = count(&in_kind, *n);
        total += new;
        CodedInterview {
            coded: at + 1,
            held: n + 1,
            session: coded.one.line.name.clone(),
            participant: coded.one.line.participant.clone(),
            coded_on: first(coded).map(Stamp::date),
            codes: coded.codes.len(),
            new,
            new_in_study: count(in_study, *place),
            total,
        }
    };
    let interviews: Vec<CodedInterview> = coded.iter().enumerate().map(interview).collect();
    CodedKind {
        guide: kind.guide.to_string(),
        round: kind.round.word(),
        held: kind.held.len(),
        coded: interviews.len(),
        not_coded: here.iter().filter(|(_, one)| one.codes.is_empty()).map(|(_, one)| one.one.line.name.clone()).collect(),
        codes: in_kind.len(),
        run_without_new: interviews.iter().rev().take_while(|one| one.new == 0).count(),
        interviews,
    }
}

/// What a sample of this size rests on, where no code is counted: what whoever writes has to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Rationale {
    /// How the study analyses; nothing where it does not say.
    pub stance: Option<Analysis>,
    /// What decides how much is enough: information power.
    pub prompts: Vec<Power>,
}

/// What decides how much information a sample holds, and with it how large one has to be (Malterud, Siersma and Guassora 2016).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Power {
    /// How wide what is to be found out is.
    Aim,
    /// How special those are who were asked.
    Specificity,
    /// What theory it stands on.
    Theory,
    /// How good the conversations were.
    Dialogue,
    /// Whether cases are gone into, or laid beside each other.
    Analysis,
}

impl Power {
    /// Every one, in the order in which they are asked.
    pub const ALL: [Self; 5] = [Self::Aim, Self::Specificity, Self::Theory, Self::Dialogue, Self::Analysis];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Aim => "aim",
            Self::Specificity => "specificity",
            Self::Theory => "theory",
            Self::Dialogue => "dialogue",
            Self::Analysis => "analysis",
        }
    }
}

impl Rationale {
    /// That of a study of this stance; one that says none is asked to.
    pub fn of(stance: Option<Analysis>) -> Self {
        Self { stance, prompts: if stance.is_some() { Power::ALL.to_vec() } else { Vec::new() } }
    }
}
