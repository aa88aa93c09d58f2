//! What a journal says is promised: two journals that were written once are read for ever.
//!
//! `fixtures/journal-1.jsonl` has every kind of event in every spelling there has been; nobody may change a line of it, only add some.
//! `fixtures/journal-1-newer.jsonl` is what a later hearback may write; here this program is the older one, and it must take no incident
//! for nothing, no doubt for a yes, and let nothing leave a session whose participant said something that it cannot read.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Command;

use hearback::domain::consent::Answer;
use hearback::domain::consent::How;
use hearback::domain::consent::Wish;
use hearback::domain::event::Event;
use hearback::domain::guide::Guide;
use hearback::domain::guide::Id;
use hearback::domain::named::Worded;
use hearback::domain::session::Session;
use hearback::domain::standing::Audio;
use hearback::domain::standing::Choice;
use hearback::domain::standing::Phase;
use hearback::domain::time::Frames;
use hearback::domain::timeline::TakeNumber;
use hearback::store::guide_file::read_guide;
use hearback::store::journal;
use hearback::store::journal::Loaded;

use crate::docs::kebab;
use crate::docs::variants;
use crate::support::day::make_study;
use crate::support::program::program;

/// What the form is told and finds out, and what is done after an interview, by their kinds.
const BESIDE: [(&str, &str); 21] = [
    ("seats", "Sits"),
    ("seats", "Does"),
    ("prepared", "FarVoice"),
    ("prepared", "SummaryForm"),
    ("prepared", "SummaryWay"),
    ("prepared", "RoomFound"),
    ("prepared", "RoomPlayback"),
    ("evening", "PageLine"),
    ("evening", "SaidOfIt"),
    ("evening", "Verdict"),
    ("evening", "LooseEnd"),
    ("transcript/handed", "Step"),
    ("member_check/before", "BeforeItem"),
    ("member_check/before", "BeforeAnswer"),
    ("member_check/sent", "SentBy"),
    ("member_check/sent", "Sending"),
    ("member_check/reply", "Says"),
    ("member_check/reply", "RepliedBy"),
    ("member_check/reply", "RemarkKind"),
    ("member_check/reply", "Disposed"),
    ("member_check/reply", "OwnWords"),
];

fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures").join(name)
}

fn read(name: &str) -> Loaded {
    journal::read(&fixture(name)).unwrap()
}

/// The small guide with the consent items that the journals speak of.
fn guide() -> Guide {
    let more = "  - id: quotes\n    covers: quotes\n    say: Quote?\ntopics:\n";
    let text = include_str!("fixtures/small-guide.yaml").replace("topics:\n", more);
    read_guide("small-guide.yaml", text.as_bytes()).guide.unwrap()
}

#[test]
fn every_kind_in_every_spelling_is_read_for_ever() {
    let loaded = read("journal-1.jsonl");
    assert_eq!((loaded.unknown, loaded.unheeded, loaded.torn), (0, 0, 0));
    let mut table = String::new();
    for entry in &loaded.entries {
        let who = entry.who.as_ref().map_or_else(|| "-".to_owned(), ToString::to_string);
        let event = entry.event.as_ref().unwrap();
        writeln!(table, "{:>3} {who:<7} {event:?}", entry.n).unwrap();
    }
    assert!(!table.contains("Newer {"), "{table}");
    insta::assert_snapshot!("every_spelling", table);

    let text = fs::read_to_string(fixture("journal-1.jsonl")).unwrap();
    let said: Vec<serde_json::Value> = text.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect();
    let kinds: BTreeSet<String> = said.iter().map(|line| line["event"]["kind"].as_str().unwrap().to_owned()).collect();
    let there: BTreeSet<String> = variants("src/domain/event.rs", "Event").iter().map(|name| kebab(name)).collect();
    assert_eq!(kinds, there, "a kind of event that the journal does not have is promised to nobody");
    for kind in ["Incident", "Fault", "GapCause", "EndCause"] {
        for name in variants("src/domain/incident.rs", kind) {
            assert!(text.contains(&format!("{{\"is\":\"{}\"", kebab(&name))), "{kind}::{name} is not in the journal");
        }
    }
    let words = [("incident", "Doing"), ("refused", "Refused"), ("consent", "Answer"), ("consent", "How"), ("consent", "Wish")];
    let words =
        words.into_iter().chain([("coverage/state", "Coverage"), ("coverage", "OwnProbe"), ("names", "NameOf"), ("stands", "Stands")]);
    for (file, kind) in words.chain(BESIDE) {
        for name in variants(&format!("src/domain/{file}.rs"), kind) {
            assert!(text.contains(&format!(":\"{}\"", kebab(&name))), "{kind}::{name} is not in the journal");
        }
    }
}

/// Every line says the same when it is written again: what is read is what is meant.
#[test]
fn what_is_read_can_be_written_again() {
    for entry in read("journal-1.jsonl").entries {
        let event = entry.event.unwrap();
        let again = serde_json::to_string(&event).unwrap();
        assert_eq!(serde_json::from_str::<Event>(&again).unwrap(), event, "{again}");
    }
}

#[test]
fn a_session_of_earlier_versions_is_what_it_was() {
    let loaded = read("journal-1.jsonl");
    let events: Vec<&Event> = loaded.events().take(24).collect();
    let session = Session::replay(guide(), events).unwrap();
    assert_eq!(session.phase(), Phase::Ended);
    assert_eq!(*session.audio(), Audio::NotesOnly(Choice::Interviewers), "who recorded a yes had not declined");
    let told: Vec<String> = session.incidents().iter().map(|mishap| mishap.what.words()).collect();
    assert_eq!(
        told,
        [
            "0.1 s of sound was lost, and silence stands there: the audio did not arrive in time",
            "the battery is down to 9 %",
            "The sound device stopped (unplugged): check the plug.",
            "recovered after a crash; at most 0.2 s is missing here",
        ]
    );
    let note = session.notes().next().unwrap();
    assert_eq!((note.text.as_str(), note.struck), ("it was like a \"switch\"\n✂", false));
    assert_eq!(session.timeline().frames_of(TakeNumber(1)), Some(Frames(480_000)));
    assert_eq!(session.takes()[&TakeNumber(1)].sha256, None, "nobody measured it then");
}

#[test]
fn an_older_program_takes_nothing_of_a_newer_one_for_a_yes() {
    let loaded = read("journal-1-newer.jsonl");
    assert_eq!((loaded.entries.len(), loaded.unknown, loaded.unheeded), (16, 2, 1), "what it does not know it counts");
    let mut session = Session::replay(guide(), loaded.events()).unwrap();
    session.passes_over(loaded.unheeded);
    let consents = session.consents();
    assert_eq!(consents.all()[0].how, How::NotStated);
    assert_eq!(consents.answer(&Id::new("recording")), Some(Answer::Refused), "an answer it does not know is none");
    assert_eq!(consents.withdrawals()[0].wish, Wish::Keep);
    assert!(matches!(session.audio(), Audio::NotesOnly(_)), "for whatever reason there was no sound, none is taken");
    assert_eq!((session.phase(), session.is_understood()), (Phase::Ended, false));
    let told: Vec<String> = session.incidents().iter().map(|mishap| mishap.what.words()).collect();
    assert_eq!(
        told,
        [
            "something that a newer hearback calls earthquake",
            "something that a newer hearback calls battery",
            "less than 0.1 s of sound was lost, and silence stands there: something that a newer hearback calls xrun",
            "something that a newer hearback calls fire alarm",
        ]
    );
}

/// A journal of the given events, with right digests, as anybody may write one.
fn written(events: &[(&str, &str)]) -> Vec<u8> {
    use sha2::Digest;
    let header = r#"{"format":"hearback/journal","version":1,"by":"hearback 9"}"#;
    let digest = |before: &[u8], body: &str| sha2::Sha256::new().chain_update(before).chain_update(body).finalize()[..16].to_vec();
    let (mut text, mut sum) = (format!("{header}\n"), digest(&[0; 16], header));
    for (n, (more, event)) in (1..).zip(events) {
        let body = format!(r#"{{"n":{n}{more},"event":{event}"#);
        sum = digest(&sum, &body);
        let hex = sum.iter().fold(String::new(), |hex, byte| format!("{hex}{byte:02x}"));
        writeln!(text, "{body},\"sum\":\"{hex}\"}}").unwrap();
    }
    text.into_bytes()
}

const OPENED: &str = r#"{"kind":"opened","at":{"utc_ms":1,"zone_min":60},"participant":"P07","round":"first","guide":"small","guide_version":"1.0","reaction_ms":0}"#;
const AT: &str = r#","at":"2026-11-22T10:00:00.000+01:00","mono":1"#;

/// What a journal of an interview with a yes to the quotes, and then of `last`, makes of the session.
fn after(more: &str, last: &str) -> (Loaded, Session) {
    let given = |item: &str| format!(r#"{{"kind":"consent-answered","item":"{item}","answer":"given","how":"spoken"}}"#);
    let [part, recording, quotes] = ["taking-part", "recording", "quotes"].map(given);
    let ended = r#"{"kind":"ended","at":9}"#;
    let events = [(AT, OPENED), (AT, &part), (AT, &recording), (AT, &quotes), (AT, r#"{"kind":"began"}"#), (more, last), (AT, ended)];
    let loaded = journal::parse(Path::new("j"), &written(&events)).unwrap();
    let mut session = Session::replay(guide(), loaded.events()).unwrap();
    session.passes_over(loaded.unheeded);
    (loaded, session)
}

/// Whatever is wrong with a line that its digest proves, it is there, and a no in it is one.
#[test]
fn a_no_is_a_no_however_little_of_it_can_be_read() {
    let refused = |rest: &str| format!(r#"{{"kind":"consent-answered","item":"quotes",{rest}}}"#);
    for no in [
        refused(r#""answer":"refused","how":null"#),
        refused(r#""answer":"refused","how":{"is":"by-video"}"#),
        refused(r#""answer":"refused","at":{"day":1}"#),
        refused(r#""answer":{"is":"refused"}"#),
        refused(r#""how":"spoken""#),
        r#"{"kind":"consent-withdrawn","item":"quotes"}"#.into(),
        r#"{"kind":"consent-withdrawn","item":"quotes","wish":{"is":"new"},"at":"noon"}"#.into(),
        r#"{"kind":"consent-changed","item":"quotes"}"#.into(),
    ] {
        for more in [AT, "", r#","at":"2026-11-22T09:00:00Z","mono":1.5"#, r#","at":7"#] {
            let (loaded, session) = after(more, &no);
            assert_eq!((loaded.entries.len(), loaded.torn), (7, 0), "{no} {more}");
            assert_eq!(session.consents().answer(&Id::new("quotes")), Some(Answer::Refused), "{no}");
        }
    }
    for strange in [
        r#"{"kind":"consent-answered","item":7,"answer":"refused"}"#,
        r#"{"kind":"consent-withdrawn","item":"something-else","at":1,"wish":"keep"}"#,
        r#"{"kind":"silenced","id":1,"take":1}"#,
        r#"{"kind":"silenced","id":1,"take":1}"#,
        r#"{"kind":"undone","of":3,"by":{"kind":"silenced","id":1}}"#,
        "7",
    ] {
        assert!(!after(AT, strange).1.is_understood(), "{strange}: it may be a no");
    }
    assert!(after(AT, r#"{"kind":"sun-rose"}"#).1.is_understood(), "what says nothing of that kind binds nobody");
    // A yes after a no is none, unless it is a change.
    let (_, session) = after(AT, &refused(r#""answer":"refused","how":"spoken""#));
    let mut events: Vec<Event> = read("journal-1.jsonl").events().take(4).cloned().collect();
    events.push(serde_json::from_str(&refused(r#""answer":"refused""#)).unwrap());
    events.push(serde_json::from_str(&refused(r#""answer":"given""#)).unwrap());
    assert_eq!(Session::replay(guide(), &events).unwrap().consents().answer(&Id::new("quotes")), Some(Answer::Refused));
    assert!(session.is_understood());
}

/// The event is there, even where what stands beside the point cannot be read.
#[test]
fn what_stands_beside_the_point_costs_no_event() {
    for event in [
        r#"{"kind":"incident","at":1}"#,
        r#"{"kind":"incident","at":1,"incident":null}"#,
        r#"{"kind":"incident","at":1,"incident":{"is":4}}"#,
        r#"{"kind":"gap","take":1,"at_frame":1,"frames":1}"#,
        r#"{"kind":"gap","take":1,"at_frame":1,"frames":1,"why":null}"#,
        r#"{"kind":"audio-stopped","at":1}"#,
        r#"{"kind":"audio-stopped","at":1,"why":"lost"}"#,
        r#"{"kind":"ended","at":1,"why":{}}"#,
        r#"{"kind":"take-closed","take":1,"frames":1,"rate":0,"channels":70000,"sha256":"ABC"}"#,
        r#"{"kind":"distress","at":1,"choice":"sing"}"#,
        r#"{"kind":"note-added","note":1,"note_kind":"drawing","text":"x","stamp":{"raw":1,"reaction_ms":0},"question":null,"off_record":false,"late":false}"#,
    ] {
        let read: Result<Event, _> = serde_json::from_str(event);
        assert!(read.is_ok(), "{event}: {read:?}");
        let again = serde_json::to_string(&read.unwrap()).unwrap();
        assert!(serde_json::from_str::<Event>(&again).is_ok(), "{again}");
    }
}

fn hearback(study: &Path, args: &[&str]) -> (Option<i32>, String) {
    let mut command = program();
    let output = command
        .args(["--study"])
        .arg(study)
        .args(args)
        .env("HEARBACK_CONFIG", study.join("config"))
        .env("XDG_CACHE_HOME", study.join("cache"))
        .output()
        .unwrap();
    let text = [output.stdout, output.stderr].concat();
    (output.status.code(), String::from_utf8(text).unwrap())
}

/// A study with one session whose journal is the newer one.
fn study() -> (tempfile::TempDir, PathBuf) {
    let dir = tempfile::tempdir().unwrap();
    make_study(dir.path());
    let session = dir.path().join("sessions/2026-11-22-P07-first");
    fs::create_dir_all(&session).unwrap();
    fs::write(session.join("guide.yaml"), include_str!("fixtures/small-guide.yaml")).unwrap();
    fs::copy(fixture("journal-1-newer.jsonl"), session.join("journal.jsonl")).unwrap();
    (dir, session.join("journal.jsonl"))
}

#[test]
fn nothing_leaves_a_session_whose_participant_said_what_cannot_be_read() {
    let (dir, _) = study();
    let (code, said) = hearback(dir.path(), &["letter", "P07"]);
    assert_eq!(code, Some(1), "{said}");
    assert!(said.contains("nothing may leave this session"), "{said}");
    let (code, said) = hearback(dir.path(), &["show", "P07"]);
    assert_eq!(code, Some(0), "it may be looked at: {said}");
    assert!(said.contains("2 events are of a newer hearback and are passed over"), "{said}");
    assert!(said.contains("nothing may leave this session"), "{said}");
}

#[test]
fn mending_keeps_what_it_does_not_know_and_every_number() {
    let (dir, path) = study();
    let before = fs::read_to_string(&path).unwrap();
    let mut bytes = before.clone().into_bytes();
    // The sixth event is damaged, and so it is lost.
    let at = before.find("sun-rose").unwrap();
    bytes[at] = b'?';
    fs::write(&path, &bytes).unwrap();
    let (code, said) = hearback(dir.path(), &["--interviewer", "I3", "recover", "P07"]);
    assert_eq!(code, Some(0), "{said}");
    let after = fs::read_to_string(&path).unwrap();
    let body = |line: &str| line.rsplit_once(",\"sum\"").unwrap_or((line, "")).0.to_owned();
    for (n, (was, is)) in before.lines().zip(after.lines()).enumerate().skip(1) {
        if n == 6 {
            assert!(is.starts_with("{\"n\":6,") && is.contains("\"kind\":\"line-lost\""), "{is}");
        } else {
            assert_eq!(body(was), body(is));
        }
    }
    let added = after.lines().last().unwrap();
    assert!(added.contains("\"is\":\"damaged\"") && added.contains("\"who\":\"I3@"), "{added}");
}

/// Anybody can read and check a journal: the program in the manual does, with nothing but Python.
#[test]
fn the_reader_in_the_manual_reads_them() {
    let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("src/manual/journal.md")).unwrap();
    let (_, rest) = text.split_once("```python\n").unwrap();
    let (program, _) = rest.split_once("```").unwrap();
    let dir = tempfile::tempdir().unwrap();
    let python = dir.path().join("check.py");
    fs::write(&python, program).unwrap();
    for (name, events) in [("journal-1.jsonl", 295), ("journal-1-newer.jsonl", 16)] {
        let output = Command::new("python3").arg(&python).arg(fixture(name)).output().expect("python3, as `make test` installs it");
        let said = String::from_utf8(output.stdout).unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        assert!(said.contains(&format!("{events} events, all as they were written")), "{said}");
        let wrong = dir.path().join("wrong.jsonl");
        fs::write(&wrong, fs::read_to_string(fixture(name)).unwrap().replacen("\"recording\"", "\"Recording\"", 1)).unwrap();
        assert!(!Command::new("python3").arg(&python).arg(&wrong).output().unwrap().status.success(), "a changed one is noticed");
    }
}
