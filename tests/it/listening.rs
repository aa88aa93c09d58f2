//! Listening back as an evening goes: what is heard, joined, split, brought back and coded, and how one had asked.

use std::path::Path;
use std::process::Output;

use hearback::domain::note::NoteKind;
use hearback::domain::session::Session;
use hearback::shell::script::Script;
use hearback::tui::view::look::Look;
use hearback::tui::view::look::Signs;
use serde_json::Value;
use tempfile::TempDir;

use crate::support::day::home;
use crate::support::day::interview;
use crate::support::day::ms;
use crate::support::day::secs;
use crate::support::day::study;
use crate::support::program::program;

/// Three notes of one interview, and the evening after it: listening back to them.
fn evening(dir: &TempDir) -> Script {
    let mut script = interview(dir);
    script.keys("<pagedown><pagedown><pagedown><pagedown><down>").hear_until(secs(10)).keys("rest before it hurts<enter>");
    script.hear_until(secs(20)).keys("then it stays away<enter>").hear_until(secs(30)).keys(">like a light switch<enter>");
    script.hear_until(secs(40)).saved().keys("<f10><f10>");
    script.keys("<enter>l").hear(ms(100));
    script
}

fn run(dir: &Path, args: &[&str]) -> Output {
    program().arg("--study").arg(dir).args(args).output().unwrap()
}

fn texts(session: &Session) -> Vec<String> {
    session.notes_by_position().iter().map(|note| note.text.clone()).collect()
}

fn session(script: &Script) -> &Session {
    script.session().unwrap()
}

/// The keys in the last row.
fn foot(script: &Script, width: u16, height: u16) -> String {
    script.screen(width, height).lines().last().unwrap().trim().to_owned()
}

#[test]
fn a_note_is_heard_when_its_moment_and_the_second_after_it_were_played() {
    let dir = study();
    let mut script = evening(&dir);
    assert_eq!(session(&script).heard_of_notes(), (0, 3));
    script.keys("<space>");
    for _ in 0..22 {
        script.hear(ms(500));
    }
    assert!(script.screen(80, 24).contains("heard 1 of 3 notes"), "{}", script.screen(80, 24));
    // Going about on the recording is not listening to what lies between.
    script.keys("<right><right><right><space>").saved();
    assert_eq!(session(&script).heard_of_notes(), (1, 3), "{}", script.screen(80, 24));
    let told: Value = serde_json::from_slice(&run(dir.path(), &["show", "P01", "--json"]).stdout).unwrap();
    let heard: Vec<bool> = told["notes"].as_array().unwrap().iter().map(|note| note["heard"].as_bool().unwrap()).collect();
    assert_eq!(heard, [true, false, false]);
}

#[test]
fn two_notes_become_one_and_two_again() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("j").hear(ms(100));
    assert_eq!(texts(session(&script)), ["rest before it hurts then it stays away", "like a light switch"]);
    script.keys("j").hear(ms(100));
    assert_eq!(session(&script).notes().count(), 2, "a quote stays apart from a paraphrase");
    assert!(script.screen(80, 24).contains("These two stay apart"), "{}", script.screen(80, 24));
    script.keys("u").hear(ms(100));
    assert_eq!(texts(session(&script)), ["rest before it hurts", "then it stays away", "like a light switch"]);
    script.keys("<ctrl-y>").hear(ms(100)).saved();
    assert_eq!(session(&script).notes().count(), 2);
}

#[test]
fn what_was_joined_is_left_out_with_each_of_its_parts() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("j<esc>").saved();
    // The moment of the second alone.
    let told = run(dir.path(), &["withhold", "P01", "--from", "0:17", "--to", "0:20"]);
    assert!(told.status.success(), "{told:?}");
    let shown = String::from_utf8(run(dir.path(), &["show", "P01"]).stdout).unwrap();
    assert!(!shown.contains("stays away") && !shown.contains("before it hurts"), "{shown}");
    assert!(shown.contains("light switch"), "{shown}");
}

#[test]
fn a_note_is_split_where_the_cursor_stands() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("<enter><home><right><right><right><right><right><f8>").hear(ms(100));
    assert_eq!(texts(session(&script)), ["rest", "before it hurts", "then it stays away", "like a light switch"]);
    let notes = session(&script).notes_by_position();
    assert_eq!((notes[0].position, notes[0].kind), (notes[1].position, NoteKind::Paraphrase), "it was one moment");
    script.keys("u").hear(ms(100));
    assert_eq!(texts(session(&script))[0], "rest before it hurts");
    // At the end of the line nothing is split off, and the line stays.
    script.keys("<up><up><enter><f8>").hear(ms(100));
    assert!(script.screen(80, 24).contains("nothing to split off"), "{}", script.screen(80, 24));
    assert_eq!(session(&script).notes().count(), 3);
}

#[test]
fn what_was_taken_back_is_brought_back_on_another_day() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("<delete>").saved().keys("<esc>").hear(ms(100)).keys("l").hear(ms(100));
    assert_eq!(session(&script).notes().count(), 2);
    script.keys("u").hear(ms(100));
    assert_eq!(session(&script).notes().count(), 2, "another sitting undoes nothing of this one");
    script.keys("v").hear(ms(100));
    let screen = script.screen(80, 24);
    assert!(screen.lines().any(|row| row.contains("rest before it hurts") && row.contains("taken back")), "{screen}");
    script.keys("<up><up><up>").hear(ms(100));
    let foot = foot(&script, 80, 24);
    assert!(foot.contains("Del bring back") && !foot.contains("edit"), "{foot}");
    script.keys("<enter>").hear(ms(100));
    assert!(script.screen(80, 24).contains("brings it back"), "it is not edited: {}", script.screen(80, 24));
    script.keys("<delete>").hear(ms(100));
    assert_eq!(texts(session(&script))[0], "rest before it hurts");
}

#[test]
fn the_help_over_a_note_that_is_written_has_what_works_there_and_the_words_wait() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("<enter>, more<f1>").hear(ms(100));
    let screen = script.screen(80, 24);
    assert!(script.screen(120, 40).contains("♪ heard"), "what the signs mean stands below: {}", script.screen(120, 40));
    assert!(screen.contains("F8, Alt-Enter") && screen.contains("Keep the note") && !screen.contains("Take the note back"), "{screen}");
    script.keys("clip<enter>").hear(ms(100));
    assert_eq!(session(&script).notes().count(), 3, "nothing is done from there that is not done from the line");
    script.keys("<enter>").hear(ms(100));
    assert_eq!(texts(session(&script))[0], "rest before it hurts, more");
}

#[test]
fn where_a_digit_is_waited_for_the_footer_has_the_digits() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("i").hear(ms(100));
    assert_eq!(foot(&script, 80, 24), "1 leading  2 closed  3 two at once  Esc none");
}

#[test]
fn how_many_notes_are_out_of_sight_is_said() {
    let dir = study();
    let mut script = evening(&dir);
    for n in 0..12 {
        script.keys(&format!("nnumber {n}<enter>")).hear(ms(100));
    }
    let rows = script.screen(60, 16);
    let in_sight =
        rows.lines().filter(|row| row.contains("number") || row.contains("before it hurts") || row.contains("like a light")).count();
    let in_sight = in_sight + rows.lines().filter(|row| row.contains("then it stays away")).count();
    let title = rows.lines().find(|row| row.contains("Notes")).unwrap();
    let told: usize = title.split_whitespace().filter_map(|word| word.parse::<usize>().ok()).sum();
    assert!(title.contains("above") && title.contains("below") && in_sight < 15, "{rows}");
    assert_eq!(told + in_sight, 15, "{rows}");
    assert!(!script.screen(120, 60).contains(" above,"), "{}", script.screen(120, 60));
}

#[test]
fn what_a_chosen_code_means_is_read_whole() {
    let dir = study();
    let mut script = evening(&dir);
    let long = "they say of a place in the body that it is tense, also where they say that it was until not long ago";
    script.keys(&format!("ktension<enter>{long}<enter>not of fear, which has its own<enter>")).hear(ms(100));
    let seen = script.screen(60, 24).split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(seen.contains(long) && seen.contains("not of fear, which has its own"), "{seen}");
    // A name that is longer than one may be is said to be cut before it is taken.
    script.keys(&"long ".repeat(15)).hear(ms(100));
    assert!(script.screen(80, 24).contains("the first 60 characters"), "{}", script.screen(80, 24));
}

#[test]
fn a_moment_has_the_sign_that_it_has_on_the_wall_and_the_help_says_it() {
    for (plain, sign) in [(false, '•'), (true, 'o')] {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown><pagedown><pagedown><pagedown><down>").hear_until(secs(10)).keys("<f2>");
        script.hear_until(secs(40)).saved().keys("<f10><f10>");
        script.keys("<enter>l").hear(ms(100));
        let signs = if plain { Signs::Plain } else { Signs::Drawn };
        let screen = |script: &Script| script.screen_as(80, 24, Look { signs, ..Look::default() });
        let seen = screen(&script);
        let line = seen.lines().find(|line| line.contains("moment")).unwrap_or_else(|| panic!("{seen}"));
        assert!(line.contains(&format!(" {sign} ")) && !line.contains('~'), "{line}");
        script.keys("<f1>");
        let mut pages = vec![screen(&script)];
        for _ in 0..20 {
            script.keys("<pagedown>");
            pages.push(screen(&script));
        }
        let is_told = |page: &String| page.replace('\u{a0}', " ").contains(&format!("{sign} moment"));
        assert!(pages.iter().any(is_told), "{}", pages.join("\n"));
    }
}

#[test]
fn how_much_the_strip_shows_is_said_and_the_guide_opens_where_the_note_belongs() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("z").hear(ms(100));
    assert!(script.notice().unwrap().starts_with("The strip shows 0:0"), "{:?}", script.notice());
    script.keys("g").hear(ms(100));
    let screen = script.screen(80, 24);
    assert!(screen.contains("Enter puts the note there") && !foot(&script, 80, 24).contains("Ctrl-G"), "{screen}");
    let belongs = session(&script).notes_by_position()[0].question.clone().unwrap();
    let label = session(&script).guide().question(&belongs).unwrap().1.label().trim().to_owned();
    assert!(screen.lines().any(|row| row.contains('▶') && row.contains(&label)), "{label}: {screen}");
}

#[test]
fn codes_are_put_on_notes_and_a_new_name_is_a_new_code() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("krelief<enter>what eases it<enter>not for pills<enter><esc>").hear(ms(100));
    assert_eq!(session(&script).codes_in_notes().into_iter().collect::<Vec<_>>(), [("relief", 1)]);
    assert!(script.screen(80, 24).contains("[relief]"), "{}", script.screen(80, 24));
    // It is found by a part of its name from now on, on the next note, and comes off by the same key.
    script.keys("<down>kLIEF<enter><esc>").hear(ms(100));
    assert_eq!(session(&script).codes_in_notes()["relief"], 2);
    script.keys("krel<enter><esc>").hear(ms(100));
    assert_eq!(session(&script).codes_in_notes()["relief"], 1);
    script.keys("u").hear(ms(100));
    assert_eq!(session(&script).codes_in_notes()["relief"], 2, "undo puts it back");
    script.saved().keys("<esc>").hear(ms(100));
    drop(script);
    let listed = String::from_utf8(run(dir.path(), &["codes"]).stdout).unwrap();
    let found = String::from_utf8(run(dir.path(), &["search", "code:relief"]).stdout).unwrap();
    assert_eq!(found.lines().count(), 2, "{found}");
    // By its words like by a tag, in any order, in an index and beside it.
    for words in [&["search", "RELIEF"][..], &["search", "reli*"], &["search", "relief", "kind:note"]] {
        assert_eq!(String::from_utf8(run(dir.path(), words).stdout).unwrap(), found, "{words:?}");
    }
    let mut script = home(&dir);
    script.keys("/relief");
    let text = found.lines().next().and_then(|line| line.rsplit('\t').next()).unwrap();
    assert!(script.screen(80, 24).contains(text), "{text}: {}", script.screen(80, 24));
    script.keys("<esc>l/relie");
    assert!(script.screen(80, 24).contains(text), "{text}: {}", script.screen(80, 24));
    script.leave();
    let rows: Vec<Vec<&str>> =
        listed.lines().map(|line| line.trim().split("  ").map(str::trim).filter(|cell| !cell.is_empty()).collect()).collect();
    let heads = ["code", "notes", "sessions", "what it means", "when it is used"];
    assert_eq!(rows, [&["Codes for notes"][..], &heads, &["relief", "2", "1", "what eases it", "not for pills"]], "{listed}");
}

#[test]
fn how_one_asked_is_marked_counted_and_shown_to_nobody_else() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("<right>i1<right>i2<right>i1").hear(ms(100));
    let screen = script.screen(80, 24);
    assert!(screen.contains("2 × leading question, 1 × closed question"), "{screen}");
    script.keys("i1").hear(ms(100));
    assert_eq!(session(&script).own_questions().count(), 2, "the same once more takes it back");
    script.keys("u").hear(ms(100));
    assert_eq!(session(&script).own_questions().count(), 3);
    script.saved().keys("<esc>");
    drop(script);
    for told in [&["show", "P01"][..], &["show", "P01", "--json"], &["letter", "P01"]] {
        let text = String::from_utf8(run(dir.path(), told).stdout).unwrap();
        assert!(!text.contains("leading"), "{told:?}: {text}");
    }
}

#[test]
fn a_note_is_put_where_the_sound_is() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("<right><right><right>p").hear(ms(100));
    let moved = session(&script).notes_by_position();
    assert_eq!((moved[0].text.as_str(), moved[0].position.secs()), ("rest before it hurts", 15));
}

#[test]
fn what_was_split_off_and_left_out_stands_in_nothing_that_its_note_was_before() {
    let dir = study();
    let mut script = evening(&dir);
    script.keys("<enter><home><right><right><right><right><right><f8>").hear(ms(100)).keys("xx").hear(ms(100));
    let screen = script.screen(120, 40);
    assert!(screen.contains("rest") && !screen.contains("before it hurts"), "{screen}");
    script.keys("<up><up><enter>").hear(ms(100));
    assert!(!script.screen(80, 24).contains("before it hurts"), "{}", script.screen(80, 24));
    script.keys("<esc>").saved();
    let told = String::from_utf8(run(dir.path(), &["show", "P01", "--json"]).stdout).unwrap();
    assert!(!told.contains("before it hurts"), "{told}");
    // Who takes that back has both again, with what it was.
    script.keys("u").hear(ms(100));
    assert_eq!(session(&script).notes().filter(|note| note.text == "before it hurts").count(), 1);
    assert_eq!(session(&script).notes_by_position()[0].revisions().len(), 1);
}
