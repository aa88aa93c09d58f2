//! A document as one HTML page.
//!
//! The page asks nothing of the network and runs no script: its style stands in its head. It is made to be printed and filled in by
//! hand (12 point, room around the lines, pages numbered, no statement torn across two of them) and to be read aloud by a screen reader (the language is
//! named, headings follow in order, a choice is its words and its box is left out). Black on white says everything; nothing is said by
//! colour. It names no program and no author.

use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Text;

const STYLE: &str = "\
@page { margin: 22mm; @bottom-right { content: counter(page) } }
body { max-width: 40em; margin: 2em auto; padding: 0 1em; font: 12pt/1.5 Verdana, 'DejaVu Sans', Arial, sans-serif; color: #000; background: #fff }
h1 { font-size: 18pt; line-height: 1.25; margin: 0 0 1em }
h2 { font-size: 14pt; line-height: 1.25; margin: 2em 0 .5em }
h3 { font-size: 12pt; margin: 1.5em 0 .5em }
h1, h2, h3 { break-after: avoid }
p, li, blockquote { overflow-wrap: anywhere; orphans: 3; widows: 3 }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25em 1.5em; margin: 0 }
dt { font-weight: bold }
dd { margin: 0 }
blockquote { margin: .5em 0 .5em .25em; padding: .25em 0 .25em 1em; border-left: 3pt solid #000 }
.statement { break-inside: avoid; margin: 1.5em 0 2.5em }
.choices { display: grid; grid-template-columns: repeat(auto-fill, minmax(16em, 1fr)); gap: .5em 2em; list-style: none; padding: 0; margin: 1em 0 }
.choices li { display: flex }
.choices span { font-size: 16pt; line-height: 1; margin-right: .4em }
.lines { break-inside: avoid; break-before: avoid }
.line { height: 2.2em; border-bottom: 1px solid #000 }
@media print { body { max-width: none; margin: 0; padding: 0 } }
";

/// `document` as a page.
pub(super) fn write(document: &Document) -> String {
    let Document { language, title, blocks } = document;
    let (title, blocks) = (escape(title), write_all(blocks, write_block));
    page(language, &title, STYLE, &format!("<h1>{title}</h1>\n{blocks}"))
}

/// A page in this language, with its title and what it holds; both are escaped already.
pub(super) fn page(language: &str, title: &str, style: &str, main: &str) -> String {
    format!(
        "<!DOCTYPE html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{title}</title>\n\
         <style>\n{style}</style>\n</head>\n<body>\n<main>\n{main}</main>\n</body>\n</html>\n"
    )
}

/// A block, each of its lines ended.
///
/// What a person typed (a topic, a statement, their words) may run in another direction than the letter; `dir="auto"` lets each such
/// line find its own.
fn write_block(block: &Block) -> String {
    match block {
        Block::Heading(Level::Section, text) => format!("<h2>{}</h2>\n", escape(text)),
        Block::Heading(Level::Topic, text) => format!("<h3 dir=\"auto\">{}</h3>\n", escape(text)),
        Block::Paragraph(text) => format!("<p>{}</p>\n", escape(text)),
        Block::Facts(facts) => {
            let facts = write_all(facts, |fact| format!("<dt>{}</dt><dd>{}</dd>\n", escape(&fact.label), escape(&fact.value)));
            format!("<dl>\n{facts}</dl>\n")
        }
        Block::List(texts) => format!("<ul>\n{}</ul>\n", write_all(texts, |text| format!("<li>{}</li>\n", escape(text)))),
        Block::Quote(text) => format!("<blockquote dir=\"auto\">{}</blockquote>\n", escape(text)),
        Block::Statement { number, text, below } => {
            let (text, below) = (escape(text), write_all(below, write_block));
            format!("<section class=\"statement\">\n<p dir=\"auto\"><b>{number}.</b> {text}</p>\n{below}</section>\n")
        }
        Block::Choices(choices) => {
            let choices = write_all(choices, |text| format!("<li><span aria-hidden=\"true\">☐</span> {}</li>\n", escape(text)));
            // Without its bullets a list is no longer announced as one by some screen readers; the role says that it still is.
            format!("<ul class=\"choices\" role=\"list\">\n{choices}</ul>\n")
        }
        Block::WritingLines(count) => {
            format!("<div class=\"lines\">\n{}</div>\n", "<div class=\"line\"></div>\n".repeat(*count))
        }
    }
}

pub(super) fn write_all<T>(of: &[T], write: impl Fn(&T) -> String) -> String {
    of.iter().map(write).collect()
}

/// `text` so that a reader of HTML finds exactly these characters in it, in an element or in a quoted attribute.
pub(super) fn escape(text: &Text) -> String {
    let mut out = String::with_capacity(text.as_str().len());
    for c in text.as_str().chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_means_something_is_escaped() {
        let text = Text::new("<img src=x onerror='a()'> & \"so on\"");
        assert_eq!(escape(&text), "&lt;img src=x onerror=&#39;a()&#39;&gt; &amp; &quot;so on&quot;");
    }
}
