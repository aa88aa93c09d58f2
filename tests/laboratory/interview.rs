//! An interview that is written to a disk in memory, by the tape and the journal that write every interview.
//!
//! Only who tells them what to do stands in for the program: each 20 ms the tape is stepped, what it reports becomes the events that the
//! screen would make of it, and those go into the journal one by one or several at a time, as the journal's thread does. Every frame says
//! where in the recording it belongs, so what is lost, there twice or false is seen afterwards. At 1,000 frames a second (an interview
//! has 48,000) a second is four sectors long, and all that counts in seconds, blocks and sectors is as it is in an interview.

use std::ops::Range;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::time::Duration;
use std::time::Instant;

use hearback::audio::CaptureReport;
use hearback::audio::StreamFormat;
use hearback::audio::capture;
use hearback::audio::capture::CaptureTap;
use hearback::audio::capture::Heard;
use hearback::audio::gauge::Gauge;
use hearback::audio::tape::Finished;
use hearback::audio::tape::Tape;
use hearback::disk::Disk;
use hearback::disk::memory::Call;
use hearback::disk::memory::Memory;
use hearback::disk::whole;
use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::How;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Id;
use hearback::domain::guide::Round;
use hearback::domain::incident::EndCause;
use hearback::domain::incident::Incident;
use hearback::domain::note::Draft;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::recording::EndedTake;
use hearback::domain::seats::Voice;
use hearback::domain::time::Frames;
use hearback::domain::time::Position;
use hearback::domain::time::SampleRate;
use hearback::domain::time::Stamp;
use hearback::domain::timeline::Span;
use hearback::domain::timeline::TakeNumber;
use hearback::store::journal::Journal;

use crate::guide;
use crate::power::Faults;
use crate::power::JOURNAL;
use crate::power::with_faults;

pub(crate) const RATE: u32 = 1_000;
/// Frames in one beat of the tape, 20 ms.
pub(crate) const BEAT: u32 = RATE / 50;
pub(crate) const DRAFT: &str = "draft.json";

pub(crate) const NOW: Stamp = Stamp::new(1_795_390_300_000, 60);

/// One way in which the interview goes.
#[derive(Clone, Debug, Default)]
pub(crate) struct Course {
    pub(crate) faults: Faults,
    /// Events are written so many beats after they happened, all that wait at once.
    pub(crate) lag: u32,
    /// Seconds of sound after which a take is full.
    pub(crate) full: u32,
    /// Frames that the driver loses without a word.
    pub(crate) missed: u32,
    /// So many beats later than usual.
    pub(crate) before: u32,
}

/// What is true from some moment on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// So many events were handed to the journal.
    Tried(usize),
    /// So many events are acknowledged: a note among them shows as saved.
    Saved(usize),
    /// The take begins with this frame of the recording.
    Take { take: TakeNumber, first: u64 },
    /// So many frames of it were reported as safe.
    Safe { take: TakeNumber, frames: u64 },
    /// So many frames of the recording were said in the room.
    Heard(u64),
    /// Of what was said, all up to this frame is safe, wherever it lies. Only where something was missed.
    Known(u64),
    /// This draft was handed over; nothing to forget it.
    DraftTried(Option<String>),
    /// What was handed over last is acknowledged.
    DraftKept,
}

/// An interview that was lived through.
pub(crate) struct Lived {
    pub(crate) calls: Vec<Call>,
    /// What was true before the call with this number.
    pub(crate) marks: Vec<(usize, Mark)>,
    pub(crate) events: Vec<Event>,
    /// All that was said, as it stands in a take.
    pub(crate) sound: Vec<u8>,
    /// The frames that never came.
    pub(crate) missed: Range<u64>,
    /// What was told of each take that ended.
    pub(crate) ended: Vec<EndedTake>,
}

struct Room {
    /// What the interview is written to, and what that does with it.
    disk: Arc<dyn Disk>,
    memory: Memory,
    course: Course,
    marks: Vec<(usize, Mark)>,
    journal: Journal,
    events: Vec<Event>,
    /// How many of them are safe, and since which beat others wait.
    saved: usize,
    waiting_since: u32,
    timeline: Vec<Span>,
    tape: Option<Tape>,
    tap: Option<CaptureTap>,
    gauge: Arc<Gauge>,
    inbox: Receiver<CaptureReport>,
    now: Instant,
    beat: u32,
    heard: u32,
    missed: Range<u64>,
    ended: Vec<EndedTake>,
    notes: u32,
}

fn format() -> StreamFormat {
    StreamFormat { rate: rate(), channels: 1 }
}

pub(crate) fn rate() -> SampleRate {
    SampleRate::new(RATE).unwrap()
}

/// The frame that belongs at this place of the recording; never 0, so that silence shows.
pub(crate) fn frame(at: u64) -> i16 {
    i16::try_from(at % 32_000).unwrap() + 1
}

pub(crate) fn opened() -> Opened {
    Opened { id: "5c1e9a70b3d2".into(), ..Opened::of(NOW, "P07", Round::First, &guide()) }
}

/// Lives through a whole interview of some seconds: takes that become full, a pause, notes alone and in a row, drafts, and whatever
/// `course` lets go wrong.
pub(crate) fn live(course: Course) -> Lived {
    let mut room = Room::new(course);
    room.listen_for(0.9);
    room.note("a first thing", 1);
    room.draft("half a");
    room.listen_for(0.6);
    room.draft("half a sentence");
    room.listen_for(0.3);
    room.note("half a sentence, and more than a sector long: ", 8);
    room.forget_draft();
    room.listen_for(1.4);
    if room.course.missed > 0 {
        room.listen_for(f64::from(room.course.before) * 0.02);
        room.miss();
        room.listen_for(1.7);
    }
    room.pause();
    room.note("off the record", 1);
    room.resume();
    room.listen_for(0.7);
    room.note("one", 1);
    room.note("two, right after it", 3);
    room.note("three, right after that", 3);
    room.draft("what is being said when it ends");
    room.listen_for(1.3);
    room.end();
    let sound = (0..u64::from(room.heard)).flat_map(|at| frame(at).to_le_bytes()).collect();
    Lived { sound, calls: room.memory.calls(), marks: room.marks, events: room.events, missed: room.missed, ended: room.ended }
}

impl Room {
    fn new(course: Course) -> Self {
        let full = u64::from(course.full * RATE * 2);
        let memory = Memory::default();
        let disk: Arc<dyn Disk> = Arc::new(with_faults(&memory, course.faults.clone()));
        Journal::prepare(disk.as_ref(), Path::new(JOURNAL)).unwrap();
        let (journal, _) = Journal::open_on(Arc::clone(&disk), Path::new(JOURNAL)).unwrap();
        let now = Instant::now();
        let gauge = Arc::new(Gauge::new(now));
        let (reports, inbox) = mpsc::channel();
        let mut room = Self {
            disk: Arc::clone(&disk),
            memory,
            course,
            marks: Vec::new(),
            journal,
            events: Vec::new(),
            saved: 0,
            waiting_since: 0,
            timeline: Vec::new(),
            tape: None,
            tap: None,
            gauge: Arc::clone(&gauge),
            inbox,
            now,
            beat: 0,
            heard: 0,
            missed: 0..0,
            ended: Vec::new(),
            notes: 0,
        };
        let consent = Consent::new(Id::new("taking-part"), Answer::Given, How::Written);
        room.happened(Event::Opened(opened()));
        room.write();
        room.happened(Event::ConsentAnswered(consent));
        room.happened(Event::Began { on: None });
        room.write();
        let tape = Tape::create(disk, PathBuf::new(), TakeNumber::FIRST, format(), gauge, reports, now);
        room.tape = Some(tape.with_takes_of(full));
        room.begun(TakeNumber::FIRST, 0);
        room.attach();
        room
    }

    fn mark(&mut self, mark: Mark) {
        self.marks.push((self.memory.count(), mark));
    }

    fn happened(&mut self, event: Event) {
        if self.events.len() == self.saved {
            self.waiting_since = self.beat;
        }
        self.events.push(event);
        self.mark(Mark::Tried(self.events.len()));
    }

    /// Everything that waits goes into the journal.
    fn write(&mut self) {
        let lines: Vec<_> = self.events[self.saved..].iter().map(|e| (e.clone(), NOW, u64::from(self.beat) * 20)).collect();
        if self.journal.append(&lines).is_ok() {
            self.saved = self.events.len();
            self.mark(Mark::Saved(self.saved));
        }
    }

    fn begun(&mut self, take: TakeNumber, first: u64) {
        self.mark(Mark::Take { take, first });
        let at = position(first);
        self.timeline.push(Span::Recorded { from: at, take, frames: Frames(0), rate: rate() });
        self.happened(Event::TakeStarted { take, at, rate: rate(), channels: 1, device: "a microphone".into() });
    }

    fn attach(&mut self) {
        let (tap, end) = capture::line(format(), &self.gauge, Frames(u64::from(self.heard)), 60);
        if let Some(tape) = &mut self.tape {
            tape.attach(end);
        }
        self.tap = Some(tap);
    }

    fn listen_for(&mut self, seconds: f64) {
        let beats = Duration::from_secs_f64(seconds).as_millis() / 20;
        for _ in 0..beats {
            let block: Vec<i16> = (self.heard..self.heard + BEAT).map(|at| frame(u64::from(at))).collect();
            self.heard += BEAT;
            self.mark(Mark::Heard(u64::from(self.heard)));
            self.now += Duration::from_millis(20);
            self.beat += 1;
            if let Some(tap) = &mut self.tap {
                tap.push(&block, Heard { at: self.now, latency: Duration::ZERO });
            }
            if let Some(tape) = &mut self.tape {
                while tape.step(self.now) {}
            }
            self.hear_reports();
            if self.saved < self.events.len() && self.beat >= self.waiting_since + self.course.lag {
                self.write();
            }
        }
    }

    /// The room goes on, and the driver loses it.
    fn miss(&mut self) {
        let from = u64::from(self.heard);
        self.heard += self.course.missed;
        self.missed = from..u64::from(self.heard);
        self.now += Duration::from_millis(u64::from(self.course.missed * 1_000 / RATE));
        self.mark(Mark::Heard(u64::from(self.heard)));
    }

    /// Which frame of what was said follows on the first `count` of the recording as it stands in the takes.
    fn said_up_to(&self, count: u64) -> u64 {
        let put_in = self.tape.as_ref().is_some_and(|tape| tape.received().0 == u64::from(self.heard));
        let missed = self.missed.end - self.missed.start;
        if !put_in && count > self.missed.start && missed > 0 { count + missed } else { count }
    }

    /// What the recorder reports becomes what happened, as the screen has it.
    fn hear_reports(&mut self) {
        let reports: Vec<_> = self.inbox.try_iter().collect();
        for report in reports {
            match report {
                CaptureReport::Checkpoint { take, frames } => {
                    self.mark(Mark::Safe { take, frames: frames.0 });
                    let first = self.marks.iter().rev().find_map(|(_, mark)| match mark {
                        Mark::Take { take: t, first } if *t == take => Some(*first),
                        _ => None,
                    });
                    self.mark(Mark::Known(self.said_up_to(first.unwrap_or(0) + frames.0)));
                    self.happened(Event::Checkpoint { take, frames });
                }
                CaptureReport::Rolled { take, from, first } => {
                    self.ended.push(from);
                    self.happened(from.closed());
                    self.begun(take, first.0);
                }
                CaptureReport::Gap { take, at, frames, why } => {
                    let (take, why) = (take, why.into());
                    self.happened(Event::Gap { take, at_frame: at, frames, why });
                }
                CaptureReport::WriteFailed { why, .. } => {
                    let at = position(u64::from(self.heard));
                    self.happened(Event::Incident { at, incident: Incident::Disk { fault: why.fault().into() }.into() });
                }
                other => panic!("{other:?} is not part of this interview"),
            }
        }
    }

    /// A note of this text, so many times over.
    fn note(&mut self, text: &str, times: usize) {
        self.notes += 1;
        let stamp = NoteStamp { raw: position(u64::from(self.heard)), reaction_ms: 0 };
        self.happened(Event::NoteAdded {
            note: NoteId(self.notes),
            note_kind: NoteKind::Quote,
            text: text.repeat(times),
            stamp,
            question: None,
            off_record: self.tap.is_none(),
            late: false,
            voice: Voice::default(),
            report: None,
            until: None,
        });
        if self.course.lag == 0 {
            self.write();
        }
    }

    fn draft(&mut self, text: &str) {
        let stamp = NoteStamp { raw: position(u64::from(self.heard)), reaction_ms: 0 };
        let draft =
            Draft { kind: NoteKind::Quote, text: text.into(), stamp, question: None, off_record: false, revises: None, until: None };
        let bytes = serde_json::to_vec(&draft).unwrap();
        self.mark(Mark::DraftTried(Some(text.to_owned())));
        if whole::replace_on(self.disk.as_ref(), Path::new(DRAFT), &bytes).is_ok() {
            self.mark(Mark::DraftKept);
        }
    }

    fn forget_draft(&mut self) {
        self.mark(Mark::DraftTried(None));
        self.disk.remove(Path::new(DRAFT)).unwrap();
    }

    fn settle(&mut self) {
        self.tap = None;
        if let Some(tape) = &mut self.tape {
            tape.detach();
            // Twice, as the recorder does: a first failure moves everything into a new take.
            assert!(tape.settle(self.now) || tape.settle(self.now), "one failure is outlived");
        }
        self.hear_reports();
    }

    fn pause(&mut self) {
        let at = position(u64::from(self.heard));
        self.happened(Event::WentOffRecord { at, reason: None });
        self.settle();
        self.write();
    }

    fn resume(&mut self) {
        let at = position(u64::from(self.heard));
        self.happened(Event::WentOnRecord { at });
        self.write();
        self.attach();
    }

    fn end(&mut self) {
        let at = position(u64::from(self.heard));
        self.settle();
        self.happened(Event::Ended { at, why: Some(EndCause::Finished.into()) });
        self.write();
        if let Some(tape) = self.tape.take() {
            let Finished { ended: last, .. } = tape.finish();
            self.ended.push(last);
            self.happened(last.closed());
        }
        while self.saved < self.events.len() {
            self.write();
        }
    }
}

fn position(frames: u64) -> Position {
    Position::START.forward(Frames(frames).duration(rate()))
}
