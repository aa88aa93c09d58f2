//! Codes on the note that is chosen: what is typed looks for one among the study's, Enter puts it on the note or takes it off, and a name that
//! nobody has used yet becomes a code, of which it is then asked what it means and when it is used.

use crate::domain::code;
use crate::domain::code::Code;
use crate::domain::command::Command;
use crate::domain::listened::Listening;
use crate::domain::note::NoteId;
use crate::domain::stands::Stands;
use crate::tui::line::Line;
use crate::tui::notice::Weight;
use crate::tui::screen::selection;
use crate::tui::screen::selection::Step;
use crate::tui::shared::Shared;
use crate::words::say;

/// What is asked about a code that is new.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Asks {
    /// Which one.
    Which,
    /// What it means.
    Meaning(String),
    /// When it is used, which means this.
    When(String, String),
}

/// A choice of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Choice {
    /// A code that there is.
    Known(String),
    /// What is typed, as a new one.
    New(String),
}

/// The codes of a note while one is at them.
#[derive(Debug)]
pub(crate) struct Coding {
    note: NoteId,
    /// What is typed.
    pub(crate) line: Line,
    chosen: Option<Choice>,
    asks: Asks,
}

/// Whether one stays at the codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stays {
    Here,
    Done,
}

impl Coding {
    /// Those of `note`.
    pub(super) fn of(note: NoteId) -> Self {
        Self { note, line: Line::default(), chosen: None, asks: Asks::Which }
    }

    /// What the line is for, in words.
    pub(crate) fn title(&self) -> String {
        match &self.asks {
            Asks::Which => say!("coding-which"),
            Asks::Meaning(code) => say!("coding-meaning", code = code.as_str()),
            Asks::When(code, _) => say!("coding-when", code = code.as_str()),
        }
    }

    /// What there is to choose from; nothing while it is asked what a code means.
    pub(crate) fn choices(&self, shared: &Shared) -> Vec<Choice> {
        if self.asks != Asks::Which {
            return Vec::new();
        }
        let typed = code::name_of(self.line.text());
        let looked_for = typed.to_lowercase();
        let all = known(shared);
        let fits = |one: &&Code| one.code.to_lowercase().contains(&looked_for);
        let mut choices: Vec<Choice> = all.iter().filter(fits).map(|one| Choice::Known(one.code.clone())).collect();
        if !typed.is_empty() && !all.iter().any(|one| one.is_called(&typed)) {
            choices.push(Choice::New(typed));
        }
        choices
    }

    /// What a choice is: a code of `all` with what it means and when it is used, or a new name, and if it is longer than one may be, that it
    /// is cut.
    pub(crate) fn said(&self, choice: &Choice, all: &[Code]) -> String {
        match choice {
            Choice::Known(name) => {
                let code = all.iter().find(|code| code.is_called(name));
                let of = |text: &str, words: &dyn Fn(&str) -> String| if text.is_empty() { String::new() } else { words(text) };
                let said =
                    code.map(|code| [of(&code.description, &str::to_owned), of(&code.when, &|when| say!("coding-used", when = when))]);
                let said = said.into_iter().flatten().filter(|text| !text.is_empty()).collect::<Vec<_>>().join("; ");
                if said.is_empty() { name.clone() } else { format!("{name}: {said}") }
            }
            Choice::New(name) if code::is_longer(self.line.text()) => {
                say!("coding-new-cut", code = name.as_str(), most = code::LONGEST)
            }
            Choice::New(name) => say!("coding-new", code = name.as_str()),
        }
    }

    /// Whether it is on the note.
    pub(crate) fn is_on(&self, choice: &Choice, shared: &Shared) -> bool {
        let Choice::Known(name) = choice else { return false };
        shared.session().is_some_and(|session| session.listened().codes_of(self.note).iter().any(|one| code::same(one, name)))
    }

    /// Where the one that Enter takes stands among them.
    pub(crate) fn cursor(&self, choices: &[Choice]) -> usize {
        selection::place(choices, self.chosen.as_ref())
    }

    pub(super) fn step(&mut self, step: Step, shared: &Shared) {
        let choices = self.choices(shared);
        let from = choices.get(self.cursor(&choices)).cloned();
        self.chosen = selection::step(&choices, from.as_ref(), step);
    }

    /// Another one is looked for: what was gone to among the others is not what is meant any more.
    pub(super) fn typed(&mut self) {
        self.chosen = None;
    }

    /// Whether it is asked what a code means, or when it is used.
    pub(crate) fn asks_about_a_code(&self) -> bool {
        self.asks != Asks::Which
    }

    /// Nothing more is said about a code that is new: it is one all the same.
    pub(super) fn says_no_more(&mut self, shared: &mut Shared) {
        while self.asks_about_a_code() {
            self.take(shared);
        }
    }

    /// Takes what is chosen, or what was answered.
    pub(super) fn take(&mut self, shared: &mut Shared) -> Stays {
        let text = self.line.text().trim().to_owned();
        match std::mem::replace(&mut self.asks, Asks::Which) {
            Asks::Which => {
                let choices = self.choices(shared);
                match choices.get(self.cursor(&choices)) {
                    Some(Choice::Known(code)) => {
                        self.toggle(code, shared);
                        // The same key takes it back.
                        self.chosen = Some(Choice::Known(code.clone()));
                    }
                    Some(Choice::New(code)) => self.asks = Asks::Meaning(code.clone()),
                    None => return Stays::Done,
                }
            }
            Asks::Meaning(code) => self.asks = Asks::When(code, text),
            Asks::When(code, description) => {
                let new = Code { description, when: text, ..Code::called(&code) };
                if shared.ask(Command::Listening(Listening::Define(new))) {
                    self.toggle(&code, shared);
                    self.chosen = Some(Choice::Known(code));
                }
            }
        }
        self.line = Line::default();
        Stays::Here
    }

    /// Puts a code on the note, or takes it off, and says which of the two.
    fn toggle(&self, code: &str, shared: &mut Shared) {
        let choice = Choice::Known(code.to_owned());
        let is_on = |shared: &Shared| self.is_on(&choice, shared);
        let stands = if is_on(shared) { Stands::TakenBack } else { Stands::Stands };
        if shared.ask(Command::Listening(Listening::Code { note: self.note, code: code.to_owned(), stands })) {
            let used = shared.session().map_or(0, |session| session.codes_in_notes().get(code).copied().unwrap_or(0));
            let text = if is_on(shared) { say!("code-on", code = code, used = used) } else { say!("code-off", code = code) };
            shared.say(Weight::News, text);
        }
    }
}

/// The codes of the study, those that this session has come to, and those that are on notes without being listed.
pub(crate) fn known(shared: &Shared) -> Vec<Code> {
    let mut all = shared.offer.codes.clone();
    if let Some(session) = shared.session() {
        for one in session.codes_here() {
            code::put(one.code, &mut all);
        }
    }
    all
}
