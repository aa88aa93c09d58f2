//! What is looked for from the palette besides commands: what was said in the session that is open, and in the others of the study.
//!
//! The session that is open is looked through here, because it may hold what no disk has yet; the others are asked of the world, and what
//! comes back is known by its number: only the last is wanted. Until it is there, what was found before is narrowed by what is typed now.

use crate::domain::found::Found;
use crate::domain::found::Hit;
use crate::domain::found::Searchable;
use crate::domain::found::Unsearched;
use crate::domain::query::Query;
use crate::domain::query::Unclear;
use crate::domain::query::Written;
use crate::tui::effect::Effect;
use crate::tui::effect::Search;
use crate::tui::keymap::Context;
use crate::tui::shared::Shared;
use crate::tui::sitting::Sitting;
use crate::words::say;

/// As many of the session that is open as anybody goes through.
const MOST_HERE: usize = 50;

/// As many sessions that could not be looked through as are named.
const MOST_NAMED: usize = 3;

/// Whether notes may be looked for over a screen with these contexts: not while somebody sits opposite.
pub(crate) fn is_offered(below: &[Context]) -> bool {
    below.contains(&Context::Listen) || below.contains(&Context::Home) && !below.contains(&Context::Covered)
}

/// A session as it is at a moment: the lines of its journal that have happened, and the transcripts that are read.
type Version = (u64, usize);

fn version_of(open: Option<&Sitting>) -> Option<Version> {
    open.map(|sitting| (sitting.session.lines(), sitting.in_words.transcripts().len()))
}

/// What is looked for, and what was found of it.
#[derive(Debug, Default)]
pub struct Sought {
    words: String,
    query: Option<Query>,
    /// What there is to say of what was typed.
    unclear: Option<Unclear>,
    /// The session that is open, as it is searched, and what it was made of.
    open: Option<(Version, Searchable)>,
    /// What that has of it.
    here: Vec<Hit>,
    /// How much more it has.
    more_here: usize,
    /// What the others have.
    elsewhere: Found,
    /// The number of the search that was not answered yet.
    awaits: Option<u64>,
}

impl Sought {
    /// What is typed is `words` now. Searches are counted by `searches`.
    pub(crate) fn turn_to(&mut self, words: &str, searches: &mut u64, shared: &mut Shared) {
        if words == self.words {
            self.keep_up(shared.sitting.as_ref());
            return;
        }
        words.clone_into(&mut self.words);
        self.awaits = None;
        let query = match Query::parse(words, Written::SoFar) {
            Ok(query) => query,
            Err(why) => {
                if self.is_looked_for() {
                    shared.want(Effect::SearchNoMore);
                }
                let unclear = Some(why).filter(|why| *why != Unclear::NoWords);
                *self = Self { words: std::mem::take(&mut self.words), open: self.open.take(), unclear, ..Self::default() };
                return;
            }
        };
        self.look_here(&query, shared.sitting.as_ref());
        self.elsewhere.hits.retain(|hit| query.fits(&hit.what.line(), &hit.participant));
        self.elsewhere.more = 0;
        (self.query, self.unclear) = (Some(query.clone()), None);
        *searches += 1;
        self.awaits = Some(*searches);
        let without = shared.sitting.as_ref().map(|sitting| sitting.name().to_owned());
        shared.want(Effect::Search(Search { number: *searches, query, without }));
    }

    /// What the session that is open has of it. It is made ready once, and not at every letter.
    fn look_here(&mut self, query: &Query, open: Option<&Sitting>) {
        let (Some(sitting), Some(version)) = (open, version_of(open)) else { return };
        let Sitting { session, in_words, .. } = sitting;
        let ready = self.open.take().filter(|(of, _)| *of == version);
        let (_, open) =
            self.open.insert(ready.unwrap_or_else(|| (version, Searchable::of(session, in_words.transcripts(), sitting.name()))));
        let mut all = open.find(query);
        self.here = all.by_ref().take(MOST_HERE).collect();
        self.more_here = all.count();
    }

    /// The session that is open may have become another since, or its transcripts were read.
    fn keep_up(&mut self, open: Option<&Sitting>) {
        let is_as_it_was = self.open.as_ref().map(|(of, _)| *of) == version_of(open);
        if let Some(query) = self.query.clone().filter(|_| !is_as_it_was) {
            self.look_here(&query, open);
        }
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

    /// Whether anything is looked for, answered or not.
    pub(crate) fn is_looked_for(&self) -> bool {
        self.query.is_some()
    }

    /// Whether the answer is still to come.
    pub fn is_awaited(&self) -> bool {
        self.awaits.is_some()
    }

    /// Where in `text` stands what is looked for.
    pub fn marks(&self, text: &str) -> Vec<(usize, usize)> {
        self.query.as_ref().map_or_else(Vec::new, |query| query.marks(text))
    }

    /// What there is to say besides what was found.
    pub(crate) fn remarks(&self) -> Vec<String> {
        let unclear = self.unclear.iter().map(ToString::to_string);
        let more = Some(self.elsewhere.more + self.more_here).filter(|more| *more > 0).map(|more| say!("finds-more", count = more));
        let (named, rest) = self.elsewhere.unsearched.split_at(self.elsewhere.unsearched.len().min(MOST_NAMED));
        let rest = (!rest.is_empty()).then(|| say!("finds-unsearched-more", count = rest.len()));
        unclear.chain(more).chain(named.iter().map(Unsearched::words)).chain(rest).collect()
    }

    /// What there is to say where nothing was found, and no command is called what was typed either; the key `close` closes. Nothing where it
    /// is not clear what is looked for: what is wrong with it is a remark.
    pub(crate) fn nothing(&self, close: &str) -> Option<String> {
        let words = self.words.as_str();
        self.unclear.is_none().then(|| match self.elsewhere.unsearched.is_empty() {
            _ if self.is_awaited() => say!("finds-awaited"),
            true => say!("finds-nothing", words = words, close = close),
            false => say!("finds-nothing-there", words = words, close = close),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn that_nothing_is_found_is_said_when_it_is_known() {
        let mut sought = Sought { words: "xyzzy".into(), awaits: Some(1), ..Sought::default() };
        sought.query = Query::parse("xyzzy", Written::SoFar).ok();
        assert_eq!(sought.nothing("Esc").as_deref(), Some("looking …"));
        sought.came(1, 1, Found::default());
        let said = sought.nothing("Esc").unwrap();
        assert!(said.contains("xyzzy") && said.contains("no session holds it. Esc"), "{said}");
        let unsearched = vec![Unsearched::whole("2026-11-22-P01".into(), "it is torn".into())];
        sought.came(1, 1, Found { unsearched, ..Found::default() });
        let said = sought.nothing("Esc").unwrap();
        assert!(said.contains("that could be looked through"), "{said}");
        sought.unclear = Some(Unclear::NoWords);
        assert_eq!(sought.nothing("Esc"), None);
    }
}
