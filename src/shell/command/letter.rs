//! `hearback letter`: the member-check letter, printed or into a file.

use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use super::say;
use crate::document::Format;
use crate::shell::cli::LetterFormat;
use crate::shell::clock;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::letters;
use crate::shell::sessions;
use crate::shell::study::OpenStudy;
use crate::store::atomic;
use crate::store::error::StoreError;

pub(super) fn letter(
    study: Option<&Path>,
    session: &str,
    format: LetterFormat,
    language: Option<&str>,
    out: Option<PathBuf>,
) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let found = sessions::read(&study.folder.session(session)?)?;
    let format = match format {
        LetterFormat::Md => Format::Markdown,
        LetterFormat::Html => Format::Html,
    };
    let bytes = letters::letter(&found.session, &study.settings, clock::wall(), language, format).map_err(Failure::mendable)?;
    match out {
        Some(path) => {
            atomic::create(&path, &bytes).map_err(|e| StoreError::io(&path, "write the letter", e))?;
            say(format!("the letter lies in {}", path.display()));
        }
        None => {
            std::io::stdout().write_all(&bytes).map_err(|e| Failure::new(Kind::Storage, format!("the letter cannot be printed: {e}")))?;
        }
    }
    Ok(())
}
