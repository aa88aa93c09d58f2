//! A microphone that is opened, refused, lost, found again, moved or muted while an interview goes on.
//!
//! The interview never waits for it. One that is gone is tried again at once and then every second (every few, after a minute), and after some seconds in turn with the one that was
//! agreed on beforehand, without anybody touching a key; nothing is ever stopped because of silence. What happened stands on the screen
//! in words until it is over, and in the journal for good.

use crate::domain::audio_end::AudioEnd;
use crate::domain::event::Event;
use crate::domain::incident::Fault;
use crate::domain::incident::Incident;
use crate::domain::named::Worded;
use crate::domain::session::Audio;
use crate::domain::session::Phase;
use crate::domain::time::Frames;
use crate::domain::time::SampleRate;
use crate::domain::time::millis_of;
use crate::domain::timeline::TakeNumber;
use crate::tui::effect::Effect;
use crate::tui::hand;
use crate::tui::keymap::Action;
use crate::tui::model::Microphone;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::interview::Room;
use crate::tui::screen::interview::room;
use crate::tui::screen::interview::sound::stop_audio;
use crate::tui::screen::interview::with_room;
use crate::tui::update;

/// How long between two tries of a microphone that is gone, in milliseconds; and how many there are before it is tried less often, since
/// looking costs a battery something.
const AGAIN_MS: u64 = 1_000;
const EAGER: u64 = 60;
const SELDOM_MS: u64 = 4_000;

/// How long only the chosen microphone is tried, in milliseconds: a plug that is put back, a sound server that starts again.
const FAITHFUL_MS: u64 = 5_000;

/// A microphone that is gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Away {
    since_ms: u64,
    tried_ms: u64,
    tries: u64,
}

impl Away {
    fn patience_ms(self) -> u64 {
        if self.tries < EAGER { AGAIN_MS } else { SELDOM_MS }
    }
}

/// A take that the recorder has begun.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Begun {
    pub(crate) take: TakeNumber,
    pub(crate) rate: SampleRate,
    pub(crate) channels: u16,
    pub(crate) device: Microphone,
    pub(crate) lead_in: Frames,
}

/// What the recorder was asked for and has not answered. Orders are carried out in order, so only the answers to what was asked last, and
/// not taken back since, mean anything; they are known by their tickets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    last: u32,
    start: Option<u32>,
    pub(super) resume: Option<u32>,
    /// The microphones are being listed, and the first of them is to be opened.
    pub(super) list: bool,
}

impl Asked {
    /// Whether a take is being begun.
    pub(super) fn starts(self) -> bool {
        self.start.is_some()
    }

    /// Whether what is said now will be recorded, and is not yet.
    pub(super) fn is_open(self) -> bool {
        self.start.or(self.resume).is_some()
    }

    /// The same, with nothing waited for any more.
    pub(super) fn forgotten(self) -> Self {
        Self { last: self.last, ..Self::default() }
    }

    fn next(&mut self) -> u32 {
        self.last += 1;
        self.last
    }
}

pub(super) fn start_take(model: &mut Model, microphone: Microphone) {
    if room(model).is_some_and(|r| r.asked.starts()) {
        return model.shared.say(Weight::News, "the microphone is being opened");
    }
    let Some(take) = model.session().map(|s| s.timeline().next_take()) else { return };
    if let Screen::Interview(room) = &mut model.screen {
        let ticket = room.asked.next();
        room.asked = Asked { start: Some(ticket), resume: None, ..room.asked };
        model.shared.want(Effect::StartTake(take, microphone, ticket));
    }
}

pub(super) fn resume_take(model: &mut Model) {
    if let Screen::Interview(room) = &mut model.screen {
        let ticket = room.asked.next();
        room.asked.resume = Some(ticket);
        model.shared.want(Effect::ResumeTake(ticket));
    }
}

/// The recorder says that it goes on after a pause.
pub(crate) fn resumed(model: &mut Model, ticket: u32) {
    with_room(model, |room| room.asked.resume = room.asked.resume.filter(|asked| *asked != ticket));
}

/// The recorder says that a take has begun. One that was taken back since (the interview ended, or goes on with notes only) is closed by
/// the order that took it back, and is no part of the session.
pub(crate) fn started(model: &mut Model, ticket: u32, begun: Begun) {
    if room(model).is_none_or(|r| r.asked.start != Some(ticket)) || !update::under_way(model) {
        return;
    }
    if model.session().is_some_and(|s| !s.may_record()) {
        // Consent was withdrawn while the microphone was being opened.
        with_room(model, |room| (room.asked, room.away) = (room.asked.forgotten(), None));
        return model.shared.want(Effect::CloseTake);
    }
    let Begun { take, rate, channels, device, lead_in } = begun;
    let now = model.shared.now.mono_ms;
    let (mut away, mut chosen) = (None, None);
    with_room(model, |room| {
        room.asked.start = None;
        (away, chosen) = (room.away.take(), room.microphone.clone());
        room.tried = None;
    });
    for subject in [Subject::Sound, Subject::Route, Subject::Mute] {
        model.shared.notices.over(subject);
    }
    let first = model.session().is_some_and(|s| s.timeline().spans().is_empty());
    // The first take begins where the timeline does.
    let at = if first { crate::domain::time::Position::START } else { model.shared.now.position };
    model.shared.happened(Event::TakeStarted { take, at, rate, channels, device: device.name.clone() });
    if lead_in > Frames(0) {
        let long = lead_in.duration(rate);
        journal(model, Incident::LeadIn { ms: millis_of(long) });
        let long = format!("{:.1} s", long.as_secs_f64());
        model.shared.tell(Subject::Happened, Weight::News, format!("the {long} before are kept as well"));
    }
    if let Some(away) = away.filter(|_| !first) {
        let without = now.saturating_sub(away.since_ms).div_ceil(1_000);
        model.shared.tell(
            Subject::Happened,
            Weight::Warning,
            format!("recording again, with {}, after {without} s without audio", device.name),
        );
    }
    // Whatever was asked for: the system's choice may be another by now, or another sound system's.
    if let Some(chosen) = chosen.filter(|chosen| *chosen != device) {
        stand_for(model, &device.name, &chosen.name);
    }
}

/// The recorder refused something. It matters only if it is what the interview waits for: then there is no audio, and what was paused is
/// finished, so that the microphone can be tried again.
pub(crate) fn refused(model: &mut Model, ticket: u32, why: &str, fault: Fault) {
    let awaited = room(model).is_some_and(|r| [r.asked.start, r.asked.resume].contains(&Some(ticket)));
    if awaited {
        with_room(model, |room| room.asked = room.asked.forgotten());
        model.shared.want(Effect::CloseTake);
        gone(model, "no microphone", why, fault);
    }
}

/// The microphone is gone after `frames` of `take`: the timeline goes on without audio from exactly there.
pub(crate) fn lost(model: &mut Model, take: TakeNumber, frames: Frames, why: &str, fault: Fault) {
    if model.session().is_some_and(|s| s.timeline().frames_of(take).is_some_and(|known| known != frames)) {
        model.shared.happened(Event::Checkpoint { take, frames });
    }
    // One that was given up before it was lost is nobody's any more.
    if model.session().is_none_or(|s| *s.audio() != Audio::Live(take)) {
        return;
    }
    with_room(model, |room| room.asked = room.asked.forgotten());
    model.shared.want(Effect::FindMicrophones);
    gone(model, "the microphone was lost", why, fault);
    // At once: a connection that broke is mended by making it anew, and only then is it a plug that was pulled.
    with_room(model, |room| room.away = room.away.map(|away| Away { tried_ms: away.tried_ms.saturating_sub(AGAIN_MS), ..away }));
    look_again(model);
}

/// There is no sound: the interview goes on with the clock in its place, and the microphone is looked for.
fn gone(model: &mut Model, headline: &str, why: &str, fault: Fault) {
    if !update::under_way(model) {
        return;
    }
    let now = model.shared.now.mono_ms;
    let mut away = Away { since_ms: now, tried_ms: now, tries: 0 };
    with_room(model, |room| away = *room.away.get_or_insert(away));
    let headline = if away.tries == 0 { headline } else { "still no microphone" };
    // What to do comes before why: a narrow terminal cuts the end.
    let text = format!("{headline}: the interview goes on without audio. It is tried every second, Alt-M tries another. {why}");
    model.shared.notices.say(Subject::Sound, Weight::Danger, text, now);
    if !model.session().is_some_and(|s| matches!(s.audio(), Audio::Lost(_))) {
        // A take that was being recorded ends where its sound does, not where somebody noticed.
        let at = match model.session().map(|s| (s.audio(), s.timeline().end())) {
            Some((Audio::Live(_), end)) => end,
            _ => model.shared.now.position,
        };
        model.shared.happened(Event::AudioStopped { at, why: AudioEnd::Lost(fault.into()) });
    }
}

/// A turn went by: a microphone that is gone is tried again.
pub(super) fn look_again(model: &mut Model) {
    let (now, recording) = (model.shared.now.mono_ms, model.session().is_some_and(|s| s.phase() == Phase::Recording));
    let Some(room) = room(model) else { return };
    let Some(away) = room.away.filter(|a| recording && now.saturating_sub(a.tried_ms) >= a.patience_ms()) else { return };
    if room.asked.is_open() {
        return;
    }
    let faithful = now.saturating_sub(away.since_ms) < FAITHFUL_MS || away.tries % 2 == 0;
    let Some(next) = room.fallback.clone().filter(|_| !faithful).or_else(|| room.microphone.clone()) else { return };
    with_room(model, |room| room.away = Some(Away { tried_ms: now, tries: away.tries + 1, ..away }));
    start_take(model, next);
}

/// The system moved the stream to another microphone, or back. The recording goes on: a wrong microphone hears more than none.
pub(crate) fn moved(model: &mut Model, to: Option<Microphone>) {
    let chosen = room(model).and_then(|r| r.microphone.clone());
    journal(model, Incident::Moved { to: to.as_ref().map(|device| device.name.clone()) });
    match (chosen, to) {
        (Some(chosen), Some(device)) if chosen == device => model.shared.notices.over(Subject::Route),
        (Some(chosen), device) => stand_for(model, device.as_ref().map_or("another microphone", |device| &device.name), &chosen.name),
        (None, device) => {
            let device = device.map_or_else(|| "another microphone".into(), |device| device.name);
            model.shared.tell(Subject::Happened, Weight::Warning, format!("the system switched the microphone to {device}"));
        }
    }
}

/// Says that another microphone than the chosen one is recorded.
fn stand_for(model: &mut Model, device: &str, chosen: &str) {
    let text = format!("recording from {device}, not from {chosen}. Alt-M twice goes back to {chosen}");
    model.shared.notices.say(Subject::Route, Weight::Danger, text, model.shared.now.mono_ms);
}

/// The system mutes the microphone.
pub(crate) fn muted(model: &mut Model) {
    journal(model, Incident::Muted);
    let text = "the microphone is muted in the sound settings: nothing is heard. Unmute it there; the recording goes on";
    model.shared.notices.say(Subject::Mute, Weight::Danger, text, model.shared.now.mono_ms);
}

/// The system mutes the microphone no longer.
pub(crate) fn unmuted(model: &mut Model) {
    journal(model, Incident::Unmuted);
    model.shared.notices.over(Subject::Mute);
    model.shared.tell(Subject::Happened, Weight::News, "the microphone is no longer muted");
}

fn journal(model: &mut Model, incident: Incident) {
    if update::under_way(model) {
        let at = model.shared.now.position;
        model.shared.happened(Event::Incident { at, incident: incident.into() });
    }
}

/// The microphones were found: an interview that goes on and waits for one has it now.
pub(crate) fn microphones_came(model: &mut Model) {
    if room(model).is_none_or(|r| !r.asked.list) {
        return;
    }
    let name = model.shared.offer.microphones.first().cloned();
    with_room(model, |room| (room.asked.list, room.microphone) = (false, name.clone()));
    if model.session().is_some_and(|s| s.phase() == Phase::OffRecord) {
        return; // going back on the record opens it
    }
    match name {
        Some(name) => start_take(model, name),
        None => none(model),
    }
}

/// There is none at all.
pub(super) fn none(model: &mut Model) {
    stop_audio(model, AudioEnd::Lost(Fault::NoMicrophone.into()));
    let text = "no microphone was found. The interview goes on without audio; Alt-M tries again";
    model.shared.notices.say(Subject::Sound, Weight::Danger, text, model.shared.now.mono_ms);
}

/// The key that tries a microphone: the chosen one, then the others in turn. While one records it takes two presses.
pub(super) fn try_microphone(model: &mut Model) {
    let Some(session) = model.session() else { return };
    match session.audio() {
        Audio::NotesOnly(_) if !session.may_record() => {
            model.shared.say(Weight::News, "consent to record was not given: this interview goes on with notes only");
        }
        _ if session.phase() != Phase::Recording => model.shared.say(Weight::News, "go back on the record first"),
        Audio::Live(_) => change(model),
        Audio::None | Audio::NotesOnly(_) | Audio::Lost(_) => {
            if room(model).is_some_and(|r| r.asked.starts()) {
                return model.shared.say(Weight::News, "the microphone is being opened");
            }
            let Some(name) = next_to_try(model) else {
                model.shared.want(Effect::FindMicrophones);
                return model.shared.say(Weight::News, "there is no microphone to try yet: it is looked for");
            };
            model.shared.say(Weight::News, format!("trying {}", name.name));
            let now = model.shared.now.mono_ms;
            with_room(model, |room| {
                if let Some(away) = &mut room.away {
                    (away.tried_ms, away.tries) = (now, away.tries + 1);
                }
                room.tried = Some(name.clone());
            });
            start_take(model, name);
        }
    }
}

/// Another microphone for one that records: the first press says which, the second takes it.
fn change(model: &mut Model) {
    let standing_in = model.shared.notices.stands(Subject::Route);
    // Back to the one that was chosen, and no other, whatever the system thinks by now.
    let chosen = room(model).and_then(|r| r.microphone.clone()).map(Microphone::picked);
    let Some(name) = (if standing_in { chosen } else { next_to_try(model) }) else { return };
    if room(model).is_some_and(|r| r.microphone.as_ref() == Some(&name)) && !standing_in {
        return model.shared.say(Weight::News, "the microphone is recording, and there is no other");
    }
    if !hand::means_it(model, Action::TryMicrophone, |again| format!("{again} changes to {}", name.name)) {
        return;
    }
    with_room(model, |room| room.microphone = Some(name.clone()));
    let change = Fault::Changed { to: name.name.clone() };
    model.shared.say(Weight::News, change.words());
    stop_audio(model, AudioEnd::Lost(change.into()));
    start_take(model, name);
}

/// The chosen microphone first, then those after it in the list, round and round; nothing if there is none.
fn next_to_try(model: &Model) -> Option<Microphone> {
    let Room { microphone: chosen, tried, .. } = room(model)?;
    let live = matches!(model.session()?.audio(), Audio::Live(_));
    let all = &model.shared.offer.microphones;
    let after = |one: &Microphone| all.iter().position(|m| m == one).and_then(|at| all.get((at + 1) % all.len())).cloned();
    match (tried, chosen) {
        (Some(tried), chosen) => after(tried).or_else(|| chosen.clone()),
        (None, Some(chosen)) if live => after(chosen).or_else(|| Some(chosen.clone())),
        (None, chosen) => chosen.clone().or_else(|| all.first().cloned()),
    }
}
