//! `hearback guide print`: a guide on paper, printed or into a file.

use std::path::Path;
use std::path::PathBuf;

use crate::disk::whole;
use crate::document::handout;
use crate::document::handout::SheetFormat;
use crate::document::handout::sheet::Sheet;
use crate::domain::guide::Round;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_as_it_stands;
use crate::shell::command::answer::remark;
use crate::shell::command::guide::wanted;
use crate::shell::failure::Failure;
use crate::store::error::StoreError;
use crate::words::Words;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

pub(super) fn print(
    study: Option<&Path>,
    wish: &str,
    format: SheetFormat,
    round: Option<Round>,
    out: Option<PathBuf>,
) -> Result<(), Failure> {
    let guide = wanted::known(study, wish)?;
    if let Some(round) = round.filter(|round| !guide.rounds.contains(round)) {
        return Err(Failure::mendable(say!("guide-print-no-round", guide = guide.name_and_version(), round = round.word())));
    }
    // The words of the form are those of the guide, as far as there are any.
    let words = Words::of(&guide.language).unwrap_or_else(|| {
        remark(noted(message!("guide-print-words", language = &guide.language, name = spoken().name())));
        spoken()
    });
    let bytes = handout::write(&Sheet::of(&guide, round, words), format);
    match out {
        Some(path) => {
            whole::create(&path, &bytes).map_err(|e| StoreError::io(&path, message!("could-not-print-guide"), e))?;
            put(say!("guide-print-lies", file = path.display().to_string()));
        }
        None => put_as_it_stands(&bytes),
    }
    Ok(())
}
