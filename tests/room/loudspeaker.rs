//! Listening back through a real sound server, heard by a second pair of ears: what is heard from a note on lies where the note does, every speed
//! keeps the pitch, a jump leaves nothing of before, typing costs no sound. And what the server may do: its loudspeaker goes while something
//! plays, the server ends and another begins. Each is said, nothing of the session changes, and it plays on by itself.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use crate::support::alone;
use crate::support::in_company;
use crate::support::key;
use crate::support::room::Listener;
use crate::support::room::Maker;
use crate::support::room::Room;
use crate::support::sound;
use crate::support::sound::Piece::Silence;
use crate::support::sound::Piece::Tone;
use crate::support::study::Study;
use crate::support::until;
use crate::support::window::Window;

const SPACE: &str = " ";

/// A session of some seconds, and listening back to it.
fn listening(room: &Room, voice: &Path) -> (Study, Window) {
    let study = Study::in_room(room);
    let window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07"]);
    window.wait_for_words("say something");
    let speaking = room.play(voice);
    window.begin();
    window.press(key::NEXT_TOPIC);
    until("the recording", || room.recording());
    // Long enough that what is done while it plays is done while it plays.
    let seconds = |clock: String| {
        let (count, unit) = clock.split_once(' ').unwrap();
        count.parse::<u32>().unwrap() * if unit == "s" { 1 } else { 60 }
    };
    until("some seconds", || window.clock().map(seconds).filter(|seconds| *seconds >= 12));
    window.note("she speaks of the evenings");
    window.end();
    window.go_on();
    window.wait_for_end();
    drop(speaking);
    let session = study.sessions()[0]["session"].as_str().unwrap().to_owned();
    let window = study.window(&["replay", &session]);
    window.wait_for_words("she speaks of the evenings");
    (study, window)
}

/// A tone of some seconds.
fn tone(room: &Room) -> PathBuf {
    let voice = room.file("voice.wav");
    sound::write_performance(&voice, &[Silence(300), Tone(20_000)]);
    voice
}

/// All that lies in the study, but for what is remembered of it elsewhere: in these tests that lies there too.
fn written(study: &Study) -> BTreeMap<PathBuf, Vec<u8>> {
    study.contents().into_iter().filter(|(path, _)| !path.iter().any(|part| part == "cache")).collect()
}

/// Whether something of ours plays in the room.
fn plays(room: &Room) -> bool {
    !room.control(&["list", "short", "sink-inputs"]).trim().is_empty()
}

/// It plays again by itself now that there is a loudspeaker. On a machine on which that took more than the minute for which one is looked for
/// this shows nothing, and Space plays then.
fn plays_by_itself(window: &Window, room: &Room) {
    until("it to play again", || {
        if window.text().contains("PAUSED") {
            println!("void: it took too long to come");
            window.press(SPACE);
        }
        plays(room).then_some(())
    });
    window.wait_for("it to say so", |screen| screen.contains("PLAYING"));
}

#[test]
fn a_loudspeaker_that_goes_while_it_plays_is_said_and_the_next_is_used() {
    let _company = in_company();
    let room = Room::open();
    let headphones = room.add("headphones");
    room.control(&["set-default-sink", "headphones"]);
    let (study, window) = listening(&room, &tone(&room));
    let before = written(&study);
    window.press(SPACE);
    until("it to play", || plays(&room).then_some(()));
    // Where there is another, the server goes on with that; where there is none, it ends the stream.
    room.control(&["unload-module", &headphones]);
    assert!(plays(&room), "on the other loudspeaker");
    window.wait_for_words("plays on The-room now");
    room.control(&["unload-module", "module-null-sink"]);
    window.wait_for_words("ended the stream");
    window.wait_for_words("NO LOUDSPEAKER");
    room.add("table");
    plays_by_itself(&window, &room);
    window.press(key::CTRL_C);
    window.wait_for_end();
    let after = written(&study);
    // That it was heard to play is written down, and nothing else.
    let is_same = |path: &&PathBuf| match (before.get(*path), after.get(*path)) {
        (Some(before), Some(after)) if path.ends_with("journal.jsonl") => after.starts_with(before),
        (before, after) => before == after,
    };
    let other: Vec<&PathBuf> = before.keys().chain(after.keys()).filter(|path| !is_same(path)).collect();
    assert!(other.is_empty(), "listening back changes nothing: {other:?}");
}

#[test]
fn where_the_server_moves_it_to_is_said_and_nothing_of_it_is_lost() {
    for maker in Maker::all() {
        moved_about(maker);
    }
}

fn moved_about(maker: Maker) {
    let _company = in_company();
    let room = Room::made_by(maker);
    room.control(&["set-default-sink", "room"]);
    let (_study, window) = listening(&room, &tone(&room));
    room.add("headphones");
    room.add("table");
    window.press(SPACE);
    until("it to play", || plays(&room).then_some(()));
    // Somebody moves it.
    room.move_sound("headphones");
    window.wait_for_words("plays on The-headphones now");
    // Somebody moves it back; and then the system's choice is another.
    room.move_sound("room");
    window.wait_for_words("plays on The-room now");
    window.wait_for("it to play on", |screen| screen.contains("PLAYING"));
    window.press(key::CTRL_C);
    window.wait_for_end();
}

#[test]
fn what_plays_goes_where_the_systems_choice_goes() {
    for maker in Maker::all() {
        let _company = in_company();
        let room = Room::made_by(maker);
        room.control(&["set-default-sink", "room"]);
        let (_study, window) = listening(&room, &tone(&room));
        room.add("headphones");
        window.press(SPACE);
        until("it to play", || plays(&room).then_some(()));
        room.control(&["set-default-sink", "headphones"]);
        window.wait_for_words("plays on The-headphones now");
        window.wait_for("it to play on", |screen| screen.contains("PLAYING"));
        window.press(key::CTRL_C);
        window.wait_for_end();
    }
}

#[test]
fn a_server_that_starts_anew_is_waited_for() {
    let _company = in_company();
    let mut room = Room::open();
    let (_study, window) = listening(&room, &tone(&room));
    window.press(SPACE);
    until("it to play", || plays(&room).then_some(()));
    room.kill_the_server();
    window.wait_for_words("NO LOUDSPEAKER");
    window.wait_for_words("hung up");
    // Its socket is still there, and nobody behind it.
    room.restart_the_server();
    plays_by_itself(&window, &room);
    window.press(key::CTRL_C);
    window.wait_for_end();
}

/// What is pressed here, as the terminal sends it.
const LEFT: &str = "\x1b[D";
const DOWN: &str = "\x1b[B";

/// What the machine itself adds: an empty buffer is heard as zeros, and nothing that sounds here has so many in a row.
const EMPTY: usize = 48;

/// A stretch of what was heard that is from one stretch of the recording: where that begins, and how long it is without what the machine put
/// between.
#[derive(Clone, Copy, Debug)]
struct Piece {
    from: usize,
    long: usize,
}

/// What a sound server may swallow when a stream begins: no jump of ours.
const SWALLOWED: usize = 480;

/// The recording, which is noise, and where in it each value stands: looked up instead of looked for, because a busy machine has no time to look
/// through a minute of sound for every sample.
struct Noise {
    take: Vec<i16>,
    places: BTreeMap<i16, Vec<usize>>,
}

impl Noise {
    fn of(take: Vec<i16>) -> Self {
        let mut places: BTreeMap<i16, Vec<usize>> = BTreeMap::new();
        for (at, sample) in take.iter().enumerate() {
            places.entry(*sample).or_default().push(at);
        }
        Self { take, places }
    }

    /// Where what is heard here begins in it: at `on` or a little later, else anywhere.
    fn begins(&self, heard: &[i16], on: usize) -> Option<usize> {
        let is_from = |from: usize| self.take.get(from..from + EMPTY).is_some_and(|said| said.iter().zip(heard).all(|(a, b)| same(*a, *b)));
        let first = *heard.first()?;
        let anywhere = || {
            let values = first.saturating_sub(1)..=first.saturating_add(1);
            self.places.range(values).flat_map(|(_, places)| places).copied().filter(|from| is_from(*from)).min()
        };
        (on..on + SWALLOWED).find(|from| is_from(*from)).or_else(anywhere)
    }
}

/// Whether both are one sample: a sound server may round.
fn same(a: i16, b: i16) -> bool {
    a.abs_diff(b) <= 1
}

/// Where in `noise` what was `heard` is from.
fn pieces(heard: &[i16], noise: &Noise) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = 0;
    while at + EMPTY <= heard.len() {
        let on = pieces.last().map_or(0, |piece| piece.from + piece.long);
        // Beside what is empty there are pieces of pieces.
        let is_empty = heard[at..at + EMPTY].iter().filter(|s| **s == 0).count() > EMPTY / 4;
        let Some(from) = Some(()).filter(|()| !is_empty).and_then(|()| noise.begins(&heard[at..], on)) else {
            at += 1;
            continue;
        };
        let long = noise.take[from..].iter().zip(&heard[at..]).take_while(|(a, b)| same(**a, **b)).count();
        match pieces.last_mut() {
            Some(piece) if (on..on + SWALLOWED).contains(&from) => piece.long = from + long - piece.from,
            _ => pieces.push(Piece { from, long }),
        }
        at += long;
    }
    pieces
}

/// What has been heard so far, once the last stretch of it is this one, the `nth`, and lasts for a while.
fn heard_as(ears: &Listener, noise: &Noise, nth: usize) -> Option<Vec<Piece>> {
    let heard = pieces(&ears.recording().0, noise);
    (heard.len() >= nth && heard.last()?.long > 12_000).then_some(heard)
}

/// What is heard of `take` in a room of one channel, where left and right are the same: PipeWire adds the two up as if they were different.
fn as_heard(maker: Maker, take: &[i16]) -> Vec<i16> {
    #[expect(clippy::cast_possible_truncation, reason = "`as` holds floats at the edge")]
    let louder = |sample: &i16| (f64::from(*sample) * std::f64::consts::SQRT_2).round() as i16;
    if maker == Maker::PipeWire { take.iter().map(louder).collect() } else { take.to_vec() }
}

/// Where the note lies, in milliseconds.
fn position(study: &Study) -> f64 {
    let shown = study.show();
    shown["notes"][0]["at_ms"].as_f64().unwrap_or_else(|| panic!("{shown}"))
}

#[test]
fn from_a_note_on_it_is_heard_where_the_note_lies_and_a_jump_leaves_nothing_of_before() {
    let _alone = alone();
    let (maker, room) = (Maker::chosen(), Room::made_by(Maker::chosen()));
    let voice = room.file("noise.wav");
    sound::write_noise(&voice, 60);
    let (study, window) = listening(&room, &voice);
    let (noise, note) = (Noise::of(as_heard(maker, &sound::playable(&study.file("take-001.wav")))), position(&study));
    let ears = Listener::new(&room);
    window.press(DOWN);
    until("it to be heard", || heard_as(&ears, &noise, 1));
    // While it plays: a line is typed, and the sound stays whole.
    window.press("n");
    let typed = "while it plays nothing of this is lost and nothing of that";
    for letter in typed.chars() {
        window.press(&letter.to_string());
    }
    // A machine that is late gets letters and Enter in one piece, and that is a paste.
    window.wait_for_words("nothing of that");
    window.press(key::ENTER);
    window.wait_for("the note", |screen| screen.contains("while it plays") && !screen.contains("puts aside"));
    let heard = pieces(&ears.recording().0, &noise);
    let first = heard[0];
    let error = sound::millis(first.from) - (note - 4_000.0).max(0.0);
    println!("from a note on: {error:.1} ms off");
    assert!(error.abs() <= 50.0, "{error}: {heard:?}");
    assert_eq!(heard.len(), 1, "what was typed costs no sound: {heard:?}");
    // Back to where it began, and five seconds more: nothing of before is heard after. All that was heard is looked at, not its end alone: a machine
    // that is late may have played to the end by then.
    window.press(DOWN);
    let heard = until("it to go back", || heard_as(&ears, &noise, 2));
    assert!(heard[1].from < heard[0].from + heard[0].long, "{heard:?}");
    window.press(LEFT);
    let heard = until("it to go further back", || heard_as(&ears, &noise, 3));
    println!("places: {heard:?}");
    assert!(heard[2].from < first.from, "{heard:?}");
    assert_eq!(heard.len(), 3, "each jump is one, and what was before it is not heard again: {heard:?}");
    window.press(key::CTRL_C);
    window.wait_for_end();
    let notes = study.show()["notes"].to_string();
    assert!(notes.contains(typed), "and nothing that was typed is lost: {notes}");
}

/// How long the tone in `heard` sounds and how high, in ms and Hz, without what the machine put between.
fn tone_in(heard: &[i16]) -> (f64, f64) {
    let (from, to) = *sound::bursts(heard).iter().max_by_key(|(from, to)| to - from).expect("a tone");
    let mut parts: Vec<Vec<i16>> = vec![Vec::new()];
    let mut zeros = 0;
    for sample in &heard[from..to] {
        zeros = if *sample == 0 { zeros + 1 } else { 0 };
        parts.last_mut().unwrap().push(*sample);
        if zeros == EMPTY {
            let part = parts.last_mut().unwrap();
            part.truncate(part.len() - EMPTY);
            parts.push(Vec::new());
        } else if zeros > EMPTY {
            parts.last_mut().unwrap().pop();
        }
    }
    let long: usize = parts.iter().map(Vec::len).sum();
    let whole = parts.iter().max_by_key(|part| part.len()).unwrap();
    let risen = |(n, pair): (usize, &[i16])| {
        let (a, b) = (f64::from(pair[0]), f64::from(pair[1]));
        (a < 0.0 && b >= 0.0).then(|| n as f64 + a / (a - b))
    };
    let crossings: Vec<f64> = whole.windows(2).enumerate().filter_map(risen).collect();
    let hertz = (crossings.len() - 1) as f64 / (crossings.last().unwrap() - crossings[0]) * f64::from(sound::RATE);
    (sound::millis(long), hertz)
}

#[test]
fn every_speed_lasts_as_long_as_it_should_at_the_pitch_of_the_voice() {
    let _alone = alone();
    let room = Room::made_by(Maker::chosen());
    let voice = room.file("tone.wav");
    sound::write_performance(&voice, &[Silence(1_500), Tone(6_000), Silence(30_000)]);
    let (study, window) = listening(&room, &voice);
    let (said, pitch) = tone_in(&sound::playable(&study.file("take-001.wav")));
    for (speed, keys) in [("0.5", "-".repeat(5)), ("1.5", "+".repeat(10)), ("2.0", "+".repeat(5)), ("3.0", "+".repeat(10))] {
        window.press(&keys);
        window.wait_for_words(&format!("{speed}×"));
        let factor: f64 = speed.parse().unwrap();
        // Of what the second pair of ears lost by itself nothing is to be said; and where a machine that is busy elsewhere breaks the tone off,
        // it is heard once more, but not for ever.
        let mut broken = 0;
        let measured = (0..4).find_map(|_| {
            let ears = Listener::new(&room);
            // To the beginning; it plays from there.
            window.press("\x1b[1;5D\x1b[1;5D");
            window.press(SPACE);
            window.wait_for("it to play", |screen| screen.contains("PLAYING"));
            until("the tone to be over", || {
                let heard = ears.recording().0;
                sound::bursts(&heard).last().filter(|(from, to)| to - from > 24_000 && heard.len() > to + 72_000).map(|_| ())
            });
            window.press(SPACE);
            window.wait_for("it to pause", |screen| screen.contains("PAUSED"));
            let heard = ears.recording().0;
            let bursts = sound::bursts(&heard);
            let lost = ears.late(bursts.last().unwrap().1);
            if lost > Duration::from_millis(15) {
                println!("void: the second pair of ears lost {lost:?}");
                return None;
            }
            if bursts.len() > 1 {
                println!("void: the tone broke off: {bursts:?}");
                broken += 1;
                return None;
            }
            Some(tone_in(&heard))
        });
        assert!(broken < 4, "{speed}: it breaks off whenever it is heard");
        let Some((long, hertz)) = measured else {
            println!("void: {speed} could not be measured on this machine");
            continue;
        };
        let (off, cents) = ((long * factor / said - 1.0) * 100.0, 1_200.0 * (hertz / pitch).log2());
        println!("{speed}: {long:.0} ms for {said:.0} ms said, {off:+.2} %; {cents:+.2} cents");
        assert!(off.abs() <= 1.0 && cents.abs() <= 10.0, "{speed}: {off} %, {cents} cents");
    }
    window.press(key::CTRL_C);
    window.wait_for_end();
}
