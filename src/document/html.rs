//! A document as one HTML page.
//!
//! The page asks nothing of the network and runs no script: its style stands in its head. It is made to be printed and filled in by
//! hand (14 point, room around the lines, whose page it is and which at the foot, no statement torn across two of them), to be read on a
//! phone, and to be read aloud by a screen reader (the language is named, headings follow in order, boxes are named by what they answer).
//! Black on white says everything; nothing is said by colour. It names no program and no author.
//!
//! It also goes through word processors, which know little of style: a box to tick is a sign, and a line to write on is a rule with an empty
//! paragraph before it (of two rules that follow each other, LibreOffice shows one). What they would get wrong, the frame, is behind
//! `@supports`, which they do not read.

use crate::document::markdown::BLANK;
use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Foot;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Reply;
use crate::domain::letter::tree::Text;
use crate::domain::letter::tree::around_blanks;

const STYLE: &str = "\
body { max-width: 38em; margin: 1.5em auto; padding: 0 1em; font: 14pt/1.3 Arial, 'Liberation Sans', sans-serif; color: #000; background: #fff }
h1 { font-size: 17pt; line-height: 1.2; margin: .6em 0 .2em }
h2 { font-size: 14pt; line-height: 1.25; margin: .65em 0 .1em }
h3 { font-size: 14pt; line-height: 1.25; margin: .9em 0 .2em }
h1, h2, h3 { break-after: avoid; font-family: Arial, 'Liberation Sans', sans-serif }
p, li, blockquote, h1, h2, h3 { overflow-wrap: anywhere; orphans: 3; widows: 3 }
p { margin: .15em 0 }
ul { margin: .3em 0; padding-left: 1.3em }
blockquote { margin: .3em 0 .3em .3em; padding-left: .7em; border-left: 2pt solid #000 }
.statement { break-inside: avoid; margin: .3em 0 .9em }
.reply { break-inside: avoid; break-before: avoid }
.closing { break-inside: avoid; break-before: avoid }
.line { break-inside: avoid }
@supports (display: grid) {
.reply { border: 1pt solid #000; padding: .2em .7em .6em; margin: .3em 1pt .3em 0 }
.reply [role=listitem] { display: inline-block }
.line p { margin: 0; line-height: 1.8 }
hr { border: 0; border-bottom: 1pt solid #000; margin: 0 }
}
@media print { body { max-width: none; margin: 0; padding: 0 } }
";

/// `document` as a page.
pub(super) fn write(document: &Document) -> String {
    let Document { language, title, foot, .. } = document;
    let (before, closing) = document.closing();
    let (before, closing) = (write_all(before, write_block), write_all(closing, write_block));
    // Whoever prints pages without a foot, or none at all, finds at the end whose letter it is.
    let whose = format!("<p class=\"foot\">{}</p>\n", escape(&foot.whose));
    page(
        language,
        &escape(title),
        &format!("{}{STYLE}", paper(foot)),
        &format!("{before}<section class=\"closing\">\n{closing}{whose}</section>\n"),
    )
}

/// The paper, and what stands at the foot of each page.
fn paper(foot: &Foot) -> String {
    let [whose, page, of] = [&foot.whose, &foot.page, &foot.of].map(quoted);
    format!(
        "@page {{ size: A4; margin: 14mm 17mm 18mm; @bottom-center {{ font: 11pt Arial, 'Liberation Sans', sans-serif; \
         content: \"{whose} · {page} \" counter(page) \" {of} \" counter(pages) }} }}\n"
    )
}

/// `text` as it stands in a string of a style. A letter or digit stands for itself; all else is written by its number, which a space ends, so
/// that nothing in it ends the string or the style.
fn quoted(text: &Text) -> String {
    let stands = |c: char| c.is_alphanumeric() || c == ' ';
    text.as_str().chars().map(|c| if stands(c) { c.to_string() } else { format!("\\{:06x} ", u32::from(c)) }).collect()
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
        Block::Heading(Level::Title, text) => format!("<h1>{}</h1>\n", escape(text)),
        Block::Heading(Level::Section, text) => format!("<h2>{}</h2>\n", escape(text)),
        Block::Heading(Level::Topic, text) => format!("<h3 dir=\"auto\">{}</h3>\n", escape(text)),
        Block::Paragraph(text) => format!("<p>{}</p>\n", escape(text)),
        Block::FillIn(texts) => {
            let blank = format!("<span aria-hidden=\"true\">{BLANK}</span>");
            let texts: Vec<String> = around_blanks(texts).iter().map(|text| escaped(text)).collect();
            format!("<p>{}</p>\n", texts.join(&blank))
        }
        Block::List(texts) => format!("<ul>\n{}</ul>\n", write_all(texts, |text| format!("<li dir=\"auto\">{}</li>\n", escape(text)))),
        Block::Quote(text) => format!("<blockquote dir=\"auto\">{}</blockquote>\n", escape(text)),
        Block::Statement { number, text, below } => {
            let (text, below) = (escape(text), write_all(below, write_block));
            format!("<div class=\"statement\" role=\"group\">\n<p dir=\"auto\"><b>{number}.</b> {text}</p>\n{below}</div>\n")
        }
        Block::Reply(reply) => write_reply(reply),
    }
}

fn write_reply(reply: &Reply) -> String {
    let Reply { name, choices, ask, lines } = reply;
    // Side by side, so that they are short on every page, and a list to whoever hears them.
    let choices: Vec<String> = choices.iter().map(|text| format!("<span role=\"listitem\">☐\u{a0}{}</span>", escape(text))).collect();
    let choices = if choices.is_empty() { String::new() } else { format!("<p role=\"list\">{}</p>\n", choices.join("\u{2003}\n")) };
    let ask = if ask.is_empty() { String::new() } else { format!("<p>{}</p>\n", escape(ask)) };
    let lines = "<div class=\"line\" aria-hidden=\"true\"><p>\u{a0}</p><hr></div>\n".repeat(*lines);
    format!("<div class=\"reply\" role=\"group\" aria-label=\"{}\">\n{choices}{ask}{lines}</div>\n", escape(name))
}

pub(super) fn write_all<T>(of: &[T], write: impl Fn(&T) -> String) -> String {
    of.iter().map(write).collect()
}

/// `text` so that a reader of HTML finds exactly these characters in it, in an element or in a quoted attribute.
pub(super) fn escape(text: &Text) -> String {
    escaped(text.as_str())
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
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

    #[test]
    fn nothing_ends_a_string_of_the_style() {
        assert_eq!(quoted(&Text::new("P07 · brief 1")), r"P07 \0000b7  brief 1");
        assert_eq!(quoted(&Text::new("\"}</style>")), r"\000022 \00007d \00003c \00002f style\00003e ");
    }
}
