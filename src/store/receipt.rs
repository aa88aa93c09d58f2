//! Receipts: that something was destroyed, what, why, when and by whom, and nothing of what was in it.
//!
//! `receipts/DATE-N.json` in the study, one for each thing, so that an ethics board can be shown that a wish was followed after the thing
//! itself is gone. A receipt is written once what it says is done, and one that is there is not written again: whoever goes on after a
//! crash asks first.

use std::io;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;
use serde::de::IgnoredAny;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::read_up_to;
use crate::disk::whole;
use crate::domain::consent::Wish;
use crate::domain::destruction::Beyond;
use crate::domain::destruction::Material;
use crate::domain::digest::Digest;
use crate::domain::time::Frames;
use crate::store::destroy::Gone;
use crate::store::error::StoreError;
use crate::store::folder::LARGEST_TEXT;
use crate::words;
use crate::words::Words;
use crate::words::message::message;
use crate::words::say;

/// The folder of receipts in a study.
pub const FOLDER: &str = "receipts";

/// What was destroyed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    /// Stretches of a take: they are silence in the take that there is now.
    Stretches,
    /// A take.
    Take,
    /// All the sound of a session.
    Sound,
    /// Its transcripts.
    Transcript,
    /// Its notes, statements and letters.
    Notes,
    /// Who agreed to what in it: all that was left of it.
    Consent,
    /// All of a session: that there was one is left.
    Session,
}

impl What {
    /// That of which material of a session is destroyed; nothing where it is not known here what that is.
    pub const fn of(what: Material) -> Option<Self> {
        Some(match what {
            Material::Sound => Self::Sound,
            Material::Transcript => Self::Transcript,
            Material::Notes => Self::Notes,
            Material::Consent => Self::Consent,
            Material::All => Self::Session,
            Material::Newer => return None,
        })
    }

    const fn material(self) -> Option<Material> {
        match self {
            Self::Stretches | Self::Take => None,
            Self::Sound => Some(Material::Sound),
            Self::Transcript => Some(Material::Transcript),
            Self::Notes => Some(Material::Notes),
            Self::Consent => Some(Material::Consent),
            Self::Session => Some(Material::All),
        }
    }
}

/// A file that was destroyed, and how.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GoneFile {
    /// Its name.
    pub file: String,
    /// How.
    pub how: Gone,
    /// How long it was, where all of a material was destroyed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub bytes: Option<u64>,
    /// The SHA-256 of all that it held, where it could be read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sha256: Option<Digest>,
}

impl GoneFile {
    /// A file of which only this is known.
    pub fn new(file: String, how: Gone) -> Self {
        Self { file, how, bytes: None, sha256: None }
    }
}

/// What a receipt does not say, in words, in each language of the program.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "by the language's tag")]
pub struct NotClaimed {
    pub en: String,
    pub nl: String,
}

impl NotClaimed {
    /// What is never claimed of anything that was destroyed on a disk.
    pub fn of_disks() -> Self {
        let said = |tag: &str| {
            let words = Words::built_in().find(|words| words.tag() == tag);
            words.map(|words| words::speaking(words, || say!("receipt-not-claimed"))).unwrap_or_default()
        };
        Self { en: said("en"), nl: said("nl") }
    }
}

/// A stretch of the session, in milliseconds on its timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[expect(missing_docs, reason = "from here to there")]
pub struct Between {
    pub from_ms: u64,
    pub to_ms: u64,
}

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Receipt {
    /// The version of this form: 1.
    pub format: u32,
    /// What was destroyed.
    pub what: What,
    /// The name of the session.
    pub session: String,
    /// The take, where it is of one.
    #[serde(default, skip_serializing_if = "is_none_at_all")]
    pub take: u32,
    /// The day.
    pub on: String,
    /// Why: a word for programs, or what was given as the reason.
    pub why: String,
    /// By whom: the code and the computer, as in the journal.
    pub by: Option<String>,
    /// Which stretches, where it was not all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub stretches: Vec<Between>,
    /// The numbers of what was withheld there.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub withheld: Vec<u32>,
    /// How many frames the take had.
    #[serde(default)]
    pub frames: Frames,
    /// The SHA-256 of what was destroyed, as far as it was known.
    #[serde(default)]
    pub sha256: Option<Digest>,
    /// The SHA-256 of what is there instead.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub now: Option<Digest>,
    /// The files, and how each went.
    pub files: Vec<GoneFile>,
    /// How many codes of the session went from the study's coding.
    #[serde(default, skip_serializing_if = "is_none_at_all")]
    pub coding: u32,
    /// What the participant wanted, where it was done for their sake.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<Wish>,
    /// What may still be somewhere and could not be reached from here.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub not_reached: Vec<Beyond>,
    /// What is not claimed with it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_claimed: Option<NotClaimed>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "as serde asks it")]
const fn is_none_at_all(number: &u32) -> bool {
    *number == 0
}

/// The reason where something is destroyed because it is withheld.
pub const WITHHELD: &str = "withheld";

/// And where a participant took consent back, and no other reason was given.
pub const WITHDRAWN: &str = "withdrawn";

/// The reason that a receipt gives, in words.
pub fn why_words(why: &str) -> String {
    match why {
        WITHHELD => say!("receipt-why-withheld"),
        WITHDRAWN => say!("receipt-why-withdrawn"),
        other => other.to_owned(),
    }
}

impl Receipt {
    /// Whether both are of the same thing. Of a material that may be another time: it is the same only if the files were.
    fn is_of_what(&self, other: &Self) -> bool {
        let was = |one: &Self| -> Vec<_> { one.files.iter().map(|gone| (gone.file.clone(), gone.bytes, gone.sha256)).collect() };
        (self.what, &self.session, self.take, self.sha256, self.now) == (other.what, &other.session, other.take, other.sha256, other.now)
            && (self.what.material().is_none() || was(self) == was(other))
    }

    /// What it says, in words.
    pub fn words(&self) -> String {
        let take = format!("take-{:03}.wav", self.take);
        let why = why_words(&self.why);
        let what = match self.what {
            What::Stretches => say!("receipt-stretches", count = self.stretches.len(), file = take),
            What::Take => say!("receipt-take", file = take),
            other => {
                let material = other.material().unwrap_or_default();
                say!(
                    "receipt-material",
                    session = &self.session,
                    what = material.word(),
                    files = say!("receipt-files", count = self.files.len())
                )
            }
        };
        let said = say!("receipt", what = what, day = &self.on, why = why);
        let that = |how: Gone| -> Vec<&str> { self.files.iter().filter(|gone| gone.how == how).map(|gone| gone.file.as_str()).collect() };
        let (others, unknown) = (that(Gone::HasAnotherName), that(Gone::WrittenOverNamesUnknown));
        let others = (!others.is_empty()).then(|| say!("receipt-other-names", files = others.join(", ")));
        let unknown = (!unknown.is_empty()).then(|| say!("receipt-names-unknown", files = unknown.join(", ")));
        std::iter::once(said).chain(others).chain(unknown).collect::<Vec<_>>().join(" ")
    }
}

/// Writes `receipt` into `folder`, which is there, unless one of the same thing and day is there already; and says where it is.
pub fn file(disk: &dyn Disk, folder: &Path, receipt: &Receipt) -> Result<PathBuf, StoreError> {
    let failed = |path: &Path, e| StoreError::io(path, message!("could-not-write-receipt"), e);
    for n in 1.. {
        let path = path_of(folder, &receipt.on, n);
        let bytes = serde_json::to_vec_pretty(receipt).map_err(|e| failed(&path, e.into()))?;
        let bytes = [bytes.as_slice(), b"\n"].concat();
        let written = match read(disk, &path).map_err(|e| failed(&path, e))? {
            Found::Receipt(known) if known.is_of_what(receipt) => return Ok(path),
            Found::Receipt(_) | Found::Another => continue,
            Found::Nothing => whole::create_on(disk, &path, &bytes),
            Found::Torn => whole::replace_on(disk, &path, &bytes),
        };
        match written {
            Err(why) if why.kind() == io::ErrorKind::AlreadyExists => {}
            done => return done.map(|()| path.clone()).map_err(|e| failed(&path, e)),
        }
    }
    Err(StoreError::Exists(folder.to_owned()))
}

/// The number of the receipt in the file at `path`: its name without the ending.
pub fn number(path: &Path) -> String {
    path.file_stem().unwrap_or_default().to_string_lossy().into_owned()
}

/// Whether there is a receipt of the same thing and day.
pub fn is_filed(disk: &dyn Disk, folder: &Path, receipt: &Receipt) -> bool {
    let all = (1..).map(|n| read(disk, &path_of(folder, &receipt.on, n)).unwrap_or(Found::Nothing));
    let mut there = all.take_while(|found| !matches!(found, Found::Nothing));
    there.any(|found| matches!(found, Found::Receipt(known) if known.is_of_what(receipt)))
}

fn path_of(folder: &Path, on: &str, n: u32) -> PathBuf {
    folder.join(format!("{on}-{n}.json"))
}

/// What is called as a receipt is.
enum Found {
    Nothing,
    Receipt(Box<Receipt>),
    /// What a crash left of one, on a disk that makes no file whole or not at all.
    Torn,
    /// Something else, which is somebody's.
    Another,
}

/// The receipt of this number in `folder`; nothing where it cannot be read.
pub fn numbered(disk: &dyn Disk, folder: &Path, number: &str) -> Option<Receipt> {
    match read(disk, &folder.join(format!("{number}.json"))) {
        Ok(Found::Receipt(receipt)) => Some(*receipt),
        _ => None,
    }
}

fn read(disk: &dyn Disk, path: &Path) -> io::Result<Found> {
    let file = match disk.open(path, Access::Read, Links::Refused) {
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(Found::Nothing),
        other => other?,
    };
    let bytes = read_up_to(file.as_ref(), LARGEST_TEXT)?;
    let whole = serde_json::from_slice::<IgnoredAny>(&bytes).is_ok();
    Ok(match serde_json::from_slice(&bytes) {
        Ok(receipt) => Found::Receipt(Box::new(receipt)),
        Err(_) if whole => Found::Another,
        Err(_) => Found::Torn,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::disk::memory::Memory;

    fn receipt(take: u32) -> Receipt {
        Receipt {
            format: 1,
            what: What::Take,
            session: "2026-11-22-P07-first".into(),
            take,
            on: "2026-11-24".into(),
            why: "retention is over".into(),
            by: Some("I1@a3f9".into()),
            stretches: vec![],
            withheld: vec![],
            frames: Frames(48_000),
            sha256: Some(Digest::new([7; 32])),
            now: None,
            files: vec![GoneFile::new(format!("take-{take:03}.wav"), Gone::WrittenOver)],
            coding: 0,
            scope: None,
            not_reached: vec![],
            not_claimed: None,
        }
    }

    #[test]
    fn each_thing_has_one_receipt_however_often_it_is_written() {
        let (disk, folder) = (Memory::default(), Path::new("receipts"));
        assert!(!is_filed(&disk, folder, &receipt(1)));
        for _ in 0..2 {
            assert_eq!(file(&disk, folder, &receipt(1)).unwrap(), folder.join("2026-11-24-1.json"));
            assert_eq!(file(&disk, folder, &receipt(2)).unwrap(), folder.join("2026-11-24-2.json"));
        }
        assert!(is_filed(&disk, folder, &receipt(2)) && !is_filed(&disk, folder, &receipt(3)));
        assert_eq!(disk.seen().names.len(), 2);
        let said = receipt(1).words();
        assert_eq!(said, "take-001.wav was destroyed on 2026-11-24 (retention is over).");
        let mut unknown = receipt(1);
        unknown.files[0].how = Gone::WrittenOverNamesUnknown;
        assert!(
            unknown.words().ends_with(
                "This system does not say whether these have another name, under which they would be still there: take-001.wav."
            )
        );
    }

    #[test]
    fn a_material_that_is_destroyed_again_on_the_same_day_has_another_receipt() {
        let (disk, folder) = (Memory::default(), Path::new("receipts"));
        let gone = |bytes| GoneFile { bytes: Some(bytes), ..GoneFile::new("transcript-001.jsonl".into(), Gone::WrittenOver) };
        let of = |files| Receipt { what: What::Transcript, take: 0, sha256: None, files, ..receipt(1) };
        for _ in 0..2 {
            assert_eq!(file(&disk, folder, &of(vec![gone(9)])).unwrap(), folder.join("2026-11-24-1.json"));
            assert_eq!(file(&disk, folder, &of(vec![gone(12)])).unwrap(), folder.join("2026-11-24-2.json"));
        }
        // How it went is told by whoever comes after a crash as well as that one can.
        let again = GoneFile { how: Gone::Deleted, ..gone(9) };
        assert_eq!(file(&disk, folder, &of(vec![again])).unwrap(), folder.join("2026-11-24-1.json"));
    }

    #[test]
    fn what_is_no_receipt_is_in_nobodys_way() {
        let (disk, folder) = (Memory::default(), Path::new("receipts"));
        whole::create_on(&disk, &folder.join("2026-11-24-1.json"), b"{}").unwrap();
        assert_eq!(file(&disk, folder, &receipt(1)).unwrap(), folder.join("2026-11-24-2.json"));
        // What a crash left of one is written whole.
        for torn in [&b""[..], b"\0\0\0", b"{\"format\": 1, \"what"] {
            whole::replace_on(&disk, &folder.join("2026-11-24-3.json"), torn).unwrap();
            assert_eq!(file(&disk, folder, &receipt(2)).unwrap(), folder.join("2026-11-24-3.json"));
            assert!(is_filed(&disk, folder, &receipt(2)));
        }
    }
}
