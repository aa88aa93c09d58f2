//! Codes on notes: a name for what a note is about, from the study's list, each with what it means and when it is used.
//!
//! A code here is a beginning that is made with the notes in hand while listening back; it is not the study's coding, which is done on
//! transcripts and elsewhere. So it is counted as *codes in notes*, and no letter has any.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::lenient;
use crate::domain::text::shown;

/// A code of the study's list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Code {
    /// What it is called.
    pub code: String,
    /// What it means.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub description: String,
    /// When it is used, and when another is.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub when: String,
}

/// The most characters a name has: it stands beside others in a row.
pub(crate) const LONGEST: usize = 60;

impl Code {
    /// One of this name, of which nothing else is said.
    pub fn called(name: &str) -> Self {
        Self { code: name_of(name), ..Self::default() }
    }

    /// Whether it is called so: upper and lower case, and how many spaces there are, make no other code.
    pub fn is_called(&self, name: &str) -> bool {
        same(&self.code, name)
    }
}

/// `text` as the name of a code: in one line, without what nobody sees.
pub fn name_of(text: &str) -> String {
    let text = shown(text);
    let words = text.split_whitespace().collect::<Vec<_>>().join(" ");
    words.chars().take(LONGEST).collect::<String>().trim_end().to_owned()
}

/// Whether `text` is longer than a name may be.
pub(crate) fn is_longer(text: &str) -> bool {
    text.split_whitespace().collect::<Vec<_>>().join(" ").chars().count() > LONGEST
}

/// Whether two names are those of one code.
pub(crate) fn same(one: &str, other: &str) -> bool {
    name_of(one).to_lowercase() == name_of(other).to_lowercase()
}

/// Puts `code` among `all`: over one that is called the same, where it says more than nothing.
pub fn put(code: Code, all: &mut Vec<Code>) {
    match all.iter_mut().find(|one| one.is_called(&code.code)) {
        Some(one) if !code.description.is_empty() || !code.when.is_empty() => *one = Code { code: one.code.clone(), ..code },
        Some(_) => {}
        None => all.push(code),
    }
}

/// A code, and on how many notes of a session it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coded {
    /// The code, with what the session says of it.
    pub code: Code,
    /// The notes it is on.
    pub notes: usize,
}

/// The codes of a study: those that its file lists, then those that its sessions have come to.
pub fn of_study<'c>(listed: &[Code], sessions: impl IntoIterator<Item = &'c Coded>) -> Vec<Code> {
    let mut all = listed.to_vec();
    for coded in sessions {
        // What the file says of one counts.
        if !listed.iter().any(|one| one.is_called(&coded.code.code)) {
            put(coded.code.clone(), &mut all);
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_code_is_spelled_in_many_ways_and_said_once() {
        let mut all = Vec::new();
        put(Code { description: "what helps".into(), ..Code::called("Relief ") }, &mut all);
        put(Code::called(" relief"), &mut all);
        assert_eq!(all, [Code { code: "Relief".into(), description: "what helps".into(), when: String::new() }]);
        put(Code { when: "not for pills".into(), description: "what helps, by itself".into(), ..Code::called("RELIEF") }, &mut all);
        assert_eq!((all[0].code.as_str(), all[0].when.as_str(), all.len()), ("Relief", "not for pills", 1));
        assert_eq!(name_of("two\n lines\u{1b}"), name_of("two lines\u{1b}"));
    }
}
