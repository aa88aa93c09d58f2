//! What can be chosen in a field of the form by its number, where the screens are told and nobody goes through it with the arrows.

use crate::domain::guide::Round;
use crate::domain::prepared::SummaryForm;
use crate::domain::prepared::SummaryWay;
use crate::tui::offer::Offer;
use crate::tui::screen::setup::Field;
use crate::tui::screen::setup::SetupForm;
use crate::tui::screen::setup::no_recording::NoRecording;
use crate::tui::shared::Shared;
use crate::words::say;

/// What can be done about those who do not want to be recorded.
const NO_RECORDING: [NoRecording; 2] = [NoRecording::NotesOnly, NoRecording::SitsOut];

impl SetupForm {
    /// What there is to choose from in the field that one is at, in the order in which it is chosen by its number.
    pub(crate) fn options(&self, study: &Offer) -> Vec<String> {
        match self.field() {
            Field::Guide => study.guides.iter().map(|guide| format!("{}, {}", guide.name_and_version(), guide.title)).collect(),
            Field::Round => Round::ALL.map(Round::words).to_vec(),
            Field::Microphone => study.microphones.iter().map(|m| m.name.clone()).chain([say!("no-microphone-notes-only")]).collect(),
            Field::Fallback => {
                let others = self.other_microphones(study).map(|m| say!("fallback-go-on", microphone = &m.name));
                others.chain([say!("fallback-wait")]).collect()
            }
            Field::SummaryForm => SummaryForm::ALL.map(SummaryForm::words).into_iter().chain([say!("summary-not-asked")]).collect(),
            Field::SummaryWay => SummaryWay::ALL.map(SummaryWay::words).into_iter().chain([say!("summary-not-asked")]).collect(),
            Field::NoRecording => NO_RECORDING.map(NoRecording::words).to_vec(),
            Field::Participant | Field::Said(_) | Field::FarVoice | Field::Consent(_) | Field::Begin => Vec::new(),
        }
    }

    /// Chooses that number of them; says whether it is another than was chosen.
    pub(super) fn select_option(&mut self, nth: usize, shared: &mut Shared) -> bool {
        let stands = |form: &Self, shared: &Shared| {
            let chosen = (form.round(), form.microphone().cloned(), form.fallback().cloned());
            (chosen, form.guide(&shared.offer).cloned(), form.summary, form.no_recording)
        };
        let before = stands(self, shared);
        let offer = &shared.offer;
        match self.field() {
            Field::Guide => self.choose_guide(offer, |_, _| nth),
            Field::Round => self.choose_round(offer, |_, _| nth),
            Field::Microphone => {
                self.choose_microphone(self.next_microphone(offer, |_, _| nth), offer);
                self.forget_level();
                self.hear_chosen(shared);
            }
            Field::Fallback => self.choose_fallback(offer, |_, _| nth),
            Field::SummaryForm => self.summary.form = SummaryForm::ALL.get(nth).copied(),
            Field::SummaryWay => self.summary.way = SummaryWay::ALL.get(nth).copied(),
            Field::NoRecording => self.no_recording = NO_RECORDING.get(nth).copied(),
            Field::Participant | Field::Said(_) | Field::FarVoice | Field::Consent(_) | Field::Begin => {}
        }
        stands(self, shared) != before
    }
}
