//! One binary for all tests that go through the public face of the crate, a module for each subject.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "a test that cannot go on says so")]
#![allow(clippy::disallowed_methods, reason = "tests look at what lies on disk")]

mod architecture;
mod circles;
mod cli;
mod clips;
mod clocks;
mod coding;
mod composing;
mod consent;
mod corpus;
mod decisions;
mod destroying;
mod distress;
mod docs;
mod editor;
mod edits;
mod ends;
mod evening;
mod figures_screen;
mod focus_group;
mod form;
mod found_said;
mod gone;
mod guides;
mod hand;
mod handover;
mod hard_days;
mod hard_moments;
mod here;
mod hostile;
mod import;
mod journal;
mod journeys;
mod keymap;
mod language;
mod last_time;
mod letter;
mod letters;
mod listening;
mod machine;
mod manual;
mod member_check;
mod notes;
mod notices;
mod orders;
mod output;
mod own_keys;
mod participants;
mod plain;
mod plain_words;
mod playing;
mod questions;
mod quotes;
mod recordings;
mod register;
mod rehearsal;
mod replies;
mod reporting;
mod room_check;
mod room_keys;
mod says_more;
mod screens;
mod searching;
mod selection;
mod session;
mod shelving;
mod silencing;
mod slips;
mod spellings;
mod study_figures;
mod support;
mod transcripts;
mod undo;
mod versions;
mod wall;
mod wanted;
mod warnings;
mod whole_interviews;
mod windows;
mod withheld;
mod words;

/// A file of tests that is not listed above would never run.
#[test]
fn every_file_of_tests_is_part_of_this_binary() {
    let listed: Vec<&str> = include_str!("main.rs").lines().filter_map(|l| l.strip_prefix("mod ")?.strip_suffix(';')).collect();
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_stem().unwrap().to_string_lossy().into_owned();
        if path.extension().is_some_and(|e| e == "rs") && name != "main" {
            assert!(listed.contains(&name.as_str()), "tests/it/{name}.rs is not listed in main.rs: it never runs");
        }
    }
}
