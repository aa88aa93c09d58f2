//! Which study the index among the caches is of: its folder lies under a digest of the study's, so of one that was moved, renamed or deleted
//! nobody would ever come back to it, and what was withheld since would stand in it for good.
//!
//! It stands beside the index, in a file that only its owner reads. An index of which nobody can say whose it is, or whose study is not where
//! it was, is cleared; the study that was moved makes its own anew. Where not even the folder around it is there, a stick is unplugged or a disk
//! is not mounted: what is of that stays.

use std::fs;
use std::fs::OpenOptions;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::real::RealDisk;
use crate::disk::real::create_folder;
use crate::disk::real::create_new;
use crate::disk::real::open_plain;
use crate::shell::archive::cache;
use crate::store::folder::Study;
use crate::store::index;

/// The file of the index, among the caches of a study.
pub(crate) const FILE: &str = "search.idx";

/// The ending of the file that says whose it is.
const OF: &str = "of";

/// More than a path has.
const LONGEST: u64 = 16 * 1024;

/// Writes down that the index at `place` is of the study at `root`.
pub(crate) fn note_whose(place: &Path, root: &Path) -> io::Result<()> {
    let (known_as, file) = (cache::known_as(root)?, place.with_extension(OF));
    if whose(place).as_ref() == Some(&known_as) {
        return Ok(());
    }
    let folder = place.parent().ok_or(io::ErrorKind::NotFound)?;
    if !folder.is_dir() {
        create_folder(folder)?;
    }
    if file.symlink_metadata().is_ok() {
        RealDisk.remove(&file)?;
    }
    create_new(&file)?.write_all(known_as.as_os_str().as_encoded_bytes())
}

/// Whose the index at `place` is.
fn whose(place: &Path) -> Option<PathBuf> {
    let mut bytes = Vec::new();
    let file = open_plain(&place.with_extension(OF), OpenOptions::new().read(true), Links::Refused).ok()?;
    file.take(LONGEST).read_to_end(&mut bytes).ok()?;
    #[cfg(unix)]
    let path = PathBuf::from(<std::ffi::OsString as std::os::unix::ffi::OsStringExt>::from_vec(bytes));
    #[cfg(not(unix))]
    let path = PathBuf::from(String::from_utf8(bytes).ok()?);
    Some(path)
}

/// Clears what was left of the indexes of studies that are gone, in `folder`, which is this user's for caches of ours. What goes wrong with it is
/// no matter of whoever opens another study.
pub(crate) fn sweep(folder: Option<PathBuf>) {
    let Some(folder) = folder else { return };
    let all = fs::read_dir(&folder).into_iter().flatten().flatten();
    for theirs in all.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path()) {
        let place = theirs.join(FILE);
        if !is_somebodys(&folder, &theirs, &place) {
            index::clear_all(&place).ok();
            RealDisk.remove(&place.with_extension(OF)).ok();
        }
    }
}

/// Whether the index at `place` is of a study that is where it was, or may be there again.
fn is_somebodys(folder: &Path, theirs: &Path, place: &Path) -> bool {
    whose(place).is_some_and(|root| {
        cache::folder_of(Some(folder.to_owned()), &root).as_deref() == Some(theirs)
            && (root.parent().is_some_and(|around| !around.is_dir())
                || Study::find(&root).is_ok_and(|study| cache::known_as(study.root()).is_ok_and(|known_as| known_as == root)))
    })
}
