//! Conditions on what is known of a participant, held against what the study wants to know: a name or a value that no participant can have
//! would keep a question from everybody, or let everybody have it, without a word.

use crate::domain::guide::Guide;
use crate::domain::guide::remarks::Remark;
use crate::domain::guide::walk::FileStep;
use crate::domain::guide::walk::below;
use crate::domain::nearest::nearest;
use crate::domain::study::attribute::Attribute;
use crate::domain::study::attribute::Values;
use crate::words::say;

impl Guide {
    /// What its conditions ask that no participant of a study with these attributes can answer; nothing where the study names none.
    pub(crate) fn remarks_on_attributes(&self, study: &[Attribute]) -> Vec<Remark> {
        if study.is_empty() {
            return Vec::new();
        }
        let conditions = self.walk().filter_map(|(at, element)| Some((below(&at, &[FileStep::Key("when")]), element.when()?)));
        let each = conditions.flat_map(|(place, when)| {
            let remark = move |(what, instead)| Remark { place: place.clone(), what, instead };
            when.attribute.iter().flat_map(|(name, values)| of_condition(name, values, study)).map(remark)
        });
        each.collect()
    }
}

/// What is wrong with a condition, and what one might write instead.
fn of_condition(name: &str, values: &[String], study: &[Attribute]) -> Vec<(String, String)> {
    let Some(attribute) = study.iter().find(|attribute| attribute.name == name) else {
        let names = || study.iter().map(|attribute| attribute.name.as_str());
        let meant = nearest(name, names()).map_or_else(|| names().collect::<Vec<_>>().join(", "), str::to_owned);
        return vec![(say!("remark-attribute", name = name), say!("remark-attribute-instead", names = meant))];
    };
    let cannot_be = |value: &&String| !attribute.values.has(value);
    let told = |value: &String| {
        let instead = match &attribute.values {
            Values::OneOf(all) => say!("remark-attribute-value-instead", values = all.join(", ")),
            Values::Number | Values::Whole | Values::Years | Values::Text => say!("remark-attribute-number"),
        };
        (say!("remark-attribute-value", name = name, value = value), instead)
    };
    values.iter().filter(cannot_be).map(told).collect()
}
