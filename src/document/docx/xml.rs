//! A part of a Word document as a small tree: read as docx-rs writes it, put right, and written.
//!
//! Names keep their prefixes, because docx-rs always writes the same ones and what is added here is written with them.

use quick_xml::Reader;
use quick_xml::Writer;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesDecl;
use quick_xml::events::BytesEnd;
use quick_xml::events::BytesStart;
use quick_xml::events::BytesText;
use quick_xml::events::Event;

/// An element with what stands in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Element {
    /// Its name, such as `w:p`.
    pub(super) name: String,
    /// Its attributes, in order.
    pub(super) attributes: Vec<(String, String)>,
    /// Its elements and texts, in order.
    pub(super) children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Child {
    /// Another element.
    Element(Element),
    /// A text.
    Text(String),
}

impl Element {
    /// An element of this name, with these attributes and nothing in it.
    pub(super) fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let attributes = attributes.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        Self { name: name.to_owned(), attributes, children: Vec::new() }
    }

    /// The same with `children` at its end.
    pub(super) fn holding(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Child::Element));
        self
    }

    /// The same with `text` at its end.
    pub(super) fn saying(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    /// The value of an attribute.
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

    /// The elements in it, to be changed.
    pub(super) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of this name in it.
    pub(super) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// Takes the elements out that are not wanted; texts stay.
    pub(super) fn keep(&mut self, wanted: impl Fn(&Self) -> bool) {
        self.children.retain(|child| match child {
            Child::Element(element) => wanted(element),
            Child::Text(_) => true,
        });
    }
}

/// The element that `part` is; nothing where it cannot be read.
pub(super) fn read(part: &[u8]) -> Option<Element> {
    let mut reader = Reader::from_str(std::str::from_utf8(part).ok()?);
    let mut open = vec![Element::default()];
    loop {
        match reader.read_event().ok()? {
            Event::Start(start) => open.push(element(&start)?),
            Event::Empty(start) => open.last_mut()?.children.push(Child::Element(element(&start)?)),
            Event::End(_) => {
                let done = open.pop()?;
                open.last_mut()?.children.push(Child::Element(done));
            }
            Event::Text(text) => add(&mut open, &text.xml10_content())?,
            Event::GeneralRef(name) => {
                let sign = name.resolve_char_ref().ok()?.map(String::from);
                let sign = sign.or_else(|| resolve_predefined_entity(&name.into_inner()).map(str::to_owned))?;
                add(&mut open, &sign)?;
            }
            Event::Decl(_) => {}
            Event::CData(_) | Event::DocType(_) | Event::Comment(_) | Event::PI(_) => return None,
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
        attributes.push((attribute.key.as_ref().to_owned(), attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()));
    }
    Some(Element { name: start.name().as_ref().to_owned(), attributes, children: Vec::new() })
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

/// `root` as a part; nothing where it cannot be written.
pub(super) fn write(root: &Element) -> Option<Vec<u8>> {
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), Some("yes")))).ok()?;
    write_element(&mut writer, root)?;
    Some(writer.into_inner())
}

fn write_element(writer: &mut Writer<Vec<u8>>, element: &Element) -> Option<()> {
    let attributes = element.attributes.iter().map(|(key, value)| (key.as_str(), value.as_str()));
    let start = BytesStart::new(element.name.as_str()).with_attributes(attributes);
    if element.children.is_empty() {
        return writer.write_event(Event::Empty(start)).ok();
    }
    writer.write_event(Event::Start(start)).ok()?;
    for child in &element.children {
        match child {
            Child::Element(element) => write_element(writer, element)?,
            Child::Text(text) => writer.write_event(Event::Text(BytesText::new(text))).ok()?,
        }
    }
    writer.write_event(Event::End(BytesEnd::new(element.name.as_str()))).ok()
}
