//! What the interview screen sees to while nobody presses a key: what threatens the recording is said while there is time to do something
//! about it: silence, a voice too faint or too loud, a disk that fills up, a battery that empties, a computer that fell asleep. And the
//! clock is kept, and a long pause told again. Nothing here ever stops anything.

use std::time::Duration;

use crate::domain::agenda::Shortage;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::guide::Question;
use crate::domain::incident::Incident;
use crate::domain::named::Worded;
use crate::domain::note::Draft;
use crate::domain::note::NoteKind;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::tui::keymap::action::Interview;
use crate::tui::msg::Battery;
use crate::tui::msg::Supply;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::shared::Keeping;
use crate::tui::shared::Shared;
use crate::tui::shared::VOICE_DB;
use crate::words::say;

/// At or below this a microphone delivers nothing: the last bit of a 16-bit converter lies at -90 dBFS, and every live one stirs it.
const SILENCE_DB: f32 = -89.0;

/// How long nothing at all may come before the screen says so, in milliseconds, so that it is seen within three seconds. Quiet speech and
/// quiet rooms are not nothing.
const SILENCE_MS: u64 = 2_200;

/// How long nothing may be as loud as a voice, in milliseconds. People are silent for a while in an interview, and that is nobody's fault.
const FAINT_MS: u64 = 60_000;

/// How long one is told that the sound was too loud, in milliseconds, and how soon it is journaled again.
const LOUD_MS: u64 = 10_000;

/// How much of the time that only the clock counts a crash may cost, give or take a turn of the loop.
const TIME_KEPT_EVERY: Duration = Duration::from_secs(10);

/// Minutes of room on the disk, and percent of the battery, below which it is said, each time with more weight.
const DISK_MINUTES: [u64; 3] = [60, 30, 10];
const BATTERY_PERCENT: [u64; 3] = [20, 10, 5];

/// A jump of the clock that counts sleep against the one that does not, from which on the computer has slept, in milliseconds.
const SLEPT_MS: u64 = 1_000;

/// Whether something was said already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Told {
    #[default]
    NotYet,
    Once,
}

/// What has been noticed so far.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Noticed {
    /// Since when nothing at all has come from the microphone.
    silent_ms: Option<u64>,
    /// When something was loud enough for the last time.
    audible_ms: Option<u64>,
    /// When it was journaled that something was too loud.
    loud_ms: Option<u64>,
    /// Which of the thresholds were passed.
    disk: usize,
    battery: usize,
    /// Whether it was said that the plan no longer fits.
    short: Told,
    /// How long the computer had slept when it was looked at last.
    slept_ms: Option<u64>,
}

/// Somebody came in: an entry of its own, which says when, and nothing of who it was.
pub(super) fn someone_came_in(shared: &mut Shared) {
    let Some(session) = shared.session() else { return };
    if session.is_off_record() {
        return shared.say(Weight::News, say!("nothing-noted-off-record"));
    }
    let (stamp, question) = (session.stamp_at(shared.now.position), session.open_question().cloned());
    let text = say!("someone-came-in");
    let draft = Draft { kind: NoteKind::Observation, text: text.clone(), stamp, question, off_record: false, revises: None, until: None };
    if shared.ask(Command::AddNote(draft)) {
        shared.say(Weight::News, say!("entered", what = text));
    }
}

impl Noticed {
    /// A turn: see the module. It has been off the record since `paused_ms`.
    pub(super) fn turn(&mut self, paused_ms: Option<u64>, shared: &mut Shared) {
        keep_time(shared);
        self.hear_silence(shared);
        self.hear_level(shared);
        self.watch_disk(shared);
        self.watch_battery(shared);
        self.wake(shared);
        self.plan_ahead(shared);
        let now = shared.now.mono_ms;
        let long_ms = u64::from(shared.offer.pause_minutes) * 60_000;
        if let Some(since) = paused_ms.map(|at| now.saturating_sub(at)).filter(|ms| *ms >= long_ms) {
            let key = shared.key(Interview::OffRecord);
            shared.tell(Subject::Pause, Weight::Warning, say!("still-off", minutes = since / 60_000, key = key));
        }
    }

    /// A microphone that is muted or dead delivers silence and no error: it is said, and journaled once, and never a reason to stop.
    fn hear_silence(&mut self, shared: &mut Shared) {
        let now = shared.now.mono_ms;
        let silent = is_live(shared) && shared.gauges.last.peak_db.is_some_and(|db| db <= SILENCE_DB);
        self.silent_ms = silent.then(|| self.silent_ms.unwrap_or(now));
        match self.silent_ms.map(|since| now.saturating_sub(since)) {
            Some(ms) if ms >= SILENCE_MS => {
                if !shared.notices.stands(Subject::Silence) && shared.is_under_way() {
                    // It began before it could be told.
                    let at = shared.now.position.back(Duration::from_millis(ms));
                    shared.happened(Event::Incident { at, incident: Incident::Silence.into() });
                }
                let text = say!("silence-for", seconds = ms / 1000);
                shared.tell(Subject::Silence, Weight::Danger, text);
            }
            Some(_) => {}
            None if shared.notices.stands(Subject::Silence) => {
                shared.journal(Incident::Heard);
                shared.notices.over(Subject::Silence);
            }
            None => {}
        }
    }

    /// A voice that is too faint to be understood afterwards, or so loud that it is distorted.
    fn hear_level(&mut self, shared: &mut Shared) {
        let now = shared.now.mono_ms;
        let audible = shared.gauges.last.peak_db.is_none_or(|db| db > VOICE_DB);
        if !is_live(shared) || audible || self.audible_ms.is_none() {
            self.audible_ms = Some(now);
            shared.notices.over(Subject::Faint);
        } else if self.audible_ms.is_some_and(|at| now.saturating_sub(at) >= FAINT_MS) && !shared.notices.stands(Subject::Silence) {
            if !shared.notices.stands(Subject::Faint) {
                shared.journal(Incident::Faint);
            }
            let text = say!("faint-for");
            shared.tell(Subject::Faint, Weight::Warning, text);
        }
        let clipping = shared.gauges.clipped_ms.is_some_and(|at| now.saturating_sub(at) < LOUD_MS) && is_live(shared);
        if !clipping {
            return shared.notices.over(Subject::Loud);
        }
        if self.loud_ms.is_none_or(|at| now.saturating_sub(at) >= 6 * LOUD_MS) {
            self.loud_ms = Some(now);
            shared.journal(Incident::Loud);
        }
        let text = say!("too-loud");
        shared.tell(Subject::Loud, Weight::Warning, text);
    }

    fn watch_disk(&mut self, shared: &mut Shared) {
        let declined = shared.session().is_some_and(|s| matches!(s.audio(), Audio::NotesOnly(_)));
        let Some(minutes) = shared.minutes_left().filter(|_| !declined) else { return shared.notices.over(Subject::Space) };
        let low = passed(minutes, DISK_MINUTES);
        if low > self.disk {
            shared.journal(Incident::Space { minutes });
        }
        self.disk = low;
        // What memory holds because the disk takes nothing is said instead.
        if low == 0 || shared.notices.stands(Subject::Disk) {
            return shared.notices.over(Subject::Space);
        }
        let text = say!("disk-room-for", count = minutes);
        shared.tell(Subject::Space, weight(low), text);
    }

    fn watch_battery(&mut self, shared: &mut Shared) {
        let Some(Battery { percent, supply }) = shared.gauges.last.battery else { return };
        let low = match supply {
            Supply::Mains => 0,
            Supply::Battery => passed(u64::from(percent), BATTERY_PERCENT),
        };
        if low > self.battery {
            shared.journal(Incident::Battery { percent });
        }
        self.battery = low;
        if low == 0 {
            return shared.notices.over(Subject::Battery);
        }
        let text = match shared.keeping {
            Keeping::Nothing => say!("battery-low", percent = u32::from(percent)),
            Keeping::Kept | Keeping::ForShow => say!("battery-low-and-safe", percent = u32::from(percent)),
        };
        shared.tell(Subject::Battery, weight(low), text);
    }

    /// The plan no longer fits: it is said once, calmly, with what may be left out, if there is something.
    fn plan_ahead(&mut self, shared: &mut Shared) {
        let now = shared.now.position;
        let going = shared.session().filter(|session| session.phase() == Phase::Recording);
        let Some(short) = going.and_then(|session| Shortage::of(session, now)).filter(|short| !short.may_go.is_empty()) else {
            self.short = Told::NotYet;
            return;
        };
        if self.short == Told::NotYet {
            let name = |question: &&Question| format!("{} ({})", question.label().trim(), question.optional().unwrap_or_default());
            let questions: Vec<String> = short.may_go.iter().map(name).collect();
            let text = say!("plan-short", left = short.left, rest = short.rest, questions = questions.join("; "));
            shared.tell(Subject::Plan, Weight::News, text);
            self.short = Told::Once;
        }
    }

    /// The computer slept: what was said meanwhile is not there, and the journal says how long that was.
    fn wake(&mut self, shared: &mut Shared) {
        let slept = shared.gauges.last.slept_ms;
        let long = slept.saturating_sub(self.slept_ms.replace(slept).unwrap_or(slept));
        if long >= SLEPT_MS {
            let slept = Incident::Slept { ms: long };
            shared.tell(Subject::Happened, Weight::Warning, slept.words());
            shared.journal(slept);
        }
    }
}

fn is_live(shared: &Shared) -> bool {
    shared.session().is_some_and(|s| s.phase() == Phase::Recording && matches!(s.audio(), Audio::Live(_)))
}

/// Lets the journal know how far the clock has counted while nothing is recorded, so that a crash does not take that with it.
fn keep_time(shared: &mut Shared) {
    let at = shared.now.position;
    if shared.session().is_some_and(|s| s.is_on_the_clock() && at.since(s.timeline().end()) >= TIME_KEPT_EVERY) {
        shared.happened(Event::TimePassed { at });
    }
}

/// How many of `thresholds` lie above `value`.
fn passed(value: u64, thresholds: [u64; 3]) -> usize {
    thresholds.iter().filter(|least| value < **least).count()
}

/// The last one weighs most.
fn weight(passed: usize) -> Weight {
    if passed == 3 { Weight::Danger } else { Weight::Warning }
}
