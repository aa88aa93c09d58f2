//! The page for the ethics board and the IT department, in each form: values in, bytes out.
//!
//! On paper it is one A4 page: a table, small type, black on white, nothing said by colour. How a line is known stands in a word between what
//! it is about and what it says, in both forms.

use crate::document::handout::SheetFormat;
use crate::document::html;
use crate::document::markdown;
use crate::domain::letter::tree::Text;
use crate::domain::safekeeping::page::Line;
use crate::domain::safekeeping::page::Page;
use crate::domain::safekeeping::page::Part;

const STYLE: &str = "\
@page { size: A4; margin: 10mm 12mm }
body { max-width: 60em; margin: 1em auto; padding: 0 1em; font: 8pt/1.18 Arial, 'Liberation Sans', Helvetica, sans-serif; color: #000; background: #fff }
h1 { font-size: 13pt; margin: 0 0 .1em }
p { margin: .1em 0 }
table { border-collapse: collapse; width: 100%; margin-top: .4em }
th, td { text-align: left; vertical-align: top; padding: .1em .6em .1em 0; overflow-wrap: anywhere }
tbody th { font-weight: normal; width: 22% }
tbody .head th { font-weight: bold; font-size: 9pt; padding-top: .4em; border-bottom: .75pt solid #000 }
td.known { font-weight: bold; white-space: nowrap }
tr { break-inside: avoid }
.head { break-after: avoid }
@media print { body { max-width: none; margin: 0; padding: 0 } }
";

/// `page` in this form, in this language (a BCP 47 tag), as UTF-8.
pub fn write(page: &Page, form: SheetFormat, language: &str) -> Vec<u8> {
    match form {
        SheetFormat::Markdown => in_markdown(page),
        SheetFormat::Html => in_html(page, language),
    }
    .into_bytes()
}

fn in_markdown(page: &Page) -> String {
    let text = |raw: &str| markdown::escape(&Text::new(raw));
    let line = |line: &Line| format!("- {}", text(&format!("{} ({}): {}", line.about, line.known.words(), line.says)));
    let part = |part: &Part| {
        let lines: Vec<String> = part.lines.iter().map(line).collect();
        format!("## {}\n\n{}", text(&part.heading), lines.join("\n"))
    };
    let head = std::iter::once(format!("# {}", text(&page.title))).chain(page.about.iter().map(|about| text(about)));
    let parts: Vec<String> = head.chain(page.parts.iter().map(part)).collect();
    parts.join("\n\n") + "\n"
}

fn in_html(page: &Page, language: &str) -> String {
    let text = |raw: &str| html::escape(&Text::new(raw));
    let line = |line: &Line| {
        let [about, known, says] = [&line.about, &line.known.words(), &line.says].map(|raw| text(raw));
        format!("<tr><th scope=\"row\">{about}</th><td class=\"known\">{known}</td><td>{says}</td></tr>\n")
    };
    let part = |part: &Part| {
        let head = format!("<tr class=\"head\"><th scope=\"rowgroup\" colspan=\"3\">{}</th></tr>\n", text(&part.heading));
        format!("<tbody>\n{head}{}</tbody>\n", html::write_all(&part.lines, line))
    };
    let about = html::write_all(&page.about, |about| format!("<p>{}</p>\n", text(about)));
    let title = text(&page.title);
    let main = format!("<h1>{title}</h1>\n{about}<table>\n{}</table>\n", html::write_all(&page.parts, part));
    html::page(language, &title, STYLE, &main)
}

#[cfg(test)]
mod tests {
    use html5gum::Token;
    use html5gum::Tokenizer;
    use html5gum::emitters::default::DefaultEmitter;

    use super::*;
    use crate::domain::safekeeping::Facts;
    use crate::domain::safekeeping::StudyFacts;
    use crate::words::Words;
    use crate::words::speaking;

    fn facts() -> Facts {
        let title = "<b>After</b> | therapy & \"so on\"".to_owned();
        Facts { study: StudyFacts { title, retention: "10 years | <i>sound</i>".into(), ..StudyFacts::default() }, ..Facts::default() }
    }

    #[test]
    fn every_line_is_there_in_each_form_and_language_and_what_was_typed_is_no_markup() {
        for words in Words::built_in() {
            speaking(words, || {
                let page = facts().page();
                let html = String::from_utf8(write(&page, SheetFormat::Html, words.tag())).unwrap();
                let mut shown = String::new();
                for Ok(token) in Tokenizer::new_with_emitter(&html, DefaultEmitter::default()) {
                    match token {
                        Token::String(text) => shown.push_str(&String::from_utf8(text.value.0.clone()).unwrap()),
                        Token::StartTag(tag) => assert!(![b"b".as_slice(), b"i"].contains(&tag.name.0.as_slice()), "{html}"),
                        _ => {}
                    }
                }
                let markdown = String::from_utf8(write(&page, SheetFormat::Markdown, words.tag())).unwrap();
                let plain: String = markdown.replace('\\', "");
                for line in page.parts.iter().flat_map(|part| &part.lines) {
                    for said in [&line.about, &line.says, &line.known.words()] {
                        assert!(shown.contains(said.as_str()), "{said}: {shown}");
                        assert!(plain.contains(said.as_str()), "{said}: {plain}");
                    }
                }
                assert!(!markdown.contains("<i>"), "{markdown}");
            });
        }
    }
}
