//! One session in the list of a study: what of it is seen at a glance, and where it stands.

use std::time::Duration;

use serde::Deserialize;
use serde::Serialize;

use crate::domain::circumstances;
use crate::domain::code::Coded;
use crate::domain::consent::Left;
use crate::domain::consent::Person;
use crate::domain::consent::Wish;
use crate::domain::due;
use crate::domain::due::Due;
use crate::domain::due::Which;
use crate::domain::guide::Round;
use crate::domain::loose_end::BeforeLeaving;
use crate::domain::loose_end::loose_ends;
use crate::domain::loose_end::open_until;
use crate::domain::loss::losses;
use crate::domain::member_check::line::CheckLine;
use crate::domain::prepared::SummaryWish;
use crate::domain::recording::Stray;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::left;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::domain::standing::Standing;
use crate::domain::study::fieldwork::Fieldwork;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::time::clock;
use crate::words::say;

/// What was said in the form: where a session is held and with whom, and how they want their summary.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Room {
    /// Where.
    pub setting: String,
    /// Who else is there.
    pub present: String,
    /// Who is with the participant, in an interview by video.
    pub beside: String,
    /// The code of whoever leads.
    pub leads: String,
    /// How they want their summary.
    pub summary: SummaryWish,
}

/// What stays of what somebody said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stays {
    /// What they left standing.
    What,
    /// Nothing: they wanted all of it destroyed.
    Nothing,
}

/// Somebody who took part in a session.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct TookPart {
    /// Their code.
    pub code: String,
    /// What stays of what they said.
    pub stays: Stays,
    /// What they wanted who take no part any more; nothing where they do.
    pub stopped: Option<Wish>,
}

impl TookPart {
    /// Those who take or took part in `session`: the participant, or whoever sits or sat at the table of a group. In one that was only planned
    /// and is destroyed nobody did, and nobody will.
    fn all(session: &Session) -> Vec<Self> {
        if session.phase() == Phase::Draft && session.standing() == Standing::Destroyed {
            return Vec::new();
        }
        let one = |code: &str, person: Option<&Person>| {
            let is_gone = session.wants_of(person, Wish::DestroyAll);
            let stays = if is_gone { Stays::Nothing } else { Stays::What };
            Self { code: code.to_owned(), stays, stopped: session.stopped(person) }
        };
        match session.table_heard() {
            Some(table) => {
                table.seats.iter().filter(|seat| seat.sits.is_here()).map(|seat| one(&seat.person.0, Some(&seat.person))).collect()
            }
            None => vec![one(&session.opened().participant, None)],
        }
    }
}

/// One session of a study.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SessionLine {
    /// Its folder's name.
    pub name: String,
    /// The participant's code.
    pub participant: String,
    /// Which interview with them.
    pub round: Round,
    /// The guide's title and version.
    pub guide: String,
    /// The day.
    pub date: String,
    /// Where, who else was there, and who led: in the interviewer's words.
    pub room: Room,
    /// How long it is.
    pub length: Duration,
    /// Questions settled, and questions there are.
    pub settled: (usize, usize),
    /// Where it stands; or why it cannot be read.
    pub standing: Result<Standing, String>,
    /// What the participant wished on taking consent back, and is still to be done.
    pub wish: Option<Wish>,
    /// What is still to be done outside it: what must be reported first.
    pub due: Vec<Due>,
    /// What is left of its sound.
    pub left: Left,
    /// Its takes that are not the recordings that were made.
    pub changed: Vec<TakeCheck>,
    /// Whether they take no part any more, or want to be asked nothing more.
    pub asked_no_more: bool,
    /// How many things are to be seen to before one leaves, and in the evening, that were not.
    pub ends: (usize, usize),
    /// How its member check stands.
    pub check: CheckLine,
    /// What was lost of it while it was held.
    pub losses: Vec<String>,
    /// The codes on its notes.
    pub codes: Vec<Coded>,
    /// Who takes or took part in it.
    pub people: Vec<TookPart>,
    /// What of it a study counts; whoever read its lines adds that.
    pub fieldwork: Fieldwork,
    /// Files among its takes that its journal does not know.
    pub strays: Vec<Stray>,
    /// Who has it open, if somebody has and it is known who.
    pub holder: Option<String>,
}

impl SessionLine {
    /// The line of `session` in the folder called `name`, of whose takes these are not the recordings that were made.
    pub fn of(name: String, session: &Session, changed: Vec<TakeCheck>, leaving: &BeforeLeaving) -> Self {
        let opened = session.opened();
        let is_over = matches!(session.phase(), Phase::Ended | Phase::Reviewed);
        Self {
            name,
            participant: opened.participant.clone(),
            round: opened.round,
            room: Room {
                setting: opened.setting.clone(),
                present: opened.present.clone(),
                beside: opened.video.as_ref().map(|video| video.beside.clone()).unwrap_or_default(),
                leads: opened.leads.clone(),
                summary: session.prepared().summary,
            },
            guide: session.guide().name_and_version(),
            date: session.held_on().date(),
            length: session.timeline().end().since(Position::START),
            settled: circumstances::settled(session),
            standing: Ok(session.standing()),
            wish: session.open_wish(),
            due: due::due(session),
            left: left(session.takes().keys().copied(), &changed),
            changed,
            asked_no_more: session.asks_no_more(),
            ends: if is_over { open_until(&loose_ends(session, leaving, session.held_on())) } else { (0, 0) },
            check: CheckLine::of(session),
            losses: losses(session),
            codes: session.codes_here(),
            people: TookPart::all(session),
            fieldwork: Fieldwork::default(),
            strays: Vec::new(),
            holder: None,
        }
    }

    /// The line of a session that cannot be read, and why not.
    pub fn unread(name: String, why: String) -> Self {
        Self {
            participant: name.clone(),
            name,
            round: Round::First,
            guide: String::new(),
            date: String::new(),
            room: Room::default(),
            length: Duration::ZERO,
            settled: (0, 0),
            standing: Err(why),
            wish: None,
            due: Vec::new(),
            left: Left::Nothing,
            changed: Vec::new(),
            asked_no_more: false,
            ends: (0, 0),
            check: CheckLine::default(),
            losses: Vec::new(),
            codes: Vec::new(),
            people: Vec::new(),
            fieldwork: Fieldwork::default(),
            strays: Vec::new(),
            holder: None,
        }
    }

    /// What of it cannot wait at `now`, in sentences: what must be reported, then what follows distress.
    pub fn pressing(&self, now: Stamp) -> Vec<String> {
        self.due.iter().filter(|due| due.is_pressing(now)).map(|due| due.in_short(&self.participant, now, usize::MAX)).collect()
    }

    /// What is not as it should be, each with what to do about it: what they wish first.
    pub fn remarks(&self) -> Vec<String> {
        let wish = self.wish.map(|wish| wish.what_to_do(self.left, Some(&self.name)));
        let changed = self.changed.iter().filter_map(|take| take.remark(&self.name));
        wish.into_iter().chain(changed).chain(self.losses.iter().cloned()).chain(self.strays.iter().map(Stray::words)).collect()
    }

    /// Who of it takes no part any more, of those of whom something stays: of whoever had all of it destroyed that is said elsewhere.
    pub fn stopped(&self) -> Vec<&str> {
        let stopped = self.people.iter().filter(|one| one.stopped.is_some() && one.stays == Stays::What);
        if self.standing == Ok(Standing::Withdrawn) { Vec::new() } else { stopped.map(|one| one.code.as_str()).collect() }
    }

    /// Whether the one whom it was held with takes no part any more, and something of it stays.
    pub fn is_stopped(&self) -> bool {
        self.stopped().iter().any(|code| code.eq_ignore_ascii_case(&self.participant))
    }

    /// That in a sentence; nothing where everybody takes part.
    pub fn stopped_words(&self) -> Option<String> {
        let stopped = self.stopped();
        (!stopped.is_empty()).then(|| say!("session-stopped", count = stopped.len(), codes = stopped.join(", ")))
    }

    /// How much of it is still to be seen to, and what of that is to be reported and followed up; nothing where nothing is.
    pub fn open_words(&self) -> Option<String> {
        let (leaving, tonight) = self.ends;
        let reports = self.due.iter().filter(|due| matches!(due.which, Which::Report(_))).count();
        let follow_ups = self.due.len() - reports;
        let ends = (leaving + tonight > 0).then(|| say!("session-open-ends", count = leaving + tonight));
        let reports = (reports > 0).then(|| say!("session-open-reports", count = reports));
        let follow_ups = (follow_ups > 0).then(|| say!("session-open-follow-ups", count = follow_ups));
        ends.into_iter().chain(reports).chain(follow_ups).reduce(|before, next| format!("{before}, {next}"))
    }

    /// One line for people: what the session is.
    pub fn sentence(&self, now: Stamp) -> String {
        let standing = self.standing.as_ref().map_or_else(|why| say!("session-unread", why = why), |s| s.words());
        let (settled, of) = self.settled;
        let standing = std::iter::once(standing).chain(self.check.words(now)).chain(self.open_words()).collect::<Vec<_>>().join(", ");
        let beside = self.pressing(now).into_iter().chain(self.stopped_words()).chain(self.remarks());
        let standing = std::iter::once(standing).chain(beside).collect::<Vec<_>>().join("  ! ");
        let length = format!("{:>8}", clock(self.length.as_secs()));
        say!("session-line", name = &self.name, length = length, settled = settled, of = of, guide = &self.guide, standing = standing)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::session::tests::set_up;

    #[test]
    fn a_session_is_one_line_whether_or_not_it_can_be_read() {
        let mut session = set_up();
        let told = |session: &Session| {
            SessionLine::of("2026-11-24-P07".into(), session, vec![], &BeforeLeaving::default()).sentence(Stamp::new(0, 0))
        };
        assert_eq!(told(&session), "2026-11-24-P07      0:00  0/3 questions  small v1.0  planned");
        session.apply(&Event::Began { on: None });
        assert_eq!(told(&session), "2026-11-24-P07      0:00  0/3 questions  small v1.0  under way");
        let unread = SessionLine::unread("P08".into(), "it is empty".into());
        assert_eq!(unread.sentence(Stamp::new(0, 0)), "P08      0:00  0/0 questions    cannot be read: it is empty");
    }
}
