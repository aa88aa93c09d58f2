//! Up to where each session was listened to, and how it was heard, from one run of the program to the next.
//!
//! It lies in this user's cache folder beside the list of sessions, never in the study's own, and is never the truth: a file that is missing or
//! torn is as good as none, and one that cannot be written is done without. Sessions stand in it under a digest of their names, so that it says
//! of nobody that they were interviewed.

use std::collections::BTreeMap;
use std::fs::OpenOptions;
use std::io;
use std::io::Read;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;

use crate::disk::Links;
use crate::disk::real::create_folder;
use crate::disk::real::open_plain;
use crate::domain::hearing::Gain;
use crate::domain::hearing::Hearing;
use crate::domain::hearing::Left;
use crate::domain::hearing::Speed;
use crate::domain::hearing::Volume;
use crate::domain::time::Position;
use crate::shell::archive::cache;
use crate::store::journal::fingerprint;

/// The file in the study's folder among the caches.
const FILE: &str = "listened.json";

/// More than the sessions that are remembered need.
const LARGEST: u64 = 1024 * 1024;

/// How many sessions are remembered; of more, those that were listened to longest ago are forgotten.
const MOST: usize = 2_000;

/// Where it is remembered, if anywhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Heads {
    file: Option<PathBuf>,
}

#[derive(Debug, Default, Serialize, Deserialize)]
struct Remembered {
    version: u32,
    /// By the digest of the session's name.
    heads: BTreeMap<String, Head>,
}

#[derive(Clone, Copy, Debug, Default, Serialize, Deserialize)]
struct Head {
    #[serde(default)]
    ms: Option<u64>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    heard: Option<Heard>,
    /// Raised with each that is kept.
    turn: u64,
}

/// How it was heard: in tenths, percent and decibels.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
struct Heard {
    speed: u8,
    volume: u8,
    gain: u8,
}

impl From<Hearing> for Heard {
    fn from(hearing: Hearing) -> Self {
        Self { speed: hearing.speed.tenths(), volume: hearing.volume.percent(), gain: hearing.gain.decibels() }
    }
}

impl From<Heard> for Hearing {
    fn from(heard: Heard) -> Self {
        Self { speed: Speed::of_tenths(heard.speed), volume: Volume::of_percent(heard.volume), gain: Gain::of_decibels(heard.gain) }
    }
}

const VERSION: u32 = 1;

impl Heads {
    /// Those of the study at `root`, in `folder`, which is this user's for caches of ours.
    pub(crate) fn of(folder: Option<PathBuf>, root: &Path) -> Self {
        Self { file: cache::folder_of(folder, root).map(|folder| folder.join(FILE)) }
    }

    /// How the session called `name` was left, as far as that is known.
    pub(crate) fn of_session(&self, name: &str) -> Left {
        let head = self.read().heads.get(&key(name)).copied().unwrap_or_default();
        Left { at: head.ms.map(Position::from_millis), hearing: head.heard.map(Hearing::from) }
    }

    /// Remembers how it was left, as far as that is known, if that can be done.
    pub(crate) fn keep(&self, name: &str, left: Left) {
        let Some(file) = &self.file else { return };
        let mut all = self.read();
        let turn = all.heads.values().map(|head| head.turn).max().unwrap_or(0).saturating_add(1);
        let head = all.heads.entry(key(name)).or_default();
        head.ms = left.at.map(Position::millis).or(head.ms);
        head.heard = left.hearing.map(Heard::from).or(head.heard);
        head.turn = turn;
        while all.heads.len() > MOST {
            let oldest = all.heads.iter().min_by_key(|(_, head)| head.turn).map(|(name, _)| name.clone());
            oldest.and_then(|name| all.heads.remove(&name));
        }
        write(file, &all).ok();
    }

    /// Remembers nothing of it any more.
    pub(crate) fn forget(&self, name: &str) {
        let Some(file) = &self.file else { return };
        let mut all = self.read();
        if all.heads.remove(&key(name)).is_some() {
            write(file, &all).ok();
        }
    }

    fn read(&self) -> Remembered {
        let known = self.file.as_deref().and_then(|file| bytes_of(file).ok()).and_then(|bytes| serde_json::from_slice(&bytes).ok());
        known.filter(|known: &Remembered| known.version == VERSION).unwrap_or(Remembered { version: VERSION, heads: BTreeMap::new() })
    }
}

fn key(name: &str) -> String {
    fingerprint(name.as_bytes())[..16].to_owned()
}

fn bytes_of(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_plain(file, OpenOptions::new().read(true), Links::Refused)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

/// Under another name first, readable by its owner only, as every file that tempfile makes. Nothing is synced.
fn write(file: &Path, what: &Remembered) -> io::Result<()> {
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    if !folder.is_dir() {
        create_folder(folder)?;
    }
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(&serde_json::to_vec(what)?)?;
    beside.persist(file)?;
    Ok(())
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "a test looks at the file from outside")]
mod tests {
    use super::*;

    #[test]
    fn it_is_remembered_outside_the_study_and_says_nothing_of_anybody() {
        let (caches, study) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let heads = || Heads::of(Some(caches.path().to_owned()), study.path());
        let at = |position| Left { at: Some(position), hearing: None };
        assert_eq!(heads().of_session("2026-11-22-P07-first"), Left::default());
        heads().keep("2026-11-22-P07-first", at(Position::from_millis(81_234)));
        heads().keep("2026-11-23-P08-first", at(Position::from_secs(5)));
        assert_eq!(heads().of_session("2026-11-22-P07-first"), at(Position::from_millis(81_234)));
        let hearing = Hearing { speed: Speed::of_tenths(15), volume: Volume::of_percent(0), gain: Gain::of_decibels(12) };
        heads().keep("2026-11-23-P08-first", Left { at: None, hearing: Some(hearing) });
        assert_eq!(heads().of_session("2026-11-23-P08-first"), Left { at: Some(Position::from_secs(5)), hearing: Some(hearing) });
        heads().keep("2026-11-24-P09-first", Left { at: None, hearing: Some(hearing) });
        assert_eq!(heads().of_session("2026-11-24-P09-first"), Left { at: None, hearing: Some(hearing) });
        let file = heads().file.unwrap();
        let text = std::fs::read_to_string(&file).unwrap();
        assert!(!text.contains("P07") && std::fs::read_dir(study.path()).unwrap().next().is_none());
        #[cfg(unix)]
        {
            use std::os::unix::fs::PermissionsExt;
            assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o077, 0);
        }
        std::fs::write(&file, &text[..text.len() / 2]).unwrap();
        assert_eq!(heads().of_session("2026-11-22-P07-first"), Left::default(), "torn, and as good as none");
        heads().keep("2026-11-22-P07-first", at(Position::from_secs(9)));
        assert_eq!(heads().of_session("2026-11-22-P07-first"), at(Position::from_secs(9)));
        let nowhere = Heads::default();
        nowhere.keep("2026-11-22-P07-first", at(Position::START));
        assert_eq!(nowhere.of_session("2026-11-22-P07-first"), Left::default());
    }

    #[test]
    fn what_an_earlier_version_remembered_is_still_known() {
        let caches = tempfile::tempdir().unwrap();
        let file = caches.path().join(FILE);
        std::fs::write(&file, format!(r#"{{"version":1,"heads":{{"{}":{{"ms":81234,"turn":3}}}}}}"#, key("a session"))).unwrap();
        let heads = Heads { file: Some(file) };
        assert_eq!(heads.of_session("a session"), Left { at: Some(Position::from_millis(81_234)), hearing: None });
    }

    #[test]
    fn what_was_listened_to_longest_ago_is_forgotten() {
        let caches = tempfile::tempdir().unwrap();
        let file = caches.path().join(FILE);
        let heads = (0..MOST as u64).map(|n| (key(&n.to_string()), Head { ms: Some(n), turn: n, heard: None })).collect();
        write(&file, &Remembered { version: VERSION, heads }).unwrap();
        let known = Heads { file: Some(file) };
        known.keep("one more", Left { at: Some(Position::START), hearing: None });
        assert_eq!((known.of_session("0").at, known.of_session("1").at), (None, Some(Position::from_millis(1))));
        assert_eq!(known.read().heads.len(), MOST);
    }
}
