//! A recording is the one that was recorded, or it is said not to be: each kind of file that is another one by now, and each place that says so.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use hearback::store::folder::Study;

use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;
use crate::support::told::folders;

/// Runs the program over the study in `dir`: its exit code, and all that it says.
fn run(dir: &Path, args: &[&str]) -> (i32, String) {
    let mut command = program();
    command
        .arg("--study")
        .arg(dir)
        .args(args)
        .env("HEARBACK_CONFIG", dir.join("config"))
        .env("XDG_CACHE_HOME", dir.join("cache"))
        .env("PULSE_SERVER", "/nowhere");
    let output = command.output().unwrap();
    (output.status.code().unwrap(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

/// A study with one interview of half a minute that was held, and its take.
fn held() -> (tempfile::TempDir, PathBuf) {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("like a switch<enter>").hear_until(secs(30)).keys("<f10><f10>m").hear(secs(1));
    script.keys("<enter>You turned a switch.<enter>").saved();
    script.leave();
    let take = folders(&dir)[0].file("take-001.wav");
    (dir, take)
}

/// A WAV of the kind `rate` and `channels` say, over these samples.
fn wav(rate: u32, channels: u16, samples: &[i16]) -> Vec<u8> {
    let spec = hound::WavSpec { channels, sample_rate: rate, bits_per_sample: 16, sample_format: hound::SampleFormat::Int };
    let mut bytes = std::io::Cursor::new(Vec::new());
    let mut writer = hound::WavWriter::new(&mut bytes, spec).unwrap();
    for sample in samples {
        writer.write_sample(*sample).unwrap();
    }
    writer.finalize().unwrap();
    bytes.into_inner()
}

/// What may become of a take, by name, the state it is in then, and what a person is told.
const FATES: [(&str, &str, &str); 12] = [
    ("gone", "missing", "take-001.wav is missing"),
    ("emptied", "empty", "take-001.wav is empty"),
    ("a header alone", "empty", "take-001.wav is empty"),
    ("its end cut off", "shorter", "take-001.wav is 5.0 s shorter than the recording that was made"),
    ("cut in the middle", "shorter", "take-001.wav is 4.0 s shorter than the recording that was made"),
    ("something added", "longer", "take-001.wav is 2.0 s longer than the recording that was made"),
    ("exported at another rate", "other-format", "it is 44.1 kHz mono, and that was 48 kHz mono"),
    ("stereo now", "other-format", "it is 48 kHz stereo, and that was 48 kHz mono"),
    ("another kind of samples", "other-format", "not the recording that was made: it is not 16-bit PCM"),
    ("a folder", "other-format", "not the recording that was made: it is a folder"),
    ("no sound at all", "other-format", "not the recording that was made: it does not begin as one"),
    ("other sound", "other-bytes", "take-001.wav is as long as the recording that was made and holds other sound"),
];

fn befall(take: &Path, fate: &str) {
    let bytes = fs::read(take).unwrap();
    let samples: Vec<i16> = bytes[44..].chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect();
    let second = 48_000;
    let new = match fate {
        "gone" => return fs::remove_file(take).unwrap(),
        "a folder" => {
            fs::remove_file(take).unwrap();
            return fs::create_dir(take).unwrap();
        }
        "emptied" => Vec::new(),
        "a header alone" => bytes[..44].to_vec(),
        "its end cut off" => wav(48_000, 1, &samples[..samples.len() - 5 * second]),
        "cut in the middle" => wav(48_000, 1, &[&samples[..10 * second], &samples[14 * second..]].concat()),
        "something added" => wav(48_000, 1, &[&samples[..], &vec![9; 2 * second]].concat()),
        "exported at another rate" => {
            wav(44_100, 1, &samples.chunks(160).flat_map(|part| part[..147.min(part.len())].to_vec()).collect::<Vec<_>>())
        }
        "stereo now" => wav(48_000, 2, &samples.iter().flat_map(|s| [*s, *s]).collect::<Vec<_>>()),
        "another kind of samples" => {
            let mut bytes = wav(48_000, 1, &samples);
            (bytes[32], bytes[34]) = (3, 24);
            bytes
        }
        "no sound at all" => b"This was a recording, and somebody saved a letter under its name instead.".to_vec(),
        "other sound" => wav(48_000, 1, &samples.iter().rev().copied().collect::<Vec<_>>()),
        other => panic!("{other}"),
    };
    fs::write(take, new).unwrap();
}

#[test]
fn each_fate_of_a_take_is_said_wherever_the_session_is_shown() {
    for (fate, state, words) in FATES {
        let (dir, take) = held();
        befall(&take, fate);
        let before = fs::read(&take).ok();
        let journal = fs::read(folders(&dir)[0].journal()).unwrap();

        let (code, told) = run(dir.path(), &["verify", "P01"]);
        assert_eq!(code, 1, "{fate}: {told}");
        let fields: Vec<&str> = told.lines().next().unwrap().split('\t').collect();
        assert_eq!(fields[1..3], ["take-001.wav", state], "{fate}");
        assert!(fields[3].contains(words) && fields[3].contains("put the file that was recorded back"), "{fate}: {told}");

        let (code, told) = run(dir.path(), &["recover", "P01"]);
        assert_eq!(code, 0, "{fate}: {told}");
        assert!(told.contains(words) && !told.contains("nothing to mend"), "{fate}: {told}");

        // By length and format alone the same cannot be told from other sound of that length.
        let by_length = if state == "other-bytes" { "same" } else { state };
        let (_, told) = run(dir.path(), &["show", "P01", "--json"]);
        let json: serde_json::Value = serde_json::from_str(&told).unwrap();
        assert_eq!(json["takes"][0]["state"], by_length, "{fate}");
        assert_eq!(json["takes"][0]["rate"], 48_000, "what was recorded is what was recorded");
        if by_length != "same" {
            for args in [["show", "P01"].as_slice(), &["sessions"]] {
                let (code, told) = run(dir.path(), args);
                assert!(code == 0 && told.contains("! take-001.wav") && told.contains(words), "{fate}: {told}");
            }
            let (_, told) = run(dir.path(), &["letter", "P01"]);
            assert!(told.contains("check no statement against this recording") && told.contains(words), "{fate}: {told}");
            let mut script = home(&dir);
            let seen = script.screen(120, 40);
            assert!(seen.contains("!summary drafted") || seen.contains("!recorded"), "its standing stays: {fate}: {seen}");
            let told = seen.lines().map(|row| row.trim_matches(['│', ' '])).collect::<Vec<_>>().join(" ");
            assert!(told.contains(words) && told.contains("put the file that was recorded back"), "{fate}: {seen}");
            // Listening back and the member check, for as long as they are there.
            script.keys("l");
            assert!(script.notice().unwrap().contains("put the file that was recorded back"), "{fate}");
            script.keys("<space>").hear(secs(5));
            for key in ["", "m"] {
                script.keys(key).hear(secs(20));
                let seen = script.screen(100, 24);
                assert!(seen.contains("! take-001.wav"), "{fate}: {seen}");
            }
            script.leave();
        }
        assert_eq!(fs::read(&take).ok(), before, "{fate}: nothing alters it");
        let now = fs::read(folders(&dir)[0].journal()).unwrap();
        assert!(now.starts_with(&journal) && !String::from_utf8(now[journal.len()..].to_vec()).unwrap().contains("take-"), "{fate}");
    }
}

#[test]
fn what_is_there_is_told_beside_what_was() {
    let (dir, take) = held();
    befall(&take, "stereo now");
    let (_, told) = run(dir.path(), &["show", "P01", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&told).unwrap();
    let shown = &json["takes"][0];
    assert_eq!(shown["found"], serde_json::json!({"frames": shown["frames"], "rate": 48_000, "channels": 2}));
    assert_eq!(shown["channels"], 1);
    let (_, told) = run(dir.path(), &["sessions", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!(json[0]["changed"], serde_json::json!([{"file": "take-001.wav", "state": "other-format"}]));
    befall(&take, "gone");
    let (_, told) = run(dir.path(), &["show", "P01", "--json"]);
    assert_eq!(serde_json::from_str::<serde_json::Value>(&told).unwrap()["takes"][0]["found"], serde_json::Value::Null);
}

#[test]
fn a_recording_that_is_the_one_is_the_same_also_after_another_program_wrote_its_header_anew() {
    let (dir, take) = held();
    let (code, told) = run(dir.path(), &["verify"]);
    assert!(code == 0 && told.contains("\ttake-001.wav\tsame\t\n"), "{told}");
    let bytes = fs::read(&take).unwrap();
    // A chunk with a title before the sound, as editors put it there.
    let chunk = b"LIST\x0c\0\0\0INFOIENG\0\0\0\0".as_slice();
    let mut edited = [&bytes[..36], chunk, &bytes[36..]].concat();
    let size = u32::try_from(edited.len() - 8).unwrap();
    edited[4..8].copy_from_slice(&size.to_le_bytes());
    fs::write(&take, edited).unwrap();
    let (code, told) = run(dir.path(), &["verify", "--json"]);
    let json: serde_json::Value = serde_json::from_str(&told).unwrap();
    assert_eq!((code, &json[0]["state"]), (0, &"same".into()), "{told}");
}

#[test]
fn a_take_under_way_may_have_grown_and_one_cut_off_is_mended_first() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(12)).keys("kept<enter>").saved();
    let (code, told) = run(dir.path(), &["verify"]);
    assert!(code == 0 && told.contains("\tno-digest\tthe session is open in another window"), "{told}");
    drop(script);
    assert_eq!(run(dir.path(), &["verify"]).0, 0);
    let take = folders(&dir)[0].file("take-001.wav");
    let bytes = fs::read(&take).unwrap();
    fs::write(&take, &bytes[..bytes.len() - 2 * 5 * 48_000]).unwrap();
    let (code, told) = run(dir.path(), &["verify"]);
    assert!(code == 1 && told.contains("\tshorter\t") && told.contains("recover"), "{told}");
    // What is there is kept, and what was safe once and is not there any more is said.
    let (code, told) = run(dir.path(), &["recover"]);
    assert!(code == 0 && told.contains("shorter than what had been written safely"), "{told}");
    assert_eq!(run(dir.path(), &["verify"]).0, 0);
}

#[cfg(unix)]
#[test]
fn what_cannot_be_read_is_exit_4_and_keeps_no_other_from_being_looked_at() {
    use std::os::unix::fs::symlink;
    let (dir, take) = held();
    let elsewhere = dir.path().join("elsewhere.wav");
    fs::rename(&take, &elsewhere).unwrap();
    symlink(&elsewhere, &take).unwrap();
    assert_eq!(run(dir.path(), &["verify"]).0, 0, "a link to it is it");
    fs::remove_file(&take).unwrap();
    symlink("take-001.wav", &take).unwrap();
    let (code, told) = run(dir.path(), &["verify"]);
    assert!(code == 4 && told.contains("\tunreadable\t"), "{told}");
    fs::write(folders(&dir)[0].journal(), "no journal\n").unwrap();
    let (code, told) = run(dir.path(), &["verify"]);
    assert_eq!(code, 4, "{told}");
}

#[test]
fn the_doctor_looks_at_the_recordings_too() {
    let (dir, take) = held();
    fs::remove_file(take).unwrap();
    let (code, told) = run(dir.path(), &["doctor"]);
    assert_ne!(code, 0);
    assert!(told.contains("WRONG  recordings") && told.contains("take-001.wav is missing"), "{told}");
    let study = Study::find(dir.path()).unwrap();
    assert!(told.contains(&study.sessions().unwrap()[0].name()), "{told}");
}

#[test]
fn where_a_take_was_cut_it_is_said_that_there_is_no_sound_and_the_strip_shows_it() {
    let (dir, take) = held();
    befall(&take, "its end cut off");
    let mut script = home(&dir);
    script.keys("l");
    for (width, height) in [(60, 16), (80, 24)] {
        let seen = script.screen(width, height);
        assert!(seen.lines().nth(2).unwrap().ends_with('░') && !seen.contains("NO SOUND"), "{seen}");
    }
    script.keys("<right><right><right><right><right><right><left>").keys("<left><right>");
    let seen = script.screen(60, 16);
    assert!(seen.contains("PAUSED, NO SOUND HERE"), "{seen}");
    script.keys("<space>").hear(ms(100));
    let seen = script.screen(60, 16);
    assert!(seen.contains("▶ NO SOUND HERE") && !seen.contains("PLAYING"), "{seen}");
    script.leave();
}

#[test]
fn a_file_that_no_line_of_the_journal_knows_is_said_everywhere_and_nothing_touches_it() {
    let (dir, take) = held();
    let folder = Study::find(dir.path()).unwrap().session("P01").unwrap();
    let (stray, theirs) = (take.with_file_name("take-007.wav"), [wav(48_000, 1, &[1, 2, 3]), vec![7; 400]].concat());
    let ways: [&[&str]; 6] =
        [&["sessions"], &["sessions", "--json"], &["show", "P01"], &["show", "P01", "--json"], &["verify"], &["doctor"]];
    let again = |known: bool| {
        for args in ways.iter().chain([&["recover", "P01"] as &[&str]].iter()) {
            // What is remembered says it as well as what is read anew.
            for _ in 0..2 {
                let (_, told) = run(dir.path(), args);
                assert_eq!(told.contains("take-007.wav"), known, "{args:?}: {told}");
            }
        }
    };
    again(false);
    fs::write(&stray, &theirs).unwrap();
    again(true);
    assert_eq!(fs::read(&stray).unwrap(), theirs);
    assert!(!folder.file("take-007.peaks").exists(), "no waveform of it either");
    let held = folder.lock().unwrap();
    let (_, told) = run(dir.path(), &["show", "P01"]);
    assert!(!told.contains("take-007.wav"), "whoever holds it may have begun it a moment ago: {told}");
    drop(held);
}
