//! The states a question can be in, from not yet to skipped.

use serde::Deserialize;
use serde::Serialize;

use crate::words::say;

/// What happened to a question.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Coverage {
    /// Nothing so far.
    #[default]
    NotYet,
    /// Asked and answered.
    Asked,
    /// They raised it themselves.
    Volunteered,
    /// Some of it.
    Partly,
    /// It came up; come back to it.
    ComeBack,
    /// Left out on purpose.
    Skipped,
}

impl Coverage {
    /// Every state, in the order in which they are explained.
    pub const ALL: [Self; 6] = [Self::NotYet, Self::Asked, Self::Partly, Self::Volunteered, Self::ComeBack, Self::Skipped];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::NotYet => "not yet",
            Self::Asked => "asked",
            Self::Volunteered => "volunteered",
            Self::Partly => "partly",
            Self::ComeBack => "come back",
            Self::Skipped => "skipped",
        }
    }

    /// The word that people have for it.
    pub fn words(self) -> String {
        match self {
            Self::NotYet => say!("coverage-not-yet"),
            Self::Asked => say!("coverage-asked"),
            Self::Volunteered => say!("coverage-volunteered"),
            Self::Partly => say!("coverage-partly"),
            Self::ComeBack => say!("coverage-come-back"),
            Self::Skipped => say!("coverage-skipped"),
        }
    }

    /// Whether nothing more is expected of the question.
    pub(crate) const fn is_settled(self) -> bool {
        match self {
            Self::Asked | Self::Volunteered | Self::Skipped => true,
            Self::NotYet | Self::Partly | Self::ComeBack => false,
        }
    }
}
