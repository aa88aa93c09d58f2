//! The parts of a file put together to a guide, and of each piece of it what it became.

use std::mem;

use crate::domain::guide::Topic;
use crate::domain::guide::check::FileStep;
use crate::domain::guide::draft::Became;
use crate::domain::guide::draft::Guess;
use crate::domain::guide::draft::Remarks;
use crate::domain::guide::draft::Why;
use crate::domain::guide::guess::asked::asks_by_number;
use crate::domain::guide::guess::naming::Names;
use crate::domain::guide::guess::pieces::Is;
use crate::domain::guide::guess::pieces::Line;
use crate::domain::guide::guess::shape::Role;
use crate::domain::guide::guess::speech;
use crate::domain::guide::guess::trade;
use crate::domain::guide::guess::trade::Label;
use crate::domain::guide::guess::trade::Part;
use crate::domain::guide::guess::whole;
use crate::domain::guide::typed::Stands;
use crate::words::say;

/// What is known so far.
#[derive(Debug, Default)]
pub(super) struct Built {
    pub(super) topics: Vec<Topic>,
    /// Of each topic, whether the file says its minutes.
    pub(super) timed: Vec<Timed>,
    pub(super) introduction: Vec<String>,
    pub(super) closing: Vec<String>,
    pub(super) aim: Vec<String>,
    /// What stood under a heading for consent.
    pub(super) consent: Vec<String>,
    /// The minutes of the whole, where the file says them.
    pub(super) total: Option<u32>,
    pub(super) guesses: Vec<Guess>,
    pub(super) remarks: Remarks,
    /// Remarks for the topic that comes next.
    pub(super) waiting: Vec<String>,
}

/// Where the minutes of a topic come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Timed {
    /// The file says them.
    Said,
    /// Nobody does.
    Not,
}

/// A heading with what stands under it.
#[derive(Clone, Copy)]
pub(super) struct Section<'l> {
    pub(super) head: Option<(&'l Line, Why)>,
    pub(super) lines: &'l [Line],
    pub(super) roles: &'l [Role],
}

impl Built {
    /// Takes in a section.
    pub(super) fn section(&mut self, names: &mut Names, section: Section<'_>) {
        let part = section.head.map_or(Part::Topic, |(head, _)| trade::part(&head.words()));
        match part {
            Part::Introduction | Part::Closing if !asks_by_number(section.lines) => self.bookend(section, part),
            Part::Introduction | Part::Closing => {
                // What is asked there is asked as everything else; what is said there is read aloud.
                let is_said = |line: &Line| !matches!(line.stands, Stands::Item(..)) && !line.asks();
                let first = section.lines.iter().position(|line| !is_said(line)).unwrap_or_default();
                let last = section.lines.iter().rposition(|line| !is_said(line)).map_or(first, |n| n + 1);
                let (said, asked) =
                    if part == Part::Introduction { (0..first, first..section.lines.len()) } else { (last..section.lines.len(), 0..last) };
                let cut = |range: std::ops::Range<usize>, head| Section {
                    head,
                    lines: &section.lines[range.clone()],
                    roles: &section.roles[range],
                };
                if part == Part::Introduction {
                    self.bookend(cut(said.clone(), None), part);
                }
                self.topic(names, cut(asked, section.head));
                if part == Part::Closing {
                    self.bookend(cut(said, None), part);
                }
            }
            Part::Consent => self.beside(section, Became::Remark, Why::Consent),
            Part::Aim => self.aims(section),
            Part::Notes => self.beside(section, Became::Remark, Why::ForInterviewer),
            Part::Topic => self.topic(names, section),
        }
    }

    /// A row for each piece of a line: what its words became, and why.
    pub(super) fn tell(&mut self, line: &Line, words: Became, why: Why) {
        let mut before = String::new();
        let row = |before: &mut String, text: &str, became, why| {
            let text = if before.is_empty() { text.to_owned() } else { format!("{} {text}", mem::take(before)) };
            Guess { at: Some(line.at), text, became, why }
        };
        for piece in &line.pieces {
            let (became, why) = match piece.is {
                Is::Mark => {
                    before.clone_from(&piece.text);
                    continue;
                }
                Is::Label => (Became::LeftOut, Why::Label),
                Is::Instruction(why) => (Became::Instruction, why),
                Is::Minutes(_) => (Became::Minutes, Why::Minutes),
                Is::Choices => (Became::Choices, Why::Offers),
                Is::Words => (words, why),
            };
            let row = row(&mut before, &piece.text, became, why);
            self.guesses.push(row);
        }
        // A bracket that closes what a label opened.
        if let Some(last) = self.guesses.last_mut().filter(|_| !before.is_empty()) {
            last.text.push_str(&before);
        }
    }

    /// The same where everything but the words is kept as a remark.
    fn tell_beside(&mut self, line: &Line, words: Became, why: Why) {
        let first = self.guesses.len();
        self.tell(line, words, why);
        self.guesses.iter_mut().skip(first).filter(|guess| guess.became != words).for_each(|guess| guess.became = Became::Remark);
    }

    /// One row for all of a line.
    pub(super) fn tell_whole(&mut self, line: &Line, became: Became, why: Why) {
        self.guesses.push(Guess { at: Some(line.at), text: line.text(), became, why });
    }

    /// What stands beside the text is told as that. Whether the line was such.
    pub(super) fn aside(&mut self, line: &Line) -> bool {
        let Stands::Aside(aside) = line.stands else { return false };
        self.tell_whole(line, Became::LeftOut, Why::Beside(aside));
        true
    }

    pub(super) fn remark(&mut self, place: &[FileStep], text: String) {
        self.remarks.entry(place.to_vec()).or_default().push(text);
    }

    /// Keeps a section as remarks: consent where it belongs, everything else before the next topic.
    fn beside(&mut self, section: Section<'_>, became: Became, why: Why) {
        for line in section.head.map(|(head, _)| head).into_iter().chain(section.lines) {
            if !self.aside(line) {
                self.tell_whole(line, became, why);
                if why == Why::Consent { self.consent.push(line.text()) } else { self.waiting.push(line.text()) }
            }
        }
    }

    fn aims(&mut self, section: Section<'_>) {
        self.heading(section, FileStep::Key("minutes"));
        for line in section.lines {
            if !self.aside(line) {
                self.tell_whole(line, Became::Aim, Why::UnderHeading);
                self.aim.push(without_mark(line));
            }
        }
    }

    /// The row of a heading that is no topic's, and its minutes as a remark.
    fn heading(&mut self, section: Section<'_>, place: FileStep) {
        let Some((head, _)) = section.head else { return };
        if head.minutes() == 0 {
            return self.tell_whole(head, Became::LeftOut, Why::Label);
        }
        self.tell_beside(head, Became::LeftOut, Why::Label);
        for piece in head.pieces.iter().filter(|piece| !matches!(piece.is, Is::Words | Is::Mark)) {
            let text =
                if matches!(piece.is, Is::Minutes(_)) { say!("import-remark-here", minutes = &piece.text) } else { piece.text.clone() };
            self.remark(&[place], text);
        }
    }

    /// What is read aloud at the beginning or at the end.
    fn bookend(&mut self, section: Section<'_>, part: Part) {
        let (became, place) = match part {
            Part::Introduction => (Became::Introduction, FileStep::Key("introduction")),
            _ => (Became::Closing, FileStep::Key("closing")),
        };
        self.heading(section, place);
        // Where nothing but italics stand there, they are what is read aloud.
        let has_words = section.lines.iter().any(|line| !matches!(line.stands, Stands::Aside(_)) && !line.words().is_empty());
        for line in section.lines {
            if self.aside(line) {
                continue;
            }
            if !has_words {
                self.tell_whole(line, became, Why::UnderHeading);
                self.text_of(part).push(without_mark(line));
                continue;
            }
            let words = line.words();
            if speech::is_chore(&words) || matches!(line.stands, Stands::Item(..)) && speech::is_order(&words) {
                self.tell_whole(line, Became::Remark, Why::ForInterviewer);
                self.remark(&[place], without_mark(line));
                continue;
            }
            // An introduction that lost a sentence cannot be read aloud: what it says of consent is told there as well.
            let of_consent: Vec<&str> =
                speech::sentences(&words).map(|range| words[range].trim()).filter(|said| trade::is_of_consent(said)).collect();
            let of_consent = if part == Part::Introduction { of_consent } else { Vec::new() };
            self.consent.extend(of_consent.iter().map(|said| (*said).to_owned()));
            self.tell_beside(line, became, if of_consent.is_empty() { Why::UnderHeading } else { Why::ConsentToo });
            if !words.is_empty() {
                self.text_of(part).push(words);
            }
            let beside = line.pieces.iter().filter(|piece| !matches!(piece.is, Is::Words | Is::Mark));
            for piece in beside {
                self.remark(&[place], piece.text.clone());
            }
        }
    }

    /// What takes leave at the end of a file.
    pub(super) fn farewell(&mut self, section: Section<'_>) {
        for line in section.lines {
            if self.aside(line) {
                continue;
            }
            if speech::is_chore(&line.words()) {
                self.tell_whole(line, Became::Remark, Why::ForInterviewer);
                self.remark(&[FileStep::Key("closing")], without_mark(line));
                continue;
            }
            self.closing.extend(Some(line.words()).filter(|words| !words.is_empty()));
            self.tell_beside(line, Became::Closing, Why::SaysSo);
            for piece in line.pieces.iter().filter(|piece| !matches!(piece.is, Is::Words | Is::Mark)) {
                self.remark(&[FileStep::Key("closing")], piece.text.clone());
            }
        }
    }

    fn text_of(&mut self, part: Part) -> &mut Vec<String> {
        if part == Part::Introduction { &mut self.introduction } else { &mut self.closing }
    }

    /// What stood under headings without questions after the last topic.
    pub(super) fn left(&mut self) {
        for text in mem::take(&mut self.waiting) {
            self.remark(&[FileStep::Key("closing")], text);
        }
    }

    pub(super) fn without_questions(&mut self, section: Section<'_>) {
        let is_front = section.head.is_none();
        let roles = section.head.map(|_| Role::Body).into_iter().chain(section.roles.iter().copied());
        for (line, role) in section.head.map(|(head, _)| head).into_iter().chain(section.lines).zip(roles) {
            if self.aside(line) {
                continue;
            }
            if role == Role::Columns {
                self.tell_whole(line, Became::LeftOut, Why::Label);
                continue;
            }
            let is_time = is_total(line);
            if is_front && line.label == Some(Label::Aim) && !line.words().is_empty() {
                let first = self.guesses.len();
                self.tell(line, Became::Aim, Why::SaysSo);
                let rows = self.guesses.iter_mut().skip(first).filter(|row| !matches!(row.became, Became::Aim | Became::LeftOut));
                rows.for_each(|row| row.became = Became::Remark);
                self.aim.push(line.words());
                for piece in line.pieces.iter().filter(|piece| !matches!(piece.is, Is::Words | Is::Mark | Is::Label)) {
                    self.remark(&[], piece.text.clone());
                }
            } else if is_time && self.topics.is_empty() && self.total.is_none() {
                self.tell(line, Became::Minutes, Why::Minutes);
                self.total = Some(line.minutes());
            } else {
                self.tell_whole(line, Became::Remark, if is_front { Why::InFront } else { Why::NoQuestions });
                if is_front { self.remark(&[], line.text()) } else { self.waiting.push(line.text()) }
            }
        }
    }
}

/// How many characters a line of a text has that is read aloud; with what stands before it, it fits into a line of the file.
const WIDTH: usize = 88;

/// Paragraphs as they are written below a key: in lines, with one empty between two.
pub(super) fn block(paragraphs: &[String]) -> String {
    let mut text = String::new();
    for paragraph in paragraphs {
        if !text.is_empty() {
            text.push_str("\n\n");
        }
        let mut length = 0;
        for word in paragraph.split_whitespace() {
            let more = word.chars().count();
            if length > 0 {
                let breaks = length + 1 + more > WIDTH;
                text.push(if breaks { '\n' } else { ' ' });
                length = if breaks { 0 } else { length + 1 };
            }
            text.push_str(word);
            length += more;
        }
    }
    text
}

/// Whether a line says how long all of it takes, and nothing else.
pub(super) fn is_total(line: &Line) -> bool {
    let words = line.words();
    line.minutes() > 0 && line.instructions().is_empty() && line.choices.is_empty() && (words.is_empty() || whole::is_duration(&words))
}

fn without_mark(line: &Line) -> String {
    line.pieces.iter().filter(|piece| piece.is != Is::Mark).map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}
