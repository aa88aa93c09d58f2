//! `hearback doctor` where there is a sound server, where there is none, and where there is one that does not let it in.

use std::time::Duration;

use crate::support::in_company;
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
fn a_server_that_does_not_let_us_in_is_told() {
    let _company = in_company();
    let room = Room::behind_a_key();
    let mut study = Study::in_room(&room);
    let told = examined(&study);
    assert!(line(&told, "sound system").contains("PulseAudio"), "with the key it answers: {told}");
    // Another home, in which there is no key; what the server itself was told does not count.
    let elsewhere = tempfile::tempdir().unwrap();
    study.set("HOME", &elsewhere.path().display().to_string());
    let told = examined(&study);
    let found = line(&told, "sound system");
    assert!(found.starts_with("note") && found.contains("although a sound server's socket is there"), "{told}");
    assert!(found.contains(&room.file("socket").display().to_string()) && found.contains("PULSE_COOKIE"), "{told}");
}

#[test]
fn what_libasound_thinks_is_not_between_the_lines() {
    let _company = in_company();
    let study = Study::without_sound_server();
    // On a machine without a sound card libasound has much to say.
    for args in [["doctor"].as_slice(), &["mics"]] {
        let mut window = study.window(args);
        window.wait_for_end(Duration::from_secs(30));
        window.wait_for_the_last_picture();
        assert!(!window.text().contains("ALSA lib"), "{args:?}: {}", window.text());
    }
}
