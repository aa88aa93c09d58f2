//! What a human transcriber was given, and what became of it: a register of its own, because the sound is then in somebody else's hands.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::lenient;
use crate::domain::stands::Stands;
use crate::words::say;

/// A step on the way of what was given to a transcriber.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Step {
    /// The sound was given.
    Given,
    /// The transcript came back.
    Returned,
    /// It was compared with the sound.
    Checked,
    /// Names were taken out of it.
    NamesRemoved,
    /// The sound was deleted where it had been given to. Also what only a newer hearback knows is a step.
    DeletedThere,
    /// A step that only a newer hearback knows.
    #[serde(other)]
    Newer,
}

impl Step {
    /// What follows on [`Step::Given`], in the order in which it is usually done.
    pub const AFTER: [Self; 4] = [Self::Returned, Self::DeletedThere, Self::NamesRemoved, Self::Checked];

    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Given => "given",
            Self::Returned => "returned",
            Self::Checked => "checked",
            Self::NamesRemoved => "names-removed",
            Self::DeletedThere => "deleted-there",
            Self::Newer => "newer",
        }
    }

    /// The words that people have for it once it is done.
    pub fn words(self) -> String {
        say!("handed-step", step = self.word())
    }

    /// The words that people have for it while it is still to be done.
    pub fn still(self) -> String {
        say!("handed-still", step = self.word())
    }
}

/// Something became of what a transcriber has.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handed {
    /// What.
    pub step: Step,
    /// To or by whom, as a role or a code; empty where nobody said.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub whom: String,
    /// The day, `yyyy-mm-dd`.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "String::is_empty")]
    pub on: String,
    /// How much of it was compared with the sound, in per cent.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Option::is_none")]
    pub share: Option<u8>,
    /// Whether that still holds.
    #[serde(default, deserialize_with = "lenient::or_default", skip_serializing_if = "Stands::holds")]
    pub stands: Stands,
}

impl Handed {
    /// Whether it may be said of what was `given`: whoever names nobody means anybody.
    pub(crate) fn is_of(&self, given: &Self) -> bool {
        self.whom.is_empty() || self.whom == given.whom
    }
}

/// What was given once, and how far it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Errand<'h> {
    /// To whom and when it was given; nothing where only what follows was written down.
    pub given: Option<&'h Handed>,
    /// What became of it, latest of each.
    pub done: Vec<&'h Handed>,
}

impl Errand<'_> {
    /// What is still to be done: of a sound that is in somebody else's hands everything, the return first.
    pub fn open(&self) -> Vec<Step> {
        Step::AFTER.into_iter().filter(|step| !self.done.iter().any(|done| done.step == *step)).collect()
    }

    /// What was given and is not deleted there.
    pub(crate) fn out(&self) -> Option<&Handed> {
        self.given.filter(|_| !self.done.iter().any(|done| done.step == Step::DeletedThere))
    }

    /// The day on which it was given, or the first thing became of it.
    pub fn since(&self) -> &str {
        self.given.or(self.done.first().copied()).map_or("", |first| first.on.as_str())
    }
}

/// Each time the sound was given away, with what became of it then.
pub fn errands(handed: &[Handed]) -> Vec<Errand<'_>> {
    let mut all: Vec<Errand<'_>> = Vec::new();
    for one in handed {
        // Who has deleted it is named; of all else the latest is meant.
        let is_named = one.step == Step::DeletedThere && !one.whom.is_empty();
        let theirs = |errand: &Errand<'_>| one.step == Step::DeletedThere && errand.out().is_some_and(|given| one.is_of(given));
        let once_theirs = |errand: &Errand<'_>| !is_named || errand.given.is_some_and(|given| one.is_of(given));
        let of = all.iter().rposition(theirs).or_else(|| all.iter().rposition(once_theirs));
        match (one.step, of.and_then(|at| all.get_mut(at))) {
            (Step::Given, _) => all.push(Errand { given: Some(one), done: Vec::new() }),
            // Of somebody who was given nothing, it changes nothing for those who were.
            (_, None) if is_named => {}
            (_, None) => all.push(Errand { given: None, done: vec![one] }),
            (_, Some(errand)) => {
                errand.done.retain(|before| before.step != one.step);
                errand.done.push(one);
            }
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_time_it_is_given_everything_is_open_again() {
        let step = |step, on: &str| Handed { step, whom: "T1".into(), on: on.into(), share: None, stands: Stands::Stands };
        let all = [
            step(Step::Given, "2026-01-02"),
            step(Step::Returned, "2026-01-20"),
            step(Step::DeletedThere, "2026-01-21"),
            step(Step::NamesRemoved, "2026-01-22"),
            step(Step::Checked, "2026-01-23"),
            step(Step::Given, "2026-02-01"),
            step(Step::Returned, "2026-02-03"),
        ];
        let found = errands(&all);
        assert_eq!(
            found.iter().map(|errand| (errand.since(), errand.open().len())).collect::<Vec<_>>(),
            [("2026-01-02", 0), ("2026-02-01", 3)]
        );
        assert_eq!(found[1].open()[0], Step::DeletedThere);
    }

    #[test]
    fn who_deleted_what_they_had_is_the_one_who_is_named() {
        let step = |step, whom: &str| Handed { step, whom: whom.into(), on: "2026-01-02".into(), share: None, stands: Stands::Stands };
        let all = [step(Step::Given, "T1"), step(Step::Given, "T2"), step(Step::DeletedThere, "T4"), step(Step::DeletedThere, "T1")];
        let out = |all: &[Handed]| errands(all).iter().filter_map(|errand| Some(errand.out()?.whom.clone())).collect::<Vec<_>>();
        assert_eq!((out(&all), out(&all[..3])), (vec!["T2".to_owned()], vec!["T1".to_owned(), "T2".to_owned()]));
    }
}
