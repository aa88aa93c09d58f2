//! What becomes of a command whose output cannot be written: every command there is, with a full disk behind its standard output, with a
//! reader that went away, with a limit on the size of files, and with a standard error that takes nothing.
//!
//! The list of commands is the program's own help, so that one which is added is asked for here.

#![cfg(target_os = "linux")]

use std::collections::BTreeMap;
use std::collections::BTreeSet;
use std::fs::File;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;
use std::sync::LazyLock;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering;

use crate::cli::held;
use crate::support::program::commands;
use crate::support::program::program;

/// How each command is called over the study of [`held`], with every form of its answer; `#` is another number each time, and `@`
/// a folder outside the study.
const CALLS: &[&str] = &[
    "",
    "init @/new-#",
    "demo --auto --out @/tour-#",
    "conduct --no-audio",
    "rehearse",
    "rehearse patient-first",
    "replay P01",
    "letter P02",
    "letter P02 --format html",
    "letter P02 --format docx --out letter-#.docx",
    "letter P02 --out letter-#.md",
    "letters",
    "letters --json",
    "letters P02",
    "letters P02 --json",
    "before P02",
    "before P02 wanted yes",
    "sent P02",
    "reply P02",
    "disposition P02",
    "letter P02 --check",
    "letter P02 --check --json",
    "letter P02 --trail",
    "letter P02 --trail --json",
    "letter P02 --trail --out trail-#.md",
    "participants",
    "participants --json",
    "participants P01 --json",
    "sessions",
    "sessions --json",
    "show P01",
    "show P01 --json",
    "search kind:note",
    "search kind:note --json",
    "consent P01",
    "consent P01 --json",
    "ends P01",
    "ends P01 --json",
    "withhold P01",
    "silence P01",
    "silence P01 --json",
    "silence P02 --yes",
    "clip P02 --from 0 --to 2 --out clip-#.wav",
    "clip P02 --from 0 --to 2 --out clip-json-#.wav --json",
    "withhold P01 --json",
    "withdraw P01 --scope quotes --told aloud --whom I1 --on 2026-11-22 --yes",
    "withdraw P01 --scope quotes --told aloud --whom I1 --on 2026-11-22 --yes --json",
    "study",
    "study --json",
    "study --csv",
    "study --markdown",
    "study wall",
    "study wall --json",
    "study report coreq",
    "study report srqr --format md --out report-#.md",
    "study report coreq --format docx --out report-#.docx",
    "destroy P02 --what transcript --reason term",
    "destroy P02 --what transcript --reason term --json",
    "codes",
    "codes --json",
    "codes import --forget",
    "codes import --forget --json",
    "log",
    "log --json",
    "log decided-# --kind meeting",
    "quotes",
    "quotes --json",
    "quotes --markdown",
    "quotes add P01 1",
    "quotes translate P01 1 --into nl --words als-een-schakelaar --by I1",
    "quotes read P01 1 --by I2",
    "quotes drop P01 1",
    "profile",
    "profile --json",
    "profile --training nursing",
    "consent P01 contact-again yes --told aloud --to I1 --on 2024-02-29",
    "due",
    "due --json",
    "done P02",
    "recover",
    "recover P01",
    "verify",
    "verify P01 --json",
    "transcript import P01 said.vtt",
    "transcript import P01 said.vtt --format vtt",
    "transcript import P01 said.vtt --json",
    "transcript show P01",
    "transcript show P01 --json",
    "transcript speakers P01",
    "transcript speakers P01 A=P01",
    "transcript heard P01 1",
    "transcript pack P01 --out @/pack-#",
    "transcript given P01 --to T1 --on 2024-02-29",
    "transcript returned P01 --on 2024-02-29",
    "transcript checked P01 --by I1 --share 10% --on 2024-02-29",
    "transcript names-removed P01 --on 2024-02-29",
    "transcript deleted-there P01 --on 2024-02-29",
    "export csv P02 --out @/export-#.csv",
    "transcribe P01",
    "transcript register",
    "transcript register --json",
    "guide new pilot-#",
    "guide check",
    "guide check bad.yaml",
    "guide import typed.txt --out typed-#.yaml",
    "guide import typed.txt --out typed-#.yaml --json",
    "guide check --json",
    "guide show patient-first",
    "guide show patient-first --json",
    "guide letter patient-first",
    "guide letter patient-first --out own-letter-#.md",
    "guide print patient-first --format md",
    "guide print patient-first --out paper-#.html",
    "guide diff patient-first therapist",
    "guide diff patient-first therapist --json",
    "guide log patient-first --after P07 --what again-#",
    "guide versions",
    "guide versions --json",
    "guide translate-check patient-first-nl patient-first",
    "mics",
    "mics --json",
    "doctor",
    "doctor --report",
    "doctor --report --format html --out report-#.html",
    "keys",
    "keys --json",
    "keys --markdown",
    "help journal",
    "man @/pages-#",
    "completions fish",
    // What remarks on something beside its answer.
    "--interviewer Anna sessions",
];

/// The commands that have nothing to print before somebody sat in front of them.
const SCREENS: [&str; 5] = ["", "conduct --no-audio", "rehearse", "rehearse patient-first", "replay P01"];

/// What goes into a paper, where there is nothing yet to go there: that is said beside it.
const FOR_A_PAPER: [&str; 1] = ["quotes --markdown"];

/// What machines answer differently to, and perhaps with nothing.
const OF_THE_MACHINE: [&str; 5] = ["mics", "mics --json", "doctor", "doctor --report", "transcribe P01"];

/// These are refused here, because P01 took quotes back by then: so each call says the same as the one before it.
const REFUSED: [&str; 4] = [
    "quotes add P01 1",
    "quotes translate P01 1 --into nl --words als-een-schakelaar --by I1",
    "quotes read P01 1 --by I2",
    "quotes drop P01 1",
];

/// What can be seen of one run.
#[derive(Debug)]
struct Seen {
    /// Nothing if a signal ended it.
    code: Option<i32>,
    out: String,
    err: String,
}

/// The program over the study in `dir`, not yet started.
fn call(dir: &Path, call: &str) -> Command {
    let mut command = program();
    command.args(words(call));
    settle(&mut command, dir);
    command
}

fn settle(command: &mut Command, dir: &Path) {
    command
        .current_dir(dir)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .env("HEARBACK_CONFIG", dir.join("config"))
        .env("XDG_CACHE_HOME", dir.join("cache"))
        .env_remove("HEARBACK_STUDY");
    command.env("PULSE_SERVER", "/nowhere").env("TMPDIR", dir);
}

fn words(call: &str) -> Vec<String> {
    static ANOTHER: AtomicU32 = AtomicU32::new(0);
    let outside = format!("{}/{}", env!("CARGO_TARGET_TMPDIR"), std::process::id());
    let another = ANOTHER.fetch_add(1, Ordering::Relaxed).to_string();
    call.split_whitespace().map(|word| word.replace('#', &another).replace('@', &outside)).collect()
}

fn seen(command: &mut Command) -> Seen {
    let dir = command.get_current_dir().unwrap().display().to_string();
    let out = command.output().unwrap();
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).replace(&dir, "DIR");
    Seen { code: out.status.code(), out: text(&out.stdout), err: text(&out.stderr) }
}

/// As it is where everything can be written.
fn ordinary(dir: &Path, what: &str) -> Seen {
    seen(&mut call(dir, what))
}

/// What cannot be understood at all.
const WRONG: [&str; 4] = ["shwo", "guide", "show", "letter P01 --format rtf"];

/// What each call says where everything can be written, one after the other: asked once, for all that compare with it.
static ORDINARY: LazyLock<BTreeMap<String, Seen>> = LazyLock::new(|| {
    let dir = study();
    let wrong = WRONG.map(str::to_owned);
    every_call().into_iter().chain(wrong).map(|what| (what.clone(), ordinary(dir.path(), &what))).collect()
});

/// Every call there is: those above, and everything that only tells how to call.
fn every_call() -> Vec<String> {
    let commands = commands("");
    assert!(commands.len() > 12, "{commands:?}");
    let told: BTreeSet<String> = commands.iter().flat_map(|path| [format!("{path} --help"), format!("help {path}")]).collect();
    let alone = ["--help", "-h", "--version", "help"].map(str::to_owned);
    CALLS.iter().map(|call| (*call).to_owned()).chain(alone).chain(told).collect()
}

fn study() -> tempfile::TempDir {
    let dir = held();
    std::fs::write(dir.path().join("bad.yaml"), "format: 1\nid: Bad Id\n").unwrap();
    std::fs::write(dir.path().join("typed.txt"), "Work\n1. What?\n").unwrap();
    std::fs::write(dir.path().join("said.vtt"), "WEBVTT\n\n00:00.000 --> 00:02.000\n<v A>I rest\n").unwrap();
    // It is there already, so that each call says the same as the one before it.
    for told in ["transcript import P01 said.vtt", "participants P01 --add"] {
        assert_eq!(seen(&mut call(dir.path(), told)).code, Some(0), "{told}");
    }
    dir
}

#[test]
fn every_command_is_called_here_in_every_form() {
    let dir = study();
    let commands = commands("");
    for path in &commands {
        let is_group = commands.iter().any(|other| other.starts_with(&format!("{path} ")));
        let calls: Vec<&&str> = CALLS.iter().filter(|call| **call == path || call.starts_with(&format!("{path} "))).collect();
        assert!(is_group || !calls.is_empty(), "say in CALLS how `hearback {path}` is called");
        let help = ordinary(dir.path(), &format!("{path} --help")).out;
        for form in ["--json", "--markdown", "--format", "--out"].into_iter().filter(|form| help.contains(form)) {
            assert!(calls.iter().any(|call| call.contains(form)), "say in CALLS how `hearback {path}` is called with {form}");
        }
    }
    for call in every_call() {
        let seen = &ORDINARY[&call];
        let prints = ![&SCREENS[..], &OF_THE_MACHINE, &FOR_A_PAPER].concat().contains(&call.as_str());
        let is_refused = REFUSED.contains(&call.as_str());
        assert!(!prints || !seen.out.is_empty() || is_refused, "hearback {call} is to print something: {seen:?}");
        assert!(!is_refused || seen.code == Some(1) && seen.err.lines().count() == 1, "hearback {call}: {seen:?}");
        assert!(matches!(seen.code, Some(0 | 1 | 3)), "hearback {call}: {seen:?}");
    }
}

#[test]
fn an_answer_that_a_full_disk_does_not_take_is_code_4_and_said() {
    let dir = study();
    for what in every_call() {
        let ordinary = &ORDINARY[&what];
        let full = seen(call(dir.path(), &what).stdout(File::options().write(true).open("/dev/full").unwrap()));
        if ordinary.out.is_empty() {
            assert_eq!(full.code, ordinary.code, "hearback {what}: {full:?}");
        } else {
            assert_eq!(full.code, Some(4), "hearback {what}: {full:?}");
            assert!(full.err.contains("could not be written to its end: the disk is full"), "hearback {what}: {full:?}");
        }
        // What went wrong besides is said as well.
        let told = |line: &&str| !line.contains('-') && !line.contains("problem");
        for line in ordinary.err.lines().filter(told) {
            assert!(full.err.contains(line), "hearback {what}: {line} is missing in {full:?}");
        }
    }
}

#[test]
fn a_limit_on_the_size_of_files_is_like_a_full_disk() {
    let dir = study();
    let limited = |what: &str, blocks: u32| {
        let into = dir.path().join("answer");
        let seen = seen(limited(dir.path(), what, blocks).stdout(File::create(&into).unwrap()));
        (seen, std::fs::read_to_string(&into).unwrap())
    };
    for what in every_call() {
        let ordinary = ordinary(dir.path(), &what);
        let (seen, arrived) = limited(&what, 0);
        let expected = if ordinary.out.is_empty() { ordinary.code } else { Some(4) };
        assert_eq!(seen.code, expected, "hearback {what}: {seen:?}");
        assert!(!seen.err.is_empty() && arrived.is_empty(), "hearback {what}: {seen:?}, {arrived}");
    }
    // What arrived before the disk was full is the beginning, and nothing comes after a hole.
    for what in ["keys --json", "keys", "show P01 --json", "--help"] {
        let (seen, arrived) = limited(what, 1);
        assert_eq!(seen.code, Some(4), "hearback {what}: {seen:?}");
        let whole = ordinary(dir.path(), what).out;
        assert!(!arrived.is_empty() && arrived.len() < whole.len() && whole.starts_with(&arrived), "hearback {what}: {arrived}");
    }
}

#[test]
fn a_reader_that_went_away_is_no_failure() {
    let dir = study();
    for what in every_call() {
        let ordinary = &ORDINARY[&what];
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let alone = seen(call(dir.path(), &what).stdout(writer));
        assert_eq!(alone.code, ordinary.code, "hearback {what}: {alone:?}");
        assert_eq!(alone.err.lines().count(), ordinary.err.lines().count(), "hearback {what}: {alone:?}, otherwise {ordinary:?}");
    }
}

#[test]
fn a_terminal_that_hung_up_is_no_failure() {
    let dir = study();
    let pty = portable_pty::native_pty_system().openpty(portable_pty::PtySize::default()).unwrap();
    let flags = rustix::fs::OFlags::WRONLY | rustix::fs::OFlags::NOCTTY;
    let end = rustix::fs::open(pty.master.tty_name().unwrap(), flags, rustix::fs::Mode::empty()).unwrap();
    drop(pty);
    let gone = seen(call(dir.path(), "keys").stdout(end));
    assert_eq!((gone.code, gone.err.as_str()), (Some(0), ""));
}

#[test]
fn what_standard_error_does_not_take_changes_nothing() {
    let dir = study();
    for what in every_call().into_iter().chain(WRONG.map(str::to_owned)) {
        let ordinary = &ORDINARY[&what];
        let mute = seen(call(dir.path(), &what).stderr(File::options().write(true).open("/dev/full").unwrap()));
        assert_eq!(mute.code, ordinary.code, "hearback {what}: {mute:?}");
        assert_eq!(mute.out.lines().count(), ordinary.out.lines().count(), "hearback {what}: {mute:?}");
    }
}

/// Runs `what` where no file may have more than `blocks` of 512 bytes.
fn limited(dir: &Path, what: &str, blocks: u32) -> Command {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("ulimit -f {blocks}; exec \"$0\" \"$@\"")).arg(env!("CARGO_BIN_EXE_hearback")).args(words(what));
    settle(&mut command, dir);
    command
}

#[test]
fn a_disk_that_is_too_small_for_a_demonstration_is_no_mistake_of_ours() {
    let dir = tempfile::tempdir().unwrap();
    for blocks in [0, 8, 40, 150, 500] {
        let seen = seen(&mut limited(dir.path(), "demo --auto --out tour-#", blocks));
        assert!(matches!(seen.code, Some(0 | 4)), "{blocks}: {seen:?}");
    }
}

#[test]
fn an_export_that_finds_no_room_on_the_way_leaves_nothing_by_its_name_and_goes_on_when_it_is_called_again() {
    let (dir, away) = (study(), tempfile::tempdir().unwrap());
    let folder = hearback::store::folder::Study::find(dir.path()).unwrap().session("P02").unwrap();
    let blocks = |name: &str| u32::try_from(std::fs::metadata(folder.file(name)).unwrap().len() / 512).unwrap();
    // The journal fits, and its sound does not.
    let limit = blocks("take-001.wav") / 2;
    assert!(blocks("journal.jsonl") + 8 < limit, "{limit}");
    for form in ["qdpx", "wav", "bagit", "elan"] {
        let out = away.path().join(form);
        let what = format!("export {form} P02 --out {}", out.display());
        let full = seen(&mut limited(dir.path(), &what, limit));
        assert!(full.code == Some(4) && full.err.contains("no file may become that large there"), "{form}: {full:?}");
        let left: Vec<_> = std::fs::read_dir(away.path()).unwrap().map(|entry| entry.unwrap().file_name()).collect();
        let is_kept = form != "qdpx";
        assert_eq!(left, is_kept.then(|| std::ffi::OsString::from(format!("{form}.part"))).into_iter().collect::<Vec<_>>());
        assert_eq!(full.err.contains("Call the same again to go on"), is_kept, "{form}: {full:?}");
        let again = seen(&mut call(dir.path(), &what));
        assert!(again.code == Some(0) && out.exists(), "{form}: {again:?}");
        assert!(!away.path().join(format!("{form}.part")).exists(), "{form}");
        if out.is_dir() {
            std::fs::remove_dir_all(&out).unwrap();
        } else {
            std::fs::remove_file(&out).unwrap();
        }
    }
}

#[test]
fn a_waveform_that_cannot_be_written_is_said() {
    let dir = study();
    let folder = hearback::store::folder::Study::find(dir.path()).unwrap().session("P01").unwrap();
    std::fs::remove_file(folder.file("take-001.peaks")).unwrap();
    let seen = seen(&mut limited(dir.path(), "recover P01", 0));
    assert!(seen.code == Some(4) && seen.out.contains("A waveform could not be made again"), "{seen:?}");
}
