//! The passages of a transcript in the session's folder: `transcript-001.jsonl`.
//!
//! The first line says what the file is; each after it is a passage: `from` and `to` in milliseconds of the session's timeline, `speaker` where the
//! file says who, `text`, and `"speech":false` where the waveform holds none. It is made whole, and never changed: another import makes another
//! file. The journal has its digest, so a file that is gone or was changed is said to be that, and none of it is shown.

use std::fmt;
use std::io;

use serde::Deserialize;
use serde::Serialize;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::digest;
use crate::disk::read_up_to;
use crate::disk::real::RealDisk;
use crate::disk::trouble;
use crate::disk::whole;
use crate::domain::digest::Digest;
use crate::domain::time::Position;
use crate::domain::transcript::Imported;
use crate::domain::transcript::Passage;
use crate::domain::transcript::Sound;
use crate::domain::transcript::Transcript;
use crate::domain::transcript::TranscriptId;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::transcript::LARGEST;
use crate::store::transcript::MOST;
use crate::words::message::message;
use crate::words::say;

/// The version of the file's form.
const FORM: u32 = 1;

/// The largest file that is copied beside its passages: a recogniser's tokens and probabilities are worth nobody's disk.
pub const LARGEST_ORIGINAL: u64 = 8 << 20;

/// What a passage costs in our form beside its words, at most; and twice the bytes, because JSON writes some of them with two.
const LARGEST_FILE: u64 = LARGEST * 2 + MOST as u64 * 200;

#[derive(Serialize, Deserialize)]
struct Head {
    hearback_transcript: u32,
    passages: usize,
}

#[derive(Serialize, Deserialize)]
struct Row {
    from: Position,
    to: Position,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    speaker: String,
    text: String,
    #[serde(default = "yes", skip_serializing_if = "is_yes")]
    speech: bool,
}

const fn yes() -> bool {
    true
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks it")]
const fn is_yes(is: &bool) -> bool {
    *is
}

/// Why the passages of a transcript cannot be shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unusable {
    file: String,
    why: Why,
}

#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
enum Why {
    Missing,
    Changed,
    Newer,
    /// It is longer than what is looked through, in MB.
    Long(u64),
    Unread(String),
}

impl fmt::Display for Unusable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&match &self.why {
            Why::Missing => say!("transcript-file-missing", file = &self.file),
            Why::Changed => say!("transcript-file-changed", file = &self.file),
            Why::Newer => say!("transcript-file-newer", file = &self.file),
            Why::Long(most) => say!("transcript-file-long", file = &self.file, most = *most),
            Why::Unread(why) => say!("transcript-file-unread", file = &self.file, why = why),
        })
    }
}

/// The bytes of a file with these passages.
fn written(passages: &[Passage]) -> Result<Vec<u8>, serde_json::Error> {
    let mut bytes = serde_json::to_vec(&Head { hearback_transcript: FORM, passages: passages.len() })?;
    for passage in passages {
        let Passage { from, to, speaker, words, sound } = passage.clone();
        bytes.push(b'\n');
        serde_json::to_writer(&mut bytes, &Row { from, to, speaker, text: words, speech: sound == Sound::Speech })?;
    }
    bytes.push(b'\n');
    Ok(bytes)
}

/// Makes the file with the passages of transcript `id`; its digest.
pub fn write(folder: &SessionFolder, id: TranscriptId, passages: &[Passage]) -> Result<Digest, StoreError> {
    let path = folder.file(&id.file_name());
    let failed = |e: io::Error| StoreError::io(&path, message!("could-not-write-transcript"), e);
    let bytes = written(passages).map_err(|e| failed(e.into()))?;
    whole::create(&path, &bytes).map_err(failed)?;
    Ok(Digest::new(digest::of(&[&bytes])))
}

/// Copies what a transcript was made of, as it was, beside its passages; the name of the copy, or nothing where it is too large for that.
pub fn keep_original(folder: &SessionFolder, id: TranscriptId, bytes: &[u8]) -> Result<Option<String>, StoreError> {
    if bytes.len() as u64 > LARGEST_ORIGINAL {
        return Ok(None);
    }
    let path = folder.file(&id.original_name());
    whole::create(&path, bytes).map_err(|e| StoreError::io(&path, message!("could-not-write-transcript"), e))?;
    Ok(Some(id.original_name()))
}

/// The number of a transcript whose files are not there yet, `next` or one after it: a crash may have left some that no journal knows.
pub fn free(folder: &SessionFolder, next: TranscriptId) -> TranscriptId {
    let is_free = |id: &TranscriptId| [id.file_name(), id.original_name()].iter().all(|name| folder.file(name).symlink_metadata().is_err());
    (next.0..u32::MAX).map(TranscriptId).find(is_free).unwrap_or(next)
}

/// The same of one that has at most `most` bytes; those that it has are taken off.
pub(crate) fn read_within(folder: &SessionFolder, imported: &Imported, most: &mut u64) -> Result<Transcript, Unusable> {
    // What is not there, or no file, is said by whoever reads it.
    let file = RealDisk.open(&folder.file(&imported.file), Access::Read, Links::Refused);
    let long = file.and_then(|file| file.length()).unwrap_or_default();
    match most.checked_sub(long) {
        Some(left) => *most = left,
        None => return Err(Unusable { file: imported.file.clone(), why: Why::Long(*most >> 20) }),
    }
    read(folder, imported)
}

/// The passages of a transcript that was imported.
pub fn read(folder: &SessionFolder, imported: &Imported) -> Result<Transcript, Unusable> {
    let unusable = |why: Why| Unusable { file: imported.file.clone(), why };
    // The name stands in a journal, and a journal may come from anywhere.
    if imported.file != imported.transcript.file_name() {
        return Err(unusable(Why::Missing));
    }
    let path = folder.file(&imported.file);
    let read = RealDisk.open(&path, Access::Read, Links::Refused).and_then(|file| read_up_to(file.as_ref(), LARGEST_FILE + 1));
    let bytes = read.map_err(|e| match e.kind() {
        io::ErrorKind::NotFound => unusable(Why::Missing),
        _ => unusable(Why::Unread(trouble::said(&e, &path))),
    })?;
    if Digest::new(digest::of(&[&bytes])) != imported.sha256 {
        return Err(unusable(Why::Changed));
    }
    let mut lines = bytes.split(|byte| *byte == b'\n').filter(|line| !line.is_empty());
    let head: Option<Head> = lines.next().and_then(|line| serde_json::from_slice(line).ok());
    match head {
        Some(Head { hearback_transcript: FORM, .. }) => {}
        Some(_) => return Err(unusable(Why::Newer)),
        None => return Err(unusable(Why::Changed)),
    }
    let passage = |line: &[u8]| {
        let Row { from, to, speaker, text, speech } = serde_json::from_slice(line)?;
        let sound = if speech { Sound::Speech } else { Sound::NoSpeech };
        Ok(Passage { from, to, speaker, words: text, sound })
    };
    let passages: Result<Vec<Passage>, serde_json::Error> = lines.map(passage).collect();
    // Its digest is the right one, so this is what a newer hearback wrote.
    passages.map(|passages| Transcript::new(imported.transcript, passages)).map_err(|_| unusable(Why::Newer))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests look at what lies on disk")]
mod tests {
    use std::fs;

    use super::*;
    use crate::domain::guide::Round;
    use crate::domain::transcript::MadeBy;
    use crate::domain::transcript::Original;
    use crate::store::folder::Study;

    #[test]
    fn passages_come_back_and_what_was_changed_does_not() {
        let dir = tempfile::tempdir().unwrap();
        let study = Study::init(dir.path(), &[("study.yaml", b"title: x\n".as_slice())]).unwrap();
        let folder = study.create_session("2026-11-22", "P07", Round::First, b"x").unwrap();
        let at = Position::from_millis;
        let passages = vec![
            Passage { from: at(0), to: at(1200), speaker: "A".into(), words: "I rest \"before\"".into(), sound: Sound::Speech },
            Passage { from: at(1300), to: at(1300), speaker: String::new(), words: "één".into(), sound: Sound::NoSpeech },
        ];
        let id = free(&folder, TranscriptId(1));
        let sha256 = write(&folder, id, &passages).unwrap();
        let imported = Imported {
            transcript: id,
            file: id.file_name(),
            sha256,
            format: String::new(),
            passages: 2,
            suspect: 1,
            covers: Vec::new(),
            original: Original::default(),
            by: MadeBy::default(),
            verified: String::new(),
            loudness: Vec::new(),
        };
        assert_eq!(read(&folder, &imported).unwrap().passages, passages);
        assert_eq!(free(&folder, TranscriptId(1)), TranscriptId(2), "what is there is not overwritten");
        assert!(write(&folder, id, &passages).is_err());
        let path = folder.file("transcript-001.jsonl");
        let text = fs::read_to_string(&path).unwrap();
        fs::write(&path, text.replace("rest", "work")).unwrap();
        assert_eq!(read(&folder, &imported).unwrap_err().why, Why::Changed);
        fs::remove_file(&path).unwrap();
        assert_eq!(read(&folder, &imported).unwrap_err().why, Why::Missing);
        let elsewhere = Imported { file: "../../study.yaml".into(), ..imported };
        assert_eq!(read(&folder, &elsewhere).unwrap_err().why, Why::Missing, "a journal leads nowhere else");
    }
}
