//! How a Word document looks: what its styles and its lists say of a paragraph.
//!
//! A heading is one by its outline level or by the name of its style, which some programs write in the language they speak. A list is one by
//! its numbering; what it begins with is the format of its level. (ECMA-376 part 1, 17.7 and 17.9.)

use std::collections::BTreeMap;

use crate::domain::guide::typed::List;
use crate::domain::guide::typed::Stands;
use crate::xml::Element;

/// How far a style may rest on others.
const LONGEST_CHAIN: usize = 20;

/// What headings are called, by language.
const HEADINGS: [&str; 13] = [
    "heading",
    "kop",
    "überschrift",
    "titre",
    "título",
    "titolo",
    "rubrik",
    "overskrift",
    "otsikko",
    "nagłówek",
    "cabeçalho",
    "nadpis",
    "berschrift",
];

/// What the style of a title is called.
const TITLES: [&str; 6] = ["title", "titel", "titre", "título", "titolo", "puesto"];

/// What the styles of a table of contents are called.
const CONTENTS: [&str; 7] = ["toc", "inhopg", "verzeichnis", "tm ", "tdc ", "sommario", "table of contents"];

/// What the styles of lists are called that have no numbering of their own.
const BULLETS: [&str; 4] = ["list bullet", "lijst opsom", "opsomming", "aufzählungszeichen"];
const NUMBERS: [&str; 4] = ["list number", "lijstnummering", "listennummer", "liste à numéros"];

/// The styles of a document.
#[derive(Default)]
pub(super) struct Styles(BTreeMap<String, Style>);

#[derive(Default)]
struct Style {
    name: String,
    based_on: Option<String>,
    outline: Option<u8>,
    list: Option<(String, u8)>,
    bold: Option<bool>,
    italic: Option<bool>,
}

/// What a style comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Look {
    /// What a paragraph of the style stands as, as far as the style says it.
    pub(super) stands: Option<Stands>,
    /// The list it belongs to, and how deep.
    pub(super) list: Option<(String, u8)>,
    /// Whether its words are in bold.
    pub(super) bold: bool,
    /// Whether they are in italics.
    pub(super) italic: bool,
    /// Whether it is a line of a table of contents.
    pub(super) contents: bool,
}

impl Styles {
    /// The styles that the part says.
    pub(super) fn of(part: &Element) -> Self {
        let styles = part.elements().filter(|e| e.name == "style").filter_map(|style| {
            let (paragraph, run) = (style.child("pPr"), style.child("rPr"));
            let read = Style {
                name: style.value("name").unwrap_or_default().to_lowercase(),
                based_on: style.value("basedOn").map(str::to_owned),
                outline: paragraph.and_then(|p| p.value("outlineLvl")).and_then(|level| level.parse().ok()),
                list: paragraph.and_then(list_of),
                bold: run.and_then(|run| run.switch("b")),
                italic: run.and_then(|run| run.switch("i")),
            };
            Some((style.attribute("styleId")?.to_owned(), read))
        });
        Self(styles.collect())
    }

    /// What the style of this id comes to.
    pub(super) fn look(&self, id: &str) -> Look {
        let mut look = Look::default();
        let (mut bold, mut italic) = (None, None);
        let mut next = Some(id.to_owned());
        for _ in 0..LONGEST_CHAIN {
            let Some(id) = next.take() else { break };
            // A style that the document does not hold is known by its id.
            let unknown = Style { name: id.to_lowercase(), ..Style::default() };
            let style = self.0.get(&id).unwrap_or(&unknown);
            look.stands = look.stands.or_else(|| style.stands());
            look.list = look.list.or_else(|| style.list.clone());
            look.contents |= CONTENTS.iter().any(|name| style.name.starts_with(name));
            bold = bold.or(style.bold);
            italic = italic.or(style.italic);
            next.clone_from(&style.based_on);
        }
        look.bold = bold.unwrap_or_default();
        look.italic = italic.unwrap_or_default();
        look
    }
}

impl Style {
    fn stands(&self) -> Option<Stands> {
        let name = self.name.as_str();
        let words = name.trim_end_matches(|c: char| c.is_ascii_digit());
        let level = name.get(words.len()..).and_then(|digits| digits.parse::<u8>().ok());
        let words = words.trim();
        if TITLES.contains(&words) && level.is_none() {
            return Some(Stands::Title);
        }
        if let (true, Some(level @ 1..=9)) = (HEADINGS.contains(&words), level) {
            return Some(Stands::Heading(level));
        }
        if let Some(outline @ 0..=8) = self.outline {
            return Some(Stands::Heading(outline + 1));
        }
        let depth = level.unwrap_or(1).saturating_sub(1);
        if BULLETS.iter().any(|list| words.starts_with(list)) {
            return Some(Stands::Item(List::Bullet, depth));
        }
        NUMBERS.iter().any(|list| words.starts_with(list)).then_some(Stands::Item(List::Number, depth))
    }
}

/// The list that the properties of a paragraph name, and how deep it is.
pub(super) fn list_of(properties: &Element) -> Option<(String, u8)> {
    let list = properties.child("numPr")?;
    let depth = list.value("ilvl").and_then(|depth| depth.parse().ok()).unwrap_or_default();
    Some((list.value("numId")?.to_owned(), depth))
}

/// The lists of a document: by list and depth what an item begins with.
#[derive(Default)]
pub(super) struct Lists(BTreeMap<(String, u8), String>);

impl Lists {
    /// The lists that the part says.
    pub(super) fn of(part: &Element) -> Self {
        let level = |level: &Element| {
            let depth: u8 = level.attribute("ilvl")?.parse().ok()?;
            Some((depth, level.value("numFmt").unwrap_or("decimal").to_owned()))
        };
        let levels = |of: &Element| of.elements().filter(|e| e.name == "lvl").filter_map(level).collect::<Vec<_>>();
        let kinds: BTreeMap<&str, Vec<(u8, String)>> = part
            .elements()
            .filter(|e| e.name == "abstractNum")
            .filter_map(|kind| Some((kind.attribute("abstractNumId")?, levels(kind))))
            .collect();
        let mut lists = BTreeMap::new();
        for list in part.elements().filter(|e| e.name == "num") {
            let Some(id) = list.attribute("numId") else { continue };
            let kind = list.value("abstractNumId").and_then(|kind| kinds.get(kind));
            let own = list.elements().filter(|e| e.name == "lvlOverride").flat_map(levels);
            for (depth, format) in kind.into_iter().flatten().cloned().chain(own) {
                lists.insert((id.to_owned(), depth), format);
            }
        }
        Self(lists)
    }

    /// What an item of this list is; nothing for what only looks like a paragraph.
    pub(super) fn item(&self, list: &str, depth: u8) -> Option<Stands> {
        if list == "0" {
            return None;
        }
        let format = self.0.get(&(list.to_owned(), depth)).map_or("bullet", String::as_str);
        let kind = match format {
            "none" => return None,
            "bullet" => List::Bullet,
            "lowerLetter" | "upperLetter" | "lowerRoman" => List::Letter,
            _ => List::Number,
        };
        Some(Stands::Item(kind, depth))
    }
}
