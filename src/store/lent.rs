//! The copy of the sound that a recogniser hears: where it lies, for as long as whoever lent it runs, and who takes it away.
//!
//! All of them lie in one place, the folder `heard` among this user's caches, each in a folder that only its owner can enter, with a file
//! that is held for as long. When it is given back, everything in it is [destroyed](destroy). What a program that was killed has left is
//! nobody's: whoever comes next destroys it ([`sweep`]), and what is still held by somebody who runs is let alone. A copy that another
//! program has open is written over for that one, too.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Disk;
use crate::disk::lock;
use crate::disk::lock::Lock;
use crate::disk::real::RealDisk;
use crate::disk::real::create_folder;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::words::message::message;

/// The folder of all of them among the caches.
pub const PLACE: &str = "heard";

/// What the name of each begins with.
const PREFIX: &str = "copy-";

/// And how many letters and figures come after that.
const RANDOM: usize = 6;

/// The file that is held.
const HELD: &str = "lock";

/// A folder whose files are destroyed when it is given back, or dropped.
#[derive(Debug)]
pub struct Lent {
    folder: PathBuf,
    lock: Option<Lock>,
}

impl Lent {
    /// A new one in `place`, which is made if it is not there.
    pub fn make(place: &Path) -> io::Result<Self> {
        create_folder(place)?;
        loop {
            let mut builder = tempfile::Builder::new();
            builder.prefix(PREFIX).rand_bytes(RANDOM);
            #[cfg(unix)]
            builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o700));
            let folder = builder.tempdir_in(place)?.keep();
            match lock::hold(&folder.join(HELD)) {
                // Whoever sweeps at this moment takes it for one that was left, and has taken it away before they let go of it.
                Ok(Some(lock)) if folder.join(HELD).exists() => return Ok(Self { folder, lock: Some(lock) }),
                Ok(_) => {}
                Err(why) if why.kind() == io::ErrorKind::NotFound => {}
                Err(why) => return Err(why),
            }
        }
    }

    /// Where it is.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// Destroys what is in it.
    pub fn give_back(mut self) -> Result<(), StoreError> {
        self.take_away()
    }

    fn take_away(&mut self) -> Result<(), StoreError> {
        match self.lock.take() {
            Some(lock) => empty(&self.folder, lock),
            None => Ok(()),
        }
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        // What is left lies where the next sweep finds it.
        self.take_away().ok();
    }
}

/// Destroys what was left in `place` by whoever runs no more, and says how many copies that was; of what cannot be destroyed, the first reason
/// is given once all the others were gone through.
pub fn sweep(place: &Path) -> Result<usize, StoreError> {
    // A link by that name is not ours, wherever it leads.
    if !place.symlink_metadata().is_ok_and(|kind| kind.is_dir()) {
        return Ok(0);
    }
    let entries = fs::read_dir(place).into_iter().flatten().flatten();
    let ours = entries.filter(|entry| is_called_so(Path::new(&entry.file_name())));
    let folders = ours.filter(|entry| entry.file_type().is_ok_and(|kind| kind.is_dir())).map(|entry| entry.path());
    let (swept, failed): (Vec<_>, Vec<_>) = folders.map(|folder| take_back(&folder)).partition(Result::is_ok);
    match failed.into_iter().find_map(Result::err) {
        Some(why) => Err(why),
        None => Ok(swept.into_iter().flatten().filter(|is_swept| *is_swept).count()),
    }
}

/// Whether `folder` is called as one of ours is: nothing else is ever destroyed here.
fn is_called_so(folder: &Path) -> bool {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    name.strip_prefix(PREFIX).is_some_and(|rest| rest.len() == RANDOM && rest.bytes().all(|b| b.is_ascii_alphanumeric()))
}

/// Whether `folder` may be one of ours, by its name and by that of where it lies.
pub fn is_one(folder: &Path) -> bool {
    is_called_so(folder) && folder.parent().and_then(Path::file_name).is_some_and(|place| place == PLACE)
}

/// Destroys what is in `folder` if whoever lent it runs no more; whether that was so.
pub fn take_back(folder: &Path) -> Result<bool, StoreError> {
    let held = folder.join(HELD);
    // Nothing was in it yet. Where something is and nobody ever held it, it was left as well: the file that is held comes first.
    if !held.exists() && fs::remove_dir(folder).is_ok() {
        return Ok(false);
    }
    match lock::hold(&held) {
        Ok(Some(lock)) => empty(folder, lock).map(|()| true),
        Ok(None) => Ok(false),
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(why) => Err(StoreError::io(&held, message!("could-not-destroy"), why)),
    }
}

/// Destroys everything in `folder` and takes it away, at the end of which it is let go of.
fn empty(folder: &Path, lock: Lock) -> Result<(), StoreError> {
    let failed = |path: &Path, e| StoreError::io(path, message!("could-not-destroy"), e);
    // The file that is held goes last: as long as it is there, whoever comes knows that there is something left to do.
    destroy::empty_folder(folder, Some(&folder.join(HELD)))?;
    // On some systems what is open cannot be deleted.
    #[cfg(not(unix))]
    drop(lock);
    RealDisk.remove(&folder.join(HELD)).map_err(|e| failed(folder, e))?;
    fs::remove_dir(folder).map_err(|e| failed(folder, e))?;
    #[cfg(unix)]
    drop(lock);
    Ok(())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use super::*;

    /// What whoever was killed leaves: the folder, with a file that nobody holds.
    fn left(place: &Path, name: &str) -> PathBuf {
        let folder = place.join(name);
        fs::create_dir_all(folder.join("parts")).unwrap();
        for file in [HELD, "sound.wav", "parts/one.wav"] {
            fs::write(folder.join(file), "what was said").unwrap();
        }
        folder
    }

    #[test]
    fn what_is_left_is_destroyed_and_what_somebody_still_has_is_not() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("cache/heard");
        assert_eq!(sweep(&place).unwrap(), 0);
        let lent = Lent::make(&place).unwrap();
        fs::write(lent.path().join("sound.wav"), "sound").unwrap();
        let folder = left(&place, "copy-abcdef");
        let open = fs::File::open(folder.join("sound.wav")).unwrap();
        fs::create_dir(place.join("copy-empty0")).unwrap();
        fs::remove_file(left(&place, "copy-defghi").join(HELD)).unwrap();
        assert_eq!((sweep(&place).unwrap(), sweep(&place).unwrap()), (2, 0));
        assert!(!folder.exists() && !place.join("copy-empty0").exists() && lent.path().join("sound.wav").exists());
        let still = std::io::read_to_string(open).unwrap();
        assert_eq!(still, "\0".repeat(13), "whoever has it open has nothing");
        let path = lent.path().to_owned();
        lent.give_back().unwrap();
        assert!(!path.exists());
        let lent = Lent::make(&place).unwrap();
        fs::create_dir(lent.path().join("more")).unwrap();
        fs::write(lent.path().join("more/sound.wav"), "sound").unwrap();
        drop(lent);
        assert_eq!(fs::read_dir(&place).unwrap().count(), 0, "whoever stumbles destroys it too");
    }

    #[test]
    fn one_that_cannot_be_destroyed_keeps_no_other() {
        let dir = tempfile::tempdir().unwrap();
        let place = dir.path().join("heard");
        let folders: Vec<_> = (0..10).map(|n| left(&place, &format!("copy-00000{n}"))).collect();
        // Nobody can hold it.
        fs::remove_file(folders[0].join(HELD)).unwrap();
        fs::create_dir(folders[0].join(HELD)).unwrap();
        sweep(&place).unwrap_err();
        let still: Vec<_> = folders.iter().filter(|folder| folder.exists()).collect();
        assert_eq!(still, [&folders[0]]);
    }

    #[cfg(unix)]
    #[test]
    fn only_the_owner_can_enter_and_a_link_is_followed_nowhere() {
        use std::os::unix::fs::PermissionsExt;
        let (dir, theirs) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let place = dir.path().join("heard");
        let lent = Lent::make(&place).unwrap();
        for path in [&place, lent.path()] {
            assert_eq!(fs::metadata(path).unwrap().permissions().mode() & 0o777, 0o700);
        }
        fs::write(theirs.path().join("theirs"), "x").unwrap();
        std::os::unix::fs::symlink(theirs.path(), place.join("copy-link")).unwrap();
        std::os::unix::fs::symlink(theirs.path(), lent.path().join("link")).unwrap();
        assert_eq!(sweep(&place).unwrap(), 0);
        // Nor is what is called otherwise, or lies behind a link in the place of ours.
        let theirs_too = left(theirs.path(), "copy-abcdef");
        let more = left(&place, "copy-of-thesis");
        std::os::unix::fs::symlink(theirs.path(), dir.path().join("linked")).unwrap();
        assert_eq!((sweep(&dir.path().join("linked")).unwrap(), sweep(&place).unwrap()), (0, 0));
        assert!(theirs_too.join("sound.wav").exists() && more.join("sound.wav").exists() && !is_one(&theirs_too));
        lent.give_back().unwrap();
        assert_eq!(fs::read_to_string(theirs.path().join("theirs")).unwrap(), "x");
    }
}
