//! `hearback transcript pack`: all that a human transcriber needs, and nothing besides.
//!
//! A new folder: a WAV a take, in which what is not to be used is silence of the same length, so that every time stays what it is; and a page with who
//! speaks by which code, where voices say who they are, where names are said, and how to write. Nothing private is in it: no note, no attribute,
//! no name, no date of birth; the sound has no other data with it than its format. Nothing is overwritten.

use std::path::Path;

use crate::audio::take::copy;
use crate::audio::take::copy::Copy;
use crate::disk::Disk;
use crate::disk::real;
use crate::disk::real::RealDisk;
use crate::disk::whole;
use crate::document::transcriber;
use crate::document::transcriber::SoundFile;
use crate::domain::outside::CopyKind;
use crate::domain::outside::SoundCopy;
use crate::domain::session::Session;
use crate::domain::silencing::unshared_in;
use crate::domain::takes::TakeFacts;
use crate::domain::time::Position;
use crate::domain::timeline::Span;
use crate::domain::transcriber::Brief;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::study::OpenStudy;
use crate::shell::archive::transcripts;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::remark;
use crate::shell::command::outside;
use crate::shell::command::place;
use crate::shell::failure::Failure;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::words::message::message;
use crate::words::say;

pub(super) fn pack(study: Option<&Path>, wish: &str, out: &Path, turns_withheld: bool, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    let folder = study.folder.session(wish)?;
    place::outside_the_sessions(&study.folder, out)?;
    let now = clock::wall();
    let mut held = opening::open(&folder, now, &identity.sign())?;
    let session = held.found.session.clone();
    transcripts::may_be_heard(&folder, &session, turns_withheld)?;
    real::is_free(out).map_err(|e| no_folder(out, e))?;
    let file = out.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let (copy, from, to, on) = (CopyKind::Pack, Position::START, session.timeline().end(), now.date());
    let copied = SoundCopy { copy, from, to, file, on, ..SoundCopy::default() };
    // Before the first of it is there: a copy of a voice that nobody knows of is worse than a line that is taken back.
    let (sounds, silent) = outside::while_copying(&mut held, &copied, now, || make(&folder, &session, out))?;
    put(say!("pack-made", session = folder.name(), folder = out.display().to_string(), count = sounds));
    if silent > 0 {
        put(say!("pack-silent", count = silent));
    }
    put(say!("pack-next", session = folder.name()));
    if session.table().is_some() && !crate::domain::heard::not_introduced(&session).is_empty() {
        remark(noted(message!("pack-no-round")));
    }
    Ok(())
}

/// Why there is no folder at `out`.
fn no_folder(out: &Path, e: std::io::Error) -> Failure {
    match e.kind() {
        std::io::ErrorKind::AlreadyExists => Failure::mendable(say!("pack-exists", folder = out.display().to_string())),
        _ => StoreError::io(out, message!("could-not-make-a-folder"), e).into(),
    }
}

/// Makes the folder at `out`: of how many takes there is sound in it, and how many stretches of that are silent.
fn make(folder: &SessionFolder, session: &Session, out: &Path) -> Result<(usize, usize), Failure> {
    real::create_new_folder(out).map_err(|e| no_folder(out, e))?;
    fill(folder, session, out).inspect_err(|_| {
        // Half a pack is a copy of a voice that nobody is told of.
        RealDisk.files(out).unwrap_or_default().iter().for_each(|file| drop(destroy::destroy(&RealDisk, file)));
        std::fs::remove_dir(out).ok();
    })
}

/// Fills it.
fn fill(folder: &SessionFolder, session: &Session, out: &Path) -> Result<(usize, usize), Failure> {
    let (mut sounds, mut silent) = (Vec::new(), 0_usize);
    for span in session.timeline().spans() {
        let Span::Recorded { from, take, frames, .. } = span else { continue };
        if frames.0 == 0 {
            continue;
        }
        let name = format!("{}-{}.wav", folder.name(), take.0);
        let spans = unshared_in(session, span);
        silent += spans.len();
        let sha256 = session.takes().get(take).and_then(TakeFacts::digest);
        let file = folder.file(&take.file_name());
        copy::silenced(Copy { from: &file, frames: *frames, sha256, cuts: &spans, after: &[] }, &out.join(&name))?;
        sounds.push(SoundFile { name, from: *from, to: span.to() });
    }
    let page = transcriber::page(&Brief::of(session), &sounds);
    let path = out.join(say!("pack-page-file"));
    whole::create(&path, page.as_bytes()).map_err(|e| StoreError::io(&path, message!("could-not-write-transcript"), e))?;
    Ok((sounds.len(), silent))
}
