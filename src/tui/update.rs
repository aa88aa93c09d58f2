//! What each message changes, and what it asks of the world.
//!
//! [`update`] is the whole behaviour of the interface: a message in, the model changed, effects out. It routes to the screen on top;
//! what concerns all screens (help, palette, notices, the journal's reports, leaving) is decided here. It reads no clock and does no
//! IO, so an interview can be tested as a script of keys.

use crate::domain::audio_end::AudioEnd;
use crate::domain::event::Event;
use crate::domain::incident::EndCause;
use crate::domain::incident::Fault;
use crate::domain::incident::Incident;
use crate::domain::named::Worded;
use crate::domain::session::Audio;
use crate::domain::session::Phase;
use crate::domain::text::counted;
use crate::domain::time::Frames;
use crate::domain::time::Position;
use crate::domain::time::millis_of;
use crate::domain::timeline::Span;
use crate::domain::timeline::TakeNumber;
use crate::tui::chord::Chord;
use crate::tui::effect::Effect;
use crate::tui::hand;
use crate::tui::keymap;
use crate::tui::keymap::Action;
use crate::tui::keymap::Context;
use crate::tui::model::After;
use crate::tui::model::Known;
use crate::tui::model::Microphone;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::model::Theme;
use crate::tui::msg::Ended;
use crate::tui::msg::Msg;
use crate::tui::msg::Now;
use crate::tui::msg::Purpose;
use crate::tui::msg::Sound;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::home;
use crate::tui::screen::interview;
use crate::tui::screen::interview::Begun;
use crate::tui::screen::listen;
use crate::tui::screen::overlay;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::setup;
use crate::tui::screen::setup::Filled;
use crate::tui::screen::statements;

/// How long the pieces of one paste may lie apart, in milliseconds.
const ONE_PASTE_MS: u64 = 2_000;

/// Takes one message.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let before = std::mem::discriminant(&model.screen);
    take(model, msg);
    if std::mem::discriminant(&model.screen) != before
        && let Some(sitting) = &mut model.shared.sitting
    {
        sitting.forget_steps();
    }
    std::mem::take(&mut model.shared.effects)
}

/// Opens the form with what the command line filled in, before the first message.
pub fn open_form(model: &mut Model, filled: &Filled) -> Vec<Effect> {
    setup::enter_filled(model, filled);
    std::mem::take(&mut model.shared.effects)
}

fn take(model: &mut Model, msg: Msg) {
    match msg {
        Msg::Key(press, now) => {
            model.shared.now = now;
            model.shared.notices.answered(now.mono_ms);
            hand::pressed(model, press);
        }
        Msg::Paste(text, now) => {
            model.shared.now = now;
            paste(model, &text);
        }
        Msg::Foreign(now) => hand::foreign(model, now),
        Msg::Turn(now, telemetry) => {
            model.shared.now = now;
            model.shared.gauges.read(telemetry, now.mono_ms);
            model.shared.notices.turn(now.mono_ms);
            hand::turn(model);
            match model.screen {
                Screen::Interview(_) => interview::turn(model),
                Screen::Setup(_) => setup::turn(model),
                Screen::Home(_) | Screen::Listen(_) | Screen::Statements(_) => {}
            }
        }
        Msg::Saved(n) => {
            if let Some(sitting) = &mut model.shared.sitting {
                sitting.saved(n);
            }
            model.shared.notices.over(Subject::Journal);
            leave_if_waited_for(model);
        }
        Msg::Stranded(where_) => {
            model.shared.notices.over(Subject::Journal);
            model.shared.tell(Subject::Happened, Weight::Danger, where_);
        }
        Msg::JournalFailed(why) => {
            let text = format!("notes are not being saved: they are kept in memory and tried again, do not quit. {why}");
            model.shared.notices.say(Subject::Journal, Weight::Danger, text, model.shared.now.mono_ms);
        }
        Msg::Sound(sound, now) => {
            model.shared.now = now;
            hear(model, sound);
        }
        Msg::Microphones(found, remark) => microphones_came(model, found, remark),
        Msg::Played(how) => listen::played(model, how),
        Msg::Opened(open) => {
            let (purpose, draft, form, mended) = (open.purpose, open.draft.clone(), open.form.clone(), open.mended.clone());
            model.shared.notices.elsewhere();
            model.shared.notices.over(Subject::Code);
            model.shared.sit(*open);
            let planned = form.is_none() && model.session().is_some_and(|s| s.phase() == Phase::Draft);
            match purpose {
                // Set up before and never begun: nothing begins that nobody was asked about today.
                Purpose::Conduct if planned => setup::enter_planned(model),
                Purpose::Conduct => interview::enter(model, draft, form, mended),
                Purpose::Listen => listen::enter(model),
                Purpose::Statements => statements::enter(model),
            }
        }
        Msg::NotOpened(why) => model.shared.tell(Subject::Study, Weight::Warning, why),
        Msg::LetterWritten { version, file } => {
            // The journal travels: it holds no path of this machine.
            model.shared.happened(Event::LetterWritten { version, file: format!("summary/v{version}/letter.md") });
            model.shared.tell(
                Subject::Letter,
                Weight::News,
                format!("the letter, version {version}, lies in {file} and beside it as HTML"),
            );
        }
        Msg::LetterStands { version, file } => {
            model.shared.tell(
                Subject::Letter,
                Weight::News,
                format!("nothing has changed since version {version} of the letter: it stands, in {file}"),
            );
        }
        Msg::LetterFailed(why) => model.shared.tell(Subject::Letter, Weight::Warning, why),
        Msg::Closed(study) => {
            home::count_kept(model);
            model.shared.offer = *study;
            model.shared.sitting = None;
            model.shared.notices.closed();
        }
        Msg::Stop(why, now) => {
            model.shared.now = now;
            stop(model, why);
        }
    }
    setup::see_to_recording(model);
    setup::see_to_lead_in(model);
}

/// A key, as it was meant.
pub(crate) fn key(model: &mut Model, chord: Chord) {
    if model.overlay.is_some() {
        return overlay::key(model, chord);
    }
    if matches!(&model.screen, Screen::Home(home) if home.kept().is_some()) {
        return home::uncover(model, chord);
    }
    if interview::withdrawal::is_asked(model) {
        return interview::withdrawal::key(model, chord);
    }
    if let Some(choice) = interview::distress::chosen(model, chord) {
        return interview::distress::choose(model, choice);
    }
    let context = model.context();
    let own = keymap::lookup(context, chord).filter(|_| !writes_first(model, chord));
    if let Some(action) = own {
        return act(model, action);
    }
    match &mut model.screen {
        Screen::Interview(_) => interview::write(model, chord),
        Screen::Setup(_) => setup::write(model, chord),
        Screen::Listen(_) => listen::write(model, chord),
        Screen::Statements(_) => statements::write(model, chord),
        Screen::Home(_) => {}
    }
}

/// Whether `chord` belongs to the line that is being written rather than to the keymap.
pub(crate) fn writes_first(model: &Model, chord: Chord) -> bool {
    let leaves = chord.typed().is_none() && keymap::lookup(model.context(), chord) == Some(Action::Quit);
    match &model.screen {
        // On an empty line two printable keys are commands: no note begins with them.
        Screen::Interview(room) if room.line().is_empty() => chord.typed().is_some_and(|c| !matches!(c, '/' | ' ')),
        // And with text on it, Ctrl-W deletes a word, as everywhere.
        Screen::Interview(_) => chord.typed().is_some() || keymap::lookup(Context::Interview, chord) == Some(Action::Withdraw),
        Screen::Setup(setup) => setup.writes(chord),
        Screen::Listen(listen) => listen.is_writing() && !leaves,
        Screen::Statements(statements) => statements.is_writing() && !leaves,
        Screen::Home(_) => false,
    }
}

/// Text was pasted: an act like a key.
fn paste(model: &mut Model, text: &str) {
    hand::withdraw(model);
    let so_far = model.shared.notices.so_far();
    put_in(model, text);
    model.shared.notices.acted(so_far);
    setup::remark_on_code(model);
}

/// Puts `text` into the line that is being written, and says how much of it was too long.
fn put_in(model: &mut Model, text: &str) {
    let now = model.shared.now;
    if let Some(overlay) = &mut model.overlay {
        return overlay.paste(text);
    }
    let too_long = match &mut model.screen {
        Screen::Interview(_) => interview::paste(model, text),
        Screen::Setup(setup) => setup.paste(text),
        Screen::Listen(listen) => listen.paste(text),
        Screen::Statements(statements) => statements.paste(text),
        Screen::Home(_) => None,
    };
    if let Some(rest) = too_long {
        // A paste without brackets comes in pieces.
        let before = model.left_out.filter(|(_, at)| now.mono_ms.saturating_sub(*at) < ONE_PASTE_MS).map_or(0, |(count, _)| count);
        let left_out = before + rest.chars().count() as u64;
        model.left_out = Some((left_out, now.mono_ms));
        let text = format!("the paste was longer than a note may be: its last {} were left out", counted(left_out, "character"));
        model.shared.say(Weight::Warning, text);
    }
}

/// Does `action` on the screen on top, whether a key or the palette asked for it.
pub(crate) fn act(model: &mut Model, action: Action) {
    match action {
        Action::Help => model.overlay = Some(Overlay::help()),
        Action::Palette => model.overlay = Some(Overlay::palette()),
        Action::Theme => {
            model.shared.theme = match model.shared.theme {
                Theme::Normal => Theme::Dim,
                Theme::Dim => Theme::Normal,
            };
        }
        Action::Quit => quit(model),
        Action::Leave => leave(model),
        _ => match model.context() {
            Context::Home => home::act(model, action),
            Context::Setup => setup::act(model, action),
            Context::Interview => interview::act(model, action),
            Context::Listen => listen::act(model, action),
            Context::Statements => statements::act(model, action),
            Context::Anywhere => {}
        },
    }
}

/// Back to the screen before. An interview under way is not left; it is ended.
fn leave(model: &mut Model) {
    model.shared.notices.elsewhere();
    match &model.screen {
        Screen::Home(_) => quit(model),
        Screen::Interview(_) if under_way(model) => interview::act(model, Action::PutAside),
        Screen::Interview(_) | Screen::Setup(_) | Screen::Listen(_) | Screen::Statements(_) => go_home(model),
    }
}

/// Closes what is open and shows the list of sessions; leaves the program where there is no list to go back to.
pub(crate) fn go_home(model: &mut Model) {
    if !close(model) {
        return;
    }
    if model.shared.after == After::Leave {
        return go(model);
    }
    model.screen = Screen::Home(home::Home::at(model.shared.latest.clone()));
}

/// Closes what is open, unless something is not on disk yet and nobody has been told; says whether it did.
fn close(model: &mut Model) -> bool {
    keep_edits(model);
    if warns_of_unsaved(model) {
        return false;
    }
    model.shared.want(Effect::Halt);
    model.shared.want(Effect::CloseSession);
    true
}

/// Closes the interview that was just held, and says that it is kept before anything else is shown.
pub(crate) fn close_held(model: &mut Model) {
    let Some(kept) = model.session().map(home::Kept::of) else { return };
    if close(model) {
        model.shared.notices.elsewhere();
        model.screen = Screen::Home(home::Home::after(kept));
    }
}

/// Whoever ended an interview and was told that something is not on disk yet need not press the key again once it is.
fn leave_if_waited_for(model: &mut Model) {
    let closed = model.session().is_some_and(|s| s.phase() == Phase::Ended && !matches!(s.audio(), Audio::Live(_)));
    let safe = !model.shared.notices.stands(Subject::Disk) && !model.shared.notices.stands(Subject::Journal);
    if closed && safe && matches!(model.screen, Screen::Interview(_)) && model.shared.notices.stands(Subject::Leaving) {
        close_held(model);
    }
}

/// Quits; an interview under way asks first and is ended properly the second time.
fn quit(model: &mut Model) {
    if under_way(model) {
        if !hand::means_it(model, Action::Quit, |again| {
            format!("the interview goes on. {} ends it properly and leaves", again.replacen('t', "T", 1))
        }) {
            return;
        }
        interview::end(model, EndCause::Finished);
    }
    keep_edits(model);
    if !warns_of_unsaved(model) {
        go(model);
    }
}

/// What is being written after the interview is not lost by leaving.
fn keep_edits(model: &mut Model) {
    match &model.screen {
        Screen::Listen(_) => listen::keep_edits(model),
        Screen::Statements(_) => statements::keep_edits(model),
        // The interview's line is kept when the interview ends, and a form is nothing yet.
        Screen::Home(_) | Screen::Setup(_) | Screen::Interview(_) => {}
    }
}

/// Whether something is not on disk and nobody has been told on the way out; then they are told, and the way out is not taken.
fn warns_of_unsaved(model: &mut Model) -> bool {
    let unsaved = model.shared.sitting.as_ref().map_or(0, crate::tui::sitting::Sitting::unsaved);
    let changes = Some(counted(unsaved, "change")).filter(|_| unsaved > 0 && model.shared.notices.stands(Subject::Journal));
    let again = "Free some space; it is tried every second. The same key again leaves";
    let what = match (model.shared.notices.stands(Subject::Disk), changes) {
        _ if model.shared.notices.stands(Subject::Leaving) => return false,
        (true, None) => format!("not on disk yet: the end of the recording. {again} and loses it"),
        (true, Some(changes)) => format!("not on disk yet: the end of the recording, {changes}. {again} and loses that end"),
        (false, Some(changes)) => format!("not on disk yet: {changes}. {again}, and puts that into a file of its own"),
        (false, None) => return false,
    };
    model.shared.notices.say(Subject::Leaving, Weight::Danger, what, model.shared.now.mono_ms);
    true
}

fn go(model: &mut Model) {
    model.leaving = true;
    model.shared.want(Effect::Quit);
}

/// Whether an interview is under way.
pub fn under_way(model: &Model) -> bool {
    model.session().is_some_and(|s| matches!(s.phase(), Phase::Recording | Phase::OffRecord))
}

/// Asked to stop from outside: the recording is finished, never left running where nobody sees it, and what is being written is kept.
fn stop(model: &mut Model, why: EndCause) {
    if under_way(model) {
        interview::end(model, why);
    }
    keep_edits(model);
    go(model);
}

/// These are the microphones there are, and this is what there is to say about them.
fn microphones_came(model: &mut Model, found: Vec<Microphone>, remark: Option<String>) {
    let before = std::mem::replace(&mut model.shared.offer.microphones, found);
    let known = std::mem::replace(&mut model.shared.offer.known, Known::All);
    setup::microphones_came(model, &before, known);
    interview::microphones_came(model);
    if let Some(remark) = remark {
        model.shared.tell(Subject::Microphone, Weight::Warning, remark);
    }
}

/// What the recorder reports becomes what happened.
fn hear(model: &mut Model, sound: Sound) {
    let Now { position: at, mono_ms, .. } = model.shared.now;
    let is_checkpoint = matches!(sound, Sound::Checkpoint { .. });
    match sound {
        Sound::Heard { device } => setup::heard(model, &device.name),
        Sound::Started { ticket, take, rate, channels, device, lead_in } => {
            interview::started(model, ticket, Begun { take, rate, channels, device, lead_in });
        }
        Sound::Checkpoint { take, frames } | Sound::Paused { take, frames } => {
            // A pause says nothing about the disk that a checkpoint has not said.
            if is_checkpoint {
                model.shared.notices.over(Subject::Disk);
            }
            // A take that is paused says the same again and again.
            if model.session().is_some_and(|s| s.timeline().frames_of(take).is_some_and(|known| known != frames)) {
                model.shared.happened(Event::Checkpoint { take, frames });
            }
        }
        Sound::Resumed { ticket } => interview::resumed(model, ticket),
        Sound::Gap { take, at_frame, frames, why } => {
            model.shared.happened(Event::Gap { take, at_frame, frames, why: why.into() });
            // In the session's own words, which know how long it was.
            if let Some(mishap) = model.session().and_then(|s| s.incidents().last()) {
                model.shared.tell(Subject::Happened, Weight::Warning, mishap.what.words());
            }
        }
        // One that is not of the session was closed because nobody waited for it.
        Sound::Closed { ended, lost } if model.session().is_some_and(|s| s.timeline().frames_of(ended.take).is_some()) => {
            model.shared.happened(ended.closed());
            model.shared.notices.over(Subject::Disk);
            if lost == Frames(0) {
                leave_if_waited_for(model);
            }
            if let Some((fault, to)) = lost_after(model, ended.take, lost) {
                model.shared.tell(Subject::Happened, Weight::Danger, fault.words());
                // The session is as long as it was, and of its end there is no sound.
                let at = model.session().map_or(at, |s| s.timeline().end());
                model.shared.happened(Event::AudioStopped { at, why: AudioEnd::Lost(fault.into()) });
                model.shared.happened(Event::TimePassed { at: to });
            }
        }
        Sound::Closed { .. } => {}
        Sound::ClockCompared { take, ppb } if model.session().is_some_and(|s| s.timeline().frames_of(take).is_some()) => {
            model.shared.happened(Event::ClockCompared { take, ppb });
        }
        Sound::ClockCompared { .. } => {}
        Sound::Rolled { take, from } => rolled(model, take, from),
        Sound::Held { seconds, of } => {
            let text = format!("the disk does not take the recording: {seconds} of {of} s are held in memory. Free some space");
            model.shared.notices.say(Subject::Disk, Weight::Danger, text, mono_ms);
        }
        Sound::Lost { take, frames, why, fault } => interview::lost(model, take, frames, &why, fault),
        Sound::Moved { to } => interview::moved(model, to),
        Sound::Muted => interview::muted(model),
        Sound::Unmuted => interview::unmuted(model),
        Sound::Refused { ticket, why, fault } => match model.screen {
            Screen::Setup(_) => setup::refused(model, &why),
            Screen::Interview(_) => interview::refused(model, ticket, &why, fault),
            Screen::Home(_) | Screen::Listen(_) | Screen::Statements(_) => {}
        },
        Sound::Trouble { fault } => {
            let incident = Incident::Disk { fault: fault.into() };
            model.shared.tell(Subject::Happened, Weight::Warning, incident.words());
            if under_way(model) {
                model.shared.happened(Event::Incident { at, incident: incident.into() });
            }
        }
    }
}

/// What is said of sound after `take` that no disk took to the very end, and where it would have ended; nothing if all was taken.
fn lost_after(model: &Model, take: TakeNumber, lost: Frames) -> Option<(Fault, Position)> {
    let is_take = |span: &Span| matches!(span, Span::Recorded { take: t, .. } if *t == take);
    let session = model.session().filter(|_| lost > Frames(0))?;
    let Some(Span::Recorded { rate, .. }) = session.timeline().spans().iter().find(|span| is_take(span)) else { return None };
    let long = lost.duration(*rate);
    Some((Fault::EndNotTaken { ms: millis_of(long) }, session.timeline().end().forward(long)))
}

/// The recording went on in take `take` where `from` ended, and the timeline has no gap.
fn rolled(model: &mut Model, take: TakeNumber, from: Ended) {
    let is_from = |span: &&Span| matches!(span, Span::Recorded { take, .. } if *take == from.take);
    let span = model.session().and_then(|s| s.timeline().spans().iter().find(is_from)).cloned();
    let Some(Span::Recorded { rate, from: began, .. }) = span else { return };
    model.shared.happened(from.closed());
    let at = began.forward(from.frames.duration(rate));
    let device = String::new(); // the same as before
    model.shared.happened(Event::TakeStarted { take, at, rate, channels: 0, device });
}
