//! A page as lines for a terminal: text wrapped to its width, tables in columns where there is room for them.

use textwrap::Options;
use textwrap::WordSeparator;
use textwrap::WordSplitter;
use textwrap::core::display_width;

use crate::manual::page::Run;
use crate::manual::page::Segment;
use crate::manual::page::Table;
use crate::manual::page::blocks;

/// What a line is, for whoever colours it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineKind {
    /// A heading.
    Heading,
    /// Anything else.
    Text,
}

/// A line of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageLine {
    /// What it is.
    pub kind: LineKind,
    /// What stands there.
    pub text: String,
}

/// How far what is said of a term stands in.
const STEP: &str = "    ";
/// Between two columns.
const GAP: usize = 2;

/// The page `text` in lines of at most `width` cells; what is shown as it stands may be longer.
pub fn lines(text: &str, width: usize) -> Vec<PageLine> {
    let (mut lines, mut in_list) = (Vec::<PageLine>::new(), false);
    for block in blocks(text) {
        let is_item = matches!(block, Segment::Item(..));
        let goes_on = in_list && is_item;
        if !goes_on && !lines.is_empty() {
            lines.push(PageLine { kind: LineKind::Text, text: String::new() });
        }
        in_list = is_item;
        let kind = if matches!(block, Segment::Heading(..)) { LineKind::Heading } else { LineKind::Text };
        lines.extend(of(&block, width).into_iter().map(|text| PageLine { kind, text }));
    }
    lines
}

/// The same, and nothing is longer: what is shown as it stands goes on below itself, further in.
pub(crate) fn folded(text: &str, width: usize) -> Vec<PageLine> {
    let fold = |line: PageLine| {
        if display_width(&line.text) <= width {
            return vec![line];
        }
        let further = format!("{}{STEP}", " ".repeat(line.text.len() - line.text.trim_start().len()));
        let options = Options::new(width).subsequent_indent(&further).word_separator(WordSeparator::AsciiSpace);
        let rows = textwrap::wrap(&line.text, options.word_splitter(WordSplitter::NoHyphenation));
        rows.into_iter().map(|text| PageLine { kind: line.kind, text: text.trim_end().to_owned() }).collect()
    };
    lines(text, width).into_iter().flat_map(fold).collect()
}

fn of(block: &Segment, width: usize) -> Vec<String> {
    match block {
        Segment::Heading(level, text) => heading(*level, &words(text), width),
        Segment::Paragraph(text) => wrapped(&words(text), width, "", ""),
        Segment::Item(mark, text) => wrapped(&words(text), width, &format!("{mark} "), &" ".repeat(mark.len() + 1)),
        Segment::Code(code) => code.iter().map(|line| format!("{STEP}{line}")).collect(),
        Segment::Table(table) => columns(table, width).unwrap_or_else(|| entries(table, width)),
    }
}

fn heading(level: usize, text: &str, width: usize) -> Vec<String> {
    let mut lines = wrapped(text, width, "", "");
    let under = match level {
        1 => "=",
        2 => "-",
        _ => return lines,
    };
    let longest = lines.iter().map(|line| display_width(line)).max().unwrap_or_default();
    lines.push(under.repeat(longest));
    lines
}

/// Words without their marks. One character alone is put into quotes, or nobody would see that it is to be typed.
fn words(text: &[Run]) -> String {
    let flows = text.iter().any(|span| !matches!(span, Run::Code(_)) && !matches!(span, Run::Plain(p) if p.trim().is_empty()));
    let word = |span: &Run| match span {
        Run::Code(c) if flows && c.chars().nth(1).is_none() => format!("'{c}'"),
        Run::Plain(t) | Run::Code(t) | Run::Strong(t) | Run::Said(t) => t.clone(),
    };
    text.iter().map(word).collect()
}

/// `text` in lines of `width` cells, which begin so; no word is broken.
pub(crate) fn wrapped(text: &str, width: usize, first: &str, further: &str) -> Vec<String> {
    let options = Options::new(width).initial_indent(first).subsequent_indent(further).break_words(false);
    // Between spaces only: a path or a flag in two pieces is not what is to be typed.
    let options = options.word_separator(WordSeparator::AsciiSpace).word_splitter(WordSplitter::NoHyphenation);
    textwrap::wrap(text, options).into_iter().map(|line| line.trim_end().to_owned()).collect()
}

/// The table in columns, the last of them wrapped; nothing where that leaves it less than half of the room.
fn columns(table: &Table, width: usize) -> Option<Vec<String>> {
    let rows: Vec<Vec<String>> =
        std::iter::once(&table.head).chain(&table.rows).map(|row| row.iter().map(|cell| words(cell)).collect()).collect();
    let last = table.head.len().checked_sub(1)?;
    let widest = |column: usize| rows.iter().filter_map(|row| row.get(column)).map(|cell| display_width(cell)).max().unwrap_or_default();
    let widths: Vec<usize> = (0..last).map(widest).collect();
    let before: usize = widths.iter().map(|w| w + GAP).sum();
    if before + widest(last).min(width / 2) > width {
        return None;
    }
    let has_head = rows[0].iter().any(|head| !head.is_empty());
    let mut lines = Vec::new();
    for (n, row) in rows.iter().enumerate().skip(usize::from(!has_head)) {
        let cell = |(column, width): (usize, &usize)| {
            let text = row.get(column).map_or("", String::as_str);
            format!("{text}{}", " ".repeat(width + GAP - display_width(text)))
        };
        let start: String = widths.iter().enumerate().map(cell).collect();
        let end = row.get(last).map_or("", String::as_str);
        if end.is_empty() {
            lines.push(start.trim_end().to_owned());
        } else {
            lines.extend(wrapped(end, width, &start, &" ".repeat(before)));
        }
        if n == 0 {
            let rule = widths.iter().copied().chain([widest(last).min(width - before)]).map(|w| "-".repeat(w));
            lines.push(rule.collect::<Vec<_>>().join(&" ".repeat(GAP)));
        }
    }
    Some(lines)
}

/// The rows one below the other, with a line between them.
fn entries(table: &Table, width: usize) -> Vec<String> {
    let mut lines = Vec::new();
    for entry in table.entries() {
        if !lines.is_empty() {
            lines.push(String::new());
        }
        lines.extend(wrapped(&words(&entry.term), width, "", ""));
        lines.extend(entry.about.iter().flat_map(|about| wrapped(&words(about), width, STEP, STEP)));
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(text: &str, width: usize) -> String {
        lines(text, width).into_iter().map(|line| line.text + "\n").collect()
    }

    #[test]
    fn text_is_wrapped_and_what_is_typed_can_be_told_from_it() {
        let text = "# The room\n\nPress `a`, or `Ctrl-Q` twice.\n\n- one two three\n- four\n\n```sh\nhearback help interview\n```\n";
        let expected = "The room\n========\n\nPress 'a', or\nCtrl-Q twice.\n\n- one two\n  three\n- four\n\n    hearback help interview\n";
        assert_eq!(page(text, 13), expected);
        assert_eq!(lines(text, 13)[0].kind, LineKind::Heading);
    }

    #[test]
    fn a_table_has_columns_where_there_is_room() {
        let text = "| keys | what they do |\n|---|---|\n| `n` `F2` | Set up a new interview. |\n| `q` | |\n";
        let wide = "keys  what they do\n----  -----------------------\nn F2  Set up a new interview.\nq\n";
        assert_eq!(page(text, 40), wide);
        assert_eq!(page(text, 20), "keys  what they do\n----  --------------\nn F2  Set up a new\n      interview.\nq\n");
        assert_eq!(
            page(text, 8),
            "n F2\n    Set up a new interview.\n\nq\n".replace("Set up a new interview.", "Set\n    up a\n    new\n    interview.")
        );
    }

    #[test]
    fn what_is_shown_as_it_stands_goes_on_below_itself_where_it_is_to_fit() {
        let rows: Vec<String> = folded("```\nhearback help interview\n```\n", 18).into_iter().map(|line| line.text).collect();
        assert_eq!(rows, ["    hearback help", "        interview"]);
    }

    #[test]
    fn a_table_without_a_head_has_none() {
        assert_eq!(page("| | |\n|---|---|\n| a | b |\n", 20), "a  b\n");
    }
}
