//! A handout as one HTML page that prints on A4.
//!
//! The page asks nothing of the network and runs no script. It is black on white, 11 points for what is read aloud and a little less for what
//! is looked up; a question and its boxes stay on one page, and what is handed over has a page of its own. The conversation is a table, so that
//! the heads of the boxes come again on every page, and a screen reader knows which box is which. A column of boxes is as wide as the longest
//! word above it.

use crate::document::handout::sheet::Card;
use crate::document::handout::sheet::DistressOnPaper;
use crate::document::handout::sheet::QuestionOnPaper;
use crate::document::handout::sheet::Section;
use crate::document::handout::sheet::Sheet;
use crate::document::handout::sheet::TopicOnPaper;
use crate::document::html::escape;
use crate::document::html::page;
use crate::document::html::write_all;
use crate::domain::letter::tree::Text;

const STYLE: &str = "\
body { max-width: 50em; margin: 1em auto; padding: 0 1em; font: 11pt/1.14 Arial, 'Liberation Sans', Helvetica, sans-serif; color: #000; background: #fff }
h1 { font-size: 14pt; margin: 0 }
h2 { font-size: 11pt; margin: .4em 0 .1em; border-bottom: .75pt solid #000; break-after: avoid }
h3 { font-size: 9.5pt; margin: .2em 0 0; break-after: avoid }
p, ul, ol { margin: 0 0 .15em; overflow-wrap: anywhere; orphans: 2; widows: 2 }
ul, ol { padding-left: 1.3em }
.about { font-size: 10pt }
.blanks { display: grid; grid-template-columns: repeat(3, 1fr); gap: .35em 1.2em; list-style: none; padding: 0; margin: .4em 0 }
.blanks li { display: flex; gap: .4em; font-size: 10pt }
.blanks li::after { content: ''; flex: 1; border-bottom: .5pt solid #000 }
table { border-collapse: collapse; width: 100%; margin: .5em 0 0 }
td p, td ul { margin: 0 }
thead th { font-size: 7.5pt; font-weight: normal; padding: 0 0 .1em .6em; border-bottom: .75pt solid #000; vertical-align: bottom; text-align: center }
thead th:first-child { font-size: 11pt; font-weight: bold; width: 100%; padding-left: 0; text-align: left }
tbody th { padding: .2em 0 0; text-align: left }
tbody + tbody th { border-top: .5pt solid #000 }
thead th + th { min-width: 6mm }
tbody th span { font-weight: normal }
td { padding: .08em 0 0; vertical-align: top; text-align: center }
td:first-child { text-align: left }
td.below { padding: 0 0 0 1.3em }
tr { break-inside: avoid }
thead, .lead { break-after: avoid }
.box { font-family: 'DejaVu Sans', 'Segoe UI Symbol', 'Arial Unicode MS', sans-serif; font-size: 12pt; line-height: 0 }
.aside { font-size: 8.5pt; font-style: italic }
.aside::before { content: '[' }
.aside::after { content: ']' }
.probes { list-style: none; padding: 0; font-size: 9.5pt; line-height: 1.12 }
.probes li { display: inline }
.probes li:not(:last-child)::after { content: ' / ' }
.choices { list-style: none; padding: 0; margin: 0 }
.choices li { display: inline-block; margin-right: 1.2em }
.distress { border: 1.5pt solid #000; padding: .2em .6em; margin-top: .6em; break-inside: avoid; font-size: 9pt }
.distress h2 { border: 0; margin: 0 }
.distress .three { display: grid; grid-template-columns: 3fr 6fr 4fr; gap: 1em }
.distress p, .distress ul, .distress ol { margin: 0 }
.card { break-before: page; font-size: 18pt; line-height: 1.4 }
.card h2 { font-size: 10pt; font-weight: normal; border: 0; text-align: right }
.card p { margin: 0 0 1em }
@media print { body { max-width: none; margin: 0; padding: 0 } }
";

/// `sheet` as a page.
pub(super) fn write(sheet: &Sheet) -> String {
    let style = format!(
        "@page {{ size: A4; margin: 10mm 12mm 12mm; @bottom-left {{ content: '{}'; font: 8pt sans-serif }} \
         @bottom-right {{ content: counter(page) ' / ' counter(pages); font: 8pt sans-serif }} }}\n{STYLE}",
        in_a_style(&sheet.foot)
    );
    let blanks = write_all(&sheet.blanks, |label| format!("<li>{}</li>\n", escape(label)));
    let main = [
        format!("<h1 dir=\"auto\">{}</h1>\n<p class=\"about\">{}</p>\n", escape(&sheet.title), escape(&sheet.about)),
        format!("<ul class=\"blanks\" role=\"list\">\n{blanks}</ul>\n"),
        section(&sheet.introduction),
        consent(sheet),
        conversation(sheet),
        section(&sheet.closing),
        write_all(sheet.distress.as_slice(), write_distress),
        write_all(&sheet.cards, write_card),
    ];
    page(&escape(&sheet.language), &escape(&sheet.title), &style, &main.concat())
}

/// `text` as it can stand between quotes in a style: what could end them is left out.
fn in_a_style(text: &Text) -> String {
    text.as_str().chars().filter(|c| c.is_alphanumeric() || " -_.,:+/()".contains(*c)).collect()
}

fn paragraphs(texts: &[Text]) -> String {
    write_all(texts, |text| format!("<p dir=\"auto\">{}</p>\n", escape(text)))
}

fn section(section: &Section) -> String {
    format!("<h2>{}</h2>\n{}", escape(&section.heading), paragraphs(&section.paragraphs))
}

fn asides(texts: &[Text]) -> String {
    write_all(texts, |text| format!("<p class=\"aside\" dir=\"auto\">{}</p>\n", escape(text)))
}

/// An empty box; which one it is, the head of its column says.
const BOX: &str = "<td><span class=\"box\">☐</span></td>";

/// The items, each with a box for yes and one for no.
fn consent(sheet: &Sheet) -> String {
    let consent = &sheet.consent;
    let items = write_all(&consent.items, |item| {
        format!("<tr><td><p dir=\"auto\">{}</p>\n{}</td>{BOX}{BOX}</tr>\n", escape(&item.say), asides(&item.aside))
    });
    table(&consent.heading, &[&consent.yes, &consent.no], &format!("<tbody>\n{items}</tbody>\n"))
}

/// The topics with their questions, each with its boxes.
fn conversation(sheet: &Sheet) -> String {
    let boxes: Vec<&Text> = sheet.marks.iter().collect();
    table(&sheet.conversation, &boxes, &write_all(&sheet.topics, |topic| write_topic(topic, boxes.len())))
}

/// A table with these heads, the first over what is read.
fn table(heading: &Text, boxes: &[&Text], bodies: &str) -> String {
    let boxes = write_all(boxes, |head| format!("<th scope=\"col\">{}</th>", escape(head)));
    format!("<table>\n<thead><tr><th scope=\"col\">{}</th>{boxes}</tr></thead>\n{bodies}</table>\n", escape(heading))
}

fn write_topic(topic: &TopicOnPaper, boxes: usize) -> String {
    let (title, minutes, columns) = (escape(&topic.title), escape(&topic.minutes), boxes + 1);
    let lead = paragraphs(&topic.say) + &asides(&topic.aside);
    let lead = if lead.is_empty() { lead } else { format!("<tr class=\"lead\"><td colspan=\"{columns}\">{lead}</td></tr>\n") };
    let questions = write_all(&topic.questions, |question| write_question(question, boxes));
    format!(
        "<tbody>\n<tr class=\"lead\"><th colspan=\"{columns}\" scope=\"rowgroup\" dir=\"auto\">{}. {title} <span>({minutes})</span></th></tr>\n\
         {lead}{questions}</tbody>\n",
        topic.number
    )
}

/// A question with its boxes, and below it, over the whole width, what belongs to it.
fn write_question(question: &QuestionOnPaper, boxes: usize) -> String {
    let weight = write_all(question.weight.as_slice(), |weight| format!(" · {}", escape(weight)));
    let before = paragraphs(&question.say);
    let ask = format!("{before}<p dir=\"auto\"><b>{}. {}</b>{weight}</p>", question.number, escape(&question.ask));
    let choices = list("choices", &question.choices, |choice| format!("<span class=\"box\">☐</span> {}", escape(choice)));
    let probes = list("probes", &question.probes, |probe| {
        let aside = write_all(&probe.aside, |text| format!(" <span class=\"aside\">{}</span>", escape(text)));
        format!("{}{aside}", escape(&probe.ask))
    });
    let below = [asides(&question.aside), choices, probes].concat();
    let (boxes, columns) = (BOX.repeat(boxes), boxes + 1);
    if below.is_empty() {
        return format!("<tr><td>{ask}</td>{boxes}</tr>\n");
    }
    format!("<tr class=\"lead\"><td>{ask}</td>{boxes}</tr>\n<tr><td colspan=\"{columns}\" class=\"below\">{below}</td></tr>\n")
}

/// A list without bullets, which some screen readers take for none unless its role is said; nothing where it is empty.
fn list<T>(class: &str, of: &[T], write: impl Fn(&T) -> String) -> String {
    if of.is_empty() {
        return String::new();
    }
    let items = write_all(of, |item| format!("<li dir=\"auto\">{}</li>\n", write(item)));
    format!("<ul class=\"{class}\" role=\"list\">\n{items}</ul>\n")
}

fn write_distress(distress: &DistressOnPaper) -> String {
    let part = |part: &Section, tag: &str| {
        let items = write_all(&part.paragraphs, |text| format!("<li dir=\"auto\">{}</li>\n", escape(text)));
        let list = if items.is_empty() { items } else { format!("<{tag}>\n{items}</{tag}>\n") };
        format!("<div>\n<h3>{}</h3>\n{list}</div>\n", escape(&part.heading))
    };
    let parts = part(&distress.signs, "ul") + &part(&distress.steps, "ol") + &part(&distress.support, "ul");
    let (heading, recording) = (escape(&distress.heading), escape(&distress.recording));
    format!("<section class=\"distress\">\n<h2>{heading}</h2>\n<p>{recording}</p>\n<div class=\"three\">\n{parts}</div>\n</section>\n")
}

fn write_card(card: &Card) -> String {
    format!("<section class=\"card\">\n<h2>{}</h2>\n{}</section>\n", escape(&card.name), paragraphs(&card.paragraphs))
}
