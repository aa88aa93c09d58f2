//! The figures on a screen: the tables of `hearback study`, walked by row and by table, told in lines, and whole where sessions are not.

use std::fs;

use hearback::domain::guide::Round;
use hearback::shell::script::Script;
use hearback::store::folder::Study;

use crate::cli::run;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::study;
use crate::support::reference;
use crate::support::tongue::in_each_language;
use crate::support::tongue::in_either;

/// What is chosen in a drawn list: the first line of it.
fn chosen(script: &Script) -> String {
    let seen = script.screen(80, 24);
    let line = seen.lines().find(|line| line.contains('▶')).unwrap_or_else(|| panic!("{seen}"));
    line.replace('▶', "").trim().to_owned()
}

#[test]
fn every_table_is_there_and_walked_by_row_and_by_heading() {
    let dir = tempfile::tempdir().unwrap();
    reference::make(dir.path(), "codebook");
    let printed = run(dir.path(), &["study"]);
    let headings: Vec<&str> = printed.lines().filter(|line| !line.starts_with([' ', '-', '$']) && !line.is_empty()).collect();
    let mut script = home(&dir);
    script.keys("f").saved();
    assert!(script.screen(80, 24).contains("The figures: After therapy"), "{}", script.screen(80, 24));
    let first = chosen(&script);
    assert_eq!(first, "After therapy");
    script.keys("<down>").saved();
    assert_eq!(chosen(&script), "64 sessions were held to their end. All figures are of these.");
    script.keys("n").saved();
    assert_eq!(chosen(&script), "Interviews");
    script.keys("<down><down>p").saved();
    assert_eq!(chosen(&script), "Interviews", "first to the heading that one is under");
    script.keys("<left>").saved();
    assert_eq!(chosen(&script), first);
    // From table to table one comes past every heading, and at the last one stays.
    let mut seen = vec![chosen(&script)];
    for _ in 0..headings.len() + 3 {
        script.keys("<right>").saved();
        seen.push(chosen(&script));
    }
    seen.dedup();
    assert!(seen.len() > 10 && seen.iter().all(|heading| headings.iter().any(|line| heading.starts_with(line.trim()))), "{seen:#?}");
    script.keys("<end>").saved();
    let last = script.screen(80, 24);
    assert!(last.contains("above, 0 below") || last.contains("0 below"), "{last}");
    script.keys("<home><pagedown><pageup>").saved();
    assert_eq!(chosen(&script), first);
    // The list of what there is leads to a table, and away from it nothing is moved.
    script.keys("<enter>").saved();
    assert!(script.screen(80, 24).contains("What there is"), "{}", script.screen(80, 24));
    script.keys("<down><esc>").saved();
    assert_eq!(chosen(&script), first);
    script.keys("<tab><down><down><enter>").saved();
    assert_eq!(chosen(&script), seen[2]);
    script.keys("<esc>").saved();
    assert!(script.screen(80, 24).contains("Sessions"), "{}", script.screen(80, 24));
    script.leave();
}

#[test]
fn what_stands_in_a_table_is_in_sight_in_every_window() {
    let dir = tempfile::tempdir().unwrap();
    reference::make(dir.path(), "");
    let mut script = home(&dir);
    script.keys("fn").saved();
    for (width, height) in [(60, 16), (80, 24), (120, 40)] {
        let seen = script.screen(width, height);
        for words in ["patient-first", "39 (20–59)", "770"] {
            assert!(seen.contains(words), "{width}x{height}: {words}: {seen}");
        }
    }
    script.leave();
}

#[test]
fn a_study_without_interviews_and_one_with_one_have_figures_too() {
    in_each_language(|| {
        let dir = study();
        let mut script = home(&dir);
        script.keys("f").saved();
        let seen = script.screen(80, 24);
        assert!(seen.contains(in_either("table 1 of 1", "tabel 1 van 1")), "{seen}");
        script.leave();
        held(&dir).leave();
        let mut script = home(&dir);
        script.keys("f").saved();
        let seen = script.screen(120, 40);
        assert!(seen.contains(in_either("Interviews", "Gesprekken")) && !seen.contains("like a switch"), "{seen}");
        script.leave();
    });
}

#[test]
fn a_session_that_cannot_be_read_is_named_with_why() {
    let dir = study();
    held(&dir).leave();
    let guide = fs::read(dir.path().join("guides/therapist.yaml")).unwrap();
    let broken = Study::find(dir.path()).unwrap().create_session("2026-11-20", "P00", Round::First, &guide).unwrap();
    fs::write(broken.journal(), "not a journal\nat all\n").unwrap();
    let mut script = home(&dir);
    script.keys("f").saved();
    let seen = script.screen(120, 40);
    assert!(seen.contains("2026-11-20-P00-first") && seen.contains("cannot be read"), "{seen}");
    script.leave();
    // What is wrong with the study itself is said, and nothing else is.
    let mut script = home(&dir);
    fs::write(dir.path().join("study.yaml"), "title: [\n").unwrap();
    script.keys("f").saved();
    let seen = script.screen(80, 24);
    assert!(seen.contains("study.yaml"), "{seen}");
    script.leave();
}

#[test]
fn they_are_told_in_lines_table_by_table() {
    in_each_language(|| {
        let dir = study();
        held(&dir).leave();
        let mut script = home(&dir).in_lines();
        script.told();
        script.keys("f").saved();
        let told = script.told();
        let tables = told.iter().filter(|line| line.starts_with(|c: char| c.is_ascii_digit())).count();
        assert!(tables > 3, "{told:#?}");
        script.keys("n").saved();
        let told = script.told();
        let row = in_either("people: 1", "mensen: 1");
        assert!(told.iter().any(|line| line.contains(row)), "{told:#?}");
        script.keys("<down><down>").saved();
        let told = script.told();
        assert!(told.len() == 2 && told[1].contains(row), "{told:#?}");
        script.keys("1<enter>").saved();
        let told = script.told();
        assert!(told.iter().any(|line| line == in_either("table 1 of 12", "tabel 1 van 12")), "{told:#?}");
        script.leave();
    });
}
