//! An entry for the change log, put into the file of a guide without touching anything else in it.
//!
//! A guide is its authors' text: remarks, blank lines, quotes and line ends are theirs and stay to the last byte. So nothing is written anew:
//! the entry goes in behind `changes:`, in the layout of the entries that are there, and the version, where it is raised, is replaced within
//! its quotes. What comes out is read again, and is only given back if it is the guide of before with this entry and nothing else. It opens no
//! file; any thread.

use crate::domain::guide::Change;
use crate::domain::guide::Guide;
use crate::store::guide_file::read_guide;
use crate::store::legible;
use crate::store::problem::At;
use crate::store::problem::Problem;
use crate::store::problem::Problems;
use crate::store::text_edit::Edit;
use crate::store::text_edit::Lines;
use crate::store::text_edit::applied;
use crate::store::text_edit::quoted;
use crate::store::yaml;
use crate::store::yaml::Node;
use crate::store::yaml::Value;

/// Why an entry does not go in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotLogged {
    /// The guide has problems of its own, which come first.
    Before(Vec<Problem>),
    /// With the entry it would have these.
    After(Vec<Problem>),
    /// The file is written in a way in which the place for the entry is not found.
    NoPlace,
}

/// The columns after which a text goes on in a line of its own.
const WIDTH: usize = 100;

/// The guide in `bytes`, a file called `name`, with `change` at the top of its change log and in the version that it makes.
pub fn with_change(name: &str, bytes: &[u8], change: &Change) -> Result<Vec<u8>, NotLogged> {
    let read = read_guide(name, bytes);
    let Some(guide) = read.guide.filter(|_| read.problems.is_empty()) else { return Err(NotLogged::Before(read.problems)) };
    let text = legible::text(name, bytes).map_err(NotLogged::Before)?;
    let read = legible::yaml(name, bytes).map_err(NotLogged::Before)?;
    let edited = edited(name, text, &read, &guide, change).ok_or(NotLogged::NoPlace)?;
    // What may stand before the text, and is no part of it, is a byte order mark.
    let mark = &bytes[..bytes.len() - text.len()];
    let bytes = [mark, edited.as_bytes()].concat();
    let again = read_guide(name, &bytes);
    if !again.problems.is_empty() {
        return Err(NotLogged::After(again.problems));
    }
    let mut wanted = guide;
    wanted.version.clone_from(&change.version);
    wanted.changes.insert(0, change.clone());
    if again.guide.as_ref() == Some(&wanted) { Ok(bytes) } else { Err(NotLogged::NoPlace) }
}

/// `text` with the entry, whose places are those of `read`: the same with its lines ended as YAML ends them.
fn edited(name: &str, text: &str, read: &str, guide: &Guide, change: &Change) -> Option<String> {
    let mut problems = Problems::new(name, read);
    let Some(Node { value: Value::Map(pairs), .. }) = yaml::tree(read, &mut problems) else { return None };
    let lines = Lines::of(read);
    let of = |key: &str| pairs.iter().find(|(k, _)| k.text == key);
    let log = match of("changes") {
        Some((key, value)) => lines.entry(key.at, value, change)?,
        None => lines.first_entry(change),
    };
    let mut edits = vec![log];
    if guide.version != change.version {
        edits.push(lines.version(of("version")?.1.at, &change.version)?);
    }
    applied(text, edits)
}

impl Lines<'_> {
    /// The entry of a guide that has had none.
    fn first_entry(&self, change: &Change) -> Edit {
        let end = self.text.len();
        let close = if self.text.ends_with('\n') { "" } else { self.end };
        let blank = self.end;
        Edit { from: end, to: end, with: format!("{close}{blank}changes:{}{}", self.end, self.block(change, 2)) }
    }

    /// The entry below, or within, the list that stands under `changes`.
    fn entry(&self, key: At, value: &Node, change: &Change) -> Option<Edit> {
        let below = self.after(key.line);
        // A last line without an end gets one.
        let close = if below == self.text.len() && !self.text.ends_with('\n') { self.end } else { "" };
        let block = |indent| Edit { from: below, to: below, with: format!("{close}{}", self.block(change, indent)) };
        let items = match &value.value {
            Value::Empty => return Some(block(2)),
            Value::List(items) => items,
            _ => return None,
        };
        let at = self.byte(value.at)?;
        let rest = self.text.get(at..)?;
        if let (Some(first), false) = (items.first(), rest.starts_with('[')) {
            // An item begins behind its dash; how deep that stands, its line says.
            let line = self.text.get(self.byte(At { line: first.at.line, column: 1 })?..)?;
            let indent = line.len() - line.trim_start_matches(' ').len();
            return line.trim_start_matches(' ').starts_with("- ").then(|| block(indent));
        }
        match rest.chars().next()? {
            '[' if items.is_empty() => {
                // Only blanks and remarks stand between its brackets, or it is not touched.
                let close = rest.find(']')?;
                rest.get(1..close)?.trim().is_empty().then_some(())?;
                let end = at + close + 1;
                let line = self.text.get(end..)?.find('\n').map_or(self.text.len(), |n| end + n + 1);
                let remark = self.text.get(end..line)?;
                let ending = if remark.ends_with('\n') { "" } else { self.end };
                Some(Edit { from: at, to: line, with: format!("{}{ending}{}", remark.trim_start_matches(' '), self.block(change, 2)) })
            }
            '[' => Some(Edit { from: at + 1, to: at + 1, with: format!("{{ {} }}, ", flow(change)) }),
            _ => None,
        }
    }

    /// The new version in the place of the old one, in the quotes it has.
    fn version(&self, at: At, version: &str) -> Option<Edit> {
        let from = self.byte(at)?;
        let line = self.text.get(from..)?.lines().next()?;
        let quote = line.chars().next().filter(|c| matches!(c, '"' | '\''));
        let length = match quote {
            Some(quote) => line.get(1..)?.find(quote)? + 2,
            None => line.find(" #").map_or(line, |remark| &line[..remark]).trim_end().len(),
        };
        let with = match quote {
            Some('\'') => format!("'{}'", version.replace('\'', "''")),
            _ => quoted(version),
        };
        Some(Edit { from, to: from + length, with })
    }

    /// The entry as an item of a list that stands so deep.
    fn block(&self, change: &Change, indent: usize) -> String {
        let mut lines: Vec<String> = Vec::new();
        let deep = " ".repeat(indent);
        for (n, (key, value)) in fields(change).into_iter().enumerate() {
            let opens = if n == 0 { format!("{deep}- ") } else { format!("{deep}  ") };
            let line = format!("{opens}{key}: {}", value.written());
            if let (Scalar::Text(text), true) = (&value, line.chars().count() > WIDTH) {
                lines.push(format!("{opens}{key}: >-"));
                lines.extend(folded(text, indent + 4));
            } else {
                lines.push(line);
            }
        }
        lines.into_iter().map(|line| line + self.end).collect()
    }
}

/// A value as it is written.
enum Scalar<'a> {
    /// A text, in quotes where it needs them.
    Text(String),
    /// What is always in quotes, because it could be taken for a number.
    Quoted(&'a str),
    /// What never needs any.
    Bare(&'a str),
}

impl Scalar<'_> {
    fn written(&self) -> String {
        match self {
            Self::Text(text) if is_plain(text) => text.clone(),
            Self::Text(text) => quoted(text),
            Self::Quoted(text) => quoted(text),
            Self::Bare(text) => (*text).to_owned(),
        }
    }
}

/// The keys of an entry that say something, in the order of the manual.
fn fields(change: &Change) -> Vec<(&'static str, Scalar<'_>)> {
    let text = |text: &str| Scalar::Text(text.to_owned());
    let mut fields = vec![("version", Scalar::Quoted(&change.version)), ("date", Scalar::Bare(&change.date)), ("what", text(&change.what))];
    fields.extend(change.why.as_deref().map(|why| ("why", text(why))));
    fields.extend(change.by.as_deref().map(|by| ("by", text(by))));
    fields.extend(change.after.as_deref().map(|after| ("after", text(after))));
    fields.extend(change.pilot.then_some(("pilot", Scalar::Bare("true"))));
    fields
}

/// The entry in one line, for a list in brackets.
fn flow(change: &Change) -> String {
    let value = |value: Scalar<'_>| match value {
        Scalar::Text(text) => quoted(&text),
        other => other.written(),
    };
    fields(change).into_iter().map(|(key, of)| format!("{key}: {}", value(of))).collect::<Vec<_>>().join(", ")
}

/// Whether a text means itself without quotes: it begins as words do and has no sign in it that YAML reads as its own.
fn is_plain(text: &str) -> bool {
    let begins = text.starts_with(|c: char| c.is_alphabetic());
    let clean = !text.contains(": ") && !text.contains(" #") && !text.ends_with(':') && !text.contains(char::is_control);
    // One word alone could be a truth value or nothing, to another program.
    begins && clean && text.contains(' ') && text.trim() == text
}

/// The words of a text in lines of their own, so deep.
fn folded(text: &str, indent: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut().filter(|line| indent + line.chars().count() + 1 + word.chars().count() <= WIDTH) {
            Some(line) => {
                line.push(' ');
                line.push_str(word);
            }
            None => lines.push(word.to_owned()),
        }
    }
    lines.into_iter().map(|line| format!("{}{line}", " ".repeat(indent))).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    const SMALL: &str = include_str!("../../tests/it/fixtures/small-guide.yaml");

    fn change(version: &str, what: &str) -> Change {
        Change { version: version.into(), date: "2026-11-24".into(), what: what.into(), ..Change::default() }
    }

    fn logged(text: &str, change: &Change) -> String {
        String::from_utf8(with_change("g", text.as_bytes(), change).unwrap()).unwrap()
    }

    /// The small guide with this for a change log.
    fn with(log: &str) -> String {
        SMALL.to_owned() + log
    }

    #[test]
    fn an_entry_goes_in_wherever_a_change_log_stands() {
        let entry = "  - version: \"1.0\"\n    date: 2026-11-24\n    what: Two questions of one\n";
        let change = change("1.0", "Two questions of one");
        for (log, after) in [
            ("", format!("\nchanges:\n{entry}")),
            ("changes:\n", format!("changes:\n{entry}")),
            ("changes:", format!("changes:\n{entry}")),
            ("changes: []\n", format!("changes: \n{entry}")),
            ("changes: [ ]  # none yet\n# end\n", format!("changes: # none yet\n{entry}# end\n")),
            (
                "changes: # newest first\n\n  # a pilot\n  - {version: \"1.0\", date: 2026-11-01, what: a, pilot: true}\n",
                format!("changes: # newest first\n{entry}\n  # a pilot\n  - {{version: \"1.0\", date: 2026-11-01, what: a, pilot: true}}\n"),
            ),
            (
                "changes: [{version: \"1.0\", date: 2026-11-01, what: a, pilot: true}]\n",
                "changes: [{ version: \"1.0\", date: 2026-11-24, what: \"Two questions of one\" }, {version: \"1.0\", date: 2026-11-01, what: a, pilot: true}]\n"
                    .to_owned(),
            ),
        ] {
            let found = with_change("g", with(log).as_bytes(), &change).map(|bytes| String::from_utf8(bytes).unwrap());
            assert_eq!(found, Ok(with(&after)), "{log:?}");
        }
        // No other byte changes, whichever way the lines end.
        let alone = with("").replace('\n', "\r");
        assert!(logged(&alone, &change).starts_with(&alone));
        let flat = "changes:\n- version: \"1.0\"\n  date: 2026-11-01\n  what: a\n  by: panel\n";
        let wanted = "changes:\n- version: \"1.0\"\n  date: 2026-11-24\n  what: Two questions of one\n- version: \"1.0\"\n";
        assert!(logged(&with(flat), &change).contains(wanted));
    }

    #[test]
    fn the_version_is_raised_within_its_quotes_and_no_other_byte_is_touched() {
        let change = Change { why: Some("It was: too long, in the \"pilot\" #2".into()), ..change("1.1", "Shorter") };
        for (from, to) in
            [("version: \"1.0\"", "version: \"1.1\""), ("version: 1.0 # x", "version: \"1.1\" # x"), ("version: '1.0'", "version: '1.1'")]
        {
            let before =
                SMALL.replace("version: \"1.0\"", from).replace("title: A small guide", "title:   A small guide  # of ours\n\n# remark");
            for before in [before.clone(), before.replace('\n', "\r\n"), format!("\u{feff}{before}")] {
                let end = if before.contains('\r') { "\r\n" } else { "\n" };
                let entry = [
                    "",
                    "changes:",
                    "  - version: \"1.1\"",
                    "    date: 2026-11-24",
                    "    what: \"Shorter\"",
                    "    why: \"It was: too long, in the \\\"pilot\\\" #2\"",
                    "",
                ];
                assert_eq!(logged(&before, &change), before.replace(from, to) + &entry.join(end), "{from}");
            }
        }
    }

    #[test]
    fn a_long_text_is_folded_and_reads_as_it_was_said() {
        let what =
            "Every question of the topic on the body was put into words that do not presume a link, and was read aloud: to two patients.";
        let text = logged(SMALL, &change("1.0", what));
        assert!(text.contains("    what: >-\n      Every question") && text.lines().all(|line| line.chars().count() <= WIDTH), "{text}");
        assert_eq!(read_guide("g", text.as_bytes()).guide.unwrap().changes[0].what, what);
    }

    #[test]
    fn what_would_make_the_guide_wrong_is_refused() {
        let after = |text: &str, change: &Change| with_change("g", text.as_bytes(), change).unwrap_err();
        let logged = logged(SMALL, &change("1.0", "first"));
        assert!(matches!(after(&logged, &change("1.0", "again")), NotLogged::After(problems) if problems[0].what.contains("stands twice")));
        assert!(matches!(after(SMALL, &Change { date: "24-11-2026".into(), ..change("1.1", "x") }), NotLogged::After(_)));
        assert!(matches!(after("title: [", &change("1.1", "x")), NotLogged::Before(_)));
        assert!(matches!(after(&(SMALL.to_owned() + "...\n"), &change("1.1", "x y")), NotLogged::After(_)));
        let odd = with("changes:\n  -\n    version: \"1.0\"\n    date: 2026-11-01\n    what: a\n");
        assert_eq!(after(&odd, &change("1.1", "x y")), NotLogged::NoPlace);
        let looked = Change { after: Some("P07".into()), ..change("1.0", "no change") };
        assert!(with_change("g", logged.as_bytes(), &looked).is_ok());
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_said_is_read_as_it_was_said(what in r#"[ -~]{1,40}|\PC{1,20}|([a-z:'\-"]{1,9} ){1,30}[a-z]"#, lines in proptest::bool::ANY) {
            let what = what.split_whitespace().collect::<Vec<_>>().join(" ");
            let text = if lines { SMALL.replace('\n', "\r\n") } else { SMALL.to_owned() };
            if let Ok(bytes) = with_change("g", text.as_bytes(), &change("1.1", &what)) {
                proptest::prop_assert_eq!(&read_guide("g", &bytes).guide.unwrap().changes[0].what, &what);
            }
        }
    }
}
