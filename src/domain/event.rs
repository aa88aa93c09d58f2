//! Everything that can have happened in a session: the journal's vocabulary.
//!
//! An [`Event`] is written once and never changed, and a journal of today must open in ten years, so this is the one domain type
//! whose serialised form is a promise: fields are added with a default, never renamed or given another meaning, and an event of a
//! kind that is not known here is kept by the journal and passed over. No sentence is data: what goes wrong is a kind with fields
//! ([`crate::domain::incident`]), and what earlier versions wrote in its place is still read. The numbers, clocks, authors and checksums
//! of a journal line belong to the line, not to the event.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::audio_end::AudioEnd;
use crate::domain::code::Code;
use crate::domain::consent::Consent;
use crate::domain::consent::ConsentChange;
use crate::domain::consent::Withdrawal;
use crate::domain::coverage::Mark;
use crate::domain::coverage::OwnProbe;
use crate::domain::coverage::ProbeUse;
use crate::domain::destruction::Destruction;
use crate::domain::digest::Digest;
use crate::domain::distress::DistressChoice;
use crate::domain::errand::FollowedUp;
use crate::domain::errand::MustBeReported;
use crate::domain::errand::ReportId;
use crate::domain::errand::Reported;
use crate::domain::evening::GuideLookedAt;
use crate::domain::evening::PageLine;
use crate::domain::evening::ReadBack;
use crate::domain::evening::SeenTo;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Round;
use crate::domain::incident::EndCause;
use crate::domain::incident::GapCause;
use crate::domain::incident::Incident;
use crate::domain::lenient;
use crate::domain::listened::OwnQuestion;
use crate::domain::member_check::before::LetterChecked;
use crate::domain::member_check::reply::Disposition;
use crate::domain::member_check::reply::Remark;
use crate::domain::member_check::sent::AsWritten;
use crate::domain::member_check::sent::LetterSent;
use crate::domain::member_check::sent::NoReply;
use crate::domain::named::Named;
use crate::domain::names::NameOf;
use crate::domain::note::Belongs;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::outside::SoundCopy;
use crate::domain::prepared::Prepared;
use crate::domain::seats::Table;
use crate::domain::seats::Voice;
use crate::domain::shelf::QuoteRead;
use crate::domain::shelf::QuoteTranslated;
use crate::domain::shelf::Shelved;
use crate::domain::silenced::Silence;
use crate::domain::stands::Stands;
use crate::domain::statement::StatementId;
use crate::domain::study::checking::CheckKind;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcript::Imported;
use crate::domain::transcript::PassageHeard;
use crate::domain::transcript::SpeakersNamed;
use crate::domain::transcript::handed::Handed;
use crate::domain::withheld::Withheld;
use crate::domain::withheld::WithheldLifted;

pub mod about;
mod binding;

/// How a session was set up.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// When, on the room's clock.
    pub at: Stamp,
    /// A random name of this session that no other has, in hex: note 12 of it is note `12@id` wherever it is laid beside others. Empty in
    /// sessions of earlier versions.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub id: String,
    /// The participant's code.
    pub participant: String,
    /// Which interview with them.
    pub round: Round,
    /// Where the interview is held.
    #[serde(default)]
    pub setting: String,
    /// Who else is in the room, by role or code.
    #[serde(default)]
    pub present: String,
    /// The guide's id.
    pub guide: Id,
    /// The guide's version.
    pub guide_version: String,
    /// The digest of the frozen guide file, so that a later change to it is noticed.
    #[serde(default)]
    pub guide_sum: String,
    /// What is taken off each stamp for the time it takes to react, in milliseconds.
    pub reaction_ms: u32,
    /// What was known of the participant that day and decides which parts of the guide belong in the interview, by name.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "BTreeMap::is_empty")]
    pub attributes: BTreeMap<String, String>,
    /// The code of whoever leads the conversation; empty where whoever types does, or where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub leads: String,
    /// The code of whoever types.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub types: String,
    /// That it is held by video; nothing where they sit in one room, or where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub video: Option<Video>,
}

/// An interview by video: what cannot be seen from here.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Video {
    /// Who is with the participant, by role or code; empty where nobody said. No number to ring is kept anywhere.
    #[serde(default)]
    pub beside: String,
}

impl Opened {
    /// What cannot be left out of a set-up: of the rest nothing is said, and nothing is taken off a stamp.
    pub fn of(at: Stamp, participant: &str, round: Round, guide: &Guide) -> Self {
        Self {
            at,
            id: String::new(),
            participant: participant.to_owned(),
            round,
            setting: String::new(),
            present: String::new(),
            guide: guide.id.clone(),
            guide_version: guide.version.clone(),
            guide_sum: String::new(),
            reaction_ms: 0,
            attributes: BTreeMap::new(),
            leads: String::new(),
            types: String::new(),
            video: None,
        }
    }
}

/// Something that happened.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
#[allow(missing_docs, reason = "field names repeat what each event's sentence says; `at` is always the session's position")]
pub enum Event {
    /// The session was set up. Always the first event.
    Opened(Opened),
    /// A consent item was answered.
    ConsentAnswered(Consent),
    /// Consent was taken back while the interview was under way.
    ConsentWithdrawn(Withdrawal),
    /// Consent is another than it was: the participant said so, and it is known how, to whom and when.
    ConsentChanged(ConsentChange),
    /// They do not want this to be used.
    Withheld(Withheld),
    /// They do not mind any more, or it was a slip.
    WithheldLifted(WithheldLifted),
    /// What the form was told and found out beside that, before the beginning.
    Prepared(Prepared),
    /// Who sits where in a focus group, from now on: whoever came, left, or changed places is in it.
    Seats(Table),
    /// The interview began. It may have been set up days before.
    Began {
        /// When; where nothing is here, its line says it.
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        on: Option<Stamp>,
    },
    /// A take began.
    TakeStarted { take: TakeNumber, at: Position, rate: SampleRate, channels: u16, device: String },
    /// So many frames of a take are safe on disk.
    Checkpoint { take: TakeNumber, frames: Frames },
    /// Audio was lost and silence of the same length stands in its place.
    Gap {
        take: TakeNumber,
        at_frame: Frames,
        frames: Frames,
        #[serde(default)]
        why: Named<GapCause>,
    },
    /// A take was closed. What is not known of it (journals of earlier versions say only its length) is not said.
    TakeClosed {
        take: TakeNumber,
        frames: Frames,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        rate: Option<SampleRate>,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        channels: Option<u16>,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        sha256: Option<Digest>,
    },
    /// A take that was closed without its digest, or that a crash cut off, was read from beginning to end.
    TakeMeasured { take: TakeNumber, frames: Frames, rate: SampleRate, channels: u16, sha256: Digest },
    /// A take was destroyed on purpose, on this day: what it had been stays known.
    TakeDestroyed {
        take: TakeNumber,
        on: String,
        reason: String,
        frames: Frames,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        sha256: Option<Digest>,
    },
    /// Something of the session is about to be destroyed on purpose, or is.
    Destruction(Destruction),
    /// What is withheld is about to be silence in a take: the new one lies beside the old one, proven. From here on either is the recording.
    SilencingBegun(Silence),
    /// It is silence, and what the take had been is gone.
    Silenced(Silence),
    /// It came to nothing: the take is as it was.
    SilencingGivenUp { take: TakeNumber },
    /// How much faster (or, below zero, slower) the clock of this take's microphone runs than the computer's, in parts per billion.
    ClockCompared { take: TakeNumber, ppb: i64 },
    /// From here on there is no audio: declined, or lost.
    AudioStopped {
        at: Position,
        #[serde(default)]
        why: AudioEnd,
    },
    /// The clock has counted on to here while nothing is recorded: what a checkpoint is to a take.
    TimePassed { at: Position },
    /// Something went wrong that the interview outlived.
    Incident {
        at: Position,
        #[serde(default, alias = "what")]
        incident: Named<Incident>,
    },
    /// Off the record.
    WentOffRecord { at: Position, reason: Option<String> },
    /// Back on the record.
    WentOnRecord { at: Position },
    /// A question was opened.
    QuestionOpened { question: Id, at: Position },
    /// A question was marked.
    CoverageMarked { question: Id, mark: Mark, at: Position },
    /// A probe was used, or that mark taken back.
    ProbeMarked { probe: Id, used: ProbeUse, at: Position },
    /// A probe was asked that the guide does not have, or that mark taken back.
    ProbeAsked {
        question: Id,
        own: OwnProbe,
        at: Position,
        #[serde(default, deserialize_with = "lenient::or_default")]
        stands: Stands,
    },
    /// A coded answer to a closed question was chosen: this one and no other from now on; without one, it was taken back.
    ChoiceAnswered {
        question: Id,
        #[serde(default, deserialize_with = "lenient::or_default")]
        choice: Option<String>,
        at: Position,
    },
    /// A note was written, or a moment marked.
    NoteAdded {
        note: NoteId,
        note_kind: NoteKind,
        text: String,
        stamp: NoteStamp,
        question: Option<Id>,
        off_record: bool,
        late: bool,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Voice::is_nobodys")]
        voice: Voice,
        /// The mark that something must be reported of which it says what was told.
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        report: Option<ReportId>,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        until: Option<Position>,
    },
    /// A note's text, kind or position changed, or the question to which it belongs.
    NoteRevised {
        note: NoteId,
        note_kind: NoteKind,
        text: String,
        position: Position,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Belongs::is_as_before")]
        question: Belongs,
        /// Who is heard in it from now on; where nothing is said, who was.
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        voice: Option<Voice>,
    },
    /// A note was taken back.
    NoteStruck { note: NoteId },
    /// A note that was taken back stands again.
    NoteRestored { note: NoteId },
    /// The moments of these notes were played back.
    NotesHeard { notes: Vec<NoteId> },
    /// This is a code of the study, from now on with this meaning.
    CodeDefined(Code),
    /// A code was put on a note, or taken off it.
    NoteCoded {
        note: NoteId,
        code: String,
        #[serde(default, deserialize_with = "lenient::or_default")]
        stands: Stands,
    },
    /// The interviewer hears how they asked, or takes that mark back.
    AskedSo(OwnQuestion),
    /// The words of one note went over into another, which says this from now on.
    NotesJoined { note: NoteId, with: NoteId, text: String },
    /// They are two notes again, and the other one says this.
    NotesParted { note: NoteId, with: NoteId, text: String },
    /// A note became two: it says `text` from now on, and a new one the rest.
    NoteSplit { note: NoteId, text: String, into: NoteId, rest: String },
    /// A name was said, or that mark taken back. The name itself is kept nowhere.
    NameSaid {
        named: NameOf,
        stamp: NoteStamp,
        #[serde(default, deserialize_with = "lenient::or_default")]
        stands: Stands,
    },
    /// The distress protocol was opened, or a choice under it made. On the room's clock it was `on`; earlier versions did not say.
    Distress {
        at: Position,
        choice: DistressChoice,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        on: Option<Stamp>,
    },
    /// What is done after such a moment was agreed to, declined, or done.
    FollowedUp(FollowedUp),
    /// Something was told that must be reported, or that mark taken back.
    MustBeReported(MustBeReported),
    /// It was reported, or was not after all.
    Reported(Reported),
    /// This note is to be read back to the participant, or not after all.
    PointGathered {
        note: NoteId,
        #[serde(default, deserialize_with = "lenient::or_default")]
        stands: Stands,
    },
    /// A point was read back to the participant.
    ReadBack(ReadBack),
    /// Something was seen to, or was not after all.
    SeenTo(SeenTo),
    /// A line of the interviewer's own page, which nobody else reads; without words, it is empty again.
    FieldMemo {
        #[serde(default, deserialize_with = "lenient::or_default")]
        about: PageLine,
        text: String,
    },
    /// The guide was looked at again after the interview.
    GuideLookedAt(GuideLookedAt),
    /// The interview ended.
    Ended {
        at: Position,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        why: Option<Named<EndCause>>,
    },
    /// Somebody listened back and was done.
    Reviewed,
    /// The session was opened again for changes.
    Reopened,
    /// A statement of the summary was written.
    StatementWritten { statement: StatementId, topic: Id, text: String, sources: Vec<NoteId>, quotes: Vec<NoteId> },
    /// A statement was changed.
    StatementRevised { statement: StatementId, text: String, quotes: Vec<NoteId> },
    /// A statement was taken back.
    StatementStruck { statement: StatementId },
    /// A statement that was taken back stands again.
    StatementRestored { statement: StatementId },
    /// It rests on these notes from now on, and the words of these are quoted below it.
    StatementRests { statement: StatementId, sources: Vec<NoteId>, quotes: Vec<NoteId> },
    /// It stands under this topic from now on, before that other one, or behind all.
    StatementMoved {
        statement: StatementId,
        topic: Id,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        before: Option<StatementId>,
    },
    /// The words of one statement went over into another, which is this from now on.
    StatementsJoined { statement: StatementId, with: StatementId, text: String, sources: Vec<NoteId>, quotes: Vec<NoteId> },
    /// They are two again, and this is the one into which the other had gone.
    StatementsParted { statement: StatementId, with: StatementId, text: String, sources: Vec<NoteId>, quotes: Vec<NoteId> },
    /// A statement became two: it says `text` from now on, and a new one behind it the rest.
    StatementSplit { statement: StatementId, text: String, into: StatementId, rest: String },
    /// It was set aside, out of the letter, or was brought back.
    StatementSetAside {
        statement: StatementId,
        #[serde(default, deserialize_with = "lenient::or_default")]
        stands: Stands,
    },
    /// It is meant although it rests on no note, or is not after all.
    StatementMeant {
        statement: StatementId,
        #[serde(default = "taken_back", deserialize_with = "Stands::only_if_said")]
        stands: Stands,
    },
    /// A letter was written to disk, with these statements in this order, this last day to answer, on this day, as a check or a reflection.
    LetterWritten {
        version: u32,
        file: String,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Vec::is_empty")]
        statements: Vec<AsWritten>,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
        reply_by: String,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
        on: String,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "CheckKind::is_usual")]
        called: CheckKind,
    },
    /// Something was asked before a letter goes, or was not after all.
    LetterChecked(LetterChecked),
    /// A letter went to the participant, or a reminder, or did not after all.
    LetterSent(LetterSent),
    /// Something came back on a letter, or did not after all.
    ReplyReceived(Remark),
    /// Something was done about what came back, or was not after all.
    Disposition(Disposition),
    /// Nothing came back, and nothing is waited for any more.
    NoReply(NoReply),
    /// A transcript was imported.
    TranscriptImported(Box<Imported>),
    /// Speakers of a transcript have codes from now on.
    SpeakersNamed(SpeakersNamed),
    /// A passage of a transcript was listened to that was suspect, or was not after all.
    PassageHeard(PassageHeard),
    /// Something became of what a human transcriber was given.
    TranscriptHanded(Handed),
    /// A quote was chosen for a paper, cut anew, or taken off the shelf.
    QuoteShelved(Shelved),
    /// It reads so in another language, or is not translated after all.
    QuoteTranslated(QuoteTranslated),
    /// Somebody else read it beside what was said.
    QuoteRead(QuoteRead),
    /// A copy of the sound was made that leaves the session, or was not after all.
    SoundCopied(SoundCopy),
    /// A crash was mended: what a take holds, and at most how much is missing at its end.
    Recovered { take: Option<TakeNumber>, frames: Frames, missing_ms: u64 },
    /// What line number `of` says was taken back by doing its opposite; of an `Undone`, it was done once more.
    Undone {
        by: Box<Event>,
        #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
        of: Option<u64>,
    },
    /// What stood here could not be read any more when the journal was mended. It keeps the number, so that those after it keep theirs.
    LineLost,
}

/// Where nobody says that something is meant, it is not.
const fn taken_back() -> Stands {
    Stands::TakenBack
}
