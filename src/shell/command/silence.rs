//! `hearback silence`: what is withheld becomes silence in the sound, for good.
//!
//! Without `--yes` it says what would happen, and does nothing.

use std::path::Path;
use std::path::PathBuf;

use serde::Serialize;

use crate::audio::take::Depth;
use crate::disk::Disk;
use crate::disk::real::RealDisk;
use crate::domain::consent::Left;
use crate::domain::note::NoteId;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::TakeSound;
use crate::domain::session::Session;
use crate::domain::silencing::LoneNote;
use crate::domain::silencing::Plan;
use crate::domain::silencing::TakePlan;
use crate::domain::silencing::plan;
use crate::domain::text::shown;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::length_words;
use crate::domain::withheld::WithheldId;
use crate::shell::archive;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::archive::sessions::opening;
use crate::shell::archive::sessions::thorough;
use crate::shell::archive::silencing;
use crate::shell::archive::silencing::NotSilenced;
use crate::shell::archive::study::OpenStudy;
use crate::shell::command::answer::For;
use crate::shell::command::answer::noted;
use crate::shell::command::answer::put;
use crate::shell::command::answer::put_json;
use crate::shell::command::answer::remark;
use crate::shell::command::outside;
use crate::shell::command::outside::LeftShown;
use crate::shell::failure::Failure;
use crate::shell::failure::Kind;
use crate::shell::identity::Identity;
use crate::shell::live::clock;
use crate::store::destroy;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::receipt::Receipt;
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

/// What would happen, or what was done, for programs.
#[derive(Serialize)]
struct SilenceShown {
    session: String,
    done: bool,
    takes: Vec<TakeShown>,
    /// Notes that are withheld by their number, with which no sound goes.
    notes: Vec<NoteShown>,
    /// What left before and may hold what is withheld.
    left_before: Vec<LeftShown>,
    /// Of what was destroyed.
    receipts: Vec<Receipt>,
}

/// What is to be silent in one take.
#[derive(Serialize)]
struct TakeShown {
    file: String,
    /// The numbers of what is withheld there.
    withheld: Vec<WithheldId>,
    stretches: Vec<StretchShown>,
    length_ms: u64,
    /// What else holds some of it and goes with it.
    also: Vec<String>,
}

#[derive(Serialize)]
struct StretchShown {
    from_ms: u64,
    to_ms: u64,
}

#[derive(Serialize)]
struct NoteShown {
    note: NoteId,
    #[serde(flatten)]
    around: StretchShown,
}

impl StretchShown {
    fn of((from, to): &(Position, Position)) -> Self {
        Self { from_ms: from.millis(), to_ms: to.millis() }
    }
}

impl SilenceShown {
    fn of(folder: &SessionFolder, session: &Session, plan: &Plan) -> Result<Self, StoreError> {
        let take = |one: &TakePlan| {
            Ok(TakeShown {
                file: one.take.file_name(),
                withheld: one.ids.clone(),
                stretches: one.stretches().iter().map(StretchShown::of).collect(),
                length_ms: u64::try_from(one.length().as_millis()).unwrap_or(u64::MAX),
                also: also(folder, session, one)?.iter().map(|path| path.display().to_string()).collect(),
            })
        };
        let note = |one: &LoneNote| NoteShown { note: one.note, around: StretchShown::of(&one.around) };
        Ok(Self {
            session: folder.name(),
            done: false,
            takes: plan.takes.iter().map(take).collect::<Result<_, StoreError>>()?,
            notes: plan.notes.iter().map(note).collect(),
            left_before: outside::before(session, folder),
            receipts: Vec::new(),
        })
    }
}

/// What else holds some of what is to be silent in a take, but for its waveform: that is drawn again, and nothing is lost with it.
fn also(folder: &SessionFolder, session: &Session, one: &TakePlan) -> Result<Vec<PathBuf>, StoreError> {
    let own = destroy::beside(&folder.file(&one.take.file_name()));
    let mut others = silencing::others(folder, session.timeline(), one.take, Some(&one.stretches()))?;
    others.retain(|other| !own.contains(other));
    Ok(others)
}

pub(super) fn silence(study: Option<&Path>, wish: &str, meant: Meant, readers: For, mut identity: Identity) -> Result<(), Failure> {
    let study = OpenStudy::find(study)?;
    if let Some(words) = archive::lent::sweep() {
        remark(noted(words));
    }
    let folder = study.folder.session(wish)?;
    match meant {
        Meant::No => tell(&folder, readers),
        Meant::Yes => carry_out(&folder, readers, &identity.sign()),
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
fn tell(folder: &SessionFolder, readers: For) -> Result<(), Failure> {
    if folder.is_held() {
        return Err(StoreError::Locked(folder.path().to_owned()).into());
    }
    let found = sessions::read(folder)?;
    let (plan, checked) = planned(folder, &found.session, Depth::Length);
    if readers == For::Programs {
        return put_json(&SilenceShown::of(folder, &found.session, &plan)?);
    }
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
        for other in also(folder, &found.session, one)? {
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
        // In whole seconds, as it is written, and none of it less.
        let to = Position::from_secs(one.around.1.millis().div_ceil(1_000)).to_string();
        let (note, from, session) = (one.note.0, one.around.0.to_string(), folder.name());
        let words = if one.has_extent {
            say!("silence-quote-stays", note = note, from = from, to = to, session = session)
        } else {
            say!("silence-note-stays", note = note, from = from, to = to, session = session)
        };
        remark(noted(words));
    }
    outside::tell(&outside::before(session, folder), &folder.name());
}

/// Does it.
fn carry_out(folder: &SessionFolder, readers: For, who: &str) -> Result<(), Failure> {
    let now = clock::wall();
    let mut held = opening::open(folder, now, who)?;
    held.mended.iter().chain(&held.found.remarks).for_each(|words| remark(noted(&*shown(words))));
    // A take of which no digest is known yet is read for one first: it is to be known what it was.
    let (plan, _) = planned(folder, &held.found.session, Depth::Length);
    if plan.takes.is_empty() {
        if readers == For::Programs {
            return put_json(&SilenceShown::of(folder, &held.found.session, &plan)?);
        }
        put(say!("silence-nothing"));
        tell_lone(folder, &held.found.session, &plan);
        return Ok(());
    }
    thorough::take_digests(folder, &mut held, now)?;
    let (plan, checked) = planned(folder, &held.found.session, Depth::Bytes);
    may_be_silenced(folder, &plan, &checked)?;
    let mut shown_all = SilenceShown::of(folder, &held.found.session, &plan)?;
    let session = held.found.session.clone();
    let mut takes = Vec::new();
    for one in &plan.takes {
        let done = silencing::at(folder, &session, who, now, |place| silencing::silence(place, &mut held.found, &mut held.journal, one))?;
        let receipt = done.map_err(failed)?;
        if readers == For::People {
            put(&*shown(&receipt.words()));
        }
        shown_all.receipts.push(receipt);
        takes.push(folder.file(&one.take.file_name()));
    }
    // A waveform is a convenience: it is drawn from the take when it is missing.
    thorough::redraw(&takes);
    if readers == For::Programs {
        // Clips that lay in the study went with it.
        let left_before = outside::before(&held.found.session, folder);
        return put_json(&SilenceShown { done: true, left_before, ..shown_all });
    }
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
