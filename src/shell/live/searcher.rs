//! The thread that searches: it owns the index, keeps it in step with the journals, and looks for what is typed.
//!
//! Only what was typed last is looked for, so typing never waits for it. It rests while an interview is held: what it was at then is given
//! up and begun anew afterwards.

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::Sender;
use std::thread;
use std::thread::JoinHandle;

use crate::domain::found::Found;
use crate::domain::time::Stamp;
use crate::shell::archive::finding::Agreed;
use crate::shell::archive::finding::Findables;
use crate::shell::archive::finding::Seen;
use crate::shell::archive::finding::bring_up;
use crate::shell::live::reports::Report;
use crate::shell::live::reports::Reports;
use crate::store::folder::Study;
use crate::store::index::Most;
use crate::tui::effect::Wanted;

/// As much as anybody goes through on a screen, and how many more are worth counting.
pub(crate) const MOST: Most = Most { hits: 50, counted: 950 };

/// Something to do.
#[derive(Debug)]
enum Job {
    /// Make the index agree with the journals, as they are at that moment.
    Agree(Stamp),
    /// Look for something, as the journals are at that moment.
    Look(Wanted, Stamp),
}

/// The thread, from outside. Dropping it ends what it is at.
#[derive(Debug)]
pub(crate) struct Searcher {
    inbox: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
    rests: Arc<AtomicBool>,
}

impl Searcher {
    /// Starts it over the sessions of `study`, with its index at `place`.
    pub(crate) fn spawn(study: Study, place: Option<PathBuf>, reports: Reports) -> std::io::Result<Self> {
        let (inbox, outbox) = mpsc::channel();
        let rests = Arc::new(AtomicBool::new(false));
        let is_enough = Arc::clone(&rests);
        let work = move || Work { study, place, reports, is_enough, at: None }.go_on(&outbox);
        let thread = thread::Builder::new().name("search".into()).spawn(work)?;
        Ok(Self { inbox: Some(inbox), thread: Some(thread), rests })
    }

    /// Makes the index agree with the journals.
    pub(crate) fn agree(&self, now: Stamp) {
        self.rests.store(false, Ordering::Relaxed);
        self.hand_over(Job::Agree(now));
    }

    /// Looks for what is wanted; what was wanted before is not any more.
    pub(crate) fn look(&self, wanted: Wanted, now: Stamp) {
        self.rests.store(false, Ordering::Relaxed);
        self.hand_over(Job::Look(wanted, now));
    }

    /// Gives up what it is at, until it is asked for something.
    pub(crate) fn rest(&self) {
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
    at: Option<Findables>,
}

impl Work {
    fn go_on(mut self, inbox: &Receiver<Job>) {
        // What was looked for last is looked for again where more has come.
        let mut latest: Option<Wanted> = None;
        while let Ok(first) = inbox.recv() {
            let (mut agrees, mut looked) = (None, None);
            for job in std::iter::once(first).chain(inbox.try_iter()) {
                match job {
                    Job::Agree(now) => agrees = Some(now),
                    Job::Look(wanted, now) => looked = Some((wanted, now)),
                }
            }
            if let Some((wanted, now)) = looked {
                // One that was spoiled, or that somebody else made anew, is looked for again.
                if self.at.as_ref().is_none_or(|at| !at.has_index() && self.place.is_some()) {
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

    fn agree(&mut self, now: Stamp) -> Option<Agreed> {
        let enough = Arc::clone(&self.is_enough);
        let stop = move || enough.load(Ordering::Relaxed);
        // What cannot be listed is said where it is listed.
        let (findables, agreed) = bring_up(&self.study, self.place.as_deref(), now, &stop).ok().flatten()?;
        self.at = Some(findables);
        Some(agreed)
    }

    fn look(&mut self, wanted: &Wanted) {
        let at = self.at.get_or_insert_default();
        let found = at.find(&self.study, &wanted.query, wanted.without.as_deref(), MOST, Seen::Before);
        self.reports.send(Report::Found(wanted.number, found.unwrap_or_else(|_| Found::default()))).ok();
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::audio::simulated::Again;
    use crate::audio::simulated::Piece;
    use crate::audio::simulated::Sound;
    use crate::domain::query::Query;
    use crate::domain::query::Written;
    use crate::shell::live::bell::Bell;
    use crate::shell::script::Script;

    const NOW: Stamp = Stamp::new(4_000_000_000_000, 0);

    fn wanted(number: u64, words: &str) -> Wanted {
        Wanted { number, query: Query::parse(words, Written::Whole).unwrap(), without: None }
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
        // What rests is asked all the same.
        searcher.rest();
        searcher.look(wanted(22, "flood"), NOW);
        assert_eq!(found(&told, 22), ["the flood"]);
        searcher.agree(NOW);
        drop(searcher);
        assert!(!place.with_extension("new").exists());
    }
}
