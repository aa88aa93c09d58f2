//! The member-check letter: what we heard, in plain words, for the participant to confirm or correct.
//!
//! [`compose`] can be given nothing but a [`Summary`], so what is private has no way in. The letter carries a code and no name, and
//! has no line for one. It never takes agreement for granted: every statement can be ticked as not fitting or left without an answer,
//! disagreeing is welcome in so many words, and silence counts as silence. It does not read the clock; the day it is made is told to it.

use jiff::civil::Date;
use thiserror::Error;

use crate::document::tree::Block;
use crate::document::tree::Document;
use crate::document::tree::Fact;
use crate::document::tree::Level;
use crate::document::tree::Text;
use crate::document::words::Language;
use crate::document::words::Words;
use crate::document::words::fill;
use crate::domain::summary::Quoting;
use crate::domain::summary::Summary;
use crate::domain::summary::SummaryStatement;
use crate::domain::summary::SummaryTopic;

/// Lines to write on below a statement, and where the participant adds something of their own.
const LINES_BELOW_A_STATEMENT: usize = 2;
const LINES_OF_THEIR_OWN: usize = 4;

/// What a letter says that the interview does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterSettings {
    /// The language the participant reads.
    pub language: Language,
    /// The study, by the name that participants know.
    pub study: String,
    /// How to reach the researchers, a line each.
    pub contact: Vec<String>,
    /// The day the letter is made.
    pub made_on: Date,
    /// The last day on which an answer is expected.
    pub reply_by: Date,
    /// The last day on which what was told can still be removed, where one was set.
    pub withdraw_until: Option<Date>,
    /// Where a participant whom the letter upsets finds help, a line each; there may be none.
    pub support: Vec<String>,
}

/// A date in a letter, by what it is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Deadline {
    /// The reply.
    Reply,
    /// Withdrawal.
    Withdrawal,
}

impl Deadline {
    /// The words for it.
    const fn words(self) -> &'static str {
        match self {
            Self::Reply => "the day to answer by",
            Self::Withdrawal => "the last day to withdraw",
        }
    }
}

/// Why there is no letter, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoLetter {
    /// No statement stands.
    #[error("there is nothing to send yet: write a statement first")]
    NothingToSend,
    /// Statements stand, and all rest on notes that the participant may not read.
    #[error("there is nothing to send: every statement rests on a note that is now private; strike or rewrite the statement")]
    AllWithheld,
    /// The study has no name.
    #[error("the letter does not say which study it is about: give the study a title that participants know")]
    NoStudy,
    /// Nobody can be reached.
    #[error("the letter does not say whom to contact: write a phone number or an address as `contact` in study.yaml")]
    NoContact,
    /// A deadline lies before the letter.
    #[error("{} lies before the letter itself: choose a later one", .0.words())]
    AlreadyPast(Deadline),
}

/// The letter for `summary`.
pub fn compose(summary: &Summary<'_>, settings: &LetterSettings) -> Result<Document, NoLetter> {
    check(summary, settings)?;
    let words = settings.language.words();
    let blocks = [
        vec![facts(words, summary, settings)],
        opening(words, settings),
        heard(words, summary),
        room_for_more(words, summary),
        closing(words, settings),
    ];
    Ok(Document { language: settings.language.tag(), title: Text::new(words.title), blocks: blocks.concat() })
}

fn check(summary: &Summary<'_>, settings: &LetterSettings) -> Result<(), NoLetter> {
    if summary.is_empty() {
        return Err(if summary.withheld().is_empty() { NoLetter::NothingToSend } else { NoLetter::AllWithheld });
    }
    if Text::new(&settings.study).is_empty() {
        return Err(NoLetter::NoStudy);
    }
    if lines(&settings.contact).is_empty() {
        return Err(NoLetter::NoContact);
    }
    if settings.reply_by < settings.made_on {
        return Err(NoLetter::AlreadyPast(Deadline::Reply));
    }
    match settings.withdraw_until {
        Some(day) if day < settings.made_on => Err(NoLetter::AlreadyPast(Deadline::Withdrawal)),
        Some(_) | None => Ok(()),
    }
}

/// Whose letter this is: a code and a day, and no name.
fn facts(words: &Words, summary: &Summary<'_>, settings: &LetterSettings) -> Block {
    let fact = |label: &str, value: &str| Fact { label: Text::new(label), value: Text::new(value) };
    let written = |date| settings.language.date(date);
    // A day that is none of the calendar's stands as the summary gives it.
    let held_on = summary.held_on().parse().map_or_else(|_| summary.held_on().to_owned(), written);
    Block::Facts(vec![
        fact(words.code, summary.participant()),
        fact(words.held_on, &held_on),
        fact(words.study, &settings.study),
        fact(words.made_on, &written(settings.made_on)),
    ])
}

/// Why, how, and that nothing has to be done.
fn opening(words: &Words, settings: &LetterSettings) -> Vec<Block> {
    vec![
        section(words.why_heading),
        paragraph(&fill(words.why, Text::new(&settings.study).as_str())),
        paragraph(words.why_check),
        section(words.use_heading),
        Block::List(texts(&words.use_steps)),
        section(words.voluntary_heading),
        paragraph(words.voluntary),
        paragraph(words.voluntary_stop),
    ]
}

/// The statements, topic by topic.
fn heard(words: &Words, summary: &Summary<'_>) -> Vec<Block> {
    let mut blocks = vec![section(words.heard_heading), paragraph(words.heard)];
    let mut all = summary.topics().iter().flat_map(SummaryTopic::statements);
    if all.any(|statement| quotes(statement).next().is_some()) {
        blocks.push(paragraph(words.heard_quotes));
    }
    for topic in summary.topics() {
        blocks.push(Block::Heading(Level::Topic, Text::new(topic.title())));
        blocks.extend(topic.statements().iter().map(|s| statement(words, s)));
    }
    blocks
}

fn statement(words: &Words, statement: &SummaryStatement<'_>) -> Block {
    let mut below: Vec<Block> = quotes(statement).map(Block::Quote).collect();
    if !below.is_empty() {
        below.insert(0, paragraph(words.participant_said));
    }
    below.extend([Block::Choices(texts(&words.fit)), paragraph(words.change), Block::WritingLines(LINES_BELOW_A_STATEMENT)]);
    Block::Statement { number: statement.number(), text: Text::new(statement.text()), below }
}

/// The participant's own words, as they were noted. A paraphrase is in our words, and does not pass for theirs wherever it was put.
fn quotes<'a>(statement: &'a SummaryStatement<'_>) -> impl Iterator<Item = Text> + 'a {
    statement.quotes().iter().filter(|note| note.is_quote()).map(|note| Text::new(note.text())).filter(|text| !text.is_empty())
}

/// What the participant wants added, left out, or quoted.
fn room_for_more(words: &Words, summary: &Summary<'_>) -> Vec<Block> {
    let mut blocks = vec![
        section(words.missing_heading),
        paragraph(words.missing),
        Block::WritingLines(LINES_OF_THEIR_OWN),
        section(words.leave_out_heading),
        paragraph(words.leave_out),
        Block::WritingLines(LINES_OF_THEIR_OWN),
    ];
    // What was refused is not asked again.
    if summary.quoting() == Quoting::Open {
        let asked = [section(words.quoting_heading), paragraph(words.quoting), Block::Choices(texts(&words.quoting_choices))];
        blocks.extend(asked);
    }
    blocks
}

/// What happens next, and what the participant can do.
fn closing(words: &Words, settings: &LetterSettings) -> Vec<Block> {
    let written = |date| settings.language.date(date);
    let until = settings.withdraw_until.map(|day| fill(words.withdraw_until, &written(day)));
    let mut blocks = vec![
        section(words.after_heading),
        paragraph(words.after),
        paragraph(words.silence),
        section(words.reply_heading),
        paragraph(&fill(words.reply_by, &written(settings.reply_by))),
        paragraph(words.reply_how),
        paragraph(words.contact),
        Block::List(lines(&settings.contact)),
        section(words.withdraw_heading),
        paragraph(words.withdraw),
        paragraph(until.as_deref().unwrap_or(words.withdraw_ask)),
        section(words.support_heading),
        paragraph(words.support),
    ];
    let support = lines(&settings.support);
    if !support.is_empty() {
        blocks.extend([paragraph(words.support_at), Block::List(support)]);
    }
    blocks.extend([paragraph(words.thanks), paragraph(words.signed)]);
    blocks
}

fn section(heading: &str) -> Block {
    Block::Heading(Level::Section, Text::new(heading))
}

fn paragraph(text: &str) -> Block {
    Block::Paragraph(Text::new(text))
}

fn texts(rows: &[&str]) -> Vec<Text> {
    rows.iter().map(|row| Text::new(row)).collect()
}

/// The lines that say something; a line that holds several is taken apart.
fn lines(raw: &[String]) -> Vec<Text> {
    raw.iter().flat_map(|entry| entry.lines()).map(Text::new).filter(|line| !line.is_empty()).collect()
}
