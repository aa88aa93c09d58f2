//! The program itself over a long session: how long until it stands, and how much memory it takes while it is listened to.

use std::ffi::OsString;
use std::fs;
use std::path::Path;
use std::thread;
use std::time::Duration;
use std::time::Instant;

use crate::NOTES;
use crate::Outcome;
use crate::PATIENCE;
use crate::Place;
use crate::figures::Dice;
use crate::figures::Series;
use crate::figures::judged;
use crate::screen;
use crate::screen::Terminal;
use crate::sound_server::SoundServer;
use crate::study::UNTIL_SETTLED;
use crate::study::around;

/// The program.
const HEARBACK: &str = env!("CARGO_BIN_EXE_hearback");

/// How often each session is opened.
const TIMES: usize = 10;

/// How much longer the long one may take, and how long, in milliseconds.
const WANTED: (f64, f64) = (1.5, 100.0);

/// What the program may have resident at most, in MB.
const MEMORY: f64 = 40.0;

/// How long it is listened to without a jump, how many jumps there are then, and how long lies between two.
const THROUGH: Duration = Duration::from_secs(20);
const JUMPS: usize = 200;
const BETWEEN: (u64, u64) = (20, 250);

/// By notes up and down, by seconds, by half minutes, by question; and nearer and wider.
const KEYS: [&str; 11] = ["\x1b[A", "\x1b[B", "\x1b[D", "\x1b[C", ",", ".", "\x1b[1;5D", "\x1b[1;5C", "{", "}", "z"];

/// Whether the waveform stands on a whole screen of listening back.
fn is_drawn(screen: &vt100::Screen) -> bool {
    let heights = |row: String| row.chars().filter(|sign| "▁▂▃▄▅▆▇█".contains(*sign)).count();
    screen::footer(screen).contains("play") && screen.rows(0, 80).any(|row| heights(row) > 40)
}

/// The study of a session, and the session's name.
fn parts(session: &Path) -> Outcome<(&Path, &str)> {
    let study = session.ancestors().nth(2).ok_or("a session lies in a study")?;
    Ok((study, session.file_name().and_then(|name| name.to_str()).ok_or("the session's name is no text")?))
}

/// From the start of the process, and from the key on the list, to the first whole screen with the waveform: of the long session, of one of a
/// minute.
pub(crate) fn opening(place: &Place) -> Outcome<()> {
    let short = place.session("short", Duration::from_secs(60), NOTES.1)?;
    let sessions = [place.long()?, &short];
    thread::sleep(UNTIL_SETTLED);
    let mut took: [[Series; 2]; 2] = Default::default();
    // The first time nothing is remembered of the study.
    for n in 0..=TIMES {
        for (session, took) in sessions.iter().zip(&mut took) {
            let both = [started(place, session)?, listed(place, session)?];
            if n > 0 {
                took.iter_mut().zip(both).for_each(|(series, took)| series.push(took));
            }
        }
    }
    println!(
        "Listening back, until the waveform stands on a whole screen, in ms (n={TIMES}, in turns): {} notes, and {}",
        NOTES.0, NOTES.1
    );
    println!("                                        median      min      max");
    let [long, short] = &took;
    for (n, what) in ["hearback replay", "from the list"].into_iter().enumerate() {
        for (which, series, most) in [("the long one", &long[n], Some(WANTED.1)), ("one of a minute", &short[n], None)] {
            let figures = [series.median(), series.at(0.0), series.at(1.0)].map(|ms| format!("{ms:>8.1}"));
            println!("  {:<36} {}{}", format!("{what}: {which}"), figures.join(" "), judged(series.median(), most));
        }
        let ratio = long[n].median() / short[n].median();
        println!("    the long one against the short      {ratio:8.2}{}", judged(ratio, Some(WANTED.0)));
    }
    Ok(())
}

/// From the start of the process.
fn started(place: &Place, session: &Path) -> Outcome<Duration> {
    let (study, name) = parts(session)?;
    let begun = Instant::now();
    let mut screen = Terminal::run(HEARBACK, &["replay", name], &around(study, place.dir.path()))?;
    let took = screen.until("the waveform", PATIENCE, is_drawn)? - begun;
    screen.hang_up()?;
    Ok(took)
}

/// From the key on the list.
fn listed(place: &Place, session: &Path) -> Outcome<Duration> {
    let (study, _) = parts(session)?;
    let mut screen = Terminal::run(HEARBACK, &[], &around(study, place.dir.path()))?;
    screen.until("the list", PATIENCE, |s| screen::footer(s).contains("open"))?;
    // Nobody presses a key in the millisecond in which the list stands, and one that comes then is nobody's.
    thread::sleep(Duration::from_secs(1));
    let begun = Instant::now();
    screen.type_keys("l")?;
    let took = screen.until("the waveform", PATIENCE, is_drawn)? - begun;
    screen.hang_up()?;
    Ok(took)
}

/// The most that is resident while the long session is listened to, through a real sound server: three times as fast for a while, then here and
/// there. As the kernel has it (`VmHWM`): since the program began, and since the first screen stood (reset by `clear_refs`).
pub(crate) fn memory(place: &Place) -> Outcome<()> {
    let (study, name) = parts(place.long()?)?;
    let server = SoundServer::start(None)?;
    let mut surroundings: Vec<(OsString, OsString)> = around(study, place.dir.path());
    surroundings.retain(|(name, _)| name != "PULSE_SERVER");
    surroundings.extend(server.environment().into_iter().filter(|(name, _)| name != "HOME"));
    let mut screen = Terminal::run(HEARBACK, &["replay", name], &surroundings)?;
    screen.until("the waveform", PATIENCE, is_drawn)?;
    thread::sleep(Duration::from_secs(1));
    let pid = screen.pid()?;
    let opened = most_resident(pid)?;
    fs::write(format!("/proc/{pid}/clear_refs"), "5")?;
    screen.type_keys(&"+".repeat(20))?;
    screen.until("three times as fast", PATIENCE, |s| s.contents().contains("3.0×"))?;
    screen.type_keys(" ")?;
    screen.until("it to play", PATIENCE, |s| s.contents().contains("PLAYING"))?;
    thread::sleep(THROUGH);
    let mut dice = Dice::new(3);
    for _ in 0..JUMPS {
        let key = usize::try_from(dice.between(0, KEYS.len() as u64 - 1).as_millis())?;
        screen.type_keys(KEYS[key])?;
        thread::sleep(dice.between(BETWEEN.0, BETWEEN.1));
    }
    screen.until("it to play on", PATIENCE, |s| s.contents().contains("PLAYING"))?;
    let heard = most_resident(pid)?;
    screen.hang_up()?;
    println!("Memory while the long session is listened to, three times as fast and with {JUMPS} jumps: the most resident, in MB");
    println!("  until the first screen stood          {opened:8.1}{}", judged(opened, Some(MEMORY)));
    println!("  while it was listened to              {heard:8.1}{}", judged(heard, Some(MEMORY)));
    Ok(())
}

/// The most this process had resident, in MB.
fn most_resident(pid: u32) -> Outcome<f64> {
    let status = fs::read_to_string(format!("/proc/{pid}/status"))?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).ok_or("the kernel does not say")?;
    let kib: u32 = line.trim().trim_end_matches(" kB").parse()?;
    Ok(f64::from(kib) * 1_024.0 / 1e6)
}
