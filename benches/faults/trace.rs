//! The kernel lies: strace makes writes and syncs of the real binary fail or hang, at one call after the other, and its log says in which
//! order things were done. (A5, A6, A8, B3)

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs;
use std::num::NonZero;
use std::path::Path;
use std::process::Command;
use std::time::Duration;
use std::time::Instant;
use std::time::SystemTime;
use std::time::UNIX_EPOCH;

use crate::Form;
use crate::figures::Series;
use crate::interview::Interview;
use crate::interview::Outcome;
use crate::interview::study_with;
use crate::report::Findings;
use crate::report::Row;
use crate::support::sound;
use crate::support::window::saved_on;
use crate::trial::attempt;
use crate::trial::ms;
use crate::trial::side_by_side;

/// Runs at a time.
const AT_ONCE: usize = 4;

/// What is said when sound, and when the journal, cannot be written.
const ALARMS: [&str; 3] = ["the disk failed", "notes are not being saved", "held in memory"];

/// A failure that strace brings about: what fails, how, and at which call of a thread.
#[derive(Clone, Debug)]
struct Fault {
    inject: String,
    length: Duration,
}

/// What came of a fault.
struct Run {
    outcome: Outcome,
    /// Whether it came to pass at all.
    injected: bool,
    /// From the first failed call to the words on the screen.
    alarm: Option<f64>,
}

fn run(fault: &Fault, ramp: &Path) -> Run {
    let study = study_with(ramp);
    let log = study.beside("strace.log");
    let (output, inject) = (log.display().to_string(), format!("inject={}", fault.inject));
    let wrapper = ["strace", "-f", "-ttt", "-s", "0", "-o", &output, "-e", "trace=pwrite64,fdatasync", "-e", &inject];
    let mut interview = Interview::begin_with(study, &wrapper, |window| ALARMS.iter().for_each(|words| window.watch_for(words)));
    interview.go_on(fault.length);
    let seen = ALARMS.iter().filter_map(|words| interview.window.first_seen(words)).min();
    let (now, wall) = (Instant::now(), SystemTime::now());
    let outcome = interview.end();
    let log = fs::read_to_string(log).unwrap();
    let injected = log.lines().filter(|line| line.contains("(INJECTED)"));
    let failed: Vec<f64> = injected.filter_map(|line| line.split_whitespace().nth(1)?.parse().ok()).collect();
    let shown = seen.map(|seen| wall.duration_since(UNIX_EPOCH).unwrap().as_secs_f64() - now.duration_since(seen).as_secs_f64());
    // The error that the words are about: the last before them. One that the next try made good needs no words.
    let about = shown.and_then(|shown| Some(shown - failed.iter().copied().filter(|at| *at <= shown).reduce(f64::max)?));
    Run { outcome, injected: !failed.is_empty(), alarm: about.map(|seconds| seconds * 1_000.0) }
}

/// How many milliseconds the two clocks of a length may differ by: the key's way at both ends.
const LENGTH_MS: f64 = 400.0;

/// Goes through faults, and makes two rows of it: what was lost, and how soon it was said.
fn rows(number: &'static str, what: &str, done: &str, faults: Vec<Fault>, ramp: &Path) -> Vec<Row> {
    let words = faults.iter().map(|fault| fault.inject.clone()).collect::<Vec<_>>();
    let runs = side_by_side(faults, AT_ONCE, |fault| (fault.inject.clone(), attempt(|| run(&fault, ramp))));
    let mut wrong = Vec::new();
    let (mut breaks, mut lost, mut alarms, mut dropped, mut silent, mut untrue) = (0, 0, Vec::new(), Vec::new(), 0, 0);
    for (inject, run) in &runs {
        match run {
            Err(why) => wrong.push(format!("{inject}: {why}")),
            Ok(run) if !run.injected => wrong.push(format!("{inject}: it never came to that call")),
            Ok(Run { outcome, alarm, .. }) => {
                (breaks, lost) = (breaks + outcome.breaks, lost + outcome.lost.len());
                dropped.push(outcome.dropped);
                alarms.extend(alarm.map(|ms| (ms, inject.clone())));
                silent += usize::from(alarm.is_none());
                untrue += outcome.untrue;
                if outcome.breaks > 0 || !outcome.lost.is_empty() || outcome.dropped > LENGTH_MS {
                    wrong.push(format!("{inject}: {outcome:?}"));
                }
            }
        }
    }
    let n = runs.len() - wrong.len();
    let slowest = alarms.iter().max_by(|a, b| a.0.total_cmp(&b.0)).map_or("none", |(_, inject)| inject.as_str()).to_owned();
    let (dropped, alarms): (Series, Series) = (dropped.into_iter().collect(), alarms.into_iter().map(|(ms, _)| ms).collect());
    let kept = Row::new(number, format!("{what}: what is lost"))
        .done(format!("{done} ({} to {})", words[0], words[words.len() - 1]), runs.len())
        .judged(
            format!("{breaks} breaks, {lost} notes, {:.0} ms", dropped.at(1.0).max(0.0)),
            format!("0 breaks, 0 notes, <= {LENGTH_MS} ms"),
            n == runs.len(),
        )
        .remark(format!("takes whose header claims more than is there, which strict readers refuse: {untrue}"))
        .wrong(&wrong);
    let told = Row::new(number, format!("{what}: from the error to the words on the screen"))
        .done("the same", alarms.len())
        .at_most(alarms.at(1.0), 1_000.0, "ms")
        .remark(format!("median {:.0} ms; slowest at {slowest}; not a word in {silent} runs", alarms.median()));
    let told = if silent > 0 { told.judged(format!("not a word in {silent}"), "<= 1000 ms", false) } else { told };
    vec![kept, told]
}

fn faults(inject: impl Fn(usize) -> String, calls: impl Iterator<Item = usize>, seconds: u64) -> Vec<Fault> {
    calls.map(|n| Fault { inject: inject(n), length: Duration::from_secs(seconds) }).collect()
}

/// A disk that hangs: nothing fails, it only takes so long.
fn stalls(form: Form, ramp: &Path) -> Row {
    let seconds: &[u64] = form.pick(&[1, 3], &[1, 3, 10, 30, 55]);
    let hang = |s: &u64| Fault { inject: format!("fdatasync:delay_enter={}:when=4", s * 1_000_000), length: Duration::from_secs(s + 6) };
    let runs =
        side_by_side(seconds.iter().map(hang).collect(), seconds.len(), |fault| (fault.inject.clone(), attempt(|| run(&fault, ramp))));
    let mut wrong = Vec::new();
    let (mut breaks, mut dropped) = (0, 0.0_f64);
    for (inject, run) in &runs {
        match run {
            Ok(Run { outcome, .. }) => {
                (breaks, dropped) = (breaks + outcome.breaks, dropped.max(outcome.dropped));
                if outcome.breaks > 0 || !outcome.lost.is_empty() || outcome.dropped > LENGTH_MS {
                    wrong.push(format!("{inject}: {outcome:?}"));
                }
            }
            Err(why) => wrong.push(format!("{inject}: {why}")),
        }
    }
    Row::new("A8", "a disk that hangs: what is lost")
        .done(format!("syncs of sound and journal hang for {seconds:?} s"), runs.len())
        .judged(format!("{breaks} breaks, {dropped:.0} ms"), format!("0 breaks, <= {LENGTH_MS} ms"), wrong.is_empty())
        .wrong(&wrong)
}

/// Undoes what strace does to a string: `\33`, `\n`, `\"`.
fn plain(quoted: &str) -> Vec<u8> {
    let (mut out, mut bytes) = (Vec::new(), quoted.bytes().peekable());
    while let Some(byte) = bytes.next() {
        if byte != b'\\' {
            out.push(byte);
            continue;
        }
        match bytes.next() {
            Some(b'n') => out.push(b'\n'),
            Some(b't') => out.push(b'\t'),
            Some(b'r') => out.push(b'\r'),
            Some(b'f') => out.push(0x0c),
            Some(b'v') => out.push(0x0b),
            Some(digit @ b'0'..=b'7') => {
                let mut code = u32::from(digit - b'0');
                for _ in 0..2 {
                    let Some(next) = bytes.next_if(|b| (b'0'..=b'7').contains(b)) else { break };
                    code = code * 8 + u32::from(next - b'0');
                }
                out.push(u8::try_from(code).unwrap());
            }
            Some(other) => out.push(other),
            None => {}
        }
    }
    out
}

/// What the log of one run says: notes shown as saved, and those among them whose line was not synced by then.
fn order(log: &str) -> (BTreeSet<String>, Vec<String>) {
    let (rows, columns) = (NonZero::new(24).unwrap(), NonZero::new(80).unwrap());
    let mut screen = vt100::Parser::new(rows, columns, 0);
    // Per thread: the notes in the line it has written and not synced, and whether a sync is under way.
    let (mut written, mut safe, mut shown) = (BTreeMap::<&str, Vec<String>>::new(), BTreeSet::new(), BTreeSet::new());
    let mut early = Vec::new();
    for line in log.lines() {
        let Some((thread, call)) = line.split_once(char::is_whitespace) else { continue };
        let call = call.trim_start();
        let text = || Some(plain(call.split_once('"')?.1.rsplit_once('"')?.0));
        if call.starts_with("pwrite64(") && call.contains("/journal.jsonl>") {
            let text = String::from_utf8(text().unwrap_or_default()).unwrap();
            let events = text.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
            let notes = events.filter_map(|line| line["event"]["text"].as_str().map(str::to_owned));
            written.entry(thread).or_default().extend(notes);
        } else if (call.starts_with("fdatasync(") || call.starts_with("<... fdatasync resumed")) && call.contains("= 0") {
            // Its thread wrote nothing else in between, so what it wrote is safe from here on.
            safe.extend(written.remove(thread).unwrap_or_default());
        } else if call.starts_with("write(1<") {
            // What was handed to the terminal may be seen from the moment the call began.
            screen.process(&text().unwrap_or_default());
            for note in saved_on(&screen.screen().contents()) {
                if !safe.contains(&note) && shown.insert(note.clone()) {
                    early.push(note);
                } else {
                    shown.insert(note);
                }
            }
        }
    }
    (shown, early)
}

/// A note shows as saved only after its line was synced.
fn acknowledged(form: Form, ramp: &Path) -> Row {
    let runs = form.pick(2, 8);
    let hang = |n: usize| if n.is_multiple_of(2) { "inject=fdatasync:delay_enter=120000" } else { "trace=write,pwrite64,fdatasync" };
    let told = side_by_side((0..runs).collect(), AT_ONCE, |n: usize| {
        attempt(|| {
            let study = study_with(ramp);
            let log = study.beside("strace.log");
            let output = log.display().to_string();
            let wrapper = ["strace", "-f", "-y", "-s", "100000", "-o", &output, "-e", "trace=write,pwrite64,fdatasync", "-e", hang(n)];
            let mut interview = Interview::begin(study, &wrapper);
            interview.go_on(Duration::from_secs(9));
            let written = interview.written.clone();
            interview.window.wait_until_saved(&written[written.len() - 1]);
            interview.end();
            order(&fs::read_to_string(log).unwrap())
        })
    });
    let wrong: Vec<String> = told.iter().filter_map(|t| t.as_ref().err().cloned()).collect();
    let shown: usize = told.iter().flatten().map(|(shown, _)| shown.len()).sum();
    let early: Vec<String> = told.iter().flatten().flat_map(|(_, early)| early.clone()).collect();
    Row::new("B3", "shown as saved before the sync had returned")
        .done("by strace's log: bytes to the terminal against returns of fdatasync; in every second run each sync takes 120 ms", shown)
        .never(early.len(), "notes")
        .wrong(&wrong)
        .wrong(&early)
}

/// Whether strace may look into processes here.
fn missing() -> Option<String> {
    let output = Command::new("strace").args(["-o", "/dev/null", "-e", "inject=fdatasync:error=EIO:when=1..2", "true"]).output();
    match output {
        Err(why) => Some(format!("no strace: {why}")),
        Ok(output) if output.status.success() => None,
        Ok(output) => Some(String::from_utf8_lossy(&output.stderr).trim().to_owned()),
    }
}

/// The room of the kernel's lies.
pub(crate) fn room(form: Form) -> Findings {
    if let Some(why) = missing() {
        let rows = ["B3", "A5", "A6", "A8"].map(|number| Row::new(number, "faults by strace").not_run(why.clone()));
        return rows.to_vec().into();
    }
    let folder = tempfile::tempdir().unwrap();
    let ramp = folder.path().join("ramp.wav");
    sound::write_ramp(&ramp, 90);
    let began = Instant::now();
    let mut found = vec![acknowledged(form, &ramp)];
    let every = form.pick(23, 4);
    let once = |call: &'static str, error: &'static str| move |n: usize| format!("{call}:error={error}:when={n}");
    let some_time = |call: &'static str, error: &'static str| move |n: usize| format!("{call}:error={error}:when={n}..{}", n + 12);
    // The first three of the main thread make the session: where they fail there is none, and nothing to lose.
    let write = faults(once("pwrite64", "EIO"), (4..130).step_by(every), 4);
    found.extend(rows("A5", "a write fails (EIO)", "one call of each thread", write, &ramp));
    let write = faults(some_time("pwrite64", "EIO"), (4..80).step_by(every * 3), 8);
    found.extend(rows("A5", "13 writes in turn fail (EIO)", "so many calls", write, &ramp));
    let sync = faults(once("fdatasync", "EIO"), 3..form.pick(5, 15), 14);
    found.extend(rows("A6", "a sync fails (EIO)", "one call of each thread, sound and journal", sync, &ramp));
    let full = faults(once("pwrite64", "ENOSPC"), (5..130).step_by(every * 3), 10);
    found.extend(rows("A7", "a write finds the disk full for a moment (ENOSPC)", "one call of each thread", full, &ramp));
    found.push(stalls(form, &ramp));
    println!("    {:.0} s", ms(began.elapsed()) / 1_000.0);
    found.into()
}
