//! A text that is given to an editor: where it lies meanwhile, and who takes it away.
//!
//! It lies in a folder that only its owner can enter, one for whatever it is of, and is written anew each time. What an editor leaves beside
//! it (copies, what it would recover from) is destroyed with it. Where something came back that could not be taken in, all of it stays until
//! the next time: nothing that somebody wrote is lost, whatever falls over.

use std::fs;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::digest;
use crate::disk::real::RealDisk;
use crate::disk::real::create_folder;
use crate::disk::real::create_new;
use crate::disk::real::open_plain;
use crate::store::destroy;

/// What the file is called.
const FILE: &str = "statements.txt";

/// The longest text that is read back, in bytes.
const LONGEST: u64 = 8 * 1024 * 1024;

/// The folder of one text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ForEditor {
    folder: PathBuf,
}

impl ForEditor {
    /// That of the text of what lies in `whose`, in `place`.
    pub fn of(whose: &Path, place: &Path) -> Self {
        let sum = digest::of(&[whose.as_os_str().as_encoded_bytes()]);
        let name = sum.iter().take(8).fold(String::new(), |name, byte| name + &format!("{byte:02x}"));
        Self { folder: place.join(format!("text-{name}")) }
    }

    /// The file.
    pub fn file(&self) -> PathBuf {
        self.folder.join(FILE)
    }

    /// What was left there because it could not be taken in, if anything was.
    pub fn left(&self) -> Option<String> {
        self.read().ok()
    }

    /// Lays `text` out, in place of whatever lies there.
    pub fn lay_out(&self, text: &str) -> io::Result<()> {
        self.take_away()?;
        create_folder(&self.folder)?;
        let mut file = create_new(&self.file())?;
        file.write_all(text.as_bytes())?;
        file.sync_all()
    }

    /// What lies there now.
    pub fn read(&self) -> io::Result<String> {
        let mut text = String::new();
        let file = open_plain(&self.file(), fs::OpenOptions::new().read(true), Links::Refused)?;
        file.take(LONGEST).read_to_string(&mut text)?;
        Ok(text)
    }

    /// Destroys it and all that lies beside it.
    pub fn take_away(&self) -> io::Result<()> {
        // A link by that name is not ours, wherever it leads.
        if !self.folder.symlink_metadata().is_ok_and(|kind| kind.is_dir()) {
            return Ok(());
        }
        for entry in fs::read_dir(&self.folder)?.flatten() {
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_file()) {
                destroy::destroy(&RealDisk, &path).map_err(io::Error::other)?;
            } else {
                RealDisk.remove(&path)?;
            }
        }
        fs::remove_dir(&self.folder)
    }
}

#[cfg(all(test, unix))]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    #[test]
    fn it_is_its_owners_alone_and_goes_with_all_that_an_editor_left() {
        let dir = tempfile::tempdir().unwrap();
        let one = ForEditor::of(Path::new("/a/study/session"), dir.path());
        assert_ne!(one, ForEditor::of(Path::new("/b/study/session"), dir.path()));
        one.lay_out("words").unwrap();
        let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&one.file()), mode(one.file().parent().unwrap())), (0o600, 0o700));
        fs::write(one.file().with_file_name("statements.txt~"), "words").unwrap();
        one.lay_out("others").unwrap();
        assert_eq!(one.left().as_deref(), Some("others"));
        one.take_away().unwrap();
        one.take_away().unwrap();
        assert_eq!((one.left(), fs::read_dir(dir.path()).unwrap().count()), (None, 0));
    }
}
