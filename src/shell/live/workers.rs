//! The threads that are not audio: the journal's, the signals', and those that look for microphones and try the disk.
//!
//! The journal thread writes what it is given, in order, and says when it is safe; after a failure, a panic of its own included, it keeps
//! everything and tries again.
//!
//! Nothing that saves data waits for the screen: a signal finishes the take through the recorder's own orders, and if the screen does
//! not answer (a terminal that is gone can hang its reader for ever), the process ends without it.

#![expect(clippy::disallowed_methods, reason = "threads that wait for time and end the process")]

use std::panic::AssertUnwindSafe;
use std::panic::catch_unwind;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::sync::mpsc;
use std::sync::mpsc::Receiver;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;

use crate::audio::peaks;
use crate::audio::peaks::Unkept;
use crate::audio::recorder::Orders;
use crate::audio::take::Depth;
use crate::audio::take::TakeReader;
use crate::domain::event::Event;
use crate::domain::incident::EndCause;
use crate::domain::note::Draft;
use crate::domain::outside::SoundCopy;
use crate::domain::session::Session;
use crate::domain::time::Frames;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcript::Imported;
use crate::domain::waveform::Waveform;
use crate::shell::archive::clips::Ordered;
use crate::shell::archive::figures;
use crate::shell::archive::lent;
use crate::shell::archive::recordings;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::transcripts;
use crate::shell::live::microphones::Microphones;
use crate::shell::live::reports::Report;
use crate::shell::live::reports::Reports;
use crate::shell::whereabouts;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::folder::Study;
use crate::store::journal::Journal;
use crate::store::stranded;
use crate::tui::in_words::InWords;
use crate::tui::msg::Drawn;
use crate::words::say;

/// How long the journal waits before it tries again.
const AGAIN: Duration = Duration::from_secs(2);

/// How often it tries when the program is on its way out.
const LAST_TRIES: u32 = 3;

/// Something to be made safe, in the order in which it is handed over.
#[derive(Debug)]
enum Job {
    /// Event number `.0`, when it happened, and the monotonic clock then.
    Event(u64, Box<Event>, Stamp, u64),
    /// The unfinished note, or that there is none.
    Draft(Option<Draft>),
}

/// The journal thread, from outside. Dropping it writes what is waiting.
#[derive(Debug)]
pub(crate) struct JournalWorker {
    inbox: Option<Sender<Job>>,
    thread: Option<JoinHandle<()>>,
}

impl JournalWorker {
    /// Starts the thread over `journal` of the session in `folder`.
    pub(crate) fn spawn(mut journal: Journal, folder: SessionFolder, reports: Reports) -> std::io::Result<Self> {
        let (inbox, outbox) = mpsc::channel();
        let work = move || keep(&mut journal, &folder, &outbox, &reports);
        let thread = thread::Builder::new().name("journal".into()).spawn(work)?;
        Ok(Self { inbox: Some(inbox), thread: Some(thread) })
    }

    /// Hands over event number `n`.
    pub(crate) fn append(&self, n: u64, event: Event, at: Stamp, mono: u64) {
        self.hand_over(Job::Event(n, Box::new(event), at, mono));
    }

    /// Hands over the unfinished note, or that there is none.
    pub(crate) fn keep_draft(&self, draft: Option<Draft>) {
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

fn keep(journal: &mut Journal, folder: &SessionFolder, inbox: &Receiver<Job>, reports: &Reports) {
    let (mut waiting, mut last, mut open, mut draft_kept) = (Vec::new(), 0, true, true);
    while open {
        let first = if waiting.is_empty() { inbox.recv().map_err(|_| RecvTimeoutError::Disconnected) } else { inbox.recv_timeout(AGAIN) };
        open = !matches!(first, Err(RecvTimeoutError::Disconnected));
        let mut draft = None;
        // Everything that waits is made safe with one sync.
        for job in first.into_iter().chain(inbox.try_iter()) {
            match job {
                Job::Event(n, event, at, mono) => {
                    waiting.push((*event, at, mono));
                    last = n;
                }
                Job::Draft(latest) => draft = Some(latest),
            }
        }
        for _ in 0..if open { 1 } else { LAST_TRIES } {
            match write(journal, &waiting) {
                Ok(()) if waiting.is_empty() => break,
                Ok(()) => {
                    waiting.clear();
                    reports.send(Report::Saved(last)).ok();
                    break;
                }
                Err(why) => {
                    reports.send(Report::NotSaved(why)).ok();
                }
            }
        }
        if let Some(draft) = draft {
            let kept = unless_it_stumbles(|| folder.keep_draft(draft.as_ref()));
            draft_kept = kept.is_ok();
            if let Err(why) = kept {
                reports.send(Report::NotSaved(why)).ok();
            }
        }
    }
    match waiting.is_empty() {
        // Said once more: what failed on the way is written by now.
        true if draft_kept => drop(reports.send(Report::Saved(last))),
        true => {}
        false => drop(reports.send(Report::Stranded(stranded::put(folder, &waiting, last, journal.signature())))),
    }
}

/// Writes `events` into the journal, or says why not.
fn write(journal: &mut Journal, events: &[(Event, Stamp, u64)]) -> Result<(), String> {
    let written = unless_it_stumbles(|| journal.append(events).map(drop));
    if written.is_err() {
        // Whatever it was, in whatever state it left things: the file is read again before anything is added.
        journal.doubt();
    }
    written
}

/// Does `work`; a panic in it is one more way to fail, and costs nothing that waits. Its words may be somebody's note: they stay here.
fn unless_it_stumbles(work: impl FnOnce() -> Result<(), StoreError>) -> Result<(), String> {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(done) => done.map_err(|why| why.to_string()),
        Err(_) => Err(say!("journal-stumbled")),
    }
}

/// Looks for microphones without keeping the screen waiting: a sound system may take seconds to say which there are.
pub(crate) fn look_for_microphones<F>(look: F, reports: Reports) -> std::io::Result<()>
where
    F: FnOnce() -> (Microphones, Option<String>) + Send + 'static,
{
    let work = move || {
        let (found, remark) = look();
        reports.send(Report::Microphones(found, remark)).ok();
    };
    thread::Builder::new().name("microphones".into()).spawn(work).map(drop)
}

/// Whether it is looked, too, what lies around a study. That does not change while one looks on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Around {
    /// It is.
    Looked,
    /// It is known.
    Known,
}

/// Tries the disk of `study` without keeping the screen waiting: one that hangs keeps whoever asks it.
pub(crate) fn try_disk(study: Study, around: Around, reports: Reports) -> std::io::Result<()> {
    let work = move || {
        let refused = study.tried().err().map(|why| why.to_string());
        reports.send(Report::Tried(refused)).ok();
        if around == Around::Looked {
            reports.send(Report::Whereabouts(whereabouts::of(study.root()))).ok();
        }
    };
    thread::Builder::new().name("disk".into()).spawn(work).map(drop)
}

/// Reads the takes of `session`, which lies in `folder`, from beginning to end without keeping the screen waiting: an hour of sound takes seconds.
pub(crate) fn verify_takes(folder: SessionFolder, session: Session, reports: Reports) -> std::io::Result<()> {
    let work = move || {
        let takes = recordings::checked(&folder, &session, Depth::Bytes);
        reports.send(Report::Verified(folder.name(), takes)).ok();
    };
    thread::Builder::new().name("verify-takes".into()).spawn(work).map(drop)
}

/// Counts the figures of `study` as they are at `now` without keeping the screen waiting: each session of it is looked at.
pub(crate) fn count_figures(study: OpenStudy, now: Stamp, reports: Reports) -> std::io::Result<()> {
    let work = move || {
        let counted = figures::report(&study, now).map(Box::new);
        reports.send(Report::Figures(counted)).ok();
    };
    thread::Builder::new().name("figures".into()).spawn(work).map(drop)
}

/// Makes a clip of the session called `name` at `path` without keeping the screen waiting: minutes of sound are read for it, and written.
pub(crate) fn make_clip(name: String, ordered: Ordered, path: PathBuf, begun: SoundCopy, reports: Reports) -> std::io::Result<()> {
    let work = move || {
        let made = ordered.made(&path, begun);
        reports.send(Report::Clip(name, Box::new(made))).ok();
    };
    thread::Builder::new().name("clip".into()).spawn(work).map(drop)
}

/// The waveform of these takes, which lie in `folder`, and what of it lies in no file yet; `told` hears how many percent of what has to be gone
/// through for it were. A take that cannot be read has none.
pub(crate) fn waveform(folder: &SessionFolder, takes: Vec<TakeNumber>, told: &mut dyn FnMut(u8)) -> (Waveform, Vec<Unkept>) {
    let files: Vec<_> = takes.iter().map(|take| folder.file(&take.file_name())).collect();
    let length = |file: &PathBuf| TakeReader::open(file).map_or(0, |reader| reader.frames().0);
    let (all, mut before) = (files.iter().map(length).sum::<u64>().max(1), 0);
    let (mut waveform, mut unkept) = (Waveform::default(), Vec::new());
    for (take, file) in takes.into_iter().zip(&files) {
        let mut gone_through = |frames: Frames| told(u8::try_from((before + frames.0) * 100 / all).unwrap_or(100));
        if let Ok((envelope, frames, made)) = peaks::drawn(file, &mut gone_through) {
            before += frames.0;
            waveform = waveform.with(take, envelope);
            unkept.extend(made);
        }
    }
    (waveform, unkept)
}

/// The waveform of these takes as it is seen first; nothing where it is not kept of each of them.
fn at_first(folder: &SessionFolder, takes: &[TakeNumber]) -> Option<Waveform> {
    takes
        .iter()
        .try_fold(Waveform::default(), |waveform, take| Some(waveform.with(*take, peaks::at_first(&folder.file(&take.file_name()))?)))
}

/// [`waveform`] without keeping the screen waiting: where it was not kept while recording, every byte of the sound is read. What was made is
/// kept beside the takes once it is seen, while the session is still `held`.
pub(crate) fn draw_waveform(folder: SessionFolder, takes: Vec<TakeNumber>, reports: Reports, held: Arc<AtomicBool>) -> std::io::Result<()> {
    let work = move || {
        let (name, mut last) = (folder.name(), None);
        if let Some(first) = at_first(&folder, &takes) {
            reports.send(Report::Waveform(name.clone(), Drawn::Whole(Box::new(first)))).ok();
        }
        let (drawn, unkept) = waveform(&folder, takes, &mut |percent| {
            if last != Some(percent) {
                last = Some(percent);
                reports.send(Report::Waveform(name.clone(), Drawn::Percent(percent))).ok();
            }
        });
        reports.send(Report::Waveform(folder.name(), Drawn::Whole(Box::new(drawn)))).ok();
        unkept.iter().take_while(|_| held.load(Ordering::Acquire)).for_each(Unkept::keep);
    };
    thread::Builder::new().name("waveform".into()).spawn(work).map(drop)
}

/// Destroys, beside all else, what a run that was killed has left of a copy of the sound: that may take as long as it is.
pub(crate) fn sweep_what_was_lent(reports: Reports) {
    let work = move || {
        if let Some(why) = lent::still_there() {
            reports.send(Report::CopyLeft(why)).ok();
        }
    };
    thread::Builder::new().name("sweep".into()).spawn(work).ok();
}

/// What these transcripts, which lie in `folder`, have.
pub(crate) fn in_words(folder: &SessionFolder, wanted: &[Imported]) -> InWords {
    let transcripts::Read { transcripts, unusable } = transcripts::read_these(folder, wanted);
    InWords::read(transcripts, unusable.iter().map(ToString::to_string).collect())
}

/// [`in_words`] without keeping the screen waiting: some of them have a hundred thousand passages.
pub(crate) fn read_transcripts(folder: SessionFolder, wanted: Vec<Imported>, reports: Reports) -> std::io::Result<()> {
    let work = move || {
        let read = in_words(&folder, &wanted);
        reports.send(Report::InWords(folder.name(), Box::new(read))).ok();
    };
    thread::Builder::new().name("transcripts".into()).spawn(work).map(drop)
}

/// A limit on the size of files ends a process by a signal unless somebody listens; then the write fails like on a full disk, and is
/// told and tried again like there.
pub(crate) fn outlive_file_limits() {
    #[cfg(unix)]
    {
        // A handler that notes it in a flag nobody reads. Where it cannot be put there, everything else works all the same.
        let unread = Arc::new(AtomicBool::new(false));
        signal_hook::flag::register(signal_hook::consts::SIGXFSZ, unread).ok();
    }
}

/// Where a signal can find the recorder that is at work.
pub(crate) type RecorderLine = Arc<Mutex<Option<Orders>>>;

/// How long the screen has to end after a signal before the process ends without it.
#[cfg(unix)]
const GRACE: Duration = Duration::from_millis(1_500);

/// Listens for the signals that end a program.
#[cfg(unix)]
pub(crate) fn listen_for_signals(reports: Reports, recorder: RecorderLine) -> std::io::Result<()> {
    use crate::audio::recorder::Order;
    use signal_hook::consts::SIGHUP;
    use signal_hook::consts::SIGINT;
    use signal_hook::consts::SIGTERM;
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGTERM, SIGINT])?;
    thread::Builder::new().name("signals".into()).spawn(move || {
        if let Some(signal) = signals.forever().next() {
            let why = match signal {
                SIGHUP => EndCause::TerminalClosed,
                SIGINT => EndCause::Interrupted,
                _ => EndCause::ShutDown,
            };
            if let Ok(line) = recorder.lock()
                && let Some(orders) = line.as_ref()
            {
                orders.give(Order::Close);
            }
            reports.send(Report::Stop(why)).ok();
            // Main normally ends the process long before this. If it hangs in a terminal that is gone, the take is finished by now.
            thread::sleep(GRACE);
            std::process::exit(128 + signal);
        }
    })?;
    Ok(())
}

/// Tells of signals that end a program, and does nothing else about them: whoever waits for another program ends that first.
#[cfg(unix)]
pub(crate) fn tell_of_signals(to: Sender<i32>) -> std::io::Result<()> {
    use signal_hook::consts::SIGHUP;
    use signal_hook::consts::SIGINT;
    use signal_hook::consts::SIGTERM;
    let mut signals = signal_hook::iterator::Signals::new([SIGHUP, SIGTERM, SIGINT])?;
    thread::Builder::new().name("signals".into()).spawn(move || signals.forever().try_for_each(|signal| to.send(signal)))?;
    Ok(())
}

/// The same where there are none: Ctrl-C ends both programs.
#[cfg(not(unix))]
pub(crate) fn tell_of_signals(to: Sender<i32>) -> std::io::Result<()> {
    // What is never told of is waited for all the same.
    std::mem::forget(to);
    Ok(())
}

/// Where there are no such signals.
#[cfg(not(unix))]
pub(crate) fn listen_for_signals(_: Reports, _: RecorderLine) -> std::io::Result<()> {
    Ok(())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use std::fs;
    use std::io;
    use std::path::PathBuf;

    use super::*;
    use crate::disk::failing::Attempt;
    use crate::disk::failing::Breakdown;
    use crate::disk::failing::Failing;
    use crate::disk::real::RealDisk;
    use crate::domain::guide::Round;
    use crate::domain::named::Named;
    use crate::domain::time::Position;
    use crate::shell::live::bell::Bell;
    use crate::store::journal;

    /// How a disk misbehaves.
    #[derive(Clone, Copy, Debug)]
    enum Misbehaviour {
        /// It panics, with what it was given in its words.
        Panics,
        /// It takes nothing.
        Fails,
    }

    /// A disk that misbehaves at its first writes, so many times, and leaves the beginning of each behind.
    fn bad(way: Misbehaviour, mut times: u32, journal: PathBuf) -> Failing {
        Failing::over(RealDisk, move |attempt| match attempt {
            Attempt::Write(path, bytes) if path == journal && times > 0 => {
                times -= 1;
                match way {
                    Misbehaviour::Panics => panic!("{}", String::from_utf8_lossy(bytes)),
                    Misbehaviour::Fails => Some(Breakdown { kind: io::ErrorKind::StorageFull, out: bytes.len() / 8 }),
                }
            }
            _ => None,
        })
    }

    /// Three events over a journal that misbehaves so many times: the folder, what was reported, and how many events the journal holds.
    fn three_events(way: Misbehaviour, times: u32) -> (tempfile::TempDir, Vec<Report>, usize) {
        let dir = tempfile::tempdir().unwrap();
        let study = Study::init(dir.path(), &[("study.yaml", b"title: x\n")]).unwrap();
        let folder = study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        drop(Journal::create(&folder.journal()).unwrap());
        let disk = bad(way, times, folder.journal());
        let journal = Journal::open_on(Arc::new(disk), &folder.journal()).unwrap().0;
        let (reports, told) = mpsc::channel();
        let worker = JournalWorker::spawn(journal, folder.clone(), Reports::new(reports, Bell::default())).unwrap();
        for n in 1..=3 {
            let event = Event::Incident { at: Position::from_secs(n), incident: Named::Sentence("whispered".into()) };
            worker.append(n, event, Stamp::new(1_795_390_200_000, 60), 0);
        }
        drop(worker);
        let count = journal::read(&folder.journal()).unwrap().entries.len();
        (dir, told.iter().collect(), count)
    }

    #[test]
    fn a_journal_that_stumbles_loses_nothing_and_says_so() {
        for way in [Misbehaviour::Panics, Misbehaviour::Fails] {
            let (_dir, told, count) = three_events(way, 1);
            assert_eq!(count, 3, "{way:?}");
            assert!(matches!(told.first(), Some(Report::NotSaved(why)) if !why.contains("whispered")), "{way:?}: {told:?}");
            assert!(matches!(told.last(), Some(Report::Saved(3))), "{way:?}: {told:?}");
        }
    }

    #[test]
    fn a_close_that_saved_everything_says_so() {
        let dir = tempfile::tempdir().unwrap();
        let study = Study::init(dir.path(), &[("study.yaml", b"title: x\n")]).unwrap();
        let folder = study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        let journal = Journal::create(&folder.journal()).unwrap();
        let (reports, told) = mpsc::channel();
        // Something stands in the way of the unfinished note, and goes away.
        let in_the_way = folder.file("draft.json");
        fs::create_dir(&in_the_way).unwrap();
        let worker = JournalWorker::spawn(journal, folder, Reports::new(reports, Bell::default())).unwrap();
        worker.keep_draft(None);
        assert!(matches!(told.recv().unwrap(), Report::NotSaved(_)));
        fs::remove_dir(&in_the_way).unwrap();
        worker.keep_draft(None);
        drop(worker);
        assert!(matches!(told.iter().last(), Some(Report::Saved(0))));
    }

    #[test]
    fn what_no_journal_takes_lies_in_a_file_of_its_own() {
        for way in [Misbehaviour::Panics, Misbehaviour::Fails] {
            let (_dir, told, count) = three_events(way, u32::MAX);
            assert_eq!(count, 0, "{way:?}");
            let Some(Report::Stranded(words)) = told.last() else { panic!("{way:?}: {told:?}") };
            let file = words.rsplit_once(" in ").unwrap().1;
            assert_eq!(fs::read_to_string(file).unwrap().lines().filter(|l| l.contains("whispered")).count(), 3, "{words}");
        }
    }
}
