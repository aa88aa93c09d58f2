//! Who the interviewer is, once: training, occupation, and where they stand towards what they study. For the methods section of a report,
//! which has to say so; it is in a file of the user's own configuration folder, and no study, session, letter or list holds a word of it.
//!
//! The file is small JSON that a person can read and mend. One that cannot be read is left alone, and that is said.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

use crate::disk::real;
use crate::disk::whole;
use crate::store::error::StoreError;
use crate::store::folder;
use crate::words::message::message;
use crate::words::say;

/// The file's name.
const NAME: &str = "profile.json";

/// Who the interviewer is; what nobody has written is nothing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Profile {
    /// What they were trained in.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub training: String,
    /// What they do.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub occupation: String,
    /// Where they stand towards what they study.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub stance: String,
}

/// Where it lies in the configuration folder `config`.
pub fn file(config: &Path) -> PathBuf {
    config.join(NAME)
}

/// What is written there; nothing where nobody has written yet.
pub fn read(config: &Path) -> Result<Profile, StoreError> {
    let path = file(config);
    let bytes = match folder::read_text(&path) {
        Ok(bytes) => bytes,
        Err(StoreError::Missing { .. }) => return Ok(Profile::default()),
        Err(why) => return Err(why),
    };
    let shape = || say!("profile-unread", file = path.display().to_string());
    serde_json::from_slice(&bytes).map_err(|_| StoreError::Unreadable(shape()))
}

/// Keeps `profile`, in a folder that is made if it is not there, readable by this user only.
pub fn keep(config: &Path, profile: &Profile) -> Result<(), StoreError> {
    let path = file(config);
    let done = serde_json::to_vec_pretty(profile).map_err(io::Error::from).and_then(|mut bytes| {
        bytes.push(b'\n');
        real::create_folder(config)?;
        whole::replace(&path, &bytes)
    });
    done.map_err(|e| StoreError::io(&path, message!("could-not-keep-profile"), e))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_profile_is_kept_and_one_that_cannot_be_read_is_said_to_be_that() {
        let dir = tempfile::tempdir().unwrap();
        let config = dir.path().join("a/hearback");
        assert_eq!(read(&config).unwrap(), Profile::default());
        let profile = Profile { training: "nursing".into(), stance: "has had the therapy".into(), ..Profile::default() };
        keep(&config, &profile).unwrap();
        assert_eq!(read(&config).unwrap(), profile);
        whole::replace(&file(&config), b"a nurse").unwrap();
        assert!(read(&config).unwrap_err().to_string().contains("profile.json"));
    }
}
