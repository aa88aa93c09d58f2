//! Transcripts: imported beside the notes, shown without what may not be used, suspect where nobody speaks, given to a transcriber.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use serde_json::Value;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::domain::consent::Person;
use hearback::domain::consent::Said;
use hearback::domain::consent::Wish;
use hearback::domain::consent::Withdrawal;
use hearback::domain::digest::Digest;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Covers;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Round;
use hearback::domain::note::NoteKind;
use hearback::domain::seats::Table;
use hearback::domain::session::Session;
use hearback::domain::time::Frames;
use hearback::domain::time::Position;
use hearback::domain::time::SampleRate;
use hearback::domain::timeline::TakeNumber;
use hearback::domain::transcript::Imported;
use hearback::domain::transcript::MadeBy;
use hearback::domain::transcript::Original;
use hearback::domain::transcript::Passage;
use hearback::domain::transcript::Sound as Speaks;
use hearback::domain::transcript::SpeakersNamed;
use hearback::domain::transcript::Transcript;
use hearback::domain::transcript::TranscriptId;
use hearback::shell::script::Script;
use hearback::store::guide_file::read_guide;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::DAY;
use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::folders;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::says;

fn fixture(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/transcripts").join(name).display().to_string()
}

/// A minute in which somebody speaks for ten seconds, is silent for ten, and so on.
pub(crate) fn turns() -> Sound {
    let tone = Piece::Tone { hertz: 220.0, level: 0.3, lasts: secs(10) };
    Sound::script(&[tone, Piece::Silence(secs(10))], Again::Looped)
}

/// A study with one interview of P01 of 40 seconds; how long nothing was recorded at its beginning.
pub(crate) fn heard() -> tempfile::TempDir {
    let dir = study();
    let mut script = Script::over(dir.path(), turns(), DAY).unwrap();
    script.keys(FORM).hear(ms(500)).keys("<enter>").hear_until(secs(10)).keys("<pagedown>noted<enter>").hear_until(secs(40)).saved();
    script.keys("<f10><f10>").saved();
    script.leave();
    dir
}

pub(crate) fn json(dir: &tempfile::TempDir, args: &[&str]) -> Value {
    let told = run(dir.path(), args);
    let begins = told.find(['{', '[']).unwrap_or_else(|| panic!("{told}"));
    let ends = told.rfind(['}', ']']).unwrap();
    serde_json::from_str(&told[begins..=ends]).unwrap_or_else(|why| panic!("{why}: {told}"))
}

/// The passages that may be shown, as `from-to speaker: words (sound)`.
pub(crate) fn passages(dir: &tempfile::TempDir) -> Vec<String> {
    let shown = json(dir, &["transcript", "show", "P01", "--json"]);
    let of = |passage: &Value| {
        let [from, to] = ["from_ms", "to_ms"].map(|name| passage[name].as_u64().unwrap());
        let speaker = passage["speaker"].as_str().unwrap_or("-");
        format!("{from}-{to} {speaker}: {} ({})", passage["text"].as_str().unwrap(), passage["sound"].as_str().unwrap())
    };
    shown["passages"].as_array().unwrap().iter().map(of).collect()
}

pub(crate) fn write(dir: &tempfile::TempDir, name: &str, text: &str) -> String {
    fs::write(dir.path().join(name), text).unwrap();
    name.to_owned()
}

/// Somebody speaks, then nobody does, in `[…]` stamps.
pub(crate) fn typed(dir: &tempfile::TempDir) -> String {
    write(
        dir,
        "typed.txt",
        "[0:02] I: How was that?\n[0:05] B: I rest before it hurts\n[0:09] \n[0:13] B: Thanks for watching\n[0:18] \n[0:22] B: zwaluwstaart\n[0:26] I: Hm\n",
    )
}

pub(crate) fn import(dir: &tempfile::TempDir, args: &[&str]) -> String {
    run(dir.path(), &[&["transcript", "import", "P01"], args].concat())
}

pub(crate) fn session(dir: &tempfile::TempDir) -> PathBuf {
    folders(dir)[0].path().to_owned()
}

#[test]
fn every_form_is_taken_and_a_copy_is_kept() {
    let dir = heard();
    for (n, name) in [
        "cues.vtt",
        "whisper.srt",
        "whisper.json",
        "whisper-cpp.json",
        "noscribe.html",
        "noscribe.vtt",
        "atrain.txt",
        "atrain.json",
        "f4.txt",
    ]
    .into_iter()
    .enumerate()
    {
        let told = import(&dir, &[&fixture(name)]);
        assert_eq!(code(&told), "0", "{told}");
        let kept = session(&dir).join(format!("transcript-{:03}.original", n + 1));
        assert_eq!(fs::read(kept).unwrap(), fs::read(fixture(name)).unwrap(), "{name}");
        assert!(!passages(&dir).is_empty());
    }
    let shown = json(&dir, &["transcript", "show", "P01", "--json"]);
    let in_force = shown["transcripts"].as_array().unwrap();
    assert_eq!(in_force.len(), 1, "the last counts: {shown}");
    assert_eq!((in_force[0]["transcript"].as_u64(), in_force[0]["format"].as_str()), (Some(9), Some("text")));
    let journal = fs::read_to_string(session(&dir).join("journal.jsonl")).unwrap();
    assert!(!journal.contains("How was that") && !journal.contains("SPEAKER_00"), "the journal stays small, and has no labels");
    assert_eq!(journal.matches("\"kind\":\"transcript-imported\"").count(), 9, "each is known");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(session(&dir).join("transcript-001.jsonl")).unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "nobody else reads it");
    }
}

#[test]
fn speakers_have_codes_at_once_and_afterwards() {
    let dir = heard();
    let file = typed(&dir);
    let told = import(&dir, &[&file, "--speaker", "X=P01"]);
    assert!(code(&told) == "2" && told.contains("nobody is called X") && told.contains("B, I"), "{told}");
    assert!(!session(&dir).join("transcript-001.jsonl").exists(), "nothing was left");
    import(&dir, &[&file, "--speaker", "I=I1"]);
    assert!(passages(&dir)[0].starts_with("2000-5000 I1: How was that?"), "{:?}", passages(&dir));
    assert!(passages(&dir)[1].contains(" B: "));
    let told = run(dir.path(), &["transcript", "speakers", "P01", "B=P01"]);
    assert!(told.contains("P01  3 passages") && told.contains("I1   2 passages"), "{told}");
    assert!(passages(&dir).iter().all(|passage| !passage.contains(" B: ")));
    // By the code they have now, or by what the file calls them.
    for called in ["P01=P02", "B=P03"] {
        assert_eq!(code(&run(dir.path(), &["transcript", "speakers", "P01", called])), "0");
    }
    assert!(passages(&dir)[1].contains(" P03: "));
    let told = run(dir.path(), &["transcript", "speakers", "P01", "B"]);
    assert!(code(&told) == "2" && told.contains("SPEAKER_00=I1"), "{told}");
    let told = run(dir.path(), &["transcript", "speakers", "P01", "B=P 1"]);
    assert_eq!(code(&told), "2", "{told}");
}

/// What was invented where nobody spoke is said to be suspect until somebody has listened.
#[test]
fn passages_without_speech_are_suspect() {
    let dir = heard();
    let told = import(&dir, &[&typed(&dir)]);
    assert!(told.contains("one passage lies where the waveform holds no speech"), "{told}");
    let found = passages(&dir);
    assert_eq!(
        found.iter().filter(|passage| passage.ends_with("(suspect)")).collect::<Vec<_>>(),
        ["13000-18000 B: Thanks for watching (suspect)"]
    );
    let shown = run(dir.path(), &["transcript", "show", "P01"]);
    assert!(shown.contains("1.3 ?") && shown.contains("? no speech"), "{shown}");
    for (passage, said) in [("1.9", "no passage 1.9"), ("1.1", "not suspect"), ("1.3", "may be quoted"), ("1.3", "known of passage")] {
        let told = run(dir.path(), &["transcript", "heard", "P01", passage]);
        assert!(told.contains(said), "{told}");
    }
    assert!(passages(&dir)[2].ends_with("(heard)"));
    let told = run(dir.path(), &["transcript", "heard", "P01", "1.3", "--undo"]);
    assert!(told.contains("suspect again") && passages(&dir)[2].ends_with("(suspect)"), "{told}");
    let journal = fs::read_to_string(session(&dir).join("journal.jsonl")).unwrap();
    assert!(
        journal.contains("\"suspect\":1,") && journal.contains("\"loudness\":[{\"take\":1,\"floor\":"),
        "the rule's figures are kept: {journal}"
    );
}

#[test]
fn a_passage_that_touches_what_is_withheld_is_out_whole() {
    let dir = heard();
    import(&dir, &[&typed(&dir)]);
    assert!(passages(&dir).iter().any(|passage| passage.contains("zwaluwstaart")));
    run(dir.path(), &["withhold", "P01", "--from", "0:25", "--to", "0:27"]);
    let left = passages(&dir);
    assert!(!left.iter().any(|passage| passage.contains("zwaluwstaart") || passage.contains("Hm")) && left.len() == 3, "{left:?}");
    let told = run(dir.path(), &["transcript", "heard", "P01", "1.4"]);
    assert!(told.contains("no passage 1.4"), "{told}");
    for call in [["transcript", "show", "P01"], ["transcript", "speakers", "P01"]] {
        assert!(!run(dir.path(), &call).contains("zwaluwstaart"));
    }
    // It comes back only with them.
    run(dir.path(), &["withhold", "P01", "--lift", "1", "--told", "aloud", "--whom", "I1", "--on", "2026-11-22"]);
    assert_eq!(passages(&dir).len(), 5);
    // A note that is withheld takes the words along that were said there.
    run(dir.path(), &["withhold", "P01", "--note", "1"]);
    assert!(!passages(&dir).iter().any(|passage| passage.contains("I rest")), "{:?}", passages(&dir));
    run(dir.path(), &["withdraw", "P01", "--scope", "all", "--told", "aloud", "--whom", "I1", "--on", "2026-11-22", "--yes"]);
    assert_eq!(passages(&dir), Vec::<String>::new(), "all of it");
    assert_eq!(code(&import(&dir, &["typed.txt"])), "1", "and nothing new comes");
    assert_eq!(code(&run(dir.path(), &["transcript", "pack", "P01", "--out", "pack"])), "1");
    assert!(!dir.path().join("pack").exists());
}

#[test]
fn times_are_moved_cut_and_left_out_and_that_is_said() {
    let dir = heard();
    let file = write(&dir, "late.txt", "[0:02] a\n[0:30] b\n[0:38] c\n[1:30] d\n");
    let told = import(&dir, &[&file]);
    assert!(told.contains("one passage lies beyond the end of the sound"), "{told}");
    let all = passages(&dir);
    assert!(all[2].starts_with("38000-") && all.len() == 3, "{all:?}");
    let told = import(&dir, &[&file, "--offset", "-2.5"]);
    assert!(passages(&dir)[0].starts_with("0-27500 "), "{told}");
    let told = import(&dir, &[&file, "--offset", "60"]);
    assert!(code(&told) == "1" && told.contains("does not fit this recording: 4 of 4") && told.contains("--offset"), "{told}");
    let told = import(&dir, &[&file, "--take", "2"]);
    assert!(code(&told) == "2" && told.contains("no take 2"), "{told}");
    assert_eq!(code(&import(&dir, &[&file, "--offset", "NaN"])), "2");
    let told = import(&dir, &["nowhere.vtt"]);
    assert!(told.contains("nowhere.vtt") && code(&told) != "0", "{told}");
}

/// A second take after a stretch without a microphone has a transcript of its own beside that of the first.
#[test]
fn of_several_takes_each_may_have_its_own() {
    let dir = study();
    let mut script = Script::over(dir.path(), turns(), DAY).unwrap();
    script.keys(FORM).hear(ms(500)).keys("<enter>").hear_until(secs(10)).lose_microphone("unplugged").hear(secs(5)).microphone_comes_back();
    script.hear(secs(12)).saved().keys("<f10><f10>").saved();
    script.leave();
    let session = reread(&dir);
    let takes: Vec<(u64, u64)> = session.timeline().spans().iter().map(|span| (span.from().millis(), span.to().millis())).collect();
    let [(_, first), _, (second, end)] = takes[..] else { panic!("{takes:?}") };
    let file = write(&dir, "all.txt", "[0:01] a\n[0:09] b\n[0:12] c\n");
    let told = import(&dir, &[&file]);
    assert!(told.contains("has 2 takes"), "{told}");
    let all = passages(&dir);
    assert!(all[2].starts_with(&format!("{}-{end} ", second + 12_000 - first)), "{all:?} {takes:?}");
    let file = write(&dir, "two.txt", "[0:01] x\n");
    import(&dir, &[&file, "--take", "2"]);
    let all = passages(&dir);
    assert_eq!(all.len(), 3, "{all:?}");
    assert!(all[0].contains(": a") && all[1].contains(": b") && all[2].starts_with(&format!("{}-{end} -: x", second + 1_000)), "{all:?}");
    let shown = json(&dir, &["transcript", "show", "P01", "--json"]);
    assert_eq!(shown["transcripts"].as_array().unwrap().len(), 2);
}

#[test]
fn a_file_that_is_gone_or_was_changed_is_said_to_be_that() {
    let dir = heard();
    import(&dir, &[&typed(&dir)]);
    let path = session(&dir).join("transcript-001.jsonl");
    let text = fs::read_to_string(&path).unwrap();
    fs::write(&path, text.replace("rest", "work")).unwrap();
    in_each_language(|| {
        let told = run(dir.path(), &["transcript", "show", "P01"]);
        assert!(code(&told) == "1" && says(&told, " is not what was imported: somebody has changed it."), "{told}");
        assert!(!told.contains("work before"), "{told}");
    });
    fs::remove_file(&path).unwrap();
    let told = run(dir.path(), &["transcript", "show", "P01"]);
    assert!(code(&told) == "1" && told.contains("is missing"), "{told}");
    let shown = json(&dir, &["transcript", "show", "P01", "--json"]);
    assert_eq!((shown["passages"].as_array().unwrap().len(), shown["unusable"].as_array().unwrap().len()), (0, 1));
    // The next has another number: what the journal knows keeps its own.
    import(&dir, &["typed.txt"]);
    assert!(session(&dir).join("transcript-002.jsonl").exists() && passages(&dir).len() == 5);
}

#[test]
fn what_cannot_be_read_is_said_with_file_line_and_what_to_do() {
    let dir = heard();
    for (text, said) in [
        ("WEBVTT\n\n00:01.000 --> 00:99.000\nx\n", "bad.vtt: line 3: \"00:01.000 --> 00:99.000\" is no time: correct it in the file"),
        ("{\"segments\":[{\"start\":NaN,\"text\":\"x\"}]}", "bad.vtt: passage 1: the passage has no beginning"),
        ("no times\n", "bad.vtt: there are no times in it"),
        ("", "bad.vtt: the file is empty"),
    ] {
        let file = write(&dir, "bad.vtt", text);
        let told = import(&dir, &[&file]);
        assert!(told.contains(said) && code(&told) == "1", "{told}");
    }
    let journal = fs::read_to_string(session(&dir).join("journal.jsonl")).unwrap();
    assert!(!journal.contains("transcript"), "nothing happened");
}

/// The samples of a WAV that the pack holds.
fn samples(path: &Path) -> Vec<i16> {
    let bytes = fs::read(path).unwrap();
    assert_eq!((&bytes[..4], &bytes[36..40]), (b"RIFF".as_slice(), b"data".as_slice()), "no chunk but the two that it needs");
    assert_eq!(u32::from_le_bytes(bytes[40..44].try_into().unwrap()) as usize, bytes.len() - 44);
    bytes[44..].chunks_exact(2).map(|pair| i16::from_le_bytes([pair[0], pair[1]])).collect()
}

#[test]
fn the_pack_has_the_sound_without_what_is_withheld_and_nothing_private() {
    let dir = study();
    let mut script = Script::over(dir.path(), turns(), DAY).unwrap();
    script.keys(FORM).hear(ms(500)).keys("<enter>").hear_until(secs(5)).keys("<pagedown>(a secret thought<enter>").hear_until(secs(23));
    script.keys("<ctrl-g>1").hear_until(secs(26)).keys("<ctrl-g>2").hear_until(secs(30)).saved().keys("<f10><f10>").saved();
    script.leave();
    let names = reread(&dir).names().len();
    assert!(names > 0, "a name was marked");
    run(dir.path(), &["withhold", "P01", "--from", "0:02", "--to", "0:04"]);
    let told = run(dir.path(), &["transcript", "pack", "P01", "--out", "pack"]);
    assert!(code(&told) == "0" && told.contains("one stretch is silent"), "{told}");
    let pack = dir.path().join("pack");
    let mut files: Vec<String> = fs::read_dir(&pack).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    files.sort();
    assert_eq!(files, ["2026-11-22-P01-first-1.wav", "how-to-transcribe.txt"]);
    let (copy, take) = (samples(&pack.join("2026-11-22-P01-first-1.wav")), samples(&session(&dir).join("take-001.wav")));
    assert_eq!(copy.len(), take.len(), "times stay");
    let ms = |ms: usize| ms * 48;
    assert!(copy[ms(2_000)..=ms(4_000)].iter().all(|sample| *sample == 0) && take[ms(2_000)..ms(4_000)].iter().any(|sample| *sample != 0));
    let is_as_it_was = copy[..ms(2_000)] == take[..ms(2_000)] && copy[ms(4_002)..] == take[ms(4_002)..];
    assert!(is_as_it_was, "all else is as it was");
    let page = fs::read_to_string(pack.join("how-to-transcribe.txt")).unwrap();
    assert!(page.contains("P01") && page.contains("who asks") && page.contains("0:02, for 0:02"), "{page}");
    assert_eq!(page.lines().filter(|line| line.trim_start().ends_with(['[', ']']) && line.starts_with("  0:")).count(), names, "{page}");
    assert!(!page.contains("secret"), "{page}");
    // What is there is not written over.
    let told = run(dir.path(), &["transcript", "pack", "P01", "--out", "pack"]);
    assert!(code(&told) == "1" && told.contains("is there already"), "{told}");
    // What comes back in the form that the page asks for is read.
    let back = write(&dir, "sound-1.txt", "[00:00:05] I1: How was that?\n[00:00:07] P01: I rest [00:00:09] and then\n");
    assert_eq!(code(&import(&dir, &[&back])), "0");
    assert!(passages(&dir)[2].contains(" P01: and then"), "{:?}", passages(&dir));
}

#[test]
fn the_register_says_what_is_still_to_be_done_longest_first() {
    let dir = heard();
    let does = |args: &[&str]| run(dir.path(), &[&["transcript"], args].concat());
    assert!(does(&["register"]).contains("Nothing was given"));
    let told = does(&["returned", "P01"]);
    assert!(code(&told) == "1" && told.contains("nothing was given"), "{told}");
    let told = does(&["given", "P01", "--to", "T1", "--on", "2026-01-10"]);
    assert!(told.contains("given (T1, 2026-01-10). Still to do: get the transcript back"), "{told}");
    for args in
        [["returned", "P01", "--on", "2026-01-20"].as_slice(), &["checked", "P01", "--by", "I1", "--share", "10%", "--on", "2026-01-21"]]
    {
        assert_eq!(code(&does(args)), "0");
    }
    let told = does(&["register"]);
    assert!(told.contains("! 2026") && told.contains("compared with the sound (I1, 2026-01-21, 10 %)"), "{told}");
    assert!(told.contains("Still to do: have the sound deleted there, take names out"), "{told}");
    for args in [["names-removed", "P01"], ["deleted-there", "P01"]] {
        does(&args);
    }
    let shown = json(&dir, &["transcript", "register", "--json"]);
    assert_eq!((shown[0]["open"].as_array().unwrap().len(), shown[0]["done"].as_array().unwrap().len()), (0, 4), "{shown}");
    // A slip is taken back in the words in which it was written.
    let told = does(&["checked", "P01", "--by", "I1", "--share", "all", "--on", "2026-01-21", "--undo"]);
    assert!(code(&told) == "1" && told.contains("in these words"), "{told}");
    let told = does(&["checked", "P01", "--by", "I1", "--share", "10", "--on", "2026-01-21", "--undo"]);
    assert!(told.contains("Still to do: compare it with the sound"), "{told}");
    for wrong in ["0", "101%", "much"] {
        assert_eq!(code(&does(&["checked", "P01", "--by", "I1", "--share", wrong])), "2");
    }
    assert_eq!(code(&does(&["given", "P01", "--to", "T1", "--on", "2999-01-01"])), "2");
}

/// On the screen the transcript follows the sound, beside the notes or in their place, and a passage becomes a quote with its time.
#[test]
fn beside_the_notes_it_follows_the_sound_and_a_passage_becomes_a_quote() {
    let dir = heard();
    import(&dir, &[&typed(&dir), "--speaker", "B=P01"]);
    let mut script = home(&dir);
    script.keys("l");
    let wide = script.screen(120, 40);
    assert!(wide.contains("Transcript") && wide.contains("How was that?") && wide.contains("noted"), "{wide}");
    assert!(!script.screen(80, 24).contains("How was that?"), "{}", script.screen(80, 24));
    script.keys("t");
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let seen = script.screen(width, height);
        assert!(seen.contains("0:02 I: How was that?") && seen.contains("? P01: Thanks for watching") || height < 20, "{seen}");
        assert!(!seen.contains("noted"), "in place of the notes: {seen}");
    }
    script.keys("<space>").hear(secs(3)).keys("<space>");
    let at = script.model().shared.playback;
    assert!(!at.is_playing());
    script.keys("<right>q").saved();
    let session = script.session().unwrap();
    let quote = session.notes().last().unwrap();
    assert_eq!((quote.text.as_str(), quote.kind, quote.position.millis()), ("I rest before it hurts", NoteKind::Quote, 5_000));
    assert!(script.notice().unwrap().contains("quoted with its time, 0:05"), "{:?}", script.notice());
    script.keys("u").saved();
    assert_eq!(script.session().unwrap().notes().count(), 1, "and is taken back as any note");
    script.keys("t");
    assert!(script.screen(80, 24).contains("noted"));
    script.leave();
}

/// What is suspect becomes no quote before it was played from its beginning to its end.
#[test]
fn a_suspect_passage_is_listened_to_before_it_is_quoted() {
    let dir = heard();
    import(&dir, &[&typed(&dir)]);
    let mut script = home(&dir);
    script.keys("lt<right><right><right>");
    assert!(script.screen(80, 24).contains("? B: Thanks"), "{}", script.screen(80, 24));
    script.keys("q").saved();
    let notice = script.notice().unwrap_or_default().to_owned();
    assert!(
        notice.contains("the waveform holds no speech here, and recognisers invent words then: play it from its beginning"),
        "{notice}"
    );
    assert_eq!(script.session().unwrap().notes().count(), 1);
    // From its middle on is not all of it.
    script.keys("<space>").hear(secs(4)).keys("<space>").saved();
    assert!(!script.session().unwrap().transcripts().is_heard(TranscriptId(1), 3));
    script.keys("<left><left><space>").hear(secs(12)).keys("<space>").saved();
    assert!(script.session().unwrap().transcripts().is_heard(TranscriptId(1), 3), "{:?}", script.model().shared.playback);
    script.keys("<left>q").saved();
    assert_eq!(script.session().unwrap().notes().count(), 2, "{:?} {}", script.notice(), script.screen(80, 24));
    script.leave();
    assert!(passages(&dir)[2].ends_with("(heard)"));
}

/// A quote that was made of a passage has the passage's extent: what of it is withheld takes the words along, wherever in it that lies, and
/// wherever they were put since.
#[test]
fn a_quote_of_a_passage_goes_with_any_part_of_it() {
    let quoted = || {
        let dir = heard();
        import(&dir, &[&typed(&dir)]);
        let mut script = home(&dir);
        script.keys("lt<right><right><right><right><right>q").saved();
        let quote = script.session().unwrap().notes().last().unwrap().clone();
        assert_eq!((quote.text.as_str(), quote.position.secs()), ("zwaluwstaart", 22), "{:?}", script.notice());
        (dir, script)
    };
    let withheld = |dir: &tempfile::TempDir, from: &str, to: &str| {
        run(dir.path(), &["withhold", "P01", "--from", from, "--to", to]);
        reread(dir).notes().all(|note| !note.text.contains("zwaluwstaart"))
    };
    let (dir, script) = quoted();
    script.leave();
    let shown = json(&dir, &["show", "P01", "--json"]);
    assert_eq!((&shown["notes"][1]["at_ms"], &shown["notes"][1]["until"]), (&22_000.into(), &26_000.into()));
    assert!(!withheld(&dir, "0:27", "0:29"), "what lies beside it is another matter");
    assert!(withheld(&dir, "0:24", "0:25"));
    for call in ["show P01", "show P01 --json", "search zwaluwstaart", "transcript show P01", "codes"] {
        let told = run(dir.path(), &call.split(' ').collect::<Vec<_>>());
        assert!(
            !told.replace("search zwaluwstaart", "").contains("zwaluwstaart") || call.starts_with("search") && !told.contains("0:22"),
            "{call}: {told}"
        );
    }
    // Moved, split and joined, it has the same extent from where it is.
    let (dir, mut script) = quoted();
    script.keys("<left><left><left><left>p").saved();
    let quote = script.session().unwrap().notes().find(|note| note.text == "zwaluwstaart").unwrap().clone();
    assert_eq!((quote.position.secs(), quote.until.map(Position::secs)), (5, Some(9)), "{:?}", script.notice());
    script.leave();
    assert!(withheld(&dir, "0:08", "0:09"), "where it is");
    let (dir, mut script) = quoted();
    script.keys("<left><left><left><left>p").saved();
    script.leave();
    assert!(withheld(&dir, "0:24", "0:25"), "where it was said");
}

/// A passage is quoted once, also where its quote was joined to another.
#[test]
fn a_passage_whose_quote_was_joined_is_quoted_already() {
    let dir = heard();
    import(&dir, &[&typed(&dir)]);
    let mut script = home(&dir);
    script.keys("ltq").saved().keys("<right>q").saved().keys("<up>j").saved();
    let texts = |script: &Script| script.session().unwrap().notes_by_position().iter().map(|note| note.text.clone()).collect::<Vec<_>>();
    let joined = ["How was that? … I rest before it hurts", "noted"];
    assert_eq!(texts(&script), joined, "{:?}", script.notice());
    for keys in ["<space><left><left><left>q", "<right>q"] {
        script.keys(keys).saved();
        assert!(script.notice().is_some_and(|notice| notice.contains("is a quote already")), "{:?}", script.notice());
        assert_eq!(texts(&script), joined);
    }
    script.leave();
}

#[test]
fn without_a_transcript_the_keys_say_so_and_nothing_is_shown_of_what_may_not_be() {
    let dir = heard();
    let mut script = home(&dir);
    script.keys("lt");
    assert!(script.notice().unwrap().contains("has no transcript"), "{:?}", script.notice());
    script.keys("q");
    assert!(!script.screen(120, 40).contains("Transcript"), "{}", script.screen(120, 40));
    script.leave();
    import(&dir, &[&typed(&dir)]);
    run(dir.path(), &["withhold", "P01", "--from", "0:20", "--to", "0:30"]);
    for is_told in [false, true] {
        let mut script = if is_told { home(&dir).in_lines() } else { home(&dir) };
        script.keys("lt<right><right><right><right><right>q");
        assert!(script.notice().is_some_and(|notice| notice.contains("What is said here is not shown")), "{:?}", script.notice());
        let told = script.told().join("\n");
        for seen in [script.screen(80, 24), script.screen(120, 40), told] {
            assert!(!seen.contains("zwaluwstaart"), "{seen}");
        }
        script.leave();
    }
}

/// In a group a passage goes with whoever said it; and while somebody takes no part any more, so does each of which nobody knows who speaks.
#[test]
fn in_a_group_nothing_is_left_of_a_seat_that_took_back_its_part() {
    let (guide, opened) = (group(), Opened::of(DAY, "G01", Round::First, &group()));
    let mut session = Session::new(guide.clone(), opened);
    let people = ["T01", "T02", "T03"];
    let mut table = Table::of(people);
    table.moderator = "I1".into();
    session.apply(&Event::Seats(table));
    let at = Position::from_secs;
    for event in [
        Event::Began { on: None },
        Event::TakeStarted { take: TakeNumber(1), at: at(0), rate: SampleRate::STUDIO, channels: 1, device: String::new() },
        Event::Checkpoint { take: TakeNumber(1), frames: Frames(48_000 * 60) },
        Event::Ended { at: at(60), why: None },
    ] {
        session.apply(&event);
    }
    let said = |n: u64, speaker: &str| Passage {
        from: at(n),
        to: at(n + 1),
        speaker: speaker.into(),
        words: format!("words {n}"),
        sound: Speaks::Speech,
    };
    let passages = vec![said(1, "I1"), said(3, "T01"), said(5, "T02"), said(7, "SPEAKER_03"), said(9, ""), said(11, "3")];
    let imported = Imported {
        transcript: TranscriptId(1),
        file: TranscriptId(1).file_name(),
        sha256: Digest::new([0; 32]),
        format: String::new(),
        passages: 6,
        suspect: 0,
        covers: Vec::new(),
        original: Original::default(),
        by: MadeBy::default(),
        verified: String::new(),
        loudness: Vec::new(),
    };
    session.apply(&Event::TranscriptImported(Box::new(imported)));
    let all = [Transcript::new(TranscriptId(1), passages)];
    let shown = |session: &Session| session.passages(&all).map(|passage| passage.from.secs()).collect::<Vec<_>>();
    assert_eq!(shown(&session), [1, 3, 5, 7, 9, 11]);
    assert_eq!(session.seat_of_speaker("T02"), session.seat_of_speaker("2"));
    let item = guide.consent.iter().find(|item| item.covers == Covers::TakingPart).unwrap().id.clone();
    let withdrawn = Withdrawal { item, person: Some(Person("T02".into())), at: at(60), wish: Wish::Keep, said: Said::default() };
    session.apply(&Event::ConsentWithdrawn(withdrawn));
    assert_eq!(shown(&session), [1, 3], "of the others it is not known that they are not theirs");
    assert!(session.has_lost_a_voice());
    // Whoever is told apart afterwards comes back.
    let speakers = [(4, "T03".to_owned())].into();
    session.apply(&Event::SpeakersNamed(SpeakersNamed { transcript: TranscriptId(1), speakers }));
    assert_eq!(shown(&session), [1, 3, 7]);
}

fn group() -> Guide {
    let text = include_str!("fixtures/guides/focus-group.yaml");
    read_guide("focus-group.yaml", text.as_bytes()).guide.unwrap()
}

/// A recogniser that is a script of this test: what stands in `does`, with the sound as `$1` and the place for what it writes as `$2`.
#[cfg(unix)]
fn recogniser(dir: &tempfile::TempDir, does: &str) {
    fs::write(dir.path().join("recogniser.sh"), does).unwrap();
    fs::write(dir.path().join("model.bin"), "a model").unwrap();
    let at = dir.path().join("study.yaml");
    let text = fs::read_to_string(&at).unwrap();
    let before = text.split("transcription:").next().unwrap().to_owned();
    let place = dir.path().display();
    let words = format!("command: [sh, {place}/recogniser.sh, \"{{wav}}\", \"{{out}}\"]\n  engine: script\n  model: {place}/model.bin\n");
    fs::write(&at, format!("{before}transcription:\n  {words}")).unwrap();
}

#[cfg(unix)]
const WRITES: &str = "cp \"$1\" heard.wav; dirname \"$1\" > folder; echo once >> runs\n\
                      printf 'WEBVTT\\n\\n00:02.000 --> 00:05.000\\nI rest\\n\\n00:13.000 --> 00:18.000\\nThanks for watching\\n' > \"$2.vtt\"\n";

#[cfg(unix)]
#[test]
fn a_recogniser_of_this_machine_hears_a_copy_without_what_is_withheld() {
    let dir = heard();
    recogniser(&dir, WRITES);
    run(dir.path(), &["withhold", "P01", "--from", "0:22", "--to", "0:24"]);
    let told = run(dir.path(), &["transcribe", "P01", "--verified-by", "I1"]);
    assert!(code(&told) == "0" && told.contains("Take 1: 2 passages") && told.contains("no speech"), "{told}");
    assert_eq!(passages(&dir), ["2000-5000 -: I rest (sounds)", "13000-18000 -: Thanks for watching (suspect)"]);
    let copy = samples(&dir.path().join("heard.wav"));
    assert!(
        copy[22_000 * 48..24_000 * 48].iter().all(|sample| *sample == 0)
            && copy[21_000 * 48..22_000 * 48].iter().any(|sample| *sample != 0)
    );
    let private = fs::read_to_string(dir.path().join("folder")).unwrap();
    assert!(!Path::new(private.trim()).exists(), "the copy is gone");
    let shown = json(&dir, &["transcript", "show", "P01", "--json"]);
    let by = &shown["transcripts"][0]["by"];
    assert!(by["engine"] == "script" && by["model"] == "model.bin" && by["model_sha256"].as_str().unwrap().len() == 64, "{by}");
    assert!(!by["parameters"].as_str().unwrap().contains("model.bin") && shown["transcripts"][0]["verified"] == "I1");
    // What is done is not done again unless that is asked for.
    let told = run(dir.path(), &["transcribe", "P01"]);
    assert!(told.contains("was done before"), "{told}");
    run(dir.path(), &["transcribe", "P01", "--again"]);
    assert_eq!(fs::read_to_string(dir.path().join("runs")).unwrap().lines().count(), 2);
}

#[cfg(unix)]
#[test]
fn a_take_without_words_is_heard_once_and_hides_nothing() {
    let dir = heard();
    recogniser(&dir, WRITES);
    run(dir.path(), &["transcribe", "P01"]);
    let before = passages(&dir);
    recogniser(&dir, "echo once >> silent; printf 'WEBVTT\\n' > \"$2.vtt\"");
    let at = dir.path().join("study.yaml");
    fs::write(&at, fs::read_to_string(&at).unwrap().replace("\"{out}\"]", "\"{out}\", quietly]")).unwrap();
    let told = run(dir.path(), &["transcribe", "P01"]);
    assert!(code(&told) == "0" && told.contains("heard no words"), "{told}");
    let told = run(dir.path(), &["transcribe", "P01"]);
    assert!(told.contains("was done before"), "{told}");
    assert_eq!(fs::read_to_string(dir.path().join("silent")).unwrap().lines().count(), 1);
    assert!(!before.is_empty() && passages(&dir) == before, "{:?}", passages(&dir));
}

#[cfg(unix)]
#[test]
fn a_recogniser_that_fails_is_told_of_and_nothing_is_kept() {
    let dir = heard();
    for (does, said) in [
        ("echo no such model >&2; exit 3", "script failed with exit code 3: no such model"),
        ("true", "has written nothing to the place it was given as {out}"),
        ("echo words > \"$2.txt\"", "cannot be read: there are no times in it"),
    ] {
        recogniser(&dir, does);
        let told = run(dir.path(), &["transcribe", "P01"]);
        assert!(told.contains(said) && code(&told) == "1", "{told}");
    }
    let at = dir.path().join("study.yaml");
    let text = fs::read_to_string(&at).unwrap();
    fs::write(&at, text.replace("[sh, ", "[nowhere-at-all, ")).unwrap();
    let told = run(dir.path(), &["transcribe", "P01"]);
    assert!(told.contains("nowhere-at-all cannot be run") && code(&told) == "1", "{told}");
    let told = run(dir.path(), &["transcribe", "P01", "--engine", "another"]);
    assert!(told.contains("no recogniser called another"), "{told}");
    fs::write(&at, text.replace("\"{wav}\", ", "").replace("engine: script", "format: docx")).unwrap();
    let told = run(dir.path(), &["guide", "check"]);
    assert!(told.contains("nowhere where the sound is to stand") && told.contains("`format` cannot be `docx`"), "{told}");
    assert!(json(&dir, &["transcript", "show", "P01", "--json"])["transcripts"].as_array().unwrap().is_empty());
}

/// Ctrl-C ends the recogniser and what it has started, leaves no copy of the sound, and is said.
#[cfg(unix)]
#[test]
fn a_recogniser_that_is_stopped_leaves_nothing_behind() {
    use std::io::BufRead;
    use std::io::BufReader;
    use std::process::Command;
    use std::process::Stdio;

    let (dir, temporary) = (heard(), tempfile::tempdir().unwrap());
    recogniser(&dir, "sleep 1000 & echo $! > started; wait");
    let mut command = crate::support::program::program();
    command
        .args(["transcribe", "P01"])
        .current_dir(dir.path())
        .env("TMPDIR", temporary.path())
        .env("XDG_CACHE_HOME", dir.path().join("cache"))
        .env("HEARBACK_CONFIG", dir.path().join("config"));
    let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
    let mut lines = BufReader::new(child.stderr.take().unwrap()).lines();
    assert!(lines.next().unwrap().unwrap().contains("Ctrl-C stops it"));
    assert!(Command::new("kill").args(["-INT", &child.id().to_string()]).status().unwrap().success());
    let rest: Vec<String> = lines.map(Result::unwrap).collect();
    assert!(rest.join("\n").contains("the copy of the sound was deleted"), "{rest:?}");
    assert_eq!(child.wait().unwrap().code(), Some(1));
    assert_eq!(fs::read_dir(temporary.path()).unwrap().count(), 0, "no copy is left");
    assert_eq!(lent(&dir), 0, "nor among the caches");
    // One that has ended and was not fetched yet has no words any more.
    if let Ok(started) = fs::read_to_string(dir.path().join("started")) {
        let words = fs::read(format!("/proc/{}/cmdline", started.trim())).unwrap_or_default();
        assert!(started.trim().is_empty() || words.is_empty(), "what it had started is gone too");
    }
}

/// How many copies lie where all of them lie.
#[cfg(unix)]
fn lent(dir: &tempfile::TempDir) -> usize {
    fs::read_dir(dir.path().join("cache/hearback/heard")).map_or(0, Iterator::count)
}

/// Waits until that is so; no test waits for ever.
pub(crate) fn until(what: &str, is_so: impl Fn() -> bool) {
    let begun = std::time::Instant::now();
    while !is_so() {
        assert!(begun.elapsed() < secs(60), "{what}");
        std::thread::yield_now();
    }
}

/// Whether the process that a recogniser has started, and written down in `started`, runs; one that has ended and was not fetched has no words.
#[cfg(target_os = "linux")]
fn runs(dir: &tempfile::TempDir) -> bool {
    let started = fs::read_to_string(dir.path().join("started")).unwrap_or_default();
    !started.trim().is_empty() && fs::read(format!("/proc/{}/cmdline", started.trim())).is_ok_and(|words| !words.is_empty())
}

/// Killed at once, it can put nothing away: somebody else does.
#[cfg(target_os = "linux")]
#[test]
fn a_program_that_is_killed_leaves_no_copy_and_no_recogniser() {
    let dir = heard();
    recogniser(&dir, "sleep 1000 & echo $! > started; wait");
    let mut command = crate::support::program::program();
    command.args(["transcribe", "P01"]).current_dir(dir.path()).env("HEARBACK_CONFIG", dir.path().join("config"));
    command.env("XDG_CACHE_HOME", dir.path().join("cache")).stdin(std::process::Stdio::null()).stderr(std::process::Stdio::null());
    let mut child = command.spawn().unwrap();
    until("it is at work", || runs(&dir));
    assert_eq!(lent(&dir), 1);
    // The one that watches is there as well: its words are in /proc.
    let watches = || {
        let all = fs::read_dir("/proc").unwrap().flatten().filter_map(|entry| fs::read(entry.path().join("cmdline")).ok());
        let place = dir.path().join("cache/hearback/heard").display().to_string();
        all.map(|words| String::from_utf8_lossy(&words).into_owned()).any(|words| words.contains("--watches-") && words.contains(&place))
    };
    until("somebody watches", watches);
    child.kill().unwrap();
    child.wait().unwrap();
    until("the copy is gone", || lent(&dir) == 0);
    until("what it had started is gone", || !runs(&dir));
    until("nobody watches any more", || !watches());
    assert!(passages(&dir).is_empty());
}

/// Where all were killed, whoever comes next destroys it; what somebody hears now is let alone.
#[cfg(unix)]
#[test]
fn what_was_left_of_a_copy_is_destroyed_by_whoever_comes_next() {
    let dir = heard();
    recogniser(&dir, WRITES);
    for args in [["recover"].as_slice(), &["silence", "P01"], &["withhold", "P01"], &["transcribe", "P01"]] {
        let left = dir.path().join("cache/hearback/heard/copy-abcdef");
        fs::create_dir_all(&left).unwrap();
        for name in ["lock", "sound.wav"] {
            fs::write(left.join(name), "what was said").unwrap();
        }
        let told = run(dir.path(), args);
        assert!(told.contains("was left by a run that was killed: it is destroyed now") && !left.exists(), "{told}");
        let told = run(dir.path(), args);
        assert!(!told.contains("was left by a run"), "{told}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn what_a_recogniser_leaves_running_ends_with_it_and_a_signal_is_said_to_be_one() {
    let dir = heard();
    recogniser(&dir, &format!("sleep 1000 < \"$1\" & echo $! > started; {WRITES}"));
    let told = run(dir.path(), &["transcribe", "P01"]);
    assert!(code(&told) == "0" && told.contains("Take 1: 2 passages"), "{told}");
    until("what it had started is gone", || !runs(&dir));
    recogniser(&dir, "echo no room >&2; kill -9 $$");
    let told = run(dir.path(), &["transcribe", "P01", "--again"]);
    assert!(code(&told) == "1" && told.contains("was ended by signal 9, which is often a machine that has no memory left"), "{told}");
    assert!(told.contains("no room") && !told.contains("-1") && lent(&dir) == 0, "{told}");
    recogniser(&dir, "exit 3");
    let told = run(dir.path(), &["transcribe", "P01", "--again"]);
    assert!(told.contains("failed with exit code 3: it said nothing"), "{told}");
    let at = dir.path().join("study.yaml");
    let text = fs::read_to_string(&at).unwrap();
    fs::write(&at, text.replace("\"{wav}\", ", "")).unwrap();
    let told = run(dir.path(), &["transcribe", "P01", "--again"]);
    assert!(code(&told) == "1" && told.contains("script is not told where the sound lies: write {wav} into `command`"), "{told}");
}

/// As many passages as may be, each of another speaker and all at one time: what goes through them goes through them once.
#[test]
fn a_hostile_file_takes_no_longer_than_it_is() {
    let dir = heard();
    let cues: Vec<String> = (0..50_000).map(|n| format!("\n00:02.000 --> 00:03.000\n<v S{n}>x\n")).collect();
    let file = write(&dir, "many.vtt", &format!("WEBVTT\n{}", cues.concat()));
    let told = import(&dir, &[&file]);
    assert!(told.contains("50000 passages imported") && told.contains("S19, …"), "{}", told.chars().take(400).collect::<String>());
    assert_eq!(passages(&dir).len(), 50_000);
    let told = run(dir.path(), &["transcript", "speakers", "P01"]);
    assert!(told.contains("S49999  one passage"));
    let mut script = home(&dir);
    script.keys("lt<space>").hear(secs(3));
    assert!(script.screen(80, 24).contains("0:02"));
    script.leave();
}
