//! The register of a study: who may be interviewed, by code, and what is known of them, by attributes.
//!
//! What is known stands in the study's own order, so that everybody on the list is described alike. Values only.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use crate::domain::study::Participant;
use crate::domain::study::StudySettings;
use crate::domain::study::attribute::Attribute;
use crate::domain::study::attribute::Values;
use crate::domain::study::recruitment::Recruited;
use crate::domain::study::recruitment::Recruitment;
use crate::domain::study::sampling::SamplingPlan;
use crate::domain::text::is_told_apart;
use crate::domain::text::names;

/// Who may be interviewed, and what is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// What the study wants to know of each, in its order.
    pub attributes: Vec<Attribute>,
    /// The kinds of participants there are; none where all are of one kind.
    pub groups: Vec<String>,
    /// Whom the study wants to hear.
    pub sampling: SamplingPlan,
    /// Everybody, in the order of the file.
    pub participants: Vec<Participant>,
    /// How they were found, group by group.
    pub recruitment: Vec<Recruitment>,
}

impl Register {
    /// With nobody on it yet, in a study with these settings.
    pub fn of(study: &StudySettings) -> Self {
        Self { attributes: study.attributes.clone(), groups: study.groups.clone(), sampling: study.sampling.clone(), ..Self::default() }
    }

    /// The participant of this code; on many disks `p07` and `P07` are the same folder.
    pub(crate) fn find(&self, code: &str) -> Option<&Participant> {
        self.participants.iter().find(|p| p.code.as_str().eq_ignore_ascii_case(code))
    }

    /// Every code, in the order of the file.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        self.participants.iter().map(|p| p.code.as_str())
    }

    /// What the study wants to know by this name.
    pub(crate) fn attribute(&self, name: &str) -> Option<&Attribute> {
        self.attributes.iter().find(|attribute| attribute.name == name)
    }

    /// The kind of participant that somebody is: what is said of them, or the only kind there is.
    pub fn group_of<'a>(&'a self, one: &'a Participant) -> Option<&'a str> {
        let only = if let [only] = self.groups.as_slice() { Some(only.as_str()) } else { None };
        one.group.as_deref().or(only)
    }

    /// What the study wants to know of somebody, in its order; where it names nothing, what is known of them.
    pub fn asked_of(&self, one: &Participant) -> Vec<String> {
        if self.attributes.is_empty() {
            return one.attributes.keys().cloned().collect();
        }
        let asked = self.attributes.iter().filter(|attribute| attribute.is_asked_of(self.group_of(one)));
        asked.map(|attribute| attribute.name.clone()).collect()
    }

    /// How the participants of each group were found, beside how many of it are on the list.
    pub fn recruited(&self) -> Vec<Recruited> {
        let joined = |recruitment: &Recruitment| {
            let is_of = |one: &&Participant| recruitment.group.is_none() || self.group_of(one) == recruitment.group.as_deref();
            u32::try_from(self.participants.iter().filter(is_of).count()).unwrap_or(u32::MAX)
        };
        self.recruitment.iter().map(|recruitment| recruitment.beside(joined(recruitment))).collect()
    }

    /// Whether these two are the two sides of one therapy: words of both beside each other tell more than either alone.
    pub fn are_of_one_therapy(&self, one: &str, other: &str) -> bool {
        let (Some(one), Some(other)) = (self.find(one), self.find(other)) else { return false };
        let treats = |therapist: &Participant, patient: &Participant| patient.treated_by.iter().any(|by| by.is(&therapist.code));
        treats(one, other) || treats(other, one)
    }

    /// The attributes that say who belongs to whom, by their names: `treated by` and what means the same, those under which the code of
    /// somebody else on the list stands, and those whose values to choose from are such codes. They are shown nowhere and leave in nothing.
    pub fn linking(&self) -> BTreeSet<String> {
        let written = self.participants.iter().flat_map(|one| one.attributes.keys());
        let names: BTreeSet<&String> = self.attributes.iter().map(|attribute| &attribute.name).chain(written).collect();
        let links = |name: &str| {
            let values = || self.participants.iter().filter_map(|one| Some((one, one.attributes.get(name)?)));
            let names_another = || match self.attribute(name).map(|attribute| &attribute.values) {
                None | Some(Values::Text) => values().any(|(one, value)| self.names_another(value, one.code.as_str())),
                // One value may be called as somebody is; several are no chance.
                Some(Values::OneOf(all)) => {
                    let of_somebody = all.iter().filter(|value| self.find(value.trim()).is_some()).count();
                    of_somebody > 1 || of_somebody == all.len() && !all.is_empty()
                }
                // What is counted is nobody's code.
                Some(Values::Number | Values::Whole | Values::Years) => false,
            };
            is_of_two(name) || may_be_of_two(name) && values().any(|(_, value)| looks_like_a_code(value)) || names_another()
        };
        names.into_iter().filter(|name| links(name)).cloned().collect()
    }

    /// Whether the code of somebody on the list who is not `own` stands in `value`, by itself or among other words. A number, or a single sign,
    /// is not taken for a code: a score of 12 is not participant 12.
    pub fn names_another(&self, value: &str, own: &str) -> bool {
        self.codes().any(|code| !code.eq_ignore_ascii_case(own) && is_told_apart(code) && names(value, code))
    }

    /// What is known of the participant of this code.
    pub(crate) fn known(&self, code: &str) -> BTreeMap<String, String> {
        let known = self.find(code).into_iter().flat_map(|p| &p.attributes).filter(|(_, value)| !value.trim().is_empty());
        known.map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// That in words, in the study's order: `woman, 48, trial arm a`. Nothing where nothing is known.
    pub(crate) fn in_words(&self, code: &str) -> Option<String> {
        let (mut known, linking) = (self.known(code), self.linking());
        known.retain(|name, _| !linking.contains(name));
        let label = |name: &String| self.attributes.iter().find(|a| a.name == *name).and_then(|a| a.label.as_deref());
        let place = |name: &String| self.attributes.iter().position(|a| a.name == *name).unwrap_or(usize::MAX);
        let mut known: Vec<(&String, &String)> = known.iter().collect();
        known.sort_by_key(|(name, _)| place(name));
        let unit = |name: &String| self.attribute(name).and_then(|attribute| attribute.unit.as_deref());
        let words = known.iter().map(|(name, value)| {
            let parts = [label(name), Some(value.as_str()), unit(name)];
            parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
        });
        let words: Vec<String> = words.collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

/// Whether an attribute is one of two people: who was treated by whom.
fn is_of_two(name: &str) -> bool {
    ["treatedby", "treats", "behandelddoor", "behandelt"].contains(&bare(name).as_str())
}

/// Whether an attribute may say who treats somebody, or what they are who do.
fn may_be_of_two(name: &str) -> bool {
    ["therapist", "therapeut", "behandelaar"].contains(&bare(name).as_str())
}

/// Whether a value is written as codes are, by those on the list and by others: letters, then figures, as in `T01`.
fn looks_like_a_code(value: &str) -> bool {
    let figures = value.trim().trim_start_matches(char::is_alphabetic);
    figures.len() < value.trim().len() && !figures.is_empty() && figures.chars().all(|c| c.is_ascii_digit())
}

fn bare(name: &str) -> String {
    name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::study::ParticipantCode;

    #[test]
    fn a_score_or_a_chosen_value_is_nobodys_code() {
        let attribute = |name: &str, values: Values| Attribute { name: name.into(), label: None, values, unit: None, of: Vec::new() };
        let somebody = |code: &str, attributes: &[(&str, &str)]| Participant {
            code: ParticipantCode::new(code).unwrap(),
            joined: None,
            group: None,
            treated_by: Vec::new(),
            attributes: attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        };
        let register = |codes: [&str; 2], said: &str| Register {
            attributes: vec![attribute("age", Values::Years), attribute("arm", Values::OneOf(vec!["A1".into(), "B1".into()]))],
            participants: vec![somebody(codes[0], &[("age", "29"), ("arm", "A1"), ("note", said)]), somebody(codes[1], &[])],
            ..Register::default()
        };
        assert!(register(["31", "29"], "29 years at sea").linking().is_empty());
        assert!(register(["P1", "A1"], "walks").linking().is_empty());
        assert_eq!(register(["P1", "A1"], "with A1, mostly").linking(), ["note".to_owned()].into());
        assert_eq!(register(["P1", "Marie"], "cousin of marie").linking(), ["note".to_owned()].into());
    }

    #[test]
    fn a_choice_between_codes_says_who_belongs_to_whom() {
        let linking = |name: &str, all: &[&str], value: &str| {
            let values = Values::OneOf(all.iter().map(|one| (*one).to_owned()).collect());
            let attribute = Attribute { name: name.into(), label: None, values, unit: None, of: Vec::new() };
            let somebody = |code: &str, value: Option<&str>| Participant {
                code: ParticipantCode::new(code).unwrap(),
                joined: None,
                group: None,
                treated_by: Vec::new(),
                attributes: value.map(|value| (name.to_owned(), value.to_owned())).into_iter().collect(),
            };
            let participants = vec![somebody("P01", Some(value)), somebody("T01", None), somebody("T02", None)];
            !Register { attributes: vec![attribute], participants, ..Register::default() }.linking().is_empty()
        };
        assert!(linking("led by", &["T01", "t02", "T09"], "T01"));
        assert!(linking("led by", &["T01"], "T01"));
        assert!(!linking("arm", &["T01", "C01"], "T01"), "an arm of a trial may be called so");
        // Who is not on the list is named all the same.
        assert!(linking("Therapist", &["T07", "T08"], "T07") && linking("behandelaar", &["T07", "T08"], "T08"));
        assert!(!linking("therapist", &["psychologist", "nurse"], "nurse"), "what they are is not who");
    }

    #[test]
    fn what_is_known_of_somebody_stands_in_the_order_of_the_study() {
        let attribute = |name: &str, label: Option<&str>| Attribute {
            name: name.into(),
            label: label.map(Into::into),
            values: Values::Text,
            unit: None,
            of: Vec::new(),
        };
        let known = [("age", "48"), ("arm", "a"), ("gender", "woman"), ("note", " ")];
        let known = known.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let somebody = Participant {
            code: ParticipantCode::new("P07").unwrap(),
            joined: None,
            group: None,
            treated_by: Vec::new(),
            attributes: known.into(),
        };
        let attributes = vec![attribute("gender", None), attribute("age", None), attribute("arm", Some("trial arm"))];
        let register = Register { attributes, participants: vec![somebody.clone()], ..Register::default() };
        assert_eq!(register.in_words("p07").as_deref(), Some("woman, 48, trial arm a"));
        assert_eq!(register.in_words("P08"), None);
        let unsaid = Register { participants: vec![somebody], ..Register::default() };
        assert_eq!(unsaid.in_words("P07").as_deref(), Some("48, a, woman"), "a study that says nothing of attributes keeps them all");
    }
}
