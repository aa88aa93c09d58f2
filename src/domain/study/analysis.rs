//! How a study analyses what it was told, as far as that decides what may be counted: a list of codes can run dry, a reading cannot.

use serde::Deserialize;
use serde::Serialize;

use crate::words::say;

/// What `study.yaml` says under `analysis`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Analysis {
    /// Themes, of codes that are put on what was said.
    Thematic,
    /// A list of codes, with what each means.
    Codebook,
    /// A framework that is charted by case and theme.
    Framework,
    /// Content that is counted or sorted under categories.
    Content,
    /// Grounded theory: sampling goes on until categories are filled.
    GroundedTheory,
    /// Reflexive thematic analysis: themes are made, and are not found.
    Reflexive,
    /// What an experience is like for whoever has it.
    Phenomenological,
    /// How something is told.
    Narrative,
}

impl Analysis {
    /// Every one, in the order in which they are named.
    pub const ALL: [Self; 8] = [
        Self::Thematic,
        Self::Codebook,
        Self::Framework,
        Self::Content,
        Self::GroundedTheory,
        Self::Reflexive,
        Self::Phenomenological,
        Self::Narrative,
    ];

    /// The word that `study.yaml` and programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Thematic => "thematic",
            Self::Codebook => "codebook",
            Self::Framework => "framework",
            Self::Content => "content",
            Self::GroundedTheory => "grounded-theory",
            Self::Reflexive => "reflexive",
            Self::Phenomenological => "phenomenological",
            Self::Narrative => "narrative",
        }
    }

    /// The one that is called so; spaces and low lines are as good as hyphens.
    pub fn of_word(word: &str) -> Option<Self> {
        let word = word.trim().to_lowercase().replace([' ', '_'], "-");
        Self::ALL.into_iter().find(|one| one.word() == word)
    }

    /// The words that people have for it.
    pub fn words(self) -> String {
        say!("analysis", is = self.word())
    }

    /// Whether it means something to it after how many interviews no new code came up.
    pub const fn counts_codes(self) -> bool {
        match self {
            Self::Thematic | Self::Codebook | Self::Framework | Self::Content | Self::GroundedTheory => true,
            Self::Reflexive | Self::Phenomenological | Self::Narrative => false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_known_by_its_word_however_it_is_joined() {
        for one in Analysis::ALL {
            assert_eq!(Analysis::of_word(one.word()), Some(one));
        }
        for word in ["Grounded theory", "grounded_theory", " grounded-theory "] {
            assert_eq!(Analysis::of_word(word), Some(Analysis::GroundedTheory), "{word}");
        }
        assert_eq!(Analysis::of_word("saturated"), None);
    }
}
