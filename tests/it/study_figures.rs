//! The figures of a study: those of the reference study are the paper's, in JSON, in words and in tables.

use std::fs;
use std::fs::File;
use std::path::Path;
use std::process::Output;
use std::time::Duration;
use std::time::SystemTime;

use serde_json::Value;
use serde_json::json;

use crate::support::program::program;
use crate::support::reference;
use crate::support::reference::NEW_CODES;

fn call(dir: &Path, args: &[&str]) -> Output {
    let mut command = program();
    command.env("XDG_CACHE_HOME", dir.join("cache")).env("HEARBACK_CONFIG", dir.join("config"));
    command.arg("--study").arg(dir.join("study")).args(args).output().unwrap()
}

/// What `hearback study` says of the study in `dir`, where all is well.
fn said(dir: &Path, args: &[&str]) -> String {
    let output = call(dir, args);
    assert!(output.status.success() && output.stderr.is_empty(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

fn json_of(dir: &Path) -> Value {
    serde_json::from_str(&said(dir, &["study", "--json"])).unwrap()
}

/// The reference study, which says this of its analysis.
fn reference(analysis: &str) -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    fs::create_dir(dir.path().join("study")).unwrap();
    reference::make(&dir.path().join("study"), analysis);
    dir
}

/// What of `values` has these fields, each as they stand there.
fn fields(values: &Value, names: &[&str]) -> Vec<Value> {
    let row = |one: &Value| names.iter().map(|name| one[*name].clone()).collect();
    values.as_array().unwrap().iter().map(row).collect()
}

/// The line of `told` that has all of `words`, each space in it as wide as any other.
fn line(told: &str, words: &[&str]) -> String {
    let lines = told.lines().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    let mut found = lines.filter(|line| words.iter().all(|word| line.contains(word)));
    found.next().unwrap_or_else(|| panic!("no line has {words:?}:\n{told}"))
}

#[test]
fn the_numbers_of_the_paper_come_out() {
    let dir = reference("codebook");
    let told = json_of(dir.path());
    assert_eq!(told["sessions"], json!({ "counted": 64, "not_counted": [] }));
    assert_eq!(
        fields(&told["by_guide"], &["guide", "round", "n", "mean_min", "min_min", "max_min", "total_min"]),
        [
            json!(["patient-first", "first", 20, 39, 20, 59, 770]),
            json!(["patient-follow-up", "follow-up", 17, 24, 16, 32, 408]),
            json!(["therapist", "first", 25, 48, 33, 68, 1200]),
            json!(["focus-group", "first", 2, 74, 69, 78, 147]),
        ]
    );
    assert_eq!(told["people"], json!({ "n": 45, "interviewed_again": 17, "in_group_too": 13 }));
    // One of those who were asked again did not want to be recorded.
    assert_eq!(
        fields(&told["by_guide"], &["people", "recorded", "partly_recorded", "by_clock"]),
        [json!([20, 20, 0, 0]), json!([17, 16, 0, 1]), json!([25, 25, 0, 0]), json!([13, 2, 0, 0])]
    );
    assert_eq!(
        fields(&told["interviewers"], &["code", "led", "assisted", "observed"]),
        [json!(["I1", 39, 0, 0]), json!(["I2", 25, 37, 2]), json!(["I3", 0, 20, 2])]
    );
    assert_eq!(told["moments"]["off_record"], 2, "P02 was, in both interviews");
    assert_eq!(fields(&told["incidents"], &["kind", "n", "sessions"]), [json!(["battery", 1, 1])]);
    let checks = &told["member_checks"];
    assert_eq!((&checks["sent"], &checks["came_back"], &checks["outcomes"]["agreed"]), (&json!(3), &json!(3), &json!(3)));
    assert_eq!(checks["participants"], json!(["P01", "P02", "P03"]));
    let consent = fields(&told["consent"], &["group", "item", "asked", "given", "refused", "unanswered"]);
    for row in [
        json!(["patients", "recording", 37, 36, 1, 0]),
        json!(["patients", "quotes", 37, 35, 2, 0]),
        json!(["professionals", "taking-part", 38, 38, 0, 0]),
    ] {
        assert!(consent.contains(&row), "{row}: {consent:?}");
    }
    let places = fields(&told["places"], &["group", "aspect", "value", "n"]);
    for row in [
        json!(["patients", "mode", "video", 1]),
        json!(["patients", "place", null, 1]),
        json!(["professionals", "place", "practice", 25]),
        json!(["patients", "recorded", "notes-only", 1]),
    ] {
        assert!(places.contains(&row), "{row}: {places:?}");
    }
    let versions = &told["guide_versions"][0]["versions"];
    let held: Vec<usize> = versions.as_array().unwrap().iter().map(|version| version["sessions"].as_array().unwrap().len()).collect();
    assert_eq!(held[..2], [13, 7], "seven were held before the guide was changed");
    assert!(versions[0]["changes"][0]["why"].as_str().is_some_and(|why| !why.is_empty()));
}

#[test]
fn the_tables_of_the_sample_are_those_of_the_paper() {
    let dir = reference("codebook");
    let told = json_of(dir.path());
    let sample = fields(&told["sample"], &["group", "audience", "n", "also_elsewhere", "not_listed"]);
    let patients = json!(["patients", "individual", 20, 0, 0]);
    assert_eq!(sample, [patients, json!(["professionals", "individual", 25, 13, 0]), json!(["professionals", "group", 13, 13, 0])]);
    let of = |n: usize| {
        let all = told["sample"][n]["attributes"].as_array().unwrap().iter();
        let row = |one: &Value| {
            let categories = one["categories"].as_array().into_iter().flatten().map(|one| json!([one["value"], one["n"], one["percent"]]));
            json!([one["attribute"], one["recorded"], one["number"], categories.collect::<Vec<_>>()])
        };
        all.map(row).collect::<Vec<Value>>()
    };
    assert_eq!(
        of(0),
        [
            json!(["gender", 20, null, [["woman", 14, 70], ["man", 6, 30]]]),
            json!(["age", 20, { "mean": 47.9, "min": "24", "max": "67" }, []]),
            json!(["education", 19, null, [["low", 5, 25], ["middle", 7, 35], ["high", 7, 35]]]),
            json!(["symptoms", 20, { "mean": 13.1, "min": "8", "max": "19" }, []]),
            json!(["stopped", 20, null, [["yes", 3, 15], ["no", 17, 85]]]),
        ]
    );
    assert_eq!(
        of(1),
        [
            json!(["gender", 25, null, [["woman", 19, 76], ["man", 6, 24]]]),
            json!(["age", 25, { "mean": 41.0, "min": "29", "max": "53" }, []]),
            json!(["experience", 25, { "mean": 14.0, "min": "2", "max": "26" }, []]),
        ]
    );
}

#[test]
fn people_read_the_same_numbers_in_both_languages() {
    let dir = reference("codebook");
    for (language, title, wanted) in [
        (
            "en",
            "Interview after therapy patient-first first",
            [
                "64 sessions were held to their end.",
                "None new in number 20: a run of one.",
                "13 of 25 are not coded",
                "Who was interviewed: patients (n = 20)",
                "Of one, nothing was recorded: there the clock counted.",
                "3 summaries were sent, to P01, P02, P03; 3 came back.",
            ],
        ),
        (
            "nl",
            "Interview after therapy patient-first eerste",
            [
                "64 sessies zijn tot het eind gehouden.",
                "Geen nieuwe in nummer 20: een reeks van één.",
                "13 van 25 zijn niet gecodeerd",
                "Wie geïnterviewd zijn: patiënten (n = 20)",
                "Van één is niets opgenomen: daar telde de klok.",
                "3 samenvattingen zijn verstuurd, aan P01, P02, P03; 3 kwamen terug.",
            ],
        ),
    ] {
        let told = said(dir.path(), &["--language", language, "study"]);
        let markdown = said(dir.path(), &["--language", language, "study", "--markdown"]);
        let plain = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        for words in wanted {
            assert!(plain(&told).contains(words) && plain(&markdown).contains(words), "{words}:\n{told}");
        }
        assert!(told.lines().all(|line| line.chars().count() <= 80), "{told}");
        for (guide, numbers) in [
            ("patient-first", "20 20 39 (20–59) 770"),
            ("patient-follow-up", "17 17 24 (16–32) 408"),
            ("therapist", "25 25 48 (33–68) 1200"),
            ("focus-group", "2 13 74 (69–78) 147"),
        ] {
            // What is wide is broken, and its numbers stand in the first line.
            line(&told, &[numbers]);
            let row = line(&markdown, &[&format!("| {guide} |")]).replace("| ", "").replace(" |", "");
            assert!(row.contains(numbers), "{row}");
        }
        assert!(line(&markdown, &["| patient-first |"]).replace("| ", "").starts_with(title));
        let decimal = if language == "nl" { "47,9 (24–67)" } else { "47.9 (24–67)" };
        line(&told, &["age", decimal]);
        line(&told, &["woman", "14 (70)"]);
    }
}

#[test]
fn codes_are_new_in_the_order_in_which_they_were_put_there() {
    let dir = reference("codebook");
    let told = json_of(dir.path());
    let saturation = &told["saturation"];
    assert_eq!((&saturation["source"], &saturation["stance"]), (&json!("codes-in-notes"), &json!("codebook")));
    assert_eq!(
        fields(&saturation["kinds"], &["guide", "held", "coded", "codes", "run_without_new"]),
        [
            json!(["patient-first", 20, 20, NEW_CODES.iter().sum::<u32>(), 1]),
            json!(["patient-follow-up", 17, 0, 0, 0]),
            json!(["therapist", 25, 12, 13, 0]),
            json!(["focus-group", 2, 0, 0, 0]),
        ]
    );
    let first = &saturation["kinds"][0]["interviews"];
    assert_eq!(fields(first, &["new"]).into_iter().flat_map(|row| row.as_array().unwrap().clone()).collect::<Vec<_>>(), NEW_CODES);
    // The one that was held second was coded first.
    assert_eq!(fields(first, &["coded", "held", "participant"])[..3], [json!([1, 2, "P02"]), json!([2, 1, "P01"]), json!([3, 3, "P03"])]);
    assert_eq!(saturation["kinds"][2]["not_coded"].as_array().unwrap().len(), 13);
    assert!(told.get("rationale").is_none());
}

#[test]
fn where_codes_do_not_run_dry_there_is_no_curve() {
    for (analysis, stance, prompts) in [("reflexive", json!("reflexive"), 5), ("", Value::Null, 0)] {
        let dir = reference(analysis);
        let told = json_of(dir.path());
        assert!(told.get("saturation").is_none());
        assert_eq!((&told["rationale"]["stance"], told["rationale"]["prompts"].as_array().unwrap().len()), (&stance, prompts));
        let words = said(dir.path(), &["study"]);
        assert!(words.contains("Why this many") && !words.contains("New codes"), "{words}");
        assert_eq!(words.contains("analysis: codebook"), analysis.is_empty(), "who does not say is asked to");
    }
}

#[test]
fn what_was_not_held_to_its_end_is_named_and_in_no_number() {
    let dir = reference("codebook");
    let before = json_of(dir.path());
    let [planned, cut_short, withdrawn] = reference::add_others(&dir.path().join("study"));
    let mut after = json_of(dir.path());
    let others = after["sessions"]["not_counted"].take();
    assert_eq!(
        fields(&others, &["session", "why"]),
        [json!([planned, "planned"]), json!([cut_short, "interrupted"]), json!([withdrawn, "withdrawn"])]
    );
    after["sessions"]["not_counted"] = json!([]);
    // Whoever wanted all of it destroyed is one who dropped out, and in no other number.
    assert_eq!(after["dropped_out"].take(), json!({ "destroy-all": 1 }));
    after["dropped_out"] = json!({});
    assert_eq!(after, before, "all else is as it was, whom the plan counts as interviewed too");
    let words = said(dir.path(), &["study"]);
    for name in [planned, cut_short, withdrawn] {
        assert!(words.contains(&name), "{words}");
    }
}

#[test]
fn a_session_whose_notes_are_destroyed_is_in_no_number_of_what_stood_there() {
    let dir = reference("codebook");
    let before = json_of(dir.path());
    let session = "2026-01-05-P01-first";
    said(dir.path(), &["destroy", session, "--what", "notes", "--reason", "the term is over", "--yes"]);
    let after = json_of(dir.path());
    assert_eq!(after["sessions"], json!({ "counted": 64, "not_counted": [], "notes_destroyed": [session] }));
    assert_eq!(after["by_guide"], before["by_guide"], "it was held, and as long as it was");
    let of = |told: &Value, count: &str| told["coverage"].as_array().unwrap().iter().map(|row| row[count].as_u64().unwrap()).sum::<u64>();
    assert!(of(&after, "n") < of(&before, "n"), "{}", after["coverage"]);
    assert_eq!(of(&after, "not_yet"), of(&before, "not_yet"), "nothing of it was left unasked");
    let held =
        |told: &Value| told["saturation"]["kinds"].as_array().unwrap().iter().map(|kind| kind["held"].as_u64().unwrap()).sum::<u64>();
    assert_eq!(held(&after) + 1, held(&before));
    let words = said(dir.path(), &["study"]);
    assert!(words.contains("because its notes are destroyed: 2026-01-05-P01-first"), "{words}");
}

#[test]
fn one_that_cannot_be_read_is_named_and_the_rest_is_told() {
    let dir = reference("codebook");
    let journal = dir.path().join("study/sessions/2026-01-05-P01-first/journal.jsonl");
    fs::write(&journal, "nothing of ours\n").unwrap();
    for form in [&["study"][..], &["study", "--json"], &["study", "--csv"], &["study", "--markdown"]] {
        let output = call(dir.path(), form);
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        assert_eq!(output.status.code(), Some(4), "{err}");
        assert!(err.contains("2026-01-05-P01-first"), "{err}");
        assert!(out.contains("2026-01-05-P01-first") && out.contains("1200"), "{out}");
    }
}

#[test]
fn a_study_without_an_interview_and_one_with_a_single_one_are_told_as_well() {
    let dir = tempfile::tempdir().unwrap();
    let root = dir.path().join("study");
    fs::create_dir(&root).unwrap();
    reference::make(&root, "thematic");
    let all: Vec<_> = fs::read_dir(root.join("sessions")).unwrap().map(|entry| entry.unwrap().path()).collect();
    for folder in all.iter().filter(|path| !path.ends_with("2026-01-05-P01-first")) {
        fs::remove_dir_all(folder).unwrap();
    }
    let told = json_of(dir.path());
    assert_eq!(fields(&told["by_guide"], &["n", "mean_min", "min_min", "max_min"]), [json!([1, 38, 38, 38])]);
    line(&said(dir.path(), &["study"]), &["patient-first first 1 1 38 38"]);
    fs::remove_dir_all(root.join("sessions/2026-01-05-P01-first")).unwrap();
    fs::remove_dir_all(dir.path().join("cache")).ok();
    let told = json_of(dir.path());
    assert_eq!((&told["sessions"]["counted"], &told["by_guide"], &told["sample"]), (&json!(0), &json!([]), &json!([])));
    assert!(said(dir.path(), &["study"]).contains("No session was held to its end yet"));
    for form in ["--csv", "--markdown"] {
        assert!(!said(dir.path(), &["study", form]).is_empty());
    }
}

#[test]
fn csv_is_one_long_table_of_five_columns() {
    let dir = reference("codebook");
    let csv = said(dir.path(), &["study", "--csv"]);
    let rows: Vec<Vec<String>> = csv.split_terminator("\r\n").map(cells).collect();
    assert_eq!(rows[0], ["section", "of", "row", "column", "value"]);
    assert!(rows.iter().all(|row| row.len() == 5), "{csv}");
    for row in [
        ["by_guide", "", "patient-first / first", "mean_min", "39"],
        ["sample", "", "patients / individual", "n", "20"],
        ["sample.attributes", "patients / individual", "age", "number.mean", "47.9"],
        ["sample.attributes.categories", "patients / individual / gender", "woman", "percent", "70"],
        ["member_checks", "", "", "outcomes.agreed", "3"],
    ] {
        assert!(rows.iter().any(|known| known == &row), "{row:?}:\n{csv}");
    }
}

/// The cells of a line of CSV.
fn cells(line: &str) -> Vec<String> {
    let (mut cells, mut quoted) = (vec![String::new()], false);
    for c in line.chars() {
        match c {
            '"' => quoted = !quoted,
            ',' if !quoted => cells.push(String::new()),
            c => cells.last_mut().unwrap().push(c),
        }
    }
    cells
}

#[test]
fn what_links_two_people_is_in_no_table() {
    let dir = reference("codebook");
    let root = dir.path().join("study");
    let file = root.join("study.yaml");
    let settings = fs::read_to_string(&file).unwrap().replace("  age: number\n", "  age: number\n  treated_by: text\n");
    fs::write(&file, settings).unwrap();
    let file = root.join("participants.yaml");
    let list = fs::read_to_string(&file).unwrap().replace("age: 24,", "age: 24, treated_by: T99,");
    fs::write(&file, list).unwrap();
    for form in [&["study"][..], &["study", "--json"], &["study", "--csv"], &["study", "--markdown"]] {
        let output = call(dir.path(), form);
        let told = String::from_utf8_lossy(&output.stdout);
        assert!(
            told.contains("symptom") && !told.contains("treated_by") && !told.contains("treated by") && !told.contains("T99"),
            "{told}"
        );
    }
}

#[test]
fn what_is_remembered_is_what_would_be_read() {
    let dir = reference("codebook");
    let (root, hour) = (dir.path().join("study"), Duration::from_secs(3600));
    // What was changed just now is not remembered yet.
    for folder in fs::read_dir(root.join("sessions")).unwrap() {
        for file in fs::read_dir(folder.unwrap().path()).unwrap() {
            File::options().write(true).open(file.unwrap().path()).unwrap().set_modified(SystemTime::now() - hour).unwrap();
        }
    }
    let read = json_of(dir.path());
    let remembered = fs::read_dir(dir.path().join("cache/hearback")).unwrap().next().unwrap().unwrap().path().join("sessions.json");
    let text = fs::read_to_string(remembered).unwrap();
    assert_eq!(text.matches("\"fieldwork\"").count(), 64);
    assert!(!text.contains("something that helped"), "no word of a note");
    assert_eq!(json_of(dir.path()), read);
}

#[test]
fn whoever_left_a_group_is_counted_nowhere_and_shown_by_the_seat() {
    let dir = reference("codebook");
    let people =
        |told: &Value| told["by_guide"].as_array().unwrap().iter().find(|one| one["guide"] == "focus-group").unwrap()["people"].clone();
    let asked = |told: &Value| {
        let consent = fields(&told["consent"], &["group", "item", "asked", "given", "refused"]);
        consent.into_iter().find(|row| row[0] == "professionals" && row[1] == "taking-part").unwrap()
    };
    let before = json_of(dir.path());
    assert_eq!((people(&before), asked(&before)), (json!(13), json!(["professionals", "taking-part", 38, 38, 0])));
    let code = before_first_seat(dir.path());
    let call = ["withdraw", &code, "--scope", "all", "--told", "aloud", "--whom", "I1", "--on", "2026-11-24", "--yes"];
    let output = self::call(dir.path(), &call);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    // They were interviewed alone as well: that is gone with it.
    let after = json_of(dir.path());
    assert_eq!((people(&after), asked(&after)), (json!(12), json!(["professionals", "taking-part", 36, 36, 0])));
    let shown = String::from_utf8(self::call(dir.path(), &["show", "FG1"]).stdout).unwrap();
    assert!(shown.contains("whoever has seat 1: they take no part any more") && !shown.contains(&code), "{shown}");
}

/// The code of whoever has the first seat of the first group.
fn before_first_seat(dir: &Path) -> String {
    let shown: Value = serde_json::from_slice(&call(dir, &["show", "FG1", "--json"]).stdout).unwrap();
    shown["seats"]["seats"][0]["person"].as_str().unwrap().to_owned()
}
