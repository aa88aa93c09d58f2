//! Who of a focus group was heard on which topic.
//!
//! While people talk it is only told who was and who was not: how often, or how long, is nothing to be seen by those who sit there. Numbers
//! are for afterwards. That somebody said their name at the beginning is not yet that they were heard.

use crate::domain::agenda;
use crate::domain::agenda::Part;
use crate::domain::note::Note;
use crate::domain::seats::Does;
use crate::domain::seats::Seat;
use crate::domain::session::Session;
use crate::domain::time::Position;

/// How a seat was heard on a topic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Heard {
    /// Which.
    pub seat: Seat,
    /// In how many notes they speak.
    pub spoke: usize,
    /// In how many they nod, or show that they do not agree.
    pub signs: usize,
}

impl Heard {
    /// Whether they were heard at all.
    pub fn is_marked(self) -> bool {
        self.spoke + self.signs > 0
    }
}

/// The topics that belong in the interview, by their places in the guide, each with how every seat of those who take part was heard on it.
pub fn grid(session: &Session) -> Vec<(usize, Vec<Heard>)> {
    let mut topics: Vec<usize> = agenda::parts(session).into_iter().filter_map(topic_of).collect();
    topics.dedup();
    topics.into_iter().map(|topic| (topic, on_topic(session, topic))).collect()
}

/// How each seat was heard on the topic at this place in the guide.
pub fn on_topic(session: &Session, topic: usize) -> Vec<Heard> {
    let here = |note: &&Note| {
        let question = note.question.as_ref().and_then(|id| session.guide().question(id));
        question.is_some_and(|(at, _)| at == topic)
    };
    let notes: Vec<&Note> = session.notes().filter(here).collect();
    let count = |seat: Seat, does: &[Does]| {
        notes.iter().filter(|note| seats_now(session, note).contains(&seat) && does.contains(&note.voice.does)).count()
    };
    let seats = session.seats_heard().into_iter();
    seats
        .map(|seat| Heard { seat, spoke: count(seat, &[Does::Speaks, Does::Newer]), signs: count(seat, &[Does::Nods, Does::Differs]) })
        .collect()
}

/// Those who were heard on the topic, and those who were not yet.
pub fn marked(session: &Session, topic: usize) -> (Vec<Seat>, Vec<Seat>) {
    let (yes, no): (Vec<Heard>, Vec<Heard>) = on_topic(session, topic).into_iter().partition(|heard| heard.is_marked());
    (yes.iter().map(|heard| heard.seat).collect(), no.iter().map(|heard| heard.seat).collect())
}

/// When this seat was heard first, by which whoever transcribes knows the voice: where they said who they are, or else where they spoke.
pub fn first_heard(session: &Session, seat: Seat) -> Option<Position> {
    let alone = |note: &&Note| seats_now(session, note) == [seat] && matches!(note.voice.does, Does::Introduces | Does::Speaks);
    let notes = || session.notes().filter(alone);
    let introduced = notes().filter(|note| note.voice.does == Does::Introduces).map(|note| note.position).min();
    introduced.or_else(|| notes().map(|note| note.position).min())
}

/// Whether the name round is still going: it is the first topic yet, and somebody has not said who they are.
pub fn is_name_round(session: &Session) -> bool {
    let parts = agenda::parts(session);
    let first = parts.iter().copied().find_map(topic_of);
    let open = session.open_question().and_then(|id| session.guide().question(id)).map(|(topic, _)| topic);
    (open.is_none() || open == first) && !not_introduced(session).is_empty()
}

/// Those who have not said who they are.
pub fn not_introduced(session: &Session) -> Vec<Seat> {
    let said = |seat: &Seat| session.notes().any(|note| note.voice.does == Does::Introduces && seats_now(session, note).contains(seat));
    session.seats_heard().into_iter().filter(|seat| !said(seat)).collect()
}

/// Where those who are heard in a note sit now: a note holds the numbers of its own moment, and people change places.
pub fn seats_now(session: &Session, note: &Note) -> Vec<Seat> {
    let now = |seat: &Seat| session.table()?.seat_of(note.heard.person(*seat)?);
    note.voice.seats.iter().map(|seat| now(seat).unwrap_or(*seat)).collect()
}

const fn topic_of(part: Part) -> Option<usize> {
    match part {
        Part::Question(topic, _) => Some(topic),
        Part::Introduction(_) | Part::Closing(_) => None,
    }
}
