//! Where a check of the room lies while it goes on: a hidden folder beside the sessions, which no list takes for one, held for as long.
//! What a program that was killed has left of one is nobody's, and is deleted by whoever comes next.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use tempfile::TempDir;

use crate::disk::Disk;
use crate::disk::lock;
use crate::disk::lock::Lock;
use crate::disk::real::RealDisk;
use crate::store::error::StoreError;
use crate::store::folder::Study;
use crate::words::message::message;

/// What the folder's name begins with: hidden, and like no session's.
const PREFIX: &str = ".hearback-room-check-";

/// The folder of a check that goes on. Whatever becomes of whoever has it, it goes with them.
#[derive(Debug)]
pub struct RoomCheckFolder {
    // Let go of before the folder is deleted: some systems delete no file that is open.
    lock: Option<Lock>,
    folder: TempDir,
}

impl RoomCheckFolder {
    /// A new one in `study`.
    pub fn make(study: &Study) -> Result<Self, StoreError> {
        let place = study.place_for_checks()?;
        let wrong = |e| StoreError::io(&place, message!("could-not-check-room"), e);
        let folder = tempfile::Builder::new().prefix(PREFIX).tempdir_in(&place).map_err(wrong)?;
        let lock = lock::hold(&folder.path().join("lock")).map_err(wrong)?;
        Ok(Self { lock, folder })
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// Deletes it with all that is in it.
    pub fn delete(self) -> Result<(), StoreError> {
        let Self { lock, folder } = self;
        drop(lock);
        let path = folder.path().to_owned();
        folder.close().map_err(|e| StoreError::io(&path, message!("could-not-delete-room-check"), e))?;
        if let Some(above) = path.parent() {
            // Gone it is already; this makes it stay so through a power cut, and whoever comes next would see to that as well.
            RealDisk.sync_folder(above).ok();
        }
        Ok(())
    }
}

/// Deletes what was left behind in `study` of checks that nobody has any more, and says of how many that was.
pub fn sweep(study: &Study) -> Result<usize, StoreError> {
    let mut swept = 0;
    for path in left_behind(study) {
        fs::remove_dir_all(&path).map_err(|e| StoreError::io(&path, message!("could-not-delete-room-check"), e))?;
        swept += 1;
    }
    Ok(swept)
}

/// The folders of checks that nobody has any more. A place that cannot be looked into is complained of by whoever needs it.
fn left_behind(study: &Study) -> Vec<PathBuf> {
    let places = [study.root().join("sessions"), study.root().to_owned()];
    let entries = places.iter().filter_map(|place| fs::read_dir(place).ok()).flatten().flatten();
    let ours = entries.filter(|entry| entry.file_name().to_string_lossy().starts_with(PREFIX));
    // A link by that name is not ours, wherever it leads.
    let folders = ours.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path());
    folders.filter(|path| !lock::is_held(&path.join("lock"))).collect()
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use super::*;

    #[test]
    fn what_is_left_behind_is_deleted_and_what_goes_on_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let study = Study::init(dir.path(), &[("study.yaml", b"title: x\n")]).unwrap();
        let going_on = RoomCheckFolder::make(&study).unwrap();
        fs::write(going_on.path().join("take-001.wav"), b"sound").unwrap();
        assert_eq!((sweep(&study).unwrap(), study.sessions().unwrap()), (0, vec![]));
        for place in ["sessions", "."] {
            let left = dir.path().join(place).join(format!("{PREFIX}abc"));
            fs::create_dir(&left).unwrap();
            fs::write(left.join("take-001.wav"), b"sound").unwrap();
        }
        assert_eq!((sweep(&study).unwrap(), sweep(&study).unwrap()), (2, 0));
        let path = going_on.path().to_owned();
        assert!(path.join("take-001.wav").exists());
        going_on.delete().unwrap();
        assert!(!path.exists());
        drop(RoomCheckFolder::make(&study).unwrap());
        assert_eq!(fs::read_dir(dir.path().join("sessions")).unwrap().count(), 0, "whoever stumbles deletes it too");
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_followed_nowhere() {
        let dir = tempfile::tempdir().unwrap();
        let study = Study::init(dir.path(), &[("study.yaml", b"title: x\n")]).unwrap();
        let theirs = tempfile::tempdir().unwrap();
        fs::write(theirs.path().join("theirs"), b"x").unwrap();
        std::os::unix::fs::symlink(theirs.path(), dir.path().join("sessions").join(format!("{PREFIX}abc"))).unwrap();
        assert_eq!(sweep(&study).unwrap(), 0);
        assert!(theirs.path().join("theirs").exists());
    }
}
