//! A short piece of a session's sound, as a file of its own: what of it is heard, and what is silence.
//!
//! A clip is the participant's voice and leaves the session, so it asks for more than listening does: they agreed to take part and to be
//! recorded, said no to none of their own words in reports (where the guide asks that, they said yes), want nothing destroyed, and all
//! that they no longer want is understood here. A group in which somebody takes no part any more gives no clip at all: their voice cannot
//! be taken out of the others'. What is withheld is silence of the same length, and so is what a note that is withheld is about. Off the
//! record nothing was captured and the clock stood still; a second of silence stands there, so that nobody hears two halves as one
//! sentence.

use std::time::Duration;

use thiserror::Error;

use crate::domain::consent::Agreement;
use crate::domain::consent::Person;
use crate::domain::consent::Wish;
use crate::domain::guide::Covers;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::silenced::Cut;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::words::say;

/// The longest clip. What is longer is no clip but the recording.
pub const LONGEST: Duration = Duration::from_secs(600);

/// How long a pause off the record is in a clip.
const PAUSE: Duration = Duration::from_secs(1);

/// Why nothing is heard.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Why {
    /// They do not want it to be used.
    Withheld,
    /// It went off the record there.
    OffRecord,
    /// Nothing was recorded.
    Unrecorded,
}

/// A part of a clip.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Sound: so many frames of a take from `at` on.
    Sound {
        /// The take.
        take: TakeNumber,
        /// The first frame.
        at: Frames,
        /// How many.
        frames: Frames,
    },
    /// Silence.
    Silent {
        /// How long.
        frames: Frames,
        /// Why.
        why: Why,
    },
}

/// A clip that may be made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Clip {
    /// Where it begins and ends.
    pub from: Position,
    /// The end.
    pub to: Position,
    /// Frames per second.
    pub rate: SampleRate,
    /// What it is made of, in order.
    pub pieces: Vec<Piece>,
}

/// Why no clip is made, in the words the person reads.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[allow(missing_docs, reason = "each variant is its sentence")]
pub enum NoClip {
    #[error("{}", say!("clip-not-understood"))]
    NotUnderstood,
    #[error("{}", say!("clip-unwanted"))]
    Unwanted,
    #[error("{}", say!("clip-recording-refused"))]
    RecordingRefused,
    #[error("{}", say!("clip-quotes-refused"))]
    QuotesRefused,
    #[error("{}", say!("clip-somebody-gone"))]
    SomebodyGone,
    #[error("{}", say!("clip-no-note", note = .0.0))]
    NoNote(NoteId),
    #[error("{}", say!("clip-note-off-record"))]
    NoteOffRecord,
    #[error("{}", say!("clip-no-stretch"))]
    NoStretch,
    #[error("{}", say!("clip-too-long", minutes = LONGEST.as_secs() / 60))]
    TooLong,
    #[error("{}", say!("clip-nothing-there"))]
    NothingThere,
    #[error("{}", say!("clip-other-rate"))]
    OtherRate,
}

impl Session {
    /// Whether a piece of its sound may leave it.
    pub fn may_clip(&self) -> Result<(), NoClip> {
        if !self.is_understood() {
            return Err(NoClip::NotUnderstood);
        }
        if self.wants(Wish::DestroyAll) || self.wants(Wish::Destroy) {
            return Err(NoClip::Unwanted);
        }
        if !self.may_record() {
            return Err(NoClip::RecordingRefused);
        }
        let quotes = self.consent_to(Covers::Quotes);
        if matches!(quotes, Agreement::Refused | Agreement::Open) || self.wants(Wish::NoQuotes) {
            return Err(NoClip::QuotesRefused);
        }
        let gone =
            |person: &Person| self.is_withdrawn(person) || self.consents().standing().iter().any(|one| one.person.as_ref() == Some(person));
        if self.consents().people().iter().any(gone) { Err(NoClip::SomebodyGone) } else { Ok(()) }
    }

    /// Whether the guide asks anybody whether their words may be used in reports: where it does not, a clip is for those who may hear the
    /// recording.
    pub fn asks_for_quotes(&self) -> bool {
        self.consent_to(Covers::Quotes) != Agreement::NotAsked
    }
}

/// The stretch of a note by its number, if a clip may be made of it: from `lead_in` before it on where it has no beginning of its own.
pub fn of_note(session: &Session, id: NoteId, lead_in: Duration) -> Result<(Position, Position), NoClip> {
    let note = session.note(id).filter(|note| note.stands()).ok_or(NoClip::NoNote(id))?;
    if note.off_record { Err(NoClip::NoteOffRecord) } else { Ok(session.sound_of(note, lead_in)) }
}

/// The clip of `session` between two positions.
pub fn plan(session: &Session, from: Position, to: Position) -> Result<Clip, NoClip> {
    session.may_clip()?;
    let to = to.min(session.timeline().end());
    if from >= to {
        return Err(NoClip::NoStretch);
    }
    if to.since(from) > LONGEST {
        return Err(NoClip::TooLong);
    }
    let rates: Vec<SampleRate> = spans(session).filter(|(a, b, ..)| *a < to && from < *b).map(|(.., rate)| rate).collect();
    let rate = *rates.first().ok_or(NoClip::NothingThere)?;
    if rates.iter().any(|other| *other != rate) {
        return Err(NoClip::OtherRate);
    }
    let unshared = session.unshared();
    let past = |at: &Position| Position::from_millis(at.millis() + 1);
    let pauses: Vec<Position> = session.timeline().pauses().iter().map(|pause| pause.at).filter(|at| from < *at && *at < to).collect();
    let edges = unshared.iter().flat_map(|(a, b)| [*a, past(b)]).chain(spans(session).flat_map(|(a, b, ..)| [a, b]));
    let mut edges: Vec<Position> = edges.chain(pauses.iter().copied()).filter(|at| from < *at && *at < to).chain([from, to]).collect();
    edges.sort_unstable();
    edges.dedup();
    let mut pieces = Vec::new();
    for pair in edges.windows(2) {
        for _ in pauses.iter().filter(|at| **at == pair[0]) {
            add(&mut pieces, Piece::Silent { frames: Frames::in_duration(PAUSE, rate), why: Why::OffRecord });
        }
        for piece in between(session, &unshared, (pair[0], pair[1]), rate) {
            add(&mut pieces, piece);
        }
    }
    if !pieces.iter().any(|piece| matches!(piece, Piece::Sound { .. })) {
        return Err(NoClip::NothingThere);
    }
    Ok(Clip { from, to, rate, pieces })
}

/// What was recorded: from where to where, in which take, at which rate. What no disk ever took is nothing.
fn spans(session: &Session) -> impl Iterator<Item = (Position, Position, TakeNumber, SampleRate)> {
    session.timeline().spans().iter().filter_map(|span| match span {
        Span::Recorded { frames: Frames(0), .. } | Span::Unrecorded { .. } => None,
        Span::Recorded { from, take, rate, .. } => Some((*from, span.to(), *take, *rate)),
    })
}

/// What lies between two edges between which nothing changes.
fn between(session: &Session, unshared: &[(Position, Position)], (a, b): (Position, Position), rate: SampleRate) -> Vec<Piece> {
    let held = |at: Position| unshared.iter().any(|(from, to)| (*from..=*to).contains(&at));
    let Some((begins, _, take, _)) = spans(session).find(|(begins, ends, ..)| *begins <= a && a < *ends) else {
        let why = if held(a) { Why::Withheld } else { Why::Unrecorded };
        return vec![Piece::Silent { frames: Frames::in_duration(b.since(a), rate), why }];
    };
    let known = session.timeline().frames_of(take).unwrap_or_default();
    // Where what is withheld ends, the frame with which it does is the one that is not heard any more.
    let ended = |at: Position| unshared.iter().find(|(_, to)| to.millis() + 1 == at.millis() && !held(at));
    let frame = |at: Position| {
        let here = ended(at).map_or_else(|| Frames::in_duration(at.since(begins), rate), |stretch| Cut::of(*stretch, begins, rate).to);
        here.min(known)
    };
    let at = frame(a);
    let frames = frame(b) - at;
    match frames {
        Frames(0) => Vec::new(),
        _ if held(a) => vec![Piece::Silent { frames, why: Why::Withheld }],
        _ => vec![Piece::Sound { take, at, frames }],
    }
}

/// Adds a piece, and makes one of two that go on in each other.
fn add(pieces: &mut Vec<Piece>, piece: Piece) {
    match (pieces.last_mut(), piece) {
        (Some(Piece::Silent { frames, why }), Piece::Silent { frames: more, why: also }) if *why == also => *frames += more,
        (Some(Piece::Sound { take, at, frames }), Piece::Sound { take: same, at: next, frames: more })
            if *take == same && *at + *frames == next =>
        {
            *frames += more;
        }
        _ => pieces.push(piece),
    }
}

impl Clip {
    /// How long of it is silence, and why, in words; nothing where all of it is heard.
    pub fn silences(&self) -> Vec<(Why, Duration)> {
        let silent = |why| {
            let frames = self.pieces.iter().filter_map(|piece| match piece {
                Piece::Silent { frames, why: is } if *is == why => Some(frames.0),
                Piece::Silent { .. } | Piece::Sound { .. } => None,
            });
            (why, Frames(frames.sum()).duration(self.rate))
        };
        let all = [Why::Withheld, Why::OffRecord, Why::Unrecorded].map(silent);
        all.into_iter().filter(|(_, long)| !long.is_zero()).collect()
    }

    /// The takes that it is made of.
    pub fn takes(&self) -> Vec<TakeNumber> {
        let mut takes: Vec<TakeNumber> =
            self.pieces.iter().filter_map(|p| if let Piece::Sound { take, .. } = p { Some(*take) } else { None }).collect();
        takes.dedup();
        takes
    }

    /// How long it is.
    pub fn length(&self) -> Duration {
        let frames = self.pieces.iter().map(|piece| match piece {
            Piece::Sound { frames, .. } | Piece::Silent { frames, .. } => frames.0,
        });
        Frames(frames.sum()).duration(self.rate)
    }
}

/// What a clip is called in the study's folder of them: the session's name, and from which second to which it is.
pub fn file_name(session: &str, from: Position, to: Position, nth: u32) -> String {
    let more = if nth < 2 { String::new() } else { format!("-{nth}") };
    format!("{session}_{}-{}{more}.wav", from.secs(), to.millis().div_ceil(1_000))
}

/// From which second to which of `session` a file of that name is; nothing if it is no clip of it.
pub fn of_file(session: &str, name: &str) -> Option<(Position, Position)> {
    let mut numbers = name.strip_prefix(session)?.strip_prefix('_')?.strip_suffix(".wav")?.split('-').map(str::parse::<u64>);
    let (from, to) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
    Some((Position::from_secs(from), Position::from_secs(to)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::consent::Answer;
    use crate::domain::consent::Consent;
    use crate::domain::consent::How;
    use crate::domain::consent::Said;
    use crate::domain::consent::Withdrawal;
    use crate::domain::event::Event;
    use crate::domain::guide::Id;
    use crate::domain::session::tests::set_up;
    use crate::domain::withheld::What;
    use crate::domain::withheld::Withheld;
    use crate::domain::withheld::WithheldId;

    /// A minute in one take, a pause at 20 s, then notes only.
    fn recorded() -> Session {
        let mut session = set_up();
        for item in session.guide().consent.clone() {
            session.apply(&Event::ConsentAnswered(Consent::new(item.id, Answer::Given, How::Spoken)));
        }
        let (take, rate) = (TakeNumber(1), SampleRate::new(1_000).unwrap());
        for event in [
            Event::Began { on: None },
            Event::TakeStarted { take, at: Position::START, rate, channels: 1, device: String::new() },
            Event::WentOffRecord { at: Position::from_secs(20), reason: None },
            Event::WentOnRecord { at: Position::from_secs(20) },
            Event::TakeClosed { take, frames: Frames(60_000), rate: Some(rate), channels: Some(1), sha256: None },
        ] {
            session.apply(&event);
        }
        session
    }

    fn sound(at: u64, frames: u64) -> Piece {
        Piece::Sound { take: TakeNumber(1), at: Frames(at), frames: Frames(frames) }
    }

    fn silent(frames: u64, why: Why) -> Piece {
        Piece::Silent { frames: Frames(frames), why }
    }

    #[test]
    fn what_is_withheld_and_what_was_off_the_record_is_silence() {
        let mut session = recorded();
        let (at, ms) = (Position::from_secs, Position::from_millis);
        assert_eq!(plan(&session, at(5), at(8)).map(|clip| clip.pieces), Ok(vec![sound(5_000, 3_000)]));
        let across = plan(&session, at(18), at(22)).unwrap();
        assert_eq!(across.pieces, [sound(18_000, 2_000), silent(1_000, Why::OffRecord), sound(20_000, 2_000)]);
        let what = What::Stretch(at(19), ms(21_499));
        session.apply(&Event::Withheld(Withheld::of(WithheldId(1), what, String::new())));
        let across = plan(&session, at(18), at(22)).unwrap();
        let held = |frames| silent(frames, Why::Withheld);
        assert_eq!(across.pieces, [sound(18_000, 1_000), held(1_000), silent(1_000, Why::OffRecord), held(1_501), sound(21_501, 499)]);
        assert_eq!(across.silences()[0], (Why::Withheld, Duration::from_millis(2_501)));
        assert_eq!(across.length(), Duration::from_secs(5));
        assert_eq!(plan(&session, at(19), at(21)), Err(NoClip::NothingThere));
        assert_eq!(plan(&session, at(60), at(61)), Err(NoClip::NoStretch));
    }

    #[test]
    fn a_clip_is_called_so_that_it_is_found_again() {
        let name = file_name("2026-11-22-P07-first", Position::from_millis(61_700), Position::from_millis(70_001), 1);
        assert_eq!(name, "2026-11-22-P07-first_61-71.wav");
        let again = file_name("2026-11-22-P07-first", Position::from_secs(61), Position::from_secs(71), 2);
        for name in [name, again] {
            assert_eq!(of_file("2026-11-22-P07-first", &name), Some((Position::from_secs(61), Position::from_secs(71))), "{name}");
            assert_eq!(of_file("2026-11-22-P07-first-2", &name), None);
        }
        assert_eq!(of_file("2026-11-22-P07-first", "2026-11-22-P07-first_tea.wav"), None);
    }

    #[test]
    fn whoever_takes_back_what_they_agreed_to_gives_no_clip() {
        let session = recorded();
        let stretch = || (Position::from_secs(1), Position::from_secs(2));
        let refused = |item: &str| {
            let mut session = session.clone();
            let no = Consent::new(Id::new(item), Answer::Refused, How::Spoken);
            session.apply(&Event::ConsentAnswered(no));
            plan(&session, stretch().0, stretch().1).map(|clip| clip.length())
        };
        assert_eq!(refused("c-record"), Err(NoClip::RecordingRefused));
        assert_eq!(refused("nobody-asked-this"), Err(NoClip::NotUnderstood));
    }

    #[test]
    fn a_group_in_which_somebody_took_something_back_gives_none() {
        let mut session = recorded();
        let clip = |session: &Session| plan(session, Position::from_secs(1), Position::from_secs(2)).map(|clip| clip.length());
        let of =
            |who: &str, item: &str| Consent { person: Some(Person(who.into())), ..Consent::new(Id::new(item), Answer::Given, How::Spoken) };
        for (who, item) in [("A", "c-part"), ("A", "c-record"), ("B", "c-part"), ("B", "c-record")] {
            session.apply(&Event::ConsentAnswered(of(who, item)));
        }
        assert!(clip(&session).is_ok());
        for wish in [Wish::Keep, Wish::Destroy, Wish::NoQuotes] {
            let mut session = session.clone();
            let (person, said, at) = (Some(Person("B".into())), Said::new("aloud", "I1", "2026-11-24"), Position::START);
            let item = wish.asked_by(session.guide()).unwrap();
            session.apply(&Event::ConsentWithdrawn(Withdrawal { item, person, at, wish, said }));
            assert!(matches!(clip(&session), Err(NoClip::SomebodyGone | NoClip::RecordingRefused)), "{wish:?}: {:?}", clip(&session));
        }
    }
}
