//! What was put in is found, whatever becomes of the file; and what is gone from it is gone from every byte.

#![expect(clippy::disallowed_methods, reason = "tests look at what lies on disk, and spoil it")]

use std::fs;

use super::*;
use crate::disk::failing::Attempt;
use crate::disk::failing::Breakdown;
use crate::disk::failing::Failing;
use crate::disk::memory::Memory;
use crate::domain::findable::FoundId;
use crate::domain::findable::What;
use crate::domain::note::NoteKind;
use crate::domain::query::Written;
use crate::domain::time::Position;

fn note(number: u32, text: &str) -> Findable {
    Findable {
        what: What::Note,
        id: FoundId::Number(number),
        at: Some(Position::from_secs(u64::from(number))),
        sound: None,
        kind: Some(NoteKind::Quote),
        question: None,
        text: text.into(),
        tags: vec![],
        people: vec![],
        trust: None,
    }
}

fn about(n: u32) -> About {
    let (name, participant, date) = (format!("2026-11-2{n}-P0{n}"), format!("P0{n}"), format!("2026-11-2{n}"));
    About { name, print: n.to_string(), participant, date, held_ms: i64::from(n), transcripts: vec![], unusable: vec![] }
}

/// Two sessions at `path`: one of three notes, and one of a single hostile one.
fn two(path: &Path) -> Index {
    let mut writing = Writing::begin(path).unwrap();
    writing.add(about(2), &[note(1, "the flood came"), note(2, "nothing"), note(3, "after the FLOOD\n\0\u{1b}[2J")], None).unwrap();
    writing.add(about(1), &[note(1, "“; DROP TABLE notes; --")], None).unwrap();
    writing.finish().unwrap()
}

fn found(index: &Index, query: &str, most: Most) -> Result<(Vec<(usize, String)>, usize), Torn> {
    let query = Query::parse(query, Written::Whole).unwrap();
    let matches = index.find(&query, None, most, &|| false)?.unwrap();
    Ok((matches.hits.into_iter().map(|(n, what)| (n, what.id.to_string())).collect(), matches.more))
}

fn all(index: &Index, query: &str) -> Vec<(usize, String)> {
    found(index, query, Most::ALL).unwrap().0
}

fn at(n: usize, id: u32) -> (usize, String) {
    (n, id.to_string())
}

#[test]
fn what_was_put_in_is_found_and_no_more_than_is_wanted() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("made/for/it/search.idx");
    two(&path);
    let index = Index::open(&path).unwrap();
    assert_eq!(all(&index, "flood"), [at(0, 1), at(0, 3)]);
    assert_eq!(all(&index, "\"; drop table notes; --\""), [at(1, 1)]);
    assert_eq!(all(&index, "kind:quote"), [at(0, 1), at(0, 2), at(0, 3), at(1, 1)]);
    assert_eq!(all(&index, "kind:quote before:2026-11-21"), [at(1, 1)]);
    assert_eq!(all(&index, "participant:P01 flood"), []);
    assert_eq!(found(&index, "kind:quote", Most { hits: 1, counted: 9 }), Ok((vec![at(0, 1)], 3)));
    assert_eq!(found(&index, "kind:quote", Most { hits: 1, counted: 1 }), Ok((vec![at(0, 1)], 2)), "no further session is looked at");
    let query = Query::parse("kind:quote", Written::Whole).unwrap();
    let without = index.find(&query, Some("2026-11-22-P02"), Most::ALL, &|| false).unwrap().unwrap();
    assert_eq!(without.hits.len(), 1);
    assert!(index.find(&query, None, Most::ALL, &|| true).unwrap().is_none(), "who types on waits for nothing");
}

#[cfg(unix)]
#[test]
fn nobody_else_may_read_it() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("search.idx");
    two(&path);
    assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
}

/// Whatever becomes of the file, what is found in it is what was put into it, or nothing is believed of it.
#[test]
fn a_file_that_is_spoiled_anywhere_is_believed_nowhere() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("search.idx");
    two(&path);
    let good = fs::read(&path).unwrap();
    let right = |index: Option<Index>| {
        let of = |query| index.as_ref().map_or(Err(Torn), |index| found(index, query, Most::ALL));
        (of("flood"), of("drop"))
    };
    let expected = right(Index::open(&path));
    let believed = |bytes: &[u8]| {
        fs::write(&path, bytes).unwrap();
        let got = right(Index::open(&path));
        [(got.0, &expected.0), (got.1, &expected.1)].into_iter().all(|(got, expected)| got == Err(Torn) || got == *expected)
    };
    for n in 0..good.len() {
        let mut bad = good.clone();
        bad[n] ^= 0x21;
        assert!(believed(&bad), "byte {n}");
        assert!(believed(&good[..n]), "cut at {n}");
    }
    for foreign in [&b""[..], b"SQLite format 3\0", &[0; 5000], &[b'\n'; 100]] {
        fs::write(&path, foreign).unwrap();
        assert!(Index::open(&path).is_none());
    }
    let another = [b"hearback 0.0.0 index 1\n", &good[head().len()..]].concat();
    fs::write(&path, another).unwrap();
    assert!(Index::open(&path).is_none(), "another release makes it anew");
}

#[test]
fn what_is_gone_is_gone_from_the_file_before_as_well() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("search.idx");
    let holds = |bytes: &[u8]| bytes.windows(5).any(|five| five.eq_ignore_ascii_case(b"flood"));
    let before = two(&path);
    let aside = dir.path().join("the file before");
    fs::hard_link(&path, &aside).unwrap();
    assert!(holds(&fs::read(&aside).unwrap()));
    // What only grows leaves the file before as it is: somebody may be reading it.
    let mut writing = Writing::begin(&path).unwrap();
    writing.carry(&before, &before.entries()[0]).unwrap();
    let was = Some((&before, &before.entries()[1]));
    writing.add(about(1), &[note(1, "“; DROP TABLE notes; --"), note(2, "more")], was).unwrap();
    let grown = writing.finish().unwrap();
    assert!(holds(&fs::read(&aside).unwrap()) && holds(&fs::read(&path).unwrap()));
    assert_eq!((all(&before, "flood"), all(&grown, "more")), (vec![at(0, 1), at(0, 3)], vec![at(1, 2)]));
    fs::remove_file(&aside).unwrap();
    fs::hard_link(&path, &aside).unwrap();
    let mut writing = Writing::begin(&path).unwrap();
    writing.add(about(2), &[note(2, "nothing")], Some((&grown, &grown.entries()[0]))).unwrap();
    writing.carry(&grown, &grown.entries()[1]).unwrap();
    let now = writing.finish().unwrap();
    assert!(!holds(&fs::read(&aside).unwrap()) && !holds(&fs::read(&path).unwrap()));
    let names = fs::read_dir(dir.path()).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
    assert_eq!(
        names.collect::<std::collections::BTreeSet<_>>(),
        ["search.idx", "search.lock", "the file before"].map(str::to_owned).into()
    );
    assert_eq!(all(&now, "more"), [at(1, 2)]);
    // Whoever has the file before still open sees that it is none any more.
    assert_eq!(found(&grown, "more", Most::ALL), Err(Torn));
    // One that leaves a whole session out says so.
    let mut writing = Writing::begin(&path).unwrap();
    writing.leaves_out();
    writing.carry(&now, &now.entries()[1]).unwrap();
    writing.finish().unwrap();
    assert_eq!(found(&now, "nothing", Most::ALL), Err(Torn));
}

/// What is kept in memory of a file counts no longer than the file does.
#[test]
fn what_is_kept_of_a_file_is_told_no_more_when_it_is_another() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("search.idx");
    let index = two(&path);
    index.make_ready(&|| false);
    assert!(index.kept.iter().all(|kept| kept.get().is_some()));
    assert_eq!((all(&index, "flood"), all(&index, "nowhere")), (vec![at(0, 1), at(0, 3)], vec![]));
    let whole = fs::read(&path).unwrap();
    let file = OpenOptions::new().write(true).open(&path).unwrap();
    let written = file.metadata().unwrap().modified().unwrap();
    let write = |bytes: &[u8], at: u64, when: SystemTime| {
        (&file).seek(SeekFrom::Start(at)).unwrap();
        (&file).write_all(bytes).unwrap();
        file.set_modified(when).unwrap();
    };
    // It has begun to be made blank, at a moment that does not show.
    write(&[0; 4], 0, written);
    for query in ["flood", "nowhere"] {
        assert_eq!(found(&index, query, Most::ALL), Err(Torn));
    }
    write(&whole[..4], 0, written);
    assert_eq!(all(&index, "flood"), [at(0, 1), at(0, 3)]);
    // Somebody has written into the middle of it.
    write(&[0; 4], 100, written + std::time::Duration::from_secs(1));
    assert_eq!(found(&index, "nowhere", Most::ALL), Err(Torn));
    drop(file);
    // Whoever is stopped keeps nothing, and finds the same.
    let index = two(&path);
    index.make_ready(&|| true);
    assert!(index.kept.iter().all(|kept| kept.get().is_none()));
    assert_eq!(all(&index, "flood"), [at(0, 1), at(0, 3)]);
}

#[test]
fn one_writes_at_a_time_and_what_was_left_half_written_goes() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("search.idx");
    let half = path.with_extension("new");
    let aside = dir.path().join("the same file");
    let is_blank = || fs::read(&aside).unwrap().iter().all(|byte| *byte == 0);
    let left = || {
        fs::write(&half, "the flood").unwrap();
        fs::remove_file(&aside).ok();
        fs::hard_link(&half, &aside).unwrap();
    };
    left();
    clear_what_was_left(&path);
    assert!(!half.exists() && is_blank(), "whoever looks clears it");
    left();
    let mut writing = Writing::begin(&path).unwrap();
    writing.add(about(1), &[note(1, "words")], None).unwrap();
    assert!(is_blank() && Writing::begin(&path).is_err());
    clear_what_was_left(&path);
    assert!(half.exists(), "whoever writes is left alone");
    drop(writing);
    assert!(!half.exists() && !path.exists(), "what was not finished leaves nothing");
    drop(two(&path));
    assert!(!half.exists() && Writing::begin(&path).is_ok());
    left();
    assert_eq!(clear_all(&path).unwrap(), Cleared::WrittenOver);
    assert!(!half.exists() && !path.exists() && is_blank());
    // Where nothing lies nothing is made.
    fs::remove_file(path.with_extension("lock")).unwrap();
    clear_what_was_left(&path);
    assert_eq!(clear_all(&path).unwrap(), Cleared::Nothing);
    assert!(!is_written(&path) && !path.with_extension("lock").exists());
}

/// A disk that is full or worn out keeps no word that can be taken away.
#[test]
fn what_cannot_be_written_over_is_taken_away_all_the_same() {
    let path = Path::new("search.idx");
    for (fails, expected) in [(false, Cleared::WrittenOver), (true, Cleared::TakenAway)] {
        let memory = Memory::default();
        crate::disk::whole::create_on(&memory, path, b"the flood").unwrap();
        let plan =
            move |attempt: Attempt<'_>| (fails && matches!(attempt, Attempt::Write(..))).then(|| Breakdown::whole(io::ErrorKind::Other));
        let disk = Failing::over(memory.clone(), plan);
        assert_eq!(clear(&disk, path).unwrap(), expected);
        assert!(memory.read(path).is_none());
        assert_eq!(clear(&disk, path).unwrap(), Cleared::Nothing);
    }
}

#[test]
fn whoever_waits_for_an_index_is_told_when_it_is_let_go() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("search.idx");
    let (long, at_once) = (Duration::from_secs(60), Duration::ZERO);
    assert!(is_let_go_of(&path, long), "nobody has ever written");
    let writing = Writing::begin(&path).unwrap();
    assert!(is_written(&path) && !is_let_go_of(&path, at_once));
    std::thread::scope(|scope| {
        let waits = scope.spawn(|| is_let_go_of(&path, long));
        drop(writing);
        assert!(waits.join().unwrap());
    });
    assert!(!is_written(&path));
}

#[test]
fn a_carried_session_that_is_torn_is_not_taken_over() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("search.idx");
    let index = two(&path);
    let place = index.entries()[0].made_of;
    let mut bytes = fs::read(&path).unwrap();
    bytes[usize::try_from(place.at).unwrap()] ^= 1;
    fs::write(&path, bytes).unwrap();
    let mut writing = Writing::begin(&path).unwrap();
    assert_eq!(writing.carry(&index, &index.entries()[0]), Err(Torn));
    assert_eq!(writing.carry(&index, &index.entries()[1]), Ok(()));
}

#[test]
fn every_bit_counts_in_a_sum() {
    let bytes: Vec<u8> = (0..200_u8).collect();
    let whole = scan::sum(&bytes);
    for at in 0..bytes.len() {
        for bit in 0..8 {
            let mut other = bytes.clone();
            other[at] ^= 1 << bit;
            assert_ne!(scan::sum(&other), whole, "bit {bit} of {at}");
        }
        assert_ne!(scan::sum(&bytes[..at]), whole);
    }
    assert_ne!(scan::sum(&[0; 32]), scan::sum(&[0; 64]));
}
