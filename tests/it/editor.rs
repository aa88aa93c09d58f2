//! The statements in an editor: what comes back, what is left behind when something goes wrong, and what may not lie there any more.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::path::PathBuf;

use hearback::shell::script::Script;

use crate::cli::code;
use crate::cli::run;
use crate::composing::in_the_letter;
use crate::composing::member_check;
use crate::composing::says;
use crate::support::day::home;
use crate::support::day::ms;
use crate::support::day::study;
use crate::support::search::files_with;
use crate::support::told::folders;

/// An editor that does this to the file it is given.
fn editor(dir: &Path, does: &str) -> String {
    let path = dir.join("editor.sh");
    fs::write(&path, format!("#!/bin/sh\n{does}\n")).unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o755)).unwrap();
    path.display().to_string()
}

fn lies_in(place: &Path) -> usize {
    fs::read_dir(place).map_or(0, Iterator::count)
}

#[test]
fn all_statements_go_to_an_editor_and_come_back_as_revisions() {
    let (dir, place) = (study(), tempfile::tempdir().unwrap());
    let written = place.path().join("written");
    let program = editor(place.path(), "sed -i 's/One/Once/; s/Two/Twice/' \"$1\"; ls -l \"$1\" > \"$(dirname \"$0\")/seen\"");
    let mut script = member_check(&dir).with_editor(&program, &written);
    script.keys("<enter>One.<enter><down><down><enter>Two.<enter><space>").hear(ms(200)).saved();
    script.keys("e").saved();
    says(&script, "2 statements are changed; Ctrl-Z takes them back one by one");
    assert_eq!(in_the_letter(&script), ["1 Once.", "2 Twice. “shoulders up to my ears”"]);
    assert!(!script.screen(80, 24).contains("PLAYING"), "it pauses");
    assert!(fs::read_to_string(place.path().join("seen")).unwrap().starts_with("-rw-------"));
    assert_eq!(lies_in(&written), 0, "nothing lies there any more");
    script.keys("u").saved();
    assert_eq!(in_the_letter(&script), ["1 Once.", "2 Two. “shoulders up to my ears”"]);
    script.keys("u").saved();
    assert_eq!(in_the_letter(&script)[0], "1 One.");
    script.leave();
}

#[test]
fn an_editor_that_fails_or_a_number_that_was_changed_loses_nothing() {
    let (dir, place) = (study(), tempfile::tempdir().unwrap());
    let written = place.path().join("written");
    let mut script = member_check(&dir).with_editor("/nowhere/at/all", &written);
    script.keys("<enter>One.<enter>").saved().keys("e").saved();
    says(&script, "the editor /nowhere/at/all failed");
    assert_eq!((in_the_letter(&script), lies_in(&written)), (vec!["1 One.".to_owned()], 0));
    // A number is changed, and so are the words: what was written stays, and is opened again.
    let mut script = script.with_editor(&editor(place.path(), "sed -i 's/^\\[1\\]/[7]/; s/One/Once/' \"$1\""), &written);
    script.keys("e").saved();
    says(&script, "Nothing was changed: line ");
    says(&script, "What you wrote lies in ");
    assert_eq!((in_the_letter(&script), lies_in(&written)), (vec!["1 One.".to_owned()], 1));
    let mut script = script.with_editor(&editor(place.path(), "sed -i 's/^\\[7\\]/[1]/' \"$1\""), &written);
    script.keys("e").saved();
    says(&script, "1 statement is changed");
    assert_eq!((in_the_letter(&script), lies_in(&written)), (vec!["1 Once.".to_owned()], 0));
    // One that falls over after it has saved.
    let mut script = script.with_editor(&editor(place.path(), "sed -i 's/Once/Often/' \"$1\"; exit 3"), &written);
    script.keys("e").saved();
    says(&script, "is opened the next time");
    assert_eq!((in_the_letter(&script), lies_in(&written)), (vec!["1 Once.".to_owned()], 1));
    let mut script = script.with_editor(&editor(place.path(), "true"), &written);
    script.keys("e").saved();
    assert_eq!((in_the_letter(&script), lies_in(&written)), (vec!["1 Often.".to_owned()], 0));
    script.leave();
    drop(folders(&dir));
}

/// Where the program's own commands look for the texts of the study in `dir`.
fn among_the_caches(dir: &tempfile::TempDir) -> PathBuf {
    dir.path().join("cache/hearback/written")
}

/// Spoils a number and writes a word that stands nowhere else, in a text and beside it.
const SPOILS: &str = "sed -i 's/^\\[2\\]/[22]/; s/Two/GNUWORD/' \"$1\"; mkdir \"$1.d\"; cp \"$1\" \"$1.d/copy\"; cp \"$1\" \"$1~\"";

/// Two statements, the second of which somebody has worked on in an editor; what came back could not be read and lies there.
pub(crate) fn left(dir: &tempfile::TempDir) -> Script {
    fs::create_dir_all(dir.path().join("cache/hearback")).unwrap();
    let tools = dir.path().join("tools");
    fs::create_dir(&tools).unwrap();
    let mut script = member_check(dir).with_editor(&editor(&tools, SPOILS), &among_the_caches(dir));
    script.keys("<enter>One.<enter><down><down><enter>Two.<enter>").saved();
    script.keys("w").hear(ms(200)).saved().keys("e").saved();
    says(&script, "What you wrote lies in ");
    assert_eq!(lies(dir).len(), 3, "the text, the copy and the folder");
    script
}

/// The files in which the word stands.
fn lies(dir: &tempfile::TempDir) -> Vec<String> {
    files_with(dir.path(), "GNUWORD").into_iter().filter(|file| !file.contains("tools")).collect()
}

#[test]
fn a_text_goes_with_whatever_is_not_to_be_used_any_more() {
    for calls in [
        &[&["withhold", "P01", "--note", "3"][..]][..],
        &[&["withdraw", "P01", "--scope", "all", "--told", "telephone", "--whom", "I1", "--on", "2026-11-23", "--yes"]],
        &[
            &["sent", "P01", "--version", "1", "--way", "post", "--on", "2026-11-22", "--anyway"],
            &["reply", "P01", "--statement", "1", "--not-used", "--how", "telephone", "--on", "2026-11-23"],
        ],
        &[
            &["sent", "P01", "--version", "1", "--way", "post", "--on", "2026-11-22", "--anyway"],
            &["reply", "P01", "--withdraws", "--how", "telephone", "--on", "2026-11-23"],
        ],
    ] {
        let dir = study();
        left(&dir).leave();
        for (n, call) in calls.iter().enumerate() {
            let told = run(dir.path(), call);
            assert_eq!(code(&told), "0", "{told}");
            let is_last = n + 1 == calls.len();
            assert_eq!(lies(&dir).is_empty(), is_last, "{call:?}: {told}");
            // Where all is destroyed the receipt says so.
            let is_said = is_last && call[0] != "withdraw";
            assert_eq!(told.contains("The text that an editor was given before is destroyed"), is_said, "{told}");
        }
        assert_eq!(lies_in(&among_the_caches(&dir)), 0);
    }
}

#[test]
fn it_goes_at_once_where_it_is_said_on_the_screen() {
    let dir = study();
    let mut script = left(&dir);
    script.keys("l").hear(ms(200)).keys("<home>xx").hear(ms(200)).saved();
    assert!(script.session().unwrap().withholding().now().next().is_some(), "{:?}", script.notice());
    assert_eq!(lies(&dir), Vec::<String>::new());
    script.leave();
}

/// Whoever withheld it knew of no text: an older hearback, or one that has another place for them.
#[test]
fn it_is_handed_back_to_nobody_who_opens_it_later() {
    let dir = study();
    left(&dir).leave();
    let hidden = dir.path().join("cache/hidden");
    fs::rename(among_the_caches(&dir), &hidden).unwrap();
    assert_eq!(code(&run(dir.path(), &["withhold", "P01", "--note", "2"])), "0");
    fs::rename(&hidden, among_the_caches(&dir)).unwrap();
    assert!(!lies(&dir).is_empty());
    let mut script =
        home(&dir).with_editor(&editor(&dir.path().join("tools"), "cp \"$1\" \"$(dirname \"$0\")/seen\""), &among_the_caches(&dir));
    script.keys("m").hear(ms(200));
    assert_eq!(lies(&dir), Vec::<String>::new());
    script.keys("e").saved();
    assert!(!fs::read_to_string(dir.path().join("tools/seen")).unwrap().contains("GNUWORD"));
    script.leave();
}

#[test]
fn what_somebody_wrote_is_kept_where_the_statements_are_others_by_now() {
    let dir = study();
    let mut script = left(&dir);
    script.keys(&"<up>".repeat(9)).keys("<down>j").saved();
    let mut script = script.with_editor(&editor(&dir.path().join("tools"), "sed -i 's/One/Once/' \"$1\""), &among_the_caches(&dir));
    script.keys("e").saved();
    says(&script, "1 statement is changed");
    says(&script, "What you wrote before, about statements that are others now, lies in ");
    assert_eq!(in_the_letter(&script)[0], "1 Once. Two. “shoulders up to my ears”");
    assert_eq!(lies(&dir).len(), 3, "it lies there still");
    // So it does when one comes back, and that is said.
    script.leave();
    let mut script = home(&dir).with_editor("true", &among_the_caches(&dir));
    script.keys("m").hear(ms(200));
    says(&script, "A text of 2026-11-22 that was given to an editor lies in ");
    script.keys("e").saved();
    assert_eq!(lies(&dir).len(), 3);
    script.leave();
    assert_eq!(code(&run(dir.path(), &["withhold", "P01", "--note", "3"])), "0");
    assert_eq!((lies(&dir), lies_in(&among_the_caches(&dir))), (Vec::new(), 0));
}

#[test]
fn recover_names_what_was_left_and_destroys_what_is_of_a_session_that_is_gone() {
    let dir = study();
    left(&dir).leave();
    let told = run(dir.path(), &["recover"]);
    assert!(told.contains("A text of 2026-11-22 that was given to an editor lies in DIR/cache/hearback/written/text-"), "{told}");
    assert!(!lies(&dir).is_empty());
    fs::remove_dir_all(folders(&dir)[0].path()).unwrap();
    let told = run(dir.path(), &["recover"]);
    assert!(told.contains("A text that was given to an editor was left of a session that is gone"), "{told}");
    assert_eq!((lies(&dir), lies_in(&among_the_caches(&dir))), (Vec::new(), 0));
}

#[test]
fn a_folder_that_an_editor_left_is_in_nobodys_way() {
    let (dir, place) = (study(), tempfile::tempdir().unwrap());
    let written = place.path().join("written");
    let program = editor(place.path(), "mkdir \"$1.d\"; cp \"$1\" \"$1.d/copy\"; sed -i 's/One/Once/' \"$1\"");
    let mut script = member_check(&dir).with_editor(&program, &written);
    script.keys("<enter>One.<enter>").saved().keys("e").saved();
    says(&script, "1 statement is changed");
    assert_eq!((in_the_letter(&script), lies_in(&written)), (vec!["1 Once.".to_owned()], 0));
    script.leave();
}

#[test]
fn a_place_that_is_not_private_is_refused() {
    let (dir, place) = (study(), tempfile::tempdir().unwrap());
    let written = place.path().join("written");
    fs::create_dir(&written).unwrap();
    fs::set_permissions(&written, fs::Permissions::from_mode(0o777)).unwrap();
    let mut script = member_check(&dir).with_editor("true", &written);
    script.keys("<enter>One.<enter>").saved().keys("e").saved();
    says(&script, "is a link, is somebody else's, or others may write in it");
    assert_eq!(lies_in(&written), 0);
    script.leave();
}
