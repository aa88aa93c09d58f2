//! The index for searching: what can be found in the sessions of a study, beside each other in one file.
//!
//! It is never the truth: it lies in this user's cache folder and is made of the sessions, anew whenever it is not there, not whole, or of
//! another version. For each session it has two blocks: the [lines](Findable::line) that are searched, and what they were made of, line by
//! line. What is looked for is read off the first, one session after another; they are read once and kept in memory, up to a limit, because
//! reading them anew and adding them up took most of a search. Of the second only what was found is read. Whether the file is still what it
//! was is seen each time, after everything was looked at and before anything is told: one that is let go is made blank from its beginning.
//! It is looked through from one end to the other, because that is quick enough and simpler than what is quicker: of 200,000 notes (20 MB of
//! lines) any word, or the first letter of one, is found in 4 to 9 ms, reading included. SQLite's FTS5 over the same notes finds a rare word
//! in less than a tenth of that, but the first letter of one, which is what is typed first, in 120 to 175 ms; and it brings a compiler for C
//! and 2 MB of program (`benches/searching.rs` has all figures).
//!
//! A file is written beside the one before and takes its place whole, so whoever reads goes on with what they have. One process writes at a
//! time, and what one that was killed has left is cleared by the next that so much as looks ([`clear_what_was_left`]). Where something is gone
//! from the file (it was withheld, or taken back), the one before is made blank, too, when it is let go: a deleted file leaves its bytes on
//! many disks. So is everything else that is let go.

use std::cell::Cell;
use std::cell::OnceCell;
use std::collections::HashSet;
use std::fs::File;
use std::fs::OpenOptions;
use std::io;
use std::io::BufWriter;
use std::io::Read;
use std::io::Seek;
use std::io::SeekFrom;
use std::io::Write;
use std::path::Path;
use std::path::PathBuf;
use std::time::Duration;
use std::time::SystemTime;

use serde::Deserialize;
use serde::Serialize;

use crate::disk::Access;
use crate::disk::Disk;
use crate::disk::Links;
use crate::disk::lock::Lock;
use crate::disk::lock::hold;
use crate::disk::lock::is_let_go;
use crate::disk::real::RealDisk;
use crate::disk::real::create_folder;
use crate::disk::real::create_new;
use crate::disk::real::open_plain;
use crate::domain::findable::Findable;
use crate::domain::query::Query;
use crate::domain::query::Whose;
use crate::store::destroy;
use crate::store::transcript_file::Unusable;

mod scan;

/// Raised whenever what stands in the file changes its meaning. Another release of the program makes it anew in any case.
const VERSION: u32 = 5;

/// How many bytes say at the end of the file where its list of sessions begins, and what it adds up to.
const FOOT: u64 = 38;

/// More than a list of ten thousand sessions takes, and more than a session has: what claims to be larger is none of ours.
const LARGEST: u64 = 256 * 1024 * 1024;

/// As much of the lines is kept in memory, in bytes: those of half a million notes. What goes beyond is read each time.
const MOST_KEPT: u64 = 64 * 1024 * 1024;

/// The first line.
fn head() -> String {
    format!("hearback {} index {VERSION}\n", env!("CARGO_PKG_VERSION"))
}

/// A stretch of the file, and what it adds up to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
struct Block {
    at: u64,
    length: u64,
    sum: u64,
}

/// A session, as far as it is needed to know whether it is to be looked through.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct About {
    /// Its name.
    pub(crate) name: String,
    /// What its files were like when it was read; empty where they may be others without that being seen.
    pub(crate) print: String,
    /// Whose it is.
    pub(crate) participant: String,
    /// The day on which it was held.
    pub(crate) date: String,
    /// When that was, in milliseconds.
    pub(crate) held_ms: i64,
    /// The files of its transcripts that count.
    pub(crate) transcripts: Vec<String>,
    /// Why some of those are not in it.
    pub(crate) unusable: Vec<Unusable>,
}

/// A session in the index.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Entry {
    pub(crate) about: About,
    lines: Block,
    made_of: Block,
}

/// The file is not what it was when it was opened, or never was what it claims to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Torn;

impl From<io::Error> for Torn {
    fn from(_: io::Error) -> Self {
        Self
    }
}

/// How much is wanted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Most {
    /// So many are given back.
    pub(crate) hits: usize,
    /// Of those beyond so many are counted.
    pub(crate) counted: usize,
}

impl Most {
    /// All there is.
    pub(crate) const ALL: Self = Self { hits: usize::MAX, counted: 0 };
}

/// What was found: which session each is in, and how many more there are.
#[derive(Debug, Default)]
pub(crate) struct Matches {
    pub(crate) hits: Vec<(usize, Findable)>,
    pub(crate) more: usize,
}

/// An index that can be read.
#[derive(Debug)]
pub(crate) struct Index {
    file: File,
    entries: Vec<Entry>,
    /// What the file was like when it was opened: how long it is, and when it was written into.
    print: (u64, Option<SystemTime>),
    /// The lines of each session that were read, and added up.
    kept: Vec<OnceCell<Box<[u8]>>>,
    /// How many bytes those are.
    keeps: Cell<u64>,
}

impl Index {
    /// The one in the file at `path`; nothing where it cannot be read or is not to be believed.
    pub(crate) fn open(path: &Path) -> Option<Self> {
        Self::read(open_plain(path, OpenOptions::new().read(true), Links::Refused).ok()?).ok()
    }

    fn read(mut file: File) -> Result<Self, Torn> {
        let print = print_of(&file)?;
        let length = print.0;
        let mut first = vec![0; head().len()];
        file.read_exact(&mut first)?;
        let foot = length.checked_sub(FOOT).ok_or(Torn)?;
        let foot = String::from_utf8(block(&file, foot, FOOT)?).map_err(|_| Torn)?;
        let (at, sum) = foot.trim_end().split_once(' ').ok_or(Torn)?;
        let (at, sum) = (at.parse().map_err(|_| Torn)?, u64::from_str_radix(sum, 16).map_err(|_| Torn)?);
        let end = length - FOOT;
        let list = Block { at, length: end.checked_sub(at).ok_or(Torn)?, sum };
        let list = whole(&file, list)?;
        let entries = list.split(|b| *b == b'\n').filter(|line| !line.is_empty()).map(serde_json::from_slice::<Entry>);
        let entries = entries.collect::<Result<Vec<_>, _>>().map_err(|_| Torn)?;
        let kept = entries.iter().map(|_| OnceCell::new()).collect();
        if first == head().as_bytes() { Ok(Self { file, entries, print, kept, keeps: Cell::new(0) }) } else { Err(Torn) }
    }

    /// Whether the file is what it was when it was opened. One that is let go is made blank from its beginning, so that whoever has read
    /// anything of it that was blank finds this blank as well.
    fn is_as_it_was(&self) -> Result<(), Torn> {
        let is_the_same = block(&self.file, 0, head().len() as u64)? == head().as_bytes() && print_of(&self.file)? == self.print;
        if is_the_same { Ok(()) } else { Err(Torn) }
    }

    /// The lines of the `n`th session; `bytes` is room for those that are not kept.
    fn lines<'l>(&'l self, n: usize, place: Block, bytes: &'l mut Vec<u8>) -> Result<&'l [u8], Torn> {
        let cell = self.kept.get(n).ok_or(Torn)?;
        if let Some(kept) = cell.get() {
            return Ok(kept);
        }
        fill(&self.file, place, bytes)?;
        let keeps = self.keeps.get() + place.length;
        if keeps > MOST_KEPT {
            return Ok(bytes);
        }
        self.keeps.set(keeps);
        Ok(cell.get_or_init(|| bytes.as_slice().into()))
    }

    /// Reads what is looked through before anybody looks for anything, as far as it is kept, until `stop` says that it is enough.
    pub(crate) fn make_ready(&self, stop: &dyn Fn() -> bool) {
        let mut bytes = Vec::new();
        for (n, Entry { lines, .. }) in self.entries.iter().enumerate() {
            let is_enough = stop() || self.keeps.get() + lines.length > MOST_KEPT;
            // What cannot be read is met again by whoever looks for something.
            if is_enough || self.lines(n, *lines, &mut bytes).is_err() {
                return;
            }
        }
    }

    /// The sessions in it, in the order in which they are looked through.
    pub(crate) fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What `query` looks for, of all sessions but the one called `without`. Nothing where `stop` said before the end that it is enough.
    pub(crate) fn find(&self, query: &Query, without: Option<&str>, most: Most, stop: &dyn Fn() -> bool) -> Result<Option<Matches>, Torn> {
        let (mut found, mut bytes) = (Matches::default(), Vec::new());
        for (n, Entry { about, lines: place, made_of }) in self.entries.iter().enumerate() {
            let whose = Whose { session: &about.name, participant: &about.participant, date: &about.date };
            if Some(about.name.as_str()) == without || !query.admits(whose) {
                continue;
            }
            if found.hits.len() >= most.hits && found.more >= most.counted {
                break;
            }
            if stop() {
                return Ok(None);
            }
            let lines = self.lines(n, *place, &mut bytes)?;
            let these = scan::lines_that_fit(lines, query, &about.participant);
            let room = most.hits - found.hits.len();
            if room > 0 && !these.is_empty() {
                let made_of = whole(&self.file, *made_of)?;
                let mut all = made_of.split(|b| *b == b'\n');
                let mut from = 0;
                for nth in these.iter().take(room) {
                    let findable = all.nth(nth - from).and_then(|line| serde_json::from_slice(line).ok()).ok_or(Torn)?;
                    from = nth + 1;
                    found.hits.push((n, findable));
                }
            }
            found.more += these.len().saturating_sub(room);
        }
        self.is_as_it_was()?;
        Ok(Some(found))
    }
}

/// How long `file` is, and when it was written into, where that can be said.
fn print_of(file: &File) -> Result<(u64, Option<SystemTime>), Torn> {
    let about = file.metadata()?;
    Ok((about.len(), about.modified().ok()))
}

/// `length` bytes from `at` on.
fn block(mut file: &File, at: u64, length: u64) -> Result<Vec<u8>, Torn> {
    file.seek(SeekFrom::Start(at))?;
    let mut bytes = Vec::new();
    file.take(length).read_to_end(&mut bytes)?;
    if bytes.len() as u64 == length { Ok(bytes) } else { Err(Torn) }
}

/// What stands in `place`, if it adds up.
fn whole(file: &File, place: Block) -> Result<Vec<u8>, Torn> {
    let mut bytes = Vec::new();
    fill(file, place, &mut bytes)?;
    Ok(bytes)
}

/// Reads what stands in `place` into `bytes`, if it adds up.
fn fill(mut file: &File, place: Block, bytes: &mut Vec<u8>) -> Result<(), Torn> {
    if place.length > LARGEST {
        return Err(Torn);
    }
    bytes.clear();
    file.seek(SeekFrom::Start(place.at))?;
    file.take(place.length).read_to_end(bytes)?;
    if bytes.len() as u64 == place.length && scan::sum(bytes) == place.sum { Ok(()) } else { Err(Torn) }
}

/// An index that is being written. Dropped before it is finished, it leaves nothing.
pub(crate) struct Writing {
    path: PathBuf,
    file: Option<BufWriter<File>>,
    at: u64,
    entries: Vec<Entry>,
    loses: Loses,
    _lock: Lock,
}

/// Whether something that was in the file before is in this one no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Loses {
    Nothing,
    Something,
}

impl Writing {
    /// Begins one that is to lie at `path`. Fails where somebody else writes one, or where nothing can be written.
    pub(crate) fn begin(path: &Path) -> io::Result<Self> {
        let folder = path.parent().ok_or(io::ErrorKind::NotFound)?;
        if !folder.is_dir() {
            create_folder(folder)?;
        }
        let lock = lock_of(path)?.ok_or(io::ErrorKind::WouldBlock)?;
        clear(&RealDisk, &beside(path))?;
        let file = BufWriter::new(create_new(&beside(path))?);
        let (entries, loses) = (Vec::new(), Loses::Nothing);
        let mut writing = Self { path: path.to_owned(), file: Some(file), at: 0, entries, loses, _lock: lock };
        writing.put(head().as_bytes())?;
        Ok(writing)
    }

    fn put(&mut self, bytes: &[u8]) -> io::Result<Block> {
        let (at, length) = (self.at, bytes.len() as u64);
        self.file.as_mut().ok_or(io::ErrorKind::NotFound)?.write_all(bytes)?;
        self.at += length;
        Ok(Block { at, length, sum: scan::sum(bytes) })
    }

    /// Adds what can be found in a session, which was so in the index `before`, if it was.
    pub(crate) fn add(&mut self, about: About, all: &[Findable], before: Option<(&Index, &Entry)>) -> io::Result<()> {
        let lines: Vec<String> = all.iter().map(Findable::line).collect();
        self.loses_what_is_not_in(&lines, before);
        let mut made_of = Vec::new();
        for findable in all {
            serde_json::to_writer(&mut made_of, findable)?;
            made_of.push(b'\n');
        }
        let lines = lines.into_iter().fold(String::new(), |all, line| all + &line + "\n");
        let lines = self.put(lines.as_bytes())?;
        let made_of = self.put(&made_of)?;
        self.entries.push(Entry { about, lines, made_of });
        Ok(())
    }

    /// Takes a session over as it was in the index `before`.
    pub(crate) fn carry(&mut self, before: &Index, entry: &Entry) -> Result<(), Torn> {
        let (lines, made_of) = (whole(&before.file, entry.lines)?, whole(&before.file, entry.made_of)?);
        let (lines, made_of) = (self.put(&lines)?, self.put(&made_of)?);
        self.entries.push(Entry { about: entry.about.clone(), lines, made_of });
        Ok(())
    }

    /// A session of the index before is not in this one.
    pub(crate) fn leaves_out(&mut self) {
        self.loses = Loses::Something;
    }

    fn loses_what_is_not_in(&mut self, lines: &[String], before: Option<(&Index, &Entry)>) {
        let Some((index, entry)) = before else { return };
        let now: HashSet<&[u8]> = lines.iter().map(String::as_bytes).collect();
        let stays = |old: &Vec<u8>| old.split(|b| *b == b'\n').all(|line| line.is_empty() || now.contains(line));
        // What cannot be read may have been anything.
        if !whole(&index.file, entry.lines).as_ref().is_ok_and(stays) {
            self.loses = Loses::Something;
        }
    }

    /// Puts it in its place. Nothing is synced: what a power cut leaves half written is seen to be that.
    pub(crate) fn finish(mut self) -> Result<Index, Torn> {
        // What was said last is looked for most.
        self.entries.sort_by(|one, other| (other.about.held_ms, &other.about.name).cmp(&(one.about.held_ms, &one.about.name)));
        let mut list = Vec::new();
        for entry in &self.entries {
            serde_json::to_writer(&mut list, entry).map_err(|_| Torn)?;
            list.push(b'\n');
        }
        let Block { at, sum, .. } = self.put(&list)?;
        self.put(format!("{at:020} {sum:016x}\n").as_bytes())?;
        let before = match self.loses {
            Loses::Nothing => None,
            Loses::Something => open_plain(&self.path, OpenOptions::new().write(true), Links::Refused).ok(),
        };
        self.file.as_mut().ok_or(Torn)?.flush()?;
        // What is open cannot be moved on every system.
        drop(self.file.take());
        if let Err(why) = RealDisk.rename(&beside(&self.path), &self.path) {
            clear(&RealDisk, &beside(&self.path)).ok();
            return Err(why.into());
        }
        if let Some(mut before) = before {
            destroy::write_over(&mut before).ok();
        }
        Index::open(&self.path).ok_or(Torn)
    }
}

impl Drop for Writing {
    fn drop(&mut self) {
        // What was not written yet is not written any more.
        if let Some(file) = self.file.take() {
            drop(file.into_parts());
            clear(&RealDisk, &beside(&self.path)).ok();
        }
    }
}

fn lock_of(path: &Path) -> io::Result<Option<Lock>> {
    hold(&path.with_extension("lock"))
}

/// Clears what somebody who was killed has left of an index at `path`, unless somebody writes there.
pub(crate) fn clear_what_was_left(path: &Path) {
    // Where nothing lies nothing is made either.
    if beside(path).symlink_metadata().is_ok()
        && let Ok(Some(_lock)) = lock_of(path)
    {
        clear(&RealDisk, &beside(path)).ok();
    }
}

/// Whether somebody else writes an index at `path`.
pub(crate) fn is_written(path: &Path) -> bool {
    // Whoever writes has made this first.
    path.with_extension("lock").symlink_metadata().is_ok() && matches!(lock_of(path), Ok(None))
}

/// Waits until nobody else writes an index at `path`, for so long at the most: whether that is so.
pub(crate) fn is_let_go_of(path: &Path, within: Duration) -> bool {
    is_let_go(&path.with_extension("lock"), within)
}

/// What became of a file that is not to be there any more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cleared {
    /// There was none.
    Nothing,
    /// Nothing stands in it any more.
    WrittenOver,
    /// It could not be written over, only taken away.
    TakenAway,
}

/// Clears the index at `path` and what was left of it, unless somebody writes there: it cannot be made anew, or there is nothing any more that
/// it could be looked for in. Says what became of the index itself.
pub(crate) fn clear_all(path: &Path) -> io::Result<Cleared> {
    let files = [path.to_owned(), beside(path)];
    if files.iter().all(|file| file.symlink_metadata().is_err()) {
        return Ok(Cleared::Nothing);
    }
    // Where nobody can hold it, nobody can write either.
    let _lock = match lock_of(path) {
        Ok(None) => return Err(io::ErrorKind::WouldBlock.into()),
        Ok(Some(lock)) => Some(lock),
        Err(_) => None,
    };
    let [index, _] = files.map(|file| clear(&RealDisk, &file));
    index
}

/// Makes a file blank, and takes it away in any case. One that is blank may stay: nobody believes anything of it.
fn clear(disk: &dyn Disk, path: &Path) -> io::Result<Cleared> {
    let blank = match disk.open(path, Access::Write, Links::Refused) {
        Ok(mut file) => destroy::write_over(file.as_mut()),
        Err(why) if why.kind() == io::ErrorKind::NotFound => return Ok(Cleared::Nothing),
        // A link, say: it is taken away, and nothing behind it is touched.
        Err(why) => Err(why),
    };
    match (blank, disk.remove(path)) {
        (Ok(()), _) => Ok(Cleared::WrittenOver),
        (Err(_), Ok(())) => Ok(Cleared::TakenAway),
        (Err(_), Err(why)) => Err(why),
    }
}

/// Where it lies until it is finished.
fn beside(path: &Path) -> PathBuf {
    path.with_extension("new")
}

#[cfg(test)]
mod tests;
