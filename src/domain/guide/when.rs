//! A condition in words. Whether it holds, the circumstances say ([`crate::domain::circumstances`]).

use std::collections::BTreeSet;

use crate::domain::guide::Choice;
use crate::domain::guide::Guide;
use crate::domain::guide::When;
use crate::words::say;

impl Guide {
    /// The conditions of all its parts.
    fn whens(&self) -> impl Iterator<Item = &When> {
        self.walk().filter_map(|(_, element)| element.when())
    }

    /// The names of the participant's attributes that decide which of its parts belong in an interview.
    pub(crate) fn attributes_asked(&self) -> BTreeSet<&str> {
        self.whens().flat_map(|when| when.attribute.keys().map(String::as_str)).collect()
    }
}

impl When {
    /// Whether there is no condition.
    pub fn is_always(&self) -> bool {
        *self == Self::default()
    }

    /// What has to hold, as people read it: one sentence without its full stop for each part of the condition. It is one of `guide`'s.
    pub fn words(&self, guide: &Guide) -> Vec<String> {
        let round = self.round.map(|round| say!("when-round", round = round.word()));
        let audience = self.audience.map(|audience| say!("when-audience", audience = audience.word()));
        let attribute = (self.attribute.iter()).map(|(name, values)| attribute_words(name, values));
        let after = self.after.iter().flat_map(|after| {
            let states: Vec<String> = after.was.iter().map(|state| state.words()).collect();
            let question = after.question.as_str();
            let answer = |code: &String| {
                let choices = guide.question(&after.question).into_iter().flat_map(|(_, question)| &question.choices);
                choices.into_iter().find(|choice| choice.code == *code).map_or_else(|| code.clone(), Choice::words)
            };
            let chosen: Vec<String> = after.chose.iter().map(answer).collect();
            let chose = (!chosen.is_empty()).then(|| say!("when-chose", question = question, codes = any_of(&chosen)));
            let was = match states.is_empty() {
                false => Some(say!("when-was", question = question, states = any_of(&states))),
                true if chose.is_none() => Some(say!("when-spoken-of", question = question)),
                true => None,
            };
            was.into_iter().chain(chose)
        });
        round.into_iter().chain(audience).chain(attribute).chain(after).collect()
    }

    /// It as it stands in a file; nothing where there is no condition.
    pub(crate) fn as_written(&self) -> Option<String> {
        let several = |values: &[String]| format!("[{}]", values.join(", "));
        let mut conditions: Vec<String> = Vec::new();
        conditions.extend(self.round.map(|round| format!("round: {round}")));
        conditions.extend(self.audience.map(|audience| format!("audience: {}", audience.word())));
        if !self.attribute.is_empty() {
            let attributes: Vec<String> = self.attribute.iter().map(|(name, values)| format!("{name}: {}", several(values))).collect();
            conditions.push(format!("attribute: {{ {} }}", attributes.join(", ")));
        }
        if let Some(after) = &self.after {
            conditions.push(format!("after: {}", after.question));
            let states: Vec<String> = after.was.iter().map(|state| state.word().to_owned()).collect();
            conditions.extend((!states.is_empty()).then(|| format!("was: {}", several(&states))));
            conditions.extend((!after.chose.is_empty()).then(|| format!("chose: {}", several(&after.chose))));
        }
        (!conditions.is_empty()).then(|| format!("{{ {} }}", conditions.join(", ")))
    }
}

/// A condition on one attribute, in words.
pub(crate) fn attribute_words(name: &str, values: &[String]) -> String {
    say!("when-attribute", name = name, values = any_of(values))
}

/// One of these.
fn any_of(what: &[String]) -> String {
    what.join(&say!("or"))
}
