//! The thread that searches: it owns the index, keeps it in step with the journals, and looks for what is typed.
//!
//! Only what was typed last is looked for: what is wanted no more is given up in the middle, so typing never waits for it. It rests while an
//! interview is held, unless something is looked for there: what it was at then is given up and begun anew afterwards. Where the index cannot
//! be written, because another hearback does or for good, what is looked for meanwhile is read in the sessions, and the index is come back to
//! when nobody has asked for anything for a moment; each time after twice as long, and a few times only.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::AtomicU64;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::domain::found::Found;
use crate::domain::found::Unsearched;
use crate::domain::time::Stamp;
use crate::shell::archive::finding::Agreed;
use crate::shell::archive::finding::Findables;
use crate::shell::archive::finding::Seen;
use crate::shell::archive::finding::Terms;
use crate::shell::archive::finding::bring_up;
use crate::shell::live::reports::Report;
use crate::shell::live::reports::Reports;
use crate::store::folder::Study;
use crate::store::index::Most;
use crate::tui::effect::Search;

/// As much as anybody goes through on a screen, and how many more are worth counting.
pub(crate) const MOST: Most = Most { hits: 50, counted: 950 };

/// After so long without a letter an index that could not be made is tried once more, and after twice as long the next time.
const AGAIN: Duration = Duration::from_secs(2);

/// So often it is tried before it is given up: after a minute in all.
const TRIES: u32 = 5;

/// The number of no search.
const NONE: u64 = u64::MAX;

/// Something to do.
#[derive(Debug)]
enum Job {
    /// Make the index agree with the journals, as they are at that moment.
    Agree(Stamp),
    /// Look for something, as the journals are at that moment.
    Look(Search, Stamp),
}

/// The thread, from outside. Dropping it ends what it is at.
#[derive(Debug)]
pub(crate) struct Searcher {
    inbox: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    rests: Arc<AtomicBool>,
    /// Whether it is to rest whenever nothing is looked for.
    is_held: Arc<AtomicBool>,
    /// The search that is wanted.
    wanted: Arc<AtomicU64>,
}

impl Searcher {
    /// Starts it over the sessions of `study`, with its index at `place`.
    pub(crate) fn spawn(study: Study, place: Option<PathBuf>, reports: Reports) -> std::io::Result<Self> {
        let (inbox, outbox) = mpsc::channel();
        let work = Work::new(study, place, reports);
        let (rests, is_held, wanted) = (Arc::clone(&work.is_enough), Arc::clone(&work.is_held), Arc::clone(&work.is_wanted));
        let thread = thread::Builder::new().name("search".into()).spawn(move || work.go_on(&outbox))?;
        Ok(Self { inbox: Some(inbox), thread: Some(thread), rests, is_held, wanted })
    }

    /// Makes the index agree with the journals.
    pub(crate) fn agree(&self, now: Stamp) {
        self.is_held.store(false, Ordering::Relaxed);
        self.rests.store(false, Ordering::Relaxed);
        self.hand_over(Job::Agree(now));
    }

    /// Looks for what is wanted; what was wanted before is not any more.
    pub(crate) fn look(&self, wanted: Search, now: Stamp) {
        self.rests.store(false, Ordering::Relaxed);
        self.wanted.store(wanted.number, Ordering::Relaxed);
        self.hand_over(Job::Look(wanted, now));
    }

    /// What was looked for is not wanted any more: what rested before rests again.
    pub(crate) fn give_up(&self) {
        self.wanted.store(NONE, Ordering::Relaxed);
        if self.is_held.load(Ordering::Relaxed) {
            self.rests.store(true, Ordering::Relaxed);
        }
    }

    /// Gives up what it is at, until it is asked for something.
    pub(crate) fn rest(&self) {
        self.is_held.store(true, Ordering::Relaxed);
        self.rests.store(true, Ordering::Relaxed);
    }

    fn hand_over(&self, job: Job) {
        if let Some(inbox) = &self.inbox {
            inbox.send(job).ok();
        }
    }
}

impl Drop for Searcher {
    fn drop(&mut self) {
        self.rest();
        drop(self.inbox.take());
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

/// What the thread has.
struct Work {
    study: Study,
    place: Option<PathBuf>,
    reports: Reports,
    is_enough: Arc<AtomicBool>,
    is_held: Arc<AtomicBool>,
    is_wanted: Arc<AtomicU64>,
    at: Option<Findables>,
    owes: Option<Owed>,
}

/// That there should be an index and is none, because it could not be made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Owed {
    /// What is to be in it, at the least.
    since: Stamp,
    /// How often it was come back to.
    tries: u32,
}

impl Owed {
    /// How long nobody has to ask for anything before it is come back to; never, where that was done often enough.
    fn waits(self) -> Option<Duration> {
        (self.tries < TRIES).then(|| AGAIN * 2_u32.pow(self.tries))
    }
}

impl Work {
    fn new(study: Study, place: Option<PathBuf>, reports: Reports) -> Self {
        let (is_enough, is_held, is_wanted) = (Arc::default(), Arc::default(), Arc::new(AtomicU64::new(NONE)));
        Self { study, place, reports, is_enough, is_held, is_wanted, at: None, owes: None }
    }

    fn go_on(mut self, inbox: &Receiver<Job>) {
        // What was looked for last is looked for again where more has come.
        let mut latest: Option<Search> = None;
        loop {
            self.make_ready();
            let first = match self.owes.and_then(Owed::waits).filter(|_| !self.is_held.load(Ordering::Relaxed)) {
                None => inbox.recv().map_err(|_| RecvTimeoutError::Disconnected),
                Some(time) => inbox.recv_timeout(time),
            };
            let first = match first {
                Ok(job) => job,
                // Nobody has looked for anything in the meantime, so it is nobody's letter that waits for this.
                Err(RecvTimeoutError::Timeout) => {
                    self.come_back();
                    continue;
                }
                Err(RecvTimeoutError::Disconnected) => return,
            };
            let (mut agrees, mut looked) = (None, None);
            for job in std::iter::once(first).chain(inbox.try_iter()) {
                match job {
                    Job::Agree(now) => agrees = Some(now),
                    Job::Look(wanted, now) => looked = Some((wanted, now)),
                }
            }
            if let Some((wanted, now)) = looked {
                // One that was spoiled, or that somebody else made anew, is looked for again; not at every letter, if it cannot be made.
                let has_none = self.at.as_ref().is_none_or(|at| !at.has_index() && self.place.is_some());
                if has_none && self.owes.is_none() {
                    self.agree(now);
                    agrees = None;
                }
                self.look(&wanted);
                latest = Some(wanted);
            }
            if let Some(now) = agrees
                && self.agree(now) == Some(Agreed::Now)
                && let Some(wanted) = &latest
            {
                self.look(wanted);
            }
        }
    }

    /// Reads what is looked through while nobody waits: then no letter does.
    fn make_ready(&self) {
        let before = self.is_wanted.load(Ordering::Relaxed);
        let stop = || self.is_enough.load(Ordering::Relaxed) || self.is_wanted.load(Ordering::Relaxed) != before;
        if let Some(at) = &self.at {
            at.make_ready(&stop);
        }
    }

    /// Tries once more to make an index that could not be made. What was looked for last was found in the sessions meanwhile, and is not looked
    /// for again.
    fn come_back(&mut self) {
        let Some(owed) = self.owes.filter(|owed| owed.waits().is_some() && !self.is_held.load(Ordering::Relaxed)) else { return };
        self.agree(owed.since);
        if let Some(still) = &mut self.owes {
            still.tries = owed.tries + 1;
        }
    }

    fn agree(&mut self, now: Stamp) -> Option<Agreed> {
        let enough = Arc::clone(&self.is_enough);
        let stop = move || enough.load(Ordering::Relaxed);
        // What cannot be listed is said where it is listed.
        let (findables, agreed) = bring_up(&self.study, self.place.as_deref(), now, &stop).ok().flatten()?;
        self.owes = (self.place.is_some() && !findables.has_index()).then_some(Owed { since: now, tries: 0 });
        self.at = Some(findables);
        Some(agreed)
    }

    fn look(&mut self, wanted: &Search) {
        let (is_enough, is_wanted) = (Arc::clone(&self.is_enough), Arc::clone(&self.is_wanted));
        let stop = || is_enough.load(Ordering::Relaxed) || is_wanted.load(Ordering::Relaxed) != wanted.number;
        let sought = Terms { query: &wanted.query, without: wanted.without.as_deref(), most: MOST };
        let found = match self.at.get_or_insert_default().find(&self.study, sought, Seen::Before, &stop) {
            Ok(Some(found)) => found,
            // Whoever has given it up waits for nothing.
            Ok(None) => return,
            Err(why) => Found { unsearched: vec![Unsearched::whole(String::new(), why.to_string())], ..Found::default() },
        };
        self.reports.send(Report::Found(wanted.number, found)).ok();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::audio::simulated::Again;
    use crate::audio::simulated::Piece;
    use crate::audio::simulated::Sound;
    use crate::domain::query::Query;
    use crate::domain::query::Written;
    use crate::shell::live::bell::Bell;
    use crate::shell::script::Script;

    const NOW: Stamp = Stamp::new(4_000_000_000_000, 0);

    /// What the thread does, without the thread.
    #[test]
    fn what_was_given_up_or_is_older_than_what_is_wanted_is_not_told() {
        let dir = held();
        let (reports, told) = mpsc::channel();
        let (study, place) = (Study::find(dir.path()).unwrap(), Some(dir.path().join("cache/search.idx")));
        let mut work = Work::new(study, place, Reports::new(reports, Bell::default()));
        assert_eq!(work.agree(NOW), Some(Agreed::Now));
        for (is_wanted, is_told) in [(NONE, false), (2, false), (1, true)] {
            work.is_wanted.store(is_wanted, Ordering::Relaxed);
            work.look(&wanted(1, "flood"));
            assert_eq!(matches!(told.try_recv(), Ok(Report::Found(1, _))), is_told, "{is_wanted}");
        }
    }

    /// A study with one session in which nothing was noted.
    fn held() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        Script::make_study(dir.path()).unwrap();
        let mut script = Script::over(dir.path(), Sound::script(&[], Again::Once), Stamp::new(1_795_341_600_000, 60)).unwrap();
        script.keys("n<down><down><down><down><down><down><down><down>a").hear(Duration::from_millis(500)).keys("<enter>");
        script.hear(Duration::from_secs(1)).saved().keys("<f10><f10>");
        script.leave();
        dir
    }

    #[test]
    fn an_index_that_cannot_be_written_is_come_back_to_a_few_times_and_never_while_an_interview_is_held() {
        let dir = held();
        let (reports, told) = mpsc::channel();
        let (study, place) = (Study::find(dir.path()).unwrap(), dir.path().join("cache/search.idx"));
        let mut work = Work::new(study, Some(place.clone()), Reports::new(reports, Bell::default()));
        // Somebody else writes.
        crate::disk::real::create_folder(place.parent().unwrap()).unwrap();
        let lock = crate::disk::lock::hold(&place.with_extension("lock")).unwrap().unwrap();
        assert_eq!(work.agree(NOW), Some(Agreed::Now));
        work.is_wanted.store(1, Ordering::Relaxed);
        let waits: Vec<u64> = std::iter::from_fn(|| {
            let waits = work.owes.unwrap().waits()?;
            work.come_back();
            Some(waits.as_secs())
        })
        .take(9)
        .collect();
        assert_eq!(waits, [2, 4, 8, 16, 32]);
        assert!(told.try_recv().is_err(), "what was looked for last is not looked for again");
        drop(lock);
        work.come_back();
        assert!(!place.exists(), "it was given up");
        // What is asked for begins anew.
        let lock = crate::disk::lock::hold(&place.with_extension("lock")).unwrap().unwrap();
        work.agree(NOW);
        drop(lock);
        work.is_held.store(true, Ordering::Relaxed);
        work.come_back();
        assert!(!place.exists() && work.owes == Some(Owed { since: NOW, tries: 0 }), "an interview is held");
        work.is_held.store(false, Ordering::Relaxed);
        work.come_back();
        assert!(crate::store::index::Index::open(&place).is_some() && work.owes.is_none());
    }

    fn wanted(number: u64, words: &str) -> Search {
        Search { number, query: Query::parse(words, Written::Whole).unwrap(), without: None }
    }

    /// What the search of this number found; what was found of others is passed over.
    fn found(told: &Receiver<Report>, number: u64) -> Vec<String> {
        loop {
            match told.recv_timeout(Duration::from_secs(60)).unwrap() {
                Report::Found(of, found) if of == number => return found.hits.into_iter().map(|hit| hit.what.text).collect(),
                _ => {}
            }
        }
    }

    #[test]
    fn what_is_typed_last_is_found_whatever_becomes_of_the_index() {
        let dir = tempfile::tempdir().unwrap();
        Script::make_study(dir.path()).unwrap();
        let tone = Piece::Tone { hertz: 220.0, level: 0.3, lasts: Duration::from_secs(1) };
        let sound = Sound::script(&[tone], Again::Looped);
        let mut script = Script::over(dir.path(), sound, Stamp::new(1_795_341_600_000, 60)).unwrap();
        script.keys("n<down><down><down><down><down><down><down><down>a").hear(Duration::from_millis(500)).keys("<enter><pagedown>");
        script.hear(Duration::from_secs(2)).keys("the flood<enter>").hear(Duration::from_secs(1)).saved().keys("<f10><f10>");
        script.leave();
        let (reports, told) = mpsc::channel();
        let place = dir.path().join("cache/search.idx");
        let study = Study::find(dir.path()).unwrap();
        let searcher = Searcher::spawn(study, Some(place.clone()), Reports::new(reports, Bell::default())).unwrap();
        for number in 1..20 {
            searcher.look(wanted(number, if number < 19 { "nothing" } else { "flood" }), NOW);
        }
        assert_eq!(found(&told, 19), ["the flood"]);
        // It is made blank under whoever reads it, and stands again for the next.
        let length = std::fs::metadata(&place).unwrap().len();
        let file = std::fs::OpenOptions::new().write(true).open(&place).unwrap();
        std::io::Write::write_all(&mut &file, &vec![0; usize::try_from(length).unwrap()]).unwrap();
        for number in [20, 21] {
            searcher.look(wanted(number, "flood"), NOW);
            assert_eq!(found(&told, number), ["the flood"]);
        }
        assert!(crate::store::index::Index::open(&place).is_some());
        // What rests is asked all the same, and rests again when that is over.
        searcher.rest();
        searcher.look(wanted(22, "flood"), NOW);
        assert_eq!(found(&told, 22), ["the flood"]);
        searcher.give_up();
        assert!(searcher.rests.load(Ordering::Relaxed));
        // Where somebody else writes, it is found in the sessions.
        let lock = crate::disk::lock::hold(&place.with_extension("lock")).unwrap().unwrap();
        crate::disk::Disk::remove(&crate::disk::real::RealDisk, &place).unwrap();
        searcher.agree(NOW);
        for number in 23..26 {
            searcher.look(wanted(number, "flood"), NOW);
            assert_eq!(found(&told, number), ["the flood"]);
        }
        assert!(!place.exists());
        drop(lock);
        // Esc.
        searcher.give_up();
        assert_eq!(searcher.wanted.load(Ordering::Relaxed), NONE);
        searcher.agree(NOW);
        drop(searcher);
        assert!(!place.with_extension("new").exists());
    }
}
