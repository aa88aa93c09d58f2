//! `hearback clip`: a piece of the sound as a file of its own.
//!
//! It is journaled before it is written: a copy of a voice that nobody knows of is worse than a line that is taken back.

use std::path::Path;

use serde::Serialize;

use crate::audio::clip::Instead;
use crate::disk::real;
use crate::domain::clip::Why;
use crate::domain::note::NoteId;
use crate::domain::outside::SoundCopy;
use crate::shell::archive::clips;
use crate::shell::archive::clips::Wanted;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::ClipOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::outside;
use crate::shell::command::place;
use crate::shell::command::withhold::moment;
use crate::shell::failure::Failure;
use crate::shell::identity::Identity;
use crate::shell::live::clock;

/// A clip, for programs.
#[derive(Serialize)]
struct ClipShown<'a> {
    session: String,
    #[serde(flatten)]
    copied: &'a SoundCopy,
    path: String,
    length_ms: u64,
    /// How much of it is silence, or a tone, and why.
    silent: Vec<SilentShown>,
}

#[derive(Serialize)]
struct SilentShown {
    why: &'static str,
    length_ms: u64,
}

pub(super) fn clip(study: Option<&Path>, wish: &str, of: ClipOf, readers: For, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let ClipOf { note, from, to, out, bleep } = of;
    place::outside_the_sessions(&study.folder, &out)?;
    let instead = if bleep { Instead::Bleep } else { Instead::Silence };
    let wanted = match (note, from.zip(to)) {
        (Some(note), _) => Wanted::Note(NoteId(note), study.settings.listening.before_a_note()),
        (None, stretch) => {
            let (from, to) = stretch.unwrap_or_default();
            Wanted::Stretch(moment(&from)?, moment(&to)?)
        }
    };
    let now = clock::wall();
    let mut held = opening::open(&folder, now, &identity.sign())?;
    let ordered = clips::order(&folder, &held.found.session, wanted, instead)?;
    real::is_free(&out).map_err(|e| clips::failed(&out, e))?;
    let bytes = ordered.bytes()?;
    let copied = ordered.copied(&out, &bytes, now.date());
    outside::while_copying(&mut held, &copied, now, || clips::write(&out, &bytes))?;
    if readers == For::Programs {
        let millis = |long: std::time::Duration| u64::try_from(long.as_millis()).unwrap_or(u64::MAX);
        let why = |why| match why {
            Why::Withheld => "withheld",
            Why::OffRecord => "off-record",
            Why::Unrecorded => "unrecorded",
        };
        let silent = ordered.clip.silences().into_iter().map(|(is, long)| SilentShown { why: why(is), length_ms: millis(long) }).collect();
        let (session, path, length_ms) = (folder.name(), out.display().to_string(), millis(ordered.clip.length()));
        return put_json(&ClipShown { session, copied: &copied, path, length_ms, silent });
    }
    put(ordered.words(&out));
    ordered.remarks.iter().for_each(|words| remark(noted(words.clone())));
    Ok(())
}
