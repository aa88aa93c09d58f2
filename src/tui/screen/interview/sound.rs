//! What the interview screen does with the recording: on and off the record, with sound and without.
//!
//! Nothing is recorded before a person said so, and off the record means off, whatever the recorder is doing just then.

use crate::domain::audio_end::AudioEnd;
use crate::domain::command::Command;
use crate::domain::consent::Agreement;
use crate::domain::guide::Covers;
use crate::domain::session::Audio;
use crate::domain::session::Phase;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::tui::effect::Effect;
use crate::tui::hand;
use crate::tui::keymap::Action;
use crate::tui::model::Known;
use crate::tui::model::Model;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::microphone::none;
use crate::tui::screen::interview::microphone::resume_take;
use crate::tui::screen::interview::microphone::start_take;
use crate::tui::screen::interview::room;
use crate::tui::screen::interview::with_room;
use crate::tui::update;

pub(super) fn stop_audio(model: &mut Model, why: AudioEnd) {
    let at = model.shared.now.position;
    if model.shared.ask(Command::StopAudio { at, why }) {
        model.shared.want(Effect::CloseTake);
    }
}

/// Why an interview that is not to be recorded is not: the participant said so, or the interviewer.
pub(super) fn why_not(model: &Model) -> AudioEnd {
    let refused = |s: &Session| s.consents().about(s.guide(), Covers::Recording) == Agreement::Refused;
    if model.session().is_some_and(refused) { AudioEnd::Declined } else { AudioEnd::NotesOnly }
}

pub(super) fn off_record(model: &mut Model) {
    let Some(session) = model.session() else { return };
    let at = model.shared.now.position;
    if session.phase() == Phase::Interrupted {
        go_on(model, at);
    } else if session.phase() == Phase::OffRecord {
        if model.shared.ask(Command::Resume { at }) {
            model.shared.notices.over(Subject::Pause);
            with_room(model, |room| room.paused_ms = None);
            sound_again(model);
            model.shared.say(Weight::News, "back on the record");
        }
    } else if model.shared.ask(Command::Pause { at, reason: None }) {
        let now = model.shared.now.mono_ms;
        with_room(model, |room| {
            room.paused_ms = Some(now);
            room.asked.resume = None;
        });
        // Whatever is believed here about the sound: off means off, and a recorder at rest has nothing to pause.
        model.shared.want(Effect::PauseTake);
    }
}

/// Back on the record: the microphone too, if there is to be one.
fn sound_again(model: &mut Model) {
    let Some(asked) = room(model).map(|r| r.asked) else { return };
    match model.session().map(Session::audio) {
        Some(Audio::Live(_)) => resume_take(model),
        // Still being opened when the pause began and ended: the recorder was told of the one and is told of the other.
        _ if asked.starts() => resume_take(model),
        // The microphones were found in the pause.
        Some(Audio::None) if !asked.list => match room(model).and_then(|r| r.microphone.clone()) {
            Some(name) => start_take(model, name),
            None => none(model),
        },
        // One that is gone is tried again by itself.
        Some(Audio::None | Audio::NotesOnly(_) | Audio::Lost(_)) | None => {}
    }
}

/// Goes on with an interview that was cut short, in a new take.
fn go_on(model: &mut Model, at: Position) {
    if !model.shared.ask(Command::Resume { at }) {
        return;
    }
    // What was said of coming back is over: one is back.
    model.shared.notices.over(Subject::Study);
    // Who chose notes only before the crash has not been asked again: Alt-M is there for another wish.
    let recorded = model.session().is_some_and(|s| s.may_record() && !matches!(s.audio(), Audio::NotesOnly(_)));
    let name = room(model).and_then(|r| r.microphone.clone()).or_else(|| model.shared.offer.microphones.first().cloned());
    match (recorded, name, model.shared.offer.known) {
        (false, ..) => stop_audio(model, why_not(model)),
        (true, Some(name), _) => start_take(model, name),
        (true, None, Known::NotYet) => with_room(model, |room| room.asked.list = true),
        (true, None, Known::All) => none(model),
    }
}

pub(super) fn notes_only(model: &mut Model) {
    match model.session().map(Session::audio) {
        Some(Audio::NotesOnly(_)) => {
            // A microphone that is being opened again is not wanted any more.
            with_room(model, |room| (room.asked, room.away) = (room.asked.forgotten(), None));
            model.shared.want(Effect::CloseTake);
            model.shared.say(Weight::News, "this interview already goes on with notes only");
        }
        // The question is asked only where there is something to stop.
        Some(Audio::None | Audio::Live(_) | Audio::Lost(_)) => {
            let words = |again: &str| format!("{again} stops the recording and goes on with notes only; anything else goes on");
            if update::under_way(model) && !hand::means_it(model, Action::NotesOnly, words) {
                return;
            }
            model.shared.notices.over(Subject::Sound);
            with_room(model, |room| (room.asked, room.away) = (room.asked.forgotten(), None));
            stop_audio(model, AudioEnd::NotesOnly);
            if model.session().is_some_and(|s| matches!(s.audio(), Audio::NotesOnly(_))) {
                model.shared.say(Weight::Warning, "the recording is closed: notes only from here on. Alt-M records again");
            }
        }
        None => {}
    }
}
