//! What a crash left of a session, decided without a disk: which takes are looked at, what the journal is to know of each from now on, what
//! is missing at most, and how a person is told.
//!
//! Whoever has the disk looks at the takes, one after the other, and journals what is decided here before the next; [`Recovery::end`] is
//! what ends it, so a crash before that leads here again, and to the same.

use std::collections::BTreeSet;
use std::time::Duration;

use crate::domain::event::Event;
use crate::domain::recording::TakeSound;
use crate::domain::session::Session;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::domain::standing::Recorded;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::length_words;
use crate::domain::time::lost_words;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::words::say;

/// What is missing at most after the process was killed: one beat of the tape, one block of the device, and a margin.
const MISSING_AFTER_KILL_MS: u64 = 200;

/// What is missing at most after a power cut: takes are synced once a second, and what was not may be there or not, whole or not.
const MISSING_AFTER_POWER_CUT_MS: u64 = 2_000;

/// What is missing at most where only the clock counted: the journal hears of it every ten seconds, at the next turn of the loop.
const MISSING_ON_THE_CLOCK_MS: u64 = 11_000;

/// What the crash was.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Crash {
    /// The program's only: all that it had written is there.
    OfTheProgram,
    /// Perhaps the machine's: what was not synced may be gone.
    PerhapsOfTheMachine,
}

/// Whether a crash cut `session` short, of which files of these takes lie there. An interview that was ended is mended too if its last take
/// was not closed any more.
pub(crate) fn wants_mending(session: &Session, takes: impl IntoIterator<Item = TakeNumber>) -> bool {
    // What a damaged journal says of a take whose beginning it has lost.
    let beheaded = takes.into_iter().any(|take| {
        let known = session.takes().get(&take).is_some_and(|facts| facts.destroyed.is_none());
        known && session.timeline().frames_of(take).is_none()
    });
    matches!(session.phase(), Phase::Recording | Phase::OffRecord) || matches!(session.audio(), Audio::Live(_)) || beheaded
}

/// The takes that a journal knows to be finished.
pub fn closed<'e>(events: impl IntoIterator<Item = &'e Event>) -> BTreeSet<TakeNumber> {
    let closed = events.into_iter().filter_map(|event| if let Event::TakeClosed { take, .. } = event { Some(*take) } else { None });
    closed.collect()
}

/// Whether a take is left as it is, whatever its file is now: one of which the digest is known is what it was, and what was destroyed is not
/// brought back.
pub fn is_left(session: &Session, take: TakeNumber) -> bool {
    let said = session.takes().get(&take).is_some_and(|facts| facts.sha256.is_some() || facts.destroyed.is_some());
    said && session.timeline().frames_of(take).is_some()
}

/// A session that is being brought to agree with what its takes hold.
#[derive(Clone, Debug)]
pub struct Recovery {
    was_live: bool,
    was_on_the_clock: bool,
    closed: BTreeSet<TakeNumber>,
    changed: Option<(TakeNumber, Frames)>,
}

/// What follows from what a take was found to hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Counted {
    /// What the journal is to know.
    pub events: Vec<Event>,
    /// What a person is to know.
    pub remark: Option<String>,
}

impl Recovery {
    /// That of `session`, as the crash left it; `closed` are the takes that its journal knows to be finished.
    pub fn of(session: &Session, closed: BTreeSet<TakeNumber>) -> Self {
        let (was_live, was_on_the_clock) = (matches!(session.audio(), Audio::Live(_)), session.is_on_the_clock());
        Self { was_live, was_on_the_clock, closed, changed: None }
    }

    /// How far the clock had come, if it counted and more is known of it: a note says so as well as the journal's own word for it, which may
    /// be older.
    pub fn clock(&self, session: &Session) -> Option<Event> {
        let latest = session.notes().map(|note| note.stamp.raw).max().filter(|_| self.was_on_the_clock);
        latest.filter(|at| *at > session.timeline().end()).map(|at| Event::TimePassed { at })
    }

    /// What follows from `take` holding so much.
    pub fn count(&mut self, session: &Session, take: TakeNumber, holds: TakeSound) -> Counted {
        let known = session.timeline().frames_of(take);
        // What a take that was given up holds beyond what counts of it stands in the next one too.
        let counted = match known {
            Some(known) if self.closed.contains(&take) => holds.frames.min(known),
            Some(known) => holds.frames.min(up_to_the_next(session, take).unwrap_or(holds.frames).max(known)),
            None => holds.frames,
        };
        if known == Some(counted) {
            return Counted::default();
        }
        let lost = known.filter(|known| counted < *known).map(|known| known - counted);
        let remark = lost.map(|lost| {
            let (lost, name) = (length_words(lost.duration(holds.rate)), take.file_name());
            say!("recovery-shorter", file = name, by = lost)
        });
        let mut events = Vec::new();
        if known.is_none() {
            // The take was made in the very moment of the crash, before the journal knew it.
            let (at, rate) = (session.timeline().end(), holds.rate);
            events.push(Event::TakeStarted { take, at, rate, channels: holds.channels, device: String::new() });
        }
        events.push(Event::Checkpoint { take, frames: counted });
        self.changed = Some((take, counted));
        Counted { events, remark }
    }

    /// What ends it, once all takes are counted.
    pub fn end(&self, crash: Crash) -> Event {
        let (take, frames) = self.changed.map_or((None, Frames(0)), |(take, frames)| (Some(take), frames));
        Event::Recovered { take, frames, missing_ms: self.missing_ms(crash) }
    }

    /// What the crash has cost, to whoever opens `session`, which knows of all that was decided.
    pub fn words(&self, session: &Session, crash: Crash) -> String {
        let recorded = match session.recorded() {
            Recorded::Something => Some(length_words(session.timeline().lengths().0)),
            Recorded::Nothing => None,
        };
        if self.has_sound() {
            let missing = lost_words(Duration::from_millis(self.missing_ms(crash)));
            say!("recovery-sound", recorded = recorded.unwrap_or_else(|| say!("recovery-no-sound")), missing = missing)
        } else if self.was_on_the_clock {
            let length = length_words(session.timeline().end().since(Position::START));
            say!("recovery-clock", length = length)
        } else {
            recorded.map_or_else(|| say!("recovery-notes"), |recorded| say!("recovery-notes-and-sound", recorded = recorded))
        }
    }

    /// Whether there was sound to recover.
    fn has_sound(&self) -> bool {
        self.was_live || self.changed.is_some()
    }

    fn missing_ms(&self, crash: Crash) -> u64 {
        match (self.has_sound(), self.was_on_the_clock, crash) {
            (true, _, Crash::OfTheProgram) => MISSING_AFTER_KILL_MS,
            (true, _, Crash::PerhapsOfTheMachine) => MISSING_AFTER_POWER_CUT_MS,
            (false, true, _) => MISSING_ON_THE_CLOCK_MS,
            (false, false, _) => 0,
        }
    }
}

/// How many frames `take` can have until the next one begins; nothing if there is no next one.
fn up_to_the_next(session: &Session, take: TakeNumber) -> Option<Frames> {
    let mut recorded = session.timeline().spans().iter().filter_map(|span| match span {
        Span::Recorded { from, take, rate, .. } => Some((*from, *take, *rate)),
        Span::Unrecorded { .. } => None,
    });
    let (from, _, rate) = recorded.find(|(_, t, _)| *t == take)?;
    recorded.next().map(|(next, ..)| Frames::in_duration(next.since(from), rate))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::audio_end::AudioEnd;
    use crate::domain::digest::Digest;
    use crate::domain::note::NoteId;
    use crate::domain::note::NoteKind;
    use crate::domain::note::NoteStamp;
    use crate::domain::seats::Voice;
    use crate::domain::session::tests::set_up;
    use crate::domain::time::SampleRate;

    const ONE: TakeNumber = TakeNumber(1);
    const TWO: TakeNumber = TakeNumber(2);

    fn lived(events: impl IntoIterator<Item = Event>) -> Session {
        let mut session = set_up();
        for event in std::iter::once(Event::Began { on: None }).chain(events) {
            session.apply(&event);
        }
        session
    }

    fn started(take: TakeNumber, secs: u64) -> Event {
        let (at, rate) = (Position::from_secs(secs), SampleRate::STUDIO);
        Event::TakeStarted { take, at, rate, channels: 1, device: "a microphone".into() }
    }

    fn safe(take: TakeNumber, secs: u64) -> Event {
        Event::Checkpoint { take, frames: seconds(secs) }
    }

    fn closed_at(take: TakeNumber, secs: u64) -> Event {
        Event::TakeClosed { take, frames: seconds(secs), rate: None, channels: None, sha256: None }
    }

    fn seconds(secs: u64) -> Frames {
        Frames(48_000 * secs)
    }

    fn holds(secs: u64) -> TakeSound {
        TakeSound { frames: seconds(secs), rate: SampleRate::STUDIO, channels: 1, sha256: None }
    }

    /// Mends `session`, whose takes hold so many seconds: all that is journaled, what is remarked, and what is said.
    fn mended(
        session: &mut Session,
        closed: &[TakeNumber],
        takes: &[(TakeNumber, u64)],
        crash: Crash,
    ) -> (Vec<Event>, Vec<String>, String) {
        let mut recovery = Recovery::of(session, closed.iter().copied().collect());
        let (mut told, mut remarks) = (Vec::new(), Vec::new());
        let tell = |session: &mut Session, events: Vec<Event>, told: &mut Vec<Event>| {
            for event in events {
                session.apply(&event);
                told.push(event);
            }
        };
        tell(session, recovery.clock(session).into_iter().collect(), &mut told);
        for (take, secs) in takes.iter().filter(|(take, _)| !is_left(session, *take)).copied().collect::<Vec<_>>() {
            let counted = recovery.count(session, take, holds(secs));
            remarks.extend(counted.remark);
            tell(session, counted.events, &mut told);
        }
        tell(session, vec![recovery.end(crash)], &mut told);
        assert!(!wants_mending(session, []), "doing it once is enough");
        (told, remarks, recovery.words(session, crash))
    }

    #[test]
    fn what_the_tape_had_written_since_its_last_word_counts() {
        let mut session = lived([started(ONE, 0), safe(ONE, 60)]);
        assert!(wants_mending(&session, [ONE]));
        let (told, remarks, words) = mended(&mut session, &[], &[(ONE, 62)], Crash::OfTheProgram);
        assert_eq!(told, [safe(ONE, 62), Event::Recovered { take: Some(ONE), frames: seconds(62), missing_ms: 200 }]);
        assert_eq!((remarks, words.as_str()), (vec![], "Recovered 1 min 2 s; at most 0.2 s is missing at its end."));
        assert_eq!((session.phase(), session.audio()), (Phase::Interrupted, &Audio::None));
    }

    #[test]
    fn what_was_safe_and_is_gone_is_said() {
        let mut session = lived([started(ONE, 0), safe(ONE, 60)]);
        let (told, remarks, words) = mended(&mut session, &[], &[(ONE, 57)], Crash::PerhapsOfTheMachine);
        assert_eq!(told, [safe(ONE, 57), Event::Recovered { take: Some(ONE), frames: seconds(57), missing_ms: 2_000 }]);
        let remark = "take-001.wav is 3.0 s shorter than what had been written safely: put a longer copy back if there is one";
        assert_eq!((remarks, words.as_str()), (vec![remark.to_owned()], "Recovered 57.0 s; at most 2.0 s is missing at its end."));
    }

    #[test]
    fn a_take_that_the_journal_never_heard_of_begins_where_the_session_ends() {
        let mut session = lived([started(ONE, 0), safe(ONE, 60), closed_at(ONE, 60)]);
        let (told, ..) = mended(&mut session, &[ONE], &[(ONE, 60), (TWO, 2)], Crash::OfTheProgram);
        let Event::TakeStarted { take, at, .. } = &told[0] else { panic!("{told:?}") };
        assert_eq!((*take, *at), (TWO, Position::from_secs(60)));
        assert_eq!(told[1..], [safe(TWO, 2), Event::Recovered { take: Some(TWO), frames: seconds(2), missing_ms: 200 }]);
    }

    #[test]
    fn what_a_take_holds_beyond_what_counts_stands_in_the_next_one() {
        // The first was closed; the second was given up for the third, and the journal did not hear of its end.
        let mut session =
            lived([started(ONE, 0), safe(ONE, 60), closed_at(ONE, 60), started(TWO, 60), safe(TWO, 10), started(TakeNumber(3), 72)]);
        let takes = [(ONE, 64), (TWO, 14), (TakeNumber(3), 5)];
        let (told, ..) = mended(&mut session, &[ONE], &takes, Crash::OfTheProgram);
        assert_eq!(told[..2], [safe(TWO, 12), safe(TakeNumber(3), 5)]);
        assert_eq!(closed([&closed_at(ONE, 60), &started(TWO, 60)]), BTreeSet::from([ONE]));
    }

    #[test]
    fn where_only_the_clock_counted_a_note_says_how_far_it_came() {
        let stop = Event::AudioStopped { at: Position::START, why: AudioEnd::NotesOnly };
        let stamp = NoteStamp { raw: Position::from_secs(19), reaction_ms: 0 };
        let (text, question) = (String::new(), None);
        let note = Event::NoteAdded {
            note: NoteId(1),
            note_kind: NoteKind::Quote,
            text,
            stamp,
            question,
            off_record: false,
            late: false,
            voice: Voice::default(),
            report: None,
            until: None,
        };
        let mut session = lived([stop, Event::TimePassed { at: Position::from_secs(10) }, note]);
        let (told, _, words) = mended(&mut session, &[], &[], Crash::OfTheProgram);
        let passed = Event::TimePassed { at: Position::from_secs(19) };
        assert_eq!(told, [passed, Event::Recovered { take: None, frames: Frames(0), missing_ms: 11_000 }]);
        assert_eq!(words, "Cut short at 19.0 s, or up to 11 s later. Every saved note is here.");
    }

    #[test]
    fn off_the_record_nothing_of_the_sound_is_missing() {
        let pause = Event::WentOffRecord { at: Position::from_secs(60), reason: None };
        let mut session = lived([started(ONE, 0), safe(ONE, 60), closed_at(ONE, 60), pause]);
        let (told, _, words) = mended(&mut session, &[ONE], &[(ONE, 60)], Crash::PerhapsOfTheMachine);
        assert_eq!(told, [Event::Recovered { take: None, frames: Frames(0), missing_ms: 0 }]);
        assert_eq!(words, "This interview was cut short: 1 min 0 s and every saved note are here.");
    }

    #[test]
    fn what_is_known_to_the_byte_or_destroyed_is_left_alone() {
        let sha256 = Some(Digest::new([7; 32]));
        let known = Event::TakeClosed { take: ONE, frames: seconds(60), rate: None, channels: None, sha256 };
        let destroyed =
            Event::TakeDestroyed { take: TWO, on: "2026-11-24".into(), reason: String::new(), frames: seconds(9), sha256: None };
        let session = lived([started(ONE, 0), known, started(TWO, 60), closed_at(TWO, 9), destroyed, started(TakeNumber(3), 69)]);
        assert_eq!([ONE, TWO, TakeNumber(3)].map(|take| is_left(&session, take)), [true, true, false]);
    }

    #[test]
    fn an_interview_in_good_order_wants_nothing() {
        let ended = Event::Ended { at: Position::from_secs(60), why: None };
        let session = lived([started(ONE, 0), closed_at(ONE, 60), ended.clone()]);
        assert!(!wants_mending(&session, [ONE]));
        assert!(!wants_mending(&set_up(), [ONE]), "nor does one that was never begun");
        assert!(wants_mending(&lived([started(ONE, 0), ended.clone()]), [ONE]), "its last take was not closed any more");
        assert!(wants_mending(&lived([closed_at(ONE, 60), ended]), [ONE]), "the journal has lost the beginning of its take");
    }
}
