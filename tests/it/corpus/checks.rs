//! What is asked of the readers whatever they are given: no panic, and what they made of it holds together. Shared by the fuzz targets
//! (`fuzz/`) and by the replay of what those kept (`tests/it/corpus.rs`).

use std::hint::black_box;
use std::path::Path;
use std::sync::Arc;

use hearback::audio::AudioError;
use hearback::audio::take::TakeReader;
use hearback::audio::take::repair_over;
use hearback::disk::Disk;
use hearback::disk::memory::Memory;
use hearback::domain::agenda;
use hearback::domain::circumstances;
use hearback::domain::circumstances::Circumstances;
use hearback::domain::command::Command;
use hearback::domain::event::Event;
use hearback::domain::event::Opened;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Round;
use hearback::domain::guide::guess::Source;
use hearback::domain::guide::guess::guess;
use hearback::domain::incident::Incident;
use hearback::domain::named::Worded;
use hearback::domain::session::Session;
use hearback::domain::standing::Phase;
use hearback::domain::summary::Summary;
use hearback::domain::time::Frames;
use hearback::domain::time::Position;
use hearback::domain::time::Stamp;
use hearback::store::error::StoreError;
use hearback::store::guide_file::read_guide;
use hearback::store::guide_text;
use hearback::store::import;
use hearback::store::journal;
use hearback::store::journal::Journal;
use hearback::store::salvage;

/// The longest input that is looked at; longer ones have tests of their own.
const LONGEST: usize = 64 * 1024;

const SMALL: &str = include_str!("../fixtures/small-guide.yaml");

/// What a disk holds under `name`.
fn held(disk: &Memory, name: &Path) -> Vec<u8> {
    disk.read(name).map(|bytes| bytes.to_vec()).unwrap_or_default()
}

/// A disk in memory on which `bytes` lie under `name`.
fn disk_with(name: &Path, bytes: &[u8]) -> Memory {
    let disk = Memory::default();
    disk.create_new(name).and_then(|mut file| file.write_all_at(bytes, 0)).expect("a disk in memory takes it");
    disk
}

/// A guide is read, or told in words what is wrong with it; nothing of it reaches a terminal raw; reading it again says the same.
pub(crate) fn guide(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let read = read_guide("guide.yaml", bytes);
    assert!(read.guide.is_some() || !read.problems.is_empty(), "nothing came of it, and nothing is said");
    for problem in &read.problems {
        let said = problem.to_string();
        let raw = |c: char| c.is_control() && c != '\n';
        assert!(!said.contains(raw), "what is said of it goes to a terminal: {said:?}");
    }
    let again = read_guide("guide.yaml", bytes);
    assert_eq!((&read.guide, read.problems.len()), (&again.guide, again.problems.len()));
    if let Some(guide) = read.guide {
        walk(&guide);
    }
}

/// Everything that is asked of a guide by those who show it.
fn walk(guide: &Guide) {
    for topic in &guide.topics {
        assert_eq!(guide.topic(&topic.id).map(|t| &t.id), Some(&topic.id));
        for question in &topic.questions {
            assert_eq!(guide.question(&question.id).map(|(_, q)| &q.id), Some(&question.id));
        }
    }
    for round in Round::ALL {
        let any = Circumstances::any(guide, round);
        for ((topic, at), question) in any.asked(guide) {
            assert_eq!(guide.topics[topic].questions[at].id, question.id);
            let conditions = any.probes(question).map(|probe| &probe.when).chain([&question.when, &guide.topics[topic].when]);
            for when in conditions {
                assert!(any.meet(when), "what is asked is asked under its own condition");
                assert!(when.is_always() || !when.words(guide).is_empty(), "a condition can be said");
            }
        }
    }
}

/// A journal is read up to its first bad line or refused. What was read comes again from what mending leaves, is written again to the
/// same bytes, and can be added to; what is refused can be salvaged, and the salvage is whole.
pub(crate) fn journal(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let path = Path::new("journal.jsonl");
    match journal::parse(path, bytes) {
        Ok(loaded) => {
            let disk = disk_with(path, bytes);
            let (mut opened, again) = Journal::open_on(Arc::new(disk.clone()), path).expect("what can be read can be opened");
            assert_eq!(again.entries, loaded.entries);
            let aside = held(&disk, Path::new("journal.torn-1"));
            assert_eq!(aside.len() as u64, loaded.torn, "what is torn off is kept");
            assert!(bytes.ends_with(&aside));
            let mended = held(&disk, path);
            let whole = journal::parse(path, &mended).expect("a mended journal opens");
            assert_eq!((&whole.entries, whole.torn), (&loaded.entries, 0));
            let before = mended.len();
            opened.append(&[(incident(), NOW, 7)]).expect("it can be added to");
            let longer = held(&disk, path);
            assert_eq!(longer[..before], mended, "nothing that was there changes");
            let last = journal::parse(path, &longer).expect("what was added to opens");
            assert_eq!(last.entries.len(), loaded.entries.len() + 1);
            assert_eq!(last.entries.last().and_then(|e| e.event.clone()), Some(incident()));
            written_again(&loaded);
            replayed(&loaded.events().cloned().collect::<Vec<_>>());
        }
        Err(StoreError::Corrupt { .. }) => {
            let saved = salvage::salvage_bytes(bytes);
            assert!(saved.unproven.len() <= saved.entries.len() + saved.lost.len() + saved.unproven.len());
            replayed(&saved.events().cloned().collect::<Vec<_>>());
        }
        Err(StoreError::Newer { .. }) => {}
        Err(other) => panic!("{other}"),
    }
}

/// What was read and is known here is written to a new journal and read from it, word for word.
fn written_again(loaded: &journal::Loaded) {
    let path = Path::new("copy");
    let disk = disk_with(path, &[]);
    let (mut copy, _) = Journal::open_on(Arc::new(disk.clone()), path).expect("a new journal");
    let known = loaded.entries.iter().filter_map(|e| Some((e.event.clone()?, e.at, e.mono)));
    let lines: Vec<_> = known.collect();
    copy.append(&lines).expect("what was read can be written");
    let again = journal::parse(path, &held(&disk, path)).expect("what was written can be read");
    let back: Vec<_> = again.entries.iter().filter_map(|e| Some((e.event.clone()?, e.at, e.mono))).collect();
    assert_eq!(back, lines);
}

const NOW: Stamp = Stamp::new(1_795_390_200_000, 60);

fn incident() -> Event {
    Event::Incident { at: Position::from_secs(3), incident: Incident::Silence.into() }
}

fn small() -> Guide {
    read_guide("small-guide.yaml", SMALL.as_bytes()).guide.expect("the small guide is clean")
}

/// The set-up of an interview with P07 over the small guide.
pub(crate) fn opened() -> Opened {
    Opened { reaction_ms: 1500, ..Opened::of(NOW, "P07", Round::First, &small()) }
}

/// Whatever events there are, a session comes of them that can be asked everything.
fn replayed(events: &[Event]) {
    let first = Event::Opened(opened());
    let mut session = Session::replay(small(), std::iter::once(&first).chain(events)).expect("it begins with its set-up");
    let mut again = session.clone();
    session.found_unattended();
    again.found_unattended();
    assert_eq!(session, again);
    assert!(!matches!(session.phase(), Phase::Recording | Phase::OffRecord), "nobody holds it");
    let end = session.timeline().end();
    for at in [Position::START, end, Position::from_millis(end.millis() / 2)] {
        if let Some((take, frame)) = session.timeline().locate(at) {
            assert!(session.timeline().frames_of(take).is_some_and(|all| frame < all));
        }
    }
    let shared = Summary::of(&session);
    assert!(shared.len() <= session.statements().count());
    // What comes of these is not looked at, only that something does.
    black_box((session.standing(), session.notes_by_position(), circumstances::settled(&session)));
    black_box((session.timeline().lengths(), session.timeline().next_take(), session.next_note(), session.next_statement()));
    black_box((session.incidents().iter().map(|told| told.what.words().len()).sum::<usize>(), session.decide(Command::Reopen).is_ok()));
    black_box((session.is_off_record(), session.is_on_the_clock(), agenda::parts(&session).len(), agenda::answers(&session).len()));
    black_box(agenda::Shortage::of(&session, end));
}

/// Lines of JSON, each an event: those that are one happen, in order.
pub(crate) fn session(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let events: Vec<Event> = bytes.split(|b| *b == b'\n').filter_map(|line| serde_json::from_slice(line).ok()).collect();
    for event in &events {
        let line = serde_json::to_string(event).expect("an event can be written");
        assert_eq!(serde_json::from_str::<Event>(&line).ok().as_ref(), Some(event), "{line}");
    }
    replayed(&events);
}

/// A WAV is read or refused, and so it is mended. What was mended is read, has no more frames than bytes, keeps every byte of its sound,
/// and is not mended again.
pub(crate) fn wav(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let path = Path::new("take-001.wav");
    let frames_of = |file: &Vec<u8>| -> Result<u64, AudioError> {
        let mut reader = TakeReader::over(path, Box::new(file.clone()))?;
        let (frames, width) = (reader.frames().0, reader.format().width() as u64);
        assert!(
            frames.saturating_mul(width).saturating_mul(2) <= bytes.len() as u64,
            "{frames} frames of {width} in {} bytes",
            bytes.len()
        );
        let mut samples = Vec::new();
        reader.read(Frames(0), usize::MAX / 8, &mut samples)?;
        assert_eq!(samples.len() as u64, frames * width);
        reader.read(Frames(frames / 2), 3, &mut samples)?;
        reader.read(Frames(u64::MAX), 3, &mut samples)?;
        assert!(samples.is_empty());
        Ok(frames)
    };
    let mut file = bytes.to_vec();
    let read = frames_of(&file);
    match repair_over(path, &mut file) {
        Ok(done) => {
            let after = file.clone();
            assert_eq!(frames_of(&file).expect("what was mended opens"), done.frames.0);
            assert!(read.is_err() || read.is_ok_and(|frames| frames == done.frames.0), "reading and mending count alike");
            assert_eq!(after.len(), bytes.len().max(44));
            assert_eq!(after[44..], bytes[44.min(bytes.len())..], "not a sample is touched");
            let again = repair_over(path, &mut file).expect("what was mended can be mended");
            assert!(!again.changed && again.frames == done.frames && again.format == done.format && file == after);
        }
        Err(AudioError::NotWav { .. }) => assert_eq!(file, bytes, "what is refused is not touched"),
        Err(other) => panic!("{other}"),
    }
}

/// A file that somebody typed becomes a guide, or is told in words to be none; each sign of it is in one row, and what is written is read back.
pub(crate) fn import(bytes: &[u8]) {
    if bytes.len() > LONGEST {
        return;
    }
    let names = if bytes.starts_with(b"PK") { &["a.docx"][..] } else { &["a.txt", "a.md"][..] };
    for name in names {
        let typed = match import::read(Path::new(name), bytes) {
            Ok(typed) => typed.paragraphs,
            Err(why) => {
                assert!(!why.to_string().is_empty());
                continue;
            }
        };
        let draft = guess(&typed, Source { file: name, stem: "a", day: "2026-11-26" });
        let signs = |texts: Vec<String>| {
            let mut signs: Vec<char> = texts.iter().flat_map(|text| text.chars()).filter(|c| !c.is_whitespace()).collect();
            signs.sort_unstable();
            signs
        };
        let came = signs(typed.iter().map(|paragraph| paragraph.text()).collect());
        let went = signs(draft.guesses.iter().filter(|row| row.at.is_some()).map(|row| row.text.clone()).collect());
        assert!(came == went, "a sign has no row, or two: {:?}", String::from_utf8_lossy(bytes));
        let text = guide_text::write(&draft.guide, &draft.remarks);
        let read = read_guide("a.yaml", text.as_bytes());
        assert_eq!(read.guide.as_ref(), Some(&draft.guide), "{text}");
        assert_eq!(read.problems.len(), draft.untold(), "{text}");
    }
}
