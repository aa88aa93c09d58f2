//! The decision log: what the team wrote, what guides and sessions know, in one list; and a file that stays the team's own.

use std::fs;

use serde_json::Value;

use crate::cli::code;
use crate::cli::held;
use crate::cli::run;

#[test]
fn what_was_decided_stands_in_one_list_with_what_guides_know() {
    let dir = held();
    let dir = dir.path();
    assert!(run(dir, &["log", "--on", "2026-11-24"]).contains("exit code 2"), "a day without a decision");
    let said = run(dir, &["log", "one more round", "--on", "2990-01-01"]);
    assert!(code(&said) == "2" && said.contains("has not come yet: --on is the day on which it happened"), "{said}");
    let said =
        run(dir, &["log", "two codes  became one: \"pace\"", "--kind", "coding", "--by", "AB,CD", "--about", "P07", "--on", "2024-03-01"]);
    assert_eq!(code(&said), "0", "{said}");
    let text = fs::read_to_string(dir.join("decisions.yaml")).unwrap();
    let said = run(dir, &["log", "no more men are asked", "--kind", "sampling", "--by", "Anna", "--on", "2024-02-01"]);
    assert!(code(&said) == "0" && said.contains("“Anna” looks like a name"), "{said}");
    assert!(fs::read_to_string(dir.join("decisions.yaml")).unwrap().starts_with(&text), "nothing that stood there was written anew");
    let said = run(dir, &["log", "--json"]);
    let all: Value = serde_json::from_str(&said[said.find('[').unwrap()..=said.rfind(']').unwrap()]).unwrap();
    let own: Vec<&Value> = all.as_array().unwrap().iter().filter(|one| one["from"] == "log").collect();
    assert_eq!((own[0]["what"].as_str(), own[1]["what"].as_str()), (Some("no more men are asked"), Some("two codes became one: \"pace\"")));
    assert_eq!((own[1]["kind"].as_str(), own[1]["by"].as_str(), own[1]["about"].as_str()), (Some("coding"), Some("AB,CD"), Some("P07")));
    assert!(!all.as_array().unwrap().iter().any(|one| one["from"] == "guide"), "what a guide came with is no decision of the study: {all}");
    let days: Vec<&str> = all.as_array().unwrap().iter().map(|one| one["on"].as_str().unwrap()).collect();
    assert!(days.is_sorted(), "{days:?}");
    let guide = dir.join("guides/patient-first.yaml");
    let text = fs::read_to_string(&guide).unwrap();
    let ours = "changes:\n  - version: \"9.0\"\n    date: \"2026-11-23\"\n    what: fewer probes\n    why: P01 was tired\n";
    assert!(text.contains("\nchanges:\n"));
    fs::write(
        &guide,
        text.replacen("changes:\n", ours, 1).replacen("version: 1.1", "version: 9.0", 1).replacen(
            "version: \"1.1\"",
            "version: \"9.0\"",
            1,
        ),
    )
    .unwrap();
    let said = run(dir, &["log"]);
    assert_eq!((said.matches("fewer probes").count(), said.matches("patient-first").count() >= 1), (1, true), "{said}");
    let kinds = |args: &[&str]| run(dir, args).lines().filter(|line| line.starts_with('2')).count();
    assert_eq!((kinds(&["log", "--kind", "coding"]), kinds(&["log", "--about", "p07"]), kinds(&["log", "--about", "P0"])), (1, 1, 0));
    assert!(run(dir, &["log", "--kind", "deviation"]).contains("Nothing was decided of that"));
    for wrong in [&["log", "x", "--on", "9999-01-01"][..], &["log", "  "]] {
        assert_eq!(code(&run(dir, wrong)), "2", "{wrong:?}");
    }
    fs::write(dir.join("decisions.yaml"), "decisions:\n  - on: soon\n    what: x\n").unwrap();
    let said = run(dir, &["log", "y"]);
    assert!(code(&said) == "1" && said.contains("decisions.yaml:2"), "{said}");
    let said = run(dir, &["log"]);
    assert!(code(&said) == "1" && said.contains("from line 2 on"), "{said}");
}

#[cfg(unix)]
#[test]
fn a_log_that_lies_elsewhere_stays_where_it_lies() {
    let dir = held();
    let elsewhere = tempfile::tempdir().unwrap();
    let (real, link) = (elsewhere.path().join("log.yaml"), dir.path().join("decisions.yaml"));
    fs::write(&real, "decisions:\n  - on: 2026-11-12\n    what: one\n").unwrap();
    std::os::unix::fs::symlink(&real, &link).unwrap();
    let guide = dir.path().join("guides/patient-first.yaml");
    let real_guide = elsewhere.path().join("guide.yaml");
    fs::rename(&guide, &real_guide).unwrap();
    std::os::unix::fs::symlink(&real_guide, &guide).unwrap();
    for call in [
        &["log", "two codes became one", "--on", "2026-11-24"][..],
        &["guide", "log", "patient-first", "--version", "9.0", "--what", "fewer probes"],
    ] {
        let said = run(dir.path(), call);
        assert_eq!(code(&said), "0", "{said}");
    }
    for (link, real, words) in [(&link, &real, "two codes became one"), (&guide, &real_guide, "fewer probes")] {
        assert!(fs::symlink_metadata(link).unwrap().is_symlink(), "{link:?}");
        assert!(fs::read_to_string(real).unwrap().contains(words), "{real:?}");
    }
}
