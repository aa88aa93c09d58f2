//! Files that are written whole or not at all.
//!
//! A file is replaced by writing a new one beside it, syncing that, renaming it over the old one and syncing the folder: whoever reads
//! sees the old file or the new, and so does whoever comes after a power cut. Renaming alone promises neither.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::read_as_much;
use crate::disk::real::RealDisk;
use crate::disk::sync_folder_of;
use crate::words::say;

/// Bytes that go over at once.
const PIECE: usize = 256 << 10;

/// Replaces the file at `path` by `bytes`, or makes it, readable by its owner only.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_on(&RealDisk, path, bytes)
}

/// [`replace`] on a disk.
pub fn replace_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_filled(disk, path, &|file| file.write_all_at(bytes, 0))
}

/// [`replace_on`] with what `fill` writes.
pub(crate) fn replace_filled(disk: &dyn Disk, path: &Path, fill: Fill<'_>) -> io::Result<()> {
    let beside = write_beside(disk, path, fill)?;
    disk.rename(&beside, path).inspect_err(|_| drop(disk.remove(&beside)))?;
    sync_folder_of(disk, path).map(drop)
}

/// Writes into a new file all that it is to hold.
pub(crate) type Fill<'f> = &'f dyn Fn(&mut dyn DiskFile) -> io::Result<()>;

/// Makes a new file beside `path`, synced; what cannot be written whole is taken away again.
fn write_beside(disk: &dyn Disk, path: &Path, fill: Fill<'_>) -> io::Result<PathBuf> {
    let beside = beside(path)?;
    // What a crash left behind is in nobody's way: it never was the file.
    if let Err(why) = disk.remove(&beside)
        && why.kind() != io::ErrorKind::NotFound
    {
        return Err(why);
    }
    write_new(disk, &beside, fill)?;
    Ok(beside)
}

/// Makes the file at `path`, synced; what cannot be written whole is taken away again.
fn write_new(disk: &dyn Disk, path: &Path, write: Fill<'_>) -> io::Result<()> {
    let mut file = disk.create_new(path)?;
    write(file.as_mut()).and_then(|()| file.sync_all()).inspect_err(|_| drop(disk.remove(path)))
}

/// Makes the file at `path` with `bytes`; refuses where something is already.
///
/// The file is written under another name first and gets its own by a hard link, which, unlike a rename, never takes the name from
/// something that is there. So no crash and no full disk leaves half a file under that name. A disk without hard links (FAT) gets the
/// file directly, and what could not be written whole is taken away again.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    create_on(&RealDisk, path, bytes)
}

/// [`create`] for one of several files: the bytes are safe, and the name is once the folder is synced, which the caller does when all are there.
pub(crate) fn create_among_others(path: &Path, bytes: &[u8]) -> io::Result<()> {
    name_filled(&RealDisk, path, &|file| file.write_all_at(bytes, 0))
}

/// [`create`] on a disk.
pub(crate) fn create_on(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    create_filled(disk, path, &|file| file.write_all_at(bytes, 0))
}

/// [`create_on`] with all that `source` holds, however long that is: it goes over in pieces.
pub(crate) fn create_from(disk: &dyn Disk, path: &Path, source: &dyn DiskFile) -> io::Result<()> {
    create_filled(disk, path, &|file| {
        let (mut piece, mut at) = (vec![0; PIECE], 0);
        loop {
            let count = read_as_much(source, &mut piece, at)?;
            file.write_all_at(&piece[..count], at)?;
            at += count as u64;
            if count < PIECE {
                return Ok(());
            }
        }
    })
}

/// [`create_on`] with what `fill` writes, in pieces: for what is larger than memory.
pub(crate) fn create_with(disk: &dyn Disk, path: &Path, fill: &dyn Fn(&mut dyn DiskFile) -> io::Result<()>) -> io::Result<()> {
    create_filled(disk, path, fill)
}

fn create_filled(disk: &dyn Disk, path: &Path, fill: Fill<'_>) -> io::Result<()> {
    name_filled(disk, path, fill)?;
    sync_folder_of(disk, path).map(drop)
}

fn name_filled(disk: &dyn Disk, path: &Path, fill: Fill<'_>) -> io::Result<()> {
    let beside = write_beside(disk, path, fill)?;
    let linked = disk.hard_link(&beside, path);
    disk.remove(&beside).ok();
    match linked {
        Err(why) if why.kind() != io::ErrorKind::AlreadyExists => write_new(disk, path, fill),
        other => other,
    }
}

/// Keeps `bytes` in a new file called like `path`, a hyphen and the first number that is free.
pub(crate) fn set_aside(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    for n in 1..10_000 {
        let numbered = path.with_file_name(format!("{name}-{n}"));
        match create_on(disk, &numbered, bytes) {
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| numbered),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The name under which a new version of `path` is written.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, say!("file-no-name")))?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".new");
    Ok(path.with_file_name(hidden))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use std::fs;

    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_leaves_nothing_beside_it() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("draft.json");
        fs::write(dir.path().join(".draft.json.new"), "left by a crash").unwrap();
        for text in ["one", "two, longer", "3"] {
            replace(&path, text.as_bytes()).unwrap();
            assert_eq!(fs::read_to_string(&path).unwrap(), text);
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 1);
        assert_eq!(create(&path, b"x").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
    }

    #[test]
    fn what_is_set_aside_never_takes_the_place_of_something() {
        let dir = tempfile::tempdir().unwrap();
        let stem = dir.path().join("journal.torn");
        for bytes in [b"a", b"b"] {
            assert_eq!(fs::read(set_aside(&RealDisk, &stem, bytes).unwrap()).unwrap(), bytes);
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }
}
