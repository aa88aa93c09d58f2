//! `hearback silence`: what is withheld becomes silence in the sound, for good.
//!
//! Without `--yes` it says what would happen, and does nothing.

use std::path::Path;

use crate::audio::take::Depth;
use crate::disk::Disk;
use crate::disk::real::RealDisk;
use crate::domain::consent::Left;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::TakeSound;
use crate::domain::session::Session;
use crate::domain::silencing::Plan;
use crate::domain::silencing::TakePlan;
use crate::domain::silencing::plan;
use crate::domain::text::shown;
use crate::domain::time::Frames;
use crate::domain::time::length_words;
use crate::shell::archive;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::sessions::thorough;
use crate::shell::archive::silencing;
use crate::shell::archive::silencing::NotSilenced;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::remark;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::words::say;

/// Whether it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Meant {
    /// It is to be said what would happen.
    No,
    /// It is to be done.
    Yes,
}

/// More than a receipt and a line of the journal take.
const BESIDE: u64 = 1 << 20;

pub(super) fn silence(study: Option<&Path>, wish: &str, meant: Meant, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    archive::lent::sweep().into_iter().for_each(|words| remark(noted(words)));
    let folder = study.folder.session(wish)?;
    match meant {
        Meant::No => tell(&folder),
        Meant::Yes => carry_out(&folder, &identity.sign()),
    }
}

/// What is to be done in `session`, with each take beside its file.
fn planned(folder: &SessionFolder, session: &Session, depth: Depth) -> (Plan, Vec<TakeCheck>) {
    let checked = recordings::checked(folder, session, depth);
    let holds = |take| checked.iter().find(|check| check.take == take).and_then(TakeCheck::found).map(|sound| sound.frames);
    (plan(session, holds), checked)
}

/// Refuses a take that is not the one that was recorded, or too long for the room there is.
fn may_be_silenced(folder: &SessionFolder, plan: &Plan, checked: &[TakeCheck]) -> Result<(), Failure> {
    for check in checked.iter().filter(|check| plan.takes.iter().any(|one| one.take == check.take)) {
        if !check.state.is_as_recorded() {
            let why = check.remark(&folder.name()).unwrap_or_default();
            return Err(Failure::mendable(say!("silence-other-take", why = why)));
        }
    }
    let bytes = |one: &TakePlan| checked.iter().find(|check| check.take == one.take).and_then(TakeCheck::found).map(size);
    let needed = plan.takes.iter().filter_map(bytes).max().unwrap_or(0) + BESIDE;
    match RealDisk.free(folder.path()) {
        Some(free) if free < needed && !plan.takes.is_empty() => {
            let mb = |bytes: u64| bytes.div_ceil(1 << 20);
            Err(Failure::new(Kind::Storage, say!("silence-no-room", needed = mb(needed), free = mb(free))))
        }
        _ => Ok(()),
    }
}

/// How many bytes that sound takes on a disk.
fn size(sound: TakeSound) -> u64 {
    let Frames(frames) = sound.frames;
    frames.saturating_mul(2 * u64::from(sound.channels.max(1)))
}

/// Says what would happen.
fn tell(folder: &SessionFolder) -> Result<(), Failure> {
    if folder.is_held() {
        return Err(StoreError::Locked(folder.path().to_owned()).into());
    }
    let found = sessions::read(folder)?;
    let (plan, checked) = planned(folder, &found.session, Depth::Length);
    found.remarks.iter().for_each(|words| remark(noted(&*shown(words))));
    if plan.takes.is_empty() {
        put(say!("silence-nothing"));
        tell_lone(folder, &found.session, &plan);
        return Ok(());
    }
    may_be_silenced(folder, &plan, &checked)?;
    for one in &plan.takes {
        let places: Vec<String> =
            one.stretches().iter().map(|(a, b)| say!("withheld-stretch", from = a.to_string(), to = b.to_string())).collect();
        put(say!("silence-would", file = one.take.file_name(), places = places.join(", "), length = length_words(one.length())));
        // The waveform is drawn again: nothing is lost with it that anybody would miss.
        let own = destroy::beside(&folder.file(&one.take.file_name()));
        let others = silencing::others(folder, found.session.timeline(), one.take, Some(&one.stretches()));
        for other in others.iter().filter(|other| !own.contains(other)) {
            put(format!("    {}", say!("silence-also", file = &*shown(&other.display().to_string()))));
        }
    }
    put(say!("silence-means"));
    tell_lone(folder, &found.session, &plan);
    put(say!("silence-say-yes", session = folder.name()));
    Ok(())
}

/// Notes that are withheld by their number, with which no sound goes; and that they want more than silence, if they do.
fn tell_lone(folder: &SessionFolder, session: &Session, plan: &Plan) {
    if let Some(wish) = session.open_wish() {
        remark(noted(wish.what_to_do(Left::Files, Some(&folder.name()))));
    }
    for one in &plan.notes {
        let (from, to) = (one.around.0.to_string(), one.around.1.to_string());
        remark(noted(say!("silence-note-stays", note = one.note.0, from = from, to = to, session = folder.name())));
    }
}

/// Does it.
fn carry_out(folder: &SessionFolder, who: &str) -> Result<(), Failure> {
    let now = clock::wall();
    let mut held = opening::open(folder, now, who)?;
    held.mended.iter().chain(&held.found.remarks).for_each(|words| remark(noted(&*shown(words))));
    // A take of which no digest is known yet is read for one first: it is to be known what it was.
    let (plan, _) = planned(folder, &held.found.session, Depth::Length);
    if plan.takes.is_empty() {
        put(say!("silence-nothing"));
        tell_lone(folder, &held.found.session, &plan);
        return Ok(());
    }
    thorough::take_digests(folder, &mut held, now)?;
    let (plan, checked) = planned(folder, &held.found.session, Depth::Bytes);
    may_be_silenced(folder, &plan, &checked)?;
    let session = held.found.session.clone();
    let mut takes = Vec::new();
    for one in &plan.takes {
        let done = silencing::at(folder, &session, who, now, |place| silencing::silence(place, &mut held.found, &mut held.journal, one))?;
        put(&*shown(&done.map_err(failed)?.words()));
        takes.push(folder.file(&one.take.file_name()));
    }
    // A waveform is a convenience: it is drawn from the take when it is missing.
    thorough::redraw(&takes);
    put(say!("silence-done"));
    tell_lone(folder, &held.found.session, &plan);
    Ok(())
}

fn failed(why: NotSilenced) -> Failure {
    match why {
        NotSilenced::Store(why) => why.into(),
        NotSilenced::Audio(why) => why.into(),
        NotSilenced::Changed(_) | NotSilenced::NotProven(_) => Failure::mendable(why.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::time::SampleRate;

    #[test]
    fn so_many_frames_take_so_many_bytes() {
        let sound = TakeSound { frames: Frames(48_000), rate: SampleRate::STUDIO, channels: 2, sha256: None };
        assert_eq!(size(sound), 192_000);
    }
}
