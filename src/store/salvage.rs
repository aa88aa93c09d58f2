//! What can be saved of a journal that is damaged before its end.
//!
//! [`salvage`] reads every line that proves itself and changes nothing. [`recover`] makes a journal of them and keeps the damaged one
//! beside it, byte for byte; on a journal that is whole it does nothing, so it may be run any number of times. What is new in it (an
//! incident that says what was lost, and the session's set-up if that was lost too) comes with the same stroke, so a crash in the middle
//! leaves the damaged journal or the mended one. A line is believed if its
//! digest follows from the line before it, or if the line after it builds on it (then only its own digest is damaged). Where the line
//! before is gone altogether, nothing proves the next one: it is kept, because it most likely is whole, and counted apart.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;

use serde_json::value::RawValue;

use crate::disk::Disk;
use crate::disk::real::RealDisk;
use crate::disk::whole;
use crate::domain::event::Event;
use crate::domain::time::Stamp;
use crate::store::error::StoreError;
use crate::store::journal;
use crate::store::journal_line::Body;
use crate::store::journal_line::Entry;
use crate::store::journal_line::LineSum;
use crate::store::journal_line::Parts;
use crate::store::journal_line::Read;
use crate::store::journal_line::digest;
use crate::store::journal_line::first_end;
use crate::store::journal_line::may_bind;
use crate::store::journal_line::seal;
use crate::store::journal_line::write_line;
use crate::words::message::message;

/// What can be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Salvaged {
    /// The entries, in order, with the numbers they had.
    pub entries: Vec<Entry>,
    /// The lines that cannot be believed, from 1.
    pub lost: Vec<usize>,
    /// How many numbers there are for which no entry was saved.
    pub missing: u64,
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
    recover_on(&RealDisk, path, &journal::read_file(path)?, now, who, add)
}

/// [`recover`] on a disk, of the journal at `path` that holds `bytes`.
pub fn recover_on<F>(
    disk: &dyn Disk,
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
    let wordless = |e: serde_json::Error| StoreError::io(path, message!("could-not-word-event"), e.into());
    let mut mended = Mended::begin(now.rfc3339(), who);
    if let Some(event) = &set_up {
        mended.add(event).map_err(wordless)?;
    }
    let mut binding = saved.binding;
    for (line, n) in saved.lines.iter().zip(saved.numbers()) {
        while mended.last + 1 < n {
            mended.add_lost(&mut binding).map_err(wordless)?;
        }
        mended.keep(line).map_err(wordless)?;
    }
    for _ in 0..saved.lost_at_the_end().max(binding) {
        mended.add_lost(&mut binding).map_err(wordless)?;
    }
    mended.add(&last).map_err(wordless)?;
    let whole = mended.bytes;
    let original = whole::set_aside(disk, &path.with_file_name("journal.damaged"), bytes)
        .map_err(|e| StoreError::io(path, message!("could-not-keep-damaged-journal"), e))?;
    whole::replace_on(disk, path, &whole).map_err(|e| StoreError::io(path, message!("could-not-replace-damaged-journal"), e))?;
    Ok(Some(Recovered { original, entries: salvaged.entries.len(), lost: salvaged.lost, unproven: salvaged.unproven }))
}

/// A journal that is being made of what was saved.
struct Mended<'w> {
    bytes: Vec<u8>,
    sum: LineSum,
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
        self.write(event, event.binds())
    }

    /// Adds that a line is gone: one of the `binding` of which can be read that they say what a participant no longer wants, while there are.
    fn add_lost(&mut self, binding: &mut usize) -> Result<(), serde_json::Error> {
        let binds = *binding > 0;
        *binding = binding.saturating_sub(1);
        self.write(&Event::LineLost, binds)
    }

    fn write(&mut self, event: &Event, binds: bool) -> Result<(), serde_json::Error> {
        self.last += 1;
        let body = Body { n: self.last, at: &self.now, mono: 0, who: self.who, binds, event };
        self.sum = write_line(&mut self.bytes, &body, self.sum)?;
        Ok(())
    }

    /// Keeps a line, and all that stands on it.
    fn keep(&mut self, line: &SavedLine) -> Result<(), serde_json::Error> {
        self.last += 1;
        if line.read.n == self.last {
            self.sum = seal(&mut self.bytes, &line.body, self.sum);
            return Ok(());
        }
        // The number is the first thing on every line; all that follows stays as it stands there.
        let rest = line.body.strip_prefix(b"{\"n\":").map(|rest| rest.trim_ascii_start());
        let digits = rest.map_or(0, |rest| rest.iter().take_while(|c| c.is_ascii_digit()).count());
        let body = match rest.filter(|_| digits > 0) {
            Some(rest) => [format!("{{\"n\":{}", self.last).as_bytes(), &rest[digits..]].concat(),
            None => {
                let mut fields: BTreeMap<String, Box<RawValue>> = serde_json::from_slice(&[line.body.as_slice(), b"}"].concat())?;
                fields.insert("n".into(), serde_json::value::to_raw_value(&self.last)?);
                let mut body = serde_json::to_vec(&fields)?;
                body.pop();
                body
            }
        };
        self.sum = seal(&mut self.bytes, &body, self.sum);
        Ok(())
    }
}

/// The largest hole in the numbers that is believed: no interview loses ten thousand lines and keeps those around them.
const LARGEST_HOLE: u64 = 10_000;

/// The numbers that lines get which say that they have the numbers `said`, from `first` on. They rise, and as many lines as can be keep
/// theirs; one that says what cannot be (nothing proved it) gets the number before that of the next line that is believed.
fn numbers(said: &[u64], first: u64) -> Vec<u64> {
    // The longest rising sequence: for each length the line that ends one with the smallest number, and the line before each.
    let (mut ends, mut before): (Vec<usize>, Vec<Option<usize>>) = (Vec::new(), vec![None; said.len()]);
    for (at, n) in said.iter().enumerate() {
        if !(first..=first + at as u64 + LARGEST_HOLE).contains(n) {
            continue;
        }
        let length = ends.partition_point(|end| said[*end] < *n);
        before[at] = length.checked_sub(1).map(|shorter| ends[shorter]);
        if length < ends.len() { ends[length] = at } else { ends.push(at) }
    }
    let mut believed = vec![false; said.len()];
    let mut at = ends.last().copied();
    while let Some(line) = at {
        believed[line] = true;
        at = before[line];
    }
    let (mut numbers, mut last) = (Vec::with_capacity(said.len()), first - 1);
    for (at, n) in said.iter().enumerate() {
        let next = (at..said.len()).find(|line| believed[*line]);
        let wanted = match next {
            Some(next) if next == at => *n,
            Some(next) => said[next].saturating_sub((next - at) as u64),
            None => last + 1,
        };
        last = wanted.max(last + 1);
        numbers.push(last);
    }
    numbers
}

/// A line that was saved.
struct SavedLine {
    /// Which line of the file it is, from 1.
    number: usize,
    read: Read,
    /// It as it stands there, up to its digest.
    body: Vec<u8>,
}

impl SavedLine {
    fn of(number: usize, parts: &Parts<'_>) -> Option<Self> {
        Some(Self { number, read: Read::from_body(parts.body)?, body: parts.body.to_vec() })
    }
}

/// What was saved so far.
#[derive(Default)]
struct Saved {
    lines: Vec<SavedLine>,
    lost: Vec<usize>,
    unproven: Vec<u64>,
    /// Of how many that are lost it can be read that they say what a participant no longer wants.
    binding: usize,
}

/// A line that does not follow from the one before it, until the next one has been asked.
struct Doubtful {
    /// The digest it has if its body is as it was written and follows on the line before.
    sum: LineSum,
    /// The digest that it says it has.
    stated: Option<LineSum>,
    line: SavedLine,
}

impl Saved {
    fn from(bytes: &[u8]) -> Self {
        let mut saved = Self::default();
        let mut doubtful: Option<Doubtful> = None;
        let (first, rest) = split_header(bytes);
        let lines: Vec<(usize, &[u8])> = lines(rest).collect();
        // What the next line builds on; nothing where that is gone. A damaged header is taken to have been one of this version;
        // if it is gone together with lines after it, the end of the last of these may remain.
        let headers = [digest(LineSum::default(), first), journal::beginning().1];
        let fits = |sum: &LineSum| lines.first().and_then(|(_, line)| Parts::of(line)).is_some_and(|parts| parts.checked(*sum).is_some());
        let remains = || Parts::of(first).and_then(|parts| parts.stated);
        let reads = serde_json::from_slice::<serde::de::IgnoredAny>(first).is_ok();
        let mut before = headers.into_iter().find(fits).or_else(|| if reads { Some(headers[0]) } else { remains() });
        for (number, line) in lines {
            let Some(parts) = Parts::of(line) else {
                saved.lost.extend(doubtful.take().map(|d| d.line.number));
                saved.lost.push(number);
                before = None;
                continue;
            };
            let follows = |sum: LineSum| parts.stated == Some(digest(sum, parts.body));
            if let Some(Doubtful { sum, line, .. }) = doubtful.take_if(|d| follows(d.sum)) {
                saved.lines.push(line);
                before = Some(sum);
            }
            if let Some(Doubtful { line, .. }) = doubtful.take_if(|d| saved.stands_behind_a_hole(d, &parts)) {
                // The lines between it and the one before are gone, and what it builds on with them.
                saved.unproven.push(line.read.n);
                saved.lines.push(line);
            }
            saved.lost.extend(doubtful.take().map(|d| d.line.number));
            match (SavedLine::of(number, &parts), before) {
                (Some(line), Some(sum)) if follows(sum) => saved.lines.push(line),
                // What no digest proves has to be all that a line is.
                (Some(line), _) if !line.read.is_plain() => saved.lost.push(line.number),
                (Some(line), Some(sum)) => doubtful = Some(Doubtful { sum: digest(sum, parts.body), stated: parts.stated, line }),
                (Some(line), None) => {
                    saved.unproven.push(line.read.n);
                    saved.lines.push(line);
                }
                (None, _) => saved.lost.push(number),
            }
            before = parts.stated;
        }
        saved.lost.extend(doubtful.map(|d| d.line.number));
        saved.binding = self::lines(rest).filter(|(number, line)| saved.lost.contains(number) && may_bind(line)).count();
        saved
    }

    /// Whether the numbers say that lines are gone before `doubtful`, and the line in `next` follows on it.
    fn stands_behind_a_hole(&self, doubtful: &Doubtful, next: &Parts<'_>) -> bool {
        let n = doubtful.line.read.n;
        let hole = n > self.lines.last().map_or(0, |line| line.read.n) + 1;
        let follows = doubtful.stated.is_some_and(|sum| next.stated == Some(digest(sum, next.body)));
        hole && follows && Read::from_body(next.body).is_some_and(|read| read.n == n + 1)
    }

    /// The numbers of the lines in the mended journal; the first is the set-up's, also where that is to be made again.
    fn numbers(&self) -> Vec<u64> {
        let said: Vec<u64> = self.lines.iter().map(|line| line.read.n).collect();
        let first = self.lines.first().map(|line| line.read.entry());
        numbers(&said, if lacks_set_up(first.as_slice()) { 2 } else { 1 })
    }

    /// How many lines that cannot be believed stand after all that was saved.
    fn lost_at_the_end(&self) -> usize {
        let last = self.lines.last().map_or(0, |line| line.number);
        self.lost.iter().filter(|number| **number > last).count()
    }

    fn salvaged(&self) -> Salvaged {
        let entries: Vec<Entry> = self.lines.iter().map(|line| line.read.entry()).collect();
        let numbers = self.numbers();
        let holes = numbers.last().map_or(0, |last| last - numbers.len() as u64);
        // The set-up that is made again takes a number of its own.
        let again = u64::from(lacks_set_up(&entries));
        let missing = holes.saturating_sub(again) + self.lost_at_the_end() as u64;
        Salvaged { entries, lost: self.lost.clone(), missing, unproven: self.unproven.clone() }
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
    use crate::domain::named::Named;
    use crate::domain::session::tests::opened;
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
        let entries = saved.lines.iter().map(|line| line.read.entry());
        entries
            .map(|entry| {
                assert_eq!(entry.event, Some(incident(entry.n).0));
                entry.n
            })
            .collect()
    }

    #[test]
    fn numbers_stay_what_they_were_wherever_that_can_be() {
        for (said, first, numbered) in [
            (vec![1, 2, 3], 1, vec![1, 2, 3]),
            (vec![1, 2, 6, 7], 1, vec![1, 2, 6, 7]),
            (vec![1, 999_999_999, 4, 5], 1, vec![1, 3, 4, 5]),
            (vec![1, 2, 5, 4, 5, 6], 1, vec![1, 2, 3, 4, 5, 6]),
            (vec![1, 2, 3], 2, vec![2, 3, 4]),
            (vec![5, 6], 2, vec![5, 6]),
            (vec![1, 2, 0], 1, vec![1, 2, 3]),
            (vec![u64::MAX, u64::MAX], 1, vec![1, 2]),
            (vec![], 1, vec![]),
        ] {
            assert_eq!(crate::store::salvage::numbers(&said, first), numbered, "{said:?}");
        }
    }

    #[test]
    fn of_a_lost_line_that_binds_it_stays_known_that_it_did() {
        let (_dir, path, _) = whole();
        let (mut journal, loaded) = journal::Journal::open(&path).unwrap();
        let withheld: Event = serde_json::from_str(r#"{"kind":"withheld","id":1,"note":3}"#).unwrap();
        let at = loaded.entries[0].at;
        journal.append(&[(withheld, at, 3), incident(1)]).unwrap();
        drop(journal);
        let text = String::from_utf8(fs::read(&path).unwrap()).unwrap();
        fs::write(&path, text.replace(r#""note":3"#, r#""note":4"#)).unwrap();
        recover(&path, NOW, None, |saved| Ok(addition(saved))).unwrap().unwrap();
        let mended = journal::read(&path).unwrap();
        assert_eq!(mended.unheeded, 1, "which note it was is not known, and so nothing leaves");
        assert_eq!(mended.entries.iter().filter(|entry| entry.event == Some(Event::LineLost)).count(), 1);
    }

    #[test]
    fn lines_that_are_gone_leave_a_hole_of_their_size() {
        let (_dir, path, bytes) = whole();
        let lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
        let without: Vec<u8> = lines.iter().enumerate().filter(|(n, _)| ![4, 5].contains(n)).flat_map(|(_, line)| line.to_vec()).collect();
        fs::write(&path, &without).unwrap();
        let salvaged = salvage(&path).unwrap();
        assert_eq!((salvaged.entries.len(), salvaged.unproven.clone()), (6, vec![6]), "what stands behind the hole is believed, and said");
        recover(&path, NOW, None, |saved| Ok(addition(saved))).unwrap().unwrap();
        let there = journal::read(&path).unwrap().entries;
        // In this journal there is no set-up: it takes the first number, and those before the hole move on into it.
        let at = |n: u64| there[usize::try_from(n).unwrap() - 1].event.clone().unwrap();
        assert_eq!((at(4), at(5), at(6), at(7)), (incident(3).0, Event::LineLost, incident(6).0, incident(7).0));
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
        let opened = Opened { at: Stamp::new(1_795_390_200_000, 60), guide: Id::new("guide"), reaction_ms: 1500, ..opened() };
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
