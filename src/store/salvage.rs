//! What can be saved of a journal that is damaged before its end.
//!
//! [`salvage`] reads every line that proves itself and changes nothing. [`recover`] makes a journal of them and keeps the damaged one
//! beside it, byte for byte; on a journal that is whole it does nothing, so it may be run any number of times. What is new in it (an
//! incident that says what was lost, and the session's set-up if that was lost too) comes with the same stroke, so a crash in the middle
//! leaves the damaged journal or the mended one. A line is believed if its
//! digest follows from the line before it, or if the line after it builds on it (then only its own digest is damaged). Where the line
//! before is gone altogether, nothing proves the next one: it is kept, because it most likely is whole, and counted apart.

use std::path::Path;
use std::path::PathBuf;

use crate::domain::event::Event;
use crate::domain::time::Stamp;
use crate::store::atomic;
use crate::store::atomic::Files;
use crate::store::error::StoreError;
use crate::store::journal;
use crate::store::journal_line::Body;
use crate::store::journal_line::Entry;
use crate::store::journal_line::Parts;
use crate::store::journal_line::Read;
use crate::store::journal_line::Sum;
use crate::store::journal_line::digest;
use crate::store::journal_line::first_end;
use crate::store::journal_line::seal;
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

/// What is written into a mended journal besides what was saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addition {
    /// The set-up, before everything else; nothing if it was saved.
    pub set_up: Option<Event>,
    /// What is to be known about it, after everything else.
    pub last: Event,
}

/// What [`recover`] did.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recovered {
    /// Where the damaged journal is kept.
    pub original: PathBuf,
    /// How many entries were saved.
    pub entries: usize,
    /// The lines that could not be saved, from 1.
    pub lost: Vec<usize>,
    /// The numbers, as they were, of the entries that were kept although nothing proves them. In the new journal nothing tells them
    /// from the others but the last event.
    pub unproven: Vec<u64>,
}

impl Salvaged {
    /// The events that are known here, in order.
    pub fn events(&self) -> impl Iterator<Item = &Event> {
        self.entries.iter().filter_map(|e| e.event.as_ref())
    }

    /// Whether the session's set-up is not among them. One that only a newer hearback understands may be what stands first, and counts.
    pub fn lacks_set_up(&self) -> bool {
        lacks_set_up(&self.entries)
    }
}

fn lacks_set_up(entries: &[Entry]) -> bool {
    !matches!(entries.first(), Some(Entry { event: Some(Event::Opened(_)) | None, .. }))
}

/// Every event of a damaged journal that can be believed.
pub fn salvage(path: &Path) -> Result<Salvaged, StoreError> {
    Ok(salvage_bytes(&journal::read_file(path)?))
}

/// [`salvage`] of the bytes of a journal.
pub fn salvage_bytes(bytes: &[u8]) -> Salvaged {
    Saved::from(bytes).salvaged()
}

/// Makes a journal of what can be saved of the damaged one at `path`, which is kept as `journal.damaged-1` (or a later number), and of what
/// `add` finds missing, written at `now`. Nothing is done, and nothing returned, if the journal begins with a set-up and is whole or only
/// torn at its end: opening it mends that.
///
/// The entries keep their numbers, because other lines may name them: where lines are lost, [`Event::LineLost`] stands for each. What is
/// not known here, of events and beside them, goes over as it is. Whoever calls this holds the session.
pub fn recover<F>(path: &Path, now: Stamp, who: Option<&str>, add: F) -> Result<Option<Recovered>, StoreError>
where
    F: FnOnce(&Salvaged) -> Result<Addition, StoreError>,
{
    recover_on(&atomic::RealFiles, path, &journal::read_file(path)?, now, who, add)
}

/// [`recover`] on a disk, of the journal at `path` that holds `bytes`.
pub fn recover_on<F>(
    files: &dyn Files,
    path: &Path,
    bytes: &[u8],
    now: Stamp,
    who: Option<&str>,
    add: F,
) -> Result<Option<Recovered>, StoreError>
where
    F: FnOnce(&Salvaged) -> Result<Addition, StoreError>,
{
    match journal::parse(path, bytes) {
        Ok(loaded) if lacks_set_up(&loaded.entries) => {}
        Err(StoreError::Corrupt { .. }) => {}
        other => return other.map(|_| None),
    }
    let saved = Saved::from(bytes);
    let salvaged = saved.salvaged();
    let Addition { set_up, last } = add(&salvaged)?;
    let wordless = |e: serde_json::Error| StoreError::io(path, "put an event into words", e.into());
    let mut mended = Mended::begin(now.rfc3339(), who);
    if let Some(event) = &set_up {
        mended.add(event).map_err(wordless)?;
    }
    let mut missing = saved.lost.len() as u64;
    for line in &saved.lines {
        // A number that was believed without proof may be any.
        let gap = line.read.n.saturating_sub(mended.last + 1);
        for _ in 0..if gap <= missing { gap } else { 0 } {
            mended.add(&Event::LineLost).map_err(wordless)?;
            missing -= 1;
        }
        mended.keep(line).map_err(wordless)?;
    }
    mended.add(&last).map_err(wordless)?;
    let whole = mended.bytes;
    let original = atomic::set_aside_on(files, &path.with_file_name("journal.damaged"), bytes)
        .map_err(|e| StoreError::io(path, "keep the damaged journal", e))?;
    atomic::replace_on(files, path, &whole).map_err(|e| StoreError::io(path, "replace the damaged journal", e))?;
    Ok(Some(Recovered { original, entries: salvaged.entries.len(), lost: salvaged.lost, unproven: salvaged.unproven }))
}

/// A journal that is being made of what was saved.
struct Mended<'w> {
    bytes: Vec<u8>,
    sum: Sum,
    last: u64,
    now: String,
    /// Who mends.
    who: Option<&'w str>,
}

impl<'w> Mended<'w> {
    fn begin(now: String, who: Option<&'w str>) -> Self {
        let (bytes, sum) = journal::beginning();
        Self { bytes, sum, last: 0, now, who }
    }

    /// Adds something that was not there.
    fn add(&mut self, event: &Event) -> Result<(), serde_json::Error> {
        self.last += 1;
        let body = Body { n: self.last, at: &self.now, mono: 0, who: self.who, binds: event.binds(), event };
        self.sum = write_line(&mut self.bytes, &body, self.sum)?;
        Ok(())
    }

    /// Keeps a line, and all that stands on it.
    fn keep(&mut self, line: &Line) -> Result<(), serde_json::Error> {
        self.last += 1;
        let mut body = line.body.clone();
        if line.read.n != self.last {
            // The number is the first thing on a line that we wrote; on any other its fields are put in order anew.
            let mut fields: serde_json::Map<String, serde_json::Value> = serde_json::from_slice(&[body.as_slice(), b"}"].concat())?;
            fields.insert("n".into(), self.last.into());
            body = serde_json::to_vec(&fields)?;
            body.pop();
        }
        self.sum = seal(&mut self.bytes, &body, self.sum);
        Ok(())
    }
}

/// A line that was saved.
struct Line {
    read: Read,
    /// It as it stands there, up to its digest.
    body: Vec<u8>,
}

impl Line {
    fn of(parts: &Parts<'_>) -> Option<Self> {
        Some(Self { read: Read::from_body(parts.body)?, body: parts.body.to_vec() })
    }
}

/// What was saved so far.
#[derive(Default)]
struct Saved {
    lines: Vec<Line>,
    lost: Vec<usize>,
    unproven: Vec<u64>,
}

/// A line that does not follow from the one before it, until the next one has been asked.
struct Doubtful {
    number: usize,
    /// The digest it has if its body is as it was written.
    sum: Sum,
    line: Line,
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
            if let Some(Doubtful { sum, line, .. }) = doubtful.take_if(|d| follows(d.sum)) {
                saved.lines.push(line);
                before = Some(sum);
            }
            saved.lost.extend(doubtful.take().map(|d| d.number));
            match (Line::of(&parts), before) {
                (Some(line), Some(sum)) if follows(sum) => saved.lines.push(line),
                (Some(line), Some(sum)) => doubtful = Some(Doubtful { number, sum: digest(sum, parts.body), line }),
                (Some(line), None) => {
                    saved.unproven.push(line.read.n);
                    saved.lines.push(line);
                }
                (None, _) => saved.lost.push(number),
            }
            before = parts.stated;
        }
        saved.lost.extend(doubtful.map(|d| d.number));
        saved
    }

    fn salvaged(&self) -> Salvaged {
        let entries = self.lines.iter().filter_map(|line| line.read.entry()).collect();
        Salvaged { entries, lost: self.lost.clone(), unproven: self.unproven.clone() }
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
    use crate::domain::event::Opened;
    use crate::domain::guide::Id;
    use crate::domain::guide::Round;
    use crate::domain::incident::Named;
    use crate::domain::time::Position;
    use crate::store::journal::Journal;

    const COUNT: u64 = 8;

    fn incident(n: u64) -> (Event, Stamp, u64) {
        let event = Event::Incident { at: Position::from_secs(n), incident: Named::Sentence(format!("number {n} «ü» \"quoted\"")) };
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
        let entries = saved.lines.iter().filter_map(|line| line.read.entry());
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

    /// What a caller adds: a set-up where there is none, and an incident.
    fn addition(saved: &Salvaged) -> Addition {
        let opened = Opened {
            at: Stamp::new(1_795_390_200_000, 60),
            id: String::new(),
            participant: "P07".into(),
            round: Round::First,
            setting: String::new(),
            present: String::new(),
            guide: Id::new("guide"),
            guide_version: "1.0".into(),
            guide_sum: String::new(),
            reaction_ms: 1500,
        };
        Addition { set_up: saved.lacks_set_up().then_some(Event::Opened(opened)), last: incident(99).0 }
    }

    const NOW: Stamp = Stamp::new(1_795_390_300_000, 60);

    fn events(path: &Path) -> Vec<Event> {
        journal::read(path).unwrap().events().cloned().collect()
    }

    #[test]
    fn recovering_keeps_the_original_and_may_be_repeated() {
        let (dir, path, whole) = whole();
        // There is no set-up in it: it is written before all else, and nothing is lost.
        let done = recover(&path, NOW, Some("I1@a3f9"), |saved| Ok(addition(saved))).unwrap().unwrap();
        assert_eq!((done.entries, done.lost, done.unproven), (8, vec![], vec![]));
        assert_eq!(fs::read(dir.path().join("journal.damaged-1")).unwrap(), whole);
        let there = events(&path);
        assert!(matches!(there[0], Event::Opened(_)) && there[1] == incident(1).0 && there[9] == incident(99).0, "{there:?}");
        assert_eq!(recover(&path, NOW, Some("I1@a3f9"), |saved| Ok(addition(saved))).unwrap(), None);

        let mut bytes = fs::read(&path).unwrap();
        let hurt = bytes.windows(8).position(|w| w == b"number 5").unwrap();
        bytes[hurt] ^= 1;
        fs::write(&path, &bytes).unwrap();
        assert!(matches!(Journal::open(&path), Err(StoreError::Corrupt { line: 7, .. })));
        assert_eq!(fs::read(&path).unwrap(), bytes, "refusing changes nothing");
        let salvaged = salvage(&path).unwrap();
        assert_eq!((salvaged.entries.len(), salvaged.lost, salvaged.unproven), (9, vec![7], vec![]));
        let done = recover(&path, NOW, Some("I1@a3f9"), |saved| Ok(addition(saved))).unwrap().unwrap();
        assert_eq!((done.entries, done.lost, done.unproven), (9, vec![7], vec![]));
        assert_eq!(fs::read(dir.path().join("journal.damaged-2")).unwrap(), bytes);
        let (mut journal, loaded) = Journal::open(&path).unwrap();
        assert_eq!((loaded.entries.len(), loaded.torn), (11, 0));
        let there: Vec<_> = loaded.entries.iter().map(|entry| (entry.n, entry.event.clone().unwrap())).collect();
        assert_eq!((&there[5], &there[6]), (&(6, Event::LineLost), &(7, incident(6).0)), "what follows the lost line keeps its number");
        journal.append(&[incident(9)]).unwrap();
        assert_eq!(recover(&path, NOW, Some("I1@a3f9"), |saved| Ok(addition(saved))).unwrap(), None);
        assert_eq!(events(&path).iter().filter(|e| matches!(e, Event::Opened(_))).count(), 1);
    }

    #[test]
    fn what_cannot_be_added_to_is_left_as_it_is() {
        let (dir, path, whole) = whole();
        let refused = |_: &Salvaged| Err(StoreError::Empty(path.clone()));
        assert!(matches!(recover(&path, NOW, None, refused), Err(StoreError::Empty(_))));
        assert_eq!((fs::read(&path).unwrap(), fs::read_dir(dir.path()).unwrap().count()), (whole, 1));
    }
}
