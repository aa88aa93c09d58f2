//! The moments at which a conversation became too much: what the guide says is done then, when that was opened, and what was chosen under
//! it.
//!
//! A moment is no note: nobody wrote it, nothing takes it back, and no letter holds it. It stands wherever the team looks at a session.

use serde::Deserialize;
use serde::Serialize;

use crate::domain::errand::FollowedUp;
use crate::domain::guide::Guide;
use crate::domain::guide::care::Distress;
use crate::domain::guide::open_places::has_open_place;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// What was chosen when the conversation became too much.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DistressChoice {
    /// The protocol was opened.
    Opened,
    /// Go on.
    GoOn,
    /// Leave this question.
    Skip,
    /// Take a break.
    Break,
    /// Stop the interview.
    Stop,
    /// A choice that only a newer hearback knows.
    #[serde(other)]
    Newer,
}

/// A moment at which it became too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistressMoment {
    /// When the protocol was opened.
    pub at: Position,
    /// The same on the room's clock, where the journal says it.
    pub on: Option<Stamp>,
    /// What was chosen, and when; the first choice first. Often one, and none where the protocol was only put away.
    pub chosen: Vec<(Position, DistressChoice)>,
    /// What became since of what the guide has done after it.
    pub followed: Vec<FollowedUp>,
}

impl DistressMoment {
    /// Takes note of `choice`, under the last of `moments`; one that no moment is known for is a moment by itself.
    pub(crate) fn hear(moments: &mut Vec<Self>, at: Position, on: Option<Stamp>, choice: DistressChoice) {
        let moment = |chosen| Self { at, on, chosen, followed: Vec::new() };
        match moments.last_mut() {
            _ if choice == DistressChoice::Opened => moments.push(moment(Vec::new())),
            Some(last) => last.chosen.push((at, choice)),
            None => moments.push(moment(vec![(at, choice)])),
        }
    }

    /// Takes note of what became of something that the guide has done after one of `moments`.
    pub(crate) fn follow(moments: &mut [Self], followed: &FollowedUp) {
        let nth = usize::try_from(followed.moment).ok().and_then(|n| n.checked_sub(1));
        if let Some(moment) = nth.and_then(|n| moments.get_mut(n)) {
            moment.followed.push(followed.clone());
        }
    }

    /// What they chose last; nothing where the protocol was only put away.
    pub fn last_choice(&self) -> Option<DistressChoice> {
        self.chosen.last().map(|(_, choice)| *choice)
    }

    /// What was chosen, in words.
    pub fn words(&self) -> String {
        let each = self.chosen.iter().map(|(at, choice)| choice.chosen_at(*at));
        match each.reduce(|before, next| message!("distress-then", before = before, next = next)) {
            Some(told) => spoken().say(told),
            None => say!("distress-none"),
        }
    }
}

impl DistressChoice {
    /// What was done, and when.
    fn chosen_at(self, at: Position) -> Message {
        let at = at.to_string();
        match self {
            Self::Opened => message!("distress-opened", at = at),
            Self::GoOn => message!("distress-went-on", at = at),
            Self::Skip => message!("distress-left", at = at),
            Self::Break => message!("distress-break", at = at),
            Self::Stop => message!("distress-stopped", at = at),
            Self::Newer => message!("distress-newer", at = at),
        }
    }
}

/// The distress protocol as it is gone through, step by step: the one sentence that is said first, what to do, then where help can be had.
pub fn protocol(guide: &Guide) -> Vec<String> {
    let steps = guide.distress.iter().flat_map(|distress| {
        let help = distress.support.iter().map(|help| say!("distress-help", help = help));
        said_first(distress).into_iter().chain(distress.steps.iter().cloned()).chain(help)
    });
    let mut steps: Vec<String> = steps.collect();
    // A guide may say whom to ring, or what is done afterwards, and nothing of what is done now.
    if steps.is_empty() {
        steps.push(say!("distress-no-protocol"));
    }
    steps
}

/// The one sentence that is said first, where the guide has it, as what is to be said.
pub(crate) fn said_first(distress: &Distress) -> Option<String> {
    distress.say.as_ref().map(|words| say!("distress-say", words = words.trim()))
}

/// Whom to ring, each with a number. Where the guide does not say, what of its help has a number in it, or else the last of it.
pub fn calls(guide: &Guide) -> Vec<String> {
    let Some(distress) = &guide.distress else { return Vec::new() };
    if !distress.call.is_empty() {
        return distress.call.iter().map(ToString::to_string).collect();
    }
    let numbered = distress.support.iter().filter(|help| help.contains(|c: char| c.is_ascii_digit()));
    let mut calls: Vec<String> = numbered.cloned().collect();
    if calls.is_empty() {
        calls.extend(distress.support.last().cloned());
    }
    calls
}

/// Whether the protocol of `guide` has places that the study has not filled in: in a moment of need nobody rings those up.
pub fn lacks_a_number(guide: &Guide) -> bool {
    let Some(distress) = &guide.distress else { return false };
    let calls = distress.call.iter().map(|call| call.number.as_str());
    let lines = distress.say.iter().chain(&distress.steps).chain(&distress.support).map(String::as_str);
    calls.chain(lines).any(has_open_place)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;
    use crate::words::speaking;

    #[test]
    fn a_choice_belongs_to_the_moment_before_it_and_none_is_lost() {
        let (at, mut moments) = (Position::from_secs, Vec::new());
        let heard = [(5, DistressChoice::Break), (60, DistressChoice::Opened), (70, DistressChoice::GoOn), (75, DistressChoice::Stop)];
        for (secs, choice) in heard.into_iter().chain([(90, DistressChoice::Opened)]) {
            DistressMoment::hear(&mut moments, at(secs), None, choice);
        }
        let told: Vec<_> = moments.iter().map(|m| (m.at.secs(), m.words())).collect();
        let words = ["took a break at 0:05", "went on at 1:10, then stopped at 1:15", "nothing was chosen"].map(str::to_owned);
        assert_eq!(told, [5, 60, 90].into_iter().zip(words).collect::<Vec<_>>());
    }

    #[test]
    fn there_is_always_something_to_do() {
        let mut guide = crate::domain::guide::tests::small();
        for distress in [None, Some(Distress::default())] {
            guide.distress = distress;
            assert_eq!(protocol(&guide), [say!("distress-no-protocol")]);
        }
    }

    #[test]
    fn what_was_chosen_is_said_in_dutch_too() {
        let (at, mut moments) = (Position::from_secs, Vec::new());
        for (secs, choice) in [(60, DistressChoice::Opened), (70, DistressChoice::GoOn), (75, DistressChoice::Stop)] {
            DistressMoment::hear(&mut moments, at(secs), None, choice);
        }
        assert_eq!(speaking(Words::dutch(), || moments[0].words()), "verdergegaan op 1:10, daarna gestopt op 1:15");
    }
}
