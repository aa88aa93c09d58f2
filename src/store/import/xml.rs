//! A part of a Word document as a small tree, by the local names of its elements.
//!
//! The only file that reads XML of others; what we write ourselves is put right in `document/docx/xml.rs`, which keeps the prefixes of names.
//! Namespaces are not looked at here: Word and those who write like it use several for the same words.
//! A document type is refused, so that there are no entities but the five of XML; depth and number of elements are bounded.

use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesStart;
use quick_xml::events::Event;

/// How deep elements may stand in one another. A text box in a table in a text box has some sixty.
const DEEPEST: usize = 200;

/// The most elements of a part; a guide of twenty pages has some ten thousand.
const MOST: usize = 400_000;

/// An element with what stands in it.
#[derive(Debug, Default)]
pub(super) struct Element {
    /// Its name without the prefix.
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    /// Its elements and texts, in order.
    pub(super) children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug)]
pub(super) enum Child {
    /// Another element.
    Element(Element),
    /// A text.
    Text(String),
}

impl Element {
    /// The value of an attribute, by its local name.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of this name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The attribute `val` of the element of this name in it, as Word says most things.
    pub(super) fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether the switch of this name is on; nothing where it is not there.
    pub(super) fn switch(&self, name: &str) -> Option<bool> {
        let value = self.child(name)?.attribute("val");
        Some(!matches!(value, Some("0" | "false" | "off" | "none")))
    }

    /// The texts directly in it.
    pub(super) fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(text.as_str()),
            Child::Element(_) => None,
        });
        texts.collect()
    }
}

/// The element that `text` is; nothing where it cannot be read.
pub(super) fn tree(text: &str) -> Option<Element> {
    let mut reader = Reader::from_str(text.strip_prefix('\u{feff}').unwrap_or(text));
    let (mut open, mut count): (Vec<Element>, usize) = (vec![Element::default()], 0);
    loop {
        let event = reader.read_event().ok()?;
        if matches!(event, Event::Start(_) | Event::Empty(_)) {
            count += 1;
        }
        if count > MOST || open.len() > DEEPEST {
            return None;
        }
        match event {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => open.last_mut()?.children.push(Child::Element(element(&start)?)),
            Event::End(_) => {
                let done = open.pop()?;
                open.last_mut()?.children.push(Child::Element(done));
            }
            Event::Text(text) => add(&mut open, &text.xml10_content())?,
            Event::CData(text) => add(&mut open, &text.into_inner())?,
            Event::GeneralRef(name) => {
                let sign = name.resolve_char_ref().ok()?.map(String::from);
                let sign = sign.or_else(|| resolve_predefined_entity(&name.into_inner()).map(str::to_owned))?;
                add(&mut open, &sign)?;
            }
            Event::DocType(_) => return None,
            Event::Comment(_) | Event::Decl(_) | Event::PI(_) => {}
            Event::Eof => break,
        }
    }
    let whole = open.pop().filter(|_| open.is_empty())?;
    whole.children.into_iter().find_map(|child| match child {
        Child::Element(element) => Some(element),
        Child::Text(_) => None,
    })
}

fn element(start: &BytesStart<'_>) -> Option<Element> {
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let name = attribute.key.local_name().as_ref().to_owned();
        attributes.push((name, attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()));
    }
    Some(Element { name: start.local_name().as_ref().to_owned(), attributes, children: Vec::new() })
}

/// Adds to the text that is being read.
fn add(open: &mut [Element], more: &str) -> Option<()> {
    let children = &mut open.last_mut()?.children;
    match children.last_mut() {
        Some(Child::Text(text)) => text.push_str(more),
        Some(Child::Element(_)) | None => children.push(Child::Text(more.to_owned())),
    }
    Some(())
}
