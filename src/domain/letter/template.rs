//! The words of a letter, with places in them for what each participant's letter fills in.
//!
//! A study may write its own, as a text in a small part of Markdown: headings, paragraphs, items, and places in braces (`{statements}`).
//! What is read is text and nothing else: a link becomes its words and its address, and what would be markup is a [`Fault`] with its line
//! and column, because a letter that looks other than it was written has been changed by nobody. A letter cannot do without the
//! statements, without whom to ask, and without saying that silence is not agreement; a text that lacks one of these is no letter.

use std::fmt;

use crate::domain::letter::place::Place;
use crate::domain::letter::tree::Level;
use crate::domain::nearest::nearest;
use crate::words::Words;
use crate::words::message::message;
use crate::words::say;

/// A piece of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words that stand as they are.
    Words(String),
    /// What is filled in.
    Place(Place),
}

/// A part of a letter's words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Part {
    /// A heading.
    Heading(Level, Vec<Piece>),
    /// A paragraph.
    Paragraph(Vec<Piece>),
    /// An item of a list; those that follow each other are one list.
    Item(Vec<Piece>),
}

impl Part {
    fn pieces(&self) -> &[Piece] {
        match self {
            Self::Heading(_, pieces) | Self::Paragraph(pieces) | Self::Item(pieces) => pieces,
        }
    }
}

/// A letter's words. There is one title among them, and what a letter cannot do without.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Template {
    parts: Vec<Part>,
}

/// Something in a text that a letter cannot have, or lacks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    what: Wrong,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Wrong {
    /// Nothing is filled in there: the word between the braces is none of ours.
    Unknown(String),
    /// It has to stand by itself.
    Beside(Place),
    /// It stands there twice.
    Twice(Place),
    /// A letter cannot do without it.
    Lacks(Place),
    /// Nothing says what the letter is.
    NoTitle,
    /// Two lines say what the letter is.
    SecondTitle,
    /// Tags, pictures, tables, code.
    Markup,
    /// Words that are meant to be bold or slanted.
    Emphasis,
}

impl Fault {
    /// What is wrong.
    pub fn what(&self) -> String {
        match &self.what {
            Wrong::Unknown(word) => say!("template-unknown", place = format!("{{{word}}}")),
            Wrong::Beside(place) => say!("template-beside", place = place.written()),
            Wrong::Twice(place) => say!("template-twice", place = place.written()),
            Wrong::Lacks(Place::Silence) => say!("template-lacks-silence"),
            Wrong::Lacks(place) => say!("template-lacks", place = place.written()),
            Wrong::NoTitle => say!("template-no-title"),
            Wrong::SecondTitle => say!("template-second-title"),
            Wrong::Markup => say!("template-markup"),
            Wrong::Emphasis => say!("template-emphasis"),
        }
    }

    /// Whether it is something that stands nowhere in the text.
    pub fn is_a_lack(&self) -> bool {
        matches!(self.what, Wrong::Lacks(_) | Wrong::NoTitle)
    }

    /// What to do about it.
    pub fn hint(&self) -> String {
        match &self.what {
            Wrong::Unknown(word) => match nearest(word, Place::ALL.map(Place::word)) {
                Some(meant) => say!("did-you-mean", meant = format!("{{{meant}}}")),
                None => say!("template-places", places = Place::ALL.map(Place::written).join(", ")),
            },
            Wrong::Beside(_) => say!("template-beside-hint"),
            Wrong::Twice(_) => say!("template-twice-hint"),
            Wrong::Lacks(Place::Silence) => say!("template-lacks-silence-hint", place = Place::Silence.written()),
            Wrong::Lacks(place) => say!("template-lacks-hint", place = place.written()),
            Wrong::NoTitle => say!("template-no-title-hint"),
            Wrong::SecondTitle => say!("template-second-title-hint"),
            Wrong::Markup => say!("template-markup-hint"),
            Wrong::Emphasis => say!("template-emphasis-hint"),
        }
    }
}

impl Template {
    /// The letter of these words. They are ours, and held whole by the tests.
    pub(crate) const fn new(parts: Vec<Part>) -> Self {
        Self { parts }
    }

    /// What `text` says, or everything that is wrong with it, in the order of its lines.
    pub fn read(text: &str) -> Result<Self, Vec<Fault>> {
        let mut reader = Reader::default();
        let mut comment = false;
        for (n, line) in text.trim_start_matches('\u{feff}').lines().enumerate() {
            comment = reader.line(n + 1, line, comment);
        }
        reader.flush();
        reader.whole();
        let Reader { parts, mut faults, .. } = reader;
        faults.sort_by_key(|fault| (fault.line, fault.column));
        if faults.is_empty() { Ok(Self { parts }) } else { Err(faults) }
    }

    /// Its parts, in order.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }
}

impl fmt::Display for Template {
    /// As a study would write it.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (nth, part) in self.parts.iter().enumerate() {
            let mark = match part {
                Part::Heading(Level::Title, _) => "# ",
                Part::Heading(Level::Section, _) => "## ",
                Part::Heading(Level::Topic, _) => "### ",
                Part::Paragraph(_) => "",
                Part::Item(_) => "- ",
            };
            let in_list = |part: Option<&Part>| matches!(part, Some(Part::Item(_)));
            if nth > 0 && !(in_list(Some(part)) && in_list(self.parts.get(nth - 1))) {
                writeln!(f)?;
            }
            f.write_str(mark)?;
            for piece in part.pieces() {
                match piece {
                    Piece::Words(words) => f.write_str(words)?,
                    Piece::Place(place) => f.write_str(&place.written())?,
                }
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// The pieces of a line of ours, in which each place is written as itself.
pub(crate) fn pieces(line: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    Line { chars: line.chars().collect(), n: 0, column: 1, faults: &mut Vec::new() }.read(&mut pieces);
    pieces
}

/// What a part will be that is being read.
#[derive(Clone, Copy)]
enum Begun {
    Heading(Level),
    Paragraph,
    Item,
}

/// What has been read.
#[derive(Default)]
struct Reader {
    parts: Vec<Part>,
    faults: Vec<Fault>,
    /// The part that further lines may belong to.
    begun: Option<(Begun, Vec<Piece>)>,
    /// Where each place stands, and whether alone in its line.
    places: Vec<(Place, usize, usize)>,
    titles: Vec<usize>,
}

impl Reader {
    /// Reads a line; whether the next one still belongs to a comment.
    fn line(&mut self, n: usize, line: &str, mut comment: bool) -> bool {
        let mut text = line.trim();
        if !comment && text.starts_with("<!--") {
            (comment, text) = (true, &text[4..]);
        }
        if comment {
            return !text.contains("-->");
        }
        let rule = text.len() > 2 && ["-", "*", "="].iter().any(|mark| text.replace(*mark, "").trim().is_empty());
        if text.is_empty() || rule {
            self.flush();
            return false;
        }
        let column = 1 + line.chars().take_while(|c| c.is_whitespace()).count();
        if text.starts_with('|') || text.starts_with("```") || text.starts_with("~~~") {
            self.faults.push(Fault { line: n, column, what: Wrong::Markup });
            return false;
        }
        let begins = |mark: &str, begun| text.strip_prefix(mark).map(|rest| (begun, rest));
        let found = begins("# ", Begun::Heading(Level::Title))
            .or_else(|| begins("## ", Begun::Heading(Level::Section)))
            .or_else(|| begins("### ", Begun::Heading(Level::Topic)))
            .or_else(|| ["- ", "* ", "+ "].iter().find_map(|mark| begins(mark, Begun::Item)))
            .or_else(|| begins("> ", Begun::Paragraph));
        let rest = match found {
            Some((begun, rest)) => {
                self.flush();
                if matches!(begun, Begun::Heading(Level::Title)) {
                    self.titles.push(n);
                }
                self.begun = Some((begun, Vec::new()));
                rest
            }
            None => text,
        };
        let column = column + text.chars().count() - rest.chars().count();
        let (_, into) = self.begun.get_or_insert_with(|| (Begun::Paragraph, Vec::new()));
        if !into.is_empty() {
            push(into, ' ');
        }
        let mut line = Line { chars: rest.chars().collect(), n, column, faults: &mut self.faults };
        let places = line.read(into);
        self.places.extend(places.into_iter().map(|(place, column)| (place, n, column)));
        if matches!(self.begun, Some((Begun::Heading(_), _))) {
            self.flush();
        }
        false
    }

    /// What is being read is whole.
    fn flush(&mut self) {
        let Some((begun, pieces)) = self.begun.take() else { return };
        self.parts.push(match begun {
            Begun::Heading(level) => Part::Heading(level, pieces),
            Begun::Paragraph => Part::Paragraph(pieces),
            Begun::Item => Part::Item(pieces),
        });
    }

    /// What the whole of it lacks, or has too much of.
    fn whole(&mut self) {
        let mut told = Vec::new();
        let mut tell = |line, column, what| told.push(Fault { line, column, what });
        for (nth, (place, line, column)) in self.places.iter().enumerate().filter(|(_, (place, ..))| place.stands_alone()) {
            let alone = |part: &Part| matches!(part, Part::Paragraph(pieces) if *pieces == [Piece::Place(*place)]);
            if self.places[..nth].iter().any(|(before, ..)| before == place) {
                tell(*line, *column, Wrong::Twice(*place));
            } else if !self.parts.iter().any(alone) {
                tell(*line, *column, Wrong::Beside(*place));
            }
        }
        for place in [Place::Statements, Place::Contact] {
            if !self.places.iter().any(|(there, ..)| *there == place) {
                tell(1, 1, Wrong::Lacks(place));
            }
        }
        if !self.places.iter().any(|(there, ..)| *there == Place::Silence) && !self.says_silence() {
            tell(1, 1, Wrong::Lacks(Place::Silence));
        }
        match self.titles.as_slice() {
            [] => tell(1, 1, Wrong::NoTitle),
            [_, more @ ..] => more.iter().for_each(|line| tell(*line, 1, Wrong::SecondTitle)),
        }
        self.faults.append(&mut told);
    }

    /// Whether the sentence about silence stands there in our words.
    fn says_silence(&self) -> bool {
        let ours: Vec<String> = Words::built_in().map(|words| words.say(message!("letter-silence"))).collect();
        self.parts.iter().flat_map(Part::pieces).any(|piece| match piece {
            Piece::Words(words) => ours.iter().any(|ours| words.contains(ours)),
            Piece::Place(_) => false,
        })
    }
}

/// A line that is being read.
struct Line<'f> {
    chars: Vec<char>,
    n: usize,
    /// The column of its first character.
    column: usize,
    faults: &'f mut Vec<Fault>,
}

impl Line<'_> {
    /// Reads the line into pieces; which places are in it, and in which columns.
    fn read(&mut self, into: &mut Vec<Piece>) -> Vec<(Place, usize)> {
        let (mut places, mut at) = (Vec::new(), 0);
        while let Some(c) = self.chars.get(at).copied() {
            let next = self.chars.get(at + 1).copied();
            at += match c {
                '\\' if next.is_some_and(|next| next.is_ascii_punctuation()) => {
                    push(into, next.unwrap_or(c));
                    2
                }
                '{' => self.place(at, into, &mut places),
                '_' if self.run(at, '_') > 2 => {
                    into.push(Piece::Place(Place::Name));
                    self.run(at, '_')
                }
                '<' => self.angle(at, into),
                '!' if next == Some('[') => self.wrong(at, Wrong::Markup, 2),
                '`' => self.wrong(at, Wrong::Markup, self.run(at, '`')),
                '[' => self.link(at, into),
                '*' | '_' if self.emphasises(at) => self.wrong(at, Wrong::Emphasis, self.run(at, c)),
                _ => {
                    push(into, c);
                    1
                }
            };
        }
        places
    }

    /// How many of `c` follow each other from `at` on.
    fn run(&self, at: usize, c: char) -> usize {
        self.chars.iter().skip(at).take_while(|found| **found == c).count()
    }

    /// Where `c` stands after `at`.
    fn find(&self, at: usize, c: char) -> Option<usize> {
        self.chars.iter().skip(at + 1).position(|found| *found == c).map(|after| at + 1 + after)
    }

    fn text(&self, from: usize, to: usize) -> String {
        self.chars.get(from..to).unwrap_or_default().iter().collect()
    }

    /// Tells what is wrong at `at`, and goes on behind so many characters.
    fn wrong(&mut self, at: usize, what: Wrong, behind: usize) -> usize {
        self.faults.push(Fault { line: self.n, column: self.column + at, what });
        behind
    }

    /// A place in braces; a brace that nothing closes is a brace.
    fn place(&mut self, at: usize, into: &mut Vec<Piece>, places: &mut Vec<(Place, usize)>) -> usize {
        let Some(end) = self.find(at, '}') else {
            push(into, '{');
            return 1;
        };
        let word = self.text(at + 1, end);
        match Place::ALL.into_iter().find(|place| place.word() == word.trim().to_lowercase()) {
            Some(place) => {
                places.push((place, self.column + at));
                into.push(Piece::Place(place));
            }
            None => _ = self.wrong(at, Wrong::Unknown(word.trim().to_owned()), 0),
        }
        end + 1 - at
    }

    /// An address in angle brackets is its text; a tag is none.
    fn angle(&mut self, at: usize, into: &mut Vec<Piece>) -> usize {
        let inside = self.find(at, '>').map(|end| self.text(at + 1, end));
        match inside {
            Some(address) if (address.contains("://") || address.contains('@')) && !address.contains([' ', '"', '\'']) => {
                address.chars().for_each(|c| push(into, c));
                address.chars().count() + 2
            }
            _ if self.chars.get(at + 1).is_some_and(|next| next.is_alphabetic() || matches!(next, '/' | '!' | '?')) => {
                self.wrong(at, Wrong::Markup, 1)
            }
            _ => {
                push(into, '<');
                1
            }
        }
    }

    /// A link is its words and its address.
    fn link(&mut self, at: usize, into: &mut Vec<Piece>) -> usize {
        let close = self.find(at, ']').filter(|close| self.chars.get(close + 1) == Some(&'('));
        let Some((close, end)) = close.and_then(|close| Some((close, self.find(close, ')')?))) else {
            push(into, '[');
            return 1;
        };
        let (words, address) = (self.text(at + 1, close), self.text(close + 2, end));
        let said = if words == address { words } else { format!("{words} ({address})") };
        said.chars().for_each(|c| push(into, c));
        end + 1 - at
    }

    /// Whether the sign at `at` sets words off, rather than multiplying numbers or joining the parts of a name.
    fn emphasises(&self, at: usize) -> bool {
        let c = self.chars[at];
        let run = self.run(at, c);
        let word = |c: Option<&char>| c.is_some_and(|c| c.is_alphanumeric() || "“‘\"'({".contains(*c));
        let (before, after) = (at.checked_sub(1).and_then(|at| self.chars.get(at)), self.chars.get(at + run));
        let closes = self.chars.iter().skip(at + run).any(|found| *found == c);
        word(after) && closes && (run > 1 || !word(before))
    }
}

/// Adds a character to the words at the end.
fn push(into: &mut Vec<Piece>, c: char) {
    match into.last_mut() {
        Some(Piece::Words(words)) => words.push(c),
        _ => into.push(Piece::Words(c.into())),
    }
}
