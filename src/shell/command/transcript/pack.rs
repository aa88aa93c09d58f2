//! `hearback transcript pack`: all that a human transcriber needs, and nothing besides.
//!
//! A new folder: a WAV a take, in which what is not to be used is silence of the same length, so that every time stays what it is; and a page with who
//! speaks by which code, where voices say who they are, where names are said, and how to write. Nothing private is in it: no note, no attribute,
//! no name, no date of birth; the sound has no other data with it than its format. Nothing is overwritten.

use std::path::Path;

use crate::audio::take::copy;
use crate::disk::real;
use crate::disk::whole;
use crate::document::transcriber;
use crate::document::transcriber::SoundFile;
use crate::domain::recording::TakeState;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::timeline::Span;
use crate::domain::transcriber::Brief;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::store::error::StoreError;
use crate::words::message::message;
use crate::words::say;

/// Whether somebody has seen to it that nobody hears those who take no part any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Turns {
    Withheld,
    Unknown,
}

impl From<bool> for Turns {
    fn from(withheld: bool) -> Self {
        if withheld { Self::Withheld } else { Self::Unknown }
    }
}

pub(super) fn pack(study: Option<&Path>, wish: &str, out: &Path, turns: Turns) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let session = sessions::read(&folder)?.session;
    session.may_give_sound().map_err(|refusal| Failure::mendable(refusal.to_string()))?;
    if !session.is_understood() {
        return Err(Failure::mendable(sessions::unheeded()));
    }
    if session.has_lost_a_voice() && turns == Turns::Unknown {
        return Err(Failure::mendable(say!("pack-lost-a-voice", session = folder.name())));
    }
    let unshared = session.unshared();
    let checked = recordings::changed(&folder, &session);
    let missing = |state: TakeState| !state.is_as_recorded();
    if let Some(take) = checked.iter().find(|take| missing(take.state)) {
        return Err(Failure::mendable(
            take.remark(&folder.name()).unwrap_or_else(|| say!("pack-take-changed", take = take.take.to_string())),
        ));
    }
    real::create_new_folder(out).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::mendable(say!("pack-exists", folder = out.display().to_string())),
        _ => StoreError::io(out, message!("could-not-make-a-folder"), e).into(),
    })?;
    let (mut sounds, mut silent) = (Vec::new(), 0_usize);
    for span in session.timeline().spans() {
        let Span::Recorded { from, take, frames, rate } = span else { continue };
        if frames.0 == 0 {
            continue;
        }
        let name = format!("sound-{}.wav", take.0);
        let at = |position: Position| Frames::in_duration(position.since(*from), *rate).0;
        let spans: Vec<(Frames, Frames)> = unshared
            .iter()
            .filter(|(begins, ends)| *ends >= *from && *begins <= span.to())
            // A moment more, so that nothing is left of the last frame that is meant.
            .map(|(begins, ends)| (Frames(at(*begins)), Frames(at(*ends).saturating_add(u64::from(rate.hertz()) / 1000).min(frames.0))))
            .filter(|(begins, ends)| begins < ends)
            .collect();
        silent += spans.len();
        copy::silenced(&folder.file(&take.file_name()), *frames, &spans, &out.join(&name))?;
        sounds.push(SoundFile { name, from: *from, to: span.to() });
    }
    let page = transcriber::page(&Brief::of(&session), &sounds);
    let path = out.join(say!("pack-page-file"));
    whole::create(&path, page.as_bytes()).map_err(|e| StoreError::io(&path, message!("could-not-write-transcript"), e))?;
    put(say!("pack-made", session = folder.name(), folder = out.display().to_string(), count = sounds.len()));
    if silent > 0 {
        put(say!("pack-silent", count = silent));
    }
    put(say!("pack-next", session = folder.name()));
    if session.table().is_some() && !crate::domain::heard::not_introduced(&session).is_empty() {
        remark(noted(message!("pack-no-round")));
    }
    Ok(())
}
