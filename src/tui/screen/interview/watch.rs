//! What the interview screen sees to while nobody presses a key: the unfinished note is kept, a long pause is told again, and what
//! threatens the recording is said while there is time to do something about it: silence, a voice too faint or too loud, a disk that
//! fills up, a battery that empties, a computer that fell asleep. Nothing here ever stops anything.

use std::time::Duration;

use crate::domain::event::Event;
use crate::domain::incident::Incident;
use crate::domain::named::Worded;
use crate::domain::session::Audio;
use crate::domain::session::Phase;
use crate::domain::text::counted;
use crate::tui::effect::Effect;
use crate::tui::model::Keeping;
use crate::tui::model::Model;
use crate::tui::msg::Battery;
use crate::tui::msg::Supply;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::microphone::look_again;
use crate::tui::screen::interview::room;
use crate::tui::screen::interview::with_room;

/// At or below this a microphone delivers nothing: the last bit of a 16-bit converter lies at -90 dBFS, and every live one stirs it.
const SILENCE_DB: f32 = -89.0;

/// How long nothing at all may come before the screen says so, in milliseconds, so that it is seen within three seconds. Quiet speech and
/// quiet rooms are not nothing.
const SILENCE_MS: u64 = 2_200;

/// A voice at the far side of a room still peaks above this; one that does not is hard to understand afterwards.
const FAINT_DB: f32 = -45.0;

/// How long nothing may be louder than that, in milliseconds. People are silent for a while in an interview, and that is nobody's fault.
const FAINT_MS: u64 = 60_000;

/// How long one is told that the sound was too loud, in milliseconds, and how soon it is journaled again.
const LOUD_MS: u64 = 10_000;

/// How often the unfinished note is kept on disk, in milliseconds: with a turn of the loop and a slow sync, once a second.
const DRAFT_MS: u64 = 600;

/// How much of the time that only the clock counts a crash may cost, give or take a turn of the loop.
const TIME_KEPT_EVERY: Duration = Duration::from_secs(10);

/// How long a pause may last before the screen says it again, in milliseconds: five minutes, a break for coffee.
const LONG_PAUSE_MS: u64 = 300_000;

/// Minutes of room on the disk, and percent of the battery, below which it is said, each time with more weight.
const DISK_MINUTES: [u64; 3] = [60, 30, 10];
const BATTERY_PERCENT: [u64; 3] = [20, 10, 5];

/// A jump of the clock that counts sleep against the one that does not, from which on the computer has slept, in milliseconds.
const SLEPT_MS: u64 = 1_000;

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
    /// How long the computer had slept when it was looked at last.
    slept_ms: Option<u64>,
}

/// A turn: see the module.
pub(crate) fn turn(model: &mut Model) {
    let now = model.shared.now.mono_ms;
    let Some(room) = room(model) else { return };
    let (draft, paused, mut noticed) = (room.draft(), room.paused_ms, room.noticed);
    if draft != room.kept && now.saturating_sub(room.kept_ms) >= DRAFT_MS {
        model.shared.want(Effect::KeepDraft(draft.clone()));
        with_room(model, |room| (room.kept, room.kept_ms) = (draft, now));
    }
    keep_time(model);
    hear_silence(model, &mut noticed);
    hear_level(model, &mut noticed);
    watch_disk(model, &mut noticed);
    watch_battery(model, &mut noticed);
    wake(model, &mut noticed);
    with_room(model, |room| room.noticed = noticed);
    look_again(model);
    if let Some(since) = paused.map(|at| now.saturating_sub(at)).filter(|ms| *ms >= LONG_PAUSE_MS) {
        let text = format!("still off the record, for {} min. F9 goes back on", since / 60_000);
        model.shared.notices.say(Subject::Pause, Weight::Warning, text, now);
    }
}

fn journal(model: &mut Model, incident: Incident) {
    let at = model.shared.now.position;
    if model.session().is_some_and(|s| matches!(s.phase(), Phase::Recording | Phase::OffRecord)) {
        model.shared.happened(Event::Incident { at, incident: incident.into() });
    }
}

fn is_live(model: &Model) -> bool {
    model.session().is_some_and(|s| s.phase() == Phase::Recording && matches!(s.audio(), Audio::Live(_)))
}

/// Lets the journal know how far the clock has counted while nothing is recorded, so that a crash does not take that with it.
fn keep_time(model: &mut Model) {
    let at = model.shared.now.position;
    if model.session().is_some_and(|s| s.is_on_the_clock() && at.since(s.timeline().end()) >= TIME_KEPT_EVERY) {
        model.shared.happened(Event::TimePassed { at });
    }
}

/// A microphone that is muted or dead delivers silence and no error: it is said, and journaled once, and never a reason to stop.
fn hear_silence(model: &mut Model, noticed: &mut Noticed) {
    let now = model.shared.now.mono_ms;
    let silent = is_live(model) && model.shared.gauges.last.peak_db.is_some_and(|db| db <= SILENCE_DB);
    noticed.silent_ms = silent.then(|| noticed.silent_ms.unwrap_or(now));
    match noticed.silent_ms.map(|since| now.saturating_sub(since)) {
        Some(ms) if ms >= SILENCE_MS => {
            if !model.shared.notices.stands(Subject::Silence) {
                journal(model, Incident::Silence);
            }
            let text = format!("nothing but silence from the microphone for {} s: is it muted? The recording goes on", ms / 1000);
            model.shared.notices.say(Subject::Silence, Weight::Danger, text, now);
        }
        Some(_) => {}
        None => model.shared.notices.over(Subject::Silence),
    }
}

/// A voice that is too faint to be understood afterwards, or so loud that it is distorted.
fn hear_level(model: &mut Model, noticed: &mut Noticed) {
    let now = model.shared.now.mono_ms;
    let audible = model.shared.gauges.last.peak_db.is_none_or(|db| db > FAINT_DB);
    if !is_live(model) || audible || noticed.audible_ms.is_none() {
        noticed.audible_ms = Some(now);
        model.shared.notices.over(Subject::Faint);
    } else if noticed.audible_ms.is_some_and(|at| now.saturating_sub(at) >= FAINT_MS) && !model.shared.notices.stands(Subject::Silence) {
        if !model.shared.notices.stands(Subject::Faint) {
            journal(model, Incident::Faint);
        }
        let text = "the microphone has heard very little for a minute: is it near enough? The recording goes on";
        model.shared.notices.say(Subject::Faint, Weight::Warning, text, now);
    }
    let clipping = model.shared.gauges.clipped_ms.is_some_and(|at| now.saturating_sub(at) < LOUD_MS) && is_live(model);
    if !clipping {
        return model.shared.notices.over(Subject::Loud);
    }
    if noticed.loud_ms.is_none_or(|at| now.saturating_sub(at) >= 6 * LOUD_MS) {
        noticed.loud_ms = Some(now);
        journal(model, Incident::Loud);
    }
    let text = "the sound is too loud and distorts: turn the microphone down, or move it away a little";
    model.shared.notices.say(Subject::Loud, Weight::Warning, text, now);
}

/// How many of `thresholds` lie above `value`.
fn passed(value: u64, thresholds: [u64; 3]) -> usize {
    thresholds.iter().filter(|least| value < **least).count()
}

/// The last one weighs most.
fn weight(passed: usize) -> Weight {
    if passed == 3 { Weight::Danger } else { Weight::Warning }
}

fn watch_disk(model: &mut Model, noticed: &mut Noticed) {
    let declined = model.session().is_some_and(|s| matches!(s.audio(), Audio::NotesOnly(_)));
    let Some(minutes) = model.shared.minutes_left().filter(|_| !declined) else { return model.shared.notices.over(Subject::Space) };
    let low = passed(minutes, DISK_MINUTES);
    if low > noticed.disk {
        journal(model, Incident::Space { minutes });
    }
    noticed.disk = low;
    // What memory holds because the disk takes nothing is said instead.
    if low == 0 || model.shared.notices.stands(Subject::Disk) {
        return model.shared.notices.over(Subject::Space);
    }
    let text = format!("the disk has room for {} of recording: free some space", counted(minutes, "more minute"));
    model.shared.notices.say(Subject::Space, weight(low), text, model.shared.now.mono_ms);
}

fn watch_battery(model: &mut Model, noticed: &mut Noticed) {
    let Some(Battery { percent, supply }) = model.shared.gauges.last.battery else { return };
    let low = match supply {
        Supply::Mains => 0,
        Supply::Battery => passed(u64::from(percent), BATTERY_PERCENT),
    };
    if low > noticed.battery {
        journal(model, Incident::Battery { percent });
    }
    noticed.battery = low;
    if low == 0 {
        return model.shared.notices.over(Subject::Battery);
    }
    let safe = if model.shared.keeping == Keeping::Nothing { "" } else { ". What is recorded is safe to the last second" };
    let text = format!("the battery is down to {percent} %: plug the computer in{safe}");
    model.shared.notices.say(Subject::Battery, weight(low), text, model.shared.now.mono_ms);
}

/// The computer slept: what was said meanwhile is not there, and the journal says how long that was.
fn wake(model: &mut Model, noticed: &mut Noticed) {
    let slept = model.shared.gauges.last.slept_ms;
    let long = slept.saturating_sub(noticed.slept_ms.replace(slept).unwrap_or(slept));
    if long >= SLEPT_MS {
        let slept = Incident::Slept { ms: long };
        model.shared.tell(Subject::Happened, Weight::Warning, slept.words());
        journal(model, slept);
    }
}
