//! Each form, read back by a strict reader of our own, over texts that readers stumble over.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use super::*;
use crate::document::handover::bagit::Lying;
use crate::domain::code::Code;
use crate::domain::consent::Agreement;
use crate::domain::coverage::Coverage;
use crate::domain::digest::Digest;
use crate::domain::evening::PageLine;
use crate::domain::guide::Id;
use crate::domain::guide::Round;
use crate::domain::handover::Asked;
use crate::domain::handover::Case;
use crate::domain::handover::Covered;
use crate::domain::handover::GuideOf;
use crate::domain::handover::HandedOver;
use crate::domain::handover::NoSound;
use crate::domain::handover::Noted;
use crate::domain::handover::Sound;
use crate::domain::handover::Spoken;
use crate::domain::handover::Unheard;
use crate::domain::handover::Voice;
use crate::domain::handover::WithoutSound;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::study::register::Register;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcriber::Role;
use crate::domain::transcript::Trust;
use crate::xml;
use crate::xml::Element;
use crate::xml::Names;

mod people;

fn hostile() -> Vec<String> {
    let mut texts: Vec<String> = [
        "one, \"two\"\n\nthree; 'four'",
        "00:00:01.000 --> 00:00:02.000",
        "1\n00:00:01,000 --> 00:00:02,000\nnot a cue",
        "a & b < c > d &amp; </v> <b>",
        "nul\0 bell\u{7} \u{fffe}\u{ffff} \u{b}end",
        "=1+1",
        "+1",
        "-1",
        "@x",
        "\tx",
        "\r\nx",
        "שלום \u{202e}abc\u{202c} עולם",
        "👩‍👩‍👧 é \u{1f1f3}\u{1f1f1}",
        "2",
        "\\2",
        "]]> <!-- --> <?xml?>",
        "NOTE\nWEBVTT\nSTYLE",
        " ",
        "",
        " leading and trailing ",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.push("lang, ".repeat(1_667));
    texts
}

/// A session with a note and a passage of each text, a second apart, in two takes; or without sound.
pub(crate) fn material(name: &str, texts: &[String], has_sound: bool) -> HandedOver {
    let at = |n: usize| Position::from_millis(n as u64 * 1000 + 7);
    let take = |take: u32, from: u64, to: u64| Sound {
        take: TakeNumber(take),
        from: Position::from_millis(from),
        to: Position::from_millis(to),
        frames: Frames((to - from) * 48),
        rate: SampleRate::STUDIO,
        bytes: (to - from) * 96,
        sha256: None,
        cuts: Vec::new(),
    };
    let note = |(n, text): (usize, &String)| Noted {
        id: NoteId(u32::try_from(n).unwrap() + 1),
        kind: if n % 2 == 0 { NoteKind::Quote } else { NoteKind::Paraphrase },
        from: at(n),
        to: at(n + 2),
        has_end: n % 3 == 0,
        question: Some(Id::new("q1")),
        text: text.clone(),
        tags: vec!["tired".into()],
        codes: vec!["Rest".into(), "rest ".into()],
        people: vec!["P01".into()],
        late: false,
    };
    let said = |(n, text): (usize, &String)| Spoken {
        name: format!("1.{}", n + 1),
        from: at(n),
        to: at(n + 3),
        speaker: if n % 2 == 0 { "P<01>".into() } else { String::new() },
        words: text.clone(),
        trust: Trust::Sounds,
    };
    let end = (texts.len() as u64 + 4) * 1000;
    let asked = |from: u64, to: u64, question: &str| Asked {
        from: Position::from_millis(from),
        to: Position::from_millis(to),
        question: Id::new(question),
        label: "Where, \"exactly\"?".into(),
        topic: "Place & time".into(),
    };
    HandedOver {
        session: name.into(),
        id: format!("id-{name}"),
        participant: "P01".into(),
        participants: vec!["P01".into()],
        round: Round::First,
        guide: GuideOf { id: "patient-first".into(), version: "1.0".into(), title: "Pain & rest".into(), language: "en".into() },
        held: Stamp::new(1_795_341_600_123, 60),
        end: Position::from_millis(end),
        by_video: false,
        quotes: Agreement::Given,
        people: vec![Voice { code: "P01".into(), role: Role::Participant }, Voice { code: "I1".into(), role: Role::Interviewer }],
        sound: if has_sound { Ok(vec![take(1, 0, 5000), take(2, 5000, end)]) } else { Err(WithoutSound::None) },
        gaps: vec![Unheard { from: at(1), to: at(2), why: NoSound::Silent }, Unheard { from: at(2), to: at(2), why: NoSound::OffRecord }],
        topics: vec![asked(0, 6000, "q1"), asked(6000, end, "q2")],
        coverage: vec![Covered { question: Id::new("q1"), label: "Where?".into(), coverage: Coverage::Asked, choice: None, reason: None }],
        notes: texts.iter().enumerate().map(note).collect(),
        passages: texts.iter().enumerate().map(said).collect(),
        page: Vec::new(),
    }
}

/// Where each note lies, in every part.
fn lie(of: &HandedOver) -> Vec<(u32, u32, u64, u64)> {
    let parts = part::Part::all(of);
    let of_part = |part: &part::Part<'_>| {
        let take = part.sound.map_or(0, |sound| sound.take.0);
        part.notes().map(|(from, to, note)| (note.id.0, take, from, to)).collect::<Vec<_>>()
    };
    parts.iter().flat_map(of_part).collect()
}

#[test]
fn a_note_where_there_is_no_sound_stands_at_the_nearest_and_once() {
    let mut of = material("x", &["a", "b", "c", "d", "e", "f"].map(str::to_owned), true);
    let Ok(takes) = &mut of.sound else { panic!() };
    // The microphone was away from 2 s to 3 s, and since 4 s.
    (takes[0].from, takes[0].to) = (Position::from_millis(500), Position::from_millis(2000));
    (takes[1].from, takes[1].to) = (Position::from_millis(3000), Position::from_millis(4000));
    let found = lie(&of);
    let begins: Vec<(u32, u32, u64)> = found.iter().map(|(note, take, from, _)| (*note, *take, *from)).collect();
    assert_eq!(begins, [(1, 1, 0), (2, 1, 507), (3, 1, 1499), (4, 2, 7), (5, 2, 999), (6, 2, 999)]);
    assert_eq!(of.beside_the_sound(), (4, 3), "notes; and two passages and a question in no take");
    assert!(found.iter().all(|(_, _, from, to)| from < to));
}

#[test]
fn what_ends_where_a_take_begins_is_not_in_it() {
    let mut of = material("x", &["a".to_owned()], true);
    (of.passages[0].from, of.passages[0].to) = (Position::from_millis(4000), Position::from_millis(5000));
    let Ok(takes) = &mut of.sound else { panic!() };
    (takes[0].to, takes[1].from, takes[1].to) = (Position::from_millis(5000), Position::from_millis(5000), Position::from_millis(9000));
    of.end = Position::from_millis(9000);
    let found: Vec<usize> = part::Part::all(&of).iter().map(|part| part.passages().count()).collect();
    assert_eq!(found, [1, 0]);
}

#[test]
fn of_a_session_without_sound_the_questions_leave_as_well() {
    let mut all = all();
    all.sessions.remove(0);
    let package = Form::Qdpx.package(&all).unwrap();
    let project = text(&package, "project.qde");
    for question in ["q1", "q2"] {
        let selections: Vec<&str> =
            project.split("<PlainTextSelection ").filter(|one| one.contains(&format!("name=\"{question}\""))).collect();
        assert!(selections.len() == 1 && selections[0].contains("<CodeRef "), "{question}: {selections:?}");
    }
    let path = package.parts().iter().find(|part| part.path.starts_with("sources/")).unwrap().path.clone();
    let lines = text(&package, &path);
    assert_eq!(lines.lines().nth(1), Some("[00:00:00] question: Place & time: Where, \"exactly\"?"), "{lines}");
}

fn all() -> Handover {
    let attributes = [("age", "48,5"), ("=cmd", "a & \"b\"")].map(|(name, value)| (name.to_owned(), value.to_owned()));
    let mut quiet = material("2026-11-23-P01-follow-up", &hostile(), false);
    quiet.passages.clear();
    Handover {
        title: "A <study> & \"more\"".into(),
        researchers: vec!["R. One".into()],
        program: "hearback 0".into(),
        on: "2026-11-24".into(),
        codes: vec![Code { code: "rest".into(), description: "What & why\0".into(), when: String::new() }],
        cases: vec![Case { code: "P01".into(), attributes: attributes.into() }],
        sessions: vec![material("2026-11-22-P01-first", &hostile(), true), quiet],
        ..Handover::default()
    }
}

fn text(package: &Package, path: &str) -> String {
    let part = package.parts().iter().find(|part| part.path == path).unwrap_or_else(|| panic!("{path}: {package:?}"));
    let Content::Bytes(bytes) = &part.content else { panic!("{path} is sound") };
    String::from_utf8(bytes.clone()).unwrap()
}

/// The notes of the session with sound that lie in its second take, in its milliseconds.
fn in_second_take() -> Vec<u64> {
    (5..hostile().len()).map(|n| n as u64 * 1000 + 7 - 5000).collect()
}

#[test]
fn every_line_of_json_is_an_object_with_the_text_as_it_was() {
    let lines = text(&Form::Jsonl.package(&all()).unwrap(), "export.jsonl");
    let lines: Vec<serde_json::Value> = lines.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!((lines[0]["type"].as_str(), lines[0]["schema"].as_u64()), (Some("export"), Some(1)));
    let notes: Vec<_> = lines.iter().filter(|line| line["type"] == "note").collect();
    let texts: Vec<&str> = notes.iter().map(|note| note["text"].as_str().unwrap()).collect();
    assert_eq!(texts, hostile().iter().chain(&hostile()).map(String::as_str).collect::<Vec<_>>());
    assert_eq!((notes[5]["take"].as_u64(), notes[5]["take_ms"].as_u64(), notes[5]["from_ms"].as_u64()), (Some(2), Some(7), Some(5007)));
    let ids: BTreeSet<&str> = lines.iter().filter_map(|line| line["id"].as_str()).collect();
    assert_eq!(ids.len(), lines.iter().filter(|line| line["id"].is_string()).count(), "no id twice");
}

/// Cells as RFC 4180 has them.
fn cells(table: &str) -> Vec<Vec<String>> {
    let (mut rows, mut row, mut cell, mut quoted) = (Vec::new(), Vec::new(), String::new(), false);
    let mut signs = table.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '"' if quoted && signs.peek() == Some(&'"') => cell.push(signs.next().unwrap()),
            '"' if quoted => quoted = false,
            sign if quoted => cell.push(sign),
            '"' if cell.is_empty() => quoted = true,
            ',' => row.push(std::mem::take(&mut cell)),
            '\r' => {
                assert_eq!(signs.next(), Some('\n'));
                row.push(std::mem::take(&mut cell));
                rows.push(std::mem::take(&mut row));
            }
            '"' | '\n' => panic!("a sign that stands in quotation marks only"),
            sign => cell.push(sign),
        }
    }
    assert!(row.is_empty() && cell.is_empty() && !quoted);
    rows
}

#[test]
fn every_row_of_the_table_has_its_cells_and_none_is_a_formula() {
    let rows = cells(&text(&Form::Csv.package(&all()).unwrap(), "export.csv"));
    assert!(rows.iter().all(|row| row.len() == 15 && row.iter().all(|cell| !cell.starts_with(['=', '+', '-', '@', '\t', '\r']))));
    let first = |row: &&Vec<String>| row[0].ends_with("first") && matches!(row[8].as_str(), "note" | "moment");
    let texts: Vec<&str> = rows.iter().filter(first).map(|row| row[14].as_str()).collect();
    let put = |text: &String| {
        let text = signs::legal(text).into_owned();
        if text.starts_with(['=', '+', '-', '@', '\t', '\r']) { format!("'{text}") } else { text }
    };
    assert_eq!(texts, hostile().iter().map(put).collect::<Vec<_>>());
}

fn ms(clock: &str) -> u64 {
    let (h, rest) = clock.split_once(':').unwrap();
    let (m, rest) = rest.split_once(':').unwrap();
    let (s, ms) = rest.split_once(['.', ',']).unwrap();
    assert_eq!((m.len(), s.len(), ms.len()), (2, 2, 3));
    let number = |text: &str| text.parse::<u64>().unwrap();
    number(h) * 3_600_000 + number(m) * 60_000 + number(s) * 1000 + number(ms)
}

/// The blocks of a file of subtitles: when each begins and ends, and its lines.
fn cues(file: &str) -> Vec<(u64, u64, Vec<&str>)> {
    let blocks = file.split("\n\n").filter(|block| block.contains(" --> "));
    let cue = |block: &'_ str| -> (u64, u64, usize) {
        let lines: Vec<&str> = block.trim_start_matches('\n').lines().collect();
        assert_eq!(lines.iter().filter(|line| line.contains("-->")).count(), 1, "{block}");
        let (from, to) = lines[1].split_once(" --> ").unwrap();
        (ms(from), ms(to), 0)
    };
    blocks.map(|block| (cue(block).0, cue(block).1, block.trim_start_matches('\n').lines().skip(2).collect())).collect()
}

#[test]
fn subtitles_are_cues_that_readers_take_apart_as_they_were() {
    for form in [Form::Vtt, Form::Srt] {
        let package = form.package(&all()).unwrap();
        assert_eq!(package.parts().len(), 3, "a file a take, and one without sound");
        let ending = form.word();
        let file = text(&package, &format!("2026-11-22-P01-first-2.{ending}"));
        let read = cues(&file);
        let spoken = |n: usize| !signs::in_lines(&hostile()[n]).is_empty();
        let begins: Vec<u64> = read.iter().map(|(from, _, _)| *from).collect();
        // What goes over the edge of a take is in both, from the edge on.
        let wanted: Vec<u64> = (2..hostile().len()).filter(|n| spoken(*n)).map(|n| (n as u64 * 1000 + 7).saturating_sub(5000)).collect();
        assert_eq!(begins, wanted, "{file}");
        assert!(read.iter().all(|(from, to, lines)| from < to && !lines.is_empty() && lines.iter().all(|line| !line.trim().is_empty())));
        let notes = text(&package, &format!("2026-11-23-P01-follow-up.{ending}"));
        assert_eq!(cues(&notes).len(), hostile().len(), "without a transcript, the notes: {notes}");
    }
    let file = text(&Form::Vtt.package(&all()).unwrap(), "2026-11-22-P01-first-1.vtt");
    assert!(file.starts_with("WEBVTT\n\n") && file.contains("\n<v P&lt;01&gt;>one, \"two\"\nthree"), "{file}");
    assert!(file.contains("a &amp; b &lt; c &gt; d &amp;amp; &lt;/v&gt; &lt;b&gt;"), "{file}");
}

#[test]
fn a_label_track_has_three_fields_a_line() {
    let track = text(&Form::Audacity.package(&all()).unwrap(), "2026-11-22-P01-first-2.txt");
    for line in track.lines() {
        let fields: Vec<&str> = line.split('\t').collect();
        let [from, to, title] = fields.as_slice() else { panic!("{line:?}") };
        let (from, to): (f64, f64) = (from.parse().unwrap(), to.parse().unwrap());
        assert!(from <= to && (!title.is_empty() || line.ends_with('\t')), "{line:?}");
    }
    assert!(track.lines().any(|line| line.starts_with("8.007000\t8.007000\tparaphrase: P01: 2")), "{track}");
}

#[test]
fn a_project_says_who_asked_whose_words_they_are_and_where_nothing_is_heard() {
    let mut all = all();
    all.sessions[1].people[1].code = "I2".into();
    let project = text(&Form::Qdpx.package(&all).unwrap(), "project.qde");
    let root = crate::xml::read(&project, crate::xml::Names::Local).unwrap();
    let users = root.child("Users").unwrap().elements();
    let named: BTreeMap<&str, &str> = users.map(|user| (user.attribute("name").unwrap(), user.attribute("guid").unwrap())).collect();
    let made: BTreeSet<&str> = root.child("Sources").unwrap().elements().map(|one| one.attribute("creatingUser").unwrap()).collect();
    assert_eq!(made, named.values().copied().collect(), "each session is theirs who asked in it");
    let first = root.child("Sources").unwrap().elements().find(|one| one.name == "AudioSource").unwrap();
    let selections: Vec<&crate::xml::Element> = first.elements().filter(|one| one.name == "AudioSelection").collect();
    let about = |one: &crate::xml::Element| one.child("Description").map(crate::xml::Element::text).unwrap_or_default();
    assert!(selections.iter().any(|one| about(one).starts_with("P01: ")), "whose words they are");
    for (name, from, to) in [("silent", "1007", "2007"), ("off-record", "2007", "2008")] {
        let gap = selections.iter().find(|one| one.attribute("name") == Some(name)).unwrap();
        assert_eq!((gap.attribute("begin"), gap.attribute("end")), (Some(from), Some(to)));
        assert!(gap.child("Coding").is_some(), "without one QualCoder drops it");
    }
}

/// The chunks of a RIFF file after its sound.
fn chunks(mut bytes: &[u8]) -> Vec<(&[u8], &[u8])> {
    let mut found = Vec::new();
    while !bytes.is_empty() {
        let long = u32::from_le_bytes(bytes[4..8].try_into().unwrap()) as usize;
        assert_eq!(long % 2, 0, "of even length");
        found.push((&bytes[..4], &bytes[8..8 + long]));
        bytes = &bytes[8 + long..];
    }
    found
}

#[test]
fn every_note_is_a_marker_in_its_take() {
    let package = Form::Wav.package(&all()).unwrap();
    assert_eq!(package.parts().len(), 2);
    let Content::Sound(packed) = &package.parts()[1].content else { panic!() };
    assert_eq!((packed.session, packed.take, package.parts()[1].path.as_str()), (0, TakeNumber(2), "2026-11-22-P01-first-2.wav"));
    let found = chunks(&packed.after);
    assert_eq!(found.iter().map(|(name, _)| *name).collect::<Vec<_>>(), [b"cue ", b"LIST"]);
    let cue = |bytes: &[u8]| (u32::from_le_bytes(bytes[..4].try_into().unwrap()), u32::from_le_bytes(bytes[20..24].try_into().unwrap()));
    let cues: Vec<(u32, u32)> = found[0].1[4..].chunks(24).map(cue).collect();
    let within = chunks(found[1].1.strip_prefix(b"adtl").unwrap());
    let labels: Vec<(u32, String)> = within
        .iter()
        .take_while(|(name, _)| name == b"labl")
        .map(|(_, bytes)| {
            let text = bytes[4..].split(|byte| *byte == 0).next().unwrap();
            (u32::from_le_bytes(bytes[..4].try_into().unwrap()), String::from_utf8(text.to_vec()).unwrap())
        })
        .collect();
    assert_eq!(labels.len(), cues.len());
    assert!(within.iter().skip(labels.len()).all(|(name, bytes)| name == b"ltxt" && bytes.len() == 20), "labels first, then lengths");
    for at in in_second_take() {
        let frame = u32::try_from(at * 48).unwrap();
        assert!(cues.iter().any(|(_, found)| found.abs_diff(frame) <= 48), "{at}: {cues:?}");
    }
    assert!(labels.iter().any(|(_, label)| label.len() > 9_990), "no text is cut");
}

fn every<'e>(element: &'e Element, found: &mut Vec<&'e Element>) {
    found.push(element);
    element.elements().for_each(|child| every(child, found));
}

#[test]
fn a_project_holds_what_readers_need_and_nothing_they_stumble_over() {
    let package = Form::Qdpx.package(&all()).unwrap();
    assert_eq!(package.parts()[0].path, "project.qde");
    let project = text(&package, "project.qde");
    assert!(project.starts_with("<?xml"));
    let root = xml::read(&project, Names::Local).unwrap();
    let mut found = Vec::new();
    every(&root, &mut found);
    let named = |name: &'static str| found.iter().copied().filter(move |element| element.name == name);
    let guids: Vec<&str> = found.iter().filter_map(|element| element.attribute("guid")).collect();
    let once: BTreeSet<&str> = guids.iter().copied().collect();
    assert_eq!(once.len(), guids.len(), "no GUID twice");
    assert!(found.iter().filter_map(|element| element.attribute("targetGUID")).all(|guid| once.contains(guid)));
    let paths: Vec<&str> = found
        .iter()
        .flat_map(|e| ["path", "plainTextPath"].map(|name| e.attribute(name)))
        .flatten()
        .map(|p| p.strip_prefix("internal://").unwrap())
        .collect();
    for part in &package.parts()[1..] {
        let name = part.path.strip_prefix("sources/").unwrap();
        assert!(paths.contains(&name) && name.split('.').next().unwrap().chars().all(|c| !c.is_ascii_lowercase()), "{name}");
    }
    assert_eq!(paths.len(), package.parts().len() - 1);
    for selection in named("AudioSelection") {
        let number = |name| selection.attribute(name).unwrap().parse::<u64>().unwrap();
        assert!(
            number("begin") < number("end") && selection.child("Coding").is_some() && selection.attribute("creationDateTime").is_some()
        );
    }
    for name in ["Code", "Note", "AudioSource"] {
        let called: Vec<String> = named(name).map(|element| element.attribute("name").unwrap().to_lowercase()).collect();
        assert_eq!(called.iter().collect::<BTreeSet<_>>().len(), called.len(), "{name}: {called:?}");
    }
    for transcript in named("Transcript") {
        let typed =
            text(&package, &format!("sources/{}", transcript.attribute("plainTextPath").unwrap().trim_start_matches("internal://")));
        let points: Vec<(usize, u64)> = transcript
            .elements()
            .filter(|element| element.name == "SyncPoint")
            .map(|point| (point.attribute("position").unwrap().parse().unwrap(), point.attribute("timeStamp").unwrap().parse().unwrap()))
            .collect();
        assert!(points.is_sorted() && points[0] == (0, 0) && points[points.len() - 1].0 == typed.chars().count());
        for (at, _) in &points[..points.len() - 1] {
            assert_eq!(typed.chars().nth(*at), Some('['), "each line begins at its point");
        }
    }
    let selected = named("PlainTextSelection").count();
    assert_eq!(selected, hostile().len() + 2, "without sound, each note and each question is a stretch of the text");
    let age = named("Variable").find(|one| one.attribute("name") == Some("age")).unwrap();
    assert_eq!(age.attribute("typeOfVariable"), Some("Float"));
    assert!(named("FloatValue").all(|value| value.text() == "48.5") && named("Case").count() == 1);
    assert!(!project.contains("currentPath") && !project.contains('\0'));
    assert_eq!(Form::Qdpx.package(&all()), Some(package), "the same each time");
}

#[test]
fn nothing_on_a_tier_overlaps_or_takes_no_time() {
    let package = Form::Elan.package(&all()).unwrap();
    assert_eq!(package.parts().len(), 5, "two with their sound, one without");
    let root = xml::read(&text(&package, "2026-11-22-P01-first-2.eaf"), Names::Local).unwrap();
    let slots: BTreeMap<&str, u64> = root
        .child("TIME_ORDER")
        .unwrap()
        .elements()
        .map(|slot| (slot.attribute("TIME_SLOT_ID").unwrap(), slot.attribute("TIME_VALUE").unwrap().parse().unwrap()))
        .collect();
    let (mut begins, mut used) = (Vec::new(), BTreeSet::new());
    for tier in root.elements().filter(|element| element.name == "TIER") {
        let mut end = 0;
        for one in tier.elements().filter_map(|one| one.child("ALIGNABLE_ANNOTATION")) {
            let edges = ["TIME_SLOT_REF1", "TIME_SLOT_REF2"].map(|name| one.attribute(name).unwrap());
            assert!(edges.iter().all(|edge| used.insert(*edge)), "each edge has its own slot");
            let [from, to] = edges.map(|edge| slots[edge]);
            assert!(end <= from && from < to, "{tier:?}");
            end = to;
            if tier.attribute("TIER_ID").unwrap().starts_with(['N', 'M']) {
                begins.push(from);
            }
        }
    }
    begins.sort_unstable();
    assert_eq!(begins, in_second_take());
}

#[test]
fn a_bag_says_what_it_holds() {
    let package = Form::Bagit.package(&all()).unwrap();
    assert!(package.parts().iter().all(|part| part.path.starts_with("data/")));
    assert!(text(&package, "data/documentation/README.md").contains("`data/transcripts/`"));
    let list = cells(&text(&package, "data/documentation/data_list.csv"));
    assert!(list.len() == 4 && list.iter().all(|row| row.len() == 10));
    let metadata: serde_json::Value = serde_json::from_str(&text(&package, "data/metadata/datacite.json")).unwrap();
    assert_eq!(metadata["creators"][0]["name"], "R. One");
    let lying = |path: &str, byte: u8| Lying { path: path.into(), sha256: Digest::new([byte; 32]), bytes: 10 };
    let tags = bagit::tags(&all(), &[lying("data/b", 1), lying("data/a", 2)]);
    assert!(tags[1].1.contains("Payload-Oxum: 20.2\n"));
    assert_eq!(tags[2].1, format!("{}  data/a\n{}  data/b\n", "02".repeat(32), "01".repeat(32)));
}
