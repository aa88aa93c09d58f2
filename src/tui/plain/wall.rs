//! What the wall tells.

use crate::domain::study::wall::WallRow;
use crate::tui::keymap::action::Wall as W;
use crate::tui::model::Model;
use crate::tui::plain::fact::Fact;
use crate::tui::plain::fact::MOST;
use crate::tui::plain::fact::Page;
use crate::tui::plain::fact::Prompt;
use crate::tui::screen::wall::WallScreen;
use crate::words::say;

pub(super) fn prompt(screen: &WallScreen) -> Prompt {
    match screen.writing() {
        Some(line) => Prompt::of(say!("wall-line"), line),
        None => Prompt::bare(say!("plain-wall-prompt")),
    }
}

pub(super) fn page(model: &Model, screen: &WallScreen) -> Page {
    let offer = &model.shared.offer;
    let wall = screen.wall(offer);
    let title = screen.title(&wall, offer);
    let head = vec![Fact::stands("wall", title.clone(), title).here()];
    if wall.rows.is_empty() {
        return Page { head, body: vec![Fact::stands("none", "", say!("wall-nothing"))] };
    }
    let option = |n: usize, words: String| say!("plain-option", number = (n + 1).to_string(), option = words);
    let told = |(n, row): (usize, &WallRow<'_>)| {
        let words = option(n, row.sentences(&[]).remove(0));
        let name = format!("row {}", row.line.name);
        // Of a long list the first are told.
        if n < MOST { Fact::stands(name, words.clone(), words) } else { Fact::comes(name, words.clone(), words) }
    };
    let mut body: Vec<Fact> = wall.rows.iter().enumerate().map(told).collect();
    if wall.rows.len() > MOST {
        body.push(Fact::once("more", say!("plain-more", count = wall.rows.len() - MOST, key = model.shared.key(W::Down))));
    }
    let [open, mark, sort, narrow] = [W::Hear, W::NextMark, W::Sort, W::Narrow].map(|key| model.shared.key(key));
    body.push(Fact::once("keys", say!("plain-wall-keys", hear = open, mark = mark, sort = sort, narrow = narrow)));
    let at = screen.cursor(&wall);
    if let Some(row) = wall.rows.get(at) {
        let words = option(at, row.sentences(&row.marks()).join(" "));
        body.push(Fact::comes("chosen", format!("{at} {}", row.line.name), words).here());
        body.extend(screen.mark(row).map(|mark| {
            let words = row.mark_words(&mark);
            Fact::comes("mark", format!("{} {words}", row.line.name), words).here()
        }));
    }
    Page { head, body }
}
