//! Rows, and the page they stand on: `target/faults.md`.
//!
//! Each room's rows are kept in a file of their own in `target/faults/`, so that one room can be gone through again and the page still
//! holds all of them; under the tables stands at which commit each was measured, and when.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;
use std::process::ExitCode;
use std::time::Duration;

use crate::Form;

/// How a row stands to its gate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Verdict {
    /// The figure is within the gate.
    Reached,
    /// It is not.
    Missed,
    /// It could not be tried, and why.
    NotRun(String),
}

/// One failure, what was done about it, and what came of that.
#[derive(Clone, Debug)]
pub(crate) struct Row {
    number: &'static str,
    what: String,
    done: String,
    tries: usize,
    worst: String,
    gate: String,
    verdict: Verdict,
    remarks: Vec<String>,
}

impl Row {
    /// Failure `number` of the reliability table, in words.
    pub(crate) fn new(number: &'static str, what: impl Into<String>) -> Self {
        let verdict = Verdict::NotRun("nothing was tried".into());
        let (done, worst, gate) = (String::new(), String::new(), String::new());
        Self { number, what: what.into(), done, tries: 0, worst, gate, verdict, remarks: Vec::new() }
    }

    /// What was done, and how often.
    pub(crate) fn done(mut self, done: impl Into<String>, tries: usize) -> Self {
        (self.done, self.tries) = (done.into(), tries);
        self
    }

    /// A figure that must not exceed its gate.
    pub(crate) fn at_most(self, worst: f64, gate: f64, unit: &str) -> Self {
        let figure = if worst.fract() == 0.0 || worst >= 100.0 { format!("{worst:.0}") } else { format!("{worst:.1}") };
        let verdict = worst <= gate; // no figure at all (NaN) is no success
        self.judged(format!("{figure} {unit}"), format!("<= {gate} {unit}"), verdict)
    }

    /// Something that must not have happened.
    pub(crate) fn never(self, times: usize, what: &str) -> Self {
        self.judged(format!("{times} {what}"), "0", times == 0)
    }

    /// The worst that was found, the gate, and whether that is within it.
    pub(crate) fn judged(mut self, worst: impl Into<String>, gate: impl Into<String>, within: bool) -> Self {
        (self.worst, self.gate) = (worst.into(), gate.into());
        self.verdict = if within && self.tries > 0 { Verdict::Reached } else { Verdict::Missed };
        self
    }

    /// It could not be tried.
    pub(crate) fn not_run(mut self, why: impl Into<String>) -> Self {
        self.verdict = Verdict::NotRun(why.into());
        self
    }

    /// Something worth knowing beside the figures.
    pub(crate) fn remark(mut self, remark: impl Into<String>) -> Self {
        self.remarks.push(remark.into());
        self
    }

    /// What failed, the first few of it. A row with something that failed has not reached its gate.
    pub(crate) fn wrong(mut self, wrong: &[String]) -> Self {
        if !wrong.is_empty() {
            self.verdict = Verdict::Missed;
            let first = wrong.iter().take(4).map(|w| w.split_whitespace().collect::<Vec<_>>().join(" "));
            self.remarks.extend(first.map(|w| format!("failed: {}", w.chars().take(300).collect::<String>())));
            if wrong.len() > 4 {
                self.remarks.push(format!("and {} more of that", wrong.len() - 4));
            }
        }
        self
    }
}

/// What one failure did to several programs in the same room.
#[derive(Clone, Debug)]
pub(crate) struct Beside {
    /// The failure.
    pub(crate) what: String,
    /// In the order of [`PROGRAMS`].
    pub(crate) cells: Vec<String>,
}

/// Who goes through the same.
pub(crate) const PROGRAMS: [&str; 4] = ["hearback", "arecord", "sox", "ffmpeg"];

/// What a room has found.
#[derive(Clone, Debug, Default)]
pub(crate) struct Findings {
    pub(crate) rows: Vec<Row>,
    pub(crate) beside: Vec<Beside>,
}

impl Findings {
    /// The room itself fell over.
    pub(crate) fn impossible(room: &str, why: &str) -> Self {
        let row = Row::new("-", format!("the room \"{room}\"")).judged("it fell over", "to be gone through", false);
        Self { rows: vec![row.wrong(&[why.to_owned()])], beside: Vec::new() }
    }
}

impl From<Vec<Row>> for Findings {
    fn from(rows: Vec<Row>) -> Self {
        Self { rows, beside: Vec::new() }
    }
}

/// Where builds and reports lie.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().unwrap().to_owned()
}

/// The page.
pub(crate) struct Report {
    form: Form,
    missed: Vec<String>,
}

const ROWS: &str = "rows";
const BESIDE: &str = "beside";
const WHEN: &str = "when";

impl Report {
    /// A new run. What earlier runs found in rooms that this one leaves out stays.
    pub(crate) fn open(form: Form) -> Self {
        fs::create_dir_all(folder().join("faults")).unwrap();
        Self { form, missed: Vec::new() }
    }

    /// What `room` found in so much time.
    pub(crate) fn add(&mut self, room: &str, found: &Findings, took: Duration) {
        let (mut rows, mut beside) = (String::new(), String::new());
        for row in &found.rows {
            let verdict = match &row.verdict {
                Verdict::Reached => "reached".to_owned(),
                Verdict::Missed => "**NOT reached**".to_owned(),
                Verdict::NotRun(why) => format!("not run: {why}"),
            };
            if row.verdict == Verdict::Missed {
                self.missed.push(format!("{} {}: {}", row.number, row.what, row.worst));
            }
            let cells = [row.number, &row.what, &row.done, &row.tries.to_string(), &row.worst, &row.gate, &verdict];
            let line = line(&cells.map(str::to_owned));
            println!("{line}");
            writeln!(rows, "{line}").unwrap();
            for remark in &row.remarks {
                println!("    {remark}");
                let cells = ["", &format!("- {remark}"), "", "", "", "", ""];
                writeln!(rows, "{}", self::line(&cells.map(str::to_owned))).unwrap();
            }
        }
        for row in &found.beside {
            let cells: Vec<String> = [&row.what].into_iter().chain(&row.cells).cloned().collect();
            println!("{}", line(&cells));
            writeln!(beside, "{}", line(&cells)).unwrap();
        }
        let when = format!("- {room}: {:?} form, {:.0} s, {}, {}, {}\n", self.form, took.as_secs_f64(), profile(), commit(), now());
        for (kind, text) in [(ROWS, rows), (BESIDE, beside), (WHEN, when)] {
            fs::write(part(self.form, room, kind), text).unwrap();
        }
    }

    /// Writes the page, and says how it all ended.
    pub(crate) fn close(self, rooms: &[&str]) -> ExitCode {
        // What the short form finds stands there only until somebody goes through the full one.
        let found =
            |room: &str, kind: &str| [Form::Full, Form::Short].into_iter().find_map(|f| fs::read_to_string(part(f, room, kind)).ok());
        let all = |kind: &str| rooms.iter().filter_map(|room| found(room, kind)).collect::<String>();
        let mut page = String::from("# What was done to hearback, and what came of it\n\n");
        page.push_str("0 in n tries means: with 95 % certainty less than 3/n.\n\n");
        page.push_str("| | failure | what was done | n | worst | gate | |\n|---|---|---|---|---|---|---|\n");
        page.push_str(&all(ROWS));
        let beside = all(BESIDE);
        if !beside.is_empty() {
            writeln!(page, "\n## Beside other recorders, in the same room\n").unwrap();
            writeln!(page, "| | {} |\n|---|{}", PROGRAMS.join(" | "), "---|".repeat(PROGRAMS.len())).unwrap();
            page.push_str(&beside);
        }
        write!(page, "\n## When\n\n{}", all(WHEN)).unwrap();
        let path = folder().join("faults.md");
        fs::write(&path, page).unwrap();
        println!("\nall of it: {}", path.display());
        for missed in &self.missed {
            eprintln!("NOT reached: {missed}");
        }
        if self.missed.is_empty() { ExitCode::SUCCESS } else { ExitCode::FAILURE }
    }
}

fn part(form: Form, room: &str, kind: &str) -> PathBuf {
    folder().join("faults").join(format!("{room}.{}.{kind}.md", form.pick("short", "full")))
}

fn line(cells: &[String]) -> String {
    let plain = |cell: &String| cell.replace('|', "/").replace('\n', " ");
    format!("| {} |", cells.iter().map(plain).collect::<Vec<_>>().join(" | "))
}

fn profile() -> &'static str {
    if cfg!(debug_assertions) { "debug build" } else { "release build" }
}

fn said(program: &str, args: &[&str]) -> String {
    let output = Command::new(program).args(args).current_dir(env!("CARGO_MANIFEST_DIR")).output();
    output.map(|o| String::from_utf8_lossy(&o.stdout).trim().to_owned()).unwrap_or_default()
}

fn commit() -> String {
    let changed = if said("git", &["status", "--porcelain", "--untracked-files=no"]).is_empty() { "" } else { " with changes" };
    format!("commit {}{changed}", said("git", &["rev-parse", "--short=9", "HEAD"]))
}

fn now() -> String {
    said("date", &["-u", "+%Y-%m-%d %H:%M UTC"])
}
