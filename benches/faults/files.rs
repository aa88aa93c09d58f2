//! Files and who else has a hand in them: two processes at one session, names that are taken or lead elsewhere, eyes that should not see,
//! words that should not be told. (A21, A22, C1, C2, C9)

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::os::unix::fs::symlink;
use std::path::Path;
use std::path::PathBuf;
use std::process::Stdio;
use std::time::Duration;

use crate::Form;
use crate::interview::CONDUCT;
use crate::interview::Interview;
use crate::interview::study_with;
use crate::report::Findings;
use crate::report::Row;
use crate::support::key;
use crate::support::sound;
use crate::support::study::Study;
use crate::support::window::signal;
use crate::trial::attempt;
use crate::trial::let_pass;
use crate::trial::side_by_side;

/// Tries at a time.
const AT_ONCE: usize = 4;

/// A study with an interview that was cut short, and half a line at the end of its journal.
fn cut_short(ramp: &Path) -> Study {
    let mut interview = Interview::begin(study_with(ramp), &[]);
    interview.write();
    interview.window.wait_until_saved(&interview.written[0]);
    interview.window.wait_until_the_clock_goes_on();
    let mut window = interview.window;
    window.kill();
    let study = interview.study;
    let journal = study.file("journal.jsonl");
    let torn = fs::read_to_string(&journal).unwrap() + r#"{"n":99,"at":"20"#;
    fs::write(&journal, torn).unwrap();
    study
}

/// What lies in a folder, by name.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let files = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    files.filter(|path| path.is_file()).map(|path| (path.clone(), fs::read(&path).unwrap())).collect()
}

fn restore(folder: &Path, files: &BTreeMap<PathBuf, Vec<u8>>) {
    for path in contents(folder).into_keys().filter(|path| !files.contains_key(path)) {
        fs::remove_file(path).unwrap();
    }
    for (path, bytes) in files {
        fs::write(path, bytes).unwrap();
    }
}

/// Two processes mend the same session at the same time; in every third race one of them is killed on the way.
fn races(form: Form, ramp: &Path) -> Vec<Row> {
    let (races, workers) = (form.pick(40, 200), 2);
    let found = side_by_side((0..workers).collect(), workers, |_: usize| {
        attempt(|| {
            let study = cut_short(ramp);
            let folder = study.file("journal.jsonl").parent().unwrap().to_owned();
            let before = contents(&folder);
            let (mut twice, mut stale) = (Vec::new(), Vec::new());
            for race in 0..races / workers {
                restore(&folder, &before);
                let start = || study.command(&["recover"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
                let mut pair = [start(), start()];
                if race % 3 == 0 {
                    let_pass(u64::try_from(race).unwrap() % 12);
                    pair[0].kill().unwrap();
                }
                for one in &mut pair {
                    one.wait().unwrap();
                }
                // Whoever was killed, the next one can; and then there is nothing left to do.
                let last = study.run(&["recover"]);
                if !last.status.success() {
                    stale.push(String::from_utf8_lossy(&last.stderr).into_owned());
                    continue;
                }
                let journal = fs::read_to_string(folder.join("journal.jsonl")).unwrap();
                let mended = journal.matches(r#""kind":"recovered""#).count();
                if mended != 1 || !study.told(&["recover"]).contains("nothing to mend") {
                    twice.push(format!("race {race}: mended {mended} times"));
                }
            }
            (twice, stale)
        })
    });
    let wrong: Vec<String> = found.iter().filter_map(|f| f.as_ref().err().cloned()).collect();
    let (twice, stale): (Vec<_>, Vec<_>) = found.into_iter().flatten().unzip();
    let (twice, stale): (Vec<String>, Vec<String>) = (twice.concat(), stale.concat());
    let row = |what: &str| Row::new("A21", what).done("two processes mend one session at once; every third race one is killed", races);
    vec![
        row("two writers at one session: journals mended twice").never(twice.len(), "journals").wrong(&twice).wrong(&wrong),
        row("a lock that outlives its process").never(stale.len(), "locks").wrong(&stale),
    ]
}

/// While the session is open in a window, nobody else gets it.
fn held(form: Form, ramp: &Path) -> Row {
    let tries = form.pick(20, 100);
    let found = attempt(|| {
        let mut interview = Interview::begin(study_with(ramp), &[]);
        let mut through = 0;
        for _ in 0..tries {
            let output = interview.study.run(&["recover"]);
            let said = String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr);
            through += usize::from(!said.contains("open in another window"));
        }
        interview.write();
        let outcome = interview.end();
        assert!(outcome.breaks == 0 && outcome.lost.is_empty(), "{outcome:?}");
        through
    });
    let wrong: Vec<String> = found.as_ref().err().cloned().into_iter().collect();
    Row::new("A21", "`recover` gets at a session that is being recorded")
        .done("called while the interview goes on", tries)
        .never(found.unwrap_or(tries), "times")
        .wrong(&wrong)
}

/// What is planted under a name that the program is going to use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Plant {
    File,
    LinkToFile,
    LinkToNothing,
    HardLink,
    Folder,
    Pipe,
}

const PLANTS: [Plant; 6] = [Plant::File, Plant::LinkToFile, Plant::LinkToNothing, Plant::HardLink, Plant::Folder, Plant::Pipe];

/// Names in a session's folder that are about to be used, and whether a plain file of that name may be the program's own.
const NAMES: [(&str, bool); 6] = [
    ("take-002.wav", false),
    ("take-002.peaks", false),
    ("journal.torn-1", false),
    ("draft.json", true),
    (".draft.json.new", true),
    ("lock", true),
];

/// What somebody else had there.
const THEIRS: &[u8] = b"somebody else's";

/// Plants, goes on with the interview, types, and says what was overwritten and what was written elsewhere.
fn planted(name: &str, own: bool, plant: Plant, ramp: &Path) -> Vec<String> {
    let study = cut_short(ramp);
    let outside = study.beside("outside");
    fs::create_dir(&outside).unwrap();
    let (theirs, nothing) = (outside.join("theirs"), outside.join("nothing"));
    fs::write(&theirs, THEIRS).unwrap();
    let path = study.file(name);
    fs::remove_file(&path).ok();
    match plant {
        Plant::File => fs::write(&path, THEIRS).unwrap(),
        Plant::LinkToFile => symlink(&theirs, &path).unwrap(),
        Plant::LinkToNothing => symlink(&nothing, &path).unwrap(),
        Plant::HardLink => fs::hard_link(&theirs, &path).unwrap(),
        Plant::Folder => fs::create_dir(&path).unwrap(),
        Plant::Pipe => {
            rustix::fs::mknodat(rustix::fs::CWD, &path, rustix::fs::FileType::Fifo, rustix::fs::Mode::from_raw_mode(0o600), 0).unwrap();
        }
    }
    // Whether it goes on or refuses is its own affair; that it harms nothing is what is asked.
    let mut window = study.window(&[]);
    window.wait_for("the home screen", |screen| screen.contains("P07"));
    window.press(key::ENTER);
    let_pass(400);
    window.press(key::OFF_RECORD);
    let_pass(500);
    window.press("a word");
    let_pass(1_300);
    window.press(key::ENTER);
    let_pass(300);
    window.kill();
    let mut wrong = Vec::new();
    let case = format!("{name} as {plant:?}");
    if fs::read(&theirs).unwrap() != THEIRS {
        wrong.push(format!("{case}: written through to a file outside"));
    }
    if fs::read_dir(&outside).unwrap().count() != 1 {
        wrong.push(format!("{case}: a file was made outside"));
    }
    if plant == Plant::File && !own && fs::read(&path).ok().as_deref() != Some(THEIRS) {
        wrong.push(format!("{case}: overwritten"));
    }
    wrong
}

fn plants(form: Form, ramp: &Path) -> Vec<Row> {
    let mut cases: Vec<_> = NAMES.iter().flat_map(|name| PLANTS.iter().map(move |plant| (*name, *plant))).collect();
    if form == Form::Short {
        cases = cases.into_iter().step_by(5).collect();
    }
    let n = cases.len();
    let found = side_by_side(cases, AT_ONCE, |((name, own), plant)| {
        attempt(|| planted(name, own, plant, ramp)).map_err(|why| format!("{name} as {plant:?}: {why}"))
    });
    let failed: Vec<String> = found.iter().filter_map(|f| f.as_ref().err().cloned()).collect();
    let all: Vec<String> = found.into_iter().flatten().flatten().collect();
    let (over, out): (Vec<String>, Vec<String>) = all.into_iter().partition(|w| w.ends_with("overwritten"));
    let done = "files, links, pipes and folders under names about to be used; the interview goes on";
    vec![
        Row::new("A22", "somebody else's files that were overwritten").done(done, n).never(over.len(), "files").wrong(&over),
        Row::new("C2", "writes that a link led out of the session").done(done, n).never(out.len(), "writes").wrong(&out).wrong(&failed),
    ]
}

/// Everything below `folder`: a path and the bits of its mode.
fn modes(folder: &Path, found: &mut Vec<(PathBuf, u32)>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let Ok(data) = entry.path().symlink_metadata() else { continue };
        found.push((entry.path(), data.permissions().mode() & 0o777));
        if data.is_dir() {
            modes(&entry.path(), found);
        }
    }
}

/// Who else may read: with a umask that forbids nothing, by strace at the moment of making and by looking meanwhile and afterwards.
fn private(ramp: &Path) -> Vec<Row> {
    let found = attempt(|| {
        let study = study_with(ramp);
        let log = study.beside("strace.log");
        let trace = "trace=openat,open,creat,mkdir,mkdirat,chmod,fchmod,fchmodat";
        let script = format!(r#"umask 0; exec strace -f -s 300 -o {} -e {trace} "$0" "$@""#, log.display());
        let mut interview = Interview::begin(study, &["sh", "-c", &script]);
        interview.go_on(Duration::from_secs(2));
        interview.window.press("half a note");
        interview.window.wait_until_the_clock_goes_on();
        let_pass(1_200);
        let mut seen = Vec::new();
        modes(&interview.study.beside("sessions"), &mut seen);
        interview.window.press(key::ENTER);
        interview.end();
        interview.study.told(&["recover"]);
        modes(&interview.study.beside("sessions"), &mut seen);
        let log = fs::read_to_string(log).unwrap();
        let made = log.lines().filter(|line| (line.contains("O_CREAT") || line.contains("mkdir")) && !line.contains("= -1"));
        let made: Vec<String> = made.filter(|line| line.contains("/sessions/")).map(str::to_owned).collect();
        let bits = |line: &String| line.rsplit_once(", 0").and_then(|(_, m)| u32::from_str_radix(m.split([')', ' ']).next()?, 8).ok());
        let loose: Vec<String> = made.iter().filter(|line| bits(line).is_none_or(|m| m & 0o077 != 0)).cloned().collect();
        let open = seen.iter().filter(|(_, mode)| mode & 0o077 != 0).map(|(path, mode)| format!("{} {mode:o}", path.display()));
        (made.len(), loose, seen.len(), open.collect::<Vec<_>>())
    });
    let row =
        |what: &str, done: &str, n: usize, wrong: &[String]| Row::new("C1", what).done(done, n).never(wrong.len(), "of them").wrong(wrong);
    match found {
        Ok((made, loose, looked, open)) => vec![
            row("made so that others may read", "umask 0; modes given to openat and mkdir in the session, by strace", made, &loose),
            row("files and folders that others may read", "umask 0; looked at during the interview and afterwards", looked, &open),
        ],
        Err(why) => vec![row("made so that others may read", "", 0, &[why])],
    }
}

const CANARY: &str = "quetzalcoatlus";

/// Where the canary was found below `folder`, apart from where it belongs.
fn sightings(folder: &Path, found: &mut Vec<String>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() && !path.is_symlink() {
            sightings(&path, found);
        } else if path.is_file() && !["journal.jsonl", "draft.json"].contains(&name.as_str()) {
            let bytes = fs::read(&path).unwrap_or_default();
            if bytes.windows(CANARY.len()).any(|w| w == CANARY.as_bytes()) {
                found.push(path.display().to_string());
            }
        }
    }
}

/// How an interview with the canary in it comes to its end.
#[derive(Clone, Copy, Debug)]
enum End {
    Well,
    Killed,
    Terminated,
    Interrupted,
}

fn canary(end: End, ramp: &Path) -> Vec<String> {
    let mut study = study_with(ramp);
    let temporary = study.beside("temporary");
    fs::create_dir(&temporary).unwrap();
    study.set("TMPDIR", &temporary.display().to_string());
    study.set("RUST_BACKTRACE", "full");
    study.set("RUST_LOG", "trace");
    let script = r#""$0" "$@" 2> stderr.txt; echo all is "over"; cat > after.txt"#;
    let script = format!("cd {}; {script}", study.folder().display());
    let mut window = study.shell(&script, &CONDUCT);
    window.begin();
    window.press(key::NEXT_TOPIC);
    window.note(&format!("{CANARY} one"));
    window.press(&format!("{CANARY} two"));
    let_pass(1_300);
    let pid = window.pid_of("hearback");
    match end {
        End::Well => {
            window.end();
            window.go_on();
        }
        End::Killed => signal(pid, "KILL"),
        End::Terminated => signal(pid, "TERM"),
        End::Interrupted => {
            window.press(key::CTRL_C);
            window.wait_for_words("The same key again");
            window.press(key::CTRL_C);
        }
    }
    window.wait_for_words("all is over");
    let mut found = Vec::new();
    // A killed program leaves its picture; what it says is in its journal.
    if !matches!(end, End::Killed) && window.text().contains(CANARY) {
        found.push("the terminal".into());
    }
    window.kill();
    let output = study.run(&["recover"]);
    for (name, said) in [("recover's stdout", &output.stdout), ("recover's stderr", &output.stderr)] {
        if String::from_utf8_lossy(said).contains(CANARY) {
            found.push(name.into());
        }
    }
    sightings(study.folder(), &mut found);
    found.into_iter().map(|place| format!("{end:?}: {place}")).collect()
}

fn canaries(form: Form, ramp: &Path) -> Row {
    let ends = [End::Well, End::Killed, End::Terminated, End::Interrupted];
    let jobs: Vec<End> = ends.iter().copied().cycle().take(form.pick(4, 12)).collect();
    let n = jobs.len();
    let found = side_by_side(jobs, AT_ONCE, |end| attempt(|| canary(end, ramp)));
    let failed: Vec<String> = found.iter().filter_map(|f| f.as_ref().err().cloned()).collect();
    let found: Vec<String> = found.into_iter().flatten().flatten().collect();
    Row::new("C9", "words of a note outside the journal and the draft")
        .done("ended well, killed, SIGTERM, Ctrl-C; searched: stderr, the terminal afterwards, `recover`, every file, TMPDIR", n)
        .never(found.len(), "places")
        .wrong(&found)
        .wrong(&failed)
}

/// The room of the files.
pub(crate) fn room(form: Form) -> Findings {
    let folder = tempfile::tempdir().unwrap();
    let ramp = folder.path().join("ramp.wav");
    sound::write_ramp(&ramp, 40);
    let mut rows = races(form, &ramp);
    rows.push(held(form, &ramp));
    rows.extend(plants(form, &ramp));
    rows.extend(private(&ramp));
    rows.push(canaries(form, &ramp));
    rows.into()
}
