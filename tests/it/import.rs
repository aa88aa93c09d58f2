//! Guides that were typed elsewhere: what becomes of them, that nothing of them is lost, and that no file leads the reader astray.
//!
//! The fixtures are written as published guides are, in four shapes: numbers in two depths with letters and bullets below (plain text); bullets
//! without any number, with italics for the interviewer (Markdown, Dutch); short lines above plain questions with a word for probes (plain
//! text); and Word, with a style for headings, lists by `numbering.xml`, and a table with rows across it.

use std::fmt::Write as _;
use std::fs;
use std::io::Cursor;
use std::io::Write as _;
use std::path::Path;

use hearback::domain::guide::Guide;
use hearback::domain::guide::draft::Became;
use hearback::domain::guide::draft::Draft;
use hearback::domain::guide::guess::Source;
use hearback::domain::guide::guess::guess;
use hearback::domain::guide::guess::marks::mark;
use hearback::domain::guide::typed::Paragraph;
use hearback::store::guide_file::read_guide;
use hearback::store::guide_text;
use hearback::store::import::read;
use hearback::store::import::unreadable::Unreadable;
use hearback::words::Words;
use proptest::prelude::*;
use proptest::test_runner::RngSeed;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::cli::run;
use crate::support::day::study;

const FIXTURES: [&str; 4] = ["work-after-illness.txt", "nazorg-focusgroep.md", "eating-together.txt", "sleep-clinic.docx"];

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/import").join(name)).unwrap()
}

fn drafted(name: &str, paragraphs: &[Paragraph]) -> Draft {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    guess(paragraphs, Source { file: name, stem, day: "2026-11-26" })
}

fn imported(name: &str, bytes: &[u8]) -> Result<(Vec<Paragraph>, Draft), Unreadable> {
    let paragraphs = read(Path::new(name), bytes)?.paragraphs;
    let draft = drafted(name, &paragraphs);
    Ok((paragraphs, draft))
}

#[test]
fn a_guide_of_each_shape_becomes_one_of_ours() {
    for name in FIXTURES {
        let (paragraphs, draft) = imported(name, &fixture(name)).unwrap();
        let say = |message| Words::english().say(message);
        let mut told = String::new();
        for guess in &draft.guesses {
            let at = guess.at.map_or("-".to_owned(), |at| at.to_string());
            writeln!(told, "{at} | {} | {} | {}", say(guess.became.words()), say(guess.why.words()), guess.text).unwrap();
        }
        told += "\n";
        told += &guide_text::write(&draft.guide, &draft.remarks);
        insta::assert_snapshot!(format!("import_{}", name.replace(['.', '-'], "_")), told);
        holds(&paragraphs, &draft);
    }
}

/// What holds of every draft: nothing is lost, nothing is smuggled into a question, and what is written is read back.
fn holds(paragraphs: &[Paragraph], draft: &Draft) {
    let signs = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let came: String = paragraphs.iter().map(|p| signs(&p.text())).collect();
    let mut told: Vec<_> = draft.guesses.iter().filter(|guess| guess.at.is_some()).collect();
    // A picture without words is told all the same; those of the end of a file may be told before its closing.
    told.sort_by_key(|guess| guess.at);
    let mut went: Vec<char> = told.iter().flat_map(|guess| signs(&guess.text).chars().collect::<Vec<_>>()).collect();
    let mut came: Vec<char> = came.chars().collect();
    went.sort_unstable();
    came.sort_unstable();
    assert_eq!(came.iter().collect::<String>(), went.iter().collect::<String>(), "each sign of the file is in one row");

    let text = guide_text::write(&draft.guide, &draft.remarks);
    let words = |text: &str| -> Vec<String> {
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
    };
    let written: std::collections::BTreeSet<String> = words(&text).into_iter().collect();
    for guess in &draft.guesses {
        if !matches!(guess.became, Became::LeftOut | Became::Minutes) {
            let unlabelled = guess.text.split_once(':').map_or(guess.text.as_str(), |(_, rest)| rest);
            let own = if guess.became == Became::Instruction { unlabelled } else { &guess.text };
            let mut said = own;
            while let Some(mark) = mark(said) {
                said = &said[mark.length..];
            }
            // Codes that count from 1 are not written, and neither is what stands between two of them.
            let is_code = |word: &String| {
                guess.became == Became::Choices && (word.chars().all(|c| c.is_ascii_digit()) || matches!(word.as_str(), "to" | "tot"))
            };
            for word in words(said).into_iter().filter(|word| !is_code(word)) {
                assert!(written.contains(&word), "{word:?} of {guess:?} is gone:\n{text}");
            }
        }
    }

    let asks = draft.guide.topics.iter().flat_map(|topic| &topic.questions).map(|question| &question.ask);
    for ask in asks {
        assert!(!ask.trim().is_empty() && mark(ask).is_none(), "a number stands in {ask:?}");
        for order in ["[wait", "(10 min", "[10 min"] {
            assert!(!ask.contains(order), "{order} stands in {ask:?}");
        }
    }

    let file = read_guide("g.yaml", text.as_bytes());
    assert_eq!(file.guide.as_ref(), Some(&draft.guide), "{text}");
    assert_eq!(file.problems.len(), draft.untold(), "{text}\n{:#?}", file.problems);
    let mut whole: Guide = draft.guide.clone();
    if draft.missing.iter().all(|missing| missing.key() == "consent") {
        whole.consent.clone_from(&small().consent);
        assert_eq!(whole.check(), vec![]);
    }
}

fn small() -> Guide {
    read_guide("small-guide.yaml", include_bytes!("fixtures/small-guide.yaml")).guide.unwrap()
}

/// Lines as they stand in guides, put together by chance.
fn any_line() -> impl Strategy<Value = String> {
    let sign = prop_oneof![
        3 => Just(""), 1 => Just("1. "), 1 => Just("2) "), 1 => Just("1.1 "), 1 => Just("- "), 1 => Just("  - "), 1 => Just("a) "), 1 => Just("# "),
        1 => Just("## "), 1 => Just("Probes: "), 1 => Just("Note: "), 1 => Just("Question: "), 1 => Just("Aim: "), 1 => Just("| "),
        1 => Just("□ "), 1 => Just("→ "), 1 => Just("Vignette: "), 1 => Just("Show card A: "), 1 => Just("If no: "), 1 => Just("[Purpose: "), 3 => Just("\n"),
    ];
    let words = prop_oneof![
        4 => "[a-z]{1,9}( [a-z]{1,9}){0,12}",
        1 => Just("Introduction".to_owned()), 1 => Just("Tot slot".to_owned()), 1 => Just("Informed consent".to_owned()), 1 => Just("WORK".to_owned()),
        1 => Just("Thank you for coming.".to_owned()), 1 => Just("Probes".to_owned()), 1 => "\\PC{0,20}", 1 => Just("| What? | Why? |".to_owned()),
        1 => Just("Yes / No".to_owned()), 1 => Just("1 = never … 5 = always".to_owned()), 1 => Just("Never".to_owned()), 1 => Just("1 = never".to_owned()),
        1 => Just("Thank the patients for it".to_owned()), 1 => Just("Now we come to your work.".to_owned()), 1 => Just("Tell me about it".to_owned()),
        1 => Just("skip to question 8".to_owned()), 1 => Just("Duration: an hour".to_owned()), 1 => Just("With your consent we record this.".to_owned()),
    ];
    let end = prop_oneof![
        3 => Just("?"), 2 => Just(""), 1 => Just("."), 1 => Just(" (10 min)"), 1 => Just("? [wait]"), 1 => Just("? *Show the card.*"), 1 => Just(":"),
        1 => Just(" - 10 minutes"), 1 => Just("[wait] then?"), 1 => Just("  \n"),
        1 => Just(" (yes/no)"), 1 => Just("? (if applicable)."), 1 => Just("? → probe for it"), 1 => Just("? □ yes □ no"), 1 => Just("]"), 1 => Just(" (half an hour)"),
    ];
    (sign, words, end).prop_map(|(sign, words, end)| format!("{sign}{words}{end}"))
}

#[test]
fn a_bracket_that_nobody_closed_hides_no_order_behind_it() {
    for typed in ["1. Then (as you said [wait] What was that?", "1. And [the other (10 min) What was that? [wait]"] {
        let (paragraphs, draft) = imported("a.txt", typed.as_bytes()).unwrap();
        holds(&paragraphs, &draft);
    }
}

#[test]
fn a_heading_above_the_leave_one_without_words_and_a_label_with_nothing_behind_it_are_told() {
    for typed in ["# a\n\nThank you for coming.:\n", "# :\n\na?\n", "a?\n\nAim:  - 10 minutes\n"] {
        let (paragraphs, draft) = imported("a.md", typed.as_bytes()).unwrap();
        holds(&paragraphs, &draft);
    }
}

/// The same cases each time; `PROPTEST_RNG_SEED` and `PROPTEST_CASES` try others by hand.
fn cases() -> ProptestConfig {
    let asked = ProptestConfig::default();
    let rng_seed = if asked.rng_seed == RngSeed::Random { RngSeed::Fixed(2026) } else { asked.rng_seed };
    ProptestConfig { rng_seed, failure_persistence: None, ..asked }
}

proptest! {
    #![proptest_config(cases())]
    #[test]
    fn whatever_is_typed_nothing_is_lost_and_nothing_smuggled(lines in proptest::collection::vec(any_line(), 1..25), ending in prop_oneof![Just("md"), Just("txt")]) {
        if let Ok((paragraphs, draft)) = imported(&format!("a.{ending}"), lines.join("\n").as_bytes()) {
            holds(&paragraphs, &draft);
        }
    }

    #[test]
    fn no_text_leads_the_reader_astray(text in "\\PC*|(.|\n|\t| |#|\\*|\\[|\\]|\\||-|[0-9]|\\?){0,200}", ending in prop_oneof![Just("md"), Just("txt")]) {
        if let Ok((_, draft)) = imported(&format!("a.{ending}"), text.as_bytes()) {
            let text = guide_text::write(&draft.guide, &draft.remarks);
            prop_assert_eq!(read_guide("g.yaml", text.as_bytes()).guide, Some(draft.guide), "{}", text);
        }
    }

    #[test]
    fn no_bytes_of_a_document_lead_it_astray(at in 0_usize..4_000, with in any::<u8>(), cut in 0_usize..5_000) {
        let mut bytes = fixture("sleep-clinic.docx");
        if let Some(byte) = bytes.get_mut(at) {
            *byte = with;
        }
        bytes.truncate(cut.max(at));
        drop(imported("a.docx", &bytes));
    }
}

/// A document whose parts are these.
fn package(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

fn document(body: &str) -> Vec<u8> {
    package(&[("word/document.xml", format!("<w:document xmlns:w=\"w\"><w:body>{body}</w:body></w:document>").as_bytes())])
}

#[test]
fn hostile_documents_are_refused_with_what_to_do() {
    let deep = document(&("<w:p>".repeat(5_000) + &"</w:p>".repeat(5_000)));
    let entities =
        package(&[("word/document.xml", b"<!DOCTYPE a [<!ENTITY b \"x\">]><w:document><w:body><w:p>&b;</w:p></w:body></w:document>")]);
    let unknown = document("<w:p><w:r><w:t>&b;</w:t></w:r></w:p>");
    let broken = document("<w:p><w:r></w:p>");
    let bomb = package(&[("word/document.xml", &vec![b' '; 40 * 1024 * 1024])]);
    let many = document(&"<w:p><w:r><w:t>x</w:t></w:r></w:p>".repeat(6_000));
    let elements = document(&"<w:a/>".repeat(500_000));
    let part = || "word/document.xml".to_owned();
    for (what, name, bytes, expected) in [
        ("no package", "a.docx", b"hello".to_vec(), Unreadable::NoPackage),
        ("an old document", "a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec(), Unreadable::OldWord),
        ("an old name", "a.doc", Vec::new(), Unreadable::OldWord),
        ("another format", "a.odt", Vec::new(), Unreadable::Format("odt".to_owned())),
        ("a package of something else", "a.docx", package(&[("a.txt", b"x")]), Unreadable::PartMissing(part())),
        ("broken XML", "a.docx", broken, Unreadable::PartBroken(part())),
        ("deep XML", "a.docx", deep, Unreadable::PartBroken(part())),
        ("a document type", "a.docx", entities, Unreadable::PartBroken(part())),
        ("an entity", "a.docx", unknown, Unreadable::PartBroken(part())),
        ("a bomb", "a.docx", bomb, Unreadable::PartLarge(part())),
        ("a flood of elements", "a.docx", elements, Unreadable::PartBroken(part())),
        ("a book", "a.docx", many, Unreadable::TooLong(5_000)),
        ("nothing", "a.docx", document("<w:p/>"), Unreadable::Empty),
        ("nothing to read", "a.md", b"\n\n---\n".to_vec(), Unreadable::Empty),
        ("too much", "a.txt", vec![b'a'; 20 * 1024 * 1024 + 1], Unreadable::TooLarge),
    ] {
        let found = imported(name, &bytes).map(|_| ()).unwrap_err();
        assert_eq!(found, expected, "{what}");
        assert!(found.to_string().contains(':'), "{what} says what to do: {found}");
    }
    assert!(matches!(imported("a.txt", b"caf\xe9").unwrap_err(), Unreadable::NoText(_)));
}

#[test]
fn a_document_without_styles_and_lists_is_read_by_what_it_shows() {
    let body = "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr><w:r><w:t>Work</w:t></w:r></w:p>\
        <w:p><w:pPr><w:numPr><w:numId w:val=\"7\"/></w:numPr></w:pPr><w:r><w:t>What do you do?</w:t><w:br/><w:t>a) Since when?</w:t></w:r></w:p>";
    let (_, draft) = imported("a.docx", &document(body)).unwrap();
    let topic = &draft.guide.topics[0];
    assert_eq!(
        (draft.guide.title.as_str(), topic.questions[0].ask.as_str(), topic.questions[0].probes[0].ask.as_str()),
        ("Work", "What do you do?", "Since when?")
    );
}

#[test]
fn the_command_writes_the_guide_and_says_what_it_guessed() {
    let dir = study();
    for name in ["eating-together.txt", "sleep-clinic.docx"] {
        fs::write(dir.path().join(name), fixture(name)).unwrap();
    }
    let told = [
        run(dir.path(), &["guide", "import", "eating-together.txt"]),
        run(dir.path(), &["guide", "import", "eating-together.txt"]),
        run(dir.path(), &["--language", "nl", "guide", "import", "sleep-clinic.docx", "--out", "slaap.yaml"]),
        run(dir.path(), &["guide", "import", "nowhere.docx"]),
        run(dir.path(), &["guide", "import", "study.yaml"]),
    ];
    insta::assert_snapshot!("import_command", told.join("\n"));
    assert!(dir.path().join("guides/eating-together.yaml").exists() && dir.path().join("slaap.yaml").exists());
    let json = run(dir.path(), &["--language", "nl", "guide", "import", "eating-together.txt", "--out", "again.yaml", "--json"]);
    let json = json.split_once('\n').unwrap().1.split("--- exit").next().unwrap();
    let json: serde_json::Value = serde_json::from_str(json).unwrap();
    assert_eq!(
        (json["guide"].as_str(), json["counted"].as_str(), json["missing"][0].as_str()),
        (Some("eating-together"), Some("lines"), Some("consent"))
    );
    assert_eq!((json["guesses"][0]["became"].as_str(), json["guesses"][0]["why"].as_str()), (Some("title"), Some("it stands on top")));
}
