//! What must be there after a crash, and whether it is.

use std::collections::BTreeMap;
use std::path::Path;
use std::path::PathBuf;
use std::sync::Arc;

use hearback::audio::take;
use hearback::audio::take::TakeReader;
use hearback::disk::lock::Ending;
use hearback::disk::memory::Bytes;
use hearback::disk::memory::Image;
use hearback::disk::memory::Memory;
use hearback::domain::event::Event;
use hearback::domain::guide::Guide;
use hearback::domain::named::Named;
use hearback::domain::note::Draft;
use hearback::domain::session::Session;
use hearback::domain::standing::Phase;
use hearback::domain::time::Position;
use hearback::domain::timeline::Span;
use hearback::domain::timeline::TakeNumber;
use hearback::shell::archive::sessions::Found;
use hearback::shell::archive::sessions::mending::Remains;
use hearback::shell::archive::sessions::mending::mend;
use hearback::store::error::StoreError;
use hearback::store::journal;
use hearback::store::journal::Journal;
use hearback::store::salvage;
use hearback::store::salvage::Addition;

use crate::interview::BEAT;
use crate::interview::DRAFT;
use crate::interview::Lived;
use crate::interview::Mark;
use crate::interview::NOW;
use crate::interview::RATE;
use crate::interview::frame;
use crate::interview::opened;
use crate::power::JOURNAL;

/// Where the sound begins in a take.
const HEADER: usize = 44;

/// What is true at one moment of an interview.
#[derive(Clone, Debug, Default)]
pub(crate) struct Truth {
    pub(crate) tried: usize,
    pub(crate) saved: usize,
    /// By number: the first frame, and how many are reported safe.
    pub(crate) takes: BTreeMap<TakeNumber, (u64, u64)>,
    pub(crate) heard: u64,
    /// Of what was said, all up to here is safe.
    known: u64,
    /// The drafts that may be there: the one that was kept last, and those handed over since.
    drafts: Vec<Option<String>>,
}

impl Truth {
    pub(crate) fn learn(&mut self, mark: &Mark) {
        match mark {
            Mark::Tried(count) => self.tried = *count,
            Mark::Saved(count) => self.saved = *count,
            Mark::Take { take, first } => drop(self.takes.insert(*take, (*first, 0))),
            Mark::Safe { take, frames } => {
                if let Some(known) = self.takes.get_mut(take) {
                    known.1 = *frames;
                }
            }
            Mark::Heard(frames) => self.heard = *frames,
            Mark::Known(frames) => self.known = *frames,
            Mark::DraftTried(text) => {
                if self.drafts.is_empty() {
                    self.drafts.push(None);
                }
                self.drafts.push(text.clone());
            }
            Mark::DraftKept => drop(self.drafts.drain(..self.drafts.len() - 1)),
        }
    }
}

/// What was found to be wrong with one state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Wrong(pub(crate) String);

macro_rules! must {
    ($holds:expr, $($words:tt)+) => {
        if !$holds {
            return Err(Wrong(format!($($words)+)));
        }
    };
}

/// What a session holds after it was mended: what must be the same however often a crash came in between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Answer {
    /// The events that were there before the crash.
    pub(crate) events: Vec<Event>,
    pub(crate) takes: BTreeMap<TakeNumber, Vec<u8>>,
    spans: Vec<Span>,
    phase: Option<Phase>,
    draft: Option<String>,
}

/// What was measured on one state.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Measured {
    /// Frames of the recording that are nowhere any more.
    pub(crate) lost: u64,
    /// Frames after the last checkpoint that the disk made up: zeros, or what lay there before.
    pub(crate) made_up: u64,
}

/// Journals that were read already: most states differ in their takes only.
#[derive(Default)]
pub(crate) struct Read(BTreeMap<Bytes, (Vec<Event>, Option<Session>)>);

fn take_names(image: &Image) -> Vec<PathBuf> {
    let is_take = |name: &&PathBuf| name.to_string_lossy().starts_with("take-") && name.extension().is_some_and(|e| e == "wav");
    image.names.keys().filter(is_take).cloned().collect()
}

fn number(path: &Path) -> TakeNumber {
    TakeNumber::of_file(path.to_str().unwrap()).unwrap()
}

/// What stands in a journal that has lost something.
fn addition(saved: &salvage::Salvaged) -> Addition {
    let set_up = saved.lacks_set_up().then(|| Event::Opened(opened()));
    Addition { set_up, last: Event::Incident { at: Position::START, incident: Named::Sentence("damaged".into()) } }
}

/// What `hearback recover` does with a session, on a disk in memory: everything but the lock and the reading of the guide.
pub(crate) fn recover(disk: &Memory, guide: &Guide, ending: Ending) -> Result<(), Wrong> {
    let path = Path::new(JOURNAL);
    let wrong = |e: StoreError| Wrong(format!("it cannot be mended: {e}"));
    let image = disk.seen();
    if image.read(JOURNAL).is_none() {
        return Ok(());
    }
    let over = |disk: &Memory| Journal::open_on(Arc::new(disk.clone()), path);
    let opened = over(disk);
    let damaged = match &opened {
        Err(StoreError::Corrupt { .. }) => true,
        // A session in which nothing has happened yet is not listed, and so not mended.
        Ok((_, loaded)) => loaded.entries.is_empty() && !take_names(&image).is_empty(),
        Err(_) => false,
    };
    let (mut journal, loaded) = if damaged {
        drop(opened);
        let bytes = disk.seen().read(JOURNAL).map(|bytes| bytes.to_vec()).unwrap_or_default();
        salvage::recover_on(disk, path, &bytes, NOW, None, |saved| Ok(addition(saved))).map_err(wrong)?;
        over(disk).map_err(wrong)?
    } else {
        opened.map_err(wrong)?
    };
    let Some(mut found) = Found::of(guide.clone(), "", &loaded) else { return Ok(()) };
    let remains = Remains::new(take_names(&disk.seen()), &loaded, ending);
    mend(disk, &mut found, &mut journal, &remains, NOW).map(drop).map_err(wrong)
}

/// Reads what lies on the disk after mending, through the readers that read every session, and checks it against the truth.
pub(crate) fn check(disk: &Memory, read: &mut Read, guide: &Guide, lived: &Lived, truth: &Truth) -> Result<(Answer, Measured), Wrong> {
    let image = disk.seen();
    let bytes = image.read(JOURNAL).cloned().unwrap_or_default();
    if !read.0.contains_key(&bytes) {
        let loaded = journal::parse(Path::new(JOURNAL), &bytes).map_err(|e| Wrong(format!("the journal does not open: {e}")))?;
        must!(loaded.torn == 0, "{} bytes of the journal are torn after it was mended", loaded.torn);
        let events: Vec<Event> = loaded.events().cloned().collect();
        let session = Session::replay(guide.clone(), &events);
        read.0.insert(Arc::clone(&bytes), (events, session));
    }
    let (events, session) = &read.0[&bytes];
    let ours = lived_part(events, lived, truth)?;
    let draft = draft(&image)?;
    must!(truth.drafts.is_empty() && draft.is_none() || truth.drafts.contains(&draft), "the draft {draft:?} is none of {:?}", truth.drafts);
    let (takes, measured) = check_takes(disk, &image, lived, truth)?;
    let spans = session.as_ref().map(|s| s.timeline().spans().to_vec()).unwrap_or_default();
    for pair in spans.windows(2) {
        must!(pair[0].to() <= pair[1].from(), "{:?} runs into {:?}", pair[0], pair[1]);
    }
    if let Some(session) = session {
        for (take, sound) in &takes {
            let known = session.timeline().frames_of(*take);
            let there = sound.len() as u64 / 2;
            let wanted = session.phase() != Phase::Draft;
            must!(!wanted || known.is_some_and(|known| known.0 <= there), "take {take} has {there} frames, the session knows {known:?}");
        }
        let claimed = claims(events);
        if session.phase() == Phase::Interrupted && !takes.is_empty() {
            // What the person is told is missing at most, and what is.
            let missing = (measured.lost * 1_000).div_ceil(u64::from(RATE));
            must!(missing <= claimed, "{missing} ms are missing, and the person is told that {claimed} ms are");
        }
    }
    let phase = session.as_ref().map(|s| s.phase());
    let spans = spans.into_iter().filter(|s| s.to() > s.from()).collect();
    Ok((Answer { events: ours, takes, spans, phase, draft }, measured))
}

/// The most that the person was told is missing.
fn claims(events: &[Event]) -> u64 {
    let told = events.iter().filter_map(|event| match event {
        Event::Recovered { missing_ms, .. } => Some(*missing_ms),
        _ => None,
    });
    told.max().unwrap_or(0)
}

/// The events that were there before the crash: in order, all that were acknowledged, none that never was.
fn lived_part(events: &[Event], lived: &Lived, truth: &Truth) -> Result<Vec<Event>, Wrong> {
    let mut tried = lived.events[..truth.tried].iter().enumerate();
    let (mut ours, mut next_saved) = (Vec::new(), 0);
    for event in events {
        let mended = match event {
            Event::Recovered { .. } | Event::LineLost => true,
            Event::TakeStarted { device, .. } => device.is_empty(),
            Event::Incident { incident, .. } => *incident == Named::Sentence("damaged".into()),
            _ => false,
        };
        // A checkpoint may be of the interview or of the mending.
        let mut ahead = tried.clone();
        match ahead.find(|(_, known)| *known == event) {
            Some((at, _)) => {
                must!(next_saved >= truth.saved || at == next_saved, "event {next_saved} was saved and is gone");
                next_saved = at + 1;
                tried = ahead;
                ours.push(event.clone());
            }
            None => must!(mended || matches!(event, Event::Checkpoint { .. }), "{event:?} never happened"),
        }
    }
    must!(next_saved >= truth.saved, "{} events were saved and {next_saved} are there", truth.saved);
    Ok(ours)
}

fn draft(image: &Image) -> Result<Option<String>, Wrong> {
    let Some(bytes) = image.read(DRAFT) else { return Ok(None) };
    let draft: Draft = serde_json::from_slice(bytes).map_err(|e| Wrong(format!("the draft is torn: {e}")))?;
    Ok(Some(draft.text))
}

fn check_takes(disk: &Memory, image: &Image, lived: &Lived, truth: &Truth) -> Result<(BTreeMap<TakeNumber, Vec<u8>>, Measured), Wrong> {
    let (mut takes, mut right, mut made_up) = (BTreeMap::new(), Vec::new(), 0);
    for path in take_names(image) {
        let take = number(&path);
        let Some(bytes) = image.read(&path) else { continue };
        let (frames, known) = match (TakeReader::open_on(disk, &path), truth.takes.get(&take)) {
            (Ok(reader), known) => (reader.frames().0, known),
            (Err(why), Some(_)) => return Err(Wrong(format!("take {take} is unreadable: {why}"))),
            // The power went while it was being made: there was never a sound in it.
            (Err(_), None) => continue,
        };
        let Some((first, safe)) = known.copied() else {
            must!(frames == 0, "take {take} was never begun and holds {frames} frames");
            // It may have been made readable, or not.
            continue;
        };
        must!(frames >= safe, "take {take}: {safe} frames were safe, {frames} are there");
        must!(first + frames <= truth.heard, "take {take} holds more than was said");
        let ended = lived.ended.iter().find(|ended| ended.take == take && ended.frames.0 == frames && frames == safe);
        if let Some(told) = ended.and_then(|ended| ended.sha256) {
            let measured = take::measure_over(&path, &bytes.to_vec()).map_err(|e| Wrong(format!("take {take} cannot be measured: {e}")))?;
            must!(measured.sha256 == told, "take {take} ended with {told} and has {}", measured.sha256);
        }
        let there = bytes[HEADER..HEADER + 2 * size(frames)].to_vec();
        let said = &lived.sound[2 * size(first)..][..there.len()];
        must!(there[..2 * size(safe)] == said[..2 * size(safe)], "take {take}: of {safe} frames that were safe one is false now");
        if there == said {
            right.push((first, first + frames));
        } else {
            right.push((first, first + safe));
            for at in safe..frames {
                let at_byte = 2 * size(at);
                if there[at_byte..at_byte + 2] == said[at_byte..at_byte + 2] {
                    right.push((first + at, first + at + 1));
                } else {
                    made_up += 1;
                }
            }
        }
        takes.insert(take, there);
    }
    must!(truth.takes.iter().all(|(take, (_, safe))| *safe == 0 || takes.contains_key(take)), "a take is gone");
    right.sort_unstable();
    let (mut known_to, mut kept) = (0, 0);
    for (from, to) in right {
        kept += to.saturating_sub(from.max(known_to));
        known_to = known_to.max(to);
    }
    let lost = truth.heard - kept;
    // Up to a beat more was said since.
    Ok((takes, Measured { lost: if lost > 0 { lost + u64::from(BEAT) } else { 0 }, made_up }))
}

/// Where sound was missed it is moved about on the disk until silence stands in its place. Meanwhile it may be there twice, but every frame
/// that was safe is somewhere, and so is all but two seconds of what was said. Gives how many frames are nowhere.
pub(crate) fn check_missed(image: &Image, lived: &Lived, truth: &Truth) -> Result<u64, Wrong> {
    let takes = take_names(image).into_iter().filter_map(|path| image.read(&path));
    let mut there = vec![false; 1 << 16];
    for pair in takes.filter_map(|bytes| bytes.get(HEADER..)).flat_map(|sound| sound.chunks_exact(2)) {
        there[usize::from(u16::from_le_bytes([pair[0], pair[1]]))] = true;
    }
    let gone = |at: &u64| !lived.missed.contains(at) && !there[usize::from(frame(*at).cast_unsigned())];
    if let Some(at) = (0..truth.known).find(gone) {
        return Err(Wrong(format!("frame {at} was safe, as {} were, and is nowhere", truth.known)));
    }
    Ok((truth.known..truth.heard).filter(gone).count() as u64)
}

fn size(frames: u64) -> usize {
    usize::try_from(frames).unwrap()
}
