//! Where a session stands: its phase, the work that was done on it, and its audio. Words for states; what
//! leads from one to another is [`crate::domain::session`]'s.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::incident::Fault;
use crate::domain::named::Named;
use crate::domain::timeline::TakeNumber;
use crate::words::say;

/// Where a session stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// Set up, not begun.
    Draft,
    /// Under way, on the record.
    Recording,
    /// Under way, off the record.
    OffRecord,
    /// Cut short: what loading finds when a journal ends under way and nobody holds the lock. Never written.
    Interrupted,
    /// Over.
    Ended,
    /// Over and listened back.
    Reviewed,
}

/// Where a session stands in the work of a study: what the list of sessions shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Standing {
    /// Set up, not begun.
    Planned,
    /// Under way in another window.
    UnderWay,
    /// Cut short.
    Interrupted,
    /// Held, and there is sound of it.
    Recorded,
    /// Held, and nothing of it was recorded.
    NotesOnly,
    /// Held and listened back.
    ListenedBack,
    /// Statements of its summary are written.
    Drafted,
    /// A letter is written.
    Written,
    /// They took part no more and wanted all of it destroyed, and it is.
    Withdrawn,
    /// All of it was destroyed, for another reason.
    Destroyed,
}

/// Whether there is sound of a session.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recorded {
    /// There is.
    Something,
    /// There is none, or none that anybody could hear.
    Nothing,
}

/// How far the summary of a session has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// Nothing is written.
    None,
    /// Statements are.
    Statements,
    /// A letter is.
    Letter,
}

impl Standing {
    /// Every one, in the order in which a session comes through them.
    pub const ALL: [Self; 10] = [
        Self::Planned,
        Self::UnderWay,
        Self::Interrupted,
        Self::Recorded,
        Self::NotesOnly,
        Self::ListenedBack,
        Self::Drafted,
        Self::Written,
        Self::Withdrawn,
        Self::Destroyed,
    ];

    /// What follows from where the session, its sound and its summary stand.
    pub const fn of(phase: Phase, recorded: Recorded, work: Work) -> Self {
        match (phase, recorded, work) {
            (Phase::Draft, ..) => Self::Planned,
            (Phase::Recording | Phase::OffRecord, ..) => Self::UnderWay,
            (Phase::Interrupted, ..) => Self::Interrupted,
            (Phase::Ended | Phase::Reviewed, _, Work::Letter) => Self::Written,
            (Phase::Ended | Phase::Reviewed, _, Work::Statements) => Self::Drafted,
            (Phase::Ended, Recorded::Something, Work::None) => Self::Recorded,
            (Phase::Ended, Recorded::Nothing, Work::None) => Self::NotesOnly,
            (Phase::Reviewed, _, Work::None) => Self::ListenedBack,
        }
    }

    /// The words that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under way",
            Self::Interrupted => "interrupted",
            Self::Recorded => "recorded",
            Self::NotesOnly => "notes only",
            Self::ListenedBack => "listened back",
            Self::Drafted => "summary drafted",
            Self::Written => "letter written",
            Self::Withdrawn => "withdrawn",
            Self::Destroyed => "destroyed",
        }
    }

    /// The words that people have for it.
    pub fn words(self) -> String {
        match self {
            Self::Planned => say!("standing-planned"),
            Self::UnderWay => say!("standing-under-way"),
            Self::Interrupted => say!("standing-interrupted"),
            Self::Recorded => say!("standing-recorded"),
            Self::NotesOnly => say!("standing-notes-only"),
            Self::ListenedBack => say!("standing-listened-back"),
            Self::Drafted => say!("standing-drafted"),
            Self::Written => say!("standing-written"),
            Self::Withdrawn => say!("standing-withdrawn"),
            Self::Destroyed => say!("standing-destroyed"),
        }
    }
}

/// Where the audio stands: a second axis, because the interview goes on without it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Audio {
    /// Nothing yet.
    None,
    /// This take is being written.
    Live(TakeNumber),
    /// Notes only, by somebody's choice.
    NotesOnly(Choice),
    /// Gone, and this is what is known of it.
    Lost(Named<Fault>),
}

/// Whose choice it is that nothing is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// The participant's, from the beginning on.
    Declined,
    /// The participant's, in the middle of the interview.
    Withdrawn,
    /// The interviewer's, or for a reason that only a newer hearback knows.
    Interviewers,
}
