//! What is told of the transcript: the passage that is spoken, where one is; and each as it comes, where the transcript was asked for.

use crate::domain::transcript::Trust;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::listen::transcript::Place;
use crate::words::say;

pub(super) fn facts(model: &Model, listen: &ListeningBack) -> Vec<Fact> {
    let Some(sitting) = model.shared.sitting.as_ref().filter(|sitting| !sitting.in_words.is_empty()) else { return Vec::new() };
    let unusable = sitting.in_words.unusable.iter().map(|why| Fact::once(format!("transcript {why}"), why.clone()));
    let mut all: Vec<Fact> = unusable.collect();
    if let Some(passage) = sitting.in_words.spoken_at(&sitting.session, model.shared.head()) {
        let (speaker, text, at) = (passage.speaker, passage.words, passage.from.to_string());
        let words = match (passage.trust, speaker) {
            (Trust::Suspect, "") => say!("plain-passage-suspect", at = at, text = text),
            (Trust::Suspect, _) => say!("plain-passage-suspect-of", at = at, speaker = speaker, text = text),
            (_, "") => say!("plain-passage", at = at, text = text),
            _ => say!("plain-passage-of", at = at, speaker = speaker, text = text),
        };
        let is = format!("{:?} {} {:?}", passage.transcript, passage.number, passage.trust);
        all.push(match listen.transcript_stands() {
            Place::Instead => Fact::stands("passage", is, words).here(),
            Place::Beside => Fact::asked("passage", words),
        });
    }
    all
}
