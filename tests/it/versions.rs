//! A guide over the time of a study: what is different between two versions, and in whose words.

use std::fs;
use std::path::Path;

use crate::cli::run;
use crate::support::day::study;

/// The small guide, as a first version.
const FIRST: &str = include_str!("fixtures/small-guide.yaml");

/// A guide file in `dir`, made of the small guide by these replacements.
fn write(dir: &Path, name: &str, changes: &[(&str, &str)]) {
    let text = changes.iter().fold(FIRST.to_owned(), |text, (from, to)| {
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    });
    fs::write(dir.join(name), text).unwrap();
}

/// What the pilot led to.
const PILOT: &[(&str, &str)] = &[
    ("\"1.0\"", "\"1.1\""),
    ("say: May we record?", "say: May we record the sound?"),
    ("Thank you for being here.", "Thank you for being here today."),
    ("minutes: 4", "minutes: 5"),
    ("minutes: 6", "minutes: 5"),
    ("ask: What does an ordinary day look like?", "ask: What does an ordinary day look like for you?"),
    ("          - no\n", ""),
    (
        "        ask: What have you noticed about tension?",
        "        ask: What have you noticed about tension?\n        when: { round: first }\n      - id: home\n        ask: And at home?",
    ),
];

#[test]
fn two_versions_are_compared_part_by_part() {
    let dir = study();
    write(dir.path(), "one.yaml", &[]);
    write(dir.path(), "two.yaml", PILOT);
    let told = ["one.yaml one.yaml", "one.yaml two.yaml", "two.yaml one.yaml --language nl"]
        .map(|call| run(dir.path(), &["guide diff", call].join(" ").split(' ').collect::<Vec<_>>()));
    insta::assert_snapshot!("versions_diff", told.join("\n"));
    let json = run(dir.path(), &["guide", "diff", "one.yaml", "two.yaml", "--json", "--language", "nl"]);
    insta::assert_snapshot!("versions_diff_json", json);
}

#[test]
fn a_version_is_found_in_the_study_in_its_sessions_and_in_what_comes_with_the_program() {
    let dir = study();
    write(dir.path(), "guides/small.yaml", PILOT);
    let kept = dir.path().join("sessions/2026-11-22-P07-first");
    fs::create_dir_all(&kept).unwrap();
    write(&kept, "guide.yaml", &[]);
    fs::write(kept.join("journal.jsonl"), "{}\n{}\n").unwrap();
    let told = run(dir.path(), &["guide", "diff", "small@1.0", "small@1.1"]);
    assert!(told.contains("From small v1.0 to small v1.1:") && told.ends_with("exit code 1\n"), "{told}");
    assert!(told.contains(":\n\n! What participants are asked to agree to"), "{told}");
    assert!(
        run(dir.path(), &["guide", "diff", "small", "small@1.1"]).ends_with("small v1.1 and small v1.1 say the same\n--- exit code 0\n")
    );
    let told = run(dir.path(), &["guide", "diff", "small", "small@2.0"]);
    assert!(told.contains("there is no guide small in version 2.0"), "{told}");
    // Without any study there is what comes with the program; a broken guide is not taken for the one it was made from.
    let nowhere = tempfile::tempdir().unwrap();
    assert!(run(nowhere.path(), &["guide", "show", "therapist"]).contains("(therapist v"));
    fs::write(dir.path().join("guides/therapist.yaml"), "title: [\n").unwrap();
    assert!(run(dir.path(), &["guide", "show", "therapist"]).contains("the guide therapist cannot be used yet"));
}
