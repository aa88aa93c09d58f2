//! What happened around the questions: who asked, where, through what and with whom, what went wrong, what was agreed to, and what was
//! checked with participants afterwards.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::domain::guide::Covers;
use crate::domain::guide::Participants;
use crate::domain::member_check::Outcome;
use crate::domain::member_check::line::Stage;
use crate::domain::study::figures::counted::Counted;
use crate::domain::study::register::Register;

/// Somebody who asked.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Interviewer {
    /// Their code; nothing for the interviews of which nobody said who led them.
    pub code: Option<String>,
    /// How many they led.
    pub led: usize,
    /// In how many they helped while another led.
    pub assisted: usize,
    /// How many groups they observed.
    pub observed: usize,
}

/// Something that was said of the place, by as what people took part.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Place {
    /// As what they took part, where the guide says it.
    pub group: Option<&'static str>,
    /// Of what something is said: `place`, `mode`, `also-there`, `recorded`.
    pub aspect: &'static str,
    /// It, in the interviewers' words; for a mode and a recording a word of ours. Nothing where nobody said.
    pub value: Option<String>,
    /// Of how many sessions.
    pub n: usize,
}

/// Something that went wrong and was outlived.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct WentWrong {
    /// What.
    pub kind: String,
    /// How often.
    pub n: usize,
    /// In how many sessions.
    pub sessions: usize,
}

/// Moments that are counted.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Moments {
    /// How often it became too much.
    pub distress: usize,
    /// In how many sessions.
    pub distress_sessions: usize,
    /// How often it was off the record.
    pub off_record: usize,
    /// In how many sessions.
    pub off_record_sessions: usize,
}

/// What was answered to what guides ask, in people; in a group each answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Consented {
    /// As what they took part, where the guide says it.
    pub group: Option<&'static str>,
    /// The item.
    pub item: String,
    /// What it covers.
    pub covers: Covers,
    /// How many were asked: once in each session.
    pub asked: usize,
    /// Who said yes and has not taken it back.
    pub given: usize,
    /// Who said no, then or since.
    pub refused: usize,
    /// Of whom no answer is known: that is no yes.
    pub unanswered: usize,
}

/// What was checked with participants.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MemberChecks {
    /// How many letters were written.
    pub written: usize,
    /// How many went.
    pub sent: usize,
    /// Of how many something came back.
    pub came_back: usize,
    /// Of how many nothing has come yet.
    pub waiting: usize,
    /// What came of them.
    pub outcomes: BTreeMap<&'static str, usize>,
    /// For how many sessions a statement was changed by what came back.
    pub amended: usize,
    /// The participants whose letter went, in the order of their interviews.
    pub participants: Vec<String>,
}

/// Who asked: those who led most first; what nobody said, last.
pub fn interviewers(held: &[Counted<'_>]) -> Vec<Interviewer> {
    let mut all: Vec<Interviewer> = Vec::new();
    for work in held.iter().map(|one| one.work) {
        named(&mut all, Some(work.led.as_str()).filter(|code| !code.is_empty())).led += 1;
        work.assisted.iter().for_each(|code| named(&mut all, Some(code)).assisted += 1);
        work.observed.iter().for_each(|code| named(&mut all, Some(code)).observed += 1);
    }
    all.sort_by(|a, b| {
        let rank = |one: &Interviewer| (one.code.is_none(), std::cmp::Reverse((one.led, one.assisted, one.observed)));
        rank(a).cmp(&rank(b)).then_with(|| a.code.cmp(&b.code))
    });
    all
}

/// Whoever is called so among `all`; large letters make nobody else of them.
fn named<'i>(all: &'i mut Vec<Interviewer>, code: Option<&str>) -> &'i mut Interviewer {
    let same = |one: &Interviewer| match (one.code.as_deref(), code) {
        (Some(one), Some(other)) => one.eq_ignore_ascii_case(other),
        (one, other) => one == other,
    };
    let at = all.iter().position(same).unwrap_or_else(|| {
        all.push(Interviewer { code: code.map(str::to_owned), ..Interviewer::default() });
        all.len() - 1
    });
    &mut all[at]
}

/// What is said of a session.
type Asked<'f> = &'f dyn Fn(&Counted<'_>) -> Option<String>;

/// What is said in the place of words in which somebody's code stands: who was interviewed with whom links two people.
pub const SOMEBODY: &str = "somebody-on-the-register";

/// Where, through what, who else was there, and whether it was recorded. Large letters make no other place.
/// What names somebody on the register is counted, and not said.
pub fn places(held: &[Counted<'_>], register: &Register) -> Vec<Place> {
    let said = |text: &str| {
        let text = Some(text.split_whitespace().collect::<Vec<_>>().join(" ")).filter(|text| !text.is_empty());
        text.map(|text| if register.names_another(&text, "") { SOMEBODY.to_owned() } else { text })
    };
    let also_there = |one: &Counted<'_>| said(&one.line.room.present).or_else(|| said(&one.line.room.beside));
    let recorded = |one: &Counted<'_>| Some(if one.work.recorded_ms > 0 { "recorded" } else { "notes-only" }.to_owned());
    let asked: [(&'static str, Asked<'_>); 4] = [
        ("place", &|one| said(&one.line.room.setting)),
        ("mode", &|one| Some(one.work.mode.word().to_owned())),
        ("also-there", &also_there),
        ("recorded", &recorded),
    ];
    let mut all = Vec::new();
    for (aspect, value) in asked {
        let mut alike: BTreeMap<_, (Option<String>, usize)> = BTreeMap::new();
        for one in held {
            let (group, value) = (one.participants().map(Participants::word), value(one));
            alike.entry((group, value.as_deref().map(str::to_lowercase))).or_insert((value, 0)).1 += 1;
        }
        let mut counted: Vec<_> = alike.into_iter().map(|((group, _), (value, n))| (group, value, n)).collect();
        let order = |group: Option<&str>| held.iter().position(|one| one.participants().map(Participants::word) == group);
        counted.sort_by_key(|(group, value, n)| (order(*group), value.is_none(), std::cmp::Reverse(*n), value.clone()));
        all.extend(counted.into_iter().map(|(group, value, n)| Place { group, aspect, value, n }));
    }
    all
}

/// What went wrong, the commonest first.
pub fn incidents(held: &[Counted<'_>]) -> Vec<WentWrong> {
    let mut counted: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (kind, n) in held.iter().flat_map(|one| &one.work.incidents) {
        let (all, sessions) = counted.entry(kind).or_default();
        (*all, *sessions) = (*all + n, *sessions + 1);
    }
    let mut all: Vec<WentWrong> =
        counted.into_iter().map(|(kind, (n, sessions))| WentWrong { kind: kind.to_owned(), n, sessions }).collect();
    all.sort_by_key(|one| std::cmp::Reverse(one.n));
    all
}

impl Moments {
    /// Those of these sessions.
    pub fn of(held: &[Counted<'_>]) -> Self {
        let all = |count: fn(&Counted<'_>) -> usize| (held.iter().map(count).sum(), held.iter().filter(|one| count(one) > 0).count());
        let (distress, distress_sessions) = all(|one| one.work.distress);
        let (off_record, off_record_sessions) = all(|one| one.work.pauses);
        Self { distress, distress_sessions, off_record, off_record_sessions }
    }
}

/// What was answered, by as what people took part, in the order of the guides.
pub fn consent(held: &[Counted<'_>]) -> Vec<Consented> {
    let mut all: Vec<Consented> = Vec::new();
    for one in held {
        let group = one.participants().map(Participants::word);
        for answers in &one.work.consent {
            let Some(item) = one.guide.consent.iter().find(|item| item.id == answers.item) else { continue };
            let same = |known: &Consented| known.group == group && known.item == item.id.as_str() && known.covers == item.covers;
            let at = all.iter().position(same).unwrap_or_else(|| {
                let (item, covers) = (item.id.to_string(), item.covers);
                all.push(Consented { group, item, covers, asked: 0, given: 0, refused: 0, unanswered: 0 });
                all.len() - 1
            });
            let row = &mut all[at];
            row.asked += answers.given + answers.refused + answers.unanswered;
            row.given += answers.given;
            row.refused += answers.refused;
            row.unanswered += answers.unanswered;
        }
    }
    let order = |group: Option<&str>| held.iter().position(|one| one.participants().map(Participants::word) == group);
    all.sort_by_key(|one| order(one.group));
    all
}

impl MemberChecks {
    /// Those of these sessions.
    pub fn of(held: &[Counted<'_>]) -> Self {
        let mut all = Self { outcomes: Outcome::ALL.into_iter().map(|outcome| (outcome.word(), 0)).collect(), ..Self::default() };
        for one in held {
            let check = &one.line.check;
            all.written += usize::from(check.written > 0);
            all.amended += usize::from(check.changed > 0);
            match check.stage {
                Stage::Nothing | Stage::Drafted | Stage::NotSent => continue,
                Stage::Waiting => all.waiting += 1,
                Stage::Over(outcome) => {
                    all.came_back += usize::from(outcome != Outcome::NoReply);
                    *all.outcomes.entry(outcome.word()).or_default() += 1;
                }
            }
            all.sent += 1;
            all.participants.push(one.line.participant.clone());
        }
        all
    }
}
