//! How long a study keeps each kind of material: terms as its data management plan has them, and the day on which one is over.
//!
//! A term is so many years, months, weeks or days, counted from the day of the interview or from the end of the study. Where neither is said
//! it is the end of the study, if that is known, else the interview. Nothing is destroyed because a term is over: somebody is told, and does it.

use jiff::Span;
use jiff::civil::Date;
use serde::Deserialize;
use serde::Serialize;

use crate::domain::destruction::Material;

/// The longest term, in years.
const MOST: u32 = 200;

/// What a term is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Unit {
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
}

/// From when a term counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum CountsFrom {
    /// The end of the study if that is known, else the day of the interview.
    Unsaid,
    /// The day of the interview.
    Interview,
    /// The end of the study.
    Study,
}

/// How long something is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// How many.
    pub count: u32,
    /// Of what.
    pub unit: Unit,
    /// From when.
    pub from: CountsFrom,
}

/// What a term is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kept {
    /// A material of each session.
    Of(Material),
    /// The list with the names that belong to the codes, which this program never sees.
    KeyList,
}

impl Kept {
    /// The word for it, as `study.yaml` and programs have it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Of(what) => what.word(),
            Self::KeyList => "key_list",
        }
    }
}

/// The terms of a study.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Terms {
    /// Each, in the order of the file.
    pub all: Vec<(Kept, Term)>,
    /// The day on which the study ends or ended, `yyyy-mm-dd`, if that is said.
    pub study_ends: Option<String>,
    /// The day on which the key list was destroyed, `yyyy-mm-dd`, where somebody wrote that down: nothing here can see it.
    #[serde(default)]
    pub key_list_destroyed: Option<String>,
    /// Whether the file has terms that could not be read: what is kept past those nobody knows.
    #[serde(default)]
    pub unread: bool,
}

impl Terms {
    /// Those of a file that cannot be read.
    pub(crate) fn of_unread_file() -> Self {
        Self { unread: true, ..Self::default() }
    }
}

/// Words for units and beginnings, as people write them in English and Dutch.
const UNITS: [(&str, Unit); 15] = [
    ("day", Unit::Days),
    ("days", Unit::Days),
    ("dag", Unit::Days),
    ("dagen", Unit::Days),
    ("week", Unit::Weeks),
    ("weeks", Unit::Weeks),
    ("weken", Unit::Weeks),
    ("month", Unit::Months),
    ("months", Unit::Months),
    ("maand", Unit::Months),
    ("maanden", Unit::Months),
    ("year", Unit::Years),
    ("years", Unit::Years),
    ("jaar", Unit::Years),
    ("jaren", Unit::Years),
];

impl Term {
    /// The term that `text` says: `15 years`, `5 years after the interview`, `6 maanden na het onderzoek`. Nothing if it is none.
    pub fn read(text: &str) -> Option<Self> {
        let low = text.trim().to_lowercase();
        let mut words = low.split_whitespace();
        let count: u32 = words.next()?.parse().ok()?;
        let word = words.next()?;
        let unit = UNITS.iter().find(|(known, _)| *known == word).map(|(_, unit)| *unit)?;
        let rest: Vec<&str> = words.collect();
        let from = match rest.as_slice() {
            [] => CountsFrom::Unsaid,
            ["after" | "from" | "na" | "vanaf", .., "interview" | "gesprek"] => CountsFrom::Interview,
            ["after" | "from" | "na" | "vanaf", .., "study" | "end" | "onderzoek" | "einde" | "studie"] => CountsFrom::Study,
            _ => return None,
        };
        let most = match unit {
            Unit::Days => MOST * 366,
            Unit::Weeks => MOST * 53,
            Unit::Months => MOST * 12,
            Unit::Years => MOST,
        };
        (1..=most).contains(&count).then_some(Self { count, unit, from })
    }

    /// The last day on which something is kept that is of an interview held on `interview`; nothing where it is not known from when it counts.
    pub fn last_day(&self, interview: Option<Date>, study_ends: Option<Date>) -> Option<Date> {
        let from = match self.from {
            CountsFrom::Interview => interview,
            CountsFrom::Study => study_ends,
            CountsFrom::Unsaid => study_ends.or(interview),
        }?;
        let count = i64::from(self.count);
        let span = match self.unit {
            Unit::Days => Span::new().try_days(count),
            Unit::Weeks => Span::new().try_weeks(count),
            Unit::Months => Span::new().try_months(count),
            Unit::Years => Span::new().try_years(count),
        };
        Some(from.saturating_add(span.ok()?))
    }
}

impl Terms {
    /// The end of the study, as a day.
    pub fn end(&self) -> Option<Date> {
        self.study_ends.as_deref()?.parse().ok()
    }

    /// What of an interview held on `day` should not be there any more on `now`, each with its last day.
    pub fn over(&self, day: &str, now: Date) -> Vec<(Material, Date)> {
        let interview = day.parse().ok();
        let of = |(kept, term): &(Kept, Term)| match kept {
            Kept::Of(what) => term.last_day(interview, self.end()).filter(|last| *last < now).map(|last| (*what, last)),
            Kept::KeyList => None,
        };
        self.all.iter().filter_map(of).collect()
    }

    /// The last day of the key list, of a study whose latest interview was held on `latest`, where it is before `now` and nobody has written down
    /// that it is destroyed.
    pub fn key_list_over(&self, latest: Option<Date>, now: Date) -> Option<Date> {
        if self.key_list_destroyed.is_some() {
            return None;
        }
        let (_, term) = self.all.iter().find(|(kept, _)| *kept == Kept::KeyList)?;
        term.last_day(latest, self.end()).filter(|last| *last < now)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "what is read may be none")]
    fn term(count: u32, unit: Unit, from: CountsFrom) -> Option<Term> {
        Some(Term { count, unit, from })
    }

    #[test]
    fn a_term_is_read_as_people_write_it() {
        for (text, meant) in [
            ("15 years", term(15, Unit::Years, CountsFrom::Unsaid)),
            ("5 years after the interview", term(5, Unit::Years, CountsFrom::Interview)),
            ("6 maanden na het interview", term(6, Unit::Months, CountsFrom::Interview)),
            ("10 jaar na het einde", term(10, Unit::Years, CountsFrom::Study)),
            ("1 Year after the end of the study", term(1, Unit::Years, CountsFrom::Study)),
            ("2 weeks", term(2, Unit::Weeks, CountsFrom::Unsaid)),
            ("ten years", None),
            ("0 days", None),
            ("10", None),
            ("10 years after lunch", None),
            ("900 years", None),
            ("73200 months", None),
            ("2400 months", term(2400, Unit::Months, CountsFrom::Unsaid)),
            ("3 jaren", term(3, Unit::Years, CountsFrom::Unsaid)),
        ] {
            assert_eq!(Term::read(text), meant, "{text}");
        }
    }

    #[test]
    fn what_is_over_is_told_from_the_day_after_its_last() {
        let day = |text: &str| text.parse::<Date>().unwrap();
        let sound = (Kept::Of(Material::Sound), Term::read("1 year after the interview").unwrap());
        let notes = (Kept::Of(Material::Notes), Term::read("2 years").unwrap());
        let key = (Kept::KeyList, Term::read("1 month after the study").unwrap());
        let mut terms = Terms { all: vec![sound, notes, key], ..Terms::default() };
        assert_eq!(terms.over("2024-02-29", day("2025-02-28")), []);
        assert_eq!(terms.over("2024-02-29", day("2025-03-01")), [(Material::Sound, day("2025-02-28"))]);
        assert_eq!(terms.over("2024-02-29", day("2026-03-01")).len(), 2);
        assert_eq!(terms.over("", day("2099-01-01")), [], "of which no day is known");
        assert_eq!(terms.key_list_over(Some(day("2024-02-29")), day("2099-01-01")), None, "nobody knows when the study ends");
        terms.study_ends = Some("2025-12-31".into());
        assert_eq!(terms.over("2024-02-29", day("2026-03-01")).len(), 1, "notes count from the end now");
        assert_eq!(terms.key_list_over(None, day("2026-02-01")), Some(day("2026-01-31")));
    }
}
