//! The reader's side: what a CommonMark parser and an HTML tokenizer make of a document.
//!
//! Both are brought to the same plain account, one line for each thing read, and compared with the account of the tree the document
//! was written from. So text that turned into markup, vanished, or moved shows as a difference, whatever it was made of.

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

use crate::document::Format;
use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Fact;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Text;

/// What should be read.
fn meant(document: &Document) -> Vec<String> {
    fn say(block: &Block, told: &mut Vec<String>) {
        match block {
            Block::Heading(Level::Section, text) => told.push(format!("h2 {}", text.as_str())),
            Block::Heading(Level::Topic, text) => told.push(format!("h3 {}", text.as_str())),
            Block::Paragraph(text) => told.push(format!("p {}", text.as_str())),
            Block::Facts(facts) => told.extend(facts.iter().map(|f| format!("li {}: {}", f.label.as_str(), f.value.as_str()))),
            Block::List(texts) => told.extend(texts.iter().map(|text| format!("li {}", text.as_str()))),
            Block::Quote(text) => told.push(format!("quote {}", text.as_str())),
            Block::Statement { number, text, below } => {
                told.push(format!("p {number}. {}", text.as_str()));
                for block in below {
                    say(block, told);
                }
            }
            Block::Choices(texts) => told.extend(texts.iter().map(|text| format!("li ☐ {}", text.as_str()))),
            Block::WritingLines(count) => told.extend(vec!["line".to_owned(); *count]),
        }
    }
    let mut told = vec![format!("h1 {}", document.title.as_str())];
    for block in &document.blocks {
        say(block, &mut told);
    }
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
    const OURS: &str = "html lang|head|meta charset|meta content name|title|style|body|main|h1|h2|h3 dir|p|p dir|dl|dt|dd|ul|\
                        ul class role|li|span aria-hidden|b|blockquote dir|section class|div class";
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
                    b"dt" => line = "li ".into(),
                    b"dd" => line.push_str(": "),
                    b"div" if tag.attributes.values().any(|class| **class.value == *b"line") => told.push("line".into()),
                    b"title" | b"style" => line.clear(),
                    _ => {}
                }
            }
            Token::String(text) => line.push_str(std::str::from_utf8(&text).expect("UTF-8")),
            Token::EndTag(tag) => match &**tag.name {
                b"h1" | b"h2" | b"h3" | b"p" | b"li" | b"blockquote" | b"dd" => told.push(std::mem::take(&mut line)),
                _ => {}
            },
            Token::Doctype(_) => {}
            other @ (Token::Comment(_) | Token::Error(_)) => panic!("not of ours: {other:?}"),
        }
    }
    told
}

fn read(format: Format, document: &Document) -> Vec<String> {
    match format {
        Format::Markdown => read_markdown(&format.write(document)),
        Format::Html => read_html(&format.write(document)),
    }
}

/// A document with one of everything, and `text` in every place that takes text.
fn everywhere(text: &Text) -> Document {
    let all = || vec![text.clone(), text.clone()];
    let below = vec![Block::Paragraph(text.clone()), Block::Quote(text.clone()), Block::Choices(all()), Block::WritingLines(2)];
    let blocks = vec![
        Block::Facts(vec![Fact { label: Text::new("Label"), value: text.clone() }]),
        Block::Heading(Level::Section, text.clone()),
        Block::List(all()),
        Block::Paragraph(text.clone()),
        Block::Heading(Level::Topic, text.clone()),
        Block::Statement { number: 10, text: text.clone(), below },
        Block::Quote(text.clone()),
    ];
    Document { language: "en", title: text.clone(), blocks }
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
        "a*b*c 2*3*4 snake_case_word",
    ];
    for hostile in HOSTILE {
        let document = everywhere(&Text::new(hostile));
        for format in Format::ALL {
            assert_eq!(read(format, &document), meant(&document), "{format:?} of {hostile:?}");
        }
    }
}

proptest::proptest! {
    #[test]
    fn any_text_stays_text(text in r"[ -~]{1,12}|\PC{1,24}|([-+*#>=:|~_`\[\]()<>&!^$\\.{}0-9a] ?){1,12}".prop_filter("has text", |t| !Text::new(t).is_empty())) {
        let document = everywhere(&Text::new(&text));
        for format in Format::ALL {
            proptest::prop_assert_eq!(read(format, &document), meant(&document));
        }
    }
}
