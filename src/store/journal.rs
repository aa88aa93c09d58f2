//! The journal: the truth about a session, one event a line.
//!
//! Lines are numbered from 1, carry the room's clock (with its zone) and a monotonic one, and end in a digest of the line and of the
//! digest before it (`journal_line.rs`), so that a torn, flipped, swapped or missing line is noticed.
//! [`Journal::append`] returns only after the bytes were synced; until then a note does not show as saved. Reading takes lines up to the
//! first bad one. A bad *tail* is what a crash leaves and is set aside when the journal is opened for writing; damage *before* good lines
//! is not ours and is refused; [`crate::store::salvage`] reads what is still whole. After a failed write or sync nothing that descriptor said is
//! believed: the file is read again, cut after the last good line, and what was not acknowledged is written anew (fsync may fail once
//! and then claim success, see reference "fsyncgate").

use std::fs::File;
use std::fs::OpenOptions;
use std::io;
use std::io::Read as _;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::disk;
use crate::disk::Links;
use crate::disk::whole;
use crate::domain::event::Event;
use crate::domain::time::Stamp;
use crate::store::error::StoreError;
use crate::store::journal_line::Body;
pub use crate::store::journal_line::Entry;
use crate::store::journal_line::Parts;
use crate::store::journal_line::Read;
use crate::store::journal_line::Sum;
use crate::store::journal_line::binds;
use crate::store::journal_line::digest;
use crate::store::journal_line::hex;
use crate::store::journal_line::looks_whole;
use crate::store::journal_line::write_line;

/// The first line of every journal of this version.
const FORMAT: &str = "hearback/journal";

/// The version written. Readers know every version up to theirs.
const VERSION: u32 = 1;

/// The longest journal that is read: two thousand interviews' worth, and a bound for a file that is no journal.
const LARGEST: u64 = 512 * 1024 * 1024;

/// The first line.
#[derive(Serialize, Deserialize)]
struct Header<'a> {
    format: &'a str,
    version: u32,
    by: &'a str,
}

/// What a journal holds.
#[derive(Debug, Default)]
pub struct Loaded {
    /// Its events, in order.
    pub entries: Vec<Entry>,
    /// Bytes at its end that are no whole line: what a crash left.
    pub torn: u64,
    /// How many events are of a kind that is not known here.
    pub unknown: usize,
    /// How many of those say what a participant no longer wants.
    pub unheeded: usize,
    /// Where the whole lines end.
    end: End,
    /// Whether the last of them lacks nothing but its line feed.
    unended: bool,
}

/// Where the whole lines of a journal end, and the digest there. All zero where there is not even a first line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct End {
    /// How many bytes they have.
    length: u64,
    /// The digest that the next line builds on.
    sum: Sum,
    /// The number of the last event.
    last: u64,
}

impl Loaded {
    /// The events that are known here, in order.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.entries.iter().filter_map(|e| e.event.as_ref())
    }
}

/// The file under a journal: a trait only because disks fail, and tests must make them.
pub trait JournalFile: Send {
    /// Everything it holds.
    fn read_all(&mut self) -> io::Result<Vec<u8>>;
    /// Writes `bytes` from `at` on, which is its end as far as anybody was told.
    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()>;
    /// Makes what was written safe.
    fn sync(&mut self) -> io::Result<()>;
    /// Keeps `bytes` beside it, in a file of their own.
    fn set_aside(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Cuts it to `length`.
    fn cut(&mut self, length: u64) -> io::Result<()>;
    /// Forgets the descriptor and opens the file anew.
    fn reopen(&mut self) -> io::Result<()>;
}

/// An event as it stands elsewhere, to be taken into a journal.
#[derive(Debug)]
pub struct Written {
    /// When it happened.
    pub at: Stamp,
    /// The monotonic clock then.
    pub mono: u64,
    /// It, as it stands there.
    pub event: Box<RawValue>,
}

/// A journal that is being written.
pub struct Journal {
    path: PathBuf,
    file: Box<dyn JournalFile>,
    /// Who writes.
    who: Option<String>,
    /// The end of what was acknowledged.
    end: End,
    /// Whether the descriptor failed and the file must be read again before anything is added.
    doubtful: bool,
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Journal").field("path", &self.path).field("last", &self.end.last).finish_non_exhaustive()
    }
}

impl Journal {
    /// Makes a journal at `path`, where there must be none.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        Self::prepare(&whole::RealFiles, path)?;
        Ok(Self::open(path)?.0)
    }

    /// Puts the first line of a journal on a disk, at `path`, where there must be none.
    pub fn prepare(files: &dyn whole::Files, path: &Path) -> Result<(), StoreError> {
        whole::create_on(files, path, &beginning().0).map_err(|e| StoreError::io(path, "make the journal", e))
    }

    /// Opens the journal at `path` for writing. What a crash left at its end is set aside in a file of its own.
    pub fn open(path: &Path) -> Result<(Self, Loaded), StoreError> {
        let file = RealFile::open(path).map_err(|e| StoreError::io(path, "open the journal", e))?;
        Self::over(path, Box::new(file))
    }

    /// A journal over `file`, read and mended.
    pub fn over(path: &Path, mut file: Box<dyn JournalFile>) -> Result<(Self, Loaded), StoreError> {
        let bytes = file.read_all().map_err(|e| StoreError::io(path, "read the journal", e))?;
        let loaded = parse(path, &bytes)?;
        let mut end = loaded.end;
        let mut mend = || {
            if loaded.torn > 0 {
                file.set_aside(bytes.get(position(end.length)..).unwrap_or_default())?;
                file.cut(end.length)?;
            }
            let missing = match (end.length, loaded.unended) {
                (0, _) => {
                    let (header, sum) = beginning();
                    end.sum = sum;
                    header
                }
                (_, true) => b"\n".to_vec(),
                (_, false) => Vec::new(),
            };
            if !missing.is_empty() {
                file.write(end.length, &missing)?;
                end.length += missing.len() as u64;
            }
            // What was read may be in memory only: whoever wrote it may have died before it was synced. From here on it counts as safe.
            // (If a sync had failed before that, the system may claim success now for what it never wrote, until the power goes.)
            file.sync()
        };
        mend().map_err(|e| StoreError::io(path, "set the torn end of the journal aside", e))?;
        Ok((Self { path: path.to_owned(), file, who: None, end, doubtful: false }, loaded))
    }

    /// From now on lines say that `who` wrote them, as a [`crate::domain::who::Who`] is written; gives back whom they named before.
    pub fn sign(&mut self, who: Option<String>) -> Option<String> {
        std::mem::replace(&mut self.who, who)
    }

    /// Whom lines name.
    pub fn signature(&self) -> Option<&str> {
        self.who.as_deref()
    }

    /// Writes `events` and returns when they are safe. On an error none of them counts as written; calling again with the same events is
    /// right, and writes none of them twice.
    pub fn append(&mut self, events: &[(Event, Stamp, u64)]) -> Result<u64, StoreError> {
        let (mut bytes, mut end) = (Vec::new(), self.end);
        for (event, at, mono) in events {
            self.put(&mut bytes, &mut end, event, event.binds(), *at, *mono)?;
        }
        self.write(&bytes, end)
    }

    /// [`Journal::append`] of events as they stand elsewhere, those of a newer hearback among them.
    pub fn append_as_written(&mut self, lines: &[Written]) -> Result<u64, StoreError> {
        let (mut bytes, mut end) = (Vec::new(), self.end);
        for Written { at, mono, event } in lines {
            self.put(&mut bytes, &mut end, &**event, binds(event), *at, *mono)?;
        }
        self.write(&bytes, end)
    }

    /// Puts a line behind `bytes`, which end at `end`.
    fn put<E>(&self, bytes: &mut Vec<u8>, end: &mut End, event: &E, binds: bool, at: Stamp, mono: u64) -> Result<(), StoreError>
    where
        E: Serialize + ?Sized,
    {
        end.last += 1;
        let body = Body { n: end.last, at: &at.rfc3339(), mono, who: self.who.as_deref(), binds, event };
        end.sum = write_line(bytes, &body, end.sum).map_err(|e| StoreError::io(&self.path, "put an event into words", e.into()))?;
        Ok(())
    }

    fn write(&mut self, bytes: &[u8], mut end: End) -> Result<u64, StoreError> {
        if bytes.is_empty() {
            return Ok(self.end.last);
        }
        end.length += bytes.len() as u64;
        if self.doubtful {
            self.settle(bytes)?;
        }
        if let Err(why) = self.file.write(self.end.length, bytes).and_then(|()| self.file.sync()) {
            self.doubtful = true;
            return Err(StoreError::io(&self.path, "write the journal", why));
        }
        self.end = end;
        Ok(end.last)
    }

    /// After a failure: reads the file again through a new descriptor and cuts it after the last line that was acknowledged.
    ///
    /// Lines beyond it may be there, but nobody was told that they are safe, and after a failed sync the system may show what it never
    /// wrote. They come again; what is cut off is kept only if it is not the beginning of what is written now, so that trying again and
    /// again on a full disk leaves no litter.
    fn settle(&mut self, coming: &[u8]) -> Result<(), StoreError> {
        let again = |e| StoreError::io(&self.path, "open the journal again", e);
        self.file.reopen().map_err(again)?;
        let bytes = self.file.read_all().map_err(again)?;
        let parted = bytes.split_at_checked(position(self.end.length));
        let Some((_, beyond)) = parted.filter(|(safe, _)| parse(&self.path, safe).is_ok_and(|l| l.end == self.end)) else {
            return Err(StoreError::corrupt(&self.path, self.end.last + 1));
        };
        if !coming.starts_with(beyond) {
            self.file.set_aside(beyond).map_err(again)?;
        }
        if !beyond.is_empty() {
            self.file.cut(self.end.length).map_err(again)?;
        }
        self.doubtful = false;
        Ok(())
    }

    /// Something went wrong that the journal itself may not have noticed: before anything is added, the file is read again.
    pub fn doubt(&mut self) {
        self.doubtful = true;
    }

    /// The number of the last event that is safe.
    pub fn last(&self) -> u64 {
        self.end.last
    }
}

/// Reads the journal at `path` without changing anything.
pub fn read(path: &Path) -> Result<Loaded, StoreError> {
    parse(path, &read_file(path)?)
}

/// The bytes of the journal at `path`, which may be no link and no larger than a journal gets.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, StoreError> {
    let wrong = |e| StoreError::io(path, "read the journal", e);
    let file = disk::open_plain(path, OpenOptions::new().read(true), Links::Refused).map_err(wrong)?;
    read_whole(&file).map_err(wrong)
}

/// The bytes of `file`, if it is no larger than a journal gets.
fn read_whole(mut file: &File) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    file.seek(SeekFrom::Start(0))?;
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::new(io::ErrorKind::InvalidData, "it is larger than any journal"));
    }
    Ok(bytes)
}

/// A length in bytes as a position in memory; beyond everything if there is no such position.
fn position(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

/// The first line, with its line feed, and the digest that the second builds on.
pub(crate) fn beginning() -> (Vec<u8>, Sum) {
    let by = concat!("hearback ", env!("CARGO_PKG_VERSION"));
    // A header of three plain fields always has a form.
    let mut line = serde_json::to_vec(&Header { format: FORMAT, version: VERSION, by }).unwrap_or_default();
    let sum = digest(Sum::default(), &line);
    line.push(b'\n');
    (line, sum)
}

/// Reads the `bytes` of the journal at `path`: checks line after line until one does not follow from those before it.
pub fn parse(path: &Path, bytes: &[u8]) -> Result<Loaded, StoreError> {
    let Some((first, mut rest)) = split_line(bytes).filter(|(_, rest)| rest.is_some()) else {
        // Not one whole line: the crash came while the journal was being made, and nothing was ever written to it.
        return Ok(Loaded { torn: bytes.len() as u64, ..Loaded::default() });
    };
    let header: Header<'_> = serde_json::from_slice(first).map_err(|_| StoreError::corrupt(path, 1))?;
    if header.format != FORMAT {
        return Err(StoreError::corrupt(path, 1));
    }
    if header.version > VERSION {
        return Err(StoreError::Newer { path: path.to_owned(), by: header.by.to_owned() });
    }
    let end = End { length: first.len() as u64 + 1, sum: digest(Sum::default(), first), last: 0 };
    let mut loaded = Loaded { end, ..Loaded::default() };
    while let Some((line, after)) = rest.and_then(split_line) {
        let n = loaded.end.last + 1;
        let whole = Parts::of(line).and_then(|parts| Some((parts.checked(loaded.end.sum)?, Read::from_body(parts.body))));
        let whole = whole.map(|(sum, read)| (sum, read.map_or_else(|| Entry::strange(n), |read| read.entry())));
        let Some((sum, entry)) = whole.filter(|(_, entry)| entry.n == n) else {
            // A whole line after a bad one: no crash does that, because nothing is added before what is there is safe.
            if after.unwrap_or_default().split(|b| *b == b'\n').any(looks_whole) {
                return Err(StoreError::corrupt(path, loaded.end.last + 2));
            }
            break;
        };
        loaded.unended = after.is_none();
        let length = loaded.end.length + line.len() as u64 + u64::from(!loaded.unended);
        loaded.end = End { length, sum, last: entry.n };
        loaded.unknown += usize::from(entry.event.is_none());
        loaded.unheeded += usize::from(entry.event.is_none() && entry.binds);
        loaded.entries.push(entry);
        rest = after;
    }
    loaded.torn = bytes.len() as u64 - loaded.end.length;
    Ok(loaded)
}

/// The first line of `bytes` without its line feed, and what follows that, if there is one; nothing at the end.
fn split_line(bytes: &[u8]) -> Option<(&[u8], Option<&[u8]>)> {
    let line = bytes.split(|b| *b == b'\n').next().filter(|_| !bytes.is_empty())?;
    Some((line, bytes.get(line.len() + 1..)))
}

/// The digest of a file of the session, as lower-case hex: by this a frozen guide is known again.
pub fn fingerprint(bytes: &[u8]) -> String {
    hex(digest(Sum::default(), bytes))
}

/// A journal's file on a real disk.
struct RealFile {
    path: PathBuf,
    file: File,
}

impl RealFile {
    fn open(path: &Path) -> io::Result<Self> {
        Ok(Self { path: path.to_owned(), file: disk::open_plain(path, OpenOptions::new().read(true).write(true), Links::Refused)? })
    }
}

impl JournalFile for RealFile {
    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        read_whole(&self.file)
    }

    fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
        self.file.seek(SeekFrom::Start(at))?;
        self.file.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn set_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
        whole::set_aside(&self.path.with_file_name("journal.torn"), bytes).map(|_| ())
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        self.file.set_len(length)?;
        self.file.sync_all()
    }

    fn reopen(&mut self) -> io::Result<()> {
        self.file = Self::open(&self.path)?.file;
        Ok(())
    }
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests do to files what crashes do")]
mod tests {
    use std::fs;
    use std::sync::Arc;
    use std::sync::Mutex;

    use super::*;
    use crate::domain::named::Named;
    use crate::domain::time::Position;

    /// A disk that fails when told: the nth write or sync, once or from then on; a failed write leaves half of it behind.
    #[derive(Clone, Default)]
    struct Failing {
        bytes: Arc<Mutex<Vec<u8>>>,
        aside: Arc<Mutex<Vec<Vec<u8>>>>,
        calls: Arc<Mutex<u32>>,
        fail_at: u32,
        for_ever: bool,
    }

    impl Failing {
        fn fails(&self) -> bool {
            let mut calls = self.calls.lock().unwrap();
            *calls += 1;
            *calls == self.fail_at || (self.for_ever && *calls > self.fail_at)
        }
    }

    impl JournalFile for Failing {
        fn read_all(&mut self) -> io::Result<Vec<u8>> {
            Ok(self.bytes.lock().unwrap().clone())
        }
        fn write(&mut self, at: u64, bytes: &[u8]) -> io::Result<()> {
            let fails = self.fails();
            let part = if fails { &bytes[..bytes.len() / 2] } else { bytes };
            let mut disk = self.bytes.lock().unwrap();
            disk.truncate(position(at));
            disk.extend_from_slice(part);
            if fails { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        }
        fn sync(&mut self) -> io::Result<()> {
            if self.fails() { Err(io::Error::other("input/output error")) } else { Ok(()) }
        }
        fn set_aside(&mut self, bytes: &[u8]) -> io::Result<()> {
            self.aside.lock().unwrap().push(bytes.to_vec());
            Ok(())
        }
        fn cut(&mut self, length: u64) -> io::Result<()> {
            self.bytes.lock().unwrap().truncate(position(length));
            Ok(())
        }
        fn reopen(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn incident(n: u64) -> (Event, Stamp, u64) {
        let event = Event::Incident { at: Position::from_secs(n), incident: Named::Sentence(format!("number {n} «ü» \"quoted\"\n")) };
        (event, Stamp::new(1_795_390_200_000 + i64::try_from(n).unwrap(), 60), n * 10)
    }

    fn whole(count: u64) -> Vec<u8> {
        let disk = Failing::default();
        let (mut journal, _) = Journal::over(Path::new("j"), Box::new(disk.clone())).unwrap();
        for n in 1..=count {
            journal.append(&[incident(n)]).unwrap();
        }
        disk.bytes.lock().unwrap().clone()
    }

    fn numbers(loaded: &Loaded) -> Vec<u64> {
        let told = loaded.entries.iter().map(|e| match &e.event {
            Some(Event::Incident { at, .. }) => at.secs(),
            other => panic!("{other:?} was never written"),
        });
        told.collect()
    }

    #[test]
    fn what_was_written_is_read() {
        let loaded = parse(Path::new("j"), &whole(3)).unwrap();
        assert_eq!((numbers(&loaded), loaded.torn), (vec![1, 2, 3], 0));
        let (event, at, mono) = incident(2);
        assert_eq!(loaded.entries[1], Entry { n: 2, at, mono, who: None, event: Some(event), binds: false });
    }

    #[test]
    fn cut_anywhere_only_an_end_is_missing_and_writing_goes_on() {
        let bytes = whole(12);
        for length in 0..=bytes.len() {
            let loaded = parse(Path::new("j"), &bytes[..length]).unwrap();
            // A line counts from its last brace on; its line feed is not missed.
            let there = (1..=12).take_while(|n| whole(*n).len() <= length + 1).last().unwrap_or(0);
            assert_eq!(numbers(&loaded), (1..=there).collect::<Vec<_>>(), "cut at {length}");
            let disk = Failing { bytes: Arc::new(Mutex::new(bytes[..length].to_vec())), ..Failing::default() };
            let (mut journal, _) = Journal::over(Path::new("j"), Box::new(disk.clone())).unwrap();
            for n in there + 1..=12 {
                journal.append(&[incident(n)]).unwrap();
            }
            assert!(*disk.bytes.lock().unwrap() == bytes, "cut at {length}");
            let aside = disk.aside.lock().unwrap().concat();
            assert!(aside.len() as u64 == loaded.torn && bytes[..length].ends_with(&aside), "cut at {length}");
        }
    }

    #[test]
    fn no_flipped_bit_is_believed() {
        flip(8, |_| 0..8);
        // In a longer journal one bit of every byte: all of them would be a minute of the same.
        flip(40, |at| at % 8..at % 8 + 1);
    }

    fn flip(count: u64, bits: impl Fn(usize) -> std::ops::Range<usize>) {
        let bytes = whole(count);
        for at in 0..bytes.len() {
            let before = bytes[..at].split(|b| *b == b'\n').count() as u64 - 1;
            for bit in bits(at) {
                let mut hurt = bytes.clone();
                hurt[at] ^= 1 << bit;
                match parse(Path::new("j"), &hurt) {
                    // Only lines before the damage, and only as they were written. The line feed at the very end is no content.
                    Ok(loaded) => assert_eq!(numbers(&loaded), (1..before).collect::<Vec<_>>(), "byte {at} bit {bit}"),
                    Err(StoreError::Corrupt { line, .. }) => assert!(line == before + 1 || before == 0, "byte {at} bit {bit}: {line}"),
                    Err(StoreError::Newer { .. }) => assert_eq!(before, 0),
                    Err(other) => panic!("{other}"),
                }
            }
        }
    }

    #[test]
    fn after_any_failed_write_or_sync_nothing_acknowledged_is_lost_and_nothing_is_there_twice() {
        for for_ever in [false, true] {
            for fail_at in 2..=21 {
                // the first call is the sync on opening
                let bytes = Arc::new(Mutex::new(beginning().0));
                let disk = Failing { bytes: Arc::clone(&bytes), fail_at, for_ever, ..Failing::default() };
                let (mut journal, _) = Journal::over(Path::new("j"), Box::new(disk)).unwrap();
                let (mut safe, mut waiting) = (0, Vec::new());
                for n in 1..=10 {
                    waiting.push(incident(n));
                    if let Ok(last) = journal.append(&waiting) {
                        safe = last;
                        waiting.clear();
                    }
                }
                if let Ok(last) = journal.append(&waiting) {
                    safe = last;
                }
                let loaded = parse(Path::new("j"), &bytes.lock().unwrap()).unwrap();
                let there = numbers(&loaded);
                assert!(there.len() as u64 >= safe, "call {fail_at}: {safe} acknowledged, {} there", there.len());
                assert_eq!(there, (1..=there.len() as u64).collect::<Vec<_>>());
                assert!(for_ever || safe == 10, "one failure is outlived");
            }
        }
    }

    #[test]
    fn a_torn_end_is_set_aside_and_writing_goes_on() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.jsonl");
        let mut journal = Journal::create(&path).unwrap();
        journal.append(&[incident(1), incident(2)]).unwrap();
        drop(journal);
        let mut bytes = fs::read(&path).unwrap();
        bytes.extend_from_slice(b"{\"n\":3,\"at\":\"2026-");
        fs::write(&path, &bytes).unwrap();
        assert_eq!(read(&path).unwrap().torn, 18);
        let (mut journal, loaded) = Journal::open(&path).unwrap();
        assert_eq!((numbers(&loaded), loaded.torn), (vec![1, 2], 18));
        assert_eq!(journal.append(&[incident(3)]).unwrap(), 3);
        assert_eq!(numbers(&read(&path).unwrap()), [1, 2, 3]);
        assert_eq!(fs::read(dir.path().join("journal.torn-1")).unwrap(), b"{\"n\":3,\"at\":\"2026-");
        assert!(matches!(Journal::create(&path), Err(StoreError::Exists(_))));
    }

    #[test]
    fn a_full_disk_is_tried_again_without_litter() {
        let disk = Failing { bytes: Arc::new(Mutex::new(beginning().0)), fail_at: 2, for_ever: true, ..Failing::default() };
        let (mut journal, _) = Journal::over(Path::new("j"), Box::new(disk.clone())).unwrap();
        for n in 1..20 {
            let waiting: Vec<_> = (1..=n).map(incident).collect();
            assert!(matches!(journal.append(&waiting), Err(StoreError::Full { .. })));
        }
        assert_eq!(disk.aside.lock().unwrap().len(), 0);
    }

    #[test]
    fn what_others_did_to_the_file_meanwhile_is_not_believed() {
        let disk = Failing { bytes: Arc::new(Mutex::new(beginning().0)), fail_at: 4, ..Failing::default() };
        let (mut journal, _) = Journal::over(Path::new("j"), Box::new(disk.clone())).unwrap();
        journal.append(&[incident(1)]).unwrap();
        journal.append(&[incident(2)]).unwrap_err();
        let good = disk.bytes.lock().unwrap().clone();
        let acknowledged = whole(1).len();
        // Something foreign after what was acknowledged is kept aside; something foreign in it stops us.
        disk.bytes.lock().unwrap().splice(acknowledged.., *b"foreign");
        let mut hurt = good.clone();
        hurt[acknowledged / 2] ^= 1;
        journal.append(&[incident(2)]).unwrap();
        assert_eq!(*disk.aside.lock().unwrap(), [b"foreign".to_vec()]);
        assert_eq!(*disk.bytes.lock().unwrap(), whole(2));
        journal.doubtful = true;
        *disk.bytes.lock().unwrap() = hurt;
        assert!(matches!(journal.append(&[incident(3)]), Err(StoreError::Corrupt { .. })));
    }

    #[test]
    fn an_event_of_a_newer_kind_is_kept_and_passed_over() {
        let (mut bytes, sum) = beginning();
        let event = serde_json::json!({"kind": "levitated", "height": 3});
        write_line(&mut bytes, &Body { n: 1, at: &incident(1).1.rfc3339(), mono: 1, who: None, binds: false, event: &event }, sum).unwrap();
        let disk = Failing { bytes: Arc::new(Mutex::new(bytes)), ..Failing::default() };
        let (mut journal, loaded) = Journal::over(Path::new("j"), Box::new(disk.clone())).unwrap();
        assert_eq!((loaded.unknown, loaded.torn), (1, 0));
        journal.append(&[incident(2)]).unwrap();
        assert_eq!(parse(Path::new("j"), &disk.bytes.lock().unwrap()).unwrap().entries.len(), 2);
    }
}
