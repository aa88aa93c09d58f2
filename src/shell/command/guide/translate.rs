//! `hearback guide translate-check`: whether a translation is the same as its original in all but the words.

use std::path::Path;

use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::put;
use crate::shell::command::guide::wanted;
use crate::shell::failure::Failure;
use crate::store::guide_file::read_beside;
use crate::store::guide_file::read_guide;
use crate::words::say;

pub(super) fn translate_check(study: Option<&Path>, wish: &str, other: Option<&str>) -> Result<(), Failure> {
    let guide = wanted::wanted(study, wish)?;
    let (name, bytes) = (&guide.name, &guide.bytes);
    let original = match other {
        Some(other) => Some(wanted::known(study, other)?),
        None => {
            let read = read_guide(name, bytes).guide;
            let Some(read) = read.filter(|guide| guide.translation_of.is_some()) else {
                return Err(Failure::mendable(say!("guide-translation-of-none", guide = name)));
            };
            let found = wanted::original(OpenStudy::find(study).ok().as_ref(), guide.file(), &read);
            let id = read.translation_of.map(|id| id.to_string()).unwrap_or_default();
            Some(found.ok_or_else(|| Failure::mendable(say!("guide-translation-not-found", guide = name, original = id)))?)
        }
    };
    let read = read_beside(name, bytes, &|_| original.clone());
    for problem in &read.problems {
        put(format!("{problem}\n"));
    }
    match read.problems.len() {
        0 => {
            let original = original.map(|guide| guide.name_and_version()).unwrap_or_default();
            put(say!("guide-translation-same", guide = name, original = original));
            Ok(())
        }
        n => Err(Failure::mendable(say!("n-problems", count = n))),
    }
}
