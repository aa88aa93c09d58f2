//! How participants were found: how many were asked, and why some of them are not on the list.
//!
//! Counts and reasons are all there is. Nothing is kept of anybody who refused: no code, no day, no attribute. The sums are held against each
//! other and against the register, and what does not add up is said; nothing is corrected. Values only.

use serde::Serialize;

use crate::words::say;

/// How the participants of a group were found, as the study's own file counts it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Recruitment {
    /// The group; nothing where the study has none.
    pub group: Option<String>,
    /// How many people were asked; nothing where nobody counted.
    pub contacted: Option<u32>,
    /// Those who did not want to, by reason.
    pub refused: Vec<Reason>,
    /// Those who wanted to, and were never interviewed, by reason. They are not on the list.
    pub cancelled: Vec<Reason>,
    /// Those from whom nothing was heard.
    pub no_answer: u32,
    /// Those who are still thinking about it.
    pub undecided: u32,
}

/// So many people with one reason.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Reason {
    /// The reason, in the study's words; nothing where none is known.
    pub reason: Option<String>,
    /// How many people.
    pub n: u32,
}

/// What the counts of a group say together with the register.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Recruited {
    /// The group; nothing where the study has none.
    pub group: Option<String>,
    /// How many people were asked; nothing where nobody counted.
    pub contacted: Option<u32>,
    /// How many of them stand in the register.
    pub joined: u32,
    /// How many refused, and why.
    pub refused: u32,
    /// Their reasons, the commonest first.
    pub refused_because: Vec<Reason>,
    /// How many cancelled before their interview, and why.
    pub cancelled: u32,
    /// Their reasons, the commonest first.
    pub cancelled_because: Vec<Reason>,
    /// From how many nothing was heard.
    pub no_answer: u32,
    /// How many are still thinking about it.
    pub undecided: u32,
    /// How many were asked of whom nothing is written down; below nought, how many more are written down than were asked.
    pub unaccounted: Option<i64>,
    /// How many had all of it destroyed, of whom no group stands in the register any more: they may be among those, or of another group.
    pub gone: u32,
}

/// How many people these are.
fn sum(reasons: &[Reason]) -> u32 {
    reasons.iter().fold(0, |sum, reason| sum.saturating_add(reason.n))
}

impl Recruitment {
    /// How many more were asked than are written down, where `joined` stand in the register; below nought, the other way round.
    pub fn unaccounted(&self, joined: u32) -> Option<i64> {
        let parts = [joined, sum(&self.refused), sum(&self.cancelled), self.no_answer, self.undecided];
        self.contacted.map(|contacted| i64::from(contacted) - parts.into_iter().map(i64::from).sum::<i64>())
    }

    /// The counts beside the register, in which `joined` of this group stand.
    pub fn beside(&self, joined: u32) -> Recruited {
        let because = |reasons: &[Reason]| {
            let mut reasons = reasons.to_vec();
            reasons.sort_by_key(|reason| (reason.reason.is_none(), std::cmp::Reverse(reason.n)));
            reasons
        };
        Recruited {
            group: self.group.clone(),
            contacted: self.contacted,
            joined,
            refused: sum(&self.refused),
            refused_because: because(&self.refused),
            cancelled: sum(&self.cancelled),
            cancelled_because: because(&self.cancelled),
            no_answer: self.no_answer,
            undecided: self.undecided,
            unaccounted: self.unaccounted(joined),
            gone: 0,
        }
    }
}

impl Recruited {
    /// The counts in a sentence, and in another what does not add up.
    pub fn words(&self) -> Vec<String> {
        let counts = [
            self.contacted.map(|count| say!("recruited-contacted", count = count)),
            Some(say!("recruited-joined", count = self.joined)),
            (self.refused > 0).then(|| because(say!("recruited-refused", count = self.refused), &self.refused_because)),
            (self.cancelled > 0).then(|| because(say!("recruited-cancelled", count = self.cancelled), &self.cancelled_because)),
            (self.no_answer > 0).then(|| say!("recruited-no-answer", count = self.no_answer)),
            (self.undecided > 0).then(|| say!("recruited-undecided", count = self.undecided)),
        ];
        let counts = counts.into_iter().flatten().collect::<Vec<_>>().join(", ");
        std::iter::once(counts).chain(self.doubt()).collect()
    }

    /// What does not add up, if anything does not.
    pub fn doubt(&self) -> Option<String> {
        let left = self.unaccounted.filter(|left| *left != 0)?;
        let count = u32::try_from(left.unsigned_abs()).unwrap_or(u32::MAX);
        Some(match (left > 0, self.gone) {
            (true, 0) => say!("recruited-open", count = count),
            (true, gone) => say!("recruited-open-or-gone", count = count, gone = gone),
            (false, _) => say!("recruited-too-many", count = count),
        })
    }
}

/// A count, and behind it its reasons, if any is known.
fn because(count: String, reasons: &[Reason]) -> String {
    let known: Vec<String> =
        reasons.iter().filter_map(|one| Some(say!("recruited-reason", reason = one.reason.as_ref()?, count = one.n))).collect();
    if known.is_empty() { count } else { say!("recruited-because", what = count, reasons = known.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reasons(of: &[(&str, u32)]) -> Vec<Reason> {
        of.iter().map(|(reason, n)| Reason { reason: Some((*reason).to_owned()), n: *n }).collect()
    }

    #[test]
    fn what_does_not_add_up_is_said_and_nothing_is_corrected() {
        let counts = Recruitment {
            contacted: Some(40),
            refused: reasons(&[("too tired", 4), ("no time", 6)]),
            cancelled: vec![Reason { reason: None, n: 2 }],
            no_answer: 3,
            ..Recruitment::default()
        };
        let of = |joined| counts.beside(joined);
        assert_eq!((of(25).unaccounted, of(25).doubt()), (Some(0), None));
        assert_eq!(
            of(20).words(),
            [
                "40 were asked, 20 are on the list, 10 refused (no time 6, too tired 4), 2 cancelled, 3 did not answer",
                "of 5 who were asked, nothing is written down yet"
            ]
        );
        assert_eq!(of(26).words()[1], "1 more is written down than were asked: one of the counts is wrong");
        assert_eq!((of(26).contacted, of(26).joined), (Some(40), 26), "the counts stay what they are");
        assert_eq!(Recruitment::default().beside(3).words(), ["3 are on the list"], "what nobody counted is not doubted");
    }
}
