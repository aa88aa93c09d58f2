//! A document as PDF, for paper first: A4, 14 points, ready to be filled in by hand.
//!
//! A letter has seven kinds of blocks, so it is laid out here and not by a typesetter: a text becomes lines of a width ([`paragraph`]), blocks
//! become strips ([`flow`]), strips stand on pages ([`pages`]), and pages are written, tagged for a screen reader, by the crate that typst
//! writes its files with ([`ink`]). What somebody typed is shapes on a page and never anything that is interpreted. The letter type is
//! compiled in ([`face`]) and the file names no program, no author and no day, so that the same letter is the same bytes everywhere.
//!
//! A sign that the letter type has no shape for (Chinese, Thai, most emoji) would be an empty box in front of somebody who is asked whether
//! the sentence is right. There is no PDF then ([`lacks`] says which signs they are): HTML and DOCX show it in the fonts of who prints them.

mod face;
mod flow;
mod ink;
mod pages;
mod paragraph;

use crate::document::pdf::face::Cut;
use crate::document::pdf::face::Face;
use crate::document::pdf::flow::Flow;
use crate::document::pdf::ink::Foot;
use crate::document::pdf::ink::Laid;
use crate::document::pdf::ink::Paper;
use crate::document::pdf::paragraph::Setting;
use crate::domain::letter::tree::Block;
use crate::domain::letter::tree::Document;
use crate::domain::letter::tree::Text;

/// A millimetre, in points.
const MM: f32 = 72.0 / 25.4;
const PAPER: Paper = Paper { width: 210.0 * MM, height: 297.0 * MM, left: 15.0 * MM, top: 14.0 * MM };
/// From the lower end of the text to that of the page, and of the foot's base line.
const BELOW: f32 = 16.0 * MM;
const FOOT: f32 = 9.0 * MM;
/// How large the foot is.
const FOOT_SIZE: f32 = 11.0;

/// `document` as a file; nothing where that is not possible, which no document is known for.
pub(super) fn write(document: &Document) -> Option<Vec<u8>> {
    let (regular, bold) = (Face::open(Cut::Regular)?, Face::open(Cut::Bold)?);
    let measure = PAPER.width - 2.0 * PAPER.left;
    let flow = Flow::of(document, &regular, &bold, measure);
    let pages = pages::pages(flow.strips, PAPER.height - PAPER.top - BELOW);
    let count = pages.len();
    let foot = |number: usize| {
        let foot = &document.foot;
        let text = format!("{} · {} {number} {} {count}", foot.whose.as_str(), foot.page.as_str(), foot.of.as_str());
        let setting = Setting { face: &regular, size: FOOT_SIZE, measure, language: None };
        Foot { line: paragraph::lines(&text, setting).into_iter().next(), size: FOOT_SIZE, base: PAPER.height - FOOT }
    };
    let pages = pages.into_iter().enumerate().map(|(at, page)| (page, foot(at + 1))).collect();
    ink::file(&Laid { title: document.title.as_str(), language: document.language, elements: flow.elements, pages }, &PAPER)
}

/// The signs of `document` that the letter type has no shape for, each once, in the order in which they come.
pub(super) fn lacks(document: &Document) -> Vec<String> {
    let Some(face) = Face::open(Cut::Regular) else { return Vec::new() };
    let mut texts = vec![&document.title, &document.foot.whose, &document.foot.page, &document.foot.of];
    for block in &document.blocks {
        gather(block, &mut texts);
    }
    let mut signs: Vec<String> = Vec::new();
    for sign in texts.into_iter().flat_map(|text| paragraph::unknown(text.as_str(), &face)) {
        if !signs.contains(&sign) {
            signs.push(sign);
        }
    }
    signs
}

/// Every text of `block`.
fn gather<'d>(block: &'d Block, texts: &mut Vec<&'d Text>) {
    match block {
        Block::Heading(_, text) | Block::Paragraph(text) | Block::Quote(text) => texts.push(text),
        Block::FillIn(all) | Block::List(all) => texts.extend(all),
        Block::Statement { text, below, .. } => {
            texts.push(text);
            for block in below {
                gather(block, texts);
            }
        }
        Block::Reply(reply) => texts.extend(reply.choices.iter().chain([&reply.ask])),
    }
}
