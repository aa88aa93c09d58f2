//! Quotes for a paper: their words and nothing else, with a yes of whoever said them, and off the shelf as soon as that is taken back.

use std::fs;
use std::path::Path;

use serde_json::Value;

use crate::cli::code;
use crate::cli::held;
use crate::cli::run;

fn quotes(dir: &Path, args: &[&str]) -> String {
    run(dir, &[&["quotes"], args].concat())
}

/// What programs are told.
fn told(dir: &Path) -> Value {
    let said = quotes(dir, &["--json"]);
    let from = said.find('{').unwrap_or_else(|| panic!("{said}"));
    let to = said.rfind('}').unwrap();
    serde_json::from_str(&said[from..=to]).unwrap_or_else(|_| panic!("{said}"))
}

/// Whether `words` stand nowhere in what is printed of the shelf.
fn is_printed_nowhere(dir: &Path, words: &str) {
    for form in [&[][..], &["--json"], &["--markdown"]] {
        let said = quotes(dir, form);
        assert!(!said.contains(words), "{said}");
    }
}

#[test]
fn a_quote_is_cut_translated_and_read_by_somebody_else() {
    let dir = held();
    let dir = dir.path();
    assert!(quotes(dir, &[]).contains("No quote was chosen yet"));
    // Note 1 is a quote, note 2 a thought of the interviewer's.
    for (args, why) in [
        (&["add", "P01", "2"][..], "only their own words are quoted"),
        (&["add", "P01", "99"], "there is no note 99"),
        (&["add", "P01", "1", "--words", "like a light"], "does not say “like a light”"),
        (&["add", "P01", "1", "--words", "like [a switch"], "a bracket is not closed"),
        (&["add", "P01", "1", "--words", "[…]"], "no word of theirs"),
        (&["add", "P01", "1", "--quote", "3"], "no such quote"),
        (&["translate", "P01", "1", "--into", "nl", "--words", "x", "--by", "I1"], "no such quote"),
        (&["drop", "P01", "1"], "no such quote"),
    ] {
        let said = quotes(dir, args);
        assert!(code(&said) == "1" && said.contains(why), "{said}");
    }
    let said = quotes(dir, &["add", "P01", "1", "--words", "Like [...] switch"]);
    assert!(code(&said) == "0" && said.contains("quote 1 of note 1: “Like […] switch”"), "{said}");
    quotes(dir, &["translate", "P01", "1", "--into", "nl", "--words", "Als […] schakelaar", "--by", "I1"]);
    let said = quotes(dir, &["read", "P01", "1", "--by", "i1"]);
    assert!(code(&said) == "1" && said.contains("no second reader"), "{said}");
    let one = |all: &Value| all["quotes"][0].clone();
    assert_eq!(one(&told(dir))["wary"][0]["is"], "no-reader");
    quotes(dir, &["read", "P01", "1", "--by", "I2", "--on", "2026-11-24"]);
    let quote = one(&told(dir));
    assert_eq!(
        (quote["words"].as_str(), quote["cuts"].as_u64(), quote["says"].as_str()),
        (Some("Like […] switch"), Some(1), Some("like a switch"))
    );
    assert_eq!((quote["who"][0].as_str(), quote["note"].as_u64()), (Some("P01"), Some(1)));
    assert_eq!(quote["translations"][0], serde_json::json!({ "language": "nl", "words": "Als […] schakelaar", "by": "I1" }));
    assert_eq!(quote["readers"][0], serde_json::json!({ "by": "I2", "on": "2026-11-24" }));
    assert_eq!(quote["wary"].as_array().map(Vec::len), Some(0), "{quote}");
    let paper = quotes(dir, &["--markdown"]);
    assert!(paper.contains("> Als \\[…\\] schakelaar (P01)") && paper.contains("> Like \\[…\\] switch (P01)"), "{paper}");
    // The same words are not quoted twice, and nobody has to read them again.
    let said = quotes(dir, &["add", "P01", "1", "--words", "Like […] switch"]);
    assert!(code(&said) == "1" && said.contains("on the shelf already, as quote 1"), "{said}");
    assert_eq!(one(&told(dir)), quote);
    // Another cut is another quote to read.
    quotes(dir, &["add", "P01", "1", "--quote", "1"]);
    let quote = one(&told(dir));
    assert_eq!(quote["words"], "like a switch");
    assert!(quote["translations"].as_array().unwrap().is_empty() && quote["readers"].as_array().unwrap().is_empty(), "{quote}");
    assert!(quotes(dir, &[]).contains("How often each is quoted: P01 1"));
    quotes(dir, &["drop", "P01", "1"]);
    assert!(told(dir)["quotes"].as_array().unwrap().is_empty());
}

#[test]
fn who_says_no_or_takes_something_back_takes_it_off_the_shelf() {
    let consent = |dir: &Path, answer: &str| {
        let said = run(dir, &["consent", "P01", "quotes", answer, "--told", "aloud", "--to", "I1", "--on", "2024-02-29"]);
        assert_eq!(code(&said), "0", "{said}");
    };
    let dir = held();
    let dir = dir.path();
    quotes(dir, &["add", "P01", "1"]);
    quotes(dir, &["translate", "P01", "1", "--into", "nl", "--words", "als een schakelaar", "--by", "I1"]);
    consent(dir, "no");
    for words in ["like a switch", "schakelaar"] {
        is_printed_nowhere(dir, words);
    }
    let all = told(dir);
    assert_eq!(all["kept_off"][0]["why"], "refused");
    assert!(all["quoted"].as_array().unwrap().iter().all(|one| one["participant"] != "P01"), "{all}");
    assert!(quotes(dir, &["add", "P01", "1"]).contains("exit code 1"));
    for form in [&[][..], &["--markdown"]] {
        let said = quotes(dir, form);
        assert!(said.contains("The only quote on the shelf may not be printed.") && !said.contains("No quote was chosen"), "{said}");
    }
    consent(dir, "yes");
    assert_eq!(told(dir)["quotes"][0]["words"], "like a switch", "only the participant lifts a no");
    run(dir, &["withhold", "P01", "--note", "1", "--reason", "neighbour"]);
    for words in ["like a switch", "schakelaar"] {
        is_printed_nowhere(dir, words);
    }
    assert_eq!(told(dir)["kept_off"][0]["why"], "no-quote");
}

#[test]
fn somebody_who_is_the_only_one_is_said_to_be() {
    let dir = held();
    let dir = dir.path();
    let people = "participants:\n  - code: P01\n    attributes: { gender: man, town: Delft }\n  - code: P02\n    attributes: { gender: woman, town: Delft }\n";
    fs::write(dir.join("participants.yaml"), people).unwrap();
    quotes(dir, &["add", "P01", "1"]);
    let wary = told(dir)["quotes"][0]["wary"].clone();
    assert_eq!(wary[0], serde_json::json!({ "is": "only-one", "attribute": "gender", "value": "man" }), "{wary}");
    assert_eq!(wary.as_array().map(Vec::len), Some(2), "both live in one town: {wary}");
    assert!(quotes(dir, &[]).contains("of those who were interviewed only P01 has gender “man”"));
}

#[test]
fn of_somebody_who_stopped_it_is_said_that_nothing_is_quoted() {
    let dir = held();
    let stop = ["withdraw", "P01", "--scope", "stop", "--told", "phone", "--whom", "I1", "--on", "2026-11-22", "--yes"];
    let said = run(dir.path(), &stop);
    assert_eq!(code(&said), "0", "{said}");
    let said = quotes(dir.path(), &["add", "P01", "1"]);
    assert!(code(&said) == "1" && said.contains("none of their words are quoted") && !said.contains("nothing is sent"), "{said}");
}
