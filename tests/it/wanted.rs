//! How they want their summary: asked in the form of those who want one, kept, shown, and offered again the next time.

use std::fs;

use hearback::domain::event::Event;
use hearback::domain::prepared::SummaryForm;
use hearback::domain::prepared::SummaryWay;
use hearback::domain::prepared::SummaryWish;
use hearback::shell::script::Script;
use hearback::store::journal;

use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;
use crate::support::told::folders;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;

/// The row of the form with these words.
fn row(script: &Script, words: &str) -> Option<String> {
    script.screen(80, 24).lines().find(|line| line.contains(words)).map(str::to_owned)
}

/// What `hearback show` says of the only session.
fn shown(dir: &tempfile::TempDir, args: &[&str]) -> String {
    let name = folders(dir)[0].name();
    let out = program().args(["--study", dir.path().to_str().unwrap(), "show", &name]).args(args).output().unwrap();
    String::from_utf8(out.stdout).unwrap()
}

#[test]
fn who_wants_a_summary_is_asked_how_and_it_is_kept_shown_and_offered_again() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        let (form, way) = in_either(("Summary", "Sent how"), ("Samenvatting", "Bezorging"));
        let (large, hand) = in_either(("in large letters", "handed to them"), ("in grote letters", "persoonlijk overhandigd"));
        script.keys("n<down><down><down><down><down><down><down><down>").hear(ms(500));
        assert!(row(&script, form).is_none(), "nobody said yes to one yet");
        // An answer after the other leads there.
        script.keys("yyyyy").keys("<right><right><enter>").hear(ms(200));
        assert!(row(&script, form).unwrap().contains(large), "{}", script.screen(80, 24));
        assert!(row(&script, in_either("key list, outside the study", "sleutellijst, buiten")).is_some(), "{}", script.screen(80, 24));
        script.keys("<left>").hear(ms(200));
        assert!(row(&script, way).unwrap().contains(hand), "{}", script.screen(80, 24));
        script.keys("<enter><enter>").hear(secs(1)).saved().keys("<f10><f10>");
        assert_eq!(reread(&dir).prepared().summary, SummaryWish { form: Some(SummaryForm::LargeLetters), way: Some(SummaryWay::Hand) });
        // The summary's own screen says it while one writes.
        script.keys("m").hear(ms(200));
        assert!(script.screen(80, 24).contains(&format!("{large}, {hand}")), "{}", script.screen(80, 24));
        script.keys("<esc>");
        // The next form chooses nothing for them, says what they wanted, and offers it first.
        script.keys("n<up><up><up><up><up><up><up>P01<down><down><down><down><down><down><down>a<up>").hear(ms(500));
        let last = in_either("last time: ", "vorige keer: ");
        let asked = in_either("not asked", "niet gevraagd");
        assert!(
            row(&script, way).is_some_and(|row| row.contains(asked) && row.contains(&format!("{last}{hand}"))),
            "{}",
            script.screen(80, 24)
        );
        script.keys("<right>").hear(ms(200));
        assert!(row(&script, way).is_some_and(|row| row.contains(hand) && !row.contains(last)), "{}", script.screen(80, 24));
        script.leave();
    });
    let dir = study();
    let mut script = home(&dir);
    script.keys(FORM).keys("<up><right><up><right>").hear(ms(500)).keys("<f10>").hear(secs(1)).saved().keys("<f10><f10>");
    script.leave();
    assert!(shown(&dir, &[]).contains("wants the summary: an ordinary letter, by post"), "{}", shown(&dir, &[]));
    let told: serde_json::Value = serde_json::from_str(&shown(&dir, &["--json"])).unwrap();
    assert_eq!(told["prepared"]["summary"], serde_json::json!({"form": "ordinary", "way": "post"}));
}

#[test]
fn nobody_has_to_say_how_and_it_is_said_that_nobody_asked() {
    let dir = study();
    let mut script = home(&dir);
    script.keys(FORM).hear(ms(500)).keys("<enter>").hear(secs(1)).saved().keys("<f10><f10>");
    script.leave();
    assert!(shown(&dir, &[]).contains("wants the summary; in which form was not asked"), "{}", shown(&dir, &[]));
    let events = journal::read(&folders(&dir)[0].journal()).unwrap();
    assert!(!events.events().any(|event| matches!(event, Event::Prepared(_))), "nothing was said, and nothing is kept");
}

#[test]
fn who_wants_none_is_not_asked_and_what_was_said_before_the_no_is_not_kept() {
    let dir = study();
    let mut script = home(&dir);
    script.keys(FORM).keys("<up><right>").hear(ms(500));
    assert!(row(&script, "Sent how").is_some_and(|row| row.contains("by post")), "{}", script.screen(80, 24));
    // The item about the summary is the last but one.
    script.keys("<up><up><up>n").hear(ms(200));
    assert!(row(&script, "Sent how").is_none(), "{}", script.screen(80, 24));
    script.keys("<f10>").hear(secs(1)).saved().keys("<f10><f10>");
    script.leave();
    assert!(reread(&dir).prepared().is_empty());
    assert!(!shown(&dir, &[]).contains("wants the summary"), "{}", shown(&dir, &[]));
}

#[test]
fn what_was_said_to_a_form_that_was_left_planned_is_asked_no_second_time() {
    let dir = study();
    crate::form::plan(&dir, &["taking-part", "recording", "quotes", "own-words", "summary", "contact-again"]);
    let journal = folders(&dir)[0].journal();
    let said = SummaryWish { form: None, way: Some(SummaryWay::Mail) };
    let event = Event::Prepared(hearback::domain::prepared::Prepared { summary: said, ..Default::default() });
    journal::Journal::open(&journal).unwrap().0.append(&[(event, crate::support::day::DAY, 0)]).unwrap();
    let mut script = home(&dir);
    script.keys("<enter>").hear(ms(500));
    assert!(row(&script, "Sent how").is_some_and(|row| row.contains("by e-mail")), "{}", script.screen(80, 24));
    script.keys("a").hear(ms(500)).keys("<f10>").hear(secs(1)).saved().keys("<f10><f10>");
    script.leave();
    let text = fs::read_to_string(&journal).unwrap();
    assert_eq!((text.matches("\"prepared\"").count(), reread(&dir).prepared().summary), (1, said));
}
