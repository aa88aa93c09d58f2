//! Sessions on disk become sessions in memory: reading and mending. How they are listed stands in `list.rs`.
//!
//! A session is its frozen guide and its journal. Reading one changes nothing. [`open`] takes hold of it first, takes in what an earlier run
//! could not journal and, if a crash cut it short, mends it: the journal's torn end is set aside, the headers of its takes are made to agree with what they hold, and what was
//! found is journaled. Doing it twice changes nothing.

use std::collections::BTreeSet;
use std::collections::HashMap;
use std::path::Path;
use std::path::PathBuf;

use crate::audio::AudioError;
use crate::audio::peaks;
use crate::audio::take;
use crate::audio::take::Depth;
use crate::audio::take::Repair;
use crate::disk::lock::Ending;
use crate::disk::lock::Lock;
use crate::domain::event::Event;
use crate::domain::event::Opened;
use crate::domain::guide::Guide;
use crate::domain::incident::Incident;
use crate::domain::incident::SetUp;
use crate::domain::named::Worded;
use crate::domain::recording::State;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::TakeSound;
use crate::domain::recovery;
use crate::domain::recovery::Crash;
use crate::domain::recovery::Recovery;
use crate::domain::session::Session;
use crate::domain::study::StudySettings;
use crate::domain::text::counted;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::shell::archive::recordings;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::guide_file::read_guide;
use crate::store::journal;
use crate::store::journal::Journal;
use crate::store::journal::Loaded;
use crate::store::salvage;
use crate::store::salvage::Addition;
use crate::store::salvage::Salvaged;
use crate::store::stranded;

/// What is said where a newer hearback wrote what a participant no longer wants.
pub(crate) const UNHEEDED: &str = "it says what the participant no longer wants in words that this hearback does not know: nothing may leave this session before a newer \
     one has read it";

/// A session that was read.
#[derive(Debug)]
pub(crate) struct Found {
    /// The session.
    pub(crate) session: Session,
    /// How many events its journal holds.
    pub(crate) events: u64,
    /// When the last version of its letter was written.
    pub(crate) letter_at: Option<Stamp>,
    /// Things to know: the guide was changed by hand, events of a newer version.
    pub(crate) remarks: Vec<String>,
}

/// A session that is held.
#[derive(Debug)]
pub(crate) struct Held {
    /// What was read.
    pub(crate) found: Found,
    /// Its journal.
    pub(crate) journal: Journal,
    /// The hold on it.
    pub(crate) lock: Lock,
    /// What a crash had cost, in one sentence.
    pub(crate) mended: Option<String>,
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
    Ok(found)
}

fn replay(folder: &SessionFolder, loaded: &Loaded) -> Result<Found, StoreError> {
    replay_from(folder, loaded, &mut Shelf::new())
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
    let mut remarks = Vec::new();
    let mut session = Session::replay_lines(guide, loaded.entries.iter().map(|entry| entry.event.as_ref()))
        .ok_or_else(|| StoreError::Empty(folder.journal()))?;
    session.passes_over(loaded.unheeded);
    if !session.is_understood() {
        remarks.push(UNHEEDED.into());
    }
    if !session.opened().guide_sum.is_empty() && session.opened().guide_sum != guide_sum(&bytes) {
        remarks.push("guide.yaml of this session was changed after the interview: it is not the guide that was used".into());
    }
    if loaded.unknown > 0 {
        remarks.push(format!("{} are of a newer hearback and are passed over", counted(loaded.unknown as u64, "event")));
    }
    let mut letters = loaded.entries.iter().filter(|entry| matches!(entry.event, Some(Event::LetterWritten { .. })));
    let letter_at = letters.next_back().map(|entry| entry.at);
    Ok(Found { session, events: loaded.entries.len() as u64, letter_at, remarks })
}

fn frozen_guide(folder: &SessionFolder, bytes: &[u8]) -> Result<Guide, StoreError> {
    let file = read_guide(&folder.file("guide.yaml").display().to_string(), bytes);
    let problems = || file.problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n");
    file.guide.clone().ok_or_else(|| StoreError::Unreadable(problems()))
}

/// The digest by which a frozen guide is known again.
pub(crate) fn guide_sum(bytes: &[u8]) -> String {
    journal::fingerprint(bytes)
}

/// Takes hold of the session in `folder`, and mends what a crash left.
pub(crate) fn open(folder: &SessionFolder, now: Stamp, who: String) -> Result<Held, StoreError> {
    let lock = folder.lock()?;
    let (mut journal, mut loaded) = Journal::open(&folder.journal())?;
    let torn = loaded.torn;
    journal.sign(Some(who));
    let taken_in = stranded::take_in(folder, &mut journal, &loaded)?;
    if journal.last() != loaded.entries.last().map_or(0, |entry| entry.n) {
        loaded = journal::read(&folder.journal())?;
    }
    let mut found = replay(folder, &loaded)?;
    found.remarks.extend(taken_in);
    let mut held = Held { found, journal, lock, mended: None };
    let takes = folder.takes()?;
    if wants_mending(&held.found.session, &takes) {
        let remains = Remains { takes, closed: closed(&loaded), ending: held.lock.ending() };
        held.mended = Some(mend(&mut held.found, &mut held.journal, &remains, take::repair, now)?);
    } else {
        // A take that was made in the very moment of a crash, before the journal knew of any beginning, is a WAV all the same. One that
        // cannot be mended is left as it is.
        let known = |path: &&PathBuf| number_of(path).is_none_or(|take| held.found.session.takes().contains_key(&take));
        for path in takes.iter().filter(|path| !known(path)) {
            take::repair(path).ok();
        }
    }
    held.lock.sign();
    if torn > 0 {
        held.found.remarks.push(format!("{torn} bytes at the end of the journal were no whole event and lie in journal.torn"));
    }
    Ok(held)
}

/// Makes the waveforms of `takes` again that are missing or do not fit, and says how many, and which could not be written. One of a take
/// that cannot be read is made whenever the take can. Not when a session is opened: reading hours of sound would keep an interview waiting
/// that wants to go on.
pub(crate) fn redraw(takes: &[PathBuf]) -> (u64, Vec<AudioError>) {
    let (mut made, mut refused) = (0, Vec::new());
    for take in takes {
        match peaks::rebuild(take) {
            Ok(anew) => made += u64::from(anew),
            Err(why @ AudioError::Io { doing: "written", .. }) => refused.push(why),
            Err(_) => {}
        }
    }
    (made, refused)
}

/// Reads every take from beginning to end. Of those of which no digest is known (a crash cut them off, or an earlier version took none) and
/// that are what was recorded, the digest is journaled: how many those are. What is not the recording that was made is remarked on. Not
/// when a session is opened: reading hours of sound would keep an interview waiting that wants to go on.
pub(crate) fn measure(folder: &SessionFolder, held: &mut Held, now: Stamp) -> Result<u64, StoreError> {
    let session = &held.found.session;
    let compared = recordings::checked(folder, session, Depth::Bytes);
    let measured: Vec<Event> = compared.iter().filter_map(|take| newly_measured(session, take)).collect();
    let remarks = recordings::remarks(folder, &compared);
    note(&mut held.found, &mut held.journal, &measured, now)?;
    held.found.remarks.extend(remarks);
    Ok(measured.len() as u64)
}

/// What the journal is to know of a take from now on, if it knew no digest and what lies there is just what it counts.
fn newly_measured(session: &Session, compared: &TakeCheck) -> Option<Event> {
    let TakeSound { frames, rate, channels, sha256 } = compared.found()?;
    let is_new = compared.state == State::NoDigest && session.timeline().frames_of(compared.take) == Some(frames);
    sha256.filter(|_| is_new).map(|sha256| Event::TakeMeasured { take: compared.take, frames, rate, channels, sha256 })
}

/// Makes a journal that can be read again out of one that is damaged before its end or has lost the session's set-up, and says what it
/// cost. The damaged one is kept beside it. On any other journal nothing is done.
pub(crate) fn rescue(folder: &SessionFolder, study: &StudySettings, now: Stamp, who: &str) -> Result<Option<String>, StoreError> {
    let _held = folder.lock()?;
    let mut what = None;
    let recovered = salvage::recover(&folder.journal(), now, Some(who), |saved| {
        let bytes = folder.guide()?;
        let guide = frozen_guide(folder, &bytes)?;
        let set_up = saved.lacks_set_up().then(|| set_up_again(folder, saved, &guide, &bytes, study)).transpose()?;
        let incident = cost(saved, if set_up.is_some() { SetUp::MadeAgain } else { SetUp::Kept });
        what = Some(incident.words());
        let session = Session::replay(guide, set_up.iter().chain(saved.events()));
        let at = session.ok_or_else(|| StoreError::Empty(folder.journal()))?.timeline().end();
        Ok(Addition { set_up, last: Event::Incident { at, incident: incident.into() } })
    })?;
    Ok(recovered.map(|done| format!("{} The damaged journal is kept as {}.", what.unwrap_or_default(), done.original.display())))
}

/// What the damage to a journal has cost.
fn cost(saved: &Salvaged, set_up: SetUp) -> Incident {
    let [kept, unproven] = [saved.entries.len(), saved.unproven.len()].map(|n| n as u64);
    Incident::Damaged { kept, unproven, lost: saved.missing, set_up }
}

/// The set-up of a session whose journal has lost it, from what else is known.
fn set_up_again(folder: &SessionFolder, saved: &Salvaged, guide: &Guide, bytes: &[u8], study: &StudySettings) -> Result<Event, StoreError> {
    let unknown = || StoreError::Empty(folder.journal());
    let (date, participant, round) = folder.named_after().ok_or_else(unknown)?;
    // Set-up and what follows it are moments apart. If what is left is of another day, midnight stands for a time that is not known.
    let first = saved.entries.first().map(|entry| entry.at).filter(|at| at.date() == date);
    let at = first.or_else(|| Stamp::from_rfc3339(&format!("{date}T00:00:00.000+00:00"))).ok_or_else(unknown)?;
    Ok(Event::Opened(Opened {
        at,
        // It is not known any more, and another would be another session's.
        id: String::new(),
        participant: participant.to_string(),
        round,
        setting: String::new(),
        present: String::new(),
        guide: guide.id.clone(),
        guide_version: guide.version.clone(),
        guide_sum: guide_sum(bytes),
        reaction_ms: study.reaction_ms,
    }))
}

/// Whether a crash cut it short.
fn wants_mending(session: &Session, takes: &[PathBuf]) -> bool {
    recovery::wants_mending(session, takes.iter().filter_map(|path| number_of(path)))
}

/// What a crash left of a session besides its journal.
struct Remains {
    /// Its takes, in order.
    takes: Vec<PathBuf>,
    /// Those that the journal knows to be finished.
    closed: BTreeSet<TakeNumber>,
    /// What the crash was.
    ending: Ending,
}

/// Makes the takes of a session that was cut short, and what its journal says of them, agree. Says what that cost.
///
/// The last event is written alone and last: it is what ends the mending, so a crash before it leads here again, and to the same.
fn mend<R>(found: &mut Found, journal: &mut Journal, remains: &Remains, mut repair: R, now: Stamp) -> Result<String, StoreError>
where
    R: FnMut(&Path) -> Result<Repair, AudioError>,
{
    let mut recovery = Recovery::of(&found.session, remains.closed.clone());
    if let Some(passed) = recovery.clock(&found.session) {
        note(found, journal, &[passed], now)?;
    }
    for path in &remains.takes {
        let Some(take) = number_of(path).filter(|take| !recovery::is_left(&found.session, *take)) else { continue };
        let Ok(Repair { frames, format, .. }) = repair(path) else {
            found.remarks.push(format!("{} could not be mended; it is left as it is", path.display()));
            continue;
        };
        let holds = TakeSound { frames, rate: format.rate, channels: format.channels, sha256: None };
        let counted = recovery.count(&found.session, take, holds);
        found.remarks.extend(counted.remark);
        note(found, journal, &counted.events, now)?;
    }
    let crash = match remains.ending {
        Ending::OfTheProgram => Crash::OfTheProgram,
        Ending::Unknown => Crash::PerhapsOfTheMachine,
    };
    note(found, journal, &[recovery.end(crash)], now)?;
    found.session.found_unattended();
    Ok(recovery.words(&found.session, crash))
}

/// Lets `events` have happened now, in the journal and in memory.
pub(crate) fn note(found: &mut Found, journal: &mut Journal, events: &[Event], now: Stamp) -> Result<(), StoreError> {
    let lines: Vec<_> = events.iter().map(|e| (e.clone(), now, 0)).collect();
    found.events = journal.append(&lines)?;
    for event in events {
        found.session.apply(event);
    }
    Ok(())
}

/// The takes that the journal knows to be finished.
fn closed(loaded: &Loaded) -> BTreeSet<TakeNumber> {
    recovery::closed(loaded.events())
}

/// The number in a take's name.
fn number_of(path: &Path) -> Option<TakeNumber> {
    let stem = path.file_stem()?.to_str()?;
    Some(TakeNumber(stem.strip_prefix("take-")?.parse().ok()?))
}

#[cfg(test)]
mod crashes;
