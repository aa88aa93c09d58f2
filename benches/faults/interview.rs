//! An interview of the laboratory: begun as an interviewer does, with notes every now and then, ended, and looked at afterwards.
//!
//! The microphone is a ramp in which every sample says which one it is. What is looked at is the sound as the session knows it: the takes
//! of its timeline, each as long as the timeline says, joined.

use std::path::Path;
use std::time::Duration;
use std::time::Instant;

use crate::support::key;
use crate::support::sound;
use crate::support::sound::millis;
use crate::support::study::Study;
use crate::support::study::notes;
use crate::support::study::text;
use crate::support::window::Window;
use crate::trial::ms;

/// How an interview is begun; stamps are where the hand was.
pub(crate) const CONDUCT: [&str; 7] = ["conduct", "--guide", "patient-first", "--participant", "P07", "--reaction", "0"];

/// How often somebody writes something down.
const BETWEEN_NOTES: Duration = Duration::from_millis(700);

/// The interview.
pub(crate) struct Interview {
    pub(crate) study: Study,
    pub(crate) window: Window,
    pub(crate) written: Vec<String>,
    began: Instant,
}

/// What an interview came to.
#[derive(Clone, Debug)]
pub(crate) struct Outcome {
    /// Places at which the sound is broken.
    pub(crate) breaks: usize,
    /// Milliseconds between the beginning and the end that were not recorded; less than nothing if there are too many.
    pub(crate) dropped: f64,
    /// Notes that were written and are not there.
    pub(crate) lost: Vec<String>,
    /// Takes of the timeline.
    pub(crate) takes: usize,
    /// Takes whose header claims more than is there, which strict readers refuse.
    pub(crate) untrue: usize,
}

impl Interview {
    /// Begins one of `study`, with the microphone set there, run by `wrapper` if there is one.
    pub(crate) fn begin(study: Study, wrapper: &[&str]) -> Self {
        Self::begin_with(study, wrapper, |_| {})
    }

    /// The same, after `prepare` was done to the window.
    pub(crate) fn begin_with(study: Study, wrapper: &[&str], prepare: impl Fn(&Window)) -> Self {
        let window = if wrapper.is_empty() { study.window(&CONDUCT) } else { study.window_under(wrapper, &CONDUCT) };
        prepare(&window);
        let began = window.begin();
        window.press(key::NEXT_TOPIC);
        Self { study, window, written: Vec::new(), began }
    }

    /// Writes a note, and waits for nothing.
    pub(crate) fn write(&mut self) {
        let note = format!("note number {}", self.written.len() + 1);
        self.window.press(&note);
        self.window.press(key::ENTER);
        self.written.push(note);
    }

    /// Goes on for so long, with a note every now and then.
    pub(crate) fn go_on(&mut self, length: Duration) {
        let end = Instant::now() + length;
        loop {
            self.write();
            let left = end.saturating_duration_since(Instant::now());
            std::thread::sleep(left.min(BETWEEN_NOTES));
            if left <= BETWEEN_NOTES {
                break;
            }
        }
    }

    /// Ends it, and says what it came to.
    pub(crate) fn end(&self) -> Outcome {
        let ended = self.window.end();
        self.window.wait_for_words("The interview is kept");
        self.window.press(key::ENTER);
        self.window.wait_for_end();
        outcome(&self.study, &self.written, ended - self.began)
    }
}

/// What the interview of `study` came to in which these notes were written, and that lasted so long.
pub(crate) fn outcome(study: &Study, written: &[String], lasted: Duration) -> Outcome {
    let shown = study.show();
    let there: Vec<&str> = notes(&shown).into_iter().map(text).collect();
    let lost = written.iter().filter(|note| !there.contains(&note.as_str())).cloned().collect();
    let Joined { samples, takes, untrue } = joined(study);
    Outcome { breaks: sound::breaks(&samples).len(), dropped: ms(lasted) - millis(samples.len()), lost, takes, untrue }
}

/// The sound as the session knows it, and the takes it lies in.
pub(crate) struct Joined {
    pub(crate) samples: Vec<i16>,
    pub(crate) takes: usize,
    pub(crate) untrue: usize,
}

/// Joins the takes of the only session of `study`. Each must hold at least what the session counts on.
pub(crate) fn joined(study: &Study) -> Joined {
    let shown = study.show();
    let mut joined = Joined { samples: Vec::new(), takes: 0, untrue: 0 };
    for span in shown["spans"].as_array().unwrap().iter().filter(|span| span["take"].is_string()) {
        let take = study.file(span["take"].as_str().unwrap());
        let (samples, claimed) = sound::by_length(&take);
        let frames = usize::try_from(span["frames"].as_u64().unwrap()).unwrap();
        assert!(samples.len() >= frames, "{} holds {} frames, and the session knows {frames}", take.display(), samples.len());
        joined.samples.extend_from_slice(&samples[..frames]);
        joined.takes += 1;
        joined.untrue += usize::from(claimed > samples.len());
    }
    joined
}

/// A study whose microphone is a ramp of so many seconds, which lies at `ramp`.
pub(crate) fn study_with(ramp: &Path) -> Study {
    let study = Study::without_sound_server();
    study.set_microphone(ramp);
    study
}
