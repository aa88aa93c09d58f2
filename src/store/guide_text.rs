//! A guide as the text of a file: YAML that a person goes on writing in.
//!
//! Texts stand plain where they may, in quotes where YAML would read something else, and in lines of their own where they are long; remarks
//! stand above what they are about, also above what is missing. What is written here is read back as the same guide
//! ([`crate::store::guide_file::read_guide`]; a test holds it). No IO; any thread.

use crate::domain::guide::After;
use crate::domain::guide::Audience;
use crate::domain::guide::Choice;
use crate::domain::guide::ConsentItem;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Participants;
use crate::domain::guide::Priority;
use crate::domain::guide::Probe;
use crate::domain::guide::Question;
use crate::domain::guide::Round;
use crate::domain::guide::Source;
use crate::domain::guide::Topic;
use crate::domain::guide::When;
use crate::domain::guide::Wording;
use crate::domain::guide::care::Distress;
use crate::domain::guide::check::FileStep;
use crate::domain::guide::check::FileStep::Item;
use crate::domain::guide::check::FileStep::Key;
use crate::domain::guide::draft::Remarks;
use crate::store::guide_keys::AUDIENCES;
use crate::store::guide_keys::COVERS;
use crate::store::guide_keys::RECORDING;
use crate::store::guide_keys::STATES;
use crate::store::repair::cleaned;
use crate::store::repair::is_invisible;

/// How long a line is at most, where words can be parted.
const WIDTH: usize = 100;

/// Words that other readers of YAML take for something else.
const TAKEN: [&str; 10] = ["true", "false", "yes", "no", "on", "off", "y", "n", "null", "nan"];

/// The text of `guide`, with `remarks` above what they are about. A part that is empty is left out.
pub fn write(guide: &Guide, remarks: &Remarks) -> String {
    let mut writer = Writer { text: String::new(), remarks };
    writer.guide(guide);
    writer.text
}

struct Writer<'r> {
    text: String,
    remarks: &'r Remarks,
}

impl Writer<'_> {
    fn guide(&mut self, guide: &Guide) {
        self.remark(0, &[]);
        if !self.text.is_empty() {
            self.text.push('\n');
        }
        self.line(0, "format: 1");
        self.value(0, "id", guide.id.as_str());
        self.value(0, "title", &guide.title);
        self.line(0, &format!("version: {}", quoted(&guide.version)));
        self.maybe(0, "translation_of", guide.translation_of.as_ref().map(Id::as_str));
        self.value(0, "language", &guide.language);
        self.word(0, "audience", &AUDIENCES, &guide.audience);
        let rounds: Vec<&str> = guide.rounds.iter().map(|round| round.word()).collect();
        self.line(0, &format!("rounds: [{}]", rounds.join(", ")));
        self.remark(0, &[Key("minutes")]);
        self.line(0, &format!("minutes: {}", guide.minutes));
        self.maybe(0, "aim", guide.aim.as_deref());
        self.maybe(0, "about", guide.about.as_deref());
        self.maybe(0, "participants", guide.participants.map(Participants::word));
        self.part(&[Key("introduction")]);
        self.present(0, "introduction", &guide.introduction);
        self.part(&[Key("consent")]);
        if !guide.consent.is_empty() {
            self.line(0, "consent:");
            guide.consent.iter().for_each(|item| self.consent(item));
        }
        self.part(&[Key("topics")]);
        if !guide.topics.is_empty() {
            self.line(0, "topics:");
        }
        for (n, topic) in guide.topics.iter().enumerate() {
            if n > 0 {
                self.text.push('\n');
            }
            self.topic(n, topic);
        }
        self.part(&[Key("closing")]);
        self.present(0, "closing", &guide.closing);
        self.part(&[Key("distress")]);
        if let Some(distress) = &guide.distress {
            self.distress(distress);
        }
        self.part(&[Key("reports")]);
        if !guide.reports.is_empty() {
            self.line(0, "reports:");
        }
        for kind in &guide.reports {
            self.value(2, "- is", &kind.is);
            self.value(4, "what", &kind.what);
            self.value(4, "to", &kind.to);
            self.line(4, &format!("within: {}", kind.within));
        }
        if !guide.changes.is_empty() {
            self.part(&[Key("changes")]);
            self.line(0, "changes:");
        }
        for change in &guide.changes {
            self.line(2, &format!("- version: {}", quoted(&change.version)));
            self.value(4, "date", &change.date);
            self.value(4, "what", &change.what);
            self.maybe(4, "why", change.why.as_deref());
            self.maybe(4, "by", change.by.as_deref());
            self.maybe(4, "after", change.after.as_deref());
            if change.pilot {
                self.line(4, "pilot: true");
            }
        }
    }

    /// Begins a part of the file, with what is remarked on it.
    fn part(&mut self, place: &[FileStep]) {
        if !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
        self.remark(0, place);
    }

    fn consent(&mut self, item: &ConsentItem) {
        self.value(2, "- id", item.id.as_str());
        self.word(4, "covers", &COVERS, &item.covers);
        self.value(4, "say", &item.say);
        self.maybe(4, "instruct", item.instruct.as_deref());
    }

    fn topic(&mut self, n: usize, topic: &Topic) {
        let place = [Key("topics"), Item(n)];
        self.remark(2, &place);
        self.value(2, "- id", topic.id.as_str());
        self.value(4, "title", &topic.title);
        self.maybe(4, "heading", topic.heading.as_deref());
        self.remark(4, &[&place[..], &[Key("minutes")]].concat());
        self.line(4, &format!("minutes: {}", topic.minutes));
        self.when(4, &topic.when);
        self.maybe(4, "instruct", topic.instruct.as_deref());
        self.maybe(4, "show", topic.show.as_deref());
        self.maybe(4, "say", topic.say.as_deref());
        self.line(4, "questions:");
        topic.questions.iter().for_each(|question| self.question(question));
    }

    fn question(&mut self, question: &Question) {
        self.value(6, "- id", question.id.as_str());
        self.maybe(8, "say", question.say.as_deref());
        self.value(8, key_of(question.wording), &question.ask);
        self.maybe(8, "short", question.short.as_deref());
        self.maybe(8, "purpose", question.purpose.as_deref());
        self.maybe(8, "instruct", question.instruct.as_deref());
        self.maybe(8, "show", question.show.as_deref());
        self.choices(&question.choices);
        match question.priority {
            Priority::Plain => {}
            Priority::Key => self.line(8, "key: true"),
            Priority::Optional(number) => self.line(8, &format!("optional: {number}")),
        }
        if let Some(Source { domain, literature }) = &question.source {
            self.line(8, "source:");
            self.maybe(10, "domain", domain.as_deref());
            self.maybe(10, "literature", literature.as_deref());
        }
        self.when(8, &question.when);
        if !question.probes.is_empty() {
            self.line(8, "probes:");
        }
        for (number, probe) in (1..).zip(&question.probes) {
            self.probe(question, number, probe);
        }
    }

    /// Coded answers: their words alone where the codes are their numbers.
    fn choices(&mut self, choices: &[Choice]) {
        if !choices.is_empty() {
            self.line(8, "choices:");
        }
        let is_numbered = (1..).zip(choices).all(|(number, choice)| choice.code == number.to_string());
        for choice in choices {
            if is_numbered {
                self.text(10, "- ", &choice.say);
            } else {
                self.value(10, "- code", &choice.code);
                self.value(12, "say", &choice.say);
            }
        }
    }

    /// A condition, where there is one.
    fn when(&mut self, indent: usize, when: &When) {
        if when.is_always() {
            return;
        }
        let list = |values: &[String]| format!("[{}]", values.iter().map(|value| quoted(value)).collect::<Vec<_>>().join(", "));
        self.line(indent, "when:");
        let deep = indent + 2;
        self.maybe(deep, "round", when.round.map(Round::word));
        self.maybe(deep, "audience", when.audience.map(Audience::word));
        if !when.attribute.is_empty() {
            self.line(deep, "attribute:");
        }
        for (name, values) in &when.attribute {
            self.line(deep + 2, &format!("{}: {}", quoted(name), list(values)));
        }
        if let Some(After { question, was, chose }) = &when.after {
            self.value(deep, "after", question.as_str());
            if !was.is_empty() {
                let states = was.iter().filter_map(|state| STATES.iter().find(|(_, of)| of == state)).map(|(word, _)| *word);
                self.line(deep, &format!("was: [{}]", states.collect::<Vec<_>>().join(", ")));
            }
            if !chose.is_empty() {
                self.line(deep, &format!("chose: {}", list(chose)));
            }
        }
    }

    /// A probe: its words alone where it has nothing else that the file has to say.
    fn probe(&mut self, question: &Question, number: usize, probe: &Probe) {
        let is_made = probe.id.as_str() == format!("{}-p{number}", question.id);
        let key = key_of(probe.wording);
        if is_made && probe.wording == Wording::AsWritten && probe.instruct.is_none() && probe.when.is_always() {
            return self.text(10, "- ", &probe.ask);
        }
        if is_made {
            self.value(10, &format!("- {key}"), &probe.ask);
        } else {
            self.value(10, "- id", probe.id.as_str());
            self.value(12, key, &probe.ask);
        }
        self.maybe(12, "instruct", probe.instruct.as_deref());
        self.when(12, &probe.when);
    }

    fn distress(&mut self, distress: &Distress) {
        self.line(0, "distress:");
        self.word(2, "recording", &RECORDING, &distress.recording);
        self.maybe(2, "say", distress.say.as_deref());
        self.texts("signs", &distress.signs);
        self.texts("steps", &distress.steps);
        if !distress.call.is_empty() {
            self.line(2, "call:");
        }
        for call in &distress.call {
            self.value(4, "- who", &call.who);
            self.value(6, "number", &call.number);
        }
        self.texts("support", &distress.support);
        if !distress.follow_up.is_empty() {
            self.line(2, "follow_up:");
        }
        for after in &distress.follow_up {
            self.value(4, "- what", &after.what);
            self.line(6, &format!("within: {}", after.within));
            self.maybe(6, "ask", after.ask.as_deref());
        }
    }

    /// The lines of the protocol under `key`, if there are any.
    fn texts(&mut self, key: &str, texts: &[String]) {
        if !texts.is_empty() {
            self.line(2, &format!("{key}:"));
            for text in texts {
                self.text(4, "- ", text);
            }
        }
    }

    fn line(&mut self, indent: usize, text: &str) {
        self.text.extend(std::iter::repeat_n(' ', indent));
        self.text.push_str(text);
        self.text.push('\n');
    }

    /// A key whose value is one of some words.
    fn word<T: PartialEq>(&mut self, indent: usize, key: &str, words: &[(&str, T)], value: &T) {
        if let Some((word, _)) = words.iter().find(|(_, of)| of == value) {
            self.line(indent, &format!("{key}: {word}"));
        }
    }

    fn maybe(&mut self, indent: usize, key: &str, value: Option<&str>) {
        if let Some(value) = value {
            self.value(indent, key, value);
        }
    }

    /// A key whose value is left out where there is none.
    fn present(&mut self, indent: usize, key: &str, value: &str) {
        if !value.is_empty() {
            self.value(indent, key, value);
        }
    }

    fn value(&mut self, indent: usize, key: &str, value: &str) {
        self.text(indent, &format!("{key}: "), value);
    }

    /// A text behind `before`: in the same line, or in lines below it.
    fn text(&mut self, indent: usize, before: &str, text: &str) {
        let room = WIDTH.saturating_sub(indent + before.chars().count());
        // Items and keys within them stand deeper than the hyphen before them.
        let deep = indent + if before.starts_with("- ") && before.len() > 2 { 4 } else { 2 };
        let fits = text.chars().count() <= room;
        if text.contains('\n') && is_block(text) {
            self.line(indent, &format!("{before}|"));
            for line in text.split('\n') {
                self.line(if line.is_empty() { 0 } else { deep }, line);
            }
        } else if is_plain(text) && fits {
            self.line(indent, &format!("{before}{text}"));
        } else if !fits && is_folding(text) {
            self.line(indent, &format!("{before}>-"));
            for line in lines(text, WIDTH.saturating_sub(deep)) {
                self.line(deep, &line);
            }
        } else {
            self.line(indent, &format!("{before}{}", quoted(text)));
        }
    }

    /// What is remarked on the part at `place`.
    fn remark(&mut self, indent: usize, place: &[FileStep]) {
        for remark in self.remarks.get(place).into_iter().flatten() {
            let remark = &cleaned(remark).replace(['\n', '\r', '\t'], " ");
            let inner = remark.len() - remark.trim_start_matches(' ').len();
            let room = WIDTH.saturating_sub(indent + inner + 2);
            let written = lines(remark.trim_start_matches(' '), room);
            for line in if written.is_empty() { vec![String::new()] } else { written } {
                self.line(indent, format!("# {}{line}", " ".repeat(inner)).trim_end());
            }
        }
    }
}

/// The words of `text` in lines of at most so many characters; a longer word has a line of its own.
fn lines(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut length = 0;
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        let more = word.chars().count();
        match lines.last_mut().filter(|_| length + 1 + more <= width) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
                length += 1 + more;
            }
            None => {
                lines.push(word.to_owned());
                length = more;
            }
        }
    }
    lines
}

/// Whether a text can stand as it is in lines below its key.
fn is_block(text: &str) -> bool {
    let is_line = |line: &str| line.is_empty() || line.contains(|c: char| !c.is_whitespace()) && !line.starts_with('\t');
    text.trim() == text && text.split('\n').all(is_line) && !text.contains(must_be_escaped)
}

/// Whether a text can be folded into lines: words with one blank between them.
fn is_folding(text: &str) -> bool {
    text.contains(' ') && text.split(' ').all(|word| !word.is_empty()) && !text.contains(['\n', '\t']) && !text.contains(must_be_escaped)
}

/// Whether a text means itself without quotes.
fn is_plain(text: &str) -> bool {
    let begins_otherwise = text.starts_with(|c: char| "[]{}>|*&!%@`?,#-:'\"=~".contains(c));
    let is_cut = text.contains(": ") || text.contains(" #") || text.ends_with(':') || text.contains(['\n', '\t']);
    let is_number = text.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '.' | '+')) && !text.contains(char::is_alphabetic);
    let is_date = text.len() == 10 && text.split('-').count() == 3;
    let is_trimmed = !text.is_empty() && text.trim() == text;
    let is_taken = TAKEN.contains(&text.to_lowercase().as_str());
    is_trimmed && !begins_otherwise && !is_cut && !is_taken && (!is_number || is_date) && !text.contains(must_be_escaped)
}

/// Whether a character cannot be seen, or ends a line for some.
fn must_be_escaped(c: char) -> bool {
    is_invisible(c) || c.is_control() && !matches!(c, '\n' | '\t')
}

/// The text in double quotes.
fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            c if must_be_escaped(c) => out.extend([r"\u", &format!("{:04X}", u32::from(c))]),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// The key that the words of a question or a probe stand under.
const fn key_of(wording: Wording) -> &'static str {
    match wording {
        Wording::AsWritten => "ask",
        Wording::Own => "about",
    }
}

#[cfg(test)]
mod tests;
