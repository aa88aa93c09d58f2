//! What the threads beside the main one report, as messages.

use crate::audio::CaptureReport;
use crate::domain::time::Frames;
use crate::shell::live::interpreter::sound;
use crate::shell::live::perform::World;
use crate::shell::live::perform::room::Whose;
use crate::shell::live::reports::Report;
use crate::tui::model::Model;
use crate::tui::msg::Msg;
use crate::words::say;

impl World {
    /// What workers have reported since it was asked the last time.
    pub(crate) fn drain(&mut self, model: &Model) -> Vec<Msg> {
        let now = self.now(model);
        let reports = self.letterbox.taken_out();
        let captured: Vec<CaptureReport> = self.captured.1.try_iter().collect();
        let mut told: Vec<Msg> = Vec::new();
        for report in captured {
            match self.checks(&report) {
                Whose::Checks(said) => told.extend(said),
                Whose::Others(said) => {
                    told.extend(said);
                    told.push(self.heard(report, model));
                }
            }
        }
        told.extend(self.played_check());
        for report in &reports {
            if let Report::Saved(n) = report
                && self.forgets.is_some_and(|event| event <= *n)
            {
                told.extend(self.forget_texts());
                if !model.shared.is_under_way() {
                    self.index_agrees();
                }
            }
        }
        told.extend(reports.into_iter().map(|report| match report {
            Report::Saved(n) => Msg::Saved(n),
            Report::Found(number, found) => Msg::Found(number, found),
            Report::NotSaved(why) => Msg::JournalFailed(why),
            Report::Stranded(where_) => {
                self.strand(&where_);
                Msg::Stranded(where_)
            }
            Report::Stop(why) => Msg::Stop(why, now),
            Report::Tried(refused) => {
                self.trying = false;
                Msg::DiskTried(refused)
            }
            Report::Verified(name, takes) => Msg::Verified(name, takes, now),
            Report::Figures(counted) => Msg::Figures(counted),
            Report::CopyLeft(why) => Msg::CopyLeft(why),
            Report::InWords(name, in_words) => Msg::InWords(name, in_words),
            Report::Waveform(name, drawn) => Msg::Waveform(name, drawn),
            Report::Clip(name, made) => {
                let (copied, made) = *made;
                Msg::ClipMade(name, copied, made)
            }
            Report::Whereabouts(found) => {
                self.whereabouts = Some(found.clone());
                Msg::Whereabouts(found)
            }
            Report::Microphones(found, remark) => {
                self.microphones = found;
                Msg::Microphones(self.microphones.all(), remark)
            }
        }));
        told.extend(self.told_of_playing());
        told
    }

    /// Something is not where it should be: said again when the program is left.
    fn strand(&mut self, what: &str) {
        let before = self.stranded.take().map_or_else(String::new, |before| before + "\n");
        self.stranded = Some(before + what);
    }

    /// What the recorder reports, at the moment it is about.
    fn heard(&mut self, mut report: CaptureReport, model: &Model) -> Msg {
        let reading = self.clock.read();
        let mut now = self.now_at(model, &reading);
        match &mut report {
            CaptureReport::Started { take, device, opened, first, .. } => {
                device.name = self.microphones.known_as(device).name;
                self.started = Some((*take, *first));
                now.position = now.position.back(reading.instant.saturating_duration_since(*opened));
            }
            CaptureReport::Closed { lost, .. } if *lost > Frames(0) => {
                self.strand(&say!("end-not-taken"));
            }
            CaptureReport::Moved { to: Some(device) } | CaptureReport::Listening { device, .. } => {
                device.name = self.microphones.known_as(device).name;
            }
            CaptureReport::Lost { .. } => {
                if let Some(gauge) = self.desk.gauge() {
                    self.ruler.outlive(&gauge, &reading);
                }
                now = self.now_at(model, &reading);
            }
            _ => {}
        }
        Msg::Sound(sound(report), now)
    }
}
