//! The texts that editors were given of sessions, beside the index for searching: both are made of sessions and lie among this user's caches, and
//! what is not to be used any more is in neither from the moment it is said.
//!
//! A text that was made before something was withheld, taken back or destroyed may hold it, in the words of a statement or in what somebody
//! wrote below it, so all of it is destroyed. So is one of a session that is gone, and one of which nobody can say whose it is; where not even
//! the study's surroundings are there, a stick is unplugged, and what is of that stays.

use std::path::Path;
use std::path::PathBuf;

use crate::domain::event::Event;
use crate::shell::archive::cache;
use crate::shell::identity::cache_folder;
use crate::store::destroy;
use crate::store::folder::SessionFolder;
use crate::store::for_editor::ForEditor;
use crate::store::journal;
use crate::store::journal::Loaded;
use crate::words::say;

/// The folder of all of them among the caches.
pub(crate) const PLACE: &str = "written";

/// What became of the texts of a session.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Became {
    /// There is none, or they lie there still.
    Unchanged,
    /// They are destroyed, because they may hold what is not to be used any more.
    Destroyed,
    /// They should be, and cannot be: where they lie, and why.
    Still(PathBuf, String),
}

/// The place of all of them; nothing for a user without a home.
pub(crate) fn place() -> Option<PathBuf> {
    Some(cache_folder()?.join(PLACE))
}

/// What there is to say of a text that was left of the session in `folder`.
pub(crate) fn lies(folder: &SessionFolder) -> Option<String> {
    let place = place()?;
    if forget_unwanted(folder, &place) == Became::Destroyed {
        return Some(say!("editor-forgotten"));
    }
    let texts = of(folder, &place).texts();
    let (file, made_of) = texts.last()?;
    let day = made_of.as_ref().map_or("", |made_of| made_of.on.as_str());
    let dated = if day.is_empty() { "no" } else { "yes" };
    Some(say!("text-lies", dated = dated, day = day, file = file.display().to_string()))
}

/// Those of the session in `folder`, in `place`.
pub(crate) fn of(folder: &SessionFolder, place: &Path) -> ForEditor {
    let known_as = cache::known_as(folder.path()).unwrap_or_else(|_| folder.path().to_owned());
    ForEditor::of(&known_as, place)
}

/// Destroys the texts of the session in `folder` if anything is not to be used any more since one of them was made.
pub(crate) fn forget_unwanted(folder: &SessionFolder, place: &Path) -> Became {
    let texts = of(folder, place);
    let there = texts.texts();
    if there.is_empty() {
        return Became::Unchanged;
    }
    // One of which nobody knows when it was made is as old as the session.
    let since = there.iter().map(|(_, made_of)| made_of.as_ref().map_or(0, |made_of| made_of.line)).min().unwrap_or(0);
    // What cannot be read says nothing of what is not to be used. Nothing is made of it either.
    let Ok(loaded) = journal::read(&folder.journal()) else { return Became::Unchanged };
    if !takes_away_since(&loaded, since) {
        return Became::Unchanged;
    }
    destroyed(&texts)
}

fn takes_away_since(loaded: &Loaded, line: u64) -> bool {
    let later = loaded.entries.iter().filter(|entry| entry.n > line);
    loaded.unheeded > 0 || later.filter_map(|entry| entry.event.as_ref()).any(Event::takes_away)
}

fn destroyed(texts: &ForEditor) -> Became {
    match texts.destroy() {
        Ok(()) => Became::Destroyed,
        Err(why) => Became::Still(texts.file(), why.to_string()),
    }
}

/// Destroys what was left in `place` of sessions that are gone, and says how many folders that were.
pub(crate) fn sweep(place: &Path) -> usize {
    let mut count = 0;
    for (folder, texts) in ForEditor::all(place) {
        let is_gone = texts.as_ref().is_none_or(|texts| is_gone(texts.whose()));
        if is_gone && destroy::destroy_folder(&folder).is_ok() {
            count += 1;
        }
    }
    count
}

/// Whether there is no session at `path` any more, although the study is there that it was one of: a study that is not may lie on a disk that
/// is put away, or under another name.
fn is_gone(path: &Path) -> bool {
    !path.is_dir() && path.parent().is_some_and(Path::is_dir)
}
