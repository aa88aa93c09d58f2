//! `arecord`, `sox` and `ffmpeg` go through the same as hearback: they record the same room, and are killed, lose their terminal, are
//! asked to stop, run out of disk.
//!
//! Noise in which no stretch comes twice sounds in the room. A second pair of ears hears it too, so that the last samples of a file say to
//! the millisecond how much is missing up to the moment of the failure. What a header claims is compared with what is in the file.

use std::fs;
use std::os::unix::process::ExitStatusExt;
use std::path::Path;
use std::process::Child;
use std::process::Command;
use std::process::Stdio;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crate::Form;
use crate::disk::SmallDisk;
use crate::report::Beside;
use crate::report::Findings;
use crate::report::PROGRAMS;
use crate::report::Row;
use crate::support::room::Listener;
use crate::support::room::MICROPHONE;
use crate::support::room::Maker;
use crate::support::room::Room;
use crate::support::sound;
use crate::support::sound::millis;
use crate::support::study::Study;
use crate::support::until;
use crate::support::window::signal;
use crate::trial::attempt;
use crate::trial::let_pass;
use crate::trial::ms;

/// What is done to a recorder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Failure {
    Killed,
    TerminalClosed,
    AskedToStop,
}

const FAILURES: [(Failure, &str); 3] =
    [(Failure::Killed, "SIGKILL"), (Failure::TerminalClosed, "the terminal is closed over it"), (Failure::AskedToStop, "SIGTERM")];

/// How long each records before something happens to it, and some more each time, in milliseconds.
const BEFORE_MS: u64 = 4_000;

/// How long a program may take to end.
const SOON: Duration = Duration::from_secs(4);

/// What is left of a recording.
#[derive(Clone, Copy, Debug)]
struct Left {
    /// Milliseconds from the last sample that was kept to the failure.
    lost: f64,
    /// Milliseconds of sound in the file, by its length.
    there: f64,
    /// What the header claims, the same way.
    claimed: f64,
}

impl Left {
    fn header(self) -> String {
        match self.claimed - self.there {
            _ if self.there == 0.0 => "the file is empty".into(),
            d if d.abs() < 0.05 => "header right".into(),
            d if d < 0.0 => format!("header {:.0} ms behind", -d),
            _ if self.claimed > 3_600_000.0 => format!("header says {:.0} h", self.claimed / 3_600_000.0),
            d => format!("header {d:.0} ms ahead"),
        }
    }
}

/// What is left in `path` of a recording that began and that something happened to at these moments, by the second pair of ears.
fn left(path: &Path, listener: &Listener, began: Instant, when: Instant) -> Left {
    let (samples, claimed) = sound::by_length(path);
    let (heard, zero) = listener.recording();
    let there = millis(samples.len());
    let until = when.duration_since(zero).as_secs_f64() * 1_000.0;
    let kept = sound::end_within(&heard, &samples).map(millis);
    // What cannot be found at all is as if nothing had been kept.
    Left { lost: kept.map_or(ms(when - began), |kept| until - kept), there, claimed: millis(claimed) }
}

/// The command line that records the room into `wav`.
fn command_line(program: &str, wav: &Path) -> Vec<String> {
    let file = wav.display().to_string();
    let words: &[&str] = match program {
        "arecord" => &["arecord", "-q", "-D", "pulse", "-f", "S16_LE", "-r", "48000", "-c", "1", "-t", "wav"],
        "sox" => &["sox", "-q", "-t", "alsa", "pulse", "-r", "48000", "-c", "1", "-b", "16"],
        _ => &["ffmpeg", "-nostdin", "-hide_banner", "-loglevel", "error", "-f", "pulse", "-i", MICROPHONE, "-ac", "1", "-ar", "48000"],
    };
    words.iter().map(|word| (*word).to_owned()).chain([file]).collect()
}

/// Ends what is left of a program that would not end by itself.
struct Ending(Child);

impl Drop for Ending {
    fn drop(&mut self) {
        self.0.kill().ok();
        self.0.wait().ok();
    }
}

/// The process `program`, below `above` or `above` itself.
fn process(above: u32, program: &str) -> u32 {
    until(program, || {
        let named = |pid: &u32| fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name.trim() == program);
        let children = fs::read_to_string(format!("/proc/{above}/task/{above}/children")).unwrap_or_default();
        children.split_whitespace().filter_map(|pid| pid.parse().ok()).chain([above]).find(named)
    })
}

fn is_gone(pid: u32) -> bool {
    fs::read_to_string(format!("/proc/{pid}/stat")).map_or(true, |stat| stat.contains(") Z"))
}

/// What a recorder from the command line leaves behind.
fn peer(room: &Room, listener: &Listener, program: &str, failure: Failure, more: u64) -> Left {
    let wav = room.file(&format!("{program}-{failure:?}-{more}.wav"));
    let words = command_line(program, &wav);
    let mut command = if failure == Failure::TerminalClosed {
        let mut script = room.command("script");
        // Whoever ignores SIGHUP (nohup) passes that on.
        script.args(["-qec", &format!("exec env --default-signal=HUP {}", words.join(" ")), "/dev/null"]);
        script
    } else {
        let mut direct = room.command(&words[0]);
        direct.args(&words[1..]);
        direct
    };
    // A terminal whose input ends would be told so.
    let above = Ending(command.stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap());
    let pid = process(above.0.id(), program);
    until("the recorder to listen", || (room.ears() == 2).then_some(()));
    let began = Instant::now();
    let_pass(BEFORE_MS + more * 137);
    let when = Instant::now();
    happen(failure, above.0.id(), pid);
    until("the recorder to end", || is_gone(pid).then_some(()));
    until("its stream to be gone", || (room.ears() == 1).then_some(()));
    left(&wav, listener, began, when)
}

fn happen(failure: Failure, above: u32, pid: u32) {
    match failure {
        Failure::Killed => signal(pid, "KILL"),
        Failure::TerminalClosed => signal(above, "KILL"),
        Failure::AskedToStop => signal(pid, "TERM"),
    }
}

/// What hearback leaves behind in the same room, and what `hearback recover` makes of it.
fn ours(room: &Room, listener: &Listener, failure: Failure, more: u64) -> (Left, Left) {
    let study = Study::in_room(room);
    let args = ["conduct", "--guide", "patient-first", "--participant", "P07", "--mic", MICROPHONE];
    let window = if failure == Failure::TerminalClosed { study.window_to_close("", &args) } else { study.window(&args) };
    let began = window.begin();
    let_pass(BEFORE_MS + more * 137);
    let pid = window.pid_of("hearback");
    let when = Instant::now();
    happen(failure, window.pid(), pid);
    until("hearback to end", || is_gone(pid).then_some(()));
    assert!(when.elapsed() < SOON, "it took {:?} to end", when.elapsed());
    until("its stream to be gone", || (room.ears() == 1).then_some(()));
    let take = study.file("take-001.wav");
    let before = left(&take, listener, began, when);
    study.told(&["recover"]);
    (before, left(&take, listener, began, when))
}

/// Plays the noise over and over until it is dropped.
struct Noise {
    _playing: crate::support::room::Playing,
}

impl Noise {
    fn begin(room: &Room, listener: &Listener) -> Self {
        let wav = room.file("noise.wav");
        sound::write_noise(&wav, 1_800);
        let playing = room.play(&wav);
        listener.next_burst();
        Self { _playing: playing }
    }
}

/// What a recorder does on a disk that fills up.
fn on_a_full_disk(room: &Room, program: &str) -> Result<String, String> {
    let disk = SmallDisk::in_memory("512k")?;
    let wav = disk.file("it.wav");
    let words = command_line(program, &wav);
    let mut child = Ending(room.command(&words[0]).args(&words[1..]).stdin(Stdio::piped()).stdout(Stdio::null()).spawn().unwrap());
    let deadline = Instant::now() + Duration::from_secs(15);
    let end = loop {
        if let Some(status) = child.0.try_wait().unwrap() {
            break status.code().map_or(format!("dies of signal {}", status.signal().unwrap_or(0)), |code| format!("ends, code {code}"));
        }
        if Instant::now() > deadline {
            break "runs on and writes nothing".to_owned();
        }
        thread::sleep(Duration::from_millis(20));
    };
    let (samples, claimed) = sound::by_length(&wav);
    let there = millis(samples.len());
    let header = Left { lost: 0.0, there, claimed: millis(claimed) }.header();
    Ok(format!("{end}: the rest is lost; {header}"))
}

fn has(program: &str) -> bool {
    Command::new("sh").args(["-c", &format!("command -v {program}")]).output().is_ok_and(|o| o.status.success())
}

/// One cell of the table: the worst of several tries.
fn cell(tries: &[Result<Left, String>]) -> String {
    let left: Vec<Left> = tries.iter().filter_map(|t| t.as_ref().ok().copied()).collect();
    let Some(worst) = left.iter().max_by(|a, b| a.lost.total_cmp(&b.lost)) else { return "could not be tried".into() };
    let failed = tries.len() - left.len();
    let failed = if failed == 0 { String::new() } else { format!("; {failed} could not be tried") };
    let mut headers: Vec<String> = left.iter().map(|l| l.header()).collect();
    headers.sort();
    headers.dedup();
    format!("{:.0} ms lost; {}{failed}", worst.lost, headers.last().cloned().unwrap_or_default())
}

/// The room in which others record too, made by each sound server there is.
pub(crate) fn room(form: Form) -> Findings {
    let mut findings = Findings::default();
    let missing = PROGRAMS[1..].iter().filter(|program| !has(program));
    findings.rows.extend(missing.map(|program| Row::new("-", *program).not_run("it is not installed")));
    for maker in Maker::all() {
        made_by(maker, form, &mut findings);
    }
    findings
}

fn made_by(maker: Maker, form: Form, findings: &mut Findings) {
    let tries = form.pick(2, 5);
    let room = Room::made_by(maker);
    let listener = Listener::new(&room);
    let _noise = Noise::begin(&room, &listener);
    for (failure, words) in FAILURES {
        let own_tries = if failure == Failure::Killed { form.pick(2, 25) } else { tries };
        let own: Vec<_> = (0..own_tries).map(|n| attempt(|| ours(&room, &listener, failure, n))).collect();
        let before: Vec<_> = own.iter().map(|o| o.as_ref().map(|(before, _)| *before).map_err(Clone::clone)).collect();
        let after: Vec<Left> = own.iter().filter_map(|o| o.as_ref().ok().map(|(_, after)| *after)).collect();
        let wrong: Vec<String> = own.iter().filter_map(|o| o.as_ref().err().cloned()).collect();
        let worst = after.iter().map(|left| left.lost).fold(f64::NAN, f64::max);
        let number = match failure {
            Failure::Killed => "A1",
            Failure::TerminalClosed => "B5",
            Failure::AskedToStop => "B7",
        };
        let untrue = after.iter().filter(|left| left.header() != "header right").count();
        findings.rows.push(
            Row::new(number, format!("{words}, recording {maker:?}: audio lost at the end"))
                .done("the last samples of the take are looked for in what a second pair of ears heard", after.len())
                .at_most(worst, 250.0, "ms")
                .remark(format!("after `recover`, takes whose header is not right: {untrue}"))
                .wrong(&wrong),
        );
        let mut cells = vec![cell(&before)];
        for program in &PROGRAMS[1..] {
            if !has(program) {
                cells.push("not installed".into());
                continue;
            }
            let tries: Vec<_> = (0..tries).map(|n| attempt(|| peer(&room, &listener, program, failure, n))).collect();
            cells.push(cell(&tries));
        }
        findings.beside.push(Beside { what: format!("{words}, {maker:?} (n={tries})"), cells });
    }
    let mut cells = vec!["goes on; kept in memory, written when there is room (A7)".to_owned()];
    for program in &PROGRAMS[1..] {
        let found = if has(program) { attempt(|| on_a_full_disk(&room, program)).and_then(|x| x) } else { Err("not installed".into()) };
        cells.push(found.unwrap_or_else(|why| why));
    }
    findings.beside.push(Beside { what: format!("the disk is full, {maker:?} (n=1)"), cells });
}
