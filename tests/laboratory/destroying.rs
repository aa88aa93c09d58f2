//! The power goes, or the program is killed, or the disk fills up, while a session's sound, transcripts, notes or all of it are destroyed: what
//! is there afterwards?
//!
//! As it is found, there is a journal that can be read, of the session or of what is left of it. Opened again, the session is as it was, with
//! no receipt; or nothing of what was to go is left under any name, all else is there, and there is one receipt. Opening it is itself cut
//! short after each of its calls.

use std::collections::BTreeSet;
use std::io;
use std::path::Path;
use std::sync::Arc;

use hearback::disk::Access;
use hearback::disk::Disk;
use hearback::disk::Links;
use hearback::disk::failing::Attempt;
use hearback::disk::failing::Breakdown;
use hearback::disk::failing::Failing;
use hearback::disk::memory::Image;
use hearback::disk::memory::Memory;
use hearback::disk::whole;
use hearback::domain::consent::Wish;
use hearback::domain::destruction::Beyond;
use hearback::domain::destruction::Destruction;
use hearback::domain::destruction::Material;
use hearback::domain::event::Event;
use hearback::domain::guide::Guide;
use hearback::domain::note::NoteId;
use hearback::domain::session::Session;
use hearback::domain::time::Position;
use hearback::shell::archive::destroying::Order;
use hearback::shell::archive::destroying::Place;
use hearback::shell::archive::destroying::complete;
use hearback::shell::archive::destroying::destroy;
use hearback::shell::archive::sessions::Found;
use hearback::store::belongings::Belonging;
use hearback::store::destroy::destroy as overwrite;
use hearback::store::error::StoreError;
use hearback::store::journal::Journal;

use crate::fates;
use crate::guide;
use crate::interview::NOW;
use crate::interview::opened;
use crate::power::Dice;
use crate::power::Fate;
use crate::power::JOURNAL;
use crate::power::Platter;
use crate::power::found;

/// What stands in everything of theirs.
const SECRET: &[u8] = b"shoulders up to my ears";
/// Its files, each with the material that it is of.
const FILES: [(&str, Material); 5] = [
    ("take-001.wav", Material::Sound),
    ("clips/clip.wav", Material::Sound),
    ("transcripts/1.vtt", Material::Transcript),
    ("draft.json", Material::Notes),
    ("summary/v1/letter.md", Material::Notes),
];
/// What lies around it, with words of notes in it.
const INDEX: &str = "cache/search.idx";
const MATERIALS: [Material; 4] = [Material::Sound, Material::Transcript, Material::Notes, Material::All];

/// Where what it is told of lies when `what` of it is gone.
fn stays(what: Material) -> BTreeSet<String> {
    let files = FILES.iter().filter(|(_, of)| !what.takes(*of)).map(|(name, _)| *name);
    // Notes stand in the journal, and the index is of them.
    let words = [JOURNAL, INDEX].into_iter().filter(|_| !what.takes(Material::Notes));
    files.chain(words).map(str::to_owned).collect()
}

fn session() -> Image {
    let disk = Memory::default();
    for name in FILES.iter().map(|(name, _)| *name).chain([INDEX]) {
        whole::replace_on(&disk, Path::new(name), &SECRET.repeat(9)).unwrap();
    }
    let path = Path::new(JOURNAL);
    Journal::prepare(&disk, path).unwrap();
    let (mut journal, _) = Journal::open_on(Arc::new(disk.clone()), path).unwrap();
    let note = format!(
        r#"{{"kind":"note-added","note":1,"note_kind":"quote","text":"{}","stamp":{{"raw":1000,"reaction_ms":0}},"question":null,"off_record":false,"late":false}}"#,
        String::from_utf8_lossy(SECRET)
    );
    let events = [
        Event::Opened(opened()),
        Event::Began { on: None },
        serde_json::from_str(&note).unwrap(),
        Event::NoteStruck { note: NoteId(9) },
        Event::Ended { at: Position::from_millis(3_000), why: None },
    ];
    journal.append(&events.map(|event| (event, NOW, 0))).unwrap();
    disk.seen()
}

fn open(disk: &Arc<dyn Disk>, guide: &Guide) -> Result<(Journal, Found), String> {
    let (journal, loaded) = Journal::open_on(Arc::clone(disk), Path::new(JOURNAL)).map_err(|e| format!("the journal: {e}"))?;
    let found = Found::of(guide.clone(), "", &loaded).ok_or("no session")?;
    Ok((journal, found))
}

/// Does `work` where the session lies on `disk`.
fn at<T>(disk: &Arc<dyn Disk>, work: impl FnOnce(&Place<'_>) -> T) -> T {
    let lies = |_: &Session, what: Material| -> Result<Vec<Belonging>, StoreError> {
        let goes = |(name, of): &&(&str, Material)| what.takes(*of) && disk.open(Path::new(name), Access::Read, Links::Refused).is_ok();
        let one = |(name, of): &(&str, Material)| Belonging { path: (*name).into(), name: (*name).to_owned(), material: *of };
        Ok(FILES.iter().filter(goes).map(one).collect())
    };
    let around = |_: &Session, one: &Destruction| -> Result<Vec<Beyond>, StoreError> {
        if one.what.takes(Material::Notes) {
            overwrite(disk.as_ref(), Path::new(INDEX))?;
        }
        Ok(Vec::new())
    };
    let (journal, receipts) = (Path::new(JOURNAL), Path::new("receipts"));
    let (name, who) = ("2026-11-22-P07-first", Some("I1@a3f9"));
    work(&Place { disk: disk.as_ref(), journal, name, receipts, lies: &lies, around: &around, who, now: NOW })
}

fn go(disk: &Arc<dyn Disk>, guide: &Guide, what: Material) -> Result<(), String> {
    let (mut journal, mut found) = open(disk, guide)?;
    let wish = what.is_all().then_some(Wish::DestroyAll);
    let order = Order { what, why: "withdrawn".into(), wish, beyond: Vec::new(), coding: 0 };
    at(disk, |place| destroy(place, &mut found, &mut journal, order)).map(drop).map_err(|e| e.to_string())
}

fn reopen(disk: &Arc<dyn Disk>, guide: &Guide) -> Result<(), String> {
    let (mut journal, mut found) = open(disk, guide)?;
    at(disk, |place| complete(place, &mut found, &mut journal));
    Ok(())
}

fn holds(bytes: &[u8]) -> bool {
    bytes.windows(SECRET.len()).any(|piece| piece == SECRET)
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    AsItWas,
    Gone,
}

/// What is there after it was opened again.
fn check(disk: &Memory, guide: &Guide, what: Material) -> Result<End, String> {
    let (_, session) = open(&(Arc::new(disk.clone()) as Arc<dyn Disk>), guide)?;
    let image = disk.seen();
    let theirs = found(&image).into_iter().filter(|(_, bytes)| holds(bytes));
    let theirs: BTreeSet<String> = theirs.map(|(name, _)| name.to_string_lossy().into_owned()).collect();
    let receipts = image.names.keys().filter(|name| name.starts_with("receipts") && name.extension().is_some_and(|e| e == "json")).count();
    let hidden: Vec<_> = image.names.keys().filter(|name| name.to_string_lossy().starts_with(".journal")).collect();
    let session = session.session;
    if session.destructions().all().is_empty() {
        let whole = theirs.len() == FILES.len() + 2 && receipts == 0 && session.notes().count() == 1;
        return if whole { Ok(End::AsItWas) } else { Err(format!("it is as it was, with {theirs:?} and {receipts} receipts")) };
    }
    let noted = usize::from(!what.takes(Material::Notes));
    let rest = session.notes().count() == noted && (!what.is_all() || session.lines() == 5);
    let whole = session.is_gone(what) && theirs == stays(what) && receipts == 1 && hidden.is_empty() && rest;
    if whole { Ok(End::Gone) } else { Err(format!("{theirs:?}, {receipts} receipts, {hidden:?}, {:?}", session.destructions())) }
}

#[test]
fn whatever_a_crash_leaves_of_destroying_it_all_of_it_is_there_or_nothing() {
    for what in MATERIALS {
        cut(what);
    }
}

/// Cuts the destruction of `what` short after each of its calls.
fn cut(what: Material) {
    let (guide, before) = (guide(), session());
    let over = |memory: &Memory| -> Arc<dyn Disk> { Arc::new(memory.clone()) };
    let disk = Memory::holding(before.clone());
    go(&over(&disk), &guide, what).unwrap();
    assert_eq!(check(&disk, &guide, what), Ok(End::Gone));
    let lies = disk.seen().files.iter().filter(|bytes| holds(bytes)).count();
    assert_eq!(lies, stays(what).len(), "under no name either: it was written over");
    let (mut states, mut within, mut gone, mut wrong) = (0, 0, 0, Vec::new());
    let (calls, mut platter) = (disk.calls(), Platter::holding(before));
    for n in 0..=calls.len() {
        let (mut known, mut dice) = (BTreeSet::new(), Dice((n as u64) << 20));
        let all = std::iter::once(vec![Fate::Whole; platter.pending.len()]);
        for fates in all.chain((0..1).flat_map(|round| fates(&platter, round, &mut Dice((n as u64) << 20 | round)))) {
            let image = platter.left(&fates);
            if !known.insert(found(&image)) {
                continue;
            }
            states += 1;
            let disk = Memory::holding(image.clone());
            let end = reopen(&over(&disk), &guide).and_then(|()| check(&disk, &guide, what));
            match end {
                Ok(End::AsItWas) if n == calls.len() => wrong.push(format!("it was said to be gone, {fates:?}")),
                Ok(end) => gone += usize::from(end == End::Gone),
                Err(fault) => wrong.push(format!("{fault}\n  after call {n} ({:?}), {fates:?}", calls.get(n.wrapping_sub(1)))),
            }
            let again = Memory::holding(disk.seen());
            reopen(&over(&again), &guide).unwrap();
            assert!(found(&again.seen()) == found(&disk.seen()), "opening it twice changed it again");
            // Opening it is cut short as well.
            let mut second = Platter::holding(image);
            for (k, call) in disk.calls().iter().enumerate() {
                second.take(call);
                let count = second.pending.len();
                let some: Vec<Fate> = second.pending.iter().map(|(call, _)| Fate::of(call)).map(|c| c[dice.below(c.len())]).collect();
                for fates in [vec![Fate::Whole; count], vec![Fate::Lost; count], some] {
                    within += 1;
                    let disk = Memory::holding(second.left(&fates));
                    if let Err(fault) = reopen(&over(&disk), &guide).and_then(|()| check(&disk, &guide, what)) {
                        wrong.push(format!("{fault}\n  after call {n}, and opening it was cut short after call {k} ({call:?}), {fates:?}"));
                    }
                }
            }
        }
        if let Some(call) = calls.get(n) {
            platter.take(call);
        }
    }
    println!("{what:?}: {states} states after {} calls, {gone} of which ended gone, and {within} within opening it again", calls.len());
    assert!(wrong.is_empty(), "{what:?}: {} wrong: {}", wrong.len(), wrong[..wrong.len().min(4)].join("\n"));
    assert!(states > 50 && gone > 10 && gone < states, "both ends are met");
}

/// A disk that is full, or that refuses a write or a sync once: what was begun is finished when it is opened again.
#[test]
fn after_any_write_or_sync_that_fails_it_is_finished_by_whoever_comes_next() {
    let (guide, before) = (guide(), session());
    for (what, for_ever) in MATERIALS.iter().flat_map(|what| [(*what, false), (*what, true)]) {
        let mut ends = BTreeSet::new();
        for fails in 0..60_usize {
            let memory = Memory::holding(before.clone());
            let mut count = 0;
            let fate = move |attempt: Attempt<'_>| {
                count += 1;
                let now = count - 1 == fails || for_ever && count > fails;
                now.then(|| match attempt {
                    Attempt::Write(_, bytes) => Breakdown { kind: io::ErrorKind::StorageFull, out: bytes.len() / 2 },
                    _ => Breakdown::whole(io::ErrorKind::StorageFull),
                })
            };
            let disk: Arc<dyn Disk> = Arc::new(Failing::over(memory.clone(), fate));
            let done = go(&disk, &guide, what);
            let sound: Arc<dyn Disk> = Arc::new(memory.clone());
            reopen(&sound, &guide).unwrap();
            let end = check(&memory, &guide, what);
            let end = end.unwrap_or_else(|fault| panic!("{what:?}: {fault}, failing at {fails} (for ever: {for_ever}), {done:?}"));
            assert!(done.is_err() || end == End::Gone);
            ends.insert(format!("{end:?}"));
        }
        assert_eq!(ends.len(), 2, "both ends are met: {ends:?}");
    }
}
