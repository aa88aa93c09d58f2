//! A guide in plain text: lines put together into the paragraphs that they are.
//!
//! Some people end a line at the edge of the window, others only where a paragraph ends; what begins like an item begins one. Headings are
//! those that are underlined or begin with `#`; which other lines are headings is not known here.

use crate::domain::guide::guess::marks;
use crate::domain::guide::typed::Paragraph;
use crate::domain::guide::typed::Run;
use crate::domain::guide::typed::Stands;

/// A line this long that ends in no stop goes on in the next.
const LONG: usize = 55;

/// How many blanks a tab is worth.
const TAB: usize = 4;

/// The paragraphs of `text`.
pub(super) fn read(text: &str) -> Vec<Paragraph> {
    let mut reader = Reader::default();
    // The signs with which Word parts lines and pages in a text.
    let text = text.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}', '\u{2028}', '\u{2029}', '\u{85}'], "\n");
    for (at, line) in (1..).zip(text.split('\n')) {
        reader.line(at, line);
    }
    for paragraph in &mut reader.done {
        paragraph.runs = runs(&paragraph.text());
    }
    reader.done
}

/// The words of a line in runs: `*so*` and `_so_` stand for italics, `**so**` for bold, as people write where there are none.
fn runs(text: &str) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    let (mut at, mut plain) = (0, 0);
    while let Some(open) = text[at..].find(['*', '_']).map(|n| at + n) {
        let sign = &text[open..=open];
        let sign = if text[open..].starts_with("**") { "**" } else { sign };
        let inner = open + sign.len();
        let begins = !text[..open].ends_with(|c: char| c.is_alphanumeric()) && !text[inner..].starts_with([' ', '*', '_']);
        let length = text[inner..].find(sign).filter(|length| *length > 0);
        let close = length.map(|length| inner + length).filter(|close| {
            let (within, after) = (&text[inner..*close], &text[close + sign.len()..]);
            begins && !within.ends_with(' ') && !after.starts_with(|c: char| c.is_alphanumeric())
        });
        let Some(close) = close else {
            at = inner;
            continue;
        };
        found.push(Run { text: text[plain..open].to_owned(), ..Run::default() });
        found.push(Run { text: text[inner..close].to_owned(), bold: sign == "**", italic: sign != "**" });
        at = close + sign.len();
        plain = at;
    }
    found.push(Run { text: text[plain..].to_owned(), ..Run::default() });
    found.retain(|run| !run.text.is_empty());
    found
}

#[derive(Default)]
struct Reader {
    done: Vec<Paragraph>,
    /// How far the items that are open are indented, the outermost first.
    indents: Vec<usize>,
    /// The line before, if it is not empty: how far it is indented, and its text.
    before: Option<(usize, String)>,
}

impl Reader {
    fn line(&mut self, at: usize, line: &str) {
        let text = line.trim();
        if text.is_empty() {
            self.before = None;
            return;
        }
        if let Some(level) = underlines(text).filter(|_| self.before.is_some()) {
            self.done.last_mut().into_iter().for_each(|last| last.stands = Stands::Heading(level));
            self.before = None;
            return;
        }
        if is_rule(text) {
            self.before = None;
            return;
        }
        let indent = indent(line);
        let signs = text.len() - text.trim_start_matches('#').len();
        if (1..=6).contains(&signs) && text[signs..].starts_with(' ') {
            self.push(at, Stands::Heading(u8::try_from(signs).unwrap_or(6)), text[signs..].trim_matches([' ', '#']));
            self.indents.clear();
            self.before = None;
            return;
        }
        if let Some(mark) = marks::mark(text) {
            self.indents.retain(|open| *open < indent);
            let depth = u8::try_from(self.indents.len()).unwrap_or(u8::MAX);
            self.indents.push(indent);
            self.push(at, Stands::Item(mark.list, depth), text);
        } else if let Some(last) = self.done.last_mut().filter(|last| goes_on(self.before.as_ref(), last, indent, text)) {
            last.to = at;
            for run in &mut last.runs {
                run.text.push(' ');
                run.text.push_str(text);
            }
        } else {
            if indent == 0 {
                self.indents.clear();
            }
            self.push(at, Stands::Plain, text);
        }
        self.before = Some((indent, text.to_owned()));
    }

    fn push(&mut self, at: usize, stands: Stands, text: &str) {
        self.done.push(Paragraph::plain(at, stands, text));
    }
}

/// Whether a line goes on with the paragraph before it.
fn goes_on(before: Option<&(usize, String)>, last: &Paragraph, indent: usize, text: &str) -> bool {
    let Some((indent_before, line)) = before else { return false };
    let ends = line.ends_with(['.', '?', '!', ':', ';', '…', ')', ']', '"', '”']);
    let hangs = matches!(last.stands, Stands::Item(..)) && indent > *indent_before && !line.ends_with(['?', ':']);
    text.starts_with(char::is_lowercase) || hangs || line.chars().count() >= LONG && !ends
}

fn indent(line: &str) -> usize {
    line.chars().take_while(|c| c.is_whitespace()).map(|c| if c == '\t' { TAB } else { 1 }).sum()
}

/// The level of the heading that a line of these signs makes of the line above it.
fn underlines(text: &str) -> Option<u8> {
    let of = |sign: char| text.chars().count() >= 3 && text.chars().all(|c| c == sign);
    if of('=') { Some(1) } else { of('-').then_some(2) }
}

/// Whether a line only parts what is above it from what is below.
fn is_rule(text: &str) -> bool {
    text.chars().count() >= 3 && text.chars().all(|c| matches!(c, '-' | '=' | '_' | '*' | '–' | '—' | '.'))
}
