//! Consent: what was asked, what was answered, and how.

use serde::{Deserialize, Serialize};

use crate::domain::guide::Covers;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;

/// The answer to one consent item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Answer {
    /// Yes.
    Given,
    /// No.
    Refused,
}

/// How the answer was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum How {
    /// On a signed form.
    #[default]
    Written,
    /// Aloud.
    Spoken,
}

impl How {
    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Written => "in writing",
            Self::Spoken => "aloud",
        }
    }

    /// The other way.
    #[must_use]
    pub const fn other(self) -> Self {
        match self {
            Self::Written => Self::Spoken,
            Self::Spoken => Self::Written,
        }
    }
}

/// One answered consent item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// Which item of the guide.
    pub item: Id,
    /// The answer.
    pub answer: Answer,
    /// How it was given.
    pub how: How,
}

/// All answers of one session; the latest answer to an item counts.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Consents(Vec<Consent>);

impl Consents {
    /// The answer to `item`.
    pub fn answer(&self, item: &Id) -> Option<Answer> {
        self.0.iter().rev().find(|c| c.item == *item).map(|c| c.answer)
    }

    /// All answers in the order given, changed ones included.
    pub fn all(&self) -> &[Consent] {
        &self.0
    }

    /// What the answers of `guide` say about `covers`: refused if any such item was, open while any is unanswered, else given.
    pub fn about(&self, guide: &Guide, covers: Covers) -> Standing {
        let mut items = guide.consent.iter().filter(|c| c.covers == covers).map(|c| self.answer(&c.id)).peekable();
        if items.peek().is_none() {
            return Standing::NotAsked;
        }
        items.fold(Standing::Given, |so_far, answer| match (so_far, answer) {
            (Standing::Refused, _) | (_, Some(Answer::Refused)) => Standing::Refused,
            (Standing::Open, _) | (_, None) => Standing::Open,
            (Standing::Given | Standing::NotAsked, Some(Answer::Given)) => Standing::Given,
        })
    }

    /// Keeps an answer.
    pub(in crate::domain) fn add(&mut self, consent: Consent) {
        self.0.push(consent);
    }
}

/// Where consent to something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// The guide does not ask.
    NotAsked,
    /// Asked, not answered.
    Open,
    /// Given.
    Given,
    /// Refused.
    Refused,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::tests::small;

    #[test]
    fn the_latest_answer_counts() {
        let (guide, mut consents) = (small(), Consents::default());
        assert_eq!(consents.about(&guide, Covers::Recording), Standing::Open);
        for answer in [Answer::Given, Answer::Refused] {
            consents.add(Consent { item: Id::new("c-record"), answer, how: How::Spoken });
        }
        assert_eq!(consents.about(&guide, Covers::Recording), Standing::Refused);
        assert_eq!(consents.about(&guide, Covers::Quotes), Standing::NotAsked);
    }
}
