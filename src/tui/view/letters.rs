//! The register of letters.

use ratatui::buffer::Buffer;
use ratatui::layout::Position as Cell;
use ratatui::layout::Rect;
use ratatui::text::Span;

use crate::domain::member_check::sent::Sending;
use crate::tui::model::Model;
use crate::tui::screen::letters::LetterScreen;
use crate::tui::screen::letters::lines;
use crate::tui::view::look::Look;
use crate::tui::view::parts;
use crate::tui::view::sections;
use crate::words::say;

pub(crate) fn draw(model: &Model, screen: &LetterScreen, look: Look, head: Rect, body: Rect, buffer: &mut Buffer) -> Option<Cell> {
    let session = model.session()?;
    let opened = session.opened();
    let title = say!("letters-title", participant = &opened.participant, round = opened.round.words());
    let how = format!("{} ", say!("letters-taken", how = screen.how().words()));
    parts::two_ends(vec![(0, Span::styled(format!(" {title}"), look.strong()))], vec![(1, Span::styled(how, look.text()))], head, buffer);
    let width = usize::from(body.width);
    let mut y = body.y;
    let sums = lines::sums(session, model.shared.offer.timing, model.shared.now.wall);
    for row in parts::wrap(&sums, width.saturating_sub(2)).into_iter().take(usize::from(body.height / 4).max(2)) {
        buffer.set_stringn(body.x + 1, y, row, width.saturating_sub(1), look.text());
        y += 1;
    }
    // Air below the head, where there is room for it.
    y += u16::from(body.height >= 18);
    let write_rows = match (screen.writing(), screen.sending()) {
        (Some(writing), _) => parts::rows_of(&writing.line, width.saturating_sub(2)).min(5) + 1,
        (None, Some(_)) => 1,
        (None, None) if screen.is_about_quotes() => 1,
        (None, None) => 0,
    };
    let list = Rect { y, height: body.bottom().saturating_sub(y + write_rows), ..body };
    let all = lines::sections(session, screen.list());
    let rows = sections::rows(&all, look, width);
    sections::draw(&rows, screen.cursor(&lines::rows(session, screen.list())), look, list, buffer);
    let area = Rect { y: list.bottom(), height: write_rows, ..body };
    if let (None, Some(sending)) = (screen.writing(), screen.sending()) {
        let title = if sending == Sending::Letter { say!("letters-how-sent") } else { say!("letters-how-reminded") };
        parts::section(&title, area, look, buffer);
        return None;
    }
    if screen.writing().is_none() && screen.is_about_quotes() {
        parts::section(&say!("letters-may-we-quote"), area, look, buffer);
        return None;
    }
    let writing = screen.writing()?;
    let inside = parts::section(&writing.title(), area, look, buffer);
    Some(parts::writing(&writing.line, inside, look, buffer))
}
