//! What takes as long as reading all of the sound: digests and waveforms.
//!
//! Not when a session is opened: reading hours of sound would keep an interview waiting that wants to go on.

use std::path::PathBuf;

use crate::audio::AudioError;
use crate::audio::peaks;
use crate::audio::take::Depth;
use crate::domain::event::Event;
use crate::domain::incident::Doing;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::TakeSound;
use crate::domain::recording::TakeState;
use crate::domain::session::Session;
use crate::domain::time::Stamp;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions::opening::Held;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;

/// Of `takes`, which are the recordings that were made, draws each waveform again that is missing or does not fit. Says how many, and which
/// could not be written; that of a take that cannot be read is drawn once the take can be.
pub(crate) fn redraw(takes: &[PathBuf]) -> (u64, Vec<AudioError>) {
    let (mut made, mut refused) = (0, Vec::new());
    for take in takes {
        match peaks::rebuild(take) {
            Ok(anew) => made += u64::from(anew),
            Err(why @ AudioError::Io { doing: Doing::Written, .. }) => refused.push(why),
            Err(_) => {}
        }
    }
    (made, refused)
}

/// Reads every take from beginning to end, and journals the digest of those that have none (a crash cut them off, or an earlier version took
/// none) and are what was recorded. Says how many those were, and which takes are the recordings that were made; what is not is remarked on.
pub(crate) fn take_digests(folder: &SessionFolder, held: &mut Held, now: Stamp) -> Result<(u64, Vec<PathBuf>), StoreError> {
    let session = &held.found.session;
    let compared = recordings::checked(folder, session, Depth::Bytes);
    let measured: Vec<Event> = compared.iter().filter_map(|take| newly_measured(session, take)).collect();
    let remarks = recordings::remarks(folder, &compared);
    held.note(&measured, now)?;
    held.found.remarks.extend(remarks);
    let right = compared.iter().filter(|take| take.state.is_as_recorded()).map(|take| folder.file(&take.take.file_name()));
    Ok((measured.len() as u64, right.collect()))
}

/// What the journal is to know of a take from now on, if it knew no digest and what lies there is just what it counts.
fn newly_measured(session: &Session, compared: &TakeCheck) -> Option<Event> {
    let TakeSound { frames, rate, channels, sha256 } = compared.found()?;
    let is_new = compared.state == TakeState::NoDigest && session.timeline().frames_of(compared.take) == Some(frames);
    sha256.filter(|_| is_new).map(|sha256| Event::TakeMeasured { take: compared.take, frames, rate, channels, sha256 })
}
