//! What a letter's first page holds and how many pages it takes, for everybody whom a study with the bundled guides writes to.
//!
//! As PDF they are laid out in earnest. As DOCX it is an estimate by the figures of the file ([`crate::support::word`]), with room to spare;
//! what LibreOffice makes of one is tried where it is installed (`benches/letters.rs`).

use std::fs;
use std::path::Path;

use hearback::document::Format;
use hearback::domain::event::Event;
use hearback::domain::guide::Audience;
use hearback::domain::guide::Guide;
use hearback::domain::letter::LetterSettings;
use hearback::domain::letter::compose;
use hearback::domain::letter::tree::Document;
use hearback::domain::note::NoteKind;
use hearback::domain::study::checking::CheckKind;
use hearback::domain::study::checking::CheckTiming;
use hearback::domain::summary::Summary;
use hearback::store::guide_file::read_guide;
use hearback::words::Words;
use jiff::civil::date;

use super::Room;
use super::opened;
use crate::support::pdf::read;
use crate::support::word::room_below;

/// The guides that come with the program.
const GUIDES: [&str; 4] = ["patient-first", "patient-follow-up", "therapist", "focus-group"];

/// What the demonstration's participant is asked about, in its order, and their own words below it.
const ENGLISH: [(&str, &str); 3] = [
    ("You used to think that the pain in the neck came out of nowhere. Now you notice your shoulders before it hurts.", ""),
    ("The pain has not gone away.", "the pain is still there"),
    ("You are no longer afraid of it. Talking helped with that.", "I am not afraid of it any more"),
];
const DUTCH: [(&str, &str); 3] = [
    ("U dacht vroeger dat de pijn in uw nek uit het niets kwam. Nu merkt u uw schouders op voordat het pijn doet.", ""),
    ("De pijn is niet weggegaan.", "de pijn is er nog steeds"),
    ("U bent er niet bang meer voor. Erover praten hielp daarbij.", "ik ben er niet bang meer voor"),
];

/// How many points of the first page stay empty by the estimate of a file for Word: what a word processor may do otherwise.
const WITH_CARE: f64 = 5.0;

/// A letter, and what it is called here.
struct Case {
    name: String,
    document: Document,
}

fn bundled(name: &str) -> Guide {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("guides").join(format!("{name}.yaml"));
    read_guide("guide.yaml", &fs::read(path).expect("a guide")).guide.expect("a guide that can be read")
}

/// Help as the letter is given it: without what the study has not filled in.
fn support(guide: &Guide) -> Vec<String> {
    let lines = guide.distress.iter().flat_map(|distress| &distress.support);
    lines.map(|line| line.split(" [").next().unwrap_or_default().to_owned()).collect()
}

/// The letter about so many statements to whoever was interviewed with `guide`.
fn letter(guide: &Guide, count: usize, called: CheckKind, timing: CheckTiming) -> Document {
    let is_dutch = guide.language.starts_with("nl");
    let mut room = Room::open(guide.clone(), opened("P07", guide));
    room.happens(Event::Began { on: None });
    let said = if is_dutch { DUTCH } else { ENGLISH };
    // The first under the first topic, and then two to a topic.
    let topics: Vec<_> = guide.topics.iter().map(|topic| topic.id.clone()).collect();
    for (at, (text, words)) in said.iter().cycle().take(count).enumerate() {
        let note = room.note(NoteKind::Quote, if words.is_empty() { "out of nowhere" } else { words });
        let topic = topics[at.div_ceil(2) % topics.len()].clone();
        room.statement(&topic, *text, &[note], if words.is_empty() { &[] } else { std::slice::from_ref(&note) });
    }
    let (study, contact) = if is_dutch {
        ("Terugkijken op therapie", "Het onderzoeksteam, telefoon 000 000 000")
    } else {
        ("Looking back on therapy", "The research team, telephone 000 000 000")
    };
    let settings = LetterSettings {
        language: Words::of(&guide.language).expect("a language"),
        version: 1,
        interviewer: Some("Anna de Vries".into()),
        about: guide.about.clone(),
        standing: guide.participants.unwrap_or_default(),
        called,
        timing,
        template: None,
        study: study.into(),
        contact: vec![contact.into()],
        made_on: date(2026, 11, 27),
        reply_by: date(2026, 12, 11),
        withdraw_until: Some(date(2027, 9, 30)),
        support: support(guide),
    };
    compose(&Summary::of(&room.session), &settings).expect("a letter")
}

/// A letter of so many statements for each audience, in each language and of each kind.
fn letters(count: usize) -> Vec<Case> {
    let mut cases = Vec::new();
    for name in GUIDES {
        for language in ["", "-nl"] {
            let guide = bundled(&format!("{name}{language}"));
            let pair = Guide { audience: Audience::Pair, ..guide.clone() };
            let audiences = if name == "patient-first" { vec![("", guide), ("-pair", pair)] } else { vec![("", guide)] };
            for (audience, guide) in audiences {
                for called in [CheckKind::Check, CheckKind::Reflection] {
                    for timing in [CheckTiming::Summary, CheckTiming::Findings] {
                        let name = format!("{name}{audience}{language}-{called:?}-{timing:?}-{count}").to_lowercase();
                        cases.push(Case { name, document: letter(&guide, count, called, timing) });
                    }
                }
            }
        }
    }
    cases
}

/// What is asked in the box of a statement.
const ASKS: [&str; 4] = ["What should it say?", "How do you see it now?", "Wat moet er staan?", "Hoe ziet u het nu?"];

/// What a letter asks last of all that is written by hand, where it does not ask whether they may be quoted.
const LAST: [&str; 2] = ["Write it here.", "Schrijf het hier op."];

/// The pages of the PDF, line for line.
fn pages(document: &Document) -> Vec<Vec<String>> {
    read(&Format::Pdf.write(document).expect("a PDF"))
}

#[test]
fn the_first_statement_and_its_box_stand_on_the_first_page_of_every_letter() {
    let letters = letters(3);
    assert_eq!(letters.len(), 40);
    let mut missed = Vec::new();
    for Case { name, document } in letters {
        let pages = pages(&document);
        let is_there = |line: &str| pages[0].iter().any(|found| found.starts_with(line));
        // A box is not torn: what stands with its question is all of it.
        if !(is_there("1.") && ASKS.iter().any(|ask| is_there(ask))) {
            missed.push(format!("PDF: {name}"));
        }
        let room = room_below(&Format::Docx.write(&document).expect("a file for Word"), &ASKS);
        if room < WITH_CARE {
            missed.push(format!("DOCX: {name}, {room:.0} points"));
        }
    }
    assert_eq!(missed, Vec::<String>::new());
}

#[test]
fn three_statements_take_at_most_three_pages_and_twelve_six_and_no_page_is_only_a_greeting() {
    let mut wrong = Vec::new();
    for (count, most) in [(1, 2), (3, 3), (6, 4), (12, 6)] {
        for Case { name, document } in letters(count).into_iter().filter(|case| case.name.contains("check-summary")) {
            let pages = pages(&document);
            let last = pages.last().expect("a page");
            let is_answered = last.iter().any(|line| line.contains('☐') || LAST.iter().any(|asks| line.starts_with(asks)));
            if pages.len() > most || !is_answered {
                wrong.push((name, pages.len(), last.clone()));
            }
        }
    }
    assert_eq!(wrong, []);
}
