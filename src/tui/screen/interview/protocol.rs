//! When it becomes too much: one key lays the protocol over the guide and stamps the moment, a digit says what was chosen.
//!
//! Nothing here ends anything: taking a break and stopping go off the record, and the interview is ended by the key that always ends it.
//! Notes can be written meanwhile; a digit is an answer only on an empty line.

use crate::domain::command::Command;
use crate::domain::distress::DistressChoice;
use crate::domain::distress::protocol as steps;
use crate::domain::guide::care::DistressRecording;
use crate::domain::session::Session;
use crate::domain::standing::Phase;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::course::Course;
use crate::tui::screen::interview::microphone::Source;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

/// The choices, each with a word for it.
pub(crate) const CHOICES: [(Interview, fn() -> Message); 4] = [
    (Interview::TheyGoOn, || message!("they-go-on")),
    (Interview::TheyLeaveIt, || message!("they-leave-it")),
    (Interview::TheyTakeABreak, || message!("they-take-a-break")),
    (Interview::TheyStop, || message!("they-stop")),
];

/// Stamps the moment, and goes off the record where the guide says so. Whether it was stamped.
pub(super) fn open(source: &mut Source, shared: &mut Shared) -> bool {
    let at = shared.now.position;
    if !shared.ask(Command::Distress { at, choice: DistressChoice::Opened, on: shared.now.wall }) {
        return false;
    }
    let rule = shared.session().and_then(|s| s.guide().distress.as_ref()).map(|d| d.recording);
    if rule == Some(DistressRecording::Stop) {
        pause(source, shared);
    }
    true
}

/// Step number `step`, if there is one; where the protocol ends before it, it is said how it is put away.
pub(super) fn step(step: usize, shared: &mut Shared) -> Option<usize> {
    let count = shared.session().map_or(0, |s| steps(s.guide()).len());
    if step >= count {
        let key = shared.key(Interview::Distress);
        shared.say(Weight::News, say!("last-step", key = key));
    }
    (step < count).then_some(step)
}

/// They chose this, and it is stamped: it is done as far as it can be, and said.
pub(super) fn follow(choice: DistressChoice, course: &mut Course, source: &mut Source, shared: &mut Shared) {
    match choice {
        DistressChoice::Skip => course.leave_question(&say!("became-too-much"), shared),
        DistressChoice::Break => {
            pause(source, shared);
            let (at, on) = (shared.now.position.to_string(), shared.key(Interview::OffRecord));
            shared.say(Weight::News, say!("a-break", at = at, on = on));
        }
        DistressChoice::Stop => {
            pause(source, shared);
            // It stands for as long as the pause does. What to do stands in large words above it.
            let (at, on) = (shared.now.position.to_string(), shared.key(Interview::OffRecord));
            let text = say!("they-stop-here", at = at, on = on);
            shared.tell(Subject::Pause, Weight::Warning, text);
        }
        DistressChoice::GoOn | DistressChoice::Opened | DistressChoice::Newer => {
            let on = shared.key(Interview::OffRecord);
            let is_off = shared.session().is_some_and(Session::is_off_record);
            let words = if is_off { say!("stamped-they-go-on-off", on = on) } else { say!("stamped-they-go-on") };
            shared.say(Weight::News, words);
        }
    }
}

/// Off the record, unless it is already.
fn pause(source: &mut Source, shared: &mut Shared) {
    if shared.phase() == Some(Phase::Recording) {
        source.off_record(shared);
    }
}
