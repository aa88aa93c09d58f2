//! A rehearsal and a demonstration claim nothing: no screen of theirs says that an interview is kept, saved or recorded.

use hearback::shell::script::Script;
use hearback::tui::model::Keeping;
use hearback::tui::msg::Supply;

use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;

/// No screen claims that anything will be there afterwards. "Nothing is kept" claims nothing.
fn claims_nothing(script: &Script) {
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let seen = script.screen(width, height).to_lowercase();
        let told = seen.replace("nothing is kept", "").replace("nothing of it is kept", "");
        for word in ["kept", "saved", "recorded", " rec "] {
            assert!(!told.contains(word), "{word}: {seen}");
        }
    }
}

#[test]
fn a_rehearsal_never_says_kept_saved_or_recorded() {
    let dir = study();
    let mut script = home(&dir);
    script.keeping(Keeping::Nothing).keys("n");
    assert!(script.screen(60, 16).contains("A rehearsal: nothing is kept"));
    claims_nothing(&script);
    script.keys(FORM.trim_start_matches('n')).hear(ms(500)).keys("<enter><pagedown>").hear(secs(5)).keys("rest in time<enter>").saved();
    assert!(script.screen(60, 16).contains("[REHEARSAL]  "), "{}", script.screen(60, 16));
    assert!(script.screen(60, 16).contains("rest in time"));
    claims_nothing(&script);
    script.battery(9, Supply::Battery);
    claims_nothing(&script);
    for keys in ["<f8>", "<f8><ctrl-w>", "<esc><f9>", "<f9>"] {
        script.keys(keys).hear(secs(1)).saved();
        claims_nothing(&script);
    }
    script.keys("<f10>");
    claims_nothing(&script);
    script.keys("<f10>");
    assert!(script.screen(60, 16).contains("The rehearsal has ended; nothing of it is kept. 0:00:0"), "{}", script.screen(60, 16));
    claims_nothing(&script);
    script.keys("<enter>");
    assert!(script.has_left());
}

#[test]
fn whoever_withdraws_in_a_rehearsal_has_nothing_that_stays() {
    let dir = study();
    let mut script = home(&dir);
    script.keeping(Keeping::Nothing).keys(FORM).hear(ms(500)).keys("<enter><pagedown>").hear(secs(5)).keys("<ctrl-w><ctrl-w>22");
    assert!(!script.screen(80, 24).contains("destroyed"), "there is no sound: {}", script.screen(80, 24));
    claims_nothing(&script);
}

#[test]
fn a_demonstration_says_that_it_ended_and_not_that_an_interview_is_kept() {
    let dir = study();
    let mut script = home(&dir);
    script.keeping(Keeping::ForShow).keys(FORM).hear(ms(500)).keys("<enter><pagedown>").hear(secs(5)).keys("<f10><f10>");
    let seen = script.screen(60, 16);
    assert!(seen.contains("The demonstration has ended. 0:00:0") && !seen.contains("kept"), "{seen}");
}
