//! The form before an interview: guide, participant, round, who is there, microphone, consent.
//!
//! The form fills itself in from the session before it, so that the second interview of a day takes a few keys. The microphone is
//! heard while the form is open, and "ready" is said only after its level has moved: a microphone that was dead for an hour is the
//! failure this screen exists to prevent.

mod check;
mod entry;
mod form;
mod here;
mod level;
mod made;
mod missing;
mod no_recording;
mod options;
mod room;
mod suggest;
mod table;
mod wanted;

use crate::domain::consent::Answer;
use crate::domain::consent::Consent;
use crate::domain::prepared::Prepared;
use crate::domain::study::looks_like_a_name;
use crate::tui::chord::Chord;
use crate::tui::effect::CheckStep;
use crate::tui::effect::Effect;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::microphone::Known;
use crate::tui::microphone::Microphone;
use crate::tui::msg::CheckReport;
use crate::tui::msg::SoundReport;
use crate::tui::notice::Subject;
use crate::tui::notice::Weight;
use crate::tui::recorded;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::selection::Step;
use crate::tui::screen::setup::entry::in_a_ring;
use crate::tui::screen::setup::entry::step_of;
use crate::tui::screen::setup::form::Warned;
use crate::tui::screen::setup::level::Level;
use crate::tui::shared::Shared;
use crate::words::message::Message;
use crate::words::message::message;
use crate::words::say;

pub(crate) use check::Checking;
pub use form::Field;
pub use form::Filled;
pub use form::SetupForm;
pub use here::Said;
pub(crate) use level::Far;
pub(crate) use no_recording::NoRecording;
pub(crate) use suggest::so_far;

/// How often a form that is open looks for microphones that were plugged in meanwhile, in milliseconds.
const LOOK_MS: u64 = 2_000;

/// How often a form that is open tries the disk, in milliseconds: whoever has made room sees it, and a memory stick is left in peace.
const TRY_MS: u64 = 10_000;

impl SetupForm {
    /// The form with what the command line filled in.
    pub(crate) fn enter(filled: &Filled, shared: &mut Shared) -> Self {
        let mut setup = Self::new(&shared.offer, filled);
        shared.want(Effect::CheckRoom(CheckStep::Sweep));
        // What is already known needs no stop: the cursor waits at the first thing only a person can say.
        let first = if shared.offer.sessions.is_empty() && filled.participant.is_none() { Field::Guide } else { Field::Consent(0) };
        setup.go_to(first);
        setup.hear_chosen(shared);
        setup.remark_on_code(shared);
        setup
    }

    /// The form of the session that is open, which was set up and never begun. The session stays open: it is the one that begins.
    pub(crate) fn enter_planned(shared: &mut Shared) -> Option<Self> {
        let mut setup = Self::of_planned(shared.session()?, &shared.offer);
        shared.want(Effect::CheckRoom(CheckStep::Sweep));
        setup.release_refused(shared);
        setup.hear_chosen(shared);
        setup.remark_on_no_more(shared);
        Some(setup)
    }

    /// Says that whoever is to be interviewed took consent back, or wants to be asked nothing more. Whether they do.
    fn remark_on_no_more(&self, shared: &mut Shared) -> bool {
        let code = self.text(Field::Participant).map_or("", |line| line.text());
        let asks_no_more = suggest::asks_no_more(&shared.offer, code);
        if asks_no_more {
            shared.tell(Subject::Code, Weight::Warning, say!("code-asks-no-more", participant = code));
        }
        asks_no_more
    }

    /// Where recording was refused already, the microphone that would be chosen if it were not.
    fn release_refused(&mut self, shared: &Shared) {
        let first = || shared.offer.microphones.first().cloned();
        self.released = self.is_recording_refused(&shared.offer).then(first).flatten();
    }

    fn hear_chosen(&mut self, shared: &mut Shared) {
        self.end_check(shared);
        self.remembering = 0;
        match self.microphone() {
            Some(microphone) => shared.want(Effect::Hear(microphone.clone())),
            None => shared.want(Effect::CloseTake),
        }
    }

    fn choose(&mut self, step: Step, shared: &mut Shared) {
        let offer = &shared.offer;
        match self.field() {
            Field::Guide => self.choose_guide(offer, |at, count| in_a_ring(at, count, step)),
            Field::Round => self.choose_round(offer, |at, count| in_a_ring(at, count, step)),
            Field::Microphone => {
                self.choose_microphone(self.next_microphone(offer, |at, count| in_a_ring(at, count, step)), offer);
                self.forget_level();
                self.hear_chosen(shared);
            }
            Field::Fallback => self.choose_fallback(offer, |at, count| in_a_ring(at, count, step)),
            Field::Consent(item) => {
                let next = match self.answer(item) {
                    Some(Answer::Given) => Answer::Refused,
                    Some(Answer::Refused) | None => Answer::Given,
                };
                self.answers[item] = Some(next);
            }
            Field::Participant => self.choose_participant(offer, step),
            Field::Said(field) => {
                self.here.step(field, offer, step);
                self.see_to_seats(offer);
            }
            Field::FarVoice => self.level.listen_far(shared.now.mono_ms),
            Field::NoRecording => self.choose_no_recording(),
            Field::SummaryForm => self.choose_summary_form(offer, step),
            Field::SummaryWay => self.choose_summary_way(offer, step),
            Field::Begin => {}
        }
        self.remark_on_code(shared);
    }

    /// They answer the item that the cursor is on.
    fn answer_item(&mut self, answer: Answer) {
        if let Field::Consent(item) = self.field() {
            self.answers[item] = Some(answer);
            self.field += 1;
        }
    }

    /// Says what is strange about the participant's code, for as long as it is: a second interview under the same code and round is
    /// possible (one that broke off, say), so it is remarked on and not refused.
    fn remark_on_code(&self, shared: &mut Shared) {
        if self.remark_on_no_more(shared) {
            return;
        }
        let code = self.text(Field::Participant).map_or("", |line| line.text());
        let [leads, types] = [Said::Leads, Said::Types].map(|field| self.here.text(field));
        let codes = self.here.text(Said::Observers).split_whitespace().chain(self.people().iter().map(String::as_str));
        let text = if [code, leads, types].into_iter().chain(codes).any(looks_like_a_name) {
            say!("code-is-a-name")
        } else if self.was_held(&shared.offer) {
            say!("code-was-held", participant = code, round = self.round().word())
        } else {
            return shared.notices.over(Subject::Code);
        };
        shared.tell(Subject::Code, Weight::Warning, text);
    }

    /// Begins with the form as it stands, or says what is missing and goes there.
    fn begin(&mut self, shared: &mut Shared) -> Go {
        if let Some(missing) = self.missing(&shared.offer, &shared.keys) {
            if let Some(at) = self.answers.iter().position(Option::is_none) {
                self.go_to(Field::Consent(at));
            }
            if self.is_group() && !self.has_a_table() {
                self.go_to(Field::Said(Said::Seats));
            } else if self.no_recording.is_none() && self.answers.iter().all(Option::is_some) {
                self.go_to(Field::NoRecording);
            }
            shared.say(Weight::Warning, missing.words);
            return Go::Nowhere;
        }
        // Said once, in whatever words: whoever presses again has read it.
        if let Some(why) = shared.disk_trouble().filter(|_| self.disk_warned == Warned::NotYet) {
            self.disk_warned = Warned::Once;
            shared.want(Effect::TryDisk);
            let key = shared.key(action::Setup::Begin);
            shared.say(Weight::Warning, say!("disk-once-more", why = why, key = key));
            return Go::Nowhere;
        }
        if self.microphone().is_some() && !self.is_heard() && self.warned == Warned::NotYet {
            self.warned = Warned::Once;
            let text = match &self.trouble {
                Some(why) => say!("begin-without-sound", why = why),
                None => say!("begin-unheard"),
            };
            shared.say(Weight::Warning, text);
            return Go::Nowhere;
        }
        self.end_check(shared);
        let Some(guide) = self.guide(&shared.offer) else { return Go::Nowhere };
        let mut new = Box::new(self.new_session(guide, shared));
        shared.ring = self.here.ring();
        if !self.is_planned() {
            shared.want(Effect::Create(new));
            return Go::Nowhere;
        }
        // What the journal says already is not said again.
        if let Some(session) = shared.session() {
            let same = |c: &Consent, given: &Consent| (c.answer, c.how) == (given.answer, given.how);
            let known = session.consents().all();
            if session.table() == new.table.as_ref() {
                new.table = None;
            }
            if session.prepared() == &new.prepared {
                new.prepared = Prepared::default();
            }
            new.consents
                .retain(|given| !known.iter().rfind(|c| c.item == given.item && c.person == given.person).is_some_and(|c| same(c, given)));
        }
        Go::Interview(new)
    }

    /// A no to being recorded is notes only, by itself and at once; a yes is the microphone that was chosen before.
    fn see_to_recording(&mut self, shared: &mut Shared) {
        let offer = &shared.offer;
        let (refused, chosen) = (self.is_recording_refused(offer), self.microphone().cloned());
        let said = match (refused, &chosen, self.released.take()) {
            (true, Some(_), released) => {
                self.choose_microphone(None, offer);
                self.released = released.or(chosen);
                say!("not-to-be-recorded")
            }
            (true, None, released) => return self.released = released,
            (false, _, Some(before)) => {
                self.choose_microphone(Some(before), offer);
                match self.microphone() {
                    Some(microphone) => say!("to-be-recorded-again", microphone = &microphone.name),
                    None => return,
                }
            }
            _ => return,
        };
        self.forget_level();
        self.hear_chosen(shared);
        shared.say(Weight::News, said);
    }

    /// The last seconds before the beginning are remembered from the moment on at which recording was agreed to, and not a moment longer.
    fn see_to_lead_in(&mut self, shared: &mut Shared) {
        let seconds = if self.may_record(&shared.offer) && !self.is_checking() { shared.offer.lead_in } else { 0 };
        if self.remembering != seconds {
            self.remembering = seconds;
            shared.want(Effect::Remember(seconds));
        }
    }

    /// Another microphone: nothing is known of it.
    fn forget_level(&mut self) {
        self.level = Level::default();
        (self.device, self.trouble, self.warned) = (None, None, Warned::NotYet);
    }
}

impl Face for SetupForm {
    fn contexts(&self) -> Vec<Context> {
        match self.field() {
            Field::Participant | Field::Said(_) => vec![Context::Text, Context::Setup],
            Field::Consent(_) => vec![Context::Consent, Context::Choice, Context::Setup],
            // Consent is asked once for the whole form, so its keys work wherever no text is written.
            _ => vec![Context::Choice, Context::Setup],
        }
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        use action::Setup as A;
        let Action::Setup(action) = action else { return Go::Nowhere };
        // What a person answers, and the beginning, come from a key that came by itself: a terminal's own words come in a row.
        let counts = match (action, self.field()) {
            (A::Begin | A::RoomCheck | A::Yes | A::No | A::AllYes | A::How, _)
            | (A::NextField, Field::Begin)
            | (A::Left | A::Right, Field::Consent(_)) => shared.came_alone(),
            (A::NextField | A::Left | A::Right | A::Up | A::Down, _) => true,
        };
        if !counts {
            return Go::Nowhere;
        }
        let last = self.fields().len() - 1;
        match action {
            A::NextField if self.field() == Field::Begin => return self.begin(shared),
            A::NextField | A::Down => self.field = (self.field + 1).min(last),
            A::Up => self.field = self.field.saturating_sub(1),
            A::Left => self.choose(Step::Previous, shared),
            A::Right => self.choose(Step::Next, shared),
            A::Begin => return self.begin(shared),
            A::RoomCheck => self.check_room(shared),
            A::Yes => self.answer_item(Answer::Given),
            A::No => self.answer_item(Answer::Refused),
            A::AllYes => {
                let whole = 0..self.answers.len();
                let theirs = if self.is_group() { self.answers_of(self.whose_turn(&shared.offer), &shared.offer) } else { whole };
                let next = theirs.end;
                self.answers.get_mut(theirs).into_iter().flatten().for_each(|answer| *answer = Some(Answer::Given));
                self.see_to_summary(&shared.offer);
                let last = if self.asks_no_recording { Field::NoRecording } else { Field::Begin };
                self.go_to(if next < self.answers.len() { Field::Consent(next) } else { last });
            }
            A::How => self.how = self.how.other(),
        }
        Go::Nowhere
    }

    fn pressed(&mut self, shared: &mut Shared) {
        self.key_ends_check(shared);
    }

    fn room_check_is(&mut self, report: &CheckReport, shared: &mut Shared) {
        self.take_check_report(report, shared);
    }

    /// The key that ends a check of the room goes nowhere with it.
    fn back(&mut self, _: &mut Shared) -> Go {
        if self.room.was_ended_by_the_key() { Go::Nowhere } else { Go::Home }
    }

    fn leave(&mut self, _: Leaving, shared: &mut Shared) {
        self.end_check(shared);
    }

    /// A key for the text field that the cursor is on.
    fn write(&mut self, chord: Chord, shared: &mut Shared) -> Go {
        // The arrows go through what is offered, where something is; in a text they move as everywhere.
        if let Some(step) = step_of(chord) {
            self.choose(step, shared);
            return Go::Nowhere;
        }
        match self.field() {
            Field::Participant => self.edit_participant(chord, &shared.offer),
            Field::Said(field) => {
                self.here.entry_mut(field).edit(chord);
                self.see_to_seats(&shared.offer);
            }
            _ => return Go::Nowhere,
        }
        self.remark_on_code(shared);
        Go::Nowhere
    }

    fn paste(&mut self, text: &str, shared: &mut Shared) -> Option<String> {
        let rest = self.put_in(text, &shared.offer);
        self.remark_on_code(shared);
        rest
    }

    fn choices(&self, shared: &Shared) -> usize {
        self.options(&shared.offer).len()
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        self.select_option(nth, shared);
        self.remark_on_code(shared);
    }

    fn choose_nth(&mut self, nth: usize, shared: &mut Shared) -> Go {
        if !self.select_option(nth, shared) {
            shared.say(Weight::News, say!("plain-as-before"));
        }
        self.remark_on_code(shared);
        Go::Nowhere
    }

    fn moves(&self, _: &Shared) -> bool {
        true
    }

    fn rank(&self, bind: &Bind, _: &Shared) -> u8 {
        let chooses = matches!(bind.does, Action::Setup(action::Setup::Left | action::Setup::Right));
        // Where the form begins there is nothing to choose.
        if chooses && self.field() == Field::Begin { 9 } else { bind.rank }
    }

    fn label(&self, action: Action, _: &Shared) -> Option<Message> {
        (action == action::Setup::NextField.into() && self.field() == Field::Begin).then(|| message!("label-begin"))
    }

    /// A turn: has the microphone been heard? Is there another by now?
    fn turn(&mut self, shared: &mut Shared) {
        let now = shared.now.mono_ms;
        self.level.turn(shared.gauges.last.peak_db, now);
        self.turn_check(shared);
        if self.disk_tried_ms.is_none_or(|at| now.saturating_sub(at) >= TRY_MS) {
            self.disk_tried_ms = Some(now);
            shared.want(Effect::TryDisk);
        }
        if shared.disk_trouble().is_none() {
            self.disk_warned = Warned::NotYet;
        }
        if shared.offer.known == Known::All && now.saturating_sub(self.looked_ms) >= LOOK_MS {
            self.looked_ms = now;
            shared.want(Effect::FindMicrophones);
        }
        // It stays the person's choice: one that is gone is tried until it is there.
        if self.trouble.is_some() && now.saturating_sub(self.tried_ms) >= LOOK_MS {
            self.tried_ms = now;
            if let Some(microphone) = self.microphone() {
                shared.want(Effect::Hear(microphone.clone()));
            }
        }
    }

    fn see_to_the_rest(&mut self, shared: &mut Shared) {
        self.see_to_summary(&shared.offer);
        self.see_to_recording(shared);
        self.see_to_lead_in(shared);
    }

    fn heard(&mut self, report: &SoundReport, shared: &mut Shared) {
        match report {
            SoundReport::Heard { device } => {
                let was_away = self.trouble.is_some();
                (self.device, self.trouble) = (Some(device.name.clone()), None);
                shared.notices.over(Subject::Microphone);
                if was_away {
                    shared.tell(Subject::Microphone, Weight::News, say!("microphone-back", microphone = &device.name));
                }
            }
            SoundReport::Refused { why, .. } => {
                let (was_heard, is_news, warned) = (self.device.is_some(), self.trouble.is_none(), self.warned);
                // With the microphone goes what was remembered of it; and when it is back it has to be heard again.
                self.forget_level();
                // It is tried over and over: a refusal like the one before takes no warning back that was read.
                self.warned = if is_news { self.warned } else { warned };
                (self.trouble, self.remembering, self.tried_ms) = (Some(why.clone()), 0, shared.now.mono_ms);
                let Some(chosen) = self.microphone().filter(|_| is_news) else { return };
                let text = if was_heard { say!("microphone-gone", microphone = &chosen.name) } else { say!("microphone-unusable") };
                shared.tell(Subject::Microphone, Weight::Warning, text);
            }
            SoundReport::Moved { to } => recorded::tell_of_move(to.as_ref(), shared),
            _ => {}
        }
    }

    /// A form that waited for microphones listens to the first, as if it had been there all along; in one that did not, what was chosen
    /// stays chosen, and one that was plugged in meanwhile is said and can be chosen too.
    fn microphones_came(&mut self, before: &[Microphone], known: Known, shared: &mut Shared) {
        let offer = &shared.offer;
        if known == Known::NotYet || (before.is_empty() && !self.wants_notes_only) {
            self.choose_microphone(self.first_microphone(offer), offer);
            self.release_refused(shared);
            return self.hear_chosen(shared);
        }
        self.see_others(offer);
        let new = offer.microphones.iter().find(|m| !before.contains(m)).map(|m| m.name.clone());
        if let Some(name) = new {
            shared.say(Weight::News, say!("microphone-new", microphone = name));
        }
    }
}
