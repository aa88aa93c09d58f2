//! Between the words of the sound and those of the interface: what the recorder reports, and what the player is given to play.

use crate::audio::CaptureReport;
use crate::audio::Device;
use crate::audio::Mute;
use crate::audio::StreamFormat;
use crate::audio::playback::Clip;
use crate::domain::consent::Wish;
use crate::domain::session::Session;
use crate::domain::silenced::Cut;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::timeline::Span;
use crate::store::folder::SessionFolder;
use crate::tui::model::Microphone;
use crate::tui::model::Pick;
use crate::tui::msg::Begun;
use crate::tui::msg::SoundReport;

/// The recorded stretches of a session as the player takes them.
pub(crate) fn clips(session: &Session, folder: &SessionFolder) -> Vec<Clip> {
    let recorded = session.timeline().spans().iter().filter_map(|span| match span {
        // A take that no disk ever took has no file.
        Span::Recorded { frames: Frames(0), .. } => None,
        Span::Recorded { take, .. } if session.takes().get(take).is_some_and(|facts| facts.destroyed.is_some()) => None,
        Span::Recorded { from, take, frames, rate } => {
            let path = folder.file(&take.file_name());
            Some(Clip { path, from: *from, skip: Frames(0), frames: *frames, rate: *rate })
        }
        Span::Unrecorded { .. } => None,
    });
    if session.wants(Wish::DestroyAll) {
        return Vec::new();
    }
    let held = session.withholding().stretches();
    recorded.flat_map(|clip| without(&clip, held)).collect()
}

/// What of `clip` lies outside the stretches that are `held` back, which lie one after the other: what is silent wherever sound leaves is not
/// played either, frame by frame.
fn without(clip: &Clip, held: &[(Position, Position)]) -> Vec<Clip> {
    let cuts = held.iter().filter_map(|stretch| Cut::of(*stretch, clip.from, clip.rate).in_take(clip.frames));
    let (mut parts, mut at) = (Vec::new(), Frames(0));
    for Cut { from, to } in cuts.chain([Cut { from: clip.frames, to: clip.frames }]) {
        if from > at {
            let begins = clip.from.forward(at.duration(clip.rate));
            parts.push(Clip { from: begins, skip: clip.skip + at, frames: from - at, ..clip.clone() });
        }
        at = at.max(to);
    }
    parts
}

/// A report of the recorder in the interface's words.
pub(crate) fn sound(report: CaptureReport) -> SoundReport {
    match report {
        CaptureReport::Listening { device, .. } => SoundReport::Heard { device: microphone(device) },
        CaptureReport::Started { ticket, take, format, device, lead_in, .. } => {
            let StreamFormat { rate, channels } = format;
            SoundReport::Started { ticket, begun: Begun { take, rate, channels, device: microphone(device), lead_in } }
        }
        CaptureReport::Paused { take, frames } => SoundReport::Paused { take, frames },
        CaptureReport::Resumed { ticket, .. } => SoundReport::Resumed { ticket },
        CaptureReport::Checkpoint { take, frames } => SoundReport::Checkpoint { take, frames },
        CaptureReport::Lost { take, frames, why } => SoundReport::Lost { take, frames, why: why.to_string(), fault: why.fault() },
        CaptureReport::Moved { to } => SoundReport::Moved { to: to.map(microphone) },
        CaptureReport::Muted(Mute::On) => SoundReport::Muted,
        CaptureReport::Muted(Mute::Off) => SoundReport::Unmuted,
        CaptureReport::Gap { take, at, frames, why } => SoundReport::Gap { take, at_frame: at, frames, why },
        CaptureReport::Rolled { take, from, .. } => SoundReport::Rolled { take, from },
        CaptureReport::WriteFailed { why, .. } => SoundReport::Trouble { fault: why.fault() },
        CaptureReport::Held { seconds, of } => SoundReport::Held { seconds, of },
        CaptureReport::ClockCompared { take, ppb } => SoundReport::ClockCompared { take, ppb },
        CaptureReport::Closed { ended, lost } => SoundReport::Closed { ended, lost },
        CaptureReport::Refused { ticket, why } => SoundReport::Refused { ticket, why: why.to_string(), fault: why.fault() },
    }
}

/// A device that was opened, by whoever's choice: it is this one now.
fn microphone(device: Device) -> Microphone {
    Microphone { id: device.id, name: device.name, pick: Pick::Somebodys }
}
