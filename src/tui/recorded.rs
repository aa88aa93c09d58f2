//! What the recorder reports becomes what happened to the session, and is said, whichever screen lies on top. What the screen itself makes
//! of a report is its own.

use crate::domain::audio_end::AudioEnd;
use crate::domain::event::Event;
use crate::domain::incident::Fault;
use crate::domain::incident::Incident;
use crate::domain::named::Worded;
use crate::domain::recording::EndedTake;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::millis_of;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::tui::microphone::Microphone;
use crate::tui::msg::CheckReport;
use crate::tui::msg::SoundReport;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::shared::Shared;
use crate::words::say;

/// Lets what `report` says have happened.
pub(crate) fn take(report: &SoundReport, shared: &mut Shared) {
    match *report {
        SoundReport::Checkpoint { take, frames } => {
            shared.notices.over(Subject::Disk);
            measured(take, frames, shared);
            if shared.session().is_some_and(|session| session.disk_refuses()) {
                shared.journal(Incident::DiskBack);
            }
        }
        // A pause, or a loss, says nothing about the disk that a checkpoint has not said.
        SoundReport::Paused { take, frames } | SoundReport::Lost { take, frames, .. } => measured(take, frames, shared),
        SoundReport::Gap { take, at_frame, frames, why } => {
            shared.happened(Event::Gap { take, at_frame, frames, why: why.into() });
            // In the session's own words, which know how long it was.
            if let Some(mishap) = shared.session().and_then(|s| s.incidents().last()) {
                let words = mishap.what.words();
                shared.tell(Subject::Happened, Weight::Warning, words);
            }
        }
        // One that is not of the session was closed because nobody waited for it.
        SoundReport::Closed { ended, lost } if frames_of(ended.take, shared).is_some() => closed(ended, lost, shared),
        SoundReport::ClockCompared { take, ppb } if frames_of(take, shared).is_some() => {
            shared.happened(Event::ClockCompared { take, ppb });
        }
        SoundReport::Closed { .. } | SoundReport::ClockCompared { .. } => {}
        SoundReport::Rolled { take, from } => rolled(take, from, shared),
        SoundReport::Held { seconds, of } => {
            let text = say!("disk-takes-nothing", seconds = seconds, of = of);
            shared.held_seconds = seconds;
            shared.tell(Subject::Disk, Weight::Danger, text);
        }
        SoundReport::Moved { ref to } => shared.journal(Incident::Moved { to: to.as_ref().map(|device| device.name.clone()) }),
        SoundReport::Muted => {
            shared.journal(Incident::Muted);
            let text = say!("muted");
            shared.tell(Subject::Mute, Weight::Danger, text);
        }
        SoundReport::Unmuted => {
            shared.journal(Incident::Unmuted);
            shared.notices.over(Subject::Mute);
            shared.tell(Subject::Happened, Weight::News, say!("unmuted"));
        }
        SoundReport::Trouble { ref fault } => {
            // What matters comes first: a narrow terminal cuts the end.
            let text = match fault.refused() {
                Some(why) => say!("disk-refuses", why = why.now(), todo = why.todo()),
                None => say!("goes-on-in-a-new-file", why = fault.words()),
            };
            shared.tell(Subject::Happened, Weight::Warning, text);
            shared.journal(Incident::Disk { fault: fault.clone().into() });
        }
        SoundReport::Heard { .. } | SoundReport::Started { .. } | SoundReport::Resumed { .. } | SoundReport::Refused { .. } => {}
    }
}

/// Says that the system records from another microphone, where none was chosen.
pub(crate) fn tell_of_move(to: Option<&Microphone>, shared: &mut Shared) {
    let name = to.map_or_else(|| say!("another-microphone"), |device| device.name.clone());
    shared.tell(Subject::Happened, Weight::News, say!("system-switched", microphone = name));
}

/// Says what was left behind of a check of the room, whichever screen lies on top.
pub(crate) fn tell_of_check(report: &CheckReport, shared: &mut Shared) {
    match report {
        CheckReport::Swept(count) => shared.tell(Subject::Study, Weight::Warning, say!("room-swept", count = *count)),
        CheckReport::Over { left: Some(why), .. } => {
            shared.tell(Subject::Happened, Weight::Danger, say!("room-left-behind", why = why));
        }
        CheckReport::Began | CheckReport::Over { left: None, .. } => {}
    }
}

fn frames_of(take: TakeNumber, shared: &Shared) -> Option<Frames> {
    shared.session().and_then(|s| s.timeline().frames_of(take))
}

/// So much of `take` is safe. One that is paused says the same again and again.
fn measured(take: TakeNumber, frames: Frames, shared: &mut Shared) {
    if frames_of(take, shared).is_some_and(|known| known != frames) {
        shared.happened(Event::Checkpoint { take, frames });
    }
}

/// A take of the session was closed, and so much of its end was lost.
fn closed(ended: EndedTake, lost: Frames, shared: &mut Shared) {
    let at = shared.now.position;
    shared.happened(ended.closed());
    shared.notices.over(Subject::Disk);
    let Some((fault, to)) = lost_after(ended.take, lost, shared) else { return };
    shared.tell(Subject::Happened, Weight::Danger, fault.words());
    // The session is as long as it was, and of its end there is no sound.
    let at = shared.session().map_or(at, |s| s.timeline().end());
    shared.happened(Event::AudioStopped { at, why: AudioEnd::Lost(fault.into()) });
    shared.happened(Event::TimePassed { at: to });
}

/// What is said of sound after `take` that no disk took to the very end, and where it would have ended; nothing if all was taken.
fn lost_after(take: TakeNumber, lost: Frames, shared: &Shared) -> Option<(Fault, Position)> {
    let is_take = |span: &Span| matches!(span, Span::Recorded { take: t, .. } if *t == take);
    let session = shared.session().filter(|_| lost > Frames(0))?;
    let Some(Span::Recorded { rate, .. }) = session.timeline().spans().iter().find(|span| is_take(span)) else { return None };
    let long = lost.duration(*rate);
    Some((Fault::EndNotTaken { ms: millis_of(long) }, session.timeline().end().forward(long)))
}

/// The recording went on in take `take` where `from` ended, and the timeline has no gap.
fn rolled(take: TakeNumber, from: EndedTake, shared: &mut Shared) {
    let is_from = |span: &&Span| matches!(span, Span::Recorded { take, .. } if *take == from.take);
    let span = shared.session().and_then(|s| s.timeline().spans().iter().find(is_from)).cloned();
    let Some(Span::Recorded { rate, from: began, .. }) = span else { return };
    shared.happened(from.closed());
    let at = began.forward(from.frames.duration(rate));
    let device = String::new(); // the same as before
    shared.happened(Event::TakeStarted { take, at, rate, channels: 0, device });
}
