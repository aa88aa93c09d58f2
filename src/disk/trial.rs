//! Trying out a folder before anything depends on it: all that an interview will ask of it, done once on files that are taken away again.

#![expect(clippy::disallowed_methods, reason = "it tries what the others do")]

use std::fs;
use std::io;
use std::io::Write;
use std::path::Path;

use crate::disk::Synced;
use crate::disk::Weakness;
use crate::disk::lock;
use crate::disk::real::create_new;
use crate::disk::real::sync_folder;
use crate::disk::whole;

/// What the disk could not do, and what it said.
#[derive(Debug)]
pub struct Refused {
    /// What was tried.
    pub doing: &'static str,
    /// The system's words.
    pub why: io::Error,
}

/// Makes, syncs, renames, holds and reads files in a new folder below `folder`, and takes them away again. What the disk is too weak for;
/// or the first thing that an interview needs and it refused.
pub fn tried(folder: &Path) -> Result<Vec<Weakness>, Refused> {
    let said = |doing| move |why| Refused { doing, why };
    let place = tempfile::Builder::new().prefix(".hearback-trial-").tempdir_in(folder).map_err(said("make a folder"))?;
    let path = place.path().join("take");
    let mut file = create_new(&path).map_err(said("make a file"))?;
    file.write_all(b"one two").map_err(said("write"))?;
    file.sync_data().map_err(said("make what was written safe"))?;
    drop(file);
    // The same as drafts, letters and guides go through; a disk without hard links makes them another way.
    let whole_file = place.path().join("whole");
    whole::create(&whole_file, b"first").map_err(said("make a file whole or not at all"))?;
    whole::replace(&whole_file, b"second").map_err(said("replace a file"))?;
    let read = fs::read(&whole_file).map_err(said("read what was written"))?;
    if read != b"second" {
        return Err(Refused { doing: "read what was written", why: io::ErrorKind::InvalidData.into() });
    }
    let mut weak = Vec::new();
    if sync_folder(place.path()).map_err(said("make the names of files safe"))? == Synced::CannotBe {
        weak.push(Weakness::NoFolderSync);
    }
    let held = lock::hold(&place.path().join("lock")).map_err(said("hold a session"))?;
    if held.is_some_and(|lock| !lock.is_kept()) {
        weak.push(Weakness::NoLocks);
    }
    place.close().map_err(said("take files away again"))?;
    Ok(weak)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_good_folder_has_no_weakness_and_nothing_is_left_in_it() {
        let dir = tempfile::tempdir().unwrap();
        assert_eq!(tried(dir.path()).unwrap(), []);
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 0);
    }

    #[test]
    fn a_folder_that_is_none_is_refused_with_what_was_tried() {
        let dir = tempfile::tempdir().unwrap();
        let refused = tried(&dir.path().join("nowhere")).unwrap_err();
        assert_eq!((refused.doing, refused.why.kind()), ("make a folder", io::ErrorKind::NotFound));
    }
}
