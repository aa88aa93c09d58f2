//! What was coded in a program for analysis comes back, in the order in which it was coded; what hearback handed over does not, and neither does
//! anything of whoever is gone.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::fs::File;
use std::io::Read;
use std::io::Write;
use std::path::Path;

use serde_json::Value;
use serde_json::json;
use zip::ZipArchive;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cli::code;
use crate::cli::held;
use crate::cli::run;
use crate::support::reference;
use crate::support::search::files_with;
use crate::support::told::folders;

/// The reference study, whose analysis counts codes.
fn reference() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    reference::make(dir.path(), "codebook");
    dir
}

/// A study with one held interview and one with a statement, whose analysis counts codes.
fn counting() -> tempfile::TempDir {
    let dir = held();
    let settings = fs::read_to_string(dir.path().join("study.yaml")).unwrap();
    fs::write(dir.path().join("study.yaml"), format!("analysis: codebook\n{settings}")).unwrap();
    dir
}

/// What hearback hands over of the whole study, as a program would read it.
fn exported(dir: &tempfile::TempDir) -> String {
    exported_of(dir, &["--all"])
}

/// The same of some sessions.
fn exported_of(dir: &tempfile::TempDir, which: &[&str]) -> String {
    let away = tempfile::tempdir().unwrap();
    let out = away.path().join("all.qdpx");
    let told = run(dir.path(), &[&["export", "qdpx"], which, &["--out", out.to_str().unwrap()]].concat());
    assert_eq!(code(&told), "0", "{told}");
    let mut qde = String::new();
    ZipArchive::new(File::open(out).unwrap()).unwrap().by_name("project.qde").unwrap().read_to_string(&mut qde).unwrap();
    qde
}

/// A package with these bytes as its project, beside what a program puts there too.
fn packed(dir: &tempfile::TempDir, name: &str, inner: &str, qde: &[u8]) {
    let mut zip = ZipWriter::new(File::create(dir.path().join(name)).unwrap());
    for (name, bytes) in [("Sources/", b"".as_slice()), ("Sources/one.wav", b"RIFF"), (inner, qde), ("__MACOSX/._project.qde", b"x")] {
        zip.start_file(name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

const COPING: &str = "11111111-2222-4333-8444-000000000001";
const REST: &str = "11111111-2222-4333-8444-000000000002";

/// A coding in the manner of most programs: a part of a source with the date on the coding.
fn coding(n: usize, code: &str, at: &str) -> String {
    let made = if at.is_empty() { String::new() } else { format!(" creationDateTime=\"{at}\"") };
    format!(
        "<PlainTextSelection guid=\"AAAAAAAA-0000-4000-8000-{n:012}\" name=\"what they said\" startPosition=\"0\" endPosition=\"3\">\
         <Coding guid=\"BBBBBBBB-0000-4000-8000-{n:012}\"{made}><CodeRef targetGUID=\"{code}\"/></Coding></PlainTextSelection>"
    )
}

/// The project with these codes in its code book, and these codings on the first source whose name begins so.
fn with(qde: &str, codes: &str, on: &[(&str, String)]) -> String {
    let mut qde = qde.replacen("<Codes>", &format!("<Codes>{codes}"), 1);
    for (name, codings) in on {
        let from = qde.find(&format!(" name=\"{name}")).unwrap_or_else(|| panic!("no source is called {name}: {qde}"));
        let end = ["</TextSource>", "</AudioSource>"].iter().filter_map(|end| Some(from + qde[from..].find(end)?)).min().unwrap();
        qde.insert_str(end, codings);
    }
    qde
}

fn tree() -> String {
    format!("<Code guid=\"{COPING}\" name=\"Coping\" isCodable=\"false\"><Code guid=\"{REST}\" name=\"Rest\" isCodable=\"true\"/></Code>")
}

/// The GUID of the code of this name.
fn guid_of(qde: &str, name: &str) -> String {
    let at = qde.find(&format!("\" name=\"{name}\" isCodable")).unwrap();
    qde[at - 36..at].to_owned()
}

/// The same with each GUID another one, as programs write that draw their own.
fn renumbered(qde: &str) -> String {
    let is_guid = |text: &[u8]| {
        text.len() == 36
            && text.iter().enumerate().all(|(n, byte)| if [8, 13, 18, 23].contains(&n) { *byte == b'-' } else { byte.is_ascii_hexdigit() })
    };
    let (mut known, mut out, mut at): (BTreeMap<String, usize>, String, usize) = (BTreeMap::new(), String::new(), 0);
    while at < qde.len() {
        if let Some(text) = qde.get(at..at + 36).filter(|text| is_guid(text.as_bytes())) {
            let next = known.len() + 1;
            let n = *known.entry(text.to_owned()).or_insert(next);
            write!(out, "cccccccc-0000-4000-8000-{n:012x}").unwrap();
            at += 36;
        } else {
            let c = qde[at..].chars().next().unwrap();
            out.push(c);
            at += c.len_utf8();
        }
    }
    out
}

/// What the program says in JSON, where all is well.
fn json(dir: &tempfile::TempDir, args: &[&str]) -> Value {
    let told = run(dir.path(), args);
    assert_eq!(code(&told), "0", "{told}");
    serde_json::from_str(told.split_once('\n').unwrap().1.rsplit_once("--- exit").unwrap().0).unwrap_or_else(|why| panic!("{why}: {told}"))
}

fn import(dir: &tempfile::TempDir) -> Value {
    json(dir, &["codes", "import", "coded.qdpx", "--json"])
}

#[test]
fn codes_are_new_in_the_order_in_which_somebody_coded() {
    let dir = reference();
    let names = ["2026-01-05-P01-first", "2026-01-07-P02-first", "2026-01-09-P03-first", "2026-01-11-P04-first"];
    let qde = exported_of(&dir, &names);
    let before = json(&dir, &["study", "--json"]);
    assert_eq!(before["saturation"]["source"], "codes-in-notes");
    let first = guid_of(&qde, "code 01");
    let on = [
        ("2026-01-09-P03-first", coding(1, REST, "2026-11-02T09:00:00Z") + &coding(2, COPING, "2026-11-02T10:00:00.25+01:00")),
        ("2026-01-05-P01-first", coding(3, REST, "2026-11-03T09:00:00Z") + &coding(4, &first, "2026-11-03T09:00:00Z")),
        ("2026-01-07-P02-first", coding(5, REST, "2026-11-04T09:00:00Z") + &coding(6, &first, "2026-11-04T08:00:00Z")),
        ("2026-01-11-P04-first", coding(7, COPING, "2026-11-05T09:00:00Z")),
    ];
    let coded = with(&qde, &tree(), &on).replacen(" origin=\"", " origin=\"MAXQDA 2026 \" was=\"", 1);
    packed(&dir, "coded.qdpx", "project.qde", coded.as_bytes());
    let told = import(&dir);
    assert_eq!(told["program"], "MAXQDA 2026");
    let sessions: Vec<(&str, u64)> =
        told["sessions"].as_array().unwrap().iter().map(|one| (one["session"].as_str().unwrap(), one["codes"].as_u64().unwrap())).collect();
    assert_eq!(sessions, names.into_iter().zip([2, 2, 2, 1]).collect::<Vec<_>>());
    assert!(told["handed_over"].as_u64().unwrap() > 10, "those of codes in notes, and of kinds of notes");
    assert_eq!((&told["unmatched"], told["without"].as_array().unwrap().len(), &told["undated"]), (&json!([]), 60, &json!(0)));
    let after = json(&dir, &["study", "--json"]);
    let saturation = &after["saturation"];
    let source = &saturation["source"];
    assert_eq!((&source["from"], &source["program"], &source["file"]), (&json!("qda-export"), &json!("MAXQDA 2026"), &json!("coded.qdpx")));
    let kind = &saturation["kinds"][0];
    assert_eq!((&kind["coded"], &kind["codes"], &kind["run_without_new"]), (&json!(4), &json!(3), &json!(2)));
    assert_eq!(kind["not_coded"].as_array().unwrap().len(), 16, "codes in notes are no codes of the analysis");
    let row = |one: &Value| json!([one["participant"], one["new"], one["total"], one["coded_on"]]);
    assert_eq!(
        kind["interviews"].as_array().unwrap().iter().map(row).collect::<Vec<_>>(),
        [
            json!(["P03", 2, 2, "2026-11-02"]),
            json!(["P01", 1, 3, "2026-11-03"]),
            json!(["P02", 0, 3, "2026-11-04"]),
            json!(["P04", 0, 3, "2026-11-05"])
        ]
    );
    for args in [&["study"][..], &["study", "--markdown"], &["study", "report", "coreq"]] {
        let told = run(dir.path(), args);
        // The list of codes for notes is a report's too.
        let is_of_notes = told.contains("These are codes in notes, put") && !args.contains(&"report");
        assert!(told.contains("MAXQDA 2026") && !is_of_notes, "{told}");
    }
    // Wherever codes are told of, it is said where these come from.
    let listed = run(dir.path(), &["codes"]);
    assert!(listed.contains("3 codes on 4 sessions, from coded.qdpx (MAXQDA 2026, "), "{listed}");
    let row = |session: &str| {
        listed.lines().find(|line| line.contains(session)).unwrap().split_whitespace().map(str::to_owned).collect::<Vec<_>>()
    };
    assert_eq!(row(names[0]), [names[0], "2", "2"]);
    let there = json(&dir, &["codes", "import", "--json"]);
    let same = |of: &Value, name: &str| of[name].clone();
    for name in ["program", "on", "file", "sha256", "sessions", "undated"] {
        assert_eq!(same(&there, name), same(&import(&dir), name), "{name}");
    }
    let listed = run(dir.path(), &["study", "report", "coreq"]);
    assert!(listed.contains("3 codes on 4 sessions, from coded.qdpx") && !listed.contains("Not recorded: the codes"), "{listed}");
    let figures = listed.split("From: ").find(|part| part.contains("Codes from MAXQDA 2026")).unwrap();
    let from = listed.split_once(figures).unwrap().1;
    assert!(from.starts_with("From: coding.json, which “hearback codes import” made"), "{from}");
    // The same from a program that drew new GUIDs for all of it: what was handed over is known by its dates and places.
    packed(&dir, "coded.qdpx", "A study.qde", renumbered(&coded).as_bytes());
    let again = import(&dir);
    assert_eq!((&again["sessions"], &again["handed_over"]), (&told["sessions"], &told["handed_over"]));
    assert_ne!(again["replaced"], Value::Null);
    assert_eq!(json(&dir, &["study", "--json"])["saturation"]["kinds"], saturation["kinds"]);
    let of_notes = |told: &str| told.split("Coded elsewhere").next().map(str::to_owned);
    let both = run(dir.path(), &["codes"]);
    // Taken out, all is as it was.
    assert_eq!(json(&dir, &["codes", "import", "--forget", "--json"])["forgotten"]["file"], "coded.qdpx");
    assert_eq!(json(&dir, &["study", "--json"]), before);
    assert!(run(dir.path(), &["codes", "import", "--forget"]).contains("nothing to take out"));
    assert_eq!(json(&dir, &["codes", "import", "--json"]), Value::Null);
    let left = run(dir.path(), &["codes"]);
    assert!(both.contains("Coded elsewhere") && !left.contains("Coded elsewhere"), "{left}");
    assert!(left.starts_with(of_notes(&both).unwrap().trim_end()), "{left}");
}

#[test]
fn what_each_program_makes_of_it_says_the_same() {
    let dir = counting();
    let qde = exported(&dir);
    let session = folders(&dir)[0].name();
    let at = |made: &str| with(&qde, &tree(), &[(&session, coding(1, REST, made) + &coding(2, REST, "2026-11-09T00:00:00Z"))]);
    let qualcoder = renumbered(&at(""))
        .replace("name=\"what they said\"", "name=\"what they said\" creationDateTime=\"2026-11-02 09:00:00\"")
        .replacen(&format!("name=\"{session}-1.wav.txt\""), "name=\"other\"", 1);
    let nvivo = at("2026-11-02T09:00:00");
    let lower = nvivo
        .replace(&format!("name=\"{session}-1.wav\""), &format!("name=\"{session}-1\""))
        .replace("BBBBBBBB", "bbbbbbbb")
        .replace("guid=\"1111", "guid=\"{1111")
        .replace("000001\" name", "000001}\" name")
        .replace("000002\" name", "000002}\" name");
    let wide: Vec<u8> =
        std::iter::once(0xfeff).chain(at("2026-11-02T10:00:00.0000000+01:00").encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (program, inner, bytes) in [
        ("MAXQDA", "project.qde", [b"\xef\xbb\xbf", at("2026-11-02T09:00:00Z").as_bytes()].concat()),
        ("NVivo", "PROJECT.QDE", lower.into_bytes()),
        ("ATLAS.ti", "My study.qde", renumbered(&at("2026-11-02T04:00:00-05:00")).into_bytes()),
        ("QualCoder", "project.qde", qualcoder.into_bytes()),
        ("another", "x/project.qde", wide),
    ] {
        packed(&dir, "coded.qdpx", inner, &bytes);
        let told = import(&dir);
        assert_eq!(told["sessions"], json!([{ "session": session, "codes": 1, "codings": 2 }]), "{program}: {told}");
        let kept: Value = serde_json::from_slice(&fs::read(dir.path().join("coding.json")).unwrap()).unwrap();
        let code = &kept["sessions"][0]["codes"][0];
        assert_eq!(code["code"], json!(["Coping", "Rest"]), "{program}");
        let first: Vec<&str> = code["first"].as_str().unwrap().split(['T', '+', '-', ':']).collect();
        assert_eq!(first[..3], ["2026", "11", "02"], "{program}");
        let coded = json(&dir, &["study", "--json"])["saturation"]["kinds"][0]["interviews"][0]["coded_on"].clone();
        assert_eq!(coded, "2026-11-02", "{program}");
    }
}

#[test]
fn what_is_kept_holds_no_words_of_anybody_and_names_cannot_command_a_terminal() {
    let dir = counting();
    let qde = exported(&dir);
    let session = folders(&dir)[0].name();
    let long = "y".repeat(100_000);
    let hostile = ["&#x202E;esrever", "&quot;two&#10;lines&quot; &lt;b&gt;", "", &long, "Rest", "REST", "=cmd()"];
    let guid = |n: usize| format!("DDDDDDDD-0000-4000-8000-{n:012}");
    let rest = "isCodable=\"true\"><Description>secretmemo</Description></Code>";
    let named = (0..).zip(hostile).map(|(n, name)| format!("<Code guid=\"{}\" name=\"{name}\" {rest}", guid(n)));
    let book = named.chain([tree()]).collect::<Vec<_>>().concat();
    let dated: Vec<String> = (0..hostile.len()).map(|n| coding(n, &guid(n), "2026-11-02T09:00:00Z")).collect();
    let undated = coding(99, REST, "some day");
    let made = with(&qde, &book, &[(&session, dated.concat() + &undated)]);
    packed(&dir, "coded.qdpx", "project.qde", made.replacen(" origin=\"", " origin=\"Evil&#x1b;[2J &#x202e;\" was=\"", 1).as_bytes());
    let told = run(dir.path(), &["codes", "import", "coded.qdpx"]);
    assert!(code(&told) == "0" && !told.contains(['\u{1b}', '\u{202e}', '\u{9b}']), "{told}");
    assert!(told.contains("7 codes on one session") && told.contains("counted last"), "{told}");
    let kept = fs::read_to_string(dir.path().join("coding.json")).unwrap();
    for never in ["secretmemo", "what they said", "like a switch", "\u{202e}", "\\u001b", &long[..200]] {
        assert!(!kept.contains(never), "{never}");
    }
    for args in [&["study"][..], &["study", "--markdown"], &["study", "--csv"]] {
        let told = run(dir.path(), args);
        assert!(!told.contains(['\u{1b}', '\u{202e}']), "{told}");
    }
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        assert_eq!(fs::metadata(dir.path().join("coding.json")).unwrap().permissions().mode() & 0o777, 0o600);
    }
    // Said again, it is the same to the byte, and takes the place of nothing else.
    assert_eq!(import(&dir)["replaced"], Value::Null);
    assert_eq!(fs::read_to_string(dir.path().join("coding.json")).unwrap(), kept);
}

#[test]
fn what_cannot_be_read_or_fits_nothing_changes_nothing_and_says_what_to_do() {
    let dir = counting();
    let qde = exported(&dir);
    let session = folders(&dir)[0].name();
    let good = with(&qde, &tree(), &[(&session, coding(1, REST, "2026-11-02T09:00:00Z"))]);
    packed(&dir, "coded.qdpx", "project.qde", good.as_bytes());
    import(&dir);
    let kept = fs::read(dir.path().join("coding.json")).unwrap();
    let whole = fs::read(dir.path().join("coded.qdpx")).unwrap();
    let refused = |words: &str| {
        let told = run(dir.path(), &["codes", "import", "bad.qdpx"]);
        assert!(code(&told) != "0" && code(&told) != "101" && told.contains(words), "{words}: {told}");
        assert_eq!(fs::read(dir.path().join("coding.json")).unwrap(), kept, "{words}");
    };
    for cut in [0, 1, 30, whole.len() / 2, whole.len() - 1] {
        fs::write(dir.path().join("bad.qdpx"), &whole[..cut]).unwrap();
        refused("Export it again");
    }
    let mut bomb = b"<Project origin='x'><Description>".to_vec();
    bomb.resize(80 << 20, b' ');
    packed(&dir, "bad.qdpx", "project.qde", &bomb);
    refused("unpacks to more");
    packed(&dir, "bad.qdpx", "project.qde", b"<!DOCTYPE a [<!ENTITY a 'x'>]><Project/>");
    refused("document type");
    packed(&dir, "bad.qdpx", "project.qde", &good.as_bytes()[..good.len() - 20]);
    refused("breaks off");
    packed(&dir, "bad.qdpx", "project.qde", b"<CodeBook xmlns='urn:QDA-XML:codebook:1.0'><Codes/></CodeBook>");
    refused("no project in it");
    packed(&dir, "bad.qdpx", "notes.txt", b"x");
    refused("no project in it");
    packed(&dir, "bad.qdpx", "project.qde", qde.as_bytes());
    refused("Nobody coded anything");
    let other = folders(&dir)[1].name();
    let strange = renumbered(&good).replace(&session, "Interview A").replace("name=\"P0", "name=\"Q0");
    packed(&dir, "bad.qdpx", "project.qde", strange.as_bytes());
    refused("Of no session here: Interview A-1.wav");
    let strange = strange.replace(&other, "Interview B");
    packed(&dir, "bad.qdpx", "project.qde", strange.as_bytes());
    refused("no source that is a session");
    fs::remove_file(dir.path().join("bad.qdpx")).unwrap();
    refused("cannot be read");
    // Who knows which it is may say so.
    packed(&dir, "bad.qdpx", "project.qde", strange.as_bytes());
    let said = |source: &str| run(dir.path(), &["codes", "import", "bad.qdpx", "--source", source]);
    for wrong in ["Interview A-1", "nothing=P01", "Interview A-1=P99"] {
        assert_ne!(code(&said(wrong)), "0", "{wrong}");
    }
    let told = said("Interview A-1=P01");
    assert!(code(&told) == "0" && told.contains("takes the place of coded.qdpx"), "{told}");
    // Where what is kept cannot be read, nothing is counted from it and nothing else is said.
    fs::write(dir.path().join("coding.json"), "{").unwrap();
    assert!(run(dir.path(), &["study"]).contains("codes import --forget"));
    assert_eq!(code(&run(dir.path(), &["codes", "import", "--forget"])), "0");
    assert_eq!(code(&run(dir.path(), &["study"])), "0");
}

#[test]
fn nothing_of_whoever_is_gone_is_left_or_comes_back() {
    for (how, gone) in [
        (&["withdraw", "P01", "--scope", "all", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"][..], true),
        (&["destroy", "P01", "--what", "notes", "--reason", "the term is over", "--yes"], true),
        (&["withdraw", "P01", "--scope", "stop", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"], false),
        (&["destroy", "P01", "--what", "sound", "--reason", "the term is over", "--yes"], false),
    ] {
        let dir = counting();
        let all: Vec<String> = folders(&dir).iter().map(|folder| folder.name()).collect();
        let tree = tree().replace("\"Rest\"", "\"Onlytheirs\"");
        let on = [(all[0].as_str(), coding(1, REST, "2026-11-02T09:00:00Z")), (&all[1], coding(2, COPING, "2026-11-02T09:00:00Z"))];
        // The file lies outside the study, where nobody here can reach it.
        let away = tempfile::tempdir().unwrap();
        packed(&away, "coded.qdpx", "project.qde", with(&exported(&dir), &tree, &on).as_bytes());
        let file = away.path().join("coded.qdpx");
        let import = || json(&dir, &["codes", "import", file.to_str().unwrap(), "--json"]);
        assert_eq!(import()["sessions"].as_array().unwrap().len(), 2);
        assert_eq!(files_with(dir.path(), "Onlytheirs").len(), 1);
        let asked = run(dir.path(), &how[..how.len() - 1]);
        assert_eq!(asked.contains("in coding.json"), gone, "{asked}");
        let told = run(dir.path(), how);
        assert_eq!((code(&told), told.contains("one code of it in coding.json")), ("0", gone), "{told}");
        let receipt = fs::read_dir(dir.path().join("receipts")).into_iter().flatten().next();
        let receipt = receipt.map(|entry| serde_json::from_slice::<Value>(&fs::read(entry.unwrap().path()).unwrap()).unwrap());
        assert_eq!(receipt.is_some_and(|receipt| receipt["coding"] == 1), gone, "{how:?}");
        for _ in 0..2 {
            assert_eq!(files_with(dir.path(), "Onlytheirs").is_empty(), gone, "{how:?}");
            let kept: Value = serde_json::from_slice(&fs::read(dir.path().join("coding.json")).unwrap()).unwrap();
            assert_eq!(kept["sessions"].as_array().unwrap().len(), if gone { 1 } else { 2 });
            let again = import();
            assert_eq!(again["not_taken_in"].as_array().unwrap().is_empty(), !gone, "{again}");
        }
        assert!(!Path::new(&dir.path().join(".coding.json.old")).exists());
    }
}
