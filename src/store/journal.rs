//! The journal: the truth about a session, one event a line.
//!
//! Lines are numbered from 1, carry the room's clock (with its zone) and a monotonic one, and end in a digest of the line and of the
//! digest before it (`journal_line.rs`), so that a torn, flipped, swapped or missing line is noticed.
//! [`Journal::append`] returns only after the bytes were synced; until then a note does not show as saved. Reading takes lines up to the
//! first bad one. A bad *tail* is what a crash leaves and is set aside when the journal is opened for writing; damage *before* good lines
//! is not ours and is refused; [`crate::store::salvage`] reads what is still whole. After a failed write or sync nothing that descriptor said is
//! believed: the file is read again, cut after the last good line, and what was not acknowledged is written anew (fsync may fail once
//! and then claim success, see reference "fsyncgate").

pub mod anew;

use std::io;
use std::io::BufRead;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::thread;

use serde::Deserialize;
use serde::Serialize;
use serde_json::value::RawValue;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::DiskFile;
use crate::disk::Links;
use crate::disk::read_up_to;
use crate::disk::real::RealDisk;
use crate::disk::whole;
use crate::domain::event::Event;
use crate::domain::time::Stamp;
use crate::store::error::StoreError;
use crate::store::journal_line::Body;
pub use crate::store::journal_line::Entry;
use crate::store::journal_line::LineSum;
use crate::store::journal_line::Parts;
use crate::store::journal_line::Read;
use crate::store::journal_line::binds;
use crate::store::journal_line::digest;
use crate::store::journal_line::entry_of;
use crate::store::journal_line::hex;
use crate::store::journal_line::looks_whole;
use crate::store::journal_line::may_bind;
use crate::store::journal_line::write_line;
use crate::words::message::message;
use crate::words::say;

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

/// Bytes of a journal from which on it is read by two: half an hour of a recording.
const FOR_TWO: usize = 256 * 1024;

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
    end: Tail,
    /// Whether the last of them lacks nothing but its line feed.
    unended: bool,
}

/// Where the whole lines of a journal end, and the digest there. All zero where there is not even a first line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Tail {
    /// How many bytes they have.
    length: u64,
    /// The digest that the next line builds on.
    sum: LineSum,
    /// The number of the last event.
    last: u64,
}

impl Loaded {
    /// The events that are known here, in order.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.entries.iter().filter_map(|e| e.event.as_ref())
    }
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
    disk: Arc<dyn Disk>,
    path: PathBuf,
    file: Box<dyn DiskFile>,
    /// Who writes.
    who: Option<String>,
    /// The end of what was acknowledged.
    end: Tail,
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
        Self::prepare(&RealDisk, path)?;
        Ok(Self::open(path)?.0)
    }

    /// Puts the first line of a journal on a disk, at `path`, where there must be none.
    pub fn prepare(disk: &dyn Disk, path: &Path) -> Result<(), StoreError> {
        whole::create_on(disk, path, &beginning().0).map_err(|e| StoreError::io(path, message!("could-not-make-journal"), e))
    }

    /// Opens the journal at `path` for writing. What a crash left at its end is set aside in a file of its own.
    pub fn open(path: &Path) -> Result<(Self, Loaded), StoreError> {
        Self::open_on(Arc::new(RealDisk), path)
    }

    /// [`Journal::open`] on a disk.
    pub fn open_on(disk: Arc<dyn Disk>, path: &Path) -> Result<(Self, Loaded), StoreError> {
        let mut file = open_file(disk.as_ref(), path).map_err(|e| StoreError::io(path, message!("could-not-open-journal"), e))?;
        let bytes = read_whole(file.as_ref()).map_err(|e| StoreError::io(path, message!("could-not-read-journal"), e))?;
        let loaded = parse(path, &bytes)?;
        let mut end = loaded.end;
        let mut mend = || {
            if loaded.torn > 0 {
                set_aside(disk.as_ref(), path, torn(&loaded, &bytes))?;
                cut(file.as_mut(), end.length)?;
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
                file.write_all_at(&missing, end.length)?;
                end.length += missing.len() as u64;
            }
            // What was read may be in memory only: whoever wrote it may have died before it was synced. From here on it counts as safe.
            // (If a sync had failed before that, the system may claim success now for what it never wrote, until the power goes.)
            file.sync_data()
        };
        mend().map_err(|e| StoreError::io(path, message!("could-not-set-torn-end-aside"), e))?;
        let mut journal = Self { disk, path: path.to_owned(), file, who: None, end, doubtful: false };
        if may_bind(torn(&loaded, &bytes)) {
            journal.remember_lost(loaded.entries.last().map_or((Stamp::new(0, 0), 0), |entry| (entry.at, entry.mono)))?;
        }
        Ok((journal, loaded))
    }

    /// From now on lines say that `who` wrote them, as a [`crate::domain::who::Who`] is written; gives back whom they named before.
    pub(crate) fn sign(&mut self, who: Option<String>) -> Option<String> {
        std::mem::replace(&mut self.who, who)
    }

    /// Whom lines name.
    pub(crate) fn signature(&self) -> Option<&str> {
        self.who.as_deref()
    }

    /// Writes that a line is gone which says what a participant no longer wants: nothing may leave the session, today or later.
    fn remember_lost(&mut self, (at, mono): (Stamp, u64)) -> Result<(), StoreError> {
        let (mut bytes, mut end) = (Vec::new(), self.end);
        self.put(&mut bytes, &mut end, &Event::LineLost, true, at, mono)?;
        self.write(&bytes, end).map(drop)
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
    pub(crate) fn append_as_written(&mut self, lines: &[Written]) -> Result<u64, StoreError> {
        let (mut bytes, mut end) = (Vec::new(), self.end);
        for Written { at, mono, event } in lines {
            self.put(&mut bytes, &mut end, &**event, binds(event), *at, *mono)?;
        }
        self.write(&bytes, end)
    }

    /// Puts a line behind `bytes`, which end at `end`.
    fn put<E>(&self, bytes: &mut Vec<u8>, end: &mut Tail, event: &E, binds: bool, at: Stamp, mono: u64) -> Result<(), StoreError>
    where
        E: Serialize + ?Sized,
    {
        end.last += 1;
        let body = Body { n: end.last, at: &at.rfc3339(), mono, who: self.who.as_deref(), binds, event };
        end.sum = write_line(bytes, &body, end.sum).map_err(|e| StoreError::io(&self.path, message!("could-not-word-event"), e.into()))?;
        Ok(())
    }

    fn write(&mut self, bytes: &[u8], mut end: Tail) -> Result<u64, StoreError> {
        if bytes.is_empty() {
            return Ok(self.end.last);
        }
        end.length += bytes.len() as u64;
        if self.doubtful {
            self.make_sure(bytes)?;
        }
        if let Err(why) = self.file.write_all_at(bytes, self.end.length).and_then(|()| self.file.sync_data()) {
            self.doubtful = true;
            return Err(StoreError::io(&self.path, message!("could-not-write-journal"), why));
        }
        self.end = end;
        Ok(end.last)
    }

    /// After a failure: reads the file again through a new descriptor and cuts it after the last line that was acknowledged.
    ///
    /// Lines beyond it may be there, but nobody was told that they are safe, and after a failed sync the system may show what it never
    /// wrote. They come again; what is cut off is kept only if it is not the beginning of what is written now, so that trying again and
    /// again on a full disk leaves no litter.
    fn make_sure(&mut self, coming: &[u8]) -> Result<(), StoreError> {
        let again = |e| StoreError::io(&self.path, message!("could-not-open-journal-again"), e);
        self.file = open_file(self.disk.as_ref(), &self.path).map_err(again)?;
        let bytes = read_whole(self.file.as_ref()).map_err(again)?;
        let parted = bytes.split_at_checked(position(self.end.length));
        let Some((_, beyond)) = parted.filter(|(safe, _)| parse(&self.path, safe).is_ok_and(|l| l.end == self.end)) else {
            return Err(StoreError::corrupt(&self.path, self.end.last + 1));
        };
        if !coming.starts_with(beyond) {
            set_aside(self.disk.as_ref(), &self.path, beyond).map_err(again)?;
        }
        if !beyond.is_empty() {
            cut(self.file.as_mut(), self.end.length).map_err(again)?;
        }
        self.doubtful = false;
        Ok(())
    }

    /// Something went wrong that the journal itself may not have noticed: before anything is added, the file is read again.
    pub(crate) fn doubt(&mut self) {
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

/// [`read`] on a disk.
pub fn read_on(disk: &dyn Disk, path: &Path) -> Result<Loaded, StoreError> {
    let wrong = |e| StoreError::io(path, message!("could-not-read-journal"), e);
    let file = disk.open(path, Access::Read, Links::Refused).map_err(wrong)?;
    parse(path, &read_whole(file.as_ref()).map_err(wrong)?)
}

/// The bytes of the journal at `path`, which may be no link and no larger than a journal gets.
pub(crate) fn read_file(path: &Path) -> Result<Vec<u8>, StoreError> {
    let wrong = |e| StoreError::io(path, message!("could-not-read-journal"), e);
    let file = RealDisk.open(path, Access::Read, Links::Refused).map_err(wrong)?;
    read_whole(file.as_ref()).map_err(wrong)
}

/// The file of the journal at `path`, to be written.
fn open_file(disk: &dyn Disk, path: &Path) -> io::Result<Box<dyn DiskFile>> {
    disk.open(path, Access::Write, Links::Refused)
}

/// The bytes of `file`, if it is no larger than a journal gets.
fn read_whole(file: &dyn DiskFile) -> io::Result<Vec<u8>> {
    let bytes = read_up_to(file, LARGEST + 1)?;
    if bytes.len() as u64 > LARGEST {
        return Err(io::Error::new(io::ErrorKind::InvalidData, say!("journal-larger")));
    }
    Ok(bytes)
}

/// Keeps `bytes` beside the journal at `path`, in a file of their own.
fn set_aside(disk: &dyn Disk, path: &Path, bytes: &[u8]) -> io::Result<()> {
    whole::set_aside(disk, &path.with_file_name("journal.torn"), bytes).map(drop)
}

fn cut(file: &mut dyn DiskFile, length: u64) -> io::Result<()> {
    file.set_length(length)?;
    file.sync_all()
}

/// What stands after the last whole line.
fn torn<'b>(loaded: &Loaded, bytes: &'b [u8]) -> &'b [u8] {
    bytes.get(position(loaded.end.length)..).filter(|_| loaded.torn > 0).unwrap_or_default()
}

/// A length in bytes as a position in memory; beyond everything if there is no such position.
fn position(length: u64) -> usize {
    usize::try_from(length).unwrap_or(usize::MAX)
}

/// The first line, with its line feed, and the digest that the second builds on.
pub(crate) fn beginning() -> (Vec<u8>, LineSum) {
    let by = concat!("hearback ", env!("CARGO_PKG_VERSION"));
    // A header of three plain fields always has a form.
    let mut line = serde_json::to_vec(&Header { format: FORMAT, version: VERSION, by }).unwrap_or_default();
    let sum = digest(LineSum::default(), &line);
    line.push(b'\n');
    (line, sum)
}

/// Reads the `bytes` of the journal at `path`: checks line after line until one does not follow from those before it.
pub fn parse(path: &Path, bytes: &[u8]) -> Result<Loaded, StoreError> {
    parse_by(path, bytes, FOR_TWO)
}

/// [`parse`] by two where it has more than `for_two` bytes.
fn parse_by(path: &Path, bytes: &[u8], for_two: usize) -> Result<Loaded, StoreError> {
    let Some((first, rest)) = split_line(bytes).filter(|(_, rest)| rest.is_some()) else {
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
    let end = Tail { length: first.len() as u64 + 1, sum: digest(LineSum::default(), first), last: 0 };
    let mut loaded = Loaded { end, ..Loaded::default() };
    thread::scope(|scope| {
        let later = rest.filter(|rest| rest.len() > for_two).and_then(Later::half);
        let helper = later.and_then(|later| thread::Builder::new().name("journal".into()).spawn_scoped(scope, move || later.read()).ok());
        let read = later.zip(helper).map(|(later, helper)| (later, move || helper.join().unwrap_or_default()));
        take_in(path, &mut loaded, rest, read)
    })?;
    loaded.torn = bytes.len() as u64 - loaded.end.length;
    // A wish that was being written when the power went is one.
    loaded.unheeded += usize::from(may_bind(torn(&loaded, bytes)));
    Ok(loaded)
}

/// Takes in one line of `rest` after the other, as far as each follows from those before it. The lines of `later` are read by somebody else.
fn take_in<'b, R>(path: &Path, loaded: &mut Loaded, mut rest: Option<&'b [u8]>, mut later: Option<(Later<'b>, R)>) -> Result<(), StoreError>
where
    R: FnOnce() -> Vec<Following>,
{
    let mut read = Vec::new().into_iter();
    while let Some((line, after)) = rest.and_then(split_line) {
        if let Some((_, reader)) = later.take_if(|(later, _)| rest.is_some_and(|rest| later.begins(rest, loaded.end.sum))) {
            read = reader().into_iter();
        }
        let n = loaded.end.last + 1;
        let whole = read.next().or_else(|| following(line, loaded.end.sum));
        let whole = whole.map(|(sum, entry)| (sum, entry.unwrap_or_else(|| Entry::strange(n))));
        let Some((sum, entry)) = whole.filter(|(_, entry)| entry.n == n) else {
            // A whole line after a bad one: no crash does that, because nothing is added before what is there is safe.
            // Nor is one that stands behind a hole: a line before it is gone.
            let said = Parts::of(line).and_then(|parts| Read::from_body(parts.body)).map_or(0, |read| read.n);
            if said > n || after.unwrap_or_default().split(|b| *b == b'\n').any(looks_whole) {
                return Err(StoreError::corrupt(path, loaded.end.last + 2));
            }
            break;
        };
        loaded.unended = after.is_none();
        let length = loaded.end.length + line.len() as u64 + u64::from(!loaded.unended);
        loaded.end = Tail { length, sum, last: entry.n };
        loaded.unknown += usize::from(entry.event.is_none());
        loaded.unheeded += usize::from(entry.is_unheeded());
        loaded.entries.push(entry);
        rest = after;
    }
    Ok(())
}

/// A line that follows from the one before it: its digest, and what it says, where that can be read.
type Following = (LineSum, Option<Entry>);

/// `line`, if it follows from one with the digest `before`.
fn following(line: &[u8], before: LineSum) -> Option<Following> {
    Parts::of(line).and_then(|parts| Some((parts.checked(before)?, entry_of(parts.body))))
}

/// The second half of a journal. Each line states its digest, so that what follows from one can be read before that was checked itself;
/// it counts once it was.
#[derive(Clone, Copy)]
struct Later<'b> {
    lines: &'b [u8],
    /// What the line before states.
    before: LineSum,
}

impl<'b> Later<'b> {
    /// Of these lines, if there is a line in it.
    fn half(lines: &'b [u8]) -> Option<Self> {
        let (_, behind) = lines.split_at_checked(lines.len() / 2)?;
        let later = split_line(behind)?.1?;
        let earlier = lines.get(..lines.len() - later.len() - 1)?;
        // By position: a line states it at its very end.
        Some(Self { lines: later, before: Parts::of(earlier)?.stated? })
    }

    /// Its lines, as far as each follows from those before it.
    fn read(self) -> Vec<Following> {
        let (mut read, mut rest, mut before) = (Vec::new(), Some(self.lines), self.before);
        while let Some((line, after)) = rest.and_then(split_line) {
            let Some(line) = following(line, before) else { break };
            before = line.0;
            read.push(line);
            rest = after;
        }
        read
    }

    /// Whether it begins where `rest` does, behind a line that was checked and has the digest `before`.
    fn begins(&self, rest: &[u8], before: LineSum) -> bool {
        self.lines.len() == rest.len() && self.before == before
    }
}

/// The first line of `bytes` without its line feed, and what follows that, if there is one; nothing at the end.
fn split_line(bytes: &[u8]) -> Option<(&[u8], Option<&[u8]>)> {
    let mut behind = bytes;
    // Not byte by byte: what lies in memory is searched as quickly as the processor can, and never fails.
    let length = behind.skip_until(b'\n').ok().filter(|length| *length > 0)?;
    let line = bytes.get(..length)?;
    Some(line.strip_suffix(b"\n").map_or((line, None), |line| (line, Some(behind))))
}

/// The digest of a file of the session, as lower-case hex: by this a frozen guide is known again.
pub(crate) fn fingerprint(bytes: &[u8]) -> String {
    hex(digest(LineSum::default(), bytes))
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests do to files what crashes do")]
mod tests {
    use std::fs;

    use super::*;
    use crate::disk::failing::Attempt;
    use crate::disk::failing::Breakdown;
    use crate::disk::failing::Failing;
    use crate::disk::memory::Memory;
    use crate::domain::named::Named;
    use crate::domain::time::Position;

    const AT: &str = "journal.jsonl";

    /// A disk with a journal on it, of which the writes and syncs that were told fail; such a write leaves half of it behind.
    struct JournalOnFailingDisk {
        memory: Memory,
        disk: Arc<dyn Disk>,
    }

    impl JournalOnFailingDisk {
        fn holding(bytes: &[u8]) -> Self {
            Self::failing(bytes, |_, _| false)
        }

        /// `fails` is asked with the number of the call, from 1.
        fn failing(bytes: &[u8], mut fails: impl FnMut(u32, Attempt<'_>) -> bool + Send + 'static) -> Self {
            let memory = Memory::default();
            memory.create_new(Path::new(AT)).unwrap().write_all_at(bytes, 0).unwrap();
            let mut calls = 0;
            let fate = move |attempt: Attempt<'_>| {
                if attempt.path() != Path::new(AT) {
                    return None;
                }
                calls += 1;
                fails(calls, attempt).then(|| match attempt {
                    Attempt::Write(_, bytes) => Breakdown { kind: io::ErrorKind::StorageFull, out: bytes.len() / 2 },
                    _ => Breakdown::whole(io::ErrorKind::Other),
                })
            };
            Self { disk: Arc::new(Failing::over(memory.clone(), fate)), memory }
        }

        fn open(&self) -> Journal {
            Journal::open_on(Arc::clone(&self.disk), Path::new(AT)).unwrap().0
        }

        fn bytes(&self) -> Vec<u8> {
            self.memory.read(AT).unwrap().to_vec()
        }

        /// Somebody else writes the file anew.
        fn put(&self, bytes: &[u8]) {
            let mut file = self.memory.open(Path::new(AT), Access::Write, Links::Refused).unwrap();
            file.set_length(0).and_then(|()| file.write_all_at(bytes, 0)).unwrap();
        }

        fn aside(&self) -> Vec<Vec<u8>> {
            let image = self.memory.seen();
            image.names.keys().filter(|name| *name != Path::new(AT)).map(|name| image.read(name).unwrap().to_vec()).collect()
        }
    }

    fn incident(n: u64) -> (Event, Stamp, u64) {
        let event = Event::Incident { at: Position::from_secs(n), incident: Named::Sentence(format!("number {n} «ü» \"quoted\"\n")) };
        (event, Stamp::new(1_795_390_200_000 + i64::try_from(n).unwrap(), 60), n * 10)
    }

    fn whole(count: u64) -> Vec<u8> {
        let room = JournalOnFailingDisk::holding(&[]);
        let mut journal = room.open();
        for n in 1..=count {
            journal.append(&[incident(n)]).unwrap();
        }
        room.bytes()
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
            let room = JournalOnFailingDisk::holding(&bytes[..length]);
            let mut journal = room.open();
            for n in there + 1..=12 {
                journal.append(&[incident(n)]).unwrap();
            }
            assert!(room.bytes() == bytes, "cut at {length}");
            let aside = room.aside().concat();
            assert!(aside.len() as u64 == loaded.torn && bytes[..length].ends_with(&aside), "cut at {length}");
        }
    }

    #[test]
    fn no_flipped_bit_is_believed() {
        flip(8, FOR_TWO, |_| 0..8);
        // In a longer journal one bit of every byte: all of them would be a minute of the same.
        flip(40, FOR_TWO, |at| at % 8..at % 8 + 1);
        // Nor where it is read by two.
        flip(8, 0, |at| at % 8..at % 8 + 1);
    }

    #[test]
    fn by_two_it_is_read_as_by_one() {
        let bytes = whole(12);
        // Cut anywhere, and with any line gone, or there twice.
        let cut = (0..=bytes.len()).map(|length| bytes[..length].to_vec());
        let lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
        let without = (0..lines.len()).map(|n| [&lines[..n], &lines[n + 1..]].concat().concat());
        let twice = (0..lines.len()).map(|n| [&lines[..n], &lines[n..=n], &lines[n..]].concat().concat());
        for bytes in cut.chain(without).chain(twice) {
            let [two, one] = [0, usize::MAX].map(|for_two| match parse_by(Path::new("j"), &bytes, for_two) {
                Ok(loaded) => format!("{loaded:?}"),
                Err(why) => why.to_string(),
            });
            assert_eq!(two, one, "{}", String::from_utf8_lossy(&bytes));
        }
        let second = Later::half(split_line(&bytes).unwrap().1.unwrap()).unwrap().read();
        assert!((4..=8).contains(&second.len()), "{}", second.len());
    }

    fn flip(count: u64, for_two: usize, bits: impl Fn(usize) -> std::ops::Range<usize>) {
        let bytes = whole(count);
        for at in 0..bytes.len() {
            let before = bytes[..at].split(|b| *b == b'\n').count() as u64 - 1;
            for bit in bits(at) {
                let mut hurt = bytes.clone();
                hurt[at] ^= 1 << bit;
                match parse_by(Path::new("j"), &hurt, for_two) {
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
                let room = JournalOnFailingDisk::failing(&beginning().0, move |call, _| call == fail_at || (for_ever && call > fail_at));
                let mut journal = room.open();
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
                let loaded = parse(Path::new("j"), &room.bytes()).unwrap();
                let there = numbers(&loaded);
                assert!(there.len() as u64 >= safe, "call {fail_at}: {safe} acknowledged, {} there", there.len());
                assert_eq!(there, (1..=there.len() as u64).collect::<Vec<_>>());
                assert!(for_ever || safe == 10, "one failure is outlived");
            }
        }
    }

    #[test]
    fn of_a_torn_end_that_binds_it_stays_known_that_it_did() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.jsonl");
        let mut journal = Journal::create(&path).unwrap();
        let change = r#"{"kind":"withheld","id":1,"note":3}"#;
        let (withheld, stamp): (Event, _) = (serde_json::from_str(change).unwrap(), incident(1).1);
        journal.append(&[incident(1), incident(2), (withheld, stamp, 3)]).unwrap();
        drop(journal);
        let whole = fs::read(&path).unwrap();
        for cut in [whole.len() - 1, whole.len() - 20] {
            fs::write(&path, &whole[..cut]).unwrap();
            fs::remove_file(dir.path().join("journal.torn-1")).ok();
            if cut == whole.len() - 1 {
                // Whole but for its digest: a line feed says that it was written to its end.
                let mut bytes = whole.clone();
                bytes[cut - 3] ^= 1;
                fs::write(&path, bytes).unwrap();
            }
            assert_eq!(read(&path).unwrap().unheeded, 1);
            let (_, loaded) = Journal::open(&path).unwrap();
            assert_eq!(loaded.unheeded, 1);
            let again = read(&path).unwrap();
            assert_eq!((again.unheeded, again.torn, again.entries.last().unwrap().event.clone()), (1, 0, Some(Event::LineLost)));
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
        let room = JournalOnFailingDisk::failing(&beginning().0, |call, attempt| call > 1 && matches!(attempt, Attempt::Write(..)));
        let mut journal = room.open();
        for n in 1..20 {
            let waiting: Vec<_> = (1..=n).map(incident).collect();
            assert!(matches!(journal.append(&waiting), Err(StoreError::Full { .. })));
        }
        assert_eq!(room.aside().len(), 0);
    }

    #[test]
    fn what_others_did_to_the_file_meanwhile_is_not_believed() {
        let room = JournalOnFailingDisk::failing(&beginning().0, |call, _| call == 4);
        let mut journal = room.open();
        journal.append(&[incident(1)]).unwrap();
        journal.append(&[incident(2)]).unwrap_err();
        let good = room.bytes();
        let acknowledged = whole(1).len();
        // Something foreign after what was acknowledged is kept aside; something foreign in it stops us.
        room.put(&[&good[..acknowledged], b"foreign"].concat());
        let mut hurt = good.clone();
        hurt[acknowledged / 2] ^= 1;
        journal.append(&[incident(2)]).unwrap();
        assert_eq!(room.aside(), [b"foreign".to_vec()]);
        assert_eq!(room.bytes(), whole(2));
        journal.doubtful = true;
        room.put(&hurt);
        assert!(matches!(journal.append(&[incident(3)]), Err(StoreError::Corrupt { .. })));
    }

    #[test]
    fn an_event_of_a_newer_kind_is_kept_and_passed_over() {
        let (mut bytes, sum) = beginning();
        let event = serde_json::json!({"kind": "levitated", "height": 3});
        write_line(&mut bytes, &Body { n: 1, at: &incident(1).1.rfc3339(), mono: 1, who: None, binds: false, event: &event }, sum).unwrap();
        let room = JournalOnFailingDisk::holding(&bytes);
        let (mut journal, loaded) = Journal::open_on(Arc::clone(&room.disk), Path::new(AT)).unwrap();
        assert_eq!((loaded.unknown, loaded.torn), (1, 0));
        journal.append(&[incident(2)]).unwrap();
        assert_eq!(parse(Path::new("j"), &room.bytes()).unwrap().entries.len(), 2);
    }
}
