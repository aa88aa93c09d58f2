//! `hearback withhold`: what a participant does not want to be used.
//!
//! Nothing is deleted here: what is withheld stays in the journal and in the sound until somebody destroys them, and that is said each time.

use std::path::Path;

use crate::domain::command::Command;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::time::Stamp;
use crate::domain::withheld::What;
use crate::domain::withheld::WithheldId;
use crate::domain::withheld::WithheldLifted;
use crate::shell::archive;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::sessions::opening::Held;
use crate::shell::archive::study::OpenStudy;
use crate::shell::cli::options::WhatToWithhold;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::consent::said;
use crate::shell::command::outside;
use crate::shell::command::shown::WithheldShown;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::folder::SessionFolder;
use crate::words::say;

pub(super) fn withhold(study: Option<&Path>, wish: &str, of: WhatToWithhold, readers: For, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    if let Some(words) = archive::lent::sweep() {
        remark(noted(words));
    }
    let folder = study.folder.session(wish)?;
    let WhatToWithhold { note, from, to, reason, lift, told, whom, on } = of;
    let command = match (note, from.zip(to), lift) {
        (Some(note), ..) => Command::Withhold { what: What::Note(NoteId(note)), reason: reason.unwrap_or_default() },
        (None, Some((from, to)), _) => {
            let what = What::Stretch(moment(&from)?, moment(&to)?);
            Command::Withhold { what, reason: reason.unwrap_or_default() }
        }
        (None, None, Some(id)) => {
            let said = said([told, whom.map(String::from), on].map(Option::unwrap_or_default), "--whom", clock::wall())?;
            Command::LiftWithheld(WithheldLifted { id: WithheldId(id), said })
        }
        (None, None, None) => {
            let found = sessions::read(&folder)?;
            return list(&folder, &found.session, readers);
        }
    };
    let now = clock::wall();
    let mut held = opening::open(&folder, now, &identity.sign())?;
    happens(&mut held, command, now)?;
    held.forget_unwanted(&folder)?;
    list(&folder, &held.found.session, readers)
}

/// What is withheld, and what that means.
fn list(folder: &SessionFolder, session: &Session, readers: For) -> Result<(), Failure> {
    let ever = session.withholding().ever();
    if readers == For::Programs {
        return put_json(&ever.map(|(one, lifted)| WithheldShown::of(one, lifted, session, folder)).collect::<Vec<_>>());
    }
    if ever.count() == 0 {
        put(say!("withheld-none"));
        return Ok(());
    }
    for (one, lifted) in session.withholding().ever() {
        let state = match lifted {
            None => say!("withheld-stands"),
            Some(WithheldLifted { said, .. }) if said.is_in_interview() => say!("withheld-slip"),
            Some(WithheldLifted { said, .. }) => say!("withheld-lifted", told = &said.told, whom = &said.to, day = &said.on),
        };
        let state = match (session.is_silenced(one.id), lifted) {
            (false, _) => state,
            (true, None) => say!("withheld-silenced", state = state),
            (true, Some(_)) => say!("withheld-lifted-silenced", state = state),
        };
        put(format!("{:>3}  {}: {state}", one.id.0, one.place()));
    }
    let standing: Vec<_> = session.withholding().now().collect();
    let all_silent = standing.iter().all(|one| session.is_silenced(one.id));
    put(match &standing[..] {
        [] => say!("withheld-none-now"),
        _ if all_silent => say!("withheld-stays-in-journal"),
        _ => say!("withheld-stays"),
    });
    outside::tell(&outside::before(session, folder), &folder.name());
    Ok(())
}

/// A moment as people write it: `23:50`, `1:02:03`, or seconds.
pub(super) fn moment(text: &str) -> Result<Position, Failure> {
    let parts: Option<Vec<u64>> = text.split(':').map(|part| part.parse().ok()).collect();
    let seconds = parts.filter(|parts| parts.len() <= 3 && parts.iter().skip(1).all(|part| *part < 60));
    let seconds = seconds.map(|parts| parts.iter().fold(0_u64, |sum, part| sum.saturating_mul(60).saturating_add(*part)));
    // Longer than any interview is no moment of one.
    seconds
        .filter(|seconds| *seconds < 1_000 * 3_600)
        .map(Position::from_secs)
        .ok_or_else(|| Failure::new(Kind::Usage, say!("withheld-no-moment", text = text)))
}

/// Lets what follows from `command` have happened now.
pub(super) fn happens(held: &mut Held, command: Command, now: Stamp) -> Result<(), Failure> {
    let event = held.found.session.decide(command).map_err(|refusal| Failure::mendable(refusal.to_string()))?;
    held.note(&[event], now)?;
    Ok(())
}
