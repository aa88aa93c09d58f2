//! `participants.yaml`: who may be interviewed, and how they were found. Every slip is told with its place.
//!
//! It is written by hand, and by the register's screen, which leaves everything else in it as it is ([`crate::store::register_edit`]). A
//! participant whose code is not usable is left out and told, because that code would become part of a file name. Who treated whom is read
//! and checked here, and goes nowhere from here that leaves. It opens no file; any thread.

use std::collections::BTreeMap;

use crate::domain::guide::check::FilePlace;
use crate::domain::guide::check::FileStep;
use crate::domain::study::Participant;
use crate::domain::study::ParticipantCode;
use crate::domain::study::StudySettings;
use crate::domain::study::TreatedBy;
use crate::domain::study::looks_like_a_name;
use crate::domain::study::recruitment::Reason;
use crate::domain::study::recruitment::Recruitment;
use crate::domain::study::register::Register;
use crate::store::attributes;
use crate::store::form::Form;
use crate::store::form::FormKind;
use crate::store::form::Walk;
use crate::store::form::is_date;
use crate::store::form::plain_text;
use crate::store::problem::At;
use crate::store::problem::Problem;
use crate::store::sampling;
use crate::store::sampling::count;
use crate::store::study_file::read;
use crate::store::yaml::Node;
use crate::store::yaml::Value;
use crate::store::yaml::YamlKey;
use crate::words::message::message;
use crate::words::say;

/// `participants.yaml` as read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ParticipantsFile {
    /// Everybody with a usable code, in the order of the file, beside what the study wants to know and whom it wants to hear.
    pub(crate) register: Register,
    /// Everything wrong with the file.
    pub(crate) problems: Vec<Problem>,
}

const LIST: FormKind = FormKind { name: "participants", keys: &["participants", "recruitment"] };
const PARTICIPANT: FormKind = FormKind { name: "participant", keys: &["code", "group", "joined", "treated_by", "attributes"] };
const RECRUITMENT: FormKind = FormKind { name: "recruitment", keys: &["contacted", "refused", "cancelled", "no_answer", "undecided"] };

/// Reads `participants.yaml` from `bytes`, in a study with these settings; problems name the file as `name`.
pub(crate) fn read_participants(name: &str, bytes: &[u8], study: &StudySettings) -> ParticipantsFile {
    let (register, problems) = read(name, bytes, |walk, tree| register(walk, tree, study));
    ParticipantsFile { register: register.unwrap_or_else(|| Register::of(study)), problems }
}

fn register(walk: &mut Walk, tree: &Node, study: &StudySettings) -> Option<Register> {
    let form = Form::open(walk, tree, FilePlace::new(), &LIST)?;
    let participants = participants(walk, &form, study);
    let mut register = Register { participants, ..Register::of(study) };
    let counted = recruitment(walk, &form, &study.groups);
    let contacted: Vec<Option<At>> = counted.iter().map(|(at, _)| *at).collect();
    register.recruitment = counted.into_iter().map(|(_, counts)| counts).collect();
    // That fewer are written down than were asked is how it is while one recruits; the other way round a count is wrong.
    for (recruited, at) in register.recruited().into_iter().zip(contacted) {
        if let (Some(at), Some(..0), Some(doubt)) = (at, recruited.unaccounted, recruited.doubt()) {
            walk.problems.add(at, doubt, say!("recruitment-sum"));
        }
    }
    Some(register)
}

/// A link as it stands in the file.
struct Link {
    at: At,
    /// Whose it is, counted among those with a usable code.
    of: usize,
    to: String,
}

fn participants(walk: &mut Walk, form: &Form, study: &StudySettings) -> Vec<Participant> {
    let mut participants: Vec<Participant> = Vec::new();
    let mut links: Vec<Link> = Vec::new();
    // Without regard to case: on many disks `p07` and `P07` are the same folder.
    let mut seen: BTreeMap<String, At> = BTreeMap::new();
    for node in form.list(walk, "participants") {
        let place = vec![FileStep::Key("participants"), FileStep::Item(participants.len())];
        let Some(form) = Form::open(walk, node, place, &PARTICIPANT) else { continue };
        let text = form.needed(walk, "code", message!("study-code"));
        let joined = form.text(walk, "joined");
        if let Some(day) = joined.as_ref().filter(|day| !is_date(day)) {
            form.tell(walk, "joined", say!("form-no-date", date = day), say!("form-date"));
        }
        let group = form.text(walk, "group");
        let group = if study.groups.is_empty() {
            group
        } else {
            group.and_then(|name| sampling::group(walk, form.at_of("group"), &name, &study.groups))
        };
        let attributes = attributes::of_participant(walk, &form, &study.attributes);
        if text.is_empty() {
            continue;
        }
        if looks_like_a_name(&text) {
            form.tell(walk, "code", say!("study-code-name", code = &text), say!("study-code-silent"));
        }
        let code = match ParticipantCode::new(&text) {
            Ok(code) => code,
            Err(bad) => {
                if !walk.hushed(&form.place_of("code")) {
                    form.tell(walk, "code", say!("study-code-unusable", code = &text), bad.hint());
                }
                continue;
            }
        };
        if let Some(first) = seen.insert(text.to_lowercase(), form.at_of("code")) {
            walk.problems.add_with(form.at_of("code"), say!("study-code-twice", code = &text), say!("study-code-own"), Some(first));
            continue;
        }
        let treated_by = form.value(walk, "treated_by").map(|node| codes(walk, node)).unwrap_or_default();
        links.extend(treated_by.into_iter().map(|(at, to)| Link { at, of: participants.len(), to }));
        participants.push(Participant { code, joined, group, treated_by: Vec::new(), attributes });
    }
    link(walk, &mut participants, links, study);
    participants
}

/// A code, or a list of them.
fn codes(walk: &mut Walk, node: &Node) -> Vec<(At, String)> {
    let nodes: Vec<&Node> = if let Value::List(items) = &node.value { items.iter().collect() } else { vec![node] };
    nodes.into_iter().filter_map(|node| Some((node.at, plain_text(walk, node)?))).collect()
}

/// Links each to whoever treated them; a link to nobody on the list, to oneself, or within one group is told, and is none.
fn link(walk: &mut Walk, participants: &mut [Participant], links: Vec<Link>, study: &StudySettings) {
    let register = Register { participants: participants.to_vec(), ..Register::of(study) };
    for Link { at, of, to } in links {
        let Some(one) = participants.get_mut(of) else { continue };
        let wrong = match register.find(&to) {
            None => Some((say!("treated-by-unknown", code = &to), say!("treated-by-unknown-hint"))),
            Some(other) if other.code == one.code => Some((say!("treated-by-self", code = &to), say!("treated-by-hint"))),
            Some(other) if register.groups.len() > 1 && other.group.is_some() && other.group == one.group => {
                let group = other.group.clone().unwrap_or_default();
                Some((say!("treated-by-same", code = &to, group = group), say!("treated-by-hint")))
            }
            Some(other) => {
                one.treated_by.push(TreatedBy::new(other.code.clone()));
                None
            }
        };
        if let Some((what, hint)) = wrong {
            walk.problems.add(at, what, hint);
        }
    }
}

/// What stands under `recruitment`: the counts, or the counts of each group; each with the place of how many were asked.
fn recruitment(walk: &mut Walk, form: &Form, groups: &[String]) -> Vec<(Option<At>, Recruitment)> {
    let Some(node) = form.value(walk, "recruitment") else { return Vec::new() };
    let place = form.place_of("recruitment");
    let Value::Map(pairs) = &node.value else {
        return Form::open(walk, node, place, &RECRUITMENT).map(|form| counts(walk, &form, None)).into_iter().collect();
    };
    if groups.is_empty() {
        return Form::open(walk, node, place, &RECRUITMENT).map(|form| counts(walk, &form, None)).into_iter().collect();
    }
    let mut all: Vec<(Option<At>, Recruitment)> = Vec::new();
    for (key, node) in pairs {
        let Some(group) = sampling::group(walk, key.at, &key.text, groups) else { continue };
        let Some(form) = Form::open(walk, node, place.clone(), &RECRUITMENT) else { continue };
        if all.iter().all(|(_, counts)| counts.group.as_ref() != Some(&group)) {
            all.push(counts(walk, &form, Some(group)));
        }
    }
    all
}

fn counts(walk: &mut Walk, form: &Form, group: Option<String>) -> (Option<At>, Recruitment) {
    // Larger than any interview study: whoever writes more has written something else.
    const MOST: u32 = 100_000;
    let number = |walk: &mut Walk, key| form.number(walk, key, 0, MOST);
    let contacted = number(walk, "contacted");
    let counts = Recruitment {
        group,
        contacted,
        no_answer: number(walk, "no_answer").unwrap_or(0),
        undecided: number(walk, "undecided").unwrap_or(0),
        refused: reasons(walk, form, "refused"),
        cancelled: reasons(walk, form, "cancelled"),
    };
    (contacted.map(|_| form.at_of("contacted")), counts)
}

/// How many people gave each reason; a number alone where none is known.
fn reasons(walk: &mut Walk, form: &Form, key: &'static str) -> Vec<Reason> {
    let Some(node) = form.value(walk, key) else { return Vec::new() };
    let of = |(key, node): &(YamlKey, Node), walk: &mut Walk| {
        Some(Reason { n: count(walk, key, node)?, reason: Some(key.text.trim().to_owned()).filter(|reason| !reason.is_empty()) })
    };
    match &node.value {
        Value::Map(pairs) => pairs.iter().filter_map(|pair| of(pair, walk)).collect(),
        Value::List(_) => {
            form.tell(walk, key, say!("recruitment-reasons", key = key), say!("recruitment-reasons-write", key = key));
            Vec::new()
        }
        _ => form.number(walk, key, 0, 100_000).map(|n| Reason { reason: None, n }).into_iter().collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::store::study_file::read_study;

    fn told(problems: &[Problem]) -> String {
        problems.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n\n")
    }

    fn study(text: &str) -> StudySettings {
        read_study("study.yaml", text.as_bytes()).settings
    }

    fn read(text: &str, study: &StudySettings) -> (Vec<Participant>, Vec<Problem>) {
        let read = read_participants("participants.yaml", text.as_bytes(), study);
        (read.register.participants, read.problems)
    }

    const SCHEMA: &str = "title: T\nattributes:\n  gender: [woman, man]\n  age: number\n  arm: { label: trial arm, values: [a, b] }\n\
                          \x20 remark: text\n";
    const GROUPS: &str = "title: T\ngroups: [patients, therapists]\n";

    #[test]
    fn participants_are_codes_with_attributes() {
        let list =
            "participants:\n  - code: P07\n    joined: 2026-11-22\n    attributes: { gender: woman, age: 48, note: }\n  - code: 12\n";
        let (participants, problems) = read(list, &StudySettings::default());
        assert_eq!(told(&problems), "");
        let [first, second] = &participants[..] else { panic!("two participants") };
        assert_eq!((first.code.as_str(), second.code.as_str()), ("P07", "12"));
        assert_eq!(first.attributes, BTreeMap::from([("age".into(), "48".into()), ("gender".into(), "woman".into())]));
    }

    #[test]
    fn bad_participants_are_told() {
        let bad = "participants:\n  - code: P07\n    joined: last week\n  - code: Anna\n  - code: ../../etc\n  - cod: P08\n    age: 48\n\
                   \x20 - P09\n  - code: p07\n  - joined: 2026-11-22\n    attributes: [woman, 48]\n";
        let (participants, problems) = read(bad, &StudySettings::default());
        assert_eq!(participants.iter().map(|p| p.code.as_str()).collect::<Vec<_>>(), ["P07", "Anna", "P08"]);
        insta::assert_snapshot!(told(&problems));
    }

    #[test]
    fn attributes_that_the_study_does_not_have_are_told_and_not_kept() {
        let bad = "participants:\n  - code: P07\n    attributes: { gendr: man, age: forty, arm: c, town: Delft }\n\
                   \x20 - code: P08\n    attributes: { gender: womn }\n";
        let (participants, problems) = read(bad, &study(SCHEMA));
        let [first, second] = &participants[..] else { panic!("two participants") };
        assert_eq!(first.attributes, BTreeMap::from([("gender".into(), "man".into())]), "a slip in a name is read as what was meant");
        assert_eq!(second.attributes, BTreeMap::new());
        insta::assert_snapshot!(told(&problems));
    }

    #[test]
    fn who_treated_whom_is_checked_and_shown_nowhere() {
        let list = "participants:\n  - { code: P01, group: patients, treated_by: t13 }\n  - { code: P02, group: patients, treated_by: [T13, T99] }\n\
                    \x20 - { code: P03, treated_by: P03 }\n  - { code: P04, group: patients, treated_by: P01 }\n  - { code: T13, group: therapist }\n";
        let read = read_participants("participants.yaml", list.as_bytes(), &study(GROUPS));
        insta::assert_snapshot!(told(&read.problems));
        let register = read.register;
        let pairs = [("P01", "T13"), ("T13", "p02"), ("P03", "P03"), ("P04", "P01"), ("P01", "P02")];
        assert_eq!(pairs.map(|(one, other)| register.are_of_one_therapy(one, other)), [true, true, false, false, false]);
        let shown = format!("{:?}{}", register.participants, serde_json::to_string(&register.participants[0]).unwrap());
        assert!(!shown.contains("TreatedBy(\"") && !shown.contains("treated_by\"") && !shown.contains("t13"), "{shown}");
        assert_eq!(shown.matches("T13").count(), 1, "but where they stand themselves: {shown}");
    }

    #[test]
    fn counts_of_recruitment_are_held_against_the_register() {
        let list = "participants: [{ code: P01, group: patients }, { code: T01, group: therapists }]\nrecruitment:\n  patients:\n    contacted: 40\n\
                    \x20   refused: { no time: 6, too tired: 4 }\n    cancelled: 2\n    no_answer: 3\n  therapists: { contacted: 2, refused: 2 }\n";
        let read = read_participants("participants.yaml", list.as_bytes(), &study(GROUPS));
        let told_of = |register: &Register| register.recruited().iter().map(|one| (one.joined, one.unaccounted)).collect::<Vec<_>>();
        assert_eq!(told_of(&read.register), [(1, Some(24)), (1, Some(-1))]);
        let alone = read_participants("p", b"recruitment: { contacted: 3, undecided: 1, refused: }\n", &study("title: T\n"));
        assert_eq!((told(&alone.problems), told_of(&alone.register)), (String::new(), vec![(0, Some(2))]));
        let bad =
            "recruitment:\n  patients: { contactd: 3, refused: [no time], cancelled: { ill: some, away: }, no_answer: -1 }\n  nurses: {}\n";
        let bad = read_participants("participants.yaml", bad.as_bytes(), &study(GROUPS));
        insta::assert_snapshot!(told(&[read.problems, bad.problems].concat()));
    }
}
