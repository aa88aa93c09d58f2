//! `decisions.yaml`: the team's own log of decisions, a file that a person can write by hand, and that `hearback log` adds to at its end.
//!
//! Nothing that stands there is written anew: an entry goes in behind all others, and what comes out is read again and given back only if it is
//! what stood there with this entry and nothing else. It opens no file; any thread.

use crate::domain::guide::check::FilePlace;
use crate::domain::guide::check::FileStep;
use crate::domain::study::decisions::Decision;
use crate::domain::study::decisions::DecisionKind;
use crate::domain::text;
use crate::domain::text::is_told_apart;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::form::is_date;
use crate::store::problem::Problem;
use crate::store::study_file;
use crate::store::yaml::Node;
use crate::words::message::message;
use crate::words::say;

/// The file's name, in the study's folder.
pub const FILE: &str = "decisions.yaml";

const LOG: FormKind = FormKind { name: "decisions", keys: &["decisions"] };
const DECISION: FormKind = FormKind { name: "decision", keys: &["on", "kind", "what", "why", "by", "about"] };

/// `decisions.yaml` as read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct DecisionsFile {
    /// What stands there, in its order.
    pub decisions: Vec<Decision>,
    /// Everything wrong with the file.
    pub problems: Vec<Problem>,
}

/// Reads it from `bytes`; problems name the file as `name`.
pub(crate) fn read_decisions(name: &str, bytes: &[u8]) -> DecisionsFile {
    if bytes.is_empty() {
        return DecisionsFile::default();
    }
    let (decisions, problems) = study_file::read(name, bytes, log);
    DecisionsFile { decisions: decisions.unwrap_or_default(), problems }
}

fn log(walk: &mut Walk, tree: &Node) -> Option<Vec<Decision>> {
    let form = Form::open(walk, tree, FilePlace::new(), &LOG)?;
    let mut decisions = Vec::new();
    for (nth, node) in form.list(walk, "decisions").iter().enumerate() {
        let place = vec![FileStep::Key("decisions"), FileStep::Item(nth)];
        let Some(form) = Form::open(walk, node, place, &DECISION) else { continue };
        let on = form.needed(walk, "on", message!("decision-write-day"));
        if !on.is_empty() && !is_date(&on) {
            form.tell(walk, "on", say!("form-no-date", date = &on), say!("form-date"));
        }
        let what = form.needed(walk, "what", message!("decision-write-what"));
        let kinds = DecisionKind::ALL.map(|kind| (kind.word(), kind));
        let decision = Decision {
            on,
            kind: form.choice(walk, "kind", &kinds).unwrap_or_default(),
            what,
            why: form.text(walk, "why"),
            by: form.text(walk, "by"),
            about: form.text(walk, "about"),
        };
        if !decision.what.is_empty() {
            decisions.push(decision);
        }
    }
    Some(decisions)
}

/// On which lines of `text` one of `names` stands, from 1, in whatever field. A number, or a single sign, is taken for somebody's code only where
/// it is all that a decision is about.
pub(crate) fn lines_about(text: &str, names: &[&str]) -> Vec<usize> {
    let is_about = |line: &str, name: &str| {
        let about = line.trim_start_matches(['-', ' ']).strip_prefix("about:");
        about.is_some_and(|about| about.trim().trim_matches(['"', '\'']).eq_ignore_ascii_case(name))
    };
    let says =
        |line: &str, name: &str| if is_told_apart(name) { text::names(line, name) } else { !name.is_empty() && is_about(line, name) };
    let lines = text.lines().zip(1..).filter(|(line, _)| names.iter().any(|name| says(line, name.trim())));
    lines.map(|(_, nth)| nth).collect()
}

/// What stands in `bytes` with `decision` behind it; nothing where the file has problems, or is written so that nothing can be put behind it.
pub(crate) fn with_decision(name: &str, bytes: &[u8], decision: &Decision) -> Result<Vec<u8>, Vec<Problem>> {
    let before = read_decisions(name, bytes);
    if !before.problems.is_empty() {
        return Err(before.problems);
    }
    let text = String::from_utf8_lossy(bytes);
    let has_list = !before.decisions.is_empty();
    let head = match text.trim_end() {
        "" => say!("decision-file-head") + "\n\ndecisions:",
        written if has_list => written.to_owned(),
        // An empty list is written as one, or not at all.
        written => written.trim_end_matches("[]").trim_end().to_owned(),
    };
    let indent = text.lines().rev().find_map(|line| line.trim_start().starts_with("- ").then(|| line.len() - line.trim_start().len()));
    let space = " ".repeat(if has_list { indent.unwrap_or(2) } else { 2 });
    let mut entry = format!("{head}\n{space}- on: {}\n{space}  kind: {}\n", decision.on, decision.kind.word());
    let fields =
        [("what", Some(&decision.what)), ("why", decision.why.as_ref()), ("by", decision.by.as_ref()), ("about", decision.about.as_ref())];
    for (key, value) in fields {
        if let Some(value) = value {
            // A text in JSON's quotation marks is one in YAML's.
            entry = format!("{entry}{space}  {key}: {}\n", serde_json::Value::from(value.as_str()));
        }
    }
    let after = read_decisions(name, entry.as_bytes());
    let wanted = before.decisions.iter().chain([decision]);
    if after.problems.is_empty() && after.decisions.iter().eq(wanted) { Ok(entry.into_bytes()) } else { Err(after.problems) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lines_are_named_in_which_somebody_stands() {
        let text = "decisions:\n  - on: 2026-11-12\n    what: \"P07 is left out\"\n    about: p07\n  - on: 2026-11-12\n    what: of P070 and XP07\n\
                    \x20   about: \"12\"\n  - what: looked at 2026-11-12-P07-first\n";
        assert_eq!(lines_about(text, &["P07"]), [3, 4, 8]);
        assert_eq!(lines_about(text, &["12", ""]), [7], "a day is nobody's code");
        assert_eq!(lines_about(text, &["P08", "2026-11-12-p07-first"]), [8]);
    }

    fn decision(what: &str) -> Decision {
        Decision { on: "2026-11-28".into(), kind: DecisionKind::Meeting, what: what.into(), ..Decision::default() }
    }

    #[test]
    fn a_decision_goes_in_behind_all_others_and_nothing_else_changes() {
        let first = with_decision("decisions.yaml", b"", &decision("one code for “pace” and 'rest': \"calm\" # really")).unwrap();
        let more =
            Decision { why: Some("two coders\nagreed".into()), by: Some("AB, CD".into()), about: Some("P07".into()), ..decision("two") };
        let second = with_decision("decisions.yaml", &first, &more).unwrap();
        assert!(second.starts_with(&first[..first.len() - 1]));
        let read = read_decisions("decisions.yaml", &second);
        assert_eq!((read.problems.len(), read.decisions.len()), (0, 2));
        assert_eq!(read.decisions[1], more);
        for hand in ["decisions:\n- on: 2026-11-01\n  what: by hand\n  # a remark\n", "# ours\ndecisions: []\n", "decisions:\n"] {
            let with = with_decision("decisions.yaml", hand.as_bytes(), &decision("three")).unwrap_or_else(|why| panic!("{hand}: {why:?}"));
            let text = String::from_utf8(with).unwrap();
            assert!(text.contains("three") && (!hand.contains('#') || text.contains("# ")), "{text}");
        }
    }

    #[test]
    fn slips_are_told_with_their_place_and_nothing_is_added_to_them() {
        let bad = b"decisions:\n  - on: yesterday\n    what: x\n  - kind: meting\n    what: y\n  - on: 2026-11-01\n";
        let read = read_decisions("decisions.yaml", bad);
        let lines: Vec<usize> = read.problems.iter().map(|problem| problem.line).collect();
        assert!(lines.contains(&2) && lines.contains(&4) && lines.contains(&6), "{:?}", read.problems);
        assert!(with_decision("decisions.yaml", bad, &decision("z")).is_err());
    }
}
