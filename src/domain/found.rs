//! What was found of what was looked for: some of it, and how much more there is. Values only.

use serde::Serialize;

use crate::domain::findable::Findable;
use crate::domain::findable::findables;
use crate::domain::query::Query;
use crate::domain::query::Whose;
use crate::domain::session::Session;
use crate::domain::transcript::Transcript;
use crate::words::say;

/// Something that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit {
    /// The session's name.
    pub session: String,
    /// Whose it is.
    pub participant: String,
    /// What stands there.
    pub what: Findable,
}

/// A session in which nothing could be looked for, or no transcript, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsearched {
    /// Its name; empty where it is none of them alone.
    pub session: String,
    /// How much of it.
    pub what: HowMuch,
    /// Why.
    pub why: String,
}

/// How much of a session could not be looked through.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum HowMuch {
    /// All of it.
    Session,
    /// A transcript of it.
    Transcript,
}

impl Unsearched {
    /// All of the session that is called so.
    pub fn whole(session: String, why: String) -> Self {
        Self { session, what: HowMuch::Session, why }
    }

    /// What could not be looked through, and why.
    pub fn words(&self) -> String {
        let (session, why) = (self.session.as_str(), self.why.as_str());
        match self.what {
            HowMuch::Session if session.is_empty() => say!("search-unsearched-any", why = why),
            HowMuch::Session => say!("search-unsearched", session = session, why = why),
            HowMuch::Transcript => say!("search-unsearched-transcript", session = session, why = why),
        }
    }
}

/// What was found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// Some of it, in the order in which it is shown.
    pub hits: Vec<Hit>,
    /// How much more there is.
    pub more: usize,
    /// Where it could not be looked.
    pub unsearched: Vec<Unsearched>,
}

/// A session that is looked through, perhaps several times: as it is searched.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Searchable {
    name: String,
    participant: String,
    date: String,
    /// Each with its line.
    all: Vec<(Findable, String)>,
}

impl Searchable {
    /// `session`, which is called `name`, with its transcripts.
    pub fn of(session: &Session, transcripts: &[Transcript], name: &str) -> Self {
        let opened = session.opened();
        let (name, participant, date) = (name.to_owned(), opened.participant.clone(), session.held_on().date());
        let all = findables(session, transcripts).into_iter().map(|what| (what.line(), what)).map(|(line, what)| (what, line)).collect();
        Self { name, participant, date, all }
    }

    /// What of it `query` looks for.
    pub fn find<'s>(&'s self, query: &'s Query) -> impl Iterator<Item = Hit> + use<'s> {
        let Self { name, participant, date, .. } = self;
        let all = if query.admits(Whose { session: name, participant, date }) { self.all.as_slice() } else { &[] };
        let found = all.iter().filter(|(_, line)| query.fits(line, participant));
        found.map(|(what, _)| Hit { session: name.clone(), participant: participant.clone(), what: what.clone() })
    }
}
