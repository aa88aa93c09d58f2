//! Words that are not to be used are nowhere, whatever was done with the notes they stood in: written, changed, said to be somebody else's,
//! joined, split, taken back, brought back, undone and done once more, in any order, before and after they were withheld by number or by
//! stretch, or by somebody who takes no part any more.
//!
//! Each word is one of a kind. Those that a note says which is gone are gone, and those of which it was once said that they are of somebody
//! who is; they are looked for in all that a screen, an answer for programs, the search, the summary and the letter are made of.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;

use hearback::domain::code::Code;
use hearback::domain::command::Command;
use hearback::domain::command::HeldAs;
use hearback::domain::command::Refusal;
use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::ConsentChange;
use hearback::domain::consent::How;
use hearback::domain::consent::Person;
use hearback::domain::consent::Said;
use hearback::domain::consent::Wish;
use hearback::domain::due::due;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::findable::findables;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Id;
use hearback::domain::guide::Round;
use hearback::domain::incident::EndCause;
use hearback::domain::listened::Listening;
use hearback::domain::listened::OwnQuestion;
use hearback::domain::listened::Phrasing;
use hearback::domain::note::Draft;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::note::Revision;
use hearback::domain::seats::Table;
use hearback::domain::session::Session;
use hearback::domain::stands::Stands;
use hearback::domain::statement::Composing;
use hearback::domain::statement::StatementId;
use hearback::domain::summary::Summary;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::domain::undo::Steps;
use hearback::domain::undo::UndoWay;
use hearback::domain::undo::named;
use hearback::domain::withheld::What;
use hearback::domain::withheld::WithheldId;
use hearback::domain::withheld::WithheldLifted;
use hearback::store::guide_file::read_guide;
use proptest::prelude::*;
use proptest::test_runner::RngAlgorithm;
use proptest::test_runner::TestRng;
use proptest::test_runner::TestRunner;

/// Steps in one session, and how many sessions.
const STEPS: usize = 40;
const CASES: u32 = 1_000;

/// What may be done. Notes are named by their place among all there are, seats from 1; seat 0 is nobody's.
#[derive(Clone, Debug)]
enum Step {
    Note {
        seat: u8,
        at: u64,
        lasts: u64,
    },
    /// Other words, or the same, of somebody.
    Revise {
        note: u32,
        seat: u8,
        same: bool,
    },
    Move(u32, u64),
    Strike(u32),
    BringBack(u32),
    Join(u32, u32),
    Split(u32, usize),
    State(u32),
    Quote(u32),
    Code(u32),
    Hear(u32),
    /// A statement, by its place among all there are, rests on this note or no longer.
    Rest(u32, u32),
    JoinStatements(u32, u32),
    SplitStatement(u32),
    AskedSo(u64),
    Undo,
    Redo,
    /// Another sitting: nothing is taken back by a key any more.
    Leave,
    WithholdNote(u32),
    WithholdStretch(u64, u64),
    Lift(u32),
    Withdraw(u8),
    Return(u8),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let seats = || prop::sample::select(vec![0, 0, 0, 1, 1, 2]);
    let (note, seat, at) = (|| 0_u32..12, seats, || 0_u64..20);
    let step = prop_oneof![
        10 => (seat(), at(), 0_u64..6).prop_map(|(seat, at, lasts)| Step::Note { seat, at, lasts }),
        5 => (note(), seat(), any::<bool>()).prop_map(|(note, seat, same)| Step::Revise { note, seat, same }),
        2 => (note(), at()).prop_map(|(note, at)| Step::Move(note, at)),
        2 => note().prop_map(Step::Strike),
        2 => note().prop_map(Step::BringBack),
        8 => (note(), note()).prop_map(|(note, with)| Step::Join(note, with)),
        8 => (note(), 1_usize..4).prop_map(|(note, at)| Step::Split(note, at)),
        3 => note().prop_map(Step::State),
        1 => note().prop_map(Step::Quote),
        3 => (note(), note()).prop_map(|(statement, note)| Step::Rest(statement, note)),
        1 => (note(), note()).prop_map(|(one, other)| Step::JoinStatements(one, other)),
        1 => note().prop_map(Step::SplitStatement),
        1 => note().prop_map(Step::Code),
        1 => note().prop_map(Step::Hear),
        1 => at().prop_map(Step::AskedSo),
        7 => Just(Step::Undo),
        4 => Just(Step::Redo),
        1 => Just(Step::Leave),
        4 => note().prop_map(Step::WithholdNote),
        2 => (at(), 1_u64..8).prop_map(|(from, lasts)| Step::WithholdStretch(from, from + lasts)),
        1 => (1_u32..4).prop_map(Step::Lift),
        2 => (1_u8..4).prop_map(Step::Withdraw),
        1 => (1_u8..4).prop_map(Step::Return),
    ];
    prop::collection::vec(step, 0..STEPS)
}

fn guide() -> Guide {
    read_guide("focus-group.yaml", include_str!("../../guides/focus-group.yaml").as_bytes()).guide.unwrap()
}

/// A session while it is listened back to.
struct Back {
    session: Session,
    journal: Vec<Event>,
    steps: Steps,
    /// So many words were written.
    words: u32,
    /// Of each word, who was last said to say it.
    said: BTreeMap<String, BTreeSet<Person>>,
}

impl Back {
    fn new(guide: &Guide) -> Self {
        let opened = Opened::of(Stamp::new(1_795_341_600_000, 60), "FG1", Round::First, guide);
        let session = Session::new(guide.clone(), opened.clone());
        let journal = vec![Event::Opened(opened)];
        let mut back = Self { session, journal, steps: Steps::default(), words: 0, said: BTreeMap::new() };
        back.does(Command::Seat(Table::of((1..=3).map(person_code))));
        for seat in 1..=3 {
            for item in &guide.consent {
                let consent = Consent { person: Some(person(seat)), ..Consent::new(item.id.clone(), Answer::Given, How::Written) };
                back.does(Command::AnswerConsent(consent));
            }
        }
        back.does(Command::Begin(HeldAs::NotesOnly));
        back.does(Command::End { at: Position::from_secs(60), why: EndCause::Finished });
        back
    }

    fn does(&mut self, command: Command) {
        let Ok(event) = self.session.decide(command) else { return };
        self.steps.happens(&self.session, self.session.lines() + 1, &event);
        self.session.apply(&event);
        self.journal.push(event);
        for note in self.session.notes() {
            for word in note.text.split(' ') {
                self.said.insert(word.to_owned(), note.people().cloned().collect());
            }
        }
    }

    fn fresh(&mut self, count: usize) -> String {
        let words = (0..count).map(|_| {
            self.words += 1;
            format!("w{:05}", self.words)
        });
        words.collect::<Vec<_>>().join(" ")
    }

    fn line(seat: u8, words: &str) -> String {
        if seat == 0 { words.to_owned() } else { format!("{seat} {words}") }
    }

    fn step(&mut self, step: &Step, guide: &Guide) {
        let at = Position::from_secs;
        let count = (self.session.next_note().0 - 1).max(1);
        let named = |id: &u32| NoteId(id % count + 1);
        let note = |id: &u32| self.session.note(named(id)).cloned();
        match step {
            Step::Note { seat, at: from, lasts } => {
                let text = Self::line(*seat, &self.fresh(3));
                let stamp = NoteStamp { raw: at(*from), reaction_ms: 0 };
                let until = (*lasts > 0).then(|| at(from + lasts));
                let kind = NoteKind::Quote;
                self.does(Command::AddNote(Draft { kind, text, stamp, question: None, off_record: false, revises: None, until }));
            }
            Step::Revise { note: id, seat, same } => {
                let Some(note) = note(id) else { return };
                let words = if *same { note.text.clone() } else { self.fresh(2) };
                let into = Revision { kind: note.kind, text: Self::line(*seat, &words), position: note.position, question: note.question };
                self.does(Command::ReviseNote { note: note.id, into });
            }
            Step::Move(id, to) => {
                let Some(note) = note(id) else { return };
                let into = Revision { kind: note.kind, text: note.text, position: at(*to), question: note.question };
                self.does(Command::ReviseNote { note: note.id, into });
            }
            Step::Strike(id) => self.does(Command::StrikeNote { note: named(id) }),
            Step::BringBack(id) => self.does(Command::Listening(Listening::BringBack(named(id)))),
            Step::Join(id, with) => {
                let (note, with) = (named(id), named(with));
                self.does(Command::Listening(Listening::Join { note, with }));
            }
            Step::Split(id, at) => {
                let Some(note) = note(id) else { return };
                let words: Vec<&str> = note.text.split(' ').collect();
                let (text, rest) = words.split_at((*at).min(words.len()));
                let (text, rest) = (text.join(" "), rest.join(" "));
                self.does(Command::Listening(Listening::Split { note: note.id, text, rest }));
            }
            Step::State(id) => {
                let Some(note) = note(id) else { return };
                let topic = guide.topics[0].id.clone();
                let (text, quotes) = (note.text, Vec::new());
                self.does(Command::WriteStatement { topic, text, sources: vec![note.id], quotes });
            }
            Step::Quote(id) => {
                let topic = guide.topics[0].id.clone();
                let (text, sources) = ("as you said".to_owned(), vec![named(id)]);
                self.does(Command::WriteStatement { topic, text, quotes: sources.clone(), sources });
            }
            Step::Rest(..) | Step::JoinStatements(..) | Step::SplitStatement(_) => self.composes(step),
            Step::Code(id) => {
                let meaning = Code { description: "what hurts".into(), ..Code::called("pain") };
                self.does(Command::Listening(Listening::Define(meaning)));
                let (note, code, stands) = (named(id), "pain".to_owned(), Stands::Stands);
                self.does(Command::Listening(Listening::Code { note, code, stands }));
            }
            Step::Hear(id) => self.does(Command::Listening(Listening::Heard(vec![named(id)]))),
            Step::AskedSo(secs) => {
                let question = OwnQuestion { at: at(*secs), is: Phrasing::Leading, stands: Stands::Stands };
                self.does(Command::Listening(Listening::Asked(question)));
            }
            Step::Undo => {
                if let Some(step) = self.steps.last().cloned() {
                    self.does(Command::Undo(step));
                }
            }
            Step::Redo => {
                if let Some(step) = self.steps.next().cloned() {
                    self.does(Command::Undo(step));
                }
            }
            Step::Leave => self.steps = Steps::default(),
            Step::WithholdNote(id) => self.does(Command::Withhold { what: What::Note(named(id)), reason: String::new() }),
            Step::WithholdStretch(from, to) => {
                self.does(Command::Withhold { what: What::Stretch(at(*from), at(*to)), reason: String::new() });
            }
            Step::Lift(id) => self.does(Command::LiftWithheld(WithheldLifted { id: WithheldId(*id), said: said() })),
            Step::Withdraw(seat) => {
                self.does(Command::Withdraw { wish: Wish::Keep, person: Some(person(*seat)), at: at(60), said: said() });
            }
            Step::Return(seat) => {
                let (item, person) = (Id::new("taking-part"), Some(person(*seat)));
                self.does(Command::ChangeConsent(ConsentChange { item, person, answer: Answer::Given, said: said() }));
            }
        }
    }

    fn composes(&mut self, step: &Step) {
        let count = (self.session.next_statement().0 - 1).max(1);
        let named = |id: &u32| StatementId(id % count + 1);
        let notes = (self.session.next_note().0 - 1).max(1);
        match step {
            Step::Rest(id, note) => {
                let (statement, note) = (named(id), NoteId(note % notes + 1));
                let Some(now) = self.session.statement(statement) else { return };
                let mut sources = now.sources.clone();
                if sources.contains(&note) {
                    sources.retain(|one| *one != note);
                } else {
                    sources.push(note);
                }
                self.does(Command::Compose(Composing::Rest { statement, quotes: sources.clone(), sources }));
            }
            Step::JoinStatements(one, other) => {
                self.does(Command::Compose(Composing::Join { statement: named(one), with: named(other) }));
            }
            Step::SplitStatement(id) => {
                let Some(now) = self.session.statement(named(id)) else { return };
                let Some((text, rest)) = now.text.split_once(' ').map(|(text, rest)| (text.to_owned(), rest.to_owned())) else { return };
                self.does(Command::Compose(Composing::Split { statement: named(id), text, rest }));
            }
            _ => {}
        }
    }

    /// The words that are not to be used.
    fn gone(&self) -> BTreeSet<String> {
        let all = (1..self.session.next_note().0).filter_map(|id| self.session.note(NoteId(id)));
        let held: Vec<What> = self.session.withholding().now().filter_map(|one| one.what).collect();
        let (mut gone, mut stays) = (BTreeSet::new(), BTreeSet::new());
        for note in all {
            let words = note.text.split(' ').map(str::to_owned);
            let in_stretch = held.iter().any(|what| match what {
                What::Stretch(from, to) => note.position <= *to && *from <= note.until.unwrap_or(note.position),
                What::Note(id) => *id == note.id,
                What::Statement(_) => false,
            });
            if note.is_gone() || in_stretch {
                gone.extend(words);
            } else {
                stays.extend(words);
            }
        }
        let withdrawn: Vec<Person> = (1..=3).map(person).filter(|one| self.session.is_withdrawn(one)).collect();
        // Of a word that somebody else is said to say since, that counts.
        let theirs = self.said.iter().filter(|(_, people)| withdrawn.iter().any(|one| people.contains(one)));
        gone.extend(theirs.map(|(word, _)| word.clone()).filter(|word| !stays.contains(word)));
        gone.remove("");
        gone
    }

    /// All that is shown, told or sent of the session, in a row.
    fn shown(&self) -> String {
        let (session, mut all) = (&self.session, String::new());
        for note in session.notes().chain(session.taken_back()) {
            writeln!(all, "{}", serde_json::to_string(note).unwrap()).unwrap();
            for before in note.revisions() {
                writeln!(all, "{before:?}").unwrap();
            }
        }
        let steps = [(self.steps.last(), UndoWay::Back), (self.steps.next(), UndoWay::Again)];
        for (step, way) in steps {
            writeln!(all, "{}", step.map(|step| named(session, &step.by, way)).unwrap_or_default()).unwrap();
        }
        let found: Vec<String> = findables(session, &[]).iter().map(|one| one.line()).collect();
        let summary = Summary::of(session);
        let letter = summary.topics().iter().flat_map(|topic| topic.statements());
        let letter: Vec<(&str, Vec<String>)> =
            letter.map(|one| (one.text(), one.quotes().iter().map(|quote| quote.words()).collect())).collect();
        writeln!(all, "{found:?} {letter:?} {:?} {:?}", session.statements().collect::<Vec<_>>(), session.codes_here()).unwrap();
        writeln!(all, "{:?} {:?}", session.points().collect::<Vec<_>>(), due(session)).unwrap();
        all
    }

    fn keeps_to_it(&self, after: &Step) -> Result<(), TestCaseError> {
        let shown = self.shown();
        for word in self.gone() {
            prop_assert!(!shown.contains(&word), "{} after {:?} in {}", word, after, shown);
        }
        Ok(())
    }
}

fn person_code(seat: u8) -> String {
    format!("T{seat:02}")
}

fn person(seat: u8) -> Person {
    Person(person_code(seat))
}

fn said() -> Said {
    Said::new("by letter", "I1", "2026-11-24")
}

#[test]
fn words_that_are_gone_are_nowhere_whatever_was_done_with_their_notes() {
    let guide = guide();
    let cases = std::env::var("HEARBACK_GONE").ok().and_then(|n| n.parse().ok()).unwrap_or(CASES);
    let config = ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let told = runner.run(&steps(), |steps| {
        let mut back = Back::new(&guide);
        for step in &steps {
            back.step(step, &guide);
            back.keeps_to_it(step)?;
        }
        let replayed = Session::replay(guide.clone(), &back.journal);
        prop_assert_eq!(replayed.as_ref(), Some(&back.session));
        // They want all of it destroyed.
        back.does(Command::Withdraw { wish: Wish::DestroyAll, person: None, at: Position::from_secs(60), said: said() });
        let shown = back.shown();
        prop_assert!(
            !(1..=back.words).any(|n| shown.contains(&format!("w{n:05}"))) && ["pain", "hurts"].iter().all(|word| !shown.contains(word)),
            "{}",
            shown
        );
        Ok(())
    });
    told.unwrap_or_else(|why| panic!("{why}"));
}

/// A part of a note that had been given to another seat goes the way of what stayed in the note.
#[test]
fn a_statement_on_a_part_follows_what_the_whole_was_before() {
    let guide = guide();
    let mut back = Back::new(&guide);
    back.step(&Step::Note { seat: 1, at: 1, lasts: 0 }, &guide);
    back.step(&Step::Revise { note: 0, seat: 2, same: true }, &guide);
    back.step(&Step::Split(0, 1), &guide);
    back.step(&Step::State(0), &guide);
    back.step(&Step::State(1), &guide);
    assert_eq!(back.session.statements().count(), 2);
    back.step(&Step::Withdraw(1), &guide);
    assert_eq!(back.session.statements().count(), 0, "{:?}", back.session.statements().collect::<Vec<_>>());
}

/// Words of a note may stand in a statement that rests on it no longer.
#[test]
fn a_statement_goes_with_a_note_it_rested_on_once() {
    let guide = guide();
    let mut back = Back::new(&guide);
    for at in [1, 30] {
        back.step(&Step::Note { seat: 0, at, lasts: 0 }, &guide);
    }
    back.step(&Step::State(0), &guide);
    back.step(&Step::Rest(0, 1), &guide);
    back.step(&Step::Rest(0, 0), &guide);
    assert_eq!(back.session.statement(StatementId(1)).unwrap().sources, [NoteId(2)]);
    back.step(&Step::WithholdNote(0), &guide);
    assert_eq!(back.session.statements().count(), 0);
    back.step(&Step::Lift(1), &guide);
    assert_eq!(back.session.statements().count(), 1);
    // Whatever was taken back as if it had never been leaves no trace of that.
    back.step(&Step::Rest(0, 0), &guide);
    back.step(&Step::Undo, &guide);
    let replayed = Session::replay(guide.clone(), &back.journal);
    assert_eq!(replayed.as_ref(), Some(&back.session));
}

/// Words that went over into another note come back only with that, and whoever means the note they were in is told where they are.
#[test]
fn what_was_joined_comes_back_with_what_it_was_joined_to() {
    let guide = guide();
    let mut back = Back::new(&guide);
    for at in [1, 2] {
        back.step(&Step::Note { seat: 0, at, lasts: 0 }, &guide);
    }
    let (one, other) = (NoteId(1), NoteId(2));
    back.step(&Step::Join(0, 1), &guide);
    let withhold = Command::Withhold { what: What::Note(other), reason: String::new() };
    for asked in [withhold, Command::StrikeNote { note: other }, Command::Listening(Listening::BringBack(other))] {
        assert_eq!(back.session.decide(asked), Err(Refusal::JoinedInto(one)));
    }
    back.step(&Step::Strike(0), &guide);
    let taken_back = |back: &Back| back.session.taken_back().iter().map(|note| note.id).collect::<Vec<_>>();
    assert_eq!(taken_back(&back), [one], "its words are in the other");
    back.step(&Step::Undo, &guide);
    back.step(&Step::Undo, &guide);
    assert_eq!((taken_back(&back), back.session.notes().count()), (vec![], 2), "two again");
}

/// Joined to another, a quote of a passage ends where the later of the two ends, and after that was undone where it did.
#[test]
fn what_is_joined_lasts_as_long_as_both() {
    let guide = guide();
    let mut back = Back::new(&guide);
    for at in [1, 4] {
        back.step(&Step::Note { seat: 0, at, lasts: 3 }, &guide);
    }
    let ends = |back: &Back| back.session.notes().map(|note| note.until.unwrap().secs()).collect::<Vec<_>>();
    back.step(&Step::Join(0, 1), &guide);
    assert_eq!(ends(&back), [7]);
    back.step(&Step::Split(0, 2), &guide);
    assert_eq!(ends(&back), [7, 7], "where the words of each lie is not known");
    back.step(&Step::Undo, &guide);
    back.step(&Step::Undo, &guide);
    assert_eq!(ends(&back), [4, 7]);
}
