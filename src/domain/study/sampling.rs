//! Whom a study wants to hear: of each value of an attribute at least so many, one attribute at a time.
//!
//! These are margins, not crossed cells: a sample that is to vary is not one that is to be representative, and nobody finds three women over
//! sixty who stopped therapy because a table has a box for them. What is there of it is [`crate::domain::study::sample`]'s. Values only.

use serde::Serialize;

use crate::domain::study::number::Number;
use crate::words::say;

/// Whom a study wants to hear, group by group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SamplingPlan {
    /// For each group that the plan names; one without a name where the study has no groups.
    pub groups: Vec<GroupPlan>,
}

/// Whom it wants to hear of a group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GroupPlan {
    /// The group; nothing where the study has none.
    pub group: Option<String>,
    /// How many in all; nothing where that is left open.
    pub participants: Option<u32>,
    /// How many of which values, attribute by attribute.
    pub margins: Vec<Margin>,
}

/// How many of which values of an attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Margin {
    /// The attribute's name.
    pub attribute: String,
    /// What is wanted of it.
    pub wanted: Vec<Wanted>,
}

/// At least so many of a value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// Which values count.
    pub category: Category,
    /// How many participants.
    pub at_least: u32,
}

/// Which values of an attribute count as one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Category {
    /// This one.
    Is(String),
    /// Numbers within these bounds.
    Range(Range),
}

/// Numbers from a bound to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Range {
    /// Less than this.
    Under(Number),
    /// More than this.
    Over(Number),
    /// From this to that, both included.
    FromTo(Number, Number),
    /// This or less.
    AtMost(Number),
    /// This or more.
    AtLeast(Number),
}

impl Range {
    /// The range that `text` says: `under 40`, `40 to 60`, `over 60`, `up to 39`, `60 and over`; or `<40`, `40-60`, `>60`, `<=39`, `>=60`.
    pub fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let after = |words: &[&str]| words.iter().find_map(|word| Number::read(text.strip_prefix(word)?));
        let before = |words: &[&str]| words.iter().find_map(|word| Number::read(text.strip_suffix(word)?));
        if let Some(bound) = after(&["up to ", "at most ", "<=", "≤"]).or_else(|| before(&[" and under", " or less"])) {
            return Some(Self::AtMost(bound));
        }
        if let Some(bound) = after(&["at least ", "from ", ">=", "≥"]).or_else(|| before(&[" and over", " or more", "+"])) {
            return Some(Self::AtLeast(bound));
        }
        if let Some(bound) = after(&["under ", "below ", "<"]) {
            return Some(Self::Under(bound));
        }
        if let Some(bound) = after(&["over ", "above ", ">"]) {
            return Some(Self::Over(bound));
        }
        // A minus before a number is no dash between two.
        let dash =
            text.char_indices().skip(1).find(|(_, c)| matches!(c, '-' | '–')).map(|(at, c)| (&text[..at], &text[at + c.len_utf8()..]));
        let (from, to) = text.split_once(" to ").or(dash)?;
        let (from, to) = (Number::read(from)?, Number::read(to)?);
        (from <= to).then_some(Self::FromTo(from, to))
    }

    /// Whether `number` lies within.
    pub fn has(self, number: Number) -> bool {
        match self {
            Self::Under(bound) => number < bound,
            Self::Over(bound) => number > bound,
            Self::FromTo(from, to) => (from..=to).contains(&number),
            Self::AtMost(bound) => number <= bound,
            Self::AtLeast(bound) => number >= bound,
        }
    }

    /// Whether some number lies in both.
    pub fn meets(self, other: Self) -> bool {
        let (least, most) = Number::ENDS;
        // Every number has one next to it, so every range holds both its ends.
        let ends = |range: Self| match range {
            Self::Under(bound) => (least, bound.beside().0),
            Self::Over(bound) => (bound.beside().1, most),
            Self::FromTo(from, to) => (from, to),
            Self::AtMost(bound) => (least, bound),
            Self::AtLeast(bound) => (bound, most),
        };
        let ((from, to), (other_from, other_to)) = (ends(self), ends(other));
        from <= other_to && other_from <= to
    }

    /// The words that people have for it.
    pub fn words(self) -> String {
        match self {
            Self::Under(bound) => say!("range-under", bound = bound.written()),
            Self::Over(bound) => say!("range-over", bound = bound.written()),
            Self::FromTo(from, to) => say!("range-from-to", from = from.written(), to = to.written()),
            Self::AtMost(bound) => say!("range-at-most", bound = bound.written()),
            Self::AtLeast(bound) => say!("range-at-least", bound = bound.written()),
        }
    }

    /// As files and programs write it, in every language the same.
    fn code(self) -> String {
        match self {
            Self::Under(bound) => format!("<{}", bound.written()),
            Self::Over(bound) => format!(">{}", bound.written()),
            Self::FromTo(from, to) => format!("{}-{}", from.written(), to.written()),
            Self::AtMost(bound) => format!("<={}", bound.written()),
            Self::AtLeast(bound) => format!(">={}", bound.written()),
        }
    }
}

impl Category {
    /// Whether a value is one of it.
    pub fn has(&self, value: &str) -> bool {
        match self {
            Self::Is(one) => one == value.trim(),
            Self::Range(range) => Number::read(value).is_some_and(|number| range.has(number)),
        }
    }

    /// The words that people have for it.
    pub fn words(&self) -> String {
        match self {
            Self::Is(value) => value.clone(),
            Self::Range(range) => range.words(),
        }
    }
}

impl Serialize for Category {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Is(value) => to.serialize_str(value),
            Self::Range(range) => to.serialize_str(&range.code()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> Number {
        Number::read(text).unwrap()
    }

    #[test]
    fn ranges_are_read_as_people_write_them_and_written_as_programs_read_them() {
        for (text, code, words) in [
            ("under 40", "<40", "under 40"),
            ("<40", "<40", "under 40"),
            ("40 to 60", "40-60", "40 to 60"),
            ("40-60", "40-60", "40 to 60"),
            ("40 – 60", "40-60", "40 to 60"),
            ("-2 to 3.50", "-2-3.5", "-2 to 3.5"),
            ("-4--2", "-4--2", "-4 to -2"),
            ("over 60", ">60", "over 60"),
            ("60+", ">=60", "60 and over"),
            ("60 and over", ">=60", "60 and over"),
            ("up to 39", "<=39", "up to 39"),
        ] {
            let range = Range::read(text).unwrap();
            assert_eq!((range.code().as_str(), range.words().as_str()), (code, words), "{text}");
            assert_eq!(Range::read(&range.code()), Some(range), "{text}");
        }
        for other in ["", "40", "young", "60 to 40", "under", "40 to", "-40", "1.2.3-2", "over sixty"] {
            assert_eq!(Range::read(other), None, "{other}");
        }
    }

    #[test]
    fn every_number_lies_in_one_of_ranges_that_go_on_from_each_other() {
        let ranges = ["under 40", "40 to 60", "over 60"].map(|text| Range::read(text).unwrap());
        for (value, nth) in [("39.999", 0), ("40", 1), ("60", 1), ("60,5", 2), ("-1", 0)] {
            let within: Vec<usize> = (0..3).filter(|nth| ranges[*nth].has(number(value))).collect();
            assert_eq!(within, [nth], "{value}");
        }
        let meets = |one: &str, other: &str| Range::read(one).unwrap().meets(Range::read(other).unwrap());
        assert!(!meets("under 40", "40 to 60") && !meets("40 to 60", "over 60") && !meets("up to 39", "over 39"));
        assert!(meets("up to 40", "40 to 60") && meets("under 45", "40 to 60") && meets("over 20", "under 21"));
    }
}
