//! Whether a folder lies on something encrypted, as Linux tells it. Three answers: yes, no, and that it cannot be told.
//!
//! Where the facts come from: which file system holds the folder stands in `/proc/self/mountinfo` (the kernel's
//! `Documentation/filesystems/proc.rst`, section 3.5); what a block device is made of stands below `/sys/dev/block/MAJOR:MINOR`, its
//! `slaves` one link each (`Documentation/ABI/testing/sysfs-dev` and `sysfs-block`); a device-mapper device has its `dm/uuid` there
//! (`sysfs-block-dm`), which begins with `CRYPT-` where cryptsetup made it (its FAQ and `lib/libdevmapper.c`). A folder that fscrypt encrypts
//! says so itself (`STATX_ATTR_ENCRYPTED` in statx(2)).

#![expect(clippy::disallowed_methods, reason = "reads what the system says of its disks")]

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::domain::whereabouts::Encrypted;
use crate::domain::whereabouts::Lies;

/// How many devices may lie below each other; more is a circle.
pub(super) const DEEPEST: usize = 16;

/// File systems that encrypt by themselves, whatever they lie on.
const ENCRYPTING: [&str; 6] = ["ecryptfs", "fuse.gocryptfs", "fuse.encfs", "fuse.cryfs", "fuse.securefs", "fuse.veracrypt"];

/// File systems that lie on one block device, which is what mountinfo names.
const ON_A_DEVICE: [&str; 12] = ["ext2", "ext3", "ext4", "xfs", "f2fs", "jfs", "reiserfs", "vfat", "exfat", "ntfs3", "nilfs2", "udf"];

/// A line of mountinfo.
#[derive(Debug, PartialEq, Eq)]
struct Mount {
    device: String,
    at: PathBuf,
    kind: String,
}

/// File systems that another computer shares: over a network, or with a machine that is only played by the one it runs on.
const SHARED: [&str; 22] = [
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "ncpfs",
    "afs",
    "ceph",
    "glusterfs",
    "9p",
    "virtiofs",
    "vboxsf",
    "vmhgfs",
    "prl_fs",
    "davfs",
    "fuse.davfs2",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.s3fs",
    "fuse.glusterfs",
    "fuse.vmhgfs-fuse",
    "fuse.gvfsd-fuse",
];

/// The file system that holds `folder`: what was mounted later lies on top of what was there.
fn holding(mountinfo: &str, folder: &Path) -> Option<Mount> {
    let mounts = mountinfo.lines().filter_map(mount).filter(|mount| folder.starts_with(&mount.at));
    mounts.max_by_key(|mount| mount.at.components().count())
}

/// On which computer `folder` lies, by what `mountinfo` says. What lies on something else that is a file system itself is not told here.
pub(super) fn lies(mountinfo: &str, folder: &Path) -> Lies {
    match holding(mountinfo, folder) {
        Some(Mount { kind, .. }) if SHARED.contains(&kind.as_str()) => Lies::Elsewhere(kind),
        Some(Mount { kind, .. }) if ON_A_DEVICE.contains(&kind.as_str()) || ["btrfs", "zfs", "bcachefs"].contains(&kind.as_str()) => {
            Lies::Here(kind)
        }
        Some(_) | None => Lies::Unknown,
    }
}

/// Whether `folder` lies on something encrypted, by what `mountinfo` says and what lies in `blocks` (`/sys/dev/block`).
pub(super) fn encrypted(mountinfo: &str, blocks: &Path, folder: &Path) -> Encrypted {
    let Some(mount) = holding(mountinfo, folder) else { return Encrypted::Unknown };
    if ENCRYPTING.contains(&mount.kind.as_str()) {
        return Encrypted::Yes;
    }
    if !ON_A_DEVICE.contains(&mount.kind.as_str()) {
        return Encrypted::Unknown;
    }
    device(blocks, &mount.device, DEEPEST)
}

/// One line: `36 35 98:0 /root /mnt rw,noatime shared:1 - ext4 /dev/sda1 rw`.
fn mount(line: &str) -> Option<Mount> {
    let (before, after) = line.split_once(" - ")?;
    let mut fields = before.split(' ');
    let (device, at) = (fields.nth(2)?, fields.nth(1)?);
    Some(Mount { device: device.to_owned(), at: PathBuf::from(unescaped(at)), kind: after.split(' ').next()?.to_owned() })
}

/// Blanks, tabs, line feeds and backslashes stand there as `\040` and the like.
pub(super) fn unescaped(text: &str) -> String {
    [("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")]
        .iter()
        .fold(text.to_owned(), |text, (from, to)| text.replace(from, to))
}

/// Whether this block device is encrypted: it is what encrypts, or all that it is made of is encrypted.
pub(super) fn device(blocks: &Path, number: &str, deepest: usize) -> Encrypted {
    let folder = blocks.join(number);
    if deepest == 0 || !folder.is_dir() {
        return Encrypted::Unknown;
    }
    let says = |file: &str| fs::read_to_string(folder.join(file)).ok();
    if says("dm/uuid").is_some_and(|uuid| uuid.starts_with("CRYPT-")) {
        return Encrypted::Yes;
    }
    // A file or another computer may be behind these: of what that lies on nothing is said here.
    if folder.join("loop").is_dir() || folder.join("nbd").is_dir() || folder.join("pid").is_file() {
        return Encrypted::Unknown;
    }
    let slaves: Vec<PathBuf> = fs::read_dir(folder.join("slaves")).into_iter().flatten().flatten().map(|slave| slave.path()).collect();
    let numbers = slaves.iter().map(|slave| fs::read_to_string(slave.join("dev")).unwrap_or_default().trim().to_owned());
    let parts: Vec<Encrypted> = numbers.map(|number| device(blocks, &number, deepest - 1)).collect();
    match parts.as_slice() {
        [] => Encrypted::No,
        parts if parts.contains(&Encrypted::No) => Encrypted::No,
        parts if parts.contains(&Encrypted::Unknown) => Encrypted::Unknown,
        _ => Encrypted::Yes,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "22 1 253:1 / / rw,relatime shared:1 - ext4 /dev/mapper/vg-root rw\n\
        23 22 8:17 / /media/My\\040stick rw - vfat /dev/sdb1 rw\n\
        24 22 0:40 / /tank rw - zfs tank rw\n\
        25 22 0:41 /@home /srv rw - btrfs /dev/sdc1 rw\n\
        26 22 0:42 / /home/a/Vault rw - fuse.gocryptfs /home/a/.vault rw\n\
        27 22 0:43 / /mnt/server rw - nfs4 server:/ rw\n\
        28 22 9:0 / /raid rw - xfs /dev/md0 rw\n\
        29 22 7:0 / /image rw - ext4 /dev/loop0 rw\n\
        a line that is none\n";

    /// Block devices as /sys has them: the root on LVM on a LUKS partition, a stick, an array of which half is encrypted, a loop.
    fn blocks() -> tempfile::TempDir {
        let dir = tempfile::tempdir().unwrap();
        let make = |number: &str, uuid: Option<&str>, slaves: &[&str]| {
            let folder = dir.path().join(number);
            fs::create_dir_all(folder.join("slaves")).unwrap();
            if let Some(uuid) = uuid {
                fs::create_dir(folder.join("dm")).unwrap();
                fs::write(folder.join("dm/uuid"), format!("{uuid}\n")).unwrap();
            }
            for slave in slaves {
                let at = folder.join("slaves").join(slave.replace(':', "-"));
                fs::create_dir(&at).unwrap();
                fs::write(at.join("dev"), format!("{slave}\n")).unwrap();
            }
        };
        make("253:1", Some("LVM-abc"), &["253:0"]);
        make("253:0", Some("CRYPT-LUKS2-abc-luks"), &["8:3"]);
        make("8:3", None, &[]);
        make("8:17", None, &[]);
        make("9:0", None, &["253:0", "8:17"]);
        make("7:0", None, &[]);
        fs::create_dir(dir.path().join("7:0/loop")).unwrap();
        dir
    }

    #[test]
    fn each_kind_of_disk_says_what_can_be_known_of_it() {
        let blocks = blocks();
        for (folder, is) in [
            ("/home/a/study", Encrypted::Yes),
            ("/media/My stick/study", Encrypted::No),
            ("/tank/study", Encrypted::Unknown),
            ("/srv/study", Encrypted::Unknown),
            ("/home/a/Vault/study", Encrypted::Yes),
            ("/home/a/Vaulted", Encrypted::Yes),
            ("/mnt/server/study", Encrypted::Unknown),
            ("/raid/study", Encrypted::No),
            ("/image/study", Encrypted::Unknown),
        ] {
            assert_eq!(encrypted(MOUNTS, blocks.path(), Path::new(folder)), is, "{folder}");
        }
    }

    #[test]
    fn a_share_is_on_another_computer_and_what_is_neither_is_not_told() {
        for (folder, is) in [
            ("/home/a/study", Lies::Here("ext4".into())),
            ("/tank/study", Lies::Here("zfs".into())),
            ("/mnt/server/study", Lies::Elsewhere("nfs4".into())),
            ("/home/a/Vault/study", Lies::Unknown),
        ] {
            assert_eq!(lies(MOUNTS, Path::new(folder)), is, "{folder}");
        }
        assert_eq!(lies("", Path::new("/a")), Lies::Unknown);
    }

    #[test]
    fn what_cannot_be_read_is_unknown_and_a_circle_ends() {
        let blocks = blocks();
        assert_eq!(encrypted("", blocks.path(), Path::new("/a")), Encrypted::Unknown);
        assert_eq!(encrypted(MOUNTS, Path::new("/nowhere"), Path::new("/a")), Encrypted::Unknown);
        let circle = blocks.path().join("8:3/slaves/again");
        fs::create_dir(&circle).unwrap();
        fs::write(circle.join("dev"), "8:3").unwrap();
        assert_eq!(device(blocks.path(), "8:3", DEEPEST), Encrypted::Unknown);
        assert_eq!(mount("36 35 98:0 / /a\\134b\\040c rw - xfs /dev/sda rw").unwrap().at, PathBuf::from("/a\\b c"));
    }
}
