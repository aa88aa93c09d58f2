//! Each record with and without something in it, and how an item stands that draws on them.

use std::collections::BTreeMap;

use super::*;
use crate::domain::code::Code;
use crate::domain::guide::Audience;
use crate::domain::guide::Change;
use crate::domain::guide::Covers;
use crate::domain::guide::Round;
use crate::domain::guide::history::GuideVersion;
use crate::domain::guide::history::SessionOfVersion;
use crate::domain::letter::tree::Block;
use crate::domain::note::NoteKind;
use crate::domain::retention::Terms;
use crate::domain::study::InformationLetter;
use crate::domain::study::StudySettings;
use crate::domain::study::analysis::Analysis;
use crate::domain::study::checking::CheckTiming;
use crate::domain::study::checking::MemberCheckSettings;
use crate::domain::study::decisions::DecisionKind;
use crate::domain::study::figures::Basis;
use crate::domain::study::figures::Figures;
use crate::domain::study::figures::codes::CodeSource;
use crate::domain::study::figures::codes::CodedInterview;
use crate::domain::study::figures::codes::CodedKind;
use crate::domain::study::figures::codes::Rationale;
use crate::domain::study::figures::codes::Saturation;
use crate::domain::study::figures::fields::Consented;
use crate::domain::study::figures::fields::Interviewer;
use crate::domain::study::figures::fields::Moments;
use crate::domain::study::figures::fields::Place;
use crate::domain::study::figures::fields::WentWrong;
use crate::domain::study::figures::guides::VersionsOf;
use crate::domain::study::figures::lengths::KindOfInterview;
use crate::domain::study::figures::sample::CategoryCount;
use crate::domain::study::figures::sample::Described;
use crate::domain::study::figures::sample::People;
use crate::domain::study::figures::sample::Sample;
use crate::domain::study::interviewer::InterviewerProfile;
use crate::domain::study::recruitment::Recruitment;
use crate::domain::study::register::Register;
use crate::domain::study::reporting::checklist::InLanguages;
use crate::domain::study::reporting::facts::OwnProfile;
use crate::domain::study::reporting::records::Records;
use crate::domain::study::sample::Count;
use crate::domain::study::sample::GroupSample;
use crate::words::Words;
use crate::words::speaking;

/// The figures of a study in which nothing has happened.
fn nothing() -> Figures {
    let (kept, register) = (BTreeMap::new(), Register::default());
    Figures::of(Basis { title: "After therapy", analysis: None, coding: None, sessions: &[], kept: &kept, own: &[], register: &register })
}

/// What `source` says of a study with these.
fn says(source: Source, figures: &Figures, settings: &StudySettings, records: &Records) -> Vec<String> {
    source.says(&Facts { figures, records, settings, codes: &settings.codes, coding: None, own: None, on: "2026-11-28", version: "1.2.3" })
}

fn kind(guide: &str, round: Round, n: usize, people: usize) -> KindOfInterview {
    KindOfInterview {
        guide: guide.into(),
        round,
        title: guide.to_uppercase(),
        audience: Audience::Individual.word(),
        n,
        people,
        mean_min: 39,
        min_min: 20,
        max_min: 59,
        total_min: 770,
        recorded: n - 2,
        partly_recorded: 1,
        by_clock: 1,
        from: "2026-01-05".into(),
        to: "2026-02-12".into(),
    }
}

/// The figures of a study of which everything is known.
fn everything() -> Figures {
    let sample = Sample {
        group: Some("patients"),
        audience: "individual",
        n: 20,
        also_elsewhere: 0,
        not_listed: 0,
        attributes: vec![Described {
            attribute: "gender".into(),
            label: None,
            recorded: 20,
            not_recorded: 0,
            number: None,
            categories: ["woman", "man"].map(|value| CategoryCount { value: value.into(), n: 10, percent: Some(50) }).to_vec(),
        }],
    };
    let place = |aspect, value: Option<&str>, n| Place { group: Some("patients"), aspect, value: value.map(str::to_owned), n };
    let change = Change { version: "1.1".into(), date: "2026-01-20".into(), what: "shorter".into(), pilot: true, ..Change::default() };
    let session = SessionOfVersion { session: "s".into(), participant: "P01".into(), date: "2026-01-05".into() };
    let version =
        GuideVersion { version: "1.1".into(), current: true, since: None, changes: vec![change], sessions: vec![session], texts: 1 };
    let interview = CodedInterview {
        coded: 1,
        held: 1,
        session: "s".into(),
        participant: "P01".into(),
        coded_on: None,
        codes: 2,
        new: 2,
        new_in_study: 2,
        total: 2,
    };
    let coded = CodedKind {
        guide: "patient".into(),
        round: "first",
        held: 2,
        coded: 1,
        not_coded: vec!["t".into()],
        codes: 2,
        run_without_new: 0,
        interviews: vec![interview],
    };
    let mut figures = nothing();
    figures.sessions.counted = 37;
    figures.by_guide = vec![kind("patient", Round::First, 20, 20), kind("later", Round::FollowUp, 17, 17)];
    figures.people = People { n: 32, interviewed_again: 17, in_group_too: 1 };
    figures.sample = vec![sample.clone(), Sample { audience: Audience::Group.word(), n: 13, ..sample }];
    figures.recruitment = vec![Recruitment { contacted: Some(40), no_answer: 3, ..Recruitment::default() }.beside(37)];
    figures.sampling_plan = vec![GroupSample {
        group: Some("patients".into()),
        wanted: Some(20),
        count: Count { interviewed: 18, waiting: 1 },
        withdrew: 0,
        margins: Vec::new(),
    }];
    figures.guide_versions = vec![VersionsOf { guide: "patient".into(), title: "The guide".into(), versions: vec![version] }];
    figures.interviewers = vec![
        Interviewer { code: Some("I1".into()), led: 30, assisted: 2, observed: 1 },
        Interviewer { code: Some("Anna".into()), led: 6, ..Interviewer::default() },
        Interviewer { code: None, led: 1, ..Interviewer::default() },
    ];
    figures.places = vec![
        place("place", Some("home"), 20),
        place("place", None, 17),
        place("mode", Some("video"), 1),
        place("also-there", Some("partner"), 3),
    ];
    figures.incidents = vec![WentWrong { kind: "battery".into(), n: 2, sessions: 1 }];
    figures.moments = Moments { off_record: 2, off_record_sessions: 2, ..Moments::default() };
    figures.consent = vec![Consented {
        group: Some("patients"),
        item: "quotes".into(),
        covers: Covers::Quotes,
        asked: 37,
        given: 35,
        refused: 2,
        unanswered: 0,
    }];
    let checks = &mut figures.member_checks;
    (checks.sent, checks.came_back, checks.participants) = (3, 3, ["P01", "P02", "P03"].map(str::to_owned).to_vec());
    checks.outcomes.insert("agreed", 3);
    figures.saturation = Some(Saturation { stance: Analysis::Codebook, source: CodeSource::CodesInNotes, undated: 0, kinds: vec![coded] });
    figures.rationale = None;
    figures
}

fn settings() -> StudySettings {
    let says = |text: &str| Some(text.to_owned());
    let profile = InterviewerProfile {
        gender: says("woman"),
        credentials: says("MSc"),
        occupation: says("nurse"),
        training: says("two days"),
        relation: says("none"),
        known: says("that she was a nurse"),
        stance: says("believes in rest"),
    };
    StudySettings {
        analysis: Some(Analysis::Codebook),
        interviewers: [("i1".to_owned(), profile)].into(),
        information_letter: Some(InformationLetter { version: "2.1".into(), date: says("2025-12-01") }),
        retention: "15 years".into(),
        codes: vec![Code { description: "what helps".into(), ..Code::called("relief") }, Code::called("work")],
        ..StudySettings::default()
    }
}

fn records() -> Records {
    Records {
        noted: 37,
        notes: vec![(NoteKind::Quote, 40), (NoteKind::Observation, 12)],
        late: 5,
        pages: 4,
        transcribed: 9,
        verified: 2,
        quotes: 6,
        quoted: 5,
        quotable: 18,
        decisions: vec![(DecisionKind::Coding, 2)],
    }
}

#[test]
fn a_study_in_which_nothing_happened_says_nothing() {
    for source in Source::ALL {
        assert_eq!(says(source, &nothing(), &StudySettings::default(), &Records::default()), Vec::<String>::new(), "{}", source.word());
    }
}

#[test]
fn each_record_says_what_is_in_it() {
    let of = |source| says(source, &everything(), &settings(), &records());
    for (source, wanted) in [
        (Source::Interviewers, &["I1: led 30, assisted in 2, observed 1", "Of one interview nobody said who led it."][..]),
        (Source::Credentials, &["I1: MSc", "an interviewer whose code looks like a name: not recorded"]),
        (Source::Occupation, &["I1: nurse"]),
        (Source::Gender, &["I1: woman"]),
        (Source::Training, &["I1: two days"]),
        (Source::Relation, &["I1: none"]),
        (Source::Known, &["I1: that she was a nurse"]),
        (Source::Stance, &["I1: believes in rest"]),
        (Source::Analysis, &["codebook"]),
        (Source::SamplingPlan, &["patients", "18", "20"]),
        (Source::Refusals, &["40", "3"]),
        (
            Source::SampleSize,
            &[
                "Who was interviewed: patients (n = 20)",
                "in groups: patients (n = 13)",
                "In all, 32 people took part; everybody counts once",
            ],
        ),
        (Source::Sample, &["gender: woman 10 (50); man 10 (50)"]),
        (Source::Dates, &["Held from 2026-01-05 to 2026-02-12."]),
        (Source::Setting, &["patients: home (20); not recorded (17)", "patients: by video (1)"]),
        (Source::OthersPresent, &["patients: partner (3)"]),
        (Source::Guide, &["The guide (patient): version 1.1, one session", "one pilot"]),
        (Source::GuideChanges, &["patient 1.1, 2026-01-20", "shorter"]),
        (
            Source::RepeatInterviews,
            &[
                "later (follow-up): 17 with 17 people",
                "17 people were interviewed more than once",
                "One person was interviewed and sat in a group",
            ],
        ),
        (
            Source::Recording,
            &["from beginning to end: 33 of 37.", "Of 2, a part.", "Of 2 there is no sound", "2 times it was off the record"],
        ),
        (Source::FieldNotes, &["37 of 37.", "(40)", "(12)", "5 of them were written after", "After 4"]),
        (Source::Durations, &["patient (first): n = 20, length in minutes: mean 39 (range 20 to 59), 770 in all", "half up"]),
        (Source::Saturation, &["New codes per interview", "still brought a new code", "One of 2 is not coded"]),
        (Source::TranscriptsReturned, &["3 summaries were sent, to P01, P02, P03; 3 came back.", "no transcript"]),
        (Source::Codes, &["2 codes, 1 of which say what they mean: relief, work.", "codes in notes"]),
        (Source::Software, &["37 sessions", "1.2.3"]),
        (Source::ParticipantChecking, &["3 came back", "agreed with all of it: 3"]),
        (Source::Quotations, &["6 quotes", "of 5 of the 18 people"]),
        (Source::Ethics, &["version 2.1", "2025-12-01", "quoting (patients): asked 37, yes 35, no 2, no answer 0"]),
        (Source::Retention, &["15 years"]),
        (Source::Transcripts, &["a transcript: 9 of 37.", "Of 2 of these"]),
        (Source::Decisions, &["2 decisions", "(2)"]),
        (Source::Incidents, &["the battery was low (2)"]),
    ] {
        let told = of(source).join(" | ");
        for words in wanted {
            assert!(told.contains(words), "{}: {words}: {told}", source.word());
        }
        assert!(!told.contains("Anna"), "{}: {told}", source.word());
    }
}

#[test]
fn what_is_in_part_known_says_what_is_not() {
    let (mut figures, records) = (everything(), Records::default());
    let plain = StudySettings::default();
    figures.recruitment.clear();
    assert!(says(Source::Refusals, &figures, &plain, &records).is_empty());
    figures.dropped_out = [("keep", 2), ("destroy", 1), ("destroy-all", 1)].into();
    let told = says(Source::Refusals, &figures, &plain, &records);
    assert_eq!(told.len(), 2, "{told:?}");
    assert_eq!(
        told,
        [
            "4 participants stopped taking part: 2 let what there was stay, 1 wanted the sound destroyed, 1 wanted all of it destroyed.",
            "How many were asked and refused is not recorded."
        ]
    );
    // That somebody was in one room is taken for granted, so it is no record.
    figures.places = vec![Place { group: None, aspect: "mode", value: Some("in-person".into()), n: 37 }];
    assert!(says(Source::Setting, &figures, &plain, &records).is_empty());
    // Nobody said who led: that is none of who did.
    figures.interviewers = vec![Interviewer { code: None, led: 37, ..Interviewer::default() }];
    assert!(says(Source::Interviewers, &figures, &plain, &records).is_empty());
    figures.by_guide.truncate(1);
    figures.people = People { n: 20, ..People::default() };
    assert_eq!(says(Source::RepeatInterviews, &figures, &plain, &records), ["Nobody was interviewed again."]);
    figures.incidents.clear();
    figures.guide_versions[0].versions[0].changes.clear();
    assert!(says(Source::Guide, &figures, &plain, &records)[1].contains("whether it was tried out beforehand is not recorded"));
    assert_eq!(says(Source::Incidents, &figures, &plain, &records), ["No equipment failed and no sound was lost, as far as is known."]);
}

#[test]
fn reflexive_work_has_no_saturation_and_a_study_that_says_nothing_has_none_recorded() {
    let mut figures = everything();
    (figures.saturation, figures.rationale) = (None, Some(Rationale::of(Some(Analysis::Reflexive))));
    let told = says(Source::Saturation, &figures, &settings(), &records());
    assert!(told[0].contains("reflexive") && told[0].contains("do not run dry"), "{told:?}");
    figures.rationale = Some(Rationale::of(None));
    assert!(says(Source::Saturation, &figures, &settings(), &records()).is_empty());
    let timing = MemberCheckSettings { timing: CheckTiming::Findings, ..MemberCheckSettings::default() };
    let told = says(Source::TranscriptsReturned, &figures, &StudySettings { member_check: timing, ..settings() }, &records());
    assert!(told[1].contains("all conversations together"), "{told:?}");
    let terms: Terms = Terms::default();
    assert!(says(Source::Retention, &figures, &StudySettings { retention: String::new(), terms, ..settings() }, &records()).is_empty());
}

#[test]
fn what_somebody_wrote_of_themselves_stands_in_where_the_study_says_nothing() {
    let (figures, records) = (everything(), records());
    let own =
        OwnProfile { code: "i1".into(), says: InterviewerProfile { training: Some("nursing".into()), ..InterviewerProfile::default() } };
    let of = |settings: &StudySettings| {
        let facts = Facts {
            figures: &figures,
            records: &records,
            settings,
            codes: &[],
            coding: None,
            own: Some(&own),
            on: "2026-11-28",
            version: "1",
        };
        Source::Training.says(&facts)[0].clone()
    };
    assert_eq!(of(&StudySettings::default()), "I1: nursing");
    assert_eq!(of(&settings()), "I1: two days", "what the study says counts");
}

fn item(number: &str, from: &[Source]) -> ChecklistItem {
    ChecklistItem {
        item: number.into(),
        asks: InLanguages { any: format!("What of {number}"), by_tag: [("nl".to_owned(), format!("Wat van {number}"))].into() },
        from: from.to_vec(),
        ..ChecklistItem::default()
    }
}

fn checklist() -> Checklist {
    let mut own = item("3", &[]);
    own.next = Some(InLanguages { any: "in the protocol".into(), by_tag: BTreeMap::new() });
    let items = vec![item("1", &[Source::SampleSize, Source::Gender]), item("2b", &[Source::Quotations]), own, item("4", &[])];
    Checklist { name: "own".into(), title: "OWN <1>".into(), citation: "somewhere".into(), items }
}

fn report(figures: &Figures, settings: &StudySettings) -> Report {
    let records = Records::default();
    let facts = Facts { figures, records: &records, settings, codes: &[], coding: None, own: None, on: "2026-11-28", version: "1.2.3" };
    Report::of(&checklist(), &facts)
}

/// All that stands in the document, block by block.
fn texts(report: &Report, words: Words) -> String {
    let text = |block: &Block| match block {
        Block::Heading(_, text) | Block::Paragraph(text) | Block::Quote(text) => text.as_str().to_owned(),
        Block::List(all) => all.iter().map(|text| text.as_str()).collect::<Vec<_>>().join("\n"),
        other => panic!("not of a report: {other:?}"),
    };
    report.document(words).blocks.iter().map(text).collect::<Vec<_>>().join("\n")
}

#[test]
fn an_item_is_filled_or_yours_or_not_recorded() {
    let answers = [("own".to_owned(), [("2b", "See table 3.\n\nAll of it."), ("9", "x")])];
    let answers = answers.map(|(list, all)| (list, all.map(|(item, text)| (item.to_owned(), text.to_owned())).into()));
    let settings = StudySettings { reporting: answers.into(), ..StudySettings::default() };
    let report = report(&everything(), &settings);
    let states: Vec<State> = report.items.iter().map(Answered::state).collect();
    assert_eq!(states, [State::Filled, State::Filled, State::Yours, State::Yours]);
    assert_eq!(report.counts(), Counts { filled: 2, want_more: 0, yours: 2, not_recorded: 0 });
    assert_eq!(strangers(&report.checklist, &settings.reporting), ["9"]);
    let told = texts(&report, Words::english());
    for words in [
        "OWN <1>: After therapy",
        "Made on 2026-11-28",
        "hearback 1.2.3",
        "Checklist followed: OWN <1>. somewhere",
        "37 sessions were held to their end.",
        "1. What of 1\nWho was interviewed: patients (n = 20)\n",
        "everybody counts once here.\nFrom: the sessions",
        "Not recorded: the interviewers’ gender. Where it could be kept next time: “interviewers” in study.yaml",
        "2b. What of 2b\nIn the study’s own words (study.yaml, “reporting”):\nSee table 3.\nAll of it.\nNot recorded: quotes.",
        "Yours to write. In study.yaml it stands under “reporting”, “own”, “3”.\nin the protocol",
        "Of 4 items, 2 are filled (0 of them want more from you), 2 are yours to write and 0 are not recorded.",
    ] {
        assert!(told.contains(words), "{words}:\n{told}");
    }
}

#[test]
fn of_a_study_in_which_nothing_happened_nothing_is_filled_in_either_language() {
    for (words, wanted) in [
        (Words::english(), ["Not recorded: how many took part.", "Yours to write.", "What of 4", "0 are filled"]),
        (Words::dutch(), ["Niet vastgelegd: hoeveel er meededen.", "Dit vul je zelf in", "Wat van 4", "zijn er 0 gevuld"]),
    ] {
        speaking(words, || {
            let report = report(&nothing(), &StudySettings::default());
            assert_eq!(report.counts(), Counts { filled: 0, want_more: 0, yours: 2, not_recorded: 2 });
            let told = texts(&report, words);
            for said in wanted {
                assert!(told.contains(said), "{said}:\n{told}");
            }
        });
    }
}
