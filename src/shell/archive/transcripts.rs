//! Transcripts on disk beside their session: what counts is read, what cannot be is said, and one that was read elsewhere becomes one of ours.

use std::time::Duration;

use crate::audio::peaks::Peaks;
use crate::audio::speech::Speech;
use crate::disk::digest;
use crate::domain::digest::Digest;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::domain::transcript::Imported;
use crate::domain::transcript::Loudness;
use crate::domain::transcript::MadeBy;
use crate::domain::transcript::Original;
use crate::domain::transcript::Passage;
use crate::domain::transcript::Sound;
use crate::domain::transcript::Transcript;
use crate::domain::transcript::placing::Placed;
use crate::domain::transcript::placing::Sounded;
use crate::shell::archive::recordings;
use crate::shell::archive::sessions;
use crate::shell::failure::Failure;
use crate::store::error::StoreError;
use crate::store::folder::SessionFolder;
use crate::store::transcript::Said;
use crate::store::transcript::Typed;
use crate::store::transcript_file;
use crate::store::transcript_file::Unusable;
use crate::words::say;

/// The transcripts that count, read.
#[derive(Clone, Debug, Default)]
pub(crate) struct Read {
    /// Those that could be.
    pub(crate) transcripts: Vec<Transcript>,
    /// Why the others could not.
    pub(crate) unusable: Vec<Unusable>,
}

/// The transcripts of `session` that count.
pub(crate) fn read(folder: &SessionFolder, session: &Session) -> Read {
    read_these(folder, session.transcripts().in_force())
}

/// These transcripts, which lie in `folder`.
pub(crate) fn read_these<'i>(folder: &SessionFolder, wanted: impl IntoIterator<Item = &'i Imported>) -> Read {
    let mut read = Read::default();
    for imported in wanted {
        match transcript_file::read(folder, imported) {
            Ok(transcript) => read.transcripts.push(transcript),
            Err(why) => read.unusable.push(why),
        }
    }
    read
}

/// The same for whoever looks through many sessions, one after the other: no more of one than `most` bytes.
pub(crate) fn read_within(folder: &SessionFolder, session: &Session, mut most: u64) -> Read {
    let mut read = Read::default();
    for imported in session.transcripts().in_force() {
        match transcript_file::read_within(folder, imported, &mut most) {
            Ok(transcript) => read.transcripts.push(transcript),
            Err(why) => read.unusable.push(why),
        }
    }
    read
}

/// Whether the sound of `session` may be heard by a transcriber or a recogniser; `turns_withheld` says that nobody hears those who take no part
/// any more.
pub(crate) fn may_be_heard(folder: &SessionFolder, session: &Session, turns_withheld: bool) -> Result<(), Failure> {
    session.may_give_sound().map_err(|refusal| Failure::mendable(refusal.to_string()))?;
    if !session.is_understood() {
        return Err(Failure::mendable(sessions::unheeded()));
    }
    if session.has_lost_a_voice() && !turns_withheld {
        return Err(Failure::mendable(say!("pack-lost-a-voice", session = folder.name())));
    }
    match recordings::changed(folder, session).first() {
        Some(take) => {
            let words = take.remark(&folder.name());
            Err(Failure::mendable(words.unwrap_or_else(|| say!("pack-take-changed", take = take.take.to_string()))))
        }
        None => Ok(()),
    }
}

/// How a transcript that was read elsewhere lies on the session's timeline.
#[derive(Clone, Debug)]
pub(crate) struct Laid {
    /// Its passages.
    pub(crate) passages: Vec<Passage>,
    /// How many lie before the sound, and how many beyond it: they are left out.
    pub(crate) before: usize,
    pub(crate) beyond: usize,
}

/// Lays `said` on the timeline, moved by so many milliseconds; speakers are called as `called` has it.
pub(crate) fn lay(said: &[Said], sounded: &Sounded, offset: i64, called: impl Fn(&str) -> String) -> Laid {
    let mut laid = Laid { passages: Vec::new(), before: 0, beyond: 0 };
    // Without an end one goes on to whatever comes next at another time.
    let mut nexts: Vec<Option<u64>> = vec![None; said.len()];
    for n in (1..said.len()).rev() {
        nexts[n - 1] = if said[n].from > said[n - 1].from { Some(said[n].from) } else { nexts[n] };
    }
    for (one, next) in said.iter().zip(nexts) {
        match sounded.place(one.from, one.to, next, offset) {
            Placed::Within(from, to) => {
                let (speaker, words) = (called(&one.speaker), one.words.clone());
                laid.passages.push(Passage { from, to, speaker, words, sound: Sound::default() });
            }
            Placed::Before => laid.before += 1,
            Placed::Beyond => laid.beyond += 1,
        }
    }
    laid
}

/// Looks where the waveform holds no speech. What the takes' own figures are; and which of them could not be looked at.
pub(crate) fn listen(folder: &SessionFolder, session: &Session, passages: &mut [Passage]) -> (Vec<Loudness>, Vec<TakeNumber>) {
    let (mut figures, mut unmeasured) = (Vec::new(), Vec::new());
    for span in session.timeline().spans() {
        let (from, to) = (span.from(), span.to());
        let Span::Recorded { take, .. } = span else { continue };
        // What lies over the end of a take is looked at in the one in which it begins.
        let mut here = passages.iter_mut().filter(|passage| (from..to).contains(&passage.from)).peekable();
        if here.peek().is_none() {
            continue;
        }
        let Ok(peaks) = Peaks::of(&folder.file(&take.file_name())) else {
            unmeasured.push(*take);
            continue;
        };
        let speech = Speech::of(&peaks);
        for passage in here {
            let within = |at: Position| -> Duration { at.min(to).since(from) };
            if !speech.is_in(within(passage.from), within(passage.to)) {
                passage.sound = Sound::NoSpeech;
            }
        }
        figures.push(Loudness { take: *take, floor: speech.floor, speech: speech.threshold });
    }
    (figures, unmeasured)
}

/// What is known of a transcript beside its passages.
pub(crate) struct Known<'k> {
    /// The bytes it was made of.
    pub(crate) bytes: &'k [u8],
    /// What those were.
    pub(crate) typed: &'k Typed,
    /// By what it was made.
    pub(crate) by: MadeBy,
    /// Who compared it with the sound.
    pub(crate) verified: String,
}

/// Makes the files of a transcript in the session's folder; what the journal is to know of it.
pub(crate) fn keep(
    folder: &SessionFolder,
    session: &Session,
    passages: &[Passage],
    covers: Vec<(Position, Position)>,
    loudness: Vec<Loudness>,
    known: Known<'_>,
) -> Result<Imported, StoreError> {
    let id = transcript_file::free(folder, session.transcripts().next());
    let sha256 = transcript_file::write(folder, id, passages)?;
    let file = transcript_file::keep_original(folder, id, known.bytes)?;
    let original = Original { sha256: Some(Digest::new(digest::of(&[known.bytes]))), bytes: known.bytes.len() as u64, file };
    let count = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    Ok(Imported {
        transcript: id,
        file: id.file_name(),
        sha256,
        format: known.typed.form.word().to_owned(),
        passages: count(passages.len()),
        suspect: count(passages.iter().filter(|passage| passage.sound == Sound::NoSpeech).count()),
        covers,
        original,
        by: known.by,
        verified: known.verified,
        loudness,
    })
}
