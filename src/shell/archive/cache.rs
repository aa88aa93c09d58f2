//! What the list of sessions shows, remembered from one start to the next: a thousand sessions are listed in 900 ms where each journal is
//! read, and in 95 where each is as it was (two cores, `benches/many.rs`).
//!
//! It lies in this user's cache folder, in a folder for each study, and never in the study's own, which may be synced or on a network disk.
//! It is never the truth. What is remembered of a session counts only while its journal and its frozen guide are as they were, by size,
//! time, inode and the digest of the journal's last bytes; whether somebody holds the session, and what its takes are, is looked at each
//! time. A file that is missing, torn or of another version is as good as none, and one that cannot be written is done without. It holds
//! what the list shows, what figures count, what codes mean, and no word of any note.

use std::collections::HashMap;
use std::fs::Metadata;
use std::fs::OpenOptions;
use std::io;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;
use std::ops::Range;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;
use std::time::UNIX_EPOCH;

use serde::Deserialize;
use serde::Serialize;

use crate::disk::Links;
use crate::disk::real::create_folder;
use crate::disk::real::open_known;
use crate::disk::real::open_plain;
use crate::domain::code::Coded;
use crate::domain::consent::Wish;
use crate::domain::due::Due;
use crate::domain::guide::Round;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::member_check::line::CheckLine;
use crate::domain::standing::Standing;
use crate::domain::study::fieldwork::Fieldwork;
use crate::domain::study::session_line::Room;
use crate::domain::study::session_line::TookPart;
use crate::domain::takes::TakeFacts;
use crate::domain::time::Frames;
use crate::domain::time::Stamp;
use crate::domain::timeline::TakeNumber;
use crate::store::folder::SessionFolder;
use crate::store::journal::fingerprint;
use crate::words::spoken;

/// Raised whenever what is remembered, or what follows from a journal, changes its meaning. Another release of the program remembers anew
/// in any case.
const VERSION: u32 = 18;

/// The file in the study's folder among the caches; the index for searching lies beside it (`finding.rs`).
pub(crate) const FILE: &str = "sessions.json";

/// More than ten thousand sessions need.
const LARGEST: u64 = 64 * 1024 * 1024;

/// How much of a journal's end is looked at: its last line ends with the digest of all before it.
const TAIL: usize = 256;

/// A file that was changed less than this ago may be changed once more within the same tick of its disk's clock (two seconds on FAT), and
/// look the same. It is not remembered yet.
const SETTLED: Duration = Duration::from_secs(3);

/// Where the list of a study's sessions is remembered, if anywhere.
#[derive(Clone, Debug, Default)]
pub(crate) struct Cache {
    file: Option<PathBuf>,
}

/// What is remembered, by the name of the session's folder. Each is read on its own, by whoever looks at that session: they are many.
#[derive(Debug, Default)]
pub(crate) struct Remembered {
    bytes: Vec<u8>,
    entries: HashMap<String, Range<usize>>,
}

impl Remembered {
    /// Of how many sessions something is remembered.
    pub(crate) fn len(&self) -> usize {
        self.entries.len()
    }

    /// What is remembered of the session in the folder `name`, as it is written.
    pub(crate) fn written(&self, name: &str) -> Option<&[u8]> {
        self.bytes.get(self.entries.get(name)?.clone())
    }

    /// The same, read.
    pub(crate) fn of(&self, name: &str) -> Option<CachedSession> {
        serde_json::from_slice(self.written(name)?).ok()
    }
}

/// What is to be remembered: of each session its name, and what is written of it.
pub(crate) type ToRemember<'w> = [(String, &'w [u8])];

/// What is remembered of one session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct CachedSession {
    /// What its files were when they were read.
    pub(crate) prints: Prints,
    /// When it was held, in milliseconds.
    pub(crate) held_ms: i64,
    /// See `SessionLine`.
    pub(crate) participant: String,
    pub(crate) round: Round,
    pub(crate) guide: String,
    pub(crate) date: String,
    pub(crate) room: Room,
    pub(crate) length: Duration,
    pub(crate) settled: (usize, usize),
    pub(crate) wish: Option<Wish>,
    pub(crate) due: Vec<Due>,
    /// Where it stands while somebody holds it, and while nobody does.
    pub(crate) standing: (Standing, Standing),
    /// What its folder was when no strange sound lay in it. Whoever puts something there, or takes it away, changes it.
    pub(crate) folder: Option<Print>,
    /// Takes that were what was recorded, and the file of each; one that has none had no sound.
    pub(crate) right: Vec<(TakeNumber, Option<Print>)>,
    /// Takes that were not, and what is known of them.
    pub(crate) wrong: Vec<(TakeNumber, Frames, TakeFacts)>,
    /// What is to be seen to, and what the study asked for when that was counted.
    pub(crate) asked_no_more: bool,
    pub(crate) ends: (usize, usize),
    pub(crate) leaving: BeforeLeaving,
    /// How its member check stands.
    pub(crate) check: CheckLine,
    /// What was lost while it was held.
    pub(crate) losses: Vec<String>,
    /// The codes on its notes.
    pub(crate) codes: Vec<Coded>,
    /// Who takes or took part in it.
    pub(crate) people: Vec<TookPart>,
    /// What of it the study's figures count.
    pub(crate) fieldwork: Fieldwork,
}

/// The files that a session's line is made of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Prints {
    journal: Print,
    /// The digest of its last bytes.
    tail: String,
    guide: Print,
}

/// By what a file is known to be as it was.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Print {
    length: u64,
    modified: Duration,
    /// When anything about it was changed, which no program can set back, and its inode; where the system says so.
    #[serde(default)]
    changed: Option<(i64, i64)>,
    #[serde(default)]
    inode: Option<u64>,
}

/// The first line of the file.
#[derive(PartialEq, Eq, Serialize, Deserialize)]
struct Head {
    hearback: String,
    version: u32,
    /// What its sentences are in.
    language: String,
    /// The digest of the rest.
    sum: String,
}

impl Cache {
    /// That of the study at `root`, in `folder`, which is this user's for caches of ours.
    pub(crate) fn of(folder: Option<PathBuf>, root: &Path) -> Self {
        Self { file: folder_of(folder, root).map(|folder| folder.join(FILE)) }
    }

    /// None: every journal is read.
    pub(crate) const fn none() -> Self {
        Self { file: None }
    }

    /// Where a file of this name would lie beside it.
    pub(crate) fn beside(&self, name: &str) -> Option<PathBuf> {
        self.file.as_ref().map(|file| file.with_file_name(name))
    }

    /// Where something of this name lies beside what there is of all studies.
    pub(crate) fn beside_all(&self, name: &str) -> Option<PathBuf> {
        Some(self.file.as_ref()?.parent()?.with_file_name(name))
    }

    /// What is remembered; nothing where it cannot be read or is not to be believed.
    pub(crate) fn read(&self) -> Remembered {
        self.file.as_deref().and_then(|file| parse(bytes_of(file).ok()?)).unwrap_or_default()
    }

    /// Remembers `what`, if that can be done.
    pub(crate) fn keep(&self, what: &ToRemember<'_>) {
        if let Some(file) = &self.file {
            write(file, what).ok();
        }
    }
}

/// The folder of the study at `root` in `folder`, which is this user's for caches of ours.
pub(crate) fn folder_of(folder: Option<PathBuf>, root: &Path) -> Option<PathBuf> {
    Some(folder?.join(&fingerprint(known_as(root).ok()?.as_os_str().as_encoded_bytes())[..16]))
}

/// By what the study at `root` is known here: its path, with no link in it where that can be said.
pub(crate) fn known_as(root: &Path) -> io::Result<PathBuf> {
    std::fs::canonicalize(root).or_else(|_| std::path::absolute(root))
}

fn bytes_of(file: &Path) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    open_plain(file, OpenOptions::new().read(true), Links::Refused)?.take(LARGEST).read_to_end(&mut bytes)?;
    Ok(bytes)
}

fn head(body: &[u8]) -> Head {
    Head { hearback: env!("CARGO_PKG_VERSION").into(), version: VERSION, language: spoken().tag().into(), sum: fingerprint(body) }
}

/// Below its head, of each session, a line with its name and how many bytes follow: the line with what is remembered of it.
fn parse(bytes: Vec<u8>) -> Option<Remembered> {
    let end_of_line = |from: usize| Some(from + bytes.get(from..)?.iter().position(|b| *b == b'\n')? + 1);
    let mut at = end_of_line(0)?;
    if serde_json::from_slice::<Head>(&bytes[..at]).ok()? != head(&bytes[at..]) {
        return None;
    }
    let mut entries = HashMap::new();
    while at < bytes.len() {
        let from = end_of_line(at)?;
        let (name, length): (String, usize) = serde_json::from_slice(&bytes[at..from]).ok()?;
        at = from.checked_add(length).filter(|end| *end <= bytes.len())?;
        entries.insert(name, from..at);
    }
    Some(Remembered { bytes, entries })
}

/// Under another name first: another window that writes at the same time has its own, and the last to be done wins. Nothing is synced: what
/// a power cut leaves half written is seen to be that.
fn write(file: &Path, what: &ToRemember<'_>) -> io::Result<()> {
    let folder = file.parent().ok_or(io::ErrorKind::NotFound)?;
    if !folder.is_dir() {
        create_folder(folder)?;
    }
    let mut body = Vec::new();
    for (name, entry) in what {
        serde_json::to_writer(&mut body, &(name, entry.len()))?;
        body.push(b'\n');
        body.extend_from_slice(entry);
    }
    let mut bytes = serde_json::to_vec(&head(&body))?;
    bytes.push(b'\n');
    bytes.extend(body);
    // Readable by its owner only, as every file that tempfile makes.
    let mut beside = tempfile::NamedTempFile::new_in(folder)?;
    beside.write_all(&bytes)?;
    beside.persist(file)?;
    Ok(())
}

impl Prints {
    /// What the files of the session in `folder` are; nothing where they are not all there.
    pub(crate) fn of(folder: &SessionFolder) -> Option<Self> {
        let (mut journal, known) = open_known(&folder.journal(), OpenOptions::new().read(true), Links::Refused).ok()?;
        let print = Print::from(&known);
        journal.seek(SeekFrom::Start(print.length.saturating_sub(TAIL as u64))).ok()?;
        let mut tail = Vec::with_capacity(TAIL);
        journal.take(TAIL as u64).read_to_end(&mut tail).ok()?;
        let guide = std::fs::symlink_metadata(folder.file("guide.yaml")).ok().filter(Metadata::is_file)?;
        Some(Self { journal: print, tail: fingerprint(&tail), guide: Print::from(&guide) })
    }

    /// Whether none of them was changed so shortly before `now` that another change might not show.
    pub(crate) fn are_settled(&self, now: Stamp) -> bool {
        self.journal.is_settled(now) && self.guide.is_settled(now)
    }
}

impl Print {
    /// That of the file at `path`, or where a link there leads; nothing if there is none.
    pub(crate) fn of(path: &Path) -> Option<Self> {
        std::fs::metadata(path).ok().as_ref().map(Self::from)
    }

    /// Whether whoever changes it cannot set it back: so where the system says when, and of which file.
    pub(crate) const fn is_certain(&self) -> bool {
        self.changed.is_some() && self.inode.is_some()
    }

    /// Whether it was not changed so shortly before `now` that another change might not show: whoever writes into it sets its time anew.
    pub(crate) fn is_settled(&self, now: Stamp) -> bool {
        self.modified + SETTLED < Duration::from_millis(u64::try_from(now.utc_ms).unwrap_or_default())
    }
}

impl From<&Metadata> for Print {
    fn from(file: &Metadata) -> Self {
        let modified = file.modified().ok().and_then(|at| at.duration_since(UNIX_EPOCH).ok()).unwrap_or_default();
        #[cfg(unix)]
        let (changed, inode) = {
            use std::os::unix::fs::MetadataExt;
            (Some((file.ctime(), file.ctime_nsec())), Some(file.ino()))
        };
        #[cfg(not(unix))]
        let (changed, inode) = (None, None);
        Self { length: file.len(), modified, changed, inode }
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    /// Whether the bytes of a cache are as good as none.
    pub(crate) fn is_refused(bytes: &[u8]) -> bool {
        parse(bytes.to_vec()).is_none()
    }
}
