//! The terminal goes, is asked too much of, or is written to by somebody hostile: closed on every screen, Ctrl-C and SIGTERM at any time,
//! a storm of sizes, pastes of megabytes, nobody who reads what is drawn. (B5, B6, B7, B9, B10, B13)

use std::fs;
use std::path::Path;
use std::time::Duration;
use std::time::Instant;

use crate::Form;
use crate::figures::Dice;
use crate::figures::Series;
use crate::interview::CONDUCT;
use crate::interview::Interview;
use crate::interview::Outcome;
use crate::interview::study_with;
use crate::report::Findings;
use crate::report::Row;
use crate::support::key;
use crate::support::sound;
use crate::support::study::notes;
use crate::support::study::text;
use crate::support::window::signal;
use crate::trial::attempt;
use crate::trial::let_pass;
use crate::trial::ms;
use crate::trial::side_by_side;

/// Windows at a time.
const AT_ONCE: usize = 4;

/// The screens, by what is on them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Screen {
    Form,
    Recording,
    NoteOpen,
    OffRecord,
    Commands,
    Kept,
    Home,
    Listening,
    Statements,
}

const SCREENS: [Screen; 9] = [
    Screen::Form,
    Screen::Recording,
    Screen::NoteOpen,
    Screen::OffRecord,
    Screen::Commands,
    Screen::Kept,
    Screen::Home,
    Screen::Listening,
    Screen::Statements,
];

/// What the shell does with SIGHUP before it becomes the program.
const HANGUPS: [(&str, &str); 2] = [("default", ""), ("ignored", "trap '' HUP;")];

/// What closing a terminal came to.
struct Closed {
    /// Until the process was gone, in milliseconds.
    gone: f64,
    /// Processor time it used after that, in milliseconds.
    cpu: f64,
}

fn cpu(pid: u32) -> Option<f64> {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let fields: Vec<&str> = stat.rsplit_once(") ")?.1.split(' ').collect();
    let ticks: f64 = fields.get(11)?.parse::<f64>().ok()? + fields.get(12)?.parse::<f64>().ok()?;
    (fields[0] != "Z").then_some(ticks * 10.0) // USER_HZ is 100
}

/// Goes to `screen`, closes the terminal, and looks at what is left.
fn close_on(screen: Screen, before: &str, ramp: &Path) -> Closed {
    let study = study_with(ramp);
    let late = matches!(screen, Screen::Home | Screen::Listening | Screen::Statements);
    if late {
        let mut interview = Interview::begin(study_with(ramp), &[]);
        interview.write();
        interview.window.wait_until_the_clock_goes_on();
        interview.end();
        fs::rename(interview.study.beside("sessions"), study.beside("sessions-new")).unwrap();
        fs::remove_dir(study.beside("sessions")).unwrap();
        fs::rename(study.beside("sessions-new"), study.beside("sessions")).unwrap();
    }
    let window = match screen {
        Screen::Home => study.window_to_close(before, &[]),
        Screen::Listening | Screen::Statements => study.window_to_close(before, &["replay", "P07"]),
        _ => study.window_to_close(before, &CONDUCT),
    };
    match screen {
        Screen::Form => drop(window.wait_for_words("heard ")),
        Screen::Home | Screen::Listening => drop(window.wait_for_words("P07")),
        Screen::Statements => {
            window.wait_for_words("P07");
            window.press("m");
            window.wait_for_words("note number 1");
        }
        _ => {
            window.begin();
            window.press(key::NEXT_TOPIC);
            window.note("the last word");
        }
    }
    match screen {
        Screen::NoteOpen => drop(window.press("half a")),
        Screen::OffRecord => {
            window.press(key::OFF_RECORD);
            window.wait_for_words("OFF THE RECORD");
        }
        Screen::Commands => drop(window.press("/")),
        Screen::Kept => {
            window.end();
            window.wait_for_words("The interview is kept");
        }
        _ => {}
    }
    let_pass(300);
    let pid = window.pid_of("hearback");
    let (began, at) = (cpu(pid).unwrap(), Instant::now());
    signal(window.pid(), "KILL");
    let mut last = began;
    while let Some(used) = cpu(pid) {
        last = used;
        if at.elapsed() > Duration::from_secs(10) {
            signal(pid, "KILL");
            panic!("{screen:?}: still there after 10 s, {:.0} ms of processor time used", last - began);
        }
        let_pass(5);
    }
    let closed = Closed { gone: ms(at.elapsed()), cpu: last - began };
    if screen == Screen::Form {
        assert!(study.sessions().is_empty());
        return closed;
    }
    let shown = study.show();
    assert_eq!(shown["standing"], "recorded", "{screen:?}");
    if !late {
        assert_eq!(sound::breaks(&sound::playable(&study.file("take-001.wav"))), Vec::<usize>::new(), "{screen:?}");
        let told: Vec<&str> = notes(&shown).into_iter().map(text).filter(|text| !text.is_empty()).collect();
        let expected: &[&str] = if screen == Screen::NoteOpen { &["the last word", "half a"] } else { &["the last word"] };
        assert_eq!(told, expected, "{screen:?}");
    }
    assert!(study.told(&["recover"]).contains("nothing to mend"), "{screen:?}");
    closed
}

fn closing(form: Form, ramp: &Path) -> Vec<Row> {
    let rounds = form.pick(1, 4);
    let cases: Vec<(Screen, (&str, &str))> =
        (0..rounds).flat_map(|_| SCREENS.iter().flat_map(|screen| HANGUPS.map(|hangup| (*screen, hangup)))).collect();
    let n = cases.len();
    let found = side_by_side(cases, AT_ONCE, |(screen, (name, before))| {
        attempt(|| close_on(screen, before, ramp)).map_err(|why| format!("{screen:?}, SIGHUP {name}: {why}"))
    });
    let wrong: Vec<String> = found.iter().filter_map(|f| f.as_ref().err().cloned()).collect();
    let found: Vec<Closed> = found.into_iter().flatten().collect();
    let worst = |figure: fn(&Closed) -> f64| found.iter().map(figure).collect::<Series>().at(1.0);
    let done = "on 9 screens, SIGHUP default and ignored by the shell";
    vec![
        Row::new("B5", "terminal closed: sessions that are not whole").done(done, n).never(wrong.len(), "sessions").wrong(&wrong),
        Row::new("B5", "terminal closed: until the process is gone").done(done, found.len()).at_most(worst(|c| c.gone), 2_000.0, "ms"),
        Row::new("B5", "terminal closed: processor time used after that")
            .done(done, found.len())
            .at_most(worst(|c| c.cpu), 100.0, "ms")
            .remark("5 % of the two seconds it may take"),
    ]
}

/// Who asks the program to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Asked {
    CtrlC,
    Terminate,
}

/// Where the interview is when that happens.
const STATES: usize = 5;

/// Asks the program to end in one of some states, after so many milliseconds of it; until the shell has its terminal back.
fn asked_to_end(asked: Asked, state: usize, after: u64, ramp: &Path) -> f64 {
    let study = study_with(ramp);
    let script = r#"stty -a > before; "$0" "$@"; echo $? > code; stty -a > after; echo all is "over""#;
    let script = format!("cd {}; {script}", study.folder().display());
    let mut window = study.shell(&script, &CONDUCT);
    window.begin();
    window.press(key::NEXT_TOPIC);
    window.note("the last word");
    match state {
        1 => drop(window.press("half a")),
        2 => {
            window.press(key::OFF_RECORD);
            window.wait_for_words("OFF THE RECORD");
        }
        3 => {
            window.press("perhaps");
            window.press(key::ENTER);
        }
        4 => drop(window.press("/")),
        _ => {}
    }
    let_pass(after);
    let now = Instant::now();
    match asked {
        Asked::Terminate => signal(window.pid_of("hearback"), "TERM"),
        Asked::CtrlC => {
            window.press(key::CTRL_C);
            window.wait_for_words("The same key again");
            window.press(key::CTRL_C);
        }
    }
    window.wait_for_words("all is over");
    let took = ms(now.elapsed());
    window.wait_for_end();
    window.wait_for_the_last_picture();
    let said = |name: &str| fs::read_to_string(study.beside(name)).unwrap();
    assert!(!window.is_taken() && window.has_cursor(), "the terminal is not given back");
    assert_eq!(said("before"), said("after"), "the terminal's settings");
    let shown = study.show();
    assert_eq!(shown["standing"], "recorded");
    assert_eq!(sound::breaks(&sound::playable(&study.file("take-001.wav"))), Vec::<usize>::new());
    let told: Vec<&str> = notes(&shown).into_iter().map(text).collect();
    assert!(told.contains(&"the last word") && (state != 1 || told.contains(&"half a")), "{told:?}");
    assert!(study.told(&["recover"]).contains("nothing to mend"));
    took
}

fn asking(asked: Asked, number: &'static str, what: &str, n: usize, ramp: &Path) -> Vec<Row> {
    let mut dice = Dice::new(5);
    let jobs: Vec<(usize, u64)> = (0..n).map(|n| (n % STATES, u64::try_from(dice.between(0, 900).as_millis()).unwrap())).collect();
    let found = side_by_side(jobs, AT_ONCE, |(state, after)| {
        attempt(|| asked_to_end(asked, state, after, ramp)).map_err(|why| format!("state {state}: {why}"))
    });
    let wrong: Vec<String> = found.iter().filter_map(|f| f.as_ref().err().cloned()).collect();
    let took: Series = found.into_iter().flatten().collect();
    let done = "recording, note open, off the record, saving, list of commands; after 0 to 900 ms";
    vec![
        Row::new(number, format!("{what}: not finalised, or the terminal not as before"))
            .done(done, n)
            .never(wrong.len(), "times")
            .wrong(&wrong),
        Row::new(number, format!("{what}: until the shell has its terminal back"))
            .done(done, took.len())
            .at_most(took.at(1.0), 1_000.0, "ms")
            .remark(format!("median {:.0} ms", took.median())),
    ]
}

fn judge(outcome: &Outcome) -> Vec<String> {
    let broken = outcome.breaks > 0 || !outcome.lost.is_empty() || outcome.dropped > 400.0;
    if broken { vec![format!("{outcome:?}")] } else { Vec::new() }
}

/// A storm of sizes.
fn storm(form: Form, ramp: &Path) -> Row {
    let sizes = form.pick(600_u32, 4_000);
    let found = attempt(|| {
        let mut interview = Interview::begin(study_with(ramp), &[]);
        interview.write();
        let mut dice = Dice::new(9);
        let mut side = || u16::try_from(dice.between(0, 300).as_millis()).unwrap();
        let began = Instant::now();
        for n in 0..sizes {
            let (rows, columns) = match n % 10 {
                0 => (0, 0),
                1 => (1, 1),
                2 => (1, side()),
                3 => (side(), 1),
                _ => (side(), side()),
            };
            interview.window.resize(rows, columns);
            let next = began + Duration::from_millis(5) * (n + 1);
            std::thread::sleep(next.saturating_duration_since(Instant::now()));
            if n % 100 == 50 {
                interview.write();
            }
        }
        let rate = f64::from(sizes) / began.elapsed().as_secs_f64();
        interview.window.resize(24, 80);
        let calm = Instant::now();
        interview.window.wait_for_recording();
        let last = interview.written[interview.written.len() - 1].clone();
        interview.window.wait_until_saved(&last);
        let settled = ms(calm.elapsed());
        (interview.end(), rate, settled)
    });
    let row = Row::new("B9", "a storm of window sizes: sound, notes, panics")
        .done("0 to 300 rows and columns, 0x0 and 1x1 among them", usize::try_from(sizes).unwrap());
    match found {
        Err(why) => row.never(1, "falls").wrong(&[why]),
        Ok((outcome, rate, settled)) => row
            .never(outcome.breaks + outcome.lost.len(), "lost")
            .remark(format!("{rate:.0} sizes a second; the last note is on the screen {settled:.0} ms after the storm"))
            .wrong(&judge(&outcome)),
    }
}

/// What a paste came to.
struct Pasted {
    /// The longest time in which the screen did not change, less the beat of its clock.
    blocked: f64,
    /// Until everything was read, in seconds.
    took: f64,
    notes: usize,
    outcome: Outcome,
}

fn paste(text: &str, ramp: &Path) -> Pasted {
    let mut interview = Interview::begin(study_with(ramp), &[]);
    interview.write();
    interview.window.wait_until_saved(&interview.written[0]);
    let window = &interview.window;
    window.mark_quiet();
    let began = Instant::now();
    window.press(text);
    // The clock is drawn when everything before it has been read.
    window.wait_until_the_clock_goes_on();
    window.wait_until_the_clock_goes_on();
    let blocked = ms(window.quiet()) - 200.0;
    let took = began.elapsed().as_secs_f64();
    window.press(key::ENTER);
    let_pass(1_000);
    interview.write();
    interview.window.wait_until_saved(&interview.written[1]);
    let outcome = interview.end();
    let notes = notes(&interview.study.show()).len() - 2;
    Pasted { blocked, took, notes, outcome }
}

fn pastes(form: Form, folder: &Path) -> Vec<Row> {
    let long = folder.join("long.wav");
    sound::write_ramp(&long, 900); // a paste may take minutes
    let line = "What they said, one line of many, as it came out of another window of mine.";
    let megabytes = |n: usize, end: &str| format!("{line}{end}").repeat((n << 20) / (line.len() + end.len()));
    let cases = [
        ("in brackets", form.pick(2, 10), "\r", ["\x1b[200~", "\x1b[201~"]),
        ("without brackets, one line", 1, " ", [""; 2]),
        ("without brackets, many lines", 1, "\r", [""; 2]),
    ];
    let one = |(name, size, end, [opened, closed]): (&str, usize, &str, [&str; 2])| {
        let row = |what: &str| Row::new("B10", format!("{size} MB pasted {name}: {what}")).done("into the line of an open interview", 1);
        match attempt(|| paste(&format!("{opened}{}{closed}", megabytes(size, end)), &long)) {
            Err(why) => vec![row("sound and notes").never(1, "falls").wrong(&[why])],
            Ok(pasted) => vec![
                row("breaks in the sound").never(pasted.outcome.breaks, "breaks").wrong(&judge(&pasted.outcome)),
                row("notes made of it").judged(format!("{} notes", pasted.notes), "1 note", pasted.notes == 1),
                row("the screen stands still")
                    .at_most(pasted.blocked.max(0.0), 100.0, "ms")
                    .remark(format!("everything had been read after {:.0} s", pasted.took)),
            ],
        }
    };
    cases.into_iter().flat_map(one).collect()
}

/// What an interview came to whose terminal nobody read for a while.
struct Unread {
    outcome: Outcome,
    /// The system call in which the screen's thread waited, and how much of the take lay on disk at the end of that.
    call: String,
    grown: u64,
    /// All that the session says of itself, for who wants to know why.
    shown: String,
}

fn not_read_for(seconds: u64, ramp: &Path) -> Unread {
    let mut interview = Interview::begin(study_with(ramp), &[]);
    interview.write();
    interview.window.wait_until_saved(&interview.written[0]);
    interview.window.look_away();
    let pid = interview.window.pid();
    // Enough to draw to fill every buffer between us.
    for n in 0..400 {
        interview.window.resize(if n % 2 == 0 { 50 } else { 51 }, 200);
        let_pass(5);
    }
    let_pass(500);
    let call = fs::read_to_string(format!("/proc/{pid}/syscall")).unwrap_or_default();
    interview.window.press("typed blindly\r");
    let_pass(seconds * 1_000);
    let grown = fs::metadata(interview.study.file("take-001.wav")).unwrap().len();
    interview.window.resize(24, 80);
    interview.window.look_again();
    interview.window.wait_for_recording();
    interview.write();
    interview.window.wait_until_saved(&interview.written[1]);
    interview.written.push("typed blindly".into());
    let outcome = interview.end();
    let shown = interview.study.show();
    let shown = format!("spans {}, incidents {}", shown["spans"], shown["incidents"]);
    Unread { outcome, call: call.split(' ').next().unwrap_or_default().to_owned(), grown, shown }
}

/// Nobody reads what is drawn, as in a terminal that hangs: the program's own thread for the screen stands still.
fn unread(form: Form, ramp: &Path) -> Row {
    let (seconds, n) = (form.pick(10, 60), form.pick(1, 8));
    let found = side_by_side((0..n).collect(), AT_ONCE, |_: usize| attempt(|| not_read_for(seconds, ramp)));
    let mut wrong: Vec<String> = found.iter().filter_map(|f| f.as_ref().err().cloned()).collect();
    let found: Vec<Unread> = found.into_iter().flatten().collect();
    wrong.extend(found.iter().flat_map(|unread| judge(&unread.outcome).into_iter().map(|what| format!("{what}, {}", unread.shown))));
    let breaks: usize = found.iter().map(|unread| unread.outcome.breaks).sum();
    let lost: usize = found.iter().map(|unread| unread.outcome.lost.len()).sum();
    let shorter = found.iter().map(|unread| unread.outcome.dropped).fold(0.0, f64::max);
    let waited = found.iter().filter(|unread| unread.call == "1").count();
    let least = found.iter().map(|unread| unread.grown).min().unwrap_or(0);
    Row::new("B13", "the screen hangs: what is lost")
        .done(format!("nobody reads the terminal for {seconds} s"), n)
        .judged(format!("{breaks} breaks, {lost} notes, {shorter:.0} ms"), "0 breaks, 0 notes, <= 400 ms", true)
        .remark(format!(
            "meanwhile the screen's thread waited in a write in {waited} of them, and at least {least} bytes of the take lay on disk"
        ))
        .wrong(&wrong)
}

/// The room of the terminals.
pub(crate) fn room(form: Form) -> Findings {
    let folder = tempfile::tempdir().unwrap();
    let ramp = folder.path().join("ramp.wav");
    sound::write_ramp(&ramp, 120);
    let mut rows = closing(form, &ramp);
    rows.extend(asking(Asked::CtrlC, "B6", "Ctrl-C twice", form.pick(5, 40), &ramp));
    rows.extend(asking(Asked::Terminate, "B7", "SIGTERM", form.pick(5, 60), &ramp));
    rows.push(storm(form, &ramp));
    rows.extend(pastes(form, folder.path()));
    rows.push(unread(form, &ramp));
    rows.into()
}
