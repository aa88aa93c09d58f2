//! What is chosen stays chosen by what it is: lists grow, shrink and are read again, and the next key is about the same thing.

use hearback::shell::script::Script;

use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::texts;

/// The row that is marked as chosen.
fn chosen(script: &Script) -> String {
    let seen = script.screen(80, 24);
    let marked: Vec<&str> = seen.lines().filter(|row| row.contains('▶') && !row.contains("PLAYING")).collect();
    assert_eq!(marked.len(), 1, "{seen}");
    marked[0].trim_matches(['│', ' ']).to_owned()
}

fn chose(script: &Script, words: &str) {
    assert!(chosen(script).contains(words), "{words}: {}", script.screen(80, 24));
}

/// Another interview, with the next participant.
fn next_interview(script: &mut Script) {
    script.keys("na").hear(ms(500)).keys("<enter><pagedown>rest<enter>").hear(secs(2)).keys("<f10><f10>").saved();
}

/// The screen of listening back on an interview with three notes, the second of which was written last.
fn listening(dir: &tempfile::TempDir) -> Script {
    let mut script = interview(dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("one<enter>").hear_until(secs(30)).keys("three<enter>");
    script.hear_until(secs(35)).keys("<f10><f10>l<left><left>").saved();
    script.keys(&"<right>".repeat(4)).keys("ntwo<enter>").saved();
    assert_eq!(texts(script.session().unwrap()), ["one", "two", "three"]);
    script
}

#[test]
fn home_finds_the_session_again_that_one_comes_from() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(2)).keys("<f10><f10>").saved();
    (0..2).for_each(|_| next_interview(&mut script));
    script.keys("<enter>");
    chose(&script, "P03");
    script.keys("<down>");
    chose(&script, "P02");
    for there_and_back in ["l<esc>", "m<esc>", "n<esc>"] {
        script.keys(there_and_back).saved();
        chose(&script, "P02");
    }
    // The list has grown by one since: the interview that was just held is the one to go on with.
    next_interview(&mut script);
    script.keys("<enter>");
    chose(&script, "P04");
    script.keys("<down><down>");
    chose(&script, "P02");
    script.keys("l");
    assert_eq!(script.session().unwrap().opened().participant, "P02");
    script.leave();
}

#[test]
fn after_an_interview_the_next_piece_of_work_is_about_it_and_not_about_what_stands_first() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(2)).saved();
    drop(script); // cut short: it is offered first
    let mut script = home(&dir);
    next_interview(&mut script);
    script.keys("m");
    assert_eq!(script.session().unwrap().opened().participant, "P02");
    script.keys("<esc>");
    chose(&script, "P02");
    script.leave();
}

#[test]
fn a_note_that_goes_gives_its_place_to_its_neighbour_on_the_timeline() {
    let dir = study();
    let mut script = listening(&dir);
    chose(&script, "two");
    // Written last, and in the middle all the same: after it comes the third, not the last that was written.
    script.keys("<delete>");
    chose(&script, "three");
    script.keys("<ctrl-z>");
    chose(&script, "two");
    // What undo takes away under the choice is not deleted in another's place.
    script.keys("<ctrl-z><ctrl-z>");
    chose(&script, "three");
    script.keys("<delete>");
    assert_eq!(texts(script.session().unwrap()), ["one"]);
    chose(&script, "one");
    script.leave();
}

#[test]
fn a_note_that_is_moved_or_added_takes_no_choice_along() {
    let dir = study();
    let mut script = listening(&dir);
    script.keys("<up>");
    chose(&script, "one");
    script.keys(&"]".repeat(50));
    assert_eq!(texts(script.session().unwrap()), ["two", "three", "one"].map(str::to_owned));
    chose(&script, "one");
    script.keys("<delete>");
    assert_eq!(texts(script.session().unwrap()), ["two", "three"]);
    script.leave();
}

#[test]
fn listening_back_finds_the_note_and_the_playhead_again() {
    let dir = study();
    let mut script = listening(&dir);
    let here = |script: &Script| script.screen(80, 24).lines().next().unwrap().split(" of ").next().unwrap().trim_start().to_owned();
    script.keys("<down>").hear(secs(1)).keys("<space>");
    chose(&script, "three");
    let before = here(&script);
    assert!(before.starts_with("‖ PAUSED 0:2"), "{before}");
    for there_and_back in ["ml", "<esc>l", "<esc>m<esc>l"] {
        script.keys(there_and_back).saved();
        chose(&script, "three");
        assert_eq!(here(&script), before, "{there_and_back}");
    }
    script.leave();
}

#[test]
fn two_steps_in_a_row_go_two_steps_however_slow_the_player_is() {
    let dir = study();
    let mut script = listening(&dir);
    let plays_at = |script: &Script, place: &str| {
        let seen = script.screen(80, 24);
        assert!(seen.lines().next().unwrap().trim_start().starts_with(&format!("▶ PLAYING {place} of")), "{place}: {seen}");
    };
    script.keys("<down>").keys("<left>".repeat(20).as_str());
    plays_at(&script, "0:00");
    // The player is told of each, and has not begun with the one when the next comes.
    for round in 1..=4 {
        script.keys("<right>");
        plays_at(&script, &format!("0:{:02}", 5 * round));
    }
    script.keys("<left><left><left>");
    plays_at(&script, "0:05");
    script.leave();
}

#[test]
fn the_summary_keeps_its_line_when_others_come_and_go_above_it() {
    let dir = study();
    let mut script = listening(&dir);
    // Statements on the first note and on the third; the second one is chosen.
    script.keys("m<enter><f7>, they said<enter>").saved();
    let down = |script: &mut Script, words: &str| {
        for _ in 0..40 {
            if chosen(script).contains(words) {
                return;
            }
            script.keys("<down>");
        }
        panic!("{words} is not there: {}", script.screen(80, 24));
    };
    down(&mut script, "three");
    script.keys("<enter><f7>, too<enter>").saved();
    script.keys(&"<up>".repeat(40));
    down(&mut script, "one, they said");
    script.keys("<delete>");
    chose(&script, "three, too");
    // It comes back above, and the choice goes to what came.
    script.keys("<ctrl-z>");
    chose(&script, "one, they said");
    down(&mut script, "three, too");
    script.keys("lm");
    chose(&script, "three, too");
    script.keys("<delete>").saved();
    assert_eq!(script.session().unwrap().statements().map(|s| s.text.as_str()).collect::<Vec<_>>(), ["one, they said"]);
    script.leave();
}
