//! Clips are made: a piece of a session's sound becomes a file of its own, new, whole and readable by its owner only.
//!
//! What of it is heard is decided in [`crate::domain::clip`]. A take that is not the recording that was made gives no clip: it would be
//! passed on as something that somebody said.

use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;

use crate::audio::clip;
use crate::audio::clip::Instead;
use crate::disk::digest;
use crate::disk::real;
use crate::disk::real::create_folder;
use crate::disk::whole;
use crate::domain::clip::Clip;
use crate::domain::clip::NoClip;
use crate::domain::clip::Why;
use crate::domain::clip::file_name;
use crate::domain::clip::of_note;
use crate::domain::clip::plan;
use crate::domain::digest::Digest;
use crate::domain::note::NoteId;
use crate::domain::outside::CopyKind;
use crate::domain::outside::SoundCopy;
use crate::domain::session::Session;
use crate::domain::stands::Stands;
use crate::domain::text::shown;
use crate::domain::time::Position;
use crate::domain::time::length_words;
use crate::shell::archive::recordings;
use crate::shell::failure::Failure;
use crate::store::copies;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::words::message::message;
use crate::words::say;

/// A stretch of which a clip is wanted.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Wanted {
    /// That of a note, from so long before it on where it has no beginning of its own.
    Note(NoteId, Duration),
    /// This one.
    Stretch(Position, Position),
}

/// A clip that may be made: what of the sound it is, and what there is to say about it.
#[derive(Debug)]
pub(crate) struct Ordered {
    folder: SessionFolder,
    pub(crate) clip: Clip,
    instead: Instead,
    /// What of it is silence, and whom it is for.
    pub(crate) remarks: Vec<String>,
}

/// The clip that is `wanted` of `session`.
pub(crate) fn order(folder: &SessionFolder, session: &Session, wanted: Wanted, instead: Instead) -> Result<Ordered, Failure> {
    let refused = |why: NoClip| Failure::mendable(why.to_string());
    let (from, to) = match wanted {
        Wanted::Note(note, lead_in) => of_note(session, note, lead_in).map_err(refused)?,
        Wanted::Stretch(from, to) => (from, to),
    };
    let clip = plan(session, from, to).map_err(refused)?;
    let changed = recordings::changed(folder, session);
    if let Some(other) = changed.iter().find(|take| clip.takes().contains(&take.take)) {
        return Err(Failure::mendable(say!("clip-take-changed", why = other.remark(&folder.name()).unwrap_or_default())));
    }
    let remarks = remarks(session, &clip, instead);
    Ok(Ordered { folder: folder.clone(), clip, instead, remarks })
}

impl Ordered {
    /// The bytes of its file.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, Failure> {
        Ok(clip::wav(&self.clip, self.instead, |take| self.folder.file(&take.file_name()))?)
    }

    /// What the journal is to know of it in the file at `path`.
    pub(crate) fn copied(&self, path: &Path, bytes: &[u8], on: String) -> SoundCopy {
        SoundCopy { sha256: Some(Digest::new(digest::of(&[bytes]))), ..self.begun(path, on) }
    }

    /// The same before it is there.
    pub(crate) fn begun(&self, path: &Path, on: String) -> SoundCopy {
        let (copy, from, to) = (CopyKind::Clip, self.clip.from, self.clip.to);
        let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        SoundCopy { copy, from, to, file, on, sha256: None, stands: Stands::Stands }
    }

    /// Where it is to lie in the study's folder of clips: under a name that nothing there has, and none of which the journal of `session` knows,
    /// as it does of one that is being written.
    pub(crate) fn place_in_study(&self, session: &Session) -> Result<PathBuf, Failure> {
        let clips = copies::study_of(self.folder.path()).join(copies::CLIPS);
        create_folder(&clips).map_err(|e| failed(&clips, e))?;
        let mut nth = 1;
        loop {
            let name = file_name(&self.folder.name(), self.clip.from, self.clip.to, nth);
            let path = clips.join(&name);
            match real::is_free(&path) {
                Ok(()) if !session.knows_copy(&name) => return Ok(path),
                Ok(()) if nth < 10_000 => nth += 1,
                Err(why) if why.kind() == io::ErrorKind::AlreadyExists && nth < 10_000 => nth += 1,
                Ok(()) => return Err(failed(&path, io::ErrorKind::AlreadyExists.into())),
                Err(why) => return Err(failed(&path, why)),
            }
        }
    }

    /// Makes it there, and says so; and what the journal is to know in any case, which knows that it was `begun`.
    pub(crate) fn made(&self, path: &Path, begun: SoundCopy) -> (SoundCopy, Result<String, String>) {
        let made = self.bytes().and_then(|bytes| write(path, &bytes).map(|()| self.copied(path, &bytes, begun.on.clone())));
        match made {
            Ok(copied) => {
                let words = std::iter::once(self.words(path)).chain(self.remarks.iter().cloned()).collect::<Vec<_>>().join(" ");
                (copied, Ok(words))
            }
            Err(why) => (SoundCopy { stands: Stands::TakenBack, ..begun }, Err(why.to_string())),
        }
    }

    /// Where it lies, and what it is.
    pub(crate) fn words(&self, path: &Path) -> String {
        let (from, to) = (self.clip.from.to_string(), self.clip.to.to_string());
        let file = path.display().to_string();
        say!("clip-made", file = &*shown(&file), from = from, to = to, length = length_words(self.clip.length()))
    }
}

/// Writes a clip into the file at `path`, which must be new.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    whole::create(path, bytes).map_err(|e| failed(path, e))
}

/// Why one was not written.
pub(crate) fn failed(path: &Path, e: io::Error) -> Failure {
    StoreError::io(path, message!("could-not-write-clip"), e).into()
}

fn remarks(session: &Session, clip: &Clip, instead: Instead) -> Vec<String> {
    let silences = clip.silences().into_iter().map(|(why, long)| {
        let long = length_words(long);
        match (why, instead) {
            (Why::Withheld, Instead::Silence) => say!("clip-silent-withheld", length = long),
            (Why::Withheld, Instead::Bleep) => say!("clip-tone-withheld", length = long),
            (Why::OffRecord, _) => say!("clip-silent-off-record", length = long),
            (Why::Unrecorded, _) => say!("clip-silent-unrecorded", length = long),
        }
    });
    let unasked = (!session.asks_for_quotes()).then(|| say!("clip-not-asked"));
    silences.chain(unasked).collect()
}
