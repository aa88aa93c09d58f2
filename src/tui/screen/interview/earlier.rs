//! How far a key moves the stamp of a note to earlier, and how that is said.

use std::time::Duration;

use crate::words::say;

/// How far one press moves a stamp.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Earlier {
    /// To the beginning of what was just said.
    Seconds,
    /// To what was said "two minutes ago".
    Minute,
}

impl Earlier {
    pub(super) fn by(self) -> Duration {
        Duration::from_secs(match self {
            Self::Seconds => 5,
            Self::Minute => 60,
        })
    }
}

/// How long that is, in words.
pub(super) fn length(long: Duration) -> String {
    match (long.as_secs() / 60, long.as_secs() % 60) {
        (0, seconds) => say!("so-many-seconds", seconds = seconds.max(1)),
        (minutes, 0) => say!("so-many-minutes", minutes = minutes),
        (minutes, seconds) => say!("minutes-and-seconds", minutes = minutes, seconds = seconds),
    }
}
