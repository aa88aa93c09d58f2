//! The threads that are not audio: the journal's, the signals', and the one that looks for microphones.
//!
//! The journal thread writes what it is given, in order, and says when it is safe; after a failure it keeps everything and tries again.
//! Nothing that saves data waits for the screen: a signal finishes the take through the recorder's own orders, and if the screen does
//! not answer (a terminal that is gone can hang its reader for ever), the process ends without it.

#![expect(clippy::disallowed_methods, reason = "threads that wait for time and end the process")]

use std::sync::Arc;
use std::sync::Mutex;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::audio::recorder::Order;
use crate::audio::recorder::Orders;
use crate::domain::event::Event;
use crate::domain::note::Draft;
use crate::domain::time::Stamp;
use crate::shell::microphones::Microphones;
use crate::store::atomic;
use crate::store::folder::SessionFolder;
use crate::store::journal::Journal;

/// What these threads tell the main thread.
#[derive(Debug)]
pub(in crate::shell) enum Report {
    /// Every event up to this one is on disk.
    Saved(u64),
    /// Events are not on disk and will be tried again.
    NotSaved(String),
    /// Events never got into the journal; this says where they are instead.
    Stranded(String),
    /// The system asks us to stop, in these words.
    Stop(String),
    /// The microphones there are, and what there is to say about them.
    Microphones(Microphones, Option<String>),
}

/// How long the journal waits before it tries again.
const AGAIN: Duration = Duration::from_secs(2);

/// How often it tries when the program is on its way out.
const LAST_TRIES: u32 = 3;

/// Something to be made safe, in the order in which it is handed over.
#[derive(Debug)]
enum Job {
    /// Event number `.0`, when it happened, and the monotonic clock then.
    Event(u64, Event, Stamp, u64),
    /// The unfinished note, or that there is none.
    Draft(Option<Draft>),
}

/// The journal thread, from outside. Dropping it writes what is waiting.
#[derive(Debug)]
pub(in crate::shell) struct JournalWorker {
    inbox: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl JournalWorker {
    /// Starts the thread over `journal` of the session in `folder`.
    pub(in crate::shell) fn spawn(mut journal: Journal, folder: SessionFolder, reports: Sender<Report>) -> std::io::Result<Self> {
        let (inbox, outbox) = mpsc::channel();
        let work = move || keep(&mut journal, &folder, &outbox, &reports);
        let thread = thread::Builder::new().name("journal".into()).spawn(work)?;
        Ok(Self { inbox: Some(inbox), thread: Some(thread) })
    }

    /// Hands over event number `n`.
    pub(in crate::shell) fn append(&self, n: u64, event: Event, at: Stamp, mono: u64) {
        self.hand_over(Job::Event(n, event, at, mono));
    }

    /// Hands over the unfinished note, or that there is none.
    pub(in crate::shell) fn keep_draft(&self, draft: Option<Draft>) {
        self.hand_over(Job::Draft(draft));
    }

    fn hand_over(&self, job: Job) {
        if let Some(inbox) = &self.inbox {
            inbox.send(job).ok();
        }
    }
}

impl Drop for JournalWorker {
    fn drop(&mut self) {
        drop(self.inbox.take());
        if let Some(thread) = self.thread.take() {
            thread.join().ok();
        }
    }
}

fn keep(journal: &mut Journal, folder: &SessionFolder, inbox: &Receiver<Job>, reports: &Sender<Report>) {
    let (mut waiting, mut last, mut open) = (Vec::new(), 0, true);
    while open {
        let first = if waiting.is_empty() { inbox.recv().map_err(|_| RecvTimeoutError::Disconnected) } else { inbox.recv_timeout(AGAIN) };
        open = !matches!(first, Err(RecvTimeoutError::Disconnected));
        let mut draft = None;
        // Everything that waits is made safe with one sync.
        for job in first.into_iter().chain(inbox.try_iter()) {
            match job {
                Job::Event(n, event, at, mono) => {
                    waiting.push((event, at, mono));
                    last = n;
                }
                Job::Draft(latest) => draft = Some(latest),
            }
        }
        for _ in 0..if open { 1 } else { LAST_TRIES } {
            match journal.append(&waiting) {
                Ok(_) if waiting.is_empty() => break,
                Ok(_) => {
                    waiting.clear();
                    reports.send(Report::Saved(last)).ok();
                    break;
                }
                Err(why) => {
                    reports.send(Report::NotSaved(why.to_string())).ok();
                }
            }
        }
        if let Some(draft) = draft
            && let Err(why) = folder.keep_draft(draft.as_ref())
        {
            reports.send(Report::NotSaved(why.to_string())).ok();
        }
    }
    if !waiting.is_empty() {
        reports.send(Report::Stranded(strand(folder, &waiting))).ok();
    }
}

/// Puts events that no journal took into a file of their own: beside the journal, or where temporary files go. Says where.
fn strand(folder: &SessionFolder, waiting: &[(Event, Stamp, u64)]) -> String {
    let line = |(event, at, _): &(Event, Stamp, u64)| serde_json::json!({"at": at.rfc3339(), "event": event}).to_string() + "\n";
    let text: String = waiting.iter().map(line).collect();
    let name = format!("{}-unsaved-{}.jsonl", folder.name(), std::process::id());
    let places = [folder.file(&name), std::env::temp_dir().join(&name)];
    match places.iter().find(|place| atomic::create(place, text.as_bytes()).is_ok()) {
        Some(place) => format!("{} changes could not be written to the journal. They are in {}", waiting.len(), place.display()),
        None => format!("{} changes could not be written anywhere and are lost:\n{text}", waiting.len()),
    }
}

/// Looks for microphones without keeping the screen waiting: a sound system may take seconds to say which there are.
pub(in crate::shell) fn look_for_microphones<F>(look: F, reports: Sender<Report>) -> std::io::Result<()>
where
    F: FnOnce() -> (Microphones, Option<String>) + Send + 'static,
{
    let work = move || {
        let (found, remark) = look();
        reports.send(Report::Microphones(found, remark)).ok();
    };
    thread::Builder::new().name("microphones".into()).spawn(work).map(drop)
}

/// Where a signal can find the recorder that is at work.
pub(in crate::shell) type RecorderLine = Arc<Mutex<Option<Orders>>>;

/// How long the screen has to end after a signal before the process ends without it.
#[cfg(unix)]
const GRACE: Duration = Duration::from_millis(1_500);

/// Listens for the signals that end a program.
#[cfg(unix)]
pub(in crate::shell) fn listen_for_signals(reports: Sender<Report>, recorder: RecorderLine) -> std::io::Result<()> {
    use signal_hook::consts::SIGHUP;
    use signal_hook::consts::SIGINT;
    use signal_hook::consts::SIGTERM;
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGTERM, SIGINT])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let why = match signal {
                SIGHUP => "the terminal window was closed",
                SIGINT => "the program was interrupted",
                _ => "the system asked the program to stop",
            };
            if let Ok(line) = recorder.lock()
                && let Some(orders) = line.as_ref()
            {
                orders.give(Order::Close);
            }
            reports.send(Report::Stop(why.into())).ok();
            // Main normally ends the process long before this. If it hangs in a terminal that is gone, the take is finished by now.
            thread::sleep(GRACE);
            std::process::exit(128 + signal);
        }
    })?;
    Ok(())
}

/// Where there are no such signals.
#[cfg(not(unix))]
pub(in crate::shell) fn listen_for_signals(_: Sender<Report>, _: RecorderLine) -> std::io::Result<()> {
    Ok(())
}
