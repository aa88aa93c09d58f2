//! `hearback doctor --report`: the page for the ethics board and the IT department, printed or into a file.

use std::path::Path;
use std::path::PathBuf;

use crate::disk::whole;
use crate::document::handout::SheetFormat;
use crate::document::safekeeping;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_as_it_stands;
use crate::shell::failure::Failure;
use crate::shell::safekeeping::look;
use crate::store::error::StoreError;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

pub(super) fn report(study: Option<&Path>, format: SheetFormat, out: Option<PathBuf>) -> Result<(), Failure> {
    let facts = look(&OpenStudy::find(study)?)?;
    let bytes = safekeeping::write(&facts.page(), format, spoken().tag());
    match out {
        Some(path) => {
            whole::create(&path, &bytes).map_err(|e| StoreError::io(&path, message!("could-not-write-report"), e))?;
            put(say!("safe-lies", file = path.display().to_string()));
        }
        None => put_as_it_stands(&bytes),
    }
    Ok(())
}
