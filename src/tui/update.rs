//! What each message changes, and what it asks of the world.
//!
//! [`update`] is the whole behaviour of the interface: a message in, the model changed, effects out. It takes the model apart, gives each
//! message to whom it concerns, and is the only one that puts another screen on top. It reads no clock and does no IO, so an interview can
//! be tested as a script of keys.

use crate::domain::command::Command;
use crate::domain::event::Event;
use crate::domain::listened::Listening;
use crate::domain::note::Draft;
use crate::domain::outside::SoundCopy;
use crate::domain::standing::Phase;
use crate::domain::time::Frames;
use crate::tui::chord::Press;
use crate::tui::effect::Effect;
use crate::tui::effect::NewSession;
use crate::tui::effect::Purpose;
use crate::tui::hand::Asked;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::msg::LetterLies;
use crate::tui::msg::Msg;
use crate::tui::msg::Now;
use crate::tui::msg::OpenSession;
use crate::tui::msg::RegisterCame;
use crate::tui::msg::RegisterReport;
use crate::tui::msg::SoundReport;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::place::Spot;
use crate::tui::playback::Playback;
use crate::tui::press;
use crate::tui::recorded;
use crate::tui::ring::Ring;
use crate::tui::screen::end::EndScreen;
use crate::tui::screen::face::CameFrom;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::figures::FiguresScreen;
use crate::tui::screen::home::Kept;
use crate::tui::screen::home::OpenTo;
use crate::tui::screen::home::SessionList;
use crate::tui::screen::home::open_for;
use crate::tui::screen::interview::Room;
use crate::tui::screen::letters::LetterScreen;
use crate::tui::screen::listen::ListeningBack;
use crate::tui::screen::register::RegisterScreen;
use crate::tui::screen::setup::Filled;
use crate::tui::screen::setup::SetupForm;
use crate::tui::screen::statements::StatementsScreen;
use crate::tui::screen::statements::by_editor;
use crate::tui::screen::wall::WallScreen;
use crate::tui::shared::After;
use crate::tui::shared::Shared;
use crate::tui::sitting::OnDisk;
use crate::tui::sitting::Sitting;
use crate::tui::way_out;
use crate::tui::way_out::Way;
use crate::words::say;

/// Takes one message.
pub fn update(model: &mut Model, msg: Msg) -> Vec<Effect> {
    let before = std::mem::discriminant(&model.screen);
    take(model, msg);
    let below = model.below();
    let Model { screen, overlay, shared, searches, .. } = model;
    screen.face_mut().see_to_the_rest(shared);
    if let Some(over) = overlay {
        over.seek(&below, searches, shared);
    }
    if std::mem::discriminant(screen) != before
        && let Some(sitting) = &mut shared.sitting
    {
        sitting.forget_steps();
    }
    std::mem::take(&mut shared.effects)
}

/// Opens the form with what the command line filled in, before the first message.
pub(crate) fn open_form(model: &mut Model, filled: &Filled) -> Vec<Effect> {
    model.screen = Screen::Setup(Box::new(SetupForm::enter(filled, &mut model.shared)));
    std::mem::take(&mut model.shared.effects)
}

/// A key was pressed.
fn pressed(model: &mut Model, press: Press, now: Now) {
    model.shared.now = now;
    // Whoever asks for help, or reads it, may be reading the notice.
    if !press::reads_help(model, press) {
        model.shared.notices.answered(now.mono_ms);
    }
    let shared = &mut model.shared;
    let so_far = shared.notices.so_far();
    model.screen.face_mut().pressed(shared);
    let press = press::as_bound(model, press);
    for chord in press::chords(model, press) {
        let (question, to) = (model.shared.hand.question(), press::meant(model, chord));
        go(model, to);
        model.shared.took(chord, question);
    }
    model.shared.notices.acted(so_far);
}

fn take(model: &mut Model, msg: Msg) {
    let Model { screen, shared, .. } = model;
    match msg {
        Msg::Key(press, now) => pressed(model, press, now),
        Msg::Paste(text, now) => {
            shared.now = now;
            shared.withdraw_question();
            let so_far = shared.notices.so_far();
            screen.face_mut().pressed(shared);
            press::paste(model, &text);
            model.shared.notices.acted(so_far);
        }
        Msg::Foreign(now) => {
            shared.now = now;
            shared.hand.hears_foreign(&mut shared.notices, now.mono_ms);
        }
        Msg::Turn(now, telemetry) => {
            shared.turn(now, telemetry);
            shared.heard_that_it_plays();
            hear(shared);
            screen.face_mut().turn(shared);
        }
        Msg::Saved(n) => {
            if let Some(sitting) = &mut shared.sitting {
                sitting.saved(n);
            }
            shared.notices.over(Subject::Journal);
            leave_if_waited_for(model);
        }
        Msg::Stranded(where_) => {
            shared.notices.over(Subject::Journal);
            shared.tell(Subject::Happened, Weight::Danger, where_);
        }
        Msg::JournalFailed(why) => shared.tell(Subject::Journal, Weight::Danger, say!("notes-not-saved", why = why)),
        Msg::Sound(report, now) => {
            shared.now = now;
            recorded::take(&report, shared);
            screen.face_mut().heard(&report, shared);
            way_out::tell_anew(screen.face(), shared);
            if let SoundReport::Closed { lost: Frames(0), .. } = report {
                leave_if_waited_for(model);
            }
        }
        Msg::Microphones(found, remark) => {
            let (before, known) = shared.offer.found(found);
            screen.face_mut().microphones_came(&before, known, shared);
            if let Some(remark) = remark {
                shared.tell(Subject::Microphone, Weight::Warning, remark);
            }
        }
        Msg::RoomCheck(report, now) => {
            shared.now = now;
            recorded::tell_of_check(&report, shared);
            screen.face_mut().room_check_is(&report, shared);
        }
        Msg::DiskTried(refused) => shared.offer.disk_refuses = refused,
        Msg::Whereabouts(found) => shared.offer.whereabouts = Some(found),
        Msg::Played(how) => shared.stopped_playing(how),
        Msg::LoudspeakerLost(at, why) => shared.lost_loudspeaker(at, &why),
        Msg::LoudspeakerBack(name) => shared.found_loudspeaker(&name),
        Msg::LoudspeakerMoved(name) => shared.moved_loudspeaker(name.as_deref()),
        Msg::Verified(name, takes, now) => {
            shared.now = now;
            of_session(&name, shared, |sitting| sitting.on_disk = Some(OnDisk { at: now.wall, takes }));
        }
        Msg::Waveform(name, drawn) => of_session(&name, shared, |sitting| sitting.waveform = Some(drawn)),
        Msg::InWords(name, in_words) => of_session(&name, shared, |sitting| sitting.read(*in_words)),
        Msg::Found(number, found) => press::found_came(model, number, found),
        Msg::Opened(open) => opened(model, *open),
        Msg::CopyLeft(why) | Msg::NotOpened(why) => shared.tell(Subject::Study, Weight::Warning, why),
        Msg::LetterWritten(letter) => letter_lies(*letter, shared),
        Msg::LetterStands { version, file } => {
            shared.tell(Subject::Letter, Weight::News, say!("letter-stands", version = version, file = file));
        }
        Msg::ClipBegun(copied) => {
            shared.happened(Event::SoundCopied(copied));
            shared.say(Weight::News, say!("clip-begun"));
        }
        Msg::ClipMade(name, copied, made) => clip_came(shared, &name, copied, made),
        Msg::NoClip(why) => shared.say(Weight::Warning, why),
        Msg::LetterAsked(name, settings) => of_session(&name, shared, |sitting| sitting.letter = Some(settings.map(|settings| *settings))),
        Msg::EditedOutside(edited) => by_editor::came(edited, shared),
        Msg::LetterFailed(why) => shared.tell(Subject::Letter, Weight::Warning, why),
        Msg::Closed(mut offer) => {
            screen.face_mut().closed(shared);
            // Who sits here was said once, and is the same.
            offer.interviewer = offer.interviewer.or_else(|| shared.offer.interviewer.take());
            offer.nobody_named = shared.offer.nobody_named;
            (shared.offer, shared.sitting, shared.ring) = (*offer, None, Ring::default());
            shared.notices.closed();
            // What stands on the screen is not said once more below it.
            if let Screen::Home(home) = screen {
                home.kept().into_iter().flat_map(|kept| &kept.losses).for_each(|loss| shared.notices.is_told(loss));
            }
        }
        Msg::Figures(counted) => screen.face_mut().figures_are(counted.map(|report| *report), shared),
        Msg::Register(report) => register_came(screen.face_mut(), &report, shared),
        // From outside: the recording is finished, never left running where nobody sees it, and what is being written is kept.
        Msg::Stop(why, now) => {
            shared.now = now;
            screen.face_mut().leave(Leaving::ForGood(why), shared);
            model.leaving = true;
        }
    }
}

/// The register was read, or written, or could not be.
fn register_came(screen: &mut dyn Face, report: &RegisterReport, shared: &mut Shared) {
    shared.offer.register.clone_from(&report.register);
    screen.register_is(report, shared);
    if let (Some(problem), RegisterCame::Read) = (&report.problem, &report.came) {
        shared.say(Weight::Warning, problem.clone());
    }
}

/// A letter was written.
fn letter_lies(letter: LetterLies, shared: &mut Shared) {
    let LetterLies { version, file, forms, statements, reply_by, on, called } = letter;
    // The journal travels: it holds no path of this machine.
    let inside = format!("summary/v{version}/letter.md");
    shared.happened(Event::LetterWritten { version, file: inside, statements, reply_by, on, called });
    let lies = say!("letter-lies", version = version, file = file, forms = forms);
    match shared.session().and_then(|session| session.guide().told_help_left_open()) {
        Some(open) => shared.tell(Subject::Letter, Weight::Warning, format!("{lies}. {open}")),
        None => shared.tell(Subject::Letter, Weight::News, lies),
    }
}

/// A clip of the session called `name` was made, or was not. Its journal knows since it was begun; what came of it, it is told while it is
/// open.
fn clip_came(shared: &mut Shared, name: &str, copied: SoundCopy, made: Result<String, String>) {
    if shared.sitting.as_ref().is_some_and(|sitting| sitting.name() == name) {
        shared.happened(Event::SoundCopied(copied));
    }
    match made {
        Ok(words) => shared.say(Weight::News, words),
        Err(why) => shared.say(Weight::Warning, why),
    }
}

/// Something is known of the session of this name, if that is still the one that is open.
fn of_session(name: &str, shared: &mut Shared, known: impl FnOnce(&mut Sitting)) {
    if let Some(sitting) = shared.sitting.as_mut().filter(|sitting| sitting.name() == name) {
        known(sitting);
    }
}

/// Notes whose moment was played are heard, whichever screen lies on top.
fn hear(shared: &mut Shared) {
    let session = shared.sitting.as_ref().map(|sitting| &sitting.session);
    let heard = shared.heard_along.turn(shared.gauges.last.playing, shared.playback, session);
    let event = session.filter(|_| !heard.is_empty()).map(|session| session.decide(Command::Listening(Listening::Heard(heard))));
    // While an interview is under way, say, nothing is heard afterwards.
    if let Some(Ok(event)) = event {
        shared.happened(event);
    }
}

/// Goes where the screen on top wants to go.
fn go(model: &mut Model, to: Go) {
    let Model { screen, wall, shared, .. } = model;
    match to {
        Go::Nowhere => {}
        Go::Found(spot) => found(model, &spot),
        Go::Do(action, asked) => {
            shared.hand.asks(asked);
            let to = press::act(model, action);
            go(model, to);
            model.shared.hand.asks(Asked::ByKey);
        }
        Go::Quit => {
            if way_out::quit(screen.face_mut(), shared) == Way::Taken {
                model.leaving = true;
            }
        }
        Go::Home => {
            if way_out::close(screen.face_mut(), shared) == Way::Barred {
                return;
            }
            match shared.after {
                After::Leave => model.leaving = true,
                After::Home => *screen = list_or_wall(screen, wall, shared),
            }
        }
        Go::Held => {
            if shared.session().is_none() || way_out::close(screen.face_mut(), shared) == Way::Barred {
                return;
            }
            // With what stood on the line until now.
            if let Some(kept) = shared.session().map(|session| Kept::of(session, &shared.offer.leaving)) {
                shared.notices.elsewhere();
                (*screen, *wall) = (Screen::Home(SessionList::after(kept)), None);
            }
        }
        Go::Setup => {
            shared.notices.elsewhere();
            *screen = Screen::Setup(Box::new(SetupForm::enter(&Filled::default(), shared)));
        }
        Go::Register => {
            shared.notices.elsewhere();
            *screen = Screen::Register(Box::new(RegisterScreen::enter(shared)));
        }
        Go::Wall => {
            shared.notices.elsewhere();
            *screen = Screen::Wall(WallScreen::enter(shared));
        }
        Go::Figures => {
            shared.notices.elsewhere();
            *screen = Screen::Figures(FiguresScreen::enter(shared));
        }
        Go::Interview(form) => conduct(model, None, Some(*form), None),
        Go::Listen => {
            let from = match &model.screen {
                Screen::Statements(check) => check.listens_from(),
                _ => CameFrom::Elsewhere,
            };
            move_on(model);
            model.screen = Screen::Listen(Box::new(ListeningBack::enter(from, &mut model.shared)));
        }
        Go::Ends => {
            move_on(model);
            model.screen = Screen::End(EndScreen::enter(&mut model.shared));
        }
        Go::Letters => {
            let from = if matches!(model.screen, Screen::Statements(_)) { CameFrom::MemberCheck } else { CameFrom::Elsewhere };
            move_on(model);
            model.screen = Screen::Letters(LetterScreen::enter(&model.shared, from));
        }
        Go::Statements => {
            let from = match &model.screen {
                Screen::Listen(listening) => listening.checks_from(),
                _ => CameFrom::Elsewhere,
            };
            move_on(model);
            model.screen = Screen::Statements(StatementsScreen::enter(from, &mut model.shared));
        }
    }
}

/// Where one is when a session is closed: on the wall, if it was opened from there, as it was left; else on the list.
fn list_or_wall(screen: &Screen, wall: &mut Option<WallScreen>, shared: &Shared) -> Screen {
    match wall.take() {
        Some(wall) if !matches!(screen, Screen::Wall(_)) => Screen::Wall(wall),
        _ => Screen::Home(SessionList::at(shared.latest.clone())),
    }
}

/// Goes to something that was found: on this screen, or to the session it is in, which is opened where it stands.
fn found(model: &mut Model, spot: &Spot) {
    let Model { screen, wall, shared, .. } = model;
    if shared.sitting.as_ref().is_some_and(|sitting| sitting.name() == spot.session) {
        let to = screen.face_mut().found(spot, shared);
        return go(model, to);
    }
    let to = if spot.statement.is_some() { OpenTo::Summary } else { OpenTo::Listen };
    let line = shared.offer.sessions.iter().find(|line| line.name == spot.session);
    let purpose = match line.map_or(Ok(Purpose::Listen), |line| open_for(line, to, &shared.keys)) {
        Ok(purpose) => purpose,
        Err(why) => return shared.say(Weight::Warning, why),
    };
    if shared.sitting.is_some() {
        if way_out::close(screen.face_mut(), shared) == Way::Barred {
            return;
        }
        *screen = list_or_wall(screen, wall, shared);
    }
    let lead_in = shared.lead_in();
    shared.places.entry(spot.session.clone()).or_default().go_to(spot, lead_in);
    shared.want(Effect::Open(spot.session.clone(), purpose));
}

/// Leaves a screen for another on the same session.
fn move_on(model: &mut Model) {
    let Model { screen, shared, .. } = model;
    screen.face_mut().leave(Leaving::ForAnother, shared);
    shared.notices.elsewhere();
    shared.playback = Playback::default();
    shared.want(Effect::Halt);
}

fn conduct(model: &mut Model, draft: Option<Draft>, form: Option<NewSession>, mended: Option<&str>) {
    model.screen = Screen::Interview(Box::new(Room::enter(draft, form, mended, &mut model.shared)));
}

/// A session was made or opened.
fn opened(model: &mut Model, mut open: OpenSession) {
    let Model { screen, wall, shared, .. } = model;
    *wall = if let Screen::Wall(screen) = screen { Some(std::mem::take(screen)) } else { None };
    shared.notices.elsewhere();
    shared.notices.over(Subject::Code);
    let (purpose, draft, form, mended) = (open.purpose, open.draft.take(), open.form.take(), open.mended.clone());
    shared.sit(open);
    match purpose {
        // Set up before and never begun: nothing begins that nobody was asked about today.
        Purpose::Conduct if form.is_none() && shared.phase() == Some(Phase::Draft) => {
            if let Some(setup) = SetupForm::enter_planned(shared) {
                *screen = Screen::Setup(Box::new(setup));
            }
        }
        Purpose::Conduct => conduct(model, draft, form, mended.as_deref()),
        Purpose::Listen => *screen = Screen::Listen(Box::new(ListeningBack::enter(CameFrom::Elsewhere, shared))),
        Purpose::Statements => *screen = Screen::Statements(StatementsScreen::enter(CameFrom::Elsewhere, shared)),
        Purpose::Ends => *screen = Screen::End(EndScreen::enter(shared)),
        Purpose::Letters => *screen = Screen::Letters(LetterScreen::enter(shared, CameFrom::Elsewhere)),
    }
}

/// Whoever ended an interview and was told that something is not on disk yet need not press the key again once it is.
fn leave_if_waited_for(model: &mut Model) {
    if model.screen.face().is_waited_for() && way_out::is_free(&model.shared) {
        go(model, Go::Held);
    }
}
