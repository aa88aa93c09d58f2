//! YAML text to a tree in which everything knows its place.
//!
//! The only file that names the YAML crate. It uses that crate's event reader instead of its serde side, for three reasons: a value
//! stays the text that stands in the file (`version: 1.10` is not a number, the probe `- no` not a truth value); a key that stands
//! twice can be told with both places; and problems go on being found after the first. What guides and lists do not need is refused
//! with words instead of being half understood: anchors and aliases (the way of the "billion laughs"), tags, keys that are no text, a
//! second document. Size, nesting and number of parts are bounded before anything is built. No IO; any thread.

use std::collections::BTreeMap;

use serde_yaml::granit_parser;
use serde_yaml::granit_parser::ErrorKind;
use serde_yaml::granit_parser::Event;
use serde_yaml::granit_parser::Parser;
use serde_yaml::granit_parser::ScalarStyle;
use serde_yaml::granit_parser::ScanError;
use serde_yaml::granit_parser::Span;
use serde_yaml::granit_parser::StrInput;

use crate::store::legible;
use crate::store::problem::At;
use crate::store::problem::Problems;
use crate::store::problem::steers;
use crate::store::repair::Over;
use crate::store::repair::Stumble;
use crate::store::repair::is_an_item;
use crate::store::repair::quoted;
use crate::store::repair::repaired;
use crate::words::say;

/// The most parts (texts, lists, mappings) a file may have. The longest guide of the reference study has about 500.
const MAX_PARTS: usize = 20_000;

/// How deep lists and mappings may stand in one another. A guide needs seven.
const MAX_DEPTH: usize = 16;

/// A part of a file, and where it begins.
#[derive(Debug)]
pub(crate) struct Node {
    pub(crate) at: At,
    pub(crate) value: Value,
}

/// What stands there.
#[derive(Debug)]
pub(crate) enum Value {
    /// A text, as it is meant after quotes and folding are undone.
    Text(String),
    /// Nothing: a key without a value.
    Empty,
    /// A list.
    List(Vec<Node>),
    /// A mapping; every key once.
    Map(Vec<(YamlKey, Node)>),
    /// Something a problem has already been told about; whoever reads the tree stays silent on it.
    Told,
}

/// A key and its place.
#[derive(Debug)]
pub(crate) struct YamlKey {
    pub(crate) at: At,
    pub(crate) text: String,
}

/// The tree of a file; nothing if its text cannot be understood as YAML, and then `problems` say why.
pub(crate) fn tree(text: &str, problems: &mut Problems) -> Option<Node> {
    legible::tell_steering(text, problems);
    // What steers a terminal is told; the rest of its line can be read.
    let text = text.replace(steers, "\u{fffd}");
    let text = &*repaired(&text, stumble, problems);
    let mut builder = Builder { text, parser: Parser::new_from_str_with_options(text, options()), parts: 0, problems };
    builder.document().unwrap_or_default()
}

/// How files are read.
fn options() -> granit_parser::Options {
    granit_parser::options! {
        emit_comments: false,
        emit_unresolved_aliases: true,
        disallow_directives: true,
        flow_nesting_limit: MAX_DEPTH,
        block_nesting_limit: MAX_DEPTH,
    }
}

/// Where `text` cannot be read on as YAML, if anywhere; what steers the terminal has been told.
fn stumble(text: &str) -> Option<Stumble> {
    let mut parser = Parser::new_from_str_with_options(text, options());
    let error = std::iter::from_fn(|| parser.next_event()).take(2 * MAX_PARTS).find_map(Result::err)?;
    Some(told(text, &error))
}
/// Reading cannot go on; why has been told.
struct Stop;

struct Builder<'t, 'p, 's> {
    text: &'t str,
    parser: Parser<'t, StrInput<'t>>,
    parts: usize,
    problems: &'p mut Problems<'s>,
}

impl<'t> Builder<'t, '_, '_> {
    /// The next event and its place; the end of the stream if there is none.
    fn next(&mut self) -> Result<(Event<'t>, At), Stop> {
        match self.parser.next_event() {
            Some(Ok((event, span))) => {
                if let Event::Scalar(ref text, ScalarStyle::Plain, ..) = event {
                    self.tell_cut(&span, text);
                    self.tell_swallowed(&span);
                }
                Ok((event, start(&span)))
            }
            None => Ok((Event::StreamEnd, At { line: 1, column: 1 })),
            Some(Err(error)) => {
                let Stumble { at, what, hint, .. } = told(self.text, &error);
                self.problems.add(at, what, hint);
                Err(Stop)
            }
        }
    }

    /// The first document; whatever follows it is a problem.
    fn document(&mut self) -> Result<Option<Node>, Stop> {
        let mut node = None;
        loop {
            let (event, at) = self.next()?;
            match event {
                Event::StreamEnd => break,
                Event::DocumentStart(..) if node.is_some() => {
                    let hint = say!("yaml-one-document");
                    self.problems.add(at, say!("yaml-second-document"), hint);
                    break;
                }
                Event::StreamStart | Event::DocumentStart(..) | Event::DocumentEnd => {}
                other => node = Some(self.node(other, at)?),
            }
        }
        if !matches!(node, Some(Node { value: Value::List(_) | Value::Map(_) | Value::Text(_) | Value::Told, .. })) {
            let hint = say!("form-shape", form = "guide");
            self.problems.add(At { line: 1, column: 1 }, say!("yaml-nothing"), hint);
            return Ok(None);
        }
        Ok(node)
    }

    /// The part that begins with `event`.
    fn node(&mut self, event: Event<'t>, at: At) -> Result<Node, Stop> {
        self.parts += 1;
        if self.parts > MAX_PARTS {
            let what = say!("yaml-too-many", most = MAX_PARTS.to_string());
            self.problems.add(at, what, say!("yaml-right-file"));
            return Err(Stop);
        }
        let (anchor, tag) = (event.anchor_id().is_some(), event.tag().map(granit_parser::Tag::original));
        if anchor && !event.is_alias() {
            let hint = say!("yaml-repeat-anchor");
            self.problems.add(at, say!("yaml-no-anchors"), hint);
        }
        if let Some(tag) = tag {
            let hint = say!("yaml-take-tag-out");
            self.problems.add(at, say!("yaml-no-tags", tag = tag), hint);
        }
        let value = match event {
            Event::Scalar(text, style, ..) => self.scalar(&text, style, at),
            Event::SequenceStart(..) => self.list()?,
            Event::MappingStart(..) => self.map()?,
            _ => {
                let hint = say!("yaml-repeat-alias");
                self.problems.add(at, say!("yaml-no-aliases"), hint);
                Value::Told
            }
        };
        Ok(Node { at, value })
    }

    /// A text. Escapes in double quotes can bring in characters that the file itself does not show.
    fn scalar(&mut self, text: &str, style: ScalarStyle, at: At) -> Value {
        // The reader gives `~`, which is YAML for nothing, where nothing stands.
        if style == ScalarStyle::Plain && matches!(text, "" | "~") {
            return Value::Empty;
        }
        if !text.contains(steers) {
            return Value::Text(text.to_owned());
        }
        if style == ScalarStyle::DoubleQuoted {
            self.problems.add(at, say!("yaml-control"), say!("yaml-control-out"));
        }
        Value::Text(text.replace(steers, "\u{fffd}"))
    }

    fn list(&mut self) -> Result<Value, Stop> {
        let mut items = Vec::new();
        loop {
            match self.next()? {
                (Event::SequenceEnd, _) => return Ok(Value::List(items)),
                (event, at) => items.push(self.node(event, at)?),
            }
        }
    }

    fn map(&mut self) -> Result<Value, Stop> {
        let mut seen: BTreeMap<String, At> = BTreeMap::new();
        let mut pairs = Vec::new();
        loop {
            let (event, at) = self.next()?;
            if event == Event::MappingEnd {
                return Ok(Value::Map(pairs));
            }
            let key = self.node(event, at)?;
            let (event, at) = self.next()?;
            let value = self.node(event, at)?;
            let text = match key.value {
                Value::Text(text) => text,
                Value::Told => continue,
                Value::Empty | Value::List(_) | Value::Map(_) => {
                    self.problems.add(key.at, say!("yaml-word"), say!("yaml-key-value"));
                    continue;
                }
            };
            if let Some(first) = seen.get(&text) {
                let hint = say!("yaml-keep-one");
                self.problems.add_with(key.at, say!("yaml-twice", key = &text), hint, Some(*first));
                continue;
            }
            seen.insert(text.clone(), key.at);
            pairs.push((YamlKey { at: key.at, text }, value));
        }
    }

    /// Tells of a text that YAML would cut short without a word: `How is room # 4 now?` ends before the `#`, which begins a remark. Who
    /// writes a remark beside a text leaves more room between them, or writes one word before it.
    fn tell_cut(&mut self, span: &Span, text: &str) {
        let rest = span.byte_range().and_then(|range| self.text.get(range.end..)).unwrap_or_default();
        let gap = rest.len() - rest.trim_start_matches(' ').len();
        let mut after = rest.chars().skip(gap);
        let (is_sign, joined) = (after.next() == Some('#'), after.next().is_some_and(char::is_alphanumeric));
        let is_text = text.contains(' ') && gap == 1;
        if gap > 0 && is_sign && (joined || is_text) {
            let at = At { line: span.end.line(), column: span.end.col() + gap + 1 };
            let line = self.text.lines().nth(at.line - 1).unwrap_or_default();
            // What stands behind it with more room is a remark all the same.
            let rest = rest.lines().next().unwrap_or_default();
            let here = span.byte_range().map_or(0, |_| line.len().saturating_sub(rest.len()));
            let remark = line.get(here + gap + 1..).and_then(|rest| rest.find("  # ")).map_or(line.len(), |at| here + gap + 1 + at);
            let line = line.get(..remark).and_then(quoted).unwrap_or_default();
            self.problems.add(at, say!("yaml-hash"), say!("yaml-hash-fix", line = line.trim()));
        }
    }

    /// Tells of items that were written below a text and became part of it, as a list that stands too deep does.
    fn tell_swallowed(&mut self, span: &Span) {
        let (first, last) = (span.start.line(), span.end.line());
        if last <= first {
            return;
        }
        let above = self.text.lines().nth(first.saturating_sub(1)).unwrap_or_default();
        let indent = above.len() - above.trim_start().len();
        for (n, line) in self.text.lines().enumerate().take(last).skip(first) {
            let text = line.trim_start();
            if is_an_item(text) {
                let at = At { line: n + 1, column: line.len() - text.len() + 1 };
                let words = text.split_once(' ').map_or("", |(_, words)| words).trim();
                let is_below_an_item = above.trim_start().starts_with("- ") && !above.contains(": ");
                let hint = if is_below_an_item {
                    say!("repair-write-whole", line = format!("{}- {words}", " ".repeat(indent)))
                } else {
                    say!("yaml-swallowed-fix")
                };
                self.problems.add(at, say!("yaml-swallowed"), hint);
            }
        }
    }
}

/// What keeps `text` from being YAML, in words for somebody who has never heard of YAML.
fn told(text: &str, error: &ScanError) -> Stumble {
    let mut at = At { line: error.marker().line(), column: error.marker().col() + 1 };
    let (mut what, mut hint) = syntax(error.kind());
    let line = |at: At| text.lines().nth(at.line.saturating_sub(1)).unwrap_or_default();
    match error.kind() {
        kind if is_tab(kind) => {
            // The reader points at the part before; the tab is in the indentation of one of the next lines.
            let indents = text.lines().map(|line| &line[..line.len() - line.trim_start().len()]).enumerate();
            let tab = indents.skip(at.line.saturating_sub(1)).find_map(|(l, indent)| Some((l, indent.find('\t')?)));
            at = tab.map_or(at, |(l, c)| At { line: l + 1, column: c + 1 });
        }
        kind if is_colon(kind) => {
            let before: String = line(at).chars().take(at.column.saturating_sub(1)).collect();
            let opening = before.trim_start_matches([' ', '-']);
            if let Some((key, text)) = opening.split_once(": ") {
                what = say!("yaml-colon-quotes");
                hint = say!("yaml-colon-write", key = key, text = text.trim());
            }
        }
        _ => {}
    }
    let over = match error.kind() {
        kind if is_tab(kind) => Over::Tab,
        ErrorKind::RecursionLimitExceeded | ErrorKind::DirectiveDisallowed => Over::File,
        _ => Over::Line,
    };
    Stumble { at, what, hint, over }
}

fn is_tab(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::TabNotAllowed
            | ErrorKind::TabInBlockIndentation
            | ErrorKind::TabAtBlockScalarStart
            | ErrorKind::TabInIndentation
            | ErrorKind::TabInPlainScalar
    )
}

fn is_colon(kind: &ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::SimpleKeyExpected
            | ErrorKind::InvalidSimpleKey
            | ErrorKind::MappingKeyNotAllowed
            | ErrorKind::MappingValueNotAllowed
            | ErrorKind::InvalidMappingValueWhitespace
            | ErrorKind::InvalidColonPlacement
    )
}

fn start(span: &Span) -> At {
    At { line: span.start.line(), column: span.start.col() + 1 }
}

/// What is wrong and what to do, for the mistakes that people make; the reader's own words for the rest.
fn syntax(kind: &ErrorKind) -> (String, String) {
    let (what, hint) = match kind {
        kind if is_tab(kind) => (say!("yaml-tab"), say!("yaml-fix-tab")),
        kind if is_colon(kind) => (say!("yaml-colon"), say!("yaml-fix-colon")),
        ErrorKind::ExpectedBlockMappingKey
        | ErrorKind::ExpectedBlockSequenceEntry
        | ErrorKind::InvalidIndentation
        | ErrorKind::InvalidBlockScalarIndent
        | ErrorKind::InvalidQuotedScalarIndent
        | ErrorKind::InvalidFlowScalarIndent
        | ErrorKind::BlockSequenceEntryNotAllowed
        | ErrorKind::InvalidBlockEntryWhitespace => (say!("yaml-indent"), say!("yaml-fix-indent")),
        ErrorKind::UnclosedQuotedScalar | ErrorKind::DocumentIndicatorInQuotedScalar => (say!("yaml-quote"), say!("yaml-fix-quote")),
        ErrorKind::InvalidTrailingSingleQuotedScalar | ErrorKind::InvalidTrailingDoubleQuotedScalar => {
            (say!("yaml-after-quote"), say!("yaml-fix-quote"))
        }
        ErrorKind::UnknownQuotedScalarEscape
        | ErrorKind::InvalidQuotedScalarHexEscape
        | ErrorKind::InvalidUnicodeEscape
        | ErrorKind::UnpairedLowSurrogate
        | ErrorKind::MissingLowSurrogate => (say!("yaml-backslash"), say!("yaml-fix-backslash")),
        ErrorKind::UnclosedFlowCollection { .. }
        | ErrorKind::UnexpectedEofFlowSequence
        | ErrorKind::UnexpectedEofFlowMapping
        | ErrorKind::ExpectedFlowMappingSeparator
        | ErrorKind::ExpectedFlowSequenceSeparator
        | ErrorKind::MisplacedFlowCollectionEnd
        | ErrorKind::MismatchedFlowCollectionEnd { .. }
        | ErrorKind::FlowMappingValueAdjacentCollection => (say!("yaml-bracket"), say!("yaml-fix-close")),
        ErrorKind::UnexpectedCharacter { character } => {
            let what = say!("yaml-begins", character = *character);
            return (what, say!("yaml-quotes"));
        }
        ErrorKind::RecursionLimitExceeded => (say!("yaml-deep"), say!("yaml-fix-deep")),
        ErrorKind::DirectiveDisallowed => (say!("yaml-percent"), say!("yaml-fix-percent")),
        ErrorKind::MissingAnchorOrAliasName => (say!("yaml-anchor-name"), say!("yaml-quotes")),
        other => {
            return (say!("yaml-unread", why = other.to_string()), say!("yaml-fix-unread"));
        }
    };
    (what, hint)
}
