//! Who holds a file: the process that has the system's lock on it, and the terminal it sits at, so that somebody can go there. Only where the
//! system tells (Linux, in `/proc/locks`, see proc(5)), and only of this machine's own processes.

#![cfg_attr(target_os = "linux", expect(clippy::disallowed_methods, reason = "this is where the system is asked who holds a file"))]

use std::path::Path;

#[cfg(target_os = "linux")]
use crate::words::say;

/// Who holds the file at `path`, in words; nothing where that cannot be known.
#[cfg(target_os = "linux")]
pub fn holder(path: &Path) -> Option<String> {
    use std::os::unix::fs::MetadataExt;
    let file = std::fs::metadata(path).ok()?;
    let device = (rustix::fs::major(file.dev()), rustix::fs::minor(file.dev()));
    let pid = among(&std::fs::read_to_string("/proc/locks").ok()?, device, file.ino())?;
    let at = std::fs::read_link(format!("/proc/{pid}/fd/0")).ok();
    let terminal = at.as_deref().and_then(Path::to_str).and_then(|at| at.strip_prefix("/dev/")).filter(|at| *at != "null");
    let process = pid.to_string();
    Some(match terminal {
        Some(at) => say!("holder-at", pid = process, terminal = at),
        None => say!("holder-process", pid = process),
    })
}

#[cfg(not(target_os = "linux"))]
pub fn holder(_: &Path) -> Option<String> {
    None
}

/// The process that holds the file of this device and number, according to `locks`; that of another container has no number here.
#[cfg(target_os = "linux")]
fn among(locks: &str, device: (u32, u32), inode: u64) -> Option<u32> {
    let of_line = |line: &str| {
        let words: Vec<&str> = line.split_whitespace().collect();
        let [_, "FLOCK", _, _, pid, file, ..] = words.as_slice() else { return None };
        let parts: Vec<&str> = file.split(':').collect();
        let [major, minor, number] = parts.as_slice() else { return None };
        let known = (u32::from_str_radix(major, 16).ok()?, u32::from_str_radix(minor, 16).ok()?);
        let is_it = known == device && number.parse() == Ok(inode);
        pid.parse().ok().filter(|pid| is_it && *pid > 0)
    };
    locks.lines().find_map(of_line)
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn who_holds_a_file_is_found_by_its_device_and_number() {
        let locks = "1: POSIX  ADVISORY  READ 10 08:01:77 0 EOF\n2: FLOCK  ADVISORY  READ 11 08:02:77 0 EOF\n\
                     2: -> FLOCK  ADVISORY  WRITE 13 08:01:77 0 EOF\n3: FLOCK  ADVISORY  WRITE 12 08:01:77 0 EOF\n\
                     4: FLOCK  ADVISORY  WRITE -1 08:01:78 0 EOF\nwhat is this";
        assert_eq!(among(locks, (8, 1), 77), Some(12));
        assert_eq!((among(locks, (8, 1), 78), among(locks, (8, 1), 79)), (None, None));
    }

    #[test]
    fn this_very_process_is_named_while_it_holds_a_file_and_nobody_afterwards() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("lock");
        let held = crate::disk::lock::hold(&path).unwrap().unwrap();
        // A sandbox may hide who holds what.
        if let Some(who) = holder(&path) {
            assert!(who.starts_with(&format!("process {}", std::process::id())), "{who}");
        }
        drop(held);
        assert_eq!(holder(&path), None);
    }
}
