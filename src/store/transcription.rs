//! Which recogniser a study has on this machine, as `study.yaml` names it.

use crate::domain::study::Transcription;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::transcript::Form as TranscriptForm;
use crate::words::say;

const TRANSCRIPTION: FormKind = FormKind { name: "transcription", keys: &["command", "format", "engine", "model"] };

/// What stands under `transcription`.
pub(crate) fn transcription(walk: &mut Walk, form: &Form) -> Transcription {
    let Some(node) = form.value(walk, "transcription") else { return Transcription::default() };
    let Some(form) = Form::open(walk, node, form.place_of("transcription"), &TRANSCRIPTION) else { return Transcription::default() };
    let command = form.texts(walk, "command");
    let takes_sound = |word: &String| word.contains("{wav}");
    if !command.is_empty() && !command.iter().any(takes_sound) {
        form.tell(walk, "command", say!("study-command-no-wav"), say!("study-command-form"));
    }
    let format = form.text(walk, "format");
    if let Some(word) = format.as_ref().filter(|word| TranscriptForm::of_word(word).is_none()) {
        form.tell(walk, "format", say!("form-cannot-be", key = "format", value = word), say!("study-transcript-forms"));
    }
    let some = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    let (engine, model) = (some(form.text(walk, "engine")), some(form.text(walk, "model")));
    // One that is not told where the sound lies is kept, so that it is known which one that is.
    Transcription { command, format, engine, model }
}
