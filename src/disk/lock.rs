//! The hold on a session: one window at a time.
//!
//! It is the system's lock on a file that stays, so that it ends with the program however that ends. A disk without locks (some shared
//! ones) leaves us with our word: the file then says which process of which run of which machine holds the session, and whoever comes
//! looks whether that process still runs. Of another machine's process nobody here can know; then what was written in the folder within
//! the last minute decides, because an interview writes all the time.
//!
//! The file's first line says on which run of the machine the session was held last, so that whoever comes after a crash knows whether
//! the machine has run on since. Its second, where there are no locks, is the word that it is held.

#![expect(
    clippy::disallowed_methods,
    reason = "this is where sessions are held, and how long ago a file was written is a matter of clocks"
)]

use std::fs;
use std::fs::File;
use std::fs::OpenOptions;
use std::fs::TryLockError;
use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;
use std::time::SystemTime;

use crate::disk::Links;
use crate::disk::real::open_plain;

/// How often a session that seems held is tried again: some milliseconds' worth.
const GLANCES: u32 = 1_000;

/// More than the file says.
const LONGEST: u64 = 512;

/// What was written so recently was written by somebody at work: an interview writes every ten seconds at the least, and clocks differ.
const RECENT: Duration = Duration::from_secs(60);

/// The hold on a session; dropping it, or dying, lets go.
#[derive(Debug)]
pub struct Lock {
    file: File,
    ending: Ending,
    keeper: Keeper,
}

/// What ended the program that had a session before.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Only the program ended: since then the machine has run on, and all that was written is there.
    OfTheProgram,
    /// Perhaps the machine too: what was not synced may be gone.
    Unknown,
}

/// Who keeps others out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Keeper {
    /// The system.
    System,
    /// Nobody but our word in the file.
    OurWord,
}

impl Lock {
    /// What ended the program that signed last.
    pub fn ending(&self) -> Ending {
        self.ending
    }

    /// Whether the system keeps others out.
    pub(crate) fn is_kept(&self) -> bool {
        self.keeper == Keeper::System
    }

    /// Writes down on which run of the machine the session is held. Where that cannot be known or written, whoever comes after a crash
    /// assumes the worst.
    pub(crate) fn sign(&self) {
        if let Some(run) = run_of_the_machine() {
            self.write(&run, self.keeper);
        }
    }

    /// Writes the file anew: its first line, and that we hold it where nobody else says so.
    fn write(&self, run: &str, keeper: Keeper) {
        if !has_one_name(&self.file) {
            return;
        }
        let claim = if keeper == Keeper::OurWord { format!("\n{}", Claim::ours().line()) } else { String::new() };
        let text = format!("{run}{claim}");
        let mut file = &self.file;
        // Longer first and cut then: at no moment does the file say less than before or after.
        let written = file.rewind().and_then(|()| file.write_all(text.as_bytes()));
        written.and_then(|()| file.set_len(text.len() as u64)).ok();
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        if self.keeper == Keeper::OurWord {
            // We live on: without this our word would hold for as long.
            let run = signed(&self.file).run;
            self.write(&run, Keeper::System);
        }
    }
}

/// Takes hold through the file at `path`, which is made if it is not there; nothing if somebody else has it.
pub fn hold(path: &Path) -> io::Result<Option<Lock>> {
    hold_by(path, &File::try_lock)
}

/// How a file is locked: the system's way, or, in tests, that of a disk which has none.
type TryLock = dyn Fn(&File) -> Result<(), TryLockError>;

fn hold_by(path: &Path, try_lock: &TryLock) -> io::Result<Option<Lock>> {
    let mut options = OpenOptions::new();
    options.read(true).write(true).create(true).truncate(false);
    #[cfg(unix)]
    {
        use std::os::unix::fs::OpenOptionsExt;
        options.mode(0o600).custom_flags(rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    }
    let file = options.open(path)?;
    // Somebody who lists the sessions looks through this very file for an instant; only who stays is in the way.
    for _ in 0..GLANCES {
        match try_lock(&file) {
            Ok(()) => return Ok(Some(Lock { ending: signed(&file).ending(), file, keeper: Keeper::System })),
            Err(TryLockError::WouldBlock) => std::thread::yield_now(),
            Err(TryLockError::Error(why)) if has_none(&why) => return Ok(on_our_word(path, file)),
            Err(TryLockError::Error(why)) => return Err(why),
        }
    }
    Ok(None)
}

/// Holds a file without a lock, if nobody seems to.
fn on_our_word(path: &Path, file: File) -> Option<Lock> {
    let signed = signed(&file);
    if signed.holds(path) {
        return None;
    }
    let lock = Lock { ending: signed.ending(), file, keeper: Keeper::OurWord };
    // Not signed yet: whoever comes after a crash of the mending must still know what came before it.
    lock.write(&signed.run, Keeper::OurWord);
    Some(lock)
}

/// Waits until nobody else holds the file at `path`, for `within` at the most: whether that is so, as far as the system says. On our word alone
/// nobody waits.
pub(crate) fn is_let_go(path: &Path, within: Duration) -> bool {
    let Ok(file) = open_plain(path, OpenOptions::new().read(true).write(true), Links::Refused) else { return true };
    let (tells, told) = mpsc::channel();
    let waits = move || {
        file.lock().ok();
        // Let go of again before it is said.
        drop(file);
        tells.send(()).ok();
    };
    thread::Builder::new().name("wait".into()).spawn(waits).is_ok() && told.recv_timeout(within).is_ok()
}

/// Whether somebody holds the file at `path`. Changes nothing, so it also answers where nothing can be written.
pub(crate) fn is_held(path: &Path) -> bool {
    is_held_by(path, &File::try_lock_shared)
}

fn is_held_by(path: &Path, try_lock: &TryLock) -> bool {
    let Ok(file) = open_plain(path, OpenOptions::new().read(true), Links::Refused) else { return false };
    match try_lock(&file) {
        Ok(()) => false,
        Err(TryLockError::WouldBlock) => true,
        Err(TryLockError::Error(_)) => signed(&file).holds(path),
    }
}

/// Whether a disk said that it has no locks: ENOLCK, ENOSYS or EOPNOTSUPP (flock(2), and the Linux NFS, CIFS and FUSE sources).
fn has_none(why: &io::Error) -> bool {
    #[cfg(unix)]
    return crate::disk::real::is_one_of(why, &[rustix::io::Errno::NOLCK, rustix::io::Errno::NOSYS, rustix::io::Errno::OPNOTSUPP]);
    #[cfg(not(unix))]
    return why.kind() == io::ErrorKind::Unsupported;
}

/// What the file says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Signed {
    /// The run of the machine on which it was signed; may be empty.
    run: String,
    /// Who says that they hold it.
    claim: Option<Claim>,
}

impl Signed {
    fn ending(&self) -> Ending {
        if run_of_the_machine().is_some_and(|run| run == self.run) { Ending::OfTheProgram } else { Ending::Unknown }
    }

    /// Whether somebody holds the session whose file at `path` says this.
    fn holds(&self, path: &Path) -> bool {
        let Some(claim) = &self.claim else { return false };
        if claim.run == Claim::ours().run {
            return claim.process.is_some() && Process::started(claim.pid) == claim.process;
        }
        // Another machine's, or this one's before it was started again.
        was_written_recently(path.parent().unwrap_or(Path::new(".")))
    }
}

fn signed(file: &File) -> Signed {
    let (mut text, mut from) = (String::new(), file);
    let read = from.rewind().and_then(|()| from.take(LONGEST).read_to_string(&mut text));
    if read.is_err() {
        return Signed::default();
    }
    let mut lines = text.lines();
    Signed { run: lines.next().unwrap_or_default().to_owned(), claim: lines.next().and_then(Claim::read) }
}

/// Our word that a session is held: by which process, of which run of which machine.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Claim {
    run: String,
    pid: u32,
    process: Option<Process>,
}

/// When a process began, as its system counts: a number that is used again begins at another moment.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Process(String);

impl Claim {
    fn ours() -> Self {
        let pid = std::process::id();
        Self { run: run_of_the_machine().unwrap_or_else(|| "unknown".into()), pid, process: Process::started(pid) }
    }

    fn line(&self) -> String {
        let Self { run, pid, process } = self;
        format!("{run} {pid} {}", process.as_ref().map_or("-", |p| &p.0))
    }

    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ');
        let (run, pid, process) = (words.next()?.to_owned(), words.next()?.parse().ok()?, words.next()?);
        Some(Self { run, pid, process: (process != "-").then(|| Process(process.to_owned())) })
    }
}

impl Process {
    /// When the process of this number was started; nothing if there is none.
    #[cfg(target_os = "linux")]
    fn started(pid: u32) -> Option<Self> {
        // Field 22 of proc(5)'s stat; the name before it is in brackets and may hold anything, also brackets.
        let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
        Some(Self(stat.rsplit_once(')')?.1.split_whitespace().nth(19)?.to_owned()))
    }

    #[cfg(all(unix, not(target_os = "linux")))]
    fn started(pid: u32) -> Option<Self> {
        let pid = rustix::process::Pid::from_raw(i32::try_from(pid).ok()?)?;
        rustix::process::test_kill_process(pid).is_ok().then(|| Self("running".into()))
    }

    #[cfg(not(unix))]
    fn started(pid: u32) -> Option<Self> {
        // Windows has locks on every disk it can write to.
        (pid == std::process::id()).then(|| Self("running".into()))
    }
}

/// Whether a file in `folder` was written within the last minute.
fn was_written_recently(folder: &Path) -> bool {
    let now = SystemTime::now();
    let recent = |path: PathBuf| {
        let written = fs::symlink_metadata(path).and_then(|data| data.modified());
        // A clock that is ahead of ours says that it will be written.
        written.is_ok_and(|at| now.duration_since(at).unwrap_or_default() < RECENT)
    };
    fs::read_dir(folder).is_ok_and(|files| files.flatten().any(|file| file.file_name() != "lock" && recent(file.path())))
}

/// Whether a file is known by one name only. What has a second one (a hard link, planted or made by a backup) may be somebody else's.
fn has_one_name(file: &File) -> bool {
    #[cfg(unix)]
    return file.metadata().is_ok_and(|data| data.is_file() && std::os::unix::fs::MetadataExt::nlink(&data) == 1);
    #[cfg(not(unix))]
    return file.metadata().is_ok_and(|data| data.is_file());
}

/// What the system calls the time since it was started: another each time.
fn run_of_the_machine() -> Option<String> {
    // Linux says so in 36 characters; there is no such file elsewhere.
    let run = fs::read_to_string("/proc/sys/kernel/random/boot_id").ok()?;
    Some(run.trim().to_owned()).filter(|run| !run.is_empty())
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    fn no_locks(_: &File) -> Result<(), TryLockError> {
        Err(TryLockError::Error(rustix::io::Errno::NOLCK.into()))
    }

    #[test]
    fn on_a_disk_without_locks_our_word_keeps_a_second_window_out() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let lock = hold_by(&path, &no_locks).unwrap().unwrap();
        assert!(!lock.is_kept());
        assert!(is_held_by(&path, &no_locks), "it is under way, not cut short");
        assert!(hold_by(&path, &no_locks).unwrap().is_none());
        lock.sign();
        assert!(is_held_by(&path, &no_locks));
        drop(lock);
        assert!(!is_held_by(&path, &no_locks), "also while the program lives on");
        assert_eq!(hold_by(&path, &no_locks).unwrap().unwrap().ending(), Ending::OfTheProgram);
    }

    #[test]
    fn the_word_of_a_process_that_is_gone_holds_nothing() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let mut dead = Claim::ours();
        // The number may be another process's by now: that began at another moment.
        dead.process = Some(Process("1".into()));
        fs::write(&path, format!("{}\n{}", dead.run, dead.line())).unwrap();
        assert!(!is_held_by(&path, &no_locks));
        let lock = hold_by(&path, &no_locks).unwrap().unwrap();
        assert_eq!(lock.ending(), Ending::OfTheProgram, "a crash of the program");
    }

    #[test]
    fn of_another_machine_what_was_written_last_decides() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let elsewhere = Claim { run: "another".into(), pid: 1, process: Some(Process("77".into())) };
        fs::write(&path, format!("another\n{}", elsewhere.line())).unwrap();
        assert!(!is_held_by(&path, &no_locks), "nothing was written but the lock itself");
        let take = File::create(dir.path().join("take-001.wav")).unwrap();
        assert!(is_held_by(&path, &no_locks) && hold_by(&path, &no_locks).unwrap().is_none());
        take.set_modified(SystemTime::now() - 2 * RECENT).unwrap();
        assert!(!is_held_by(&path, &no_locks));
        assert_eq!(hold_by(&path, &no_locks).unwrap().unwrap().ending(), Ending::Unknown);
    }

    #[test]
    fn a_disk_with_locks_needs_no_word_and_other_errors_stay_errors() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let lock = hold(&path).unwrap().unwrap();
        lock.sign();
        assert!(lock.is_kept() && is_held(&path));
        assert!(hold(&path).unwrap().is_none());
        drop(lock);
        assert!(!is_held(&path));
        assert_eq!(fs::read_to_string(&path).unwrap().lines().count(), 1);
        let broken = |_: &File| Err(TryLockError::Error(rustix::io::Errno::IO.into()));
        assert!(hold_by(&path, &broken).is_err());
    }
}
