//! A part of a Word document, of a project for analysis, or a picture, as a small tree: what others wrote is read here, and what docx-rs wrote is
//! read, put right, and written.
//!
//! A document type is refused, so that there are no entities but the five of XML; depth and number of elements are bounded. What is too large for a
//! tree is gone through instead (`stream.rs`).

pub(crate) mod stream;

use quick_xml::Reader;
use quick_xml::Writer;
use quick_xml::XmlVersion;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::BytesDecl;
use quick_xml::events::BytesEnd;
use quick_xml::events::BytesStart;
use quick_xml::events::BytesText;
use quick_xml::events::Event;

/// How deep elements may stand in one another. A text box in a table in a text box has some sixty.
const DEEPEST: usize = 200;

/// The most elements of a part; a guide of twenty pages has some ten thousand.
const MOST: usize = 400_000;

/// How elements and attributes are named in a tree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Names {
    /// As they are written, such as `w:p`: docx-rs always writes the same prefixes, and what is added is written with them.
    Whole,
    /// Without the prefix: Word and those who write like it use several for the same words.
    Local,
}

/// An element with what stands in it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Element {
    /// Its name.
    pub(crate) name: String,
    /// Its attributes, in order.
    pub(crate) attributes: Vec<(String, String)>,
    /// Its elements and texts, in order.
    pub(crate) children: Vec<Child>,
}

/// What stands in an element.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Child {
    /// Another element.
    Element(Element),
    /// A text.
    Text(String),
}

impl Element {
    /// An element of this name, with these attributes and nothing in it.
    pub(crate) fn new(name: &str, attributes: &[(&str, &str)]) -> Self {
        let attributes = attributes.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        Self { name: name.to_owned(), attributes, children: Vec::new() }
    }

    /// The same with `children` at its end.
    pub(crate) fn holding(mut self, children: impl IntoIterator<Item = Self>) -> Self {
        self.children.extend(children.into_iter().map(Child::Element));
        self
    }

    /// The same with `text` at its end.
    pub(crate) fn saying(mut self, text: &str) -> Self {
        self.children.push(Child::Text(text.to_owned()));
        self
    }

    /// The value of an attribute.
    pub(crate) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The elements in it.
    pub(crate) fn elements(&self) -> impl Iterator<Item = &Self> {
        self.children.iter().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The elements in it, to be changed.
    pub(crate) fn elements_mut(&mut self) -> impl Iterator<Item = &mut Self> {
        self.children.iter_mut().filter_map(|child| match child {
            Child::Element(element) => Some(element),
            Child::Text(_) => None,
        })
    }

    /// The first element of this name in it.
    pub(crate) fn child(&self, name: &str) -> Option<&Self> {
        self.elements().find(|element| element.name == name)
    }

    /// The attribute `val` of the element of this name in it, as Word says most things.
    pub(crate) fn value(&self, name: &str) -> Option<&str> {
        self.child(name)?.attribute("val")
    }

    /// Whether the switch of this name is on; nothing where it is not there.
    pub(crate) fn switch(&self, name: &str) -> Option<bool> {
        let value = self.child(name)?.attribute("val");
        Some(!matches!(value, Some("0" | "false" | "off" | "none")))
    }

    /// The texts directly in it.
    pub(crate) fn text(&self) -> String {
        let texts = self.children.iter().filter_map(|child| match child {
            Child::Text(text) => Some(text.as_str()),
            Child::Element(_) => None,
        });
        texts.collect()
    }

    /// Takes the elements out that are not wanted; texts stay.
    pub(crate) fn keep(&mut self, wanted: impl Fn(&Self) -> bool) {
        self.children.retain(|child| match child {
            Child::Element(element) => wanted(element),
            Child::Text(_) => true,
        });
    }
}

/// The element that `text` is; nothing where it cannot be read.
pub(crate) fn read(text: &str, names: Names) -> Option<Element> {
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
            Event::Start(start) => open.push(element(&start, names)?),
            Event::Empty(start) => open.last_mut()?.children.push(Child::Element(element(&start, names)?)),
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

fn element(start: &BytesStart<'_>, names: Names) -> Option<Element> {
    let said = |whole: &str, local: &str| if names == Names::Whole { whole.to_owned() } else { local.to_owned() };
    let mut attributes = Vec::new();
    for attribute in start.attributes() {
        let attribute = attribute.ok()?;
        let name = said(attribute.key.as_ref(), attribute.key.local_name().as_ref());
        attributes.push((name, attribute.normalized_value(XmlVersion::Implicit1_0).ok()?.into_owned()));
    }
    Some(Element { name: said(start.name().as_ref(), start.local_name().as_ref()), attributes, children: Vec::new() })
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
pub(crate) fn write(root: &Element) -> Option<Vec<u8>> {
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
