//! A no is taken at its word: said at the door, said of what is in no statement, said on a line of which half cannot be read.

use serde_json::json;

use super::*;

/// What came of the letter that went last, as programs read it.
fn outcome(dir: &tempfile::TempDir) -> Value {
    json(dir, "letters P01 --json")["outcome"].clone()
}

#[test]
fn a_letter_that_is_given_and_answered_at_once_is_given_whatever_they_say_of_it() {
    let dir = with_letters(1);
    let told = done(&dir, "reply P01 --statement 2 --not-used --how in-person --on 2024-02-26 --by I1");
    assert!(told.contains("[1] they do not want this used"), "{told}");
    assert!(read(&dir, "P01").member_check().sent_as(1).is_some());
    assert!(read(&dir, "P01").withholding().holds_statement(StatementId(2)));
    let dir = with_letters(1);
    let told = done(&dir, "reply P01 --quotes no --how in-person --on 2024-02-26 --by I1");
    assert!(told.contains("[1] their own words are not to be used"), "{told}");
    assert!(read(&dir, "P01").member_check().sent_as(1).is_some());
    let dir = with_letters(1);
    let mut script = at_home(&dir, 8);
    script.keys("r").saved();
    to(&mut script, "You ");
    script.keys("h").saved();
    assert!(script.notice().is_some_and(|said| said.contains("in person")), "{:?}", script.notice());
    script.keys("ww<enter>").saved();
    assert!(script.session().unwrap().member_check().sent_as(1).is_some(), "{:?}", script.notice());
    script.leave();
}

#[test]
fn what_they_do_not_want_used_is_seen_to_by_leaving_it_out_and_by_nothing_less() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    done(&dir, "reply P01 --not-used --words \"nothing of my brother\" --how telephone --on 2024-02-26");
    for what in ["changed", "kept --reason \"we like it\""] {
        refused(&dir, &format!("disposition P01 1 {what}"), "leave it out (withdrawn)");
    }
    refused(&dir, "disposition P01 1 withdrawn", "say so with --reason");
    // Nor by a line of which nobody can read what was done.
    append(&dir, "P01", &[serde_json::from_value(json!({"kind": "disposition", "remark": 1, "is": 7, "on": "2024-02-27"})).unwrap()]);
    assert_eq!(json(&dir, "letters P01 --json")["due"][0], "leave-out");
    // Where none of it was ever written down, that is said, and by whom.
    let told = done(&dir, "disposition P01 1 withdrawn --reason \"none of it was noted\" --by I1 --on 2024-02-28");
    assert!(told.contains("[1]"), "{told}");
    assert_eq!(json(&dir, "letters P01 --json")["due"].as_array().unwrap().iter().filter(|due| *due == "leave-out").count(), 0);
}

#[test]
fn what_somebody_else_had_left_out_is_no_yes_and_is_not_what_they_asked() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    done(&dir, "reply P01 --all --says fits --how paper --on 2024-02-26");
    assert_eq!(outcome(&dir), "agreed");
    done(&dir, "withhold P01 --note 1");
    assert_eq!(outcome(&dir), "agreed-in-part");
    assert_eq!(json(&dir, "letters P01 --json")["left_out"], 0);
}

#[test]
fn an_answer_after_they_would_rather_not_is_one_on_the_same_day_too() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    let says = |what: &str| done(&dir, &format!("reply P01 {what} --how telephone --on 2024-02-26 --by I1"));
    says("--all --says fits");
    says("--declines");
    assert_eq!(outcome(&dir), "declined");
    says("--all --says fits");
    assert_eq!(outcome(&dir), "agreed");
}

#[test]
fn a_yes_said_after_an_objection_in_the_same_call_is_another_remark_and_takes_none_of_its_words() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    let says = |what: &str| done(&dir, &format!("reply P01 {what} --how paper --on 2024-02-26 --by I1"));
    says("--statement 1 --says does-not-fit --words \"I never said that\"");
    says("--statement 1 --says does-not-fit --words \"I never said that, not once\"");
    says("--all --says fits");
    assert_eq!(outcome(&dir), "disagreed");
    let lines = done(&dir, "letters P01");
    assert!(lines.contains("[1] not right: “I never said that, not once”") && !lines.contains("right: “I never said that”"), "{lines}");
    assert!(lines.lines().any(|line| line.contains("[2] right") && !line.contains("never")), "{lines}");
    done(&dir, "disposition P01 1 kept --reason \"said so twice\"");
    assert_eq!(outcome(&dir), "agreed");
    // On the screen too.
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    let mut script = at_home(&dir, 8);
    script.keys("r").saved();
    to(&mut script, "You rest");
    script.keys("3no<enter>").saved();
    to(&mut script, "You rest");
    script.keys("1").saved();
    let remarks = script.session().unwrap().member_check().remarks().map(|one| one.words.clone()).collect::<Vec<_>>();
    assert_eq!(remarks, ["no", ""], "{}", script.screen(80, 24));
    script.leave();
}

#[test]
fn who_takes_no_part_answers_nothing_more_and_a_letter_that_nobody_answered_went() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    done(&dir, "reply P01 --nothing --on 2024-03-20");
    refused(&dir, "sent P01 --version 1 --undo", "that nothing came on letter 1");
    done(&dir, "reply P01 --withdraws --how telephone --on 2024-03-21");
    refused(&dir, "reply P01 --all --says fits --how paper --on 2024-03-21", "they take no part");
}

#[test]
fn what_somebody_wrote_elsewhere_by_hand_is_named_and_what_is_hidden_stays_so() {
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    let topic = read(&dir, "P01").guide().topics[0].id.clone();
    let same = json!({"kind": "statement-written", "statement": 9, "topic": topic, "text": "You sleep well. You thought of a dovetail.", "sources": [1], "quotes": []});
    append(&dir, "P01", &[serde_json::from_value(same).unwrap()]);
    let told = done(&dir, "reply P01 --statement 2 --not-used --how telephone --on 2024-02-26");
    assert!(told.contains("The same words still stand in statement 2 as it would be written now"), "{told}");
    refused(&dir, "disposition P01 1 --undo", "only the participant lifts it");
}

#[test]
fn a_no_of_which_the_day_or_the_word_cannot_be_read_is_the_newest_and_no_yes() {
    let came = |what: Value| -> Event {
        let mut line = json!({"kind": "reply-received", "remark": 9, "version": 1, "how": "paper", "on": "2024-02-26"});
        line.as_object_mut().unwrap().extend(what.as_object().unwrap().clone());
        serde_json::from_value(line).unwrap()
    };
    for (what, wanted) in [
        (json!({"is": "declines", "on": 7}), "declined"),
        (json!({"is": "answer", "statement": 1, "says": "does-not-fit", "on": "soon"}), "disagreed"),
        (json!({"is": "answer", "statement": 1, "says": 7}), "disagreed"),
    ] {
        let dir = with_letters(1);
        done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
        done(&dir, "reply P01 --all --says fits --how paper --on 2024-02-28");
        append(&dir, "P01", &[came(what.clone())]);
        assert_eq!(outcome(&dir), wanted, "{what}");
    }
    // And a yes without a day is the oldest.
    let dir = with_letters(1);
    done(&dir, "sent P01 --version 1 --way post --on 2024-02-21");
    done(&dir, "reply P01 --all --says does-not-fit --how paper --on 2024-02-26");
    append(&dir, "P01", &[came(json!({"is": "answer", "statement": 1, "says": "fits", "on": null}))]);
    assert_eq!(outcome(&dir), "disagreed");
    // What came and cannot be read at all is no withdrawal: nothing goes, and how that ends is said.
    let dir = with_letters(1);
    append(&dir, "P01", &[came(json!({"is": {}}))]);
    refused(&dir, "sent P01 --version 1 --way post", "hearback reply SESSION --undo 9");
    assert_eq!(json(&dir, "letters P01 --json")["due"], json!(["remarks"]));
}
