//! What the interview screen does with the recording: on and off the record, a microphone that is lost, found, silent or not wanted.
//!
//! The interview goes on whatever happens here. Nothing is recorded before a person said so, and nothing is stopped because of silence.

use crate::domain::command::Command;
use crate::domain::command::may_record;
use crate::domain::event::AudioEnd;
use crate::domain::event::Event;
use crate::domain::session::Audio;
use crate::domain::session::Phase;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::effect::Effect;
use crate::tui::model::Known;
use crate::tui::model::Model;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::room;
use crate::tui::screen::interview::with_room;
use crate::tui::update;

/// What an interview that goes on waits for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum WaitsFor {
    /// Nothing.
    #[default]
    Nothing,
    /// The list of microphones, which is being made.
    Microphone,
    /// The recorder to say that a take has begun.
    Take,
    /// The recorder to say that the take goes on after a pause.
    Resume,
}

pub(super) fn start_take(model: &mut Model, microphone: String, effects: &mut Vec<Effect>) {
    if room(model).is_some_and(|r| r.waits == WaitsFor::Take) {
        return model.say(Weight::News, "the microphone is being opened");
    }
    if let Some(take) = model.session().map(|s| s.timeline().next_take()) {
        effects.push(Effect::StartTake(take, microphone));
        with_room(model, |room| room.waits = WaitsFor::Take);
    }
}

/// The recorder says that a take has begun. One that nobody waits for any more (the interview ended, or goes on with notes only) is
/// closed at once and is no part of the session.
pub(in crate::tui) fn started(model: &mut Model, begun: Event, effects: &mut Vec<Effect>) {
    let awaited = room(model).is_some_and(|r| r.waits == WaitsFor::Take) && update::under_way(model);
    if !awaited {
        return effects.push(Effect::CloseTake);
    }
    with_room(model, |room| room.waits = WaitsFor::Nothing);
    model.notices.over("sound");
    model.happened(begun, effects);
    if model.session().is_some_and(|s| s.phase() == Phase::OffRecord) {
        // It was being opened when the pause began.
        effects.push(Effect::PauseTake);
    }
}

/// The recorder says that it goes on after a pause.
pub(in crate::tui) fn resumed(model: &mut Model) {
    model.notices.over("sound");
    answered(model);
}

/// Nothing is waited for any more.
pub(in crate::tui) fn answered(model: &mut Model) {
    with_room(model, |room| room.waits = WaitsFor::Nothing);
}

/// The recorder refused something. It matters only if it is what the interview waits for: then there is no audio, and what was paused is
/// finished, so that the microphone can be tried again.
pub(in crate::tui) fn refused(model: &mut Model, why: &str, effects: &mut Vec<Effect>) {
    match room(model).map(|r| r.waits) {
        Some(WaitsFor::Take | WaitsFor::Resume) => {
            with_room(model, |room| room.waits = WaitsFor::Nothing);
            effects.push(Effect::CloseTake);
            update::lost(model, why, "no microphone", effects);
        }
        Some(WaitsFor::Nothing | WaitsFor::Microphone) | None => {}
    }
}

pub(super) fn stop_audio(model: &mut Model, why: AudioEnd, effects: &mut Vec<Effect>) {
    let at = model.now.position;
    if model.ask(Command::StopAudio { at, why }, effects) {
        effects.push(Effect::CloseTake);
    }
}

pub(super) fn off_record(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(session) = model.session() else { return };
    let at = model.now.position;
    if session.phase() == Phase::Interrupted {
        go_on(model, at, effects);
    } else if session.phase() == Phase::OffRecord {
        if model.ask(Command::Resume { at }, effects) {
            model.notices.over("pause");
            with_room(model, |room| room.paused_ms = None);
            sound_again(model, effects);
            model.say(Weight::News, "back on the record");
        }
    } else if model.ask(Command::Pause { at, reason: None }, effects) {
        let now = model.now.mono_ms;
        with_room(model, |room| room.paused_ms = Some(now));
        // Whatever is believed here about the sound: off means off, and a recorder at rest has nothing to pause.
        effects.push(Effect::PauseTake);
    }
}

/// Back on the record: the microphone too, if there is to be one.
fn sound_again(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(waits) = room(model).map(|r| r.waits) else { return };
    match (model.session().map(Session::audio), waits) {
        (Some(Audio::Live(_)), _) => {
            effects.push(Effect::ResumeTake);
            with_room(model, |room| room.waits = WaitsFor::Resume);
        }
        // Still being opened when the pause began and ended: the recorder was told of the one and is told of the other.
        (_, WaitsFor::Take) => effects.push(Effect::ResumeTake),
        // The microphones were found in the pause.
        (Some(Audio::None), WaitsFor::Nothing | WaitsFor::Resume) => match room(model).and_then(|r| r.microphone.clone()) {
            Some(name) => start_take(model, name, effects),
            None => no_microphone(model, effects),
        },
        (Some(Audio::None | Audio::Declined | Audio::Lost(_)) | None, _) => {}
    }
}

/// Goes on with an interview that was cut short, in a new take.
fn go_on(model: &mut Model, at: Position, effects: &mut Vec<Effect>) {
    if !model.ask(Command::Resume { at }, effects) {
        return;
    }
    // Who chose notes only before the crash has not been asked again: Alt-M is there for another wish.
    let recorded = model.session().is_some_and(|s| may_record(s) && *s.audio() != Audio::Declined);
    let name = room(model).and_then(|r| r.microphone.clone()).or_else(|| model.study.microphones.first().cloned());
    match (recorded, name, model.study.known) {
        (false, ..) => stop_audio(model, AudioEnd::Declined, effects),
        (true, Some(name), _) => start_take(model, name, effects),
        (true, None, Known::NotYet) => with_room(model, |room| room.waits = WaitsFor::Microphone),
        (true, None, Known::All) => no_microphone(model, effects),
    }
}

/// The microphones were found: an interview that goes on and waits for one has it now.
pub(in crate::tui) fn microphones_came(model: &mut Model, effects: &mut Vec<Effect>) {
    if room(model).is_none_or(|r| r.waits != WaitsFor::Microphone) {
        return;
    }
    let name = model.study.microphones.first().cloned();
    with_room(model, |room| (room.waits, room.microphone) = (WaitsFor::Nothing, name.clone()));
    if model.session().is_some_and(|s| s.phase() == Phase::OffRecord) {
        return; // going back on the record opens it
    }
    match name {
        Some(name) => start_take(model, name, effects),
        None => no_microphone(model, effects),
    }
}

fn no_microphone(model: &mut Model, effects: &mut Vec<Effect>) {
    stop_audio(model, AudioEnd::Lost { what: "no microphone was found".into() }, effects);
    let text = "no microphone was found. The interview goes on without audio; Alt-M tries again";
    model.notices.stand("sound", Weight::Danger, text, model.now.mono_ms);
}

pub(super) fn notes_only(model: &mut Model, effects: &mut Vec<Effect>) {
    match model.session().map(Session::audio) {
        Some(Audio::Declined) => {
            // A microphone that is being opened again is not wanted any more.
            with_room(model, |room| room.waits = WaitsFor::Nothing);
            effects.push(Effect::CloseTake);
            model.say(Weight::News, "this interview already goes on with notes only");
        }
        Some(Audio::None | Audio::Live(_) | Audio::Lost(_)) => {
            model.notices.over("sound");
            with_room(model, |room| room.waits = WaitsFor::Nothing);
            stop_audio(model, AudioEnd::Declined, effects);
        }
        None => {}
    }
}

pub(super) fn try_microphone(model: &mut Model, effects: &mut Vec<Effect>) {
    let Some(session) = model.session() else { return };
    match session.audio() {
        Audio::Live(_) => model.say(Weight::News, "the microphone is recording"),
        Audio::Declined if !may_record(session) => {
            model.say(Weight::News, "consent to record was not given: this interview goes on with notes only");
        }
        Audio::None | Audio::Declined | Audio::Lost(_) if session.phase() == Phase::Recording => {
            let name = room(model).and_then(|r| r.microphone.clone()).unwrap_or_default();
            model.say(Weight::News, "trying the microphone again");
            start_take(model, name, effects);
        }
        Audio::None | Audio::Declined | Audio::Lost(_) => model.say(Weight::News, "go back on the record first"),
    }
}
