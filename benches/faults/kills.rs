//! The process is killed as a power cut would, in every state, and its recovery too. (A1, B1)
//!
//! The microphone plays a ramp in which every sample says which one it is, so that no gap can hide; how much there must be is told by the
//! clock and by when the take was made. Some kills happen in a room with a real sound server: there a second pair of ears tells what was
//! to be heard up to the moment of the kill.

use std::collections::BTreeSet;
use std::env;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering;
use std::time::Duration;
use std::time::Instant;
use std::time::SystemTime;

use serde_json::Value;

use crate::Form;
use crate::figures::Series;
use crate::report::Findings;
use crate::report::Row;
use crate::support::beside::Beside;
use crate::support::beside::Stretch;
use crate::support::beside::TRIES;
use crate::support::beside::margin;
use crate::support::key;
use crate::support::sound;
use crate::support::sound::millis;
use crate::support::study::Study;
use crate::support::study::notes;
use crate::support::study::text;
use crate::support::window::Window;
use crate::trial::attempt;
use crate::trial::let_pass;
use crate::trial::ms;
use crate::trial::side_by_side;

/// Off the record the line is closed, and Ctrl-X opens it.
const OPENS_THE_LINE: &str = "\x18";

/// What a kill may cost at the end of the recording, in milliseconds.
const LOSS_MS: f64 = 250.0;

/// How much of an unfinished note a kill may cost, in milliseconds of typing.
const DRAFT_MS: f64 = 1_000.0;

/// Kills at a time.
const AT_ONCE: usize = 5;

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
    /// It was killed in conversation, and then `recover`, so long after its start, and once more.
    Recovering(u64),
    /// It was killed in conversation, is opened again from the home screen, goes on, and is killed after so long.
    GoneOn(u64),
}

/// One round: each moment comes at more than one distance from what the program is doing then.
const ROUND: [Moment; 22] = [
    Moment::AtTheForm,
    Moment::Beginning(0),
    Moment::Beginning(7),
    Moment::Beginning(31),
    Moment::Begun(0),
    Moment::Begun(1_013),
    Moment::Conversation(5),
    Moment::Conversation(977),
    Moment::HalfTyped(60),
    Moment::HalfTyped(1_100),
    Moment::HalfTyped(1_900),
    Moment::Saving(0),
    Moment::Saving(4),
    Moment::OffRecord(11),
    Moment::OffRecord(700),
    Moment::BackOnRecord(400),
    Moment::Ending(0),
    Moment::Ending(9),
    Moment::Recovering(1),
    Moment::Recovering(9),
    Moment::GoneOn(0),
    Moment::GoneOn(600),
];

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
        Moment::Recovering(ms) => Moment::Recovering(on(ms) % 25),
        Moment::GoneOn(ms) => Moment::GoneOn(on(ms)),
    }
}

/// What was seen of an interview before it was killed.
struct Killed {
    study: Study,
    moment: Moment,
    began: Instant,
    /// When the process was gone for certain, on both clocks.
    dead: (Instant, SystemTime),
    /// Off the record, or not recording any more when it was killed.
    unspoken: Duration,
    pauses: usize,
    saved: BTreeSet<String>,
    /// When each character of an unfinished note was typed.
    typed: Vec<(Instant, char)>,
}

/// How the interviews of this room are begun; stamps are where the hand was.
const CONDUCT: [&str; 7] = ["conduct", "--guide", "patient-first", "--participant", "P07", "--reaction", "0"];

fn kill(moment: Moment, ramp: &Path) -> Killed {
    let began = Instant::now();
    let study = Study::without_sound_server();
    study.set_microphone(ramp);
    let mut window = study.window(&CONDUCT);
    let (mut unspoken, mut pauses, mut stopped, mut typed) = (Duration::ZERO, 0, None, Vec::new());
    let mut saved = BTreeSet::new();
    match moment {
        Moment::AtTheForm => {
            window.wait_for_words("heard ");
            window.press("yyy");
        }
        Moment::Beginning(ms) => {
            window.wait_for_words("heard ");
            window.press("a");
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
            let end = Instant::now() + Duration::from_millis(ms);
            for letter in "half a sentence about what it was like at home when nobody else was there".chars().cycle() {
                typed.push((window.press(&letter.to_string()), letter));
                let_pass(70);
                if Instant::now() > end {
                    break;
                }
            }
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
            window.press(OPENS_THE_LINE);
            window.wait_for_words("the line is open");
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
        Moment::Recovering(_) => converse(&window),
        Moment::GoneOn(ms) => {
            converse(&window);
            window.kill();
            saved = window.saved();
            window = study.window(&[]);
            window.wait_for_words("interrupted");
            window.press(key::ENTER);
            window.wait_for_words("Ctrl-O goes on");
            window.press(key::OFF_RECORD);
            window.wait_for_recording();
            let_pass(ms);
        }
    }
    let dead = window.kill();
    // What came after the kill is not missing.
    let now = (dead, SystemTime::now() - dead.elapsed());
    if let Moment::Recovering(ms) = moment {
        for after in [ms, 25 - ms] {
            let mut recovery = study.command(&["recover"]).stdout(Stdio::null()).stderr(Stdio::null()).spawn().unwrap();
            let_pass(after);
            recovery.kill().unwrap();
            recovery.wait().unwrap();
        }
    }
    unspoken += stopped.map_or(Duration::ZERO, |at| dead.saturating_duration_since(at));
    saved.extend(window.saved());
    Killed { study, moment, began, dead: now, unspoken, pauses, saved, typed }
}

fn converse(window: &Window) {
    window.begin();
    window.press(key::NEXT_TOPIC);
    for note in ["we can talk", "and be heard"] {
        window.note(note);
    }
}

/// What one kill has cost.
#[derive(Debug, Default)]
struct Cost {
    /// Milliseconds of sound at the end, where there is a take.
    sound: Option<f64>,
    /// Milliseconds of typing at the end of an unfinished note.
    draft: Option<f64>,
    saved: usize,
    /// Notes that showed as saved and are not there.
    lost: Vec<String>,
}

/// What a kill has cost; panics where something is not as it has to be.
fn examine(killed: &Killed) -> Cost {
    let Killed { study, moment, .. } = killed;
    let mut cost = Cost { saved: killed.saved.len(), ..Cost::default() };
    let before = study.sessions();
    if matches!(moment, Moment::AtTheForm) {
        assert!(before.is_empty(), "{moment:?}: {before:?}");
    }
    assert!(before.iter().all(|s| s["unreadable"].is_null()), "{moment:?}: {before:?}");
    let first = study.told(&["recover"]);
    let after_first = study.contents();
    let again = study.told(&["recover"]);
    assert!(study.contents() == after_first, "{moment:?}: the second time something was changed; it said {again}");
    // A take that was made before the journal knew of any beginning is told of each time, and left as it is.
    let is_left = matches!(moment, Moment::Beginning(_)) && first == again && again.contains("is no take of this session");
    assert!(before.is_empty() || is_left || again.contains("nothing to mend"), "{moment:?}: at first {first}and then {again}");
    let [session] = before.as_slice() else {
        assert!(matches!(moment, Moment::AtTheForm | Moment::Beginning(_)), "{moment:?}: {before:?}");
        return cost;
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
    cost.lost = killed.saved.iter().filter(|note| !told.contains(&note.as_str())).cloned().collect();
    cost.draft = draft_loss(killed, &shown);
    cost.sound = sound_loss(killed, &shown);
    cost
}

/// From the first character that is missing from the unfinished note to the kill.
fn draft_loss(killed: &Killed, shown: &Value) -> Option<f64> {
    let (last, _) = killed.typed.last()?;
    let kept = shown["draft"]["text"].as_str().unwrap_or_default();
    let all: String = killed.typed.iter().map(|(_, letter)| letter).collect();
    assert!(all.starts_with(kept), "{:?}: typed {all:?}, kept {kept:?}", killed.moment);
    let missing = killed.typed.get(kept.chars().count()).map_or(*last, |(when, _)| *when);
    Some(ms(killed.dead.0 - missing))
}

fn sound_loss(killed: &Killed, shown: &Value) -> Option<f64> {
    let Killed { study, moment, .. } = killed;
    let takes: Vec<_> = ["take-001.wav", "take-002.wav"].map(|name| study.file(name)).into_iter().filter(|t| t.exists()).collect();
    let expected = if matches!(moment, Moment::GoneOn(_)) { 2 } else { 1 };
    if takes.is_empty() {
        assert!(matches!(moment, Moment::Beginning(_)), "{moment:?}: there is no take");
        return None;
    }
    assert_eq!(takes.len(), expected, "{moment:?}: {takes:?}");
    let samples: Vec<Vec<i16>> = takes.iter().map(|take| sound::playable(take)).collect();
    let recorded: usize = samples.iter().map(Vec::len).sum();
    let told = shown["recorded_ms"].as_f64().unwrap();
    assert!(
        shown["standing"] == "planned" || (told - millis(recorded)).abs() < 2.0 * takes.len() as f64,
        "{moment:?}: the journal says {told} ms, the takes hold {recorded}"
    );
    let breaks: usize = samples.iter().map(|samples| sound::breaks(samples).len()).sum();
    assert_eq!(breaks, killed.pauses, "{moment:?}: the sound is broken {breaks} times");
    let (last, heard) = (takes.last()?, samples.last()?);
    let made = fs::metadata(last).unwrap().created().unwrap();
    let spoken = killed.dead.1.duration_since(made).unwrap().saturating_sub(killed.unspoken);
    Some(ms(spoken) - millis(heard.len()))
}

/// Whether what it cost says nothing, because the machine itself stalled meanwhile.
fn is_void(killed: &Killed, cost: &Cost, clock: &Beside) -> bool {
    let stall = || clock.lost_in(Stretch::new(killed.began, killed.dead.0));
    let off = |figure: Option<f64>, bound: f64| figure.is_some_and(|ms| ms > bound) && stall() >= margin(bound);
    off(cost.sound, LOSS_MS) || off(cost.draft, DRAFT_MS)
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
    let draft = before["draft"]["text"].as_str().map(str::to_owned);
    let next = format!("take-{:03}.wav", (1..9).find(|n| !study.file(&format!("take-{n:03}.wav")).exists()).unwrap());
    let window = study.window(&[]);
    window.wait_for_words("interrupted");
    window.press(key::ENTER);
    window.wait_for_words("Ctrl-O goes on");
    assert!(window.headline().contains("CUT SHORT"), "{moment:?}: {}", window.headline());
    window.press(key::OFF_RECORD);
    window.wait_for_recording();
    if let Some(draft) = &draft {
        window.press(key::ENTER);
        let begins: String = draft.chars().take(12).collect(); // the row is cut
        window.wait_for("the draft to be saved", |screen| screen.lines().any(|row| row.contains(&begins) && row.contains(" saved")));
    }
    window.note("where were we");
    window.wait_until_the_clock_goes_on();
    window.end();
    window.wait_for_words("The interview is kept");
    window.press(key::CTRL_C);
    assert!(window.wait_for_end().success(), "{moment:?}");

    let shown = study.show();
    assert_eq!(shown["standing"], "recorded", "{moment:?}");
    let told = notes(&shown);
    assert_eq!(told.len(), notes(&before).len() + 1 + usize::from(draft.is_some()), "{moment:?}: {told:?}");
    let note = told.iter().find(|note| text(note) == "where were we").unwrap();
    assert_eq!(note["take"], next.as_str(), "{moment:?}");
    assert_eq!(sound::breaks(&sound::playable(&study.file(&next))), Vec::<usize>::new(), "{moment:?}");
    assert!(study.told(&["recover"]).contains("nothing to mend"), "{moment:?}");
}

/// The room of the kills.
pub(crate) fn room(form: Form) -> Findings {
    let kills = env::var("HEARBACK_KILLS").ok().and_then(|n| n.parse().ok()).unwrap_or(form.pick(110, 330));
    let folder = tempfile::tempdir().unwrap();
    let ramp = folder.path().join("ramp.wav");
    sound::write_ramp(&ramp, sound::LONG);
    let jobs = ROUND.iter().copied().cycle().take(kills).enumerate().collect();
    let (clock, void) = (Beside::watching(), AtomicUsize::new(0));
    let costs = side_by_side(jobs, AT_ONCE, |(n, moment): (usize, Moment)| {
        attempt(|| {
            let moment = later(moment, n / ROUND.len());
            for _ in 0..TRIES {
                let killed = kill(moment, &ramp);
                let cost = examine(&killed);
                if is_void(&killed, &cost, &clock) {
                    void.fetch_add(1, Ordering::Relaxed);
                    continue;
                }
                if n % 7 == 0 {
                    go_on(&killed);
                }
                return cost;
            }
            panic!("{moment:?}: nothing could be judged, because the machine stalled in each of {TRIES} tries");
        })
    });
    let void = void.into_inner();
    let void = if void > 0 { format!("; {void} tries more were void, because the machine stalled") } else { String::new() };
    let wrong: Vec<String> = costs.iter().filter_map(|cost| cost.as_ref().err().cloned()).collect();
    let costs: Vec<Cost> = costs.into_iter().flatten().collect();
    let sound: Series = costs.iter().filter_map(|cost| cost.sound).collect();
    let drafts: Series = costs.iter().filter_map(|cost| cost.draft).collect();
    let lost: Vec<String> = costs.iter().flat_map(|cost| cost.lost.clone()).collect();
    let saved: usize = costs.iter().map(|cost| cost.saved).sum();
    let states = "SIGKILL while starting, recording, writing, saving, paused, going on, ending, recovering";
    let bound = |n: usize| format!("0 in {n}: with 95 % certainty less than {:.1} %", 300.0 / n.max(1) as f64);
    vec![
        Row::new("A1", "killed: audio lost at the end").done(states, sound.len()).at_most(sound.at(1.0), LOSS_MS, "ms").remark(format!(
            "median {:.0} ms, p99 {:.0} ms; {AT_ONCE} interviews at a time{void}",
            sound.median(),
            sound.at(0.99)
        )),
        Row::new("A1", "killed: sessions that were not whole after `recover`")
            .done(
                "takes playable and without a gap, journal and takes agree, a second `recover` changes nothing; every seventh goes on",
                kills,
            )
            .never(wrong.len(), "sessions")
            .remark(bound(kills))
            .wrong(&wrong),
        Row::new("B1", "killed: notes that showed as saved")
            .done(format!("the same; {saved} notes had shown as saved"), costs.len())
            .never(lost.len(), "lost")
            .remark(bound(costs.len()))
            .wrong(&lost),
        Row::new("B1", "killed: what was typed of an unfinished note")
            .done("a robot types 14 keys a second and is cut short", drafts.len())
            .at_most(drafts.at(1.0), DRAFT_MS, "ms of typing"),
    ]
    .into()
}
