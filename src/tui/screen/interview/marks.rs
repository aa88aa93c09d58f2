//! The row of marks: what was said or asked just now and is worth a mark without a word. A name was said that whoever transcribes has to
//! leave out; a probe was asked that the guide does not have.
//!
//! The moment is that of the key that laid the row there. A digit says what it was, by a key that came alone; whatever else is pressed puts
//! the row away and is what it always is.

use crate::domain::agenda::question;
use crate::domain::command::Command;
use crate::domain::coverage::OwnProbe;
use crate::domain::names::NameOf;
use crate::domain::note::NoteStamp;
use crate::domain::session::Session;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::course::Course;
use crate::tui::screen::interview::points;
use crate::tui::shared::Shared;
use crate::words::say;

/// What may be marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A name was said.
    Name(NameOf),
    /// A probe was asked.
    Probe(OwnProbe),
    /// The note that was saved last is to be read back.
    Point,
}

impl Mark {
    /// What it is, in a word or two.
    pub(crate) fn words(self) -> String {
        match self {
            Self::Name(of) => of.words(),
            Self::Probe(probe) => say!("own-probe", kind = probe.word()),
            Self::Point => say!("mark-point"),
        }
    }
}

/// The marks, each with the key that makes it, in the order of the row.
pub(crate) const MARKS: [(Interview, Mark); 6] = [
    (Interview::NameOfPerson, Mark::Name(NameOf::Person)),
    (Interview::NameOfPlace, Mark::Name(NameOf::Place)),
    (Interview::NameOfOther, Mark::Name(NameOf::Other)),
    (Interview::Improvised, Mark::Probe(OwnProbe::Improvised)),
    (Interview::Clarifying, Mark::Probe(OwnProbe::Clarifying)),
    (Interview::GatherPoint, Mark::Point),
];

/// The mark that `action` makes, if it is one of the row's.
pub(super) fn marked_by(action: Interview) -> Option<Mark> {
    MARKS.into_iter().find(|(key, _)| *key == action).map(|(_, mark)| mark)
}

/// Makes `mark` of the moment at `stamp`, and says so.
pub(super) fn make(mark: Mark, stamp: NoteStamp, course: Course, shared: &mut Shared) {
    match mark {
        Mark::Point => points::gather(shared),
        Mark::Name(named) => {
            if shared.ask(Command::MarkName { named, stamp }) {
                let count = shared.session().map_or(0, |session| session.names().len());
                let at = stamp.position().to_string();
                shared.say(Weight::News, say!("name-marked", of = named.word(), at = at, count = count));
            }
        }
        Mark::Probe(own) => {
            let here = shared.session().and_then(|session| question(session, course.part()));
            let Some((id, label)) = here.map(|question| (question.id.clone(), question.label().trim().to_owned())) else {
                return shared.say(Weight::News, say!("no-question-here"));
            };
            if shared.ask(Command::AskProbe { question: id.clone(), own, at: stamp.raw }) {
                let counted = |session: &Session| session.coverage().own_probes_counted(&id);
                let asked = shared.session().and_then(counted).unwrap_or_default();
                shared.say(Weight::News, say!("own-probe-marked", question = label, asked = asked));
            }
        }
    }
}
