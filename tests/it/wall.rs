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
use crate::support::day::interview;
use crate::support::day::secs;
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
fn a_mark_leads_to_its_sound_and_back() {
    let dir = study();
    held(&dir).leave();
    held(&dir).leave();
    let mut script = home(&dir);
    script.keys("w<right><right>").saved();
    let wall = script.screen(80, 24);
    script.keys("<enter>").saved();
    assert!(script.session().is_some(), "{}", script.screen(80, 24));
    let seen = script.screen(80, 24);
    assert!(seen.contains("▲"), "it is where one listens: {seen}");
    script.keys("<esc>").saved();
    assert_eq!(script.screen(80, 24), wall, "and back at the mark that one came from");
    script.keys("<esc>").saved();
    assert!(script.screen(80, 24).contains("Sessions"), "{}", script.screen(80, 24));
    script.leave();
}

#[test]
fn whoever_listens_from_the_wall_comes_back_to_it_as_it_was_left() {
    let dir = study();
    held(&dir).leave();
    held(&dir).leave();
    let mut script = home(&dir);
    // Narrowed, and another interview than the one that is chosen on the list.
    script.keys("wfP01<enter><down><right><right><enter>").saved();
    let first = script.session().map(|session| session.opened().id.clone());
    // A note that is written before the mark moves no mark: it is the same one that is chosen.
    script.keys("<home><left><left><left><left><left>nbefore all of it<enter>").saved();
    script.keys("m").saved();
    script.keys("<esc><esc>").saved();
    let seen = script.screen(80, 24);
    assert!(seen.contains("with P01") && seen.contains("0:18 quote"), "{seen}");
    script.keys("<enter>").saved();
    assert_eq!(script.session().map(|session| session.opened().id.clone()), first);
    // What is found from there is another session; the way back leads to the wall all the same.
    script.keys("<esc><esc>").saved();
    assert!(script.screen(80, 24).contains("The wall: 2"), "{}", script.screen(80, 24));
    // From the list one goes back to the list.
    script.keys("<esc>l").saved();
    script.keys("<esc>").saved();
    assert!(script.screen(80, 24).contains("Sessions"), "{}", script.screen(80, 24));
    script.leave();
}

#[test]
fn whoever_listens_from_the_member_check_comes_back_to_it_and_goes_on_from_there() {
    let dir = study();
    held(&dir).leave();
    let mut script = home(&dir);
    let is_check = |script: &Script| script.screen(80, 24).contains("rests on") || script.screen(80, 24).contains("Summary");
    script.keys("m").saved();
    let check = script.screen(80, 24);
    script.keys("l").saved();
    assert_ne!(script.screen(80, 24), check);
    script.keys("<esc>").saved();
    assert_eq!(script.screen(80, 24), check, "{}", is_check(&script));
    script.keys("<esc>").saved();
    assert!(script.screen(80, 24).contains("Sessions"), "nobody goes round and round: {}", script.screen(80, 24));
    // Who came from the sound and goes to it only goes back.
    script.keys("l").saved();
    script.keys("ml").saved();
    script.keys("<esc>").saved();
    assert!(script.screen(80, 24).contains("Sessions"), "{}", script.screen(80, 24));
    script.leave();
}

#[test]
fn what_every_sign_means_is_said_in_every_window_and_of_no_other() {
    in_each_language(|| {
        let dir = study();
        let mut script = interview(&dir);
        script.keys("<pagedown>").hear_until(secs(10)).keys("you rest before it hurts<enter>");
        script.hear_until(secs(20)).keys(">like a switch<enter>?asked on<enter>").hear_until(secs(30)).keys("(unsure<enter>");
        script.hear_until(secs(34)).keys("@looks away<enter>").hear_until(secs(40)).keys("<space><f9>").hear(secs(5)).keys("<f9>");
        script.keys("<pagedown>").hear(secs(9)).keys("<f8>").hear(secs(4)).keys("1").hear(secs(4)).saved().keys("<f10><f10>");
        script.leave();
        let gone = run(dir.path(), &["withhold", "P01", "--from", "0:06", "--to", "0:08"]);
        assert_eq!(code(&gone), "0", "{gone}");
        let mut script = home(&dir);
        script.keys("w").saved();
        for (width, height) in [(60, 16), (80, 24), (120, 40)] {
            let screen = script.screen(width, height);
            let rows: Vec<&str> = screen.lines().collect();
            let strip: Vec<char> = rows[2].chars().skip_while(|c| *c != '━').take_while(|c| *c != ' ').collect();
            let legend =
                rows[5..].iter().take_while(|row| !row.starts_with("Enter")).flat_map(|row| row.trim().split("  ")).collect::<Vec<_>>();
            let told: String = legend.iter().filter_map(|told| told.split(' ').next()).collect();
            assert!(!legend.concat().contains('…'), "{screen}");
            assert!(strip.iter().all(|sign| told.contains(*sign)), "{told}: {screen}");
            assert!(told.chars().all(|sign| strip.contains(&sign)), "{told}: {screen}");
            assert!(rows[1].contains("0:00") && rows[1].trim_end().len() > 40, "the axis has its end: {screen}");
        }
        script.leave();
    });
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
    let mut script = home(&dir);
    script.keys("wfcolour:red<enter>").saved();
    assert!(script.notice().unwrap().contains("there is no field colour on the wall"), "{:?}", script.notice());
    script.leave();
    for (args, exit, words) in [
        (&["study", "wall", "zwaluwstaart"][..], "1", "no interview meets zwaluwstaart"),
        (&["study", "wall", "colour:red"], "1", "there is no field colour on the wall: there are code: guide: "),
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
