//! What the figures tell: the tables under their numbers, then the one that one is at, each number with what it is of.

use crate::domain::study::figures::table::Table;
use crate::tui::keymap::action::Figures as F;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::MOST;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::screen::figures::FiguresScreen;
use crate::words::say;

pub(super) fn prompt() -> Prompt {
    Prompt::bare(say!("plain-figures-prompt"))
}

pub(super) fn page(model: &Model, screen: &FiguresScreen) -> Page {
    let title = say!("figures-title", study = &model.shared.offer.title);
    let mut head = vec![Fact::once("figures", title).here()];
    if let Some(words) = screen.instead() {
        head.push(Fact::stands("instead", words.clone(), words).here());
        return Page { head, body: Vec::new() };
    }
    let (tables, chosen) = (screen.tables(), screen.chosen());
    let option = |(n, table): (usize, &Table)| {
        let words = say!("plain-option", number = (n + 1).to_string(), option = &table.heading);
        Fact::once(format!("table {n}"), words)
    };
    let mut body: Vec<Fact> = tables.iter().enumerate().map(option).collect();
    let [next, previous] = [F::NextTable, F::PreviousTable].map(|key| model.shared.key(key));
    body.push(Fact::once("keys", say!("plain-figures-keys", next = next, previous = previous)));
    if let Some((at, table)) = screen.contents().and_then(|at| Some((at, tables.get(at)?))) {
        let words = say!("plain-option", number = (at + 1).to_string(), option = &table.heading);
        body.push(Fact::stands("contents", at.to_string(), words).here());
        return Page { head, body };
    }
    if let Some(table) = tables.get(chosen.table) {
        let aloud = table.read_aloud();
        let place = say!("figures-table", n = chosen.table + 1, all = tables.len());
        body.push(Fact::stands("place", chosen.table.to_string(), place).here());
        // Of a long table the first rows are told; the others are gone to.
        body.extend(aloud.iter().take(MOST).enumerate().map(|(n, words)| Fact::once(format!("piece {} {n}", chosen.table), words)));
        if aloud.len() > MOST {
            let more = say!("plain-more", count = aloud.len() - MOST, key = model.shared.key(F::Down));
            body.push(Fact::once(format!("more {}", chosen.table), more));
        }
        // Whoever has come to a table has just heard it.
        let words = aloud.get(chosen.piece).filter(|_| chosen.piece > 0);
        body.extend(words.map(|words| Fact::comes("chosen", format!("{chosen:?}"), words).here()));
    }
    Page { head, body }
}
