//! Letters as they are written from the screen: which version stands, and what is in it.

use std::fs;
use std::path::PathBuf;

use hearback::domain::time::Stamp;
use hearback::shell::script::Script;

use crate::cli::run;
use crate::support::day::DAY;
use crate::support::day::interview;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::told::folders;

/// On the summary screen, with one statement.
fn summary(dir: &tempfile::TempDir) -> Script {
    let mut script = interview(dir);
    script
        .keys("<pagedown>")
        .hear_until(secs(5))
        .keys("rest in time<enter>")
        .hear(secs(1))
        .keys("<f10><f10>m<enter><f7>, she says<enter>")
        .saved();
    script
}

/// The versions that lie in the session's folder.
fn versions(dir: &tempfile::TempDir) -> Vec<String> {
    let found = fs::read_dir(folders(dir)[0].file("summary")).into_iter().flatten();
    let mut names: Vec<String> = found.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

fn letter(dir: &tempfile::TempDir, version: u32) -> PathBuf {
    folders(dir)[0].file("summary").join(format!("v{version}")).join("letter.md")
}

fn says(script: &Script, words: &str) {
    assert!(script.notice().is_some_and(|n| n.contains(words)), "{words}: {:?}", script.notice());
}

#[test]
fn a_second_w_with_nothing_changed_says_which_version_stands_and_writes_none() {
    let dir = study();
    let mut script = summary(&dir);
    script.keys("w").saved();
    says(&script, "the letter, version 1, lies in");
    let session = script.session().unwrap();
    let version = session.member_check().version(1).unwrap();
    let statement = session.statements().next().unwrap();
    assert_eq!((version.statements.len(), version.reply_by.as_str()), (1, "2026-12-06"), "the journal knows what is in it");
    assert_eq!((&version.statements[0].text, version.statements[0].statement), (&statement.text, statement.id));
    script.keys("w").saved();
    says(&script, "nothing has changed since version 1 of the letter: it stands, in ");
    assert_eq!((versions(&dir), script.session().unwrap().letters()), (vec!["v1".to_owned()], 1));
    // On another day, and after the session was closed and opened again, it is the same letter still.
    script.keys("<esc>").saved();
    script.set_wall_clock(Stamp { utc_ms: DAY.utc_ms + 3 * 24 * 3_600_000, ..DAY }).keys("mw").saved();
    says(&script, "nothing has changed since version 1");
    assert_eq!(versions(&dir), ["v1"]);
    script.leave();
}

#[test]
fn whatever_changes_the_letter_makes_a_version_of_it() {
    let dir = study();
    let mut script = summary(&dir);
    script.keys("w").saved();
    // The words of a statement.
    script.keys("<enter>, often<enter>w").saved();
    says(&script, "the letter, version 2, lies in");
    script.keys("w").saved();
    says(&script, "nothing has changed since version 2");
    // One that somebody changed by hand, or took away, is not this one any more.
    fs::write(letter(&dir, 2), "dear").unwrap();
    script.keys("w").saved();
    says(&script, "the letter, version 3, lies in");
    assert_eq!(fs::read_to_string(letter(&dir, 2)).unwrap(), "dear", "and stays as it is");
    script.leave();
    // What the study says of itself stands in it too.
    let settings = dir.path().join("study.yaml");
    let told = fs::read_to_string(&settings).unwrap().replace("000 000 000", "111 111 111");
    fs::write(&settings, told).unwrap();
    let mut script = crate::support::day::home(&dir);
    script.keys("mw").saved();
    says(&script, "the letter, version 4, lies in");
    assert_eq!(versions(&dir), ["v1", "v2", "v3", "v4"]);
    script.leave();
}

#[test]
fn the_letter_bears_its_day_and_says_where_help_can_be_had_as_the_guide_does() {
    let dir = study();
    let settings = dir.path().join("study.yaml");
    let told = fs::read_to_string(&settings).unwrap().replace("reply_days: 14", "withdraw_days: 60\nreply_days: 14");
    fs::write(&settings, told).unwrap();
    let mut script = summary(&dir);
    let help = script.session().unwrap().guide().distress.clone().unwrap().support;
    assert!(help.len() > 2, "{help:?}");
    script.keys("w").saved();
    script.leave();
    let text = fs::read_to_string(letter(&dir, 1)).unwrap();
    assert!(text.contains("The researchers of “Looking back on therapy”, 22 November 2026"), "{text}");
    assert!(text.contains("Please answer by Sunday 6 December."), "{text}");
    assert!(text.contains("Until the end of 21 January 2027 you can also tell us not to use what you told us."), "{text}");
    let (_, after) = text.split_once("You can find help here:").unwrap();
    for line in help {
        assert!(after.contains(&format!("\n- {line}\n")), "{line}: {after}");
    }
    let at = |words: &str| text.find(words).unwrap();
    assert!(at("in acute danger") < at("your own GP") && at("your own GP") < at("**1.**"), "before anything that may stir up: {text}");
    assert!(at("**1.**") < at("## More help") && at("## More help") < at("someone close to you"), "what can wait: {text}");
}

#[test]
fn where_a_guide_names_no_help_the_letter_names_their_doctor() {
    let dir = study();
    let guide = dir.path().join("guides/patient-first.yaml");
    let text = fs::read_to_string(&guide).unwrap();
    let (before, distress) = text.split_once("\ndistress:").unwrap();
    let rest = distress.split_once("\n\n").map_or("", |(_, rest)| rest);
    fs::write(&guide, format!("{before}\n{rest}")).unwrap();
    let mut script = summary(&dir);
    assert!(script.session().unwrap().guide().distress.is_none());
    script.keys("w").saved();
    script.leave();
    let text = fs::read_to_string(letter(&dir, 1)).unwrap();
    assert!(
        text.contains("## Is reading this too much?")
            && text.contains("- your own doctor\n- us, the researchers")
            && !text.contains("More help"),
        "{text}"
    );
    assert!(text.contains("Ask us until when you can."), "no day was set: {text}");
}

#[test]
fn what_the_study_has_not_filled_in_is_not_for_participants_to_read() {
    let dir = study();
    let guide = dir.path().join("guides/patient-first.yaml");
    let text = fs::read_to_string(&guide).unwrap();
    let open = text.replace("    - in acute danger, the emergency number\n", "    - in acute danger, this number [fill in the number]\n");
    assert_ne!(open, text);
    fs::write(&guide, open).unwrap();
    let mut script = summary(&dir);
    script.keys("w").saved();
    let told = script.notice().unwrap_or_default().to_owned();
    script.leave();
    let text = fs::read_to_string(letter(&dir, 1)).unwrap();
    assert!(!text.contains("in acute danger") && !text.contains("fill in"), "half a line helps nobody: {text}");
    assert!(text.contains("your own GP"), "{text}");
    // Whoever writes it is told, by the key and by the command.
    assert!(told.contains("A line of help is not in the letter") && told.contains("[fill in the number]"), "{told}");
    let command = crate::member_check::says(&dir, "letter P01");
    assert!(command.contains("A line of help is not in the letter"), "{command}");
}

/// The guide says that it is written in `language`.
fn written_in(dir: &tempfile::TempDir, language: &str) {
    let guide = dir.path().join("guides/patient-first.yaml");
    let text = fs::read_to_string(&guide).unwrap();
    assert!(text.contains("\nlanguage: en\n"));
    fs::write(&guide, text.replace("\nlanguage: en\n", &format!("\nlanguage: {language}\n"))).unwrap();
}

#[test]
fn a_letter_in_a_language_in_which_the_guide_is_not_written_is_refused() {
    let dir = study();
    summary(&dir).leave();
    let told = run(dir.path(), &["letter", "P01", "--letter-language", "nl"]);
    assert!(told.contains("the guide is written in en, and the statements are too: there is no letter in nl."), "{told}");
    assert!(told.contains("Leave --letter-language out, or hold the interview with a guide in nl\n--- exit code 1"), "{told}");
    assert!(!told.contains("Hebben we u goed begrepen?"));
    for same in ["en", "en-GB", "EN"] {
        assert!(run(dir.path(), &["letter", "P01", "--letter-language", same]).ends_with("--- exit code 0\n"), "{same}");
    }
    let out = dir.path().join("letter.md").display().to_string();
    assert!(run(dir.path(), &["letter", "P01", "--letter-language", "nl", "--out", &out]).contains("exit code 1"));
    assert!(!dir.path().join("letter.md").exists());
}

#[test]
fn where_there_are_no_words_for_the_guides_language_it_is_said_what_to_do() {
    let dir = study();
    written_in(&dir, "de");
    let mut script = summary(&dir);
    script.keys("w").saved();
    says(&script, "the guide is written in de, and there are words for a letter in English and Nederlands only: write this one by hand");
    assert_eq!((script.session().unwrap().letters(), versions(&dir).len()), (0, 0));
    script.leave();
    let told = run(dir.path(), &["letter", "P01", "--letter-language", "en"]);
    assert!(told.contains("the guide is written in de") && told.ends_with("--- exit code 1\n"), "{told}");
}

/// What the program writes into a new file, asked by somebody at home in `dir`, with these in their surroundings and this umask.
#[cfg(unix)]
fn written_by(dir: &tempfile::TempDir, who: &str, format: &str, surroundings: &[(&str, &str)], umask: &str) -> Vec<u8> {
    let (home, out) = (dir.path().join(who), dir.path().join(format!("{who}.{format}")));
    fs::create_dir_all(&home).unwrap();
    let asked = format!("umask {umask}; exec \"$0\" letter P01 --format {format} --out \"$1\"");
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &asked, env!("CARGO_BIN_EXE_hearback")]).arg(&out).current_dir(&home).env_clear();
    command.env("PATH", "/usr/bin:/bin").env("HOME", &home).env("HEARBACK_STUDY", dir.path()).envs(surroundings.iter().copied());
    let said = command.output().unwrap();
    assert!(said.status.success(), "{}", String::from_utf8_lossy(&said.stderr));
    fs::read(&out).unwrap()
}

/// The places have one and the same day: it is the day that a letter bears.
#[cfg(unix)]
#[test]
fn whoever_makes_a_letter_wherever_makes_the_same_bytes() {
    let dir = study();
    summary(&dir).leave();
    let anna = [("USER", "anna"), ("LOGNAME", "anna"), ("TZ", "UTC"), ("LANG", "C.UTF-8"), ("HOSTNAME", "laptop-of-anna")];
    let bram = [("USER", "bram"), ("LOGNAME", "bram"), ("TZ", "Africa/Abidjan"), ("LANG", "en_GB.UTF-8"), ("COLUMNS", "40")];
    for format in hearback::document::Format::ALL.map(hearback::document::Format::extension) {
        // Where midnight lies between the first and the last, the days differ, and it is tried again.
        let (first, other) = (0..3)
            .map(|n| {
                let of = |who: &str, around: &[(&str, &str)], umask| written_by(&dir, &format!("{who}-{n}"), format, around, umask);
                (of("anna", &anna, "022"), of("bram", &bram, "077"), of("anna-again", &anna, "022"))
            })
            .find_map(|(first, other, again)| (first == again).then_some((first, other)))
            .expect("the same surroundings twice");
        assert!(first == other, "{format}");
        for name in ["anna", "bram", "laptop", dir.path().to_str().unwrap()] {
            assert!(!String::from_utf8_lossy(&first).contains(name), "{format} holds {name}");
        }
    }
}

#[test]
fn every_version_holds_every_form() {
    let dir = study();
    let mut script = summary(&dir);
    script.keys("w").saved();
    script.leave();
    let folder = folders(&dir)[0].file("summary").join("v1");
    let written = |form: &str| fs::read(folder.join(format!("letter.{form}"))).unwrap();
    for format in hearback::document::Format::ALL {
        let bytes = written(format.extension());
        assert_eq!(std::str::from_utf8(&bytes).is_ok_and(|text| !text.contains('\0')), format.is_text(), "{format:?}");
    }
    assert!(written("docx").starts_with(b"PK\x03\x04"));
}

#[test]
fn a_letter_keeps_its_number_until_it_says_something_else() {
    let dir = study();
    let mut script = summary(&dir);
    script.keys("w").saved();
    script.leave();
    let printed = || run(dir.path(), &["letter", "P01"]);
    let stands = fs::read_to_string(letter(&dir, 1)).unwrap();
    assert!(printed().contains(&stands) && stands.ends_with("P01 · letter 1\n"), "what is printed is what lies there: {}", printed());
    let settings = dir.path().join("study.yaml");
    let told = fs::read_to_string(&settings).unwrap();
    fs::write(&settings, format!("{told}member_check:\n  interviewers: {{ I1: Anna de Vries }}\n  called: reflection\n")).unwrap();
    let now = printed();
    assert!(now.contains("P01 · letter 2\n") && now.contains("# What do you think of it now?"), "{now}");
}

#[test]
fn a_study_begins_its_own_letter_with_the_usual_one_and_is_told_what_it_may_not_be_without() {
    let dir = study();
    summary(&dir).leave();
    let usual = run(dir.path(), &["letter", "P01"]);
    let told = run(dir.path(), &["guide", "letter", "patient-first", "--out", "letter.md"]);
    assert!(told.contains("letter.md") && told.ends_with("--- exit code 0\n"), "{told}");
    let (settings, own) = (dir.path().join("study.yaml"), dir.path().join("letter.md"));
    let before = fs::read_to_string(&settings).unwrap();
    let template = |name: &str| fs::write(&settings, format!("{before}member_check:\n  template: {name}\n")).unwrap();
    template("letter.md");
    assert_eq!(run(dir.path(), &["letter", "P01"]), usual, "unchanged it says the same");
    let text = fs::read_to_string(&own).unwrap();
    fs::write(&own, text.replace("Would you have a look?", "Would you please look?")).unwrap();
    assert!(run(dir.path(), &["letter", "P01"]).contains("Would you please look?"));
    // A file beside it, for the guides in another language.
    fs::write(dir.path().join("letter-en.md"), text.replace("Would you have a look?", "In English, please.")).unwrap();
    assert!(run(dir.path(), &["letter", "P01"]).contains("In English, please."));
    fs::remove_file(dir.path().join("letter-en.md")).unwrap();
    fs::write(&own, text.replace("{statements}", "{statments}").replace("{silence} ", "")).unwrap();
    let told = run(dir.path(), &["letter", "P01"]);
    assert!(told.contains("letter.md:1:1: the letter does not say that silence is not agreement"), "{told}");
    assert!(told.contains(": nothing is filled in for {statments}") && told.contains("did you mean `{statements}`?"), "{told}");
    assert!(told.ends_with("--- exit code 1\n"), "{told}");
    for outside in ["../letter.md", "/etc/passwd"] {
        template(outside);
        assert!(run(dir.path(), &["letter", "P01"]).contains("is a file in the study’s folder"), "{outside}");
    }
    template("none.md");
    assert!(run(dir.path(), &["letter", "P01"]).contains("none.md"));
}

#[cfg(unix)]
#[test]
fn a_letter_of_ones_own_is_reached_through_no_link_and_what_a_link_leads_to_is_not_shown() {
    let (dir, outside) = (study(), tempfile::tempdir().unwrap());
    summary(&dir).leave();
    fs::write(outside.path().join("words.md"), "SECRET of another folder\n").unwrap();
    std::os::unix::fs::symlink(outside.path().join("words.md"), dir.path().join("linked.md")).unwrap();
    std::os::unix::fs::symlink(outside.path(), dir.path().join("elsewhere")).unwrap();
    let settings = dir.path().join("study.yaml");
    let before = fs::read_to_string(&settings).unwrap();
    let told = |name: &str| {
        fs::write(&settings, format!("{before}member_check:\n  template: {name}\n")).unwrap();
        run(dir.path(), &["letter", "P01"])
    };
    for linked in ["linked.md", "elsewhere/words.md"] {
        let told = told(linked);
        assert!(told.contains("is not the plain file or folder that belongs there") && !told.contains("SECRET"), "{told}");
        assert!(told.ends_with("--- exit code 1\n"), "{told}");
    }
    // The one for another language neither.
    fs::write(dir.path().join("own.md"), "# Hello\n\n{silence} {contact}\n\n{statements}\n").unwrap();
    assert!(told("own.md").contains("# Hello"));
    std::os::unix::fs::symlink(outside.path().join("words.md"), dir.path().join("own-en.md")).unwrap();
    assert!(told("own.md").contains("is not the plain file"));
    // What is a file, and no letter, is not shown either.
    fs::write(dir.path().join("other.md"), "SECRET\n").unwrap();
    let told = told("other.md");
    assert!(told.contains("other.md:1:1: the letter lacks {statements}") && !told.contains("SECRET"), "{told}");
}
