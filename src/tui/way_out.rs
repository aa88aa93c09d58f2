//! The way out of a session and of the program: what is being written is kept, what is not on disk yet is said, and only who was told
//! and presses the key twice in a row after that leaves without it.

use crate::domain::incident::EndCause;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::domain::standing::Recorded;
use crate::domain::text::counted;
use crate::tui::effect::Effect;
use crate::tui::keymap::action::Everywhere;
use crate::tui::keymap::action::Interview;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::playback::Playback;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Leaving;
use crate::tui::shared::Shared;

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
    let words = |again: &str| format!("the interview goes on. {} ends it properly and leaves", again.replacen('t', "T", 1));
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
        let taken = shared.means_it(Everywhere::Leave, |again| format!("{again} leaves without what is not on disk, and {cost}"));
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
    let text =
        format!("not on disk yet: {}. Free some space; it is tried every second. {key} twice leaves, and {}", left.words(), left.cost());
    shared.tell(Subject::Leaving, Weight::Danger, text);
}

/// What no disk has taken yet.
struct NotOnDisk {
    recording: Option<Waiting>,
    changes: Option<String>,
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
            0 => counted(sitting.unsaved(), "change"),
            notes => format!("{}, {} among them", counted(sitting.unsaved(), "change"), counted(notes, "note")),
        });
        let is_begun = shared.session().is_some_and(|session| session.recorded() == Recorded::Something);
        let waiting = if is_begun { Waiting::End(shared.held_seconds) } else { Waiting::All(shared.held_seconds) };
        let recording = shared.notices.stands(Subject::Disk).then_some(waiting);
        (recording.is_some() || changes.is_some()).then_some(Self { recording, changes })
    }

    fn words(&self) -> String {
        let recording = self.recording.as_ref().map(|waiting| match waiting {
            Waiting::End(seconds) => format!("the end of the recording, {seconds} s"),
            Waiting::All(seconds) => format!("all of the recording, {seconds} s"),
        });
        recording.into_iter().chain(self.changes.clone()).collect::<Vec<_>>().join("; ")
    }

    /// What becomes of it if one leaves now.
    fn cost(&self) -> String {
        let recording = self.recording.as_ref().map(|waiting| match waiting {
            Waiting::End(seconds) => format!("loses those {seconds} s"),
            Waiting::All(seconds) => format!("loses those {seconds} s: nothing is recorded then"),
        });
        let changes = self.changes.as_ref().map(|_| "puts the changes into a file of their own".to_owned());
        changes.into_iter().chain(recording).collect::<Vec<_>>().join(" and ")
    }
}
