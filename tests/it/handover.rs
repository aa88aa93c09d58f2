//! What is handed over: what no form of it holds, whose words they were or what they said of them; and what is written down about it.

use std::fs;
use std::io::Read;
use std::path::Path;

use zip::ZipArchive;

use hearback::domain::outside::CopyKind;

use crate::cli::code;
use crate::cli::held;
use crate::cli::run;
use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::folders;
use crate::support::told::replayed;
use crate::support::told::reread;

const FORMS: [&str; 9] = ["qdpx", "elan", "audacity", "wav", "vtt", "srt", "csv", "jsonl", "bagit"];

/// An interview in which something of every kind was written, one thing that is withheld since, and a transcript that has it too.
fn told() -> tempfile::TempDir {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys(">sharedquote<enter>").hear_until(secs(14)).keys("@seenthing<enter>");
    script.hear_until(secs(18)).keys("(ownthought<enter>").hear_until(secs(22)).keys("?comebackto<enter>");
    script.hear_until(secs(26)).keys("withheldwords<enter>").hear_until(secs(30)).keys("<f5>1<f6><down>skippedreason<alt-s>");
    script
        .hear_until(secs(34))
        .keys("<ctrl-o>")
        .hear(secs(3))
        .keys("<ctrl-x>offrecordwords<enter>")
        .hear(secs(2))
        .keys("<ctrl-o>")
        .hear_until(secs(40))
        .saved()
        .keys("<f10><f10>")
        .saved();
    script.leave();
    let vtt = "WEBVTT\n\n00:05.000 --> 00:08.000\n<v P01>spokenshared\n\n00:24.000 --> 00:25.500\n<v P01>spokenwithheld\n";
    fs::write(dir.path().join("said.vtt"), vtt).unwrap();
    run(dir.path(), &["transcript", "import", "P01", "said.vtt"]);
    run(dir.path(), &["ends", "P01", "--page", "steered", "--words", "ownpageline"]);
    let told = run(dir.path(), &["withhold", "P01", "--from", "0:23", "--to", "0:27"]);
    assert_eq!(code(&told), "0", "{told}");
    dir
}

/// What lies at `path`, with what is packed in it taken out: the names of files, then their bytes.
fn bytes(path: &Path) -> Vec<u8> {
    let mut all = path.file_name().unwrap().to_string_lossy().into_owned().into_bytes();
    if path.is_dir() {
        for entry in fs::read_dir(path).unwrap() {
            all.extend(bytes(&entry.unwrap().path()));
        }
        return all;
    }
    let file = fs::read(path).unwrap();
    if let Ok(mut archive) = ZipArchive::new(std::io::Cursor::new(&file)) {
        for n in 0..archive.len() {
            let mut entry = archive.by_index(n).unwrap();
            all.extend(entry.name().as_bytes());
            entry.read_to_end(&mut all).unwrap();
        }
    }
    all.extend(file);
    all
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

/// A place outside every study.
fn away() -> tempfile::TempDir {
    tempfile::tempdir().unwrap()
}

/// Where something of this name lies there, as it is typed.
fn at(away: &tempfile::TempDir, name: &str) -> String {
    away.path().join(name).to_str().unwrap().to_owned()
}

/// Exports in each form to a place outside the study: what is said, and what lies there.
fn exported(dir: &tempfile::TempDir, away: &tempfile::TempDir, name: &str, args: &[&str]) -> Vec<(String, Vec<u8>)> {
    let export = |form: &&str| {
        let out = at(away, &format!("{name}-{form}"));
        let told = run(dir.path(), &[&["export", *form], args, &["--out", &out]].concat());
        let lies = Path::new(&out).to_owned();
        let lies = if lies.exists() { bytes(&lies) } else { Vec::new() };
        (told, lies)
    };
    FORMS.iter().map(export).collect()
}

#[test]
fn no_form_holds_what_is_withheld_or_ones_own_and_each_kind_leaves_by_its_name() {
    let dir = told();
    let never = ["withheldwords", "spokenwithheld", "offrecordwords"];
    let journal = fs::read_to_string(folders(&dir)[0].journal()).unwrap();
    assert!(journal.contains("offrecordwords") && journal.contains("withheldwords") && journal.contains("ownpageline"));
    let own = ["seenthing", "ownthought", "comebackto", "skippedreason", "ownpageline"];
    let away = away();
    for args in [["P01"].as_slice(), &["--all"]] {
        for (form, (told, lies)) in FORMS.iter().zip(exported(&dir, &away, args[0].trim_start_matches('-'), args)) {
            assert_eq!(code(&told), "0", "{told}");
            for words in never.iter().chain(&own) {
                assert!(!holds(&lies, words), "{words} in {form}");
            }
            // Subtitles hold what was said where there is a transcript; sound alone holds notes.
            let shared = if *form == "wav" { "sharedquote" } else { "spokenshared" };
            assert!(holds(&lies, shared), "{shared} in {form}");
            assert!(told.contains("3 notes of your own stayed here"), "{told}");
        }
    }
    for (kind, words) in [("observation", 0), ("memo", 1), ("follow-up", 2), ("reason", 3), ("page", 4)] {
        let out = at(&away, &format!("named-{kind}"));
        let told = run(dir.path(), &["export", "jsonl", "P01", "--private", kind, "--out", &out]);
        assert_eq!(code(&told), "0", "{told}");
        let lies = bytes(Path::new(&out));
        for (n, own) in own.iter().enumerate() {
            assert_eq!(holds(&lies, own), n == words, "{own} where {kind} is named");
        }
        assert!(never.iter().all(|words| !holds(&lies, words)));
    }
}

#[test]
fn what_they_no_longer_want_is_in_nothing_that_is_exported_since_and_what_was_is_named() {
    let (dir, away) = (told(), away());
    assert_eq!(code(&run(dir.path(), &["export", "csv", "P01", "--out", &at(&away, "before.csv")])), "0");
    let copies = |dir: &tempfile::TempDir| reread(dir).copies().cloned().collect::<Vec<_>>();
    let known = copies(&dir);
    assert!(
        known.len() == 1 && known[0].copy == CopyKind::Words && known[0].file == "before.csv" && known[0].sha256.is_some(),
        "{known:?}"
    );
    let told = run(dir.path(), &["withhold", "P01", "--note", "1"]);
    assert!(told.contains("before.csv") && told.contains("delete it"), "{told}");
    for (told, lies) in exported(&dir, &away, "since", &["P01"]) {
        assert!(code(&told) == "0" && !holds(&lies, "sharedquote"), "{told}");
    }
    // All of it: nothing leaves any more, and what left before is named.
    let told = run(dir.path(), &["withdraw", "P01", "--scope", "all", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"]);
    assert!(code(&told) == "0" && told.contains("What was exported on"), "{told}");
    for (told, lies) in exported(&dir, &away, "never", &["P01"]) {
        assert!(code(&told) == "1" && lies.is_empty(), "{told}");
    }
    let told = run(dir.path(), &["export", "csv", "--all", "--out", &at(&away, "none.csv")]);
    assert!(code(&told) == "1" && !away.path().join("none.csv").exists(), "{told}");
    // Whoever was cut off while it was told is told it again.
    let told = run(dir.path(), &["withdraw", "P01", "--scope", "all", "--yes"]);
    assert!(code(&told) == "0" && told.contains("What was exported on"), "{told}");
}

#[test]
fn what_left_is_named_once_however_often_it_did() {
    let (dir, away) = (told(), away());
    for name in ["one.csv", "two.csv"] {
        assert_eq!(code(&run(dir.path(), &["export", "csv", "P01", "--out", &at(&away, name)])), "0");
    }
    let would = run(dir.path(), &["destroy", "P01", "--what", "notes", "--reason", "the term is over"]);
    assert!(code(&would) == "1" && would.matches("SHA-256").count() == 1, "{would}");
    assert!(would.contains("It was called one.csv, two.csv.") && would.matches("What was exported on").count() == 1, "{would}");
    assert_eq!(code(&run(dir.path(), &["export", "wav", "P01", "--out", &at(&away, "sound")])), "0");
    let gone = ["withdraw", "P01", "--scope", "sound", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"];
    let told = run(dir.path(), &gone);
    let named: Vec<&str> = told.lines().filter(|line| line.starts_with('!') && line.contains("sound")).collect();
    assert!(code(&told) == "0" && named.iter().filter(|line| line.contains("export")).count() == 1, "{told}");
}

#[test]
fn of_whoever_takes_no_part_leaves_what_they_let_stay_and_else_nothing() {
    let no = ["consent", "P01", "taking-part", "no", "--told", "aloud", "--to", "I1", "--on", "2026-11-24"];
    let stop = ["withdraw", "P01", "--scope", "stop", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"];
    for (said, leaves) in [(&no[..], false), (&stop[..], true)] {
        let (dir, away) = (told(), away());
        assert_eq!(code(&run(dir.path(), said)), "0");
        for (told, lies) in exported(&dir, &away, "since", &["P01"]) {
            assert_eq!((code(&told), lies.is_empty()), (if leaves { "0" } else { "1" }, !leaves), "{told}");
            assert_eq!(told.contains("said no to taking part"), !leaves, "{told}");
        }
    }
}

#[test]
fn sound_is_silent_where_it_is_withheld_and_else_to_the_bit() {
    let (dir, away) = (told(), away());
    run(dir.path(), &["export", "wav", "P01", "--out", &at(&away, "sound")]);
    let samples = |path: &Path| -> Vec<i16> { hound::WavReader::open(path).unwrap().into_samples().map(Result::unwrap).collect() };
    let folder = &folders(&dir)[0];
    let (was, is) = (samples(&folder.file("take-001.wav")), samples(&away.path().join("sound").join(format!("{}-1.wav", folder.name()))));
    assert_eq!(was.len(), is.len());
    let silent = 23 * 48_000..27 * 48_000 + 48;
    let differs = |n: &usize| is[*n] != was[*n] && (is[*n] != 0 || !(silent.start..silent.end + 2).contains(n));
    assert_eq!((0..is.len()).find(differs), None);
    assert!(is[silent].iter().all(|sample| *sample == 0));
}

#[test]
fn nothing_is_overwritten_and_nobody_else_may_read_it() {
    let (dir, away) = (held(), away());
    for within in ["sessions/x.csv", "x.csv", "receipts"] {
        let told = run(dir.path(), &["export", "csv", "P02", "--out", within]);
        assert_eq!(code(&told), "2", "{told}");
    }
    for (form, shape) in [("csv", "is a file"), ("bagit", "is a folder")] {
        let out = away.path().join(form);
        assert_eq!(code(&run(dir.path(), &["export", form, "--all", "--out", &(at(&away, form) + "/")])), "0");
        let before = bytes(&out);
        let told = run(dir.path(), &["export", form, "P02", "--out", &at(&away, form)]);
        assert!(code(&told) == "1" && told.contains("is there already") && bytes(&out) == before, "{shape}: {told}");
        #[cfg(unix)]
        assert_eq!(std::os::unix::fs::PermissionsExt::mode(&fs::metadata(&out).unwrap().permissions()) & 0o077, 0, "{shape}");
    }
    let left = fs::read_dir(away.path()).unwrap().map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    let unfinished = |name: &String| name.rsplit('.').next().is_some_and(|ending| matches!(ending, "part" | "new"));
    assert_eq!(left.into_iter().find(unfinished), None);
    let told = run(dir.path(), &["export", "csv", "P02", "--out", &at(&away, "nowhere/x.csv")]);
    assert!(code(&told) == "1" && told.contains("there is no folder"), "{told}");
    for folder in folders(&dir) {
        assert!(replayed(&folder).copies().all(|copy| copy.file != "x.csv"), "what was not written did not leave");
    }
}

#[test]
fn pseudonyms_stand_in_the_place_of_codes_and_words_everywhere() {
    let (dir, away) = (told(), away());
    fs::write(dir.path().join("names.txt"), "# ours\nP01 = P31\nsharedquote = anotherquote\nspokenshared = otherwords\n").unwrap();
    for (form, (told, lies)) in FORMS.iter().zip(exported(&dir, &away, "put", &["P01", "--pseudonyms", "names.txt"])) {
        assert_eq!(code(&told), "0", "{told}");
        for words in ["sharedquote", "spokenshared", "P01", "ours"] {
            assert!(!holds(&lies, words), "{words} in {form}");
        }
        assert!(holds(&lies, "P31"), "{form}");
    }
    fs::write(dir.path().join("names.txt"), "no pair\n").unwrap();
    let told = run(dir.path(), &["export", "csv", "P01", "--pseudonyms", "names.txt", "--out", &at(&away, "x.csv")]);
    assert!(code(&told) == "1" && told.contains("line 1 is no pair of words"), "{told}");
}

#[test]
fn who_belongs_to_whom_stays_here_and_is_named() {
    let (dir, away) = (held(), away());
    let people = "participants:\n  - code: P01\n    attributes: { treated_by: T4, age: 48, therapist: T4 }\n  - code: T4\n";
    fs::write(dir.path().join("participants.yaml"), format!("format: 1\n{people}")).unwrap();
    let told = run(dir.path(), &["export", "jsonl", "P01", "--out", &at(&away, "x.jsonl")]);
    assert!(code(&told) == "0" && told.contains("it says who belongs to whom: therapist, treated_by"), "{told}");
    let lies = bytes(&away.path().join("x.jsonl"));
    assert!(holds(&lies, "\"age\":\"48\"") && !holds(&lies, "T4"));
}

#[test]
fn of_whoever_stopped_it_is_said_when_and_that_what_leaves_is_what_they_let_stay() {
    let (dir, away) = (told(), away());
    let said = "P01 takes no part any more since 2026-11-24: what leaves of it is what they let stay";
    assert!(!run(dir.path(), &["export", "csv", "P01", "--out", &at(&away, "before.csv")]).contains("what they let stay"));
    run(dir.path(), &["withdraw", "P01", "--scope", "stop", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"]);
    let told = run(dir.path(), &["export", "csv", "--all", "--out", &at(&away, "after.csv")]);
    assert!(code(&told) == "0" && told.contains(said), "{told}");
}

#[test]
fn where_nothing_was_recorded_there_is_no_sound_that_stays_here() {
    let (dir, away) = (study(), away());
    let mut script = home(&dir);
    script.keys(FORM.trim_end_matches('a')).hear(secs(1)).keys("ynyyy<f10>").hear(secs(1)).keys("<pagedown>typed<enter>").hear(secs(2));
    script.saved().keys("<f10><f10>").saved();
    script.leave();
    let told = run(dir.path(), &["export", "bagit", "P01", "--out", &at(&away, "bag")]);
    assert!(code(&told) == "0" && told.contains("leaves without its sound: there is none"), "{told}");
    // There is some, and it stays.
    let dir = self::told();
    run(dir.path(), &["consent", "P01", "recording", "no", "--told", "aloud", "--to", "I1", "--on", "2026-11-24"]);
    let told = run(dir.path(), &["export", "bagit", "P01", "--out", &at(&away, "other")]);
    assert!(told.contains("leaves without its sound: they do not want it to be used"), "{told}");
}

#[test]
fn what_should_be_in_an_export_of_all_and_is_not_ends_it_with_a_failure() {
    let (dir, away) = (held(), away());
    let journal = folders(&dir).into_iter().find(|folder| folder.name().contains("P01")).unwrap().journal();
    let text = fs::read_to_string(&journal).unwrap();
    fs::write(&journal, text.replacen("P01", "P09", 1)).unwrap();
    let told = run(dir.path(), &["export", "csv", "--all", "--out", &at(&away, "all.csv")]);
    assert!(code(&told) == "1" && told.contains("one session is not in it, and should be: ") && told.contains("P01-first"), "{told}");
    assert!(fs::read_to_string(away.path().join("all.csv")).unwrap().contains("P02"), "the others are");
    // What is not for handing over is missed by nobody.
    fs::write(&journal, text).unwrap();
    let wish = ["withdraw", "P01", "--scope", "all", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"];
    assert_eq!(code(&run(dir.path(), &wish)), "0");
    assert_eq!(code(&run(dir.path(), &["export", "csv", "--all", "--out", &at(&away, "rest.csv")])), "0");
}
