//! What shape a guide has that somebody typed: which lines are headings, and what the columns of its tables are for.
//!
//! People mark headings by a style, by bold, by capitals, by a number above what asks, by a row across a table, or by nothing but a short
//! line. Each is looked for where the file has it; a line that asks is never one.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::guide::draft::Why;
use crate::domain::guide::guess::pieces::Line;
use crate::domain::guide::guess::speech;
use crate::domain::guide::guess::trade;
use crate::domain::guide::guess::trade::Column;
use crate::domain::guide::guess::trade::Label;
use crate::domain::guide::guess::trade::Part;
use crate::domain::guide::guess::whole;
use crate::domain::guide::typed::List;
use crate::domain::guide::typed::Stands;

/// What a line is in the shape of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// The title.
    Title,
    /// A heading, and why it is taken for one.
    Head(Why),
    /// In a table, under this.
    Under(Column),
    /// The names of the columns of a table.
    Columns,
    /// Everything else.
    Body,
}

/// With these words people ask without a question mark.
const IMPERATIVES: [&str; 24] = [
    "tell",
    "describe",
    "explain",
    "can",
    "could",
    "please",
    "think",
    "talk",
    "walk",
    "give",
    "take",
    "imagine",
    "share",
    "vertel",
    "vertelt",
    "beschrijf",
    "beschrijft",
    "kunt",
    "kun",
    "wilt",
    "wil",
    "leg",
    "noem",
    "schets",
];

/// The most columns of a table that are looked at; those beyond are probes.
const WIDEST: usize = 50;

/// Whether a line may be a heading by its words.
fn may_head(line: &Line, most: usize) -> bool {
    let words = line.words();
    let count = words.split_whitespace().count();
    let first: String = words.chars().take_while(|c| c.is_alphabetic()).collect();
    let is_order = IMPERATIVES.contains(&first.to_lowercase().as_str());
    let ends = words.ends_with(['.', '!', ';', ',', '…']) && count > 3;
    (1..=most).contains(&count) && !line.asks() && !ends && !is_order && line.label.is_none() && words.contains(char::is_alphabetic)
}

fn is_aside(line: &Line) -> bool {
    matches!(line.stands, Stands::Aside(_))
}

/// What each line is.
pub(super) fn roles(lines: &[Line]) -> Vec<Role> {
    let mut roles = vec![Role::Body; lines.len()];
    tables(lines, &mut roles);
    let numbers_in_bold = lines.iter().any(|l| matches!(l.stands, Stands::Item(List::Number, _)) && !l.bold);
    let mut titled = false;
    for (line, role) in lines.iter().zip(&mut roles).filter(|(line, role)| **role == Role::Body && !is_aside(line)) {
        let is_free = line.cell.is_none();
        let head = match line.stands {
            Stands::Title if !titled && !line.words().is_empty() => {
                titled = true;
                *role = Role::Title;
                continue;
            }
            Stands::Title | Stands::Heading(_) => {
                (!line.asks() && !line.words().is_empty() && line.label.is_none()).then_some(Why::Heading)
            }
            Stands::Plain | Stands::Below if line.bold && is_free && may_head(line, 10) => Some(Why::Bold),
            Stands::Item(List::Number, _) if line.bold && numbers_in_bold && is_free && may_head(line, 10) => Some(Why::Bold),
            Stands::Plain if is_free && may_head(line, 8) && (is_capital(&line.words()) || is_named(line)) => Some(Why::ShortLine),
            _ => None,
        };
        *role = head.map_or(*role, Role::Head);
    }
    numbers_above(lines, &mut roles);
    standing_alone(lines, &mut roles);
    short_lines(lines, &mut roles);
    if !titled {
        title(lines, &mut roles);
    }
    roles
}

/// Whether all letters are capitals, and there are enough to tell.
fn is_capital(words: &str) -> bool {
    words.chars().filter(|c| c.is_alphabetic()).count() >= 4 && !words.contains(char::is_lowercase)
}

/// Whether a line is nothing but the name of a part.
fn is_named(line: &Line) -> bool {
    let words = line.words();
    words.split_whitespace().count() <= 4
        && trade::part(&words) != Part::Topic
        && !words.ends_with(['.', '!', ','])
        && !trade::takes_leave(&words)
}

/// Items that ask nothing, with what asks right below each: topics that were numbered.
fn numbers_above(lines: &[Line], roles: &mut [Role]) {
    let body: Vec<usize> =
        (0..lines.len()).filter(|n| roles[*n] == Role::Body && !is_aside(&lines[*n]) && lines[*n].cell.is_none()).collect();
    let mut groups: BTreeMap<(bool, u8), (usize, usize, Vec<usize>)> = BTreeMap::new();
    for (place, n) in body.iter().copied().enumerate() {
        let Stands::Item(list, depth) = lines[n].stands else { continue };
        if list == List::Bullet {
            continue;
        }
        let (all, asking, heads) = groups.entry((list == List::Letter, depth)).or_default();
        *all += 1;
        *asking += usize::from(lines[n].asks());
        let below = body.get(place + 1..).unwrap_or_default().iter().map(|next| &lines[*next]);
        let mut until_next = below.take_while(|next| next.stands != Stands::Item(list, depth));
        let is_above = until_next.any(|next| match next.stands {
            Stands::Item(_, deep) => deep >= depth,
            _ => next.asks(),
        });
        if is_above && may_head(&lines[n], 8) || is_named(&lines[n]) {
            heads.push(n);
        }
    }
    for (all, asking, heads) in groups.into_values() {
        if !heads.is_empty() && heads.len() * 3 >= all * 2 && asking * 4 <= all {
            for n in heads {
                roles[n] = Role::Head(Why::NumberAbove);
            }
        }
    }
}

/// Short lines with an empty one beside them, above what asks: in title case, with minutes, or with an empty line on either side.
fn standing_alone(lines: &[Line], roles: &mut [Role]) {
    let read: Vec<usize> = (0..lines.len()).filter(|n| !is_aside(&lines[*n])).collect();
    let has_gaps = read.windows(2).any(|pair| lines[pair[0]].to + 1 < lines[pair[1]].at);
    let found: Vec<usize> =
        (0..read.len()).filter(|place| is_alone(lines, roles, &read, *place, has_gaps)).map(|place| read[place]).collect();
    for n in found {
        roles[n] = Role::Head(Why::ShortLine);
    }
}

/// Whether the line at `place` of those that are read stands alone as a heading does.
fn is_alone(lines: &[Line], roles: &[Role], read: &[usize], place: usize, has_gaps: bool) -> bool {
    let line = &lines[read[place]];
    let words = line.words();
    let is_short = roles[read[place]] == Role::Body && line.stands == Stands::Plain && line.cell.is_none() && may_head(line, 8);
    let is_name = !words.ends_with(['.', '!', ';', ',', '…']) && words.starts_with(char::is_uppercase);
    let is_meant = !speech::is_order(&words) && !whole::is_duration(&words) && line.instructions().is_empty();
    if !(is_short && is_name && is_meant) {
        return false;
    }
    let gap = |from: Option<&usize>, to: Option<&usize>| from.zip(to).is_none_or(|(from, to)| lines[*from].to + 1 < lines[*to].at);
    let before = gap(place.checked_sub(1).and_then(|n| read.get(n)), read.get(place));
    let after = gap(read.get(place), read.get(place + 1));
    let below = |most: usize| {
        let until = read.get(place + 1..).unwrap_or_default().iter().take(most).take_while(|n| roles[**n] == Role::Body);
        until
            .map(|n| &lines[*n])
            .any(|next| next.asks() || next.label == Some(Label::Card) || matches!(next.stands, Stands::Item(List::Number, _)))
    };
    match () {
        () if line.minutes() > 0 => (before || after || !has_gaps) && below(3),
        () if is_title_case(&words) => has_gaps && (before || after) && below(3),
        () => has_gaps && before && after && words.split_whitespace().count() <= 6 && !words.ends_with(':') && below(1),
    }
}

/// Whether all but the small words begin with capitals, and not only the first.
fn is_title_case(words: &str) -> bool {
    let all = || words.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’')).filter(|word| !word.is_empty());
    let is_capital = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
    all().all(|word| is_capital(word) || word.chars().count() <= 3) && all().skip(1).any(is_capital)
}

/// Where nothing else heads a topic: short lines with questions or items right below.
fn short_lines(lines: &[Line], roles: &mut [Role]) {
    let heads_topic = |n: usize| matches!(roles[n], Role::Head(_)) && trade::part(&lines[n].words()) == Part::Topic;
    if (1..lines.len()).any(heads_topic) {
        return;
    }
    let found: Vec<usize> = (0..lines.len())
        .filter(|n| roles[*n] == Role::Body && lines[*n].stands == Stands::Plain && lines[*n].cell.is_none() && may_head(&lines[*n], 6))
        .filter(|n| lines.get(n + 1).is_some_and(|next| next.asks() || matches!(next.stands, Stands::Item(..))))
        .collect();
    for n in found {
        roles[n] = Role::Head(Why::ShortLine);
    }
}

/// The title is what stands on top, where more headings follow before anything is asked.
fn title(lines: &[Line], roles: &mut [Role]) {
    let mut read = (0..lines.len()).filter(|n| !is_aside(&lines[*n]));
    let Some(first) = read.next() else { return };
    let line = &lines[first];
    if trade::part(&line.words()) != Part::Topic || line.cell.is_some() || !may_head(line, 15) {
        return;
    }
    let next_head = (first + 1..lines.len()).find(|n| matches!(roles[*n], Role::Head(_)));
    let asked =
        (first + 1..lines.len()).find(|n| lines[*n].asks() || matches!(lines[*n].stands, Stands::Item(..)) || lines[*n].cell.is_some());
    let level = |n: usize| match lines[n].stands {
        Stands::Heading(level) => Some(level),
        _ => None,
    };
    let is_above = next_head.is_some_and(|next| asked.is_none_or(|asked| next <= asked || lines[asked].cell.is_some()));
    let is_higher = next_head.is_some_and(|next| level(first).is_some_and(|own| level(next).is_none_or(|other| own < other)));
    let is_alone = next_head.is_none() && asked.is_some() && matches!(line.stands, Stands::Heading(1));
    // A line that heads nothing may still stand above the questions.
    let is_line = roles[first] == Role::Body && matches!(line.stands, Stands::Plain) && next_head.is_some();
    if is_above && (is_higher || roles[first] != Role::Body || is_line) || is_higher || is_alone {
        roles[first] = Role::Title;
    }
}

/// What the cells of tables are.
fn tables(lines: &[Line], roles: &mut [Role]) {
    let mut by_table: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (n, line) in lines.iter().enumerate().filter(|(_, line)| !is_aside(line)) {
        if let Some(cell) = line.cell {
            by_table.entry(cell.table).or_default().push(n);
        }
    }
    for cells in by_table.into_values() {
        table(lines, &cells, roles);
    }
}

fn table(lines: &[Line], cells: &[usize], roles: &mut [Role]) {
    let cell = |n: usize| lines[n].cell.unwrap_or(crate::domain::guide::typed::Cell { table: 0, row: 0, column: 0, of: 1 });
    let widest = cells.iter().map(|n| cell(*n).of).max().unwrap_or_default().min(WIDEST);
    if widest < 2 {
        // A frame around a text.
        return;
    }
    let (columns, has_names) = columns(lines, cells, widest);
    let mut filled: BTreeMap<usize, BTreeSet<usize>> = BTreeMap::new();
    for n in cells {
        filled.entry(cell(*n).row).or_default().insert(cell(*n).column);
    }
    let mut topic_in = None;
    for n in cells.iter().copied() {
        let (at, line) = (cell(n), &lines[n]);
        let is_lone = filled.get(&at.row).is_some_and(|filled| filled.len() == 1) && at.column == 0;
        let is_across = is_lone && (at.of == 1 || line.bold) && may_head(line, 12);
        let column = columns.get(at.column).copied().unwrap_or(Column::Probes);
        roles[n] = if has_names && at.row == 0 {
            Role::Columns
        } else if is_across {
            Role::Head(Why::AcrossTable)
        } else if column == Column::Topic && topic_in != Some(at.row) && may_head(line, 15) {
            topic_in = Some(at.row);
            Role::Head(Why::Column(at.column + 1))
        } else if column == Column::Topic {
            Role::Under(Column::Question)
        } else {
            Role::Under(column)
        };
    }
}

/// What the columns of a table are for, and whether its first row says it.
fn columns(lines: &[Line], cells: &[usize], widest: usize) -> (Vec<Column>, bool) {
    let in_column = |row: Option<usize>, column: usize| {
        let of =
            cells.iter().copied().filter(move |n| lines[*n].cell.is_some_and(|c| c.column == column && row.is_none_or(|row| c.row == row)));
        of.map(|n| &lines[n])
    };
    let names: Vec<Option<Column>> =
        (0..widest).map(|column| trade::column(&in_column(Some(0), column).map(Line::text).collect::<Vec<_>>().join(" "))).collect();
    let known = names.iter().flatten().count();
    if known * 2 > widest || known * 2 == widest && names.contains(&Some(Column::Question)) {
        return (names.into_iter().map(|name| name.unwrap_or(Column::Instruction)).collect(), true);
    }
    let asks = |column: usize| {
        let (asking, all) = in_column(None, column)
            .filter(|l| l.cell.is_some_and(|c| c.of > 1))
            .fold((0, 0), |(a, n), l| (a + usize::from(l.asks()), n + 1));
        asking * 2 > all
    };
    let first = if !asks(0) && asks(1) { vec![Column::Topic, Column::Question] } else { vec![Column::Question] };
    let rest = widest.saturating_sub(first.len());
    (first.into_iter().chain(std::iter::repeat_n(Column::Probes, rest)).collect(), false)
}
