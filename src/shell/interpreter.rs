//! Between the words of the sound and those of the interface: what the recorder reports, and what the player is given to play.

use crate::audio::CaptureReport;
use crate::audio::StreamFormat;
use crate::audio::playback::Clip;
use crate::audio::route::Mute;
use crate::domain::session::Session;
use crate::domain::time::Frames;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::store::folder::SessionFolder;
use crate::tui::msg::Sound;

/// The recorded stretches of a session as the player takes them.
pub(in crate::shell) fn clips(session: &Session, folder: &SessionFolder) -> Vec<Clip> {
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
pub(in crate::shell) fn sound(report: CaptureReport) -> Sound {
    let number = TakeNumber;
    match report {
        CaptureReport::Listening { device, .. } => Sound::Heard { device: device.name },
        CaptureReport::Started { ticket, take, format, device, lead_in, .. } => {
            let StreamFormat { rate, channels } = format;
            Sound::Started { ticket, take: number(take), rate, channels, device: device.name, lead_in }
        }
        CaptureReport::Paused { take, frames } => Sound::Paused { take: number(take), frames },
        CaptureReport::Resumed { ticket, .. } => Sound::Resumed { ticket },
        CaptureReport::Checkpoint { take, frames } => Sound::Checkpoint { take: number(take), frames },
        CaptureReport::Lost { take, frames, why } => Sound::Lost { take: number(take), frames, why: why.to_string() },
        CaptureReport::Moved { to } => Sound::Moved { to: to.map(|device| device.name) },
        CaptureReport::Muted(Mute::On) => Sound::Muted,
        CaptureReport::Muted(Mute::Off) => Sound::Unmuted,
        CaptureReport::Gap { take, at, frames } => {
            Sound::Gap { take: number(take), at_frame: at, frames, why: "the audio did not arrive in time".into() }
        }
        CaptureReport::Rolled { take, from, .. } => Sound::Rolled { take: number(take), from: number(from.take), kept: from.frames },
        CaptureReport::WriteFailed { why, .. } => {
            // What matters comes first: a narrow terminal cuts the end.
            Sound::Trouble { what: format!("the disk failed: the recording goes on, in memory or in a new file. {why}") }
        }
        CaptureReport::Held { seconds, of } => Sound::Held { seconds, of },
        CaptureReport::ClockCompared { take, ppb } => Sound::ClockCompared { take: number(take), ppb },
        CaptureReport::Closed { ended, lost } => Sound::Closed { take: number(ended.take), frames: ended.frames, lost },
        CaptureReport::Refused { ticket, why } => Sound::Refused { ticket, why: why.to_string() },
    }
}
