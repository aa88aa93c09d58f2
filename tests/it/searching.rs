//! Finding something again: by `hearback search` and from the palette, in the words of whoever wrote it, and nothing of what is not to be
//! used, in no answer and in no byte of the index.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Stdio;
use std::thread;

use hearback::shell::script::Script;
use hearback::tui::model::Screen;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::cared_for;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;
use crate::support::told::folders;
use crate::support::tongue::in_dutch;

/// What the program prints on standard output when it is asked to search the study in `dir` for `words`.
fn lines(dir: &Path, words: &[&str]) -> Vec<String> {
    let told = run(dir, &[&["search"], words].concat());
    assert_eq!(code(&told), "0", "{told}");
    let out = told.lines().skip(2).take_while(|line| !line.starts_with("--- "));
    out.map(str::to_owned).collect()
}

/// The last field of each line: what was written.
fn texts(dir: &Path, words: &[&str]) -> Vec<String> {
    lines(dir, words).iter().map(|line| line.rsplit('\t').next().unwrap().to_owned()).collect()
}

/// The index of the study in `dir`, and what lies beside it.
fn index(dir: &Path) -> PathBuf {
    let caches: Vec<PathBuf> = fs::read_dir(dir.join("cache/hearback")).unwrap().map(|entry| entry.unwrap().path()).collect();
    assert_eq!(caches.len(), 1, "{caches:?}");
    caches[0].join("search.idx")
}

fn holds(file: &Path, words: &str) -> bool {
    // What is destroyed holds nothing.
    let bytes = fs::read(file).unwrap_or_default();
    bytes.windows(words.len()).any(|piece| piece.eq_ignore_ascii_case(words.as_bytes()))
}

/// A study in which two interviews were held.
fn two() -> tempfile::TempDir {
    let dir = study();
    held(&dir).leave();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(65)).keys("Één switch, Müde #tired<enter>");
    script.hear_until(secs(70)).keys("(患者は疲れた<enter>").hear_until(secs(80)).saved().keys("<f10><f10>");
    script.leave();
    dir
}

#[test]
fn what_was_written_is_found_by_its_words() {
    let dir = two();
    let names: Vec<String> = folders(&dir).iter().map(|folder| folder.name()).collect();
    assert_eq!(
        lines(dir.path(), &["switch"]),
        [
            format!("{}\t0:01:03\tparaphrase\t1\tÉén switch, Müde #tired", names[1]),
            format!("{}\t0:00:18\tquote\t2\tlike a switch", names[0])
        ]
    );
    for (words, found) in [
        (&["mude"][..], &["Één switch, Müde #tired"][..]),
        (&["SWITCH", "een"], &["Één switch, Müde #tired"]),
        (&["a switch"], &["like a switch"]),
        (&["switch a"], &[]),
        (&["\"rest before\" hurts"], &["you rest before it hurts"]),
        (&["hur*"], &["you rest before it hurts"]),
        (&["hur"], &[]),
        (&["疲れ"], &["患者は疲れた"]),
        (&["kind:memo"], &["患者は疲れた", "unsure about this"]),
        (&["kind:quote"], &["like a switch"]),
        (&["tag:tired"], &["Één switch, Müde #tired"]),
        (&["code:TIRED", "participant:p02"], &["Één switch, Müde #tired"]),
        (&["switch", "after:2026-11-23"], &[]),
        (&["a", "before:2026-11-22"], &["like a switch"]),
        (&["switch", &format!("session:{}", names[0])], &["like a switch"]),
        (&["kind:note", "--limit", "1"], &["Één switch, Müde #tired"]),
        (&["nothing of the kind"], &[]),
    ] {
        assert_eq!(texts(dir.path(), words), found, "{words:?}");
    }
    let nothing = run(dir.path(), &["search", "no-such-word"]);
    assert!(code(&nothing) == "0" && nothing.contains("nothing was found"), "{nothing}");
}

#[test]
fn programs_read_a_line_each() {
    let dir = two();
    let found = lines(dir.path(), &["--json", "tag:tired"]);
    let [line] = found.as_slice() else { panic!("{found:?}") };
    let hit: serde_json::Value = serde_json::from_str(line).unwrap();
    let name = folders(&dir)[1].name();
    let expected = serde_json::json!({
        "session": name, "participant": "P02", "what": "note", "id": 1, "at_ms": hit["at_ms"], "take": "take-001.wav",
        "frame": hit["frame"], "kind": "paraphrase", "question": "daily-life", "speaker": null, "sound": null,
        "text": "Één switch, Müde #tired",
    });
    assert_eq!(hit, expected);
    let (at, frame) = (hit["at_ms"].as_u64().unwrap(), hit["frame"].as_u64().unwrap());
    assert!(at > 60_000 && frame.abs_diff(at * 48) < 48_000, "{at} ms lie at frame {frame}");
    assert_eq!(lines(dir.path(), &["--json", "nowhere"]), Vec::<String>::new());
    let keys: Vec<&String> = hit.as_object().unwrap().keys().collect();
    assert_eq!(keys.len(), 12, "{keys:?}");
}

#[test]
fn what_cannot_be_looked_for_is_said_with_what_to_write() {
    let dir = two();
    for (words, said) in [
        ("\"rest before", "write \"rest before\""),
        ("colour:red", "there is no field colour"),
        ("kind:", "kind:quote"),
        ("kind:nonsense", "there is no kind nonsense"),
        ("after:yesterday", "2026-11-24"),
        ("…", "no word to look for"),
    ] {
        let told = run(dir.path(), &["search", words]);
        assert!(code(&told) == "2" && told.contains(said), "{told}");
    }
}

/// Nothing that somebody can type, and nothing that can stand in a note, is taken for anything but words.
#[test]
fn hostile_words_are_words() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(5));
    for text in
        ["\"; DROP TABLE notes; --", "\u{202e}evil\u{1b}[2Jflood", "* NEAR(a b) OR \"", "tab\tand \u{7f}del", "{ \"what\": \"note\" }"]
    {
        script.paste(text).keys("<enter>").hear(secs(1));
    }
    script.saved().keys("<f10><f10>");
    script.leave();
    for (words, found) in [
        ("drop table", 1),
        ("'; drop", 1),
        ("\"; DROP TABLE notes; --\"", 1),
        ("evil", 1),
        ("near", 1),
        ("\"and del\"", 1),
        ("OR", 1),
        ("what note", 1),
        ("NEAR(a b) OR", 1),
        ("kind:note", 5),
    ] {
        let told = lines(dir.path(), &[words]);
        assert_eq!(told.len(), found, "{words}: {told:?}");
        for line in told.iter().chain(&lines(dir.path(), &["--json", words])) {
            assert!(!line.replace('\t', "").contains(|c: char| c.is_control() || c == '\u{202e}'), "{line:?}");
        }
    }
}

#[test]
fn what_is_not_to_be_used_is_in_no_answer_and_in_no_byte_of_the_index() {
    let dir = two();
    assert_eq!(lines(dir.path(), &["switch"]).len(), 2);
    let file = index(dir.path());
    assert!(holds(&file, "like a switch") && holds(&file, "tired"));
    let names: Vec<String> = folders(&dir).iter().map(|folder| folder.name()).collect();
    // By its number, from the command: the index forgets it at once, nobody has to search first.
    let told = run(dir.path(), &["withhold", &names[0], "--note", "2"]);
    assert_eq!(code(&told), "0", "{told}");
    assert!(!holds(&file, "like a switch") && holds(&file, "rest before"), "{told}");
    assert_eq!(lines(dir.path(), &["switch"]).len(), 1);
    // All of it.
    let told =
        run(dir.path(), &["withdraw", &names[1], "--scope", "all", "--told", "letter", "--whom", "I1", "--on", "2026-11-22", "--yes"]);
    assert_eq!(code(&told), "0", "{told}");
    // The whole index goes with it, and is made again without it.
    assert!(!holds(&file, "tired") && !holds(&file, "rest before"), "{told}");
    assert_eq!(lines(dir.path(), &["kind:note"]).len(), 2);
    assert!(!holds(&file, "tired") && holds(&file, "rest before"));
    assert_eq!(lines(dir.path(), &["tag:tired"]).len(), 0);
    // A session that is gone.
    fs::remove_dir_all(folders(&dir)[0].path()).unwrap();
    assert_eq!(lines(dir.path(), &["kind:note"]).len(), 0);
    assert!(!holds(&file, "rest before"));
}

#[test]
fn what_was_taken_back_or_said_off_the_record_is_not_found() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(5)).keys("a slip of zwaluwstaart<enter>").hear(secs(1)).keys("<ctrl-z>");
    script.hear(secs(5)).keys("<f9>").hear(secs(1)).keys("zwaluwstaart between us<enter>").hear(secs(1)).keys("<f9>").hear(secs(5));
    script.keys("what stays<enter>").hear(secs(1)).saved().keys("<f10><f10>");
    script.leave();
    assert_eq!(texts(dir.path(), &["kind:note"]), ["what stays"]);
    assert!(!holds(&index(dir.path()), "zwaluwstaart"));
}

/// An index is never the truth: whatever became of it, the same is found.
#[test]
fn a_spoiled_index_changes_nothing() {
    let dir = two();
    let wanted = lines(dir.path(), &["switch"]);
    let file = index(dir.path());
    let good = fs::read(&file).unwrap();
    let mut turned = good.clone();
    let at = good.windows(6).position(|piece| piece == b"switch").unwrap();
    turned[at..at + 6].copy_from_slice(b"nithin");
    for bad in [&b""[..], b"SQLite format 3\0", &good[..good.len() / 2], &turned, &[0; 4096]] {
        fs::write(&file, bad).unwrap();
        assert_eq!(lines(dir.path(), &["switch"]), wanted);
    }
    fs::remove_file(&file).unwrap();
    assert_eq!(lines(dir.path(), &["switch"]), wanted);
    // Something else stands in its place.
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    assert_eq!(lines(dir.path(), &["switch"]), wanted);
    fs::remove_dir(&file).unwrap();
    // Somebody else writes it.
    let lock = fs::File::open(file.with_extension("lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(lines(dir.path(), &["switch"]), wanted);
    assert!(!file.exists());
    // No cache can be written at all.
    fs::remove_dir_all(dir.path().join("cache")).unwrap();
    fs::write(dir.path().join("cache"), "a file").unwrap();
    assert_eq!(lines(dir.path(), &["switch"]), wanted);
}

#[cfg(unix)]
#[test]
fn the_index_is_its_owners_and_lies_outside_the_study() {
    use std::os::unix::fs::PermissionsExt;
    let dir = two();
    let cache = tempfile::tempdir().unwrap();
    let out = program().args(["search", "switch"]).current_dir(dir.path()).env("XDG_CACHE_HOME", cache.path()).output().unwrap();
    assert!(out.status.success(), "{out:?}");
    assert!(!dir.path().join("cache").exists());
    let study = fs::read_dir(cache.path().join("hearback")).unwrap().next().unwrap().unwrap().path();
    assert_eq!(study.file_name().unwrap().len(), 16);
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    assert_eq!((mode(&study), mode(&study.join("search.idx"))), (0o700, 0o600));
}

#[test]
fn several_may_search_at_once() {
    let dir = two();
    let wanted = lines(dir.path(), &["switch"]);
    for _ in 0..3 {
        fs::remove_file(index(dir.path())).unwrap();
        let all: Vec<_> = thread::scope(|scope| {
            let each = (0..4).map(|_| scope.spawn(|| lines(dir.path(), &["switch"]))).collect::<Vec<_>>();
            each.into_iter().map(|one| one.join().unwrap()).collect()
        });
        assert!(all.iter().all(|found| *found == wanted), "{all:?}");
    }
}

#[test]
fn a_session_that_cannot_be_read_is_named_and_one_that_is_held_is_searched() {
    let dir = two();
    let [first, second] = [0, 1].map(|n| folders(&dir)[n].clone());
    let _held = first.lock().unwrap();
    assert_eq!(lines(dir.path(), &["switch"]).len(), 2, "somebody has one of them open");
    let journal = fs::read_to_string(second.journal()).unwrap();
    fs::write(second.journal(), journal.replacen("\"n\":2", "\"n\":7", 1)).unwrap();
    for _ in 0..2 {
        let told = run(dir.path(), &["search", "switch"]);
        assert!(code(&told) == "0" && told.contains("like a switch") && !told.contains("Één"), "{told}");
        assert!(told.contains(&format!("{} could not be looked through: ", second.name())), "{told}");
        // Programs are told in their own line.
        let last = lines(dir.path(), &["switch", "--json"]).pop().unwrap();
        let last: serde_json::Value = serde_json::from_str(&last).unwrap();
        assert_eq!((last["session"].as_str(), last["what"].as_str()), (Some(second.name().as_str()), Some("unsearched")), "{last}");
        assert!(last["of"] == "session" && last["why"].as_str().is_some_and(|why| !why.is_empty()), "{last}");
        let told = run(dir.path(), &["search", "no-such-word"]);
        assert!(told.contains("nothing was found in what could be looked through"), "{told}");
    }
    let mut script = home(&dir);
    script.keys("/no-such-word");
    let seen = script.screen(80, 24);
    assert!(seen.contains("and no session holds it that could be") && seen.contains(&second.name()), "{seen}");
    script.leave();
    assert!(!holds(&index(dir.path()), "tired"), "what cannot be read may be anything by now");
    fs::write(second.journal(), journal).unwrap();
    assert_eq!(lines(dir.path(), &["switch"]).len(), 2);
}

#[test]
fn from_the_list_a_note_is_found_and_one_key_from_its_sound() {
    let dir = two();
    let mut script = home(&dir);
    script.keys("/switch");
    let seen = script.screen(80, 24);
    assert!(seen.contains("P02 0:01:03") && seen.contains("like a switch"), "{seen}");
    // The later session comes first, the note in it is marked where it holds the word.
    script.keys("<down><enter>");
    let Screen::Listen(screen) = &script.model().screen else { panic!("{}", script.screen(80, 24)) };
    let session = script.session().unwrap();
    let note = session.notes().find(|note| note.text == "like a switch").unwrap();
    assert_eq!(chosen(&script), Some(note.id.0), "{screen:?}");
    let before = note.position.millis();
    script.keys("<space>").hear(secs(1));
    let playing = script.model().shared.gauges.last.playing.unwrap().millis();
    assert!((before - 4_000..before).contains(&playing), "{playing} is a little before {before}");
}

/// The number of the note that is chosen while listening back.
fn chosen(script: &Script) -> Option<u32> {
    let told = format!("{:?}", script.model().screen);
    let (_, rest) = told.split_once("chosen: Some(NoteId(")?;
    rest.split_once(')')?.0.parse().ok()
}

#[test]
fn while_listening_back_this_session_comes_first_and_another_is_opened_from_it() {
    let dir = two();
    let mut script = home(&dir);
    script.keys("<down>l");
    assert_eq!(script.session_folder(), Some(folders(&dir)[0].path()), "{}", script.screen(80, 24));
    script.keys("/switch");
    let seen = script.screen(80, 24);
    let [here, there] = ["like a switch", "Één"].map(|words| seen.find(words).unwrap_or_else(|| panic!("{words}: {seen}")));
    assert!(here < there, "{seen}");
    script.keys("<enter>");
    assert!(matches!(script.model().screen, Screen::Listen(_)) && chosen(&script) == Some(2), "{}", script.screen(80, 24));
    // What no disk has yet is found as well, and stays in this session.
    script.keys("nfresh zwaluwstaart<enter>").saved().keys("/zwaluw<enter>");
    assert_eq!(chosen(&script), Some(4), "{}", script.screen(80, 24));
    script.keys("/één<enter>");
    assert!(matches!(script.model().screen, Screen::Listen(_)) && chosen(&script) == Some(1), "{}", script.screen(80, 24));
    assert_eq!(script.session().unwrap().notes().count(), 2);
    script.leave();
    // The session that was left is closed, and nothing was lost of it.
    assert_eq!(texts(dir.path(), &["zwaluwstaart"]), ["fresh zwaluwstaart"]);
}

#[test]
fn a_statement_is_found_and_opens_the_member_check_at_it() {
    let dir = study();
    held(&dir).leave();
    let mut script = home(&dir);
    script.keys("m<enter><f7>, and early<enter>").saved();
    let written = script.screen(80, 24);
    script.leave();
    assert_eq!(texts(dir.path(), &["kind:statement"]), ["you rest before it hurts, and early"], "{written}");
    let mut script = home(&dir);
    script.keys("/early<enter>");
    assert!(matches!(script.model().screen, Screen::Statements(_)), "{}", script.screen(80, 24));
    let row = script.screen(80, 24).lines().find(|line| line.contains('▶')).unwrap_or_default().to_owned();
    assert!(row.contains("and early"), "{}", script.screen(80, 24));
}

#[test]
fn during_an_interview_nothing_of_anybody_is_found() {
    let dir = cared_for();
    held(&dir).leave();
    let mut script = interview(&dir);
    script.hear(secs(2)).keys("/switch");
    let seen = script.screen(80, 24);
    assert!(!seen.contains("like a switch"), "{seen}");
    script.keys("<esc>(a memo about zwaluwstaart<enter>").hear(secs(2)).keys("/zwaluw");
    assert!(!script.screen(80, 24).contains("about zwaluwstaart"), "{}", script.screen(80, 24));
    // After it the list is covered: they still sit there.
    script.keys("<esc>").saved().keys("<f10><f10>").saved().keys("/switch");
    assert!(!script.screen(80, 24).contains("like a switch"), "{}", script.screen(80, 24));
}

#[test]
fn what_is_typed_narrows_and_what_is_wrong_with_it_is_said() {
    let dir = two();
    let mut script = home(&dir);
    script.keys("/kind:me");
    let seen = script.screen(80, 24);
    assert!(seen.contains("unsure about this") && !seen.contains("like a switch"), "{seen}");
    script.keys("<esc>/colour:red");
    let seen = script.screen(80, 24);
    assert!(seen.contains("there is no field colour"), "{seen}");
    script.keys("<esc>/xyzzy");
    let seen = script.screen(80, 24);
    assert!(seen.contains("no session holds it"), "{seen}");
    // Commands come first, as ever.
    script.keys("<esc>/rest");
    let (width, height) = (60, 16);
    assert!(script.screen(width, height).contains("you rest before"), "{}", script.screen(width, height));
}

#[test]
fn what_is_found_is_told_by_number() {
    let dir = two();
    let mut script = home(&dir).in_lines();
    script.told();
    script.keys("/a switch");
    let told = script.told().join("\n");
    assert!(told.contains("P01 0:00:18 quote: like a switch"), "{told}");
    // What the screen says is told.
    script.keys("<esc>/xyzzy");
    let told = script.told().join("\n");
    assert!(told.contains("xyzzy") && told.contains("no session holds it") && !told.contains("nothing fits"), "{told}");
    script.keys("<esc>/a switch 1<enter>");
    assert!(matches!(script.model().screen, Screen::Listen(_)), "{:?}", script.told());
}

#[test]
fn in_dutch_the_fields_are_dutch_too() {
    in_dutch(|| {
        let dir = two();
        let mut script = home(&dir);
        script.keys("/soort:citaat");
        let seen = script.screen(80, 24);
        assert!(seen.contains("like a switch") && seen.contains("citaat"), "{seen}");
        let told = run(dir.path(), &["--language", "nl", "search", "soort:citaat"]);
        assert!(told.contains("citaat\t2\tlike a switch"), "{told}");
        let told = run(dir.path(), &["--language", "nl", "search", "kleur:rood"]);
        assert!(told.contains("een veld kleur is er niet"), "{told}");
    });
}

/// A reader that wants no more than the first line gets it, and the command ends.
#[test]
fn the_answer_may_be_cut_off_by_its_reader() {
    let dir = two();
    let mut command = program();
    command.args(["search", "kind:note"]).current_dir(dir.path()).env("XDG_CACHE_HOME", dir.path().join("cache"));
    let mut child = command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert!(child.wait().unwrap().success());
}
