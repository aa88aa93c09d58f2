//! What lies over the guide while something is decided there.

use crate::domain::note::NoteId;
use crate::domain::note::NoteKind;
use crate::domain::note::NoteStamp;
use crate::domain::seats::Seat;
use crate::domain::time::Position;
use crate::tui::keymap::Context;
use crate::tui::keymap::action::Interview;
use crate::tui::screen::interview::answers::AnswerRow;
use crate::tui::screen::interview::composer::LineIs;
use crate::tui::screen::interview::course::Course;
use crate::tui::screen::interview::course::PartKind;
use crate::tui::screen::interview::marks::marked_by;
use crate::tui::screen::interview::states::said_by;

/// What lies over the guide.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Card {
    /// Nothing.
    #[default]
    Away,
    /// The distress protocol, and this step of it is the one to be read, counted from 0.
    Protocol(usize),
    /// What they do not want to be used, of what was said until then.
    LeaveOut(Position),
    /// What it means to take consent back.
    Withdrawal,
    /// The coded answers to the question, of which one is chosen.
    Answers(AnswerRow),
    /// What may have become of the question.
    States,
    /// What may be marked of the moment at which it was laid there.
    Marks(NoteStamp),
    /// What was told then and must be reported; put away, it leaves this step of the protocol, or nothing.
    Reports(Position, Option<usize>),
    /// The notes so far, of which one is chosen.
    Notes(NoteId),
    /// The points to read back, and the one that is read.
    Points(NoteId),
    /// Who of a group was heard on which topic, and the seat that is chosen there.
    Seats(AtTable),
    /// What the interview before this one left.
    LastTime,
}

/// The seats as they lie there.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct AtTable {
    /// Which is chosen: also the one that a newcomer would have.
    pub chosen: Option<Seat>,
    /// Which changes places with the next that is chosen.
    pub moves: Option<Seat>,
}

impl Card {
    /// What a note is unless it is said otherwise: while it is too much, what is seen.
    pub(crate) fn usual_kind(self) -> NoteKind {
        match self {
            Self::Protocol(_) | Self::Reports(..) => NoteKind::Observation,
            Self::Away
            | Self::LeaveOut(_)
            | Self::Withdrawal
            | Self::Answers(_)
            | Self::States
            | Self::Marks(_)
            | Self::Notes(_)
            | Self::Points(_)
            | Self::Seats(_)
            | Self::LastTime => NoteKind::default(),
        }
    }

    /// Where keys are looked up, at this part of the guide, before they are looked up in the room.
    pub(super) fn contexts(self, line: LineIs, course: Course) -> Vec<Context> {
        let writing = (line == LineIs::Written).then_some(Context::Writing);
        let closed = (course.kind() == PartKind::Closed).then_some(Context::Closed);
        let card = match self {
            Self::Away if line == LineIs::Free && course.probe().is_some() => Some(Context::Probe),
            Self::Seats(_) if line == LineIs::Free => return vec![Context::Seats],
            Self::Away | Self::Seats(_) | Self::LastTime => None,
            Self::Protocol(_) => return writing.into_iter().chain([Context::Protocol]).collect(),
            Self::LeaveOut(_) => return vec![Context::LeaveOut],
            Self::Withdrawal => return vec![Context::Withdrawal],
            Self::Answers(_) => return vec![Context::Answers],
            Self::States => return vec![Context::States],
            Self::Marks(_) => return vec![Context::Marks],
            Self::Reports(..) => return vec![Context::Reports],
            Self::Notes(_) => return writing.into_iter().chain([Context::LookBack]).collect(),
            Self::Points(_) => return writing.into_iter().chain([Context::Points]).collect(),
        };
        writing.into_iter().chain(card).chain(closed).collect()
    }

    /// Whether it stays while `action` is done: who goes elsewhere, or does something else, has nothing to choose there any more.
    pub(super) fn stays_for(self, action: Interview) -> bool {
        use Interview as I;
        match self {
            Self::Away | Self::Protocol(_) | Self::LeaveOut(_) | Self::Withdrawal => true,
            Self::Answers(_) | Self::Notes(_) | Self::Points(_) | Self::Seats(_) | Self::LastTime => {
                let walks = [I::NextQuestion, I::PreviousQuestion, I::NextTopic, I::PreviousTopic, I::AskedAndOn, I::WalkProbes, I::Guide];
                !walks.contains(&action)
            }
            Self::Reports(..) => [I::MustReport, I::ToldToReport, I::NoReport].contains(&action),
            Self::States => action == I::States || said_by(action).is_some(),
            Self::Marks(_) => action == I::Marks || marked_by(action).is_some(),
        }
    }
}
