//! What the form says of the microphone, of the voice from the other end of a call, of the computer, and by which keys answers are given.

use crate::domain::prepared::FarVoice;
use crate::tui::keymap::action::Setup as S;
use crate::tui::model::Model;
use crate::tui::msg::Supply;
use crate::tui::screen::setup::Far;
use crate::tui::screen::setup::SetupForm;
use crate::tui::shared::METER_BARS;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::words::say;

/// What is known of the microphone: its name and a level that moves, or why there is none.
pub(super) fn sound(model: &Model, setup: &SetupForm, look: Look) -> String {
    if let Some(why) = setup.trouble() {
        return why.to_owned();
    }
    let Some(device) = setup.device() else { return say!("opening-the-microphone") };
    let meter = parts::meter(model.shared.gauges.meter.iter().copied(), METER_BARS, look);
    let level = model.shared.gauges.meter.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let heard = if setup.is_heard() { say!("microphone-heard") } else { say!("say-something") };
    if level.is_finite() {
        format!("{meter} {level:>4.0} dB  {heard}  ({device})")
    } else {
        format!("{meter} {}  {heard}  ({device})", say!("no-level"))
    }
}

/// What is known of the computer behind the room on its disk, in one row where it fits.
pub(super) fn machine(model: &Model, room: String) -> String {
    let battery = model.shared.gauges.last.battery.map(|battery| match battery.supply {
        Supply::Mains => say!("setup-battery-on-mains", percent = u32::from(battery.percent)),
        Supply::Battery => say!("setup-battery", percent = u32::from(battery.percent)),
    });
    let encrypted = model.shared.offer.whereabouts.as_ref().map(|place| place.encrypted.words());
    std::iter::once(room).chain(battery).chain(encrypted).collect::<Vec<_>>().join("; ")
}

/// Where it is with the voice from the other end, and what to do.
pub(crate) fn far_voice(model: &Model, far: Far) -> String {
    let key = model.shared.key(S::Right);
    match far {
        Far::NotTried => say!("setup-far-not-tried", key = key),
        Far::Listening { .. } => say!("setup-far-listening"),
        Far::Tried(FarVoice::Heard) => FarVoice::Heard.words(),
        Far::Tried(FarVoice::NotHeard) => say!("setup-far-not-heard", key = key),
    }
}

/// How the answers are said to be given, and the keys that answer.
pub(super) fn how_given(model: &Model, setup: &SetupForm) -> String {
    let [yes, no, all, key] = [S::Yes, S::No, S::AllYes, S::How].map(|action| model.shared.key(action));
    let (how, other) = (setup.how().words(), setup.how().other().words());
    say!("setup-how-given", how = how, key = key, other = other, yes = yes, no = no, all = all)
}
