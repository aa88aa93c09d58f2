//! What the help, the palette, the guide as a list and the manual tell.

use crate::domain::text::shown;
use crate::tui::keymap::action::Commands;
use crate::tui::keymap::action::Manual as R;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::MOST;
use crate::tui::plain::fact::Prompt;
use crate::tui::plain::fact::When;
use crate::tui::screen::overlay::Beneath;
use crate::tui::screen::overlay::Entry;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::overlay::What;
use crate::tui::screen::reading::FEWEST_ROWS;
use crate::tui::screen::reading::Page;
use crate::words::say;

pub(super) fn prompt(over: &Overlay) -> Prompt {
    let label = match over.what() {
        What::Help | What::Palette => say!("plain-command"),
        What::Guide => say!("plain-question-prompt"),
        What::Contents => say!("plain-manual"),
        What::Page(page) => return Prompt::bare(say!("plain-page", name = page.name())),
    };
    Prompt::of(label, over.line())
}

pub(super) fn facts(model: &Model, over: &Overlay) -> Vec<Fact> {
    let key = |action: Commands| model.shared.key(action);
    if let What::Page(page) = over.what() {
        return manual_page(model, over, page);
    }
    let (below, keys) = (model.below(), &model.shared.keys);
    let title = over.title(&below, &model.shared);
    let beneath = Beneath { keys, contexts: &below, session: model.session() };
    let choices: Vec<String> = if over.what() == What::Contents {
        over.found().iter().map(|place| say!("plain-found", topic = place.name(), words = place.text)).collect()
    } else {
        over.entries(&beneath).iter().map(|entry| said(model, entry)).collect()
    };
    let numbered = |n: usize| choices.get(n).map(|words| say!("plain-row", number = n + 1, words = words));
    let mut facts = vec![Fact::once("title", title).here()];
    if over.line().is_empty() {
        // The keys, and the guide, are there to be gone through; of what is longer, the beginning is.
        let most = if matches!(over.what(), What::Help | What::Guide) { choices.len() } else { MOST.min(choices.len()) };
        facts.extend((0..most).filter_map(numbered).enumerate().map(|(n, words)| Fact::once(format!("choice {n}"), words)));
        if choices.len() > most {
            facts.push(Fact::once("more", say!("plain-more", count = choices.len() - most, key = key(Commands::Down))));
        }
    } else {
        // What fits is counted while one types, and the first of it told: all of it would be told again with every letter.
        let nothing = over.nothing(&below, &model.shared).filter(|_| choices.is_empty());
        let fits = nothing.unwrap_or_else(|| say!("plain-fits", count = choices.len()));
        facts.push(Fact::stands("fits", fits.clone(), fits));
        if over.cursor() == 0 {
            let first = numbered(0).unwrap_or_default();
            facts.push(Fact::stands("first", first.clone(), first));
        }
    }
    for (n, remark) in over.sought().remarks().into_iter().enumerate() {
        facts.push(Fact::stands(format!("remark {n}"), remark.clone(), remark));
    }
    if let Some(words) = numbered(over.cursor()) {
        let is = format!("{} {}", over.cursor(), over.line().text());
        // Where one types, the first of what fits is told already.
        let fact = Fact::comes("chosen", is, words).here();
        facts.push(if over.cursor() == 0 && !over.line().is_empty() { Fact { when: When::Asked, ..fact } } else { fact });
    }
    facts
}

/// A command with its keys, or a question with what became of it.
fn said(model: &Model, entry: &Entry<'_>) -> String {
    match entry {
        Entry::Command(line) => {
            let keys = model.shared.keys.shown_in(line, &model.below());
            say!("plain-command-line", label = line.bind.label(), keys = keys, help = line.bind.help())
        }
        Entry::Hit(hit) => {
            let (at, kind) = (hit.what.when().unwrap_or_default(), hit.what.words());
            say!("plain-hit", participant = &hit.participant, at = at, kind = kind, words = &*shown(&hit.what.text))
        }
        Entry::Question(found) => {
            let (topic, question) = (found.topic, found.question.label());
            say!("plain-question-line", topic = topic, question = question, state = found.coverage.words())
        }
    }
}

/// A page of the manual, as far as it is read at once: going on tells what was not seen before.
fn manual_page(model: &Model, over: &Overlay, page: Page) -> Vec<Fact> {
    let [back, close, on] = [R::Back, R::Close, R::PageDown].map(|action| model.shared.key(action));
    let title = say!("plain-manual-page", name = page.name(), back = back, close = close, on = on);
    let rows = over.pages().rows(page).iter().enumerate().skip(page.top).take(FEWEST_ROWS);
    let rows = rows.map(|(n, row)| Fact::once(format!("row {n}"), row.text.trim()));
    std::iter::once(Fact::once("title", title).here()).chain(rows).collect()
}
