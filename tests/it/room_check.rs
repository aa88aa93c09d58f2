//! The check of the room before the participant arrives: five seconds to the disk, played from there, deleted, and told in the journal.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use hearback::audio::simulated::Again;
use hearback::audio::simulated::Piece;
use hearback::audio::simulated::Sound;
use hearback::domain::event::Event;
use hearback::domain::prepared::RoomCheck;
use hearback::domain::prepared::RoomFound;
use hearback::domain::prepared::RoomPlayback;
use hearback::domain::standing::Phase;
use hearback::shell::script::Script;
use hearback::store::journal;

use crate::support::day::DAY;
use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::phase;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;
use crate::support::told::folders;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;

/// The row of the form that says where it is with the check.
fn row(script: &Script) -> String {
    let name = in_either("Room check", "Proefopname");
    let bare = |line: &str| line.trim_matches(['│', '▶', ' ']).to_owned();
    let found = script.screen(120, 40).lines().skip(1).map(bare).find(|line| line.starts_with(name) && !line.contains("  │"));
    found.unwrap_or_else(|| panic!("{}", script.screen(120, 40)))
}

/// The row on top.
fn head(script: &Script) -> String {
    script.screen(60, 16).lines().next().unwrap().to_owned()
}

/// What is hidden among the sessions: the folders of checks.
fn hidden(dir: &Path) -> Vec<PathBuf> {
    let all = fs::read_dir(dir.join("sessions")).unwrap().map(|entry| entry.unwrap().path());
    all.filter(|path| path.file_name().unwrap().to_string_lossy().starts_with('.')).collect()
}

/// The recordings below `folder`.
fn recordings(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(recordings(&path));
        } else if path.extension().is_some_and(|end| end == "wav") {
            found.push(path);
        }
    }
    found
}

/// The form is on top.
fn at_the_form(script: &Script) -> bool {
    matches!(script.model().screen, hearback::tui::model::Screen::Setup(_))
}

/// Begins the interview of the form, ends it and gives back what its journal says of the check.
fn kept(dir: &tempfile::TempDir, mut script: Script) -> Option<RoomCheck> {
    script.keys("<f10>").hear(secs(1));
    if script.session().is_none() {
        script.keys("<f10>").hear(secs(1)); // a microphone that nothing was heard from is said first
    }
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?}", script.notice());
    script.saved().keys("<f10><f10>");
    script.leave();
    let found = recordings(&dir.path().join("sessions"));
    assert_eq!(found, [folders(dir)[0].file("take-001.wav")], "the interview's own, and no other");
    reread(dir).prepared().room_check.clone()
}

#[test]
fn five_seconds_are_recorded_played_deleted_and_told_in_the_journal() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        script.keys(FORM).hear(ms(500));
        let not_done = in_either(
            "not done: F5 records five seconds, plays them and deletes them",
            "nog niet: F5 neemt vijf tellen op, speelt ze af en wist ze",
        );
        assert!(row(&script).ends_with(not_done), "{}", row(&script));
        script.keys("<f5>").hear(ms(2_200));
        assert!(row(&script).ends_with(in_either("listening, say something: 3 s", "luistert, zeg iets: 3 s")), "{}", row(&script));
        let kept_until = in_either("five seconds are kept until they were played", "vijf tellen, bewaard tot ze zijn afgespeeld");
        assert!(head(&script).ends_with(kept_until), "{}", head(&script));
        assert_eq!((hidden(dir.path()).len(), recordings(&hidden(dir.path())[0]).len()), (1, 1), "it is on the study's disk");
        script.hear(ms(3_500));
        assert!(row(&script).ends_with(in_either("playing", "speelt af")), "{}", row(&script));
        assert!(head(&script).ends_with(kept_until), "{}", head(&script));
        let frames = u64::from(hound::WavReader::open(&recordings(&hidden(dir.path())[0])[0]).unwrap().duration());
        assert!((240_000..260_000).contains(&frames), "{frames}");
        assert!(!script.is_recorded());
        script.hear(secs(6));
        let done = in_either("heard, played, deleted at 11:00", "gehoord, afgespeeld, gewist om 11:00");
        assert!(row(&script).ends_with(done), "{}", row(&script));
        assert!(!head(&script).contains(kept_until), "{}", head(&script));
        assert_eq!((hidden(dir.path()).len(), recordings(dir.path()).len()), (0, 0));
        let found = kept(&dir, script).unwrap();
        let RoomCheck { at, device, found, peak_db, playback } = found;
        assert!(at.is_some_and(|at| (9_000..13_000).contains(&(at.utc_ms - DAY.utc_ms))), "{at:?}");
        assert_eq!((device.as_str(), found, playback), ("Simulated microphone", Some(RoomFound::VoiceHeard), Some(RoomPlayback::Played)));
        assert!(peak_db.is_some_and(|db| (-13..=-8).contains(&db)), "{peak_db:?}");
        // No take of the check's, no mishap of its: the journal has the line and nothing else.
        let journal = journal::read(&folders(&dir)[0].journal()).unwrap();
        assert_eq!(journal.events().filter(|event| matches!(event, Event::TakeStarted { .. })).count(), 1);
        assert_eq!(journal.events().filter(|event| matches!(event, Event::Prepared(_))).count(), 1);
        let out = program().args(["--study", dir.path().to_str().unwrap(), "show", "P01"]).output().unwrap();
        let shown = String::from_utf8(out.stdout).unwrap();
        assert!(shown.contains("room check with Simulated microphone: heard, played, deleted at 11:00"), "{shown}");
    });
}

#[test]
fn a_silent_microphone_is_found_out_and_is_no_reason_not_to_begin() {
    in_each_language(|| {
        let dir = study();
        let silence = Sound::script(&[Piece::Silence(secs(1))], Again::Looped);
        let mut script = Script::over(dir.path(), silence, DAY).unwrap();
        script.keys(FORM).hear(ms(500)).keys("<f5>").hear(secs(12));
        let again = in_either(
            "nothing heard, played, deleted at 11:00; F5 tries again",
            "niets gehoord, afgespeeld, gewist om 11:00; F5 probeert opnieuw",
        );
        assert!(row(&script).ends_with(again), "{}", row(&script));
        let found = kept(&dir, script).unwrap();
        assert_eq!((found.found, found.playback), (Some(RoomFound::NothingHeard), Some(RoomPlayback::Played)));
    });
}

#[test]
fn without_a_loudspeaker_it_is_deleted_unheard() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        script.no_loudspeaker().keys(FORM).hear(ms(500)).keys("<f5>").hear(secs(6));
        let unheard = in_either("heard, not played (no loudspeaker), deleted at", "gehoord, niet afgespeeld (geen luidspreker), gewist om");
        assert!(row(&script).contains(unheard), "{}", row(&script));
        assert_eq!(hidden(dir.path()), [] as [PathBuf; 0]);
        assert_eq!(kept(&dir, script).unwrap().playback, Some(RoomPlayback::NoLoudspeaker));
    });
}

#[test]
fn any_key_ends_it_and_deletes_it() {
    // A key of the form, the check's own, the one that goes back, one that means nothing, and the help.
    for key in ["<down>", "<f5>", "<esc>", "<f7>", "<f1>"] {
        for (long, playback) in [(ms(2_000), None), (ms(6_500), Some(RoomPlayback::CutShort))] {
            let dir = study();
            let mut script = home(&dir);
            script.keys(FORM).hear(ms(500)).keys("<f5>").hear(long);
            assert_eq!(hidden(dir.path()).len(), 1, "{key} {long:?}");
            script.keys(key);
            assert_eq!(hidden(dir.path()), [] as [PathBuf; 0], "{key} {long:?}");
            assert!(at_the_form(&script), "{key} only ends it");
            script.keys(if key == "<f1>" { "<f1>" } else { "" }).hear(secs(1));
            assert_eq!(hidden(dir.path()), [] as [PathBuf; 0], "and it does not begin again: {key}");
            assert!(row(&script).contains(if playback.is_some() { "played in part" } else { "not done" }), "{}", row(&script));
            // The microphone is heard again.
            assert!(script.is_recorded() || script.screen(120, 40).contains("dB  heard"), "{}", script.screen(120, 40));
            assert_eq!(kept(&dir, script).and_then(|check| check.playback), playback);
        }
    }
    let dir = study();
    let mut script = home(&dir);
    script.keys(FORM).hear(ms(500)).keys("<f5>").hear(secs(2)).paste("pasted");
    assert_eq!(hidden(dir.path()), [] as [PathBuf; 0]);
    script.leave();
}

#[test]
fn whoever_begins_leaves_or_quits_while_it_runs_leaves_nothing_behind() {
    for long in [ms(2_000), ms(6_500)] {
        let dir = study();
        let mut script = home(&dir);
        script.keys(FORM).hear(ms(500)).keys("<f5>").hear(long);
        let found = kept(&dir, script);
        assert_eq!(found.is_some(), long > secs(5), "{found:?}");
        for keys in ["<esc><esc>", "<ctrl-c>"] {
            let dir = study();
            let mut script = home(&dir);
            script.keys(FORM).hear(ms(500)).keys("<f5>").hear(long).keys(keys);
            assert!(!at_the_form(&script) || script.has_left(), "{keys}");
            script.leave();
            assert_eq!((hidden(dir.path()).len(), recordings(dir.path()).len()), (0, 0), "{keys}");
        }
        // Out of the middle, as when the program is asked to stop.
        let dir = study();
        let mut script = home(&dir);
        script.keys(FORM).hear(ms(500)).keys("<f5>").hear(long);
        script.leave();
        assert_eq!((hidden(dir.path()).len(), recordings(dir.path()).len()), (0, 0));
    }
}

#[test]
fn whoever_begins_before_the_disk_has_let_go_of_it_has_a_recording_of_their_own() {
    let dir = study();
    let mut script = home(&dir);
    script.keys(FORM).hear(ms(500)).keys("<f5>").hear(secs(2)).slow_recorder().keys("<f10>").hear(ms(500));
    while script.recorder_obeys() {}
    script.hear(secs(2));
    assert_eq!((phase(&script), hidden(dir.path()).len()), (Some(Phase::Recording), 0));
    assert!(script.is_recorded());
    script.saved();
    while script.recorder_obeys() {}
    script.leave();
    assert_eq!(recordings(dir.path()), [folders(&dir)[0].file("take-001.wav")]);
    let takes = journal::read(&folders(&dir)[0].journal()).unwrap();
    assert_eq!(takes.events().filter(|event| matches!(event, Event::TakeStarted { .. } | Event::TakeClosed { .. })).count(), 2);
}

#[test]
fn a_microphone_that_is_lost_meanwhile_is_said_and_nothing_stays() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        script.keys(FORM).hear(ms(500)).keys("<f5>").hear(secs(2)).lose_microphone("unplugged").hear(ms(200));
        assert_eq!(hidden(dir.path()), [] as [PathBuf; 0]);
        assert!(row(&script).contains("unplugged"), "{}", row(&script));
        script.microphone_comes_back().hear(secs(3)).keys("<f5>").hear(secs(12));
        assert!(row(&script).contains(in_either("heard, played", "gehoord, afgespeeld")), "{}", row(&script));
        script.leave();
    });
}

#[test]
fn with_a_session_that_was_set_up_before_nothing_of_it_comes_into_the_session() {
    let dir = study();
    crate::form::plan(&dir, &[]);
    let journal = folders(&dir)[0].journal();
    let before = fs::read(&journal).unwrap();
    let mut script = home(&dir);
    script.keys("<enter>").hear(ms(500)).keys("<f5>").hear(secs(12));
    assert!(row(&script).contains("heard, played"), "{}", row(&script));
    assert_eq!(fs::read(&journal).unwrap(), before, "no take, no incident");
    assert_eq!((recordings(dir.path()).len(), folders(&dir).len()), (0, 1));
    script.keys("a").hear(ms(500));
    assert_eq!(kept(&dir, script).unwrap().playback, Some(RoomPlayback::Played));
}

#[test]
fn it_says_of_another_microphone_nothing_and_is_kept_with_one_session_only() {
    let dir = study();
    let mut script = Script::over_microphones(dir.path(), &["first", "second"], crate::support::day::voice(), DAY).unwrap();
    script.keys("n<down><down><down><down><down><down><down><down><down>a").hear(ms(500)).keys("<f5>").hear(secs(12));
    assert!(row(&script).contains("heard, played"), "{}", row(&script));
    script.keys(&"<up>".repeat(9));
    while !script.screen(120, 40).lines().any(|line| line.contains("▶ Microphone")) {
        script.keys("<down>");
    }
    script.keys("<right>").hear(ms(500));
    assert!(row(&script).contains("not done"), "{}", row(&script));
    script.keys("<left>").hear(ms(500));
    assert!(row(&script).contains("heard, played"), "{}", row(&script));
    script.keys("<f10>").hear(secs(1)).saved().keys("<f10><f10>");
    assert_eq!(reread(&dir).prepared().room_check.as_ref().unwrap().device, "first");
    script.keys("<esc>n").hear(ms(500));
    assert!(row(&script).contains("not done"), "{}", row(&script));
    script.leave();
}

#[test]
fn where_nothing_is_recorded_there_is_nothing_to_check() {
    let dir = study();
    let mut script = Script::without_microphone(dir.path(), DAY).unwrap();
    script.keys("n").hear(ms(500));
    assert!(!script.screen(120, 40).contains("Room check"), "{}", script.screen(120, 40));
    script.keys("<f5>");
    assert_eq!(script.notice(), Some("notes only: there is no microphone to check"));
    script.leave();
}

#[test]
fn what_a_killed_program_left_is_deleted_by_whoever_comes_next_who_says_so() {
    in_each_language(|| {
        let dir = study();
        let leave_one = || {
            let left = dir.path().join("sessions/.hearback-room-check-x1");
            fs::create_dir(&left).unwrap();
            fs::write(left.join("take-001.wav"), b"sound").unwrap();
            fs::write(left.join("lock"), b"").unwrap();
        };
        let language = in_either("en", "nl");
        let words =
            in_either("A room check that was cut off was still on the disk", "Er stond nog een afgebroken proefopname op de schijf");
        for command in ["recover", "doctor"] {
            leave_one();
            assert_eq!(folders(&dir), [], "it is no session");
            let run = || {
                let args = ["--language", language, "--study", dir.path().to_str().unwrap(), command];
                String::from_utf8(program().args(args).output().unwrap().stdout).unwrap()
            };
            let said = run();
            assert!(said.contains(words), "{command}: {said}");
            assert_eq!(hidden(dir.path()), [] as [PathBuf; 0], "{command}");
            assert!(!run().contains(words), "{command}");
        }
        leave_one();
        let mut script = home(&dir);
        assert_eq!(script.notice(), None);
        script.keys("n");
        assert!(script.notice().unwrap().contains(words), "{:?}", script.notice());
        assert_eq!(hidden(dir.path()), [] as [PathBuf; 0]);
        // One that goes on in another window is left alone.
        script.hear(ms(500)).keys("<f5>").hear(secs(2));
        let mut other = home(&dir);
        other.keys("n").hear(ms(200));
        assert_eq!((other.notice().is_some_and(|said| said.contains(words)), hidden(dir.path()).len()), (false, 1));
        script.leave();
        other.leave();
        assert_eq!(hidden(dir.path()), [] as [PathBuf; 0]);
    });
}

#[test]
fn told_in_lines_it_is_told_step_by_step_and_no_second_is_counted() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir).in_lines();
        script.keys("n").hear(ms(500)).told();
        script.keys("<f5>").hear(secs(4));
        let name = in_either("Room check", "Proefopname");
        let of_it = |script: &mut Script| script.told().into_iter().filter(|line| line.contains(name)).collect::<Vec<_>>();
        let listening = of_it(&mut script);
        assert_eq!(listening.iter().filter(|line| line.contains(in_either("listening", "luistert"))).count(), 1, "{listening:?}");
        script.hear(secs(8));
        let after = of_it(&mut script);
        assert!(after.iter().any(|line| line.contains(in_either("playing", "speelt af"))), "{after:?}");
        assert!(after.last().unwrap().contains(in_either("heard, played, deleted", "gehoord, afgespeeld, gewist")), "{after:?}");
        script.leave();
    });
}
