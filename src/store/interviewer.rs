//! Who works at this machine: the interviewer's code and a random number for the machine, in a file of the user's own configuration folder.
//!
//! It is asked for once, and every journal line carries it. The file is small JSON that a person can read and mend:
//! `{"code":"I1","machine":"a3f9"}`. Nothing in it comes from the machine's name or the user's. A file that cannot be read is left alone.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

use crate::disk::real;
use crate::disk::whole;
use crate::domain::who::MachineId;
use crate::domain::who::Who;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::words::message::message;
use crate::words::say;

/// The file's name.
const NAME: &str = "interviewer.json";

#[derive(Serialize, Deserialize)]
struct InterviewerFile {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    code: Option<String>,
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
    // A person may have written it: no code is no code, and a number is one in either case.
    let who = serde_json::from_slice::<InterviewerFile>(&bytes)
        .ok()
        .and_then(|kept| format!("{}@{}", kept.code.unwrap_or_default(), kept.machine.to_ascii_lowercase()).parse::<Who>().ok());
    let shape = || say!("interviewer-unread", file = path.display().to_string());
    who.map(Some).ok_or_else(|| StoreError::Unreadable(shape()))
}

/// Keeps who works here, in a folder that is made if it is not there.
pub fn keep(config: &Path, who: &Who) -> Result<(), StoreError> {
    put(config, who, whole::replace)
}

/// Keeps who works here if nobody was kept yet, and says who is: of several programs that do this at once, all hear the same.
pub(crate) fn keep_first(config: &Path, who: &Who) -> Result<Who, StoreError> {
    match put(config, who, whole::create) {
        Ok(()) => Ok(who.clone()),
        Err(why) => read(config)?.ok_or(why),
    }
}

fn put(config: &Path, who: &Who, write: fn(&Path, &[u8]) -> io::Result<()>) -> Result<(), StoreError> {
    let path = file(config);
    let MachineId(machine) = who.machine;
    let kept = InterviewerFile { code: who.code.as_ref().map(ToString::to_string), machine: format!("{machine:04x}") };
    let done = serde_json::to_vec(&kept).map_err(io::Error::from).and_then(|mut bytes| {
        bytes.push(b'\n');
        real::create_folder(config)?;
        write(&path, &bytes)
    });
    done.map_err(|e| StoreError::io(&path, message!("could-not-keep-who"), e))
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
        let first = keep_first(&config, &"I2@ffff".parse().unwrap()).unwrap();
        assert_eq!(first.to_string(), "I1@00ff", "who was there before stays");
        whole::replace(&file(&config), b"{\"code\":\"\",\"machine\":\"A3F9\"}").unwrap();
        assert_eq!(read(&config).unwrap(), "@a3f9".parse().ok());
        whole::replace(&file(&config), b"{\"code\":\"A. Jansen\",\"machine\":\"laptop-of-anna\"}").unwrap();
        let said = read(&config).unwrap_err().to_string();
        assert!(said.contains("interviewer.json does not say who works here"), "{said}");
    }
}
