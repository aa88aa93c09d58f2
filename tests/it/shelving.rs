//! Quotes for a paper from where one listens back: a key puts the words of a note, or of a passage, on the shelf and takes them off, by the rule
//! of `hearback quotes` and with a step that is taken back by name.

use serde_json::Value;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::study;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;
use crate::support::tongue::says;

/// The quotes that programs are told.
fn quotes(dir: &tempfile::TempDir) -> Vec<Value> {
    let said = run(dir.path(), &["quotes", "--json"]);
    let (from, to) = (said.find('{').unwrap(), said.rfind('}').unwrap());
    let all: Value = serde_json::from_str(&said[from..=to]).unwrap();
    all["quotes"].as_array().unwrap().clone()
}

#[test]
fn a_key_puts_a_quote_on_the_shelf_takes_it_off_and_each_is_undone_by_name() {
    in_each_language(|| {
        let dir = study();
        held(&dir).leave();
        let mut script = home(&dir);
        // The paraphrase is heard first; the quote comes after it.
        script.keys("l<down><down>s").saved();
        let seen = script.screen(80, 24);
        assert!(seen.contains(in_either("On the shelf:", "Op de plank:")), "{seen}");
        // What they did not say is not printed, and the line stays.
        script.keys(" that she turned<enter>").saved();
        assert!(
            says(script.notice().unwrap(), "the note does not say")
                && script.screen(80, 24).contains(in_either("On the shelf:", "Op de plank:")),
            "{:?}",
            script.notice()
        );
        script.keys("<esc>s<enter>").saved();
        assert!(says(script.notice().unwrap(), "on the shelf as quote 1"), "{:?}", script.notice());
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let seen = script.screen(width, height);
            let line = seen.lines().find(|line| line.contains("like a switch") && line.contains('»')).unwrap_or_else(|| panic!("{seen}"));
            assert!(line.contains(in_either("quote 1", "citaat 1")), "{line}");
        }
        script.keys("<ctrl-z>").saved();
        assert!(says(script.notice().unwrap(), "taken back: quote 1 on the shelf"), "{:?}", script.notice());
        assert!(!script.screen(80, 24).contains('»'), "{}", script.screen(80, 24));
        script.keys("<ctrl-y>").saved();
        assert!(script.screen(80, 24).contains('»'), "{}", script.screen(80, 24));
        // The same key takes it off, and that is a step as well.
        script.keys("s").saved();
        let off = in_either("quote 1 is off the shelf", "citaat 1 is van de plank");
        assert!(script.notice().unwrap().contains(off), "{:?}", script.notice());
        script.keys("<ctrl-z>").saved();
        let off = in_either("that quote 1 was taken off the shelf", "dat citaat 1 van de plank ging");
        assert!(script.notice().unwrap().contains(off), "{:?}", script.notice());
        script.leave();
        let all = quotes(&dir);
        assert!(all.len() == 1 && all[0]["words"] == "like a switch" && all[0]["quote"] == 1, "{all:?}");
    });
}

#[test]
fn a_step_that_is_taken_back_brings_translations_and_readers_along() {
    let dir = study();
    held(&dir).leave();
    for args in [
        &["quotes", "add", "P01", "1", "--words", "like [...] switch"][..],
        &["quotes", "translate", "P01", "1", "--into", "nl", "--words", "als een schakelaar", "--by", "I1"],
        &["quotes", "read", "P01", "1", "--by", "I2", "--on", "2026-11-22"],
    ] {
        let note = quote_note(&dir);
        let args: Vec<&str> =
            args.iter().enumerate().map(|(n, arg)| if args[1] == "add" && n == 3 { note.as_str() } else { arg }).collect();
        assert_eq!(code(&run(dir.path(), &args)), "0", "{args:?}");
    }
    let before = quotes(&dir);
    let mut script = home(&dir);
    script.keys("l<down><down>s").saved();
    assert!(script.notice().unwrap().contains("off the shelf"), "{:?}", script.notice());
    script.keys("<ctrl-z>").saved();
    script.leave();
    assert_eq!(quotes(&dir), before);
    assert_eq!(before[0]["readers"][0]["by"], "I2");
}

/// The number of the note that is a quote.
fn quote_note(dir: &tempfile::TempDir) -> String {
    let shown = run(dir.path(), &["show", "P01", "--json"]);
    let (from, to) = (shown.find('{').unwrap(), shown.rfind('}').unwrap());
    let shown: Value = serde_json::from_str(&shown[from..=to]).unwrap();
    let note = shown["notes"].as_array().unwrap().iter().find(|note| note["kind"] == "quote").unwrap()["id"].clone();
    note.to_string()
}

#[test]
fn what_is_not_theirs_or_not_agreed_to_is_refused_in_words() {
    let dir = study();
    held(&dir).leave();
    let refused = |dir: &tempfile::TempDir, keys: &str, words: &str| {
        let mut script = home(dir);
        script.keys(keys).saved();
        let notice = script.notice().unwrap_or_default().to_owned();
        assert!(notice.contains(words), "{keys}: {notice}");
        assert!(!script.screen(80, 24).contains("On the shelf:"), "{}", script.screen(80, 24));
        script.leave();
    };
    // A paraphrase is the interviewer's, and so is a memo.
    refused(&dir, "l<down>s", "only their own words are quoted");
    refused(&dir, "l<down><down><down>s", "only their own words are quoted");
    let answer = ["consent", "P01", "quotes", "no", "--told", "aloud", "--to", "I1", "--on", "2024-02-29"];
    assert_eq!(code(&run(dir.path(), &answer)), "0");
    let command = run(dir.path(), &["quotes", "add", "P01", &quote_note(&dir)]);
    refused(&dir, "l<down><down>s", "they do not want to be quoted");
    let mut script = home(&dir);
    script.keys("l<down><down>s").saved();
    let notice = script.notice().unwrap().to_owned();
    assert!(command.contains(&notice), "the key says what the command says: {notice}: {command}");
    script.leave();
}

#[test]
fn a_quote_that_may_not_be_printed_any_more_says_so_and_is_taken_off() {
    let dir = study();
    held(&dir).leave();
    let mut script = home(&dir);
    script.keys("l<down><down>s<enter>").saved();
    script.leave();
    let answer = ["consent", "P01", "quotes", "no", "--told", "aloud", "--to", "I1", "--on", "2024-02-29"];
    assert_eq!(code(&run(dir.path(), &answer)), "0");
    let mut script = home(&dir);
    script.keys("l<down><down>").saved();
    assert!(script.screen(80, 24).contains("quote 1, kept off"), "{}", script.screen(80, 24));
    script.keys("s").saved();
    assert!(script.notice().unwrap().contains("quote 1 is off the shelf"), "{:?}", script.notice());
    script.leave();
    let told = run(dir.path(), &["quotes"]);
    assert!(told.contains("No quote was chosen yet"), "{told}");
}

#[test]
fn it_is_told_in_lines() {
    in_each_language(|| {
        let dir = study();
        held(&dir).leave();
        let mut script = home(&dir).in_lines();
        script.keys("l<down><down>").saved();
        script.told();
        script.keys("s").saved();
        let told = script.told();
        assert!(told.iter().any(|line| line.contains(in_either("On the shelf:", "Op de plank:"))), "{told:#?}");
        assert_eq!(script.prompt().text, "like a switch");
        script.keys("<enter>").saved();
        let told = script.told();
        assert!(told.iter().any(|line| line.contains("like a switch") && line.contains(in_either("quote 1", "citaat 1"))), "{told:#?}");
        script.leave();
    });
}
