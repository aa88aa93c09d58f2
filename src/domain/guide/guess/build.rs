//! The parts of a file put together to a guide, and of each piece of it what it became.

use std::mem;

use crate::domain::guide::Id;
use crate::domain::guide::Probe;
use crate::domain::guide::Question;
use crate::domain::guide::Topic;
use crate::domain::guide::check::FileStep;
use crate::domain::guide::draft::Became;
use crate::domain::guide::draft::Guess;
use crate::domain::guide::draft::Remarks;
use crate::domain::guide::draft::Why;
use crate::domain::guide::guess::asked::As;
use crate::domain::guide::guess::asked::Asking;
use crate::domain::guide::guess::asked::Standing;
use crate::domain::guide::guess::asked::asking;
use crate::domain::guide::guess::asked::asks_by_number;
use crate::domain::guide::guess::asked::taken_for;
use crate::domain::guide::guess::naming::Names;
use crate::domain::guide::guess::pieces::Is;
use crate::domain::guide::guess::pieces::Line;
use crate::domain::guide::guess::shape::Role;
use crate::domain::guide::guess::trade;
use crate::domain::guide::guess::trade::Column;
use crate::domain::guide::guess::trade::Label;
use crate::domain::guide::guess::trade::Part;
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
    waiting: Vec<String>,
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

/// A topic on its way.
struct Draft {
    topic: Topic,
    say: Vec<String>,
    minutes: u32,
    after_label: bool,
}

impl Draft {
    /// What is above the line that is read next.
    fn standing(&self) -> Standing {
        match (self.topic.questions.is_empty(), self.after_label) {
            (true, _) => Standing::BeforeQuestion,
            (false, true) => Standing::AfterProbes,
            (false, false) => Standing::BelowQuestion,
        }
    }
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
                Is::Label(_) => (Became::LeftOut, Why::Label),
                Is::Instruction(why) => (Became::Instruction, why),
                Is::Minutes(_) => (Became::Minutes, Why::Minutes),
                Is::Words => (words, why),
            };
            let row = row(&mut before, &piece.text, became, why);
            self.guesses.push(row);
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
    fn aside(&mut self, line: &Line) -> bool {
        let Stands::Aside(aside) = line.stands else { return false };
        self.tell_whole(line, Became::LeftOut, Why::Beside(aside));
        true
    }

    fn remark(&mut self, place: &[FileStep], text: String) {
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
        self.heading(section, Became::LeftOut, Why::Label);
        for line in section.lines {
            if !self.aside(line) {
                self.tell_whole(line, Became::Aim, Why::UnderHeading);
                self.aim.push(without_mark(line));
            }
        }
    }

    /// The row of a heading that is no topic's, and its minutes as a remark.
    fn heading(&mut self, section: Section<'_>, became: Became, why: Why) {
        if let Some((head, _)) = section.head {
            self.tell_whole(head, became, why);
        }
    }

    /// What is read aloud at the beginning or at the end.
    fn bookend(&mut self, section: Section<'_>, part: Part) {
        let (became, place) = match part {
            Part::Introduction => (Became::Introduction, FileStep::Key("introduction")),
            _ => (Became::Closing, FileStep::Key("closing")),
        };
        self.heading(section, Became::LeftOut, Why::Label);
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
            if matches!(line.stands, Stands::Item(..)) && trade::is_of_consent(&line.words()) {
                self.tell_whole(line, Became::Remark, Why::Consent);
                self.consent.push(line.text());
                continue;
            }
            self.tell_beside(line, became, Why::UnderHeading);
            let words = line.words();
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
        for line in section.lines.iter().filter(|line| !matches!(line.stands, Stands::Aside(_))) {
            self.closing.extend(Some(line.words()).filter(|words| !words.is_empty()));
        }
        for line in section.lines {
            if !self.aside(line) {
                self.tell_beside(line, Became::Closing, Why::SaysSo);
                for piece in line.pieces.iter().filter(|piece| !matches!(piece.is, Is::Words | Is::Mark)) {
                    self.remark(&[FileStep::Key("closing")], piece.text.clone());
                }
            }
        }
    }

    fn text_of(&mut self, part: Part) -> &mut Vec<String> {
        if part == Part::Introduction { &mut self.introduction } else { &mut self.closing }
    }

    /// A topic with its questions; a section without is kept as remarks.
    fn topic(&mut self, names: &mut Names, section: Section<'_>) {
        let asking = asking(section.lines);
        let is_asked = |n: usize| matches!(section.roles.get(n), Some(Role::Under(Column::Question)));
        if asking.is_none() && !(0..section.lines.len()).any(is_asked) {
            return self.without_questions(section);
        }
        let title = section.head.map(|(head, _)| head.words());
        let title = title.map(|title| title.trim_end_matches([':', ' ']).to_owned()).filter(|title| !title.is_empty());
        let title = title.unwrap_or_else(|| say!("import-topic"));
        if let Some((head, why)) = section.head {
            self.tell(head, Became::Topic, why);
        }
        let head_minutes = section.head.map_or(0, |(head, _)| head.minutes());
        let instruct = section.head.map(|(head, _)| head.instructions()).unwrap_or_default();
        let topic = Topic { id: names.id(&title, "topic"), title, ..Topic::default() };
        let mut draft = Draft { topic, say: Vec::new(), minutes: 0, after_label: false };
        for order in &instruct {
            add(&mut draft.topic.instruct, order);
        }
        for (line, role) in section.lines.iter().zip(section.roles) {
            if !self.aside(line) {
                self.line(names, &mut draft, line, *role, asking);
            }
        }
        self.finish(draft, head_minutes);
    }

    /// Keeps what is asked under a heading.
    fn finish(&mut self, mut draft: Draft, head_minutes: u32) {
        let number = self.topics.len();
        if draft.topic.questions.is_empty() {
            // Everything in it was something else after all.
            self.waiting.push(draft.topic.title);
            self.waiting.extend(draft.say);
            self.waiting.extend(draft.topic.instruct);
            return;
        }
        draft.topic.minutes = if head_minutes > 0 { head_minutes } else { draft.minutes };
        draft.topic.say = (!draft.say.is_empty()).then(|| block(&draft.say));
        let place = [FileStep::Key("topics"), FileStep::Item(number)];
        if head_minutes > 0 && draft.minutes > 0 && head_minutes != draft.minutes {
            self.remark(&place, say!("import-remark-parts", parts = draft.minutes));
        }
        for text in mem::take(&mut self.waiting) {
            self.remark(&place, text);
        }
        self.timed.push(if draft.topic.minutes > 0 { Timed::Said } else { Timed::Not });
        self.topics.push(draft.topic);
    }

    /// What stood under headings without questions after the last topic.
    pub(super) fn left(&mut self) {
        for text in mem::take(&mut self.waiting) {
            self.remark(&[FileStep::Key("closing")], text);
        }
    }

    fn without_questions(&mut self, section: Section<'_>) {
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
            let is_time = line.words().is_empty() && line.minutes() > 0;
            if is_front && line.label() == Some(Label::Aim) && !line.words().is_empty() {
                self.tell(line, Became::Aim, Why::SaysSo);
                self.aim.push(line.words());
            } else if is_front && is_time && self.total.is_none() {
                self.tell(line, Became::Minutes, Why::Minutes);
                self.total = Some(line.minutes());
            } else {
                self.tell_whole(line, Became::Remark, if is_front { Why::InFront } else { Why::NoQuestions });
                if is_front { self.remark(&[], line.text()) } else { self.waiting.push(line.text()) }
            }
        }
    }

    fn line(&mut self, names: &mut Names, draft: &mut Draft, line: &Line, role: Role, asking: Option<Asking>) {
        let words = line.words();
        let taken = taken_for(line, role, asking, draft.standing());
        let orders = line.instructions();
        if !matches!(taken, As::Minutes) {
            draft.minutes = draft.minutes.saturating_add(line.minutes());
        }
        draft.after_label |= line.label() == Some(Label::Probes) && !draft.topic.questions.is_empty();
        let row = match taken {
            As::Question(why) if !words.is_empty() => {
                draft.after_label = false;
                draft.topic.questions.push(question(names.id(&words, "question"), words));
                (Became::Question, why)
            }
            As::Probe(why) if !words.is_empty() => {
                let Some(question) = draft.topic.questions.last_mut() else { return };
                let many = if matches!(why, Why::AfterProbes | Why::Column(_)) { parted(&words) } else { Vec::new() };
                for ask in if many.is_empty() { vec![words] } else { many } {
                    let id = Id::new(format!("{}-p{}", question.id, question.probes.len() + 1));
                    question.probes.push(probe(id, ask));
                }
                if let Some(probe) = question.probes.last_mut() {
                    for order in &orders {
                        add(&mut probe.instruct, order);
                    }
                }
                return self.tell(line, Became::Probe, why);
            }
            As::Bridge(why) => {
                draft.say.extend((!words.is_empty()).then_some(words));
                (Became::Bridge, why)
            }
            As::Instruction(why) => {
                let place = draft.topic.questions.last_mut().map_or(&mut draft.topic.instruct, |question| &mut question.instruct);
                if !words.is_empty() {
                    add(place, &words);
                }
                (Became::Instruction, why)
            }
            As::Purpose(why) if words.is_empty() => (Became::LeftOut, why),
            As::Purpose(why) => {
                if let Some(question) = draft.topic.questions.last_mut() {
                    add(&mut question.purpose, &words);
                    (Became::Purpose, why)
                } else {
                    self.waiting.push(words);
                    (Became::Remark, why)
                }
            }
            As::Minutes => {
                let count = words.parse().ok().filter(|count| (1..=1440).contains(count)).unwrap_or_else(|| line.minutes());
                draft.minutes = draft.minutes.saturating_add(count);
                (Became::Minutes, Why::Minutes)
            }
            As::LeftOut(why) => (Became::LeftOut, why),
            As::Question(why) | As::Probe(why) => (Became::Probe, why),
        };
        let place = draft.topic.questions.last_mut().map_or(&mut draft.topic.instruct, |question| &mut question.instruct);
        for order in &orders {
            add(place, order);
        }
        self.tell(line, row.0, row.1);
    }
}

/// Several probes in one text, one after the other.
fn parted(words: &str) -> Vec<String> {
    let mut found = vec![String::new()];
    let mut chars = words.chars().peekable();
    while let Some(c) = chars.next() {
        let ends = matches!(c, '?' | ';' | '•') && chars.peek().is_none_or(|next| next.is_whitespace());
        if let Some(last) = found.last_mut().filter(|_| !matches!(c, ';' | '•') || !ends) {
            last.push(c);
        }
        if ends {
            found.push(String::new());
        }
    }
    found.iter().map(|text| text.trim().to_owned()).filter(|text| text.contains(char::is_alphanumeric)).collect()
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

/// Adds to what is told the interviewer.
fn add(to: &mut Option<String>, more: &str) {
    match to {
        None => *to = Some(more.to_owned()),
        Some(text) => {
            text.push_str(if text.ends_with(['.', '!', '?', ':', ';', ',']) { " " } else { "; " });
            text.push_str(more);
        }
    }
}

fn without_mark(line: &Line) -> String {
    line.pieces.iter().filter(|piece| piece.is != Is::Mark).map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
}

fn question(id: Id, ask: String) -> Question {
    Question { id, ask, ..Question::default() }
}

fn probe(id: Id, ask: String) -> Probe {
    Probe { id, ask, ..Probe::default() }
}
