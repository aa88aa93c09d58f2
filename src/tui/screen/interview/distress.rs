//! When it becomes too much: one key lays the protocol over the guide and stamps the moment, a digit says what was chosen.
//!
//! Nothing here ends anything: taking a break and stopping go off the record, and the interview is ended by the key that always ends it.
//! Notes can be written meanwhile; a digit is an answer only on an empty line.

use crate::domain::agenda::question;
use crate::domain::command::Command;
use crate::domain::coverage::Coverage;
use crate::domain::coverage::Mark;
use crate::domain::distress::protocol;
use crate::domain::event::DistressChoice;
use crate::domain::guide::DistressRecording;
use crate::domain::session::Phase;
use crate::domain::session::Session;
use crate::tui::chord::Chord;
use crate::tui::hand;
use crate::tui::keymap::Action;
use crate::tui::model::Model;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::Card;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::act;
use crate::tui::screen::interview::room;
use crate::tui::screen::interview::sound;
use crate::tui::screen::interview::with_room;

/// The choices: the key, what is chosen, and a word for it.
pub(crate) const CHOICES: [(char, DistressChoice, &str); 4] = [
    ('1', DistressChoice::GoOn, "go on"),
    ('2', DistressChoice::Skip, "leave it"),
    ('3', DistressChoice::Break, "break"),
    ('4', DistressChoice::Stop, "stop"),
];

/// Why a question was left that became too much.
const REASON: &str = "it became too much";

/// Lays the protocol over the guide and stamps the moment; pressed again, puts it away.
pub(super) fn open(model: &mut Model) {
    let Some(shown) = room(model).map(Room::card) else { return };
    if let Card::Protocol(_) = shown {
        return with_room(model, |room| room.lay(Card::Away));
    }
    let at = model.shared.now.position;
    if !model.shared.ask(Command::Distress { at, choice: DistressChoice::Opened }) {
        return;
    }
    with_room(model, |room| room.lay(Card::Protocol(0)));
    let rule = model.session().and_then(|s| s.guide().distress.as_ref()).map(|d| d.recording);
    if rule == Some(DistressRecording::Stop) {
        pause(model);
    }
}

pub(super) fn go_to_step(model: &mut Model, step: usize) {
    let count = model.session().map_or(0, |s| protocol(s.guide()).len());
    if step >= count {
        return model.shared.say(Weight::News, "that was the last step; F8 puts the protocol away");
    }
    with_room(model, |room| room.lay(Card::Protocol(step)));
}

/// What `chord` chooses, if the protocol lies over the guide and nothing is being written.
pub(crate) fn chosen(model: &Model, chord: Chord) -> Option<DistressChoice> {
    room(model).filter(|room| matches!(room.card, Card::Protocol(_)) && room.line.is_empty())?;
    CHOICES.iter().find(|(digit, ..)| chord.typed() == Some(*digit)).map(|(_, choice, _)| *choice)
}

/// They chose this: it is stamped, done as far as it can be, and said.
pub(crate) fn choose(model: &mut Model, choice: DistressChoice) {
    if !hand::came_alone(model) || !model.shared.ask(Command::Distress { at: model.shared.now.position, choice }) {
        return;
    }
    with_room(model, |room| room.lay(Card::Away));
    match choice {
        DistressChoice::Skip => leave_question(model),
        DistressChoice::Break => {
            pause(model);
            model.shared.say(Weight::News, "a break: nothing is captured; F9 goes on");
        }
        DistressChoice::Stop => {
            pause(model);
            // It stands for as long as the pause does.
            model.shared.tell(
                Subject::Pause,
                Weight::Warning,
                "they stop here: nothing is captured any more. F10 twice ends the interview; F9 goes on",
            );
        }
        DistressChoice::GoOn | DistressChoice::Opened | DistressChoice::Newer => model.shared.say(Weight::News, "stamped: they go on"),
    }
}

/// Off the record, unless it is already.
fn pause(model: &mut Model) {
    if model.session().is_some_and(|s| s.phase() == Phase::Recording) {
        sound::off_record(model);
    }
}

/// Leaves the open question, with the reason if nothing was said of it yet, and goes to the next.
fn leave_question(model: &mut Model) {
    let here = room(model).map(Room::part).zip(model.session()).and_then(|(part, session)| question(session, part));
    let untouched = here.filter(|q| model.session().map(Session::coverage).is_some_and(|c| c.of(&q.id) == Coverage::NotYet));
    if let Some(question) = untouched.map(|q| q.id.clone()) {
        let mark = Mark { coverage: Coverage::Skipped, reason: Some(REASON.to_owned()) };
        model.shared.ask(Command::MarkCoverage { question, mark, at: model.shared.now.position });
    }
    model.shared.say(Weight::News, "stamped: the question is left");
    act(model, Action::NextQuestion);
}
