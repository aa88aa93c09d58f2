//! What threatens a recording is said while there is time to do something about it, is in the journal, and stops nothing.

use std::time::Duration;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::domain::event::Event;
use hearback::domain::incident::Doing;
use hearback::domain::incident::Fault;
use hearback::domain::loss::losses;
use hearback::domain::named::Worded;
use hearback::domain::recording::EndedTake;
use hearback::domain::refused::Refused;
use hearback::domain::session::Session;
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
use hearback::tui::msg::Telemetry;
use hearback::tui::notice::Subject;
use hearback::tui::notice::Weight;
use hearback::tui::update::update;
use hearback::tui::view;
use hearback::tui::view::look::Look;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

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
    assert!(script.screen(120, 40).contains("! DISK") && script.screen(120, 40).contains("9 more minutes"), "{}", script.screen(120, 40));
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

/// What the screen shows of `model`.
fn seen(model: &Model, width: u16, height: u16) -> String {
    let area = Rect { x: 0, y: 0, width, height };
    let mut buffer = Buffer::empty(area);
    view::draw_in(model, Look::default(), area, &mut buffer);
    let row = |y| (0..width).map(|x| buffer[(x, y)].symbol().to_owned()).collect::<String>();
    (0..height).map(row).collect::<Vec<_>>().join("\n")
}

/// Its first row and its last.
fn ends(model: &Model, width: u16, height: u16) -> (String, String) {
    let seen = seen(model, width, height);
    (seen.lines().next().unwrap().to_owned(), seen.lines().last().unwrap().to_owned())
}

#[test]
fn a_full_disk_says_what_to_do_and_when_it_is_freed_how_long_it_lasted() {
    let dir = study();
    let mut script = interview(&dir);
    let (mut model, now) = taken_over(&mut script, &dir);
    let fault = Fault::File { file: "take-001.wav".into(), doing: Doing::Written, why: Refused::Full, detail: "os error 28".into() };
    update(&mut model, Msg::Sound(Heard::Trouble { fault }, now));
    let told = model.shared.notices.shown().unwrap().text.clone();
    assert_eq!(told, "the disk is full: the recording goes on, in memory or in a new file. Free some space");
    let later = Now { position: now.position.forward(secs(5)), ..now };
    for _ in 0..2 {
        let safe = Heard::Checkpoint { take: TakeNumber(1), frames: Frames(13 * 48_000) };
        update(&mut model, Msg::Turn(later, Telemetry::default()));
        update(&mut model, Msg::Sound(safe, later));
    }
    let said = losses(model.session().unwrap());
    let kept = "all of the recording was kept. Before the next interview: free some space";
    assert_eq!(said, [format!("the disk was full from 0:09 to 0:14; {kept}")]);
    script.leave();
}

/// The interview of `script` as an interface of its own has it that hears reports which no disk here makes.
fn taken_over(script: &mut Script, dir: &tempfile::TempDir) -> (Model, Now) {
    script.hear(secs(2)).saved();
    let model = opened(script, reread(dir));
    let now = Now { position: Position::from_secs(9), wall: DAY, mono_ms: 0 };
    (model, now)
}

/// An interview with a disk that takes nothing more, just as somebody ends it: what the interface makes of it.
fn ended_on_a_full_disk(dir: &tempfile::TempDir) -> (Model, Now) {
    let mut script = interview(dir);
    let (mut model, now) = taken_over(&mut script, dir);
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

/// An interview that has begun, and of whose recording no disk has taken anything.
fn before_the_first_word(dir: &tempfile::TempDir) -> Model {
    let mut script = interview(dir);
    script.hear(secs(2)).saved();
    let whole = reread(dir);
    let mut session = Session::new(whole.guide().clone(), whole.opened().clone());
    session.apply(&Event::Began { on: None });
    let model = opened(&script, session);
    script.leave();
    model
}

/// The interface with `session` open, as if it were under way.
fn opened(script: &Script, session: Session) -> Model {
    let mut model = Model::new(script.model().shared.offer.clone());
    let open = OpenSession {
        name: String::new(),
        session,
        events: 9,
        changed: Vec::new(),
        mended: None,
        draft: None,
        purpose: Purpose::Conduct,
        form: None,
        left: hearback::domain::hearing::Left::default(),
        last_time: None,
    };
    update(&mut model, Msg::Opened(Box::new(open)));
    model
}

/// What leaving would cost is told before the key that decides, in seconds and notes.
#[test]
fn the_way_out_says_how_much_would_be_lost() {
    let dir = study();
    let (mut model, now) = ended_on_a_full_disk(&dir);
    let said = |model: &Model| model.shared.notices.shown().unwrap().text.clone();
    let press = |model: &mut Model, key: &str| update(model, Msg::Key(key.parse::<Chord>().unwrap().into(), now));
    assert!(said(&model).starts_with("not on disk yet: the end of the recording, 7 s. "), "{}", said(&model));
    assert!(said(&model).ends_with("Ctrl-Q twice leaves, and loses those 7 s"), "{}", said(&model));
    // More of it is held than was told.
    update(&mut model, Msg::Sound(Heard::Held { seconds: 8, of: 600 }, now));
    assert!(said(&model).contains("recording, 8 s. "), "{}", said(&model));
    update(&mut model, Msg::Key("f10".parse::<Chord>().unwrap().into(), Now { mono_ms: 10, ..now }));
    assert!(said(&model).ends_with("leaves without what is not on disk, and loses those 8 s"), "{}", said(&model));
    // The journal takes nothing either.
    for key in ["o", "h", "enter"] {
        press(&mut model, key);
    }
    update(&mut model, Msg::JournalFailed("there is no room".into()));
    update(&mut model, Msg::Sound(Heard::Held { seconds: 8, of: 600 }, now));
    assert!(said(&model).contains("recording, 8 s; ") && said(&model).contains(", 1 note among them. "), "{}", said(&model));
    assert!(said(&model).contains("puts the changes into a file of their own and loses those 8 s"), "{}", said(&model));
    // The first row says both as long as they stand, whatever stands in the line of notices; and nothing is offered that cannot be done.
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let (head, foot) = ends(&model, width, height);
        assert!(head.contains("! DISK, NOT SAVED"), "{head}");
        assert!(foot.contains("Ctrl-Q leave") && !foot.contains("Ctrl-O") && !foot.contains('↓'), "{foot}");
    }
}

#[test]
fn the_way_out_says_so_where_nothing_at_all_is_on_disk() {
    let dir = study();
    let mut model = before_the_first_word(&dir);
    let now = Now { position: Position::from_secs(12), wall: DAY, mono_ms: 0 };
    update(&mut model, Msg::Sound(Heard::Held { seconds: 12, of: 600 }, now));
    for _ in 0..2 {
        update(&mut model, Msg::Key("f10".parse::<Chord>().unwrap().into(), now));
    }
    let said = model.shared.notices.shown().unwrap().text.clone();
    assert!(said.starts_with("not on disk yet: all of the recording, 12 s. "), "{said}");
    assert!(said.ends_with("Ctrl-Q twice leaves, and loses those 12 s: nothing is recorded then"), "{said}");
}

/// What is longer than the window has room for is read to its end with the key that its last row names.
#[test]
fn a_notice_that_is_cut_names_the_key_that_shows_the_rest() {
    let dir = study();
    let mut model = before_the_first_word(&dir);
    update(&mut model, Msg::NotOpened(format!("{}and this is the very end", "it said so much ".repeat(30))));
    let press = |model: &mut Model, key: &str, mono_ms| {
        let now = Now { position: Position::from_secs(12), wall: DAY, mono_ms };
        update(model, Msg::Key(key.parse::<Chord>().unwrap().into(), now));
    };
    let cut = |model: &Model| {
        let seen = seen(model, 60, 16);
        assert!(!seen.contains("very end") && seen.contains("(F1: the rest)"), "{seen}");
        assert!(seen.lines().next().unwrap().contains("[STARTING]") && seen.lines().any(|row| row.contains("type a note")), "{seen}");
    };
    cut(&model);
    assert!(!self::seen(&model, 120, 40).contains("(F1: the rest)"));
    // It is not gone by then, however long it could have been read.
    press(&mut model, "f1", 20_000);
    let seen = seen(&model, 60, 16);
    assert!(seen.contains("very end") && seen.contains("Keys: type to narrow"), "{seen}");
    press(&mut model, "down", 30_000);
    press(&mut model, "esc", 40_000);
    cut(&model);
    press(&mut model, "x", 50_000);
    assert!(model.shared.notices.shown().is_none_or(|n| !n.text.contains("very end")), "and then it goes as ever");
}

/// What is said of the end of an interview is said once.
#[test]
fn the_last_screen_says_no_sentence_twice() {
    let dir = study();
    let (mut model, now) = ended_on_a_full_disk(&dir);
    for _ in 0..2 {
        update(&mut model, Msg::Key("f10".parse::<Chord>().unwrap().into(), now));
    }
    let closed = Heard::Closed { ended: ended(Frames(2 * 48_000)), lost: Frames(7 * 48_000) };
    update(&mut model, Msg::Sound(closed, now));
    let study = model.shared.offer.clone();
    update(&mut model, Msg::Closed(Box::new(study)));
    let seen = seen(&model, 80, 24);
    assert_eq!(seen.matches("the end of the recording is lost").count(), 1, "{seen}");
}

#[test]
fn the_first_row_keeps_a_mark_of_what_stands() {
    const A_MINUTE: u64 = 48_000 * 2 * 60;
    let dir = study();
    let mut script = interview(&dir);
    let head = |script: &Script| script.screen(60, 16).lines().next().unwrap().to_owned();
    assert!(!head(&script).contains('!'), "{}", head(&script));
    script.free_space(A_MINUTE * 12);
    for keys in ["", "<f9>", "<f9>", "<f10>", "<pagedown><f4>"] {
        script.keys(keys).hear(ms(500));
        assert!(head(&script).contains("! DISK"), "{keys}: {}", head(&script));
    }
    script.battery(4, Supply::Battery).hear(secs(1));
    assert!(head(&script).contains("! DISK, BATTERY"), "{}", head(&script));
    script.battery(4, Supply::Mains).free_space(A_MINUTE * 300).hear(secs(1));
    assert!(!head(&script).contains('!'), "{}", head(&script));
    script.leave();
}

/// A silence that is over is told from when to when.
#[test]
fn a_silence_has_a_beginning_and_an_end() {
    let dir = study();
    let speech = Piece::Tone { hertz: 220.0, level: 0.2, lasts: secs(10) };
    let mut script = hearing(&dir, &[speech, Piece::Silence(secs(8)), speech]);
    script.hear_until(secs(30)).saved().keys("<f10><f10>").saved();
    let screen = script.screen(120, 40);
    let told: Vec<&str> = screen.lines().filter(|row| row.contains("nothing but silence")).collect();
    assert!(matches!(&told[..], [row] if row.contains("! 7.9 s nothing but silence from the microphone (0:11 to 0:19)")), "{screen}");
    script.leave();
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
