//! Whether something can be asked of a session where it stands.

use crate::domain::command::Refusal;
use crate::domain::consent::Agreement;
use crate::domain::guide::Covers;
use crate::domain::session::Session;
use crate::domain::standing::Phase;

impl Session {
    /// Statements can be written from the beginning of the interview on: the summary comes after listening back.
    pub(super) fn begun(&self) -> Result<(), Refusal> {
        if self.phase() == Phase::Draft { Err(Refusal::NotBegun) } else { Ok(()) }
    }

    /// Notes can be written and questions marked from the beginning of the interview until its review is finished.
    pub(super) fn open_for_changes(&self) -> Result<(), Refusal> {
        match self.phase() {
            Phase::Draft => Err(Refusal::NotBegun),
            // Of whoever takes no part any more nothing is added to what a crash cut short.
            Phase::Interrupted if self.consent_to(Covers::TakingPart) == Agreement::Refused => Err(Refusal::OnlyEnded),
            Phase::Recording | Phase::OffRecord | Phase::Interrupted | Phase::Ended => Ok(()),
            Phase::Reviewed => Err(Refusal::IsReviewed),
        }
    }

    /// The interview goes on: somebody holds it, on the record or off.
    pub(super) fn under_way(&self) -> Result<(), Refusal> {
        match self.phase() {
            Phase::Recording | Phase::OffRecord => Ok(()),
            Phase::Draft => Err(Refusal::NotBegun),
            Phase::Interrupted => Err(Refusal::CutShort),
            Phase::Ended | Phase::Reviewed => Err(Refusal::Over),
        }
    }

    /// The interview goes on, or was cut short and may go on.
    pub(super) fn not_over(&self) -> Result<(), Refusal> {
        match self.phase() {
            Phase::Recording | Phase::OffRecord | Phase::Interrupted => Ok(()),
            Phase::Draft => Err(Refusal::NotBegun),
            Phase::Ended | Phase::Reviewed => Err(Refusal::Over),
        }
    }

    /// What is said now may be transcribed later; off the record nothing is.
    pub(super) fn may_be_transcribed(&self) -> Result<(), Refusal> {
        match self.phase() {
            Phase::Draft => Err(Refusal::NotBegun),
            Phase::Recording => Ok(()),
            Phase::OffRecord => Err(Refusal::IsOffRecord),
            Phase::Interrupted => Err(Refusal::CutShort),
            Phase::Ended | Phase::Reviewed => Err(Refusal::Over),
        }
    }
}
