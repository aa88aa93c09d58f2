//! The hard moments, from the room to what is left to be done outside it: distress that goes on, distress that stops, harm that is told. Each
//! ends in what the journal says, what programs read, and what the list of sessions shows.

use std::fs;

use hearback::domain::distress;
use hearback::domain::distress::DistressChoice;
use hearback::domain::due;
use hearback::domain::errand::Became;
use hearback::domain::note::NoteKind;
use hearback::domain::standing::Phase;
use serde_json::Value;

use crate::cli::run;
use crate::support::day::cared_for;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::says;

fn json(dir: &tempfile::TempDir, call: &[&str]) -> Value {
    let out = run(dir.path(), call);
    let (from, to) = (out.find(['{', '[']).unwrap(), out.rfind(['}', ']']).unwrap());
    serde_json::from_str(&out[from..=to]).unwrap()
}

#[test]
fn distress_that_goes_on_leaves_a_call_to_be_made_until_it_is_made() {
    let dir = cared_for();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("<f8>").hear_until(secs(15)).keys("1").hear_until(secs(20));
    script.keys("<f8>").hear_until(secs(25)).keys("<f8>").saved().keys("<f10><f10>");
    script.leave();

    // Under the second moment nothing was chosen: it stands there, and nothing follows from it.
    let session = reread(&dir);
    let moments: Vec<_> = session.distress().iter().map(|m| (m.at.secs(), m.last_choice(), m.on.is_some())).collect();
    assert_eq!(moments, [(10, Some(DistressChoice::GoOn), true), (20, None, true)]);
    let due: Vec<_> = due::due(&session).iter().map(|due| (due.which.name(), due.at.secs())).collect();
    assert_eq!(due, [("follow-up-2".to_owned(), 10), ("follow-up-1".to_owned(), 10)], "the soonest first");

    let told = run(dir.path(), &["due", "--on", "2026-11-22"]);
    assert!(told.contains("follow-up-1  P01, after distress: Ring them and ask how they are, by "), "{told}");
    assert!(told.contains("! 2026-11-22-P01-first  follow-up-2") && told.matches("(overdue)").count() == 1, "{told}");
    let later = run(dir.path(), &["due", "--on", "2031-01-01"]);
    assert_eq!(later.matches("(overdue)").count(), 2, "{later}");
    let shown = run(dir.path(), &["show", "P01"]);
    assert!(
        shown.contains("after distress at 0:10: Ring them and ask how they are, by Mon 11:00; they did not say yet whether you may"),
        "{shown}"
    );

    // A yes is what they were asked for, and is no call yet.
    let agreed = run(dir.path(), &["done", "P01", "follow-up-1", "--said", "yes", "--by", "I1"]);
    assert!(agreed.contains("agreed on "), "{agreed}");
    assert_eq!(json(&dir, &["due", "--json"])[1]["agreed"], true);
    run(dir.path(), &["done", "P01", "follow-up-1", "--by", "I1", "--on", "2026-01-02"]);
    run(dir.path(), &["done", "P01", "follow-up-2"]);
    assert_eq!(json(&dir, &["due", "--json"]), serde_json::json!([]));
    let follow_ups = json(&dir, &["show", "P01", "--json"])["follow_ups"].clone();
    assert_eq!((&follow_ups[0]["became"]["is"], &follow_ups[0]["became"]["on"]), (&"done".into(), &"2026-01-02".into()));
    assert_eq!(follow_ups[0]["open"], false);
    assert!(run(dir.path(), &["due"]).contains("nothing is due"));
}

#[test]
fn a_call_that_they_would_rather_not_have_is_not_due_and_is_not_made() {
    let dir = cared_for();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("<f8>").hear_until(secs(12)).keys("4").hear_until(secs(14)).saved();
    let session = script.session().unwrap();
    assert_eq!(session.phase(), Phase::OffRecord);
    assert!(distress::lacks_a_number(session.guide()), "a number is to be filled in");
    script.keys("<f10><f10>");
    script.leave();
    run(dir.path(), &["done", "P01", "follow-up-1", "--said", "no"]);
    let session = reread(&dir);
    assert_eq!(due::follow_ups(&session)[0].became.as_ref().map(|followed| followed.is), Some(Became::Declined));
    assert_eq!(due::due(&session).iter().map(|due| due.which.name()).collect::<Vec<_>>(), ["follow-up-2"]);
    let told = run(dir.path(), &["show", "P01"]);
    assert!(told.contains(": it is not done"), "{told}");
    assert!(json(&dir, &["sessions", "--json"])[0]["due"][0]["item"] == "follow-up-2");
}

#[test]
fn distress_that_stops_leaves_no_question_standing_and_says_what_to_do() {
    let dir = cared_for();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10));
    let ask = "What does an ordinary day look like";
    script.keys("<f8>").hear_until(secs(12));
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let seen = script.screen(width, height);
        // One sentence, four outcomes, and whom to ring below all of it; what is asked waits.
        assert!(seen.contains("Say: “Take your time.”") && !seen.contains("Ask: Do you feel safe?"), "{seen}");
        assert!(seen.contains("They choose:") && seen.contains("1 go on  2 leave it  3 break  4 stop"), "{seen}");
        let row = |words: &str| seen.lines().position(|line| line.contains(words)).unwrap();
        assert!(row("4 stop") < row("Ring: doctor on call") && row("Ring: doctor on call") <= row("emergency: 112"), "{seen}");
    }
    script.keys("<down><down>");
    assert!(script.screen(60, 16).contains("emergency: 112"), "{}", script.screen(60, 16));
    script.keys("4").hear(secs(2));
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let seen = script.screen(width, height);
        assert!(seen.contains("They stop. Nothing is recorded.") && seen.contains("twice ends the interview"), "{seen}");
        assert!(width == 120 || !seen.contains(ask), "{seen}");
    }
    // Who goes on after all has the question again.
    script.keys("<f9>").hear(secs(2));
    assert!(!script.screen(80, 24).contains("They stop"), "{}", script.screen(80, 24));
    script.keys("<f8>3").hear(secs(2));
    assert!(script.screen(80, 24).contains("A break. Nothing is recorded."), "{}", script.screen(80, 24));
    script.leave();
}

#[test]
fn harm_that_is_told_is_marked_with_one_digit_and_stands_on_top_until_it_is_reported() {
    let dir = cared_for();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("<f8>").hear_until(secs(12)).keys("5");
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let seen = script.screen(width, height);
        assert!(seen.contains("1 harm") && seen.contains("3 abuse or neglect") && seen.contains("within 24"), "{seen}");
    }
    // Two at once, as a paste or a cat sends them, mark nothing.
    script.bytes(b"11");
    assert_eq!(script.session().unwrap().reports().count(), 0);
    script.hear_until(secs(14)).keys("1").saved();
    assert!(script.notice().unwrap().starts_with("marked at 0:12"), "{:?}", script.notice());
    // The protocol is back, and nothing of what was told stands there for them to read.
    assert!(script.screen(120, 40).contains("4 stop") && !script.screen(120, 40).contains("harm"), "{}", script.screen(120, 40));
    script.keys("1").hear_until(secs(16)).keys("<ctrl-z><ctrl-z>").saved();
    assert!(script.notice().unwrap().contains("the mark at 0:12"), "{:?}", script.notice());
    assert_eq!(script.session().unwrap().reports().count(), 0);
    // By its own key as well; and what was said is an observation.
    script
        .hear_until(secs(18))
        .keys("<alt-t>")
        .hear_until(secs(19))
        .keys("1")
        .saved()
        .keys("the stairs, in May<enter>and on<enter>")
        .saved();
    let kinds: Vec<_> = script.session().unwrap().notes().map(|note| note.kind).collect();
    assert_eq!(kinds, [NoteKind::Observation, NoteKind::Paraphrase], "the one note, and no other");
    script.keys("<f10><f10>");
    assert!(!script.screen(80, 24).contains("harm"), "they still sit there: {}", script.screen(80, 24));
    script.keys("<down>");
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let seen = script.screen(width, height);
        let at = seen.find("! Must be reported: P01 harm, to the head of the study,").unwrap_or_else(|| panic!("{seen}"));
        assert!(at < seen.find("first").unwrap(), "above the list: {seen}");
    }
    script.leave();

    let session = reread(&dir);
    let marked: Vec<_> = session.reports().map(|report| (report.told.report.0, report.told.is.clone(), report.told.at.secs())).collect();
    assert_eq!(marked, [(2, "harm".to_owned(), 18)]);
    let due = json(&dir, &["due", "--json"]);
    assert_eq!((&due[0]["kind"], &due[0]["item"]), (&"follow-up".into(), &"follow-up-2".into()), "the soonest first");
    let report = due.as_array().unwrap().iter().find(|due| due["kind"] == "report").unwrap();
    assert_eq!((&report["item"], &report["to"]), (&"report-2".into(), &"the head of the study".into()));
    assert!(run(dir.path(), &["sessions"]).contains("! Must be reported: P01 harm"));
    assert!(run(dir.path(), &["show", "P01"]).contains("! must be reported: harm, told at 0:18, to the head of the study, by "));
    let done = run(dir.path(), &["done", "P01", "report-2", "--by", "I1", "--to", "the trial office", "--on", "2026-11-22"]);
    assert!(done.contains("reported: harm, told at 0:18; to the trial office, on 2026-11-22, by I1"), "{done}");
    assert!(run(dir.path(), &["done", "P01", "report-2"]).contains("that was done already"));
    assert!(!run(dir.path(), &["sessions"]).contains("Must be reported"));
    let shown = json(&dir, &["show", "P01", "--json"])["reports"][0].clone();
    assert_eq!((&shown["is"], &shown["done"]["by"], &shown["done"]["on"]), (&"harm".into(), &"I1".into(), &"2026-11-22".into()));
}

/// An interview in which it became too much and harm was told, at the screen of its end.
fn seen_to(dir: &tempfile::TempDir) -> hearback::shell::script::Script {
    let mut script = interview(dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("<f8>").hear_until(secs(12)).keys("1").hear_until(secs(20));
    script.keys("<alt-t>").hear_until(secs(21)).keys("1").saved().keys("the stairs, in May<enter>").saved();
    script.hear_until(secs(25)).keys("and on<enter>").saved().keys("<f10><f10>").saved().keys("e").saved();
    script
}

#[test]
fn that_something_was_reported_is_taken_back_by_name_by_the_same_key_and_on_the_command_line() {
    in_each_language(|| {
        let dir = cared_for();
        let mut script = seen_to(&dir);
        let is_done = |script: &hearback::shell::script::Script| script.session().unwrap().reports().all(|report| report.done.is_some());
        script.keys("<space>");
        assert!(!is_done(&script), "it is asked twice");
        script.keys("<space>").saved();
        assert!(is_done(&script), "{:?}", script.notice());
        script.keys("<ctrl-z>").saved();
        assert!(!is_done(&script));
        assert!(says(script.notice().unwrap(), "that what was told at 0:20 is reported"), "{:?}", script.notice());
        script.keys("<ctrl-y>").saved();
        assert!(is_done(&script), "{:?}", script.notice());
        // By the key that says it, and as deliberately.
        script.keys("<space>");
        assert!(is_done(&script) && says(script.notice().unwrap(), "says that it was not reported after all"), "{:?}", script.notice());
        script.keys("<space>").saved();
        assert!(!is_done(&script));
        script.keys("<space><space>").saved().keys("<enter>");
        assert!(says(script.notice().unwrap(), "opens it again"), "{:?}", script.notice());
        script.leave();
    });
    let dir = cared_for();
    seen_to(&dir).leave();
    let open =
        |dir: &tempfile::TempDir| json(dir, &["due", "--json"]).as_array().unwrap().iter().filter(|due| due["kind"] == "report").count();
    assert!(run(dir.path(), &["done", "P01", "report-1", "--undo"]).contains("that is open: nobody said that it was done"));
    run(dir.path(), &["done", "P01", "report-1", "--by", "I1", "--on", "2026-11-22"]);
    assert_eq!(open(&dir), 0);
    let told = run(dir.path(), &["done", "P01", "report-1", "--undo"]);
    assert!(told.contains("must be reported: harm, told at 0:20"), "{told}");
    assert_eq!(open(&dir), 1);
    assert!(run(dir.path(), &["sessions"]).contains("! Must be reported: P01 harm"));
    // `ends` says the same of the line with that number.
    run(dir.path(), &["ends", "P01", "--done", "1"]);
    assert_eq!(open(&dir), 0);
    run(dir.path(), &["ends", "P01", "--not-done", "1"]);
    assert_eq!(open(&dir), 1);
    let journal = fs::read_to_string(crate::support::told::folders(&dir)[0].file("journal.jsonl")).unwrap();
    assert_eq!(journal.matches("\"kind\":\"reported\"").count(), 4, "each is a line of its own");
    assert_eq!(journal.matches("\"stands\":\"taken-back\"").count(), 2);
}

#[test]
fn what_they_say_to_a_call_is_one_key_named_and_taken_back_and_silence_is_no_answer() {
    in_each_language(|| {
        let dir = cared_for();
        let mut script = seen_to(&dir);
        let became = |script: &hearback::shell::script::Script| {
            let all = due::follow_ups(script.session().unwrap());
            (all[0].became.as_ref().map(|followed| followed.is), all[0].is_open())
        };
        script.keys("n");
        assert!(says(script.notice().unwrap(), "yes and no are for what they are asked after distress"), "{:?}", script.notice());
        script.keys("<down>");
        assert_eq!(became(&script), (None, true));
        // Two at once, as a paste or a cat sends them, are nobody's answer.
        script.hear(secs(1));
        script.bytes(b"nn");
        assert_eq!(became(&script), (None, true));
        script.hear(secs(1)).keys("n").saved();
        assert_eq!(became(&script), (Some(Became::Declined), false));
        assert!(says(script.notice().unwrap(), "they would rather not: it is not done"), "{:?}", script.notice());
        let seen = script.screen(80, 40);
        let row = seen.lines().find(|row| row.contains("Ring them")).unwrap();
        assert!(says(&seen, "it is not done") && row.trim_end().ends_with("0:10"), "no “done” stands beside it: {seen}");
        script.keys("y");
        assert_eq!(became(&script), (Some(Became::Declined), false), "a no stands until it is taken back");
        script.keys("<ctrl-z>").saved();
        assert_eq!(became(&script), (Some(Became::Open), true));
        let notice = script.notice().unwrap().to_owned();
        assert!(says(&notice, "Ring them and ask how they are"), "{notice}");
        // What is written says neither yes nor no.
        script.keys("<enter>rings back herself<enter>").saved();
        assert_eq!(became(&script), (Some(Became::Open), true));
        let seen = script.screen(80, 40);
        let written = |seen: &str| seen.split_whitespace().collect::<Vec<_>>().join(" ").contains("→ rings back herself");
        assert!(written(&seen) && !due::follow_ups(script.session().unwrap())[0].is_answered(), "{seen}");
        script.hear(secs(1)).keys("y").saved();
        assert_eq!(became(&script), (Some(Became::Agreed), true), "it is still to be done");
        assert!(written(&script.screen(80, 40)), "{}", script.screen(80, 40));
        script.keys("<space>").saved();
        assert_eq!(became(&script), (Some(Became::Done), false));
        script.leave();
    });
}

#[test]
fn what_was_told_stands_with_its_report_and_in_no_list_of_many() {
    let dir = cared_for();
    let script = seen_to(&dir);
    let told = script.session().unwrap().told_of(hearback::domain::errand::ReportId(1)).map(|note| note.text.clone());
    assert_eq!(told.as_deref(), Some("the stairs, in May"));
    assert_eq!(script.session().unwrap().notes().filter(|note| note.report.is_some()).count(), 1, "the first one, and no other");
    let seen = script.screen(80, 40);
    let words = seen.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("told: “the stairs, in May”"), "{seen}");
    script.leave();
    assert!(run(dir.path(), &["show", "P01"]).contains("told: “the stairs, in May”"));
    assert_eq!(json(&dir, &["show", "P01", "--json"])["reports"][0]["note"], 1);
    assert_eq!(json(&dir, &["show", "P01", "--json"])["notes"][0]["report"], 1);
    let due = run(dir.path(), &["due"]);
    assert!(due.contains("note 1 says what was told") && !due.contains("the stairs"), "{due}");
    let report = |dir: &tempfile::TempDir| {
        json(dir, &["due", "--json"]).as_array().unwrap().iter().find(|due| due["kind"] == "report").unwrap().clone()
    };
    assert_eq!(report(&dir)["note"], 1);
    // What they do not want to be used does not stand there either.
    run(dir.path(), &["withhold", "P01", "--note", "1"]);
    assert!(!run(dir.path(), &["show", "P01"]).contains("the stairs"));
    assert_eq!(report(&dir)["note"], Value::Null);
    // What is written long after it is about something else.
    let dir = cared_for();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("<alt-t>").hear(secs(1)).keys("1").saved();
    script.hear_until(secs(10 + 3 * 60 + 1)).keys("of the garden<enter>").saved();
    assert_eq!(script.session().unwrap().notes().filter(|note| note.report.is_some()).count(), 0);
    script.leave();
}

#[test]
fn what_cannot_wait_stands_on_top_of_home_the_reports_first() {
    in_each_language(|| {
        let dir = cared_for();
        let mut script = seen_to(&dir);
        script.keys("<esc>").saved();
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let seen = script.screen(width, height);
            let flat = seen.split_whitespace().collect::<Vec<_>>().join(" ");
            let report = flat.find("! Must be reported: P01 harm").or_else(|| flat.find("! Moet gemeld worden: P01"));
            let follow_up = flat.find("! Follow up: P01, Tell the head of the study, by ");
            let follow_up = follow_up.or_else(|| flat.find("! Nazorg: P01, Tell the head of the study, vóór "));
            assert!(report.is_some() && report < follow_up, "{seen}");
            // What is due tomorrow stands there tomorrow; how much there is stands below the list.
            assert!(!flat.contains("Ring them"), "{seen}");
            assert!(says(&seen, "1 to report") && says(&seen, "2 to follow up") || !crate::support::tongue::is_english(), "{seen}");
            assert!(seen.lines().any(|row| row.contains("P01") && row.contains(" ! ")), "its row has the sign: {seen}");
        }
        script.leave();
    });
    let dir = cared_for();
    seen_to(&dir).leave();
    // To the list of sessions they are late by now.
    let told = run(dir.path(), &["sessions"]);
    let [report, follow_up] =
        ["! Must be reported: P01 harm", "! Follow up: P01, Ring them and ask how they are"].map(|words| told.find(words));
    assert!(report.is_some() && report < follow_up && told.contains("1 to report, 2 to follow up"), "{told}");
    let told = json(&dir, &["sessions", "--json"])[0]["due"].clone();
    assert_eq!(
        told.as_array().unwrap().iter().map(|due| due["item"].as_str().unwrap()).collect::<Vec<_>>(),
        ["report-1", "follow-up-2", "follow-up-1"]
    );
}
