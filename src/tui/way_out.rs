//! The way out of a session and of the program: what is being written is kept, what is not on disk yet is said, and only who was told
//! and presses the key twice in a row after that leaves without it.

use crate::domain::incident::EndCause;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
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
use crate::tui::sitting::Sitting;

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
    let unsaved = shared.sitting.as_ref().map_or(0, Sitting::unsaved);
    let changes = Some(counted(unsaved, "change")).filter(|_| unsaved > 0 && shared.notices.stands(Subject::Journal));
    let key = if face.is_waited_for() { shared.key(Interview::EndInterview) } else { shared.key(Everywhere::Leave) };
    let again = format!("Free some space; it is tried every second. {key} twice leaves");
    let what = match (shared.notices.stands(Subject::Disk), changes) {
        (false, None) => return Way::Taken,
        _ if shared.notices.stands(Subject::Leaving) => {
            let taken = shared.means_it(Everywhere::Leave, |again| format!("{again} leaves without what is not on disk"));
            return if taken { Way::Taken } else { Way::Barred };
        }
        (true, None) => format!("not on disk yet: the end of the recording. {again} and loses it"),
        (true, Some(changes)) => format!("not on disk yet: the end of the recording, {changes}. {again} and loses that end"),
        (false, Some(changes)) => format!("not on disk yet: {changes}. {again}, and puts that into a file of its own"),
    };
    shared.tell(Subject::Leaving, Weight::Danger, what);
    Way::Barred
}
