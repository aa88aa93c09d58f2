//! What threatens a recording is said while there is time to do something about it, is in the journal, and stops nothing.

use std::time::Duration;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::domain::named::Worded;
use hearback::domain::recording::EndedTake;
use hearback::domain::time::Frames;
use hearback::domain::time::Position;
use hearback::domain::time::SampleRate;
use hearback::domain::timeline::TakeNumber;
use hearback::shell::script::Script;
use hearback::tui::chord::Chord;
use hearback::tui::effect::Effect;
use hearback::tui::model::Model;
use hearback::tui::model::Screen;
use hearback::tui::msg::Msg;
use hearback::tui::msg::Now;
use hearback::tui::msg::OpenSession;
use hearback::tui::msg::Purpose;
use hearback::tui::msg::SoundReport as Heard;
use hearback::tui::msg::Supply;
use hearback::tui::notice::Subject;
use hearback::tui::notice::Weight;
use hearback::tui::update::update;

use crate::support::day::DAY;
use crate::support::day::FORM;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::reread;

/// An interview whose microphone hears `sound` once it has been found to work.
fn hearing(dir: &tempfile::TempDir, pieces: &[Piece]) -> Script {
    let hello = Piece::Tone { hertz: 220.0, level: 0.3, lasts: ms(1_500) };
    let sound = Sound::script(&[&[hello], pieces].concat(), Again::Once);
    let mut script = Script::over(dir.path(), sound, DAY).unwrap();
    script.keys(FORM).hear(ms(500)).keys("<enter>");
    script
}

fn standing(script: &Script) -> Vec<(Weight, String)> {
    script.model().shared.notices.standing().map(|n| (n.weight, n.text.clone())).collect()
}

fn incidents(script: &Script) -> Vec<String> {
    script.session().unwrap().incidents().iter().map(|i| i.what.words()).collect()
}

/// The first take, ended after so many frames.
fn ended(frames: Frames) -> EndedTake {
    EndedTake { take: TakeNumber(1), frames, rate: SampleRate::STUDIO, channels: 1, sha256: None }
}

#[test]
fn a_disk_that_fills_up_is_said_three_times() {
    const A_MINUTE: u64 = 48_000 * 2 * 60;
    let dir = study();
    let mut script = interview(&dir);
    script.free_space(A_MINUTE * 200);
    assert_eq!(standing(&script), []);
    // What is left for the end of the interview (64 MiB, or a quarter of what there is) does not count.
    for (minutes, weight) in [(70, Weight::Warning), (38, Weight::Warning), (12, Weight::Danger)] {
        script.free_space(A_MINUTE * minutes);
        let [(told, text)] = &standing(&script)[..] else { panic!("{:?}", standing(&script)) };
        assert_eq!(*told, weight, "{text}");
        assert!(text.contains("more minutes of recording: free some space"), "{text}");
    }
    assert!(script.screen(120, 40).contains("disk 9 min"), "{}", script.screen(120, 40));
    assert_eq!(incidents(&script).len(), 3, "{:?}", incidents(&script));
    script.free_space(A_MINUTE * 300);
    assert_eq!(standing(&script), []);
    assert!(script.is_recorded());
    script.leave();
}

#[test]
fn a_battery_that_empties_is_said_and_the_mains_end_that() {
    let dir = study();
    let mut script = interview(&dir);
    script.battery(21, Supply::Battery).hear(secs(1));
    assert_eq!(standing(&script), []);
    for percent in [19, 9, 4] {
        script.battery(percent, Supply::Battery).hear(secs(1));
        assert!(standing(&script)[0].1.contains(&format!("down to {percent} %")), "{:?}", standing(&script));
    }
    assert_eq!(incidents(&script), [19, 9, 4].map(|p| format!("the battery is down to {p} %")));
    script.battery(4, Supply::Mains).hear(secs(1));
    assert_eq!(standing(&script), []);
    assert!(script.is_recorded());
    script.leave();
}

#[test]
fn a_computer_that_slept_says_so_and_no_note_moves() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear_until(secs(20)).keys("before<enter>").sleep(secs(3_600)).hear_until(secs(30)).keys("after<enter>").saved();
    assert_eq!(incidents(&script), ["the computer slept for 3600 s: nothing of that time is recorded"]);
    let positions: Vec<u64> = script.session().unwrap().notes().map(|n| n.position.millis()).collect();
    assert_eq!(positions, [18_500, 28_500], "positions come from frames");
    script.leave();
}

#[test]
fn silence_is_said_within_three_seconds_and_stops_nothing() {
    let dir = study();
    let mut script = hearing(&dir, &[Piece::Silence(secs(600))]);
    script.hear_until(ms(1_500)).hear(ms(3_200));
    assert!(standing(&script)[0].1.contains("nothing but silence"), "{:?}", standing(&script));
    script.hear(secs(100));
    assert!(script.is_recorded() && standing(&script).len() == 1, "said once: {:?}", standing(&script));
    script.leave();
}

/// Ten minutes here; `make faults` listens for two hours.
#[test]
fn quiet_speech_is_no_alarm() {
    let minutes = std::env::var("HEARBACK_QUIET_MINUTES").map_or(10, |m| m.parse().unwrap());
    let dir = study();
    // Somebody who speaks softly, 40 dB below full scale, with pauses of ten seconds in which the room hums.
    let hum = |lasts: Duration| Piece::Tone { hertz: 50.0, level: 0.000_5, lasts };
    let speech = Piece::Tone { hertz: 220.0, level: 0.01, lasts: secs(20) };
    let pieces: Vec<Piece> = (0..2 * minutes).flat_map(|_| [speech, hum(secs(10))]).collect();
    let mut script = hearing(&dir, &pieces);
    script.hear(secs(2));
    for _ in 0..6 * minutes {
        script.hear(secs(10));
        assert_eq!(standing(&script), []);
    }
    assert_eq!(incidents(&script), Vec::<String>::new());
    script.leave();
}

/// What was counted belongs to the recording: a pause makes none of it new.
#[test]
fn coming_back_on_the_record_does_not_say_again_what_was_said_before() {
    let dir = study();
    let loud = Piece::Tone { hertz: 220.0, level: 1.5, lasts: secs(5) };
    let fine = Piece::Tone { hertz: 220.0, level: 0.2, lasts: secs(600) };
    let mut script = hearing(&dir, &[loud, fine]);
    script.hear_until(secs(4));
    assert!(standing(&script)[0].1.contains("too loud"), "{:?}", standing(&script));
    script.hear_until(secs(90));
    for _ in 0..3 {
        script.keys("<f9>").hear(secs(5)).keys("<f9>").hear(secs(5));
        assert_eq!(standing(&script), []);
    }
    assert_eq!(incidents(&script), ["the sound was too loud and is distorted"]);
}

#[test]
fn a_voice_too_faint_or_too_loud_is_said() {
    let dir = study();
    let faint = Piece::Tone { hertz: 220.0, level: 0.002, lasts: secs(120) };
    let loud = Piece::Tone { hertz: 220.0, level: 1.5, lasts: secs(5) };
    let fine = Piece::Tone { hertz: 220.0, level: 0.2, lasts: secs(60) };
    let mut script = hearing(&dir, &[faint, loud, fine]);
    script.hear_until(secs(70));
    assert!(standing(&script)[0].1.contains("very little for a minute"), "{:?}", standing(&script));
    script.hear_until(secs(123));
    assert!(standing(&script)[0].1.contains("too loud"), "{:?}", standing(&script));
    script.hear_until(secs(140));
    assert_eq!(standing(&script), []);
    assert_eq!(incidents(&script), ["the microphone hears very little", "the sound was too loud and is distorted"]);
    script.leave();
}

/// An interview with a disk that takes nothing more, just as somebody ends it: what the interface makes of it.
fn ended_on_a_full_disk(dir: &tempfile::TempDir) -> (Model, Now) {
    let mut script = interview(dir);
    script.hear(secs(2)).saved();
    let mut model = Model::new(script.model().shared.offer.clone());
    let open = OpenSession {
        name: String::new(),
        session: reread(dir),
        events: 9,
        changed: Vec::new(),
        mended: None,
        draft: None,
        purpose: Purpose::Conduct,
        form: None,
    };
    let now = Now { position: Position::from_secs(9), wall: DAY, mono_ms: 0 };
    update(&mut model, Msg::Opened(Box::new(open)));
    update(&mut model, Msg::Sound(Heard::Held { seconds: 7, of: 600 }, now));
    let mut effects = Vec::new();
    for _ in 0..2 {
        effects = update(&mut model, Msg::Key("f10".parse::<Chord>().unwrap().into(), now));
    }
    assert!(effects.contains(&Effect::CloseTake) && !effects.contains(&Effect::CloseSession), "{effects:?}");
    assert!(model.shared.notices.shown().unwrap().text.starts_with("not on disk yet: the end of the recording"));
    script.leave();
    (model, now)
}

#[test]
fn an_interview_that_ends_on_a_full_disk_waits_for_room_and_goes_on_by_itself() {
    let dir = study();
    let (mut model, now) = ended_on_a_full_disk(&dir);
    let closed = Heard::Closed { ended: ended(Frames(9 * 48_000)), lost: Frames(0) };
    let effects = update(&mut model, Msg::Sound(closed, now));
    assert!(effects.contains(&Effect::CloseSession), "{effects:?}");
    assert!(model.session().unwrap().incidents().is_empty());
}

#[test]
fn what_is_written_while_the_end_waits_for_room_becomes_a_note() {
    for ends in ["room", "f10"] {
        let dir = study();
        let (mut model, now) = ended_on_a_full_disk(&dir);
        let notes = |model: &Model| model.session().unwrap().notes().count();
        let before = notes(&model);
        for key in ["m", "o", "r", "e"] {
            update(&mut model, Msg::Key(key.parse::<Chord>().unwrap().into(), now));
        }
        if ends == "room" {
            let closed = Heard::Closed { ended: ended(Frames(9 * 48_000)), lost: Frames(0) };
            assert!(update(&mut model, Msg::Sound(closed, now)).contains(&Effect::CloseSession));
        } else {
            update(&mut model, Msg::Key("f10".parse::<Chord>().unwrap().into(), now));
            assert!(update(&mut model, Msg::Key("f10".parse::<Chord>().unwrap().into(), now)).contains(&Effect::CloseSession));
        }
        assert_eq!(notes(&model), before + 1, "{ends}");
        let Screen::Home(home) = &model.screen else { panic!("{:?}", model.screen) };
        assert_eq!(home.kept().unwrap().notes, notes(&model), "and it is counted");
    }
}

#[test]
fn neither_a_pause_nor_a_journal_that_still_waits_hides_a_full_disk() {
    let dir = study();
    let (mut model, now) = ended_on_a_full_disk(&dir);
    update(&mut model, Msg::Sound(Heard::Paused { take: TakeNumber(1), frames: Frames(2 * 48_000) }, now));
    assert!(model.shared.notices.stands(Subject::Disk));
    // The journal has the same full disk: both must be through before the interview counts as kept.
    update(&mut model, Msg::JournalFailed("there is no room".into()));
    let closed = Heard::Closed { ended: ended(Frames(9 * 48_000)), lost: Frames(0) };
    assert!(!update(&mut model, Msg::Sound(closed, now)).contains(&Effect::CloseSession));
    let all = 9 + model.shared.sitting.as_ref().unwrap().unsaved();
    assert!(update(&mut model, Msg::Saved(all)).contains(&Effect::CloseSession));
}

#[test]
fn who_does_not_wait_is_told_what_is_lost() {
    let dir = study();
    let (mut model, now) = ended_on_a_full_disk(&dir);
    // One press may have been meant for the interview, and so may one that comes after another key.
    let press = |model: &mut Model, key: &str| update(model, Msg::Key(key.parse::<Chord>().unwrap().into(), now));
    assert!(!press(&mut model, "f10").contains(&Effect::CloseSession));
    press(&mut model, "down");
    assert!(!press(&mut model, "f10").contains(&Effect::CloseSession));
    assert!(press(&mut model, "f10").contains(&Effect::CloseSession));
    let closed = Heard::Closed { ended: ended(Frames(2 * 48_000)), lost: Frames(7 * 48_000) };
    update(&mut model, Msg::Sound(closed, now));
    let words = "the end of the recording is lost, 7.0 s: the disk did not take it";
    assert_eq!(model.shared.notices.shown().map(|n| n.text.as_str()), Some(words));
    assert_eq!(model.session().unwrap().incidents().last().map(|i| i.what.words()).as_deref(), Some(words), "and the journal says it");
    assert_eq!(model.session().unwrap().timeline().lengths(), (secs(2), secs(7)), "so much with sound, and without");
    let study = model.shared.offer.clone();
    update(&mut model, Msg::Closed(Box::new(study)));
    let Screen::Home(home) = &model.screen else { panic!("{:?}", model.screen) };
    assert_eq!(home.kept().unwrap().seconds, 9, "as long as it was");
}
