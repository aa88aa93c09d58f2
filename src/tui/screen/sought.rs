//! What is looked for from the palette besides commands: what was said in the session that is open, and in the others of the study.
//!
//! The session that is open is looked through here, because it may hold what no disk has yet; the others are asked of the world, and what
//! comes back is known by its number: only the last is wanted. Until it is there, what was found before is narrowed by what is typed now.

use crate::domain::found::Found;
use crate::domain::found::Hit;
use crate::domain::found::in_session;
use crate::domain::query::Query;
use crate::domain::query::Unclear;
use crate::domain::query::Written;
use crate::tui::effect::Effect;
use crate::tui::effect::Wanted;
use crate::tui::keymap::Context;
use crate::tui::shared::Shared;
use crate::words::say;

/// Whether notes may be looked for over a screen with these contexts: not while somebody sits opposite.
pub(crate) fn is_offered(below: &[Context]) -> bool {
    below.contains(&Context::Listen) || below.contains(&Context::Home) && !below.contains(&Context::Covered)
}

/// What is looked for, and what was found of it.
#[derive(Debug, Default)]
pub struct Sought {
    words: String,
    query: Option<Query>,
    /// What there is to say of what was typed.
    unclear: Option<Unclear>,
    /// What the session that is open has of it.
    here: Vec<Hit>,
    /// What the others have.
    elsewhere: Found,
    /// The number of the search that was not answered yet.
    awaits: Option<u64>,
}

impl Sought {
    /// What is typed is `words` now. Searches are counted by `searches`.
    pub(crate) fn turn_to(&mut self, words: &str, searches: &mut u64, shared: &mut Shared) {
        if words == self.words {
            return;
        }
        words.clone_into(&mut self.words);
        self.awaits = None;
        let query = match Query::parse(words, Written::SoFar) {
            Ok(query) => query,
            Err(why) => {
                let unclear = Some(why).filter(|why| *why != Unclear::NoWords);
                *self = Self { words: std::mem::take(&mut self.words), unclear, ..Self::default() };
                return;
            }
        };
        let open = shared.sitting.as_ref();
        self.here = open.map_or_else(Vec::new, |sitting| in_session(&sitting.session, sitting.name(), &query));
        self.elsewhere.hits.retain(|hit| query.fits(&hit.what.line(), &hit.participant));
        self.elsewhere.more = 0;
        (self.query, self.unclear) = (Some(query.clone()), None);
        *searches += 1;
        self.awaits = Some(*searches);
        let without = shared.sitting.as_ref().map(|sitting| sitting.name().to_owned());
        shared.want(Effect::Search(Wanted { number: *searches, query, without }));
    }

    /// This came for the search of this number. More may come for the one that was answered last.
    pub(crate) fn came(&mut self, number: u64, latest: u64, found: Found) {
        if self.query.is_some() && number == latest {
            (self.elsewhere, self.awaits) = (found, None);
        }
    }

    /// What was found: here first.
    pub fn hits(&self) -> impl Iterator<Item = &Hit> {
        self.here.iter().chain(&self.elsewhere.hits)
    }

    /// Whether the answer is still to come.
    pub fn is_awaited(&self) -> bool {
        self.awaits.is_some()
    }

    /// Whether it can be said what is looked for.
    pub(crate) fn is_clear(&self) -> bool {
        self.unclear.is_none()
    }

    /// Where in `text` stands what is looked for.
    pub fn marks(&self, text: &str) -> Vec<(usize, usize)> {
        self.query.as_ref().map_or_else(Vec::new, |query| query.marks(text))
    }

    /// What there is to say besides what was found.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let unclear = self.unclear.iter().map(ToString::to_string);
        let more = (self.elsewhere.more > 0).then(|| say!("finds-more", count = self.elsewhere.more));
        let unsearched = self.elsewhere.unsearched.iter().map(|one| say!("search-unsearched", session = &one.session, why = &one.why));
        unclear.chain(more).chain(unsearched).collect()
    }
}
