//! `hearback guide letter`: the usual words of the letter to whoever is interviewed with a guide, as a study would begin its own.

use std::path::Path;
use std::path::PathBuf;

use crate::disk::whole;
use crate::domain::letter::wording;
use crate::domain::letter::wording::LetterKind;
use crate::domain::study::checking::MemberCheckSettings;
use crate::shell::archive::letters;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_as_it_stands;
use crate::shell::command::guide::wanted;
use crate::shell::failure::Failure;
use crate::store::error::StoreError;
use crate::words::message::message;
use crate::words::say;

pub(super) fn letter(study: Option<&Path>, wish: &str, out: Option<PathBuf>) -> Result<(), Failure> {
    let guide = wanted::known(study, wish)?;
    let language = letters::language_of(&guide.language, None).map_err(Failure::mendable)?;
    // What the study says of its letters holds for this one; a guide outside of any study has the usual one.
    let MemberCheckSettings { called, timing, .. } = OpenStudy::find(study).map(|study| study.settings.member_check).unwrap_or_default();
    let kind = LetterKind { audience: guide.audience, standing: guide.participants.unwrap_or_default(), called, timing };
    let text = format!("<!-- {} -->\n\n{}", language.say(message!("template-about")), wording::usual(language, kind));
    match out {
        Some(path) => {
            whole::create(&path, text.as_bytes()).map_err(|e| StoreError::io(&path, message!("could-not-write-letter"), e))?;
            put(say!("template-lies", file = path.display().to_string()));
        }
        None => put_as_it_stands(text.as_bytes()),
    }
    Ok(())
}
