//! Ways out that nobody planned: a mistake in the program, a disk that takes nothing more. What is left is a shell one can type in, a
//! sentence, an exit code, and everything that was written down; and no word of it where it does not belong.

use std::fs;

#[cfg(debug_assertions)]
use crate::support::beside::Try;
#[cfg(debug_assertions)]
use crate::support::beside::judged;
use crate::support::in_company;
use crate::support::key;
use crate::support::sound;
use crate::support::study::Study;
use crate::support::study::notes;
use crate::support::study::text;
use crate::support::window::signal;

/// How soon the terminal has to be given back, in milliseconds.
#[cfg(debug_assertions)]
const SOON_MS: f64 = 2_000.0;

/// What the screen says while the journal takes nothing.
const REFUSED: &str = "notes are not being saved";

/// A mistake in the program itself: the screen falls over at a note, whose words stand in the panic's text. (Only a build with debug
/// assertions can be asked to do that.)
#[cfg(debug_assertions)]
#[test]
fn a_panic_gives_the_terminal_back_and_tells_nobody_what_was_written() {
    let _company = in_company();
    judged(fall_over_at_a_note);
}

#[cfg(debug_assertions)]
fn fall_over_at_a_note(one: &mut Try) {
    let study = Study::with_a_ramp();
    let script =
        r#"stty -a > before; HEARBACK_FALL_OVER_AT=canary RUST_BACKTRACE=1 "$0" "$@"; echo $? > code; stty -a > after; echo all is "over""#;
    let mut window = study.shell(script, &["conduct", "--guide", "patient-first", "--participant", "P07"]);
    window.begin();
    window.press(key::NEXT_TOPIC);
    window.note("the last word");
    window.wait_until_the_clock_goes_on();
    let asked = window.press("canary");
    window.press(key::ENTER);
    window.wait_for_words("all is over");
    one.took("the terminal was given back", SOON_MS, asked);
    window.wait_for_end();
    window.wait_for_the_last_picture();
    assert!(!window.is_taken() && window.has_cursor());
    let told = window.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("a mistake of its own (src/shell/live/turn.rs:") && told.contains("hearback recover"), "{told}");
    for given_away in ["canary", "panicked", "backtrace"] {
        assert!(!told.contains(given_away), "{told}");
    }
    let said = |name: &str| fs::read_to_string(study.beside(name)).unwrap();
    assert_eq!(said("before"), said("after"));
    assert_eq!(said("code").trim(), "70");

    // The take was closed and the journal written before that was said; the first to open the session learns that it was cut short.
    let before = study.show();
    assert_eq!(before["standing"], "interrupted");
    assert_eq!(notes(&before).into_iter().map(text).collect::<Vec<_>>(), ["the last word", "canary"]);
    let samples = sound::playable(&study.file("take-001.wav"));
    assert_eq!(sound::breaks(&samples), Vec::<usize>::new());
    study.told(&["recover"]);
    assert_eq!(study.show()["recorded_ms"].as_u64().unwrap(), samples.len() as u64 * 1_000 / u64::from(sound::RATE));
    assert!(study.told(&["recover"]).contains("nothing to mend"));
}

/// Keys of one's own that cannot be used keep nobody from an interview, and the first screen says so.
#[test]
fn keys_that_cannot_be_used_are_said_on_the_first_screen() {
    let _company = in_company();
    let study = Study::without_sound_server();
    let config = study.beside("config");
    fs::create_dir_all(&config).unwrap();
    fs::write(config.join("keys.toml"), "[interview]\nmoment = 'f13\n").unwrap();
    let mut window = study.window(&[]);
    window.wait_for_words("keys.toml is wrong, so the built-in keys are in effect");
    window.close();
}

/// Stopped from outside, in the two ways there are: nothing is drawn over the shell, the recording goes on as far as it can, and the screen is
/// whole again afterwards.
#[test]
fn a_program_that_is_stopped_and_goes_on_has_its_screen_again() {
    let _company = in_company();
    let study = Study::with_a_ramp();
    let window = study.shell(r#""$0" "$@"; echo all is "over""#, &["conduct", "--guide", "patient-first", "--participant", "P07"]);
    window.begin();
    window.press(key::NEXT_TOPIC);
    window.note("before");
    let program = window.pid_of("hearback");
    // Refused while an interview is under way: the terminal is given back, and the recording goes on.
    signal(program, "TSTP");
    window.wait_for_words("The interview goes on all the same, and so does its recording");
    assert!(!window.is_taken(), "{}", window.text());
    window.press("typed to nobody");
    window.press(key::ENTER);
    window.wait_for_recording();
    assert!(window.is_taken());
    window.note("between");
    for (way, again) in [("TSTP", "CONT"), ("STOP", "CONT")] {
        signal(program, way);
        if way == "TSTP" {
            window.wait_for_words("asked to stop");
        }
        signal(program, again);
        window.wait_for_recording();
        window.note(&format!("after {way}"));
        assert!(window.is_taken());
    }
    window.end();
    window.go_on();
    window.wait_for_words("all is over");
    let words = notes(&study.show()).into_iter().map(|n| text(n).to_owned()).collect::<Vec<_>>();
    assert_eq!(words, ["before", "between", "after TSTP", "after STOP"]);
}

/// What a core dump would hold is what was said in confidence.
#[test]
fn a_crash_leaves_no_image_of_the_memory() {
    let _company = in_company();
    let study = Study::without_sound_server();
    // A shell that would like to have one.
    let window = study.shell(r#"ulimit -c "$(ulimit -H -c)"; "$0" "$@"; true"#, &["conduct", "--no-audio"]);
    window.wait_for_words("Consent");
    let limits = fs::read_to_string(format!("/proc/{}/limits", window.pid_of("hearback"))).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert_eq!(core.split_whitespace().nth(4), Some("0"), "{core}");
}

/// The journal cannot be written any more: the interview goes on and says so, and what never got into it lies in a file of its own. (A limit
/// on the size of files stands for the full disk. It would end a program that does not expect it.)
#[test]
fn what_the_journal_does_not_take_is_in_a_file_of_its_own() {
    let _company = in_company();
    let study = Study::without_sound_server();
    // 16 KiB: more than the guide has, less than these notes.
    let script = r#"prlimit --fsize=16384 "$0" "$@"; echo $? > code; echo all is "over""#;
    let mut window = study.shell(script, &["conduct", "--guide", "patient-first", "--participant", "P07", "--no-audio"]);
    window.wait_for_words("Consent");
    window.press("a");
    window.wait_for_words("ready: F10 begins");
    window.press(key::ENTER);
    window.wait_for_words("NOTES ONLY");
    window.wait_until_the_clock_goes_on();
    window.press(key::NEXT_TOPIC);
    window.note("kept in the journal");
    let long = |n: usize| format!("note {n} {}", "many words ".repeat(150).trim());
    let mut written = vec!["kept in the journal".to_owned()];
    while !window.text().contains(REFUSED) {
        let note = long(written.len());
        window.paste(&note);
        window.press(key::ENTER);
        let (begins, _) = note.split_at("note 1 many".len());
        let is_saved = |row: &str| row.contains(begins) && row.contains(" saved");
        window.wait_for("the note to be saved, or not", |text| text.contains(REFUSED) || text.lines().any(is_saved));
        written.push(note);
    }
    window.press("and one word more");
    window.press(key::ENTER);
    // Ending warns first; after that the same key twice leaves.
    window.end();
    window.wait_for_words("not on disk yet");
    window.press(key::CTRL_C);
    window.wait_for_words("leaves without what is not on disk");
    window.press(key::CTRL_C);
    window.wait_for_words("all is over");
    window.wait_for_end();
    window.wait_for_the_last_picture();
    assert_eq!(fs::read_to_string(study.beside("code")).unwrap().trim(), "4");
    let told = window.text().split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("changes could not be written to the journal. They are in"), "{told}");

    let shown = study.show();
    let there: Vec<String> = notes(&shown).into_iter().map(|n| text(n).to_owned()).collect();
    assert_eq!(there[0], "kept in the journal");
    let folder = study.file("journal.jsonl").parent().unwrap().to_owned();
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let stranded = files.filter(|path| path.to_string_lossy().contains("-unsaved-")).collect::<Vec<_>>();
    let [stranded] = stranded.as_slice() else { panic!("{stranded:?}") };
    let lines = fs::read_to_string(stranded).unwrap();
    let lines: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let mut all: Vec<String> = there;
    all.extend(lines.iter().filter_map(|line| line["event"]["text"].as_str()).map(str::to_owned));
    written.push("and one word more".into());
    assert_eq!(all, written, "each of them is here or there");
    assert_eq!(lines.last().unwrap()["event"]["kind"], "ended");

    // Once there is room, all of it is taken in, once; the interview is over and needs no mending.
    assert!(study.told(&["recover"]).contains("changes that the journal had not taken are in it now"));
    assert!(study.told(&["recover"]).contains("nothing to mend"));
    let shown = study.show();
    assert_eq!(notes(&shown).into_iter().map(text).collect::<Vec<_>>(), written);
    assert_eq!(shown["standing"], "notes only");
}

/// A console of old, a serial line: it has one screen, and what was typed before stands on it.
#[test]
fn a_terminal_without_a_second_screen_shows_nothing_of_what_stood_there() {
    let _company = in_company();
    let study = Study::without_sound_server();
    let window = study.shell(
        r#"yes "what stood there before, and was for nobody else to read, stood there before" | head -40; exec "$0" "$@""#,
        &["conduct", "--guide", "patient-first"],
    );
    window.wait_for_words("Participant");
    let drawn = String::from_utf8_lossy(&window.drawn()).replace("\x1b[?1049h", "");
    let mut one_screen = vt100::Parser::new(24.try_into().unwrap(), 80.try_into().unwrap(), 0);
    one_screen.process(drawn.as_bytes());
    let seen = one_screen.screen().contents();
    assert!(seen.contains("Participant"), "{seen}");
    for word in ["stood", "there", "before", "nobody"] {
        assert!(!seen.contains(word), "{word}: {seen}");
    }
}
