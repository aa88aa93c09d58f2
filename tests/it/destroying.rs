//! Whoever takes consent back and wants all of it destroyed leaves nothing on this computer but that there was a session: not in the study, not
//! among the caches, under no name. What cannot be reached is named, what was done has a receipt, and a kill at any place leaves work that is
//! finished by whoever comes next. A study destroys each kind of material when its term is over.

use std::collections::BTreeMap;
use std::collections::HashSet;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Child;
use std::process::Stdio;
use std::time::Duration;
use std::time::Instant;

use hearback::domain::code::Code;
use hearback::domain::consent::Answer;
use hearback::domain::consent::Consent;
use hearback::domain::consent::How;
use hearback::domain::consent::Person;
use hearback::domain::consent::Wish;
use hearback::domain::destruction::Destruction;
use hearback::domain::destruction::Material;
use hearback::domain::event::Event;
use hearback::domain::note::NoteId;
use hearback::domain::seats::Table;
use hearback::domain::stands::Stands;
use hearback::store::journal::Journal;
use serde_json::Value;

use crate::cli::code;
use crate::cli::run;
use crate::composing::member_check;
use crate::editor::left;
use crate::form::plan;
use crate::support::day::DAY;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::study;
use crate::support::program::program;
use crate::support::search::files_with;
use crate::support::told::folders;
use crate::support::told::reread;
use crate::support::tongue::in_each_language;
use crate::support::tongue::make_native;
use crate::transcripts::typed;

/// What stands in their notes, statements, codes, transcripts and attributes, and in what an editor was given.
const THEIRS: [&str; 7] = ["back was broken", "shoulders up to my ears", "GNUWORD", "CANARYCODE", "zwaluwstaart", "a rare trade", "One."];

const ALL: [&str; 11] = ["withdraw", "P01", "--scope", "all", "--told", "by telephone", "--whom", "I1", "--on", "2026-11-22", "--yes"];

/// The same of somebody else.
fn of(code: &'static str) -> Vec<&'static str> {
    ALL.iter().map(|word| if *word == "P01" { code } else { *word }).collect()
}

/// An interview with all that is made of one: statements, four letters, a text in an editor, a code, a clip, a pack, a transcript, an index for
/// searching and a remembered list, attributes in the register.
fn whole_day() -> tempfile::TempDir {
    let dir = study();
    left(&dir).leave();
    let folder = folders(&dir).remove(0);
    let (mut journal, _) = Journal::open(&folder.journal()).unwrap();
    let code_of = Code { code: "CANARYCODE".into(), ..serde_json::from_str::<Code>(r#"{"code":"x"}"#).unwrap() };
    let coded = Event::NoteCoded { note: NoteId(1), code: "CANARYCODE".into(), stands: Stands::Stands };
    journal.append(&[Event::CodeDefined(code_of), coded].map(|event| (event, DAY, 0))).unwrap();
    drop(journal);
    fs::write(
        dir.path().join("participants.yaml"),
        "participants:\n  - code: P01\n    attributes: { work: a rare trade }\n  - code: P02\n    attributes: { work: baker }\n",
    )
    .unwrap();
    let source = typed(&dir);
    for call in [
        &["clip", "P01", "--from", "0:20", "--to", "0:24", "--out", "anna.wav"][..],
        &["transcript", "pack", "P01", "--out", "pack"],
        &["transcript", "import", "P01", &source],
        &["search", "shoulders"],
        &["sessions"],
    ] {
        let told = run(dir.path(), call);
        assert_eq!(code(&told), "0", "{told}");
    }
    // Where somebody keeps the file that they imported is theirs to know.
    fs::remove_file(dir.path().join(source)).unwrap();
    dir
}

/// Every file below a folder.
fn files(dir: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            found.extend(files(&path));
        } else {
            found.insert(path.clone(), fs::read(&path).unwrap());
        }
    }
    found
}

/// Runs of 64 bytes of their sound.
fn runs(take: &Path) -> HashSet<Vec<u8>> {
    let bytes = fs::read(take).unwrap();
    let all = bytes[44..].chunks_exact(64).filter(|run| run.iter().any(|byte| *byte != 0));
    all.map(<[u8]>::to_vec).collect()
}

/// The files in which something of theirs is left.
fn left_in(dir: &Path, sound: &HashSet<Vec<u8>>) -> Vec<String> {
    let words = THEIRS.iter().flat_map(|words| files_with(dir, words)).filter(|file| !file.contains("tools"));
    let all = files(dir);
    let heard =
        all.iter().filter(|(_, bytes)| bytes.windows(64).any(|run| sound.contains(run))).map(|(path, _)| path.display().to_string());
    words.chain(heard).collect()
}

fn receipts(dir: &Path) -> Vec<Value> {
    let all = files(dir).into_iter().filter(|(path, _)| path.parent().unwrap().ends_with("receipts"));
    all.map(|(_, bytes)| serde_json::from_slice(&bytes).unwrap()).collect()
}

#[test]
fn nothing_of_whoever_wants_all_of_it_destroyed_is_found_by_a_raw_search() {
    let dir = whole_day();
    let sound = runs(&folders(&dir)[0].file("take-001.wav"));
    let before = left_in(dir.path(), &sound);
    assert!(before.len() > 8 && sound.len() > 20, "{before:?}");
    let asked = run(dir.path(), &ALL[..10]);
    assert!(code(&asked) == "1" && asked.contains("Say --yes if it is meant") && asked.contains("anna.wav"), "{asked}");
    let still = left_in(dir.path(), &sound);
    assert!(before.iter().all(|file| still.contains(file)), "nothing is done without it");
    let told = run(dir.path(), &ALL);
    assert!(code(&told) == "0" && told.contains("all of it (") && told.contains("Letter 1 may be with the participant"), "{told}");
    assert_eq!(left_in(dir.path(), &sound), Vec::<String>::new(), "{told}");
    assert!(fs::read_to_string(dir.path().join("participants.yaml")).unwrap().contains("baker"));
    let [receipt] = &receipts(dir.path())[..] else { panic!("one receipt") };
    assert_eq!((&receipt["what"], &receipt["scope"], &receipt["why"]), (&"session".into(), &"destroy-all".into(), &"withdrawn".into()));
    let gone = receipt["files"].as_array().unwrap();
    assert!(gone.len() >= 10 && gone.iter().all(|one| one["how"] == "written-over"), "{receipt:#}");
    assert!(gone.iter().any(|one| one["file"] == "journal.jsonl") && gone.iter().any(|one| one["file"] == "copy-1.wav"), "{receipt:#}");
    assert!(!receipt.to_string().contains("anna") && receipt["not_claimed"]["nl"].as_str().unwrap().contains("SSD"));
    // Everybody lives with what is left.
    let told = run(dir.path(), &["sessions"]);
    assert!(code(&told) == "0" && told.contains("withdrawn"), "{told}");
    let told = run(dir.path(), &["verify"]);
    assert!(code(&told) == "0" && told.contains("\tdestroyed\t"), "{told}");
    for call in [&["show", "P01"][..], &["letters"], &["due"], &["search", "shoulders"], &["recover"], &["doctor"]] {
        let told = run(dir.path(), call);
        assert!(code(&told) != "70" && !told.contains("panicked"), "{told}");
    }
    let again = run(dir.path(), &ALL);
    assert!(code(&again) == "0" && again.contains("receipt 2026-") && receipts(dir.path()).len() == 1, "{again}");
    let mut script = home(&dir);
    let seen = script.screen(80, 24);
    assert!(seen.contains("withdrawn"), "{seen}");
    script.keys("<enter>").saved();
    assert!(script.screen(80, 24).contains("was destroyed"), "{}", script.screen(80, 24));
    script.leave();
}

#[test]
fn it_is_asked_done_and_said_in_each_language() {
    in_each_language(|| {
        let dir = study();
        member_check(&dir).leave();
        make_native(dir.path());
        let asked = run(dir.path(), &ALL[..10]);
        assert_eq!(code(&asked), "1", "{asked}");
        let done = run(dir.path(), &ALL);
        assert_eq!(code(&done), "0", "{done}");
        for call in [&["show", "P01"][..], &["sessions"], &["verify"], &["consent", "P01"]] {
            let told = run(dir.path(), call);
            assert_eq!(code(&told), "0", "{told}");
        }
    });
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let path = entry.unwrap().path();
        let there = to.join(path.file_name().unwrap());
        // What lies among the caches is of the study where it was.
        if path.file_name().is_some_and(|name| name == "cache" || name == "tools") {
            continue;
        }
        if path.is_dir() {
            copy(&path, &there);
        } else {
            fs::copy(&path, &there).unwrap();
        }
    }
}

type Seen = fn(&Path, &Path) -> bool;

fn has(session: &Path, words: &str) -> bool {
    fs::read_to_string(session.join("journal.jsonl")).is_ok_and(|journal| journal.contains(words))
}

const PLACES: [(&str, Seen); 6] = [
    ("at once", |_, _| true),
    ("they said so", |session, _| has(session, "consent-withdrawn")),
    ("it is begun", |session, _| has(session, r#""step":"begun""#)),
    ("the sound is gone", |session, _| !session.join("take-001.wav").exists()),
    ("the journal is another", |session, _| !has(session, "note-added")),
    ("there is a receipt", |_, study| study.join("receipts").read_dir().is_ok_and(|all| all.count() > 0)),
];

fn kill_when(mut child: Child, is_there: impl Fn() -> bool) -> bool {
    let began = Instant::now();
    while !is_there() && child.try_wait().unwrap().is_none() && began.elapsed() < Duration::from_secs(60) {
        std::thread::yield_now();
    }
    let was_running = child.try_wait().unwrap().is_none();
    child.kill().unwrap();
    child.wait().unwrap();
    was_running
}

#[cfg(unix)]
#[test]
fn after_a_kill_at_any_place_it_is_whole_when_it_is_called_again() {
    let from = whole_day();
    let name = folders(&from)[0].name();
    let sound = runs(&folders(&from)[0].file("take-001.wav"));
    let mut killed = 0;
    for (place, is_there) in PLACES {
        let dir = tempfile::tempdir().unwrap();
        copy(from.path(), dir.path());
        let session = dir.path().join("sessions").join(&name);
        let mut command = program();
        command.args(ALL).current_dir(dir.path()).stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
            .env("HEARBACK_CONFIG", dir.path().join("config"))
            .env("XDG_CACHE_HOME", dir.path().join("cache"))
            .env_remove("HEARBACK_STUDY");
        killed += u32::from(kill_when(command.spawn().unwrap(), || is_there(&session, dir.path())));
        // Whoever only looks in between is shown a session, and changes nothing.
        let looked = run(dir.path(), &["show", "P01"]);
        assert_eq!(code(&looked), "0", "{place}: {looked}");
        let told = run(dir.path(), &ALL);
        assert_eq!(code(&told), "0", "{place}: {told}");
        assert_eq!(left_in(dir.path(), &sound), Vec::<String>::new(), "{place}: {told}");
        assert_eq!(receipts(dir.path()).len(), 1, "{place}: {told}");
        let hidden: Vec<_> =
            files(&session).into_keys().filter(|path| path.file_name().unwrap().to_str().unwrap().starts_with('.')).collect();
        assert!(hidden.is_empty(), "{place}: {hidden:?}");
        assert!(run(dir.path(), &["recover", "P01"]).contains("nothing to mend"), "{place}");
    }
    assert!(killed >= 3, "{killed} were killed");
}

#[test]
fn what_cannot_be_done_is_said_and_nothing_is_half_done() {
    let dir = whole_day();
    let folder = folders(&dir).remove(0);
    let take = folder.file("take-001.wav");
    // Somebody has it open.
    let held = folder.lock().unwrap();
    let before = files(dir.path());
    for call in [&ALL[..], &["destroy", "P01", "--what", "sound", "--reason", "term", "--yes"]] {
        let told = run(dir.path(), call);
        assert!(code(&told) != "0" && told.contains("open"), "{told}");
    }
    assert!(take.exists() && files(dir.path()).get(&folder.journal()) == before.get(&folder.journal()));
    drop(held);
    // A receipt could not be written: nothing goes before that is known.
    fs::write(dir.path().join("receipts"), "in the way").unwrap();
    let told = run(dir.path(), &ALL);
    assert!(code(&told) != "0" && take.exists(), "{told}");
    fs::remove_file(dir.path().join("receipts")).unwrap();
    // A journal that is damaged is mended first.
    let whole = fs::read(folder.journal()).unwrap();
    let mut hurt = whole.clone();
    let middle = hurt.len() / 2;
    hurt[middle] ^= 1;
    fs::write(folder.journal(), &hurt).unwrap();
    let told = run(dir.path(), &ALL);
    assert!(code(&told) == "1" && told.contains("cannot be read") && take.exists(), "{told}");
    assert_eq!(code(&run(dir.path(), &["recover", "P01"])), "0");
    let told = run(dir.path(), &ALL);
    assert!(code(&told) == "0" && !take.exists(), "{told}");
    assert!(files_with(dir.path(), "back was broken").is_empty(), "the damaged one went, too");
}

#[test]
fn of_whoever_was_never_interviewed_what_the_list_says_goes_and_nothing_unasked() {
    let dir = whole_day();
    let list = dir.path().join("participants.yaml");
    let of_them = of("P02");
    let asked = run(dir.path(), &of_them[..10]);
    assert!(code(&asked) == "1" && asked.contains("P02 was never interviewed") && asked.contains("--yes"), "{asked}");
    assert!(fs::read_to_string(&list).unwrap().contains("baker"));
    let told = run(dir.path(), &of_them);
    assert!(code(&told) == "0" && told.contains("taken out, all but the code"), "{told}");
    let left = fs::read_to_string(&list).unwrap();
    assert!(!left.contains("baker") && left.contains("a rare trade") && left.contains("code: P02"), "{left}");
    assert_eq!(code(&run(dir.path(), &of("P99"))), "1");
}

#[test]
fn what_was_only_planned_is_asked_about_and_goes() {
    let dir = study();
    plan(&dir, &["taking-part"]);
    let planned = of("T13");
    let asked = run(dir.path(), &planned[..10]);
    assert!(code(&asked) == "1" && asked.contains("2026-11-21-T13-first") && asked.contains("--yes"), "{asked}");
    let journal = folders(&dir)[0].journal();
    assert!(fs::read_to_string(&journal).unwrap().contains("consent"));
    let told = run(dir.path(), &planned);
    assert!(code(&told) == "0" && !fs::read_to_string(&journal).unwrap().contains("consent-"), "{told}");
}

#[test]
fn before_an_interview_a_no_is_written_down_and_a_yes_on_the_form_or_afterwards_lifts_it() {
    for (scope, wish) in [("stop", Wish::Keep), ("sound", Wish::Destroy), ("quotes", Wish::NoQuotes), ("contact", Wish::NoContact)] {
        let dir = study();
        plan(&dir, &["taking-part"]);
        let how = ["--told", "by telephone", "--whom", "I1", "--on", "2026-11-22"];
        let told = run(dir.path(), &[&["withdraw", "T13", "--scope", scope], &how[..], &["--yes"]].concat());
        assert!(code(&told) == "0" && told.contains("2026-11-21-T13-first"), "{scope}: {told}");
        let session = reread(&dir);
        let [taken] = session.consents().standing() else { panic!("{scope}: nothing was written down") };
        assert_eq!((taken.wish, taken.said.on.as_str()), (wish, "2026-11-22"));
        assert_eq!(session.consents().answer(&taken.item), Some(Answer::Refused), "{scope}");
        assert!(session.asks_no_more() || !matches!(wish, Wish::Keep | Wish::NoContact), "{scope}: nobody suggests them");
        assert!(session.open_wish().is_none() && receipts(dir.path()).is_empty(), "{scope}: nothing is there to be destroyed");
        let again = run(dir.path(), &[&["withdraw", "T13", "--scope", scope], &how[..], &["--yes"]].concat());
        assert!(code(&again) == "0" && reread(&dir).consents().withdrawals().len() == 1, "{scope}: {again}");
        let mut signed = session.clone();
        signed.apply(&Event::ConsentAnswered(Consent::new(taken.item.clone(), Answer::Given, How::Written)));
        assert!(signed.consents().standing().is_empty(), "{scope}: the last word of the form counts");
        let lifted = run(dir.path(), &[&["consent", "T13", taken.item.as_str(), "yes"], &how[..2], &["--to", "I1"], &how[4..]].concat());
        assert!(code(&lifted) == "0" && reread(&dir).consents().standing().is_empty(), "{scope}: {lifted}");
    }
}

#[test]
fn of_a_group_that_was_only_planned_one_takes_back_what_is_theirs() {
    for scope in ["stop", "all"] {
        let dir = study();
        plan(&dir, &["taking-part"]);
        let (mut journal, _) = Journal::open(&folders(&dir)[0].journal()).unwrap();
        let table = Table::of(["P01", "P02"]);
        let item = reread(&dir).guide().consent[0].id.clone();
        let yes = |code: &str| Consent { person: Some(Person(code.into())), ..Consent::new(item.clone(), Answer::Given, How::Written) };
        let events = [Event::Seats(table), Event::ConsentAnswered(yes("P01")), Event::ConsentAnswered(yes("P02"))];
        journal.append(&events.map(|event| (event, DAY, 0))).unwrap();
        drop(journal);
        let how = ["--told", "by telephone", "--whom", "I1", "--on", "2026-11-22", "--yes"];
        let told = run(dir.path(), &[&["withdraw", "P01", "--scope", scope], &how[..]].concat());
        assert_eq!(code(&told), "0", "{scope}: {told}");
        let session = reread(&dir);
        let said = ["P01", "P02"].map(|code| session.consents().answer_of(&item, &Person(code.into())));
        assert_eq!(said, [Some(Answer::Refused), Some(Answer::Given)], "{scope}");
        assert!(!session.is_destroyed() && receipts(dir.path()).is_empty(), "{scope}: the others' stays");
    }
}

#[test]
fn a_wish_that_was_said_in_the_room_is_followed_by_the_command_that_it_names() {
    let dir = whole_day();
    let said = ["withdraw", "P01", "--scope", "sound"];
    let told = run(dir.path(), &[&said[..], &["--yes"]].concat());
    assert!(code(&told) != "0" && told.contains("--told HOW"), "nobody said so: {told}");
    let how = ["--told", "aloud", "--whom", "I1", "--on", "2026-11-22"];
    let told = run(dir.path(), &[&said[..], &how, &["--reason", "asked by letter", "--yes"]].concat());
    assert!(code(&told) == "0" && told.contains("the sound (") && told.contains("asked by letter"), "{told}");
    let told = run(dir.path(), &["verify"]);
    assert!(code(&told) == "0" && told.contains("\tdestroyed\t"), "{told}");
    assert!(!dir.path().join("anna.wav").exists() && files(&dir.path().join("pack")).is_empty());
    assert_eq!((reread(&dir).notes().count(), reread(&dir).open_wish()), (3, None));
    let again = run(dir.path(), &[&said[..], &["--yes"]].concat());
    assert!(code(&again) == "0" && receipts(dir.path()).len() == 1, "{again}");
    let told = run(dir.path(), &ALL);
    assert!(code(&told) == "0" && receipts(dir.path()).len() == 2, "{told}");
}

#[test]
fn a_copy_of_a_take_goes_with_the_sound_whatever_it_is_called_and_what_nobody_knows_is_named() {
    let dir = whole_day();
    let folder = folders(&dir).remove(0);
    let sound = runs(&folder.file("take-001.wav"));
    for copy in [folder.file("interview.wav"), dir.path().join("Anna.WAV")] {
        fs::copy(folder.file("take-001.wav"), copy).unwrap();
    }
    fs::write(folder.file("Anna.vtt"), "who knows").unwrap();
    let told = run(dir.path(), &["destroy", "P01", "--what", "sound", "--reason", "term", "--yes"]);
    assert!(code(&told) == "0" && told.contains("file-of-9.vtt"), "{told}");
    let heard: Vec<_> = files(dir.path()).into_iter().filter(|(_, bytes)| bytes.windows(64).any(|run| sound.contains(run))).collect();
    assert!(heard.is_empty() && folder.file("Anna.vtt").exists(), "{told}");
    let [receipt] = &receipts(dir.path())[..] else { panic!("one receipt") };
    let named = receipt["not_reached"].as_array().unwrap().iter().filter(|one| one["what"] == "file");
    assert_eq!(named.map(|one| one["name"].as_str().unwrap()).collect::<Vec<_>>(), ["file-of-9.vtt"], "{receipt:#}");
}

#[test]
fn each_material_goes_when_its_term_is_over_and_consent_goes_last() {
    let dir = whole_day();
    let yaml = dir.path().join("study.yaml");
    let text = fs::read_to_string(&yaml).unwrap();
    let terms = "{ sound: 5 years after the interview, transcript: 10 years, notes: 15 jaar, consent: 15 years, key_list: 1 year }";
    let line = text.lines().find(|line| line.starts_with("retention:")).unwrap();
    fs::write(&yaml, text.replace(line, &format!("retention: {terms}"))).unwrap();
    let due = |on: &str| -> Vec<String> {
        let told = run(dir.path(), &["due", "--on", on, "--json"]);
        let json: Value = serde_json::from_str(told.split_once('\n').unwrap().1.split("--- exit").next().unwrap()).unwrap();
        let terms = json.as_array().unwrap().iter().filter(|one| one["kind"] == "term").map(|one| one["item"].as_str().unwrap().to_owned());
        terms.collect()
    };
    assert_eq!(due("2027-11-22"), Vec::<String>::new());
    assert_eq!(due("2031-11-22"), ["key_list"], "its last day is one on which it may be there");
    assert_eq!(due("2041-11-23"), ["key_list", "sound", "transcript", "notes", "consent"]);
    let destroy =
        |what: &str, more: &[&str]| run(dir.path(), &[&["destroy", "P01", "--what", what, "--reason", "the term is over"], more].concat());
    let told = destroy("consent", &["--yes"]);
    assert!(code(&told) == "1" && told.contains("consent goes last"), "{told}");
    let before = files(dir.path());
    for what in ["sound", "transcript", "notes"] {
        let told = destroy(what, &[]);
        assert!(code(&told) == "1" && told.contains("Nothing was destroyed"), "{told}");
    }
    assert!(folders(&dir)[0].file("take-001.wav").exists() && receipts(dir.path()).is_empty() && before.len() == files(dir.path()).len());
    for (n, (what, gone)) in [("sound", "verify"), ("transcript", "zwaluwstaart"), ("notes", "back was broken")].into_iter().enumerate() {
        let told = destroy(what, &["--yes"]);
        assert!(code(&told) == "0" && receipts(dir.path()).len() == n + 1, "{told}");
        assert!(files_with(dir.path(), gone).iter().all(|file| file.contains("guides") || file.contains("guide.yaml")), "{gone}: {told}");
        assert_eq!(code(&run(dir.path(), &["recover", "P01"])), "0");
    }
    let session = reread(&dir);
    assert!(session.notes().next().is_none() && session.statements().next().is_none() && session.is_understood());
    assert!(!session.consents().all().is_empty(), "who agreed to what is kept longest");
    assert_eq!(due("2041-11-23"), ["key_list", "consent"]);
    let told = destroy("consent", &["--yes"]);
    assert_eq!(code(&told), "0", "{told}");
    let told = run(dir.path(), &["sessions"]);
    assert!(told.contains("destroyed") && !told.contains("withdrawn"), "{told}");
    assert_eq!(due("2041-11-23"), ["key_list"]);
    let told = destroy("all", &["--yes"]);
    assert!(code(&told) == "0" && receipts(dir.path()).len() == 4, "{told}");
    let again = run(dir.path(), &["destroy", "P01", "--what", "all", "--reason", "the term is over", "--yes", "--json"]);
    let json: Value = serde_json::from_str(again.split_once('\n').unwrap().1.split("--- exit").next().unwrap()).unwrap();
    assert!(json["done"] == true && json["files"] == serde_json::json!([]) && json["receipt"]["session"] == json["session"], "{again}");
    let told = run(dir.path(), &["destroy", "P01", "--what", "all", "--reason", " ", "--yes"]);
    assert_eq!(code(&told), "2", "{told}");
    // Of the key list nothing here knows anything but what somebody wrote down.
    let text = fs::read_to_string(&yaml).unwrap();
    fs::write(&yaml, text.replace("key_list: 1 year", "key_list: 1 year, key_list_destroyed: 2031-12-01")).unwrap();
    assert_eq!(due("2041-11-23"), Vec::<String>::new());
}

#[test]
fn what_terms_there_are_is_not_known_where_they_cannot_be_read() {
    let dir = whole_day();
    let yaml = dir.path().join("study.yaml");
    let text = fs::read_to_string(&yaml).unwrap();
    let line = text.lines().find(|line| line.starts_with("retention:")).unwrap();
    let study = |retention: &str| text.replace(line, retention);
    let (note, unread) = ("note: study.yaml, line ", "what is kept past its term is not known");
    for (written, what) in [
        (study("retention: { sound: 1 fortnight }"), "`sound` cannot be `1 fortnight`"),
        (study("retention: { sund: 1 year }"), "`sund`"),
        (study("retention: [1 year]"), "retention"),
        ("title: [x".to_owned(), "line 1"),
    ] {
        fs::write(&yaml, written).unwrap();
        for due in [&["due"][..], &["due", "--json"]] {
            let told = run(dir.path(), due);
            assert!(code(&told) == "1" && told.contains(note) && told.contains(what), "{told}");
            assert!(told.contains(unread) && !told.contains("nothing is due"), "{told}");
        }
        // Whatever is asked of the study, it is said once.
        for args in [&["sessions"][..], &["letters"], &["quotes"], &["log"], &["codes"], &["participants"], &["study"], &["show", "P01"]] {
            let told = run(dir.path(), args);
            assert_eq!(told.matches(note).count(), 1, "{args:?}: {told}");
        }
    }
    fs::write(&yaml, study("retention: 10 years")).unwrap();
    let told = run(dir.path(), &["due"]);
    assert!(!told.contains(unread) && !told.contains(note), "{told}");
}

#[test]
fn what_the_team_decided_about_somebody_stays_and_is_named_by_its_line() {
    let dir = study();
    held(&dir).leave();
    run(dir.path(), &["log", "two codes became one", "--about", "P02", "--on", "2026-11-22"]);
    run(dir.path(), &["log", "the second topic came first", "--about", "P01", "--on", "2026-11-22"]);
    let text = fs::read_to_string(dir.path().join("decisions.yaml")).unwrap();
    let line = 1 + text.lines().position(|line| line.contains("P01")).unwrap();
    let words = format!("decisions.yaml:{line} says something of them that is yours to take out");
    let destroy = ["destroy", "P01", "--what", "all", "--reason", "its term is over"];
    for call in [&destroy[..], &ALL[..10]] {
        let told = run(dir.path(), call);
        assert!(code(&told) == "1" && told.contains(&words) && told.matches("decisions.yaml").count() == 1, "{told}");
    }
    let told = run(dir.path(), &ALL);
    assert!(code(&told) == "0" && told.contains(&words), "{told}");
    assert_eq!(fs::read_to_string(dir.path().join("decisions.yaml")).unwrap(), text, "it is the team's");
    // Whoever asks again is told again, of what stands there now, once; and unasked, too.
    run(dir.path(), &["log", "no more is written of them", "--about", "P01", "--on", "2026-11-22"]);
    for call in [&ALL[..10], &ALL] {
        let again = run(dir.path(), call);
        assert!(code(&again) == "0" && again.contains(&words) && again.matches("decisions.yaml").count() == 2, "{again}");
    }
    let receipt = fs::read_dir(dir.path().join("receipts")).unwrap().next().unwrap().unwrap().path();
    let receipt: Value = serde_json::from_slice(&fs::read(receipt).unwrap()).unwrap();
    assert!(receipt["not_reached"].as_array().unwrap().iter().any(|one| one["name"] == format!("decisions.yaml:{line}")), "{receipt}");
}

#[test]
fn the_figures_say_with_which_reason_it_was_destroyed() {
    let dir = study();
    held(&dir).leave();
    run(dir.path(), &["destroy", "P01", "--what", "all", "--reason", "asked for", "--yes"]);
    let told = run(dir.path(), &["study"]);
    assert!(told.contains("destroyed, with the reason “asked for”") && !told.contains("term"), "{told}");
}

#[test]
fn nobody_takes_back_what_was_not_there_yet_and_whom_they_told_is_a_code() {
    let dir = study();
    held(&dir).leave();
    let with = |at: usize, word: &'static str| {
        let mut call = ALL;
        call[at] = word;
        run(dir.path(), &call)
    };
    let told = with(9, "2026-11-21");
    assert!(code(&told) == "2" && told.contains("2026-11-21 is before they were interviewed (2026-11-22)"), "{told}");
    let told = with(7, "Anna Jansen");
    assert!(code(&told) == "2" && told.contains("Anna Jansen"), "{told}");
    let name = "Anna Jansen";
    for call in [
        ["consent", "P01", "summary", "no", "--told", "aloud", "--to", name, "--on", "2026-11-22"].as_slice(),
        &["withhold", "P01", "--lift", "1", "--told", "aloud", "--whom", name, "--on", "2026-11-22"],
        &["done", "P01", "report-1", "--by", name],
        &["before", "P01", "alive", "yes", "--by", name],
        &["sent", "P01", "--way", "post", "--by", name],
        &["reply", "P01", "--by", name],
        &["disposition", "P01", "1", "kept", "--by", name],
        &["transcript", "checked", "P01", "--by", name, "--share", "all"],
    ] {
        let told = run(dir.path(), call);
        assert!(code(&told) == "2" && told.contains("'Anna Jansen'"), "{told}");
    }
    assert!(!fs::read_to_string(folders(&dir)[0].journal()).unwrap().contains("Anna"));
    assert_eq!(code(&with(9, "2026-11-22")), "0");
}

#[test]
fn what_a_newer_version_began_to_destroy_is_looked_at_and_left() {
    let dir = whole_day();
    let folder = folders(&dir).remove(0);
    let (mut journal, _) = Journal::open(&folder.journal()).unwrap();
    journal.append(&[(Event::Destruction(Destruction { on: "2026-11-24".into(), ..Destruction::default() }), DAY, 0)]).unwrap();
    drop(journal);
    let before = files(&folder.path().join("."));
    for _ in 0..2 {
        let told = run(dir.path(), &["recover", "P01"]);
        assert!(told.contains("a newer hearback is destroying something here") && !told.contains("panicked"), "{told}");
        assert_eq!(code(&run(dir.path(), &["show", "P01"])), "0");
    }
    for call in [&ALL[..], &["destroy", "P01", "--what", "sound", "--reason", "term", "--yes"]] {
        let told = run(dir.path(), call);
        assert!(code(&told) != "0" && told.contains("a newer hearback is destroying something here"), "{told}");
    }
    let after = files(&folder.path().join("."));
    assert!(before.keys().eq(after.keys()) && receipts(dir.path()).is_empty(), "nothing went");
    let sound = folder.path().join("./take-001.wav");
    assert_eq!(before.get(&sound), after.get(&sound));
}

#[test]
fn whoever_wants_it_destroyed_goes_from_the_list_though_it_was_begun_for_another_reason() {
    let dir = whole_day();
    let (mut journal, _) = Journal::open(&folders(&dir)[0].journal()).unwrap();
    let begun = Destruction { what: Material::All, on: "2026-11-22".into(), why: "term".into(), ..Destruction::default() };
    journal.append(&[(Event::Destruction(begun), DAY, 0)]).unwrap();
    drop(journal);
    let told = run(dir.path(), &ALL);
    assert_eq!(code(&told), "0", "{told}");
    let list = fs::read_to_string(dir.path().join("participants.yaml")).unwrap();
    assert!(!list.contains("a rare trade") && list.contains("baker"), "{list}");
}

#[test]
fn what_cannot_be_looked_into_is_not_said_to_be_gone() {
    let dir = whole_day();
    let yaml = dir.path().join("study.yaml");
    let text = fs::read_to_string(&yaml).unwrap();
    let line = text.lines().find(|line| line.starts_with("retention:")).unwrap();
    fs::write(&yaml, text.replace(line, "retention: { sound: 5 years after the interview, consent: 15 years }")).unwrap();
    for what in ["sound", "transcript", "notes"] {
        let told = run(dir.path(), &["destroy", "P01", "--what", what, "--reason", "term", "--yes"]);
        assert_eq!(code(&told), "0", "{told}");
    }
    fs::remove_dir_all(dir.path().join("clips")).ok();
    fs::write(dir.path().join("clips"), "no folder").unwrap();
    let journal = folders(&dir)[0].journal();
    let before = fs::read(&journal).unwrap();
    let told = run(dir.path(), &["destroy", "P01", "--what", "consent", "--reason", "term", "--yes"]);
    assert!(code(&told) != "0" && told.contains("clips"), "{told}");
    assert!(fs::read(&journal).unwrap() == before && receipts(dir.path()).len() == 3, "consent goes last: {told}");
    for call in [&["due", "--on", "2041-11-23"][..], &["due", "--on", "2041-11-23", "--json"]] {
        let told = run(dir.path(), call);
        assert!(code(&told) == "1" && told.contains("is still there is not known") && told.contains("clips"), "{told}");
        assert!(!told.contains("nothing is due"), "{told}");
    }
    let told = run(dir.path(), &["show", "P01"]);
    assert_eq!(code(&told), "0", "{told}");
    fs::remove_file(dir.path().join("clips")).unwrap();
    let told = run(dir.path(), &["destroy", "P01", "--what", "consent", "--reason", "term", "--yes"]);
    assert_eq!(code(&told), "0", "{told}");
}
