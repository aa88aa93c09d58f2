//! What can be asked of a session, and the rules that allow or refuse it.
//!
//! [`Session::decide`] is a total match over command and phase with no wildcard arm: a new command or phase does not compile until its rule
//! is written. It answers with the [`Event`] that follows or with a [`Refusal`], the sentence the person reads; so the footer can ask
//! beforehand what would be refused.

mod agreed;
pub mod errands;
mod listening;
pub mod member_check;
mod notes;
mod phases;
mod refusal;
mod seating;
mod shelf;
mod statements;
mod transcripts;

pub use crate::domain::command::refusal::Refusal;

use crate::domain::audio_end::AudioEnd;
use crate::domain::consent::Agreement;
use crate::domain::consent::Consent;
use crate::domain::consent::ConsentChange;
use crate::domain::consent::Person;
use crate::domain::consent::Said;
use crate::domain::consent::Wish;
use crate::domain::coverage::Mark;
use crate::domain::coverage::OwnProbe;
use crate::domain::coverage::ProbeUse;
use crate::domain::distress::DistressChoice;
use crate::domain::errand::FollowedUp;
use crate::domain::errand::MustBeReported;
use crate::domain::errand::Reported;
use crate::domain::evening::GuideLookedAt;
use crate::domain::evening::PageLine;
use crate::domain::evening::ReadBack;
use crate::domain::evening::SeenTo;
use crate::domain::event::Event;
use crate::domain::event::about::About;
use crate::domain::guide::Covers;
use crate::domain::guide::Id;
use crate::domain::guide::care::ReportKind;
use crate::domain::incident::EndCause;
use crate::domain::listened::Listening;
use crate::domain::member_check::registering::Registering;
use crate::domain::names::NameOf;
use crate::domain::note::Draft;
use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::note::NoteStamp;
use crate::domain::note::Revision;
use crate::domain::prepared::Prepared;
use crate::domain::seats::Table;
use crate::domain::session::Session;
use crate::domain::shelf::Shelving;
use crate::domain::standing::Phase;
use crate::domain::stands::Stands;
use crate::domain::statement::Composing;
use crate::domain::statement::StatementId;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcript::Imported;
use crate::domain::transcript::PassageHeard;
use crate::domain::transcript::SpeakersNamed;
use crate::domain::transcript::handed::Handed;
use crate::domain::undo::UndoStep;
use crate::domain::withheld::What;
use crate::domain::withheld::WithheldLifted;

/// How an interview is held.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HeldAs {
    /// Recorded.
    Recorded,
    /// Not at all: notes only.
    NotesOnly,
}

/// Something asked of a session. `at` is the session's position at that moment.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs, reason = "fields are named after the event each command leads to")]
pub enum Command {
    /// Keep the answer to a consent item.
    AnswerConsent(Consent),
    /// Keep that consent was taken back, then or afterwards; in a group, of one of them or of all.
    Withdraw { wish: Wish, person: Option<Person>, at: Position, said: Said },
    /// Keep that consent is another than it was.
    ChangeConsent(ConsentChange),
    /// Keep that they do not want this to be used.
    Withhold { what: What, reason: String },
    /// Keep that they do not mind any more.
    LiftWithheld(WithheldLifted),
    /// Keep what the form was told and found out.
    Prepare(Prepared),
    /// Keep who sits where.
    Seat(Table),
    /// Begin the interview.
    Begin(HeldAs),
    /// A take has begun.
    StartTake { at: Position, take: TakeNumber, rate: SampleRate, channels: u16, device: String },
    /// There is no audio from here on.
    StopAudio { at: Position, why: AudioEnd },
    /// Go off the record.
    Pause { at: Position, reason: Option<String> },
    /// Go back on the record.
    Resume { at: Position },
    /// End the interview.
    End { at: Position, why: EndCause },
    /// Open a question.
    OpenQuestion { question: Id, at: Position },
    /// Mark a question.
    MarkCoverage { question: Id, mark: Mark, at: Position },
    /// Mark a probe.
    MarkProbe { probe: Id, used: ProbeUse, at: Position },
    /// Mark that a probe was asked that the guide does not have.
    AskProbe { question: Id, own: OwnProbe, at: Position },
    /// Choose this coded answer to a closed question, or, without one, take back the one that was chosen.
    AnswerChoice { question: Id, choice: Option<String>, at: Position },
    /// Write a note; without text, mark a moment.
    AddNote(Draft),
    /// Change a note into this.
    ReviseNote { note: NoteId, into: Revision },
    /// Take a note back.
    StrikeNote { note: NoteId },
    /// Mark that a name was said.
    MarkName { named: NameOf, stamp: NoteStamp },
    /// Gather this note to be read back to the participant, or no longer.
    GatherPoint { note: NoteId, stands: Stands },
    /// They said this of a point that was read back.
    AnswerPoint(ReadBack),
    /// Something was seen to, or was not after all.
    SeeTo(SeenTo),
    /// Write a line of the interviewer's own page.
    WritePage { about: PageLine, text: String },
    /// Say what came of looking at the guide again.
    LookAtGuide(GuideLookedAt),
    /// Open the distress protocol, or choose under it.
    Distress { at: Position, choice: DistressChoice, on: Stamp },
    /// Keep what became of something that the guide has done after that.
    FollowUp(FollowedUp),
    /// Mark that something of this kind was told and must be reported.
    MustReport { kind: ReportKind, at: Position, on: Stamp },
    /// Keep that it was reported, or was not after all.
    Report(Reported),
    /// Keep this of a letter.
    Register(Registering),
    /// Take this back, or do it once more.
    Undo(UndoStep),
    /// Do this with the notes while listening back.
    Listening(Listening),
    /// Write a statement of the summary.
    WriteStatement { topic: Id, text: String, sources: Vec<NoteId>, quotes: Vec<NoteId> },
    /// Change a statement.
    ReviseStatement { statement: StatementId, text: String, quotes: Vec<NoteId> },
    /// Take a statement back.
    StrikeStatement { statement: StatementId },
    /// Do this with statements.
    Compose(Composing),
    /// Keep that a transcript was imported.
    ImportTranscript(Box<Imported>),
    /// Give speakers of a transcript codes.
    NameSpeakers(SpeakersNamed),
    /// Keep that a suspect passage was listened to.
    HearPassage(PassageHeard),
    /// Keep what became of what a transcriber was given.
    HandTranscript(Handed),
    /// Do this with the quotes for a paper.
    Shelve(Shelving),
    /// Done listening back.
    FinishReview,
    /// Open a finished session again.
    Reopen,
}

impl Session {
    /// What would follow from `command`, or why it is refused. Changes nothing.
    pub fn decide(&self, command: Command) -> Result<Event, Refusal> {
        decide(self, command)
    }

    /// Whether the participant may be sent a summary, and why not.
    pub(crate) fn may_send(&self) -> Result<(), Refusal> {
        if self.consent_to(Covers::TakingPart) == Agreement::Refused {
            return Err(if self.open_wish().is_some() { Refusal::WantsItDestroyed } else { Refusal::TakesNoPart });
        }
        match self.consent_to(Covers::Summary) {
            Agreement::Refused | Agreement::Open => Err(Refusal::SummaryRefused),
            Agreement::NotAsked if self.wants(Wish::NoContact) => Err(Refusal::SummaryRefused),
            Agreement::Given | Agreement::NotAsked => Ok(()),
        }
    }
}

/// The rule for each command in each phase.
fn decide(session: &Session, command: Command) -> Result<Event, Refusal> {
    match command {
        Command::GatherPoint { note, stands } => may_be_read(session, note).map(|()| Event::PointGathered { note, stands }),
        Command::AnswerPoint(read) => may_be_read(session, read.note).map(|()| Event::ReadBack(read)),
        Command::SeeTo(seen) => session.begun().map(|()| Event::SeenTo(seen)),
        Command::WritePage { about, text } => session.begun().map(|()| Event::FieldMemo { about, text }),
        Command::LookAtGuide(looked) => session.begun().map(|()| Event::GuideLookedAt(looked)),
        Command::AnswerConsent(consent) => session.consent_answered(consent),
        Command::Withdraw { wish, person, at, said } => session.consent_withdrawn(wish, person, at, said),
        Command::ChangeConsent(change) => session.consent_changed(change),
        Command::Withhold { what, reason } => session.withheld(what, reason),
        Command::LiftWithheld(lifted) => session.withheld_lifted(lifted),
        Command::Prepare(prepared) => prepared_anew(session, prepared),
        Command::Seat(table) => session.seated(table),
        Command::Begin(sound) => begin(session, sound),
        Command::StartTake { at, take, rate, channels, device } => match session.phase() {
            Phase::Draft => Err(Refusal::NotBegun),
            Phase::Recording if !session.may_record() => Err(Refusal::RecordingRefused),
            Phase::Recording => Ok(Event::TakeStarted { take, at, rate, channels, device }),
            Phase::Interrupted => Err(Refusal::CutShort),
            Phase::OffRecord => Err(Refusal::IsOffRecord),
            Phase::Ended | Phase::Reviewed => Err(Refusal::Over),
        },
        Command::StopAudio { at, why } => session.under_way().map(|()| Event::AudioStopped { at, why }),
        Command::Pause { at, reason } => match session.phase() {
            Phase::OffRecord => Err(Refusal::AlreadyOffRecord),
            Phase::Draft | Phase::Recording | Phase::Interrupted | Phase::Ended | Phase::Reviewed => {
                session.under_way().map(|()| Event::WentOffRecord { at, reason })
            }
        },
        Command::Resume { at } => match session.phase() {
            Phase::Recording => Err(Refusal::AlreadyOnRecord),
            Phase::Draft | Phase::OffRecord | Phase::Interrupted | Phase::Ended | Phase::Reviewed => {
                session.not_over()?;
                // Whoever takes no part any more is not gone on with, also where a crash came before the end.
                if session.consent_to(Covers::TakingPart) == Agreement::Refused {
                    return Err(Refusal::OnlyEnded);
                }
                Ok(Event::WentOnRecord { at })
            }
        },
        Command::End { at, why } => session.not_over().map(|()| Event::Ended { at, why: Some(why.into()) }),
        Command::OpenQuestion { question, at } => {
            session.under_way()?;
            known_question(session, &question).map(|()| Event::QuestionOpened { question, at })
        }
        Command::MarkCoverage { question, mark, at } => {
            session.open_for_changes()?;
            known_question(session, &question).map(|()| Event::CoverageMarked { question, mark, at })
        }
        Command::MarkProbe { probe, used, at } => {
            session.open_for_changes()?;
            known_probe(session, &probe).map(|()| Event::ProbeMarked { probe, used, at })
        }
        Command::AskProbe { question, own, at } => {
            session.open_for_changes()?;
            known_question(session, &question).map(|()| Event::ProbeAsked { question, own, at, stands: Stands::Stands })
        }
        Command::AnswerChoice { question, choice, at } => {
            session.open_for_changes()?;
            known_choice(session, &question, choice.as_deref()).map(|()| Event::ChoiceAnswered { question, choice, at })
        }
        Command::Distress { at, choice, on } => session.not_over().map(|()| Event::Distress { at, choice, on: Some(on) }),
        Command::FollowUp(followed) => session.followed_up(followed),
        Command::MustReport { kind, at, on } => {
            let report = session.next_report();
            session.open_for_changes().map(|()| Event::MustBeReported(MustBeReported::marked(report, kind, at, on)))
        }
        Command::Report(reported) => session.reported(reported),
        Command::Listening(what) => session.listening(what),
        Command::AddNote(draft) => session.open_for_changes().and_then(|()| session.added(draft)),
        Command::ReviseNote { note, into } => session.revised(note, into),
        Command::MarkName { named, stamp } => {
            session.may_be_transcribed().map(|()| Event::NameSaid { named, stamp, stands: Stands::Stands })
        }
        Command::StrikeNote { note } => standing_note(session, note).map(|()| Event::NoteStruck { note }),
        Command::WriteStatement { topic, text, sources, quotes } => session.statement_written(topic, text, sources, quotes),
        Command::ReviseStatement { statement, text, quotes } => session.statement_revised(statement, text, quotes),
        Command::StrikeStatement { statement } => session.standing_statement(statement).map(|_| Event::StatementStruck { statement }),
        Command::Compose(what) => session.composed(what),
        Command::Register(what) => session.registered(what),
        Command::Undo(step) => undo(session, step),
        Command::ImportTranscript(imported) => session.transcript_imported(imported),
        Command::NameSpeakers(named) => session.speakers_named(named),
        Command::HearPassage(heard) => session.passage_heard(heard),
        Command::HandTranscript(handed) => session.transcript_handed(handed),
        Command::Shelve(what) => session.shelving(what),
        Command::FinishReview => match session.phase() {
            Phase::Draft => Err(Refusal::NotBegun),
            Phase::Recording | Phase::OffRecord => Err(Refusal::AlreadyBegun),
            Phase::Interrupted => Err(Refusal::CutShort),
            Phase::Ended => Ok(Event::Reviewed),
            Phase::Reviewed => Err(Refusal::IsReviewed),
        },
        Command::Reopen => match session.phase() {
            Phase::Draft | Phase::Recording | Phase::OffRecord | Phase::Interrupted | Phase::Ended => Err(Refusal::IsOpen),
            Phase::Reviewed => Ok(Event::Reopened),
        },
    }
}

/// What the form was told is kept before the beginning, and not after it.
fn prepared_anew(session: &Session, prepared: Prepared) -> Result<Event, Refusal> {
    match session.phase() {
        Phase::Draft => Ok(Event::Prepared(prepared)),
        Phase::Recording | Phase::OffRecord | Phase::Interrupted => Err(Refusal::AlreadyBegun),
        Phase::Ended | Phase::Reviewed => Err(Refusal::Over),
    }
}

fn begin(session: &Session, sound: HeldAs) -> Result<Event, Refusal> {
    match session.phase() {
        Phase::Draft => {}
        Phase::Recording | Phase::OffRecord => return Err(Refusal::AlreadyBegun),
        Phase::Interrupted => return Err(Refusal::CutShort),
        Phase::Ended | Phase::Reviewed => return Err(Refusal::Over),
    }
    let (guide, consents) = (session.guide(), session.consents());
    match session.consent_to(Covers::TakingPart) {
        Agreement::Refused => return Err(Refusal::TakingPartRefused),
        Agreement::NotAsked => return Err(Refusal::TakingPartNotAsked),
        Agreement::Given | Agreement::Open => {}
    }
    if let Some(open) = guide.consent.iter().find(|c| consents.answer(&c.id).is_none()) {
        return Err(Refusal::ConsentOpen(open.id.clone()));
    }
    match sound {
        HeldAs::Recorded if !session.may_record() => Err(Refusal::RecordingRefused),
        HeldAs::Recorded | HeldAs::NotesOnly => Ok(Event::Began { on: None }),
    }
}

/// Before the interview an answer is what the form says last. Once it has begun, a no stands until the participant changes it.
fn known_question(session: &Session, id: &Id) -> Result<(), Refusal> {
    session.guide().question(id).map(|_| ()).ok_or_else(|| Refusal::NoSuchPart(id.clone()))
}

fn known_choice(session: &Session, id: &Id, code: Option<&str>) -> Result<(), Refusal> {
    let (_, question) = session.guide().question(id).ok_or_else(|| Refusal::NoSuchPart(id.clone()))?;
    match code {
        Some(code) if question.choice(code).is_none() => Err(Refusal::NoSuchChoice(code.to_owned())),
        Some(_) | None => Ok(()),
    }
}

fn known_probe(session: &Session, id: &Id) -> Result<(), Refusal> {
    let mut questions = session.guide().topics.iter().flat_map(|t| &t.questions);
    let known = questions.any(|q| q.probes.iter().any(|p| p.id == *id));
    if known { Ok(()) } else { Err(Refusal::NoSuchPart(id.clone())) }
}

/// The note can be changed: the session is open for that, and nobody took the note back.
fn standing_note(session: &Session, id: NoteId) -> Result<(), Refusal> {
    session.open_for_changes()?;
    session.note(id).filter(|n| n.stands()).map(|_| ()).ok_or_else(|| session.no_such_note(id))
}

/// What was done may be taken back for as long as it could be done.
fn undo(session: &Session, UndoStep { of, by }: UndoStep) -> Result<Event, Refusal> {
    match by.about() {
        About::Statements | About::Evening => session.begun()?,
        About::SetUp | About::Course | About::Recording | About::Guide | About::Notes => session.open_for_changes()?,
    }
    Ok(Event::Undone { by: Box::new(by), of: Some(of) })
}

/// Only what the participant may read, and has words, is read back to them.
fn may_be_read(session: &Session, note: NoteId) -> Result<(), Refusal> {
    standing_note(session, note)?;
    readable(session, &[note])?;
    if session.note(note).is_some_and(Note::is_moment) { Err(Refusal::NoWordsToRead) } else { Ok(()) }
}

/// A statement may rest only on what the participant may read.
fn readable(session: &Session, notes: &[NoteId]) -> Result<(), Refusal> {
    match notes.iter().find(|id| session.shared_note(**id).is_none()) {
        Some(id) => Err(Refusal::PrivateSource(id.0)),
        None => Ok(()),
    }
}
