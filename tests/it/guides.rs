//! Guides as files: the bundled ones are clean, bad ones are told in full, hostile ones are refused.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use hearback::store::folder::read_text;
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

/// What nobody writes by hand. Each is refused with one clear problem, and nothing of it reaches the terminal raw.
fn hostile() -> Vec<(&'static str, Vec<u8>, &'static str)> {
    let small = include_str!("fixtures/small-guide.yaml");
    let utf16: Vec<u8> = small.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let bomb = (1..12).fold(String::from("a0: &a0 [x, x]\n"), |bomb, n| {
        let uses = vec![format!("*a{}", n - 1); 10].join(", ");
        format!("{bomb}a{n}: &a{n} [{uses}]\n")
    });
    let many = |part: &str, n: usize| part.repeat(n).into_bytes();
    vec![
        ("a bomb of references", bomb.into_bytes(), "names for parts (`&name`) are not used here"),
        ("64 MB of text", many("a", 64 * 1024 * 1024), "larger than 1 MiB"),
        ("1 MiB in one line", many("a", 1024 * 1024), "expected a guide, found a text"),
        ("depth 100,000, brackets", many("[", 100_000), "more than 16 deep"),
        ("depth 100,000, braces", many("{a: ", 100_000), "more than 16 deep"),
        ("depth 100,000, dashes", many("- ", 100_000), "more than 16 deep"),
        ("half a million items", many("- a\n", 250_000), "more than 20000 parts"),
        ("as many keys", (0..100_000).flat_map(|n| format!("k{n}: \n").into_bytes()).collect(), "more than 20000 parts"),
        ("one key 19,000 times", many("k: \n", 9_500), "stands here a second time"),
        ("tabs", many("\t", 100_000), "nothing in this file"),
        ("UTF-16", utf16.clone(), "saved as UTF-16"),
        ("UTF-16 with its mark", [b"\xff\xfe".to_vec(), utf16].concat(), "saved as UTF-16"),
        ("binary", (0..=255).cycle().skip(3).take(4096).collect(), "not a text file"),
        ("no UTF-8", b"title: \xc3\x28".to_vec(), "not UTF-8"),
        ("empty", vec![], "nothing in this file"),
        ("blank", many(" \n", 1000), "nothing in this file"),
        ("a null", b"~".to_vec(), "nothing in this file"),
        ("an unknown reference", b"id: *nobody\n".to_vec(), "references to other parts"),
        ("a list", b"- a\n- b\n".to_vec(), "expected a guide, found a list"),
        ("keys that are lists", many("? [a, b]\n: c\n", 1000), "a word was expected before the colon"),
        ("colours", b"title: \x1b[31mred\n".to_vec(), "control character (U+001B)"),
        ("C1 colours", "title: \u{9b}31mred\n".as_bytes().to_vec(), "control character (U+009B)"),
        ("a turned line", "title: \u{202e}red\n".as_bytes().to_vec(), "control character (U+202E)"),
        ("comments", many("# nothing\n", 90_000), "nothing in this file"),
        ("comments between", many("- # a\n # b\n # c\n", 5_000), "expected a guide"),
        ("long key", [many("k", 100_000), b": v".to_vec()].concat(), "colon"),
        ("open quote", [b"title: \"".to_vec(), many("a\n ", 300_000)].concat(), "never closed"),
        ("6,000 probes for one of 1,000 questions", crowded(), "problems after these"),
        ("tags", many("- !x!y z\n", 1000), "YAML"),
    ]
}

/// A guide whose shared probes all miss their questions by a letter: the dearest thing to give hints on.
fn crowded() -> Vec<u8> {
    let questions = (0..1000).fold(String::new(), |all, n| format!("{all}      - {{ id: question-number-{n:04}, ask: x }}\n"));
    let names = (0..6000).map(|n| format!("question-numbr-{n:04}")).collect::<Vec<_>>().join(", ");
    format!("topics:\n  - id: t\n    questions:\n{questions}probes:\n  - ask: x\n    for: [{names}]\n").into_bytes()
}

#[test]
fn hostile_files_are_refused_in_words() {
    for (name, bytes, expected) in hostile() {
        let read = read_guide("hostile.yaml", &bytes);
        let told = told(&read.problems);
        assert!(told.contains(expected), "{name}: {}", &told.chars().take(600).collect::<String>());
        assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{name}");
        assert!(told.len() < 200_000, "{name} tells {} bytes", told.len());
    }
}

/// Time and memory for each hostile file, read as the program reads it. Measured by hand, because a busy machine proves nothing:
/// `cargo test --release --test it figures -- --ignored --nocapture --test-threads 1`.
#[cfg(target_os = "linux")]
#[test]
#[ignore = "prints figures for people"]
fn figures_of_hostile_files() {
    let dir = tempfile::tempdir().unwrap();
    let peak = || {
        let status = fs::read_to_string("/proc/self/status").unwrap();
        let line = status.lines().find(|line| line.starts_with("VmHWM:")).unwrap();
        line.split_whitespace().nth(1).unwrap().parse::<u64>().unwrap()
    };
    let cases: Vec<(&str, PathBuf)> =
        hostile().into_iter().map(|(name, bytes, _)| (name, bytes)).fold(Vec::new(), |mut cases, (name, bytes)| {
            let path = dir.path().join(format!("{}.yaml", cases.len()));
            fs::write(&path, bytes).unwrap();
            cases.push((name, path));
            cases
        });
    for (name, path) in cases {
        fs::write("/proc/self/clear_refs", "5").unwrap(); // resets the peak
        let (before, began) = (peak(), std::time::Instant::now());
        let read = read_guide("hostile.yaml", &read_text(&path).unwrap());
        println!("{:>8.1?} {:>7} kB more, {:>3} problems  {name}", began.elapsed(), peak() - before, read.problems.len());
    }
}
