//! The member-check letter: what we heard, in plain words, for the participant to confirm or correct.
//!
//! [`compose`] can be given nothing but a [`Summary`], so what is private has no way in. The letter carries a code, and a line on which a
//! name can be written by hand. It never takes agreement for granted: every statement can be ticked as not right or left without an answer,
//! disagreeing is welcome in so many words, and silence counts as silence. Its words are a [`Template`]: the usual ones ([`wording`]), or the
//! study's own. It does not read the clock; the day it is made is told to it.

mod help;
pub mod place;
pub mod template;
pub mod tree;
pub mod wording;

use jiff::civil::Date;
use thiserror::Error;

use crate::domain::guide::Audience;
use crate::domain::guide::Participants;
use crate::domain::letter::place::Place;
use crate::domain::letter::template::Part;
use crate::domain::letter::template::Piece;
use crate::domain::letter::template::Template;
use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Foot;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Reply;
use crate::domain::letter::tree::Text;
use crate::domain::letter::wording::LetterKind;
use crate::domain::study::checking::CheckKind;
use crate::domain::study::checking::CheckTiming;
use crate::domain::summary::Quoting;
use crate::domain::summary::Summary;
use crate::domain::summary::SummaryStatement;
use crate::words::Words;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// Lines to write on beside a statement, and where the participant adds something of their own.
const LINES_BESIDE_A_STATEMENT: usize = 2;
const LINES_OF_THEIR_OWN: usize = 4;

/// What a letter says that the interview does not know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LetterSettings {
    /// The language the participant reads.
    pub language: Words,
    /// Which letter to them it is, counted from 1.
    pub version: u32,
    /// The study, by the name that participants know.
    pub study: String,
    /// How to reach the researchers, a line each.
    pub contact: Vec<String>,
    /// The name by which participants know whoever held the interview, where the study says it.
    pub interviewer: Option<String>,
    /// What the interview was about, as the participant would say it: `your therapy`. The study's title where nobody said.
    pub about: Option<String>,
    /// As what they take part.
    pub standing: Participants,
    /// What checking is to the study.
    pub called: CheckKind,
    /// When they hear of it.
    pub timing: CheckTiming,
    /// The study's own words; the usual ones where it has none.
    pub template: Option<Template>,
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
    #[error("{}", say!("no-letter-notes-gone"))]
    AllNotesGone,
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
    let mut letter = Letter { words: settings.language, summary, settings, help: help(settings), more_help: Vec::new() };
    let usual;
    let template = match &settings.template {
        Some(own) => own,
        None => {
            usual = wording::usual(letter.words, letter.kind());
            &usual
        }
    };
    letter.put_off(template);
    let mut blocks = Vec::new();
    for part in template.parts() {
        letter.fill(part, &mut blocks);
    }
    let heads = |block: &Block| match block {
        Block::Heading(Level::Title, title) => Some(title.clone()),
        _ => None,
    };
    let title = blocks.iter().find_map(heads).unwrap_or_else(|| letter.say(wording::title(letter.kind())));
    let whose = message!("letter-foot", code = summary.participant(), version = settings.version.to_string());
    let foot = Foot { whose: letter.say(whose), page: letter.say(message!("letter-page")), of: letter.say(message!("letter-page-of")) };
    Ok(Document { language: settings.language.tag(), title, foot, blocks })
}

fn check(summary: &Summary<'_>, settings: &LetterSettings) -> Result<(), NoLetter> {
    if summary.is_empty() {
        return Err(if summary.resting_on_gone().is_empty() { NoLetter::NothingToSend } else { NoLetter::AllNotesGone });
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

/// A letter that is being put together.
struct Letter<'a> {
    words: Words,
    summary: &'a Summary<'a>,
    settings: &'a LetterSettings,
    /// Where help can be had.
    help: Vec<Text>,
    /// Where else, which stands further below.
    more_help: Vec<Text>,
}

impl Letter<'_> {
    fn kind(&self) -> LetterKind {
        let LetterSettings { standing, called, timing, .. } = *self.settings;
        LetterKind { audience: self.summary.audience(), standing, called, timing }
    }

    fn say(&self, what: Message) -> Text {
        Text::new(&self.words.say(what))
    }

    /// Adds what `part` says to this participant; nothing where nothing is left to say.
    fn fill(&self, part: &Part, blocks: &mut Vec<Block>) {
        match part {
            Part::Heading(level, pieces) => blocks.extend(self.line(pieces).map(|text| Block::Heading(*level, text))),
            Part::Paragraph(pieces) => match pieces.as_slice() {
                [Piece::Place(Place::Statements)] => self.statements(blocks),
                [Piece::Place(Place::Missing)] => blocks.extend(self.room_for_more()),
                [Piece::Place(Place::Quoting)] => blocks.extend(self.quoting()),
                [Piece::Place(Place::Contact)] => blocks.extend(self.contact()),
                [Piece::Place(Place::Support)] => blocks.extend(self.support()),
                [Piece::Place(Place::MoreHelp)] => blocks.extend(self.rest_of_the_help()),
                pieces if pieces.contains(&Piece::Place(Place::Name)) => blocks.push(self.fill_in(pieces)),
                pieces => blocks.extend(self.line(pieces).map(Block::Paragraph)),
            },
            Part::Item(pieces) => match (self.line(pieces), blocks.last_mut()) {
                (Some(item), Some(Block::List(items))) => items.push(item),
                (Some(item), _) => blocks.push(Block::List(vec![item])),
                (None, _) => {}
            },
        }
    }

    fn line(&self, pieces: &[Piece]) -> Option<Text> {
        let said: String = pieces.iter().map(|piece| self.piece(piece)).collect();
        Some(Text::new(&said)).filter(|text| !text.is_empty())
    }

    fn fill_in(&self, pieces: &[Piece]) -> Block {
        let between = pieces.split(|piece| *piece == Piece::Place(Place::Name));
        Block::FillIn(between.map(|pieces| self.line(pieces).unwrap_or_else(|| Text::new(""))).collect())
    }

    fn piece(&self, piece: &Piece) -> String {
        match piece {
            Piece::Words(words) => words.clone(),
            Piece::Place(place) => self.place(*place),
        }
    }

    /// Leaves for further below what of the help can wait, where `template` has a place for it there.
    fn put_off(&mut self, template: &Template) {
        let has_room = template.parts().contains(&Part::Paragraph(vec![Piece::Place(Place::MoreHelp)]));
        if has_room && self.help.len() > help::AT_ONCE {
            self.more_help = self.help.split_off(help::AT_ONCE);
        }
    }

    /// Where help can be had. The usual letter always knows of somebody.
    fn support(&self) -> Option<Block> {
        match (self.help.as_slice(), &self.settings.template) {
            ([], Some(_)) => None,
            ([], None) => {
                let somebody = message!("letter-own-help", standing = self.settings.standing.word());
                Some(Block::List(vec![self.say(somebody)]))
            }
            (help, _) => Some(Block::List(help.to_vec())),
        }
    }

    /// Where else it can.
    fn rest_of_the_help(&self) -> Vec<Block> {
        if self.more_help.is_empty() {
            return Vec::new();
        }
        let heading = self.say(message!("letter-more-help-heading"));
        vec![Block::Heading(Level::Section, heading), Block::List(self.more_help.clone())]
    }

    /// How to reach the researchers, where that stands by itself.
    fn contact(&self) -> Option<Block> {
        let listed = lines(&self.settings.contact);
        match listed.as_slice() {
            [] => None,
            [line] => Some(Block::Paragraph(line.clone())),
            _ => Some(Block::List(listed)),
        }
    }

    /// What stands in this place of a line.
    fn place(&self, place: Place) -> String {
        let (words, settings) = (self.words, self.settings);
        let given = |text: &Option<String>| text.clone().filter(|text| !Text::new(text).is_empty());
        match place {
            // These are no words of a line, and stand by themselves.
            Place::Name | Place::Statements | Place::Missing | Place::Quoting | Place::MoreHelp => String::new(),
            Place::Interviewer => given(&settings.interviewer).unwrap_or_else(|| words.say(message!("letter-one-of-us"))),
            Place::Date => {
                // A day that is none of the calendar's stands as the summary gives it.
                let held_on = self.summary.held_on();
                held_on.parse().map_or_else(|_| held_on.to_owned(), |day| words.date(day))
            }
            Place::About => {
                given(&settings.about).unwrap_or_else(|| words.say(message!("letter-about-study", study = settings.study.as_str())))
            }
            Place::Pieces => words.say(message!("letter-pieces", count = self.summary.len())),
            Place::Tick => words.say(message!("letter-tick", count = self.summary.len())),
            Place::Silence => words.say(message!("letter-silence")),
            Place::Contact => joined(&lines(&settings.contact), ", "),
            Place::ReplyBy => words.near_day(settings.reply_by),
            Place::Support => match joined(&self.help, "; ") {
                none if none.is_empty() => none,
                places => words.say(message!("letter-support", places = places)),
            },
            Place::Withdraw => {
                let audience = self.summary.audience().word();
                words.say(match settings.withdraw_until {
                    Some(day) => message!("letter-withdraw-until", audience = audience, day = words.date(day)),
                    None => message!("letter-withdraw", audience = audience),
                })
            }
            Place::Study => settings.study.clone(),
            Place::Code => self.summary.participant().to_owned(),
            Place::Today => words.date(settings.made_on),
        }
    }

    /// The statements, topic by topic.
    fn statements(&self, blocks: &mut Vec<Block>) {
        for topic in self.summary.topics() {
            blocks.push(Block::Heading(Level::Topic, Text::new(topic.title())));
            blocks.extend(topic.statements().iter().map(|statement| self.statement(statement)));
        }
    }

    fn statement(&self, statement: &SummaryStatement<'_>) -> Block {
        let (called, audience) = (self.kind().called(), self.summary.audience().word());
        let said = |words: String| self.say(message!("letter-said", audience = audience, words = words));
        // What came of all conversations was said by nobody in particular, and is not put into the mouth of whoever reads it.
        let theirs = quotes(statement).filter(|_| self.settings.timing == CheckTiming::Summary);
        let mut below: Vec<Block> = theirs.map(|words| Block::Quote(said(words))).collect();
        below.push(Block::Reply(Reply {
            name: self.say(message!("letter-answer-to", number = statement.number().to_string())),
            choices: self.texts(&[
                message!("letter-fits", called = called),
                message!("letter-fits-partly", called = called),
                message!("letter-fits-not", called = called),
                message!("letter-fits-no-answer"),
            ]),
            ask: self.say(message!("letter-change", called = called)),
            lines: LINES_BESIDE_A_STATEMENT,
        }));
        Block::Statement { number: statement.number(), text: Text::new(statement.text()), below }
    }

    /// What the participant wants added or left out.
    fn room_for_more(&self) -> [Block; 2] {
        let heading = self.say(message!("letter-missing-heading"));
        let ask = self.say(message!("letter-missing"));
        let reply = Reply { name: heading.clone(), choices: Vec::new(), ask, lines: LINES_OF_THEIR_OWN };
        [Block::Heading(Level::Section, heading), Block::Reply(reply)]
    }

    /// Whether they may be quoted. What was refused is not asked again; and in a group nobody could say whose answer came back.
    fn quoting(&self) -> Vec<Block> {
        let audience = self.summary.audience();
        if self.summary.quoting() == Quoting::Refused || audience == Audience::Group {
            return Vec::new();
        }
        let heading = self.say(message!("letter-quoting-heading"));
        let choices = self.texts(&[message!("letter-quoting-yes"), message!("letter-quoting-ask-first"), message!("letter-quoting-no")]);
        let reply = Reply { name: heading.clone(), choices, ask: Text::new(""), lines: 0 };
        let why = self.say(message!("letter-quoting", audience = audience.word()));
        vec![Block::Heading(Level::Section, heading), Block::Paragraph(why), Block::Reply(reply)]
    }

    fn texts(&self, rows: &[Message]) -> Vec<Text> {
        rows.iter().map(|row| Text::new(&self.words.say(row))).collect()
    }
}

/// The participant's own words, as they were noted. A paraphrase is in our words, and does not pass for theirs wherever it was put.
fn quotes<'a>(statement: &'a SummaryStatement<'_>) -> impl Iterator<Item = String> + 'a {
    statement.quotes().iter().filter(|note| note.is_quote()).map(|note| note.words()).filter(|words| !Text::new(words).is_empty())
}

/// The lines that say something; a line that holds several is taken apart.
fn lines(raw: &[String]) -> Vec<Text> {
    raw.iter().flat_map(|entry| entry.lines()).map(Text::new).filter(|line| !line.is_empty()).collect()
}

/// Where help can be had, in the order in which it is needed.
fn help(settings: &LetterSettings) -> Vec<Text> {
    help::most_urgent_first(lines(&settings.support))
}

/// `lines` in a row.
fn joined(lines: &[Text], between: &str) -> String {
    lines.iter().map(|line| line.as_str().trim_end_matches(['.', ';', ','])).collect::<Vec<_>>().join(between)
}
