//! What is looked for in the sessions of a study: in the index, as far as it agrees with their journals, or else in the journals themselves.
//!
//! [`bring_up`] makes the index agree with them: what is as it was is taken over, the rest is read. Whether it is as it was is known as the list
//! of sessions knows it ([`crate::shell::archive::cache`]): a thousand of them are looked at in 40 ms. Where there is no index, and none
//! can be written, everything is read each time. What is told is the same.

use std::collections::BTreeMap;
use std::path::Path;

use crate::domain::findable::findables;
use crate::domain::found::Found;
use crate::domain::found::Hit;
use crate::domain::found::Unsearched;
use crate::domain::found::in_session;
use crate::domain::query::Query;
use crate::domain::session::Session;
use crate::domain::time::Stamp;
use crate::shell::archive::cache::Prints;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::Shelf;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::folder::Study;
use crate::store::index::About;
use crate::store::index::Index;
use crate::store::index::Most;
use crate::store::index::Torn;
use crate::store::index::Writing;
use crate::store::journal;

/// The file of the index, among the caches of a study.
pub(crate) const FILE: &str = "search.idx";

/// Where is looked.
#[derive(Debug, Default)]
pub(crate) struct Findables {
    /// Nothing where it could not be written: then the sessions themselves are read.
    index: Option<Index>,
    /// The sessions that are in it.
    folders: BTreeMap<String, SessionFolder>,
    /// Those that cannot be.
    unsearched: Vec<Unsearched>,
}

/// How the index agreed with the journals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Agreed {
    /// It did.
    Already,
    /// It does now.
    Now,
}

/// When it was seen that the index agrees with the journals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Seen {
    /// A moment ago.
    JustNow,
    /// Some time ago: each session in which something is found is looked at.
    Before,
}

/// A session of the study, and what its files are like.
struct Looked {
    folder: SessionFolder,
    prints: Option<Prints>,
}

impl Looked {
    /// Which session of `known` it is, if it is as it was then.
    fn as_in(&self, index: Option<&Index>, known: &BTreeMap<String, usize>) -> Option<usize> {
        let at = *known.get(&self.folder.name())?;
        let was = &index?.entries().get(at)?.about.print;
        self.prints.as_ref().filter(|prints| print(prints) == *was).map(|_| at)
    }
}

/// Makes the index at `place` agree with the sessions of `study`. Nothing where `stop` said before the end that it is enough.
pub(crate) fn bring_up(
    study: &Study,
    place: Option<&Path>,
    now: Stamp,
    stop: &dyn Fn() -> bool,
) -> Result<Option<(Findables, Agreed)>, StoreError> {
    // Before anything is read: what changes in between is then another file than the one that is remembered.
    let look = |folder: SessionFolder| Looked { prints: Prints::of(&folder), folder };
    let looked: Vec<Looked> = study.sessions()?.into_iter().map(look).collect();
    let Some(place) = place else { return Ok(Some((Findables::default(), Agreed::Now))) };
    let before = Index::open(place);
    let entries = before.as_ref().map_or(&[][..], Index::entries);
    let known: BTreeMap<String, usize> = entries.iter().enumerate().map(|(n, entry)| (entry.about.name.clone(), n)).collect();
    let mut shelf = Shelf::new();
    let new = |one: &&Looked| one.as_in(before.as_ref(), &known).is_none();
    if known.len() + looked.iter().filter(new).count() == looked.len() {
        // What is not in it may be what cannot be: then it is as it should be.
        let unread = |one: &Looked| read(&one.folder, &mut shelf).err().map(|why| Unsearched { session: one.folder.name(), why });
        let unsearched: Option<Vec<Unsearched>> = looked.iter().filter(new).map(unread).collect();
        if let Some(unsearched) = unsearched.filter(|_| before.is_some()) {
            return Ok(Some((Findables { index: before, folders: by_name(looked), unsearched }, Agreed::Already)));
        }
    }
    let Ok(mut writing) = Writing::begin(place) else { return Ok(Some((Findables::default(), Agreed::Now))) };
    let mut unsearched = Vec::new();
    for one in &looked {
        if stop() {
            return Ok(None);
        }
        let was = before.as_ref().and_then(|index| Some((index, index.entries().get(*known.get(&one.folder.name())?)?)));
        if let Some((index, entry)) = was.filter(|_| !new(&one))
            && writing.carry(index, entry).is_ok()
        {
            continue;
        }
        match read(&one.folder, &mut shelf) {
            Ok(session) => {
                let settled = one.prints.as_ref().filter(|prints| prints.are_settled(now)).map(print);
                if writing.add(about(&one.folder, &session, settled.unwrap_or_default()), &findables(&session), was).is_err() {
                    return Ok(Some((Findables::default(), Agreed::Now)));
                }
            }
            Err(why) => {
                unsearched.push(Unsearched { session: one.folder.name(), why });
                if was.is_some() {
                    writing.leaves_out();
                }
            }
        }
    }
    if known.keys().any(|name| !looked.iter().any(|one| one.folder.name() == *name)) {
        writing.leaves_out();
    }
    let findables = match writing.finish() {
        Ok(index) => Findables { index: Some(index), folders: by_name(looked), unsearched },
        Err(Torn) => Findables::default(),
    };
    Ok(Some((findables, Agreed::Now)))
}

fn by_name(looked: Vec<Looked>) -> BTreeMap<String, SessionFolder> {
    looked.into_iter().map(|one| (one.folder.name(), one.folder)).collect()
}

/// What the files of a session are, as the index has it.
fn print(prints: &Prints) -> String {
    serde_json::to_string(prints).unwrap_or_default()
}

fn about(folder: &SessionFolder, session: &Session, print: String) -> About {
    let opened = session.opened();
    let (participant, date, opened_ms) = (opened.participant.clone(), opened.at.date(), opened.at.utc_ms);
    About { name: folder.name(), print, participant, date, opened_ms }
}

/// The session in `folder`, or why nothing can be looked for in it.
fn read(folder: &SessionFolder, shelf: &mut Shelf) -> Result<Session, String> {
    let loaded = journal::read(&folder.journal()).map_err(|why| why.to_string())?;
    let session = sessions::replay_from(folder, &loaded, shelf).map_err(|why| why.to_string())?.session;
    // What a newer hearback wrote of what they do not want to be used may be about anything.
    if session.is_understood() { Ok(session) } else { Err(sessions::unheeded()) }
}

impl Findables {
    /// What `query` looks for in `study`, but in the session called `without`.
    pub(crate) fn find(
        &mut self,
        study: &Study,
        query: &Query,
        without: Option<&str>,
        most: Most,
        seen: Seen,
    ) -> Result<Found, StoreError> {
        let in_index = self.index.as_ref().map(|index| self.find_in(index, query, without, most, seen));
        if let Some(Ok((hits, more))) = in_index {
            return Ok(Found { hits, more, unsearched: self.unsearched.clone() });
        }
        // The file was spoiled, or somebody else has made it anew.
        self.index = None;
        directly(study, query, without, most)
    }

    /// Whether there is an index, as far as is known.
    pub(crate) fn has_index(&self) -> bool {
        self.index.is_some()
    }

    fn find_in(&self, index: &Index, query: &Query, without: Option<&str>, most: Most, seen: Seen) -> Result<(Vec<Hit>, usize), Torn> {
        let matches = index.find(query, without, most)?;
        let mut hits = Vec::new();
        for these in matches.hits.chunk_by(|(one, _), (other, _)| one == other) {
            let about = these.first().and_then(|(n, _)| index.entries().get(*n)).map(|entry| &entry.about).ok_or(Torn)?;
            match if seen == Seen::Before { self.found_anew(about, query) } else { None } {
                Some(anew) => hits.extend(anew),
                None => hits.extend(these.iter().map(|(_, what)| Hit {
                    session: about.name.clone(),
                    participant: about.participant.clone(),
                    what: what.clone(),
                })),
            }
        }
        Ok((hits, matches.more))
    }

    /// What is found in a session that is another than it was.
    fn found_anew(&self, about: &About, query: &Query) -> Option<Vec<Hit>> {
        let folder = self.folders.get(&about.name)?;
        let is_as_it_was = Prints::of(folder).is_some_and(|prints| print(&prints) == about.print);
        (!is_as_it_was).then(|| read(folder, &mut Shelf::new()).map(|session| in_session(&session, &about.name, query)).unwrap_or_default())
    }
}

/// The same where there is no index: every session is read.
fn directly(study: &Study, query: &Query, without: Option<&str>, most: Most) -> Result<Found, StoreError> {
    let (mut found, mut shelf, mut all) = (Found::default(), Shelf::new(), Vec::new());
    for folder in study.sessions()?.into_iter().filter(|folder| Some(folder.name().as_str()) != without) {
        match read(&folder, &mut shelf) {
            Ok(session) => all.push(((session.opened().at.utc_ms, folder.name()), in_session(&session, &folder.name(), query))),
            Err(why) => found.unsearched.push(Unsearched { session: folder.name(), why }),
        }
    }
    all.sort_by(|(one, _), (other, _)| other.cmp(one));
    found.hits = all.into_iter().flat_map(|(_, hits)| hits).collect();
    found.more = found.hits.len().saturating_sub(most.hits);
    found.hits.truncate(most.hits);
    Ok(found)
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::audio::simulated::Again;
    use crate::audio::simulated::Piece;
    use crate::audio::simulated::Sound;
    use crate::domain::query::Written;
    use crate::shell::script::Script;

    const DAY: Stamp = Stamp::new(1_795_341_600_000, 60);

    /// Later than anything that a test writes can have been written.
    const LATER: Stamp = Stamp::new(4_000_000_000_000, 0);

    fn script(dir: &Path) -> Script {
        let tone = Piece::Tone { hertz: 220.0, level: 0.3, lasts: Duration::from_secs(1) };
        Script::over(dir, Sound::script(&[tone], Again::Looped), DAY).unwrap()
    }

    /// A study with one session of two notes, and where its index would lie.
    fn held() -> (tempfile::TempDir, Study, std::path::PathBuf) {
        let dir = tempfile::tempdir().unwrap();
        Script::make_study(dir.path()).unwrap();
        let mut script = script(dir.path());
        script.keys("n<down><down><down><down><down><down><down><down>a").hear(Duration::from_millis(500)).keys("<enter><pagedown>");
        for words in ["the first flood<enter>", "the second flood<enter>"] {
            script.hear(Duration::from_secs(2)).keys(words);
        }
        script.hear(Duration::from_secs(1)).saved().keys("<f10><f10>");
        script.leave();
        let (study, place) = (Study::find(dir.path()).unwrap(), dir.path().join("cache/search.idx"));
        (dir, study, place)
    }

    fn brought_up(study: &Study, place: &Path) -> (Findables, Agreed) {
        bring_up(study, Some(place), LATER, &|| false).unwrap().unwrap()
    }

    fn texts(findables: &mut Findables, study: &Study) -> Vec<String> {
        let query = Query::parse("flood", Written::Whole).unwrap();
        let found = findables.find(study, &query, None, Most::ALL, Seen::Before).unwrap();
        found.hits.into_iter().map(|hit| hit.what.text).collect()
    }

    #[test]
    fn an_index_agrees_until_something_is_another() {
        let (dir, study, place) = held();
        assert_eq!(brought_up(&study, &place).1, Agreed::Now);
        let (mut findables, agreed) = brought_up(&study, &place);
        assert_eq!((agreed, texts(&mut findables, &study).len()), (Agreed::Already, 2));
        // Somebody takes a note back meanwhile, in another window.
        let mut script = script(dir.path());
        script.keys("l<down><delete>").saved();
        script.leave();
        assert_eq!(texts(&mut findables, &study), ["the second flood"], "what is told is looked at");
        assert!(findables.has_index());
        let (mut findables, agreed) = brought_up(&study, &place);
        assert_eq!((agreed, texts(&mut findables, &study).len()), (Agreed::Now, 1));
        assert_eq!(brought_up(&study, &place).1, Agreed::Already);
    }

    #[test]
    fn what_may_change_unseen_is_read_again_each_time() {
        let (_dir, study, place) = held();
        for _ in 0..2 {
            // At the moment of this stamp the journal was written just now, or is yet to be.
            let (mut findables, agreed) = bring_up(&study, Some(&place), DAY, &|| false).unwrap().unwrap();
            assert_eq!((agreed, texts(&mut findables, &study).len()), (Agreed::Now, 2));
        }
    }

    #[test]
    fn whoever_is_stopped_leaves_nothing() {
        let (_dir, study, place) = held();
        assert!(bring_up(&study, Some(&place), LATER, &|| true).unwrap().is_none());
        assert!(!place.exists() && !place.with_extension("new").exists());
        // Where it agrees already there is nothing to stop.
        brought_up(&study, &place);
        assert!(bring_up(&study, Some(&place), LATER, &|| true).unwrap().is_some());
    }

    #[test]
    fn without_an_index_the_same_is_found() {
        let (_dir, study, place) = held();
        let mut nowhere = bring_up(&study, None, LATER, &|| false).unwrap().unwrap().0;
        let mut somewhere = brought_up(&study, &place).0;
        assert_eq!((nowhere.has_index(), somewhere.has_index()), (false, true));
        assert_eq!(texts(&mut nowhere, &study), texts(&mut somewhere, &study));
    }
}
