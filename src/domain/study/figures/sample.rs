//! Who was interviewed: the sample as tables print it, n and per cent of a category, mean and range of a number.
//!
//! Each is counted once, however often they were interviewed. What links two people (who was treated by whom) is in no table, and neither are
//! free words that are known of somebody: only of how many they are known.

use std::collections::BTreeMap;
use std::collections::BTreeSet;

use serde::Serialize;

use crate::domain::guide::Audience;
use crate::domain::guide::Participants;
use crate::domain::study::attribute::Values;
use crate::domain::study::figures::counted::Counted;
use crate::domain::study::figures::counted::rank;
use crate::domain::study::figures::lengths::percent;
use crate::domain::study::number::Number;
use crate::domain::study::register::Register;

/// Of what a study says nothing, so many different values at most are categories; more are free words.
const MOST_CATEGORIES: usize = 8;

/// How many people took part, each once, however often and in whatever.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct People {
    /// In interviews and groups.
    pub n: usize,
    /// In more than one interview, alone or in a pair.
    pub interviewed_again: usize,
    /// In an interview and in a group as well.
    pub in_group_too: usize,
}

impl People {
    /// Those of these sessions.
    pub fn of(held: &[Counted<'_>]) -> Self {
        let mut all: BTreeMap<String, (usize, usize)> = BTreeMap::new();
        for one in held {
            let people: BTreeSet<String> = one.people().into_iter().map(str::to_ascii_lowercase).collect();
            for code in people {
                let (interviews, groups) = all.entry(code).or_default();
                *(if one.guide.audience == Audience::Group { groups } else { interviews }) += 1;
            }
        }
        let those = |which: fn(&(usize, usize)) -> bool| all.values().filter(|taken| which(taken)).count();
        Self {
            n: all.len(),
            interviewed_again: those(|(interviews, _)| *interviews > 1),
            in_group_too: those(|(interviews, groups)| *interviews > 0 && *groups > 0),
        }
    }
}

/// Those who took part as one kind of people, in interviews or in groups.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sample {
    /// As what: `patients`, `professionals`, `others`; nothing where the guide does not say.
    pub group: Option<&'static str>,
    /// Where: `individual`, `pair`, `group`.
    pub audience: &'static str,
    /// How many people.
    pub n: usize,
    /// How many of them took part elsewhere as well, and are counted there too.
    pub also_elsewhere: usize,
    /// Of how many of them the register knows nothing.
    pub not_listed: usize,
    /// What is known of them, in the study's order.
    pub attributes: Vec<Described>,
}

/// What is known of a sample by one attribute.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Described {
    /// The attribute.
    pub attribute: String,
    /// What people call it, where the study says so.
    pub label: Option<String>,
    /// Of how many it is known.
    pub recorded: usize,
    /// Of how many it is not.
    pub not_recorded: usize,
    /// It as a number, if that is what it is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<Spread>,
    /// How many there are of each category, if it has some.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub categories: Vec<CategoryCount>,
}

/// A number that is known of several.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Spread {
    /// The mean of those of whom it is known, to one place, half up.
    pub mean: f64,
    /// The least, as it was written.
    pub min: String,
    /// The most.
    pub max: String,
}

/// How many there are of a category.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CategoryCount {
    /// What it is called.
    pub value: String,
    /// How many.
    pub n: usize,
    /// Of all people of the sample, in whole per cent.
    pub percent: Option<u64>,
}

/// Where a sample sat.
type Seat = (Option<Participants>, Audience);

/// The samples: patients before professionals, single interviews before groups.
pub fn samples(held: &[Counted<'_>], register: &Register) -> Vec<Sample> {
    let mut seats: Vec<(Seat, Vec<&str>)> = Vec::new();
    for one in held {
        let seat = (one.participants(), one.guide.audience);
        let at = seats.iter().position(|(known, _)| *known == seat).unwrap_or_else(|| {
            seats.push((seat, Vec::new()));
            seats.len() - 1
        });
        for code in one.people() {
            let people = &mut seats[at].1;
            if !people.iter().any(|known| known.eq_ignore_ascii_case(code)) {
                people.push(code);
            }
        }
    }
    seats.sort_by_key(|((who, audience), _)| (rank(*who), matches!(audience, Audience::Group), matches!(audience, Audience::Pair)));
    let others = |seat: &Seat, code: &str| {
        seats.iter().any(|(other, people)| other != seat && people.iter().any(|one| one.eq_ignore_ascii_case(code)))
    };
    let sample = |(seat, people): &(Seat, Vec<&str>)| Sample {
        group: seat.0.map(Participants::word),
        audience: seat.1.word(),
        n: people.len(),
        also_elsewhere: people.iter().filter(|code| others(seat, code)).count(),
        not_listed: people.iter().filter(|code| register.find(code).is_none()).count(),
        attributes: described(people, register),
    };
    seats.iter().map(sample).collect()
}

/// What is known of these people, attribute by attribute.
fn described(people: &[&str], register: &Register) -> Vec<Described> {
    let declared = register.attributes.iter().map(|attribute| attribute.name.as_str());
    let written: BTreeSet<&str> = register.participants.iter().flat_map(|one| &one.attributes).map(|(name, _)| name.as_str()).collect();
    let mut names: Vec<&str> = declared.collect();
    names.extend(written.into_iter().filter(|name| register.attributes.is_empty() && !name.is_empty()));
    let linking = register.linking();
    names.into_iter().filter(|name| !linking.contains(*name)).filter_map(|name| of_attribute(name, people, register)).collect()
}

fn of_attribute(name: &str, people: &[&str], register: &Register) -> Option<Described> {
    let declared = register.attributes.iter().find(|attribute| attribute.name == name);
    let value = |code: &&str| register.find(code)?.attributes.get(name).map(|value| value.trim()).filter(|value| !value.is_empty());
    let values: Vec<&str> = people.iter().filter_map(value).collect();
    // What nobody of this sample is asked is no row of their table.
    if values.is_empty() {
        return None;
    }
    let is_number = |value: &&str| Values::Number.has(value);
    let all: BTreeSet<&str> = values.iter().copied().collect();
    let (number, listed) = match declared.map(|attribute| &attribute.values) {
        Some(Values::Number | Values::Whole | Values::Years) => (spread(&values), None),
        Some(Values::OneOf(listed)) => (None, Some(listed.iter().map(String::as_str).collect())),
        Some(Values::Text) => (None, None),
        None if values.iter().all(is_number) => (spread(&values), None),
        None if all.len() <= MOST_CATEGORIES => (None, Some(all.into_iter().collect::<Vec<&str>>())),
        None => (None, None),
    };
    let category = |value: &str| {
        let n = values.iter().filter(|one| **one == value).count();
        CategoryCount { value: value.to_owned(), n, percent: percent(n, people.len()) }
    };
    Some(Described {
        attribute: name.to_owned(),
        label: declared.and_then(|attribute| attribute.label.clone()),
        recorded: values.len(),
        not_recorded: people.len() - values.len(),
        number,
        categories: listed.unwrap_or_default().into_iter().map(category).collect(),
    })
}

/// The mean and the range of what are numbers among `values`.
fn spread(values: &[&str]) -> Option<Spread> {
    let mut numbers: Vec<(Number, &str)> = values.iter().filter_map(|value| Some((Number::read(value)?, *value))).collect();
    numbers.sort_by_key(|(number, _)| *number);
    let ((_, min), (_, max)) = (numbers.first()?, numbers.last()?);
    let tenths = Number::mean_in_tenths(&numbers.iter().map(|(number, _)| *number).collect::<Vec<_>>())?;
    Some(Spread { mean: f64::from(i32::try_from(tenths).ok()?) / 10.0, min: (*min).to_owned(), max: (*max).to_owned() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::study::Participant;
    use crate::domain::study::ParticipantCode;
    use crate::domain::study::attribute::Attribute;

    fn register(attributes: &[(&str, Values)], people: &[(&str, &[(&str, &str)])]) -> Register {
        let person = |(code, known): &(&str, &[(&str, &str)])| Participant {
            code: ParticipantCode::new(code).unwrap(),
            joined: None,
            group: None,
            treated_by: Vec::new(),
            attributes: known.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect(),
        };
        let attribute = |(name, values): &(&str, Values)| Attribute {
            name: (*name).into(),
            label: None,
            values: values.clone(),
            unit: None,
            of: Vec::new(),
        };
        let (attributes, participants) = (attributes.iter().map(attribute).collect(), people.iter().map(person).collect());
        Register { attributes, participants, ..Register::default() }
    }

    #[test]
    fn a_mean_has_one_place_and_goes_half_up() {
        let mean = |values: &[&str]| spread(values).map(|spread| (spread.mean, spread.min, spread.max));
        let of = |mean: f64, min: &str, max: &str| Some((mean, min.to_owned(), max.to_owned()));
        assert_eq!(mean(&["48", "23", "69"]), of(46.7, "23", "69"));
        assert_eq!(mean(&["12,5", "12.4"]), of(12.5, "12.4", "12,5"), "12.45");
        assert_eq!(mean(&["-1", "-2"]), of(-1.5, "-2", "-1"));
        assert_eq!(mean(&["9", "10"]), of(9.5, "9", "10"), "as numbers, not as words");
        assert_eq!(mean(&[]), None);
    }

    #[test]
    fn categories_are_counted_in_the_order_of_the_study_and_the_rest_is_not_recorded() {
        let few = Values::OneOf(vec!["woman".into(), "man".into(), "other".into()]);
        let known: [(&str, &[(&str, &str)]); 3] = [("P1", &[("gender", "man")]), ("P2", &[("gender", "man")]), ("P3", &[])];
        let told = described(&["P1", "P2", "P3", "P4"], &register(&[("gender", few)], &known));
        let [gender] = &told[..] else { panic!("{told:?}") };
        let categories: Vec<_> = gender.categories.iter().map(|one| (one.value.as_str(), one.n, one.percent)).collect();
        assert_eq!(categories, [("woman", 0, Some(0)), ("man", 2, Some(50)), ("other", 0, Some(0))]);
        assert_eq!((gender.recorded, gender.not_recorded), (2, 2));
    }

    #[test]
    fn what_links_people_and_what_is_said_in_free_words_is_in_no_table() {
        let known: [(&str, &[(&str, &str)]); 3] = [
            ("P1", &[("treated_by", "T1"), ("seen with", "p2"), ("remark", "second child, 1999")]),
            ("P2", &[("treated_by", "T1"), ("remark", "the baker")]),
            ("T1", &[]),
        ];
        let schema = [("treated_by", Values::Text), ("seen with", Values::Text), ("remark", Values::Text)];
        for register in [register(&schema, &known), register(&[], &known)] {
            let told = described(&["P1", "P2"], &register);
            let names: Vec<&str> = told.iter().map(|one| one.attribute.as_str()).collect();
            assert_eq!(names, ["remark"]);
        }
        let told = described(&["P1", "P2"], &register(&schema, &known));
        assert!(told[0].categories.is_empty() && told[0].recorded == 2, "{told:?}");
    }
}
