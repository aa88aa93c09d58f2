//! The face that every screen turns to `update`: what it is asked, told and may answer. Whatever a screen does not mind it leaves as it
//! stands here, so that a new one says only what is its own.

use crate::domain::agenda::Part;
use crate::domain::guide::Id;
use crate::domain::incident::EndCause;
use crate::domain::time::Position;
use crate::tui::chord::Chord;
use crate::tui::effect::NewSession;
use crate::tui::hand::Asked;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::line::Line;
use crate::tui::microphone::Known;
use crate::tui::microphone::Microphone;
use crate::tui::msg::CheckReport;
use crate::tui::msg::FiguresReport;
use crate::tui::msg::RegisterReport;
use crate::tui::msg::SoundReport;
use crate::tui::place::Spot;
use crate::tui::recorded;
use crate::tui::shared::Shared;
use crate::words::message::Message;

/// Where a screen wants to go. Only `update` goes there.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Go {
    /// It stays.
    Nowhere,
    /// Back to the list of sessions, or out of the program where there is none.
    Home,
    /// To the list, covered by what is said of the interview that was just held.
    Held,
    /// To an empty form.
    Setup,
    /// Into the interview that was set up before, with the form as it stands now.
    Interview(Box<NewSession>),
    /// To the notes and the sound of the session that is open.
    Listen,
    /// To its summary.
    Statements,
    /// To what is to be seen to after it.
    Ends,
    /// To its letters.
    Letters,
    /// To the register of participants.
    Register,
    /// To the wall.
    Wall,
    /// To the figures.
    Figures,
    /// Out of the program.
    Quit,
    /// To something that was found, in whichever session it is.
    Found(Spot),
    /// To whatever this action leads to, asked for so.
    Do(Action, Asked),
}

/// Where one came from to a screen, and where the way back leads.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) enum CameFrom {
    /// The notes and the sound.
    Listening,
    /// The member check.
    MemberCheck,
    /// Anywhere else: back to the list.
    #[default]
    Elsewhere,
}

impl CameFrom {
    /// The way back.
    pub(crate) fn way_back(self) -> Go {
        match self {
            Self::Listening => Go::Listen,
            Self::MemberCheck => Go::Statements,
            Self::Elsewhere => Go::Home,
        }
    }
}

/// Why a screen is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Leaving {
    /// Another takes its place.
    ForAnother,
    /// The program ends, and an interview under way with it.
    ForGood(EndCause),
}

/// What `update` asks of a screen.
pub(crate) trait Face {
    /// Where its keys are looked up, the innermost first and the screen itself last.
    fn contexts(&self) -> Vec<Context>;

    /// Does `action`, whether a key or the palette asked for it.
    fn act(&mut self, action: Action, shared: &mut Shared) -> Go;

    /// A key was pressed, whatever it means, or something was pasted.
    fn pressed(&mut self, _: &mut Shared) {}

    /// The check of the room got so far.
    fn room_check_is(&mut self, _: &CheckReport, _: &mut Shared) {}

    /// The line that is being written, if one is.
    fn line(&mut self) -> Option<&mut Line> {
        None
    }

    /// A key that edits the line, or that the table does not know here.
    fn write(&mut self, chord: Chord, _: &mut Shared) -> Go {
        if let Some(line) = self.line() {
            line.edit(chord);
        }
        Go::Nowhere
    }

    /// Goes to this part of the guide, which was chosen in a list.
    fn go_to(&mut self, _: Part, _: &mut Shared) {}

    /// Goes to something that was found in the session that is open.
    fn found(&mut self, _: &Spot, _: &mut Shared) -> Go {
        Go::Nowhere
    }

    /// They raised the question at this part of the guide by themselves, at that moment.
    fn raised(&mut self, _: Part, _: Position, _: &mut Shared) {}

    /// The note that is being written, or was saved last, belongs to this part of the guide.
    fn belongs(&mut self, _: Part, _: &mut Shared) {}

    /// Puts text into the line that is being written, and gives back what was too long.
    fn paste(&mut self, text: &str, _: &mut Shared) -> Option<String> {
        self.line()?.paste(text)
    }

    /// How many things there are to choose from by number, where the screens are told.
    fn choices(&self, _: &Shared) -> usize {
        0
    }

    /// Goes to choice number `nth` of them, counted from 0.
    fn select(&mut self, _nth: usize, _: &mut Shared) {}

    /// The same, and does what is done with one that was chosen by its number.
    fn choose_nth(&mut self, nth: usize, shared: &mut Shared) -> Go {
        self.select(nth, shared);
        Go::Nowhere
    }

    /// What Esc would do.
    fn esc(&self) -> Esc {
        Esc::Leads
    }

    /// Where the key leads that goes back.
    fn back(&mut self, _: &mut Shared) -> Go {
        Go::Home
    }

    /// Whether no key is heard: what is pressed was meant for the screen before.
    fn is_deaf(&self, _now_ms: u64) -> bool {
        false
    }

    /// Whether the microphone is being taken again after a pause.
    fn is_resuming(&self) -> bool {
        false
    }

    /// Whether an interview that has ended waits here for the disk.
    fn is_waited_for(&self) -> bool {
        false
    }

    /// The question on which the guide is opened as a list: the one that is open.
    fn question<'s>(&self, shared: &'s Shared) -> Option<&'s Id> {
        shared.session()?.open_question()
    }

    /// Whether something on it moves by itself.
    fn moves(&self, _: &Shared) -> bool {
        false
    }

    /// How far to the left the footer has `bind` at this moment, where the table says nothing better; 9 is not there.
    fn rank(&self, bind: &Bind, _: &Shared) -> u8 {
        bind.rank
    }

    /// What `action` does at this moment, in a word, if that is another than the table's.
    fn label(&self, _: Action, _: &Shared) -> Option<Message> {
        None
    }

    /// A turn of the loop went by.
    fn turn(&mut self, _: &mut Shared) {}

    /// A message was taken: what follows from it is seen to.
    fn see_to_the_rest(&mut self, _: &mut Shared) {}

    /// The recorder reports this; what it is to the session is known already.
    fn heard(&mut self, report: &SoundReport, shared: &mut Shared) {
        if let SoundReport::Moved { to } = report {
            recorded::tell_of_move(to.as_ref(), shared);
        }
    }

    /// The microphones that the study offers are others than `before`, of which was `known` what is said.
    fn microphones_came(&mut self, _before: &[Microphone], _known: Known, _: &mut Shared) {}

    /// The register was read, or written, or could not be.
    fn register_is(&mut self, _: &RegisterReport, _: &mut Shared) {}

    /// The figures were counted, or cannot be.
    fn figures_are(&mut self, _: Result<FiguresReport, String>, _: &mut Shared) {}

    /// The session is about to be closed for good.
    fn closed(&mut self, _: &Shared) {}

    /// It is left: what is being written is kept.
    fn leave(&mut self, _: Leaving, _: &mut Shared) {}
}
