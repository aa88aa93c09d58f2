//! The member-check letter: what we heard, in plain words, for the participant to confirm or correct.
//!
//! [`compose`] can be given nothing but a [`Summary`], so what is private has no way in. The letter carries a code and no name, and
//! has no line for one. It never takes agreement for granted: every statement can be ticked as not fitting or left without an answer,
//! disagreeing is welcome in so many words, and silence counts as silence. It does not read the clock; the day it is made is told to it.

pub mod tree;

use jiff::civil::Date;
use thiserror::Error;

use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Fact;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Text;
use crate::domain::summary::Quoting;
use crate::domain::summary::Summary;
use crate::domain::summary::SummaryStatement;
use crate::domain::summary::SummaryTopic;
use crate::words::Words;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// Lines to write on below a statement, and where the participant adds something of their own.
const LINES_BELOW_A_STATEMENT: usize = 2;
const LINES_OF_THEIR_OWN: usize = 4;

/// What a letter says that the interview does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterSettings {
    /// The language the participant reads.
    pub language: Words,
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
    fn words(self) -> Message {
        match self {
            Self::Reply => message!("no-letter-reply-day"),
            Self::Withdrawal => message!("no-letter-withdrawal-day"),
        }
    }
}

/// Why there is no letter, and what to do about it.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum NoLetter {
    /// No statement stands.
    #[error("{}", say!("no-letter-nothing"))]
    NothingToSend,
    /// Statements stand, and all rest on notes that the participant may not read.
    #[error("{}", say!("no-letter-withheld"))]
    AllWithheld,
    /// The study has no name.
    #[error("{}", say!("no-letter-study"))]
    NoStudy,
    /// Nobody can be reached.
    #[error("{}", say!("no-letter-contact"))]
    NoContact,
    /// A deadline lies before the letter.
    #[error("{}", say!("no-letter-past", day = .0.words()))]
    AlreadyPast(Deadline),
}

/// The letter for `summary`.
pub fn compose(summary: &Summary<'_>, settings: &LetterSettings) -> Result<Document, NoLetter> {
    check(summary, settings)?;
    let words = settings.language;
    let blocks = [
        vec![facts(words, summary, settings)],
        opening(words, settings),
        heard(words, summary),
        room_for_more(words, summary),
        closing(words, settings),
    ];
    Ok(Document { language: settings.language.tag(), title: Text::new(&words.say(message!("letter-title"))), blocks: blocks.concat() })
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
fn facts(words: Words, summary: &Summary<'_>, settings: &LetterSettings) -> Block {
    let fact = |label, value: &str| Fact { label: Text::new(&words.say(&label)), value: Text::new(value) };
    let written = |date| words.day(date);
    // A day that is none of the calendar's stands as the summary gives it.
    let held_on = summary.held_on().parse().map_or_else(|_| summary.held_on().to_owned(), written);
    Block::Facts(vec![
        fact(message!("letter-code"), summary.participant()),
        fact(message!("letter-held-on"), &held_on),
        fact(message!("letter-study"), &settings.study),
        fact(message!("letter-made-on"), &written(settings.made_on)),
    ])
}

/// Why, how, and that nothing has to be done.
fn opening(words: Words, settings: &LetterSettings) -> Vec<Block> {
    vec![
        section(words, message!("letter-why-heading")),
        paragraph(words, message!("letter-why", study = Text::new(&settings.study).as_str())),
        paragraph(words, message!("letter-why-check")),
        section(words, message!("letter-use-heading")),
        Block::List(texts(
            words,
            &[
                message!("letter-use-read"),
                message!("letter-use-tick"),
                message!("letter-use-no-test"),
                message!("letter-use-together"),
                message!("letter-use-no-name"),
            ],
        )),
        section(words, message!("letter-voluntary-heading")),
        paragraph(words, message!("letter-voluntary")),
        paragraph(words, message!("letter-voluntary-stop")),
    ]
}

/// The statements, topic by topic.
fn heard(words: Words, summary: &Summary<'_>) -> Vec<Block> {
    let mut blocks = vec![section(words, message!("letter-heard-heading")), paragraph(words, message!("letter-heard"))];
    let mut all = summary.topics().iter().flat_map(SummaryTopic::statements);
    if all.any(|statement| quotes(statement).next().is_some()) {
        blocks.push(paragraph(words, message!("letter-heard-quotes")));
    }
    for topic in summary.topics() {
        blocks.push(Block::Heading(Level::Topic, Text::new(topic.title())));
        blocks.extend(topic.statements().iter().map(|s| statement(words, s)));
    }
    blocks
}

fn statement(words: Words, statement: &SummaryStatement<'_>) -> Block {
    let mut below: Vec<Block> = quotes(statement).map(Block::Quote).collect();
    if !below.is_empty() {
        below.insert(0, paragraph(words, message!("letter-participant-said")));
    }
    below.extend([
        Block::Choices(texts(
            words,
            &[message!("letter-fits"), message!("letter-fits-partly"), message!("letter-fits-not"), message!("letter-fits-no-answer")],
        )),
        paragraph(words, message!("letter-change")),
        Block::WritingLines(LINES_BELOW_A_STATEMENT),
    ]);
    Block::Statement { number: statement.number(), text: Text::new(statement.text()), below }
}

/// The participant's own words, as they were noted. A paraphrase is in our words, and does not pass for theirs wherever it was put.
fn quotes<'a>(statement: &'a SummaryStatement<'_>) -> impl Iterator<Item = Text> + 'a {
    statement.quotes().iter().filter(|note| note.is_quote()).map(|note| Text::new(&note.words())).filter(|text| !text.is_empty())
}

/// What the participant wants added, left out, or quoted.
fn room_for_more(words: Words, summary: &Summary<'_>) -> Vec<Block> {
    let mut blocks = vec![
        section(words, message!("letter-missing-heading")),
        paragraph(words, message!("letter-missing")),
        Block::WritingLines(LINES_OF_THEIR_OWN),
        section(words, message!("letter-leave-out-heading")),
        paragraph(words, message!("letter-leave-out")),
        Block::WritingLines(LINES_OF_THEIR_OWN),
    ];
    // What was refused is not asked again.
    if summary.quoting() == Quoting::Open {
        let asked = [
            section(words, message!("letter-quoting-heading")),
            paragraph(words, message!("letter-quoting")),
            Block::Choices(texts(
                words,
                &[message!("letter-quoting-yes"), message!("letter-quoting-ask-first"), message!("letter-quoting-no")],
            )),
        ];
        blocks.extend(asked);
    }
    blocks
}

/// What happens next, and what the participant can do.
fn closing(words: Words, settings: &LetterSettings) -> Vec<Block> {
    let until = settings.withdraw_until.map(|day| message!("letter-withdraw-until", day = day));
    let mut blocks = vec![
        section(words, message!("letter-after-heading")),
        paragraph(words, message!("letter-after")),
        paragraph(words, message!("letter-silence")),
        section(words, message!("letter-reply-heading")),
        paragraph(words, message!("letter-reply-by", day = settings.reply_by)),
        paragraph(words, message!("letter-reply-how")),
        paragraph(words, message!("letter-contact")),
        Block::List(lines(&settings.contact)),
        section(words, message!("letter-withdraw-heading")),
        paragraph(words, message!("letter-withdraw")),
        paragraph(words, until.unwrap_or_else(|| message!("letter-withdraw-ask"))),
        section(words, message!("letter-support-heading")),
        paragraph(words, message!("letter-support")),
    ];
    let support = lines(&settings.support);
    if !support.is_empty() {
        blocks.extend([paragraph(words, message!("letter-support-at")), Block::List(support)]);
    }
    blocks.extend([paragraph(words, message!("letter-thanks")), paragraph(words, message!("letter-signed"))]);
    blocks
}

fn section(words: Words, heading: Message) -> Block {
    Block::Heading(Level::Section, Text::new(&words.say(heading)))
}

fn paragraph(words: Words, text: Message) -> Block {
    Block::Paragraph(Text::new(&words.say(text)))
}

fn texts(words: Words, rows: &[Message]) -> Vec<Text> {
    rows.iter().map(|row| Text::new(&words.say(row))).collect()
}

/// The lines that say something; a line that holds several is taken apart.
fn lines(raw: &[String]) -> Vec<Text> {
    raw.iter().flat_map(|entry| entry.lines()).map(Text::new).filter(|line| !line.is_empty()).collect()
}
