//! The places of a guide that are left open for the study to fill in, in square brackets: `[fill in the number]`.

use crate::domain::guide::Guide;
use crate::words::say;

/// What stands in square brackets in `text`: nobody says brackets aloud, and nobody rings one up.
pub(crate) fn open_places(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices('[').filter_map(|(from, _)| {
        let rest = text.get(from..)?;
        let to = rest.find(']')?;
        rest.get(..=to).filter(|place| place.len() > 2)
    })
}

/// Whether there is any in `text`.
pub(crate) fn has_open_place(text: &str) -> bool {
    open_places(text).next().is_some()
}

impl Guide {
    /// The lines of help that are left open, and therefore stand in no letter.
    pub(crate) fn help_left_open(&self) -> impl Iterator<Item = &String> {
        self.distress.iter().flat_map(|distress| &distress.support).filter(|line| has_open_place(line))
    }

    /// That there are some, if there are.
    pub(crate) fn told_help_left_open(&self) -> Option<String> {
        let lines: Vec<&str> = self.help_left_open().map(String::as_str).collect();
        (!lines.is_empty()).then(|| say!("letter-help-left-open", count = lines.len(), lines = lines.join("”, “")))
    }
}
