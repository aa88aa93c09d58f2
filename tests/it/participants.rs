//! The register of participants: on the command line, and as a screen; what is written in its file, and what never leaves it.

use std::fs;
use std::path::Path;

use hearback::shell::script::Script;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::make_study;
use crate::support::day::study;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;

const SETTINGS: &str = "groups: [patients, therapists]\nattributes:\n  gender: [woman, man, other]\n  age: years\n\
                        \x20 therapy: { label: the therapy, values: [finished, stopped], of: patients }\n\
                        sampling:\n  patients:\n    participants: 3\n    age: { under 40: 1, 40 to 60: 2, over 60: 1 }\n    therapy: { stopped: 2 }\n";

const LIST: &str = "# Ours: codes only\nparticipants:\n  - code: P01   # the first\n    group: patients\n    treated_by: T13\n\
                    \x20   attributes: { gender: woman, age: 48 }\n\n  - code: P02\n    group: patients\n    attributes:\n      therapy: finished # she says\n\
                    \x20 - { code: T13, group: therapists }\nrecruitment:\n  patients: { contacted: 9, refused: { no time: 4, too tired: 1 }, no_answer: 1 }\n";

/// A study with two patients and a therapist on its list.
fn listed() -> tempfile::TempDir {
    let dir = study();
    list_in(dir.path());
    dir
}

fn list_in(dir: &Path) {
    let settings = dir.join("study.yaml");
    fs::write(&settings, fs::read_to_string(&settings).unwrap() + SETTINGS).unwrap();
    fs::write(dir.join("participants.yaml"), LIST).unwrap();
}

fn list(dir: &tempfile::TempDir) -> String {
    fs::read_to_string(dir.path().join("participants.yaml")).unwrap()
}

#[test]
fn the_register_says_who_is_there_how_they_were_found_and_who_is_missing() {
    let dir = listed();
    insta::assert_snapshot!(run(dir.path(), &["participants"]));
    held(&dir).leave();
    insta::assert_snapshot!(
        [
            run(dir.path(), &["participants"]),
            run(dir.path(), &["participants", "p01"]),
            run(dir.path(), &["--language", "nl", "participants"]),
        ]
        .concat()
    );
    let withdrawn = ["withdraw", "P01", "--scope", "all", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"];
    run(dir.path(), &withdrawn);
    let told = run(dir.path(), &["participants"]);
    assert!(
        told.contains("patients: 0 of 3 interviewed, 1 on the list not yet")
            && told.contains("1 had all of it destroyed and is counted nowhere else"),
        "{told}"
    );
    assert!(told.contains("P01  had all of it destroyed\n"), "of them the list shows the code and no more: {told}");
    assert!(!run(dir.path(), &["participants", "P01", "--json"]).contains("48"));
}

#[test]
fn what_is_written_down_changes_nothing_else_and_what_cannot_be_is_refused() {
    let dir = listed();
    let told = [
        run(dir.path(), &["participants", "P02", "--set", "age=61", "--set", "gender=man"]),
        run(dir.path(), &["participants", "P03", "--add", "--group", "patients", "--treated-by", "T13", "--set", "therapy=stopped"]),
        run(dir.path(), &["participants", "P03", "--set", "therapy="]),
        run(dir.path(), &["participants", "P02", "--set", "age=old", "--set", "gender=woman"]),
        run(dir.path(), &["participants", "T13", "--set", "therapy=finished"]),
        run(dir.path(), &["participants", "P02", "--set", "agee=3"]),
        run(dir.path(), &["participants", "P03", "--add"]),
        run(dir.path(), &["participants", "Anna", "--add"]),
        run(dir.path(), &["participants", "P02", "--set", "age"]),
        run(dir.path(), &["participants", "P99"]),
    ];
    insta::assert_snapshot!(told.concat() + &list(&dir));
}

#[test]
fn who_treated_whom_leaves_the_file_for_nothing() {
    let dir = tempfile::tempdir().unwrap();
    make_study(dir.path());
    list_in(dir.path());
    let linked = LIST.replace("T13", "T77");
    fs::write(dir.path().join("participants.yaml"), &linked).unwrap();
    let mut script = held(&dir);
    script.keys("<esc>");
    script.leave();
    for call in
        ["participants P01", "participants P01 --json", "sessions --json", "show P01 --json", "letter P01 --trail --json", "guide check"]
    {
        let told = run(dir.path(), &call.split(' ').collect::<Vec<_>>());
        assert!(!told.contains("T77") && !told.contains("treated"), "{call}: {told}");
    }
    // The therapist stands in the list under a code of their own, and beside nobody.
    for call in [["participants"].as_slice(), &["participants", "--json"]] {
        let told = run(dir.path(), call);
        assert!(told.lines().all(|line| !(line.contains("T77") && line.contains("P01"))) && !told.contains("treated"), "{told}");
        assert_eq!(told.matches("T77").count(), 1, "{told}");
    }
}

/// The screen, from the list of sessions.
fn opened(dir: &tempfile::TempDir) -> Script {
    let mut script = home(dir);
    script.keys("p");
    script
}

#[test]
fn a_participant_unfolds_and_each_value_is_chosen_or_typed_and_taken_back_by_name() {
    in_each_language(|| {
        let dir = listed();
        let mut script = opened(&dir);
        let seen = script.screen(80, 24);
        for words in
            ["P01", "T13", in_either("Missing: patients, age under 40: 1 to find", "Er ontbreken nog: patients, age onder 40: nog 1 te")]
        {
            assert!(seen.contains(words), "{words}: {seen}");
        }
        // The first line of which nothing is written down is there at once; its values are listed.
        script.keys("<enter>");
        script.keys("<enter>");
        assert!(script.screen(80, 24).contains("finished") && script.screen(80, 24).contains("stopped"), "{}", script.screen(80, 24));
        script.keys("<up><up>").keys("<down><enter>");
        assert!(list(&dir).contains("age: 48, therapy: stopped }"), "{}", list(&dir));
        let notice = script.notice().unwrap();
        assert!(notice.contains("P01, the therapy: stopped"), "{notice}");
        script.keys("u");
        assert_eq!(list(&dir), LIST, "to the byte");
        assert!(script.notice().unwrap().contains("P01, the therapy: stopped"));
        script.keys("<ctrl-y>");
        assert!(list(&dir).contains("therapy: stopped }"));
        // A number is typed, and refused where it cannot be; the words stay to be mended.
        script.keys("<up><up>");
        script.keys("<enter><backspace><backspace>old<enter>");
        assert!(script.notice().unwrap().contains(in_either("age cannot be `old`", "age kan niet `old` zijn")), "{:?}", script.notice());
        script.keys("<backspace><backspace><backspace>39<enter>");
        assert!(list(&dir).contains("{ gender: woman, age: 39, therapy: stopped }"), "{}", list(&dir));
        // Esc folds, and then leads back.
        script.keys("<esc>");
        assert!(!script.screen(80, 24).contains("finished, "), "{}", script.screen(80, 24));
        script.keys("<esc>");
        assert!(script.screen(80, 24).contains(in_either("sessions", "sessies")), "{}", script.screen(80, 24));
        script.leave();
    });
}

#[test]
fn somebody_new_gets_the_next_code_of_their_kind_and_a_name_is_asked_about() {
    in_each_language(|| {
        let dir = listed();
        let mut script = opened(&dir);
        script.keys("<end>a<enter>");
        assert!(list(&dir).contains("  - code: T14\n    group: therapists\nrecruitment:"), "{}", list(&dir));
        script.keys("<home>a<backspace><backspace><backspace>Anna<enter>");
        assert!(!list(&dir).contains("Anna") && script.notice().unwrap().contains("Anna"));
        script.keys("<esc>");
        assert!(!list(&dir).contains("Anna"));
        script.keys("a<backspace><backspace><backspace>P 7<enter>");
        assert!(script.notice().unwrap().contains("`P 7`"), "{:?}", script.notice());
        script.keys("<esc>").keys("u");
        assert_eq!(list(&dir), LIST);
        script.leave();
    });
}

#[test]
fn what_an_editor_saved_meanwhile_is_not_written_over_and_is_there_at_once() {
    let dir = listed();
    let mut script = opened(&dir);
    script.keys("<enter><enter><up><up>");
    let saved = LIST.replace("age: 48", "age: 50");
    fs::write(dir.path().join("participants.yaml"), &saved).unwrap();
    script.keys("<enter>");
    assert_eq!(list(&dir), saved);
    assert!(script.notice().unwrap().contains("was changed on disk meanwhile"), "{:?}", script.notice());
    assert!(script.screen(80, 24).contains("50"), "{}", script.screen(80, 24));
    // And once it is seen, it is written in.
    script.keys("<enter><up><up><enter>");
    assert_eq!(list(&dir), saved.replace("age: 50 }", "age: 50, therapy: finished }"));
    fs::write(dir.path().join("participants.yaml"), "participants: []\n").unwrap();
    script.keys("u");
    assert_eq!(list(&dir), "participants: []\n", "a step back is no way over what others wrote");
    script.leave();
}

#[test]
fn what_was_typed_stays_on_its_line_until_it_is_written() {
    let dir = listed();
    let mut script = opened(&dir);
    script.keys("<enter><up>");
    script.keys("<enter><backspace><backspace>39");
    let saved = LIST.replace("T13", "T23");
    fs::write(dir.path().join("participants.yaml"), &saved).unwrap();
    script.keys("<enter>");
    assert_eq!(list(&dir), saved);
    script.keys("<backspace>7<enter>");
    assert_eq!(list(&dir), saved.replace("age: 48", "age: 37"), "{}", script.screen(80, 24));
    // Somebody new no less.
    script.keys("<esc>a<backspace><backspace>88");
    fs::write(dir.path().join("participants.yaml"), LIST).unwrap();
    script.keys("<enter>");
    assert_eq!(list(&dir), LIST);
    script.keys("<enter>");
    assert!(list(&dir).contains("code: P88"), "{}", list(&dir));
    script.leave();
}

#[test]
fn whoever_had_all_of_it_destroyed_is_put_on_no_list_again() {
    let dir = study();
    held(&dir).leave();
    let withdrawn = ["withdraw", "P01", "--scope", "all", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"];
    let told = run(dir.path(), &withdrawn);
    assert!(told.contains("exit code 0") && !told.contains("participants.yaml"), "{told}");
    fs::remove_file(dir.path().join("participants.yaml")).unwrap();
    let told = run(dir.path(), &["participants", "p01", "--add"]);
    assert!(told.contains("had all of it destroyed") && !dir.path().join("participants.yaml").exists(), "{told}");
    let mut script = opened(&dir);
    script.keys("aP01<enter>");
    assert!(script.notice().unwrap().contains("had all of it destroyed"), "{:?}", script.notice());
    assert!(!dir.path().join("participants.yaml").exists());
    script.keys("<backspace>2<enter>");
    assert!(list(&dir).contains("code: P02"), "{}", list(&dir));
    script.leave();
}

#[test]
fn the_screen_is_legible_in_every_window_and_for_three_hundred() {
    let dir = listed();
    let mut script = opened(&dir);
    script.keys("<enter>");
    insta::assert_snapshot!("register-60x16", script.screen(60, 16));
    insta::assert_snapshot!("register-80x24", script.screen(80, 24));
    insta::assert_snapshot!("register-120x40", script.screen(120, 40));
    script.keys("m");
    insta::assert_snapshot!("register-missing-80x24", script.screen(80, 24));
    script.leave();
    let one = |n: u32| format!("  - {{ code: P{n:03}, group: patients, attributes: {{ age: {} }} }}\n", n % 90);
    let many: String = (1..=300).map(one).collect::<Vec<String>>().concat();
    fs::write(dir.path().join("participants.yaml"), format!("participants:\n{many}")).unwrap();
    let mut script = opened(&dir);
    script.keys("<end>");
    assert!(script.screen(60, 16).contains("P300") && script.screen(120, 40).contains("P270"), "{}", script.screen(60, 16));
    script.keys("<enter><enter><esc>").keys("<esc><home>");
    assert!(script.screen(80, 24).contains("P001"));
    script.leave();
}

#[test]
fn whoever_takes_no_part_any_more_is_said_to_wherever_people_and_sessions_are_listed() {
    in_each_language(|| {
        let dir = listed();
        held(&dir).leave();
        let words = in_either("takes no part any more", "doet niet meer mee");
        let language = ["--language", in_either("en", "nl")];
        let told = |call: &[&str]| run(dir.path(), &[&language, call].concat());
        let lists = [["sessions"].as_slice(), &["participants"], &["participants", "P01"]];
        assert!(lists.iter().all(|call| !told(call).contains(words)));
        let json = |call: &[&str]| {
            let said = told(call);
            serde_json::from_str::<serde_json::Value>(said.split_once('\n').unwrap().1.split("--- exit").next().unwrap()).unwrap()
        };
        assert_eq!(json(&["sessions", "--json"])[0]["stopped"], serde_json::json!([]));
        assert_eq!(json(&["participants", "P01", "--json"])["stopped"], serde_json::Value::Null);
        let stopped = told(&["withdraw", "P01", "--scope", "stop", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"]);
        assert_eq!(code(&stopped), "0", "{stopped}");
        for call in lists {
            assert!(told(call).contains(words), "{call:?}: {}", told(call));
        }
        assert!(told(&["sessions"]).contains(&format!("P01 {words}")), "{}", told(&["sessions"]));
        assert!(
            told(&["participants"])
                .contains(in_either("P01  patients  takes no part any more (first)", "P01  patients  doet niet meer mee (eerste)"))
        );
        assert_eq!(json(&["sessions", "--json"])[0]["stopped"], serde_json::json!(["P01"]));
        assert_eq!(json(&["participants", "P01", "--json"])["stopped"], "keep");
        let mut script = home(&dir);
        let seen = script.screen(80, 24);
        // In its row, and below the list in full.
        assert!(seen.contains(&format!("P01 {words}")) && seen.matches(words).count() == 2, "{seen}");
        assert!(script.keys("p").screen(80, 24).contains(words), "{}", script.screen(80, 24));
        script.leave();
    });
}

#[test]
fn what_is_counted_agrees_whoever_is_on_the_list() {
    let dir = listed();
    held(&dir).leave();
    // Of P01 nothing but the code stays: of which group they were is not known any more.
    assert!(
        run(dir.path(), &["participants"]).contains("of 1 who were asked, nothing is written down yet"),
        "{}",
        run(dir.path(), &["participants"])
    );
    run(dir.path(), &["withdraw", "P01", "--scope", "all", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"]);
    let told = run(dir.path(), &["participants"]);
    assert!(told.contains("\n1 had all of it destroyed and is counted nowhere else\n"), "{told}");
    assert!(told.contains("of 2 who were asked, nothing is written down; 1 who had all of it destroyed may be one of them"), "{told}");
    // Whoever was interviewed counts, on the list or not.
    let dir = study();
    held(&dir).leave();
    let told = run(dir.path(), &["participants"]);
    assert!(told.contains("\n1 interviewed\n") && told.contains("interviewed and not on the list: P01"), "{told}");
    assert!(run(dir.path(), &["study"]).contains("n = 1"));
    let script = opened(&dir);
    assert!(script.screen(80, 24).contains("1 interviewed"), "{}", script.screen(80, 24));
    script.leave();
}
