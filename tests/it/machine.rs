//! The session against a model of it, over whatever may happen in whatever order: consent given, refused and withdrawn, takes that begin,
//! grow and are lost, notes written, changed, joined, split and taken back, a full disk, a clock that jumps, and a crash between any two of
//! these, after which the journal is read from its bytes.
//!
//! The model is a page of plain code that knows nothing of events: where they differ, one of the two is wrong. Each step may come at any
//! time, because the session must refuse what is out of turn; so a list of steps is all that has to be made and made smaller, which
//! proptest does by itself and needs no crate for state machines for. `HEARBACK_TRANSITIONS` says how many steps are wanted.

use std::io;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;

use hearback::disk::Access;
use hearback::disk::Disk;
use hearback::disk::Links;
use hearback::disk::failing::Attempt;
use hearback::disk::failing::Breakdown;
use hearback::disk::failing::Failing;
use hearback::disk::memory::Memory;
use hearback::domain::audio_end::AudioEnd;
use hearback::domain::command::Command;
use hearback::domain::command::HeldAs;
use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::ConsentChange;
use hearback::domain::consent::How;
use hearback::domain::consent::Said;
use hearback::domain::consent::Wish;
use hearback::domain::digest::Digest;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Id;
use hearback::domain::incident::EndCause;
use hearback::domain::incident::Fault;
use hearback::domain::listened::Listening;
use hearback::domain::note::Draft;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::note::Revision;
use hearback::domain::session::Session;
use hearback::domain::standing::Audio;
use hearback::domain::standing::Choice;
use hearback::domain::standing::Phase;
use hearback::domain::stands::Stands;
use hearback::domain::time::Frames;
use hearback::domain::time::Position;
use hearback::domain::time::SampleRate;
use hearback::domain::time::Stamp;
use hearback::domain::timeline::TakeNumber;
use hearback::domain::undo::Steps;
use hearback::store::guide_file::read_guide;
use hearback::store::journal::Journal;
use hearback::store::journal::Loaded;
use proptest::prelude::*;
use proptest::test_runner::RngAlgorithm;
use proptest::test_runner::TestRng;
use proptest::test_runner::TestRunner;

use crate::corpus::checks::opened;

/// Steps in one interview.
const STEPS: usize = 100;

/// Steps in all when nobody asks for more.
const TRANSITIONS: usize = 100_000;

#[derive(Clone, Debug)]
enum Step {
    Consent(usize, Answer),
    Begin(HeldAs),
    StartTake,
    /// The recorder says that so much more of its take is safe.
    Grow(u64),
    CloseTake(Option<u8>),
    /// The microphone is gone; the next take brings it back.
    Lose,
    NotesOnly,
    /// Consent is taken back, or is another than it was.
    Withdraw(usize),
    Change(usize, Answer),
    /// A take is read from beginning to end.
    Measure(u32, u8),
    Pause,
    Resume,
    End,
    Review,
    Reopen,
    Note(NoteKind),
    Revise(u32),
    Strike(u32),
    /// While listening back: one note of two, two of one, a code on it or off it, and that its moment was played.
    Join(u32, u32),
    Split(u32),
    Code(u32),
    Heard(u32),
    Undo,
    Redo,
    /// So many writes of the journal fail halfway.
    DiskFull(u32),
    /// The room's clock is set, forwards or back.
    ClockJump(i64),
    /// The program dies; of what nobody was told to be safe, so many percent are there.
    Crash(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let answers = prop::sample::select(vec![Answer::Given, Answer::Given, Answer::Given, Answer::Refused]);
    let step = prop_oneof![
        6 => (0_usize..2, answers.clone()).prop_map(|(item, answer)| Step::Consent(item, answer)),
        4 => prop::sample::select(vec![HeldAs::Recorded, HeldAs::Recorded, HeldAs::NotesOnly]).prop_map(Step::Begin),
        6 => Just(Step::StartTake),
        10 => (1_u64..96_000).prop_map(Step::Grow),
        3 => prop::option::of(0_u8..9).prop_map(Step::CloseTake),
        1 => (1_u32..4, 0_u8..9).prop_map(|(take, digest)| Step::Measure(take, digest)),
        1 => (0_usize..2).prop_map(Step::Withdraw),
        2 => (0_usize..2, answers.clone()).prop_map(|(item, answer)| Step::Change(item, answer)),
        3 => Just(Step::Lose),
        1 => Just(Step::NotesOnly),
        4 => Just(Step::Pause),
        8 => Just(Step::Resume),
        2 => Just(Step::End),
        1 => Just(Step::Review),
        1 => Just(Step::Reopen),
        12 => prop::sample::select(NoteKind::ALL.as_slice()).prop_map(Step::Note),
        5 => (1_u32..8).prop_map(Step::Revise),
        4 => (1_u32..8).prop_map(Step::Strike),
        3 => (1_u32..8, 1_u32..8).prop_map(|(note, with)| Step::Join(note, with)),
        3 => (1_u32..8).prop_map(Step::Split),
        1 => (1_u32..8).prop_map(Step::Code),
        1 => (1_u32..8).prop_map(Step::Heard),
        6 => Just(Step::Undo),
        3 => Just(Step::Redo),
        3 => (1_u32..5).prop_map(Step::DiskFull),
        3 => (-90_000_000_i64..90_000_000).prop_map(Step::ClockJump),
        5 => (0_usize..=100).prop_map(Step::Crash),
    ];
    prop::collection::vec(step, STEPS)
}

/// What undo would do.
#[derive(Clone, Debug)]
enum Opposite {
    Strike(usize),
    Restore(usize),
    Revise(usize, NoteKind, String),
    /// The two are apart, or one, and the first says this.
    Part(usize, usize, String),
    Join(usize, usize, String),
    /// The code is off it again, or on it.
    Code,
}

#[derive(Clone, Debug)]
struct NoteModel {
    kind: NoteKind,
    text: String,
    struck: bool,
    versions: usize,
    off_record: bool,
    heard: bool,
}

/// The model: what a session is, said once more and plainly.
#[derive(Clone, Debug)]
struct Model {
    phase: Phase,
    audio: Audio,
    /// To take part, to be recorded.
    consent: [Option<Answer>; 2],
    /// Numbers, frames and digests.
    takes: Vec<(u32, u64, Option<u8>)>,
    notes: Vec<NoteModel>,
    undo: Vec<Opposite>,
    redo: Vec<Opposite>,
    paused: bool,
}

impl Model {
    fn new() -> Self {
        Self {
            phase: Phase::Draft,
            audio: Audio::None,
            consent: [None, None],
            takes: vec![],
            notes: vec![],
            undo: vec![],
            redo: vec![],
            paused: false,
        }
    }

    fn is_refused(&self) -> bool {
        self.consent.contains(&Some(Answer::Refused))
    }

    fn is_under_way(&self) -> bool {
        matches!(self.phase, Phase::Recording | Phase::OffRecord | Phase::Interrupted)
    }

    /// Nobody is recorded who has taken that back.
    fn heed(&mut self) {
        if self.is_under_way() && self.is_refused() && !matches!(self.audio, Audio::NotesOnly(_)) {
            self.audio = Audio::NotesOnly(Choice::Withdrawn);
        }
    }

    /// Of whoever takes no part any more nothing is added to what a crash cut short.
    fn takes_notes(&self) -> bool {
        let may = self.phase != Phase::Interrupted || self.consent[0] != Some(Answer::Refused);
        self.is_under_way() && may || self.phase == Phase::Ended
    }

    fn stands(&self, id: u32) -> Option<usize> {
        let at = usize::try_from(id).unwrap() - 1;
        self.notes.get(at).filter(|note| !note.struck).map(|_| at)
    }

    fn live(&self) -> Option<u32> {
        if let Audio::Live(take) = self.audio { Some(take.0) } else { None }
    }

    /// Whether the step can be done; if it can, it is.
    fn does(&mut self, step: &Step, text: &str) -> bool {
        let here = [Phase::Recording, Phase::OffRecord].contains(&self.phase);
        match step {
            Step::Consent(item, answer) => {
                // Once it has begun, a no stands until it is changed.
                if self.phase != Phase::Draft && self.consent[*item] == Some(Answer::Refused) && *answer == Answer::Given {
                    return false;
                }
                self.consent[*item] = Some(*answer);
                self.heed();
            }
            Step::Begin(sound) => {
                let [part, recording] = self.consent;
                let may =
                    part == Some(Answer::Given) && (recording == Some(Answer::Given) || recording.is_some() && *sound == HeldAs::NotesOnly);
                if self.phase != Phase::Draft || !may {
                    return false;
                }
                self.phase = Phase::Recording;
            }
            Step::StartTake => {
                if self.phase != Phase::Recording || self.consent != [Some(Answer::Given); 2] {
                    return false;
                }
                let take = next(&self.takes);
                self.takes.push((take, 0, None));
                self.audio = Audio::Live(TakeNumber(take));
            }
            // The recorder says these of a take that runs; nobody is asked.
            Step::Grow(frames) => {
                let Some(take) = self.live() else { return false };
                self.takes[take as usize - 1].1 += frames;
            }
            Step::CloseTake(digest) => {
                let Some(take) = self.live() else { return false };
                let known = &mut self.takes[take as usize - 1].2;
                *known = digest.or(*known);
                self.audio = Audio::None;
            }
            Step::Measure(take, digest) => {
                let live = self.live() == Some(*take);
                let Some((.., known)) = self.takes.get_mut(*take as usize - 1) else { return false };
                // One that runs is not measured yet, and what is known of a take stays.
                if !live {
                    *known = known.or(Some(*digest));
                }
            }
            Step::Withdraw(item) if here => {
                self.consent[*item] = Some(Answer::Refused);
                self.heed();
            }
            Step::Change(item, answer) if self.phase != Phase::Draft => {
                self.consent[*item] = Some(*answer);
                self.heed();
            }
            Step::Lose if here => self.audio = Audio::Lost(Fault::NoMicrophone.into()),
            Step::NotesOnly if here => self.audio = Audio::NotesOnly(Choice::Interviewers),
            Step::Pause if self.phase == Phase::Recording => (self.phase, self.paused) = (Phase::OffRecord, true),
            Step::Resume if self.consent[0] == Some(Answer::Refused) => return false,
            Step::Resume if matches!(self.phase, Phase::OffRecord | Phase::Interrupted) => {
                (self.phase, self.paused) = (Phase::Recording, false);
            }
            Step::End if self.is_under_way() => {
                (self.phase, self.paused) = (Phase::Ended, false);
                self.forget();
            }
            Step::Review if self.phase == Phase::Ended => self.phase = Phase::Reviewed,
            Step::Reopen if self.phase == Phase::Reviewed => self.phase = Phase::Ended,
            Step::Note(kind) if self.takes_notes() => {
                self.can_undo(Opposite::Strike(self.notes.len()));
                let off_record = self.paused;
                self.notes.push(NoteModel { kind: *kind, text: text.into(), struck: false, versions: 1, off_record, heard: false });
            }
            Step::Revise(id) if self.takes_notes() => {
                let Some(at) = self.stands(*id) else { return false };
                self.can_undo(self.as_it_is(at));
                self.revise(at, NoteKind::Quote, text);
            }
            Step::Strike(id) if self.takes_notes() => {
                let Some(at) = self.stands(*id) else { return false };
                self.can_undo(Opposite::Restore(at));
                self.notes[at].struck = true;
            }
            Step::Undo if self.takes_notes() => {
                let Some(step) = self.undo.pop() else { return false };
                let revised = match &step {
                    Opposite::Revise(at, ..) | Opposite::Part(at, ..) | Opposite::Join(at, ..) => Some(*at),
                    Opposite::Strike(_) | Opposite::Restore(_) | Opposite::Code => None,
                };
                let back = self.answer(step);
                // As if the change had never been made.
                if let Some(at) = revised {
                    self.notes[at].versions -= 2;
                }
                self.redo.push(back);
            }
            Step::Redo if self.takes_notes() => {
                let Some(step) = self.redo.pop() else { return false };
                let back = self.answer(step);
                self.undo.push(back);
            }
            _ => return self.listens(step),
        }
        true
    }

    /// The same of what is done with notes while listening back.
    fn listens(&mut self, step: &Step) -> bool {
        match step {
            Step::Join(id, with) if self.takes_notes() => {
                let (Some(at), Some(with)) = (self.stands(*id), self.stands(*with)) else { return false };
                let (one, other) = (&self.notes[at], &self.notes[with]);
                if at == with || one.kind != other.kind || one.off_record != other.off_record {
                    return false;
                }
                let (before, joined) =
                    (one.text.clone(), format!("{}{}{}", one.text, if one.kind == NoteKind::Quote { " … " } else { " " }, other.text));
                self.can_undo(Opposite::Part(at, with, before));
                self.answer(Opposite::Join(at, with, joined));
            }
            Step::Split(id) if self.takes_notes() => {
                let Some(at) = self.stands(*id) else { return false };
                let whole = self.notes[at].clone();
                let Some((first, rest)) = whole.text.split_once(' ') else { return false };
                let part = self.notes.len();
                self.can_undo(Opposite::Join(at, part, whole.text.clone()));
                self.notes.push(NoteModel { text: rest.to_owned(), heard: false, ..whole.clone() });
                self.answer(Opposite::Part(at, part, first.to_owned()));
            }
            Step::Code(id) if self.phase != Phase::Draft => {
                if self.stands(*id).is_none() {
                    return false;
                }
                self.can_undo(Opposite::Code);
            }
            Step::Heard(id) if matches!(self.phase, Phase::Ended | Phase::Reviewed) => {
                let Some(at) = self.stands(*id).filter(|at| !self.notes[*at].heard) else { return false };
                self.notes[at].heard = true;
            }
            _ => return false,
        }
        true
    }

    /// Nothing can be undone any more.
    fn forget(&mut self) {
        (self.undo, self.redo) = (vec![], vec![]);
    }

    fn can_undo(&mut self, step: Opposite) {
        self.undo.push(step);
        self.redo.clear();
    }

    fn as_it_is(&self, at: usize) -> Opposite {
        Opposite::Revise(at, self.notes[at].kind, self.notes[at].text.clone())
    }

    /// Does what is to be done in answer, and says what would undo that.
    fn answer(&mut self, step: Opposite) -> Opposite {
        match step {
            Opposite::Strike(at) => {
                self.notes[at].struck = true;
                Opposite::Restore(at)
            }
            Opposite::Restore(at) => {
                self.notes[at].struck = false;
                Opposite::Strike(at)
            }
            Opposite::Revise(at, kind, text) => {
                let back = self.as_it_is(at);
                self.revise(at, kind, &text);
                back
            }
            Opposite::Part(at, with, text) => {
                let back = Opposite::Join(at, with, self.notes[at].text.clone());
                self.revise(at, self.notes[at].kind, &text);
                self.notes[with].struck = false;
                back
            }
            Opposite::Join(at, with, text) => {
                let back = Opposite::Part(at, with, self.notes[at].text.clone());
                self.revise(at, self.notes[at].kind, &text);
                self.notes[with].struck = true;
                back
            }
            Opposite::Code => Opposite::Code,
        }
    }

    fn revise(&mut self, at: usize, kind: NoteKind, text: &str) {
        let note = &mut self.notes[at];
        (note.kind, note.text, note.versions) = (kind, text.to_owned(), note.versions + 1);
    }

    /// Found after a crash by somebody who mends.
    fn is_found(&mut self) {
        if self.live().is_some() {
            self.audio = Audio::None;
        }
        if matches!(self.phase, Phase::Recording | Phase::OffRecord) {
            self.phase = Phase::Interrupted;
        }
    }

    fn agrees_with(&self, session: &Session) -> Result<(), TestCaseError> {
        prop_assert_eq!(self.phase, session.phase());
        prop_assert_eq!(&self.audio, session.audio());
        prop_assert!(!self.is_under_way() || self.live().is_none() || !self.is_refused(), "recorded without consent");
        prop_assert_eq!(self.paused && self.is_under_way(), session.is_off_record());
        for (answer, item) in self.consent.iter().zip(ITEMS) {
            prop_assert_eq!(*answer, session.consents().answer(&Id::new(item)));
        }
        for (take, frames, digest) in &self.takes {
            prop_assert_eq!(session.timeline().frames_of(TakeNumber(*take)), Some(Frames(*frames)));
            prop_assert_eq!(session.takes()[&TakeNumber(*take)].sha256, digest.map(of));
        }
        prop_assert_eq!(session.timeline().next_take(), TakeNumber(next(&self.takes)));
        for (note, id) in self.notes.iter().zip(1..) {
            let there = session.note(NoteId(id));
            let there = there.map(|n| (n.kind, n.text.as_str(), n.struck, n.revisions().len() + 1, n.off_record));
            prop_assert_eq!(there, Some((note.kind, note.text.as_str(), note.struck, note.versions, note.off_record)));
            prop_assert_eq!(note.heard, session.listened().is_heard(NoteId(id)));
        }
        prop_assert_eq!(session.next_note(), NoteId(next(&self.notes)));
        Ok(())
    }
}

/// A digest made of one byte.
fn of(byte: u8) -> Digest {
    Digest::new([byte; 32])
}

/// The number of what comes after those there are.
fn next<T>(all: &[T]) -> u32 {
    u32::try_from(all.len()).unwrap() + 1
}

const ITEMS: [&str; 2] = ["taking-part", "recording"];

/// What is wanted by whoever takes each of them back.
const WISHES: [Wish; 2] = [Wish::Keep, Wish::NotesOnly];

const JOURNAL: &str = "journal.jsonl";

/// A disk with a journal on it that is full for a while.
#[derive(Clone, Debug, Default)]
struct Pages {
    memory: Memory,
    /// So many of the next writes fail.
    fails: Arc<AtomicU32>,
}

impl Pages {
    fn open(&self) -> (Journal, Loaded) {
        let fails = Arc::clone(&self.fails);
        let disk = Failing::over(self.memory.clone(), move |attempt| match attempt {
            Attempt::Write(path, bytes) if path == Path::new(JOURNAL) => {
                let fails = fails.fetch_update(Relaxed, Relaxed, |left| left.checked_sub(1)).is_ok();
                fails.then_some(Breakdown { kind: io::ErrorKind::StorageFull, out: bytes.len() / 2 })
            }
            _ => None,
        });
        Journal::open_on(Arc::new(disk), Path::new(JOURNAL)).unwrap()
    }

    fn length(&self) -> usize {
        self.memory.read(JOURNAL).unwrap().len()
    }

    fn cut(&self, length: usize) {
        let mut file = self.memory.open(Path::new(JOURNAL), Access::Write, Links::Refused).unwrap();
        file.set_length(length as u64).unwrap();
    }
}

fn guide() -> Guide {
    read_guide("small-guide.yaml", include_str!("fixtures/small-guide.yaml").as_bytes()).guide.unwrap()
}

/// The session and its journal, as the program has them.
struct Program {
    guide: Guide,
    session: Session,
    pages: Pages,
    journal: Journal,
    waiting: Vec<(Event, Stamp, u64)>,
    /// The model after each event, from none on; the journal's events are numbered like these.
    history: Vec<Model>,
    /// Bytes of the journal that somebody was told to be safe.
    safe: usize,
    wall_ms: i64,
    mono_ms: u64,
    steps: Steps,
}

impl Program {
    fn new(guide: &Guide) -> Self {
        let opened = Opened { at: Stamp::new(1_795_341_791_123, 60), id: "5c1e9a70b3d2".into(), ..opened() };
        let pages = Pages::default();
        pages.memory.create_new(Path::new(JOURNAL)).unwrap();
        let (journal, _) = pages.open();
        let session = Session::new(guide.clone(), opened.clone());
        let mut program = Self {
            guide: guide.clone(),
            session,
            pages,
            journal,
            waiting: Vec::new(),
            history: vec![Model::new()],
            safe: 0,
            wall_ms: 1_795_341_791_123,
            mono_ms: 0,
            steps: Steps::default(),
        };
        program.keep(Event::Opened(opened), Model::new());
        program
    }

    /// An event that has happened, after which the session is as `model` says.
    fn keep(&mut self, event: Event, model: Model) {
        self.waiting.push((event, Stamp::new(self.wall_ms, 60), self.mono_ms));
        self.history.push(model);
        self.write();
    }

    fn write(&mut self) {
        if self.journal.append(&self.waiting).is_ok() {
            self.waiting.clear();
            self.safe = self.pages.length();
        }
    }

    fn command(&self, step: &Step, text: &str) -> Option<Command> {
        let at = Position::from_millis(self.mono_ms);
        let (position, kind) = (at, NoteKind::Quote);
        Some(match step {
            Step::Consent(item, answer) => Command::AnswerConsent(Consent::new(Id::new(ITEMS[*item]), *answer, How::Spoken)),
            Step::Begin(sound) => Command::Begin(*sound),
            Step::StartTake => {
                let take = self.session.timeline().next_take();
                Command::StartTake { at, take, rate: SampleRate::STUDIO, channels: 1, device: "a microphone".into() }
            }
            Step::Lose => Command::StopAudio { at, why: AudioEnd::Lost(Fault::NoMicrophone.into()) },
            Step::NotesOnly => Command::StopAudio { at, why: AudioEnd::NotesOnly },
            Step::Withdraw(item) => Command::Withdraw { wish: WISHES[*item], person: None, at, said: Said::default() },
            Step::Change(item, answer) => {
                let (item, said) = (Id::new(ITEMS[*item]), Said::new("aloud", "I1", "2026-11-24"));
                Command::ChangeConsent(ConsentChange { item, person: None, answer: *answer, said })
            }
            Step::Pause => Command::Pause { at, reason: None },
            Step::Resume => Command::Resume { at },
            Step::End => Command::End { at, why: EndCause::Finished },
            Step::Review => Command::FinishReview,
            Step::Reopen => Command::Reopen,
            Step::Note(kind) => {
                let stamp = NoteStamp { raw: at, reaction_ms: 1500 };
                Command::AddNote(Draft {
                    kind: *kind,
                    text: text.into(),
                    stamp,
                    question: None,
                    off_record: false,
                    revises: None,
                    until: None,
                })
            }
            Step::Revise(id) => {
                Command::ReviseNote { note: NoteId(*id), into: Revision { kind, text: text.into(), position, question: None } }
            }
            Step::Strike(id) => Command::StrikeNote { note: NoteId(*id) },
            Step::Join(id, with) => Command::Listening(Listening::Join { note: NoteId(*id), with: NoteId(*with) }),
            Step::Split(id) => {
                let whole = self.session.note(NoteId(*id)).map_or("", |note| note.text.as_str());
                let (text, rest) = whole.split_once(' ').unwrap_or((whole, ""));
                Command::Listening(Listening::Split { note: NoteId(*id), text: text.to_owned(), rest: rest.to_owned() })
            }
            Step::Code(id) => {
                let (note, code, stands) = (NoteId(*id), "pain".to_owned(), Stands::Stands);
                Command::Listening(Listening::Code { note, code, stands })
            }
            Step::Heard(id) => Command::Listening(Listening::Heard(vec![NoteId(*id)])),
            Step::Undo => Command::Undo(self.steps.last()?.clone()),
            Step::Redo => Command::Undo(self.steps.next()?.clone()),
            Step::Grow(_) | Step::CloseTake(_) | Step::Measure(..) | Step::DiskFull(_) | Step::ClockJump(_) | Step::Crash(_) => {
                return None;
            }
        })
    }

    /// What the recorder says of the take that runs; nothing if none does.
    fn report(&self, step: &Step) -> Option<Event> {
        if let Step::Measure(take, digest) = step {
            let take = TakeNumber(*take);
            let frames = self.session.timeline().frames_of(take)?;
            return Some(Event::TakeMeasured { take, frames, rate: SampleRate::STUDIO, channels: 1, sha256: of(*digest) });
        }
        let Audio::Live(take) = *self.session.audio() else { return None };
        let known = self.session.timeline().frames_of(take)?;
        match step {
            Step::Grow(more) => Some(Event::Checkpoint { take, frames: Frames(known.0 + more) }),
            Step::CloseTake(digest) => {
                Some(Event::TakeClosed { take, frames: known, rate: Some(SampleRate::STUDIO), channels: Some(1), sha256: digest.map(of) })
            }
            _ => None,
        }
    }

    fn step(&mut self, step: &Step, model: &mut Model) -> Result<(), TestCaseError> {
        self.mono_ms += 700;
        let text = format!("at {}", self.mono_ms);
        match step {
            Step::DiskFull(fails) => self.pages.fails.store(*fails, Relaxed),
            Step::ClockJump(ms) => self.wall_ms += ms,
            Step::Crash(percent) => return self.crash(*percent, model),
            _ => {
                let before = model.clone();
                let event = match self.command(step, &text) {
                    Some(command) => self.session.decide(command).ok(),
                    None => self.report(step),
                };
                prop_assert_eq!(model.does(step, &text), event.is_some(), "{:?} in {:?}", step, before);
                if let Some(event) = event {
                    self.steps.happens(&self.session, self.history.len() as u64, &event);
                    self.session.apply(&event);
                    self.keep(event, model.clone());
                }
            }
        }
        model.agrees_with(&self.session)
    }

    /// The program dies, and the next reads what is there.
    fn crash(&mut self, percent: usize, model: &mut Model) -> Result<(), TestCaseError> {
        self.pages.fails.store(0, Relaxed);
        let beyond = self.pages.length().saturating_sub(self.safe);
        self.pages.cut(self.safe + beyond * percent / 100);
        let acknowledged = self.history.len() - 1 - self.waiting.len();
        let (journal, loaded) = self.pages.open();
        let there = loaded.entries.len();
        prop_assert!((acknowledged..self.history.len()).contains(&there), "{} acknowledged, {} there", acknowledged, there);
        let times: Vec<u64> = loaded.entries.iter().map(|e| e.mono).collect();
        prop_assert!(times.is_sorted(), "whatever the room's clock says, the order is the journal's");
        let Some(session) = Session::replay(self.guide.clone(), loaded.events()) else {
            // It died before its set-up was safe.
            prop_assert_eq!(acknowledged, 0);
            (*self, *model) = (Self::new(&self.guide.clone()), Model::new());
            return Ok(());
        };
        self.history.truncate(there + 1);
        (self.session, self.journal) = (session, journal);
        (self.waiting, self.safe) = (Vec::new(), self.pages.length());
        *model = self.history[there].clone();
        // Of a torn line that says what a participant no longer wants, another says that it was there.
        for _ in there as u64..self.journal.last() {
            self.session.apply(&Event::LineLost);
            self.history.push(model.clone());
        }
        // Who opens it now has done nothing yet.
        self.steps = Steps::default();
        model.forget();
        model.agrees_with(&self.session)?;
        // What opening does with an interview that was cut short.
        let live = model.live();
        if live.is_some() || matches!(model.phase, Phase::Recording | Phase::OffRecord) {
            let (take, frames) = match live {
                Some(take) => (Some(TakeNumber(take)), Frames(model.takes[take as usize - 1].1)),
                None => (None, Frames(0)),
            };
            let event = Event::Recovered { take, frames, missing_ms: 200 };
            self.session.apply(&event);
            model.is_found();
            self.keep(event, model.clone());
        }
        model.agrees_with(&self.session)
    }
}

#[test]
fn the_session_and_its_model_agree_whatever_happens() {
    let wanted = std::env::var("HEARBACK_TRANSITIONS").ok().and_then(|n| n.parse().ok()).unwrap_or(TRANSITIONS);
    let cases = u32::try_from(wanted.div_ceil(STEPS)).unwrap();
    let guide = guide();
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let told = runner.run(&steps(), |steps| {
        let (mut program, mut model) = (Program::new(&guide), Model::new());
        // Most begin at once, so that most of what follows is under way.
        let opening = [Step::Consent(0, Answer::Given), Step::Consent(1, Answer::Given), Step::Begin(HeldAs::Recorded), Step::StartTake];
        for step in opening.iter().chain(&steps) {
            program.step(step, &mut model)?;
        }
        // Whatever is still to be written is written in the end, and tells the same session.
        program.pages.fails.store(0, Relaxed);
        program.write();
        program.crash(100, &mut model)
    });
    told.unwrap_or_else(|why| panic!("{why}"));
    println!("{} transitions, no divergence", cases as usize * (STEPS + 4));
}
