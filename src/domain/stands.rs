//! Whether what was marked in passing (a name, a probe of one's own) still stands: such marks have no number, so one is taken back by saying
//! the same once more the other way.

use serde::Deserialize;
use serde::Deserializer;
use serde::Serialize;
use serde_json::Value;

/// Whether what was marked in passing stands, or was taken back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stands {
    /// It does. Also where a journal says what only a newer hearback knows.
    #[default]
    Stands,
    /// It was taken back.
    TakenBack,
}

impl Stands {
    /// Whether it does. Where that is what nearly always holds, a journal says only the other.
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde asks with a reference")]
    pub(crate) fn holds(&self) -> bool {
        *self == Self::Stands
    }

    /// The other of the two.
    #[must_use]
    pub(crate) const fn opposite(self) -> Self {
        match self {
            Self::Stands => Self::TakenBack,
            Self::TakenBack => Self::Stands,
        }
    }

    /// Where absence is a no: it stands only where that is said in so many words.
    pub(crate) fn only_if_said<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = Value::deserialize(deserializer)?;
        Ok(serde_json::from_value(value).ok().filter(|stands| *stands == Self::Stands).unwrap_or(Self::TakenBack))
    }

    /// Puts `what` among `all`, or takes the latest that is the same away.
    pub(crate) fn keep<T: PartialEq>(self, what: T, all: &mut Vec<T>) {
        match self {
            Self::Stands => all.push(what),
            Self::TakenBack => {
                if let Some(at) = all.iter().rposition(|one| *one == what) {
                    all.remove(at);
                }
            }
        }
    }
}
