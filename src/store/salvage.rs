//! What can be saved of a journal that is damaged before its end.
//!
//! [`salvage`] reads every line that proves itself and changes nothing. [`recover`] makes a journal of them and keeps the damaged one
//! beside it, byte for byte; on a journal that is whole it does nothing, so it may be run any number of times. A line is believed if its
//! digest follows from the line before it, or if the line after it builds on it (then only its own digest is damaged). Where the line
//! before is gone altogether, nothing proves the next one: it is kept, because it most likely is whole, and counted apart.

use std::path::Path;
use std::path::PathBuf;

use crate::store::atomic;
use crate::store::error::StoreError;
use crate::store::journal;
use crate::store::journal_line::Body;
use crate::store::journal_line::Entry;
use crate::store::journal_line::Parts;
use crate::store::journal_line::Read;
use crate::store::journal_line::Sum;
use crate::store::journal_line::digest;
use crate::store::journal_line::first_end;
use crate::store::journal_line::write_line;

/// What can be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// The entries, in order, with the numbers they had.
    pub entries: Vec<Entry>,
    /// The lines that cannot be believed, from 1.
    pub lost: Vec<usize>,
    /// The numbers of entries that read well but that nothing proves, because the line before them is gone.
    pub unproven: Vec<u64>,
}

/// What [`recover`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Where the damaged journal is kept.
    pub original: PathBuf,
    /// How many entries the new one holds.
    pub entries: usize,
    /// The lines that could not be saved, from 1.
    pub lost: Vec<usize>,
    /// The numbers, as they were, of the entries that were kept although nothing proves them. In the new journal nothing tells them
    /// from the others, so whoever calls this writes an incident about them.
    pub unproven: Vec<u64>,
}

/// Every event of a damaged journal that can be believed.
pub fn salvage(path: &Path) -> Result<Salvaged, StoreError> {
    let saved = Saved::from(&journal::read_file(path)?);
    Ok(Salvaged { entries: saved.lines.iter().filter_map(Read::entry).collect(), lost: saved.lost, unproven: saved.unproven })
}

/// Makes a journal of what can be saved of the damaged one at `path`, which is kept as `journal.damaged-1` (or a later number). Nothing
/// is done, and nothing returned, if the journal is whole or only torn at its end: opening it mends that.
///
/// The entries are numbered anew; events that are not known here go over as they are. Whoever calls this holds the session.
pub fn recover(path: &Path) -> Result<Option<Recovered>, StoreError> {
    match journal::read(path) {
        Err(StoreError::Corrupt { .. }) => {}
        other => return other.map(|_| None),
    }
    let bytes = journal::read_file(path)?;
    let saved = Saved::from(&bytes);
    let (mut whole, mut sum) = journal::beginning();
    for (n, Read { at, mono, event, .. }) in (1..).zip(&saved.lines) {
        sum = write_line(&mut whole, &Body { n, at, mono: *mono, event: &**event }, sum)
            .map_err(|e| StoreError::io(path, "put an event into words", e.into()))?;
    }
    let original = atomic::set_aside(&path.with_file_name("journal.damaged"), &bytes)
        .map_err(|e| StoreError::io(path, "keep the damaged journal", e))?;
    atomic::replace(path, &whole).map_err(|e| StoreError::io(path, "replace the damaged journal", e))?;
    Ok(Some(Recovered { original, entries: saved.lines.len(), lost: saved.lost, unproven: saved.unproven }))
}

/// What was saved so far.
#[derive(Default)]
struct Saved {
    lines: Vec<Read>,
    lost: Vec<usize>,
    unproven: Vec<u64>,
}

/// A line that does not follow from the one before it, until the next one has been asked.
struct Doubtful {
    number: usize,
    /// The digest it has if its body is as it was written.
    sum: Sum,
    read: Read,
}

impl Saved {
    fn from(bytes: &[u8]) -> Self {
        let mut saved = Self::default();
        let mut doubtful: Option<Doubtful> = None;
        let (first, rest) = split_header(bytes);
        let lines: Vec<(usize, &[u8])> = lines(rest).collect();
        // What the next line builds on; nothing where that is gone. A damaged header is taken to have been one of this version;
        // if it is gone together with lines after it, the end of the last of these may remain.
        let headers = [digest(Sum::default(), first), journal::beginning().1];
        let fits = |sum: &Sum| lines.first().and_then(|(_, line)| Parts::of(line)).is_some_and(|parts| parts.checked(*sum).is_some());
        let remains = || Parts::of(first).and_then(|parts| parts.stated);
        let reads = serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok();
        let mut before = headers.into_iter().find(fits).or_else(|| if reads { Some(headers[0]) } else { remains() });
        for (number, line) in lines {
            let Some(parts) = Parts::of(line) else {
                saved.lost.extend(doubtful.take().map(|d| d.number));
                saved.lost.push(number);
                before = None;
                continue;
            };
            let follows = |sum: Sum| parts.stated == Some(digest(sum, parts.body));
            if let Some(Doubtful { sum, read, .. }) = doubtful.take_if(|d| follows(d.sum)) {
                saved.lines.push(read);
                before = Some(sum);
            }
            saved.lost.extend(doubtful.take().map(|d| d.number));
            match (Read::from_body(parts.body), before) {
                (Some(read), Some(sum)) if follows(sum) => saved.lines.push(read),
                (Some(read), Some(sum)) => doubtful = Some(Doubtful { number, sum: digest(sum, parts.body), read }),
                (Some(read), None) => {
                    saved.unproven.push(read.n);
                    saved.lines.push(read);
                }
                (None, _) => saved.lost.push(number),
            }
            before = parts.stated;
        }
        saved.lost.extend(doubtful.map(|d| d.number));
        saved
    }
}

/// The first line of a journal and what follows it, also where the line feed between them is lost.
fn split_header(bytes: &[u8]) -> (&[u8], &[u8]) {
    let line = bytes.split(|b| *b == b'\n').next().unwrap_or_default();
    let end = line.windows(2).position(|window| window == b"\"}").map_or(line.len(), |at| at + 2);
    (bytes.get(..end).unwrap_or_default(), bytes.get(end + 1..).unwrap_or_default())
}

/// The lines after the first with their numbers; lines that were run together by the loss of a line feed come apart.
fn lines(bytes: &[u8]) -> impl Iterator<Item = (usize, &[u8])> {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    (2..).zip(bytes.split(|b| *b == b'\n')).flat_map(|(number, line)| {
        let mut rest = Some(line);
        std::iter::from_fn(move || {
            let line = rest?;
            let end = first_end(line);
            rest = end.and_then(|end| line.get(end + 1..)).filter(|rest| !rest.is_empty());
            Some((number, end.and_then(|end| line.get(..end)).unwrap_or(line)))
        })
    })
}

#[cfg(test)]
#[expect(clippy::disallowed_methods, reason = "tests do to files what crashes do")]
mod tests {
    use std::fs;

    use super::*;
    use crate::domain::event::Event;
    use crate::domain::time::Position;
    use crate::domain::time::Stamp;
    use crate::store::journal::Journal;

    const COUNT: u64 = 8;

    fn incident(n: u64) -> (Event, Stamp, u64) {
        let event = Event::Incident { at: Position::from_secs(n), what: format!("number {n} «ü» \"quoted\"") };
        (event, Stamp::new(1_795_390_200_000, 60), n)
    }

    /// A journal with [`COUNT`] events, in a folder of its own.
    fn whole() -> (tempfile::TempDir, PathBuf, Vec<u8>) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.jsonl");
        let events: Vec<_> = (1..=COUNT).map(incident).collect();
        Journal::create(&path).unwrap().append(&events).unwrap();
        let bytes = fs::read(&path).unwrap();
        (dir, path, bytes)
    }

    /// The numbers of what was saved; panics if anything is not as it was written.
    fn numbers(saved: &Saved) -> Vec<u64> {
        let entries = saved.lines.iter().filter_map(Read::entry);
        entries
            .map(|entry| {
                assert_eq!(entry.event, Some(incident(entry.n).0));
                entry.n
            })
            .collect()
    }

    #[test]
    fn one_flipped_bit_costs_at_most_the_line_it_is_in() {
        let (_dir, _, bytes) = whole();
        for at in 0..bytes.len() {
            let line = bytes[..at].split(|b| *b == b'\n').count() as u64 - 1;
            for bit in 0..8 {
                let mut hurt = bytes.clone();
                hurt[at] ^= 1 << bit;
                let saved = Saved::from(&hurt);
                let there = numbers(&saved);
                let missing: Vec<u64> = (1..=COUNT).filter(|n| !there.contains(n)).collect();
                assert!(missing.is_empty() || missing == [line], "byte {at} bit {bit}: {missing:?} of line {line}");
            }
        }
    }

    #[test]
    fn a_lost_piece_costs_the_lines_it_is_in() {
        let (_dir, _, bytes) = whole();
        for size in [64, 512] {
            for at in (0..bytes.len() - size).step_by(7) {
                let mut hurt = bytes.clone();
                hurt[at..at + size].fill(0);
                let line = |end: usize| bytes[..end].split(|b| *b == b'\n').count() as u64 - 1;
                let there = numbers(&Saved::from(&hurt));
                let missing: Vec<u64> = (1..=COUNT).filter(|n| !there.contains(n)).collect();
                assert!(missing.iter().all(|n| (line(at)..=line(at + size)).contains(n)), "{size} bytes at {at}: {missing:?}");
            }
        }
    }

    #[test]
    fn recovering_keeps_the_original_and_may_be_repeated() {
        let (dir, path, mut bytes) = whole();
        assert_eq!(recover(&path).unwrap(), None);
        let hurt = bytes.windows(8).position(|w| w == b"number 5").unwrap();
        bytes[hurt] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(Journal::open(&path), Err(StoreError::Corrupt { line: 6, .. })));
        assert_eq!(fs::read(&path).unwrap(), bytes, "refusing changes nothing");
        let salvaged = salvage(&path).unwrap();
        assert_eq!((salvaged.entries.len(), salvaged.lost, salvaged.unproven), (7, vec![6], vec![]));
        let done = recover(&path).unwrap().unwrap();
        assert_eq!((done.entries, done.lost, done.unproven), (7, vec![6], vec![]));
        assert_eq!(fs::read(dir.path().join("journal.damaged-1")).unwrap(), bytes);
        let (mut journal, loaded) = Journal::open(&path).unwrap();
        assert_eq!((loaded.entries.len(), loaded.torn), (7, 0));
        journal.append(&[incident(9)]).unwrap();
        assert_eq!(recover(&path).unwrap(), None);
    }
}
