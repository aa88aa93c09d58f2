//! A file of the study that people write by hand, the list of participants, the log of decisions or a guide: read, and written whole when
//! something in it was changed.
//!
//! They have it open in an editor. What they saved there meanwhile is never written over: a change goes in only where the file is still what
//! it was read as. A file that is a link to one elsewhere stays that link.

use std::fs;
use std::path::Path;

use crate::disk::whole;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::words::message::Message;

/// Whether the file was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kept {
    /// It was, and is safe.
    Yes,
    /// It was not: it is another by now than it was read as.
    ChangedMeanwhile,
}

/// The bytes of the file at `path`; none where there is no such file.
pub(crate) fn read(path: &Path) -> Result<Vec<u8>, StoreError> {
    match folder::read_plain(path) {
        Err(StoreError::Missing { .. }) => Ok(Vec::new()),
        other => other,
    }
}

/// Puts `new` in the place of `old`, whole and synced; what could not be done where that fails says `doing`.
pub(crate) fn write(path: &Path, old: &[u8], new: &[u8], doing: Message) -> Result<Kept, StoreError> {
    if read(path)? != old {
        return Ok(Kept::ChangedMeanwhile);
    }
    let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    whole::replace(&place, new).map_err(|e| StoreError::io(path, doing, e))?;
    Ok(Kept::Yes)
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests write what people write")]
mod tests {
    use super::*;
    use crate::words::message::message;

    #[test]
    fn what_was_saved_meanwhile_is_not_written_over() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("participants.yaml");
        assert_eq!(read(&path).unwrap(), b"");
        assert_eq!(write(&path, b"", b"one", message!("could-not-write")).unwrap(), Kept::Yes);
        assert_eq!(
            (write(&path, b"", b"two", message!("could-not-write")).unwrap(), read(&path).unwrap()),
            (Kept::ChangedMeanwhile, b"one".to_vec())
        );
        assert_eq!(
            (write(&path, b"one", b"two", message!("could-not-write")).unwrap(), read(&path).unwrap()),
            (Kept::Yes, b"two".to_vec())
        );
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_one_and_leads_to_what_was_written() {
        let dir = tempfile::tempdir().unwrap();
        let (real, link) = (dir.path().join("real.yaml"), dir.path().join("participants.yaml"));
        fs::write(&real, "one").unwrap();
        std::os::unix::fs::symlink(&real, &link).unwrap();
        assert_eq!(write(&link, b"one", b"two", message!("could-not-write")).unwrap(), Kept::Yes);
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink() && fs::read(&real).unwrap() == b"two");
    }
}
