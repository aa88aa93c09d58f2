//! What an interview does with sound, in a word: the first row says it, and so does a window that is too small for anything else.

use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::words::say;

/// What the session does with sound, as the first row says it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    OffRecord,
    Starting,
    /// The same room, and no recording that anybody will have.
    Rehearsal,
    Recording,
    NotesOnly,
    NoAudio,
    NotBegun,
    CutShort,
    Ended,
}

impl State {
    pub(crate) fn of(model: &Model, session: &Session) -> Self {
        let resuming = model.screen.face().is_resuming();
        match (session.phase(), session.audio()) {
            (Phase::OffRecord, _) => Self::OffRecord,
            (Phase::Recording, Audio::Live(_)) if resuming => Self::Starting,
            (Phase::Recording, Audio::Live(_)) if model.shared.keeping == Keeping::Nothing => Self::Rehearsal,
            (Phase::Recording, Audio::Live(_)) => Self::Recording,
            (Phase::Recording, Audio::NotesOnly(_)) => Self::NotesOnly,
            (Phase::Recording, Audio::Lost(_)) => Self::NoAudio,
            (Phase::Recording, Audio::None) => Self::Starting,
            (Phase::Draft, _) => Self::NotBegun,
            (Phase::Interrupted, _) => Self::CutShort,
            (Phase::Ended | Phase::Reviewed, _) => Self::Ended,
        }
    }

    /// Whether what is said now is heard.
    pub(crate) fn is_live(self) -> bool {
        matches!(self, Self::Recording | Self::Rehearsal)
    }

    pub(crate) fn words(self) -> String {
        match self {
            Self::OffRecord => say!("state-off-record"),
            Self::Starting => say!("state-starting"),
            Self::Rehearsal => say!("state-rehearsal"),
            Self::Recording => say!("state-recording"),
            Self::NotesOnly => say!("state-notes-only"),
            Self::NoAudio => say!("state-no-audio"),
            Self::NotBegun => say!("state-not-begun"),
            Self::CutShort => say!("state-cut-short"),
            Self::Ended => say!("state-ended"),
        }
    }
}
