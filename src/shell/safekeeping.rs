//! Looks at what an ethics board and an IT department ask: the program, the study's folder, the disk and the memory of this computer.
//!
//! Looking changes nothing but that the disk is tried, as `doctor` tries it. No file of a session is read but its journal; of other files only
//! who can read them. What cannot be looked at is left unsaid.

#![expect(clippy::disallowed_methods, reason = "looks at its own process and at who can read files")]

use std::fs;
use std::path::Path;
use std::path::PathBuf;

use crate::disk::digest;
use crate::domain::digest::Digest;
use crate::domain::recording::TakeState;
use crate::domain::safekeeping::Disk;
use crate::domain::safekeeping::Facts;
use crate::domain::safekeeping::Folder;
use crate::domain::safekeeping::Modes;
use crate::domain::safekeeping::Open;
use crate::domain::safekeeping::Program;
use crate::domain::safekeeping::StudyFacts;
use crate::domain::safekeeping::Takes;
use crate::domain::study::looks_like_a_name;
use crate::domain::study::session_line::SessionLine;
use crate::shell::archive::sessions;
use crate::shell::archive::study::GuideAt;
use crate::shell::archive::study::OpenStudy;
use crate::shell::identity;
use crate::shell::live::clock;
use crate::shell::live::machine::Awake;
use crate::shell::stumble;
use crate::shell::whereabouts;
use crate::store::error::StoreError;

/// What is seen of `study` and of the computer it lies on, now.
pub(crate) fn look(study: &OpenStudy) -> Result<Facts, StoreError> {
    let now = clock::wall();
    let (lines, root) = (study.sessions(now)?, study.folder.root());
    let disk = match study.folder.tried() {
        Ok(weak) => Disk::Tried(weak.iter().map(ToString::to_string).collect()),
        Err(why) => Disk::Refused(why.to_string()),
    };
    Ok(Facts {
        on: now.date(),
        program: program(),
        study: of_study(study, &lines),
        folder: folder(root),
        cache: study.place_of_index().and_then(|file| Some(folder(file.parent()?))),
        config: identity::config_folder().map(|path| folder(&path)),
        modes: modes(root),
        swap: swap(),
        hibernation: hibernation(),
        keeps_no_image: stumble::leaves_no_core(),
        disk,
        takes: takes(study)?,
        stays_awake: Awake::is_granted_now(),
    })
}

fn of_study(study: &OpenStudy, lines: &[SessionLine]) -> StudyFacts {
    let settings = &study.settings;
    let mut codes: Vec<&str> = study.register.codes().chain(lines.iter().map(|line| line.participant.as_str())).collect();
    codes.sort_unstable();
    codes.dedup();
    let guide = |at: &GuideAt| {
        let items = at.guide.consent.iter().map(|item| (item.covers, item.id.to_string())).collect();
        (at.guide.name_and_version(), items)
    };
    StudyFacts {
        title: settings.title.clone(),
        sessions: lines.len(),
        unread: lines.iter().filter(|line| line.standing.is_err()).count(),
        codes: codes.len(),
        names: codes.iter().filter(|code| looks_like_a_name(code)).count(),
        retention: settings.retention.clone(),
        terms: settings.terms.clone(),
        withdraw_days: settings.withdraw_days,
        letter: settings.information_letter.clone(),
        guides: study.guides.iter().map(guide).collect(),
    }
}

fn folder(path: &Path) -> Folder {
    // A folder that will only be made lies where the one above it does.
    let there = path.ancestors().find(|above| above.exists()).unwrap_or(path);
    Folder { path: from_home(path), lies: whereabouts::of(there) }
}

/// A path from this user's own folder on: their name is nobody else's business.
fn from_home(path: &Path) -> String {
    let home = std::env::home_dir().filter(|home| !home.as_os_str().is_empty() && home != Path::new("/"));
    let short = home.and_then(|home| Some(Path::new("~").join(path.strip_prefix(home).ok()?)));
    short.as_deref().unwrap_or(path).display().to_string()
}

fn takes(study: &OpenStudy) -> Result<Takes, StoreError> {
    let mut takes = Takes::default();
    for folder in study.folder.sessions()? {
        let Some((checked, strays)) = sessions::looked_at(&folder) else { continue };
        takes.all += checked.len();
        takes.destroyed += checked.iter().filter(|take| take.state == TakeState::Destroyed).count();
        takes.wrong += checked.iter().filter(|take| !take.state.is_as_recorded() && take.state != TakeState::Destroyed).count();
        takes.wrong += strays.len();
    }
    Ok(takes)
}

/// Who can read what lies in `root`; links are not followed, and nothing is said where files have no owner.
#[cfg(unix)]
fn modes(root: &Path) -> Option<Modes> {
    use std::os::unix::fs::PermissionsExt;
    let (mut modes, mut left) = (Modes::default(), vec![root.to_owned()]);
    while let Some(path) = left.pop() {
        let data = fs::symlink_metadata(&path).ok()?;
        if data.is_symlink() {
            continue;
        }
        modes.files += 1;
        modes.open += usize::from(data.permissions().mode() & 0o077 != 0);
        if data.is_dir() {
            left.extend(fs::read_dir(&path).ok()?.flatten().map(|entry| entry.path()));
        }
    }
    Some(modes)
}

#[cfg(not(unix))]
fn modes(_: &Path) -> Option<Modes> {
    None
}

#[cfg(target_os = "linux")]
fn swap() -> Option<Vec<crate::domain::safekeeping::Swap>> {
    whereabouts::memory::Places::here().swap()
}

#[cfg(target_os = "linux")]
fn hibernation() -> Option<crate::domain::safekeeping::Hibernation> {
    whereabouts::memory::Places::here().hibernation()
}

#[cfg(not(target_os = "linux"))]
fn swap() -> Option<Vec<crate::domain::safekeeping::Swap>> {
    None
}

#[cfg(not(target_os = "linux"))]
fn hibernation() -> Option<crate::domain::safekeeping::Hibernation> {
    None
}

fn program() -> Program {
    let bytes = std::env::current_exe().ok().and_then(|file| fs::read(file).ok());
    let digest = bytes.map(|bytes| Digest::new(digest::of(&[&bytes])));
    Program { version: env!("CARGO_PKG_VERSION").to_owned(), digest, open: open_files(Path::new("/proc/self")) }
}

/// The files that the process of `proc` has open, and how many of them are sockets of the network: an open file is a link to
/// `socket:[INODE]` (proc(5)), and the tables of `net/` have the inode of each socket of their kind in the tenth field.
fn open_files(proc: &Path) -> Option<Open> {
    let links: Vec<PathBuf> = fs::read_dir(proc.join("fd")).ok()?.flatten().filter_map(|entry| fs::read_link(entry.path()).ok()).collect();
    let mut network = Vec::new();
    for table in ["tcp", "tcp6", "udp", "udp6", "udplite", "udplite6", "raw", "raw6", "icmp", "icmp6"] {
        let Ok(said) = fs::read_to_string(proc.join("net").join(table)) else { continue };
        network.extend(said.lines().skip(1).filter_map(|line| line.split_whitespace().nth(9)).map(str::to_owned));
    }
    let inode = |link: &PathBuf| Some(link.to_str()?.strip_prefix("socket:[")?.strip_suffix(']')?.to_owned());
    let sockets = links.iter().filter_map(inode).filter(|inode| network.contains(inode)).count();
    Some(Open { files: links.len(), network: sockets })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(target_os = "linux")]
    #[test]
    fn a_socket_of_the_network_is_counted_and_one_of_this_computer_is_not() {
        let before = open_files(Path::new("/proc/self")).unwrap();
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        let pair = std::os::unix::net::UnixStream::pair().unwrap();
        let while_open = open_files(Path::new("/proc/self")).unwrap();
        drop((listener, pair));
        // Other tests open files meanwhile; none of them opens the network.
        assert_eq!((before.network, while_open.network), (0, 1), "{before:?} {while_open:?}");
        assert_eq!(open_files(Path::new("/nowhere")), None);
    }

    #[cfg(unix)]
    #[test]
    fn whoever_could_read_a_file_is_counted_and_a_link_is_not_followed() {
        use std::os::unix::fs::PermissionsExt;
        let (dir, elsewhere) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        fs::write(elsewhere.path().join("open"), "x").unwrap();
        for (name, mode) in [("private", 0o600), ("group", 0o640), ("all", 0o604)] {
            let at = dir.path().join(name);
            fs::write(&at, "x").unwrap();
            fs::set_permissions(&at, fs::Permissions::from_mode(mode)).unwrap();
        }
        std::os::unix::fs::symlink(elsewhere.path(), dir.path().join("link")).unwrap();
        fs::set_permissions(dir.path(), fs::Permissions::from_mode(0o700)).unwrap();
        assert_eq!(modes(dir.path()), Some(Modes { files: 4, open: 2 }));
        assert_eq!(modes(&dir.path().join("nowhere")), None);
    }

    #[test]
    fn nobodys_name_stands_in_a_path() {
        let Some(home) = std::env::home_dir() else { return };
        assert_eq!(from_home(&home.join("study")), Path::new("~").join("study").display().to_string());
        assert_eq!(from_home(Path::new("/media/stick")), "/media/stick");
    }
}
