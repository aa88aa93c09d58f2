//! Whose words they are: what people and speakers are called, by themselves and with other words in the place of theirs.

use super::*;

#[test]
fn words_in_the_place_of_others_make_no_two_people_one() {
    let pseudonyms = crate::domain::handover::pseudonyms::Pseudonyms::read("P01 = P02").unwrap();
    let mut both = all();
    let case = |code: &str| Case { code: code.into(), attributes: BTreeMap::new() };
    both.cases = vec![case("P01"), case("P02")];
    assert_eq!(both.doubled(), None);
    assert_eq!(both.with(&pseudonyms).doubled().as_deref(), Some("p02"));
}

#[test]
fn words_in_the_place_of_others_stand_wherever_those_did() {
    let pseudonyms = crate::domain::handover::pseudonyms::Pseudonyms::read("Anna = Marie").unwrap();
    let mut all = all();
    let anna = || "for Anna".to_owned();
    let mut one = material("2026-11-22-Anna-first", &[anna()], true);
    (one.participant, one.participants, one.people[0].code) = (anna(), vec![anna()], anna());
    one.guide = GuideOf { id: "anna".into(), version: "Anna".into(), title: anna(), language: "en".into() };
    for asked in &mut one.topics {
        (asked.question, asked.label, asked.topic) = (Id::new("ask-anna"), anna(), anna());
    }
    let covered = |choice, reason| Covered { question: Id::new("ask-anna"), label: anna(), coverage: Coverage::Asked, choice, reason };
    one.coverage = vec![covered(Some(anna()), Some(anna()))];
    let note = &mut one.notes[0];
    (note.question, note.tags, note.codes, note.people) = (Some(Id::new("ask-anna")), vec![anna()], vec![anna()], vec![anna()]);
    one.passages[0].speaker = anna();
    one.page = PageLine::ALL.into_iter().map(|line| (line, anna())).collect();
    all.sessions = vec![one];
    (all.title, all.researchers) = (anna(), vec![anna()]);
    all.codes = vec![Code { code: anna(), description: anna(), when: anna() }];
    all.cases = vec![Case { code: anna(), attributes: [(anna(), anna())].into() }];
    let put = format!("{:?}", all.with(&pseudonyms));
    assert!(put.contains("Marie") && !put.to_lowercase().contains("anna"), "{put}");
}

#[test]
fn words_in_the_place_of_others_make_no_two_attributes_one() {
    let pseudonyms = crate::domain::handover::pseudonyms::Pseudonyms::read("years = age").unwrap();
    let mut one = all();
    one.cases = vec![Case { code: "P01".into(), attributes: [("age".into(), "48".into()), ("years".into(), "7".into())].into() }];
    assert_eq!(one.with(&pseudonyms).doubled().as_deref(), Some("age"));
}

#[test]
fn large_letters_make_nobody_else() {
    let spelled = |name: &str, code: &str| {
        let mut one = material(name, &["a".to_owned()], true);
        (one.participant, one.participants) = (code.into(), vec![code.into()]);
        one.people[0].code = code.into();
        one
    };
    let all = Handover::of("x", &[], &Register::default(), vec![spelled("1", "P01"), spelled("2", "p01")], Vec::new());
    assert_eq!((all.cases.len(), all.doubled()), (1, None));
    assert!(all.sessions.iter().all(|one| one.participants == ["P01"] && one.people[0].code == "P01"));
}

#[test]
fn a_take_in_which_nothing_is_written_out_has_its_notes_and_no_empty_file() {
    let mut of = material("x", &["a", "b", "c", "d", "e", "f"].map(str::to_owned), true);
    of.passages.truncate(2);
    let all = Handover { sessions: vec![of], ..Handover::default() };
    let second = text(&Form::Vtt.package(&all).unwrap(), "x-2.vtt");
    assert!(second.contains("NOTE notes of x-2") && cues(&second).len() == 1, "{second}");
    let bag = Form::Bagit.package(&all).unwrap();
    let transcripts: Vec<&str> = bag.parts().iter().map(|part| part.path.as_str()).filter(|path| path.contains("/transcripts/")).collect();
    assert_eq!(transcripts, ["data/transcripts/x-1.vtt"]);
}

#[test]
fn somebody_who_is_called_as_a_tier_has_one_of_their_own() {
    let mut of = material("x", &["a", "b", "c", "d"].map(str::to_owned), false);
    let speakers = ["Gaps", "Questions", "Notes: quote (2)", "Moments"].map(str::to_owned);
    for (said, speaker) in of.passages.iter_mut().zip(speakers) {
        said.speaker = speaker;
    }
    of.sound = material("x", &[String::new()], true).sound;
    let all = Handover { sessions: vec![of], ..Handover::default() };
    let file = text(&Form::Elan.package(&all).unwrap(), "x-1.eaf");
    let ids: Vec<&str> = file.split("TIER_ID=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
    assert_eq!(ids.iter().collect::<BTreeSet<_>>().len(), ids.len(), "{ids:?}");
    assert!(["Gaps", "Gaps (2)", "Questions", "Questions (2)"].iter().all(|id| ids.contains(id)), "{ids:?}");
}
