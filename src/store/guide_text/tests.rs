//! What is written is read back as the same guide.

use proptest::prelude::*;

use super::*;
use crate::domain::guide::Change;
use crate::domain::guide::tests::small;
use crate::store::guide_file::read_guide;

/// What `guide` is read as once it is written; `Err` with the text and its problems.
fn read_back(guide: &Guide, remarks: &Remarks) -> Result<Guide, String> {
    let text = write(guide, remarks);
    let file = read_guide("g.yaml", text.as_bytes());
    match (file.guide, file.problems.is_empty()) {
        (Some(guide), true) => Ok(guide),
        _ => Err(format!("{text}\n{:#?}", file.problems)),
    }
}

#[test]
fn a_guide_is_written_so_that_a_person_reads_it() {
    let mut guide = small();
    guide.introduction = "Thank you.\n\nThere are no right answers: say what you like.".into();
    guide.topics[0].say = Some("One line".into());
    guide.topics[0].questions[0].ask = "A long question ".repeat(9).trim().to_owned();
    guide.topics[1].questions[0].probes[0].id = Id::new("own-id");
    guide.topics[1].questions[0].ask = "Yes: what # now".into();
    guide.changes = vec![Change {
        version: "1.0".into(),
        date: "2026-11-26".into(),
        what: "- new".into(),
        why: Some("no".into()),
        by: None,
        after: None,
        pilot: false,
    }];
    let remarks = Remarks::from([
        (vec![], vec!["On top".to_owned()]),
        (
            vec![Key("topics"), Item(1)],
            vec![
                "A remark that is so long that it does not fit into one line of the file and has to go on in the next one.".to_owned(),
                String::new(),
                "  deep".to_owned(),
            ],
        ),
    ]);
    insta::assert_snapshot!(write(&guide, &remarks));
}

#[test]
fn the_bundled_guides_are_read_back_as_they_are() {
    for (name, text) in [
        ("nl", include_str!("../../../guides/patient-first-nl.yaml")),
        ("group", include_str!("../../../guides/focus-group.yaml")),
        ("template", include_str!("../../../guides/template.yaml")),
        ("all that a guide can say", include_str!("../../../tests/it/fixtures/says-more.yaml")),
    ] {
        let guide = read_guide(name, text.as_bytes()).guide.unwrap();
        assert_eq!(read_back(&guide, &Remarks::new()), Ok(guide), "{name}");
    }
}

/// Texts as people and their programs write them.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        4 => "[a-zA-Zéëü]{1,12}",
        1 => prop_oneof![
            Just(":"), Just("#"), Just("-"), Just("yes"), Just("1.0"), Just("a: b"), Just("'"), Just("\""), Just("\\"), Just("{x}"), Just("[x]"), Just("|"),
            Just("%"), Just("“q”"), Just("?"), Just("!"), Just("~"), Just("12"), Just("a\u{a0}b"), Just("x:"), Just("@"), Just("`"), Just("&a"), Just("*b"),
            Just("id:"), Just("..."), Just("---"),
        ].prop_map(str::to_owned),
    ];
    proptest::collection::vec(word, 1..30).prop_map(|words| words.join(" "))
}

/// Texts of several lines.
fn any_block() -> impl Strategy<Value = String> {
    (any_text(), proptest::collection::vec(prop_oneof![4 => any_text(), 1 => Just(String::new())], 0..4))
        .prop_map(|(first, lines)| [&[first][..], &lines].concat().join("\n").trim().to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 300, failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn what_is_written_is_read_back(texts in proptest::collection::vec(any_text(), 11), blocks in proptest::collection::vec(any_block(), 5), remark in any_block()) {
        let mut guide = small();
        let mut texts = texts.into_iter();
        let mut next = || texts.next().unwrap();
        guide.title = next();
        guide.aim = Some(next());
        guide.about = Some(next());
        guide.participants = Some(Participants::Professionals);
        guide.consent[0].say = next();
        guide.topics[0].title = next();
        guide.topics[1].questions[0].ask = next();
        guide.topics[1].questions[0].purpose = Some(next());
        guide.topics[1].questions[0].probes[0].ask = next();
        guide.topics[1].questions[0].probes[1].ask = next();
        guide.topics[1].questions[1].short = Some(next());
        let mut blocks = blocks.into_iter();
        let mut next = || blocks.next().unwrap();
        guide.introduction = next();
        guide.closing = next();
        guide.topics[0].say = Some(next());
        guide.topics[0].questions[0].ask = next();
        guide.distress = Some(Distress { signs: vec![next()], ..Distress::default() });
        let remarks = Remarks::from([(vec![Key("topics"), Item(0)], remark.lines().map(str::to_owned).collect())]);
        prop_assert_eq!(read_back(&guide, &remarks), Ok(guide));
    }
}
