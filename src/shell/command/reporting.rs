//! `hearback study report`: a checklist for reports, filled in from the study's records, printed or into a file.

use std::path::Path;
use std::path::PathBuf;

use crate::disk::whole;
use crate::document::Format;
use crate::domain::study::reporting::strangers;
use crate::domain::text::shown;
use crate::shell::archive::reporting;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::study::first_problem;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_as_it_stands;
use crate::shell::command::answer::remark;
use crate::shell::command::study::refuse_vanished;
use crate::shell::command::study::unread;
use crate::shell::failure::Failure;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::error::StoreError;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

pub(super) fn report(
    study: Option<&Path>,
    checklist: &str,
    format: Format,
    out: Option<PathBuf>,
    identity: &Identity,
) -> Result<(), Failure> {
    // What is for a word processor is nothing to be read where answers are.
    if out.is_none() && !format.is_text() {
        return Err(Failure::mendable(say!("reporting-needs-out", form = format.extension())));
    }
    let study = OpenStudy::find(study)?;
    let checklist = reporting::find(&study, checklist)?;
    let made = reporting::report(&study, &checklist, identity, clock::wall())?;
    refuse_vanished(&study, &made.lines)?;
    let bytes = format.write(&made.report.document(spoken())).map_err(|why| Failure::mendable(why.to_string()))?;
    match out {
        Some(path) => {
            whole::create(&path, &bytes).map_err(|e| StoreError::io(&path, message!("could-not-write-reporting"), e))?;
            put(say!("reporting-lies", file = path.display().to_string()));
        }
        None => put_as_it_stands(&bytes),
    }
    for item in strangers(&checklist, &study.settings.reporting) {
        remark(noted(message!("reporting-stranger", list = &checklist.name, item = item)));
    }
    if let Some(problem) = first_problem(&made.problems) {
        remark(noted(&*shown(&problem)));
    }
    unread(&made.figures, &made.lines)
}
