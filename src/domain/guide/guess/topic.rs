//! A topic put together from the lines under its heading.

use std::collections::BTreeSet;
use std::mem;

use crate::domain::guide::Choice;
use crate::domain::guide::Id;
use crate::domain::guide::Probe;
use crate::domain::guide::Question;
use crate::domain::guide::Topic;
use crate::domain::guide::check::FileStep;
use crate::domain::guide::draft::Became;
use crate::domain::guide::draft::Why;
use crate::domain::guide::guess::asked::As;
use crate::domain::guide::guess::asked::Read;
use crate::domain::guide::guess::asked::Side;
use crate::domain::guide::guess::asked::asking;
use crate::domain::guide::guess::asked::read;
use crate::domain::guide::guess::build::Built;
use crate::domain::guide::guess::build::Section;
use crate::domain::guide::guess::build::Timed;
use crate::domain::guide::guess::build::block;
use crate::domain::guide::guess::build::is_total;
use crate::domain::guide::guess::naming::Names;
use crate::domain::guide::guess::pieces::Is;
use crate::domain::guide::guess::pieces::Line;
use crate::domain::guide::guess::pieces::inside;
use crate::domain::guide::guess::shape::Role;
use crate::domain::guide::guess::trade::Column;
use crate::domain::guide::typed::Stands;
use crate::words::message::message;
use crate::words::say;

/// A topic on its way.
struct Draft {
    topic: Topic,
    say: Vec<String>,
    /// Minutes of its heading, or by themselves below that.
    minutes: u32,
    /// Minutes of its questions and of what stands below them.
    parts: Vec<Part>,
    /// Where each question stands.
    places: Vec<Place>,
    /// What the next question has before it.
    next: Ahead,
    /// What is handed over with the last question.
    show: Vec<String>,
}

/// Where a question stands, and the minutes that are meant for it.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Place {
    /// In this row of this table.
    Row(usize, usize),
    /// By itself: it is the question of this number.
    Free(usize),
}

/// Minutes that stand at a question.
struct Part {
    place: Place,
    minutes: u32,
    /// As they are written there.
    text: String,
    at: usize,
}

/// What stands before a question and belongs to it.
#[derive(Default)]
struct Ahead {
    say: Vec<String>,
    instruct: Option<String>,
    show: Vec<String>,
}

impl Draft {
    /// Where something is told the interviewer.
    fn instruct(&mut self) -> &mut Option<String> {
        self.topic.questions.last_mut().map_or(&mut self.topic.instruct, |question| &mut question.instruct)
    }

    /// Keeps minutes that stand in a line: of the topic before its first question, else of the question above or of the row of the table.
    fn timed(&mut self, line: &Line, minutes: u32, text: String, role: Role) {
        let row = line.cell.filter(|_| role == Role::Under(Column::Minutes)).map(|cell| Place::Row(cell.table, cell.row));
        match row.or(self.places.last().copied()) {
            Some(place) => self.parts.push(Part { place, minutes, text, at: line.at }),
            None => self.minutes = self.minutes.saturating_add(minutes),
        }
    }

    /// Keeps what is handed over with the question that is the last now.
    fn hand_over(&mut self) {
        let show = mem::take(&mut self.show);
        if !show.is_empty() {
            let place = self.topic.questions.last_mut().map_or(&mut self.topic.show, |question| &mut question.show);
            *place = Some(block(&show));
        }
    }
}

impl Built {
    /// A topic with its questions; a section without is kept as remarks.
    pub(super) fn topic(&mut self, names: &mut Names, section: Section<'_>) {
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
        let minutes = section.head.map_or(0, |(head, _)| head.minutes());
        let instruct = section.head.map(|(head, _)| head.instructions()).unwrap_or_default();
        let topic = Topic { id: names.id(&title, "topic"), title, ..Topic::default() };
        let mut draft =
            Draft { topic, say: Vec::new(), minutes, parts: Vec::new(), places: Vec::new(), next: Ahead::default(), show: Vec::new() };
        add_all(&mut draft.topic.instruct, &instruct);
        let first = self.guesses.len();
        let is_said = |(line, _): &(&Line, Role)| !matches!(line.stands, Stands::Aside(_));
        let mut lines = read(section.lines.iter().zip(section.roles.iter().copied()).filter(is_said), asking).into_iter();
        for line in section.lines {
            if self.aside(line) {
                continue;
            }
            let Some(read) = lines.next() else { break };
            let is_front = section.head.is_none() && draft.topic.questions.is_empty() && self.topics.is_empty();
            if is_front && self.total.is_none() && is_total(&read.line) && !matches!(read.taken, As::Question(_)) {
                self.total = Some(read.line.minutes());
                self.tell(&read.line, Became::Minutes, Why::Minutes);
                continue;
            }
            self.line(names, &mut draft, &read);
        }
        self.finish(draft, first);
    }

    /// Keeps what is asked under a heading, of which the rows begin at `first`.
    fn finish(&mut self, mut draft: Draft, first: usize) {
        let number = self.topics.len();
        draft.hand_over();
        if draft.topic.questions.is_empty() {
            // Everything in it was something else after all.
            self.waiting.push(draft.topic.title);
            self.waiting.extend(draft.say);
            self.waiting.extend(draft.topic.instruct);
            self.waiting.extend(draft.topic.show);
            self.waiting.extend(draft.next.show);
            self.waiting.extend(draft.parts.into_iter().map(|part| part.text));
            let minutes = (draft.minutes > 0).then(|| say!("import-remark-here", minutes = message!("minutes", count = draft.minutes)));
            self.waiting.extend(minutes);
            return;
        }
        let sum = draft.parts.iter().map(|part| part.minutes).fold(0, u32::saturating_add);
        let timed: BTreeSet<Place> = draft.parts.iter().map(|part| part.place).collect();
        let is_plan = draft.minutes == 0 && draft.places.iter().all(|place| timed.contains(place));
        draft.topic.minutes = if is_plan { sum } else { draft.minutes };
        let place = [FileStep::Key("topics"), FileStep::Item(number)];
        if draft.minutes > 0 && sum > 0 && draft.minutes != sum {
            self.remark(&place, say!("import-remark-parts", parts = sum));
        }
        // Minutes of some questions are no plan for all: they are told where they stand.
        for part in draft.parts.iter().filter(|_| !is_plan) {
            let question = draft.places.iter().position(|place| *place == part.place);
            if let Some(question) = question.and_then(|question| draft.topic.questions.get_mut(question)) {
                let rest = question.instruct.take();
                add(&mut question.instruct, &part.text);
                add_all(&mut question.instruct, &rest);
            }
            let rows = self.guesses.iter_mut().skip(first).filter(|guess| guess.at == Some(part.at) && guess.became == Became::Minutes);
            rows.for_each(|guess| guess.became = Became::Instruction);
        }
        draft.topic.say = (!draft.say.is_empty()).then(|| block(&draft.say));
        for text in mem::take(&mut self.waiting) {
            self.remark(&place, text);
        }
        self.timed.push(if draft.topic.minutes > 0 { Timed::Said } else { Timed::Not });
        self.topics.push(draft.topic);
    }

    fn line(&mut self, names: &mut Names, draft: &mut Draft, read: &Read) {
        let (line, words, orders) = (&read.line, read.line.words(), read.line.instructions());
        let mut orders_placed = false;
        let row = match read.taken {
            As::Question(why) => {
                draft.hand_over();
                let Ahead { say, instruct, show } = mem::take(&mut draft.next);
                draft.show = show;
                let row = line.cell.map(|cell| Place::Row(cell.table, cell.row));
                draft.places.push(row.unwrap_or(Place::Free(draft.places.len())));
                draft.topic.questions.push(Question {
                    id: names.id(&words, "question"),
                    say: (!say.is_empty()).then(|| block(&say)),
                    ask: words,
                    instruct,
                    choices: line.choices.clone(),
                    ..Question::default()
                });
                (Became::Question, why)
            }
            As::Choices => {
                if let Some(question) = draft.topic.questions.last_mut() {
                    for choice in &line.choices {
                        let is_free = |code: &String| !code.is_empty() && question.choice(code).is_none();
                        let own = Some(choice.code.clone()).into_iter().chain((question.choices.len() + 1..).map(|n| n.to_string()));
                        let code = own.into_iter().find(is_free).unwrap_or_default();
                        question.choices.push(Choice { code, say: choice.say.clone() });
                    }
                }
                (Became::Choices, Why::Offers)
            }
            As::Probe(why) => {
                if let Some(question) = draft.topic.questions.last_mut() {
                    let many = if matches!(why, Why::AfterProbes | Why::Column(_)) { parted(&words) } else { Vec::new() };
                    for ask in if many.is_empty() { vec![words] } else { many } {
                        let id = Id::new(format!("{}-p{}", question.id, question.probes.len() + 1));
                        question.probes.push(Probe { id, ask, ..Probe::default() });
                    }
                    if let Some(probe) = question.probes.last_mut() {
                        add_all(&mut probe.instruct, &orders);
                    }
                }
                orders_placed = true;
                (Became::Probe, why)
            }
            As::Bridge(why) => {
                draft.say.extend((!words.is_empty()).then_some(words));
                (Became::Bridge, why)
            }
            As::SaidBefore => {
                draft.next.say.push(words);
                add_all(&mut draft.next.instruct, &orders);
                orders_placed = true;
                (Became::Bridge, Why::RightBefore)
            }
            As::Instruction(why) => {
                if !words.is_empty() {
                    add(draft.instruct(), &words);
                }
                (Became::Instruction, why)
            }
            As::ToldBefore(why) => {
                let told = Some(words).filter(|words| !words.is_empty());
                add_all(&mut draft.next.instruct, &told);
                add_all(&mut draft.next.instruct, &orders);
                orders_placed = true;
                (Became::Instruction, why)
            }
            As::Card(side) => {
                let place = if side == Side::Above { &mut draft.show } else { &mut draft.next.show };
                place.extend((!words.is_empty()).then_some(words));
                (Became::Show, Why::SaysSo)
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
                draft.timed(line, count, format!("{count} min"), read.role);
                (Became::Minutes, Why::Minutes)
            }
            As::LeftOut(why) => (Became::LeftOut, why),
        };
        if !orders_placed {
            add_all(draft.instruct(), &orders);
        }
        if !matches!(read.taken, As::Minutes) {
            for piece in &line.pieces {
                if let Is::Minutes(count) = piece.is {
                    draft.timed(line, count, inside(&piece.text), Role::Body);
                }
            }
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

/// Adds each of several, one after the other.
fn add_all<'t>(to: &mut Option<String>, more: impl IntoIterator<Item = &'t String>) {
    for text in more {
        add(to, text);
    }
}
