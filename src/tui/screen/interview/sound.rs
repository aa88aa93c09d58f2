//! What the interview screen does with the recording: on and off the record, with sound and without.
//!
//! Nothing is recorded before a person said so, and off the record means off, whatever the recorder is doing just then.

use crate::domain::audio_end::AudioEnd;
use crate::domain::command::Command;
use crate::domain::consent::Agreement;
use crate::domain::guide::Covers;
use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::tui::effect::Effect;
use crate::tui::keymap::Keys;
use crate::tui::keymap::action::Interview;
use crate::tui::microphone::Known;
use crate::tui::msg::SoundReport;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::microphone::Source;
use crate::tui::screen::interview::microphone::none;
use crate::tui::screen::interview::microphone::stop_audio;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::say;

/// Why an interview that is not to be recorded is not: the participant said so, or the interviewer.
pub(super) fn why_not(shared: &Shared) -> AudioEnd {
    let refused = |s: &Session| s.consents().about(s.guide(), Covers::Recording) == Agreement::Refused;
    if shared.session().is_some_and(refused) { AudioEnd::Declined } else { AudioEnd::NotesOnly }
}

/// What is said on coming back to an interview that was cut short, after what was mended.
pub(super) fn cut_short(mended: Option<&str>, keys: &Keys) -> String {
    let (on, end) = (keys.name(Interview::OffRecord), keys.name(Interview::EndInterview));
    let words = say!("go-on-or-end", on = on, end = end);
    mended.map_or_else(|| words.clone(), |mended| format!("{mended} {words}"))
}

impl Source {
    /// The recorder reports this.
    pub(super) fn heard(&mut self, report: &SoundReport, shared: &mut Shared) {
        match report {
            SoundReport::Started { ticket, begun } => self.started(*ticket, begun, shared),
            SoundReport::Resumed { ticket } => self.resumed(*ticket),
            SoundReport::Lost { take, why, fault, .. } => self.lost(*take, why, fault, shared),
            SoundReport::Refused { ticket, why, fault } => self.refused(*ticket, why, fault, shared),
            SoundReport::Moved { to } => self.moved(to.as_ref(), shared),
            SoundReport::Heard { .. }
            | SoundReport::Checkpoint { .. }
            | SoundReport::Paused { .. }
            | SoundReport::Gap { .. }
            | SoundReport::ClockCompared { .. }
            | SoundReport::Closed { .. }
            | SoundReport::Rolled { .. }
            | SoundReport::Held { .. }
            | SoundReport::Muted
            | SoundReport::Unmuted
            | SoundReport::Trouble { .. } => {}
        }
    }

    /// Off the record, or back on.
    pub(super) fn off_record(&mut self, shared: &mut Shared) {
        match shared.phase() {
            None => {}
            Some(Phase::Interrupted) => self.go_on(shared),
            Some(Phase::OffRecord) => self.back_on(shared),
            Some(Phase::Draft | Phase::Recording | Phase::Ended | Phase::Reviewed) => self.off(shared),
        }
    }

    fn off(&mut self, shared: &mut Shared) {
        let at = shared.now.position;
        if shared.ask(Command::Pause { at, reason: None }) {
            self.pauses(shared);
            // Whatever is believed here about the sound: off means off, and a recorder at rest has nothing to pause.
            shared.want(Effect::PauseTake);
        }
    }

    fn back_on(&mut self, shared: &mut Shared) {
        let at = shared.now.position;
        if shared.ask(Command::Resume { at }) {
            shared.notices.over(Subject::Pause);
            self.paused_ms = None;
            self.sound_again(shared);
            shared.say(Weight::News, say!("back-on-the-record"));
        }
    }

    /// Back on the record: the microphone too, if there is to be one.
    fn sound_again(&mut self, shared: &mut Shared) {
        match shared.session().map(Session::audio) {
            Some(Audio::Live(_)) => self.resume_take(shared),
            // Still being opened when the pause began and ended: the recorder was told of the one and is told of the other.
            _ if self.is_starting() => self.resume_take(shared),
            // The microphones were found in the pause.
            Some(Audio::None) if !self.is_awaited() => match self.chosen().cloned() {
                Some(microphone) => self.start_take(microphone, shared),
                None => none(shared),
            },
            // One that is gone is tried again by itself.
            Some(Audio::None | Audio::NotesOnly(_) | Audio::Lost(_)) | None => {}
        }
    }

    /// Goes on with an interview that was cut short, in a new take.
    fn go_on(&mut self, shared: &mut Shared) {
        let at = shared.now.position;
        if !shared.ask(Command::Resume { at }) {
            return;
        }
        // What was said of coming back is over: one is back.
        shared.notices.over(Subject::Study);
        // Who chose notes only before the crash has not been asked again: there is a key for another wish.
        let recorded = shared.session().is_some_and(|s| s.may_record() && !matches!(s.audio(), Audio::NotesOnly(_)));
        let microphone = self.chosen().or(shared.offer.microphones.first()).cloned();
        match (recorded, microphone, shared.offer.known) {
            (false, ..) => stop_audio(why_not(shared), shared),
            (true, Some(microphone), _) => self.start_take(microphone, shared),
            (true, None, Known::NotYet) => self.await_list(),
            (true, None, Known::All) => none(shared),
        }
    }

    /// Closes the recording and goes on with notes only, if it is meant.
    pub(super) fn notes_only(&mut self, shared: &mut Shared) {
        match shared.session().map(Session::audio) {
            Some(Audio::NotesOnly(_)) => {
                // A microphone that is being opened again is not wanted any more.
                self.give_up();
                shared.want(Effect::CloseTake);
                shared.say(Weight::News, say!("notes-only-already"));
            }
            // The question is asked only where there is something to stop.
            Some(Audio::None | Audio::Live(_) | Audio::Lost(_)) => {
                let words = |again: &Message| say!("notes-only-again", again = again.clone());
                if shared.is_under_way() && !shared.means_it(Interview::NotesOnly, words) {
                    return;
                }
                shared.notices.over(Subject::Sound);
                self.give_up();
                stop_audio(AudioEnd::NotesOnly, shared);
                if shared.session().is_some_and(|s| matches!(s.audio(), Audio::NotesOnly(_))) {
                    let key = shared.key(Interview::TryMicrophone);
                    shared.say(Weight::Warning, say!("recording-closed", key = key));
                }
            }
            None => {}
        }
    }
}

/// Says which number to ring if the line drops.
pub(super) fn say_whom_to_ring(shared: &mut Shared) {
    let words = shared.ring.number().map_or_else(|| say!("room-no-ring"), |number| say!("room-ring", number = number));
    shared.say(Weight::News, words);
}
