//! What is withheld becomes silence in the sound: for good, and nothing else of it changes. What would happen is said first; what is not the
//! recording is refused; and whatever kills the program, the take is the old one or the new one.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use hearback::domain::event::Event;
use hearback::domain::timeline::TakeNumber;
use hearback::domain::withheld::WithheldId;
use hearback::store::journal::Journal;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::DAY;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;
use crate::support::told::folders;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::is_english;
use crate::support::tongue::make_native;

/// An interview of so many seconds with a note at 10 and one at 20.
fn held(seconds: u64) -> tempfile::TempDir {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys(">like a switch<enter>").hear_until(secs(20)).keys("rest in time<enter>");
    script.hear_until(secs(seconds)).saved().keys("<f10><f10>").saved();
    script.leave();
    dir
}

fn take(dir: &tempfile::TempDir) -> PathBuf {
    folders(dir)[0].file("take-001.wav")
}

fn samples(path: &Path) -> Vec<i16> {
    hound::WavReader::open(path).unwrap().into_samples().map(Result::unwrap).collect()
}

/// Every file of the study, and what is in it; not the lock, and nothing of the machine.
fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        match path.file_name().unwrap().to_str().unwrap() {
            "cache" | "config" | "lock" => {}
            _ if path.is_dir() => found.extend(files(&path)),
            _ => drop(found.insert(path.clone(), fs::read(&path).unwrap())),
        }
    }
    found
}

const STRETCH: [&str; 6] = ["withhold", "P01", "--from", "0:12", "--to", "0:15"];

/// The frames from 12 s to 15 s, the last millisecond of them included, and a little more on each side for the fade.
const CUT: std::ops::Range<usize> = 576_000..720_049;
const FADE: usize = 240;

#[test]
fn what_would_happen_is_said_and_nothing_is_done() {
    in_each_language(|| {
        let dir = held(30);
        make_native(dir.path());
        let nothing = run(dir.path(), &["silence", "P01"]);
        assert!(code(&nothing) == "0" && (!is_english() || nothing.contains("nothing to make silent")), "{nothing}");
        run(dir.path(), &STRETCH);
        run(dir.path(), &["withhold", "P01", "--note", "2"]);
        let before = files(dir.path());
        let told = run(dir.path(), &["silence", "P01"]);
        assert_eq!(code(&told), "0", "{told}");
        for what in ["take-001.wav: 0:12 ", "0:15", "3.0 s", "--yes", "hearback withhold 2026-11-22-P01-first --from 0:14"] {
            assert!(told.replace("3,0", "3.0").contains(what), "{what}: {told}");
        }
        assert!(!is_english() || told.contains("cannot be undone") && told.contains("Whoever else speaks"), "{told}");
        assert!(!told.contains("rest in time"), "not what was said: {told}");
        assert_eq!(files(dir.path()), before);
    });
}

#[test]
fn it_is_silent_and_all_else_is_as_it_was() {
    let dir = held(30);
    let before = samples(&take(&dir));
    let old_digest = run(dir.path(), &["show", "P01", "--json"]);
    run(dir.path(), &STRETCH);
    let told = run(dir.path(), &["silence", "P01", "--yes"]);
    assert!(code(&told) == "0" && told.contains("One stretch of take-001.wav was made silent and its sound destroyed on "), "{told}");
    assert!(told.contains("Delete it from every copy and backup"), "{told}");
    let after = samples(&take(&dir));
    assert_eq!(after.len(), before.len());
    assert!(before[CUT].iter().any(|sample| *sample != 0), "something was said there");
    assert!(after[CUT].iter().all(|sample| *sample == 0));
    assert_eq!(after[..CUT.start - FADE], before[..CUT.start - FADE]);
    assert_eq!(after[CUT.end + FADE..], before[CUT.end + FADE..]);
    for args in [["verify", "P01"].as_slice(), &["recover", "P01"], &["verify", "P01"]] {
        let told = run(dir.path(), args);
        assert!(code(&told) == "0" && !told.contains("other-bytes") && !told.contains("made again"), "{told}");
    }
    // Both digests are known, and the waveform is that of the take that there is.
    let json: serde_json::Value = serde_json::from_str(
        run(dir.path(), &["show", "P01", "--json"]).lines().skip(1).filter(|l| !l.starts_with("---")).collect::<String>().as_str(),
    )
    .unwrap();
    let digest = json["takes"][0]["sha256"].as_str().unwrap();
    assert!(!old_digest.contains(digest) && json["takes"][0]["state"] == "same");
    assert_eq!(json["withheld"][0]["silenced"], true);
    let peaks = hearback::audio::peaks::Peaks::of(&take(&dir)).unwrap();
    let frames = |at: usize| hearback::domain::time::Frames(at as u64);
    let columns = peaks.columns(frames(CUT.start + 256), frames(CUT.end - 512), 20);
    assert!(columns.iter().all(|peak| peak.is_some_and(|peak| (peak.low, peak.high) == (0, 0))), "{columns:?}");
    assert!(folders(&dir)[0].file("take-001.peaks").exists());
    // One receipt, without a word of what was said.
    let receipts: Vec<(PathBuf, Vec<u8>)> = files(&dir.path().join("receipts")).into_iter().collect();
    let [(path, bytes)] = receipts.as_slice() else { panic!("{receipts:?}") };
    let receipt: serde_json::Value = serde_json::from_slice(bytes).unwrap();
    assert!(path.file_name().unwrap().to_str().unwrap().ends_with("-1.json"));
    assert_eq!(receipt["stretches"][0], serde_json::json!({ "from_ms": 12_000, "to_ms": 15_001 }));
    assert_eq!(
        (receipt["what"].as_str(), receipt["why"].as_str(), receipt["take"].as_u64()),
        (Some("stretches"), Some("withheld"), Some(1))
    );
    assert!(old_digest.contains(receipt["sha256"].as_str().unwrap()) && receipt["now"] == digest);
    assert_eq!(receipt["files"][0]["how"], "written-over");
    assert_eq!(receipt["files"][0]["file"], "take-001.wav");
    // Once more there is nothing to do, also when they do not mind any more; and that is said.
    let again = run(dir.path(), &["silence", "P01", "--yes"]);
    assert!(again.contains("nothing to make silent"), "{again}");
    let said = run(dir.path(), &["withhold", "P01"]);
    assert!(said.contains("withheld; its sound is gone") && said.contains("It stays in the journal until that"), "{said}");
    let said = run(dir.path(), &["withhold", "P01", "--lift", "1", "--told", "by telephone", "--whom", "I1", "--on", "2026-11-22"]);
    assert!(said.contains("but its sound is gone, and stays so"), "{said}");
    assert!(reread(&dir).is_silenced(WithheldId(1)));
    assert_eq!(samples(&take(&dir)), after);
    assert!(code(&run(dir.path(), &["verify", "P01"])) == "0");
}

#[test]
fn copies_and_clips_that_hold_some_of_it_go_too_and_are_named_first() {
    let dir = held(30);
    let folder = folders(&dir)[0].path().to_owned();
    let copy = folder.join("take-001 (conflicted copy).wav");
    fs::copy(take(&dir), &copy).unwrap();
    fs::create_dir(dir.path().join("clips")).unwrap();
    for (name, from, to) in [("one", "0:01", "0:05"), ("two", "0:10", "0:13")] {
        let to_file = dir.path().join(name);
        let told = run(dir.path(), &["clip", "P01", "--from", from, "--to", to, "--out", to_file.to_str().unwrap()]);
        assert_eq!(code(&told), "0", "{told}");
    }
    let clip = |name: &str| dir.path().join("clips").join(format!("2026-11-22-P01-first_{name}.wav"));
    fs::rename(dir.path().join("one"), clip("1-5")).unwrap();
    fs::rename(dir.path().join("two"), clip("10-13")).unwrap();
    run(dir.path(), &STRETCH);
    let told = run(dir.path(), &["silence", "P01"]);
    assert!(
        told.contains("conflicted copy") && told.contains("_10-13.wav") && !told.contains("_1-5.wav") && !told.contains(".peaks"),
        "{told}"
    );
    assert!(copy.exists());
    run(dir.path(), &["silence", "P01", "--yes"]);
    assert!(!copy.exists() && !clip("10-13").exists() && clip("1-5").exists());
}

#[cfg(unix)]
#[test]
fn a_backup_that_shares_its_bytes_keeps_them_and_that_is_said() {
    let dir = held(30);
    let backup = dir.path().join("backup.wav");
    fs::hard_link(take(&dir), &backup).unwrap();
    let before = fs::read(&backup).unwrap();
    run(dir.path(), &STRETCH);
    let told = run(dir.path(), &["silence", "P01", "--yes"]);
    assert!(told.contains("another name somewhere, a backup's perhaps") && told.contains("take-001.wav"), "{told}");
    assert_eq!(fs::read(&backup).unwrap(), before);
    assert!(samples(&take(&dir))[CUT].iter().all(|sample| *sample == 0));
}

#[test]
fn a_session_that_is_open_and_a_take_that_is_another_are_refused() {
    let dir = held(30);
    run(dir.path(), &STRETCH);
    let folder = folders(&dir).remove(0);
    let held = folder.lock().unwrap();
    for args in [["silence", "P01"].as_slice(), &["silence", "P01", "--yes"]] {
        let told = run(dir.path(), args);
        assert!(code(&told) == "1" && told.contains("open in another window"), "{told}");
    }
    drop(held);
    let right = fs::read(take(&dir)).unwrap();
    let mut wrong = right.clone();
    wrong[200_000] ^= 1;
    for bytes in [&wrong[..], &right[..400_000]] {
        fs::write(take(&dir), bytes).unwrap();
        let before = files(dir.path());
        let told = run(dir.path(), &["silence", "P01", "--yes"]);
        assert!(code(&told) == "1" && told.contains("nothing was made silent: take-001.wav is"), "{told}");
        assert_eq!(files(dir.path()), before);
    }
    fs::write(take(&dir), &right).unwrap();
    assert_eq!(code(&run(dir.path(), &["silence", "P01", "--yes"])), "0");
}

/// Whoever destroys a take writes that down and is done: the next opening sees to it, once.
#[test]
fn a_take_that_is_destroyed_is_gone_with_a_receipt_and_nothing_of_it_is_played() {
    let dir = held(30);
    let folder = folders(&dir).remove(0);
    let told = run(dir.path(), &["show", "P01", "--json"]);
    let (mut journal, _) = Journal::open(&folder.journal()).unwrap();
    let (on, reason, take_1) = ("2026-11-24".to_owned(), "retention is over".to_owned(), TakeNumber::FIRST);
    let sha256 = reread(&dir).takes()[&take_1].sha256;
    assert!(told.contains(&sha256.unwrap().to_string()));
    let frames = reread(&dir).timeline().frames_of(take_1).unwrap();
    journal.append(&[(Event::TakeDestroyed { take: take_1, on, reason, frames, sha256 }, DAY, 0)]).unwrap();
    drop(journal);
    let right = fs::read(take(&dir)).unwrap();
    let told = run(dir.path(), &["recover", "P01"]);
    assert!(code(&told) == "0" && told.contains("take-001.wav was destroyed on 2026-11-24 (retention is over)."), "{told}");
    assert!(!take(&dir).exists() && !folder.file("take-001.peaks").exists());
    let receipt = fs::read_to_string(dir.path().join("receipts/2026-11-24-1.json")).unwrap();
    assert!(
        receipt.contains("\"take\"") && receipt.contains(&sha256.unwrap().to_string()) && receipt.contains("written-over"),
        "{receipt}"
    );
    let told = run(dir.path(), &["verify", "P01"]);
    assert!(code(&told) == "0" && told.contains("\tdestroyed\t"), "{told}");
    assert!(run(dir.path(), &["show", "P01", "--json"]).contains("\"state\": \"destroyed\""));
    let told = run(dir.path(), &["clip", "P01", "--from", "0:01", "--to", "0:02", "--out", "a.wav"]);
    assert!(code(&told) == "1" && told.contains("destroyed on purpose"), "{told}");
    let mut script = home(&dir);
    script.keys("l<space>").hear(secs(1));
    assert!(!script.model().shared.playback.is_playing(), "{:?}", script.notice());
    script.leave();
    // Put there again by somebody, it is said, and nobody's to destroy.
    fs::write(take(&dir), right).unwrap();
    let told = run(dir.path(), &["recover", "P01"]);
    assert!(take(&dir).exists() && told.contains("there again"), "{told}");
    assert_eq!(fs::read_dir(dir.path().join("receipts")).unwrap().count(), 1);
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (path, there) = (entry.path(), to.join(entry.file_name()));
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).unwrap();
        }
    }
}

/// A place in the work at which the program is killed: as soon as this can be seen.
type Seen = fn(&Path, &Path) -> bool;

fn has_line(session: &Path, kind: &str) -> bool {
    fs::read_to_string(session.join("journal.jsonl")).is_ok_and(|journal| journal.contains(&format!("\"kind\":\"{kind}\"")))
}

const PLACES: [(&str, Seen); 6] = [
    ("at once", |_, _| true),
    ("the new take is begun", |session, _| session.join(".take-001.wav.silent").exists()),
    ("it has grown", |session, _| fs::metadata(session.join(".take-001.wav.silent")).is_ok_and(|file| file.len() > 1_000_000)),
    ("it is about to take its place", |session, _| has_line(session, "silencing-begun")),
    ("it has", |session, _| session.join(".take-001.wav.old").exists()),
    ("there is a receipt", |_, study| study.join("receipts").read_dir().is_ok_and(|all| all.count() > 0)),
];

/// Kills it as soon as `is_there`; or lets it end.
fn kill_when(mut child: Child, is_there: impl Fn() -> bool) -> bool {
    let began = Instant::now();
    while !is_there() && child.try_wait().unwrap().is_none() && began.elapsed() < Duration::from_secs(60) {
        std::thread::yield_now();
    }
    let was_running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    was_running
}

#[cfg(unix)]
#[test]
fn a_kill_at_any_place_leaves_the_old_take_or_the_new_one() {
    // `HEARBACK_KILLS` says how often at each place.
    let times: usize = std::env::var("HEARBACK_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(2);
    let from = held(30);
    run(from.path(), &STRETCH);
    let before = samples(&take(&from));
    let name = folders(&from)[0].name();
    let (mut killed, mut ends) = (0, BTreeMap::new());
    for (place, is_there) in PLACES {
        for _ in 0..times {
            let dir = tempfile::tempdir().unwrap();
            let study = dir.path();
            copy(from.path(), study);
            let session = study.join("sessions").join(&name);
            let mut command = program();
            command.args(["silence", "P01", "--yes"]).current_dir(study).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
            command.env("HEARBACK_CONFIG", study.join("config")).env("XDG_CACHE_HOME", study.join("cache")).env_remove("HEARBACK_STUDY");
            let was_running = kill_when(command.spawn().unwrap(), || is_there(&session, study));
            killed += u32::from(was_running);
            let found = run(study, &["verify", "P01"]);
            assert!(code(&found) == "0" && found.contains("\tsame"), "{place}: {found}");
            let told = run(study, &["recover", "P01"]);
            let found = run(study, &["verify", "P01"]);
            assert!(code(&told) == "0" && code(&found) == "0" && found.contains("\tsame"), "{place}: {told}{found}");
            let after = samples(&session.join("take-001.wav"));
            let is_silent = after[CUT].iter().all(|sample| *sample == 0);
            let receipts = files(study).keys().filter(|path| path.parent().unwrap().ends_with("receipts")).count();
            if is_silent {
                assert!(after[..CUT.start - FADE] == before[..CUT.start - FADE] && after[CUT.end + FADE..] == before[CUT.end + FADE..]);
            } else {
                assert!(after == before, "{place}");
            }
            assert_eq!((has_line(&session, "silenced"), receipts), (is_silent, usize::from(is_silent)), "{place}: {told}");
            let left: Vec<_> =
                files(&session).into_keys().filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with('.')).collect();
            assert!(left.is_empty(), "{place}: {left:?}");
            assert!(run(study, &["recover", "P01"]).contains("nothing to mend"), "{place}");
            *ends.entry(is_silent).or_insert(0) += 1;
            assert_eq!(code(&run(study, &["silence", "P01", "--yes"])), "0");
            assert!(samples(&session.join("take-001.wav"))[CUT].iter().all(|sample| *sample == 0));
        }
    }
    println!("{killed} killed; ended {ends:?}");
    assert!(killed >= 6 && ends.len() == 2, "{killed} were killed, and ended {ends:?}");
}
