//! Files that are destroyed together, and how each of them went.
//!
//! How a file went is known while it is there, and nobody can tell any more once its name is gone. So all of them are written over first; how
//! that went is noted beside what they are of ([`destroy::noted`]); and only then do they lose their names. Whoever goes on after a crash finds
//! the note, and says the same.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::read_up_to;
use crate::disk::sync_folder_of;
use crate::disk::whole;
use crate::store::destroy;
use crate::store::destroy::Gone;
use crate::store::error::StoreError;
use crate::store::folder::LARGEST_TEXT;
use crate::store::receipt::GoneFile;
use crate::words::message::message;

/// A file that is to be destroyed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doomed {
    /// Where it lies.
    pub path: PathBuf,
    /// What it is called in the receipt.
    pub name: String,
    /// What is done to it.
    pub way: Way,
}

/// What is done to a file before its name is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is written over.
    WriteOver,
    /// Nothing: its bytes may be wanted under a name that a power cut gives back.
    Delete,
}

impl Doomed {
    /// The file at `path`, called as it is.
    pub fn file(path: PathBuf) -> Self {
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        Self { path, name, way: Way::WriteOver }
    }
}

/// Destroys all of these files on `disk` that are there, of which is noted beside `of` how each went; says that of those, too, which went
/// before a crash.
pub fn destroy_all(disk: &dyn Disk, of: &Path, all: Vec<Doomed>) -> Result<Vec<GoneFile>, StoreError> {
    let [note, _] = destroy::noted(of);
    let mut said = noted(disk, &note);
    let mut there = Vec::new();
    for Doomed { path, name, way } in all {
        let how = match way {
            Way::WriteOver => destroy::make_blank(disk, &path),
            Way::Delete => is_there(disk, &path).then_some(Gone::Deleted),
        };
        let Some(how) = how else { continue };
        match said.iter_mut().find(|gone| gone.file == name) {
            Some(gone) => gone.how = gone.how.and_then(how),
            None => said.push(GoneFile::new(name, how)),
        }
        there.push(path);
    }
    if let Some(bytes) = serde_json::to_vec(&said).ok().filter(|_| !there.is_empty()) {
        // A disk that is full must not keep anything from being destroyed.
        whole::replace_on(disk, &note, &bytes).ok();
    }
    there.iter().try_for_each(|path| destroy::delete(disk, path).map(drop))?;
    there.dedup_by(|a, b| a.parent() == b.parent());
    let sync = |path: &Path| sync_folder_of(disk, path).map_err(|e| StoreError::io(path, message!("could-not-destroy"), e));
    there.iter().try_for_each(|path| sync(path).map(drop))?;
    Ok(said)
}

/// What is noted in `note`; nothing of what a crash has torn.
fn noted(disk: &dyn Disk, note: &Path) -> Vec<GoneFile> {
    let bytes = disk.open(note, Access::Read, Links::Refused).and_then(|file| read_up_to(file.as_ref(), LARGEST_TEXT));
    bytes.ok().and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
}

fn is_there(disk: &dyn Disk, path: &Path) -> bool {
    !matches!(disk.open(path, Access::Read, Links::Refused), Err(why) if why.kind() == io::ErrorKind::NotFound)
}

/// What was noted of something whose receipt is there is needed no more.
pub fn forget(disk: &dyn Disk, of: &Path) {
    let gone = destroy::noted(of).iter().filter(|note| disk.remove(note).is_ok()).count();
    if gone > 0 {
        sync_folder_of(disk, of).ok();
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use std::fs;

    use super::*;
    use crate::disk::real::RealDisk;

    #[cfg(unix)]
    #[test]
    fn what_still_has_another_name_is_said_whatever_else_went_under_the_same_one() {
        let dir = tempfile::tempdir().unwrap();
        let at = |name: &str| dir.path().join(name);
        for name in ["one.wav", "two.wav"] {
            fs::write(at(name), "x").unwrap();
        }
        fs::hard_link(at("one.wav"), at("backup")).unwrap();
        let doomed = |name: &str| Doomed { path: at(name), name: "file-of-1.wav".into(), way: Way::WriteOver };
        let of = at("journal.jsonl");
        let gone = destroy_all(&RealDisk, &of, vec![doomed("one.wav"), doomed("two.wav")]).unwrap();
        assert_eq!(gone, [GoneFile::new("file-of-1.wav".into(), Gone::HasAnotherName)]);
        // Whoever goes on after a crash finds another one under that name, and the note.
        fs::write(at("two.wav"), "x").unwrap();
        assert_eq!(destroy_all(&RealDisk, &of, vec![doomed("two.wav")]).unwrap(), gone);
    }
}
