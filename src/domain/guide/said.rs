//! How what a guide asks stands where the interviewer reads it.

use crate::domain::guide::Choice;
use crate::domain::guide::Wording;
use crate::words::say;

impl Wording {
    /// What stands where the interviewer reads what to ask.
    pub fn of(self, words: &str) -> String {
        match self {
            Self::AsWritten => words.trim().to_owned(),
            Self::Own => say!("in-own-words", about = words.trim()),
        }
    }
}

impl Choice {
    /// Its code and its words.
    pub fn words(&self) -> String {
        format!("{} {}", self.code, self.say.trim())
    }
}
