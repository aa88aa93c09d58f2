//! What a study wants to know of each participant.
//!
//! Which attributes there are, and which values each can have, the study says itself. A study that says nothing of that keeps whatever is
//! written down of a participant; one that does has each slip told, and a value that cannot be is as good as not known. Values only.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::study::number::Number;
use crate::words::say;

/// Something that the study wants to know of each participant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attribute {
    /// What the files call it, conditions of guides included.
    pub name: String,
    /// What screens say before its value; nothing where the value says enough.
    pub label: Option<String>,
    /// Which values it can have.
    pub values: Values,
    /// What a number of it counts, such as `points`; nothing where that is said by its name.
    #[serde(default)]
    pub unit: Option<String>,
    /// Of which kinds of participants it is asked, by the names of their groups; of all where none is named.
    #[serde(default)]
    pub of: Vec<String>,
}

impl Attribute {
    /// Whether it is asked of participants of this group. Of somebody whose group is not said, everything may be known.
    pub fn is_asked_of(&self, group: Option<&str>) -> bool {
        self.of.is_empty() || group.is_none_or(|group| self.of.iter().any(|one| one == group))
    }

    /// What people call it: its label, or else its name.
    pub fn called(&self) -> &str {
        self.label.as_deref().unwrap_or(&self.name)
    }
}

/// Which values an attribute can have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Values {
    /// Any words.
    Text,
    /// A number, with or without a fraction.
    Number,
    /// A whole number, such as a score.
    Whole,
    /// A whole number of years, such as somebody's age.
    Years,
    /// One of these.
    OneOf(Vec<String>),
}

/// The most years that anything of a person lasts: the oldest there was died at 122.
const MOST_YEARS: u32 = 130;

impl Values {
    /// Whether they are numbers.
    pub const fn are_numbers(&self) -> bool {
        matches!(self, Self::Number | Self::Whole | Self::Years)
    }

    /// What one might write where something else was written.
    pub(crate) fn hint(&self) -> String {
        match self {
            Self::OneOf(all) => say!("form-one-of", words = all.iter().map(|value| format!("`{value}`")).collect::<Vec<_>>().join(", ")),
            Self::Number | Self::Text => say!("study-attribute-number"),
            Self::Whole => say!("study-attribute-whole"),
            Self::Years => say!("study-attribute-years", most = MOST_YEARS),
        }
    }

    /// Whether `value` is one of them.
    pub(crate) fn has(&self, value: &str) -> bool {
        let digits = |part: &str| !part.is_empty() && part.chars().all(|c| c.is_ascii_digit());
        match self {
            Self::Text => true,
            Self::Whole => digits(value.strip_prefix('-').unwrap_or(value)),
            Self::Years => digits(value) && value.parse::<u32>().is_ok_and(|years| years <= MOST_YEARS),
            Self::Number => value.trim() == value && Number::read(value).is_some(),
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
        for other in ["", "-", "48 years", "1e3", "12.", ".5", "1.2.3", "٤٨", "inf", "+3", " 4"] {
            assert!(!Values::Number.has(other), "{other}");
        }
        for (value, whole, years) in
            [("48", true, true), ("-3", true, false), ("131", true, false), ("48.5", false, false), ("", false, false)]
        {
            assert_eq!((Values::Whole.has(value), Values::Years.has(value)), (whole, years), "{value}");
        }
        let few = Values::OneOf(vec!["woman".into(), "man".into()]);
        assert!(few.has("man") && !few.has("Man") && !few.has("") && Values::Text.has("anything"));
    }

    #[test]
    fn what_is_asked_of_one_kind_of_participants_is_not_asked_of_another() {
        let of = |of: &[&str]| Attribute {
            name: "experience".into(),
            label: None,
            values: Values::Years,
            unit: None,
            of: of.iter().map(|group| (*group).to_owned()).collect(),
        };
        assert!(of(&["therapists"]).is_asked_of(Some("therapists")) && !of(&["therapists"]).is_asked_of(Some("patients")));
        assert!(of(&[]).is_asked_of(Some("patients")) && of(&["therapists"]).is_asked_of(None));
    }
}
