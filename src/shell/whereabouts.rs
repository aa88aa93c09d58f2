//! Where a study lies: what the system says of the disk below it and of the folders around it. Nothing but names is read.

#![expect(clippy::disallowed_methods, reason = "reads what lies around a folder, by name, and what the system says of its disks")]

use std::fs;
use std::path::Path;

use crate::domain::whereabouts::Encrypted;
use crate::domain::whereabouts::Lies;
use crate::domain::whereabouts::Whereabouts;

#[cfg(any(target_os = "linux", test))]
pub(crate) mod memory;
#[cfg(any(target_os = "linux", test))]
mod mount;
mod synced;

/// Where the study in `root` lies; where its sessions are kept elsewhere, it is there.
pub(crate) fn of(root: &Path) -> Whereabouts {
    let sessions = fs::canonicalize(root.join("sessions"));
    let Ok(folder) = sessions.or_else(|_| fs::canonicalize(root)) else { return Whereabouts::default() };
    // A link is one way there, and where it leads is another.
    let named = std::path::absolute(root).unwrap_or_default();
    let synced_by = synced_by(&folder).or_else(|| synced_by(&named)).map(str::to_owned);
    Whereabouts { encrypted: encrypted(&folder), lies: lies(&folder), synced_by }
}

/// The service that copies this folder, or one above it.
fn synced_by(folder: &Path) -> Option<&'static str> {
    folder.ancestors().find_map(|above| {
        let inside: Vec<String> =
            fs::read_dir(above).into_iter().flatten().flatten().filter_map(|entry| entry.file_name().into_string().ok()).collect();
        synced::service(above.file_name()?.to_str()?, inside.iter().map(String::as_str))
    })
}

#[cfg(target_os = "linux")]
fn encrypted(folder: &Path) -> Encrypted {
    use rustix::fs::AtFlags;
    use rustix::fs::CWD;
    use rustix::fs::StatxAttributes;
    use rustix::fs::StatxFlags;
    let itself = rustix::fs::statx(CWD, folder, AtFlags::empty(), StatxFlags::BASIC_STATS);
    if itself.is_ok_and(|data| data.stx_attributes.contains(StatxAttributes::ENCRYPTED)) {
        return Encrypted::Yes;
    }
    let mounts = fs::read_to_string("/proc/self/mountinfo").unwrap_or_default();
    mount::encrypted(&mounts, Path::new("/sys/dev/block"), folder)
}

#[cfg(target_os = "linux")]
fn lies(folder: &Path) -> Lies {
    mount::lies(&fs::read_to_string("/proc/self/mountinfo").unwrap_or_default(), folder)
}

/// Other systems are not asked.
#[cfg(not(target_os = "linux"))]
fn lies(_: &Path) -> Lies {
    Lies::Unknown
}

/// Other systems do not say it without rights that no interview needs.
#[cfg(not(target_os = "linux"))]
fn encrypted(_: &Path) -> Encrypted {
    Encrypted::Unknown
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_study_in_a_synced_folder_is_known_also_where_only_its_sessions_lie_there() {
        let dir = tempfile::tempdir().unwrap();
        let study = dir.path().join("study");
        fs::create_dir_all(study.join("sessions")).unwrap();
        assert_eq!(of(&study).synced_by, None);
        fs::create_dir(dir.path().join(".stfolder")).unwrap();
        assert_eq!(of(&study).synced_by.as_deref(), Some("Syncthing"));
        #[cfg(unix)]
        {
            let (other, cloud) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
            fs::create_dir(cloud.path().join("Nextcloud")).unwrap();
            std::os::unix::fs::symlink(cloud.path().join("Nextcloud"), other.path().join("sessions")).unwrap();
            assert_eq!(of(other.path()).synced_by.as_deref(), Some("Nextcloud"));
        }
        assert_eq!(of(&dir.path().join("nowhere")), Whereabouts::default());
    }
}
