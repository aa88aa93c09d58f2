//! What the system asks of who has the terminal.

/// What is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum JobControl {
    /// Nothing.
    Nothing,
    /// To stop (SIGTSTP).
    #[cfg_attr(not(unix), expect(dead_code, reason = "as no signal asks for it there"))]
    ToStop,
    /// To go on (SIGCONT), after a stop that may have been one nobody can refuse.
    ToGoOn,
}
