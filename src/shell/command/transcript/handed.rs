//! The register of what human transcribers were given: `given`, `returned`, `checked`, `names-removed`, `deleted-there`, `register`.

use std::path::Path;

use serde::Serialize;

use crate::domain::command::Command;
use crate::domain::stands::Stands;
use crate::domain::text::shown;
use crate::domain::transcript::handed::Errand;
use crate::domain::transcript::handed::Handed;
use crate::domain::transcript::handed::Step;
use crate::domain::transcript::handed::errands;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::withhold::happens;
use crate::shell::failure::Failure;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::words::say;

pub(super) fn write(study: Option<&Path>, wish: &str, command: Command, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let now = clock::wall();
    let mut held = opening::open(&folder, now, &identity.sign())?;
    let Command::HandTranscript(mut handed) = command else { return happens(&mut held, command, now) };
    let known = held.found.session.transcripts().handed();
    if handed.step == Step::DeletedThere {
        handed.whom = whose(&handed, known)?;
    }
    if !handed.stands.holds() && !known.iter().any(|one| is_same(one, &handed)) {
        return Err(Failure::mendable(say!("handed-no-such")));
    }
    happens(&mut held, Command::HandTranscript(handed.clone()), now)?;
    // What it was said of, else the latest: what was given before stands in the register.
    let errands = errands(held.found.session.transcripts().handed());
    let of = errands.iter().rfind(|errand| errand.done.iter().any(|done| is_same(done, &handed)));
    if let Some(errand) = of.or(errands.last()) {
        put(shown(&format!("{}  {}", folder.name(), words(errand))));
    }
    Ok(())
}

/// Who has deleted what they were given, or, where that is taken back, of whom it was said: whoever is named, or the only one it can be.
fn whose(handed: &Handed, known: &[Handed]) -> Result<String, Failure> {
    let errands = errands(known);
    let said = known.iter().filter(|one| one.step == handed.step && one.on == handed.on);
    let mut whom: Vec<&str> = match handed.stands {
        Stands::Stands => errands.iter().filter_map(|errand| errand.out().map(|given| given.whom.as_str())).collect(),
        Stands::TakenBack => said.map(|one| one.whom.as_str()).collect(),
    };
    whom.sort_unstable();
    whom.dedup();
    match (handed.whom.as_str(), whom.as_slice()) {
        ("", [one]) => Ok((*one).to_owned()),
        ("", [_, _, ..]) if handed.stands.holds() || !whom.contains(&"") => {
            Err(Failure::mendable(say!("handed-whose", whom = &*shown(&whom.join(", ")))))
        }
        (named, all) if !named.is_empty() && handed.stands.holds() && !all.contains(&named) => {
            Err(Failure::mendable(say!("handed-not-theirs", whom = &*shown(named))))
        }
        (named, _) => Ok(named.to_owned()),
    }
}

/// Whether one says of the same step the same.
fn is_same(one: &Handed, other: &Handed) -> bool {
    (one.step, &one.whom, &one.on, one.share) == (other.step, &other.whom, &other.on, other.share)
}

/// What was given, what became of it, and what is still to be done.
fn words(errand: &Errand<'_>) -> String {
    let step = |handed: &Handed| {
        let share = handed.share.map(|share| say!("handed-share", share = u32::from(share))).unwrap_or_default();
        let beside: Vec<&str> =
            [handed.whom.as_str(), handed.on.as_str(), share.as_str()].into_iter().filter(|text| !text.is_empty()).collect();
        format!("{} ({})", handed.step.words(), beside.join(", "))
    };
    let done: Vec<String> = errand.given.iter().chain(&errand.done).map(|handed| step(handed)).collect();
    let open: Vec<String> = errand.open().into_iter().map(Step::still).collect();
    if open.is_empty() { done.join("; ") } else { say!("handed-open", done = done.join("; "), open = open.join(", ")) }
}

/// A time that the sound was given away, for programs.
#[derive(Serialize)]
struct ErrandShown<'a> {
    session: &'a str,
    participant: &'a str,
    since: &'a str,
    given: Option<&'a Handed>,
    done: &'a [&'a Handed],
    open: Vec<&'static str>,
}

pub(super) fn register(study: Option<&Path>, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let (found, unread) = sessions::read_all(&study.folder)?;
    let each = found
        .iter()
        .flat_map(|(name, session)| errands(session.transcripts().handed()).into_iter().map(move |errand| (name, session, errand)));
    let mut all: Vec<_> = each.collect();
    // What is open first, what waits longest first; a sound that is with somebody else before what is only to be looked through.
    all.sort_by_key(|(name, _, errand)| {
        let open = errand.open();
        let is_away = open.contains(&Step::Returned) || open.contains(&Step::DeletedThere);
        (open.is_empty(), !is_away, errand.since().to_owned(), (*name).clone())
    });
    if readers == For::Programs {
        let shown = all.iter().map(|(name, session, errand)| ErrandShown {
            session: name,
            participant: &session.opened().participant,
            since: errand.since(),
            given: errand.given,
            done: &errand.done,
            open: errand.open().into_iter().map(Step::word).collect(),
        });
        put_json(&shown.collect::<Vec<_>>())?;
    } else {
        for (name, _, errand) in &all {
            let mark = if errand.open().is_empty() { "  " } else { "! " };
            put(shown(&format!("{mark}{name}  {}", words(errand))));
        }
        if all.is_empty() {
            put(say!("handed-none"));
        }
    }
    match unread.as_slice() {
        [] => Ok(()),
        [first, ..] => Err(Failure::mendable(say!("due-unread", session = first.as_str(), count = unread.len()))),
    }
}
