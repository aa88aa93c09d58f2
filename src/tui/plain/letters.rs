//! What the register of letters tells.

use crate::tui::keymap::action::Letters as B;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::screen::letters::LetterRow;
use crate::tui::screen::letters::LetterScreen;
use crate::tui::screen::letters::lines;
use crate::tui::screen::sections::Told;
use crate::words::say;

pub(super) fn prompt(screen: &LetterScreen) -> Prompt {
    match screen.writing() {
        Some(writing) => Prompt::of(writing.title(), &writing.line),
        None if screen.sending().is_some() => Prompt::bare(say!("letters-how-sent")),
        None if screen.is_about_quotes() => Prompt::bare(say!("letters-may-we-quote")),
        None => Prompt::bare(say!("plain-letters-prompt")),
    }
}

pub(super) fn page(model: &Model, screen: &LetterScreen) -> Page {
    let Some(session) = model.session() else { return Page::default() };
    let opened = session.opened();
    let title = say!("letters-title", participant = &opened.participant, round = opened.round.words());
    let how = say!("letters-taken", how = screen.how().words());
    let sums = lines::sums(session, model.shared.offer.timing, model.shared.now.wall);
    let head =
        vec![Fact::once("letters", title).here(), Fact::stands("sums", sums.clone(), sums).here(), Fact::stands("how", how.clone(), how)];
    let sections = lines::sections(session, screen.list());
    let (mut body, mut n) = (Vec::new(), 0);
    for section in &sections {
        body.push(Fact::once(section.title.clone(), say!("plain-end-section", title = &section.title, beside = &section.beside)));
        for (row, told) in &section.lines {
            n += 1;
            let words = line(n, *row, told);
            body.push(Fact::stands(format!("{row:?}"), words.clone(), words));
        }
    }
    let keys = [B::Fits, B::Partly, B::DoesNotFit, B::RatherNot, B::Yes, B::No, B::Sent].map(|action| model.shared.key(action));
    let [fits, partly, not, rather, yes, no, sent] = keys;
    let told = say!("plain-letters-keys", fits = fits, partly = partly, not = not, rather = rather, yes = yes, no = no, sent = sent);
    body.push(Fact::once("keys", told));
    let at = screen.cursor(&lines::rows(session, screen.list()));
    let chosen = sections.iter().flat_map(|section| &section.lines).nth(at);
    body.extend(chosen.map(|(row, told)| Fact::comes("chosen", format!("{row:?}"), line(at + 1, *row, told)).here()));
    Page { head, body }
}

/// A line under its number.
fn line(n: usize, row: LetterRow, told: &Told) -> String {
    let words = match row {
        LetterRow::Statement(_) => {
            say!("plain-letters-statement", number = told.mark.as_deref().unwrap_or_default().trim(), words = &told.words)
        }
        LetterRow::Before(_) | LetterRow::Version(_) | LetterRow::Remark(_) | LetterRow::List => told.words.clone(),
    };
    let words = if told.beside.is_empty() { words } else { format!("{words} ({})", told.beside) };
    say!("plain-option", number = n.to_string(), option = words)
}
