//! Where memory is written to: what the system swaps onto, and whether it can hibernate, as Linux tells it.
//!
//! Where the facts come from: `/proc/swaps` has a line each (swapon(8)), blanks in a path as `\040`; a file there lies on the file system of
//! its folder, a device has its number in its inode; compressed memory (`zram`) is memory unless its `backing_dev` says otherwise (the
//! kernel's `Documentation/admin-guide/blockdev/zram.rst`). `/sys/power/state` has the word `disk` where the kernel can hibernate, and
//! `/sys/power/resume` the number of the device that it would wake from, `0:0` for none (`Documentation/ABI/testing/sysfs-power`).

#![expect(clippy::disallowed_methods, reason = "reads what the system says of its memory")]

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;

use crate::domain::safekeeping::Hibernation;
use crate::domain::safekeeping::Onto;
use crate::domain::safekeeping::Swap;
use crate::domain::whereabouts::Encrypted;
use crate::shell::whereabouts::mount;

/// Where Linux says it.
pub(crate) struct Places<'p> {
    /// `/proc`.
    pub(crate) proc: &'p Path,
    /// `/sys`.
    pub(crate) sys: &'p Path,
}

impl Places<'static> {
    /// Of this computer.
    pub(crate) fn here() -> Self {
        Self { proc: Path::new("/proc"), sys: Path::new("/sys") }
    }
}

impl Places<'_> {
    /// What memory is swapped onto; nothing where that cannot be read.
    pub(crate) fn swap(&self) -> Option<Vec<Swap>> {
        let said = fs::read_to_string(self.proc.join("swaps")).ok()?;
        let mounts = fs::read_to_string(self.proc.join("self/mountinfo")).unwrap_or_default();
        let one = |line: &str| {
            let mut fields = line.split_whitespace();
            let (path, kind) = (mount::unescaped(fields.next()?), fields.next()?);
            let onto = match kind {
                "file" => Onto::Disk(mount::encrypted(&mounts, &self.blocks(), Path::new(&path))),
                _ => number(Path::new(&path)).map_or(Onto::Disk(Encrypted::Unknown), |number| self.device(&number)),
            };
            Some(Swap { path, onto })
        };
        Some(said.lines().skip(1).filter_map(one).collect())
    }

    /// Whether memory can be written to the disk for the computer to sleep; nothing where that cannot be read.
    pub(crate) fn hibernation(&self) -> Option<Hibernation> {
        let states = fs::read_to_string(self.sys.join("power/state")).ok()?;
        if !states.split_whitespace().any(|state| state == "disk") {
            return Some(Hibernation::Never);
        }
        let onto = fs::read_to_string(self.sys.join("power/resume")).ok()?;
        Some(match onto.trim() {
            // It may be told where to when it is asked to: what it swaps onto is then the only place there is.
            "0:0" => {
                let disks =
                    self.swap()?.into_iter().filter_map(|one| if let Onto::Disk(encrypted) = one.onto { Some(encrypted) } else { None });
                disks.reduce(least).map_or(Hibernation::Never, Hibernation::Onto)
            }
            number => Hibernation::Onto(mount::device(&self.blocks(), number, mount::DEEPEST)),
        })
    }

    fn blocks(&self) -> PathBuf {
        self.sys.join("dev/block")
    }

    /// Where what is written to the block device of this number goes.
    fn device(&self, number: &str) -> Onto {
        let place = self.blocks().join(number);
        // Memory that is only pressed together is on no disk. A kernel that never writes it to one has no word for where to.
        let is_pressed = place.join("comp_algorithm").exists();
        match fs::read_to_string(place.join("backing_dev")) {
            Ok(backing) if backing.trim() == "none" => Onto::Memory,
            Err(why) if why.kind() == io::ErrorKind::NotFound && is_pressed => Onto::Memory,
            _ => Onto::Disk(mount::device(&self.blocks(), number, mount::DEEPEST)),
        }
    }
}

/// The least that is known of two.
const fn least(one: Encrypted, other: Encrypted) -> Encrypted {
    match (one, other) {
        (Encrypted::No, _) | (_, Encrypted::No) => Encrypted::No,
        (Encrypted::Unknown, _) | (_, Encrypted::Unknown) => Encrypted::Unknown,
        (Encrypted::Yes, Encrypted::Yes) => Encrypted::Yes,
    }
}

/// The number of a block device, as /sys names it.
#[cfg(unix)]
fn number(path: &Path) -> Option<String> {
    use std::os::unix::fs::FileTypeExt;
    use std::os::unix::fs::MetadataExt;
    let data = fs::metadata(path).ok().filter(|data| data.file_type().is_block_device())?;
    let device = data.rdev();
    Some(format!("{}:{}", rustix::fs::major(device), rustix::fs::minor(device)))
}

#[cfg(not(unix))]
fn number(_: &Path) -> Option<String> {
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn computer(files: &[(&str, &str)]) -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        for (name, text) in files {
            let at = dir.path().join(name);
            fs::create_dir_all(at.parent().unwrap()).unwrap();
            fs::write(at, text).unwrap();
        }
        dir
    }

    fn places(dir: &Path) -> (PathBuf, PathBuf) {
        (dir.join("proc"), dir.join("sys"))
    }

    const HEAD: &str = "Filename\tType\tSize\tUsed\tPriority\n";

    #[test]
    fn a_file_that_is_swapped_onto_is_as_safe_as_the_disk_it_lies_on() {
        let mounts = "22 1 253:1 / / rw - ext4 /dev/mapper/root rw\n23 22 8:17 / /media/a\\040stick rw - vfat /dev/sdb1 rw\n";
        let swaps = format!("{HEAD}/swapfile file 1 0 -2\n/media/a\\040stick/swap file 1 0 -3\n/nowhere/dm partition 1 0 -4\n");
        let dir = computer(&[
            ("proc/swaps", &swaps),
            ("proc/self/mountinfo", mounts),
            ("sys/dev/block/253:1/dm/uuid", "CRYPT-LUKS2-abc\n"),
            ("sys/dev/block/8:17/size", "1"),
        ]);
        let (proc, sys) = places(dir.path());
        let swap = Places { proc: &proc, sys: &sys }.swap().unwrap();
        let found: Vec<(&str, Onto)> = swap.iter().map(|one| (one.path.as_str(), one.onto)).collect();
        let wanted = [("/swapfile", Encrypted::Yes), ("/media/a stick/swap", Encrypted::No), ("/nowhere/dm", Encrypted::Unknown)];
        assert_eq!(found, wanted.map(|(path, encrypted)| (path, Onto::Disk(encrypted))));
        let pressed = computer(&[("sys/dev/block/252:0/backing_dev", "none\n")]);
        let (proc, sys) = places(pressed.path());
        assert_eq!(Places { proc: &proc, sys: &sys }.device("252:0"), Onto::Memory);
        let [plain, backed] = [("comp_algorithm", "lzo"), ("backing_dev", "/dev/sdb1\n")];
        let of = |files: &[(&str, &str)]| {
            let files: Vec<(String, &str)> = files.iter().map(|(name, text)| (format!("sys/dev/block/252:1/{name}"), *text)).collect();
            let dir = computer(&files.iter().map(|(name, text)| (name.as_str(), *text)).collect::<Vec<_>>());
            let (proc, sys) = places(dir.path());
            Places { proc: &proc, sys: &sys }.device("252:1")
        };
        assert_eq!(of(&[plain]), Onto::Memory, "a kernel that writes it nowhere");
        assert!(matches!(of(&[plain, backed]), Onto::Disk(_)), "what is not used for long is written there");
    }

    #[test]
    fn whether_it_hibernates_is_said_by_the_kernel_and_else_not_at_all() {
        let hibernation = |files: &[(&str, &str)]| {
            let dir = computer(files);
            let (proc, sys) = places(dir.path());
            Places { proc: &proc, sys: &sys }.hibernation()
        };
        assert_eq!(hibernation(&[]), None);
        assert_eq!(hibernation(&[("sys/power/state", "freeze mem\n")]), Some(Hibernation::Never));
        assert_eq!(hibernation(&[("sys/power/state", "freeze mem disk\n")]), None, "where to is not said");
        let onto = |number: &str| {
            let plain = ("sys/dev/block/8:3/size", "1");
            let sealed = ("sys/dev/block/253:0/dm/uuid", "CRYPT-LUKS2-x");
            hibernation(&[("sys/power/state", "mem disk\n"), ("sys/power/resume", number), ("proc/swaps", HEAD), plain, sealed])
        };
        assert_eq!(onto("8:3\n"), Some(Hibernation::Onto(Encrypted::No)));
        assert_eq!(onto("253:0\n"), Some(Hibernation::Onto(Encrypted::Yes)));
        assert_eq!(onto("9:9\n"), Some(Hibernation::Onto(Encrypted::Unknown)));
        assert_eq!(onto("0:0\n"), Some(Hibernation::Never), "there is nothing to write it to");
    }

    #[test]
    fn of_several_the_least_counts() {
        assert_eq!(least(Encrypted::Yes, Encrypted::Unknown), Encrypted::Unknown);
        assert_eq!(least(Encrypted::Unknown, Encrypted::No), Encrypted::No);
        assert_eq!(least(Encrypted::Yes, Encrypted::Yes), Encrypted::Yes);
    }
}
