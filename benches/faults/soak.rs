//! An interview that goes on and on: what it holds open, what memory it takes, and whether its time is still the room's at the end. (B17)

use std::env;
use std::fs;
use std::time::Duration;
use std::time::Instant;

use crate::Form;
use crate::interview::Interview;
use crate::microphone::Heard;
use crate::microphone::stretches;
use crate::report::Findings;
use crate::report::Row;
use crate::support::room::Listener;
use crate::support::room::Room;
use crate::support::sound;
use crate::support::study::Study;
use crate::trial::attempt;
use crate::trial::let_pass;
use crate::trial::ms;

/// How many files a process has open, and how much memory it has resident, in kB.
fn holds(pid: u32) -> (usize, u64) {
    let open = fs::read_dir(format!("/proc/{pid}/fd")).unwrap().count();
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find(|line| line.starts_with("VmRSS:")).unwrap();
    (open, line.split_whitespace().nth(1).unwrap().parse().unwrap())
}

struct Soaked {
    /// More open files at the end than after the beginning.
    open: i64,
    /// Megabytes an hour, between the second and the last quarter.
    grows: f64,
    /// Milliseconds that the end of the take lies from where it was in the room, by its beginning.
    drift: f64,
    lost: usize,
    notes: usize,
    incidents: String,
    /// Frames by which the take is longer or shorter than what sounded.
    missing: usize,
}

fn soak(length: Duration) -> Soaked {
    let room = Room::open();
    let listener = Listener::new(&room);
    let wav = room.file("noise.wav");
    sound::write_noise(&wav, u32::try_from(length.as_secs()).unwrap() + 60);
    let playing = room.play(&wav);
    listener.next_burst();
    let mut interview = Interview::begin(Study::in_room(&room), &[]);
    interview.go_on(Duration::from_secs(3));
    let early = Instant::now().checked_sub(Duration::from_secs(1)).unwrap();
    let pid = interview.window.pid();
    let (began, mut held) = (Instant::now(), Vec::new());
    while began.elapsed() < length {
        interview.write();
        let_pass(1_500);
        held.push((began.elapsed(), holds(pid)));
    }
    let late = Instant::now().checked_sub(Duration::from_secs(1)).unwrap();
    let heard = Heard::of(&listener);
    let outcome = interview.end();
    drop(playing);
    let incidents = interview.study.show()["incidents"].to_string();
    let session = stretches(&interview.study);
    let place = |at| heard.place(at, &session).unwrap_or_else(|| panic!("the sound of a moment is missing; incidents: {incidents}"));
    // The noise itself knows no clock and no other recorder: between two samples of the take it is exactly as long as the take is.
    let (_, take) = session.first().expect("a take");
    let played = sound::by_length(&wav).0;
    let in_noise = |at: usize| sound::end_within(&played, &take[..at]).expect("a sample of the take in the noise");
    let (first, last) = (sound::RATE as usize, take.len() - sound::RATE as usize);
    let missing = (in_noise(last) - in_noise(first)).abs_diff(last - first);
    let quarter = held.len() / 4;
    let mean = |part: &[(Duration, (usize, u64))]| part.iter().map(|(_, (_, rss))| *rss as f64).sum::<f64>() / part.len().max(1) as f64;
    let (second, fourth) = (mean(&held[quarter..2 * quarter]), mean(&held[3 * quarter..]));
    let grows = (fourth - second) / 1_024.0 / (length.as_secs_f64() * 0.55 / 3_600.0);
    let open = |at: usize| i64::try_from(held[at].1.0).unwrap();
    let drift = place(late) - place(early) - ms(late - early);
    Soaked {
        open: open(held.len() - 1) - open(quarter),
        grows,
        drift,
        lost: outcome.lost.len(),
        notes: interview.written.len(),
        incidents,
        missing,
    }
}

/// The room of long interviews.
pub(crate) fn room(form: Form) -> Findings {
    let minutes = env::var("HEARBACK_SOAK_MINUTES").ok().and_then(|n| n.parse::<u64>().ok());
    let length = Duration::from_secs(minutes.map_or(form.pick(40, 300), |minutes| minutes * 60));
    let row = |what: &str| Row::new("B17", what).done(format!("{} s in a real room", length.as_secs()), 1);
    match attempt(|| soak(length)) {
        Err(why) => vec![row("a long interview").never(1, "falls").wrong(&[why])],
        Ok(soaked) => vec![
            row("more files open at the end").judged(format!("{:+}", soaked.open), "<= 0", soaked.open <= 0),
            row("memory grows")
                .at_most(soaked.grows.max(0.0), 1.0, "MB an hour")
                .remark(format!("{} notes; incidents: {}", soaked.notes, soaked.incidents)),
            row("drift of the take against what sounded")
                .at_most(soaked.missing as f64, 0.0, "frames")
                .remark(format!("{:+.1} ms against a second recorder, which may itself lose blocks", soaked.drift)),
            row("notes lost").never(soaked.lost, "notes"),
        ],
    }
    .into()
}
