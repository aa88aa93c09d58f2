//! The power goes, or the program is killed, while something is made silent in a take: what is there afterwards?
//!
//! As with interviews, for each call to the disk every state is built in which a power cut may leave it. As it is found, the take is the
//! recording: never missing, never another sound than one that the journal knows. Opened again, it is the old take with nothing left
//! beside it, or the new one with the old sound under no name and one receipt. Opening it is itself cut short after each of its calls.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use hearback::audio::take::Take;
use hearback::audio::take::silence::digest;
use hearback::disk::Access;
use hearback::disk::Disk;
use hearback::disk::DiskFile;
use hearback::disk::Links;
use hearback::disk::Synced;
use hearback::disk::failing::Attempt;
use hearback::disk::failing::Breakdown;
use hearback::disk::failing::Failing;
use hearback::disk::memory::Image;
use hearback::disk::memory::Memory;
use hearback::disk::whole;
use hearback::domain::digest::Digest;
use hearback::domain::event::Event;
use hearback::domain::guide::Guide;
use hearback::domain::recording::OnDisk;
use hearback::domain::recording::TakeSound;
use hearback::domain::recording::TakeState;
use hearback::domain::recording::compare;
use hearback::domain::silencing::plan;
use hearback::domain::time::Frames;
use hearback::domain::time::Position;
use hearback::domain::timeline::TakeNumber;
use hearback::domain::withheld::What;
use hearback::domain::withheld::Withheld;
use hearback::domain::withheld::WithheldId;
use hearback::shell::archive::sessions::Found;
use hearback::shell::archive::silencing::Place;
use hearback::shell::archive::silencing::complete;
use hearback::shell::archive::silencing::silence;
use hearback::store::error::StoreError;
use hearback::store::journal;
use hearback::store::journal::Journal;

use crate::fates;
use crate::guide;
use crate::interview::NOW;
use crate::interview::opened;
use crate::interview::rate;
use crate::power::Dice;
use crate::power::Fate;
use crate::power::JOURNAL;
use crate::power::Platter;
use crate::power::found;

const TAKE: &str = "take-001.wav";
const CLIP: &str = "clips/clip.wav";
/// A clip that a backup has, too.
const KEPT: &str = "clips/kept.wav";
/// A sample that stands in what is withheld and nowhere else.
const SECRET: i16 = 0x5a5b;
/// From where to where that is, in frames and in milliseconds: at a thousand frames a second that is the same.
const HELD: std::ops::Range<u64> = 1_200..1_900;
const FRAMES: u64 = 3_000;

/// A disk that knows no second names, as memory sticks, or cannot sync its folders, as some shared ones.
#[derive(Clone, Debug)]
struct Lesser(Memory, Kind);

impl Disk for Lesser {
    fn create_new(&self, path: &Path) -> io::Result<Box<dyn DiskFile>> {
        self.0.create_new(path)
    }
    fn open(&self, path: &Path, access: Access, links: Links) -> io::Result<Box<dyn DiskFile>> {
        self.0.open(path, access, links)
    }
    fn rename(&self, from: &Path, to: &Path) -> io::Result<()> {
        self.0.rename(from, to)
    }
    fn hard_link(&self, from: &Path, to: &Path) -> io::Result<()> {
        if self.1 == Kind::Stick { Err(io::ErrorKind::Unsupported.into()) } else { self.0.hard_link(from, to) }
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.0.remove(path)
    }
    fn files(&self, folder: &Path) -> io::Result<Vec<PathBuf>> {
        self.0.files(folder)
    }
    fn sync_folder(&self, folder: &Path) -> io::Result<Synced> {
        if self.1 == Kind::Shared { Ok(Synced::CannotBe) } else { self.0.sync_folder(folder) }
    }
    fn free(&self, folder: &Path) -> Option<u64> {
        self.0.free(folder)
    }
}

/// What a disk can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    /// All that is asked of it.
    Disk,
    /// No second names.
    Stick,
    /// It cannot sync its folders.
    Shared,
}

fn over(memory: &Memory, kind: Kind) -> Arc<dyn Disk> {
    match kind {
        Kind::Disk => Arc::new(memory.clone()),
        Kind::Stick | Kind::Shared => Arc::new(Lesser(memory.clone(), kind)),
    }
}

fn sample(at: u64) -> i16 {
    if HELD.contains(&at) { SECRET } else { i16::try_from(at % 500).unwrap() + 1 }
}

/// A session that is over, of which a stretch is withheld.
fn session() -> Image {
    let disk = Memory::default();
    let format = hearback::audio::StreamFormat { rate: rate(), channels: 1 };
    let mut take = Take::create(&disk, Path::new(""), TakeNumber::FIRST, format).unwrap();
    take.write(&(0..FRAMES).map(sample).collect::<Vec<_>>()).unwrap();
    take.settle().unwrap();
    let (frames, sha256) = digest(&disk, Path::new(TAKE)).unwrap().unwrap();
    whole::replace_on(&disk, Path::new("take-001.peaks"), &SECRET.to_le_bytes().repeat(40)).unwrap();
    whole::replace_on(&disk, Path::new(CLIP), &SECRET.to_le_bytes().repeat(40)).unwrap();
    whole::replace_on(&disk, Path::new(KEPT), b"nothing of it").unwrap();
    disk.hard_link(Path::new(KEPT), Path::new("backup/clip.wav")).unwrap();
    let path = Path::new(JOURNAL);
    Journal::prepare(&disk, path).unwrap();
    let (mut journal, _) = Journal::open_on(Arc::new(disk.clone()), path).unwrap();
    let (take, at) = (TakeNumber::FIRST, Position::START);
    let (from, to) = (Position::from_millis(HELD.start), Position::from_millis(HELD.end - 2));
    let withheld = Withheld { id: WithheldId(1), what: Some(What::Stretch(from, to)), reason: String::new() };
    let events = [
        Event::Opened(opened()),
        Event::Began { on: None },
        Event::TakeStarted { take, at, rate: rate(), channels: 1, device: "a microphone".into() },
        Event::TakeClosed { take, frames, rate: Some(rate()), channels: Some(1), sha256: Some(sha256) },
        Event::Ended { at: Position::from_millis(FRAMES), why: None },
        Event::Withheld(withheld),
    ];
    journal.append(&events.map(|event| (event, NOW, 0))).unwrap();
    disk.seen()
}

fn open(disk: &Arc<dyn Disk>, guide: &Guide) -> Result<(Journal, Found), String> {
    let (journal, loaded) = Journal::open_on(Arc::clone(disk), Path::new(JOURNAL)).map_err(|e| format!("the journal: {e}"))?;
    let found = Found::of(guide.clone(), "", &loaded).ok_or("no session")?;
    Ok((journal, found))
}

#[expect(clippy::unnecessary_wraps, reason = "what it stands for may fail")]
fn copies(_: TakeNumber, _: Option<&[(Position, Position)]>) -> Result<Vec<PathBuf>, StoreError> {
    Ok(vec![PathBuf::from(CLIP), PathBuf::from(KEPT)])
}

fn place(disk: &dyn Disk) -> Place<'_> {
    let (folder, receipts) = (Path::new(""), Path::new("receipts"));
    Place { disk, folder, name: "2026-11-22-P07-first", receipts, copies: &copies, who: Some("I1@a3f9"), now: NOW }
}

/// Makes it silent; what comes of that is for what is on the disk to say.
fn go(disk: &Arc<dyn Disk>, guide: &Guide) -> Result<(), String> {
    let (mut journal, mut found) = open(disk, guide)?;
    let plan = plan(&found.session, |_| None);
    for one in &plan.takes {
        silence(&place(disk.as_ref()), &mut found, &mut journal, one).map_err(|e| e.to_string())?;
    }
    Ok(())
}

/// Opens it again, as whoever comes next does.
fn reopen(disk: &Arc<dyn Disk>, guide: &Guide) -> Result<Vec<String>, String> {
    let (mut journal, mut found) = open(disk, guide)?;
    complete(&place(disk.as_ref()), &mut found, &mut journal).map_err(|e| format!("it cannot be completed: {e}"))
}

fn holds_secret(bytes: &[u8]) -> bool {
    bytes.windows(4).any(|four| four == SECRET.to_le_bytes().repeat(2))
}

/// What `hearback verify` says of the take as it is found: nothing was mended yet.
fn verify(image: &Image, guide: &Guide) -> Result<(), String> {
    let bytes = image.read(JOURNAL).ok_or("the journal is gone")?;
    let loaded = journal::parse(Path::new(JOURNAL), bytes).map_err(|e| e.to_string())?;
    let found = Found::of(guide.clone(), "", &loaded).ok_or("no session")?;
    let disk = Memory::holding(image.clone());
    let lies = |_| match digest(&disk, Path::new(TAKE)).unwrap() {
        Some((frames, sha256)) => OnDisk::Sound(TakeSound { frames, rate: rate(), channels: 1, sha256: Some(sha256) }),
        None => OnDisk::Nothing,
    };
    let checked = compare(&found.session, lies);
    let state = checked.first().map(|take| take.state);
    if state == Some(TakeState::Same) { Ok(()) } else { Err(format!("a good take is said to be {state:?}")) }
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    AsItWas,
    Silent,
}

/// What is there after it was opened again.
fn check(disk: &Memory, guide: &Guide, was: Digest) -> Result<End, String> {
    let image = disk.seen();
    verify(&image, guide)?;
    let (_, found) = open(&over(disk, Kind::Disk), guide)?;
    let facts = found.session.takes()[&TakeNumber::FIRST].clone();
    if facts.silencing.is_some() {
        return Err("it is still being made silent".into());
    }
    let (frames, is) = digest(disk, Path::new(TAKE)).unwrap().ok_or("the take is gone")?;
    if frames != Frames(FRAMES) {
        return Err(format!("{frames:?} frames"));
    }
    let hidden: Vec<_> = image.names.keys().filter(|name| name.to_string_lossy().starts_with(".take")).collect();
    if !hidden.is_empty() {
        return Err(format!("{hidden:?} is left"));
    }
    let secret: Vec<_> = found_in(&image);
    let receipts = image.names.keys().filter(|name| name.starts_with("receipts") && name.extension().is_some_and(|e| e == "json")).count();
    if facts.silenced.is_empty() {
        let whole = is == was && secret.len() == 3 && receipts == 0;
        return if whole { Ok(End::AsItWas) } else { Err(format!("it is as it was, with {secret:?} and {receipts} receipts")) };
    }
    let only = facts.silenced.len() == 1 && facts.silenced[0].ids == [WithheldId(1)] && facts.silenced[0].was == was;
    let silent = is == facts.silenced[0].sha256 && secret.is_empty() && receipts == 1;
    if only && silent { Ok(End::Silent) } else { Err(format!("it is silent, with {secret:?}, {receipts} receipts, {facts:?}")) }
}

/// What the receipts tell of the files.
fn files_of(image: &Image) -> String {
    let receipts = image.names.iter().filter(|(name, _)| name.starts_with("receipts") && name.extension().is_some_and(|e| e == "json"));
    let told = receipts.map(|(_, file)| serde_json::from_slice::<serde_json::Value>(&image.files[*file]).unwrap()["files"].to_string());
    told.collect::<Vec<_>>().join(" and ")
}

/// The names under which what was withheld is still to be found.
fn found_in(image: &Image) -> Vec<PathBuf> {
    found(image).into_iter().filter(|(_, bytes)| holds_secret(bytes)).map(|(name, _)| name).collect()
}

#[derive(Default)]
struct Tally {
    states: usize,
    within: usize,
    silent: usize,
    wrong: Vec<String>,
}

impl Tally {
    fn look(&mut self, image: &Image, kind: Kind, guide: &Guide, was: Digest, dice: &mut Dice, least: End) -> Result<(), String> {
        self.states += 1;
        verify(image, guide)?;
        let disk = Memory::holding(image.clone());
        reopen(&over(&disk, kind), guide)?;
        let end = check(&disk, guide, was)?;
        self.silent += usize::from(end == End::Silent);
        if least == End::Silent && end != End::Silent {
            return Err("it was said to be silent, and is not".into());
        }
        let again = Memory::holding(disk.seen());
        reopen(&over(&again, kind), guide)?;
        if found(&again.seen()) != found(&disk.seen()) {
            return Err(format!("opening it twice changed it again: {:?}", again.calls()));
        }
        // Opening it is cut short as well.
        let (mut platter, mut known) = (Platter::holding(image.clone()), BTreeSet::from([found(image), found(&disk.seen())]));
        for (n, call) in disk.calls().iter().enumerate() {
            platter.take(call);
            let count = platter.pending.len();
            let some: Vec<Fate> = platter.pending.iter().map(|(call, _)| Fate::of(call)).map(|c| c[dice.below(c.len())]).collect();
            for fates in [vec![Fate::Whole; count], vec![Fate::Lost; count], some] {
                let left = platter.left(&fates);
                if !known.insert(found(&left)) {
                    continue;
                }
                self.within += 1;
                let within = |what| format!("{what}, after opening it was cut short after call {n} ({call:?}), {fates:?}");
                verify(&left, guide).map_err(within)?;
                let disk = Memory::holding(left);
                reopen(&over(&disk, kind), guide).map_err(within)?;
                let second = check(&disk, guide, was).map_err(within)?;
                if second != end {
                    return Err(within(format!("{second:?} and not {end:?}")));
                }
            }
        }
        Ok(())
    }
}

#[test]
fn whatever_a_crash_leaves_of_making_silent_it_is_the_old_take_or_the_new_one() {
    let (guide, before) = (guide(), session());
    let (_, was) = digest(&Memory::holding(before.clone()), Path::new(TAKE)).unwrap().unwrap();
    for kind in [Kind::Disk, Kind::Stick] {
        let disk = Memory::holding(before.clone());
        go(&over(&disk, kind), &guide).unwrap();
        assert_eq!(check(&disk, &guide, was), Ok(End::Silent));
        let seen = disk.seen();
        if kind == Kind::Disk {
            assert!(!seen.files.iter().any(|bytes| holds_secret(bytes)), "under no name either: it was written over");
        }
        let mut tally = Tally::default();
        let (calls, mut platter) = (disk.calls(), Platter::holding(before.clone()));
        for n in 0..=calls.len() {
            let least = if n == calls.len() { End::Silent } else { End::AsItWas };
            let (mut known, mut dice) = (BTreeSet::new(), Dice((n as u64) << 20));
            // What a kill of the program alone leaves, too: everything.
            let all = std::iter::once(vec![Fate::Whole; platter.pending.len()]);
            for fates in all.chain((0..3).flat_map(|round| fates(&platter, round, &mut Dice((n as u64) << 20 | round)))) {
                let image = platter.left(&fates);
                if known.insert(found(&image))
                    && let Err(what) = tally.look(&image, kind, &guide, was, &mut dice, least)
                {
                    tally.wrong.push(format!("{what}\n  after call {n} ({:?}), {fates:?}", calls.get(n.wrapping_sub(1))));
                }
            }
            // The program alone is killed, and opened again; then the power goes, while nothing has made safe what was done before the kill.
            let killed = Memory::holding(platter.seen());
            reopen(&over(&killed, kind), &guide).unwrap();
            let mut since = platter.clone();
            for (k, call) in killed.calls().iter().enumerate() {
                since.take(call);
                for fates in fates(&since, 0, &mut dice) {
                    let image = since.left(&fates);
                    if known.insert(found(&image))
                        && let Err(what) = tally.look(&image, kind, &guide, was, &mut dice, End::AsItWas)
                    {
                        tally
                            .wrong
                            .push(format!("{what}\n  after a kill after call {n} and the power after call {k} ({call:?}), {fates:?}"));
                    }
                }
            }
            if let Some(call) = calls.get(n) {
                platter.take(call);
            }
        }
        println!(
            "{} states after {} calls, {} of which ended silent, and {} within opening it again",
            tally.states,
            calls.len(),
            tally.silent,
            tally.within
        );
        assert!(tally.wrong.is_empty(), "{kind:?}: {} wrong: {}", tally.wrong.len(), tally.wrong[..tally.wrong.len().min(4)].join("\n"));
        assert!(tally.states > 100 && tally.silent > 10 && tally.silent < tally.states, "both ends are met");
    }
}

/// The program is killed after each call, and whoever goes on after each of theirs: what was destroyed is told as if nothing had come in
/// between, be it a stretch or a take.
#[test]
fn a_receipt_says_the_same_whoever_was_killed_before_it_was_written() {
    let guide = guide();
    for whole_take in [false, true] {
        let before = session();
        let disk = Memory::holding(before.clone());
        if whole_take {
            let (frames, was) = digest(&disk, Path::new(TAKE)).unwrap().unwrap();
            let (on, reason) = ("2026-11-24".to_owned(), "retention is over".to_owned());
            let event = Event::TakeDestroyed { take: TakeNumber::FIRST, on, reason, frames, sha256: Some(was) };
            open(&over(&disk, Kind::Disk), &guide).unwrap().0.append(&[(event, NOW, 0)]).unwrap();
            reopen(&over(&disk, Kind::Disk), &guide).unwrap();
        } else {
            go(&over(&disk, Kind::Disk), &guide).unwrap();
        }
        let told = files_of(&disk.seen());
        let take = r#"{"file":"take-001.wav","how":"written-over"}"#;
        let others = [r#"{"file":"clip.wav","how":"written-over"}"#, r#"{"file":"kept.wav","how":"has-another-name"}"#];
        assert!(told.contains(take) && others.iter().all(|other| told.contains(other)), "{told}");
        let (mut image, mut ends) = (before, BTreeSet::new());
        for (n, call) in disk.calls().iter().enumerate() {
            image.apply(call);
            let killed = Memory::holding(image.clone());
            let mut again = image.clone();
            reopen(&over(&killed, Kind::Disk), &guide).unwrap();
            let once = files_of(&killed.seen());
            assert!(once.is_empty() || once == told, "killed after call {n} ({call:?}): {once}");
            for (k, call) in killed.calls().iter().enumerate() {
                again.apply(call);
                let twice = Memory::holding(again.clone());
                reopen(&over(&twice, Kind::Disk), &guide).unwrap();
                assert_eq!(files_of(&twice.seen()), once, "killed after call {n}, and then after call {k} ({call:?})");
                let left = twice.seen();
                let hidden: Vec<_> = left.names.keys().filter(|name| name.to_string_lossy().starts_with(['.'])).collect();
                assert!(hidden.iter().all(|name| !name.to_string_lossy().contains("take-001")), "{hidden:?}");
            }
            ends.insert(once.is_empty());
        }
        assert_eq!(ends.len(), 2, "both ends are met");
    }
}

/// Each write and each sync fails once, of whichever file, and everything after it too: the disk is dying. Then it is another day.
#[test]
fn whatever_the_disk_refuses_it_is_the_old_take_or_the_new_one() {
    let (guide, before) = (guide(), session());
    let (_, was) = digest(&Memory::holding(before.clone()), Path::new(TAKE)).unwrap().unwrap();
    for for_good in [false, true] {
        let (mut ends, mut n) = (BTreeSet::new(), 0);
        loop {
            let memory = Memory::holding(before.clone());
            let mut count = 0;
            let failing = Failing::over(memory.clone(), move |attempt| {
                if matches!(attempt, Attempt::Create(_)) {
                    return None;
                }
                count += 1;
                let fails = if for_good { count > n } else { count == n + 1 };
                let out = if let Attempt::Write(_, bytes) = attempt { bytes.len() / 2 } else { 0 };
                fails.then_some(Breakdown { kind: io::ErrorKind::StorageFull, out })
            });
            let disk: Arc<dyn Disk> = Arc::new(failing);
            let done = go(&disk, &guide);
            verify(&memory.seen(), &guide).unwrap_or_else(|what| panic!("{what}: {n} {done:?}"));
            reopen(&over(&memory, Kind::Disk), &guide).unwrap_or_else(|what| panic!("{what}: {n} {done:?}"));
            let end = check(&memory, &guide, was).unwrap_or_else(|what| panic!("{what}: {n} {done:?}"));
            assert!(done.is_err() || end == End::Silent, "{n}");
            ends.insert(end == End::Silent);
            if done.is_ok() && n > 20 {
                break;
            }
            n += 1;
        }
        assert_eq!(ends.len(), 2, "of {n} attempts");
    }
}

/// A disk that cannot sync its folders may give back the old take after all was done: nothing of it was written over, and it is made silent
/// once more.
#[test]
fn what_a_disk_without_synced_folders_gives_back_is_whole_and_made_silent_again() {
    let (guide, before) = (guide(), session());
    let (_, was) = digest(&Memory::holding(before.clone()), Path::new(TAKE)).unwrap().unwrap();
    let disk = Memory::holding(before.clone());
    go(&over(&disk, Kind::Shared), &guide).unwrap();
    assert_eq!(check(&disk, &guide, was), Ok(End::Silent));
    let (seen, old) = (disk.seen(), before.names[Path::new(TAKE)]);
    assert_eq!(seen.files[old], before.files[old], "not a byte of it was written over");
    let mut back = seen.clone();
    back.names.insert(PathBuf::from(".take-001.wav.silent"), seen.names[Path::new(TAKE)]);
    back.names.insert(PathBuf::from(TAKE), old);
    let disk = Memory::holding(back);
    let said = reopen(&over(&disk, Kind::Shared), &guide).unwrap();
    assert!(said.len() == 1 && said[0].contains("is done now"), "{said:?}");
    assert_eq!(check(&disk, &guide, was), Ok(End::Silent));
}

/// What is neither of the two is left as it is, and said.
#[test]
fn a_take_that_somebody_changed_meanwhile_is_left_alone() {
    let (guide, before) = (guide(), session());
    let disk = Memory::holding(before.clone());
    go(&over(&disk, Kind::Disk), &guide).unwrap();
    // Up to just before the new take is in its place, and then something else is.
    let mut image = before;
    let calls = disk.calls();
    let place = calls.iter().position(|call| matches!(call, hearback::disk::memory::Call::Rename { to, .. } if to == Path::new(TAKE)));
    calls[..place.unwrap()].iter().for_each(|call| image.apply(call));
    let file = image.names[Path::new(TAKE)];
    image.names.remove(Path::new(".take-001.wav.old"));
    image.file(file)[50] ^= 1;
    let disk = Memory::holding(image.clone());
    let said = reopen(&over(&disk, Kind::Disk), &guide).unwrap();
    assert!(said.len() == 1 && said[0].contains("cannot be done now"), "{said:?}");
    assert_eq!(disk.seen().read(TAKE), image.read(TAKE));
    assert!(verify(&disk.seen(), &guide).unwrap_err().contains("OtherBytes"));
}

/// A take that is to be destroyed is, wherever that was cut off; and one that was put there again is nobody's to destroy.
#[test]
fn a_take_of_which_the_journal_says_that_it_is_destroyed_is() {
    let (guide, before) = (guide(), session());
    let disk = Memory::holding(before.clone());
    let (frames, was) = digest(&disk, Path::new(TAKE)).unwrap().unwrap();
    let (mut journal, mut found_) = open(&over(&disk, Kind::Disk), &guide).unwrap();
    let (on, reason) = ("2026-11-24".to_owned(), "retention is over".to_owned());
    let event = Event::TakeDestroyed { take: TakeNumber::FIRST, on, reason, frames, sha256: Some(was) };
    journal.append(&[(event.clone(), NOW, 0)]).unwrap();
    found_.session.apply(&event);
    let from = disk.count();
    complete(&place(&disk), &mut found_, &mut journal).unwrap();
    let (calls, mut states) = (disk.calls(), 0);
    let mut platter = Platter::holding(before.clone());
    for (n, call) in calls.iter().enumerate() {
        platter.take(call);
        if n + 1 < from {
            continue;
        }
        for fates in fates(&platter, 0, &mut Dice(n as u64)) {
            states += 1;
            let left = Memory::holding(platter.left(&fates));
            reopen(&over(&left, Kind::Disk), &guide).unwrap();
            let image = left.seen();
            assert!(found_in(&image).is_empty() && image.read(TAKE).is_none(), "after call {n}, {fates:?}");
            let receipts = image.names.keys().filter(|name| name.starts_with("receipts") && !name.to_string_lossy().contains("/.")).count();
            assert_eq!(receipts, 1, "after call {n}, {fates:?}");
        }
    }
    assert!(states > 30, "{states}");
    // Put there again.
    let file = before.read(TAKE).unwrap().to_vec();
    whole::replace_on(&disk, Path::new(TAKE), &file).unwrap();
    assert_eq!(reopen(&over(&disk, Kind::Disk), &guide).unwrap(), Vec::<String>::new());
    assert!(disk.read(TAKE).is_some());
}
