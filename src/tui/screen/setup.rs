//! The form before an interview: guide, participant, round, who is there, microphone, consent.
//!
//! The form fills itself in from the session before it, so that the second interview of a day takes a few keys. The microphone is
//! heard while the form is open, and "ready" is said only after its level has moved: a microphone that was dead for an hour is the
//! failure this screen exists to prevent.

mod form;

use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::guide::Round;
use crate::domain::study::looks_like_a_name;
use crate::tui::chord::Chord;
use crate::tui::chord::Key;
use crate::tui::effect::Effect;
use crate::tui::hand;
use crate::tui::keymap::Action;
use crate::tui::model::Known;
use crate::tui::model::Microphone;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::screen::interview;
use crate::tui::shared::Shared;

pub use form::Field;
pub use form::Filled;
pub use form::Setup;

/// A voice into a microphone peaks above this, in dBFS; the noise of a room and of a poor converter does not.
const HEARD_DB: f32 = -40.0;

/// A faint voice stands out of its room: so many decibels above the quietest moment heard so far, if that was not silence itself, and above
/// what a converter's noise can do.
const ABOVE_THE_ROOM_DB: f32 = 15.0;
const FAINT_DB: f32 = -60.0;
const SILENCE_DB: f32 = -85.0;

/// In how many turns it must have been so: a plug that clicks is no voice.
const HEARD_TURNS: u32 = 3;

/// How often a form that is open looks for microphones that were plugged in meanwhile, in milliseconds.
const LOOK_MS: u64 = 2_000;

/// Opens the form.
pub fn enter(model: &mut Model) {
    model.shared.notices.elsewhere();
    enter_filled(model, &Filled::default());
}

/// Opens the form with what the command line filled in.
pub fn enter_filled(model: &mut Model, filled: &Filled) {
    let mut setup = Setup::new(&model.shared.offer, filled);
    // What is already known needs no stop: the cursor waits at the first thing only a person can say.
    let first = if model.shared.offer.sessions.is_empty() && filled.participant.is_none() { Field::Guide } else { Field::Consent(0) };
    setup.go_to(first);
    hear_chosen(&mut setup, &mut model.shared);
    model.screen = Screen::Setup(Box::new(setup));
    remark_on_code(model);
}

/// Opens the form of the session that is open, which was set up and never begun. The session stays open: it is the one that begins.
pub(crate) fn enter_planned(model: &mut Model) {
    let Some(session) = model.session() else { return };
    let mut setup = Setup::of_planned(session, &model.shared.offer);
    setup.released = setup.is_recording_refused(&model.shared.offer).then(|| model.shared.offer.microphones.first().cloned()).flatten();
    hear_chosen(&mut setup, &mut model.shared);
    model.screen = Screen::Setup(Box::new(setup));
}

fn hear_chosen(setup: &mut Setup, shared: &mut Shared) {
    setup.remembering = 0;
    match setup.microphone() {
        Some(microphone) => shared.want(Effect::Hear(microphone.clone())),
        None => shared.want(Effect::CloseTake),
    }
}

pub(crate) fn act(model: &mut Model, action: Action) {
    // What a person answers, and the beginning, come from a key that came by itself: a terminal's own words come in a row.
    let here = if let Screen::Setup(setup) = &model.screen { setup.field() } else { return };
    let counts = match (action, here) {
        (Action::Begin, _) | (Action::NextField, Field::Begin) | (Action::Left | Action::Right, Field::Consent(_)) => {
            hand::came_alone(model)
        }
        _ => true,
    };
    if !counts {
        return;
    }
    let Model { screen: Screen::Setup(setup), shared, .. } = model else { return };
    let last = setup.fields().len() - 1;
    match action {
        Action::NextField if setup.field() == Field::Begin => begin(model),
        Action::NextField | Action::Down => setup.field = (setup.field + 1).min(last),
        Action::Up => setup.field = setup.field.saturating_sub(1),
        Action::Left | Action::Right => {
            choose(setup, shared, if action == Action::Left { Way::Back } else { Way::On });
            remark_on_code(model);
        }
        Action::Begin => begin(model),
        _ => {}
    }
}

#[derive(Clone, Copy)]
enum Way {
    Back,
    On,
}

impl Way {
    /// The key that moves in a text this way.
    fn arrow(self) -> Chord {
        Chord::plain(match self {
            Self::Back => Key::Left,
            Self::On => Key::Right,
        })
    }
}

/// The index after or before `at` among `count`, round and round.
fn step(at: usize, count: usize, way: Way) -> usize {
    match way {
        _ if count == 0 => 0,
        Way::On => (at + 1) % count,
        Way::Back => (at + count - 1) % count,
    }
}

fn choose(setup: &mut Setup, shared: &mut Shared, way: Way) {
    let study = &shared.offer;
    match setup.field() {
        Field::Guide => {
            setup.guide = step(setup.guide, study.guides.len(), way);
            if let Some(round) = setup.guide(study).and_then(|g| g.rounds.first()) {
                setup.round = *round;
            }
            setup.reset_answers(study);
        }
        Field::Round => {
            let at = Round::ALL.iter().position(|r| *r == setup.round).unwrap_or(0);
            setup.round = Round::ALL[step(at, Round::ALL.len(), way)];
        }
        Field::Microphone => {
            setup.choose_microphone(setup.next_microphone(study, |at, count| step(at, count, way)), study);
            setup.forget_level();
            hear_chosen(setup, shared);
        }
        Field::Fallback => setup.choose_fallback(study, |at, count| step(at, count, way)),
        Field::Consent(item) => {
            let next = match setup.answer(item) {
                Some(Answer::Given) => Answer::Refused,
                Some(Answer::Refused) | None => Answer::Given,
            };
            setup.answers[item] = Some(next);
        }
        Field::Participant => setup.edit_participant(way.arrow()),
        Field::Setting => _ = setup.setting.edit(way.arrow()),
        Field::Present => _ = setup.present.edit(way.arrow()),
        Field::Interviewer => _ = setup.interviewer.edit(way.arrow()),
        Field::Begin => {}
    }
}

/// A key for the text field or the consent item the cursor is on.
pub(crate) fn write(model: &mut Model, chord: Chord) {
    let Screen::Setup(setup) = &model.screen else { return };
    if setup.answers(chord) && !hand::came_alone(model) {
        return;
    }
    let Screen::Setup(setup) = &mut model.screen else { return };
    match (setup.field(), chord.typed()) {
        (Field::Participant, _) => {
            setup.edit_participant(chord);
            remark_on_code(model);
        }
        (Field::Setting, _) => {
            setup.setting.edit(chord);
        }
        (Field::Present, _) => {
            setup.present.edit(chord);
        }
        (Field::Interviewer, _) => {
            setup.interviewer.edit(chord);
            remark_on_code(model);
        }
        (Field::Consent(item), Some(letter @ ('y' | 'n'))) => {
            setup.answers[item] = Some(if letter == 'y' { Answer::Given } else { Answer::Refused });
            setup.field += 1;
        }
        (_, Some('a')) => {
            setup.answers.fill(Some(Answer::Given));
            setup.field = setup.fields().len() - 1;
        }
        (_, Some('w')) => {
            setup.how = setup.how.other();
        }
        _ => {}
    }
}

/// Says what is strange about the participant's code, for as long as it is: a second interview under the same code and round is possible
/// (one that broke off, say), so it is remarked on and not refused.
pub(crate) fn remark_on_code(model: &mut Model) {
    let Screen::Setup(setup) = &model.screen else { return };
    let [code, own] = [Field::Participant, Field::Interviewer].map(|field| setup.text(field).map_or("", |line| line.text()));
    let text = if looks_like_a_name(code) || looks_like_a_name(own) {
        "this looks like a name: use a code such as P07, and keep the key elsewhere".to_owned()
    } else if setup.was_held(&model.shared.offer) {
        format!("{code} already has a {} interview in this study: is it another participant, or another round?", setup.round())
    } else {
        return model.shared.notices.over(Subject::Code);
    };
    model.shared.notices.say(Subject::Code, Weight::Warning, text, model.shared.now.mono_ms);
}

/// Begins with the form as it stands, or says what is missing and goes there.
fn begin(model: &mut Model) {
    let Model { screen: Screen::Setup(setup), shared, .. } = &mut *model else { return };
    let study = &shared.offer;
    if let Some(missing) = setup.missing(study) {
        let open = setup.answers.iter().position(Option::is_none);
        if let Some(at) = open {
            setup.go_to(Field::Consent(at));
        }
        return model.shared.say(Weight::Warning, missing);
    }
    if setup.microphone().is_some() && !setup.heard && !setup.warned {
        setup.warned = true;
        let text = match &setup.trouble {
            Some(why) => format!("begin again goes on with notes only until the microphone works; or choose another. {why}"),
            None => "nothing was heard from the microphone yet: say something, or choose another; begin again goes on all the same".into(),
        };
        return model.shared.say(Weight::Warning, text);
    }
    let Some(guide) = setup.guide(study) else { return };
    let mut new = setup.new_session(guide, study);
    if !setup.is_planned() {
        return model.shared.want(Effect::Create(Box::new(new)));
    }
    // What the journal says already is not said again.
    if let Some(known) = model.session().map(|s| s.consents().all().to_vec()) {
        let same = |c: &Consent, given: &Consent| (c.answer, c.how) == (given.answer, given.how);
        new.consents.retain(|given| !known.iter().rfind(|c| c.item == given.item).is_some_and(|c| same(c, given)));
    }
    interview::enter(model, None, Some(new), None);
}

/// The microphones there are by now. A form that waited for them listens to the first, as if it had been there all along; in one that did
/// not, what was chosen stays chosen, and one that was plugged in meanwhile is said and can be chosen too.
pub(crate) fn microphones_came(model: &mut Model, before: &[Microphone], known: Known) {
    let Model { screen: Screen::Setup(setup), shared, .. } = model else { return };
    let study = &shared.offer;
    if known == Known::NotYet || (before.is_empty() && !setup.wants_notes_only) {
        setup.choose_microphone(setup.first_microphone(study), study);
        setup.released = setup.is_recording_refused(study).then(|| study.microphones.first().cloned()).flatten();
        return hear_chosen(setup, shared);
    }
    setup.see_others(study);
    let new = study.microphones.iter().find(|m| !before.contains(m)).map(|m| m.name.clone());
    if let Some(name) = new {
        model.shared.say(Weight::News, format!("{name} is there now: it can be chosen as the microphone"));
    }
}

/// A no to being recorded is notes only, by itself and at once; a yes is the microphone that was chosen before.
pub(crate) fn see_to_recording(model: &mut Model) {
    let Model { screen: Screen::Setup(setup), shared, .. } = model else { return };
    let study = &shared.offer;
    let (refused, chosen) = (setup.is_recording_refused(study), setup.microphone().cloned());
    let said = match (refused, &chosen, setup.released.take()) {
        (true, Some(_), released) => {
            setup.choose_microphone(None, study);
            setup.released = released.or(chosen);
            "not to be recorded: notes only, and the microphone is released".to_owned()
        }
        (true, None, released) => return setup.released = released,
        (false, _, Some(before)) => {
            setup.choose_microphone(Some(before), study);
            match setup.microphone() {
                Some(microphone) => format!("to be recorded again: {}", microphone.name),
                None => return,
            }
        }
        _ => return,
    };
    setup.forget_level();
    hear_chosen(setup, shared);
    model.shared.say(Weight::News, said);
}

/// The last seconds before the beginning are remembered from the moment on at which recording was agreed to, and not a moment longer.
pub(crate) fn see_to_lead_in(model: &mut Model) {
    let Model { screen: Screen::Setup(setup), shared, .. } = model else { return };
    let study = &shared.offer;
    let seconds = if setup.may_record(study) { study.lead_in } else { 0 };
    if setup.remembering != seconds {
        setup.remembering = seconds;
        model.shared.want(Effect::Remember(seconds));
    }
}

/// A turn: has the microphone been heard? Is there another by now?
pub(crate) fn turn(model: &mut Model) {
    let (now, level, known) = (model.shared.now.mono_ms, model.shared.gauges.last.peak_db, model.shared.offer.known);
    let Screen::Setup(setup) = &mut model.screen else { return };
    setup.hear_level(level);
    if known == Known::All && now.saturating_sub(setup.looked_ms) >= LOOK_MS {
        setup.looked_ms = now;
        model.shared.want(Effect::FindMicrophones);
    }
}

impl Setup {
    /// The level of a turn.
    fn hear_level(&mut self, level: Option<f32>) {
        let Some(db) = level.filter(|db| *db > SILENCE_DB) else { return };
        let room = self.room_db.map_or(db, |room| room.min(db));
        self.room_db = Some(room);
        if db > HEARD_DB || (db > FAINT_DB && db > room + ABOVE_THE_ROOM_DB) {
            self.heard_turns += 1;
        }
        self.heard = self.heard || self.heard_turns >= HEARD_TURNS;
    }

    /// Another microphone: nothing is known of it.
    fn forget_level(&mut self) {
        (self.heard, self.heard_turns, self.room_db) = (false, 0, None);
        (self.device, self.trouble, self.warned) = (None, None, false);
    }
}

/// The recorder hears `device`.
pub(crate) fn heard(model: &mut Model, device: &str) {
    if let Screen::Setup(setup) = &mut model.screen {
        setup.device = Some(device.to_owned());
        setup.trouble = None;
        model.shared.notices.over(Subject::Microphone);
    }
}

/// The microphone could not be opened.
pub(crate) fn refused(model: &mut Model, why: &str) {
    if let Screen::Setup(setup) = &mut model.screen {
        // With the microphone goes what was remembered of it.
        (setup.trouble, setup.device, setup.remembering) = (Some(why.to_owned()), None, 0);
    }
    model.shared.tell(Subject::Microphone, Weight::Warning, "the microphone cannot be used: choose another, or notes only");
}
