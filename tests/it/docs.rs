//! The README and the manual say what the program does: its keys, commands, guide keys, events, states of recordings and exit codes are
//! compared with the real ones.

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::Output;

use hearback::manual::CHAPTERS;
use hearback::manual::layout::lines;
use hearback::store::guide_file::read_guide;

use crate::support::program::program;

fn file(name: &str) -> std::path::PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name)
}

fn readme() -> String {
    fs::read_to_string(file("README.md")).unwrap()
}

/// A topic of the manual, as it lies on disk.
fn topic(name: &str) -> String {
    fs::read_to_string(file(&format!("src/manual/{name}.md"))).unwrap()
}

/// The README and every topic, each with its path.
fn documents() -> Vec<(String, String)> {
    let topics = CHAPTERS.iter().map(|t| (format!("src/manual/{}.md", t.name), topic(t.name)));
    std::iter::once(("README.md".to_owned(), readme())).chain(topics).collect()
}

/// What stands between two comments of `text`.
fn between<'t>(text: &'t str, from: &str, to: &str) -> &'t str {
    let (from, to) = (format!("<!-- {from} -->\n"), format!("<!-- {to} -->"));
    let (_, rest) = text.split_once(&from).unwrap_or_else(|| panic!("{from} is missing"));
    rest.split_once(&to).unwrap_or_else(|| panic!("{to} is missing")).0
}

#[test]
fn the_topics_are_the_files_of_the_manual() {
    let names: Vec<&str> = CHAPTERS.iter().map(|t| t.name).collect();
    assert_eq!(
        names,
        [
            "interview",
            "transcript",
            "letter",
            "handover",
            "guide",
            "study",
            "keys",
            "journal",
            "formats",
            "exit-codes",
            "trouble",
            "proofs",
            "laboratory"
        ]
    );
    let files = fs::read_dir(file("src/manual")).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let files: BTreeSet<String> = files.filter_map(|name| Some(name.strip_suffix(".md")?.to_owned())).collect();
    assert_eq!(files, names.iter().map(|name| (*name).to_owned()).collect());
    for t in &CHAPTERS {
        assert!(t.title().len() > 10 && t.text.starts_with("# "), "{} has no title", t.name);
        assert!(t.text.lines().count() > 20, "{} says nothing", t.name);
    }
}

/// A line of text has at most this many characters; a row of a table has to be one line.
const LONGEST: usize = 105;

#[test]
fn the_documents_are_of_a_size_that_is_read() {
    assert!(readme().lines().count() <= 260, "what an interviewer need not read belongs into src/manual/");
    for (path, text) in documents() {
        for (n, line) in text.lines().enumerate().filter(|(_, line)| !line.starts_with('|')) {
            assert!(line.chars().count() <= LONGEST, "{path}:{}: longer than {LONGEST}", n + 1);
        }
    }
    for t in &CHAPTERS {
        for line in lines(t.text, 80) {
            assert!(line.text.chars().count() <= 80, "`hearback help {}` does not fit 80 columns: {}", t.name, line.text);
        }
    }
}

/// Headings as the places of Markdown that links lead to.
fn places(text: &str) -> BTreeSet<String> {
    let headings = text.lines().filter(|l| l.starts_with('#')).map(|l| l.trim_start_matches('#').trim().to_lowercase());
    headings.map(|h| h.chars().filter(|c| c.is_alphanumeric() || matches!(c, ' ' | '-')).collect::<String>().replace(' ', "-")).collect()
}

#[test]
fn every_link_leads_somewhere() {
    for (path, text) in documents() {
        for (before, after) in text.match_indices("](").map(|(at, _)| (&text[..at], &text[at + 2..])) {
            let target = after.split_once(')').unwrap().0;
            if target.starts_with("https://") {
                continue;
            }
            let (name, place) = target.split_once('#').unwrap_or((target, ""));
            let there = if name.is_empty() { file(&path) } else { file(&path).parent().unwrap().join(name) };
            let there = fs::read_to_string(&there).unwrap_or_else(|_| panic!("{path}: {target} leads nowhere"));
            assert!(place.is_empty() || places(&there).contains(place), "{path}: {target} leads nowhere");
            // In a terminal nothing is left of a link but its words.
            let topic = name.strip_suffix(".md").filter(|_| path.starts_with("src/manual/"));
            if let Some(topic) = topic {
                let words = before.split_whitespace().collect::<Vec<_>>().join(" ");
                assert!(words.ends_with(&format!("[`hearback help {topic}`")), "{path}: name the topic of {target} as it is asked for");
            }
        }
    }
}

#[test]
fn every_topic_stands_in_the_readme_and_every_name_is_one() {
    let text = readme();
    for t in &CHAPTERS {
        assert!(text.contains(&format!("[{0}](src/manual/{0}.md)", t.name)), "{}", t.name);
    }
    for (path, text) in documents() {
        for name in text.split("hearback help ").skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric() && c != '-').next().unwrap())
        {
            assert!(matches!(name, "TOPIC" | "COMMAND" | "") || CHAPTERS.iter().any(|t| t.name == name), "{path}: hearback help {name}");
        }
    }
}

#[test]
fn every_file_of_ours_that_is_named_exists() {
    for (path, text) in documents() {
        let ours = ["src/", "tests/", "guides/", "benches/", "fuzz/"];
        for name in quoted(&text.replace("```", "")).filter(|name| ours.iter().any(|folder| name.starts_with(folder))) {
            let made_by_example = name.starts_with("guides/my-guide");
            assert!(made_by_example || file(name).exists(), "{path}: there is no {name}");
        }
    }
}

#[test]
fn the_keys_of_the_interview_in_the_readme_are_in_the_keymap() {
    let there: BTreeSet<String> = rows(&printed(&["keys", "--markdown"])).into_iter().map(|row| row[0].clone()).collect();
    let text = readme();
    let told = rows(between(&text, "keys of the interview", "end of keys of the interview"));
    assert!(told.len() > 10);
    for row in told.iter().filter(|row| row[0] != "any letter") {
        assert!(there.contains(&row[0]), "{} is no line of the keymap", row[0]);
    }
}

#[test]
fn what_goes_wrong_in_the_readme_stands_in_the_manual() {
    let (text, trouble) = (readme(), topic("trouble"));
    let (_, rest) = text.split_once("## When things go wrong").unwrap();
    let told = rows(rest.split_once("\n## ").unwrap().0);
    assert_eq!(told.len(), 10);
    for row in told {
        assert!(trouble.contains(&format!("| {} |", row[0])), "{}", row[0]);
    }
}

#[test]
fn the_states_of_a_take_are_those_of_verify() {
    let there: Vec<String> = variants("src/domain/recording.rs", "TakeState").iter().map(|name| kebab(name)).collect();
    let text = topic("formats");
    let told: Vec<String> =
        rows(between(&text, "states", "end of states")).iter().map(|row| quoted(&row[0]).next().unwrap().to_owned()).collect();
    assert_eq!(told, there);
}

#[test]
fn the_forms_and_shells_are_those_of_the_program() {
    // `[possible values: md, html]`
    let values = |command: &str, of: &str| -> BTreeSet<String> {
        let help = printed(&[command, "--help"]);
        let (_, rest) = help.split_once(of).unwrap();
        let (_, rest) = rest.split_once("[possible values: ").unwrap();
        rest.split_once(']').unwrap().0.split([',', ' ', '\n']).filter(|v| !v.is_empty()).map(str::to_owned).collect()
    };
    let told = |text: &str, from: &str| -> BTreeSet<String> {
        let (_, rest) = text.split_once(from).unwrap();
        quoted(rest.split(['.', '|']).next().unwrap()).map(str::to_owned).collect()
    };
    assert_eq!(told(&topic("formats"), "makes a letter in these forms: "), values("letter", "--format"));
    assert_eq!(told(&topic("exit-codes"), "| `hearback completions SHELL` | "), values("completions", "Arguments:"));
}

#[test]
fn what_answers_in_json_stands_in_the_manual() {
    let text = topic("formats");
    let (_, rest) = text.split_once("## What programs get").unwrap();
    let told = rest.split_once("\n\nTimes").unwrap().0;
    for command in every_command() {
        let words: Vec<&str> = command.split(' ').chain(["--help"]).collect();
        let has = printed(&words).contains("--json");
        let is_told = told.contains(&format!("`hearback {command} --json`")) || {
            let with = told.split(&format!("`hearback {command} ")).nth(1);
            with.is_some_and(|rest| rest.split('`').next().unwrap().ends_with("--json"))
        };
        assert_eq!(is_told, has, "hearback {command} --json");
    }
}

#[test]
fn help_shows_a_topic_a_command_or_what_there_is() {
    let contents = printed(&["help"]);
    for t in &CHAPTERS {
        assert!(contents.contains(&format!("{:<10}  {}", t.name, t.title())), "{contents}");
        let shown: String = lines(t.text, 80).into_iter().map(|line| line.text + "\n").collect();
        assert!(printed(&["help", t.name]).starts_with(&shown), "hearback help {}", t.name);
    }
    // A topic and a command may be called the same: the topic says how to ask for the command.
    assert!(printed(&["help", "guide"]).ends_with("hearback guide is a command too: hearback guide --help.\n"));
    for command in every_command() {
        let words: Vec<&str> = command.split(' ').collect();
        let last = *words.last().unwrap();
        assert!(contents.contains(&format!("\n{} ", words[0])), "{contents}");
        if !CHAPTERS.iter().any(|t| t.name == command) {
            let asked = [&["help"], words.as_slice()].concat();
            assert_eq!(printed(&asked), printed(&[words.as_slice(), &["--help"]].concat()), "hearback help {last}");
        }
    }
    let unknown = hearback(&["help", "nothing"]);
    let said = String::from_utf8_lossy(&unknown.stderr).into_owned();
    assert_eq!((unknown.status.code(), unknown.stdout.len()), (Some(2), 0), "{said}");
    assert!(CHAPTERS.iter().all(|t| said.contains(t.name)), "{said}");
}

#[test]
fn man_pages_are_new_files_one_for_each_command_and_topic() {
    let dir = tempfile::tempdir().unwrap();
    let pages = dir.path().join("pages");
    let into = pages.to_str().unwrap();
    printed(&["man", into]);
    let there: BTreeSet<String> = fs::read_dir(&pages).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    let commands = every_command().into_iter().map(|command| format!("hearback-{}.1", command.replace(' ', "-")));
    let topics = CHAPTERS.iter().map(|t| format!("hearback-{}.7", t.name));
    let groups = ["", "-guide", "-transcript", "-quotes", "-study", "-codes"].map(|group| format!("hearback{group}.1"));
    assert_eq!(there, commands.chain(topics).chain(groups).collect());
    // What is there stays, and nothing is written beside it.
    fs::remove_file(pages.join("hearback.1")).unwrap();
    fs::write(pages.join("hearback-keys.7"), "mine").unwrap();
    let again = hearback(&["man", into]);
    assert_eq!(again.status.code(), Some(1));
    assert!(String::from_utf8_lossy(&again.stderr).contains("nothing is written"));
    assert!(!pages.join("hearback.1").exists() && fs::read_to_string(pages.join("hearback-keys.7")).unwrap() == "mine");
}

#[test]
fn completions_know_every_command() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = printed(&["completions", shell]);
        for command in every_command() {
            assert!(script.contains(command.rsplit(' ').next().unwrap()), "{shell} does not know {command}");
        }
    }
}

/// The commands in the program's help, those of a group by their own names.
fn every_command() -> Vec<String> {
    let listed = |args: &[&str]| -> Vec<String> {
        let help = printed(args);
        let lines = help.lines().skip_while(|l| *l != "Commands:").skip(1).take_while(|l| l.starts_with("  "));
        lines.filter(|l| !l.starts_with("   ")).filter_map(|l| l.split_whitespace().next()).map(str::to_owned).collect()
    };
    let groups = listed(&["--help"]).into_iter().map(|name| (listed(&[&name, "--help"]), name));
    let below = |(below, name): (Vec<String>, String)| {
        if below.is_empty() { vec![name] } else { below.into_iter().map(|b| format!("{name} {b}")).collect() }
    };
    groups.flat_map(below).collect()
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
    let mut command = program();
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
    let (text, keys) = (topic("keys"), printed(&["keys", "--markdown"]));
    let there = between(&text, "keys", "end of keys");
    if there == keys {
        return;
    }
    assert!(std::env::var_os("UPDATE").is_some(), "the keys in src/manual/keys.md are not those of the keymap: UPDATE=1 cargo test docs");
    let at = text.find("<!-- keys -->\n").unwrap() + "<!-- keys -->\n".len();
    fs::write(file("src/manual/keys.md"), format!("{}{keys}{}", &text[..at], &text[at + there.len()..])).unwrap();
}

/// The words after `hearback` wherever a document shows a command.
fn shown_commands() -> Vec<Vec<String>> {
    let text: String = documents().into_iter().map(|(_, text)| text).collect();
    let pieces = text.split("hearback ").skip(1).zip(text.split("hearback ")).filter(|(_, before)| before.ends_with(['`', '\n']));
    let upto = |piece: &str| piece.split(['`', '\n', '#', '|']).next().unwrap_or_default().to_owned();
    pieces.map(|(piece, _)| upto(piece).split_whitespace().map(str::to_owned).collect()).collect()
}

#[test]
fn every_command_and_option_in_the_readme_exists() {
    let commands = shown_commands();
    assert!(commands.len() > 20);
    let mut helps = BTreeMap::<String, String>::new();
    for words in commands {
        let Some(first) = words.first().filter(|w| w.starts_with(|c: char| c.is_ascii_lowercase())) else { continue };
        let mut args = vec![first.as_str()];
        if ["guide", "transcript", "study"].contains(&first.as_str()) {
            args.extend(words.get(1).filter(|word| word.starts_with(|c: char| c.is_ascii_lowercase())).map(String::as_str));
        }
        args.push("--help");
        let help = helps.entry(args.join(" ")).or_insert_with(|| printed(&args));
        for option in words.iter().filter(|w| w.starts_with("--")) {
            assert!(help.contains(option.as_str()), "hearback {} has no {option}", words.join(" "));
        }
    }
}

#[test]
fn every_command_stands_in_the_table() {
    let text = topic("exit-codes");
    let names: BTreeSet<String> = every_command().iter().map(|c| c.split(' ').next().unwrap().to_owned()).collect();
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
translation_of: other
language: en
audience: individual
rounds: [first]
minutes: 2
aim: a
about: a
participants: patients
introduction: a
consent:
  - {id: c, covers: taking-part, say: a}
  - id: d
    covers: recording
    say: b
    instruct: a
topics:
  - {id: earlier, title: E, minutes: 1, questions: [{id: before, about: a, choices: [b, c], probes: [{about: a}]}]}
  - id: t
    title: T
    heading: a
    minutes: 1
    say: a
    instruct: a
    show: a
    when: {round: first}
    questions:
      - id: q
        say: a
        ask: a
        short: a
        purpose: a
        instruct: a
        show: a
        choices: [{code: a, say: a}, {code: b, say: a}]
        key: no
        optional: 1
        source: {domain: a, literature: a}
        when: {round: first, audience: individual, attribute: {arm: a}, after: before, was: asked, chose: 1}
        probes: [{id: p, ask: a, instruct: a, when: {round: first}}]
probes: [{ask: b, for: [q], id: shared}]
closing: a
distress: {recording: ask, say: a, signs: [a], steps: [a], call: [{who: a, number: a}], support: [a], follow_up: [{what: a, within: 1 day, ask: a}]}
reports: [{is: a, what: a, to: a, within: 1 day}]
changes: [{version: "1.0", date: 2026-11-22, what: a, why: a, by: a, after: P01, pilot: no}]
"#;

/// The keys of `value` and below it, as the manual writes them.
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
    let text = topic("guide");
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
    // The names of attributes are the study's own.
    used.retain(|path| !path.contains(".attribute."));
    // What a condition may have is said once, at the question.
    used.retain(|path| !["topics[].when.", "probes[].when."].iter().any(|said| path.contains(said)));
    assert_eq!(documented_guide_keys().into_keys().collect::<BTreeSet<_>>(), used);

    // Every form of the file, with a key nobody knows: the reader answers with the keys it knows.
    let strange = EVERY_KEY.replace('{', "{zzzzzzzzzz: 1, ").replace("\nid: every", "\nzzzzzzzzzz: 1\nid: every");
    let strange =
        strange.replace("  - id: t", "  - zzzzzzzzzz: 1\n    id: t").replace("      - id: q", "      - zzzzzzzzzz: 1\n        id: q");
    let mut known = BTreeMap::<String, usize>::new();
    let mut forms = BTreeSet::new();
    for problem in read_guide("strange.yaml", strange.as_bytes()).problems {
        assert!(problem.hint.starts_with("it may have "), "{problem}");
        forms.insert(problem.hint);
    }
    for key in forms.iter().flat_map(|form| quoted(form)) {
        *known.entry(key.to_owned()).or_default() += 1;
    }
    let mut told = BTreeMap::<String, usize>::new();
    for path in &used {
        *told.entry(path.rsplit('.').next().unwrap().to_owned()).or_default() += 1;
    }
    assert_eq!(told, known);
}

#[test]
fn what_the_readme_calls_needed_is_needed() {
    // `about` stands in place of `ask`.
    for (path, needed) in documented_guide_keys().into_iter().filter(|(path, _)| !path.ends_with("].about")) {
        let mut tree: serde_json::Value = serde_yaml::from_str(EVERY_KEY).unwrap();
        let (parent, key) = path.rsplit_once('.').map_or(("", path.as_str()), |(p, k)| (p, k));
        let pointer = parent.split('.').filter(|s| !s.is_empty()).fold(String::new(), |mut pointer, step| {
            write!(pointer, "/{}", step.trim_end_matches("[]")).unwrap();
            // The last item: what looks back needs something before it.
            if let Some(items) = tree.pointer(&pointer).and_then(serde_json::Value::as_array) {
                write!(pointer, "/{}", items.len() - 1).unwrap();
            }
            pointer
        });
        tree.pointer_mut(&pointer).unwrap().as_object_mut().unwrap().remove(key).unwrap();
        // JSON is YAML.
        let read = read_guide("without.yaml", serde_json::to_string_pretty(&tree).unwrap().as_bytes());
        // It is needed where something is said of the question that it names.
        let needed = needed || path.ends_with(".when.after");
        assert_eq!(!read.problems.is_empty(), needed, "without {path}: {:?}", read.problems);
    }
}

#[test]
fn the_templates_show_every_key() {
    for name in ["template.yaml", "template-nl.yaml"] {
        // The one line that only a translation has stands there behind a `#`.
        let text = fs::read_to_string(file("guides").join(name)).unwrap().replace("\n# translation_of:", "\ntranslation_of:");
        let mut shown = BTreeSet::new();
        paths(&serde_yaml::from_str(&text).unwrap(), "", &mut shown);
        let missing: Vec<String> = documented_guide_keys().into_keys().filter(|key| !shown.contains(key)).collect();
        assert_eq!(missing, Vec::<String>::new(), "{name}");
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
    let text = topic("exit-codes");
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
    let text = topic("journal");
    let told: BTreeSet<String> = rows(between(&text, "events", "end of events"))
        .iter()
        .flat_map(|row| quoted(&row[0]).map(str::to_owned).collect::<Vec<_>>())
        .collect();
    assert_eq!(told, there);
}
