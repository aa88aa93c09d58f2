//! One participant as the register lists them: how far they have come, which interviews there are, and what is known of them.
//!
//! Of whoever had all of it destroyed, the list says that and nothing else; who treated whom it never says. Values only.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::consent::Wish;
use crate::domain::standing::Standing;
use crate::domain::study::Participant;
use crate::domain::study::register::Register;
use crate::domain::study::sample::Came;
use crate::domain::study::sample::PartsTaken;
use crate::domain::study::session_line::SessionLine;
use crate::words::say;

/// An interview with somebody, or a group in which they sat.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Interview {
    /// The name of the session's folder.
    pub session: String,
    /// Which of theirs it is, in a word for programs: a round, or `group`.
    pub which: &'static str,
    /// The day.
    pub date: String,
    /// Whether it was held.
    pub held: bool,
    #[serde(skip)]
    words: String,
}

/// Something that is known of somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KnownOf {
    /// The attribute's name.
    pub name: String,
    /// What people call it.
    #[serde(skip)]
    pub called: String,
    /// What is written down; nothing where nothing is.
    pub value: Option<String>,
}

/// Somebody on the list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Listed {
    /// Their code.
    pub code: String,
    /// The kind of participant they are, if that is said.
    pub group: Option<String>,
    /// The day they joined, `yyyy-mm-dd`.
    pub joined: Option<String>,
    /// How far they have come.
    pub came: Came,
    /// What they wanted who take no part any more: `keep` what there is, or have the sound, or all of it, destroyed. Nothing where they do.
    pub stopped: Option<Wish>,
    /// The interviews there are, in the order of the study's sessions.
    pub interviews: Vec<Interview>,
    /// What is asked of them, in the study's order.
    pub attributes: Vec<KnownOf>,
}

impl Register {
    /// Whoever has this code, as they are listed beside these sessions.
    pub fn listed(&self, code: &str, sessions: &[SessionLine]) -> Option<Listed> {
        Some(self.entry(self.find(code)?, &PartsTaken::of(sessions), &self.linking()))
    }

    /// Whether whoever has this code had all of it destroyed, listed or not.
    pub fn has_gone(code: &str, sessions: &[SessionLine]) -> bool {
        PartsTaken::of(sessions).came(code) == Came::Withdrew
    }

    /// Everybody so, in the order of the file.
    pub fn listed_all(&self, sessions: &[SessionLine]) -> Vec<Listed> {
        let (taken, linking) = (PartsTaken::of(sessions), self.linking());
        self.participants.iter().map(|one| self.entry(one, &taken, &linking)).collect()
    }

    fn entry(&self, one: &Participant, taken: &PartsTaken<'_>, linking: &BTreeSet<String>) -> Listed {
        let code = one.code.as_str();
        let came = taken.came(code);
        let theirs = taken.sessions_of(code);
        let interview = |line: &SessionLine| {
            let is_alone = line.participant.eq_ignore_ascii_case(code);
            let words = if is_alone { line.round.words() } else { say!("people-in-group") };
            let held = line.standing != Ok(Standing::Planned);
            Interview {
                session: line.name.clone(),
                which: if is_alone { line.round.word() } else { "group" },
                date: line.date.clone(),
                held,
                words: if held { words } else { say!("people-planned", round = words) },
            }
        };
        let known = |name: String| KnownOf {
            called: self.attribute(&name).map_or(name.as_str(), |attribute| attribute.called()).to_owned(),
            value: one.attributes.get(&name).filter(|value| !value.trim().is_empty()).cloned(),
            name,
        };
        let attributes = if came == Came::Withdrew {
            Vec::new()
        } else {
            self.asked_of(one).into_iter().filter(|name| !linking.contains(name)).map(known).collect()
        };
        Listed {
            code: code.to_owned(),
            group: self.group_of(one).map(str::to_owned),
            joined: one.joined.clone(),
            came,
            stopped: taken.stopped(code),
            interviews: theirs.iter().copied().map(interview).collect(),
            attributes,
        }
    }
}

impl Listed {
    /// Whether they had all of it destroyed.
    pub fn is_gone(&self) -> bool {
        self.came == Came::Withdrew
    }

    /// What is written down under this name.
    pub fn value_of(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|known| known.name == name)?.value.as_deref()
    }

    /// Which interviews there are, in a few words.
    pub fn interviews_in_words(&self) -> String {
        if self.came == Came::Withdrew {
            return self.came.words();
        }
        let interviews = if self.interviews.is_empty() {
            say!("people-no-interview")
        } else {
            self.interviews.iter().map(|one| one.words.clone()).collect::<Vec<_>>().join(", ")
        };
        // It comes first: where there is little room, whoever plans a follow-up reads that.
        if self.stopped.is_some() { say!("people-stopped", interviews = interviews) } else { interviews }
    }

    /// What is not written down of them, by what people call it.
    pub fn not_recorded(&self) -> Vec<&str> {
        self.attributes.iter().filter(|known| known.value.is_none()).map(|known| known.called.as_str()).collect()
    }
}
