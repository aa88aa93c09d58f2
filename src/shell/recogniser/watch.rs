//! A second process of this program, which waits for the first to die while a recogniser hears a copy of the sound.
//!
//! A program that is killed can put nothing away. The second one reads from a pipe that nobody writes into; when that ends, whoever held its
//! other end is gone, and it ends the recogniser with all that this has started, and destroys the copy. Where it is killed as well, the
//! copy is destroyed by whoever comes next ([`crate::store::lent::sweep`]). It is never typed, so the command line does not know it.

use std::ffi::OsString;
use std::io;
use std::io::Read;
use std::path::Path;
use std::process::Child;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;

use crate::store::lent;

/// By which the second process knows what it is.
const WORD: &str = "--watches-over-a-recogniser";

/// The second process. Dropping it ends it, and nothing else happens.
#[derive(Debug)]
pub(crate) struct Watch(Child);

impl Watch {
    /// Begins to watch over `recogniser`, which hears what lies in `folder`; nothing where that cannot be.
    pub(crate) fn over(recogniser: &Child, folder: &Path) -> Option<Self> {
        let mut command = Command::new(std::env::current_exe().ok()?);
        command.arg(WORD).arg(recogniser.id().to_string()).arg(folder);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        // Ctrl-C is not for it.
        #[cfg(unix)]
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
        command.spawn().ok().map(Self)
    }
}

impl Drop for Watch {
    fn drop(&mut self) {
        // While its pipe is open: it is not to do anything.
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// Is the second process, if these are its words.
pub(crate) fn watched(words: &[OsString]) -> Option<ExitCode> {
    let [_, word, group, folder] = words else { return None };
    if word != WORD {
        return None;
    }
    let folder = Some(Path::new(folder)).filter(|folder| lent::is_one(folder))?;
    io::stdin().read_to_end(&mut Vec::new()).ok();
    end(group.to_str()?.parse().ok()?);
    let done = lent::take_back(folder);
    Some(if done.is_ok() { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// Ends the group of processes of this number.
fn end(group: i32) {
    #[cfg(unix)]
    if let Some(group) = rustix::process::Pid::from_raw(group).filter(|_| group > 1) {
        rustix::process::kill_process_group(group, rustix::process::Signal::KILL).ok();
    }
    #[cfg(not(unix))]
    let _ = group;
}
