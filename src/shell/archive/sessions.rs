//! Sessions on disk become sessions in memory. Here they are read, and reading changes nothing; how they are listed stands in `list.rs`.
//!
//! A session is its frozen guide and its journal. [`opening`] takes hold of one; [`mending`] brings one that a crash cut short to agree with
//! what its takes hold; [`damage`] makes a journal readable again that is not; [`thorough`] reads hours of sound, when somebody asks for it.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::audio::take::Depth;
use crate::domain::event::Event;
use crate::domain::guide::Guide;
use crate::domain::recording::Stray;
use crate::domain::recording::TakeCheck;
use crate::domain::session::Session;
use crate::domain::time::Stamp;
use crate::shell::archive::recordings;
use crate::store::copies;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::store::folder::SessionFolder;
use crate::store::folder::Study;
use crate::store::guide_file::read_guide;
use crate::store::journal;
use crate::store::journal::Journal;
use crate::store::journal::Loaded;
use crate::store::study_file::read_study;
use crate::words::say;

pub(crate) mod damage;
pub mod mending;
pub(crate) mod opening;
pub(crate) mod thorough;

/// What is said where a newer hearback wrote what a participant no longer wants.
pub(crate) fn unheeded() -> String {
    say!("session-unheeded")
}

/// A session that was read.
#[derive(Clone, Debug)]
pub struct Found {
    /// The session.
    pub session: Session,
    /// By which the text of its guide is known again.
    pub sum: String,
    /// How many events its journal holds.
    pub events: u64,
    /// When the last version of its letter was written.
    pub letter_at: Option<Stamp>,
    /// Things to know: the guide was changed by hand, events of a newer version.
    pub remarks: Vec<String>,
}

impl Found {
    /// The session with `guide`, of which `sum` is the digest by now, that the events in `loaded` make; nothing if they are of none.
    pub fn of(guide: Guide, sum: &str, loaded: &Loaded) -> Option<Self> {
        let mut remarks = Vec::new();
        let mut session = Session::replay_lines(guide, loaded.entries.iter().map(|entry| Some(begun(entry.event.as_ref()?, entry.at))))?;
        session.passes_over(loaded.unheeded);
        if !session.is_understood() {
            remarks.push(unheeded());
        }
        if !session.opened().guide_sum.is_empty() && session.opened().guide_sum != sum {
            remarks.push(say!("session-guide-changed"));
        }
        if loaded.unknown > 0 {
            remarks.push(say!("session-newer-events", count = loaded.unknown));
        }
        let mut letters = loaded.entries.iter().filter(|entry| matches!(entry.event, Some(Event::LetterWritten { .. })));
        let letter_at = letters.next_back().map(|entry| entry.at);
        Some(Self { session, sum: sum.to_owned(), events: loaded.entries.len() as u64, letter_at, remarks })
    }

    /// Lets `events` have happened now, in the journal and in memory.
    pub(crate) fn note(&mut self, journal: &mut Journal, events: &[Event], now: Stamp) -> Result<(), StoreError> {
        let lines: Vec<_> = events.iter().map(|e| (e.clone(), now, 0)).collect();
        self.events = journal.append(&lines)?;
        for event in events {
            self.session.apply(event);
        }
        Ok(())
    }
}

/// `event`, which an older hearback may have written without saying when the interview began: then its line says it.
fn begun(event: &Event, at: Stamp) -> Cow<'_, Event> {
    if matches!(event, Event::Began { on: None }) { Cow::Owned(event.clone().begun_on(at)) } else { Cow::Borrowed(event) }
}

/// Guides that were read already, by their bytes. Most sessions of a study froze the same one, and reading YAML is most of what a list
/// of sessions costs: 62 of them took 56 ms, and 13 since each guide is read once.
pub(crate) type Shelf = HashMap<Vec<u8>, Guide>;

/// Reads the session in `folder` without changing anything.
pub(crate) fn read(folder: &SessionFolder) -> Result<Found, StoreError> {
    let mut found = replay(folder, &journal::read(&folder.journal())?)?;
    // Whoever holds it writes; if nobody does, a session under way was cut short.
    if !folder.is_held() {
        found.session.found_unattended();
    }
    found.remarks.extend(recordings::strays(folder, &found.session).iter().map(Stray::words));
    Ok(found)
}

/// Sessions that can be read, each by its name; and the names of those that cannot.
pub(crate) type ReadAndUnread = (Vec<(String, Session)>, Vec<String>);

/// Every session of `study`.
pub(crate) fn read_all(study: &Study) -> Result<ReadAndUnread, StoreError> {
    let (mut all, mut unread) = (Vec::new(), Vec::new());
    for folder in study.sessions()? {
        match read(&folder) {
            Ok(found) => all.push((folder.name(), found.session)),
            Err(_) => unread.push(folder.name()),
        }
    }
    Ok((all, unread))
}

/// The takes of the session in `folder` beside their files, by length and format, and files there that no line knows; nothing where the session
/// cannot be read.
pub(crate) fn looked_at(folder: &SessionFolder) -> Option<(Vec<TakeCheck>, Vec<Stray>)> {
    let found = read(folder).ok()?;
    Some((recordings::checked(folder, &found.session, Depth::Length), recordings::strays(folder, &found.session)))
}

fn replay(folder: &SessionFolder, loaded: &Loaded) -> Result<Found, StoreError> {
    let mut found = replay_from(folder, loaded, &mut Shelf::new())?;
    // Whatever is withheld only now, too.
    hears_as_its_study(folder, &mut found.session);
    Ok(found)
}

/// The session in `folder` as the events in `loaded` make it, with guides from `shelf`.
pub(crate) fn replay_from(folder: &SessionFolder, loaded: &Loaded, shelf: &mut Shelf) -> Result<Found, StoreError> {
    let bytes = folder.guide()?;
    let known = shelf.get(&bytes).cloned();
    let guide = match known {
        Some(guide) => guide,
        None => frozen_guide(folder, &bytes)?,
    };
    shelf.entry(bytes.clone()).or_insert_with(|| guide.clone());
    let mut found = Found::of(guide, &guide_sum(&bytes), loaded).ok_or_else(|| StoreError::Empty(folder.journal()))?;
    if found.session.notes_by_number().next().is_some() {
        hears_as_its_study(folder, &mut found.session);
    }
    Ok(found)
}

/// What is withheld with a note begins as far before it as the study in which `folder` lies listens. Where that cannot be read, as usual.
pub(crate) fn hears_as_its_study(folder: &SessionFolder, session: &mut Session) {
    if let Ok(bytes) = folder::read_plain(&copies::study_of(folder.path()).join("study.yaml")) {
        session.is_heard_from(read_study("study.yaml", &bytes).settings.listening.before_a_note());
    }
}

pub(crate) fn frozen_guide(folder: &SessionFolder, bytes: &[u8]) -> Result<Guide, StoreError> {
    let file = read_guide(&folder.file("guide.yaml").display().to_string(), bytes);
    let problems = || file.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    file.guide.clone().ok_or_else(|| StoreError::Unreadable(problems()))
}

/// The guide that the session in `folder` keeps, as it was that day.
pub(crate) fn frozen(folder: &SessionFolder) -> Result<Guide, StoreError> {
    frozen_guide(folder, &folder.guide()?)
}

/// The digest by which a frozen guide is known again.
pub(crate) fn guide_sum(bytes: &[u8]) -> String {
    journal::fingerprint(bytes)
}
