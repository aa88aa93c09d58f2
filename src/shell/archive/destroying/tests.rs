//! What a power cut leaves of destroying, finished: each take is said to be destroyed.

use std::cell::RefCell;
use std::io;
use std::sync::Arc;

use super::*;
use crate::disk::Access;
use crate::disk::Links;
use crate::disk::failing::Attempt;
use crate::disk::failing::Breakdown;
use crate::disk::failing::Failing;
use crate::disk::memory::Memory;
use crate::domain::guide::tests::small;
use crate::domain::note::NoteId;
use crate::domain::seats::Table;
use crate::domain::session::tests::opened;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::timeline::TakeNumber;
use crate::domain::withheld::What;
use crate::domain::withheld::Withheld;
use crate::domain::withheld::WithheldId;
use crate::domain::withheld::WithheldLifted;
use crate::store::journal::Written;

const JOURNAL: &str = "journal.jsonl";
const NOW: Stamp = Stamp::new(1_795_390_200_123, 60);

/// What the journal on `disk` holds, opened for writing.
fn open(disk: &Memory) -> (Journal, Found) {
    let (journal, loaded) = Journal::open_on(Arc::new(disk.clone()), Path::new(JOURNAL)).unwrap();
    (journal, Found::of(small(), "", &loaded).unwrap())
}

/// A journal with these events.
fn holding(events: impl IntoIterator<Item = Event>) -> Memory {
    let disk = Memory::default();
    Journal::prepare(&disk, Path::new(JOURNAL)).unwrap();
    let (mut journal, _) = Journal::open_on(Arc::new(disk.clone()), Path::new(JOURNAL)).unwrap();
    journal.append(&events.into_iter().map(|event| (event, NOW, 0)).collect::<Vec<_>>()).unwrap();
    disk
}

/// Does `work` where nothing lies but the journal; gives back the tables that were asked what is around.
fn at<T>(disk: &dyn Disk, work: impl FnOnce(&Place<'_>) -> T) -> (T, Vec<usize>) {
    let tables = RefCell::new(Vec::new());
    let lies = |_: &Session, _: Material| -> Result<Vec<Belonging>, StoreError> { Ok(Vec::new()) };
    let around = |session: &Session, _: &Destruction| -> Result<Vec<Beyond>, StoreError> {
        tables.borrow_mut().push(session.table().map_or(0, |table| table.seats.len()));
        Ok(Vec::new())
    };
    let (journal, receipts, name) = (Path::new(JOURNAL), Path::new("receipts"), "2026-11-22-P07-first");
    let done = work(&Place { disk, journal, name, receipts, lies: &lies, around: &around, who: Some("I1@a3f9"), now: NOW });
    (done, tables.into_inner())
}

fn destroyed(disk: &Memory, what: Material) -> Found {
    let (mut journal, mut found) = open(disk);
    let order = Order { what, why: "the term is over".into(), wish: None, beyond: Vec::new(), coding: 0 };
    at(disk, |place| destroy(place, &mut found, &mut journal, order)).0.unwrap();
    found
}

fn held() -> [Event; 3] {
    [Event::Opened(opened()), Event::Began { on: None }, Event::Ended { at: Position::from_millis(3_000), why: None }]
}

#[test]
fn what_binds_and_nobody_can_read_binds_whatever_is_destroyed() {
    for what in [Material::Notes, Material::Transcript] {
        let disk = holding(held());
        // A crash tore the line in which something was withheld.
        let mut file = disk.open(Path::new(JOURNAL), Access::Write, Links::Refused).unwrap();
        let end = file.length().unwrap();
        file.write_all_at(br#"{"n":4,"at":"2026-11-22T10:03:11.123+01:00","mono":8,"binds":true,"event":{"kind":"withheld","#, end)
            .unwrap();
        drop(open(&disk));
        assert!(!open(&disk).1.session.is_understood());
        assert!(!destroyed(&disk, what).session.is_understood(), "{what:?}");
        let (_, again) = open(&disk);
        assert!(!again.session.is_understood() && again.session.is_gone(what), "{what:?}");
    }
}

#[test]
fn of_each_take_it_is_said_that_it_is_destroyed_whatever_a_power_cut_kept_of_the_lines() {
    for what in [Material::Sound, Material::All] {
        let take =
            Event::TakeStarted { take: TakeNumber(1), at: Position::START, rate: SampleRate::STUDIO, channels: 1, device: String::new() };
        let destruction = Destruction { what, on: "2026-11-24".into(), why: "term".into(), ..Destruction::default() };
        let [opened, began, ended] = held();
        let disk = holding([opened, began, take, ended, Event::Destruction(destruction)]);
        let (mut journal, mut found) = open(&disk);
        assert!(at(&disk, |place| complete(place, &mut found, &mut journal)).0.is_some());
        let (_, found) = open(&disk);
        let facts = found.session.takes().get(&TakeNumber(1)).map(|facts| facts.destroyed.clone().unwrap());
        assert_eq!(facts, (what == Material::Sound).then(|| ("2026-11-24".into(), "term".into())));
        assert!(found.session.destructions().under_way().is_none());
    }
}

#[test]
fn of_a_group_it_is_still_known_who_sat_there_when_its_journal_is_another() {
    let table = Table { moderator: "I1".into(), observers: vec!["I2".into()], ..Table::of(["P01", "P02"]) };
    let [opened, began, ended] = held();
    let disk = holding([opened, Event::Seats(table), began, ended]);
    let (mut journal, mut found) = open(&disk);
    let order = Order { what: Material::All, why: "withdrawn".into(), wish: Some(Wish::DestroyAll), beyond: Vec::new(), coding: 0 };
    let full = Failing::over(disk.clone(), |attempt: Attempt<'_>| {
        attempt.path().starts_with("receipts").then(|| Breakdown::whole(io::ErrorKind::StorageFull))
    });
    let (done, asked) = at(&full, |place| destroy(place, &mut found, &mut journal, order));
    assert!(done.is_err() && asked == [2]);
    let (mut journal, mut found) = open(&disk);
    assert!(!found.session.is_gone(Material::All) && found.session.lines() == 5, "its journal is another, and there is no receipt");
    let (said, asked) = at(&disk, |place| complete(place, &mut found, &mut journal));
    assert!(asked == [2] && found.session.is_gone(Material::All), "{said:?}");
    let table = found.session.table().unwrap();
    assert_eq!((table.moderator.as_str(), table.observers.len()), ("", 0), "and nothing else of the table");
}

#[test]
fn what_was_withheld_as_a_note_stays_withheld_and_no_other_note_gets_its_number() {
    let take =
        Event::TakeStarted { take: TakeNumber(1), at: Position::START, rate: SampleRate::STUDIO, channels: 1, device: String::new() };
    let grown = Event::Checkpoint { take: TakeNumber(1), frames: Frames(48_000 * 300) };
    let note = |n: u32, at: u64| -> Event {
        let stamp = format!(r#"{{"raw":{at},"reaction_ms":0}}"#);
        let rest = r#""question":null,"off_record":false,"late":false"#;
        serde_json::from_str(&format!(r#"{{"kind":"note-added","note":{n},"note_kind":"quote","text":"x","stamp":{stamp},{rest}}}"#))
            .unwrap()
    };
    let withheld = |n, note| Event::Withheld(Withheld::of(WithheldId(n), What::Note(NoteId(note)), String::new()));
    let lifted = Event::WithheldLifted(WithheldLifted { id: WithheldId(2), ..WithheldLifted::default() });
    let [opened, began, _] = held();
    let ended = Event::Ended { at: Position::from_secs(300), why: None };
    let noted = [note(1, 60_000), note(2, 200_000), note(3, 280_000), withheld(1, 1), withheld(2, 2), lifted];
    let disk = holding([opened, began, take, grown].into_iter().chain(noted).chain([ended]));
    let before = open(&disk).1.session;
    let sound = before.sound_of_withheld(before.withholding().get(WithheldId(1)).unwrap()).unwrap();
    let found = destroyed(&disk, Material::Notes);
    for session in [&found.session, &open(&disk).1.session] {
        assert_eq!((session.withholding().stretches(), session.notes().count()), (&[sound][..], 0));
        assert_eq!(session.next_note(), NoteId(4));
        assert_eq!(session.timeline().end(), Position::from_secs(300));
    }
    // A new note elsewhere is nobody's but its own.
    let (mut journal, mut found) = open(&disk);
    found.note(&mut journal, &[note(4, 280_000)], NOW).unwrap();
    assert!(found.session.notes().all(|note| !note.withheld) && found.session.notes().count() == 1);
    assert!(destroyed(&disk, Material::Notes).session.withholding().now().count() == 2, "what is withheld already is not withheld again");
}

/// A journal that a newer hearback wrote on in, these events.
fn newer(events: &[&str]) -> Memory {
    let disk = holding(held());
    let (mut journal, _) = Journal::open_on(Arc::new(disk.clone()), Path::new(JOURNAL)).unwrap();
    let event = |event: &&str| Written { at: NOW, mono: 0, event: serde_json::value::RawValue::from_string((*event).to_owned()).unwrap() };
    journal.append_as_written(&events.iter().map(event).collect::<Vec<_>>()).unwrap();
    disk
}

fn order(what: Material) -> Order {
    Order { what, why: "the term is over".into(), wish: None, beyond: Vec::new(), coding: 0 }
}

#[test]
fn what_a_newer_version_began_to_destroy_is_left_to_that_one() {
    let smelled = r#"{"kind":"smelled","what":"roses"}"#;
    for begun in [
        &[r#"{"kind":"destruction","material":"smell","step":"begun","on":"2026-11-24","why":"term"}"#][..],
        &[r#"{"kind":"destruction","material":"sound","step":"halted","on":"2026-11-24","why":"term"}"#],
        &[
            r#"{"kind":"destruction","material":"sound","step":"begun","on":"2026-11-24","why":"term"}"#,
            r#"{"kind":"destruction","material":"sound","step":"halted","on":"2026-11-24","why":"term"}"#,
        ],
    ] {
        let disk = newer(&[begun, &[smelled]].concat());
        let before = disk.read(JOURNAL).unwrap();
        for _ in 0..2 {
            let (mut journal, mut found) = open(&disk);
            let (said, asked) = at(&disk, |place| complete(place, &mut found, &mut journal));
            assert!(said.unwrap().contains("newer hearback") && asked.is_empty(), "{begun:?}");
            assert!(found.session.lines() > 3 && !found.session.is_gone(Material::Sound), "it can still be looked at");
            for what in [Material::Sound, Material::Notes, Material::All] {
                let done = at(&disk, |place| destroy(place, &mut found, &mut journal, order(what))).0;
                assert!(matches!(done, Err(StoreError::NewerDestruction(_))), "{what:?}");
            }
            assert!(disk.read(JOURNAL).unwrap() == before && disk.seen().names.len() == 1, "{begun:?}: nothing is touched");
        }
    }
}

#[test]
fn a_journal_with_a_line_that_is_not_known_is_not_written_anew_but_where_all_goes() {
    let disk = newer(&[r#"{"kind":"smelled","what":"roses"}"#]);
    let before = disk.read(JOURNAL).unwrap();
    for what in [Material::Notes, Material::Transcript] {
        let (mut journal, mut found) = open(&disk);
        let done = at(&disk, |place| destroy(place, &mut found, &mut journal, order(what))).0;
        assert!(matches!(done, Err(StoreError::NewerDestruction(_))), "{what:?}");
        assert!(disk.read(JOURNAL).unwrap() == before, "{what:?}: it is not even begun");
    }
    // One that was begun when nothing newer stood there is not gone on with.
    let begun = r#"{"kind":"destruction","material":"notes","step":"begun","on":"2026-11-24","why":"term"}"#;
    let disk = newer(&[begun, r#"{"kind":"smelled","what":"roses"}"#]);
    let before = disk.read(JOURNAL).unwrap();
    let (mut journal, mut found) = open(&disk);
    let (said, asked) = at(&disk, |place| complete(place, &mut found, &mut journal));
    assert!(said.is_some() && asked.is_empty() && disk.read(JOURNAL).unwrap() == before);
    let disk = newer(&[r#"{"kind":"smelled","what":"roses"}"#]);
    assert!(destroyed(&disk, Material::Sound).session.is_gone(Material::Sound), "no line goes with the sound");
    assert!(destroyed(&disk, Material::All).session.is_gone(Material::All));
}

#[test]
fn what_is_ordered_is_done_whatever_was_under_way() {
    for (open_one, what, both) in [
        (Material::Sound, Material::All, true),
        (Material::Sound, Material::Notes, true),
        (Material::Sound, Material::Sound, false),
        (Material::All, Material::Notes, false),
    ] {
        let [opened, began, ended] = held();
        let under_way = Destruction { what: open_one, on: "2026-11-23".into(), why: "term".into(), ..Destruction::default() };
        let disk = holding([opened, began, ended, Event::Destruction(under_way)]);
        let (mut journal, mut found) = open(&disk);
        let order = Order { coding: 2, ..order(what) };
        let receipt = at(&disk, |place| destroy(place, &mut found, &mut journal, order)).0.unwrap();
        let is = if both { what } else { open_one };
        assert_eq!((Some(receipt.what), receipt.coding), (receipt::What::of(is), if both { 2 } else { 0 }), "{open_one:?}, {what:?}");
        for session in [&found.session, &open(&disk).1.session] {
            assert!(session.is_gone(what) && session.is_gone(open_one) && session.destructions().under_way().is_none(), "{what:?}");
        }
        let receipts = disk.seen().names.keys().filter(|name| name.starts_with("receipts")).count();
        assert_eq!(receipts, if both { 2 } else { 1 });
    }
}
