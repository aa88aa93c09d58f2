//! A study that is being made, and is not whole yet.

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::Disk;
use crate::disk::real::RealDisk;

/// What a study that is being made has put where nothing was, the innermost last: taken back if it cannot be made whole.
pub(crate) struct Half {
    folders: Vec<PathBuf>,
    files: Vec<PathBuf>,
}

impl Half {
    /// What is not there before the study of `files` is made in `dir`.
    pub(crate) fn before(dir: &Path, files: &[(&str, &[u8])]) -> Self {
        let is_new = |path: &PathBuf| !path.as_os_str().is_empty() && fs::symlink_metadata(path).is_err();
        let mut above: Vec<PathBuf> = dir.ancestors().map(Path::to_owned).take_while(is_new).collect();
        above.reverse();
        let below = [dir.join("guides"), dir.join("sessions")].into_iter().filter(is_new);
        Self {
            folders: above.into_iter().chain(below).collect(),
            files: files.iter().map(|(name, _)| dir.join(name)).filter(is_new).collect(),
        }
    }

    /// A folder into which somebody else has put something stays.
    pub(crate) fn take_back(self) {
        for file in self.files {
            RealDisk.remove(&file).ok();
        }
        for folder in self.folders.iter().rev() {
            fs::remove_dir(folder).ok();
        }
    }
}
