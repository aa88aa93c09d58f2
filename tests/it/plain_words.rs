//! How plainly the statements of a letter say what they say, and what they rest on: on the screen and on the command line.

use std::fs;
use std::io::Write;

use hearback::shell::script::Script;
use hearback::words;
use serde_json::Value;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::folders;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;
use crate::support::tongue::make_native;

/// A study with one interview, and two statements that could be said better: the one rests on a paraphrase, the other on a quote.
fn stated() -> tempfile::TempDir {
    let dir = study();
    make_native(dir.path());
    let (paraphrase, quote) = in_either(("rests before it hurts", "like a switch"), ("rust voor het pijn doet", "net een schakelaar"));
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear(secs(8)).keys(&format!("{paraphrase}<enter>")).hear(secs(2)).keys(&format!(">{quote}<enter>"));
    script.hear(secs(2)).keys("(a memozwaluw<enter>").hear(secs(1)).keys("@looks awayzwaluw<enter>").hear(secs(1));
    script.keys("<f10><f10>").saved().keys("m").hear(secs(1));
    let (first, second) = in_either(
        ("She was helped by Dr Jones in Bristol and thought her back was broken", "It was like a switch for you"),
        ("Zij werd geholpen door dokter Smit in Gouda en dacht dat haar rug kapot was", "Het was voor u net een schakelaar"),
    );
    script.keys(&format!("<enter>{first}<enter>")).saved().keys("<down><down>").keys(&format!("<enter>{second}<enter>")).saved();
    assert_eq!(script.session().unwrap().statements().count(), 2, "{}", script.screen(80, 24));
    script.leave();
    dir
}

/// The member check of it.
fn member_check(dir: &tempfile::TempDir) -> Script {
    let mut script = home(dir);
    script.keys("m").hear(secs(1));
    script
}

/// Goes up to the first statement.
fn to_the_first(script: &mut Script) {
    let is_there = |script: &Script| script.screen(80, 24).lines().any(|line| line.starts_with(" ▶  1"));
    for _ in 0..9 {
        if !is_there(script) {
            script.keys("<up>");
        }
    }
    assert!(is_there(script), "{}", script.screen(80, 24));
}

#[test]
fn what_could_be_said_better_lies_over_the_statements_and_leads_to_them() {
    in_each_language(|| {
        let dir = stated();
        let mut script = member_check(&dir);
        let before = script.session().unwrap().clone();
        script.keys("<down><down><down><down><tab>");
        let language = in_either("", "_nl");
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            insta::assert_snapshot!(format!("plain_words_{width}x{height}{language}"), script.screen(width, height));
        }
        assert!(script.screen(80, 24).contains(in_either("Dr Jones", "dokter Smit")), "{}", script.screen(80, 24));
        // It leads to the statement that is meant, and changes nothing.
        script.keys("<down><enter>");
        let seen = script.screen(80, 24);
        assert!(seen.lines().any(|line| line.starts_with(" ▶  1")), "{seen}");
        assert_eq!(script.session(), Some(&before));
        // Esc puts it away and stays on the screen.
        script.keys("<tab><esc>");
        assert_eq!(script.screen(80, 24), seen);
        script.leave();
    });
}

#[test]
fn a_key_tells_what_a_statement_rests_on_and_one_more_plays_it() {
    in_each_language(|| {
        let dir = stated();
        let mut script = member_check(&dir);
        to_the_first(&mut script);
        let before = script.screen(80, 24);
        script.keys("t");
        insta::assert_snapshot!(format!("trail_80x24{}", in_either("", "_nl")), script.screen(80, 24));
        script.keys("<space>").hear(secs(1));
        assert!(script.model().shared.playback.is_playing(), "{:?}", script.notice());
        script.keys("<space>");
        assert!(!script.model().shared.playback.is_playing());
        script.keys("<esc>").hear(secs(9));
        assert_eq!(script.screen(80, 24), before);
        script.leave();
    });
}

#[test]
fn it_is_told_line_by_line_too() {
    let dir = stated();
    let mut script = home(&dir).in_lines();
    script.keys("m").hear(secs(1));
    script.told();
    script.keys("<tab>");
    let told = script.told().join("\n");
    for words in ["Plain words", "statement 1: \"Dr Jones\": perhaps a name", "nothing is refused"] {
        assert!(told.contains(words), "{words} is not told: {told}");
    }
    script.keys("<down>");
    let told = script.told().join("\n");
    assert!(told.contains("Bristol") && told.contains("try: "), "{told}");
    script.leave();
}

#[test]
fn a_person_and_a_program_are_told_what_to_try_and_nothing_is_refused() {
    let dir = stated();
    let told = run(dir.path(), &["letter", "P01", "--check"]);
    assert_eq!(code(&told), "0", "{told}");
    for words in [
        "P01, first: 2 statements, 4 things to think about",
        "statement 1: perhaps a name\n    She was helped by [Dr Jones] in Bristol and thought her back was broken\n    try: say who it is",
        "statement 1: it does not say who does it\n    She [was helped] by Dr Jones",
        "The whole letter: Flesch",
        "nothing is refused",
    ] {
        assert!(told.contains(words), "{words} is not told: {told}");
    }
    let told = run(dir.path(), &["letter", "P01", "--check", "--json"]);
    let json: Value = serde_json::from_str(told.split_once('\n').unwrap().1.split("--- ").next().unwrap()).unwrap();
    let remarks = json["remarks"].as_array().unwrap();
    let causes: Vec<&str> = remarks.iter().map(|remark| remark["cause"].as_str().unwrap()).collect();
    assert_eq!(causes, ["name", "place", "third-person", "passive"]);
    for remark in remarks {
        let [from, to] = ["from", "to"].map(|end| usize::try_from(remark[end].as_u64().unwrap()).unwrap());
        let words: String = remark["text"].as_str().unwrap().chars().skip(from).take(to - from).collect();
        assert_eq!(Some(words.as_str()), remark["words"].as_str());
    }
}

#[test]
fn the_trail_tells_each_version_and_each_note_and_the_letters_it_went_in() {
    let dir = stated();
    let mut script = member_check(&dir);
    script.keys("w").hear(secs(1)).saved();
    assert_eq!(script.session().unwrap().letters(), 1, "{:?}", script.notice());
    to_the_first(&mut script);
    script.keys("<enter>, as you said<enter>").saved();
    script.leave();
    let told = run(dir.path(), &["letter", "P01", "--trail"]);
    assert_eq!(code(&told), "0", "{told}");
    let text = told.split_once("# ").map(|(_, rest)| rest).unwrap();
    assert!(text.starts_with("For the research team only"), "{told}");
    for words in [
        "letter 1: 2026-11-22",
        "## She was helped by Dr Jones in Bristol and thought her back was broken, as you said",
        "In no letter so far.",
        "“She was helped by Dr Jones in Bristol and thought her back was broken”",
        "In letter 1.",
        "`hearback replay 2026-11-22-P01-first --note 1`",
        "rests before it hurts",
        "like a switch",
    ] {
        assert!(text.contains(words), "{words} is not in the trail: {told}");
    }
    assert!(!text.contains("zwaluw"), "what is private was never what a statement rests on: {told}");
    let written = run(dir.path(), &["letter", "P01", "--trail", "--json", "--out", "trail.json"]);
    assert_eq!(code(&written), "0", "{written}");
    let json: Value = serde_json::from_str(&fs::read_to_string(dir.path().join("trail.json")).unwrap()).unwrap();
    assert_eq!((json["for"].as_str(), json["letters"][0]["version"].as_u64()), (Some("team"), Some(1)));
    let versions = &json["statements"][0]["versions"];
    assert_eq!((versions.as_array().unwrap().len(), &versions[0]["letters"][0]), (2, &Value::from(1)), "{json:#}");
    // Nothing is overwritten.
    assert_ne!(code(&run(dir.path(), &["letter", "P01", "--trail", "--out", "trail.json"])), "0");
    let nowhere = run(dir.path(), &["letter", "P01", "--trail", "--out", "nowhere/trail.md"]);
    assert!(code(&nowhere) != "0" && nowhere.contains("could not write the trail"), "{nowhere}");
}

/// The command line is right; what is wrong is the session.
#[test]
fn where_a_no_cannot_be_read_nothing_is_told_and_that_is_no_mistake_in_typing() {
    let dir = stated();
    let mut journal = fs::OpenOptions::new().append(true).open(folders(&dir)[0].journal()).unwrap();
    journal.write_all(b"{\"n\":999,\"binds\":true,\"event\":{\"kind\":\"withheld\"").unwrap();
    for call in [&["letter", "P01"][..], &["letter", "P01", "--check"], &["letter", "P01", "--trail"]] {
        let told = run(dir.path(), call);
        assert_eq!(code(&told), "1", "{told}");
        assert!(!told.contains("Jones"), "{told}");
    }
}

#[test]
fn what_is_not_to_be_used_is_in_no_trail() {
    let dir = stated();
    let mut script = member_check(&dir);
    script.keys("w").hear(secs(1)).saved();
    script.leave();
    assert_eq!(code(&run(dir.path(), &["withhold", "P01", "--note", "1", "--reason", "neighbour"])), "0");
    for call in [["letter", "P01", "--trail"].as_slice(), &["letter", "P01", "--trail", "--json"], &["letter", "P01", "--check"]] {
        let told = run(dir.path(), call);
        assert!(!told.contains("Jones") && !told.contains("before it hurts"), "{call:?}: {told}");
        assert!(told.contains("like a switch") || call.contains(&"--check"), "{call:?}: {told}");
    }
    assert!(run(dir.path(), &["letter", "P01", "--trail"]).contains("1 statement is not to be used, and is not here"));
    words::speaking(words::Words::english(), || {
        let mut script = member_check(&dir);
        script.keys("<tab>");
        assert!(!script.screen(120, 40).contains("Jones"), "{}", script.screen(120, 40));
        script.leave();
    });
}
