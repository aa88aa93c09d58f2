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
use crate::words::message::Message;
use crate::words::message::message;

/// What the disk could not do, and what it said.
#[derive(Debug)]
pub struct Refused {
    /// What was tried.
    pub doing: Message,
    /// The system's words.
    pub why: io::Error,
}

/// Makes, syncs, renames, holds and reads files in a new folder below `folder`, and takes them away again. What the disk is too weak for;
/// or the first thing that an interview needs and it refused.
pub fn tried(folder: &Path) -> Result<Vec<Weakness>, Refused> {
    let said = |doing| move |why| Refused { doing, why };
    let place =
        tempfile::Builder::new().prefix(".hearback-trial-").tempdir_in(folder).map_err(said(message!("could-not-make-a-folder")))?;
    let path = place.path().join("take");
    let mut file = create_new(&path).map_err(said(message!("could-not-make-a-file")))?;
    file.write_all(b"one two").map_err(said(message!("could-not-write")))?;
    file.sync_data().map_err(said(message!("could-not-make-safe")))?;
    drop(file);
    // The same as drafts, letters and guides go through; a disk without hard links makes them another way.
    let whole_file = place.path().join("whole");
    whole::create(&whole_file, b"first").map_err(said(message!("could-not-make-file-whole")))?;
    whole::replace(&whole_file, b"second").map_err(said(message!("could-not-replace-a-file")))?;
    let read = fs::read(&whole_file).map_err(said(message!("could-not-read-back")))?;
    if read != b"second" {
        return Err(Refused { doing: message!("could-not-read-back"), why: io::ErrorKind::InvalidData.into() });
    }
    let mut weak = Vec::new();
    if sync_folder(place.path()).map_err(said(message!("could-not-make-names-safe")))? == Synced::CannotBe {
        weak.push(Weakness::NoFolderSync);
    }
    let held = lock::hold(&place.path().join("lock")).map_err(said(message!("could-not-hold-a-session")))?;
    if held.is_some_and(|lock| !lock.is_kept()) {
        weak.push(Weakness::NoLocks);
    }
    place.close().map_err(said(message!("could-not-take-files-away")))?;
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
        assert_eq!((refused.doing, refused.why.kind()), (message!("could-not-make-a-folder"), io::ErrorKind::NotFound));
    }
}
