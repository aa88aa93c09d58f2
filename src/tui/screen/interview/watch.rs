//! What the interview screen sees to while nobody presses a key: the unfinished note is kept, a long pause is told again, silence from
//! the microphone is said, one that is gone is tried again.

use std::time::Duration;

use super::microphone::look_again;
use super::room;
use super::with_room;
use crate::domain::event::Event;
use crate::domain::session::Audio;
use crate::domain::session::Phase;
use crate::tui::effect::Effect;
use crate::tui::model::Model;
use crate::tui::notice::Weight;

/// At or below this a microphone delivers nothing: the last bit of a 16-bit converter lies at -90 dBFS, and every live one stirs it.
const SILENCE_DB: f32 = -89.0;

/// How long nothing at all may come before the screen says so, in milliseconds. Quiet speech and quiet rooms are not nothing.
const SILENCE_MS: u64 = 3_000;

/// How often the unfinished note is kept on disk, in milliseconds.
const DRAFT_MS: u64 = 1_000;

/// How much of the time that only the clock counts a crash may cost, give or take a turn of the loop.
const TIME_KEPT_EVERY: Duration = Duration::from_secs(10);

/// How long a pause may last before the screen says it again, in milliseconds: five minutes, a break for coffee.
const LONG_PAUSE_MS: u64 = 300_000;

/// A turn: the unfinished note is kept, a long pause is told again.
pub(in crate::tui) fn turn(model: &mut Model, effects: &mut Vec<Effect>) {
    let now = model.now.mono_ms;
    let Some(room) = room(model) else { return };
    let (draft, paused) = (room.draft(), room.paused_ms);
    if draft != room.kept && now.saturating_sub(room.kept_ms) >= DRAFT_MS {
        effects.push(Effect::KeepDraft(draft.clone()));
        with_room(model, |room| (room.kept, room.kept_ms) = (draft, now));
    }
    keep_time(model, effects);
    hear_silence(model, effects);
    look_again(model, effects);
    if let Some(since) = paused.map(|at| now.saturating_sub(at)).filter(|ms| *ms >= LONG_PAUSE_MS) {
        let text = format!("still off the record, for {} min. F9 goes back on", since / 60_000);
        model.notices.stand("pause", Weight::Warning, text, now);
    }
}

/// Lets the journal know how far the clock has counted while nothing is recorded, so that a crash does not take that with it.
fn keep_time(model: &mut Model, effects: &mut Vec<Effect>) {
    let at = model.now.position;
    if model.session().is_some_and(|s| s.is_on_the_clock() && at.since(s.timeline().end()) >= TIME_KEPT_EVERY) {
        model.happened(Event::TimePassed { at }, effects);
    }
}

/// A microphone that is muted or dead delivers silence and no error: it is said, and journaled once, and never a reason to stop.
fn hear_silence(model: &mut Model, effects: &mut Vec<Effect>) {
    let (now, at) = (model.now.mono_ms, model.now.position);
    let live = model.session().is_some_and(|s| s.phase() == Phase::Recording && matches!(s.audio(), Audio::Live(_)));
    let silent = live && model.telemetry.peak_db.is_some_and(|db| db <= SILENCE_DB);
    let since = room(model).and_then(|r| r.silent_ms);
    let since = silent.then(|| since.unwrap_or(now));
    with_room(model, |room| room.silent_ms = since);
    match since.map(|since| now.saturating_sub(since)) {
        Some(ms) if ms >= SILENCE_MS => {
            if !model.notices.stands("silence") {
                model.happened(Event::Incident { at, what: "nothing but silence from the microphone".into() }, effects);
            }
            let text = format!("nothing but silence from the microphone for {} s: is it muted? The recording goes on", ms / 1000);
            model.notices.stand("silence", Weight::Danger, text, now);
        }
        Some(_) => {}
        None => model.notices.over("silence"),
    }
}
