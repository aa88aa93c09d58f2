//! Guides as files: the bundled ones are clean, bad ones are told in full, hostile ones are refused.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::path::PathBuf;

use hearback::store::guide_file::check_guide;
use hearback::store::guide_file::read_guide;
use hearback::store::problem::Level;
use hearback::store::problem::Problem;

/// The YAML files of a folder of this repository, in the order of their names.
fn yaml_files(folder: &str) -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "yaml"));
    files.sort();
    files
}

fn told(problems: &[Problem]) -> String {
    problems.iter().fold(String::new(), |mut told, problem| {
        writeln!(told, "{problem}\n").unwrap();
        told
    })
}

#[test]
fn the_bundled_guides_are_clean() {
    let files = yaml_files("guides");
    assert!(!files.is_empty());
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = read_guide(&name, &fs::read(&path).unwrap());
        assert!(read.problems.is_empty(), "{}", told(&read.problems));
        assert!(read.guide.is_some());
    }
}

/// How many places of each are left to the study: telephone numbers, which nobody else can know, and of which the check reminds.
const OPEN_PLACES: [(&str, usize); 10] = [
    ("focus-group.yaml", 1),
    ("focus-group-nl.yaml", 1),
    ("patient-first.yaml", 2),
    ("patient-first-nl.yaml", 1),
    ("patient-follow-up.yaml", 2),
    ("patient-follow-up-nl.yaml", 1),
    ("template.yaml", 1),
    ("template-nl.yaml", 1),
    ("therapist.yaml", 1),
    ("therapist-nl.yaml", 1),
];

#[test]
fn the_bundled_guides_have_no_remarks_but_the_places_to_fill_in() {
    for path in yaml_files("guides") {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let (_, remarks) = check_guide(&name, &fs::read(&path).unwrap());
        let open = OPEN_PLACES.iter().find(|(of, _)| *of == name).map_or(0, |(_, count)| *count);
        let is_open = |remark: &Problem| remark.what.ends_with("is still to be filled in");
        assert!(remarks.len() == open && remarks.iter().all(is_open), "{name}: {}", told(&remarks));
        // The line is that of the item, not of the list it stands in.
        let starts = |remark: &Problem| remark.excerpt.as_ref().map(|e| e.line.trim().chars().take(11).collect::<String>());
        let begin = ["number: \"[f", "number: \"[v", "- if you th"];
        assert!(remarks.iter().all(|remark| begin.contains(&starts(remark).unwrap().as_str())), "{}", told(&remarks));
    }
}

#[test]
fn the_bundled_guides_ask_little_and_each_says_the_same_in_both_languages() {
    let read = |name: &str| {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("guides").join(name);
        read_guide(name, &fs::read(path).unwrap()).guide.unwrap()
    };
    let paragraphs = |text: &str| text.trim().split("\n\n").map(|p| p.split_whitespace().count()).collect::<Vec<_>>();
    for name in ["patient-first", "patient-follow-up", "therapist", "focus-group"] {
        let guides = [read(&format!("{name}.yaml")), read(&format!("{name}-nl.yaml"))];
        let shape = guides.each_ref().map(|guide| {
            let questions = guide.topics.iter().flat_map(|t| &t.questions);
            let questions: Vec<(&str, usize)> = questions.map(|q| (q.id.as_str(), q.probes.len())).collect();
            assert!(questions.len() <= 12 && questions.iter().all(|(_, probes)| *probes <= 3), "{questions:?}");
            // Read aloud in one breath or two.
            let spoken = [paragraphs(&guide.introduction), paragraphs(&guide.closing)];
            assert!(spoken.concat().iter().all(|words| *words <= 45), "{name}: {spoken:?}");
            let topics: Vec<(&str, u32)> = guide.topics.iter().map(|t| (t.id.as_str(), t.minutes)).collect();
            let consent: Vec<&str> = guide.consent.iter().map(|item| item.id.as_str()).collect();
            let distress = guide.distress.as_ref().unwrap();
            let protocol = [&distress.signs, &distress.steps, &distress.support].map(Vec::len);
            format!("{questions:?} {topics:?} {consent:?} {protocol:?} {:?} {:?}", spoken.map(|s| s.len()), guide.version)
        });
        assert_eq!(shape[0], shape[1]);
    }
    let fixed = "Looking back now, what do you think you learned from the therapy?";
    assert_eq!(read("patient-follow-up.yaml").topics[0].questions[0].ask, fixed);
}

#[test]
fn every_bad_guide_is_told_in_words() {
    let files = yaml_files("tests/it/fixtures/bad-guides");
    assert!(files.len() >= 15);
    for path in files {
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        let read = read_guide(&name, &fs::read(&path).unwrap());
        assert!(!read.problems.is_empty(), "{name} has no problems");
        insta::assert_snapshot!(format!("bad_guide_{}", name.trim_end_matches(".yaml")), told(&read.problems));
    }
}

#[test]
fn a_guide_says_all_that_it_can() {
    let read = read_guide("says-more.yaml", include_bytes!("fixtures/says-more.yaml"));
    assert_eq!(told(&read.problems), "");
    insta::assert_debug_snapshot!(read.guide.unwrap());
}

#[test]
fn values_stay_the_text_that_stands_in_the_file() {
    let source = include_str!("fixtures/small-guide.yaml").replace("\"1.0\"", "1.10");
    let read = read_guide("small-guide.yaml", source.as_bytes());
    assert_eq!(told(&read.problems), "");
    let guide = read.guide.unwrap();
    assert_eq!(guide.version, "1.10");
    let probes = &guide.topics[0].questions[0].probes;
    assert_eq!(probes[1].ask, "no");
    assert_eq!((probes[0].id.as_str(), probes[1].id.as_str()), ("day-p1", "day-p2"));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_welcome() {
    let plain = include_str!("fixtures/small-guide.yaml");
    let windows = format!("\u{feff}{}", plain.replace('\n', "\r\n"));
    assert_eq!(read_guide("g", windows.as_bytes()), read_guide("g", plain.as_bytes()));
    // As Macs of old ended a line, and YAML still does: what is wrong stands in the same place.
    for plain in [plain.to_owned(), plain.replacen("minutes:", "minuets:", 1).replacen("ask: ", "ask: [", 1)] {
        let [once, alone] = [&plain, &plain.replace('\n', "\r")].map(|text| read_guide("g", text.as_bytes()));
        assert_eq!((once.guide, once.problems), (alone.guide, alone.problems));
    }
}

#[test]
fn shared_probes_become_probes_of_their_questions_with_ids_of_their_own() {
    let shared = "probes:\n  - ask: And at home?\n    for: [day, tension]\n  - { ask: Since when?, for: [day], id: since }\n";
    let clash = include_str!("fixtures/small-guide.yaml").replace("- id: tension", "- id: day-p2") + &shared.replace("tension", "day-p2");
    let read = read_guide("g", clash.as_bytes());
    assert_eq!(told(&read.problems), "");
    let guide = read.guide.unwrap();
    let ids = |t: usize| guide.topics[t].questions[0].probes.iter().map(|p| p.id.as_str().to_owned()).collect::<Vec<_>>();
    assert_eq!(ids(0), ["day-p1", "day-p2-2", "day-and-at-home", "day-since"]);
    assert_eq!(ids(1), ["day-p2-and-at-home"]);
}

#[test]
fn hostile_files_are_refused_in_words() {
    for (name, bytes, expected) in crate::hostile::files() {
        let read = read_guide("hostile.yaml", &bytes);
        let told = told(&read.problems);
        assert!(told.contains(expected), "{name}: {}", &told.chars().take(600).collect::<String>());
        assert!(told.chars().all(|c| c == '\n' || !c.is_control()), "{name}");
        assert!(told.len() < 200_000, "{name} tells {} bytes", told.len());
    }
}

/// A line of the small guide, what people write in its place, and what it is told as.
const WORD_LIKE: [(&str, &str, &str); 26] = [
    (ASK, "        ask: [Show card A] What do you see?", "cannot begin with `[`"),
    (ASK, "        ask: {card A} What do you see?", "cannot begin with `{`"),
    (ASK, "        ask: > 5 hours, how was that?", "cannot begin with `>`"),
    (ASK, "        ask: - What do you see?", "cannot begin with `-`"),
    (ASK, "        ask: ? What do you see?", "cannot begin with `?`"),
    (ASK, "        ask: *What* do you see?", "cannot begin with `*`"),
    (ASK, "        ask: %, how much?", "cannot begin with `%`"),
    (ASK, "        ask: @home, how is it?", "cannot begin with `@`"),
    (ASK, "        ask: `Home`, what is that?", "cannot begin with ```"),
    (ASK, "        ask: \"Home\", what is that?", "after the closing quotation mark"),
    (ASK, "        ask: 'How's home?'", "after the closing quotation mark"),
    (ASK, "        ask: \"What do you see?", "never closed"),
    (ASK, "        ask: Home: what is that?", "a colon in it"),
    (ASK, "        ask: What do you see:", "a colon in it"),
    (ASK, "        ask: What was room # 4 like?", "the rest would be lost"),
    (ASK, "        ask: What was room #4 like?", "the rest would be lost"),
    (ASK, "        ask: What do\u{200b} you see?", "cannot be seen"),
    (ASK, "        ask: What do you\u{ad} see?", "cannot be seen"),
    (ASK, "        ask: What do you see?\u{2028}And then?", "in the eyes of a word processor"),
    (ASK, "\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}\u{a0}ask: What do you see?", "cannot be broken"),
    (ASK, "        ask:\u{a0}What do you see?", "cannot be broken"),
    (ASK, "\task: What do you see?", "a tab stands"),
    ("      - id: day", "      - id: “day”", "quotation marks of a word processor"),
    ("      - id: day", "      - id: d\u{200b}ay", "cannot be seen"),
    ("    minutes: 4", "    minutes: ‘4’", "quotation marks of a word processor"),
    ("          - no", "          - Home: what is that?", "a text was expected"),
];

const ASK: &str = "        ask: What does an ordinary day look like?";

/// The line that a hint says to write.
fn written(hint: &str, old: &str) -> Option<String> {
    let end = hint.find("; a remark of your own").unwrap_or(hint.len());
    if let Some(line) = hint.strip_prefix("write this line so: ") {
        let line = &line[..end - (hint.len() - line.len())];
        let blanks = old.chars().take_while(|c| *c == ' ').count();
        return Some(format!("{}{line}", " ".repeat(blanks)));
    }
    Some(hint.strip_prefix("write this line so, with the blanks before it: `")?.strip_suffix('`')?.to_owned())
}

#[test]
fn what_comes_out_of_a_word_processor_is_told_by_name_with_the_line_that_mends_it() {
    let small = include_str!("fixtures/small-guide.yaml");
    for (old, new, what) in WORD_LIKE {
        assert_eq!(small.matches(&format!("{old}\n")).count(), 1, "{old}");
        let line = 1 + small[..small.find(&format!("{old}\n")).unwrap()].matches('\n').count();
        let read = read_guide("g", small.replace(old, new).as_bytes());
        let [problem] = &read.problems[..] else { panic!("{new}: {}", told(&read.problems)) };
        assert!(problem.line == line && problem.what.contains(what), "{new}: {problem}");
        let mended = written(&problem.hint, new).unwrap_or_else(|| panic!("{new}: {problem}"));
        let again = read_guide("g", small.replace(old, &mended).as_bytes());
        assert_eq!(told(&again.problems), "", "{new}: {mended}");
    }
}

#[test]
fn every_such_line_of_a_file_is_told_at_once() {
    let mut text = include_str!("fixtures/small-guide.yaml").to_owned();
    let mut wanted = Vec::new();
    for (n, (_, new, what)) in WORD_LIKE.into_iter().filter(|(old, ..)| *old == ASK).enumerate() {
        text = text.replace("\nclosing:", &format!("\n      - id: q{n}\n{new}\nclosing:"));
        wanted.push(what);
    }
    let read = read_guide("g", text.as_bytes());
    assert_eq!(read.problems.len(), wanted.len(), "{}", told(&read.problems));
    for (problem, what) in read.problems.iter().zip(wanted) {
        assert!(problem.what.contains(what), "{what}: {problem}");
    }
}

#[test]
fn a_list_that_became_a_part_of_a_text_is_told_line_by_line() {
    let small = include_str!("fixtures/small-guide.yaml");
    // Too deep, below an item: the line is known. Below a question: what is asked further are probes.
    let deep = small.replace("          - no\n", "           – Tell me more\n            • And then?\n          - no\n");
    let read = read_guide("g", deep.as_bytes());
    let lines: Vec<(usize, Option<String>)> = read.problems.iter().map(|p| (p.line, written(&p.hint, ""))).collect();
    assert_eq!(lines, [(26, Some("          - Tell me more".into())), (27, Some("          - And then?".into()))]);
    for below in ["      - one\n", "          1. one\n", "          a) one\n"] {
        let under = small.replace(&format!("{ASK}\n        probes"), &format!("        ask: How often do you\n    {below}        probes"));
        let read = read_guide("g", under.as_bytes());
        let [problem] = &read.problems[..] else { panic!("{below}: {}", told(&read.problems)) };
        assert!(problem.line == 24 && problem.hint.contains("`probes`"), "{problem}");
    }
    let colon = small.replace(&format!("{ASK}\n"), "        ask: Do you have any:\n          - fears\n          - worries\n");
    assert_eq!(read_guide("g", colon.as_bytes()).problems.iter().map(|p| p.line).collect::<Vec<_>>(), [23, 24, 25]);
}

#[test]
fn remarks_come_with_their_lines_and_refuse_nothing() {
    let small = include_str!("fixtures/small-guide.yaml");
    let (file, remarks) = check_guide("g", small.replace(ASK, "        ask: Don’t you think that it helped?").as_bytes());
    assert!(file.guide.is_some() && file.problems.is_empty(), "{}", told(&file.problems));
    let [remark] = &remarks[..] else { panic!("{}", told(&remarks)) };
    assert_eq!((remark.line, remark.level), (23, Level::Remark));
    let words = "g:23:14: remark: “don't” lets people hear which answer you hope for\n          ask: Don’t you think that it helped?";
    assert!(remark.to_string().starts_with(words), "{remark}");
    assert!(remark.to_string().ends_with("\n  instead: ask as somebody who does not know: “How was that for you?”"), "{remark}");
    // What stands once for several questions is remarked on once; and where there are problems too, they come besides.
    let shared = "probes:\n  - ask: Did it help?\n    for: [day, tension]\n";
    let (file, remarks) = check_guide("g", (small.replace("minutes: 4", "minutes: 3") + shared).as_bytes());
    assert_eq!((file.problems.len(), remarks.len()), (1, 1), "{}", told(&remarks));
}

/// YAML ends a line at a bare carriage return, and what looks for words that are cut off behind it must not stumble.
#[test]
fn a_sign_behind_a_bare_carriage_return_is_told_like_any_other_problem() {
    let read = read_guide("guide.yaml", b"HHHHHHH\r*# # \n#");
    assert!(read.guide.is_none() && !read.problems.is_empty());
}
