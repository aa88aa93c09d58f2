//! `--plain` in a real terminal: what comes out of it is text, and nothing in it says where on the screen anything stands.

use std::thread;
use std::time::Duration;

use hearback::tui::hand::DEAF_MS;

use crate::support::in_company;
use crate::support::key;
use crate::support::study::Study;
use crate::support::study::notes;
use crate::support::study::text;

/// What may be in it that is no text: to erase the rest of the line, to be told what is pasted, and to be sent keys as they are read.
const OBEYED: [&str; 5] = ["\u{1b}[K", "\u{1b}[?2004h", "\u{1b}[?2004l", "\u{1b}[?1l", "\u{1b}>"];

#[test]
fn an_interview_is_told_in_lines_that_no_cursor_is_moved_for() {
    let _company = in_company();
    let study = Study::without_sound_server();
    let mut window = study.window(&["conduct", "--plain", "--guide", "patient-first", "--participant", "P07", "--no-audio"]);
    window.wait_for_words("Consent 1 of");
    window.press("a");
    window.wait_for_words("Enter begins the interview");
    window.press(key::ENTER);
    window.wait_for_words("Notes only: no sound is recorded.");
    // No key is heard at once after the one that began it.
    thread::sleep(Duration::from_millis(2 * DEAF_MS));
    window.press(key::NEXT_TOPIC);
    window.wait_for_words("Topic 1 of");
    window.press(">rest before pain");
    window.wait_for_words("quote> rest before pain");
    window.press(key::ENTER);
    window.wait_for_words("quote: rest before pain; saved");
    window.press(key::END);
    window.wait_for_words("again ends the interview");
    window.press(key::END);
    window.wait_for_words("The interview is kept.");
    window.press(key::CTRL_C);
    window.wait_for_end();
    window.wait_for_the_last_picture();

    let drawn = String::from_utf8(window.drawn()).unwrap();
    let told = OBEYED.iter().fold(drawn.clone(), |text, obeyed| text.replace(obeyed, ""));
    assert!(!told.contains(|c: char| c.is_control() && !matches!(c, '\r' | '\n')), "{drawn:?}");
    assert_eq!(drawn.matches(OBEYED[1]).count(), drawn.matches(OBEYED[2]).count(), "the terminal is as it was");
    assert!(drawn.contains("\u{1b}[?2004l\r\u{1b}[K"), "nothing is left on the line: {drawn:?}");
    assert_eq!(notes(&study.show()).into_iter().map(text).collect::<Vec<_>>(), ["rest before pain"]);
}
