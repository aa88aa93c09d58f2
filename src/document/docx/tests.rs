//! What a file for Word must hold to beyond its words, which `document/readback.rs` looks at.

use std::io::Cursor;
use std::io::Read;

use zip::DateTime;
use zip::ZipArchive;

use super::*;
use crate::xml;
use crate::xml::Element;
use crate::xml::Names;

fn text(text: &str) -> Text {
    Text::new(text)
}

fn reply(name: &str, choices: &[&str]) -> Block {
    Block::Reply(Reply { name: text(name), choices: choices.iter().map(|c| text(c)).collect(), ask: text("What should it say?"), lines: 2 })
}

fn letter(blocks: Vec<Block>) -> Document {
    let foot = Foot { whose: text("P07 · letter 1"), page: text("page"), of: text("of") };
    Document { language: "nl", title: text("Hebben wij u begrepen?"), foot, blocks }
}

fn statement(said: &str) -> Block {
    let below = vec![Block::Quote(text("net glas")), reply("Antwoord 1", &["klopt", "klopt een beetje", "klopt niet"])];
    Block::Statement { number: 1, text: text(said), below }
}

fn part(bytes: &[u8], name: &str) -> Element {
    let mut part = String::new();
    ZipArchive::new(Cursor::new(bytes)).unwrap().by_name(name).unwrap().read_to_string(&mut part).unwrap();
    xml::read(&part, Names::Whole).unwrap()
}

/// Every element in `root` and below.
fn all<'e>(root: &'e Element, found: &mut Vec<&'e Element>) {
    found.push(root);
    for element in root.elements() {
        all(element, found);
    }
}

fn named<'e>(root: &'e Element, name: &str) -> Vec<&'e Element> {
    let mut found = Vec::new();
    all(root, &mut found);
    found.retain(|element| element.name == name);
    found
}

/// The text in an element.
fn said(element: &Element) -> String {
    let text = |child: &xml::Child| if let xml::Child::Text(text) = child { text.clone() } else { String::new() };
    element.children.iter().map(text).collect()
}

fn value<'e>(element: &'e Element, name: &str) -> Option<&'e str> {
    element.child(name)?.attribute("w:val")
}

#[test]
fn the_same_letter_is_the_same_bytes_and_tells_of_no_day_but_its_own() {
    let letter = letter(vec![Block::Heading(Level::Title, text("Hebben wij u begrepen?")), statement("U rust op tijd.")]);
    let bytes = write(&letter).unwrap();
    assert_eq!(write(&letter).unwrap(), bytes, "docx-rs counts paragraphs over all that it writes");
    let mut zip = ZipArchive::new(Cursor::new(&bytes)).unwrap();
    let mut names = Vec::new();
    for at in 0..zip.len() {
        let file = zip.by_index(at).unwrap();
        assert_eq!((file.last_modified(), file.unix_mode()), (Some(DateTime::DEFAULT), Some(0o100_644)), "{}", file.name());
        assert_eq!(file.size(), file.compressed_size(), "{}", file.name());
        names.push(file.name().to_owned());
    }
    assert!(names.is_sorted(), "{names:?}");
    let properties: Vec<String> = part(&bytes, "docProps/core.xml").elements().map(|e| e.name.clone()).collect();
    assert_eq!(properties, ["dc:title", "dc:language"]);
    for trace in ["paraId", "rsid", "unknown", "docx", "1970"] {
        assert!(!String::from_utf8_lossy(&bytes).contains(trace), "{trace}");
    }
}

#[test]
fn what_stands_in_a_part_has_its_place_in_the_schema() {
    let letter = letter(vec![
        Block::Heading(Level::Section, text("Zo kunt u antwoorden")),
        Block::FillIn(vec![text("Beste"), text(",")]),
        Block::List(vec![text("een"), text("שתיים")]),
        statement("הגב שלי שבור"),
    ]);
    let bytes = write(&letter).unwrap();
    let mut seen = 0;
    for name in ["word/document.xml", "word/footer1.xml", "word/numbering.xml", "word/styles.xml"] {
        let root = part(&bytes, name);
        for (parent, order) in finish::ORDER {
            for element in named(&root, parent) {
                let place = |child: &Element| order.iter().position(|name| *name == child.name);
                let places: Vec<Option<usize>> = element.elements().map(place).collect();
                assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{name}: {element:?}");
                seen += 1;
            }
        }
        assert!(named(&root, "w:rPr").iter().all(|run| !run.children.is_empty()), "{name}");
    }
    assert!(seen > 40, "{seen}");
    let lists = part(&bytes, "word/numbering.xml");
    assert_eq!(lists.elements().map(|list| list.name.as_str()).collect::<Vec<_>>(), ["w:abstractNum", "w:num"], "only ours");
}

#[test]
fn headings_are_tagged_and_the_language_is_set() {
    let bytes = write(&letter(vec![Block::Heading(Level::Title, text("Hebben wij u begrepen?"))])).unwrap();
    let styles = part(&bytes, "word/styles.xml");
    for level in 1..=3 {
        let of = |style: &&&Element| value(style, "w:name") == Some(&format!("heading {level}"));
        let style = *named(&styles, "w:style").iter().find(of).unwrap();
        let properties = style.child("w:pPr").unwrap();
        assert_eq!(value(properties, "w:outlineLvl"), Some((level - 1).to_string().as_str()));
        assert!(properties.child("w:keepNext").is_some(), "a heading stays with what it is over");
    }
    assert_eq!(value(named(&styles, "w:rPr")[0], "w:lang"), Some("nl-NL"));
    assert_eq!(value(named(&styles, "w:rPr")[0], "w:sz"), Some("28"), "14 points");
}

#[test]
fn a_statement_and_its_answer_are_never_torn() {
    let bytes = write(&letter(vec![Block::Paragraph(text("Dank u.")), statement("U rust op tijd."), Block::Paragraph(text("Tot ziens."))]))
        .unwrap();
    let document = part(&bytes, "word/document.xml");
    let kept: Vec<(bool, bool)> = named(&document, "w:p")
        .iter()
        .map(|p| p.child("w:pPr").map_or((false, false), |p| (p.child("w:keepNext").is_some(), p.child("w:keepLines").is_some())))
        .collect();
    let (alone, middle, last) = ((false, false), (true, true), (false, true));
    assert_eq!(kept, [alone, middle, middle, middle, middle, last], "and what closes the letter stays with the last answer");
}

#[test]
fn what_is_asked_over_a_box_stays_with_it() {
    let asked =
        vec![Block::Paragraph(text("Dank u.")), Block::Paragraph(text("Mogen we uw woorden gebruiken?")), reply("een", &["ja", "nee"])];
    let bytes = write(&letter(asked)).unwrap();
    let document = part(&bytes, "word/document.xml");
    let kept = |p: &&Element| p.child("w:pPr").is_some_and(|p| p.child("w:keepNext").is_some());
    assert_eq!(named(&document, "w:p").iter().map(kept).collect::<Vec<_>>(), [false, true, true, false]);
}

#[test]
fn boxes_that_follow_each_other_are_two() {
    let bytes = write(&letter(vec![reply("een", &[]), reply("twee", &["ja", "nee"]), Block::Paragraph(text("Dank u."))])).unwrap();
    let document = part(&bytes, "word/document.xml");
    let styles: Vec<Option<&str>> = named(&document, "w:p").iter().map(|p| p.child("w:pPr").and_then(|p| value(p, "w:pStyle"))).collect();
    assert_eq!(styles, [Some("ReplyLines"), None, Some("ReplyChoice"), Some("ReplyLines"), None]);
}

#[test]
fn each_box_and_each_room_has_a_title_however_hostile() {
    let hostile = "\"/><w:instrText>DDEAUTO</w:instrText> & 'x' ".repeat(4);
    let bytes = write(&letter(vec![reply(&hostile, &["ja", "<nee>"]), Block::FillIn(vec![text("Beste"), text(",")])])).unwrap();
    let document = part(&bytes, "word/document.xml");
    let controls = named(&document, "w:sdtPr");
    let kinds: Vec<&str> = controls.iter().map(|control| control.elements().last().unwrap().name.as_str()).collect();
    assert_eq!(kinds, ["w14:checkbox", "w14:checkbox", "w:showingPlcHdr", "w:showingPlcHdr"]);
    let titles: Vec<&str> = controls.iter().map(|control| value(control, "w:alias").unwrap()).collect();
    assert!(titles.iter().all(|title| title.chars().count() <= TITLE), "{titles:?}");
    assert!(titles[0].starts_with("\"/><w:instrText>") && titles[3] == "Beste", "{titles:?}");
    assert!(named(&document, "w:instrText").is_empty());
}

#[test]
fn what_runs_from_right_to_left_is_set_so() {
    let bytes =
        write(&letter(vec![Block::Paragraph(text("Dank u.")), statement("(1) הגב שלי שבור"), Block::Paragraph(text("شكرا"))])).unwrap();
    let document = part(&bytes, "word/document.xml");
    let backwards = |p: &&Element| p.child("w:pPr").is_some_and(|properties| properties.child("w:bidi").is_some());
    let turned: Vec<usize> = named(&document, "w:p").iter().filter(|p| backwards(p)).map(|p| named(p, "w:rtl").len()).collect();
    assert_eq!(turned, [2, 1], "the number and the sentence; the thanks");
    assert_eq!(named(&document, "w:rtl").len(), 3);
}

#[test]
fn short_choices_stand_in_a_row_and_long_ones_below_each_other() {
    let rows = |choices: &[&str]| {
        let bytes = write(&letter(vec![reply("een", choices)])).unwrap();
        named(&part(&bytes, "word/document.xml"), "w:p").len() - 1
    };
    assert_eq!(rows(&["klopt", "klopt een beetje", "klopt niet", "zeg ik liever niet"]), 1);
    assert_eq!(rows(&["Dit klopt helemaal", "Dit klopt een beetje", "Dit klopt niet", "Dat zeg ik liever niet"]), 2);
    assert_eq!(rows(&["Ja, dat mag", "Alleen als ik de woorden eerst te zien krijg, op papier", "Nee"]), 3);
}

#[test]
fn a_short_question_stands_on_the_first_line_and_a_long_one_over_it() {
    let lines = |ask: &str| {
        let reply = Block::Reply(Reply { name: text("r"), choices: Vec::new(), ask: text(ask), lines: 2 });
        let bytes = write(&letter(vec![reply])).unwrap();
        let document = part(&bytes, "word/document.xml");
        named(&document, "w:p")
            .iter()
            .map(|p| named(p, "w:t").into_iter().map(|t| said(t).chars().count()).collect())
            .collect::<Vec<Vec<usize>>>()
    };
    assert_eq!(lines("How do you see it now?"), [[23, LINE - 22, LINE]]);
    assert_eq!(lines("Write here what we should not use, or left out."), [vec![47], vec![LINE, LINE]]);
}

#[test]
fn two_names_stand_in_one_line() {
    let blanks = |texts: &[&str]| {
        let bytes = write(&letter(vec![Block::FillIn(texts.iter().map(|words| text(words)).collect())])).unwrap();
        named(&part(&bytes, "word/document.xml"), "w:sdt").iter().map(|room| said(named(room, "w:t")[0]).len()).collect::<Vec<_>>()
    };
    assert_eq!(blanks(&["Beste", ","]), [WORDS]);
    assert_eq!(blanks(&["Beste", "en", ","]), [WORDS_OF_TWO; 2]);
}
