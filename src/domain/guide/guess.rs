//! A guide guessed from what somebody typed in a word processor or an editor.
//!
//! [`guess`] takes the paragraphs of a file and gives a [`Draft`]: headings are topics, numbers questions, what stands below them probes,
//! italics and brackets instructions, minutes where they stand. What it cannot know it does not make up: consent is never guessed, and an
//! introduction is one only under its heading. Nothing that stood in the file vanishes: each piece of it has a [`Guess`] that says what it
//! became and why. Pure; it opens no file and knows none of the formats.
//!
//! [`pieces`] takes a paragraph apart, [`shape`] finds the headings, [`asked`] the questions, [`build`] puts parts and [`topic`] topics together; [`marks`], [`mod@minutes`]
//! [`answers`] and [`scale`] know what people type, [`trade`] what the trade calls it, [`speech`] who is spoken to, and [`whole`] what a file says as a whole.

mod answers;
mod asked;
mod build;
pub mod marks;
mod minutes;
mod naming;
mod pieces;
mod scale;
mod shape;
mod speech;
mod topic;
mod trade;
mod whole;

use std::collections::BTreeSet;

use crate::domain::guide::Audience;
use crate::domain::guide::Change;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Round;
use crate::domain::guide::check::FileStep;
use crate::domain::guide::draft::Became;
use crate::domain::guide::draft::Draft;
use crate::domain::guide::draft::Guess;
use crate::domain::guide::draft::Missing;
use crate::domain::guide::draft::Why;
use crate::domain::guide::guess::build::Built;
use crate::domain::guide::guess::build::Section;
use crate::domain::guide::guess::build::Timed;
use crate::domain::guide::guess::build::block;
use crate::domain::guide::guess::naming::Names;
use crate::domain::guide::guess::pieces::Italics;
use crate::domain::guide::guess::pieces::Line;
use crate::domain::guide::guess::shape::Role;
use crate::domain::guide::guess::trade::Part;
use crate::domain::guide::typed::Aside;
use crate::domain::guide::typed::Paragraph;
use crate::domain::guide::typed::Stands;
use crate::words::say;
use crate::words::spoken;

/// Minutes of a question where nobody says any.
const MINUTES: u32 = 3;

/// Where the paragraphs come from.
#[derive(Clone, Copy, Debug)]
pub struct Source<'s> {
    /// The name of the file.
    pub file: &'s str,
    /// The same without its ending.
    pub stem: &'s str,
    /// The day on which it is read.
    pub day: &'s str,
}

/// The guide that these paragraphs may be meant as.
pub fn guess(paragraphs: &[Paragraph], source: Source<'_>) -> Draft {
    let italics = italics(paragraphs);
    let frames = frames(paragraphs);
    let mut lines: Vec<Line> = paragraphs.iter().map(|p| Line::of(p, italics)).filter(is_said).collect();
    for line in &mut lines {
        line.cell = line.cell.filter(|cell| !frames.contains(&cell.table));
    }
    scale::gather(&mut lines);
    let roles = shape::roles(&lines);
    // A heading has no answers.
    for (line, role) in lines.iter_mut().zip(&roles) {
        if matches!(role, Role::Head(_) | Role::Title) && !line.choices.is_empty() {
            *line = scale::as_words(line);
        }
    }
    let leave = leave(&lines, &roles);
    let (mut built, mut names) = (Built::default(), Names::new());
    let title = title(&lines, &roles, source, &mut built);
    let mut begin = 0;
    let mut head = None;
    for n in 0..=lines.len() {
        let ends = n == lines.len() || matches!(roles[n], Role::Head(_) | Role::Title) || Some(n) == leave;
        if !ends {
            continue;
        }
        if head.is_some() || begin < n {
            let section = Section { head, lines: &lines[begin..n], roles: &roles[begin..n] };
            // What takes leave at the end needs no heading to be the closing; a heading right above it is still a section.
            if begin < n && begin_of(leave, begin) { built.farewell(section) } else { built.section(&mut names, section) }
        }
        if n < lines.len() {
            head = match roles[n] {
                Role::Head(why) => Some((&lines[n], why)),
                _ => None,
            };
            begin = if Some(n) == leave { n } else { n + 1 };
        }
    }
    built.left();
    finish(built, title, &text_of(&lines), source)
}

fn begin_of(leave: Option<usize>, begin: usize) -> bool {
    leave == Some(begin)
}

/// Tables of one column: frames around a text.
fn frames(paragraphs: &[Paragraph]) -> BTreeSet<usize> {
    let cells = || paragraphs.iter().filter_map(|p| p.cell);
    let wide: BTreeSet<usize> = cells().filter(|cell| cell.of > 1 || cell.column > 0).map(|cell| cell.table).collect();
    cells().map(|cell| cell.table).filter(|table| !wide.contains(table)).collect()
}

/// Whether there is anything in a line, be it only beside the text.
fn is_said(line: &Line) -> bool {
    line.stands == Stands::Aside(Aside::Picture) || line.pieces.iter().any(|piece| piece.text.contains(|c: char| !c.is_whitespace()))
}

/// What italics mean: nothing where half of the letters are in italics.
fn italics(paragraphs: &[Paragraph]) -> Italics {
    let runs = || paragraphs.iter().filter(|p| !matches!(p.stands, Stands::Aside(_))).flat_map(|p| &p.runs);
    let letters = |text: &str| text.chars().filter(|c| c.is_alphabetic()).count();
    let all: usize = runs().map(|run| letters(&run.text)).sum();
    let slanted: usize = runs().filter(|run| run.italic).map(|run| letters(&run.text)).sum();
    if slanted * 2 > all { Italics::Nothing } else { Italics::Instruct }
}

/// Where a file takes leave without a heading for it: the first statement that does so after all questions.
fn leave(lines: &[Line], roles: &[Role]) -> Option<usize> {
    let is_head = |n: &usize| matches!(roles[*n], Role::Head(_));
    if (0..lines.len()).filter(is_head).any(|n| trade::part(&lines[n].words()) == Part::Closing) {
        return None;
    }
    let last = (0..lines.len())
        .filter(|n| !speech::is_chore(&lines[*n].words()))
        .rfind(|n| lines[*n].asks() || matches!(lines[*n].stands, Stands::Item(..)) || is_head(n) || lines[*n].cell.is_some())?;
    (last + 1..lines.len()).find(|n| trade::takes_leave(&lines[*n].words()))
}

/// All that can be read of the lines.
fn text_of(lines: &[Line]) -> String {
    lines.iter().filter(|line| !matches!(line.stands, Stands::Aside(_))).map(|line| line.text() + "\n").collect()
}

/// The title, told.
fn title(lines: &[Line], roles: &[Role], source: Source<'_>, built: &mut Built) -> String {
    let titled = lines.iter().zip(roles).find(|(_, role)| **role == Role::Title);
    if let Some((line, _)) = titled {
        built.tell(line, Became::Title, Why::OnTop);
        built.total = Some(line.minutes()).filter(|minutes| *minutes > 0);
        for order in line.instructions() {
            built.remarks.entry(Vec::new()).or_default().push(order);
        }
        let title = line.words();
        if !title.is_empty() {
            return title;
        }
    }
    let title = source
        .stem
        .split(|c: char| matches!(c, '_' | '-') || c.is_whitespace())
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ");
    let title = if title.is_empty() { say!("import-title") } else { title };
    built.guesses.push(Guess { at: None, text: title.clone(), became: Became::Title, why: Why::NameOfFile });
    title
}

/// The whole guide, with what the file as a whole says and what is missing.
fn finish(mut built: Built, title: String, text: &str, source: Source<'_>) -> Draft {
    let found = whole::language(text);
    let language = found.unwrap_or_else(|| spoken().tag()).to_owned();
    let why = if found.is_some() { Why::CommonWords } else { Why::NothingSaid };
    built.guesses.push(Guess { at: None, text: language.clone(), became: Became::Language, why });
    let named = format!("{title}\n{}", source.stem);
    let (audience, shown, why) = match () {
        () if whole::is_of_pair(&named) => (Audience::Pair, "pair", Why::SaysSo),
        () if whole::is_of_group(&named) || whole::is_of_group(text) => (Audience::Group, "group", Why::SaysSo),
        () if whole::is_of_pair(text) => (Audience::Pair, "pair", Why::SaysSo),
        () => (Audience::Individual, "individual", Why::NothingSaid),
    };
    built.guesses.push(Guess { at: None, text: shown.to_owned(), became: Became::Audience, why });
    let minutes = minutes(&mut built);
    let id = naming::of_guide(&title).or_else(|| naming::of_guide(source.stem));
    let what = say!("import-change", file = source.file);
    let guide = Guide {
        id: id.unwrap_or_else(|| Id::new("guide")),
        title,
        version: "1.0".to_owned(),
        translation_of: None,
        language,
        audience,
        rounds: vec![Round::First],
        minutes,
        aim: (!built.aim.is_empty()).then(|| built.aim.join(" ")),
        about: None,
        participants: None,
        introduction: block(&built.introduction),
        consent: Vec::new(),
        topics: built.topics,
        closing: block(&built.closing),
        distress: None,
        reports: Vec::new(),
        changes: vec![Change {
            version: "1.0".to_owned(),
            date: source.day.to_owned(),
            what,
            why: None,
            by: None,
            after: None,
            pilot: false,
        }],
    };
    let mut missing = vec![Missing::Consent];
    missing.extend((guide.introduction.is_empty()).then_some(Missing::Introduction));
    missing.extend((guide.topics.is_empty()).then_some(Missing::Topics));
    missing.extend((guide.closing.is_empty()).then_some(Missing::Closing));
    let mut remarks = built.remarks;
    for missing in &missing {
        let place = remarks.entry(vec![FileStep::Key(missing.key())]).or_default();
        let stood = if *missing == Missing::Consent { std::mem::take(&mut built.consent) } else { Vec::new() };
        let mut told = vec![spoken().say(missing.words())];
        if !stood.is_empty() {
            told.push(say!("import-stood", file = source.file));
            told.extend(stood.into_iter().map(|text| format!("  {text}")));
        }
        let example = match missing {
            Missing::Consent => say!("import-example-consent"),
            Missing::Introduction | Missing::Closing => say!("import-example-text", key = missing.key()),
            Missing::Topics => say!("import-example-topics"),
        };
        told.extend(example.lines().map(str::to_owned));
        told.append(place);
        *place = told;
    }
    Draft { guide, guesses: built.guesses, remarks, missing }
}

/// The minutes of the whole; where topics have none, they are guessed and told.
fn minutes(built: &mut Built) -> u32 {
    let said: u32 = built.topics.iter().map(|topic| topic.minutes).fold(0, u32::saturating_add);
    let open: Vec<usize> = (0..built.topics.len()).filter(|n| built.timed[*n] == Timed::Not).collect();
    let questions = |topic: usize| u32::try_from(built.topics[topic].questions.len()).unwrap_or(u32::MAX);
    let asked: u32 = open.iter().map(|n| questions(*n)).fold(0, u32::saturating_add);
    let left = built.total.and_then(|total| total.checked_sub(said)).filter(|left| *left >= asked && asked > 0);
    let mut shared = Vec::new();
    let mut given = (0_u32, 0_u32);
    for n in open {
        // What is left goes to the topics by their questions, so that nothing is lost in rounding.
        let count = match left {
            Some(left) => {
                given.0 += questions(n);
                let until = u32::try_from(u64::from(left) * u64::from(given.0) / u64::from(asked)).unwrap_or(left);
                until - std::mem::replace(&mut given.1, until)
            }
            None => questions(n).saturating_mul(MINUTES),
        };
        shared.push((n, count));
    }
    for (n, count) in shared {
        built.topics[n].minutes = count;
        let text = format!("{}: {count}", built.topics[n].title);
        built.guesses.push(Guess { at: None, text, became: Became::Minutes, why: Why::NoMinutes });
        let place = vec![FileStep::Key("topics"), FileStep::Item(n), FileStep::Key("minutes")];
        built.remarks.entry(place).or_default().push(say!("import-remark-minutes"));
    }
    let sum = built.topics.iter().map(|topic| topic.minutes).fold(0, u32::saturating_add);
    if let Some(total) = built.total.filter(|total| *total != sum) {
        built.remarks.entry(vec![FileStep::Key("minutes")]).or_default().push(say!("import-remark-total", total = total, sum = sum));
    }
    sum.max(1)
}

#[cfg(test)]
mod tests;
