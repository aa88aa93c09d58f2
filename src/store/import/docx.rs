//! A Word document, read into paragraphs.
//!
//! Text that runs comes in its order; what stands beside it (text boxes, notes, remarks in the margin, headers, deleted and hidden text)
//! comes right after the paragraph it hangs on, or at the end, and is marked as that.

use std::collections::BTreeMap;

use crate::domain::guide::typed::Aside;
use crate::domain::guide::typed::Cell;
use crate::domain::guide::typed::Paragraph;
use crate::domain::guide::typed::Run;
use crate::domain::guide::typed::Stands;
use crate::store::import::look::Lists;
use crate::store::import::look::Look;
use crate::store::import::look::Styles;
use crate::store::import::look::list_of;
use crate::store::import::package::Package;
use crate::store::import::unreadable::Unreadable;
use crate::xml::Element;

/// Reads the document in `bytes`.
pub(super) fn read(bytes: &[u8]) -> Result<Vec<Paragraph>, Unreadable> {
    let mut package = Package::open(bytes)?;
    let main = package.relations("")?.into_iter().find(|r| r.kind == "officeDocument");
    let main = main.map_or_else(|| "word/document.xml".to_owned(), |relation| relation.part);
    let document = package.needed(&main)?;
    let body = document.child("body").ok_or_else(|| Unreadable::PartBroken(main.clone()))?;
    let mut reader = Reader::default();
    let mut around = Vec::new();
    for relation in package.relations(&main)? {
        match relation.kind.as_str() {
            // Without them the words are still there.
            "styles" => reader.styles = package.part(&relation.part)?.map(|part| Styles::of(&part)).unwrap_or_default(),
            "numbering" => reader.lists = package.part(&relation.part)?.map(|part| Lists::of(&part)).unwrap_or_default(),
            "footnotes" | "endnotes" => reader.notes(package.part(&relation.part)?.as_ref(), Aside::Footnote),
            "comments" => reader.notes(package.part(&relation.part)?.as_ref(), Aside::Comment),
            "header" | "footer" => around.extend(package.part(&relation.part)?),
            _ => {}
        }
    }
    reader.blocks(body, None);
    let headers: Vec<String> = around.iter().map(all_text).collect();
    for (n, text) in headers.iter().enumerate().filter(|(_, text)| text.contains(char::is_alphanumeric)) {
        // Pages of two kinds often say the same at their top.
        if !headers[..n].contains(text) {
            reader.aside(Aside::PageHeader, text.clone());
        }
    }
    Ok(reader.paragraphs)
}

#[derive(Default)]
struct Reader {
    styles: Styles,
    lists: Lists,
    /// Footnotes, endnotes and comments by their kind and id.
    noted: BTreeMap<(&'static str, String), (Aside, String)>,
    paragraphs: Vec<Paragraph>,
    count: usize,
    tables: usize,
}

/// What is read of one paragraph.
#[derive(Default)]
struct Words {
    runs: Vec<Run>,
    asides: Vec<(Aside, String)>,
}

impl Reader {
    fn notes(&mut self, part: Option<&Element>, aside: Aside) {
        for note in part.into_iter().flat_map(Element::elements) {
            let kind = match note.name.as_str() {
                "footnote" => "footnoteReference",
                "endnote" => "endnoteReference",
                _ => "commentReference",
            };
            if let Some(id) = note.attribute("id") {
                self.noted.insert((kind, id.to_owned()), (aside, all_text(note)));
            }
        }
    }

    /// Reads the paragraphs and tables in `parent`.
    fn blocks(&mut self, parent: &Element, cell: Option<Cell>) {
        for block in parent.elements() {
            match block.name.as_str() {
                "p" => self.paragraph(block, cell),
                "tbl" if cell.is_none() => self.table(block),
                // A table in a cell is read as that cell's paragraphs.
                "tbl" => {
                    for inner in rows(block).into_iter().flat_map(cells) {
                        self.blocks(inner, cell);
                    }
                }
                "sdt" if is_contents(block) => self.aside(Aside::Contents, all_text(block)),
                "del" | "moveFrom" => self.aside(Aside::Deleted, all_text(block)),
                "AlternateContent" => {
                    if let Some(choice) = block.child("Choice").or_else(|| block.child("Fallback")) {
                        self.blocks(choice, cell);
                    }
                }
                "tcPr" | "sdtPr" | "sectPr" => {}
                _ => self.blocks(block, cell),
            }
        }
    }

    fn table(&mut self, table: &Element) {
        let number = self.tables;
        self.tables += 1;
        for (row, tr) in rows(table).into_iter().enumerate() {
            let cells = cells(tr);
            let of = cells.len();
            for (column, inner) in cells.into_iter().enumerate() {
                self.blocks(inner, Some(Cell { table: number, row, column, of }));
            }
        }
    }

    fn paragraph(&mut self, paragraph: &Element, cell: Option<Cell>) {
        self.count += 1;
        let properties = paragraph.child("pPr");
        let look = properties.and_then(|p| p.value("pStyle")).map(|style| self.styles.look(style)).unwrap_or_default();
        let mut words = Words::default();
        self.words(paragraph, &look, &mut words);
        let stands = self.stands(properties, &look);
        let text: String = words.runs.iter().map(|run| run.text.as_str()).collect();
        if look.contents {
            self.aside(Aside::Contents, text);
        } else if text.contains(|c: char| !c.is_whitespace()) {
            self.split(cell, stands, words.runs);
        }
        for (aside, text) in words.asides {
            self.aside(aside, text);
        }
    }

    /// Keeps a paragraph: one for each of its lines, but for a heading.
    fn split(&mut self, cell: Option<Cell>, stands: Stands, runs: Vec<Run>) {
        let whole = matches!(stands, Stands::Title | Stands::Heading(_));
        let mut lines: Vec<Vec<Run>> = vec![Vec::new()];
        for run in runs {
            for (n, text) in run.text.split('\n').enumerate() {
                if n > 0 && !whole {
                    lines.push(Vec::new());
                }
                let text = if n > 0 && whole { format!(" {text}") } else { text.to_owned() };
                if let Some(line) = lines.last_mut().filter(|_| !text.is_empty()) {
                    line.push(Run { text, ..run });
                }
            }
        }
        let written = lines.into_iter().filter(|line| line.iter().any(|run| run.text.contains(|c: char| !c.is_whitespace())));
        for (n, runs) in written.enumerate() {
            let stands = if n == 0 { stands } else { Stands::Below };
            self.paragraphs.push(Paragraph { at: self.count, to: self.count, cell, stands, runs });
        }
    }

    fn aside(&mut self, aside: Aside, text: String) {
        if aside == Aside::Picture || text.contains(|c: char| !c.is_whitespace()) {
            self.paragraphs.push(Paragraph::plain(self.count.max(1), Stands::Aside(aside), text));
        }
    }

    fn stands(&self, properties: Option<&Element>, look: &Look) -> Stands {
        let outline = properties.and_then(|p| p.value("outlineLvl")).and_then(|level| level.parse::<u8>().ok());
        let heading = outline.filter(|level| *level < 9).map(|level| Stands::Heading(level + 1));
        let styled = look.stands.filter(|stands| matches!(stands, Stands::Title | Stands::Heading(_)));
        let own = properties.and_then(list_of);
        let list = own.or_else(|| look.list.clone());
        let item = match &list {
            Some((list, depth)) => self.lists.item(list, *depth),
            None => look.stands,
        };
        styled.or(heading).or(item).unwrap_or(Stands::Plain)
    }

    /// Reads the words in `parent`, and what hangs on them.
    fn words(&self, parent: &Element, look: &Look, words: &mut Words) {
        for child in parent.elements() {
            match child.name.as_str() {
                "r" => self.run(child, look, words),
                "pPr" | "rPr" | "sdtPr" | "fldData" => {}
                "del" | "moveFrom" => words.asides.push((Aside::Deleted, all_text(child))),
                "AlternateContent" => {
                    if let Some(choice) = child.child("Choice").or_else(|| child.child("Fallback")) {
                        self.words(choice, look, words);
                    }
                }
                _ => self.words(child, look, words),
            }
        }
    }

    fn run(&self, run: &Element, look: &Look, words: &mut Words) {
        let none = Element::default();
        let properties = run.child("rPr").unwrap_or(&none);
        let style = properties.value("rStyle").map(|style| self.styles.look(style)).unwrap_or_default();
        let bold = properties.switch("b").unwrap_or(look.bold || style.bold);
        let italic = properties.switch("i").unwrap_or(look.italic || style.italic);
        let mut text = String::new();
        self.inside(run, &mut text, words);
        if text.is_empty() {
            return;
        }
        if properties.switch("vanish") == Some(true) {
            words.asides.push((Aside::Hidden, text));
        } else {
            words.runs.push(Run { text, bold, italic });
        }
    }

    /// What stands in a run.
    fn inside(&self, run: &Element, text: &mut String, words: &mut Words) {
        for part in run.elements() {
            match part.name.as_str() {
                "t" => text.push_str(&part.text()),
                "tab" | "ptab" => text.push('\t'),
                "br" if matches!(part.attribute("type"), Some("page" | "column")) => {}
                "br" | "cr" => text.push('\n'),
                "noBreakHyphen" => text.push('-'),
                "delText" => words.asides.push((Aside::Deleted, part.text())),
                "footnoteReference" | "endnoteReference" | "commentReference" => {
                    let noted = self.noted.iter().find(|((kind, id), _)| *kind == part.name && part.attribute("id") == Some(id));
                    words.asides.extend(noted.map(|(_, noted)| noted.clone()));
                }
                "AlternateContent" => {
                    if let Some(choice) = part.child("Choice").or_else(|| part.child("Fallback")) {
                        self.inside(choice, text, words);
                    }
                }
                "drawing" | "pict" | "object" => words.asides.push(drawn(part)),
                _ => {}
            }
        }
    }
}

/// The rows of a table, those that were added while changes were tracked included.
fn rows(table: &Element) -> Vec<&Element> {
    within(table, "tr")
}

fn cells(row: &Element) -> Vec<&Element> {
    within(row, "tc")
}

/// The elements of this name, where others may stand around them.
fn within<'e>(parent: &'e Element, name: &str) -> Vec<&'e Element> {
    let mut found = Vec::new();
    for element in parent.elements() {
        match element.name.as_str() {
            own if own == name => found.push(element),
            "sdt" | "sdtContent" | "ins" | "customXml" => found.extend(within(element, name)),
            _ => {}
        }
    }
    found
}

/// A text box, or else a picture with what is told of it.
fn drawn(drawing: &Element) -> (Aside, String) {
    let text = texts_in(drawing, "txbxContent");
    if text.contains(|c: char| !c.is_whitespace()) {
        return (Aside::TextBox, text);
    }
    (Aside::Picture, told_of(drawing).unwrap_or_default().to_owned())
}

fn texts_in(element: &Element, name: &str) -> String {
    if element.name == name {
        return all_text(element);
    }
    let inside = |e: &&Element| element.name != "AlternateContent" || e.name == "Choice" || element.child("Choice").is_none();
    element.elements().filter(inside).map(|e| texts_in(e, name)).collect()
}

/// What a person wrote about a picture, for those who cannot see it.
fn told_of(drawing: &Element) -> Option<&str> {
    let own = drawing.attribute("descr").filter(|_| drawing.name == "docPr");
    own.or_else(|| drawing.elements().find_map(told_of))
}

fn is_contents(block: &Element) -> bool {
    let gallery = block.child("sdtPr").and_then(|p| p.child("docPartObj")).and_then(|o| o.value("docPartGallery"));
    gallery == Some("Table of Contents")
}

/// All that can be read in an element, a blank between paragraphs.
fn all_text(element: &Element) -> String {
    let mut text = String::new();
    collect(element, &mut text);
    text.trim().to_owned()
}

fn collect(element: &Element, text: &mut String) {
    match element.name.as_str() {
        "t" | "delText" => text.push_str(&element.text()),
        "tab" | "br" | "cr" => text.push(' '),
        "noBreakHyphen" => text.push('-'),
        "AlternateContent" => {
            if let Some(choice) = element.child("Choice").or_else(|| element.child("Fallback")) {
                collect(choice, text);
            }
        }
        _ => {
            element.elements().for_each(|child| collect(child, text));
            if element.name == "p" && !text.ends_with(' ') {
                text.push(' ');
            }
        }
    }
}
