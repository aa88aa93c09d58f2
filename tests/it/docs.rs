//! The README says what the program does: its keys, commands, guide keys, events and exit codes are compared with the real ones.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::Output;

use hearback::store::guide_file::read_guide;

fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn readme() -> String {
    fs::read_to_string(file("README.md")).unwrap()
}

/// What stands between two comments of `text`.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let (from, to) = (format!("<!-- {from} -->\n"), format!("<!-- {to} -->"));
    let (_, rest) = text.split_once(&from).unwrap_or_else(|| panic!("README.md has no {from}"));
    rest.split_once(&to).unwrap_or_else(|| panic!("README.md has no {to}")).0
}

/// The cells of the rows of a Markdown table, without its head.
fn rows(table: &str) -> Vec<Vec<String>> {
    let lines = table.lines().filter(|l| l.starts_with('|')).skip(2);
    lines.map(|l| l.trim_matches('|').split('|').map(|c| c.trim().to_owned()).collect()).collect()
}

/// What stands in backquotes in `cell`.
fn quoted(cell: &str) -> impl Iterator<Item = &str> {
    cell.split('`').skip(1).step_by(2)
}

fn hearback(args: &[&str]) -> Output {
    let empty = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_hearback"));
    command
        .args(args)
        .current_dir(empty.path())
        .env_remove("HEARBACK_STUDY")
        .env("HEARBACK_CONFIG", empty.path())
        .env("XDG_CACHE_HOME", empty.path())
        .output()
        .unwrap()
}

fn printed(args: &[&str]) -> String {
    let output = hearback(args);
    assert!(output.status.success(), "{args:?}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// `UPDATE=1 cargo test docs` writes the block anew.
#[test]
fn the_keys_are_those_of_the_keymap() {
    let (text, keys) = (readme(), printed(&["keys", "--markdown"]));
    let there = between(&text, "keys", "end of keys");
    if there == keys {
        return;
    }
    assert!(std::env::var_os("UPDATE").is_some(), "the keys in README.md are not those of the keymap: UPDATE=1 cargo test docs");
    let at = text.find("<!-- keys -->\n").unwrap() + "<!-- keys -->\n".len();
    fs::write(file("README.md"), format!("{}{keys}{}", &text[..at], &text[at + there.len()..])).unwrap();
}

/// The words after `hearback` wherever the README shows a command.
fn shown_commands() -> Vec<Vec<String>> {
    let text = readme();
    let pieces = text.split("hearback ").skip(1).zip(text.split("hearback ")).filter(|(_, before)| before.ends_with(['`', '\n']));
    let upto = |piece: &str| piece.split(['`', '\n', '#', '|']).next().unwrap_or_default().to_owned();
    pieces.map(|(piece, _)| upto(piece).split_whitespace().map(str::to_owned).collect()).collect()
}

#[test]
fn every_command_and_option_in_the_readme_exists() {
    let commands = shown_commands();
    assert!(commands.len() > 20);
    for words in commands {
        let Some(first) = words.first().filter(|w| w.starts_with(|c: char| c.is_ascii_lowercase())) else { continue };
        let mut args = vec![first.as_str()];
        if first == "guide" {
            args.extend(words.get(1).map(String::as_str));
        }
        args.push("--help");
        let help = printed(&args);
        for option in words.iter().filter(|w| w.starts_with("--")) {
            assert!(help.contains(option.as_str()), "hearback {} has no {option}", words.join(" "));
        }
    }
}

#[test]
fn every_command_stands_in_the_table() {
    let text = readme();
    let help = printed(&["--help"]);
    let commands = help.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| l.starts_with("  "));
    let names: Vec<&str> = commands.filter_map(|l| l.split_whitespace().next()).filter(|n| *n != "help").collect();
    assert!(names.len() > 10);
    for name in names {
        assert!(text.contains(&format!("| `hearback {name}")), "{name} is not in the table of commands");
    }
}

/// A guide that uses every key there is.
const EVERY_KEY: &str = r#"
format: 1
id: every-key
title: Every key
version: "1.0"
language: en
audience: individual
rounds: [first]
minutes: 1
aim: a
introduction: a
consent:
  - {id: c, covers: taking-part, say: a}
  - id: d
    covers: recording
    say: b
topics:
  - id: t
    title: T
    minutes: 1
    say: a
    questions:
      - id: q
        ask: a
        short: a
        purpose: a
        when: {round: first, audience: individual}
        probes: [{id: p, ask: a}]
probes: [{ask: b, for: [q], id: shared}]
closing: a
distress: {recording: ask, signs: [a], steps: [a], support: [a]}
changes: [{version: "1.0", date: 2026-11-22, what: a, why: a}]
"#;

/// The keys of `value` and below it, as the README writes them.
fn paths(value: &serde_json::Value, at: &str, found: &mut BTreeSet<String>) {
    match value {
        serde_json::Value::Object(map) => {
            for (key, value) in map {
                let path = if at.is_empty() { key.clone() } else { format!("{at}.{key}") };
                paths(value, &path, found);
                found.insert(path);
            }
        }
        serde_json::Value::Array(items) => items.iter().for_each(|item| paths(item, &format!("{at}[]"), found)),
        _ => {}
    }
}

fn documented_guide_keys() -> BTreeMap<String, bool> {
    let text = readme();
    let rows = rows(between(&text, "guide keys", "end of guide keys"));
    rows.iter().map(|row| (quoted(&row[0]).next().unwrap().to_owned(), row[1] == "needed")).collect()
}

#[test]
fn the_guide_keys_are_those_the_reader_takes() {
    let read = read_guide("every-key.yaml", EVERY_KEY.as_bytes());
    assert!(read.problems.is_empty(), "{:?}", read.problems);
    let tree: serde_json::Value = serde_yaml::from_str(EVERY_KEY).unwrap();
    let mut used = BTreeSet::new();
    paths(&tree, "", &mut used);
    assert_eq!(documented_guide_keys().into_keys().collect::<BTreeSet<_>>(), used);

    // Every form of the file, with a key nobody knows: the reader answers with the keys it knows.
    let strange = EVERY_KEY.replace('{', "{zzzzzzzzzz: 1, ").replace("\nid: every", "\nzzzzzzzzzz: 1\nid: every");
    let strange =
        strange.replace("  - id: t", "  - zzzzzzzzzz: 1\n    id: t").replace("      - id: q", "      - zzzzzzzzzz: 1\n        id: q");
    let mut known = BTreeMap::<String, usize>::new();
    for problem in read_guide("strange.yaml", strange.as_bytes()).problems {
        assert!(problem.hint.starts_with("it may have "), "{problem}");
        for key in quoted(&problem.hint) {
            *known.entry(key.to_owned()).or_default() += 1;
        }
    }
    let mut told = BTreeMap::<String, usize>::new();
    for path in &used {
        *told.entry(path.rsplit('.').next().unwrap().to_owned()).or_default() += 1;
    }
    assert_eq!(told, known);
}

#[test]
fn what_the_readme_calls_needed_is_needed() {
    for (path, needed) in documented_guide_keys() {
        let mut tree: serde_json::Value = serde_yaml::from_str(EVERY_KEY).unwrap();
        let (parent, key) = path.rsplit_once('.').map_or(("", path.as_str()), |(p, k)| (p, k));
        let pointer = parent.split('.').filter(|s| !s.is_empty()).fold(String::new(), |mut pointer, step| {
            let item = if step.ends_with("[]") { "/0" } else { "" };
            write!(pointer, "/{}{item}", step.trim_end_matches("[]")).unwrap();
            pointer
        });
        tree.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(key).unwrap();
        // JSON is YAML.
        let read = read_guide("without.yaml", serde_json::to_string_pretty(&tree).unwrap().as_bytes());
        assert_eq!(!read.problems.is_empty(), needed, "without {path}: {:?}", read.problems);
    }
}

#[test]
fn the_readme_names_every_bundled_guide() {
    let text = readme();
    for entry in fs::read_dir(file("guides")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(text.contains(&format!("`guides/{name}`")), "{name}");
    }
}

#[test]
fn the_exit_codes_are_those_of_the_program() {
    let text = readme();
    let codes: Vec<String> = rows(between(&text, "exit codes", "end of exit codes")).into_iter().map(|row| row[0].clone()).collect();
    // The arms of `Kind::code`, such as `Self::Usage => 2,`.
    let source = fs::read_to_string(file("src/shell/failure.rs")).unwrap();
    let arms = source.split_once("fn code(").unwrap().1.split_once("\n    }").unwrap().0.lines();
    let kinds = arms.filter_map(|l| Some(l.split_once("=> ")?.1.trim_end_matches(',').to_owned()));
    assert_eq!(codes, std::iter::once("0".to_owned()).chain(kinds).collect::<Vec<_>>());
    let code = |args: &[&str]| hearback(args).status.code();
    assert_eq!(code(&["--version"]), Some(0));
    assert_eq!(code(&["sessions"]), Some(1), "no study here");
    assert_eq!(code(&["sessions", "--no-such-option"]), Some(2));
}

/// The names of the variants of `pub enum NAME` in a source file.
pub(crate) fn variants(path: &str, name: &str) -> Vec<String> {
    let source = fs::read_to_string(file(path)).unwrap();
    let body = source.split_once(&format!("pub enum {name} {{")).unwrap().1.split_once("\n}").unwrap().0;
    // Those of the enum itself are one step in; fields are further in or begin in lower case.
    let lines = body.lines().filter_map(|line| line.strip_prefix("    ")).filter(|l| l.starts_with(|c: char| c.is_ascii_uppercase()));
    lines.map(|l| l.split(|c: char| !c.is_alphanumeric()).next().unwrap().to_owned()).collect()
}

/// The word by which a journal calls a variant.
pub(crate) fn kebab(name: &str) -> String {
    name.chars().enumerate().fold(String::new(), |mut out, (i, c)| {
        if c.is_uppercase() && i > 0 {
            out.push('-');
        }
        out.extend(c.to_lowercase());
        out
    })
}

#[test]
fn the_events_are_those_of_the_journal() {
    let there: BTreeSet<String> = variants("src/domain/event.rs", "Event").iter().map(|name| kebab(name)).collect();
    let text = readme();
    let told: BTreeSet<String> = rows(between(&text, "events", "end of events"))
        .iter()
        .flat_map(|row| quoted(&row[0]).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert_eq!(told, there);
}
