//! Which language is spoken: the command line's, else the study's; and a language of one's own.

use std::fs;
use std::path::Path;

use crate::support::day::study;
use crate::support::program::program;

/// What `hearback ARGS` says on both its outputs in the study in `dir`, where the system says `locale`.
fn said(dir: &Path, locale: &str, args: &[&str]) -> String {
    let mut command = program();
    command.arg("--study").arg(dir).args(args).current_dir(dir);
    command.env("HEARBACK_CONFIG", dir.join("config")).env("XDG_CACHE_HOME", dir.join("cache")).env("PULSE_SERVER", "/nowhere");
    let output = command.env("LC_ALL", locale).output().unwrap();
    String::from_utf8([output.stdout, output.stderr].concat()).unwrap()
}

/// The line that `hearback doctor` has for it, in whatever language.
fn spoken(dir: &Path, locale: &str, args: &[&str]) -> String {
    let told = said(dir, locale, &[args, &["doctor"]].concat());
    let is_it = |line: &str| ["  language  ", "  taal  "].into_iter().any(|label| line.contains(label));
    let at = told.lines().position(is_it).unwrap_or_else(|| panic!("{told}"));
    // What goes on stands below, and the next begins where this one did.
    let mut lines = told.lines().skip(at);
    let first = lines.next().into_iter();
    first.chain(lines.take_while(|line| line.starts_with(' '))).flat_map(str::split_whitespace).collect::<Vec<_>>().join(" ")
}

fn study_says(dir: &Path, tag: &str) {
    let file = dir.join("study.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, format!("{text}\nlanguage: {tag}\n")).unwrap();
}

#[test]
fn the_command_line_decides_before_the_study() {
    let dir = study();
    let dir = dir.path();
    for (locale, args, wanted) in [
        ("C.UTF-8", [].as_slice(), "fine language English, nothing says otherwise"),
        ("nl_NL.UTF-8", &[], "fine language English, nothing says otherwise"),
        ("C.UTF-8", &["--language", "nl_NL"], "goed taal Nederlands, zoals --language zegt"),
    ] {
        assert!(spoken(dir, locale, args).starts_with(wanted), "{locale} {args:?}: {}", spoken(dir, locale, args));
    }
    study_says(dir, "nl");
    assert!(spoken(dir, "en_GB.UTF-8", &[]).contains("Nederlands, zoals study.yaml zegt"));
    assert!(spoken(dir, "C.UTF-8", &["--language", "en-GB"]).contains("English, as --language says"));
}

#[test]
fn what_nothing_speaks_is_refused_on_the_command_line_and_told_of_a_study() {
    let dir = study();
    let told = said(dir.path(), "C.UTF-8", &["--language", "xx", "sessions"]);
    assert!(told.starts_with("nothing here speaks “xx”: en (English) and nl (Nederlands) are built in"), "{told}");
    study_says(dir.path(), "xx");
    let told = said(dir.path(), "nl_NL.UTF-8", &["sessions"]);
    assert!(told.contains("note: study.yaml asks for “xx”"), "{told}");
    assert!(spoken(dir.path(), "nl_NL.UTF-8", &[]).starts_with("note language"));
}

#[test]
fn a_language_of_ones_own_is_a_file_and_what_it_lacks_is_english_and_told() {
    let dir = study();
    let folder = dir.path().join("config").join("words");
    fs::create_dir_all(&folder).unwrap();
    let file = folder.join("de.ftl");
    fs::write(&file, "language-name = Deutsch\nlanguage-by-command = wie --language sagt\n").unwrap();
    let line = spoken(dir.path(), "C.UTF-8", &["--language", "de_DE.UTF-8"]);
    assert!(line.starts_with("note language Deutsch, wie --language sagt"), "{line}");
    assert!(line.contains("messages are missing and said in English: ") && line.ends_with(", …"), "{line}");
    for (text, wanted) in [("a = b\nno message\n", "de.ftl:2: here stands no message"), ("a = b\na = c\n", "de.ftl says a twice")] {
        fs::write(&file, text).unwrap();
        let told = said(dir.path(), "C.UTF-8", &["--language", "de", "sessions"]);
        assert!(told.contains(wanted), "{told}");
    }
    fs::write(&file, [0xff, 0xfe, 0x61]).unwrap();
    assert!(said(dir.path(), "C.UTF-8", &["--language", "de", "sessions"]).contains("de.ftl is not UTF-8 text"));
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert!(said(dir.path(), "C.UTF-8", &["--language", "de", "sessions"]).contains("de.ftl"));
}

#[test]
fn a_guide_is_checked_in_the_language_that_is_spoken() {
    let dir = study();
    let file = dir.path().join("guides").join("small.yaml");
    fs::write(&file, "format: 1\nid: small\ntitel: Klein\nminutes: veel\nrounds: [first, first]\nlanguage: nl\n").unwrap();
    let told = said(dir.path(), "C.UTF-8", &["--language", "nl", "guide", "check", "guides/small.yaml"]);
    for wanted in [
        "`titel` is onbekend in een topiclijst",
        "bedoel je `title`?",
        "`minutes` kan niet `veel` zijn",
        "schrijf een heel getal van 1 tot en met ",
        "de ronde `first` staat er twee keer",
        "deze topiclijst heeft geen `topics`",
    ] {
        assert!(told.contains(wanted), "{wanted}: {told}");
    }
}
