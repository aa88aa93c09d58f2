//! What somebody who transcribes has to know of a session, and nothing else of it: who speaks, where each says who they are, where names are said,
//! and where nothing is to be heard.

use crate::domain::heard;
use crate::domain::names::NameOf;
use crate::domain::seats::Seat;
use crate::domain::session::Session;
use crate::domain::time::Position;

/// What somebody is in the conversation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Who is interviewed.
    Participant,
    /// Who sits at this seat of a group.
    Seat(Seat),
    /// Who asks.
    Interviewer,
    /// Who looks on in a group.
    Observer,
}

/// Somebody who is heard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Speaker {
    /// Their code.
    pub code: String,
    /// What they are.
    pub role: Role,
    /// Where their voice is heard first, if that is known.
    pub first: Option<Position>,
}

/// What is to be known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brief {
    /// Who speaks.
    pub speakers: Vec<Speaker>,
    /// Where names are said, as they lie.
    pub names: Vec<(Position, NameOf)>,
    /// Stretches that are silent, because they are not to be used.
    pub silent: Vec<(Position, Position)>,
}

impl Brief {
    /// Of `session`.
    pub fn of(session: &Session) -> Self {
        let silent = session.unshared();
        let is_silent = |at: Position| silent.iter().any(|(from, to)| (*from..=*to).contains(&at));
        let names = session.names().into_iter().map(|name| (name.stamp.position(), name.of)).filter(|(at, _)| !is_silent(*at));
        let opened = session.opened();
        let mut speakers = Vec::new();
        let known = |code: &str| !code.trim().is_empty();
        match session.table_heard() {
            Some(table) => {
                let heard = table.seats.iter().filter(|one| one.sits.is_here() && !session.is_withdrawn(&one.person));
                speakers.extend(heard.map(|one| {
                    let first = heard::first_heard(session, one.seat).filter(|at| !is_silent(*at));
                    Speaker { code: one.person.0.clone(), role: Role::Seat(one.seat), first }
                }));
                speakers.extend(table.observers.iter().filter(|code| known(code)).map(|code| speaker(code, Role::Observer)));
                speakers.extend(Some(&table.moderator).filter(|code| known(code)).map(|code| speaker(code, Role::Interviewer)));
            }
            None => speakers.push(speaker(&opened.participant, Role::Participant)),
        }
        for code in [&opened.leads, &opened.types].into_iter().filter(|code| known(code)) {
            if !speakers.iter().any(|one| one.code == *code) {
                speakers.push(speaker(code, Role::Interviewer));
            }
        }
        if !speakers.iter().any(|one| one.role == Role::Interviewer) {
            // Nobody said theirs; there is somebody who asks all the same.
            speakers.push(speaker("I", Role::Interviewer));
        }
        Self { speakers, names: names.collect(), silent }
    }
}

fn speaker(code: &str, role: Role) -> Speaker {
    Speaker { code: code.to_owned(), role, first: None }
}
