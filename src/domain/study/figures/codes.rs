//! After how many interviews no new code came up; and what to write instead where an analysis does not count codes.
//!
//! Interviews stand in the order in which they were *coded*, because a code is new when somebody first sees it and not when it was said;
//! the order in which they were held stands beside it. Kinds of interview stand apart. An interview without any code is *not coded*, which is
//! not the same as one that brought nothing new. What is counted are *codes in notes*, and it says so; codes of another program come in as
//! another [`CodeSource`].

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::study::analysis::Analysis;
use crate::domain::study::figures::counted::Counted;
use crate::domain::study::figures::counted::Together;
use crate::domain::study::figures::counted::kinds;
use crate::domain::time::Stamp;

/// Where codes come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CodeSource {
    /// Notes, while somebody listened back.
    CodesInNotes,
}

/// New codes per interview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Saturation {
    /// How the study analyses.
    pub stance: Analysis,
    /// What is counted.
    pub source: CodeSource,
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

/// When a code was first put on a note of a session: by the clock, then in the order in which sessions were held.
type Seen = (i64, usize);

/// What a code is called, so that it is one however it is spelled.
fn name(code: &str) -> String {
    code.to_lowercase()
}

/// When a session was first coded; what no line dates comes behind all that one does.
fn first(one: &Counted<'_>) -> Option<Stamp> {
    one.work.codes.iter().filter_map(|code| code.at).min_by_key(|at| at.utc_ms)
}

/// Where each code was first seen among `held`.
fn seen<'a>(held: impl Iterator<Item = (usize, &'a Counted<'a>)>) -> BTreeMap<String, Seen> {
    let mut all: BTreeMap<String, Seen> = BTreeMap::new();
    for (n, one) in held {
        for code in &one.work.codes {
            let at = (code.at.or_else(|| first(one)).map_or(i64::MAX, |at| at.utc_ms), n);
            all.entry(name(&code.code)).and_modify(|known| *known = at.min(*known)).or_insert(at);
        }
    }
    all
}

impl Saturation {
    /// That of these sessions.
    pub fn of(held: &[Counted<'_>], stance: Analysis) -> Self {
        let in_study = seen(held.iter().enumerate());
        let places: BTreeMap<&str, usize> = held.iter().enumerate().map(|(n, one)| (one.line.name.as_str(), n)).collect();
        let is_new = |one: &Counted<'_>, code: &str| in_study.get(code).map(|(_, n)| n) == places.get(one.line.name.as_str());
        let kinds = kinds(held).iter().map(|kind| of_kind(kind, is_new)).collect();
        Self { stance, source: CodeSource::CodesInNotes, kinds }
    }
}

fn of_kind(kind: &Together<'_>, is_new_in_study: impl Fn(&Counted<'_>, &str) -> bool) -> CodedKind {
    let in_kind = seen(kind.held.iter().enumerate());
    let mut coded: Vec<(usize, &Counted<'_>)> = kind.held.iter().enumerate().filter(|(_, one)| !one.work.codes.is_empty()).collect();
    coded.sort_by_key(|(n, one)| (first(one).map_or(i64::MAX, |at| at.utc_ms), *n));
    let mut total = 0;
    let interview = |(at, (n, one)): (usize, &(usize, &Counted<'_>))| {
        let names: Vec<String> = one.work.codes.iter().map(|code| name(&code.code)).collect();
        let new = names.iter().filter(|code| in_kind.get(*code).is_some_and(|(_, first)| first == n)).count();
        total += new;
        CodedInterview {
            coded: at + 1,
            held: n + 1,
            session: one.line.name.clone(),
            participant: one.line.participant.clone(),
            coded_on: first(one).map(Stamp::date),
            codes: names.len(),
            new,
            new_in_study: names.iter().filter(|code| is_new_in_study(one, code)).count(),
            total,
        }
    };
    let interviews: Vec<CodedInterview> = coded.iter().enumerate().map(interview).collect();
    CodedKind {
        guide: kind.guide.to_string(),
        round: kind.round.word(),
        held: kind.held.len(),
        coded: interviews.len(),
        not_coded: kind.held.iter().filter(|one| one.work.codes.is_empty()).map(|one| one.line.name.clone()).collect(),
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
