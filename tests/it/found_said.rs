//! What was said is found by its words, too: the passages of transcripts, and none of what may not be used, in no answer and in no byte of
//! what is cached, whoever was killed at what, and wherever the study has gone.

use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::thread;

use hearback::tui::model::Screen;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::home;
use crate::support::day::secs;
use crate::support::program::program;
use crate::support::told::folders;
use crate::support::tongue::in_dutch;
use crate::transcripts::heard;
use crate::transcripts::import;
use crate::transcripts::session;
use crate::transcripts::typed;
use crate::transcripts::until;
use crate::transcripts::write;

/// What is found of `words`, a line each, without the session's name.
fn found(dir: &tempfile::TempDir, words: &[&str]) -> Vec<String> {
    let told = run(dir.path(), &[&["search"], words].concat());
    assert_eq!(code(&told), "0", "{told}");
    let out = told.lines().skip(1).take_while(|line| !line.starts_with("--- "));
    let found = out.filter_map(|line| line.split_once('\t').map(|(_, rest)| rest.replace('\t', " ")));
    found.collect()
}

/// Every file below `folder`.
fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path());
    entries.flat_map(|path| if path.is_dir() { files(&path) } else { vec![path] }).collect()
}

/// Whether a file below `folder` has these bytes, in whatever case.
fn holds(folder: &Path, words: &str) -> bool {
    let has = |path: &PathBuf| fs::read(path).unwrap().windows(words.len()).any(|piece| piece.eq_ignore_ascii_case(words.as_bytes()));
    files(folder).iter().any(has)
}

fn cache(dir: &tempfile::TempDir) -> PathBuf {
    dir.path().join("cache")
}

fn place(dir: &tempfile::TempDir) -> PathBuf {
    let found = files(&cache(dir)).into_iter().find(|path| path.ends_with("search.idx"));
    found.unwrap_or_else(|| panic!("{:?}", files(&cache(dir))))
}

/// A session whose transcript has "zwaluwstaart" in its fourth passage, at 22 s.
fn transcribed() -> tempfile::TempDir {
    let dir = heard();
    let told = import(&dir, &[&typed(&dir)]);
    assert_eq!(code(&told), "0", "{told}");
    dir
}

#[test]
fn what_was_said_is_found_by_its_words_and_by_who_speaks() {
    let dir = transcribed();
    assert_eq!(found(&dir, &["ZWALUW*"]), ["0:00:22 transcript 1.4 zwaluwstaart"]);
    assert_eq!(found(&dir, &["kind:transcript"]).len(), 5);
    assert_eq!(found(&dir, &["watching"]), ["0:00:13 transcript ? 1.3 Thanks for watching"], "the waveform holds no speech there");
    assert_eq!(found(&dir, &["kind:note", "zwaluwstaart"]), Vec::<String>::new());
    assert_eq!(found(&dir, &["participant:B"]).len(), 3);
    run(dir.path(), &["transcript", "speakers", "P01", "B=P77"]);
    run(dir.path(), &["transcript", "heard", "P01", "1.3"]);
    assert_eq!((found(&dir, &["participant:P77"]).len(), found(&dir, &["participant:B"]).len()), (3, 0), "they are called otherwise now");
    assert_eq!(found(&dir, &["watching"]), ["0:00:13 transcript 1.3 Thanks for watching"], "somebody has listened");
    let told = run(dir.path(), &["search", "zwaluwstaart", "--json"]);
    let line: serde_json::Value = serde_json::from_str(told.lines().find(|line| line.starts_with('{')).unwrap()).unwrap();
    let name = folders(&dir)[0].name();
    let expected = serde_json::json!({
        "session": name, "participant": "P01", "what": "transcript", "id": "1.4", "at_ms": 22_000, "take": "take-001.wav",
        "frame": 22_000 * 48, "kind": null, "question": null, "speaker": "P77", "sound": "sounds", "text": "zwaluwstaart",
    });
    assert_eq!(line, expected);
    in_dutch(|| {
        let told = found(&dir, &["--language", "nl", "soort:transcript", "zwaluwstaart"]);
        assert_eq!(told, ["0:00:22 transcript 1.4 zwaluwstaart"]);
    });
    // Another takes its place: what only the one before has is gone.
    let file = write(&dir, "again.txt", "[0:02] I: How was that?\n[0:30] I: goodbye\n");
    import(&dir, &[&file]);
    assert!(found(&dir, &["zwaluwstaart"]).is_empty() && !holds(&cache(&dir), "zwaluwstaart"));
    assert_eq!(found(&dir, &["goodbye"]), ["0:00:30 transcript 2.2 goodbye"]);
}

#[test]
fn what_is_withheld_of_it_is_in_no_answer_and_in_no_file_of_the_cache() {
    let dir = transcribed();
    assert!(found(&dir, &["zwaluwstaart"]).len() == 1 && holds(&cache(&dir), "zwaluwstaart"));
    run(dir.path(), &["withhold", "P01", "--from", "0:21", "--to", "0:23"]);
    assert!(!holds(&cache(&dir), "zwaluwstaart") && holds(&cache(&dir), "i rest"), "the command lets it be forgotten");
    assert!(found(&dir, &["zwaluwstaart"]).is_empty());
}

/// A making that is killed leaves what it has written by then.
#[test]
fn nothing_stays_of_an_index_whose_making_was_killed() {
    let dir = transcribed();
    found(&dir, &["zwaluwstaart"]);
    let place = place(&dir);
    let (half, aside) = (place.with_extension("new"), dir.path().join("the same bytes"));
    let killed = || {
        fs::remove_file(&aside).ok();
        fs::hard_link(&half, &aside).unwrap();
    };
    // The first, of which there is nothing else.
    fs::rename(&place, &half).unwrap();
    killed();
    run(dir.path(), &["withhold", "P01", "--from", "0:21", "--to", "0:23"]);
    assert!(!half.exists() && !holds(&cache(&dir), "zwaluwstaart"));
    assert!(fs::read(&aside).unwrap().iter().all(|byte| *byte == 0), "its bytes do not stay on the disk");
    // One beside an index that agrees.
    found(&dir, &["rest"]);
    assert!(place.exists());
    fs::copy(&place, &half).unwrap();
    killed();
    found(&dir, &["rest"]);
    assert!(!half.exists() && fs::read(&aside).unwrap().iter().all(|byte| *byte == 0));
    // And really: whenever it is killed, nothing is left after the next command that writes.
    run(dir.path(), &["withhold", "P01", "--lift", "1", "--told", "aloud", "--whom", "I1", "--on", "2026-11-22"]);
    for _ in 0..6 {
        fs::remove_file(&place).ok();
        let mut command = program();
        command.args(["search", "zwaluwstaart"]).current_dir(dir.path()).env("XDG_CACHE_HOME", cache(&dir));
        let mut child = command.stdout(std::process::Stdio::null()).spawn().unwrap();
        while child.try_wait().unwrap().is_none() && !half.exists() && !place.exists() {
            thread::yield_now();
        }
        child.kill().ok();
        child.wait().unwrap();
    }
    run(dir.path(), &["withhold", "P01", "--from", "0:21", "--to", "0:23"]);
    assert!(!holds(&cache(&dir), "zwaluwstaart"), "{:?}", files(&cache(&dir)));
}

/// Who withholds while another hearback makes the index waits until that is over.
#[test]
fn what_is_withheld_while_somebody_writes_the_index_is_forgotten_all_the_same() {
    let dir = transcribed();
    found(&dir, &["zwaluwstaart"]);
    let lock = fs::File::open(place(&dir).with_extension("lock")).unwrap();
    lock.lock().unwrap();
    assert_eq!(found(&dir, &["zwaluwstaart"]).len(), 1, "what is looked for meanwhile is found");
    thread::scope(|scope| {
        let withheld = scope.spawn(|| run(dir.path(), &["withhold", "P01", "--from", "0:21", "--to", "0:23"]));
        let journal = session(&dir).join("journal.jsonl");
        until("it is withheld", || fs::read_to_string(&journal).unwrap().contains("\"withheld\""));
        drop(lock);
        let told = withheld.join().unwrap();
        assert!(code(&told) == "0" && !told.contains("another hearback"), "{told}");
    });
    assert!(!holds(&cache(&dir), "zwaluwstaart"));
}

/// Who has waited long enough for it is told what may stand there still, and the next search mends that.
#[test]
fn where_somebody_goes_on_writing_the_index_that_is_said() {
    let dir = transcribed();
    found(&dir, &["zwaluwstaart"]);
    let lock = fs::File::open(place(&dir).with_extension("lock")).unwrap();
    lock.lock().unwrap();
    let told = run(dir.path(), &["withhold", "P01", "--from", "0:21", "--to", "0:23"]);
    assert!(code(&told) == "0" && told.contains("another hearback is writing the index for searching"), "{told}");
    assert!(found(&dir, &["zwaluwstaart"]).is_empty(), "it is not told from there");
    drop(lock);
    assert!(holds(&cache(&dir), "zwaluwstaart"));
    assert!(found(&dir, &["rest"]).len() == 1 && !holds(&cache(&dir), "zwaluwstaart"));
}

/// Somebody else makes the first there is: until it is finished there is none, and then it has what was withheld meanwhile.
#[test]
fn what_is_withheld_while_the_first_index_is_made_is_forgotten_all_the_same() {
    let dir = transcribed();
    found(&dir, &["zwaluwstaart"]);
    let (place, aside) = (place(&dir), dir.path().join("as it was read"));
    let lock = fs::File::open(place.with_extension("lock")).unwrap();
    lock.lock().unwrap();
    fs::rename(&place, &aside).unwrap();
    thread::scope(|scope| {
        let withheld = scope.spawn(|| run(dir.path(), &["withhold", "P01", "--from", "0:21", "--to", "0:23"]));
        let journal = session(&dir).join("journal.jsonl");
        until("it is withheld", || fs::read_to_string(&journal).unwrap().contains("\"withheld\""));
        fs::rename(&aside, &place).unwrap();
        drop(lock);
        let told = withheld.join().unwrap();
        assert!(code(&told) == "0" && !told.contains("another hearback"), "{told}");
    });
    assert!(!holds(&cache(&dir), "zwaluwstaart"));
    assert!(found(&dir, &["rest"]).len() == 1);
}

#[test]
fn an_index_that_cannot_be_made_anew_is_destroyed() {
    let dir = transcribed();
    found(&dir, &["zwaluwstaart"]);
    let (place, aside) = (place(&dir), dir.path().join("the same bytes"));
    fs::hard_link(&place, &aside).unwrap();
    // Where a new one would be written nothing can be.
    fs::create_dir_all(place.with_extension("new").join("in the way")).unwrap();
    let told = run(dir.path(), &["withhold", "P01", "--from", "0:21", "--to", "0:23"]);
    assert!(code(&told) == "0" && !told.contains("the index for searching"), "{told}");
    assert!(!place.exists() && fs::read(&aside).unwrap().iter().all(|byte| *byte == 0));
    assert!(found(&dir, &["rest"]).len() == 1, "it is found in the sessions");
}

#[test]
fn a_study_that_was_renamed_leaves_no_index_behind() {
    let dir = transcribed();
    let (around, caches) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
    let at = |name: &str| around.path().join(name);
    fs::rename(dir.path(), at("before")).unwrap();
    let ask = |study: &str, words: &[&str]| {
        let mut command = program();
        command
            .args(words)
            .current_dir(at(study))
            .env("XDG_CACHE_HOME", caches.path())
            .env("HEARBACK_CONFIG", around.path().join("config"));
        let out = command.output().unwrap();
        assert!(out.status.success(), "{out:?}");
        String::from_utf8(out.stdout).unwrap()
    };
    assert!(ask("before", &["search", "zwaluwstaart"]).contains("1.4"));
    assert!(holds(caches.path(), "zwaluwstaart"));
    // Of another study that is where it was, nothing is taken away.
    ask("before", &["init", "../other"]);
    ask("other", &["search", "kind:note"]);
    assert!(holds(caches.path(), "zwaluwstaart"));
    fs::rename(at("before"), at("after")).unwrap();
    ask("after", &["withhold", "P01", "--from", "0:21", "--to", "0:23"]);
    assert!(!holds(caches.path(), "zwaluwstaart"), "{:?}", files(caches.path()));
    assert_eq!(files(caches.path()).iter().filter(|path| path.ends_with("search.idx")).count(), 1, "the other's");
    // One that an older hearback made says not whose it is.
    let old = caches.path().join("hearback/0123456789abcdef");
    fs::create_dir(&old).unwrap();
    fs::write(old.join("search.idx"), "zwaluwstaart").unwrap();
    ask("after", &["search", "rest"]);
    assert!(!holds(caches.path(), "zwaluwstaart"));
    fs::create_dir(dir.path()).unwrap();
    // The disk on which a study lies is not there at the moment: its index stays. Commands that neither write nor search look at none.
    let (stick, drawer) = (around.path().join("stick"), around.path().join("drawer"));
    fs::create_dir(&stick).unwrap();
    fs::rename(at("after"), stick.join("study")).unwrap();
    ask("stick/study", &["search", "rest"]);
    let theirs = |caches: &Path| holds(caches, "rest before");
    fs::rename(&stick, &drawer).unwrap();
    ask("other", &["search", "kind:note"]);
    assert!(theirs(caches.path()));
    fs::create_dir(&stick).unwrap();
    ask("other", &["sessions"]);
    assert!(theirs(caches.path()));
    ask("other", &["search", "kind:note"]);
    assert!(!theirs(caches.path()), "it is there, and the study is not in it");
}

#[test]
fn a_transcript_that_cannot_be_read_is_said_not_to_be_searched() {
    let dir = transcribed();
    let path = session(&dir).join("transcript-001.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    assert_eq!(found(&dir, &["zwaluwstaart"]).len(), 1);
    fs::remove_file(&path).unwrap();
    for _ in 0..2 {
        let told = run(dir.path(), &["search", "zwaluwstaart"]);
        assert!(told.contains("a transcript of ") && told.contains("is missing") && told.contains("in what could be looked"), "{told}");
        let told = run(dir.path(), &["search", "zwaluwstaart", "--json"]);
        assert!(told.contains("\"what\":\"unsearched\",\"of\":\"transcript\""), "{told}");
    }
    assert_eq!(found(&dir, &["noted"]).len(), 1, "its notes are");
    // Put back, it is searched again; another under its name is not.
    fs::write(&path, &text).unwrap();
    assert_eq!(found(&dir, &["zwaluwstaart"]).len(), 1);
    fs::write(&path, text.replace("zwaluwstaart", "zwaluwnesten")).unwrap();
    assert!(found(&dir, &["zwaluw*"]).is_empty() && !holds(&cache(&dir), "zwaluwnesten"));
}

#[test]
fn from_the_list_and_while_listening_a_passage_leads_to_its_sound() {
    let dir = transcribed();
    let mut script = home(&dir);
    script.keys("/zwaluw");
    let seen = script.screen(80, 24);
    assert!(seen.contains("P01 0:00:22") && seen.contains("transcript"), "{seen}");
    script.keys("<enter>");
    assert!(matches!(script.model().screen, Screen::Listen(_)), "{}", script.screen(80, 24));
    let seen = script.screen(80, 24);
    assert!(seen.contains("zwaluwstaart"), "the transcript is what one sees: {seen}");
    script.keys("<space>").hear(secs(1));
    let playing = script.model().shared.gauges.last.playing.unwrap().millis();
    assert!((22_000..24_000).contains(&playing), "{playing}");
    script.keys("<space>/goodb");
    assert!(script.screen(80, 24).contains("no session holds it"), "{}", script.screen(80, 24));
    script.keys("<esc>/rest be");
    let seen = script.screen(80, 24);
    assert!(seen.contains("0:00:05") && seen.contains("I rest"), "{seen}");
    script.keys("<enter><space>").hear(secs(1));
    let playing = script.model().shared.gauges.last.playing.unwrap().millis();
    assert!((5_000..7_000).contains(&playing), "it has a beginning of its own: {playing}");
}

#[test]
fn a_shorter_import_hides_no_more_than_it_reaches_and_that_is_said() {
    let dir = crate::support::day::study();
    let mut script = hearback::shell::script::Script::over(dir.path(), crate::transcripts::turns(), crate::support::day::DAY).unwrap();
    script.keys(crate::support::day::FORM).hear(crate::support::day::ms(500)).keys("<enter>").hear_until(secs(300)).saved();
    script.keys("<f10><f10>").saved();
    script.leave();
    let long = write(&dir, "long.txt", "[0:02] the beginning\n[2:02] the middle\n[4:22] the end\n[4:30] \n");
    let told = import(&dir, &[&long]);
    assert!(!told.contains("place of"), "{told}");
    let short = write(&dir, "short.txt", "[0:02] begun anew\n[1:05] \n");
    let told = import(&dir, &[&short]);
    assert!(told.contains("what was there before from 0:00 to 1:05. The earlier transcript still counts from 1:05 to 5:00"), "{told}");
    let shown = run(dir.path(), &["transcript", "show", "P01"]);
    assert!(shown.contains("begun anew") && shown.contains("the middle") && !shown.contains("the beginning"), "{shown}");
    assert!(shown.contains("0:00 to 1:05: transcript 2") && shown.contains("1:05 to 5:00: transcript 1"), "{shown}");
    let told = import(&dir, &[&long]);
    assert!(told.contains("It takes the place of the transcript that was there before."), "{told}");
    assert!(!run(dir.path(), &["transcript", "show", "P01"]).contains("begun anew"));
}
