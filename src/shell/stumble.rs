//! When the program itself is wrong: what a panic says, and what it must not give away.
//!
//! A panic's own text may hold what was being written down, so it is printed nowhere: of a panic on the main thread only the place is
//! kept, and [`caught`] makes one sentence of it once everything that stood on the stack has been dropped (the terminal given back, the
//! take finished, the journal written). A panic on a worker is caught by that worker and told on the screen. For the same reason no
//! image of the memory is left on the disk.

use std::panic;
use std::panic::AssertUnwindSafe;
use std::sync::Mutex;
use std::sync::PoisonError;

use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::live::terminal;
use crate::words::say;

/// Where the main thread fell: a source file and a line.
static PLACE: Mutex<Option<String>> = Mutex::new(None);

/// Does `work`; a panic in it becomes a failure of kind [`Kind::Bug`].
pub(crate) fn caught(work: impl FnOnce() -> Result<(), Failure>) -> Result<(), Failure> {
    panic::set_hook(Box::new(|info| {
        if std::thread::current().name() == Some("main") {
            // Here too, and not only when the guard is dropped: a second panic on the way would end the process at once.
            terminal::give_back();
            let place = info.location().map(|at| format!("{}:{}", short(at.file()), at.line()));
            *PLACE.lock().unwrap_or_else(PoisonError::into_inner) = place;
        }
    }));
    // Nothing that `work` had is looked at again.
    panic::catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|_| {
        let place = PLACE.lock().unwrap_or_else(PoisonError::into_inner).take();
        let place = place.unwrap_or_else(|| say!("stumbled-somewhere"));
        Err(Failure::new(Kind::Bug, say!("stumbled", place = place)))
    })
}

/// A source file without the folders of the machine that compiled it.
fn short(file: &str) -> &str {
    // Crates of others lie in `registry/src/<index>/<crate>/`.
    file.split_once("registry/src/").and_then(|(_, rest)| rest.split_once('/')).map_or(file, |(_, rest)| rest)
}

/// No image of this process's memory on the disk, whatever happens to it: there are notes in it.
pub(crate) fn leave_no_core() {
    #[cfg(unix)]
    {
        use rustix::process::Resource;
        use rustix::process::Rlimit;
        let hard = rustix::process::getrlimit(Resource::Core).maximum;
        // Where the system does not allow even that, there is nothing more to be done about it.
        rustix::process::setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: hard }).ok();
    }
}

/// Whether the system was told so; nothing where it knows of no such thing.
#[cfg(unix)]
#[expect(clippy::unnecessary_wraps, reason = "elsewhere nothing is known")]
pub(crate) fn leaves_no_core() -> Option<bool> {
    Some(rustix::process::getrlimit(rustix::process::Resource::Core).current == Some(0))
}

/// The same where there is no such thing.
#[cfg(not(unix))]
pub(crate) fn leaves_no_core() -> Option<bool> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_names_no_folder_of_the_machine_it_was_built_on() {
        assert_eq!(short("/home/somebody/.cargo/registry/src/index.crates.io-1949/ratatui-0.30.2/src/x.rs"), "ratatui-0.30.2/src/x.rs");
        assert_eq!(short("src/tui/update.rs"), "src/tui/update.rs");
    }
}
