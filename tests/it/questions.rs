//! A question that does not fit the window can be read to its end, at every size, with one key that is shown only then.

use std::fs;

use hearback::shell::script::Script;

use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::study;

const BRIDGE: &str = "Now I would like to ask about the days on which you did not come.";

/// Forty different words in sentences of eight: a question that fills more than a small window.
fn long() -> String {
    let word = |n: usize| format!("word{n:02}");
    let sentence = |from: usize| (from..from + 8).map(word).collect::<Vec<_>>().join(" ") + "?";
    (0..80).step_by(8).map(sentence).collect::<Vec<_>>().join(" ")
}

/// In the room, at the first question, whose words are `ask`.
fn at_the_question(dir: &tempfile::TempDir, ask: &str) -> Script {
    let guide = dir.path().join("guides/patient-first.yaml");
    let text = fs::read_to_string(&guide).unwrap();
    let (before, topics) = text.split_once("topics:\n").unwrap();
    let after = topics.split_once("\nclosing:").unwrap().1;
    let topics = format!(
        "topics:\n  - id: opening\n    title: Opening\n    minutes: 45\n    say: {BRIDGE}\n    questions:\n      - id: daily-life\n        \
         ask: {ask}\n        probes:\n          - id: last-probe\n            ask: the last probe of all\n"
    );
    fs::write(&guide, format!("{before}{topics}\nclosing:{after}")).unwrap();
    let mut script = home(dir);
    script.keys(crate::support::day::FORM).hear(ms(500)).keys("<enter><pagedown>");
    assert!(script.session().is_some_and(|s| s.open_question().is_some()), "{:?}", script.notice());
    script
}

/// The words between the row of the topic and the next rule, without what stands at their left.
fn pane(script: &Script, width: u16, height: u16) -> String {
    let seen = script.screen(width, height);
    let left = |row: &str| row.find("1 of 1  Opening").map(|byte| row[..byte].chars().count());
    let column = seen.lines().find_map(left).unwrap();
    let rows = seen.lines().skip_while(|row| left(row).is_none()).skip(1);
    let rows = rows.map(|row| row.chars().skip(column).collect::<String>()).take_while(|row| !row.starts_with('─'));
    rows.map(|row| row.trim().to_owned()).filter(|row| !row.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn every_word_of_a_question_can_be_read_at_every_size() {
    let dir = study();
    let mut script = at_the_question(&dir, &long());
    for (width, height) in [(40, 10), (60, 16), (80, 24), (120, 40)] {
        // Each size from its own beginning.
        script.keys("<down><up>");
        let first = pane(&script, width, height);
        let leads = first.starts_with(BRIDGE);
        assert!(
            if leads { first.contains("word79") } else { first.starts_with("word00 word01") },
            "never instead of the question: {first}"
        );
        let (mut read, mut count) = (first.clone(), 0);
        while pane(&script, width, height).contains(" more") {
            assert!(first.contains("… Ctrl-S: "), "{first}");
            script.keys("<ctrl-s>");
            read += &pane(&script, width, height);
            count += 1;
            assert!(count < 200, "it comes to an end: {read}");
        }
        for word in (0..80).map(|n| format!("word{n:02}")).chain(["last", "probe", "all", "come."].map(str::to_owned)) {
            assert!(read.contains(&word), "{word} is nowhere at {width}x{height}: {read}");
        }
        assert_eq!((width, leads), (width, width == 120), "what leads over is read before the question where both have room");
        assert!(leads || read.find("word79") < read.find("Before it:"), "and else it comes after it: {read}");
        // After its end, its beginning.
        if count > 0 {
            assert!(pane(&script, width, height).contains("… Ctrl-S: from the"));
            script.keys("<ctrl-s>");
        }
        assert_eq!(pane(&script, width, height), first);
    }
}

#[test]
fn the_key_is_shown_only_where_something_is_cut_and_writes_nothing() {
    let dir = study();
    let mut script = at_the_question(&dir, "What does an ordinary day look like for you?");
    assert!(!script.screen(80, 24).contains("Ctrl-S"), "{}", script.screen(80, 24));
    let before = script.screen(80, 24);
    script.keys("<ctrl-s>");
    assert_eq!(script.screen(80, 24), before);
    // With a line that is being written it does the same, and the line stays.
    script.keys("rest<ctrl-s><ctrl-s>");
    assert!(script.screen(80, 24).contains("rest"));
    assert_eq!(script.session().unwrap().notes().count(), 0);
}

#[test]
fn another_question_begins_at_its_beginning() {
    let dir = study();
    let mut script = at_the_question(&dir, &long());
    script.keys("<ctrl-s>");
    assert!(!pane(&script, 60, 16).starts_with("word00"));
    script.keys("<down><up>");
    assert!(pane(&script, 60, 16).starts_with("word00"), "{}", script.screen(60, 16));
}
