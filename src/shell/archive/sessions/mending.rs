//! What a crash left is mended: the headers of the takes are made to agree with what they hold, and what was found is journaled.
//!
//! What is decided about it stands in the domain ([`recovery`]); here it is done, on whatever disk the session lies on. [`mend`] may be cut
//! short itself after any of its calls and be done again, to the same end: `tests/laboratory/` goes through all of them.

use std::collections::BTreeSet;
use std::path::Path;
use std::path::PathBuf;

use crate::audio::take;
use crate::audio::take::Repair;
use crate::disk::Disk;
use crate::disk::lock::Ending;
use crate::domain::recording::TakeSound;
use crate::domain::recovery;
use crate::domain::recovery::Crash;
use crate::domain::recovery::Recovery;
use crate::domain::session::Session;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::shell::archive::sessions::Found;
use crate::store::error::StoreError;
use crate::store::journal::Journal;
use crate::store::journal::Loaded;
use crate::words::say;

/// What a crash left of a session besides its journal.
#[derive(Clone, Debug)]
pub struct Remains {
    takes: Vec<PathBuf>,
    /// Those that the journal knows to be finished.
    closed: BTreeSet<TakeNumber>,
    ending: Ending,
}

impl Remains {
    /// The takes that lie here, in order, beside a journal that holds what was `loaded`; and what the crash was.
    pub fn new(takes: Vec<PathBuf>, loaded: &Loaded, ending: Ending) -> Self {
        Self { takes, closed: recovery::closed(loaded.events()), ending }
    }

    /// The takes that `session` knows nothing of.
    pub(crate) fn unknown_to(&self, session: &Session) -> impl Iterator<Item = &Path> {
        let known = |path: &Path| number_of(path).is_none_or(|take| session.takes().contains_key(&take));
        self.takes.iter().map(PathBuf::as_path).filter(move |path| !known(path))
    }
}

/// Makes the takes on `disk` of a session that a crash cut short, and what its journal says of them, agree. Says what the crash has cost;
/// nothing, and nothing is done, where there was none.
///
/// The last event is written alone and last: it is what ends the mending, so a crash before it leads here again, and to the same.
pub fn mend(
    disk: &dyn Disk,
    found: &mut Found,
    journal: &mut Journal,
    remains: &Remains,
    now: Stamp,
) -> Result<Option<String>, StoreError> {
    if !recovery::wants_mending(&found.session, remains.takes.iter().filter_map(|path| number_of(path))) {
        return Ok(None);
    }
    let mut recovery = Recovery::of(&found.session, remains.closed.clone());
    if let Some(passed) = recovery.clock(&found.session) {
        found.note(journal, &[passed], now)?;
    }
    for path in &remains.takes {
        let Some(take) = number_of(path).filter(|take| !recovery::is_left(&found.session, *take)) else { continue };
        let Ok(Repair { frames, format, .. }) = take::repair_on(disk, path) else {
            found.remarks.push(say!("session-take-unmended", file = path.display().to_string()));
            continue;
        };
        let holds = TakeSound { frames, rate: format.rate, channels: format.channels, sha256: None };
        let counted = recovery.count(&found.session, take, holds);
        found.remarks.extend(counted.remark);
        found.note(journal, &counted.events, now)?;
    }
    let crash = match remains.ending {
        Ending::OfTheProgram => Crash::OfTheProgram,
        Ending::Unknown => Crash::PerhapsOfTheMachine,
    };
    found.note(journal, &[recovery.end(crash)], now)?;
    found.session.found_unattended();
    Ok(Some(recovery.words(&found.session, crash)))
}

fn number_of(path: &Path) -> Option<TakeNumber> {
    TakeNumber::of_file(path.file_name()?.to_str()?)
}
