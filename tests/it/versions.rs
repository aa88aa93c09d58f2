//! A guide over the time of a study: what is different between two versions, and in whose words.

use std::fs;
use std::path::Path;

use crate::cli::held;
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
    assert!(told.contains("there is no small@2.0. Of small there is 1.1 (its file) and 1.0 (kept by a session)."), "{told}");
    let told = run(dir.path(), &["guide", "show", "therapist@0.1", "--language", "nl"]);
    assert!(told.contains("Van therapist is er 1.0 (het bestand)"), "{told}");
    assert!(run(dir.path(), &["guide", "show", "nowhere@1.0"]).contains("there is no guide nowhere that can be used"));
    // A file that is wrong is still the one that is checked by its version.
    write(dir.path(), "guides/wrong.yaml", &[("id: small", "id: wrong"), ("minutes: 4", "minutes: 5")]);
    let told = run(dir.path(), &["guide", "check", "wrong@1.0"]);
    assert!(told.contains("guides/wrong.yaml:") && told.ends_with("exit code 1\n"), "{told}");
    assert!(run(dir.path(), &["guide", "show", "wrong@1.0"]).contains("the guide wrong@1.0 cannot be used yet"));
    // Without any study there is what comes with the program; a broken guide is not taken for the one it was made from.
    let nowhere = tempfile::tempdir().unwrap();
    assert!(run(nowhere.path(), &["guide", "show", "therapist"]).contains("(therapist v"));
    fs::write(dir.path().join("guides/therapist.yaml"), "title: [\n").unwrap();
    assert!(run(dir.path(), &["guide", "show", "therapist"]).contains("the guide therapist cannot be used yet"));
}

#[test]
fn a_guide_is_named_in_the_same_three_ways_wherever_one_is_named() {
    let dir = study();
    write(dir.path(), "guides/small.yaml", PILOT);
    let kept = dir.path().join("sessions/2026-11-22-P07-first");
    fs::create_dir_all(&kept).unwrap();
    write(&kept, "guide.yaml", &[]);
    fs::write(kept.join("journal.jsonl"), "{}\n{}\n").unwrap();
    let call = |dir: &Path, call: &str| run(dir, &format!("guide {call}").split(' ').collect::<Vec<_>>());
    let calls = [
        ("check NAME", "small.yaml: fine"),
        ("show NAME", "(small v1.1"),
        ("print NAME --format md", "# A small guide"),
        ("diff NAME small", "small v1.1 and small v1.1 say the same"),
        ("translate-check NAME small", "guides/small.yaml is the same as small v1.1 in all but the words"),
        ("versions NAME", "   version 1.1, "),
        ("log NAME --what x --pilot", "small.yaml: an entry for version 1.1"),
    ];
    for name in ["guides/small.yaml", "small", "small@1.1"] {
        for (what, wanted) in calls {
            let told = call(dir.path(), &what.replace("NAME", name));
            assert!(told.contains(wanted) && told.ends_with("exit code 0\n"), "{what} {name}: {told}");
        }
    }
    // What a session keeps is read like any other, and never written.
    assert!(call(dir.path(), "check small@1.0").contains("2026-11-22-P07-first/guide.yaml: fine"));
    assert!(call(dir.path(), "log small@1.0 --what x --pilot").contains("stays as it was that day"));
    let versions = call(dir.path(), "versions small@1.1");
    assert!(versions.contains("   version 1.1, ") && !versions.contains("   version 1.0, "), "{versions}");
    assert!(call(dir.path(), "versions small@3.0").contains("there is no small@3.0"));
    // So is what comes with the program.
    let nowhere = tempfile::tempdir().unwrap();
    for name in ["therapist", "therapist@2.1"] {
        assert!(call(nowhere.path(), &format!("check {name}")).contains("therapist.yaml: nothing wrong, 1 remark"));
        assert!(call(nowhere.path(), &format!("log {name} --what x")).contains("comes with the program"));
    }
}

#[test]
fn an_entry_of_the_change_log_is_written_and_said() {
    let dir = study();
    let file = dir.path().join("guides/small.yaml");
    write(dir.path(), "guides/small.yaml", &[]);
    let log = |args: &[&str]| run(dir.path(), &[&["guide", "log", "small"], args].concat());
    let told = [
        log(&["--what", "First version", "--date", "2026-11-20", "--pilot"]),
        log(&["--what", "Two questions of one", "--why", "One idea to a question", "--version", "1.1", "--date", "2026-11-22"]),
        log(&["--what", "no change", "--after", "P07", "--by", "Anna Jansen", "--date", "2026-11-24"]),
        log(&["--what", "something else"]),
        log(&["--what", "x", "--version", "1.1", "--date", "yesterday", "--after", "P08"]),
        run(dir.path(), &["guide", "log", "nowhere", "--what", "x"]),
    ];
    insta::assert_snapshot!("versions_log", told.join("\n"));
    insta::assert_snapshot!("versions_logged", fs::read_to_string(&file).unwrap());
    assert!(run(dir.path(), &["guide", "check", "guides/small.yaml"]).contains("small.yaml: fine"));
    // What a session keeps is the guide of that day.
    let kept = dir.path().join("sessions/2026-11-22-P07-first");
    fs::create_dir_all(&kept).unwrap();
    write(&kept, "guide.yaml", &[]);
    fs::write(kept.join("journal.jsonl"), "{}\n{}\n").unwrap();
    let told = run(dir.path(), &["guide", "log", "sessions/2026-11-22-P07-first/guide.yaml", "--what", "x", "--pilot"]);
    assert!(told.contains("stays as it was that day"), "{told}");
}

#[test]
fn the_versions_of_a_guide_name_their_sessions_and_reasons() {
    let dir = held();
    let guides = run(dir.path(), &["guide", "versions"]);
    assert!(guides.contains("patient-first  ") && guides.contains("therapist  "), "{guides}");
    let told = run(dir.path(), &["guide", "versions", "patient-first"]);
    insta::assert_snapshot!("versions_of_a_guide", told);
    let json = run(dir.path(), &["guide", "versions", "patient-first", "--json"]);
    assert!(json.contains("\"participant\": \"P01\"") && json.contains("\"current\": true"), "{json}");
    // The guide was changed without a new version between two interviews.
    let second = fs::read_dir(dir.path().join("sessions")).unwrap().map(|entry| entry.unwrap().path()).max().unwrap();
    let text = fs::read_to_string(second.join("guide.yaml")).unwrap();
    fs::write(second.join("guide.yaml"), text.replace("aim:", "# changed\naim:")).unwrap();
    let told = run(dir.path(), &["guide", "versions", "patient-first"]);
    assert!(told.contains("! 2 different texts were used under this number"), "{told}");
    assert!(run(dir.path(), &["guide", "versions", "nowhere"]).contains("there is no guide nowhere"));
}

#[test]
fn a_translation_is_compared_with_its_original_wherever_that_is() {
    let dir = tempfile::tempdir().unwrap();
    write(dir.path(), "small.yaml", &[]);
    let dutch: &[(&str, &str)] = &[
        ("id: small", "id: klein\ntranslation_of: small"),
        ("language: en", "language: nl"),
        ("What does an ordinary day look like?", "Hoe ziet een gewone dag eruit?"),
    ];
    write(dir.path(), "klein.yaml", dutch);
    let check = |args: &[&str]| run(dir.path(), &[&["guide"], args].concat());
    assert!(check(&["translate-check", "klein.yaml"]).contains("klein.yaml is the same as small v1.0 in all but the words"));
    assert!(check(&["check", "klein.yaml"]).contains("klein.yaml: fine"));
    let wrong: &[(&str, &str)] =
        &[("minutes: 4", "minutes: 5"), ("minutes: 6", "minutes: 5"), ("          - no\n", ""), ("id: tension", "id: tensoin")];
    write(dir.path(), "klein.yaml", &[dutch, wrong].concat());
    let told = [check(&["check", "klein.yaml"]), check(&["translate-check", "klein.yaml", "small.yaml", "--language", "nl"])].join("\n");
    insta::assert_snapshot!("versions_translation", told);
    assert!(check(&["translate-check", "small.yaml"]).contains("does not say of which guide it is a translation"));
    fs::remove_file(dir.path().join("small.yaml")).unwrap();
    assert!(check(&["translate-check", "klein.yaml"]).contains("is a translation of small, which is not in this study"));
    assert!(check(&["check", "klein.yaml"]).contains("klein.yaml: fine"));
}
