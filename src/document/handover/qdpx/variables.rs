//! The variables of a project: what is known of each who was interviewed, and of each session.

use crate::document::handover::guid::guid;
use crate::document::handover::jsonl::quotes;
use crate::document::handover::signs;
use crate::domain::handover::Case;
use crate::domain::handover::HandedOver;
use crate::domain::handover::Handover;
use crate::domain::study::attribute::Values;
use crate::xml::Element;

/// What is known of a session.
const OF_SESSIONS: [&str; 5] = ["Session date", "Session round", "Session guide", "Session guide version", "Session quotes in reports"];

/// The names of what is known of people, each with whether all of it is numbers.
pub(super) struct Variables(Vec<(String, Kind)>);

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Text,
    Number,
}

impl Variables {
    /// Of all that is handed over.
    pub(super) fn of(all: &Handover) -> Self {
        let mut names: Vec<(String, Kind)> = Vec::new();
        for (name, value) in all.cases.iter().flat_map(|case| &case.attributes) {
            let kind = if Values::Number.has(value.trim()) { Kind::Number } else { Kind::Text };
            match names.iter_mut().find(|(known, _)| known == name) {
                Some((_, known)) if kind == Kind::Text => *known = kind,
                Some(_) => {}
                None => names.push((name.clone(), kind)),
            }
        }
        Self(names)
    }

    /// The elements that say which there are.
    pub(super) fn elements(&self) -> Vec<Element> {
        let variable = |guid: &str, name: &str, kind: &str| {
            Element::new("Variable", &[("guid", guid), ("name", &signs::in_a_line(name)), ("typeOfVariable", kind)])
        };
        let of_people = self.0.iter().map(|(name, kind)| {
            let kind = if *kind == Kind::Number { "Float" } else { "Text" };
            variable(&of_case(name), &Self::called(name), kind)
        });
        of_people.chain(OF_SESSIONS.iter().map(|name| variable(&of_source(name), name, "Text"))).collect()
    }

    /// What is known of somebody is called as nothing that is known of a session.
    fn called(name: &str) -> String {
        if OF_SESSIONS.iter().any(|one| one.eq_ignore_ascii_case(name)) { format!("{name} (participant)") } else { name.to_owned() }
    }

    /// What is known of somebody.
    pub(super) fn of_case(&self, case: &Case) -> Vec<Element> {
        let value = |(name, value): (&String, &String)| {
            let is_number = self.0.iter().any(|(known, kind)| known == name && *kind == Kind::Number);
            let value = if is_number { value.trim().replace(',', ".") } else { signs::in_a_line(value) };
            has(&of_case(name), if is_number { "FloatValue" } else { "TextValue" }, &value)
        };
        case.attributes.iter().map(value).collect()
    }

    /// What is known of a session.
    pub(super) fn of_session(of: &HandedOver) -> Vec<Element> {
        let values = [&of.held.date(), of.round.word(), &of.guide.id, &of.guide.version, quotes(of.quotes)];
        OF_SESSIONS.iter().zip(values).map(|(name, value)| has(&of_source(name), "TextValue", &signs::in_a_line(value))).collect()
    }
}

fn of_case(name: &str) -> String {
    guid(&format!("variable/case/{name}"))
}

fn of_source(name: &str) -> String {
    guid(&format!("variable/source/{name}"))
}

fn has(variable: &str, name: &str, value: &str) -> Element {
    let refers = Element::new("VariableRef", &[("targetGUID", variable)]);
    Element::new("VariableValue", &[]).holding([refers, Element::new(name, &[]).saying(value)])
}
