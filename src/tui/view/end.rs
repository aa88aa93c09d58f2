//! The end screen.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::tui::model::Model;
use crate::tui::screen::end;
use crate::tui::screen::end::EndRow;
use crate::tui::screen::end::EndScreen;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::sections;
use crate::words::say;

pub(crate) fn draw(model: &Model, screen: &EndScreen, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let session = model.session()?;
    let on_disk = model.shared.sitting.as_ref().and_then(|sitting| sitting.on_disk.as_ref());
    let opened = session.opened();
    let title = Span::styled(format!(" {}", end::kept(session, on_disk)), look.strong());
    let whose = format!("{} ", say!("end-whose", participant = &opened.participant, round = opened.round.words()));
    parts::two_ends(vec![(0, title)], vec![(1, Span::styled(whose, look.text()))], head, buffer);
    let width = usize::from(body.width);
    let mut y = body.y;
    for row in parts::wrap(&end::sums(session, on_disk), width.saturating_sub(2)).into_iter().take(usize::from(body.height / 4).max(2)) {
        buffer.set_stringn(body.x + 1, y, row, width.saturating_sub(1), look.text());
        y += 1;
    }
    // Air below the head, where there is room for it.
    y += u16::from(body.height >= 18);
    let write_rows = screen.writing().map_or(0, |w| parts::rows_of(&w.line, width.saturating_sub(2)).min(5) + 1);
    let list = Rect { y, height: body.bottom().saturating_sub(y + write_rows), ..body };
    let all_sections = end::sections(session, &model.shared.offer.leaving, model.shared.now.wall);
    let rows = sections::rows(&all_sections, look, width);
    let all: Vec<EndRow> = end::rows(session, &model.shared.offer.leaving);
    sections::draw(&rows, screen.cursor(&all), look, list, buffer);
    let writing = screen.writing()?;
    let about = all_sections.iter().flat_map(|s| &s.lines).find(|(row, _)| *row == writing.row).map(|(row, _)| heading(row));
    let title = about.unwrap_or_default();
    let area = Rect { y: list.bottom(), height: write_rows, ..body };
    let inside = parts::section(&title, area, look, buffer);
    Some(parts::writing(&writing.line, inside, look, buffer))
}

/// What is written there, in a word or two.
fn heading(row: &EndRow) -> String {
    match row {
        EndRow::End(end) => crate::domain::named::Worded::words(end),
        EndRow::Page(line) => line.words(),
        EndRow::Guide => say!("page-guide-what"),
    }
}
