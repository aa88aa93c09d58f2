//! Who works at this machine: the interviewer's code and a random number for the machine, in a file of the user's own configuration folder.
//!
//! It is asked for once, and every journal line carries it. The file is small JSON that a person can read and mend:
//! `{"code":"I1","machine":"a3f9"}`. Nothing in it comes from the machine's name or the user's. A file that cannot be read is left alone.

use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::study::ParticipantCode;
use crate::domain::who::Machine;
use crate::domain::who::Who;
use crate::store::atomic;
use crate::store::error::StoreError;
use crate::store::folder;

/// The file's name.
const NAME: &str = "interviewer.json";

#[derive(Serialize, Deserialize)]
struct Kept {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<ParticipantCode>,
    machine: String,
}

/// Where it lies in the configuration folder `config`.
pub fn file(config: &Path) -> PathBuf {
    config.join(NAME)
}

/// Who works here; nothing if nobody was asked yet.
pub fn read(config: &Path) -> Result<Option<Who>, StoreError> {
    let path = file(config);
    let bytes = match folder::read_text(&path) {
        Ok(bytes) => bytes,
        Err(StoreError::Missing { .. }) => return Ok(None),
        Err(why) => return Err(why),
    };
    let who = serde_json::from_slice::<Kept>(&bytes).ok().and_then(|kept| {
        let machine = format!("@{}", kept.machine).parse::<Who>().ok()?.machine;
        Some(Who { code: kept.code, machine })
    });
    let shape = || format!("{} does not say who works here: write {{\"code\":\"I1\",\"machine\":\"a3f9\"}}, or delete it", path.display());
    who.map(Some).ok_or_else(|| StoreError::Unreadable(shape()))
}

/// Keeps who works here, in a folder that is made if it is not there.
pub fn keep(config: &Path, who: &Who) -> Result<(), StoreError> {
    let path = file(config);
    let Machine(machine) = who.machine;
    let kept = Kept { code: who.code.clone(), machine: format!("{machine:04x}") };
    let done = serde_json::to_vec(&kept).map_err(std::io::Error::from).and_then(|mut bytes| {
        bytes.push(b'\n');
        atomic::create_folder(config)?;
        atomic::replace(&path, &bytes)
    });
    done.map_err(|e| StoreError::io(&path, "keep who works here", e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_works_here_is_kept_and_nothing_else_is_believed() {
        let dir = tempfile::tempdir().unwrap();
        let config = dir.path().join("a/hearback");
        assert_eq!(read(&config).unwrap(), None);
        for who in ["@00ff", "I1@00ff"] {
            let who: Who = who.parse().unwrap();
            keep(&config, &who).unwrap();
            assert_eq!(read(&config).unwrap(), Some(who));
        }
        atomic::replace(&file(&config), b"{\"code\":\"A. Jansen\",\"machine\":\"laptop-of-anna\"}").unwrap();
        let said = read(&config).unwrap_err().to_string();
        assert!(said.contains("interviewer.json does not say who works here"), "{said}");
    }
}
