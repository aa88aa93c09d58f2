//! What a sound server does to a microphone while it records: it moves the stream, mutes it, takes the device away and gives it back. Each is
//! said on the screen and in the journal, with every server that is here.

use crate::support::in_company;
use crate::support::key;
use crate::support::room::MICROPHONE;
use crate::support::room::Maker;
use crate::support::room::Playing;
use crate::support::room::Room;
use crate::support::sound;
use crate::support::sound::Piece::Silence;
use crate::support::sound::Piece::Tone;
use crate::support::study::Study;
use crate::support::until;
use crate::support::window::Window;

/// An interview that is recorded, over the microphone that `more` chooses or the system does, while somebody speaks into `loudspeaker`,
/// so that nothing is said of silence.
fn interview(room: &Room, loudspeaker: &str, more: &[&str]) -> (Study, Window, Playing) {
    let study = Study::in_room(room);
    let window = study.window(&[&["conduct", "--guide", "patient-first", "--participant", "P07"], more].concat());
    window.wait_for_words("say something");
    let voice = room.file("voice.wav");
    sound::write_performance(&voice, &[&[Silence(300)][..], &[Tone(20_000); 8]].concat());
    let speaking = room.play_on(loudspeaker, &voice);
    window.begin();
    window.press(key::NEXT_TOPIC);
    until("the recording", || room.recording());
    (study, window, speaking)
}

fn end(window: &Window) {
    window.end();
    window.go_on();
    window.wait_for_end();
}

#[test]
fn the_systems_choice_may_be_moved_and_that_is_said() {
    let _company = in_company();
    for maker in Maker::all() {
        let room = Room::made_by(maker);
        room.add("webcam");
        let (study, window, _speaking) = interview(&room, "room", &[]);
        room.move_recording("webcam.monitor");
        window.wait_for_words("recording from");
        end(&window);
        let incidents = study.show()["incidents"].to_string();
        assert!(incidents.contains("moved"), "{maker:?}: {incidents}");
    }
}

#[test]
fn that_the_systems_choice_is_another_after_a_pause_is_said() {
    let _company = in_company();
    for maker in Maker::all() {
        let room = Room::made_by(maker);
        room.add("webcam");
        let (study, window, _speaking) = interview(&room, "room", &[]);
        window.press(key::OFF_RECORD);
        window.wait_for_words("OFF THE RECORD");
        until("the microphone to be released", || room.recording().is_none().then_some(()));
        room.control(&["set-default-source", "webcam.monitor"]);
        window.press(key::OFF_RECORD);
        window.wait_for_words("recording from");
        end(&window);
        let incidents = study.show()["incidents"].to_string();
        assert!(incidents.contains("moved"), "{maker:?}: {incidents}");
    }
}

#[test]
fn a_microphone_that_somebody_chose_stays_or_ends_and_is_tried_again() {
    let _company = in_company();
    for maker in Maker::all() {
        let room = Room::made_by(maker);
        let module = room.add("table");
        let (study, window, _speaking) = interview(&room, "table", &["--mic", "table.monitor"]);
        // Moving it is refused, or does nothing.
        let moved = room.command("pactl").args(["move-source-output", &room.recording().unwrap(), MICROPHONE]).output().unwrap();
        assert!(!moved.status.success() || maker == Maker::PipeWire, "{maker:?}: it is pinned");
        // The device goes: that is said at once, and nobody records another in its place.
        room.control(&["unload-module", &module]);
        window.wait_for_words("without audio");
        until("nobody to record", || room.recording().is_none().then_some(()));
        room.add("table");
        window.wait_for_words("recording again");
        end(&window);
        let shown = study.show();
        let devices = shown["spans"].as_array().unwrap().iter().filter(|span| !span["take"].is_null()).count();
        assert_eq!(devices, 2, "{maker:?}: {}", shown["spans"]);
        let incidents = shown["incidents"].to_string();
        assert!(incidents.contains("audio-stopped"), "{maker:?}: {incidents}");
    }
}

#[test]
fn a_microphone_that_is_muted_is_said_and_so_is_that_it_is_not_any_more() {
    let _company = in_company();
    for maker in Maker::all() {
        let room = Room::made_by(maker);
        let (study, window, _speaking) = interview(&room, "room", &[]);
        room.control(&["set-source-mute", MICROPHONE, "1"]);
        window.wait_for_words("muted in the sound settings");
        room.control(&["set-source-mute", MICROPHONE, "0"]);
        window.wait_for_words("no longer muted");
        end(&window);
        let incidents = study.show()["incidents"].to_string();
        assert!(incidents.matches("muted").count() > 1, "{maker:?}: {incidents}");
    }
}
