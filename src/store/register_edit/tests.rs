//! Changes of the register in files as people write them.

use super::*;
use crate::domain::study::ParticipantCode;
use crate::store::study_file::read_study;

const STUDY: &str = "title: T\ngroups: [patients, therapists]\nattributes:\n  gender: [woman, man]\n  age: years\n  note: text\n";

fn study() -> StudySettings {
    read_study("study.yaml", STUDY.as_bytes()).settings
}

fn set(code: &str, name: &str, value: Option<&str>) -> RegisterChange {
    let field = match name {
        "group" => Field::Group,
        "joined" => Field::Joined,
        "treated_by" => Field::TreatedBy,
        name => Field::Attribute(name.into()),
    };
    RegisterChange::Set { code: ParticipantCode::new(code).unwrap(), field, value: value.map(str::to_owned) }
}

fn add(code: &str, group: Option<&str>) -> RegisterChange {
    RegisterChange::Add { code: ParticipantCode::new(code).unwrap(), group: group.map(str::to_owned), joined: None }
}

fn changed(text: &str, change: &RegisterChange) -> Result<String, NotChanged> {
    with_register_change("p", text.as_bytes(), &study(), change).map(|bytes| String::from_utf8(bytes).unwrap())
}

#[test]
fn a_value_goes_in_wherever_attributes_stand_and_no_other_byte_is_touched() {
    for (before, after) in [
        // In braces: replaced, before what comes later in the study's order, behind what comes earlier, alone.
        ("attributes: { gender: woman, age: 47 } # ours", "attributes: { gender: woman, age: 48 } # ours"),
        ("attributes: {gender: \"woman\" ,age: '47'}", "attributes: {gender: \"woman\" ,age: 48}"),
        ("attributes: { note: \"a, b: {c}\" }", "attributes: { age: 48, note: \"a, b: {c}\" }"),
        ("attributes: { gender: woman }", "attributes: { gender: woman, age: 48 }"),
        ("attributes: { gender: , note: x }", "attributes: { gender: , age: 48, note: x }"),
        ("attributes: {}", "attributes: { age: 48}"),
        ("attributes:", "attributes: { age: 48 }"),
        // A line for each.
        (
            "attributes:\n      gender: woman # said\n      age: 47   # asked again\n\n      note: x",
            "attributes:\n      gender: woman # said\n      age: 48   # asked again\n\n      note: x",
        ),
        (
            "attributes:\n      gender: woman\n      # not asked yet\n      age:\n",
            "attributes:\n      gender: woman\n      # not asked yet\n      age: 48\n",
        ),
        (
            "attributes:\n      gender: woman\n      note: >-\n        long\n        text",
            "attributes:\n      gender: woman\n      age: 48\n      note: >-\n        long\n        text",
        ),
        ("attributes:\n      gender: woman # last\n", "attributes:\n      gender: woman # last\n      age: 48\n"),
    ] {
        let whole = |of: &str| {
            format!(
                "# Ours: codes only\nparticipants:\n\n  - code: \"P06\"\n  - code: P07   # first\n    {of}\n\n  # more to come\n  - {{ code: P08 }}\nrecruitment: {{}}\n"
            )
        };
        assert_eq!(changed(&whole(before), &set("P07", "age", Some("48"))).as_deref(), Ok(whole(after).as_str()), "{before}");
        // Whichever way lines end, and whatever stands before the text.
        let [before, after] = [before, after].map(|of| format!("\u{feff}{}", whole(of).replace('\n', "\r\n")));
        assert_eq!(changed(&before, &set("p07", "age", Some("48"))), Ok(after));
    }
}

#[test]
fn a_value_is_taken_away_and_what_was_there_before_comes_back() {
    for text in [
        "participants:\n  - code: P07\n    attributes: { age: 47, gender: woman }\n",
        "participants:\n- code: P07\n  attributes:\n    age: \"47\" # x\n    gender: woman\n",
    ] {
        let without = changed(text, &set("P07", "age", None)).unwrap();
        assert!(!without.contains("47") && without.contains("age:"), "{without}");
        let again = changed(&without, &set("P07", "age", Some("47"))).unwrap();
        assert_eq!(again.replace('"', ""), text.replace('"', ""));
        assert_eq!(changed(text, &set("P07", "note", None)).as_deref(), Ok(text), "what is not there need not be taken away");
    }
}

#[test]
fn what_stands_beside_the_attributes_is_set_in_its_order() {
    let list = "participants:\n  - code: T13\n    group: therapists\n  - code: P07\n    attributes: { age: 47 }\n  - { code: P08, joined: 2026-11-01 }\n";
    let grouped = changed(list, &set("P07", "group", Some("patients"))).unwrap();
    assert_eq!(grouped, list.replace("P07\n", "P07\n    group: patients\n"));
    let linked = changed(&grouped, &set("P07", "treated_by", Some("T13"))).unwrap();
    assert_eq!(linked, grouped.replace("patients\n", "patients\n    treated_by: T13\n"));
    let joined = changed(&linked, &set("P07", "joined", Some("2026-11-22"))).unwrap();
    assert_eq!(joined, linked.replace("patients\n", "patients\n    joined: 2026-11-22\n"));
    let other = changed(&joined, &set("P08", "group", Some("patients"))).unwrap();
    assert_eq!(other, joined.replace("P08, ", "P08, group: patients, "));
    let asked = changed(&other, &set("P08", "gender", Some("man"))).unwrap();
    assert_eq!(asked, other.replace("2026-11-01 }", "2026-11-01, attributes: { gender: man } }"));
    assert_eq!(
        changed(&asked, &set("T13", "age", Some("50"))).unwrap(),
        asked.replace("therapists\n", "therapists\n    attributes: { age: 50 }\n")
    );
    let many = "participants:\n  - code: T13\n  - code: T14\n  - code: P07\n    treated_by: [T13, T14] # two\n";
    assert_eq!(changed(many, &set("P07", "treated_by", Some("T14"))).unwrap(), many.replace("[T13, T14]", "T14"));
}

#[test]
fn somebody_new_comes_last_however_the_list_is_written() {
    let item = "  - code: P08\n    group: patients\n";
    for (before, after) in [
        ("", format!("participants:\n{item}")),
        ("# nobody yet\n", format!("# nobody yet\nparticipants:\n{item}")),
        ("participants:\n", format!("participants:\n{item}")),
        ("participants:", format!("participants:\n{item}")),
        ("participants: []\n#  - code: P01\n", format!("participants:\n{item}#  - code: P01\n")),
        ("participants: [ ]  # none yet\nrecruitment: {}\n", format!("participants: # none yet\n{item}recruitment: {{}}\n")),
        (
            "participants:\n  - code: P07\n    attributes:\n      age: 47 # x\n\n# the end\nrecruitment: {}\n",
            format!("participants:\n  - code: P07\n    attributes:\n      age: 47 # x\n{item}\n# the end\nrecruitment: {{}}\n"),
        ),
        (
            "participants:\n  - code: P07\n    attributes:\n      note: >-\n        a long\n        text\nrecruitment: {}",
            format!("participants:\n  - code: P07\n    attributes:\n      note: >-\n        a long\n        text\n{item}recruitment: {{}}"),
        ),
        ("participants: [{ code: P07 }]\n", "participants: [{ code: P07 }, { code: P08, group: patients }]\n".to_owned()),
        ("recruitment: { contacted: 3 }", format!("recruitment: {{ contacted: 3 }}\nparticipants:\n{item}")),
    ] {
        assert_eq!(changed(before, &add("P08", Some("patients"))).as_deref(), Ok(after.as_str()), "{before:?}");
    }
    let flat = "participants:\n- code: P07\n";
    assert_eq!(changed(flat, &add("P08", None)).as_deref(), Ok("participants:\n- code: P07\n- code: P08\n"));
}

#[test]
fn what_other_programs_would_take_for_something_else_is_put_in_quotes() {
    let list = "participants:\n  - code: P07\n";
    let note = |value: &str| changed(list, &set("P07", "note", Some(value))).unwrap();
    for (value, written) in [
        ("no", "\"no\""),
        ("a: b", "\"a: b\""),
        ("x # y", "\"x # y\""),
        ("{}", "\"{}\""),
        ("12,5", "\"12,5\""),
        ("Größe 2", "Größe 2"),
        ("say \"x\"", "\"say \\\"x\\\"\""),
    ] {
        assert_eq!(note(value), format!("{list}    attributes: {{ note: {written} }}\n"));
    }
}

#[test]
fn a_file_that_is_not_understood_is_left_alone() {
    let at = |text: &str| changed(text, &add("P08", None));
    assert!(at("participants: {]\n").is_err());
    assert_eq!(at("just words\n"), Err(NotChanged::NoPlace));
    assert_eq!(at("participants: none\n"), Err(NotChanged::NoPlace));
    let refused = changed("participants: [{ code: P07 }]\n", &set("P07", "age", Some("old")));
    assert!(matches!(refused, Err(NotChanged::Refused(_))));
}

#[test]
fn every_change_of_three_hundred_participants_touches_one_line() {
    let one = |n: u32| format!("  - code: P{n:03}\n    attributes: {{ gender: woman, age: {} }} # {n}\n", n % 90);
    let list = format!("participants:\n{}", (0..300).map(one).collect::<Vec<_>>().concat());
    for n in [0, 149, 299] {
        let code = format!("P{n:03}");
        let after = changed(&list, &set(&code, "age", Some("99"))).unwrap();
        let differ: Vec<(&str, &str)> = list.lines().zip(after.lines()).filter(|(one, other)| one != other).collect();
        assert_eq!((differ.len(), list.lines().count()), (1, after.lines().count()));
        assert!(differ[0].1.contains("age: 99") && differ[0].1.ends_with(&format!("# {n}")), "{differ:?}");
    }
}
