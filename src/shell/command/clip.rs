//! `hearback clip`: a piece of the sound as a file of its own.

use std::path::Path;

use crate::audio::clip::Instead;
use crate::domain::note::NoteId;
use crate::domain::text::shown;
use crate::domain::time::length_words;
use crate::shell::archive::clips;
use crate::shell::archive::clips::Into;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::ClipOf;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::remark;
use crate::shell::command::withhold::moment;
use crate::shell::failure::Failure;
use crate::words::say;

pub(super) fn clip(study: Option<&Path>, wish: &str, of: ClipOf) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let ClipOf { note, from, to, out, bleep } = of;
    let found = sessions::read(&folder)?;
    let instead = if bleep { Instead::Bleep } else { Instead::Silence };
    let made = match (note, from.zip(to)) {
        (Some(note), _) => clips::of(&folder, &found.session, (NoteId(note), study.settings.listening), instead, Into::File(out))?,
        (None, stretch) => {
            let (from, to) = stretch.unwrap_or_default();
            clips::make(&folder, &found.session, (moment(&from)?, moment(&to)?), instead, Into::File(out))?
        }
    };
    let (from, to) = (made.clip.from.to_string(), made.clip.to.to_string());
    let file = made.path.display().to_string();
    put(say!("clip-made", file = &*shown(&file), from = from, to = to, length = length_words(made.clip.length())));
    made.remarks.iter().for_each(|words| remark(noted(words.clone())));
    Ok(())
}
