//! The guide as the interviewer goes through it: the introduction paragraph by paragraph, the questions that belong in this interview,
//! the closing. Values only; where the interviewer is among them is the interview screen's.

use crate::domain::guide::Guide;
use crate::domain::guide::Question;
use crate::domain::session::Session;

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
    let (guide, round) = (session.guide(), session.opened().round);
    let mut parts: Vec<Part> = (0..paragraphs(&guide.introduction).count()).map(Part::Introduction).collect();
    for (t, topic) in guide.topics.iter().enumerate() {
        let asked = topic.questions.iter().enumerate().filter(|(_, q)| q.when.holds(round, guide.audience));
        parts.extend(asked.map(|(q, _)| Part::Question(t, q)));
    }
    parts.extend((0..paragraphs(&guide.closing).count()).map(Part::Closing));
    parts
}

/// The paragraphs of a script: what is said in one breath, and what the screen goes through one by one.
pub fn paragraphs(script: &str) -> impl Iterator<Item = &str> {
    script.split("\n\n").map(str::trim).filter(|p| !p.is_empty())
}

/// The distress protocol as it is gone through, step by step: what to do, then where help can be had.
pub fn protocol(guide: &Guide) -> Vec<String> {
    match &guide.distress {
        Some(distress) => {
            let help = distress.support.iter().map(|help| format!("Help: {help}"));
            distress.steps.iter().cloned().chain(help).collect()
        }
        None => vec!["The guide has no protocol. Pause, ask how they are, offer to stop.".into()],
    }
}

/// The question at `part`.
pub fn question(session: &Session, part: Part) -> Option<&Question> {
    match part {
        Part::Question(t, q) => session.guide().topics.get(t)?.questions.get(q),
        Part::Introduction(_) | Part::Closing(_) => None,
    }
}

/// The number of the topic of `part`, the bookends before and after all of them.
pub(crate) fn topic_of(part: Part) -> isize {
    match part {
        Part::Introduction(_) => -1,
        Part::Question(topic, _) => isize::try_from(topic).unwrap_or(isize::MAX),
        Part::Closing(_) => isize::MAX,
    }
}
