//! Which parts of a guide belong in an interview: its round, who sits there, what is known of them, and what was said so far.
//!
//! What is not known is no reason to leave a question out: where a participant's attribute was not noted, the part is there, and the
//! interviewer decides. Before an interview, whatever may come is there. And what has happened does not vanish: a part that was opened, marked
//! or noted on belongs there from then on, whatever its condition says.

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
use crate::domain::guide::when;
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
    /// The interview, of which notes are written.
    session: Option<&'a Session>,
}

impl<'a> Circumstances<'a> {
    /// Those of any interview with this guide in this round.
    pub const fn any(guide: &Guide, round: Round) -> Self {
        Self { round, audience: guide.audience, attributes: None, coverage: None, session: None }
    }

    /// Those of an interview to come, with a participant of whom this is known.
    pub(crate) const fn of_participant(guide: &Guide, round: Round, known: &'a BTreeMap<String, String>) -> Self {
        Self { attributes: Some(known), ..Self::any(guide, round) }
    }

    /// Those of this interview as it stands.
    pub fn of(session: &'a Session) -> Self {
        let opened = session.opened();
        Self {
            round: opened.round,
            audience: session.guide().audience,
            attributes: Some(&opened.attributes),
            coverage: Some(session.coverage()),
            session: Some(session),
        }
    }

    /// Whether a part under this condition belongs there.
    pub fn meet(&self, when: &When) -> bool {
        let known = |name: &String| self.attributes.and_then(|attributes| attributes.get(name));
        when.round.is_none_or(|round| round == self.round)
            && when.audience.is_none_or(|audience| audience == self.audience)
            && when.attribute.iter().all(|(name, values)| known(name).is_none_or(|value| values.contains(value)))
            && when.after.as_ref().is_none_or(|after| self.coverage.is_none_or(|coverage| came_about(after, coverage)))
    }

    /// Whether such a part belongs there whatever is said and whatever else is known.
    pub(crate) fn surely_meet(&self, when: &When) -> bool {
        let known = |name: &String| self.attributes.is_some_and(|attributes| attributes.contains_key(name));
        self.meet(when) && when.after.is_none() && when.attribute.keys().all(known)
    }

    /// What of it was known before the interview: whatever may come up is there.
    #[must_use]
    pub(crate) const fn beforehand(self) -> Self {
        Self { coverage: None, session: None, ..self }
    }

    /// What a condition asks of a participant of whom that is not known, in words: whether it holds, the interviewer decides.
    pub fn left_open(&self, when: &When) -> Vec<String> {
        let Some(known) = self.attributes else { return Vec::new() };
        let attribute = when.attribute.iter().filter(|(name, _)| !known.contains_key(*name));
        attribute.map(|(name, values)| when::attribute_words(name, values)).collect()
    }

    /// Whether something has happened to `question` that stays in sight: it was opened, marked, answered, probed, or noted on.
    fn happened(&self, question: &Question) -> bool {
        let noted = || self.session.is_some_and(|session| session.notes().any(|note| note.question.as_ref() == Some(&question.id)));
        let probed = |coverage: &CoverageMap| question.probes.iter().any(|probe| coverage.used(&probe.id));
        self.coverage.is_some_and(|coverage| coverage.is_touched(&question.id) || probed(coverage)) || noted()
    }

    /// The questions of `guide` that belong there, each with the indices of its topic and its own.
    pub fn asked(self, guide: &Guide) -> impl Iterator<Item = ((usize, usize), &Question)> {
        guide.topics.iter().enumerate().flat_map(move |(t, topic)| {
            let all = self.meet(&topic.when);
            let questions = topic.questions.iter().enumerate();
            let there = questions.filter(move |(_, question)| all && self.meet(&question.when) || self.happened(question));
            there.map(move |(q, question)| ((t, q), question))
        })
    }

    /// The probes of `question` that belong there, and those that were used.
    pub fn probes(self, question: &Question) -> impl Iterator<Item = &Probe> {
        let used = move |probe: &Probe| self.coverage.is_some_and(|coverage| coverage.used(&probe.id));
        question.probes.iter().filter(move |probe| self.meet(&probe.when) || used(probe))
    }
}

/// What "after" means without further words: it was spoken of.
const SPOKEN_OF: [Coverage; 3] = [Coverage::Asked, Coverage::Volunteered, Coverage::Partly];

fn came_about(after: &After, coverage: &CoverageMap) -> bool {
    let states = if after.was.is_empty() { &SPOKEN_OF[..] } else { &after.was };
    // A coded answer is an answer, whether or not the question was marked as well.
    let by_choice_alone = after.was.is_empty() && !after.chose.is_empty();
    let was = by_choice_alone || states.contains(&coverage.of(&after.question));
    let chosen = || coverage.answered(&after.question).is_some_and(|chosen| after.chose.contains(&chosen.code));
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
    use crate::domain::coverage::ProbeUse;
    use crate::domain::event::Event;
    use crate::domain::event::Opened;
    use crate::domain::guide::Id;
    use crate::domain::guide::tests::small;
    use crate::domain::note::NoteId;
    use crate::domain::note::NoteKind;
    use crate::domain::note::NoteStamp;
    use crate::domain::seats::Voice;
    use crate::domain::session::tests::opened;
    use crate::domain::time::Position;

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
            coverage.set(Id::new("day"), Mark { coverage: state, reason: None }, Position::START);
            here(&none, &coverage).meet(when)
        };
        assert_eq!(Coverage::ALL.map(|state| meets(&after(&[]), state)), [false, true, true, true, false, false], "{:?}", Coverage::ALL);
        assert!(meets(&after(&[Coverage::Skipped]), Coverage::Skipped) && !meets(&after(&[Coverage::Volunteered]), Coverage::Asked));
        assert!(Circumstances::any(&small(), Round::First).meet(&after(&[])), "it may come up");
    }

    #[test]
    fn what_is_known_of_them_decides_and_what_is_not_stands_there_in_words() {
        let mut guide = small();
        guide.topics[1].when.attribute = [("arm".to_owned(), vec!["a".to_owned()]), ("age".to_owned(), vec!["old".to_owned()])].into();
        let session = |arm: &str| {
            let opened = Opened { attributes: [("arm".to_owned(), arm.to_owned())].into(), ..opened() };
            Session::new(guide.clone(), opened)
        };
        let asked = |session: &Session| Circumstances::of(session).asked(session.guide()).count();
        assert_eq!([asked(&session("a")), asked(&session("b"))], [3, 1]);
        let (known, when) = (session("a"), &guide.topics[1].when);
        assert_eq!(Circumstances::of(&known).left_open(when).len(), 1, "of the two, one is not known");
        assert!(Circumstances::of(&known).left_open(when)[0].contains("age"));
        assert!(Circumstances::any(&guide, Round::First).left_open(when).is_empty(), "nobody is meant");
    }

    /// The questions that belong in `session`.
    fn asked(session: &Session) -> Vec<String> {
        Circumstances::of(session).asked(session.guide()).map(|(_, q)| q.id.to_string()).collect()
    }

    #[test]
    fn nothing_that_happened_vanishes_with_its_condition() {
        let mut guide = small();
        let after = After { question: Id::new("day"), was: Vec::new(), chose: Vec::new() };
        guide.topics[1].questions[0].when.after = Some(after.clone());
        let probe = &mut guide.topics[0].questions[0].probes[0];
        probe.when.after = Some(After { was: vec![Coverage::ComeBack], ..after });
        let probe = probe.id.clone();
        let at = Position::from_secs(1);
        let mark = |coverage| Event::CoverageMarked { question: Id::new("day"), mark: Mark { coverage, reason: None }, at };
        let new = || {
            let mut session = Session::new(guide.clone(), opened());
            session.apply(&Event::Began { on: None });
            assert_eq!(asked(&session), ["day", "home"]);
            session.apply(&mark(Coverage::Asked));
            assert_eq!(asked(&session), ["day", "tension", "home"], "it is asked as soon as the other was spoken of");
            session
        };
        let question = Id::new("tension");
        let stamp = NoteStamp { raw: at, reaction_ms: 0 };
        let (note, text) = (NoteId(1), "x".to_owned());
        let noted = Event::NoteAdded {
            note,
            note_kind: NoteKind::default(),
            text,
            stamp,
            question: Some(question.clone()),
            off_record: false,
            late: false,
            voice: Voice::default(),
            report: None,
            until: None,
        };
        let marked = Event::CoverageMarked { question: question.clone(), mark: Mark { coverage: Coverage::ComeBack, reason: None }, at };
        let opened = Event::QuestionOpened { question, at };
        for happens in [None, Some(noted), Some(marked), Some(opened)] {
            let mut session = new();
            if let Some(event) = &happens {
                session.apply(event);
            }
            session.apply(&mark(Coverage::NotYet));
            let expected: &[&str] = if happens.is_some() { &["day", "tension", "home"] } else { &["day", "home"] };
            assert_eq!(asked(&session), expected, "{happens:?}");
        }
        let probes = |session: &Session| {
            let (_, question) = session.guide().question(&Id::new("day")).unwrap();
            Circumstances::of(session).probes(question).any(|p| p.id == probe)
        };
        let mut session = new();
        assert!(!probes(&session));
        session.apply(&mark(Coverage::ComeBack));
        assert!(probes(&session));
        session.apply(&Event::ProbeMarked { probe: probe.clone(), used: ProbeUse::Used, at });
        session.apply(&mark(Coverage::Asked));
        assert!(probes(&session), "it was asked");
    }
}
