//! The decision log: what a team decided on the way, when, by whom and why, so that a reader can follow how the study came to be what it is.
//!
//! Three kinds of records make it: what the team writes down in `decisions.yaml`, the change logs of the guides, and what an interviewer said of
//! the guide after an interview ("no change" among it: that it was looked at is a decision too). Values only.

use crate::domain::evening::Verdict;
use crate::domain::guide::Guide;
use crate::domain::session::Session;
use crate::words::say;

/// What a decision is about.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum DecisionKind {
    /// A meeting at which the team agreed on something.
    Meeting,
    /// Something was done otherwise than the protocol says.
    Deviation,
    /// The guide.
    Guide,
    /// The sample: who is asked, and when to stop.
    Sampling,
    /// The coding and the analysis.
    Coding,
    /// Anything else.
    #[default]
    Other,
}

impl DecisionKind {
    /// Each.
    pub const ALL: [Self; 6] = [Self::Meeting, Self::Deviation, Self::Guide, Self::Sampling, Self::Coding, Self::Other];

    /// The word that files and programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Meeting => "meeting",
            Self::Deviation => "deviation",
            Self::Guide => "guide",
            Self::Sampling => "sampling",
            Self::Coding => "coding",
            Self::Other => "other",
        }
    }

    /// It in words.
    pub fn words(self) -> String {
        say!("decision-kind", kind = self.word())
    }
}

/// A decision.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decision {
    /// The day, `yyyy-mm-dd`.
    pub on: String,
    /// What it is about.
    pub kind: DecisionKind,
    /// What was decided.
    pub what: String,
    /// Why.
    pub why: Option<String>,
    /// By whom: codes or roles.
    pub by: Option<String>,
    /// After, or about, whom or what: a participant's code, a guide.
    pub about: Option<String>,
}

impl Decision {
    /// Whether it is about whoever, or whatever, is called so: one of the words that say what it is about.
    pub fn is_about(&self, called: &str) -> bool {
        let mut words = self.about.iter().flat_map(|about| about.split([' ', ',', ';']));
        words.any(|word| word.eq_ignore_ascii_case(called)) || self.about.as_deref() == Some(called)
    }
}

/// Where a decision is written down.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whence {
    /// In the team's own log.
    Log,
    /// In the change log of this guide.
    Guide(String),
    /// In this session.
    Session(String),
}

/// All that was decided, in the order of days: `own` first within a day, then of the guides, then of the sessions.
pub fn all(own: &[Decision], guides: &[Guide], sessions: &[(String, Session)]) -> Vec<(Decision, Whence)> {
    let mut all: Vec<(Decision, Whence)> = own.iter().map(|one| (one.clone(), Whence::Log)).collect();
    for guide in guides {
        let changes = guide.changes.iter().rev().map(|change| {
            let decision = Decision {
                on: change.date.clone(),
                kind: DecisionKind::Guide,
                what: say!("decision-of-guide", guide = guide.id.as_str(), version = &change.version, what = &change.what),
                why: change.why.clone(),
                by: change.by.clone(),
                about: change.after.clone(),
            };
            (decision, Whence::Guide(guide.id.as_str().to_owned()))
        });
        all.extend(changes);
    }
    for (name, session) in sessions {
        let looked = session.evening().guide();
        let Some(verdict) = looked.verdict else { continue };
        let what = match verdict {
            Verdict::NoChange => say!("decision-no-change", guide = session.guide().name_and_version()),
            Verdict::Change => say!("decision-change", guide = session.guide().name_and_version(), what = &looked.what),
        };
        let about = Some(session.opened().participant.clone());
        all.push((
            Decision { on: session.held_on().date(), kind: DecisionKind::Guide, what, about, ..Decision::default() },
            Whence::Session(name.clone()),
        ));
    }
    all.sort_by(|(one, _), (other, _)| one.on.cmp(&other.on));
    all
}
