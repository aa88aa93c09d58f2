//! An interview in a real room: a sound server, a terminal, keys pressed when something is heard.
//!
//! Bursts of a tone are played into the room. A second pair of ears hears each one and the hand presses the first key of a note at
//! once; the stamp of that note must then point at the burst in the recording. The hand needs some time itself: it is measured for
//! every note, by a clock that the program knows nothing of, and taken off, so that what is left is the program's own error.

use std::fmt::Write;
use std::fs;
use std::time::Duration;
use std::time::Instant;

use crate::support::alone;
use crate::support::beside::Stretch;
use crate::support::beside::Try;
use crate::support::beside::judged;
use crate::support::beside::margin;
use crate::support::beside::waited_for_a_core;
use crate::support::key;
use crate::support::room::Listener;
use crate::support::room::MICROPHONE;
use crate::support::room::Maker;
use crate::support::room::Room;
use crate::support::room::duration;
use crate::support::sound;
use crate::support::sound::Piece;
use crate::support::sound::Piece::Silence;
use crate::support::sound::Piece::Tone;
use crate::support::sound::millis;
use crate::support::study::Study;
use crate::support::study::notes;
use crate::support::study::program;
use crate::support::study::text;
use crate::support::until;
use crate::support::window::Window;

/// Between bursts, in milliseconds: irregular, so that no burst can be taken for another, and long enough to write a note.
const BEFORE_THE_PAUSE: [u32; 9] = [700, 1_130, 870, 1_490, 970, 1_270, 830, 1_610, 1_090];
const AFTER_THE_PAUSE: [u32; 8] = [930, 1_210, 890, 1_370, 1_030, 1_570, 910, 1_150];

/// How long a burst sounds, in milliseconds.
const BURST: u32 = 150;

/// How far a stamp may lie from the burst it is about, in milliseconds: less than a syllable lasts.
const STAMP_MS: f64 = 60.0;

/// How far one in twenty may lie, because the program did not get its turn when the key came.
const LATE_MS: f64 = 250.0;

/// How far two recordings of the same room may differ between two bursts.
const INTERVAL_MS: f64 = 5.0;

/// How far the recording may differ from the session's own clock.
const LENGTH_MS: f64 = 50.0;

/// How far it may differ from the clock of the test, which reads the screen.
const SPOKEN_MS: f64 = 1_000.0;

/// Of how many notes something must be known: those for which neither the program nor the other recorder had to wait for a core.
const ENOUGH: usize = 6;

/// How long what came late may show: a block of sound, and what waits behind it.
const BEYOND: Duration = Duration::from_millis(250);

/// How long after the key something may still be captured: the key's way through the terminal, and one block of sound.
const OFF_MS: f64 = 250.0;

fn bursts(gaps: &[u32]) -> Vec<Piece> {
    gaps.iter().flat_map(|gap| [Silence(*gap), Tone(BURST)]).chain([Silence(400)]).collect()
}

fn performance(room: &Room, name: &str, pieces: &[Piece]) -> std::path::PathBuf {
    let file = room.file(name);
    sound::write_performance(&file, pieces);
    file
}

/// A note that was begun when a burst was heard.
struct Reaction {
    note: String,
    /// The sample of the second pair of ears with which the burst began.
    onset: usize,
    /// When the hand moved.
    moved: Instant,
    /// How long the program waited for a core between then and when the note was saved.
    waited: Duration,
    /// How late the second pair of ears was: by so much its clock is not the room's.
    late: Duration,
}

/// Writes a note for each of `count` bursts, its first key at the moment the burst is heard.
fn react(window: &Window, listener: &Listener, name: &str, count: usize) -> Vec<Reaction> {
    let one = |n: usize| {
        let onset = listener.next_burst();
        let before = waited_for_a_core(window.pid());
        let moved = window.press(name);
        let rest = format!("{n:02} is heard");
        window.press(&rest);
        window.press(key::ENTER);
        let note = format!("{name}{rest}");
        window.wait_until_saved(&note);
        let waited = waited_for_a_core(window.pid()).saturating_sub(before);
        Reaction { note, onset, moved, waited, late: Duration::ZERO }
    };
    (1..=count).map(one).collect()
}

#[test]
fn every_note_points_at_what_was_heard_when_the_hand_moved() {
    let _alone = alone();
    let mut all = String::new();
    for maker in Maker::all() {
        let mut report = String::new();
        judged(|one| {
            report = interview_in_the_room(maker, one);
            println!("{maker:?}\n{report}");
        });
        write!(all, "{maker:?}\n{report}\n").unwrap();
    }
    fs::write(program().ancestors().nth(2).unwrap().join("room.txt"), all).unwrap();
}

/// Holds the whole interview and compares what was kept with what was heard.
fn interview_in_the_room(maker: Maker, one: &mut Try) -> String {
    let room = Room::made_by(maker);
    let listener = Listener::new(&room);
    let study = Study::in_room(&room);
    let microphones = study.told(&["mics", "--json"]);
    assert!(microphones.contains(&format!("pulseaudio:{MICROPHONE}")), "not the server's own protocol: {microphones}");
    let hello = performance(&room, "hello.wav", &[Silence(200), Tone(600), Silence(300)]);
    let first = performance(&room, "first.wav", &bursts(&BEFORE_THE_PAUSE));
    let long = performance(&room, "long.wav", &[Silence(300), Tone(2_500), Silence(300)]);
    let private = performance(&room, "private.wav", &bursts(&[300, 700]));
    let last = performance(&room, "last.wav", &bursts(&AFTER_THE_PAUSE));

    let window = study.window(&["conduct", "--guide", "patient-first", "--participant", "P07", "--reaction", "0"]);
    window.wait_for_words("say something");
    room.play(&hello).wait();
    let hello_at = listener.next_burst();
    let recording = window.begin();
    window.press(key::NEXT_TOPIC);

    let playing = room.play(&first);
    let mut reactions = react(&window, &listener, "a", BEFORE_THE_PAUSE.len());
    playing.wait();

    // Off the record, in the middle of a tone. It goes on, and so does the room.
    let playing = room.play(&long);
    let tone = listener.next_burst();
    until("some of the tone", || (listener.recording().0.len() > tone + 24_000).then_some(()));
    let off = window.press(key::OFF_RECORD);
    window.wait_for_words("OFF THE RECORD");
    until("the microphone to be released", || (room.ears() == 1).then_some(()));
    let released = off.elapsed();
    let clock = window.clock();
    playing.wait();
    let playing = room.play(&private);
    let (_, unheard) = (listener.next_burst(), listener.next_burst());
    assert_eq!(window.clock(), clock, "the clock stands still");
    assert!(window.headline().contains("OFF THE RECORD"), "{}", window.headline());
    assert_eq!(room.ears(), 1, "nobody but the test listens");
    playing.wait();
    let on = window.press(key::OFF_RECORD);
    window.wait_for_recording();
    until("the microphone to be in use", || (room.ears() == 2).then_some(()));
    window.wait_until_the_clock_goes_on();

    let playing = room.play(&last);
    reactions.extend(react(&window, &listener, "b", AFTER_THE_PAUSE.len()));
    playing.wait();
    let ended = window.end();
    window.go_on();
    assert!(window.wait_for_end().success());

    for reaction in &mut reactions {
        reaction.late = listener.late(reaction.onset);
    }
    let (ear, zero) = listener.recording();
    let shown = study.show();
    let take = sound::read(&study.file("take-001.wav"));
    assert!(!study.file("take-002.wav").exists(), "one take, in spite of the pause");
    let seen = Evidence {
        hello_at,
        reactions,
        tone,
        unheard,
        off,
        on,
        spoken: (off - recording) + (ended - on),
        released,
        ear: sound::bursts(&ear),
        zero,
        shown,
        take,
        held: Stretch::new(recording, ended),
    };
    compare(&seen, one)
}

/// What was seen and heard of one interview.
struct Evidence {
    hello_at: usize,
    reactions: Vec<Reaction>,
    /// Where the tone began during which the interview went off the record.
    tone: usize,
    /// Where the last burst lies that must not have been recorded.
    unheard: usize,
    off: Instant,
    on: Instant,
    spoken: Duration,
    released: Duration,
    /// The bursts in the second pair of ears' recording, and when its first sample was in the room.
    ear: Vec<(usize, usize)>,
    zero: Instant,
    shown: serde_json::Value,
    take: Vec<i16>,
    /// From the first word to the last.
    held: Stretch,
}

/// Milliseconds from `a` to `b`, which may lie before it.
fn between(a: Instant, b: Instant) -> f64 {
    let ms = |d: Duration| d.as_secs_f64() * 1_000.0;
    if b > a { ms(b - a) } else { -ms(a - b) }
}

fn compare(seen: &Evidence, one: &mut Try) -> String {
    let (before, after) = (BEFORE_THE_PAUSE.len(), AFTER_THE_PAUSE.len());
    let mut report = String::new();

    // Every burst is there, and nothing of what was said off the record.
    let ours = sound::bursts(&seen.take);
    let heard = |from: usize, to: usize| seen.ear.iter().map(|b| b.0).filter(move |at| *at > from && *at < to).collect::<Vec<_>>();
    let theirs = [heard(seen.hello_at, seen.tone), vec![seen.tone], heard(seen.unheard, usize::MAX)].concat();
    assert_eq!(theirs.len(), before + 1 + after, "the second pair of ears heard everything");
    assert_eq!(ours.len(), theirs.len(), "bursts in the recording, the tone that was cut off included: {ours:?}");

    // The room's time is the recording's time, except across the pause. On a busy machine the player may stumble, and then both
    // recordings have it; or the other recorder, and then ours agrees with what was played.
    let (mut worst, mut stumbles) = (0.0_f64, 0);
    let gaps = [&BEFORE_THE_PAUSE[..], &[0, 0], &AFTER_THE_PAUSE[1..]].concat();
    let at = |sample: usize| seen.zero + duration(sample);
    for n in (1..ours.len()).filter(|n| *n != before + 1) {
        let interval = millis(ours[n].0 - ours[n - 1].0);
        let recorded = (interval - millis(theirs[n] - theirs[n - 1])).abs();
        let played = if n == before { f64::INFINITY } else { (interval - f64::from(gaps[n] + BURST)).abs() };
        stumbles += usize::from(recorded > INTERVAL_MS);
        worst = worst.max(recorded.min(played));
        one.within("between two bursts", recorded.min(played), INTERVAL_MS, Stretch::new(at(theirs[n - 1]), at(theirs[n]) + BEYOND));
    }
    writeln!(
        report,
        "between bursts: {} intervals, at most {worst:.3} ms off; the other recorder lost sound {stumbles} times",
        ours.len() - 2
    )
    .unwrap();

    // Off means off, and how soon on means on.
    let kept = duration(ours[before].1 - ours[before].0);
    let captured = between(seen.off, at(seen.tone) + kept);
    let missing = millis(theirs[before + 1] - theirs[before]) - millis(ours[before + 1].0 - ours[before].0);
    let back = missing - between(at(seen.tone) + kept, seen.on);
    writeln!(report, "off the record: captured until {captured:.0} ms after the key, device released {:?} after it", seen.released)
        .unwrap();
    writeln!(report, "on the record again: captured from {back:.0} ms after the key").unwrap();
    if stumbles == 0 {
        one.within("captured after the key", captured.abs(), OFF_MS, Stretch::new(seen.off, seen.off + seen.released));
    } else {
        // When the tone was is read from the other recorder.
        one.is_void("the other recorder lost sound, and nobody knows when the tone was".into());
    }

    // The recording, the journal and a clock on the wall agree on its length.
    let length = millis(seen.take.len());
    let told = |name: &str| seen.shown[name].as_f64().unwrap();
    let (session, recorded, spoken) = (told("length_ms"), told("recorded_ms"), seen.spoken.as_secs_f64() * 1_000.0);
    writeln!(report, "length: file {length:.0} ms, session {session:.0} ms, recorded {recorded:.0} ms, by the test's clock {spoken:.0} ms")
        .unwrap();
    one.within("the file and the session", (length - session).abs(), LENGTH_MS, seen.held);
    one.within("the file and its journal", (length - recorded).abs(), LENGTH_MS, seen.held);
    one.within("the file and the test's clock", (length - spoken).abs(), SPOKEN_MS, seen.held);

    // Every note is there, and its stamp points at its burst.
    let notes = notes(&seen.shown);
    assert_eq!(notes.len(), seen.reactions.len(), "{notes:?}");
    let (mut errors, mut hands) = (Vec::new(), Vec::new());
    let onsets = ours[..before].iter().chain(&ours[before + 1..]);
    for (reaction, (onset, _)) in seen.reactions.iter().zip(onsets) {
        let note = notes.iter().find(|note| text(note) == reaction.note).unwrap_or_else(|| panic!("{} is missing", reaction.note));
        assert_eq!(note["take"], "take-001.wav");
        let frame = usize::try_from(note["frame"].as_u64().unwrap()).unwrap();
        let hand = between(at(reaction.onset), reaction.moved);
        errors.push(millis(frame) - millis(*onset) - hand);
        hands.push(hand);
    }
    writeln!(report, "the hand moved after the burst (ms, taken off below): {}", distribution(&mut hands)).unwrap();
    let distances: Vec<f64> = errors.iter().map(|e| e.abs()).collect();
    let mut sizes = distances.clone();
    writeln!(report, "stamps, later than what was heard (ms): {}", distribution(&mut errors)).unwrap();
    writeln!(report, "stamps, distance from what was heard (ms): {}", distribution(&mut sizes)).unwrap();
    let load = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    writeln!(report, "the machine's load meanwhile: {}", load.split(' ').next().unwrap_or_default()).unwrap();
    // Where the program had to wait for a core, its stamp says nothing; where the other recorder had lost sound, nobody knows when it was.
    let counts = |reaction: &Reaction| reaction.waited < margin(STAMP_MS) && reaction.late < margin(STAMP_MS);
    let told: Vec<(&Reaction, f64)> = seen.reactions.iter().zip(distances).filter(|(reaction, _)| counts(reaction)).collect();
    let mut late: Vec<f64> = seen.reactions.iter().map(|reaction| reaction.late.as_secs_f64() * 1_000.0).collect();
    writeln!(report, "the other recorder was late (ms): {}", distribution(&mut late)).unwrap();
    writeln!(report, "of {} notes the program had its turn at once, and the other recorder its sound, for {}", notes.len(), told.len())
        .unwrap();
    let within = |most: f64| told.iter().filter(|(_, size)| *size <= most).count();
    let in_time = within(STAMP_MS) * 100 >= told.len() * 94 && within(LATE_MS) == told.len();
    for (reaction, size) in told.iter().filter(|(_, size)| !in_time && *size > STAMP_MS) {
        let shows = BEYOND.max(Duration::from_secs_f64(size / 1_000.0));
        one.within(&reaction.note, *size, STAMP_MS, Stretch::new(reaction.moved, reaction.moved + shows));
    }
    if told.len() < ENOUGH {
        one.is_void(format!("the program had its turn at once, and the other recorder its sound, for {} notes only", told.len()));
    }
    report
}

/// Sorts, and says what the distribution is.
fn distribution(values: &mut [f64]) -> String {
    values.sort_by(f64::total_cmp);
    let at = |part: usize| values[(values.len() - 1) * part / 100];
    format!("n {}, min {:.1}, median {:.1}, p95 {:.1}, max {:.1}", values.len(), at(0), at(50), at(95), at(100))
}
