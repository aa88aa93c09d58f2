//! The power goes, or the program is killed, between any two calls that an interview makes to its disk: what is there afterwards?
//!
//! An interview is lived through on a disk in memory ([`interview`]) by the tape, the journal and the drafts that write every interview.
//! For each call it made, every state is built in which a power cut may leave that disk ([`power`]): with up to three calls that nothing
//! has made safe, all of them; with more, a sample of them. Each state is mended as `hearback recover` mends, and then has to hold what was
//! safe, and nothing that never was ([`oracle`]). Mending is done twice, and the second time must change nothing; and it is itself cut
//! short after each of its calls, by a kill and by the power, and then done again, to the same end.
//!
//! `HEARBACK_CRASH_STATES` says how many states are wanted, and then the figures also go into `target/faults/crash-states.txt`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]
#![allow(clippy::disallowed_methods, reason = "figures for whoever asked for them, beside what was built; and an epoch to count from")]
#![allow(clippy::print_stdout, reason = "tests that count say what they counted")]

mod destroying;
mod interview;
mod oracle;
mod power;
mod silencing;

use std::collections::BTreeSet;

use hearback::disk::lock::Ending;
use hearback::disk::memory::Image;
use hearback::disk::memory::Memory;
use hearback::domain::event::Event;
use hearback::domain::guide::Guide;
use hearback::store::guide_file::read_guide;

use crate::interview::Course;
use crate::interview::Lived;
use crate::interview::RATE;
use crate::oracle::Read;
use crate::oracle::Truth;
use crate::oracle::Wrong;
use crate::power::Dice;
use crate::power::Fate;
use crate::power::Faults;
use crate::power::Platter;
use crate::power::found;

/// States that are looked at when nobody asks for more.
const STATES: usize = 100_000;

/// Calls after the last sync up to which all that may become of them is tried.
const ALL_OF: usize = 3;

/// States in a sample, where there are more calls than that.
const SAMPLE: usize = 6;

/// What may be lost when the power goes, in seconds.
const GATE: f64 = 2.0;

#[derive(Default)]
struct Tally {
    read: Read,
    states: usize,
    /// Of those, how many came of mending that was cut short.
    mending: usize,
    lost: u64,
    /// The same where only the program ended.
    killed: u64,
    made_up: u64,
    wrong: Vec<String>,
}

pub(crate) fn guide() -> Guide {
    let text = "format: 1\nid: small\ntitle: Small\nversion: \"1.0\"\nlanguage: en\naudience: individual\nrounds: [first]\nminutes: 10\n\
                consent:\n  - id: taking-part\n    covers: taking-part\n    say: Do you take part?\n\
                topics:\n  - id: a\n    title: A\n    minutes: 4\n    questions:\n      - id: b\n        ask: What?\n";
    read_guide("small", text.as_bytes()).guide.unwrap()
}

/// The ways in which interviews go here: in good order, with a disk that fails once, with a journal that lags behind.
fn courses() -> Vec<Course> {
    let course = |writes: &[usize], syncs: &[usize], lag, full| Course {
        faults: Faults { writes: writes.to_vec(), syncs: syncs.to_vec() },
        lag,
        full,
        missed: 0,
        before: 0,
    };
    vec![
        course(&[], &[], 0, 60),
        course(&[], &[], 0, 2),
        course(&[], &[], 7, 2),
        course(&[40], &[], 0, 60),
        course(&[], &[9], 0, 60),
        course(&[], &[12], 5, 60),
        course(&[77], &[11], 3, 3),
    ]
}

#[test]
fn whatever_a_crash_leaves_what_was_safe_is_there_and_nothing_else_is_believed() {
    let wanted: Option<usize> = std::env::var("HEARBACK_CRASH_STATES").ok().and_then(|n| n.parse().ok());
    let target = wanted.unwrap_or(STATES);
    let (guide, mut tally) = (guide(), Tally::default());
    let lives: Vec<(Course, Lived)> = courses().into_iter().map(|course| (course.clone(), interview::live(course))).collect();
    let mut round = 0;
    while round == 0 || tally.states < target {
        for (course, lived) in &lives {
            go_through(lived, &guide, round, &mut tally, &format!("{course:?}"));
        }
        round += 1;
        if !tally.wrong.is_empty() {
            break;
        }
    }
    let calls: usize = lives.iter().map(|(_, lived)| lived.calls.len()).sum();
    let seconds = |frames: u64| frames as f64 / f64::from(RATE);
    let told = format!(
        "{} states after {calls} calls of {} interviews, {} of them of mending cut short; at most {:.2} s of sound lost with \
         the power and {:.2} s with the program, {:.2} s made up by the disk; wrong: {}",
        tally.states,
        lives.len(),
        tally.mending,
        seconds(tally.lost),
        seconds(tally.killed),
        seconds(tally.made_up),
        tally.wrong.len()
    );
    println!("{told}");
    if wanted.is_some() {
        write_down(&told);
    }
    let kinds: BTreeSet<&String> = tally.wrong.iter().collect();
    assert!(kinds.is_empty(), "{told}\n{}", kinds.into_iter().cloned().collect::<Vec<_>>().join("\n"));
    assert!(seconds(tally.lost) <= GATE, "{told}");
}

#[test]
fn whatever_a_crash_leaves_of_sound_that_was_missed_all_of_it_is_there() {
    let (mut states, mut lost, mut wrong) = (0, 0, Vec::new());
    // Shorter and longer than what is moved; with a checkpoint before it is known, and without; in the first take, or across two.
    for (missed, full, before) in [(120, 60, 0), (120, 60, 20), (120, 60, 30), (200, 60, 33), (2_500, 60, 0), (700, 2, 0)] {
        let lived = interview::live(Course { full, missed, before, ..Course::default() });
        let gaps = lived.events.iter().filter(|event| matches!(event, Event::Gap { .. })).count();
        assert_eq!(gaps, 1, "it was missed, and found out");
        let (mut platter, mut truth, mut marks) = (Platter::default(), Truth::default(), lived.marks.iter().peekable());
        for n in 0..=lived.calls.len() {
            while let Some((_, mark)) = marks.next_if(|(at, _)| *at <= n) {
                truth.learn(mark);
            }
            let mut dice = Dice((n as u64) << 20);
            for fates in fates(&platter, 0, &mut dice) {
                states += 1;
                match oracle::check_missed(&platter.left(&fates), &lived, &truth) {
                    Ok(gone) => lost = lost.max(gone),
                    Err(Wrong(what)) => wrong.push(format!("{what}, after call {n}, {fates:?}")),
                }
            }
            if let Some(call) = lived.calls.get(n) {
                platter.take(call);
            }
        }
    }
    let lost = lost as f64 / f64::from(RATE);
    println!("{states} states in which sound was missed; at most {lost:.2} s lost");
    assert!(wrong.is_empty(), "{} of {states}: {:#?}", wrong.len(), &wrong[..wrong.len().min(4)]);
    assert!(states > 3_000 && lost <= GATE, "{states} states, {lost:.2} s lost");
}

/// One more line in `target/faults/crash-states.txt`.
fn write_down(told: &str) {
    use std::io::Write;
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/faults");
    std::fs::create_dir_all(&folder).unwrap();
    let file = std::fs::OpenOptions::new().create(true).append(true).open(folder.join("crash-states.txt"));
    writeln!(file.unwrap(), "{told}").unwrap();
}

fn go_through(lived: &Lived, guide: &Guide, round: u64, tally: &mut Tally, course: &str) {
    let (mut platter, mut truth, mut marks) = (Platter::default(), Truth::default(), lived.marks.iter().peekable());
    for n in 0..=lived.calls.len() {
        while let Some((_, mark)) = marks.next_if(|(at, _)| *at <= n) {
            truth.learn(mark);
        }
        let (mut known, mut dice) = (BTreeSet::new(), Dice((n as u64) << 20 | round));
        for fates in fates(&platter, round, &mut dice) {
            let image = platter.left(&fates);
            if known.insert(found(&image))
                && let Err(Wrong(what)) = examine(&image, guide, lived, &truth, &mut dice, tally)
            {
                tally.wrong.push(format!("{what}\n  after call {n} ({:?}) of {course}, {fates:?}", lived.calls.get(n.wrapping_sub(1))));
                if tally.wrong.len() > 8 {
                    return;
                }
            }
        }
        // The program alone ends: everything is there, and the person is told less to be missing.
        let disk = Memory::holding(platter.seen());
        let told = oracle::recover(&disk, guide, Ending::OfTheProgram);
        match told.and_then(|()| oracle::check(&disk, &mut tally.read, guide, lived, &truth)) {
            Ok((_, measured)) => tally.killed = tally.killed.max(measured.lost),
            Err(Wrong(what)) => tally.wrong.push(format!("{what}\n  after a kill after call {n} of {course}")),
        }
        tally.states += 1;
        if let Some(call) = lived.calls.get(n) {
            platter.take(call);
        }
    }
}

/// What may become of the calls that nothing has made safe.
pub(crate) fn fates(platter: &Platter, round: u64, dice: &mut Dice) -> Vec<Vec<Fate>> {
    let count = platter.pending.len();
    let choices: Vec<&[Fate]> = platter.pending.iter().map(|(call, _)| Fate::of(call)).collect();
    if count <= ALL_OF {
        if round > 0 {
            return Vec::new();
        }
        let mut all = vec![Vec::new()];
        for choice in choices {
            all = all.iter().flat_map(|so_far| choice.iter().map(move |fate| [so_far.as_slice(), &[*fate]].concat())).collect();
        }
        return all;
    }
    let mut some = Vec::new();
    if round == 0 {
        some.extend([vec![Fate::Lost; count], vec![Fate::Whole; count], vec![Fate::Zeros; count]]);
    }
    for _ in 0..SAMPLE {
        // In order up to somewhere, as most disks write; or each on its own.
        let (whole, lost) = (dice.below(count + 1), dice.below(3) > 0);
        let fate = |at: usize, dice: &mut Dice| match (at < whole, lost) {
            (true, true) => Fate::Whole,
            (false, true) if at > whole => Fate::Lost,
            _ => choices[at][dice.below(choices[at].len())],
        };
        some.push((0..count).map(|at| fate(at, dice)).collect());
    }
    some
}

/// Mends what is left, and looks at it; then again with mending cut short.
fn examine(image: &Image, guide: &Guide, lived: &Lived, truth: &Truth, dice: &mut Dice, tally: &mut Tally) -> Result<(), Wrong> {
    let disk = Memory::holding(image.clone());
    oracle::recover(&disk, guide, Ending::Unknown)?;
    let (answer, measured) = oracle::check(&disk, &mut tally.read, guide, lived, truth)?;
    tally.states += 1;
    tally.lost = tally.lost.max(measured.lost);
    tally.made_up = tally.made_up.max(measured.made_up);
    let again = Memory::holding(disk.seen());
    oracle::recover(&again, guide, Ending::Unknown)?;
    if found(&again.seen()) != found(&disk.seen()) {
        return Err(Wrong(format!("mending it twice changed it again: {:?}", again.calls())));
    }
    let (mut platter, mut known) = (Platter::holding(image.clone()), BTreeSet::from([found(image), found(&disk.seen())]));
    for (n, call) in disk.calls().iter().enumerate() {
        platter.take(call);
        let count = platter.pending.len();
        let mut some: Vec<Fate> = platter.pending.iter().map(|(call, _)| Fate::of(call)).map(|c| c[dice.below(c.len())]).collect();
        for fates in [vec![Fate::Whole; count], vec![Fate::Lost; count], std::mem::take(&mut some)] {
            let left = platter.left(&fates);
            if !known.insert(found(&left)) {
                continue;
            }
            let within = |Wrong(what)| Wrong(format!("{what}, after mending was cut short after its call {n} ({call:?}), {fates:?}"));
            let disk = Memory::holding(left);
            oracle::recover(&disk, guide, Ending::Unknown).map_err(within)?;
            let (second, _) = oracle::check(&disk, &mut tally.read, guide, lived, truth).map_err(within)?;
            tally.states += 1;
            tally.mending += 1;
            if second != answer {
                return Err(within(Wrong(format!("not the same: {second:?}\n  instead of {answer:?}"))));
            }
        }
    }
    Ok(())
}
