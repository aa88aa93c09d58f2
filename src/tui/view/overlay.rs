//! The help, the palette and the manual.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::widgets::Clear;
use ratatui::widgets::Widget;

use crate::domain::coverage::Coverage;
use crate::domain::findable::What as Kind;
use crate::domain::found::Hit;
use crate::domain::lookup::FoundQuestion;
use crate::domain::note::NoteKind;
use crate::domain::text::shown;
use crate::tui::keymap::Bind;
use crate::tui::keymap::Bound;
use crate::tui::keymap::Context;
use crate::tui::keymap::KEYMAP;
use crate::tui::model::Model;
use crate::tui::screen::overlay::Beneath;
use crate::tui::screen::overlay::Entry;
use crate::tui::screen::overlay::Overlay;
use crate::tui::screen::overlay::What;
use crate::tui::view::choices;
use crate::tui::view::choices::Row;
use crate::tui::view::listen::list;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::question;
use crate::tui::view::reading;
use crate::tui::view::statements;

pub(crate) fn draw(model: &Model, overlay: &Overlay, look: Look, body: Rect, buffer: &mut Buffer) -> Cell {
    let below = model.below();
    let height = match overlay.what() {
        What::Contents => return reading::contents(model, overlay, look, body, buffer),
        What::Page(page) => return reading::page(model, overlay, page, look, body, buffer),
        What::Help | What::Guide => body.height,
        What::Palette if overlay.finds(&below) => body.height.min(16),
        What::Palette => body.height.min(12),
    };
    let title = overlay.title(&below, &model.shared);
    let area = Rect { y: body.bottom() - height, height, ..body };
    Clear.render(area, buffer);
    let inside = parts::panel(&title, area, look, buffer);
    let cursor = parts::search(overlay.line(), look, inside, buffer);
    let entries = overlay.entries(&Beneath { keys: &model.shared.keys, contexts: &below, session: model.session() });
    // In a small window the signs come after the last key, where there is nothing more to read of these.
    let is_at_the_end = overlay.cursor() + 1 >= entries.len();
    let has_room = inside.height >= TALL || is_at_the_end;
    let signs = match overlay.what() {
        What::Help if !has_room => None,
        What::Help if below.contains(&Context::Interview) => Some(question::legend(look)),
        What::Help if below.contains(&Context::Listen) => Some(list::legend(look)),
        What::Help if below.contains(&Context::Statements) => Some(statements::legend(look)),
        _ => None,
    };
    let legend = signs.map_or_else(Vec::new, |signs| parts::wrap(&signs, usize::from(inside.width)));
    let legend = if legend.is_empty() { remarks(overlay, usize::from(inside.width), look) } else { legend };
    let signs = u16::try_from(legend.len()).unwrap_or(0).min(inside.height / 3);
    let rows = Rect { y: inside.y + 1, height: inside.height.saturating_sub(1 + signs), ..inside };
    for (y, row) in (rows.bottom()..rows.bottom() + signs).zip(legend) {
        buffer.set_stringn(inside.x, y, row.replace('\u{a0}', " "), usize::from(inside.width), look.text());
    }
    let labels = labels_cells();
    // Every sentence of the help is there to be read; in the palette, which is short, that of the chosen command.
    let states = parts::widest(Coverage::ALL.map(Coverage::words));
    let command = |n: usize, line: &Bound| {
        let keys = model.shared.keys.shown_in(line, &below);
        let lead = format!("{} {} ", parts::padded(&line.bind.label(), labels), parts::padded(&keys, KEYS));
        let room = usize::from(rows.width).saturating_sub(parts::cells(&lead) + 1);
        if overlay.what() == What::Help || n == overlay.cursor() {
            parts::folded(&lead, &line.bind.help(), room)
        } else {
            vec![format!("{lead}{}", parts::cut(&line.bind.help(), room, look))]
        }
    };
    let question = |n: usize, found: &FoundQuestion| {
        let lead = format!("{} ", parts::padded(&found.coverage.words(), states));
        let room = usize::from(rows.width).saturating_sub(parts::cells(&lead) + 1);
        let (topic, question) = (&found.topic, found.question);
        // The one that is chosen stands there in the words in which it is asked.
        if n == overlay.cursor() {
            parts::folded(&lead, &format!("{topic} {} {}", look.either("·", "-"), question.wording.of(&question.ask)), room)
        } else {
            vec![format!("{lead}{}", in_its_topic(topic, question.label(), room, look))]
        }
    };
    let plain = |rows: Vec<String>| rows.into_iter().map(Row::from).collect::<Vec<_>>();
    let codes = codes_cells(&entries);
    let block = |(n, entry): (usize, &Entry)| match entry {
        Entry::Command(line) => plain(command(n, line)),
        Entry::Question(found) => plain(question(n, found)),
        Entry::Hit(hit) => of_hit(hit, overlay, n == overlay.cursor(), codes, usize::from(rows.width).saturating_sub(1), look),
    };
    let blocks: Vec<Vec<Row>> = entries.iter().enumerate().map(block).collect();
    if let Some(nothing) = overlay.nothing(&below, &model.shared).filter(|_| blocks.is_empty()) {
        for (y, row) in (rows.y..rows.bottom()).zip(parts::wrap(&nothing, usize::from(rows.width))) {
            buffer.set_stringn(rows.x, y, row, usize::from(rows.width), look.text());
        }
    }
    choices::draw(&blocks, overlay.cursor(), look, rows, buffer);
    cursor
}

/// Something that was found: whose, when, what it is and its words, around what was looked for. Of the one that is chosen all of them.
fn of_hit(hit: &Hit, overlay: &Overlay, is_chosen: bool, codes: usize, room: usize, look: Look) -> Vec<Row> {
    /// The widest there is room for the kind in a word.
    const WIDE: usize = 70;
    let (what, marks) = (&hit.what, |text: &str| overlay.sought().marks(text));
    let at = what.when().unwrap_or_default();
    let sign = what.kind.map_or(look.to_ask(), |kind| look.kind(kind));
    let kind = if room < WIDE { sign.to_string() } else { parts::padded(&what.words(), kinds_cells()) };
    let lead = format!("{} {at:>7} {kind} ", parts::padded(&hit.participant, codes));
    let left = room.saturating_sub(parts::cells(&lead)).max(1);
    let text = shown(&what.text);
    let row = |lead: &str, text: &str| {
        let marks = marks(text).into_iter().map(|(from, to)| (lead.len() + from, lead.len() + to)).collect();
        Row { text: format!("{lead}{text}"), marks }
    };
    if !is_chosen {
        return vec![row(&lead, &around(&text, marks(&text).first().copied(), left, look))];
    }
    let blank = " ".repeat(parts::cells(&lead));
    let of = |(n, words): (usize, &String)| row(if n == 0 { &lead } else { &blank }, words);
    let name = Row::from(format!("{blank}{}", parts::cut(&hit.session, left, look)));
    parts::wrap(&text, left).iter().take(MOST_ROWS).enumerate().map(of).chain([name]).collect()
}

/// Rows of something that was found, of which more are on its own screen.
const MOST_ROWS: usize = 5;

/// So much of `text` as there is room for, from its beginning, or from a little before `mark` where that would not be seen.
fn around(text: &str, mark: Option<(usize, usize)>, room: usize, look: Look) -> String {
    let (from, to) = mark.unwrap_or_default();
    if parts::cells(&text[..to]) < room {
        return parts::cut(text, room, look);
    }
    let before = parts::cells(&text[..from]).saturating_sub(room / 3);
    let mut skipped = 0;
    let start = text.char_indices().find(|(_, c)| {
        skipped += parts::cells(c.encode_utf8(&mut [0; 4]));
        skipped > before
    });
    let start = start.map_or(0, |(at, _)| text[at..from].find(' ').map_or(at, |blank| at + blank + 1));
    let sign = look.either("…", "...");
    format!("{sign}{}", parts::cut(&text[start..], room.saturating_sub(parts::cells(sign)), look))
}

/// Cells for the codes of those in whose sessions something was found.
fn codes_cells(entries: &[Entry<'_>]) -> usize {
    parts::widest(entries.iter().filter_map(|entry| if let Entry::Hit(hit) = entry { Some(hit.participant.clone()) } else { None }))
}

fn kinds_cells() -> usize {
    parts::widest(NoteKind::ALL.map(NoteKind::words).into_iter().chain(Kind::ALL.map(Kind::words)))
}

/// What there is to say of what is looked for, in rows.
fn remarks(overlay: &Overlay, width: usize, look: Look) -> Vec<String> {
    let sign = look.either("·", "-");
    overlay.sought().remarks().iter().flat_map(|remark| parts::wrap(&format!("{sign} {}", shown(remark)), width)).collect()
}

/// Rows from which the help has room for keys and signs at once.
const TALL: u16 = 15;

/// Cells for the keys of a command, before its sentence.
const KEYS: usize = 17;

/// The fewest cells of a topic's title by which one knows it again.
const LEAST_TOPIC: usize = 8;

/// A question behind the title of its topic, in `room` cells: of a long title the end is left out, because the questions of a topic differ by
/// their own words.
fn in_its_topic(topic: &str, label: &str, room: usize, look: Look) -> String {
    let question = format!(" {} {label}", look.either("·", "-"));
    let left = room.saturating_sub(parts::cells(&question));
    if left < LEAST_TOPIC {
        return parts::cut(&format!("{topic}{question}"), room, look);
    }
    format!("{}{question}", parts::cut(topic, left, look))
}

/// Cells for the labels of all commands, so that the column stays where it is while one narrows them.
fn labels_cells() -> usize {
    parts::widest(KEYMAP.iter().map(Bind::label))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Words;
    use crate::words::say;
    use crate::words::speaking;

    #[test]
    fn the_labels_of_commands_have_a_column_that_holds_the_longest() {
        for words in Words::built_in() {
            let (wide, labels) = speaking(words, || (labels_cells(), KEYMAP.iter().map(Bind::label).collect::<Vec<_>>()));
            assert!(labels.iter().all(|label| parts::cells(&parts::padded(label, wide)) == wide), "{words:?}: {labels:?}");
            // In 60 columns a sentence has at least half of them.
            assert!(wide + KEYS + 2 <= 30, "{words:?}: {wide}");
        }
    }

    #[test]
    fn of_a_long_topic_it_is_the_question_that_one_sees() {
        let topic = "The first weeks at home after the accident";
        let at = |label: &str, room: usize| in_its_topic(topic, label, room, Look::default());
        assert_eq!(at("the neighbours", 60), "The first weeks at home after the accident · the neighbours");
        assert_eq!(at("the neighbours", 40), "The first weeks at hom… · the neighbours");
        assert_eq!(at("the neighbours", 25), "The fir… · the neighbours");
        assert_eq!(at("the neighbours", 24), "The first weeks at home…", "no question is seen behind a title that nobody knows again");
    }

    #[test]
    fn the_titles_fit_in_sixty_columns() {
        for words in Words::built_in() {
            speaking(words, || {
                let over = [say!("over-keys", manual = "Tab", close = "Esc"), say!("over-commands", choose = "Enter", close = "Esc")];
                let over = over.into_iter().chain([say!("over-finds", choose = "Enter", close = "Esc")]);
                let over = over.chain([say!("over-guide", choose = "Enter", raised = "Tab", close = "Esc")]);
                let manual = [say!("over-manual", read = "Enter", close = "Esc")];
                // The frame and a blank at either end.
                assert!(parts::widest(over.chain(manual)) + 4 <= 60, "{words:?}");
            });
        }
    }
}
