//! A person's own keys: laid over the table they are shown wherever a key is named, and mean what the table's meant.

use std::fs;
use std::path::Path;
use std::process::Output;

use hearback::domain::session::Session;
use hearback::domain::standing::Audio;
use hearback::domain::standing::Phase;
use hearback::shell::script::Script;
use hearback::tui::keymap::Context;

use crate::support::day::DAY;
use crate::support::day::FORM;
use crate::support::day::close_first_question;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::day::voice;
use crate::support::program::program;
use crate::support::told::reread;

/// A foot pedal, and some keys that were moved.
const MINE: &str = "
[interview]
off-record = ['f13']
moment = ['f14', 'space']
end-interview = ['f16', 'ctrl-q']
notes-only = ['f17']
undo = ['f18']
probe = ['f10']
[anywhere]
palette = ['alt-x']
theme = ['f12']
help = ['f15', 'f1']
[overlay]
close = ['esc', 'f24']
[home]
new = ['f20']
[setup]
begin = ['f11']
";

fn mine(dir: &tempfile::TempDir) -> Script {
    Script::over(dir.path(), voice(), DAY).unwrap().with_keys(MINE).unwrap()
}

fn conducted(dir: &tempfile::TempDir) -> Script {
    let mut script = mine(dir);
    script.keys(&FORM.replacen('n', "<f20>", 1)).hear(ms(500)).keys("<f11>").hear(secs(1));
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?}", script.notice());
    script
}

fn phase(script: &Script) -> Option<Phase> {
    script.session().map(Session::phase)
}

/// The row of `screen` that holds `words`.
fn row<'s>(screen: &'s str, words: &str) -> &'s str {
    screen.lines().find(|line| line.contains(words)).unwrap_or_else(|| panic!("{words}: {screen}"))
}

#[test]
fn a_key_of_ones_own_for_the_guide_walks_the_card_that_lies_over_it() {
    let dir = study();
    let keys = "[interview]\nnext-question = ['f18', 'down']\nprevious-topic = ['f19', 'pageup']\n";
    let mut script = Script::over(dir.path(), voice(), DAY).unwrap().with_keys(keys).unwrap();
    script.keys(FORM).hear(ms(500)).keys("<f10>").hear(secs(1));
    let guide = script.screen(80, 24);
    let asked = |screen: &str| row(screen, "read aloud").split("read aloud").nth(1).map(str::to_owned);
    script.keys("<f8><f18><f18>");
    let protocol = hearback::domain::distress::protocol(script.session().unwrap().guide());
    let first = |script: &Script| script.screen(60, 16).lines().nth(2).unwrap().to_owned();
    assert!(first(&script).contains(&protocol[2][..20]), "{}", script.screen(60, 16));
    script.keys("<f19>");
    assert!(first(&script).contains(&protocol[1][..20]), "{}", script.screen(60, 16));
    script.keys("<f8>");
    assert_eq!(asked(&script.screen(80, 24)), asked(&guide), "the guide has stayed");
    script.leave();
}

#[test]
fn a_key_of_ones_own_is_shown_wherever_a_key_is_named() {
    let dir = study();
    let mut script = mine(&dir);
    let foot = |script: &Script| script.screen(80, 24).lines().last().unwrap().to_owned();
    let home = script.screen(80, 24);
    assert!(foot(&script).contains("F20 new") && foot(&script).contains("Alt-X more"), "{home}");
    assert_eq!(home.matches("F20").count(), 2, "the empty list names the key too: {home}");
    script.keys("<f20>");
    assert!(foot(&script).contains("F11 begin"), "{}", foot(&script));
    drop(script);
    let mut script = conducted(&dir);
    assert!(
        foot(&script).contains("F13 off record") && foot(&script).contains("F14/Space") | foot(&script).contains("F14 moment"),
        "{}",
        foot(&script)
    );
    // The help and the palette.
    script.keys("<f15>");
    let help = script.screen(120, 40);
    let off = row(&help, "Go off the record");
    assert!(off.contains("F13 ") && !off.contains("F9"), "{help}");
    script.keys("<f24><alt-x>off");
    assert!(row(&script.screen(80, 24), "Go off the record").contains("F13 "), "{}", script.screen(80, 24));
    script.keys("<esc>");
    // Sentences: what is asked, what was done, what is done next.
    script.keys("<alt-x>end<enter>");
    assert!(script.notice().unwrap().contains("F16"), "{:?}", script.notice());
    script.keys("<pagedown>one<enter>").saved().keys("<f18>");
    assert!(script.notice().unwrap().contains("Ctrl-Y brings it back"), "{:?}", script.notice());
    script.keys("<f13>");
    assert_eq!(phase(&script), Some(Phase::OffRecord));
    let paused = script.screen(80, 24);
    assert!(paused.contains("F13") && !paused.contains("F9"), "{paused}");
    script.keys("<f13>").hear(ms(500));
    assert_eq!(phase(&script), Some(Phase::Recording));
    // What was given away does nothing any more, and what took its place does.
    let moments = |script: &Script| script.session().unwrap().notes().filter(|note| note.is_moment()).count();
    script.keys("<f9><ctrl-o><f2>").hear(ms(200));
    assert_eq!((phase(&script), moments(&script)), (Some(Phase::Recording), 0));
    script.keys("<f14>");
    assert_eq!(moments(&script), 1);
    script.leave();
}

#[test]
fn what_takes_its_key_twice_does_so_whatever_the_key() {
    let dir = study();
    let mut script = conducted(&dir);
    script.keys("<f17>");
    assert!(script.notice().unwrap().contains("again stops the recording"), "{:?}", script.notice());
    script.hear(secs(4)).keys("<f17>");
    assert!(!matches!(script.session().unwrap().audio(), Audio::NotesOnly(_)), "too late to be a second press");
    script.keys("<f16>").hear(ms(500)).keys("x<backspace><f16>");
    assert_eq!(phase(&script), Some(Phase::Recording), "another key came between");
    script.keys("<f16>");
    assert_eq!((phase(&script), script.model().context()), (None, Context::Home));
    assert_eq!(reread(&dir).phase(), Phase::Ended);
    script.leave();
}

#[test]
fn one_pedal_works_whatever_lies_on_top() {
    let dir = study();
    let mut script = conducted(&dir);
    for before in ["", "words", "<f8>", "<f15>", "<alt-x>words", "<ctrl-w>"] {
        script.keys("<pagedown>").keys(before).keys("<f13>");
        assert_eq!(phase(&script), Some(Phase::OffRecord), "after {before}");
        script.keys("<f13>").hear(ms(500)).keys("<esc>");
        assert_eq!(phase(&script), Some(Phase::Recording), "after {before}");
    }
    script.leave();
}

/// Whether two keys meet rests on what can lie over what.
#[test]
fn what_lies_over_what_is_as_the_screens_have_it() {
    let dir = study();
    close_first_question(&dir);
    let mut script = Script::over(dir.path(), voice(), DAY).unwrap();
    let mut seen = Vec::new();
    let mut look = |script: &Script| {
        let within = script.model().contexts();
        for (n, inner) in within.iter().enumerate() {
            for outer in &within[n + 1..] {
                assert!(inner.lies_over(*outer), "{inner:?} lies over {outer:?}");
            }
            seen.push(*inner);
        }
    };
    for keys in [
        "",
        "p",
        "a",
        "<esc><esc>/",
        "<esc><f1>",
        "<tab>",
        "<esc>n",
        "<f1>",
        "<tab>",
        "<esc><down>",
        "<ctrl-l>",
        "<esc><down><down><down><down><down><down><down>",
        "a",
    ] {
        script.keys(keys);
        look(&script);
    }
    script.hear(ms(500)).keys("<f10>");
    assert_eq!(phase(&script), Some(Phase::Recording), "{:?} {}", script.notice(), script.screen(80, 24));
    for keys in [
        "<pagedown>",
        "one<enter><f7>",
        "6<alt-o>",
        "<esc><alt-t>",
        "<esc><backtab>",
        "<esc><left>",
        "<esc><f5>",
        "<esc><tab>",
        "<esc>words",
        "<ctrl-l>",
        "<esc><f8>",
        "<f1>",
        "<tab>",
        "<esc><enter>",
        "<f8>",
        "<ctrl-w>",
        "<ctrl-w>",
        "<f1>",
        "<esc><f10><f10>",
        "<f1>",
        "<tab>",
        "<esc>",
    ] {
        script.keys(keys).hear(ms(400));
        look(&script);
    }
    for keys in [
        "e",
        "<down><down><down><down><enter>x",
        "<esc><esc>",
        "/",
        "<esc>l",
        "i",
        "<esc>/",
        "<esc><f1>",
        "<tab>",
        "<esc>n",
        "<esc>m",
        "/",
        "<esc><f1>",
        "<tab>",
        "<esc><esc><esc>",
        "r",
        "y<up><enter>x",
        "<esc><esc><esc><esc>",
        "w",
        "f",
        "<esc><esc>f",
    ] {
        script.keys(keys);
        look(&script);
    }
    let unseen: Vec<Context> = Context::ALL.into_iter().filter(|context| !seen.contains(context)).collect();
    let none = [
        Context::Seats,
        Context::Coding,
        Context::Shelving,
        Context::Stating,
        Context::Sources,
        Context::LetterShown,
        Context::Looking,
        Context::Sending,
        Context::Quoting,
    ];
    assert_eq!(unseen, none, "no group, no note, no statement, and so no letter");
    script.leave();
}

fn hearback(config: &Path, args: &[&str]) -> Output {
    let mut command = program();
    command.args(args).current_dir(config).env_remove("HEARBACK_STUDY").env("HEARBACK_CONFIG", config).output().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

#[test]
fn the_command_shows_them_and_checks_them() {
    let dir = tempfile::tempdir().unwrap();
    let none = hearback(dir.path(), &["keys", "--check"]);
    assert!(none.status.success() && text(&none.stdout).contains("the built-in keys are in effect"), "{none:?}");
    fs::write(dir.path().join("keys.toml"), MINE).unwrap();
    let checked = hearback(dir.path(), &["keys", "--check"]);
    assert!(checked.status.success() && text(&checked.stdout).ends_with("keys.toml: fine. Own keys for 12 actions\n"), "{checked:?}");
    let shown = text(&hearback(dir.path(), &["keys"]).stdout);
    let rows: Vec<&str> = shown.lines().filter(|line| line.starts_with('*')).collect();
    assert!(rows.iter().any(|row| row.starts_with("* F13 ") && row.contains(" off-record ")), "{rows:?}");
    assert!(rows.len() == 13 && rows[12].ends_with("keys.toml"), "{rows:?}");
    let json: serde_json::Value = serde_json::from_slice(&hearback(dir.path(), &["keys", "--json"]).stdout).unwrap();
    let own: Vec<&serde_json::Value> = json.as_array().unwrap().iter().filter(|row| row["own"] == true).collect();
    assert_eq!((own.len(), &own[0]["action"], &own[0]["keys"][0]), (12, &"off-record".into(), &"F13".into()));
    let markdown = text(&hearback(dir.path(), &["keys", "--markdown"]).stdout);
    assert!(markdown.contains("| `F13` | Go off the record, and back on. Your own keys. |"), "{markdown}");
}

#[test]
fn a_file_with_mistakes_is_told_line_by_line_and_changes_nothing() {
    let dir = tempfile::tempdir().unwrap();
    let file = dir.path().join("keys.toml");
    fs::write(&file, "[interview]\r\noff-recrd = ['f13']\r\nmoment = ['f14', \"f9\"]\r\n").unwrap();
    let checked = hearback(dir.path(), &["keys", "--check"]);
    let told = text(&checked.stderr);
    assert_eq!(checked.status.code(), Some(1), "{told}");
    for words in [
        "keys.toml:2:1: there is no `off-recrd` in `[interview]`",
        "hint: did you mean `off-record`?",
        "keys.toml:3:18: F9 is `off-record` in `[interview]` already",
        "2 problems",
    ] {
        assert!(told.contains(words), "{words}: {told}");
    }
    let shown = hearback(dir.path(), &["keys"]);
    let note = text(&shown.stderr);
    assert!(shown.status.success() && text(&shown.stdout).contains("Ctrl-O, F9"), "{note}");
    assert!(note.contains("line 2 of keys.toml is wrong") && note.contains("`hearback keys --check`: there is no `off-recrd`"), "{note}");
    // Another file; and what is no file.
    let other = dir.path().join("other.toml");
    let check = |path: &Path| hearback(dir.path(), &["keys", "--check", path.to_str().unwrap()]);
    assert_eq!(check(&other).status.code(), Some(1), "it is not there");
    fs::write(&other, vec![b'a'; 2 * 1024 * 1024]).unwrap();
    assert!(text(&check(&other).stderr).contains("larger than 1 MiB"));
    fs::remove_file(&file).unwrap();
    fs::create_dir(&file).unwrap();
    let shown = hearback(dir.path(), &["keys"]);
    assert!(shown.status.success() && text(&shown.stderr).contains("the built-in keys are in effect"), "{}", text(&shown.stderr));
    assert!(!hearback(dir.path(), &["keys", "--check"]).status.success());
}

/// An example that does not work is worse than none.
#[test]
fn the_example_in_the_manual_is_right() {
    let manual = include_str!("../../src/manual/keys.md");
    let example = manual.split_once("```toml\n").unwrap().1.split_once("```").unwrap().0;
    let dir = study();
    let script = Script::over(dir.path(), voice(), DAY).unwrap().with_keys(example).unwrap();
    assert!(example.contains("f13") && script.notice().is_none());
}
