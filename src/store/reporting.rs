//! What `study.yaml` says for the report on how the study was done: of each interviewer under `interviewers`, and of items of a checklist under
//! `reporting`. It opens no file; any thread.

use std::collections::BTreeMap;

use crate::domain::study::ParticipantCode;
use crate::domain::study::interviewer::InterviewerProfile;
use crate::domain::study::looks_like_a_name;
use crate::domain::study::reporting::key;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::form::plain_text;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::store::yaml::YamlKey;
use crate::words::say;

const INTERVIEWER: FormKind =
    FormKind { name: "interviewer", keys: &["gender", "credentials", "occupation", "training", "relation", "known", "stance"] };

/// What it says of each interviewer, by code. One under a name is told and not kept: reports are for everybody to read.
pub(super) fn interviewers(walk: &mut Walk, form: &Form) -> BTreeMap<String, InterviewerProfile> {
    let mut all = BTreeMap::new();
    let hint = say!("study-interviewer-form");
    for (code, node) in pairs(walk, form, "interviewers", &hint) {
        let name = code.text.trim();
        if ParticipantCode::new(name).is_err() || looks_like_a_name(name) {
            walk.problems.add(code.at, say!("study-interviewer-code", code = name), say!("study-interviewer-write-code"));
            continue;
        }
        let Some(one) = Form::open(walk, node, form.place_of("interviewers"), &INTERVIEWER) else { continue };
        let mut text = |field| one.text(walk, field).filter(|text| !text.trim().is_empty());
        let profile = InterviewerProfile {
            gender: text("gender"),
            credentials: text("credentials"),
            occupation: text("occupation"),
            training: text("training"),
            relation: text("relation"),
            known: text("known"),
            stance: text("stance"),
        };
        all.insert(name.to_owned(), profile);
    }
    all
}

/// What it answers checklists itself: by their names, then by item.
pub(super) fn reporting(walk: &mut Walk, form: &Form) -> BTreeMap<String, BTreeMap<String, String>> {
    let mut all = BTreeMap::new();
    let hint = say!("study-reporting-form");
    for (list, node) in pairs(walk, form, "reporting", &hint) {
        match &node.value {
            Value::Map(items) => {
                let answers = items.iter().filter(|(_, node)| !matches!(node.value, Value::Empty));
                let answers = answers.filter_map(|(item, node)| Some((key(&item.text), plain_text(walk, node)?)));
                let answers: BTreeMap<String, String> = answers.filter(|(_, answer)| !answer.is_empty()).collect();
                all.insert(key(&list.text), answers);
            }
            Value::Empty | Value::Told => {}
            Value::Text(_) | Value::List(_) => walk.problems.add(node.at, say!("study-reporting-items", list = &list.text), &hint),
        }
    }
    all
}

/// The keys and values under `field`, whose names are the study's own.
fn pairs<'n>(walk: &mut Walk, form: &Form<'n>, field: &'static str, hint: &str) -> &'n [(YamlKey, Node)] {
    match form.value(walk, field).map(|node| &node.value) {
        Some(Value::Map(pairs)) => pairs,
        Some(Value::Told) | None => &[],
        Some(_) => {
            form.tell(walk, field, say!("study-no-keys", key = field), hint);
            &[]
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::domain::study::interviewer::Aspect;
    use crate::store::study_file::read_study;

    #[test]
    fn what_a_study_says_of_itself_is_read() {
        let text = "title: T\ninterviewers:\n  I1: { gender: woman, credentials: MSc, known: \" that she was a nurse \" }\n  I2: { stance: ~ }\n\
                    reporting:\n  COREQ:\n    9: thematic, after Braun\n    24: |\n      Two of us.\n\n      Then a third.\n    30:\n";
        let read = read_study("study.yaml", text.as_bytes());
        assert_eq!(read.problems, []);
        let says = |code: &str, aspect| read.settings.interviewers[code].says(aspect);
        assert_eq!(says("I1", Aspect::Gender), Some("woman"));
        assert_eq!((says("I1", Aspect::Known), says("I1", Aspect::Stance)), (Some("that she was a nurse"), None));
        assert_eq!(read.settings.interviewers.len(), 2);
        let answers = &read.settings.reporting["coreq"];
        assert_eq!(answers.keys().collect::<Vec<_>>(), ["24", "9"]);
        assert_eq!(answers["24"], "Two of us.\n\nThen a third.");
    }

    #[test]
    fn slips_are_told_with_their_line_and_no_name_is_kept() {
        let text = "title: T\ninterviewers:\n  Anna: { gender: woman }\n  I1: { gendre: woman }\n  I2: nurse\nreporting:\n  coreq: thematic\n  srqr: [x]\n";
        let read = read_study("study.yaml", text.as_bytes());
        let lines: Vec<usize> = read.problems.iter().map(|problem| problem.line).collect();
        assert_eq!(lines, [3, 4, 5, 7, 8], "{:?}", read.problems);
        assert_eq!(read.settings.interviewers.keys().collect::<Vec<_>>(), ["I1"]);
        assert_eq!(read.settings.interviewers["I1"].says(Aspect::Gender), Some("woman"), "what was meant is read");
        assert!(read.settings.reporting.is_empty());
        let read = read_study("study.yaml", b"title: T\ninterviewers: [I1]\nreporting: all of it\n");
        assert_eq!(read.problems.iter().map(|problem| problem.line).collect::<Vec<_>>(), [2, 3]);
    }
}
