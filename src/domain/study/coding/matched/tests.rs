//! Sources find their sessions and no others, and what was handed over does not come back as what somebody coded.

use super::*;
use crate::domain::study::coding::project::ProjectCode;

/// A GUID of ours, made of a name; version 5, as the real ones are.
fn named(name: &str) -> Guid {
    let letters = Guid::of(&format!("made of {name}")).written();
    Guid::of(&format!("{}5{}", &letters[..14], &letters[15..]))
}

fn session(name: &str, takes: &[u32]) -> Candidate {
    Candidate {
        name: name.into(),
        stem: name.into(),
        id: format!("id-{name}"),
        may: May::Come,
        people: vec![name.split('-').nth(3).unwrap_or_default().to_owned()],
        takes: takes.to_vec(),
        notes: 3,
        codes: vec!["Relief".into()],
        held: Stamp::new(1_795_390_200_123, 60),
    }
}

fn gone(name: &str) -> Candidate {
    Candidate { id: String::new(), may: May::NotCome, takes: Vec::new(), ..session(name, &[]) }
}

const P07: &str = "2026-11-22-P07-first";
const P07_2: &str = "2026-11-22-P07-first-2";
const P08: &str = "2026-11-23-P08-first";

fn source(name: &str) -> ProjectSource {
    ProjectSource { guids: vec![Guid::of(name)], names: vec![name.into()] }
}

/// The session that a source of this name is of.
fn found(name: &str, all: &[Candidate]) -> Option<String> {
    let project = Project { sources: vec![source(name)], ..Project::default() };
    let matched = matched(&project, all, &[], &named);
    matched.sources.into_iter().map(|(_, session)| session).next()
}

#[test]
fn a_source_is_known_by_the_name_of_the_file_that_was_handed_over() {
    let all = [session(P07, &[1, 2]), session(P08, &[1])];
    for name in [
        "2026-11-22-P07-first-1.wav",
        "2026-11-22-P07-first-2.wav.txt",
        "2026-11-22-p07-first-1",
        "2026-11-22-P07-first.txt",
        "2026-11-22-P07-first",
        "2026-11-22-P07-first-page.txt",
        "Sources\\2026-11-22-P07-first-1.docx",
        " 2026-11-22-P07-first-1 .rtf",
    ] {
        assert_eq!(found(name, &all).as_deref(), Some(P07), "{name}");
    }
    for name in
        ["2026-11-22-P07-first-3.wav", "2026-11-22-P07", "2026-11-22-P07-first-notes", "P07.docx", "", ".txt", "2026-11-22-P07-first-"]
    {
        assert_eq!(found(name, &all), None, "{name}");
    }
}

#[test]
fn what_fits_two_sessions_fits_none_unless_its_ending_says_which() {
    let all = [session(P07, &[1, 2]), session(P07_2, &[1])];
    assert_eq!(found("2026-11-22-P07-first-2.wav", &all).as_deref(), Some(P07), "the second take");
    assert_eq!(found("2026-11-22-P07-first-2.txt", &all).as_deref(), Some(P07_2), "a text without sound");
    assert_eq!(found("2026-11-22-P07-first-2-1", &all).as_deref(), Some(P07_2));
    assert_eq!(found("2026-11-22-P07-first-2", &all), None);
    assert_eq!(found("2026-11-22-P07-first-2", &[session(P07, &[1]), session(P07_2, &[1])]).as_deref(), Some(P07_2), "there is no second");
}

#[test]
fn a_source_is_known_by_its_guid_whatever_it_is_called_and_by_its_case_where_there_is_one_session() {
    let all = [session(P07, &[1]), session(P08, &[1])];
    let by_guid = |guid: Guid| ProjectSource { guids: vec![Guid::of("x"), guid], names: vec![format!("{P08}-1.wav")] };
    for of in [known::source("id-2026-11-22-P07-first", 1), known::transcript(&known::source("id-2026-11-22-P07-first", 0))] {
        let project = Project { sources: vec![by_guid(named(&of))], ..Project::default() };
        assert_eq!(matched(&project, &all, &[], &named).sources[0].1, P07);
    }
    let case = |name: &str| Project {
        sources: vec![source("Interview 1")],
        cases: vec![(name.into(), vec![Guid::of("Interview 1")])],
        ..Project::default()
    };
    assert_eq!(matched(&case(" p08 "), &all, &[], &named).sources[0].1, P08);
    assert_eq!(matched(&case("P09"), &all, &[], &named).unmatched, ["Interview 1"]);
    let twice = [session(P08, &[1]), gone("2026-12-23-P08-follow-up")];
    assert_eq!(matched(&case("P08"), &twice, &[], &named).unmatched, ["Interview 1"], "one of them is gone, and may be the one");
    let said = [("interview 1".to_owned(), P07.to_owned())];
    assert_eq!(matched(&case("P08"), &all, &said, &named).sources[0].1, P07, "who says it is believed");
}

/// A project in which each of these codes is on the one source, with its GUID, note and date.
fn coded_with(code: &ProjectCode, coding: (Guid, Option<u32>, Option<Stamp>)) -> Project {
    let above = ProjectCode { guid: Guid::of("above"), name: "Interview".into(), within: None };
    let (guid, note, at) = coding;
    Project {
        codes: vec![above, code.clone()],
        sources: vec![source(&format!("{P07}-1.wav"))],
        codings: vec![ProjectCoding { guid, code: code.guid, source: 0, note, at }],
        ..Project::default()
    }
}

fn code_called(name: &str, within: Option<usize>) -> ProjectCode {
    ProjectCode { guid: Guid::of("a code"), name: name.into(), within }
}

#[test]
fn what_was_handed_over_is_no_coding_of_the_analysis() {
    let all = [session(P07, &[1])];
    let counts = |code: &ProjectCode, coding| {
        let matched = matched(&coded_with(code, coding), &all, &[], &named);
        assert_eq!(matched.handed + matched.sessions.len(), 1);
        matched.handed == 0
    };
    let (new, held) = (Guid::of("new"), all[0].held);
    let later = Some(held.later(86_400_000));
    // Under a name of ours, however the program calls it by its GUID.
    for name in ["Moment", "Note: quote"] {
        assert!(!counts(&code_called(name, Some(1 - 1)), (new, None, later)), "{name}");
        assert!(counts(&code_called(name, None), (new, None, later)), "somebody's own, elsewhere: {name}");
    }
    assert!(counts(&code_called("Small talk", Some(0)), (new, None, later)), "put there since");
    let ours = ProjectCode { guid: named(&known::code(known::TAGS, "#pain")), ..code_called("#pain", None) };
    assert!(!counts(&ours, (new, None, later)), "wherever it was put");
    // A code of the study's own.
    let relief = code_called("relief", None);
    assert!(counts(&relief, (new, None, later)), "somebody coded with it there");
    let note = known::note(&known::source("id-2026-11-22-P07-first", 1), 2);
    let handed = named(&known::coding(&note, &relief.guid.written()));
    assert!(!counts(&relief, (handed, None, later)), "our coding, whatever its date is by now");
    assert!(!counts(&relief, (new, Some(2), later)), "on a part that is called as a note");
    assert!(!counts(&relief, (new, None, Some(held))));
    let same_digits = Stamp::new(held.utc_ms - 3_600_000, 60);
    assert!(!counts(&relief, (new, None, Some(same_digits))), "its zone was left out");
    assert!(counts(&code_called("new one", None), (new, Some(2), Some(held))), "no note has that code");
}

#[test]
fn codings_are_counted_once_with_the_first_of_their_dates_and_codes_by_their_place() {
    let at = |day: i64| Some(Stamp::new(1_795_990_000_000 + day * 86_400_000, 0));
    let code = |name: &str, within| ProjectCode { guid: Guid::NONE, name: name.into(), within };
    let mut codes = [code("Coping", None), code("Rest", Some(0)), code("Work", None), code("Rest", Some(2)), code("REST", Some(0))];
    (0..).zip(&mut codes).for_each(|(n, code)| code.guid = Guid::of(&format!("code {n}")));
    let coding = |n: usize, place: usize, day: Option<i64>| ProjectCoding {
        guid: Guid::of(&format!("coding {n}")),
        code: codes[place].guid,
        at: day.and_then(at),
        ..ProjectCoding::default()
    };
    let elsewhere = ProjectCoding { code: Guid::of("of no code"), ..coding(9, 0, Some(0)) };
    let codings =
        vec![coding(1, 1, Some(5)), coding(2, 4, Some(3)), coding(2, 4, Some(1)), coding(3, 3, None), coding(4, 1, None), elsewhere];
    let project = Project { codes: codes.to_vec(), sources: vec![source(P07)], codings, ..Project::default() };
    let all = [session(P07, &[1]), session(P08, &[1]), gone("2026-11-01-P01-first")];
    let matched = matched(&project, &all, &[], &named);
    let told: Vec<(String, usize, Option<Stamp>)> =
        matched.sessions[0].codes.iter().map(|one| (one.code.join(" / "), one.codings, one.first)).collect();
    assert_eq!(told, [("Coping / Rest".into(), 3, at(3)), ("Work / Rest".into(), 1, None)]);
    assert_eq!((matched.sessions.len(), matched.without), (1, vec![P08.to_owned()]));
}

#[test]
fn of_a_session_that_is_gone_nothing_comes_back() {
    let all = [gone(P07), session(P08, &[1])];
    let project = coded_with(&code_called("new", None), (Guid::of("new"), None, None));
    let matched = matched(&project, &all, &[(format!("{P07}-1"), P07.into())], &named);
    assert_eq!((matched.sessions.len(), matched.sources.len(), matched.not_come.len(), matched.handed), (0, 0, 1, 0));
    assert_eq!(found(&format!("{P07}-4.wav"), &all), None);
}
