//! What stands on the register, line by line.

use crate::domain::study::attribute::Values;
use crate::domain::study::change::Field;
use crate::domain::study::listed::Listed;
use crate::domain::study::register::Register;
use crate::domain::study::sample::Lack;
use crate::domain::study::sample::lacks;
use crate::tui::offer::Offer;
use crate::words::say;

/// A line of the register, by what it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum RegisterRow {
    /// The participant of this code.
    Participant(String),
    /// Something that is written down of them, or is not yet.
    Field(String, Field),
    /// A value that it can have; nothing for none.
    Value(String, Field, Option<String>),
    /// Line number `.0` of what is there of what is wanted.
    Margin(usize),
}

/// What is on the screen below its head.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum Showing {
    /// The participants.
    #[default]
    People,
    /// What is there of what is wanted, line by line.
    Missing,
}

/// What is on the screen.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Shown<'a> {
    pub(crate) unfolded: Option<&'a str>,
    pub(crate) choosing: Option<&'a Field>,
    pub(crate) showing: Showing,
}

/// What a line says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Says {
    /// Somebody, in a row of a table.
    Person(Box<Listed>),
    /// What a field is called, and its value with its unit; nothing where nothing is written down.
    Field(String, Option<String>),
    /// A value, and whether it is the one that is written down.
    Value(String, Is),
    /// Words.
    Words(String),
}

/// Whether a value is the one that is written down.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Is {
    Written,
    Another,
}

/// The fields of the participant of this code that can be written here, in the study's order; none of whoever had all of it destroyed.
pub(crate) fn fields(offer: &Offer, code: &str) -> Vec<Field> {
    offer.register.listed(code, &offer.sessions).map(|one| fields_of(&offer.register, &one)).unwrap_or_default()
}

fn fields_of(register: &Register, one: &Listed) -> Vec<Field> {
    if one.is_gone() {
        return Vec::new();
    }
    let group = (register.groups.len() > 1).then_some(Field::Group);
    let attributes = one.attributes.iter().map(|known| Field::Attribute(known.name.clone()));
    group.into_iter().chain(attributes).chain([Field::Joined]).collect()
}

/// The values to choose from in a field; nothing where they are typed.
pub(crate) fn values(register: &Register, field: &Field) -> Option<Vec<String>> {
    match field {
        Field::Group => Some(register.groups.clone()),
        Field::Attribute(name) => match &register.attribute(name)?.values {
            Values::OneOf(all) => Some(all.clone()),
            Values::Text | Values::Number | Values::Whole | Values::Years => None,
        },
        Field::Joined | Field::TreatedBy => None,
    }
}

/// The lines by what they are, from top to bottom.
pub(crate) fn rows(offer: &Offer, shown: Shown<'_>) -> Vec<RegisterRow> {
    if shown.showing == Showing::Missing {
        return (0..margins(offer).len()).map(RegisterRow::Margin).collect();
    }
    let mut rows = Vec::new();
    for code in offer.register.codes() {
        rows.push(RegisterRow::Participant(code.to_owned()));
        if shown.unfolded.is_some_and(|open| open.eq_ignore_ascii_case(code)) {
            for field in fields(offer, code) {
                rows.push(RegisterRow::Field(code.to_owned(), field.clone()));
                if shown.choosing == Some(&field) {
                    let all = values(&offer.register, &field).unwrap_or_default().into_iter().map(Some).chain([None]);
                    rows.extend(all.map(|value| RegisterRow::Value(code.to_owned(), field.clone(), value)));
                }
            }
        }
    }
    rows
}

/// The lines with what they say.
pub(crate) fn lines(offer: &Offer, shown: Shown<'_>) -> Vec<(RegisterRow, Says)> {
    if shown.showing == Showing::Missing {
        return margins(offer).into_iter().enumerate().map(|(n, words)| (RegisterRow::Margin(n), Says::Words(words))).collect();
    }
    let register = &offer.register;
    let mut all = register.listed_all(&offer.sessions).into_iter();
    let says = |row: RegisterRow| {
        let says = match &row {
            RegisterRow::Participant(_) => Says::Person(Box::new(all.next()?)),
            RegisterRow::Field(code, field) => {
                let value = register.value(code, field).filter(|value| !value.trim().is_empty());
                Says::Field(field.called(register), value.map(|value| with_unit(register, field, value)))
            }
            RegisterRow::Value(code, field, value) => {
                let is = if register.value(code, field) == value.as_deref() { Is::Written } else { Is::Another };
                Says::Value(value.clone().unwrap_or_else(|| say!("cell-not-recorded")), is)
            }
            RegisterRow::Margin(_) => return None,
        };
        Some((row, says))
    };
    rows(offer, shown).into_iter().filter_map(says).collect()
}

/// A value with what it counts.
fn with_unit(register: &Register, field: &Field, value: &str) -> String {
    let unit = match field {
        Field::Attribute(name) => register.attribute(name).and_then(|attribute| attribute.unit.as_deref()),
        Field::Group | Field::Joined | Field::TreatedBy => None,
    };
    unit.map_or_else(|| value.to_owned(), |unit| format!("{value} {unit}"))
}

/// What is there of what is wanted, and how they were found.
fn margins(offer: &Offer) -> Vec<String> {
    offer.register.sampled_in_words(&offer.sessions)
}

/// What is missing of what is wanted, in a sentence; nothing where nothing is wanted.
pub(crate) fn missing(offer: &Offer) -> Option<String> {
    let samples = offer.register.samples(&offer.sessions);
    if samples.iter().all(|sample| sample.margins.is_empty()) {
        return None;
    }
    let lacks = lacks(&samples);
    if lacks.is_empty() {
        return Some(say!("people-complete"));
    }
    let words: Vec<String> = lacks.iter().map(Lack::words).collect();
    Some(say!("people-missing-are", gaps = words.join("; ")))
}

/// How many are there, in a few words.
pub(crate) fn counts(offer: &Offer) -> String {
    let samples = offer.register.samples(&offer.sessions);
    let interviewed: u32 = samples.iter().map(|sample| sample.count.interviewed).sum();
    say!("sample-interviewed", count = interviewed)
}
