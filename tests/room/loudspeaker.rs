//! What a sound server does to listening back: its loudspeaker goes while something plays, the server ends and another begins. Each is
//! said, nothing of the session changes, and the next Space plays again.

use std::time::Duration;
use std::time::Instant;

use crate::support::in_company;
use crate::support::key;
use crate::support::room::Room;
use crate::support::sound;
use crate::support::sound::Piece::Silence;
use crate::support::sound::Piece::Tone;
use crate::support::study::Study;
use crate::support::until;
use crate::support::window::Window;

const SPACE: &str = " ";

/// How long a door is knocked at in any case: five seconds, less what a busy machine makes of it.
const KNOCKED: Duration = Duration::from_secs(3);

/// A session of some seconds, and listening back to it.
fn listening(room: &Room) -> (Study, Window) {
    let study = Study::in_room(room);
    let window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07"]);
    window.wait_for_words("say something");
    let voice = room.file("voice.wav");
    sound::write_performance(&voice, &[Silence(300), Tone(20_000)]);
    let speaking = room.play(&voice);
    window.begin();
    window.press(key::NEXT_TOPIC);
    until("the recording", || room.recording());
    window.note("she speaks of the evenings");
    // Long enough that what is done while it plays is done while it plays.
    let seconds = |clock: String| {
        let (count, unit) = clock.split_once(' ').unwrap();
        count.parse::<u32>().unwrap() * if unit == "s" { 1 } else { 60 }
    };
    until("some seconds", || window.clock().map(seconds).filter(|seconds| *seconds >= 12));
    window.end();
    window.go_on();
    window.wait_for_end();
    drop(speaking);
    let session = study.sessions()[0]["session"].as_str().unwrap().to_owned();
    let window = study.window(&["replay", &session]);
    window.wait_for_words("she speaks of the evenings");
    (study, window)
}

/// Whether something of ours plays in the room.
fn plays(room: &Room) -> bool {
    !room.control(&["list", "short", "sink-inputs"]).trim().is_empty()
}

/// What was asked for at `asked` is heard now that there is a loudspeaker. On a machine on which that took too long to come it shows nothing,
/// and Space plays then.
fn plays_by_itself(window: &Window, room: &Room, asked: Instant) {
    if asked.elapsed() > KNOCKED {
        println!("void: it took too long to come");
        window.wait_for("an answer", |screen| !screen.contains("PLAYING"));
        window.press(SPACE);
    }
    until("it to play again", || plays(room).then_some(()));
}

#[test]
fn a_loudspeaker_that_goes_while_it_plays_is_said_and_the_next_is_used() {
    let _company = in_company();
    let room = Room::open();
    let headphones = room.add("headphones");
    room.control(&["set-default-sink", "headphones"]);
    let (study, window) = listening(&room);
    let before = study.contents();
    window.press(SPACE);
    until("it to play", || plays(&room).then_some(()));
    // Where there is another, the server goes on with that; where there is none, it ends the stream.
    room.control(&["unload-module", &headphones]);
    assert!(plays(&room), "on the other loudspeaker");
    room.control(&["unload-module", "module-null-sink"]);
    window.wait_for_words("ended the stream");
    // A server that has neither a loudspeaker nor a microphone has not looked for them yet: it is asked again.
    let asked = window.press(SPACE);
    room.add("table");
    plays_by_itself(&window, &room, asked);
    window.press(key::CTRL_C);
    window.wait_for_end();
    assert_eq!(study.contents(), before, "listening back writes nothing");
}

#[test]
fn a_server_that_starts_anew_is_waited_for_by_who_wants_to_hear() {
    let _company = in_company();
    let mut room = Room::open();
    let (_study, window) = listening(&room);
    window.press(SPACE);
    until("it to play", || plays(&room).then_some(()));
    room.kill_the_server();
    window.wait_for("playing to stop", |screen| !screen.contains("PLAYING"));
    window.wait_for_words("hung up");
    // Its socket is still there, and nobody behind it: whoever wants to hear now knocks for some seconds.
    let asked = window.press(SPACE);
    room.restart_the_server();
    plays_by_itself(&window, &room, asked);
    window.press(key::CTRL_C);
    window.wait_for_end();
}
