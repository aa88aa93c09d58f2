//! `hearback log`: what the team decided on the way, from its own log, from the guides and from the sessions; or one decision more.

use crate::domain::study::decisions;
use crate::domain::study::decisions::Decision;
use crate::domain::study::decisions::DecisionKind;
use crate::domain::study::decisions::Whence;
use crate::domain::study::looks_like_a_name;
use crate::domain::text::shown;
use crate::shell::archive::bundle;
use crate::shell::archive::sessions;
use crate::shell::archive::study;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::DecisionOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::days;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::live::clock;
use crate::store::by_hand;
use crate::store::by_hand::Kept;
use crate::store::decisions::FILE;
use crate::store::decisions::read_decisions;
use crate::store::decisions::with_decision;
use crate::store::problem::Problem;
use crate::words::message::message;
use crate::words::say;
use serde::Serialize;
use std::path::Path;

/// A decision, for programs.
#[derive(Serialize)]
struct DecisionShown<'a> {
    on: &'a str,
    kind: &'static str,
    what: &'a str,
    why: Option<&'a str>,
    by: Option<&'a str>,
    about: Option<&'a str>,
    /// `log`, `guide` or `session`.
    from: &'static str,
    /// Which guide, or which session.
    of: Option<&'a str>,
}

impl<'a> DecisionShown<'a> {
    fn of((decision, from): &'a (Decision, Whence)) -> Self {
        let (from, of) = match from {
            Whence::Log => ("log", None),
            Whence::Guide(guide) => ("guide", Some(guide.as_str())),
            Whence::Session(session) => ("session", Some(session.as_str())),
        };
        Self {
            on: &decision.on,
            kind: decision.kind.word(),
            what: &decision.what,
            why: decision.why.as_deref(),
            by: decision.by.as_deref(),
            about: decision.about.as_deref(),
            from,
            of,
        }
    }
}

pub(super) fn log(study: Option<&Path>, of: &DecisionOf, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    match &of.what {
        Some(what) => add(&study, what, of),
        None => list(&study, of, readers),
    }
}

fn list(study: &OpenStudy, of: &DecisionOf, readers: For) -> Result<(), Failure> {
    let file = by_hand::read(&study.folder.root().join(FILE))?;
    let own = read_decisions(FILE, &file);
    for problem in &own.problems {
        remark(shown(&problem.to_string()));
    }
    let (read, unread) = sessions::read_all(&study.folder)?;
    let guides: Vec<_> = study.guides.iter().map(|at| bundle::as_changed_here(&at.guide)).collect();
    let mut all = decisions::all(&own.decisions, &guides, &read);
    let kind = of.kind.map(DecisionKind::from);
    all.retain(|(decision, _)| {
        kind.is_none_or(|kind| decision.kind == kind) && of.about.as_ref().is_none_or(|about| decision.is_about(about))
    });
    if readers == For::Programs {
        put_json(&all.iter().map(DecisionShown::of).collect::<Vec<_>>())?;
    } else {
        for (decision, from) in &all {
            let about = decision.about.as_ref().map(|about| format!(" [{about}]")).unwrap_or_default();
            put(shown(&format!("{}  {}{about}: {}", decision.on, decision.kind.words(), decision.what)));
            let why = decision.why.as_ref().map(|why| say!("decision-why", why = why));
            let by = decision.by.as_ref().map(|by| say!("decision-by", by = by));
            let whence = match from {
                Whence::Log => None,
                Whence::Guide(guide) => Some(say!("decision-from-guide", guide = guide)),
                Whence::Session(session) => Some(say!("decision-from-session", session = session)),
            };
            why.into_iter().chain(by).chain(whence).for_each(|line| put(shown(&format!("            {line}"))));
        }
        match (all.as_slice(), of.kind.is_some() || of.about.is_some()) {
            ([], true) => put(say!("decision-none-such")),
            ([], false) => put(say!("decision-none")),
            ([_, ..], _) => {}
        }
    }
    match (own.problems.as_slice(), unread.as_slice()) {
        ([], []) => Ok(()),
        ([first, ..], _) => Err(Failure::mendable(say!("decision-file-wrong", file = FILE, line = first.line.to_string()))),
        (_, [first, ..]) => Err(Failure::mendable(say!("decision-unread", session = first, count = unread.len()))),
    }
}

fn add(study: &OpenStudy, what: &str, of: &DecisionOf) -> Result<(), Failure> {
    let on = days::by_now(of.on.clone(), clock::wall())?;
    for who in of.by.iter().flat_map(|by| by.split(',')).chain(of.about.as_deref()).flat_map(str::split_whitespace) {
        if looks_like_a_name(who) {
            remark(noted(message!("decision-name", who = who)));
        }
    }
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let [why, by, about] = [&of.why, &of.by, &of.about].map(|text| text.as_deref().map(line).filter(|text| !text.is_empty()));
    let decision = Decision { on, kind: of.kind.map_or(DecisionKind::Other, DecisionKind::from), what: line(what), why, by, about };
    if decision.what.is_empty() {
        return Err(Failure::new(Kind::Usage, say!("decision-write-what")));
    }
    let path = study.folder.root().join(FILE);
    let before = by_hand::read(&path)?;
    let told = |problems: Vec<Problem>| match problems.first() {
        Some(first) => Failure::mendable(shown(&first.to_string()).into_owned()),
        None => Failure::mendable(say!("decision-no-place", file = study::named_in(&study.folder, &path))),
    };
    let new = with_decision(FILE, &before, &decision).map_err(told)?;
    if by_hand::write(&path, &before, &new, message!("could-not-log-decision"))? == Kept::ChangedMeanwhile {
        return Err(Failure::mendable(say!("guide-log-meanwhile", file = FILE)));
    }
    put(shown(&say!("decision-written", file = FILE, day = &decision.on, what = &decision.what)));
    Ok(())
}
