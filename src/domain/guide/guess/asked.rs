//! What is asked in a part of a file: which lines are its questions, and what each line is beside them.

use crate::domain::guide::draft::Why;
use crate::domain::guide::guess::pieces::Is;
use crate::domain::guide::guess::pieces::Line;
use crate::domain::guide::guess::scale;
use crate::domain::guide::guess::shape::Role;
use crate::domain::guide::guess::speech;
use crate::domain::guide::guess::trade;
use crate::domain::guide::guess::trade::Column;
use crate::domain::guide::guess::trade::Label;
use crate::domain::guide::typed::List;
use crate::domain::guide::typed::Stands;

/// What a line is taken for.
#[derive(Clone, Copy)]
pub(super) enum As {
    Question(Why),
    Choices,
    Probe(Why),
    Bridge(Why),
    /// Said before the question that comes next.
    SaidBefore,
    Instruction(Why),
    /// For the interviewer, before the question that comes next.
    ToldBefore(Why),
    /// Handed over, and with which question.
    Card(Side),
    Purpose(Why),
    Minutes,
    LeftOut(Why),
}

/// Which question a line belongs to.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Side {
    /// The one above it.
    Above,
    /// The one that comes next.
    Next,
}

/// A line of a topic, read.
pub(super) struct Read {
    pub(super) line: Line,
    pub(super) role: Role,
    pub(super) taken: As,
    standing: Standing,
}

/// What the questions of a section are.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asking {
    /// Items of this kind, so deep.
    Items(List, u8),
    /// Headings.
    Headings,
    /// What is in bold and asks.
    Bold,
    /// What asks and is in no list.
    Plain,
}

/// What stands above a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Standing {
    /// No question yet.
    BeforeQuestion,
    /// A question.
    BelowQuestion,
    /// A word for probes, below a question.
    AfterProbes,
}

/// What the lines of a topic are taken for: first each by what stands above it, then what stands right before a question by that.
pub(super) fn read<'l>(lines: impl Iterator<Item = (&'l Line, Role)>, asking: Option<Asking>) -> Vec<Read> {
    let mut all: Vec<Read> = Vec::new();
    let mut above = Above::default();
    for (line, role) in lines {
        let next = above.read(line.clone(), role, asking);
        all.push(next);
    }
    let mut comes_question = false;
    for n in (0..all.len()).rev() {
        let gap = |from: Option<&Read>, to: Option<&Read>| from.zip(to).is_some_and(|(from, to)| from.line.to + 1 < to.line.at);
        let (before, after) = (gap(n.checked_sub(1).and_then(|n| all.get(n)), all.get(n)), gap(all.get(n), all.get(n + 1)));
        let apart = match (before, after) {
            (true, _) => Apart::FromAbove,
            (false, true) => Apart::FromBelow,
            (false, false) => Apart::Unsaid,
        };
        let read = &all[n];
        let taken = match read.taken {
            As::Question(why) => {
                comes_question = true;
                As::Question(why)
            }
            As::Card(_) => {
                let is_above = !comes_question || apart == Apart::FromBelow && read.line.label.is_some();
                let is_above = is_above && read.standing != Standing::BeforeQuestion;
                comes_question &= !is_above;
                As::Card(if is_above { Side::Above } else { Side::Next })
            }
            // What is said before the first question is said at the beginning of the topic.
            taken if read.standing == Standing::BeforeQuestion => taken,
            taken => {
                let before = if comes_question { before_next(read, apart) } else { None };
                comes_question = before.is_some();
                before.unwrap_or(taken)
            }
        };
        all[n].taken = taken;
    }
    all
}

/// Which of its neighbours a line is parted from by a line that is empty.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Apart {
    /// The one above it, and maybe the one below.
    FromAbove,
    /// Only the one below it.
    FromBelow,
    /// Neither, as in a file without such lines.
    Unsaid,
}

/// What a line is taken for that stands right before a question, if it belongs to that.
fn before_next(read: &Read, apart: Apart) -> Option<As> {
    let (line, words) = (&read.line, read.line.words());
    if read.role != Role::Body || line.cell.is_some() {
        return None;
    }
    if line.label == Some(Label::Bridge) && !words.is_empty() {
        return Some(As::SaidBefore);
    }
    let is_plain = line.stands == Stands::Plain;
    match read.taken {
        As::Instruction(_) | As::LeftOut(_) if words.is_empty() => {
            let told = || line.pieces.iter().filter(|piece| matches!(piece.is, Is::Instruction(_)));
            let is_condition = told().any(|piece| piece.is == Is::Instruction(Why::Condition));
            let is_before = told().all(|piece| piece.text.ends_with(':'));
            let is_own = is_plain && apart == Apart::FromAbove && !is_condition && line.choices.is_empty();
            (told().count() > 0 && (is_condition && is_before || is_own)).then_some(As::ToldBefore(Why::RightBefore))
        }
        As::Instruction(_) if apart == Apart::FromBelow => None,
        As::Instruction(_) if speech::is_chore(&words) || is_plain && speech::is_order(&words) => Some(As::ToldBefore(Why::RightBefore)),
        As::Instruction(_) if is_plain && speech::is_addressed(&words) => Some(As::SaidBefore),
        // A word for probes ends where somebody begins to speak in whole sentences.
        As::Probe(Why::AfterProbes) => {
            let is_said =
                is_plain && apart != Apart::FromBelow && line.label.is_none() && words.ends_with('.') && speech::is_addressed(&words);
            is_said.then_some(As::SaidBefore)
        }
        _ => None,
    }
}

/// What is above the line that is read next.
struct Above {
    standing: Standing,
    /// Whether a card was begun, and may go on.
    card: bool,
    last: Last,
}

/// What came last below a question.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Last {
    /// Nothing that answers depend on.
    Question,
    /// One answer of several.
    Answer,
    /// Answers or probes, so that no more answers are to be expected.
    Done,
}

impl Default for Above {
    fn default() -> Self {
        Self { standing: Standing::BeforeQuestion, card: false, last: Last::Question }
    }
}

impl Above {
    fn read(&mut self, line: Line, role: Role, asking: Option<Asking>) -> Read {
        let standing = self.standing;
        let only_choices = !line.choices.is_empty() && line.words().is_empty();
        let has_place = match self.last {
            Last::Question => standing != Standing::BeforeQuestion,
            Last::Answer => line.choices.iter().all(|choice| choice.code.is_empty()) || line.choices.len() == 1,
            Last::Done => false,
        };
        let line = match (only_choices, standing) {
            (true, Standing::BeforeQuestion) => scale::as_words(&line),
            (true, _) if !has_place => scale::as_instruction(&line),
            _ => line,
        };
        let mut taken = match () {
            () if only_choices && line.words().is_empty() && !line.choices.is_empty() => As::Choices,
            () if self.card && goes_on(&line, role) => As::Card(Side::Next),
            () => taken_for(&line, role, asking, standing),
        };
        let is_empty = line.words().is_empty();
        let line =
            if line.choices.is_empty() || matches!(taken, As::Question(_) | As::Choices) { line } else { scale::as_instruction(&line) };
        if let (true, As::Question(why) | As::Probe(why)) = (is_empty, taken) {
            taken = As::LeftOut(why);
        }
        self.card = matches!(taken, As::Card(_));
        self.last = match taken {
            As::Question(_) if line.choices.is_empty() => Last::Question,
            As::Choices if line.choices.len() == 1 => Last::Answer,
            As::Question(_) | As::Choices | As::Probe(_) => Last::Done,
            _ if self.last == Last::Answer => Last::Done,
            _ => self.last,
        };
        self.standing = match taken {
            As::Question(_) => Standing::BelowQuestion,
            _ if line.label == Some(Label::Probes) && standing != Standing::BeforeQuestion => Standing::AfterProbes,
            _ => standing,
        };
        Read { line, role, taken, standing }
    }
}

/// Whether a line goes on with the card above it.
fn goes_on(line: &Line, role: Role) -> bool {
    let words = line.words();
    let is_free = role == Role::Body && line.cell.is_none() && matches!(line.stands, Stands::Plain | Stands::Below);
    is_free && !words.is_empty() && !line.asks() && line.label.is_none() && !speech::begins_to_speak(&words) && !speech::is_order(&words)
}

/// What a line of a topic is taken for.
fn taken_for(line: &Line, role: Role, asking: Option<Asking>, standing: Standing) -> As {
    let (asks, is_open) = (line.asks(), standing != Standing::BeforeQuestion);
    if role == Role::Columns {
        // What a column is called is no label of what stands in it.
        return As::LeftOut(Why::Label);
    }
    match line.label {
        Some(Label::Probes) => {
            return if is_open { As::Probe(Why::AfterProbes) } else { As::Bridge(Why::BeforeQuestion) };
        }
        Some(Label::Question) => return As::Question(Why::SaysSo),
        Some(Label::Aim) => return As::Purpose(Why::SaysSo),
        Some(Label::Bridge) => return if is_open { As::Instruction(Why::SaysSo) } else { As::Bridge(Why::SaysSo) },
        Some(Label::Interviewer) => return As::Instruction(Why::ForInterviewer),
        Some(Label::Card) => return As::Card(Side::Next),
        None => {}
    }
    let is_told = role == Role::Body && line.cell.is_none();
    if is_told && (speech::is_chore(&line.words()) || !is_open && line.stands == Stands::Plain && speech::is_order(&line.words())) {
        return As::Instruction(Why::ForInterviewer);
    }
    let column = Why::Column(line.cell.map_or(0, |cell| cell.column + 1));
    match role {
        Role::Head(_) | Role::Title | Role::Columns => return As::LeftOut(column),
        Role::Under(Column::Question) if is_open && matches!(line.stands, Stands::Item(List::Bullet | List::Letter, _)) => {
            return As::Probe(Why::BelowQuestion);
        }
        Role::Under(Column::Question) => return As::Question(column),
        Role::Under(Column::Probes) if is_open => return As::Probe(column),
        Role::Under(Column::Probes) => return As::Question(column),
        Role::Under(Column::Minutes) => return As::Minutes,
        Role::Under(Column::Purpose) => return As::Purpose(column),
        Role::Under(Column::Instruction) => return As::Instruction(column),
        Role::Under(Column::Number) => return As::LeftOut(Why::Label),
        Role::Under(Column::Topic) | Role::Body => {}
    }
    if asking.is_some_and(|asking| is_question(line, asking)) {
        return As::Question(match (asking, line.stands) {
            (_, Stands::Heading(_)) => Why::Heading,
            (Some(Asking::Items(List::Number, _)), _) => Why::Numbered,
            (Some(Asking::Items(..)), _) => Why::Listed,
            _ => Why::Asks,
        });
    }
    match (is_open, line.stands) {
        (true, Stands::Item(..)) if standing == Standing::AfterProbes => As::Probe(Why::AfterProbes),
        (true, Stands::Item(..)) => As::Probe(Why::BelowQuestion),
        (true, _) if standing == Standing::AfterProbes && !line.words().is_empty() => As::Probe(Why::AfterProbes),
        (true, _) if asks => As::Probe(Why::Asks),
        (true, _) => As::Instruction(Why::BelowNoQuestion),
        (false, _) if asks => As::Question(Why::Asks),
        (false, _) => As::Bridge(Why::BeforeQuestion),
    }
}

/// Whether a line is a question where questions are `asking`.
fn is_question(line: &Line, asking: Asking) -> bool {
    match (asking, line.stands) {
        (Asking::Items(list, depth), Stands::Item(own, deep)) => own == list && deep <= depth,
        (Asking::Headings, Stands::Heading(_)) => line.asks(),
        (Asking::Bold, Stands::Plain | Stands::Below) => line.bold && line.asks(),
        (Asking::Plain, Stands::Plain | Stands::Below | Stands::Heading(_)) => line.asks(),
        _ => false,
    }
}

/// What the questions of these lines are; nothing where there are none.
pub(super) fn asking(lines: &[Line]) -> Option<Asking> {
    let is_free = |line: &&Line| line.cell.is_none() && !matches!(line.stands, Stands::Aside(_)) && !line.words().is_empty();
    // What the interviewer does is no question, whatever it begins with.
    let free = || lines.iter().filter(is_free).filter(|line| !speech::is_chore(&line.words()));
    let shallowest = |list: List| {
        let depths = free().filter_map(|line| match line.stands {
            Stands::Item(own, depth) if own == list => Some(depth),
            _ => None,
        });
        depths.min().map(|depth| Asking::Items(list, depth))
    };
    let any = |asking: Asking| free().any(|line| is_question(line, asking)).then_some(asking);
    // What begins a list is asked, and what is below it are probes; a number goes before, unless it is deeper.
    let first = free().find_map(|line| match line.stands {
        Stands::Item(list, depth) => Some((list, depth)),
        _ => None,
    });
    let numbers = shallowest(List::Number).filter(|numbers| match (numbers, first) {
        (Asking::Items(_, depth), Some((_, first))) => *depth <= first,
        _ => true,
    });
    any(Asking::Headings)
        .or(numbers)
        .or_else(|| any(Asking::Bold))
        .or_else(|| any(Asking::Plain))
        .or_else(|| first.and_then(|(list, _)| shallowest(list)))
}

/// Whether there are numbered questions in a section that is not about consent.
pub(super) fn asks_by_number(lines: &[Line]) -> bool {
    let is_one = |line: &Line| matches!(line.stands, Stands::Item(List::Number, _)) && line.asks() && !trade::is_of_consent(&line.words());
    lines.iter().any(is_one)
}
