//! A material of a session is destroyed, to the end, whatever comes in between.
//!
//! The steps, each of which may be the last one that a crash lets happen:
//!
//! 1. What is to go is journaled: which material, which files by length and digest, what cannot be reached ([`Event::Destruction`]); with the
//!    sound, that each take is destroyed. From here on it is meant, and whoever opens the session next goes on with it.
//! 2. The files are destroyed ([`crate::store::going`]): written over, noted, unlinked, their folders synced.
//! 3. What this user's caches hold of it is destroyed, and what stands of a participant in the study's register.
//! 4. Where notes or transcripts go, the journal is written anew without them ([`crate::domain::tombstone`], [`crate::store::journal::anew`]),
//!    and what it was is destroyed.
//! 5. The receipt is written, and then it is journaled that all of it is gone.
//!
//! Nothing is taken away twice and nothing is forgotten: each step asks what is there. `tests/laboratory/` cuts it off after every call.

pub(crate) mod here;

use std::path::Path;

use crate::disk::Disk;
use crate::disk::Synced;
use crate::disk::sync_folder_of;
use crate::domain::consent::Wish;
use crate::domain::destruction::Beyond;
use crate::domain::destruction::Destruction;
use crate::domain::destruction::Material;
use crate::domain::destruction::Step;
use crate::domain::destruction::ThatWas;
use crate::domain::event::Event;
use crate::domain::session::Session;
use crate::domain::time::Frames;
use crate::domain::time::Stamp;
use crate::domain::tombstone;
use crate::shell::archive::sessions::Found;
use crate::store::belongings;
use crate::store::belongings::Belonging;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::store::going;
use crate::store::going::Doomed;
use crate::store::going::Way;
use crate::store::journal;
use crate::store::journal::Entry;
use crate::store::journal::Journal;
use crate::store::journal::anew::Line;
use crate::store::receipt;
use crate::store::receipt::GoneFile;
use crate::store::receipt::NotClaimed;
use crate::store::receipt::Receipt;
use crate::store::receipt::What;
use crate::words::say;

/// Says what of a session is of a material: all files but the journal.
pub type Lies<'l> = &'l dyn Fn(&Session, Material) -> Result<Vec<Belonging>, StoreError>;

/// Takes away what is left around the session when a material of it goes: empty folders, what caches hold, what a register says. What could not
/// be is given back.
pub type Around<'a> = &'a dyn Fn(&Session, &Destruction) -> Result<Vec<Beyond>, StoreError>;

/// Where it happens, and who does it.
pub struct Place<'p> {
    /// The disk.
    pub disk: &'p dyn Disk,
    /// The journal of the session.
    pub journal: &'p Path,
    /// The name of the session.
    pub name: &'p str,
    /// The folder of the study's receipts, which is there.
    pub receipts: &'p Path,
    /// What lies there.
    pub lies: Lies<'p>,
    /// What lies around.
    pub around: Around<'p>,
    /// Who does it.
    pub who: Option<&'p str>,
    /// When.
    pub now: Stamp,
}

impl std::fmt::Debug for Place<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Place").field("journal", &self.journal).finish_non_exhaustive()
    }
}

/// What is to be destroyed, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Order {
    /// What.
    pub what: Material,
    /// The reason that goes into the receipt.
    pub why: String,
    /// What the participant wants, where it is done for their sake.
    pub wish: Option<Wish>,
    /// What may be somewhere else.
    pub beyond: Vec<Beyond>,
    /// How many codes of the session the study's coding has that go with it.
    pub coding: u32,
}

/// Destroys it, and gives back the receipt. What is under way is finished first; where that takes what is ordered, its receipt is the one.
/// Whoever calls this holds the session.
pub fn destroy(place: &Place<'_>, found: &mut Found, journal: &mut Journal, order: Order) -> Result<Receipt, StoreError> {
    while let Some(open) = found.session.destructions().under_way().map(|one| one.what) {
        let receipt = go_on(place, found, journal)?;
        if open.takes(order.what) {
            return Ok(receipt);
        }
    }
    begin(place, found, journal, order)?;
    go_on(place, found, journal)
}

/// Says in the journal that it is meant.
fn begin(place: &Place<'_>, found: &mut Found, journal: &mut Journal, order: Order) -> Result<(), StoreError> {
    let Order { what, why, wish, beyond, coding } = order;
    may_be_written_anew(place, what)?;
    let mut files: Vec<ThatWas> = (place.lies)(&found.session, what)?.iter().map(|one| belongings::that_was(place.disk, one)).collect();
    if what != Material::Sound {
        let own = Belonging { path: place.journal.to_owned(), name: destroy_name(place.journal), material: what };
        files.push(belongings::that_was(place.disk, &own));
    }
    let session = &found.session;
    let (last_note, last_statement) = if what.takes(Material::Notes) { session.last_numbers() } else { (0, 0) };
    let on = place.now.date();
    let receipt = String::new();
    let begun = Destruction { what, step: Step::Begun, on, why, wish, files, beyond, last_note, last_statement, coding, receipt };
    // What is withheld with a note is found by it; of all of it nothing is left to be found.
    let withheld = if what == Material::Notes { session.sound_to_withhold() } else { Vec::new() };
    let takes = takes_destroyed(session, &begun);
    let events: Vec<Event> = withheld.into_iter().map(Event::Withheld).chain([Event::Destruction(begun)]).chain(takes).collect();
    found.note(journal, &events, place.now)
}

/// That each take is destroyed with `one`, of those of which no line says so yet.
fn takes_destroyed(session: &Session, one: &Destruction) -> Vec<Event> {
    let takes = session.takes().iter().filter(|(_, facts)| one.what.takes(Material::Sound) && facts.destroyed.is_none());
    let takes = takes.map(|(take, facts)| Event::TakeDestroyed {
        take: *take,
        on: one.on.clone(),
        reason: one.why.clone(),
        frames: session.timeline().frames_of(*take).unwrap_or_default(),
        sha256: facts.sha256,
    });
    takes.collect()
}

/// Goes on with what is under way in a session, from wherever it was cut off.
fn go_on(place: &Place<'_>, found: &mut Found, journal: &mut Journal) -> Result<Receipt, StoreError> {
    let Some(open) = found.session.destructions().under_way().cloned() else {
        return Err(StoreError::Empty(place.journal.to_owned()));
    };
    // Nothing is touched where it is not known what is meant.
    let Some(what) = What::of(open.what).filter(|_| !open.is_newer()) else {
        return Err(StoreError::NewerDestruction(place.journal.to_owned()));
    };
    may_be_written_anew(place, open.what)?;
    // A power cut may have kept the first of the lines that say what is meant, and none of the takes'. A full disk keeps nothing from going:
    // then they follow when all is done.
    found.note(journal, &takes_destroyed(&found.session, &open), place.now).ok();
    let doomed = (place.lies)(&found.session, open.what)?.into_iter();
    let doomed = doomed.map(|one| Doomed { path: one.path, name: one.name, way: Way::WriteOver }).collect();
    going::destroy_all(place.disk, place.journal, doomed)?;
    let mut not_reached = open.beyond.clone();
    not_reached.extend((place.around)(&found.session, &open)?);
    if open.what != Material::Sound {
        write_anew(place, found, journal, open.what)?;
    }
    let gone = the_old_journal(place)?;
    let receipt = written(place, (what, &open), &gone, not_reached);
    let path = receipt::file(place.disk, place.receipts, &receipt)?;
    let done = Event::Destruction(open.done(receipt::number(&path)));
    let events: Vec<Event> = takes_destroyed(&found.session, &open).into_iter().chain([done]).collect();
    found.note(journal, &events, place.now)?;
    going::forget(place.disk, place.journal);
    Ok(receipt)
}

/// Refuses where a line of the journal is not known here, and lines of it would stay: nobody can tell whether that one does.
fn may_be_written_anew(place: &Place<'_>, what: Material) -> Result<(), StoreError> {
    if what == Material::Sound || what.is_all() {
        return Ok(());
    }
    let is_known = journal::read_on(place.disk, place.journal)?.entries.iter().all(|entry| entry.event.is_some());
    if is_known { Ok(()) } else { Err(StoreError::NewerDestruction(place.journal.to_owned())) }
}

/// Writes the journal without what goes, unless it is without it.
fn write_anew(place: &Place<'_>, found: &mut Found, journal: &mut Journal, what: Material) -> Result<(), StoreError> {
    let loaded = journal::read_on(place.disk, place.journal)?;
    let lines = left(&loaded.entries, what);
    let stay = lines.iter().map(|line| Some(&line.event)).eq(loaded.entries.iter().map(|entry| entry.event.as_ref()));
    if stay && lines.len() == loaded.entries.len() {
        return Ok(());
    }
    journal.write_anew(&lines, &destroy::old(place.journal))?;
    let guide = found.session.guide().clone();
    if let Some(mut session) = Session::replay(guide, lines.iter().map(|line| &line.event)) {
        // What nobody can read is not wanted any more than it was.
        session.passes_over(lines.iter().filter(|line| line.is_unheeded()).count());
        found.session = session;
    }
    found.events = lines.len() as u64;
    Ok(())
}

/// The lines that are left of these.
fn left(entries: &[Entry], what: Material) -> Vec<Line> {
    let line = |entry: &Entry, event| Line {
        at: entry.at,
        mono: entry.mono,
        who: entry.who.as_ref().map(ToString::to_string),
        event,
        binds: entry.is_unheeded(),
    };
    if !what.is_all() {
        let stays = |entry: &Entry| entry.event.as_ref().and_then(|event| tombstone::left_of(event, what));
        return entries.iter().map(|entry| line(entry, stays(entry).unwrap_or(Event::LineLost))).collect();
    }
    let events: Vec<Option<&Event>> = entries.iter().map(|entry| entry.event.as_ref()).collect();
    let all = tombstone::left_of_all(&events).into_iter();
    let all = all.filter_map(|(n, event)| {
        // When it was held says how long that was.
        let entry = if matches!(event, Event::Began { .. } | Event::Ended { .. }) { entries.first() } else { entries.get(n) };
        entry.map(|entry| line(entry, event))
    });
    all.collect()
}

/// Destroys what the journal was, and says how all that was noted went.
fn the_old_journal(place: &Place<'_>) -> Result<Vec<GoneFile>, StoreError> {
    let old = destroy::old(place.journal);
    let way = match sync_folder_of(place.disk, place.journal) {
        Ok(Synced::Done) => Way::WriteOver,
        // The name of the journal may come back with a power cut, and then it must find its bytes.
        Ok(Synced::CannotBe) | Err(_) => Way::Delete,
    };
    going::destroy_all(place.disk, place.journal, vec![Doomed { path: old, name: destroy_name(place.journal), way }])
}

fn destroy_name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// The receipt of what was destroyed.
fn written(place: &Place<'_>, (what, open): (What, &Destruction), gone: &[GoneFile], not_reached: Vec<Beyond>) -> Receipt {
    let how = |was: &ThatWas| gone.iter().find(|gone| gone.file == was.file).map_or(destroy::Gone::Deleted, |gone| gone.how);
    let mut files: Vec<GoneFile> = open
        .files
        .iter()
        .map(|was| GoneFile { file: was.file.clone(), how: how(was), bytes: Some(was.bytes), sha256: was.sha256 })
        .collect();
    files.extend(gone.iter().filter(|one| open.files.iter().all(|was| was.file != one.file)).cloned());
    Receipt {
        format: 1,
        what,
        session: place.name.to_owned(),
        take: 0,
        on: open.on.clone(),
        why: open.why.clone(),
        by: place.who.map(str::to_owned),
        stretches: Vec::new(),
        withheld: Vec::new(),
        frames: Frames(0),
        sha256: None,
        now: None,
        files,
        coding: open.coding,
        scope: open.wish,
        not_reached,
        not_claimed: Some(NotClaimed::of_disks()),
    }
}

/// Goes on with what a crash has cut off, if anything was, and says what was done. What the disk refuses is said and left for the next time.
pub fn complete(place: &Place<'_>, found: &mut Found, journal: &mut Journal) -> Option<String> {
    let Some(open) = found.session.destructions().under_way() else {
        // What was noted of one that is done is needed no more: whoever did it was killed in that very moment.
        if !found.session.destructions().all().is_empty() {
            going::forget(place.disk, place.journal);
        }
        return None;
    };
    if open.is_newer() {
        return Some(StoreError::NewerDestruction(place.journal.to_owned()).to_string());
    }
    Some(match go_on(place, found, journal) {
        Ok(receipt) => receipt.words(),
        Err(why) => say!("destruction-not-finished", session = place.name, why = why.to_string()),
    })
}

#[cfg(test)]
mod tests;
