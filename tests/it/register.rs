//! The study's list of participants in the form before an interview: who is offered, what is known of them, and what follows from it.

use std::fmt::Write;
use std::fs;

use hearback::domain::guide::Round;
use hearback::shell::script::Script;

use crate::cli::run;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;

/// A study that has `codes` on its list, the first a woman of 48, and says which attributes there are.
fn listed(codes: &[&str]) -> tempfile::TempDir {
    let dir = study();
    let attributes = "attributes:\n  gender: [woman, man]\n  age: number\n  arm: { label: trial arm, values: [a, b] }\n";
    let settings = dir.path().join("study.yaml");
    fs::write(&settings, format!("{}{attributes}", fs::read_to_string(&settings).unwrap())).unwrap();
    let mut list = "participants:\n".to_owned();
    for (n, code) in codes.iter().enumerate() {
        let known = if n == 0 { "gender: woman, age: 48, arm: a" } else { "gender: man" };
        writeln!(list, "  - code: {code}\n    attributes: {{ {known} }}").unwrap();
    }
    fs::write(dir.path().join("participants.yaml"), list).unwrap();
    dir
}

/// The row of the form that has this name.
fn row(script: &Script, name: &str) -> String {
    let seen = script.screen(120, 40);
    let row = seen.lines().find(|line| line.trim_start_matches(['│', '▶', ' ']).starts_with(name));
    row.unwrap_or_else(|| panic!("{name} is not in: {seen}")).trim_matches(['│', '▶', ' ']).to_owned()
}

fn participant(script: &Script) -> String {
    row(script, in_either("Participant", "Deelnemer"))
}

/// Consents, begins, and ends a moment later.
fn hold(script: &mut Script) {
    script.keys("<down><down><down><down><down><down><down><down>a").hear(secs(1)).keys("<f10>").hear(secs(1));
    assert!(script.session().is_some(), "{:?}", script.notice());
    script.saved().keys("<f10><f10>");
}

#[test]
fn the_list_is_gone_through_with_what_is_known_of_each_and_a_new_code_is_a_new_participant() {
    in_each_language(|| {
        let dir = listed(&["P01", "P02", "T01"]);
        let mut script = home(&dir);
        script.keys("n<down>").hear(ms(200));
        assert!(participant(&script).contains("P01  woman, 48, trial arm a"), "{}", script.screen(120, 40));
        assert!(participant(&script).contains(in_either("suggested: typing", "voorstel: typen")), "{}", participant(&script));
        let small = script.screen(60, 16);
        assert!(small.contains("woman, 48, trial arm a"), "{small}");
        assert!(participant(script.keys("<right>")).ends_with("P02  man"), "{}", participant(&script));
        assert!(participant(script.keys("<left><left>")).ends_with(" T02"), "after the list, nobody's code: {}", participant(&script));
        assert!(participant(script.keys("<left>")).ends_with("T01  man"), "{}", participant(&script));
        // What was chosen makes room for what is typed, in which the arrows move.
        script.keys("P17").keys("<left>").keys("0");
        assert!(participant(&script).ends_with(" P107"), "{}", participant(&script));
        script.leave();
    });
}

#[test]
fn what_they_had_decides_which_interview_and_which_guide_is_suggested() {
    in_each_language(|| {
        let dir = listed(&["P01", "P02"]);
        let mut script = home(&dir);
        let (guide, round) = in_either(("Guide", "Round"), ("Topiclijst", "Ronde"));
        let (suggested, first, follow_up) = in_either(("suggested", "first", "follow-up"), ("voorstel", "eerste", "vervolg"));
        hold(script.keys("n").hear(ms(200)));
        // Whoever comes next on the list had none.
        script.keys("n").hear(ms(200));
        assert!(participant(&script).contains("P02  man"), "{}", participant(&script));
        assert!(row(&script, round).ends_with(&format!("‹ {first} ›  {suggested}")), "{}", row(&script, round));
        assert!(row(&script, guide).contains("patient-first") && row(&script, guide).ends_with(suggested), "{}", row(&script, guide));
        script.keys("<up><up><up><up><up><up><up><left>");
        let had = in_either("woman, 48, trial arm a; first on 22 November 2026", "woman, 48, trial arm a; eerste op 22 november 2026");
        assert!(participant(&script).contains(had), "{}", participant(&script));
        assert!(row(&script, round).contains(&format!("‹ {follow_up} ›  {suggested}")), "{}", row(&script, round));
        assert!(row(&script, guide).contains("patient-follow-up v"), "{}", row(&script, guide));
        // What a person chose stays chosen, whoever it is with; what follows from it is still suggested.
        script.keys("<down><left>");
        assert!(row(&script, round).ends_with(&format!("‹ {first} ›")), "{}", row(&script, round));
        assert!(row(&script, guide).contains("patient-first v"), "{}", row(&script, guide));
        script.keys("<up><right><left>");
        assert!(participant(&script).contains("P01") && row(&script, round).contains(first), "{}", script.screen(120, 40));
        script.leave();
    });
}

#[test]
fn a_guide_that_a_person_chose_stays_whoever_it_is_with() {
    let dir = listed(&["P01", "P02"]);
    let mut script = home(&dir);
    hold(script.keys("n").hear(ms(200)));
    script.keys("n").hear(ms(200)).keys("<up><up><up><up><up><up><up><up><left>");
    let chosen = row(&script, "Guide");
    assert!(!chosen.contains("suggested"), "{chosen}");
    script.keys("<down><left>");
    assert!(participant(&script).contains("P01"), "{}", participant(&script));
    assert_eq!(row(&script, "Guide").replace(['‹', '›', ' '], ""), chosen.replace(['‹', '›', ' '], ""));
    script.leave();
}

#[test]
fn after_a_focus_group_the_next_patient_gets_no_focus_group() {
    let dir = listed(&["P01", "P02"]);
    let mut script = home(&dir);
    script.keys("n").hear(ms(200)).keys("<up><up><up><up><up><up><up><up><up>");
    while !row(&script, "Guide").contains("focus-group") {
        script.keys("<right>");
    }
    script.keys("<down>FG1<down><down><down><down><down><down>2<down><down>aa").hear(secs(1)).keys("<f10>").hear(secs(1));
    assert!(script.session().is_some(), "{:?}", script.notice());
    script.saved().keys("<f10><f10>");
    script.keys("n").hear(ms(200));
    assert!(participant(&script).contains("P01"), "{}", participant(&script));
    assert!(row(&script, "Guide").contains("patient-first"), "{}", row(&script, "Guide"));
    // Another group is one.
    script.keys("<up><up><up><up><up><up><up>FG2");
    assert!(row(&script, "Guide").contains("focus-group"), "{}", row(&script, "Guide"));
    script.leave();
}

#[test]
fn once_they_have_begun_to_answer_nothing_changes_by_itself() {
    let dir = listed(&["P01", "P02"]);
    let mut script = home(&dir);
    hold(script.keys("n").hear(ms(200)));
    script.keys("n").hear(ms(200)).keys("y").keys("<up><up><up><up><up><up><up><up><left>");
    assert!(participant(&script).contains("P01"), "{}", participant(&script));
    assert!(row(&script, "Round").contains("first") && row(&script, "Guide").contains("patient-first"), "{}", script.screen(120, 40));
    assert!(script.screen(120, 40).contains("[yes]"), "what was answered is not lost: {}", script.screen(120, 40));
    script.leave();
}

#[test]
fn the_second_interview_of_a_day_takes_three_keys() {
    let dir = listed(&["P01", "P02"]);
    let mut script = home(&dir);
    hold(script.keys("n").hear(ms(200)));
    script.keys("n").hear(secs(2)).keys("a").keys("<enter>").hear(secs(1));
    let opened = script.session().unwrap_or_else(|| panic!("{:?}", script.notice())).opened();
    assert_eq!((opened.participant.as_str(), opened.round, opened.guide.as_str()), ("P02", Round::First, "patient-first"));
    script.leave();
}

#[test]
fn while_follow_ups_are_held_whoever_had_a_first_interview_comes_next() {
    let dir = listed(&["P01", "P02", "P03"]);
    let mut script = home(&dir);
    hold(script.keys("n").hear(ms(200)));
    hold(script.keys("n").hear(ms(200)));
    // P01 comes back before P03 was there at all.
    script.keys("n").hear(ms(200)).keys("<up><up><up><up><up><up><up><right><right>");
    assert!(participant(&script).contains("P01"), "{}", participant(&script));
    hold(&mut script);
    script.keys("n").hear(ms(200));
    assert!(participant(&script).contains("P02") && row(&script, "Round").contains("follow-up"), "{}", script.screen(120, 40));
    assert!(row(&script, "Guide").contains("patient-follow-up"), "{}", row(&script, "Guide"));
    script.leave();
}

#[test]
fn a_condition_on_what_no_participant_can_have_is_remarked_on_and_refuses_nothing() {
    let dir = listed(&["P01"]);
    let guide = include_str!("fixtures/small-guide.yaml");
    let with = |condition: &str| {
        let text = guide.replacen("        ask: ", &format!("        when: {{ attribute: {{ {condition} }} }}\n        ask: "), 1);
        fs::write(dir.path().join("guides/conditional.yaml"), text).unwrap();
        run(dir.path(), &["guide", "check", "guides/conditional.yaml"])
    };
    let plain = with("arm: [a, b], age: 48");
    assert!(!plain.contains("study.yaml") && !plain.contains("a number, such as"), "{plain}");
    for (condition, words) in [
        ("agee: 48", "`agee` is nothing that this study wants to know of participants"),
        ("arm: c", "`arm` is never `c` in this study"),
        ("arm: c", "write one of a, b, or add it to `attributes` in study.yaml"),
        ("age: old", "write a number, such as 48"),
    ] {
        let said = with(condition);
        assert!(said.contains(words) && said.contains("remark:"), "{condition}: {said}");
    }
}
