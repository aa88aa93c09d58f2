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
pub(crate) enum Clock {
    /// The machine's, since this moment.
    Real(Instant),
    /// One that moves only when it is told to: for scripted interviews.
    Stepped {
        /// Where it began.
        epoch: Instant,
        /// How far it has been moved.
        passed: Duration,
        /// What the room's clock said at the beginning.
        wall: Stamp,
    },
}

/// One reading.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Reading {
    /// The monotonic clock.
    pub(crate) instant: Instant,
    /// The same since the program began.
    pub(crate) since_start: Duration,
    /// The room's clock.
    pub(crate) wall: Stamp,
}

impl Clock {
    /// A clock that starts now.
    pub(crate) fn start() -> Self {
        Self::Real(Instant::now())
    }

    /// A clock that stands at `wall` until it is moved.
    pub(crate) fn stepped(wall: Stamp) -> Self {
        Self::Stepped { epoch: Instant::now(), passed: Duration::ZERO, wall }
    }

    /// Moves a stepped clock on; a real one moves by itself.
    pub(crate) fn advance(&mut self, by: Duration) {
        if let Self::Stepped { passed, .. } = self {
            *passed += by;
        }
    }

    /// Sets the room's clock of a stepped one, as daylight saving, a time server and a person do, and leaves the other alone.
    pub(crate) fn set_wall(&mut self, to: Stamp) {
        if let Self::Stepped { wall, passed, .. } = self {
            *wall = Stamp { utc_ms: to.utc_ms.saturating_sub_unsigned(millis_of(*passed)), ..to };
        }
    }

    /// What it says.
    pub(crate) fn read(&self) -> Reading {
        match *self {
            Self::Real(epoch) => {
                let instant = Instant::now();
                Reading { instant, since_start: instant.saturating_duration_since(epoch), wall: wall() }
            }
            Self::Stepped { epoch, passed, wall } => {
                let utc_ms = wall.utc_ms.saturating_add_unsigned(millis_of(passed));
                Reading { instant: epoch + passed, since_start: passed, wall: Stamp { utc_ms, ..wall } }
            }
        }
    }
}

impl Reading {
    /// Milliseconds since the program began.
    pub(crate) fn mono_ms(&self) -> u64 {
        millis_of(self.since_start)
    }
}

/// The room's clock.
pub(crate) fn wall() -> Stamp {
    let now = jiff::Zoned::now();
    let minutes = i16::try_from(now.offset().seconds() / 60).unwrap_or(0);
    Stamp::new(now.timestamp().as_millisecond(), minutes)
}

/// The moment at which a clock on the wall of this machine shows that; of an hour that comes twice, the first.
pub(crate) fn local(shown: jiff::civil::DateTime) -> Stamp {
    let at = shown.to_zoned(jiff::tz::TimeZone::system());
    // One that no zone can tell is taken for that of Greenwich.
    let at = at.or_else(|_| shown.to_zoned(jiff::tz::TimeZone::UTC));
    at.map_or(Stamp::new(0, 0), |at| Stamp::new(at.timestamp().as_millisecond(), i16::try_from(at.offset().seconds() / 60).unwrap_or(0)))
}
