//! What is asked of the recorder.

use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use crate::audio::InputWish;
use crate::audio::StreamFormat;
use crate::audio::peaks::Unkept;
use crate::audio::recorder::Order;
use crate::audio::take::Depth;
use crate::shell::archive::recordings;
use crate::shell::live::desk::Desk;
use crate::shell::live::microphones::Microphones;
use crate::shell::live::perform::World;
use crate::shell::live::workers::Around;
use crate::shell::live::workers::draw_waveform;
use crate::shell::live::workers::in_words;
use crate::shell::live::workers::look_for_microphones;
use crate::shell::live::workers::read_transcripts;
use crate::shell::live::workers::try_disk;
use crate::shell::live::workers::verify_takes;
use crate::shell::live::workers::waveform;
use crate::tui::in_words::InWords;
use crate::tui::model::Microphone;
use crate::tui::model::Model;
use crate::tui::msg::Drawn;
use crate::tui::msg::Msg;
use crate::tui::msg::SoundReport;

impl World {
    pub(super) fn wish(&self, microphone: &Microphone) -> InputWish {
        let audio = self.study.settings.audio;
        InputWish { device: self.microphones.asked_for(microphone), format: StreamFormat { rate: audio.rate, channels: audio.channels } }
    }

    /// Gives the recorder an order that opens a microphone, after making one if there is none.
    pub(super) fn order_anew(&mut self, order: Order) -> Vec<Msg> {
        let ticket = if let Order::Start { ticket, .. } = &order { *ticket } else { 0 };
        let ready = self.desk.open(&self.microphones, &self.captured.0, &self.line, &self.clock.read());
        match ready {
            Ok(()) => self.order(order),
            Err(why) => vec![Msg::Sound(SoundReport::Refused { ticket, why: why.to_string(), fault: why.fault() }, self.idle_now())],
        }
    }

    pub(super) fn order(&mut self, order: Order) -> Vec<Msg> {
        let now = self.clock.read();
        self.desk.order(order, &now);
        vec![]
    }

    /// Looks for the machine's microphones; the answer comes as a report. A simulated one is where it was.
    pub(super) fn find_microphones(&self) -> Vec<Msg> {
        if let (Microphones::System(known), Desk::Threaded(_)) = (&self.microphones, &self.desk) {
            let known = known.clone();
            // One that cannot be looked for now is looked for the next time.
            look_for_microphones(move || (Microphones::found_or(known), None), self.letterbox.reports()).ok();
        }
        vec![]
    }

    /// Tries the study's disk; the answer comes as a report, or at once where time is made up. One that hangs is not asked again.
    pub(super) fn try_disk(&mut self) -> Vec<Msg> {
        if matches!(self.desk, Desk::ByHand(_)) {
            return vec![Msg::DiskTried(self.study.folder.tried().err().map(|why| why.to_string()))];
        }
        let around = if self.whereabouts.is_none() { Around::Looked } else { Around::Known };
        self.trying = self.trying || try_disk(self.study.folder.clone(), around, self.letterbox.reports()).is_ok();
        vec![]
    }

    /// Reads the takes of the session that is open back; the answer comes as a report, or at once where time is made up.
    pub(super) fn verify_takes(&mut self, model: &Model) -> Vec<Msg> {
        let (Some(held), Some(session)) = (&self.held, model.session()) else { return vec![] };
        let folder = held.folder.clone();
        if matches!(self.desk, Desk::ByHand(_)) {
            let takes = recordings::checked(&folder, session, Depth::Bytes);
            let name = folder.name();
            return vec![Msg::Verified(name, takes, self.now(model))];
        }
        // Where no thread can be made, whoever comes back asks again.
        verify_takes(folder, session.clone(), self.letterbox.reports()).ok();
        vec![]
    }

    /// Reads the transcripts of the session that is open; they come as a report, or at once where time is made up.
    pub(super) fn read_transcripts(&mut self, model: &Model) -> Vec<Msg> {
        let (Some(held), Some(session)) = (&self.held, model.session()) else { return vec![] };
        let (folder, wanted) = (held.folder.clone(), session.transcripts().in_force().cloned().collect::<Vec<_>>());
        if matches!(self.desk, Desk::ByHand(_)) {
            return vec![Msg::InWords(folder.name(), Box::new(in_words(&folder, &wanted)))];
        }
        match read_transcripts(folder.clone(), wanted, self.letterbox.reports()) {
            Ok(()) => vec![],
            Err(why) => vec![Msg::InWords(folder.name(), Box::new(InWords::read(vec![], vec![why.to_string()])))],
        }
    }

    /// Gets the waveform of the session that is open; it comes as reports, or at once where time is made up.
    pub(super) fn draw_waveform(&mut self, model: &Model) -> Vec<Msg> {
        let (Some(held), Some(session)) = (&self.held, model.session()) else { return vec![] };
        let (folder, takes) = (held.folder.clone(), session.takes().keys().copied().collect());
        if matches!(self.desk, Desk::ByHand(_)) {
            let (drawn, unkept) = waveform(&folder, takes, &mut |_| {});
            unkept.iter().for_each(Unkept::keep);
            return vec![Msg::Waveform(folder.name(), Drawn::Whole(Box::new(drawn)))];
        }
        // Where no thread can be made, the notes are listened to without.
        let held = Arc::clone(self.drawing.insert(Arc::new(AtomicBool::new(true))));
        draw_waveform(folder, takes, self.letterbox.reports(), held).ok();
        vec![]
    }
}
