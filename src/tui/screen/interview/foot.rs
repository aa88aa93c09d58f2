//! What the footer of the room names at this moment, and how it calls it.

use crate::domain::agenda::Part;
use crate::domain::distress::protocol;
use crate::domain::standing::Phase;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::action::Interview as A;
use crate::tui::screen::interview::card::Card;
use crate::tui::screen::interview::composer::LineIs;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::message::message;

/// How far to the left `bind` stands; 9 is not there.
pub(super) fn rank(bind: &Bind, card: Card, line: LineIs, part: Part, shared: &Shared) -> u8 {
    let Action::Interview(action) = bind.does else { return bind.rank };
    match (action, shared.phase(), card) {
        // What was asked stands first until it is answered or let be.
        _ if shared.is_asked(action.into()) => 0,
        // On an empty line there is nothing to save.
        (A::Save, ..) if line != LineIs::Written => 9,
        // What is over goes neither on nor elsewhere; it is left.
        (A::OffRecord | A::NextQuestion | A::AskedAndOn, Some(Phase::Ended | Phase::Reviewed), _) => 9,
        (A::EndInterview, Some(Phase::Ended | Phase::Reviewed | Phase::Interrupted), _) => 1,
        (A::NextQuestion | A::AskedAndOn, Some(Phase::Interrupted), _) => 9,
        (A::NextStep, _, Card::Protocol(step)) if step + 1 >= shared.session().map_or(0, |s| protocol(s.guide()).len()) => 9,
        (A::AskedAndOn | A::States | A::WalkProbes | A::Marks | A::LookBack | A::Points, _, Card::Protocol(_)) => 9,
        // Where something is read aloud there is no question of which anything became.
        (A::AskedAndOn | A::States | A::WalkProbes, ..) if !matches!(part, Part::Question(..)) => 9,
        (A::Distress, _, Card::Protocol(_)) => 2,
        // With text on the line its key saves, as everywhere.
        (A::TakeUpNote, ..) if line == LineIs::Written => 9,
        (A::NextQuestion | A::AskedAndOn | A::States | A::WalkProbes, _, Card::Notes(_) | Card::Points(_)) => 9,
        // Going off the record comes before these on the narrowest screen.
        (A::Moment, _, Card::Protocol(_)) => 4,
        // Off the record what matters is how one goes back on it, and how something may be noted all the same.
        (A::OffRecord, Some(Phase::OffRecord), _) => 1,
        (A::OpenLine, Some(Phase::OffRecord), _) => 2,
        (A::Moment | A::AskedAndOn | A::States | A::WalkProbes, ..) if line == LineIs::Closed => 9,
        (A::AskedAndOn | A::States | A::WalkProbes | A::Moment, ..) if line == LineIs::Written => 9,
        (A::Earlier, ..) if line == LineIs::Written => 3,
        _ => bind.rank,
    }
}

/// What `action` does, in a word, where that is another than the table's.
pub(super) fn label(action: Action, card: Card, shared: &Shared) -> Option<Message> {
    let Action::Interview(action) = action else { return None };
    match (action, shared.phase(), card) {
        (A::OffRecord, Some(Phase::OffRecord), _) => Some(message!("label-back-on")),
        (A::OffRecord, Some(Phase::Interrupted), _) => Some(message!("label-go-on")),
        (A::EndInterview, Some(Phase::Ended | Phase::Reviewed), _) => Some(message!("label-leave")),
        (A::Distress, _, Card::Protocol(_)) => Some(message!("label-put-away")),
        _ => None,
    }
}
