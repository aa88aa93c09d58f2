//! What docx-rs cannot say, and what it says out of order: its parts, put right in this one place.
//!
//! Word's schema gives the properties of a thing an order, and readers that are strict (or that are Word, on a bad day) hold to it; docx-rs
//! writes them as they come, numbers its paragraphs anew in every process, and adds lists of its own. It knows no language, no boxes to
//! tick, no placeholders and no direction of a run. What a person typed reaches a part only as the text of a run, which docx-rs escapes, and
//! as the title of a control, which stands in no part before this one is written: docx-rs does not escape those.

use crate::xml;
use crate::xml::Child;
use crate::xml::Element;
use crate::xml::Names;

/// A part of the text that is filled in. In what docx-rs writes, its alias is its place in the list of them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Control {
    /// What a screen reader says of it, and Word shows above it.
    pub(super) title: String,
    /// What it is.
    pub(super) kind: ControlKind,
}

/// What is filled in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ControlKind {
    /// A box to tick.
    Tick,
    /// Room for words; what stands in it gives way to the first of them.
    Room,
}

/// The number of the list that is ours; docx-rs always writes a list 1 of its own.
pub(super) const OUR_LIST: usize = 2;

/// What is put right, and with what.
pub(super) struct Finish<'a> {
    /// What is filled in, in the order of the text.
    pub(super) controls: &'a [Control],
    /// The language of the text, as Word names it.
    pub(super) language: &'a str,
}

/// The order of the schema, for what docx-rs writes and this file adds.
pub(super) const ORDER: &[(&str, &[&str])] = &[
    (
        "w:pPr",
        &[
            "w:pStyle",
            "w:keepNext",
            "w:keepLines",
            "w:pageBreakBefore",
            "w:widowControl",
            "w:numPr",
            "w:pBdr",
            "w:shd",
            "w:tabs",
            "w:bidi",
            "w:snapToGrid",
            "w:spacing",
            "w:ind",
            "w:jc",
            "w:outlineLvl",
            "w:rPr",
            "w:sectPr",
        ],
    ),
    ("w:rPr", &["w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:color", "w:sz", "w:szCs", "w:rtl", "w:lang"]),
    ("w:numPr", &["w:ilvl", "w:numId"]),
    ("w:pBdr", &["w:top", "w:left", "w:bottom", "w:right"]),
    ("w:style", &["w:name", "w:basedOn", "w:next", "w:uiPriority", "w:qFormat", "w:pPr", "w:rPr"]),
    ("w:sectPr", &["w:footerReference", "w:pgSz", "w:pgMar", "w:cols", "w:docGrid"]),
];

impl Finish<'_> {
    /// `part` as it is to be; nothing where docx-rs wrote what is no XML.
    pub(super) fn apply(&self, part: &[u8]) -> Option<Vec<u8>> {
        let mut root = xml::read(std::str::from_utf8(part).ok()?, Names::Whole)?;
        self.amend(&mut root)?;
        xml::write(&root)
    }

    fn amend(&self, element: &mut Element) -> Option<()> {
        for below in element.elements_mut() {
            self.amend(below)?;
        }
        element.keep(|below| (below.name != "w:rPr" || !below.children.is_empty()) && !is_foreign_list(below));
        match element.name.as_str() {
            // A number that differs from run to run, and is there for remarks only.
            "w:p" => {
                element.attributes.clear();
                if element.child("w:pPr").is_some_and(|properties| properties.child("w:bidi").is_some()) {
                    turn_runs(element);
                }
            }
            "w:fldChar" => element.attributes.retain(|(name, _)| name != "w:dirty"),
            "w:rPrDefault" => self.name_language(element),
            "w:style" if element.attribute("w:styleId") == Some("Normal") => {
                element.attributes.insert(1, ("w:default".into(), "1".into()));
            }
            "w:sdtPr" => self.describe(element)?,
            _ => {}
        }
        if let Some((_, order)) = ORDER.iter().find(|(name, _)| *name == element.name) {
            element.children.sort_by_key(|child| place(child, order));
        }
        Some(())
    }

    fn name_language(&self, defaults: &mut Element) {
        let language = Element::new("w:lang", &[("w:val", self.language), ("w:eastAsia", self.language)]);
        if let Some(properties) = defaults.elements_mut().next() {
            properties.children.push(Child::Element(language));
        }
    }

    /// Makes a control what it is.
    fn describe(&self, properties: &mut Element) -> Option<()> {
        let place: usize = properties.child("w:alias")?.attribute("w:val")?.parse().ok()?;
        let Control { title, kind } = self.controls.get(place)?;
        properties.children.clear();
        let alias = Element::new("w:alias", &[("w:val", title)]);
        let rest = match kind {
            ControlKind::Tick => Element::new("w14:checkbox", &[]).holding([
                Element::new("w14:checked", &[("w14:val", "0")]),
                Element::new("w14:checkedState", &[("w14:val", "2612"), ("w14:font", BOX_FONT)]),
                Element::new("w14:uncheckedState", &[("w14:val", "2610"), ("w14:font", BOX_FONT)]),
            ]),
            ControlKind::Room => Element::new("w:showingPlcHdr", &[]),
        };
        properties.children.extend([alias, rest].map(Child::Element));
        Some(())
    }
}

/// The font in which Word itself draws its boxes; where it is missing, any that has them serves.
pub(super) const BOX_FONT: &str = "MS Gothic";

/// Whether this is a list of docx-rs's own.
fn is_foreign_list(element: &Element) -> bool {
    let number = match element.name.as_str() {
        "w:abstractNum" => element.attribute("w:abstractNumId"),
        "w:num" => element.attribute("w:numId"),
        _ => return false,
    };
    number != Some(OUR_LIST.to_string().as_str())
}

/// Lets the runs of a paragraph run as it does: from right to left.
fn turn_runs(element: &mut Element) {
    for below in element.elements_mut() {
        if below.name == "w:r" {
            if below.child("w:rPr").is_none() {
                below.children.insert(0, Child::Element(Element::new("w:rPr", &[])));
            }
            for properties in below.elements_mut().filter(|e| e.name == "w:rPr") {
                let last = properties.children.iter().position(|child| matches!(child, Child::Element(e) if e.name == "w:lang"));
                let at = last.unwrap_or(properties.children.len());
                properties.children.insert(at, Child::Element(Element::new("w:rtl", &[])));
            }
        } else if below.name != "w:pPr" {
            turn_runs(below);
        }
    }
}

fn place(child: &Child, order: &[&str]) -> usize {
    match child {
        Child::Element(element) => order.iter().position(|name| *name == element.name).unwrap_or(order.len()),
        Child::Text(_) => order.len(),
    }
}
