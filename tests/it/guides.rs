//! Guides as files: the bundled ones are clean, bad ones are told in full, hostile ones are refused.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use hearback::store::guide_file::read_guide;
use hearback::store::problem::Problem;

/// The YAML files of a folder of this repository, in the order of their names.
fn yaml_files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "yaml"));
    files.sort();
    files
}

fn told(problems: &[Problem]) -> String {
    problems.iter().fold(String::new(), |mut told, problem| {
        writeln!(told, "{problem}\n").unwrap();
        told
    })
}

#[test]
fn the_bundled_guides_are_clean() {
    let files = yaml_files("guides");
    assert!(!files.is_empty());
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = read_guide(&name, &fs::read(&path).unwrap());
        assert!(read.problems.is_empty(), "{}", told(&read.problems));
        assert!(read.guide.is_some());
    }
}

#[test]
fn every_bad_guide_is_told_in_words() {
    let files = yaml_files("tests/it/fixtures/bad-guides");
    assert!(files.len() >= 15);
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = read_guide(&name, &fs::read(&path).unwrap());
        assert!(!read.problems.is_empty(), "{name} has no problems");
        insta::assert_snapshot!(format!("bad_guide_{}", name.trim_end_matches(".yaml")), told(&read.problems));
    }
}

#[test]
fn values_stay_the_text_that_stands_in_the_file() {
    let source = include_str!("fixtures/small-guide.yaml").replace("\"1.0\"", "1.10");
    let read = read_guide("small-guide.yaml", source.as_bytes());
    assert_eq!(told(&read.problems), "");
    let guide = read.guide.unwrap();
    assert_eq!(guide.version, "1.10");
    let probes = &guide.topics[0].questions[0].probes;
    assert_eq!(probes[1].ask, "no");
    assert_eq!((probes[0].id.as_str(), probes[1].id.as_str()), ("day-p1", "day-p2"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_welcome() {
    let plain = include_str!("fixtures/small-guide.yaml");
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    assert_eq!(read_guide("g", windows.as_bytes()), read_guide("g", plain.as_bytes()));
}

#[test]
fn shared_probes_become_probes_of_their_questions_with_ids_of_their_own() {
    let shared = "probes:\n  - ask: And at home?\n    for: [day, tension]\n  - { ask: Since when?, for: [day], id: since }\n";
    let clash = include_str!("fixtures/small-guide.yaml").replace("- id: tension", "- id: day-p2") + &shared.replace("tension", "day-p2");
    let read = read_guide("g", clash.as_bytes());
    assert_eq!(told(&read.problems), "");
    let guide = read.guide.unwrap();
    let ids = |t: usize| guide.topics[t].questions[0].probes.iter().map(|p| p.id.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(0), ["day-p1", "day-p2-2", "day-and-at-home", "day-since"]);
    assert_eq!(ids(1), ["day-p2-and-at-home"]);
}

#[test]
fn hostile_files_are_refused_in_words() {
    for (name, bytes, expected) in crate::hostile::files() {
        let read = read_guide("hostile.yaml", &bytes);
        let told = told(&read.problems);
        assert!(told.contains(expected), "{name}: {}", &told.chars().take(600).collect::<String>());
        assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{name}");
        assert!(told.len() < 200_000, "{name} tells {} bytes", told.len());
    }
}
