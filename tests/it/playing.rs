//! Listening: where it plays at every speed, also while one writes, round a note, after a pause, after the program was closed, and when the
//! loudspeaker goes.

use std::fs;

use hearback::domain::hearing::Hearing;
use hearback::domain::note::NoteId;
use hearback::shell::script::Script;
use hearback::tui::model::Screen;

use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;

/// Where it plays, in milliseconds, as of the last turn.
fn plays_at(script: &Script) -> u64 {
    let at = script.model().shared.gauges.last.playing;
    at.unwrap_or_else(|| panic!("nothing plays: {:?}\n{}", script.notice(), script.screen(80, 24))).millis()
}

fn is_playing(script: &Script) -> bool {
    script.model().shared.playback.is_playing()
}

fn chosen(script: &Script) -> Option<NoteId> {
    match &script.model().screen {
        Screen::Listen(listen) => listen.chosen(),
        other => panic!("{other:?}"),
    }
}

fn head_row(script: &Script) -> String {
    script.screen(80, 24).lines().next().unwrap().to_owned()
}

fn is_near(at: u64, wanted: u64) {
    assert!(at.abs_diff(wanted) <= 50, "{at} for {wanted}");
}

/// Listening to an interview of 40 s with notes at 8.5, 18.5 and 28.5 s.
fn listening(dir: &tempfile::TempDir) -> Script {
    let mut script = held(dir);
    script.keys("l").hear(ms(200));
    script
}

/// Adds to the study's settings.
fn settings(dir: &tempfile::TempDir, more: &str) {
    let at = dir.path().join("study.yaml");
    fs::write(&at, fs::read_to_string(&at).unwrap() + more).unwrap();
}

#[test]
fn the_position_is_known_at_every_speed() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys(&"-".repeat(5)).keys("<space>").hear(ms(500));
    for tenths in 5..=30_u64 {
        let wanted = format!("{}.{}×", tenths / 10, tenths % 10);
        assert!(head_row(&script).contains(&wanted), "{wanted}: {}", head_row(&script));
        let before = plays_at(&script);
        script.hear(ms(600));
        is_near(plays_at(&script), before + 600 * tenths / 10);
        // The change itself loses nothing, but for what a turn of the script is late.
        let before = plays_at(&script);
        script.keys("+").hear(ms(100));
        let passed = plays_at(&script) - before;
        assert!(passed.abs_diff(10 * tenths) <= 10 * tenths / 2 + 20, "{passed} at {tenths}");
    }
    assert!(script.notice().unwrap().contains("3.0×"), "no faster: {:?}", script.notice());
    script.keys("0").hear(ms(100));
    assert!(head_row(&script).contains("1.0×"));
}

#[test]
fn a_jump_counts_from_where_it_is_heard() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys(&"+".repeat(10)).keys("<space>").hear(secs(2));
    for (keys, by) in [("<right>", 5_000), (".", 1_000), (",", -1_000), ("<f3>", -2_000), ("<left>", -5_000), ("<ctrl-right>", 30_000)] {
        let before = plays_at(&script);
        script.keys(keys).hear(ms(100));
        let wanted = before.checked_add_signed(by).unwrap();
        assert!(plays_at(&script).abs_diff(wanted) <= 250, "{keys}: {} for {wanted}", plays_at(&script));
    }
    // Two jumps within a turn are two.
    script.keys("<ctrl-left>").hear(ms(100));
    let before = plays_at(&script);
    script.keys("<right><right>").hear(ms(100));
    assert!(plays_at(&script).abs_diff(before + 10_000) <= 250, "{} after {before}", plays_at(&script));
}

#[test]
fn a_pause_goes_back_and_a_note_is_led_into_as_the_study_says() {
    let dir = study();
    settings(&dir, "listening: { lead_in: 2, step_back: 3 }\n");
    let mut script = listening(&dir);
    script.keys("<down>").hear(secs(4));
    is_near(plays_at(&script), 6_500 + 3_980);
    script.keys("<space>");
    assert!(!is_playing(&script) && head_row(&script).contains("0:07"), "{}", head_row(&script));
    script.keys("<space>").hear(ms(500));
    is_near(plays_at(&script), 7_480 + 480);
}

#[test]
fn at_the_end_it_stands_at_the_end_and_begins_anew() {
    let dir = study();
    let mut script = listening(&dir);
    // The last turn sees it in the middle of the last second.
    script.keys("<ctrl-right><space>").hear(secs(10)).hear(ms(650)).hear(secs(2));
    let end = script.session().unwrap().timeline().end();
    assert!(!is_playing(&script), "{}", script.screen(80, 24));
    assert!(head_row(&script).contains(&format!("{end} of {end}")), "{}", head_row(&script));
    script.keys("<space>").hear(ms(500));
    is_near(plays_at(&script), 480);
    // Whoever stops it a moment before the end hears that moment.
    script.keys("<space><ctrl-right><ctrl-right><left><space>").hear(secs(2)).keys("<space><space>").hear(ms(500));
    is_near(plays_at(&script), end.millis() - 2_520);
}

#[test]
fn it_is_played_and_paused_while_one_writes() {
    in_each_language(|| {
        let dir = study();
        let mut script = listening(&dir).with_keys("[playing]\nplay-or-pause = ['f13', 'f2']\n").unwrap();
        script.keys("<down>").hear(secs(3)).keys("<enter> and");
        let before = plays_at(&script);
        assert!(script.screen(80, 24).lines().last().unwrap().contains(in_either("F13 pause", "F13 pauz")), "{}", script.screen(80, 24));
        script.keys("<f2> more").hear(secs(2)).keys(" - +");
        assert!(!is_playing(&script));
        script.keys("<f13>").hear(ms(500)).keys(" to,come").hear(ms(500));
        is_near(plays_at(&script), before + 980);
        script.keys("<f3>").hear(ms(200)).keys("<enter>").saved();
        is_near(plays_at(&script), before + 980 - 2_000 + 180);
        let note = script.session().unwrap().note(NoteId(1)).unwrap();
        assert_eq!(note.text, "you rest before it hurts and more - + to,come", "nothing that was typed is lost");
        // And what is not bound there is typed, or nothing.
        script.keys("<enter>o0<b><end>b<esc>");
        assert!(script.model().shared.playback.around().is_none() && script.model().shared.hearing == Hearing::default());
    });
}

#[test]
fn the_choice_follows_the_sound_and_stands_still_while_one_writes() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys("<space>").hear(secs(10));
    assert_eq!(chosen(&script), Some(NoteId(1)));
    script.hear(secs(10));
    assert_eq!(chosen(&script), Some(NoteId(2)));
    script.keys("<enter>!").hear(secs(10)).keys("<enter>").saved();
    assert_eq!(script.session().unwrap().note(NoteId(2)).unwrap().text, "like a switch!", "what is heard is what is edited");
    assert_eq!(chosen(&script), Some(NoteId(2)));
    // Whoever goes to a note is not sent to the one before by its lead-in.
    script.keys("<up>").hear(ms(200)).keys("<left>").hear(ms(200)).keys("<right><right><right><right>").hear(ms(300));
    assert_eq!(chosen(&script), Some(NoteId(2)), "a jump chooses what is heard there");
    let last = script.session().unwrap().notes_by_position()[2].id;
    script.keys("<down>").hear(secs(1));
    assert_eq!(chosen(&script), Some(last));
}

#[test]
fn a_note_is_gone_round_until_it_is_not() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys("o").hear(secs(5));
    is_near(plays_at(&script), 4_500 + 4_980);
    assert!(head_row(&script).contains("loop 0:04-0:18"), "{}", head_row(&script));
    script.hear(secs(20));
    // From 4.5 to 18.5 s is 14 s: once round, and eleven more.
    is_near(plays_at(&script), 4_500 + 24_980 - 14_000);
    assert_eq!(chosen(&script), Some(NoteId(1)));
    // A jump stays inside, another note is gone round as well.
    script.keys("<ctrl-left>").hear(ms(200));
    is_near(plays_at(&script), 4_500 + 180);
    script.keys("<down>").hear(ms(200));
    assert!(head_row(&script).contains("loop 0:14-0:28"), "{}", head_row(&script));
    is_near(plays_at(&script), 14_500 + 180);
    script.keys("o").hear(secs(15));
    is_near(plays_at(&script), 14_500 + 180 + 15_000);
    assert!(!head_row(&script).contains("loop"), "{}", head_row(&script));
    // Elsewhere nothing goes round.
    script.keys("om").hear(ms(200)).keys("l").hear(ms(200)).keys("<space>").hear(secs(1));
    assert!(!head_row(&script).contains("loop"), "{}", head_row(&script));
}

#[test]
fn it_goes_on_where_it_was_left_also_after_the_program_was_closed() {
    let (dir, caches) = (study(), tempfile::tempdir().unwrap());
    let mut script = listening(&dir).remembering(caches.path());
    script.keys("<space>").hear(secs(7)).keys("<esc>").hear(ms(200));
    script.leave();
    let before: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    for (kept, at) in [(caches.path(), 6_980), (dir.path(), 0)] {
        // With nothing remembered it begins at the beginning.
        let elsewhere = kept.join("none");
        let mut script = home(&dir).remembering(if at == 0 { &elsewhere } else { kept });
        script.keys("l").hear(ms(200)).keys("<space>").hear(ms(500));
        is_near(plays_at(&script), at + 480);
        // Whatever ends the program.
        drop(script);
    }
    fs::remove_dir_all(dir.path().join("none")).ok();
    let after: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
    assert_eq!(before, after, "nothing of it lies in the study");
}

#[test]
fn a_loudspeaker_that_goes_is_said_and_it_plays_on_when_there_is_one() {
    in_each_language(|| {
        let dir = study();
        let mut script = listening(&dir);
        script.keys("<space>").hear(secs(5));
        let at = plays_at(&script);
        script.lose_loudspeaker("unplugged").hear(ms(200));
        assert!(head_row(&script).contains(in_either("NO LOUDSPEAKER 0:0", "GEEN LUIDSPREKER 0:0")), "{}", head_row(&script));
        assert!(script.notice().unwrap().contains(in_either("plays on by itself", "vanzelf verder")), "{:?}", script.notice());
        script.hear(secs(8));
        assert!(script.notice().is_some(), "it stays until it is over");
        script.loudspeaker_comes_back().hear(secs(2));
        assert!(head_row(&script).contains(in_either("PLAYING", "SPEELT")), "{}", head_row(&script));
        let now = plays_at(&script);
        assert!(now > at && now <= at + 2_100, "{now} after {at}");
        // Whoever stops it meanwhile hears nothing by itself.
        script.lose_loudspeaker("unplugged").hear(ms(200)).keys("<space>").loudspeaker_comes_back().hear(secs(3));
        assert!(!is_playing(&script) && script.model().shared.gauges.last.playing.is_none());
        // And after a minute nobody waits.
        script.keys("<space>").hear(secs(1)).lose_loudspeaker("unplugged").hear(secs(63));
        assert!(!is_playing(&script), "{}", head_row(&script));
        let notes = script.session().unwrap().notes().count();
        assert_eq!(notes, 3);
    });
}

#[test]
fn a_session_is_heard_as_it_was_left_and_another_without_its_gain() {
    let (dir, caches) = (study(), tempfile::tempdir().unwrap());
    let mut script = listening(&dir).remembering(caches.path());
    script.keys("<space>+++<<b").hear(ms(500)).keys("<esc>").hear(ms(200));
    script.leave();
    // After the program was closed: heard so from the first moment on, and seen before anything plays.
    let mut script = home(&dir).remembering(caches.path());
    script.keys("l").hear(ms(200));
    assert!(head_row(&script).contains("1.3×  80 %  +6 dB"), "{}", head_row(&script));
    let begun = {
        script.keys("<space>").hear(ms(500));
        plays_at(&script)
    };
    script.hear(secs(2));
    is_near(plays_at(&script), begun + 2_600);
    script.keys("0>>").hear(ms(200)).keys("<esc>").hear(ms(200));
    script.leave();
    let mut script = home(&dir).remembering(caches.path());
    script.keys("l").hear(ms(200));
    assert!(head_row(&script).contains("1.0×  +6 dB"), "what was chosen last: {}", head_row(&script));
}

#[test]
fn whoever_comes_from_a_search_hears_it_as_it_was_left() {
    let (dir, caches) = (study(), tempfile::tempdir().unwrap());
    let mut script = listening(&dir).remembering(caches.path());
    script.keys("<space>+++b").hear(ms(500)).keys("<esc>").hear(ms(200));
    script.leave();
    let mut script = home(&dir).remembering(caches.path());
    script.keys("/switch").hear(secs(1)).keys("<enter>").hear(ms(200));
    assert!(head_row(&script).contains("1.3×  +6 dB"), "{}", head_row(&script));
    script.keys("<esc>").hear(ms(200));
    script.leave();
    let mut script = home(&dir).remembering(caches.path());
    script.keys("l").hear(ms(200));
    assert!(head_row(&script).contains("1.3×  +6 dB"), "nothing was chosen since: {}", head_row(&script));
}

#[test]
fn what_the_system_moves_to_another_loudspeaker_plays_on_and_is_told() {
    in_each_language(|| {
        let dir = study();
        let mut script = listening(&dir);
        script.keys("<space>").hear(secs(2));
        let at = plays_at(&script);
        script.move_loudspeaker("Headset").hear(ms(200));
        let said = script.notice().unwrap_or_default().to_owned();
        assert!(said.contains("Headset") && said.contains(in_either("plays on", "klinkt nu")), "{said}");
        assert!(is_playing(&script) && plays_at(&script) > at, "it plays on");
        // Once said, it is not said again; and while nothing plays nobody wants to know.
        script.keys("<space>").hear(ms(200)).move_loudspeaker("Table").hear(ms(200));
        assert!(!script.notice().is_some_and(|said| said.contains("Table")), "{:?}", script.notice());
    });
}

#[test]
fn loudness_is_shown_and_stays_for_as_long_as_the_program_runs() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys("<space><<bb").hear(ms(500));
    assert!(head_row(&script).contains("1.0×  80 %  +12 dB"), "{}", head_row(&script));
    script.keys("++m").hear(ms(200)).keys("l").hear(ms(200));
    assert!(head_row(&script).contains("1.2×  80 %  +12 dB"), "{}", head_row(&script));
    script.keys(">>").hear(ms(100)).keys(">");
    assert!(script.notice().unwrap().contains("goes no further"), "{:?}", script.notice());
    script.keys("bbb").hear(ms(100));
    assert!(head_row(&script).contains("1.2×  ") && !head_row(&script).contains("dB"), "{}", head_row(&script));
}

#[test]
fn what_plays_is_seen_and_in_hand_in_the_member_check_too() {
    in_each_language(|| {
        let dir = study();
        let mut script = held(&dir);
        script.keys("m").hear(ms(200)).keys("<space>").hear(secs(2)).keys("+");
        let row = head_row(&script);
        assert!(row.contains(in_either("PLAYING 0:0", "SPEELT 0:0")) && row.contains(in_either("1.1×", "1,1×")), "{row}");
        script.keys("<enter><f7> and").hear(secs(1));
        let at = plays_at(&script);
        script.keys("<f2> so").hear(secs(1));
        assert!(!is_playing(&script) && !head_row(&script).contains(in_either("PLAYING", "SPEELT")));
        script.keys("<f2> on").hear(ms(520));
        is_near(plays_at(&script), at + 550);
        script.keys("<f3>").hear(ms(120));
        assert!(plays_at(&script).abs_diff(at + 550 - 2_000 + 110) <= 60, "{} after {at}", plays_at(&script));
        script.keys("<enter>").saved();
        let text = script.session().unwrap().statements().next().unwrap().text.clone();
        assert!(text.ends_with(" and so on"), "{text}");
        // Of another line its own moment begins.
        script.keys("<f2>").hear(ms(100)).keys("<down><f2>").hear(ms(520));
        assert!(is_playing(&script));
    });
}

#[test]
fn by_question_one_goes_to_the_first_note_of_another() {
    let dir = study();
    let mut script = crate::support::day::interview(&dir);
    script.keys("<pagedown>").hear(secs(8)).keys("one<enter>").hear(secs(8)).keys("two<enter><down>").hear(secs(8));
    script.keys("three<enter>").hear(secs(8)).keys("four<enter>").hear(secs(4)).saved().keys("<f10><f10>l").hear(ms(200));
    let at = |n: usize, script: &Script| Some(script.session().unwrap().notes_by_position()[n].id);
    script.keys("}").hear(ms(200));
    assert_eq!(chosen(&script), at(2, &script));
    script.keys("<down>{").hear(ms(200));
    assert_eq!(chosen(&script), at(2, &script), "to the first of its own");
    script.keys("<ctrl-up>").hear(ms(200));
    assert_eq!(chosen(&script), at(0, &script), "and then to that of the one before");
    script.keys("{");
    assert!(script.notice().unwrap().contains("No other question"), "{:?}", script.notice());
    script.keys(")");
    assert!(script.notice().unwrap().contains("who is heard"), "{:?}", script.notice());
}

#[test]
fn in_a_group_one_goes_to_the_next_note_of_whoever_speaks() {
    let dir = study();
    let mut script = crate::focus_group::form(&dir, "T01 T02 T03");
    script.keys("aaa<f10>").hear(secs(1)).keys("<pagedown>");
    for line in ["1 one", "2 two", "1>2 three", "3 four"] {
        script.hear(secs(5)).keys(line).keys("<enter>");
    }
    script.hear(secs(3)).saved().keys("<f10><f10>l").hear(ms(200));
    let at = |n: usize, script: &Script| Some(script.session().unwrap().notes_by_position()[n].id);
    assert!(script.screen(160, 40).lines().last().unwrap().contains("same voice"), "{}", script.screen(160, 40));
    script.keys(")").hear(ms(200));
    assert_eq!(chosen(&script), at(2, &script), "{}", script.screen(80, 24));
    script.keys("(").hear(ms(200));
    assert_eq!(chosen(&script), at(0, &script));
    script.keys("<down>)");
    assert!(script.notice().unwrap().contains("no other note"), "{:?}", script.notice());
}

#[test]
fn a_note_that_is_left_out_while_it_plays_does_not_stop_the_sound() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys("<down>").hear(secs(2)).keys("xx").hear(secs(1)).saved();
    assert!(is_playing(&script), "the rest plays on");
    script.keys("<ctrl-z>").hear(secs(1)).saved();
    assert!(is_playing(&script) && plays_at(&script) > 7_000);
}

#[test]
fn in_lines_the_speed_is_told() {
    let dir = study();
    let mut script = listening(&dir).in_lines();
    script.told();
    script.keys("<space>").hear(ms(300));
    script.keys("+").hear(ms(300));
    let told = script.told().join("\n");
    assert!(told.contains("playing") && told.contains("1.1×"), "{told}");
    // Told once: it plays on at that speed, and nothing new is to be said of it.
    script.hear(secs(1));
    let told = script.told().join("\n");
    assert!(!told.contains('×') && is_playing(&script), "{told}");
}
