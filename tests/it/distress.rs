//! When it becomes too much: what was chosen, and when, stands wherever the team looks at the session, and nothing ends by itself.

use hearback::domain::coverage::Coverage;
use hearback::domain::distress::DistressChoice;
use hearback::domain::guide::Id;
use hearback::domain::note::NoteKind;
use hearback::domain::standing::Phase;
use hearback::domain::time::Position;
use hearback::shell::script::Script;
use hearback::tui::screen::interview::Card;

use crate::cli::run;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::of;
use crate::support::told::reread;

fn card(script: &Script) -> Option<Card> {
    match &script.model().screen {
        hearback::tui::model::Screen::Interview(room) => Some(room.card()),
        _ => None,
    }
}

fn phase(script: &Script) -> Phase {
    script.session().unwrap().phase()
}

#[test]
fn what_was_chosen_and_when_stands_in_the_list_on_the_strip_in_show_and_on_the_last_screen() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(4)).keys("before it<enter>").hear_until(secs(10)).keys("<f8>");
    for (width, height) in [(40, 10), (60, 16), (80, 24), (120, 40)] {
        let seen = script.screen(width, height);
        assert!(seen.contains("1 go on  2 leave it  3 break  4 stop"), "{seen}");
        assert!(seen.contains("· "), "one step at least can be read: {seen}");
    }
    script.hear_until(secs(15)).keys("1");
    assert_eq!((card(&script), phase(&script)), (Some(Card::Away), Phase::Recording));
    assert!(script.notice().unwrap().contains("they go on"), "{:?}", script.notice());
    // The participant may read along: nothing of it stays in the room.
    script.hear_until(secs(30)).keys("after it<enter>");
    assert!(!script.screen(120, 40).to_lowercase().contains("distress"), "{}", script.screen(120, 40));
    script.saved().keys("<f10><f10>");
    // They still sit there: what became too much stands behind a deliberate key.
    let seen = script.screen(60, 16);
    assert!(!seen.contains("went on at") && seen.contains("to see to before you leave"), "{seen}");
    let seen = script.keys("e").saved().screen(60, 16);
    assert!(seen.contains("It became too much: went on at 0:15"), "{seen}");
    script.keys("<esc>l").hear(secs(1));
    let seen = script.screen(80, 24);
    assert!(seen.contains("   0:10 d  distress: went on at 0:15"), "{seen}");
    let rows: Vec<usize> =
        ["before it", "distress:", "after it"].map(|words| seen.lines().position(|l| l.contains(words)).unwrap()).to_vec();
    assert!(rows.is_sorted(), "in the order of the timeline: {seen}");
    let strip = seen.lines().skip(1).find(|row| row.contains('~') && row.contains('d')).unwrap();
    assert!(strip.find('~') < strip.find('d') && strip.find('d') < strip.rfind('~'), "between the two notes: {strip}");
    script.leave();
    let chosen = vec![(Position::from_secs(15), DistressChoice::GoOn)];
    assert_eq!(reread(&dir).distress().iter().map(|m| (m.at.secs(), m.chosen.clone())).collect::<Vec<_>>(), [(10, chosen)]);
    let told = run(dir.path(), &["show", "P01"]);
    assert!(told.contains("      0:10  distress    went on at 0:15\n"), "{told}");
    let json = run(dir.path(), &["show", "P01", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&json[json.find('{').unwrap()..=json.rfind('}').unwrap()]).unwrap();
    let on = json["distress"][0]["on"].clone();
    assert!(on.as_str().unwrap().starts_with("2026-11-22T11:00:1"), "{on}");
    let moment =
        serde_json::json!([{"at_ms": 10_000, "on": on, "chosen": [{"at_ms": 15_000, "choice": "go-on"}], "what": "went on at 0:15"}]);
    assert_eq!(json["distress"], moment);
}

#[test]
fn a_break_and_a_stop_go_off_the_record_and_end_nothing() {
    for (digit, word) in [("3", "took a break"), ("4", "stopped")] {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(10)).keys("<f8>").hear(secs(2)).keys(digit).hear(secs(5));
        assert_eq!((card(&script), phase(&script)), (Some(Card::Away), Phase::OffRecord), "{word}");
        assert!(!script.is_recorded() && script.notice().unwrap().contains("Ctrl-O goes on"), "{:?}", script.notice());
        // What stands in large words is not said twice.
        let notice = script.notice().unwrap();
        assert!(notice.starts_with("stamped at 0:12: ") && !notice.contains("captured") && !notice.contains("recorded"), "{notice}");
        // Whoever pressed the wrong digit goes on.
        script.keys("<f9>").hear(secs(2));
        assert_eq!(phase(&script), Phase::Recording);
        assert_eq!(script.session().unwrap().distress()[0].words(), format!("{word} at 0:12"));
    }
}

#[test]
fn a_question_that_is_left_says_why_and_the_next_one_is_open() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown><f8>2").saved();
    let session = script.session().unwrap();
    let mark = session.coverage().mark(&Id::new("daily-life"));
    assert_eq!((mark.coverage, mark.reason.as_deref()), (Coverage::Skipped, Some("it became too much")));
    assert_eq!(session.open_question(), Some(&Id::new("way-to-therapy")));
    assert!(session.distress()[0].words().starts_with("left the question at"));
    // One of which something was said before keeps that.
    script.keys("<f5>1<f8>2");
    assert_eq!(of(&script, "way-to-therapy"), Coverage::Asked);
}

#[test]
fn what_is_noted_meanwhile_is_an_observation_unless_it_is_said_otherwise() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>said before<f8><enter>").hear(secs(1));
    assert!(script.screen(80, 24).contains("type an observation"), "{}", script.screen(80, 24));
    script.keys("silent for 4 minutes<enter>");
    assert_eq!(card(&script), Some(Card::Protocol(0)), "a digit within a line is a digit");
    script.keys("x<backspace>looks at the door<enter><ctrl-]><ctrl-]><ctrl-]>I was too quick<enter><f8>it is better now<enter>");
    let kinds: Vec<_> = script.session().unwrap().notes().map(|n| (n.kind, n.text.as_str())).collect();
    assert_eq!(kinds[0], (NoteKind::Paraphrase, "said before"), "as it was begun");
    assert_eq!(kinds[kinds.len() - 1], (NoteKind::Paraphrase, "it is better now"));
    assert!(
        kinds.contains(&(NoteKind::Observation, "looks at the door")) && kinds.contains(&(NoteKind::Paraphrase, "I was too quick")),
        "{kinds:?}"
    );
}

#[test]
fn a_digit_that_did_not_come_alone_chooses_nothing() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown><f8>").hear(secs(2));
    script.bytes(b"44");
    assert_eq!((card(&script), phase(&script)), (Some(Card::Protocol(0)), Phase::Recording));
    assert!(script.session().unwrap().distress()[0].chosen.is_empty());
    // Put away without a choice, it is a moment all the same.
    script.keys("<f8>").saved();
    script.leave();
    assert_eq!(reread(&dir).distress()[0].words(), "nothing was chosen");
}

/// Each step says where it leads, and who can be called is said once.
#[test]
fn the_last_step_offers_no_other_and_no_number_stands_twice() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown><f8>");
    let steps = hearback::domain::distress::protocol(script.session().unwrap().guide());
    for step in 0..steps.len() {
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let seen = script.screen(width, height);
            let words = seen.split(|c: char| c.is_whitespace() || c == '│').filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
            let is_last = step + 1 == steps.len();
            assert_eq!((words.contains("Down goes on"), words.contains("Ctrl-D puts it away")), (!is_last, is_last), "{seen}");
            assert!(words.contains("Ctrl-D put away") && !(is_last && words.contains('↓')), "{seen}");
            assert!(words.contains("1 go on 2 leave it 3 break 4 stop"), "{seen}");
            let help = "the independent doctor";
            assert!(words.matches(help).count() <= 1, "{help} stands twice: {seen}");
        }
        script.keys("<down>");
    }
    script.leave();
}
