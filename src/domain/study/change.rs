//! What can be changed in the register, and why something cannot.
//!
//! A change is one value of one participant, or somebody new on the list. It is decided here, on values; the file that it is written to keeps
//! everything else ([`crate::store::register_edit`]). Values only.

use crate::domain::study::Participant;
use crate::domain::study::ParticipantCode;
use crate::domain::study::TreatedBy;
use crate::domain::study::register::Register;
use crate::domain::study::sample::PartsTaken;
use crate::domain::study::session_line::SessionLine;
use crate::domain::time;
use crate::words::say;

/// Something that is written down of a participant.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The kind of participant they are.
    Group,
    /// The day they joined.
    Joined,
    /// Who treated them.
    TreatedBy,
    /// What the study calls so.
    Attribute(String),
}

/// A change in the register.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum RegisterChange {
    /// Somebody is put on the list.
    Add {
        /// Their code.
        code: ParticipantCode,
        /// The kind of participant they are, if that is said.
        group: Option<String>,
        /// The day they join, `yyyy-mm-dd`.
        joined: Option<String>,
    },
    /// A value of somebody who is on it.
    Set {
        /// Their code.
        code: ParticipantCode,
        /// Which.
        field: Field,
        /// What it is; nothing takes it away.
        value: Option<String>,
    },
}

/// Why the register is not changed so.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum RegisterRefusal {
    /// Nobody of this code is on the list.
    #[error("{}", say!("people-nobody", code = .0.as_str()))]
    Nobody(String),
    /// Somebody of this code is on it already.
    #[error("{}", say!("people-there", code = .0.as_str()))]
    There(String),
    /// The study does not want to know this.
    #[error("{}", say!("people-unknown", name = .name, names = .known.join(", ")))]
    Unknown {
        /// What.
        name: String,
        /// What it wants to know.
        known: Vec<String>,
    },
    /// It is not asked of this kind of participant.
    #[error("{}", say!("people-not-asked", name = .name, group = .group))]
    NotAsked {
        /// What.
        name: String,
        /// Which kind.
        group: String,
    },
    /// The value is none of those it can have.
    #[error("{}", say!("people-cannot-be", name = .name, value = .value, hint = .hint))]
    CannotBe {
        /// What.
        name: String,
        /// The value.
        value: String,
        /// What it could be.
        hint: String,
    },
}

impl RegisterChange {
    /// Whose it is.
    pub fn code(&self) -> &ParticipantCode {
        match self {
            Self::Add { code, .. } | Self::Set { code, .. } => code,
        }
    }
}

impl Field {
    /// What people call it, in a study with this register.
    pub fn called(&self, register: &Register) -> String {
        match self {
            Self::Group => say!("people-group"),
            Self::Joined => say!("people-joined"),
            Self::TreatedBy => say!("people-treated-by"),
            Self::Attribute(name) => register.attribute(name).map_or(name.as_str(), |attribute| attribute.called()).to_owned(),
        }
    }
}

/// Whether nothing in it steers a terminal or begins a line.
fn is_one_line(text: &str) -> bool {
    !text.chars().any(char::is_control)
}

impl Register {
    /// The register with `change`; what is written of it is the same, and nothing else of it changes.
    pub fn with(&self, change: &RegisterChange) -> Result<Self, RegisterRefusal> {
        let mut register = self.clone();
        match change {
            RegisterChange::Add { code, group, joined } => {
                if self.find(code.as_str()).is_some() {
                    return Err(RegisterRefusal::There(code.to_string()));
                }
                group.iter().try_for_each(|group| self.may_be_of(group))?;
                joined.iter().try_for_each(|day| is_day(day))?;
                let (group, joined) = (group.clone(), joined.clone());
                register.participants.push(Participant {
                    code: code.clone(),
                    joined,
                    group,
                    treated_by: Vec::new(),
                    attributes: std::collections::BTreeMap::new(),
                });
            }
            RegisterChange::Set { code, field, value } => {
                let found = register.participants.iter_mut().find(|one| one.code.as_str().eq_ignore_ascii_case(code.as_str()));
                let one = found.ok_or_else(|| RegisterRefusal::Nobody(code.to_string()))?;
                let value = value.as_ref().map(|value| value.trim().to_owned()).filter(|value| !value.is_empty());
                self.set(one, field, value)?;
            }
        }
        Ok(register)
    }

    fn set(&self, one: &mut Participant, field: &Field, value: Option<String>) -> Result<(), RegisterRefusal> {
        match field {
            Field::Group => {
                value.iter().try_for_each(|group| self.may_be_of(group))?;
                one.group = value;
            }
            Field::Joined => {
                value.iter().try_for_each(|day| is_day(day))?;
                one.joined = value;
            }
            Field::TreatedBy => {
                let cannot = |value: &str| RegisterRefusal::CannotBe {
                    name: say!("people-treated-by"),
                    value: value.to_owned(),
                    hint: say!("treated-by-unknown-hint"),
                };
                let by = value.map(|value| {
                    self.find(&value).filter(|by| by.code != one.code).map(|by| by.code.clone()).ok_or_else(|| cannot(&value))
                });
                one.treated_by = by.transpose()?.map(TreatedBy::new).into_iter().collect();
            }
            Field::Attribute(name) => match value {
                Some(value) => {
                    self.may_have(one, name, &value)?;
                    one.attributes.insert(name.clone(), value);
                }
                None => drop(one.attributes.remove(name)),
            },
        }
        Ok(())
    }

    fn may_be_of(&self, group: &str) -> Result<(), RegisterRefusal> {
        if self.groups.iter().any(|one| one == group) || self.groups.is_empty() && is_one_line(group) {
            return Ok(());
        }
        let hint = say!("form-one-of", words = self.groups.join(", "));
        Err(RegisterRefusal::CannotBe { name: say!("people-group"), value: group.to_owned(), hint })
    }

    fn may_have(&self, one: &Participant, name: &str, value: &str) -> Result<(), RegisterRefusal> {
        let cannot_be = |hint| RegisterRefusal::CannotBe { name: name.to_owned(), value: value.to_owned(), hint };
        if !is_one_line(value) || !is_one_line(name) || name.trim().is_empty() {
            return Err(cannot_be(say!("people-one-line")));
        }
        if self.attributes.is_empty() {
            return Ok(());
        }
        let known = || self.attributes.iter().map(|attribute| attribute.name.clone()).collect();
        let attribute = self.attribute(name).ok_or_else(|| RegisterRefusal::Unknown { name: name.to_owned(), known: known() })?;
        if !attribute.values.has(value) {
            return Err(cannot_be(attribute.values.hint()));
        }
        match self.group_of(one).filter(|group| !attribute.is_asked_of(Some(group))) {
            Some(group) => Err(RegisterRefusal::NotAsked { name: name.to_owned(), group: group.to_owned() }),
            None => Ok(()),
        }
    }

    /// What is written in a field of somebody; nothing where nothing is. Who treated them is shown nowhere.
    pub fn value(&self, code: &str, field: &Field) -> Option<&str> {
        let one = self.find(code)?;
        match field {
            Field::Group => one.group.as_deref(),
            Field::Joined => one.joined.as_deref(),
            Field::TreatedBy => None,
            Field::Attribute(name) => one.attributes.get(name).map(String::as_str),
        }
    }

    /// The code that comes next after those of a group, or of all where nobody of it is there: the highest number and one more, as wide. A code
    /// that is somebody's in `sessions` is not given a second time.
    pub fn next_code(&self, group: Option<&str>, sessions: &[SessionLine]) -> Option<String> {
        let numbered = |one: &Participant| {
            let code = one.code.as_str();
            let letters = code.trim_end_matches(|c: char| c.is_ascii_digit());
            let digits = &code[letters.len()..];
            Some((letters.to_owned(), digits.len(), digits.parse::<u32>().ok()?))
        };
        let of_group = |one: &&Participant| group.is_none() || self.group_of(one) == group;
        let all: Vec<(String, usize, u32)> = self.participants.iter().filter(of_group).filter_map(numbered).collect();
        let (letters, width, _) = all.last()?.clone();
        let highest = all.iter().filter(|(other, ..)| *other == letters).map(|(_, _, n)| *n).max()?;
        // A number may be taken by somebody of another group, or by somebody who is not listed.
        let taken = PartsTaken::of(sessions);
        let is_free = |code: &String| self.find(code).is_none() && taken.sessions_of(code).is_empty();
        (1..=1000).map(|more| format!("{letters}{:0width$}", highest.saturating_add(more))).find(is_free)
    }
}

fn is_day(day: &str) -> Result<(), RegisterRefusal> {
    let cannot = || RegisterRefusal::CannotBe { name: say!("people-joined"), value: day.to_owned(), hint: say!("form-date") };
    time::day(day).map(drop).ok_or_else(cannot)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::study::attribute::Attribute;
    use crate::domain::study::attribute::Values;

    fn code(code: &str) -> ParticipantCode {
        ParticipantCode::new(code).unwrap()
    }

    fn add(to: &str, group: Option<&str>) -> RegisterChange {
        RegisterChange::Add { code: code(to), group: group.map(str::to_owned), joined: None }
    }

    fn set(of: &str, name: &str, value: Option<&str>) -> RegisterChange {
        RegisterChange::Set { code: code(of), field: Field::Attribute(name.into()), value: value.map(str::to_owned) }
    }

    fn register() -> Register {
        let attribute = |name: &str, values, of: &[&str]| Attribute {
            name: name.into(),
            label: None,
            values,
            unit: None,
            of: of.iter().map(|group| (*group).to_owned()).collect(),
        };
        let empty = Register {
            groups: vec!["patients".into(), "therapists".into()],
            attributes: vec![
                attribute("gender", Values::OneOf(vec!["woman".into(), "man".into()]), &[]),
                attribute("age", Values::Years, &[]),
                attribute("therapy", Values::Text, &["patients"]),
            ],
            ..Register::default()
        };
        let with = |register: Register, change: RegisterChange| register.with(&change).unwrap();
        [add("P09", Some("patients")), add("T01", Some("therapists"))].into_iter().fold(empty, with)
    }

    #[test]
    fn what_cannot_be_is_refused_with_what_could() {
        let said = |change: RegisterChange| register().with(&change).unwrap_err().to_string();
        assert_eq!(said(set("P10", "age", Some("48"))), "P10 is not on the list: add them first");
        assert_eq!(said(add("p09", None)), "p09 is on the list already");
        assert_eq!(said(set("P09", "agee", Some("48"))), "this study does not ask `agee` of participants; it asks gender, age, therapy");
        assert_eq!(said(set("P09", "age", Some("old"))), "age cannot be `old`: write a whole number of years, 0 to 130");
        assert_eq!(said(set("P09", "gender", Some("womn"))), "gender cannot be `womn`: write one of `woman`, `man`");
        assert_eq!(said(set("T01", "therapy", Some("x"))), "therapy is not asked of therapists");
        assert_eq!(said(set("P09", "therapy", Some("a\nb"))), "therapy cannot be `a\nb`: write it in one line");
        assert_eq!(said(add("X01", Some("nurses"))), "group cannot be `nurses`: write one of patients, therapists");
        let day = RegisterChange::Set { code: code("P09"), field: Field::Joined, value: Some("yesterday".into()) };
        assert!(said(day).starts_with("joined cannot be `yesterday`"));
        let by = |value: &str| RegisterChange::Set { code: code("P09"), field: Field::TreatedBy, value: Some(value.into()) };
        assert!(said(by("T99")).contains("T99") && said(by("P09")).contains("P09"));
        let linked = register().with(&by("t01")).unwrap();
        assert!(linked.are_of_one_therapy("P09", "T01") && linked.value("P09", &Field::TreatedBy).is_none());
    }

    #[test]
    fn a_value_comes_and_goes_and_a_blank_is_none() {
        let with = register().with(&set("p09", "age", Some(" 48 "))).unwrap();
        assert_eq!(with.value("P09", &Field::Attribute("age".into())), Some("48"));
        for nothing in [None, Some("  ")] {
            assert_eq!(with.with(&set("P09", "age", nothing)).unwrap(), register());
        }
    }

    #[test]
    fn the_next_code_goes_on_from_those_of_its_group() {
        let register = register();
        assert_eq!(register.next_code(Some("patients"), &[]).as_deref(), Some("P10"));
        assert_eq!(register.next_code(Some("therapists"), &[]).as_deref(), Some("T02"));
        let taken = register.with(&add("T02", Some("patients"))).unwrap();
        assert_eq!(taken.next_code(Some("therapists"), &[]).as_deref(), Some("T03"));
        assert_eq!(Register::default().next_code(None, &[]), None);
    }
}
