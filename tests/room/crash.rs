//! The window is closed over the process, the system asks it to stop, it is killed in a real room: what was recorded and what showed as
//! saved is there afterwards, and so is the terminal. (Kills by the hundred are in `benches/faults/kills.rs`.)
//!
//! The microphone plays a ramp in which every sample says which one it is, so that a gap cannot hide; how much there must be is told
//! by the clock of the test and the moment at which the take was made.

use std::fs;
use std::time::Instant;
use std::time::SystemTime;

use crate::support::alone;
use crate::support::beside::Stretch;
use crate::support::beside::Try;
use crate::support::beside::judged;
use crate::support::in_company;
use crate::support::key;
use crate::support::room::Listener;
use crate::support::room::MICROPHONE;
use crate::support::room::Maker;
use crate::support::room::Room;
use crate::support::sound;
use crate::support::sound::Piece::Silence;
use crate::support::sound::Piece::Tone;
use crate::support::sound::millis;
use crate::support::study::Study;
use crate::support::study::notes;
use crate::support::study::text;
use crate::support::until;
use crate::support::window::signal;

/// What a kill may cost at the end of the recording, in milliseconds.
const LOSS_MS: f64 = 250.0;

/// How soon the process has to be gone, in milliseconds.
const SOON_MS: f64 = 2_000.0;

/// Ways in which an interview comes to its end.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// The key, twice.
    Key,
    /// Ctrl-C, twice.
    CtrlC,
    /// The system asks.
    Terminate,
}

#[test]
fn the_terminal_is_given_back_on_every_way_out() {
    let _company = in_company();
    for way in [Way::Key, Way::CtrlC, Way::Terminate] {
        judged(|one| leave(way, one));
    }
}

fn leave(way: Way, one: &mut Try) {
    let study = Study::with_a_ramp();
    let script = r#"stty -a > before; "$0" "$@"; echo $? > code; stty -a > after; echo all is "over""#;
    let mut window = study.shell(script, &["conduct", "--guide", "patient-first", "--participant", "P07"]);
    window.begin();
    assert!(window.is_taken());
    window.press(key::NEXT_TOPIC);
    window.note("the last word");
    window.wait_until_the_clock_goes_on();
    window.press("unsaved");
    window.wait_for_words("unsaved");
    let asked = match way {
        Way::Key => {
            let asked = window.end();
            window.go_on();
            asked
        }
        Way::CtrlC => {
            window.press(key::CTRL_C);
            window.wait_for_words("the interview goes on; Ctrl-C again");
            window.press(key::CTRL_C)
        }
        Way::Terminate => {
            let now = Instant::now();
            signal(window.pid_of("hearback"), "TERM");
            now
        }
    };
    window.wait_for_words("all is over");
    println!("{way:?}: the terminal was given back after {:?}", asked.elapsed());
    one.took(&format!("{way:?}: the terminal was given back"), SOON_MS, asked);
    window.wait_for_end();
    window.wait_for_the_last_picture();
    assert!(!window.is_taken() && window.has_cursor(), "{way:?}");
    let said = |name: &str| fs::read_to_string(study.beside(name)).unwrap();
    assert_eq!(said("before"), said("after"), "{way:?}");
    assert_eq!(said("code").trim(), "0", "{way:?}");
    ended_well(&study, &format!("{way:?}"));
}

/// The interview is over, and nothing had to be mended: its take, the note that was saved and the one that was not.
fn ended_well(study: &Study, way: &str) {
    let shown = study.show();
    assert_eq!(shown["standing"], "recorded", "{way}");
    let samples = sound::playable(&study.file("take-001.wav"));
    assert_eq!(sound::breaks(&samples), Vec::<usize>::new(), "{way}");
    assert_eq!(shown["recorded_ms"].as_u64().unwrap(), samples.len() as u64 * 1_000 / u64::from(sound::RATE), "{way}");
    let told: Vec<&str> = notes(&shown).into_iter().map(text).filter(|text| !text.is_empty()).collect();
    assert_eq!(told, ["the last word", "unsaved"], "{way}");
    assert!(study.told(&["recover"]).contains("nothing to mend"), "{way}");
}

#[test]
fn closing_the_window_ends_the_interview_properly() {
    let _company = in_company();
    judged(close_the_window);
}

fn close_the_window(one: &mut Try) {
    let study = Study::with_a_ramp();
    let mut window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07"]);
    window.begin();
    window.press(key::NEXT_TOPIC);
    window.note("the last word");
    window.wait_until_the_clock_goes_on();
    window.press("unsaved");
    window.wait_for_words("unsaved");
    let closed = window.close();
    window.wait_for_end();
    println!("the process ended {:?} after its window was closed", closed.elapsed());
    one.took("the process ended after its window was closed", SOON_MS, closed);
    ended_well(&study, "closing the window");
    let shown = study.show();
    let incidents = shown["incidents"].to_string();
    assert!(incidents.contains("the terminal window was closed"), "{incidents}");
}

#[test]
fn a_long_paste_is_one_note_and_does_not_stop_the_recording() {
    let _company = in_company();
    let study = Study::with_a_ramp();
    let window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07"]);
    window.begin();
    window.press(key::NEXT_TOPIC);
    let words = "What they said, line by line.\r";
    let paste: String = words.chars().cycle().take(64 * 1024).collect();
    let began = Instant::now();
    window.press("\x1b[200~");
    window.press(&paste);
    window.press("\x1b[201~");
    window.wait_for_words("min left"); // whatever it shows, it still draws
    window.press(key::ENTER);
    window.wait_for("the note to be saved", |text| text.contains(" saved"));
    println!("a paste of 64 KiB is a saved note after {:?}", began.elapsed());
    window.note("afterwards");
    window.wait_until_the_clock_goes_on();
    window.end();
    window.go_on();
    assert!(window.wait_for_end().success());

    let shown = study.show();
    let told = notes(&shown);
    let [pasted, after] = told.as_slice() else { panic!("{} notes", told.len()) };
    assert_eq!(text(pasted), paste.replace('\r', " ").trim());
    assert_eq!(text(after), "afterwards");
    let samples = sound::playable(&study.file("take-001.wav"));
    assert_eq!(sound::breaks(&samples), Vec::<usize>::new());
    assert_eq!(shown["incidents"], serde_json::json!([]));
}

#[test]
fn a_kill_in_a_real_room_costs_as_little() {
    let _alone = alone();
    for maker in Maker::all() {
        judged(|one| kill_in_a_real_room(maker, one));
    }
}

fn kill_in_a_real_room(maker: Maker, one: &mut Try) {
    let room = Room::made_by(maker);
    let listener = Listener::new(&room);
    let study = Study::in_room(&room);
    let tone = room.file("tone.wav");
    sound::write_performance(&tone, &[Silence(300), Tone(20_000)]);
    let mut window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07", "--mic", MICROPHONE]);
    window.wait_for_words("say something");
    let playing = room.play(&tone);
    listener.next_burst();
    let began = Instant::now();
    window.begin();
    window.press(key::NEXT_TOPIC);
    window.note("in a real room");
    window.wait_until_the_clock_goes_on();
    let dead = window.kill();
    // What came after the kill is not missing.
    let now = SystemTime::now() - dead.elapsed();
    until("the microphone to be released", || (room.ears() == 1).then_some(()));
    let late = dead.elapsed();
    drop(playing);
    study.told(&["recover"]);
    let take = study.file("take-001.wav");
    let samples = sound::playable(&take);
    let spoken = now.duration_since(fs::metadata(&take).unwrap().created().unwrap()).unwrap();
    let loss = spoken.as_secs_f64() * 1_000.0 - millis(samples.len());
    println!("in a real room of {maker:?} {loss:.0} ms are missing after a kill; the microphone was free after {late:?}");
    one.within("missing after a kill, or too much", loss.abs(), LOSS_MS, Stretch::new(began, dead));
    assert_eq!(sound::bursts(&samples).len(), 1, "one tone, without a gap");
    let shown = study.show();
    assert_eq!(notes(&shown).into_iter().map(text).collect::<Vec<_>>(), ["in a real room"]);
}
