//! The report on how a study was done: the reference study fills COREQ with the paper's numbers, an empty one with nothing, and what people
//! wrote is never markup.

use std::fs;
use std::io::Cursor;
use std::io::Read;
use std::path::Path;
use std::process::Output;

use pulldown_cmark::Event;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use quick_xml::Reader;
use zip::ZipArchive;

use crate::support::program::program;
use crate::support::reference;

fn call(dir: &Path, args: &[&str]) -> Output {
    let mut command = program();
    command.env("XDG_CACHE_HOME", dir.join("cache")).env("HEARBACK_CONFIG", dir.join("config")).env("LC_ALL", "C.UTF-8");
    command.arg("--study").arg(dir.join("study")).args(args).current_dir(dir).output().unwrap()
}

/// What a report says on standard output, where all is well.
fn said(dir: &Path, args: &[&str]) -> String {
    let output = call(dir, args);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

/// What it says on standard error, and its exit code, where it does not.
fn refused(dir: &Path, args: &[&str]) -> (String, Option<i32>) {
    let output = call(dir, args);
    assert!(!output.status.success() && output.stdout.is_empty(), "{}", String::from_utf8_lossy(&output.stdout));
    (String::from_utf8(output.stderr).unwrap(), output.status.code())
}

fn reference() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("study")).unwrap();
    reference::make(&dir.path().join("study"), "codebook");
    dir
}

/// A study in which nothing happened.
fn empty() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("study");
    for folder in ["guides", "sessions"] {
        fs::create_dir_all(root.join(folder)).unwrap();
    }
    fs::write(root.join("study.yaml"), "title: After therapy\n").unwrap();
    dir
}

/// What stands under an item, up to the next heading.
fn item<'t>(report: &'t str, number: &str) -> &'t str {
    let (_, rest) = report.split_once(&format!("\n### {number}\\. ")).unwrap_or_else(|| panic!("no item {number}:\n{report}"));
    rest.split("\n#").next().unwrap()
}

#[test]
fn the_paper_s_numbers_stand_in_its_checklist() {
    let dir = reference();
    let told = said(dir.path(), &["study", "report", "coreq"]);
    for (number, wanted) in [
        ("1", &["I1: led 39, assisted in 0, observed 0", "I3: led 0, assisted in 20, observed 2"][..]),
        ("12", &["Who was interviewed: patients (n = 20)", "professionals (n = 25)", "in groups: professionals (n = 13)"]),
        ("14", &["patients: home (", "professionals: practice (25)", "by video (1)"]),
        ("15", &["partner ("]),
        ("16", &["woman 14 (70); man 6 (30)", "47.9 (24–67)", "Held from 2026-01-05 to"]),
        ("17", &["patient-first", "13 sessions", "7 sessions"]),
        ("18", &["patient-follow-up (follow-up): 17 with 17 people"]),
        ("19", &["from beginning to end: 63 of 64.", "Of one there is no sound"]),
        ("20", &["Sessions of which notes were made: 64 of 64."]),
        (
            "21",
            &[
                "patient-first (first): n = 20, length in minutes: mean 39 (range 20 to 59), 770 in all",
                "patient-follow-up (follow-up): n = 17, length in minutes: mean 24 (range 16 to 32), 408 in all",
                "therapist (first): n = 25, length in minutes: mean 48 (range 33 to 68), 1200 in all",
                "focus-group (first): n = 2, length in minutes: mean 74 (range 69 to 78), 147 in all",
            ],
        ),
        ("22", &["None new in number 20: a run of one."]),
        ("23", &["3 summaries were sent, to P01, P02, P03; 3 came back.", "no transcript", "From: the register of letters"]),
        ("28", &["3 came back", "agreed with all of it: 3"]),
        ("4", &["Not recorded: the interviewers’ gender.", "Where it could be kept next time"]),
        ("13", &["Not recorded: who refused or stopped."]),
        ("24", &["Yours to write."]),
        ("9", &["codebook", "the rest is yours"]),
    ] {
        for words in wanted {
            assert!(item(&told, number).contains(words), "{number}: {words}:\n{}", item(&told, number));
        }
    }
    assert!(told.starts_with("# COREQ: After therapy\n") && told.contains("Int J Qual Health Care"), "{told}");
    assert!(told.contains(&format!("hearback {}", env!("CARGO_PKG_VERSION"))) && told.contains("64 sessions were held"), "{told}");
    assert_eq!(told.matches("\n### ").count(), 32);
}

#[test]
fn the_other_checklist_and_the_other_language_say_the_same() {
    let dir = reference();
    let told = said(dir.path(), &["--language", "nl", "study", "report", "coreq"]);
    for (number, words) in [
        ("12", "Wie geïnterviewd zijn: patiënten (n = 20)"),
        ("21", "patient-first (eerste): n = 20, duur in minuten: gemiddeld 39 (van 20 tot 59), samen 770"),
        ("23", "3 samenvattingen zijn verstuurd, aan P01, P02, P03; 3 kwamen terug."),
        ("13", "Niet vastgelegd: wie weigerden of stopten."),
        ("24", "Dit vul je zelf in"),
    ] {
        assert!(item(&told, number).contains(words), "{number}: {words}:\n{told}");
    }
    assert!(!told.contains("Not recorded") && !told.contains("Yours to write"), "{told}");
    let told = said(dir.path(), &["study", "report", "SRQR"]);
    assert!(item(&told, "10").contains("minutes: mean 48") && item(&told, "12").contains("woman 14 (70)"), "{told}");
    assert!(item(&told, "15").contains("agreed with all of it: 3") && item(&told, "9").contains("recording (patients): asked 37, yes 36"));
    assert_eq!(told.matches("\n### ").count(), 21);
}

#[test]
fn a_study_in_which_nothing_happened_fills_nothing_and_is_no_failure() {
    let dir = empty();
    for (list, yours, not_recorded) in [("coreq", 6, 26), ("srqr", 8, 13)] {
        let told = said(dir.path(), &["study", "report", list]);
        let all = yours + not_recorded;
        let counts = format!(
            "Of {all} items, 0 are filled (0 of them want more from you), {yours} are yours to write and {not_recorded} are not recorded."
        );
        assert!(told.contains(&counts), "{counts}:\n{told}");
        assert!(!told.contains("\nFrom: "), "{told}");
    }
}

#[test]
fn what_only_the_study_can_say_is_quoted_and_nobody_is_named() {
    let dir = reference();
    let file = dir.path().join("study/study.yaml");
    let more = "member_check: { interviewers: { I1: Anna de Vries } }\n\
                interviewers:\n  I1: { gender: woman, training: two days }\n\
                reporting:\n  coreq:\n    9: After Braun and Clarke.\n    99: nothing\n";
    fs::write(&file, fs::read_to_string(&file).unwrap() + more).unwrap();
    let output = call(dir.path(), &["study", "report", "coreq"]);
    let (told, remarks) = (String::from_utf8(output.stdout).unwrap(), String::from_utf8(output.stderr).unwrap());
    assert!(output.status.success() && remarks.contains("answers item 99 under `reporting`, `coreq`"), "{remarks}");
    assert!(item(&told, "9").contains("\n> After Braun and Clarke.") && !item(&told, "9").contains("yours"), "{told}");
    assert!(item(&told, "4").contains("I1: woman") && item(&told, "4").contains("I2: not recorded"), "{told}");
    assert!(item(&told, "3").contains("Not recorded"), "{told}");
    assert!(!told.contains("Anna") && !told.contains("something that helped"), "{told}");
}

#[test]
fn what_is_in_no_figure_is_in_no_report() {
    let dir = reference();
    let before = said(dir.path(), &["study", "report", "coreq"]);
    let [.., withdrawn] = reference::add_others(&dir.path().join("study"));
    let after = said(dir.path(), &["study", "report", "coreq"]);
    for number in (1..=32).map(|n: u32| n.to_string()) {
        if number == "13" {
            assert!(item(&after, "13").contains("One participant stopped taking part: 1 wanted all of it destroyed."), "{after}");
        } else {
            assert_eq!(item(&after, &number), item(&before, &number));
        }
    }
    assert!(after.contains(&withdrawn.replace('_', "\\_")), "named at the head, as `hearback study` does");
    let journal = dir.path().join("study/sessions/2026-01-05-P01-first/journal.jsonl");
    fs::write(&journal, "nothing of ours\n").unwrap();
    let output = call(dir.path(), &["study", "report", "coreq"]);
    assert_eq!(output.status.code(), Some(4));
    assert!(String::from_utf8_lossy(&output.stderr).contains("2026-01-05-P01-first") && !output.stdout.is_empty());
}

#[test]
fn a_study_has_checklists_of_its_own_and_slips_in_them_are_told() {
    let dir = reference();
    let folder = dir.path().join("study/checklists");
    fs::create_dir(&folder).unwrap();
    let good = "title: RTARG\ncitation: somewhere\nitems:\n  - { item: A1, part: Methods, asks: How long, from: [durations] }\n\
                \x20 - { item: A2, asks: { en: Why, nl: Waarom }, next: in the minutes }\n";
    fs::write(folder.join("RTARG.yaml"), good).unwrap();
    let told = said(dir.path(), &["study", "report", "rtarg"]);
    assert!(told.starts_with("# RTARG: After therapy\n") && told.contains("RTARG. somewhere"), "{told}");
    assert!(told.contains("### A1. How long") && told.contains("minutes: mean 48") && told.contains("in the minutes"), "{told}");
    assert!(said(dir.path(), &["--language", "nl", "study", "report", "rtarg"]).contains("### A2. Waarom"));
    let (told, code) = refused(dir.path(), &["study", "report", "nowhere"]);
    assert!(code == Some(1) && told.contains("there is no checklist “nowhere”: there are RTARG, coreq, srqr;"), "{told}");
    for name in ["../study", "/etc/passwd", "checklists/rtarg"] {
        assert_eq!(refused(dir.path(), &["study", "report", name]).1, Some(1), "{name}");
    }
    fs::write(folder.join("RTARG.yaml"), "title: RTARG\nitems:\n  - item: 1\n    asks: Who asked\n    from: [interviewer]\n").unwrap();
    let (told, code) = refused(dir.path(), &["study", "report", "rtarg"]);
    let wanted = "checklists/RTARG.yaml:5:12: `interviewer` is no record that can answer an item\n      from: [interviewer]\n             ^\n  \
                  hint: did you mean `interviewers`?\n";
    assert!(code == Some(1) && told.ends_with(wanted), "{told}");
}

#[test]
fn a_report_is_a_new_file_and_a_docx_needs_one() {
    let dir = empty();
    let (told, code) = refused(dir.path(), &["study", "report", "coreq", "--format", "docx"]);
    assert!(code == Some(1) && told.contains("--out"), "{told}");
    let told = said(dir.path(), &["study", "report", "coreq", "--out", "report.md"]);
    assert!(told.contains("The report lies in report.md."), "{told}");
    let written = fs::read(dir.path().join("report.md")).unwrap();
    assert!(!call(dir.path(), &["study", "report", "srqr", "--out", "report.md"]).status.success());
    assert_eq!(fs::read(dir.path().join("report.md")).unwrap(), written, "nothing is written over");
}

/// All texts of a file for Word, those of a paragraph in one.
fn read_docx(bytes: &[u8]) -> Vec<String> {
    let mut part = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name("word/document.xml").unwrap().read_to_string(&mut part).unwrap();
    let (mut reader, mut all, mut text) = (Reader::from_str(&part), Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Text(more) => text.push_str(&more.xml10_content()),
            quick_xml::events::Event::GeneralRef(name) => match name.resolve_char_ref().unwrap() {
                Some(sign) => text.push(sign),
                None => text.push_str(quick_xml::escape::resolve_predefined_entity(&name.into_inner()).unwrap()),
            },
            quick_xml::events::Event::End(end) if end.local_name().as_ref() == "p" => all.push(std::mem::take(&mut text)),
            quick_xml::events::Event::Eof => return all,
            _ => {}
        }
    }
}

/// All texts of CommonMark with every extension; what acts fails.
fn read_markdown(text: &str) -> Vec<String> {
    let (mut all, mut line) = (Vec::new(), String::new());
    for event in Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Text(text) => line.push_str(&text),
            Event::Start(Tag::Heading { .. } | Tag::Paragraph | Tag::Item | Tag::List(None) | Tag::BlockQuote(None)) => {}
            Event::End(_) => all.extend(Some(std::mem::take(&mut line)).filter(|line| !line.is_empty())),
            other => panic!("not of ours: {other:?} in\n{text}"),
        }
    }
    all
}

#[test]
fn what_people_wrote_is_text_in_both_forms() {
    const HOSTILE: &[&str] = &[
        "<script>alert(1)</script>",
        "</w:t></w:r></w:p> &amp; &lt;b&gt;",
        "[x](javascript:alert(1)) ![y](https://example.org/p.png)",
        "# heading {#id} | a | b | - [ ] task",
        "*a* **b** _c_ `d` ~~e~~ $f$ ^g^ [^1]",
        "back\\slash \\* and one at the end \\",
    ];
    for hostile in HOSTILE {
        let dir = empty();
        let root = dir.path().join("study");
        let quoted = serde_json::Value::from(*hostile);
        let settings = format!("title: {quoted}\ninterviewers:\n  I1: {{ gender: {quoted} }}\nreporting:\n  own:\n    2: {quoted}\n");
        fs::write(root.join("study.yaml"), settings).unwrap();
        fs::create_dir(root.join("checklists")).unwrap();
        let list = format!(
            "title: {quoted}\ncitation: {quoted}\nitems:\n  - {{ item: 1, part: {quoted}, asks: {quoted}, from: [gender] }}\n\
             \x20 - {{ item: 2, asks: a }}\n  - {{ item: 3, asks: b, next: {quoted} }}\n"
        );
        fs::write(root.join("checklists/own.yaml"), list).unwrap();
        let markdown = read_markdown(&said(dir.path(), &["study", "report", "own"]));
        said(dir.path(), &["study", "report", "own", "--format", "docx", "--out", "report.docx"]);
        let docx = read_docx(&fs::read(dir.path().join("report.docx")).unwrap());
        for texts in [markdown, docx] {
            let all = texts.join("\n");
            // The title twice in the heading; the study, the checklist and its citation; the part, what is asked, the gender, the own words,
            // and where it could be kept.
            assert!(all.matches(hostile).count() >= 10, "{hostile}: {}\n{all}", all.matches(hostile).count());
        }
    }
}

#[test]
fn the_name_of_the_file_says_the_form_and_what_contradicts_it_is_refused() {
    let dir = empty();
    let write = |more: &[&str]| said(dir.path(), &[&["study", "report", "coreq", "--out"], more].concat());
    write(&["d.docx"]);
    assert!(fs::read(dir.path().join("d.docx")).unwrap().starts_with(b"PK"), "a Word document is a package");
    write(&["d.md"]);
    write(&["d.txt", "--format", "md"]);
    for file in ["d.md", "d.txt"] {
        assert!(fs::read_to_string(dir.path().join(file)).unwrap().starts_with("# COREQ"), "{file}");
    }
    for (args, words) in [
        (&["study", "report", "coreq", "--out", "e.docx", "--format", "md"][..], "e.docx is by its name no md"),
        (&["study", "report", "coreq", "--out", "e.pdf"], "What there is: md, docx"),
        (&["doctor", "--report", "--out", "e.docx"], "What there is: md, html"),
        (&["guide", "print", "nothing", "--out", "e.html", "--format", "md"], "e.html is by its name no md"),
        (&["letter", "P01", "--out", "e.pdf", "--format", "docx"], "e.pdf is by its name no docx"),
    ] {
        let (why, exit) = refused(dir.path(), args);
        assert!(exit == Some(2) && why.contains(words), "{args:?}: {why}");
    }
    assert!(!fs::read_dir(dir.path()).unwrap().any(|file| file.unwrap().file_name().to_string_lossy().starts_with("e.")));
    said(dir.path(), &["doctor", "--report", "--out", "r.html"]);
    assert!(fs::read_to_string(dir.path().join("r.html")).unwrap().starts_with("<!DOCTYPE html>"));
}

#[test]
fn whoever_dropped_out_is_counted_once_and_by_what_they_wanted() {
    let dir = reference();
    let before = said(dir.path(), &["study", "report", "coreq"]);
    assert!(!item(&before, "13").contains("stopped taking part"), "{}", item(&before, "13"));
    for (code, scope) in [("P01", "stop"), ("P02", "sound"), ("P03", "all"), ("T01", "quotes"), ("P02", "stop")] {
        let call = ["withdraw", code, "--scope", scope, "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"];
        let output = self::call(dir.path(), &call);
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    }
    let told = said(dir.path(), &["study", "report", "coreq"]);
    let words =
        "3 participants stopped taking part: 1 let what there was stay, 1 wanted the sound destroyed, 1 wanted all of it destroyed.";
    assert!(item(&told, "13").contains(words), "P01 and P02 were interviewed twice, and P03 too: {}", item(&told, "13"));
    let figures: serde_json::Value = serde_json::from_str(&said(dir.path(), &["study", "--json"])).unwrap();
    assert_eq!(figures["dropped_out"], serde_json::json!({ "keep": 1, "destroy": 1, "destroy-all": 1 }));
}
