//! What a whole interview left behind, in lines that a person reads: its journal as it lies on disk, and what `show --json` says of it.
//!
//! A line a thing, in its order, with the fields that matter. What comes by the clock alone (checkpoints) is left out; a kind that is not
//! known here stands as it was written, so that nothing is passed over.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::path::PathBuf;
use std::process::Output;

use serde_json::Value;

use crate::support::program::program;

/// A session that is over.
pub(crate) struct Kept {
    study: PathBuf,
    name: String,
}

impl Kept {
    pub(crate) fn of(dir: &tempfile::TempDir, name: &str) -> Self {
        Self { study: dir.path().to_owned(), name: name.to_owned() }
    }

    /// Its journal is this: each of its lines, and numbers and positions that never go back.
    pub(crate) fn has_journal(&self, expected: &str) -> &Self {
        let text = fs::read_to_string(self.folder().join("journal.jsonl")).unwrap();
        let lines: Vec<Value> = text.lines().skip(1).map(|line| serde_json::from_str(line).unwrap()).collect();
        let numbers: Vec<u64> = lines.iter().map(|line| line["n"].as_u64().unwrap()).collect();
        assert_eq!(numbers, (1..=numbers.len() as u64).collect::<Vec<_>>(), "each line has the next number");
        let positions: Vec<u64> = lines.iter().filter_map(|line| line["event"]["at"].as_u64()).collect();
        assert!(positions.is_sorted(), "the session's own clock never goes back: {positions:?}");
        same("journal", &lines.iter().filter_map(|line| journaled(&line["event"])).collect::<Vec<_>>(), expected);
        self
    }

    /// `show --json` says this of it.
    pub(crate) fn is_shown_as(&self, expected: &str) -> &Self {
        let told: Value = serde_json::from_str(&self.run(&["show", &self.name, "--json"])).unwrap();
        same("show --json", &shown(&told), expected);
        self
    }

    /// Every take is the one that was recorded, to the last byte; without one there is nothing to say.
    pub(crate) fn verifies(&self) -> &Self {
        let said = self.run(&["verify", &self.name, "--json"]);
        let told: Value = serde_json::from_str(&said).unwrap();
        let takes = fs::read_dir(self.folder()).unwrap().filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            Path::new(&name).extension().is_some_and(|kind| kind == "wav")
        });
        assert_eq!(told.as_array().unwrap().len(), takes.count(), "{said}");
        self
    }

    /// The letter of this version says each of `words` and none of `never`, in each form that it has.
    pub(crate) fn has_letter(&self, version: u32, words: &[&str], never: &[&str]) -> &Self {
        let folder = self.folder().join("summary").join(format!("v{version}"));
        let forms: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        assert!(forms.len() > 1, "{forms:?}");
        for form in forms {
            let text = fs::read_to_string(&form).unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            for words in words {
                assert!(text.contains(words), "{words} is not in {}: {text}", form.display());
            }
            for words in never {
                assert!(!text.contains(words), "{words} is in {}: {text}", form.display());
            }
        }
        self
    }

    /// No letter can be had, and it is said why.
    pub(crate) fn has_no_letter(&self, why: &str) -> &Self {
        let out = self.program(&["letter", &self.name]);
        let said = String::from_utf8(out.stderr).unwrap();
        assert!(out.status.code() == Some(1) && said.contains(why), "{:?}: {said}", out.status);
        assert!(!self.folder().join("summary").exists());
        self
    }

    fn folder(&self) -> PathBuf {
        self.study.join("sessions").join(&self.name)
    }

    fn program(&self, args: &[&str]) -> Output {
        let mut command = program();
        // Nothing of this machine: no study and no keys of the user's.
        command.env_remove("HEARBACK_STUDY").env("HEARBACK_CONFIG", self.study.join("config"));
        command.current_dir(&self.study).args(args).output().unwrap()
    }

    /// What a command answers that goes well and has nothing to remark.
    fn run(&self, args: &[&str]) -> String {
        let out = self.program(args);
        let remarks = String::from_utf8(out.stderr).unwrap();
        assert!(out.status.success() && remarks.is_empty(), "{args:?}: {:?}: {remarks}", out.status);
        String::from_utf8(out.stdout).unwrap()
    }
}

/// Holds what is there against what a test expects, and gives all of it where they are not the same.
fn same(what: &str, there: &[String], expected: &str) {
    let expected: Vec<&str> = expected.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
    let there: Vec<&str> = there.iter().map(String::as_str).collect();
    let apart = there.iter().zip(&expected).position(|(one, other)| one != other).unwrap_or(there.len().min(expected.len()));
    let [has, wants] = [&there, &expected].map(|lines| lines.get(apart).copied().unwrap_or("nothing more"));
    assert!(there == expected, "{what}, line {}:\n  has   {has}\n  wants {wants}\nAll of it:\n{}\n", apart + 1, there.join("\n"));
}

/// A line of the journal; nothing for those that come by the clock.
fn journaled(event: &Value) -> Option<String> {
    let at = |name: &str| seconds(&event[name]);
    let text = |name: &str| plain(&event[name]);
    let kind = text("kind");
    Some(match kind.as_str() {
        "checkpoint" | "time-passed" | "clock-compared" => return None,
        "opened" => {
            let of = ["participant", "round", "guide", "guide_version", "setting", "present", "leads", "types"];
            let mut line = format!("opened {}", of.map(text).into_iter().filter(|of| !of.is_empty()).collect::<Vec<_>>().join(", "));
            if let Some(video) = event.get("video") {
                let _ = write!(line, ", with them {}", plain(&video["beside"]));
            }
            line
        }
        "consent-answered" => format!("consent {} {}, {}, asked by {}", text("item"), text("answer"), text("how"), text("taken_by")),
        "take-started" => format!("take {} from {}", text("take"), at("at")),
        "take-closed" => {
            let digest = if event["sha256"].is_string() { "" } else { ", without its digest" };
            format!("take {} closed, {}{digest}", text("take"), frames(&event["frames"], &event["rate"]))
        }
        "gap" => format!("gap in take {}, {} frames: {}", text("take"), text("frames"), event["why"]),
        "audio-stopped" => format!("no audio from {}: {}", at("at"), event["why"]),
        "incident" => format!("incident at {}: {}", at("at"), event["incident"]),
        "went-off-record" => format!("off the record at {}", at("at")),
        "went-on-record" => format!("on the record at {}", at("at")),
        "question-opened" => format!("at {} {}", at("at"), text("question")),
        "coverage-marked" => {
            let (mark, reason) = (plain(&event["mark"]["coverage"]), plain(&event["mark"]["reason"]));
            let because = if reason.is_empty() { String::new() } else { format!(", because {reason}") };
            format!("at {} {} is {mark}{because}", at("at"), text("question"))
        }
        "probe-marked" => format!("at {} probe {} {}", at("at"), text("probe"), text("used")),
        "choice-answered" => format!("at {} {} answered {}", at("at"), text("question"), text("choice")),
        "note-added" => {
            let raw = seconds(&event["stamp"]["raw"]);
            let flags =
                [("off_record", " (off the record)"), ("late", " (late)")].map(|(name, said)| if event[name] == true { said } else { "" });
            let line = format!("note {} {} begun {raw} at {}: {}", text("note"), text("note_kind"), text("question"), text("text"));
            format!("{}{}", line.trim_end(), flags.concat())
        }
        "ended" => format!("ended at {}", at("at")),
        "statement-written" => format!("statement {} on {}: {}", text("statement"), event["sources"], text("text")),
        "letter-written" => format!("letter {}", text("version")),
        "began" => kind,
        _ => event.to_string(),
    })
}

/// What a program is told of a session.
fn shown(told: &Value) -> Vec<String> {
    let all = |name: &str| told[name].as_array().unwrap().iter();
    let text = |of: &Value, name: &str| plain(&of[name]);
    let at = |of: &Value, name: &str| seconds(&of[name]);
    let mut lines = vec![format!(
        "{} with {}: {}, {} recorded, {} without",
        text(told, "standing"),
        text(told, "guide"),
        at(told, "length_ms"),
        at(told, "recorded_ms"),
        at(told, "unrecorded_ms")
    )];
    lines.extend(all("consents").map(|consent| format!("consent {} {}", text(consent, "item"), text(consent, "answer"))));
    lines.extend(all("spans").map(|span| {
        let what = if span["take"].is_string() { text(span, "take") } else { format!("no audio: {}", span["why_no_audio"]) };
        format!("{} to {} {what}", at(span, "from_ms"), at(span, "to_ms"))
    }));
    lines.extend(
        all("takes").map(|take| format!("{} {}, {}", text(take, "file"), frames(&take["frames"], &take["rate"]), text(take, "state"))),
    );
    lines.extend(all("off_record").map(|pause| {
        let over = if pause["over"] == true { "over" } else { "not over" };
        format!("off the record at {}, {over}", at(pause, "at_ms"))
    }));
    lines.extend(all("notes").map(|note| {
        let place = if note["take"].is_string() { text(note, "take") } else { "no sound".to_owned() };
        let flags = [("off_record", " (off the record)"), ("late", " (late)"), ("struck", " (struck)")];
        let flags = flags.map(|(name, said)| if note[name] == true { said } else { "" });
        let line = format!("{} {}, {place}: {}", at(note, "at_ms"), text(note, "kind"), text(note, "text"));
        format!("{}{}", line.trim_end_matches([':', ' ']), flags.concat())
    }));
    let (mut untouched, mut spent) = (Vec::new(), Vec::new());
    for question in all("coverage") {
        let probes: Vec<String> = question["probes_used"].as_array().unwrap().iter().map(plain).collect();
        let took = question["seconds"].as_f64().unwrap();
        if text(question, "state") == "not yet" && took == 0.0 && probes.is_empty() {
            untouched.push(text(question, "question"));
            continue;
        }
        let mut line = format!("{} {}, {took:.0} s", text(question, "question"), text(question, "state"));
        if question["reason"].is_string() {
            let _ = write!(line, ", because {}", text(question, "reason"));
        }
        if !probes.is_empty() {
            let _ = write!(line, ", probed {}", probes.join(" "));
        }
        if let Some(choice) = question.get("choice") {
            let _ = write!(line, ", answered {} ({})", text(choice, "code"), text(choice, "say"));
        }
        spent.push(line);
    }
    lines.extend(spent);
    if !untouched.is_empty() {
        lines.push(format!("not reached: {}", untouched.join(" ")));
    }
    lines.extend(all("distress").map(|moment| format!("distress {}", text(moment, "what"))));
    lines.extend(
        all("incidents").map(|incident| format!("{} at {}: {}", text(incident, "event"), at(incident, "at_ms"), text(incident, "what"))),
    );
    lines.extend(all("statements").map(|statement| format!("statement on {}: {}", statement["sources"], text(statement, "text"))));
    lines.push(format!("letters {}", told["letters"]));
    lines.extend(["wish", "draft"].into_iter().filter(|name| !told[*name].is_null()).map(|name| format!("{name} {}", told[name])));
    lines.extend(all("remarks").map(plain));
    lines
}

/// Text as it is, a number in digits, what is not there as nothing.
fn plain(value: &Value) -> String {
    match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    }
}

/// Milliseconds as seconds.
fn seconds(value: &Value) -> String {
    value.as_u64().map_or_else(
        || format!("no time: {value}"),
        |millis| format!("{}.{:03}", millis / 1_000, millis % 1_000).trim_end_matches('0').trim_end_matches('.').to_owned(),
    )
}

/// Frames as seconds, at their rate.
fn frames(frames: &Value, rate: &Value) -> String {
    match (frames.as_u64(), rate.as_u64()) {
        (Some(frames), Some(rate)) => format!("{} s", seconds(&Value::from(frames * 1_000 / rate))),
        _ => format!("{frames} frames"),
    }
}
