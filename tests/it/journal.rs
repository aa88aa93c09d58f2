//! The journal from outside: whatever happens to the disk or the file, what was acknowledged is there and nothing else is believed.

use std::fs;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::Mutex;

use hearback::disk;
use hearback::disk::Access;
use hearback::disk::DiskFile;
use hearback::disk::Links;
use hearback::disk::Synced;
use hearback::domain::event::Event;
use hearback::domain::named::Named;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::store::error::StoreError;
use hearback::store::journal;
use hearback::store::journal::Journal;
use hearback::store::journal::Loaded;
use hearback::store::salvage;
use proptest::prelude::*;

/// A disk as it is in bad times. `seen` is what the system shows; `kept` is what a power cut leaves.
#[derive(Debug, Default)]
struct Disk {
    seen: Vec<u8>,
    kept: Vec<u8>,
    /// From here on the system takes for written what it failed to write ("fsyncgate"); only writing it again helps.
    forgotten: Option<usize>,
    /// What the next calls do.
    troubles: Vec<Trouble>,
}

/// What can go wrong with one call.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Trouble {
    None,
    /// A write gets so many percent of its bytes out and fails.
    Write(usize),
    /// A sync fails, and the system forgets what it had not written: a later sync succeeds without it.
    Sync,
    /// The file cannot be opened again.
    Reopen,
    /// The file cannot be cut, or nothing can be kept beside it.
    Mend,
}

#[derive(Clone, Debug, Default)]
struct Shared(Arc<Mutex<Disk>>);

impl Disk {
    /// The end of the file is now at `length`, and what comes after it is new.
    fn ends_at(&mut self, length: u64) {
        let length = usize::try_from(length).unwrap();
        self.seen.truncate(length);
        self.forgotten = self.forgotten.filter(|from| *from < length);
    }

    fn synced(&mut self) {
        self.kept.clone_from(&self.seen);
        if let Some(from) = self.forgotten {
            self.kept[from..].fill(0);
        }
    }

    /// The power fails: of what was not synced, so many percent survive.
    fn power_cut(&mut self, percent: usize) {
        let known = self.kept.len();
        if self.forgotten.is_none() && self.seen.starts_with(&self.kept) {
            let survives = (self.seen.len() - known) * percent / 100;
            self.seen.truncate(known + survives);
        } else {
            self.seen.clone_from(&self.kept);
        }
        self.forgotten = None;
        self.kept.clone_from(&self.seen);
    }
}

impl Shared {
    fn next(&self, matters: impl Fn(Trouble) -> bool) -> Option<Trouble> {
        let mut disk = self.0.lock().unwrap();
        let trouble = disk.troubles.pop()?;
        matters(trouble).then_some(trouble)
    }
}

impl disk::Disk for Shared {
    /// Something is to be kept beside the journal.
    fn create_new(&self, _: &Path) -> io::Result<Box<dyn DiskFile>> {
        if self.next(|t| t == Trouble::Mend).is_some() { Err(io::ErrorKind::StorageFull.into()) } else { Ok(Box::new(Vec::new())) }
    }

    fn open(&self, _: &Path, _: Access, _: Links) -> io::Result<Box<dyn DiskFile>> {
        if self.next(|t| t == Trouble::Reopen).is_some() { Err(io::ErrorKind::NotFound.into()) } else { Ok(Box::new(self.clone())) }
    }

    fn rename(&self, _: &Path, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn hard_link(&self, _: &Path, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn remove(&self, _: &Path) -> io::Result<()> {
        Ok(())
    }

    fn files(&self, _: &Path) -> io::Result<Vec<PathBuf>> {
        Ok(Vec::new())
    }

    fn sync_folder(&self, _: &Path) -> io::Result<Synced> {
        Ok(Synced::Done)
    }

    fn free(&self, _: &Path) -> Option<u64> {
        None
    }
}

impl DiskFile for Shared {
    fn length(&self) -> io::Result<u64> {
        self.0.lock().unwrap().seen.length()
    }

    fn read_at(&self, bytes: &mut [u8], offset: u64) -> io::Result<usize> {
        self.0.lock().unwrap().seen.read_at(bytes, offset)
    }

    fn write_all_at(&mut self, bytes: &[u8], offset: u64) -> io::Result<()> {
        let trouble = self.next(|t| matches!(t, Trouble::Write(_)));
        let mut disk = self.0.lock().unwrap();
        disk.ends_at(offset);
        let Some(Trouble::Write(percent)) = trouble else {
            disk.seen.extend_from_slice(bytes);
            return Ok(());
        };
        disk.seen.extend_from_slice(&bytes[..bytes.len() * percent / 100]);
        Err(io::ErrorKind::StorageFull.into())
    }

    fn set_length(&mut self, length: u64) -> io::Result<()> {
        if self.next(|t| t == Trouble::Mend).is_some() {
            return Err(io::Error::other("input/output error"));
        }
        self.0.lock().unwrap().ends_at(length);
        Ok(())
    }

    fn sync_data(&mut self) -> io::Result<()> {
        let trouble = self.next(|t| t == Trouble::Sync);
        let mut disk = self.0.lock().unwrap();
        if trouble.is_some() {
            let from = disk.kept.len().min(disk.seen.len());
            disk.forgotten = disk.forgotten.or(Some(from));
            return Err(io::Error::other("input/output error"));
        }
        disk.synced();
        Ok(())
    }

    /// Only after it was cut, of which what comes of it was said already.
    fn sync_all(&mut self) -> io::Result<()> {
        self.0.lock().unwrap().synced();
        Ok(())
    }
}

fn incident(n: u64) -> (Event, Stamp, u64) {
    let event = Event::Incident { at: Position::from_secs(n), incident: Named::Sentence(format!("number {n}\u{2028}\n\"é\"")) };
    (event, Stamp::new(1_795_390_200_000, 60), n)
}

/// The numbers of the events; panics if one of them is not what was handed over under its number, or stands elsewhere.
fn believed(loaded: &Loaded) -> u64 {
    for (n, event) in (1..).zip(loaded.events()) {
        assert_eq!(*event, incident(n).0);
    }
    loaded.events().count() as u64
}

#[derive(Clone, Debug)]
enum Step {
    /// So many new events are handed over, together with those that wait.
    Append(u64),
    /// The calls that follow go wrong like this.
    Troubles(Vec<Trouble>),
    /// The program is killed and started again.
    Killed,
    /// The power fails, and so many percent of what was not synced survive.
    PowerCut(usize),
}

fn steps() -> impl Strategy<Value = Vec<Step>> {
    let trouble = prop_oneof![
        3 => Just(Trouble::None),
        2 => (0_usize..=100).prop_map(Trouble::Write),
        2 => Just(Trouble::Sync),
        1 => Just(Trouble::Reopen),
        1 => Just(Trouble::Mend),
    ];
    let step = prop_oneof![
        6 => (0_u64..4).prop_map(Step::Append),
        3 => prop::collection::vec(trouble, 1..6).prop_map(Step::Troubles),
        1 => Just(Step::Killed),
        1 => (0_usize..=100).prop_map(Step::PowerCut),
    ];
    prop::collection::vec(step, 1..40)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_disk_does_what_was_acknowledged_is_there(steps in steps()) {
        let disk = Shared::default();
        let path = Path::new("journal.jsonl");
        let mut journal = Journal::open_on(Arc::new(disk.clone()), path).unwrap().0;
        // `safe` were acknowledged, `made` were handed over.
        let (mut safe, mut made) = (0, 0);
        for step in steps {
            match step {
                Step::Append(more) => {
                    made += more;
                    let waiting: Vec<_> = (safe + 1..=made).map(incident).collect();
                    if let Ok(last) = journal.append(&waiting) {
                        prop_assert_eq!(last, made);
                        safe = made;
                    }
                }
                Step::Troubles(troubles) => disk.0.lock().unwrap().troubles = troubles,
                Step::Killed | Step::PowerCut(_) => {
                    disk.0.lock().unwrap().troubles.clear();
                    // What the system took for written stays wrong in memory until the power goes; no program can see that. So a
                    // failed sync, then a kill, and no power cut before the journal is opened again, is left out here.
                    let forgotten = disk.0.lock().unwrap().forgotten.is_some();
                    match step {
                        Step::PowerCut(percent) => disk.0.lock().unwrap().power_cut(percent),
                        _ if forgotten => disk.0.lock().unwrap().power_cut(0),
                        _ => {}
                    }
                    let (again, loaded) = Journal::open_on(Arc::new(disk.clone()), path).unwrap();
                    let there = believed(&loaded);
                    prop_assert!((safe..=made).contains(&there), "{} acknowledged, {} there, {} made", safe, there, made);
                    (journal, safe, made) = (again, there, there);
                }
            }
        }
        disk.0.lock().unwrap().troubles.clear();
        disk.0.lock().unwrap().power_cut(0);
        let there = believed(&Journal::open_on(Arc::new(disk), path).unwrap().1);
        prop_assert!((safe..=made).contains(&there));
    }

    #[test]
    fn whatever_happens_to_the_file_nothing_else_is_believed(
        count in 0_u64..12,
        harms in prop::collection::vec((any::<prop::sample::Index>(), prop::collection::vec(any::<u8>(), 0..40), 0_usize..40), 0..4),
        cut in any::<prop::sample::Index>(),
    ) {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("journal.jsonl");
        let events: Vec<_> = (1..=count).map(incident).collect();
        Journal::create(&path).unwrap().append(&events).unwrap();
        let mut bytes = fs::read(&path).unwrap();
        for (at, with, length) in harms {
            let at = at.index(bytes.len() + 1);
            let end = (at + length).min(bytes.len());
            bytes.splice(at..end, with);
        }
        bytes.truncate(cut.index(bytes.len() + 1));
        fs::write(&path, &bytes).unwrap();
        match journal::read(&path) {
            Ok(loaded) => {
                let there = believed(&loaded);
                let (mut again, opened) = Journal::open(&path).unwrap();
                prop_assert_eq!(believed(&opened), there);
                // What is no longer in the journal lies beside it.
                let aside = fs::read(dir.path().join("journal.torn-1")).unwrap_or_default();
                prop_assert_eq!(aside.len() as u64, loaded.torn);
                prop_assert!(bytes.ends_with(&aside));
                again.append(&[incident(there + 1)]).unwrap();
                prop_assert_eq!(believed(&journal::read(&path).unwrap()), there + 1);
            }
            Err(StoreError::Corrupt { .. } | StoreError::Newer { .. }) => {
                prop_assert!(Journal::open(&path).is_err());
                prop_assert_eq!(&fs::read(&path).unwrap(), &bytes);
                let saved = salvage::salvage(&path).unwrap();
                for entry in saved.entries.iter().filter(|entry| !saved.unproven.contains(&entry.n)) {
                    let what = entry.event.clone().expect("a known event");
                    prop_assert!((1..=count).any(|n| incident(n).0 == what));
                }
                let add = |_: &salvage::Salvaged| Ok(salvage::Addition { set_up: None, last: incident(99).0 });
                if salvage::recover(&path, incident(99).1, None, add).is_ok_and(|done| done.is_some()) {
                    prop_assert_eq!(&fs::read(dir.path().join("journal.damaged-1")).unwrap(), &bytes);
                    prop_assert!(journal::read(&path).is_ok());
                }
            }
            Err(other) => prop_assert!(false, "{}", other),
        }
    }
}

/// A journal of a hundred notes with one bit flipped: every note before the damage is read, nothing is believed that was never written,
/// and what is salvaged lacks the damaged line at most. One bit of every eighth byte; with
/// `HEARBACK_CRASH_STATES`, every bit there is.
#[test]
fn a_flipped_bit_in_a_hundred_notes_costs_one_of_them_at_most() {
    const NOTES: u64 = 100;
    let path = Path::new("journal.jsonl");
    let disk = Shared::default();
    let (mut journal, _) = Journal::open_on(Arc::new(disk.clone()), path).unwrap();
    journal.append(&(1..=NOTES).map(incident).collect::<Vec<_>>()).unwrap();
    let bytes = disk.0.lock().unwrap().seen.clone();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|b| *b == b'\n').collect();
    let all = std::env::var_os("HEARBACK_CRASH_STATES").is_some();
    let (mut flips, mut worst, mut start) = (0, NOTES, 0);
    for (line, text) in (0..).zip(&lines) {
        for at in start..start + text.len() {
            for bit in (0..8).filter(|bit| all || at % 8 == 0 && *bit == at / 8 % 8) {
                let mut hurt = bytes.clone();
                hurt[at] ^= 1 << bit;
                let before = match journal::parse(path, &hurt) {
                    Ok(loaded) => believed(&loaded),
                    Err(StoreError::Corrupt { line: bad, .. }) => bad.saturating_sub(2),
                    Err(StoreError::Newer { .. }) => 0,
                    Err(other) => panic!("{other}"),
                };
                let whole = u64::saturating_sub(line, 1);
                assert!(before >= whole, "byte {at} bit {bit}: {whole} notes stand before the damage, {before} are read");
                let saved = salvage::salvage_bytes(&hurt);
                for entry in &saved.entries {
                    assert_eq!(entry.event, Some(incident(entry.n).0), "byte {at} bit {bit}");
                }
                let lost = (1..=NOTES).filter(|n| saved.entries.iter().all(|e| e.n != *n)).collect::<Vec<_>>();
                assert!(lost.is_empty() || lost == [line], "byte {at} bit {bit} of line {line}: {lost:?} are lost");
                worst = worst.min(saved.entries.len() as u64);
                flips += 1;
            }
        }
        start += text.len();
    }
    println!("{flips} flipped bits; of {NOTES} notes {worst} at least are salvaged");
    assert!(worst >= NOTES - 1);
}

#[test]
fn two_openings_of_a_journal_that_was_cut_in_its_first_line_mend_it_once() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.jsonl");
    fs::write(&path, "{\"format\":\"hearback/jou").unwrap();
    assert_eq!(Journal::open(&path).unwrap().1.torn, 23);
    let (mut journal, loaded) = Journal::open(&path).unwrap();
    assert_eq!((loaded.torn, loaded.entries.len()), (0, 0));
    journal.append(&[incident(1)]).unwrap();
    assert_eq!(believed(&journal::read(&path).unwrap()), 1);
}

#[cfg(unix)]
#[test]
fn a_journal_and_what_is_torn_off_it_are_private() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("journal.jsonl");
    drop(Journal::create(&path).unwrap());
    fs::write(&path, [fs::read(&path).unwrap(), b"torn".to_vec()].concat()).unwrap();
    Journal::open(&path).unwrap();
    for name in ["journal.jsonl", "journal.torn-1"] {
        assert_eq!(fs::metadata(dir.path().join(name)).unwrap().permissions().mode() & 0o777, 0o600, "{name}");
    }
}
