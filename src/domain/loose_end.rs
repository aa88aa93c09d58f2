//! The loose ends of an interview: what is to be seen to before one leaves the house, and in the evening. They follow from the session, so
//! nobody has to think of writing them down; what was done about each is [`crate::domain::evening`]'s.
//!
//! The order is that of urgency: people before sound, sound before questions.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::circumstances::Circumstances;
use crate::domain::consent::Wish;
use crate::domain::coverage::Coverage;
use crate::domain::destruction::Material;
use crate::domain::due;
use crate::domain::due::QueuedFollowUp;
use crate::domain::due::Which;
use crate::domain::evening::LooseEnd;
use crate::domain::evening::ReadBack;
use crate::domain::evening::SaidOfIt;
use crate::domain::guide::Question;
use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::report::Report;
use crate::domain::session::Session;
use crate::domain::standing::Recorded;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::withheld::What;
use crate::words::say;

/// By when something is to be seen to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Until {
    /// Before one leaves the house.
    Leaving,
    /// In the evening.
    Tonight,
}

/// What a study asks of an interviewer before they leave.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BeforeLeaving {
    /// What the participant is told at the door.
    pub debrief: Option<String>,
    /// Whom the interviewer tells that they are out again, and how.
    pub check_out: Option<String>,
}

/// A loose end as it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Open {
    /// What it is.
    pub end: LooseEnd,
    /// By when.
    pub until: Until,
    /// It in words.
    pub words: String,
    /// The moments it is about.
    pub at: Vec<Position>,
    /// What came of it; nothing while it is open.
    pub done: Option<String>,
}

/// The loose ends of `session`, of a study that asks for `leaving`, those that were seen to among them.
/// What must be reported comes first, then what follows distress; `now` says of these what is late.
pub fn loose_ends(session: &Session, leaving: &BeforeLeaving, now: Stamp) -> Vec<Open> {
    // Nothing is left that could be seen to.
    if session.is_destroyed() {
        return Vec::new();
    }
    let mut all = errands(session, now);
    let mut add = |end: LooseEnd, until: Until, words: String, at: Vec<Position>| {
        let done = session.evening().seen(&end).map(|seen| seen.outcome.clone());
        all.push(Open { end, until, words, at, done });
    };
    // Where the guide says what follows, that stands there instead of the moment.
    let follows = session.guide().distress.as_ref().is_some_and(|distress| !distress.follow_up.is_empty());
    for moment in session.distress().iter().filter(|moment| !follows || moment.chosen.is_empty()) {
        let (end, words) = (LooseEnd::Distress { at: moment.at }, say!("end-distress", what = moment.words()));
        add(end, Until::Leaving, words, vec![moment.at]);
    }
    if let Some(wish) = session.open_wish() {
        add(LooseEnd::Wish, Until::Leaving, wish.words(), Vec::new());
    }
    // Of what is to be destroyed nothing is heard, looked up or come back to.
    let is_read = !session.wants(Wish::DestroyAll) && session.destructions().of(Material::Notes).is_none();
    let is_heard = is_read && !session.wants(Wish::Destroy);
    for withheld in session.withholding().now().filter(|_| is_read) {
        let at = if let Some(What::Stretch(from, _)) = withheld.what { vec![from] } else { Vec::new() };
        add(LooseEnd::Withheld { id: withheld.id }, Until::Leaving, say!("end-withheld", place = withheld.place()), at);
    }
    if let Some(words) = &leaving.debrief {
        add(LooseEnd::Debrief, Until::Leaving, say!("end-debrief", words = words.trim()), Vec::new());
    }
    if let Some(words) = leaving.check_out.as_ref().filter(|_| session.opened().video.is_none()) {
        add(LooseEnd::CheckOut, Until::Leaving, say!("end-check-out", words = words.trim()), Vec::new());
    }
    if session.recorded() == Recorded::Something && is_heard {
        add(LooseEnd::Plays, Until::Tonight, say!("end-plays"), Vec::new());
    }
    for note in session.notes_by_position().into_iter().filter(|note| note.kind == NoteKind::FollowUp) {
        let words = say!("end-come-back", words = note.told().unwrap_or_else(|| say!("a-bare-moment")));
        add(LooseEnd::ComeBack { note: note.id }, Until::Tonight, words, vec![note.position]);
    }
    let coverage = session.coverage();
    let questions: Vec<&Question> = Circumstances::of(session).asked(session.guide()).map(|(_, question)| question).collect();
    let of = |wanted: Coverage| questions.iter().filter(move |question| coverage.of(&question.id) == wanted);
    let count = of(Coverage::NotYet).count();
    if count > 0 && is_read {
        let left = not_asked(session).join(" · ");
        add(LooseEnd::NotAsked, Until::Tonight, say!("end-not-asked", count = count, questions = left), Vec::new());
    }
    for state in [Coverage::ComeBack, Coverage::Partly] {
        for question in of(state).filter(|_| is_read) {
            let at = session.notes().filter(|note| note.question.as_ref() == Some(&question.id)).map(|note| note.position).min();
            let words = say!("end-question", state = state.words(), question = question.label().trim());
            add(LooseEnd::Question { question: question.id.clone() }, Until::Tonight, words, at.into_iter().collect());
        }
    }
    if !session.names().is_empty() && is_heard {
        let at = session.names().iter().map(|name| name.stamp.position()).collect();
        add(LooseEnd::Names, Until::Tonight, say!("end-names", count = session.names().len()), at);
    }
    all.extend(read_back(session));
    all.sort_by_key(|open| open.until);
    all
}

/// How many of `ends` are open before one leaves, and how many in the evening.
pub fn open_until(ends: &[Open]) -> (usize, usize) {
    let open = |until: Until| ends.iter().filter(|open| open.done.is_none() && open.until == until).count();
    (open(Until::Leaving), open(Until::Tonight))
}

/// What was not asked: a topic of which nothing was by its title, single questions by their labels.
fn not_asked(session: &Session) -> Vec<String> {
    let (guide, coverage) = (session.guide(), session.coverage());
    let all: Vec<((usize, usize), &Question)> = Circumstances::of(session).asked(guide).collect();
    let is_left = |question: &Question| coverage.of(&question.id) == Coverage::NotYet;
    let mut left = Vec::new();
    for (t, topic) in guide.topics.iter().enumerate() {
        let of_topic = || all.iter().filter(|((at, _), _)| *at == t).map(|(_, question)| *question);
        if of_topic().next().is_some() && of_topic().all(is_left) {
            left.push(topic.title.trim().to_owned());
        } else {
            left.extend(of_topic().filter(|question| is_left(question)).map(|question| question.label().trim().to_owned()));
        }
    }
    left
}

/// What must be reported, and what the guide has done after distress.
fn errands(session: &Session, now: Stamp) -> Vec<Open> {
    let report = |report: &Report| Open {
        end: LooseEnd::Report { report: report.told.report },
        until: Until::Leaving,
        words: due::report_words(session, report, now),
        at: vec![report.told.at],
        done: report.done.as_ref().map(|done| done.words.clone()),
    };
    let follow_up = |queued: QueuedFollowUp| {
        let Which::FollowUp { moment, nth, .. } = queued.which else { return None };
        let words = match &queued.ask {
            Some(ask) if !queued.is_answered() => say!("end-ask", follow_up = queued.words(now), ask = ask.trim()),
            _ => queued.words(now),
        };
        // What was written of one that is open stands there too.
        let written = queued.became.as_ref().filter(|became| queued.is_open() && !became.words.is_empty());
        let words = written.map_or_else(|| words.clone(), |became| say!("end-answered", end = &words, answer = &became.words));
        let done = (!queued.is_open()).then(|| queued.became.as_ref().map_or_else(String::new, |became| became.words.clone()));
        Some(Open { end: LooseEnd::FollowUp { moment, nth }, until: Until::Leaving, words, at: vec![queued.at], done })
    };
    session.reports().map(report).chain(due::follow_ups(session).into_iter().filter_map(follow_up)).collect()
}

/// The points that were gathered to be read back, and what became of them: it is done once each was read.
fn read_back(session: &Session) -> Option<Open> {
    let evening = session.evening();
    let points: Vec<NoteId> = session.points().collect();
    if points.is_empty() {
        return None;
    }
    let read: Vec<&ReadBack> = points.iter().filter_map(|id| evening.read_back(*id)).collect();
    let told = session.said_of_points();
    let words = if told.is_empty() {
        say!("end-points-unread", count = points.len())
    } else {
        say!("end-points", count = points.len(), said = told)
    };
    let is_done = points.len() == read.iter().filter(|read| read.said.is_some()).count();
    let at = read.iter().filter(|read| read.said != Some(SaidOfIt::Right)).map(|read| read.at);
    // What was not read there can be let be: the letter is read in peace.
    let let_be = evening.seen(&LooseEnd::ReadBack).map(|seen| seen.outcome.clone());
    let done = is_done.then(String::new).or(let_be);
    Some(Open { end: LooseEnd::ReadBack, until: Until::Tonight, words, at: at.collect(), done })
}
