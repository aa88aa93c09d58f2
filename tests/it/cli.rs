//! The command line as a person meets it: what is printed, where, and the exit code. Paths that differ from run to run are named.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::process::Stdio;
use std::time::Duration;

use hearback::shell::script::Script;
use hearback::store::folder::Study;

use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;

/// Runs the program over the study in `dir` (or in no study at all) and gives back all that can be seen of it.
pub(crate) fn run(dir: &Path, args: &[&str]) -> String {
    let mut command = program();
    command.args(args).current_dir(dir).stdin(Stdio::null());
    // Nothing of this machine: no study of the user's, no sound server, no colours.
    command.env("HEARBACK_CONFIG", dir.join("config")).env("XDG_CACHE_HOME", dir.join("cache"));
    command.env_remove("HEARBACK_STUDY").env("TZ", "UTC").env("PULSE_SERVER", "/nowhere").env("NO_COLOR", "1").env("COLUMNS", "100");
    let out = command.output().unwrap();
    let text = |bytes: &[u8]| tidy(&String::from_utf8_lossy(bytes), dir);
    let mut told = format!("$ hearback {}\n", tidy(&args.join(" "), dir));
    told.push_str(&text(&out.stdout));
    let errors = text(&out.stderr);
    if !errors.is_empty() {
        told.push_str("--- on standard error\n");
        told.push_str(&errors);
    }
    told + &format!("--- exit code {}\n", out.status.code().unwrap())
}

/// What differs from run to run, named: the folder, and today.
fn tidy(text: &str, dir: &Path) -> String {
    let real = fs::canonicalize(dir).map(|d| d.display().to_string()).unwrap_or_default();
    let text = text.replace(&dir.display().to_string(), "DIR").replace(&real, "DIR");
    text.lines().map(|line| line.trim_end().to_owned() + "\n").collect()
}

/// What several runs show, one after the other.
fn runs(dir: &Path, each: &[&[&str]]) -> String {
    each.iter().map(|args| run(dir, args)).collect::<Vec<_>>().join("\n")
}

pub(crate) fn code(told: &str) -> &str {
    told.trim_end().rsplit(' ').next().unwrap()
}

/// A study with one held interview: a quote, a memo, a pause, a question marked; and one that has a statement.
pub(crate) fn held() -> tempfile::TempDir {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(secs(10)).keys(">like a switch<enter>").hear_until(secs(20)).keys("<f5>1<f6>");
    script.keys("<down>they would rather not<alt-s>").hear_until(secs(30)).keys("(ask P03 too<enter>");
    script.keys("<f9>").hear(secs(5)).keys("<f9>").hear(secs(5)).keys("<space>").hear(secs(5)).saved();
    script.keys("<f10><f10>na").hear(secs(1)).keys("<enter><pagedown>").hear(secs(5)).keys("rest in time<enter>").hear(secs(1));
    script.keys("<f10><f10>m<enter><f7><enter>").saved();
    script.leave();
    dir
}

/// Makes every file below `folder` an hour older: what was changed just now is not remembered yet.
fn age(folder: &Path) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            age(&path);
        } else {
            let file = fs::File::options().write(true).open(&path).unwrap();
            file.set_modified(file.metadata().unwrap().modified().unwrap() - Duration::from_secs(3_600)).unwrap();
        }
    }
}

#[test]
fn sessions_that_are_gone_are_not_told_as_none_that_were_held() {
    let dir = held();
    let (sessions, aside) = (dir.path().join("sessions"), dir.path().join("aside"));
    age(&sessions);
    let before = run(dir.path(), &["sessions"]);
    assert!(before.contains("P01-first") && before.contains("P02-first"), "{before}");
    fs::rename(&sessions, &aside).unwrap();
    for _ in 0..2 {
        let told = run(dir.path(), &["sessions"]);
        assert!(told.contains("DIR/sessions, is not there: look for it") && told.contains("It held 2 sessions"), "{told}");
        assert!(!told.contains("no interview yet") && code(&told) == "4", "{told}");
        assert_eq!(code(&run(dir.path(), &["sessions", "--json"])), "4", "a program is not told that there are none");
    }
    // A disk that is not mounted leaves an empty folder.
    fs::create_dir(&sessions).unwrap();
    let told = run(dir.path(), &["sessions"]);
    assert!(told.contains("2 sessions when they were listed last, and not one of them is there now") && code(&told) == "4", "{told}");
    fs::remove_dir(&sessions).unwrap();
    // Where nobody remembers, nothing is claimed.
    fs::rename(dir.path().join("cache"), dir.path().join("cache-aside")).unwrap();
    let told = run(dir.path(), &["sessions"]);
    assert!(told.contains("is not there: look for it") && told.contains("If none was held yet") && code(&told) == "0", "{told}");
    assert!(run(dir.path(), &["show", "P01"]).contains("is not there: look for it"));
    assert!(run(dir.path(), &["doctor"]).contains("is not there: look for it"));
    let seen = home(&dir).screen(80, 24);
    assert!(seen.contains("is not there: look") && !seen.contains("No interview yet"), "{seen}");
    fs::write(&sessions, "in the way").unwrap();
    let told = run(dir.path(), &["sessions"]);
    assert!(told.contains("move it away (it is a file), and put the folder back that was there"), "{told}");
    fs::remove_file(&sessions).unwrap();
    fs::rename(&aside, &sessions).unwrap();
    fs::rename(dir.path().join("cache-aside"), dir.path().join("cache")).unwrap();
    assert_eq!(run(dir.path(), &["sessions"]), before);
}

/// A disk that takes nothing more, as far as this user's files are concerned.
#[cfg(unix)]
#[test]
fn a_full_disk_below_the_caches_costs_nothing_that_is_seen() {
    let dir = held();
    age(&dir.path().join("sessions"));
    let list = |limit: &str| {
        let mut command = Command::new("sh");
        command.arg("-c").arg(format!("{limit} exec \"$0\" sessions")).arg(env!("CARGO_BIN_EXE_hearback")).current_dir(dir.path());
        command.env("XDG_CACHE_HOME", dir.path().join(if limit.is_empty() { "cache" } else { "full" }));
        let out = command.env("HEARBACK_CONFIG", dir.path().join("config")).env_remove("HEARBACK_STUDY").output().unwrap();
        (out.status.code(), String::from_utf8(out.stdout).unwrap(), String::from_utf8(out.stderr).unwrap())
    };
    let (code, told, errors) = list("ulimit -f 0;");
    assert_eq!((code, errors.as_str()), (Some(0), ""));
    assert_eq!(list(""), (code, told, errors));
    let left = fs::read_dir(dir.path().join("full/hearback")).unwrap().flat_map(|entry| fs::read_dir(entry.unwrap().path()).unwrap());
    assert_eq!(left.count(), 0, "and nothing half written lies there");
}

#[test]
fn each_guide_that_cannot_be_had_has_its_own_words() {
    let dir = study();
    let at = |name: &str| dir.path().join(name);
    fs::write(at("mine.yaml"), fs::read(at("guides/patient-first.yaml")).unwrap()).unwrap();
    fs::write(at("guides/broken.yaml"), "title: [\n").unwrap();
    fs::write(at("empty.yaml"), "").unwrap();
    let asked = [
        ("conduct --guide mine.yaml", "mine.yaml is not among the guides of this study: copy it into DIR/guides first"),
        ("conduct --guide away.yaml", "there is no file away.yaml: check its name and the folder it lies in; this study has"),
        ("conduct --guide guides", "guides is a folder: name a guide of the study by its id; this study has"),
        ("conduct --guide broken", "the guide broken cannot be used yet. guides/broken.yaml, line"),
        ("conduct --guide nobody", "there is no guide nobody that can be used: this study has"),
        ("rehearse guides", "guides is a folder: name a guide file that lies in it"),
        ("rehearse away.yaml", "there is no file away.yaml"),
        ("guide show broken", "the guide broken cannot be used yet. guides/broken.yaml, line"),
        ("conduct --mic away.wav", "away.wav cannot be played: there is no such file. To mend that, check its name"),
        ("conduct --mic empty.yaml", "empty.yaml cannot be played: it is empty. To mend that, copy it again"),
        ("conduct --mic mine.yaml", "mine.yaml cannot be played: it is not a WAV file. To mend that, convert it"),
        ("conduct --mic ./guides", "./guides cannot be played: it is a folder"),
    ];
    for (line, words) in asked {
        let told = run(dir.path(), &line.split(' ').collect::<Vec<_>>());
        assert!(told.contains(words), "{told}");
    }
    let nowhere = tempfile::tempdir().unwrap();
    assert!(run(nowhere.path(), &["rehearse", "guides/away.yaml"]).contains("there is no file guides/away.yaml"));
}

#[test]
fn keys_that_cannot_be_used_are_said_by_the_doctor_too() {
    let dir = study();
    fs::create_dir(dir.path().join("config")).unwrap();
    assert!(run(dir.path(), &["doctor"]).contains("keys          the built-in ones; your own would stand in DIR/config/keys.toml"));
    fs::write(dir.path().join("config/keys.toml"), "[interview]\nmoment = 'f13\n").unwrap();
    let told = run(dir.path(), &["doctor"]);
    assert!(told.contains("WRONG  keys") && told.contains("of keys.toml is wrong, so the built-in keys are in effect"), "{told}");
}

#[test]
fn the_manual_in_plain_signs_has_none_that_a_terminal_may_not_have() {
    let dir = tempfile::tempdir().unwrap();
    for topic in ["interview", "guide", "keys", "trouble"] {
        let told = run(dir.path(), &["help", topic, "--plain"]);
        assert!(told.is_ascii(), "{topic}: {:?}", told.chars().filter(|c| !c.is_ascii()).collect::<String>());
    }
    assert!(run(dir.path(), &["help", "--plain"]).is_ascii());
}

#[cfg(unix)]
#[test]
fn what_is_remembered_lies_in_the_users_cache_folder_and_nowhere_else() {
    let (dir, user) = (held(), tempfile::tempdir().unwrap());
    age(&dir.path().join("sessions"));
    let list = |here: &Path, args: &[&str], caches: &str| {
        let mut command = program();
        command.current_dir(here).env("HOME", user.path()).env("XDG_CACHE_HOME", caches).env_remove("HEARBACK_STUDY");
        let out = command.args(args).env("HEARBACK_CONFIG", user.path().join("config")).stdin(Stdio::null()).output().unwrap();
        assert!(out.status.success(), "{}", String::from_utf8_lossy(&out.stderr));
        String::from_utf8(out.stdout).unwrap()
    };
    let names = |folder: &Path| -> Vec<String> {
        let mut names: Vec<String> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let before = names(dir.path());
    let told = list(dir.path(), &["sessions"], &user.path().join("caches").display().to_string());
    assert_eq!(names(&user.path().join("caches/hearback")).len(), 1);
    for relative in ["", "caches"] {
        let home = user.path().join(".cache");
        assert_eq!(list(dir.path(), &["sessions"], relative), told, "{relative:?} is no folder of this user's");
        assert_eq!(names(&home.join("hearback")).len(), 1);
        fs::remove_dir_all(home).unwrap();
    }
    assert_eq!(names(dir.path()), before, "nothing in the study");
    // The folder cannot be made: nothing is said, and nothing is missing.
    assert_eq!(list(dir.path(), &["sessions"], "/dev/null/nowhere"), told);
    let (shown, caches) = (tempfile::tempdir().unwrap(), user.path().join("of-a-demonstration"));
    list(shown.path(), &["demo", "--auto", "--out", "tour"], &caches.display().to_string());
    assert!(!caches.exists());
}

#[test]
fn a_study_is_the_one_that_the_environment_names_unless_that_is_empty() {
    let (study, elsewhere) = (held(), tempfile::tempdir().unwrap());
    let list = |here: &Path, named: &str| {
        let mut command = program();
        command.current_dir(here).env("HEARBACK_STUDY", named).env("HEARBACK_CONFIG", elsewhere.path().join("config"));
        let out = command.arg("sessions").stdin(Stdio::null()).output().unwrap();
        format!("{}{}", String::from_utf8_lossy(&out.stdout), String::from_utf8_lossy(&out.stderr))
    };
    let told = list(elsewhere.path(), &study.path().display().to_string());
    assert!(told.contains("P02-first"), "{told}");
    assert_eq!(list(study.path(), ""), told, "an empty name is none");
    let none = list(elsewhere.path(), "");
    assert!(none.contains("hearback init") && !none.contains("in :"), "{none}");
}

#[cfg(unix)]
#[test]
fn what_is_remembered_in_one_language_is_not_told_in_another() {
    let (dir, user) = (held(), tempfile::tempdir().unwrap());
    age(&dir.path().join("sessions"));
    let list = |language: &str, caches: &Path| {
        let mut command = program();
        command.current_dir(dir.path()).env_remove("HEARBACK_STUDY").env("XDG_CACHE_HOME", caches);
        command.args(["sessions", "--language", language]).env("HEARBACK_CONFIG", user.path().join("config"));
        String::from_utf8(command.stdin(Stdio::null()).output().unwrap().stdout).unwrap()
    };
    // Whoever remembers nothing reads it anew.
    let fresh = ["en", "nl"].map(|language| list(language, Path::new("/dev/null/nowhere")));
    assert_ne!(fresh[0], fresh[1]);
    let caches = user.path().join("caches");
    for _ in 0..2 {
        assert_eq!(["en", "nl"].map(|language| list(language, &caches)), fresh);
    }
    assert!(caches.exists());
}

#[test]
fn a_study_is_made_once() {
    let dir = tempfile::tempdir().unwrap();
    let told = runs(dir.path(), &[&["sessions"], &["init", "--title", "Tension"], &["init"], &["sessions"], &["sessions", "--json"]]);
    insta::assert_snapshot!("cli_init", told);
    assert!(fs::read_to_string(dir.path().join("study.yaml")).unwrap().contains("title: \"Tension\""));
}

#[test]
fn guides_are_made_checked_and_shown() {
    let dir = study();
    let bad = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/fixtures/bad-guides/minutes.yaml")).unwrap();
    fs::write(dir.path().join("guides/bad.yaml"), bad).unwrap();
    let told = runs(
        dir.path(),
        &[
            &["guide", "check", "guides/bad.yaml"],
            &["guide", "check", "guides/therapist.yaml"],
            &["guide", "check", "guides/none.yaml"],
            &["guide", "new", "Fokus Gruppe"],
            &["guide", "new", "../escape"],
            &["guide", "show", "nowhere"],
            &["guide", "show", "therapist"],
        ],
    );
    insta::assert_snapshot!("cli_guide", told);
    let made = run(dir.path(), &["guide", "new", "pilot"]);
    assert!(code(&made) == "0" && dir.path().join("guides/pilot.yaml").exists(), "{made}");
    assert_eq!(code(&run(dir.path(), &["guide", "new", "pilot"])), "1", "nothing is overwritten");
    // The template explains itself in the language that is spoken.
    run(dir.path(), &["--language", "nl", "guide", "new", "proef"]);
    let made = ["pilot", "proef"].map(|id| fs::read_to_string(dir.path().join(format!("guides/{id}.yaml"))).unwrap());
    assert!(made[0].starts_with("# A topic guide for hearback.") && made[1].starts_with("# Een topiclijst voor hearback."));
    assert!(made[1].contains("\nid: proef\n"), "{}", made[1]);
    let checked = run(dir.path(), &["guide", "check", "guides/pilot.yaml", "guides/proef.yaml"]);
    assert!(checked.matches(": nothing wrong, 1 remark. ").count() == 2, "{checked}");
}

#[test]
fn a_guide_is_shown_with_all_that_it_says() {
    let dir = study();
    fs::write(dir.path().join("guides/says-more.yaml"), include_bytes!("fixtures/says-more.yaml")).unwrap();
    insta::assert_snapshot!("cli_guide_says_more", run(dir.path(), &["guide", "show", "says-more"]));
}

#[test]
fn the_list_of_participants_is_checked() {
    let dir = study();
    let list = dir.path().join("participants.yaml");
    assert!(!run(dir.path(), &["sessions"]).contains("participants.yaml"), "as it is made, it is in order");
    fs::write(&list, "participants:\n  - code: P01\n    attributes: { age: 47 }\n  - code: p01\n  - code: Anna\n").unwrap();
    let told = run(dir.path(), &["sessions"]);
    assert!(told.contains("note: participants.yaml, line 4: the code `p01` is used twice"), "{told}");
    let told = run(dir.path(), &["guide", "check"]);
    assert!(
        code(&told) == "1" && told.contains("used twice") && told.contains("looks like a name") && told.contains("2 problems"),
        "{told}"
    );
    fs::write(&list, "participants:\n  - code: P01\n").unwrap();
    assert_eq!(code(&run(dir.path(), &["guide", "check"])), "0");
    // Whoever keeps no such file is asked for none.
    fs::remove_file(&list).unwrap();
    assert_eq!(code(&run(dir.path(), &["guide", "check"])), "0");
}

#[test]
fn sessions_are_listed_shown_and_named() {
    let dir = held();
    let told = runs(
        dir.path(),
        &[
            &["sessions"],
            &["sessions", "--json"],
            &["show", "P01"],
            &["show", "P07"],
            &["show", "2026"],
            &["letter", "P01"],
            &["letter", "P02", "--letter-language", "de"],
            &["replay", "P01"],
        ],
    );
    insta::assert_snapshot!("cli_sessions", told);
}

/// The names of what `show --json` gives, which programs rely on.
fn shape(value: &serde_json::Value, at: &str, out: &mut std::collections::BTreeSet<String>) {
    use serde_json::Value::Array;
    use serde_json::Value::Object;
    match value {
        Object(fields) => fields.iter().for_each(|(name, value)| shape(value, &format!("{at}.{name}"), out)),
        Array(items) => items.iter().for_each(|item| shape(item, &format!("{at}[]"), out)),
        other => {
            let kind = match other {
                serde_json::Value::Null => "null",
                serde_json::Value::Bool(_) => "bool",
                serde_json::Value::Number(_) => "number",
                _ => "text",
            };
            out.insert(format!("{at}: {kind}"));
        }
    }
}

#[test]
fn a_session_for_programs_has_this_shape() {
    let dir = held();
    let told = run(dir.path(), &["show", "P01", "--json"]);
    let json = told.split_once('\n').unwrap().1.split("--- exit").next().unwrap();
    let mut names = std::collections::BTreeSet::new();
    shape(&serde_json::from_str(json).unwrap(), "", &mut names);
    insta::assert_snapshot!("cli_show_json", names.into_iter().collect::<Vec<_>>().join("\n"));
}

#[test]
fn a_letter_is_written_where_nothing_lies() {
    let dir = held();
    let letter = run(dir.path(), &["letter", "P02"]);
    assert!(code(&letter) == "0" && letter.contains("rest in time"), "{letter}");
    assert!(run(dir.path(), &["letter", "P02", "--format", "html"]).to_lowercase().contains("<!doctype html>"));
    let told = runs(dir.path(), &[&["letter", "P02", "--out", "letter.md"], &["letter", "P02", "--out", "letter.md"]]);
    insta::assert_snapshot!("cli_letter_out", told);
    assert!(fs::read_to_string(dir.path().join("letter.md")).unwrap().contains("rest in time"));
}

#[test]
fn wrong_usage_is_told_with_code_2() {
    let dir = study();
    let told = runs(
        dir.path(),
        &[&["shwo"], &["show"], &["letter", "P01", "--format", "rtf"], &["conduct", "--no-audio", "--mic", "x"], &["sessions", "--jsn"]],
    );
    insta::assert_snapshot!("cli_usage", told);
}

#[test]
fn what_cannot_be_done_has_its_code() {
    let dir = study();
    fs::write(dir.path().join("not-a.wav"), "this is no sound").unwrap();
    fs::write(dir.path().join("a-file"), "").unwrap();
    let told = runs(
        dir.path(),
        &[
            &["conduct"],
            &[],
            &["conduct", "--guide", "nowhere"],
            &["conduct", "--mic", "not-a.wav"],
            &["conduct", "--mic", "missing.wav"],
            &["init", "a-file/study"],
            &["--study", "a-file/study", "sessions"],
        ],
    );
    insta::assert_snapshot!("cli_failures", told);
}

#[test]
fn a_session_that_is_open_elsewhere_is_left_alone() {
    let dir = held();
    let session = Study::find(dir.path()).unwrap().session("P01").unwrap();
    let lock = session.lock().unwrap();
    let told = runs(dir.path(), &[&["recover", "P01"], &["recover"]]);
    // Where the system tells who holds a file, that is said in brackets: it is this very process.
    let by_whom = |line: &str| -> Option<(usize, usize)> {
        let from = line.find(&format!(" (process {}", std::process::id()))?;
        Some((from, from + line[from..].find(')')? + 1))
    };
    let bare = |line: &str| by_whom(line).map_or(line.to_owned(), |(from, to)| [&line[..from], &line[to..]].concat());
    insta::assert_snapshot!("cli_locked", told.lines().map(|line| bare(line) + "\n").collect::<String>());
    drop(lock);
    assert_eq!(code(&run(dir.path(), &["recover"])), "0");
}

#[test]
fn what_a_crash_left_is_mended_once() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>").hear_until(Duration::from_millis(12_340)).keys("kept<enter>").saved();
    drop(script);
    insta::assert_snapshot!("cli_recover", runs(dir.path(), &[&["sessions"], &["recover"], &["recover"], &["show", "P01"]]));
}

/// The takes of the session, as programs see them.
fn takes(dir: &Path) -> serde_json::Value {
    let told = run(dir, &["show", "P01", "--json"]);
    let json = &told[told.find('{').unwrap()..=told.rfind('}').unwrap()];
    serde_json::from_str::<serde_json::Value>(json).unwrap()["takes"].clone()
}

/// What `tail -c +45 FILE | sha256sum` says of the first take.
fn sha256(dir: &Path) -> String {
    use sha2::Digest;
    let folder = Study::find(dir).unwrap().session("P01").unwrap();
    let bytes = fs::read(folder.file("take-001.wav")).unwrap();
    hearback::domain::digest::Digest::new(sha2::Sha256::digest(&bytes[44..]).into()).to_string()
}

#[test]
fn a_take_is_closed_with_the_digest_of_its_data() {
    let dir = held();
    let take = &takes(dir.path())[0];
    assert_eq!(take["sha256"], sha256(dir.path()), "{take}");
    assert_eq!((&take["rate"], &take["channels"], &take["file"]), (&48_000.into(), &1.into(), &"take-001.wav".into()));
}

#[test]
fn a_take_that_a_crash_cut_off_has_a_digest_once_recover_has_read_it() {
    let dir = study();
    cut_off(&dir);
    assert_eq!(takes(dir.path())[0]["sha256"], serde_json::Value::Null);
    assert!(run(dir.path(), &["recover", "P01"]).contains("The digest of 1 take was taken."));
    assert_eq!(takes(dir.path())[0]["sha256"], sha256(dir.path()));
    assert!(run(dir.path(), &["recover", "P01"]).contains("nothing to mend"), "once");
    // It goes on in another take, and the first one stays what it was.
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1)).keys("<f9>").hear(secs(3)).keys("<f10><f10>").hear(secs(1));
    script.leave();
    assert_eq!(takes(dir.path())[0]["sha256"], sha256(dir.path()));
    assert!(takes(dir.path())[1]["sha256"].is_string());
}

/// An interview that a crash cut off, in its first take or, if it went on, in its second.
fn cut_off(dir: &tempfile::TempDir) {
    let mut script = interview(dir);
    script.keys("<pagedown>").hear_until(Duration::from_millis(12_340)).keys("kept<enter>").saved();
}

#[test]
fn a_take_that_is_another_one_by_now_is_not_attested() {
    let dir = study();
    cut_off(&dir);
    assert_eq!(code(&run(dir.path(), &["recover", "P01"])), "0");
    let mut script = home(&dir);
    script.keys("<enter>").hear(secs(1)).keys("<f9>").hear(secs(3)).keys("more<enter>").saved();
    drop(script);
    let known = |dir: &Path| {
        let mut take = takes(dir)[0].clone();
        (take["state"].take(), take["found"].take(), take)
    };
    let before = known(dir.path()).2;
    let take = Study::find(dir.path()).unwrap().session("P01").unwrap().file("take-001.wav");
    let cut = fs::read(&take).unwrap()[..200_000].to_vec();
    fs::write(&take, &cut).unwrap();
    assert_eq!(code(&run(dir.path(), &["recover", "P01"])), "0");
    let (state, found, recorded) = known(dir.path());
    assert_eq!(recorded, before, "what was recorded is what was recorded");
    assert_eq!((state, &found["frames"]), ("shorter".into(), &((200_000 - 44) / 2).into()), "and what is there is told");
    assert_eq!(fs::read(&take).unwrap(), cut, "and nobody alters what is there now");
}

#[test]
fn a_take_of_another_rate_is_not_measured() {
    let dir = study();
    cut_off(&dir);
    let take = Study::find(dir.path()).unwrap().session("P01").unwrap().file("take-001.wav");
    let mut bytes = fs::read(&take).unwrap();
    bytes[24..32].copy_from_slice(&[8_000_u32.to_le_bytes(), 16_000_u32.to_le_bytes()].concat());
    fs::write(&take, &bytes).unwrap();
    let told = run(dir.path(), &["recover", "P01"]);
    assert!(told.contains("take-001.wav is not the recording that was made"), "{told}");
    assert_eq!(takes(dir.path())[0]["sha256"], serde_json::Value::Null);
    assert_eq!(takes(dir.path())[0]["rate"], 48_000);
}

#[test]
fn a_damaged_journal_is_made_readable_and_kept() {
    let dir = held();
    let folder = Study::find(dir.path()).unwrap().session("P01").unwrap();
    let whole = fs::read_to_string(folder.journal()).unwrap();
    // A letter of the quote is another one: that line no longer proves itself.
    let damaged = whole.replace("like a switch", "like a swatch");
    fs::write(folder.journal(), &damaged).unwrap();
    let told = runs(dir.path(), &[&["show", "P01"], &["recover", "P01"], &["recover", "P01"], &["show", "P01"]]);
    insta::assert_snapshot!("cli_damaged", told);
    let kept = fs::read_dir(folder.path()).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_file());
    let same = kept.filter(|p| fs::read(p).is_ok_and(|bytes| bytes == damaged.as_bytes())).count();
    assert_eq!(same, 1, "the damaged journal is kept as it was");
}

/// The notes and marks of a session, for comparing.
fn told_of(dir: &Path) -> serde_json::Value {
    let told = run(dir, &["show", "P01", "--json"]);
    let json = told.split_once('\n').unwrap().1.split("--- exit").next().unwrap();
    serde_json::from_str(json).unwrap_or_else(|_| panic!("{told}"))
}

#[test]
fn a_set_up_that_was_lost_is_made_again() {
    let dir = held();
    let folder = Study::find(dir.path()).unwrap().session("P01").unwrap();
    let (whole, before) = (fs::read(folder.journal()).unwrap(), told_of(dir.path()));
    let from = whole.iter().position(|b| *b == b'\n').unwrap() + 1;
    let to = from + whole[from..].iter().position(|b| *b == b'\n').unwrap();
    // The second line is the set-up: a flipped bit here and there, gone with and without its line feed, cut, written over, and with
    // lines around it.
    let mut hurt: Vec<Vec<u8>> = [from, from + 3, from + 90, from + 200, to - 60]
        .into_iter()
        .map(|at| {
            let mut bytes = whole.clone();
            bytes[at] ^= 1;
            bytes
        })
        .collect();
    hurt.extend(
        [from..to, from..to + 1, from + 40..to - 60, from - 1..to + 1].map(|gone| [&whole[..gone.start], &whole[gone.end..]].concat()),
    );
    hurt.push([&whole[..from], &vec![0; to - from], &whole[to..]].concat());
    for (n, damaged) in hurt.iter().enumerate() {
        for entry in fs::read_dir(folder.path()).unwrap() {
            let path = entry.unwrap().path();
            if path.to_string_lossy().contains("damaged") {
                fs::remove_file(path).unwrap();
            }
        }
        fs::write(folder.journal(), damaged).unwrap();
        assert_ne!(code(&run(dir.path(), &["show", "P01"])), "0", "{n}: damage is not read over");
        let first = run(dir.path(), &["recover", "P01"]);
        assert!(code(&first) == "0" && first.contains("The set-up was lost and made again"), "{n}: {first}");
        let mended = fs::read(folder.journal()).unwrap();
        assert!(run(dir.path(), &["recover", "P01"]).contains("nothing to mend"), "{n}");
        assert_eq!(fs::read(folder.journal()).unwrap(), mended, "{n}: the second time nothing is changed");
        assert_eq!(&fs::read(folder.file("journal.damaged-1")).unwrap(), damaged, "{n}");
        assert!(!folder.file("journal.damaged-2").exists(), "{n}");

        let after = told_of(dir.path());
        for same in ["participant", "round", "guide", "guide_version", "guide_sum", "reaction_ms"] {
            assert_eq!(after["opened"][same], before["opened"][same], "{n}: {same}");
        }
        for same in ["standing", "guide", "notes", "coverage", "spans", "off_record", "length_ms", "remarks"] {
            assert_eq!(after[same], before[same], "{n}: {same}");
        }
        let incidents = after["incidents"].as_array().unwrap();
        assert!(incidents.last().unwrap()["what"].as_str().unwrap().contains("made again"), "{n}: {incidents:?}");
        let list = |told: &str| told.lines().find(|l| l.contains("P01")).unwrap().to_owned();
        assert!(list(&run(dir.path(), &["sessions"])).starts_with("2026-11-22-P01-first"), "{n}");
    }

    // A journal that an earlier version has mended without its set-up; and a folder whose name says nothing.
    let rest = [&whole[..from], &whole[to + 1..]].concat();
    fs::write(folder.journal(), &rest).unwrap();
    let renamed = folder.path().with_file_name("the one with P01");
    fs::rename(folder.path(), &renamed).unwrap();
    let refused = run(dir.path(), &["recover", "P01"]);
    assert!(code(&refused) == "1" && refused.contains("unless the session's folder was renamed"), "{refused}");
    assert_eq!(fs::read(renamed.join("journal.jsonl")).unwrap(), rest, "nothing is changed that cannot be mended");
}

#[test]
fn what_can_be_made_again_from_journal_and_take_is() {
    let dir = held();
    let sessions = Study::find(dir.path()).unwrap().sessions().unwrap();
    let folder = sessions.iter().find(|f| f.name().contains("P01")).unwrap();
    let peaks = folder.file("take-001.peaks");
    let (drawn, shown) = (fs::read(&peaks).unwrap(), run(dir.path(), &["show", "P01", "--json"]));
    assert!(run(dir.path(), &["recover", "P01"]).contains("nothing to mend"));
    // Missing, torn, somebody else's, and by another name a file of theirs.
    let theirs = dir.path().join("theirs");
    fs::write(&theirs, "theirs").unwrap();
    let plant = |kind: usize| match kind {
        0 => {}
        1 => fs::write(&peaks, &drawn[..drawn.len() / 2]).unwrap(),
        2 => fs::write(&peaks, b"not a waveform at all").unwrap(),
        _ => fs::hard_link(&theirs, &peaks).unwrap(),
    };
    for kind in 0..4 {
        fs::remove_file(&peaks).unwrap();
        plant(kind);
        let told = run(dir.path(), &["recover", "P01"]);
        assert!(told.contains("The waveform of 1 take was made again."), "{kind}: {told}");
        assert_eq!(fs::read(&peaks).unwrap(), drawn, "{kind}");
        assert!(!run(dir.path(), &["recover", "P01"]).contains("waveform"), "{kind}");
    }
    assert_eq!(fs::read_to_string(&theirs).unwrap(), "theirs");
    fs::remove_file(folder.file("draft.json")).ok();
    assert_eq!(run(dir.path(), &["show", "P01", "--json"]), shown);
}

#[test]
fn the_keys_are_a_table() {
    let dir = tempfile::tempdir().unwrap();
    insta::assert_snapshot!("cli_keys", run(dir.path(), &["keys"]));
    let json = run(dir.path(), &["keys", "--json"]);
    let json = json.split_once('\n').unwrap().1.split("--- exit").next().unwrap();
    let keys: Vec<serde_json::Value> = serde_json::from_str(json).unwrap();
    assert_eq!(keys.len(), hearback::tui::keymap::KEYMAP.len());
    let named = |line: &&serde_json::Value| (line["context"] == "interview", line["action"] == "off-record") == (true, true);
    assert_eq!(keys.iter().find(named).unwrap()["keys"], serde_json::json!(["Ctrl-O", "F9"]));
}

#[test]
fn the_demonstration_leaves_an_interview_and_says_where() {
    let dir = tempfile::tempdir().unwrap();
    let told = run(dir.path(), &["demo", "--auto", "--out", "tour"]);
    assert_eq!(code(&told), "0", "{told}");
    let folder = Study::find(&dir.path().join("tour")).unwrap().session("P07").unwrap();
    let named = told.replace(&folder.name(), "SESSION");
    insta::assert_snapshot!("cli_demo", named);
    let take = hound::WavReader::open(folder.file("take-001.wav")).unwrap();
    assert!(take.duration() > 50 * 48_000 && take.spec().sample_rate == 48_000);
    let letter = fs::read_to_string(folder.file("summary/v1/letter.md")).unwrap();
    assert!(letter.contains("You are no longer afraid of it") && !letter.contains("compare with P03") && !letter.contains("looks down"));
    // Each note has its kind: a statement begins with the words of a paraphrase, and theirs stand below it.
    assert!(letter.contains("**2.** The pain has not gone away.") && letter.contains("> You said: “the pain is still there”"), "{letter}");
    assert!(
        folder.file("summary/v1/letter.html").exists()
            && folder.file("summary/v1/letter.docx").exists()
            && folder.file("guide.yaml").exists()
    );
    // Twice into the same place overwrites nothing.
    assert_eq!(code(&run(dir.path(), &["demo", "--auto", "--out", "tour"])), "1");
    // What it says at its end works as it stands there.
    let study = dir.path().join("tour");
    let shown = run(dir.path(), &["--study", &study.display().to_string(), "show", &folder.name()]);
    assert!(code(&shown) == "0" && shown.contains("afraid"), "{shown}");
}

#[cfg(unix)]
#[test]
fn what_is_thrown_away_is_private_too() {
    use std::os::unix::fs::PermissionsExt;
    let dir = tempfile::tempdir().unwrap();
    let mut command = program();
    let out = command.args(["demo", "--auto"]).env("TMPDIR", dir.path()).stdin(Stdio::null()).output().unwrap();
    assert!(out.status.success());
    let [made] = fs::read_dir(dir.path()).unwrap().collect::<Vec<_>>().try_into().unwrap();
    assert_eq!(made.unwrap().metadata().unwrap().permissions().mode() & 0o777, 0o700);
}

#[test]
fn a_study_is_found_from_below_and_by_its_name() {
    let dir = held();
    let below = dir.path().join("sessions");
    assert!(run(&below, &["sessions"]).contains("P01"));
    let elsewhere = tempfile::tempdir().unwrap();
    assert_eq!(code(&run(elsewhere.path(), &["sessions"])), "1");
    assert!(run(elsewhere.path(), &["sessions", "--study", &dir.path().display().to_string()]).contains("P01"));
    // A session may be named by its folder as the shell completes it.
    let mut script: Script = home(&dir);
    script.keys("l");
    let folder = script.session_folder().unwrap().display().to_string() + "/";
    script.leave();
    assert_eq!(code(&run(dir.path(), &["show", &folder])), "0");
}

#[test]
fn what_was_not_recorded_is_nowhere_called_recorded() {
    let dir = study();
    let mut script = Script::without_microphone(dir.path(), crate::support::day::DAY).unwrap();
    script.keys(crate::support::day::FORM).hear(secs(1)).keys("<enter><pagedown>").hear(secs(5)).keys("rest in time<enter>").hear(secs(1));
    script.keys("<f10><f10>").saved();
    let kept = script.screen(80, 24);
    assert!(kept.contains("The interview is kept. 0:00:06 without sound, 1 note."), "{kept}");
    script.keys("<enter>");
    let home = script.screen(80, 24);
    assert!(home.contains("notes only") && !home.contains("recorded"), "{home}");
    script.leave();
    let told = run(dir.path(), &["sessions"]);
    assert!(told.contains("patient-first v1.1  notes only, 1 open\n") && !told.contains("recorded"), "{told}");
    let told = run(dir.path(), &["show", "P01"]);
    assert!(told.contains("  notes only\nnot recorded 6.") && told.contains(" s, off the record never\n"), "{told}");
    assert!(!told.replace("not recorded", "").contains("recorded"), "{told}");
    // One of which all is recorded does not speak of 0.0 s either.
    let told = run(held().path(), &["show", "P01"]);
    assert!(told.contains("  recorded\nrecorded 40.0 s, off the record once\n"), "{told}");
}

#[test]
fn show_says_why_a_question_was_left_out_and_when_nobody_said() {
    let dir = study();
    let mut script = interview(&dir);
    script.keys("<pagedown>asked before<alt-s><down><ctrl-\\><down><f5>1").hear(secs(2)).keys("<f10><f10>").saved();
    script.leave();
    let told = run(dir.path(), &["show", "P01"]);
    let coverage: Vec<&str> = told.lines().filter(|line| line.contains(" / ")).collect();
    let said = [
        "  skipped     opening / daily-life, because: asked before",
        "  skipped     opening / way-to-therapy, no reason given",
        "  asked       ",
    ];
    assert_eq!(coverage.len(), 3, "{told}");
    for (line, said) in coverage.iter().zip(said) {
        assert!(line.starts_with(said), "{line}");
    }
}

#[test]
fn no_study_is_made_within_another_by_a_script() {
    let dir = study();
    fs::create_dir(dir.path().join("pilot")).unwrap();
    let inside = |args: &[&str]| run(&dir.path().join("pilot"), args);
    for args in [&["init"][..], &["init", "deeper/still"], &["init", "../guides"], &["demo", "--auto", "--out", "try"]] {
        let told = inside(args);
        assert!(code(&told) == "1" && told.contains("lies within the study in ") && told.contains("`hearback init FOLDER`"), "{told}");
    }
    assert_eq!(fs::read_dir(dir.path().join("pilot")).unwrap().count(), 0, "nothing was made");
    assert!(inside(&["init", ".."]).contains("is a study already"));
    let outside = tempfile::tempdir().unwrap();
    assert_eq!(code(&inside(&["init", &outside.path().join("new").display().to_string()])), "0");
}

#[test]
fn a_study_cannot_be_made_in_a_file() {
    let dir = tempfile::tempdir().unwrap();
    fs::write(dir.path().join("a-file"), "").unwrap();
    let told = run(dir.path(), &["init", "a-file/study"]);
    assert!(code(&told) == "4" && told.contains("could not make a folder (a-file/study)"), "{told}");
}
