//! What a study wants to know of each participant.
//!
//! Which attributes there are, and which values each can have, the study says itself. A study that says nothing of that keeps whatever is
//! written down of a participant; one that does has each slip told, and a value that cannot be is as good as not known. Values only.

use serde::Deserialize;
use serde::Serialize;

/// Something that the study wants to know of each participant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// What the files call it, conditions of guides included.
    pub name: String,
    /// What screens say before its value; nothing where the value says enough.
    pub label: Option<String>,
    /// Which values it can have.
    pub values: Values,
}

/// Which values an attribute can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Values {
    /// Any words.
    Text,
    /// A number, with or without a fraction.
    Number,
    /// One of these.
    OneOf(Vec<String>),
}

impl Values {
    /// Whether `value` is one of them.
    pub(crate) fn has(&self, value: &str) -> bool {
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        match self {
            Self::Text => true,
            Self::Number => {
                let unsigned = value.strip_prefix('-').unwrap_or(value);
                unsigned.split_once(['.', ',']).map_or_else(|| digits(unsigned), |(whole, part)| digits(whole) && digits(part))
            }
            Self::OneOf(all) => all.iter().any(|one| one == value),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_one_however_its_fraction_is_written() {
        for number in ["48", "0", "-2", "12.5", "12,5"] {
            assert!(Values::Number.has(number), "{number}");
        }
        for other in ["", "-", "48 years", "1e3", "12.", ".5", "1.2.3", "٤٨"] {
            assert!(!Values::Number.has(other), "{other}");
        }
        let few = Values::OneOf(vec!["woman".into(), "man".into()]);
        assert!(few.has("man") && !few.has("Man") && !few.has("") && Values::Text.has("anything"));
    }
}
