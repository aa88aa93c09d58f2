//! What of an interview there is no sound of, where and why; and what that comes to in words. Whatever shows a session says it from here,
//! so that no screen is silent about what another tells.
//!
//! A choice is no loss: notes only, and off the record, are what somebody wanted.

use std::time::Duration;

use crate::domain::audio_end::AudioEnd;
use crate::domain::incident::Fault;
use crate::domain::incident::Incident;
use crate::domain::mishap::Mishap;
use crate::domain::mishap::MishapKind;
use crate::domain::named::Named;
use crate::domain::named::Worded;
use crate::domain::recording::TakeCheck;
use crate::domain::recording::TakeState;
use crate::domain::refused::Refused;
use crate::domain::session::LEAST;
use crate::domain::session::Session;
use crate::domain::time::Position;
use crate::domain::time::clock;
use crate::domain::time::length_words;
use crate::domain::time::lost_words;
use crate::domain::timeline::Span;
use crate::words::say;

/// A stretch of the timeline without sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Soundless {
    /// Where it begins.
    pub from: Position,
    /// Where it ends.
    pub to: Position,
    /// Why there is none.
    pub why: Why,
}

/// Why a stretch has no sound.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Nothing was recorded.
    NotRecorded(AudioEnd),
    /// It never came, and silence stands there.
    Gap(String),
    /// The microphone was muted.
    Muted,
    /// It delivered nothing but silence.
    Silent,
    /// It was recorded, and is not in the file any more.
    Gone(TakeState),
    /// They do not want it to be used: it is not played.
    Withheld,
}

/// The stretches of `session` without sound, as they lie; `changed` are its takes that are not the recordings that were made.
pub(crate) fn soundless(session: &Session, changed: &[TakeCheck]) -> Vec<Soundless> {
    let mut all: Vec<Soundless> = session.timeline().spans().iter().filter_map(|span| of_span(span, changed)).collect();
    let (mut muted, mut silent) = (None, None);
    for mishap in session.incidents() {
        match &mishap.what {
            MishapKind::Gap(long, why) => {
                all.push(Soundless { from: mishap.at, to: mishap.at.forward(*long), why: Why::Gap(why.words()) });
            }
            MishapKind::Incident(Named::Known(Incident::Muted)) => muted = muted.or(Some(mishap.at)),
            MishapKind::Incident(Named::Known(Incident::Unmuted)) => {
                all.extend(muted.take().map(|from| Soundless { from, to: mishap.at, why: Why::Muted }));
            }
            MishapKind::Incident(Named::Known(Incident::Silence)) => silent = silent.or(Some(mishap.at)),
            MishapKind::Incident(Named::Known(Incident::Heard)) => {
                all.extend(silent.take().map(|from| Soundless { from, to: mishap.at, why: Why::Silent }));
            }
            _ => {}
        }
    }
    all.extend(muted.map(|from| Soundless { from, to: session.timeline().end(), why: Why::Muted }));
    all.extend(session.withholding().stretches().iter().map(|&(from, to)| Soundless { from, to, why: Why::Withheld }));
    all.retain(|stretch| stretch.to > stretch.from);
    all.sort_by_key(|stretch| stretch.from);
    all
}

/// What of `span` has no sound: all of it, or the end that its file does not hold any more.
fn of_span(span: &Span, changed: &[TakeCheck]) -> Option<Soundless> {
    let (from, to) = (span.from(), span.to());
    match span {
        Span::Unrecorded { why, .. } => Some(Soundless { from, to, why: Why::NotRecorded(why.clone()) }),
        Span::Recorded { take, frames, rate, .. } => {
            let check = changed.iter().find(|check| check.take == *take)?;
            let from = match check.found() {
                Some(found) if found.rate != *rate || found.frames >= *frames => return None,
                Some(found) => from.forward(found.frames.duration(*rate)),
                None => from,
            };
            Some(Soundless { from, to, why: Why::Gone(check.state) })
        }
    }
}

/// What was lost of `session`, a sentence each: how much, why and where. What is less than anybody hears is not told.
pub fn losses(session: &Session) -> Vec<String> {
    let mut sums: Vec<(LostTo, Vec<Stretch>)> = Vec::new();
    let mut add = |why: LostTo, stretch: Stretch| match sums.iter_mut().find(|(known, _)| *known == why) {
        Some((_, stretches)) => stretches.push(stretch),
        None => sums.push((why, vec![stretch])),
    };
    for Soundless { from, to, why } in soundless(session, &[]) {
        let stretch = Stretch { from, to };
        match why {
            // Its own words say how long it is.
            Why::NotRecorded(AudioEnd::Lost(Named::Known(Fault::EndNotTaken { .. }))) | Why::Gone(_) | Why::Withheld => {}
            Why::NotRecorded(AudioEnd::Lost(fault)) if stretch.long() >= LEAST => add(LostTo::Fault(fault.words()), stretch),
            Why::NotRecorded(_) => {}
            Why::Gap(why) => add(LostTo::Gap(why), stretch),
            Why::Muted => add(LostTo::Muted, stretch),
            Why::Silent => add(LostTo::Silent, stretch),
        }
    }
    let summed = sums.into_iter().map(|(why, stretches)| {
        let long: Duration = stretches.iter().map(Stretch::long).sum();
        let long = if long < LEAST { lost_words(long) } else { length_words(long) };
        why.said(long, &stretches)
    });
    let last_heard = session.incidents().iter().rposition(|m| m.what == MishapKind::Incident(Named::Known(Incident::Heard)));
    let told = session.incidents().iter().enumerate().filter(|(n, mishap)| match &mishap.what {
        // Of one that was over, the whole stretch is told. An earlier hearback never said when it was.
        MishapKind::Incident(Named::Known(Incident::Silence)) => last_heard.is_none_or(|heard| heard < *n),
        MishapKind::Lost(fault) => matches!(fault, Named::Known(Fault::EndNotTaken { .. })),
        MishapKind::Recovered(ms) => *ms > 0,
        MishapKind::Incident(Named::Known(incident)) => match incident {
            Incident::Slept { .. } => true,
            Incident::Damaged { lost, .. } => *lost > 0,
            _ => false,
        },
        MishapKind::Incident(_) | MishapKind::Gap(..) | MishapKind::Ended(_) => false,
    });
    let mut said: Vec<String> = disk_troubles(session).into_iter().chain(summed).collect();
    for (_, Mishap { at, what }) in told {
        let words = what.words();
        let words = match what {
            // "Here" is where the list of what happened shows it.
            MishapKind::Recovered(ms) => {
                say!("loss-recovered", missing = lost_words(Duration::from_millis(*ms)), at = at.to_string())
            }
            // It is at the end, and says so; a journal's damage is nowhere in the sound.
            MishapKind::Lost(_) | MishapKind::Incident(Named::Known(Incident::Damaged { .. })) => words,
            MishapKind::Incident(Named::Known(Incident::Silence)) => say!("loss-since", what = words, at = at.to_string()),
            _ => say!("loss-moment", what = words, at = at.to_string()),
        };
        if !said.contains(&words) {
            said.push(words);
        }
    }
    said
}

/// What stretches were lost to, which are told together.
#[derive(PartialEq, Eq)]
enum LostTo {
    /// Nothing was recorded, and this is why.
    Fault(String),
    /// It never came, and this is why.
    Gap(String),
    Muted,
    Silent,
}

impl LostTo {
    /// It in words, with how `long` the stretches are together.
    fn said(&self, long: String, stretches: &[Stretch]) -> String {
        let places = where_of(stretches);
        match self {
            Self::Fault(why) => say!("loss-not-recorded", long = long, why = why, places = places),
            Self::Gap(why) => say!("loss-gap", long = long, why = why, places = places),
            Self::Muted => say!("loss-muted", long = long, places = places),
            Self::Silent => say!("loss-silent", long = long, places = places),
        }
    }
}

/// From where to where something was lost.
struct Stretch {
    from: Position,
    to: Position,
}

impl Stretch {
    fn long(&self) -> Duration {
        self.to.since(self.from)
    }
}

/// Where `stretches` are, in the order of the timeline: each of a few, and of many the first and the last.
fn where_of(stretches: &[Stretch]) -> String {
    let told = |stretch: &Stretch| match (stretch.from.to_string(), stretch.to.to_string()) {
        (from, to) if from == to => say!("stretch-at", from = from),
        (from, to) => say!("stretch", from = from, to = to),
    };
    match stretches {
        [first, _, _, .., last] => say!("stretches-many", count = stretches.len(), first = told(first), last = told(last)),
        few => few.iter().map(told).collect::<Vec<_>>().join(", "),
    }
}

/// A stretch in which the disk refused the recording.
struct Trouble<'s> {
    from: Position,
    /// Where it took the recording again, if that is known.
    to: Option<Position>,
    fault: &'s Named<Fault>,
}

/// What the disk refused of `session` and when, a sentence for each cause: what happened, what of the recording is kept, and what to do
/// before the next one. That something is missing stands beside it, with how much it is.
fn disk_troubles(session: &Session) -> Vec<String> {
    let mut all: Vec<Trouble> = Vec::new();
    for mishap in session.incidents() {
        let open = all.last_mut().filter(|last| last.to.is_none());
        match (&mishap.what, open) {
            (MishapKind::Incident(Named::Known(Incident::DiskBack)), Some(open)) => open.to = Some(mishap.at),
            (MishapKind::Incident(Named::Known(Incident::Disk { fault })), None) => all.push(Trouble { from: mishap.at, to: None, fault }),
            // One that refuses again before it took anything has not begun anew.
            _ => {}
        }
    }
    let mut told: Vec<(String, Vec<&Trouble>)> = Vec::new();
    for trouble in &all {
        let why = cause(trouble.fault);
        match told.iter_mut().find(|(known, _)| *known == why) {
            Some((_, stretches)) => stretches.push(trouble),
            None => told.push((why, vec![trouble])),
        }
    }
    told.into_iter().map(|(why, stretches)| disk_trouble(session, &why, &stretches)).collect()
}

fn cause(fault: &Named<Fault>) -> String {
    match fault {
        Named::Known(Fault::File { why: Refused::Unsaid, detail, .. }) => say!("disk-cause", why = Refused::Unsaid.then(), detail = detail),
        Named::Known(Fault::File { why, .. }) => why.then(),
        other => say!("disk-new-file", why = other.words()),
    }
}

/// How many stretches are told one by one.
const TOLD_EACH: usize = 3;

fn disk_trouble(session: &Session, why: &str, stretches: &[&Trouble]) -> String {
    let when = |trouble: &&Trouble| match trouble.to {
        Some(to) if to.secs() > trouble.from.secs() => say!("disk-from-to", from = clock(trouble.from.secs()), to = clock(to.secs())),
        Some(_) => say!("stretch-at", from = clock(trouble.from.secs())),
        None => say!("disk-from-on", from = clock(trouble.from.secs())),
    };
    let times = match stretches {
        [first, .., last] if stretches.len() > TOLD_EACH => {
            let end = last.to.unwrap_or(last.from);
            say!("disk-times", count = stretches.len(), from = clock(first.from.secs()), to = clock(end.secs()))
        }
        _ => stretches.iter().map(when).collect::<Vec<_>>().join(", "),
    };
    let missing = stretches.iter().any(|trouble| is_missing(session, trouble));
    let happened = say!("disk-happened", why = why, times = times, kept = if missing { "some" } else { "all" });
    let todo = stretches.first().and_then(|trouble| match trouble.fault {
        Named::Known(fault) => fault.refused(),
        Named::Sentence(_) | Named::Newer { .. } => None,
    });
    match todo {
        Some(why) => say!("disk-happened-todo", happened = happened, todo = lower_first(&why.todo())),
        None => happened,
    }
}

/// Whether something of the recording is missing where the disk refused it: what was held in memory never came down, or not all of it.
fn is_missing(session: &Session, trouble: &Trouble) -> bool {
    let end = trouble.to.unwrap_or(session.timeline().end());
    let without = |stretch: &Soundless| match &stretch.why {
        Why::Gap(_) | Why::NotRecorded(AudioEnd::Lost(_)) => stretch.to > trouble.from && stretch.from <= end,
        Why::NotRecorded(_) | Why::Muted | Why::Silent | Why::Gone(_) | Why::Withheld => false,
    };
    let goes_on = |span: &Span| matches!(span, Span::Recorded { .. }) && span.to() > trouble.from;
    soundless(session, &[]).iter().any(without) || trouble.to.is_none() && !session.timeline().spans().iter().any(goes_on)
}

fn lower_first(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::event::Event;
    use crate::domain::incident::Doing;
    use crate::domain::incident::GapCause;
    use crate::domain::recording::OnDisk;
    use crate::domain::recording::TakeSound;
    use crate::domain::session::tests::set_up;
    use crate::domain::takes::TakeFacts;
    use crate::domain::time::Frames;
    use crate::domain::time::SampleRate;
    use crate::domain::timeline::TakeNumber;
    use crate::words::Words;
    use crate::words::speaking;

    const SECOND: u64 = 48_000;

    fn recorded(seconds: u64) -> Session {
        let mut session = set_up();
        session.apply(&Event::Began { on: None });
        let at = Position::START;
        session.apply(&Event::TakeStarted { take: TakeNumber::FIRST, at, rate: SampleRate::STUDIO, channels: 1, device: String::new() });
        session.apply(&Event::Checkpoint { take: TakeNumber::FIRST, frames: Frames(seconds * SECOND) });
        session
    }

    fn gap(session: &mut Session, at: u64, frames: u64) {
        let (take, at_frame) = (TakeNumber::FIRST, Frames(at * SECOND));
        session.apply(&Event::Gap { take, at_frame, frames: Frames(frames), why: GapCause::Late.into() });
    }

    #[test]
    fn what_was_lost_for_one_cause_is_one_sentence_and_a_choice_is_no_loss() {
        let mut session = recorded(20);
        gap(&mut session, 5, SECOND);
        gap(&mut session, 9, SECOND / 2);
        let at = Position::from_secs(12);
        session.apply(&Event::Incident { at, incident: Incident::Muted.into() });
        session.apply(&Event::Incident { at: at.forward(Duration::from_secs(3)), incident: Incident::Unmuted.into() });
        let stop = |why| Event::AudioStopped { at: Position::from_secs(20), why };
        session.apply(&stop(AudioEnd::Lost(Fault::Stopped { detail: "unplugged".into() }.into())));
        session.apply(&Event::TimePassed { at: Position::from_secs(24) });
        let told = losses(&session);
        assert_eq!(
            told,
            [
                "1.5 s lost, and silence stands there: the audio did not arrive in time (0:05 to 0:06, at 0:09)",
                "3.0 s muted in the sound settings, and nothing was heard (0:12 to 0:15)",
                "4.0 s not recorded: the sound device stopped (unplugged) (0:20 to 0:24)",
            ]
        );
        assert_eq!(
            speaking(Words::dutch(), || losses(&session)),
            [
                "1,5 s verloren, en daar staat stilte: het geluid kwam niet op tijd (0:05 tot 0:06, op 0:09)",
                "3,0 s zonder geluid: de microfoon stond uit in de geluidsinstellingen (0:12 tot 0:15)",
                "4,0 s niet opgenomen: het geluidsapparaat viel stil (unplugged) (0:20 tot 0:24)",
            ]
        );
        let mut session = recorded(20);
        session.apply(&stop(AudioEnd::NotesOnly));
        session.apply(&Event::TimePassed { at: Position::from_secs(24) });
        assert_eq!(losses(&session), Vec::<String>::new());
        assert_eq!(soundless(&session, &[]).len(), 1, "and all the same there is no sound to be heard there");
    }

    #[test]
    fn what_was_lost_is_told_with_its_place_and_its_length() {
        let mut session = recorded(60);
        for at in [10, 20, 30, 40] {
            gap(&mut session, at, SECOND);
        }
        let mut happens =
            |at, incident: Incident| session.apply(&Event::Incident { at: Position::from_secs(at), incident: incident.into() });
        happens(3, Incident::Silence);
        happens(8, Incident::Heard);
        happens(45, Incident::Slept { ms: 9_000 });
        happens(50, Incident::Silence);
        session.apply(&Event::Recovered { take: None, frames: Frames(0), missing_ms: 200 });
        let end = session.timeline().end();
        assert_eq!(
            losses(&session),
            [
                "5.0 s nothing but silence from the microphone (0:03 to 0:08)".to_owned(),
                "4.0 s lost, and silence stands there: the audio did not arrive in time (4 times, first 0:10 to 0:11, last 0:40 to 0:41)"
                    .into(),
                "the computer slept for 9 s: nothing of that time is recorded (at 0:45)".into(),
                "nothing but silence from the microphone (from 0:50)".into(),
                format!("recovered after a crash; at most 0.2 s is missing at {end}"),
            ]
        );
        let silent = Soundless { from: Position::from_secs(3), to: Position::from_secs(8), why: Why::Silent };
        assert!(soundless(&session, &[]).contains(&silent), "and listening back says it while it is played");
    }

    #[test]
    fn an_end_that_no_disk_took_says_once_how_long_it_was() {
        let mut session = recorded(20);
        let fault = Fault::EndNotTaken { ms: 3_000 };
        session.apply(&Event::AudioStopped { at: Position::from_secs(20), why: AudioEnd::Lost(fault.into()) });
        session.apply(&Event::TimePassed { at: Position::from_secs(23) });
        assert_eq!(losses(&session), ["the end of the recording is lost, 3.0 s: the disk did not take it"]);
    }

    fn refuses(session: &mut Session, at: u64, why: Refused) {
        let (file, detail) = ("take-001.wav".to_owned(), "No space left on device (os error 28)".to_owned());
        let fault = Fault::File { file, doing: Doing::Written, why, detail }.into();
        session.apply(&Event::Incident { at: Position::from_secs(at), incident: Incident::Disk { fault }.into() });
    }

    fn takes_again(session: &mut Session, at: u64) {
        session.apply(&Event::Incident { at: Position::from_secs(at), incident: Incident::DiskBack.into() });
    }

    #[test]
    fn a_disk_that_was_full_and_freed_says_from_when_to_when_what_is_kept_and_what_to_do() {
        let mut session = recorded(900);
        refuses(&mut session, 723, Refused::Full);
        refuses(&mut session, 730, Refused::Full);
        assert!(session.disk_refuses());
        takes_again(&mut session, 845);
        assert!(!session.disk_refuses());
        let said = "the disk was full from 12:03 to 14:05; all of the recording was kept. Before the next interview: free some space";
        assert_eq!(losses(&session), [said]);
        let said = "de schijf was vol, van 12:03 tot 14:05; de hele opname is bewaard. Voor het volgende interview: maak ruimte";
        assert_eq!(speaking(Words::dutch(), || losses(&session)), [said]);
        gap(&mut session, 800, 5 * SECOND);
        let said = losses(&session);
        assert!(said[0].contains("12:03 to 14:05; not all of that time was kept") && said.len() == 2, "{said:?}");
    }

    #[test]
    fn a_disk_that_refused_again_and_again_is_one_sentence_for_each_cause() {
        let mut session = recorded(900);
        for at in [100, 200, 300, 400] {
            refuses(&mut session, at, Refused::Full);
            takes_again(&mut session, at + 10);
        }
        refuses(&mut session, 500, Refused::Failing);
        takes_again(&mut session, 500);
        let said = losses(&session);
        assert!(said[0].starts_with("the disk was full 4 times between 1:40 and 6:50; all of the recording was kept"), "{said:?}");
        assert!(said[1].starts_with("the disk was failing at 8:20; all of the recording was kept. Before the next"), "{said:?}");
        assert_eq!(said.len(), 2, "{said:?}");
        assert!(!said.concat().contains("os error"), "not in the system's words");
    }

    #[test]
    fn a_journal_of_before_knows_when_it_began_and_whether_the_recording_went_on() {
        let mut session = recorded(900);
        refuses(&mut session, 723, Refused::Unsaid);
        let said =
            "the disk was not taking the recording (No space left on device (os error 28)) from 12:03 on; all of the recording was kept";
        assert!(losses(&session)[0].starts_with(said), "{:?}", losses(&session));
        let mut session = recorded(700);
        refuses(&mut session, 723, Refused::Gone);
        assert!(losses(&session)[0].starts_with("the disk was gone from 12:03 on; not all of that time was kept"));
    }

    #[test]
    fn a_take_that_was_cut_has_no_sound_after_its_end_and_one_that_is_gone_has_none() {
        let session = recorded(20);
        let check = |lies| TakeCheck::of(TakeNumber::FIRST, Frames(20 * SECOND), TakeFacts::default(), lies);
        let cut = TakeSound { frames: Frames(12 * SECOND), rate: SampleRate::STUDIO, channels: 1, sha256: None };
        let stretch = |from, why| [Soundless { from: Position::from_secs(from), to: Position::from_secs(20), why: Why::Gone(why) }];
        assert_eq!(soundless(&session, &[check(OnDisk::Sound(cut))]), stretch(12, TakeState::Shorter));
        assert_eq!(soundless(&session, &[check(OnDisk::Nothing)]), stretch(0, TakeState::Missing));
        assert_eq!(soundless(&session, &[]), []);
    }
}
