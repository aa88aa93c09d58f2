//! What is asked in a part of a file: which lines are its questions, and what each line is beside them.

use crate::domain::guide::draft::Why;
use crate::domain::guide::guess::pieces::Line;
use crate::domain::guide::guess::shape::Role;
use crate::domain::guide::guess::trade;
use crate::domain::guide::guess::trade::Column;
use crate::domain::guide::guess::trade::Label;
use crate::domain::guide::typed::List;
use crate::domain::guide::typed::Stands;

/// What a line is taken for.
pub(super) enum As {
    Question(Why),
    Probe(Why),
    Bridge(Why),
    Instruction(Why),
    Purpose(Why),
    Minutes,
    LeftOut(Why),
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
pub(super) enum Standing {
    /// No question yet.
    BeforeQuestion,
    /// A question.
    BelowQuestion,
    /// A word for probes, below a question.
    AfterProbes,
}

/// What a line of a topic is taken for.
pub(super) fn taken_for(line: &Line, role: Role, asking: Option<Asking>, standing: Standing) -> As {
    let (asks, is_open) = (line.asks(), standing != Standing::BeforeQuestion);
    if role == Role::Columns {
        // What a column is called is no label of what stands in it.
        return As::LeftOut(Why::Label);
    }
    match line.label() {
        Some(Label::Probes) => {
            return if is_open { As::Probe(Why::AfterProbes) } else { As::Bridge(Why::BeforeQuestion) };
        }
        Some(Label::Question) => return As::Question(Why::SaysSo),
        Some(Label::Aim) => return As::Purpose(Why::SaysSo),
        Some(Label::Bridge) => return if is_open { As::Instruction(Why::SaysSo) } else { As::Bridge(Why::SaysSo) },
        Some(Label::Interviewer) => return As::Instruction(Why::ForInterviewer),
        None => {}
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
    let free = || lines.iter().filter(|line| line.cell.is_none() && !matches!(line.stands, Stands::Aside(_)) && !line.words().is_empty());
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
