//! Paths as people write them.

use std::path::PathBuf;

/// A path that the system has looked up, as people write it. Windows answers `\\?\Z:\study`, which its own Explorer does not take.
pub(crate) fn as_people_write(path: PathBuf) -> PathBuf {
    let plain = if cfg!(windows) { path.to_str().and_then(without_prefix) } else { None };
    plain.map_or(path, PathBuf::from)
}

/// `\\?\Z:\study` as `Z:\study` and `\\?\UNC\server\share` as `\\server\share`; nothing where the short form would mean something else.
fn without_prefix(verbatim: &str) -> Option<String> {
    let rest = verbatim.strip_prefix(r"\\?\")?;
    let (plain, names) = match rest.strip_prefix(r"UNC\") {
        Some(share) => (format!(r"\\{share}"), share),
        None => {
            let (drive, names) = rest.split_once('\\')?;
            let is_drive = drive.len() == 2 && drive.starts_with(|c: char| c.is_ascii_alphabetic()) && drive.ends_with(':');
            (is_drive.then(|| rest.to_owned())?, names)
        }
    };
    // What lies at the top of a drive has no names.
    (names.is_empty() || names.split('\\').all(means_itself)).then_some(plain)
}

/// Whether a name is the same with and without the prefix: without it, dots and spaces at an end are cut off, and devices have names.
fn means_itself(name: &str) -> bool {
    const DEVICES: [&str; 6] = ["CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"];
    let stem = name.split(['.', ':']).next().unwrap_or(name).trim_end().to_ascii_uppercase();
    let is_port = ["COM", "LPT"].iter().any(|port| stem.strip_prefix(port).is_some_and(|n| n.chars().count() == 1));
    !(name.is_empty() || name.ends_with(['.', ' ']) || name.contains('/') || is_port || DEVICES.contains(&stem.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_verbatim_path_is_written_as_people_write_it() {
        let plain = |path| without_prefix(path).unwrap();
        assert_eq!(plain(r"\\?\Z:\studies\tension"), r"Z:\studies\tension");
        assert_eq!(plain(r"\\?\C:\"), r"C:\");
        assert_eq!(plain(r"\\?\UNC\server\share\Größe 2"), r"\\server\share\Größe 2");
    }

    #[test]
    fn what_would_be_another_path_without_its_prefix_keeps_it() {
        for kept in [
            r"\\?\Z:\study.",
            r"\\?\Z:\study \guides",
            r"\\?\Z:\a\..\b",
            r"\\?\Z:\a\nul",
            r"\\?\Z:\com1.yaml\b",
            r"\\?\Z:\a/b",
            r"\\?\Z:\a\\b",
            r"\\?\Volume{b75e2c83-0000-0000-0000-602f00000000}\study",
            r"\\?\pipe\study",
            r"Z:\study",
            "/home/study",
            "",
        ] {
            assert_eq!(without_prefix(kept), None, "{kept}");
        }
    }

    #[test]
    fn a_study_that_was_looked_up_is_called_what_people_call_it() {
        let dir = tempfile::tempdir().unwrap();
        std::fs::create_dir(dir.path().join("below")).unwrap();
        let called = as_people_write(std::fs::canonicalize(dir.path().join("below").join("..")).unwrap());
        assert!(called.is_absolute() && called.is_dir(), "{}", called.display());
        assert!(!called.display().to_string().starts_with(r"\\?\"), "{}", called.display());
    }
}
