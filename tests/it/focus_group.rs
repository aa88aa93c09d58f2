//! A focus group: who sits where, whose words a note holds, whose answers count, and what is left of somebody who takes no part any more.

use hearback::domain::command::Command;
use hearback::domain::command::HeldAs;
use hearback::domain::command::Refusal;
use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::ConsentChange;
use hearback::domain::consent::How;
use hearback::domain::consent::Person;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Id;
use hearback::domain::guide::Round;
use hearback::domain::heard;
use hearback::domain::note::Draft;
use hearback::domain::note::NoteId;
use hearback::domain::note::NoteKind;
use hearback::domain::note::NoteStamp;
use hearback::domain::note::Revision;
use hearback::domain::seats::Seat;
use hearback::domain::seats::Sits;
use hearback::domain::seats::Table;
use hearback::domain::session::Session;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::domain::undo::Steps;
use hearback::store::guide_file::read_guide;

fn guide() -> Guide {
    read_guide("focus-group.yaml", include_str!("../../guides/focus-group.yaml").as_bytes()).guide.unwrap()
}

/// A session and the journal that tells of it.
struct Group {
    session: Session,
    journal: Vec<Event>,
}

impl Group {
    /// A group of this many, before it begins.
    fn of(people: u8) -> Self {
        let opened = Opened::of(Stamp::new(1_795_341_600_000, 60), "FG1", Round::First, &guide());
        let mut group = Self { session: Session::new(guide(), opened.clone()), journal: vec![Event::Opened(opened)] };
        group.does(Command::Seat(Table::of((1..=people).map(|n| format!("T{n:02}")))));
        group
    }

    fn does(&mut self, command: Command) {
        let event = self.session.decide(command).unwrap();
        self.session.apply(&event);
        self.journal.push(event);
    }

    /// Everybody says yes to everything, but for what is in `noes`.
    fn answer(&mut self, noes: &[(u8, &str)]) {
        for seat in self.session.table().unwrap().seats.clone() {
            for item in guide().consent {
                let no = noes.iter().any(|(number, id)| seat.seat == Seat(*number) && item.id == Id::new(*id));
                let answer = if no { Answer::Refused } else { Answer::Given };
                let person = Some(seat.person.clone());
                self.does(Command::AnswerConsent(Consent { person, ..Consent::new(item.id, answer, How::Written) }));
            }
        }
    }

    fn sits_out(&mut self, seat: u8) {
        let mut table = self.session.table().unwrap().clone();
        table.seats[usize::from(seat) - 1].sits = Sits::Out;
        self.does(Command::Seat(table));
    }

    fn note(&mut self, line: &str) -> NoteId {
        let id = self.session.next_note();
        let stamp = NoteStamp { raw: Position::from_secs(u64::from(id.0) * 10), reaction_ms: 1500 };
        let (kind, question) = (NoteKind::Quote, self.session.open_question().cloned());
        self.does(Command::AddNote(Draft { kind, text: line.into(), stamp, question, off_record: false, revises: None }));
        id
    }

    fn opens(&mut self, topic: usize) {
        let question = guide().topics[topic].questions[0].id.clone();
        self.does(Command::OpenQuestion { question, at: Position::from_secs(1) });
    }

    fn changes(&mut self, seat: u8, answer: Answer) {
        let person = self.session.table().unwrap().person(Seat(seat)).cloned();
        let (item, told) = (Id::new("taking-part"), "by letter".into());
        self.does(Command::ChangeConsent(ConsentChange { item, person, answer, told, to: "M1".into(), on: "2026-11-29".into() }));
    }

    fn texts(&self) -> Vec<&str> {
        self.session.notes().map(|note| note.text.as_str()).collect()
    }
}

impl Drop for Group {
    /// Whatever happened, the journal tells the same.
    fn drop(&mut self) {
        if !std::thread::panicking() {
            assert_eq!(Session::replay(guide(), &self.journal).as_ref(), Some(&self.session));
        }
    }
}

fn numbers(seats: &[Seat]) -> Vec<u8> {
    seats.iter().map(|seat| seat.0).collect()
}

#[test]
fn a_table_is_for_a_group_and_has_as_many_seats_as_one_can_have() {
    let mut group = Group::of(7);
    assert_eq!(group.session.decide(Command::Seat(Table::of(["T01"]))), Err(Refusal::NoTable));
    group.does(Command::Seat(Table::of(["T02", "T01"])));
    assert_eq!(group.session.table().unwrap().seat_of(&Person("T01".into())), Some(Seat(2)), "a later table takes its place");
}

#[test]
fn in_a_group_everybody_at_the_table_is_asked() {
    let mut group = Group::of(2);
    let (item, person) = (Id::new("taking-part"), Some(Person("T01".into())));
    group.does(Command::AnswerConsent(Consent { person, ..Consent::new(item.clone(), Answer::Given, How::Written) }));
    assert_eq!(group.session.consents().answer(&item), None, "one yes is not everybody's");
    assert!(!group.session.may_record());
    group.answer(&[]);
    assert_eq!(group.session.consents().answer(&item), Some(Answer::Given));
    assert!(group.session.may_record());
}

#[test]
fn a_no_to_recording_is_notes_only_for_all_or_that_person_sits_out() {
    let mut group = Group::of(7);
    group.answer(&[(4, "recording")]);
    assert_eq!(group.session.decide(Command::Begin(HeldAs::Recorded)), Err(Refusal::RecordingRefused));
    assert!(group.session.decide(Command::Begin(HeldAs::NotesOnly)).is_ok());
    group.sits_out(4);
    assert!(group.session.decide(Command::Begin(HeldAs::Recorded)).is_ok());
    assert_eq!(numbers(&group.session.seats_heard()), [1, 2, 3, 5, 6, 7]);
}

#[test]
fn whoever_does_not_take_part_stands_in_nobodys_way_and_nobody_at_all_may_not_be_recorded() {
    let mut group = Group::of(2);
    group.answer(&[(2, "taking-part"), (2, "recording")]);
    assert!(group.session.decide(Command::Begin(HeldAs::Recorded)).is_ok());
    group.sits_out(1);
    assert_eq!(group.session.decide(Command::Begin(HeldAs::Recorded)), Err(Refusal::TakingPartRefused));
}

#[test]
fn a_note_says_whose_words_it_holds_and_can_be_made_somebody_elses_and_back() {
    let mut group = Group::of(7);
    group.answer(&[]);
    group.does(Command::Begin(HeldAs::NotesOnly));
    let id = group.note("3>5 but in my practice");
    let voice = |group: &Group| group.session.note(id).unwrap().voice.told();
    assert_eq!((voice(&group).as_str(), group.texts()), ("seat 3 answers 5", vec!["but in my practice"]));
    let into = |group: &Group, text: &str| Revision {
        text: text.into(),
        ..group
            .session
            .note(id)
            .map(|n| Revision { kind: n.kind, text: String::new(), position: n.position, question: n.question.clone() })
            .unwrap()
    };
    let revised = into(&group, "2 but in my practice");
    let event = group.session.decide(Command::ReviseNote { note: id, into: revised }).unwrap();
    let mut steps = Steps::default();
    steps.happens(&group.session, group.session.lines() + 1, &event);
    group.session.apply(&event);
    group.journal.push(event);
    assert_eq!(voice(&group), "seat 2");
    group.does(Command::Undo(steps.last().unwrap().clone()));
    assert_eq!(voice(&group), "seat 3 answers 5");
    let same = into(&group, "but in my practice");
    group.does(Command::ReviseNote { note: id, into: same });
    assert_eq!(voice(&group), "seat 3 answers 5", "words that did not change are whose they were");
}

#[test]
fn who_was_heard_on_a_topic_and_who_was_not() {
    let mut group = Group::of(12);
    group.answer(&[]);
    group.does(Command::Begin(HeldAs::NotesOnly));
    group.opens(1);
    for line in ["3", "12 words", "10>12", "1 7+", "0 laughter"] {
        group.note(line);
    }
    let (yes, no) = heard::marked(&group.session, 1);
    assert_eq!((numbers(&yes), numbers(&no)), (vec![1, 3, 7, 10, 12], vec![2, 4, 5, 6, 8, 9, 11]));
    assert!(heard::marked(&group.session, 2).0.is_empty());
    assert_eq!(heard::first_heard(&group.session, Seat(12)).map(Position::secs), Some(18));
}

#[test]
fn of_a_seat_that_takes_no_part_any_more_nothing_is_left_and_of_the_others_everything() {
    let mut group = Group::of(7);
    group.answer(&[]);
    group.does(Command::Begin(HeldAs::Recorded));
    let theirs = group.note("3 the switch never helped");
    let answer = group.note("5>3 it did for mine");
    group.note("1 3 7+");
    group.note("3 7 both at once");
    group.note("unsaid whose");
    let topic = guide().topics[0].id.clone();
    for (text, sources) in
        [("It never helped.", vec![theirs]), ("It did for some.", vec![answer]), ("It did or not.", vec![answer, theirs])]
    {
        group.does(Command::WriteStatement { topic: topic.clone(), text: text.into(), sources, quotes: vec![] });
    }
    group.changes(3, Answer::Refused);
    assert_eq!(group.texts(), ["it did for mine", "", "unsaid whose"]);
    let voices: Vec<String> = group.session.notes().map(|note| note.voice.who()).collect();
    assert_eq!(voices, ["5", "1 7", ""], "whom one answered is not told either");
    assert_eq!(group.session.statements().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["It did for some."]);
    assert!(group.session.note(theirs).unwrap().shareable().is_none());
    assert_eq!(group.session.decide(Command::StrikeNote { note: theirs }), Err(Refusal::NoSuchNote));
    assert!(group.session.may_record(), "the others agreed to be recorded");
    group.changes(3, Answer::Given);
    assert_eq!(group.texts().len(), 5, "only they themselves lift it");
}

#[test]
fn words_go_with_the_person_and_not_with_the_seat() {
    let mut group = Group::of(3);
    group.answer(&[]);
    group.does(Command::Begin(HeldAs::NotesOnly));
    group.note("1 of the first");
    group.note("2 of the second");
    group.does(Command::Seat(Table::of(["T02", "T01", "T03"])));
    group.changes(1, Answer::Refused);
    assert_eq!(group.texts(), ["of the first"], "seat 1 is that of T02 now");
}
