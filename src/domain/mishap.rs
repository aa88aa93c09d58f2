//! What is told of a session that went wrong and was outlived: an incident, or what amounts to one.

use std::time::Duration;

use crate::domain::incident::EndCause;
use crate::domain::incident::Fault;
use crate::domain::incident::GapCause;
use crate::domain::incident::Incident;
use crate::domain::named::Named;
use crate::domain::named::Worded;
use crate::domain::time::Position;
use crate::domain::time::lost_words;
use crate::words::say;

/// Something that is told of a session: an incident, or what amounts to one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mishap {
    /// Where on the timeline.
    pub at: Position,
    /// What happened.
    pub what: MishapKind,
}

/// What a [`Mishap`] is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MishapKind {
    /// An incident.
    Incident(Named<Incident>),
    /// So much sound never came, and silence stands in its place.
    Gap(Duration, Named<GapCause>),
    /// The sound was lost.
    Lost(Named<Fault>),
    /// A crash was mended, and at most so much is missing, in milliseconds.
    Recovered(u64),
    /// The interview ended otherwise than by its interviewer.
    Ended(Named<EndCause>),
}

impl MishapKind {
    /// The name of its kind, as journals have it.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Incident(_) => "incident",
            Self::Gap(..) => "gap",
            Self::Lost(_) => "audio-stopped",
            Self::Recovered(_) => "recovered",
            Self::Ended(_) => "ended",
        }
    }
}

impl Worded for MishapKind {
    fn words(&self) -> String {
        match self {
            Self::Incident(incident) => incident.words(),
            Self::Gap(long, why) => say!("mishap-gap", long = lost_words(*long), why = why.words()),
            Self::Lost(fault) => fault.words(),
            Self::Recovered(ms) => say!("mishap-recovered", missing = lost_words(Duration::from_millis(*ms))),
            Self::Ended(why) => why.words(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_lost_is_told_in_seconds_and_never_as_none() {
        let gap = |ms| MishapKind::Gap(Duration::from_millis(ms), GapCause::Late.into()).words();
        assert_eq!(gap(1_040), "1.0 s of sound was lost, and silence stands there: the audio did not arrive in time");
        assert_eq!(gap(10), "less than 0.1 s of sound was lost, and silence stands there: the audio did not arrive in time");
        assert_eq!(MishapKind::Recovered(200).words(), "recovered after a crash; at most 0.2 s is missing here");
        assert_eq!(Fault::EndNotTaken { ms: 30 }.words(), "the end of the recording is lost, less than 0.1 s: the disk did not take it");
    }
}
