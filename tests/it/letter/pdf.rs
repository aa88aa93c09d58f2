//! A letter as PDF, read back: every text stands on its pages as text and in its order, nothing of it does anything, and the file is the same
//! each time.

use std::fs;

use hearback::document::Format;
use hearback::document::NotWritten;
use hearback::domain::letter::tree::Block;
use hearback::domain::letter::tree::Document;
use hearback::domain::letter::tree::Foot;
use hearback::domain::letter::tree::Level;
use hearback::domain::letter::tree::Reply;
use hearback::domain::letter::tree::Text;

use crate::cli::run;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::pdf::objects;
use crate::support::pdf::read;
use crate::support::pdf::words;
use crate::support::told::folders;

fn text(raw: &str) -> Text {
    Text::new(raw)
}

/// A letter with every kind of block, and `said` in every place that takes text.
fn everywhere(said: &str) -> Document {
    let reply = Block::Reply(Reply { name: text(said), choices: vec![text(said), text("x")], ask: text(said), lines: 2 });
    let statement = Block::Statement { number: 1, text: text(said), below: vec![Block::Quote(text(said)), reply.clone()] };
    let blocks = vec![
        Block::FillIn(vec![text(said), text(",")]),
        Block::Heading(Level::Title, text("Title")),
        Block::Heading(Level::Section, text(said)),
        Block::Paragraph(text(said)),
        Block::List(vec![text(said), text(said)]),
        Block::Heading(Level::Topic, text(said)),
        statement,
        reply,
    ];
    let foot = Foot { whose: text("P07 · letter 1"), page: text("page"), of: text("of") };
    Document { language: "en", title: text(said), foot, blocks }
}

fn file(document: &Document) -> Vec<u8> {
    Format::Pdf.write(document).expect("a PDF")
}

#[test]
fn every_text_stands_on_the_pages_in_the_order_in_which_it_is_read() {
    let told = words(&file(&everywhere("rest before pain")));
    let said = "rest before pain";
    let boxes = format!("☐ {said} ☐ x {said}");
    assert_eq!(told, format!("{said} , Title {said} {said} • {said} • {said} {said} 1. {said} {said} {boxes} {boxes} "));
}

#[test]
fn each_page_says_at_its_foot_whose_it_is_and_which() {
    let mut document = everywhere("a");
    for _ in 0..5 {
        document.blocks.extend(everywhere("b").blocks);
    }
    let pages = read(&file(&document));
    assert!(pages.len() > 2, "{}", pages.len());
    for (at, page) in pages.iter().enumerate() {
        assert_eq!(*page.last().unwrap(), format!("foot: P07 · letter 1 · page {} of {}", at + 1, pages.len()));
    }
}

#[test]
fn what_means_something_to_any_program_stays_text() {
    for hostile in [
        "<b>bold</b> #let x = 1 *star* $a$ \\ \" ' % & @import",
        "(/JavaScript) << /S /URI >> endobj stream",
        "=HYPERLINK(\"https://example.org\") mailto:a@example.org",
        "{interviewer} %n \u{200b} \u{feff}",
        "e\u{301}\u{302} ﬁ ﬃ Ⅷ ½ ª",
        "Ελληνικά Кириллица հայերեն",
    ] {
        let bytes = file(&everywhere(hostile));
        let told = words(&bytes).replace(' ', "");
        let meant = Text::new(hostile).as_str().replace(' ', "");
        assert_eq!(told.matches(&meant).count(), 12, "{hostile}: {told}");
        for (number, object) in objects(&bytes) {
            for active in ["/JavaScript", "/JS", "/URI", "/Annot", "/Launch", "/AA", "/OpenAction", "/EmbeddedFile", "/AcroForm"] {
                assert!(!object.bare.contains(active), "{number}: {active} in {}", object.bare);
            }
        }
    }
}

#[test]
fn a_word_of_ten_thousand_letters_loses_none_of_them() {
    let word = "antidis".repeat(1430);
    let mut document = everywhere("a");
    document.blocks.push(Block::Statement { number: 2, text: text(&word), below: vec![Block::Quote(text("b"))] });
    let told = words(&file(&document)).replace([' ', '\u{ad}'], "");
    assert!(told.ends_with(&format!("2.{word}b")));
}

#[test]
fn no_statement_is_torn_from_where_it_is_answered() {
    for language in ["en", "nl"] {
        let mut document = everywhere("a");
        document.language = language;
        for number in 1..=12 {
            let reply = Reply {
                name: text("r"),
                choices: ["right", "partly right", "not right"].map(text).into(),
                ask: text(&format!("end {number}.")),
                lines: 2,
            };
            let below = vec![Block::Quote(text("I thought: if I bend now, something will snap.")), Block::Reply(reply)];
            let words = "For a long time you thought that your back was broken, and that you had better not move.";
            document.blocks.push(Block::Statement { number, text: text(words), below });
        }
        let pages = read(&file(&document));
        for number in 1..=12 {
            let on = |line: String| pages.iter().position(|page| page.contains(&line)).expect("it stands somewhere");
            // The first statement of all is that of `everywhere`.
            let begins = pages.iter().rposition(|page| page.contains(&format!("{number}."))).expect("it stands somewhere");
            assert_eq!(begins, on(format!("end {number}.")), "{number}");
        }
    }
}

#[test]
fn what_is_asked_over_a_box_is_not_torn_from_it_and_a_closing_not_from_the_last() {
    // Wherever the page ends.
    for lines in 20..40 {
        let asked = text(&"May we use what you told us, and is there anything that we had better leave out of it? ".repeat(4));
        let reply = Reply { name: text("r"), choices: vec![text("yes")], ask: text(""), lines: 0 };
        let mut blocks = vec![Block::Paragraph(text("Line.")); lines];
        blocks.extend([Block::Heading(Level::Section, text("Heading")), Block::Paragraph(asked), Block::Reply(reply)]);
        blocks.extend(["Thank you.", "The researchers", "Telephone"].map(|said| Block::Paragraph(text(said))));
        let foot = Foot { whose: text("P07 · letter 1"), page: text("page"), of: text("of") };
        let pages = read(&file(&Document { language: "en", title: text("Title"), foot, blocks }));
        let kept = |page: &Vec<String>| page.iter().filter(|line| !line.starts_with("Line.") && !line.starts_with("foot: ")).count();
        let kept: Vec<usize> = pages.iter().map(kept).filter(|count| *count > 0).collect();
        assert_eq!(kept.len(), 1, "{lines}: {pages:?}");
    }
}

#[test]
fn a_letter_without_a_word_is_a_file_all_the_same() {
    // A joiner is there, and cannot be seen.
    let (nothing, unseen) = (", Title ☐ ☐ x ☐ ☐ x", ", Title • • 1. ☐ ☐ x ☐ ☐ x");
    for (said, meant) in [("", nothing), (" ", nothing), ("\u{ad}", nothing), ("\u{200d}", unseen)] {
        let told = words(&file(&everywhere(said))).replace('\u{200d}', "").split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(told, meant, "{said:?}");
    }
    let foot = Foot { whose: text(""), page: text(""), of: text("") };
    assert!(Format::Pdf.write(&Document { language: "nl", title: text(""), foot, blocks: Vec::new() }).is_ok());
}

#[test]
fn it_is_tagged_says_its_language_and_is_held_to_the_standard_for_all_readers() {
    let objects = objects(&file(&everywhere("a")));
    let all: String = objects.values().flat_map(|object| [object.told.as_str(), object.held.as_str()]).collect();
    for wanted in
        ["/Lang(en)", "/MarkInfo<</Marked true", "<pdfuaid:part>1</pdfuaid:part>", "/S/H1", "/S/H2", "/S/H3", "/S/BlockQuote", "/S/LBody"]
    {
        assert!(all.contains(wanted), "{wanted} in {all}");
    }
    assert_eq!(all.matches("/FontFile2 ").count(), 2, "both cuts are embedded");
}

#[test]
fn it_names_no_program_no_author_and_no_day_and_is_the_same_each_time() {
    let bytes = file(&everywhere("a"));
    assert_eq!(bytes, file(&everywhere("a")));
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    for word in ["hearback", "Creator", "Author", "Producer", "CreationDate", "ModDate", "CreateDate", "ModifyDate"] {
        assert!(!text.contains(word), "{word}");
    }
}

#[test]
fn a_letter_with_signs_that_the_letter_type_lacks_is_not_written_as_boxes() {
    assert!(Format::Pdf.write(&everywhere("rust, שלום, سلام, Ελληνικά, ☐ é")).is_ok());
    let refused = Format::Pdf.write(&everywhere("日本 and 👩\u{200d}🌾, 日")).expect_err("signs without shapes");
    let signs = ["日", "本", "👩\u{200d}🌾"].map(str::to_owned).to_vec();
    assert_eq!(refused, NotWritten::Signs(Format::Pdf, signs));
    assert!(refused.to_string().contains("日 本 👩\u{200d}🌾"), "{refused}");
}

#[test]
fn a_version_holds_a_pdf_and_one_that_was_written_without_stands() {
    let dir = study();
    let mut script = interview(&dir);
    script
        .keys("<pagedown>")
        .hear_until(secs(5))
        .keys("rest in time<enter>")
        .hear(secs(1))
        .keys("<f10><f10>m<enter>rest in time, she says<enter>")
        .saved();
    let pdf = |version: u32| folders(&dir)[0].file("summary").join(format!("v{version}/letter.pdf"));
    script.keys("w").saved();
    assert!(script.notice().expect("a notice").contains("as HTML, DOCX (Word) and PDF"), "{:?}", script.notice());
    let bytes = fs::read(pdf(1)).expect("a PDF");
    assert!(words(&bytes).contains("rest in time, she says"), "{}", words(&bytes));
    // As a build without PDF leaves it.
    fs::remove_file(pdf(1)).expect("gone");
    script.keys("w").saved();
    assert!(script.notice().expect("a notice").contains("nothing has changed since version 1"), "{:?}", script.notice());
    // One that is there and says something else is another letter.
    fs::write(pdf(1), "dear").expect("written");
    script.keys("w").saved();
    assert!(script.notice().expect("a notice").contains("the letter, version 2, lies in"), "{:?}", script.notice());
    let second = fs::read(pdf(2)).expect("a PDF");
    assert_eq!(words(&second), words(&bytes));
    assert!(read(&second).concat().iter().any(|line| line.starts_with("foot: P01 · letter 2 · page 1 of ")), "{:?}", read(&second));
    script.leave();
}

#[test]
fn where_a_sign_has_no_shape_the_letter_is_written_in_its_other_forms_and_it_is_said() {
    let dir = study();
    let mut script = interview(&dir);
    script
        .keys("<pagedown>")
        .hear_until(secs(5))
        .keys("rest in time<enter>")
        .hear(secs(1))
        .keys("<f10><f10>m<enter>, 休み<enter>w")
        .saved();
    let told = script.notice().expect("a notice").to_owned();
    assert!(told.contains("HTML and DOCX (Word), not as PDF, whose type has no shapes for 休 み"), "{told}");
    let mut files: Vec<_> = fs::read_dir(folders(&dir)[0].file("summary").join("v1"))
        .expect("a folder")
        .map(|file| file.expect("a file").file_name())
        .collect();
    files.sort();
    assert_eq!(files, ["letter.docx", "letter.html", "letter.md"]);
    script.leave();
    let out = dir.path().join("letter.pdf");
    let told = run(dir.path(), &["letter", "P01", "--format", "pdf", "--out", &out.display().to_string()]);
    assert!(told.contains("empty boxes: 休 み. Print the HTML") && told.ends_with("--- exit code 1\n") && !out.exists(), "{told}");
}
