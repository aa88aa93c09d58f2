//! Disks that are full, that limit a file's size, and small ones to try that on.

use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

/// A small file system of its own. Dropping it takes it away.
pub(crate) struct SmallDisk {
    place: TempDir,
}

impl SmallDisk {
    /// One in memory that holds `size` (such as `4m`); an error says why there cannot be one.
    pub(crate) fn in_memory(size: &str) -> Result<Self, String> {
        let place = tempfile::tempdir().unwrap();
        let options = format!("size={size},mode=0700");
        mounted(Command::new("mount").args(["-t", "tmpfs", "-o", &options, "none"]).arg(place.path()))?;
        Ok(Self { place })
    }

    /// Where it is.
    pub(crate) fn path(&self) -> &Path {
        self.place.path()
    }

    /// A file on it.
    pub(crate) fn file(&self, name: &str) -> PathBuf {
        self.path().join(name)
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg("-l").arg(self.place.path()).status().ok();
    }
}

fn mounted(command: &mut Command) -> Result<(), String> {
    let output = command.output().map_err(|why| format!("no mount: {why}"))?;
    if output.status.success() { Ok(()) } else { Err(String::from_utf8_lossy(&output.stderr).trim().to_owned()) }
}
