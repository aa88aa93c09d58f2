//! What was found of what was looked for: some of it, and how much more there is. Values only.

use crate::domain::findable::Findable;
use crate::domain::findable::findables;
use crate::domain::query::Query;
use crate::domain::query::Whose;
use crate::domain::session::Session;

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

/// A session in which nothing could be looked for, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsearched {
    /// Its name.
    pub session: String,
    /// Why.
    pub why: String,
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

/// Everything in `session`, which is called `name`, that `query` looks for.
pub fn in_session(session: &Session, name: &str, query: &Query) -> Vec<Hit> {
    let opened = session.opened();
    let (participant, date) = (opened.participant.as_str(), opened.at.date());
    if !query.admits(Whose { session: name, participant, date: &date }) {
        return Vec::new();
    }
    let found = findables(session).into_iter().filter(|what| query.fits(&what.line(), participant));
    found.map(|what| Hit { session: name.to_owned(), participant: participant.to_owned(), what }).collect()
}
