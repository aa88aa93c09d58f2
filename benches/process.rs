//! What processes cost, as the kernel counts it in `/proc`.

use std::collections::BTreeMap;
use std::fs;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::sync::mpsc;
use std::sync::mpsc::RecvTimeoutError;
use std::sync::mpsc::Sender;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

use crate::Outcome;
use crate::PATIENCE;
use crate::sound_server::SoundServer;

/// How often memory is looked at.
const EVERY: Duration = Duration::from_millis(200);

/// How long a program may take to load before its windows begin.
const SETTLED: Duration = Duration::from_secs(2);

/// The kernel's clock tick in `/proc/PID/stat`: USER_HZ is 100 on every Linux that matters here.
const TICK: Duration = Duration::from_millis(10);

/// A recorder that runs beside hearback. Dropping it ends it.
pub(crate) struct Bystander(Child);

impl Bystander {
    pub(crate) fn start(command: &mut Command, server: &SoundServer) -> Outcome<Self> {
        command.env_clear().envs(server.environment());
        Ok(Self(command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::inherit()).spawn()?))
    }

    pub(crate) fn pid(&self) -> u32 {
        self.0.id()
    }

    /// Asks it to finish its file and end.
    pub(crate) fn interrupt(&self) -> Outcome<()> {
        crate::done(Command::new("sh").arg("-c").arg(format!("kill -INT {}", self.0.id())))
    }
}

impl Drop for Bystander {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// What one process used, from its first instruction to its last.
#[derive(Clone, Debug, Default)]
pub(crate) struct Used {
    /// User and system time of all its threads, also of those that ended.
    pub(crate) cpu: Duration,
    /// The same in each whole window, to the nanosecond.
    pub(crate) windows: Vec<Duration>,
    /// Per name of a thread that was ever seen.
    pub(crate) threads: BTreeMap<String, Duration>,
    /// The most it had resident.
    pub(crate) peak_kib: u64,
    /// The most it had resident when pages shared with others are shared out.
    pub(crate) pss_kib: u64,
}

/// Watches three processes until they end.
pub(crate) struct Watch {
    stop: Sender<()>,
    thread: JoinHandle<Result<[Used; 3], String>>,
}

impl Watch {
    /// Watches `pids`. Windows begin once all have settled, so that they hold the running and not the starting.
    pub(crate) fn over(pids: [u32; 3], window: Duration) -> Self {
        let (stop, stopped) = mpsc::channel();
        let thread = thread::spawn(move || {
            let mut watched = pids.map(|pid| Watched { pid, used: Used::default(), threads: BTreeMap::new(), before: None });
            let mut next = Instant::now() + SETTLED;
            loop {
                watched.iter_mut().for_each(Watched::look);
                if Instant::now() >= next {
                    watched.iter_mut().for_each(Watched::close_window);
                    next += window;
                }
                match stopped.recv_timeout(EVERY.min(next.saturating_duration_since(Instant::now()))) {
                    Err(RecvTimeoutError::Timeout) => {}
                    Ok(()) | Err(RecvTimeoutError::Disconnected) => break,
                }
            }
            // They are on their way out: the last figures are those of the corpse, which stays until somebody waits for it.
            let end = Instant::now() + PATIENCE;
            while !watched.iter().all(|w| is_over(w.pid)) {
                if Instant::now() > end {
                    return Err("a recorder did not end".into());
                }
                watched.iter_mut().for_each(Watched::look);
                thread::sleep(Duration::from_millis(5));
            }
            for w in &mut watched {
                w.used.cpu = ticks(w.pid).ok_or("a recorder was gone before it could be asked")?;
                for (name, cpu) in w.threads.values() {
                    *w.used.threads.entry(name.clone()).or_default() += *cpu;
                }
            }
            Ok(watched.map(|w| w.used))
        });
        Self { stop, thread }
    }

    /// Waits for all three to end, and gives what they used. Somebody must have told them to end, and nobody waited for them yet.
    pub(crate) fn end(self) -> Outcome<[Used; 3]> {
        self.stop.send(()).ok();
        Ok(self.thread.join().map_err(|_| "the watch failed")??)
    }
}

struct Watched {
    pid: u32,
    used: Used,
    /// By number: name and time so far. What ended stays.
    threads: BTreeMap<String, (String, Duration)>,
    before: Option<Duration>,
}

impl Watched {
    fn look(&mut self) {
        let status = fs::read_to_string(format!("/proc/{}/status", self.pid)).unwrap_or_default();
        self.used.peak_kib = self.used.peak_kib.max(kib(&status, "VmHWM:"));
        let rollup = fs::read_to_string(format!("/proc/{}/smaps_rollup", self.pid)).unwrap_or_default();
        self.used.pss_kib = self.used.pss_kib.max(kib(&rollup, "Pss:"));
        for thread in fs::read_dir(format!("/proc/{}/task", self.pid)).into_iter().flatten().flatten() {
            let read = |file: &str| fs::read_to_string(thread.path().join(file)).unwrap_or_default();
            let Some(nanos) = read("schedstat").split(' ').next().and_then(|n| n.parse().ok()) else { continue };
            let name = read("comm").trim().to_owned();
            self.threads.insert(thread.file_name().to_string_lossy().into_owned(), (name, Duration::from_nanos(nanos)));
        }
    }

    fn close_window(&mut self) {
        let now: Duration = self.threads.values().map(|(_, cpu)| *cpu).sum();
        if let Some(before) = self.before.replace(now) {
            self.used.windows.push(now.saturating_sub(before));
        }
    }
}

/// The figure behind `key` in one of the kernel's lists.
fn kib(list: &str, key: &str) -> u64 {
    let line = list.lines().find_map(|line| line.strip_prefix(key));
    line.and_then(|rest| rest.trim().trim_end_matches(" kB").parse().ok()).unwrap_or(0)
}

/// The fields of `/proc/PID/stat` after the name, which may hold anything: the first is the state (proc(5), field 3).
fn stat(pid: u32) -> Option<Vec<String>> {
    let text = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    Some(text.rsplit_once(") ")?.1.split(' ').map(str::to_owned).collect())
}

/// Whether it ended and only waits to be asked.
fn is_over(pid: u32) -> bool {
    stat(pid).is_none_or(|fields| fields[0] == "Z")
}

/// User and system time: fields 14 and 15.
fn ticks(pid: u32) -> Option<Duration> {
    let fields = stat(pid)?;
    let tick = |at: usize| fields.get(at)?.parse::<u32>().ok();
    Some(TICK * (tick(11)? + tick(12)?))
}
