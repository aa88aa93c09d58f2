//! What the keys do to what plays, the same on every screen on which something can be heard.

use std::time::Duration;

use crate::domain::hearing::Hearing;
use crate::domain::hearing::Speed;
use crate::domain::time::Position;
use crate::tui::keymap::action::Playing;
use crate::tui::notice::Weight;
use crate::tui::shared::Shared;
use crate::words::say;

/// How far the step back goes: a few words.
const STEP_BACK: Duration = Duration::from_secs(2);

/// Does `action` to what plays. Where it jumped to, if it did.
pub(crate) fn act(action: Playing, shared: &mut Shared) -> Option<Position> {
    let was = shared.hearing;
    let hears = |hearing: Hearing, shared: &mut Shared| {
        if hearing == was {
            let words = shared.playback.words(hearing);
            shared.say(Weight::News, say!("hearing-stays", words = words));
        } else {
            shared.hear(hearing);
        }
    };
    match action {
        Playing::PlayOrPause if shared.playback.is_playing() => shared.pause(),
        Playing::PlayOrPause => shared.play_on(),
        Playing::StepBack => return Some(jump(Way::Back, STEP_BACK, shared)),
        Playing::Back1 => return Some(jump(Way::Back, Duration::from_secs(1), shared)),
        Playing::Forward1 => return Some(jump(Way::On, Duration::from_secs(1), shared)),
        Playing::Back30 => return Some(jump(Way::Back, Duration::from_secs(30), shared)),
        Playing::Forward30 => return Some(jump(Way::On, Duration::from_secs(30), shared)),
        Playing::Slower => hears(Hearing { speed: was.speed.slower(), ..was }, shared),
        Playing::Faster => hears(Hearing { speed: was.speed.faster(), ..was }, shared),
        Playing::NormalSpeed => hears(Hearing { speed: Speed::NORMAL, ..was }, shared),
        Playing::Softer => hears(Hearing { volume: was.volume.softer(), ..was }, shared),
        Playing::Louder => hears(Hearing { volume: was.volume.louder(), ..was }, shared),
        Playing::Gain => hears(Hearing { gain: was.gain.next(), ..was }, shared),
    }
    None
}

/// Which way it jumps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Way {
    /// To what was heard before.
    Back,
    /// Past what comes next.
    On,
}

/// Jumps by `far`, and plays on from there if something plays.
pub(crate) fn jump(way: Way, far: Duration, shared: &mut Shared) -> Position {
    let head = shared.head();
    shared.seek(if way == Way::Back { head.back(far) } else { head.forward(far) });
    shared.head()
}
