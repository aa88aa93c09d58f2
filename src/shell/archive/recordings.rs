//! Whether the takes of a session are the recordings that were made: their files looked at, and compared with what the journal knows.
//!
//! Looking changes nothing. Lists, `show` and the screens look at lengths; `verify` and `recover` read every byte.

use crate::audio::AudioError;
use crate::audio::take;
use crate::audio::take::Depth;
use crate::disk::trouble;
use crate::domain::recording::OnDisk;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::TakeSound;
use crate::domain::recording::compare;
use crate::domain::session::Session;
use crate::domain::takes::TakeFacts;
use crate::domain::time::Frames;
use crate::domain::timeline::TakeNumber;
use crate::store::folder::SessionFolder;

/// Each take of `session` beside its file.
pub(crate) fn checked(folder: &SessionFolder, session: &Session, depth: Depth) -> Vec<TakeCheck> {
    compare(session, |take| lies(folder, take, depth))
}

/// One take, of which so many frames were recorded and `facts` are known, beside its file.
pub(crate) fn check(folder: &SessionFolder, take: TakeNumber, recorded: Frames, facts: TakeFacts) -> TakeCheck {
    TakeCheck::of(take, recorded, facts, lies(folder, take, Depth::Length))
}

/// Those of them that are not what was recorded.
pub(crate) fn changed(folder: &SessionFolder, session: &Session) -> Vec<TakeCheck> {
    let mut all = checked(folder, session, Depth::Length);
    all.retain(|take| !take.state.is_as_recorded());
    all
}

/// What there is to say of those that are not what was recorded, each with what to do.
pub(crate) fn remarks(folder: &SessionFolder, compared: &[TakeCheck]) -> Vec<String> {
    compared.iter().filter_map(|take| remark(&folder.name(), take)).collect()
}

/// What is to be done about those that are not what was recorded: each thing once. What they are stands on the screen.
pub(crate) fn what_to_do(folder: &SessionFolder, checked: &[TakeCheck]) -> Vec<String> {
    let mut each: Vec<String> = checked.iter().filter_map(|take| take.what_to_do(&folder.name())).collect();
    each.dedup();
    each
}

/// What there is to say of `take` of the session called `session`, if it is not what was recorded.
pub(crate) fn remark(session: &str, take: &TakeCheck) -> Option<String> {
    let words = take.words()?;
    Some(match take.what_to_do(session) {
        Some(todo) => format!("{words}: {todo}"),
        None => words,
    })
}

fn lies(folder: &SessionFolder, take: TakeNumber, depth: Depth) -> OnDisk {
    let file = folder.file(&take.file_name());
    match take::look(&file, depth) {
        Ok(take::Lies::Nothing) => OnDisk::Nothing,
        Ok(take::Lies::Empty) => OnDisk::Empty,
        Ok(take::Lies::Sound(format, frames, sha256)) => {
            OnDisk::Sound(TakeSound { frames, rate: format.rate, channels: format.channels, sha256 })
        }
        Ok(take::Lies::Foreign(why)) => OnDisk::Foreign(why),
        Err(AudioError::Io { source, .. }) => OnDisk::Unread(trouble::said(&source, &file)),
        Err(why) => OnDisk::Unread(why.to_string()),
    }
}
