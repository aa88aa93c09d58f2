//! What participants agreed to decides what is recorded, sent and quoted, and only they change it.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use hearback::domain::audio_end::AudioEnd;
use hearback::domain::command::Command;
use hearback::domain::command::Refusal;
use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::How;
use hearback::domain::guide::Id;
use hearback::domain::standing::Audio;
use hearback::domain::standing::Choice;
use hearback::domain::timeline::Span;
use hearback::shell::script::Script;
use hearback::store::folder::Study;

use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;
use crate::support::told::folders;

/// Runs the program over the study in `dir`: its exit code, and all that it says.
fn run(dir: &Path, args: &[&str]) -> (i32, String) {
    let mut command = program();
    let output = command
        .arg("--study")
        .arg(dir)
        .args(args)
        .env("HEARBACK_CONFIG", dir.join("config"))
        .env("XDG_CACHE_HOME", dir.join("cache"))
        .output()
        .unwrap();
    (output.status.code().unwrap(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
}

/// An interview in which the consent items were answered so, with a quote and a statement that rests on it. The screen is the summary's.
fn held(dir: &tempfile::TempDir, answers: &str) -> Script {
    let mut script = home(dir);
    script.keys(FORM.trim_end_matches('a')).hear(secs(1));
    for answer in answers.chars() {
        script.keys(&answer.to_string());
    }
    script.keys("<f10>").hear(secs(1)).keys("<pagedown>>like a switch<enter>").hear(secs(2)).keys("<f10><f10>").hear(secs(1));
    script.keys("m").hear(secs(1));
    script.keys("<enter>You turned a switch.<enter>").saved();
    script
}

const TOLD: [&str; 6] = ["--told", "by telephone", "--to", "I1", "--on", "2026-11-23"];

fn change(dir: &Path, item: &str, answer: &str) -> (i32, String) {
    run(dir, &[["consent", "P01", item, answer].as_slice(), &TOLD].concat())
}

#[test]
fn a_no_to_the_summary_is_no_letter_until_they_change_it() {
    let dir = study();
    let mut script = held(&dir, "yyyny");
    script.keys("w");
    assert!(script.notice().unwrap().contains("do not want a summary"), "{:?}", script.notice());
    assert_eq!(script.session().unwrap().letters(), 0);
    script.leave();
    let (code, said) = run(dir.path(), &["letter", "P01"]);
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("only they can change that"), "{said}");
    let (code, said) = change(dir.path(), "summary", "yes");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("a letter may be sent"), "{said}");
    assert_eq!(run(dir.path(), &["letter", "P01"]).0, 0);
    // And back: the latest word counts.
    assert!(change(dir.path(), "summary", "no").1.contains("no letter"));
    assert_eq!(run(dir.path(), &["letter", "P01"]).0, 1);
    let (_, said) = run(dir.path(), &["consent", "P01"]);
    assert!(said.contains("changed to no on 2026-11-23, told by telephone to I1"), "{said}");
}

#[test]
fn a_no_to_quotes_is_no_quote_and_no_second_question() {
    let dir = study();
    let mut script = held(&dir, "yynyy");
    let statement = script.session().unwrap().statements().next().unwrap().clone();
    assert!(statement.quotes.is_empty(), "none is offered");
    script.keys("q");
    assert!(script.notice().unwrap().contains("do not want to be quoted"), "{:?}", script.notice());
    script.leave();
    let (code, letter) = run(dir.path(), &["letter", "P01"]);
    assert_eq!(code, 0, "{letter}");
    assert!(letter.contains("You turned a switch."), "{letter}");
    assert!(!letter.contains("like a switch"), "their words do not leave: {letter}");
    assert!(!letter.contains("May we use your words?"), "what was refused is not asked again");
    assert_eq!(change(dir.path(), "quotes", "yes").0, 0);
    assert!(run(dir.path(), &["letter", "P01"]).1.contains("May we use your words?"));
}

#[test]
fn nobody_but_the_participant_lifts_a_no() {
    let dir = study();
    let script = held(&dir, "yyyny");
    let session = script.session().unwrap();
    let again = Command::AnswerConsent(Consent::new(Id::new("summary"), Answer::Given, How::Spoken));
    assert_eq!(session.decide(again), Err(Refusal::NoStands(Id::new("summary"))));
    script.leave();
    let journal = Study::find(dir.path()).unwrap().session("P01").unwrap().journal();
    let before = fs::read(&journal).unwrap();
    for (wrong, why) in [
        (vec!["consent", "P01", "summary", "yes"], "--told"),
        (vec!["consent", "P01", "summary", "yes", "--told", "", "--to", "I1", "--on", "2026-11-23"], "--told needs words"),
        (vec!["consent", "P01", "summary", "yes", "--told", "aloud", "--to", "I1", "--on", "yesterday"], "--on takes a day"),
        (vec!["consent", "P01", "summary", "yes", "--told", "aloud", "--to", "I1", "--on", "9999-01-01"], "has not come yet"),
        (vec!["consent", "P01", "summary", "perhaps", "--told", "aloud", "--to", "I1", "--on", "2026-11-23"], "perhaps"),
    ] {
        let (code, said) = run(dir.path(), &wrong);
        assert!(code == 2 && said.contains(why), "{wrong:?}: {code} {said}");
    }
    let (code, said) = change(dir.path(), "sumary", "yes");
    assert!(code == 1 && said.contains("summary"), "{said}");
    assert_eq!(fs::read(&journal).unwrap(), before, "nothing was written");
}

/// A session of a time in which no item had to be about the recording.
#[test]
fn an_interrupted_interview_with_an_old_guide_goes_on_without_sound() {
    let dir = study();
    let mut script = home(&dir);
    script.keys("n").hear(secs(1)).keys("a<f10>").hear(secs(3)).keys("<pagedown>kept<enter>").saved();
    drop(script);
    let folder = Study::find(dir.path()).unwrap().session("P01").unwrap();
    let guide = fs::read_to_string(folder.file("guide.yaml")).unwrap();
    fs::write(folder.file("guide.yaml"), guide.replace("covers: recording", "covers: other")).unwrap();
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1));
    assert!(!script.session().unwrap().may_record(), "absence is a no, whatever the item is called");
    script.keys("<f9>").hear(secs(5));
    assert!(!script.is_recorded());
    let session = script.session().unwrap();
    assert_eq!(*session.audio(), Audio::NotesOnly(Choice::Interviewers));
    assert!(matches!(session.timeline().spans().last(), Some(Span::Unrecorded { why: AudioEnd::NotesOnly, .. })));
    script.keys("still heard<enter><f10><f10>").hear(secs(1));
    script.leave();
    assert_eq!(run(dir.path(), &["show", "P01"]).0, 0);
}

/// An interview under way, with a note.
fn under_way(dir: &tempfile::TempDir) -> Script {
    let mut script = crate::support::day::interview(dir);
    script.hear(secs(2)).keys("<pagedown>like a switch<enter>").hear(secs(2)).saved();
    script
}

#[test]
fn one_key_asks_what_they_want_and_nothing_is_stopped_until_it_is_said() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<ctrl-w><ctrl-w>");
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let screen = script.screen(width, height);
        for words in
            ["1  stop here; what was recorded and noted stays", "2  stop here; the sound is to be destroyed", "3  go on with notes only"]
        {
            assert!(screen.contains(words), "{screen}");
        }
    }
    let small = script.screen(40, 10);
    for words in ["1 stop, keep", "2 stop, destroy", "notes only"] {
        assert!(small.contains(words), "{small}");
    }
    // Nothing is typed, nothing is chosen by other keys, and a digit that came with others is none.
    script.keys("xy7<enter><space>");
    script.bytes(b"22");
    assert!(script.is_recorded());
    assert_eq!(script.session().unwrap().notes().count(), 1);
    script.keys("<esc>");
    assert!(!script.screen(80, 24).contains("the sound is to be destroyed") && script.is_recorded());
    // With words on the line it is the key that deletes one, as everywhere.
    script.keys("two words<ctrl-w>");
    assert!(script.screen(80, 24).contains("two") && !script.screen(80, 24).contains("two words"));
    assert!(!script.screen(80, 24).contains("the sound is to be destroyed"));
    script.leave();
}

#[test]
fn they_go_on_with_notes_only() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<ctrl-w><ctrl-w>33").hear(secs(3)).saved();
    assert!(!script.is_recorded());
    assert!(script.notice().unwrap().contains("notes only from here on"), "{:?}", script.notice());
    let session = script.session().unwrap();
    assert_eq!((session.audio(), session.open_wish()), (&Audio::NotesOnly(Choice::Withdrawn), None));
    assert!(matches!(session.timeline().spans().last(), Some(Span::Unrecorded { why: AudioEnd::Withdrawn, .. })));
    script.keys("<alt-m>").hear(secs(2));
    assert!(!script.is_recorded(), "and no key records again: {:?}", script.notice());
    script.leave();
}

#[test]
fn they_stop_and_the_sound_is_to_be_destroyed_and_that_stands_until_it_is() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<ctrl-w><ctrl-w>22").hear(secs(1));
    let covered = script.screen(60, 16);
    assert!(covered.contains("The interview is kept.") && !covered.contains("destroyed"), "somebody still sits opposite: {covered}");
    script.keys("x").hear(secs(1));
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        assert!(script.screen(width, height).contains("! they want the sound destroyed"), "{}", script.screen(width, height));
        assert!(in_one_line(&script.screen(width, height)).contains(BY_HAND), "{}", script.screen(width, height));
    }
    script.leave();
    for (args, words) in [
        (vec!["sessions"], "they want the sound destroyed: it is not done yet"),
        (vec!["sessions", "--json"], "\"wish\": \"destroy\""),
        (vec!["show", "P01"], "they want the sound destroyed: it is not done yet"),
        (vec!["show", "P01"], "the participant withdrew"),
        (vec!["show", "P01", "--json"], "\"wish\": \"destroy\""),
        (vec!["consent", "P01"], "taken back at 0:0"),
    ] {
        let (code, said) = run(dir.path(), &args);
        assert!(code == 0 && said.contains(words), "{args:?}: {said}");
    }
    let (code, said) = run(dir.path(), &["letter", "P01"]);
    assert!(code == 1 && said.contains("do not take part any more"), "{said}");
    // They changed their mind: nothing is to be destroyed any more.
    assert_eq!(change(dir.path(), "taking-part", "yes").0, 0);
    assert!(!run(dir.path(), &["sessions"]).1.contains("destroyed"));
    let journal = fs::read_to_string(Study::find(dir.path()).unwrap().session("P01").unwrap().journal()).unwrap();
    assert!(journal.contains(r#""binds":true,"event":{"kind":"consent-withdrawn","item":"taking-part""#), "{journal}");
    assert!(journal.contains(r#""why":{"is":"withdrawn"}"#));
}

/// How it is done today.
const BY_HAND: &str = "`hearback withdraw 2026-11-22-P01-first --scope sound` does it, and says what is left elsewhere";

/// What a screen says, as if no row had an end.
fn in_one_line(screen: &str) -> String {
    screen.split(|c: char| c.is_whitespace() || "│|".contains(c)).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[test]
fn what_they_want_destroyed_is_said_where_one_would_listen_and_plays_only_for_who_asks() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("another note<enter>").hear(secs(3)).keys("<ctrl-w><ctrl-w>22").hear(secs(1)).keys("x").saved();
    for keys in ["l", "m"] {
        script.keys(keys).hear(ms(100));
        for (width, height) in [(40, 10), (60, 16), (80, 24), (120, 40)] {
            let screen = script.screen(width, height);
            assert!(screen.contains("! they want the sound destroyed"), "{screen}");
            assert!(width == 40 || in_one_line(&screen).contains(BY_HAND) && screen.contains("note"), "{screen}");
        }
    }
    // The way through the notes is silent here; the key that plays is not.
    script.keys("l<down><up><right>");
    assert!(!script.model().shared.playback.is_playing());
    script.keys("<space>");
    assert!(script.model().shared.playback.is_playing());
    script.keys("mw").saved();
    assert!(script.notice().unwrap().contains("want what they said destroyed: nothing is sent"), "{:?}", script.notice());
    script.leave();
    let files: Vec<PathBuf> = fs::read_dir(folders(&dir)[0].path()).unwrap().map(|file| file.unwrap().path()).collect();
    let takes: Vec<&PathBuf> = files.iter().filter(|file| file.display().to_string().contains("take-")).collect();
    let (_, said) = run(dir.path(), &["show", "P01"]);
    assert!(!takes.is_empty() && takes.iter().all(|file| said.contains(&file.display().to_string())), "{said}");
    // Done by hand: nobody is told to put back what they do not want to be there, and the copies are not forgotten.
    for file in takes {
        fs::remove_file(file).unwrap();
    }
    for args in [vec!["show", "P01"], vec!["sessions"], vec!["sessions"]] {
        let (_, said) = run(dir.path(), &args);
        assert!(said.contains("it is gone from here. Delete it from every copy"), "{said}");
        assert!(said.contains("take-001.wav is gone, as they want it") && !said.contains("put the file"), "{said}");
    }
    assert!(!run(dir.path(), &["verify"]).1.contains("put the file"));
    let mut script = home(&dir);
    script.keys("l").hear(ms(100));
    assert!(script.screen(60, 16).contains("it is gone from here"), "{}", script.screen(60, 16));
}

#[test]
fn they_stop_and_what_was_recorded_stays() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("half a line").keys("<esc><ctrl-w><ctrl-w>11").hear(secs(1));
    assert!(!script.screen(60, 16).contains("destroy"));
    script.leave();
    let (_, said) = run(dir.path(), &["sessions", "--json"]);
    assert!(said.contains("\"wish\": null"), "{said}");
}
