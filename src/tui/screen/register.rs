//! The register: who may be interviewed, what is known of each, and who is missing.
//!
//! It is for whoever keeps the list beside the telephone: the participant that is chosen unfolds into what the study asks of them, a value is
//! chosen where the study lists them and typed where it does not, and the next one is there. What is written goes into `participants.yaml`
//! at once, and nothing else in that file changes. Who treated whom is not shown.

mod line;
pub(crate) mod rows;
mod writing;

use crate::domain::study::ParticipantCode;
use crate::domain::study::change::Field;
use crate::domain::study::change::RegisterChange;
use crate::domain::study::register::Register;
use crate::domain::undo::UndoWay;
use crate::tui::effect::Effect;
use crate::tui::hand::Esc;
use crate::tui::keymap::Action;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Context;
use crate::tui::keymap::action;
use crate::tui::line::Line;
use crate::tui::msg::RegisterCame;
use crate::tui::msg::RegisterReport;
use crate::tui::notice::Weight;
use crate::tui::screen::face::Face;
use crate::tui::screen::face::Go;
use crate::tui::screen::face::Leaving;
use crate::tui::screen::register::line::Writing;
use crate::tui::screen::register::rows::RegisterRow;
use crate::tui::screen::register::rows::Showing;
use crate::tui::screen::register::rows::Shown;
use crate::tui::screen::register::rows::values;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Walk;
use crate::tui::shared::Shared;
use crate::words::say;

/// Something that was written, and the file before and after it.
#[derive(Clone, Debug)]
struct Written {
    words: String,
    before: Vec<u8>,
    after: Vec<u8>,
}

/// A change that was asked for, and where one goes once it is there.
#[derive(Debug)]
struct Asked {
    words: String,
    then: Option<RegisterRow>,
    /// The line that it was written on, which is there again where it is refused.
    line: Option<Writing>,
}

/// The register's own state.
#[derive(Debug, Default)]
pub struct RegisterScreen {
    chosen: Option<RegisterRow>,
    /// Whose fields are seen, by their code.
    unfolded: Option<String>,
    /// The field of theirs whose values are chosen from.
    choosing: Option<Field>,
    showing: Showing,
    writing: Option<Writing>,
    /// The file as it was read.
    seen: Option<Vec<u8>>,
    asked: Option<Asked>,
    done: Vec<Written>,
    undone: Vec<Written>,
}

impl RegisterScreen {
    /// The register as it stands in the file, which is read anew.
    pub(crate) fn enter(shared: &mut Shared) -> Self {
        shared.want(Effect::ReadRegister);
        Self::default()
    }

    /// What is on the screen.
    pub(crate) fn shown(&self) -> Shown<'_> {
        Shown { unfolded: self.unfolded.as_deref(), choosing: self.choosing.as_ref(), showing: self.showing }
    }

    /// The line being written.
    pub(crate) fn writing(&self) -> Option<&Writing> {
        self.writing.as_ref()
    }

    /// Where the chosen line stands among `rows`, counted from the top.
    pub(crate) fn cursor(&self, rows: &[RegisterRow]) -> usize {
        selection::place(rows, self.chosen.as_ref())
    }

    fn rows(&self, shared: &Shared) -> Vec<RegisterRow> {
        rows::rows(&shared.offer, self.shown())
    }

    fn row(&self, shared: &Shared) -> Option<RegisterRow> {
        let rows = self.rows(shared);
        rows.get(self.cursor(&rows)).cloned()
    }

    fn walk(&mut self, walk: Walk, shared: &Shared) {
        self.chosen = selection::walked(&self.rows(shared), self.chosen.as_ref(), walk);
    }

    fn open(&mut self, shared: &mut Shared) {
        match self.row(shared) {
            None => self.begin_new(shared),
            Some(RegisterRow::Margin(_)) => {}
            Some(RegisterRow::Participant(code)) if self.unfolded.as_ref() == Some(&code) => {
                self.fold();
            }
            Some(RegisterRow::Participant(code)) => self.unfold(code, shared),
            Some(RegisterRow::Field(code, field)) => match values(&shared.offer.register, &field) {
                Some(_) => {
                    let value = shared.offer.register.value(&code, &field).map(str::to_owned);
                    self.chosen = Some(RegisterRow::Value(code, field.clone(), value));
                    self.choosing = Some(field);
                }
                None => self.writing = Some(Writing::value(&shared.offer.register, code, field)),
            },
            Some(RegisterRow::Value(code, field, value)) => self.set(&code, field, value, None, shared),
        }
    }

    /// Their fields are seen, the first of which nothing is written down is chosen.
    fn unfold(&mut self, code: String, shared: &mut Shared) {
        self.unfolded = Some(code.clone());
        self.choosing = None;
        let register = &shared.offer.register;
        let fields = rows::fields(&shared.offer, &code);
        if Register::has_gone(&code, &shared.offer.sessions) {
            shared.say(Weight::News, say!("people-gone", code = &*code));
        } else if !fields.iter().any(|field| matches!(field, Field::Attribute(_))) {
            let why = if register.attributes.is_empty() { say!("people-no-attributes") } else { say!("people-nothing-asked") };
            shared.say(Weight::News, why);
        }
        let open = fields.iter().find(|field| matches!(field, Field::Attribute(_)) && shared.offer.register.value(&code, field).is_none());
        self.chosen =
            open.or(fields.first()).map(|field| RegisterRow::Field(code.clone(), field.clone())).or(Some(RegisterRow::Participant(code)));
    }

    /// The participant is a line again; whether one was unfolded.
    fn fold(&mut self) -> bool {
        self.choosing = None;
        let Some(code) = self.unfolded.take() else { return false };
        self.chosen = Some(RegisterRow::Participant(code));
        true
    }

    /// The fields of whoever is unfolded after this one, or this one.
    fn next_field(code: &str, field: &Field, shared: &Shared) -> RegisterRow {
        let fields = rows::fields(&shared.offer, code);
        let at = fields.iter().position(|one| one == field);
        let next = at.and_then(|at| fields.get(at + 1)).unwrap_or(field);
        RegisterRow::Field(code.to_owned(), next.clone())
    }

    fn set(&mut self, code: &str, field: Field, value: Option<String>, line: Option<Writing>, shared: &mut Shared) {
        let next = Self::next_field(code, &field, shared);
        let called = field.called(&shared.offer.register);
        let is_same = shared.offer.register.value(code, &field) == value.as_deref();
        let Ok(code) = ParticipantCode::new(code) else { return };
        let words = match &value {
            Some(value) => say!("people-set", code = code.as_str(), name = called, value = value),
            None => say!("people-cleared", code = code.as_str(), name = called),
        };
        if is_same {
            self.choosing = None;
            self.chosen = Some(next);
            return;
        }
        if self.wants(RegisterChange::Set { code, field, value }, Asked { words, then: Some(next), line }, shared) {
            self.choosing = None;
        }
    }

    /// Asks for a change that can be; one that cannot be is said, and nothing is asked for.
    fn wants(&mut self, change: RegisterChange, asked: Asked, shared: &mut Shared) -> bool {
        let why = match (shared.offer.register.with(&change), &self.seen) {
            (Err(why), _) => why.to_string(),
            (Ok(_), None) => say!("people-not-read"),
            (Ok(_), Some(_)) => String::new(),
        };
        let Some(seen) = self.seen.clone().filter(|_| why.is_empty()) else {
            shared.say(Weight::Warning, why);
            self.writing = asked.line;
            return false;
        };
        self.asked = Some(asked);
        shared.want(Effect::ChangeRegister { change: Box::new(change), seen });
        true
    }

    fn step(&mut self, way: UndoWay, shared: &mut Shared) {
        let (from, nothing) = match way {
            UndoWay::Back => (&self.done, say!("people-nothing-back")),
            UndoWay::Again => (&self.undone, say!("people-nothing-again")),
        };
        let Some(Written { before, after, .. }) = from.last().cloned() else { return shared.say(Weight::News, nothing) };
        let (seen, to) = match way {
            UndoWay::Back => (after, before),
            UndoWay::Again => (before, after),
        };
        shared.want(Effect::RestoreRegister { seen, to, way });
    }

    fn restored(&mut self, way: UndoWay, shared: &mut Shared) {
        let (from, to) = match way {
            UndoWay::Back => (&mut self.done, &mut self.undone),
            UndoWay::Again => (&mut self.undone, &mut self.done),
        };
        let Some(step) = from.pop() else { return };
        let (undo, redo) = (shared.key(action::Register::Undo), shared.key(action::Register::Redo));
        let words = match way {
            UndoWay::Back => say!("people-taken-back", what = &step.words, key = redo),
            UndoWay::Again => say!("people-done-again", what = &step.words, key = undo),
        };
        to.push(step);
        shared.say(Weight::News, words);
    }
}

impl Face for RegisterScreen {
    fn contexts(&self) -> Vec<Context> {
        if self.writing.is_some() { vec![Context::RegisterLine, Context::Register] } else { vec![Context::Register] }
    }

    fn act(&mut self, action: Action, shared: &mut Shared) -> Go {
        use action::Register as A;
        let Action::Register(action) = action else { return Go::Nowhere };
        match action {
            A::Open => self.open(shared),
            A::Add => self.begin_new(shared),
            A::Missing => {
                self.fold();
                self.showing = if self.showing == Showing::People { Showing::Missing } else { Showing::People };
                self.chosen = None;
            }
            A::Down => self.walk(Walk::Down, shared),
            A::Up => self.walk(Walk::Up, shared),
            A::PageDown => self.walk(Walk::PageDown, shared),
            A::PageUp => self.walk(Walk::PageUp, shared),
            A::Top => self.walk(Walk::Top, shared),
            A::Bottom => self.walk(Walk::Bottom, shared),
            A::Undo => self.step(UndoWay::Back, shared),
            A::Redo => self.step(UndoWay::Again, shared),
            A::Keep => self.keep(shared),
            A::PutAside => self.writing = None,
        }
        Go::Nowhere
    }

    fn register_is(&mut self, report: &RegisterReport, shared: &mut Shared) {
        let asked = self.asked.take();
        match (&report.came, asked) {
            (RegisterCame::Read, _) => {}
            (RegisterCame::Changed { before }, Some(Asked { words, then, .. })) => {
                let key = shared.key(action::Register::Undo);
                shared.say(Weight::News, say!("people-written", what = &words, key = key));
                self.done.push(Written { words, before: before.clone(), after: report.bytes.clone() });
                self.undone.clear();
                if let Some(RegisterRow::Field(code, _)) = &then {
                    self.unfolded = Some(code.clone());
                }
                self.chosen = then.or(self.chosen.take());
            }
            (RegisterCame::Changed { .. }, None) => {}
            (RegisterCame::Restored(way), _) => self.restored(*way, shared),
            (RegisterCame::Refused(why), asked) => {
                shared.say(Weight::Warning, why.clone());
                if self.writing.is_none() {
                    self.writing = asked.and_then(|asked| asked.line);
                }
                // The values are folded: the line that they belong to is there.
                if let Some(RegisterRow::Value(code, field, _)) = &self.chosen {
                    self.chosen = Some(RegisterRow::Field(code.clone(), field.clone()));
                }
                // What was written before it was changed elsewhere cannot be taken back any more without taking that back too.
                if self.seen.as_ref() != Some(&report.bytes) {
                    self.done.clear();
                    self.undone.clear();
                }
            }
        }
        self.seen = Some(report.bytes.clone());
        if self.unfolded.as_ref().is_some_and(|code| shared.offer.register.find(code).is_none()) {
            self.unfolded = None;
            self.choosing = None;
        }
    }

    fn line(&mut self) -> Option<&mut Line> {
        self.writing.as_mut().map(|writing| &mut writing.line)
    }

    fn choices(&self, shared: &Shared) -> usize {
        if self.writing.is_some() { 0 } else { self.rows(shared).len() }
    }

    fn select(&mut self, nth: usize, shared: &mut Shared) {
        self.chosen = self.rows(shared).into_iter().nth(nth);
    }

    fn esc(&self) -> Esc {
        let is_open = self.writing.is_some() || self.unfolded.is_some() || self.showing == Showing::Missing;
        if is_open { Esc::PutsAway } else { Esc::Leads }
    }

    fn back(&mut self, shared: &mut Shared) -> Go {
        if let (Some(code), Some(field)) = (self.unfolded.clone(), self.choosing.take()) {
            self.chosen = Some(RegisterRow::Field(code, field));
            return Go::Nowhere;
        }
        if self.fold() {
            return Go::Nowhere;
        }
        if self.showing == Showing::Missing {
            return self.act(action::Register::Missing.into(), shared);
        }
        Go::Home
    }

    fn rank(&self, bind: &Bind, shared: &Shared) -> u8 {
        use action::Register as A;
        let Action::Register(action) = bind.does else { return bind.rank };
        let does = match action {
            A::Keep | A::PutAside => self.writing.is_some(),
            _ if self.writing.is_some() => false,
            A::Open => self.showing == Showing::People && !shared.offer.register.participants.is_empty(),
            A::Undo => !self.done.is_empty(),
            A::Redo => !self.undone.is_empty(),
            _ => true,
        };
        if does { bind.rank } else { 9 }
    }

    /// A value that is being written is kept as Enter would keep it, because words on the screen look kept. Nobody comes on the list so.
    fn leave(&mut self, _: Leaving, shared: &mut Shared) {
        if self.writing.as_ref().is_some_and(Writing::is_a_value) {
            self.keep(shared);
        }
    }
}
