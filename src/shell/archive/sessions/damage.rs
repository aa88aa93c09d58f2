//! A journal that is damaged before its end, or has lost the session's set-up, is made into one that can be read again.

use crate::domain::event::Event;
use crate::domain::event::Opened;
use crate::domain::guide::Guide;
use crate::domain::incident::Incident;
use crate::domain::incident::SetUp;
use crate::domain::named::Worded;
use crate::domain::session::Session;
use crate::domain::study::StudySettings;
use crate::domain::time::Stamp;
use crate::shell::archive::sessions::frozen_guide;
use crate::shell::archive::sessions::guide_sum;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::salvage;
use crate::store::salvage::Addition;
use crate::store::salvage::Salvaged;
use crate::words::say;

/// Makes a journal that can be read again out of one that is damaged before its end or has lost the session's set-up, and says what it
/// cost. The damaged one is kept beside it. On any other journal nothing is done.
pub(crate) fn rescue(folder: &SessionFolder, study: &StudySettings, now: Stamp, who: &str) -> Result<Option<String>, StoreError> {
    let _held = folder.lock()?;
    let mut what = None;
    let recovered = salvage::recover(&folder.journal(), now, Some(who), |saved| {
        let bytes = folder.guide()?;
        let guide = frozen_guide(folder, &bytes)?;
        let set_up = saved.lacks_set_up().then(|| set_up_again(folder, saved, &guide, &bytes, study)).transpose()?;
        let incident = cost(saved, if set_up.is_some() { SetUp::MadeAgain } else { SetUp::Kept });
        what = Some(incident.words());
        let session = Session::replay(guide, set_up.iter().chain(saved.events()));
        let at = session.ok_or_else(|| StoreError::Empty(folder.journal()))?.timeline().end();
        Ok(Addition { set_up, last: Event::Incident { at, incident: incident.into() } })
    })?;
    Ok(recovered.map(|done| say!("journal-mended", what = what.unwrap_or_default(), file = done.original.display().to_string())))
}

/// What the damage to a journal has cost.
fn cost(saved: &Salvaged, set_up: SetUp) -> Incident {
    let [kept, unproven] = [saved.entries.len(), saved.unproven.len()].map(|n| n as u64);
    Incident::Damaged { kept, unproven, lost: saved.missing, set_up }
}

/// The set-up of a session whose journal has lost it, from what else is known.
fn set_up_again(folder: &SessionFolder, saved: &Salvaged, guide: &Guide, bytes: &[u8], study: &StudySettings) -> Result<Event, StoreError> {
    let unknown = || StoreError::Empty(folder.journal());
    let (date, participant, round) = folder.named_after().ok_or_else(unknown)?;
    // Set-up and what follows it are moments apart. If what is left is of another day, midnight stands for a time that is not known.
    let first = saved.entries.first().map(|entry| entry.at).filter(|at| at.date() == date);
    let at = first.or_else(|| Stamp::from_rfc3339(&format!("{date}T00:00:00.000+00:00"))).ok_or_else(unknown)?;
    // Its id is not known any more, and another would be another session's.
    let set_up = Opened::of(at, participant.as_str(), round, guide);
    Ok(Event::Opened(Opened { guide_sum: guide_sum(bytes), reaction_ms: study.reaction_ms, ..set_up }))
}
