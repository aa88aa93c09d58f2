//! `hearback codes import`: the study's coding comes back from the program in which it was done, and new codes per interview are counted from it.
//!
//! One import takes the place of the one before as a whole, so that nothing is counted twice; the one before comes back by importing its file.
//! No session is changed. Of a session that is gone nothing is taken in, also where it goes while this is being done.

use std::path::Path;

use serde::Serialize;

use crate::document::handover::guid::guid;
use crate::domain::study::coding::Coding;
use crate::domain::study::coding::Export;
use crate::domain::study::coding::dated;
use crate::domain::study::coding::matched;
use crate::domain::study::coding::matched::Matched;
use crate::domain::study::coding::matched::May;
use crate::domain::study::coding::matched::is_source;
use crate::domain::study::coding::project::Guid;
use crate::domain::study::coding::project::Project;
use crate::domain::study::figures::table::Side;
use crate::domain::study::figures::table::Table;
use crate::domain::text::shown;
use crate::shell::archive::coding;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::codes::CodingOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::PAGE;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::live::clock;
use crate::store::coding_file;
use crate::store::import::project;
use crate::words::say;

/// What came of it, for programs.
#[derive(Serialize)]
struct Answer<'a> {
    #[serde(flatten)]
    export: &'a Export,
    /// Whose place it takes.
    replaced: Option<&'a Export>,
    sessions: Vec<OnSession<'a>>,
    /// Codes that have no date on some session.
    undated: usize,
    sources: Vec<SourceOf<'a>>,
    /// Sources that are no session's.
    unmatched: &'a [String],
    /// Sources of sessions of which nothing may come back.
    not_taken_in: &'a [String],
    /// Sessions of which there is no source.
    without: &'a [String],
    /// Codings that were handed over from here, and are not counted.
    handed_over: usize,
}

/// How much is on one session.
#[derive(Serialize)]
struct OnSession<'a> {
    session: &'a str,
    codes: usize,
    codings: usize,
}

/// Which session a source is of.
#[derive(Serialize)]
struct SourceOf<'a> {
    source: &'a str,
    session: &'a str,
}

/// What was taken in, for programs.
#[derive(Serialize)]
struct Imported<'a> {
    #[serde(flatten)]
    export: &'a Export,
    sessions: Vec<OnSession<'a>>,
    undated: usize,
}

/// What was taken out, for programs.
#[derive(Serialize)]
struct Forgotten {
    forgotten: Option<Export>,
}

pub(crate) fn import(study: Option<&Path>, of: &CodingOf, readers: For) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let file = match &of.file {
        Some(file) => file,
        None if of.forget => return forget(&study, readers),
        None => return there(&study, readers),
    };
    let root = study.folder.root();
    let before = coding_file::read(root)?.map(|coding| coding.export);
    let dates = |text: &str| dated::read(text, &clock::local);
    let shown_file = file.display().to_string();
    let unread = |why: project::Unread| Failure::mendable(say!("coding-unread", file = &*shown(&shown_file), why = why.to_string()));
    let (project, sum) = project::read(file, &dates).map_err(unread)?;
    let now = clock::wall();
    let all = coding::candidates(&study, now)?;
    let said = said(&study, &of.source, &project)?;
    let matched = matched::matched(&project, &all, &said, &|name| Guid::of(&guid(name)));
    if matched.sessions.is_empty() {
        return Err(nothing(&shown_file, &matched));
    }
    let on = project.modified.map_or_else(|| now.date(), |at| at.date());
    let name = file.file_name().unwrap_or_default().to_string_lossy();
    let export = Export::of(&project.origin, on, &name, sum);
    let coding = Coding { format: Coding::FORMAT, export, sessions: matched.sessions.clone() };
    coding_file::write(root, &coding)?;
    // Whoever went while that was being done is not in it either.
    for line in study.sessions(clock::wall())?.iter().filter(|line| coding::may_come(line) == May::NotCome) {
        coding_file::forget_session(root, &line.name)?;
    }
    let replaced = before.as_ref().filter(|before| **before != coding.export);
    match readers {
        For::Programs => put_json(&answer(&coding, replaced, &matched)),
        For::People => {
            tell(&study, &coding, replaced, &matched);
            Ok(())
        }
    }
}

/// Which session somebody says a source is of.
fn said(study: &OpenStudy, all: &[String], project: &Project) -> Result<Vec<(String, String)>, Failure> {
    let one = |text: &String| {
        let usage = |words: String| Failure::new(Kind::Usage, words);
        let (source, session) = text.rsplit_once('=').ok_or_else(|| usage(say!("coding-source-form", text = &*shown(text))))?;
        if !project.sources.iter().flat_map(|one| &one.names).any(|name| is_source(name, source)) {
            let names = listed(project.sources.iter().filter_map(|one| one.names.first()));
            return Err(usage(say!("coding-no-source", source = &*shown(source), sources = names)));
        }
        Ok((source.to_owned(), study.folder.session(session)?.name()))
    };
    all.iter().map(one).collect()
}

/// Why nothing is taken in.
fn nothing(file: &str, matched: &Matched) -> Failure {
    let file = &*shown(file);
    Failure::mendable(if matched.sources.is_empty() {
        say!("coding-no-session", file = file, sources = listed(matched.unmatched.iter().chain(&matched.not_come)))
    } else {
        let unmatched = (!matched.unmatched.is_empty()).then(|| say!("coding-unmatched", sources = listed(matched.unmatched.iter())));
        std::iter::once(say!("coding-nothing-coded", file = file)).chain(unmatched).collect::<Vec<_>>().join(" ")
    })
}

/// The most names in a row; of a study of a thousand sources the rest is a number.
const MOST: usize = 20;

/// Names in a row.
fn listed<'n>(names: impl Iterator<Item = &'n String>) -> String {
    let names: Vec<&String> = names.collect();
    let row: Vec<String> = names.iter().take(MOST).map(|name| shown(name).chars().take(120).collect()).collect();
    let rest = names.len().saturating_sub(MOST);
    let row = row.join("; ");
    if rest == 0 { row } else { say!("coding-and-more", names = row, count = rest) }
}

fn answer<'a>(coding: &'a Coding, replaced: Option<&'a Export>, matched: &'a Matched) -> Answer<'a> {
    Answer {
        export: &coding.export,
        replaced,
        sessions: on_sessions(coding),
        undated: coding.undated(),
        sources: matched.sources.iter().map(|(source, session)| SourceOf { source, session }).collect(),
        unmatched: &matched.unmatched,
        not_taken_in: &matched.not_come,
        without: &matched.without,
        handed_over: matched.handed,
    }
}

/// How much is on each session.
fn on_sessions(coding: &Coding) -> Vec<OnSession<'_>> {
    let on = coding.sessions.iter().map(|one| OnSession {
        session: &one.session,
        codes: one.codes.len(),
        codings: one.codes.iter().map(|code| code.codings).sum(),
    });
    on.collect()
}

/// What was taken in so far.
fn there(study: &OpenStudy, readers: For) -> Result<(), Failure> {
    let coding = coding_file::read(study.folder.root())?;
    if readers == For::Programs {
        let sessions = coding.as_ref().map(on_sessions);
        let imported = coding.as_ref().zip(sessions).map(|(coding, sessions)| {
            let Coding { export, .. } = coding;
            Imported { export, sessions, undated: coding.undated() }
        });
        return put_json(&imported);
    }
    match &coding {
        Some(coding) => in_a_table(coding).lines(PAGE).iter().for_each(put),
        None => put(say!("coding-none-yet")),
    }
    Ok(())
}

/// What was taken in, as a table: from which file, and how much is on which session.
pub(super) fn in_a_table(coding: &Coding) -> Table {
    let column = |name: &'static str| say!("coding-column", column = name);
    let undated = coding.undated();
    let rows = on_sessions(coding).into_iter().map(|one| [one.session.to_owned(), one.codes.to_string(), one.codings.to_string()]);
    Table::about(say!("coding-there"))
        .say(say!("coding-imported", codes = coding.codes(), sessions = coding.sessions.len(), export = coding.export.words()))
        .with([(column("session"), Side::Left), (column("codes"), Side::Right), (column("codings"), Side::Right)])
        .rows(rows)
        .note((undated > 0).then(|| say!("figures-coding-undated", count = undated)))
}

/// The same for people.
fn tell(study: &OpenStudy, coding: &Coding, replaced: Option<&Export>, matched: &Matched) {
    put(say!("coding-imported", codes = coding.codes(), sessions = coding.sessions.len(), export = coding.export.words()));
    if let Some(before) = replaced {
        put(say!("coding-replaced", export = before.words()));
    }
    if matched.handed > 0 {
        put(say!("coding-handed-over", count = matched.handed));
    }
    let undated = coding.undated();
    if undated > 0 {
        put(say!("figures-coding-undated", count = undated));
    }
    if !matched.without.is_empty() {
        put(say!("coding-without", sessions = listed(matched.without.iter())));
    }
    if !matched.not_come.is_empty() {
        put(format!("! {}", say!("coding-not-taken-in", sources = listed(matched.not_come.iter()))));
    }
    if !matched.unmatched.is_empty() {
        put(format!("! {}", say!("coding-unmatched", sources = listed(matched.unmatched.iter()))));
    }
    if !study.settings.analysis.is_some_and(|analysis| analysis.counts_codes()) {
        put(format!("! {}", say!("coding-not-counted")));
    }
}

/// Takes out what was imported.
fn forget(study: &OpenStudy, readers: For) -> Result<(), Failure> {
    let root = study.folder.root();
    let before = coding_file::read(root);
    coding_file::forget(root)?;
    let forgotten = before.ok().flatten().map(|coding| coding.export);
    match (readers, forgotten) {
        (For::Programs, forgotten) => put_json(&Forgotten { forgotten })?,
        (For::People, Some(one)) => put(say!("coding-forgotten", file = &*shown(&one.file), day = &one.on)),
        (For::People, None) => put(say!("coding-none")),
    }
    Ok(())
}
