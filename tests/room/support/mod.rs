//! Real parts for the tests that need them: a terminal window, a study on disk, a sound server, sound that can be found again.
//!
//! Nothing here sleeps in the hope that something has happened meanwhile: every wait is for a condition, with a deadline generous
//! enough for a machine that is busy with other things. What is measured has a clock [`beside`] it.

pub(crate) mod beside;
pub(crate) mod room;
pub(crate) mod sound;
pub(crate) mod study;
pub(crate) mod window;

use std::sync::PoisonError;
use std::sync::RwLock;
use std::sync::RwLockReadGuard;
use std::sync::RwLockWriteGuard;
use std::thread;
use std::time::Duration;
use std::time::Instant;

/// How long anything may take before it counts as never happening.
pub(crate) const PATIENCE: Duration = Duration::from_secs(90);

/// Between two looks at something that cannot wake us.
const LOOK: Duration = Duration::from_millis(10);

static MACHINE: RwLock<()> = RwLock::new(());

/// For a test that measures time: none of the others that come through here runs beside it.
pub(crate) fn alone() -> RwLockWriteGuard<'static, ()> {
    MACHINE.write().unwrap_or_else(PoisonError::into_inner)
}

/// For a test that does not mind others.
pub(crate) fn in_company() -> RwLockReadGuard<'static, ()> {
    MACHINE.read().unwrap_or_else(PoisonError::into_inner)
}

/// Looks until there is something to see.
pub(crate) fn until<T>(what: &str, look: impl FnMut() -> Option<T>) -> T {
    within(PATIENCE, look).unwrap_or_else(|| panic!("waited {PATIENCE:?} in vain: {what}"))
}

/// Looks for so long at most whether there is something to see.
pub(crate) fn within<T>(most: Duration, mut look: impl FnMut() -> Option<T>) -> Option<T> {
    let deadline = Instant::now() + most;
    loop {
        if let Some(seen) = look() {
            return Some(seen);
        }
        if Instant::now() >= deadline {
            return None;
        }
        thread::sleep(LOOK);
    }
}

/// What an interviewer presses, as the terminal sends it.
pub(crate) mod key {
    pub(crate) const ENTER: &str = "\r";
    pub(crate) const NEXT_TOPIC: &str = "\x1b[6~";
    pub(crate) const OFF_RECORD: &str = "\x1b[20~";
    pub(crate) const END: &str = "\x1b[21~";
    pub(crate) const CTRL_C: &str = "\x03";
}
