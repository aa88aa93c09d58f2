//! A follow-up interview shows what the one before it left, and not before its first question is answered.

use hearback::shell::script::Script;

use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::tongue::in_each_language;
use crate::support::tongue::says;

/// The interview a year later with `code`, at its first question.
fn a_year_later(dir: &tempfile::TempDir, code: &str) -> Script {
    let mut script = home(dir);
    // From the guide on; the one for a year later asks for its round by itself.
    script.keys("n<up><up><up><up><up><up><up><up><up><up><up><up><up><up>").hear(ms(300));
    let at = |script: &Script| script.screen(120, 40).contains("patient-follow-up");
    for _ in 0..8 {
        if at(&script) {
            break;
        }
        script.keys("<right>");
    }
    assert!(at(&script), "{}", script.screen(120, 40));
    script.keys("<down>").keys(code).keys("<down><down><down><down><down><down>a");
    script.hear(ms(500)).keys("<enter>").hear(secs(2)).keys("<pagedown>").hear(secs(1));
    assert!(script.session().is_some_and(|session| session.open_question().is_some()), "{}", script.screen(120, 40));
    script
}

#[test]
fn what_the_last_interview_left_is_seen_after_the_first_question_and_no_sooner() {
    in_each_language(|| {
        let dir = study();
        let mut script = held(&dir);
        script.keys("xm<enter>You rest before it hurts.<enter>").saved().keys("<esc>");
        drop(script);
        let mut script = a_year_later(&dir, "P01");
        assert!(!says(&script.screen(200, 60), "Last time, 2026-11-22"), "{}", script.screen(200, 60));
        script.keys("<alt-l>");
        assert!(says(script.notice().unwrap(), "the first question has been answered"), "{:?}", script.notice());
        assert!(!says(&script.screen(80, 24), "Last time, 2026-11-22"));
        script.keys("<alt-p><alt-l>").saved();
        assert!(says(&script.screen(80, 24), "Last time, 2026-11-22"), "{}", script.screen(80, 24));
        // It is put away by the same key, and beside the page of a very wide window it stands by itself.
        script.keys("<alt-l>");
        assert!(!says(&script.screen(80, 24), "Last time, 2026-11-22"), "{}", script.screen(80, 24));
        assert!(says(&script.screen(200, 60), "Last time, 2026-11-22"), "{}", script.screen(200, 60));
        // A question that is reached from the list of the guide is not covered by it.
        script.keys("<alt-l><ctrl-f><down><enter>");
        assert!(!says(&script.screen(80, 24), "Last time, 2026-11-22"), "{}", script.screen(80, 24));
        script.leave();
    });
}

#[test]
fn what_another_participant_said_is_nobody_elses() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("xm<enter>You rest before it hurts.<enter>").saved().keys("<esc>");
    drop(script);
    let mut script = a_year_later(&dir, "P02");
    script.keys("<alt-p><alt-l>").saved();
    assert!(says(script.notice().unwrap(), "no earlier interview"), "{:?}", script.notice());
    script.leave();
}

#[test]
fn a_line_can_be_written_below_it() {
    let dir = study();
    let mut script = held(&dir);
    script.keys("xm<enter>You rest before it hurts.<enter>").saved().keys("<esc>");
    drop(script);
    let mut script = a_year_later(&dir, "P01");
    script.keys("<alt-p><alt-l>still so<enter>").saved();
    assert!(script.session().unwrap().notes().any(|note| note.text == "still so"));
    script.leave();
}
