//! The end of an interview: what is to be seen to, what was done about it, one's own page, and points that are read back.

use std::fs;

use hearback::domain::evening::LooseEnd;
use hearback::domain::evening::PageLine;
use hearback::domain::evening::SaidOfIt;
use hearback::domain::evening::Verdict;
use hearback::domain::note::NoteId;
use hearback::shell::script::Script;
use hearback::tui::model::Keeping;
use hearback::tui::model::Screen;
use serde_json::Value;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::folders;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;
use crate::support::tongue::left_in_english;
use crate::support::tongue::make_native;
use crate::support::tongue::says;

/// An interview that left a good deal to see to, at the screen that covers its end.
fn held(dir: &tempfile::TempDir) -> Script {
    let mut script = interview(dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys(">like a switch<enter>").hear(secs(2)).keys("<right>");
    script.hear_until(secs(20)).keys("?which exercise at home<enter>").hear(secs(2)).keys("<left>3").hear_until(secs(30)).keys("<f8>");
    script.hear(secs(3)).keys("1").hear(secs(3)).keys("(a thought of mine<enter>").hear(secs(2)).keys("<ctrl-g>1").hear(secs(3));
    script.saved().keys("<f10><f10>").saved();
    script
}

fn at_the_end(script: &Script) -> bool {
    matches!(script.model().screen, Screen::End(_))
}

fn json(dir: &tempfile::TempDir, args: &[&str]) -> Value {
    let told = run(dir.path(), args);
    let text = told.split_once("\n\n").map_or(told.as_str(), |(_, rest)| rest);
    let text = text.rsplit_once("--- exit code").map_or(text, |(text, _)| text);
    serde_json::from_str(text.trim()).unwrap_or_else(|why| panic!("{why}: {told}"))
}

#[test]
fn an_interview_ends_covered_and_a_deliberate_key_shows_what_is_to_be_seen_to() {
    in_each_language(|| {
        let dir = study();
        make_native(dir.path());
        let mut script = held(&dir);
        let covered = script.screen(80, 24);
        assert!(says(&covered, "1 thing to see to before you leave, 5 for tonight"), "{covered}");
        for private in ["which exercise", "a thought of mine", "like a switch"] {
            assert!(!covered.contains(private), "{covered}");
        }
        script.keys("e").saved();
        assert!(at_the_end(&script), "{}", script.screen(80, 24));
        let seen = script.screen(80, 30);
        for words in [
            in_either("read back from disk at 11:00", "teruggelezen om 11:00"),
            "BEFORE YOU LEAVE THE HOUSE",
            "TONIGHT",
            "Does the recording play? Listen to some of it today",
            "which exercise at home",
            "names were said",
            "YOUR OWN PAGE",
        ] {
            assert!(says(&seen, words), "{words}: {seen}");
        }
        assert!(seen.contains(in_either("It became too much: ", "Het werd te veel: ")), "{seen}");
        assert!(!seen.contains("a thought of mine") && left_in_english_of(&seen).is_empty(), "{:?} {seen}", left_in_english_of(&seen));
        script.leave();
    });
}

fn left_in_english_of(seen: &str) -> Vec<&'static str> {
    if crate::support::tongue::is_english() { Vec::new() } else { left_in_english(seen) }
}

#[test]
fn what_was_seen_to_is_kept_counted_and_can_be_taken_back_by_name() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("e").saved();
    // The first line that is open is the moment it became too much: what came of it is written.
    script.keys("<enter>yes, in the morning<enter>").saved();
    script.keys("<down><down><space>").saved();
    let seen = script.screen(80, 30);
    assert!(seen.contains("→ yes, in the morning") && seen.contains("0 open") && seen.contains("4 open"), "{seen}");
    script.keys("<ctrl-z>");
    let notice = script.notice().unwrap_or_default().to_owned();
    assert!(notice.contains("a note to come back to") && notice.contains("Ctrl-Y"), "{notice}");
    assert!(script.screen(80, 30).contains("5 open"));
    script.keys("<ctrl-y>").saved();
    script.keys("<esc>").saved();
    let home = script.screen(80, 24);
    assert!(matches!(script.model().screen, Screen::Home(_)) && home.contains("4 open"), "{home}");
    script.leave();
    let sessions = run(dir.path(), &["sessions"]);
    assert!(sessions.contains("recorded, 4 open"), "{sessions}");
    let session = reread(&dir);
    let seen = session.evening().seen(&LooseEnd::Distress { at: session.distress()[0].at }).unwrap();
    assert_eq!(seen.outcome, "yes, in the morning");
    assert!(session.evening().seen(&LooseEnd::ComeBack { note: NoteId(2) }).is_some());
    let told = json(&dir, &["show", "P01", "--json"]);
    let ends: Vec<(String, bool)> = told["loose_ends"]
        .as_array()
        .unwrap()
        .iter()
        .map(|end| (end["is"].as_str().unwrap().to_owned(), end["done"].as_bool().unwrap()))
        .collect();
    let expected = [("distress", true), ("plays", false), ("come-back", true), ("not-asked", false), ("question", false), ("names", false)];
    assert_eq!(ends.iter().map(|(is, done)| (is.as_str(), *done)).collect::<Vec<_>>(), expected);
}

#[test]
fn the_own_page_is_the_interviewers_alone() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("e").saved();
    let last = "<down>".repeat(30);
    // Up from the guide, which is the last line, to what surprised them.
    script.keys(&last).keys("<up><up><up><up>").keys("<enter>I had not expected the garden<enter>").saved();
    script.keys(&last).keys("<enter>ask of sleep before work, because all begin there<enter>").saved();
    let seen = script.screen(80, 40);
    assert!(seen.contains("I had not expected the garden") && seen.contains("proposed for its change log"), "{seen}");
    script.keys("<space>").saved();
    assert!(script.screen(80, 40).contains("The guide: no change"));
    script.keys("<ctrl-z>").saved();
    script.leave();
    let session = reread(&dir);
    assert_eq!(session.evening().page(PageLine::Surprised), Some("I had not expected the garden"));
    assert_eq!(session.evening().guide().verdict, Some(Verdict::Change));
    for args in [
        &["show", "P01"][..],
        &["show", "P01", "--json"],
        &["sessions"],
        &["sessions", "--json"],
        &["ends", "P01"],
        &["ends", "P01", "--json"],
    ] {
        let told = run(dir.path(), args);
        assert!(!told.contains("garden"), "{args:?}: {told}");
    }
    let told = run(dir.path(), &["ends", "P01", "--own-page"]);
    assert!(told.contains("I had not expected the garden"), "{told}");
    let told = run(dir.path(), &["ends", "P01"]);
    assert!(told.contains("What surprised you? (written)") && told.contains("hearback guide log patient-first"), "{told}");
    assert_eq!(json(&dir, &["show", "P01", "--json"])["own_page"], serde_json::json!(["surprised"]));
    assert_eq!(json(&dir, &["show", "P01", "--json"])["guide_looked_at"]["what"], "ask of sleep before work, because all begin there");
}

#[test]
fn what_is_written_and_not_kept_is_never_lost() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("e").saved().keys("<enter>half a senten<esc>");
    assert!(script.notice().unwrap().contains("Ctrl-Z"), "{:?}", script.notice());
    let distress = |dir: &tempfile::TempDir| {
        let session = reread(dir);
        session.evening().seen(&LooseEnd::Distress { at: session.distress()[0].at }).is_some()
    };
    assert!(!distress(&dir));
    script.keys("<ctrl-z>");
    assert!(script.screen(80, 24).contains("half a senten"));
    // Whoever goes leaves nothing behind that looked kept.
    script.keys("ce").keys("<ctrl-c>").saved();
    let session = reread(&dir);
    assert_eq!(session.evening().seen(&LooseEnd::Distress { at: session.distress()[0].at }).unwrap().outcome, "half a sentence");
}

#[test]
fn a_recording_of_which_something_was_heard_plays_and_the_way_back_leads_to_the_end() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("e").saved().keys("<down><enter>");
    assert!(matches!(script.model().screen, Screen::Listen(_)), "{}", script.screen(80, 24));
    assert!(reread(&dir).evening().seen(&LooseEnd::Plays).is_none(), "nobody has heard anything yet");
    script.keys("<space>").hear(secs(2)).keys("<space>").saved();
    assert!(script.screen(80, 24).contains("PAUSED 0:0") && !script.screen(80, 24).contains("PAUSED 0:00"), "{}", script.screen(80, 24));
    assert!(reread(&dir).evening().seen(&LooseEnd::Plays).is_some(), "somebody has");
    script.keys("<esc>").saved();
    assert!(at_the_end(&script), "{}", script.screen(80, 24));
    script.keys("<esc>").saved();
    assert!(matches!(script.model().screen, Screen::Home(_)));
    script.leave();
}

#[test]
fn a_recording_that_is_not_what_was_recorded_is_said_to_be_that_at_the_end() {
    let dir = study();
    let mut script = held(&dir);
    let take = folders(&dir)[0].file("take-001.wav");
    let mut bytes = fs::read(&take).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle] ^= 0x55;
    fs::write(&take, bytes).unwrap();
    script.keys("e").saved();
    let seen = script.screen(80, 24);
    assert!(seen.contains("NOT AS IT WAS RECORDED") && !seen.contains("KEPT"), "{seen}");
    script.leave();
}

#[test]
fn the_study_may_ask_for_words_at_the_door_and_word_that_one_is_out() {
    let dir = study();
    let settings = dir.path().join("study.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{text}\ndebrief: You can ring us about this until Friday.\ncheck_out: a message to the office\n"))
        .unwrap();
    let mut script = held(&dir);
    assert!(script.screen(80, 24).contains("3 things to see to before you leave"), "{}", script.screen(80, 24));
    script.keys("e").saved();
    let seen = script.screen(80, 40);
    assert!(seen.contains("You can ring us about this until Friday.") && seen.contains("a message to the office"), "{seen}");
    script.leave();
    let told = json(&dir, &["sessions", "--json"]);
    assert_eq!((&told[0]["open_before_leaving"], &told[0]["open_tonight"]), (&Value::from(3), &Value::from(5)));
}

#[test]
fn a_rehearsal_has_no_end_to_see_to() {
    let dir = study();
    let mut script = crate::support::day::home(&dir);
    script.keeping(Keeping::Nothing).keys(crate::support::day::FORM).hear(secs(1)).keys("<enter>").hear(secs(3)).keys("<f10><f10>");
    let seen = script.screen(80, 24);
    assert!(!seen.contains("to see to"), "{seen}");
    script.keys("e").saved();
    assert!(!at_the_end(&script));
    script.leave();
}

/// Three points, of which one is right, one is another way, and of one there is more.
fn read_back(dir: &tempfile::TempDir) -> Script {
    let mut script = interview(dir);
    script.keys("<pagedown>");
    for (n, words) in ["rest before it hurts", ">like a switch", "mornings are worst"].into_iter().enumerate() {
        script.hear_until(secs(10 * (n as u64 + 1))).keys(words).keys("<enter>").hear(secs(1)).keys("<ctrl-g>6").hear(secs(1));
    }
    script
}

#[test]
fn points_are_gathered_read_back_and_answered_one_by_one() {
    in_each_language(|| {
        let dir = study();
        make_native(dir.path());
        let mut script = read_back(&dir);
        assert!(says(script.notice().unwrap(), "to be read back: 3"), "{:?}", script.notice());
        script.hear(secs(2)).keys("<alt-o>");
        let seen = script.screen(80, 24);
        assert!(seen.contains("rest before it hurts") && says(&seen, "it is another way"), "{seen}");
        script.hear(secs(2)).keys("1").hear(secs(2));
        assert!(script.screen(80, 24).contains("like a switch"));
        script.keys("2").hear(secs(1)).keys("more like a tap<enter>").hear(secs(2));
        assert!(script.screen(80, 24).contains("mornings are worst"));
        script.keys("3").hear(secs(1)).keys("and after lunch<enter>").hear(secs(1));
        assert!(says(script.notice().unwrap(), "are read back; the letter is still the member check"), "{:?}", script.notice());
        script.saved().keys("<f10><f10>e").saved();
        let seen = script.screen(80, 30);
        assert!(says(&seen, "read back aloud, 3 points"), "{seen}");
        script.leave();
        let session = reread(&dir);
        let evening = session.evening();
        let told: Vec<_> = evening.points().iter().map(|id| evening.read_back(*id).map(|read| (read.said.unwrap(), read.words))).collect();
        let expected =
            [Some((SaidOfIt::Right, None)), Some((SaidOfIt::Corrected, Some(NoteId(4)))), Some((SaidOfIt::Added, Some(NoteId(5))))];
        assert_eq!(told, expected);
        assert_eq!(session.standing().word(), "recorded", "no member check");
    });
}

#[test]
fn a_digit_in_a_burst_answers_no_point_and_an_answer_is_taken_back_by_name() {
    let dir = study();
    let mut script = read_back(&dir);
    script.hear(secs(2)).keys("<alt-o>").hear(secs(2));
    script.bytes(b"11");
    script.hear(secs(2));
    assert!(script.session().unwrap().evening().read_back(NoteId(1)).is_none(), "{:?}", script.notice());
    script.keys("1").hear(secs(2)).keys("<ctrl-z>");
    let notice = script.notice().unwrap_or_default().to_owned();
    assert!(notice.contains("rest before it hurts"), "{notice}");
    assert!(script.session().unwrap().evening().read_back(NoteId(1)).is_none());
    // What nobody may read is not read back.
    script.keys("<esc>").hear(secs(1)).keys("(mine alone<enter>").hear(secs(1)).keys("<ctrl-g>6");
    assert_eq!(script.session().unwrap().evening().points().len(), 3, "{:?}", script.notice());
    script.leave();
}

#[test]
fn the_command_lists_and_ticks_what_the_screen_does() {
    let dir = study();
    held(&dir).leave();
    let told = run(dir.path(), &["ends", "P01"]);
    assert!(told.contains("  1  It became too much") && told.contains("  4  not asked"), "{told}");
    assert_eq!(code(&run(dir.path(), &["ends", "P01", "--done", "1", "--words", "tomorrow at ten"])), "0");
    assert_eq!(code(&run(dir.path(), &["ends", "P01", "--page", "place", "--words", "at the kitchen table"])), "0");
    assert_eq!(code(&run(dir.path(), &["ends", "P01", "--guide-stays"])), "0");
    assert_eq!(code(&run(dir.path(), &["ends", "P01", "--done", "99"])), "2");
    let told = json(&dir, &["ends", "P01", "--json"]);
    assert_eq!(told["loose_ends"][0]["answer"], "tomorrow at ten");
    assert_eq!(told["guide"]["verdict"], "no-change");
    assert_eq!(code(&run(dir.path(), &["ends", "P01", "--not-done", "1"])), "0");
    assert_eq!(json(&dir, &["ends", "P01", "--json"])["loose_ends"][0]["done"], false);
}

#[test]
fn the_end_is_told_in_lines_as_well() {
    let dir = study();
    let mut script = crate::support::day::home(&dir).in_lines();
    held(&dir).leave();
    drop(script.told());
    script.leave();
    let mut script = crate::support::day::home(&dir).in_lines();
    script.told();
    script.keys("e").saved();
    let told = script.told().join("\n");
    for words in ["To see to after P01", "BEFORE YOU LEAVE THE HOUSE: 1 open", "1 It became too much", "read back from disk"] {
        assert!(told.contains(words), "{words}: {told}");
    }
    script.keys("<space>").saved();
    let told = script.told().join("\n");
    assert!(told.contains("(done)"), "{told}");
    script.leave();
}
