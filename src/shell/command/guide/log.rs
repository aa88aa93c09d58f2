//! `hearback guide log`: an entry in the change log of a guide's file.

use std::path::Path;

use crate::domain::guide::Change;
use crate::domain::study::looks_like_a_name;
use crate::shell::cli::options::LogEntry;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::remark;
use crate::shell::command::guide::wanted;
use crate::shell::command::guide::wanted::Place;
use crate::shell::command::guide::wanted::Wanted;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::store::by_hand;
use crate::store::by_hand::Kept;
use crate::store::change_log::NotLogged;
use crate::store::change_log::with_change;
use crate::store::guide_file::read_guide;
use crate::store::problem::Problem;
use crate::words::message::message;
use crate::words::say;

pub(super) fn log(study: Option<&Path>, entry: LogEntry) -> Result<(), Failure> {
    let Wanted { name, bytes, place, .. } = wanted::wanted(study, &entry.guide)?;
    let path = match place {
        Place::File(path) => path,
        Place::Session => return Err(Failure::mendable(say!("guide-log-frozen", file = &name))),
        Place::Bundled => return Err(Failure::mendable(say!("guide-log-bundled", guide = &entry.guide))),
    };
    let before = read_guide(&name, &bytes).guide.map(|guide| (guide.version, guide.changes)).unwrap_or_default();
    let is_of_another = entry.by.is_some() || entry.after.is_some() || entry.pilot;
    let version = entry.version.clone().unwrap_or_else(|| before.0.clone());
    if version == before.0 && !is_of_another && before.1.iter().any(|change| change.version == version) {
        return Err(Failure::mendable(say!("guide-log-version", file = &name, version = &version)));
    }
    if is_before(&version, &before.0) {
        return Err(Failure::mendable(say!("guide-log-back", file = &name, version = &version, before = &before.0)));
    }
    let who: Vec<&str> = entry.by.iter().flat_map(|by| by.split(',')).map(str::trim).collect();
    for who in who.into_iter().chain(entry.after.as_ref().map(|code| code.as_str())) {
        // Roles are words, too: what is suspected is a word that is written as names are.
        if who.split_whitespace().any(looks_like_a_name) {
            remark(noted(message!("guide-log-name", who = who)));
        }
    }
    let line = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
    let change = Change {
        version,
        date: entry.date.unwrap_or_else(|| clock::wall().date()),
        what: line(&entry.what),
        why: entry.why.as_deref().map(line),
        by: entry.by.as_deref().map(line),
        after: entry.after.map(String::from),
        pilot: entry.pilot,
    };
    let new = with_change(&name, &bytes, &change).map_err(|why| Failure::mendable(refused(&name, why)))?;
    if by_hand::write(&path, &bytes, &new, message!("could-not-log-change"))? == Kept::ChangedMeanwhile {
        return Err(Failure::mendable(say!("guide-log-meanwhile", file = &name)));
    }
    let said = if change.version == before.0 {
        say!("guide-log-written", file = &name, version = &change.version)
    } else {
        say!("guide-log-raised", file = &name, version = &change.version, before = &before.0)
    };
    put(said);
    put(format!("   {}", change.as_line()));
    Ok(())
}

/// Whether one version comes before another, where both are numbers with dots between them.
fn is_before(version: &str, other: &str) -> bool {
    let numbers = |text: &str| text.split('.').map(|part| part.parse().ok()).collect::<Option<Vec<u32>>>();
    numbers(version).zip(numbers(other)).is_some_and(|(version, other)| version < other)
}

fn refused(name: &str, why: NotLogged) -> String {
    let told = |problems: Vec<Problem>| problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n");
    match why {
        NotLogged::Before(problems) => say!("guide-log-problems", file = name, problems = told(problems)),
        NotLogged::After(problems) => say!("guide-log-would-be-wrong", file = name, problems = told(problems)),
        NotLogged::NoPlace => say!("guide-log-no-place", file = name),
    }
}
