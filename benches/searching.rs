//! Searching a study of a thousand interviews: how long after the key the first results stand on the screen, and how long `hearback search`
//! takes, beside a plain scan of the journals in the same run; then once more with transcripts in fifty of them.
//!
//! Asked of the real binary, on a real terminal. `HEARBACK_BENCH_SESSIONS` and `HEARBACK_BENCH_NOTES` are 1,000 and 200 unless set. Speed is
//! printed, never asserted.
//!
//! What was measured before it was decided how to search (200,000 notes of 8 to 20 words, 19 MB; two cores; the best of seven, in ms):
//!
//! | | a rare word | a word in 1,097 | the commonest | its first letter | made in | file |
//! |---|---|---|---|---|---|---|
//! | SQLite FTS5, 50 by rank | 0.05 | 1.4 | 90 | 175 | 1,430 | 53 MB |
//! | SQLite FTS5, 50 by date | 0.03 | 2.2 | 77 | 119 | | |
//! | lines, read and looked through, all of them | 4.3 | 4.3 | 7.9 | 8.5 | 26 | 20 MB |
//!
//! Deleting one session took SQLite 353 ms (`secure_delete`).

#![expect(clippy::disallowed_methods, reason = "a bench stands outside: it owns its clock, its processes and its files")]
#![expect(clippy::print_stdout, clippy::print_stderr, reason = "a bench prints")]

#[expect(dead_code, reason = "what the bench of an interview needs besides")]
mod figures;
#[expect(dead_code, reason = "what the bench of an interview needs besides")]
mod screen;
mod study;

use std::error::Error;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::ExitCode;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crate::figures::Dice;
use crate::figures::Series;
use crate::figures::judged;
use crate::screen::Terminal;
use crate::study::COMMON;
use crate::study::RARE;
use crate::study::UNTIL_SETTLED;
use crate::study::around;
use crate::study::number;

/// What could not be measured, and why.
type Outcome<T> = Result<T, Box<dyn Error>>;

/// The program.
const HEARBACK: &str = env!("CARGO_BIN_EXE_hearback");

/// How long anything may take before the bench gives up on it.
const PATIENCE: Duration = Duration::from_secs(60);

/// How often each thing is asked.
const TIMES: usize = 10;

/// What is wanted of the first results, in milliseconds after the key.
const WANTED: f64 = 20.0;

/// As many interviews have a transcript, of so many passages each.
const TRANSCRIBED: (usize, usize) = (50, 1_500);

fn main() -> ExitCode {
    match measured() {
        Ok(()) => ExitCode::SUCCESS,
        Err(why) => {
            eprintln!("{why}");
            ExitCode::FAILURE
        }
    }
}

fn measured() -> Outcome<()> {
    let (sessions, notes) = (number("HEARBACK_BENCH_SESSIONS", 1_000), number("HEARBACK_BENCH_NOTES", 200));
    let dir = tempfile::tempdir()?;
    let study = dir.path().join("study");
    study::of_many(&study, sessions, notes)?;
    thread::sleep(UNTIL_SETTLED);
    println!("A study of {sessions} sessions of {notes} notes, in ms (n={TIMES} each)");
    println!("                                        median      min      max");
    let first = timed(1, || searched(&study, dir.path(), COMMON))?;
    tell("hearback search, no index yet", &first, None);
    let scan = timed(TIMES, || scanned(&study, COMMON))?;
    let again = timed(TIMES, || searched(&study, dir.path(), RARE))?;
    tell("hearback search", &again, None);
    tell("the journals read and scanned", &scan, None);
    println!("   hearback search against that: {:.2}", again.median() / scan.median());
    let (letter, word, common) = typed(&study, dir.path())?;
    tell("first letter to first results", &letter, Some(WANTED));
    tell("a rare word to first results", &word, Some(WANTED));
    tell("a common word to first results", &common, Some(WANTED));
    println!("   a first letter against the scan: {:.3}", letter.median() / scan.median());
    let (transcripts, passages) = (TRANSCRIBED.0.min(sessions), TRANSCRIBED.1);
    transcribe(&study, dir.path(), transcripts, passages)?;
    thread::sleep(UNTIL_SETTLED);
    println!("The same with {transcripts} transcripts of {passages} passages");
    let first = timed(1, || searched(&study, dir.path(), "said"))?;
    tell("hearback search, those read anew", &first, None);
    let again = timed(TIMES, || searched(&study, dir.path(), "gesproken"))?;
    tell("hearback search, of a passage", &again, None);
    let (letter, word, common) = typed(&study, dir.path())?;
    tell("first letter to first results", &letter, Some(WANTED));
    tell("a rare word to first results", &word, Some(WANTED));
    tell("a common word to first results", &common, Some(WANTED));
    Ok(())
}

/// Transcripts of the last `count` sessions, by `hearback transcript import`.
fn transcribe(study: &Path, dir: &Path, count: usize, passages: usize) -> Outcome<()> {
    let mut dice = Dice::new(11);
    let mut all: Vec<_> =
        fs::read_dir(study.join("sessions"))?.map(|entry| entry.map(|entry| entry.file_name())).collect::<Result<_, _>>()?;
    all.sort();
    let file = dir.join("words.tsv");
    for name in all.iter().rev().take(count) {
        let mut text = String::from("start\tend\ttext\n");
        for n in 0..passages {
            let words = study::words(&mut dice, 12);
            writeln!(text, "{}\t{}\t{words}gesproken", n * 10, n * 10 + 10)?;
        }
        fs::write(&file, text)?;
        let mut command = Command::new(HEARBACK);
        let command = command.args(["transcript", "import"]).arg(name).arg(&file).env_clear().envs(around(study, dir));
        let out = command.stdin(Stdio::null()).output()?;
        if !out.status.success() {
            return Err(String::from_utf8_lossy(&out.stderr).into());
        }
    }
    Ok(())
}

fn timed(times: usize, mut ask: impl FnMut() -> Outcome<Duration>) -> Outcome<Series> {
    let mut series = Series::default();
    for _ in 0..times {
        series.push(ask()?);
    }
    Ok(series)
}

fn tell(name: &str, series: &Series, target: Option<f64>) {
    let figures = [series.median(), series.at(0.0), series.at(1.0)].map(|ms| format!("{ms:>8.1}"));
    println!("   {name:<36} {}{}", figures.join(" "), judged(series.median(), target));
}

/// How long `hearback search` takes.
fn searched(study: &Path, dir: &Path, word: &str) -> Outcome<Duration> {
    let begun = Instant::now();
    let mut command = Command::new(HEARBACK);
    let command = command.args(["search", word, "--limit", "50"]).env_clear().envs(around(study, dir));
    let out = command.stdin(Stdio::null()).output()?;
    let took = begun.elapsed();
    if out.status.success() && !out.stdout.is_empty() { Ok(took) } else { Err("nothing was found".into()) }
}

/// How long it takes to read every journal and to look for `word` in it.
fn scanned(study: &Path, word: &str) -> Outcome<Duration> {
    let (begun, mut count) = (Instant::now(), 0);
    for entry in fs::read_dir(study.join("sessions"))? {
        let journal = fs::read_to_string(entry?.path().join("journal.jsonl"))?;
        count += journal.lines().filter(|line| line.contains(word)).count();
    }
    if count > 0 { Ok(begun.elapsed()) } else { Err("nothing was found".into()) }
}

/// How long after the last key of something that is typed the first results stand on the screen: of a first letter, of a rare word, of a
/// common one.
fn typed(study: &Path, dir: &Path) -> Outcome<(Series, Series, Series)> {
    let mut screen = Terminal::run(HEARBACK, &[], &around(study, dir))?;
    screen.until("the first whole screen", PATIENCE, |s| screen::footer(s).contains("open"))?;
    let shows = |s: &vt100::Screen| s.rows(0, 80).any(|row| row.contains(" 0:00:"));
    let mut ask = |text: &str| -> Outcome<Duration> {
        screen.type_keys("/")?;
        screen.until("the palette", PATIENCE, |s| s.rows(0, 80).any(|row| row.contains("Find commands and words")))?;
        // Nobody types the next key in the same millisecond.
        thread::sleep(Duration::from_millis(150));
        let begun = Instant::now();
        // As a paste: all of it at once.
        screen.type_keys(&format!("\x1b[200~{text}\x1b[201~"))?;
        let took = screen.until("results", PATIENCE, shows)? - begun;
        screen.type_keys("\x1b")?;
        screen.until("the list", PATIENCE, |s| !s.rows(0, 80).any(|row| row.contains("Find commands and words")))?;
        Ok(took)
    };
    // Until the index stands, nothing is measured.
    ask(COMMON)?;
    let mut letters = "zxkvjwybfg".chars().cycle();
    let letter = timed(TIMES, || ask(&letters.next().map(String::from).unwrap_or_default()))?;
    let rare = timed(TIMES, || ask(RARE))?;
    let common = timed(TIMES, || ask(COMMON))?;
    screen.hang_up()?;
    Ok((letter, rare, common))
}
