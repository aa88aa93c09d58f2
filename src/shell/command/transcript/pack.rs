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
use crate::domain::silencing::unshared_in;
use crate::domain::timeline::Span;
use crate::domain::transcriber::Brief;
use crate::shell::archive::sessions;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::transcripts;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::store::error::StoreError;
use crate::words::message::message;
use crate::words::say;

pub(super) fn pack(study: Option<&Path>, wish: &str, out: &Path, turns_withheld: bool) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    let session = sessions::read(&folder)?.session;
    transcripts::may_be_heard(&folder, &session, turns_withheld)?;
    real::create_new_folder(out).map_err(|e| match e.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::mendable(say!("pack-exists", folder = out.display().to_string())),
        _ => StoreError::io(out, message!("could-not-make-a-folder"), e).into(),
    })?;
    let (mut sounds, mut silent) = (Vec::new(), 0_usize);
    for span in session.timeline().spans() {
        let Span::Recorded { from, take, frames, .. } = span else { continue };
        if frames.0 == 0 {
            continue;
        }
        let name = format!("sound-{}.wav", take.0);
        let spans = unshared_in(&session, span);
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
