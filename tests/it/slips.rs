//! Slips of the hand in the hard moments: what is pressed once too often, or while something else is being done, does nothing grave, and what
//! was wished survives a crash.

use hearback::domain::consent::Answer;
use hearback::domain::consent::Wish;
use hearback::domain::note::Note;
use hearback::domain::note::NoteKind;
use hearback::domain::standing::Phase;
use hearback::shell::script::Script;

use crate::cli::code;
use crate::cli::run;
use crate::focus_group::form;
use crate::focus_group::to;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::phase;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::folders;
use crate::support::told::reread;

/// An interview at its first question, with a note.
fn under_way(dir: &tempfile::TempDir) -> Script {
    let mut script = interview(dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys("rest before it hurts<enter>").hear_until(secs(20)).saved();
    script
}

fn texts(script: &Script) -> Vec<String> {
    script.session().unwrap().notes().map(|note| note.text.clone()).collect()
}

fn wants(script: &Script, wish: Wish) -> bool {
    script.session().unwrap().wants(wish)
}

#[test]
fn a_run_of_the_key_that_takes_words_away_asks_nobody_anything() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("it hurts<ctrl-w><ctrl-w>").hear(ms(60)).keys("<ctrl-w>").hear(ms(60)).keys("<ctrl-w>");
    assert!(script.notice().unwrap().contains("was taking words away"), "{:?}", script.notice());
    script.keys("4 times a week<enter>").hear(secs(1));
    assert_eq!((phase(&script), texts(&script).last().map(String::as_str)), (Some(Phase::Recording), Some("4 times a week")));
    script.hear(secs(2)).keys("<ctrl-w>");
    assert!(script.screen(80, 24).contains("their last answer"), "{}", script.screen(80, 24));
}

#[test]
fn consent_is_taken_back_by_a_digit_that_is_pressed_twice() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<ctrl-w><ctrl-w>4");
    assert!(script.notice().unwrap().contains("Any other key: not yet"), "{:?}", script.notice());
    script.keys("3").hear(secs(1));
    assert!(script.is_recorded() && !wants(&script, Wish::DestroyAll) && !wants(&script, Wish::NotesOnly));
    script.keys("3").hear(secs(1));
    assert!(!script.is_recorded() && wants(&script, Wish::NotesOnly));
    // It is no step, and no step before it is taken back in its stead unless that is meant.
    script.keys("<ctrl-z>");
    assert!(script.notice().unwrap().contains("hearback consent"), "{:?}", script.notice());
    assert_eq!(texts(&script), ["rest before it hurts"]);
    script.keys("<ctrl-z>");
    assert!(texts(&script).is_empty(), "{:?}", script.notice());
}

#[test]
fn what_was_chosen_with_them_in_distress_is_no_step() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<ctrl-d>").hear(secs(1)).keys("1").hear(secs(1)).keys("<ctrl-z>");
    assert!(script.notice().unwrap().contains("what was chosen in the protocol stays"), "{:?}", script.notice());
    assert_eq!(texts(&script).len(), 1);
}

#[test]
fn distress_in_the_middle_of_a_line_keeps_the_line_and_the_digits() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("and then she").hear(secs(1)).keys("<ctrl-d>").hear(secs(1)).keys("1").hear(secs(1));
    let session = script.session().unwrap();
    assert_eq!(session.distress().len(), 1);
    assert!(session.distress()[0].last_choice().is_some(), "{:?}", script.notice());
    let last: &Note = session.notes().last().unwrap();
    assert_eq!((last.text.as_str(), last.kind), ("and then she", NoteKind::Paraphrase));
    // What is written under the card is what is seen, and stays on the line when the card is put away.
    script.keys("<ctrl-d>").hear(secs(1)).keys("looks away<ctrl-d>").hear(secs(1));
    assert!(script.screen(80, 24).contains("looks away"), "{}", script.screen(80, 24));
}

#[test]
fn alt_with_a_key_that_is_bound_is_that_key_over_a_card_too() {
    let dir = study();
    let mut script = under_way(&dir);
    script.bytes(b"\x1bt");
    assert!(script.screen(80, 24).contains("danger to themselves"), "{}", script.screen(80, 24));
    script.hear(secs(2)).bytes(b"\x1bt");
    let seen = script.screen(80, 24);
    assert!(!seen.contains("danger to themselves") && texts(&script).len() == 1, "{seen}");
    script.keys("<enter>");
    assert_eq!(texts(&script).len(), 1, "and no letter stands on the line");
}

#[test]
fn the_card_of_what_must_be_reported_leads_back_to_the_protocol() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<ctrl-d>").hear(secs(1)).keys("5").hear(secs(1)).keys("<esc>").hear(secs(2)).keys("2").hear(secs(1));
    let distress = script.session().unwrap().distress();
    assert_eq!((distress.len(), distress[0].last_choice().is_some()), (1, true), "{}", script.screen(80, 24));
}

#[test]
fn of_a_seat_that_takes_no_part_any_more_nothing_new_is_kept() {
    let dir = study();
    let mut script = form(&dir, "T01 T02 T03");
    script.keys("aaa<f10>").hear(secs(1));
    script.keys("<pagedown><pagedown>").hear_until(secs(10)).keys("3 a secret lynx<esc>").hear(secs(2));
    script.keys("<ctrl-w><ctrl-w>3<enter><enter>").hear(secs(1));
    assert!(script.notice().unwrap().contains("seat 3 is left out"), "{:?}", script.notice());
    script.keys("<ctrl-z><ctrl-z>");
    assert!(!script.screen(80, 24).contains("lynx"), "{}", script.screen(80, 24));
    script.keys("3 in my practice<enter>").hear(secs(1));
    assert!(script.notice().unwrap().contains("takes no part any more"), "{:?}", script.notice());
    assert!(texts(&script).is_empty(), "{:?}", texts(&script));
    script.keys("<home>=<enter>").hear(secs(1));
    assert_eq!(texts(&script), ["3 in my practice"], "a number that is none of a seat's is text");
}

#[test]
fn a_number_pressed_twice_does_not_end_the_name_round() {
    let dir = study();
    let mut script = form(&dir, "T01 T02 T03");
    script.keys("aaa<f10>").hear(secs(1));
    script.keys("<pagedown>").hear_until(secs(10)).keys("1<enter>2<enter>2<enter>3 I work in Zwolle<enter>").hear(secs(1)).saved();
    let heard = hearback::domain::heard::not_introduced(script.session().unwrap());
    assert!(heard.is_empty(), "{heard:?}");
    let voices: Vec<String> = script.session().unwrap().notes().map(|note| note.voice.what()).collect();
    assert_eq!(voices, ["says who it is", "says who it is", "speaks", "says who it is"]);
}

#[test]
fn an_unfinished_line_about_what_is_not_to_be_used_does_not_come_back_after_a_crash() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<ctrl-e> and a zwaluwstaart").hear(secs(2)).saved();
    drop(script);
    run(dir.path(), &["withhold", "P01", "--note", "1"]);
    let said = run(dir.path(), &["show", "P01", "--json"]);
    assert!(!said.contains("zwaluwstaart"), "{said}");
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1)).saved();
    assert!(!script.screen(80, 24).contains("zwaluwstaart"), "{}", script.screen(80, 24));
    script.hear(secs(2)).saved();
    assert!(!script.session_folder().unwrap().join("draft.json").exists());
}

#[test]
fn an_unfinished_line_that_was_begun_after_they_said_so_is_there_after_a_crash() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<ctrl-w>").hear(ms(300)).keys("1").hear(ms(300)).keys("begun at once").hear(secs(2)).saved();
    drop(script);
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1)).saved();
    assert!(script.screen(80, 24).contains("begun at once"), "{}", script.screen(80, 24));
    // And in a pause, in which the clock stands where they said so.
    script
        .keys("<enter><ctrl-o>")
        .hear_until(secs(60))
        .keys("<ctrl-o>")
        .hear(secs(1))
        .keys("<ctrl-w>")
        .hear(secs(2))
        .keys("1")
        .hear(secs(1));
    script.keys("<ctrl-x>agreed to be noted").hear(secs(2)).saved();
    drop(script);
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1)).saved();
    assert!(script.screen(80, 24).contains("agreed to be noted"), "{}", script.screen(80, 24));
}

#[test]
fn who_took_consent_back_is_not_gone_on_with_after_a_crash() {
    let dir = study();
    let mut script = under_way(&dir);
    script.saved();
    drop(script);
    let session = ["withdraw", "P01", "--scope", "stop", "--told", "aloud", "--whom", "I1", "--on", "2026-11-22", "--yes"];
    run(dir.path(), &session);
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1)).keys("<ctrl-o>").hear(secs(2));
    assert!(!script.is_recorded() && phase(&script) == Some(Phase::Interrupted), "{:?} {:?}", phase(&script), script.notice());
    script.keys("later words<enter>").hear(secs(1));
    assert!(script.notice().unwrap().contains("can only be ended"), "{:?}", script.notice());
    assert_eq!(texts(&script).len(), 1);
}

#[test]
fn what_is_noted_after_they_said_so_is_not_swallowed_with_it() {
    let dir = study();
    let mut script = under_way(&dir);
    // Right after the key: what is taken off for the time it takes to react leads back over it.
    script.keys("<ctrl-w>").hear(ms(300)).keys("1").hear(ms(300)).keys("begun at once<enter>").hear(secs(1));
    assert_eq!(texts(&script), ["begun at once"], "{:?}", script.notice());
    // In a pause the clock stands where they said so.
    script.hear_until(secs(40)).keys("<ctrl-o>").hear(secs(1)).keys("<ctrl-w>").hear(secs(2)).keys("1").hear(secs(1));
    assert!(texts(&script).is_empty(), "{:?}", texts(&script));
    script.keys("<ctrl-x>").keys("agreed to be noted<enter>").hear(secs(1)).keys("<ctrl-o>").hear(secs(1));
    script.keys("and after the pause<enter>").hear(secs(1)).saved();
    assert_eq!(texts(&script), ["agreed to be noted", "and after the pause"], "{:?}", script.notice());
    script.keys("<ctrl-q><ctrl-q>").saved().keys("<enter>");
    script.leave();
    // In listening back nothing is put where it would be seen by nobody.
    let mut script = home(&dir);
    script.keys("l<right><right>").keys("n").keys("about that<enter>");
    assert!(script.notice().unwrap().contains("no note is put there"), "{:?}", script.notice());
}

#[test]
fn their_last_answer_is_the_one_before_where_the_next_question_was_just_opened() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<right>").hear(secs(1)).keys("<ctrl-w>").hear(secs(1)).keys("1").hear(secs(1));
    assert!(texts(&script).is_empty(), "what was noted before the key is part of it: {:?}", script.notice());
    script.hear(secs(9)).keys("kept<enter>").hear(secs(1)).keys("<ctrl-w>").hear(secs(2)).keys("1").hear(secs(1)).keys("<ctrl-z>");
    assert_eq!(texts(&script), ["kept"], "{:?}", script.notice());
}

#[test]
fn what_is_written_about_a_report_does_not_say_that_it_was_made() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<alt-t>").hear(secs(1)).keys("1").saved().keys("<ctrl-q><ctrl-q>").saved().keys("e").saved();
    script.keys("<enter>nobody picks up<enter>").saved();
    let report = |dir: &tempfile::TempDir| reread(dir).reports().next().unwrap().clone();
    assert!(report(&dir).done.is_none() && report(&dir).written == "nobody picks up", "{:?}", report(&dir));
    assert!(script.screen(80, 24).contains("nobody picks up"), "{}", script.screen(80, 24));
    // Nor does going away in the middle of it.
    script.keys("<enter> at six<ctrl-c>").saved();
    assert!(report(&dir).done.is_none(), "{:?}", report(&dir));
    script.leave();
    let mut script = home(&dir);
    script.keys("<down>e").saved().keys("<space><space>").saved();
    assert_eq!(report(&dir).done.unwrap().words, "nobody picks up at six");
}

#[test]
fn withdrawing_says_of_each_session_what_became_of_it() {
    let dir = study();
    held(&dir).leave();
    held(&dir).leave();
    let names: Vec<String> = folders(&dir).iter().map(hearback::store::folder::SessionFolder::name).collect();
    let journal = folders(&dir)[1].file("journal.jsonl");
    let text = std::fs::read_to_string(&journal).unwrap();
    std::fs::write(&journal, text.replacen("\"began\"", "\"begam\"", 1)).unwrap();
    let all = ["withdraw", "P01", "--scope", "all", "--told", "by letter", "--whom", "I1", "--on", "2026-11-22", "--yes"];
    let said = run(dir.path(), &all);
    assert!(said.contains(&format!("{} cannot be read", names[1])), "{said}");
    assert_eq!(code(&said), "1", "whether they are in it is not known: {said}");
    assert!(said.contains(&format!("{}: they take no part any more; all of it is to be destroyed", names[0])), "{said}");
    // Once more writes nothing twice; and what they said is told with its whom and when. How they said it went with all the rest.
    run(dir.path(), &all);
    let told = run(dir.path(), &["consent", &names[0]]);
    let line = "taken back on 2026-11-22, to I1: they take no part any more; all of it is to be destroyed";
    assert_eq!(told.matches(line).count(), 1, "{told}");
    assert!(run(dir.path(), &["show", &names[0]]).contains(line));
    // The form says so of whoever is asked again.
    let mut script = home(&dir);
    script.keys("n").hear(ms(300));
    to(&mut script, "Participant").keys(&"<backspace>".repeat(12)).keys("P01").hear(ms(300));
    assert!(script.notice().unwrap_or_default().contains("took consent back"), "{:?} {}", script.notice(), script.screen(80, 24));
}

#[test]
fn a_day_is_written_in_one_way() {
    let dir = study();
    held(&dir).leave();
    for day in ["20261122", "2026-11-22T10:00", "+002026-11-22", "22-11-2026"] {
        let said = run(dir.path(), &["consent", "P01", "quotes", "no", "--told", "aloud", "--to", "I1", "--on", day]);
        assert_eq!(code(&said), "2", "{day}: {said}");
    }
}

#[test]
fn what_a_whole_group_took_back_together_can_be_given_together() {
    let dir = study();
    let mut script = form(&dir, "T01 T02");
    script.keys("aa<f10>").hear(secs(5)).keys("<ctrl-q><ctrl-q>").saved();
    script.leave();
    let how = ["--told", "by letter", "--whom", "I1", "--on", "2026-11-22", "--yes"];
    let all = |more: &[&'static str]| run(dir.path(), &[&["withdraw", "FG1", "--scope", "all"], how.as_slice(), more].concat());
    let refused = all(&[]);
    assert!(refused.contains("is a group") && code(&refused) == "1", "{refused}");
    assert_eq!(code(&all(&["--everybody"])), "0");
    let asked = || reread(&dir).consents().answer(&hearback::domain::guide::Id::new("taking-part"));
    assert_eq!(asked(), Some(Answer::Refused));
    let given = ["consent", "FG1", "taking-part", "yes", "--everybody", "--told", "by letter", "--to", "I1", "--on", "2026-11-22"];
    assert_eq!(code(&run(dir.path(), &given)), "0");
    // No no stands any more. Whose yeses there were is gone with the rest, and what nobody at the table is known to have said is no yes.
    assert_eq!((asked(), reread(&dir).open_wish()), (None, None));
}

#[test]
fn the_next_mark_follows_on_the_one_before_in_every_terminal() {
    let dir = study();
    let mut script = under_way(&dir);
    script.keys("<alt-t>").hear(secs(1)).keys("1").hear(secs(3)).bytes(b"\x1bt");
    script.hear(secs(1)).keys("2").hear(secs(1));
    assert_eq!(script.session().unwrap().reports().count(), 2, "{}", script.screen(80, 24));
}

#[test]
fn a_number_that_was_refused_does_not_stick_to_the_next_words() {
    let dir = study();
    let mut script = form(&dir, "T01 T02 T03");
    script.keys("aaa<f10>").hear(secs(1)).keys("<pagedown><pagedown>").hear_until(secs(10));
    script.keys("<ctrl-w><ctrl-w>2<enter><enter>").hear(secs(2)).keys("2<enter>").hear(secs(2)).keys("they said so<enter>").hear(secs(1));
    assert_eq!(texts(&script), ["they said so"], "{:?}", script.notice());
    // And it is one deed: nothing of it is left to be taken back by halves.
    script.keys("<ctrl-z><ctrl-z><ctrl-z>").hear(secs(1));
    assert_eq!(script.session().unwrap().seats_heard().len(), 2, "{:?}", script.notice());
}

#[test]
fn every_number_to_ring_stands_on_the_card_however_long_what_is_said_first() {
    let dir = study();
    let at = dir.path().join("guides/patient-first.yaml");
    let guide = std::fs::read_to_string(&at).unwrap();
    let care =
        "  say: We can stop here for a while if you like, take as much time as you need, have some water, and only go on if you want to.
  call:
    - { who: doctor on call for the study, number: \"+31 20 555 0123 extension 4412\" }
    - { who: principal investigator, number: \"+31 6 5550 9876\" }
    - { who: emergency, number: 112 }
  support:
";
    std::fs::write(&at, guide.replacen("  support:\n", care, 1)).unwrap();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear(secs(2)).keys("<ctrl-d>").hear(secs(1));
    for _ in 0..4 {
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let seen = script.screen(width, height).split_whitespace().collect::<Vec<_>>().join(" ");
            for number in ["extension 4412", "5550 9876", "112"] {
                assert!(seen.contains(number), "{number} at {width}x{height}: {}", script.screen(width, height));
            }
        }
        script.keys("<down>");
    }
}
