//! `hearback doctor` where there is a sound server, where there is none, and where there is one that does not let it in.

use std::io::Read;
use std::io::Write;
use std::os::unix::net::UnixListener;

use crate::support::in_company;
use crate::support::room::MICROPHONE;
use crate::support::room::Room;
use crate::support::study::Study;

/// The line of what was found about `subject`.
fn line<'t>(told: &'t str, subject: &str) -> &'t str {
    told.lines().find(|line| line.get(7..).is_some_and(|rest| rest.starts_with(subject))).unwrap_or_else(|| panic!("{subject}: {told}"))
}

/// What it found. (It is right that others can look into a temporary folder.)
fn examined(study: &Study) -> String {
    String::from_utf8(study.run(&["doctor"]).stdout).unwrap()
}

#[test]
fn a_room_in_order_is_found_in_order() {
    let _company = in_company();
    let room = Room::open();
    let told = examined(&Study::in_room(&room));
    assert!(line(&told, "sound system").starts_with("fine   sound system  PulseAudio"), "{told}");
    let loudspeaker = line(&told, "loudspeaker");
    assert!(loudspeaker.starts_with("fine") && loudspeaker.contains(" opens; "), "it was opened, not only listed: {told}");
}

#[test]
fn a_server_lets_its_own_user_in_also_without_its_key() {
    let _company = in_company();
    let room = Room::behind_a_key();
    let mut study = Study::in_room(&room);
    // Another home, in which there is no key: who we are goes with the first bytes, every time.
    let elsewhere = tempfile::tempdir().unwrap();
    study.set("HOME", &elsewhere.path().display().to_string());
    for _ in 0..20 {
        let told = study.told(&["mics"]);
        assert!(told.contains(&format!("pulseaudio:{MICROPHONE}")), "{told}");
    }
}

#[test]
fn a_server_that_lets_nobody_in_is_told_and_passed_over() {
    // What a server says to somebody whom it does not let in: an error, to the first question, that access is denied.
    const DENIED: [u8; 35] =
        [0, 0, 0, 15, 255, 255, 255, 255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, b'L', 0, 0, 0, 0, b'L', 0, 0, 0, 1, b'L', 0, 0, 0, 1];
    let _company = in_company();
    let folder = tempfile::tempdir().unwrap();
    let socket = folder.path().join("socket");
    let door = UnixListener::bind(&socket).unwrap();
    std::thread::spawn(move || {
        for guest in door.incoming() {
            let Ok(mut guest) = guest else { break };
            let mut first = [0; 1_024];
            if guest.read(&mut first).is_ok() {
                guest.write_all(&DENIED).ok();
            }
        }
    });
    let mut study = Study::without_sound_server();
    study.set("PULSE_SERVER", &format!("unix:{}", socket.display()));
    let told = examined(&study);
    let found = line(&told, "sound system");
    assert!(found.starts_with("note") && found.contains("does not let this user in"), "{told}");
    assert!(found.contains(&socket.display().to_string()) && found.contains("PULSE_COOKIE"), "{told}");
}

#[test]
fn a_server_on_another_machine_is_told_and_passed_over() {
    let _company = in_company();
    let mut study = Study::without_sound_server();
    study.set("PULSE_SERVER", "tcp:192.168.1.7:4713");
    let told = examined(&study);
    let found = line(&told, "sound system");
    assert!(found.starts_with("note") && found.contains("PULSE_SERVER names tcp:192.168.1.7:4713"), "{told}");
}

#[test]
fn what_libasound_thinks_is_not_between_the_lines() {
    let _company = in_company();
    let study = Study::without_sound_server();
    // On a machine without a sound card libasound has much to say.
    for args in [["doctor"].as_slice(), &["mics"]] {
        let mut window = study.window(args);
        window.wait_for_end();
        window.wait_for_the_last_picture();
        assert!(!window.text().contains("ALSA lib"), "{args:?}: {}", window.text());
    }
}
