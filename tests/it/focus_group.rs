//! A focus group: who sits where, whose words a note holds, whose answers count, and what is left of somebody who takes no part any more.

use std::path::Path;

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
use hearback::domain::standing::Phase;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::domain::undo::Steps;
use hearback::shell::script::Script;
use hearback::store::guide_file::read_guide;

use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::phase;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;
use crate::support::told::folders;

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
        self.does(Command::AddNote(Draft { kind, text: line.into(), stamp, question, off_record: false, revises: None, until: None }));
        id
    }

    fn opens(&mut self, topic: usize) {
        let question = guide().topics[topic].questions[0].id.clone();
        self.does(Command::OpenQuestion { question, at: Position::from_secs(1) });
    }

    fn changes(&mut self, seat: u8, answer: Answer) {
        let person = self.session.table().unwrap().person(Seat(seat)).cloned();
        let (item, said) = (Id::new("taking-part"), Said::new("by letter", "M1", "2026-11-29"));
        self.does(Command::ChangeConsent(ConsentChange { item, person, answer, said }));
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

#[test]
fn in_the_room_people_leave_come_back_and_change_places_and_that_can_be_taken_back() {
    let mut group = Group::of(3);
    group.answer(&[]);
    group.does(Command::Begin(HeldAs::Recorded));
    group.opens(1);
    group.note("1 of the first");
    let (table, at) = (group.session.table().unwrap().clone(), Position::from_secs(30));
    let event = group.session.decide(Command::Seat(table.with(Seat(2), Sits::Out, at))).unwrap();
    let mut steps = Steps::default();
    steps.happens(&group.session, group.session.lines() + 1, &event);
    group.session.apply(&event);
    group.journal.push(event);
    assert_eq!(numbers(&group.session.seats_heard()), [1, 3]);
    group.does(Command::Undo(steps.last().unwrap().clone()));
    assert_eq!(numbers(&group.session.seats_heard()), [1, 2, 3]);

    let table = group.session.table().unwrap().exchanged(Seat(1), Seat(3), at);
    group.does(Command::Seat(table));
    assert_eq!(group.session.table().unwrap().person(Seat(3)), Some(&Person("T01".into())));
    assert_eq!(numbers(&heard::marked(&group.session, 1).0), [3], "who was heard is who they are, wherever they sit now");
    let people: Vec<&str> = group.session.notes().flat_map(|note| note.people().map(|person| person.0.as_str())).collect();
    assert_eq!(people, ["T01"]);
}

#[test]
fn how_they_sat_when_it_began_is_no_step_of_the_room() {
    let group = Group::of(3);
    let mut steps = Steps::default();
    let event = group.session.decide(Command::Seat(Table::of(["T01", "T02"]))).unwrap();
    steps.happens(&group.session, 3, &event);
    assert_eq!(steps.last(), None);
}

#[test]
fn nobody_comes_to_the_table_who_was_not_asked_or_said_no_to_what_goes_on_there() {
    let mut group = Group::of(3);
    group.answer(&[(2, "recording"), (3, "quotes")]);
    group.sits_out(2);
    group.does(Command::Begin(HeldAs::Recorded));
    let (table, at) = (group.session.table().unwrap().clone(), Position::from_secs(30));
    assert_eq!(group.session.decide(Command::Seat(table.with(Seat(2), Sits::Here, at))), Err(Refusal::StaysOut), "it is recorded");
    let late = Person("T04".into());
    let joined = table.joined_by(late.clone(), at).unwrap();
    assert_eq!(group.session.decide(Command::Seat(joined.clone())), Err(Refusal::NotAskedYet));
    for item in guide().consent {
        let person = Some(late.clone());
        group.does(Command::AnswerConsent(Consent { person, at: Some(at), ..Consent::new(item.id, Answer::Given, How::Written) }));
    }
    group.does(Command::Seat(joined));
    assert_eq!(numbers(&group.session.seats_heard()), [1, 3, 4], "what another said no to is not theirs");
    assert!(group.session.may_record());
    assert_eq!(group.session.decide(Command::Seat(Table::of((1..=13).map(|n| format!("T{n:02}"))))), Err(Refusal::NoTable));
}

#[test]
fn whoever_leaves_the_table_leaves_their_no_there() {
    let mut group = Group::of(3);
    group.answer(&[(3, "quotes"), (2, "recording")]);
    group.sits_out(2);
    group.does(Command::Begin(HeldAs::Recorded));
    let asked = |group: &Group, item: &str| group.session.consents().answer(&Id::new(item));
    assert_eq!(asked(&group, "quotes"), Some(Answer::Refused));
    assert_eq!(asked(&group, "recording"), Some(Answer::Given), "whoever never sat there said nothing that is recorded");
    group.note("3 of the third");
    let gone = group.session.table().unwrap().with(Seat(3), Sits::Out, Position::from_secs(30));
    group.does(Command::Seat(gone));
    assert_eq!(asked(&group, "quotes"), Some(Answer::Refused), "their words are there");
    assert!(group.session.may_record());
    // What is mended in their note stays theirs.
    let note = group.session.notes().next().unwrap();
    let into = Revision {
        text: "3 of the third one".into(),
        ..Revision { kind: note.kind, text: String::new(), position: note.position, question: note.question.clone() }
    };
    let id = note.id;
    group.does(Command::ReviseNote { note: id, into });
    let note = group.session.note(id).unwrap();
    assert_eq!((note.voice.who().as_str(), note.text.as_str()), ("3", "of the third one"));
}

#[test]
fn a_yes_of_nobody_in_particular_is_not_everybodys_and_a_no_is() {
    let mut group = Group::of(2);
    let item = Id::new("recording");
    group.does(Command::AnswerConsent(Consent::new(item.clone(), Answer::Given, How::Written)));
    assert_eq!(group.session.consents().answer(&item), None);
    group.answer(&[]);
    group.does(Command::AnswerConsent(Consent::new(item.clone(), Answer::Refused, How::Written)));
    assert_eq!(group.session.consents().answer(&item), Some(Answer::Refused));
}

#[test]
fn what_one_of_a_group_wants_destroyed_takes_their_words_out_and_not_the_others() {
    let mut group = Group::of(3);
    group.answer(&[]);
    group.does(Command::Begin(HeldAs::Recorded));
    group.note("1 of the first");
    group.note("2 of the second");
    let wish = |person: &str, said: Said| {
        let (wish, person, at) = (Wish::DestroyAll, Some(Person(person.into())), Position::from_secs(60));
        Command::Withdraw { wish, person, at, said }
    };
    assert_eq!(group.session.decide(wish("T09", Said::default())), Err(Refusal::NobodyThere));
    assert_eq!(group.session.decide(wish("T02", Said::new("by telephone", "", "2026-11-29"))), Err(Refusal::NotSaidHow));
    group.does(wish("T02", Said::new("by telephone", "I1", "2026-11-29")));
    assert_eq!((group.texts(), group.session.open_wish()), (vec!["of the first"], None));
}

/// A study of therapists, in the form for a group with these codes, the cursor on the first answer.
pub(crate) fn form(dir: &tempfile::TempDir, seats: &str) -> Script {
    let mut script = home(dir);
    script.keys("n").hear(ms(500)).keys(&"<up>".repeat(20));
    while !row(&script).contains("focus-group") {
        script.keys("<right>").hear(ms(20));
    }
    to(&mut script, "Participant").keys("FG1");
    to(&mut script, "Seats").keys(seats);
    to(&mut script, "Observers").keys("O1");
    to(&mut script, "Consent").hear(secs(1));
    script
}

/// The row that the cursor is on.
fn row(script: &Script) -> String {
    let seen = script.screen(120, 40);
    let row = seen.lines().find_map(|line| line.split_once('▶')).unwrap_or_else(|| panic!("no row is chosen: {seen}"));
    row.1.trim().to_owned()
}

pub(crate) fn to<'s>(script: &'s mut Script, name: &str) -> &'s mut Script {
    script.keys(&"<up>".repeat(60));
    for _ in 0..60 {
        if row(script).starts_with(name) {
            return script;
        }
        script.keys("<down>");
    }
    panic!("the form has no row {name}: {}", script.screen(120, 40));
}

/// What the program says, and that it did what it was asked.
fn says(dir: &Path, args: &[&str]) -> String {
    let mut command = program();
    command.arg("--study").arg(dir).args(args).env("HEARBACK_CONFIG", dir.join("config")).env("XDG_CACHE_HOME", dir.join("cache"));
    let output = command.output().unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{args:?}: {said}");
    said
}

fn json(dir: &Path, args: &[&str]) -> serde_json::Value {
    serde_json::from_str(&says(dir, args)).unwrap()
}

/// All that lies in the study but journals, recordings and what was there before, and all that the program says of it.
fn derived(dir: &Path) -> String {
    let mut all: String = ["show", "consent"].map(|command| says(dir, &[command, "FG1"])).concat();
    all += &says(dir, &["show", "FG1", "--json"]);
    all += &says(dir, &["sessions", "--json"]);
    let mut folders = vec![dir.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in std::fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            if path.is_dir() {
                folders.push(path);
            } else if name != "journal.jsonl" && std::path::Path::new(&name).extension().is_none_or(|kind| kind != "wav") {
                all += &String::from_utf8_lossy(&std::fs::read(&path).unwrap());
            }
        }
    }
    all
}

#[test]
fn a_group_of_seven_of_whom_one_sits_out_and_one_withdraws_a_week_later() {
    let dir = study();
    let mut script = form(&dir, "T01 T02 T03 T04 T05 T06 T07");
    // Seat 4 does not want to be recorded: what is done is chosen before they come in.
    script.keys("aaa").keys("ynyyy").keys("aaa");
    assert!(script.screen(120, 40).contains("Seat 3, T03: answered"), "{}", script.screen(120, 40));
    assert!(!script.screen(120, 40).contains("[no]"), "nobody's no stands beside another's: {}", script.screen(120, 40));
    script.keys("<f10>").hear(ms(20));
    assert_eq!(phase(&script), None, "it was not said what becomes of who does not want to be recorded");
    to(&mut script, "Unrecorded").keys("<right>").hear(ms(500)).keys("<f10>").hear(secs(1));
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?} {}", script.notice(), script.screen(120, 40));

    // The name round, then a topic. Of seat 4 nothing is seen, and its number is text.
    script.keys("<pagedown>").hear_until(secs(10)).keys("1<enter>2<enter>").hear_until(secs(20)).keys("3<enter>5<enter>6<enter>7<enter>");
    script.hear_until(secs(30)).keys("<pagedown>");
    let seen = script.screen(80, 24);
    assert!(seen.contains("not marked yet: 1 2 3 5 6 7") && !seen.contains("T04"), "{seen}");
    script.keys("3>5 but in my prac");
    assert!(script.screen(80, 24).contains("SEAT 3 ANSWERS 5"), "{}", script.screen(80, 24));
    script.keys("tice<enter>").hear_until(secs(40));
    script.keys("5 they come for a massage<enter>").hear_until(secs(50)).keys("1 3 7+<enter>4 times a week<enter>");
    script.hear_until(secs(60)).keys("0 laughter<enter>");
    assert!(script.screen(60, 16).contains("not yet: 2 6"), "{}", script.screen(60, 16));
    script.keys("0<enter>");
    assert!(script.screen(80, 24).contains("Who was marked on which topic"), "{}", script.screen(80, 24));
    assert!(script.screen(80, 24).contains("  1  2  3  5  6  7"), "{}", script.screen(80, 24));
    script.keys("<alt-g>").saved().keys("<ctrl-q><ctrl-q>").saved().keys("<enter>");
    script.leave();

    let told = json(dir.path(), &["show", "FG1", "--json"]);
    assert_eq!((told["seats"]["observers"][0].as_str(), told["seats"]["seats"][3]["sits"].as_str()), (Some("O1"), Some("out")));
    assert_eq!(told["seats"]["seats"][2]["topics"].as_object().unwrap().len(), 1);
    let notes = |told: &serde_json::Value| {
        told["notes"].as_array().unwrap().iter().map(|n| n["text"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    let words = ["but in my practice", "they come for a massage", "4 times a week", "laughter"];
    assert!(words.iter().all(|words| notes(&told).contains(&(*words).to_owned())), "{told}");
    assert!(says(dir.path(), &["show", "FG1"]).contains("3 > 5: but in my practice"));

    let week = ["--seat", "3", "--told", "by letter", "--to", "M1", "--on", "2026-11-22"];
    let receipt = says(dir.path(), &[&["consent", "FG1", "taking-part", "no"][..], &week].concat());
    assert!(
        receipt.contains("seat 3 takes no part any more: 2 notes") && receipt.contains("On the recording their voice remains"),
        "{receipt}"
    );
    let told = json(dir.path(), &["show", "FG1", "--json"]);
    assert_eq!(told["seats"]["seats"][2]["withdrawn"], true);
    assert_eq!(told["seats"]["seats"][2]["person"], serde_json::Value::Null);
    assert!(notes(&told).contains(&words[1].to_owned()) && !notes(&told).contains(&words[0].to_owned()), "{told}");
    let derived = derived(dir.path());
    assert!(!derived.contains("in my practice"), "{derived}");
    let journal = std::fs::read_to_string(folders(&dir)[0].path().join("journal.jsonl")).unwrap();
    assert!(journal.contains("in my practice"), "in the journal it stays until that is destroyed");
}

#[test]
fn a_group_of_seven_with_notes_only_because_one_does_not_want_to_be_recorded_and_one_withdraws_there() {
    let dir = study();
    let mut script = form(&dir, "7");
    script.keys("aaaynyyyaaa");
    to(&mut script, "Unrecorded").keys("<right><right>").hear(ms(500)).keys("<f10>").hear(secs(1));
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?} {}", script.notice(), script.screen(120, 40));
    assert!(script.screen(80, 24).contains("[NOTES ONLY]"), "{}", script.screen(80, 24));
    script.keys("<pagedown><pagedown>").hear_until(secs(10)).keys("4 of the fourth<enter>6 of the sixth<enter>");
    // A number on the line, twice the key; nothing before that.
    script.keys("<ctrl-w><ctrl-w>6<enter>").hear(secs(1));
    assert_eq!(script.session().unwrap().notes().count(), 2, "{:?}", script.notice());
    script.keys("<enter>").hear(secs(1));
    assert_eq!(script.session().unwrap().notes().map(|n| n.text.as_str()).collect::<Vec<_>>(), ["of the fourth"]);
    assert_eq!(phase(&script), Some(Phase::Recording), "the others go on");
    let seen = script.screen(80, 24);
    assert!(!seen.contains("of the sixth") && seen.contains("marked on this topic: 4"), "{seen}");
    script.saved().keys("<ctrl-q><ctrl-q>").saved().keys("<enter>");
    script.leave();
    let derived = derived(dir.path());
    assert!(derived.contains("of the fourth") && !derived.contains("of the sixth"), "{derived}");
}

#[test]
fn in_the_room_one_leaves_one_comes_late_and_two_change_places() {
    let dir = study();
    let mut script = form(&dir, "T01 T02 T03");
    script.keys("aaa").keys("<f10>").hear(secs(1));
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?} {}", script.notice(), script.screen(120, 40));
    let sits = |script: &Script| numbers(&script.session().unwrap().seats_heard());
    script.hear_until(secs(10)).keys("<alt-g><enter>");
    assert_eq!(script.notice(), Some("choose a seat first"));
    script.keys("<right><right><enter>").hear(secs(1));
    assert_eq!(sits(&script), [1, 2, 3], "{:?}", script.notice());
    script.keys("<enter>").hear(secs(1));
    assert_eq!(sits(&script), [1, 3], "{:?}", script.notice());
    script.keys("<enter><enter>").hear(secs(1));
    assert_eq!(sits(&script), [1, 2, 3], "{:?}", script.notice());
    // A newcomer: by their code, which is no note, and not before they have signed.
    script.keys("<right><right>");
    assert!(script.screen(60, 16).contains("seat 4 is nobody’s yet"), "{}", script.screen(60, 16));
    script.keys("T09<enter>").hear(secs(1));
    assert!(script.notice().unwrap().contains("T09 has signed for all 5 points"), "{:?}", script.notice());
    assert_eq!(sits(&script), [1, 2, 3]);
    script.keys("<enter>").hear(secs(1));
    assert_eq!(sits(&script), [1, 2, 3, 4], "{:?}", script.notice());
    // Seats 4 and 1 change places, and back.
    script.keys("<tab><left><left><left><tab>").hear(secs(1));
    let person = |script: &Script, seat: u8| script.session().unwrap().table().unwrap().person(Seat(seat)).unwrap().0.clone();
    assert_eq!((person(&script, 1), person(&script, 4)), ("T09".into(), "T01".into()), "{:?}", script.notice());
    script.keys("<ctrl-z>").hear(secs(1));
    assert_eq!((person(&script, 1), person(&script, 4)), ("T01".into(), "T09".into()), "{:?}", script.notice());
    assert!(script.notice().unwrap().contains("who sits where"), "{:?}", script.notice());
    assert_eq!(script.session().unwrap().notes().count(), 0);
    script.saved().keys("<esc><ctrl-q><ctrl-q>").saved().keys("<enter>");
    script.leave();
    let shown = json(dir.path(), &["show", "FG1", "--json"]);
    assert_eq!(shown["seats"]["seats"][3]["person"], "T09", "{shown}");
}
