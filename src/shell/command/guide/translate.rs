//! `hearback guide translate-check`: whether a translation is the same as its original in all but the words.

use std::path::Path;

use crate::shell::archive::bundle;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::put;
use crate::shell::command::guide::wanted;
use crate::shell::failure::Failure;
use crate::store::folder;
use crate::store::guide_file::read_beside;
use crate::store::guide_file::read_guide;
use crate::words::say;

pub(super) fn translate_check(study: Option<&Path>, wish: &str, other: Option<&str>) -> Result<(), Failure> {
    let (file, name, bytes) = match (wanted::file_of(study, wish), bundled(wish)) {
        (Ok((path, name)), _) => {
            let bytes = folder::read_text(&path)?;
            (Some(path), name, bytes)
        }
        (Err(_), Some((name, text))) => (None, name.to_owned(), text.as_bytes().to_vec()),
        (Err(why), None) => return Err(why),
    };
    let original = match other {
        Some(other) => Some(wanted::known(study, other)?),
        None => {
            let read = read_guide(&name, &bytes).guide;
            let Some(guide) = read.filter(|guide| guide.translation_of.is_some()) else {
                return Err(Failure::mendable(say!("guide-translation-of-none", guide = &name)));
            };
            let found = wanted::original(OpenStudy::find(study).ok().as_ref(), file.as_deref(), &guide);
            let id = guide.translation_of.map(|id| id.to_string()).unwrap_or_default();
            Some(found.ok_or_else(|| Failure::mendable(say!("guide-translation-not-found", guide = &name, original = id)))?)
        }
    };
    let read = read_beside(&name, &bytes, &|_| original.clone());
    for problem in &read.problems {
        put(format!("{problem}\n"));
    }
    match read.problems.len() {
        0 => {
            let original = original.map(|guide| guide.name_and_version()).unwrap_or_default();
            put(say!("guide-translation-same", guide = &name, original = original));
            Ok(())
        }
        n => Err(Failure::mendable(say!("n-problems", count = n))),
    }
}

/// The bundled guide with this id: its file's name, and its text.
fn bundled(id: &str) -> Option<(&'static str, &'static str)> {
    bundle::GUIDES.iter().find(|(name, _)| name.strip_suffix(".yaml") == Some(id)).copied()
}
