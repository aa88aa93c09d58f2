//! What the end screen tells.

use crate::tui::keymap::action::Ends as E;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::screen::end;
use crate::tui::screen::end::EndRow;
use crate::tui::screen::end::EndScreen;
use crate::tui::screen::sections::Told;
use crate::words::say;

pub(super) fn prompt(screen: &EndScreen) -> Prompt {
    match screen.writing() {
        Some(writing) => Prompt::of(say!("plain-end-line"), &writing.line),
        None => Prompt::bare(say!("plain-end-prompt")),
    }
}

pub(super) fn page(model: &Model, screen: &EndScreen) -> Page {
    let Some(session) = model.session() else { return Page::default() };
    let on_disk = model.shared.sitting.as_ref().and_then(|sitting| sitting.on_disk.as_ref());
    let opened = session.opened();
    let whose = say!("end-whose", participant = &opened.participant, round = opened.round.words());
    let kept = end::kept(session, on_disk);
    let sums = end::sums(session, on_disk);
    let head = vec![
        Fact::once("end", say!("plain-end", whose = whose)).here(),
        Fact::stands("kept", kept.clone(), kept).here(),
        Fact::stands("sums", sums.clone(), sums),
    ];
    let sections = end::sections(session, &model.shared.offer.leaving, model.shared.now.wall);
    let mut body = Vec::new();
    let mut n = 0;
    for section in &sections {
        body.push(Fact::once(section.title.clone(), say!("plain-end-section", title = &section.title, beside = &section.beside)));
        for (row, told) in &section.lines {
            n += 1;
            let words = line(n, told);
            body.push(Fact::stands(name(row), words.clone(), words));
        }
    }
    let keys = [E::Open, E::Done, E::Listen, E::TheyAgree, E::TheyDecline];
    let [open, done, listen, yes, no] = keys.map(|action| model.shared.key(action));
    body.push(Fact::once("keys", say!("plain-end-keys", open = open, done = done, listen = listen, yes = yes, no = no)));
    let rows = end::rows(session, &model.shared.offer.leaving);
    let at = screen.cursor(&rows);
    let chosen = sections.iter().flat_map(|section| &section.lines).nth(at).map(|(row, told)| (name(row), line(at + 1, told)));
    body.extend(chosen.map(|(name, words)| Fact::comes("chosen", name, words).here()));
    Page { head, body }
}

/// A line under its number.
fn line(n: usize, told: &Told) -> String {
    let words = if told.beside.is_empty() { told.words.clone() } else { format!("{} ({})", told.words, told.beside) };
    say!("plain-option", number = n.to_string(), option = words)
}

fn name(row: &EndRow) -> String {
    format!("{row:?}")
}
