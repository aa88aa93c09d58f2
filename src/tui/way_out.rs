//! The way out of a session and of the program: what is being written is kept, what is not on disk yet is said, and only who was told
//! and presses the key twice in a row after that leaves without it.

use crate::domain::incident::EndCause;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::domain::standing::Recorded;
use crate::tui::effect::Effect;
use crate::tui::keymap::action::Everywhere;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::playback::Playback;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Leaving;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;
use crate::words::spoken;

/// Whether the way out is taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// It is.
    Taken,
    /// Something is to be read before, and the key pressed twice.
    Barred,
}

/// Closes what is open, unless something is not on disk yet and nobody has been told.
pub(crate) fn close(face: &mut dyn Face, shared: &mut Shared) -> Way {
    face.leave(Leaving::ForAnother, shared);
    let way = warn(face, shared);
    if way == Way::Taken {
        shared.playback = Playback::default();
        shared.want(Effect::Halt);
        shared.want(Effect::CloseSession);
    }
    way
}

/// Quits; an interview under way asks first and is ended properly the second time.
pub(crate) fn quit(face: &mut dyn Face, shared: &mut Shared) -> Way {
    let words = |again: &Message| say!("quit-again", again = again.clone());
    if shared.is_under_way() && !shared.means_it(Everywhere::Quit, words) {
        return Way::Barred;
    }
    face.leave(Leaving::ForGood(EndCause::Finished), shared);
    warn(face, shared)
}

/// Whether whoever ended an interview, and was told that something is not on disk yet, need not press the key again, because it is now.
pub(crate) fn is_free(shared: &Shared) -> bool {
    let closed = shared.session().is_some_and(|s| s.phase() == Phase::Ended && !matches!(s.audio(), Audio::Live(_)));
    let safe = !shared.notices.stands(Subject::Disk) && !shared.notices.stands(Subject::Journal);
    closed && safe && shared.notices.stands(Subject::Leaving)
}

/// If something is not on disk, it is told on the way out, and the way is taken by whoever presses twice in a row after that: what was
/// pressed before may have been meant for the interview.
fn warn(face: &dyn Face, shared: &mut Shared) -> Way {
    let Some(left) = NotOnDisk::of(shared) else { return Way::Taken };
    if shared.notices.stands(Subject::Leaving) {
        let cost = left.cost();
        let taken = shared.means_it(Everywhere::Leave, |again| say!("leave-again", again = again.clone(), cost = cost));
        return if taken { Way::Taken } else { Way::Barred };
    }
    tell(face, &left, shared);
    Way::Barred
}

/// Whoever was told what leaving would cost is told it anew: more of it may be held, or less.
pub(crate) fn tell_anew(face: &dyn Face, shared: &mut Shared) {
    if let Some(left) = NotOnDisk::of(shared).filter(|_| shared.notices.stands(Subject::Leaving)) {
        tell(face, &left, shared);
    }
}

fn tell(face: &dyn Face, left: &NotOnDisk, shared: &mut Shared) {
    let key = if face.is_waited_for() { shared.key(Interview::EndInterview) } else { shared.key(Everywhere::Leave) };
    let text = say!("not-on-disk", what = left.words(), key = key, cost = left.cost());
    shared.tell(Subject::Leaving, Weight::Danger, text);
}

/// What no disk has taken yet.
struct NotOnDisk {
    recording: Option<Waiting>,
    changes: Option<Message>,
}

/// What of the recording waits in memory.
enum Waiting {
    /// Its end, of so many seconds.
    End(u32),
    /// All that there is, of so many seconds.
    All(u32),
}

impl NotOnDisk {
    /// Nothing where all is there.
    fn of(shared: &Shared) -> Option<Self> {
        let unsaved = shared.sitting.as_ref().filter(|_| shared.notices.stands(Subject::Journal));
        let changes = unsaved.filter(|sitting| sitting.unsaved() > 0).map(|sitting| match sitting.unsaved_notes() {
            0 => message!("n-changes", count = sitting.unsaved()),
            notes => message!(
                "changes-with-notes",
                changes = message!("n-changes", count = sitting.unsaved()),
                notes = message!("n-notes", count = notes)
            ),
        });
        let is_begun = shared.session().is_some_and(|session| session.recorded() == Recorded::Something);
        let waiting = if is_begun { Waiting::End(shared.held_seconds) } else { Waiting::All(shared.held_seconds) };
        let recording = shared.notices.stands(Subject::Disk).then_some(waiting);
        (recording.is_some() || changes.is_some()).then_some(Self { recording, changes })
    }

    fn words(&self) -> String {
        let recording = self.recording.as_ref().map(|waiting| match waiting {
            Waiting::End(seconds) => say!("waits-end", seconds = *seconds),
            Waiting::All(seconds) => say!("waits-all", seconds = *seconds),
        });
        let changes = self.changes.clone().map(|changes| spoken().say(changes));
        recording.into_iter().chain(changes).collect::<Vec<_>>().join("; ")
    }

    /// What becomes of it if one leaves now.
    fn cost(&self) -> String {
        let recording = self.recording.as_ref().map(|waiting| match waiting {
            Waiting::End(seconds) => message!("costs-end", seconds = *seconds),
            Waiting::All(seconds) => message!("costs-all", seconds = *seconds),
        });
        let changes = self.changes.as_ref().map(|_| message!("costs-changes"));
        say!("costs", what = changes.into_iter().chain(recording).collect::<Vec<_>>())
    }
}
