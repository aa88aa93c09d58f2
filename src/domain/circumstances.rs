//! Which parts of a guide belong in an interview: its round, who sits there, what is known of them, and what was said so far.
//!
//! What is not known is no reason to leave a question out: where a participant's attribute was not noted, the part is there, and the
//! interviewer decides. Before an interview, whatever may come is there.

use std::collections::BTreeMap;

use crate::domain::coverage::Coverage;
use crate::domain::coverage::CoverageMap;
use crate::domain::guide::After;
use crate::domain::guide::Audience;
use crate::domain::guide::Guide;
use crate::domain::guide::Probe;
use crate::domain::guide::Question;
use crate::domain::guide::Round;
use crate::domain::guide::When;
use crate::domain::session::Session;

/// What is known of an interview, or of a kind of interview.
#[derive(Clone, Copy, Debug)]
pub struct Circumstances<'a> {
    round: Round,
    audience: Audience,
    /// Nothing where no participant is meant.
    attributes: Option<&'a BTreeMap<String, String>>,
    /// Nothing where no interview is under way.
    coverage: Option<&'a CoverageMap>,
}

impl<'a> Circumstances<'a> {
    /// Those of any interview with this guide in this round.
    pub const fn any(guide: &Guide, round: Round) -> Self {
        Self { round, audience: guide.audience, attributes: None, coverage: None }
    }

    /// Those of this interview as it stands.
    pub fn of(session: &'a Session) -> Self {
        Self { round: session.opened().round, audience: session.guide().audience, attributes: None, coverage: Some(session.coverage()) }
    }

    /// Whether a part under this condition belongs there.
    pub fn meet(&self, when: &When) -> bool {
        let known = |name: &String| self.attributes.and_then(|attributes| attributes.get(name));
        when.round.is_none_or(|round| round == self.round)
            && when.audience.is_none_or(|audience| audience == self.audience)
            && when.attribute.iter().all(|(name, values)| known(name).is_none_or(|value| values.contains(value)))
            && when.after.as_ref().is_none_or(|after| self.coverage.is_none_or(|coverage| came_about(after, coverage)))
    }

    /// The questions of `guide` that belong there, each with the indices of its topic and its own.
    pub fn asked(self, guide: &Guide) -> impl Iterator<Item = ((usize, usize), &Question)> {
        let topics = guide.topics.iter().enumerate().filter(move |(_, topic)| self.meet(&topic.when));
        let questions = topics.flat_map(|(t, topic)| topic.questions.iter().enumerate().map(move |(q, question)| ((t, q), question)));
        questions.filter(move |(_, question)| self.meet(&question.when))
    }

    /// The probes of `question` that belong there.
    pub fn probes(self, question: &Question) -> impl Iterator<Item = &Probe> {
        question.probes.iter().filter(move |probe| self.meet(&probe.when))
    }
}

/// What "after" means without further words: it was spoken of.
const SPOKEN_OF: [Coverage; 3] = [Coverage::Asked, Coverage::Volunteered, Coverage::Partly];

fn came_about(after: &After, coverage: &CoverageMap) -> bool {
    let states = if after.was.is_empty() { &SPOKEN_OF[..] } else { &after.was };
    // A coded answer is an answer, whether or not the question was marked as well.
    let by_choice_alone = after.was.is_empty() && !after.chose.is_empty();
    let was = by_choice_alone || states.contains(&coverage.of(&after.question));
    let chosen = || coverage.choice(&after.question).is_some_and(|code| after.chose.iter().any(|one| one == code));
    was && (after.chose.is_empty() || chosen())
}

/// How many of the questions that belong in this interview are settled, and how many there are.
pub fn settled(session: &Session) -> (usize, usize) {
    let coverage = session.coverage();
    let all = Circumstances::of(session).asked(session.guide());
    all.fold((0, 0), |(done, n), (_, question)| (done + usize::from(coverage.of(&question.id).is_settled()), n + 1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coverage::Mark;
    use crate::domain::guide::Id;
    use crate::domain::guide::tests::small;

    fn here<'a>(attributes: &'a BTreeMap<String, String>, coverage: &'a CoverageMap) -> Circumstances<'a> {
        Circumstances { attributes: Some(attributes), coverage: Some(coverage), ..Circumstances::any(&small(), Round::First) }
    }

    #[test]
    fn conditions_choose_the_questions_of_a_round() {
        let mut guide = small();
        guide.topics[1].questions[1].when.round = Some(Round::FollowUp);
        let ids =
            |guide: &Guide, round| Circumstances::any(guide, round).asked(guide).map(|(_, q)| q.id.as_str().to_owned()).collect::<Vec<_>>();
        assert_eq!(ids(&guide, Round::First), ["day", "tension"]);
        assert_eq!(ids(&guide, Round::FollowUp), ["day", "tension", "home"]);
        guide.topics[1].when.round = Some(Round::First);
        assert_eq!(ids(&guide, Round::FollowUp), ["day"], "the topic's condition holds for all of it");
    }

    #[test]
    fn what_is_not_known_of_a_participant_leaves_nothing_out() {
        let when = When { attribute: [("arm".to_owned(), vec!["a".to_owned(), "b".to_owned()])].into(), ..When::default() };
        let coverage = CoverageMap::default();
        let of = |arm: &str| here(&[("arm".to_owned(), arm.to_owned())].into(), &coverage).meet(&when);
        assert_eq!([of("a"), of("b"), of("c")], [true, true, false]);
        assert!(here(&BTreeMap::new(), &coverage).meet(&when), "nothing was noted");
        assert!(Circumstances::any(&small(), Round::First).meet(&when));
    }

    #[test]
    fn what_was_said_before_decides_once_an_interview_is_under_way() {
        let after = |was: &[Coverage]| {
            let after = After { question: Id::new("day"), was: was.to_vec(), chose: Vec::new() };
            When { after: Some(after), ..When::default() }
        };
        let none = BTreeMap::new();
        let meets = |when: &When, state| {
            let mut coverage = CoverageMap::default();
            coverage.set(Id::new("day"), Mark { coverage: state, reason: None });
            here(&none, &coverage).meet(when)
        };
        assert_eq!(Coverage::ALL.map(|state| meets(&after(&[]), state)), [false, true, true, true, false, false], "{:?}", Coverage::ALL);
        assert!(meets(&after(&[Coverage::Skipped]), Coverage::Skipped) && !meets(&after(&[Coverage::Volunteered]), Coverage::Asked));
        assert!(Circumstances::any(&small(), Round::First).meet(&after(&[])), "it may come up");
    }
}
