//! The journal: the truth about a session, one event a line.
//!
//! ```text
//! {"format":"hearback/journal","version":1,"by":"hearback 0.1.0"}
//! {"n":1,"at":"2026-11-22T10:03:11.123+01:00","mono":81234,"event":{"kind":"began"},"sum":"0f3c..."}
//! ```
//!
//! Lines are numbered from 1, carry the room's clock (with its zone) and a monotonic one, and end in a digest of the line and of the
//! digest before it: 16 bytes of SHA-256, so that a torn, flipped, swapped or missing line is noticed, by accident or on purpose.
//! [`Journal::append`] returns only after the bytes were synced; until then a note does not show as saved. Reading takes lines up to the
//! first bad one. A bad *tail* is what a crash leaves and is set aside when the journal is opened for writing; damage *before* good lines
//! is not ours and is refused, with [`salvage`] for what can still be read. After a failed write or sync nothing that descriptor said is
//! believed: the file is read again, cut after the last good line, and what was not acknowledged is written anew (fsync may fail once
//! and then claim success, see reference "fsyncgate").

#![expect(clippy::disallowed_methods, reason = "the journal reads and cuts its own file")]

use std::fs;
use std::fs::File;
use std::fs::OpenOptions;
use std::io;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;

use serde::Deserialize;
use serde::Serialize;
use serde_json::value::RawValue;
use sha2::Digest;
use sha2::Sha256;

use crate::domain::event::Event;
use crate::domain::time::Stamp;
use crate::store::atomic;
use crate::store::error::StoreError;

/// The first line of every journal of this version.
const FORMAT: &str = "hearback/journal";

/// The version written. Readers know every version up to theirs.
const VERSION: u32 = 1;

/// The longest journal that is read: two thousand interviews' worth, and a bound for a file that is no journal.
const LARGEST: u64 = 512 * 1024 * 1024;

/// A digest that ends a line.
type Sum = [u8; 16];

/// An event and when it happened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its number, from 1.
    pub n: u64,
    /// When, on the room's clock.
    pub at: Stamp,
    /// Milliseconds on a monotonic clock; says something only within one run of the program.
    pub mono: u64,
    /// What happened. Nothing for an event of a kind that a newer hearback wrote.
    pub event: Option<Event>,
}

/// The first line.
#[derive(Serialize, Deserialize)]
struct Header<'a> {
    format: &'a str,
    version: u32,
    by: &'a str,
}

/// A line but for its digest, as it is written.
#[derive(Serialize)]
struct Body<'a> {
    n: u64,
    at: String,
    mono: u64,
    event: &'a Event,
}

/// A line as it is read.
#[derive(Deserialize)]
struct Read<'a> {
    n: u64,
    at: &'a str,
    mono: u64,
    #[serde(borrow)]
    event: &'a RawValue,
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
    /// Where the header and each entry end, and the digest there.
    marks: Vec<(u64, Sum)>,
}

impl Loaded {
    /// Where the good lines end, and the digest there.
    fn end(&self) -> (u64, Sum) {
        self.marks.last().copied().unwrap_or_default()
    }

    /// The events that are known here, in order.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.entries.iter().filter_map(|e| e.event.as_ref())
    }
}

/// The file under a journal: a trait only because disks fail, and tests must make them.
pub trait JournalFile: Send {
    /// Everything it holds.
    fn read_all(&mut self) -> io::Result<Vec<u8>>;
    /// Adds `bytes` at its end.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;
    /// Makes what was added safe.
    fn sync(&mut self) -> io::Result<()>;
    /// Cuts it to `length`, after keeping what is cut off elsewhere.
    fn cut(&mut self, length: u64) -> io::Result<()>;
    /// Forgets the descriptor and opens the file anew.
    fn reopen(&mut self) -> io::Result<()>;
}

/// A journal that is being written.
pub struct Journal {
    path: PathBuf,
    file: Box<dyn JournalFile>,
    sum: Sum,
    last: u64,
    /// Whether the descriptor failed and the file must be read again before anything is added.
    doubtful: bool,
}

impl std::fmt::Debug for Journal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Journal").field("path", &self.path).field("last", &self.last).finish_non_exhaustive()
    }
}

impl Journal {
    /// Makes a journal at `path`, where there must be none.
    pub fn create(path: &Path) -> Result<Self, StoreError> {
        atomic::create(path, header().as_bytes()).map_err(|e| StoreError::io(path, "make the journal", e))?;
        Ok(Self::open(path)?.0)
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
        let (good, sum) = loaded.end();
        if loaded.torn > 0 {
            file.cut(good).map_err(|e| StoreError::io(path, "set the torn end of the journal aside", e))?;
        }
        let last = loaded.entries.len() as u64;
        Ok((Self { path: path.to_owned(), file, sum, last, doubtful: false }, loaded))
    }

    /// Writes `events` and returns when they are safe. On an error none of them counts as written; calling again with the same events is
    /// right, and writes none of them twice.
    pub fn append(&mut self, events: &[(Event, Stamp, u64)]) -> Result<u64, StoreError> {
        if self.doubtful {
            self.settle()?;
        }
        let (mut bytes, mut sum, mut n) = (Vec::new(), self.sum, self.last);
        for (event, at, mono) in events {
            n += 1;
            sum = write_line(&mut bytes, &Body { n, at: at.rfc3339(), mono: *mono, event }, sum)
                .map_err(|e| StoreError::io(&self.path, "put an event into words", e.into()))?;
        }
        if bytes.is_empty() {
            return Ok(self.last);
        }
        if let Err(why) = self.file.append(&bytes).and_then(|()| self.file.sync()) {
            self.doubtful = true;
            return Err(StoreError::io(&self.path, "write the journal", why));
        }
        (self.sum, self.last) = (sum, n);
        Ok(n)
    }

    /// After a failure: reads the file again through a new descriptor and cuts it after the last line that was acknowledged. Lines beyond
    /// it may be there, but nobody was told that they are safe, and they come again.
    fn settle(&mut self) -> Result<(), StoreError> {
        let again = |e| StoreError::io(&self.path, "open the journal again", e);
        self.file.reopen().map_err(again)?;
        let bytes = self.file.read_all().map_err(again)?;
        let loaded = parse(&self.path, &bytes)?;
        let mark = usize::try_from(self.last).ok().and_then(|n| loaded.marks.get(n)).copied();
        let Some((good, _)) = mark.filter(|(_, sum)| *sum == self.sum) else {
            return Err(StoreError::corrupt(&self.path, self.last + 1));
        };
        if good < bytes.len() as u64 {
            self.file.cut(good).map_err(again)?;
        }
        self.doubtful = false;
        Ok(())
    }

    /// The number of the last event that is safe.
    pub fn last(&self) -> u64 {
        self.last
    }
}

/// Reads the journal at `path` without changing anything.
pub fn read(path: &Path) -> Result<Loaded, StoreError> {
    parse(path, &read_file(path)?)
}

/// Every event of a damaged journal whose line is whole by itself, and how many lines are not.
pub fn salvage(path: &Path) -> Result<(Vec<Entry>, usize), StoreError> {
    let bytes = read_file(path)?;
    let (mut entries, mut lost) = (Vec::new(), 0);
    for (line, _) in lines(&bytes).skip(1) {
        match split_sum(line).and_then(|(body, _)| entry(body)) {
            Some(entry) => entries.push(entry),
            None => lost += 1,
        }
    }
    Ok((entries, lost))
}

fn read_file(path: &Path) -> Result<Vec<u8>, StoreError> {
    let wrong = |e| StoreError::io(path, "read the journal", e);
    if fs::metadata(path).map_err(wrong)?.len() > LARGEST {
        return Err(wrong(io::Error::new(io::ErrorKind::FileTooLarge, "it is larger than any journal")));
    }
    fs::read(path).map_err(wrong)
}

fn header() -> String {
    let by = concat!("hearback ", env!("CARGO_PKG_VERSION"));
    // A header of three plain fields always has a form.
    let mut line = serde_json::to_string(&Header { format: FORMAT, version: VERSION, by }).unwrap_or_default();
    line.push('\n');
    line
}

/// The lines of `bytes` that end in a line feed, each without it, and where the next begins.
fn lines(bytes: &[u8]) -> impl Iterator<Item = (&[u8], usize)> {
    let mut start = 0;
    std::iter::from_fn(move || {
        let length = bytes.get(start..)?.iter().position(|b| *b == b'\n')?;
        let line = &bytes[start..start + length];
        start += length + 1;
        Some((line, start))
    })
}

fn parse(path: &Path, bytes: &[u8]) -> Result<Loaded, StoreError> {
    let mut lines = self::lines(bytes);
    let Some((first, end)) = lines.next() else { return Err(StoreError::corrupt(path, 1)) };
    let header: Header<'_> = serde_json::from_slice(first).map_err(|_| StoreError::corrupt(path, 1))?;
    if header.format != FORMAT {
        return Err(StoreError::corrupt(path, 1));
    }
    if header.version > VERSION {
        return Err(StoreError::Newer { path: path.to_owned(), by: header.by.to_owned() });
    }
    let mut loaded = Loaded { marks: vec![(end as u64, Sum::default())], ..Loaded::default() };
    for (line, end) in lines {
        let next = check_line(line, loaded.end().1).filter(|(entry, _)| entry.n == loaded.entries.len() as u64 + 1);
        let Some((entry, sum)) = next else { break };
        loaded.unknown += usize::from(entry.event.is_none());
        loaded.entries.push(entry);
        loaded.marks.push((end as u64, sum));
    }
    let good = usize::try_from(loaded.end().0).unwrap_or(bytes.len());
    loaded.torn = (bytes.len() - good) as u64;
    // A whole line after a bad one: no crash does that, because nothing is added before what is there is safe.
    if self::lines(&bytes[good..]).skip(1).any(|(line, _)| split_sum(line).and_then(|(body, _)| entry(body)).is_some()) {
        return Err(StoreError::corrupt(path, loaded.entries.len() as u64 + 2));
    }
    Ok(loaded)
}

/// The entry that `body` (a line up to its digest) tells of.
fn entry(body: &[u8]) -> Option<Entry> {
    let whole = [body, b"}"].concat();
    let read: Read<'_> = serde_json::from_slice(&whole).ok()?;
    Some(Entry { n: read.n, at: Stamp::from_rfc3339(read.at)?, mono: read.mono, event: serde_json::from_str(read.event.get()).ok() })
}

/// What stands between a line's body and its digest.
const SUM_KEY: &[u8] = b",\"sum\":\"";

/// Writes one line with its digest and gives that back.
fn write_line(out: &mut Vec<u8>, body: &Body<'_>, before: Sum) -> Result<Sum, serde_json::Error> {
    let start = out.len();
    serde_json::to_writer(&mut *out, body)?;
    out.pop(); // the closing brace stands after the digest
    let sum = digest(before, &out[start..]);
    out.extend_from_slice(SUM_KEY);
    out.extend_from_slice(hex(sum).as_bytes());
    out.extend_from_slice(b"\"}\n");
    Ok(sum)
}

/// The body of a line up to its digest, and the digest.
fn split_sum(line: &[u8]) -> Option<(&[u8], Sum)> {
    const TAIL: usize = SUM_KEY.len() + 32 + 2;
    let at = line.len().checked_sub(TAIL)?;
    let (body, tail) = line.split_at(at);
    let hex = tail.strip_prefix(SUM_KEY)?.strip_suffix(b"\"}")?;
    let mut sum = Sum::default();
    for (byte, pair) in sum.iter_mut().zip(hex.chunks_exact(2)) {
        // Lower-case only: a line has one form.
        let digit = |c: u8| if c.is_ascii_uppercase() { None } else { (c as char).to_digit(16) };
        *byte = u8::try_from(digit(pair[0])? * 16 + digit(pair[1])?).ok()?;
    }
    Some((body, sum))
}

/// The entry of `line`, if its digest is right after `before`, and that digest.
fn check_line(line: &[u8], before: Sum) -> Option<(Entry, Sum)> {
    let (body, sum) = split_sum(line)?;
    if digest(before, body) == sum { Some((entry(body)?, sum)) } else { None }
}

/// The digest of a file of the session, as lower-case hex: by this a frozen guide is known again.
pub fn fingerprint(bytes: &[u8]) -> String {
    hex(digest(Sum::default(), bytes))
}

/// A digest as lower-case hex.
fn hex(sum: Sum) -> String {
    sum.map(|byte| format!("{byte:02x}")).concat()
}

fn digest(before: Sum, body: &[u8]) -> Sum {
    let whole: [u8; 32] = Sha256::new().chain_update(before).chain_update(body).finalize().into();
    let mut sum = Sum::default();
    sum.copy_from_slice(&whole[..16]);
    sum
}

/// A journal's file on a real disk.
struct RealFile {
    path: PathBuf,
    file: File,
}

impl RealFile {
    fn open(path: &Path) -> io::Result<Self> {
        let mut options = OpenOptions::new();
        options.read(true).append(true);
        no_links(&mut options);
        Ok(Self { path: path.to_owned(), file: options.open(path)? })
    }
}

/// A link planted where a journal belongs is refused, not followed.
fn no_links(options: &mut OpenOptions) {
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::custom_flags(options, rustix::fs::OFlags::NOFOLLOW.bits().cast_signed());
    #[cfg(not(unix))]
    let _ = options;
}

impl JournalFile for RealFile {
    fn read_all(&mut self) -> io::Result<Vec<u8>> {
        fs::read(&self.path)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.file.write_all(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.file.sync_data()
    }

    fn cut(&mut self, length: u64) -> io::Result<()> {
        let bytes = fs::read(&self.path)?;
        let from = usize::try_from(length).unwrap_or(bytes.len()).min(bytes.len());
        for n in 1.. {
            let aside = self.path.with_file_name(format!("journal.torn-{n}"));
            match atomic::create(&aside, &bytes[from..]) {
                Err(e) if e.kind() == io::ErrorKind::AlreadyExists => {}
                Err(e) => return Err(e),
                Ok(()) => break,
            }
        }
        self.file.set_len(length)?;
        self.file.sync_all()
    }

    fn reopen(&mut self) -> io::Result<()> {
        self.file = Self::open(&self.path)?.file;
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;
    use std::sync::Mutex;

    use super::*;
    use crate::domain::time::Position;

    /// A disk that fails when told: the nth write or sync, once or from then on; a failed write leaves half of it behind.
    #[derive(Clone, Default)]
    struct Failing {
        bytes: Arc<Mutex<Vec<u8>>>,
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
        fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
            let fails = self.fails();
            let part = if fails { &bytes[..bytes.len() / 2] } else { bytes };
            self.bytes.lock().unwrap().extend_from_slice(part);
            if fails { Err(io::ErrorKind::StorageFull.into()) } else { Ok(()) }
        }
        fn sync(&mut self) -> io::Result<()> {
            if self.fails() { Err(io::Error::other("input/output error")) } else { Ok(()) }
        }
        fn cut(&mut self, length: u64) -> io::Result<()> {
            self.bytes.lock().unwrap().truncate(usize::try_from(length).unwrap());
            Ok(())
        }
        fn reopen(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    fn incident(n: u64) -> (Event, Stamp, u64) {
        let event = Event::Incident { at: Position::from_secs(n), what: format!("number {n} «ü» \"quoted\"\n") };
        (event, Stamp::new(1_795_390_200_000 + i64::try_from(n).unwrap(), 60), n * 10)
    }

    fn whole(count: u64) -> Vec<u8> {
        let disk = Failing { bytes: Arc::new(Mutex::new(header().into_bytes())), ..Failing::default() };
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
        assert_eq!(loaded.entries[1], Entry { n: 2, at, mono, event: Some(event) });
    }

    #[test]
    fn cut_anywhere_only_an_end_is_missing() {
        let bytes = whole(12);
        let first = bytes.iter().position(|b| *b == b'\n').unwrap();
        for length in first + 1..=bytes.len() {
            let loaded = parse(Path::new("j"), &bytes[..length]).unwrap();
            let there = lines(&bytes[first + 1..length]).count() as u64;
            assert_eq!(numbers(&loaded), (1..=there).collect::<Vec<_>>(), "cut at {length}");
        }
    }

    #[test]
    fn no_flipped_bit_is_believed() {
        let bytes = whole(30);
        let first = bytes.iter().position(|b| *b == b'\n').unwrap() + 1;
        for at in first..bytes.len() {
            for bit in 0..8 {
                let mut hurt = bytes.clone();
                hurt[at] ^= 1 << bit;
                let before = lines(&bytes[first..at]).count() as u64;
                match parse(Path::new("j"), &hurt) {
                    // Only lines before the damage, and only as they were written.
                    Ok(loaded) => assert_eq!(numbers(&loaded), (1..=before).collect::<Vec<_>>(), "byte {at} bit {bit}"),
                    Err(StoreError::Corrupt { line, .. }) => assert_eq!(line, before + 2, "byte {at} bit {bit}"),
                    Err(other) => panic!("{other}"),
                }
            }
        }
    }

    #[test]
    fn after_any_failed_write_or_sync_nothing_acknowledged_is_lost_and_nothing_is_there_twice() {
        for for_ever in [false, true] {
            for fail_at in 1..=20 {
                let bytes = Arc::new(Mutex::new(header().into_bytes()));
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
    fn damage_in_the_middle_is_refused_and_salvage_reads_the_rest() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.jsonl");
        let mut bytes = whole(9);
        let middle = bytes.len() / 2;
        bytes[middle] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(Journal::open(&path), Err(StoreError::Corrupt { .. })));
        assert_eq!(fs::read(&path).unwrap(), bytes, "the original is left as it is");
        let (entries, lost) = salvage(&path).unwrap();
        assert!(entries.len() >= 8 && entries.len() + lost == 9);
    }

    #[test]
    fn an_event_of_a_newer_kind_is_kept_and_passed_over() {
        let mut bytes = header().into_bytes();
        let event = serde_json::json!({"kind": "levitated", "height": 3});
        let mut line = serde_json::to_vec(&serde_json::json!({"n": 1, "at": incident(1).1.rfc3339(), "mono": 1, "event": event})).unwrap();
        line.pop();
        let sum = digest(Sum::default(), &line);
        bytes.extend([&line, SUM_KEY, hex(sum).as_bytes(), b"\"}\n"].concat());
        let disk = Failing { bytes: Arc::new(Mutex::new(bytes)), ..Failing::default() };
        let (mut journal, loaded) = Journal::over(Path::new("j"), Box::new(disk.clone())).unwrap();
        assert_eq!((loaded.unknown, loaded.torn), (1, 0));
        journal.append(&[incident(2)]).unwrap();
        assert_eq!(parse(Path::new("j"), &disk.bytes.lock().unwrap()).unwrap().entries.len(), 2);
    }
}
