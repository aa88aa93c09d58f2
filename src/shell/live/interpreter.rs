//! Between the words of the sound and those of the interface: what the recorder reports, and what the player is given to play.

use crate::audio::AudioError;
use crate::audio::CaptureReport;
use crate::audio::Device;
use crate::audio::EndedTake;
use crate::audio::Mute;
use crate::audio::StreamFormat;
use crate::audio::playback::Clip;
use crate::domain::incident::Doing;
use crate::domain::incident::Fault;
use crate::domain::incident::GapCause;
use crate::domain::session::Session;
use crate::domain::time::Frames;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::store::folder::SessionFolder;
use crate::tui::model::Microphone;
use crate::tui::model::Pick;
use crate::tui::msg::Begun;
use crate::tui::msg::Ended;
use crate::tui::msg::Sound;

/// The recorded stretches of a session as the player takes them.
pub(crate) fn clips(session: &Session, folder: &SessionFolder) -> Vec<Clip> {
    let recorded = session.timeline().spans().iter().filter_map(|span| match span {
        // A take that no disk ever took has no file.
        Span::Recorded { frames: Frames(0), .. } => None,
        Span::Recorded { from, take, frames, rate } => {
            let path = folder.file(&take.file_name());
            Some(Clip { path, from: *from, skip: Frames(0), frames: *frames, rate: *rate })
        }
        Span::Unrecorded { .. } => None,
    });
    recorded.collect()
}

/// A report of the recorder in the interface's words.
pub(crate) fn sound(report: CaptureReport) -> Sound {
    let number = TakeNumber;
    match report {
        CaptureReport::Listening { device, .. } => Sound::Heard { device: microphone(device) },
        CaptureReport::Started { ticket, take, format, device, lead_in, .. } => {
            let StreamFormat { rate, channels } = format;
            Sound::Started { ticket, begun: Begun { take: number(take), rate, channels, device: microphone(device), lead_in } }
        }
        CaptureReport::Paused { take, frames } => Sound::Paused { take: number(take), frames },
        CaptureReport::Resumed { ticket, .. } => Sound::Resumed { ticket },
        CaptureReport::Checkpoint { take, frames } => Sound::Checkpoint { take: number(take), frames },
        CaptureReport::Lost { take, frames, why } => Sound::Lost { take: number(take), frames, why: why.to_string(), fault: fault(&why) },
        CaptureReport::Moved { to } => Sound::Moved { to: to.map(microphone) },
        CaptureReport::Muted(Mute::On) => Sound::Muted,
        CaptureReport::Muted(Mute::Off) => Sound::Unmuted,
        CaptureReport::Gap { take, at, frames } => Sound::Gap { take: number(take), at_frame: at, frames, why: GapCause::Late },
        CaptureReport::Rolled { take, from, .. } => Sound::Rolled { take: number(take), from: ended(&from) },
        CaptureReport::WriteFailed { why, .. } => Sound::Trouble { fault: fault(&why) },
        CaptureReport::Held { seconds, of } => Sound::Held { seconds, of },
        CaptureReport::ClockCompared { take, ppb } => Sound::ClockCompared { take: number(take), ppb },
        CaptureReport::Closed { ended: take, lost } => Sound::Closed { ended: ended(&take), lost },
        CaptureReport::Refused { ticket, why } => Sound::Refused { ticket, why: why.to_string(), fault: fault(&why) },
    }
}

/// A device that was opened, by whoever's choice: it is this one now.
fn microphone(device: Device) -> Microphone {
    Microphone { id: device.id, name: device.name, pick: Pick::Somebodys }
}

/// A take that has ended, in the interface's words.
pub(crate) fn ended(take: &EndedTake) -> Ended {
    let EndedTake { take, frames, format: StreamFormat { rate, channels }, sha256 } = *take;
    Ended { take: TakeNumber(take), frames, rate, channels, sha256 }
}

/// What went wrong with sound, as journals have it.
pub(crate) fn fault(why: &AudioError) -> Fault {
    let file = |path: &std::path::Path| path.file_name().unwrap_or(path.as_os_str()).to_string_lossy().into_owned();
    match why {
        AudioError::NoDevice => Fault::NoMicrophone,
        AudioError::Busy { detail } => Fault::Busy { detail: detail.clone() },
        AudioError::Denied { detail } => Fault::Denied { detail: detail.clone() },
        AudioError::NotFound { wish, .. } => Fault::NotFound { wish: wish.clone() },
        AudioError::Unsupported { detail } => Fault::Unsupported { detail: detail.clone() },
        AudioError::Lost { detail } => Fault::Stopped { detail: detail.clone() },
        AudioError::Moved { detail } => Fault::Moved { detail: detail.clone() },
        AudioError::NotWav { path, why } => Fault::NotWav { file: file(path), detail: why.clone() },
        AudioError::Io { path, doing, source } => {
            let doing = match *doing {
                "created" => Doing::Created,
                "opened" => Doing::Opened,
                "written" => Doing::Written,
                "synced" => Doing::Synced,
                _ => Doing::Read,
            };
            Fault::File { file: file(path), doing, detail: source.to_string() }
        }
        AudioError::Other { detail } => Fault::Other { detail: detail.clone() },
    }
}
