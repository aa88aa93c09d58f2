//! What is left in a session's journal when something of it is destroyed.
//!
//! The journal holds what was noted, so it cannot stay as it is. Where all is destroyed there is a new one: that there was a session, with
//! whom, on which day and with which guide, that consent was taken back if it was, and what was destroyed. Nothing that anybody said, noted,
//! answered or heard is in it, nor where it was and who was there. Where only the notes or the transcripts are destroyed, each line that held
//! some of them is one that is lost: lines keep their numbers, because an undo names the line it answers. A no is kept whatever goes: only
//! the words that somebody added to it are not. No IO.

use std::collections::BTreeMap;

use crate::domain::consent::Said;
use crate::domain::destruction::Material;
use crate::domain::event::Event;
use crate::domain::event::Opened;
use crate::domain::time::Position;

/// What is left of the line that says `event`, when this is destroyed: nothing where it goes.
pub fn left_of(event: &Event, what: Material) -> Option<Event> {
    if what.is_all() {
        return left_of_all(event);
    }
    match (what, event) {
        (Material::Notes, event) => left_of_notes(event),
        // What was withheld of it, and who was given the sound, is none of its words.
        (Material::Transcript, Event::TranscriptImported(_) | Event::SpeakersNamed(_) | Event::PassageHeard(_)) => None,
        (Material::Transcript, Event::Undone { by, .. }) => left_of(by, what).map(|_| event.clone()),
        (_, event) => Some(event.clone()),
    }
}

fn left_of_all(event: &Event) -> Option<Event> {
    match event {
        Event::Opened(opened) => Some(Event::Opened(without_content(opened))),
        Event::ConsentWithdrawn(withdrawal) => {
            let mut kept = withdrawal.clone();
            kept.said = Said { told: String::new(), ..kept.said };
            kept.at = Position::START;
            Some(Event::ConsentWithdrawn(kept))
        }
        Event::Destruction(_) => Some(event.clone()),
        _ => None,
    }
}

/// The set-up without where it was, who was there, and what was known of them.
fn without_content(opened: &Opened) -> Opened {
    Opened {
        setting: String::new(),
        present: String::new(),
        attributes: BTreeMap::new(),
        leads: String::new(),
        types: String::new(),
        video: None,
        ..opened.clone()
    }
}

/// What has no word of a note in it, of a statement, of an answer or of a letter.
fn left_of_notes(event: &Event) -> Option<Event> {
    match event {
        Event::WentOffRecord { at, .. } => Some(Event::WentOffRecord { at: *at, reason: None }),
        Event::ReplyReceived(remark) if event.binds() => Some(Event::ReplyReceived(remark.without_words())),
        Event::Withheld(withheld) => {
            let mut kept = withheld.clone();
            kept.reason.clear();
            Some(Event::Withheld(kept))
        }
        Event::Undone { by, of } => {
            let by = left_of_notes(by)?;
            Some(Event::Undone { by: Box::new(by), of: *of })
        }
        Event::Opened(_)
        | Event::ConsentAnswered(_)
        | Event::ConsentWithdrawn(_)
        | Event::ConsentChanged(_)
        | Event::WithheldLifted(_)
        | Event::Prepared(_)
        | Event::Seats(_)
        | Event::Began
        | Event::TakeStarted { .. }
        | Event::Checkpoint { .. }
        | Event::Gap { .. }
        | Event::TakeClosed { .. }
        | Event::TakeMeasured { .. }
        | Event::TakeDestroyed { .. }
        | Event::SilencingBegun(_)
        | Event::Silenced(_)
        | Event::SilencingGivenUp { .. }
        | Event::Destruction(_)
        | Event::ClockCompared { .. }
        | Event::AudioStopped { .. }
        | Event::TimePassed { .. }
        | Event::Recovered { .. }
        | Event::Incident { .. }
        | Event::WentOnRecord { .. }
        | Event::Ended { .. }
        | Event::Reviewed
        | Event::Reopened
        | Event::TranscriptImported(_)
        | Event::SpeakersNamed(_)
        | Event::TranscriptHanded(_)
        | Event::SoundCopied(_)
        | Event::LineLost => Some(event.clone()),
        _ => None,
    }
}
