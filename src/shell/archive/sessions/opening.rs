//! A session is taken hold of: what an earlier run could not journal is taken in, and if a crash cut it short, it is mended. Doing it twice
//! changes nothing.

use crate::audio::take;
use crate::disk::lock::Lock;
use crate::disk::real::RealDisk;
use crate::domain::event::Event;
use crate::domain::recording::Stray;
use crate::domain::time::Stamp;
use crate::shell::archive::destroying;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions::Found;
use crate::shell::archive::sessions::mending::Remains;
use crate::shell::archive::sessions::mending::mend;
use crate::shell::archive::sessions::replay;
use crate::shell::archive::silencing;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::journal;
use crate::store::journal::Journal;
use crate::store::stranded;
use crate::words::say;

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

impl Held {
    /// Lets `events` have happened now, in the journal and in memory.
    pub(crate) fn note(&mut self, events: &[Event], now: Stamp) -> Result<(), StoreError> {
        self.found.note(&mut self.journal, events, now)
    }

    /// Leaves no unfinished note on the disk that is about what is not to be used: one that a crash left, or that was begun before they said
    /// so.
    pub(crate) fn forget_unwanted(&self, folder: &SessionFolder) -> Result<(), StoreError> {
        let unwanted = folder.draft().is_some_and(|draft| !self.found.session.may_show(&draft));
        if unwanted { folder.keep_draft(None) } else { Ok(()) }
    }
}

/// Takes hold of the session in `folder`, and mends what a crash left.
pub(crate) fn open(folder: &SessionFolder, now: Stamp, who: &str) -> Result<Held, StoreError> {
    let lock = folder.lock()?;
    let (mut journal, mut loaded) = Journal::open(&folder.journal())?;
    let torn = loaded.torn;
    journal.sign(Some(who.to_owned()));
    let taken_in = stranded::take_in(folder, &mut journal, &loaded)?;
    if journal.last() != loaded.entries.last().map_or(0, |entry| entry.n) {
        loaded = journal::read(&folder.journal())?;
    }
    let mut found = replay(folder, &loaded)?;
    found.remarks.extend(taken_in);
    let mut held = Held { found, journal, lock, mended: None };
    let remains = Remains::new(folder.takes()?, &loaded, held.lock.ending());
    destroying::here::complete_in(folder, &mut held.found, &mut held.journal, who, now)?;
    silencing::complete_in(folder, &mut held.found, &mut held.journal, who, now)?;
    held.mended = mend(&RealDisk, &mut held.found, &mut held.journal, &remains, now)?;
    if held.mended.is_none() {
        // A take that was made in the very moment of a crash, before the journal knew of any beginning, is a WAV all the same. One that
        // cannot be mended is left as it is. What lies beside takes that are known came from elsewhere, and is not touched.
        if held.found.session.takes().is_empty() {
            for path in remains.unknown_to(&held.found.session) {
                take::repair(path).ok();
            }
        }
    }
    // It is held, by us: nobody else is beginning a take.
    let session = &held.found.session;
    let strays = recordings::strangers_of(folder, |take| session.takes().contains_key(&take));
    held.found.remarks.extend(strays.iter().map(Stray::words));
    held.lock.sign();
    held.forget_unwanted(folder)?;
    if torn > 0 {
        held.found.remarks.push(say!("session-torn", count = torn));
    }
    Ok(held)
}
