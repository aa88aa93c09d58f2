//! A recording is the one that was recorded, or it is said not to be: what the journal knows of a take against what its file is.
//!
//! Somebody will check a statement against a take years later, after files were copied, synchronised, re-exported and cut. So whatever
//! shows a session compares: [`TakeState`] is what came of it, in one word for programs and in a sentence for people. Reading the file is
//! for those who can ([`OnDisk`] is what they found); comparing is here, and nothing is altered.

use std::fmt;

use serde::Serialize;

use crate::domain::consent::Left;
use crate::domain::digest::Digest;
use crate::domain::event::Event;
use crate::domain::session::Session;
use crate::domain::takes::TakeFacts;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use crate::domain::time::length_words;
use crate::domain::timeline::TakeNumber;
use crate::words::say;

/// What lies on the disk where a take should.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum OnDisk {
    /// No file.
    Nothing,
    /// A file without any sound in it.
    Empty,
    /// Sound.
    Sound(TakeSound),
    /// A file, but no WAV that can be played here; the words say why.
    Foreign(String),
    /// Something that the system does not let us read: why, and what to do.
    Unread(String),
}

/// The sound in a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct TakeSound {
    /// Whole frames.
    pub frames: Frames,
    /// Frames per second.
    pub rate: SampleRate,
    /// Samples per frame.
    pub channels: u16,
    /// The SHA-256 of its frames, if they were read.
    #[serde(skip)]
    pub sha256: Option<Digest>,
}

/// A take that has ended: what counts of it, whatever its file holds beyond that, which is repeated in the take after it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct EndedTake {
    /// Its number.
    pub take: TakeNumber,
    /// How many of its frames are safe and count.
    pub frames: Frames,
    /// Frames per second.
    pub rate: SampleRate,
    /// Samples per frame.
    pub channels: u16,
    /// The SHA-256 of its frames, if they are all that its file holds after the header. Nothing for a take that was never made, and for
    /// one that a failing disk left with more than counts, or with a part of a frame: only reading it says what is in there.
    pub sha256: Option<Digest>,
}

impl EndedTake {
    /// One that could not be made, or whose name belonged to another.
    pub(crate) const fn unmade(take: TakeNumber, rate: SampleRate, channels: u16) -> Self {
        Self { take, frames: Frames(0), rate, channels, sha256: None }
    }

    /// What the journal says of it.
    pub fn closed(self) -> Event {
        let Self { take, frames, rate, channels, sha256 } = self;
        Event::TakeClosed { take, frames, rate: Some(rate), channels: Some(channels), sha256 }
    }
}

/// How a take's file compares with what was recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum TakeState {
    /// What was recorded, as far as it was looked at: length and format, and every byte where those were read.
    Same,
    /// There is none.
    Missing,
    /// There is one without sound.
    Empty,
    /// It holds less.
    Shorter,
    /// It holds more.
    Longer,
    /// Another rate or other channels, or no WAV at all.
    OtherFormat,
    /// As long, and other sound.
    OtherBytes,
    /// Length and format are right, and no digest is known that could say more.
    NoDigest,
    /// Destroyed on purpose.
    Destroyed,
    /// It could not be read.
    Unreadable,
}

impl TakeState {
    /// The word for it, which programs rely on.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Missing => "missing",
            Self::Empty => "empty",
            Self::Shorter => "shorter",
            Self::Longer => "longer",
            Self::OtherFormat => "other-format",
            Self::OtherBytes => "other-bytes",
            Self::NoDigest => "no-digest",
            Self::Destroyed => "destroyed",
            Self::Unreadable => "unreadable",
        }
    }

    /// Whether the take is, as far as anybody can tell, the recording that was made.
    pub(crate) const fn is_as_recorded(self) -> bool {
        matches!(self, Self::Same | Self::NoDigest)
    }
}

/// A file that is called as takes are, and of which the journal knows nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stray(pub String);

impl Stray {
    /// What a person should know of it, and what to do about it.
    pub fn words(&self) -> String {
        let Self(file) = self;
        say!("take-stray", file = file)
    }
}

/// A take beside its file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakeCheck {
    /// Which take.
    pub take: TakeNumber,
    /// How they compare.
    pub state: TakeState,
    /// Frames that were recorded.
    recorded: Frames,
    /// What is known of it besides.
    facts: TakeFacts,
    /// What lies there.
    lies: OnDisk,
}

impl TakeCheck {
    /// A take of which so many frames were recorded and `facts` are known, beside what lies there.
    pub fn of(take: TakeNumber, recorded: Frames, facts: TakeFacts, lies: OnDisk) -> Self {
        Self { take, state: state(recorded, &facts, &lies), recorded, facts, lies }
    }

    /// Frames that were recorded.
    pub fn recorded(&self) -> Frames {
        self.recorded
    }

    /// What else is known of what was recorded.
    pub(crate) fn facts(&self) -> &TakeFacts {
        &self.facts
    }

    /// The sound that lies there, if there is any.
    pub fn found(&self) -> Option<TakeSound> {
        if let OnDisk::Sound(sound) = &self.lies { Some(*sound) } else { None }
    }

    /// Whether anything lies where it should.
    fn is_there(&self) -> bool {
        self.lies != OnDisk::Nothing
    }

    /// What a person should know of it: nothing of a take that is as it was recorded.
    pub fn words(&self) -> Option<String> {
        let file = self.take.file_name();
        Some(match (self.state, &self.lies) {
            (TakeState::Same | TakeState::NoDigest, _) => return None,
            (TakeState::Destroyed, lies) => {
                let (on, reason) = self.facts.destroyed.clone().unwrap_or_default();
                let why = if reason.is_empty() { String::new() } else { format!(" ({reason})") };
                let gone = say!("take-destroyed", file = file, day = on, why = why);
                if *lies == OnDisk::Nothing { gone } else { format!("{gone}. {}", say!("take-there-again")) }
            }
            (TakeState::Unreadable, OnDisk::Unread(why)) => say!("take-unread", file = file, why = why),
            (_, OnDisk::Nothing) if self.facts.unwanted => say!("take-gone-as-wanted", file = file),
            (_, OnDisk::Nothing) => say!("take-missing", file = file),
            (_, OnDisk::Foreign(why)) => say!("take-foreign", file = file, why = why),
            (_, OnDisk::Sound(found)) => {
                let rate = self.facts.rate.unwrap_or(found.rate);
                match self.state {
                    TakeState::Shorter => {
                        say!("take-shorter", file = file, by = seconds(self.recorded, *found, rate))
                    }
                    TakeState::Longer => {
                        say!("take-longer", file = file, by = seconds(self.recorded, *found, rate))
                    }
                    TakeState::OtherFormat => {
                        let was = format(rate, self.facts.channels.unwrap_or(found.channels));
                        say!("take-other-format", file = file, is = format(found.rate, found.channels), was = was)
                    }
                    _ => say!("take-other-bytes", file = file),
                }
            }
            (_, OnDisk::Empty | OnDisk::Unread(_)) => say!("take-empty", file = file),
        })
    }

    /// What a person should know of it, and what to do about it: nothing of a take that is as it was recorded.
    pub fn remark(&self, session: &str) -> Option<String> {
        let words = self.words()?;
        Some(match self.what_to_do(session) {
            Some(todo) => format!("{words}: {todo}"),
            None => words,
        })
    }

    /// What to do about it. `session` is how the session is named on the command line.
    pub(crate) fn what_to_do(&self, session: &str) -> Option<String> {
        let (journal, closed) = (self.state, self.facts.closed || self.facts.sha256.is_some());
        match journal {
            // What they want destroyed is put back by nobody.
            _ if self.facts.unwanted => None,
            // Why a file cannot be read says what to do, too.
            TakeState::Same | TakeState::NoDigest | TakeState::Destroyed | TakeState::Unreadable => None,
            TakeState::Shorter | TakeState::Empty if !closed => Some(say!("take-put-longer-back", session = session)),
            _ => Some(say!("take-put-back", session = session)),
        }
    }
}

/// What is left of the sound in `takes`, of which these are `changed`.
pub fn left(takes: impl IntoIterator<Item = TakeNumber>, changed: &[TakeCheck]) -> Left {
    let is_there = |take| changed.iter().find(|check| check.take == take).is_none_or(TakeCheck::is_there);
    if takes.into_iter().any(is_there) { Left::Files } else { Left::Nothing }
}

/// "48 kHz stereo".
fn format(rate: SampleRate, channels: u16) -> String {
    match channels {
        1 => format!("{rate} mono"),
        2 => format!("{rate} stereo"),
        n => say!("sound-channels", rate = rate.to_string(), count = u32::from(n)),
    }
}

/// How much longer or shorter, as one says it. What is less than a tenth of a second is said to be that, and not nothing.
fn seconds(recorded: Frames, found: TakeSound, rate: SampleRate) -> String {
    let more = Frames(recorded.0.abs_diff(found.frames.0)).duration(rate);
    if more.as_millis() < 100 { say!("a-moment") } else { length_words(more) }
}

/// Each take of `session` beside what `lies` says is in its file.
pub fn compare(session: &Session, mut lies: impl FnMut(TakeNumber) -> OnDisk) -> Vec<TakeCheck> {
    let unwanted = session.open_wish().is_some();
    let each = session.takes().iter().map(|(take, facts)| {
        let recorded = session.timeline().frames_of(*take).unwrap_or_default();
        TakeCheck::of(*take, recorded, TakeFacts { unwanted, ..facts.clone() }, lies(*take))
    });
    each.collect()
}

/// How a file compares with what was recorded.
fn state(recorded: Frames, facts: &TakeFacts, lies: &OnDisk) -> TakeState {
    if facts.destroyed.is_some() {
        return TakeState::Destroyed;
    }
    // A take that no disk ever took has no file, and nothing of it is missing.
    let nothing = |state| if recorded == Frames(0) { TakeState::Same } else { state };
    let found = match lies {
        OnDisk::Nothing => return nothing(TakeState::Missing),
        OnDisk::Empty => return nothing(TakeState::Empty),
        OnDisk::Foreign(_) => return nothing(TakeState::OtherFormat),
        OnDisk::Unread(_) => return TakeState::Unreadable,
        OnDisk::Sound(found) => found,
    };
    let is_format = facts.rate.is_none_or(|rate| rate == found.rate) && facts.channels.is_none_or(|channels| channels == found.channels);
    match found.frames.cmp(&recorded) {
        _ if !is_format => nothing(TakeState::OtherFormat),
        std::cmp::Ordering::Less => TakeState::Shorter,
        std::cmp::Ordering::Greater if facts.may_hold_more() => TakeState::NoDigest,
        std::cmp::Ordering::Greater => TakeState::Longer,
        std::cmp::Ordering::Equal => match (facts.sha256, found.sha256) {
            (None, _) => nothing(TakeState::NoDigest),
            // Whoever was cut off while making something silent in it has left the one or the other.
            (Some(was), Some(is)) if was != is && facts.silencing.as_ref().is_none_or(|silence| silence.sha256 != is) => {
                TakeState::OtherBytes
            }
            (Some(_), _) => TakeState::Same,
        },
    }
}

impl fmt::Display for TakeState {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.word())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn closed(sha256: Option<Digest>) -> TakeFacts {
        TakeFacts { rate: Some(SampleRate::STUDIO), channels: Some(1), sha256, closed: true, ..TakeFacts::default() }
    }

    fn sound(frames: u64, rate: u32, channels: u16, sha256: Option<u8>) -> OnDisk {
        let sha256 = sha256.map(|byte| Digest::new([byte; 32]));
        OnDisk::Sound(TakeSound { frames: Frames(frames), rate: SampleRate::new(rate).unwrap(), channels, sha256 })
    }

    #[test]
    fn each_kind_of_file_has_its_state() {
        let known = closed(Some(Digest::new([7; 32])));
        let is = |lies: &OnDisk| state(Frames(100), &known, lies);
        assert_eq!(is(&sound(100, 48_000, 1, Some(7))), TakeState::Same);
        assert_eq!(is(&sound(100, 48_000, 1, None)), TakeState::Same, "as far as it was looked at");
        assert_eq!(is(&sound(100, 48_000, 1, Some(8))), TakeState::OtherBytes);
        assert_eq!(is(&sound(99, 48_000, 1, Some(8))), TakeState::Shorter);
        assert_eq!(is(&sound(101, 48_000, 1, Some(8))), TakeState::Longer);
        assert_eq!(is(&sound(100, 44_100, 1, Some(7))), TakeState::OtherFormat);
        assert_eq!(is(&sound(50, 48_000, 2, Some(7))), TakeState::OtherFormat, "of the same length in seconds or not");
        assert_eq!(is(&OnDisk::Foreign("it is not 16-bit PCM".into())), TakeState::OtherFormat);
        assert_eq!([is(&OnDisk::Nothing), is(&OnDisk::Empty)], [TakeState::Missing, TakeState::Empty]);
        assert_eq!(is(&OnDisk::Unread("permission denied".into())), TakeState::Unreadable);
    }

    #[test]
    fn what_may_have_grown_since_the_journal_looked_is_not_longer() {
        let more = sound(140, 48_000, 1, None);
        let under_way = TakeFacts { closed: false, ..closed(None) };
        assert_eq!(state(Frames(100), &under_way, &more), TakeState::NoDigest);
        // Given up at a frame, and more is in the file: the next take repeats it.
        let rolled = TakeFacts { holds_more: true, ..closed(None) };
        assert_eq!(state(Frames(100), &rolled, &more), TakeState::NoDigest);
        // Closed in good order by an earlier version, which took no digests: it was this long.
        assert_eq!(state(Frames(100), &closed(None), &more), TakeState::Longer);
    }

    #[test]
    fn nothing_is_missing_of_a_take_that_never_was() {
        for lies in [OnDisk::Nothing, OnDisk::Empty, sound(0, 48_000, 1, None)] {
            assert_eq!(state(Frames(0), &closed(None), &lies), TakeState::Same);
        }
        let destroyed = TakeFacts { destroyed: Some(("2026-11-24".into(), "consent withdrawn".into())), ..closed(None) };
        assert_eq!(state(Frames(100), &destroyed, &OnDisk::Nothing), TakeState::Destroyed);
    }

    #[test]
    fn a_person_is_told_the_file_what_it_is_and_what_to_do() {
        let told = |facts: TakeFacts, lies: OnDisk| {
            let state = state(Frames(480_000), &facts, &lies);
            let compared = TakeCheck { take: TakeNumber(2), state, recorded: Frames(480_000), facts, lies };
            format!("{} | {}", compared.words().unwrap_or_default(), compared.what_to_do("P07").unwrap_or_default())
        };
        let known = || closed(Some(Digest::new([7; 32])));
        let back = "put the file that was recorded back, from a copy; `hearback verify P07` says whether it is the one";
        assert_eq!(told(known(), OnDisk::Nothing), format!("take-002.wav is missing | {back}"));
        assert_eq!(told(known(), OnDisk::Empty), format!("take-002.wav is empty | {back}"));
        let shorter = sound(240_000, 48_000, 1, None);
        assert_eq!(told(known(), shorter.clone()), format!("take-002.wav is 5.0 s shorter than the recording that was made | {back}"));
        let other = "take-002.wav is not the recording that was made: it is 44.1 kHz stereo, and that was 48 kHz mono";
        assert_eq!(told(known(), sound(441_000, 44_100, 2, None)), format!("{other} | {back}"));
        let cut = TakeFacts { closed: false, ..closed(None) };
        let mend = "put a copy back if there is a longer one; else `hearback recover P07` keeps what is there";
        assert_eq!(told(cut, shorter), format!("take-002.wav is 5.0 s shorter than the recording that was made | {mend}"));
        assert_eq!(told(known(), sound(480_000, 48_000, 1, Some(7))), " | ");
        let destroyed = TakeFacts { destroyed: Some(("2026-11-24".into(), "they asked for it".into())), ..closed(None) };
        assert_eq!(told(destroyed.clone(), OnDisk::Nothing), "take-002.wav was destroyed on purpose on 2026-11-24 (they asked for it) | ");
        assert!(told(destroyed, sound(1, 48_000, 1, None)).contains("is there again: delete it"));
    }
}
