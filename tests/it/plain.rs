//! An interview that is led by ear or by touch: what `--plain` tells in lines, in each language. Every line is whole, is told once, and
//! holds nothing that is drawn; what only counts on is told when it is asked for.

use std::cell::RefCell;

use hearback::domain::note::NoteKind;
use hearback::domain::standing::Phase;
use hearback::shell::script::Script;

use crate::support::day::FORM;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::phase;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;
use crate::support::tongue::is_english;
use crate::support::tongue::left_in_english;
use crate::support::tongue::make_native;
use crate::support::tongue::says;

thread_local! {
    /// All that was told.
    static ALL: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
}

/// What a terminal obeys, and what is a picture: arrows, boxes, blocks, shapes, braille.
fn is_drawn(c: char) -> bool {
    c.is_control() || ('\u{2190}'..='\u{2bff}').contains(&c)
}

/// What was told since this was asked last: each line whole, in the language that is spoken, and none twice.
fn heard(script: &mut Script) -> Vec<String> {
    let lines = script.told();
    for (n, line) in lines.iter().enumerate() {
        assert!(!line.is_empty() && line.trim() == line && !line.contains(is_drawn), "{line:?}");
        assert!(!lines[..n].contains(line), "told twice: {lines:#?}");
        assert!(is_english() || left_in_english(line).is_empty(), "{line}");
    }
    ALL.with_borrow_mut(|all| all.extend(lines.clone()));
    lines
}

/// What is told after these keys.
fn told(script: &mut Script, keys: &str) -> Vec<String> {
    script.keys(keys).saved();
    heard(script)
}

fn one(lines: &[String]) -> &str {
    assert_eq!(lines.len(), 1, "{lines:#?}");
    &lines[0]
}

fn any(lines: &[String], english: &str) -> bool {
    lines.iter().any(|line| says(line, english))
}

/// In one line, as it is told.
fn flat(text: &str) -> String {
    text.replace('’', "'").split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn an_interview_is_led_by_what_is_told_from_the_list_to_the_list() {
    in_each_language(|| {
        ALL.with_borrow_mut(Vec::clear);
        let dir = study();
        make_native(dir.path());
        let mut script = home(&dir).in_lines();
        let begins = heard(&mut script);
        assert!(begins[0].contains("F1") && begins[0].contains("F12"), "{begins:#?}");
        assert!(any(&begins, "No interview yet."), "{begins:#?}");

        fill_in_the_form(&mut script);
        let room = told(&mut script, "<enter>");
        assert_eq!(phase(&script), Some(Phase::Recording), "{room:#?}");
        let guide = script.session().unwrap().guide().clone();
        assert!(room.contains(&in_either("Recording.", "Er wordt opgenomen.").to_owned()), "{room:#?}");
        assert!(room.contains(&flat(guide.introduction.split("\n\n").next().unwrap())), "the paragraph is whole: {room:#?}");
        script.hear(secs(70));
        assert_eq!(heard(&mut script), Vec::<String>::new(), "time is not told");

        go_through_the_guide(&mut script);
        write_notes(&mut script);
        go_off_the_record_and_through_distress(&mut script);

        assert!(any(&told(&mut script, "<f10>"), "ends the interview; any other key stays"));
        script.hear(secs(8));
        let held = told(&mut script, "<f10>");
        assert!(any(&held, "The interview is kept."), "{held:#?}");
        ALL.with_borrow(|all| {
            for private in ["looks away", "misgivings", "secret"] {
                assert!(!all.iter().any(|line| line.contains(private)), "{private} is told in the room");
            }
        });
        let list = told(&mut script, "x");
        assert!(list.iter().any(|line| line.starts_with("1: P01, ")), "{list:#?}");

        let notes = told(&mut script, "1<enter>");
        assert!(notes.iter().any(|line| line.starts_with("1: ") && line.contains("every hour")), "{notes:#?}");
        let second = told(&mut script, "2<enter>");
        assert!(second.iter().any(|line| line.starts_with("2: ")) && second.iter().any(|line| line.contains(" 1:")), "{second:#?}");
        script.hear(secs(2));
        assert_eq!(heard(&mut script), Vec::<String>::new(), "the playhead moves by itself");
        let check = told(&mut script, "m");
        assert!(check.iter().any(|line| line.contains("every hour")), "{check:#?}");
        assert!(!check.iter().any(|line| line.contains("misgivings")), "{check:#?}");
        script.leave();
    });
}

/// The form by numbers, and every item of consent by itself.
fn fill_in_the_form(script: &mut Script) {
    let form = told(script, "n");
    assert!(any(&form, "Set up an interview"), "{form:#?}");
    assert!(form.last().unwrap().contains("1 patient-first"), "{form:#?}");
    let other = told(script, "3<enter>");
    assert!(other.iter().any(|line| line.contains(" v1.0, ")), "{other:#?}");
    assert!(any(&told(script, "1<enter>"), "Guide") && any(&told(script, "1<enter>"), "that was chosen already"));
    assert!(one(&told(script, "9<enter>")).contains(in_either("no number 9", "nummer 9")));
    assert_eq!(told(script, "2"), Vec::<String>::new());
    assert_eq!(script.prompt().text, "2");
    assert_eq!((told(script, "<backspace>"), script.prompt().text.as_str()), (Vec::new(), ""));
    told(script, "<down><down><down><down><down><down><down>");
    let item = told(script, "<down>");
    assert!(one(&item).contains(in_either("Are you willing to take part in this interview?", "Wilt u meedoen aan dit gesprek?")));
    for at in 1..5 {
        let lines = told(script, in_either("y", "j"));
        assert!(lines.iter().any(|line| line.ends_with(in_either(": yes", ": ja"))), "{lines:#?}");
        assert!(lines.last().unwrap().contains(&format!(" {} ", at + 1)), "the next is told whole: {lines:#?}");
    }
    assert!(told(script, "n")[0].ends_with(in_either(": no", ": nee")));
    // Those who want a summary may be asked how, by number; nobody has to be.
    let form = told(script, "2<enter>");
    assert!(any(&form, "in large letters"), "{form:#?}");
    assert!(any(&told(script, "<enter>"), "Sent how"));
    told(script, "<enter>");
    script.hear(secs(2));
    heard(script);
    script.hear(secs(20));
    assert_eq!(heard(script), Vec::<String>::new(), "a level is not told");
}

fn go_through_the_guide(script: &mut Script) {
    let guide = script.session().unwrap().guide().clone();
    let ask = |t: usize, q: usize| flat(guide.topics[t].questions[q].wording.of(&guide.topics[t].questions[q].ask).trim());
    let first = told(script, "<pagedown>");
    assert!(first[0].contains(&guide.topics[0].title), "{first:#?}");
    assert!(first.iter().any(|line| line.ends_with(&ask(0, 0))), "{first:#?}");
    let second = told(script, "<down>");
    assert!(!second.contains(&first[0]), "the topic is the same: {second:#?}");
    assert!(second.iter().any(|line| line.ends_with(&ask(0, 1))), "{second:#?}");
    let list = told(script, "<ctrl-f>");
    let count: usize = guide.topics.iter().map(|topic| topic.questions.len()).sum();
    assert!(list.iter().any(|line| line.starts_with(&format!("{count}: "))), "the whole guide is there: {list:#?}");
    let third = told(script, "3<enter>");
    assert!(third.iter().any(|line| line.ends_with(&ask(1, 0))), "{third:#?}");
    for probe in &guide.topics[1].questions[0].probes {
        assert!(third.iter().any(|line| line.ends_with(&flat(probe.wording.of(&probe.ask).trim()))), "{third:#?}");
    }
    assert!(one(&told(script, "<tab>")).contains("1: "));
    assert!(!told(script, "<right>").is_empty());
    let here = told(script, "<alt-w>");
    assert!(here.len() >= 4 && here[1].contains("1 min") && here.last().unwrap().ends_with(&ask(1, 0)), "{here:#?}");
    assert_eq!(told(script, "<alt-w>"), here, "asked again, it is told again");
    let palette = told(script, "/");
    assert!(palette.iter().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count() == 12, "{palette:#?}");
    let found = told(script, "d");
    assert!(found.len() <= 2, "{found:#?}");
    assert_eq!(told(script, "<esc>"), Vec::<String>::new(), "nothing has changed below it");
}

fn write_notes(script: &mut Script) {
    assert_eq!(told(script, ">every"), Vec::<String>::new(), "what is written is on the line");
    let line = script.prompt();
    assert_eq!((line.label, line.text.as_str(), line.cursor), (NoteKind::Quote.words(), "every", 5));
    let quote = told(script, " hour<enter>");
    assert!(one(&quote).contains("every hour") && says(one(&quote), "saved"), "{quote:#?}");
    assert_eq!(script.prompt().text, "");
    for hidden in ["@looks away now<enter>", "(misgivings about this<enter>"] {
        let noted = told(script, hidden);
        assert!(says(one(&noted), "saved"), "{noted:#?}");
    }
    assert!(told(script, "<space>").iter().any(|line| line.contains("moment") && says(line, "saved")));
    told(script, "<ctrl-k>");
    assert!(says(one(&told(script, ">secret<enter>")), "saved"));
    told(script, "<ctrl-k>");
    // Digits are words here.
    assert_eq!((told(script, "3 times"), script.prompt().text.as_str()), (Vec::new(), "3 times"));
    told(script, "<esc>");
}

fn go_off_the_record_and_through_distress(script: &mut Script) {
    let off = told(script, "<ctrl-o>");
    assert!(off.iter().any(|line| line.contains(in_either("OFF THE RECORD", "BUITEN DE OPNAME"))), "{off:#?}");
    assert_eq!(script.prompt().label, in_either("off the record", "buiten de opname"));
    told(script, "<ctrl-o>");
    script.hear(secs(2));
    heard(script);
    assert_eq!(script.prompt().label, in_either("recording", "opname"));
    let card = told(script, "<ctrl-d>");
    assert!(card.iter().any(|line| line.starts_with("1 ") && line.contains("; 4 ")), "{card:#?}");
    assert!(one(&told(script, "<down>")).contains(" 2 "), "step by step");
    let on = told(script, "1");
    assert!(any(&on, "stamped: they go on") && on.len() > 2, "the question is told again: {on:#?}");
}

#[test]
fn a_number_that_is_pasted_begins_nothing() {
    let dir = study();
    let mut script = home(&dir).in_lines();
    script.keys(FORM).hear(ms(500)).keys("/");
    let begin = told(&mut script, "").into_iter().find_map(|line| line.split_once(": begin,").map(|(number, _)| number.to_owned()));
    let begin = begin.unwrap();
    script.bytes(format!("{begin}\r").as_bytes());
    assert!(any(&heard(&mut script), "several keys came at once") && phase(&script).is_none());
    script.keys(&format!("/{begin}<enter>"));
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?}", script.told());
}

#[test]
fn where_one_is_is_said_before_a_drawn_screen_too() {
    let dir = study();
    let mut script = interview(&dir);
    script.hear_until(secs(130)).keys("<alt-w>");
    let notice = script.notice().unwrap();
    assert!(notice.starts_with("Recording.") && notice.contains("2 min") && notice.contains("left"), "{notice}");
    script.keys("3 times");
    assert!(script.prompt().text.contains("3 times") && script.told().is_empty());
}
