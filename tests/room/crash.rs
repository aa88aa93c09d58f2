//! The process is killed, the window is closed over it, the system asks it to stop: what was recorded and what showed as saved is
//! there afterwards, and so is the terminal.
//!
//! The microphone plays a ramp in which every sample says which one it is, so that a gap cannot hide; how much there must be is told
//! by the clock of the test and the moment at which the take was made.

use std::collections::BTreeSet;
use std::env;
use std::fmt::Write;
use std::fs;
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;
use std::time::Instant;
use std::time::SystemTime;

use crate::support::alone;
use crate::support::in_company;
use crate::support::key;
use crate::support::room::Listener;
use crate::support::room::MICROPHONE;
use crate::support::room::Room;
use crate::support::sound;
use crate::support::sound::Piece::Silence;
use crate::support::sound::Piece::Tone;
use crate::support::sound::millis;
use crate::support::study::Study;
use crate::support::study::notes;
use crate::support::study::program;
use crate::support::study::text;
use crate::support::until;
use crate::support::window::Window;
use crate::support::window::signal;

/// What a kill may cost at the end of the recording, in milliseconds.
const LOSS_MS: f64 = 250.0;

/// A note that has been written on for so long is kept, unfinished as it is.
const DRAFT: Duration = Duration::from_millis(1_500);

/// How soon the process has to be gone.
const SOON: Duration = Duration::from_secs(2);

/// The moment at which the process is killed, after some milliseconds of it.
#[derive(Clone, Copy, Debug)]
enum Moment {
    /// While the form is filled in.
    AtTheForm,
    /// After the key that begins, whatever the screen shows.
    Beginning(u64),
    /// After the screen has said that it records.
    Begun(u64),
    /// Some notes have been written.
    Conversation(u64),
    /// A note is being written, for so long.
    HalfTyped(u64),
    /// After the Enter that saves a note, whether or not it shows as saved.
    Saving(u64),
    /// Off the record, for so long.
    OffRecord(u64),
    /// On the record again, for so long.
    BackOnRecord(u64),
    /// After the key that ends the interview.
    Ending(u64),
}

/// One round: each moment comes at more than one distance from what the program is doing then.
const ROUND: [Moment; 18] = [
    Moment::AtTheForm,
    Moment::Beginning(0),
    Moment::Beginning(7),
    Moment::Beginning(31),
    Moment::Begun(0),
    Moment::Begun(1_013),
    Moment::Conversation(5),
    Moment::Conversation(977),
    Moment::HalfTyped(60),
    Moment::HalfTyped(1_700),
    Moment::HalfTyped(2_900),
    Moment::Saving(0),
    Moment::Saving(4),
    Moment::OffRecord(11),
    Moment::OffRecord(1_300),
    Moment::BackOnRecord(700),
    Moment::Ending(0),
    Moment::Ending(9),
];

/// What was seen of an interview before it was killed.
struct Killed {
    study: Study,
    moment: Moment,
    /// When the process was gone for certain.
    dead: SystemTime,
    /// Off the record, or not recording any more when it was killed.
    unspoken: Duration,
    pauses: usize,
    saved: BTreeSet<String>,
    /// What had been written of a note, long enough ago.
    draft: Option<String>,
}

/// Waits for time to pass: only because time is what is tested.
fn let_pass(ms: u64) {
    thread::sleep(Duration::from_millis(ms));
}

fn kill(moment: Moment, ramp: &Path) -> Killed {
    let study = Study::without_sound_server();
    study.set_microphone(ramp);
    let mut window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07", "--reaction", "0"]);
    let mut draft = None;
    let (mut unspoken, mut pauses, mut stopped) = (Duration::ZERO, 0, None);
    match moment {
        Moment::AtTheForm => {
            window.wait_for_words("heard ");
            window.press("yyy");
        }
        Moment::Beginning(ms) => {
            window.wait_for_words("heard ");
            window.press("yyyyy");
            window.wait_for_words("ready: F10 begins");
            window.press(key::ENTER);
            let_pass(ms);
        }
        Moment::Begun(ms) => {
            window.begin();
            let_pass(ms);
        }
        Moment::Conversation(ms) => {
            converse(&window);
            let_pass(ms);
        }
        Moment::HalfTyped(ms) => {
            converse(&window);
            let half = "half a sentence about";
            let since = window.press(half);
            let_pass(ms);
            draft = (since.elapsed() >= DRAFT).then(|| half.to_owned());
        }
        Moment::Saving(ms) => {
            converse(&window);
            window.press("perhaps safe");
            window.press(key::ENTER);
            let_pass(ms);
        }
        Moment::OffRecord(ms) => {
            converse(&window);
            stopped = Some(window.press(key::OFF_RECORD));
            window.wait_for_words("OFF THE RECORD");
            let_pass(ms);
        }
        Moment::BackOnRecord(ms) => {
            converse(&window);
            let off = window.press(key::OFF_RECORD);
            window.wait_for_words("OFF THE RECORD");
            window.note("said off the record");
            let on = window.press(key::OFF_RECORD);
            window.wait_for_recording();
            (unspoken, pauses) = (on - off, 1);
            let_pass(ms);
        }
        Moment::Ending(ms) => {
            converse(&window);
            stopped = Some(window.end());
            let_pass(ms);
        }
    }
    let dead = window.kill();
    let now = SystemTime::now();
    unspoken += stopped.map_or(Duration::ZERO, |at| dead.saturating_duration_since(at));
    Killed { study, moment, dead: now, unspoken, pauses, saved: window.saved(), draft }
}

fn converse(window: &Window) {
    window.begin();
    window.press(key::NEXT_TOPIC);
    for note in ["we can talk", "and be heard"] {
        window.note(note);
    }
}

/// What a kill has cost, in milliseconds of sound.
fn examine(killed: &Killed) -> Option<f64> {
    let Killed { study, moment, .. } = killed;
    let before = study.sessions();
    if matches!(moment, Moment::AtTheForm) {
        assert!(before.is_empty(), "{moment:?}: {before:?}");
    }
    assert!(before.iter().all(|s| s["unreadable"].is_null()), "{moment:?}: {before:?}");
    let first = study.told(&["recover"]);
    let after_first = study.contents();
    let again = study.told(&["recover"]);
    assert!(study.contents() == after_first, "{moment:?}: the second time something was changed; it said {again}");
    assert!(before.is_empty() || again.contains("nothing to mend"), "{moment:?}: at first {first}and then {again}");
    let [session] = before.as_slice() else {
        assert!(matches!(moment, Moment::AtTheForm | Moment::Beginning(_)), "{moment:?}: {before:?}");
        return None;
    };
    let standing = session["standing"].as_str().unwrap();
    let expected: &[&str] = match moment {
        Moment::AtTheForm | Moment::Beginning(_) => &["planned", "interrupted"],
        Moment::Ending(_) => &["interrupted", "recorded"],
        _ => &["interrupted"],
    };
    assert!(expected.contains(&standing), "{moment:?}: {standing}");
    let shown = study.show();
    assert_eq!(shown["standing"], standing, "{moment:?}: mending does not end an interview");

    let told: Vec<&str> = notes(&shown).into_iter().map(text).collect();
    for note in &killed.saved {
        assert!(told.contains(&note.as_str()), "{moment:?}: {note:?} showed as saved; there is only {told:?}");
    }
    if let Some(draft) = &killed.draft {
        assert_eq!(shown["draft"]["text"].as_str(), Some(draft.as_str()), "{moment:?}");
    }
    let take = study.file("take-001.wav");
    if !take.exists() {
        assert!(matches!(moment, Moment::Beginning(_)), "{moment:?}: there is no take");
        return None;
    }
    let samples = playable(&take);
    assert_eq!(
        shown["recorded_ms"].as_u64().unwrap(),
        samples.len() as u64 * 1_000 / u64::from(sound::RATE),
        "{moment:?}: journal and take agree"
    );
    let breaks = sound::breaks(&samples);
    assert_eq!(breaks.len(), killed.pauses, "{moment:?}: the sound is broken after frames {breaks:?} of {}", samples.len());
    let made = fs::metadata(&take).unwrap().created().unwrap();
    let spoken = killed.dead.duration_since(made).unwrap().saturating_sub(killed.unspoken);
    let loss = spoken.as_secs_f64() * 1_000.0 - millis(samples.len());
    assert!((-LOSS_MS..LOSS_MS).contains(&loss), "{moment:?}: spoken for {spoken:?}, but {:.0} ms are there", millis(samples.len()));
    Some(loss)
}

/// The samples of a take whose header tells the truth about the file.
pub(crate) fn playable(take: &Path) -> Vec<i16> {
    let bytes = fs::read(take).unwrap();
    let field = |at: usize| u64::from(u32::from_le_bytes(bytes[at..at + 4].try_into().unwrap()));
    let length = bytes.len() as u64;
    assert_eq!((field(4) + 8, field(40) + 44), (length, length), "the header of {}", take.display());
    sound::read(take)
}

/// Goes on with the interview that was cut short, from the home screen, and ends it.
fn go_on(killed: &Killed) {
    let (study, moment) = (&killed.study, killed.moment);
    if study.sessions().is_empty() {
        return;
    }
    let before = study.show();
    if before["standing"] != "interrupted" || before["spans"].as_array().unwrap().is_empty() {
        return;
    }
    let window = study.window(&[]);
    window.wait_for_words("interrupted");
    window.press(key::ENTER);
    window.wait_for_words("F9 goes on");
    assert!(window.headline().contains("CUT SHORT"), "{moment:?}: {}", window.headline());
    window.press(key::OFF_RECORD);
    window.wait_for_recording();
    if let Some(draft) = &killed.draft {
        window.wait_for_words(draft);
        window.press(key::ENTER);
        window.wait_until_saved(draft);
    }
    window.note("where were we");
    window.wait_until_the_clock_goes_on();
    window.end();
    window.wait_for_words("The interview is kept");
    window.press(key::CTRL_C);
    assert!(window.wait_for_end(SOON).success(), "{moment:?}");

    let shown = study.show();
    assert_eq!(shown["standing"], "recorded", "{moment:?}");
    let told = notes(&shown);
    let written = notes(&before).len() + 1 + usize::from(killed.draft.is_some());
    assert_eq!(told.len(), written, "{moment:?}: {told:?}");
    let note = told.iter().find(|note| text(note) == "where were we").unwrap();
    assert_eq!(note["take"], "take-002.wav", "{moment:?}");
    let takes = [playable(&study.file("take-001.wav")), playable(&study.file("take-002.wav"))];
    assert_eq!(sound::breaks(&takes[1]), Vec::<usize>::new(), "{moment:?}");
    let both: f64 = takes.iter().map(|samples| millis(samples.len())).sum();
    assert!((shown["recorded_ms"].as_f64().unwrap() - both).abs() < 3.0, "{moment:?}: {both} {shown}");
    assert!(study.told(&["recover"]).contains("nothing to mend"), "{moment:?}");
}

/// As often as HEARBACK_KILLS says, in rounds of eighteen; once round unless it says something.
#[test]
fn a_kill_costs_less_than_a_quarter_of_a_second_and_no_saved_note() {
    let _company = in_company();
    let wanted = env::var("HEARBACK_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(ROUND.len());
    let folder = tempfile::tempdir().unwrap();
    let ramp = folder.path().join("ramp.wav");
    sound::write_ramp(&ramp, 30);
    let waiting = Mutex::new(ROUND.iter().copied().cycle().take(wanted).enumerate());
    // A few at a time: most of it is waiting.
    let work = || {
        let (mut losses, mut saved) = (Vec::new(), 0);
        while let Some((n, moment)) = { waiting.lock().unwrap().next() } {
            let killed = kill(later(moment, n / ROUND.len()), &ramp);
            losses.extend(examine(&killed));
            saved += killed.saved.len();
            if n % 2 == 0 {
                go_on(&killed);
            }
        }
        (losses, saved)
    };
    let found: Vec<(Vec<f64>, usize)> = thread::scope(|scope| {
        let workers = [scope.spawn(work), scope.spawn(work), scope.spawn(work)];
        workers.map(|worker| worker.join().unwrap()).into()
    });
    let saved: usize = found.iter().map(|(_, saved)| saved).sum();
    let mut losses: Vec<f64> = found.into_iter().flat_map(|(losses, _)| losses).collect();
    losses.sort_by(f64::total_cmp);
    let mut report = format!("{wanted} kills, {} with a take, {} notes shown as saved: ", losses.len(), saved);
    let (median, worst) = (losses[losses.len() / 2], losses[losses.len() - 1]);
    write!(report, "none of them lost; at the end of the recording {median:.0} ms missing in the middle case, {worst:.0} ms at worst")
        .unwrap();
    println!("{report}");
    fs::write(program().ancestors().nth(2).unwrap().join("crash.txt"), report + "\n").unwrap();
}

/// The same moment in a later round, some milliseconds on.
fn later(moment: Moment, round: usize) -> Moment {
    let on = |ms: u64| ms + (round as u64 * 37) % 1_000;
    match moment {
        Moment::AtTheForm => Moment::AtTheForm,
        Moment::Beginning(ms) => Moment::Beginning(on(ms) % 300),
        Moment::Begun(ms) => Moment::Begun(on(ms)),
        Moment::Conversation(ms) => Moment::Conversation(on(ms)),
        Moment::HalfTyped(ms) => Moment::HalfTyped(on(ms)),
        Moment::Saving(ms) => Moment::Saving(on(ms) % 60),
        Moment::OffRecord(ms) => Moment::OffRecord(on(ms)),
        Moment::BackOnRecord(ms) => Moment::BackOnRecord(on(ms)),
        Moment::Ending(ms) => Moment::Ending(on(ms) % 120),
    }
}

/// Ways in which an interview comes to its end.
#[derive(Clone, Copy, Debug)]
enum Way {
    /// The key, twice.
    Key,
    /// Ctrl-C, twice.
    CtrlC,
    /// The system asks.
    Terminate,
}

#[test]
fn the_terminal_is_given_back_on_every_way_out() {
    let _company = in_company();
    let folder = tempfile::tempdir().unwrap();
    let ramp = folder.path().join("ramp.wav");
    sound::write_ramp(&ramp, 20);
    for way in [Way::Key, Way::CtrlC, Way::Terminate] {
        let study = Study::without_sound_server();
        study.set_microphone(&ramp);
        let script = r#"stty -a > before; "$0" "$@"; echo $? > code; stty -a > after; echo all is "over""#;
        let mut window = study.shell(script, &["conduct", "--guide", "patient-first", "--participant", "P07"]);
        window.begin();
        assert!(window.is_taken());
        window.press(key::NEXT_TOPIC);
        window.note("the last word");
        window.wait_until_the_clock_goes_on();
        window.press("unsaved");
        window.wait_for_words("unsaved");
        let asked = match way {
            Way::Key => {
                let asked = window.end();
                window.go_on();
                asked
            }
            Way::CtrlC => {
                window.press(key::CTRL_C);
                window.wait_for_words("the interview goes on. The same key again");
                window.press(key::CTRL_C)
            }
            Way::Terminate => {
                let now = Instant::now();
                signal(window.pid_of("hearback"), "TERM");
                now
            }
        };
        window.wait_for_words("all is over");
        let took = asked.elapsed();
        println!("{way:?}: the terminal was given back after {took:?}");
        assert!(took < SOON, "{way:?}: {took:?}");
        window.wait_for_end(SOON);
        window.wait_for_the_last_picture();
        assert!(!window.is_taken() && window.has_cursor(), "{way:?}");
        let said = |name: &str| fs::read_to_string(study.beside(name)).unwrap();
        assert_eq!(said("before"), said("after"), "{way:?}");
        assert_eq!(said("code").trim(), "0", "{way:?}");
        ended_well(&study, &format!("{way:?}"));
    }
}

/// The interview is over, and nothing had to be mended: its take, the note that was saved and the one that was not.
fn ended_well(study: &Study, way: &str) {
    let shown = study.show();
    assert_eq!(shown["standing"], "recorded", "{way}");
    let samples = playable(&study.file("take-001.wav"));
    assert_eq!(sound::breaks(&samples), Vec::<usize>::new(), "{way}");
    assert_eq!(shown["recorded_ms"].as_u64().unwrap(), samples.len() as u64 * 1_000 / u64::from(sound::RATE), "{way}");
    let told: Vec<&str> = notes(&shown).into_iter().map(text).filter(|text| !text.is_empty()).collect();
    assert_eq!(told, ["the last word", "unsaved"], "{way}");
    assert!(study.told(&["recover"]).contains("nothing to mend"), "{way}");
}

#[test]
fn closing_the_window_ends_the_interview_properly() {
    let _company = in_company();
    let folder = tempfile::tempdir().unwrap();
    let ramp = folder.path().join("ramp.wav");
    sound::write_ramp(&ramp, 20);
    let study = Study::without_sound_server();
    study.set_microphone(&ramp);
    let mut window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07"]);
    window.begin();
    window.press(key::NEXT_TOPIC);
    window.note("the last word");
    window.wait_until_the_clock_goes_on();
    window.press("unsaved");
    window.wait_for_words("unsaved");
    let closed = window.close();
    window.wait_for_end(SOON);
    println!("the process ended {:?} after its window was closed", closed.elapsed());
    ended_well(&study, "closing the window");
    let shown = study.show();
    let incidents = shown["incidents"].to_string();
    assert!(incidents.contains("the terminal window was closed") || incidents.contains("the terminal was lost"), "{incidents}");
}

#[test]
fn a_long_paste_is_one_note_and_does_not_stop_the_recording() {
    let _company = in_company();
    let folder = tempfile::tempdir().unwrap();
    let ramp = folder.path().join("ramp.wav");
    sound::write_ramp(&ramp, 60);
    let study = Study::without_sound_server();
    study.set_microphone(&ramp);
    let window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07"]);
    window.begin();
    window.press(key::NEXT_TOPIC);
    let words = "What they said, line by line.\r";
    let paste: String = words.chars().cycle().take(64 * 1024).collect();
    let began = Instant::now();
    window.press("\x1b[200~");
    window.press(&paste);
    window.press("\x1b[201~");
    window.wait_for_words("0:00"); // whatever it shows, it still draws
    window.press(key::ENTER);
    window.wait_for("the note to be saved", |text| text.contains(" saved"));
    println!("a paste of 64 KiB is a saved note after {:?}", began.elapsed());
    window.note("afterwards");
    window.wait_until_the_clock_goes_on();
    window.end();
    window.go_on();
    assert!(window.wait_for_end(SOON).success());

    let shown = study.show();
    let told = notes(&shown);
    let [pasted, after] = told.as_slice() else { panic!("{} notes", told.len()) };
    assert_eq!(text(pasted), paste.replace('\r', " ").trim());
    assert_eq!(text(after), "afterwards");
    let samples = playable(&study.file("take-001.wav"));
    assert_eq!(sound::breaks(&samples), Vec::<usize>::new());
    assert_eq!(shown["incidents"], serde_json::json!([]));
}

#[test]
fn a_kill_in_a_real_room_costs_as_little() {
    let _alone = alone();
    let room = Room::open();
    let listener = Listener::new(&room);
    let study = Study::in_room(&room);
    let tone = room.file("tone.wav");
    sound::write_performance(&tone, &[Silence(300), Tone(20_000)]);
    let mut window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07", "--mic", MICROPHONE]);
    window.wait_for_words("say something");
    let playing = room.play(&tone);
    listener.next_burst();
    window.begin();
    window.press(key::NEXT_TOPIC);
    window.note("in a real room");
    window.wait_until_the_clock_goes_on();
    let dead = window.kill();
    let now = SystemTime::now();
    until("the microphone to be released", || (room.ears() == 1).then_some(()));
    let late = dead.elapsed();
    drop(playing);
    study.told(&["recover"]);
    let take = study.file("take-001.wav");
    let samples = playable(&take);
    let spoken = now.duration_since(fs::metadata(&take).unwrap().created().unwrap()).unwrap();
    let loss = spoken.as_secs_f64() * 1_000.0 - millis(samples.len());
    println!("in a real room {loss:.0} ms are missing after a kill; the microphone was free after {late:?}");
    assert!((-LOSS_MS..LOSS_MS).contains(&loss), "{loss} ms");
    assert_eq!(sound::bursts(&samples).len(), 1, "one tone, without a gap");
    let shown = study.show();
    assert_eq!(notes(&shown).into_iter().map(text).collect::<Vec<_>>(), ["in a real room"]);
}
