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
        let events: Vec<&Value> = lines.iter().map(|line| &line["event"]).collect();
        let positions: Vec<u64> = lines.iter().filter_map(|line| line["event"]["at"].as_u64()).collect();
        assert!(positions.is_sorted(), "the session's own clock never goes back: {positions:?}");
        same("journal", &told_of(&events), expected);
        self
    }

    /// `show --json` says this of it.
    pub(crate) fn is_shown_as(&self, expected: &str) -> &Self {
        let told: Value = serde_json::from_str(&self.run(&["show", &self.name, "--json"])).unwrap();
        same("show --json", &shown(&told), expected);
        self
    }

    /// This is to be seen to after it, before one leaves and in the evening, and this came of it so far; of the own page no more than what is
    /// written. The list of sessions and of what is due tell the same.
    pub(crate) fn leaves_open(&self, expected: &str) -> &Self {
        let told: Value = serde_json::from_str(&self.run(&["show", &self.name, "--json"])).unwrap();
        let mut lines: Vec<String> = told["loose_ends"].as_array().unwrap().iter().map(loose_end).collect();
        lines.extend(told["own_page"].as_array().unwrap().iter().map(|line| format!("own page, {}", plain(line))));
        let guide = &told["guide_looked_at"];
        lines.extend(
            (!guide["verdict"].is_null()).then(|| format!("the guide: {}{}", plain(&guide["verdict"]), colon(&plain(&guide["what"])))),
        );
        let listed: Value = serde_json::from_str(&self.run(&["sessions", "--json"])).unwrap();
        let listed = listed.as_array().unwrap().iter().find(|line| line["session"] == *self.name).unwrap();
        let counts = ["open_before_leaving", "open_tonight"].map(|name| plain(&listed[name]));
        let wish = if listed["wish"].is_null() { String::new() } else { format!(", {}", plain(&listed["wish"])) };
        lines.push(format!("listed as {}, {} and {} open{wish}", plain(&listed["standing"]), counts[0], counts[1]));
        let due: Value = serde_json::from_str(&self.run(&["due", "--on", "2026-11-22", "--json"])).unwrap();
        lines.extend(due.as_array().unwrap().iter().map(due_line));
        same("what is open", &lines, expected);
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
            // The parts of a file for Word are not packed; what a PDF says is for its own tests.
            if form.extension().is_some_and(|form| form == "pdf") {
                continue;
            }
            let bytes = fs::read(&form).unwrap();
            let text = String::from_utf8_lossy(&bytes).split_whitespace().collect::<Vec<_>>().join(" ");
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

/// The lines of a journal; what one person of a group was asked stands in one.
fn told_of(events: &[&Value]) -> Vec<String> {
    let chunks = events.chunk_by(|one, other| one["kind"] == "consent-answered" && are_of_one(one, other));
    let told = |chunk: &[&Value]| match chunk {
        [first, ..] if first["kind"] == "consent-answered" => {
            Some(format!("{}, {}, asked by {}", consent(chunk), plain(&first["how"]), plain(&first["taken_by"])))
        }
        [first, ..] => journaled(first),
        [] => None,
    };
    chunks.filter_map(told).collect()
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
        "consent-withdrawn" => format!("{} taken back at {}: {}{}", consent(&[event]), at("at"), text("wish"), said_by_them(event)),
        "consent-changed" => format!("{} now{}", consent(&[event]), said_by_them(event)),
        "seats" => format!("seats {}; moderator {}, observers {}", seats(&event["seats"]), text("moderator"), event["observers"]),
        "withheld" => format!("withheld {}: {}", text("id"), stretch(event)),
        "withheld-lifted" => format!("withheld {} no more{}", text("id"), said_by_them(event)),
        "distress" => format!("at {} distress, {}", at("at"), text("choice")),
        "must-be-reported" => {
            let of = ["is", "to", "stands"].map(text).into_iter().filter(|of| !of.is_empty()).collect::<Vec<_>>().join(", ");
            format!("at {} must be reported {}: {of}, within {} h", at("at"), text("report"), text("within_h"))
        }
        "reported" => format!("reported {} on {} by {}{}", text("report"), text("on"), text("by"), words_of(event)),
        "followed-up" => {
            format!(
                "follow-up {} of moment {} {} on {} by {}{}",
                text("nth"),
                text("moment"),
                text("is"),
                text("on"),
                text("by"),
                words_of(event)
            )
        }
        "seen-to" => format!("seen to {}, {}{}", end(&event["end"]), text("stands"), colon(&text("outcome"))),
        "field-memo" => format!("own page, {}: {}", text("about"), text("text")),
        "guide-looked-at" => format!("the guide: {}{}", text("verdict"), colon(&text("what"))),
        "name-said" => format!("name of {} begun {}", text("named"), seconds(&event["stamp"]["raw"])),
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
        "note-struck" => format!("note {} struck", text("note")),
        "note-added" => {
            let raw = seconds(&event["stamp"]["raw"]);
            let flags =
                [("off_record", " (off the record)"), ("late", " (late)")].map(|(name, said)| if event[name] == true { said } else { "" });
            let line = format!("note {} {} begun {raw} at {}: {}", text("note"), text("note_kind"), text("question"), text("text"));
            format!("{}{}{}", line.trim_end(), voice(event), flags.concat())
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
    let consents: Vec<&Value> = all("consents").collect();
    lines.extend(consents.chunk_by(|one, other| are_of_one(one, other)).map(consent));
    lines.extend(told["seats"]["seats"].as_array().into_iter().flatten().map(seat));
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
        format!("{}{}{}", line.trim_end_matches([':', ' ']), voice(note), flags.concat())
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
    lines.extend(all("withheld").map(|one| format!("withheld {}: {}", text(one, "id"), stretch(one))));
    lines.extend(all("reports").map(|report| {
        let done = if report["done"].is_null() { "open".to_owned() } else { format!("done on {}", text(&report["done"], "on")) };
        format!(
            "{} at {}: {}, to {}, until {}, {done}",
            text(report, "item"),
            at(report, "at_ms"),
            text(report, "is"),
            text(report, "to"),
            text(report, "until")
        )
    }));
    lines.extend(all("follow_ups").map(|queued| {
        let became = if queued["became"].is_null() { "open".to_owned() } else { text(&queued["became"], "is") };
        format!("{} at {}: {} until {}, {became}", text(queued, "item"), at(queued, "at_ms"), text(queued, "what"), text(queued, "until"))
    }));
    lines.extend(
        all("incidents").map(|incident| format!("{} at {}: {}", text(incident, "event"), at(incident, "at_ms"), text(incident, "what"))),
    );
    lines.extend(all("statements").map(|statement| format!("statement on {}: {}", statement["sources"], text(statement, "text"))));
    lines.push(format!("letters {}", told["letters"]));
    lines.extend(["wish", "draft"].into_iter().filter(|name| !told[*name].is_null()).map(|name| format!("{name} {}", told[name])));
    lines.extend(all("remarks").map(plain));
    lines
}

/// Whether these are answers of one person in a group.
fn are_of_one(one: &Value, other: &Value) -> bool {
    one["person"].is_string() && ["kind", "person", "how", "taken_by"].iter().all(|name| one[*name] == other[*name])
}

/// Answers to what was asked, and whose they were in a group.
fn consent(said: &[&Value]) -> String {
    let whose = plain(&said[0]["person"]);
    let words = said.iter().map(|one| ["item", "answer"].map(|name| plain(&one[name])).join(" "));
    format!("consent {whose} {}", words.collect::<Vec<_>>().join(", ")).replace("  ", " ").trim().to_owned()
}

/// Something to be seen to: until when, about which moments, and what came of it.
fn loose_end(told: &Value) -> String {
    let moments: Vec<String> = told["at_ms"].as_array().unwrap().iter().map(seconds).collect();
    let at = if moments.is_empty() { String::new() } else { format!(" at {}", moments.join(" ")) };
    let done = if told["done"] == true { "done" } else { "open" };
    format!("{}: {}{at}, {done}{}", plain(&told["until"]), end(told), colon(&plain(&told["answer"])))
}

/// Which one it is.
fn end(of: &Value) -> String {
    let which = ["report", "moment", "nth", "at", "id", "note", "question"].iter().filter_map(|name| of.get(*name).map(plain));
    std::iter::once(plain(&of["is"])).chain(which).collect::<Vec<_>>().join(" ")
}

fn due_line(due: &Value) -> String {
    let text = |name: &str| plain(&due[name]);
    let to = if due["to"].is_null() { String::new() } else { format!(", to {}", text("to")) };
    let flags = [("overdue", ", late"), ("agreed", ", agreed")].map(|(name, said)| if due[name] == true { said } else { "" });
    format!("due {} {}: {}{to}, until {}{}", text("participant"), text("item"), text("what"), text("until"), flags.concat())
}

/// Who sits there, and how often they were heard on what.
fn seat(told: &Value) -> String {
    let withdrawn = if told["withdrawn"] == true { ", withdrawn" } else { "" };
    let first =
        if told["first_heard_ms"].is_null() { String::new() } else { format!(", first heard {}", seconds(&told["first_heard_ms"])) };
    let topics =
        told["topics"].as_object().unwrap().iter().map(|(topic, heard)| format!(", {topic} {} and {}", heard["spoke"], heard["signs"]));
    let line = format!("seat {} {} {}", plain(&told["seat"]), plain(&told["person"]), plain(&told["sits"]));
    format!("{line}{withdrawn}{first}{}", topics.collect::<String>())
}

fn seats(all: &Value) -> String {
    let one = |seat: &Value| {
        let out = if seat["sits"] == "out" { " out" } else { "" };
        format!("{} {}{out}", plain(&seat["seat"]), plain(&seat["person"]))
    };
    all.as_array().unwrap().iter().map(one).collect::<Vec<_>>().join(", ")
}

/// Whose words a note holds, where that was said.
fn voice(of: &Value) -> String {
    let Some(voice) = of.get("voice").filter(|voice| !voice.is_null()) else { return String::new() };
    let seats: Vec<String> = voice["seats"].as_array().into_iter().flatten().map(plain).collect();
    let answers = if voice["answers"].is_null() { String::new() } else { format!(" to {}", plain(&voice["answers"])) };
    let does = if voice["does"].is_null() { String::new() } else { format!(" {}", plain(&voice["does"])) };
    let who = format!("{}{answers}{does}", seats.join(" "));
    if who.is_empty() { who } else { format!(" [{}]", who.trim()) }
}

/// A note or a stretch of the timeline.
fn stretch(of: &Value) -> String {
    if of["note"].is_null() {
        format!("{} to {}", seconds(&of["from"]), seconds(&of["to"]))
    } else {
        format!("note {}", plain(&of["note"]))
    }
}

/// How they said something after the interview, to whom and when.
fn said_by_them(of: &Value) -> String {
    let told = plain(&of["told"]);
    if told.is_empty() { told } else { format!(", {told}, to {} on {}", plain(&of["to"]), plain(&of["on"])) }
}

fn words_of(of: &Value) -> String {
    colon(&plain(&of["words"]))
}

fn colon(words: &str) -> String {
    if words.is_empty() { String::new() } else { format!(": {words}") }
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
