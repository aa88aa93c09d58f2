//! A guide in Markdown, read into paragraphs: the only file that names the crate.
//!
//! Lines that Markdown puts together are parted again where the next begins like an item (`a)`, `•`, `1.1`) or the one before it asks:
//! CommonMark knows no such lists, and people write them.

use std::mem;

use pulldown_cmark::CodeBlockKind;
use pulldown_cmark::Event;
use pulldown_cmark::HeadingLevel;
use pulldown_cmark::Options;
use pulldown_cmark::Parser;
use pulldown_cmark::Tag;
use pulldown_cmark::TagEnd;

use crate::domain::guide::guess::marks;
use crate::domain::guide::typed::Aside;
use crate::domain::guide::typed::Cell;
use crate::domain::guide::typed::List;
use crate::domain::guide::typed::Paragraph;
use crate::domain::guide::typed::Run;
use crate::domain::guide::typed::Stands;

/// The end of a line that stands in the file and means nothing in Markdown.
const SOFT: char = '\n';

/// The end of a line that is meant.
const HARD: char = '\u{b}';

/// The paragraphs of `text`.
pub(super) fn read(text: &str) -> Vec<Paragraph> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_FOOTNOTES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let starts: Vec<usize> = [0].into_iter().chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
    let mut reader = Reader::default();
    for (event, range) in Parser::new_ext(text, options).into_offset_iter() {
        let at = starts.partition_point(|start| *start <= range.start);
        reader.event(event, at);
    }
    reader.flush();
    reader.done
}

#[derive(Default)]
struct Reader {
    done: Vec<Paragraph>,
    runs: Vec<Run>,
    /// The line in which what is being read begins.
    at: usize,
    stands: Option<Stands>,
    lists: Vec<List>,
    bold: u32,
    italic: u32,
    cell: Option<Cell>,
    tables: usize,
    /// What is being read that is no text that runs.
    aside: Option<Aside>,
    /// Where links lead that are being read.
    links: Vec<String>,
}

impl Reader {
    fn event(&mut self, event: Event<'_>, at: usize) {
        match event {
            Event::Start(tag) => self.start(tag, at),
            Event::End(tag) => self.end(tag),
            Event::Text(text) | Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => self.text(&text, at),
            Event::SoftBreak => self.text(&SOFT.to_string(), at),
            Event::HardBreak => self.text(&HARD.to_string(), at),
            Event::InlineHtml(html) if html.to_lowercase().starts_with("<br") => self.text(&HARD.to_string(), at),
            Event::InlineHtml(html) => self.beside(Aside::Notation, &html, at),
            Event::Html(html) => self.text(&html, at),
            Event::Rule => self.flush(),
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, at: usize) {
        match tag {
            Tag::Heading { level, .. } => self.begin(Some(Stands::Heading(number(level))), at),
            Tag::Paragraph => self.begin(self.stands, at),
            Tag::List(first) => {
                self.flush();
                self.stands = None;
                self.lists.push(if first.is_some() { List::Number } else { List::Bullet });
            }
            Tag::Item => {
                let depth = u8::try_from(self.lists.len().saturating_sub(1)).unwrap_or(u8::MAX);
                self.begin(self.lists.last().map(|list| Stands::Item(*list, depth)), at);
            }
            Tag::Emphasis => self.italic += 1,
            Tag::Strong => self.bold += 1,
            Tag::Strikethrough => self.open(Aside::Deleted, at),
            Tag::FootnoteDefinition(_) => self.open(Aside::Footnote, at),
            Tag::Image { .. } => self.open(Aside::Picture, at),
            Tag::HtmlBlock | Tag::MetadataBlock(_) | Tag::CodeBlock(CodeBlockKind::Fenced(_)) => self.open(Aside::Notation, at),
            // Four blanks too many make code of a text.
            Tag::CodeBlock(CodeBlockKind::Indented) => self.begin(None, at),
            Tag::Link { dest_url, .. } => self.links.push(dest_url.into_string()),
            Tag::Table(_) => {
                self.flush();
                self.tables += 1;
                self.cell = None;
            }
            Tag::TableHead | Tag::TableRow => {
                let row = self.cell.map_or(0, |cell| cell.row + 1);
                self.cell = Some(Cell { table: self.tables, row, column: 0, of: 0 });
            }
            Tag::TableCell => {
                self.begin(None, at);
                self.cell.iter_mut().for_each(|cell| cell.of += 1);
            }
            _ => self.flush(),
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Emphasis => self.italic = self.italic.saturating_sub(1),
            TagEnd::Strong => self.bold = self.bold.saturating_sub(1),
            TagEnd::Link => {
                let link = self.links.pop().unwrap_or_default();
                let said = self.runs.iter().any(|run| run.text.contains(&link));
                if !said && !link.is_empty() {
                    self.text(&format!(" ({link})"), self.at);
                }
            }
            TagEnd::List(_) => {
                self.flush();
                self.lists.pop();
                self.stands = None;
            }
            TagEnd::TableCell => {
                self.flush();
                self.cell.iter_mut().for_each(|cell| cell.column += 1);
            }
            TagEnd::TableHead | TagEnd::TableRow => {
                let Some(row) = self.cell else { return };
                // How many cells a row has is known at its end; cells that are empty do not count, as where a topic takes up a row.
                let same = |cell: &Cell| (cell.table, cell.row) == (row.table, row.row);
                let filled =
                    self.done.iter().filter_map(|p| p.cell).filter(same).map(|cell| cell.column).collect::<std::collections::BTreeSet<_>>();
                let of = if filled.len() == 1 && filled.contains(&0) { 1 } else { row.of };
                self.done.iter_mut().filter_map(|p| p.cell.as_mut()).filter(|cell| same(cell)).for_each(|cell| cell.of = of);
            }
            TagEnd::Table => self.cell = None,
            TagEnd::Strikethrough | TagEnd::Image | TagEnd::FootnoteDefinition | TagEnd::HtmlBlock | TagEnd::MetadataBlock(_) => {
                self.close();
            }
            TagEnd::CodeBlock => {
                if self.aside.is_some() {
                    self.close();
                } else {
                    self.flush();
                }
            }
            _ => self.flush(),
        }
    }

    fn begin(&mut self, stands: Option<Stands>, at: usize) {
        if self.aside.is_none() {
            self.flush();
            self.stands = stands;
            self.at = at;
        }
    }

    /// Begins what stands beside the text that runs.
    fn open(&mut self, aside: Aside, at: usize) {
        if self.aside.is_none() {
            // What is within a paragraph does not end it.
            if !matches!(aside, Aside::Deleted | Aside::Picture) {
                self.flush();
            }
            self.aside = Some(aside);
            self.beside(aside, "", at);
        }
    }

    fn close(&mut self) {
        if let Some(aside) = self.aside.take() {
            let empty = |p: &Paragraph| p.text().trim().is_empty() && aside != Aside::Picture;
            self.done.pop_if(|last| empty(last));
        }
    }

    fn beside(&mut self, aside: Aside, text: &str, at: usize) {
        self.done.push(Paragraph::plain(at, Stands::Aside(aside), text));
    }

    fn text(&mut self, text: &str, at: usize) {
        if self.aside.is_some() {
            let last = self.done.last_mut().and_then(|last| last.runs.last_mut());
            if let Some(run) = last {
                run.text.push_str(&text.replace([SOFT, HARD], " "));
            }
            return;
        }
        if self.runs.is_empty() {
            self.at = at;
        }
        self.runs.push(Run { text: text.to_owned(), bold: self.bold > 0, italic: self.italic > 0 });
    }

    /// Keeps what was read.
    fn flush(&mut self) {
        if self.aside.is_some() {
            return;
        }
        let runs = mem::take(&mut self.runs);
        let stands = self.stands.take();
        if !runs.iter().any(|run| run.text.contains(|c: char| !c.is_whitespace())) {
            // An item may begin with nothing but what is deeper.
            self.stands = stands;
            return;
        }
        let whole = matches!(stands, Some(Stands::Heading(_)));
        let ends = runs.iter().map(|run| run.text.matches([SOFT, HARD]).count()).sum::<usize>();
        let parts = parted(runs, whole);
        let starts: Vec<usize> = parts.iter().map(|(line, _)| *line).collect();
        for (n, (line, runs)) in parts.into_iter().enumerate() {
            let to = self.at + starts.get(n + 1).map_or(ends, |next| next.saturating_sub(1)).max(line);
            let stands = if n == 0 { stands.unwrap_or(Stands::Plain) } else { Stands::Below };
            self.done.push(Paragraph { at: self.at + line, to, cell: self.cell, stands, runs });
        }
        // Further paragraphs of an item are no items.
        self.stands = if self.lists.is_empty() { None } else { Some(Stands::Below) };
    }
}

/// The lines of a paragraph that are meant as such, each with how many lines of the file are before it.
fn parted(runs: Vec<Run>, whole: bool) -> Vec<(usize, Vec<Run>)> {
    let text: String = runs.iter().map(|run| run.text.as_str()).collect();
    let (mut lines, mut seen, mut count): (Vec<(usize, Vec<Run>)>, usize, usize) = (vec![(0, Vec::new())], 0, 0);
    for run in runs {
        let mut piece = String::new();
        for c in run.text.chars() {
            let end = matches!(c, SOFT | HARD);
            seen += c.len_utf8();
            if !end {
                piece.push(c);
                continue;
            }
            count += 1;
            let (before, next) = (text[..seen].trim_end(), &text[seen..]);
            let is_new =
                c == HARD || before.ends_with(['?', ':']) || marks::mark(next.split([SOFT, HARD]).next().unwrap_or_default()).is_some();
            if is_new && !whole {
                if let Some((_, line)) = lines.last_mut() {
                    line.push(Run { text: mem::take(&mut piece), ..run });
                }
                lines.push((count, Vec::new()));
            } else {
                piece.push(' ');
            }
        }
        if let Some((_, line)) = lines.last_mut().filter(|_| !piece.is_empty()) {
            line.push(Run { text: piece, ..run });
        }
    }
    lines.retain(|(_, line)| line.iter().any(|run| run.text.contains(|c: char| !c.is_whitespace())));
    lines
}

fn number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
