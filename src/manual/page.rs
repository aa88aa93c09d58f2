//! The Markdown of the manual, read into blocks: headings, paragraphs, lists, tables and what is shown as it stands.
//!
//! It is the part of Markdown that the manual uses and no more; what is written otherwise is taken as text. Comments are left out: they are
//! there for tests.

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Segment {
    /// A heading; 1 is the page's own.
    Heading(usize, Vec<Run>),
    /// Text that flows.
    Paragraph(Vec<Run>),
    /// One entry of a list, with what stands before it: `-` or `1.`.
    Item(String, Vec<Run>),
    /// Lines that are shown as they stand.
    Code(Vec<String>),
    /// A table.
    Table(Table),
}

/// A piece of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Run {
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
    pub head: Vec<Vec<Run>>,
    /// The rows.
    pub rows: Vec<Vec<Vec<Run>>>,
}

/// A row of a table that is too wide to be drawn as one: a term, and what is said about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The first cell, with the cells beside it that have no head of their own.
    pub term: Vec<Run>,
    /// The others, under the names of their columns where there are several.
    pub about: Vec<Vec<Run>>,
}

impl Table {
    /// The rows, one below the other.
    pub fn entries(&self) -> Vec<Row> {
        self.rows.iter().map(|row| self.entry(row)).collect()
    }

    fn entry(&self, row: &[Vec<Run>]) -> Row {
        let mut entry = Row { term: row.first().cloned().unwrap_or_default(), about: Vec::new() };
        let has_heads = self.head.iter().any(|head| !head.is_empty());
        for (column, cell) in row.iter().enumerate().skip(1).filter(|(_, cell)| !cell.is_empty()) {
            let head = self.head.get(column).filter(|head| !head.is_empty());
            match head {
                None if has_heads => entry.term.extend([Run::Plain("  ".into())].into_iter().chain(cell.clone())),
                // Of two columns, and of the second of three, the names say nothing that is not seen.
                Some(head) if self.head.len() > 3 || column > 1 && self.head.iter().filter(|h| !h.is_empty()).count() > 2 => {
                    entry.about.push(head.iter().cloned().chain([Run::Plain(": ".into())]).chain(cell.clone()).collect());
                }
                _ => entry.about.push(cell.clone()),
            }
        }
        entry
    }
}

/// The blocks of a page.
pub fn blocks(text: &str) -> Vec<Segment> {
    let (mut blocks, mut lines) = (Vec::new(), text.lines().peekable());
    while let Some(line) = lines.next() {
        if line.trim().is_empty() || line.starts_with("<!--") {
            continue;
        }
        if line.starts_with("```") {
            blocks.push(Segment::Code(lines.by_ref().take_while(|line| !line.starts_with("```")).map(str::to_owned).collect()));
        } else if line.starts_with('|') {
            let mut table = Table { head: cells(line), rows: Vec::new() };
            while let Some(row) = lines.next_if(|line| line.starts_with('|')) {
                if !row.starts_with("|---") {
                    table.rows.push(cells(row));
                }
            }
            blocks.push(Segment::Table(table));
        } else if let Some(heading) = line.starts_with('#').then(|| line.trim_start_matches('#')) {
            blocks.push(Segment::Heading(line.len() - heading.len(), spans(heading.trim())));
        } else {
            let (mark, first) = item(line).unwrap_or(("", line));
            let mut whole = first.trim().to_owned();
            while let Some(more) = lines.next_if(|line| goes_on(line)) {
                whole.push(' ');
                whole.push_str(more.trim());
            }
            let text = spans(&whole);
            blocks.push(if mark.is_empty() { Segment::Paragraph(text) } else { Segment::Item(mark.to_owned(), text) });
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
fn cells(row: &str) -> Vec<Vec<Run>> {
    const STROKE: &str = "\u{1}";
    let row = row.trim().replace("\\|", STROKE);
    let inside = row.strip_prefix('|').unwrap_or(&row);
    let inside = inside.strip_suffix('|').unwrap_or(inside);
    inside.split('|').map(|cell| spans(cell.replace(STROKE, "|").trim())).collect()
}

/// The pieces of a text. Of a link its words are left: they say where it leads.
fn spans(text: &str) -> Vec<Run> {
    let (mut spans, mut plain, mut rest) = (Vec::new(), String::new(), text);
    while let Some(c) = rest.chars().next() {
        let found = ["`", "**", "*", "["].into_iter().find(|mark| rest.starts_with(mark)).and_then(|mark| marked(rest, mark));
        let Some((span, after)) = found else {
            plain.push(c);
            rest = &rest[c.len_utf8()..];
            continue;
        };
        if !plain.is_empty() {
            spans.push(Run::Plain(std::mem::take(&mut plain)));
        }
        spans.extend(span);
        rest = after;
    }
    if !plain.is_empty() {
        spans.push(Run::Plain(plain));
    }
    spans
}

/// The piece that begins with `mark`, and what comes after it.
fn marked<'t>(text: &'t str, mark: &str) -> Option<(Vec<Run>, &'t str)> {
    let inside = text.strip_prefix(mark)?;
    let (inside, after) = inside.split_once(if mark == "[" { "](" } else { mark })?;
    match mark {
        "`" => Some((vec![Run::Code(inside.to_owned())], after)),
        "[" => Some((spans(inside), after.split_once(')')?.1)),
        "**" => Some((vec![Run::Strong(inside.replace('`', ""))], after)),
        // A star with a space behind it is one.
        _ if inside.starts_with(' ') || inside.is_empty() => None,
        _ => Some((vec![Run::Said(inside.replace('`', ""))], after)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn plain(text: &str) -> Run {
        Run::Plain(text.into())
    }

    #[test]
    fn a_page_is_read_into_its_parts() {
        let text =
            "# Keys\n\n<!-- keys -->\nPress `F1`,\nor *wait*.\n\n- one\n  more\n- **two** [three](x.md)\n\n```sh\n  a | b\n```\n2. b\n";
        let expected = [
            Segment::Heading(1, vec![plain("Keys")]),
            Segment::Paragraph(vec![plain("Press "), Run::Code("F1".into()), plain(", or "), Run::Said("wait".into()), plain(".")]),
            Segment::Item("-".into(), vec![plain("one more")]),
            Segment::Item("-".into(), vec![Run::Strong("two".into()), plain(" "), plain("three")]),
            Segment::Code(vec!["  a | b".into()]),
            Segment::Item("2.".into(), vec![plain("b")]),
        ];
        assert_eq!(blocks(text), expected);
        assert_eq!(spans("2 * 3 * 4, `open"), [plain("2 * 3 * 4, `open")]);
    }

    #[test]
    fn a_row_too_wide_is_a_term_and_what_is_said_of_it() {
        let entries = |text: &str| match blocks(text).pop() {
            Some(Segment::Table(table)) => table.entries(),
            other => panic!("{other:?}"),
        };
        let two = entries("| a | b |\n|---|---|\n| `x \\| y` | z |\n");
        assert_eq!(two, [Row { term: vec![Run::Code("x | y".into())], about: vec![vec![plain("z")]] }]);
        let beside = entries("| key | | what |\n|---|---|---|\n| id | needed | a name |\n| aim | | a sentence |\n");
        assert_eq!(beside[0], Row { term: vec![plain("id"), plain("  "), plain("needed")], about: vec![vec![plain("a name")]] });
        assert_eq!(beside[1], Row { term: vec![plain("aim")], about: vec![vec![plain("a sentence")]] });
        let three = entries("| key | what | else |\n|---|---|---|\n| a | b | c |\n");
        assert_eq!(three[0].about, [vec![plain("b")], vec![plain("else"), plain(": "), plain("c")]]);
    }
}
