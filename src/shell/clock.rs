//! The door through which time enters.
//!
//! One clock for the program, read once per message: a monotonic one for "how long ago" and for placing a keypress in the audio, and
//! the room's for dates. Everything inside gets its time as a value.

#![expect(clippy::disallowed_methods, reason = "this is the door")]

use std::time::Duration;
use std::time::Instant;

use crate::domain::time::Stamp;
use crate::domain::time::millis_of;

/// The program's clock.
#[derive(Clone, Copy, Debug)]
pub(in crate::shell) struct Clock {
    epoch: Instant,
}

/// One reading.
#[derive(Clone, Copy, Debug)]
pub(in crate::shell) struct Reading {
    /// The monotonic clock.
    pub(in crate::shell) instant: Instant,
    /// The same since the program began.
    pub(in crate::shell) since_start: Duration,
    /// The room's clock.
    pub(in crate::shell) wall: Stamp,
}

impl Clock {
    /// A clock that starts now.
    pub(in crate::shell) fn start() -> Self {
        Self { epoch: Instant::now() }
    }

    /// What it says.
    pub(in crate::shell) fn read(self) -> Reading {
        let instant = Instant::now();
        let since_start = instant.saturating_duration_since(self.epoch);
        Reading { instant, since_start, wall: wall() }
    }
}

impl Reading {
    /// Milliseconds since the program began.
    pub(in crate::shell) fn mono_ms(&self) -> u64 {
        millis_of(self.since_start)
    }
}

/// The room's clock.
pub(in crate::shell) fn wall() -> Stamp {
    let now = jiff::Zoned::now();
    let minutes = i16::try_from(now.offset().seconds() / 60).unwrap_or(0);
    Stamp::new(now.timestamp().as_millisecond(), minutes)
}
