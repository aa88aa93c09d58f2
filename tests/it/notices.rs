//! What the notice line says belongs to something and ends with it.

use hearback::shell::script::Script;
use hearback::tui::notice::Subject;
use hearback::tui::notice::Weight;

use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;

fn says(script: &Script, words: &str) {
    assert!(script.notice().is_some_and(|n| n.contains(words)), "{words}: {:?}", script.notice());
}

#[test]
fn after_each_act_the_line_tells_what_it_did_or_goes() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown><f5>1");
    says(&script, "ordinary day: asked");
    script.keys("r");
    assert_eq!(script.notice(), None, "a letter of a note is no mark");
    script.keys("est<enter><ctrl-z>");
    says(&script, "taken back: “rest”");
    script.keys("<down>");
    assert_eq!(script.notice(), None);
    // What the same key would do is told only while it would.
    script.keys("<f10>");
    says(&script, "ends the interview");
    script.keys("<f5>1");
    says(&script, "way to therapy: asked");
    // And what a key did goes by itself as well.
    script.hear(secs(8));
    assert_eq!(script.notice(), None);
}

#[test]
fn what_came_by_itself_is_there_again_after_the_answer_to_a_key() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear(secs(2)).sleep(secs(90)).hear(secs(1));
    says(&script, "the computer slept for 90 s");
    script.keys("<f5>1");
    says(&script, "ordinary day: asked");
    script.keys("x");
    says(&script, "the computer slept for 90 s");
    script.hear(secs(8)).keys("y");
    assert_eq!(script.notice(), None, "it could be read, and a key came");
}

#[test]
fn where_the_letter_lies_is_told_until_there_is_another_to_write() {
    let dir = study();
    let mut script = interview(&dir);
    script
        .keys("<pagedown>")
        .hear(secs(2))
        .keys("rest in time<enter>")
        .hear(secs(1))
        .keys("<f10><f10>m<enter><f7>, she says<enter>w")
        .saved();
    says(&script, "the letter, version 1, lies in");
    assert_eq!(script.model().shared.notices.shown().map(|n| (n.subject, n.weight)), Some((Subject::Letter, Weight::News)), "good news");
    script.keys("<down>");
    says(&script, "the letter, version 1, lies in");
    let is_there = |script: &Script| script.screen(80, 24).lines().any(|row| row.contains("▶") && row.contains("rest in time, she says"));
    for _ in 0..20 {
        if !is_there(&script) {
            script.keys("<up>");
        }
    }
    assert!(is_there(&script), "{}", script.screen(80, 24));
    script.keys("<delete>");
    says(&script, "taken back");
    script.keys("<up>");
    assert_eq!(script.notice(), None, "that letter is not the one to send any more");
    script.leave();
}

#[test]
fn what_was_said_of_coming_back_ends_when_one_is_back() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear(secs(3)).saved();
    drop(script);
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1));
    says(&script, "Ctrl-O goes on with the interview");
    script.keys("<f9>").hear(secs(2));
    assert!(script.notice().is_none_or(|n| !n.contains("Ctrl-O goes on")), "{:?}", script.notice());
}

#[test]
fn where_a_statement_went_and_why_nothing_can_be_taken_back_is_said() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear(secs(2)).keys("rest in time<enter>").hear(secs(1)).keys("<f10><f10>xm").saved();
    script.keys("<enter>.<enter>");
    says(&script, "kept under 1 Opening");
    script.keys("<esc>l<f7>").saved().keys("u");
    says(&script, "reopen it to change anything (F6)");
    script.leave();
}

#[test]
fn no_notice_lies_over_a_box_that_is_written_in() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear(secs(2)).keys("rest in time<enter>").hear(secs(1)).keys("<f10><f10>").saved();
    for way in ["l<enter>", "<esc>m<enter>"] {
        script.keys(way).paste(&"word ".repeat(14_000));
        says(&script, "the paste was longer");
        let seen = script.screen(60, 16);
        assert_eq!(seen.lines().filter(|row| row.starts_with(" ── ")).count(), 2, "the list and the box are there: {seen}");
        assert!(seen.lines().rev().take(4).last().unwrap().starts_with(" word"), "and nothing lies over what is written: {seen}");
    }
    script.leave();
}
