//! The wall: every interview of a study on one time scale, drawn, in sentences, for programs and as a picture; sorted, narrowed, and one key to
//! the sound.

use std::fs;

use hearback::shell::script::Script;
use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

use crate::cli::code;
use crate::cli::run;
use crate::support::day::held;
use crate::support::day::home;
use crate::support::day::study;
use crate::support::reference;
use crate::support::tongue::in_each_language;

/// The reference study.
fn reference_study() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    reference::make(dir.path(), "codebook");
    dir
}

fn rows(dir: &tempfile::TempDir, args: &[&str]) -> Vec<Value> {
    let told = run(dir.path(), &[&["study", "wall", "--json"], args].concat());
    let json = told.lines().skip(1).take_while(|line| !line.starts_with("---")).collect::<String>();
    serde_json::from_str(&json).unwrap_or_else(|why| panic!("{why}: {told}"))
}

fn names(dir: &tempfile::TempDir, args: &[&str]) -> Vec<String> {
    rows(dir, args).iter().map(|row| row["session"].as_str().unwrap().to_owned()).collect()
}

#[test]
fn the_wall_is_seen_in_every_window_and_a_mark_leads_to_its_sound() {
    let dir = study();
    held(&dir).leave();
    held(&dir).leave();
    let mut script = home(&dir);
    script.keys("w<right><right>").saved();
    insta::assert_snapshot!("wall-60x16", script.screen(60, 16));
    insta::assert_snapshot!("wall-80x24", script.screen(80, 24));
    insta::assert_snapshot!("wall-120x40", script.screen(120, 40));
    script.keys("<enter>").saved();
    assert!(script.session().is_some(), "{}", script.screen(80, 24));
    let seen = script.screen(80, 24);
    assert!(seen.contains("▲"), "it is where one listens: {seen}");
    script.leave();
}

#[test]
fn it_is_told_in_each_language() {
    in_each_language(|| {
        let dir = study();
        held(&dir).leave();
        let told = run(dir.path(), &["study", "wall"]);
        assert!(code(&told) == "0" && told.contains("P01") && told.contains("1 "), "{told}");
        let mut script: Script = home(&dir);
        script.keys("w").saved();
        assert!(script.screen(80, 24).contains("P01"), "{}", script.screen(80, 24));
        script.leave();
    });
}

#[test]
fn it_is_sorted_and_narrowed_and_says_what_there_is_not() {
    let dir = reference_study();
    let all = names(&dir, &[]);
    assert_eq!(all.len(), 64);
    let lengths: Vec<u64> = rows(&dir, &["--sort", "length"]).iter().map(|row| row["length_ms"].as_u64().unwrap()).collect();
    assert!(lengths.is_sorted_by(|one, other| one >= other) && lengths[0] > lengths[63]);
    let by_code = names(&dir, &["--sort", "participant"]);
    assert!(by_code.is_sorted_by_key(|name| name.split('-').nth(3).unwrap().to_lowercase()));
    let first = rows(&dir, &[])[0].clone();
    let guide = first["guide"].as_str().unwrap().split(' ').next().unwrap().to_lowercase();
    let of_guide = rows(&dir, &[&format!("guide:{guide}")]);
    assert!(!of_guide.is_empty() && of_guide.len() < 64, "{}", of_guide.len());
    let mut script = home(&dir);
    script.keys("w<pagedown><right>").saved();
    insta::assert_snapshot!("wall-of-64-80x24", script.screen(80, 24));
    script.keys("sfpatient<enter>").saved();
    insta::assert_snapshot!("wall-narrowed-60x16", script.screen(60, 16));
    script.keys("<esc>").saved();
    assert!(script.screen(80, 24).contains("64 interviews"), "{}", script.screen(80, 24));
    script.leave();
    // Narrowed to a code, the marks are those that carry it.
    let coded = first["marks"].as_array().unwrap().iter().find_map(|mark| mark["codes"].get(0)).unwrap().as_str().unwrap().to_owned();
    let narrowed = rows(&dir, &[&format!("code:{coded}")]);
    let carries = |mark: &Value| mark["codes"].as_array().unwrap().iter().any(|code| code.as_str().unwrap().contains(&coded));
    assert!(narrowed.iter().all(|row| row["marks"].as_array().unwrap().iter().all(carries)), "{coded}");
    assert!(narrowed.iter().any(|row| row["session"] == first["session"]));
    for (args, exit, words) in [
        (&["study", "wall", "zwaluwstaart"][..], "1", "no interview meets zwaluwstaart"),
        (&["study", "wall", "--sort", "shoe"], "2", "there is no order shoe: there are date, participant, guide, length"),
    ] {
        let told = run(dir.path(), args);
        assert!(code(&told) == exit && told.contains(words), "{told}");
    }
}

#[test]
fn the_picture_is_whole_xml_that_holds_what_was_typed_and_nothing_is_written_over() {
    let (dir, away) = (study(), tempfile::tempdir().unwrap());
    let settings = dir.path().join("study.yaml");
    let text = fs::read_to_string(&settings).unwrap();
    let titled: Vec<&str> = text.lines().filter(|line| !line.starts_with("title:")).collect();
    fs::write(&settings, format!("title: \"<b>& 'rest' ]]>\"\n{}\n", titled.join("\n"))).unwrap();
    held(&dir).leave();
    let file = away.path().join("wall.svg");
    let svg = ["study", "wall", "--svg", file.to_str().unwrap()];
    assert_eq!(code(&run(dir.path(), &svg)), "0");
    let picture = fs::read_to_string(&file).unwrap();
    let (mut reader, mut names, mut said) = (Reader::from_str(&picture), Vec::new(), String::new());
    loop {
        match reader.read_event().unwrap() {
            Event::Start(tag) => names.push(tag.name().as_ref().to_owned()),
            Event::Text(text) => said.push_str(&text),
            Event::GeneralRef(one) => said.push_str(match &*one {
                "lt" => "<",
                "gt" => ">",
                "amp" => "&",
                "apos" => "'",
                "quot" => "\"",
                other => panic!("{other}"),
            }),
            Event::Eof => break,
            _ => {}
        }
    }
    assert!(names.iter().filter(|name| *name == "g").count() == 1 && names.iter().any(|name| name == "desc"), "{names:?}");
    assert!(said.contains("<b>& 'rest' ]]>") && said.contains("P01"), "{said}");
    let again = run(dir.path(), &svg);
    assert!(code(&again) != "0" && fs::read_to_string(&file).unwrap() == picture, "{again}");
    let within = run(dir.path(), &["study", "wall", "--svg", "wall.svg"]);
    assert!(code(&within) == "2" && !dir.path().join("wall.svg").exists(), "{within}");
}

#[test]
fn whoever_wants_nothing_kept_does_not_hang_there() {
    let dir = study();
    held(&dir).leave();
    assert!(!rows(&dir, &[])[0]["marks"].as_array().unwrap().is_empty());
    let gone = ["withdraw", "P01", "--scope", "all", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"];
    assert_eq!(code(&run(dir.path(), &gone)), "0");
    assert!(rows(&dir, &[]).is_empty());
    let (away, mut script) = (tempfile::tempdir().unwrap(), home(&dir));
    script.keys("w<right>").saved();
    let seen = script.screen(80, 24);
    assert!(!seen.contains("P01") && seen.contains("No interview was held yet"), "{seen}");
    script.leave();
    let file = away.path().join("wall.svg");
    assert_eq!(code(&run(dir.path(), &["study", "wall", "--svg", file.to_str().unwrap()])), "0");
    assert!(!fs::read_to_string(&file).unwrap().contains("P01"));
}
