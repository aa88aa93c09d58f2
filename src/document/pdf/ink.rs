//! Pages as the bytes of a PDF: the one home of the crate that writes them.
//!
//! The file is tagged for a screen reader and held to PDF/UA-1 by the crate itself. It names no program, no author and no day, and what
//! tells it from others is made of what it holds: the same letter is the same bytes.

use std::num::NonZeroU16;

use krilla::Document as File;
use krilla::SerializeSettings;
use krilla::configure::Accessibility;
use krilla::configure::Configuration;
use krilla::configure::ConfigurationBuilder;
use krilla::destination::XyzDestination;
use krilla::geom::PathBuilder;
use krilla::geom::Point;
use krilla::geom::Rect;
use krilla::metadata::Metadata;
use krilla::outline::Outline;
use krilla::outline::OutlineNode;
use krilla::page::PageSettings;
use krilla::surface::Surface;
use krilla::tagging::Artifact;
use krilla::tagging::ArtifactType;
use krilla::tagging::ContentTag;
use krilla::tagging::Identifier;
use krilla::tagging::ListNumbering;
use krilla::tagging::SpanTag;
use krilla::tagging::Tag;
use krilla::tagging::TagGroup;
use krilla::tagging::TagKind;
use krilla::tagging::TagTree;
use krilla::text::Font;
use krilla::text::GlyphId;
use krilla::text::KrillaGlyph;

use crate::document::pdf::face::Cut;
use crate::document::pdf::face::Shape;
use crate::document::pdf::flow::Element;
use crate::document::pdf::flow::Ink;
use crate::document::pdf::flow::Role;
use crate::document::pdf::pages::Placed;
use crate::document::pdf::paragraph::Line;

/// What the pages are like.
pub(super) struct Paper {
    pub(super) width: f32,
    pub(super) height: f32,
    /// From the left end of the page, and from its top, to its text.
    pub(super) left: f32,
    pub(super) top: f32,
}

/// What stands at the foot of a page.
pub(super) struct Foot {
    pub(super) line: Option<Line>,
    pub(super) size: f32,
    pub(super) base: f32,
}

/// A document on its pages.
pub(super) struct Laid<'d> {
    pub(super) title: &'d str,
    pub(super) language: &'d str,
    pub(super) elements: Vec<Element>,
    pub(super) pages: Vec<(Vec<Placed>, Foot)>,
}

/// The file of `laid`.
///
/// One that the crate would not vouch for is written all the same, as tagged as it is: a letter is worth more than its certificate. None is
/// known.
pub(super) fn file(laid: &Laid<'_>, paper: &Paper) -> Option<Vec<u8>> {
    let certified = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish().ok()?;
    written(laid, paper, certified).or_else(|| written(laid, paper, Configuration::default()))
}

fn written(laid: &Laid<'_>, paper: &Paper, configuration: Configuration) -> Option<Vec<u8>> {
    let mut file = File::new_with(SerializeSettings { configuration, ..SerializeSettings::default() });
    let mut pen = Pen { regular: font(Cut::Regular)?, bold: font(Cut::Bold)?, marks: vec![Vec::new(); laid.elements.len()] };
    let mut outline = Outline::new();
    for (number, (placed, foot)) in laid.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(paper.width, paper.height)?;
        let mut page = file.start_page_with(settings);
        let mut surface = page.surface();
        for Placed { top, strip } in placed {
            for ink in &strip.ink {
                if let Some(heading) = pen.put(&mut surface, ink, &laid.elements, paper.left, paper.top + top) {
                    let place = XyzDestination::new(number, Point::from_xy(paper.left, paper.top + top));
                    outline.push_child(OutlineNode::new(heading, place));
                }
            }
        }
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
        if let Some(line) = &foot.line {
            pen.write(&mut surface, line, Cut::Regular, foot.size, paper.left, foot.base);
        }
        surface.end_tagged();
        surface.finish();
        page.finish();
    }
    file.set_outline(outline);
    file.set_tag_tree(tree(&laid.elements, pen.marks));
    file.set_metadata(Metadata::new().title(laid.title.to_owned()).language(laid.language.to_owned()));
    file.finish().ok()
}

fn font(cut: Cut) -> Option<Font> {
    Font::new(cut.file().to_vec().into(), 0)
}

/// What draws, and what it has drawn of each element.
struct Pen {
    regular: Font,
    bold: Font,
    marks: Vec<Vec<Identifier>>,
}

impl Pen {
    /// Draws `ink`; the words of a heading that begins here.
    fn put(&mut self, surface: &mut Surface<'_>, ink: &Ink, elements: &[Element], left: f32, top: f32) -> Option<String> {
        match ink {
            Ink::Text { line, cut, size, left: from, base, element } => {
                let mark = surface.start_tagged(ContentTag::Span(SpanTag::empty()));
                self.write(surface, line, *cut, *size, left + from, top + base);
                surface.end_tagged();
                self.marks[*element].push(mark);
                match &elements[*element].role {
                    Role::Heading(_, words) if self.marks[*element].len() == 1 => Some(words.clone()),
                    _ => None,
                }
            }
            Ink::Bar { left: from, top: down, width, height } => {
                let rect = Rect::from_xywh(left + from, top + down, *width, *height)?;
                let mut path = PathBuilder::new();
                path.push_rect(rect);
                surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
                surface.draw_path(&path.finish()?);
                surface.end_tagged();
                None
            }
        }
    }

    fn write(&self, surface: &mut Surface<'_>, line: &Line, cut: Cut, size: f32, left: f32, base: f32) {
        let font = match cut {
            Cut::Regular => &self.regular,
            Cut::Bold => &self.bold,
        };
        for run in &line.runs {
            let glyph = |shape: &Shape| {
                KrillaGlyph::new(GlyphId::new(shape.id), shape.advance, shape.across, shape.up, 0.0, shape.text.clone(), None)
            };
            let glyphs: Vec<KrillaGlyph> = run.shapes.iter().map(glyph).collect();
            surface.draw_glyphs(Point::from_xy(left + line.left + run.left, base), &glyphs, font.clone(), &run.text, size, false);
        }
    }
}

/// The elements as a screen reader goes through them.
fn tree(elements: &[Element], marks: Vec<Vec<Identifier>>) -> TagTree {
    let mut groups: Vec<Option<TagGroup>> = Vec::new();
    for (element, marks) in elements.iter().zip(marks) {
        let mut group = TagGroup::new(tag(&element.role));
        for mark in marks {
            group.push(mark);
        }
        groups.push(Some(group));
    }
    // An element comes before its parts: from the last to the first, each is complete when it goes into the one it is part of.
    let mut children: Vec<Vec<TagGroup>> = vec![Vec::new(); elements.len() + 1];
    for at in (0..elements.len()).rev() {
        let Some(mut group) = groups[at].take() else { continue };
        let parts = std::mem::take(&mut children[at]);
        parts.into_iter().rev().for_each(|part| group.push(part));
        children[elements[at].within.unwrap_or(elements.len())].push(group);
    }
    let mut tree = TagTree::new();
    std::mem::take(&mut children[elements.len()]).into_iter().rev().for_each(|group| tree.push(group));
    tree
}

fn tag(role: &Role) -> TagKind {
    match role {
        Role::Heading(level, words) => Tag::Hn(NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN), Some(words.clone())).into(),
        Role::Paragraph => Tag::P.into(),
        Role::List => Tag::L(ListNumbering::None).into(),
        Role::Item => Tag::LI.into(),
        Role::Label => Tag::Lbl.into(),
        Role::Body => Tag::LBody.into(),
        Role::Quote => Tag::BlockQuote.into(),
        Role::Part => Tag::Section.into(),
    }
}
