//! Everything the interface can ask for.
//!
//! `update` returns these as values; the shell performs them, one arm each, and answers with messages. What an effect needs is in it.

use std::collections::BTreeMap;

use crate::domain::consent::Consent;
use crate::domain::event::Event;
use crate::domain::event::Opened;
use crate::domain::event::Video;
use crate::domain::guide::Id;
use crate::domain::guide::Round;
use crate::domain::hearing::Hearing;
use crate::domain::hearing::Left;
use crate::domain::note::Draft;
use crate::domain::note::NoteId;
use crate::domain::prepared::Prepared;
use crate::domain::query::Query;
use crate::domain::seats::Table;
use crate::domain::study::ParticipantCode;
use crate::domain::study::change::RegisterChange;
use crate::domain::time::Position;
use crate::domain::timeline::TakeNumber;
use crate::domain::undo::UndoWay;
use crate::tui::microphone::Microphone;

/// Something asked of the world.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Write event number `.0` to the journal, and say when it is safe.
    Append(u64, Box<Event>),
    /// Keep the unfinished note on disk, or forget it.
    KeepDraft(Option<Draft>),
    /// Open this microphone and keep nothing: for the level before the interview.
    Hear(Microphone),
    /// Of the microphone that is opened so, remember the last so many seconds for the take that begins next, or (0) forget them.
    Remember(u32),
    /// Begin a take with this microphone, after ending what runs; the answer carries the ticket.
    StartTake(TakeNumber, Microphone, u32),
    /// Keep the computer from falling asleep until the session is closed.
    StayAwake,
    /// Look which microphones there are by now.
    FindMicrophones,
    /// Try whether the study's disk takes what an interview writes.
    TryDisk,
    /// Release the device; the take stays open.
    PauseTake,
    /// Take the device again, into the same take; the answer carries the ticket.
    ResumeTake(u32),
    /// Finish the take.
    CloseTake,
    /// Make a session.
    Create(Box<NewSession>),
    /// Open the session in this folder.
    Open(String, Purpose),
    /// Play from here.
    Play(Position),
    /// Stop playing.
    Halt,
    /// Whatever plays is heard so from now on.
    HearSo(Hearing),
    /// Whatever plays goes round between these from now on, or no more.
    GoRound(Option<(Position, Position)>),
    /// Remember, outside the study, how the session that is open was left.
    KeepLeft(Left),
    /// Do this for the check of the room.
    CheckRoom(CheckStep),
    /// Read the takes of the session that is open back from the disk, from beginning to end.
    VerifyTakes,
    /// Get the waveform of the session that is open, and say how that goes.
    DrawWaveform,
    /// Make a clip of this note, in the study's folder of them.
    MakeClip(NoteId),
    /// Look for this in the sessions of the study; what was looked for before is wanted no more.
    Search(Search),
    /// What was looked for is wanted no more.
    SearchNoMore,
    /// Read the transcripts of the session that is open, and say what they are.
    ReadTranscripts,
    /// Write the letter.
    WriteLetter,
    /// Say what a letter of the session that is open says beside its statements.
    AskForLetter,
    /// Give this text, the statements of the session that is open, to the editor that whoever sits here has.
    EditOutside(String),
    /// What came back from it was taken in: it need lie nowhere any more.
    EditTaken,
    /// Read the register of participants anew.
    ReadRegister,
    /// Change it so in its file, where that is still what somebody has seen of it.
    ChangeRegister {
        /// What is changed.
        change: Box<RegisterChange>,
        /// The file as it was read.
        seen: Vec<u8>,
    },
    /// Put the file of the register back to what it was before a change, or after it, where it is still what it was seen as.
    RestoreRegister {
        /// The file as it is.
        seen: Vec<u8>,
        /// And as it is to be.
        to: Vec<u8>,
        /// Whether a change is taken back or done again.
        way: UndoWay,
    },
    /// Count the figures of the study, from all its sessions.
    CountFigures,
    /// Close the session that is open, when all of it is on disk, and read the list again.
    CloseSession,
}

/// What is looked for in the sessions of the study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Search {
    /// By which the answer is known.
    pub number: u64,
    /// What.
    pub query: Query,
    /// The session in which it is looked for elsewhere.
    pub without: Option<String>,
}

/// What is asked for the check of the room.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CheckStep {
    /// Delete what a program that was killed has left of earlier ones.
    Sweep,
    /// Record from this microphone to the study's disk, where no list takes it for a session.
    Record(Microphone),
    /// Stop recording, play what was recorded from the disk, and delete it.
    Play,
    /// Stop, and delete what there is of it.
    Delete,
}

/// What a session is opened for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// To begin, or to go on with, the interview.
    Conduct,
    /// To listen back.
    Listen,
    /// To write the summary.
    Statements,
    /// To see to what is to be seen to after an interview.
    Ends,
    /// To look after its letters.
    Letters,
}

/// What a new session is made of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewSession {
    /// Which of the study's guides.
    pub guide: Id,
    /// The participant's code.
    pub participant: String,
    /// Which interview with them.
    pub round: Round,
    /// Where.
    pub setting: String,
    /// Who else is in the room.
    pub present: String,
    /// That it is held by video, if it is.
    pub video: Option<Video>,
    /// The code of whoever leads, if the form says it.
    pub leads: Option<ParticipantCode>,
    /// The interviewer's code, if the form says it.
    pub interviewer: Option<ParticipantCode>,
    /// The answers to the consent items.
    pub consents: Vec<Consent>,
    /// Who sits where, in a group.
    pub table: Option<Table>,
    /// What the form was told and found out beside that.
    pub prepared: Prepared,
    /// The microphone; nothing for notes only.
    pub microphone: Option<Microphone>,
    /// The one that is taken if that is lost; nothing to wait for it.
    pub fallback: Option<Microphone>,
}

impl NewSession {
    /// The first event of the session, as far as the form says it: what is known of the participant is not in it.
    pub(crate) fn opened(
        &self,
        at: crate::domain::time::Stamp,
        id: String,
        guide_version: String,
        reaction_ms: u32,
        guide_sum: String,
    ) -> Opened {
        let Self { guide, participant, round, setting, present, video, .. } = self.clone();
        let [leads, types] = [&self.leads, &self.interviewer].map(|code| code.as_ref().map(ToString::to_string).unwrap_or_default());
        let attributes = BTreeMap::new();
        Opened {
            at,
            id,
            participant,
            round,
            setting,
            present,
            guide,
            guide_version,
            guide_sum,
            reaction_ms,
            attributes,
            leads,
            types,
            video,
        }
    }
}
