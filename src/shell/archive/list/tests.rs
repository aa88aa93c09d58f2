//! A list that remembers says what one says that does not, whatever is done to its files in between.

#![expect(clippy::disallowed_methods, reason = "tests do to files what people do")]

use std::fs;
use std::fs::File;
use std::path::PathBuf;
use std::thread;

use super::*;
use crate::audio::StreamFormat;
use crate::audio::take::Take;
use crate::disk::real::RealDisk;
use crate::domain::event::Event;
use crate::domain::event::Opened;
use crate::domain::guide::Round;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::named::Named;
use crate::domain::session::tests::opened;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::store::journal::Journal;
use crate::words::Words;

const GUIDE: &str = "format: 1\nid: small\ntitle: Small\nversion: \"1.0\"\nlanguage: en\naudience: individual\nrounds: [first]\nminutes: 10\n\
    consent:\n  - id: taking-part\n    covers: taking-part\n    say: Do you take part?\n\
    topics:\n  - id: a\n    title: A\n    minutes: 4\n    questions:\n      - id: b\n        ask: What?\n";

/// 2026-11-22, in the morning.
const DAY: Stamp = Stamp::new(1_795_341_600_000, 60);

/// Long after every file here was written.
const LATER: Stamp = Stamp::new(i64::MAX / 2, 0);

/// A study of two sessions, each cut short in mid-recording with one whole take, and an empty folder for caches.
struct TwoSessions {
    dir: tempfile::TempDir,
    study: Study,
    cache: Cache,
}

impl TwoSessions {
    fn new() -> Self {
        let dir = tempfile::tempdir().unwrap();
        let study = Study::init(&dir.path().join("study"), &[("study.yaml", b"title: x\n")]).unwrap();
        let cache = Cache::of(Some(dir.path().join("caches/hearback")), study.root());
        let place = Self { dir, study, cache };
        for code in ["P01", "P02"] {
            place.interview(code);
        }
        place
    }

    fn interview(&self, code: &str) {
        let folder = self.study.create_session("2026-11-22", code, Round::First, GUIDE.as_bytes()).unwrap();
        let format = StreamFormat { rate: SampleRate::STUDIO, channels: 1 };
        let mut take = Take::create(&RealDisk, folder.path(), TakeNumber(1), format).unwrap();
        take.write(&[1; 480]).unwrap();
        take.checkpoint().unwrap();
        let opened = Opened { at: DAY, participant: code.into(), ..opened() };
        let events = [
            Event::Opened(opened),
            Event::TakeStarted { take: TakeNumber(1), at: Position::START, rate: format.rate, channels: 1, device: String::new() },
            Event::Checkpoint { take: TakeNumber(1), frames: Frames(480) },
            Event::Incident { at: Position::START, incident: Named::Sentence("whispered".into()) },
        ];
        let lines: Vec<_> = events.into_iter().map(|event| (event, DAY, 0)).collect();
        Journal::create(&folder.journal()).unwrap().append(&lines).unwrap();
    }

    /// What is listed, which must be what is listed without a cache.
    fn told(&self) -> Vec<SessionLine> {
        let told = list(&self.study, &self.cache, &BeforeLeaving::default(), LATER).unwrap();
        assert_eq!(told, list(&self.study, &Cache::none(), &BeforeLeaving::default(), LATER).unwrap());
        told
    }

    /// The file of the cache.
    fn file(&self) -> PathBuf {
        let folder = fs::read_dir(self.dir.path().join("caches/hearback")).unwrap().next().unwrap().unwrap().path();
        folder.join("sessions.json")
    }

    fn first(&self) -> SessionFolder {
        self.study.session("P01").unwrap()
    }

    /// Makes what is remembered false, so that whoever believes it is seen.
    fn poison(&self) {
        let known = self.cache.read();
        assert_eq!(known.len(), 2, "both are remembered");
        let folders = self.study.sessions().unwrap();
        let poisoned: Vec<(String, Vec<u8>)> = folders
            .iter()
            .map(SessionFolder::name)
            .map(|name| {
                let entry = CachedSession { date: "poison".into(), ..known.of(&name).unwrap() };
                (name, serde_json::to_vec(&entry).unwrap())
            })
            .collect();
        self.cache.keep(&poisoned.iter().map(|(name, entry)| (name.clone(), entry.as_slice())).collect::<Vec<_>>());
    }

    /// Forgets everything, what was made false too, and gives what is told then.
    fn told_anew(&self) -> Vec<SessionLine> {
        fs::remove_file(self.file()).unwrap();
        self.told()
    }

    /// How many lines are believed without reading the journal.
    fn believed(&self) -> usize {
        list(&self.study, &self.cache, &BeforeLeaving::default(), LATER).unwrap().iter().filter(|line| line.date == "poison").count()
    }
}

#[test]
fn what_is_as_it_was_is_not_read_again() {
    let place = TwoSessions::new();
    assert_eq!(place.told().len(), 2);
    let written = fs::metadata(place.file()).unwrap().modified().unwrap();
    assert_eq!(place.told()[0].standing, Ok(Standing::Interrupted));
    assert_eq!(fs::metadata(place.file()).unwrap().modified().unwrap(), written, "nothing new, nothing written");
    place.poison();
    assert_eq!(place.believed(), 2);
}

#[test]
fn a_cache_that_is_missing_torn_or_of_another_version_is_made_anew() {
    let place = TwoSessions::new();
    place.told();
    let whole = fs::read(place.file()).unwrap();
    let text = String::from_utf8(whole.clone()).unwrap();
    let newer = text.replacen("\"version\":1", "\"version\":9", 1);
    let older = text.replacen(env!("CARGO_PKG_VERSION"), "0.0.1", 1);
    let false_one = text.replacen("P01", "P09", 1);
    let bad =
        [Vec::new(), b"{}\n".to_vec(), whole[..whole.len() / 2].to_vec(), newer.into(), older.into(), false_one.into(), vec![b'\n'; 99]];
    for bytes in bad {
        fs::write(place.file(), &bytes).unwrap();
        place.told();
        assert_eq!(fs::read(place.file()).unwrap(), whole, "{}", String::from_utf8_lossy(&bytes));
    }
    for cut in 0..whole.len() {
        assert!(crate::shell::archive::cache::tests::is_refused(&whole[..cut]), "cut at {cut}");
    }
    fs::remove_file(place.file()).unwrap();
    place.told();
    assert_eq!(fs::read(place.file()).unwrap(), whole);
}

#[test]
fn a_journal_that_went_on_is_read() {
    let place = TwoSessions::new();
    place.told();
    place.poison();
    let (mut journal, _) = Journal::open(&place.first().journal()).unwrap();
    journal.append(&[(Event::TimePassed { at: Position::from_secs(9) }, DAY, 0)]).unwrap();
    assert_eq!(place.believed(), 1);
    place.told_anew();
}

#[test]
fn a_journal_changed_by_one_byte_of_the_same_size_is_read() {
    let place = TwoSessions::new();
    place.told();
    place.poison();
    let path = place.first().journal();
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    let text = fs::read_to_string(&path).unwrap().replacen("P01", "P07", 1);
    fs::write(&path, text).unwrap();
    // Whoever wants to hide it sets the time back; that, too, is a change.
    if cfg!(unix) {
        File::options().write(true).open(&path).unwrap().set_modified(before).unwrap();
    }
    assert_eq!(place.believed(), 1);
    assert!(place.told_anew().iter().any(|line| line.standing.is_err()));
}

#[test]
fn a_journal_that_is_another_file_is_read() {
    let place = TwoSessions::new();
    place.told();
    place.poison();
    let path = place.first().journal();
    let (before, bytes) = (fs::metadata(&path).unwrap().modified().unwrap(), fs::read(&path).unwrap());
    let other = path.with_extension("other");
    fs::write(&other, bytes).unwrap();
    File::options().write(true).open(&other).unwrap().set_modified(before).unwrap();
    fs::rename(&other, &path).unwrap();
    assert_eq!(place.believed(), if cfg!(unix) { 1 } else { 2 }, "its bytes are the same, and it may have been any");
    let guide = place.study.session("P02").unwrap().file("guide.yaml");
    fs::write(&guide, GUIDE.replace("\"1.0\"", "\"2.0\"")).unwrap();
    assert!(place.told_anew().iter().any(|line| line.guide == "small v2.0"));
}

#[test]
fn who_holds_a_session_and_what_its_takes_are_is_looked_at_each_time() {
    let place = TwoSessions::new();
    place.told();
    place.poison();
    let held = place.first().lock().unwrap();
    let standing = |n: usize| list(&place.study, &place.cache, &BeforeLeaving::default(), LATER).unwrap()[n].standing.clone();
    assert_eq!((standing(0), standing(1)), (Ok(Standing::UnderWay), Ok(Standing::Interrupted)));
    drop(held);
    assert_eq!((standing(0), place.believed()), (Ok(Standing::Interrupted), 2), "and nothing was read for it");
    place.told_anew();
    let take = place.first().file("take-001.wav");
    let whole = fs::read(&take).unwrap();
    fs::write(&take, &whole[..whole.len() / 2]).unwrap();
    assert_eq!(place.told()[0].changed.len(), 1);
    assert_eq!(place.told()[0].changed.len(), 1, "also when that is remembered");
    fs::remove_file(&take).unwrap();
    assert_eq!(place.told()[0].changed.len(), 1);
    fs::write(&take, &whole).unwrap();
    assert_eq!((place.told()[0].changed.len(), place.told()[0].changed.len()), (0, 0));
}

#[test]
fn a_sound_that_comes_to_a_remembered_folder_is_seen_and_the_journal_is_not_read_for_it() {
    let place = TwoSessions::new();
    for code in ["P01", "P02"] {
        let (mut journal, _) = Journal::open(&place.study.session(code).unwrap().journal()).unwrap();
        journal.append(&[(Event::Ended { at: Position::START, why: None }, DAY, 0)]).unwrap();
    }
    place.told();
    assert!(place.cache.read().of(&place.first().name()).unwrap().folder.is_some() || !cfg!(unix));
    place.poison();
    let stray = place.first().file("take-007.wav");
    fs::write(&stray, b"RIFF").unwrap();
    let strays = || list(&place.study, &place.cache, &BeforeLeaving::default(), LATER).unwrap()[0].strays.len();
    assert_eq!((strays(), strays(), place.believed()), (1, 1, 2), "each time");
    fs::remove_file(&stray).unwrap();
    assert_eq!((strays(), strays(), place.believed()), (0, 0, 2));
    place.told_anew();
}

#[test]
fn an_interview_was_held_when_it_began_also_where_only_its_line_says_so() {
    let place = TwoSessions::new();
    let days_later = |days: i64| DAY.later(days * 86_400_000);
    for (code, on) in [("P01", None), ("P02", Some(days_later(9)))] {
        let (mut journal, _) = Journal::open(&place.study.session(code).unwrap().journal()).unwrap();
        journal
            .append(&[(Event::Began { on }, days_later(8), 0), (Event::Ended { at: Position::START, why: None }, days_later(8), 0)])
            .unwrap();
    }
    let days = |told: Vec<SessionLine>| told.into_iter().map(|line| (line.participant, line.date)).collect::<Vec<_>>();
    let held = [("P01".to_owned(), "2026-11-30".to_owned()), ("P02".to_owned(), "2026-12-01".to_owned())];
    assert_eq!((days(place.told()), days(place.told())), (held.to_vec(), held.to_vec()));
}

#[test]
fn many_are_listed_by_several_in_their_order() {
    let dir = tempfile::tempdir().unwrap();
    let study = Study::init(&dir.path().join("study"), &[("study.yaml", b"title: x\n")]).unwrap();
    let cache = Cache::of(Some(dir.path().join("caches/hearback")), study.root());
    let place = TwoSessions { dir, study, cache };
    let codes: Vec<String> = (0..2 * FOR_EACH + 7).map(|n| format!("P{n:03}")).collect();
    for code in &codes {
        place.interview(code);
    }
    let names = |told: Vec<SessionLine>| told.into_iter().map(|line| line.participant).collect::<Vec<_>>();
    assert_eq!(names(place.told()), codes);
    assert_eq!(names(place.told()), codes, "and as they are remembered");
    let looked = |dutch: bool| {
        let told = || {
            looked_at(&place.study.sessions().unwrap(), |_, _| Looked {
                held_ms: 0,
                line: SessionLine::unread(String::new(), words::spoken().tag().into()),
                entry: Entry::Nothing,
            })
        };
        if dutch { words::speaking(Words::of("nl").unwrap(), told) } else { told() }
    };
    assert!(looked(true).iter().all(|one| one.line.standing == Err("nl".into())), "whoever looks speaks as whoever asked");
    assert!(looked(false).iter().all(|one| one.line.standing == Err("en".into())));
}

#[test]
fn what_has_just_changed_is_not_remembered_yet() {
    let place = TwoSessions::new();
    let now = || {
        let modified = fs::metadata(place.first().journal()).unwrap().modified().unwrap();
        Stamp::new(i64::try_from(modified.duration_since(std::time::UNIX_EPOCH).unwrap().as_millis()).unwrap(), 0)
    };
    list(&place.study, &place.cache, &BeforeLeaving::default(), now()).unwrap();
    assert_eq!(place.cache.read().len(), 0);
}

#[test]
fn two_windows_list_at_once() {
    let place = TwoSessions::new();
    let truth = place.told();
    thread::scope(|scope| {
        for n in 0..4 {
            let (place, truth) = (&place, &truth);
            scope.spawn(move || {
                for _ in 0..25 {
                    if n == 0 {
                        place.cache.keep(&[]);
                    }
                    assert_eq!(list(&place.study, &place.cache, &BeforeLeaving::default(), LATER).unwrap(), *truth);
                }
            });
        }
    });
    place.told();
    assert_eq!(fs::read_dir(place.file().parent().unwrap()).unwrap().count(), 1, "nothing is left lying about");
}

#[test]
fn a_cache_that_cannot_be_written_is_done_without() {
    let place = TwoSessions::new();
    fs::write(place.dir.path().join("caches"), "in the way").unwrap();
    assert_eq!((place.told().len(), place.told().len()), (2, 2));
    let nowhere = Cache::of(None, place.study.root());
    assert_eq!(list(&place.study, &nowhere, &BeforeLeaving::default(), LATER).unwrap(), place.told());
}

#[test]
fn a_cache_holds_what_the_list_shows_for_its_owner_only() {
    let place = TwoSessions::new();
    place.told();
    let text = fs::read_to_string(place.file()).unwrap();
    assert!(text.contains("P01") && !text.contains("whispered"), "{text}");
    let folder = place.file().parent().unwrap().to_owned();
    let name = folder.file_name().unwrap().to_str().unwrap().to_owned();
    assert!(name.len() == 16 && name.bytes().all(|b| b.is_ascii_hexdigit()), "{name}");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = |path: &PathBuf| fs::metadata(path).unwrap().permissions().mode() & 0o777;
        assert_eq!((mode(&place.file()), mode(&folder)), (0o600, 0o700));
    }
    fs::remove_dir_all(place.first().path()).unwrap();
    place.told();
    assert!(!fs::read_to_string(place.file()).unwrap().contains("P01"), "what is gone is forgotten");
}
