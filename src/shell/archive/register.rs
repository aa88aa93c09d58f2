//! The register's file: changed as somebody asked, and nothing else in it.

use std::path::PathBuf;

use crate::domain::study::change::RegisterChange;
use crate::domain::study::register::Register;
use crate::domain::time::Stamp;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::REGISTER;
use crate::shell::archive::study::first_problem;
use crate::shell::archive::study::named_in;
use crate::shell::failure::Failure;
use crate::store::by_hand;
use crate::store::by_hand::Kept;
use crate::store::register_edit::NotChanged;
use crate::store::register_edit::with_register_change;
use crate::words::message::message;
use crate::words::say;

/// The file before and after a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Changed {
    pub(crate) before: Vec<u8>,
    pub(crate) after: Vec<u8>,
}

fn place(study: &OpenStudy) -> PathBuf {
    study.folder.root().join(REGISTER)
}

/// The file as it is; empty where there is none.
pub(crate) fn read(study: &OpenStudy) -> Result<Vec<u8>, Failure> {
    Ok(by_hand::read(&place(study))?)
}

/// Makes all of `changes`, in one writing, or none: in the file that somebody has `seen`, or whatever it is now where nobody looked. Of whoever
/// had all of it destroyed nothing is written down again, whether a list knows them or not.
pub(crate) fn change(study: &OpenStudy, changes: &[RegisterChange], seen: Option<&[u8]>, now: Stamp) -> Result<Changed, Failure> {
    let path = place(study);
    let name = named_in(&study.folder, &path);
    let before = by_hand::read(&path)?;
    if seen.is_some_and(|seen| seen != before) {
        return Err(Failure::mendable(say!("people-meanwhile", file = &name)));
    }
    let sessions = study.sessions(now)?;
    if let Some(gone) = changes.iter().map(RegisterChange::code).find(|code| Register::has_gone(code.as_str(), &sessions)) {
        return Err(Failure::mendable(say!("people-gone", code = gone.as_str())));
    }
    let refused = |why| match why {
        NotChanged::Refused(refusal) => Failure::mendable(refusal.to_string()),
        NotChanged::Unread(problems) => {
            Failure::mendable(first_problem(&problems).unwrap_or_else(|| say!("people-no-place", file = &name)))
        }
        NotChanged::NoPlace => Failure::mendable(say!("people-no-place", file = &name)),
    };
    let after = changes.iter().try_fold(before.clone(), |bytes, change| with_register_change(&name, &bytes, &study.settings, change));
    let after = after.map_err(refused)?;
    if after != before {
        write(study, &before, &after)?;
    }
    Ok(Changed { before, after })
}

/// Puts the file `after` in the place of `before`, which must still be there.
pub(crate) fn write(study: &OpenStudy, before: &[u8], after: &[u8]) -> Result<(), Failure> {
    let path = place(study);
    match by_hand::write(&path, before, after, message!("could-not-write-register"))? {
        Kept::Yes => Ok(()),
        Kept::ChangedMeanwhile => Err(Failure::mendable(say!("people-meanwhile", file = named_in(&study.folder, &path)))),
    }
}
