//! Files that are written whole or not at all.
//!
//! A file is replaced by writing a new one beside it, syncing that, renaming it over the old one and syncing the folder: whoever reads
//! sees the old file or the new, and so does whoever comes after a power cut. Renaming alone promises neither.

#![expect(clippy::disallowed_methods, reason = "this is where files are replaced")]

use std::fs;
use std::fs::File;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

/// What is asked of a disk here, call by call. A trait because the power may fail between any two of them, and tests must make it.
pub trait Files {
    /// Makes a file that was not there, readable by its owner only.
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>>;
    /// Gives the file at `from` the name `to`, and takes that from whatever had it.
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Gives the file at `from` the name `to` as well, which nothing may have.
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()>;
    /// Takes the name away.
    fn remove(&self, path: &Path) -> io::Result<()>;
    /// Makes the names in the folder of `path` safe.
    fn sync_folder_of(&self, path: &Path) -> io::Result<()>;
}

/// A file that was just made.
pub trait NewFile {
    /// Writes all of `bytes`.
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Returns once they are on the medium.
    fn sync_all(&mut self) -> io::Result<()>;
}

/// The file system.
#[derive(Clone, Copy, Debug, Default)]
pub struct RealFiles;

impl Files for RealFiles {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn NewFile>> {
        Ok(Box::new(crate::disk::create_new(path)?))
    }

    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::rename(from, to)
    }

    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        fs::hard_link(from, to)
    }

    fn remove(&self, path: &Path) -> io::Result<()> {
        fs::remove_file(path)
    }

    fn sync_folder_of(&self, path: &Path) -> io::Result<()> {
        crate::disk::sync_folder_of(path).map(drop)
    }
}

impl NewFile for File {
    fn write_all(&mut self, bytes: &[u8]) -> io::Result<()> {
        Write::write_all(self, bytes)
    }

    fn sync_all(&mut self) -> io::Result<()> {
        File::sync_all(self)
    }
}

/// Replaces the file at `path` by `bytes`, or makes it, readable by its owner only.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    replace_on(&RealFiles, path, bytes)
}

/// [`replace`] on a disk.
pub fn replace_on(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = write_beside(files, path, bytes)?;
    files.rename(&beside, path).inspect_err(|_| drop(files.remove(&beside)))?;
    files.sync_folder_of(path)
}

/// Writes `bytes` to a new file beside `path`, synced; what cannot be written whole is taken away again.
fn write_beside(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let beside = beside(path)?;
    // What a crash left behind is in nobody's way: it never was the file.
    if let Err(why) = files.remove(&beside)
        && why.kind() != io::ErrorKind::NotFound
    {
        return Err(why);
    }
    write_new(files, &beside, bytes)?;
    Ok(beside)
}

/// Makes the file at `path`, synced; what cannot be written whole is taken away again.
fn write_new(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = files.create_new(path)?;
    file.write_all(bytes).and_then(|()| file.sync_all()).inspect_err(|_| drop(files.remove(path)))
}

/// Makes the file at `path` with `bytes`; refuses where something is already.
///
/// The file is written under another name first and gets its own by a hard link, which, unlike a rename, never takes the name from
/// something that is there. So no crash and no full disk leaves half a file under that name. A disk without hard links (FAT) gets the
/// file directly, and what could not be written whole is taken away again.
pub fn create(path: &Path, bytes: &[u8]) -> io::Result<()> {
    create_on(&RealFiles, path, bytes)
}

/// [`create`] on a disk.
pub fn create_on(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let beside = write_beside(files, path, bytes)?;
    let linked = files.hard_link(&beside, path);
    files.remove(&beside).ok();
    match linked {
        Err(why) if why.kind() != io::ErrorKind::AlreadyExists => write_new(files, path, bytes)?,
        other => other?,
    }
    files.sync_folder_of(path)
}

/// Keeps `bytes` in a new file called like `path`, a hyphen and the first number that is free.
pub fn set_aside(path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    set_aside_on(&RealFiles, path, bytes)
}

/// [`set_aside`] on a disk.
pub fn set_aside_on(files: &dyn Files, path: &Path, bytes: &[u8]) -> io::Result<PathBuf> {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    for n in 1..10_000 {
        let numbered = path.with_file_name(format!("{name}-{n}"));
        match create_on(files, &numbered, bytes) {
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| numbered),
        }
    }
    Err(io::ErrorKind::AlreadyExists.into())
}

/// The name under which a new version of `path` is written.
fn beside(path: &Path) -> io::Result<PathBuf> {
    let name = path.file_name().ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "not the name of a file"))?;
    let mut hidden = std::ffi::OsString::from(".");
    hidden.push(name);
    hidden.push(".new");
    Ok(path.with_file_name(hidden))
}

#[cfg(test)]
mod tests {
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
            assert_eq!(fs::read(set_aside(&stem, bytes).unwrap()).unwrap(), bytes);
        }
        assert_eq!(fs::read_dir(dir.path()).unwrap().count(), 2);
    }
}
