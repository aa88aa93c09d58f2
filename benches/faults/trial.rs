//! One try of many: what fails in it is a finding, and the next one goes on.

use std::any::Any;
use std::fs::OpenOptions;
use std::io::Write;
use std::panic;
use std::panic::AssertUnwindSafe;
use std::sync::Mutex;
use std::sync::PoisonError;
use std::thread;
use std::time::Duration;

use crate::report;

/// From here on what fails is written to `target/faults.log` instead of the terminal: a failed try may be followed by hundreds.
pub(crate) fn keep_what_fails() {
    let log = report::folder().join("faults.log");
    std::fs::remove_file(&log).ok();
    panic::set_hook(Box::new(move |what| {
        if let Ok(mut log) = OpenOptions::new().create(true).append(true).open(&log) {
            writeln!(log, "{what}\n").ok();
        }
    }));
}

/// Does `work`; if it fails, says why.
pub(crate) fn attempt<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    panic::catch_unwind(AssertUnwindSafe(work)).map_err(|payload| words(payload.as_ref()))
}

fn words(payload: &(dyn Any + Send)) -> String {
    let text = payload.downcast_ref::<String>().map(String::as_str).or(payload.downcast_ref::<&str>().copied());
    text.unwrap_or("it failed without words").to_owned()
}

/// Does `work` for each of `jobs`, so many at a time; most of it is waiting. The answers come in no particular order.
pub(crate) fn side_by_side<J: Send, T: Send>(jobs: Vec<J>, at_once: usize, work: impl Fn(J) -> T + Sync) -> Vec<T> {
    let waiting = Mutex::new(jobs.into_iter());
    let next = || waiting.lock().unwrap_or_else(PoisonError::into_inner).next();
    thread::scope(|scope| {
        let worker = || std::iter::from_fn(next).map(&work).collect::<Vec<T>>();
        let workers: Vec<_> = (0..at_once).map(|_| scope.spawn(worker)).collect();
        workers.into_iter().flat_map(|worker| worker.join().unwrap()).collect()
    })
}

/// Lets time pass: only where time is what is tried.
pub(crate) fn let_pass(ms: u64) {
    thread::sleep(Duration::from_millis(ms));
}

/// A duration in milliseconds.
pub(crate) fn ms(took: Duration) -> f64 {
    took.as_secs_f64() * 1_000.0
}
