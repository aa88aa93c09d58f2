//! Which sessions of a study count, and to which kind of interview each belongs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::guide::Audience;
use crate::domain::guide::Guide;
use crate::domain::guide::Id;
use crate::domain::guide::Participants;
use crate::domain::guide::Round;
use crate::domain::standing::Standing;
use crate::domain::study::fieldwork::Countable;
use crate::domain::study::fieldwork::Fieldwork;
use crate::domain::study::session_line::SessionLine;
use crate::words::say;

/// A session that counts.
#[derive(Clone, Copy, Debug)]
pub struct Counted<'a> {
    /// What the list of sessions knows of it.
    pub line: &'a SessionLine,
    /// What of it is counted.
    pub work: &'a Fieldwork,
    /// The guide as it was that day.
    pub guide: &'a Guide,
}

/// Why a session is in no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Why {
    /// It was set up and not begun.
    Planned,
    /// It is under way.
    UnderWay,
    /// It was cut short and nobody has ended it.
    Interrupted,
    /// They want all of it destroyed.
    Withdrawn,
    /// All of it was destroyed, for another reason.
    Destroyed,
    /// It says something that binds, and nobody here can read what.
    NotUnderstood,
    /// It cannot be read.
    Unreadable,
}

impl Why {
    /// The word that programs have for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Planned => "planned",
            Self::UnderWay => "under-way",
            Self::Interrupted => "interrupted",
            Self::Withdrawn => "withdrawn",
            Self::Destroyed => "destroyed",
            Self::NotUnderstood => "not-understood",
            Self::Unreadable => "unreadable",
        }
    }

    /// It in words.
    pub fn words(self) -> String {
        say!("figures-not-counted-why", why = self.word())
    }
}

/// A session that is in no number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotCounted {
    /// Its name.
    pub session: String,
    /// Why.
    pub why: Why,
    /// The reason that was given for destroying it; nothing where it was not.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

impl NotCounted {
    /// Why, in words.
    pub fn words(&self) -> String {
        if self.reason.is_empty() { self.why.words() } else { say!("figures-destroyed-because", reason = &self.reason) }
    }

    /// Whether another is not counted for the same reason.
    pub fn is_like(&self, other: &Self) -> bool {
        (self.why, &self.reason) == (other.why, &other.reason)
    }
}

/// The sessions that count, in their order, and those that do not.
pub fn counted<'a>(sessions: &'a [SessionLine], kept: &'a BTreeMap<String, Guide>) -> (Vec<Counted<'a>>, Vec<NotCounted>) {
    let (mut held, mut others) = (Vec::new(), Vec::new());
    for line in sessions {
        match judged(line, kept) {
            Ok(one) => held.push(one),
            Err(why) => {
                let reason = if why == Why::Destroyed { line.fieldwork.destroyed_because.clone() } else { String::new() };
                others.push(NotCounted { session: line.name.clone(), why, reason });
            }
        }
    }
    others.sort_by(|one, other| (one.why, &one.reason).cmp(&(other.why, &other.reason)));
    (held, others)
}

fn judged<'a>(line: &'a SessionLine, kept: &'a BTreeMap<String, Guide>) -> Result<Counted<'a>, Why> {
    let work = &line.fieldwork;
    match (work.countable, line.standing.as_ref()) {
        (_, Err(_)) => Err(Why::Unreadable),
        (Countable::Withdrawn, Ok(_)) | (_, Ok(Standing::Withdrawn)) => Err(Why::Withdrawn),
        (_, Ok(Standing::Destroyed)) => Err(Why::Destroyed),
        (Countable::NotUnderstood, Ok(_)) => Err(Why::NotUnderstood),
        (Countable::Yes, Ok(Standing::Planned)) => Err(Why::Planned),
        (Countable::Yes, Ok(Standing::UnderWay)) => Err(Why::UnderWay),
        (Countable::Yes, Ok(Standing::Interrupted)) => Err(Why::Interrupted),
        (Countable::Yes, Ok(Standing::Recorded | Standing::NotesOnly | Standing::ListenedBack | Standing::Drafted | Standing::Written)) => {
            kept.get(&work.text).map(|guide| Counted { line, work, guide }).ok_or(Why::Unreadable)
        }
    }
}

/// A kind of interview: a guide, in whatever of its languages, and a round.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Kind {
    /// The guide that the others are translations of.
    pub guide: Id,
    /// Which interview with them.
    pub round: Round,
}

/// What counts together.
#[derive(Clone, Debug)]
pub struct Together<'a> {
    /// What it is called: the guide that was used, or, where several translations were, the one they are translations of.
    pub guide: Id,
    /// Which interview.
    pub round: Round,
    /// The guide as the latest of the sessions keeps it.
    pub latest: &'a Guide,
    /// The sessions, in the order in which they were held.
    pub held: Vec<Counted<'a>>,
}

impl<'a> Counted<'a> {
    /// Which kind of interview it is.
    pub fn kind(&self) -> Kind {
        Kind { guide: family(self.guide).clone(), round: self.line.round }
    }

    /// As what they took part, as far as the guide says.
    pub fn participants(&self) -> Option<Participants> {
        self.guide.participants
    }

    /// Who sat there, by their codes: the participant, or the people of a group.
    pub fn people(&self) -> Vec<&'a str> {
        match (self.guide.audience, &self.work.people) {
            (Audience::Individual, _) | (_, None) => vec![self.line.participant.as_str()],
            (_, Some(people)) => people.iter().map(String::as_str).collect(),
        }
    }
}

/// The guide that this one is a translation of, or itself.
fn family(guide: &Guide) -> &Id {
    guide.translation_of.as_ref().unwrap_or(&guide.id)
}

/// The kinds of interview, each with its sessions: single interviews before groups, patients before
/// professionals, and else in the order in which the first of each was held.
pub fn kinds<'a>(held: &[Counted<'a>]) -> Vec<Together<'a>> {
    let mut kinds: Vec<(Kind, Vec<Counted<'a>>)> = Vec::new();
    for one in held {
        let kind = one.kind();
        match kinds.iter_mut().find(|(known, _)| *known == kind) {
            Some((_, sessions)) => sessions.push(*one),
            None => kinds.push((kind, vec![*one])),
        }
    }
    let together = kinds.into_iter().filter_map(|(kind, held)| {
        let latest = held.last()?.guide;
        let is_one = held.iter().all(|one| one.guide.id == latest.id);
        let guide = if is_one { latest.id.clone() } else { kind.guide };
        Some(Together { guide, round: kind.round, latest, held })
    });
    let mut together: Vec<Together<'a>> = together.collect();
    // What belongs to one guide stands together, the first round first.
    let mut guides: Vec<Id> = Vec::new();
    for one in &together {
        if !guides.contains(&one.guide) {
            guides.push(one.guide.clone());
        }
    }
    let place = |guide: &Id| guides.iter().position(|one| one == guide);
    together.sort_by_key(|one| {
        let (who, is_group) = (rank(one.latest.participants), one.latest.audience == Audience::Group);
        (is_group, who, place(&one.guide), one.round)
    });
    together
}

/// In which order people stand in tables, by as what they took part.
pub fn rank(participants: Option<Participants>) -> usize {
    participants.map_or(3, |who| match who {
        Participants::Patients => 0,
        Participants::Professionals => 1,
        Participants::Others => 2,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::guide::tests::small;
    use crate::domain::loose_end::BeforeLeaving;
    use crate::domain::session::tests::set_up;

    #[test]
    fn of_a_group_of_which_nobody_takes_part_any_more_nobody_is_counted() {
        let (guide, line) =
            (Guide { audience: Audience::Group, ..small() }, SessionLine::of("FG1".into(), &set_up(), vec![], &BeforeLeaving::default()));
        let people = |seated: Option<Vec<String>>| {
            let work = Fieldwork { people: seated, ..line.fieldwork.clone() };
            Counted { line: &line, work: &work, guide: &guide }.people().into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(people(Some(vec!["T01".into(), "T02".into()])), ["T01", "T02"]);
        assert!(people(Some(Vec::new())).is_empty(), "the group is no person");
        assert_eq!(people(None), ["P07"], "nobody said who sat there");
    }
}
