//! One evening from the first key to the last file: an interview is listened back with its transcript, coded, searched, cut into a clip; then
//! they ring, and a part of what they said goes out of all of it, and out of the sound.

use std::fs;
use std::path::Path;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::shell::script::Script;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::DAY;
use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::search::files_with;
use crate::support::told::folders;

/// What nobody is to read any more.
const SECRET: &str = "zwaluwstaart";

/// Frames in a second.
const RATE: usize = 48_000;

/// How loud the loudest sample is in the two seconds from `second` on.
fn peak(wav: &Path, second: usize) -> i16 {
    let samples: Vec<i16> = hound::WavReader::open(wav).unwrap().into_samples().map(Result::unwrap).collect();
    samples[second * RATE..(second + 2) * RATE].iter().map(|sample| sample.saturating_abs()).max().unwrap()
}

#[test]
fn an_evening_from_the_first_key_to_the_last_file() {
    let dir = study();
    let tone = Piece::Tone { hertz: 220.0, level: 0.3, lasts: secs(10) };
    let mut script = Script::over(dir.path(), Sound::script(&[tone, Piece::Silence(secs(10))], Again::Looped), DAY).unwrap();
    script.keys(FORM).hear(ms(500)).keys("<enter>").hear_until(secs(10)).keys("<pagedown>rest before it hurts<enter>");
    script.hear_until(secs(34)).keys(">like a light switch<enter>").hear_until(secs(60)).saved().keys("<f10><f10>").saved();
    script.leave();

    // It comes from whoever typed it, with the words of the recording.
    let typed =
        format!("[0:02] I: How was that?\n[0:05] B: I rest before it hurts\n[0:22] B: my neighbour {SECRET} told me so\n[0:29] I: Hm\n");
    fs::write(dir.path().join("typed.txt"), typed).unwrap();
    let told = run(dir.path(), &["transcript", "import", "P01", "typed.txt"]);
    assert!(code(&told) == "0", "{told}");
    fs::remove_file(dir.path().join("typed.txt")).unwrap();
    assert_eq!(code(&run(dir.path(), &["transcript", "speakers", "P01", "I=I1", "B=P01"])), "0");

    // The evening: what is said there becomes a quote with its code, one looks for it, and it becomes a clip.
    let mut script = home(&dir);
    script.keys("l").hear(ms(500));
    assert!(script.screen(120, 40).contains("my neighbour"), "{}", script.screen(120, 40));
    // What the interviewer says there is nobody's own words.
    script.keys("...").hear(ms(100)).keys("q");
    assert!(script.notice().unwrap().contains("said by I1, who asks"), "{:?}", script.notice());
    script.keys("<right><right><right><right>").hear(ms(100)).keys("q").saved();
    let quote = script.session().unwrap().notes_by_position()[1].clone();
    assert!(quote.text.contains(SECRET) && quote.position.millis() == 22_000, "{quote:?} {:?} {}", script.notice(), script.screen(80, 24));
    script.keys("ktrust<enter>who they believed<enter>not of us<enter><esc>").hear(ms(100)).keys("i1").hear(ms(100));
    script.keys("+++<space>").hear(secs(3)).keys("<space>").hear(ms(100));
    assert!(script.screen(80, 24).contains("1.3×"), "{}", script.screen(80, 24));
    script.keys(&format!("/{}", &SECRET[..5])).hear(ms(500));
    assert!(script.screen(80, 24).lines().any(|row| row.contains("P01") && row.contains(SECRET)), "{}", script.screen(80, 24));
    script.keys("<esc>c").saved().hear(ms(500));
    script.keys("<esc>").saved();
    script.leave();
    let clip = fs::read_dir(dir.path().join("clips")).unwrap().next().expect("a clip was made").unwrap().path();
    let found = run(dir.path(), &["search", SECRET]);
    assert!(found.contains(SECRET), "{found}");

    // They ring: not the neighbour. The second half of what they said is what the researcher gives.
    let told = run(dir.path(), &["withhold", "P01", "--from", "0:25", "--to", "0:28"]);
    assert!(code(&told) == "0" && told.contains(clip.file_name().unwrap().to_str().unwrap()), "what went out is named: {told}");
    assert!(run(dir.path(), &["search", SECRET]).contains("nothing was found"));
    for args in [
        &["show", "P01"][..],
        &["show", "P01", "--json"],
        &["transcript", "show", "P01"],
        &["transcript", "show", "P01", "--json"],
        &["codes", "--json"],
        &["sessions"],
    ] {
        let told = run(dir.path(), args);
        assert!(!told.contains(SECRET), "{args:?}: {told}");
    }

    // And it goes out of the sound, and out of the clip that had it.
    let told = run(dir.path(), &["silence", "P01", "--yes"]);
    assert_eq!(code(&told), "0", "{told}");
    let session = folders(&dir)[0].path().to_owned();
    let take = session.join("take-001.wav");
    assert_eq!(peak(&take, 26), 0, "it is silent there");
    assert!([2, 44].into_iter().all(|second| peak(&take, second) > 1_000), "and nowhere else");
    assert!(!clip.exists(), "the clip is gone");
    let told = run(dir.path(), &["transcript", "pack", "P01", "--out", "pack"]);
    assert_eq!(code(&told), "0", "{told}");
    for wav in fs::read_dir(dir.path().join("pack"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|is| is == "wav"))
    {
        assert!(peak(&wav, 26) == 0 && peak(&wav, 44) > 1_000, "{wav:?}");
    }

    // Nothing has it but the journal and the transcript as it came.
    let holds: Vec<String> = files_with(dir.path(), SECRET).iter().map(|path| path.rsplit('/').next().unwrap().to_owned()).collect();
    assert!(holds.iter().all(|name| name == "journal.jsonl" || name.starts_with("transcript-001")), "{holds:?}");

    // Whoever comes back to it finds none of it.
    let mut script = home(&dir);
    script.keys("l").hear(ms(500));
    let screen = script.screen(120, 40);
    assert!(!screen.contains(SECRET) && screen.contains("left out"), "{screen}");
    assert_eq!(script.session().unwrap().notes().count(), 2);
}
