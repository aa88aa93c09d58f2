//! The microphone goes, and comes back: the sound server is killed, stopped, loses the source, moves the stream, mutes it; and the
//! program itself is stopped for a while, as a laptop's sleep does. (A11, A12, A13, A17)
//!
//! Noise in which no stretch comes twice sounds in the room, and a second pair of ears knows when each piece of it was to be heard. So
//! where a piece lies in the session says whether the session's time is still the room's, across every gap.

use std::time::Duration;
use std::time::Instant;

use crate::Form;
use crate::figures::Series;
use crate::interview::CONDUCT;
use crate::interview::Interview;
use crate::report::Findings;
use crate::report::Row;
use crate::support::room::Listener;
use crate::support::room::MICROPHONE;
use crate::support::room::Playing;
use crate::support::room::Room;
use crate::support::room::loudspeaker;
use crate::support::sound;
use crate::support::sound::RATE;
use crate::support::sound::millis;
use crate::support::study::Study;
use crate::support::window::signal;
use crate::trial::attempt;
use crate::trial::let_pass;
use crate::trial::ms;
use crate::trial::side_by_side;

/// Interviews at a time.
const AT_ONCE: usize = 3;

/// What the screen says without a microphone.
const GONE: &str = "NO AUDIO";

/// How far a piece of sound may lie from where it was in the room, across a gap.
const ALIGNED_MS: f64 = 100.0;

/// The way in which the microphone goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Way {
    ServerKilled,
    ServerStopped,
    SourceUnloaded,
    /// Not the microphone: the program itself stands still.
    ProgramStopped,
    /// Nothing happens: what the figures of this laboratory are worth.
    Nowhere,
}

/// What came of it.
struct Seen {
    /// Until the screen said so, in milliseconds.
    said: Option<f64>,
    /// From when it was back until the screen said that it records.
    back: Option<f64>,
    /// From when it was back until the first sound that is in the session.
    heard: f64,
    /// How much later sound after the gap lies in the session than it was in the room, by sound before the gap.
    shifted: f64,
}

fn noise(room: &Room) -> Playing {
    let wav = room.file("noise.wav");
    if !wav.exists() {
        sound::write_noise(&wav, 240);
    }
    room.play(&wav)
}

/// An interview in a room full of noise.
fn begin(room: &Room) -> Interview {
    Interview::begin(Study::in_room(room), &[])
}

/// What was heard in a room, and the sound of the session whose ear was in it.
pub(crate) struct Heard {
    samples: Vec<i16>,
    zero: Instant,
}

impl Heard {
    pub(crate) fn of(listener: &Listener) -> Self {
        let (samples, zero) = listener.recording();
        Self { samples, zero }
    }

    /// Where in `session` (its samples, and the milliseconds at which each stretch begins) that lies which was to be heard at `when`.
    pub(crate) fn place(&self, when: Instant, session: &[(f64, Vec<i16>)]) -> Option<f64> {
        let at = (when.checked_duration_since(self.zero)?.as_secs_f64() * f64::from(RATE)).round();
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a sample of a recording of minutes")]
        let piece = self.samples.get(..at as usize)?;
        session.iter().find_map(|(from, samples)| Some(from + millis(sound::end_within(samples, piece)?)))
    }
}

/// The stretches of sound of the only session: where each begins on its timeline, and what it holds.
pub(crate) fn stretches(study: &Study) -> Vec<(f64, Vec<i16>)> {
    let shown = study.show();
    let recorded = shown["spans"].as_array().unwrap().iter().filter(|span| span["take"].is_string()).cloned().collect::<Vec<_>>();
    let stretch = |span: &serde_json::Value| {
        let (samples, _) = sound::by_length(&study.file(span["take"].as_str().unwrap()));
        let frames = usize::try_from(span["frames"].as_u64().unwrap()).unwrap();
        (span["from_ms"].as_f64().unwrap(), samples[..frames].to_vec())
    };
    recorded.iter().map(stretch).collect()
}

/// The microphone goes `way` for so long, and what is seen and heard of that.
fn goes(way: Way, away: Duration) -> Seen {
    let mut room = Room::open();
    let mut listener = Listener::new(&room);
    let mut playing = noise(&room);
    listener.next_burst();
    let mut interview = begin(&room);
    interview.go_on(Duration::from_secs(4));
    // Something from the middle of what was recorded before.
    let before = Instant::now().checked_sub(Duration::from_secs(2)).unwrap();
    interview.window.watch_for(GONE);
    let pid = interview.window.pid();
    let (gone, mut module) = (Instant::now(), String::new());
    let mut first = Heard::of(&listener);
    match way {
        Way::ServerKilled => drop(room.kill_the_server()),
        Way::ServerStopped => signal(room.server(), "STOP"),
        Way::SourceUnloaded => {
            let modules = room.control(&["list", "short", "modules"]);
            let line = modules.lines().find(|line| line.contains("sink_name=room")).unwrap();
            line.split_whitespace().next().unwrap().clone_into(&mut module);
            room.control(&["unload-module", &module]);
        }
        Way::ProgramStopped => signal(pid, "STOP"),
        Way::Nowhere => {}
    }
    let_pass(u64::try_from(away.as_millis()).unwrap());
    let said = interview.window.first_seen(GONE).map(|at| ms(at - gone));
    let back = match way {
        Way::ServerKilled => room.restart_the_server(),
        Way::ServerStopped => {
            signal(room.server(), "CONT");
            Instant::now()
        }
        Way::SourceUnloaded => {
            let [name, arguments] = loudspeaker("room");
            room.control(&["load-module", &name, &arguments]);
            room.control(&["set-default-source", MICROPHONE]);
            Instant::now()
        }
        Way::ProgramStopped => {
            signal(pid, "CONT");
            Instant::now()
        }
        Way::Nowhere => Instant::now(),
    };
    if matches!(way, Way::ServerKilled | Way::SourceUnloaded) {
        // The ears and the noise went with it. (A server that goes on makes up for what it missed.)
        listener = Listener::new(&room);
        playing = noise(&room);
    }
    let again = interview.window.wait_for_recording();
    interview.go_on(Duration::from_secs(8));
    let after = Instant::now().checked_sub(Duration::from_secs(1)).unwrap();
    let second = Heard::of(&listener);
    if matches!(way, Way::ProgramStopped | Way::ServerStopped | Way::Nowhere) {
        first = Heard::of(&listener);
    }
    interview.end();
    drop(playing);
    let session = stretches(&interview.study);
    let (from, to) = (first.place(before, &session).expect("sound before"), second.place(after, &session).expect("sound afterwards"));
    let shifted = to - from - ms(after - before);
    let steps = (0..160).map(|n| back + Duration::from_millis(50 * n));
    let mut steps = steps.filter(|at| second.place(*at, &session).is_some());
    let heard = steps.next().map_or(f64::NAN, |at| ms(at - back));
    let stopped = matches!(way, Way::ProgramStopped | Way::Nowhere);
    Seen { said, back: (!stopped).then(|| ms(again.saturating_duration_since(back))), heard, shifted }
}

fn rows_of(way: Way, number: &'static str, what: &str, away: Duration, runs: usize) -> Vec<Row> {
    let seen = side_by_side((0..runs).collect(), AT_ONCE, |_: usize| attempt(|| goes(way, away)));
    let wrong: Vec<String> = seen.iter().filter_map(|s| s.as_ref().err().cloned()).collect();
    let seen: Vec<Seen> = seen.into_iter().flatten().collect();
    let worst = |figure: fn(&Seen) -> f64| seen.iter().map(figure).collect::<Series>().at(1.0);
    let row = |what: String| Row::new(number, what).done(format!("for {} s", away.as_secs()), seen.len());
    let mut rows = Vec::new();
    if way == Way::Nowhere {
    } else if way == Way::ProgramStopped {
        rows.push(row(format!("{what}: sound is kept again")).at_most(worst(|s| s.heard), 3_000.0, "ms").wrong(&wrong));
    } else {
        let silent = seen.iter().filter(|s| s.said.is_none()).count();
        let said = row(format!("{what}: \"{GONE}\" on the screen")).at_most(worst(|s| s.said.unwrap_or(f64::NAN)), 3_000.0, "ms");
        rows.push(if silent > 0 { said.judged(format!("never in {silent}"), "<= 3000 ms", false) } else { said }.wrong(&wrong));
        let back = row(format!("{what}: recording again after it is back, without a key"));
        rows.push(
            back.at_most(worst(|s| s.back.unwrap_or(f64::NAN)), 5_000.0, "ms")
                .remark(format!("the first sound that is kept comes at most {:.0} ms after it is back", worst(|s| s.heard))),
        );
    }
    let each = seen.iter().map(|s| format!("{:+.0}", s.shifted)).collect::<Vec<_>>().join(", ");
    let lies = row(format!("{what}: sound afterwards lies where it was in the room"));
    rows.push(lies.at_most(worst(|s| s.shifted.abs()), ALIGNED_MS, "ms off").remark(format!("each, later than in the room: {each} ms")));
    rows
}

/// What is done to the stream by the sound server's own controls.
#[derive(Clone, Copy, Debug)]
enum Turn {
    Moved,
    /// To one that the system calls by the same name, as it calls two microphones of the same make.
    MovedToTwin,
    Muted,
    Quiet,
}

/// Until the screen says so; the recording must go on.
fn turned(turn: Turn, after: Duration) -> f64 {
    let room = Room::open();
    let playing = noise(&room);
    let [name, mut arguments] = loudspeaker("elsewhere");
    if !matches!(turn, Turn::MovedToTwin) {
        arguments.push_str(" sink_properties=device.description=Elsewhere");
    }
    room.control(&["load-module", &name, &arguments]);
    let mut interview = begin(&room);
    interview.go_on(after);
    let words = match turn {
        Turn::Moved | Turn::MovedToTwin => "recording from",
        Turn::Muted => "the microphone is muted",
        Turn::Quiet => "nothing but silence from the microphone",
    };
    interview.window.watch_for(words);
    let now = Instant::now();
    match turn {
        Turn::Moved | Turn::MovedToTwin => {
            let streams = room.control(&["list", "short", "source-outputs"]);
            let stream = streams.split_whitespace().next().unwrap().to_owned();
            room.control(&["move-source-output", &stream, "elsewhere.monitor"]);
        }
        Turn::Muted => drop(room.control(&["set-source-mute", MICROPHONE, "1"])),
        Turn::Quiet => drop(playing),
    }
    interview.go_on(Duration::from_secs(6));
    let said = interview.window.first_seen(words);
    assert!(interview.window.headline().contains("REC "), "it no longer records: {}", interview.window.headline());
    interview.end();
    said.map_or(f64::NAN, |at| ms(at - now))
}

fn turns(turn: Turn, number: &'static str, what: &str, gate: f64, after: Duration, runs: usize) -> Row {
    let said = side_by_side((0..runs).collect(), AT_ONCE, |_: usize| attempt(|| turned(turn, after)));
    let wrong: Vec<String> = said.iter().filter_map(|s| s.as_ref().err().cloned()).collect();
    let never = said.iter().flatten().filter(|s| s.is_nan()).count();
    let said: Series = said.into_iter().flatten().filter(|s| !s.is_nan()).collect();
    let row = Row::new(number, format!("{what}: until the screen says so")).done(format!("after {} s", after.as_secs()), runs);
    let row = row.at_most(said.at(1.0), gate, "ms");
    if never > 0 { row.judged(format!("never in {never}"), format!("<= {gate} ms"), false) } else { row }.wrong(&wrong)
}

/// A microphone that is muted from the beginning is not ready.
fn muted_at_the_form(runs: usize) -> Row {
    let ready = side_by_side((0..runs).collect(), AT_ONCE, |_: usize| {
        attempt(|| {
            let room = Room::open();
            let _playing = noise(&room);
            room.control(&["set-source-mute", MICROPHONE, "1"]);
            let study = Study::in_room(&room);
            let window = study.window(&CONDUCT);
            window.wait_for_words("Consent");
            window.press("a");
            let_pass(4_000);
            window.text().contains("ready: F10 begins")
        })
    });
    let wrong: Vec<String> = ready.iter().filter_map(|s| s.as_ref().err().cloned()).collect();
    let ready = ready.into_iter().flatten().filter(|ready| *ready).count();
    Row::new("A13", "muted before the interview: the form says that it is ready").done("for 4 s", runs).never(ready, "times").wrong(&wrong)
}

/// The room of the microphones that go.
pub(crate) fn room(form: Form) -> Findings {
    let runs = form.pick(1, 6);
    let long = Duration::from_secs(10);
    let mut rows = rows_of(Way::Nowhere, "A11", "nothing happens (what the next figures are worth)", Duration::from_secs(4), runs);
    rows.extend(rows_of(Way::ServerKilled, "A11", "the sound server is killed and started again", Duration::from_secs(4), runs));
    rows.extend(rows_of(Way::SourceUnloaded, "A11", "the source is taken away and put back", Duration::from_secs(4), runs));
    rows.extend(rows_of(Way::ServerStopped, "A11", "the sound server stands still", long, runs));
    let soon = Duration::from_secs(4);
    rows.push(turns(Turn::Moved, "A12", "the stream is moved to another microphone", 2_000.0, soon, runs));
    rows.push(turns(Turn::MovedToTwin, "A12", "the stream is moved to a microphone of the same name", 2_000.0, soon, runs));
    let late = Duration::from_secs(form.pick(4, 30));
    rows.push(turns(Turn::Muted, "A13", "the source is muted", 3_000.0, late, runs));
    rows.push(turns(Turn::Quiet, "A13", "nothing but zeros come", 3_000.0, Duration::from_secs(4), runs));
    rows.push(muted_at_the_form(runs.min(3)));
    rows.extend(rows_of(Way::ProgramStopped, "A17", "the program stands still", long, runs));
    rows.into()
}
