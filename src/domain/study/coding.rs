//! The study's coding, as it came back from the program in which it was done: which code was put on which session, how often, and when first.
//!
//! It is what new codes per interview are counted from as long as it is there ([`crate::domain::study::figures::codes`]). It holds no words of
//! anybody, no description and nobody's name: what a code is called and where it stands among the others, and of each session numbers and a
//! moment. A session that is gone, or takes no part any more, is not in it. Values only.

pub mod dated;
pub mod matched;
pub mod project;

use std::collections::BTreeSet;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::digest::Digest;
use crate::domain::text::shown;
use crate::domain::time::Stamp;
use crate::words::say;

/// The most characters of the name of a program or a file that are kept.
const LONGEST: usize = 120;

/// The coding of a study.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coding {
    /// The form of what is kept.
    pub format: u32,
    /// Where it comes from.
    #[serde(flatten)]
    pub export: Export,
    /// What is on each session that has any, in the order of their names.
    pub sessions: Vec<CodedSession>,
}

/// An export of a program for analysis.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// The program, as the file names it.
    pub program: String,
    /// The day of the export, `yyyy-mm-dd`; where the file does not say it, that of the import.
    pub on: String,
    /// What the file is called.
    pub file: String,
    /// By which it is known again.
    pub sha256: Digest,
}

impl Export {
    /// Which it is, in words: the file, the program where it names itself, and the day.
    pub fn words(&self) -> String {
        let (file, program) = (&*shown(&self.file), &*shown(&self.program));
        if program.is_empty() {
            return say!("coding-export-nameless", file = file, day = &self.on);
        }
        say!("coding-export", file = file, program = program, day = &self.on)
    }

    /// That of a file of this name, in one line and without what nobody sees.
    pub fn of(program: &str, on: String, file: &str, sha256: Digest) -> Self {
        let line = |text: &str| shown(text).split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST).collect::<String>();
        Self { program: line(program), on, file: line(file), sha256 }
    }
}

/// What is on one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodedSession {
    /// Its name.
    pub session: String,
    /// Its codes, in the order in which they stand in the project.
    pub codes: Vec<CodeOn>,
}

/// A code that is on a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeOn {
    /// What it is called, behind what those are called that it stands under.
    pub code: Vec<String>,
    /// How often it is on it.
    pub codings: usize,
    /// When it was first put on it, as far as the file says.
    #[serde(default, with = "moment", skip_serializing_if = "Option::is_none")]
    pub first: Option<Stamp>,
}

impl CodeOn {
    /// By which it is one, however it is spelled.
    pub fn key(&self) -> String {
        self.code.join("\n").to_lowercase()
    }
}

impl Coding {
    /// The newest form.
    pub const FORMAT: u32 = 1;

    /// What is on the session of this name.
    pub fn on(&self, session: &str) -> &[CodeOn] {
        self.sessions.iter().find(|one| one.session == session).map_or(&[], |one| &one.codes)
    }

    /// How many codes there are, in however many sessions each is.
    pub fn codes(&self) -> usize {
        self.sessions.iter().flat_map(|one| &one.codes).map(CodeOn::key).collect::<BTreeSet<String>>().len()
    }

    /// The same of those sessions alone whose names are `wanted`.
    #[must_use]
    pub fn of_sessions(&self, wanted: impl Fn(&str) -> bool) -> Self {
        let sessions = self.sessions.iter().filter(|one| wanted(&one.session)).cloned().collect();
        Self { sessions, ..self.clone() }
    }

    /// How many codes have no date in some session.
    pub fn undated(&self) -> usize {
        self.sessions.iter().flat_map(|one| &one.codes).filter(|code| code.first.is_none()).count()
    }

    /// The same without the session of this name; nothing where it is in none of it.
    #[must_use]
    pub fn without(&self, session: &str) -> Option<Self> {
        let sessions: Vec<CodedSession> = self.sessions.iter().filter(|one| one.session != session).cloned().collect();
        (sessions.len() < self.sessions.len()).then(|| Self { sessions, ..self.clone() })
    }
}

/// A moment as it is written in a file.
mod moment {
    use serde::Deserialize;
    use serde::Deserializer;
    use serde::Serializer;
    use serde::de::Error;

    use crate::domain::time::Stamp;

    #[expect(clippy::ref_option, reason = "as serde asks it")]
    pub(super) fn serialize<S: Serializer>(at: &Option<Stamp>, to: S) -> Result<S::Ok, S::Error> {
        match at {
            Some(at) => to.serialize_str(&at.rfc3339()),
            None => to.serialize_none(),
        }
    }

    pub(super) fn deserialize<'d, D: Deserializer<'d>>(from: D) -> Result<Option<Stamp>, D::Error> {
        let text = String::deserialize(from)?;
        Stamp::from_rfc3339(&text).map(Some).ok_or_else(|| D::Error::custom("not a moment"))
    }
}
