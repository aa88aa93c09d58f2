//! A microphone that is opened, refused, lost, found again, moved or muted while an interview goes on.
//!
//! The interview never waits for it. One that is gone is tried again at once and then every second (every few, after a minute), and after some seconds in turn with the one that was
//! agreed on beforehand, without anybody touching a key; nothing is ever stopped because of silence. What happened stands on the screen
//! in words until it is over, and in the journal for good.

use crate::domain::audio_end::AudioEnd;
use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::incident::Fault;
use crate::domain::incident::Incident;
use crate::domain::named::Worded;
use crate::domain::standing::Audio;
use crate::domain::standing::Phase;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::millis_of;
use crate::domain::timeline::TakeNumber;
use crate::tui::effect::Effect;
use crate::tui::keymap::action::Interview;
use crate::tui::microphone::Microphone;
use crate::tui::msg::Begun;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::recorded;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::message::Value;
use crate::words::message::message;
use crate::words::say;

/// How long between two tries of a microphone that is gone, in milliseconds; and how many there are before it is tried less often, since
/// looking costs a battery something.
const AGAIN_MS: u64 = 1_000;
const EAGER: u64 = 60;
const SELDOM_MS: u64 = 4_000;

/// How long only the chosen microphone is tried, in milliseconds: a plug that is put back, a sound server that starts again.
const FAITHFUL_MS: u64 = 5_000;

/// A microphone that is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Away {
    since_ms: u64,
    tried_ms: u64,
    tries: u64,
}

impl Away {
    fn patience_ms(self) -> u64 {
        if self.tries < EAGER { AGAIN_MS } else { SELDOM_MS }
    }
}

/// What the recorder was asked for and has not answered. Orders are carried out in order, so only the answers to what was asked last, and
/// not taken back since, mean anything; they are known by their tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Unanswered {
    last: u32,
    start: Option<u32>,
    resume: Option<u32>,
    /// The microphones are being listed, and the first of them is to be opened.
    list: bool,
}

impl Unanswered {
    /// The same, with nothing waited for any more.
    fn forgotten(self) -> Self {
        Self { last: self.last, ..Self::default() }
    }

    fn next(&mut self) -> u32 {
        self.last += 1;
        self.last
    }
}

/// Where the sound of an interview comes from.
#[derive(Debug, Default)]
pub(super) struct Source {
    /// The microphone that was chosen, and the one agreed on in case it is lost.
    chosen: Option<Microphone>,
    fallback: Option<Microphone>,
    asked: Unanswered,
    /// The one that the key tried last.
    tried: Option<Microphone>,
    away: Option<Away>,
    /// Since when it has been off the record.
    pub(super) paused_ms: Option<u64>,
}

impl Source {
    /// These were chosen before the interview.
    pub(super) fn new(chosen: Option<Microphone>, fallback: Option<Microphone>) -> Self {
        Self { chosen, fallback, ..Self::default() }
    }

    /// The microphone that was chosen.
    pub(super) fn chosen(&self) -> Option<&Microphone> {
        self.chosen.as_ref()
    }

    /// Whether a take is being begun.
    pub(super) fn is_starting(&self) -> bool {
        self.asked.start.is_some()
    }

    /// Whether the microphone is being taken again after a pause.
    pub(super) fn is_resuming(&self) -> bool {
        self.asked.resume.is_some()
    }

    /// Whether the microphones are being listed, and the first of them is to be opened.
    pub(super) fn is_awaited(&self) -> bool {
        self.asked.list
    }

    /// The first microphone is opened as soon as it is known which there are.
    pub(super) fn await_list(&mut self) {
        self.asked.list = true;
    }

    /// Nothing that was asked for is wanted any more.
    pub(super) fn give_up(&mut self) {
        (self.asked, self.away) = (self.asked.forgotten(), None);
    }

    pub(super) fn start_take(&mut self, microphone: Microphone, shared: &mut Shared) {
        if self.is_starting() {
            return shared.say(Weight::News, say!("mic-opening"));
        }
        let Some(take) = shared.session().map(|s| s.timeline().next_take()) else { return };
        let ticket = self.asked.next();
        self.asked = Unanswered { start: Some(ticket), resume: None, ..self.asked };
        shared.want(Effect::StartTake(take, microphone, ticket));
    }

    pub(super) fn resume_take(&mut self, shared: &mut Shared) {
        let ticket = self.asked.next();
        self.asked.resume = Some(ticket);
        shared.want(Effect::ResumeTake(ticket));
    }

    /// It is off the record now, whatever was to be resumed.
    pub(super) fn pauses(&mut self, shared: &Shared) {
        self.paused_ms = Some(shared.now.mono_ms);
        self.asked.resume = None;
    }

    /// The recorder says that it goes on after a pause.
    pub(super) fn resumed(&mut self, ticket: u32) {
        self.asked.resume = self.asked.resume.filter(|asked| *asked != ticket);
    }

    /// The recorder says that a take has begun. One that was taken back since (the interview ended, or goes on with notes only) is closed
    /// by the order that took it back, and is no part of the session.
    pub(super) fn started(&mut self, ticket: u32, begun: &Begun, shared: &mut Shared) {
        if self.asked.start != Some(ticket) || !shared.is_under_way() {
            return;
        }
        if shared.session().is_some_and(|s| !s.may_record()) {
            // Consent was withdrawn while the microphone was being opened.
            self.give_up();
            return shared.want(Effect::CloseTake);
        }
        (self.asked.start, self.tried) = (None, None);
        let away = self.away.take();
        for subject in [Subject::Sound, Subject::Route, Subject::Mute] {
            shared.notices.over(subject);
        }
        let first = shared.session().is_some_and(|s| s.timeline().spans().is_empty());
        // The first take begins where the timeline does.
        let at = if first { Position::START } else { shared.now.position };
        shared.happened(begun.started(at));
        if begun.lead_in > Frames(0) {
            let long = begun.lead_in.duration(begun.rate);
            shared.journal(Incident::LeadIn { ms: millis_of(long) });
            shared.tell(Subject::Happened, Weight::News, say!("lead-in-kept", seconds = Value::Decimal(long.as_secs_f64(), 1)));
        }
        let name = &begun.device.name;
        if let Some(away) = away.filter(|_| !first) {
            let without = shared.now.mono_ms.saturating_sub(away.since_ms).div_ceil(1_000);
            shared.tell(Subject::Happened, Weight::Warning, say!("recording-again", microphone = name, seconds = without));
        }
        // Whatever was asked for: the system's choice may be another by now, or another sound system's.
        if let Some(chosen) = self.chosen.as_ref().filter(|chosen| **chosen != begun.device) {
            stand_for(name, &chosen.name, shared);
        }
    }

    /// The recorder refused something. It matters only if it is what the interview waits for: then there is no audio, and what was paused
    /// is finished, so that the microphone can be tried again.
    pub(super) fn refused(&mut self, ticket: u32, why: &str, fault: &Fault, shared: &mut Shared) {
        if [self.asked.start, self.asked.resume].contains(&Some(ticket)) {
            self.asked = self.asked.forgotten();
            shared.want(Effect::CloseTake);
            self.gone(message!("mic-none"), why, fault, shared);
        }
    }

    /// The microphone is gone while it recorded `take`: the timeline goes on without audio from exactly there.
    pub(super) fn lost(&mut self, take: TakeNumber, why: &str, fault: &Fault, shared: &mut Shared) {
        // One that was given up before it was lost is nobody's any more.
        if shared.session().is_none_or(|s| *s.audio() != Audio::Live(take)) {
            return;
        }
        self.asked = self.asked.forgotten();
        shared.want(Effect::FindMicrophones);
        self.gone(message!("mic-lost"), why, fault, shared);
        // At once: a connection that broke is mended by making it anew, and only then is it a plug that was pulled.
        self.away = self.away.map(|away| Away { tried_ms: away.tried_ms.saturating_sub(AGAIN_MS), ..away });
        self.look_again(shared);
    }

    /// There is no sound: the interview goes on with the clock in its place, and the microphone is looked for.
    fn gone(&mut self, headline: Message, why: &str, fault: &Fault, shared: &mut Shared) {
        if !shared.is_under_way() {
            return;
        }
        let now = shared.now.mono_ms;
        let away = *self.away.get_or_insert(Away { since_ms: now, tried_ms: now, tries: 0 });
        let headline = if away.tries == 0 { headline } else { message!("mic-still-none") };
        // What to do comes before why: a narrow terminal cuts the end.
        let key = shared.key(Interview::TryMicrophone);
        let text = say!("mic-gone", what = headline, key = key, why = why);
        shared.tell(Subject::Sound, Weight::Danger, text);
        if !shared.session().is_some_and(|s| matches!(s.audio(), Audio::Lost(_))) {
            // A take that was being recorded ends where its sound does, not where somebody noticed.
            let at = match shared.session().map(|s| (s.audio(), s.timeline().end())) {
                Some((Audio::Live(_), end)) => end,
                _ => shared.now.position,
            };
            shared.happened(Event::AudioStopped { at, why: AudioEnd::Lost(fault.clone().into()) });
        }
    }

    /// A turn went by: a microphone that is gone is tried again.
    pub(super) fn look_again(&mut self, shared: &mut Shared) {
        let (now, recording) = (shared.now.mono_ms, shared.phase() == Some(Phase::Recording));
        let due = |away: &Away| recording && now.saturating_sub(away.tried_ms) >= away.patience_ms();
        let Some(away) = self.away.filter(due) else { return };
        if self.is_starting() || self.is_resuming() {
            return;
        }
        let faithful = now.saturating_sub(away.since_ms) < FAITHFUL_MS || away.tries % 2 == 0;
        let Some(next) = self.fallback.clone().filter(|_| !faithful).or_else(|| self.chosen.clone()) else { return };
        self.away = Some(Away { tried_ms: now, tries: away.tries + 1, ..away });
        self.start_take(next, shared);
    }

    /// The system moved the stream to another microphone, or back. The recording goes on: a wrong microphone hears more than none.
    pub(super) fn moved(&self, to: Option<&Microphone>, shared: &mut Shared) {
        match (&self.chosen, to) {
            (Some(chosen), Some(device)) if chosen == device => shared.notices.over(Subject::Route),
            (Some(chosen), device) => {
                stand_for(&device.map_or_else(|| say!("another-microphone"), |device| device.name.clone()), &chosen.name, shared);
            }
            (None, device) => recorded::tell_of_move(device, shared),
        }
    }

    /// The microphones were found: an interview that goes on and waits for one has it now.
    pub(super) fn microphones_came(&mut self, shared: &mut Shared) {
        if !self.asked.list {
            return;
        }
        self.asked.list = false;
        self.chosen = shared.offer.microphones.first().cloned();
        if shared.phase() == Some(Phase::OffRecord) {
            return; // going back on the record opens it
        }
        match self.chosen.clone() {
            Some(microphone) => self.start_take(microphone, shared),
            None => none(shared),
        }
    }

    /// The key that tries a microphone: the chosen one, then the others in turn. While one records it takes two presses.
    pub(super) fn try_another(&mut self, shared: &mut Shared) {
        let Some(session) = shared.session() else { return };
        match session.audio() {
            Audio::NotesOnly(_) if !session.may_record() => {
                shared.say(Weight::News, say!("consent-not-given"));
            }
            _ if session.phase() != Phase::Recording => shared.say(Weight::News, say!("on-record-first")),
            Audio::Live(_) => self.change(shared),
            Audio::None | Audio::NotesOnly(_) | Audio::Lost(_) => {
                if self.is_starting() {
                    return shared.say(Weight::News, say!("mic-opening"));
                }
                let Some(microphone) = self.next_to_try(shared) else {
                    shared.want(Effect::FindMicrophones);
                    return shared.say(Weight::News, say!("mic-looked-for"));
                };
                shared.say(Weight::News, say!("mic-trying", microphone = &microphone.name));
                if let Some(away) = &mut self.away {
                    (away.tried_ms, away.tries) = (shared.now.mono_ms, away.tries + 1);
                }
                self.tried = Some(microphone.clone());
                self.start_take(microphone, shared);
            }
        }
    }

    /// Another microphone for one that records: the first press says which, the second takes it.
    fn change(&mut self, shared: &mut Shared) {
        let standing_in = shared.notices.stands(Subject::Route);
        // Back to the one that was chosen, and no other, whatever the system thinks by now.
        let chosen = self.chosen.clone().map(Microphone::picked);
        let Some(microphone) = (if standing_in { chosen } else { self.next_to_try(shared) }) else { return };
        if self.chosen.as_ref() == Some(&microphone) && !standing_in {
            return shared.say(Weight::News, say!("mic-no-other"));
        }
        if !shared
            .means_it(Interview::TryMicrophone, |again| say!("mic-change-again", again = again.clone(), microphone = &microphone.name))
        {
            return;
        }
        self.chosen = Some(microphone.clone());
        let change = Fault::Changed { to: microphone.name.clone() };
        shared.say(Weight::News, change.words());
        stop_audio(AudioEnd::Lost(change.into()), shared);
        self.start_take(microphone, shared);
    }

    /// The chosen microphone first, then those after it in the list, round and round; nothing if there is none.
    fn next_to_try(&self, shared: &Shared) -> Option<Microphone> {
        let live = matches!(shared.session()?.audio(), Audio::Live(_));
        let all = &shared.offer.microphones;
        let after = |one: &Microphone| all.iter().position(|m| m == one).and_then(|at| all.get((at + 1) % all.len())).cloned();
        match (&self.tried, &self.chosen) {
            (Some(tried), chosen) => after(tried).or_else(|| chosen.clone()),
            (None, Some(chosen)) if live => after(chosen).or_else(|| Some(chosen.clone())),
            (None, chosen) => chosen.clone().or_else(|| all.first().cloned()),
        }
    }
}

/// Says that another microphone than the chosen one is recorded.
fn stand_for(device: &str, chosen: &str, shared: &mut Shared) {
    let key = shared.key(Interview::TryMicrophone);
    let text = say!("mic-stand-in", device = device, chosen = chosen, key = key);
    shared.tell(Subject::Route, Weight::Danger, text);
}

/// There is none at all.
pub(super) fn none(shared: &mut Shared) {
    stop_audio(AudioEnd::Lost(Fault::NoMicrophone.into()), shared);
    let key = shared.key(Interview::TryMicrophone);
    let text = say!("mic-not-found", key = key);
    shared.tell(Subject::Sound, Weight::Danger, text);
}

/// Goes on without sound, and says why.
pub(super) fn stop_audio(why: AudioEnd, shared: &mut Shared) {
    let at = shared.now.position;
    if shared.ask(Command::StopAudio { at, why }) {
        shared.want(Effect::CloseTake);
    }
}
