//! No file imports, directly or round corners, a file that imports it: each can be read, and thrown away, without the other.
//!
//! What stands in a circle is one room in several files. The circles that are left are listed here; the list only shrinks.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::architecture::code;
use crate::architecture::has_word;
use crate::architecture::sources;

/// The circles that are left, each with all that stand in it.
const LEFT: [&[&str]; 0] = [];

/// The files of the library by the path of their module, each with those it names.
fn imports() -> BTreeMap<String, BTreeSet<String>> {
    let files: BTreeMap<String, String> = sources("src").into_iter().filter_map(|(path, text)| Some((module(&path)?, text))).collect();
    let names = |own: &String, text: &String| -> BTreeSet<String> {
        let before_tests: Vec<String> = code(text).map(|(_, line)| line).take_while(|line| line.trim() != "#[cfg(test)]").collect();
        let children = before_tests.iter().filter_map(|line| child(line)).map(str::to_owned).collect::<Vec<_>>();
        let by_path = before_tests.iter().flat_map(|line| paths(line)).filter_map(|path| deepest(&files, &path));
        let by_name = children.iter().filter(|c| before_tests.iter().any(|line| uses(line, c))).map(|c| format!("{own}::{c}"));
        by_path.chain(by_name.filter(|child| files.contains_key(child))).filter(|named| named != own).collect()
    };
    files.iter().map(|(own, text)| (own.clone(), names(own, text))).collect()
}

/// The module that a file is: `audio::take` for `src/audio/take.rs`; none for what stands outside the house or is there for tests only.
fn module(path: &str) -> Option<String> {
    let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let outside = matches!(path, "lib" | "main") || path.ends_with("/tests") || path.contains("/tests/") || path.ends_with("/doubles");
    (!outside).then(|| path.replace('/', "::"))
}

/// The module that a line declares to lie in a file of its own.
fn child(line: &str) -> Option<&str> {
    let rest = line.trim().strip_suffix(';')?;
    let (before, name) = rest.split_once("mod ")?;
    (before.is_empty() || before.starts_with("pub")).then_some(name)
}

/// Whether `line` names something of the child `name`.
fn uses(line: &str, name: &str) -> bool {
    let way = format!("{name}::");
    line.match_indices(&way).any(|(at, _)| !line[..at].ends_with(|c: char| c.is_alphanumeric() || c == '_' || c == ':'))
}

/// The paths from the crate down that stand in `line`.
fn paths(line: &str) -> Vec<String> {
    let part = |c: char| c.is_alphanumeric() || c == '_' || c == ':';
    let after = line.match_indices("crate::").map(|(at, way)| &line[at + way.len()..]);
    after.map(|rest| rest.split(|c| !part(c)).next().unwrap_or_default().to_owned()).collect()
}

/// The file that a path leads into.
fn deepest(files: &BTreeMap<String, String>, path: &str) -> Option<String> {
    let parts: Vec<&str> = path.split("::").collect();
    (1..=parts.len()).rev().map(|n| parts[..n].join("::")).find(|module| files.contains_key(module))
}

/// All that can be come to from `from`.
fn reach<'a>(imports: &'a BTreeMap<String, BTreeSet<String>>, from: &str) -> BTreeSet<&'a str> {
    let (mut seen, mut next) = (BTreeSet::new(), vec![from]);
    while let Some(at) = next.pop() {
        for to in imports.get(at).into_iter().flatten() {
            if seen.insert(to.as_str()) {
                next.push(to);
            }
        }
    }
    seen
}

/// The circles: files each of which comes back to itself, put together with those on its way.
fn circles(imports: &BTreeMap<String, BTreeSet<String>>) -> BTreeSet<Vec<String>> {
    let reaches: BTreeMap<&str, BTreeSet<&str>> = imports.keys().map(|file| (file.as_str(), reach(imports, file))).collect();
    let round = reaches.iter().filter(|(file, to)| to.contains(*file));
    round.map(|(file, to)| to.iter().filter(|other| reaches[*other].contains(file)).map(|other| (*other).to_owned()).collect()).collect()
}

#[test]
fn a_circle_is_found_whatever_its_way() {
    let house = |rooms: &[(&str, &[&str])]| -> BTreeMap<String, BTreeSet<String>> {
        rooms.iter().map(|(room, to)| ((*room).to_owned(), to.iter().map(|t| (*t).to_owned()).collect())).collect()
    };
    let found = circles(&house(&[("a", &["b"]), ("b", &["c"]), ("c", &["a", "d"]), ("d", &[]), ("e", &["a"])]));
    assert_eq!(found.into_iter().collect::<Vec<_>>(), [["a", "b", "c"]]);
    assert_eq!(paths("use crate::tui::line::Line;"), ["tui::line::Line"]);
    assert_eq!(paths("let x = crate::domain::note::NoteKind::Memo(crate::store::y());"), ["domain::note::NoteKind::Memo", "store::y"]);
    assert_eq!((child("pub(crate) mod look;"), child("mod kept;"), child("let mod_of = 1;")), (Some("look"), Some("kept"), None));
    assert!(uses("    kept::of(x)", "kept") && !uses("crate::audio::kept::of(x)", "kept") && !uses("skept::of(x)", "kept"));
    assert_eq!(module("src/audio/mod.rs").as_deref(), Some("audio"));
    assert_eq!((module("src/lib.rs"), module("src/audio/tape/tests.rs"), module("src/audio/tape/tests/digests.rs")), (None, None, None));
    assert!(has_word("mod kept;", "kept"));
}

#[test]
fn no_file_imports_one_that_imports_it() {
    let imports = imports();
    assert!(imports.len() > 100 && imports["tui::view"].contains("tui::model"), "the imports are not seen");
    let (found, left) =
        (circles(&imports), LEFT.iter().map(|circle| circle.iter().map(|f| (*f).to_owned()).collect()).collect::<BTreeSet<Vec<String>>>());
    let grown = found.difference(&left).map(|circle| format!("a circle that is not listed:\n  {}", told(&imports, circle)));
    let gone =
        left.difference(&found).map(|circle| format!("listed, and no circle any more; write what is left of it: {}", circle.join(", ")));
    let said: Vec<String> = grown.chain(gone).collect();
    assert!(said.is_empty(), "\n{}\n", said.join("\n"));
}

/// A circle as one can mend it: who names whom in it.
fn told(imports: &BTreeMap<String, BTreeSet<String>>, circle: &[String]) -> String {
    let within = |file: &String| imports[file].iter().filter(|to| circle.contains(to)).cloned().collect::<Vec<_>>().join(" ");
    circle.iter().map(|file| format!("{file} -> {}", within(file))).collect::<Vec<_>>().join("\n  ")
}
