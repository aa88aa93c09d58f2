//! The session's rules: what follows from each command in each phase, and what holds whatever the order of things.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use proptest::prelude::*;

use hearback::domain::audio_end::AudioEnd;
use hearback::domain::code::Code;
use hearback::domain::command::Command;
use hearback::domain::command::HeldAs;
use hearback::domain::command::Refusal;
use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::ConsentChange;
use hearback::domain::consent::How;
use hearback::domain::consent::Said;
use hearback::domain::consent::Wish;
use hearback::domain::coverage::Coverage;
use hearback::domain::coverage::Mark;
use hearback::domain::coverage::OwnProbe;
use hearback::domain::coverage::ProbeUse;
use hearback::domain::digest::Digest;
use hearback::domain::distress::DistressChoice;
use hearback::domain::errand::Became;
use hearback::domain::errand::FollowedUp;
use hearback::domain::errand::ReportId;
use hearback::domain::errand::Reported;
use hearback::domain::evening::GuideLookedAt;
use hearback::domain::evening::LooseEnd;
use hearback::domain::evening::PageLine;
use hearback::domain::evening::ReadBack;
use hearback::domain::evening::SaidOfIt;
use hearback::domain::evening::SeenTo;
use hearback::domain::evening::Verdict;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Audience;
use hearback::domain::guide::Choice;
use hearback::domain::guide::Covers;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Id;
use hearback::domain::guide::Round;
use hearback::domain::incident::EndCause;
use hearback::domain::incident::Fault;
use hearback::domain::incident::GapCause;
use hearback::domain::incident::Incident;
use hearback::domain::listened::Listening;
use hearback::domain::member_check::before::BeforeAnswer;
use hearback::domain::member_check::before::BeforeItem;
use hearback::domain::member_check::before::LetterChecked;
use hearback::domain::member_check::register::Register;
use hearback::domain::member_check::registering::Anyway;
use hearback::domain::member_check::registering::Registering;
use hearback::domain::member_check::reply::Disposed;
use hearback::domain::member_check::reply::Disposition;
use hearback::domain::member_check::reply::Remark;
use hearback::domain::member_check::reply::RemarkId;
use hearback::domain::member_check::reply::RemarkKind;
use hearback::domain::member_check::reply::RepliedBy;
use hearback::domain::member_check::reply::Says;
use hearback::domain::member_check::sent::AsWritten;
use hearback::domain::member_check::sent::LetterSent;
use hearback::domain::member_check::sent::NoReply;
use hearback::domain::member_check::sent::Sending;
use hearback::domain::member_check::sent::SentBy;
use hearback::domain::named::Named;
use hearback::domain::names::NameOf;
use hearback::domain::note::Draft;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::note::Revision;
use hearback::domain::prepared::Prepared;
use hearback::domain::report;
use hearback::domain::seats::Table;
use hearback::domain::seats::Voice;
use hearback::domain::session::Session;
use hearback::domain::shelf::QuoteId;
use hearback::domain::shelf::Shelving;
use hearback::domain::standing::Phase;
use hearback::domain::stands::Stands;
use hearback::domain::statement::Composing;
use hearback::domain::statement::Statement;
use hearback::domain::statement::StatementId;
use hearback::domain::study::checking::CheckKind;
use hearback::domain::summary::Summary;
use hearback::domain::time::Frames;
use hearback::domain::time::Position;
use hearback::domain::time::SampleRate;
use hearback::domain::time::Stamp;
use hearback::domain::timeline::TakeNumber;
use hearback::domain::transcript::Imported;
use hearback::domain::transcript::MadeBy;
use hearback::domain::transcript::Original;
use hearback::domain::transcript::PassageHeard;
use hearback::domain::transcript::SpeakersNamed;
use hearback::domain::transcript::TranscriptId;
use hearback::domain::transcript::handed::Handed;
use hearback::domain::transcript::handed::Step;
use hearback::domain::undo::Steps;
use hearback::domain::undo::UndoStep;
use hearback::domain::withheld::What;
use hearback::domain::withheld::Withheld;
use hearback::domain::withheld::WithheldId;
use hearback::domain::withheld::WithheldLifted;
use hearback::store::guide_file::read_guide;

/// The small guide, for a group, because only there is nothing but the phase against any command.
fn guide() -> Guide {
    let mut guide = read_guide("small-guide.yaml", include_str!("fixtures/small-guide.yaml").as_bytes()).guide.unwrap();
    guide.audience = Audience::Group;
    // One of its questions is closed.
    guide.topics[0].questions[0].choices = ["1", "2"].map(|code| Choice { code: code.into(), say: format!("answer {code}") }).into();
    guide
}

fn opened() -> Opened {
    let opened = Opened::of(Stamp::new(1_795_341_791_123, 60), "P07", Round::First, &guide());
    Opened { id: "5c1e9a70b3d2".into(), setting: "at home".into(), present: "AB".into(), reaction_ms: 1500, ..opened }
}

fn secs(s: u64) -> Position {
    Position::from_secs(s)
}

fn consent(item: &str, answer: Answer) -> Command {
    Command::AnswerConsent(Consent::new(Id::new(item), answer, How::Spoken))
}

fn note(kind: NoteKind, text: &str, at: Position) -> Command {
    let stamp = NoteStamp { raw: at, reaction_ms: 1500 };
    Command::AddNote(Draft {
        kind,
        text: text.into(),
        stamp,
        question: Some(Id::new("tension")),
        off_record: false,
        revises: None,
        until: None,
    })
}

fn version(kind: NoteKind, text: &str, position: Position, question: &str) -> Revision {
    Revision { kind, text: text.into(), position, question: Some(Id::new(question)) }
}

fn take(n: u32, at: Position) -> Command {
    Command::StartTake { at, take: TakeNumber(n), rate: SampleRate::STUDIO, channels: 1, device: "a microphone".into() }
}

fn statement(text: &str, sources: &[u32]) -> Command {
    let ids = |ids: &[u32]| ids.iter().copied().map(NoteId).collect();
    Command::WriteStatement { topic: Id::new("body"), text: text.into(), sources: ids(sources), quotes: Vec::new() }
}

fn mark(coverage: Coverage, at: Position) -> Command {
    Command::MarkCoverage { question: Id::new("tension"), mark: Mark { coverage, reason: None }, at }
}

fn choose(question: &str, code: Option<&str>, at: Position) -> Command {
    Command::AnswerChoice { question: Id::new(question), choice: code.map(Into::into), at }
}

/// What is asked for is done, or the test has gone wrong.
fn done(session: &mut Session, command: Command) {
    let event = session.decide(command).unwrap();
    session.apply(&event);
}

/// A session in `phase`, with a quote, a memo, a struck note and a statement from the beginning of the interview on.
fn in_phase(phase: Phase) -> Session {
    let mut session = Session::new(guide(), opened());
    for item in ["taking-part", "recording"] {
        done(&mut session, consent(item, Answer::Given));
    }
    if phase == Phase::Draft {
        return session;
    }
    let written = [
        Command::Begin(HeldAs::Recorded),
        take(1, Position::START),
        note(NoteKind::Quote, "it was like a switch", secs(5)),
        note(NoteKind::Memo, "compare with P03", secs(6)),
        note(NoteKind::Paraphrase, "a mistake", secs(7)),
        Command::StrikeNote { note: NoteId(3) },
        statement("You turned a switch.", &[1]),
    ];
    for command in written {
        done(&mut session, command);
    }
    match phase {
        Phase::Draft | Phase::Recording => {}
        Phase::OffRecord => done(&mut session, Command::Pause { at: secs(8), reason: None }),
        Phase::Interrupted => session.found_unattended(),
        Phase::Ended | Phase::Reviewed => {
            session.apply(&Event::Checkpoint { take: TakeNumber(1), frames: Frames(48_000 * 9) });
            done(&mut session, Command::End { at: secs(9), why: EndCause::Finished });
            done(&mut session, Command::ImportTranscript(Box::new(imported())));
            done(&mut session, mark(Coverage::Asked, secs(9)));
            if phase == Phase::Reviewed {
                done(&mut session, Command::FinishReview);
            }
        }
    }
    assert_eq!(session.phase(), phase);
    session
}

const PHASES: [Phase; 6] = [Phase::Draft, Phase::Recording, Phase::OffRecord, Phase::Interrupted, Phase::Ended, Phase::Reviewed];

/// How the table calls a command. Without a wildcard: a new command has to come here, and into the table.
fn called(command: &Command) -> &'static str {
    match command {
        Command::AnswerConsent(_) => "answer consent",
        Command::Prepare(_) => "prepare",
        Command::Seat(_) => "seat a group",
        Command::Begin(HeldAs::Recorded) => "begin, recorded",
        Command::Begin(HeldAs::NotesOnly) => "begin, notes only",
        Command::StartTake { .. } => "start a take",
        Command::StopAudio { .. } => "stop the audio",
        Command::Pause { .. } => "go off the record",
        Command::Resume { .. } => "go back on",
        Command::End { .. } => "end",
        Command::OpenQuestion { .. } => "open a question",
        Command::MarkCoverage { .. } => "mark a question",
        Command::MarkProbe { .. } => "mark a probe",
        Command::AskProbe { .. } => "ask another probe",
        Command::MarkName { .. } => "mark a name",
        Command::AnswerChoice { .. } => "choose an answer",
        Command::AddNote(_) => "write a note",
        Command::ReviseNote { .. } => "change a note",
        Command::StrikeNote { .. } => "take a note back",
        Command::Distress { .. } => "distress",
        Command::FollowUp(_) => "follow up",
        Command::MustReport { .. } => "must report",
        Command::Report(_) => "report",
        Command::Withdraw { .. } => "withdraw",
        Command::ChangeConsent(_) => "change consent",
        Command::Withhold { .. } => "withhold",
        Command::LiftWithheld(_) => "lift what is withheld",
        Command::Listening(_) => "listen back",
        Command::GatherPoint { .. } => "gather a point",
        Command::AnswerPoint(_) => "answer a point",
        Command::SeeTo(_) => "see to",
        Command::WritePage { .. } => "write the page",
        Command::LookAtGuide(_) => "look at the guide",
        Command::Register(_) => "register a letter",
        Command::Undo(_) => "undo",
        Command::WriteStatement { .. } => "write a statement",
        Command::ReviseStatement { .. } => "change a statement",
        Command::StrikeStatement { .. } => "strike a statement",
        Command::Compose(_) => "compose",
        Command::ImportTranscript(_) => "import",
        Command::NameSpeakers(_) => "name speakers",
        Command::HearPassage(_) => "hear a passage",
        Command::HandTranscript(_) => "hand it over",
        Command::Shelve(_) => "shelve a quote",
        Command::FinishReview => "finish the review",
        Command::Reopen => "reopen",
    }
}

/// Every command once, such that nothing but the phase can be against it.
fn every_command() -> Vec<Command> {
    let at = secs(10);
    vec![
        consent("recording", Answer::Given),
        Command::Withdraw { wish: Wish::NotesOnly, person: None, at, said: Said::default() },
        Command::ChangeConsent(ConsentChange {
            item: Id::new("recording"),
            person: None,
            answer: Answer::Given,
            said: Said::new("by telephone", "I1", "2026-11-24"),
        }),
        Command::Prepare(Prepared::default()),
        Command::Seat(Table::of(["T01", "T02"])),
        Command::Begin(HeldAs::Recorded),
        Command::Begin(HeldAs::NotesOnly),
        take(2, at),
        Command::StopAudio { at, why: AudioEnd::Declined },
        Command::Pause { at, reason: None },
        Command::Resume { at },
        Command::End { at, why: EndCause::Finished },
        Command::OpenQuestion { question: Id::new("day"), at },
        mark(Coverage::Asked, at),
        Command::MarkProbe { probe: Id::new("day-p1"), used: ProbeUse::Used, at },
        Command::AskProbe { question: Id::new("day"), own: OwnProbe::Improvised, at },
        Command::MarkName { named: NameOf::Person, stamp: NoteStamp { raw: at, reaction_ms: 1500 } },
        choose("day", Some("2"), at),
        note(NoteKind::Paraphrase, "rest before pain", at),
        Command::ReviseNote { note: NoteId(1), into: version(NoteKind::Quote, "like a light switch", at, "tension") },
        Command::StrikeNote { note: NoteId(1) },
        Command::Distress { at, choice: DistressChoice::Opened, on: Stamp::new(0, 60) },
        Command::FollowUp(FollowedUp {
            moment: 1,
            nth: 1,
            is: Became::Done,
            on: "2026-11-24".into(),
            by: "I1".into(),
            words: String::new(),
        }),
        Command::MustReport { kind: report::kinds(None, &[]).remove(0), at, on: Stamp::new(0, 60) },
        Command::Report(Reported {
            report: ReportId(1),
            on: "2026-11-24".into(),
            by: "I1".into(),
            to: String::new(),
            words: String::new(),
            stands: Stands::Stands,
        }),
        Command::Withhold { what: What::Note(NoteId(1)), reason: String::new() },
        Command::Listening(Listening::Define(Code::called("relief"))),
        Command::GatherPoint { note: NoteId(1), stands: Stands::Stands },
        Command::AnswerPoint(ReadBack { note: NoteId(1), said: Some(SaidOfIt::Right), words: None, at }),
        Command::SeeTo(SeenTo { end: LooseEnd::Names.into(), outcome: String::new(), on: None, stands: Stands::Stands }),
        Command::WritePage { about: PageLine::Place, text: "at the kitchen table".into() },
        Command::LookAtGuide(GuideLookedAt { verdict: Some(Verdict::NoChange), what: String::new() }),
        Command::Register(Registering::Check(LetterChecked { on: "2026-11-24".into(), ..LetterChecked::default() })),
        Command::Undo(UndoStep { of: 7, by: Event::NoteStruck { note: NoteId(1) } }),
        statement("You rest before it hurts.", &[1]),
        Command::ReviseStatement { statement: StatementId(1), text: "You turn a switch.".into(), quotes: vec![NoteId(1)] },
        Command::StrikeStatement { statement: StatementId(1) },
        Command::Compose(Composing::SetAside { statement: StatementId(1), stands: Stands::Stands }),
        Command::ImportTranscript(Box::new(imported())),
        Command::NameSpeakers(SpeakersNamed { transcript: TranscriptId(1), speakers: [(1, "P07".into())].into() }),
        Command::HearPassage(PassageHeard { transcript: TranscriptId(1), passage: 1, stands: Stands::Stands }),
        Command::HandTranscript(Handed {
            step: Step::Given,
            whom: "T1".into(),
            on: "2026-11-24".into(),
            share: None,
            stands: Stands::Stands,
        }),
        Command::Shelve(Shelving::TakeOff(QuoteId(1))),
        Command::FinishReview,
        Command::Reopen,
    ]
}

fn imported() -> Imported {
    Imported {
        transcript: TranscriptId(1),
        file: TranscriptId(1).file_name(),
        sha256: Digest::new([8; 32]),
        format: "vtt".into(),
        passages: 1,
        suspect: 0,
        covers: Vec::new(),
        original: Original::default(),
        by: MadeBy::default(),
        verified: String::new(),
        loudness: Vec::new(),
    }
}

/// The word by which the journal calls an event.
fn kind(event: &Event) -> String {
    serde_json::to_value(event).unwrap()["kind"].as_str().unwrap().to_owned()
}

#[test]
fn what_follows_from_each_command_in_each_phase() {
    let names: BTreeSet<&str> = every_command().iter().map(called).collect();
    assert_eq!(names.len(), every_command().len(), "each command stands once in the table");
    let mut refusals = BTreeSet::new();
    let mut table = format!("{:<19}", "");
    for phase in PHASES {
        write!(table, "{:<19}", format!("{phase:?}")).unwrap();
    }
    for command in every_command() {
        write!(table, "\n{:<19}", called(&command)).unwrap();
        for phase in PHASES {
            let cell = match in_phase(phase).decide(command.clone()) {
                Ok(event) => kind(&event),
                Err(refusal) => {
                    let name = format!("{refusal:?}");
                    refusals.insert(format!("{name:<17} {refusal}"));
                    format!("- {name}")
                }
            };
            write!(table, "{cell:<19}").unwrap();
        }
    }
    let rows = table.lines().map(str::trim_end).chain(["", "what is refused, and why:"]).map(str::to_owned);
    insta::assert_snapshot!("phases_and_commands", rows.chain(refusals).collect::<Vec<_>>().join("\n"));
}

/// What is refused for another reason than the phase, in the words the person reads.
#[test]
fn what_is_refused_in_any_phase() {
    let mut draft = Session::new(guide(), opened());
    let told = |session: &Session, command: Command| session.decide(command).unwrap_err();
    assert_eq!(told(&draft, Command::Begin(HeldAs::NotesOnly)), Refusal::ConsentOpen(Id::new("taking-part")));
    done(&mut draft, consent("taking-part", Answer::Refused));
    assert_eq!(told(&draft, Command::Begin(HeldAs::NotesOnly)), Refusal::TakingPartRefused);
    done(&mut draft, consent("taking-part", Answer::Given));
    done(&mut draft, consent("recording", Answer::Refused));
    assert_eq!(told(&draft, Command::Begin(HeldAs::Recorded)), Refusal::RecordingRefused);
    assert_eq!(draft.decide(Command::Begin(HeldAs::NotesOnly)), Ok(Event::Began { on: None }));

    let held = in_phase(Phase::Ended);
    let at = secs(1);
    let nowhere = Id::new("nowhere");
    let wrong = [
        (consent("nowhere", Answer::Given), Refusal::NoSuchPart(nowhere.clone())),
        (Command::MarkCoverage { question: nowhere.clone(), mark: Mark::default(), at }, Refusal::NoSuchPart(nowhere.clone())),
        (Command::MarkProbe { probe: nowhere.clone(), used: ProbeUse::Used, at }, Refusal::NoSuchPart(nowhere.clone())),
        (choose("nowhere", Some("1"), at), Refusal::NoSuchPart(nowhere.clone())),
        (choose("day", Some("3"), at), Refusal::NoSuchChoice("3".into())),
        (choose("tension", Some("1"), at), Refusal::NoSuchChoice("1".into())),
        (Command::StrikeNote { note: NoteId(3) }, Refusal::NoSuchNote),
        (Command::ReviseNote { note: NoteId(9), into: version(NoteKind::Memo, "", at, "day") }, Refusal::NoSuchNote),
        (Command::StrikeStatement { statement: StatementId(9) }, Refusal::NoSuchStatement),
        (Command::GatherPoint { note: NoteId(2), stands: Stands::Stands }, Refusal::PrivateSource(2)),
        (Command::LiftWithheld(WithheldLifted::default()), Refusal::NothingWithheld),
        (Command::Withhold { what: What::Note(NoteId(9)), reason: String::new() }, Refusal::NoSuchNote),
        (Command::Withhold { what: What::Stretch(secs(9), secs(9)), reason: String::new() }, Refusal::NoStretch),
        (statement("  \n", &[1]), Refusal::EmptyStatement),
        (statement("It rests on a memo.", &[1, 2]), Refusal::PrivateSource(2)),
        (statement("It rests on a note that was taken back.", &[3]), Refusal::PrivateSource(3)),
        (statement("It rests on nothing there is.", &[9]), Refusal::PrivateSource(9)),
    ];
    for (command, refusal) in wrong {
        assert_eq!(told(&held, command), refusal);
    }
    let elsewhere = Command::WriteStatement { topic: nowhere.clone(), text: "x".into(), sources: vec![], quotes: vec![] };
    assert_eq!(told(&held, elsewhere), Refusal::NoSuchPart(nowhere));
    let quoting = Command::ReviseStatement { statement: StatementId(1), text: "x".into(), quotes: vec![NoteId(2)] };
    assert_eq!(told(&held, quoting), Refusal::PrivateSource(2));
}

/// Off the record stays off until a person goes back on, whatever the recorder reports meanwhile.
#[test]
fn no_stamp_leads_across_the_border_of_a_pause() {
    let mut session = in_phase(Phase::Recording);
    let about = |session: &Session, ms: u64| session.stamp_at(Position::from_millis(ms)).position();
    assert_eq!(about(&session, 8_000), Position::from_millis(6_500));
    assert_eq!(about(&session, 900), Position::START);
    done(&mut session, Command::Pause { at: secs(8), reason: None });
    assert_eq!(about(&session, 8_000), secs(8), "noted off the record, it is not about what was said on it");
    done(&mut session, Command::Resume { at: secs(8) });
    assert_eq!(about(&session, 8_700), secs(8), "back on the record, it is not about what was said before or off it");
    assert_eq!(about(&session, 10_000), Position::from_millis(8_500));
}

#[test]
fn a_report_of_the_recorder_does_not_end_a_pause() {
    let late = [
        Event::TakeStarted { take: TakeNumber(2), at: secs(8), rate: SampleRate::STUDIO, channels: 1, device: String::new() },
        Event::AudioStopped { at: secs(8), why: AudioEnd::Lost(Fault::NoMicrophone.into()) },
        Event::AudioStopped { at: secs(8), why: AudioEnd::Declined },
    ];
    for event in late {
        let mut session = in_phase(Phase::OffRecord);
        session.apply(&event);
        assert_eq!(session.phase(), Phase::OffRecord, "{event:?}");
        done(&mut session, note(NoteKind::Quote, "between us", secs(8)));
        assert!(session.note(NoteId(4)).unwrap().off_record, "what is written now is never shared");
    }
}

/// Something that can happen: asked for by a person, or reported.
#[derive(Clone, Debug)]
enum Happening {
    Ask(Command),
    /// The last step is taken back, or done once more.
    Undo,
    Redo,
    Report(Event),
    /// The program dies here and the session is found by the next.
    Crash,
}

fn kinds() -> impl Strategy<Value = NoteKind> {
    prop::sample::select(NoteKind::ALL.as_slice())
}

fn notes() -> impl Strategy<Value = NoteId> {
    (1u32..6).prop_map(NoteId)
}

fn positions() -> impl Strategy<Value = Position> {
    (0u64..600_000).prop_map(Position::from_millis)
}

/// Words of letters that no other text of the test holds; the number makes each note's its own.
fn texts() -> impl Strategy<Value = String> {
    (0u64..u64::MAX).prop_map(|n| format!("zq{n}"))
}

/// What can be undone.
fn changes() -> impl Strategy<Value = Command> {
    let questions = prop::sample::select(vec![Id::new("day"), Id::new("tension"), Id::new("nowhere")]);
    let probes = prop::sample::select(vec![Id::new("day-p1"), Id::new("day-p2"), Id::new("nowhere")]);
    let uses = prop::sample::select(vec![ProbeUse::Used, ProbeUse::Unused]);
    let (answered, asked, moved) = (questions.clone(), questions.clone(), questions.clone());
    let codes = prop::sample::select(vec!["1".to_owned(), "2".to_owned(), "9".to_owned()]);
    let some_notes = || prop::collection::vec(notes(), 0..3);
    let statements = || (1u32..5).prop_map(StatementId);
    prop_oneof![
        4 => (kinds(), texts(), positions()).prop_map(|(kind, text, at)| note(kind, &text, at)),
        1 => positions().prop_map(|at| note(NoteKind::Paraphrase, "", at)),
        3 => (notes(), kinds(), texts(), positions(), prop::option::of(moved))
            .prop_map(|(note, kind, text, position, question)| Command::ReviseNote { note, into: Revision { kind, text, position, question } }),
        2 => (asked, prop::sample::select(OwnProbe::ALL.as_slice()), positions())
            .prop_map(|(question, own, at)| Command::AskProbe { question, own, at }),
        2 => (prop::sample::select(NameOf::ALL.as_slice()), positions())
            .prop_map(|(named, raw)| Command::MarkName { named, stamp: NoteStamp { raw, reaction_ms: 1500 } }),
        2 => notes().prop_map(|note| Command::StrikeNote { note }),
        2 => (questions, prop::sample::select(Coverage::ALL.as_slice()), prop::option::of(texts()), positions())
            .prop_map(|(question, coverage, reason, at)| Command::MarkCoverage { question, mark: Mark { coverage, reason }, at }),
        2 => (answered, prop::option::of(codes), positions())
            .prop_map(|(question, choice, at)| Command::AnswerChoice { question, choice, at }),
        2 => (probes, uses, positions()).prop_map(|(probe, used, at)| Command::MarkProbe { probe, used, at }),
        2 => ("[a-y ]{0,8}", some_notes(), some_notes()).prop_map(|(text, sources, quotes)| {
            Command::WriteStatement { topic: Id::new("body"), text, sources, quotes }
        }),
        1 => (statements(), "[a-y ]{0,8}", some_notes())
            .prop_map(|(statement, text, quotes)| Command::ReviseStatement { statement, text, quotes }),
        1 => statements().prop_map(|statement| Command::StrikeStatement { statement }),
        4 => registers().prop_map(Command::Register),
        3 => composings().prop_map(Command::Compose),
    ]
}

/// What is done with statements beside writing them.
fn composings() -> impl Strategy<Value = Composing> {
    let statements = || (1u32..6).prop_map(StatementId);
    let stands = || prop::sample::select(vec![Stands::Stands, Stands::TakenBack]);
    let topics = prop::sample::select(vec![Id::new("body"), Id::new("opening"), Id::new("nowhere")]);
    prop_oneof![
        (statements(), prop::collection::vec(notes(), 0..3), prop::collection::vec(notes(), 0..3))
            .prop_map(|(statement, sources, quotes)| Composing::Rest { statement, sources, quotes }),
        (statements(), topics, prop::option::of(statements())).prop_map(|(statement, topic, before)| Composing::Move {
            statement,
            topic,
            before
        }),
        (statements(), statements()).prop_map(|(statement, with)| Composing::Join { statement, with }),
        (statements(), "[a-y]{0,3}", "[a-y]{0,3}").prop_map(|(statement, text, rest)| Composing::Split { statement, text, rest }),
        (statements(), stands()).prop_map(|(statement, stands)| Composing::SetAside { statement, stands }),
        (statements(), stands()).prop_map(|(statement, stands)| Composing::Mean { statement, stands }),
    ]
}

/// What can be written down of a letter.
fn registers() -> impl Strategy<Value = Registering> {
    let on = || prop::sample::select(vec!["2026-12-01", "2026-12-10", "2027-01-01"]).prop_map(str::to_owned);
    let stands = || prop::sample::select(vec![Stands::Stands, Stands::Stands, Stands::TakenBack]);
    let version = || 1u32..3;
    let answers = prop::sample::select(vec![BeforeAnswer::Yes, BeforeAnswer::Yes, BeforeAnswer::Yes, BeforeAnswer::No]);
    let checked = (prop::sample::select(BeforeItem::ALL.as_slice()), answers, on(), texts(), stands())
        .prop_map(|(is, answer, on, words, stands)| Registering::Check(LetterChecked { is, answer, on, by: String::new(), words, stands }));
    let sendings = prop::sample::select(vec![Sending::Letter, Sending::Letter, Sending::Reminder]);
    let sent = (version(), sendings, on(), stands()).prop_map(|(version, is, on, stands)| {
        Registering::Send(LetterSent { version, is, on, way: SentBy::Post, by: "I1".into(), stands }, Anyway::Yes)
    });
    let kinds =
        prop::sample::select(vec![RemarkKind::Answer, RemarkKind::Answer, RemarkKind::Added, RemarkKind::NotUsed, RemarkKind::Declines]);
    let says = prop::option::of(prop::sample::select(Says::ALL.as_slice()));
    let statement = prop::option::of((1u32..3).prop_map(StatementId));
    let replied = (1u32..5, version(), kinds, statement, says, texts(), on(), stands()).prop_map(
        |(remark, version, is, statement, says, words, on, stands)| {
            let (remark, how, by) = (RemarkId(remark), RepliedBy::Paper, String::new());
            Registering::Reply(Remark { remark, version, is, statement, says, quotes: None, words, on, how, by, stands })
        },
    );
    let disposed =
        (1u32..5, prop::sample::select(Disposed::ALL.as_slice()), on(), texts(), stands()).prop_map(|(remark, is, on, reason, stands)| {
            Registering::Dispose(Disposition { remark: RemarkId(remark), is, wording: None, reason, on, by: String::new(), stands })
        });
    let none = (version(), on(), stands())
        .prop_map(|(version, on, stands)| Registering::NoReply(NoReply { version, on, by: String::new(), stands }));
    prop_oneof![2 => checked, 3 => sent, 4 => replied, 2 => disposed, 1 => none]
}

fn happenings() -> impl Strategy<Value = Event> {
    let takes = || (1u32..4).prop_map(TakeNumber);
    let frames = || (0u64..48_000_000).prop_map(Frames);
    let device = String::new();
    prop_oneof![
        (takes(), frames()).prop_map(|(take, frames)| Event::Checkpoint { take, frames }),
        (takes(), frames()).prop_map(|(take, frames)| Event::TakeClosed {
            take,
            frames,
            rate: Some(SampleRate::STUDIO),
            channels: Some(1),
            sha256: Some(Digest::new([7; 32]))
        }),
        (takes(), frames()).prop_map(|(take, frames)| Event::TakeMeasured {
            take,
            frames,
            rate: SampleRate::STUDIO,
            channels: 2,
            sha256: Digest::new([8; 32])
        }),
        (takes(), -999_999i64..999_999).prop_map(|(take, ppb)| Event::ClockCompared { take, ppb }),
        (takes(), frames(), frames()).prop_map(|(take, at_frame, frames)| Event::Gap {
            take,
            at_frame,
            frames,
            why: GapCause::Late.into()
        }),
        (takes(), positions()).prop_map(move |(take, at)| Event::TakeStarted {
            take,
            at,
            rate: SampleRate::STUDIO,
            channels: 1,
            device: device.clone()
        }),
        (positions(), texts()).prop_map(|(at, detail)| Event::AudioStopped { at, why: AudioEnd::Lost(Fault::Stopped { detail }.into()) }),
        (positions(), texts()).prop_map(|(at, to)| Event::Incident { at, incident: Incident::Moved { to: Some(to) }.into() }),
        (positions(), texts()).prop_map(|(at, what)| Event::Incident { at, incident: Named::Sentence(what) }),
        positions().prop_map(|at| Event::TimePassed { at }),
        (prop::option::of(takes()), frames(), 0u64..9_000).prop_map(|(take, frames, missing_ms)| Event::Recovered {
            take,
            frames,
            missing_ms
        }),
        (1u32..4, texts(), texts()).prop_map(|(version, file, text)| Event::LetterWritten {
            version,
            file,
            statements: vec![AsWritten { statement: StatementId(1), text, quotes: Vec::new(), sources: Some(Vec::new()) }],
            reply_by: "2026-12-06".into(),
            on: "2026-11-22".into(),
            called: CheckKind::Check,
        }),
    ]
}

fn steps() -> impl Strategy<Value = Happening> {
    let answers = prop::sample::select(vec![Answer::Given, Answer::Given, Answer::Given, Answer::Refused]);
    let items = prop::sample::select(vec!["taking-part", "recording", "nowhere"]);
    let questions = prop::sample::select(vec![Id::new("day"), Id::new("tension")]);
    let choices = prop::sample::select(vec![DistressChoice::Opened, DistressChoice::Break, DistressChoice::Stop]);
    let flow = prop_oneof![
        2 => (items, answers).prop_map(|(item, answer)| consent(item, answer)),
        1 => prop::sample::select(vec![Command::Begin(HeldAs::Recorded), Command::Begin(HeldAs::NotesOnly)]),
        2 => (1u32..4, positions()).prop_map(|(n, at)| take(n, at)),
        1 => positions().prop_map(|at| Command::StopAudio { at, why: AudioEnd::Declined }),
        2 => (positions(), prop::option::of(texts())).prop_map(|(at, reason)| Command::Pause { at, reason }),
        2 => positions().prop_map(|at| Command::Resume { at }),
        1 => positions().prop_map(|at| Command::End { at, why: EndCause::Finished }),
        2 => (questions, positions()).prop_map(|(question, at)| Command::OpenQuestion { question, at }),
        1 => positions().prop_map(|at| Command::MustReport { kind: report::kinds(None, &[]).remove(2), at, on: Stamp::new(0, 0) }),
        1 => (positions(), choices).prop_map(|(at, choice)| Command::Distress { at, choice, on: Stamp::new(0, 0) }),
        1 => prop::sample::select(vec![Command::FinishReview, Command::Reopen]),
    ];
    prop_oneof![
        6 => changes().prop_map(Happening::Ask),
        5 => flow.prop_map(Happening::Ask),
        2 => Just(Happening::Undo),
        1 => Just(Happening::Redo),
        2 => happenings().prop_map(Happening::Report),
        1 => Just(Happening::Crash),
    ]
}

/// Lives through `script` and gives back the session and its journal. What is refused does not happen.
fn live(script: Vec<Happening>, under_way: bool) -> (Session, Vec<Event>) {
    let mut events = vec![Event::Opened(opened())];
    let mut session = Session::new(guide(), opened());
    let opening = [consent("taking-part", Answer::Given), consent("recording", Answer::Given), Command::Begin(HeldAs::Recorded)];
    let before = if under_way { opening.map(Happening::Ask).to_vec() } else { Vec::new() };
    let mut steps = Steps::default();
    for happening in before.into_iter().chain(script) {
        let asked = match happening {
            Happening::Ask(command) => session.decide(command).ok(),
            Happening::Undo => steps.last().and_then(|step| session.decide(Command::Undo(step.clone())).ok()),
            Happening::Redo => steps.next().and_then(|step| session.decide(Command::Undo(step.clone())).ok()),
            Happening::Report(event) => Some(event),
            Happening::Crash => {
                session.found_unattended();
                None
            }
        };
        let Some(event) = asked else { continue };
        steps.happens(&session, events.len() as u64 + 1, &event);
        session.apply(&event);
        events.push(event);
    }
    (session, events)
}

/// What undo brings back: the notes that stand, the marks, the probes, the statements that stand.
fn visible(session: &Session) -> String {
    let guide = session.guide();
    let notes: Vec<_> = session.notes().map(|n| (n.id, n.kind, &n.text, n.position, &n.question, n.revisions())).collect();
    let questions = guide.topics.iter().flat_map(|t| &t.questions);
    let marks: Vec<_> = questions.clone().map(|q| session.coverage().mark(&q.id)).collect();
    let probes: Vec<_> = questions.flat_map(|q| &q.probes).map(|p| session.coverage().used(&p.id)).collect();
    let statements: Vec<_> = session.statements().collect();
    let check = session.member_check();
    let asked: Vec<_> = BeforeItem::ALL.into_iter().map(|item| check.asked(item)).collect();
    let remarks: Vec<_> = check.remarks().map(|remark| (remark, check.disposition(remark.remark))).collect();
    let letters: Vec<_> =
        (1..3).map(|version| (check.sent_as(version), check.reminder(version), Register::of(session).outcome(version))).collect();
    format!("{notes:#?}\n{marks:#?}\n{probes:?}\n{statements:#?}\n{asked:#?}\n{remarks:#?}\n{letters:#?}")
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 128, failure_persistence: None, ..ProptestConfig::default() })]

    /// The journal tells what was lived: through JSON and back, event by event, to the same session.
    #[test]
    fn replaying_gives_the_session_that_was_lived(script in prop::collection::vec(steps(), 0..60), under_way in prop::bool::weighted(0.9)) {
        let (mut lived, events) = live(script, under_way);
        let mut read = Vec::new();
        for event in &events {
            let line = serde_json::to_string(event).unwrap();
            let back: Event = serde_json::from_str(&line).unwrap();
            prop_assert_eq!(event, &back, "{}", line);
            read.push(back);
        }
        let mut replayed = Session::replay(guide(), &read).unwrap();
        // Whether somebody holds the session is not in the journal.
        lived.found_unattended();
        replayed.found_unattended();
        prop_assert_eq!(lived, replayed);
    }

    /// Taking back everything that was done since a moment brings back what was to be seen at that moment.
    #[test]
    fn undo_brings_back_what_was(before in prop::collection::vec(steps(), 0..40), since in prop::collection::vec(changes(), 0..20)) {
        let (mut session, _) = live(before, true);
        let was = visible(&session);
        let mut steps = Steps::default();
        let happens = |session: &mut Session, steps: &mut Steps, command: Command| {
            let Ok(event) = session.decide(command) else { return false };
            steps.happens(session, session.lines() + 1, &event);
            session.apply(&event);
            true
        };
        let count = since.into_iter().filter(|command| happens(&mut session, &mut steps, command.clone())).count();
        let is = visible(&session);
        // Back, forth and back again: each way as often as there were steps, and no further.
        for (way, seen) in [(Steps::last as fn(&Steps) -> Option<&UndoStep>, &was), (Steps::next, &is), (Steps::last, &was)] {
            for _ in 0..count {
                let step = way(&steps).cloned().unwrap();
                prop_assert!(happens(&mut session, &mut steps, Command::Undo(step)));
            }
            prop_assert_eq!(way(&steps), None);
            prop_assert_eq!(seen, &visible(&session));
        }
    }

    /// A number means one note for ever, also after the note was taken back.
    #[test]
    fn numbers_are_never_used_again(script in prop::collection::vec(steps(), 0..60)) {
        let (session, events) = live(script, true);
        let (mut notes, mut statements) = (BTreeSet::new(), BTreeSet::new());
        for event in &events {
            match event {
                Event::NoteAdded { note, .. } => prop_assert!(notes.insert(*note), "note {} twice", note.0),
                Event::StatementWritten { statement, .. } => prop_assert!(statements.insert(*statement), "statement {} twice", statement.0),
                _ => {}
            }
        }
        prop_assert!(!notes.contains(&session.next_note()) && !statements.contains(&session.next_statement()));
    }

    /// Nothing private reaches the summary: no memo, no observation, nothing off the record, nothing that was taken back.
    #[test]
    fn the_summary_holds_only_what_may_be_shared(script in prop::collection::vec(steps(), 0..80)) {
        let (session, _) = live(script, true);
        let summary = Summary::of(&session);
        let told = format!("{summary:?}");
        for id in 1..session.next_note().0 {
            let note = session.note(NoteId(id)).unwrap();
            let private = note.struck || note.off_record || !matches!(note.kind, NoteKind::Quote | NoteKind::Paraphrase);
            if private && !note.text.is_empty() {
                prop_assert!(!told.contains(&note.text), "note {id} is private and stands in the summary");
            }
        }
        let is_meant = |s: &&Statement| !s.aside && (s.meant || !s.sources.is_empty());
        let resting = session.statements().filter(is_meant);
        let resting = resting.filter(|s| s.sources.iter().all(|id| session.note(*id).unwrap().shareable().is_some()));
        prop_assert_eq!(summary.len(), resting.count());
    }
}

/// An answer is an answer: the question was asked, unless it was marked otherwise, and another answer takes its place.
#[test]
fn a_coded_answer_counts_as_asked_and_is_taken_back_as_if_it_had_never_been() {
    let day = Id::new("day");
    let mut session = in_phase(Phase::Recording);
    let mut steps = Steps::default();
    let happens = |session: &mut Session, steps: &mut Steps, command: Command| {
        let event = session.decide(command).unwrap();
        steps.happens(session, session.lines() + 1, &event);
        session.apply(&event);
    };
    let seen = |session: &Session| (session.coverage().of(&day), session.coverage().choice(&day).map(str::to_owned));
    let mut story = vec![seen(&session)];
    let marked = |coverage| Command::MarkCoverage { question: day.clone(), mark: Mark { coverage, reason: None }, at: secs(12) };
    let answered = |code, at| choose("day", code, secs(at));
    for command in [answered(Some("1"), 10), marked(Coverage::Partly), answered(Some("2"), 13), answered(None, 14)] {
        happens(&mut session, &mut steps, command);
        story.push(seen(&session));
    }
    let told = |coverage, code: Option<&str>| (coverage, code.map(str::to_owned));
    let expected = [
        told(Coverage::NotYet, None),
        told(Coverage::Asked, Some("1")),
        told(Coverage::Partly, Some("1")),
        told(Coverage::Partly, Some("2")),
        told(Coverage::Partly, None),
    ];
    assert_eq!(story, expected);
    for before in expected.iter().rev().skip(1) {
        let step = steps.last().unwrap().clone();
        happens(&mut session, &mut steps, Command::Undo(step));
        assert_eq!(seen(&session), *before);
    }
    for after in &expected[1..] {
        let step = steps.next().unwrap().clone();
        happens(&mut session, &mut steps, Command::Undo(step));
        assert_eq!(seen(&session), *after);
    }
}

#[test]
fn a_no_to_what_the_guide_did_not_ask_counts_until_they_lift_it() {
    let mut guide = guide();
    guide.consent.retain(|item| !matches!(item.covers, Covers::Quotes | Covers::Summary | Covers::OwnWords));
    let mut session = Session::new(guide.clone(), opened());
    let does = |session: &mut Session, command: Command| {
        let event = session.decide(command).unwrap();
        session.apply(&event);
    };
    for item in guide.consent.iter().map(|item| item.id.clone()) {
        does(&mut session, Command::AnswerConsent(Consent::new(item, Answer::Given, How::Spoken)));
    }
    does(&mut session, Command::Begin(HeldAs::NotesOnly));
    assert!(!session.wants(Wish::NoQuotes) && !session.asks_no_more());
    for wish in [Wish::NoQuotes, Wish::NoContact] {
        does(&mut session, Command::Withdraw { wish, person: None, at: secs(20), said: Said::default() });
        assert!(session.wants(wish) && session.is_understood(), "{wish:?}");
    }
    assert!(session.asks_no_more());
    let item = session.consents().withdrawals()[0].item.clone();
    let change = ConsentChange { item, person: None, answer: Answer::Given, said: Said::new("by telephone", "I1", "2026-11-24") };
    does(&mut session, Command::ChangeConsent(change));
    assert!(!session.wants(Wish::NoQuotes) && session.wants(Wish::NoContact));
}

#[test]
fn what_was_wanted_before_a_yes_is_not_wanted_again_by_a_later_no() {
    let mut session = in_phase(Phase::Recording);
    let does = |session: &mut Session, command: Command| {
        let event = session.decide(command).unwrap();
        session.apply(&event);
    };
    let takes_back = |wish| Command::Withdraw { wish, person: None, at: secs(20), said: Said::new("by letter", "I1", "2026-11-24") };
    does(&mut session, takes_back(Wish::DestroyAll));
    assert!(session.wants(Wish::DestroyAll));
    let item = session.consents().withdrawals()[0].item.clone();
    let change = ConsentChange { item, person: None, answer: Answer::Given, said: Said::new("by telephone", "I1", "2026-11-25") };
    does(&mut session, Command::ChangeConsent(change));
    does(&mut session, takes_back(Wish::Keep));
    assert!(!session.wants(Wish::DestroyAll) && session.wants(Wish::Keep));
    assert_eq!(session.consents().withdrawals().len(), 2, "both were said");
}

/// What was taken down by a machine, or in a whole year, is read in one go: each note costs as much as the first.
#[test]
fn sixty_thousand_notes_are_replayed_in_the_time_of_as_many() {
    let guide = read_guide("guide.yaml", include_str!("fixtures/small-guide.yaml").as_bytes()).guide.unwrap();
    let opened = Opened::of(Stamp::new(0, 0), "P07", Round::First, &guide);
    let stretch =
        Withheld { id: WithheldId(1), what: Some(What::Stretch(Position::from_secs(7), Position::from_secs(9))), reason: String::new() };
    let note = |n: u32| Event::NoteAdded {
        note: NoteId(n),
        note_kind: NoteKind::Paraphrase,
        text: "tired".into(),
        stamp: NoteStamp { raw: Position::from_secs(u64::from(n)), reaction_ms: 0 },
        question: None,
        off_record: false,
        late: false,
        voice: Voice::default(),
        report: None,
        until: None,
    };
    let begins = [Event::Opened(opened), Event::Began { on: None }];
    let events: Vec<Event> =
        begins.into_iter().chain((1..=10).map(note)).chain([Event::Withheld(stretch)]).chain((11..=60_000).map(note)).collect();
    // The best of three, of a part and of the whole: one after the other, four times as many take four times as long; each with all before
    // it, sixteen times.
    let replayed = |count: usize| {
        let once = |_| {
            let begun = std::time::Instant::now();
            let session = Session::replay(guide.clone(), &events[..count]).unwrap();
            (begun.elapsed(), session.notes().count())
        };
        (0..3).map(once).min().unwrap()
    };
    let ((part, _), (whole, notes)) = (replayed(events.len() / 4), replayed(events.len()));
    assert_eq!(notes, 59_997);
    assert!(whole < part * 10, "{part:?} for a quarter, {whole:?} for all");
}
