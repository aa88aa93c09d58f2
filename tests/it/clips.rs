//! A piece of the sound as a file of its own: what is withheld is silent in it, and who said no gives none.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use hearback::domain::outside::Left;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::folders;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::make_native;
use crate::support::tongue::says;

/// An interview with a pause at 15 s and notes at 10 s and 25 s, 40 s long.
fn held() -> tempfile::TempDir {
    let dir = study();
    let mut script = interview(&dir);
    script
        .keys("<pagedown>")
        .hear_until(secs(10))
        .keys(">like a switch<enter>")
        .hear_until(secs(15))
        .keys("<f9>")
        .hear(secs(20))
        .keys("<f9>");
    script.hear_until(secs(25)).keys("rest in time<enter>").hear_until(secs(40)).saved().keys("<f10><f10>").saved();
    script.leave();
    dir
}

fn samples(path: &Path) -> Vec<i16> {
    hound::WavReader::open(path).unwrap().into_samples().map(Result::unwrap).collect()
}

fn clip(dir: &tempfile::TempDir, args: &[&str], out: &str) -> (String, PathBuf) {
    let path = dir.path().join(out);
    let told = run(dir.path(), &[&["clip", "P01"], args, &["--out", path.to_str().unwrap()]].concat());
    (told, path)
}

#[test]
fn a_stretch_is_what_the_take_holds_there_with_silence_where_it_is_withheld() {
    let dir = held();
    let take = samples(&folders(&dir)[0].file("take-001.wav"));
    let (told, path) = clip(&dir, &["--from", "0:02", "--to", "0:05"], "a.wav");
    assert!(code(&told) == "0" && told.contains("0:02 to 0:05 (3.0 s)") && !told.contains("silent"), "{told}");
    let sound = samples(&path);
    assert_eq!(sound.len(), 144_000);
    assert_eq!(sound[240..143_760], take[96_240..239_760]);
    assert_eq!(fs::metadata(&path).unwrap().len(), 44 + 288_000, "nothing but the sound");
    let (told, _) = clip(&dir, &["--from", "0:02", "--to", "0:06"], "a.wav");
    assert!(code(&told) != "0" && told.contains("already"), "{told}");
    assert_eq!(samples(&path), sound, "nothing is overwritten");
    run(dir.path(), &["withhold", "P01", "--from", "0:03", "--to", "0:04"]);
    for (out, how, words) in [("b.wav", None, "of it is silent"), ("c.wav", Some("--bleep"), "of it is a tone")] {
        let args = [&["--from", "0:02", "--to", "0:05"], how.as_slice()].concat();
        let (told, path) = clip(&dir, &args, out);
        assert!(code(&told) == "0" && told.contains(words), "{told}");
        let held = samples(&path);
        assert_eq!(held.len(), sound.len());
        assert_eq!(held[300..47_700], sound[300..47_700]);
        let within = &held[48_000..96_048];
        assert_eq!(within.iter().any(|sample| *sample != 0), how.is_some());
        assert!(within.iter().all(|sample| sample.unsigned_abs() < 3_300), "a modest level");
    }
}

#[test]
fn what_was_off_the_record_is_a_second_of_silence() {
    let dir = held();
    let (told, path) = clip(&dir, &["--from", "0:14", "--to", "0:16"], "a.wav");
    assert!(code(&told) == "0" && told.contains("(3.0 s)") && told.contains("stands for what was off the record"), "{told}");
    let sound = samples(&path);
    assert!(sound.len() == 144_000 && sound[48_000..96_000].iter().all(|sample| *sample == 0));
}

#[test]
fn a_note_is_from_a_little_before_it_to_the_next() {
    let dir = held();
    let (told, _) = clip(&dir, &["--note", "1"], "a.wav");
    // Stamped at 10 s less a second and a half; from 4 s before that to the next note, at 23.5 s.
    assert!(code(&told) == "0" && told.contains("0:04 to 0:23"), "{told}");
    let (told, _) = clip(&dir, &["--note", "2"], "b.wav");
    assert!(code(&told) == "0" && told.contains("0:19 to 0:40"), "{told}");
    run(dir.path(), &["withhold", "P01", "--note", "1"]);
    for note in ["1", "9"] {
        let (told, path) = clip(&dir, &["--note", note], "c.wav");
        assert!(code(&told) == "1" && told.contains(&format!("there is no note {note} that may be used")) && !path.exists(), "{told}");
    }
}

/// What a note that is withheld by its number is about is silent in a clip of what lies around it, as in all that leaves the session.
#[test]
fn around_a_note_that_is_withheld_a_clip_is_silent() {
    let dir = held();
    run(dir.path(), &["withhold", "P01", "--note", "1"]);
    // From 4 s before 8.5 s for half a minute, past the next note at 23.5 s; a second of a pause lies in it.
    let (told, path) = clip(&dir, &["--from", "0:02", "--to", "0:40"], "a.wav");
    assert_eq!(code(&told), "0", "{told}");
    let (sound, rate) = (samples(&path), 48);
    let sounds = |from: usize, to: usize| sound[from * rate..to * rate].iter().any(|sample| *sample != 0);
    assert!(sounds(0, 2_500) && !sounds(2_501, 37_400) && sounds(37_700, 38_900), "{told}");
    // The study listens from 7 s before a note on: there begins what is not to be used.
    let at = dir.path().join("study.yaml");
    fs::write(&at, fs::read_to_string(&at).unwrap() + "\nlistening:\n  lead_in: 7\n").unwrap();
    let (told, path) = clip(&dir, &["--from", "0:00", "--to", "0:26"], "b.wav");
    let sound = samples(&path);
    assert!(
        sound[..1_490 * rate].iter().any(|sample| *sample != 0) && sound[1_510 * rate..25_000 * rate].iter().all(|sample| *sample == 0),
        "{told}"
    );
}

#[test]
fn whoever_said_no_gives_no_clip() {
    let no = ["no", "--told", "letter", "--to", "I1", "--on", "2026-11-22"];
    for (item, words) in
        [("quotes", "no clip: their voice is their own words"), ("recording", "no clip: they did not agree to be recorded")]
    {
        let dir = held();
        let told = run(dir.path(), &[&["consent", "P01", item], no.as_slice()].concat());
        assert_eq!(code(&told), "0", "{told}");
        let (told, path) = clip(&dir, &["--note", "1"], "a.wav");
        assert!(code(&told) == "1" && told.contains(words) && !path.exists(), "{told}");
    }
    for (scope, words) in [("all", "they want it destroyed"), ("sound", "they want it destroyed"), ("quotes", "their own words")] {
        let dir = held();
        run(dir.path(), &["withdraw", "P01", "--scope", scope, "--told", "letter", "--whom", "I1", "--on", "2026-11-22", "--yes"]);
        let (told, path) = clip(&dir, &["--from", "0:01", "--to", "0:02"], "a.wav");
        assert!(code(&told) == "1" && told.contains(words) && !path.exists(), "{told}");
    }
}

#[test]
fn a_take_that_is_another_and_a_stretch_that_is_none_are_refused() {
    let dir = held();
    for (from, to, words) in [("0:05", "0:05", "before it begins"), ("1:00", "1:05", "before it begins"), ("0:01", "nine", "is no moment")]
    {
        let (told, path) = clip(&dir, &["--from", from, "--to", to], "a.wav");
        assert!(code(&told) != "0" && told.contains(words) && !path.exists(), "{told}");
    }
    fs::remove_file(folders(&dir)[0].file("take-001.wav")).unwrap();
    let (told, path) = clip(&dir, &["--note", "1"], "a.wav");
    assert!(code(&told) == "1" && told.contains("no clip: take-001.wav is missing") && !path.exists(), "{told}");
}

#[test]
fn a_key_makes_a_clip_of_the_chosen_note_while_listening_back() {
    in_each_language(|| {
        let dir = held();
        make_native(dir.path());
        let mut script = home(&dir);
        script.keys("l<down>").saved();
        for nth in 1..=2 {
            script.keys("c").saved();
            let notice = script.notice().unwrap_or_default().to_owned();
            assert!(says(&notice, "The clip is in ") && notice.contains("clips"), "{notice}");
            assert_eq!(fs::read_dir(dir.path().join("clips")).unwrap().count(), nth, "a new one each time");
            let journal = fs::read_to_string(folders(&dir)[0].journal()).unwrap();
            // That it is begun, and when it is there the digest of its file.
            let of_clips = journal.lines().filter(|line| line.contains(r#""kind":"sound-copied","copy":"clip""#));
            let knows: Vec<bool> = of_clips.map(|line| line.contains("sha256")).collect();
            assert_eq!(knows, [false, true].repeat(nth), "and it is known");
        }
        script.leave();
        run(dir.path(), &["withhold", "P01", "--from", "0:01", "--to", "0:39"]);
        let session = reread(&dir);
        let left = session.left_before();
        let is_whole = |left: &&Left| matches!(left, Left::Copy(copy) if copy.sha256.is_some());
        assert!(left.len() == 2 && left.iter().all(is_whole), "each is one copy: {left:?}");
    });
}

/// What journals know of a clip and a pack is named when something in them is withheld; and who has deleted what they had is named no more.
#[test]
fn what_left_before_something_was_withheld_is_named_everywhere() {
    in_each_language(|| {
        let dir = held();
        make_native(dir.path());
        for (from, to, out) in [("0:02", "0:05", "within.wav"), ("0:08", "0:09", "beside.wav")] {
            clip(&dir, &["--from", from, "--to", to], out);
        }
        for args in [["transcript", "pack", "P01", "--out", "for-t1"].as_slice(), &["transcript", "given", "P01", "--to", "T1"]] {
            assert_eq!(code(&run(dir.path(), args)), "0");
        }
        // One that no journal knows, as older versions made them.
        fs::create_dir(dir.path().join("clips")).unwrap();
        let older = "clips/2026-11-22-P01-first_3-4.wav";
        fs::write(dir.path().join(older), "sound").unwrap();
        assert!(!run(dir.path(), &["show", "P01"]).contains("within.wav"), "nothing is withheld yet");
        run(dir.path(), &["withhold", "P01", "--from", "0:03", "--to", "0:04"]);
        clip(&dir, &["--from", "0:01", "--to", "0:05"], "after.wav");
        for args in [["withhold", "P01"].as_slice(), &["silence", "P01"], &["show", "P01"]] {
            let told = run(dir.path(), args);
            for named in ["within.wav", older, "for-t1", "T1", "hearback transcript deleted-there 2026-11-22-P01-first"] {
                assert!(told.contains(named), "{named}: {told}");
            }
            assert!(!told.contains("beside.wav") && !told.contains("after.wav"), "{told}");
        }
        let json = |args: &[&str]| -> serde_json::Value {
            let told = run(dir.path(), args);
            serde_json::from_str(&told.lines().skip(1).take_while(|line| !line.starts_with("---")).collect::<Vec<_>>().join("\n")).unwrap()
        };
        let kinds = |left: &serde_json::Value| -> Vec<String> {
            left.as_array().unwrap().iter().map(|one| one["left"].as_str().unwrap().to_owned()).collect()
        };
        let all = ["clip", "pack", "sound", "clip"];
        assert_eq!(kinds(&json(&["withhold", "P01", "--json"])[0]["left_before"]), all);
        assert_eq!(kinds(&json(&["show", "P01", "--json"])["left_before"]), all);
        let silence = json(&["silence", "P01", "--json"]);
        assert_eq!((kinds(&silence["left_before"]), silence["done"].as_bool()), (all.map(str::to_owned).to_vec(), Some(false)));
        assert_eq!(silence["takes"][0]["stretches"][0], serde_json::json!({ "from_ms": 3_000, "to_ms": 4_001 }));
        run(dir.path(), &["transcript", "given", "P01", "--to", "T2"]);
        for (whom, words) in [(&[][..], "T1, T2"), (&["--whom", "T3"], "T3")] {
            let told = run(dir.path(), &[&["transcript", "deleted-there", "P01"], whom].concat());
            assert!(code(&told) == "1" && told.contains(words), "{told}");
        }
        run(dir.path(), &["transcript", "deleted-there", "P01", "--whom", "T1"]);
        let silence = json(&["silence", "P01", "--json"]);
        assert_eq!(silence["left_before"].as_array().unwrap().iter().filter_map(|one| one["whom"].as_str()).collect::<Vec<_>>(), ["T2"]);
        for undo in [&[][..], &["--undo"]] {
            assert_eq!(
                code(&run(dir.path(), &[&["transcript", "deleted-there", "P01"], undo].concat())),
                if undo.is_empty() { "0" } else { "1" }
            );
        }
        let silence = json(&["silence", "P01", "--yes", "--json"]);
        assert_eq!(
            (kinds(&silence["left_before"]), silence["receipts"].as_array().unwrap().len()),
            (vec!["clip".into(), "pack".into()], 1)
        );
        assert!(!dir.path().join(older).exists(), "a clip in the study goes with it");
        // Who wants the sound destroyed has it in all of them; and a clip is made known to programs.
        let made = json(&["clip", "P01", "--from", "0:01", "--to", "0:05", "--out", "last.wav", "--json"]);
        assert_eq!((made["file"].as_str(), made["silent"][0]["why"].as_str()), (Some("last.wav"), Some("withheld")));
        let said = ["--told", "letter", "--whom", "I1", "--on", "2026-11-22", "--yes", "--json"];
        let gone = json(&[["withdraw", "P01", "--scope", "sound"].as_slice(), said.as_slice()].concat());
        let files = gone[0]["left_before"].as_array().unwrap().iter().filter_map(|one| one["file"].as_str());
        assert_eq!(files.collect::<Vec<_>>(), ["within.wav", "beside.wav", "for-t1", "after.wav", "last.wav"]);
    });
}

#[test]
fn a_clip_is_known_by_what_it_holds_and_not_by_its_name() {
    let dir = held();
    let folder = dir.path().join("clips");
    fs::create_dir(&folder).unwrap();
    // One that no journal knows, as older versions made them; and later one of that name from elsewhere.
    let name = "2026-11-22-P01-first_3-4.wav";
    let (told, path) = clip(&dir, &["--from", "0:03", "--to", "0:04"], &format!("clips/{name}"));
    assert_eq!(code(&told), "0", "{told}");
    let renamed = folder.join("for the talk.wav");
    fs::rename(&path, &renamed).unwrap();
    fs::write(&path, "sound of before any journal knew of it").unwrap();
    run(dir.path(), &["withhold", "P01", "--from", "0:03", "--to", "0:04"]);
    let told = run(dir.path(), &["withhold", "P01"]);
    let named = |file: &str| told.matches(file).count();
    assert_eq!((named("for the talk.wav"), named(name)), (1, 1), "{told}");
    fs::remove_file(&path).unwrap();
    fs::rename(&renamed, &path).unwrap();
    let told = run(dir.path(), &["withhold", "P01"]);
    assert_eq!(told.matches(name).count(), 1, "{told}");
}

#[test]
fn what_could_not_be_written_is_not_known_as_a_copy_and_nothing_lies_among_the_sessions() {
    let dir = held();
    let session = folders(&dir)[0].clone();
    let lines = || fs::read_to_string(session.journal()).unwrap().lines().filter(|line| line.contains("sound-copied")).count();
    let within = session.path().join("take-009.wav");
    for out in [within.to_str().unwrap(), "sessions/a.wav", "sessions/../sessions/a.wav"] {
        let (told, path) = clip(&dir, &["--note", "1"], out);
        assert!(code(&told) == "2" && told.contains("lies among the sessions") && !path.exists(), "{told}");
        let told = run(dir.path(), &["transcript", "pack", "P01", "--out", out]);
        assert!(code(&told) == "2" && told.contains("lies among the sessions"), "{told}");
    }
    for out in [".", "sessions"] {
        assert_ne!(code(&run(dir.path(), &["transcript", "pack", "P01", "--out", out])), "0");
    }
    assert_eq!(lines(), 0);
    let (told, _) = clip(&dir, &["--note", "1"], "nowhere/a.wav");
    assert_ne!(code(&told), "0", "{told}");
    fs::create_dir(dir.path().join("pack")).unwrap();
    assert_ne!(code(&run(dir.path(), &["transcript", "pack", "P01", "--out", "pack"])), "0");
    run(dir.path(), &["withhold", "P01", "--from", "0:01", "--to", "0:30"]);
    let told = run(dir.path(), &["withhold", "P01"]);
    assert!(!told.contains("a.wav") && !told.contains("pack"), "{told}");
}

/// What a link leads to was never recorded here, so nothing is made of it that leaves.
#[cfg(unix)]
#[test]
fn a_take_that_is_a_link_gives_no_clip_and_no_pack() {
    let dir = held();
    let take = folders(&dir)[0].file("take-001.wav");
    let elsewhere = dir.path().join("elsewhere.wav");
    fs::rename(&take, &elsewhere).unwrap();
    std::os::unix::fs::symlink(&elsewhere, &take).unwrap();
    let (told, path) = clip(&dir, &["--note", "1"], "a.wav");
    assert!(code(&told) != "0" && !path.exists(), "{told}");
    let told = run(dir.path(), &["transcript", "pack", "P01", "--out", "pack"]);
    assert!(code(&told) != "0" && !dir.path().join("pack").exists(), "{told}");
}
