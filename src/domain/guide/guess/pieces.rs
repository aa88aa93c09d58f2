//! A paragraph in its pieces: the words that are said, what is for the interviewer, minutes, a label, the sign of a list.
//!
//! Nothing is lost between them: put together, the pieces are the paragraph, but for blanks.

use std::mem;
use std::ops::Range;

use crate::domain::guide::Choice;
use crate::domain::guide::draft::Why;
use crate::domain::guide::guess::answers;
use crate::domain::guide::guess::marks;
use crate::domain::guide::guess::minutes;
use crate::domain::guide::guess::speech;
use crate::domain::guide::guess::trade;
use crate::domain::guide::guess::trade::Label;
use crate::domain::guide::typed::Cell;
use crate::domain::guide::typed::Paragraph;
use crate::domain::guide::typed::Stands;

/// Italics that go on for more words than this are read aloud, and tell nobody what to do.
const LONG: usize = 40;

/// A part of a paragraph.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Piece {
    pub(super) text: String,
    pub(super) is: Is,
}

/// What a piece is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Is {
    /// The sign of a list, or a number.
    Mark,
    /// It says what follows.
    Label,
    /// For the interviewer, and why it is taken for that.
    Instruction(Why),
    /// Minutes.
    Minutes(u32),
    /// Answers to choose from.
    Choices,
    /// Words.
    Words,
}

/// What italics mean in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Italics {
    /// What is in italics is for the interviewer.
    Instruct,
    /// Half of the file is in italics, so they say nothing.
    Nothing,
}

/// A paragraph, read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Line {
    pub(super) at: usize,
    /// The last line of the file that it takes up.
    pub(super) to: usize,
    pub(super) cell: Option<Cell>,
    pub(super) stands: Stands,
    pub(super) pieces: Vec<Piece>,
    /// Whether all of it is in bold.
    pub(super) bold: bool,
    /// What it says of itself at its beginning.
    pub(super) label: Option<Label>,
    /// The answers that it offers; one without a code gets its number.
    pub(super) choices: Vec<Choice>,
}

impl Line {
    /// Reads a paragraph.
    pub(super) fn of(paragraph: &Paragraph, italics: Italics) -> Self {
        let mut look = Look::of(paragraph);
        let mark = match paragraph.stands {
            Stands::Aside(_) | Stands::Title => None,
            _ => marks::mark(&look.text),
        };
        let stands = match (paragraph.stands, mark) {
            (Stands::Item(_, depth), Some(mark)) => Stands::Item(mark.list, depth.saturating_add(mark.depth)),
            (Stands::Plain | Stands::Below, Some(mark)) => Stands::Item(mark.list, mark.depth),
            (stands, _) => stands,
        };
        if !matches!(stands, Stands::Aside(_)) {
            let begin = mark.map_or(0, |mark| mark.length);
            look.mark(0..begin, Is::Mark);
            look.classify(begin, matches!(stands, Stands::Heading(_) | Stands::Title) || paragraph.is_bold(), italics);
        }
        let (label, choices) = (look.label, mem::take(&mut look.choices));
        Self {
            at: paragraph.at,
            to: paragraph.to,
            cell: paragraph.cell,
            stands,
            pieces: look.pieces(),
            bold: paragraph.is_bold(),
            label,
            choices,
        }
    }

    /// The words that are said, without what stands between them.
    pub(super) fn words(&self) -> String {
        let mut words = String::new();
        for piece in self.pieces.iter().filter(|piece| piece.is == Is::Words) {
            // Signs that ended what stood between say nothing behind a sentence that has ended.
            let ended = words.ends_with(['.', '?', '!', '…', ':']);
            let text = if ended { piece.text.trim_start_matches(['.', ',', ';', ' ']) } else { &piece.text };
            if !words.is_empty() && !text.is_empty() && !text.starts_with(['?', '.', ',', ';', ':', '!', ')']) {
                words.push(' ');
            }
            words.push_str(text);
        }
        // A number behind a label, or a second sign behind the first, is no word either.
        while let Some(mark) = marks::mark(&words) {
            words.drain(..mark.length);
        }
        words
    }

    /// The minutes it says.
    pub(super) fn minutes(&self) -> u32 {
        let minutes = self.pieces.iter().filter_map(|piece| match piece.is {
            Is::Minutes(count) => Some(count),
            _ => None,
        });
        minutes.fold(0, u32::saturating_add)
    }

    /// What it tells the interviewer.
    pub(super) fn instructions(&self) -> Vec<String> {
        let orders = self.pieces.iter().filter(|piece| matches!(piece.is, Is::Instruction(_))).map(|piece| inside(&piece.text));
        orders.filter(|order| !order.is_empty()).collect()
    }

    /// Whether it asks something.
    pub(super) fn asks(&self) -> bool {
        speech::asks(&self.words())
    }

    /// All that stands there.
    pub(super) fn text(&self) -> String {
        self.pieces.iter().map(|piece| piece.text.as_str()).collect::<Vec<_>>().join(" ")
    }
}

/// An instruction without the brackets around it, and without the word that says that it is one.
pub(super) fn inside(text: &str) -> String {
    let labelled = trade::label(text).filter(|(label, length)| *label == Label::Interviewer && *length < text.len());
    let text = labelled.map_or(text, |(_, length)| text[length..].trim());
    let text = text.trim_start_matches(ARROWS).trim_start_matches("->").trim();
    let text = text.strip_suffix(':').filter(|head| speech::is_condition(head)).unwrap_or(text);
    for (open, close) in [('[', ']'), ('(', ')')] {
        if let Some(inner) = text.strip_prefix(open).and_then(|rest| rest.strip_suffix(close))
            && !inner.contains([open, close])
        {
            return inner.trim().to_owned();
        }
    }
    text.to_owned()
}

/// Signs with which people point from a question to what is to be done.
const ARROWS: [char; 6] = ['→', '➔', '➜', '⇒', '⟶', '➝'];

/// A text with what is known of each of its bytes.
struct Look {
    text: String,
    italic: Vec<bool>,
    is: Vec<Is>,
    label: Option<Label>,
    choices: Vec<Choice>,
}

impl Look {
    /// The words of a paragraph with one blank between them.
    fn of(paragraph: &Paragraph) -> Self {
        let (mut text, mut italic) = (String::new(), Vec::new());
        for run in &paragraph.runs {
            for c in run.text.chars() {
                // A tab behind a number says that it is one.
                let c = if c.is_whitespace() && c != '\t' { ' ' } else { c };
                if c.is_whitespace() && (text.is_empty() || text.ends_with(char::is_whitespace)) {
                    continue;
                }
                text.push(c);
                italic.resize(text.len(), run.italic);
            }
        }
        text.truncate(text.trim_end().len());
        italic.truncate(text.len());
        let is = vec![Is::Words; text.len()];
        Self { text, italic, is, label: None, choices: Vec::new() }
    }

    fn mark(&mut self, range: Range<usize>, is: Is) {
        self.is[range].fill(is);
    }

    fn is_words(&self, range: Range<usize>) -> bool {
        self.is[range].iter().all(|is| *is == Is::Words)
    }

    fn classify(&mut self, begin: usize, is_heading: bool, italics: Italics) {
        let (text, end) = (self.text.clone(), self.text.len());
        let asks = speech::has_sign;
        let body = &text[begin..];
        // A heading that asks is a question.
        let is_heading = is_heading && !asks(body);
        let (mut begin, mut end) = (begin, end);
        // The brackets around all of it are no part of what stands behind the label.
        let unwrapped = self.unwrapped(begin..end);
        let body = unwrapped.clone().map_or(body, |inner| &text[inner]);
        if let Some((label, length)) = trade::label(body) {
            if label == Label::Interviewer {
                // Who asks something there speaks to the participant.
                if !asks(&body[length..]) && length < body.len() {
                    return self.mark(begin..end, Is::Instruction(Why::ForInterviewer));
                }
            } else {
                if let Some(inner) = unwrapped {
                    self.mark(begin..inner.start, Is::Label);
                    self.mark(inner.end..end, Is::Mark);
                    (begin, end) = (inner.start, inner.end);
                }
                self.mark(begin..begin + length, Is::Label);
                begin += length;
                self.label = Some(label);
            }
        }
        self.minutes(begin, is_heading);
        let body = text[begin..end].trim();
        if let Some(choices) = answers::offered(&text[begin - self.box_before(begin)..end])
            .filter(|_| !is_heading && self.label.is_none() && self.is_words(begin..end))
        {
            self.choices = choices;
            return self.mark(begin..end, Is::Choices);
        }
        let italic = |range: Range<usize>| {
            let mut letters = text[range.clone()].char_indices().filter(|(_, c)| c.is_alphanumeric()).peekable();
            letters.peek().is_some() && letters.all(|(at, _)| self.italic[range.start + at])
        };
        let is_order = italics == Italics::Instruct && !is_heading && self.label.is_none();
        if is_order && italic(begin..end) && !asks(body) && !speech::is_request(body) && body.split_whitespace().count() <= LONG {
            return self.rest(begin..end, Is::Instruction(Why::Italics));
        }
        let whole = body.strip_prefix('(').and_then(|rest| rest.strip_suffix(')'));
        if whole.is_some_and(|inner| !inner.contains(['(', ')']) && !asks(inner)) && !is_heading {
            return self.rest(begin..end, Is::Instruction(Why::Brackets));
        }
        self.brackets(begin);
        if is_order {
            self.italic_sentences(begin);
        }
        if !is_heading {
            self.conditions(begin..end);
            self.behind_question(begin..end);
        }
    }

    /// What stands within the brackets around all of the range.
    fn unwrapped(&self, range: Range<usize>) -> Option<Range<usize>> {
        let text = &self.text[range.clone()];
        let (open, close) = [('(', ')'), ('[', ']')].into_iter().find(|(open, close)| text.starts_with(*open) && text.ends_with(*close))?;
        let inner = range.start + 1..range.end.checked_sub(1).filter(|end| *end > range.start)?;
        (!self.text[inner.clone()].contains([open, close])).then_some(inner)
    }

    /// How many bytes before `begin` a box takes that begins the line.
    fn box_before(&self, begin: usize) -> usize {
        let sign = self.text[..begin].trim();
        if matches!(sign, "□" | "☐") { begin - self.text[..begin].find(sign).unwrap_or(begin) } else { 0 }
    }

    /// Conditions in words, and where they send the interviewer: before a colon at the beginning, as a sentence, and behind an arrow.
    fn conditions(&mut self, range: Range<usize>) {
        let text = self.text.clone();
        let mut begin = range.start;
        let colon = text[range.clone()].find(':').map(|n| range.start + n + 1);
        if let Some(end) = colon.filter(|end| speech::is_condition(&text[begin..end - 1]) && self.is_words(begin..*end)) {
            self.mark(begin..end, Is::Instruction(Why::Condition));
            if !speech::asks(&text[end..range.end]) && speech::is_jump(&text[end..range.end]) {
                return self.rest(end..range.end, Is::Instruction(Why::Condition));
            }
            begin = end;
        }
        let mut open: Option<usize> = None;
        for sentence in speech::sentences(&text[begin..range.end]) {
            let sentence = begin + sentence.start..begin + sentence.end;
            let words = text[sentence.clone()].trim();
            let first = open.take().unwrap_or(sentence.start);
            if words.ends_with(':') && speech::is_condition(words) {
                // What follows may be where they go to then.
                open = Some(sentence.start);
            } else if speech::is_jump(words) && self.is_words(first..sentence.end) {
                self.mark(first..sentence.end, Is::Instruction(Why::Condition));
            }
        }
        let arrow = text[begin..range.end].find(|c| ARROWS.contains(&c)).or_else(|| text[begin..range.end].find("->")).map(|n| begin + n);
        if let Some(arrow) = arrow {
            let (before, after) = (text[begin..arrow].trim(), &text[arrow..range.end]);
            let is_told = !before.is_empty() && !speech::has_sign(after) && after.contains(char::is_alphabetic);
            if is_told && (speech::asks(before) || before.ends_with(['.', ':', ')', ']'])) && self.is_words(arrow..range.end) {
                self.mark(arrow..range.end, Is::Instruction(Why::ForInterviewer));
            }
        }
    }

    /// Answers behind a question.
    fn behind_question(&mut self, range: Range<usize>) {
        let sign = self.text[range.clone()].rfind(['?', '？', '؟', ':']).map(|n| range.start + n);
        let Some(sign) = sign.filter(|_| self.choices.is_empty()) else { return };
        let begin = sign + self.text[sign..].chars().next().map_or(1, char::len_utf8);
        let end = (begin..range.end)
            .find(|n| self.is[*n] != Is::Words && self.text.get(begin..*n).is_some_and(|before| !before.trim().is_empty()))
            .unwrap_or(range.end);
        let offered = if speech::has_sign(&self.text[range]) { answers::offered(&self.text[begin..end]) } else { None };
        if let Some(choices) = offered.filter(|_| self.is_words(begin..end)) {
            self.choices = choices;
            self.mark(begin..end, Is::Choices);
        }
    }

    /// Marks what of the range is words.
    fn rest(&mut self, range: Range<usize>, is: Is) {
        self.is[range].iter_mut().filter(|old| **old == Is::Words).for_each(|old| *old = is);
    }

    fn minutes(&mut self, begin: usize, is_heading: bool) {
        let text = self.text.clone();
        for minutes in minutes::minutes(&text) {
            if minutes.range.start < begin {
                continue;
            }
            let (before, after) = (&text[begin..minutes.range.start], &text[minutes.range.end..]);
            let parts = |c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | ':' | ',' | '|' | '·' | '.');
            let (is_first, is_last) = (before.trim_matches(parts).is_empty(), after.trim_matches(parts).is_empty());
            // A few words and a dash before them: somebody wrote a heading.
            let is_parted = before.trim_end().ends_with(['-', '–', '—', ':', '|', ',']);
            let is_heading = is_heading || is_parted && !text.contains('?') && before.split_whitespace().count() <= 8;
            if minutes.bracketed || is_last && (is_heading || is_first) {
                // What only parts the minutes from the words goes with them.
                let parting =
                    if is_heading && is_last || is_first { before.trim_end_matches(parts).len() } else { before.trim_end().len() };
                let end = if is_last && !minutes.bracketed { text.len() } else { minutes.range.end };
                self.mark(begin + parting..end, Is::Minutes(minutes.count));
            }
        }
    }

    /// Brackets: square ones that tell somebody to do something, and those behind the end of a sentence.
    fn brackets(&mut self, begin: usize) {
        let text = self.text.clone();
        let mut at = begin;
        while let Some(open) = text[at..].find(['[', '(']).map(|n| at + n) {
            let (is_square, sign) = (text[open..].starts_with('['), if text[open..].starts_with('[') { ']' } else { ')' });
            // One that nobody closed, or that another stands in, is a sign like others.
            let close = text[open..].find(sign).map(|n| open + n + 1);
            let Some(close) = close.filter(|close| !text[open + 1..*close].contains(['[', '('])) else {
                at = open + 1;
                continue;
            };
            at = close;
            // A full stop behind them ends nothing but what they are about.
            let (before, after) = (text[begin..open].trim_end(), text[close..].trim_start_matches([' ', '.', ';']));
            let inner = &text[open + 1..close - 1];
            if let Some(choices) = answers::offered(inner).filter(|_| self.choices.is_empty() && self.is_words(open..close)) {
                self.choices = choices;
                self.mark(open..close, Is::Choices);
                continue;
            }
            if speech::is_condition(inner) && self.is_words(open..close) {
                self.mark(open..close, Is::Instruction(Why::Condition));
                continue;
            }
            let behind_sentence = before.is_empty() || before.ends_with(['.', '?', '!', ':', ';', '…', ']', ')', '”', '"']);
            let before_sentence = after.is_empty() || after.starts_with(|c: char| c.is_uppercase() || matches!(c, '[' | '(' | '“' | '"'));
            let is_order = if is_square {
                trade::orders(inner) || behind_sentence && before_sentence || after.is_empty()
            } else {
                let is_statement = !before.is_empty() && behind_sentence && before_sentence && !inner.contains('?');
                is_statement || trade::orders(inner) && before_sentence
            };
            if is_order && self.is_words(open..close) {
                self.mark(open..close, Is::Instruction(Why::Brackets));
            }
        }
    }

    /// Sentences in italics beside words that are not.
    fn italic_sentences(&mut self, begin: usize) {
        let text = self.text.clone();
        let mut at = begin;
        while at < text.len() {
            let Some(open) = (at..text.len()).find(|n| self.italic[*n] && text.is_char_boundary(*n)) else { break };
            let close = (open..text.len()).find(|n| !self.italic[*n]).unwrap_or(text.len());
            at = close;
            let inner = text[open..close].trim();
            let range = open + (text[open..close].len() - text[open..close].trim_start().len())..close;
            let (before, after) = (text[begin..open].trim_end(), text[close..].trim_start());
            let behind_sentence = before.is_empty() || before.ends_with(['.', '?', '!', ':', ';', '…', ']', ')', '”', '"']);
            let ends = inner.ends_with(['.', '!', ':', ']', ')', '…']) || after.is_empty();
            let is_sentence = inner.split_whitespace().count() >= 2 && behind_sentence && ends && !inner.contains('?');
            if is_sentence && self.is_words(range.clone()) {
                self.mark(range, Is::Instruction(Why::Italics));
            }
        }
    }

    /// The pieces, in order; blanks between them are gone.
    fn pieces(self) -> Vec<Piece> {
        let mut pieces: Vec<Piece> = Vec::new();
        let mut last = None;
        for (at, c) in self.text.char_indices() {
            let is = self.is[at];
            match pieces.last_mut().filter(|_| last == Some(is)) {
                Some(piece) => piece.text.push(c),
                None => pieces.push(Piece { text: c.to_string(), is }),
            }
            last = Some(is);
        }
        for piece in &mut pieces {
            piece.text = piece.text.split_whitespace().collect::<Vec<_>>().join(" ");
        }
        pieces.retain(|piece| !piece.text.is_empty());
        pieces
    }
}
