//! Whether the takes of a session are the recordings that were made: their files looked at, and compared with what the journal knows.
//!
//! Looking changes nothing. Lists, `show` and the screens look at lengths; `verify` and `recover` read every byte.

use crate::audio::AudioError;
use crate::audio::take;
use crate::audio::take::Depth;
use crate::disk::trouble;
use crate::domain::recording::OnDisk;
use crate::domain::recording::Stray;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::compare;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::takes::TakeFacts;
use crate::domain::time::Frames;
use crate::domain::timeline::TakeNumber;
use crate::store::folder::SessionFolder;
use crate::words::say;

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
    compared.iter().filter_map(|take| take.remark(&folder.name())).collect()
}

/// The files in `folder` that are called as takes are and that no line of its journal knows. Whoever holds the session may have begun a
/// take a moment ago, and what a crash cut short is taken in by mending: of those nothing is said.
pub(crate) fn strays(folder: &SessionFolder, session: &Session) -> Vec<Stray> {
    let is_settled = !matches!(session.phase(), Phase::Recording | Phase::OffRecord | Phase::Interrupted);
    if is_settled { strangers(folder, |take| session.takes().contains_key(&take)) } else { Vec::new() }
}

/// [`strays`] where it is known otherwise which takes there are.
pub(crate) fn strangers(folder: &SessionFolder, is_known: impl Fn(TakeNumber) -> bool) -> Vec<Stray> {
    unless_held(folder, strangers_of(folder, is_known))
}

/// `strays`, unless somebody holds the session: they may be recording it. That is asked only where there is something to say.
pub(crate) fn unless_held(folder: &SessionFolder, strays: Vec<Stray>) -> Vec<Stray> {
    if strays.is_empty() || folder.is_held() { Vec::new() } else { strays }
}

/// [`strangers`] in a session that we hold ourselves.
pub(crate) fn strangers_of(folder: &SessionFolder, is_known: impl Fn(TakeNumber) -> bool) -> Vec<Stray> {
    let files = folder.takes().unwrap_or_default();
    let named = files.iter().filter_map(|path| path.file_name()).map(|name| name.to_string_lossy().into_owned());
    let numbered = |name: &str| TakeNumber::of_file(name).is_some_and(&is_known);
    named.filter(|name| !numbered(name)).map(Stray).collect()
}

/// What is to be done about those that are not what was recorded: each thing once. What they are stands on the screen.
pub(crate) fn what_to_do(folder: &SessionFolder, checked: &[TakeCheck]) -> Vec<String> {
    let mut each: Vec<String> = checked.iter().filter_map(|take| take.what_to_do(&folder.name())).collect();
    each.dedup();
    each
}

fn lies(folder: &SessionFolder, take: TakeNumber, depth: Depth) -> OnDisk {
    let file = folder.file(&take.file_name());
    match take::look(&file, depth) {
        Ok(found) => found,
        Err(_) if file.is_dir() => OnDisk::Foreign(say!("unplayable-folder")),
        Err(AudioError::Io { source, .. }) => OnDisk::Unread(trouble::said(&source, &file)),
        Err(why) => OnDisk::Unread(why.to_string()),
    }
}
