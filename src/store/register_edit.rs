//! A change of the register, put into the text of `participants.yaml` without touching anything else in it.
//!
//! The file is its author's: remarks, order, blank lines, quotes, line ends and whatever hearback does not know are theirs and stay to the last
//! byte. Where a value may go there is often more than one place; each is tried, and what comes out is read again. It is only given back if
//! it says what the register says with the change, and nothing else. It opens no file; any thread.

use crate::domain::study::StudySettings;
use crate::domain::study::change::Field;
use crate::domain::study::change::RegisterChange;
use crate::domain::study::change::RegisterRefusal;
use crate::store::legible;
use crate::store::participants::read_participants;
use crate::store::problem::Problem;
use crate::store::problem::Problems;
use crate::store::text_edit::Edit;
use crate::store::text_edit::Lines;
use crate::store::text_edit::applied;
use crate::store::text_edit::quoted;
use crate::store::yaml;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::store::yaml::YamlKey;

/// Why a change does not go in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum NotChanged {
    /// It cannot be.
    Refused(RegisterRefusal),
    /// The file cannot be read at all, and this is what is wrong first.
    Unread(Vec<Problem>),
    /// The file is written in a way in which the place for it is not found.
    NoPlace,
}

/// The keys of a participant, in the order in which they are written.
const KEYS: [&str; 5] = ["code", "group", "joined", "treated_by", "attributes"];

/// The text of a register in `bytes`, a file called `name`, with `change`.
pub(crate) fn with_register_change(
    name: &str,
    bytes: &[u8],
    study: &StudySettings,
    change: &RegisterChange,
) -> Result<Vec<u8>, NotChanged> {
    let before = read_participants(name, bytes, study);
    let wanted = before.register.with(change).map_err(NotChanged::Refused)?;
    let text = legible::text(name, bytes).map_err(NotChanged::Unread)?;
    let read = legible::yaml(name, bytes).map_err(NotChanged::Unread)?;
    let mut problems = Problems::new(name, &read);
    let tree = yaml::tree(&read, &mut problems);
    // Of remarks alone a list can be begun.
    let is_empty = read.lines().all(|line| line.trim().is_empty() || line.trim_start().starts_with('#'));
    if tree.is_none() && !is_empty {
        return Err(NotChanged::Unread(problems.into_sorted()));
    }
    if wanted == before.register {
        return Ok(bytes.to_vec());
    }
    let pairs = match &tree {
        Some(Node { value: Value::Map(pairs), .. }) => pairs.as_slice(),
        _ => &[],
    };
    let lines = Lines::of(&read);
    let attributes: Vec<&str> = study.attributes.iter().map(|attribute| attribute.name.as_str()).collect();
    let editor = Editor { lines, attributes };
    // What may stand before the text, and is no part of it, is a byte order mark.
    let mark = &bytes[..bytes.len() - text.len()];
    let candidates = match change {
        RegisterChange::Add { code, group, joined } => {
            let field = |key: &str, value: &Option<String>| value.as_ref().map(|value| format!("{key}: {}", written(value)));
            let fields: Vec<String> = [Some(format!("code: {}", written(code.as_str()))), field("group", group), field("joined", joined)]
                .into_iter()
                .flatten()
                .collect();
            editor.added(pairs, &fields)
        }
        RegisterChange::Set { code, field, value } => {
            let value = value.as_deref().map(str::trim).filter(|value| !value.is_empty());
            Editor::item(pairs, code.as_str()).map(|item| editor.set(item, field, value)).unwrap_or_default()
        }
    };
    let tried = candidates.into_iter().filter_map(|edit| applied(text, vec![edit])).map(|text| [mark, text.as_bytes()].concat());
    let says_it = |bytes: &Vec<u8>| read_participants(name, bytes, study).register == wanted;
    tried.into_iter().find(says_it).ok_or(NotChanged::NoPlace)
}

/// A text that is changed, and the order in which its study names its attributes.
struct Editor<'t> {
    lines: Lines<'t>,
    attributes: Vec<&'t str>,
}

type Pairs<'n> = &'n [(YamlKey, Node)];

impl Editor<'_> {
    /// The keys of the participant of this code.
    fn item<'n>(pairs: Pairs<'n>, code: &str) -> Option<(&'n Node, Pairs<'n>)> {
        let (_, list) = pairs.iter().find(|(key, _)| key.text == "participants")?;
        let Value::List(items) = &list.value else { return None };
        items.iter().find_map(|item| {
            let Value::Map(pairs) = &item.value else { return None };
            let is_it = pairs.iter().any(|(key, value)| {
                key.text == "code" && matches!(&value.value, Value::Text(text) if text.trim().eq_ignore_ascii_case(code))
            });
            is_it.then_some((item, pairs.as_slice()))
        })
    }

    /// Where and how a field of a participant may be set.
    fn set(&self, (item, pairs): (&Node, Pairs<'_>), field: &Field, value: Option<&str>) -> Vec<Edit> {
        let rank = |key: &str| KEYS.iter().position(|known| *known == key).unwrap_or(KEYS.len());
        let of_item = |key: &str, value: Option<String>| self.put(item, pairs, key, value, &rank);
        match field {
            Field::Group => of_item("group", value.map(written)),
            Field::Joined => of_item("joined", value.map(written)),
            Field::TreatedBy => of_item("treated_by", value.map(written)),
            Field::Attribute(name) => {
                let rank = |key: &str| self.attributes.iter().position(|known| *known == key).unwrap_or(self.attributes.len());
                match pairs.iter().find(|(key, _)| key.text == "attributes") {
                    Some((_, node @ Node { value: Value::Map(inner), .. })) => self.put(node, inner, name, value.map(written), &rank),
                    _ => of_item("attributes", value.map(|value| format!("{{ {}: {} }}", written(name), written(value)))),
                }
            }
        }
    }

    /// Where and how `key` may get `value`, as it is written, in a map whose keys stand in the order of `rank`.
    fn put(&self, map: &Node, pairs: Pairs<'_>, key: &str, value: Option<String>, rank: &dyn Fn(&str) -> usize) -> Vec<Edit> {
        let in_braces = self.lines.byte(map.at).and_then(|at| self.lines.text.get(at..)).is_some_and(|rest| rest.starts_with('{'));
        if let Some((known, node)) = pairs.iter().find(|(known, _)| known.text == key) {
            return self.replaced(known, node, value.as_deref(), in_braces).into_iter().collect();
        }
        let Some(value) = value else { return Vec::new() };
        let pair = format!("{}: {value}", written(key));
        let later = pairs.iter().find(|(known, _)| rank(&known.text) > rank(key));
        if in_braces {
            let before =
                later.and_then(|(known, _)| self.lines.byte(known.at)).map(|at| Edit { from: at, to: at, with: format!("{pair}, ") });
            let behind = pairs.last().and_then(|(known, node)| self.end_of(known, node)).map(|at| Edit {
                from: at,
                to: at,
                with: format!(", {pair}"),
            });
            let alone = || self.lines.byte(map.at).map(|at| Edit { from: at + 1, to: at + 1, with: format!(" {pair}") });
            return before.into_iter().chain(behind).chain(alone().filter(|_| pairs.is_empty())).collect();
        }
        let Some((first, _)) = pairs.first() else { return Vec::new() };
        let line = [format!("{}{pair}", " ".repeat(first.at.column - 1))];
        // Before a key that comes later and has a line of its own; else behind one that comes earlier; else behind whichever it can.
        let own_line = |known: &YamlKey| {
            let begin = self.lines.begin(known.at.line);
            self.lines
                .byte(known.at)
                .and_then(|at| self.lines.text.get(begin..at))
                .is_some_and(|lead| lead.trim().is_empty())
                .then_some(begin)
        };
        let before = later.and_then(|(known, _)| own_line(known));
        let behind = pairs.iter().rev().filter(|(known, _)| later.is_none() || rank(&known.text) < rank(key));
        let behind = behind.map(|(known, node)| self.lines.after(last_line(node).max(known.at.line)));
        before.into_iter().chain(behind).map(|at| self.lines.put_in(at, &line)).collect()
    }

    /// The value of a key in the place of the one it has; without one, nothing stands there.
    fn replaced(&self, key: &YamlKey, node: &Node, value: Option<&str>, in_braces: bool) -> Option<Edit> {
        let colon = self.colon(key)?;
        let with = value.map(|value| format!(" {value}")).unwrap_or_default();
        let to = match node.value {
            Value::Empty => colon + 1,
            Value::Text(_) => self.scalar_end(node, in_braces)?,
            // A link may be a list of codes; of attributes in another shape nothing is known.
            Value::List(_) => {
                let at = self.lines.byte(node.at)?;
                let rest = self.lines.text.get(at..)?;
                at + rest.starts_with('[').then(|| rest.find(']'))?? + 1
            }
            Value::Map(_) | Value::Told => return None,
        };
        Some(Edit { from: colon + 1, to, with })
    }

    /// Where the colon of a key stands.
    fn colon(&self, key: &YamlKey) -> Option<usize> {
        let at = self.lines.byte(key.at)?;
        let rest = self.lines.text.get(at..)?;
        let length = match rest.chars().next()? {
            quote @ ('"' | '\'') => quoted_length(rest, quote)?,
            _ => rest.starts_with(&key.text).then_some(key.text.len())?,
        };
        let gap = rest.get(length..)?;
        gap.trim_start_matches(' ').starts_with(':').then_some(at + length + gap.len() - gap.trim_start_matches(' ').len())
    }

    /// Where a text that stands in one line ends.
    fn scalar_end(&self, node: &Node, in_braces: bool) -> Option<usize> {
        let at = self.lines.byte(node.at)?;
        let rest = self.lines.text.get(at..)?;
        if let Some(quote) = rest.chars().next().filter(|c| matches!(c, '"' | '\'')) {
            return Some(at + quoted_length(rest, quote)?);
        }
        let line = rest.lines().next()?;
        let line = [" #", "\t#"].into_iter().filter_map(|sign| line.find(sign)).min().map_or(line, |remark| &line[..remark]);
        let line = if in_braces { line.find([',', '}', ']']).map_or(line, |end| &line[..end]) } else { line };
        Some(at + line.trim_end().len())
    }

    /// Where the value of a key ends, in braces.
    fn end_of(&self, key: &YamlKey, node: &Node) -> Option<usize> {
        match node.value {
            Value::Text(_) => self.scalar_end(node, true),
            Value::Empty => Some(self.colon(key)? + 1),
            // Whatever ends with a brace or a bracket: the first behind its last part.
            Value::Map(_) | Value::List(_) => {
                let last = self.lines.begin(last_line(node));
                let at = self.lines.byte(node.at)?.max(last);
                self.lines.text.get(at..)?.find(['}', ']']).map(|end| at + end + 1)
            }
            Value::Told => None,
        }
    }

    /// Where and how somebody new may be put on the list.
    fn added(&self, pairs: Pairs<'_>, fields: &[String]) -> Vec<Edit> {
        let text = self.lines.text;
        let item = |indent: usize| -> Vec<String> {
            let lead = |n: usize| if n == 0 { format!("{}- ", " ".repeat(indent)) } else { " ".repeat(indent + 2) };
            fields.iter().enumerate().map(|(n, field)| format!("{}{field}", lead(n))).collect()
        };
        let Some(place) = pairs.iter().position(|(key, _)| key.text == "participants") else {
            return vec![self.lines.put_in(text.len(), &[vec!["participants:".to_owned()], item(2)].concat())];
        };
        let Some((key, list)) = pairs.get(place) else { return Vec::new() };
        let next = pairs.get(place + 1).map_or(text.len(), |(key, _)| self.lines.begin(key.at.line));
        let Value::List(items) = &list.value else { return vec![self.lines.put_in(self.lines.after(key.at.line), &item(2))] };
        let Some(at) = self.lines.byte(list.at) else { return Vec::new() };
        let in_brackets = text.get(at..).is_some_and(|rest| rest.starts_with('['));
        match (items.last(), in_brackets) {
            (None, _) => self.instead_of_brackets(at, &item(2)).into_iter().collect(),
            (Some(_), true) => {
                let close = text.get(at..next).and_then(|list| list.rfind(']')).map(|close| at + close);
                close.map(|at| Edit { from: at, to: at, with: format!(", {{ {} }}", fields.join(", ")) }).into_iter().collect()
            }
            (Some(item_before), false) => {
                let line = text.get(self.lines.begin(item_before.at.line)..).unwrap_or_default();
                let indent = line.len() - line.trim_start_matches(' ').len();
                // Behind the last line of the last one; where that text goes on, before whatever comes next.
                [self.lines.after(last_line(item_before)), next].into_iter().map(|at| self.lines.put_in(at, &item(indent))).collect()
            }
        }
    }

    /// The lines in the place of brackets between which nothing stands; a remark behind them stays behind the key.
    fn instead_of_brackets(&self, at: usize, lines: &[String]) -> Option<Edit> {
        let text = self.lines.text;
        let close = text.get(at..)?.find(']')?;
        text.get(at + 1..at + close)?.trim().is_empty().then_some(())?;
        let rest = text.get(at + close + 1..)?;
        let end = rest.find('\n').map_or(text.len(), |n| at + close + 1 + n + 1);
        let remark = text.get(at + close + 1..end)?.trim();
        // The blank before the brackets goes with them, unless a remark follows.
        let from = if remark.is_empty() { text.get(..at)?.trim_end_matches(' ').len() } else { at };
        let lines: String = lines.iter().flat_map(|line| [line.as_str(), self.lines.end]).collect();
        Some(Edit { from, to: end, with: format!("{remark}{}{lines}", self.lines.end) })
    }
}

/// The last line on which a part of `node` begins.
fn last_line(node: &Node) -> usize {
    let within = match &node.value {
        Value::List(items) => items.iter().map(last_line).max(),
        Value::Map(pairs) => pairs.iter().map(|(key, node)| last_line(node).max(key.at.line)).max(),
        Value::Text(_) | Value::Empty | Value::Told => None,
    };
    // What is empty has no place of its own that could be trusted; its key has.
    let own = if matches!(node.value, Value::Empty) { 1 } else { node.at.line };
    within.unwrap_or(own).max(own)
}

/// How long a text in quotes is, its quotes included.
fn quoted_length(rest: &str, quote: char) -> Option<usize> {
    let mut chars = rest.char_indices().skip(1).peekable();
    while let Some((at, c)) = chars.next() {
        if quote == '"' && c == '\\' {
            chars.next();
        } else if c == quote {
            if quote == '\'' && chars.peek().is_some_and(|(_, next)| *next == '\'') {
                chars.next();
            } else {
                return Some(at + 1);
            }
        }
    }
    None
}

/// A text as it is written: in quotes unless every program reads it as itself.
fn written(text: &str) -> String {
    let is_plain =
        text.starts_with(char::is_alphanumeric) && text.chars().all(|c| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | '/'));
    let is_taken = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"].contains(&text.to_lowercase().as_str());
    if is_plain && !is_taken && text.trim() == text { text.to_owned() } else { quoted(text) }
}

#[cfg(test)]
mod tests;
