//! A document as a file for Word and those who read like it.
//!
//! Everything is a paragraph with a style: headings are tagged by their level, lists are lists, and what belongs together is kept together
//! by its paragraphs, so that it stands in the order in which it is read for whoever hears it. A reply is a box around paragraphs that follow
//! each other, and no table. What is filled in is a control with a title: a box that is ticked by the mouse, the keyboard or a pen, and
//! lines that give way to the first word typed on them and are there to be written on otherwise, in every program that knows letters.
//! There are no links and no fields but the two numbers of a page.

mod finish;
mod package;
#[cfg(test)]
mod tests;

use docx_rs::AbstractNumbering;
use docx_rs::BreakType;
use docx_rs::Docx;
use docx_rs::Footer;
use docx_rs::IndentLevel;
use docx_rs::Level as ListLevel;
use docx_rs::LevelJc;
use docx_rs::LevelText;
use docx_rs::LineSpacing;
use docx_rs::LineSpacingType;
use docx_rs::NumPages;
use docx_rs::NumberFormat;
use docx_rs::Numbering;
use docx_rs::NumberingId;
use docx_rs::PageMargin;
use docx_rs::PageNum;
use docx_rs::Paragraph;
use docx_rs::ParagraphBorder;
use docx_rs::ParagraphBorderPosition;
use docx_rs::ParagraphBorders;
use docx_rs::Run;
use docx_rs::RunFonts;
use docx_rs::SpecialIndentType;
use docx_rs::Start;
use docx_rs::StructuredDataTag;
use docx_rs::Style;
use docx_rs::StyleType;
use docx_rs::Tab;
use docx_rs::TabValueType;

use crate::document::docx::finish::BOX_FONT;
use crate::document::docx::finish::Control;
use crate::document::docx::finish::ControlKind;
use crate::document::docx::finish::Finish;
use crate::document::docx::finish::OUR_LIST;
use crate::document::docx::package::Parts;
use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Foot;
use crate::domain::letter::tree::Level;
use crate::domain::letter::tree::Reply;
use crate::domain::letter::tree::Text;
use crate::domain::letter::tree::around_blanks;

/// A twentieth of a point, in which Word measures.
const POINT: usize = 20;

/// A4 and its margins: 17 mm at the sides.
const PAGE: (u32, u32) = (11_906, 16_838);
const MARGIN: i32 = 964;

/// What lies between the margins.
const MEASURE: usize = 11_906 - 2 * 964;

/// How far a box stands in, so that its frame does not stand out; and what lies between its sides.
const INSET: usize = 170;
const WITHIN: usize = MEASURE - 2 * INSET;

/// Letters of 14 points, in the halves of a point in which Word counts them.
const SIZE: usize = 28;

/// How many signs a line to write on is long: it must not break in the box, in a font a little wider than ours neither.
const LINE: usize = 59;

/// How many signs a question may be long that stands on the first line: as many signs of it as it has itself, which is a little more than it takes.
const BESIDE_A_LINE: usize = 26;

/// What a box to tick takes with the room behind its words, and what a letter of them takes: enough for those of most languages.
const BOX: usize = 27 * POINT;
const LETTER: usize = 126;

/// And the room for a few words, such as a name; and for each of two names, which stand in one line.
const WORDS: usize = 26;
const WORDS_OF_TWO: usize = 20;

/// The most that Word takes as the title of a control.
const TITLE: usize = 64;

/// `document` as a file; nothing where it cannot be written.
pub(super) fn write(document: &Document) -> Option<Vec<u8>> {
    let mut letter = Letter::default();
    let (before, closing) = document.closing();
    letter.blocks(before);
    let last = letter.paragraphs.len().saturating_sub(1);
    letter.blocks(closing);
    if !closing.is_empty() {
        letter.keep_together(last);
    }
    let Letter { paragraphs, controls, .. } = letter;
    let docx = paragraphs.into_iter().fold(looks(), Docx::add_paragraph).footer(foot(&document.foot)).build();
    let language = language(document.language);
    let finish = Finish { controls: &controls, language };
    let parts = Parts {
        document: finish.apply(&docx.document)?,
        footer: finish.apply(docx.footers.first()?)?,
        numbering: finish.apply(&docx.numberings)?,
        styles: finish.apply(&docx.styles)?,
    };
    package::pack(&parts, document.title.as_str(), language)
}

/// The language as Word names it, with a country: without one, it checks no spelling.
fn language(tag: &'static str) -> &'static str {
    match tag {
        "en" => "en-GB",
        "nl" => "nl-NL",
        other => other,
    }
}

/// A letter as it grows.
#[derive(Default)]
struct Letter {
    paragraphs: Vec<Paragraph>,
    controls: Vec<Control>,
    /// Whether the last paragraph stands in a box.
    ends_boxed: bool,
}

impl Letter {
    fn blocks(&mut self, blocks: &[Block]) {
        for block in blocks {
            self.block(block);
        }
    }

    fn block(&mut self, block: &Block) {
        match block {
            Block::Heading(Level::Title, text) => self.add(Paragraph::new().style("Heading1"), text),
            Block::Heading(Level::Section, text) => self.add(Paragraph::new().style("Heading2"), text),
            Block::Heading(Level::Topic, text) => self.add(Paragraph::new().style("Heading3"), text),
            Block::Paragraph(text) => self.add(Paragraph::new(), text),
            Block::FillIn(texts) => self.fill_in(texts),
            Block::List(texts) => {
                for text in texts {
                    self.add(Paragraph::new().style("ListBullet").numbering(NumberingId::new(OUR_LIST), IndentLevel::new(0)), text);
                }
            }
            Block::Quote(text) => self.add(Paragraph::new().style("Quote"), text),
            Block::Statement { number, text, below } => {
                let (first, number) = (self.paragraphs.len(), Run::new().add_text(format!("{number}. ")).bold());
                self.add(Paragraph::new().style("Statement").add_run(number), text);
                self.blocks(below);
                self.keep_together(first);
            }
            Block::Reply(reply) => self.reply(reply),
        }
    }

    /// Words with room for a name or a day between them.
    fn fill_in(&mut self, texts: &[Text]) {
        let mut paragraph = Paragraph::new();
        let wide = if texts.len() > 2 { WORDS_OF_TWO } else { WORDS };
        for (at, words) in around_blanks(texts).into_iter().enumerate() {
            if at > 0 {
                let room = self.control(ControlKind::Room, texts[at - 1].as_str(), Run::new().add_text("_".repeat(wide)));
                paragraph = paragraph.add_structured_data_tag(room);
            }
            paragraph = paragraph.add_run(Run::new().add_text(words));
        }
        self.push(paragraph, texts.first().is_some_and(runs_backwards));
    }

    /// A box for an answer.
    fn reply(&mut self, reply: &Reply) {
        // Boxes that touch would be one.
        let touches = self.ends_boxed;
        if touches {
            self.push(Paragraph::new(), false);
        }
        let first = self.paragraphs.len();
        self.choices(reply);
        let length = reply.ask.as_str().chars().count();
        let is_beside = reply.lines > 0 && length > 0 && length <= BESIDE_A_LINE;
        if length > 0 && !is_beside {
            self.add(Paragraph::new().style("Reply"), &reply.ask);
        }
        if reply.lines > 0 {
            let mut paragraph = Paragraph::new().style("ReplyLines");
            if is_beside {
                paragraph = paragraph.add_run(Run::new().add_text(format!("{} ", reply.ask.as_str())));
            }
            let long = |at| if at == 0 && is_beside { LINE - length } else { LINE };
            let line = |run: Run, at| if at > 0 { run.add_break(BreakType::TextWrapping) } else { run }.add_text("_".repeat(long(at)));
            let title = titled(&reply.name, &reply.ask);
            let room = self.control(ControlKind::Room, &title, (0..reply.lines).fold(Run::new(), line));
            self.push(paragraph.add_structured_data_tag(room), runs_backwards(&reply.ask));
        }
        // What is asked over a box stays with it.
        self.keep_together(if touches { first } else { first.saturating_sub(1) });
        self.ends_boxed = self.paragraphs.len() > first;
    }

    /// Boxes to tick: all in a row where they are short, two where they are longer, or one.
    fn choices(&mut self, reply: &Reply) {
        let widths: Vec<usize> = reply.choices.iter().map(|choice| BOX + LETTER * choice.as_str().chars().count()).collect();
        let widest = widths.iter().copied().max().unwrap_or_default();
        let (count, taken): (usize, usize) = (widths.len(), widths.iter().sum());
        let stops: Vec<usize> = if taken <= WITHIN {
            // What is left over goes between them.
            let gap = (WITHIN - taken) / count.max(1);
            widths.iter().scan(INSET, |at, width| Some(std::mem::replace(at, *at + width + gap))).collect()
        } else if widest <= WITHIN / 2 {
            vec![INSET, INSET + WITHIN / 2]
        } else {
            vec![INSET]
        };
        for row in reply.choices.chunks(stops.len().max(1)) {
            let mut paragraph = Paragraph::new().style("ReplyChoice");
            for (choice, stop) in row.iter().zip(&stops) {
                if *stop > INSET {
                    paragraph = paragraph.add_tab(Tab::new().val(TabValueType::Left).pos(*stop)).add_run(Run::new().add_tab());
                }
                let font = RunFonts::new().ascii(BOX_FONT).hi_ansi(BOX_FONT).east_asia(BOX_FONT).hint("eastAsia");
                let tick = self.control(ControlKind::Tick, &titled(&reply.name, choice), Run::new().add_text("☐").fonts(font));
                paragraph = paragraph.add_structured_data_tag(tick).add_run(Run::new().add_text(format!("\u{a0}{}", choice.as_str())));
            }
            self.push(paragraph, row.iter().any(runs_backwards));
        }
    }

    /// What is filled in, with its title and what stands in it until then.
    fn control(&mut self, kind: ControlKind, title: &str, shown: Run) -> StructuredDataTag {
        self.controls.push(Control { title: title.chars().take(TITLE).collect(), kind });
        StructuredDataTag::new().alias((self.controls.len() - 1).to_string()).add_run(shown)
    }

    /// Keeps the paragraphs from this one on with each other.
    fn keep_together(&mut self, first: usize) {
        let last = self.paragraphs.len().saturating_sub(1);
        for (at, paragraph) in self.paragraphs.iter_mut().enumerate().skip(first) {
            let property = std::mem::take(&mut paragraph.property).keep_lines(true);
            paragraph.property = if at < last { property.keep_next(true) } else { property };
        }
    }

    /// Adds `text` to the end of `paragraph`, and that to the letter.
    fn add(&mut self, paragraph: Paragraph, text: &Text) {
        self.push(paragraph.add_run(Run::new().add_text(text.as_str())), runs_backwards(text));
    }

    fn push(&mut self, mut paragraph: Paragraph, backwards: bool) {
        if backwards {
            paragraph.property = paragraph.property.bidi(true);
        }
        self.paragraphs.push(paragraph);
        self.ends_boxed = false;
    }
}

/// What a part of a reply is called.
fn titled(name: &Text, part: &Text) -> String {
    [name, part].map(Text::as_str).into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ")
}

/// Whether `text` runs from right to left, as its first letter does.
fn runs_backwards(text: &Text) -> bool {
    let first = text.as_str().chars().find(|c| c.is_alphabetic());
    first.is_some_and(
        |c| matches!(u32::from(c), 0x0590..=0x08ff | 0xfb1d..=0xfdff | 0xfe70..=0xfeff | 0x1_0800..=0x1_0fff | 0x1_e800..=0x1_efff),
    )
}

/// The foot of each page.
fn foot(foot: &Foot) -> Footer {
    let says = |text: String| Run::new().add_text(text);
    let paragraph = Paragraph::new().style("Footer").add_run(says(format!("{} · {} ", foot.whose.as_str(), foot.page.as_str())));
    let paragraph = paragraph.add_page_num(PageNum::new()).add_run(says(format!(" {} ", foot.of.as_str())));
    Footer::new().add_paragraph(paragraph.add_num_pages(NumPages::new()))
}

/// A document that is empty, and knows how everything looks.
fn looks() -> Docx {
    let font = "Arial";
    let bullet = ListLevel::new(0, Start::new(1), NumberFormat::new("bullet"), LevelText::new("•"), LevelJc::new("left"));
    let bullet = bullet.indent(Some(360), Some(SpecialIndentType::Hanging(360)), None, None);
    let margin = PageMargin { top: 850, left: MARGIN, bottom: 850, right: MARGIN, header: 567, footer: 510, gutter: 0 };
    let docx = Docx::new()
        .page_size(PAGE.0, PAGE.1)
        .page_margin(margin)
        .default_fonts(RunFonts::new().ascii(font).hi_ansi(font).cs(font))
        .default_size(SIZE)
        .default_line_spacing(spacing(0, 6).line(264).line_rule(LineSpacingType::Auto))
        .add_abstract_numbering(AbstractNumbering::new(OUR_LIST).add_level(bullet))
        .add_numbering(Numbering::new(OUR_LIST, OUR_LIST));
    styles().into_iter().fold(docx, Docx::add_style)
}

/// So many points before and after.
fn spacing(before: usize, after: usize) -> LineSpacing {
    let twips = |points: usize| u32::try_from(points * POINT).unwrap_or_default();
    LineSpacing::new().before(twips(before)).after(twips(after))
}

fn styles() -> Vec<Style> {
    let style = |id: &str, name: &str, before, after| {
        Style::new(id, StyleType::Paragraph).name(name).based_on("Normal").line_spacing(spacing(before, after))
    };
    let heading = |level: usize, size, before, after| {
        let style = style(&format!("Heading{level}"), &format!("heading {level}"), before, after).next("Normal");
        together(style.size(size).bold().outline_lvl(level - 1))
    };
    let lined = |style: Style| style.line_spacing(spacing(0, 6).line(540).line_rule(LineSpacingType::Exact));
    vec![
        heading(1, 40, 6, 6),
        heading(2, 30, 10, 3),
        heading(3, 28, 9, 3),
        style("Statement", "Statement", 7, 5),
        bordered(style("Quote", "Quote", 0, 5).indent(Some(284), None, None, None), &[(ParagraphBorderPosition::Left, 24, 8)]),
        style("ListBullet", "List Bullet", 0, 2),
        boxed(style("Reply", "Reply", 0, 4)),
        boxed(style("ReplyChoice", "Reply Choice", 0, 4)),
        lined(boxed(style("ReplyLines", "Reply Lines", 0, 6))),
        style("Footer", "footer", 0, 0).size(22),
    ]
}

/// Not torn, and on the page of what follows.
fn together(mut style: Style) -> Style {
    style.paragraph_property = style.paragraph_property.keep_next(true).keep_lines(true);
    style
}

/// In a box; paragraphs of such styles that follow each other stand in the same one.
fn boxed(style: Style) -> Style {
    use ParagraphBorderPosition::Bottom;
    use ParagraphBorderPosition::Left;
    use ParagraphBorderPosition::Right;
    use ParagraphBorderPosition::Top;
    let inset = i32::try_from(INSET).unwrap_or_default();
    bordered(style.indent(Some(inset), None, Some(inset), None), &[(Top, 8, 6), (Left, 8, 8), (Bottom, 8, 6), (Right, 8, 8)])
}

/// With lines at these sides, each so many eighths of a point thick and so many points away.
fn bordered(mut style: Style, sides: &[(ParagraphBorderPosition, usize, usize)]) -> Style {
    let borders = sides.iter().fold(ParagraphBorders::with_empty(), |borders, (side, size, space)| {
        borders.set(ParagraphBorder::new(side.clone()).size(*size).space(*space))
    });
    style.paragraph_property = style.paragraph_property.set_borders(borders);
    style
}
