//! The moments at which a conversation became too much: what the guide says is done then, when that was opened, and what was chosen under
//! it.
//!
//! A moment is no note: nobody wrote it, nothing takes it back, and no letter holds it. It stands wherever the team looks at a session.

use crate::domain::event::DistressChoice;
use crate::domain::guide::Guide;
use crate::domain::time::Position;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// A moment at which it became too much.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DistressMoment {
    /// When the protocol was opened.
    pub at: Position,
    /// What was chosen, and when; the first choice first. Often one, and none where the protocol was only put away.
    pub chosen: Vec<(Position, DistressChoice)>,
}

impl DistressMoment {
    /// Takes note of `choice`, under the last of `moments`; one that no moment is known for is a moment by itself.
    pub(crate) fn hear(moments: &mut Vec<Self>, at: Position, choice: DistressChoice) {
        match moments.last_mut() {
            _ if choice == DistressChoice::Opened => moments.push(Self { at, chosen: Vec::new() }),
            Some(last) => last.chosen.push((at, choice)),
            None => moments.push(Self { at, chosen: vec![(at, choice)] }),
        }
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

/// The distress protocol as it is gone through, step by step: what to do, then where help can be had.
pub fn protocol(guide: &Guide) -> Vec<String> {
    match &guide.distress {
        Some(distress) => {
            let help = distress.support.iter().map(|help| say!("distress-help", help = help));
            distress.steps.iter().cloned().chain(help).collect()
        }
        None => vec![say!("distress-no-protocol")],
    }
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
            DistressMoment::hear(&mut moments, at(secs), choice);
        }
        let told: Vec<_> = moments.iter().map(|m| (m.at.secs(), m.words())).collect();
        let words = ["took a break at 0:05", "went on at 1:10, then stopped at 1:15", "nothing was chosen"].map(str::to_owned);
        assert_eq!(told, [5, 60, 90].into_iter().zip(words).collect::<Vec<_>>());
    }

    #[test]
    fn what_was_chosen_is_said_in_dutch_too() {
        let (at, mut moments) = (Position::from_secs, Vec::new());
        for (secs, choice) in [(60, DistressChoice::Opened), (70, DistressChoice::GoOn), (75, DistressChoice::Stop)] {
            DistressMoment::hear(&mut moments, at(secs), choice);
        }
        assert_eq!(speaking(Words::dutch(), || moments[0].words()), "verdergegaan op 1:10, daarna gestopt op 1:15");
    }
}
