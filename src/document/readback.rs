//! The reader's side: what a CommonMark parser, an HTML tokenizer and a reader of Word's files make of a document.
//!
//! All are brought to the same plain account, one line for each thing read, and compared with the account of the tree the document
//! was written from. So text that turned into markup, vanished, or moved shows as a difference, whatever it was made of.

use std::io::Cursor;
use std::io::Read;

use html5gum::Token;
use html5gum::Tokenizer;
use html5gum::emitters::default::DefaultEmitter;
use proptest::prelude::Strategy;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::BytesStart;
use quick_xml::events::Event as Xml;
use zip::ZipArchive;

use crate::document::Format;
use crate::document::markdown::BLANK;
use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Foot;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Reply;
use crate::domain::letter::tree::Text;
use crate::domain::letter::tree::around_blanks;

/// What should be read.
fn meant(document: &Document) -> Vec<String> {
    fn say(block: &Block, told: &mut Vec<String>) {
        match block {
            Block::Heading(Level::Title, text) => told.push(format!("h1 {}", text.as_str())),
            Block::Heading(Level::Section, text) => told.push(format!("h2 {}", text.as_str())),
            Block::Heading(Level::Topic, text) => told.push(format!("h3 {}", text.as_str())),
            Block::Paragraph(text) => told.push(format!("p {}", text.as_str())),
            Block::FillIn(texts) => told.push(format!("p {}", around_blanks(texts).join(BLANK))),
            Block::List(texts) => told.extend(texts.iter().map(|text| format!("li {}", text.as_str()))),
            Block::Quote(text) => told.push(format!("quote {}", text.as_str())),
            Block::Statement { number, text, below } => {
                told.push(format!("p {number}. {}", text.as_str()));
                for block in below {
                    say(block, told);
                }
            }
            Block::Reply(Reply { name: _, choices, ask, lines }) => {
                told.extend(choices.iter().map(|text| format!("li ☐ {}", text.as_str())));
                if !ask.is_empty() {
                    told.push(format!("p {}", ask.as_str()));
                }
                told.extend(vec!["line".to_owned(); *lines]);
            }
        }
    }
    let mut told = Vec::new();
    for block in &document.blocks {
        say(block, &mut told);
    }
    told.push(format!("p {}", document.foot.whose.as_str()));
    told
}

/// What a reader of CommonMark with every extension finds (but the one that swaps straight quotes for curly ones).
fn read_markdown(bytes: &[u8]) -> Vec<String> {
    let text = std::str::from_utf8(bytes).expect("UTF-8");
    let (mut told, mut line, mut quoted) = (Vec::new(), String::new(), false);
    for event in Parser::new_ext(text, Options::all() - Options::ENABLE_SMART_PUNCTUATION) {
        match event {
            Event::Start(Tag::Heading { level, id: None, classes, attrs }) if classes.is_empty() && attrs.is_empty() => {
                line = match level {
                    HeadingLevel::H1 => "h1 ".into(),
                    HeadingLevel::H2 => "h2 ".into(),
                    HeadingLevel::H3 => "h3 ".into(),
                    _ => panic!("a heading of another level"),
                }
            }
            Event::Start(Tag::Paragraph) => line = if quoted { "quote ".into() } else { "p ".into() },
            Event::Start(Tag::Item) => line = "li ".into(),
            Event::Text(text) => line.push_str(&text),
            Event::End(TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::Item) => told.push(std::mem::take(&mut line)),
            Event::Start(Tag::BlockQuote(None)) => quoted = true,
            Event::End(TagEnd::BlockQuote(None)) => quoted = false,
            Event::Rule => told.push("line".into()),
            Event::Start(Tag::List(None) | Tag::Strong) | Event::End(TagEnd::List(false) | TagEnd::Strong) => {}
            other => panic!("not of ours: {other:?} in\n{text}"),
        }
    }
    told
}

/// What a reader of HTML finds in the body. Tags and attributes that we do not write, comments, and errors of form all fail.
fn read_html(bytes: &[u8]) -> Vec<String> {
    const OURS: &str = "html lang|head|meta charset|meta content name|title|style|body|main|h1|h2|h3 dir|p|p class|p dir|\
                        p role|ul|li dir|span aria-hidden|span role|b|blockquote dir|section class|div aria-hidden class|div class role|div aria-label class role|hr";
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let (mut told, mut line) = (Vec::new(), String::new());
    for token in Tokenizer::new_with_emitter(bytes, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                let names = std::iter::once(&tag.name).chain(tag.attributes.keys());
                let shape = names.map(|name| String::from_utf8_lossy(name)).collect::<Vec<_>>().join(" ");
                assert!(OURS.split('|').any(|ours| ours == shape), "not of ours: <{shape}>");
                match &**tag.name {
                    b"h1" | b"h2" | b"h3" | b"p" | b"li" => line = String::from_utf8_lossy(&tag.name).into_owned() + " ",
                    b"blockquote" => line = "quote ".into(),
                    b"hr" => told.push("line".into()),
                    b"span" if tag.attributes.contains_key(b"role".as_slice()) => line = "li ".into(),
                    b"title" | b"style" => line.clear(),
                    _ => {}
                }
            }
            Token::String(text) => line.push_str(std::str::from_utf8(&text).expect("UTF-8")),
            Token::EndTag(tag) => match &**tag.name {
                // A choice is told, and what stood between two of them is not.
                b"span" if line.starts_with("li ") => told.push(std::mem::take(&mut line).replacen("☐\u{a0}", "☐ ", 1)),
                b"p" if line.strip_prefix("p ").unwrap_or(&line).trim_matches([' ', '\u{a0}', '\u{2003}', '\n']).is_empty() => line.clear(),
                b"h1" | b"h2" | b"h3" | b"p" | b"li" | b"blockquote" => told.push(std::mem::take(&mut line)),
                _ => {}
            },
            Token::Doctype(_) => {}
            other @ (Token::Comment(_) | Token::Error(_)) => panic!("not of ours: {other:?}"),
        }
    }
    told
}

/// The parts of a file for Word, in their order.
fn parts(bytes: &[u8]) -> Vec<(String, String)> {
    let mut zip = ZipArchive::new(Cursor::new(bytes)).expect("a package");
    let part = |at| {
        let mut file = zip.by_index(at).expect("a part");
        let (name, mut text) = (file.name().to_owned(), String::new());
        file.read_to_string(&mut text).expect("UTF-8");
        (name, text)
    };
    (0..9).map(part).collect()
}

/// The attributes of an element, by their names.
fn attributes(start: &BytesStart<'_>) -> Vec<(String, String)> {
    let attribute = |a: Result<quick_xml::events::attributes::Attribute<'_>, _>| {
        let a = a.expect("an attribute");
        (a.key.as_ref().to_owned(), a.normalized_value(XmlVersion::Implicit1_0).expect("a value").into_owned())
    };
    start.attributes().map(attribute).collect()
}

/// The texts of a part: what stands between its tags, or a reason to fail.
fn texts(part: &str) -> Vec<String> {
    let (mut reader, mut told, mut text) = (Reader::from_str(part), Vec::new(), String::new());
    loop {
        match reader.read_event().expect("XML") {
            Xml::Start(_) | Xml::Empty(_) => text.clear(),
            Xml::End(_) => told.extend(Some(std::mem::take(&mut text)).filter(|text| !text.is_empty())),
            Xml::Text(more) => text.push_str(&more.xml10_content()),
            Xml::GeneralRef(name) => text.push_str(&sign(name)),
            Xml::Eof => return told,
            Xml::Decl(_) => {}
            other => panic!("not of ours: {other:?}"),
        }
    }
}

fn sign(name: quick_xml::events::BytesRef<'_>) -> String {
    let sign = name.resolve_char_ref().expect("a character").map(String::from);
    sign.unwrap_or_else(|| quick_xml::escape::resolve_predefined_entity(&name.into_inner()).expect("one of the five").to_owned())
}

/// What a reader of Word's files finds. Parts, elements and relations that we do not write all fail: there is nothing that acts.
fn read_docx(bytes: &[u8], document: &Document) -> Vec<String> {
    const PARTS: [&str; 9] = [
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/core.xml",
        "word/_rels/document.xml.rels",
        "word/document.xml",
        "word/footer1.xml",
        "word/numbering.xml",
        "word/settings.xml",
        "word/styles.xml",
    ];
    const OURS: &str = "document body p pPr pStyle keepNext keepLines numPr ilvl numId tabs bidi r rPr rFonts b bCs rtl t tab br sdt sdtPr \
                        alias checkbox checked checkedState uncheckedState showingPlcHdr sdtContent sectPr footerReference pgSz pgMar cols";
    let parts = parts(bytes);
    assert_eq!(parts.iter().map(|(name, _)| name.as_str()).collect::<Vec<_>>(), PARTS);
    assert!(parts.iter().all(|(_, part)| !part.contains("TargetMode") && !part.contains("hyperlink")), "nothing outside is named");
    assert_eq!(texts(&parts[2].1)[0], document.title.as_str(), "the title in its properties");
    let Foot { whose, page, of } = &document.foot;
    let foot = [&format!("{} · {} ", whose.as_str(), page.as_str()), "PAGE", "1", &format!(" {} ", of.as_str()), "NUMPAGES", "1"];
    assert_eq!(texts(&parts[5].1), foot);

    let (mut reader, mut told, mut line, mut style) = (Reader::from_str(&parts[4].1), Vec::new(), String::new(), String::new());
    let mut is_room = false;
    loop {
        match reader.read_event().expect("XML") {
            Xml::Start(start) | Xml::Empty(start) => {
                let name = start.local_name().as_ref().to_owned();
                assert!(OURS.split_whitespace().any(|ours| ours == name), "not of ours: <{name}>");
                let value = attributes(&start).into_iter().next().map(|(_, value)| value);
                match name.as_str() {
                    "p" => (line, style) = Default::default(),
                    "pStyle" => style = value.expect("a style"),
                    "tab" if value.is_none() => line.push('\t'),
                    "br" => line.push('\n'),
                    "sdt" => is_room = false,
                    "showingPlcHdr" => is_room = true,
                    _ => {}
                }
            }
            Xml::Text(text) if is_room && style.is_empty() => {
                assert!(text.xml10_content().chars().all(|c| c == '_'), "{text:?}");
                line.push_str(BLANK);
            }
            Xml::Text(text) => line.push_str(&text.xml10_content()),
            Xml::GeneralRef(name) => line.push_str(&sign(name)),
            Xml::End(end) if end.local_name().as_ref() == "sdt" => is_room = false,
            Xml::End(end) if end.local_name().as_ref() == "p" => match style.as_str() {
                "Heading1" | "Heading2" | "Heading3" => told.push(format!("h{} {line}", &style[7..])),
                "" if line.is_empty() => {}
                "" | "Statement" | "Reply" => told.push(format!("p {line}")),
                "ListBullet" => told.push(format!("li {line}")),
                "Quote" => told.push(format!("quote {line}")),
                "ReplyChoice" => told.extend(line.split('\t').map(|tick| format!("li {}", tick.replacen('\u{a0}', " ", 1)))),
                "ReplyLines" => {
                    // What is asked may stand on the first line.
                    let lines = line.len() - line.chars().rev().take_while(|c| matches!(c, '_' | '\n')).count();
                    let (ask, lines) = line.split_at(lines);
                    told.extend(ask.strip_suffix(' ').map(|ask| format!("p {ask}")));
                    told.extend(lines.split('\n').map(|_| "line".to_owned()));
                }
                other => panic!("not of ours: {other}"),
            },
            Xml::End(_) | Xml::Decl(_) => {}
            Xml::Eof => break,
            other => panic!("not of ours: {other:?}"),
        }
    }
    told.push(format!("p {}", whose.as_str()));
    told
}

/// The forms that are read here.
const READ: [Format; 3] = [Format::Markdown, Format::Html, Format::Docx];

fn read(format: Format, document: &Document) -> Vec<String> {
    let bytes = format.write(document).expect("written");
    match format {
        Format::Markdown => read_markdown(&bytes),
        Format::Html => read_html(&bytes),
        Format::Docx => read_docx(&bytes, document),
        // Read line by line, as it is drawn, in `tests/it/letter/pdf.rs`.
        #[cfg(feature = "pdf")]
        Format::Pdf => unreachable!("{} bytes", bytes.len()),
    }
}

/// A document with one of everything, and `text` in every place that takes text.
fn everywhere(text: &Text) -> Document {
    let all = || vec![text.clone(), text.clone()];
    let reply = Block::Reply(Reply { name: text.clone(), choices: all(), ask: text.clone(), lines: 2 });
    let below = vec![Block::Paragraph(text.clone()), Block::Quote(text.clone()), reply];
    let blocks = vec![
        Block::FillIn(all()),
        Block::Heading(Level::Title, text.clone()),
        Block::Heading(Level::Section, text.clone()),
        Block::List(all()),
        Block::Paragraph(text.clone()),
        Block::Heading(Level::Topic, text.clone()),
        Block::Statement { number: 10, text: text.clone(), below },
        Block::Quote(text.clone()),
    ];
    let foot = Foot { whose: text.clone(), page: text.clone(), of: text.clone() };
    Document { language: "en", title: text.clone(), foot, blocks }
}

#[test]
fn hostile_text_stays_text() {
    const HOSTILE: &[&str] = &[
        "<script>alert(1)</script>",
        "</title></style><img src=x onerror=alert(1)>",
        "<!-- --><![CDATA[ x ]]><?php x ?>",
        "\" onmouseover=\"alert(1)",
        "&lt;b&gt; &amp;amp; &#x3c; &copy",
        "[x](javascript:alert(1)) ![y](https://example.org/p.png) <https://example.org>",
        "[x]: https://example.org 'title'",
        "[^1] [[wiki]] [ ] task",
        "# heading # {#id .class}",
        "## two ##",
        "> quote",
        ">! spoiler",
        "- item",
        "+ item",
        "* item",
        "1. one",
        "1986) a good year",
        "---",
        "===",
        "***",
        "___",
        "=",
        "```rust",
        "~~~ code",
        "`code` ``more`` *a* **b** _c_ __d__ ~e~ ~~f~~ ^g^ ==h==",
        "| a | b |\n|---|---|\n| 1 | 2 |",
        "$x$ $$y$$ $`z`$",
        ": definition",
        "::: container",
        "+++",
        "back\\slash \\* and one at the end \\",
        "two\r\nlines\r\n\r\nand a paragraph\n    indented",
        "\ttab and \u{0} nul \u{1b}[31m escape \u{7f}",
        "\u{202e}txet desrever\u{202c} \u{2066}isolated\u{2069} \u{200f}mark",
        "  two spaces at the end  ",
        "مرحبا שלום 你好 👩\u{200d}🌾 e\u{301}",
        "=SUM(A1) @here #tag :smile: www.example.org a@example.org",
        "[!NOTE] x",
        "trailing _",
        "p",
        "li p",
        "a*b*c 2*3*4 snake_case_word",
    ];
    for hostile in HOSTILE {
        let document = everywhere(&Text::new(hostile));
        for format in READ {
            assert_eq!(read(format, &document), meant(&document), "{format:?} of {hostile:?}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_text_stays_text(text in r"[ -~]{1,12}|\PC{1,24}|([-+*#>=:|~_`\[\]()<>&!^$\\.{}0-9a] ?){1,12}".prop_filter("has text", |t| !Text::new(t).is_empty())) {
        let document = everywhere(&Text::new(&text));
        for format in READ {
            proptest::prop_assert_eq!(read(format, &document), meant(&document));
        }
    }
}
