//! Standard error put aside while a sound library may write to it.
//!
//! libasound writes what it thinks to standard error: in the middle of the screen, or between the lines of an answer. [`hush`] sends
//! that nowhere until the guard is dropped; what we have to say is said after. One guard at a time, on the main thread: two would put
//! each other's nowhere back.

/// Puts standard error aside if it is the terminal; if it goes to a file it does no harm there.
#[cfg(unix)]
pub(crate) fn hush() -> Option<Hushed> {
    use std::io;
    use std::io::IsTerminal;
    if !io::stderr().is_terminal() {
        return None;
    }
    let before = rustix::io::dup(io::stderr()).ok()?;
    let nowhere = rustix::fs::open("/dev/null", rustix::fs::OFlags::WRONLY, rustix::fs::Mode::empty()).ok()?;
    rustix::stdio::dup2_stderr(&nowhere).ok()?;
    Some(Hushed { before })
}

/// Nothing to hush where there is no libasound.
#[cfg(not(unix))]
pub(crate) fn hush() -> Option<Hushed> {
    None
}

/// Standard error is put aside; dropping this brings it back.
#[derive(Debug)]
pub(crate) struct Hushed {
    #[cfg(unix)]
    before: std::os::fd::OwnedFd,
}

#[cfg(unix)]
impl Drop for Hushed {
    fn drop(&mut self) {
        rustix::stdio::dup2_stderr(&self.before).ok();
    }
}
