//! Changing a part of a text that is its author's, and no other byte of it: where a place in it lies, and what comes where. No IO; any thread.

use crate::store::problem::At;

/// A part of the text, from byte to byte, and what comes in its place.
pub(super) struct Edit {
    pub(super) from: usize,
    pub(super) to: usize,
    pub(super) with: String,
}

/// `text` with `edits`, which do not overlap; nothing where one lies outside it.
pub(super) fn applied(text: &str, mut edits: Vec<Edit>) -> Option<String> {
    edits.sort_by_key(|edit| edit.from);
    let (mut out, mut at) = (String::new(), 0);
    for Edit { from, to, with } in edits {
        out.push_str(text.get(at..from)?);
        out.push_str(&with);
        at = to;
    }
    out.push_str(text.get(at..)?);
    Some(out)
}

/// A text and where its lines begin.
pub(super) struct Lines<'t> {
    pub(super) text: &'t str,
    begins: Vec<usize>,
    /// How a line ends here.
    pub(super) end: &'static str,
}

impl<'t> Lines<'t> {
    pub(super) fn of(text: &'t str) -> Self {
        let begins = std::iter::once(0).chain(text.match_indices('\n').map(|(at, _)| at + 1)).collect();
        let end = if text.contains("\r\n") { "\r\n" } else { "\n" };
        Self { text, begins, end }
    }

    /// The byte at which this place lies.
    pub(super) fn byte(&self, at: At) -> Option<usize> {
        let begin = *self.begins.get(at.line.checked_sub(1)?)?;
        let line = self.text.get(begin..)?;
        let offset = line.char_indices().nth(at.column.checked_sub(1)?).map_or(line.len(), |(offset, _)| offset);
        Some(begin + offset)
    }

    /// Where this line begins; the end of the text where there is none.
    pub(super) fn begin(&self, line: usize) -> usize {
        self.begins.get(line.saturating_sub(1)).copied().unwrap_or(self.text.len())
    }

    /// Where the line after this one begins; the end of the text where there is none.
    pub(super) fn after(&self, line: usize) -> usize {
        self.begin(line + 1)
    }

    /// `lines`, each ended as lines here are, put in where a line begins. A last line without an end gets one.
    pub(super) fn put_in(&self, at: usize, lines: &[String]) -> Edit {
        let close = if at == self.text.len() && at > 0 && !self.text.ends_with('\n') { self.end } else { "" };
        let lines: String = lines.iter().flat_map(|line| [line.as_str(), self.end]).collect();
        Edit { from: at, to: at, with: format!("{close}{lines}") }
    }
}

/// In double quotes: JSON's strings are YAML's.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
