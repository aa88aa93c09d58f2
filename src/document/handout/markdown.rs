//! A handout as CommonMark, which reads as plain text too.

use crate::document::handout::sheet::Card;
use crate::document::handout::sheet::DistressOnPaper;
use crate::document::handout::sheet::QuestionOnPaper;
use crate::document::handout::sheet::Section;
use crate::document::handout::sheet::Sheet;
use crate::document::handout::sheet::TopicOnPaper;
use crate::document::markdown::escape;
use crate::domain::letter::tree::Text;

/// `sheet` as CommonMark.
pub(super) fn write(sheet: &Sheet) -> String {
    let mut parts = vec![format!("# {}", escape(&sheet.title)), escape(&sheet.about)];
    parts.push(lines(sheet.blanks.iter().map(|label| format!("- {}: {}", escape(label), "_".repeat(30)))));
    section(&mut parts, 2, &sheet.introduction);
    let consent = &sheet.consent;
    parts.push(heading(2, &consent.heading));
    let (yes, no) = (escape(&consent.yes), escape(&consent.no));
    parts.push(lines(consent.items.iter().flat_map(|item| {
        let asked = format!("- ☐ {yes} ☐ {no}   {}", escape(&item.say));
        std::iter::once(asked).chain(item.aside.iter().map(|text| format!("  *{}*", escape(text))))
    })));
    for topic in &sheet.topics {
        write_topic(&mut parts, topic, &sheet.marks);
    }
    section(&mut parts, 2, &sheet.closing);
    parts.extend(sheet.distress.iter().map(write_distress));
    parts.extend(sheet.cards.iter().map(write_card));
    parts.join("\n\n") + "\n"
}

fn heading(level: usize, text: &Text) -> String {
    format!("{} {}", "#".repeat(level), escape(text))
}

fn lines(of: impl Iterator<Item = String>) -> String {
    of.collect::<Vec<_>>().join("\n")
}

fn section(parts: &mut Vec<String>, level: usize, section: &Section) {
    parts.push(heading(level, &section.heading));
    parts.extend(section.paragraphs.iter().map(escape));
}

fn aside(texts: &[Text]) -> impl Iterator<Item = String> {
    texts.iter().map(|text| format!("*[{}]*", escape(text)))
}

fn write_topic(parts: &mut Vec<String>, topic: &TopicOnPaper, marks: &[Text]) {
    parts.push(format!("## {}. {} ({})", topic.number, escape(&topic.title), escape(&topic.minutes)));
    parts.extend(topic.say.iter().map(escape));
    parts.extend(aside(&topic.aside));
    topic.questions.iter().for_each(|question| write_question(parts, question, marks));
}

fn write_question(parts: &mut Vec<String>, question: &QuestionOnPaper, marks: &[Text]) {
    let weight = question.weight.iter().map(|weight| format!(" · {}", escape(weight))).collect::<Vec<_>>().concat();
    parts.extend(question.say.iter().map(escape));
    parts.push(format!("**{}. {}**{weight}", question.number, escape(&question.ask)));
    parts.extend(aside(&question.aside));
    parts.push(marks.iter().map(|mark| format!("☐ {}", escape(mark))).collect::<Vec<_>>().join("  "));
    if !question.choices.is_empty() {
        parts.push(lines(question.choices.iter().map(|choice| format!("- ☐ {}", escape(choice)))));
    }
    if !question.probes.is_empty() {
        parts.push(lines(question.probes.iter().map(|probe| {
            let asides = probe.aside.iter().map(|text| format!(" *[{}]*", escape(text))).collect::<Vec<_>>().concat();
            format!("- {}{asides}", escape(&probe.ask))
        })));
    }
}

fn write_distress(distress: &DistressOnPaper) -> String {
    let mut parts = vec![heading(2, &distress.heading), escape(&distress.recording)];
    for (part, is_in_order) in [(&distress.signs, false), (&distress.steps, true), (&distress.support, false)] {
        if !part.paragraphs.is_empty() {
            parts.push(heading(3, &part.heading));
            let sign = |n: usize| if is_in_order { format!("{}. ", n + 1) } else { "- ".to_owned() };
            parts.push(lines(part.paragraphs.iter().enumerate().map(|(n, text)| format!("{}{}", sign(n), escape(text)))));
        }
    }
    parts.join("\n\n")
}

fn write_card(card: &Card) -> String {
    let paragraphs = card.paragraphs.iter().map(|text| format!("> {}", escape(text))).collect::<Vec<_>>().join("\n>\n");
    format!("{}\n\n{paragraphs}", heading(2, &card.name))
}
