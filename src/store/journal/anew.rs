//! A journal is written anew with some of its lines alone, because the others hold what is to be destroyed.
//!
//! It is the one exception to a journal being added to and nothing else. The new one is written whole beside the old one, chained from its
//! first line on like any other, so that whoever can read journals reads it; it takes the old one's place in one step, and the old one keeps
//! a hidden name, where the disk knows second names, by which its bytes can be written over. Whoever calls this holds the session.

use std::path::Path;

use crate::disk::whole;
use crate::domain::event::Event;
use crate::domain::time::Stamp;
use crate::store::error::StoreError;
use crate::store::journal::Journal;
use crate::store::journal::beginning;
use crate::store::journal::open_file;
use crate::store::journal::parse;
use crate::store::journal::read_whole;
use crate::store::journal_line::Body;
use crate::store::journal_line::write_line;
use crate::words::message::message;

/// A line that stays.
#[derive(Clone, Debug)]
pub struct Line {
    /// When it happened, on the room's clock.
    pub at: Stamp,
    /// And on a monotonic one.
    pub mono: u64,
    /// Who wrote it.
    pub who: Option<String>,
    /// What happened.
    pub event: Event,
    /// Whether it says what a participant no longer wants, though nobody here can read it any more.
    pub binds: bool,
}

impl Line {
    /// Whether it binds, and it is not known here to what.
    pub fn is_unheeded(&self) -> bool {
        self.binds && self.event == Event::LineLost
    }
}

impl Journal {
    /// Writes it anew with `lines` alone, which get numbers from 1 on. The old one is called `old` from then on.
    pub fn write_anew(&mut self, lines: &[Line], old: &Path) -> Result<(), StoreError> {
        let failed = |e| StoreError::io(&self.path, message!("could-not-write-journal"), e);
        let (mut bytes, mut sum) = beginning();
        for (n, line) in (1..).zip(lines) {
            let at = line.at.rfc3339();
            let binds = line.event.binds() || line.is_unheeded();
            let body = Body { n, at: &at, mono: line.mono, who: line.who.as_deref(), binds, event: &line.event };
            sum = write_line(&mut bytes, &body, sum).map_err(|e| failed(e.into()))?;
        }
        let disk = self.disk.as_ref();
        // A name that an earlier try has left is that of the journal itself: it was not replaced, or this would not be asked for.
        disk.remove(old).ok();
        // A disk that knows no second names takes it away with the name.
        disk.hard_link(&self.path, old).ok();
        whole::replace_on(disk, &self.path, &bytes).map_err(failed)?;
        self.file = open_file(disk, &self.path).map_err(failed)?;
        self.end = parse(&self.path, &read_whole(self.file.as_ref()).map_err(failed)?)?.end;
        self.doubtful = false;
        Ok(())
    }
}
