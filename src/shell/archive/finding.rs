//! What is looked for in the sessions of a study: in the index, as far as it agrees with their journals, or else in the journals themselves.
//!
//! [`bring_up`] makes the index agree with them: what is as it was is taken over, the rest is read. Whether it is as it was is known as the list
//! of sessions knows it ([`crate::shell::archive::cache`]): a thousand of them are looked at in 40 ms. Where there is no index, and none
//! can be written, everything is read each time. What is told is the same. Beside it lies which study it is of ([`crate::shell::archive::whose`]): what is left of one
//! that was moved or is gone is cleared.

use std::collections::BTreeMap;
use std::path::Path;

use serde::Serialize;

use crate::domain::findable::findables;
use crate::domain::found::Found;
use crate::domain::found::Hit;
use crate::domain::found::HowMuch;
use crate::domain::found::Searchable;
use crate::domain::found::Unsearched;
use crate::domain::query::Query;
use crate::domain::session::Session;
use crate::domain::time::Stamp;
use crate::shell::archive::cache;
use crate::shell::archive::cache::Prints;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::Shelf;
use crate::shell::archive::transcripts;
use crate::shell::archive::whose::note_whose;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::folder::Study;
use crate::store::index;
use crate::store::index::About;
use crate::store::index::Index;
use crate::store::index::Most;
use crate::store::index::Torn;
use crate::store::index::Writing;
use crate::store::journal;
use crate::store::transcript_file::Unusable;

/// How much of a session's transcripts is looked through, in bytes: ten hours of talk have two million.
const MOST_OF_A_SESSION: u64 = 32 << 20;

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
        let was = &index?.entries().get(at)?.about;
        let prints = self.prints.clone().map(|prints| Likeness { prints, transcripts: transcripts_of(&self.folder, &was.transcripts) });
        prints.filter(|print| print.line() == was.print).map(|_| at)
    }
}

/// What the files of a session are.
#[derive(Serialize)]
struct Likeness {
    prints: Prints,
    /// Those of its transcripts; nothing where one is not there.
    transcripts: Vec<Option<cache::Print>>,
}

impl Likeness {
    /// As the index has it.
    fn line(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Whether none was changed so shortly before `now` that another change might not show.
    fn is_settled(&self, now: Stamp) -> bool {
        self.prints.are_settled(now) && self.transcripts.iter().flatten().all(|print| print.is_settled(now))
    }
}

fn transcripts_of(folder: &SessionFolder, files: &[String]) -> Vec<Option<cache::Print>> {
    files.iter().map(|file| cache::Print::of(&folder.file(file))).collect()
}

/// A session that was read to be looked through.
struct ToSearch {
    session: Session,
    transcripts: transcripts::Read,
    /// What the files of its transcripts were before they were read.
    prints: Vec<Option<cache::Print>>,
}

impl ToSearch {
    /// The session in `folder`, or why nothing can be looked for in it.
    fn read(folder: &SessionFolder, shelf: &mut Shelf) -> Result<Self, String> {
        let session = read(folder, shelf)?;
        let prints = transcripts_of(folder, &files_of(&session));
        let transcripts = transcripts::read_within(folder, &session, MOST_OF_A_SESSION);
        Ok(Self { session, transcripts, prints })
    }

    /// What of it could not be looked through.
    fn unsearched(&self, name: &str) -> Vec<Unsearched> {
        unsearched(name, &self.transcripts.unusable)
    }

    /// What of it `query` looks for.
    fn find(&self, name: &str, query: &Query) -> Vec<Hit> {
        Searchable::of(&self.session, &self.transcripts.transcripts, name).find(query).collect()
    }
}

/// The files of the transcripts of `session` that count.
fn files_of(session: &Session) -> Vec<String> {
    session.transcripts().in_force().map(|imported| imported.transcript.file_name()).collect()
}

/// The transcripts of the session called `name` that could not be looked through.
fn unsearched(name: &str, unusable: &[Unusable]) -> Vec<Unsearched> {
    let one = |why: &Unusable| Unsearched { session: name.to_owned(), what: HowMuch::Transcript, why: why.to_string() };
    unusable.iter().map(one).collect()
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
    index::clear_what_was_left(place);
    let before = Index::open(place);
    let entries = before.as_ref().map_or(&[][..], Index::entries);
    let known: BTreeMap<String, usize> = entries.iter().enumerate().map(|(n, entry)| (entry.about.name.clone(), n)).collect();
    let mut shelf = Shelf::new();
    let new = |one: &&Looked| one.as_in(before.as_ref(), &known).is_none();
    if known.len() + looked.iter().filter(new).count() == looked.len() {
        // What is not in it may be what cannot be: then it is as it should be.
        let unread = |one: &Looked| read(&one.folder, &mut shelf).err().map(|why| Unsearched::whole(one.folder.name(), why));
        let unsearched: Option<Vec<Unsearched>> = looked.iter().filter(new).map(unread).collect();
        if let Some(mut unsearched) = unsearched.filter(|_| before.is_some()) {
            unsearched.extend(entries.iter().flat_map(|entry| self::unsearched(&entry.about.name, &entry.about.unusable)));
            return Ok(Some((Findables { index: before, folders: by_name(looked), unsearched }, Agreed::Already)));
        }
    }
    let begun = note_whose(place, study.root()).and_then(|()| Writing::begin(place));
    let Ok(mut writing) = begun else { return Ok(Some((Findables::default(), Agreed::Now))) };
    if before.is_none() {
        // What lies there and cannot be read may be anything.
        writing.leaves_out();
    }
    let mut unsearched = Vec::new();
    for one in &looked {
        if stop() {
            return Ok(None);
        }
        let was = before.as_ref().and_then(|index| Some((index, index.entries().get(*known.get(&one.folder.name())?)?)));
        if let Some((index, entry)) = was.filter(|_| !new(&one))
            && writing.carry(index, entry).is_ok()
        {
            unsearched.extend(self::unsearched(&entry.about.name, &entry.about.unusable));
            continue;
        }
        match ToSearch::read(&one.folder, &mut shelf) {
            Ok(to_search) => {
                unsearched.extend(to_search.unsearched(&one.folder.name()));
                let print = one.prints.clone().map(|prints| Likeness { prints, transcripts: to_search.prints.clone() });
                let settled = print.filter(|print| print.is_settled(now)).map(|print| print.line());
                let all = findables(&to_search.session, &to_search.transcripts.transcripts);
                if writing.add(about(&one.folder, &to_search, settled.unwrap_or_default()), &all, was).is_err() {
                    return Ok(Some((Findables::default(), Agreed::Now)));
                }
            }
            Err(why) => {
                unsearched.push(Unsearched::whole(one.folder.name(), why));
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

fn about(folder: &SessionFolder, to_search: &ToSearch, print: String) -> About {
    let (opened, transcripts) = (to_search.session.opened(), files_of(&to_search.session));
    let held = to_search.session.held_on();
    let (participant, date, held_ms) = (opened.participant.clone(), held.date(), held.utc_ms);
    About { name: folder.name(), print, participant, date, held_ms, transcripts, unusable: to_search.transcripts.unusable.clone() }
}

/// The session in `folder`, or why nothing can be looked for in it.
fn read(folder: &SessionFolder, shelf: &mut Shelf) -> Result<Session, String> {
    let loaded = journal::read(&folder.journal()).map_err(|why| why.to_string())?;
    let session = sessions::replay_from(folder, &loaded, shelf).map_err(|why| why.to_string())?.session;
    // What a newer hearback wrote of what they do not want to be used may be about anything.
    if session.is_understood() { Ok(session) } else { Err(sessions::unheeded()) }
}

impl Findables {
    /// What `query` looks for in `study`, but in the session called `without`. Nothing where `stop` said before the end that it is enough.
    pub(crate) fn find(
        &mut self,
        study: &Study,
        sought: Terms<'_>,
        seen: Seen,
        stop: &dyn Fn() -> bool,
    ) -> Result<Option<Found>, StoreError> {
        let in_index = self.index.as_ref().map(|index| self.find_in(index, sought, seen, stop));
        if let Some(Ok(found)) = in_index {
            return Ok(found);
        }
        // The file was spoiled, or somebody else has made it anew.
        self.index = None;
        directly(study, sought, stop)
    }

    /// Reads what is looked through before anybody looks for anything, until `stop` says that it is enough.
    pub(crate) fn make_ready(&self, stop: &dyn Fn() -> bool) {
        if let Some(index) = &self.index {
            index.make_ready(stop);
        }
    }

    /// Whether there is an index, as far as is known.
    pub(crate) fn has_index(&self) -> bool {
        self.index.is_some()
    }

    fn find_in(&self, index: &Index, sought: Terms<'_>, seen: Seen, stop: &dyn Fn() -> bool) -> Result<Option<Found>, Torn> {
        let Terms { query, without, most } = sought;
        let Some(matches) = index.find(query, without, most, stop)? else { return Ok(None) };
        let mut found = Found { more: matches.more, unsearched: self.unsearched.clone(), ..Found::default() };
        found.unsearched.retain(|one| Some(one.session.as_str()) != without);
        for these in matches.hits.chunk_by(|(one, _), (other, _)| one == other) {
            let about = these.first().and_then(|(n, _)| index.entries().get(*n)).map(|entry| &entry.about).ok_or(Torn)?;
            if stop() {
                return Ok(None);
            }
            match if seen == Seen::Before { self.read_anew(about) } else { None } {
                Some(Ok(anew)) => found.hits.extend(anew.find(&about.name, query)),
                Some(Err(why)) => found.unsearched.push(Unsearched::whole(about.name.clone(), why)),
                None => found.hits.extend(these.iter().map(|(_, what)| Hit {
                    session: about.name.clone(),
                    participant: about.participant.clone(),
                    what: what.clone(),
                })),
            }
        }
        Ok(Some(found))
    }

    /// A session that is another than it was.
    fn read_anew(&self, about: &About) -> Option<Result<ToSearch, String>> {
        let folder = self.folders.get(&about.name)?;
        let print = Prints::of(folder).map(|prints| Likeness { prints, transcripts: transcripts_of(folder, &about.transcripts) });
        let is_as_it_was = print.is_some_and(|print| print.line() == about.print);
        (!is_as_it_was).then(|| ToSearch::read(folder, &mut Shelf::new()))
    }
}

/// What is looked for.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Terms<'q> {
    /// What.
    pub(crate) query: &'q Query,
    /// In all sessions but the one that is called so.
    pub(crate) without: Option<&'q str>,
    /// How much of it is wanted.
    pub(crate) most: Most,
}

/// The same where there is no index: every session is read.
fn directly(study: &Study, sought: Terms<'_>, stop: &dyn Fn() -> bool) -> Result<Option<Found>, StoreError> {
    let Terms { query, without, most } = sought;
    let (mut found, mut shelf, mut all) = (Found::default(), Shelf::new(), Vec::new());
    for folder in study.sessions()?.into_iter().filter(|folder| Some(folder.name().as_str()) != without) {
        if stop() {
            return Ok(None);
        }
        match ToSearch::read(&folder, &mut shelf) {
            Ok(to_search) => {
                found.unsearched.extend(to_search.unsearched(&folder.name()));
                all.push(((to_search.session.held_on().utc_ms, folder.name()), to_search.find(&folder.name(), query)));
            }
            Err(why) => found.unsearched.push(Unsearched::whole(folder.name(), why)),
        }
    }
    all.sort_by(|(one, _), (other, _)| other.cmp(one));
    found.hits = all.into_iter().flat_map(|(_, hits)| hits).collect();
    found.more = found.hits.len().saturating_sub(most.hits);
    found.hits.truncate(most.hits);
    Ok(Some(found))
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
        let sought = Terms { query: &query, without: None, most: Most::ALL };
        let found = findables.find(study, sought, Seen::Before, &|| false).unwrap().unwrap();
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
    fn what_is_wanted_no_more_is_given_up() {
        let (_dir, study, place) = held();
        let query = Query::parse("flood", Written::Whole).unwrap();
        let sought = Terms { query: &query, without: None, most: Most::ALL };
        for place in [None, Some(place.as_path())] {
            let (mut findables, _) = bring_up(&study, place, LATER, &|| false).unwrap().unwrap();
            for seen in [Seen::Before, Seen::JustNow] {
                assert!(findables.find(&study, sought, seen, &|| true).unwrap().is_none());
                assert_eq!(findables.find(&study, sought, seen, &|| false).unwrap().unwrap().hits.len(), 2);
            }
        }
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
