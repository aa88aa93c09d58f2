//! `hearback letter`: the member-check letter, printed or into a file.

pub(super) mod check;
pub(super) mod trail;

use std::path::Path;
use std::path::PathBuf;

use crate::disk::whole;
use crate::document::Format;
use crate::domain::incident::Incident;
use crate::domain::mishap::MishapKind;
use crate::domain::named::Named;
use crate::domain::session::Session;
use crate::domain::summary::Summary;
use crate::shell::archive::letters;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::is_seen;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_as_it_stands;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::shell::live::clock;
use crate::store::error::StoreError;
use crate::words::message::message;
use crate::words::say;

pub(super) fn letter(
    study: Option<&Path>,
    session: &str,
    format: Option<Format>,
    language: Option<&str>,
    out: Option<PathBuf>,
) -> Result<(), Failure> {
    let format = format.ok_or_else(|| Failure::mendable(say!("write-letter-no-pdf")))?;
    // What is for a word processor would be noise here, and may do anything to a terminal.
    if out.is_none() && !format.is_text() && is_seen() {
        return Err(Failure::mendable(say!("write-letter-no-text", form = format.extension())));
    }
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(session)?;
    let found = sessions::read(&folder)?;
    for words in recordings::remarks(&folder, &recordings::changed(&folder, &found.session)) {
        remark(noted(message!("write-letter-check-not", why = words)));
    }
    let edition = letters::edition(&folder, &found.session, &study, clock::wall(), found.letter_at);
    let bytes = letters::letter(&found.session, &study, edition, language, format).map_err(Failure::mendable)?;
    let left_out = Summary::of(&found.session).resting_on_gone().len();
    if left_out > 0 {
        remark(noted(message!("write-letter-left-out", count = left_out)));
    }
    if let Some(open) = found.session.member_check().still_to_leave_out().next() {
        remark(noted(message!("write-letter-still-used", remark = open.remark.0)));
    }
    if let Some(open) = found.session.guide().told_help_left_open() {
        remark(open);
    }
    if has_lost_lines(&found.session) {
        remark(noted(message!("write-letter-lines-lost")));
    }
    match out {
        Some(path) => {
            whole::create(&path, &bytes).map_err(|e| StoreError::io(&path, message!("could-not-write-letter"), e))?;
            put(say!("write-letter-lies", file = path.display().to_string()));
        }
        None => put_as_it_stands(&bytes),
    }
    Ok(())
}

/// Whether the journal was damaged and not all of it could be saved.
fn has_lost_lines(session: &Session) -> bool {
    let lost = |what: &MishapKind| matches!(what, MishapKind::Incident(Named::Known(Incident::Damaged { lost: 1.., .. })));
    session.incidents().iter().any(|mishap| lost(&mishap.what))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_build_without_a_form_says_how_to_come_by_it() {
        let refused = letter(None, "P01", None, None, None).expect_err("no form");
        assert_eq!(refused, Failure::mendable(say!("write-letter-no-pdf")));
        assert!(refused.text.contains("`make install`") && refused.text.contains("HTML") && refused.text.contains("DOCX"), "{refused}");
    }
}
