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
/// something that is there. So no crash and no full disk leaves half a file under that name. On a disk without hard links (FAT) an empty
/// file takes the name first, and the whole one is renamed over that: nothing is written twice, and a crash between the two leaves it empty.
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
    let named = match disk.hard_link(&beside, path) {
        Err(why) if why.kind() != io::ErrorKind::AlreadyExists => claim(disk, &beside, path),
        linked => linked,
    };
    // Where it was renamed it does not lie there any more.
    disk.remove(&beside).ok();
    named
}

/// Gives the file at `beside` the name `path`, if nothing has it, on a disk without hard links.
fn claim(disk: &dyn Disk, beside: &Path, path: &Path) -> io::Result<()> {
    disk.create_new(path)?;
    disk.rename(beside, path).inspect_err(|_| drop(disk.remove(path)))
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
    use std::cell::Cell;
    use std::fs;

    use super::*;
    use crate::disk::failing::Attempt;
    use crate::disk::failing::Breakdown;
    use crate::disk::failing::Failing;
    use crate::disk::memory::Memory;

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
    fn a_disk_without_hard_links_gets_a_file_whole_once_and_never_in_the_place_of_another() {
        let (memory, poured) = (Memory::default(), Cell::new(0));
        let pour = |file: &mut dyn DiskFile| {
            poured.set(poured.get() + 1);
            file.write_all_at(b"what was said", 0)
        };
        let (path, beside) = (Path::new("/stick/export.qdpx"), Path::new("/stick/.export.qdpx.new"));
        let disk = Failing::over(memory.clone(), |attempt| {
            matches!(attempt, Attempt::Link(_)).then(|| Breakdown::whole(io::ErrorKind::PermissionDenied))
        });
        create_with(&disk, path, &pour).unwrap();
        assert_eq!((&**memory.read(path).unwrap(), memory.read(beside).is_none()), (&b"what was said"[..], true));
        assert_eq!(create_on(&disk, path, b"x").unwrap_err().kind(), io::ErrorKind::AlreadyExists);
        assert_eq!((&**memory.read(path).unwrap(), memory.read(beside).is_none()), (&b"what was said"[..], true));
        // And where not even an empty file can be made, nothing lies there.
        let other = Path::new("/stick/other.qdpx");
        let disk = Failing::over(memory.clone(), move |attempt| match attempt {
            Attempt::Link(_) => Some(Breakdown::whole(io::ErrorKind::PermissionDenied)),
            Attempt::Create(path) if path == other => Some(Breakdown::whole(io::ErrorKind::StorageFull)),
            _ => None,
        });
        assert_eq!(create_with(&disk, other, &pour).unwrap_err().kind(), io::ErrorKind::StorageFull);
        assert!(memory.read(other).is_none() && memory.read("/stick/.other.qdpx.new").is_none());
        assert_eq!(poured.get(), 2, "each was written once");
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
