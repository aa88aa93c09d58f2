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
                if self.at.is_none() {
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
        let nowhere = Findables::default();
        let at = self.at.as_ref().unwrap_or(&nowhere);
        let found = at.find(&self.study, &wanted.query, wanted.without.as_deref(), MOST, Seen::Before);
        self.reports.send(Report::Found(wanted.number, found.unwrap_or_else(|_| Found::default()))).ok();
    }
}
