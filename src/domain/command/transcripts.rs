//! What may be done with transcripts: imported once the interview is over, and quoted where somebody can vouch for the words.

use crate::domain::command::Refusal;
use crate::domain::consent::Wish;
use crate::domain::event::Event;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::standing::Recorded;
use crate::domain::transcript::Imported;
use crate::domain::transcript::PassageHeard;
use crate::domain::transcript::SpeakersNamed;
use crate::domain::transcript::TranscriptId;
use crate::domain::transcript::Trust;
use crate::domain::transcript::handed::Handed;
use crate::domain::transcript::handed::Step;

impl Session {
    pub(super) fn transcript_imported(&self, imported: Box<Imported>) -> Result<Event, Refusal> {
        self.may_have_transcript().map(|()| Event::TranscriptImported(imported))
    }

    /// Whether a transcript may be laid beside it: it is over, there is sound of it, and nobody wants it destroyed.
    pub(crate) fn may_have_transcript(&self) -> Result<(), Refusal> {
        match self.phase() {
            Phase::Draft => return Err(Refusal::NotBegun),
            Phase::Recording | Phase::OffRecord => return Err(Refusal::AlreadyBegun),
            Phase::Interrupted => return Err(Refusal::CutShort),
            Phase::Ended | Phase::Reviewed => {}
        }
        match (self.recorded(), self.wants(Wish::DestroyAll)) {
            (_, true) => Err(Refusal::WantsItDestroyed),
            (Recorded::Nothing, false) => Err(Refusal::NothingRecorded),
            (Recorded::Something, false) => Ok(()),
        }
    }

    /// Whether its sound may be given to somebody, or to a program: nobody wants it destroyed.
    pub(crate) fn may_give_sound(&self) -> Result<(), Refusal> {
        self.may_have_transcript()?;
        if self.open_wish().is_some() { Err(Refusal::WantsItDestroyed) } else { Ok(()) }
    }

    pub(super) fn speakers_named(&self, named: SpeakersNamed) -> Result<Event, Refusal> {
        self.has_transcript(named.transcript).map(|()| Event::SpeakersNamed(named))
    }

    pub(super) fn passage_heard(&self, heard: PassageHeard) -> Result<Event, Refusal> {
        self.has_transcript(heard.transcript).map(|()| Event::PassageHeard(heard))
    }

    fn has_transcript(&self, id: TranscriptId) -> Result<(), Refusal> {
        let known = self.transcripts().all().iter().any(|one| one.transcript == id);
        if known { Ok(()) } else { Err(Refusal::NoTranscript) }
    }

    /// Giving sound away needs sound that may be given; what becomes of it then may always be written down.
    pub(super) fn transcript_handed(&self, handed: Handed) -> Result<Event, Refusal> {
        match handed.step {
            Step::Given if handed.stands.holds() => self.may_give_sound()?,
            _ if self.transcripts().handed().is_empty() => return Err(Refusal::NotGiven),
            _ => {}
        }
        Ok(Event::TranscriptHanded(handed))
    }

    /// Whether a passage may become a quote: where the waveform holds no speech, only after somebody has listened.
    pub fn may_quote_passage(&self, trust: Trust) -> Result<(), Refusal> {
        match trust {
            Trust::Sounds | Trust::Heard => Ok(()),
            Trust::Suspect => Err(Refusal::PassageSuspect),
        }
    }
}
