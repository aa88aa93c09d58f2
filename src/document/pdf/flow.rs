//! A document as strips from top to bottom, before anybody knows where a page ends: each with its height, what is drawn in it, and whether
//! it stays with the next. Beside them stand the elements that a screen reader goes through.

use crate::document::pdf::face::Cut;
use crate::document::pdf::face::Face;
use crate::document::pdf::paragraph;
use crate::document::pdf::paragraph::Line;
use crate::document::pdf::paragraph::Setting;
use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Reply;
use crate::domain::letter::tree::Text;

/// The sizes of what is read, in points: nothing in a letter is smaller than 14, but the foot of a page.
const BODY: f32 = 14.0;
const TITLE: f32 = 19.0;
const SECTION: f32 = 15.0;
/// From one line to the next, in parts of the size.
const LEADING: f32 = 1.28;
/// From one line to write on to the next: a hand needs nearly a centimetre.
const WRITING: f32 = 26.5;
/// What of such a line a question may take that stands in it.
const BESIDE_A_LINE: f32 = 0.5;
/// The least and the most room for a word or two by hand.
const BLANK: (f32, f32) = (90.0, 240.0);
/// From words to the room beside them.
const BESIDE_A_BLANK: f32 = 4.0;
/// A box to tick, how far behind it its words begin, and the next one behind those.
const BOX: f32 = 21.0;
const BESIDE_A_BOX: f32 = 22.0;
const BETWEEN_CHOICES: f32 = 13.0;
/// How far lists and quotes are set in.
const INDENT: f32 = 18.0;
/// How thick a line is, and how far a frame stands from what is in it.
const THIN: f32 = 0.8;
const PADDING: f32 = 9.0;
/// The signs that begin the items of a list, and a box on paper.
const BULLET: &str = "•";
const TICK: &str = "☐";

/// What an element is to who hears the document instead of seeing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// A heading of this level, with what it says.
    Heading(u16, String),
    /// Running text.
    Paragraph,
    /// Items.
    List,
    /// One of them.
    Item,
    /// What it begins with.
    Label,
    /// What it says.
    Body,
    /// Somebody's own words.
    Quote,
    /// Things that belong together.
    Part,
}

/// An element of the document, and the one it is part of.
#[derive(Clone, Debug)]
pub(super) struct Element {
    pub(super) role: Role,
    pub(super) within: Option<usize>,
}

/// What is drawn, and where in its strip.
#[derive(Clone, Debug)]
pub(super) enum Ink {
    /// A line of text: from the left, its base line from the top of the strip, and the element it is of.
    Text { line: Line, cut: Cut, size: f32, left: f32, base: f32, element: usize },
    /// A rule or a bar.
    Bar { left: f32, top: f32, width: f32, height: f32 },
}

/// A strip of the page, as wide as the page.
#[derive(Clone, Debug)]
pub(super) struct Strip {
    /// The room above it, which is left out at the top of a page.
    pub(super) above: f32,
    /// How high it is.
    pub(super) height: f32,
    /// Whether the next one stands on the same page.
    pub(super) tied: bool,
    /// What is in it.
    pub(super) ink: Vec<Ink>,
}

/// A document as strips.
pub(super) struct Flow<'f> {
    regular: &'f Face,
    bold: &'f Face,
    language: &'f str,
    measure: f32,
    left: f32,
    within: Vec<usize>,
    /// From top to bottom.
    pub(super) strips: Vec<Strip>,
    /// In the order in which they are read.
    pub(super) elements: Vec<Element>,
}

impl<'f> Flow<'f> {
    /// `document`, as wide as `measure`.
    pub(super) fn of(document: &'f Document, regular: &'f Face, bold: &'f Face, measure: f32) -> Self {
        let mut flow = Self {
            regular,
            bold,
            language: document.language,
            measure,
            left: 0.0,
            within: Vec::new(),
            strips: Vec::new(),
            elements: Vec::new(),
        };
        let (before, closing) = document.closing();
        flow.blocks(before);
        let last = flow.strips.len().saturating_sub(1);
        flow.blocks(closing);
        flow.tie_from(last);
        flow
    }

    fn blocks(&mut self, blocks: &[Block]) {
        let mut before = self.strips.len();
        for block in blocks {
            // What is asked over a box stays with it, all of it.
            if matches!(block, Block::Reply(_)) {
                self.strips[before..].iter_mut().for_each(|strip| strip.tied = true);
            }
            before = self.strips.len();
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(Level::Title, text) => self.heading(1, text, TITLE, 8.0),
            Block::Heading(Level::Section, text) => self.heading(2, text, SECTION, 9.0),
            Block::Heading(Level::Topic, text) => self.heading(3, text, BODY, 10.0),
            Block::Paragraph(text) => self.inside(Role::Paragraph, |flow, element| flow.text(text, flow.regular, BODY, 3.0, element)),
            Block::FillIn(texts) => self.fill_in(texts),
            Block::List(texts) => self.list(texts),
            Block::Quote(text) => self.quote(text),
            Block::Statement { number, text, below } => self.statement(*number, text, below),
            Block::Reply(reply) => self.reply(reply),
        }
    }

    /// What `fill` makes, as an element of its own.
    fn inside(&mut self, role: Role, fill: impl FnOnce(&mut Self, usize)) {
        self.elements.push(Element { role, within: self.within.last().copied() });
        let element = self.elements.len() - 1;
        self.within.push(element);
        fill(self, element);
        self.within.pop();
    }

    /// What `fill` makes, set in by `by`.
    fn set_in(&mut self, by: f32, fill: impl FnOnce(&mut Self)) {
        self.left += by;
        fill(self);
        self.left -= by;
    }

    /// Ties the strips that `fill` makes to each other.
    fn together(&mut self, fill: impl FnOnce(&mut Self)) {
        let first = self.strips.len();
        fill(self);
        self.tie_from(first);
    }

    /// Ties the strips from this one on to each other.
    fn tie_from(&mut self, first: usize) {
        if let Some([inner @ .., _]) = self.strips.get_mut(first..) {
            for strip in inner {
                strip.tied = true;
            }
        }
    }

    fn set(&self, text: &Text, face: &Face, size: f32, measure: f32) -> Vec<Line> {
        // A heading is not divided: it is looked at, not read.
        let language = Some(self.language).filter(|_| face.cut() == Cut::Regular);
        paragraph::lines(text.as_str(), Setting { face, size, measure, language })
    }

    /// The lines of `text`, a strip each.
    fn text(&mut self, text: &Text, face: &Face, size: f32, above: f32, element: usize) {
        let lines = self.set(text, face, size, self.room());
        let last = lines.len().saturating_sub(1);
        for (at, line) in lines.into_iter().enumerate() {
            // Neither the first line of a paragraph nor its last stands alone on a page.
            let tied = at < last && (at == 0 || at + 2 > last);
            let ink = Ink::Text { line, cut: face.cut(), size, left: self.left, base: base(size), element };
            self.strips.push(Strip { above: if at == 0 { above } else { 0.0 }, height: size * LEADING, tied, ink: vec![ink] });
        }
    }

    fn heading(&mut self, level: u16, text: &Text, size: f32, above: f32) {
        // A heading that says nothing would be announced all the same.
        if text.is_empty() {
            return;
        }
        let first = self.strips.len();
        self.inside(Role::Heading(level, text.as_str().to_owned()), |flow, element| flow.text(text, flow.bold, size, above, element));
        self.strips[first..].iter_mut().for_each(|strip| strip.tied = true);
    }

    /// Puts `label` beside the strip at `first`: read first, and so drawn first.
    fn beside(&mut self, first: usize, label: Vec<Line>, cut: Cut, element: usize) {
        if let (Some(line), Some(strip)) = (label.into_iter().next(), self.strips.get_mut(first)) {
            strip.ink.insert(0, Ink::Text { line, cut, size: BODY, left: self.left, base: base(BODY), element });
        }
    }

    /// Words, and between each two of them a line to write on.
    fn fill_in(&mut self, texts: &[Text]) {
        let widths: Vec<f32> = texts.iter().map(|text| self.width(text)).collect();
        let (blanks, parted) = (texts.len().saturating_sub(1) as f32, texts.len() as f32 * BESIDE_A_BLANK);
        let blank = ((self.room() - widths.iter().sum::<f32>() - parted) / blanks.max(1.0)).clamp(BLANK.0, BLANK.1);
        self.inside(Role::Paragraph, |flow, element| {
            let (mut at, mut ink) = (0.0, Vec::new());
            let room = flow.room();
            let row = |flow: &mut Self, ink: &mut Vec<Ink>, tied: bool| {
                flow.strips.push(Strip { above: WRITING - BODY * LEADING, height: BODY * LEADING, tied, ink: std::mem::take(ink) });
            };
            for (number, (text, width)) in texts.iter().zip(widths).enumerate() {
                if number > 0 {
                    if at + blank > room {
                        row(flow, &mut ink, true);
                        at = 0.0;
                    }
                    ink.push(Ink::Bar { left: flow.left + at, top: base(BODY) + 3.0, width: blank - 2.0, height: THIN });
                    at += blank;
                }
                if at + width > room && at > 0.0 {
                    row(flow, &mut ink, true);
                    at = 0.0;
                }
                // What is wider than the page even so goes on below; it is no form that anybody made.
                for (number, mut line) in flow.set(text, flow.regular, BODY, room).into_iter().enumerate() {
                    if number > 0 {
                        row(flow, &mut ink, true);
                    }
                    line.left = 0.0;
                    ink.push(Ink::Text { cut: Cut::Regular, size: BODY, left: flow.left + at, base: base(BODY), element, line });
                }
                at += width + BESIDE_A_BLANK;
            }
            row(flow, &mut ink, false);
        });
    }

    fn list(&mut self, texts: &[Text]) {
        let bullet = Text::new(BULLET);
        self.inside(Role::List, |flow, _| texts.iter().for_each(|text| flow.item(&bullet, text)));
    }

    fn item(&mut self, label: &Text, text: &Text) {
        self.inside(Role::Item, |flow, _| {
            let (first, mut labelled) = (flow.strips.len(), 0);
            let label = flow.set(label, flow.regular, BODY, INDENT);
            flow.inside(Role::Label, |_, element| labelled = element);
            flow.set_in(INDENT, |flow| flow.inside(Role::Body, |flow, element| flow.text(text, flow.regular, BODY, 2.0, element)));
            flow.beside(first, label, Cut::Regular, labelled);
        });
    }

    fn quote(&mut self, text: &Text) {
        let first = self.strips.len();
        self.set_in(INDENT, |flow| {
            flow.inside(Role::Quote, |flow, _| {
                flow.inside(Role::Paragraph, |flow, element| flow.text(text, flow.regular, BODY, 6.0, element));
            });
        });
        let left = self.left + 6.0;
        for strip in &mut self.strips[first..] {
            strip.ink.push(Ink::Bar { left, top: 0.0, width: 2.5, height: strip.height });
        }
    }

    fn statement(&mut self, number: usize, text: &Text, below: &[Block]) {
        let number = Text::new(&format!("{number}."));
        self.together(|flow| {
            flow.inside(Role::Part, |flow, _| {
                let first = flow.strips.len();
                let number = flow.set(&number, flow.bold, BODY, flow.room());
                let by = number.first().map_or(0.0, |line| line.width) + 7.0;
                flow.inside(Role::Paragraph, |flow, element| {
                    flow.set_in(by, |flow| flow.text(text, flow.regular, BODY, 7.0, element));
                    flow.beside(first, number, Cut::Bold, element);
                });
                flow.set_in(by, |flow| flow.blocks(below));
            });
        });
    }

    /// A frame with boxes to tick and lines to write on. What it is called is for who cannot see beside what it stands: in this file it is part
    /// of that, and needs no name.
    fn reply(&mut self, reply: &Reply) {
        self.together(|flow| {
            let (first, left, width) = (flow.strips.len(), flow.left, flow.room());
            flow.left += PADDING;
            flow.measure -= PADDING;
            flow.choices(&reply.choices);
            let begun = flow.asks(&reply.ask, reply.lines);
            for _ in begun..reply.lines {
                flow.line_to_write_on(0.0, Vec::new());
            }
            flow.left -= PADDING;
            flow.measure += PADDING;
            frame(&mut flow.strips[first..], left, width);
        });
    }

    /// What is asked to be written, and how many lines to write on have begun beside it: one where it is short.
    fn asks(&mut self, ask: &Text, lines: usize) -> usize {
        if ask.is_empty() {
            return 0;
        }
        let mut begun = 0;
        self.inside(Role::Paragraph, |flow, element| {
            let mut set = flow.set(ask, flow.regular, BODY, flow.room());
            match set.pop() {
                Some(line) if lines > 0 && set.is_empty() && line.left < 1.0 && line.width < flow.room() * BESIDE_A_LINE => {
                    let from = line.width + 6.0;
                    let (left, base) = (flow.left, WRITING - THIN - 3.0);
                    flow.line_to_write_on(from, vec![Ink::Text { line, cut: Cut::Regular, size: BODY, left, base, element }]);
                    begun = 1;
                }
                _ => flow.text(ask, flow.regular, BODY, 4.0, element),
            }
        });
        begun
    }

    /// A line to write on, behind what stands in it already.
    fn line_to_write_on(&mut self, from: f32, mut ink: Vec<Ink>) {
        ink.push(Ink::Bar { left: self.left + from, top: WRITING - THIN, width: self.room() - from, height: THIN });
        self.strips.push(Strip { above: 0.0, height: WRITING, tied: false, ink });
    }

    /// Boxes to tick, beside each other as far as they fit.
    fn choices(&mut self, texts: &[Text]) {
        // How far the row has come that the next one may still join.
        let mut row: Option<f32> = None;
        if texts.is_empty() {
            return;
        }
        self.inside(Role::List, |flow, _| {
            for text in texts {
                let mut lines = flow.set(text, flow.regular, BODY, flow.room() - BESIDE_A_BOX);
                let width = BESIDE_A_BOX + lines.iter().map(|line| line.width).fold(0.0, f32::max);
                let from = row.filter(|from| lines.len() == 1 && from + width <= flow.room());
                if let [line] = lines.as_mut_slice() {
                    // Beside its box, whichever way it runs.
                    line.left = 0.0;
                }
                row = (lines.len() == 1).then_some(from.unwrap_or(0.0) + width + BETWEEN_CHOICES);
                flow.choice(from, lines);
            }
        });
    }

    /// A box, and beside it `lines`: `from` here on in the row that stands already, or in rows of its own.
    fn choice(&mut self, from: Option<f32>, lines: Vec<Line>) {
        let left = self.left + from.unwrap_or(0.0);
        self.inside(Role::Item, |flow, _| {
            let tick = flow.set(&Text::new(TICK), flow.regular, BOX, BOX * 2.0);
            let mut rows: Vec<Vec<Ink>> = Vec::new();
            flow.inside(Role::Label, |_, element| {
                let ink = |line| Ink::Text { line, cut: Cut::Regular, size: BOX, left, base: base(BODY) + 2.5, element };
                rows.push(tick.into_iter().map(ink).collect());
            });
            flow.inside(Role::Body, |_, element| {
                for (at, line) in lines.into_iter().enumerate() {
                    let ink = Ink::Text { line, cut: Cut::Regular, size: BODY, left: left + BESIDE_A_BOX, base: base(BODY), element };
                    match rows.get_mut(at) {
                        Some(row) => row.push(ink),
                        None => rows.push(vec![ink]),
                    }
                }
            });
            for (at, ink) in rows.into_iter().enumerate() {
                match flow.strips.last_mut().filter(|_| at == 0 && from.is_some()) {
                    Some(strip) => strip.ink.extend(ink),
                    None => flow.strips.push(Strip { above: if at == 0 { 4.0 } else { 0.0 }, height: BODY * LEADING, tied: false, ink }),
                }
            }
        });
    }

    fn width(&self, text: &Text) -> f32 {
        self.set(text, self.regular, BODY, self.room()).iter().map(|line| line.width).fold(0.0, f32::max)
    }

    /// How wide what comes next may be.
    fn room(&self) -> f32 {
        self.measure - self.left
    }
}

/// Draws a frame around `strips`, which stand together.
fn frame(strips: &mut [Strip], left: f32, width: f32) {
    if let Some(first) = strips.first_mut() {
        // The frame begins in the room above, and what is in it a little below.
        first.height += PADDING * 0.6;
        for ink in &mut first.ink {
            match ink {
                Ink::Text { base, .. } => *base += PADDING * 0.6,
                Ink::Bar { top, .. } => *top += PADDING * 0.6,
            }
        }
        first.above = 6.0;
        first.ink.push(Ink::Bar { left, top: 0.0, width, height: THIN });
    }
    if let Some(last) = strips.last_mut() {
        last.height += PADDING * 0.7;
        last.ink.push(Ink::Bar { left, top: last.height - THIN, width, height: THIN });
    }
    for (at, strip) in strips.iter_mut().enumerate() {
        let above = if at == 0 { 0.0 } else { strip.above };
        for left in [left, left + width - THIN] {
            strip.ink.push(Ink::Bar { left, top: -above, width: THIN, height: above + strip.height });
        }
    }
}

/// Where the base line stands in a line of this size, from its top.
fn base(size: f32) -> f32 {
    size * (LEADING / 2.0 + 0.35)
}
