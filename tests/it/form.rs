//! The form before an interview: sessions that were set up and never begun, codes that are suggested and codes that are taken.

use std::fs;

use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::How;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Id;
use hearback::domain::guide::Round;
use hearback::domain::named::Worded;
use hearback::domain::session::Session;
use hearback::domain::standing::Phase;
use hearback::domain::time::Stamp;
use hearback::domain::whereabouts::Encrypted;
use hearback::domain::whereabouts::Whereabouts;
use hearback::shell::script::Script;
use hearback::store::folder::Study;
use hearback::store::guide_file::read_guide;
use hearback::store::journal;
use hearback::store::journal::Journal;
use hearback::tui::msg::Supply;

use crate::support::day::DAY;
use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::day::voice;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;

/// A session with T13 that was set up the day before and never begun, as after a crash in that very moment; yes was said to `given`.
pub(crate) fn plan(dir: &tempfile::TempDir, given: &[&str]) {
    let guide = fs::read(dir.path().join("guides/therapist.yaml")).unwrap();
    let planned = Study::find(dir.path()).unwrap().create_session("2026-11-21", "T13", Round::First, &guide).unwrap();
    let opened = Opened {
        at: Stamp { utc_ms: DAY.utc_ms - 86_400_000, ..DAY },
        id: String::new(),
        participant: "T13".into(),
        round: Round::First,
        setting: "Room 4.12".into(),
        present: "AB".into(),
        guide: Id::new("therapist"),
        guide_version: "1.0".into(),
        guide_sum: String::new(),
        reaction_ms: 1500,
        attributes: [].into(),
        leads: String::new(),
        types: String::new(),
        video: None,
    };
    let mut events = vec![(Event::Opened(opened), DAY, 0)];
    for item in given {
        events.push((Event::ConsentAnswered(Consent::new(Id::new(*item), Answer::Given, How::Spoken)), DAY, 0));
    }
    Journal::create(&planned.journal()).unwrap().append(&events).unwrap();
}

fn journal_of(dir: &tempfile::TempDir, name: &str) -> Vec<Event> {
    let folder = Study::find(dir.path()).unwrap().session(name).unwrap();
    journal::read(&folder.journal()).unwrap().events().cloned().collect()
}

fn code(script: &Script) -> String {
    script.session().unwrap().opened().participant.clone()
}

#[test]
fn a_session_that_was_set_up_begins_through_its_form() {
    let dir = study();
    plan(&dir, &["taking-part"]);
    let mut script = home(&dir);
    script.keys("<enter>").hear(ms(500));
    let seen = script.screen(80, 24);
    assert_eq!(script.session().unwrap().phase(), Phase::Draft, "nothing begins that nobody was asked about");
    for known in ["T13", "therapist v", "first", "Room 4.12", "AB", "[yes]"] {
        assert!(seen.contains(known), "{known} is not in: {seen}");
    }
    // Who, where and with which guide is written: keys do not reach it.
    script.keys("<up><up><up><up><up><up><up><up>").keys("<left>x").hear(ms(200));
    assert_eq!(code(&script), "T13");
    // Without the rest of the consent there is no beginning, and the cursor goes to what is open.
    script.keys("<f10>");
    assert!(script.notice().unwrap().contains("a consent item has no answer"), "{:?}", script.notice());
    script.keys("a").hear(secs(1)).keys("<up><up><up><up><up><up><up><up><up>");
    // The level is heard here as on any form.
    script.keys("<f10>").hear(ms(300));
    assert!(script.session().unwrap().phase() != Phase::Draft, "{:?}\n{}", script.notice(), script.screen(80, 24));
    script.keys("<pagedown>").hear_until(secs(10)).keys("begun a day later<enter>").hear(secs(2)).saved().keys("<f10><f10>");
    script.leave();
    let events = journal_of(&dir, "T13");
    let guide = read_guide("guide.yaml", &fs::read(dir.path().join("guides/therapist.yaml")).unwrap()).guide.unwrap();
    let session = Session::replay(guide, &events).unwrap();
    assert_eq!((session.phase(), session.notes().count()), (Phase::Ended, 1));
    assert_eq!((session.opened().at.date(), session.held_on().date()), ("2026-11-21".into(), DAY.date()), "it was held the day after");
    assert_eq!(session.timeline().end().secs(), 12, "the time in the form is no part of the interview");
    assert_eq!(events.iter().filter(|e| matches!(e, Event::Opened(_))).count(), 1);
    let answers = events.iter().filter(|e| matches!(e, Event::ConsentAnswered(c) if c.item == Id::new("taking-part")));
    assert_eq!(answers.count(), 1, "an answer that is known is not written again");
    assert_eq!(Study::find(dir.path()).unwrap().sessions().unwrap().len(), 1, "it is the session that was set up, not another");
}

#[test]
fn a_session_that_was_set_up_is_left_as_it_was() {
    let dir = study();
    plan(&dir, &[]);
    let before = journal_of(&dir, "T13");
    let mut script = home(&dir);
    script.keys("<enter>").hear(ms(500)).keys("yy<esc>");
    assert!(script.session().is_none() && script.screen(80, 24).contains("planned"), "{}", script.screen(80, 24));
    script.leave();
    assert_eq!(journal_of(&dir, "T13"), before);
}

#[test]
fn notes_only_begins_a_session_that_was_set_up_on_the_clock_of_today() {
    let dir = study();
    plan(&dir, &["taking-part"]);
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(120)).keys("a<up><up><up><up><up><up><up><up><up><up><right><f10>");
    assert_eq!(script.session().unwrap().phase(), Phase::Recording, "{:?}", script.notice());
    script.hear(secs(7)).keys("<f10><f10>");
    script.leave();
    let guide = read_guide("guide.yaml", &fs::read(dir.path().join("guides/therapist.yaml")).unwrap()).guide.unwrap();
    assert_eq!(Session::replay(guide, &journal_of(&dir, "T13")).unwrap().timeline().end().secs(), 7);
}

#[test]
fn typing_takes_the_place_of_the_suggested_code() {
    let dir = study();
    let mut script = home(&dir);
    script.keys("n<down>").hear(ms(200));
    assert!(script.screen(80, 24).contains("P01  suggested"), "{}", script.screen(80, 24));
    script.keys("T0").keys("7");
    assert!(script.screen(80, 24).contains("T07") && !script.screen(80, 24).contains("T07  sugg"), "{}", script.screen(80, 24));
    script.keys("<down><down><down><down><down><down><down>a").hear(secs(1)).keys("<enter>");
    assert_eq!(code(&script), "T07");
    script.hear(secs(1)).keys("<f10><f10>");
    // Who moves or deletes in the suggestion means to keep the rest of it.
    script.keys("n<up><up><up><up><up><up><up><backspace>9<down><down><down><down><down><down><down>a").hear(secs(1)).keys("<enter>");
    assert_eq!(code(&script), "T09");
    script.hear(secs(1)).keys("<f10><f10>");
    script.keys("n<up><up><up><up><up><up><up>").paste("P11");
    script.keys("<down><down><down><down><down><down><down>a").hear(secs(1)).keys("<enter>");
    assert_eq!(code(&script), "P11", "a paste takes its place as well");
    script.leave();
}

#[test]
fn a_code_and_round_that_were_held_are_remarked_on_and_not_refused() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(1)).keys("<f10><f10>");
    // By hand, because the form would suggest a follow-up.
    script.keys("n").hear(secs(1)).keys("<up><up><up><up><up><up><left><left><up>P0");
    let remarked = |script: &Script| script.notice().is_some_and(|n| n.contains("P01 already has a first interview"));
    assert!(!remarked(&script), "P0 is nobody");
    script.keys("1");
    assert!(remarked(&script), "{:?}", script.notice());
    assert!(script.screen(60, 16).contains("! already has a first interview"), "{}", script.screen(60, 16));
    script.keys("1");
    assert!(!remarked(&script), "P011 is nobody either");
    script.keys("<backspace><down><down><down><down><down><down><down>a").hear(secs(10));
    assert!(remarked(&script), "it stands until it is mended: {:?}", script.notice());
    script.keys("<enter>");
    assert_eq!((script.session().unwrap().phase(), code(&script).as_str()), (Phase::Recording, "P01"), "{:?}", script.notice());
    assert!(!remarked(&script), "and it stays behind with the form");
    script.keys("<f10><f10>");
    // What is suggested next is nobody's, whoever came last.
    script.keys("n").hear(secs(1));
    assert!(script.screen(80, 24).contains("P02"), "{}", script.screen(80, 24));
    script.leave();
}

/// A study that asks for the last ten seconds before an interview.
fn study_with_lead_in() -> tempfile::TempDir {
    let dir = study();
    let file = dir.path().join("study.yaml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replace("lead_in: 0", "lead_in: 10")).unwrap();
    dir
}

#[test]
fn first_words_are_kept_from_consent_on_where_the_study_asks_for_it() {
    let dir = study_with_lead_in();
    let mut script = home(&dir);
    script.keys("n<down><down><down><down><down><down><down><down>").hear(secs(30));
    assert!(script.screen(80, 24).contains("kept from consent on: at most the last 10 s before you begin"), "{}", script.screen(80, 24));
    script.keys("a");
    assert!(script.screen(80, 24).contains("in memory from now on: the last 10 s before you begin"), "{}", script.screen(80, 24));
    script.hear(secs(4)).keys("<enter>").hear(ms(300));
    assert!(script.notice().unwrap().starts_with("the 4.0 s before are kept as well"), "{:?}", script.notice());
    script.keys("a first note").hear(secs(6)).keys("<enter>").saved().keys("<f10><f10>");
    script.leave();
    let session = reread(&dir);
    let (recorded, _) = session.timeline().lengths();
    assert_eq!(recorded.as_millis() / 100, 103, "four seconds before, six and a little after");
    let note = session.notes().next().unwrap();
    assert_eq!(note.stamp.raw.millis() / 100, 43, "{:?}", note.stamp);
    let (_, frame) = session.timeline().locate(note.stamp.raw).unwrap();
    assert_eq!(frame.0 / 4_800, 43);
    assert!(session.incidents()[0].what.words().contains("begins 4.0 s before the interview was begun"), "{:?}", session.incidents());
}

#[test]
fn consent_that_is_taken_back_in_the_form_takes_the_first_words_with_it() {
    let dir = study_with_lead_in();
    let mut script = home(&dir);
    // Yes to all, seconds of talk, then no to the recording and yes again: only what came after that is kept.
    script.keys(FORM).hear(secs(5)).keys("<up><up><up><up><up><up>n").hear(secs(3));
    assert!(script.screen(80, 24).contains("kept from consent on"), "{}", script.screen(80, 24));
    script.keys("<up>y").hear(secs(1)).keys("<f10>").hear(secs(2)).keys("<f10><f10>");
    script.leave();
    let (recorded, _) = reread(&dir).timeline().lengths();
    assert_eq!(recorded.as_secs(), 3, "{recorded:?}");
}

#[test]
fn a_microphone_that_goes_while_the_form_is_open_is_tried_until_it_is_back_and_both_are_said() {
    let dir = study();
    let mut script = home(&dir);
    script.keys("na").hear(secs(1));
    assert!(script.screen(80, 24).contains("ready:"), "{}", script.screen(80, 24));
    script.lose_microphone("unplugged").hear(ms(500));
    assert!(script.notice().unwrap().contains("is gone: it is listened to again when it is back"), "{:?}", script.notice());
    assert!(!script.screen(80, 24).contains("ready:"), "what is not there is not ready: {}", script.screen(80, 24));
    script.hear(secs(10));
    script.microphone_comes_back().hear(secs(3));
    assert!(script.notice().unwrap().contains("is there again, and is listened to"), "{:?}", script.notice());
    script.hear(secs(1)).keys("<enter>").hear(secs(2));
    assert!(script.is_recorded());
    script.leave();
}

#[test]
fn who_was_warned_that_there_is_no_sound_begins_by_the_second_press_however_long_it_takes() {
    let dir = study();
    let mut script = home(&dir);
    script.keys("na").hear(secs(1)).lose_microphone("unplugged").hear(secs(10));
    script.keys("<f10>").hear(secs(7));
    assert!(script.session().is_none(), "the first press warns");
    script.keys("<f10>").hear(secs(1));
    assert!(script.session().is_some_and(|session| session.phase() == Phase::Recording), "{:?}", script.notice());
    script.leave();
}

#[test]
fn the_first_screen_says_how_consent_is_answered() {
    let dir = study();
    let mut script = home(&dir);
    script.keys("n<down><backspace><backspace>01<down><down><down><down><down><down><down>").hear(ms(500));
    let seen = script.screen(60, 16);
    assert!(seen.contains("Consent y/n"), "{seen}");
    script.leave();
}

#[test]
fn how_consent_is_answered_stands_in_full_in_a_narrow_window_with_the_yes_of_the_language() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        let (asked, left_open, yes) = in_either(("Consent y/n", "y yes, n no", "[yes]"), ("Toestemming j/n", "j ja, n nee", "[ja]"));
        let seen = script.keys("n").hear(ms(500)).keys("<f10>").screen(60, 16);
        assert!(seen.contains(asked), "{seen}");
        assert!(script.notice().unwrap().contains(left_open), "{:?}", script.notice());
        // Either letter is a yes, whichever language is spoken.
        for letter in ["j", "y"] {
            assert_eq!(script.keys("n").screen(60, 16).matches(yes).count(), 0);
            assert_eq!(script.keys("<up>").keys(letter).screen(60, 16).matches(yes).count(), 1, "{letter}");
            script.keys("<up>");
        }
        for _ in 0..20 {
            script.keys("<down>");
        }
        let last = script.screen(60, 16);
        for said in in_either(["not stated", "y yes", "n no", "a all"], ["niet vermeld", "j ja", "n nee", "a alle"]) {
            assert!(last.contains(said), "{said} is not in: {last}");
        }
        script.leave();
    });
}

#[test]
fn the_form_says_what_the_disk_and_the_folder_are_and_when_letters_are_small() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        script.keys("n<down><down><down><down><down><down><down><down>").hear(ms(500));
        let place = |encrypted, synced_by: Option<&str>| Whereabouts {
            encrypted,
            synced_by: synced_by.map(str::to_owned),
            ..Whereabouts::default()
        };
        let copies = in_either("by the look of it Dropbox copies this folder", "zo te zien kopieert Dropbox deze map");
        for encrypted in [Encrypted::Yes, Encrypted::No, Encrypted::Unknown] {
            let seen = script.whereabouts(place(encrypted, None)).battery(84, Supply::Mains).screen(120, 40);
            assert!(seen.contains(&encrypted.words()), "{seen}");
            assert!(seen.contains(in_either("battery 84 %, on mains", "batterij 84 %, op netstroom")), "{seen}");
            assert!(!seen.contains(copies), "{seen}");
        }
        let seen = script.whereabouts(place(Encrypted::Yes, Some("Dropbox"))).screen(60, 16);
        assert!(seen.contains("Dropbox") && seen.contains("trouble"), "{seen}");
        // What was found is known the next time, too.
        script.keys("<esc>n").hear(ms(500));
        assert!(script.screen(80, 24).contains(copies), "{}", script.screen(80, 24));
        let small = in_either("small letters at arm", "kleine letters op armlengte");
        assert_eq!([script.screen(120, 40), script.screen(80, 24)].map(|seen| seen.contains(small)), [true, false]);
        script.leave();
    });
}

#[test]
fn what_is_done_if_the_microphone_is_lost_stays_chosen_with_another_microphone() {
    let dir = study();
    let mut script = Script::over_microphones(dir.path(), &["Table", "Laptop", "Desk"], voice(), DAY).unwrap();
    script.keys("n<down><down><down><down><down><down><down><down><right><right>");
    assert!(script.screen(80, 24).contains("‹ go on with Desk ›"), "{}", script.screen(80, 24));
    script.keys("<up><right>").hear(ms(500));
    let seen = script.screen(80, 24);
    assert!(seen.contains("‹ Laptop ›") && seen.contains("‹ go on with Desk ›"), "{seen}");
    // One cannot stand in for itself; past it the choice is there again.
    script.keys("<right>").hear(ms(500));
    assert!(script.screen(80, 24).contains("‹ wait until it is back ›"), "{}", script.screen(80, 24));
    script.keys("<left>").hear(ms(500));
    assert!(script.screen(80, 24).contains("‹ go on with Desk ›"), "{}", script.screen(80, 24));
    script.leave();
}

#[test]
fn of_two_microphones_of_one_name_the_form_shows_which_it_is() {
    let dir = study();
    let mut script = Script::over_microphones(dir.path(), &["USB Mic", "USB Mic (2)", "Desk"], voice(), DAY).unwrap();
    let seen = script.keys("n").hear(ms(500)).screen(80, 24);
    assert!(seen.contains("it is USB Mic\n") || seen.contains("it is USB Mic "), "{seen}");
    let seen = script.keys("<down><down><down><down><down><down><down><right>").hear(ms(500)).screen(80, 24);
    assert!(seen.contains("it is USB Mic (2)"), "{seen}");
    let seen = script.keys("<right>").hear(ms(500)).screen(80, 24);
    assert!(seen.contains("Desk ›") && !seen.contains("it is USB"), "{seen}");
    script.leave();
}

#[test]
fn what_has_no_room_in_the_form_is_counted_and_the_row_that_begins_says_what_its_head_says() {
    let dir = study();
    let mut script = home(&dir);
    let seen = script.keys("n").hear(ms(200)).screen(60, 16);
    let count = |seen: &str, way: &str| -> usize {
        let line = seen.lines().find(|line| line.contains(way)).map(|line| line.split_whitespace().collect::<Vec<_>>());
        let words = line.unwrap_or_default();
        words.iter().position(|word| *word == "more").map_or(0, |at| words[at - 1].parse().unwrap())
    };
    assert!(count(&seen, " below ") > 0 && count(&seen, " above ") == 0, "{seen}");
    // What is missing first is said where the row that says what to do is out of sight.
    assert!(seen.lines().next().unwrap().contains("not ready: consent?"), "{seen}");
    let seen = script.keys("<enter>!").screen(60, 16);
    assert!(seen.lines().next().unwrap().contains("not ready: the code"), "{seen}");
    script.keys("<backspace><up>");
    let mut last = seen;
    for _ in 0..20 {
        last = script.keys("<down>").screen(60, 16);
    }
    assert!(count(&last, " above ") > 0 && last.contains("▶ Begin"), "{last}");
    let wide = script.screen(120, 40);
    assert!(!wide.contains("more above") && !wide.contains("more below"), "{wide}");
    // Nothing is answered, then nothing is heard, then the disk refuses: never is it said beside each other that one can and that one cannot.
    assert!(wide.contains("not ready") && !wide.contains("begins the interview"), "{wide}");
    let (sessions, aside) = (dir.path().join("sessions"), dir.path().join("aside"));
    script.keys("<esc>").keys(FORM).hear(secs(2));
    assert!(script.screen(120, 40).contains("Enter begins the interview"), "{}", script.screen(120, 40));
    fs::rename(&sessions, &aside).unwrap();
    fs::write(&sessions, "in the way").unwrap();
    let seen = script.hear(secs(11)).screen(120, 40);
    assert!(seen.contains("not ready: see the disk above; Enter twice tries all the same"), "{seen}");
    assert!(!seen.contains("begins the interview"), "{seen}");
    script.leave();
}

#[test]
fn ready_is_not_said_of_a_disk_that_refuses_and_is_once_it_does_not() {
    let dir = study();
    let mut script = home(&dir);
    script.keys(FORM).hear(secs(2));
    assert!(script.screen(80, 24).contains("ready: F10 begins"), "{}", script.screen(80, 24));
    assert_eq!(fs::read_dir(dir.path().join("sessions")).unwrap().count(), 0, "trying leaves nothing behind");
    let (sessions, aside) = (dir.path().join("sessions"), dir.path().join("aside"));
    fs::rename(&sessions, &aside).unwrap();
    fs::write(&sessions, "in the way").unwrap();
    let seen = script.hear(secs(11)).screen(80, 24);
    assert!(seen.contains("not ready: see the disk") && !seen.contains("ready: F10"), "{seen}");
    let wide = script.screen(120, 40);
    assert!(wide.contains("is not the plain file or folder that belongs there"), "{wide}");
    // It is said before anything is tried; and whoever knows better may try.
    script.keys("<f10>");
    assert!(script.notice().unwrap().contains("F10 once more tries all the same"), "{:?}", script.notice());
    script.keys("<f10>");
    assert!(script.session().is_none() && script.notice().unwrap().contains("move it away"), "{:?}", script.notice());
    fs::remove_file(&sessions).unwrap();
    fs::rename(&aside, &sessions).unwrap();
    let seen = script.hear(secs(11)).screen(80, 24);
    assert!(seen.contains("ready: F10 begins") && !seen.contains("not ready"), "{seen}");
    assert!(script.keys("<f10>").hear(secs(1)).session().is_some());
}

#[test]
fn where_there_is_no_room_for_a_recording_nothing_is_called_ready() {
    let dir = study();
    let mut script = home(&dir);
    let seen = script.keys(FORM).hear(secs(2)).free_space(1_000_000).screen(80, 24);
    assert!(seen.contains("not ready: see the disk") && seen.contains("no room on the disk for a recording"), "{seen}");
}
