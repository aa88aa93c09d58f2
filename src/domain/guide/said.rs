//! How what a guide says stands where somebody reads it.

use crate::domain::guide::Change;
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

impl Change {
    /// All of it in one line.
    pub(crate) fn as_line(&self) -> String {
        let why = self.why.iter().map(|why| format!(" {}", why.trim()));
        let by = self.by.iter().map(|who| say!("change-by", who = who));
        let after = self.after.iter().map(|who| say!("change-after", who = who));
        let looked: Vec<String> = by.chain(after).chain(self.pilot.then(|| say!("change-pilot"))).collect();
        let looked = if looked.is_empty() { String::new() } else { format!(" ({})", looked.join(", ")) };
        format!("{}, {}{looked}: {}{}", self.version, self.date, self.what.trim(), why.collect::<String>())
    }
}
