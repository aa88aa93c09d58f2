//! What follows for the recording of a session: takes grow and are closed, sound stops, a crash is mended.

use crate::domain::audio_end::AudioEnd;
use crate::domain::event::Event;
use crate::domain::incident::GapCause;
use crate::domain::incident::Incident;
use crate::domain::mishap::Mishap;
use crate::domain::mishap::MishapKind;
use crate::domain::named::Named;
use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::standing::Choice;
use crate::domain::takes::Digested;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::timeline::TakeNumber;

impl Session {
    /// What went wrong and was outlived.
    pub fn incidents(&self) -> &[Mishap] {
        &self.incidents
    }

    /// Whether the disk refused the recording, as far as is known, and has not taken it again since.
    pub fn disk_refuses(&self) -> bool {
        let latest = self.incidents.iter().rev().find_map(|mishap| match &mishap.what {
            MishapKind::Incident(Named::Known(Incident::Disk { .. })) => Some(true),
            MishapKind::Incident(Named::Known(Incident::DiskBack)) => Some(false),
            _ => None,
        });
        latest == Some(true)
    }

    /// A take of which the digest is known is what it was: what is found of its file later is another matter.
    pub(super) fn grow_take(&mut self, take: TakeNumber, frames: Frames) {
        if !self.takes.is_known(take) {
            self.timeline.grow_take(take, frames);
        }
    }

    pub(super) fn close_take(&mut self, take: TakeNumber, frames: Frames) {
        self.grow_take(take, frames);
        if self.audio == Audio::Live(take) {
            self.audio = Audio::None;
        }
    }

    /// What is withheld becomes silence in a take, has, or does not.
    pub(super) fn hear_of_silence(&mut self, event: &Event) {
        match event {
            Event::SilencingBegun(silence) => self.takes.begin_silence(silence),
            Event::Silenced(silence) => {
                // The digest of a file that holds more than counts says nothing about what counts.
                let counts = self.timeline.frames_of(silence.take) == Some(silence.frames);
                self.takes.silence(silence, if counts { Digested::AllThatCounts } else { Digested::More });
            }
            Event::SilencingGivenUp { take } => self.takes.give_up_silence(*take),
            _ => {}
        }
    }

    pub(super) fn stop_audio(&mut self, at: Position, why: &AudioEnd) {
        let refused = self.is_recording_refused();
        let (audio, why) = match why {
            AudioEnd::Lost(fault) => (Audio::Lost(fault.clone()), why.clone()),
            AudioEnd::Declined => (Audio::NotesOnly(Choice::Declined), why.clone()),
            AudioEnd::Withdrawn => (Audio::NotesOnly(Choice::Withdrawn), why.clone()),
            AudioEnd::NotesOnly | AudioEnd::Newer { .. } => (Audio::NotesOnly(Choice::Interviewers), why.clone()),
            // Who recorded a yes and stopped had not been declined.
            AudioEnd::ByChoice if refused => (Audio::NotesOnly(Choice::Declined), AudioEnd::Declined),
            AudioEnd::ByChoice => (Audio::NotesOnly(Choice::Interviewers), AudioEnd::NotesOnly),
        };
        if let Audio::Lost(fault) = &audio {
            self.tell(at, MishapKind::Lost(fault.clone()));
        }
        self.timeline.begin_unrecorded(at, why);
        self.audio = audio;
        self.goes_on();
    }

    /// So much of a take was lost.
    pub(super) fn lose(&mut self, take: TakeNumber, at_frame: Frames, frames: Frames, why: &Named<GapCause>) {
        let at = self.timeline.position_of(take, at_frame).unwrap_or_default();
        let rate = self.takes.all().get(&take).and_then(|facts| facts.rate).unwrap_or(SampleRate::STUDIO);
        self.tell(at, MishapKind::Gap(frames.duration(rate), why.clone()));
    }

    pub(super) fn recover(&mut self, take: Option<TakeNumber>, frames: Frames, missing_ms: u64) {
        if let Some(take) = take {
            self.grow_take(take, frames);
        }
        self.tell(self.timeline.end(), MishapKind::Recovered(missing_ms));
        // Whoever had chosen notes only has not chosen anything else since.
        if matches!(self.audio, Audio::Live(_)) {
            self.audio = Audio::None;
        }
        self.found_unattended();
    }
}
