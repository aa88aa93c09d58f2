//! What came of letters where it is not plain: who said two things, asked to leave something out, declined after all; days that cannot be;
//! lines that are damaged; and what the register's screen says before a letter goes and after it went.

use std::fs;

use hearback::domain::event::Event;
use hearback::domain::member_check::Outcome;
use hearback::domain::member_check::before::BeforeItem;
use hearback::domain::member_check::register::Register;
use hearback::domain::member_check::register::as_written;
use hearback::domain::member_check::reply::Remark;
use hearback::domain::session::Session;
use hearback::domain::stands::Stands;
use hearback::domain::statement::StatementId;
use hearback::domain::study::checking::CheckKind;
use hearback::domain::summary::Summary;
use hearback::shell::script::Script;
use serde_json::Value;
use serde_json::json;

use crate::member_check::another_letter;
use crate::member_check::append;
use crate::member_check::at_home;
use crate::member_check::done;
use crate::member_check::json;
use crate::member_check::letter;
use crate::member_check::read;
use crate::member_check::refused;
use crate::member_check::says;
use crate::member_check::to;
use crate::member_check::with_letters;
use crate::support::told::folders;
use crate::support::tongue::in_dutch;

/// A study with one letter, which went on the day after it was written.
fn sent() -> tempfile::TempDir {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21 --by I1");
    dir
}

/// What came of the letters of P01: in a word, and how many of its statements they said yes to.
fn came(dir: &tempfile::TempDir) -> (String, u64) {
    let listed = json(dir, "letters --json");
    let of = listed.as_array().unwrap().iter().find(|one| one["participant"] == "P01").unwrap();
    (of["outcome"].as_str().unwrap_or_default().to_owned(), of["agreed"].as_u64().unwrap())
}

fn outcome(dir: &tempfile::TempDir) -> String {
    came(dir).0
}

/// An event as a journal has it that somebody else wrote, or that was damaged.
fn event(value: Value) -> Event {
    serde_json::from_value(value).unwrap()
}

#[test]
fn what_is_left_out_is_no_yes_and_stays_left_out_when_the_remark_is_taken_back() {
    let dir = sent();
    done(&dir, "reply P01 --all --says fits --how paper --on 2024-02-26");
    assert_eq!(came(&dir), ("agreed".into(), 2));
    let told = done(&dir, "reply P01 --statement 2 --not-used --how telephone --on 2024-02-27");
    assert!(told.contains("disagreed with something (1 of 2 right)") && told.contains("asked to leave out 1"), "{told}");
    assert_eq!(came(&dir), ("disagreed".into(), 1));
    done(&dir, "reply P01 --undo 3");
    assert_eq!(came(&dir), ("agreed-in-part".into(), 1), "the statement is left out as it was, and no yes");
    assert_eq!(json(&dir, "letters P01 --json")["left_out"], 0);
    // As the only thing that came, it is no addition.
    let dir = sent();
    done(&dir, "reply P01 --not-used --words \"my brother\" --how telephone --on 2024-02-26");
    assert_eq!(outcome(&dir), "disagreed");
    let lines = done(&dir, "letters P01");
    assert!(lines.contains("asked to leave out 1") && !lines.contains("added something"), "{lines}");
}

#[test]
fn whoever_would_rather_not_after_they_answered_would_rather_not_until_they_answer_again() {
    let dir = sent();
    done(&dir, "reply P01 --all --says fits --how paper --on 2024-02-26");
    done(&dir, "reply P01 --declines --how telephone --on 2024-02-27");
    assert_eq!(outcome(&dir), "declined");
    // A paper that was written before they rang says nothing else, whenever it is put down.
    done(&dir, "reply P01 --statement 1 --says fits --how paper --on 2024-02-25");
    assert_eq!(outcome(&dir), "declined");
    done(&dir, "reply P01 --all --says fits --how telephone --on 2024-02-28");
    assert_eq!(came(&dir), ("agreed".into(), 2));
}

#[test]
fn a_later_yes_hides_no_objection_and_only_a_changed_statement_is_amended() {
    let dir = sent();
    done(&dir, "reply P01 --statement 1 --says partly --words \"not at night\" --how paper --on 2024-02-26");
    let told = done(&dir, "reply P01 --all --says fits --how telephone --on 2024-02-27");
    assert!(told.contains("disagreed with something (2 of 2 right)"), "{told}");
    let lines = done(&dir, "letters P01");
    assert!(lines.contains("superseded by what they said on 2024-02-27; nothing done about it yet"), "{lines}");
    assert!(lines.contains("1 remark open") && outcome(&dir) == "disagreed", "{lines}");
    assert_eq!(json(&dir, "letters P01 --json")["versions"][0]["statements"][0]["remarks"][0]["superseded_on"], "2024-02-27");
    done(&dir, "disposition P01 1 kept --reason \"they say so now\" --on 2024-02-28");
    assert_eq!(outcome(&dir), "agreed");
    // Kept is not amended.
    done(&dir, "reply P01 --statement 2 --says does-not-fit --how telephone --on 2024-02-29");
    done(&dir, "disposition P01 4 kept --reason \"said twice\" --on 2024-02-29");
    let script = at_home(&dir, 20);
    let seen = script.screen(80, 24);
    assert!(seen.contains("disagreed") && !seen.contains("amended"), "{seen}");
    script.leave();
}

#[test]
fn an_objection_to_an_earlier_letter_counts_until_something_is_done_about_it() {
    let dir = with_letters(2);
    done(&dir, "sent P02 --version 1 --way post --on 2024-02-21");
    another_letter(&dir);
    done(&dir, "sent P02 --version 2 --way post --on 2024-02-28");
    done(&dir, "reply P02 --all --says fits --how paper --on 2024-03-04");
    done(&dir, "reply P02 --version 1 --statement 1 --says does-not-fit --how telephone --on 2024-03-05");
    let lines = done(&dir, "letters");
    assert!(lines.contains("1 disagreed") && lines.contains("1 remark open"), "{lines}");
    let of = json(&dir, "letters P02 --json");
    assert_eq!((of["outcome"].as_str(), of["versions"][1]["outcome"].as_str()), (Some("disagreed"), Some("agreed")), "{of:#}");
    done(&dir, "disposition P02 3 kept --reason \"letter 2 has it\" --on 2024-03-06");
    assert_eq!(json(&dir, "letters P02 --json")["outcome"], "agreed");
}

#[test]
fn after_a_no_nothing_says_that_anything_is_to_be_sent() {
    let due = |dir: &tempfile::TempDir| json(dir, "letters P01 --json")["due"].clone();
    let dir = sent();
    assert_eq!(due(&dir), json!(["remind"]), "years later");
    for item in ["wanted", "alive", "address"] {
        done(&dir, &format!("before P01 {item} no --on 2024-02-25"));
        assert_eq!(due(&dir), json!(["no-reply"]), "{item}");
        let script = at_home(&dir, 16);
        assert!(!script.screen(80, 24).contains("reminder possible"), "{}", script.screen(80, 24));
        script.leave();
        let mut script = at_home(&dir, 16);
        script.keys("r");
        assert!(!script.screen(120, 40).contains(" reminded"), "no key for what is refused: {}", script.screen(120, 40));
        script.leave();
        done(&dir, &format!("before P01 {item} not-asked"));
    }
    // Whoever takes no part: one thing is to be done, whatever else there is.
    done(&dir, "reply P01 --statement 1 --says partly --how telephone --on 2024-02-26");
    done(&dir, "reply P01 --quotes no --how telephone --on 2024-02-26");
    done(&dir, "reply P01 --withdraws --how telephone --on 2024-02-26");
    assert_eq!(due(&dir), json!(["withdraw"]));
    let dir = with_letters(1);
    assert_eq!(due(&dir), json!(["ask", "send"]), "what is asked before it goes is asked first");
    done(&dir, "before P01 alive no --on 2024-02-21");
    assert_eq!(due(&dir), json!([]));
}

#[test]
fn a_letter_goes_after_it_was_written_and_is_answered_after_it_went() {
    let dir = with_letters(1);
    refused(&dir, "sent P01 --version 1 --way post --on 2024-02-19", "Letter 1 was not there before 2024-02-20");
    refused(&dir, "sent P01 --version 1 --way post --on 2020-01-01 --anyway", "Is the year right?");
    let told = done(&dir, "sent P01 --version 1 --way post --on 2024-03-01");
    assert!(told.contains("2024-03-05, the last day that stands in the letter, is 4 days after it went"), "{told}");
    assert!(told.contains("they have until 2024-03-15"), "as many days as the study gives: {told}");
    refused(&dir, "reply P01 --nothing --on 2024-03-10", "They have until 2024-03-15");
    refused(&dir, "sent P01 --reminder --way post --on 2024-03-01", "a reminder goes on a later day");
    let told = done(&dir, "sent P01 --reminder --way post --on 2024-03-03");
    assert!(
        told.contains("This reminder went 2 days after the letter, before half the time was over: they had until 2024-03-15"),
        "{told}"
    );
    done(&dir, "sent P01 --reminder --undo");
    let told = done(&dir, "sent P01 --reminder --way post --on 2024-03-16");
    assert!(!told.contains("This reminder went"), "{told}");
    done(&dir, "sent P01 --reminder --undo");
    done(&dir, "sent P01 --undo");
    let told = done(&dir, "sent P01 --version 1 --way post --on 2024-03-09");
    assert!(told.contains("2024-03-05, the last day that stands in the letter, leaves no time to answer"), "{told}");
    done(&dir, "sent P01 --undo");
    let told = done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    assert!(!told.contains("the last day that stands in the letter"), "{told}");
    // An older letter does not say when it was written: it went after the interview at least.
    let dir = with_letters(1);
    let session = read(&dir, "P01");
    let statements = as_written(&Summary::of(&session));
    let old = json!({"kind": "letter-written", "version": 2, "file": "summary/v2/letter.md", "statements": statements});
    append(&dir, "P01", &[event(old)]);
    refused(&dir, "sent P01 --version 2 --way post --on 2024-02-19", "Letter 2 was not there before 2024-02-20");
    done(&dir, "sent P01 --version 2 --way post --on 2024-02-20");
}

#[test]
fn what_was_not_asked_is_counted_before_it_goes_of_every_letter() {
    let dir = with_letters(2);
    for item in ["wanted", "alive", "address", "second-reader"] {
        done(&dir, &format!("before P02 {item} yes --on 2024-02-21"));
    }
    let told = done(&dir, "sent P02 --version 1 --way post --on 2024-02-21");
    assert!(!told.contains("not asked before it went"), "{told}");
    another_letter(&dir);
    let told = done(&dir, "sent P02 --version 2 --way post --on 2024-02-28");
    assert!(told.contains("4 things were not asked before it went"), "each letter is asked of anew: {told}");
}

#[test]
fn what_is_not_there_is_said_to_be_not_there_and_what_stays_left_out_to_stay() {
    let dir = sent();
    assert!(done(&dir, "reply P01").contains("nothing came back\n"), "of all there is, not of what is open");
    assert!(done(&dir, "disposition P01").contains("nothing came back that is still to be seen to"));
    refused(&dir, "disposition P01 9", "There is no such remark");
    done(&dir, "reply P01 --statement 2 --not-used --how telephone --on 2024-02-26");
    refused(&dir, "disposition P01 1 --undo", "only the participant lifts it");
}

#[test]
fn what_is_about_no_statement_has_a_heading_of_its_own_and_who_took_it_is_named_or_nobody_is() {
    let dir = sent();
    done(&dir, "reply P01 --statement 2 --says fits --how telephone --on 2024-02-26 --by I1");
    assert!(!done(&dir, "letters P01").contains("About no statement"));
    done(&dir, "reply P01 --declines --how telephone --on 2024-02-26");
    let lines = done(&dir, "letters P01");
    let (statements, beside) = lines.split_once("\n  About no statement:\n").unwrap();
    assert!(statements.contains("taken by I1") && beside.contains("would rather not answer"), "{lines}");
    assert!(beside.contains("nobody is named") && !lines.contains("by -"), "{lines}");
}

#[test]
fn each_box_about_their_own_words_can_be_written_down_and_only_yes_is_one() {
    let dir = sent();
    let may = |dir: &tempfile::TempDir| done(dir, "letters P01").contains("“zwaluwstaart”");
    let told = done(&dir, "reply P01 --quotes yes --how paper --on 2024-02-26 --by I1");
    assert!(told.contains("[1] their own words may be used (on paper, 2024-02-26, taken by I1)") && may(&dir), "{told}");
    // It is no answer to the letter, which is still waited for, and can go unanswered.
    assert_eq!(outcome(&dir), "");
    let told = done(&dir, "reply P01 --quotes ask --how paper --on 2024-02-27");
    assert!(told.contains("only if they see them first") && told.contains("hearback consent"), "{told}");
    assert!(!may(&dir), "until they saw them that is no yes");
    let told = done(&dir, "reply P01 --quotes yes --how telephone --on 2024-02-28");
    assert!(told.contains("Only they change it: hearback consent") && !may(&dir), "a remark lifts nothing: {told}");
    done(&dir, "reply P01 --quotes no --how telephone --on 2024-02-29");
    let lines = done(&dir, "letters P01");
    assert!(lines.contains("[4] their own words are not to be used"), "{lines}");
    let beside = json(&dir, "letters P01 --json")["versions"][0]["beside"].clone();
    let all: Vec<_> = beside.as_array().unwrap().iter().map(|one| one["quotes"].as_str().unwrap().to_owned()).collect();
    assert_eq!(all, ["yes", "ask", "yes", "no"]);
    done(&dir, "reply P01 --nothing --on 2024-03-10");
    assert_eq!(outcome(&dir), "no-reply");
    refused(&with_letters(1), "reply P01 --quotes no --how paper --on 2024-02-26", "never went");
}

#[test]
fn remarks_whose_number_cannot_be_read_write_over_none() {
    let dir = sent();
    let remark = |number: Value, is: &str, statement: u32, says: &str| {
        event(
            json!({"kind": "reply-received", "remark": number, "version": 1, "is": is, "statement": statement, "says": says, "on": "2024-02-26", "how": "paper"}),
        )
    };
    append(
        &dir,
        "P01",
        &[
            event(json!({"kind": "reply-received", "remark": "x", "version": 1, "is": "withdraws", "on": "2024-02-26", "how": "paper"})),
            remark(json!("y"), "answer", 1, "fits"),
            remark(json!(null), "answer", 2, "fits"),
            // Somebody else's, under a number that is taken.
            remark(json!(2), "answer", 2, "partly"),
        ],
    );
    let session = read(&dir, "P01");
    let check = session.member_check();
    let numbers: Vec<u32> = check.remarks().map(|remark| remark.remark.0).collect();
    assert_eq!(numbers, [1, 2, 3, 4]);
    assert!(check.barred_by().is_some(), "a no is one however little of it can be read");
    assert_eq!(json(&dir, "letters P01 --json")["due"], json!(["withdraw"]));
    // One that says no letter is shown as well.
    append(&dir, "P01", &[event(json!({"kind": "reply-received", "remark": 9, "version": {}, "is": "withdraws", "on": "2024-02-26"}))]);
    let lines = done(&dir, "letters P01");
    assert!(
        lines.split_once("On a letter that is not known here:").is_some_and(|(_, rest)| rest.contains("[9] they take no part")),
        "{lines}"
    );
    // The same number once more is the same remark, mended.
    let mut session = session;
    session.apply(&remark(json!(2), "answer", 1, "does-not-fit"));
    assert_eq!(session.member_check().remarks().count(), 4);
    // A yes that is taken back by a line whose number nobody can read is none any more, and a no stays one.
    let back = |says: &str| {
        event(
            json!({"kind": "reply-received", "remark": [], "version": 1, "is": "answer", "statement": 2, "says": says, "on": "2024-02-26", "how": "paper", "stands": "taken-back"}),
        )
    };
    session.apply(&back("fits"));
    session.apply(&back("partly"));
    let left: Vec<u32> = session.member_check().remarks().map(|remark| remark.remark.0).collect();
    assert_eq!(left, [1, 2, 4]);
}

#[test]
fn a_yes_of_which_nobody_can_read_whether_it_stands_is_none() {
    let stands = |kind: &str, field: &str, value: &str, stands: Value| {
        let event = event(json!({"kind": kind, "remark": 1, "version": 1, "is": "answer", "statement": 1, field: value, "stands": stands}));
        match event {
            Event::ReplyReceived(Remark { stands, .. }) => stands,
            Event::LetterChecked(checked) => checked.stands,
            Event::Disposition(done) => done.stands,
            Event::NoReply(none) => none.stands,
            other => panic!("{other:?}"),
        }
    };
    for broken in [json!("half"), json!(7), json!(null)] {
        assert_eq!(stands("reply-received", "says", "fits", broken.clone()), Stands::TakenBack);
        assert_eq!(stands("reply-received", "quotes", "yes", broken.clone()), Stands::TakenBack);
        assert_eq!(stands("letter-checked", "answer", "yes", broken.clone()), Stands::TakenBack);
        assert_eq!(stands("disposition", "reason", "so", broken.clone()), Stands::TakenBack);
        assert_eq!(stands("no-reply", "by", "I1", broken.clone()), Stands::TakenBack);
        assert_eq!(stands("reply-received", "says", "partly", broken.clone()), Stands::Stands);
        assert_eq!(stands("reply-received", "quotes", "ask", broken.clone()), Stands::Stands);
        assert_eq!(stands("letter-checked", "answer", "no", broken), Stands::Stands);
    }
    assert_eq!(stands("reply-received", "says", "fits", json!("stands")), Stands::Stands);
    // What goes out comes back as it was.
    let yes = event(
        json!({"kind": "reply-received", "remark": 1, "version": 1, "is": "answer", "statement": 1, "says": "fits", "on": "2024-02-26", "how": "paper"}),
    );
    assert_eq!(event(serde_json::to_value(&yes).unwrap()), yes);
}

#[test]
fn a_no_to_what_nobody_here_can_read_is_listed_and_can_be_answered_anew() {
    let dir = with_letters(1);
    assert!(!done(&dir, "before P01").contains("newer"));
    append(&dir, "P01", &[event(json!({"kind": "letter-checked", "is": "solicitor", "answer": "no", "on": "2024-02-21"}))]);
    refused(&dir, "sent P01 --version 1 --way post --on 2024-02-21", "a no to something that a newer hearback asks");
    let list = done(&dir, "before P01");
    assert!(list.lines().any(|line| line.starts_with("newer") && line.contains("no, 2024-02-21")), "{list}");
    done(&dir, "before P01 newer yes --on 2024-02-22");
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-22");
    // On the screen too.
    let dir = with_letters(1);
    append(&dir, "P01", &[event(json!({"kind": "letter-checked", "is": "solicitor", "answer": "no", "on": "2024-02-21"}))]);
    let mut script = at_home(&dir, 1);
    script.keys("r");
    to(&mut script, "newer hearback asks");
    script.keys("y").saved();
    let session = script.session().unwrap();
    assert!(session.member_check().bar().is_none() && !Register::of(session).not_asked().contains(&BeforeItem::Newer));
    script.leave();
}

/// Presses `key`, says who sits here, and waits until what was done is kept.
fn named(script: &mut Script, key: &str) {
    script.keys(key);
    assert!(script.screen(80, 24).contains("Who writes this down?"), "{}", script.screen(80, 24));
    script.keys("I1<enter>").saved();
}

#[test]
fn where_nobody_is_named_it_is_asked_once_by_whom() {
    let dir = sent();
    let mut script = at_home(&dir, 6).of_nobody().unwrap();
    named(script.keys("r"), "1");
    script.keys("1").saved();
    let by: Vec<String> = script.session().unwrap().member_check().remarks().map(|remark| remark.by.clone()).collect();
    assert_eq!(by, ["I1", "I1"], "asked once, and what was begun is done");
    assert_eq!(script.model().shared.offer.interviewer.as_ref().map(ToString::to_string).as_deref(), Some("I1"));
    // It is the same person in the next session, and when they come back.
    script.keys("<esc>").saved().keys("r<up>1").saved();
    assert!(!script.screen(80, 24).contains("Who writes this down?"), "{}", script.screen(80, 24));
    script.leave();
    // Whoever leaves while that is asked has not done yet what was begun.
    let dir = sent();
    let mut script = at_home(&dir, 6).of_nobody().unwrap();
    script.keys("r1");
    script.leave();
    assert_eq!(read(&dir, "P01").member_check().remarks().count(), 0);
    // Whoever wants to name nobody is not asked again.
    let dir = sent();
    let mut script = at_home(&dir, 6).of_nobody().unwrap();
    script.keys("r1<enter>").saved().keys("1").saved();
    let by: Vec<String> = script.session().unwrap().member_check().remarks().map(|remark| remark.by.clone()).collect();
    assert_eq!(by, ["", ""]);
    script.leave();
}

#[test]
fn a_letter_of_which_something_was_not_asked_goes_at_the_second_key_and_then_the_first_statement_is_there() {
    let dir = with_letters(1);
    let mut script = at_home(&dir, 1);
    script.keys("ry").saved().keys("s");
    let told = script.notice().unwrap_or_default();
    assert!(told.contains("Not asked before it goes: alive, address, second reader"), "{told}");
    assert!(!script.screen(80, 24).contains("How did it go?"), "{}", script.screen(80, 24));
    script.keys("s");
    assert!(script.screen(80, 24).contains("How did it go?"), "{}", script.screen(80, 24));
    script.keys("1").saved();
    let chosen = |script: &Script, words: &str| script.screen(60, 16).lines().any(|row| row.contains('▶') && row.contains(words));
    assert!(chosen(&script, "You rest before"), "{}", script.screen(60, 16));
    let seen = script.screen(80, 24);
    assert!(seen.contains("1 of 4 were asked") && !seen.contains("Is the address safe"), "the list takes one line: {seen}");
    script.keys("2only sometimes<enter>").saved();
    assert!(chosen(&script, "dovetail"), "{}", script.screen(60, 16));
    // Elsewhere the keys of an answer say where they belong; the ends are a key away.
    script.keys("<end>1");
    assert!(script.notice().is_some_and(|told| told.contains("Choose a statement")), "{:?}", script.notice());
    assert_eq!(script.session().unwrap().member_check().remarks().count(), 1);
    script.keys("<enter>");
    assert!(script.screen(80, 24).contains("Is the address safe"), "{}", script.screen(80, 24));
    script.keys("<home>");
    assert!(chosen(&script, "You rest before"), "{}", script.screen(60, 16));
    script.keys("<pagedown><pageup>");
    assert!(chosen(&script, "You rest before"), "{}", script.screen(60, 16));
    // It is taken back by what it is: the words, then the answer.
    script.keys("u");
    assert!(script.notice().is_some_and(|told| told.contains("their words (partly right, statement 1)")), "{:?}", script.notice());
    script.keys("u");
    assert!(
        script.notice().is_some_and(|told| told.contains("partly right, statement 1") && !told.contains("remark")),
        "{:?}",
        script.notice()
    );
    script.leave();
    // Whoever comes back comes back to the first statement that nobody answered.
    let mut script = at_home(&dir, 2);
    script.keys("r<end>").saved().keys("<esc>").saved().keys("r");
    assert!(chosen(&script, "You rest before"), "{}", script.screen(60, 16));
    script.leave();
}

#[test]
fn the_screen_names_keys_where_a_command_names_flags() {
    let dir = with_letters(1);
    append(&dir, "P01", &[Event::StatementRevised { statement: StatementId(1), text: "You rest.".into(), quotes: Vec::new() }]);
    let mut script = at_home(&dir, 1);
    script.keys("rs").saved();
    let told = script.notice().unwrap_or_default();
    assert!(told.contains("something changed since") && told.contains("writes it anew") && !told.contains("--"), "{told}");
    script.leave();
    let dir = sent();
    done(&dir, "reply P01 --statement 1 --says partly --how paper --on 2024-02-26");
    let mut script = at_home(&dir, 7);
    script.keys("r");
    to(&mut script, "You rest before");
    script.keys("c").saved();
    assert!(script.notice().is_some_and(|told| told.contains("in the member check (m)")), "{:?}", script.notice());
    script.keys("b");
    assert!(
        script.notice().is_some_and(|told| told.contains("Something came back on letter 1") && !told.contains(" or ")),
        "{:?}",
        script.notice()
    );
    script.leave();
}

#[test]
fn the_boxes_about_their_own_words_are_keys() {
    let dir = sent();
    let mut script = at_home(&dir, 6);
    script.keys("rq");
    assert!(script.screen(80, 24).contains("May they be quoted?"), "{}", script.screen(80, 24));
    script.keys("2").saved();
    let seen = script.screen(120, 40);
    assert!(seen.contains("their own words only if they see them first") && !seen.contains("“zwaluwstaart”"), "{seen}");
    script.leave();
}

#[test]
fn a_reflection_is_registered_in_its_own_words() {
    let dir = with_letters(1);
    let session = read(&dir, "P01");
    let Event::LetterWritten { file, statements, reply_by, on, .. } = letter(&session, 2) else { panic!() };
    append(&dir, "P01", &[Event::LetterWritten { version: 2, file, statements, reply_by, on, called: CheckKind::Reflection }]);
    done(&dir, "sent P01 --version 2 --way post --on 2024-02-21");
    done(&dir, "reply P01 --statement 1 --says fits --how paper --on 2024-02-26 --by I1");
    let told = done(&dir, "reply P01 --statement 2 --says does-not-fit --how paper --on 2024-02-26 --by I1");
    assert!(told.contains("sees it differently") && told.contains("sees something differently (1 of 2 still seen so)"), "{told}");
    let lines = done(&dir, "letters P01");
    assert!(!lines.contains("right"), "{lines}");
    let script = at_home(&dir, 6);
    assert!(script.screen(80, 24).contains("1 remark open"), "{}", script.screen(80, 24));
    script.leave();
    let mut script = at_home(&dir, 6);
    script.keys("r");
    to(&mut script, "You rest before");
    let seen = script.screen(120, 40);
    assert!(seen.contains("still sees it so") && seen.contains("1 of 2 still seen so") && !seen.contains("right"), "{seen}");
    script.leave();
}

#[test]
fn the_dutch_of_the_register_is_that_of_the_letter() {
    in_dutch(|| {
        let dir = with_letters(1);
        assert!(done(&dir, "sent P01 --version 1 --way hand --on 2024-02-21 --language nl").contains("persoonlijk gegeven"));
        done(&dir, "reply P01 --statement 1 --says fits --how paper --on 2024-02-26 --language nl");
        assert!(
            done(&dir, "reply P01 --statement 2 --says partly --how paper --on 2024-02-26 --language nl").contains("klopt voor een deel")
        );
        done(&dir, "disposition P01 2 kept --reason \"zo gezegd\" --on 2024-02-27 --language nl");
        done(&dir, "reply P01 --statement 2 --says fits --how telephone --on 2024-02-28 --language nl");
        let lines = done(&dir, "letters --language nl");
        assert!(lines.contains("akkoord") && !lines.contains("eens"), "{lines}");
    });
}

/// Where the letters of a session lie.
fn letters_of(dir: &tempfile::TempDir) -> std::path::PathBuf {
    folders(dir).into_iter().next().unwrap().path().join("summary")
}

#[test]
fn what_lies_where_a_letter_is_to_be_written_is_taken_in_if_it_is_that_letter_and_passed_over_else() {
    let dir = with_letters(1);
    let journal = folders(&dir).into_iter().next().unwrap().journal();
    let mut script = at_home(&dir, 0);
    script.keys("mw").saved();
    assert_eq!(script.session().unwrap().letters(), 2, "{:?}", script.notice());
    script.leave();
    let whole = fs::read(&journal).unwrap();
    let written = fs::read(letters_of(&dir).join("v2/letter.md")).unwrap();
    // Stopped between the files and the journal.
    let text = String::from_utf8(whole).unwrap();
    let cut: Vec<&str> = text.lines().take_while(|line| !line.contains("summary/v2/letter.md")).collect();
    fs::write(&journal, cut.join("\n") + "\n").unwrap();
    let mut script = at_home(&dir, 0);
    assert_eq!(read(&dir, "P01").letters(), 1);
    script.keys("mw").saved();
    let told = script.notice().unwrap_or_default();
    assert!(script.session().unwrap().letters() == 2 && told.contains("summary/v2 was there already"), "{told}");
    script.leave();
    assert_eq!(fs::read(letters_of(&dir).join("v2/letter.md")).unwrap(), written);
    // Something else lies there.
    fs::create_dir(letters_of(&dir).join("v3")).unwrap();
    fs::write(letters_of(&dir).join("v3/letter.pdf"), "by hand").unwrap();
    append(&dir, "P01", &[Event::StatementRevised { statement: StatementId(1), text: "You rest.".into(), quotes: Vec::new() }]);
    let mut script = at_home(&dir, 0);
    script.keys("mw").saved();
    let told = script.notice().unwrap_or_default();
    assert!(told.contains("in summary/v3 lies something that the journal does not know"), "{told}");
    let session = script.session().unwrap();
    assert_eq!((session.letters(), session.member_check().version(3).is_none()), (4, true));
    script.leave();
    assert_eq!(fs::read(letters_of(&dir).join("v3/letter.pdf")).unwrap(), b"by hand");
    refused(&dir, "sent P01 --version 3 --way post --on 2024-02-21 --anyway", "There is no letter 3");
    let told = says(&dir, "sent P01 --version 4 --way post --on 2024-02-21");
    assert!(told.contains("letter 4: sent 2024-02-21"), "{told}");
}

#[test]
fn a_session_says_the_same_of_its_letters_as_its_journal() {
    let dir = sent();
    done(&dir, "reply P01 --all --says fits --how paper --on 2024-02-26");
    let session: Session = read(&dir, "P01");
    assert_eq!(Register::of(&session).outcome(1), Some(Outcome::Agreed));
    assert_eq!(session.member_check().version(1).map(|version| version.on.as_str()), Some("2024-02-20"));
}
