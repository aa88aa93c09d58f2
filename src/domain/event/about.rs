//! What each event is about.

use crate::domain::event::Event;
use crate::domain::member_check::reply::Disposed;
use crate::domain::time::Stamp;

/// What an event is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// The session before the interview: how it was set up, and consent.
    SetUp,
    /// The course of the session: begun, ended, reviewed, a letter written.
    Course,
    /// What the recorder does, and on or off the record.
    Recording,
    /// Questions and probes.
    Guide,
    /// Notes.
    Notes,
    /// Statements of the summary.
    Statements,
    /// What is seen to afterwards, and the interviewer's own page.
    Evening,
}

impl Event {
    /// It, with the moment at which an interview began that begins by it and does not say so.
    pub(crate) fn begun_on(self, at: Stamp) -> Self {
        match self {
            Self::Began { on: None } => Self::Began { on: Some(at) },
            other => other,
        }
    }

    /// Whether something may not be used any more by it that a text may hold which was made of the session before.
    pub(crate) fn takes_away(&self) -> bool {
        match self {
            Self::Withheld(_)
            | Self::ConsentWithdrawn(_)
            | Self::ConsentChanged(_)
            | Self::TakeDestroyed { .. }
            | Self::Destruction(_)
            | Self::SilencingBegun(_) => true,
            Self::ReplyReceived(remark) => remark.is.binds() && remark.stands.holds(),
            Self::Disposition(disposition) => disposition.is == Disposed::Withdrawn && disposition.stands.holds(),
            Self::Undone { by, .. } => by.takes_away(),
            _ => false,
        }
    }

    /// Whether it may change a statement.
    pub(crate) fn changes_statements(&self) -> bool {
        match self {
            Self::Undone { by, .. } => by.changes_statements(),
            other => other.about() == About::Statements,
        }
    }

    /// What it is about; an undo is about what it takes back.
    pub fn about(&self) -> About {
        match self {
            Self::Opened(_)
            | Self::ConsentAnswered(_)
            | Self::ConsentWithdrawn(_)
            | Self::ConsentChanged(_)
            | Self::Prepared(_)
            | Self::Seats(_) => About::SetUp,
            Self::Began { .. }
            | Self::Distress { .. }
            | Self::MustBeReported(_)
            | Self::Incident { .. }
            | Self::Ended { .. }
            | Self::Reviewed
            | Self::Reopened
            | Self::LetterWritten { .. }
            | Self::TranscriptImported(_)
            | Self::SpeakersNamed(_)
            | Self::TranscriptHanded(_)
            | Self::SoundCopied(_)
            | Self::Destruction(_)
            | Self::LineLost => About::Course,
            Self::TakeStarted { .. }
            | Self::Checkpoint { .. }
            | Self::Gap { .. }
            | Self::TakeClosed { .. }
            | Self::TakeMeasured { .. }
            | Self::TakeDestroyed { .. }
            | Self::SilencingBegun(_)
            | Self::Silenced(_)
            | Self::SilencingGivenUp { .. }
            | Self::ClockCompared { .. }
            | Self::AudioStopped { .. }
            | Self::TimePassed { .. }
            | Self::Recovered { .. }
            | Self::WentOffRecord { .. }
            | Self::WentOnRecord { .. } => About::Recording,
            Self::QuestionOpened { .. }
            | Self::CoverageMarked { .. }
            | Self::ProbeMarked { .. }
            | Self::ProbeAsked { .. }
            | Self::ChoiceAnswered { .. } => About::Guide,
            Self::NoteAdded { .. }
            | Self::NoteRevised { .. }
            | Self::NoteStruck { .. }
            | Self::NoteRestored { .. }
            | Self::NotesHeard { .. }
            | Self::CodeDefined(_)
            | Self::NoteCoded { .. }
            | Self::NotesJoined { .. }
            | Self::NotesParted { .. }
            | Self::NoteSplit { .. }
            | Self::NameSaid { .. }
            | Self::PointGathered { .. }
            | Self::ReadBack(_) => About::Notes,
            Self::Withheld(_) | Self::WithheldLifted(_) | Self::PassageHeard(_) | Self::AskedSo(_) => About::Evening,
            Self::LetterChecked(_) | Self::LetterSent(_) | Self::ReplyReceived(_) | Self::Disposition(_) | Self::NoReply(_) => {
                About::Evening
            }
            Self::QuoteShelved(_) | Self::QuoteTranslated(_) | Self::QuoteRead(_) => About::Evening,
            Self::FollowedUp(_) | Self::Reported(_) | Self::SeenTo(_) | Self::FieldMemo { .. } | Self::GuideLookedAt(_) => About::Evening,
            Self::StatementWritten { .. }
            | Self::StatementRevised { .. }
            | Self::StatementStruck { .. }
            | Self::StatementRestored { .. }
            | Self::StatementRests { .. }
            | Self::StatementMoved { .. }
            | Self::StatementsJoined { .. }
            | Self::StatementsParted { .. }
            | Self::StatementSplit { .. }
            | Self::StatementSetAside { .. }
            | Self::StatementMeant { .. } => About::Statements,
            Self::Undone { by, .. } => by.about(),
        }
    }
}
