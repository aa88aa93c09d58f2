//! Changes that no journal took when the program was left, in a file of their own, and their way back into the journal.
//!
//! A journal that fails until the very end (a full disk, a stick that was pulled out) must not cost what it did not take. [`put`] writes
//! that beside it, or where temporary files go, one event a line with the number it should have had and when its session was opened, by
//! which it is known again. [`take_in`] looks in both places when the session is opened the next time, before anything else is written,
//! and appends it. It refuses to guess: what does not fit is left and named, and nothing is deleted. Doing it twice takes in nothing twice.

#![expect(clippy::disallowed_methods, reason = "a file that was taken in gets another name")]

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::disk::read_up_to;
use crate::disk::real;
use crate::disk::whole;
use crate::domain::event::Event;
use crate::domain::time::Stamp;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::folder::entries;
use crate::store::journal;
use crate::store::journal::Entry;
use crate::store::journal::Journal;
use crate::store::journal::Loaded;
use crate::store::journal::Written;
use crate::words::say;

/// What is in the name of a file of changes that are still to be taken in, and what takes its place once they are.
const WAITING: &str = "-unsaved-";
const TAKEN_IN: &str = "-taken-in-";

/// The longest such file that is read: more notes than anybody types while a disk fails.
const LONGEST: u64 = 64 << 20;

#[derive(Serialize, Deserialize)]
struct Unsaved {
    /// When the session was opened, if that could be read.
    opened: Option<String>,
    n: u64,
    at: String,
    mono: u64,
    /// Who wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    who: Option<String>,
    /// As it stands there: what a newer hearback wrote is taken in as it is.
    event: Box<RawValue>,
}

/// An event, when it happened, and the monotonic clock then: what [`Journal::append`] takes.
type Happened = (Event, Stamp, u64);

/// Puts `waiting`, whose last event has number `last`, into a file of its own: beside the journal, or where temporary files go. Says where.
pub fn put(folder: &SessionFolder, waiting: &[Happened], last: u64, who: Option<&str>) -> String {
    let first = (last + 1).saturating_sub(waiting.len() as u64);
    let opened = journal::read(&folder.journal()).ok().and_then(|loaded| opened(&loaded));
    let lines = waiting.iter().zip(first..).filter_map(|((event, at, mono), n)| {
        let (opened, who, event) = (opened.clone(), who.map(str::to_owned), serde_json::value::to_raw_value(event).ok()?);
        Some(Unsaved { opened, n, at: at.rfc3339(), mono: *mono, who, event })
    });
    let text: String = lines.filter_map(|line| serde_json::to_string(&line).ok()).map(|line| line + "\n").collect();
    let name = format!("{}{WAITING}{}.jsonl", folder.name(), std::process::id());
    let places = [folder.file(&name), std::env::temp_dir().join(&name)];
    match places.iter().find(|place| whole::create(place, text.as_bytes()).is_ok()) {
        Some(place) => say!("stranded-at", count = waiting.len(), file = place.display().to_string()),
        None => format!("{}\n{text}", say!("stranded-lost", count = waiting.len())),
    }
}

/// When the session was opened, which no other session of this name was in the same millisecond.
fn opened(loaded: &Loaded) -> Option<String> {
    loaded.entries.first().map(|entry| entry.at.rfc3339())
}

/// Appends what lies in the session's folder, or where temporary files go, and follows on what `journal` holds, and says so. What was
/// `loaded` of it is what it held when it was opened.
pub(crate) fn take_in(folder: &SessionFolder, journal: &mut Journal, loaded: &Loaded) -> Result<Vec<String>, StoreError> {
    let mut said = Vec::new();
    let (here, elsewhere) = (files(folder, folder.path()), files(folder, &std::env::temp_dir()));
    // In a folder that is everybody's only what says whose it is is looked at.
    let is_ours = |path: &PathBuf| read(path).is_some_and(|found| found.whose.is_some() && found.whose == opened(loaded));
    for path in here.into_iter().chain(elsewhere.into_iter().filter(is_ours)) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let Some(Changes { first, who, happened, .. }) = read(&path) else {
            said.push(say!("stranded-unread", file = name));
            continue;
        };
        let there = |(entry, line): (&Entry, &Written)| entry.at == line.at && entry.event == serde_json::from_str(line.event.get()).ok();
        // A disk that filled up in the middle of them may have taken the first ones after all, and so may a crash in here.
        let before = loaded.entries.iter().position(|entry| entry.n == first).map_or(&[][..], |at| &loaded.entries[at..]);
        let in_it = before.len().min(happened.len());
        let fits = before.iter().zip(&happened).all(there) && (in_it == happened.len() || journal.last() + 1 == first + in_it as u64);
        if !fits {
            said.push(say!("stranded-unfit", count = happened.len(), file = name));
            continue;
        }
        if in_it < happened.len() {
            // Who writes now is not who wrote it.
            let now = journal.sign(who);
            let appended = journal.append_as_written(&happened[in_it..]);
            journal.sign(now);
            appended?;
            said.push(say!("stranded-taken-in", count = happened.len(), file = &name));
        }
        let done = path.with_file_name(name.replace(WAITING, TAKEN_IN));
        // One that keeps its name is known again by what it holds.
        if !done.exists() {
            fs::rename(&path, &done).ok();
        }
    }
    Ok(said)
}

/// The files where temporary files go in which changes to the session in `folder` were put, whether or not they were taken in since.
pub(crate) fn elsewhere(folder: &SessionFolder) -> Result<Vec<PathBuf>, StoreError> {
    let whose = opened(&journal::read(&folder.journal())?);
    let begins = [WAITING, TAKEN_IN].map(|sign| format!("{}{sign}", folder.name()));
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        begins.iter().any(|begins| name.starts_with(begins))
            && read(path).is_some_and(|found| found.whose.is_some() && found.whose == whose)
    };
    let mut files = entries(&std::env::temp_dir())?;
    files.retain(is_ours);
    files.sort();
    Ok(files)
}

/// The files of changes to the session of `folder` that lie at `place`.
fn files(folder: &SessionFolder, place: &Path) -> Vec<PathBuf> {
    let begins = format!("{}{WAITING}", folder.name());
    let is_ours = |path: &PathBuf| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        name.starts_with(&begins) && path.extension().is_some_and(|e| e == "jsonl")
    };
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let mut files: Vec<PathBuf> = entries.map(|entry| entry.path()).filter(is_ours).collect();
    files.sort();
    files
}

/// What a file of changes holds.
struct Changes {
    /// Which session they are of.
    whose: Option<String>,
    /// The number of the first.
    first: u64,
    /// Who wrote them: one run of the program, and so one person.
    who: Option<String>,
    happened: Vec<Written>,
}

/// What the file holds; nothing if any of it is not as it was written.
fn read(path: &Path) -> Option<Changes> {
    let file = real::open_own(path).ok()?;
    let text = String::from_utf8(read_up_to(file.as_ref(), LONGEST).ok()?).ok()?;
    let lines: Vec<Unsaved> = text.lines().map(serde_json::from_str).collect::<Result<_, _>>().ok()?;
    let (whose, first, who) = (lines.first()?.opened.clone(), lines.first()?.n, lines.first()?.who.clone());
    let in_order = lines.iter().zip(first..).all(|(line, n)| line.n == n);
    let written = |line: Unsaved| Some(Written { at: Stamp::from_rfc3339(&line.at)?, mono: line.mono, event: line.event });
    let happened = lines.into_iter().map(written);
    happened.collect::<Option<Vec<_>>>().filter(|_| in_order).map(|happened| Changes { whose, first, who, happened })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::Round;
    use crate::domain::named::Named;
    use crate::domain::time::Position;
    use crate::store::folder::Study;

    fn incident(n: u64) -> Happened {
        let event = Event::Incident { at: Position::from_secs(n), incident: Named::Sentence(format!("number {n}")) };
        (event, Stamp::new(1_795_390_200_000 + i64::try_from(n).unwrap(), 60), n)
    }

    /// A session whose journal holds three events, and whose changes from 4 to 6 it did not take.
    fn stranded() -> (tempfile::TempDir, SessionFolder) {
        stranded_of("P07")
    }

    fn stranded_of(participant: &str) -> (tempfile::TempDir, SessionFolder) {
        let dir = tempfile::tempdir().unwrap();
        let study = Study::init(dir.path(), &[("study.yaml", b"title: x\n")]).unwrap();
        let folder = study.create_session("2026-11-22", participant, Round::First, b"x").unwrap();
        Journal::create(&folder.journal()).unwrap().append(&[incident(1), incident(2), incident(3)]).unwrap();
        let said = put(&folder, &[incident(4), incident(5), incident(6)], 6, Some("I1@a3f9"));
        assert!(said.starts_with("3 changes could not be written to the journal. They are in "), "{said}");
        (dir, folder)
    }

    fn taken_in(folder: &SessionFolder) -> Vec<String> {
        let (mut journal, loaded) = Journal::open(&folder.journal()).unwrap();
        take_in(folder, &mut journal, &loaded).unwrap()
    }

    fn events(folder: &SessionFolder) -> Vec<(Event, Stamp, u64)> {
        let entries = journal::read(&folder.journal()).unwrap().entries;
        entries.into_iter().map(|entry| (entry.event.unwrap(), entry.at, entry.mono)).collect()
    }

    #[test]
    fn what_no_journal_took_is_taken_in_once() {
        let (_dir, folder) = stranded();
        let name = files(&folder, folder.path())[0].file_name().unwrap().to_string_lossy().into_owned();
        assert_eq!(taken_in(&folder), [format!("3 changes that the journal had not taken are in it now (from {name}).")]);
        let whole: Vec<_> = (1..=6).map(incident).collect();
        assert_eq!(events(&folder), whole);
        let last = journal::read(&folder.journal()).unwrap().entries.pop().unwrap();
        assert_eq!(last.who, "I1@a3f9".parse().ok(), "whoever wrote it, not whoever takes it in");
        assert_eq!(taken_in(&folder), [""; 0], "it has another name now");
        let kept = folder.file(&name.replace(WAITING, TAKEN_IN));
        // A crash before that: it is known again by what it holds.
        fs::rename(kept, folder.file(&name)).unwrap();
        assert_eq!(taken_in(&folder), [""; 0]);
        assert_eq!(events(&folder), whole, "and not taken in twice");
    }

    #[test]
    fn what_lies_where_temporary_files_go_is_found_and_known_by_its_session() {
        // That place is everybody's: the other tests, and other runs of this one, have sessions of another name.
        let (_dir, folder) = stranded_of(&format!("P{}", std::process::id()));
        let here = files(&folder, folder.path())[0].clone();
        let name = here.file_name().unwrap().to_owned();
        let text = fs::read_to_string(&here).unwrap();
        let there = std::env::temp_dir().join(format!("{}-{}", name.to_string_lossy().trim_end_matches(".jsonl"), "test.jsonl"));
        fs::remove_file(&here).unwrap();
        let other = Stamp::new(0, 0).rfc3339();
        let mine = incident(1).1.rfc3339();
        for foreign in [text.replace(&mine, &other), text.replace(&format!("\"{mine}\""), "null")] {
            fs::write(&there, foreign).unwrap();
            assert_eq!(taken_in(&folder), [""; 0], "another session of this name, or nobody knows whose");
        }
        fs::write(&there, text).unwrap();
        assert!(taken_in(&folder)[0].starts_with("3 changes that the journal had not taken are in it now"));
        assert_eq!(events(&folder).len(), 6);
        fs::remove_file(there.with_file_name(there.file_name().unwrap().to_string_lossy().replace(WAITING, TAKEN_IN))).unwrap();
    }

    #[test]
    fn what_a_full_disk_took_of_it_is_not_taken_in_again() {
        for taken in 1..=3_usize {
            let (_dir, folder) = stranded();
            let some: Vec<_> = (4..=6).map(incident).take(taken).collect();
            Journal::open(&folder.journal()).unwrap().0.append(&some).unwrap();
            let torn = [fs::read(folder.journal()).unwrap(), b"{\"n\":".to_vec()].concat();
            fs::write(folder.journal(), torn).unwrap();
            assert_eq!(taken_in(&folder).len(), usize::from(taken < 3), "{taken}");
            assert_eq!(events(&folder), (1..=6).map(incident).collect::<Vec<_>>(), "{taken}");
        }
    }

    #[test]
    fn what_does_not_fit_is_left_and_named() {
        let (_dir, folder) = stranded();
        let path = files(&folder, folder.path())[0].clone();
        let whole = fs::read_to_string(&path).unwrap();
        for bad in ["", "{", &whole[..whole.len() / 2], &whole.replace("\"n\":5", "\"n\":7")] {
            fs::write(&path, bad).unwrap();
            assert!(taken_in(&folder)[0].contains("cannot be read as changes"), "{bad:?}");
        }
        fs::write(&path, &whole).unwrap();
        Journal::open(&folder.journal()).unwrap().0.append(&[incident(9)]).unwrap();
        assert!(taken_in(&folder)[0].ends_with("holds 3 changes that do not follow on the journal; it is left as it is"));
        assert_eq!((events(&folder).len(), fs::read_to_string(&path).unwrap()), (4, whole));
    }

    #[test]
    fn what_a_newer_hearback_wrote_is_taken_in_as_it_is() {
        let (_dir, folder) = stranded();
        let path = files(&folder, folder.path())[0].clone();
        let newer = fs::read_to_string(&path).unwrap().replacen(r#""kind":"incident""#, r#""kind":"silenced""#, 1);
        fs::write(&path, &newer).unwrap();
        assert!(taken_in(&folder)[0].starts_with("3 changes"));
        let loaded = journal::read(&folder.journal()).unwrap();
        assert_eq!((loaded.entries.len(), loaded.unknown, loaded.unheeded), (6, 1, 1), "and binds where it did");
        assert_eq!(taken_in(&folder), [""; 0]);
    }
}
