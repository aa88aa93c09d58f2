//! The walls of the house: who imports whom, where each crate of the world lives, and a few habits that only hold if something looks.
//!
//! The sources are read as text. That sees less than a compiler and needs no other tool; what it finds, it names by file and line.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

/// Every `.rs` file below `folder`, its path from the root of the repository, and its text.
pub(crate) fn sources(folder: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut folders, mut files): (Vec<PathBuf>, Vec<PathBuf>) = (vec![root.join(folder)], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "rs") {
                files.push(path);
            }
        }
    }
    files.sort();
    assert!(!files.is_empty(), "{folder} holds no sources");
    let named = |path: PathBuf| (path.strip_prefix(root).unwrap().display().to_string(), fs::read_to_string(&path).unwrap());
    files.into_iter().map(named).collect()
}

/// The lines of code: numbered from 1, without comments, and without what stands in string literals on one line.
pub(crate) fn code(text: &str) -> impl Iterator<Item = (usize, String)> {
    text.lines().enumerate().map(|(n, line)| (n + 1, bare(line))).filter(|(_, line)| !line.trim().is_empty())
}

/// A line without its comment and without the insides of its strings.
fn bare(line: &str) -> String {
    let (mut out, mut quoted, mut escaped) = (String::new(), false, false);
    let mut chars = line.chars().peekable();
    while let Some(c) = chars.next() {
        match c {
            _ if escaped => escaped = false,
            '\\' if quoted => escaped = true,
            // A quote as a character literal opens no string.
            '"' if quoted || !out.ends_with('\'') => quoted = !quoted,
            '/' if !quoted && chars.peek() == Some(&'/') => break,
            c if !quoted => out.push(c),
            _ => {}
        }
    }
    out
}

/// Whether `word` stands in `line` by itself.
pub(crate) fn has_word(line: &str, word: &str) -> bool {
    let part = |c: char| c.is_alphanumeric() || c == '_';
    line.match_indices(word).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + word.len()..]);
        !before.ends_with(part) && !after.starts_with(part)
    })
}

#[test]
fn the_reader_of_sources_sees_what_it_must() {
    assert_eq!(bare(r#"say("// no \" comment"); // a comment"#), "say(); ");
    assert_eq!(bare("if c == '\"' { x } // y"), "if c == '\"' { x } ");
    assert!(has_word("use cpal::Device;", "cpal") && !has_word("use mycpal::x", "cpal") && !has_word("cpal_home", "cpal"));
    assert_eq!(named_layers("use super::super::store::folder;", 2), ["store"]);
    assert_eq!(named_layers("let x = crate::shell::run();", 1), ["shell"]);
    assert_eq!(named_layers("use super::store;", 2), Vec::<&str>::new(), "a neighbour of the same layer");
}

pub(crate) fn report(found: &[String]) {
    assert!(found.is_empty(), "\n{}\n", found.join("\n"));
}

/// The layers, and those each may name.
const LAYERS: [(&str, &[&str]); 10] = [
    ("words", &["words"]),
    ("xml", &["xml"]),
    ("disk", &["disk", "words"]),
    ("domain", &["domain", "words"]),
    ("audio", &["audio", "disk", "domain", "words"]),
    ("store", &["store", "disk", "domain", "words", "xml"]),
    ("document", &["document", "domain", "words", "xml"]),
    ("manual", &["manual", "words"]),
    ("tui", &["tui", "manual", "domain", "words"]),
    ("shell", &["shell", "tui", "manual", "audio", "store", "document", "disk", "domain", "words"]),
];

/// The layer that a path in `line` names: after `crate::`, or after as many `super::` as lead out of a file at `depth` folders below src.
fn named_layers(line: &str, depth: usize) -> Vec<&'static str> {
    let mut named = Vec::new();
    for (layer, _) in LAYERS {
        let out = format!("{}{layer}", "super::".repeat(depth));
        for way in [format!("crate::{layer}"), format!("hearback::{layer}"), out] {
            if has_word(line, &way) {
                named.push(layer);
            }
        }
    }
    named
}

#[test]
fn imports_point_inward() {
    let mut found = Vec::new();
    for (path, text) in sources("src") {
        let parts: Vec<&str> = path.split('/').collect();
        let own = match parts.as_slice() {
            ["src", file] => {
                // The library names the layers, the program the shell.
                assert!(matches!(*file, "lib.rs" | "main.rs"), "{path} stands outside every layer");
                continue;
            }
            ["src", layer, ..] => *layer,
            _ => unreachable!("{path}"),
        };
        let may = LAYERS.iter().find(|(layer, _)| *layer == own).map(|(_, may)| *may);
        let may = may.unwrap_or_else(|| panic!("{path}: {own} is not a layer of the house; see src/lib.rs"));
        // src/tui/mod.rs leads out with one `super`, src/tui/line.rs with two, a module inside a file with one more.
        let depth = if parts.last() == Some(&"mod.rs") { parts.len() - 2 } else { parts.len() - 1 };
        for (n, line) in code(&text) {
            let outward = (depth..depth + 2).flat_map(|d| named_layers(&line, d));
            for layer in outward.filter(|layer| !may.contains(layer)) {
                found.push(format!("{path}:{n}: {own} names {layer}, which lies outside what it may import"));
            }
            // One dialect: from the crate down. A test names its own file, and only that, by `super`.
            if line.contains("super::") && line.trim() != "use super::*;" {
                found.push(format!("{path}:{n}: write the path from `crate::` down"));
            }
            if line.contains("pub(in ") {
                found.push(format!("{path}:{n}: `pub(crate)`, or private; who imports whom is this test's to say"));
            }
            if line.contains("use crate::") && line.trim_end().ends_with("::*;") {
                found.push(format!("{path}:{n}: name what is imported"));
            }
        }
    }
    found.dedup();
    report(&found);
}

/// A reader, a diff and the tests here see each path.
#[test]
fn each_import_has_a_line_of_its_own() {
    let mut found = Vec::new();
    for (path, text) in ["src", "tests", "benches"].into_iter().flat_map(sources) {
        let grouped = |line: &str| line.split_once("use ").is_some_and(|(before, what)| !before.contains('=') && what.contains("::{"));
        found.extend(code(&text).filter(|(_, line)| grouped(line)).map(|(n, _)| format!("{path}:{n}: import one path at a time")));
    }
    report(&found);
}

#[test]
fn each_crate_of_the_world_has_one_home() {
    // Replacing one of these is a change of the files named here, and of no other.
    const HOMES: [(&str, &[&str]); 28] = [
        ("cpal", &["src/audio/device.rs", "src/audio/pulse/"]),
        ("ratatui", &["src/tui/view/", "src/shell/live/terminal.rs", "src/shell/live/terminal/placed.rs", "src/shell/script.rs"]),
        (
            "crossterm",
            &[
                "src/shell/live/terminal.rs",
                "src/shell/live/terminal/placed.rs",
                "src/shell/live/terminal/console.rs",
                "src/shell/live/terminal/record.rs",
            ],
        ),
        ("serde_yaml", &["src/store/yaml.rs"]),
        ("toml", &["src/store/keys_file.rs"]),
        ("docx_rs", &["src/document/docx.rs"]),
        (
            "zip",
            &["src/store/import/package.rs", "src/document/docx/package.rs", "src/document/readback.rs", "src/shell/archive/zipped.rs"],
        ),
        ("quick_xml", &["src/xml/mod.rs", "src/xml/stream.rs", "src/document/readback.rs"]),
        ("pulldown_cmark", &["src/store/import/markdown.rs", "src/document/readback.rs"]),
        ("clap", &["src/shell/cli.rs", "src/shell/cli/", "src/shell/command/mod.rs"]),
        ("clap_complete", &["src/shell/cli.rs", "src/shell/command/packaging.rs"]),
        ("clap_mangen", &["src/shell/command/packaging.rs"]),
        ("fluent_bundle", &["src/words/mod.rs"]),
        ("unic_langid", &["src/words/mod.rs"]),
        ("hound", &["src/audio/simulated/sound.rs", "src/audio/clip.rs"]),
        ("pulseaudio", &["src/audio/pulse/"]),
        ("signal_hook", &["src/shell/live/workers.rs", "src/shell/live/terminal/tty.rs"]),
        ("rtrb", &["src/audio/capture.rs", "src/audio/playback.rs", "src/audio/playback/"]),
        ("sha2", &["src/disk/digest.rs"]),
        ("sha1", &["src/document/handover/guid.rs"]),
        ("memchr", &["src/store/index/"]),
        ("unicode_normalization", &["src/domain/folding.rs"]),
        ("tui_input", &["src/tui/line.rs"]),
        ("textwrap", &["src/tui/view/parts.rs", "src/manual/layout.rs", "src/document/pdf/paragraph.rs"]),
        ("krilla", &["src/document/pdf/ink.rs"]),
        ("harfrust", &["src/document/pdf/face.rs"]),
        ("hypher", &["src/document/pdf/paragraph.rs"]),
        ("unicode_bidi", &["src/document/pdf/paragraph.rs"]),
    ];
    let mut found = Vec::new();
    for (path, text) in sources("src") {
        // Tests of a layer may use what they need to look at its work.
        let test_file = path.ends_with("/tests.rs") || path.ends_with("/doubles.rs");
        let mut in_tests = false;
        for (n, line) in code(&text) {
            in_tests = in_tests || line.trim() == "#[cfg(test)]";
            if in_tests || test_file {
                continue;
            }
            for (name, homes) in HOMES {
                let names = has_word(&line, name) && (line.contains(&format!("{name}::")) || line.contains(&format!("use {name}")));
                if names && !homes.iter().any(|home| path.starts_with(home)) {
                    found.push(format!("{path}:{n}: {name} lives in {}", homes.join(", ")));
                }
            }
        }
    }
    report(&found);
}

#[test]
fn one_file_may_be_unsafe() {
    const HOME: &str = "src/audio/pulse/data.rs";
    let opens = |(path, text): &(String, String)| path != HOME && code(text).any(|(_, line)| has_word(&line, "unsafe_code"));
    let found: Vec<String> =
        sources("src").iter().filter(|file| opens(file)).map(|(path, _)| format!("{path}: unsafe lives in {HOME}")).collect();
    report(&found);
}

#[test]
fn the_core_touches_no_world() {
    // What clippy refuses by path, and what it cannot know: printing, environment, randomness, files by another door.
    const DOORS: [&str; 12] = [
        "std::fs",
        "std::io",
        "std::net",
        "std::env",
        "std::process",
        "std::thread",
        "Instant",
        "SystemTime",
        "Timestamp::now",
        "println!",
        "eprintln!",
        "std::sync",
    ];
    let mut found = Vec::new();
    for layer in ["src/domain", "src/tui", "src/document", "src/manual"] {
        for (path, text) in sources(layer) {
            // A package is written into memory, by a library that asks for a place in a file.
            let in_memory = |line: &str| {
                path.starts_with("src/document/docx/") && line.starts_with("use std::io::") || path == "src/document/readback.rs"
            };
            for (n, line) in code(&text).filter(|(_, line)| !in_memory(line)) {
                found.extend(DOORS.iter().filter(|d| line.contains(**d)).map(|d| format!("{path}:{n}: {d} is of the world")));
            }
        }
    }
    report(&found);
}

#[test]
fn every_file_says_what_it_is_and_stays_a_room() {
    // Names that say nothing, and files that have become two rooms.
    const EMPTY_NAMES: [&str; 10] =
        ["util.rs", "utils.rs", "helper.rs", "helpers.rs", "common.rs", "misc.rs", "manager.rs", "handler.rs", "service.rs", "types.rs"];
    const LONGEST: usize = 500;
    // Longer, and why.
    const ARGUED: [(&str, usize); 1] = [("src/store/guide_file.rs", 510)]; // one form after the other, as the file has them
    let mut found = Vec::new();
    for (path, text) in ["src", "tests", "benches"].into_iter().flat_map(sources) {
        let name = path.rsplit('/').next().unwrap();
        if !text.starts_with("//!") {
            found.push(format!("{path}:1: open with `//!` and a sentence on what this is"));
        }
        if EMPTY_NAMES.contains(&name) {
            found.push(format!("{path}: name it after what is in it"));
        }
        for (n, line) in text.lines().enumerate() {
            if matches!(line.trim(), "///" | "//!") && text.lines().nth(n + 1).is_none_or(|next| !next.trim().starts_with(line.trim())) {
                found.push(format!("{path}:{}: a comment that says nothing", n + 1));
            }
        }
        let long = text.lines().take_while(|l| l.trim() != "#[cfg(test)]").count();
        let most = ARGUED.iter().find(|(p, _)| *p == path).map_or(LONGEST, |(_, most)| *most);
        if path.starts_with("src/") && long > most {
            found.push(format!("{path}: {long} lines before its tests, more than {most}: it is two rooms"));
        }
    }
    report(&found);
}

#[test]
fn nothing_is_left_undone_and_no_test_sleeps() {
    const MAY_WAIT: [&str; 2] = ["tests/room/", "benches/"];
    // Put together here, so that this file does not find itself. A test that drives a real process or a real terminal waits for a
    // condition, and is the only one that may sleep in between.
    let words = [["to", "do!"], ["unimpl", "emented!"], ["db", "g!"], ["#[ig", "nore"]].map(|w| w.concat());
    let sleep = ["thread::", "sleep"].concat();
    let mut found = Vec::new();
    for (path, text) in ["src", "tests", "benches"].into_iter().flat_map(sources) {
        let test_file = path.starts_with("tests/") || path.ends_with("/tests.rs");
        let mut in_tests = test_file;
        for (n, line) in code(&text) {
            in_tests = in_tests || line.trim() == "#[cfg(test)]";
            found.extend(words.iter().filter(|w| line.contains(*w)).map(|w| format!("{path}:{n}: {w} is left")));
            if in_tests && line.contains(&sleep) && !MAY_WAIT.iter().any(|may| path.starts_with(may.trim_end_matches(".rs"))) {
                found.push(format!("{path}:{n}: no test sleeps; wait for a condition, or move simulated time"));
            }
        }
    }
    report(&found);
}

/// The snapshots of a folder of tests, each with the test file it says it comes from.
#[test]
fn every_snapshot_belongs_to_a_test() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let (mut folders, mut found) = (vec![root.join("src"), root.join("tests")], Vec::new());
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let shown = path.strip_prefix(root).unwrap().display().to_string();
            if path.extension().is_some_and(|e| e == "new") {
                found.push(format!("{shown}: a snapshot that nobody looked at"));
            }
            if path.extension().is_none_or(|e| e != "snap") {
                continue;
            }
            let text = fs::read_to_string(&path).unwrap();
            let source = text.lines().find_map(|l| l.strip_prefix("source: ")).unwrap_or_default();
            let Ok(maker) = fs::read_to_string(root.join(source)) else {
                found.push(format!("{shown}: its test {source} is gone"));
                continue;
            };
            // `it__screens__home_empty_80x24` comes from screens.rs: the name after the module, or the test's own name, stands there.
            let stem = path.file_stem().unwrap().to_string_lossy().into_owned();
            let name = stem.rsplit("__").next().unwrap();
            let number = |n: &str| n.rsplit_once('-').filter(|(_, n)| n.parse::<u32>().is_ok()).map_or(n.to_owned(), |(n, _)| n.to_owned());
            let known = [name.to_owned(), number(name)].iter().any(|n| maker.contains(n.as_str()));
            // A test that names its snapshots by what it goes through says how they begin.
            let begins = name.split('_').next().unwrap();
            if !known && !maker.contains(&format!("\"{begins}_")) {
                found.push(format!("{shown}: no test in {source} makes it any more"));
            }
        }
    }
    report(&found);
}
