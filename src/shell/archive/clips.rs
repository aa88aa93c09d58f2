//! Clips are made: a piece of a session's sound becomes a file of its own, new, whole and readable by its owner only.
//!
//! What of it is heard is decided in [`crate::domain::clip`]. A take that is not the recording that was made gives no clip: it would be
//! passed on as something that somebody said.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::audio::clip;
use crate::audio::clip::Instead;
use crate::disk::real::create_folder;
use crate::disk::whole;
use crate::domain::clip::Clip;
use crate::domain::clip::Why;
use crate::domain::clip::file_name;
use crate::domain::clip::of_note;
use crate::domain::clip::plan;
use crate::domain::listening::ListeningSettings;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::time::length_words;
use crate::shell::archive::recordings;
use crate::shell::failure::Failure;
use crate::store::copies;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::words::message::message;
use crate::words::say;

/// Where a clip goes.
#[derive(Clone, Debug)]
pub(crate) enum Into {
    /// Into this file, which must be new.
    File(PathBuf),
    /// Into the study's folder of clips, under a name that is free.
    Study,
}

/// A clip that was made: where it lies, and what there is to say about it.
pub(crate) struct Made {
    pub(crate) path: PathBuf,
    pub(crate) clip: Clip,
    /// What of it is silence, and whom it is for.
    pub(crate) remarks: Vec<String>,
}

/// Makes the clip of a note, as the study has notes heard.
pub(crate) fn of(
    folder: &SessionFolder,
    session: &Session,
    (note, heard): (NoteId, ListeningSettings),
    instead: Instead,
    into: Into,
) -> Result<Made, Failure> {
    let (from, to) = of_note(session, note, heard.before_a_note()).map_err(|why| Failure::mendable(why.to_string()))?;
    make(folder, session, (from, to), instead, into)
}

/// Makes the clip of a stretch.
pub(crate) fn make(
    folder: &SessionFolder,
    session: &Session,
    (from, to): (Position, Position),
    instead: Instead,
    into: Into,
) -> Result<Made, Failure> {
    let clip = plan(session, from, to).map_err(|why| Failure::mendable(why.to_string()))?;
    let changed = recordings::changed(folder, session);
    if let Some(other) = changed.iter().find(|take| clip.takes().contains(&take.take)) {
        return Err(Failure::mendable(say!("clip-take-changed", why = other.remark(&folder.name()).unwrap_or_default())));
    }
    let bytes = clip::wav(&clip, instead, |take| folder.file(&take.file_name()))?;
    let failed = |path: &Path, e| StoreError::io(path, message!("could-not-write-clip"), e);
    let path = match into {
        Into::File(path) => whole::create(&path, &bytes).map(|()| path.clone()).map_err(|e| failed(&path, e))?,
        Into::Study => {
            let clips = copies::study_of(folder.path()).join(copies::CLIPS);
            create_folder(&clips).map_err(|e| failed(&clips, e))?;
            let mut nth = 1;
            loop {
                let path = clips.join(file_name(&folder.name(), clip.from, clip.to, nth));
                match whole::create(&path, &bytes) {
                    Ok(()) => break path,
                    Err(why) if why.kind() == io::ErrorKind::AlreadyExists && nth < 10_000 => nth += 1,
                    Err(why) => return Err(failed(&path, why).into()),
                }
            }
        }
    };
    let remarks = remarks(session, &clip, instead);
    Ok(Made { path, clip, remarks })
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
