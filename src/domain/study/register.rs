//! The register of a study: who may be interviewed, by code, and what is known of them, by attributes.
//!
//! What is known stands in the study's own order, so that everybody on the list is described alike. Values only.

use std::collections::BTreeMap;

use crate::domain::study::Participant;
use crate::domain::study::attribute::Attribute;

/// Who may be interviewed, and what is known of them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Register {
    /// What the study wants to know of each, in its order.
    pub attributes: Vec<Attribute>,
    /// Everybody, in the order of the file.
    pub participants: Vec<Participant>,
}

impl Register {
    /// The participant of this code; on many disks `p07` and `P07` are the same folder.
    pub(crate) fn find(&self, code: &str) -> Option<&Participant> {
        self.participants.iter().find(|p| p.code.as_str().eq_ignore_ascii_case(code))
    }

    /// Every code, in the order of the file.
    pub(crate) fn codes(&self) -> impl Iterator<Item = &str> {
        self.participants.iter().map(|p| p.code.as_str())
    }

    /// What is known of the participant of this code.
    pub(crate) fn known(&self, code: &str) -> BTreeMap<String, String> {
        let known = self.find(code).into_iter().flat_map(|p| &p.attributes).filter(|(_, value)| !value.trim().is_empty());
        known.map(|(name, value)| (name.clone(), value.clone())).collect()
    }

    /// That in words, in the study's order: `woman, 48, trial arm a`. Nothing where nothing is known.
    pub(crate) fn in_words(&self, code: &str) -> Option<String> {
        let known = self.known(code);
        let label = |name: &String| self.attributes.iter().find(|a| a.name == *name).and_then(|a| a.label.as_deref());
        let place = |name: &String| self.attributes.iter().position(|a| a.name == *name).unwrap_or(usize::MAX);
        let mut known: Vec<(&String, &String)> = known.iter().collect();
        known.sort_by_key(|(name, _)| place(name));
        let words = known.iter().map(|(name, value)| match label(name) {
            Some(label) => format!("{label} {value}"),
            None => (*value).clone(),
        });
        let words: Vec<String> = words.collect();
        (!words.is_empty()).then(|| words.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::study::ParticipantCode;
    use crate::domain::study::attribute::Values;

    #[test]
    fn what_is_known_of_somebody_stands_in_the_order_of_the_study() {
        let attribute =
            |name: &str, label: Option<&str>| Attribute { name: name.into(), label: label.map(Into::into), values: Values::Text };
        let known = [("age", "48"), ("arm", "a"), ("gender", "woman"), ("note", " ")];
        let known = known.map(|(name, value)| (name.to_owned(), value.to_owned()));
        let somebody = Participant { code: ParticipantCode::new("P07").unwrap(), joined: None, attributes: known.into() };
        let attributes = vec![attribute("gender", None), attribute("age", None), attribute("arm", Some("trial arm"))];
        let register = Register { attributes, participants: vec![somebody.clone()] };
        assert_eq!(register.in_words("p07").as_deref(), Some("woman, 48, trial arm a"));
        assert_eq!(register.in_words("P08"), None);
        let unsaid = Register { participants: vec![somebody], ..Register::default() };
        assert_eq!(unsaid.in_words("P07").as_deref(), Some("48, a, woman"), "a study that says nothing of attributes keeps them all");
    }
}
