//! Where the session stands now.
//!
//! While a take runs, the position comes from frames: the gauge says which frame the microphone heard at a given moment. Without audio the
//! monotonic clock counts instead, and off the record nothing does. The position never goes back.

use std::time::Duration;

use crate::audio::gauge::Gauge;
use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::shell::live::clock::Reading;

/// Measures the session's position.
#[derive(Debug, Default)]
pub(crate) struct Ruler {
    at: Position,
    /// What is left of the last whole millisecond, so that nothing is lost by asking often.
    since: Duration,
    /// Where frame `first` of the running recording lies, which is the first that is kept.
    base: Position,
    first: Frames,
}

impl Ruler {
    /// A ruler that begins where `session` ended so far.
    pub(crate) fn over(session: &Session, now: &Reading) -> Self {
        Self { at: session.timeline().end(), since: now.since_start, base: Position::START, first: Frames(0) }
    }

    /// A recording began, its frame `first` at `base`.
    pub(crate) fn recording_from(&mut self, base: Position, first: Frames) {
        (self.base, self.first) = (base, first);
    }

    /// Where `frame` of the running recording lies.
    fn position_of(&self, frame: Frames, gauge: &Gauge) -> Position {
        self.base.forward((frame.max(self.first) - self.first).duration(gauge.rate()))
    }

    /// The microphone of the running recording is gone: time went on since its last frame, though nothing said so until `now`.
    pub(crate) fn outlive(&mut self, gauge: &Gauge, now: &Reading) {
        let frames = gauge.frames().duration(gauge.rate());
        let silent = gauge.anchor().map_or(Duration::ZERO, |anchor| now.instant.saturating_duration_since(anchor + frames));
        self.at = self.at.max(self.position_of(gauge.frames(), gauge).forward(silent));
        self.since = now.since_start;
    }

    /// The position at `now`.
    pub(crate) fn read(&mut self, session: &Session, gauge: Option<&Gauge>, now: &Reading) -> Position {
        let passed = now.since_start.saturating_sub(self.since);
        let whole = Duration::from_millis(u64::try_from(passed.as_millis()).unwrap_or(u64::MAX));
        self.since += whole;
        self.at = match (session.phase(), session.audio(), gauge) {
            (Phase::Recording, Audio::Live(_), Some(gauge)) => self.at.max(self.position_of(gauge.frames_at(now.instant), gauge)),
            (Phase::Recording, Audio::NotesOnly(_) | Audio::Lost(_), _) => self.at.forward(whole),
            _ => self.at,
        };
        self.at
    }
}
