//! Files are destroyed: the one place in which what was said in a room is taken from the disk for good.
//!
//! A file is written over with zeros, once, synced, and only then loses its name; in the end its folder is synced. Doing it again, after a
//! crash at any point, comes to the same end. What this is worth has to be said honestly. Undeleting finds nothing more of a file that was
//! written over, where the disk writes in place: ext4, XFS, NTFS, FAT, on a disk that turns and, as far as the system can read it, on one
//! that does not. It is worth nothing on disks that copy on writing (btrfs, ZFS, APFS, snapshots of volumes), in folders that a program
//! keeps in step with another computer, in backups, and against somebody who takes the chips out of an SSD, which keeps old pages until it
//! needs them. There only a disk that was encrypted from the start helps. So it is done once (more passes change nothing of that), it is
//! never promised, and a disk that refuses it does not keep the file from being deleted.
//!
//! A file that has a second name is not written over: the other name may be a backup's, and what that keeps is not ours to change behind
//! somebody's back. It is said instead.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::real::RealDisk;
use crate::store::error::StoreError;
use crate::words::message::message;

/// Bytes that are written over at once.
const PIECE: usize = 256 << 10;

/// What became of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Gone {
    /// It was written over, and then deleted.
    WrittenOver,
    /// It was deleted.
    Deleted,
    /// It was deleted here; under another name it is still there.
    HasAnotherName,
    /// It was written over, and then deleted; the system does not say whether it had another name.
    WrittenOverNamesUnknown,
}

impl Gone {
    /// How to say what went so at first and `then` so under one name: what may still be there is never said to be gone.
    #[must_use]
    pub const fn and_then(self, then: Self) -> Self {
        match (self, then) {
            (Self::HasAnotherName, _) | (_, Self::HasAnotherName) => Self::HasAnotherName,
            (Self::WrittenOverNamesUnknown, _) => Self::WrittenOverNamesUnknown,
            (Self::WrittenOver | Self::Deleted, then) => then,
        }
    }
}

/// Destroys the file at `path`, and says how; nothing if there is none. Its name may come back with a power cut until its folder is synced.
pub fn destroy(disk: &dyn Disk, path: &Path) -> Result<Option<Gone>, StoreError> {
    let Some(how) = make_blank(disk, path) else { return Ok(None) };
    Ok(delete(disk, path)?.map(|_| how))
}

/// The first half of that: the file at `path` keeps its name, and what it held is gone. How that will have to be said once its name is gone,
/// too; nothing if there is no such file.
pub fn make_blank(disk: &dyn Disk, path: &Path) -> Option<Gone> {
    let mut file = match disk.open(path, Access::Write, Links::Refused) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return None,
        // What cannot be opened (a link, a file that is read only) can still be deleted.
        Err(_) => return Some(Gone::Deleted),
        Ok(file) => file,
    };
    let names = file.names();
    if matches!(names, Ok(Some(2..))) {
        return Some(Gone::HasAnotherName);
    }
    Some(match names {
        Ok(names) if write_over(file.as_mut()).is_ok() => names.map_or(Gone::WrittenOverNamesUnknown, |_| Gone::WrittenOver),
        Ok(_) | Err(_) => Gone::Deleted,
    })
}

/// Deletes the file at `path` and writes nothing over: for one whose name is not known to be safe to have gone to another file. Nothing if
/// there is none.
pub fn delete(disk: &dyn Disk, path: &Path) -> Result<Option<Gone>, StoreError> {
    match disk.remove(path) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(why) => Err(StoreError::io(path, message!("could-not-destroy"), why)),
        Ok(()) => Ok(Some(Gone::Deleted)),
    }
}

/// Destroys the folder at `path` on the real disk with all that lies in it, if there is one. What is a link there is taken away, and what it
/// leads to is not.
pub fn destroy_folder(path: &Path) -> Result<(), StoreError> {
    // A link by that name is not ours, wherever it leads.
    if !path.symlink_metadata().is_ok_and(|kind| kind.is_dir()) {
        return Ok(());
    }
    empty_folder(path, None)?;
    fs::remove_dir(path).map_err(|e| StoreError::io(path, message!("could-not-destroy"), e))
}

/// Destroys all that lies in the folder at `path` on the real disk, but for the file at `but`.
pub fn empty_folder(path: &Path, but: Option<&Path>) -> Result<(), StoreError> {
    let failed = |path: &Path, e| StoreError::io(path, message!("could-not-destroy"), e);
    let (mut folders, mut at) = (vec![path.to_owned()], 0);
    while let Some(this) = folders.get(at).cloned() {
        at += 1;
        for entry in fs::read_dir(&this).map_err(|e| failed(&this, e))?.flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
                folders.push(path);
            } else if but != Some(&*path) {
                destroy(&RealDisk, &path)?;
            }
        }
    }
    folders.iter().skip(1).rev().try_for_each(|path| fs::remove_dir(path).map_err(|e| failed(path, e)))
}

/// Writes zeros over all that `file` holds, on the disk too.
pub fn write_over(file: &mut dyn DiskFile) -> io::Result<()> {
    let (length, zeros, mut at) = (file.length()?, vec![0; PIECE], 0);
    while at < length {
        let piece = &zeros[..usize::try_from(length - at).map_or(PIECE, |left| left.min(PIECE))];
        file.write_all_at(piece, at)?;
        at += piece.len() as u64;
    }
    file.sync_data()
}

/// What lies beside the take at `take` and holds sound of it, or a picture of that, as this program names it: the waveform, and what a
/// crash may have left of writing either anew.
pub fn beside(take: &Path) -> Vec<PathBuf> {
    let peaks = take.with_extension("peaks");
    let hidden = |path: &Path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        path.with_file_name(format!(".{name}.new"))
    };
    vec![peaks.clone(), hidden(&peaks), hidden(take), silent(take), old(take)]
}

/// Where a take is written with silence in it, until it takes the place of the old one.
pub fn silent(take: &Path) -> PathBuf {
    hidden(take, "silent")
}

/// What the old one is called from then on, until it is destroyed.
pub fn old(take: &Path) -> PathBuf {
    hidden(take, "old")
}

/// What is noted of how the files of a take went that are being destroyed, before their names are gone: and what a crash may leave of noting it.
pub fn noted(take: &Path) -> [PathBuf; 2] {
    let note = hidden(take, "gone");
    let name = note.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let new = note.with_file_name(format!(".{name}.new"));
    [note, new]
}

fn hidden(take: &Path, what: &str) -> PathBuf {
    let name = take.file_name().unwrap_or_default().to_string_lossy();
    take.with_file_name(format!(".{name}.{what}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::Synced;
    use crate::disk::failing::Attempt;
    use crate::disk::failing::Breakdown;
    use crate::disk::failing::Failing;
    use crate::disk::memory::Call;
    use crate::disk::memory::Memory;
    use crate::disk::whole;

    const WORDS: &[u8] = b"what was said";

    #[test]
    fn a_file_is_written_over_before_it_loses_its_name() {
        let disk = Memory::default();
        let path = Path::new("take-001.wav");
        let long = WORDS.repeat(50_000);
        whole::create_on(&disk, path, &long).unwrap();
        let before = disk.count();
        assert_eq!(destroy(&disk, path).unwrap(), Some(Gone::WrittenOver));
        let calls = disk.calls().split_off(before);
        let (last, first) = calls.split_last().unwrap();
        assert!(matches!(last, Call::Remove { .. }) && matches!(first.last(), Some(Call::Sync { .. })), "{last:?}");
        let over: usize = first.iter().map(|call| if let Call::Write { bytes, .. } = call { bytes.len() } else { 0 }).sum();
        assert_eq!(over, long.len());
        let left = disk.seen();
        assert!(left.files.iter().all(|bytes| !bytes.windows(4).any(|four| four == b"what")), "nothing of it is left under no name");
        assert_eq!(destroy(&disk, path).unwrap(), None, "a second time there is nothing to do");
    }

    #[test]
    fn what_has_another_name_keeps_its_bytes_there() {
        let dir = tempfile::tempdir().unwrap();
        let memory = Memory::default();
        for (disk, folder) in [(&memory as &dyn Disk, Path::new("/room")), (&RealDisk, dir.path())] {
            let (path, backup) = (folder.join("take-001.wav"), folder.join("backup"));
            whole::create_on(disk, &path, WORDS).unwrap();
            disk.hard_link(&path, &backup).unwrap();
            assert_eq!(destroy(disk, &path).unwrap(), Some(Gone::HasAnotherName));
            let file = disk.open(&backup, Access::Read, Links::Refused).unwrap();
            let mut bytes = vec![0; WORDS.len()];
            file.read_exact_at(&mut bytes, 0).unwrap();
            assert_eq!(bytes, WORDS);
            drop(file);
            assert_eq!(destroy(disk, &backup).unwrap(), Some(Gone::WrittenOver));
        }
    }

    /// A disk that says of no file how many names it has.
    #[derive(Debug)]
    struct Tacit(Memory);

    #[derive(Debug)]
    struct TacitFile(Box<dyn DiskFile>);

    impl Disk for Tacit {
        fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
            self.0.create_new(path)
        }
        fn open(&self, path: &Path, access: Access, links: Links) -> io::Result<Box<dyn DiskFile>> {
            Ok(Box::new(TacitFile(self.0.open(path, access, links)?)))
        }
        fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.0.rename(from, to)
        }
        fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
            self.0.hard_link(from, to)
        }
        fn remove(&self, path: &Path) -> io::Result<()> {
            self.0.remove(path)
        }
        fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
            self.0.files(folder)
        }
        fn sync_folder(&self, folder: &Path) -> io::Result<Synced> {
            self.0.sync_folder(folder)
        }
        fn free(&self, folder: &Path) -> Option<u64> {
            self.0.free(folder)
        }
    }

    impl DiskFile for TacitFile {
        fn length(&self) -> io::Result<u64> {
            self.0.length()
        }
        fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
            self.0.read_at(bytes, offset)
        }
        fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
            self.0.write_all_at(bytes, offset)
        }
        fn set_length(&mut self, length: u64) -> io::Result<()> {
            self.0.set_length(length)
        }
        fn sync_data(&mut self) -> io::Result<()> {
            self.0.sync_data()
        }
        fn sync_all(&mut self) -> io::Result<()> {
            self.0.sync_all()
        }
    }

    #[test]
    fn where_nobody_knows_of_other_names_that_is_what_is_said() {
        let disk = Tacit(Memory::default());
        let path = Path::new("take-001.wav");
        whole::create_on(&disk, path, WORDS).unwrap();
        assert_eq!(destroy(&disk, path).unwrap(), Some(Gone::WrittenOverNamesUnknown));
        assert!(disk.0.seen().files.iter().all(|bytes| !bytes.windows(4).any(|four| four == b"what")));
        assert_eq!(serde_json::to_string(&Gone::WrittenOverNamesUnknown).unwrap(), r#""written-over-names-unknown""#);
    }

    #[test]
    fn a_disk_that_will_not_be_written_over_still_lets_go_of_the_file() {
        let memory = Memory::default();
        let path = Path::new("take-001.wav");
        whole::create_on(&memory, path, WORDS).unwrap();
        let disk =
            Failing::over(memory.clone(), |attempt| matches!(attempt, Attempt::Write(..)).then(|| Breakdown::whole(io::ErrorKind::Other)));
        assert_eq!(destroy(&disk, path).unwrap(), Some(Gone::Deleted));
        assert!(memory.read(path).is_none());
    }
}
