//! What the register of participants tells.

use crate::domain::study::listed::Listed;
use crate::tui::keymap::action::Register as R;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::MOST;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::screen::register::RegisterScreen;
use crate::tui::screen::register::rows;
use crate::tui::screen::register::rows::Is;
use crate::tui::screen::register::rows::RegisterRow;
use crate::tui::screen::register::rows::Says;
use crate::tui::screen::register::rows::Showing;
use crate::words::say;

pub(super) fn prompt(screen: &RegisterScreen) -> Prompt {
    match screen.writing() {
        Some(writing) => Prompt::of(writing.title(), &writing.line),
        None => Prompt::bare(say!("plain-people-prompt")),
    }
}

pub(super) fn page(model: &Model, screen: &RegisterScreen) -> Page {
    let offer = &model.shared.offer;
    let (title, counts) = (say!("people-title", count = offer.register.participants.len()), rows::counts(offer));
    let mut head = vec![Fact::once("people", title).here(), Fact::stands("counts", counts.clone(), counts).here()];
    head.extend(rows::missing(offer).map(|words| Fact::stands("missing", words.clone(), words).here()));
    let lines = rows::lines(offer, screen.shown());
    if lines.is_empty() {
        let words = say!("people-first", key = model.shared.key(R::Add));
        return Page { head, body: vec![Fact::stands("none", "", words)] };
    }
    let fact = |(n, (row, says)): (usize, &(RegisterRow, Says))| {
        let (name, words) = (format!("{row:?}"), line(n, says));
        // Of a long list the first are told; what unfolds is told in whole.
        let is_told = n < MOST || !matches!(row, RegisterRow::Participant(_));
        if is_told { Fact::stands(name, words.clone(), words) } else { Fact::comes(name, words.clone(), words) }
    };
    let mut body: Vec<Fact> = lines.iter().enumerate().map(fact).collect();
    let is_of_people = screen.shown().showing == Showing::People;
    if is_of_people && lines.len() > MOST {
        body.push(Fact::once("more", say!("plain-more", count = lines.len() - MOST, key = model.shared.key(R::Down))));
    }
    let [open, add, missing, undo] = [R::Open, R::Add, R::Missing, R::Undo].map(|action| model.shared.key(action));
    body.push(Fact::once("keys", say!("plain-people-keys", open = open, add = add, missing = missing, undo = undo)));
    let all: Vec<RegisterRow> = lines.iter().map(|(row, _)| row.clone()).collect();
    let at = screen.cursor(&all);
    body.extend(lines.get(at).map(|(row, says)| Fact::comes("chosen", format!("{row:?} {says:?}"), line(at, says)).here()));
    Page { head, body }
}

/// A line under its number.
fn line(n: usize, says: &Says) -> String {
    let words = match says {
        Says::Person(one) => person(one),
        Says::Field(called, value) => {
            say!("people-value", name = called, value = value.as_deref().unwrap_or(&say!("cell-not-recorded")))
        }
        Says::Value(value, Is::Written) => say!("plain-people-is", value = value),
        Says::Value(value, Is::Another) => value.clone(),
        Says::Words(words) => words.trim().to_owned(),
    };
    say!("plain-option", number = (n + 1).to_string(), option = words)
}

fn person(one: &Listed) -> String {
    let known = one.attributes.iter().filter_map(|known| Some(say!("people-value", name = &known.called, value = known.value.as_ref()?)));
    let missing = one.not_recorded();
    let missing = (!missing.is_empty()).then(|| say!("people-value", name = say!("cell-not-recorded"), value = missing.join(", ")));
    let first = [Some(one.code.clone()), one.group.clone(), Some(one.interviews_in_words())].into_iter().flatten();
    first.chain(known).chain(missing).collect::<Vec<_>>().join("; ")
}
