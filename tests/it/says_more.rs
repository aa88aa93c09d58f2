//! A guide that says all it can, in the interview: conditions, coded answers, what is done and shown, what may be left out.

use std::fs;

use hearback::domain::circumstances;
use hearback::domain::circumstances::Circumstances;
use hearback::domain::coverage::Coverage;
use hearback::domain::event::Event;
use hearback::domain::guide::Id;
use hearback::domain::session::Session;
use hearback::domain::standing::Phase;
use hearback::shell::script::Script;
use hearback::store::folder::Study;
use hearback::store::journal;
use hearback::tui::keymap::Context;

use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::phase;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;

/// Those of whom it is known in which arm they are, and one of whom it is not.
const PARTICIPANTS: &str = "participants:
  - code: D01
    attributes: { arm: talking, living: together, age: 48 }
  - code: D02
    attributes: { arm: waiting, living: together }
  - code: D03
    attributes: { living: together }
";

/// A study whose only guide says all that it can.
pub(crate) fn talkative() -> tempfile::TempDir {
    let dir = study();
    for guide in fs::read_dir(dir.path().join("guides")).unwrap() {
        fs::remove_file(guide.unwrap().path()).unwrap();
    }
    fs::write(dir.path().join("guides/says-more.yaml"), include_str!("fixtures/says-more.yaml")).unwrap();
    fs::write(dir.path().join("participants.yaml"), PARTICIPANTS).unwrap();
    dir
}

/// A follow-up interview with these two, at the first question.
pub(crate) fn follow_up(dir: &tempfile::TempDir, code: &str) -> Script {
    let mut script = home(dir);
    script.keys(&format!("n<down>{code}<down><right>"));
    script.keys("<down><down><down><down><down><down>a").hear(ms(500)).keys("<enter>").hear(secs(2));
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?}: {}", script.notice(), script.screen(80, 24));
    script.keys("<pagedown>").hear(secs(1));
    script
}

/// The questions that belong in the interview as it stands.
fn asked(script: &Script) -> Vec<String> {
    let session = script.session().unwrap();
    Circumstances::of(session).asked(session.guide()).map(|(_, question)| question.id.to_string()).collect()
}

fn choice(script: &Script, question: &str) -> Option<String> {
    script.session().unwrap().coverage().choice(&Id::new(question)).map(str::to_owned)
}

fn state(script: &Script, question: &str) -> Coverage {
    script.session().unwrap().coverage().of(&Id::new(question))
}

#[test]
fn what_is_known_of_them_is_kept_with_the_session() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D01");
    let attributes = script.session().unwrap().opened().attributes.clone();
    assert_eq!(attributes.keys().collect::<Vec<_>>(), ["arm", "living"], "and no more than the guide asks for");
    script.keys("<left>3").hear(ms(100)).saved();
    assert_eq!(asked(&script), ["how-often", "reading", "together"]);
    // Another list tomorrow is another list.
    fs::write(dir.path().join("participants.yaml"), "participants: []\n").unwrap();
    let folder = Study::find(dir.path()).unwrap().session("D01").unwrap();
    let events: Vec<Event> = journal::read(&folder.journal()).unwrap().events().cloned().collect();
    let replayed = Session::replay(script.session().unwrap().guide().clone(), &events).unwrap();
    assert_eq!(Some(&replayed), script.session());
    assert_eq!(asked(&follow_up(&talkative(), "D02")), ["how-often", "reading"], "in another arm");
}

#[test]
fn what_is_not_known_of_them_stands_with_the_question_in_words() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D03");
    script.keys("<left>2").hear(ms(100)).keys("<pagedown>").hear(ms(100));
    let seen = script.screen(120, 40);
    assert!(seen.contains("[only if arm is talking or moving: that was not noted, so you decide]"), "{seen}");
    assert!(!seen.contains("living"), "that is known: {seen}");
}

#[test]
fn a_coded_answer_takes_two_keys_and_hinders_no_note() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D01");
    // Without the row, a digit is a note as ever.
    script.keys("2 times<enter>").hear(ms(100));
    assert_eq!((script.session().unwrap().notes().count(), choice(&script, "how-often")), (1, None));
    script.keys("<left>");
    assert!(script.model().contexts().contains(&Context::Answers));
    script.keys("2");
    assert_eq!((choice(&script, "how-often").as_deref(), state(&script, "how-often")), (Some("2"), Coverage::Asked));
    assert_eq!(script.notice(), Some("2 once or twice, to “How often did you go together?”"));
    assert!(!script.model().contexts().contains(&Context::Answers));
    // Another one, in sight; both are in the journal.
    script.keys("<left><down><down><down><enter>");
    assert_eq!(script.notice(), Some("3 every time, no longer 2, to “How often did you go together?”"));
    script.keys("<ctrl-z>");
    assert_eq!(choice(&script, "how-often").as_deref(), Some("2"));
    assert!(script.notice().is_some_and(|said| said.contains("the answer “every time”")), "{:?}", script.notice());
    script.keys("<ctrl-y>");
    assert_eq!(choice(&script, "how-often").as_deref(), Some("3"));
    // Once more takes it back, and then it was not asked.
    script.keys("<left>3");
    assert_eq!((choice(&script, "how-often"), state(&script, "how-often")), (None, Coverage::NotYet));
    // What is no code is a note, and Esc puts the row away.
    script.keys("<left>so they");
    assert_eq!(script.screen(80, 24).lines().filter(|line| line.contains("so they")).count(), 1);
    script.keys("<enter><left><esc>1<enter>").hear(ms(100));
    let notes: Vec<String> = script.session().unwrap().notes().map(|note| note.text.clone()).collect();
    assert_eq!((notes, choice(&script, "how-often")), (vec!["2 times".into(), "so they".into(), "1".into()], None));
    // Beside a note that is being written the row has a key too, and the note waits.
    script.keys("and then<alt-a>1 he laughed<enter>").hear(ms(100));
    assert_eq!(choice(&script, "how-often").as_deref(), Some("1"));
    assert!(script.session().unwrap().notes().any(|note| note.text == "and then he laughed"));
    // Nothing is chosen by several keys that came as one, nor by Enter alone.
    script.keys("<left><enter>");
    assert!(script.notice().is_some_and(|said| said.contains("no answer is marked")), "{:?}", script.notice());
    script.keys("<esc><down><left>").paste("y").hear(ms(100));
    assert_eq!(choice(&script, "reading"), None);
}

#[test]
fn an_open_question_has_nothing_to_choose() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D01");
    script.keys("<left>3<pagedown>").hear(ms(100)).keys("<alt-a>");
    assert!(!script.model().contexts().contains(&Context::Answers));
    script.keys("<left>");
    assert_eq!(script.model().contexts()[0], Context::States, "what became of it can be said");
    script.keys("<f8><left>");
    assert!(script.notice().is_some_and(|said| said.contains("the protocol lies over the guide")), "{:?}", script.notice());
    assert_eq!(script.model().contexts()[0], Context::Protocol, "not now");
}

#[test]
fn what_was_said_before_brings_questions_and_takes_none_away_that_were_opened() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D01");
    let count = |script: &Script| circumstances::settled(script.session().unwrap());
    assert_eq!((asked(&script).len(), count(&script)), (2, (0, 2)));
    script.keys("<pagedown>").hear(ms(100));
    let seen = script.screen(120, 40);
    assert!(seen.contains("Is there anything you would like to add?"), "there is no further topic: {seen}");
    script.keys("<pageup><left>2").hear(ms(100));
    assert_eq!((asked(&script).len(), count(&script)), (3, (1, 3)));
    script.keys("<pagedown>").hear(ms(100));
    assert!(script.screen(120, 40).contains("What was it like to go together?"));
    // The condition ceases to hold; the question was opened and stays where it is.
    script.keys("<pageup><left>1<pagedown>").hear(ms(100));
    assert!(script.screen(120, 40).contains("What was it like to go together?"));
    assert_eq!(asked(&script), ["how-often", "reading", "together"]);
    script.keys("<f6><f6><f6><f6>");
    assert!(script.notice().is_some_and(|said| said.contains("every probe here is used")), "the other is not asked: {:?}", script.notice());
    script.keys("<ctrl-z><alt-p><f6>").hear(ms(100));
    script.keys("<f6>");
    let used = script.session().unwrap().guide().topics[1].questions[0].probes.iter();
    let used = used.filter(|probe| script.session().unwrap().coverage().used(&probe.id)).count();
    assert_eq!(used, 4, "partly: now it is");
}

#[test]
fn what_belongs_to_a_topic_stands_with_the_first_of_its_questions() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D01");
    let seen = script.screen(120, 40);
    assert!(seen.contains("[Look at both of them.]") && seen.contains("Let us begin"), "{seen}");
    assert!(seen.contains("Start · key question"), "{seen}");
    script.keys("<down>").hear(ms(100));
    let seen = script.screen(120, 40);
    assert!(!seen.contains("Look at both") && seen.contains("[Hand over the card, and wait.]"), "{seen}");
    assert!(seen.contains("│ Somebody gets up in the morning and is tired already."), "{seen}");
    // The first that is there, not the first that is written.
    script.keys("<alt-v><pagedown>").hear(ms(100));
    let seen = script.screen(120, 40);
    assert!(seen.contains("Where did you meet somebody like that?") && seen.contains("│ A line from 0 to 10."), "{seen}");
}

#[test]
fn at_arms_length_everything_that_belongs_to_a_question_is_reached() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D01");
    script.keys("<down>").hear(ms(100));
    let mut seen = String::new();
    for _ in 0..8 {
        seen += &script.screen(60, 16);
        script.keys("<ctrl-s>");
    }
    for words in ["What is on this card", "something I know", "nothing I know", "Hand over the card", "Somebody gets up", "say to them?"] {
        assert!(seen.contains(words), "{words} is nowhere: {seen}");
    }
    // The row of answers is whole there.
    script.keys("<left><down>");
    let seen = script.screen(60, 16);
    assert!(seen.contains("›  y something I know") && seen.contains("n nothing I know"), "{seen}");
}

#[test]
fn a_plan_that_no_longer_fits_says_once_what_may_be_left_out() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D01");
    script.keys("<left>3").hear(ms(100)).hear_until(secs(7 * 60));
    let said = |script: &Script| script.notice().is_some_and(|said| said.contains("May be left out: What was it like to go together? (2)"));
    assert!(!said(&script), "{:?}", script.notice());
    let mut when = 7 * 60;
    while !said(&script) && when < 20 * 60 {
        when += 5;
        script.hear_until(secs(when));
    }
    assert!(said(&script), "{:?}", script.notice());
    script.hear(secs(60));
    assert!(!said(&script), "once, and then it is quiet: {:?}", script.notice());
    assert!(script.screen(120, 40).contains("How often did you go together?"));
}

#[test]
fn answers_are_shown_and_stand_where_one_listens() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D01");
    script.keys("<left>2").hear(ms(100)).keys("a note<enter>").hear(secs(2)).saved();
    script.keys("<f10><f10>").saved().keys("l").hear(ms(100));
    let seen = script.screen(80, 24);
    assert!(seen.contains("2 once or twice, to “How often did you go together?”"), "{seen}");
    script.leave();
    let said = |args: &[&str]| {
        let output = program().arg("--study").arg(dir.path()).args(args).env("HEARBACK_CONFIG", dir.path().join("c")).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let shown = said(&["show", "D01"]);
    assert!(shown.lines().any(|line| line.contains("answer ") && line.contains("2 once or twice")), "{shown}");
    let json: serde_json::Value = serde_json::from_str(&said(&["show", "D01", "--json"])).unwrap();
    let first = &json["coverage"][0];
    assert_eq!(
        (&first["state"], &first["choice"]["code"], &first["choice"]["say"]),
        (&"asked".into(), &"2".into(), &"once or twice".into())
    );
    assert_eq!(json["opened"]["attributes"]["arm"], "talking");
    assert_eq!(json["coverage"].as_array().unwrap().len(), 3);
}

/// Two people sit there: they are one interview, and get one letter, under the headings that are theirs.
#[test]
fn two_people_together_get_a_letter_with_their_headings() {
    let dir = talkative();
    let mut script = follow_up(&dir, "D01");
    script.keys("we went together<enter>").hear(secs(2)).saved().keys("<f10><f10>m").hear(ms(100));
    assert!(script.screen(80, 24).contains("1 How it began"), "{}", script.screen(80, 24));
    script.keys("<enter>.<enter>").hear(ms(100)).saved().keys("w").hear(ms(100)).saved();
    let letter = Study::find(dir.path()).unwrap().session("D01").unwrap().path().join("summary/v1");
    let text: String =
        fs::read_dir(letter).unwrap().map(|file| String::from_utf8_lossy(&fs::read(file.unwrap().path()).unwrap()).into_owned()).collect();
    assert!(text.contains("How it began") && !text.contains("Look at both"), "{text}");
}
