//! The register of participants: a table with a row for each, in which the one that is chosen unfolds.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::domain::study::listed::Listed;
use crate::tui::keymap::action::Register as R;
use crate::tui::model::Model;
use crate::tui::screen::register::RegisterScreen;
use crate::tui::screen::register::rows;
use crate::tui::screen::register::rows::Is;
use crate::tui::screen::register::rows::RegisterRow;
use crate::tui::screen::register::rows::Says;
use crate::tui::screen::register::rows::Showing;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::sections;
use crate::words::say;

pub(crate) fn draw(model: &Model, screen: &RegisterScreen, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let offer = &model.shared.offer;
    let title = say!("people-title", count = offer.register.participants.len());
    let counts = format!("{} ", rows::counts(offer));
    parts::two_ends(
        vec![(0, Span::styled(format!(" {title}"), look.strong()))],
        vec![(1, Span::styled(counts, look.text()))],
        head,
        buffer,
    );
    let mut y = missing(model, screen, look, body, buffer);
    let width = usize::from(body.width);
    let write_rows = screen.writing().map_or(0, |writing| parts::rows_of(&writing.line, width.saturating_sub(2)).min(5) + 1);
    let lines = rows::lines(offer, screen.shown());
    if lines.is_empty() && screen.writing().is_none() {
        let words = say!("people-first", key = model.shared.key(R::Add));
        for row in parts::wrap(&words, width.saturating_sub(2)).into_iter().take(usize::from(body.bottom().saturating_sub(y))) {
            buffer.set_stringn(body.x + 1, y, row, width.saturating_sub(1), look.text());
            y += 1;
        }
        return None;
    }
    let table = Table::of(&lines, width, look);
    if screen.shown().showing == Showing::People && !lines.is_empty() {
        buffer.set_stringn(body.x, y, format!(" {}", table.heading(look)), width, look.quiet());
        y += 1;
    }
    let list = Rect { y, height: body.bottom().saturating_sub(y + write_rows), ..body };
    let drawn: Vec<sections::Row> = lines.iter().enumerate().flat_map(|(n, (_, says))| drawn(says, n, &table, look, width)).collect();
    let all: Vec<RegisterRow> = lines.into_iter().map(|(row, _)| row).collect();
    sections::draw(&drawn, screen.cursor(&all), look, list, buffer);
    let writing = screen.writing()?;
    let area = Rect { y: list.bottom(), height: write_rows, ..body };
    let inside = parts::section(writing.title(), area, look, buffer);
    Some(parts::writing(&writing.line, inside, look, buffer))
}

/// What is missing, in a few rows at the top; where it has more, the key that shows all of it is named. The row below it.
fn missing(model: &Model, screen: &RegisterScreen, look: Look, body: Rect, buffer: &mut Buffer) -> u16 {
    let words = rows::missing(&model.shared.offer).filter(|_| screen.shown().showing == Showing::People);
    let Some(words) = words else { return body.y };
    let width = usize::from(body.width.saturating_sub(2));
    let most = usize::from(body.height / 5).max(2);
    let mut told = parts::wrap(&words, width);
    if told.len() > most {
        let rest = say!("people-rest", key = model.shared.key(R::Missing));
        told.truncate(most);
        let last = format!("{} {}", told.pop().unwrap_or_default(), look.either("…", "..."));
        told.push(format!("{} {rest}", parts::cut(&last, width.saturating_sub(parts::cells(&rest) + 1), look)));
    }
    let mut y = body.y;
    for row in told {
        buffer.set_stringn(body.x + 1, y, row, width + 1, look.strong());
        y += 1;
    }
    // Air below it, where there is room.
    y + u16::from(body.height >= 18)
}

/// The columns of the table, each as wide as what stands in it, and no wider than it is worth.
struct Table {
    code: usize,
    group: Option<usize>,
    interviews: usize,
    /// What each attribute is called, and how wide it is; those that do not fit are seen where somebody is unfolded.
    attributes: Vec<(String, String, usize)>,
    /// Whether some do not fit.
    goes_on: bool,
}

impl Table {
    fn of(lines: &[(RegisterRow, Says)], width: usize, look: Look) -> Self {
        /// More of a value is read where somebody is unfolded.
        const WIDEST: usize = 16;
        let people: Vec<&Listed> =
            lines.iter().filter_map(|(_, says)| if let Says::Person(one) = says { Some(one.as_ref()) } else { None }).collect();
        let widest = |texts: Vec<String>| parts::widest(texts).min(WIDEST);
        let code = widest(people.iter().map(|one| one.code.clone()).chain([say!("people-code")]).collect());
        let has_groups = people.iter().any(|one| one.group.as_ref() != people[0].group.as_ref());
        let group = has_groups.then(|| widest(people.iter().filter_map(|one| one.group.clone()).chain([say!("people-group")]).collect()));
        let interviews =
            parts::widest(people.iter().map(|one| one.interviews_in_words()).chain([say!("people-interviews")])).min(width / 3);
        let mut table = Self { code, group, interviews, attributes: Vec::new(), goes_on: false };
        let mut left = width.saturating_sub(3 + code + group.map_or(0, |group| group + 2) + interviews + 2);
        let mut names: Vec<(&str, &str)> = Vec::new();
        for known in people.iter().flat_map(|one| &one.attributes) {
            if !names.iter().any(|(name, _)| *name == known.name) {
                names.push((&known.name, &known.called));
            }
        }
        for (name, called) in names {
            let values = people.iter().filter_map(|one| one.value_of(name)).map(str::to_owned);
            let room = widest(values.chain([called.to_owned(), not_recorded(look).to_owned()]).collect());
            if room > left {
                table.goes_on = true;
                break;
            }
            left = left.saturating_sub(room + 2);
            table.attributes.push((name.to_owned(), called.to_owned(), room));
        }
        table
    }

    fn heading(&self, look: Look) -> String {
        let group = self.group.map(|width| (say!("people-group"), width));
        let first = [(say!("people-code"), self.code)].into_iter().chain(group).chain([(say!("people-interviews"), self.interviews)]);
        let all = first.chain(self.attributes.iter().map(|(_, called, width)| (called.clone(), *width)));
        let cells = all.map(|(text, width)| parts::padded(&parts::cut(&text, width, look), width));
        let more = if self.goes_on { format!("  {}", look.either("…", "...")) } else { String::new() };
        cells.collect::<Vec<_>>().join("  ") + &more
    }

    fn row(&self, one: &Listed, look: Look) -> String {
        let group = self.group.map(|width| (one.group.clone().unwrap_or_else(|| not_recorded(look).to_owned()), width));
        let first = [(one.code.clone(), self.code)].into_iter().chain(group).chain([(one.interviews_in_words(), self.interviews)]);
        let value = |name: &str| match one.attributes.iter().find(|known| known.name == name) {
            Some(known) => known.value.clone().unwrap_or_else(|| not_recorded(look).to_owned()),
            // It is not asked of them.
            None => String::new(),
        };
        let all = first.chain(self.attributes.iter().map(|(name, _, width)| (value(name), *width)));
        all.map(|(text, width)| parts::padded(&parts::cut(&text, width, look), width)).collect::<Vec<_>>().join("  ")
    }
}

/// The sign of what is not written down.
fn not_recorded(look: Look) -> &'static str {
    look.either("–", "?")
}

/// A line in its rows.
fn drawn(says: &Says, n: usize, table: &Table, look: Look, width: usize) -> Vec<sections::Row> {
    let wrapped = |lead: &str, words: &str| -> Vec<String> {
        let rows = parts::wrap(words, width.saturating_sub(parts::cells(lead) + 3).max(10));
        let blank = " ".repeat(parts::cells(lead));
        rows.into_iter().enumerate().map(|(n, row)| if n == 0 { format!("{lead}{row}") } else { format!("{blank}{row}") }).collect()
    };
    let rows = match says {
        Says::Person(one) => vec![table.row(one, look)],
        Says::Field(called, value) => {
            let lead = format!("   {}  ", parts::padded(called, 16.max(parts::cells(called))));
            wrapped(&lead, value.as_deref().unwrap_or(&say!("cell-not-recorded")))
        }
        Says::Value(value, is) => {
            let mark = match is {
                Is::Written => look.either("●", "*"),
                Is::Another => look.either("○", "-"),
            };
            wrapped(&format!("{:21}{mark} ", ""), value)
        }
        Says::Words(words) => wrapped("", words),
    };
    let style = match says {
        Says::Field(_, None) => look.quiet(),
        _ => look.text(),
    };
    rows.into_iter().enumerate().map(|(nth, text)| sections::Row::of(text, style, n, nth == 0)).collect()
}
