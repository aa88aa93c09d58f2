//! What is to be made silent in the sound of a session: decided without a disk.
//!
//! A stretch that is withheld is silence from its first millisecond to its last, in every take that has a part of it, also in what a take
//! holds beyond what counts. A note that is withheld by its number has a moment, and seldom an extent: where the words that it is about begin
//! and end is known to nobody here, or only as far as a transcript is right, and what is destroyed does not come back. What leaves a session is
//! silent there at once; in the session itself no sound goes with it. It is named, with the stretch that it is about, and whoever listens
//! withholds what has to go.

use crate::domain::note::Note;
use crate::domain::note::NoteId;
use crate::domain::session::Session;
use crate::domain::silenced::Cut;
use crate::domain::silenced::Silence;
use crate::domain::silenced::joined;
use crate::domain::takes::TakeFacts;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::SampleRate;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::domain::withheld::What;
use crate::domain::withheld::WithheldId;

/// What is to be made silent in one take.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TakePlan {
    /// The take.
    pub take: TakeNumber,
    /// Where its first frame lies.
    pub from: Position,
    /// Its frames per second.
    pub rate: SampleRate,
    /// The numbers of what is withheld there.
    pub ids: Vec<WithheldId>,
    /// Which frames.
    pub cuts: Vec<Cut>,
}

impl TakePlan {
    /// Where on the timeline that lies.
    pub fn stretches(&self) -> Vec<(Position, Position)> {
        let at = |frame: Frames| self.from.forward(frame.duration(self.rate));
        self.cuts.iter().map(|cut| (at(cut.from), at(cut.to))).collect()
    }

    /// How long it is.
    pub fn length(&self) -> std::time::Duration {
        self.cuts.iter().map(|cut| cut.frames().duration(self.rate)).sum()
    }
}

/// A note that is withheld by its number, and with which no sound goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LoneNote {
    /// The note.
    pub note: NoteId,
    /// The stretch that it is about: what of a quote of a passage is known, and else lies around its moment, as in a clip of it.
    pub around: (Position, Position),
    /// Whether that is known.
    pub has_extent: bool,
}

/// All that is to be made silent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    /// By take.
    pub takes: Vec<TakePlan>,
    /// Notes that lie outside of it.
    pub notes: Vec<LoneNote>,
}

/// What is to be made silent in `session`, of whose takes `holds` says how many frames the file has.
pub fn plan(session: &Session, holds: impl Fn(TakeNumber) -> Option<Frames>) -> Plan {
    let takes = session.timeline().spans().iter().filter_map(|span| match span {
        Span::Recorded { from, take, frames, rate } => {
            take_plan(session, *take, *from, *rate, holds(*take).unwrap_or(*frames).max(*frames))
        }
        Span::Unrecorded { .. } => None,
    });
    Plan { takes: takes.collect(), notes: lone_notes(session) }
}

fn take_plan(session: &Session, take: TakeNumber, from: Position, rate: SampleRate, holds: Frames) -> Option<TakePlan> {
    let facts = session.takes().get(&take);
    if facts.is_some_and(|facts| facts.destroyed.is_some()) {
        return None;
    }
    let silent: Vec<Cut> = joined(facts.into_iter().flat_map(|facts| &facts.silenced).flat_map(|silence| silence.cuts.clone()).collect());
    let of = |stretch: (Position, Position)| Cut::of(stretch, from, rate).in_take(holds);
    let is_new = |cut: &Cut| !silent.iter().any(|other| cut.is_within(*other));
    let named = session.withholding().now().filter_map(|one| match one.what {
        Some(What::Stretch(from, to)) => of((from, to)).filter(is_new).map(|cut| (one.id, cut)),
        Some(What::Note(_) | What::Statement(_)) | None => None,
    });
    let (ids, cuts): (Vec<WithheldId>, Vec<Cut>) = named.unzip();
    (!cuts.is_empty()).then(|| TakePlan { take, from, rate, ids, cuts: joined(cuts) })
}

/// What of a recorded stretch is silence in a copy that others hear: what is withheld, and what was said where a note is.
pub fn unshared_in(session: &Session, span: &Span) -> Vec<Cut> {
    let Span::Recorded { from, frames, rate, .. } = span else { return Vec::new() };
    joined(session.unshared().into_iter().filter_map(|stretch| Cut::of(stretch, *from, *rate).in_take(*frames)).collect())
}

fn lone_notes(session: &Session) -> Vec<LoneNote> {
    let stretches = session.withholding().stretches();
    let goes = |note: &Note| match note.until {
        Some(until) => stretches.iter().any(|(from, to)| *from <= note.position && until <= *to),
        None => session.withholding().covers(note.position),
    };
    let stay = session.notes_by_number().filter(|note| !goes(note));
    stay.map(|note| LoneNote { note: note.id, around: session.sound_not_used(note), has_extent: note.until.is_some() }).collect()
}

impl Session {
    /// Whether the sound of what is withheld under this number is gone, in whole or in part.
    pub fn is_silenced(&self, id: WithheldId) -> bool {
        self.takes().values().flat_map(|facts| &facts.silenced).any(|silence| silence.ids.contains(&id))
    }

    /// What is being made silent and was not finished.
    pub fn silencing(&self) -> impl Iterator<Item = &Silence> {
        self.takes().values().filter_map(|facts: &TakeFacts| facts.silencing.as_ref())
    }

    /// Where on the timeline the cuts of a take lie.
    pub fn stretches_of(&self, silence: &Silence) -> Vec<(Position, Position)> {
        let at = |frame| self.timeline().position_of(silence.take, frame).unwrap_or_default();
        silence.cuts.iter().map(|cut| (at(cut.from), at(cut.to))).collect()
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use proptest::prelude::*;

    use super::*;
    use crate::domain::clip;
    use crate::domain::consent::Answer;
    use crate::domain::consent::Consent;
    use crate::domain::consent::How;
    use crate::domain::digest::Digest;
    use crate::domain::event::Event;
    use crate::domain::note::NoteKind;
    use crate::domain::note::NoteStamp;
    use crate::domain::seats::Voice;
    use crate::domain::session::tests::set_up;
    use crate::domain::withheld::Withheld;

    const ONE: TakeNumber = TakeNumber(1);
    const TWO: TakeNumber = TakeNumber(2);

    fn withheld(id: u32, from: u64, to: u64) -> Event {
        let what = What::Stretch(Position::from_millis(from), Position::from_millis(to));
        Event::Withheld(Withheld::of(WithheldId(id), what, String::new()))
    }

    /// Two takes of a minute, one after the other, at a thousand frames a second.
    fn recorded() -> Session {
        let rate = SampleRate::new(1_000).unwrap();
        let mut session = set_up();
        session.apply(&Event::Began { on: None });
        for (take, secs) in [(ONE, 0), (TWO, 60)] {
            let at = Position::from_secs(secs);
            session.apply(&Event::TakeStarted { take, at, rate, channels: 1, device: String::new() });
            let sha256 = Some(Digest::new([7; 32]));
            session.apply(&Event::TakeClosed { take, frames: Frames(60_000), rate: Some(rate), channels: Some(1), sha256 });
        }
        session
    }

    fn cut(from: u64, to: u64) -> Cut {
        Cut { from: Frames(from), to: Frames(to) }
    }

    proptest! {
        /// The take itself, the copy for a transcriber or a recogniser, and a clip are silent in the same frames, whatever the rate.
        #[test]
        fn all_that_is_silent_is_silent_in_the_same_frames(
            hertz in prop_oneof![Just(44_100_u32), Just(11_025), 8_000_u32..192_001],
            begins in 0_u64..5_000,
            from in 0_u64..10_000,
            long in 0_u64..4_000,
        ) {
            let (rate, begins) = (SampleRate::new(hertz).unwrap(), Position::from_millis(begins));
            let frames = Frames::in_duration(Duration::from_secs(10), rate);
            let mut session = set_up();
            for item in session.guide().consent.clone() {
                session.apply(&Event::ConsentAnswered(Consent::new(item.id, Answer::Given, How::Spoken)));
            }
            session.apply(&Event::Began { on: None });
            session.apply(&Event::TakeStarted { take: ONE, at: begins, rate, channels: 1, device: String::new() });
            session.apply(&Event::TakeClosed { take: ONE, frames, rate: Some(rate), channels: Some(1), sha256: None });
            session.apply(&withheld(1, from, from + long));
            let in_take: Vec<Cut> = plan(&session, |_| None).takes.into_iter().flat_map(|one| one.cuts).collect();
            let span = session.timeline().spans().iter().find(|span| matches!(span, Span::Recorded { .. })).unwrap();
            prop_assert_eq!(&unshared_in(&session, span), &in_take);
            let Ok(clip) = clip::plan(&session, begins, session.timeline().end()) else {
                prop_assert!(in_take.iter().map(|cut| cut.frames().0).sum::<u64>() == frames.0);
                return Ok(());
            };
            let (mut at, mut in_clip) = (Frames(0), Vec::new());
            for piece in &clip.pieces {
                match piece {
                    clip::Piece::Sound { at: first, frames, .. } => {
                        prop_assert_eq!(*first, at, "each frame is in its place");
                        at += *frames;
                    }
                    clip::Piece::Silent { frames, .. } => {
                        in_clip.push(Cut { from: at, to: at + *frames });
                        at += *frames;
                    }
                }
            }
            prop_assert_eq!(in_clip, in_take);
            // And that is all of the stretch, and no more than a millisecond and a frame beyond its end.
            for frame in [0, frames.0 / 2, frames.0 - 1] {
                let millis = begins.millis() + frame * 1_000 / u64::from(hertz);
                let is_silent = clip_holds(&clip.pieces, frame);
                prop_assert!(is_silent || !(from..=from + long).contains(&millis), "{} of {:?}", frame, clip.pieces);
                prop_assert!(!is_silent || (from.saturating_sub(1)..=from + long + 2).contains(&millis), "{} of {:?}", frame, clip.pieces);
            }
        }
    }

    /// Whether a frame of a clip of one take is silent.
    fn clip_holds(pieces: &[clip::Piece], frame: u64) -> bool {
        let mut at = 0;
        for piece in pieces {
            let (frames, is_silent) = match piece {
                clip::Piece::Sound { frames, .. } => (frames.0, false),
                clip::Piece::Silent { frames, .. } => (frames.0, true),
            };
            if frame < at + frames {
                return is_silent;
            }
            at += frames;
        }
        false
    }

    #[test]
    fn a_stretch_across_two_takes_is_silent_in_both_and_its_last_millisecond_too() {
        let mut session = recorded();
        session.apply(&withheld(1, 59_000, 61_000));
        session.apply(&withheld(2, 60_500, 61_500));
        let found = plan(&session, |_| None).takes;
        assert_eq!(found.iter().map(|one| (one.take, one.ids.len())).collect::<Vec<_>>(), [(ONE, 1), (TWO, 2)]);
        assert_eq!((&found[0].cuts, &found[1].cuts), (&vec![cut(59_000, 60_000)], &vec![cut(0, 1_502)]));
        // What a file holds beyond what counts is in the next take as well.
        assert_eq!(plan(&session, |_| Some(Frames(60_700))).takes[0].cuts, [cut(59_000, 60_700)]);
    }

    /// A take that a failing disk left with more than counts: the digest of its file is none of what counts.
    #[test]
    fn of_a_take_that_holds_more_than_counts_no_digest_is_known_before_or_after() {
        let mut session = recorded();
        let (take, rate, at) = (TakeNumber(3), SampleRate::new(1_000).unwrap(), Position::from_secs(120));
        session.apply(&Event::TakeStarted { take, at, rate, channels: 1, device: String::new() });
        session.apply(&Event::TakeClosed { take, frames: Frames(5_000), rate: Some(rate), channels: Some(1), sha256: None });
        session.apply(&withheld(1, 124_000, 126_000));
        let cuts = plan(&session, |_| Some(Frames(5_500))).takes.pop().unwrap().cuts;
        assert_eq!(cuts, [cut(4_000, 5_500)]);
        let (was, sha256, frames, on) = (Digest::new([7; 32]), Digest::new([8; 32]), Frames(5_500), String::new());
        session.apply(&Event::Silenced(Silence { ids: vec![WithheldId(1)], take, on, cuts, frames, was, sha256 }));
        assert_eq!((session.takes()[&take].sha256, session.is_silenced(WithheldId(1))), (None, true));
    }

    #[test]
    fn a_note_that_is_withheld_by_its_number_is_named_and_nothing_goes_with_it() {
        let mut session = recorded();
        let stamp = NoteStamp { raw: Position::from_secs(20), reaction_ms: 0 };
        let (text, question, voice) = ("x".to_owned(), None, Voice::default());
        session.apply(&Event::NoteAdded {
            note: NoteId(1),
            note_kind: NoteKind::Quote,
            text,
            stamp,
            question,
            off_record: false,
            late: false,
            voice,
            report: None,
            until: None,
        });
        session.apply(&Event::Withheld(Withheld::of(WithheldId(1), What::Note(NoteId(1)), String::new())));
        let found = plan(&session, |_| None);
        assert_eq!(found.takes, []);
        let around = (Position::from_secs(16), Position::from_secs(50));
        assert_eq!(found.notes, [LoneNote { note: NoteId(1), around, has_extent: false }]);
        session.apply(&withheld(2, 19_000, 21_000));
        assert_eq!(plan(&session, |_| None).notes, [], "it lies within a stretch that goes");
    }

    #[test]
    fn what_is_silent_already_is_not_made_so_again_and_stays_so_when_it_is_lifted() {
        let mut session = recorded();
        session.apply(&withheld(1, 1_000, 2_000));
        let cuts = plan(&session, |_| None).takes[0].cuts.clone();
        let (was, sha256) = (Digest::new([7; 32]), Digest::new([8; 32]));
        let silence = Silence { ids: vec![WithheldId(1)], take: ONE, on: "2026-11-24".into(), cuts, frames: Frames(60_000), was, sha256 };
        session.apply(&Event::SilencingBegun(silence.clone()));
        assert_eq!((session.silencing().count(), session.is_silenced(WithheldId(1))), (1, false));
        session.apply(&Event::Silenced(silence));
        assert_eq!((session.silencing().count(), session.is_silenced(WithheldId(1))), (0, true));
        assert_eq!(session.takes()[&ONE].sha256, Some(sha256));
        assert_eq!(plan(&session, |_| None).takes, []);
        session.apply(&withheld(2, 1_500, 2_500));
        assert_eq!(plan(&session, |_| None).takes[0].cuts, [cut(1_500, 2_502)]);
    }
}
