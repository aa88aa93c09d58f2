//! The Markdown of the manual, read into blocks: headings, paragraphs, lists, tables and what is shown as it stands.
//!
//! It is the part of Markdown that the manual uses and no more; what is written otherwise is taken as text. Comments are left out: they are
//! there for tests.

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading; 1 is the page's own.
    Heading(usize, Vec<Span>),
    /// Text that flows.
    Paragraph(Vec<Span>),
    /// One entry of a list, with what stands before it: `-` or `1.`.
    Item(String, Vec<Span>),
    /// Lines that are shown as they stand.
    Code(Vec<String>),
    /// A table.
    Table(Table),
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Span {
    /// As any other.
    Plain(String),
    /// What is typed, pressed or printed.
    Code(String),
    /// What stands out.
    Strong(String),
    /// What a screen says.
    Said(String),
}

/// A table: its head, and rows of as many cells.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// What stands above each column; perhaps nothing.
    pub head: Vec<Vec<Span>>,
    /// The rows.
    pub rows: Vec<Vec<Vec<Span>>>,
}

/// A row of a table that is too wide to be drawn as one: a term, and what is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The first cell, with the cells beside it that have no head of their own.
    pub term: Vec<Span>,
    /// The others, under the names of their columns where there are several.
    pub about: Vec<Vec<Span>>,
}

impl Table {
    /// The rows, one below the other.
    pub fn entries(&self) -> Vec<Entry> {
        self.rows.iter().map(|row| self.entry(row)).collect()
    }

    fn entry(&self, row: &[Vec<Span>]) -> Entry {
        let mut entry = Entry { term: row.first().cloned().unwrap_or_default(), about: Vec::new() };
        let has_heads = self.head.iter().any(|head| !head.is_empty());
        for (column, cell) in row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.is_empty()) {
            let head = self.head.get(column).filter(|head| !head.is_empty());
            match head {
                None if has_heads => entry.term.extend([Span::Plain("  ".into())].into_iter().chain(cell.clone())),
                // Of two columns, and of the second of three, the names say nothing that is not seen.
                Some(head) if self.head.len() > 3 || column > 1 && self.head.iter().filter(|h| !h.is_empty()).count() > 2 => {
                    entry.about.push(head.iter().cloned().chain([Span::Plain(": ".into())]).chain(cell.clone()).collect());
                }
                _ => entry.about.push(cell.clone()),
            }
        }
        entry
    }
}

/// The blocks of a page.
pub fn blocks(text: &str) -> Vec<Block> {
    let (mut blocks, mut lines) = (Vec::new(), text.lines().peekable());
    while let Some(line) = lines.next() {
        if line.trim().is_empty() || line.starts_with("<!--") {
            continue;
        }
        if line.starts_with("```") {
            blocks.push(Block::Code(lines.by_ref().take_while(|line| !line.starts_with("```")).map(str::to_owned).collect()));
        } else if line.starts_with('|') {
            let mut table = Table { head: cells(line), rows: Vec::new() };
            while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
                if !row.starts_with("|---") {
                    table.rows.push(cells(row));
                }
            }
            blocks.push(Block::Table(table));
        } else if let Some(heading) = line.starts_with('#').then(|| line.trim_start_matches('#')) {
            blocks.push(Block::Heading(line.len() - heading.len(), spans(heading.trim())));
        } else {
            let (mark, first) = item(line).unwrap_or(("", line));
            let mut whole = first.trim().to_owned();
            while let Some(more) = lines.next_if(|line| goes_on(line)) {
                whole.push(' ');
                whole.push_str(more.trim());
            }
            let text = spans(&whole);
            blocks.push(if mark.is_empty() { Block::Paragraph(text) } else { Block::Item(mark.to_owned(), text) });
        }
    }
    blocks
}

/// The mark and the text of an entry of a list.
fn item(line: &str) -> Option<(&str, &str)> {
    let (mark, text) = line.split_once(' ')?;
    let is_number = mark.strip_suffix('.').is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
    (mark == "-" || is_number).then_some((mark, text))
}

/// Whether `line` belongs to the text before it.
fn goes_on(line: &str) -> bool {
    !line.trim().is_empty()
        && !line.starts_with(['#', '|'])
        && !line.starts_with("```")
        && !line.starts_with("<!--")
        && item(line).is_none()
}

/// The cells of a row; `\|` is a stroke in one.
fn cells(row: &str) -> Vec<Vec<Span>> {
    const STROKE: &str = "\u{1}";
    let row = row.trim().replace("\\|", STROKE);
    let inside = row.strip_prefix('|').unwrap_or(&row);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    inside.split('|').map(|cell| spans(cell.replace(STROKE, "|").trim())).collect()
}

/// The pieces of a text. Of a link its words are left: they say where it leads.
fn spans(text: &str) -> Vec<Span> {
    let (mut spans, mut plain, mut rest) = (Vec::new(), String::new(), text);
    while let Some(c) = rest.chars().next() {
        let found = ["`", "**", "*", "["].into_iter().find(|mark| rest.starts_with(mark)).and_then(|mark| marked(rest, mark));
        let Some((span, after)) = found else {
            plain.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        if !plain.is_empty() {
            spans.push(Span::Plain(std::mem::take(&mut plain)));
        }
        spans.extend(span);
        rest = after;
    }
    if !plain.is_empty() {
        spans.push(Span::Plain(plain));
    }
    spans
}

/// The piece that begins with `mark`, and what comes after it.
fn marked<'t>(text: &'t str, mark: &str) -> Option<(Vec<Span>, &'t str)> {
    let inside = text.strip_prefix(mark)?;
    let (inside, after) = inside.split_once(if mark == "[" { "](" } else { mark })?;
    match mark {
        "`" => Some((vec![Span::Code(inside.to_owned())], after)),
        "[" => Some((spans(inside), after.split_once(')')?.1)),
        "**" => Some((vec![Span::Strong(inside.replace('`', ""))], after)),
        // A star with a space behind it is one.
        _ if inside.starts_with(' ') || inside.is_empty() => None,
        _ => Some((vec![Span::Said(inside.replace('`', ""))], after)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Span {
        Span::Plain(text.into())
    }

    #[test]
    fn a_page_is_read_into_its_parts() {
        let text =
            "# Keys\n\n<!-- keys -->\nPress `F1`,\nor *wait*.\n\n- one\n  more\n- **two** [three](x.md)\n\n```sh\n  a | b\n```\n2. b\n";
        let expected = [
            Block::Heading(1, vec![plain("Keys")]),
            Block::Paragraph(vec![plain("Press "), Span::Code("F1".into()), plain(", or "), Span::Said("wait".into()), plain(".")]),
            Block::Item("-".into(), vec![plain("one more")]),
            Block::Item("-".into(), vec![Span::Strong("two".into()), plain(" "), plain("three")]),
            Block::Code(vec!["  a | b".into()]),
            Block::Item("2.".into(), vec![plain("b")]),
        ];
        assert_eq!(blocks(text), expected);
        assert_eq!(spans("2 * 3 * 4, `open"), [plain("2 * 3 * 4, `open")]);
    }

    #[test]
    fn a_row_too_wide_is_a_term_and_what_is_said_of_it() {
        let entries = |text: &str| match blocks(text).pop() {
            Some(Block::Table(table)) => table.entries(),
            other => panic!("{other:?}"),
        };
        let two = entries("| a | b |\n|---|---|\n| `x \\| y` | z |\n");
        assert_eq!(two, [Entry { term: vec![Span::Code("x | y".into())], about: vec![vec![plain("z")]] }]);
        let beside = entries("| key | | what |\n|---|---|---|\n| id | needed | a name |\n| aim | | a sentence |\n");
        assert_eq!(beside[0], Entry { term: vec![plain("id"), plain("  "), plain("needed")], about: vec![vec![plain("a name")]] });
        assert_eq!(beside[1], Entry { term: vec![plain("aim")], about: vec![vec![plain("a sentence")]] });
        let three = entries("| key | what | else |\n|---|---|---|\n| a | b | c |\n");
        assert_eq!(three[0].about, [vec![plain("b")], vec![plain("else"), plain(": "), plain("c")]]);
    }
}
