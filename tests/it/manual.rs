//! The manual over a screen: it is found and read while everything goes on below, and no key of it arrives there.

use hearback::domain::standing::Phase;
use hearback::domain::time::Position;
use hearback::shell::script::Script;
use hearback::tui::chord::Chord;
use hearback::tui::keymap::Action;
use hearback::tui::keymap::Context;
use hearback::tui::keymap::KEYMAP;
use hearback::tui::keymap::action::Everywhere;
use hearback::tui::keymap::action::Interview;
use hearback::tui::model::Screen;

use crate::support::day::here;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::phase;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::reread;

fn is_open(script: &Script) -> bool {
    script.model().contexts().first() == Some(&Context::Manual)
}

/// What stands on the row of the screen that is marked.
fn chosen(script: &Script) -> String {
    let seen = script.screen(60, 16);
    seen.lines().find(|row| row.contains('▶')).unwrap_or_else(|| panic!("{seen}")).trim_matches(['│', '▶', ' ']).to_owned()
}

/// A word is looked up while somebody speaks.
#[test]
fn the_manual_is_read_in_an_interview_and_everything_is_as_it_was() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(5)).keys("half a no");
    script.hear(secs(1)).saved();
    let done = |script: &Script| format!("{:?}{:?}", script.session().unwrap().coverage(), script.session().unwrap().notes().count());
    let before = done(&script);
    script.keys("<f1>").hear(secs(1));
    assert!(script.screen(60, 16).contains("Tab opens the manual"), "{}", script.screen(60, 16));
    script.keys("<tab>").hear(secs(1));
    let seen = script.screen(60, 16);
    assert!(seen.lines().next().unwrap().contains("REC") && seen.contains("interview   ") && seen.contains("Ctrl-O off record"), "{seen}");
    script.keys("off the record").hear(secs(2)).keys("<down><down>");
    let found = chosen(&script);
    script.keys("<enter>").hear(secs(2));
    let page = script.screen(60, 16);
    let (name, words) = found.split_once(' ').unwrap();
    assert!(page.contains(&format!("{name}, line ")) && page.contains(words.trim().trim_end_matches('…')), "{found}: {page}");
    assert!(page.lines().next().unwrap().contains("REC") && !page.contains("Enter read"), "{page}");
    script.keys("<down><pagedown><pagedown><up><pageup>").hear(secs(1));
    assert_ne!(script.screen(60, 16), page);
    // A step back, to the list as it was left; and out.
    script.keys("<esc>");
    assert_eq!(chosen(&script), found);
    script.keys("<esc>");
    assert!(script.model().overlay.is_none());
    let Screen::Interview(room) = &script.model().screen else { panic!("the interview was left") };
    assert_eq!((room.line().text(), done(&script)), ("half a no", before));
    script.keys("te<enter>").hear_until(secs(20)).saved();
    assert!(script.is_recorded());
    let now = here(&script);
    let session = script.session().unwrap();
    assert!(session.incidents().is_empty(), "{:?}", session.incidents());
    assert_eq!(now, Position::from_secs(20), "not a moment is missing");
    script.keys("<f10><f10>").saved();
    script.leave();
    let session = reread(&dir);
    let notes: Vec<&str> = session.notes().map(|note| note.text.as_str()).collect();
    assert_eq!(notes, ["half a note"]);
}

/// A key that was meant for the manual answers nobody and marks nothing, by whatever way it came.
#[test]
fn no_key_of_the_manual_arrives_at_what_lies_below() {
    let dir = study();
    let below = |script: &Script| format!("{:?}{:?}", script.model().screen, script.session());
    let tried = |script: &mut Script| {
        let chords = KEYMAP.iter().flat_map(hearback::tui::keymap::Bind::chords);
        let letters = "yna w1234/".chars().map(|c| Chord::plain(hearback::tui::chord::Key::Char(c)));
        // Many places have the same key: each is pressed once.
        let mut pressed = Vec::new();
        for chord in chords.chain(letters) {
            if pressed.contains(&chord) {
                continue;
            }
            pressed.push(chord);
            for page in ["", "<enter>"] {
                script.keys("<f1><tab>").keys(page);
                assert!(is_open(script));
                let passes: [Action; 3] = [Interview::OffRecord.into(), Interview::Distress.into(), Everywhere::Quit.into()];
                let does = script.model().shared.keys.does(&script.model().contexts(), chord);
                if does.is_none_or(|does| !passes.contains(&does)) {
                    let before = below(script);
                    script.keys(&format!("<{chord}>"));
                    assert_eq!(below(script), before, "{chord} {page}");
                    if is_open(script) {
                        script.paste("y");
                        assert_eq!(below(script), before, "{chord} {page}, and a paste");
                    }
                }
                // Away with it, from wherever it is now.
                if is_open(script) {
                    script.keys("<f1>");
                }
                assert!(script.model().overlay.is_none(), "{chord} {page}");
            }
        }
    };
    let mut script = home(&dir);
    script.keys("n<down><down><down><down><down><down><down><down>");
    assert!(script.model().contexts().contains(&Context::Consent));
    tried(&mut script);
    // Esc, and a letter right behind it: the letter is no answer, whatever lay over the question.
    for over in ["<f1><tab>", "<f1>", "/"] {
        for letter in "yna".chars() {
            let before = below(&script);
            script.keys(over).bytes(format!("\x1b{letter}").as_bytes());
            assert_eq!((below(&script), script.model().overlay.is_none()), (before, true), "{over}, Esc and {letter}");
        }
    }
    script.keys("y");
    assert!(format!("{:?}", script.model().screen).contains("Some(Given)"), "by itself it is one");
    script.leave();
    let mut script = interview(&dir);
    script.keys("<pagedown>words");
    tried(&mut script);
    script.leave();
}

/// Reading keeps nobody from stopping what must stop.
#[test]
fn nothing_is_recorded_from_a_form_that_help_covers() {
    let dir = study();
    let mut script = home(&dir);
    script.keys("na").hear(secs(2)).keys("<f1>").hear(ms(500)).keys("<f10>").hear(secs(1));
    assert_eq!(phase(&script), None, "the form could not be seen");
    assert!(script.notice().unwrap().contains("F10 does it now"), "{:?}", script.notice());
    script.keys("<f10>").hear(secs(1));
    assert_eq!(phase(&script), Some(Phase::Recording));
    script.leave();
}

#[test]
fn off_the_record_and_distress_work_from_a_page() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(1)).keys("<f1><tab><enter><f9>").hear(secs(1));
    assert_eq!(phase(&script), Some(Phase::OffRecord));
    script.keys("<f9>").hear(ms(500)).keys("<f1><tab><enter><f12>");
    assert!(is_open(&script), "how bright it is changes nothing else");
    script.keys("<f8>");
    assert!(script.model().contexts().contains(&Context::Protocol) && !is_open(&script));
    script.leave();
}

#[test]
fn what_is_typed_is_looked_for_and_every_page_is_read_to_its_end() {
    let dir = study();
    let mut script = home(&dir);
    script.keys("<f1>micro<tab>");
    assert!(script.screen(80, 24).contains("/ micro"), "what was typed in the help");
    script.keys("zzz");
    assert!(script.screen(60, 16).contains("nothing in the manual holds all of these words"), "{}", script.screen(60, 16));
    script.keys("<enter><down><pagedown><backspace><backspace><backspace><enter>");
    assert!(script.screen(80, 24).contains(", line "));
    // A letter on a page begins anew; a space and what edits a line do nothing.
    script.keys(" <left><delete>");
    assert!(script.screen(80, 24).contains(", line "));
    script.keys("d");
    assert!(script.screen(80, 24).contains("/ d "), "{}", script.screen(80, 24));
    script.keys("<backspace>");
    for topic in 0..9 {
        script.keys(&"<down>".repeat(topic)).keys("<enter>").keys(&"<pagedown>".repeat(200));
        for (width, height) in [(60, 16), (80, 24), (40, 14)] {
            let seen = script.screen(width, height);
            let all = |row: &str| row.split_once(", line ").and_then(|(_, rest)| rest.split([':', ' ']).nth(2).map(str::to_owned));
            let title = seen.lines().find(|row| row.contains(", line ")).unwrap();
            assert!(all(title).is_some_and(|all| all.parse::<usize>().unwrap() > 20), "{seen}");
        }
        script.keys("<esc>").keys(&"<up>".repeat(topic));
    }
    // One key to the end of a page, and one back; of the list as well.
    let title = |script: &Script| script.screen(80, 24).lines().find(|row| row.contains(", line ")).unwrap().to_owned();
    script.keys("<enter>").keys(&"<pagedown>".repeat(200));
    let end = title(&script);
    script.keys("<home>");
    assert!(title(&script).contains(", line 1 of"), "{}", title(&script));
    script.keys("<end>");
    assert_eq!(title(&script), end);
    script.keys("<esc><end><enter>");
    assert!(!title(&script).contains(end.split(", line").next().unwrap()), "the last topic, not the first: {}", title(&script));
    script.keys("<esc><home>");
    script.keys("<backspace>");
    assert!(script.model().overlay.is_none(), "with nothing left to delete it is put away");
    script.keys("/<tab>");
    assert!(!is_open(&script), "the palette leads to what can be done");
    script.leave();
}
