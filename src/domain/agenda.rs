//! The guide as the interviewer goes through it: the introduction paragraph by paragraph, the questions that belong in this interview,
//! the closing; and what of the planned time is used. Where the interviewer is among them is the interview screen's.

use std::time::Duration;

use crate::domain::circumstances::Circumstances;
use crate::domain::guide::Guide;
use crate::domain::guide::Question;
use crate::domain::guide::Round;
use crate::domain::guide::When;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// Where in the guide the interviewer is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// This paragraph of the scripted introduction, counted from 0.
    Introduction(usize),
    /// This topic's question, both counted from 0.
    Question(usize, usize),
    /// This paragraph of the scripted closing.
    Closing(usize),
}

impl Default for Part {
    fn default() -> Self {
        Self::Introduction(0)
    }
}

/// The parts of the guide that belong in this interview, in order.
pub fn parts(session: &Session) -> Vec<Part> {
    let guide = session.guide();
    let mut parts: Vec<Part> = (0..paragraphs(&guide.introduction).count()).map(Part::Introduction).collect();
    parts.extend(Circumstances::of(session).asked(guide).map(|((t, q), _)| Part::Question(t, q)));
    parts.extend((0..paragraphs(&guide.closing).count()).map(Part::Closing));
    parts
}

/// The paragraphs of a script: what is said in one breath, and what the screen goes through one by one.
pub(crate) fn paragraphs(script: &str) -> impl Iterator<Item = &str> {
    script.split("\n\n").map(str::trim).filter(|p| !p.is_empty())
}

/// The question at `part`.
pub fn question(session: &Session, part: Part) -> Option<&Question> {
    match part {
        Part::Question(t, q) => session.guide().topics.get(t)?.questions.get(q),
        Part::Introduction(_) | Part::Closing(_) => None,
    }
}

/// The coded answer that stands to a closed question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GivenAnswer<'s> {
    /// The question.
    pub question: &'s Question,
    /// The code of the answer.
    pub code: &'s str,
    /// When it was chosen.
    pub at: Position,
}

impl GivenAnswer<'_> {
    /// The question with the answer, in words.
    pub fn words(&self) -> String {
        let words = self.question.choice(self.code).map_or("", |choice| choice.say.trim());
        say!("answer-given", question = self.question.label().trim(), code = self.code, answer = words)
    }
}

/// The coded answers that stand, in the order of the guide.
pub fn answers(session: &Session) -> Vec<GivenAnswer<'_>> {
    let questions = session.guide().topics.iter().flat_map(|topic| &topic.questions);
    let given = questions.filter_map(|question| Some((question, session.coverage().chosen(&question.id)?)));
    given.map(|(question, chosen)| GivenAnswer { question, code: &chosen.code, at: chosen.at }).collect()
}

/// A stretch of the conversation on one topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Band {
    /// The topic, counted from 0.
    pub topic: usize,
    /// The number that it has on the map, where what does not belong in this interview has none.
    pub number: usize,
    /// Where it was turned to.
    pub from: Position,
    /// Where another was, or the conversation ended.
    pub to: Position,
}

impl Band {
    /// The number of the topic, and its title.
    pub fn words(&self, guide: &Guide) -> String {
        let title = guide.topics.get(self.topic).map_or("", |topic| topic.title.trim());
        format!("{} {title}", self.number)
    }
}

/// On which topic the conversation was when, as the questions were opened; what comes before the first lies in none.
pub fn bands(session: &Session) -> Vec<Band> {
    let (guide, end) = (session.guide(), session.timeline().end());
    let mut on_the_map: Vec<usize> =
        parts(session).into_iter().filter_map(|part| if let Part::Question(topic, _) = part { Some(topic) } else { None }).collect();
    on_the_map.dedup();
    let mut bands: Vec<Band> = Vec::new();
    for (question, at) in session.coverage().opened() {
        let Some((topic, _)) = guide.question(question) else { continue };
        match bands.last_mut() {
            Some(last) if last.topic == topic => continue,
            Some(last) => last.to = *at,
            None => {}
        }
        let number = on_the_map.iter().position(|known| *known == topic).unwrap_or(topic) + 1;
        bands.push(Band { topic, number, from: *at, to: end.max(*at) });
    }
    bands.retain(|band| band.to > band.from);
    bands
}

/// The number of the topic of `part`, the bookends before and after all of them.
pub(crate) fn topic_of(part: Part) -> isize {
    match part {
        Part::Introduction(_) => -1,
        Part::Question(topic, _) => isize::try_from(topic).unwrap_or(isize::MAX),
        Part::Closing(_) => isize::MAX,
    }
}

/// The minutes planned for an interview under these circumstances: what the guide says, but no more than the topics that may come there take,
/// and no less than those that surely come.
pub fn planned(guide: &Guide, here: Circumstances<'_>) -> u32 {
    let sum = |belongs: &dyn Fn(&When) -> bool| {
        let there = guide.topics.iter().filter(|topic| belongs(&topic.when) && topic.questions.iter().any(|q| belongs(&q.when)));
        there.fold(0, |sum: u32, topic| sum.saturating_add(topic.minutes))
    };
    guide.minutes.clamp(sum(&|when| here.surely_meet(when)), sum(&|when| here.meet(when)))
}

/// The same for interviews in these rounds, in words.
pub(crate) fn planned_in(guide: &Guide, rounds: &[Round]) -> Message {
    let all = || rounds.iter().map(|round| planned(guide, Circumstances::any(guide, *round)));
    let (least, most) = (all().min().unwrap_or(guide.minutes), all().max().unwrap_or(guide.minutes));
    if least == most { message!("minutes", count = least) } else { message!("minutes-between", least = least, most = most) }
}

/// What of the planned time of an interview, or of one of its topics, is used, in whole minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Minutes {
    /// So many are used.
    pub used: u64,
    /// So many were planned.
    pub planned: u64,
}

impl Minutes {
    /// Those of the whole interview, up to `now`.
    pub(crate) fn of_interview(session: &Session, now: Position) -> Self {
        Self::new(now.since(Position::START), planned(session.guide(), Circumstances::of(session).beforehand()))
    }

    /// Those of topic number `topic`, up to `now`: as long as its questions were open.
    pub(crate) fn of_topic(session: &Session, topic: usize, now: Position) -> Self {
        let planned = session.guide().topics.get(topic).map_or(0, |topic| topic.minutes);
        Self::new(session.coverage().spent_on_topic(session.guide(), topic, now), planned)
    }

    /// The topics that belong in this interview by their titles, with their minutes up to `now`.
    pub(crate) fn of_topics(session: &Session, now: Position) -> Vec<(String, Self)> {
        let mut topics: Vec<usize> = Circumstances::of(session).asked(session.guide()).map(|((topic, _), _)| topic).collect();
        topics.dedup();
        topics.into_iter().map(|topic| (session.guide().topics[topic].title.clone(), Self::of_topic(session, topic, now))).collect()
    }

    fn new(used: Duration, planned: u32) -> Self {
        Self { used: used.as_secs() / 60, planned: u64::from(planned) }
    }

    /// Whether more is used than was planned.
    pub const fn is_over(self) -> bool {
        self.used > self.planned
    }
}

/// A plan that no longer fits: what the rest of it takes, what is left, and what may be left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shortage<'s> {
    /// The minutes planned for what was not asked yet.
    pub rest: u64,
    /// The minutes left of those planned for the interview.
    pub left: u64,
    /// The questions that may be left out, those that go first before the others.
    pub may_go: Vec<&'s Question>,
}

impl<'s> Shortage<'s> {
    /// What is short as `session` stands at `now`, by more than a tenth of the plan and more than two minutes: a plan is no clockwork.
    pub fn of(session: &'s Session, now: Position) -> Option<Self> {
        let (guide, coverage) = (session.guide(), session.coverage());
        let whole = Minutes::of_interview(session, now);
        let open: Vec<((usize, usize), &Question)> =
            Circumstances::of(session).asked(guide).filter(|(_, question)| !coverage.of(&question.id).is_settled()).collect();
        let goes_on = |topic: &usize| open.iter().any(|((t, _), _)| t == topic);
        let topics = (0..guide.topics.len()).filter(goes_on).map(|topic| Minutes::of_topic(session, topic, now));
        let rest = topics.map(|topic| topic.planned.saturating_sub(topic.used)).sum();
        let left = whole.planned.saturating_sub(whole.used);
        let mut may_go: Vec<(u32, &Question)> = open.iter().filter_map(|(_, question)| Some((question.optional()?, *question))).collect();
        may_go.retain(|(_, question)| coverage.open() != Some(&question.id));
        may_go.sort_by_key(|(number, _)| *number);
        let may_go = may_go.into_iter().map(|(_, question)| question).collect();
        (rest > left + (whole.planned / 10).max(2)).then_some(Self { rest, left, may_go })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::coverage::Coverage;
    use crate::domain::coverage::Mark;
    use crate::domain::event::Event;
    use crate::domain::guide::Id;
    use crate::domain::guide::Priority;
    use crate::domain::guide::tests::small;
    use crate::domain::session::tests::opened;
    use crate::domain::session::tests::set_up;

    #[test]
    fn time_is_used_where_a_question_is_open() {
        let mut session = set_up();
        let open = |id: &str, secs| Event::QuestionOpened { question: Id::new(id), at: Position::from_secs(secs) };
        for event in [Event::Began { on: None }, open("day", 0), open("home", 130)] {
            session.apply(&event);
        }
        let at = Position::from_secs;
        assert_eq!(Minutes::of_topic(&session, 0, at(500)), Minutes { used: 2, planned: 4 });
        assert_eq!(Minutes::of_topic(&session, 1, at(500)), Minutes { used: 6, planned: 6 });
        assert_eq!(Minutes::of_topic(&session, 7, at(500)), Minutes { used: 0, planned: 0 });
        let over = |secs| Minutes::of_interview(&session, at(secs)).is_over();
        assert_eq!([over(10 * 60), over(10 * 60 + 59), over(11 * 60)], [false, false, true], "whole minutes, as they are read");
    }

    #[test]
    fn what_cannot_come_takes_no_time() {
        let arm = |name: &str| When { attribute: [("arm".to_owned(), vec![name.to_owned()])].into(), ..When::default() };
        let guide = |minutes, change: &dyn Fn(&mut Guide)| {
            let mut guide = Guide { minutes, rounds: Round::ALL.to_vec(), ..small() };
            change(&mut guide);
            Round::ALL.map(|round| planned(&guide, Circumstances::any(&guide, round)))
        };
        assert_eq!(guide(10, &|_| ()), [10, 10]);
        let later = |guide: &mut Guide| guide.topics[1].when.round = Some(Round::FollowUp);
        assert_eq!([guide(10, &later), guide(4, &later)], [[4, 10]; 2], "whatever the guide says in all");
        let of_question = |guide: &mut Guide| guide.topics[0].questions[0].when.round = Some(Round::FollowUp);
        assert_eq!(guide(10, &of_question), [6, 10], "a topic without a question does not come");
        let in_place = |guide: &mut Guide| (guide.topics[0].when, guide.topics[1].when) = (arm("a"), arm("b"));
        assert_eq!(guide(6, &in_place), [6, 6], "of two that stand in for one another the guide says what is right");
        let after = |guide: &mut Guide| {
            guide.topics[1].when.after = Some(crate::domain::guide::After { question: Id::new("day"), was: vec![], chose: vec![] });
        };
        assert_eq!([guide(10, &after), guide(4, &after)], [[10; 2], [4; 2]], "what may come up is where the guide counts it");
    }

    #[test]
    fn what_is_known_of_them_decides_how_long_it_takes() {
        let mut guide = Guide { minutes: 10, ..small() };
        guide.topics[1].when.attribute = [("arm".to_owned(), vec!["a".to_owned()])].into();
        let minutes = |arm: Option<&str>| {
            let attributes = arm.into_iter().map(|arm| ("arm".to_owned(), arm.to_owned())).collect();
            let session = Session::new(guide.clone(), crate::domain::event::Opened { attributes, ..opened() });
            Minutes::of_interview(&session, Position::START).planned
        };
        assert_eq!([minutes(Some("a")), minutes(Some("b")), minutes(None)], [10, 4, 10]);
    }

    #[test]
    fn a_plan_that_no_longer_fits_says_what_may_be_left_out() {
        let mut guide = small();
        for (q, number) in [(0, 2), (1, 1)] {
            guide.topics[1].questions[q].priority = Priority::Optional(number);
        }
        let mut session = Session::new(guide, opened());
        session.apply(&Event::Began { on: None });
        session.apply(&Event::QuestionOpened { question: Id::new("day"), at: Position::START });
        let at = |minutes: u64| Position::from_secs(minutes * 60);
        assert_eq!([0, 4, 6].map(|minutes| Shortage::of(&session, at(minutes))), [None, None, None], "two minutes are none");
        let short = Shortage::of(&session, at(8)).unwrap();
        assert_eq!((short.rest, short.left), (6, 2));
        assert_eq!(short.may_go.iter().map(|q| q.id.as_str()).collect::<Vec<_>>(), ["home", "tension"]);
        for id in ["tension", "home"] {
            let mark = Mark { coverage: Coverage::Skipped, reason: None };
            session.apply(&Event::CoverageMarked { question: Id::new(id), mark, at: at(8) });
        }
        assert_eq!(Shortage::of(&session, at(8)), None, "what was left out costs nothing");
    }
}
