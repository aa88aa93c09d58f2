//! What is there of whom a study wants to hear, counted.

use std::collections::BTreeMap;

use super::*;
use crate::domain::destruction::Destruction;
use crate::domain::destruction::Material;
use crate::domain::destruction::Step;
use crate::domain::event::Event;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::session::tests::set_up;
use crate::domain::study::ParticipantCode;
use crate::domain::study::attribute::Attribute;
use crate::domain::study::attribute::Values;
use crate::domain::study::sampling::Range;
use crate::domain::study::sampling::SamplingPlan;
use crate::domain::study::sampling::Wanted;
use crate::domain::study::session_line::TookPart;

fn participant(code: &str, group: Option<&str>, known: &[(&str, &str)]) -> Participant {
    Participant {
        code: ParticipantCode::new(code).unwrap(),
        joined: None,
        group: group.map(str::to_owned),
        treated_by: Vec::new(),
        attributes: known.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect::<BTreeMap<_, _>>(),
    }
}

fn held(people: &[(&str, Stays)]) -> SessionLine {
    let people = people.iter().map(|(code, stays)| TookPart { code: (*code).to_owned(), stays: *stays, stopped: None }).collect();
    SessionLine { standing: Ok(Standing::Recorded), people, ..SessionLine::unread(String::new(), String::new()) }
}

fn is(value: &str, at_least: u32) -> Wanted {
    Wanted { category: Category::Is(value.into()), at_least }
}

fn within(range: &str, at_least: u32) -> Wanted {
    Wanted { category: Category::Range(Range::read(range).unwrap()), at_least }
}

/// Patients of whom those are wanted who stopped their therapy, and of every age.
fn register() -> Register {
    let margin = |name: &str, wanted: Vec<Wanted>| Margin { attribute: name.into(), wanted };
    let plan = GroupPlan {
        group: Some("patients".into()),
        participants: Some(20),
        margins: vec![
            margin("age", vec![within("under 40", 2), within("40 to 60", 1), within("over 60", 2)]),
            margin("therapy", vec![is("finished", 1), is("stopped", 3)]),
        ],
    };
    let attribute = |name: &str, label: Option<&str>, values| Attribute {
        name: name.into(),
        label: label.map(str::to_owned),
        values,
        unit: None,
        of: Vec::new(),
    };
    let patient = |code: &str, known: &[(&str, &str)]| participant(code, Some("patients"), known);
    Register {
        attributes: vec![attribute("age", None, Values::Years), attribute("therapy", Some("the therapy"), Values::Text)],
        groups: vec!["patients".into(), "therapists".into()],
        sampling: SamplingPlan { groups: vec![plan] },
        participants: vec![
            patient("P01", &[("age", "38"), ("therapy", "finished")]),
            patient("P02", &[("age", "41")]),
            patient("P03", &[("age", "70"), ("therapy", "finished")]),
            patient("P04", &[("age", "61"), ("therapy", "paused")]),
            patient("P05", &[("therapy", "finished")]),
            participant("T01", Some("therapists"), &[("age", "50")]),
            participant("X01", None, &[]),
        ],
        recruitment: Vec::new(),
    }
}

#[test]
fn what_is_missing_is_counted_over_those_who_were_interviewed_and_apart_over_those_on_the_list() {
    let sessions = [held(&[("p01", Stays::What)]), held(&[("P02", Stays::What)]), held(&[("P04", Stays::What), ("T01", Stays::What)])];
    let samples = register().samples(&sessions);
    let told: Vec<String> =
        samples.iter().flat_map(|one| std::iter::once(one.words()).chain(one.margins.iter().flat_map(MarginSample::words))).collect();
    assert_eq!(
        told,
        [
            "patients: 3 of 20 interviewed, 2 on the list not yet",
            "under 40: 1 of 2, 1 missing",
            "40 to 60: 1 of 1",
            "over 60: 1 of 2, 1 missing, 1 on the list",
            "not recorded: 0, 1 on the list",
            "finished: 1 of 1, 2 more on the list",
            "stopped: 0 of 3, 3 missing",
            "another value: 1",
            "not recorded: 1",
            "therapists: 1 interviewed",
            "0 interviewed, 1 on the list not yet",
        ]
    );
    let lacks: Vec<String> = lacks(&samples).iter().map(Lack::words).collect();
    assert_eq!(
        lacks,
        [
            "patients, the therapy stopped: 3 to find",
            "patients, age under 40: 1 to find",
            "patients, age over 60: 1 to interview, on the list already"
        ],
        "of whom nobody is there comes first"
    );
}

#[test]
fn whoever_had_all_of_it_destroyed_is_counted_as_that_and_in_no_margin() {
    let before = register().samples(&[held(&[("P01", Stays::What)])]);
    assert_eq!((before[0].count.interviewed, before[0].withdrew, before[0].margins[0].cells[0].count.interviewed), (1, 0, 1));
    // Whichever of their sessions it was said in.
    let after = register().samples(&[held(&[("P01", Stays::Nothing)]), held(&[("P01", Stays::What)])]);
    assert_eq!((after[0].count, after[0].withdrew), (Count { interviewed: 0, waiting: 4 }, 1));
    for margin in &after[0].margins {
        let cells = margin.cells.iter().map(|cell| cell.count).chain([margin.other, margin.not_recorded]);
        assert_eq!(cells.map(|count| count.interviewed + count.waiting).sum::<u32>(), 4, "{margin:?}");
    }
}

#[test]
fn what_nobody_has_ended_or_can_read_is_no_interview() {
    let stands = |standing| SessionLine { standing, ..held(&[("P01", Stays::What)]) };
    let sessions = [Ok(Standing::Planned), Ok(Standing::UnderWay), Ok(Standing::Interrupted), Err("torn".into())].map(stands);
    assert_eq!(PartsTaken::of(&sessions).came("P01"), Came::Waiting);
    let nobody_listed = Register { participants: Vec::new(), ..register() };
    assert_eq!(nobody_listed.samples(&sessions)[0].count, Count::default(), "nor is whoever is on no list");
}

#[test]
fn of_a_session_that_is_destroyed_at_their_wish_everybody_withdrew_and_of_one_that_was_never_held_nobody_took_part() {
    let code = |session: SessionLine| PartsTaken::of(&[session]).came("P01");
    let gone = |people: &[(&str, Stays)]| SessionLine { standing: Ok(Standing::Withdrawn), ..held(people) };
    assert_eq!(code(gone(&[("P01", Stays::What), ("P02", Stays::What)])), Came::Withdrew);
    let destroyed = |events: &[Event]| {
        let one = Destruction { what: Material::All, step: Step::Done, ..Destruction::default() };
        let mut session = set_up();
        events.iter().chain([&Event::Destruction(one)]).for_each(|event| session.apply(event));
        let mut line = SessionLine::of("planned".into(), &session, vec![], &BeforeLeaving::default());
        line.people.iter_mut().for_each(|one| one.code = "P01".into());
        line
    };
    assert_eq!(code(destroyed(&[])), Came::Waiting);
    assert_eq!(code(destroyed(&[Event::Began { on: None }])), Came::Interviewed, "its term is over");
}

#[test]
fn a_study_without_groups_or_plan_has_one_line() {
    let plain = Register { participants: vec![participant("P01", None, &[])], ..Register::default() };
    let samples = plain.samples(&[]);
    assert_eq!(samples.iter().map(GroupSample::words).collect::<Vec<_>>(), ["0 interviewed, 1 on the list not yet"]);
    assert_eq!(
        serde_json::to_string(&samples).unwrap(),
        r#"[{"group":null,"wanted":null,"interviewed":0,"waiting":1,"withdrew":0,"margins":[]}]"#
    );
}

#[test]
fn every_participant_is_counted_once_in_each_margin_however_many_there_are() {
    let many: Vec<Participant> =
        (0..300).map(|n| participant(&format!("P{n:03}"), Some("patients"), &[("age", &(n % 90).to_string())])).collect();
    let sessions: Vec<SessionLine> = (0..100).map(|n| held(&[(&format!("P{n:03}"), Stays::What)])).collect();
    let register = Register { participants: many, ..register() };
    let [patients, therapists] = &register.samples(&sessions)[..] else { panic!("a line for each group of the study") };
    assert_eq!((patients.count, therapists.count), (Count { interviewed: 100, waiting: 200 }, Count::default()));
    let age = &patients.margins[0];
    let sum = |of: fn(Count) -> u32| age.cells.iter().map(|cell| cell.count).chain([age.other, age.not_recorded]).map(of).sum::<u32>();
    assert_eq!((sum(|count| count.interviewed), sum(|count| count.waiting)), (100, 200));
}
