//! The screens for somebody who hears them or feels them: lines that are added below each other, and one that is being written.
//!
//! A screen is a list of facts (`plain/fact.rs`) in the order in which they are read, each with a name, its words in full, and what tells it from what
//! stood under that name before. The [`Teller`] remembers what it has said and gives the lines that are new: so a key is answered by what it
//! changed and by nothing else, and what only counts (time, a level, a playhead that moves) is never said unless it is asked for. What lies
//! over a screen is told beside it, because what happens below still has to be heard. Nothing here is cut or folded: that is the
//! terminal's, and whoever reads with their fingers has a terminal of forty cells.
//!
//! Beside the pictures of [`crate::tui::view`], and of the same model; where both word something, it is worded there.

mod check;
mod end;
mod fact;
mod figures;
mod form;
mod home;
mod letters;
mod listen;
mod overlay;
mod question;
mod register;
mod room;
mod transcript;
mod wall;

use std::collections::BTreeMap;

use crate::tui::keymap::action::Everywhere;
use crate::tui::model::Model;
use crate::tui::model::Screen;
use crate::tui::notice::Weight;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::Page;
pub use crate::tui::plain::fact::Prompt;
use crate::tui::plain::fact::When;
use crate::tui::plain::fact::clean;
use crate::words::say;

/// Says what is new.
#[derive(Debug, Default)]
pub struct Teller {
    /// What was told of the screen, and of what lies over it: what each was under its name.
    screen: Told,
    over: Told,
    asked: u64,
}

#[derive(Debug, Default)]
struct Told {
    /// Where that was; nothing before the first time.
    at: Option<String>,
    facts: BTreeMap<String, String>,
}

impl Teller {
    /// The lines that are new, in the order in which they are read.
    pub fn tell(&mut self, model: &Model) -> Vec<String> {
        let begins = self.screen.at.is_none();
        let is_asked = self.asked != model.shared.listener.asked();
        self.asked = model.shared.listener.asked();
        let mut lines = Vec::new();
        if begins {
            let [help, place, palette] =
                [Everywhere::Help, Everywhere::Theme, Everywhere::Palette].map(|action| model.shared.keys.name(action));
            lines.push(say!("plain-begin", help = help, place = place, palette = palette));
        }
        lines.extend(self.screen.news(spot(model), facts(model), is_asked));
        match &model.overlay {
            Some(over) => lines.extend(self.over.news(format!("{:?}", over.what()), overlay::facts(model, over), is_asked)),
            None => self.over = Told::default(),
        }
        lines.iter().map(|line| clean(line)).filter(|line| !line.is_empty()).collect()
    }

    /// Somebody else had the terminal: where one is is told next.
    pub(crate) fn was_away(&mut self) {
        self.asked = self.asked.wrapping_sub(1);
    }
}

impl Told {
    /// The words of those of `facts` that are new at `spot`.
    fn news(&mut self, spot: String, facts: Vec<Fact>, is_asked: bool) -> Vec<String> {
        let arrives = self.at.as_ref() != Some(&spot);
        if arrives {
            *self = Self { at: Some(spot), facts: BTreeMap::new() };
        }
        let is_new = |fact: &Fact| self.facts.get(&fact.name) != Some(&fact.is);
        let is_told = |fact: &Fact| match fact.when {
            When::Stands => is_new(fact),
            When::Comes => is_new(fact) && !arrives,
            When::Asked => false,
        };
        let news = facts.iter().filter(|fact| is_told(fact) || is_asked && fact.says_where).map(|fact| fact.words.clone()).collect();
        self.facts = facts.into_iter().map(|fact| (fact.name, fact.is)).collect();
        news
    }
}

/// Where one is: on another spot everything is told once.
fn spot(model: &Model) -> String {
    let screen = match &model.screen {
        Screen::Home(home) if home.kept().is_some() => "covered",
        Screen::Home(_) => "home",
        Screen::Setup(_) => "form",
        Screen::Interview(_) => "room",
        Screen::Listen(_) => "listening",
        Screen::Statements(_) => "check",
        Screen::End(_) => "end",
        Screen::Letters(_) => "letters",
        Screen::Register(_) => "participants",
        Screen::Wall(_) => "wall",
        Screen::Figures(_) => "figures",
    };
    format!("{screen} {}", model.shared.sitting.as_ref().map_or("", |sitting| sitting.name()))
}

fn page(model: &Model) -> Page {
    match &model.screen {
        Screen::Home(screen) => home::page(model, screen),
        Screen::Setup(screen) => form::page(model, screen),
        Screen::Interview(screen) => room::page(model, screen),
        Screen::Listen(screen) => listen::page(model, screen),
        Screen::Statements(screen) => check::page(model, screen),
        Screen::End(screen) => end::page(model, screen),
        Screen::Letters(screen) => letters::page(model, screen),
        Screen::Register(screen) => register::page(model, screen),
        Screen::Wall(screen) => wall::page(model, screen),
        Screen::Figures(screen) => figures::page(model, screen),
    }
}

/// What there is to tell of the screen on top.
fn facts(model: &Model) -> Vec<Fact> {
    let notices = model.shared.notices.to_tell().map(|(name, is, notice)| {
        let words = if notice.weight == Weight::Danger { say!("plain-danger", words = &notice.text) } else { notice.text.clone() };
        let fact = Fact::stands(name, is, words);
        if notice.is_a_state() { fact.here() } else { fact }
    });
    let Page { head, body } = page(model);
    head.into_iter().chain(notices).chain(body).collect()
}

/// Where one is, in a line: for somebody who asks it before a drawn screen.
pub(crate) fn in_short(model: &Model) -> String {
    let words = page(model).head.into_iter().filter(|fact| fact.says_where).map(|fact| fact.words);
    words.collect::<Vec<_>>().join("; ")
}

/// The line at the bottom.
pub fn prompt(model: &Model) -> Prompt {
    let digits = model.shared.listener.digits();
    if !digits.is_empty() {
        return Prompt { text: digits.to_owned(), cursor: digits.len(), ..Prompt::bare(say!("plain-number")) };
    }
    if let Some(over) = &model.overlay {
        return overlay::prompt(over);
    }
    match &model.screen {
        Screen::Home(screen) => home::prompt(screen),
        Screen::Setup(screen) => form::prompt(model, screen),
        Screen::Interview(screen) => room::prompt(model, screen),
        Screen::Listen(screen) => listen::prompt(model, screen),
        Screen::Statements(screen) => check::prompt(screen),
        Screen::End(screen) => end::prompt(screen),
        Screen::Letters(screen) => letters::prompt(screen),
        Screen::Register(screen) => register::prompt(screen),
        Screen::Wall(screen) => wall::prompt(screen),
        Screen::Figures(_) => figures::prompt(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(teller: &mut Told, spot: &str, facts: &[(Fact, &str)]) -> Vec<String> {
        let facts = facts.iter().map(|(fact, is)| Fact { is: (*is).to_owned(), ..fact.clone() }).collect();
        teller.news(spot.to_owned(), facts, false)
    }

    #[test]
    fn what_stands_is_told_once_and_again_when_it_has_become_another() {
        let (state, note) = (Fact::stands("state", "", "the state"), Fact::comes("note", "", "the note"));
        let (time, mut teller) = (Fact::asked("time", "the time"), Told::default());
        let facts = |state_is, note_is| [(state.clone(), state_is), (note.clone(), note_is), (time.clone(), "")];
        assert_eq!(told(&mut teller, "room", &facts("live", "1")), ["the state"], "of what was there before, no more than the state");
        assert_eq!(told(&mut teller, "room", &facts("live", "1")), Vec::<String>::new());
        assert_eq!(told(&mut teller, "room", &facts("live", "2")), ["the note"]);
        assert_eq!(told(&mut teller, "room", &facts("off", "2")), ["the state"]);
        assert_eq!(told(&mut teller, "room", &facts("off", "2")[1..]), Vec::<String>::new());
        assert_eq!(told(&mut teller, "room", &facts("off", "2")), ["the state"], "it was gone meanwhile");
        assert_eq!(told(&mut teller, "home", &facts("off", "2")), ["the state"], "elsewhere all of it is told once");
        let asked = teller.news("home".to_owned(), vec![time, state.here()], true);
        assert_eq!(asked, ["the time", "the state"]);
    }
}
