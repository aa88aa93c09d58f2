//! A focus group as `hearback show` tells it: who sits where, and who was heard on what. Afterwards numbers are allowed.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::heard;
use crate::domain::heard::Heard;
use crate::domain::seats::Seat;
use crate::domain::seats::Sits;
use crate::domain::session::Session;
use crate::words::say;

/// The table, for programs.
#[derive(Serialize)]
pub(super) struct TableShown<'a> {
    moderator: &'a str,
    observers: &'a [String],
    /// Whose notes these are: those of somebody who moderates, or who observes.
    notes_by: &'static str,
    seats: Vec<SeatShown<'a>>,
}

#[derive(Serialize)]
struct SeatShown<'a> {
    seat: Seat,
    /// Nobody any more where they took their consent back.
    person: Option<&'a str>,
    sits: Sits,
    withdrawn: bool,
    /// Where their voice is heard first.
    first_heard_ms: Option<u64>,
    /// How often they were heard on each topic on which they were.
    topics: BTreeMap<&'a str, HeardShown>,
}

#[derive(Serialize)]
struct HeardShown {
    spoke: usize,
    signs: usize,
}

impl<'a> TableShown<'a> {
    /// The table of a group whose seats are known.
    pub(super) fn of(session: &'a Session) -> Option<Self> {
        let table = session.table()?;
        let grid = heard::grid(session);
        let topics = |seat: Seat| {
            let heard = |(topic, all): &(usize, Vec<Heard>)| {
                let heard = all.iter().find(|heard| heard.seat == seat && heard.is_marked())?;
                Some((session.guide().topics[*topic].id.as_str(), HeardShown { spoke: heard.spoke, signs: heard.signs }))
            };
            grid.iter().filter_map(heard).collect()
        };
        let seat = |one: &'a crate::domain::seats::Seated| {
            let withdrawn = session.is_withdrawn(&one.person);
            SeatShown {
                seat: one.seat,
                person: (!withdrawn).then_some(one.person.0.as_str()),
                sits: one.sits,
                withdrawn,
                first_heard_ms: heard::first_heard(session, one.seat).map(|at| at.millis()),
                topics: topics(one.seat),
            }
        };
        let notes_by = if is_observers(session) { "observer" } else { "moderator" };
        let seats = table.seats.iter().map(seat).collect();
        Some(Self { moderator: &table.moderator, observers: &table.observers, notes_by, seats })
    }

    /// The same for people, in a few lines.
    pub(super) fn lines(&self) -> Vec<String> {
        let each = self.seats.iter().map(|one| match (one.person, one.sits) {
            (None, _) => say!("show-seat-withdrawn", seat = u32::from(one.seat.0)),
            (Some(person), Sits::Out) => say!("show-seat-out", seat = u32::from(one.seat.0), person = person),
            (Some(person), Sits::Here) => say!("show-seat", seat = u32::from(one.seat.0), person = person),
        });
        let mut lines = vec![say!("show-seats", seats = each.collect::<Vec<_>>().join(", "))];
        let moderator = (!self.moderator.is_empty()).then(|| say!("show-moderator", code = self.moderator));
        let observers = (!self.observers.is_empty()).then(|| say!("show-observers", codes = self.observers.join(", ")));
        let by = (self.notes_by == "observer").then(|| say!("show-notes-are-observers"));
        let who: Vec<String> = moderator.into_iter().chain(observers).chain(by).collect();
        lines.extend((!who.is_empty()).then(|| who.join("; ")));
        lines.extend(self.seats.iter().filter(|one| !one.topics.is_empty()).map(|one| {
            let topic =
                |(topic, heard): (&&str, &HeardShown)| say!("show-heard-on", topic = *topic, spoke = heard.spoke, signs = heard.signs);
            let topics: Vec<String> = one.topics.iter().map(topic).collect();
            say!("show-heard", seat = u32::from(one.seat.0), topics = topics.join(", "))
        }));
        lines
    }
}

/// Whether whoever typed was there to observe: the notes are theirs.
fn is_observers(session: &Session) -> bool {
    let types = &session.opened().types;
    session.table().is_some_and(|table| table.observers.iter().any(|code| code.eq_ignore_ascii_case(types)))
}
