//! `hearback participants`: who is on the list, how they were found, and who is missing; or one of them, and what is written down of them.

use std::path::Path;

use serde::Serialize;

use crate::domain::study::attribute::Attribute;
use crate::domain::study::change::Field;
use crate::domain::study::change::RegisterChange;
use crate::domain::study::listed::Listed;
use crate::domain::study::looks_like_a_name;
use crate::domain::study::recruitment::Recruited;
use crate::domain::study::register::Register;
use crate::domain::study::sample::GroupSample;
use crate::domain::study::sample::Lack;
use crate::domain::study::sample::lacks;
use crate::domain::study::session_line::SessionLine;
use crate::domain::text::shown;
use crate::shell::archive::register;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::register::ParticipantsOf;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::live::clock;
use crate::words::message::message;
use crate::words::say;

/// The register for programs. Who treated whom is not in it.
#[derive(Serialize)]
struct RegisterShown<'a> {
    groups: &'a [String],
    attributes: &'a [Attribute],
    participants: Vec<Listed>,
    recruitment: Vec<Recruited>,
    sampling: Vec<GroupSample>,
    missing: Vec<Lack>,
    /// Sessions that cannot be read: who took part in them is not known, so they count for nobody.
    unread: usize,
}

pub(super) fn participants(study: Option<&Path>, of: &ParticipantsOf, readers: For) -> Result<(), Failure> {
    let mut study = OpenStudy::find(study)?;
    if let Some(code) = &of.code {
        let changes = changes(of)?;
        if !changes.is_empty() {
            if of.add && looks_like_a_name(code.as_str()) {
                remark(noted(message!("participant-looks-like-a-name", code = code.to_string())));
            }
            register::change(&study, &changes, None, clock::wall())?;
            study = study.again()?;
        }
    }
    let sessions = study.sessions(clock::wall())?;
    let register = &study.register;
    match (&of.code, readers) {
        (None, For::Programs) => put_json(&shown_to_programs(register, &sessions)),
        (None, For::People) => {
            tell(register, &sessions);
            Ok(())
        }
        (Some(code), readers) => {
            let nobody = || Failure::mendable(say!("people-nobody", code = code.as_str()));
            let one = register.listed(code.as_str(), &sessions).ok_or_else(nobody)?;
            if readers == For::Programs {
                return put_json(&one);
            }
            tell_one(&one);
            Ok(())
        }
    }
}

/// What is to be changed of whoever is named.
fn changes(of: &ParticipantsOf) -> Result<Vec<RegisterChange>, Failure> {
    let Some(code) = &of.code else { return Ok(Vec::new()) };
    let mut changes = Vec::new();
    if of.add {
        changes.push(RegisterChange::Add { code: code.clone(), group: of.group.clone(), joined: of.joined.clone() });
    }
    let set = |field, value: &str| RegisterChange::Set { code: code.clone(), field, value: Some(value.to_owned()) };
    let beside = [(Field::Group, &of.group), (Field::Joined, &of.joined)].into_iter().filter(|_| !of.add);
    let beside = beside.chain([(Field::TreatedBy, &of.treated_by)]);
    changes.extend(beside.filter_map(|(field, value)| Some(set(field, value.as_deref()?))));
    for pair in &of.set {
        let usage = || Failure::new(Kind::Usage, say!("people-set-usage", given = shown(pair).into_owned()));
        let (name, value) = pair.split_once('=').ok_or_else(usage)?;
        changes.push(set(Field::Attribute(name.trim().to_owned()), value));
    }
    Ok(changes)
}

fn shown_to_programs<'a>(register: &'a Register, sessions: &[SessionLine]) -> RegisterShown<'a> {
    let sampling = register.samples(sessions);
    RegisterShown {
        groups: &register.groups,
        attributes: &register.attributes,
        participants: register.listed_all(sessions),
        recruitment: register.recruited_of(sessions),
        missing: lacks(&sampling),
        sampling,
        unread: unread(sessions),
    }
}

fn unread(sessions: &[SessionLine]) -> usize {
    sessions.iter().filter(|line| line.standing.is_err()).count()
}

fn tell(register: &Register, sessions: &[SessionLine]) {
    register.sampled_in_words(sessions).iter().for_each(|line| put(shown(line)));
    let missing = lacks(&register.samples(sessions));
    if !missing.is_empty() {
        put(say!("people-missing"));
        for lack in &missing {
            put(shown(&format!("  {}", lack.words())));
        }
    }
    match unread(sessions) {
        0 => {}
        count => put(say!("people-unread", count = count)),
    }
    if register.participants.is_empty() {
        return put(say!("people-none"));
    }
    put("");
    for one in register.listed_all(sessions) {
        let known = if one.attributes.is_empty() { None } else { register.in_words(&one.code) };
        let cells = [Some(one.code.clone()), one.group.clone(), Some(one.interviews_in_words()), known];
        put(shown(&cells.into_iter().flatten().collect::<Vec<_>>().join("  ")));
    }
}

fn tell_one(one: &Listed) {
    let line = |called: &str, value: &str| put(shown(&say!("people-value", name = called, value = value)));
    put(shown(&say!("people-head", code = &one.code, interviews = one.interviews_in_words())));
    one.group.iter().for_each(|group| line(&say!("people-group"), group));
    one.joined.iter().for_each(|day| line(&say!("people-joined"), day));
    for known in &one.attributes {
        line(&known.called, known.value.as_deref().unwrap_or(&say!("cell-not-recorded")));
    }
}
