//! A clock beside what is measured.
//!
//! How long something took says nothing of the program where the machine had no turn to give. Threads that have a little to do every now and
//! then, one for each core, note how long they waited for it: to be woken, and for their turn while they were at it (who only wakes is let in at
//! once even where everybody else queues). One more notes how long the disk takes to make a block safe. Where a bound does not hold and
//! the machine stalled in the very stretch that is judged, the try is void: it says nothing either way, and another is made. A bound that
//! does not hold while the machine was well is wrong at once; and a test that has had only void tries says so and fails. Nothing passes that
//! did not keep within its bounds.

use std::os::unix::fs::FileExt;
use std::sync::Arc;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering;
use std::thread;
use std::thread::JoinHandle;
use std::time::Duration;
use std::time::Instant;

/// How often the threads have something to do, and how long that takes.
const EVERY: Duration = Duration::from_millis(20);
const WORK: Duration = Duration::from_millis(2);

/// Lateness of every day, which is not noted; and how long a disk may take that is well.
const USUAL: Duration = Duration::from_millis(2);
const USUAL_OF_A_DISK: Duration = Duration::from_millis(20);

/// How often something is tried until a try can be judged.
pub(crate) const TRIES: usize = 8;

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stretch {
    pub(crate) from: Instant,
    pub(crate) to: Instant,
}

impl Stretch {
    /// From one moment to another.
    pub(crate) fn new(from: Instant, to: Instant) -> Self {
        Self { from, to }
    }

    /// Until now.
    pub(crate) fn since(from: Instant) -> Self {
        Self { from, to: Instant::now() }
    }

    fn length(self) -> Duration {
        self.to.saturating_duration_since(self.from)
    }

    fn meets(self, other: Self) -> bool {
        self.from <= other.to && other.from <= self.to
    }
}

/// A time in which one of the threads got nothing done, and how much of it was not its own.
#[derive(Clone, Copy, Debug)]
struct Stall {
    during: Stretch,
    lost: Duration,
}

/// What one thread of the clock has noted.
#[derive(Debug)]
struct Noted {
    stalls: Vec<Stall>,
    /// When it was there last.
    there: Instant,
}

/// The clock.
#[derive(Debug)]
pub(crate) struct Beside {
    noted: Vec<Arc<Mutex<Noted>>>,
    over: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Beside {
    /// Begins to watch the machine.
    pub(crate) fn watching() -> Self {
        let mut clock = Self { noted: Vec::new(), over: Arc::default(), threads: Vec::new() };
        for _ in 0..thread::available_parallelism().map_or(1, |n| n.get()) {
            clock.thread(|| {
                let due = Instant::now() + EVERY;
                thread::sleep(EVERY);
                let done = own_time() + WORK;
                while own_time() < done {
                    std::hint::spin_loop();
                }
                Stall { during: Stretch::since(due), lost: due.elapsed().saturating_sub(WORK + USUAL) }
            });
        }
        let file = tempfile::tempfile().unwrap();
        clock.thread(move || {
            thread::sleep(EVERY);
            let began = Instant::now();
            file.write_at(b"is the disk well?", 0).and_then(|_| file.sync_data()).unwrap();
            Stall { during: Stretch::since(began), lost: began.elapsed().saturating_sub(USUAL_OF_A_DISK) }
        });
        clock
    }

    fn thread(&mut self, turn: impl Fn() -> Stall + Send + 'static) {
        let noted = Arc::new(Mutex::new(Noted { stalls: Vec::new(), there: Instant::now() }));
        let (own, over) = (Arc::clone(&noted), Arc::clone(&self.over));
        self.noted.push(noted);
        self.threads.push(thread::spawn(move || {
            while !over.load(Ordering::Relaxed) {
                let stall = turn();
                let mut own = own.lock().unwrap_or_else(PoisonError::into_inner);
                own.there = stall.during.to;
                if !stall.lost.is_zero() {
                    own.stalls.push(stall);
                }
            }
        }));
    }

    /// How much of `stretch` was lost: what the worst of the threads lost in it, all in all.
    pub(crate) fn lost_in(&self, stretch: Stretch) -> Duration {
        let lost = |noted: &Arc<Mutex<Noted>>| {
            loop {
                // Who is late at this moment has not said so yet.
                let noted = noted.lock().unwrap_or_else(PoisonError::into_inner);
                if noted.there > stretch.to {
                    return noted.stalls.iter().filter(|stall| stall.during.meets(stretch)).map(|stall| stall.lost).sum();
                }
                drop(noted);
                thread::sleep(EVERY);
            }
        };
        self.noted.iter().map(lost).max().unwrap_or_default()
    }
}

/// For how long this thread has had a core.
fn own_time() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    Duration::new(time.tv_sec.unsigned_abs(), u32::try_from(time.tv_nsec).unwrap())
}

/// For how long the main thread of process `pid` has waited for a core since it began, as the kernel counts it; nothing where it does not.
pub(crate) fn waited_for_a_core(pid: u32) -> Duration {
    let told = std::fs::read_to_string(format!("/proc/{pid}/task/{pid}/schedstat")).unwrap_or_default();
    Duration::from_nanos(told.split_whitespace().nth(1).and_then(|ns| ns.parse().ok()).unwrap_or(0))
}

impl Drop for Beside {
    fn drop(&mut self) {
        self.over.store(true, Ordering::Relaxed);
        self.threads.drain(..).for_each(|thread| drop(thread.join()));
    }
}

/// How much has to be lost to count against a bound of so many milliseconds: a quarter of it, or what cannot be the usual.
pub(crate) fn margin(bound_ms: f64) -> Duration {
    Duration::from_secs_f64(bound_ms / 4_000.0).max(2 * USUAL)
}

/// A figure that was not within its bound.
#[derive(Clone, Debug)]
struct Off {
    what: String,
    bound_ms: f64,
    stretch: Stretch,
}

/// One try.
#[derive(Debug, Default)]
pub(crate) struct Try {
    off: Vec<Off>,
    void: Option<String>,
}

/// What a try has shown.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Verdict {
    Right,
    Void(String),
    Wrong(String),
}

impl Try {
    /// `figure` milliseconds must not exceed `bound`; it was taken during `stretch`.
    pub(crate) fn within(&mut self, what: &str, figure: f64, bound: f64, stretch: Stretch) {
        if figure > bound || figure.is_nan() {
            self.off.push(Off { what: format!("{what}: {figure:.3} ms, at most {bound} ms"), bound_ms: bound, stretch });
        }
    }

    /// From `began` until now must have taken no more than `bound` milliseconds.
    pub(crate) fn took(&mut self, what: &str, bound: f64, began: Instant) {
        let stretch = Stretch::since(began);
        self.within(what, stretch.length().as_secs_f64() * 1_000.0, bound, stretch);
    }

    /// It says nothing, for this reason, unless it is wrong all the same.
    pub(crate) fn is_void(&mut self, why: String) {
        self.void = Some(why);
    }

    /// What it has shown, on a machine that loses so much of a stretch.
    fn verdict(&self, lost_in: impl Fn(Stretch) -> Duration) -> Verdict {
        let mut stalls: Vec<String> = self.void.iter().cloned().collect();
        for off in &self.off {
            let stall = lost_in(off.stretch);
            let told = format!("{} (the machine lost {:.1} ms meanwhile)", off.what, stall.as_secs_f64() * 1_000.0);
            if stall < margin(off.bound_ms) {
                return Verdict::Wrong(told);
            }
            stalls.push(told);
        }
        if stalls.is_empty() { Verdict::Right } else { Verdict::Void(stalls.join("; ")) }
    }
}

/// Makes `attempt` until one can be judged, and judges it.
pub(crate) fn judged(mut attempt: impl FnMut(&mut Try)) {
    let clock = Beside::watching();
    let verdict = |_| {
        let mut one = Try::default();
        attempt(&mut one);
        one.verdict(|stretch| clock.lost_in(stretch))
    };
    first_that_counts((1..=TRIES).map(verdict)).unwrap_or_else(|why| panic!("{why}"));
}

/// The first of the tries that is not void decides.
fn first_that_counts(tries: impl Iterator<Item = Verdict>) -> Result<(), String> {
    let mut void = Vec::new();
    for verdict in tries {
        match verdict {
            Verdict::Right => return Ok(()),
            Verdict::Wrong(why) => return Err(why),
            Verdict::Void(why) => {
                println!("a try is void: {why}");
                void.push(why);
            }
        }
    }
    Err(format!("nothing could be judged, because the machine stalled in each of {} tries:\n{}", void.len(), void.join("\n")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECOND: Duration = Duration::from_secs(1);

    /// One figure that is off, in the second after `from`.
    fn off(from: Instant) -> Try {
        let mut one = Try::default();
        one.within("a figure", 70.0, 60.0, Stretch::new(from, from + SECOND));
        one
    }

    #[test]
    fn a_bound_that_does_not_hold_while_the_machine_was_well_is_wrong_at_once() {
        let verdict = off(Instant::now()).verdict(|_| Duration::from_millis(14));
        assert!(matches!(&verdict, Verdict::Wrong(why) if why.contains("a figure: 70.000 ms, at most 60 ms")), "{verdict:?}");
        let later = [verdict, Verdict::Right];
        assert!(first_that_counts(later.into_iter()).is_err(), "no other try is made");
    }

    #[test]
    fn a_try_in_which_the_machine_stalled_is_made_again() {
        let void = off(Instant::now()).verdict(|_| Duration::from_millis(15));
        assert!(matches!(void, Verdict::Void(_)), "{void:?}");
        assert_eq!(first_that_counts([void.clone(), Verdict::Right].into_iter()), Ok(()));
        let why = first_that_counts([void.clone(), void].into_iter()).unwrap_err();
        assert!(why.starts_with("nothing could be judged, because the machine stalled in each of 2 tries"), "{why}");
    }

    #[test]
    fn one_stall_excuses_no_other_figure() {
        let now = Instant::now();
        let mut one = off(now);
        one.within("another", 70.0, 60.0, Stretch::new(now + 5 * SECOND, now + 6 * SECOND));
        let verdict = one.verdict(|stretch| if stretch.from == now { SECOND } else { Duration::ZERO });
        assert!(matches!(&verdict, Verdict::Wrong(why) if why.starts_with("another")), "{verdict:?}");
    }

    #[test]
    fn a_try_that_is_void_and_wrong_is_wrong() {
        let mut one = off(Instant::now());
        one.is_void("hardly a note".into());
        assert!(matches!(one.verdict(|_| Duration::ZERO), Verdict::Wrong(_)));
        let mut one = Try::default();
        one.is_void("hardly a note".into());
        assert_eq!(one.verdict(|_| Duration::ZERO), Verdict::Void("hardly a note".into()));
    }

    #[test]
    fn what_keeps_within_its_bound_is_right_on_any_machine() {
        let mut one = Try::default();
        one.within("a figure", 60.0, 60.0, Stretch::since(Instant::now()));
        assert_eq!(one.verdict(|_| SECOND), Verdict::Right);
        one.within("no figure", f64::NAN, 60.0, Stretch::since(Instant::now()));
        assert!(matches!(one.verdict(|_| Duration::ZERO), Verdict::Wrong(_)));
    }

    /// The whole process stands still for a third of a second, as it does on a machine that has something else to do.
    #[test]
    fn the_clock_sees_a_stall_and_when_it_was() {
        let _alone = crate::support::alone();
        let clock = Beside::watching();
        let began = Instant::now();
        let before = Stretch::new(began.checked_sub(SECOND).unwrap(), began);
        let me = std::process::id();
        let script = format!("kill -STOP {me}; sleep 0.3; kill -CONT {me}");
        assert!(std::process::Command::new("sh").args(["-c", &script]).status().unwrap().success());
        let stall = clock.lost_in(Stretch::since(began));
        assert!(stall > Duration::from_millis(250), "{stall:?}");
        assert!(clock.lost_in(before) < stall, "it was not before");
        let after = Instant::now() + 3 * EVERY;
        assert!(clock.lost_in(Stretch::new(after, after + EVERY)) < stall, "and not after");
    }
}
