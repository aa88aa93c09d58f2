//! What a guide says is done when it becomes too much, and what must be reported. Values only.

use std::fmt;

use serde::Deserialize;
use serde::Serialize;

/// So many hours: within them something is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Within(pub u32);

impl Within {
    /// What holds where nobody says anything else.
    pub const A_DAY: Self = Self(24);

    /// A year, in hours: nothing is put off longer.
    const MOST: u32 = 24 * 366;

    /// What `text` means: `24`, `24 hours`, `1 hour`, `2 days`.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let (number, unit) = text.split_at(text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len()));
        let number: u32 = number.parse().ok()?;
        let each = match unit.trim() {
            "" | "h" | "hour" | "hours" => 1,
            "d" | "day" | "days" => 24,
            _ => return None,
        };
        number.checked_mul(each).filter(|hours| (1..=Self::MOST).contains(hours)).map(Self)
    }
}

/// As a file writes it: whole days as days.
impl fmt::Display for Within {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = if self.0.is_multiple_of(24) { (self.0 / 24, "day") } else { (self.0, "hour") };
        write!(f, "{number} {unit}{}", if number == 1 { "" } else { "s" })
    }
}

/// Somebody to ring.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Call {
    /// Who answers.
    pub who: String,
    /// The number.
    pub number: String,
}

/// As it is shown and told.
impl fmt::Display for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.who.trim(), self.number.trim())
    }
}

/// Something that is done after it became too much.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    /// What.
    pub what: String,
    /// By when.
    pub within: Within,
    /// What the participant is asked before one leaves; where there is nothing, it is done unasked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ask: Option<String>,
}

/// Something that must be reported if it is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportKind {
    /// Its name in journals.
    pub is: String,
    /// What it is, in a word or two.
    pub what: String,
    /// To whom.
    pub to: String,
    /// By when.
    pub within: Within,
}

/// What happens to the recording when the distress key is pressed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DistressRecording {
    /// The interviewer decides there and then.
    #[default]
    Ask,
    /// Recording stops at once.
    Stop,
    /// Recording goes on.
    Continue,
}

impl DistressRecording {
    /// The word that guides and programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Ask => "ask",
            Self::Stop => "stop",
            Self::Continue => "continue",
        }
    }
}

/// What to do when the conversation becomes too much.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Distress {
    /// What happens to the recording.
    pub recording: DistressRecording,
    /// The one sentence that is said first; where there is none, the first step.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub say: Option<String>,
    /// Signs to look for.
    pub signs: Vec<String>,
    /// What to do, in order.
    pub steps: Vec<String>,
    /// Whom to ring, the first one first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub call: Vec<Call>,
    /// Where help can be had.
    pub support: Vec<String>,
    /// What is done afterwards.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_up: Vec<FollowUp>,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hours_and_days_are_read_and_nothing_else_is() {
        for (text, hours) in [("24", 24), ("1 hour", 1), ("36 Hours", 36), ("2 days", 48), ("1 d", 24), (" 3h ", 3)] {
            assert_eq!(Within::read(text), Some(Within(hours)), "{text}");
        }
        for text in ["", "0", "soon", "1 week", "-1 day", "1.5 days", "99999 days", "one day"] {
            assert_eq!(Within::read(text), None, "{text}");
        }
        for hours in [1, 2, 23, 24, 36, 48] {
            assert_eq!(Within::read(&Within(hours).to_string()), Some(Within(hours)));
        }
        assert_eq!([1, 24, 36, 48].map(|hours| Within(hours).to_string()), ["1 hour", "1 day", "36 hours", "2 days"]);
    }
}
